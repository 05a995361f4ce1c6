/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-http-response.h"

#include <brotli/decode.h>
#include <stdio.h>
#include <string.h>
#include <zlib.h>

/* Crawlers keep an answer as it came (in chunks, packed) or mended, and leave
 * the head as it was: what a head says of the body is tried and, when it is
 * not so, the body is taken as it is. */

/* -- head -- */

char *
plx_http_read_type (const char *value, char **charset)
{
  gsize n = strcspn (value, ";,");
  char *type = g_ascii_strdown (value, (gssize) n);
  g_autofree char *lower = g_ascii_strdown (value, -1);
  const char *label = strstr (lower, "charset=");

  *charset = NULL;
  if (label != NULL)
    {
      label += strlen ("charset=");
      label += strspn (label, "\"' ");
      *charset = g_strndup (label, strcspn (label, "\"' ;,"));
    }
  return g_strstrip (type);
}

/* Past the head; NULL: it has no end. */
static const char *
find_body (const char *data, gsize n)
{
  const char *line = data, *end;

  while ((end = memchr (line, '\n', n - (gsize) (line - data))) != NULL)
    {
      if (end == line || (end == line + 1 && *line == '\r'))
        return end + 1;
      line = end + 1;
    }
  return NULL;
}

typedef struct {
  gboolean is_chunked;
  char *packing;        // "gzip", "br"
} Coding;

static void
read_line (char *line, PlxHttpResponse *response, Coding *coding)
{
  char *value = strchr (line, ':');

  if (value == NULL)
    return;
  *value++ = '\0';
  g_strstrip (value);
  if (g_ascii_strcasecmp (line, "Content-Type") == 0 && response->content_type == NULL)
    response->content_type = plx_http_read_type (value, &response->charset);
  else if (g_ascii_strcasecmp (line, "Transfer-Encoding") == 0)
    coding->is_chunked = strstr (value, "chunked") != NULL;
  else if (g_ascii_strcasecmp (line, "Content-Encoding") == 0 && coding->packing == NULL)
    coding->packing = g_ascii_strdown (value, -1);
}

/* -- body -- */

/* "1a2b;ext\r\n": the length, and past it; FALSE: no chunk begins here. */
static gboolean
read_chunk_size (const char **data, gsize *n, gsize *size)
{
  gsize i = 0;

  *size = 0;
  for (; i < *n && i < 8 && g_ascii_isxdigit ((*data)[i]); i++)
    *size = *size * 16 + (gsize) g_ascii_xdigit_value ((*data)[i]);
  if (i == 0)
    return FALSE;
  while (i < *n && (*data)[i] != '\n' && ((*data)[i] == ' ' || (*data)[i] == '\r'
                                          || (*data)[i] == ';' || g_ascii_isprint ((*data)[i])))
    i++;
  if (i >= *n || (*data)[i] != '\n')
    return FALSE;
  *data += i + 1;
  *n -= i + 1;
  return TRUE;
}

/* NULL: no chunks. Where they break off, the rest is taken as it stands. */
static GBytes *
join_chunks (GBytes *body)
{
  gsize n, size;
  const char *data = g_bytes_get_data (body, &n);
  g_autoptr (GByteArray) out = g_byte_array_new ();

  if (!read_chunk_size (&data, &n, &size))
    return NULL;
  while (size > 0)
    {
      gsize n_took = MIN (size, n);

      g_byte_array_append (out, (const guint8 *) data, (guint) n_took);
      data += n_took;
      n -= n_took;
      while (n > 0 && (*data == '\r' || *data == '\n'))
        {
          data++;
          n--;
        }
      if (n == 0)
        break;
      if (!read_chunk_size (&data, &n, &size))
        {
          g_byte_array_append (out, (const guint8 *) data, (guint) n);
          break;
        }
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

/* @bits: zlib's window bits, 15 + 32 for gzip and zlib, -15 for neither. NULL:
 * nothing could be unpacked. What was unpacked before damage is kept. */
static GBytes *
inflate_all (GBytes *body, int bits, gsize most)
{
  gsize n;
  const guchar *data = g_bytes_get_data (body, &n);
  g_autoptr (GByteArray) out = g_byte_array_new ();
  z_stream z = { 0 };
  guchar chunk[16 << 10];
  int got = Z_OK;

  if (inflateInit2 (&z, bits) != Z_OK)
    return NULL;
  z.next_in = (Bytef *) data;
  z.avail_in = (uInt) n;
  while (got == Z_OK && out->len <= most)
    {
      z.next_out = chunk;
      z.avail_out = sizeof chunk;
      got = inflate (&z, Z_NO_FLUSH);
      g_byte_array_append (out, chunk, (guint) (sizeof chunk - z.avail_out));
    }
  inflateEnd (&z);
  if (out->len == 0 || out->len > most)
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

static GBytes *
unpack_brotli (GBytes *body, gsize most)
{
  gsize n_in;
  const guint8 *in = g_bytes_get_data (body, &n_in);
  g_autoptr (GByteArray) out = g_byte_array_new ();
  BrotliDecoderState *state = BrotliDecoderCreateInstance (NULL, NULL, NULL);
  BrotliDecoderResult got = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
  guint8 chunk[16 << 10];

  while (got == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && out->len <= most)
    {
      guint8 *to = chunk;
      gsize n_room = sizeof chunk;

      got = BrotliDecoderDecompressStream (state, &n_in, &in, &n_room, &to, NULL);
      g_byte_array_append (out, chunk, (guint) (sizeof chunk - n_room));
    }
  BrotliDecoderDestroyInstance (state);
  if (out->len == 0 || out->len > most)
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

static gboolean
is_gzip (GBytes *body)
{
  gsize n;
  const guchar *data = g_bytes_get_data (body, &n);

  return n > 2 && data[0] == 0x1f && data[1] == 0x8b;
}

/* Could these bytes be text as they stand? */
static gboolean
is_readable (GBytes *body)
{
  gsize n;
  const guchar *data = g_bytes_get_data (body, &n);

  for (gsize i = 0; i < MIN (n, 256); i++)
    if (data[i] < 0x20 && strchr ("\t\n\r\f\033", data[i]) == NULL)
      return FALSE;
  return n > 0 && memchr (data, '\0', MIN (n, 256)) == NULL;
}

/* (transfer full) both ways. */
static GBytes *
unpack (GBytes *body, const char *packing, gsize most)
{
  g_autoptr (GBytes) packed = body;
  GBytes *out = NULL;

  if (is_gzip (body))
    out = inflate_all (body, 15 + 32, most);
  else if (g_strcmp0 (packing, "deflate") == 0)
    {
      out = inflate_all (body, 15 + 32, most);
      if (out == NULL)
        out = inflate_all (body, -15, most);
    }
  else if (g_strcmp0 (packing, "br") == 0 && !is_readable (body))
    out = unpack_brotli (body, most);
  else
    return g_steal_pointer (&packed);
  if (out == NULL && is_readable (body))
    return g_steal_pointer (&packed);
  return out;
}

static GBytes *
read_body (GBytes *raw, const Coding *coding, gsize most)
{
  GBytes *joined = coding->is_chunked ? join_chunks (raw) : NULL;

  return unpack (joined != NULL ? joined : g_bytes_ref (raw), coding->packing, most);
}

gboolean
plx_http_response_read (GBytes *block, gsize most, PlxHttpResponse *response)
{
  gsize n;
  const char *data = g_bytes_get_data (block, &n);
  g_autofree char *start = g_strndup (data, MIN (n, 64));
  g_autoptr (GBytes) raw = NULL;
  Coding coding = { FALSE, NULL };
  const char *body;

  memset (response, 0, sizeof *response);
  if (n == 0 || !g_str_has_prefix (start, "HTTP") || sscanf (start, "HTTP%*[^ ] %3u", &response->status) != 1)
    return FALSE;
  body = find_body (data, n);
  if (body == NULL)
    body = data + n;
  {
    g_autofree char *head = g_strndup (data, (gsize) (body - data));
    g_auto (GStrv) lines = g_strsplit (head, "\n", -1);

    for (guint i = 1; lines[i] != NULL; i++)
      read_line (lines[i], response, &coding);
  }
  raw = g_bytes_new_from_bytes (block, (gsize) (body - data), n - (gsize) (body - data));
  response->body = read_body (raw, &coding, most);
  g_free (coding.packing);
  return TRUE;
}

void
plx_http_response_clear (PlxHttpResponse *response)
{
  g_clear_pointer (&response->content_type, g_free);
  g_clear_pointer (&response->charset, g_free);
  g_clear_pointer (&response->body, g_bytes_unref);
}
