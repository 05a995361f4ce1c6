/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "project/plx-name-index.h"

/* Two names that plx-likeness.c takes for alike share one of these keys:
 *
 *   w kim        a word: one name is part of the other, or the same words in
 *                another order, or all but one word are the same
 *   r kim        the rarest word of a name, asked for with every word of a
 *                longer one, so that "of" does not bring half the list
 *   j songwon    all letters: "Son-gwon", "Son Gwon"
 *   1 z9         first letter and number of letters of a name of one word, for
 *                other spellings
 *   i wpk        initials of the capitalised words, and of all words
 *
 * Words are folded as there: without accents, dots and apostrophes. */

#define SPELLED_MIN 5      // letters; shorter words must be the same
#define SPELLED_DISTANCE 2 // letters to change at most

struct _PlxNameIndex
{
  GPtrArray *items;        // PlxEntityItem
  GHashTable *places;      // key → GArray of guint: places in @items
};

typedef struct {
  GPtrArray *words;        // char *
  GString *joined, *initials, *capitals;
  gboolean is_upper;
} NameKeys;

static void
name_keys_clear (NameKeys *keys)
{
  g_ptr_array_unref (keys->words);
  g_string_free (keys->joined, TRUE);
  g_string_free (keys->initials, TRUE);
  g_string_free (keys->capitals, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NameKeys, name_keys_clear)

static void
close_word (NameKeys *keys, GString *word)
{
  if (word->len > 0)
    g_ptr_array_add (keys->words, g_strdup (word->str));
  g_string_truncate (word, 0);
}

static void
read_name (const char *text, NameKeys *keys)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
  g_autoptr (GString) word = g_string_new (NULL);

  keys->words = g_ptr_array_new_with_free_func (g_free);
  keys->joined = g_string_new (NULL);
  keys->initials = g_string_new (NULL);
  keys->capitals = g_string_new (NULL);
  keys->is_upper = TRUE;
  for (const char *p = plain != NULL ? plain : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p), folded = g_unichar_tolower (ch);

      if (!g_unichar_isalnum (ch))
        {
          if (!g_unichar_ismark (ch) && ch != '.' && ch != '\'' && ch != 0x2019)
            close_word (keys, word);
          continue;
        }
      if (word->len == 0)
        {
          g_string_append_unichar (keys->initials, folded);
          if (g_unichar_isupper (ch))
            g_string_append_unichar (keys->capitals, folded);
        }
      keys->is_upper = keys->is_upper && g_unichar_isupper (ch);
      g_string_append_unichar (word, folded);
      g_string_append_unichar (keys->joined, folded);
    }
  close_word (keys, word);
}

static char *
make_key (char kind, const char *text)
{
  return g_strdup_printf ("%c %s", kind, text);
}

static char *
make_spelling_key (const NameKeys *keys, glong n_letters)
{
  return g_strdup_printf ("1 %.*s%ld",
                          (int) (g_utf8_next_char (keys->joined->str) - keys->joined->str),
                          keys->joined->str, n_letters);
}

static void
add (PlxNameIndex *self, char *key, guint place)
{
  GArray *places = g_hash_table_lookup (self->places, key);

  if (places == NULL)
    {
      places = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->places, key, places);
    }
  else
    g_free (key);
  if (places->len == 0 || g_array_index (places, guint, places->len - 1) != place)
    g_array_append_val (places, place);
}

static guint
count (const PlxNameIndex *self, const char *word)
{
  g_autofree char *key = make_key ('w', word);
  const GArray *places = g_hash_table_lookup (self->places, key);

  return places != NULL ? places->len : 0;
}

/* The rarest word but @except; NULL: there is none. */
static const char *
find_rarest (const PlxNameIndex *self, const NameKeys *keys, const char *except)
{
  const char *rarest = NULL;
  guint n_rarest = G_MAXUINT;

  for (guint i = 0; i < keys->words->len; i++)
    {
      const char *word = g_ptr_array_index (keys->words, i);
      guint n = count (self, word);

      if (word != except && n < n_rarest)
        {
          rarest = word;
          n_rarest = n;
        }
    }
  return rarest;
}

typedef void (*NameFunc) (PlxNameIndex *self, const NameKeys *keys, guint place, gpointer data);

static void
each_name (PlxNameIndex *self, PlxEntityItem *item, guint place, NameFunc func, gpointer data)
{
  const char * const *names = plx_entity_item_get_names (item);

  for (gint i = -1; i < 0 || (names != NULL && names[i] != NULL); i++)
    {
      g_auto (NameKeys) keys = { 0 };

      read_name (i < 0 ? plx_entity_item_get_name (item) : names[i], &keys);
      if (keys.words->len > 0)
        func (self, &keys, place, data);
    }
}

static void
add_words (PlxNameIndex *self, const NameKeys *keys, guint place, gpointer data)
{
  for (guint i = 0; i < keys->words->len; i++)
    add (self, make_key ('w', g_ptr_array_index (keys->words, i)), place);
}

static void
add_whole (PlxNameIndex *self, const NameKeys *keys, guint place, gpointer data)
{
  glong n_letters = g_utf8_strlen (keys->joined->str, -1);

  add (self, make_key ('r', find_rarest (self, keys, NULL)), place);
  add (self, make_key ('j', keys->joined->str), place);
  if (keys->words->len == 1 && n_letters >= SPELLED_MIN)
    add (self, make_spelling_key (keys, n_letters), place);
  if (keys->words->len > 1)
    {
      add (self, make_key ('i', keys->initials->str), place);
      add (self, make_key ('i', keys->capitals->str), place);
    }
  else if (keys->is_upper)
    add (self, make_key ('i', keys->joined->str), place);
}

PlxNameIndex *
plx_name_index_new (GListModel *entities)
{
  PlxNameIndex *self = g_new0 (PlxNameIndex, 1);
  guint n = g_list_model_get_n_items (entities);

  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->items, g_list_model_get_item (entities, i));
  for (guint i = 0; i < n; i++)
    each_name (self, g_ptr_array_index (self->items, i), i, add_words, NULL);
  for (guint i = 0; i < n; i++)
    each_name (self, g_ptr_array_index (self->items, i), i, add_whole, NULL);
  return self;
}

void
plx_name_index_free (PlxNameIndex *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->items);
  g_hash_table_unref (self->places);
  g_free (self);
}

/* finding */

static void
take (const PlxNameIndex *self, char *key, GHashTable *found)
{
  const GArray *places = g_hash_table_lookup (self->places, key);

  for (guint i = 0; places != NULL && i < places->len; i++)
    g_hash_table_add (found, GUINT_TO_POINTER (g_array_index (places, guint, i) + 1));
  g_free (key);
}

static void
take_name (PlxNameIndex *self, const NameKeys *keys, guint place, gpointer data)
{
  const char *rarest = find_rarest (self, keys, NULL);
  const char *second = find_rarest (self, keys, rarest);
  glong n_letters = g_utf8_strlen (keys->joined->str, -1);

  take (self, make_key ('w', rarest), data);
  if (second != NULL)
    take (self, make_key ('w', second), data);
  for (guint i = 0; i < keys->words->len; i++)
    take (self, make_key ('r', g_ptr_array_index (keys->words, i)), data);
  take (self, make_key ('j', keys->joined->str), data);
  for (glong n = n_letters - SPELLED_DISTANCE;
       keys->words->len == 1 && n <= n_letters + SPELLED_DISTANCE; n++)
    take (self, make_spelling_key (keys, n), data);
  if (keys->words->len > 1)
    {
      take (self, make_key ('i', keys->initials->str), data);
      take (self, make_key ('i', keys->capitals->str), data);
    }
  else
    take (self, make_key ('i', keys->joined->str), data);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  guint x = GPOINTER_TO_UINT (*(const gpointer *) a), y = GPOINTER_TO_UINT (*(const gpointer *) b);

  return (x > y) - (x < y);
}

GPtrArray *
plx_name_index_find (const PlxNameIndex *self, PlxEntityItem *item)
{
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  GPtrArray *places = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer place;

  each_name ((PlxNameIndex *) self, item, 0, take_name, found);
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &place, NULL))
    g_ptr_array_add (places, place);
  g_ptr_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    g_ptr_array_index (places, i) =
      g_ptr_array_index (self->items, GPOINTER_TO_UINT (g_ptr_array_index (places, i)) - 1);
  return places;
}
