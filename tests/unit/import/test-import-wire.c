/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-fixture.h"

/* Wire text: the frames of IPTC 7901 and ANPA 1312, and ZCZC. */

#define IPTC \
  "\001eca0100 3 i 586 dpa 0099\r\n\r\nharbour/Saran/\r\n\0021ST LEAD\r\nHarbour reopens after storm\r\n" \
  "By Jane Doe, dpa =\r\n\r\nPort Saran (dpa) - The harbour of Port Saran reopened on Monday after\r\n" \
  "nine days, the port authority said, and ferries sail again to the\r\nouter islands.\r\n\r\n" \
  "\"We are glad,\" it said.\r\n\r\nThe following information is not intended for publication\r\n" \
  "Editor: John Roe\r\n\003140607 GMT Mai 31\r\n\004"

static void
test_iptc (void)
{
  g_autoptr (PlxImportResult) result = import (IPTC IPTC, "a.tst");
  const PlxImportedArticle *article;

  g_assert_cmpuint (result->articles->len, ==, 2);
  article = g_ptr_array_index (result->articles, 0);
  g_assert_cmpstr (article->title, ==, "Harbour reopens after storm");
  g_assert_cmpstr (article->byline[0], ==, "Jane Doe, dpa");
  g_assert_cmpstr (article->dateline, ==, "Port Saran");
  g_assert_cmpstr (article->wire, ==, "dpa");
  g_assert_cmpstr (article->published, ==, "2031-05-14T06:07:00Z");
  g_assert_cmpstr (article->text, ==,
                   "Port Saran (dpa) - The harbour of Port Saran reopened on Monday after nine days, "
                   "the port authority said, and ferries sail again to the outer islands.\n"
                   "\"We are glad,\" it said.");
  g_assert_cmpuint (article->removed->len, ==, 1);
}

static void
test_anpa (void)
{
  g_autoptr (PlxImportResult) result = import (
    "\026\026\001W2870\037_asian\r\nf l\023\021BC-Harbour     05-14 0049\r\n\002^BC-Harbour,49<\r\n"
    "^Harbour reopens after storm<\r\n^Eds: Updates.<\r\n^By JANE DOE=\r\n^Associated Press=\r\n"
    "\t   PORT SARAN (AP) _ The harbour is open, ``at last'' as one put it. <\r\n\t   Ferries sail. \r\n"
    "\003AP-WF-05-14-31 0607GMT<\r\n\004", "a.tst");
  const PlxImportedArticle *article = only_article (result);

  g_assert_cmpstr (article->title, ==, "Harbour reopens after storm");
  g_assert_cmpstr (article->byline[0], ==, "JANE DOE");
  g_assert_cmpstr (article->published, ==, "2031-05-14T06:07:00Z");
  g_assert_cmpstr (article->text, ==,
                   "PORT SARAN (AP) — The harbour is open, “at last” as one put it.\nFerries sail.");
  g_assert_true (is_told (result, "note", "Updates."));
}

static void
test_zczc (void)
{
  g_autoptr (PlxImportResult) fields = import (
    "ZCZC SNA\r\n%A\r\n#Slug\r\n$Harbour reopens\r\n:(PORT SARAN)\r\n*02000000\r\n@Vic\r\nThe harbour "
    "is open.\r\n\r\n   Ferries sail.\r\nNNNN", "a.tst");
  g_autoptr (PlxImportResult) plain = import (
    "ZCZC FMG000\nYY TDR\n:POTTED :Harbour reopens\n    PORT SARAN, May 14 AAP - It is open.\n\nNNNN\n",
    "b.tst");

  g_assert_cmpstr (only_article (fields)->title, ==, "Harbour reopens");
  g_assert_cmpstr (only_article (fields)->dateline, ==, "PORT SARAN");
  g_assert_cmpstr (only_article (fields)->text, ==, "The harbour is open.\nFerries sail.");
  g_assert_cmpstr (only_article (plain)->title, ==, "POTTED :Harbour reopens");
  g_assert_cmpstr (only_article (plain)->wire, ==, "AAP");
}

/* Frames that are not closed, nor hold anything. */
static void
test_broken (void)
{
  static const char * const messages[] = { "\001a\002", "\001a\002\003", "\001\002\004\001\002\004",
                                           "ZCZC ", "ZCZC\nNNNN", "\001\n\002^\n^<\n" };

  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      g_autofree char *message = refuse_n (messages[i], strlen (messages[i]), "a.tst",
                                           PLX_IMPORT_ERROR_EMPTY);

      g_assert_nonnull (message);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/wire/iptc", test_iptc);
  g_test_add_func ("/import/wire/anpa", test_anpa);
  g_test_add_func ("/import/wire/zczc", test_zczc);
  g_test_add_func ("/import/wire/broken", test_broken);
  return g_test_run ();
}
