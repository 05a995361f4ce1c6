/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-ties.h"

#include "compare/plx-compare-private.h"

#include <string.h>

/* A longer path ties nothing to anything. */
enum { MAX_STEPS = 8, ACROSS_CLAUSE = 4 };

/* What it costs to go from a word to its head. */
static guint
step_cost (const PlxToken *token)
{
  static const char *const clauses[] = { "conj", "parataxis", "ccomp", "advcl", "acl", "list",
                                         "appos", "csubj" };

  for (guint k = 0; k < G_N_ELEMENTS (clauses); k++)
    if (g_str_has_prefix (token->deprel, clauses[k]))
      return ACROSS_CLAUSE;
  return 1;
}

/* The tokens from @i up to the root, with what it costs to be there. */
static guint
climb (const PlxAnalysis *analysis, guint i, gint *path, guint *costs)
{
  guint n = 0, cost = 0;
  gint at = (gint) i;

  while (at >= 0 && (guint) at < analysis->tokens->len && n < MAX_STEPS)
    {
      const PlxToken *token = PLX_TOKEN (analysis, at);

      path[n] = at;
      costs[n++] = cost;
      if (token->deprel == NULL)
        return 0;
      cost += step_cost (token);
      at = token->head;
    }
  return n;
}

guint
plx_tie_distance (const PlxAnalysis *analysis, guint32 byte_a, guint32 byte_b)
{
  gint path_a[MAX_STEPS], path_b[MAX_STEPS];
  guint costs_a[MAX_STEPS], costs_b[MAX_STEPS], best = G_MAXUINT, n_a, n_b;
  guint a, b;

  if (analysis == NULL || analysis->tokens->len == 0)
    return G_MAXUINT;
  a = plx_token_at (analysis, byte_a);
  b = plx_token_at (analysis, byte_b);
  if (a >= analysis->tokens->len || b >= analysis->tokens->len
      || PLX_TOKEN (analysis, a)->sentence != PLX_TOKEN (analysis, b)->sentence)
    return G_MAXUINT;
  n_a = climb (analysis, a, path_a, costs_a);
  n_b = climb (analysis, b, path_b, costs_b);
  for (guint i = 0; i < n_a; i++)
    for (guint j = 0; j < n_b; j++)
      if (path_a[i] == path_b[j])
        best = MIN (best, costs_a[i] + costs_b[j]);
  return best;
}
