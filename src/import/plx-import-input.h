/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/plx-import-format.h"
#include "import/plx-import-table.h"

G_BEGIN_DECLS

/* One run over one file: who takes what is found, and how much more may come
 * out of containers. Shared by the inputs of a file and of all its members. */
typedef struct {
  PlxImportPartFunc func;
  gpointer data;
  GCancellable *cancellable;
  guint64 n_bytes_left;
  guint n_parts_left;
  const PlxImportOptions *options;    // NULL: none
} PlxImportRun;

PlxImportInput *plx_import_input_new_bytes (PlxImportRun *run,
                                            GBytes       *bytes,
                                            const char   *name) G_GNUC_WARN_UNUSED_RESULT;
PlxImportInput *plx_import_input_new_file  (PlxImportRun *run,
                                            const char   *path,
                                            GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void            plx_import_input_free      (PlxImportInput *input);

/* The bytes of a file are read only once a format wants them in one piece. */
gboolean        plx_import_input_load      (PlxImportInput *input, GError **error);

/* How many articles of the file itself were handed on before its end. */
guint           plx_import_input_get_n_handed (PlxImportInput *input);

const PlxImportOptions *plx_import_input_get_options (PlxImportInput *input);

PlxDecoded     *plx_import_input_get_decoded (PlxImportInput *input);

/* Finds the format and reads; NULL on failure. */
PlxImportResult *plx_import_input_read     (PlxImportInput *input, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxImportInput, plx_import_input_free)

G_END_DECLS
