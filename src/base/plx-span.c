/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/plx-span.h"

/**
 * plx_span_compare:
 *
 * Orders by begin, then the longer first: an outer span precedes what it
 * contains. Fit for g_array_sort() and qsort().
 */
int
plx_span_compare (gconstpointer a, gconstpointer b)
{
  const PlxSpan *x = a, *y = b;

  if (x->begin != y->begin)
    return x->begin < y->begin ? -1 : 1;
  if (x->end != y->end)
    return x->end > y->end ? -1 : 1;
  return 0;
}

/* Bytes that both share. */
guint32
plx_span_overlap (PlxSpan a, PlxSpan b)
{
  guint32 begin = MAX (a.begin, b.begin);
  guint32 end = MIN (a.end, b.end);

  return end > begin ? end - begin : 0;
}
