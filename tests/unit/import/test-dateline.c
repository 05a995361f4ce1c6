/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-import-private.h"

static void
test_forms (void)
{
  static const struct { const char *text, *place, *wire; } cases[] = {
    { "PORT SARAN, May 14 (SNA) -- The two leaders met.", "PORT SARAN, May 14", "SNA" },
    { "VESKGRAD, May 14 -- The Marshal held talks.", "VESKGRAD, May 14", NULL },
    { "WASHINGTON (AP) — The talks went on.", "WASHINGTON", "AP" },
    { "Ottawa (CP) - The minister said so.", "Ottawa", "CP" },
    { "(Reuters) - Shares fell.", NULL, "Reuters" },
    { "NEW DELHI, May 3 (Reuters) - Shares fell.", "NEW DELHI, May 3", "Reuters" },
    { "Berlin (dpa/tmn) - Der Minister kam.", "Berlin", "dpa/tmn" },
    { "(서울=연합뉴스) 홍길동 기자 = 회담이 열렸다.", "서울", "연합뉴스" },
    { "新华社北京5月14日电 会谈举行。", "北京5月14日", "新华社" },
    { "【ソウル共同】会談が行われた。", "ソウル", "共同" },
    { "The Marshal (62) - a man of few words - came.", NULL, NULL },
    { "A plain sentence without any.", NULL, NULL },
    { "NATO said on Friday that it would.", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlxImportedArticle) article = plx_imported_article_new ();

      article->text = g_strdup (cases[i].text);
      plx_dateline_read (article);
      g_assert_cmpstr (article->dateline, ==, cases[i].place);
      g_assert_cmpstr (article->wire, ==, cases[i].wire);
      g_assert_cmpstr (article->text, ==, cases[i].text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/dateline/forms", test_forms);
  return g_test_run ();
}
