/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-compare-private.h"

#include "compare/plx-furniture.h"
#include "compare/plx-tuning.h"

#include <string.h>

/* What may become a row of the matrix: every clause of every article that says
 * enough, and every matter that an article says a source left out. */

/* A dateline has no more words than this; a claim of so many letters reads well. */
enum { DATELINE_TERMS = 10, CLEAR_LEAST = 25, CLEAR_MOST = 160 };

static gboolean
is_capitals (const PlxText *text, PlxSpan span)
{
  for (guint32 i = span.begin; i < span.end; i++)
    if (g_ascii_islower (text->text[i]))
      return FALSE;
  return plx_span_length (span) > 1;
}

/* The first token at or after @byte; tokens->len: none. */
guint
plx_token_at (const PlxAnalysis *analysis, guint32 byte)
{
  guint low = 0, high = analysis->tokens->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (PLX_TOKEN (analysis, middle)->span.begin < byte)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
add_seed (PlxCompareJob *job, guint article, guint sentence, guint first, guint end)
{
  const PlxText *text = job->index->texts[article];
  PlxSeed seed = { .article = (gint) article, .text = text, .sentence = sentence,
                   .first_term = first, .end_term = end, .statement = -1 };

  seed.span.begin = PLX_TEXT_TERM (text, first)->span.begin;
  seed.span.end = PLX_TEXT_TERM (text, end - 1)->span.end;
  seed.statement = plx_statement_at (job, article, sentence, seed.span);
  if (plx_seed_is_worth_it (job, &seed))
    g_array_append_val (job->seeds, seed);
}

static gboolean
is_joining (const PlxCompareJob *job, const PlxText *text, guint term)
{
  const char *lemma = plx_vocabulary_get (job->vocabulary, PLX_TEXT_TERM (text, term)->id)->lemma;

  return (PLX_TEXT_TERM (text, term)->flags & PLX_TERM_BREAK) != 0 || g_str_equal (lemma, "and")
         || g_str_equal (lemma, "while");
}

/* "19 people died and 41 citizens were rescued" are two claims though they are
 * one clause: a cut between numbers of different quantities. */
static void
add_seeds (PlxCompareJob *job, guint article, guint sentence, guint first, guint end)
{
  const PlxText *text = job->index->texts[article];
  const GArray *figures = job->figures[article];
  const PlxFigure *before = NULL;

  for (guint f = 0, i = first; f < figures->len; f++)
    {
      const PlxFigure *figure = &g_array_index (figures, PlxFigure, f);
      guint cut = 0;

      if (figure->sentence > sentence)
        break;
      if (figure->sentence < sentence || figure->signs
          || figure->span.begin < PLX_TEXT_TERM (text, first)->span.begin
          || figure->span.end > PLX_TEXT_TERM (text, end - 1)->span.end)
        continue;
      for (; i < end && PLX_TEXT_TERM (text, i)->span.begin <= figure->span.begin; i++)
        if (before != NULL && before->quantity != figure->quantity && is_joining (job, text, i)
            && PLX_TEXT_TERM (text, i)->span.begin >= before->span.end)
          cut = i;
      if (cut > first && plx_count_content (text, first, cut) > 1
          && plx_count_content (text, cut, end) > 0)
        {
          add_seed (job, article, sentence, first, cut);
          first = cut;
        }
      before = figure;
    }
  add_seed (job, article, sentence, first, end);
}

/* "HARBOUR CITY (CP) - ", "VESKGRAD, May 14 -- ": the first term after it. */
guint
plx_dateline_skip (const PlxText *text, const PlxSentence *sentence)
{
  guint end = MIN (sentence->first_term + DATELINE_TERMS,
                   sentence->first_term + sentence->n_terms);

  if (!(PLX_TEXT_TERM (text, sentence->first_term)->flags & PLX_TERM_CAPITALS)
      && !is_capitals (text, PLX_TEXT_TERM (text, sentence->first_term)->span))
    return sentence->first_term;
  for (guint i = sentence->first_term + 1; i < end; i++)
    {
      guint32 from = PLX_TEXT_TERM (text, i - 1)->span.end;
      gssize n = PLX_TEXT_TERM (text, i)->span.begin - from;

      if (g_strstr_len (text->text + from, n, " - ") != NULL
          || g_strstr_len (text->text + from, n, "--") != NULL
          || g_strstr_len (text->text + from, n, "—") != NULL
          || g_strstr_len (text->text + from, n, "–") != NULL)
        return i;
    }
  return sentence->first_term;
}

/* Clauses too short to stand alone go with the one before. */
static void
add_clause_seeds (PlxCompareJob *job, guint article, guint index, guint first)
{
  const PlxText *text = job->index->texts[article];
  const PlxSentence *sentence = PLX_TEXT_SENTENCE (text, index);
  guint end_sentence = sentence->first_term + sentence->n_terms;

  for (guint c = 0; c < sentence->n_clauses; c++)
    {
      const PlxClause *clause = PLX_TEXT_CLAUSE (text, sentence->first_clause + c);
      guint end = clause->first_term + clause->n_terms;

      if (end <= first
          || (plx_count_content (text, first, end) < PLX_CLAIM_MIN_WORDS && end < end_sentence))
        continue;
      if (end < end_sentence
          && plx_count_content (text, end, end_sentence) < PLX_CLAIM_MIN_WORDS)
        continue;
      if (plx_count_content (text, first, end) >= PLX_CLAIM_MIN_WORDS)
        add_seeds (job, article, index, first, end);
      first = end;
    }
}

/* The terms that the words of a proposition span. */
static void
find_terms (PlxSeed *seed)
{
  const PlxSentence *sentence = PLX_TEXT_SENTENCE (seed->text, seed->sentence);
  guint i = sentence->first_term, end = sentence->first_term + sentence->n_terms;

  while (i < end && PLX_TEXT_TERM (seed->text, i)->span.end <= seed->span.begin)
    i++;
  seed->first_term = i;
  while (i < end && PLX_TEXT_TERM (seed->text, i)->span.begin < seed->span.end)
    i++;
  seed->end_term = i;
}

static void
add_proposition_seed (PlxCompareJob *job, guint article, guint index,
                      const PlxProposition *proposition)
{
  PlxSeed seed = { .article = (gint) article, .text = job->index->texts[article],
                   .sentence = index, .statement = -1, .span = proposition->span,
                   .proposition = proposition };

  find_terms (&seed);
  if (seed.end_term == seed.first_term)
    return;
  seed.statement = plx_statement_at (job, article, index, seed.span);
  if (!plx_seed_is_said (job, &seed)
      || (plx_count_content (seed.text, seed.first_term, seed.end_term) < PLX_PART_MIN_WORDS
          && !plx_facts_any (seed.text, index, seed.span))
      || !plx_seed_is_worth_it (job, &seed))
    return;
  g_array_append_val (job->seeds, seed);
}

/* By the tree, else by the clauses. */
static void
add_sentence_seeds (PlxCompareJob *job, guint article, guint index)
{
  const PlxText *text = job->index->texts[article];
  const PlxSentence *sentence = PLX_TEXT_SENTENCE (text, index);
  guint first = plx_dateline_skip (text, sentence);
  GPtrArray *found;
  PlxSpan span = sentence->span;

  if (first > sentence->first_term)
    span.begin = PLX_TEXT_TERM (text, first)->span.begin;
  found = plx_propositions_read (job->articles[article].analysis, span,
                                 g_hash_table_lookup (job->statements_of[article],
                                                      GUINT_TO_POINTER (index)),
                                 job->vocabulary->lexicon, job->claim_words);
  g_ptr_array_add (job->propositions, found);
  for (guint i = 0; i < found->len; i++)
    add_proposition_seed (job, article, index, g_ptr_array_index (found, i));
  if (found->len == 0)
    add_clause_seeds (job, article, index, first);
}

static void
add_article_seeds (PlxCompareJob *job, guint article, guint most)
{
  const PlxText *text = job->index->texts[article];
  g_autofree guint8 *furniture = plx_furniture_find (job->articles[article].analysis, text,
                                                     job->claim_words);
  guint before = job->seeds->len;

  for (guint s = 0; s < text->sentences->len && job->seeds->len - before < most; s++)
    if (!furniture[s])
      add_sentence_seeds (job, article, s);
}

static int
compare_seeds (gconstpointer a, gconstpointer b)
{
  const PlxSeed *x = a, *y = b;

  if (x->article != y->article)
    return x->article < y->article ? -1 : 1;
  if (x->sentence != y->sentence)
    return x->sentence < y->sentence ? -1 : 1;
  if (x->is_omission != y->is_omission)
    return x->is_omission ? -1 : 1;
  return x->first_term < y->first_term ? -1 : x->first_term > y->first_term;
}

/* The matter that a statement says was left out, as a seed. */
static void
add_omission_seed (PlxCompareJob *job, guint article, gint index)
{
  const PlxText *text = job->index->texts[article];
  const PlxAnalysis *analysis = job->articles[article].analysis;
  const PlxStatement *statement = PLX_STATEMENT (analysis, index);
  PlxSpan hull = plx_analysis_hull (analysis, statement->content);
  guint s = plx_text_sentence_at (text, hull.begin);
  PlxSeed seed = { .article = (gint) article, .text = text, .sentence = s,
                   .statement = index, .is_omission = TRUE };

  if (hull.begin >= hull.end || s >= text->sentences->len)
    return;
  seed.span = PLX_TEXT_SENTENCE (text, s)->span;
  seed.first_term = seed.end_term = PLX_TEXT_SENTENCE (text, s)->first_term;
  for (guint i = 0; i < PLX_TEXT_SENTENCE (text, s)->n_terms; i++)
    {
      guint term = PLX_TEXT_SENTENCE (text, s)->first_term + i;

      if (!plx_span_contains (hull, PLX_TEXT_TERM (text, term)->span))
        continue;
      if (seed.end_term == seed.first_term)
        seed.first_term = term;
      seed.end_term = term + 1;
    }
  if (plx_count_content (text, seed.first_term, seed.end_term) > 0)
    g_array_append_val (job->omissions, seed);
}

/* Fills job->omissions. */
void
plx_omissions_find (PlxCompareJob *job)
{
  for (guint a = 0; a < job->n_articles; a++)
    {
      const PlxAnalysis *analysis = job->articles[a].analysis;

      for (guint i = 0; i < analysis->statements->len; i++)
        if (PLX_STATEMENT (analysis, i)->mode == PLX_MODE_OMISSION)
          add_omission_seed (job, a, (gint) i);
    }
}

/* Fills job->seeds: omissions are claims of their own. Long articles give their
 * first clauses only, so that the work stays bounded. */
void
plx_claims_find (PlxCompareJob *job)
{
  guint most = PLX_MAX_SEEDS / MAX (1, job->n_articles);

  g_array_append_vals (job->seeds, job->omissions->data, job->omissions->len);
  for (guint a = 0; a < job->n_articles; a++)
    add_article_seeds (job, a, MAX (most, 20));
  g_array_sort (job->seeds, compare_seeds);
}

static char **
dup_actors (const PlxCompareJob *job, const PlxSeed *seed)
{
  const PlxAnalysis *analysis;
  GPtrArray *actors = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (seed->article >= 0)
    {
      analysis = job->articles[seed->article].analysis;
      for (guint i = 0; i < analysis->mentions->len; i++)
        {
          const PlxMention *mention = PLX_MENTION (analysis, i);
          const char *name;

          if (mention->span.begin >= seed->span.end)
            break;
          if (mention->entity < 0 || !plx_span_overlaps (mention->span, seed->span))
            continue;
          name = PLX_ENTITY (analysis, mention->entity)->name;
          if (name != NULL && g_hash_table_add (seen, (gpointer) name))
            g_ptr_array_add (actors, g_strdup (name));
        }
    }
  g_ptr_array_add (actors, NULL);
  return (char **) g_ptr_array_free (actors, FALSE);
}

/* How well a text stands alone: whole, named, neither too short nor too long. */
static int
clarity_of (const PlxCompareJob *job, const PlxSeed *seed, const char *text)
{
  glong n = g_utf8_strlen (text, -1);
  int clarity = 0;

  if (seed->proposition != NULL)
    clarity += 2 * (seed->proposition->is_complete && !seed->proposition->is_aside);
  clarity -= 2 * g_str_has_suffix (text, "…");
  clarity -= n > CLEAR_MOST || n < CLEAR_LEAST;
  clarity -= 2 * ((plx_claim_words_classes (job->claim_words, text, strcspn (text, " "))
                   & PLX_CLAIM_PRONOUN) != 0);
  clarity += seed->statement < 0;
  return clarity;
}

/* The clearest text of the seeds that say all the same; of equals the first. */
static char *
dup_clearest (const PlxCompareJob *job, const PlxSeed *seed)
{
  guint index = (guint) (seed - (const PlxSeed *) (gconstpointer) job->seeds->data);
  char *best = plx_seed_dup_text (job, seed);
  int most = seed->given != NULL || seed->is_omission ? G_MAXINT : clarity_of (job, seed, best);

  for (guint i = index + 1; i < job->seeds->len && most < G_MAXINT; i++)
    {
      const PlxSeed *other = &g_array_index (job->seeds, PlxSeed, i);
      g_autofree char *text = NULL;
      int clarity;

      if (other->speaker != index + 1 || !other->lends)
        continue;
      text = plx_seed_dup_text (job, other);
      clarity = clarity_of (job, other, text);
      if (clarity <= most)
        continue;
      most = clarity;
      g_free (best);
      best = g_steal_pointer (&text);
    }
  return best;
}

static gboolean
is_given_id (const PlxCompareJob *job, const char *id)
{
  for (guint i = 0; i < job->options->n_claims; i++)
    if (g_strcmp0 (job->options->claims[i].id, id) == 0)
      return TRUE;
  return FALSE;
}

/* "c7", or "c7-2" where a given claim is called so. */
static char *
dup_free_id (const PlxCompareJob *job, guint number)
{
  char *id = g_strdup_printf ("c%u", number);

  for (guint n = 2; is_given_id (job, id); n++)
    {
      g_free (id);
      id = g_strdup_printf ("c%u-%u", number, n);
    }
  return id;
}

/* @number counts from 1. Ratings are left for plx_claims_rate(). */
PlxClaim *
plx_claim_new (const PlxCompareJob *job, const PlxSeed *seed, guint number)
{
  PlxClaim *claim = g_new0 (PlxClaim, 1);

  claim->statement = dup_clearest (job, seed);
  claim->order = number - 1;
  claim->actors = dup_actors (job, seed);
  if (seed->given != NULL)
    {
      claim->id = seed->given->id != NULL ? g_strdup (seed->given->id)
                                          : g_strdup_printf ("c%u", number);
      claim->key = g_strdup (claim->id);
    }
  else
    {
      const char *id = job->articles[seed->article].id;
      g_autofree char *text = plx_analysis_dup_span (job->articles[seed->article].analysis,
                                                     seed->span);
      g_autofree char *whole = g_strdup_printf ("%s\n%s%s", id != NULL ? id : "",
                                                seed->is_omission ? "omission\n" : "", text);
      g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, whole, -1);

      claim->id = dup_free_id (job, number);
      claim->key = g_strndup (sum, 16);
    }
  return claim;
}
