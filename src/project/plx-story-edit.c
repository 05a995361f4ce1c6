/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "project/plx-project-private.h"
#include "project/plx-story-edit.h"
#include "project/plx-story-work.h"
#include "store/plx-cells-table.h"
#include "store/plx-claims-table.h"
#include "store/plx-log-table.h"

/* What edits of a matrix share, and the edits of cells. */

gboolean
plx_story_edit_init (PlxStoryEdit *self, PlxProject *project, gint64 story, GError **error)
{
  if (!plx_project_may_write (project, error))
    return FALSE;
  self->story = plx_project_get_comparison (project, story, error);
  self->author = project->author;
  self->now = plx_log_dup_now ();
  return self->story != NULL;
}

void
plx_story_edit_clear (PlxStoryEdit *self)
{
  g_clear_pointer (&self->story, plx_story_comparison_unref);
  g_clear_pointer (&self->now, g_free);
}

gboolean
plx_story_edit_find_claim (PlxStoryEdit *self, const char *key, guint *claim, GError **error)
{
  if (plx_story_comparison_find_claim (self->story, key, claim))
    return TRUE;
  g_set_error (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_NOT_FOUND,
               _("Story %lld has no claim “%s”"), (long long) self->story->story, key);
  return FALSE;
}

gboolean
plx_story_edit_find_cell (PlxStoryEdit *self, const char *key, const char *column_key,
                          guint *claim, guint *column, GError **error)
{
  if (!plx_story_edit_find_claim (self, key, claim, error))
    return FALSE;
  if (plx_story_comparison_find_column (self->story, column_key, column))
    return TRUE;
  g_set_error (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_NOT_FOUND,
               _("No source of story %lld is called “%s”"), (long long) self->story->story,
               column_key);
  return FALSE;
}

/* anchors */

static const PlxEvidence *
find_words (const PlxStoryComparison *story, guint claim)
{
  for (guint j = 0; j < story->comparison->columns->len; j++)
    {
      const PlxCell *cell = plx_comparison_get_cell (story->comparison, claim, j);

      if (plx_cell_status_is_told (cell->status) && cell->evidence.n_spans > 0
          && cell->evidence.article >= 0)
        return &cell->evidence;
    }
  return NULL;
}

gboolean
plx_story_edit_anchor (PlxStoryEdit *self, PlxDb *db, const char *key, GError **error)
{
  const PlxStoryComparison *story = self->story;
  const PlxEvidence *evidence;
  const PlxClaim *claim;
  g_autofree char *quote = NULL;
  guint row;

  if (!plx_story_comparison_find_claim (story, key, &row)
      || (story->work[row] != NULL && story->work[row]->is_added))
    return TRUE;
  claim = g_ptr_array_index (story->comparison->claims, row);
  evidence = find_words (story, row);
  PlxClaimAnchorRow anchor = { .claim = key, .statement = claim->statement };
  if (story->work[row] != NULL && story->work[row]->original != NULL)
    anchor.statement = story->work[row]->original;
  if (evidence != NULL)
    {
      anchor.article = story->articles[evidence->article];
      anchor.span = (PlxSpan) { evidence->spans[0].begin,
                                evidence->spans[evidence->n_spans - 1].end };
      quote = g_strndup (story->contents[evidence->article]->text + anchor.span.begin,
                         plx_span_length (anchor.span));
      anchor.quote = quote;
    }
  return plx_claim_anchors_set (db, story->story, &anchor, error);
}

/* evidence */

gboolean
plx_story_edit_set_evidence (PlxStoryEdit *self, PlxDb *db, const char *claim, guint column,
                             gint64 article, const PlxSpan *spans, guint n_spans, GError **error)
{
  const char *column_key = self->story->column_keys[column];
  PlxCellEvidenceRow row = { .claim = claim, .column = column_key, .article = article,
                             .author = self->author, .decided = self->now };

  if (!plx_cell_evidence_clear (db, self->story->story, claim, column_key, error))
    return FALSE;
  if (article == 0)
    return plx_cell_evidence_add (db, self->story->story, &row, error);
  for (guint i = 0; i < n_spans; i++)
    {
      row.span = spans[i];
      if (!plx_cell_evidence_add (db, self->story->story, &row, error))
        return FALSE;
    }
  return TRUE;
}

/* verdicts */

gboolean
plx_story_edit_forget_cell (PlxStoryEdit *self, PlxDb *db, const char *claim,
                            const char *column_key, GError **error)
{
  return plx_cells_clear (db, self->story->story, claim, column_key, error);
}

/* A verdict of an earlier format hangs on the name of the source. */
static gboolean
clear_verdict_of (PlxStoryEdit *self, PlxDb *db, const char *claim, guint column, GError **error)
{
  const PlxColumn *named = g_ptr_array_index (self->story->comparison->columns, column);
  const char *key = self->story->column_keys[column];
  guint found;

  if (!plx_cells_clear (db, self->story->story, claim, key, error))
    return FALSE;
  return strcmp (named->name, key) == 0
         || !plx_story_comparison_find_column (self->story, named->name, &found) || found != column
         || plx_cells_clear (db, self->story->story, claim, named->name, error);
}

gboolean
plx_story_edit_clear_verdict (PlxStoryEdit *self, PlxDb *db, guint claim, guint column,
                              GError **error)
{
  const PlxClaim *row = g_ptr_array_index (self->story->comparison->claims, claim);
  const PlxClaimWork *work = self->story->work[claim];

  for (guint i = 0; work != NULL && work->merged != NULL && work->merged[i] != NULL; i++)
    if (!clear_verdict_of (self, db, work->merged[i], column, error))
      return FALSE;
  return clear_verdict_of (self, db, row->key, column, error);
}

typedef struct {
  PlxStoryEdit *edit;
  guint claim, column;
  PlxCellRow row;            // of the verdict, NULL: taken back
} CellEdit;

static gboolean
set_verdict (CellEdit *cell, PlxDb *db, GError **error)
{
  const PlxStoryComparison *story = cell->edit->story;
  const PlxClaim *claim = g_ptr_array_index (story->comparison->claims, cell->claim);

  cell->row.claim = claim->key;
  cell->row.column = story->column_keys[cell->column];
  cell->row.author = cell->edit->author;
  cell->row.decided = cell->edit->now;
  return clear_verdict_of (cell->edit, db, claim->key, cell->column, error)
         && plx_story_edit_anchor (cell->edit, db, claim->key, error)
         && plx_cells_set (db, story->story, &cell->row, error);
}

static gboolean
set_cell_cb (PlxDb *db, gpointer data, GError **error)
{
  CellEdit *cell = data;

  return cell->row.verdict == NULL
           ? plx_story_edit_clear_verdict (cell->edit, db, cell->claim, cell->column, error)
           : set_verdict (cell, db, error);
}

static char *
dup_label (const PlxStoryEdit *edit, guint column)
{
  return g_strdup_printf (
    _("Verdict on %s"),
    ((PlxColumn *) g_ptr_array_index (edit->story->comparison->columns, column))->name);
}

gboolean
plx_project_set_cell (PlxProject *self, gint64 story, const char *claim_key, const char *column,
                      PlxCellStatus verdict, double confidence_01, const char *note, GError **error)
{
  g_auto (PlxStoryEdit) edit = { 0 };
  g_autofree char *label = NULL, *merge_key = NULL;
  CellEdit cell = {
    .edit = &edit,
    .row = { .confidence_01 = confidence_01 >= 0 ? MIN (confidence_01, 1) : -1,
             .note = note != NULL && *note != '\0' ? note : NULL },
  };

  g_return_val_if_fail (PLX_IS_PROJECT (self) && claim_key != NULL && column != NULL, FALSE);
  g_return_val_if_fail (verdict < PLX_N_CELL_STATUSES, FALSE);
  if (!plx_story_edit_init (&edit, self, story, error)
      || !plx_story_edit_find_cell (&edit, claim_key, column, &cell.claim, &cell.column, error))
    return FALSE;
  if (verdict != PLX_CELL_NOT_EXAMINED)
    cell.row.verdict = plx_cell_status_to_nick (verdict);
  label = dup_label (&edit, cell.column);
  merge_key = g_strdup_printf ("cell:%" G_GINT64_FORMAT ":%s:%u", story, claim_key, cell.column);
  return plx_project_edit (self, PLX_CHANGED_CELLS, label, merge_key, set_cell_cb, &cell, error);
}

/* several at once */

static gboolean
confirm_cb (PlxDb *db, gpointer data, GError **error)
{
  GArray *cells = data;

  for (guint i = 0; i < cells->len; i++)
    if (!set_verdict (&g_array_index (cells, CellEdit, i), db, error))
      return FALSE;
  return TRUE;
}

/* Only what is suggested and nobody judged. */
static gboolean
choose_cells (PlxStoryEdit *edit, const PlxCellPlace *places, guint n, GArray *cells,
              GError **error)
{
  const PlxStoryComparison *story = edit->story;

  for (guint i = 0; i < n; i++)
    {
      CellEdit cell = { .edit = edit, .row = { .confidence_01 = -1 } };
      PlxCellStatus status;

      if (!plx_story_edit_find_cell (edit, places[i].claim_key, places[i].column, &cell.claim,
                                     &cell.column, error))
        return FALSE;
      status = plx_comparison_get_cell (story->comparison, cell.claim, cell.column)->status;
      if (status == PLX_CELL_NOT_EXAMINED
          || plx_story_comparison_get_verdict (story, cell.claim, cell.column)->verdict
               != PLX_CELL_NOT_EXAMINED)
        continue;
      cell.row.verdict = plx_cell_status_to_nick (status);
      g_array_append_val (cells, cell);
    }
  return TRUE;
}

gboolean
plx_project_confirm_cells (PlxProject *self, gint64 story, const PlxCellPlace *places,
                           guint n_cells, GError **error)
{
  g_auto (PlxStoryEdit) edit = { 0 };
  g_autoptr (GArray) cells = g_array_new (FALSE, TRUE, sizeof (CellEdit));
  g_autofree char *label = NULL;

  g_return_val_if_fail (PLX_IS_PROJECT (self), FALSE);
  if (!plx_story_edit_init (&edit, self, story, error)
      || !choose_cells (&edit, places, n_cells, cells, error))
    return FALSE;
  if (cells->len == 0)
    return TRUE;
  label = cells->len == 1
            ? dup_label (&edit, g_array_index (cells, CellEdit, 0).column)
            : g_strdup_printf (ngettext ("Confirm %u Cell", "Confirm %u Cells", cells->len),
                               cells->len);
  return plx_project_edit (self, PLX_CHANGED_CELLS, label, NULL, confirm_cb, cells, error);
}

/* moving evidence */

typedef struct {
  PlxStoryEdit *edit;
  const char *claim;
  guint column;
  gint64 article;
  const PlxSpan *spans;
  guint n_spans;
  gboolean is_reset;
} MoveEvidence;

static gboolean
move_cb (PlxDb *db, gpointer data, GError **error)
{
  MoveEvidence *move = data;

  if (move->is_reset)
    return plx_cell_evidence_clear (db, move->edit->story->story, move->claim,
                                    move->edit->story->column_keys[move->column], error);
  return plx_story_edit_anchor (move->edit, db, move->claim, error)
         && plx_story_edit_set_evidence (move->edit, db, move->claim, move->column,
                                         move->n_spans > 0 ? move->article : 0, move->spans,
                                         move->n_spans, error);
}

static gboolean
refuse_article (const MoveEvidence *move, PlxProjectError code, const char *format, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, move->article);
  g_autoptr (GString) message = g_string_new (format);

  g_string_replace (message, "%s", id, 1);
  g_set_error_literal (error, PLX_PROJECT_ERROR, (int) code, message->str);
  return FALSE;
}

/* Whose words may speak for a column: those of its source, and for one that is
 * heard through others, anybody's. */
static gboolean
check_article (const MoveEvidence *move, guint *index, GError **error)
{
  const PlxStoryComparison *story = move->edit->story;
  const PlxColumn *column = g_ptr_array_index (story->comparison->columns, move->column);

  for (*index = 0; *index < story->n_articles && story->articles[*index] != move->article;)
    (*index)++;
  if (*index == story->n_articles)
    return refuse_article (move, PLX_PROJECT_ERROR_NOT_FOUND,
                           _("The story has no article %s"), error);
  if (column->article < 0 || column->article == (gint) *index
      || strcmp (((PlxColumn *) g_ptr_array_index (story->comparison->columns, *index))->name,
                 column->name) == 0)
    return TRUE;
  return refuse_article (move, PLX_PROJECT_ERROR_INVALID,
                         _("Article %s is another source's"), error);
}

static gboolean
check_spans (const MoveEvidence *move, GError **error)
{
  const PlxArticleContent *content;
  guint index;

  if (!check_article (move, &index, error))
    return FALSE;
  content = move->edit->story->contents[index];
  for (guint i = 0; i < move->n_spans; i++)
    {
      PlxSpan span = move->spans[i];

      if (span.begin >= span.end || span.end > content->analysis->n_bytes
          || (content->text[span.begin] & 0xc0) == 0x80 || (content->text[span.end] & 0xc0) == 0x80)
        return refuse_article (move, PLX_PROJECT_ERROR_INVALID,
                               _("The evidence is no passage of article %s"), error);
    }
  return TRUE;
}

gboolean
plx_project_move_evidence (PlxProject *self, gint64 story, const char *claim_key,
                           const char *column, gint64 article, const PlxSpan *spans, guint n_spans,
                           GError **error)
{
  g_auto (PlxStoryEdit) edit = { 0 };
  MoveEvidence move = { .edit = &edit, .claim = claim_key, .article = article, .spans = spans,
                        .n_spans = n_spans };
  guint claim;

  g_return_val_if_fail (PLX_IS_PROJECT (self) && claim_key != NULL && column != NULL, FALSE);
  return plx_story_edit_init (&edit, self, story, error)
         && plx_story_edit_find_cell (&edit, claim_key, column, &claim, &move.column, error)
         && (n_spans == 0 || check_spans (&move, error))
         && plx_project_edit (self, PLX_CHANGED_CELLS,
                              n_spans > 0 ? _("Move Evidence") : _("Remove Evidence"), NULL,
                              move_cb, &move, error);
}

gboolean
plx_project_reset_evidence (PlxProject *self, gint64 story, const char *claim_key,
                            const char *column, GError **error)
{
  g_auto (PlxStoryEdit) edit = { 0 };
  MoveEvidence move = { .edit = &edit, .claim = claim_key, .is_reset = TRUE };
  guint claim;

  g_return_val_if_fail (PLX_IS_PROJECT (self) && claim_key != NULL && column != NULL, FALSE);
  return plx_story_edit_init (&edit, self, story, error)
         && plx_story_edit_find_cell (&edit, claim_key, column, &claim, &move.column, error)
         && plx_project_edit (self, PLX_CHANGED_CELLS, _("Reset Evidence"), NULL, move_cb, &move,
                              error);
}
