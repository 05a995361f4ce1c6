/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-compare-private.h"

#include "compare/plx-tuning.h"

#include <string.h>

/* How much a claim matters to a story: how many say it who do not copy each
 * other, how early in their texts and whether the headline has it, and who is
 * heard with it. */

static gboolean
is_told (const PlxCell *cell)
{
  return (cell->status == PLX_CELL_REPORTED || cell->status == PLX_CELL_DIFFERS)
         && cell->evidence.n_spans > 0;
}

/* How near to the beginning the articles tell it: 1 in the first words. */
static double
place_01 (const PlxCompareJob *job, guint claim)
{
  double sum = 0.0;
  guint n = 0;

  for (guint a = 0; a < job->n_articles; a++)
    {
      const PlxCell *cell = plx_comparison_get_cell (job->out, claim, a);

      if (!is_told (cell) || cell->evidence.article != (gint) a)
        continue;
      sum += 1.0 - (double) cell->evidence.spans[0].begin
                     / MAX (1, job->articles[a].analysis->n_bytes);
      n++;
    }
  return n > 0 ? sum / n : 0.0;
}

/* The share of a claim's words that stand in the headline of its article. */
static double
headline_01 (const PlxCompareJob *job, const PlxSeed *seed)
{
  g_autofree char *title = NULL;
  guint n = 0, found = 0;

  if (seed->article < 0 || job->articles[seed->article].title == NULL)
    return 0.0;
  title = g_utf8_strdown (job->articles[seed->article].title, -1);
  for (guint i = seed->first_term; i < seed->end_term; i++)
    {
      const PlxTerm *term = PLX_TEXT_TERM (seed->text, i);
      g_autofree char *word = NULL;

      if (!plx_term_is_content (term))
        continue;
      word = g_utf8_strdown (seed->text->text + term->span.begin,
                             (gssize) plx_span_length (term->span));
      n++;
      found += strstr (title, word) != NULL;
    }
  return n > 0 ? (double) found / n : 0.0;
}

/* A person or body that answers for its words, the article itself, a crowd. */
static double
speaker_01 (const PlxCompareJob *job, const PlxSeed *seed)
{
  const PlxAnalysis *analysis;
  const PlxStatement *statement;
  const PlxLevel *level;

  if (seed->article < 0 || seed->statement < 0)
    return PLX_SALIENCE_OWN_VOICE;
  analysis = job->articles[seed->article].analysis;
  statement = PLX_STATEMENT (analysis, seed->statement);
  if (statement->levels.n == 0)
    return PLX_SALIENCE_OWN_VOICE;
  level = PLX_LEVEL (analysis, statement->levels.first + statement->levels.n - 1);
  return level->entity >= 0 && PLX_ENTITY (analysis, level->entity)->names.n > 0
           ? 1.0 : PLX_SALIENCE_UNNAMED;
}

double
plx_claim_salience (const PlxCompareJob *job, guint claim, guint n_origins)
{
  const PlxSeed *seed = &g_array_index (job->seeds, PlxSeed,
                                        g_array_index (job->claim_seeds, guint, claim));
  double said = (double) n_origins / MAX (1, job->n_articles);

  return PLX_SALIENCE_SAID * MIN (1.0, said)
         + PLX_SALIENCE_PLACE * place_01 (job, claim)
         + PLX_SALIENCE_HEADLINE * headline_01 (job, seed)
         + PLX_SALIENCE_SPEAKER * speaker_01 (job, seed);
}
