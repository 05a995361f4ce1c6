/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/plx-statement.h"

G_BEGIN_DECLS

/* What a project file is: its numbers and its tables (README.md explains each
 * one). The two numbers stand in SQLite's file header, so that a file can be
 * told apart without opening it as a database. */

#define PLX_APPLICATION_ID 0x504c5831  // "PLX1"
#define PLX_FORMAT 4                   // user_version: the newest this program reads

/* Groups of tables, as changes are told to those who show them. */
typedef enum {
  PLX_TABLE_ARTICLES  = 1 << 0,  // articles, sources, stories
  PLX_TABLE_ENTITIES  = 1 << 1,
  PLX_TABLE_DECISIONS = 1 << 2,  // decisions, marks made by hand
  PLX_TABLE_CELLS     = 1 << 3,  // verdicts and what else is done to a matrix
} PlxTables;

/* A table whose rows a person edits: the journal watches it. */
typedef struct {
  const char *name;
  PlxTables group;
} PlxEditableTable;

extern const PlxEditableTable plx_editable_tables[];  // ends with a NULL name

gboolean plx_schema_migrate (PlxDb *db, int from, GError **error);

G_END_DECLS
