/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "export/plx-pdf-private.h"

/* The text of one annotation, byte for byte. */

static PlxMark mark = {
  .key = (char *) "m3",
  .layer = PLX_MARK_NAME,
  .state = PLX_MARK_ACCEPTED,
  .label = (char *) "person",
  .title = (char *) "Xi Jinping",
  .why = (char *) "gazetteer",
  .author = (char *) "Ann (desk)",
  .decided = (char *) "2026-01-02T03:04:05+01:00",
  .confidence_01 = 0.5f,
};

static void
write_one (PlxPdfAnnotation *annotation, guint line, guint piece)
{
  PlxReportArticle article = { .id = 7 };
  PlxReport report
      = { .program = "Parallax", .date = "2026-02-01", .articles = &article, .n_articles = 1 };
  PlxPlacedMark placed = { .mark = &mark, .piece = piece, .line = line, .last = TRUE };
  PlxPdfBox quad = { 100, 200.5, 150, 213 };

  placed.quads = g_array_new (FALSE, FALSE, sizeof (PlxPdfBox));
  g_array_append_val (placed.quads, quad);
  plx_pdf_annotation_init (annotation);
  plx_pdf_annotation_write (annotation, &report, &placed);
  g_array_unref (placed.quads);
}

static void
test_markup (void)
{
  PlxPdfAnnotation a;

  write_one (&a, 1, 1);
  g_assert_nonnull (strstr (a.dictionary->str, "/Subtype /Underline /F 4 "));
  g_assert_nonnull (strstr (a.dictionary->str,
                            "/QuadPoints [100.00 641.50 150.00 641.50 100.00 629.00 150.00 629.00 ]"));
  g_assert_nonnull (strstr (a.dictionary->str, "/NM (a7-m3) "));
  g_assert_nonnull (strstr (a.dictionary->str, "/T (Ann \\(desk\\)) "));
  g_assert_nonnull (
      strstr (a.dictionary->str, "/M (D:20260102020405Z) /CreationDate (D:20260102020405Z) "));
  /* a line break makes it UTF-16 */
  g_assert_nonnull (strstr (a.dictionary->str, "/Contents <FEFF0070006500720073006F006E"));
  g_assert_true (g_str_has_prefix (a.appearance->str, "/G gs\n"));
  g_assert_true (g_str_has_suffix (a.appearance->str, "S\n"));
  plx_pdf_annotation_clear (&a);
}

static void
test_later_piece (void)
{
  PlxPdfAnnotation a;

  write_one (&a, 1, 3);
  g_assert_nonnull (strstr (a.dictionary->str, "/NM (a7-m3-3) "));
  plx_pdf_annotation_clear (&a);
}

static void
test_note (void)
{
  PlxPdfAnnotation a;

  write_one (&a, 0, 1);
  g_assert_nonnull (strstr (a.dictionary->str, "/Subtype /Text /F 4 /Name /Comment "));
  g_assert_null (strstr (a.dictionary->str, "QuadPoints"));
  plx_pdf_annotation_clear (&a);
}

static void
assert_string (const char *text, const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);

  plx_pdf_write_string (out, text);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_strings (void)
{
  assert_string ("", "()");
  assert_string ("a(b)\\", "(a\\(b\\)\\\\)");
  assert_string ("é", "<FEFF00E9>");
  assert_string ("𝄞", "<FEFFD834DD1E>");
}

static void
assert_date (const char *iso, const char *expected)
{
  g_autofree char *date = plx_pdf_dup_date (iso);

  g_assert_cmpstr (date, ==, expected);
}

static void
test_dates (void)
{
  assert_date ("2026-02-03", "D:20260203000000Z");
  assert_date ("2026-02-03T04:05:06Z", "D:20260203040506Z");
  assert_date ("2026-02-03T04:05:06.789+09:00", "D:20260202190506Z");
  assert_date ("yesterday", NULL);
  assert_date (NULL, NULL);
}

static void
test_hyphens (void)
{
  g_autoptr (PlxHyphens) hyphens = plx_hyphens_new ();
  g_auto (PlxHyphenated) plain = { 0 }, broken = { 0 };
  const char *text = "Naïve Workers’ development 회담";

  plx_hyphens_apply (hyphens, "xx", text, strlen (text), &plain);
  g_assert_cmpstr (plain.text, ==, text);
  plx_hyphens_apply (hyphens, "en-GB", text, strlen (text), &broken);
  g_assert_nonnull (strstr (broken.text, "Workers"));
  for (guint32 i = 0; i < strlen (text); i++)
    {
      guint32 there = plx_hyphenated_map (&broken, i);

      g_assert_cmpint (broken.text[there], ==, text[i]);
      g_assert_cmpuint (plx_hyphenated_unmap (&broken, there), ==, i);
    }
  if (plx_hyphens_knows (hyphens, "en"))
    g_assert_nonnull (strstr (broken.text, "de\302\255vel"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/annotations/markup", test_markup);
  g_test_add_func ("/export/annotations/later-piece", test_later_piece);
  g_test_add_func ("/export/annotations/note", test_note);
  g_test_add_func ("/export/annotations/strings", test_strings);
  g_test_add_func ("/export/annotations/dates", test_dates);
  g_test_add_func ("/export/hyphens", test_hyphens);
  return g_test_run ();
}
