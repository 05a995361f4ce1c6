/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-fixture.h"

/* NITF, NewsML 1, NewsML-G2 and the XML of agencies that follow no standard. */

#define NITF_HEAD "<body.head><hedline><hl1>Harbour <em>re</em>opens</hl1><hl2>After nine days</hl2>" \
                  "</hedline><byline>By Jane Doe<byttl>Staff writer</byttl></byline>" \
                  "<distributor><org>SNA</org></distributor><dateline><location>PORT SARAN" \
                  "</location></dateline><abstract><p>The harbour is open.</p></abstract></body.head>"
#define NITF_TEXT "<body.content><media><media-caption>A ferry.</media-caption></media><block>" \
                  "<p>The harbour of Port Saran <a href=\"x\">reopened</a> on Monday.</p>" \
                  "<p>   Ferries sail again from the northern pier, which the <br/>storm had torn in " \
                  "two on its way to the outer islands <br/>last week.</p><ul><li>One</li></ul>" \
                  "</block></body.content>"

static void
test_nitf (void)
{
  g_autoptr (PlxImportResult) result = import (
    "<?xml version=\"1.0\"?><nitf baselang=\"en-GB\"><head><docdata management-status=\"canceled\">"
    "<doc-id regsrc=\"SNA\"/><date.issue norm=\"20310514T060708+0200\"/>"
    "<date.expire norm=\"20320514T060708+0200\"/></docdata></head><body>" NITF_HEAD NITF_TEXT
    "<body.end><tagline>The desk</tagline></body.end></body></nitf>", "a.xml");
  const PlxImportedArticle *article = only_article (result);

  g_assert_cmpstr (result->media_type, ==, "application/nitf+xml");
  g_assert_cmpstr (article->title, ==, "Harbour reopens");
  g_assert_cmpstr (article->byline[0], ==, "Jane Doe Staff writer");
  g_assert_cmpstr (article->dateline, ==, "PORT SARAN");
  g_assert_cmpstr (article->published, ==, "2031-05-14T06:07:08+02:00");
  g_assert_cmpstr (article->language, ==, "en-GB");
  g_assert_cmpstr (article->wire, ==, "SNA");
  g_assert_cmpstr (article->text, ==,
                   "The harbour of Port Saran reopened on Monday.\n"
                   "Ferries sail again from the northern pier, which the storm had torn in two on its "
                   "way to the outer islands last week.\nOne");
  g_assert_cmpuint (article->kept->len, ==, 4);
  g_assert_true (is_told (result, "warning", "withdrawn"));
}

/* Nothing is fetched, no entity is put in, and what is broken costs only itself. */
static void
test_hostile (void)
{
  g_autoptr (PlxImportResult) result = import (
    "<?xml version=\"1.0\"?><!DOCTYPE nitf SYSTEM \"http://127.0.0.1:9/nitf.dtd\" [<!ENTITY x SYSTEM "
    "\"file:///etc/passwd\"><!ENTITY y \"&x;&x;\">]><nitf><body><body.head><hedline><hl1>Fish &amp; "
    "chips</hl1></hedline></body.head><body.content><p>AT&T &x; caf&eacute; &#146;ok&#8217; 3 < 4"
    "</p><p>second</body.content></body></nitf>", "a.nitf");
  const PlxImportedArticle *article = only_article (result);

  g_assert_cmpstr (article->title, ==, "Fish & chips");
  g_assert_cmpstr (article->text, ==, "AT&T &x; café ’ok’ 3 < 4\nsecond");
}

static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new ("<?xml version=\"1.0\"?><nitf><body><body.content><p>Told.</p>");
  g_autoptr (PlxImportResult) result = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "<block>");
  result = import (text->str, "a.xml");
  g_assert_cmpstr (only_article (result)->text, ==, "Told.");
  g_assert_true (is_told (result, "warning", "cut off"));
}

#define NEWSML_ITEM(components) \
  "<NewsML><NewsEnvelope><DateAndTime>20310514T070000Z</DateAndTime></NewsEnvelope><NewsItem>" \
  "<Identification><NewsIdentifier><ProviderId>sna.example</ProviderId></NewsIdentifier>" \
  "</Identification><NewsManagement><ThisRevisionCreated>20310514T060708Z</ThisRevisionCreated>" \
  "<Status FormalName=\"Embargoed\"/></NewsManagement><NewsComponent>" components \
  "</NewsComponent></NewsItem></NewsML>"

static void
test_newsml1 (void)
{
  g_autoptr (PlxImportResult) result = import (NEWSML_ITEM (
    "<NewsLines><HeadLine>Harbour reopens</HeadLine><ByLine>By Jane Doe</ByLine><DateLine>Port Saran"
    "</DateLine></NewsLines><AdministrativeMetadata><Provider><Party FormalName=\"SNA\"/></Provider>"
    "</AdministrativeMetadata><DescriptiveMetadata><Language FormalName=\"EN\"/></DescriptiveMetadata>"
    "<NewsComponent><Role FormalName=\"StyleSheet\"/><ContentItem><DataContent>.a {}</DataContent>"
    "</ContentItem></NewsComponent><NewsComponent><Role FormalName=\"Abstract\"/><ContentItem>"
    "<DataContent>It is open.</DataContent></ContentItem></NewsComponent><NewsComponent><ContentItem>"
    "<DataContent><![CDATA[<p>The harbour is open.</p><p>Ferries sail.</p>]]></DataContent>"
    "</ContentItem></NewsComponent>"), "a.xml");
  const PlxImportedArticle *article = only_article (result);

  g_assert_cmpstr (article->title, ==, "Harbour reopens");
  g_assert_cmpstr (article->byline[0], ==, "Jane Doe");
  g_assert_cmpstr (article->published, ==, "2031-05-14T06:07:08Z");
  g_assert_cmpstr (article->language, ==, "en");
  g_assert_cmpstr (article->wire, ==, "SNA");
  g_assert_cmpstr (article->text, ==, "The harbour is open.\nFerries sail.");
  g_assert_cmpuint (article->kept->len, ==, 1);
  g_assert_true (is_told (result, "warning", "holds this item back"));
}

/* One report in two languages: two articles. */
static void
test_newsml1_languages (void)
{
  g_autoptr (PlxImportResult) result = import (NEWSML_ITEM (
    "<NewsComponent xml:lang=\"nl\"><NewsLines><HeadLine>Haven open</HeadLine></NewsLines><ContentItem>"
    "<DataContent>De haven is open.</DataContent></ContentItem></NewsComponent>"
    "<NewsComponent xml:lang=\"fr\"><NewsLines><HeadLine>Port ouvert</HeadLine></NewsLines><ContentItem>"
    "<DataContent><nitf><body><body.content><p>Le port est ouvert.</p></body.content></body></nitf>"
    "</DataContent></ContentItem></NewsComponent>"), "a.xml");
  const PlxImportedArticle *second;

  g_assert_cmpuint (result->articles->len, ==, 2);
  second = g_ptr_array_index (result->articles, 1);
  g_assert_cmpstr (second->title, ==, "Port ouvert");
  g_assert_cmpstr (second->language, ==, "fr");
  g_assert_cmpstr (second->text, ==, "Le port est ouvert.");
}

#define G2_ITEM \
  "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" xml:lang=\"en\"><itemMeta>" \
  "<provider literal=\"sna.example\"/><versionCreated>2031-05-14T06:07:08.000Z</versionCreated>" \
  "<embargoed>2031-05-14T09:00:00Z</embargoed><pubStatus qcode=\"stat:withheld\"/></itemMeta>" \
  "<contentMeta><infoSource literal=\"SNA\"/><language tag=\"en-US\"/><by>By Jane Doe</by>" \
  "<dateline>PORT SARAN</dateline><headline>Harbour reopens</headline><description>It is open." \
  "</description></contentMeta><contentSet><inlineXML><html xmlns=\"http://www.w3.org/1999/xhtml\">" \
  "<head><title>T</title></head><body><p>The harbour is open.</p><p>Ferries sail.</p></body></html>" \
  "</inlineXML><inlineData contenttype=\"text/plain\">The harbour is open. Ferries sail." \
  "</inlineData></contentSet></newsItem>"

static void
test_newsmlg2 (void)
{
  g_autoptr (PlxImportResult) result = import (
    "<?xml version=\"1.0\"?><newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemSet>"
    "<packageItem><contentMeta><headline>Links</headline></contentMeta></packageItem>" G2_ITEM
    "</itemSet></newsMessage>", "a.xml");
  const PlxImportedArticle *article = only_article (result);

  g_assert_cmpstr (article->title, ==, "Harbour reopens");
  g_assert_cmpstr (article->byline[0], ==, "Jane Doe");
  g_assert_cmpstr (article->published, ==, "2031-05-14T06:07:08Z");
  g_assert_cmpstr (article->site, ==, "sna.example");
  g_assert_cmpstr (article->wire, ==, "SNA");
  g_assert_cmpstr (article->language, ==, "en-US");
  g_assert_cmpstr (article->text, ==, "The harbour is open.\nFerries sail.");
  g_assert_true (is_told (result, "note", "package"));
  g_assert_true (is_told (result, "note", "embargoed until 2031-05-14T09:00:00Z"));
  g_assert_true (is_told (result, "warning", "withheld"));
}

static void
test_no_news (void)
{
  const char *content = "<?xml version=\"1.0\"?><knowledgeItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\"/>";
  g_autofree char *message = refuse_n (content, strlen (content), "a.xml", PLX_IMPORT_ERROR_EMPTY);

  g_assert_nonnull (strstr (message, "codes and concepts"));
}

static void
test_own_xml (void)
{
  g_autoptr (PlxImportResult) result = import (
    "<?xml version=\"1.0\"?><result><document><head><Headline>One</Headline></head><Publish-Date>14.05."
    "2031 06:07</Publish-Date><byLine>Jane Doe</byLine><origin>/sna/</origin><content>&lt;p&gt;The "
    "harbour is open.&lt;/p&gt;&lt;p&gt;Ferries sail.&lt;/p&gt;</content></document><document><title>"
    "Two</title><body><p>It rains.</p></body></document></result>", "a.xml");
  const PlxImportedArticle *first;

  g_assert_cmpuint (result->articles->len, ==, 2);
  first = g_ptr_array_index (result->articles, 0);
  g_assert_cmpstr (first->title, ==, "One");
  g_assert_cmpstr (first->published, ==, "2031-05-14T06:07:00");
  g_assert_cmpstr (first->wire, ==, "sna");
  g_assert_cmpstr (first->text, ==, "The harbour is open.\nFerries sail.");
}

static void
test_unknown_xml (void)
{
  const char *content = "<?xml version=\"1.0\"?><invoice><total>7</total></invoice>";
  g_autofree char *message = refuse_n (content, strlen (content), "a.xml", PLX_IMPORT_ERROR_UNSUPPORTED);

  g_assert_nonnull (strstr (message, "invoice"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/agency/nitf", test_nitf);
  g_test_add_func ("/import/agency/hostile", test_hostile);
  g_test_add_func ("/import/agency/deep", test_deep);
  g_test_add_func ("/import/agency/newsml1", test_newsml1);
  g_test_add_func ("/import/agency/newsml1-languages", test_newsml1_languages);
  g_test_add_func ("/import/agency/newsml-g2", test_newsmlg2);
  g_test_add_func ("/import/agency/no-news", test_no_news);
  g_test_add_func ("/import/agency/own-xml", test_own_xml);
  g_test_add_func ("/import/agency/unknown-xml", test_unknown_xml);
  return g_test_run ();
}
