/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "project/plx-story-work.h"
#include "store/plx-cells-table.h"
#include "store/plx-claims-table.h"

static void
added_free (gpointer data)
{
  PlxAddedClaim *added = data;

  g_free (added->key);
  g_free (added->statement);
  g_free (added->split_from);
  g_free (added->author);
  g_free (added->decided);
  g_free (added);
}

static void
edit_free (gpointer data)
{
  PlxClaimEdit *edit = data;

  g_free (edit->claim);
  g_free (edit->statement);
  g_free (edit->merged_into);
  g_free (edit->reason);
  g_free (edit->author);
  g_free (edit->decided);
  g_free (edit);
}

static void
anchor_free (gpointer data)
{
  PlxClaimAnchor *anchor = data;

  g_free (anchor->claim);
  g_free (anchor->statement);
  g_free (anchor->quote);
  g_free (anchor);
}

static void
evidence_free (gpointer data)
{
  PlxMovedEvidence *evidence = data;

  g_free (evidence->claim);
  g_free (evidence->column);
  g_array_unref (evidence->spans);
  g_free (evidence);
}

static void
verdict_free (gpointer data)
{
  PlxCellVerdict *verdict = data;

  g_free (verdict->claim);
  g_free (verdict->column);
  g_free (verdict->verdict.note);
  g_free (verdict->verdict.author);
  g_free (verdict->verdict.decided);
  g_free (verdict);
}

static void
take_claim (const PlxClaimRow *row, gpointer data)
{
  PlxStoryWork *self = data;
  PlxAddedClaim *added = g_new0 (PlxAddedClaim, 1);

  added->key = g_strdup_printf ("a%" G_GINT64_FORMAT, row->id);
  added->statement = g_strdup (row->statement);
  added->split_from = g_strdup (row->split_from);
  added->author = g_strdup (row->author);
  added->decided = g_strdup (row->decided);
  g_ptr_array_add (self->added, added);
}

static void
take_edit (const PlxClaimEditRow *row, gpointer data)
{
  PlxStoryWork *self = data;
  PlxClaimEdit *edit = g_new0 (PlxClaimEdit, 1);

  edit->claim = g_strdup (row->claim);
  edit->statement = g_strdup (row->statement);
  edit->merged_into = g_strdup (row->merged_into);
  edit->is_dropped = row->is_dropped;
  edit->reason = g_strdup (row->reason);
  edit->author = g_strdup (row->author);
  edit->decided = g_strdup (row->decided);
  g_ptr_array_add (self->edits, edit);
  g_hash_table_insert (self->edit_of, edit->claim, edit);
}

static void
take_anchor (const PlxClaimAnchorRow *row, gpointer data)
{
  PlxStoryWork *self = data;
  PlxClaimAnchor *anchor = g_new0 (PlxClaimAnchor, 1);

  anchor->claim = g_strdup (row->claim);
  anchor->statement = g_strdup (row->statement);
  anchor->article = row->article;
  anchor->span = row->span;
  anchor->quote = g_strdup (row->quote);
  g_hash_table_insert (self->anchor_of, anchor->claim, anchor);
}

typedef struct {
  PlxStoryWork *work;
  GHashTable *by_cell;     // "claim\ncolumn" → PlxMovedEvidence
} Evidence;

/* One row per passage. */
static void
take_evidence (const PlxCellEvidenceRow *row, gpointer data)
{
  Evidence *to = data;
  g_autofree char *cell = g_strconcat (row->claim, "\n", row->column, NULL);
  PlxMovedEvidence *evidence = g_hash_table_lookup (to->by_cell, cell);

  if (evidence == NULL)
    {
      evidence = g_new0 (PlxMovedEvidence, 1);
      evidence->claim = g_strdup (row->claim);
      evidence->column = g_strdup (row->column);
      evidence->article = row->article;
      evidence->spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
      g_ptr_array_add (to->work->evidence, evidence);
      g_hash_table_insert (to->by_cell, g_steal_pointer (&cell), evidence);
    }
  if (row->article != 0)
    g_array_append_val (evidence->spans, row->span);
}

static void
take_verdict (const PlxCellRow *row, gpointer data)
{
  PlxStoryWork *self = data;
  PlxCellVerdict *verdict = g_new0 (PlxCellVerdict, 1);

  verdict->claim = g_strdup (row->claim);
  verdict->column = g_strdup (row->column);
  verdict->verdict = (PlxVerdict) {
    plx_cell_status_from_nick (row->verdict), row->confidence_01, g_strdup (row->note),
    g_strdup (row->author), g_strdup (row->decided), FALSE,
  };
  g_ptr_array_add (self->verdicts, verdict);
}

PlxStoryWork *
plx_story_work_load (PlxDb *db, gint64 story, GError **error)
{
  g_autoptr (PlxStoryWork) self = g_new0 (PlxStoryWork, 1);
  g_autoptr (GHashTable) by_cell =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Evidence evidence = { self, by_cell };

  self->added = g_ptr_array_new_with_free_func (added_free);
  self->edits = g_ptr_array_new_with_free_func (edit_free);
  self->evidence = g_ptr_array_new_with_free_func (evidence_free);
  self->verdicts = g_ptr_array_new_with_free_func (verdict_free);
  self->edit_of = g_hash_table_new (g_str_hash, g_str_equal);
  self->anchor_of = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, anchor_free);
  if (!plx_claims_each (db, story, take_claim, self, error)
      || !plx_claim_edits_each (db, story, take_edit, self, error)
      || !plx_claim_anchors_each (db, story, take_anchor, self, error)
      || !plx_cell_evidence_each (db, story, take_evidence, &evidence, error)
      || !plx_cells_each (db, story, take_verdict, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
plx_story_work_free (PlxStoryWork *self)
{
  g_hash_table_unref (self->edit_of);
  g_hash_table_unref (self->anchor_of);
  g_ptr_array_unref (self->added);
  g_ptr_array_unref (self->edits);
  g_ptr_array_unref (self->evidence);
  g_ptr_array_unref (self->verdicts);
  g_free (self);
}

const PlxClaimEdit *
plx_story_work_get_edit (const PlxStoryWork *self, const char *claim)
{
  return g_hash_table_lookup (self->edit_of, claim);
}

const PlxAddedClaim *
plx_story_work_get_added (const PlxStoryWork *self, const char *claim)
{
  for (guint i = 0; i < self->added->len; i++)
    if (g_strcmp0 (((PlxAddedClaim *) g_ptr_array_index (self->added, i))->key, claim) == 0)
      return g_ptr_array_index (self->added, i);
  return NULL;
}

const char *
plx_story_work_get_given (const PlxStoryWork *self, const PlxAddedClaim *claim)
{
  const PlxClaimEdit *edit = plx_story_work_get_edit (self, claim->key);

  if (edit != NULL && edit->is_dropped)
    return NULL;
  return edit != NULL && edit->statement != NULL ? edit->statement : claim->statement;
}

gboolean
plx_story_work_has_rows (const PlxStoryWork *self)
{
  return self->edits->len > 0 || self->evidence->len > 0;
}
