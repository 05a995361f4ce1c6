/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "import-fixture.h"

static void
test_plain (void)
{
  g_autoptr (PlxImportResult) result = import (
    "From: Ana Bo <ana@herald.example>\nTo: desk@herald.example\n"
    "Subject: =?utf-8?B?VGFsa3Mg4oCT?= =?utf-8?Q?_no_ship?=\nDate: Wed, 14 May 2031 06:00:00 +0200\n"
    "Content-Type: text/plain; charset=utf-8; format=flowed\n\n"
    "The harbour master said on Friday that \ntalks would go on.\n\n> No ship?\nNone.\n-- \nAna Bo\nDesk\n",
    "a.eml");
  const PlxImportedArticle *article = only_article (result);

  g_assert_cmpstr (article->title, ==, "Talks – no ship");
  g_assert_cmpstr (article->byline[0], ==, "Ana Bo");
  g_assert_cmpstr (article->published, ==, "2031-05-14T06:00:00+02:00");
  g_assert_cmpstr (article->text, ==,
                   "The harbour master said on Friday that talks would go on.\n> No ship?\nNone.");
  g_assert_cmpstr (g_ptr_array_index (article->removed, 0), ==, "Ana Bo\nDesk");
}

/* The page stands for both versions, unless the plain text says something else. */
static void
test_versions (void)
{
  static const char mail[] =
    "From: The Port Herald <newsletter@herald.example>\nSubject: Talks\nList-Unsubscribe: <mailto:x>\n"
    "Content-Type: multipart/alternative; boundary=\"a\"\n\n--a\nContent-Type: text/plain\n\n%s\n--a\n"
    "Content-Type: text/html\n\n<html><body><p>The harbour master said that <b>talks</b> would go on.</p>"
    "</body></html>\n--a--\n";
  g_autofree char *same = g_strdup_printf (mail, "The harbour master said that talks\nwould go on.");
  g_autofree char *stub = g_strdup_printf (mail, "Open it.");
  g_autofree char *other = g_strdup_printf (mail, "Nine quite different words stand here, none is alike at all.");
  g_autoptr (PlxImportResult) from_same = import (same, "a.eml"), from_stub = import (stub, "a.eml"),
    from_other = import (other, "a.eml");

  g_assert_cmpstr (only_article (from_same)->text, ==, "The harbour master said that talks would go on.");
  g_assert_cmpstr (only_article (from_stub)->text, ==, "The harbour master said that talks would go on.");
  g_assert_true (g_str_has_prefix (only_article (from_other)->text, "Nine quite"));
  g_assert_cmpstr (only_article (from_same)->site, ==, "The Port Herald");
  g_assert_null (only_article (from_same)->byline[0]);
}

/* The mail comes first, then what is attached to it. */
static void
test_attached (void)
{
  g_autoptr (PlxImportResult) result = import (
    "From: Ana Bo <ana@herald.example>\nSubject: Outer\nMIME-Version: 1.0\n"
    "Content-Type: multipart/mixed; boundary=\"m\"\n\n--m\nContent-Type: text/plain\n\nLook at it.\n"
    "--m\nContent-Type: text/plain; name=\"a.txt\"\nContent-Disposition: attachment; "
    "filename=\"../a.txt\"\n\nA text of its own.\n--m\nContent-Type: message/rfc822\n\n"
    "From: Bo Cy <bo@herald.example>\nSubject: Inner\nTo: x@y.example\n\nA mail within.\n"
    "--m\nContent-Type: image/png; name=\"p.png\"\n\nx\n--m--\n", "a.eml");
  const PlxImportedArticle *article = g_ptr_array_index (result->articles, 0);

  g_assert_cmpuint (result->articles->len, ==, 3);
  g_assert_cmpstr (article->title, ==, "Outer");
  article = g_ptr_array_index (result->articles, 1);
  g_assert_cmpstr (article->text, ==, "A text of its own.");
  article = g_ptr_array_index (result->articles, 2);
  g_assert_cmpstr (article->title, ==, "Inner");
}

/* Raw GBK in a head, ISO-2022-JP that looks like ASCII in a body. */
static void
test_charsets (void)
{
  g_autoptr (PlxImportResult) gbk = import (
    "From: a@b.example\nSubject: \272\243\270\333\273\341\314\270\nTo: c@d.example\n"
    "Content-Type: text/plain; charset=gbk\n\n\272\243\270\333\273\341\314\270\274\314\320\370\n", "a.eml");
  g_autoptr (PlxImportResult) jis = import (
    "From: a@b.example\nSubject: x\nTo: c@d.example\nContent-Type: text/plain; charset=iso-2022-jp\n\n"
    "\033$BF|K\\8l\033(B\n", "a.eml");

  g_assert_cmpstr (only_article (gbk)->title, ==, "海港会谈");
  g_assert_cmpstr (only_article (gbk)->text, ==, "海港会谈继续");
  g_assert_cmpstr (only_article (jis)->text, ==, "日本語");
}

static void
test_mailbox (void)
{
  g_autoptr (PlxImportResult) result = import (
    "From ana@b.example Wed May 14 06:00:00 2031\nFrom: Ana Bo <ana@b.example>\nSubject: One\n\n"
    "Mails are read.\n\nFrom now on they are split rightly.\n>From here on too.\n\n"
    "From - \nFrom: Bo Cy <bo@b.example>\nSubject: Two\n\nSecond.\n\n"
    "From cy@b.example Wed May 14 07:00:00 2031\n\nNo head at all.\n", "box");
  const PlxImportedArticle *article = g_ptr_array_index (result->articles, 0);

  g_assert_cmpuint (result->articles->len, ==, 3);
  g_assert_cmpstr (article->text, ==,
                   "Mails are read.\nFrom now on they are split rightly.\nFrom here on too.");
}

/* A boundary that ends like the last one does, a picture before the page, and
 * one that is not what the head declares. */
static void
test_page (void)
{
  static const char * const boundaries[][2] = { { "----b----", "----b----" }, { "x", "y" } };

  for (guint i = 0; i < G_N_ELEMENTS (boundaries); i++)
    {
      const char *used = boundaries[i][1];
      g_autofree char *mail = g_strdup_printf (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://herald.example/a\nSubject: S\n"
        "Date: Wed, 14 May 2031 06:00:00 -0000\nMIME-Version: 1.0\n"
        "Content-Type: multipart/related; type=\"text/html\"; boundary=\"%s\"\n\n--%s\n"
        "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--%s\n"
        "Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n"
        "Content-Location: https://herald.example/a\n\n<html><head><title>Talks</title></head><body>"
        "<article><p>The harbour mas=\nter said on Friday that talks would go on, caf=C3=A9.</p></article>"
        "</body></html>\n--%s--\n", boundaries[i][0], used, used, used);
      g_autoptr (PlxImportResult) result = import (mail, "a.mhtml");

      g_assert_cmpstr (only_article (result)->title, ==, "Talks");
      g_assert_cmpstr (only_article (result)->url, ==, "https://herald.example/a");
      g_assert_null (only_article (result)->published);        // saved then
      g_assert_nonnull (strstr (only_article (result)->text, "master said"));
      g_assert_nonnull (strstr (only_article (result)->text, "café"));
    }
}

static void
test_broken (void)
{
  g_autofree char *empty = refuse_n ("From: a@b.example\nTo: c@d.example\n\n", 35, "a.eml",
                                     PLX_IMPORT_ERROR_EMPTY);
  g_autoptr (PlxImportResult) cut = import (
    "From: a@b.example\nSubject: Cut\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"m\"\n\n"
    "--m\nContent-Type: text/plain\n\nThe rest is mis", "a.eml");

  g_assert_nonnull (strstr (empty, "neither text nor subject"));
  g_assert_cmpstr (only_article (cut)->text, ==, "The rest is mis");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/mail/plain", test_plain);
  g_test_add_func ("/import/mail/versions", test_versions);
  g_test_add_func ("/import/mail/attached", test_attached);
  g_test_add_func ("/import/mail/charsets", test_charsets);
  g_test_add_func ("/import/mail/mailbox", test_mailbox);
  g_test_add_func ("/import/mail/page", test_page);
  g_test_add_func ("/import/mail/broken", test_broken);
  return g_test_run ();
}
