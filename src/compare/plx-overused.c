/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-compare-private.h"

#include "compare/plx-tuning.h"

#include <math.h>
#include <string.h>

/* Words that an article uses more than the rest of its story does: log-odds
 * with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008,
 * "Fightin' Words", equations 15, 20 and 22). The prior is the whole story
 * plus what is known of the word's frequency in the language. */

typedef struct {
  guint32 id;
  double z;
} Scored;

static int
compare_scored (gconstpointer a, gconstpointer b)
{
  const Scored *x = a, *y = b;

  if (x->z > y->z || x->z < y->z)
    return x->z > y->z ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

static gboolean
counts (const PlxTerm *term)
{
  return plx_term_is_content (term) && !(term->flags & PLX_TERM_SAYING);
}

static guint
count_words (const PlxText *text, guint *n_uses)
{
  guint n = 0;

  for (guint i = 0; i < text->terms->len; i++)
    if (counts (PLX_TEXT_TERM (text, i)))
      {
        n_uses[PLX_TEXT_TERM (text, i)->id]++;
        n++;
      }
  return n;
}

/* @n_here, @n_rest: uses of the word; @here, @rest: words of both. */
static double
log_odds_z (double n_here, double here, double n_rest, double rest, double prior, double priors)
{
  double a = n_here + prior, b = n_rest + prior;
  double delta = log (a / (here + priors - a)) - log (b / (rest + priors - b));

  return delta / sqrt (1 / a + 1 / b);
}

static PlxOverusedWord *
word_new (const PlxText *text, guint article, const Scored *scored)
{
  PlxOverusedWord *word = g_new0 (PlxOverusedWord, 1);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));

  for (guint i = 0; i < text->terms->len; i++)
    {
      const PlxTerm *term = PLX_TEXT_TERM (text, i);

      if (term->id != scored->id || !counts (term))
        continue;
      if (word->word == NULL)
        word->word = plx_text_fold (text->text + term->span.begin,
                                    plx_span_length (term->span));
      g_array_append_val (spans, term->span);
    }
  word->article = (gint) article;
  word->z = scored->z;
  word->n_spans = spans->len;
  word->spans = g_memdup2 (spans->data, spans->len * sizeof (PlxSpan));
  return word;
}

static void
read_article (PlxCompareJob *job, guint article, const guint *n_all, guint all)
{
  const PlxText *text = job->index->texts[article];
  guint n_words = job->vocabulary->words->len;
  g_autofree guint *n_here = g_new0 (guint, n_words + 1);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Scored));
  guint here = count_words (text, n_here);
  double mass = MIN (PLX_PRIOR_WORDS, all / 2.0);   // a short story must not drown in it
  double priors = mass + n_words * 0.01;

  for (guint32 id = 0; id < n_words; id++)
    {
      const PlxWord *word = plx_vocabulary_get (job->vocabulary, id);
      double known = pow (10.0, plx_lexicon_zipf (job->vocabulary->lexicon, word->lemma) - 9.0);
      double prior = 0.01 + mass * (0.5 * n_all[id] / all + 0.5 * known);
      Scored scored = { id, 0.0 };

      if (n_here[id] < 2)
        continue;
      scored.z = log_odds_z (n_here[id], here, n_all[id] - n_here[id], all - here, prior, priors);
      if (scored.z >= PLX_WORD_MIN_Z)
        g_array_append_val (found, scored);
    }
  g_array_sort (found, compare_scored);
  for (guint i = 0; i < found->len && i < PLX_N_WORDS; i++)
    g_ptr_array_add (job->out->words,
                     word_new (text, article, &g_array_index (found, Scored, i)));
}

/* Needs two articles: there is no rest of a story of one. */
void
plx_overused_find (PlxCompareJob *job)
{
  g_autofree guint *n_all = g_new0 (guint, job->vocabulary->words->len + 1);
  guint all = 0;

  if (job->n_articles < 2)
    return;
  for (guint a = 0; a < job->n_articles; a++)
    all += count_words (job->index->texts[a], n_all);
  for (guint a = 0; a < job->n_articles && all > 0; a++)
    read_article (job, a, n_all, all);
}
