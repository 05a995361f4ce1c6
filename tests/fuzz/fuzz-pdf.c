/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "fuzz-bytes.h"
#include "import/plx-pdf.h"

/* The reader of PDF from both ends: bad answers of a helper, and bad documents read by
 * the real one. The second costs a process each, so it comes once in a while. */

static const char seed[] =
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R 6 0 R]"
  "/Count 2>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Contents 4 0 "
  "R/Resources"
  "<</Font<</F1 5 0 R>>>>>>endobj\n4 0 obj<</Length 150>>stream\nBT /F1 24 Tf 40 350 Td (Dam "
  "talks) "
  "Tj /F1 10 Tf 0 -40 Td (The two sides met) Tj 0 -12 Td (in Saran on Fri-) Tj 0 -12 Td (day.) Tj "
  "0 -280 Td (1) Tj ET\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
  "endobj\n6 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Contents 4 0 R/Resources<</Font"
  "<</F1 5 0 R>>>>>>endobj\ntrailer<</Root 1 0 R/Info<</Title(Dam)>>>>\n%%EOF\n";

static const char * const dictionary[] = {
  " Td", " Tj", "(", ")", "<<", ">>", "[", "]", " 0 R", "/Kids[2 0 R]", "/Count -1", "/Length "
  "99999999",
  "stream\n", "endobj", "/Encrypt 1 0 R", "1e38 0 0 1e38 0 0 cm ", "0 0 0 0 0 0 Tm ", "/Rotate 90",
  "/MediaBox[0 0 0 0]", "/Parent 3 0 R", "/Filter/FlateDecode", "q ", "Q ", "\\377\\376", NULL
};

static int
pick_length (GRand *random)
{
  return g_rand_int_range (random, 0, 20) > 0 ? g_rand_int_range (random, -50, 9000)
                                              : (int) g_rand_int (random);
}

static char *
make_line (GRand *random, guint n)
{
  static const char * const words[] = {
    "Dam", "talks", "fri-", "day.", "1", "http://a.example/x", "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d",
    "\xe6\x97\xa5\xe6\x9c\xac", "\xef\xac\x81nd", "\xc2\xad", "2.1", "T", "\xe2\x80\xa2", "."
  };
  int left = pick_length (random), top = pick_length (random);

  switch (g_rand_int_range (random, 0, 30))
    {
    case 0: return g_strdup_printf ("page\t%d\t%d\t%d", (int) n, pick_length (random), 7000);
    case 1: return g_strdup ("broken\t3");
    case 2: return g_strdup ("info\ttitle\tDam talks");
    default:
      return g_strdup_printf ("word\t%d\t%d\t%d\t%d\t%d\t%d\t%u\t%s", left, top,
                              left + g_rand_int_range (random, 0, 900),
                              top + g_rand_int_range (random, 0, 200),
                              g_rand_int_range (random, 0, 300), g_rand_int_range (random, 0, 2),
                              n / 4, words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
    }
}

static char *
run_answer (GRand *random, gboolean show)
{
  g_autoptr (PlxPdfDocument) document = plx_pdf_document_new ();
  g_autoptr (PlxImportedArticle) article = plx_imported_article_new ();
  char first[] = "page\t1\t6000\t8000";
  guint n = (guint) g_rand_int_range (random, 0, 400);

  plx_pdf_answer_add (document, first);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *line = make_line (random, i);

      if (show)
        puts (line);
      plx_pdf_answer_add (document, line);
    }
  plx_pdf_layout (g_ptr_array_index (document->pages, document->pages->len - 1));
  plx_pdf_margins_take (document, article->removed);
  plx_pdf_text_build (document, article);
  return plx_fuzz_bytes_check (article);
}

static char *
run_document (GRand *random, gboolean show)
{
  g_autoptr (GBytes) data = g_bytes_new_static (seed, strlen (seed));
  g_autoptr (GBytes) bytes = plx_fuzz_bytes_mutate (data, dictionary, random);

  if (show)
    g_file_set_contents ("fuzz-pdf.out", g_bytes_get_data (bytes, NULL),
                         (gssize) g_bytes_get_size (bytes), NULL);
  return plx_fuzz_bytes_import (bytes, "a.pdf");
}

static char *
run (GRand *random, gboolean show)
{
  return g_rand_int_range (random, 0, 8) > 0 ? run_answer (random, show)
                                             : run_document (random, show);
}

int
main (int argc, char **argv)
{
  return plx_fuzz_bytes_run (argc, argv, "damaged PDF is read or refused", run);
}
