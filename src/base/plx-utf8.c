/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/plx-utf8.h"

#include <string.h>

enum { STEP = 64 };

struct _PlxOffsets {
  const char *text;   // borrowed
  guint32 n_bytes;
  guint32 n_chars;
  guint32 *samples;   // (n_chars / STEP + 1) byte of every STEP-th code point; NULL: ASCII
};

static gboolean
is_ascii (const char *text, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if ((guchar) text[i] >= 0x80)
      return FALSE;
  return TRUE;
}

static inline gboolean
is_lead (char byte)
{
  return ((guchar) byte & 0xc0) != 0x80;
}

/**
 * plx_offsets_new:
 * @text: valid UTF-8; borrowed, must outlive the result
 * @n_bytes: its length, or -1
 *
 * Cost:    O(n) once
 * Returns: (transfer full): the map
 */
PlxOffsets *
plx_offsets_new (const char *text, gssize n_bytes)
{
  PlxOffsets *self = g_new0 (PlxOffsets, 1);
  gsize n = n_bytes < 0 ? strlen (text) : (gsize) n_bytes;

  self->text = text;
  self->n_bytes = (guint32) n;
  if (is_ascii (text, n))
    {
      self->n_chars = self->n_bytes;
      return self;
    }
  self->samples = g_new0 (guint32, n / STEP + 2);
  for (guint32 i = 0; i < self->n_bytes; i++)
    if (is_lead (text[i]))
      {
        if (self->n_chars % STEP == 0)
          self->samples[self->n_chars / STEP] = i;
        self->n_chars++;
      }
  if (self->n_chars % STEP == 0)
    self->samples[self->n_chars / STEP] = self->n_bytes;
  return self;
}

void
plx_offsets_free (PlxOffsets *offsets)
{
  if (offsets == NULL)
    return;
  g_free (offsets->samples);
  g_free (offsets);
}

guint32
plx_offsets_n_chars (const PlxOffsets *offsets)
{
  return offsets->n_chars;
}

/* A byte inside a code point counts as that code point; past the end: the end. */
guint32
plx_offsets_to_char (const PlxOffsets *offsets, guint32 byte)
{
  guint32 low = 0, high, n;

  byte = MIN (byte, offsets->n_bytes);
  if (offsets->samples == NULL)
    return byte;
  high = offsets->n_chars / STEP;
  while (low < high)
    {
      guint32 middle = (low + high + 1) / 2;

      if (offsets->samples[middle] <= byte)
        low = middle;
      else
        high = middle - 1;
    }
  n = low * STEP;
  for (guint32 i = offsets->samples[low]; i < byte; i++)
    if (i + 1 >= offsets->n_bytes || is_lead (offsets->text[i + 1]))
      n++;
  return MIN (n, offsets->n_chars);
}

guint32
plx_offsets_to_byte (const PlxOffsets *offsets, guint32 character)
{
  const char *p;

  character = MIN (character, offsets->n_chars);
  if (offsets->samples == NULL)
    return character;
  if (character == offsets->n_chars)
    return offsets->n_bytes;
  p = offsets->text + offsets->samples[character / STEP];
  for (guint32 i = character % STEP; i > 0; i--)
    p = g_utf8_next_char (p);
  return (guint32) (p - offsets->text);
}

/* The text under @span, owned by the caller. */
char *
plx_utf8_slice (const char *text, PlxSpan span)
{
  return g_strndup (text + span.begin, plx_span_length (span));
}
