/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/plx-selection.h"

G_BEGIN_DECLS

/* Timeline, Statements and Findings: sortable tables over the articles of the
 * selected story. A row selects its mark everywhere. */
#define PLX_TYPE_TABLE_VIEW (plx_table_view_get_type ())
G_DECLARE_FINAL_TYPE (PlxTableView, plx_table_view, PLX, TABLE_VIEW, GtkWidget)

GtkWidget *plx_timeline_view_new      (PlxSelection *selection);
GtkWidget *plx_statements_view_new    (PlxSelection *selection);
GtkWidget *plx_findings_view_new      (PlxSelection *selection);
void       plx_table_view_set_project (PlxTableView *self,
                                       PlxProject   *project);

G_END_DECLS
