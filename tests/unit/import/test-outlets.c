/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-fixture.h"
#include "import/plx-outlets.h"

static void
check (const char *url, const char *site, const char *name)
{
  const PlxOutlet *outlet = plx_outlet_find (url, site);

  g_assert_cmpstr (outlet != NULL ? outlet->name : NULL, ==, name);
}

static void
test_address (void)
{
  check ("https://www.reuters.com/world/x", NULL, "Reuters");
  check ("http://uk.reuters.com:80/x?y#z", "Somebody", "Reuters");
  check ("https://reuters.com.evil.example/", NULL, NULL);
  check ("https://notreuters.com/", NULL, NULL);
  check ("https://www.kcna.kp/en/article/q/1", NULL, "KCNA");
  check ("http://user@rodong.rep.kp/ko/", NULL, "Rodong Sinmun");
  check ("https://web.archive.org/web/20310514000000/http://www.news.cn/x.htm", NULL, "Xinhua");
}

static void
test_name (void)
{
  check (NULL, "연합뉴스", "Yonhap");
  check (NULL, "THE NEW YORK TIMES", "New York Times");
  check (NULL, "nytimes.com", "New York Times");
  check ("file:///home/x/a.html", "The Guardian", "The Guardian");
  check ("https://guardian.example/", "The Guardian", NULL);   // a namesake's
  check ("https://news.google.com/rss/1", "Reuters", "Reuters");
  check ("https://news.google.com/rss/1", "Saran Daily", NULL);
  check (NULL, "Saran Daily", NULL);
  check (NULL, NULL, NULL);
}

static void
test_agency (void)
{
  static const char * const signatures[][2] = {
    { "Reuters", "Reuters" }, { "YONHAP", "Yonhap" }, { "新华社", "Xinhua" }, { "KCNA", "KCNA" },
    { "조선중앙통신", "KCNA" }, { "dpa", "Deutsche Presse-Agentur" }, { "ТАСС", "TASS" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signatures); i++)
    g_assert_cmpstr (plx_outlet_find_agency (signatures[i][0])->name, ==, signatures[i][1]);
  g_assert_null (plx_outlet_find_agency ("MNA"));   // two sign so
  g_assert_null (plx_outlet_find_agency ("SNA"));
}

static void
test_fill (void)
{
  g_autoptr (PlxImportResult) result = import (
    "{\"text\":\"The harbour is open.\\n\\n(Reuters)\",\"source\":\"Korean Central News Agency\"}\n"
    "{\"text\":\"It rains.\",\"source\":\"Saran Daily\",\"byline\":\"AFP\"}\n", "a.jsonl");
  const PlxImportedArticle *first = g_ptr_array_index (result->articles, 0);
  const PlxImportedArticle *second = g_ptr_array_index (result->articles, 1);

  g_assert_cmpstr (first->wire, ==, "Reuters");
  g_assert_cmpstr (first->outlet, ==, "KCNA");
  g_assert_cmpstr (first->outlet_kind, ==, "state media");
  g_assert_cmpstr (first->outlet_country, ==, "KP");
  g_assert_cmpstr (first->site, ==, "Korean Central News Agency");
  g_assert_null (second->outlet);
  g_assert_cmpstr (second->wire, ==, "AFP");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/outlets/address", test_address);
  g_test_add_func ("/import/outlets/name", test_name);
  g_test_add_func ("/import/outlets/agency", test_agency);
  g_test_add_func ("/import/outlets/fill", test_fill);
  return g_test_run ();
}
