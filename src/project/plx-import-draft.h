/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project/plx-import-rules.h"

G_BEGIN_DECLS

/* What an import would add: read, shown and corrected before anything is. */

typedef struct {
  char *key;              // "news.zip/a.html#0": what rules call it
  char *name;             // of its file, "news.zip/a.html", as shown
  PlxDraftFields read;  // what the file says
  char *text;             // paragraphs, one a line
  GPtrArray *kept;        // char *: beside the text (lead, captions)
  GPtrArray *removed;     // char *: stripped from it
  GArray *removed_at;     // guint: paragraphs before each of @removed
} PlxDraftArticle;

/* A column of a table, and what it is taken for. */
typedef struct {
  char *heading;
  char *sample;           // the first cell that says something
  guint role;             // 0: nothing; plx_draft_get_role()
} PlxDraftColumn;

typedef struct {
  GPtrArray *articles;    // PlxDraftArticle
  GPtrArray *messages;    // char *: "a.html: warning: …", what must be looked at first
  GPtrArray *columns;     // PlxDraftColumn, of the first table; none: no table in it
  guint n_files;
  guint n_failed;         // files that cannot be read; each has a message
  gboolean is_cut;        // there are more articles than were asked for
  gboolean needs_review;  // something in it was guessed that only a person can tell
} PlxImportDraft;

void plx_import_draft_free (PlxImportDraft *draft);

/* As people say it: "Title"; NULL: there are no more roles. */
const char *plx_draft_get_role    (guint role);
/* What the columns are taken for goes into @rules; reading again shows it. */
void        plx_draft_use_columns (const PlxImportDraft *draft, PlxImportRules *rules);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxImportDraft, plx_import_draft_free)

G_END_DECLS
