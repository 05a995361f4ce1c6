/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "import-fixture.h"

static const PlxImportedArticle *
get (const PlxImportResult *result, guint i)
{
  g_assert_cmpuint (i, <, result->articles->len);
  return g_ptr_array_index (result->articles, i);
}

/* The full date over the year, the first abstract, nothing behind the end. */
static void
test_ris (void)
{
  g_autoptr (PlxImportResult) result = import (
    "1.\nTY  - NEWS\nTI  - Talks go on\nAU  - Bo, Ana\nY1  - 2031//\nDA  - 2031/05/14\nJF  - Herald\n"
    "AB  - He said so.\nAgain.\nN2  - Another one.\nUR  - https://herald.example/a\nER  - \nstray text\n\n"
    "TY  - NEWS\nTI  - Two\nPY  - 0000-00-00\nDO  - 10.1000/x\nER  - \n", "a.ris");

  g_assert_cmpuint (result->articles->len, ==, 2);
  g_assert_cmpstr (get (result, 0)->title, ==, "Talks go on");
  g_assert_cmpstr (get (result, 0)->byline[0], ==, "Ana Bo");
  g_assert_cmpstr (get (result, 0)->published, ==, "2031-05-14");
  g_assert_cmpstr (get (result, 0)->text, ==, "He said so.\nAgain.");
  g_assert_cmpstr (get (result, 0)->url, ==, "https://herald.example/a");
  g_assert_cmpstr (get (result, 1)->text, ==, "Two");
  g_assert_null (get (result, 1)->published);
  g_assert_cmpstr (get (result, 1)->url, ==, "https://doi.org/10.1000/x");
  g_assert_true (is_told (result, "note", "no text"));
}

static void
test_bibtex (void)
{
  g_autoptr (PlxImportResult) result = import (
    "@string{h = \"The Herald\"}\n@comment{x}\n@article{a,\n author = {Bo, Ana and {\\\"U}nal Cy},\n"
    " title = {Talks {Go} On --- \\emph{no} ship, stra{\\ss}e},\n journal = h # { Daily},\n year = 2031,\n"
    " month = may,\n abstract = {He \\& she {said {so}}.}\n}\n@article{b, title = {Never closed,\n"
    "@article{c, title = \"Three\"}\n", "a.bib");

  g_assert_cmpuint (result->articles->len, ==, 3);
  g_assert_cmpstr (get (result, 0)->title, ==, "Talks Go On — no ship, straße");
  g_assert_cmpstr (get (result, 0)->byline[0], ==, "Ana Bo");
  g_assert_cmpstr (get (result, 0)->byline[1], ==, "Ünal Cy");
  g_assert_cmpstr (get (result, 0)->site, ==, "The Herald Daily");
  g_assert_cmpstr (get (result, 0)->published, ==, "2031-05");
  g_assert_cmpstr (get (result, 0)->text, ==, "He & she said so.");
  g_assert_cmpstr (get (result, 2)->title, ==, "Three");
}

static void
test_others (void)
{
  g_autoptr (PlxImportResult) medline = import (
    "PMID- 1\nTI  - Talks\n      go on\nAB  - He said so.\nFAU - Bo, Ana\nDP  - 2031 May 14\n\n"
    "PMID- 2\nTI  - Two\n", "a.nbib");
  g_autoptr (PlxImportResult) refer = import ("%0 Newspaper Article\n%A Ana Bo\n%T Talks\n%D 2031\n%X So.\n\n"
                                              "%0 Newspaper Article\n%T Two\n", "a.enw");
  g_autoptr (PlxImportResult) endnote = import (
    "<?xml version=\"1.0\"?><xml><records><record><contributors><authors><author><style>Bo, Ana</style>"
    "</author></authors></contributors><titles><title><style>Talks</style></title></titles><dates><year>"
    "2031</year></dates><abstract>He said so.</abstract></record></records></xml>", "a.xml");
  g_autoptr (PlxImportResult) csl = import (
    "[{\"type\":\"article\",\"title\":\"Talks\",\"author\":[{\"family\":\"Bo\",\"given\":\"Ana\"}],"
    "\"issued\":{\"date-parts\":[[2031,5,14]]},\"container-title\":\"Herald\"}]", "a.json");

  g_assert_cmpuint (medline->articles->len, ==, 2);
  g_assert_cmpstr (get (medline, 0)->title, ==, "Talks go on");
  g_assert_cmpuint (refer->articles->len, ==, 2);
  g_assert_cmpstr (get (refer, 0)->text, ==, "So.");
  g_assert_cmpstr (only_article (endnote)->byline[0], ==, "Ana Bo");
  g_assert_cmpstr (only_article (csl)->byline[0], ==, "Ana Bo");
  g_assert_cmpstr (only_article (csl)->published, ==, "2031-05-14");
  g_assert_cmpstr (only_article (csl)->site, ==, "Herald");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/biblio/ris", test_ris);
  g_test_add_func ("/import/biblio/bibtex", test_bibtex);
  g_test_add_func ("/import/biblio/others", test_others);
  return g_test_run ();
}
