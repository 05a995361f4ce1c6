/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/plx-import-private.h"

G_BEGIN_DECLS

/* The one interface behind which every format stands: is it one, and read it.
 * A format is a constant in a file of its own (plx-import-NAME.c), listed in
 * plx-formats.c. Private to the room. */

typedef struct _PlxImportInput PlxImportInput;

/* -- what a format is given -- */

const char   *plx_import_input_get_name   (PlxImportInput *input);              // NULL: none
gboolean      plx_import_input_has_ending (PlxImportInput *input, const char *endings); // ".rss .xml"
goffset       plx_import_input_get_size   (PlxImportInput *input);

/* The first bytes (at most 64 KiB): enough to know a format by. */
const guchar *plx_import_input_get_head   (PlxImportInput *input, gsize *n);

/* All of it at once; NULL for a format that streams (its limit is 0). */
GBytes       *plx_import_input_get_bytes  (PlxImportInput *input);

/* All of it from the start, for formats that stream. */
GInputStream *plx_import_input_open       (PlxImportInput *input,
                                           GError        **error) G_GNUC_WARN_UNUSED_RESULT;

/* As clean UTF-8 (plx-charset.c), decoded once; not for formats that stream. */
const char   *plx_import_input_get_text   (PlxImportInput *input, gsize *n_bytes);

/* The first start tag of mark-up, "<rss version=\"2.0\">" (cut at 4 KiB), past
 * declarations, document types and comments; NULL when the text starts otherwise. */
const char   *plx_import_input_get_root   (PlxImportInput *input);

/* Does it say "<?xml" first? */
gboolean      plx_import_input_is_xml     (PlxImportInput *input);

/* Is the root called one of "rss feed rdf:RDF"? A prefix of the document's own counts as none. */
gboolean      plx_import_input_has_root   (PlxImportInput *input, const char *names);

/* -- what a container gives: its members, one by one, in order -- */

/* Reads a member as if it were a file of its own and hands it on, before this
 * returns. FALSE: stop (too deep, too much, cancelled, nobody wants more). */
gboolean      plx_import_input_add_part   (PlxImportInput *input,
                                           const char     *member,     // "2024/a.html"
                                           GBytes         *bytes,
                                           GError        **error);

/* Reads @bytes as a page or a text that belongs to a format (a mail's body, a
 * response of a web archive) and adds its articles to @result. */
gboolean      plx_import_input_read_inner (PlxImportInput  *input,
                                           const char      *name,
                                           GBytes          *bytes,
                                           PlxImportResult *result,
                                           GError         **error);

/* Hands on what a format has read by itself: of a member, or (@member NULL) of
 * the file itself, which may do so many times; @result is then left empty. NULL
 * in @result: it could not be read, @problem says why. Spends nothing. */
gboolean      plx_import_input_hand_on    (PlxImportInput  *input,
                                           const char      *member,
                                           GBytes          *bytes,     // NULL: none to keep
                                           PlxImportResult *result,
                                           const GError    *problem,
                                           GError         **error);

/* How many more bytes members may have: a small archive can hold endless zeros. */
guint64       plx_import_input_get_budget (PlxImportInput *input);

GCancellable *plx_import_input_get_cancellable (PlxImportInput *input);

/* -- what a format is -- */

typedef struct {
  const char *media_type;
  const char *label;       // "an RSS feed", marked with N_()
  gsize limit;             // bytes read in one piece; 0: it streams and has no limit
  gboolean is_binary;      // known by its first bytes or name; never decoded to be known
  gboolean (*is_one) (PlxImportInput *input);
  gboolean (*read)   (PlxImportInput *input, PlxImportResult *result, GError **error);
} PlxImportFormat;

/* The first that says it is one; NULL in @format: none. FALSE: it cannot be looked at. */
gboolean plx_formats_find (PlxImportInput *input, const PlxImportFormat **format, GError **error);

G_END_DECLS
