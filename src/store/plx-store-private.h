/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/plx-store.h"

G_BEGIN_DECLS

/* The journal as the store knows it; on the store's thread only. */
typedef struct _PlxJournal PlxJournal;

PlxJournal *plx_journal_new        (PlxDb        *db,
                                    gboolean      may_edit,
                                    GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void        plx_journal_free       (PlxJournal   *journal);
PlxJournal *plx_store_get_journal  (PlxStore     *store);
gboolean    plx_store_may_write    (PlxStore     *store,
                                    GError      **error);

/* The file before SQLite touches it: plx-file.c */
typedef struct {
  int lock;               // descriptor that holds the lock, -1: none
  char *identity;         // device and inode, as registered in this process
  gboolean is_read_only;
  gboolean has_wal;       // commits beside the file that are not in it yet
} PlxFile;

gboolean plx_file_open  (PlxFile     *file,
                         const char  *path,
                         GError     **error);
void     plx_file_close (PlxFile     *file);

G_END_DECLS
