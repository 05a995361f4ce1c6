/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "import-fixture.h"

/* Exports of press databases, made up after their layouts. */

static const PlxImportedArticle *
get (const PlxImportResult *result, guint i)
{
  return g_ptr_array_index (result->articles, i);
}

static const char nexis_text[] =
  "Download Request: Selected Items: 1-2\n\n\n"
  "                               1 of 2 DOCUMENTS\n\n\n"
  "                               The Harbour Times\n\n"
  "                        January 11, 2031 Monday\n                          Final Edition\n\n"
  "Dam above Port Saran holds\n\n"
  "BYLINE: Nera Solin\n\nSECTION: NEWS; Pg. 3\n\nLENGTH: 31 words\n\n"
  "The dam above Port Saran held through the night, the ministry said on Monday,\n"
  "and engineers will look at the eastern wall again when the water has fallen.\n\n"
  "A second look is planned, it said.\n\n"
  "LOAD-DATE: January 12, 2031\n\nLANGUAGE: ENGLISH\n\nGRAPHIC: The dam at dawn\n\n"
  "              Copyright 2031 Harbour Newspapers\n\n\n"
  "                               2 of 2 DOCUMENTS\n\n\n"
  "                               Continental Press\n\n"
  "                        13 January 2031\n\n"
  "Ministry silent on dam\n\nLENGTH: 12 words\n\n"
  "The ministry did not answer questions about the dam on Tuesday.\n";

static void
test_nexis (void)
{
  g_autoptr (PlxImportResult) result = import (nexis_text, "export.TXT");

  g_assert_cmpuint (result->articles->len, ==, 2);
  g_assert_true (result->needs_review);
  g_assert_cmpstr (get (result, 0)->title, ==, "Dam above Port Saran holds");
  g_assert_cmpstr (get (result, 0)->site, ==, "The Harbour Times");
  g_assert_cmpstr (get (result, 0)->published, ==, "2031-01-11");
  g_assert_cmpstr (get (result, 0)->byline[0], ==, "Nera Solin");
  g_assert_true (g_str_has_prefix (get (result, 0)->text, "The dam above Port Saran held"));
  g_assert_true (g_str_has_suffix (get (result, 0)->text, "fallen.\nA second look is planned, it said."));
  g_assert_cmpstr (g_ptr_array_index (get (result, 0)->kept, 0), ==, "The dam at dawn");
  g_assert_cmpstr (get (result, 1)->published, ==, "2031-01-13");
  g_assert_cmpstr (get (result, 1)->title, ==, "Ministry silent on dam");
}

static const char nexis_new[] =
  "<html><body><p>Documents (2)</p><p>1. Dammbruch verhindert</p><p>Search Terms: Damm</p>"
  "<p>Dammbruch verhindert</p><p>Hafenzeitung</p><p>16. Februar 2031 Donnerstag</p>"
  "<p>Copyright 2031 Hafenzeitung GmbH</p><p>Länge: 20 Wörter</p><p>Autor: Lena Hof</p>"
  "<p>Body</p><p>Der Damm über Port Saran hat gehalten, sagte das Ministerium am Donnerstag.</p>"
  "<p>Classification</p><p>Language: GERMAN</p><p>Load-Date: February 17, 2031</p>"
  "<p>End of Document</p>"
  "<p>Zweiter Bericht</p><p>Kontinentalpresse</p><p>17. Februar 2031</p><p>Länge: 9 Wörter</p>"
  "<p>Volltext</p><p>City: Das Ministerium schwieg am Freitag zu den Fragen.</p>"
  "<p>End of Document</p></body></html>";

static void
test_nexis_new (void)
{
  g_autoptr (PlxImportResult) result = import (nexis_new, "export.html");

  g_assert_cmpuint (result->articles->len, ==, 2);
  g_assert_cmpstr (get (result, 0)->title, ==, "Dammbruch verhindert");
  g_assert_cmpstr (get (result, 0)->site, ==, "Hafenzeitung");
  g_assert_cmpstr (get (result, 0)->published, ==, "2031-02-16");
  g_assert_cmpstr (get (result, 0)->byline[0], ==, "Lena Hof");
  g_assert_cmpstr (get (result, 0)->text, ==,
                   "Der Damm über Port Saran hat gehalten, sagte das Ministerium am Donnerstag.");
  g_assert_cmpstr (get (result, 1)->title, ==, "Zweiter Bericht");
  g_assert_true (g_str_has_prefix (get (result, 1)->text, "City: Das Ministerium"));
}

static const char factiva_text[] =
  "Foreign ministers meet in Veskgrad\n\nBy Iva Roen\n\n204 words\n\n9 January 2031\n\n06:15\n\n"
  "The Harbour Times\n\nHARBT\n\nEnglish\n\nCopyright 2031 Harbour Newspapers\n\n"
  "The foreign ministers of Saran and Norland met in Veskgrad on Thursday to speak about grain, "
  "and both said that they would meet again.\n\n"
  "Document HARBT00020310109en190008x\n\n"
  "A second report\n\n33 words\n\n10 January 2031\n\nContinental Press\n\nCONTP\n\n(c) 2031 CP\n\n"
  "Nothing was signed in Veskgrad, a spokeswoman said on Friday, and nothing had been planned.\n\n"
  "Document CONTP00020310110en1a0001y\n";

static void
test_factiva_text (void)
{
  g_autoptr (PlxImportResult) result = import (factiva_text, "factiva.txt");

  g_assert_cmpuint (result->articles->len, ==, 2);
  g_assert_cmpstr (get (result, 0)->title, ==, "Foreign ministers meet in Veskgrad");
  g_assert_cmpstr (get (result, 0)->byline[0], ==, "Iva Roen");
  g_assert_cmpstr (get (result, 0)->published, ==, "2031-01-09");
  g_assert_cmpstr (get (result, 0)->site, ==, "The Harbour Times");
  g_assert_true (g_str_has_prefix (get (result, 0)->text, "The foreign ministers"));
  g_assert_cmpstr (get (result, 1)->site, ==, "Continental Press");
  g_assert_true (g_str_has_prefix (get (result, 1)->text, "Nothing was signed"));
}

static const char factiva_page[] =
  "<html><head><title>Factiva</title></head><body><div class=\"article frArticle\"><table>"
  "<tr><td><b>HD</b></td><td><b class='frHeadline'>Le barrage tient</b></td></tr>"
  "<tr><td><b>WC</b></td><td>29 mots</td></tr><tr><td><b>PD</b></td><td>29 décembre 2031</td></tr>"
  "<tr><td><b>SN</b></td><td>La Rade</td></tr>"
  "<tr><td><b>LP</b></td><td><p class='articleParagraph'>Le barrage a tenu, dit le ministre.</p></td></tr>"
  "</table></div><div class='article enArticle'><div id='hd'><span class='enHeadline'>Dam holds</span></div>"
  "<div class='author'>By Nera Solin</div><div>31 words</div><div>30 December 2031</div><div>04:10</div>"
  "<div>The Harbour Times</div><div>HARBT</div>"
  "<p class='articleParagraph enarticleParagraph'>The dam held, the ministry said.</p></div></body></html>";

static void
test_factiva_page (void)
{
  g_autoptr (PlxImportResult) result = import (factiva_page, "factiva.html");

  g_assert_cmpuint (result->articles->len, ==, 2);
  g_assert_cmpstr (get (result, 0)->title, ==, "Le barrage tient");
  g_assert_cmpstr (get (result, 0)->site, ==, "La Rade");
  g_assert_cmpstr (get (result, 0)->published, ==, "2031-12-29");
  g_assert_cmpstr (get (result, 1)->title, ==, "Dam holds");
  g_assert_cmpstr (get (result, 1)->byline[0], ==, "Nera Solin");
  g_assert_cmpstr (get (result, 1)->published, ==, "2031-12-30");
  g_assert_cmpstr (get (result, 1)->site, ==, "The Harbour Times");
  g_assert_cmpstr (get (result, 1)->text, ==, "The dam held, the ministry said.");
}

static const char factiva_xml[] =
  "<?xml version='1.0'?><PPSResponse><ppsArticleResponse xmlns='http://global.factiva.com/pps/2.0'>"
  "<ppsarticleResultSet count='1'><ppsarticle><article><baseLanguage>EN</baseLanguage>"
  "<headline><paragraph>Dam holds</paragraph></headline>"
  "<leadParagraph><paragraph>The dam held.</paragraph></leadParagraph>"
  "<publicationDate><date>2031-05-14</date></publicationDate><sourceName>River Post</sourceName>"
  "<tailParagraphs><paragraph>Nobody was hurt.</paragraph></tailParagraphs>"
  "</article></ppsarticle></ppsarticleResultSet></ppsArticleResponse></PPSResponse>";

static void
test_factiva_xml (void)
{
  g_autoptr (PlxImportResult) result = import (factiva_xml, "f.xml");
  static const char empty[] = "<?xml version='1.0'?><PPSResponse><none/></PPSResponse>";
  g_autofree char *message = refuse_n (empty, strlen (empty), "f.xml", PLX_IMPORT_ERROR_EMPTY);

  g_assert_cmpuint (result->articles->len, ==, 1);
  g_assert_cmpstr (get (result, 0)->text, ==, "The dam held.\nNobody was hurt.");
  g_assert_cmpstr (get (result, 0)->language, ==, "en");
  g_assert_cmpstr (get (result, 0)->published, ==, "2031-05-14");
  g_assert_nonnull (strstr (message, "export"));
}

static const char integrum[] =
  "<html><body><h3>Report</h3><div align='left'><a name='1'></a><table><tr><td>^ИС: Портовые вести"
  "<br>^ДТ: 02.04.2031<br>^АВ: Ина Роен</td></tr></table><h3>Плотина выдержала</h3><pre>\n"
  "     Плотина над Портом выдержала ночь, сообщило министерство.\n"
  "     Второй осмотр намечен на пятницу.\n</pre></div></body></html>";

static void
test_integrum (void)
{
  g_autoptr (PlxImportResult) result = import (integrum, "report.html");

  g_assert_cmpuint (result->articles->len, ==, 1);
  g_assert_cmpstr (get (result, 0)->title, ==, "Плотина выдержала");
  g_assert_cmpstr (get (result, 0)->site, ==, "Портовые вести");
  g_assert_cmpstr (get (result, 0)->published, ==, "2031-04-02");
  g_assert_true (g_str_has_suffix (get (result, 0)->text, "министерство.\nВторой осмотр намечен на пятницу."));
}

static const char kikuzo[] =
  "<html><body><table class='topic-list'><tr><th>No.</th><th>発行日</th></tr><tr><td>1</td>"
  "<td><nobr>2031年</nobr><nobr>01月05日</nobr></td></tr></table><table class='topic-detail'><tr><td>"
  "<span class='font002'>ダムは持ちこたえた</span></td></tr><tr><td><span class='font003'>"
  "<div class='detail001'>　ダムは一晩持ちこたえた。<br>　省は再調査を行う。</div></span></td></tr></table>"
  "</body></html>";

static void
test_kikuzo (void)
{
  g_autoptr (PlxImportResult) result = import (kikuzo, "kikuzo.html");

  g_assert_cmpuint (result->articles->len, ==, 1);
  g_assert_cmpstr (get (result, 0)->title, ==, "ダムは持ちこたえた");
  g_assert_cmpstr (get (result, 0)->published, ==, "2031-01-05");
  g_assert_cmpstr (get (result, 0)->site, ==, "朝日新聞");
  g_assert_nonnull (strstr (get (result, 0)->text, "\n"));
}

/* Prose that only speaks of such things is an article like any other. */
static void
test_prose (void)
{
  g_autoptr (PlxImportResult) text = import (
    "The archive gave us 3 of 10 DOCUMENTS.\n\nEnd of Document\n\nThat is all that was found.", "a.txt");
  g_autoptr (PlxImportResult) page = import (
    "<html><body><article><p>Factiva is a database, and TitreArticleVisu a class of another.</p>"
    "<p>This page only speaks of them, at some length, so that it is read like any other page.</p>"
    "</article></body></html>", "a.html");

  g_assert_cmpuint (text->articles->len, ==, 1);
  g_assert_false (text->needs_review);
  g_assert_cmpuint (page->articles->len, ==, 1);
  g_assert_false (page->needs_review);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/press/nexis", test_nexis);
  g_test_add_func ("/import/press/nexis-new", test_nexis_new);
  g_test_add_func ("/import/press/factiva-text", test_factiva_text);
  g_test_add_func ("/import/press/factiva-page", test_factiva_page);
  g_test_add_func ("/import/press/factiva-xml", test_factiva_xml);
  g_test_add_func ("/import/press/integrum", test_integrum);
  g_test_add_func ("/import/press/kikuzo", test_kikuzo);
  g_test_add_func ("/import/press/prose", test_prose);
  return g_test_run ();
}
