/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/plx-schema.h"
#include "store/plx-statement.h"

G_BEGIN_DECLS

/* The project file. One thread of its own owns the only connection that
 * writes and takes jobs from a strict queue; readers get connections of their
 * own and see what was committed last. Functions here may be called from any
 * thread but the store's. */
typedef struct _PlxStore PlxStore;

typedef gboolean (*PlxStoreFunc) (PlxDb *db, gpointer data, GError **error);

PlxStore   *plx_store_create       (const char    *path,
                                    GError       **error) G_GNUC_WARN_UNUSED_RESULT;
/* A file that may not be written opens for reading only. */
PlxStore   *plx_store_open         (const char    *path,
                                    GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void        plx_store_close        (PlxStore      *store);  // finishes the queue, frees
const char *plx_store_get_path     (PlxStore      *store);
gboolean    plx_store_is_read_only (PlxStore      *store);

/* Runs @func on the store's thread and waits. */
gboolean    plx_store_call         (PlxStore      *store,
                                    PlxStoreFunc   func,
                                    gpointer       data,
                                    GError       **error);
/* The same inside one transaction, which is rolled back when @func fails. Not
 * a step that can be undone. */
gboolean    plx_store_write        (PlxStore      *store,
                                    PlxStoreFunc   func,
                                    gpointer       data,
                                    GError       **error);
/* Runs @func on the caller's thread with a connection that only reads and sees
 * one state of the file throughout. */
gboolean    plx_store_read         (PlxStore      *store,
                                    PlxStoreFunc   func,
                                    gpointer       data,
                                    GError       **error);
/* While @is_bulk, commits do not wait for the disk: a killed process still
 * loses nothing, a power cut the last commits, whole ones. Nests. */
void        plx_store_set_bulk     (PlxStore      *store,
                                    gboolean       is_bulk);
/* A copy of what is committed, written beside @path and then put in its place. */
gboolean    plx_store_save_copy    (PlxStore      *store,
                                    const char    *path,
                                    GError       **error);

/* -- undo and redo: plx-journal.c -- */

/* One edit as one step named @label. Edits with the same @merge_key within a
 * second are one step; NULL: never. */
gboolean    plx_store_edit         (PlxStore      *store,
                                    const char    *label,
                                    const char    *merge_key,
                                    const char    *author,
                                    PlxStoreFunc   func,
                                    gpointer       data,
                                    GError       **error);
/* Edits until the end of the group are one step named @label, whatever their
 * own names and whoever makes them; each still commits by itself. Groups nest:
 * the outermost is the step. Every begin that succeeded needs its end. */
gboolean    plx_store_begin_group  (PlxStore      *store,
                                    const char    *label,
                                    GError       **error);
gboolean    plx_store_end_group    (PlxStore      *store,
                                    GError       **error);
/* FALSE without an error: nothing to undo. */
gboolean    plx_store_undo         (PlxStore      *store,
                                    const char    *author,
                                    PlxTables     *changed,
                                    GError       **error);
gboolean    plx_store_redo         (PlxStore      *store,
                                    const char    *author,
                                    PlxTables     *changed,
                                    GError       **error);
void        plx_store_dup_labels   (PlxStore      *store,
                                    char         **undo,
                                    char         **redo);
/* What came before cannot be undone any more: import, analysis. */
gboolean    plx_store_add_barrier  (PlxStore      *store,
                                    GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxStore, plx_store_close)

G_END_DECLS
