/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-story-titles.h"

#include "compare/plx-text.h"

#include <string.h>

/* The two names that most titles and beginnings of a story have, in the order
 * in which they first stand, and the commonest kind of event that the analyses
 * found. A story without either is named after its first title: "Trump–Barr"
 * alone says less than a headline does. */

enum { LEAD = 400, MAX_TITLE = 60 };

typedef struct {
  char *text;          // as first written
  guint n_articles;
  guint last_article;
  guint order;
} Word;

typedef struct {
  GHashTable *names;   // lemma → Word
  GHashTable *events;
} Shared;

static void
word_free (gpointer data)
{
  Word *word = data;

  g_free (word->text);
  g_free (word);
}

static void
count (GHashTable *table, const char *key, const char *text, gsize n_bytes, guint article)
{
  Word *word = g_hash_table_lookup (table, key);

  if (word == NULL)
    {
      word = g_new0 (Word, 1);
      word->text = g_strndup (text, n_bytes);
      word->order = g_hash_table_size (table);
      word->last_article = G_MAXUINT;
      g_hash_table_insert (table, g_strdup (key), word);
    }
  if (word->last_article != article)
    {
      word->n_articles++;
      word->last_article = article;
    }
}

/* Of a name of several words the last one stands for it; of a possessive the
 * owner. Titles are left out: their words may be capitals throughout. */
static void
count_text (Shared *shared, const PlxLexicon *lexicon, const char *text, gsize n_bytes,
            guint article)
{
  g_autoptr (PlxVocabulary) vocabulary = plx_vocabulary_new (lexicon);
  g_autoptr (PlxText) read = plx_text_read_words (vocabulary, text, n_bytes);

  for (guint i = 0; i < read->terms->len; i++)
    {
      const PlxTerm *term = PLX_TEXT_TERM (read, i);
      const char *lemma = plx_vocabulary_get (vocabulary, term->id)->lemma;
      gsize n = plx_span_length (term->span);
      gboolean last = i + 1 == read->terms->len
                      || !(PLX_TEXT_TERM (read, i + 1)->flags & PLX_TERM_NAME)
                      || (PLX_TEXT_TERM (read, i + 1)->flags & PLX_TERM_BREAK);
      const char *word = text + term->span.begin;

      if (!plx_term_is_content (term) || (term->flags & PLX_TERM_SAYING) || n < 2)
        continue;
      if (n > 2 && strncmp (word + n - 2, "'s", 2) == 0)
        n -= 2;
      else if (n > 4 && strncmp (word + n - 4, "’s", 4) == 0)
        n -= 4;
      if ((term->flags & PLX_TERM_NAME) && last
          && plx_lexicon_zipf (lexicon, lemma) < 5.0
          && plx_lexicon_class_value (lexicon, lemma) == 0)
        count (shared->names, lemma, word, n, article);
    }
}

static void
count_article (Shared *shared, const PlxLexicon *lexicon, const PlxComparisonArticle *article,
               guint index)
{
  const PlxAnalysis *analysis = article->analysis;
  gsize n = MIN ((gsize) analysis->n_bytes, LEAD);

  while (n > 0 && n < analysis->n_bytes && ((guchar) analysis->text[n] & 0xc0) == 0x80)
    n--;
  count_text (shared, lexicon, analysis->text, n, index);
  for (guint i = 0; i < analysis->events->len; i++)
    {
      const PlxEvent *event = PLX_EVENT (analysis, i);

      if (event->kind != NULL && event->span.begin < LEAD && strcmp (event->kind, "other") != 0
          && strcmp (event->kind, "statement") != 0)
        count (shared->events, event->kind, event->kind, strlen (event->kind), index);
    }
}

/* In the most articles; of equals the one that came first. */
static const Word *
most_shared (GHashTable *table, const Word *except, guint least)
{
  GHashTableIter iter;
  gpointer value;
  const Word *best = NULL;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Word *word = value;

      if (word == except || word->n_articles < least)
        continue;
      if (best == NULL || word->n_articles > best->n_articles
          || (word->n_articles == best->n_articles && word->order < best->order))
        best = word;
    }
  return best;
}

static char *
cut (const char *text)
{
  g_autofree char *line = g_strndup (text, strcspn (text, "\n"));
  char *stop;

  g_strstrip (line);
  if (g_utf8_strlen (line, -1) <= MAX_TITLE)
    return g_steal_pointer (&line);
  stop = g_utf8_offset_to_pointer (line, MAX_TITLE);
  *stop = '\0';
  return g_strconcat (line, "…", NULL);
}

static char *
fallback (const PlxComparisonArticle *article)
{
  if (article->title != NULL && *article->title != '\0')
    return cut (article->title);
  if (article->analysis->n_bytes > 0)
    return cut (article->analysis->text);
  return g_strdup (article->id != NULL ? article->id : "");
}

static char *
make_title (const Shared *shared, const PlxComparisonArticle *first, guint n_articles)
{
  guint least = n_articles > 1 ? (n_articles + 1) / 2 : G_MAXUINT;
  const Word *a = most_shared (shared->names, NULL, least);
  const Word *b = a != NULL ? most_shared (shared->names, a, least) : NULL;
  const Word *event = most_shared (shared->events, NULL, least);

  if (a == NULL || event == NULL)
    return fallback (first);
  if (b != NULL && b->order < a->order)
    {
      const Word *kept = a;

      a = b;
      b = kept;
    }
  return g_strdup_printf ("%s%s%s %s", a->text, b != NULL ? "–" : "",
                          b != NULL ? b->text : "", event->text);
}

static Shared
shared_new (void)
{
  return (Shared) { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, word_free),
                    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, word_free) };
}

static void
shared_clear (Shared *shared)
{
  g_hash_table_unref (shared->names);
  g_hash_table_unref (shared->events);
}

char **
plx_story_titles (const PlxComparisonArticle *articles, guint n_articles, const guint *story,
                  guint n_stories, const PlxLexicon *lexicon)
{
  char **titles = g_new0 (char *, n_stories + 1);
  g_autofree GArray **members = g_new0 (GArray *, n_stories + 1);

  for (guint s = 0; s < n_stories; s++)
    members[s] = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint a = 0; a < n_articles; a++)
    g_array_append_val (members[story[a]], a);
  for (guint s = 0; s < n_stories; s++)
    {
      Shared shared = shared_new ();

      for (guint i = 0; i < members[s]->len && members[s]->len > 1; i++)
        count_article (&shared, lexicon, &articles[g_array_index (members[s], guint, i)], i);
      titles[s] = make_title (&shared, &articles[g_array_index (members[s], guint, 0)],
                              members[s]->len);
      shared_clear (&shared);
      g_array_unref (members[s]);
    }
  return titles;
}
