/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/plx-compress.h"
#include "store/plx-log-table.h"
#include "store/plx-originals-private.h"

gboolean
plx_originals_ensure (PlxDb *db, const PlxNewArticle *article, gint64 *id, GError **error)
{
  g_autoptr (GBytes) packed = NULL;
  g_autofree char *now = plx_log_dup_now ();

  if (!plx_db_get_int (db, id, 0, error, "SELECT id FROM originals WHERE sha256=?", "t",
                       article->sha256))
    return FALSE;
  if (*id != 0)
    return TRUE;
  packed = plx_compress (article->original, error);
  if (packed == NULL
      || !plx_db_run (db, error,
                      "INSERT INTO originals (sha256, bytes, n_bytes, media_type, name, captured)"
                      " VALUES (?,?,?,?,?,?)",
                      "tbittt", article->sha256, packed,
                      (gint64) g_bytes_get_size (article->original), article->media_type,
                      article->name, now))
    return FALSE;
  *id = plx_db_get_last_id (db);
  return TRUE;
}

static void
take_bytes (const PlxRow *row, gpointer data)
{
  GBytes **bytes = data;

  g_clear_pointer (bytes, g_bytes_unref);
  *bytes = plx_row_dup_bytes (row, 0);
}

GBytes *
plx_originals_load (PlxDb *db, gint64 article, GError **error)
{
  g_autoptr (GBytes) packed = NULL;

  if (!plx_db_each (db, take_bytes, &packed, error, "SELECT o.bytes FROM originals AS o"
                    " JOIN articles AS a ON a.original=o.id WHERE a.id=?", "i", article))
    return NULL;
  if (packed == NULL)
    {
      g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_INVALID,
                   "no article %" G_GINT64_FORMAT, article);
      return NULL;
    }
  return plx_decompress (packed, error);
}

typedef struct {
  GPtrArray *faults;
  GCancellable *cancellable;
} Check;

static void
check_row (const PlxRow *row, gpointer data)
{
  Check *check = data;
  g_autoptr (GBytes) packed = plx_row_dup_bytes (row, 2);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sha256 = NULL;

  if (g_cancellable_is_cancelled (check->cancellable))
    return;
  bytes = plx_decompress (packed, NULL);
  if (bytes != NULL)
    sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (g_strcmp0 (sha256, plx_row_get_text (row, 1)) != 0)
    g_ptr_array_add (check->faults, g_strdup_printf (_("original %s is not what its hash says"),
                                                     plx_row_get_text (row, 0) != NULL
                                                         ? plx_row_get_text (row, 0)
                                                         : plx_row_get_text (row, 1)));
}

gboolean
plx_originals_check (PlxDb *db, GPtrArray *faults, GCancellable *cancellable, GError **error)
{
  Check check = { faults, cancellable };

  return plx_db_each (db, check_row, &check, error,
                      "SELECT name, sha256, bytes FROM originals ORDER BY id", "")
         && !g_cancellable_set_error_if_cancelled (cancellable, error);
}
