/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The records of a web archive, WARC or ARC, packed or not, one at a time: a
 * record lies in memory only while it is looked at. Private to the room. */

/* The next bytes; 0: the end, -1: @error is set. */
typedef gssize (*PlxReadFunc) (gpointer data, void *buffer, gsize n, GError **error);

typedef struct _PlxWarcReader PlxWarcReader;

typedef struct {
  char *type;              // "response", "resource", …, "arc"
  char *url;
  char *content_type;      // of the record, or of an ARC record's content; NULL
  GBytes *block;           // NULL: too large to keep
  gboolean is_mended;      // its length was wrong
  gboolean is_cut;         // the file ends in it
} PlxWarcRecord;

PlxWarcReader *plx_warc_reader_new   (PlxReadFunc     read,
                                      gpointer        data) G_GNUC_WARN_UNUSED_RESULT;
void           plx_warc_reader_free  (PlxWarcReader  *reader);

/* Fills @record; FALSE without @error: no more. */
gboolean       plx_warc_reader_next  (PlxWarcReader  *reader,
                                      PlxWarcRecord  *record,
                                      GError        **error);
void           plx_warc_record_clear (PlxWarcRecord  *record);

/* Packed members that were damaged, and places that were no record. */
guint          plx_warc_reader_get_n_damaged (PlxWarcReader *reader);

/* Do these first bytes, packed or not, begin a web archive? */
gboolean       plx_warc_is_one       (const guchar   *head,
                                      gsize           n);

/* -- plx-warc-stream.c: the bytes of the archive, unpacked -- */

typedef struct _PlxWarcStream PlxWarcStream;

PlxWarcStream *plx_warc_stream_new  (PlxReadFunc     read,
                                     gpointer        data) G_GNUC_WARN_UNUSED_RESULT;
void           plx_warc_stream_free (PlxWarcStream  *stream);

/* At least @n bytes lie at *@data, or all that are left. */
gboolean       plx_warc_stream_peek (PlxWarcStream  *stream,
                                     gsize           n,
                                     const guchar  **data,
                                     gsize          *n_there,
                                     GError        **error);
void           plx_warc_stream_skip (PlxWarcStream  *stream,
                                     gsize           n);      // of what was peeked
guint          plx_warc_stream_get_n_damaged (PlxWarcStream *stream);

/* The first bytes of a packed head; NULL: not packed. */
char          *plx_warc_unpack_head (const guchar   *head,
                                     gsize           n) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxWarcReader, plx_warc_reader_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlxWarcRecord, plx_warc_record_clear)

G_END_DECLS
