/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "document-fixture.h"
#include "import-fixture.h"
#include "import/plx-document.h"
#include "import/plx-xlsx-read.h"

/* OpenDocument, EPUB, RTF and the rows of workbooks. */

static PlxImportResult *
import_package (const Part *parts, const char *name)
{
  g_autoptr (GBytes) bytes = make_package (parts, NULL, 0);

  return import_n (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), name);
}

static void
test_odt (void)
{
  g_autoptr (PlxImportResult) result = import_package (odt_parts, "a.odt");
  const PlxImportedArticle *article = only_article (result);

  g_assert_cmpstr (article->title, ==, "Dam talks resume");
  g_assert_cmpstr (article->text, ==,
                   "The two sides met.\nShip | Tons\nAround it.\nIn a box.\nA note below.");
  g_assert_cmpstr (article->language, ==, "en-GB");
  g_assert_cmpstr (g_ptr_array_index (article->removed, 0), ==, "Tarn Daily");
  g_assert_true (is_told (result, "note", "1 deleted"));
  g_assert_true (is_told (result, "note", "1 comments"));
}

static void
test_flat_odt (void)
{
  g_autoptr (PlxImportResult) result
    = import ("<?xml version='1.0'?><office:document xmlns:office='o' xmlns:text='t'><office:body>"
              "<office:text><text:h text:outline-level='1'>Dam talks</text:h><text:p>Two sides met."
              "</text:p></office:text></office:body></office:document>", "a.fodt");

  g_assert_cmpstr (only_article (result)->title, ==, "Dam talks");
  g_assert_cmpstr (only_article (result)->text, ==, "Two sides met.");
}

static void
test_locked_odt (void)
{
  static const Part parts[] = {
    { "mimetype", "application/vnd.oasis.opendocument.text" },
    { "META-INF/manifest.xml", "<m><file-entry><encryption-data/></file-entry></m>" },
    { "content.xml", "\001\002\003" },
    { NULL, NULL },
  };
  g_autoptr (GBytes) bytes = make_package (parts, NULL, 0);
  g_autofree char *message
    = refuse_n (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "a.odt",
                PLX_IMPORT_ERROR_UNSUPPORTED);

  g_assert_nonnull (strstr (message, "password"));
}

/* Chapters stand in the order of the spine; a book is one article. */
static void
test_epub (void)
{
  g_autoptr (PlxImportResult) result = import_package (epub_parts, "a.epub");
  const PlxImportedArticle *article = only_article (result);

  g_assert_cmpstr (article->title, ==, "Tarn Tales");
  g_assert_cmpstr (article->byline[0], ==, "Jane Doe");
  g_assert_cmpstr (article->text, ==, "One\nThe first chapter.\nTwo\nThe second one.");
  g_assert_true (is_told (result, "note", "one article"));
}

static const char long_chapter[] =
  "<html><body><h1>Talks resume</h1><p>By Jane Doe</p><p>The two sides met in the port again, a "
  "month after they had parted without a word on the dam, and spoke for an hour before the press was "
  "let in to hear what they had to say.</p></body></html>";

/* In a periodical each chapter is one; a spine of dangling names is replaced. */
static void
test_periodical (void)
{
  const Part parts[] = {
    { "mimetype", "application/epub+zip" },
    { "META-INF/container.xml", "<c><rootfile full-path='b.opf'/></c>" },
    { "b.opf",
      "<package xmlns:dc='d'><metadata><dc:title>Tarn "
      "Weekly</dc:title><dc:date>2031-05-14</dc:date>"
      "<meta name='calibre:publication_type' content='periodical:magazine'/></metadata><manifest>"
      "<item id='a' href='a.html' media-type='text/html'/></manifest><spine><itemref idref='zz'/>"
      "</spine></package>" },
    { "a.html", long_chapter },
    { NULL, NULL },
  };
  g_autoptr (PlxImportResult) result = import_package (parts, "a.epub");
  const PlxImportedArticle *article = only_article (result);

  g_assert_cmpstr (article->title, ==, "Talks resume");
  g_assert_cmpstr (article->byline[0], ==, "Jane Doe");
  g_assert_cmpstr (article->site, ==, "Tarn Weekly");
  g_assert_cmpstr (article->published, ==, "2031-05-14");
  g_assert_true (is_told (result, "warning", "names none"));
}

static void
check_cell (const GPtrArray *rows, guint row, guint column, const char *expected)
{
  g_assert_cmpstr (plx_xlsx_get_cell (g_ptr_array_index (rows, row), column), ==, expected);
}

/* A lying dimension, cells without an address, runs, dates by their format. */
static void
test_xlsx (void)
{
  g_autoptr (GBytes) bytes = make_package (xlsx_parts, NULL, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sheets = plx_xlsx_read (bytes, &error);
  const PlxXlsxSheet *sheet;

  g_assert_no_error (error);
  g_assert_cmpuint (sheets->len, ==, 2);
  g_assert_true (((PlxXlsxSheet *) g_ptr_array_index (sheets, 1))->is_hidden);
  sheet = g_ptr_array_index (sheets, 0);
  g_assert_cmpstr (sheet->name, ==, "News");
  g_assert_cmpuint (sheet->rows->len, ==, 2);
  g_assert_cmpuint (((PlxXlsxRow *) g_ptr_array_index (sheet->rows, 1))->number, ==, 3);
  check_cell (sheet->rows, 0, 0, "Title");
  check_cell (sheet->rows, 0, 1, "Date");
  check_cell (sheet->rows, 1, 0, "Dam talks");
  check_cell (sheet->rows, 1, 1, "2031-05-14");
  check_cell (sheet->rows, 1, 2, "");
  check_cell (sheet->rows, 1, 3, "2.5");
  check_cell (sheet->rows, 1, 4, "2031-05-14T06:00:00");
  check_cell (sheet->rows, 1, 5, "TRUE");
  check_cell (sheet->rows, 1, 6, "");
  check_cell (sheet->rows, 1, 99, "");
}

/* -- RTF -- */

static char *
read_rtf (const char *rtf)
{
  g_autoptr (PlxImportResult) result = import (rtf, "a.rtf");

  return g_strdup (only_article (result)->text);
}

static void
test_rtf_charsets (void)
{
  static const struct { const char *rtf, *text; } cases[] = {
    { "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset204 A;}}\\f0 \\'cf\\'f0.}", "Пр." },
    { "{\\rtf1\\ansi\\ansicpg1251 \\'cf\\'f0.}", "Пр." },
    { "{\\rtf1\\ansi\\ansicpg1251{\\fonttbl{\\f0\\fcharset0 A;}}\\f0 "
      "\\'cf\\'f0\\'f0.}", "Прр." },
    { "{\\rtf1\\ansi\\ansicpg932 \\'93\\'fa\\'96\\'7b.}", "日本." },
    { "{\\rtf1\\ansi\\u8220?x\\u8221 ?.}", "“x”." },
    { "{\\rtf1\\ansi\\uc2 \\u233\\'c3\\'a9t\\u233\\'c3\\'a9.}", "été." },
    { "{\\rtf1\\ansi\\u-10179?\\u-8704?.}", "😀." },
    { "{\\rtf1\\mac \\'8e.}", "é." },
    { "{\\rtf1 a\\~b\\_c\\-d \\{\\}\\emdash\\bullet .}", "a b-cd {}—•." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = read_rtf (cases[i].rtf);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_rtf_groups (void)
{
  g_autofree char *text = read_rtf (
    "{\\rtf1{\\fonttbl\\f0 Times;}{\\colortbl;\\red0;}{\\*\\unknown {no}}{\\pict 00ff}"
    "One {\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt link}}{\\v hidden}{\\deleted gone}"
    "{\\footnote A note.}.\\par\\bin3 {{{{\\*\\annotation no}"
    "\\trowd\\intbl A\\cell B\\cell\\row\\pard{\\listtext 1.}Item{\\upr{a}{\\*\\ud b}}\\par"
    "{\\shp{\\*\\shpinst{\\sp{\\sn x}}{\\shptxt In a box.\\par}}}Last.\\par}trailing");

  g_assert_cmpstr (text, ==, "One link.\nA | B\nItemb\nIn a box.\nLast.\nA note.");
}

static void
test_rtf_fields (void)
{
  g_autoptr (PlxImportResult) result = import (
    "{\\rtf1{\\stylesheet{\\s1 heading 1;}}{\\info{\\author Jane "
    "Doe}{\\creatim\\yr2031\\mo5\\dy14}}"
    "{\\header Tarn Daily\\par}\\pard\\s1 Dam talks\\par\\pard Two sides.\\page Next.", "a.txt");
  const PlxImportedArticle *article = only_article (result);
  g_autoptr (GPtrArray) paragraphs = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_cmpstr (article->title, ==, "Dam talks");
  g_assert_cmpstr (article->text, ==, "Two sides.\nNext.");
  g_assert_cmpstr (article->byline[0], ==, "Jane Doe");
  g_assert_cmpstr (article->published, ==, "2031-05-14");
  g_assert_true (is_told (result, "warning", "damaged"));       // it never ends
  bytes = g_bytes_new_static ("{\\rtf1 {\\b A}\\par\\page B}", 26);
  paragraphs = plx_rtf_read_paragraphs (bytes);
  g_assert_cmpuint (paragraphs->len, ==, 2);
  g_assert_true (((PlxParagraph *) g_ptr_array_index (paragraphs, 0))->is_bold);
  g_assert_true (((PlxParagraph *) g_ptr_array_index (paragraphs, 1))->page_break_before);
}

static void
test_rtf_deep (void)
{
  g_autoptr (GString) rtf = g_string_new ("{\\rtf1 ");
  g_autofree char *text = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (rtf, "{\\footnote ");
  g_string_append (rtf, "deep");
  text = read_rtf (rtf->str);
  g_assert_cmpstr (text, ==, "deep");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/documents/odt", test_odt);
  g_test_add_func ("/import/documents/flat-odt", test_flat_odt);
  g_test_add_func ("/import/documents/locked-odt", test_locked_odt);
  g_test_add_func ("/import/documents/epub", test_epub);
  g_test_add_func ("/import/documents/periodical", test_periodical);
  g_test_add_func ("/import/documents/xlsx", test_xlsx);
  g_test_add_func ("/import/documents/rtf-charsets", test_rtf_charsets);
  g_test_add_func ("/import/documents/rtf-groups", test_rtf_groups);
  g_test_add_func ("/import/documents/rtf-fields", test_rtf_fields);
  g_test_add_func ("/import/documents/rtf-deep", test_rtf_deep);
  return g_test_run ();
}
