/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/plx-articles-table.h"
#include "store/plx-check.h"
#include "store/plx-claims-table.h"

typedef struct {
  GPtrArray *faults;
  GCancellable *cancellable;
} Check;

static void
add_structure (const PlxRow *row, gpointer data)
{
  const char *text = plx_row_get_text (row, 0);

  if (g_strcmp0 (text, "ok") != 0)
    g_ptr_array_add ((GPtrArray *) data, g_strdup_printf (_("structure: %s"), text));
}

static void
add_reference (const PlxRow *row, gpointer data)
{
  g_ptr_array_add (
      (GPtrArray *) data,
      g_strdup_printf (_("row %lld of %s refers to a missing row of %s"),
                       (long long) plx_row_get_int (row, 1), plx_row_get_text (row, 0),
                       plx_row_get_text (row, 2)));
}

static gboolean
check_cb (PlxDb *db, gpointer data, GError **error)
{
  Check *check = data;

  return plx_db_each (db, add_structure, check->faults, error, "PRAGMA integrity_check", "")
         && plx_db_each (db, add_reference, check->faults, error, "PRAGMA foreign_key_check", "")
         && plx_claim_work_check (db, check->faults, error)
         && plx_originals_check (db, check->faults, check->cancellable, error);
}

/* FTS5 compares its index with the texts when it is asked by an insert that
 * inserts nothing; it wants a connection that may write. */
static gboolean
check_index_cb (PlxDb *db, gpointer data, GError **error)
{
  Check *check = data;
  g_autoptr (GError) problem = NULL;

  if (plx_db_run (db, &problem, "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)",
                  ""))
    return TRUE;
  if (!g_error_matches (problem, PLX_STORE_ERROR, PLX_STORE_ERROR_CORRUPT))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  g_ptr_array_add (check->faults, g_strdup (_("the search index does not fit the texts")));
  return TRUE;
}

gboolean
plx_store_check (PlxStore *store, GPtrArray *faults, GCancellable *cancellable, GError **error)
{
  Check check = { faults, cancellable };

  if (!plx_store_read (store, check_cb, &check, error))
    return FALSE;
  return plx_store_is_read_only (store) || plx_store_call (store, check_index_cb, &check, error);
}
