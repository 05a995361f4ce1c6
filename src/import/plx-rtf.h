/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/plx-document.h"

G_BEGIN_DECLS

/* What the reader of RTF shares with its tables. Private to it. */

/* -- plx-rtf-charset.c -- */

typedef GHashTable PlxRtfPages;    // code page → open converter

/* Of a font's \fcharset; 0: not known, take the file's. */
int          plx_rtf_charset_page (int charset);
PlxRtfPages *plx_rtf_pages_new    (void) G_GNUC_WARN_UNUSED_RESULT;   // g_hash_table_unref()
void         plx_rtf_pages_append (PlxRtfPages *pages,
                                   int          font_page,
                                   int          file_page,
                                   const char  *bytes,
                                   gsize        n,
                                   GString     *to);

/* -- plx-rtf-words.c -- */

typedef enum {
  PLX_RTF_OTHER,          // not known: no text, and a skipped group after "\*"
  PLX_RTF_SKIP,           // a group that holds no text
  PLX_RTF_READ,           // a group that holds text even after "\*"
  PLX_RTF_CHARACTER,      // stands for @value
  PLX_RTF_BREAK_LINE,
  PLX_RTF_BREAK_PAGE,
  PLX_RTF_END_PARAGRAPH,
  PLX_RTF_END_SECTION,
  PLX_RTF_END_CELL,
  PLX_RTF_END_ROW,
  PLX_RTF_RESET_PARAGRAPH,
  PLX_RTF_RESET_TEXT,
  PLX_RTF_IN_TABLE,
  PLX_RTF_OUTLINE,
  PLX_RTF_STYLE,
  PLX_RTF_PAGE_BEFORE,
  PLX_RTF_BOLD,
  PLX_RTF_HIDDEN,
  PLX_RTF_DELETED,
  PLX_RTF_FONT,
  PLX_RTF_DEFAULT_FONT,
  PLX_RTF_FONT_CHARSET,
  PLX_RTF_FONT_PAGE,
  PLX_RTF_FILE_PAGE,      // @value: the page, 0: the parameter
  PLX_RTF_UNICODE,
  PLX_RTF_UNICODE_SKIP,
  PLX_RTF_BINARY,
  PLX_RTF_FONTS,          // groups of their own kind
  PLX_RTF_STYLES,
  PLX_RTF_INFO,
  PLX_RTF_TITLE,
  PLX_RTF_AUTHOR,
  PLX_RTF_CREATED,
  PLX_RTF_YEAR,
  PLX_RTF_MONTH,
  PLX_RTF_DAY,
  PLX_RTF_NOTE,
  PLX_RTF_MARGIN,         // head or foot of a page
  PLX_RTF_COMMENT,
  PLX_RTF_BOX,
  PLX_RTF_TWICE,          // \upr: first for old readers, then in Unicode
  PLX_RTF_TWICE_UNICODE,
} PlxRtfKind;

typedef struct {
  const char *name;
  PlxRtfKind kind;
  int value;
} PlxRtfWord;

const PlxRtfWord *plx_rtf_word_find (const char *name);   // NULL: not known

G_END_DECLS
