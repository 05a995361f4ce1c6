/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/plx-entities-table.h"

gboolean
plx_entity_rows_add (PlxDb *db, const char *kind, const char *name, gint64 *id, GError **error)
{
  if (!plx_db_run (db, error, "INSERT INTO entities (kind, name) VALUES (?,?)", "tt", kind, name))
    return FALSE;
  *id = plx_db_get_last_id (db);
  return TRUE;
}

static gboolean
add_alias (PlxDb *db, gint64 id, const char *name, GError **error)
{
  return plx_db_run (db, error,
                     "INSERT INTO entity_names (entity, name) SELECT ?1, ?2 WHERE NOT EXISTS"
                     " (SELECT 1 FROM entity_names WHERE entity=?1 AND name=?2)",
                     "it", id, name);
}

gboolean
plx_entity_rows_set_name (PlxDb *db, gint64 id, const char *name, GError **error)
{
  g_autofree char *old = NULL;

  return plx_entity_rows_dup_name (db, id, &old, error)
         && (old == NULL || add_alias (db, id, old, error))
         && plx_db_run (db, error, "UPDATE entities SET name=?, is_named=1 WHERE id=?", "ti", name,
                        id);
}

gboolean
plx_entity_rows_set_named (PlxDb *db, gint64 id, GError **error)
{
  return plx_db_run (db, error, "UPDATE entities SET is_named=1 WHERE id=?", "i", id);
}

gboolean
plx_entity_rows_set_kind (PlxDb *db, gint64 id, const char *kind, GError **error)
{
  return plx_db_run (db, error, "UPDATE entities SET kind=?1 WHERE id=?2 AND kind<>?1", "ti",
                     kind, id);
}

gboolean
plx_entity_rows_set_role (PlxDb *db, gint64 id, const char *role, GError **error)
{
  if (role == NULL)
    return plx_db_run (db, error, "DELETE FROM entity_roles WHERE entity=?", "i", id);
  return plx_db_run (db, error,
                     "INSERT INTO entity_roles (entity, role) SELECT ?1, ?2 WHERE NOT EXISTS"
                     " (SELECT 1 FROM entity_roles WHERE entity=?1 AND role=?2)",
                     "it", id, role);
}

/* Who was kept apart from @from is kept apart from @into. The smaller number
 * stands first, so that a pair is there once. */
static gboolean
merge_apart (PlxDb *db, gint64 into, gint64 from, GError **error)
{
  return plx_db_run (db, error,
                     "INSERT OR IGNORE INTO apart (entity, other, author, decided)"
                     " SELECT min (?1, third), max (?1, third), author, decided FROM"
                     " (SELECT CASE entity WHEN ?2 THEN other ELSE entity END AS third,"
                     "  author, decided FROM apart WHERE entity=?2 OR other=?2)"
                     " WHERE third<>?1",
                     "ii", into, from)
         && plx_db_run (db, error, "DELETE FROM apart WHERE entity=?1 OR other=?1", "i", from);
}

gboolean
plx_entity_rows_merge (PlxDb *db, gint64 into, gint64 from, GError **error)
{
  static const char * const moves[] = {
    "UPDATE entity_links SET entity=? WHERE entity=?",
    "UPDATE entity_names SET entity=? WHERE entity=?",
    "UPDATE entity_roles SET entity=? WHERE entity=?",
    "UPDATE decisions SET entity=? WHERE entity=?",
    "UPDATE hand_marks SET entity=? WHERE entity=?",
  };
  g_autofree char *name = NULL;

  if (!plx_entity_rows_dup_name (db, from, &name, error)
      || (name != NULL && !add_alias (db, into, name, error)))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (!plx_db_run (db, error, moves[i], "ii", into, from))
      return FALSE;
  return merge_apart (db, into, from, error)
         && plx_entity_rows_set_named (db, into, error)
         && plx_db_run (db, error, "DELETE FROM entities WHERE id=?", "i", from);
}

gboolean
plx_entity_rows_keep_apart (PlxDb *db, gint64 entity, gint64 other, const char *author,
                            const char *decided, GError **error)
{
  return plx_db_run (db, error,
                     "INSERT OR IGNORE INTO apart (entity, other, author, decided)"
                     " VALUES (?,?,?,?)",
                     "iitt", MIN (entity, other), MAX (entity, other), author, decided);
}

gboolean
plx_entity_rows_dup_name (PlxDb *db, gint64 id, char **name, GError **error)
{
  return plx_db_get_text (db, name, error, "SELECT name FROM entities WHERE id=?", "i", id);
}

/* reading */

typedef struct {
  PlxEntityFunc func;
  PlxEntityRowFunc row_func;
  PlxEntityTextFunc text_func;
  PlxEntityLinkFunc link_func;
  gpointer data;
} Each;

static void
give_row (const PlxRow *row, gpointer data)
{
  Each *each = data;
  PlxEntityRow entity = {
    .id = plx_row_get_int (row, 0),
    .kind = plx_row_get_text (row, 1),
    .name = plx_row_get_text (row, 2),
    .n_mentions = (guint) plx_row_get_int (row, 3),
    .n_articles = (guint) plx_row_get_int (row, 4),
  };

  each->row_func (&entity, each->data);
}

static void
give_text (const PlxRow *row, gpointer data)
{
  Each *each = data;

  each->text_func (plx_row_get_int (row, 0), plx_row_get_text (row, 1),
                   plx_row_get_int (row, 2) != 0, each->data);
}

static void
give_entity (const PlxRow *row, gpointer data)
{
  Each *each = data;

  each->func (plx_row_get_int (row, 0), each->data);
}

gboolean
plx_entity_rows_each_apart (PlxDb *db, gint64 entity, PlxEntityFunc func, gpointer data,
                            GError **error)
{
  Each each = { .func = func, .data = data };
  gint64 is_there = 0;

  // a file of format 1 that cannot be written stays without it
  if (!plx_db_get_int (db, &is_there, 0, error,
                       "SELECT 1 FROM sqlite_schema WHERE name='apart'", ""))
    return FALSE;
  return is_there == 0
         || plx_db_each (db, give_entity, &each, error,
                         "SELECT CASE entity WHEN ?1 THEN other ELSE entity END FROM apart"
                         " WHERE entity=?1 OR other=?1 ORDER BY 1",
                         "i", entity);
}

/* What counts as a mention: those of the links of current runs, and single
 * marks that a person gave to the entity or took from it. */
gboolean
plx_entity_rows_each (PlxDb *db, PlxEntityRowFunc func, gpointer data, GError **error)
{
  Each each = { .row_func = func, .data = data };

  return plx_db_each (
      db, give_row, &each, error,
      "WITH counts (entity, article, n) AS ("
      " SELECT l.entity, l.article, l.n_mentions FROM entity_links AS l"
      " JOIN articles AS a ON a.id=l.article AND a.run=l.run"
      " UNION ALL SELECT d.entity, d.article, 1 FROM decisions AS d"
      " JOIN articles AS a ON a.id=d.article AND a.run=d.run WHERE d.entity IS NOT NULL AND "
      "substr (d.key, 1, 1)='m'"
      " UNION ALL SELECT l.entity, l.article, -1 FROM decisions AS d"
      " JOIN articles AS a ON a.id=d.article AND a.run=d.run"
      " JOIN entity_links AS l ON l.article=d.article AND l.run=d.run AND l.local=d.local"
      " WHERE d.entity IS NOT NULL AND substr (d.key, 1, 1)='m'"
      " UNION ALL SELECT entity, article, 1 FROM hand_marks WHERE entity IS NOT NULL),"
      " sums (entity, article, n) AS (SELECT entity, article, sum (n) FROM counts"
      " GROUP BY entity, article HAVING sum (n)>0)"
      " SELECT e.id, e.kind, e.name, sum (s.n), count (*) FROM sums AS s"
      " JOIN entities AS e ON e.id=s.entity GROUP BY e.id ORDER BY sum (s.n) DESC, e.name, e.id",
      "");
}

gboolean
plx_entity_rows_each_known (PlxDb *db, PlxEntityRowFunc func, gpointer data, GError **error)
{
  Each each = { .row_func = func, .data = data };

  return plx_db_each (db, give_row, &each, error,
                      "SELECT id, kind, name, 0, 0 FROM entities ORDER BY id", "");
}

gboolean
plx_entity_names_each (PlxDb *db, PlxEntityTextFunc func, gpointer data, GError **error)
{
  Each each = { .text_func = func, .data = data };

  return plx_db_each (
      db, give_text, &each, error,
      "SELECT coalesce (n.entity, l.entity) AS e, n.name, max (n.entity IS NOT NULL)"
      " FROM entity_names AS n LEFT JOIN entity_links AS l ON l.id=n.link"
      " GROUP BY e, n.name ORDER BY e, count (*) DESC, min (n.id)",
      "");
}

gboolean
plx_entity_roles_each (PlxDb *db, PlxEntityTextFunc func, gpointer data, GError **error)
{
  Each each = { .text_func = func, .data = data };

  return plx_db_each (
      db, give_text, &each, error,
      "SELECT coalesce (r.entity, l.entity) AS e, r.role, max (r.entity IS NOT NULL)"
      " FROM entity_roles AS r LEFT JOIN entity_links AS l ON l.id=r.link"
      " GROUP BY e, r.role ORDER BY e, count (*) DESC, min (r.id)",
      "");
}

/* links */

static gboolean
add_texts (PlxDb *db, const char *sql, gint64 link, const char * const *texts, GError **error)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    if (!plx_db_run (db, error, sql, "it", link, texts[i]))
      return FALSE;
  return TRUE;
}

gboolean
plx_entity_links_add (PlxDb *db, const PlxEntityLink *link, gint64 entity, GError **error)
{
  gint64 id;

  if (!plx_db_run (db, error, "INSERT INTO entity_links (article, run, local, entity, n_mentions)"
                   " VALUES (?,?,?,?,?)", "iiuiu", link->article, link->run, link->local, entity,
                   (int) link->n_mentions))
    return FALSE;
  id = plx_db_get_last_id (db);
  return add_texts (db, "INSERT INTO entity_names (link, name) VALUES (?,?)", id, link->names,
                    error)
         && add_texts (db, "INSERT INTO entity_roles (link, role) VALUES (?,?)", id, link->roles,
                       error);
}

static void
give_link (const PlxRow *row, gpointer data)
{
  Each *each = data;

  each->link_func ((gint) plx_row_get_int (row, 0), plx_row_get_int (row, 1),
                   plx_row_get_text (row, 2), plx_row_get_text (row, 3),
                   plx_row_get_int (row, 4) != 0, each->data);
}

gboolean
plx_entity_links_each (PlxDb *db, gint64 article, gint64 run, PlxEntityLinkFunc func, gpointer data,
                       GError **error)
{
  Each each = { .link_func = func, .data = data };
  gint64 format = 0;
  g_autofree char *sql = NULL;

  if (!plx_db_get_int (db, &format, 0, error, "PRAGMA user_version", ""))
    return FALSE;
  // a file of an earlier format that may only be read does not say
  sql = g_strdup_printf ("SELECT l.local, l.entity, e.kind, e.name, %s"
                         " FROM entity_links AS l JOIN entities AS e ON e.id=l.entity"
                         " WHERE l.article=? AND l.run=? ORDER BY l.local",
                         format < 3 ? "0" : "e.is_named");
  return plx_db_each (db, give_link, &each, error, sql, "ii", article, run);
}

gboolean
plx_entity_links_move (PlxDb *db, gint64 article, gint64 run, gint local, gint64 entity,
                       GError **error)
{
  return plx_db_run (db, error,
                     "UPDATE entity_links SET entity=? WHERE article=? AND run=? AND local=?",
                     "iiiu", entity, article, run, local);
}

gboolean
plx_entity_links_each_of_story (PlxDb *db, gint64 story, PlxEntityRowFunc func, gpointer data,
                                GError **error)
{
  Each each = { .row_func = func, .data = data };

  return plx_db_each (db, give_row, &each, error, "SELECT DISTINCT e.id, e.kind, e.name, 0, 0"
                      " FROM entities AS e JOIN entity_links AS l ON l.entity=e.id"
                      " JOIN articles AS a ON a.id=l.article AND a.run=l.run"
                      " WHERE a.story=? ORDER BY e.id", "i", story);
}
