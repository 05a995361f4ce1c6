/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "import-fixture.h"

static void
test_utf8 (void)
{
  g_autoptr (PlxImportResult) result = import ("caf\303\251 \354\204\234\354\232\270.", "a.txt");

  g_assert_cmpstr (only_article (result)->text, ==, "café 서울.");
  g_assert_cmpuint (result->diagnostics->len, ==, 0);
}

static void
test_mark (void)
{
  g_autoptr (PlxImportResult) marked = import ("\357\273\277Word.", "a.txt");
  g_autoptr (PlxImportResult) wide = import_n ("\377\376G\0r\0\366\0\337\0e\0.\0", 14, "a.txt");
  g_autoptr (PlxImportResult) bare = import_n ("G\0r\0\366\0\337\0e\0 \0u\0n\0d\0.\0", 20, "a.txt");

  g_assert_cmpstr (only_article (marked)->text, ==, "Word.");
  g_assert_cmpstr (only_article (wide)->text, ==, "Größe.");
  g_assert_cmpstr (only_article (bare)->text, ==, "Größe und.");
}

static void
test_declared (void)
{
  g_autoptr (PlxImportResult) result = import (
    "<html><head><meta charset='windows-1251'></head><body><p>\317\360\350\342\345\362, "
    "\354\350\360, \375\362\356 \361\362\340\362\374\377 \356 \354\350\360\345.</p></body></html>",
    "a.html");

  g_assert_cmpstr (only_article (result)->text, ==, "Привет, мир, это статья о мире.");
  g_assert_true (is_told (result, "note", "windows-1251"));
}

static void
test_guessed (void)
{
  static const char text[] =
    "\274\255\277\357\300\307 \307\321 \275\305\271\256\273\347\260\241 \277\300\264\303 "
    "\273\365\267\316\277\356 \261\342\273\347\270\246 \271\337\307\245\307\337\264\331.";
  g_autoptr (PlxImportResult) result = import (text, "a.txt");

  g_assert_cmpstr (only_article (result)->text, ==, "서울의 한 신문사가 오늘 새로운 기사를 발표했다.");
  g_assert_true (is_told (result, "note", "does not say its charset"));
}

static void
test_broken_utf8 (void)
{
  g_autoptr (PlxImportResult) result =
    import ("\303\234ber \303\204rzte, \303\266fter f\303\274r \377 alle.", "a.txt");

  g_assert_cmpstr (only_article (result)->text, ==, "Über Ärzte, öfter für \357\277\275 alle.");
  g_assert_true (is_told (result, "warning", "no valid text"));
}

static void
test_nonsense (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PlxImportResult) result = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append (text, "caf\351 \377\376\303 and on. ");
  result = import (text->str, "a.txt");
  g_assert_true (g_utf8_validate (only_article (result)->text, -1, NULL));
  g_assert_cmpuint (result->diagnostics->len, >, 0);
}

static void
test_clean (void)
{
  g_autoptr (PlxImportResult) result
    = import_n ("One\r\ntwo\rthree\001 four\0 five e\314\201nd.", 33, "a.txt");

  g_assert_cmpstr (only_article (result)->text, ==, "One\ntwo\nthree four five \303\251nd.");
  g_assert_true (is_told (result, "warning", "taken out"));
}

/* Four bytes a character, and escapes that shift. */
static void
test_rare (void)
{
  g_autoptr (PlxImportResult) wide = import_n ("\0\0\0A\0\0\0 \0\0\0t\0\0\0\366\0\0\0.", 20, "a.txt");
  g_autoptr (PlxImportResult) korean = import ("\033$)CA \016GQ19\017 text.\n", "a.txt");
  g_autoptr (PlxImportResult) japanese = import ("A \033$BF|K\\8l\033(B text.\n", "a.txt");

  g_assert_cmpstr (only_article (wide)->text, ==, "A tö.");
  g_assert_cmpstr (only_article (korean)->text, ==, "A 한국 text.");
  g_assert_cmpstr (only_article (japanese)->text, ==, "A 日本語 text.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/charset/utf8", test_utf8);
  g_test_add_func ("/import/charset/byte-order-mark", test_mark);
  g_test_add_func ("/import/charset/declared", test_declared);
  g_test_add_func ("/import/charset/guessed", test_guessed);
  g_test_add_func ("/import/charset/broken-utf8", test_broken_utf8);
  g_test_add_func ("/import/charset/nonsense", test_nonsense);
  g_test_add_func ("/import/charset/clean", test_clean);
  g_test_add_func ("/import/charset/rare", test_rare);
  return g_test_run ();
}
