/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <qpdf/qpdf-c.h>
#include <string.h>

#include "import-fixture.h"
#include "import/plx-pdf.h"

/* Documents drawn here, read by the real helper. */

enum { WIDTH = 400, HEIGHT = 600, LEADING = 12, SIZE = 10 };

typedef struct {
  GByteArray *data;
  cairo_surface_t *surface;
  cairo_t *cairo;
} Sheet;

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int n)
{
  g_byte_array_append (closure, data, n);
  return CAIRO_STATUS_SUCCESS;
}

static Sheet
start_sheet (void)
{
  Sheet sheet = { .data = g_byte_array_new () };

  sheet.surface = cairo_pdf_surface_create_for_stream (write_cb, sheet.data, WIDTH, HEIGHT);
  cairo_pdf_surface_set_metadata (sheet.surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                  "2031-05-20T08:00:00Z");
  sheet.cairo = cairo_create (sheet.surface);
  return sheet;
}

static GBytes *
finish_sheet (Sheet *sheet)
{
  cairo_destroy (sheet->cairo);
  cairo_surface_finish (sheet->surface);
  cairo_surface_destroy (sheet->surface);
  return g_byte_array_free_to_bytes (sheet->data);
}

/* Pango, as it shapes Hebrew and Arabic; @size in points. */
static void
put (Sheet *sheet, double x, double y, int size, const char *text)
{
  PangoLayout *layout = pango_cairo_create_layout (sheet->cairo);
  g_autofree char *name = g_strdup_printf ("DejaVu Sans %dpx", size);
  PangoFontDescription *font = pango_font_description_from_string (name);

  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (sheet->cairo, x, y);
  pango_cairo_show_layout (sheet->cairo, layout);
  pango_font_description_free (font);
  g_object_unref (layout);
}

static double
put_lines (Sheet *sheet, double x, double y, const char * const *lines)
{
  for (; *lines != NULL; lines++, y += LEADING)
    put (sheet, x, y, SIZE, *lines);
  return y;
}

static PlxImportResult *
import_sheet (Sheet *sheet)
{
  g_autoptr (GBytes) bytes = finish_sheet (sheet);

  return import_n (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "a.pdf");
}

static void
put_margins (Sheet *sheet, int page)
{
  g_autofree char *foot = g_strdup_printf ("%d", page);

  put (sheet, 150, 15, 8, "The Tarn Daily");
  put (sheet, 190, 570, 8, foot);
}

/* Two columns under a headline, on two pages: columns are not mixed, a paragraph runs on
 * over column and page, hyphens go, heads and page numbers are set aside. */
static void
test_columns (void)
{
  static const char * const left[] = {
    "The two sides met in the port", "of Saran on Friday, a spokes-",
    "woman said, and spoke of the", "dam for an hour.", "   They had parted a month ago",
    "without a word, and the well-", "known dispute about",
    NULL
  };
  static const char * const right[] = {
    "water had grown since then,", "as fishermen told the Tarn", "Daily by the quay.",
    "   A well-known lawyer was", "asked to write down what", "both could sign, which is", NULL
  };
  static const char * const next[] = {
    "more than anyone had hoped", "for in the spring.", "   Talks go on tomorrow, she",
    "said, if the sea allows.",
    NULL
  };
  Sheet sheet = start_sheet ();
  g_autoptr (PlxImportResult) result = NULL;
  const PlxImportedArticle *article;
  const PlxImportedPage *first, *second;

  put_margins (&sheet, 1);
  put (&sheet, 30, 60, 22, "Dam talks resume in port");
  put_lines (&sheet, 30, 110, left);
  put_lines (&sheet, 215, 110, right);
  cairo_show_page (sheet.cairo);
  put_margins (&sheet, 2);
  put_lines (&sheet, 30, 60, next);
  result = import_sheet (&sheet);
  article = only_article (result);
  g_assert_cmpstr (article->title, ==, "Dam talks resume in port");
  g_assert_cmpstr (article->text, ==,
                   "The two sides met in the port of Saran on Friday, a spokeswoman said, and "
                   "spoke of the dam for an hour.\n"
                   "They had parted a month ago without a word, and the well-known dispute about "
                   "water had grown since then, as fishermen told the Tarn Daily by the quay.\n"
                   "A well-known lawyer was asked to write down what both could sign, which is "
                   "more than anyone had hoped for in the spring.\n"
                   "Talks go on tomorrow, she said, if the sea allows.");
  g_assert_cmpuint (article->removed->len, ==, 3);
  g_assert_cmpuint (article->pages->len, ==, 2);
  first = &g_array_index (article->pages, PlxImportedPage, 0);
  second = &g_array_index (article->pages, PlxImportedPage, 1);
  g_assert_cmpuint (first->begin, ==, 0);
  g_assert_true (g_str_has_prefix (article->text + second->begin, "more than anyone"));
  g_assert_cmpuint (first->end, ==, second->begin);
  g_assert_cmpuint (second->end, ==, strlen (article->text));
  g_assert_true (is_told (result, "warning", "2031-05-20"));
}

/* Hebrew and Arabic in the order they are read, numbers and Latin words in theirs. */
static void
test_right_to_left (void)
{
  Sheet sheet = start_sheet ();
  g_autoptr (PlxImportResult) result = NULL;
  const char *text;

  put (&sheet, 30, 100, SIZE, "שלום לכל בני האדם בשנת 2031");
  put (&sheet, 30, 160, SIZE, "قال الوزير يوم الجمعة");
  result = import_sheet (&sheet);
  text = only_article (result)->text;
  g_assert_nonnull (strstr (text, "שלום לכל בני האדם בשנת 2031"));
  g_assert_nonnull (strstr (text, "قال الوزير يوم الجمعة"));
}

static void
test_pictures (void)
{
  Sheet sheet = start_sheet ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *message = NULL;

  cairo_rectangle (sheet.cairo, 10, 10, 100, 100);
  cairo_fill (sheet.cairo);
  bytes = finish_sheet (&sheet);
  message = refuse_n (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "a.pdf",
                      PLX_IMPORT_ERROR_EMPTY);
  g_assert_nonnull (strstr (message, "OCR"));
}

static GBytes *
make_simple (void)
{
  Sheet sheet = start_sheet ();

  put (&sheet, 30, 100, SIZE, "The two sides met in the port of Saran.");
  return finish_sheet (&sheet);
}

static void
test_damaged (void)
{
  g_autoptr (GBytes) whole = make_simple ();
  const char *data = g_bytes_get_data (whole, NULL);
  gsize n = g_bytes_get_size (whole);
  g_autofree char *message = refuse_n ("%PDF-1.7\n1 0 obj", 16, "a.pdf", PLX_IMPORT_ERROR_DAMAGED);

  g_assert_nonnull (strstr (message, "damaged"));
  for (gsize i = 1; i < 8; i++)            // read as far as it goes, or refused
    {
      g_autoptr (GBytes) cut = g_bytes_new (data, n * i / 8);
      g_autoptr (GError) error = NULL;
      g_autoptr (PlxImportResult) result = plx_import_bytes (cut, "a.pdf", NULL, &error);

      g_assert_true (result != NULL || error != NULL);
    }
}

static GBytes *
lock (GBytes *bytes)
{
  qpdf_data qpdf = qpdf_init ();
  GBytes *locked;

  g_assert_cmpint (qpdf_read_memory (qpdf, "a.pdf", g_bytes_get_data (bytes, NULL),
                                     g_bytes_get_size (bytes), NULL), ==, QPDF_SUCCESS);
  qpdf_init_write_memory (qpdf);
  qpdf_set_r6_encryption_parameters2 (qpdf, "reader", "owner", QPDF_TRUE, QPDF_TRUE, QPDF_TRUE,
                                      QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, qpdf_r3p_full, QPDF_TRUE);
  g_assert_cmpint (qpdf_write (qpdf), ==, QPDF_SUCCESS);
  locked = g_bytes_new (qpdf_get_buffer (qpdf), qpdf_get_buffer_length (qpdf));
  qpdf_cleanup (&qpdf);
  return locked;
}

static void
test_locked (void)
{
  g_autoptr (GBytes) whole = make_simple ();
  g_autoptr (GBytes) locked = lock (whole);
  g_autofree char *message
    = refuse_n (g_bytes_get_data (locked, NULL), g_bytes_get_size (locked), "a.pdf",
                PLX_IMPORT_ERROR_UNSUPPORTED);

  g_assert_nonnull (strstr (message, "password"));
}

/* What the helper tells is only believed as far as it can be true. */
static void
test_answer (void)
{
  static const char * const refused[] = {
    "word\t1\t2\t3\t4\t5\t0\t0\tbefore a page",
    "word\t1\t2", "word", "", "nonsense\t1", "info\tx\ty",
    "\xff\xfe",
  };
  g_autoptr (PlxPdfDocument) document = plx_pdf_document_new ();
  char page[] = "page\t1\t4000\t6000", back[] = "word\t9\t2\t3\t4\t5\t0\t0\tbackwards";
  char word[] = "word\t1\t2\t300\t40\t100\t0\t0\t\357\254\201sh";
  const PlxPdfPage *laid;

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *line = g_strdup (refused[i]);

      g_assert_false (plx_pdf_answer_add (document, line));
    }
  g_assert_true (plx_pdf_answer_add (document, page));
  g_assert_false (plx_pdf_answer_add (document, back));
  g_assert_true (plx_pdf_answer_add (document, word));
  laid = g_ptr_array_index (document->pages, 0);
  plx_pdf_layout (g_ptr_array_index (document->pages, 0));
  g_assert_cmpuint (laid->lines->len, ==, 1);
  g_assert_cmpstr (((PlxPdfLine *) g_ptr_array_index (laid->lines, 0))->text, ==, "fish");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/pdf/columns", test_columns);
  g_test_add_func ("/import/pdf/right-to-left", test_right_to_left);
  g_test_add_func ("/import/pdf/pictures", test_pictures);
  g_test_add_func ("/import/pdf/damaged", test_damaged);
  g_test_add_func ("/import/pdf/locked", test_locked);
  g_test_add_func ("/import/pdf/answer", test_answer);
  return g_test_run ();
}
