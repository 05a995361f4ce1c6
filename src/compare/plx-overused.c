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

/* Sentences without a verb are bylines, captions and menus; texts without tags
 * have none that is known. */
static GHashTable *
find_verbless (const PlxAnalysis *analysis)
{
  GHashTable *verbless = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < analysis->tokens->len; i++)
    g_hash_table_add (verbless, GUINT_TO_POINTER (PLX_TOKEN (analysis, i)->sentence));
  for (guint i = 0; i < analysis->tokens->len; i++)
    {
      const PlxToken *token = PLX_TOKEN (analysis, i);

      if (token->upos != NULL
          && (strcmp (token->upos, "VERB") == 0 || strcmp (token->upos, "AUX") == 0
              || strcmp (token->upos, "X") == 0))
        g_hash_table_remove (verbless, GUINT_TO_POINTER (token->sentence));
    }
  return verbless;
}

/* Names, numbers, dates and words of saying tell nothing of the wording. */
static gboolean
is_wording (const PlxCompareJob *job, const PlxTerm *term)
{
  const PlxWord *word = plx_vocabulary_get (job->vocabulary, term->id);

  return plx_term_is_content (term) && !(term->flags & (PLX_TERM_SAYING | PLX_TERM_NAME))
         && !(word->classes & (PLX_WORD_MONTH | PLX_WORD_WEEKDAY))
         && strchr (word->lemma, '\'') == NULL   // "we're"
         && plx_lexicon_zipf (job->vocabulary->lexicon, word->lemma) < PLX_WORD_MAX_ZIPF
         && (word->is_plain || !word->is_name);
}

/* A use counts once between the same neighbours: what a page says again and
 * again ("Hide Caption") is no wording of the article's. */
static gboolean
is_new (GHashTable *seen, const PlxText *text, guint term)
{
  guint64 before = term > 0 ? PLX_TEXT_TERM (text, term - 1)->id : G_MAXUINT32;
  guint64 after = term + 1 < text->terms->len ? PLX_TEXT_TERM (text, term + 1)->id : G_MAXUINT32;
  guint64 *key = g_new (guint64, 1);

  *key = (before << 42) ^ ((guint64) PLX_TEXT_TERM (text, term)->id << 21) ^ after;
  return g_hash_table_add (seen, key);
}

static void
strike_names (const PlxAnalysis *analysis, const PlxText *text, guint8 *counts)
{
  guint term = 0;

  for (guint i = 0; i < analysis->mentions->len; i++)
    {
      const PlxMention *mention = PLX_MENTION (analysis, i);

      if (mention->form != PLX_FORM_NAME)
        continue;
      while (term < text->terms->len
             && PLX_TEXT_TERM (text, term)->span.end <= mention->span.begin)
        term++;
      for (guint t = term; t < text->terms->len
                           && PLX_TEXT_TERM (text, t)->span.begin < mention->span.end; t++)
        counts[t] = FALSE;
    }
}

/* Which terms of an article are counted. */
static guint8 *
mark_terms (const PlxCompareJob *job, guint article)
{
  const PlxAnalysis *analysis = job->articles[article].analysis;
  const PlxText *text = job->index->texts[article];
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) verbless = find_verbless (analysis);
  guint8 *counts = g_new0 (guint8, text->terms->len + 1);

  for (guint i = 0; i < text->terms->len; i++)
    {
      const PlxTerm *term = PLX_TEXT_TERM (text, i);
      gint32 sentence = plx_analysis_sentence_at (analysis, term->span.begin);

      counts[i] = is_wording (job, term)
                  && (sentence < 0
                      || !g_hash_table_contains (verbless, GINT_TO_POINTER (sentence)))
                  && is_new (seen, text, i);
    }
  strike_names (analysis, text, counts);
  return counts;
}

static guint
count_words (const PlxText *text, const guint8 *counts, guint *n_uses)
{
  guint n = 0;

  for (guint i = 0; i < text->terms->len; i++)
    if (counts[i])
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
word_new (const PlxText *text, const guint8 *counts, guint article, const Scored *scored)
{
  PlxOverusedWord *word = g_new0 (PlxOverusedWord, 1);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));

  for (guint i = 0; i < text->terms->len; i++)
    {
      const PlxTerm *term = PLX_TEXT_TERM (text, i);

      if (term->id != scored->id || !counts[i])
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
read_article (PlxCompareJob *job, guint article, const guint8 *counts, const guint *n_all,
              guint all)
{
  const PlxText *text = job->index->texts[article];
  guint n_words = job->vocabulary->words->len;
  g_autofree guint *n_here = g_new0 (guint, n_words + 1);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Scored));
  guint here = count_words (text, counts, n_here);
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
                     word_new (text, counts, article, &g_array_index (found, Scored, i)));
}

/* Needs two articles: there is no rest of a story of one. */
void
plx_overused_find (PlxCompareJob *job)
{
  g_autofree guint *n_all = g_new0 (guint, job->vocabulary->words->len + 1);
  g_autofree guint8 **marks = NULL;
  guint all = 0;

  if (job->n_articles < 2)
    return;
  marks = g_new (guint8 *, job->n_articles);
  for (guint a = 0; a < job->n_articles; a++)
    {
      marks[a] = mark_terms (job, a);
      all += count_words (job->index->texts[a], marks[a], n_all);
    }
  for (guint a = 0; a < job->n_articles; a++)
    {
      if (all > 0)
        read_article (job, a, marks[a], n_all, all);
      g_free (marks[a]);
    }
}
