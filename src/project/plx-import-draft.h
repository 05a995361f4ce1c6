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

typedef struct {
  GPtrArray *articles;    // PlxDraftArticle
  GPtrArray *messages;    // char *: "a.html: warning: …", what must be looked at first
  guint n_files;
  guint n_failed;         // files that cannot be read; each has a message
  gboolean is_cut;        // there are more articles than were asked for
  gboolean needs_review;  // something in it was guessed that only a person can tell
} PlxImportDraft;

void plx_import_draft_free (PlxImportDraft *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxImportDraft, plx_import_draft_free)

G_END_DECLS
