/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-headlines.h"

#include "base/plx-data.h"
#include "compare/plx-text.h"
#include "compare/plx-tuning.h"

#include <string.h>

enum {
  MAX_LENGTH = 60,         // characters that a list of stories has room for
  MIN_LENGTH = 18,
  MIN_WORDS = 3,
  MAX_OUTLET_WORDS = 5,
  LEAD_BYTES = 500,
  MAX_MEMBERS = 64,        // of a big story so many tell what it is about
};

/* the list */

typedef struct {
  GHashTable *labels, *outlets;  // words in lower case
  GPtrArray *lures;              // char *
} Lists;

static gboolean
read_line (char **fields, guint n_fields, gpointer data, GError **error)
{
  Lists *self = data;

  if (n_fields < 2)
    return TRUE;
  if (strcmp (fields[0], "label") == 0)
    g_hash_table_add (self->labels, g_strdup (fields[1]));
  else if (strcmp (fields[0], "outlet") == 0)
    g_hash_table_add (self->outlets, g_strdup (fields[1]));
  else if (strcmp (fields[0], "lure") == 0)
    g_ptr_array_add (self->lures, g_strdup (fields[1]));
  return TRUE;
}

/* Kept until the program ends; without the file headlines stay as they are. */
static const Lists *
lists_get (void)
{
  static gsize once;
  static Lists lists;

  if (g_once_init_enter (&once))
    {
      lists.labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      lists.outlets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      lists.lures = g_ptr_array_new_with_free_func (g_free);
      plx_data_read_table ("language/en/compare/headlines.tsv", read_line, &lists, NULL);
      g_once_init_leave (&once, 1);
    }
  return &lists;
}

/* cleaning */

static char *
dup_line (const char *title)
{
  GString *out = g_string_new (NULL);

  for (const char *p = title; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && !g_unichar_iscntrl (c))
        g_string_append_unichar (out, c);
      else if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  return g_strchomp (g_string_free (out, FALSE));
}

/* Whether @tail, behind a separator, is the name of who publishes: that of the
 * source, or a few words the last of which outlets are called by. */
static gboolean
is_outlet (const char *tail, const char *source, gboolean is_bar)
{
  g_autofree char *lower = g_utf8_strdown (tail, -1);
  g_autofree char *known = source != NULL ? g_utf8_strdown (source, -1) : NULL;
  g_auto (GStrv) words = g_strsplit (lower, " ", -1);
  guint n = g_strv_length (words);

  if (n == 0 || n > MAX_OUTLET_WORDS || *tail == '\0')
    return FALSE;
  if (known != NULL && (strstr (known, lower) != NULL || strstr (lower, known) != NULL))
    return TRUE;
  return is_bar || g_hash_table_contains (lists_get ()->outlets, words[n - 1]);
}

static void
cut_outlet (char *line, const char *source)
{
  static const char *const separators[] = { " | ", " - ", " – ", " — ", " :: " };

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      char *at = g_strrstr (line, separators[i]);

      if (at != NULL && at - line >= MIN_LENGTH
          && is_outlet (at + strlen (separators[i]), source, i == 0))
        *at = '\0';
    }
  g_strchomp (line);
}

static const char *
skip_label (const char *line)
{
  const char *colon = strchr (line, ':');
  g_autofree char *label = NULL;

  if (colon == NULL || colon[1] != ' ' || colon - line > MAX_LENGTH / 2)
    return line;
  label = g_utf8_strdown (line, colon - line);
  return g_hash_table_contains (lists_get ()->labels, label) ? colon + 2 : line;
}

char *
plx_headline_clean (const char *title, const char *source)
{
  g_autofree char *line = dup_line (title);

  cut_outlet (line, source);
  return g_strdup (skip_label (line));
}

/* choosing */

typedef struct {
  const PlxLexicon *lexicon;
  GHashTable *support;     // word → how many members have it
  guint n_members;
} Story;

/* The words of content of @text in lower case, each once. */
static GHashTable *
list_words (const PlxLexicon *lexicon, const char *text, gsize n_bytes)
{
  GHashTable *out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *end = text + n_bytes, *start = NULL;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gboolean is_word = p < end && g_unichar_isalnum (g_utf8_get_char (p));

      if (is_word && start == NULL)
        start = p;
      if (!is_word && start != NULL)
        {
          g_autofree char *word = plx_text_fold (start, (gsize) (p - start));
          const char *lemma = plx_lexicon_lemma (lexicon, word);

          if (p - start > 1 && !(plx_lexicon_classes (lexicon, word) & PLX_WORD_STOP))
            g_hash_table_add (out, g_strdup (lemma != NULL ? lemma : word));
          start = NULL;
        }
      if (p >= end)
        return out;
    }
}

static void
count_support (Story *self, const PlxComparisonArticle *article)
{
  g_autoptr (GString) text = g_string_new (article->title);
  g_autoptr (GHashTable) words = NULL;
  gsize n = MIN (article->analysis->n_bytes, LEAD_BYTES);
  GHashTableIter iter;
  gpointer word;

  while (n > 0 && n < article->analysis->n_bytes
         && ((guchar) article->analysis->text[n] & 0xc0) == 0x80)
    n--;
  g_string_append_c (text, '\n');
  g_string_append_len (text, article->analysis->text, (gssize) n);
  words = list_words (self->lexicon, text->str, text->len);
  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    g_hash_table_replace (self->support, g_strdup (word),
                          GUINT_TO_POINTER (1 + GPOINTER_TO_UINT (
                                                  g_hash_table_lookup (self->support, word))));
  self->n_members++;
}

/* How much of what the headline says the other articles say too: 0 to 1. */
static double
shared_01 (const Story *self, const char *headline)
{
  g_autoptr (GHashTable) words = list_words (self->lexicon, headline, strlen (headline));
  guint n = g_hash_table_size (words), n_others = self->n_members - 1;
  double sum = 0.0;
  GHashTableIter iter;
  gpointer word;

  if (n == 0 || n_others == 0)
    return 0.0;
  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    sum += GPOINTER_TO_UINT (g_hash_table_lookup (self->support, word)) - 1.0;
  return CLAMP (sum / ((double) n * n_others), 0.0, 1.0);
}

static gboolean
has_lure (const char *headline)
{
  g_autofree char *lower = g_utf8_strdown (headline, -1);
  g_autofree char *padded = g_strconcat (" ", lower, " ", NULL);

  for (guint i = 0; i < lists_get ()->lures->len; i++)
    {
      g_autofree char *lure = g_strconcat (" ", g_ptr_array_index (lists_get ()->lures, i), " ",
                                           NULL);

      if (strstr (padded, lure) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Capitals, another script than most read, a word or two, a question. */
static double
form_cost (const char *headline)
{
  guint n_words = 1;
  gboolean lower = FALSE, signs = FALSE, broken = FALSE;
  gsize n = strlen (headline);
  double cost = 0.0;

  for (const char *p = headline; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      n_words += c == ' ';
      lower |= g_unichar_islower (c);
      signs |= c >= 0x2e80 && c < 0xfb00;
      broken |= c == 0xfffd || (c == '?' && p[1] != '\0' && p[1] != ' ' && p[1] != '"');
    }
  cost += n_words < MIN_WORDS && !signs ? PLX_HEADLINE_SHORT_COST : 0.0;
  cost += lower || signs ? 0.0 : PLX_HEADLINE_CAPITALS_COST;
  cost += signs ? PLX_HEADLINE_SIGNS_COST : 0.0;
  cost += broken ? PLX_HEADLINE_BROKEN_COST : 0.0;
  cost += n > 0 && (headline[n - 1] == '?' || strchr ("'\"", headline[0]) != NULL)
            ? PLX_HEADLINE_ASKING_COST : 0.0;
  return cost;
}

static double
headline_cost (const Story *self, const char *headline)
{
  double length = (double) g_utf8_strlen (headline, -1);
  double cost = form_cost (headline) - PLX_HEADLINE_SHARED * shared_01 (self, headline);

  cost += PLX_HEADLINE_LENGTH * length;
  cost += PLX_HEADLINE_CUT * MAX (0.0, length - MAX_LENGTH);
  cost += has_lure (headline) ? PLX_HEADLINE_LURE_COST : 0.0;
  return cost;
}

/**
 * plx_headline_choose:
 * @members: of guint: articles of the story
 *
 * Returns: (transfer full) (nullable): NULL: none has a title
 */
char *
plx_headline_choose (const PlxLexicon *lexicon, const PlxComparisonArticle *articles,
                     const GArray *members)
{
  g_autoptr (GHashTable) support = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Story story = { lexicon, support, 0 };
  g_autofree char *best = NULL;
  double best_cost = G_MAXDOUBLE;

  for (guint m = 0; m < members->len && m < MAX_MEMBERS; m++)
    count_support (&story, &articles[g_array_index (members, guint, m)]);
  for (guint m = 0; m < members->len && m < MAX_MEMBERS; m++)
    {
      const PlxComparisonArticle *article = &articles[g_array_index (members, guint, m)];
      g_autofree char *headline = NULL;
      double cost;

      if (article->title == NULL || *article->title == '\0')
        continue;
      headline = plx_headline_clean (article->title, article->source);
      cost = headline_cost (&story, headline);
      if (*headline == '\0' || cost >= best_cost)
        continue;
      g_free (best);
      best = g_steal_pointer (&headline);
      best_cost = cost;
    }
  return g_steal_pointer (&best);
}
