/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A half-open range of bytes of one article's UTF-8 text. The whole core
 * counts in bytes; app and cli convert at the edge (plx-utf8.h). */
typedef struct {
  guint32 begin;
  guint32 end;
} PlxSpan;

/* A slice of some pool array: the spans of a statement's content, the levels
 * of its chain. Half-open like a span, but in elements. */
typedef struct {
  guint32 first;
  guint32 n;
} PlxSlice;

static inline guint32
plx_span_length (PlxSpan span)
{
  return span.end - span.begin;
}

static inline gboolean
plx_span_overlaps (PlxSpan a, PlxSpan b)
{
  return a.begin < b.end && b.begin < a.end;
}

static inline gboolean
plx_span_contains (PlxSpan outer, PlxSpan inner)
{
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

int      plx_span_compare (gconstpointer a, gconstpointer b);
guint32  plx_span_overlap (PlxSpan a, PlxSpan b);

G_END_DECLS
