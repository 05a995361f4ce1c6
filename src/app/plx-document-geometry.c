/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-document-geometry.h"

#define MOST_PARAGRAPHS 1000

struct _PlxDocumentGeometry {
  GHashTable *paragraphs;   // line number + 1 → PlxParagraphGeometry
};

static void
paragraph_free (gpointer data)
{
  PlxParagraphGeometry *paragraph = data;

  g_array_unref (paragraph->lines);
  g_array_unref (paragraph->boxes);
  g_free (paragraph);
}

PlxDocumentGeometry *
plx_document_geometry_new (void)
{
  PlxDocumentGeometry *self = g_new0 (PlxDocumentGeometry, 1);

  self->paragraphs = g_hash_table_new_full (NULL, NULL, NULL, paragraph_free);
  return self;
}

void
plx_document_geometry_free (PlxDocumentGeometry *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->paragraphs);
  g_free (self);
}

void
plx_document_geometry_clear (PlxDocumentGeometry *self)
{
  g_hash_table_remove_all (self->paragraphs);
}

static gboolean
has_right_to_left (const GtkTextIter *begin, const GtkTextIter *end)
{
  g_autofree char *text = gtk_text_iter_get_text (begin, end);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if ((c >= 0x590 && c < 0x900) || (c >= 0xfb1d && c < 0xfe00) || (c >= 0xfe70 && c < 0xff00))
        return TRUE;
    }
  return FALSE;
}

static void
find_lines (PlxParagraphGeometry *paragraph, GtkTextView *view, const GtkTextIter *begin,
            const GtkTextIter *end, int y)
{
  GtkTextIter at = *begin;

  for (;;)
    {
      GtkTextIter line_end = at;
      GdkRectangle place;
      PlxDisplayLine line = { .begin = (guint32) gtk_text_iter_get_offset (&at) };

      gtk_text_view_get_iter_location (view, &at, &place);
      line.y = place.y - y;
      line.height = place.height;
      if (gtk_text_iter_ends_line (&line_end)
          || !gtk_text_view_forward_display_line_end (view, &line_end)
          || gtk_text_iter_compare (&line_end, end) > 0)
        line_end = *end;
      line.end = MAX ((guint32) gtk_text_iter_get_offset (&line_end), line.begin + 1);
      g_array_append_val (paragraph->lines, line);
      if (line.end >= paragraph->end)
        break;
      gtk_text_iter_set_offset (&at, (int) line.end);
      if (!gtk_text_view_starts_display_line (view, &at))
        gtk_text_iter_forward_char (&at);
      if ((guint32) gtk_text_iter_get_offset (&at) >= paragraph->end)
        break;
    }
}

/* One direction: two ends say it all. */
static void
add_simple_box (PlxParagraphGeometry *paragraph, GtkTextView *view, GtkTextIter *iter,
                PlxMarkBox box, guint32 begin, guint32 end, int y)
{
  GdkRectangle first, last;

  gtk_text_iter_set_offset (iter, (int) begin);
  gtk_text_view_get_iter_location (view, iter, &first);
  gtk_text_iter_set_offset (iter, (int) end - 1);
  gtk_text_view_get_iter_location (view, iter, &last);
  box.x = MIN (first.x, last.x);
  box.y = first.y - y;
  box.width = MAX (first.x + first.width, last.x + last.width) - box.x;
  box.height = first.height;
  g_array_append_val (paragraph->boxes, box);
}

/* Mixed directions: what touches is joined, character by character. */
static void
add_mixed_boxes (PlxParagraphGeometry *paragraph, GtkTextView *view, GtkTextIter *iter,
                 PlxMarkBox box, guint32 begin, guint32 end, int y)
{
  box.width = -1;
  gtk_text_iter_set_offset (iter, (int) begin);
  for (guint32 i = begin; i < end; i++)
    {
      GdkRectangle place;
      gtk_text_view_get_iter_location (view, iter, &place);
      if (place.width < 0)
        {
          place.x += place.width;
          place.width = -place.width;
        }
      if (box.width >= 0 && (place.x == box.x + box.width || place.x + place.width == box.x))
        {
          box.x = MIN (box.x, place.x);
          box.width += place.width;
        }
      else
        {
          if (box.width > 0)
            g_array_append_val (paragraph->boxes, box);
          box.x = place.x;
          box.y = place.y - y;
          box.width = place.width;
          box.height = place.height;
        }
      gtk_text_iter_forward_char (iter);
    }
  if (box.width > 0)
    g_array_append_val (paragraph->boxes, box);
}

static void
find_boxes (PlxParagraphGeometry *paragraph, GtkTextView *view, const PlxMarkIndex *index,
            const GtkTextIter *line, gboolean mixed, int y)
{
  GtkTextIter iter = *line;

  for (guint i = plx_mark_index_first (index, paragraph->begin);
       i < index->n_pieces && index->pieces[i].begin < paragraph->end; i++)
    {
      const PlxMarkPiece *piece = &index->pieces[i];
      if (piece->end <= paragraph->begin)
        continue;
      for (guint k = 0; k < paragraph->lines->len; k++)
        {
          const PlxDisplayLine *row = &g_array_index (paragraph->lines, PlxDisplayLine, k);
          guint32 begin = MAX (piece->begin, row->begin);
          guint32 end = MIN (MIN (piece->end, row->end), paragraph->end);
          if (begin >= end)
            continue;
          PlxMarkBox box = { .mark = piece->mark, .lane = piece->lane,
                             .first = begin == piece->begin, .last = end == piece->end };
          if (mixed)
            add_mixed_boxes (paragraph, view, &iter, box, begin, end, y);
          else
            add_simple_box (paragraph, view, &iter, box, begin, end, y);
        }
    }
}

PlxParagraphGeometry *
plx_document_geometry_get (PlxDocumentGeometry *self, GtkTextView *view, const PlxMarkIndex *index,
                           const GtkTextIter *line, int y, int height)
{
  gpointer key = GINT_TO_POINTER (gtk_text_iter_get_line (line) + 1);
  PlxParagraphGeometry *paragraph = g_hash_table_lookup (self->paragraphs, key);
  GtkTextIter end = *line;

  if (paragraph != NULL && paragraph->height == height)
    return paragraph;
  if (g_hash_table_size (self->paragraphs) > MOST_PARAGRAPHS)
    g_hash_table_remove_all (self->paragraphs);

  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  paragraph = g_new0 (PlxParagraphGeometry, 1);
  paragraph->height = height;
  paragraph->begin = (guint32) gtk_text_iter_get_offset (line);
  paragraph->end = (guint32) gtk_text_iter_get_offset (&end);
  paragraph->lines = g_array_new (FALSE, FALSE, sizeof (PlxDisplayLine));
  paragraph->boxes = g_array_new (FALSE, FALSE, sizeof (PlxMarkBox));
  if (paragraph->end > paragraph->begin)
    {
      find_lines (paragraph, view, line, &end, y);
      find_boxes (paragraph, view, index, line, has_right_to_left (line, &end), y);
    }
  g_hash_table_insert (self->paragraphs, key, paragraph);
  return paragraph;
}

gboolean
plx_paragraph_get_yrange (const PlxParagraphGeometry *self, guint32 begin, guint32 end, int *y0,
                          int *y1)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const PlxDisplayLine *line = &g_array_index (self->lines, PlxDisplayLine, i);
      if (line->end <= begin || line->begin >= end)
        continue;
      if (!found)
        *y0 = line->y;
      *y1 = line->y + line->height;
      found = TRUE;
    }
  return found;
}
