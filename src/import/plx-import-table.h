/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/plx-importer.h"

G_BEGIN_DECLS

/* Tables of articles (CSV, TSV, XLSX, JSON): which column is what. A mapping
 * is proposed from headings and content, shown, corrected, and given back to
 * the import; it is remembered as a string. */

typedef enum {
  PLX_COLUMN_NONE,
  PLX_COLUMN_TEXT,
  PLX_COLUMN_TITLE,
  PLX_COLUMN_PUBLISHED,
  PLX_COLUMN_SOURCE,
  PLX_COLUMN_BYLINE,
  PLX_COLUMN_URL,
  PLX_COLUMN_LANGUAGE,
  PLX_COLUMN_ID,
  PLX_COLUMN_LEAD,        // a summary: the text where there is none
  PLX_COLUMN_WIRE,
  PLX_COLUMN_DATELINE,
  PLX_N_COLUMN_ROLES
} PlxColumnRole;

/* How "03/04/2031" is read. */
typedef enum {
  PLX_DATE_ORDER_OPEN,    // not at all
  PLX_DATE_ORDER_DAY,     // 3 April
  PLX_DATE_ORDER_MONTH,   // March 4
} PlxDateOrder;

typedef struct {
  GPtrArray *names;       // char *: headings; "" has none
  GArray *roles;          // PlxColumnRole, one for each of @names
  PlxDateOrder dates;
  gboolean has_headings;
  gboolean is_sure;       // text and title were told by their headings
} PlxColumnMapping;

PlxColumnMapping *plx_column_mapping_copy        (const PlxColumnMapping *mapping) G_GNUC_WARN_UNUSED_RESULT;
void              plx_column_mapping_free        (PlxColumnMapping       *mapping);

/* To remember: roles by heading, "text\tBody\ntitle\tHeadline\ndates\tday\n". */
char             *plx_column_mapping_to_string   (const PlxColumnMapping *mapping) G_GNUC_WARN_UNUSED_RESULT;
/* NULL: it is no such string. */
PlxColumnMapping *plx_column_mapping_from_string (const char             *string) G_GNUC_WARN_UNUSED_RESULT;

/* Untranslated and stable, "published"; and as people say it. */
const char       *plx_column_role_get_id         (PlxColumnRole           role);
const char       *plx_column_role_get_label      (PlxColumnRole           role);

/* -- to show before importing -- */

typedef struct {
  PlxColumnMapping *mapping;
  GPtrArray *rows;        // char **: the first rows behind the headings, at most 20
} PlxTablePeek;

/* Errors: PLX_IMPORT_ERROR_UNSUPPORTED: it is no table; as plx_import_file() */
PlxTablePeek     *plx_import_table_peek          (const char             *path,
                                                  GCancellable           *cancellable,
                                                  GError                **error) G_GNUC_WARN_UNUSED_RESULT;
void              plx_table_peek_free            (PlxTablePeek           *peek);

/* -- to import so -- */

typedef struct {
  const PlxColumnMapping *columns;    // for tables whose headings it names; NULL: propose
} PlxImportOptions;

/* plx_import_each() with choices; @options may be NULL. */
gboolean          plx_import_each_with           (const char             *path,
                                                  const PlxImportOptions *options,
                                                  PlxImportPartFunc       func,
                                                  gpointer                data,
                                                  GCancellable           *cancellable,
                                                  GError                **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxColumnMapping, plx_column_mapping_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxTablePeek, plx_table_peek_free)

G_END_DECLS
