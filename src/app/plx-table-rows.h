/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project/plx-project.h"

G_BEGIN_DECLS

/* Rows of the tables, read from the articles of a story in a worker. */

typedef enum {
  PLX_TABLE_TIMELINE,
  PLX_TABLE_STATEMENTS,
  PLX_TABLE_FINDINGS,
} PlxTableKind;

#define PLX_TABLE_COLUMNS 5

#define PLX_TYPE_TABLE_ROW (plx_table_row_get_type ())
G_DECLARE_FINAL_TYPE (PlxTableRow, plx_table_row, PLX, TABLE_ROW, GObject)

gint64      plx_table_row_get_article (PlxTableRow *self);
gint64      plx_table_row_get_entity  (PlxTableRow *self);
const char *plx_table_row_get_key     (PlxTableRow *self);
const char *plx_table_row_get_text    (PlxTableRow *self,
                                       guint        column);
/* "Rodong Sinmun, carrier ▸ …, said, …" */
char       *plx_table_row_dup_label   (PlxTableRow *self) G_GNUC_WARN_UNUSED_RESULT;

/* (element-type PlxTableRow); any thread */
GPtrArray  *plx_table_rows_load       (PlxProject   *project,
                                       PlxTableKind  kind,
                                       GArray       *articles,   // gint64
                                       GPtrArray    *sources,    // char *, beside them
                                       GCancellable *cancellable,
                                       GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
