/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Bytes in, clean articles out; nothing is guessed silently. */

#define PLX_IMPORT_ERROR (plx_import_error_quark ())
GQuark plx_import_error_quark (void);

typedef enum {
  PLX_IMPORT_ERROR_EMPTY,        // no bytes, or no article in them
  PLX_IMPORT_ERROR_UNSUPPORTED,  // a binary or unknown format
  PLX_IMPORT_ERROR_TOO_LARGE,
  PLX_IMPORT_ERROR_DAMAGED,
} PlxImportError;

/* What of a text stands on a page: bytes [begin, end); none: begin = end. */
typedef struct {
  guint number;        // from 1
  gsize begin, end;
} PlxImportedPage;

/* What a file says of one article; every string owned, NULL: not said. */
typedef struct {
  char *title;
  char **byline;       // NULL-terminated, may be empty
  char *dateline;      // "PORT SARAN, May 14"
  char *published;     // ISO 8601, as exact as the file says
  char *site;          // outlet name as the file gives it
  char *language;      // BCP 47
  char *url;
  char *wire;          // agency it comes from
  char *text;          // paragraphs, one per line, NFC, valid UTF-8
  GPtrArray *kept;     // char *: passages kept beside the body (lead, captions)
  GPtrArray *removed;  // char *: what was dropped as boilerplate
  GArray *removed_at;  // guint: paragraphs before each of @removed; shorter: at the end
  GArray *pages;       // PlxImportedPage, in order; NULL: it has none
  char *outlet;          // the known outlet it is from (plx-outlets.h); NULL: not known
  char *outlet_country;  // "KP"
  char *outlet_kind;     // "state media"
} PlxImportedArticle;

typedef struct {
  const char *level;   // "note", "warning", "error"
  char *what;          // plain words, translated
  char *where;         // "line 3", "byte 120", NULL
} PlxImportDiagnostic;

typedef struct {
  GPtrArray *articles;     // PlxImportedArticle
  GPtrArray *diagnostics;  // PlxImportDiagnostic
  char *media_type;        // "text/html"
  gboolean needs_review;   // where articles begin, or what a column is, was guessed
} PlxImportResult;

PlxImportResult *plx_import_bytes (GBytes        *bytes,
                                   const char    *name,      // file name: its ending is a hint; NULL
                                   GCancellable  *cancellable,
                                   GError       **error) G_GNUC_WARN_UNUSED_RESULT;
PlxImportResult *plx_import_file  (const char    *path,
                                   GBytes       **bytes,     // (out) (optional): the original
                                   GCancellable  *cancellable,
                                   GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void plx_import_result_free       (PlxImportResult *result);

/* -- files that hold files: archives, mailboxes, web archives -- */

/* A file, or a member of one; @path is "news.zip/2024/a.html" for a member. A
 * big collection comes in several parts of one @path, some articles in each. */
typedef struct {
  const char *path;
  GBytes *bytes;             // as it stood in the file; NULL: what a container says of itself
  PlxImportResult *result;   // NULL: could not be read
  const GError *problem;     // why
  guint first_article;       // how many articles of @path came in parts before
} PlxImportPart;

typedef gboolean (*PlxImportPartFunc) (const PlxImportPart *part, gpointer data, GError **error);

/* Reads @path and hands on, in order, what stands in it: one part for a plain
 * file, its members and then itself for a container (a mail comes before what
 * is attached to it). A member that cannot be
 * read is a part with a problem. FALSE: the file itself cannot be read, @func
 * said stop, or the run was cancelled. */
gboolean plx_import_each          (const char        *path,
                                   PlxImportPartFunc  func,
                                   gpointer           data,
                                   GCancellable      *cancellable,
                                   GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/* Every regular file below @paths (folders are walked, sorted by name). */
GPtrArray *plx_import_list_files  (const char * const *paths,
                                   GCancellable       *cancellable,
                                   GError            **error) G_GNUC_WARN_UNUSED_RESULT; // of char *

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxImportResult, plx_import_result_free)

G_END_DECLS
