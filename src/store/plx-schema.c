/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/plx-schema.h"

/* The full-text index is written by plx-articles-table.c, beside the text: a
 * trigger may not touch it while the schema is not trusted.
 *
 * Numbered migrations: number n brings a file from format n - 1 to n. The
 * first one makes a new project. A change of format appends an entry here,
 * raises PLX_FORMAT, and adds an old file to tests/formats. */

static const char version_1[] =
  "CREATE TABLE settings (name TEXT NOT NULL PRIMARY KEY, value TEXT) STRICT, WITHOUT ROWID;"
  "CREATE TABLE log (id INTEGER PRIMARY KEY, time TEXT NOT NULL, author TEXT NOT NULL,"
  " action TEXT NOT NULL, label TEXT NOT NULL) STRICT;"

  "CREATE TABLE sources (id INTEGER PRIMARY KEY, name TEXT NOT NULL,"
  " folded TEXT NOT NULL UNIQUE, kind TEXT) STRICT;"
  "CREATE TABLE stories (id INTEGER PRIMARY KEY, title TEXT NOT NULL,"
  " is_titled INTEGER NOT NULL DEFAULT 0) STRICT;"
  "CREATE TABLE runs (id INTEGER PRIMARY KEY, engine TEXT NOT NULL, settings TEXT NOT NULL,"
  " started TEXT NOT NULL) STRICT;"
  "CREATE TABLE originals (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE,"
  " bytes BLOB NOT NULL, n_bytes INTEGER NOT NULL, media_type TEXT, name TEXT,"
  " captured TEXT NOT NULL) STRICT;"

  "CREATE TABLE articles (id INTEGER PRIMARY KEY, title TEXT, byline TEXT, dateline TEXT,"
  " published TEXT, url TEXT, wire TEXT, language TEXT NOT NULL, n_bytes INTEGER NOT NULL,"
  " source INTEGER REFERENCES sources, story INTEGER REFERENCES stories,"
  " is_pinned INTEGER NOT NULL DEFAULT 0, run INTEGER REFERENCES runs,"
  " original INTEGER NOT NULL REFERENCES originals, part INTEGER NOT NULL,"
  " text_sha256 TEXT NOT NULL, UNIQUE (original, part)) STRICT;"
  "CREATE INDEX articles_by_text ON articles (text_sha256);"
  "CREATE INDEX articles_by_story ON articles (story);"
  "CREATE INDEX articles_by_source ON articles (source);"
  "CREATE TABLE texts (article INTEGER PRIMARY KEY REFERENCES articles ON DELETE CASCADE,"
  " title TEXT, text TEXT NOT NULL) STRICT;"

  "CREATE VIRTUAL TABLE search USING fts5 (title, text, content='texts',"
  " content_rowid='article', tokenize='parallax');"

  "CREATE TABLE analyses (id INTEGER PRIMARY KEY,"
  " article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,"
  " run INTEGER NOT NULL REFERENCES runs, packed BLOB NOT NULL, n_marks INTEGER NOT NULL,"
  " is_linked INTEGER NOT NULL DEFAULT 0, UNIQUE (article, run)) STRICT;"
  "CREATE TABLE voices (article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,"
  " run INTEGER NOT NULL REFERENCES runs, folded TEXT NOT NULL, name TEXT NOT NULL,"
  " kind TEXT NOT NULL, n_reports INTEGER NOT NULL, n_speaks INTEGER NOT NULL,"
  " PRIMARY KEY (article, run, folded)) STRICT, WITHOUT ROWID;"

  "CREATE TABLE entities (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL) STRICT;"
  "CREATE TABLE entity_links (id INTEGER PRIMARY KEY,"
  " article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,"
  " run INTEGER NOT NULL REFERENCES runs, local INTEGER NOT NULL,"
  " entity INTEGER NOT NULL REFERENCES entities, n_mentions INTEGER NOT NULL,"
  " UNIQUE (article, run, local)) STRICT;"
  "CREATE INDEX entity_links_by_entity ON entity_links (entity);"
  "CREATE TABLE entity_names (id INTEGER PRIMARY KEY,"
  " link INTEGER REFERENCES entity_links ON DELETE CASCADE,"
  " entity INTEGER REFERENCES entities ON DELETE CASCADE, name TEXT NOT NULL,"
  " CHECK ((link IS NULL) <> (entity IS NULL))) STRICT;"
  "CREATE INDEX entity_names_by_link ON entity_names (link);"
  "CREATE INDEX entity_names_by_entity ON entity_names (entity);"
  "CREATE TABLE entity_roles (id INTEGER PRIMARY KEY,"
  " link INTEGER REFERENCES entity_links ON DELETE CASCADE,"
  " entity INTEGER REFERENCES entities ON DELETE CASCADE, role TEXT NOT NULL,"
  " CHECK ((link IS NULL) <> (entity IS NULL))) STRICT;"
  "CREATE INDEX entity_roles_by_link ON entity_roles (link);"
  "CREATE INDEX entity_roles_by_entity ON entity_roles (entity);"

  "CREATE TABLE decisions (id INTEGER PRIMARY KEY,"
  " article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,"
  " run INTEGER NOT NULL REFERENCES runs, key TEXT NOT NULL, local INTEGER NOT NULL,"
  " state TEXT, label TEXT, begin_byte INTEGER, end_byte INTEGER,"
  " entity INTEGER REFERENCES entities, note TEXT, is_removed INTEGER NOT NULL DEFAULT 0,"
  " author TEXT NOT NULL, decided TEXT NOT NULL, UNIQUE (article, run, key)) STRICT;"
  "CREATE INDEX decisions_by_entity ON decisions (entity);"
  "CREATE TABLE hand_marks (id INTEGER PRIMARY KEY,"
  " article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,"
  " begin_byte INTEGER NOT NULL, end_byte INTEGER NOT NULL, label TEXT NOT NULL,"
  " state TEXT NOT NULL, entity INTEGER REFERENCES entities, note TEXT,"
  " author TEXT NOT NULL, decided TEXT NOT NULL) STRICT;"
  "CREATE INDEX hand_marks_by_article ON hand_marks (article);"
  "CREATE INDEX hand_marks_by_entity ON hand_marks (entity);"

  "CREATE TABLE cells (id INTEGER PRIMARY KEY,"
  " story INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE, claim TEXT NOT NULL,"
  " source TEXT NOT NULL, verdict TEXT NOT NULL, confidence_01 REAL NOT NULL, note TEXT,"
  " author TEXT NOT NULL, decided TEXT NOT NULL, UNIQUE (story, claim, source)) STRICT;";

/* Who was found alike and is not one, said by a person. */
static const char version_2[] =
  "CREATE TABLE apart (id INTEGER PRIMARY KEY,"
  " entity INTEGER NOT NULL REFERENCES entities ON DELETE CASCADE,"
  " other INTEGER NOT NULL REFERENCES entities ON DELETE CASCADE,"
  " author TEXT NOT NULL, decided TEXT NOT NULL, UNIQUE (entity, other)) STRICT;"
  "CREATE INDEX apart_by_other ON apart (other);";

/* What a person does to the rows of a matrix, and which names of entities a
 * person chose. */
static const char version_3[] =
  "CREATE TABLE claims (id INTEGER PRIMARY KEY,"
  " story INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE, statement TEXT NOT NULL,"
  " split_from TEXT, author TEXT NOT NULL, decided TEXT NOT NULL) STRICT;"
  "CREATE INDEX claims_by_story ON claims (story);"
  "CREATE TABLE claim_edits (id INTEGER PRIMARY KEY,"
  " story INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE, claim TEXT NOT NULL,"
  " statement TEXT, merged_into TEXT, is_dropped INTEGER NOT NULL DEFAULT 0, reason TEXT,"
  " author TEXT NOT NULL, decided TEXT NOT NULL, UNIQUE (story, claim),"
  " CHECK (merged_into <> claim)) STRICT;"
  "CREATE TABLE claim_anchors (id INTEGER PRIMARY KEY,"
  " story INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE, claim TEXT NOT NULL,"
  " statement TEXT NOT NULL, article INTEGER REFERENCES articles ON DELETE SET NULL,"
  " begin_byte INTEGER NOT NULL, end_byte INTEGER NOT NULL, quote TEXT,"
  " UNIQUE (story, claim)) STRICT;"
  "CREATE INDEX claim_anchors_by_article ON claim_anchors (article);"
  "CREATE TABLE cell_evidence (id INTEGER PRIMARY KEY,"
  " story INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE, claim TEXT NOT NULL,"
  " source TEXT NOT NULL, article INTEGER REFERENCES articles ON DELETE CASCADE,"
  " begin_byte INTEGER NOT NULL, end_byte INTEGER NOT NULL,"
  " author TEXT NOT NULL, decided TEXT NOT NULL) STRICT;"
  "CREATE INDEX cell_evidence_by_cell ON cell_evidence (story, claim, source);"
  "CREATE INDEX cell_evidence_by_article ON cell_evidence (article);"
  "ALTER TABLE entities ADD COLUMN is_named INTEGER NOT NULL DEFAULT 0;"
  "UPDATE entities SET is_named=1 WHERE id IN"
  " (SELECT entity FROM entity_names WHERE entity IS NOT NULL);";

/* What was read to its end, so that a folder is looked through in a moment, and
 * which folders those are. Of sources, where they are at home. */
static const char version_4[] =
  "CREATE TABLE files (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, name TEXT NOT NULL,"
  " read TEXT NOT NULL) STRICT;"
  "CREATE TABLE file_articles (file INTEGER NOT NULL REFERENCES files ON DELETE CASCADE,"
  " article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,"
  " PRIMARY KEY (file, article)) STRICT, WITHOUT ROWID;"
  "CREATE INDEX file_articles_by_article ON file_articles (article);"
  "CREATE TABLE folders (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, read TEXT NOT NULL)"
  " STRICT;"
  "ALTER TABLE sources ADD COLUMN country TEXT;";

static const char * const migrations[PLX_FORMAT] = { version_1, version_2, version_3, version_4 };

const PlxEditableTable plx_editable_tables[] = {
  { "sources", PLX_TABLE_ARTICLES },
  { "stories", PLX_TABLE_ARTICLES },
  { "articles", PLX_TABLE_ARTICLES },
  { "entities", PLX_TABLE_ENTITIES },
  { "entity_links", PLX_TABLE_ENTITIES },
  { "entity_names", PLX_TABLE_ENTITIES },
  { "entity_roles", PLX_TABLE_ENTITIES },
  { "apart", PLX_TABLE_ENTITIES },
  { "decisions", PLX_TABLE_DECISIONS },
  { "hand_marks", PLX_TABLE_DECISIONS },
  { "cells", PLX_TABLE_CELLS },
  { "claims", PLX_TABLE_CELLS },
  { "claim_edits", PLX_TABLE_CELLS },
  { "claim_anchors", PLX_TABLE_CELLS },
  { "cell_evidence", PLX_TABLE_CELLS },
  { NULL, 0 },
};

/**
 * plx_schema_migrate:
 * @from: the format of the file, 0: empty
 *
 * Brings the file to PLX_FORMAT in one transaction: a crash leaves the old
 * format, whole.
 */
gboolean
plx_schema_migrate (PlxDb *db, int from, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("BEGIN IMMEDIATE;");

  for (int i = from; i < PLX_FORMAT; i++)
    g_string_append (sql, migrations[i]);
  g_string_append_printf (sql, "PRAGMA application_id=%d;PRAGMA user_version=%d;COMMIT;",
                          PLX_APPLICATION_ID, PLX_FORMAT);
  if (plx_db_exec (db, sql->str, error))
    return TRUE;
  plx_db_exec (db, "ROLLBACK", NULL);
  return FALSE;
}
