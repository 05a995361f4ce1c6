/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-text-offsets.h"

#include <string.h>

/* text:    aaaa bbbb cccc ⏎ dddd          one paragraph of three pieces
 * buffer:  aaaa ⏎bbbb ⏎cccc ⏎ dddd         two breaks put in
 *
 * breaks[i] is the character of the text before which break i stands. */

#define LONGEST_PARAGRAPH 4096   // bytes
#define SHORTEST_PIECE    1024

struct _PlxTextOffsets {
  PlxOffsets *offsets;
  GArray *breaks;        // guint32, ascending
};

/* A good place to break [begin, end): after a sentence, else after a space,
 * else between code points. */
static const char *
find_break (const char *begin, const char *end)
{
  const char *space = NULL;

  for (const char *p = end - 1; p > begin + SHORTEST_PIECE; p--)
    {
      if (*p != ' ')
        continue;
      if (strchr (".!?\"", p[-1]) != NULL)
        return p + 1;
      if (space == NULL)
        space = p + 1;
      if (end - p > LONGEST_PARAGRAPH / 4 && space != NULL)
        break;
    }
  if (space != NULL)
    return space;
  while (((guchar) *end & 0xc0) == 0x80)
    end--;
  return end;
}

/* Copies @text to @out, with breaks; remembers where they stand in bytes. */
static void
split_paragraphs (const char *text, gsize n_bytes, GString *out, GArray *breaks)
{
  const char *end = text + n_bytes;

  for (const char *p = text; p < end;)
    {
      const char *line_end = memchr (p, '\n', end - p);
      line_end = line_end != NULL ? line_end + 1 : end;
      while (line_end - p > LONGEST_PARAGRAPH)
        {
          const char *at = find_break (p, p + LONGEST_PARAGRAPH);
          guint32 byte = (guint32) (at - text);
          g_string_append_len (out, p, at - p);
          g_string_append_c (out, '\n');
          g_array_append_val (breaks, byte);
          p = at;
        }
      g_string_append_len (out, p, line_end - p);
      p = line_end;
    }
}

static PlxTextOffsets *
make (const char *text, gsize n_bytes, GString *out)
{
  PlxTextOffsets *self = g_new0 (PlxTextOffsets, 1);

  self->offsets = plx_offsets_new (text, (gssize) n_bytes);
  self->breaks = g_array_new (FALSE, FALSE, sizeof (guint32));
  split_paragraphs (text, n_bytes, out, self->breaks);
  for (guint i = 0; i < self->breaks->len; i++)
    {
      guint32 *at = &g_array_index (self->breaks, guint32, i);
      *at = plx_offsets_to_char (self->offsets, *at);
    }
  return self;
}

PlxTextOffsets *
plx_text_offsets_fill (GtkTextBuffer *buffer, const char *text, gsize n_bytes)
{
  g_autoptr (GString) out = g_string_sized_new (n_bytes + n_bytes / 1024 + 1);
  PlxTextOffsets *self = make (text, n_bytes, out);

  gtk_text_buffer_set_text (buffer, out->str, (int) out->len);
  return self;
}

PlxTextOffsets *
plx_text_offsets_new (const char *text, gsize n_bytes)
{
  g_autoptr (GString) out = g_string_sized_new (n_bytes + n_bytes / 1024 + 1);

  return make (text, n_bytes, out);
}

void
plx_text_offsets_free (PlxTextOffsets *self)
{
  if (self == NULL)
    return;
  plx_offsets_free (self->offsets);
  g_array_unref (self->breaks);
  g_free (self);
}

/* Breaks at or before @character of the text. */
static guint
count_breaks (const PlxTextOffsets *self, guint32 character)
{
  guint low = 0, high = self->breaks->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (g_array_index (self->breaks, guint32, middle) <= character)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

guint32
plx_text_offsets_to_char (const PlxTextOffsets *self, guint32 byte)
{
  guint32 character = plx_offsets_to_char (self->offsets, byte);

  return character + count_breaks (self, character);
}

guint32
plx_text_offsets_to_byte (const PlxTextOffsets *self, guint32 character)
{
  guint low = 0, high = self->breaks->len;

  /* break i stands at buffer position breaks[i] + i */
  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (g_array_index (self->breaks, guint32, middle) + middle < character)
        low = middle + 1;
      else
        high = middle;
    }
  return plx_offsets_to_byte (self->offsets, character - low);
}

void
plx_text_offsets_get_iter (const PlxTextOffsets *self, GtkTextBuffer *buffer, guint32 byte,
                           GtkTextIter *iter)
{
  gtk_text_buffer_get_iter_at_offset (buffer, iter, (int) plx_text_offsets_to_char (self, byte));
}

guint32
plx_text_offsets_get_byte (const PlxTextOffsets *self, const GtkTextIter *iter)
{
  return plx_text_offsets_to_byte (self, (guint32) gtk_text_iter_get_offset (iter));
}
