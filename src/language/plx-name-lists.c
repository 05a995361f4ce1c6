/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-name-lists.h"

#include <string.h>

#include "base/plx-data.h"

/* Loads gazetteers, titles, heads of names, descriptions and small words.
 * Phrases are keys in lower case with plain apostrophes; a second hash says
 * how long a phrase beginning with a word can be, so that most words of a text
 * cost one look-up. */

static const struct {
  const char *name;
  guint class;
} word_classes[] = {
  { "owner", PLX_WORD_OWNER },
  { "particle", PLX_WORD_PARTICLE },
  { "prefix", PLX_WORD_PREFIX },
  { "initial", PLX_WORD_INITIAL },
  { "never", PLX_WORD_NEVER },
  { "place-before", PLX_WORD_PLACE_BEFORE },
  { "state-noun", PLX_WORD_STATE_NOUN },
  { "person-verb", PLX_WORD_PERSON_VERB },
  { "place-before-noun", PLX_WORD_PLACE_NOUN },
  { "org-before", PLX_WORD_ORG_NOUN },
  { "product-before", PLX_WORD_PRODUCT_NOUN },
  { "role-preposition", PLX_WORD_ROLE_PREPOSITION },
  { "role-modifier", PLX_WORD_ROLE_MODIFIER },
  { "soft-title", PLX_WORD_SOFT_TITLE },
  { "surname-head", PLX_WORD_SURNAME_HEAD },
  { "state-group", PLX_WORD_STATE_GROUP },
  { "pleonastic", PLX_WORD_PLEONASTIC },
  { "carrier", PLX_WORD_CARRIER },
  { "owning", PLX_WORD_OWNING },
};

/* Up to the first space, apostrophe or hyphen. */
static gsize
first_word (const char *phrase)
{
  gsize n = strcspn (phrase, " '-");

  return n > 0 ? n : strlen (phrase);
}

static char *
fold (PlxNameLists *lists, const char *phrase)
{
  g_autofree char *lower = g_utf8_strdown (phrase, -1);
  g_autoptr (GString) plain = g_string_new (lower);

  g_string_replace (plain, "’", "'", 0);
  return g_string_chunk_insert (lists->chunk, plain->str);
}

static PlxNameRow *
add_row (PlxNameLists *lists, PlxNameTable *table, const char *phrase, PlxEntityKind kind)
{
  char *key = fold (lists, phrase);
  g_autofree char *first = g_strndup (key, first_word (key));
  guint longest = GPOINTER_TO_UINT (g_hash_table_lookup (table->firsts, first));
  PlxNameRow *row = g_hash_table_lookup (table->rows, key);

  if (row != NULL)
    return NULL;
  row = g_new0 (PlxNameRow, 1);
  row->kind = kind;
  row->gender = '-';
  g_hash_table_insert (table->rows, key, row);
  if (strlen (key) > longest)
    g_hash_table_insert (table->firsts, g_string_chunk_insert_const (lists->chunk, first),
                         GUINT_TO_POINTER ((guint) strlen (key)));
  return row;
}

static gboolean
read_gazetteer (char **fields, guint n_fields, guint line, gpointer user_data)
{
  PlxNameLists *lists = user_data;
  PlxNameRow *row;

  if (n_fields < 2)
    return TRUE;
  row = add_row (lists, &lists->gazetteer, fields[0], plx_entity_kind_from_nick (fields[1]));
  if (row == NULL)
    return TRUE;
  row->name = g_string_chunk_insert_const (lists->chunk, n_fields > 2 && *fields[2] != '\0'
                                                           ? fields[2] : fields[0]);
  if (n_fields > 3 && *fields[3] != '\0')
    row->state = g_string_chunk_insert_const (lists->chunk, fields[3]);
  return TRUE;
}

static gboolean
read_title (char **fields, guint n_fields, guint line, gpointer user_data)
{
  static const char * const classes[] = { "", "address", "office", "job", "relative" };
  PlxNameLists *lists = user_data;
  PlxNameRow *row;

  if (n_fields < 2)
    return TRUE;
  row = add_row (lists, &lists->titles, fields[0], PLX_ENTITY_PERSON);
  for (guint i = 1; row != NULL && i < G_N_ELEMENTS (classes); i++)
    if (g_str_equal (fields[1], classes[i]))
      row->class = (guint8) i;
  if (row != NULL && n_fields > 2 && *fields[2] != '\0')
    row->gender = fields[2][0];
  return TRUE;
}

static gboolean
read_head (char **fields, guint n_fields, guint line, gpointer user_data)
{
  PlxNameLists *lists = user_data;
  PlxNameRow *row;

  if (n_fields < 2)
    return TRUE;
  row = add_row (lists, &lists->heads, fields[0], plx_entity_kind_from_nick (fields[1]));
  if (row != NULL)
    row->of = n_fields > 2 && g_str_equal (fields[2], "of");
  return TRUE;
}

static gboolean
read_description (char **fields, guint n_fields, guint line, gpointer user_data)
{
  PlxNameLists *lists = user_data;
  PlxNameRow *row;

  if (n_fields < 4)
    return TRUE;
  row = add_row (lists, &lists->descriptions, fields[0], plx_entity_kind_from_nick (fields[1]));
  if (row == NULL)
    return TRUE;
  row->many = g_str_equal (fields[2], "many");
  row->gender = fields[3][0];
  return TRUE;
}

static gboolean
read_pronoun (char **fields, guint n_fields, guint line, gpointer user_data)
{
  PlxNameLists *lists = user_data;
  PlxNameRow *row;

  if (n_fields < 4)
    return TRUE;
  row = g_new0 (PlxNameRow, 1);
  row->gender = fields[1][0];
  row->many = g_str_equal (fields[2], "many");
  row->place = g_string_chunk_insert_const (lists->chunk, fields[3]);
  g_hash_table_insert (lists->pronouns, g_string_chunk_insert_const (lists->chunk, fields[0]), row);
  return TRUE;
}

static gboolean
read_name_part (char **fields, guint n_fields, guint line, gpointer user_data)
{
  PlxNameLists *lists = user_data;
  char *key;

  if (n_fields < 2)
    return TRUE;
  key = fold (lists, fields[0]);
  if (g_str_equal (fields[1], "family"))
    g_hash_table_add (lists->family, key);
  else
    g_hash_table_insert (lists->given, key,
                         GUINT_TO_POINTER (n_fields > 2 && *fields[2] != '\0'
                                           ? (guint) fields[2][0] : (guint) '-'));
  return TRUE;
}

static gboolean
read_word (char **fields, guint n_fields, guint line, gpointer user_data)
{
  PlxNameLists *lists = user_data;

  if (n_fields < 2)
    return TRUE;
  if (g_str_equal (fields[0], "adjective-ending"))
    g_ptr_array_add (lists->endings, g_string_chunk_insert_const (lists->chunk, fields[1]));
  else if (g_str_equal (fields[0], "media-group"))
    add_row (lists, &lists->media_groups, fields[1], PLX_ENTITY_MEDIA);
  else if (g_str_equal (fields[0], "body"))
    add_row (lists, &lists->bodies, fields[1],
             n_fields > 2 ? plx_entity_kind_from_nick (fields[2]) : PLX_ENTITY_GOVERNMENT);
  for (guint i = 0; i < G_N_ELEMENTS (word_classes); i++)
    if (g_str_equal (fields[0], word_classes[i].name))
      {
        char *key = fold (lists, fields[1]);
        guint bits = GPOINTER_TO_UINT (g_hash_table_lookup (lists->words, key));

        g_hash_table_insert (lists->words, key, GUINT_TO_POINTER (bits | word_classes[i].class));
      }
  return TRUE;
}

const PlxNameRow *
plx_name_table_find (const PlxNameTable *table, const char *phrase)
{
  return g_hash_table_lookup (table->rows, phrase);
}

/* Bytes of the longest phrase that begins with the word; 0: none does. */
guint
plx_name_table_limit (const PlxNameTable *table, const char *lower)
{
  gsize n = first_word (lower);
  char first[64];

  if (lower[n] == '\0')
    return GPOINTER_TO_UINT (g_hash_table_lookup (table->firsts, lower));
  if (n >= sizeof first)
    return 0;
  memcpy (first, lower, n);
  first[n] = '\0';
  return GPOINTER_TO_UINT (g_hash_table_lookup (table->firsts, first));
}

static void
init_table (PlxNameTable *table)
{
  table->rows = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  table->firsts = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
clear_table (PlxNameTable *table)
{
  g_hash_table_unref (table->rows);
  g_hash_table_unref (table->firsts);
}

PlxNameLists *
plx_name_lists_new (GError **error)
{
  static const struct {
    const char *file;
    PlxTableFunc func;
  } files[] = {
    { "gazetteer", read_gazetteer }, { "gazetteer-states", read_gazetteer },
    { "gazetteer-leaders", read_gazetteer }, { "gazetteer-media", read_gazetteer },
    { "gazetteer-parties", read_gazetteer }, { "gazetteer-cities", read_gazetteer },
    { "gazetteer-news", read_gazetteer }, { "titles", read_title }, { "name-heads", read_head },
    { "descriptions", read_description }, { "pronouns", read_pronoun },
    { "name-parts", read_name_part }, { "name-words", read_word },
  };
  PlxNameLists *lists = g_new0 (PlxNameLists, 1);

  lists->chunk = g_string_chunk_new (64 * 1024);
  init_table (&lists->gazetteer);
  init_table (&lists->titles);
  init_table (&lists->heads);
  init_table (&lists->descriptions);
  init_table (&lists->media_groups);
  init_table (&lists->bodies);
  lists->pronouns = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  lists->given = g_hash_table_new (g_str_hash, g_str_equal);
  lists->family = g_hash_table_new (g_str_hash, g_str_equal);
  lists->words = g_hash_table_new (g_str_hash, g_str_equal);
  lists->endings = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strdup_printf ("language/en/%s.tsv", files[i].file);

      if (!plx_data_read_table (path, files[i].func, lists, error))
        {
          plx_name_lists_free (lists);
          return NULL;
        }
    }
  return lists;
}

void
plx_name_lists_free (PlxNameLists *lists)
{
  clear_table (&lists->gazetteer);
  clear_table (&lists->titles);
  clear_table (&lists->heads);
  clear_table (&lists->descriptions);
  clear_table (&lists->media_groups);
  clear_table (&lists->bodies);
  g_hash_table_unref (lists->pronouns);
  g_hash_table_unref (lists->given);
  g_hash_table_unref (lists->family);
  g_hash_table_unref (lists->words);
  g_ptr_array_unref (lists->endings);
  g_string_chunk_free (lists->chunk);
  g_free (lists);
}
