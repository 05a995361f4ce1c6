/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/plx-import-format.h"

G_BEGIN_DECLS

/* An archive or a compressed file, member by member, read by libarchive as it
 * streams in. Nothing is ever written. Private to the room. */

typedef struct _PlxArchive PlxArchive;

typedef enum {
  PLX_ARCHIVE_END,
  PLX_ARCHIVE_MEMBER,
  PLX_ARCHIVE_DAMAGED,     // no further member can be found; @error says why
} PlxArchiveStep;

PlxArchive     *plx_archive_open      (PlxImportInput *input,
                                       GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void            plx_archive_free      (PlxArchive     *archive);

/* The next regular file; folders, links and devices are passed over. */
PlxArchiveStep  plx_archive_next      (PlxArchive     *archive, GError **error);

/* Of the member: valid UTF-8, without "..", leading slashes and backslashes. */
const char     *plx_archive_get_name  (PlxArchive     *archive);
gboolean        plx_archive_is_locked (PlxArchive     *archive);      // encrypted

/* The next bytes of the member; 0: its end, -1: damaged, or a bomb. */
gssize          plx_archive_read      (PlxArchive     *archive,
                                       void           *buffer,
                                       gsize           n,
                                       GError        **error);

/* All of the member; NULL: more than @most, or no byte could be read. What was
 * read before the damage is given with *@is_cut. */
GBytes         *plx_archive_read_all  (PlxArchive     *archive,
                                       guint64         most,
                                       gboolean       *is_cut,
                                       GError        **error) G_GNUC_WARN_UNUSED_RESULT;

/* -- plx-entry-names.c -- */

/* The charset that a set of names is written in, none of which is UTF-8:
 * archives do not say it. @names: one after the other, parted by "\n". */
const char     *plx_entry_names_guess  (const char     *names, gsize n) G_GNUC_WARN_UNUSED_RESULT;
char           *plx_entry_names_decode (const char     *name,
                                        const char     *charset) G_GNUC_WARN_UNUSED_RESULT;   // NULL: guess

/* "C:\a\..\b.html" → "a/b.html" */
char           *plx_entry_names_clean  (const char     *name) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxArchive, plx_archive_free)

G_END_DECLS
