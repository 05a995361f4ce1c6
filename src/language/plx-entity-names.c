/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-entities-private.h"

#include <string.h>

/* When two names are of one thing: what is compared of a name. */

/* Words of a folded name; apostrophes and small words fall away. */
static GPtrArray *
words_of (const PlxNameReading *r, const char *name)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);
  g_autoptr (GString) plain = g_string_new (lower);
  g_auto (GStrv) parts = NULL;
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  g_string_replace (plain, "’", "'", 0);
  g_string_replace (plain, "'s ", " ", 0);
  g_string_replace (plain, "' ", " ", 0);
  parts = g_strsplit_set (plain->str, " \t\n", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0' && !plx_function_word_is (r->lists, parts[i], PLX_FUNCTION_FILLER))
      g_ptr_array_add (words, g_strdup (parts[i]));
  return words;
}

/* "kim jong un" of "Kim Jong-un", "donald trump" of "Donald J. Trump". */
char *
plx_entity_person_id (const char *name)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);
  g_auto (GStrv) parts = g_strsplit_set (lower, " -", -1);
  g_autoptr (GString) id = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      gboolean initial = strlen (parts[i]) <= 2 && g_str_has_suffix (parts[i], ".");

      if (*parts[i] == '\0' || initial)
        continue;
      if (id->len > 0)
        g_string_append_c (id, ' ');
      g_string_append (id, parts[i]);
    }
  return g_strdup (id->len > 0 ? id->str : lower);
}

static char *
state_word (const PlxNameReading *r, const char *word)
{
  const PlxNameRow *row = plx_name_table_find (&r->lists->gazetteer, word);
  const char *state = g_hash_table_lookup (r->adjectives, word);

  if (row != NULL && row->state != NULL
      && (row->kind == PLX_ENTITY_NATIONALITY || row->kind == PLX_ENTITY_STATE))
    state = row->state;
  return state != NULL ? g_utf8_strdown (state, -1) : NULL;
}

/* Adjectives of states become the states: "north korean" too. */
static void
put_states (const PlxNameReading *r, GPtrArray *words)
{
  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);
      g_autofree char *two = i + 1 < words->len
                             ? g_strconcat (word, " ", g_ptr_array_index (words, i + 1), NULL)
                             : NULL;
      char *state = two != NULL ? state_word (r, two) : NULL;

      if (state != NULL)
        g_ptr_array_remove_index (words, i + 1);
      else
        state = state_word (r, word);
      if (state != NULL)
        {
          g_free (words->pdata[i]);
          words->pdata[i] = state;
        }
    }
}

static gint
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* The words of a body's name in one order, adjectives made states. */
char *
plx_entity_signature (const PlxNameReading *r, const char *name)
{
  g_autoptr (GPtrArray) words = words_of (r, name);

  put_states (r, words);
  if (words->len == 0)
    return g_utf8_strdown (name, -1);
  g_ptr_array_sort (words, compare_words);
  g_ptr_array_add (words, NULL);
  return g_strjoinv (" ", (char **) words->pdata);
}

/* "PORT SARAN" → "Port Saran" */
static char *
lower_tails (const char *name)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean inside = FALSE;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (out, inside ? g_unichar_tolower (c) : c);
      inside = g_unichar_isalpha (c);
    }
  return g_strdup (out->str);
}

/* One line, single spaces, no article before it; a dateline's capitals, with
 * @from_capitals, become those of a name. */
char *
plx_entity_tidy_name (const PlxNameReading *r, const char *name, gboolean from_capitals)
{
  g_autofree char *plain = g_strdup (name);
  g_autofree char *first = NULL;
  g_auto (GStrv) parts = NULL;
  g_autoptr (GString) tidy = g_string_new (NULL);

  g_strdelimit (plain, "\n\t\r", ' ');
  parts = g_strsplit (plain, " ", -1);
  first = parts[0] != NULL ? g_utf8_strdown (parts[0], -1) : NULL;
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0'
        && !(i == 0 && parts[1] != NULL
             && plx_function_word_is (r->lists, first, PLX_FUNCTION_THE)))
      g_string_append_printf (tidy, "%s%s", tidy->len > 0 ? " " : "", parts[i]);
  if (from_capitals && strlen (tidy->str) > 3)
    return lower_tails (tidy->str);
  return g_strdup (tidy->str);
}

/* The word that says what a body is: "party" of "workers' party of korea". */
static char *
head_of (const char *name)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);
  char *of = strstr (lower, " of ");
  char *on = strstr (lower, " for ");
  const char *space;

  if (of != NULL)
    *of = '\0';
  if (on != NULL && (of == NULL || on < of))
    *on = '\0';
  space = strrchr (lower, ' ');
  return g_strdup (space != NULL ? space + 1 : lower);
}

static gboolean
contains_words (char **whole, char **part)
{
  for (guint i = 0; part[i] != NULL; i++)
    if (!g_strv_contains ((const char * const *) whole, part[i]))
      return FALSE;
  return TRUE;
}

/* "Workers' Daily" of "Norland Workers' Daily", "Rodong" of "Rodong Sinmun". */
gboolean
plx_entity_is_part (const PlxNameReading *r, const PlxDraft *part, const PlxDraft *whole)
{
  g_auto (GStrv) part_words = NULL, whole_words = NULL;
  g_autofree char *part_head = NULL, *whole_head = NULL;

  if (part->fullest == NULL || whole->fullest == NULL
      || strlen (part->id) >= strlen (whole->id)
      || (part->kind != whole->kind && part->kind != PLX_ENTITY_OTHER
          && part->kind != PLX_ENTITY_ORGANISATION && whole->kind != PLX_ENTITY_ORGANISATION))
    return FALSE;
  part_words = g_strsplit (part->id, " ", -1);
  whole_words = g_strsplit (whole->id, " ", -1);
  if (!contains_words (whole_words, part_words))
    return FALSE;
  if (part_words[1] == NULL)
    {
      g_autofree char *lower = g_utf8_strdown (whole->fullest, -1);

      return part->kind == whole->kind && g_str_has_prefix (lower, part->id)
             && plx_name_table_find (&r->lists->gazetteer, part->id) == NULL;
    }
  part_head = head_of (part->fullest);
  whole_head = head_of (whole->fullest);
  return strcmp (part_head, whole_head) == 0;
}

static gboolean
is_article (const PlxNameReading *r, const char *word)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);

  return plx_function_word_is (r->lists, lower, PLX_FUNCTION_THE);
}

/* Whether the initials of a name of several words spell the acronym. */
gboolean
plx_entity_has_initials (const PlxNameReading *r, const char *name, const char *acronym)
{
  g_auto (GStrv) words = g_strsplit_set (name, " -", -1);
  const char *p = acronym;
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      gunichar c = g_utf8_get_char (words[i]);

      if (!g_unichar_isupper (c))
        continue;
      if (i == 0 && is_article (r, words[i]))
        continue;
      while (*p == '.')
        p++;
      if (g_utf8_get_char (p) != c)
        return FALSE;
      p = g_utf8_next_char (p);
      n++;
    }
  while (*p == '.')
    p++;
  return n >= 2 && *p == '\0';
}
