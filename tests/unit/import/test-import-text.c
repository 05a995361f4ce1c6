/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "import-fixture.h"

/* One paragraph a line, without blank lines and without a line end at the end:
 * nothing is changed. */
static void
test_exact (void)
{
  static const char text[]
    = "The first paragraph says one thing.\nThe second, longer than the first one "
      "by a good deal, says “another”.\nThe third ends it.";
  g_autoptr (PlxImportResult) result = import (text, "article.txt");

  g_assert_cmpstr (only_article (result)->text, ==, text);
  g_assert_null (only_article (result)->title);
  g_assert_cmpstr (result->media_type, ==, "text/plain");
  g_assert_cmpuint (result->diagnostics->len, ==, 0);
}

static void
test_blank_lines (void)
{
  g_autoptr (PlxImportResult) result
    = import ("\n\n  One is here.  \n\n \nTwo is there.\n\n", "a.txt");

  g_assert_cmpstr (only_article (result)->text, ==, "One is here.\nTwo is there.");
}

static void
test_title (void)
{
  g_autoptr (PlxImportResult) with
    = import ("Ministers meet in Vesk\n\nThey met.\nThey left.", "a.txt");
  g_autoptr (PlxImportResult) without = import ("Ministers met in Vesk.\n\nThey left.", "a.txt");

  g_assert_cmpstr (only_article (with)->title, ==, "Ministers meet in Vesk");
  g_assert_cmpstr (only_article (with)->text, ==, "They met.\nThey left.");
  g_assert_true (is_told (with, "note", "title"));
  g_assert_null (only_article (without)->title);
}

static void
test_wrapped (void)
{
  static const char text[] =
    "The minister said on Friday that the talks with\n"
    "the neighbour would go on until both sides had\n"
    "found a way to share the water of the river.\n"
    "\n"
    "Nobody from the other side could be reached for\n"
    "comment, and the embassy did not answer the two\n"
    "letters that this newspaper had sent to it.\n";
  g_autoptr (PlxImportResult) result = import (text, "a.txt");

  g_assert_cmpstr (
    only_article (result)->text, ==,
    "The minister said on Friday that the talks with the neighbour would go on until both "
    "sides had found a way to share the water of the river.\nNobody from the other side "
    "could be reached for comment, and the embassy did not answer the two letters that "
    "this newspaper had sent to it.");
  g_assert_true (is_told (result, "note", "wrapped by hand"));
}

/* A list of short lines is no wrapped paragraph. */
static void
test_not_wrapped (void)
{
  static const char text[]
    = "Present were:\nthe Minister of Trade\nthe Minister of Farming and Forests\n"
      "two guests\n\nThey ate.";
  g_autoptr (PlxImportResult) result = import (text, "a.txt");

  g_assert_nonnull (strstr (only_article (result)->text, "Trade\nthe Minister"));
}

static void
test_blank_file (void)
{
  g_autofree char *message = refuse_n (" \n\t\n", 4, "a.txt", PLX_IMPORT_ERROR_EMPTY);

  g_assert_nonnull (strstr (message, "only blanks"));
}

static void
test_big (void)
{
  static const char line[] = "The minister said on Friday that talks would go on.\n";
  gsize n_line = strlen (line), n = 960000;
  g_autofree char *text = g_malloc (n_line * n + 1);
  g_autoptr (PlxImportResult) result = NULL;

  for (gsize i = 0; i < n; i++)
    memcpy (text + i * n_line, line, n_line);
  text[n_line * n] = '\0';
  result = import_n (text, n_line * n, "big.txt");
  g_assert_cmpuint (strlen (only_article (result)->text), ==, n_line * n - 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/text/exact", test_exact);
  g_test_add_func ("/import/text/blank-lines", test_blank_lines);
  g_test_add_func ("/import/text/title", test_title);
  g_test_add_func ("/import/text/wrapped", test_wrapped);
  g_test_add_func ("/import/text/not-wrapped", test_not_wrapped);
  g_test_add_func ("/import/text/blank-file", test_blank_file);
  g_test_add_func ("/import/text/50-mb", test_big);
  return g_test_run ();
}
