/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-edits.h"

#include "app/plx-window.h"

#include <glib/gi18n-lib.h>

/* What an analyst does to a comparison without being asked more. */

PlxProject *
plx_edits_find_project (GtkWidget *widget)
{
  PlxWindow *window = plx_window_find (widget);
  PlxProject *project = window != NULL ? plx_window_get_project (window) : NULL;

  if (project == NULL || !plx_project_is_read_only (project))
    return project;
  plx_window_toast (window, _("This project is read-only. Save a copy to edit it."));
  return NULL;
}

static gboolean
finish (GtkWidget *widget, gboolean done, GError *error)
{
  g_autoptr (GError) kept = error;

  plx_edits_report (widget, kept);
  return done;
}

gboolean
plx_edits_confirm_cells (GtkWidget *widget, gint64 story, const PlxCellPlace *cells, guint n_cells)
{
  PlxProject *project = plx_edits_find_project (widget);
  GError *error = NULL;

  return project != NULL
         && finish (widget, plx_project_confirm_cells (project, story, cells, n_cells, &error),
                    error);
}

gboolean
plx_edits_move_evidence (GtkWidget *widget, gint64 story, const char *claim_key,
                         const char *column, gint64 article, PlxSpan span)
{
  PlxProject *project = plx_edits_find_project (widget);
  GError *error = NULL;

  return project != NULL
         && finish (widget, plx_project_move_evidence (project, story, claim_key, column, article,
                                                       &span, 1, &error), error);
}

/* The spans of both, where both lie in one article: what the other claim rests on
 * already stays. */
static GArray *
join_spans (const PlxEvidence *evidence, const PlxEvidence *other)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));

  g_array_append_vals (spans, evidence->spans, evidence->n_spans);
  for (guint i = 0; other->article == evidence->article && i < other->n_spans; i++)
    {
      gboolean is_known = FALSE;

      for (guint k = 0; k < evidence->n_spans; k++)
        is_known |= other->spans[i].begin < evidence->spans[k].end
                    && other->spans[i].end > evidence->spans[k].begin;
      if (!is_known)
        g_array_append_val (spans, other->spans[i]);
    }
  return spans;
}

gboolean
plx_edits_give_evidence (GtkWidget *widget, PlxStoryComparison *comparison, guint claim,
                         guint column, guint to)
{
  PlxProject *project = plx_edits_find_project (widget);
  GPtrArray *claims = comparison->comparison->claims;
  const PlxClaim *from = g_ptr_array_index (claims, claim), *into = g_ptr_array_index (claims, to);
  const char *key = plx_story_comparison_get_column_key (comparison, column);
  const PlxEvidence *evidence
    = &plx_comparison_get_cell (comparison->comparison, claim, column)->evidence;
  g_autoptr (GArray) spans = NULL;
  GError *error = NULL;
  gboolean done;

  if (project == NULL || evidence->n_spans == 0 || evidence->article < 0
      || !plx_project_begin_group (project, _("Move Evidence to Another Claim"), &error))
    return finish (widget, FALSE, error);
  spans = join_spans (evidence,
                      &plx_comparison_get_cell (comparison->comparison, to, column)->evidence);
  done = plx_project_move_evidence (project, comparison->story, into->key, key,
                                    comparison->articles[evidence->article],
                                    (const PlxSpan *) (gpointer) spans->data, spans->len, &error)
         && plx_project_move_evidence (project, comparison->story, from->key, key, 0, NULL, 0,
                                       &error);
  plx_project_end_group (project, error == NULL ? &error : NULL);
  return finish (widget, done, error);
}

gboolean
plx_edits_reset_evidence (GtkWidget *widget, gint64 story, const char *claim_key,
                          const char *column)
{
  PlxProject *project = plx_edits_find_project (widget);
  GError *error = NULL;

  return project != NULL
         && finish (widget, plx_project_reset_evidence (project, story, claim_key, column, &error),
                    error);
}

gboolean
plx_edits_drop_claim (GtkWidget *widget, gint64 story, const char *claim_key)
{
  PlxProject *project = plx_edits_find_project (widget);
  GError *error = NULL;

  return project != NULL
         && finish (widget, plx_project_drop_claim (project, story, claim_key, NULL, &error),
                    error);
}

gboolean
plx_edits_restore_claim (GtkWidget *widget, gint64 story, const char *claim_key)
{
  PlxProject *project = plx_edits_find_project (widget);
  GError *error = NULL;

  return project != NULL
         && finish (widget, plx_project_restore_claim (project, story, claim_key, &error), error);
}

gboolean
plx_edits_unmerge_claim (GtkWidget *widget, gint64 story, const char *claim_key)
{
  PlxProject *project = plx_edits_find_project (widget);
  GError *error = NULL;

  return project != NULL
         && finish (widget, plx_project_unmerge_claim (project, story, claim_key, &error), error);
}

gboolean
plx_edits_discard_orphan (GtkWidget *widget, gint64 story, const char *orphan_key)
{
  PlxProject *project = plx_edits_find_project (widget);
  GError *error = NULL;

  return project != NULL
         && finish (widget, plx_project_discard_orphan (project, story, orphan_key, &error),
                    error);
}

gboolean
plx_edits_attach_orphan (GtkWidget *widget, gint64 story, const char *orphan_key,
                         const char *claim_key)
{
  PlxProject *project = plx_edits_find_project (widget);
  GError *error = NULL;

  return project != NULL
         && finish (widget,
                    plx_project_attach_orphan (project, story, orphan_key, claim_key, &error),
                    error);
}
