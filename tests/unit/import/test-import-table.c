/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "import/plx-import-table.h"

#include "import-fixture.h"

static const PlxImportedArticle *
get (const PlxImportResult *result, guint i)
{
  g_assert_cmpuint (i, <, result->articles->len);
  return g_ptr_array_index (result->articles, i);
}

static void
test_rows (void)
{
  g_autoptr (PlxImportResult) comma = import (
    "\357\273\277Headline,Body,Publication Date,Newspaper,Author\r\n"
    "\"Talks, again\",\"He said \"\"yes\"\".\nNo ship left.\",2031-05-14,Herald,Ana Bo; Cy Do\r\n", "a.csv");
  g_autoptr (PlxImportResult) semicolon = import (
    "Titel;Volltext;Datum;Quelle\nGespräche;Ein Text, mit Komma.;14.05.2031;Hafenbote\n", "a.csv");
  g_autoptr (PlxImportResult) tab = import ("제목\t본문\t일자\t언론사\n회담\t항구 책임자가 말했다.\t20310514\t항구일보\n",
                                            "a.txt");

  g_assert_cmpstr (get (comma, 0)->title, ==, "Talks, again");
  g_assert_cmpstr (get (comma, 0)->text, ==, "He said \"yes\".\nNo ship left.");
  g_assert_cmpstr (get (comma, 0)->published, ==, "2031-05-14");
  g_assert_cmpstr (get (comma, 0)->byline[1], ==, "Cy Do");
  g_assert_cmpstr (get (semicolon, 0)->site, ==, "Hafenbote");
  g_assert_cmpstr (get (semicolon, 0)->published, ==, "2031-05-14");
  g_assert_cmpstr (get (tab, 0)->title, ==, "회담");
  g_assert_cmpstr (get (tab, 0)->site, ==, "항구일보");
}

/* Day or month first: decided for the whole file, or left open. */
static void
test_dates (void)
{
  g_autoptr (PlxImportResult) day = import ("title,text,date\nA,a.,3/4/2031\nB,b.,13/4/2031\nC,c.,45292\n",
                                            "a.csv");
  g_autoptr (PlxImportResult) month = import ("title,text,date\nA,a.,3/4/2031\nB,b.,3/14/2031\n", "a.csv");
  g_autoptr (PlxImportResult) mixed = import (
    "title,text,date\nA,a.,3/4/2031\nB,b.,3/14/2031\nC,c.,14/3/2031\n", "a.csv");

  g_assert_cmpstr (get (day, 0)->published, ==, "2031-04-03");
  g_assert_cmpstr (get (day, 2)->published, ==, "2024-01-01");
  g_assert_true (is_told (day, "note", "day/month"));
  g_assert_cmpstr (get (month, 0)->published, ==, "2031-03-04");
  g_assert_null (get (mixed, 0)->published);
  g_assert_cmpstr (get (mixed, 1)->published, ==, "2031-03-14");
  g_assert_cmpstr (get (mixed, 2)->published, ==, "2031-03-14");
  g_assert_true (is_told (mixed, "warning", "two ways"));
}

static void
test_odd (void)
{
  g_autoptr (PlxImportResult) ragged = import ("title,text\nA,one,two\nB,b.\nC\n", "a.csv");
  g_autoptr (PlxImportResult) open = import ("title,text\nA,\"never closed\nB,b.\n", "a.csv");
  g_autoptr (PlxImportResult) guessed = import (
    "k1,k2\nShort one here,The harbour master said on Friday that the talks would go on until the "
    "evening and that nobody left.\n", "a.csv");
  g_autofree char *none = refuse_n ("1,2\n3,4\n", 8, "a.csv", PLX_IMPORT_ERROR_EMPTY);

  g_assert_cmpuint (ragged->articles->len, ==, 3);
  g_assert_true (is_told (ragged, "warning", "3 cells"));
  g_assert_true (is_told (ragged, "note", "title was taken"));
  g_assert_cmpuint (open->articles->len, ==, 2);
  g_assert_true (is_told (open, "warning", "never closes"));
  g_assert_true (g_str_has_prefix (get (guessed, 0)->text, "The harbour"));
  g_assert_true (guessed->needs_review);
  g_assert_nonnull (strstr (none, "no column"));
}

static gboolean
take_cb (const PlxImportPart *part, gpointer data, GError **error)
{
  PlxImportedArticle *article = g_ptr_array_index (part->result->articles, 0);

  (void) error;
  *(char **) data = g_strdup_printf ("%s|%s|%s", article->title, article->text, article->published);
  return TRUE;
}

static void
test_mapping (void)
{
  g_autofree char *folder = g_dir_make_tmp ("plx-XXXXXX", NULL), *string = NULL, *got = NULL;
  g_autofree char *path = g_build_filename (folder, "a.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxTablePeek) peek = NULL;
  g_autoptr (PlxColumnMapping) mapping = NULL;
  PlxImportOptions options = { NULL };

  g_assert_true (g_file_set_contents (path, "k1,k2,k3\nA title,A text,3/4/2031\n", -1, &error));
  peek = plx_import_table_peek (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (peek->rows->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (peek->mapping->names, 1), ==, "k2");
  mapping = plx_column_mapping_from_string ("title\tk1\ntext\tk2\npublished\tk3\ndates\tmonth\n");
  string = plx_column_mapping_to_string (mapping);
  g_assert_cmpstr (string, ==, "title\tk1\ntext\tk2\npublished\tk3\ndates\tmonth\n");
  options.columns = mapping;
  g_assert_true (plx_import_each_with (path, &options, take_cb, &got, NULL, &error));
  g_assert_cmpstr (got, ==, "A title|A text|2031-03-04");
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/table/rows", test_rows);
  g_test_add_func ("/import/table/dates", test_dates);
  g_test_add_func ("/import/table/odd", test_odd);
  g_test_add_func ("/import/table/mapping", test_mapping);
  return g_test_run ();
}
