/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-rtf.h"

/* The control words that matter to text, of some 1,800. */

static const PlxRtfWord words[] = {
  { "par", PLX_RTF_END_PARAGRAPH, 0 },
  { "sect", PLX_RTF_END_SECTION, 0 },
  { "page", PLX_RTF_BREAK_PAGE, 0 },
  { "line", PLX_RTF_BREAK_LINE, 0 },
  { "lbr", PLX_RTF_BREAK_LINE, 0 },
  { "column", PLX_RTF_BREAK_LINE, 0 },
  { "cell", PLX_RTF_END_CELL, 0 },
  { "row", PLX_RTF_END_ROW, 0 },
  { "nestcell", PLX_RTF_END_PARAGRAPH, 0 },
  { "nestrow", PLX_RTF_END_PARAGRAPH, 0 },
  { "pard", PLX_RTF_RESET_PARAGRAPH, 0 },
  { "plain", PLX_RTF_RESET_TEXT, 0 },
  { "intbl", PLX_RTF_IN_TABLE, 0 },
  { "outlinelevel", PLX_RTF_OUTLINE, 0 },
  { "s", PLX_RTF_STYLE, 0 },
  { "pagebb", PLX_RTF_PAGE_BEFORE, 0 },
  { "b", PLX_RTF_BOLD, 0 },
  { "v", PLX_RTF_HIDDEN, 0 },
  { "deleted", PLX_RTF_DELETED, 0 },
  { "f", PLX_RTF_FONT, 0 },
  { "deff", PLX_RTF_DEFAULT_FONT, 0 },
  { "fcharset", PLX_RTF_FONT_CHARSET, 0 },
  { "cpg", PLX_RTF_FONT_PAGE, 0 },
  { "ansicpg", PLX_RTF_FILE_PAGE, 0 },
  { "mac", PLX_RTF_FILE_PAGE, 10000 },
  { "pc", PLX_RTF_FILE_PAGE, 437 },
  { "pca", PLX_RTF_FILE_PAGE, 850 },
  { "u", PLX_RTF_UNICODE, 0 },
  { "uc", PLX_RTF_UNICODE_SKIP, 0 },
  { "bin", PLX_RTF_BINARY, 0 },
  { "fonttbl", PLX_RTF_FONTS, 0 },
  { "stylesheet", PLX_RTF_STYLES, 0 },
  { "info", PLX_RTF_INFO, 0 },
  { "title", PLX_RTF_TITLE, 0 },
  { "author", PLX_RTF_AUTHOR, 0 },
  { "creatim", PLX_RTF_CREATED, 0 },
  { "yr", PLX_RTF_YEAR, 0 },
  { "mo", PLX_RTF_MONTH, 0 },
  { "dy", PLX_RTF_DAY, 0 },
  { "footnote", PLX_RTF_NOTE, 0 },
  { "header", PLX_RTF_MARGIN, 0 },
  { "headerl", PLX_RTF_MARGIN, 0 },
  { "headerr", PLX_RTF_MARGIN, 0 },
  { "headerf", PLX_RTF_MARGIN, 0 },
  { "footer", PLX_RTF_MARGIN, 0 },
  { "footerl", PLX_RTF_MARGIN, 0 },
  { "footerr", PLX_RTF_MARGIN, 0 },
  { "footerf", PLX_RTF_MARGIN, 0 },
  { "annotation", PLX_RTF_COMMENT, 0 },
  { "shptxt", PLX_RTF_BOX, 0 },
  { "dptxbxtext", PLX_RTF_BOX, 0 },
  { "upr", PLX_RTF_TWICE, 0 },
  { "ud", PLX_RTF_TWICE_UNICODE, 0 },
  { "shpinst", PLX_RTF_READ, 0 },
  { "do", PLX_RTF_READ, 0 },
  { "moMath", PLX_RTF_READ, 0 },
  { "moMathPara", PLX_RTF_READ, 0 },
  { "tab", PLX_RTF_CHARACTER, ' ' },
  { "emspace", PLX_RTF_CHARACTER, ' ' },
  { "enspace", PLX_RTF_CHARACTER, ' ' },
  { "qmspace", PLX_RTF_CHARACTER, ' ' },
  { "emdash", PLX_RTF_CHARACTER, 0x2014 },
  { "endash", PLX_RTF_CHARACTER, 0x2013 },
  { "bullet", PLX_RTF_CHARACTER, 0x2022 },
  { "lquote", PLX_RTF_CHARACTER, 0x2018 },
  { "rquote", PLX_RTF_CHARACTER, 0x2019 },
  { "ldblquote", PLX_RTF_CHARACTER, 0x201c },
  { "rdblquote", PLX_RTF_CHARACTER, 0x201d },
  { "colortbl", PLX_RTF_SKIP, 0 },
  { "filetbl", PLX_RTF_SKIP, 0 },
  { "pict", PLX_RTF_SKIP, 0 },
  { "nonshppict", PLX_RTF_SKIP, 0 },
  { "shprslt", PLX_RTF_SKIP, 0 },
  { "sp", PLX_RTF_SKIP, 0 },
  { "objdata", PLX_RTF_SKIP, 0 },
  { "objclass", PLX_RTF_SKIP, 0 },
  { "fldinst", PLX_RTF_SKIP, 0 },
  { "fldtype", PLX_RTF_SKIP, 0 },
  { "datafield", PLX_RTF_SKIP, 0 },
  { "pntext", PLX_RTF_SKIP, 0 },
  { "listtext", PLX_RTF_SKIP, 0 },
  { "bkmkstart", PLX_RTF_SKIP, 0 },
  { "bkmkend", PLX_RTF_SKIP, 0 },
  { "atnid", PLX_RTF_SKIP, 0 },
  { "atnauthor", PLX_RTF_SKIP, 0 },
  { "xe", PLX_RTF_SKIP, 0 },
  { "tc", PLX_RTF_SKIP, 0 },
  { "tcn", PLX_RTF_SKIP, 0 },
  { "rxe", PLX_RTF_SKIP, 0 },
  { "txe", PLX_RTF_SKIP, 0 },
  { "nonesttables", PLX_RTF_SKIP, 0 },
  { "nesttableprops", PLX_RTF_READ, 0 },
  { "ftnsep", PLX_RTF_SKIP, 0 },
  { "ftnsepc", PLX_RTF_SKIP, 0 },
  { "ftncn", PLX_RTF_SKIP, 0 },
  { "aftnsep", PLX_RTF_SKIP, 0 },
  { "aftnsepc", PLX_RTF_SKIP, 0 },
  { "aftncn", PLX_RTF_SKIP, 0 },
  { "private", PLX_RTF_SKIP, 0 },
  { "template", PLX_RTF_SKIP, 0 },
  { "listtable", PLX_RTF_SKIP, 0 },
  { "listoverridetable", PLX_RTF_SKIP, 0 },
  { "revtbl", PLX_RTF_SKIP, 0 },
};

const PlxRtfWord *
plx_rtf_word_find (const char *name)
{
  static GHashTable *table;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      table = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        g_hash_table_insert (table, (gpointer) words[i].name, (gpointer) &words[i]);
      g_once_init_leave (&once, 1);
    }
  return g_hash_table_lookup (table, name);
}
