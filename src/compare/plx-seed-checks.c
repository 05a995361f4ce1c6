/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-compare-private.h"

#include "compare/plx-tuning.h"

#include <string.h>

/* Which clauses and propositions are claims: what says something that can be
 * checked, and that somebody says. */

/* Words of content in terms [first, end), but for those of saying. */
guint
plx_count_content (const PlxText *text, guint first, guint end)
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

/* Whether a clause or a proposition has enough in it to be a claim. */
gboolean
plx_seed_is_worth_it (const PlxCompareJob *job, const PlxSeed *seed)
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
             || plx_count_content (seed->text, seed->first_term, seed->end_term)
                  >= (seed->proposition != NULL ? PLX_CLAIM_MIN_WORDS : PLX_CLAIM_MIN_PLAIN_WORDS));
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

static gboolean
is_in_slice (const PlxAnalysis *analysis, PlxSlice slice, PlxSpan span)
{
  for (guint i = 0; i < slice.n; i++)
    if (plx_span_overlaps (*PLX_SPAN (analysis, slice.first + i), span))
      return TRUE;
  return FALSE;
}

/* Words that do not only say who says it. */
static guint
count_said (const PlxAnalysis *analysis, const PlxStatement *statement, const GArray *words)
{
  static const char *const small[] = { "PUNCT", "AUX", "ADV", "CCONJ", "DET", "ADP", NULL };
  guint n = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const PlxToken *token = PLX_TOKEN (analysis, g_array_index (words, guint, i));
      gboolean frame = token->upos != NULL && g_strv_contains (small, token->upos);

      for (guint j = 0; j < statement->levels.n && !frame; j++)
        {
          const PlxLevel *level = PLX_LEVEL (analysis, statement->levels.first + j);

          frame = is_in_slice (analysis, level->source, token->span)
                  || is_in_slice (analysis, level->cue, token->span);
        }
      n += !frame;
    }
  return n;
}

/* "said Ames": nothing of what he said. "Highly restrictive", which somebody is
 * quoted with, is no claim either. */
static gboolean
says_too_little (const PlxCompareJob *job, const PlxSeed *seed)
{
  const PlxAnalysis *analysis = job->articles[seed->article].analysis;
  guint n;

  if (seed->statement < 0 || plx_facts_any (seed->text, seed->sentence, seed->span))
    return FALSE;
  n = count_said (analysis, PLX_STATEMENT (analysis, seed->statement), seed->proposition->own);
  return n == 0 || (!seed->proposition->is_complete && n < PLX_CLAIM_MIN_WORDS);
}

/* The source of what a seed says, if it is "no one"; an empty span: it is not. */
PlxSpan
plx_seed_nobody (const PlxCompareJob *job, const PlxSeed *seed)
{
  const PlxAnalysis *analysis = job->articles[seed->article].analysis;
  const PlxStatement *statement = PLX_STATEMENT (analysis, seed->statement);
  const PlxLevel *level = statement->levels.n > 0
    ? PLX_LEVEL (analysis, statement->levels.first + statement->levels.n - 1) : NULL;
  g_autofree char *word = NULL;
  PlxSpan source = { 0, 0 };
  guint token;

  if (level == NULL || level->source.n == 0)
    return source;
  source = *PLX_SPAN (analysis, level->source.first);
  token = plx_token_at (analysis, source.begin);
  if (token < analysis->tokens->len)
    source.end = PLX_TOKEN (analysis, token)->span.end;
  word = plx_text_fold (analysis->text + source.begin, plx_span_length (source));
  return plx_lexicon_classes (job->vocabulary->lexicon, word) & PLX_WORD_NEGATION
           ? source : (PlxSpan) { 0, 0 };
}

/* What no one says, without the words that tell so. */
static gboolean
is_by_nobody (const PlxCompareJob *job, const PlxSeed *seed)
{
  PlxSpan source = { 0, 0 };

  if (seed->statement >= 0)
    source = plx_seed_nobody (job, seed);
  return source.end > source.begin && !plx_span_overlaps (seed->span, source);
}

/* Whether a proposition is said, whole enough and by somebody. */
gboolean
plx_seed_is_said (const PlxCompareJob *job, const PlxSeed *seed)
{
  return (seed->proposition->is_complete || is_quoted (job, seed))
         && !seed->proposition->is_half && !is_unsaid (job, seed)
         && !is_by_nobody (job, seed) && !says_too_little (job, seed);
}
