/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-edits.h"

#include "app/plx-window.h"

#include <glib/gi18n-lib.h>

/* What an analyst does to a comparison without being asked more. */

/* NULL: nothing can be changed; said. */
static PlxProject *
find_project (GtkWidget *widget)
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
  PlxProject *project = find_project (widget);
  GError *error = NULL;

  return project != NULL
         && finish (widget, plx_project_confirm_cells (project, story, cells, n_cells, &error),
                    error);
}

gboolean
plx_edits_move_evidence (GtkWidget *widget, gint64 story, const char *claim_key,
                         const char *column, gint64 article, PlxSpan span)
{
  PlxProject *project = find_project (widget);
  GError *error = NULL;

  return project != NULL
         && finish (widget, plx_project_move_evidence (project, story, claim_key, column, article,
                                                       &span, 1, &error), error);
}

gboolean
plx_edits_reset_evidence (GtkWidget *widget, gint64 story, const char *claim_key,
                          const char *column)
{
  PlxProject *project = find_project (widget);
  GError *error = NULL;

  return project != NULL
         && finish (widget, plx_project_reset_evidence (project, story, claim_key, column, &error),
                    error);
}

gboolean
plx_edits_drop_claim (GtkWidget *widget, gint64 story, const char *claim_key)
{
  PlxProject *project = find_project (widget);
  GError *error = NULL;

  return project != NULL
         && finish (widget, plx_project_drop_claim (project, story, claim_key, NULL, &error),
                    error);
}

gboolean
plx_edits_restore_claim (GtkWidget *widget, gint64 story, const char *claim_key)
{
  PlxProject *project = find_project (widget);
  GError *error = NULL;

  return project != NULL
         && finish (widget, plx_project_restore_claim (project, story, claim_key, &error), error);
}

gboolean
plx_edits_unmerge_claim (GtkWidget *widget, gint64 story, const char *claim_key)
{
  PlxProject *project = find_project (widget);
  GError *error = NULL;

  return project != NULL
         && finish (widget, plx_project_unmerge_claim (project, story, claim_key, &error), error);
}

gboolean
plx_edits_discard_orphan (GtkWidget *widget, gint64 story, const char *orphan_key)
{
  PlxProject *project = find_project (widget);
  GError *error = NULL;

  return project != NULL
         && finish (widget, plx_project_discard_orphan (project, story, orphan_key, &error),
                    error);
}

gboolean
plx_edits_attach_orphan (GtkWidget *widget, gint64 story, const char *orphan_key,
                         const char *claim_key)
{
  PlxProject *project = find_project (widget);
  GError *error = NULL;

  return project != NULL
         && finish (widget,
                    plx_project_attach_orphan (project, story, orphan_key, claim_key, &error),
                    error);
}
