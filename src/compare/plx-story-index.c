/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-similarity.h"

#include "compare/plx-tuning.h"

#include <string.h>

/* Building the index: texts are read, acronyms joined to the names they stand
 * for, words counted by sentence, postings laid down. */

enum { MAX_ACRONYM = 6 };

PlxStoryIndex *
plx_story_index_new (const PlxComparisonArticle *articles, guint n_articles,
                     PlxVocabulary *vocabulary)
{
  PlxStoryIndex *self = g_new0 (PlxStoryIndex, 1);

  self->vocabulary = vocabulary;
  self->n_articles = n_articles;
  self->texts = g_new0 (PlxText *, n_articles + 1);
  self->first_sentence = g_new0 (guint, n_articles + 1);
  self->years = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n_articles; i++)
    {
      guint year = articles[i].published != NULL
                     ? (guint) g_ascii_strtoull (articles[i].published, NULL, 10) : 0;

      if (year > 0)
        g_array_append_val (self->years, year);
      self->texts[i] = plx_text_read_analysis (vocabulary, articles[i].analysis);
      self->first_sentence[i + 1] = self->first_sentence[i] + self->texts[i]->sentences->len;
    }
  self->n_sentences = self->first_sentence[n_articles];
  return self;
}

void
plx_story_index_free (PlxStoryIndex *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_articles; i++)
    plx_text_free (self->texts[i]);
  for (guint i = 0; self->postings != NULL && i < self->vocabulary->words->len; i++)
    g_clear_pointer (&self->postings[i], g_array_unref);
  g_clear_pointer (&self->touched, g_array_unref);
  g_clear_pointer (&self->years, g_array_unref);
  g_free (self->texts);
  g_free (self->first_sentence);
  g_free (self->postings);
  g_free (self->sentence_epoch);
  g_free (self->last_term);
  g_free (self->last_sim);
  g_free (self->rough);
  g_free (self->word_epoch);
  g_free (self->first_hit);
  g_clear_pointer (&self->hits, g_array_unref);
  g_free (self);
}

static void
add_posting (GArray **postings, guint32 id, guint sentence)
{
  GArray *list = postings[id];

  if (list == NULL)
    list = postings[id] = g_array_new (FALSE, FALSE, sizeof (guint));
  if (list->len == 0 || g_array_index (list, guint, list->len - 1) != sentence)
    g_array_append_val (list, sentence);
}

/* initials of every run of two to six capitalised words → ids of its words */
static void
collect_initials (const PlxText *text, GHashTable *runs)
{
  guint first = 0;

  for (guint i = 1; i <= text->terms->len; i++)
    {
      guint flags = i < text->terms->len ? PLX_TEXT_TERM (text, i)->flags : 0;
      gboolean runs_on = (flags & PLX_TERM_NAME)
                         && !(flags & (PLX_TERM_BREAK | PLX_TERM_CAPITALS));
      char initials[MAX_ACRONYM + 2] = { 0 };

      if (runs_on)
        continue;
      if (i - first >= 2 && i - first <= MAX_ACRONYM)
        {
          for (guint j = first; j < i; j++)
            {
              char c = text->text[PLX_TEXT_TERM (text, j)->span.begin];

              initials[j - first] = g_ascii_isalpha (c) ? g_ascii_tolower (c) : '?';
            }
          if (!g_hash_table_contains (runs, initials))
            {
              GArray *ids = g_array_new (FALSE, FALSE, sizeof (guint32));

              for (guint j = first; j < i; j++)
                g_array_append_val (ids, PLX_TEXT_TERM (text, j)->id);
              g_hash_table_insert (runs, g_strdup (initials), ids);
            }
        }
      first = i;
    }
}

/* "an intercontinental ballistic missile, or ICBM": the words just before. */
static void
join_spelt_out (PlxStoryIndex *self, const PlxText *text, guint acronym)
{
  const char *letters = plx_vocabulary_get (self->vocabulary,
                                            PLX_TEXT_TERM (text, acronym)->id)->lemma;
  guint n = (guint) strlen (letters);

  for (guint gap = 0; gap <= 2 && acronym >= n + gap && n > 2 && n <= MAX_ACRONYM; gap++)
    {
      guint first = acronym - n - gap, matching = 0;

      while (matching < n
             && g_ascii_tolower (text->text[PLX_TEXT_TERM (text, first + matching)->span.begin])
                  == letters[matching])
        matching++;
      for (guint i = 0; matching == n && i < n; i++)
        plx_vocabulary_join (self->vocabulary, PLX_TEXT_TERM (text, acronym)->id,
                             PLX_TEXT_TERM (text, first + i)->id, PLX_SIM_SYNONYM);
    }
}

static void
join_acronyms (PlxStoryIndex *self)
{
  g_autoptr (GHashTable) runs =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint a = 0; a < self->n_articles; a++)
    collect_initials (self->texts[a], runs);
  for (guint a = 0; a < self->n_articles; a++)
    for (guint i = 0; i < self->texts[a]->terms->len; i++)
      {
        PlxTerm *term = PLX_TEXT_TERM (self->texts[a], i);
        GArray *ids = NULL;

        if (!(term->flags & PLX_TERM_CAPITALS))
          continue;
        join_spelt_out (self, self->texts[a], i);
        ids = g_hash_table_lookup (runs, plx_vocabulary_get (self->vocabulary, term->id)->lemma);
        for (guint j = 0; ids != NULL && j < ids->len; j++)
          plx_vocabulary_join (self->vocabulary, term->id, g_array_index (ids, guint32, j),
                               PLX_SIM_SYNONYM);
      }
}

static void
count_words (PlxStoryIndex *self)
{
  for (guint i = 0; i < self->vocabulary->words->len; i++)
    plx_vocabulary_get (self->vocabulary, i)->n_sentences =
      self->postings[i] != NULL ? self->postings[i]->len : 0;
}

/* Lays down postings and closes the vocabulary: claims have been read too. */
void
plx_story_index_close (PlxStoryIndex *self)
{
  self->postings = g_new0 (GArray *, self->vocabulary->words->len + 1);
  for (guint a = 0; a < self->n_articles; a++)
    {
      const PlxText *text = self->texts[a];
      guint meant = 0;

      for (guint s = 0; s < text->sentences->len; s++)
        {
          const PlxSentence *sentence = PLX_TEXT_SENTENCE (text, s);
          guint id = self->first_sentence[a] + s;

          for (guint i = 0; i < sentence->n_terms; i++)
            if (plx_term_is_content (PLX_TEXT_TERM (text, sentence->first_term + i)))
              add_posting (self->postings,
                           PLX_TEXT_TERM (text, sentence->first_term + i)->id, id);
          for (; meant < text->meant->len
                 && g_array_index (text->meant, PlxMeantTerm, meant).sentence <= s; meant++)
            add_posting (self->postings, g_array_index (text->meant, PlxMeantTerm, meant).id, id);
        }
    }
  join_acronyms (self);
  count_words (self);
  plx_vocabulary_close (self->vocabulary, self->n_sentences);
  self->sentence_epoch = g_new0 (guint, self->n_sentences + 1);
  self->last_term = g_new0 (guint, self->n_sentences + 1);
  self->last_sim = g_new0 (float, self->n_sentences + 1);
  self->rough = g_new0 (float, self->n_sentences + 1);
  self->touched = g_array_new (FALSE, FALSE, sizeof (guint));
  self->word_epoch = g_new0 (guint, self->vocabulary->words->len + 1);
  self->first_hit = g_new0 (gint, self->vocabulary->words->len + 1);
  self->hits = g_array_new (FALSE, FALSE, sizeof (PlxHit));
}
