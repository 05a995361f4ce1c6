/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-fixture.h"

/* RSS, Atom, JSON Feed, OPML, and ninjs. */

static const PlxImportedArticle *
article_at (const PlxImportResult *result, guint i)
{
  g_assert_cmpuint (i, <, result->articles->len);
  return g_ptr_array_index (result->articles, i);
}

static void
test_rss (void)
{
  g_autoptr (PlxImportResult) result = import (
    "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:media=\"http://search.yahoo.com/mrss/\">"
    "<channel><title>Saran Daily</title><link>https://saran.example/</link><language>en-gb</language>"
    "<item><title>Fish &amp;amp; chips</title><link>/news/1</link><dc:creator>Jane Doe</dc:creator>"
    "<pubDate>Wed, 14 May 31 06:07:08 +0200</pubDate><description>It is open.</description>"
    "<content:encoded><![CDATA[<p>The harbour is open.</p><p>Ferries sail.</p>]]></content:encoded>"
    "<media:content><media:description>A ferry.</media:description></media:content></item>"
    "<item><guid>https://saran.example/2</guid><title>Rain</title><author>j@x.example (John Roe)"
    "</author><description>It rained & rained&hellip;</description></item></channel></rss>", "a.rss");
  const PlxImportedArticle *first = article_at (result, 0), *second = article_at (result, 1);

  g_assert_cmpstr (first->title, ==, "Fish & chips");
  g_assert_cmpstr (first->url, ==, "https://saran.example/news/1");
  g_assert_cmpstr (first->byline[0], ==, "Jane Doe");
  g_assert_cmpstr (first->published, ==, "2031-05-14T06:07:08+02:00");
  g_assert_cmpstr (first->site, ==, "Saran Daily");
  g_assert_cmpstr (first->language, ==, "en-gb");
  g_assert_cmpstr (first->text, ==, "The harbour is open.\nFerries sail.");
  g_assert_cmpuint (first->kept->len, ==, 2);
  g_assert_cmpstr (second->url, ==, "https://saran.example/2");
  g_assert_cmpstr (second->byline[0], ==, "John Roe");
  g_assert_cmpstr (second->text, ==, "It rained & rained…");
  g_assert_null (second->published);
}

/* A blank line before the declaration, which lies about the charset. */
static void
test_rss_charset (void)
{
  g_autofree char *utf8 = g_strdup (
    "\n<?xml version=\"1.0\" encoding=\"windows-1251\"?><rss><channel><item><title>Порт открыт</title>"
    "<description>Паромы снова ходят к островам каждый день.</description></item></channel></rss>");
  g_autofree char *bytes = g_convert (utf8, -1, "WINDOWS-1251", "UTF-8", NULL, NULL, NULL);
  g_autoptr (PlxImportResult) honest = import (bytes, "a.xml");
  g_autoptr (PlxImportResult) lying = import (utf8, "a.xml");

  g_assert_cmpstr (article_at (honest, 0)->title, ==, "Порт открыт");
  g_assert_cmpstr (article_at (lying, 0)->title, ==, "Порт открыт");
}

static void
test_rdf (void)
{
  g_autoptr (PlxImportResult) result = import (
    "<?xml version=\"1.0\"?><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
    "xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel>"
    "<title>Saran Daily</title></channel><item rdf:about=\"https://saran.example/1\"><title>Rain</title>"
    "<dc:date>2031-05-14</dc:date></item></rdf:RDF>", "a.rdf");
  const PlxImportedArticle *article = only_article (result);

  g_assert_cmpstr (article->text, ==, "Rain");
  g_assert_cmpstr (article->url, ==, "https://saran.example/1");
  g_assert_cmpstr (article->published, ==, "2031-05-14");
  g_assert_true (is_told (result, "note", "headline only"));
}

static void
test_atom (void)
{
  g_autoptr (PlxImportResult) result = import (
    "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\"><title>Saran Daily</title><author>"
    "<name>The desk</name></author><entry><title type=\"html\">&lt;b&gt;Rain&lt;/b&gt; falls</title>"
    "<link rel=\"self\" href=\"x\"/><link href=\"https://saran.example/1\"/><updated>2031-05-15T00:00:00Z"
    "</updated><published>2031-05-14T06:07:08Z</published><summary>It rains.</summary>"
    "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>It rained.</p><script>no"
    "</script><p>It <i>still</i> does.</p></div></content></entry></feed>", "a.atom");
  const PlxImportedArticle *article = only_article (result);

  g_assert_cmpstr (article->title, ==, "Rain falls");
  g_assert_cmpstr (article->url, ==, "https://saran.example/1");
  g_assert_cmpstr (article->published, ==, "2031-05-14T06:07:08Z");
  g_assert_cmpstr (article->byline[0], ==, "The desk");
  g_assert_cmpstr (article->text, ==, "It rained.\nIt still does.");
}

static void
test_cut (void)
{
  g_autoptr (PlxImportResult) result = import (
    "<rss><channel><item><title>Rain</title><description>It rained.</description></item><item><title>Sn",
    "a.rss");

  g_assert_cmpstr (article_at (result, 0)->text, ==, "It rained.");
  g_assert_true (is_told (result, "warning", "cut off"));
}

static void
test_jsonfeed (void)
{
  g_autoptr (PlxImportResult) result = import (
    "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Saran Daily\",\"items\":[{\"id\":1,"
    "\"url\":\"https://saran.example/1\",\"title\":\"Rain\",\"content_html\":\"<p>It rained.</p><p>A "
    "lot.</p>\",\"date_published\":\"2031-05-14T06:07:08Z\",\"authors\":[{\"name\":\"Jane Doe\"}]},7]}",
    "feed.json");
  const PlxImportedArticle *article = only_article (result);

  g_assert_cmpstr (article->text, ==, "It rained.\nA lot.");
  g_assert_cmpstr (article->byline[0], ==, "Jane Doe");
  g_assert_cmpstr (article->site, ==, "Saran Daily");
}

static void
test_opml (void)
{
  const char *content = "<opml version=\"2.0\"><body><outline text=\"a\"><outline "
                        "xmlUrl=\"https://saran.example/rss\"/></outline></body></opml>";
  g_autofree char *message = refuse_n (content, strlen (content), "a.opml", PLX_IMPORT_ERROR_EMPTY);

  g_assert_nonnull (strstr (message, "https://saran.example/rss"));
}

static void
test_ninjs (void)
{
  g_autoptr (PlxImportResult) result = import (
    "[{\"uri\":\"urn:a\",\"type\":\"text\",\"versioncreated\":\"2031-05-14T06:07:08Z\",\"byline\":\"By "
    "Jane Doe\",\"headline\":\"Rain\",\"body_html\":\"<p>It rained.</p><p>A lot.</p>\",\"language\":"
    "\"en\",\"pubstatus\":\"canceled\",\"source\":\"SNA\"},{\"uri\":\"https://saran.example/2\","
    "\"versionCreated\":\"2031-05-15T06:07:08Z\",\"headlines\":[{\"role\":\"main\",\"value\":\"Snow\"}],"
    "\"by\":\"John Roe\",\"bodies\":[{\"contentType\":\"text/plain\",\"value\":\"It snowed. A lot.\"},"
    "{\"contentType\":\"text/html\",\"value\":\"<p>It snowed.</p><p>A lot.</p>\"}]}]", "a.json");
  const PlxImportedArticle *first = article_at (result, 0), *second = article_at (result, 1);

  g_assert_cmpstr (first->byline[0], ==, "Jane Doe");
  g_assert_cmpstr (first->wire, ==, "SNA");
  g_assert_null (first->url);
  g_assert_cmpstr (first->text, ==, "It rained.\nA lot.");
  g_assert_true (is_told (result, "warning", "withdrawn"));
  g_assert_cmpstr (second->title, ==, "Snow");
  g_assert_cmpstr (second->url, ==, "https://saran.example/2");
  g_assert_cmpstr (second->text, ==, "It snowed.\nA lot.");
}

static void
test_ninjs_wrapped (void)
{
  g_autoptr (PlxImportResult) result = import (
    "{\"api\":1,\"data\":{\"items\":[{\"item\":{\"headline\":\"Rain\",\"pubstatus\":\"usable\","
    "\"description_summary\":\"It rained.\"}}]}}", "a.json");

  g_assert_cmpstr (only_article (result)->text, ==, "It rained.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/feed/rss", test_rss);
  g_test_add_func ("/import/feed/rss-charset", test_rss_charset);
  g_test_add_func ("/import/feed/rdf", test_rdf);
  g_test_add_func ("/import/feed/atom", test_atom);
  g_test_add_func ("/import/feed/cut", test_cut);
  g_test_add_func ("/import/feed/jsonfeed", test_jsonfeed);
  g_test_add_func ("/import/feed/opml", test_opml);
  g_test_add_func ("/import/feed/ninjs", test_ninjs);
  g_test_add_func ("/import/feed/ninjs-wrapped", test_ninjs_wrapped);
  return g_test_run ();
}
