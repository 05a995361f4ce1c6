/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-mark-index.h"

#include "app/plx-mark-style.h"

#include <stdlib.h>

static int
compare_pieces (const void *a, const void *b)
{
  const PlxMarkPiece *x = a, *y = b;

  if (x->begin != y->begin)
    return x->begin < y->begin ? -1 : 1;
  if (x->end != y->end)
    return x->end > y->end ? -1 : 1;   // the longer first: its line lies further out
  return x->mark < y->mark ? -1 : x->mark > y->mark;
}

static gboolean
is_underlined (const PlxMark *mark)
{
  return plx_style_get_line (plx_style_of_mark (mark)) != PLX_LINE_NONE;
}

/* Each underline takes the first lane that is free where it begins. */
static void
choose_lanes (PlxMarkIndex *self, const PlxArticleContent *content)
{
  guint32 taken_until[PLX_N_LANES] = { 0 };

  for (guint i = 0; i < self->n_pieces; i++)
    {
      PlxMarkPiece *piece = &self->pieces[i];
      const PlxMark *mark = g_ptr_array_index (content->marks, piece->mark);
      if (!is_underlined (mark) || mark->state == PLX_MARK_REJECTED)
        continue;
      guint lane = 0;
      while (lane + 1 < PLX_N_LANES && taken_until[lane] > piece->begin)
        lane++;
      piece->lane = (guint8) lane;
      taken_until[lane] = MAX (taken_until[lane], piece->end);
    }
}

PlxMarkIndex *
plx_mark_index_new (const PlxArticleContent *content, const PlxTextOffsets *offsets)
{
  PlxMarkIndex *self = g_new0 (PlxMarkIndex, 1);
  guint n = 0;

  for (guint i = 0; i < content->marks->len; i++)
    n += ((PlxMark *) g_ptr_array_index (content->marks, i))->n_spans;
  self->pieces = g_new0 (PlxMarkPiece, n + 1);
  for (guint i = 0; i < content->marks->len; i++)
    {
      const PlxMark *mark = g_ptr_array_index (content->marks, i);
      for (guint k = 0; k < mark->n_spans; k++)
        {
          if (mark->spans[k].end <= mark->spans[k].begin)
            continue;
          PlxMarkPiece *piece = &self->pieces[self->n_pieces++];
          piece->begin = plx_text_offsets_to_char (offsets, mark->spans[k].begin);
          piece->end = plx_text_offsets_to_char (offsets, mark->spans[k].end);
          piece->mark = i;
        }
    }
  qsort (self->pieces, self->n_pieces, sizeof *self->pieces, compare_pieces);
  self->max_end = g_new0 (guint32, self->n_pieces + 1);
  guint32 greatest = 0;
  for (guint i = 0; i < self->n_pieces; i++)
    self->max_end[i] = greatest = MAX (greatest, self->pieces[i].end);
  choose_lanes (self, content);
  return self;
}

void
plx_mark_index_free (PlxMarkIndex *self)
{
  if (self == NULL)
    return;
  g_free (self->pieces);
  g_free (self->max_end);
  g_free (self);
}

guint
plx_mark_index_first (const PlxMarkIndex *self, guint32 character)
{
  guint low = 0, high = self->n_pieces;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (self->max_end[middle] > character)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}
