/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "import-fixture.h"

/* What a page says of its article: headline and day, family by family. */

#define PARAGRAPH                                                                                  \
  "<p>The harbour of Port Saran was closed on Monday, the ministry said, after a storm that "      \
  "lasted two days, and forty ships wait outside of it.</p>"
#define BODY "<div class='article-body'>" PARAGRAPH "<p>Twelve ships carry grain, and the first "  \
  "of them may enter the harbour on Friday, if the wind allows it, the port said.</p></div>"
#define NEWS(headline, rest)                                                                       \
  "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"" headline         \
  "\"" rest "}</script>"
#define CARD(title) "<meta property='og:title' content=\"" title "\">"
#define PAGE(title, head, top, bottom)                                                             \
  "<!DOCTYPE html><html><head><title>" title "</title><link rel='canonical' "                      \
  "href='https://www.saranpost.example/port'>" head "</head><body>" top BODY bottom                \
  "</body></html>"

typedef struct {
  const char *page;
  const char *wanted;    // NULL: nothing
} Case;

static char *
read_field (const char *page, gboolean is_date)
{
  g_autoptr (PlxImportResult) result = import (page, "a.html");
  const PlxImportedArticle *article = only_article (result);

  g_assert_true (g_str_has_prefix (article->text, "The harbour"));
  return g_strdup (is_date ? article->published : article->title);
}

static void
check (const Case *cases, guint n, gboolean is_date)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *got = read_field (cases[i].page, is_date);

      g_assert_cmpstr (got, ==, cases[i].wanted);
    }
}

static void
test_titles (void)
{
  static const Case cases[] = {
    /* the site's name, at either end, and a section */
    { PAGE ("Port closed after storm - World - Saran Post", "", "<h1>Port closed after storm</h1>",
            ""), "Port closed after storm" },
    { PAGE ("Port closed after storm | SaranPost", "", "", ""), "Port closed after storm" },
    /* the only h1 is the site */
    { PAGE ("Port closed after storm | Saran Post", "", "<h1><a href='/'>Saran Post</a></h1>"
            "<h2 class='entry-title'>Port closed after storm</h2>", ""),
      "Port closed after storm" },
    /* a kicker */
    { PAGE ("Port closed after storm - Saran Post", "",
            "<h1><span class='kicker'>Weather</span> <span>Port closed after storm</span></h1>",
            ""), "Port closed after storm" },
    /* the card of a news page, but not of a shop */
    { PAGE ("Saran port: all about the storm", NEWS ("Saran port: all about the storm", "")
            CARD ("Storm shuts the harbour"), "<h1>Saran port: all about the storm</h1>", ""),
      "Storm shuts the harbour" },
    { PAGE ("Storm shuts the harbour", CARD ("You will not believe this storm"),
            "<h1>Storm shuts the harbour of Saran</h1>", ""), "Storm shuts the harbour of Saran" },
    /* not where the data call it the other one */
    { PAGE ("Port closed after storm",
            NEWS ("Port closed after storm", ",\"alternativeHeadline\":\"Storm shuts harbour\"")
            CARD ("Storm shuts harbour"), "<h1>Port closed after storm</h1>", ""),
      "Port closed after storm" },
    /* cut short, and broken off at a quotation mark */
    { PAGE ("Port closed after storm of...", CARD ("Port closed after storm of..."),
            "<h1>Port closed after storm of two days</h1>", ""),
      "Port closed after storm of two days" },
  };

  check (cases, G_N_ELEMENTS (cases), FALSE);
}

/* The headline that was not chosen is no paragraph either. */
static void
test_other_headline (void)
{
  g_autoptr (PlxImportResult) result = import (
    "<html><head>" NEWS ("Saran port: all about the storm", "") CARD ("Storm shuts the harbour")
    "</head><body><article><h1>Saran port: all about the storm</h1>" BODY "</article></body></html>",
    "a.html");

  g_assert_null (strstr (only_article (result)->text, "all about the storm"));
}

#define DAY(top, bottom) PAGE ("Port closed after storm", "", "<h1>Port closed after storm</h1>" top, bottom)

static void
test_dates (void)
{
  static const Case cases[] = {
    { DAY ("<p class='meta'>Von Ana Bo am 14.5.2021 um 06:30 Uhr</p>", ""),
      "2021-05-14T06:30:00" },
    { DAY ("<span>May 14th, 2021</span>", ""), "2021-05-14" },
    { DAY ("<div>14 de mayo de 2021</div>", ""), "2021-05-14" },
    { DAY ("<div>2021年5月14日</div>", ""), "2021-05-14" },
    { DAY ("<dl><dt>Datum</dt><dd>14.05.21</dd></dl>", ""), "2021-05-14" },
    /* published before updated, whichever stands first */
    { DAY ("<p>Updated: 16 May 2021</p><p>Published: 14 May 2021</p>", ""), "2021-05-14" },
    { DAY ("<p>Updated: 16 May 2021</p>", ""), "2021-05-16" },
    /* the words, where the attribute tells another day */
    { DAY ("<time datetime='2021-05-20T10:00:00Z'>14 May 2021</time>", ""), "2021-05-14" },
    /* below the text; in the margin it is another story's */
    { DAY ("", "<p>Erstellt am: 14.05.2021</p>"), "2021-05-14" },
    { DAY ("", "<aside><a href='/x'>Another story</a> <span>14 May 2021</span></aside>"), NULL },
    /* two readings, and what settles them */
    { DAY ("<p class='date'>03/04/2021</p>", ""), NULL },
    { DAY ("<p class='date'>03/04/2021</p>", "<p>Printed on 25/12/2020</p>"), "2021-04-03" },
    /* never ahead, never an end */
    { DAY ("<p class='date'>14 May 2099</p>", ""), NULL },
    { DAY ("<p>Valid until 14 May 2021</p>", ""), NULL },
    /* a copyright line has a year at most */
    { DAY ("", "<p>© 2019–2021 Saran Post</p>"), "2021" },
  };

  check (cases, G_N_ELEMENTS (cases), TRUE);
}

static void
test_addresses (void)
{
  static const struct { const char *address, *wanted; } cases[] = {
    { "https://a.example/2021/05/14/port", "2021-05-14" },
    { "https://a.example/local/2021-05/14/c_1.htm", "2021-05-14" },
    { "https://a.example/20210514/port", "2021-05-14" },
    { "https://a.example/news/14-05-2021-port", "2021-05-14" },
    { "https://web.example/web/20250101000000/http://a.example/2021/05/14/port", "2021-05-14" },
    { "https://a.example/2021/04/92713", NULL },
    { "https://a.example/port?day=2021-05-14", NULL },
    { "https://a.example/port-120210514", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *page = g_strdup_printf ("<html><head><link rel='canonical' href='%s'></head>"
                                               "<body>" BODY "</body></html>", cases[i].address);
      g_autofree char *got = read_field (page, TRUE);

      g_assert_cmpstr (got, ==, cases[i].wanted);
    }
}

/* The same instant, where the address says the day before. */
static void
test_local_day (void)
{
  g_autoptr (PlxImportResult) result = import (
    "<html><head><link rel='canonical' href='https://a.example/2021/05/14/port'>"
    "<meta property='article:published_time' content='2021-05-15T02:30:00Z'></head><body>" BODY
    "</body></html>", "a.html");

  g_assert_cmpstr (only_article (result)->published, ==, "2021-05-14T23:30:00-03:00");
  g_assert_true (is_told (result, "note", "UTC"));
}

/* Data past repair, and data of something that is no article. */
static void
test_data (void)
{
  static const Case cases[] = {
    { PAGE ("Port", "<script type='application/ld+json'>{\"@type\":\"NewsArticle\" \"x\" = [ "
            "\"datePublished\": \"2021-05-14\"</script>", "", ""), "2021-05-14" },
    { PAGE ("Port", "<script type='application/ld+json'>{\"@type\":\"VideoObject\","
            "\"uploadDate\":\"2021-05-14T06:00:00Z\"}</script>", "", ""), "2021-05-14T06:00:00Z" },
  };

  check (cases, G_N_ELEMENTS (cases), TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/html-metadata/titles", test_titles);
  g_test_add_func ("/import/html-metadata/other-headline", test_other_headline);
  g_test_add_func ("/import/html-metadata/dates", test_dates);
  g_test_add_func ("/import/html-metadata/addresses", test_addresses);
  g_test_add_func ("/import/html-metadata/local-day", test_local_day);
  g_test_add_func ("/import/html-metadata/data", test_data);
  return g_test_run ();
}
