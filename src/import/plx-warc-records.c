/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-warc-records.h"

#include <stdlib.h>
#include <string.h>

/* A record is a head and a block of so many bytes. Lengths lie, so each is
 * checked against what follows: the next record must begin there. If it does
 * not, the block ends where the next head is found, inside or behind. */

enum {
  MAX_HEAD_BYTES = 256 << 10,
  MAX_BLOCK_BYTES = 64 << 20,
  STEP_BYTES = 64 << 10,
};

struct _PlxWarcReader {
  PlxWarcStream *stream;
  gboolean is_arc;
  guint n_arc_fields;      // 5, or 10 in version 2
  gboolean is_opening;     // the lines that explain the fields may come
  guint n_lost;
};

PlxWarcReader *
plx_warc_reader_new (PlxReadFunc read, gpointer data)
{
  PlxWarcReader *reader = g_new0 (PlxWarcReader, 1);

  reader->stream = plx_warc_stream_new (read, data);
  reader->n_arc_fields = 5;
  return reader;
}

void
plx_warc_reader_free (PlxWarcReader *reader)
{
  if (reader == NULL)
    return;
  plx_warc_stream_free (reader->stream);
  g_free (reader);
}

void
plx_warc_record_clear (PlxWarcRecord *record)
{
  g_clear_pointer (&record->type, g_free);
  g_clear_pointer (&record->url, g_free);
  g_clear_pointer (&record->content_type, g_free);
  g_clear_pointer (&record->block, g_bytes_unref);
  record->is_mended = record->is_cut = FALSE;
}

guint
plx_warc_reader_get_n_damaged (PlxWarcReader *reader)
{
  return reader->n_lost + plx_warc_stream_get_n_damaged (reader->stream);
}

static gboolean
is_start (const char *text)
{
  return g_str_has_prefix (text, "WARC/") || g_str_has_prefix (text, "filedesc://");
}

gboolean
plx_warc_is_one (const guchar *head, gsize n)
{
  g_autofree char *unpacked = plx_warc_unpack_head (head, n);
  g_autofree char *plain = g_strndup ((const char *) head, MIN (n, 16));

  return n > 0 && is_start (unpacked != NULL ? unpacked : plain);
}

/* -- heads -- */

/* Past blank lines; FALSE without @error: the end. */
static gboolean
skip_blank (PlxWarcReader *reader, GError **error)
{
  for (;;)
    {
      const guchar *data;
      gsize n, i = 0;

      if (!plx_warc_stream_peek (reader->stream, 16, &data, &n, error) || n == 0)
        return FALSE;
      while (i < n && (data[i] == '\r' || data[i] == '\n' || data[i] == ' ' || data[i] == 0))
        i++;
      plx_warc_stream_skip (reader->stream, i);
      if (i < n)
        return TRUE;
    }
}

/* Bytes up to the end of the head: an empty line, or one line's end in ARC. 0: there is none. */
static gsize
find_head_end (const guchar *data, gsize n, gboolean is_arc)
{
  const guchar *end = data;

  while ((end = memchr (end, '\n', n - (gsize) (end - data))) != NULL)
    {
      gsize i = (gsize) (++end - data);

      if (is_arc || (i < n && data[i] == '\n'))
        return is_arc ? i : i + 1;
      if (i + 1 < n && data[i] == '\r' && data[i + 1] == '\n')
        return i + 2;
    }
  return 0;
}

static char *
read_head (PlxWarcReader *reader, gboolean is_arc, GError **error)
{
  for (gsize wanted = 1024;; wanted *= 4)
    {
      const guchar *data;
      gsize n, n_head;
      char *head;

      if (!plx_warc_stream_peek (reader->stream, wanted, &data, &n, error))
        return NULL;
      n_head = find_head_end (data, n, is_arc);
      if (n_head == 0 && n >= wanted && wanted < MAX_HEAD_BYTES)
        continue;
      if (n_head == 0)
        n_head = n;
      head = g_strndup ((const char *) data, n_head);
      plx_warc_stream_skip (reader->stream, n_head);
      return head;
    }
}

static char *
make_utf8 (const char *text)
{
  return g_strstrip (g_utf8_make_valid (text, -1));
}

static gint64
read_warc_head (char *head, PlxWarcRecord *record)
{
  g_auto (GStrv) lines = g_strsplit (head, "\n", -1);
  gint64 n_block = -1;

  for (guint i = 1; lines[i] != NULL; i++)
    {
      char *value = strchr (lines[i], ':');

      if (value == NULL)
        continue;
      *value++ = '\0';
      g_strstrip (value);
      if (g_ascii_strcasecmp (lines[i], "Content-Length") == 0)
        n_block = g_ascii_strtoll (value, NULL, 10);
      else if (g_ascii_strcasecmp (lines[i], "WARC-Type") == 0 && record->type == NULL)
        record->type = make_utf8 (value);
      else if (g_ascii_strcasecmp (lines[i], "Content-Type") == 0 && record->content_type == NULL)
        record->content_type = make_utf8 (value);
      else if (g_ascii_strcasecmp (lines[i], "WARC-Target-URI") == 0 && record->url == NULL)
        record->url = make_utf8 (g_strdelimit (value, "<>", ' '));
    }
  return n_block;
}

/* "http://example.org/a b.html 192.0.2.1 20310514120000 text/html 1234": the
 * address may hold blanks, the rest does not. */
static gint64
read_arc_head (PlxWarcReader *reader, char *head, PlxWarcRecord *record)
{
  g_auto (GStrv) fields = g_strsplit (g_strstrip (head), " ", -1);
  guint n = g_strv_length (fields), n_rest = reader->n_arc_fields - 1;
  g_autofree char *url = NULL;
  char *end;
  gint64 n_block;

  if (n < n_rest + 1)
    return -1;
  n_block = g_ascii_strtoll (fields[n - 1], &end, 10);
  if (*end != '\0' || end == fields[n - 1])
    return -1;
  record->content_type = make_utf8 (fields[n - n_rest + 2]);
  for (guint i = n - n_rest; i < n; i++)
    g_clear_pointer (&fields[i], g_free);
  url = g_strjoinv (" ", fields);
  record->url = make_utf8 (url);
  record->type = g_strdup (g_str_has_prefix (url, "filedesc:") ? "warcinfo" : "arc");
  return n_block;
}

/* -- blocks -- */

/* Does a record, or the end, follow at @data? */
static gboolean
is_boundary (PlxWarcReader *reader, const guchar *data, gsize n)
{
  gsize i = 0;

  while (i < n && (data[i] == '\r' || data[i] == '\n'))
    i++;
  if (i == n)
    return TRUE;
  if (!reader->is_arc)
    return n - i >= 5 && memcmp (data + i, "WARC/", 5) == 0;
  return i > 0;
}

/* Where the next head of a WARC record begins, from @from on; @n: none. */
static gsize
find_next (const guchar *data, gsize from, gsize n)
{
  const guchar *p = data + from;

  while (p < data + n && (p = memmem (p, n - (gsize) (p - data), "WARC/", 5)) != NULL)
    {
      if (p > data && p[-1] == '\n' && (gsize) (p - data) + 8 <= n && g_ascii_isdigit (p[5]))
        return (gsize) (p - data);
      p += 5;
    }
  return n;
}

static gsize
trim_end (const guchar *data, gsize n)
{
  if (n >= 4 && memcmp (data + n - 4, "\r\n\r\n", 4) == 0)
    return n - 4;
  return n;
}

/* The length lies: the block goes on to the next head. */
static gboolean
read_to_next (PlxWarcReader *reader, gsize n_declared, PlxWarcRecord *record, GError **error)
{
  const guchar *data;
  gsize n, end;

  if (!plx_warc_stream_peek (reader->stream, n_declared, &data, &n, error))
    return FALSE;
  end = find_next (data, 0, n);
  for (gsize wanted = n + STEP_BYTES, from; end == n && wanted <= MAX_BLOCK_BYTES;
       wanted = MAX (wanted * 2, n + STEP_BYTES))
    {
      gsize n_before = n;

      from = n > 16 ? n - 16 : 0;
      if (!plx_warc_stream_peek (reader->stream, wanted, &data, &n, error))
        return FALSE;
      if (n == n_before)
        break;
      end = find_next (data, from, n);
    }
  record->is_mended = TRUE;
  record->block = g_bytes_new (data, trim_end (data, end));
  plx_warc_stream_skip (reader->stream, end);
  return TRUE;
}

/* A block that nobody can want: a film. */
static gboolean
skip_block (PlxWarcReader *reader, guint64 n_block, GError **error)
{
  while (n_block > 0)
    {
      const guchar *data;
      gsize n;

      if (!plx_warc_stream_peek (reader->stream, 1, &data, &n, error))
        return FALSE;
      if (n == 0)
        return TRUE;
      n = (gsize) MIN (n, n_block);
      plx_warc_stream_skip (reader->stream, n);
      n_block -= n;
    }
  return TRUE;
}

static gboolean
read_block (PlxWarcReader *reader, gint64 n_block, PlxWarcRecord *record, GError **error)
{
  const guchar *data;
  gsize n, n_wanted;

  if (n_block > MAX_BLOCK_BYTES)
    return skip_block (reader, (guint64) n_block, error);
  n_wanted = n_block < 0 ? 0 : (gsize) n_block;
  if (!plx_warc_stream_peek (reader->stream, n_wanted + 16, &data, &n, error))
    return FALSE;
  if (n_block >= 0 && n >= n_wanted && is_boundary (reader, data + n_wanted, n - n_wanted))
    {
      record->block = g_bytes_new (data, n_wanted);
      plx_warc_stream_skip (reader->stream, n_wanted);
      return TRUE;
    }
  if (!reader->is_arc)
    return read_to_next (reader, MIN (n, n_wanted), record, error);
  record->is_cut = n < n_wanted;
  n_wanted = MIN (n, n_wanted);
  record->block = g_bytes_new (data, n_wanted);
  plx_warc_stream_skip (reader->stream, n_wanted);
  return TRUE;
}

/* The first block of an ARC file says which version it is. */
static void
read_arc_version (PlxWarcReader *reader, const PlxWarcRecord *record)
{
  gsize n;
  const char *data = record->block != NULL ? g_bytes_get_data (record->block, &n) : NULL;

  reader->is_opening = TRUE;
  if (data != NULL && n > 2 && data[0] == '2' && data[1] == ' ')
    reader->n_arc_fields = 10;
}

/* FALSE: no head stands here, only some line, which is lost. */
static gboolean
read_any_head (PlxWarcReader *reader, PlxWarcRecord *record, gint64 *n_block, gboolean *is_head,
               GError **error)
{
  g_autofree char *head = NULL;
  const guchar *data;
  gsize n;
  gboolean is_warc;

  if (!plx_warc_stream_peek (reader->stream, 16, &data, &n, error))
    return FALSE;
  is_warc = n >= 5 && memcmp (data, "WARC/", 5) == 0;
  reader->is_arc |= n >= 11 && memcmp (data, "filedesc://", 11) == 0;
  head = read_head (reader, !is_warc, error);
  if (head == NULL)
    return FALSE;
  plx_warc_record_clear (record);
  *n_block = is_warc ? read_warc_head (head, record)
             : reader->is_arc ? read_arc_head (reader, head, record) : -1;
  *is_head = is_warc || *n_block >= 0;
  return TRUE;
}

gboolean
plx_warc_reader_next (PlxWarcReader *reader, PlxWarcRecord *record, GError **error)
{
  gboolean was_lost = FALSE, is_head = FALSE;
  gint64 n_block;

  while (skip_blank (reader, error))
    {
      if (!read_any_head (reader, record, &n_block, &is_head, error))
        return FALSE;
      if (is_head)
        {
          reader->is_opening = FALSE;
          if (!read_block (reader, n_block, record, error))
            return FALSE;
          if (reader->is_arc && g_strcmp0 (record->type, "warcinfo") == 0)
            read_arc_version (reader, record);
          return TRUE;
        }
      reader->n_lost += !was_lost && !reader->is_opening;
      was_lost = TRUE;
    }
  return FALSE;
}
