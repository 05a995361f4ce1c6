/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/plx-import-private.h"

G_BEGIN_DECLS

/* What documents (PDF too) say of themselves, believed only where it is
 * plausible. Private to the room. */

enum { PLX_FIELDS_N_HEAD = 8 };

/* Not "Microsoft Word - final2.doc", "untitled" or "report.indd". NULL is none. */
gboolean plx_fields_is_title       (const char *title);

/* A byline and a date of their own lines among the first of the text; @head: char * */
void     plx_fields_read_head      (PlxImportedArticle *article, const GPtrArray *head);

/* @author, and as a last resort the day in @created, told as such. */
void     plx_fields_use_properties (PlxImportedArticle *article,
                                    const char         *author,
                                    const char         *created,
                                    PlxImportResult    *result);

G_END_DECLS
