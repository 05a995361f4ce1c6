/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/plx-record.h"

G_BEGIN_DECLS

/* Entries of bibliographies, field by field, as articles: for what they say of
 * an article whose text may be an abstract only. Private to the room. */

typedef struct _PlxBiblioEntry PlxBiblioEntry;

PlxBiblioEntry *plx_biblio_entry_new  (const char     *dialect) G_GNUC_WARN_UNUSED_RESULT;  // of biblio-tags.tsv
void            plx_biblio_entry_free (PlxBiblioEntry *entry);

/* Keeps all values of a tag in order; a tag that means nothing is left out. */
void            plx_biblio_entry_add  (PlxBiblioEntry *entry,
                                       const char     *tag,
                                       const char     *value);
gboolean        plx_biblio_entry_is_empty (const PlxBiblioEntry *entry);

/* Makes an article of it; FALSE: stop. */
gboolean        plx_biblio_entry_take (PlxBiblioEntry *entry,
                                       PlxRecords     *records,
                                       char           *where,      // (transfer full)
                                       GError        **error);

/* Is @tag one that begins, ends, or means something in @dialect? */
gboolean        plx_biblio_is_start   (const char     *dialect, const char *tag);
gboolean        plx_biblio_is_end     (const char     *dialect, const char *tag);
gboolean        plx_biblio_is_known   (const char     *dialect, const char *tag);

/* "no entry in it" */
gboolean        plx_biblio_end        (PlxRecords     *records, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxBiblioEntry, plx_biblio_entry_free)

/* -- plx-tex.c -- */

/* {\"U}ber \emph{alles} → Über alles */
char           *plx_tex_to_text       (const char     *tex) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
