/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-token-lists.h"

#include <gio/gio.h>
#include <string.h>

#include "base/plx-data.h"
#include "language/plx-boundaries-private.h"
#include "language/plx-lists.h"

/* Loads abbreviations.tsv, tokenising.tsv, lexicon.tsv, tagger.tsv and
 * features.tsv. The
 * lexicon stays one block of text with a hash over it: 25,000 forms are ready
 * in a few milliseconds, and readings are only parsed for words that occur. */

static gboolean
read_abbreviation (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  static const char * const kinds[] = { "", "title", "number", "name" };
  PlxTokenLists *lists = user_data;

  for (guint i = 1; n_fields >= 2 && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (fields[1], kinds[i]))
      {
        g_hash_table_insert (lists->abbreviations, g_strdup (fields[0]),
                             GUINT_TO_POINTER (i));
        return TRUE;
      }
  return plx_lists_refuse (error, "a word and title, number or name are needed");
}

static gboolean
read_lemma_rule (PlxTokenLists *lists, char **fields, guint n_fields, GError **error)
{
  static const char * const names[] = { "lemma-plural", "lemma-past", "lemma-ing" };
  PlxLemmaRule rule;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (fields[0], names[i]))
      {
        if (n_fields < 3)
          return plx_lists_refuse (error, "an ending and what stands instead are needed");
        rule.ending = g_strdup (fields[1]);
        rule.instead = g_strdup (g_str_equal (fields[2], "-") ? "" : fields[2]);
        g_array_append_val (lists->lemma_rules[i], rule);
        return TRUE;
      }
  return plx_lists_refuse (error, "no such class of words");
}

static gboolean
read_join (PlxTokenLists *lists, char **fields, guint n_fields, GError **error)
{
  const char *space = strchr (fields[1], ' ');
  guint64 cut = n_fields > 2 ? g_ascii_strtoull (fields[2], NULL, 10) : 0;

  if (cut == 0 || cut >= strlen (fields[1]))
    return plx_lists_refuse (error, "where the word is cut is needed");
  g_hash_table_insert (lists->joins, g_strdup (fields[1]), GUINT_TO_POINTER ((guint) cut));
  if (space != NULL)
    g_hash_table_insert (lists->joins, g_strndup (fields[1], (gsize) (space - fields[1])),
                         GUINT_TO_POINTER (PLX_JOIN_BY_NEXT));
  return TRUE;
}

static gboolean
read_tokenising (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxTokenLists *lists = user_data;
  const struct {
    const char *name;
    GHashTable *words;
  } classes[] = {
    { "clitic", lists->clitics }, { "tail", lists->tails }, { "asked", lists->asked },
    { "pair", lists->pairs }, { "ordinal", lists->ordinals }, { "prefix", lists->prefixes },
    { "glued-unit", lists->glued_units }, { "emoticon", lists->emoticons },
  };

  if (n_fields < 2 || *fields[1] == '\0')
    return plx_lists_refuse (error, "a class and a word are needed");
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (g_str_equal (fields[0], classes[i].name))
      {
        g_hash_table_add (classes[i].words, g_strdup (fields[1]));
        return TRUE;
      }
  if (g_str_equal (fields[0], "join"))
    return read_join (lists, fields, n_fields, error);
  return read_lemma_rule (lists, fields, n_fields, error);
}

static void
add_tag (PlxTokenLists *lists, const char *name, const char *count)
{
  g_auto (GStrv) parts = g_strsplit (name, "|", 2);
  guint number = lists->n_tags;

  if (number >= PLX_MAX_TAGS)
    return;
  lists->tags[number].upos = g_strdup (parts[0]);
  lists->tags[number].xpos = g_strdup (parts[1] != NULL ? parts[1] : "");
  lists->one[number] = (guint32) g_ascii_strtoull (count, NULL, 10);
  lists->n_all += lists->one[number];
  g_hash_table_insert (lists->tag_numbers, g_strdup (name), GUINT_TO_POINTER (number + 1));
  lists->n_tags++;
}

/* "12:5 40:2" */
static void
add_ending (PlxTokenLists *lists, const char *ending, const char *text)
{
  GArray *readings = g_array_new (FALSE, FALSE, sizeof (PlxReadingOfForm));

  while (*text != '\0')
    {
      char *end;
      guint64 tag = g_ascii_strtoull (text, &end, 10);
      PlxReadingOfForm reading = { (guint8) MIN (tag, PLX_MAX_TAGS - 1), 0, NULL };

      if (*end != ':')
        break;
      reading.count = (float) g_ascii_strtoull (end + 1, &end, 10);
      if (tag < lists->n_tags)
        g_array_append_val (readings, reading);
      while (*end == ' ')
        end++;
      text = end;
    }
  g_hash_table_insert (lists->endings, g_strdup (ending), readings);
}

static void
add_sequence (PlxTokenLists *lists, const char *tags, const char *count)
{
  guint numbers[3] = { 0 }, n = 0;
  guint32 value = (guint32) g_ascii_strtoull (count, NULL, 10);

  for (; n < 3 && *tags != '\0'; n++)
    {
      char *end;

      numbers[n] = (guint) MIN (g_ascii_strtoull (tags, &end, 10), PLX_MAX_TAGS - 1);
      tags = *end == ' ' ? end + 1 : "";
    }
  if (n == 2)
    lists->two[numbers[0] * PLX_MAX_TAGS + numbers[1]] = value;
  else if (n == 3)
    lists->three[(numbers[0] * PLX_MAX_TAGS + numbers[1]) * PLX_MAX_TAGS + numbers[2]] = value;
}

static gboolean
read_tagger (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxTokenLists *lists = user_data;

  if (n_fields < 2 || strlen (fields[0]) != 1 || strchr ("LTSBC", fields[0][0]) == NULL)
    return plx_lists_refuse (error, "a row begins with L, T, S, B or C");
  if (fields[0][0] == 'L')
    {
      g_auto (GStrv) weights = g_strsplit (fields[1], " ", 3);

      for (guint i = 0; i < 3 && weights[i] != NULL; i++)
        lists->weights[i] = g_ascii_strtod (weights[i], NULL);
    }
  else if (n_fields < 3)
    return plx_lists_refuse (error, "a count is needed");
  else if (fields[0][0] == 'T')
    add_tag (lists, fields[1], fields[2]);
  else if (fields[0][0] == 'S')
    add_ending (lists, fields[1], fields[2]);
  else
    add_sequence (lists, fields[1], fields[2]);
  return TRUE;
}

static gboolean
read_features (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxTokenLists *lists = user_data;

  if (n_fields < 4)
    return plx_lists_refuse (error, "two tags, a form and its features are needed");
  g_hash_table_insert (lists->features, g_strjoin ("|", fields[0], fields[1], fields[2], NULL),
                       g_strdup (g_str_equal (fields[3], "_") ? "" : fields[3]));
  return TRUE;
}

static gboolean
load_lexicon (PlxTokenLists *lists, GError **error)
{
  gsize n_bytes = 0;
  guint number = 0;
  char *line;

  lists->lexicon_text = plx_data_load ("language/en/lexicon.tsv", &n_bytes, error);
  if (lists->lexicon_text == NULL)
    return FALSE;
  line = lists->lexicon_text;
  while (line != NULL && *line != '\0')
    {
      char *next = strchr (line, '\n');
      char *tab;

      number++;
      if (next != NULL)
        *next++ = '\0';
      tab = strchr (line, '\t');
      if (*line != '#' && *line != '\0' && tab == NULL)
        {
          g_set_error (error, PLX_LANGUAGE_ERROR, PLX_LANGUAGE_ERROR_DATA,
                       "language/en/lexicon.tsv, line %u: a form and its readings are needed",
                       number);
          return FALSE;
        }
      if (*line != '#' && tab != NULL)
        {
          *tab = '\0';
          g_hash_table_insert (lists->lexicon, line, tab + 1);
        }
      line = next;
    }
  return TRUE;
}

static guint
tag_number (const PlxTokenLists *lists, const char *name)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (lists->tag_numbers, name));
}

/* Readings of a form as the lexicon has it, most frequent first; 0: unknown. */
guint
plx_lexicon_readings (const PlxTokenLists *lists, const char *form, PlxReadingOfForm *readings,
                      guint max)
{
  const char *text = g_hash_table_lookup (lists->lexicon, form);
  guint n = 0;

  while (text != NULL && *text != '\0' && n < max)
    {
      const char *colon = strchr (text + 1, ':');
      const char *next = strchr (text, ' ');
      char name[16];
      char *end;
      guint number;

      if (colon == NULL || (gsize) (colon - text) >= sizeof name)
        break;
      memcpy (name, text, (gsize) (colon - text));
      name[colon - text] = '\0';
      number = tag_number (lists, name);
      readings[n].count = (float) g_ascii_strtoull (colon + 1, &end, 10);
      readings[n].edit = *end == ':' ? end + 1 : NULL;
      readings[n].tag = (guint8) (number - 1);
      n += number > 0;
      text = next != NULL ? next + 1 : NULL;
    }
  return n;
}

/* What kind of abbreviation a word before a full stop is. */
PlxAbbreviation
plx_abbreviation_of (const PlxTokenLists *lists, const char *text, PlxSpan word)
{
  char folded[24];
  guint32 n = plx_span_length (word);

  if (n == 0 || n >= sizeof folded)
    return PLX_ABBREVIATION_NONE;
  for (guint32 i = 0; i < n; i++)
    folded[i] = g_ascii_tolower (text[word.begin + i]);
  folded[n] = '\0';
  return GPOINTER_TO_UINT (g_hash_table_lookup (lists->abbreviations, folded));
}

static void
clear_lemma_rule (gpointer data)
{
  PlxLemmaRule *rule = data;

  g_free (rule->ending);
  g_free (rule->instead);
}

PlxTokenLists *
plx_token_lists_new (GError **error)
{
  static const PlxListFile files[] = {
    { "language/en/abbreviations.tsv", read_abbreviation },
    { "language/en/tokenising.tsv", read_tokenising },
    { "language/en/tagger.tsv", read_tagger },
    { "language/en/features.tsv", read_features },
  };
  PlxTokenLists *lists = g_new0 (PlxTokenLists, 1);
  GHashTable **sets[] = { &lists->abbreviations, &lists->clitics, &lists->joins, &lists->tails,
                          &lists->asked, &lists->pairs, &lists->ordinals, &lists->prefixes,
                          &lists->glued_units, &lists->emoticons,
                          &lists->tag_numbers };

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    *sets[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < PLX_N_LEMMA_RULES; i++)
    {
      lists->lemma_rules[i] = g_array_new (FALSE, FALSE, sizeof (PlxLemmaRule));
      g_array_set_clear_func (lists->lemma_rules[i], clear_lemma_rule);
    }
  lists->lexicon = g_hash_table_new (g_str_hash, g_str_equal);
  lists->features = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  lists->endings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) g_array_unref);
  lists->one = g_new0 (guint32, PLX_MAX_TAGS);
  lists->two = g_new0 (guint32, PLX_MAX_TAGS * PLX_MAX_TAGS);
  lists->three = g_new0 (guint32, PLX_MAX_TAGS * PLX_MAX_TAGS * PLX_MAX_TAGS);
  if (!plx_lists_load (files, G_N_ELEMENTS (files), lists, error) || !load_lexicon (lists, error)
      || (lists->boundaries = plx_boundaries_new (error)) == NULL)
    {
      plx_token_lists_free (lists);
      return NULL;
    }
  lists->tag_start = tag_number (lists, "<") - 1;
  lists->tag_end = tag_number (lists, ">") - 1;
  if (lists->tag_start < PLX_MAX_TAGS && lists->tag_end < PLX_MAX_TAGS)
    return lists;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       "language/en/tagger.tsv has no tags for the ends of a sentence");
  plx_token_lists_free (lists);
  return NULL;
}

void
plx_token_lists_free (PlxTokenLists *lists)
{
  GHashTable *sets[] = { lists->abbreviations, lists->clitics, lists->joins, lists->tails,
                         lists->asked, lists->pairs, lists->ordinals, lists->tag_numbers,
                         lists->prefixes, lists->glued_units, lists->emoticons,
                         lists->features, lists->lexicon, lists->endings };

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    g_hash_table_unref (sets[i]);
  for (guint i = 0; i < PLX_N_LEMMA_RULES; i++)
    g_array_unref (lists->lemma_rules[i]);
  for (guint i = 0; i < lists->n_tags; i++)
    {
      g_free (lists->tags[i].upos);
      g_free (lists->tags[i].xpos);
    }
  plx_boundaries_free (lists->boundaries);
  g_free (lists->lexicon_text);
  g_free (lists->one);
  g_free (lists->two);
  g_free (lists->three);
  g_free (lists);
}
