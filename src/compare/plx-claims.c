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

static guint
count_content (const PlxText *text, guint first, guint end)
{
  guint n = 0;

  for (guint i = first; i < end; i++)
    if (plx_term_is_content (PLX_TEXT_TERM (text, i))
        && !(PLX_TEXT_TERM (text, i)->flags & PLX_TERM_SAYING))
      n++;
  return n;
}

/* Whether a clause has a name or a number: something to check. */
static gboolean
has_anchor (const PlxText *text, guint sentence, guint first, guint end)
{
  PlxSpan span = { PLX_TEXT_TERM (text, first)->span.begin,
                   PLX_TEXT_TERM (text, end - 1)->span.end };

  if (plx_facts_any (text, sentence, span))
    return TRUE;
  for (guint i = first; i < end; i++)
    if (PLX_TEXT_TERM (text, i)->flags & (PLX_TERM_NAME | PLX_TERM_NUMBER | PLX_TERM_PAIR))
      return TRUE;
  return FALSE;
}

static gboolean
is_in_event (const PlxAnalysis *analysis, PlxSpan span)
{
  for (guint i = 0; i < analysis->events->len; i++)
    if (plx_span_overlaps (PLX_EVENT (analysis, i)->span, span))
      return TRUE;
  return FALSE;
}

static gboolean
is_question (const PlxText *text, PlxSpan span)
{
  return span.end < text->n_bytes && text->text[span.end] == '?';
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

/* Whether the tags know every word of a clause and none is a verb: a byline, a
 * caption, a heading. */
static gboolean
has_no_verb (const PlxAnalysis *analysis, PlxSpan span)
{
  guint low = plx_token_at (analysis, span.begin);

  if (low == analysis->tokens->len)
    return FALSE;
  for (; low < analysis->tokens->len && PLX_TOKEN (analysis, low)->span.begin < span.end; low++)
    {
      const char *upos = PLX_TOKEN (analysis, low)->upos;

      if (upos == NULL || strcmp (upos, "VERB") == 0 || strcmp (upos, "AUX") == 0
          || strcmp (upos, "X") == 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
level_covers (const PlxAnalysis *analysis, const PlxLevel *level, const PlxSeed *seed)
{
  PlxSlice slice = seed->proposition != NULL ? level->cue : level->source;
  PlxSpan span = seed->proposition != NULL
                   ? PLX_TOKEN (analysis, seed->proposition->head)->span : seed->span;

  return slice.n > 0 && plx_span_overlaps (plx_analysis_hull (analysis, slice), span);
}

/* "as reported by the party's newspaper on Friday": a clause that only says who
 * said what the other clauses of its sentence say. */
static gboolean
is_frame (const PlxCompareJob *job, guint article, const PlxSeed *seed)
{
  const PlxAnalysis *analysis = job->articles[article].analysis;
  const GArray *here = g_hash_table_lookup (job->statements_of[article],
                                            GUINT_TO_POINTER (seed->sentence));

  for (guint i = 0; here != NULL && i < here->len; i++)
    {
      const PlxStatement *statement = PLX_STATEMENT (analysis, g_array_index (here, gint, i));

      for (guint j = 0; j < statement->levels.n; j++)
        if (level_covers (analysis, PLX_LEVEL (analysis, statement->levels.first + j), seed))
          return TRUE;
    }
  return FALSE;
}

static gboolean
is_worth_it (const PlxCompareJob *job, const PlxSeed *seed)
{
  const PlxAnalysis *analysis = job->articles[seed->article].analysis;
  guint article = (guint) seed->article;

  if (is_question (seed->text, seed->span))
    return FALSE;
  if (seed->statement >= 0 || (seed->proposition != NULL && seed->proposition->is_detail))
    return TRUE;
  return !is_frame (job, article, seed)
         && !has_no_verb (analysis, seed->span)
         && (has_anchor (seed->text, seed->sentence, seed->first_term, seed->end_term)
             || is_in_event (analysis, seed->span)
             || count_content (seed->text, seed->first_term, seed->end_term)
                  >= (seed->proposition != NULL ? PLX_CLAIM_MIN_WORDS : PLX_CLAIM_MIN_PLAIN_WORDS));
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
  if (is_worth_it (job, &seed))
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
      if (cut > first && count_content (text, first, cut) > 1 && count_content (text, cut, end) > 0)
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
          || (count_content (text, first, end) < PLX_CLAIM_MIN_WORDS && end < end_sentence))
        continue;
      if (end < end_sentence
          && count_content (text, end, end_sentence) < PLX_CLAIM_MIN_WORDS)
        continue;
      if (count_content (text, first, end) >= PLX_CLAIM_MIN_WORDS)
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

/* Whether an unfinished sentence is one that somebody is quoted with. */
static gboolean
is_quoted (const PlxCompareJob *job, const PlxSeed *seed)
{
  const PlxAnalysis *analysis = job->articles[seed->article].analysis;

  return seed->statement >= 0
         && PLX_STATEMENT (analysis, seed->statement)->mode == PLX_MODE_DIRECT
         && PLX_STATEMENT (analysis, seed->statement)->levels.n > 0;
}

/* What somebody denies is no claim without the word that denies it. */
static gboolean
is_unsaid (const PlxCompareJob *job, const PlxSeed *seed)
{
  const PlxAnalysis *analysis = job->articles[seed->article].analysis;
  const GArray *words = seed->proposition->words;
  const PlxStatement *statement;
  PlxSpan cue;

  if (seed->statement < 0)
    return FALSE;
  statement = PLX_STATEMENT (analysis, seed->statement);
  if ((!statement->denied && g_strcmp0 (statement->force, "denied") != 0)
      || statement->levels.n == 0)
    return FALSE;
  cue = plx_analysis_hull (analysis, statement->cue);
  for (guint i = 0; i < words->len; i++)
    if (plx_span_overlaps (PLX_TOKEN (analysis, g_array_index (words, guint, i))->span, cue))
      return FALSE;
  return TRUE;
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
  if ((!proposition->is_complete && !is_quoted (job, &seed)) || is_unsaid (job, &seed)
      || (count_content (seed.text, seed.first_term, seed.end_term) < PLX_PART_MIN_WORDS
          && !plx_facts_any (seed.text, index, seed.span))
      || !is_worth_it (job, &seed))
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
  if (count_content (text, seed.first_term, seed.end_term) > 0)
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
