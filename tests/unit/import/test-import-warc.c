/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>
#include <zlib.h>

#include "import-fixture.h"

#define PAGE "<html><head><title>%s</title></head><body><article><p>The harbour master said on Friday " \
             "that the talks would go on until the evening.</p></article></body></html>"

/* @extra is added to the length that the head says. */
static void
add_record (GString *out, const char *type, const char *url, const char *block, int extra)
{
  g_string_append_printf (out, "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\n"
                               "WARC-Date: 2031-05-14T06:00:00Z\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
                          type, url, (int) strlen (block) + extra, block);
}

static char *
make_answer (const char *title, const char *head)
{
  g_autofree char *body = g_strdup_printf (PAGE, title);

  return g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n%s\r\n%s", head, body);
}

static void
add_page (GString *out, const char *title, int extra)
{
  g_autofree char *answer = make_answer (title, "");
  g_autofree char *url = g_strdup_printf ("http://herald.example/%s", title);

  add_record (out, "response", url, answer, extra);
}

static void
assert_pages (const PlxImportResult *result, guint n)
{
  static const char * const titles[] = { "One", "Two", "Three" };

  g_assert_cmpuint (result->articles->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      const PlxImportedArticle *article = g_ptr_array_index (result->articles, i);
      g_autofree char *url = g_strdup_printf ("http://herald.example/%s", titles[i]);

      g_assert_cmpstr (article->title, ==, titles[i]);
      g_assert_cmpstr (article->url, ==, url);
      g_assert_null (article->published);          // crawled then, not published
    }
}

static void
test_records (void)
{
  g_autoptr (GString) warc = g_string_new (NULL);
  g_autoptr (PlxImportResult) result = NULL;

  add_record (warc, "warcinfo", "", "software: x", 0);
  add_record (warc, "request", "http://herald.example/One", "GET /One HTTP/1.1\r\n\r\n", 0);
  add_page (warc, "One", 0);
  add_record (warc, "response", "http://herald.example/x", "HTTP/1.1 404 Gone\r\n"
              "Content-Type: text/html\r\n\r\n<p>Gone.</p>", 0);
  add_record (warc, "revisit", "http://herald.example/One", "HTTP/1.1 200 OK\r\n\r\n", 0);
  add_page (warc, "Two", 0);
  result = import_n (warc->str, warc->len, "a.warc");
  assert_pages (result, 2);
  g_assert_true (is_told (result, "note", "no page"));
}

/* Too short and too long: both end where the next record begins. */
static void
test_wrong_length (void)
{
  static const int extras[] = { -40, 300, 100000 };

  for (guint i = 0; i < G_N_ELEMENTS (extras); i++)
    {
      g_autoptr (GString) warc = g_string_new (NULL);
      g_autoptr (PlxImportResult) result = NULL;

      add_page (warc, "One", extras[i]);
      add_page (warc, "Two", 0);
      add_page (warc, "Three", 0);
      result = import_n (warc->str, warc->len, "a.warc");
      assert_pages (result, 3);
      g_assert_true (is_told (result, "note", "wrong length"));
    }
}

static void
add_gzip (GByteArray *out, const char *data, gsize n)
{
  z_stream z = { 0 };
  guint8 buffer[16384];

  g_assert_cmpint (deflateInit2 (&z, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), ==, Z_OK);
  z.next_in = (Bytef *) data;
  z.avail_in = (uInt) n;
  z.next_out = buffer;
  z.avail_out = sizeof buffer;
  g_assert_cmpint (deflate (&z, Z_FINISH), ==, Z_STREAM_END);
  g_byte_array_append (out, buffer, (guint) (sizeof buffer - z.avail_out));
  deflateEnd (&z);
}

/* A member for each record, one for all, and a damaged one in between. */
static void
test_packed (void)
{
  g_autoptr (GString) one = g_string_new (NULL), two = g_string_new (NULL), all = g_string_new (NULL);
  g_autoptr (GByteArray) each = g_byte_array_new (), whole = g_byte_array_new ();
  g_autoptr (PlxImportResult) from_each = NULL, from_whole = NULL, from_damaged = NULL;
  guint n_first;

  add_page (one, "One", 0);
  add_page (two, "Two", 0);
  g_string_append_printf (all, "%s%s", one->str, two->str);
  add_gzip (each, one->str, one->len);
  n_first = each->len;
  add_gzip (each, two->str, two->len);
  add_gzip (whole, all->str, all->len);
  from_each = import_n ((char *) each->data, each->len, "a.warc.gz");
  from_whole = import_n ((char *) whole->data, whole->len, "a.warc.gz");
  assert_pages (from_each, 2);
  assert_pages (from_whole, 2);
  for (guint i = n_first - 60; i < n_first - 20; i++)
    each->data[i] ^= 0x55;
  from_damaged = import_n ((char *) each->data, each->len, "a.warc.gz");
  g_assert_cmpuint (from_damaged->articles->len, >=, 1);
  g_assert_true (is_told (from_damaged, "warning", "damaged"));
}

static void
test_bodies (void)
{
  g_autofree char *body = g_strdup_printf (PAGE, "One");
  g_autofree char *chunked = g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    "Transfer-Encoding: chunked\r\n\r\n10\r\n%.16s\r\n%zx;x=y\r\n%s\r\n0\r\n\r\n", body,
    strlen (body) - 16, body + 16);
  g_autofree char *lies = make_answer ("Two", "Transfer-Encoding: chunked\r\nContent-Encoding: br\r\n");
  g_autoptr (GString) warc = g_string_new (NULL);
  g_autoptr (PlxImportResult) result = NULL;

  add_record (warc, "response", "http://herald.example/One", chunked, 0);
  add_record (warc, "response", "http://herald.example/Two", lies, 0);
  result = import_n (warc->str, warc->len, "a.warc");
  assert_pages (result, 2);
}

static void
test_arc (void)
{
  g_autofree char *answer = make_answer ("One", "");
  g_autofree char *arc = g_strdup_printf (
    "filedesc://a.arc 0.0.0.0 20310514060000 text/plain 10\n1 0 Test\n\n\n"
    "http://herald.example/a b 192.0.2.1 20310514060000 text/html %zu\n%s\n", strlen (answer), answer);
  g_autoptr (PlxImportResult) result = import (arc, "a.arc");

  g_assert_cmpstr (only_article (result)->url, ==, "http://herald.example/a b");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/warc/records", test_records);
  g_test_add_func ("/import/warc/wrong-length", test_wrong_length);
  g_test_add_func ("/import/warc/packed", test_packed);
  g_test_add_func ("/import/warc/bodies", test_bodies);
  g_test_add_func ("/import/warc/arc", test_arc);
  return g_test_run ();
}
