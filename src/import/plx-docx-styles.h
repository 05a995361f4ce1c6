/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/plx-document.h"
#include "import/plx-package.h"

G_BEGIN_DECLS

/* The styles of a DOCX: which are headings, the title, bold. Private to the room. */

GHashTable *plx_docx_styles_read  (GBytes *part) G_GNUC_WARN_UNUSED_RESULT;  // may be NULL
gboolean    plx_docx_styles_apply (GHashTable   *styles,
                                   const char   *id,
                                   PlxParagraph *paragraph);

/* A property that is on unless its value says no; an outline level from 0, or -1. */
gboolean    plx_docx_is_on        (xmlTextReader *reader);
int         plx_docx_read_level   (xmlTextReader *reader);

G_END_DECLS
