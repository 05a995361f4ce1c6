/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "document-fixture.h"
#include "import-fixture.h"
#include "import/plx-document.h"

static PlxImportResult *
import_package (const Part *parts, const char *name)
{
  g_autoptr (GBytes) bytes = make_package (parts, NULL, 0);

  return import_n (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), name);
}

/* Links, insertions, controls, fields, notes and boxes are text; deletions, prompts, codes
 * and the second rendering of a box are not. */
static void
test_text (void)
{
  g_autoptr (PlxImportResult) result = import_package (docx_parts, "a.docx");
  const PlxImportedArticle *article = only_article (result);

  g_assert_cmpstr (article->title, ==, "Dam talks resume");
  g_assert_cmpstr (article->byline[0], ==, "Jane Doe");
  g_assert_cmpstr (article->published, ==, "2031-05-14");
  g_assert_cmpstr (article->text, ==,
                   "By Jane Doe\n14 May 2031\nThe two sides met in Saran again.\n"
                   "One half and the other.\nHeld by a control.\nResult of a field.\n"
                   "Ship | Tons\nAround the box.\nIn a box.\nNext page\nA note below.");
  g_assert_cmpuint (article->removed->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (article->removed, 0), ==, "Tarn Daily");
  g_assert_true (is_told (result, "note", "1 deleted"));
}

static void
test_paragraphs (void)
{
  g_autoptr (GBytes) bytes = make_package (docx_parts, NULL, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) paragraphs = plx_docx_read_paragraphs (bytes, &error);
  const PlxParagraph *first, *last, *note;

  g_assert_no_error (error);
  g_assert_cmpuint (paragraphs->len, ==, 12);
  first = g_ptr_array_index (paragraphs, 0);
  last = g_ptr_array_index (paragraphs, 10);
  note = g_ptr_array_index (paragraphs, 11);
  g_assert_true (first->is_title);
  g_assert_cmpstr (last->text, ==, "Next page");
  g_assert_true (last->page_break_before);
  g_assert_true (last->is_bold);
  g_assert_true (note->is_note);
}

/* The day on which the file was made is the last resort, and said. */
static void
test_created (void)
{
  static const Part parts[] = {
    { "word/document.xml", DOCX_HEAD "<w:p><w:r><w:t>One sentence.</w:t></w:r></w:p>" DOCX_TAIL },
    { "docProps/core.xml", "<p><created>2031-05-20T08:00:00Z</created><creator>Jane Doe</creator>"
                           "<title>Microsoft Word - x.doc</title></p>" },
    { NULL, NULL },
  };
  g_autoptr (PlxImportResult) result = import_package (parts, "a.docx");
  const PlxImportedArticle *article = only_article (result);

  g_assert_cmpstr (article->published, ==, "2031-05-20");
  g_assert_cmpstr (article->byline[0], ==, "Jane Doe");
  g_assert_null (article->title);
  g_assert_true (is_told (result, "warning", "2031-05-20"));
}

/* A layout made with a table holds prose: its cells stay apart. */
static void
test_table (void)
{
  static const Part parts[] = {
    { "word/document.xml",
      DOCX_HEAD
      "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>A</w:t></w:r></w:p><w:p><w:r><w:t>B</w:t></w:r></w:p>"
      "</w:tc>"
      "<w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2"
      "</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>" DOCX_TAIL },
    { NULL, NULL },
  };
  g_autoptr (PlxImportResult) result = import_package (parts, "a.docx");

  g_assert_cmpstr (only_article (result)->text, ==, "A\nB\n1 | 2");
}

static void
test_damaged (void)
{
  g_autoptr (GBytes) whole = make_package (docx_parts, NULL, 0);
  const char *data = g_bytes_get_data (whole, NULL);
  gsize n = g_bytes_get_size (whole);
  static const Part cut[] = {
    { "word/document.xml", DOCX_HEAD "<w:p><w:r><w:t>One sentence.</w:t></w:r></w:p><w:p><w:r" },
    { NULL, NULL },
  };
  static const Part empty[] = { { "[Content_Types].xml", "<Types/>" }, { NULL, NULL } };
  g_autoptr (PlxImportResult) half = import_package (cut, "a.docx");
  g_autoptr (GBytes) none = make_package (empty, NULL, 0);
  g_autofree char *message = NULL;

  g_assert_cmpstr (only_article (half)->text, ==, "One sentence.");
  g_assert_true (is_told (half, "warning", "damaged"));
  message = refuse_n (g_bytes_get_data (none, NULL), g_bytes_get_size (none), "a.docx",
                      PLX_IMPORT_ERROR_DAMAGED);
  g_assert_nonnull (strstr (message, "missing"));
  for (gsize i = 40; i < n; i += 97)       // no crash, wherever it ends
    {
      g_autoptr (GBytes) part = g_bytes_new (data, i);
      g_autoptr (PlxImportResult) result = plx_import_bytes (part, "a.docx", NULL, NULL);
    }
}

/* 120 MB of zeros in 0.1 MB. */
static void
test_bomb (void)
{
  g_autoptr (GBytes) bytes = make_package (docx_parts, "word/zeros.xml", 120 << 20);
  g_autofree char *message
    = refuse_n (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "a.docx",
                PLX_IMPORT_ERROR_TOO_LARGE);

  g_assert_nonnull (strstr (message, "MB"));
}

/* Entities are not expanded, external ones not fetched. */
static void
test_entities (void)
{
  static const Part parts[] = {
    { "word/document.xml",
      "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'><!ENTITY a 'aaaa'><!ENTITY b "
      "'&a;&a;&a;&a;&a;'>]><w:document xmlns:w='" WORD_NS "'><w:p><w:r><w:t>Text "
      "&x;&b;.</w:t></w:r>"
      "</w:p></w:document>" },
    { NULL, NULL },
  };
  g_autoptr (PlxImportResult) result = import_package (parts, "a.docx");

  g_assert_null (strstr (only_article (result)->text, "root"));
  g_assert_true (g_str_has_prefix (only_article (result)->text, "Text"));
}

/* Known by name, refused with a way out. */
static void
test_refused (void)
{
  static const Part slides[] = { { "ppt/presentation.xml", "<p/>" }, { NULL, NULL } };
  g_autoptr (GBytes) bytes = make_package (slides, NULL, 0);
  g_autofree char *message
    = refuse_n (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "a.pptx",
                PLX_IMPORT_ERROR_UNSUPPORTED);
  g_autofree guchar *old = g_malloc0 (2048);
  g_autofree char *old_message = NULL, *locked_message = NULL;

  g_assert_nonnull (strstr (message, "presentation"));
  memcpy (old, "\320\317\021\340\241\261\032\341", 8);
  old[30] = 9;                               // its directory is in the first sector
  for (guint i = 0; i < strlen ("WordDocument"); i++)
    old[512 + 128 + 2 * i] = (guchar) "WordDocument"[i];
  old_message = refuse_n ((const char *) old, 2048, "a.doc", PLX_IMPORT_ERROR_UNSUPPORTED);
  g_assert_nonnull (strstr (old_message, ".docx"));
  for (guint i = 0; i < strlen ("EncryptedPackage"); i++)
    old[512 + 256 + 2 * i] = (guchar) "EncryptedPackage"[i];
  locked_message = refuse_n ((const char *) old, 2048, "a.docx", PLX_IMPORT_ERROR_UNSUPPORTED);
  g_assert_nonnull (strstr (locked_message, "password"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/docx/text", test_text);
  g_test_add_func ("/import/docx/paragraphs", test_paragraphs);
  g_test_add_func ("/import/docx/created", test_created);
  g_test_add_func ("/import/docx/table", test_table);
  g_test_add_func ("/import/docx/damaged", test_damaged);
  g_test_add_func ("/import/docx/bomb", test_bomb);
  g_test_add_func ("/import/docx/entities", test_entities);
  g_test_add_func ("/import/docx/refused", test_refused);
  return g_test_run ();
}
