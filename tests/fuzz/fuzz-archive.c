/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdio.h>
#include <string.h>

#include "fuzz-bytes.h"

/* Damaged archives and web archives, made here: zip, tar, 7z, each packed or
 * not, WARC and ARC, packed record by record and as a whole. */

static const char page[] =
  "<html><head><title>Harbour talks</title></head><body><article><p>The harbour master said on "
  "Friday that talks would go on.</p><p>No ship left the port.</p></article></body></html>";

static const char warc[] =
  "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\nx: y\r\n\r\n"
  "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/a.html\r\n"
  "WARC-Date: 2031-05-14T06:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
  "Content-Length: 215\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
  "Transfer-Encoding: chunked\r\n\r\n5e\r\n<html><title>A</title><body><p>The harbour master "
  "said on Friday that talks would go on, again.\r\n1b\r\n</p><p>No ship left.</p></>\r\n0\r\n\r\n"
  "\r\n\r\nWARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://example.org/b.txt\r\n"
  "Content-Type: text/plain\r\nContent-Length: 25\r\n\r\nA text of twenty-five by.\r\n\r\n";

static const char arc[] =
  "filedesc://a.arc 0.0.0.0 20310514060000 text/plain 20\n1 0 Somebody's crawl\n\n"
  "http://example.org/a.html 192.0.2.1 20310514060000 text/html 99\n"
  "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<p>The harbour master said that talks would go "
  "on.</p>\n";

static const char * const words[] = {
  "PK\003\004", "PK\001\002", "PK\005\006", "\037\213\010", "WARC/1.0\r\n", "Content-Length: 99999999\r\n",
  "Content-Length: -1\r\n", "WARC-Type: response\r\n", "HTTP/1.1 200 OK\r\n", "\r\n\r\n", "../../",
  "Content-Encoding: gzip\r\n", "Content-Encoding: br\r\n", "Transfer-Encoding: chunked\r\n", "ffffffff\r\n",
  "ustar", "7z\274\257\047\034", "\377\377\377\377", "filedesc://", "text/html", "__MACOSX/", NULL,
};

static void
add_member (struct archive *out, const char *name, const char *content)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, (la_int64_t) strlen (content));
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_write_header (out, entry);
  archive_write_data (out, content, strlen (content));
  archive_entry_free (entry);
}

/* An archive of three members, or, raw, one packed file. */
static GBytes *
make_archive (int format, int filter, const char *only)
{
  gsize size = 1 << 20, n_used = 0;
  guint8 *buffer = g_malloc (size);
  struct archive *out = archive_write_new ();

  archive_write_set_format (out, format);
  archive_write_add_filter (out, filter);
  archive_write_set_bytes_per_block (out, 0);
  archive_write_open_memory (out, buffer, size, &n_used);
  if (only != NULL)
    add_member (out, "a", only);
  else
    {
      add_member (out, "2031/a.html", page);
      add_member (out, "b.txt", "Talks go on.\n\nThe harbour master said so on Friday.\n");
      add_member (out, "../\261\342\273\347.html", page);
    }
  archive_write_close (out);
  archive_write_free (out);
  return g_bytes_new_take (buffer, n_used);
}

static GPtrArray *
get_seeds (void)
{
  static GPtrArray *seeds;

  if (seeds != NULL)
    return seeds;
  seeds = g_ptr_array_new ();
  g_ptr_array_add (seeds, make_archive (ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, NULL));
  g_ptr_array_add (seeds, make_archive (ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE, NULL));
  g_ptr_array_add (seeds, make_archive (ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP, NULL));
  g_ptr_array_add (seeds, make_archive (ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_XZ, NULL));
  g_ptr_array_add (seeds, make_archive (ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_ZSTD, NULL));
  g_ptr_array_add (seeds, make_archive (ARCHIVE_FORMAT_7ZIP, ARCHIVE_FILTER_NONE, NULL));
  g_ptr_array_add (seeds, make_archive (ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP, page));
  g_ptr_array_add (seeds, make_archive (ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_BZIP2, page));
  g_ptr_array_add (seeds, make_archive (ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP, warc));
  for (guint i = 0; i < 4; i++)      // that which is all own code, more often
    {
      g_ptr_array_add (seeds, g_bytes_new_static (warc, sizeof warc - 1));
      g_ptr_array_add (seeds, g_bytes_new_static (arc, sizeof arc - 1));
    }
  return seeds;
}

static char *
run (GRand *random, gboolean show)
{
  static const char * const names[] = { "a.zip", "a.tar.gz", "a.warc", "a.wacz", "a.html", NULL };
  GPtrArray *seeds = get_seeds ();
  GBytes *seed = g_ptr_array_index (seeds, g_rand_int_range (random, 0, (gint) seeds->len));
  g_autoptr (GBytes) bytes = plx_fuzz_bytes_mutate (seed, words, random);

  if (show)
    fwrite (g_bytes_get_data (bytes, NULL), 1, g_bytes_get_size (bytes), stdout);
  return plx_fuzz_bytes_import (bytes, names[g_rand_int_range (random, 0, G_N_ELEMENTS (names))]);
}

int
main (int argc, char **argv)
{
  return plx_fuzz_bytes_run (argc, argv, "damaged archives are read or refused", run);
}
