/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/plx-sources-table.h"

char *
plx_source_dup_folded (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_NFKC);

  return g_utf8_casefold (normal != NULL ? normal : name, -1);
}

gboolean
plx_sources_ensure (PlxDb *db, const char *name, const char *kind, const char *country, gint64 *id,
                    GError **error)
{
  g_autofree char *folded = plx_source_dup_folded (name);

  if (!plx_db_get_int (db, id, 0, error, "SELECT id FROM sources WHERE folded=?", "t", folded))
    return FALSE;
  if (*id != 0)
    return kind == NULL
           || plx_db_run (db, error, "UPDATE sources SET kind=?, country=? WHERE id=? AND kind IS NULL",
                          "tti", kind, country, *id);
  if (!plx_db_run (db, error, "INSERT INTO sources (name, folded, kind, country) VALUES (?,?,?,?)",
                   "tttt", name, folded, kind, country))
    return FALSE;
  *id = plx_db_get_last_id (db);
  return TRUE;
}

typedef struct {
  PlxSourceRowFunc func;
  gpointer data;
} Each;

static void
give_row (const PlxRow *row, gpointer data)
{
  Each *each = data;
  PlxSourceRow source = {
    .id = plx_row_get_int (row, 0),
    .name = plx_row_get_text (row, 1),
    .kind = plx_row_get_text (row, 2),
    .n = (guint) plx_row_get_int (row, 3),
  };

  each->func (&source, each->data);
}

/* Those with articles, by name. */
gboolean
plx_sources_each (PlxDb *db, PlxSourceRowFunc func, gpointer data, GError **error)
{
  Each each = { func, data };

  return plx_db_each (db, give_row, &each, error,
                      "SELECT s.id, s.name, s.kind, count (a.id) FROM sources AS s"
                      " JOIN articles AS a ON a.source=s.id GROUP BY s.id ORDER BY s.folded", "");
}

gboolean
plx_voices_add (PlxDb *db, gint64 article, gint64 run, const PlxVoice *voice, GError **error)
{
  g_autofree char *folded = plx_source_dup_folded (voice->name);

  return plx_db_run (
      db, error,
      "INSERT INTO voices (article, run, folded, name, kind, n_reports, n_speaks)"
      " VALUES (?,?,?,?,?,?,?) ON CONFLICT DO UPDATE SET"
      " n_reports=n_reports+excluded.n_reports, n_speaks=n_speaks+excluded.n_speaks",
      "iitttuu", article, run, folded, voice->name, voice->kind, (int) voice->n_reports,
      (int) voice->n_speaks);
}

/* Most heard first; whoever publishes an article here is not listed. */
gboolean
plx_heard_sources_each (PlxDb *db, PlxSourceRowFunc func, gpointer data, GError **error)
{
  Each each = { func, data };

  return plx_db_each (
      db, give_row, &each, error,
      "SELECT 0, min (v.name), min (v.kind), sum (v.n_reports) AS n FROM voices AS v"
      " JOIN articles AS a ON a.id=v.article AND a.run=v.run"
      " WHERE v.n_reports>0 AND v.kind IN ('media', 'government', 'party', 'organisation')"
      " AND NOT EXISTS (SELECT 1 FROM sources AS s JOIN articles AS b"
      " ON b.source=s.id WHERE s.folded=v.folded)"
      " GROUP BY v.folded ORDER BY n DESC, v.folded",
      "");
}
