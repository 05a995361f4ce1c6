/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-warc-records.h"

#include <string.h>
#include <zlib.h>

/* A window on the unpacked bytes of a web archive. Gzip members follow one
 * another, usually one for each record, sometimes one for all; what lies
 * between two, or is damaged, is passed over up to the next member's mark. */

enum { CHUNK_BYTES = 64 << 10 };

struct _PlxWarcStream {
  PlxReadFunc read;
  gpointer data;
  guchar *packed;
  gsize packed_at, n_packed;
  gboolean is_packed;
  gboolean at_end;             // of the file
  gboolean in_member;
  gboolean is_started;
  z_stream inflater;
  guchar *window;
  gsize window_at, window_end, window_size;
  guint n_damaged;
};

PlxWarcStream *
plx_warc_stream_new (PlxReadFunc read, gpointer data)
{
  PlxWarcStream *stream = g_new0 (PlxWarcStream, 1);

  stream->read = read;
  stream->data = data;
  stream->packed = g_malloc (CHUNK_BYTES);
  stream->window_size = 2 * CHUNK_BYTES;
  stream->window = g_malloc (stream->window_size);
  inflateInit2 (&stream->inflater, 15 + 16);
  return stream;
}

void
plx_warc_stream_free (PlxWarcStream *stream)
{
  if (stream == NULL)
    return;
  inflateEnd (&stream->inflater);
  g_free (stream->packed);
  g_free (stream->window);
  g_free (stream);
}

guint
plx_warc_stream_get_n_damaged (PlxWarcStream *stream)
{
  return stream->n_damaged;
}

/* More bytes of the file behind those that are still unused. */
static gboolean
read_packed (PlxWarcStream *stream, GError **error)
{
  gssize got;

  memmove (stream->packed, stream->packed + stream->packed_at, stream->n_packed);
  stream->packed_at = 0;
  got = stream->read (stream->data, stream->packed + stream->n_packed,
                      CHUNK_BYTES - stream->n_packed, error);
  if (got < 0)
    return FALSE;
  stream->at_end = got == 0;
  stream->n_packed += (gsize) got;
  if (!stream->is_started)
    {
      stream->is_started = TRUE;
      stream->is_packed = stream->n_packed >= 2 && stream->packed[0] == 0x1f
                          && stream->packed[1] == 0x8b;
    }
  return TRUE;
}

static void
drop_packed (PlxWarcStream *stream, gsize n)
{
  stream->packed_at += n;
  stream->n_packed -= n;
}

/* To the next "\037\213\010": a member begins there. */
static void
find_member (PlxWarcStream *stream)
{
  const guchar *start = stream->packed + stream->packed_at;
  const guchar *mark = memmem (start, stream->n_packed, "\037\213\010", 3);

  if (mark != NULL)
    {
      drop_packed (stream, (gsize) (mark - start));
      inflateReset (&stream->inflater);
      stream->in_member = TRUE;
    }
  else
    drop_packed (stream, stream->at_end ? stream->n_packed : stream->n_packed - MIN (stream->n_packed, 2));
}

/* Puts some unpacked bytes at the window's end; @n_room are free there. */
static gsize
unpack (PlxWarcStream *stream, gsize n_room)
{
  z_stream *z = &stream->inflater;
  int got;

  z->next_in = stream->packed + stream->packed_at;
  z->avail_in = (uInt) stream->n_packed;
  z->next_out = stream->window + stream->window_end;
  z->avail_out = (uInt) n_room;
  got = inflate (z, Z_NO_FLUSH);
  drop_packed (stream, stream->n_packed - z->avail_in);
  if (got == Z_STREAM_END)
    stream->in_member = FALSE;
  else if (got != Z_OK && got != Z_BUF_ERROR)
    {
      stream->n_damaged++;
      stream->in_member = FALSE;
    }
  return n_room - z->avail_out;
}

static gsize
copy (PlxWarcStream *stream, gsize n_room)
{
  gsize n = MIN (n_room, stream->n_packed);

  memcpy (stream->window + stream->window_end, stream->packed + stream->packed_at, n);
  drop_packed (stream, n);
  return n;
}

static void
make_room (PlxWarcStream *stream, gsize n_wanted)
{
  gsize n_there = stream->window_end - stream->window_at;

  memmove (stream->window, stream->window + stream->window_at, n_there);
  stream->window_at = 0;
  stream->window_end = n_there;
  if (stream->window_size < n_wanted + CHUNK_BYTES)
    {
      stream->window_size = MAX (n_wanted + CHUNK_BYTES, stream->window_size * 2);
      stream->window = g_realloc (stream->window, stream->window_size);
    }
}

/* One step; *@more: try again. */
static gboolean
fill (PlxWarcStream *stream, gboolean *more, GError **error)
{
  gsize n_room = stream->window_size - stream->window_end;

  if (stream->n_packed < 3 && !stream->at_end && !read_packed (stream, error))
    return FALSE;
  if (!stream->is_packed)
    stream->window_end += copy (stream, n_room);
  else if (!stream->in_member)
    find_member (stream);
  else
    {
      gsize n_before = stream->n_packed, n_out = unpack (stream, n_room);

      stream->window_end += n_out;
      if (n_out == 0 && stream->n_packed == n_before && stream->in_member)
        {
          if (stream->at_end)
            drop_packed (stream, stream->n_packed);
          else if (!read_packed (stream, error))
            return FALSE;
        }
    }
  *more = stream->n_packed > 0 || !stream->at_end;
  return TRUE;
}

gboolean
plx_warc_stream_peek (PlxWarcStream *stream, gsize n, const guchar **data, gsize *n_there,
                      GError **error)
{
  gboolean more = TRUE;

  if (stream->window_at + n > stream->window_size - CHUNK_BYTES)
    make_room (stream, n);
  while (stream->window_end - stream->window_at < n && more)
    if (!fill (stream, &more, error))
      return FALSE;
  *data = stream->window + stream->window_at;
  *n_there = stream->window_end - stream->window_at;
  return TRUE;
}

void
plx_warc_stream_skip (PlxWarcStream *stream, gsize n)
{
  g_assert (n <= stream->window_end - stream->window_at);
  stream->window_at += n;
}

char *
plx_warc_unpack_head (const guchar *head, gsize n)
{
  z_stream z = { 0 };
  char *out;

  if (n < 18 || head[0] != 0x1f || head[1] != 0x8b || inflateInit2 (&z, 15 + 16) != Z_OK)
    return NULL;
  out = g_malloc0 (257);
  z.next_in = (Bytef *) head;
  z.avail_in = (uInt) n;
  z.next_out = (Bytef *) out;
  z.avail_out = 256;
  inflate (&z, Z_SYNC_FLUSH);
  inflateEnd (&z);
  return out;
}
