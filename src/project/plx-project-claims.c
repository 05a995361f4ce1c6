/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "project/plx-project-private.h"
#include "project/plx-story-edit.h"
#include "store/plx-claims-table.h"

/* What a person does to the rows of a comparison. Nothing here changes a
 * comparison: it is written down, and laid over the engine's rows when they are
 * looked at next. */

static gboolean
is_blank (const char *text)
{
  g_autofree char *copy = text != NULL ? g_strdup (text) : NULL;

  return copy == NULL || *g_strstrip (copy) == '\0';
}

static gboolean
check_statement (const char *statement, GError **error)
{
  if (!is_blank (statement) && g_utf8_validate (statement, -1, NULL))
    return TRUE;
  g_set_error_literal (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_INVALID,
                       _("A claim needs words"));
  return FALSE;
}

static char *
dup_stripped (const char *statement)
{
  return statement != NULL ? g_strstrip (g_strdup (statement)) : NULL;
}

/* The name of a step, which the log keeps: @format holds one %s, for the words of
 * the claim. */
static gboolean
commit (PlxProject *self, const char *format, const char *words, PlxStoreFunc func, gpointer data,
        GError **error)
{
  g_autofree char *title = plx_project_shorten (words);
  g_autoptr (GString) label = g_string_new (format);

  g_string_replace (label, "%s", title, 1);
  return plx_project_edit (self, PLX_CHANGED_CELLS, label->str, NULL, func, data, error);
}

static const char *
get_words (const PlxStoryEdit *edit, guint claim)
{
  return ((PlxClaim *) g_ptr_array_index (edit->story->comparison->claims, claim))->statement;
}

/* One field of one row. */
typedef struct {
  PlxStoryEdit *edit;
  PlxClaimField what;
  PlxClaimEditRow row;
} FieldEdit;

static gboolean
set_field (PlxDb *db, FieldEdit *field, const char *claim, GError **error)
{
  field->row.claim = claim;
  field->row.author = field->edit->author;
  field->row.decided = field->edit->now;
  return plx_story_edit_anchor (field->edit, db, claim, error)
         && plx_claim_edits_set (db, field->edit->story->story, field->what, &field->row, error);
}

/* adding */

typedef struct {
  PlxStoryEdit *edit;
  char *statement;
  gint64 id;
} AddClaim;

static gboolean
add_claim_cb (PlxDb *db, gpointer data, GError **error)
{
  AddClaim *add = data;
  PlxClaimRow row = { .statement = add->statement, .author = add->edit->author,
                      .decided = add->edit->now };

  return plx_claims_add (db, add->edit->story->story, &row, &add->id, error);
}

gboolean
plx_project_add_claim (PlxProject *self, gint64 story, const char *statement, char **key,
                       GError **error)
{
  g_auto (PlxStoryEdit) edit = { 0 };
  g_autofree char *words = dup_stripped (statement);
  AddClaim add = { &edit, words, 0 };

  g_return_val_if_fail (PLX_IS_PROJECT (self), FALSE);
  if (!check_statement (statement, error) || !plx_story_edit_init (&edit, self, story, error)
      || !commit (self, _("Add Claim “%s”"), words, add_claim_cb, &add, error))
    return FALSE;
  if (key != NULL)
    *key = g_strdup_printf ("a%" G_GINT64_FORMAT, add.id);
  return TRUE;
}

/* rewording, dropping */

static gboolean
set_field_cb (PlxDb *db, gpointer data, GError **error)
{
  FieldEdit *field = data;
  g_autofree char *claim = g_strdup (field->row.claim);

  return set_field (db, field, claim, error);
}

gboolean
plx_project_reword_claim (PlxProject *self, gint64 story, const char *claim_key,
                          const char *statement, GError **error)
{
  g_auto (PlxStoryEdit) edit = { 0 };
  g_autofree char *words = dup_stripped (statement);
  FieldEdit field = { &edit, PLX_CLAIM_STATEMENT, { .claim = claim_key, .statement = words } };
  guint claim;

  g_return_val_if_fail (PLX_IS_PROJECT (self) && claim_key != NULL, FALSE);
  return (statement == NULL || check_statement (statement, error))
         && plx_story_edit_init (&edit, self, story, error)
         && plx_story_edit_find_claim (&edit, claim_key, &claim, error)
         && commit (self, _("Reword Claim “%s”"), get_words (&edit, claim), set_field_cb, &field,
                    error);
}

gboolean
plx_project_drop_claim (PlxProject *self, gint64 story, const char *claim_key, const char *reason,
                        GError **error)
{
  g_auto (PlxStoryEdit) edit = { 0 };
  FieldEdit field = { &edit, PLX_CLAIM_DROPPED,
                      { .claim = claim_key, .is_dropped = TRUE,
                        .reason = is_blank (reason) ? NULL : reason } };
  guint claim;

  g_return_val_if_fail (PLX_IS_PROJECT (self) && claim_key != NULL, FALSE);
  return plx_story_edit_init (&edit, self, story, error)
         && plx_story_edit_find_claim (&edit, claim_key, &claim, error)
         && commit (self, _("Drop Claim “%s”"), get_words (&edit, claim), set_field_cb, &field,
                    error);
}

gboolean
plx_project_restore_claim (PlxProject *self, gint64 story, const char *claim_key, GError **error)
{
  g_auto (PlxStoryEdit) edit = { 0 };
  FieldEdit field = { &edit, PLX_CLAIM_DROPPED, { .claim = claim_key } };
  const char *words = NULL;

  g_return_val_if_fail (PLX_IS_PROJECT (self) && claim_key != NULL, FALSE);
  if (!plx_story_edit_init (&edit, self, story, error))
    return FALSE;
  for (guint i = 0; i < edit.story->dropped->len; i++)
    {
      const PlxDroppedClaim *dropped = g_ptr_array_index (edit.story->dropped, i);

      if (strcmp (dropped->key, claim_key) == 0)
        words = dropped->statement;
    }
  if (words == NULL)
    {
      g_set_error (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_NOT_FOUND,
                   _("No dropped claim has the key “%s”"), claim_key);
      return FALSE;
    }
  return commit (self, _("Restore Claim “%s”"), words, set_field_cb, &field, error);
}

/* merging */

typedef struct {
  FieldEdit field;
  const char *into;         // NULL: rows of their own
  const char * const *from;
} MergeEdit;

/* The row that stays may have been part of another that is gone. */
static gboolean
merge_cb (PlxDb *db, gpointer data, GError **error)
{
  MergeEdit *merge = data;

  if (merge->into != NULL && !set_field (db, &merge->field, merge->into, error))
    return FALSE;
  merge->field.row.merged_into = merge->into;
  for (guint i = 0; merge->from[i] != NULL; i++)
    if (!set_field (db, &merge->field, merge->from[i], error))
      return FALSE;
  return TRUE;
}

gboolean
plx_project_merge_claims (PlxProject *self, gint64 story, const char *into_key,
                          const char * const *from_keys, GError **error)
{
  g_auto (PlxStoryEdit) edit = { 0 };
  MergeEdit merge = { { &edit, PLX_CLAIM_MERGED_INTO, { 0 } }, into_key, from_keys };
  guint into, claim;

  g_return_val_if_fail (PLX_IS_PROJECT (self) && into_key != NULL && from_keys != NULL, FALSE);
  if (!plx_story_edit_init (&edit, self, story, error)
      || !plx_story_edit_find_claim (&edit, into_key, &into, error))
    return FALSE;
  for (guint i = 0; from_keys[i] != NULL; i++)
    if (!plx_story_edit_find_claim (&edit, from_keys[i], &claim, error))
      return FALSE;
  if (from_keys[0] == NULL || g_strv_contains (from_keys, into_key))
    {
      g_set_error_literal (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_INVALID,
                           _("Merging takes two claims or more, each once"));
      return FALSE;
    }
  return commit (self, _("Merge Claims into “%s”"), get_words (&edit, into), merge_cb, &merge,
                 error);
}

/* The parts that @key names: of a row all, else the one itself. */
static const char * const *
find_parts (const PlxStoryComparison *story, const char *key, const char **one, const char **words)
{
  for (guint i = 0; i < story->comparison->claims->len; i++)
    {
      const PlxClaim *claim = g_ptr_array_index (story->comparison->claims, i);
      const PlxClaimWork *work = story->work[i];

      if (work == NULL || work->merged == NULL)
        continue;
      *words = claim->statement;
      if (strcmp (claim->key, key) == 0)
        return (const char * const *) work->merged;
      if (g_strv_contains ((const char * const *) work->merged, key))
        return one;
    }
  return NULL;
}

gboolean
plx_project_unmerge_claim (PlxProject *self, gint64 story, const char *claim_key, GError **error)
{
  g_auto (PlxStoryEdit) edit = { 0 };
  const char *one[] = { claim_key, NULL }, *words;
  MergeEdit merge = { { &edit, PLX_CLAIM_MERGED_INTO, { 0 } }, NULL, NULL };

  g_return_val_if_fail (PLX_IS_PROJECT (self) && claim_key != NULL, FALSE);
  if (!plx_story_edit_init (&edit, self, story, error))
    return FALSE;
  merge.from = find_parts (edit.story, claim_key, one, &words);
  if (merge.from == NULL)
    {
      g_set_error (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_NOT_FOUND,
                   _("The claim “%s” is not merged with another"), claim_key);
      return FALSE;
    }
  return commit (self, _("Take Claim “%s” Apart"), words, merge_cb, &merge, error);
}

/* splitting */

typedef struct {
  AddClaim add;
  const char *claim;
  guint row, column;
  char *key;
} SplitClaim;

static gboolean
split_cb (PlxDb *db, gpointer data, GError **error)
{
  SplitClaim *split = data;
  PlxStoryEdit *edit = split->add.edit;
  const PlxStoryComparison *story = edit->story;
  const PlxEvidence *evidence =
    &plx_comparison_get_cell (story->comparison, split->row, split->column)->evidence;
  PlxClaimRow row = { .statement = split->add.statement, .split_from = split->claim,
                      .author = edit->author, .decided = edit->now };

  if (!plx_story_edit_anchor (edit, db, split->claim, error)
      || !plx_claims_add (db, story->story, &row, &split->add.id, error))
    return FALSE;
  split->key = g_strdup_printf ("a%" G_GINT64_FORMAT, split->add.id);
  return plx_story_edit_set_evidence (edit, db, split->key, split->column,
                                      story->articles[evidence->article], evidence->spans,
                                      evidence->n_spans, error)
         && plx_story_edit_set_evidence (edit, db, split->claim, split->column, 0, NULL, 0, error)
         && plx_story_edit_clear_verdict (edit, db, split->row, split->column, error);
}

static char *
dup_evidence (const PlxStoryComparison *story, const PlxEvidence *evidence)
{
  g_autoptr (GString) words = g_string_new (NULL);
  const char *text = story->contents[evidence->article]->text;

  for (guint i = 0; i < evidence->n_spans; i++)
    g_string_append_printf (words, "%s%.*s", i > 0 ? " … " : "",
                            (int) plx_span_length (evidence->spans[i]),
                            text + evidence->spans[i].begin);
  return g_strstrip (g_string_free (g_steal_pointer (&words), FALSE));
}

gboolean
plx_project_split_claim (PlxProject *self, gint64 story, const char *claim_key,
                         const char *column, const char *statement, char **key, GError **error)
{
  g_auto (PlxStoryEdit) edit = { 0 };
  g_autofree char *words = dup_stripped (statement), *new_key = NULL;
  SplitClaim split = { { &edit, NULL, 0 }, claim_key, 0, 0, NULL };
  const PlxEvidence *evidence;
  gboolean done;

  g_return_val_if_fail (PLX_IS_PROJECT (self) && claim_key != NULL && column != NULL, FALSE);
  if ((statement != NULL && !check_statement (statement, error))
      || !plx_story_edit_init (&edit, self, story, error)
      || !plx_story_edit_find_cell (&edit, claim_key, column, &split.row, &split.column, error))
    return FALSE;
  evidence = &plx_comparison_get_cell (edit.story->comparison, split.row, split.column)->evidence;
  if (evidence->n_spans == 0 || evidence->article < 0)
    {
      g_set_error_literal (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_INVALID,
                           _("The cell has no evidence that could become a claim"));
      return FALSE;
    }
  if (words == NULL)
    words = dup_evidence (edit.story, evidence);
  split.add.statement = words;
  done = commit (self, _("Split Claim “%s”"), get_words (&edit, split.row), split_cb, &split,
                 error);
  new_key = split.key;
  if (done && key != NULL)
    *key = g_steal_pointer (&new_key);
  return done;
}

/* orphans */

typedef struct {
  PlxStoryEdit *edit;
  const char *orphan, *claim;   // claim NULL: thrown away
} OrphanEdit;

/* Of a claim that is there, only what hangs on columns that are gone. */
static gboolean
discard_columns (OrphanEdit *orphan, PlxDb *db, GError **error)
{
  const GPtrArray *orphans = orphan->edit->story->orphans;

  for (guint i = 0; i < orphans->len; i++)
    {
      const PlxOrphan *one = g_ptr_array_index (orphans, i);

      if (strcmp (one->key, orphan->orphan) == 0 && one->column != NULL
          && !plx_story_edit_forget_cell (orphan->edit, db, one->key, one->column, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
orphan_cb (PlxDb *db, gpointer data, GError **error)
{
  OrphanEdit *orphan = data;
  guint claim;

  if (orphan->claim == NULL
      && plx_story_comparison_find_claim (orphan->edit->story, orphan->orphan, &claim))
    return discard_columns (orphan, db, error);
  return (orphan->claim == NULL || plx_story_edit_anchor (orphan->edit, db, orphan->claim, error))
         && plx_claim_work_move (db, orphan->edit->story->story, orphan->orphan, orphan->claim,
                                 error);
}

static gboolean
find_orphan (const PlxStoryEdit *edit, const char *key, gboolean with_columns, GError **error)
{
  for (guint i = 0; i < edit->story->orphans->len; i++)
    {
      const PlxOrphan *orphan = g_ptr_array_index (edit->story->orphans, i);

      if (strcmp (orphan->key, key) == 0 && (with_columns || orphan->column == NULL))
        return TRUE;
    }
  g_set_error (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_NOT_FOUND,
               _("No work waits for the claim “%s”"), key);
  return FALSE;
}

gboolean
plx_project_attach_orphan (PlxProject *self, gint64 story, const char *orphan_key,
                           const char *claim_key, GError **error)
{
  g_auto (PlxStoryEdit) edit = { 0 };
  OrphanEdit orphan = { &edit, orphan_key, claim_key };
  guint claim;

  g_return_val_if_fail (PLX_IS_PROJECT (self) && orphan_key != NULL && claim_key != NULL, FALSE);
  return plx_story_edit_init (&edit, self, story, error)
         && find_orphan (&edit, orphan_key, FALSE, error)
         && plx_story_edit_find_claim (&edit, claim_key, &claim, error)
         && commit (self, _("Attach Work to Claim “%s”"), get_words (&edit, claim), orphan_cb,
                    &orphan, error);
}

gboolean
plx_project_discard_orphan (PlxProject *self, gint64 story, const char *orphan_key, GError **error)
{
  g_auto (PlxStoryEdit) edit = { 0 };
  OrphanEdit orphan = { &edit, orphan_key, NULL };

  g_return_val_if_fail (PLX_IS_PROJECT (self) && orphan_key != NULL, FALSE);
  return plx_story_edit_init (&edit, self, story, error)
         && find_orphan (&edit, orphan_key, TRUE, error)
         && plx_project_edit (self, PLX_CHANGED_CELLS, _("Discard Work on Lost Claim"), NULL,
                              orphan_cb, &orphan, error);
}
