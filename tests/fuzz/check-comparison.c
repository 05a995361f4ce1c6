/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check-comparison.h"

#include <json-glib/json-glib.h>

#include "check.h"

typedef struct {
  const PlxComparison *comparison;
  const PlxComparisonArticle *articles;
  char *broken;
} Check;

static void
check_spans (Check *c, const char *where, gint article, const PlxSpan *spans, guint n_spans)
{
  if (!must (c, article >= 0 && (guint) article < c->comparison->n_articles,
             "%s: there is no article %d", where, article))
    return;
  for (guint i = 0; i < n_spans; i++)
    {
      const PlxAnalysis *a = c->articles[article].analysis;

      if (must (c, spans[i].begin < spans[i].end && spans[i].end <= a->n_bytes,
                "%s: [%u,%u) is not inside a text of %u bytes", where, spans[i].begin,
                spans[i].end, a->n_bytes))
        must (c, plx_is_boundary (a, spans[i].begin) && plx_is_boundary (a, spans[i].end),
              "%s: [%u,%u) cuts a character", where, spans[i].begin, spans[i].end);
    }
}

static void
check_evidence (Check *c, const char *where, const PlxEvidence *evidence)
{
  if (!must (c, evidence->n_spans > 0, "%s: without evidence", where))
    return;
  check_spans (c, where, evidence->article, evidence->spans, evidence->n_spans);
  check_spans (c, where, evidence->article, evidence->differing, evidence->n_differing);
}

static void
check_told (Check *c, const char *where, const PlxCell *cell)
{
  check_evidence (c, where, &cell->evidence);
  must (c, cell->record == NULL || cell->status == PLX_CELL_LEFT_OUT,
        "%s: told, and a search record", where);
  must (c, cell->status != PLX_CELL_CONTRADICTED || cell->evidence.n_differing > 0,
        "%s: contradicted without the words", where);
  must (c, cell->status != PLX_CELL_DIFFERS || cell->differs_in != 0,
        "%s: differs in nothing", where);
  must (c, cell->score_01 >= 0.0 && cell->score_01 <= 1.0, "%s: score %g", where, cell->score_01);
  must (c, cell->via == NULL || cell->via[0] != NULL, "%s: an empty via", where);
  for (guint i = 0; cell->via != NULL && cell->via[i] != NULL; i++)
    must (c, *cell->via[i] != '\0', "%s: an empty name in via", where);
}

static void
check_cell (Check *c, guint claim, guint column)
{
  const PlxCell *cell = plx_comparison_get_cell (c->comparison, claim, column);
  g_autofree char *where = g_strdup_printf ("claim %u, column %u (%s)", claim, column,
                                            plx_cell_status_to_nick (cell->status));

  if (cell->status == PLX_CELL_NOT_EXAMINED)
    must (c, cell->evidence.n_spans == 0 && cell->record == NULL, "%s: but searched", where);
  else if (cell->status != PLX_CELL_NOT_FOUND)
    check_told (c, where, cell);
  else if (must (c, cell->record != NULL, "%s: without a record", where))
    {
      must (c, cell->evidence.n_spans == 0, "%s: with evidence", where);
      must (c, cell->record->n_articles > 0, "%s: searched no article", where);
      if (cell->record->nearest.n_spans > 0)
        check_evidence (c, where, &cell->record->nearest);
    }
}

/* A row of the engine's own must be somebody's claim. */
static void
check_claim (Check *c, guint index, gboolean is_given)
{
  const PlxClaim *claim = g_ptr_array_index (c->comparison->claims, index);
  gboolean is_told = is_given;

  for (guint i = 0; i < c->comparison->columns->len; i++)
    {
      const PlxCell *cell = plx_comparison_get_cell (c->comparison, index, i);

      check_cell (c, index, i);
      is_told = is_told || (cell->status != PLX_CELL_NOT_FOUND
                            && cell->status != PLX_CELL_NOT_EXAMINED);
    }
  must (c, is_told, "claim %u: of nobody", index);
  must (c, is_given || *claim->statement != '\0', "claim %u: empty", index);
  must (c, claim->salience_01 >= 0.0 && claim->salience_01 <= 1.0
           && claim->disagreement_01 >= 0.0 && claim->disagreement_01 <= 1.0,
        "claim %u: salience %g, disagreement %g", index, claim->salience_01,
        claim->disagreement_01);
  for (guint i = 0; claim->over_time != NULL && i < claim->over_time->len; i++)
    {
      const PlxMoment *moment = &g_array_index (claim->over_time, PlxMoment, i);

      check_spans (c, "over time", moment->article, &moment->span, 1);
    }
}

static void
check_unique (Check *c)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < c->comparison->claims->len; i++)
    {
      const PlxClaim *claim = g_ptr_array_index (c->comparison->claims, i);

      must (c, g_hash_table_add (seen, g_strdup (claim->key)), "key %s: twice", claim->key);
    }
  g_hash_table_remove_all (seen);
  for (guint i = c->comparison->n_articles; i < c->comparison->columns->len; i++)
    {
      const PlxColumn *column = g_ptr_array_index (c->comparison->columns, i);

      must (c, *column->name != '\0', "column %u: without a name", i);
      must (c, g_hash_table_add (seen, g_strdup (column->name)), "column %s: twice",
            column->name);
    }
}

static void
check_lists (Check *c)
{
  const PlxComparison *comparison = c->comparison;

  for (guint i = 0; i < comparison->words->len; i++)
    {
      const PlxOverusedWord *word = g_ptr_array_index (comparison->words, i);

      check_spans (c, word->word, word->article, word->spans, word->n_spans);
    }
  for (guint i = 0; i < comparison->findings->len; i++)
    for (guint j = 0; j < 2; j++)
      {
        const PlxComparisonFinding *finding = g_ptr_array_index (comparison->findings, i);

        check_evidence (c, finding->message, &finding->places[j]);
        must (c, finding->places[j].n_differing > 0, "%s: no words that differ",
              finding->message);
      }
  for (guint i = 0; i < comparison->naming->len; i++)
    {
      const PlxNaming *naming = g_ptr_array_index (comparison->naming, i);

      for (guint j = 0; j < naming->forms->len; j++)
        {
          const GArray *spans = g_array_index (naming->forms, PlxNamingForm, j).spans;

          check_spans (c, naming->entity, naming->article,
                       (const PlxSpan *) (gpointer) spans->data, spans->len);
        }
    }
}

static void
check_pairs (Check *c)
{
  for (guint i = 0; i < c->comparison->alignments->len; i++)
    {
      const PlxAlignment *pair = &g_array_index (c->comparison->alignments, PlxAlignment, i);

      check_spans (c, "ribbon", pair->article_a, &pair->a, 1);
      check_spans (c, "ribbon", pair->article_b, &pair->b, 1);
    }
  for (guint i = 0; i < c->comparison->reuse->len; i++)
    {
      const PlxReuse *reuse = g_ptr_array_index (c->comparison->reuse, i);

      check_spans (c, "reuse", reuse->article_a, reuse->spans_a, reuse->n_spans);
      check_spans (c, "reuse", reuse->article_b, reuse->spans_b, reuse->n_spans);
    }
}

static void
check_json (Check *c)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;

  plx_comparison_write_json (c->comparison, c->articles, line);
  must (c, g_utf8_validate_len (line->str, line->len, NULL), "the JSON is not UTF-8");
  node = json_from_string (line->str, &error);
  must (c, node != NULL, "the JSON does not read: %s", error != NULL ? error->message : "");
}

char *
plx_check_comparison (const PlxComparison *comparison, const PlxComparisonArticle *articles,
                      guint n_given)
{
  Check c = { comparison, articles, NULL };

  for (guint i = 0; i < comparison->claims->len && c.broken == NULL; i++)
    check_claim (&c, i, i < n_given);
  check_unique (&c);
  check_lists (&c);
  check_pairs (&c);
  if (c.broken == NULL)
    check_json (&c);
  return c.broken;
}
