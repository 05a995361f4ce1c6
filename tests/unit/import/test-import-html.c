/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "import-fixture.h"

#define PARAGRAPH_1                                                                                \
  "The harbour of Port Saran was closed on Monday, the ministry said, after a storm that lasted "  \
  "two days."
#define PARAGRAPH_2                                                                                \
  "Forty ships wait outside, among them twelve with grain, and the first of them may enter on "    \
  "Friday."
#define PARAGRAPH_3                                                                                \
  "The owners, who lose money every day, have asked the ministry, the port and the insurers for "  \
  "help."
#define BODY                                                                                       \
  "<p>" PARAGRAPH_1 "</p><div class='ad-slot'>Advertisement</div><p>" PARAGRAPH_2 "</p>"           \
  "<div class='related-articles'><ul><li><a href='/x'>Another story of the day, with a long "      \
  "headline</a></li></ul></div>"                                                                   \
  "<p>" PARAGRAPH_3 "</p>"
#define AROUND(head, before, after)                                                                \
  "<!DOCTYPE html><html lang='en'><head><title>Port closed after storm | Saran Post</title>" head  \
  "</head><body>"                                                                                  \
  "<nav><a href='/'>Home</a> <a href='/w'>World</a></nav>" before                                  \
  "<div class='article-body'>" BODY "</div>" after                                                 \
  "<footer>Copyright 2031 Saran Post, all rights reserved, by order of the board of the Saran "    \
  "Post.</footer></body></html>"
#define ARTICLE_TEXT PARAGRAPH_1 "\n" PARAGRAPH_2 "\n" PARAGRAPH_3

static void
test_article (void)
{
  g_autoptr (PlxImportResult) result
    = import (AROUND ("<meta property='og:site_name' content='Saran Post'>"
                      "<meta property='article:published_time' content='2031-05-14T06:00:00Z'>"
                      "<meta name='author' content='Ana Bo and Cy Do'><link rel='canonical' "
                      "href='https://post.example/1'>",
                      "<h1>Port closed after storm</h1>",
                      "<figure><img><figcaption>Ships at dawn</figcaption></figure>"),
              "a.html");
  const PlxImportedArticle *article = only_article (result);

  g_assert_cmpstr (article->text, ==, ARTICLE_TEXT);
  g_assert_cmpstr (article->title, ==, "Port closed after storm");
  g_assert_cmpstr (article->published, ==, "2031-05-14T06:00:00Z");
  g_assert_cmpstr (article->site, ==, "Saran Post");
  g_assert_cmpstr (article->language, ==, "en");
  g_assert_cmpstr (article->url, ==, "https://post.example/1");
  g_assert_cmpuint (g_strv_length (article->byline), ==, 2);
  g_assert_cmpstr (article->byline[1], ==, "Cy Do");
  g_assert_cmpuint (article->removed->len, >=, 3);
  g_assert_cmpuint (result->diagnostics->len, ==, 0);
}

static void
test_json_ld (void)
{
  /* in a @graph, an author by reference, a raw line end and a comma too many */
  g_autoptr (PlxImportResult) result = import (
    AROUND ("<script type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@graph\":["
            "{\"@type\":\"WebSite\",\"name\":\"Post\"},null,"
            "{\"@type\":[\"NewsArticle\"],\"headline\":\"Port closed\nafter "
            "storm\",\"datePublished\":\"2031-05-14\","
            "\"expires\":\"2039-01-01\",\"author\":{\"@id\":\"#p\"},\"publisher\":{\"name\":"
            "\"Saran Post\"},},"
            "{\"@type\":\"Person\",\"@id\":\"#p\",\"name\":\"Ana Bo\"}]}</script>",
            "", ""),
    "a.html");
  const PlxImportedArticle *article = only_article (result);

  g_assert_cmpstr (article->title, ==, "Port closed after storm");
  g_assert_cmpstr (article->published, ==, "2031-05-14");
  g_assert_cmpstr (article->byline[0], ==, "Ana Bo");
  g_assert_cmpstr (article->site, ==, "Saran Post");
}

/* Only what a reader sees; and an expiry date is no publication date. */
static void
test_visible (void)
{
  g_autoptr (PlxImportResult) result = import (
    AROUND ("<meta name='expires' content='2039-01-01'>",
            "<h1>Port closed after storm</h1><p class='byline'>By Ana Bo</p><p>14 May 2021</p>",
            ""),
    "a.html");
  const PlxImportedArticle *article = only_article (result);

  g_assert_cmpstr (article->published, ==, "2021-05-14");
  g_assert_cmpstr (article->byline[0], ==, "Ana Bo");
  g_assert_cmpstr (article->text, ==, ARTICLE_TEXT);
}

static void
test_no_metadata (void)
{
  g_autoptr (PlxImportResult) result = import (AROUND ("", "", ""), "a.html");

  g_assert_null (only_article (result)->published);
  g_assert_cmpuint (g_strv_length (only_article (result)->byline), ==, 0);
}

static void
test_address_date (void)
{
  g_autoptr (PlxImportResult) result
    = import (AROUND ("<link rel='canonical' href='https://post.example/2021/05/14/port'>", "", ""),
              "a.html");

  g_assert_cmpstr (only_article (result)->published, ==, "2021-05-14");
  g_assert_true (is_told (result, "note", "address"));
}

/* Every paragraph in a box of its own, parted by advertisements. */
static void
test_pieces (void)
{
  g_autoptr (PlxImportResult) result
    = import ("<html><body><article><div class='chunk'><p>" PARAGRAPH_1
              "</p></div><div class='ads'>Buy!</div>"
              "<div class='chunk'><p>" PARAGRAPH_2 "</p></div><div class='chunk'><p>" PARAGRAPH_3
              "</p></div></article></body></html>",
              "a.html");

  g_assert_cmpstr (only_article (result)->text, ==, ARTICLE_TEXT);
}

/* The page was saved with a dialog open: the text is hidden, the dialog not. */
static void
test_dialog (void)
{
  g_autoptr (PlxImportResult) result = import (
    AROUND (
      "",
      "<div role='dialog'><p>We value your privacy, and that of our partners, very much.</p></div>"
      "<main aria-hidden='true'>",
      "</main>"),
    "a.html");

  g_assert_cmpstr (only_article (result)->text, ==, ARTICLE_TEXT);
}

static void
test_inline (void)
{
  g_autoptr (PlxImportResult) result
    = import ("<html><body><article><p>The <b>har</b><i>bour</i>&nbsp;of\n  Port&shy;ville was <a "
              "href='x'>closed</a>, "
              "the ministry said, on Monday.<br>It re\303\266pens &amp; on Friday, they hope, at "
              "noon.</p></article></body></html>",
              "a.html");

  g_assert_cmpstr (only_article (result)->text, ==,
                   "The harbour of Portville was closed, the ministry said, on Monday.\n"
                   "It re\303\266pens & on Friday, they hope, at noon.");
}

static void
test_no_article (void)
{
  static const char page[]
    = "<html><body><ul><li><a href='1'>One link</a></li><li><a href='2'>Two links</a></li>"
      "<li><a href='3'>More links</a></li></ul></body></html>";
  g_autofree char *message = refuse_n (page, strlen (page), "a.html", PLX_IMPORT_ERROR_EMPTY);

  g_assert_nonnull (strstr (message, "no article"));
}

static void
test_truncated (void)
{
  static const char page[] = AROUND ("", "", "");
  const char *end = strstr (page, "among them");
  g_autoptr (PlxImportResult) result = import_n (page, (gsize) (end - page), "a.html");

  g_assert_true (g_str_has_prefix (only_article (result)->text, PARAGRAPH_1));
  g_assert_true (is_told (result, "warning", "cut off"));
}

static char *
repeat (const char *part, guint n, const char *tail)
{
  GString *out = g_string_new ("<html><body>");

  while (n-- > 0)
    g_string_append (out, part);
  g_string_append (out, tail);
  return g_string_free (out, FALSE);
}

/* Nested deeply, never closed, closed what was never opened: bounded time. */
static void
test_hostile (void)
{
  g_autofree char *deep = repeat ("<div><span>", 60000, "<p>" PARAGRAPH_1 "</p>");
  g_autofree char *wrong = repeat ("<div>x</p>", 200000, "");
  g_autofree char *open = repeat ("<b><i>", 10000, PARAGRAPH_1);
  g_autoptr (PlxImportResult) from_deep = import (deep, "a.html");
  g_autoptr (PlxImportResult) from_wrong = import (wrong, "a.html");
  g_autoptr (PlxImportResult) from_open = import (open, "a.html");

  g_assert_cmpstr (only_article (from_deep)->text, ==, PARAGRAPH_1);
  g_assert_true (is_told (from_wrong, "warning", "broken too badly"));
  g_assert_cmpstr (only_article (from_open)->text, ==, PARAGRAPH_1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/html/article", test_article);
  g_test_add_func ("/import/html/json-ld", test_json_ld);
  g_test_add_func ("/import/html/visible", test_visible);
  g_test_add_func ("/import/html/no-metadata", test_no_metadata);
  g_test_add_func ("/import/html/address-date", test_address_date);
  g_test_add_func ("/import/html/pieces", test_pieces);
  g_test_add_func ("/import/html/dialog", test_dialog);
  g_test_add_func ("/import/html/inline", test_inline);
  g_test_add_func ("/import/html/no-article", test_no_article);
  g_test_add_func ("/import/html/truncated", test_truncated);
  g_test_add_func ("/import/html/hostile", test_hostile);
  return g_test_run ();
}
