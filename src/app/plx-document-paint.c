/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-document-view-private.h"

#include "app/plx-compat.h"

#include <math.h>

/* One frame: for each paragraph in view its cached boxes (washes first, then
 * lights, then lines), then brackets and notes beside it. Everything is in
 * buffer coordinates: y grows with the text, 0 is its first line. */

#define BRACKET_GAP   12
#define BRACKET_HOOK  5
#define BRACKET_STEP  7
#define NOTE_GAP      20
#define FEWEST_ABOVE  6      // paragraphs above the view whose notes may hang into it

static void
learn_colors (PlxDocumentView *self)
{
  PlxDocumentColors *colors = &self->colors;
  gboolean dark = plx_style_is_dark ();

  plx_widget_get_color (GTK_WIDGET (self), &colors->text);
  if (self->colors_known && self->dark == dark)
    return;
  self->dark = dark;
  self->colors_known = TRUE;
  for (PlxStyle style = 0; style < PLX_N_STYLES; style++)
    {
      plx_style_get_color (style, dark, &colors->color[style]);
      colors->has_wash[style] = plx_style_get_wash (style, dark, &colors->wash[style]);
    }
  plx_style_get_selection (dark, &colors->select_fill, &colors->select_line);
  colors->dim = colors->text;
  colors->dim.alpha = 0.7f;
}

static const PlxMark *
get_mark (PlxDocumentView *self, guint32 index)
{
  return g_ptr_array_index (self->content->marks, index);
}

static void
paint_wash (PlxDocumentView *self, GtkSnapshot *snapshot, const PlxMarkBox *box, int y)
{
  const PlxMark *mark = get_mark (self, box->mark);
  PlxStyle style = plx_style_of_mark (mark);

  if (!self->colors.has_wash[style] || g_strcmp0 (mark->label, "repeated") == 0)
    return;
  /* shorter than the line, or it hides the underline above */
  gtk_snapshot_append_color (snapshot, &self->colors.wash[style],
                             &GRAPHENE_RECT_INIT ((float) box->x, (float) (y + box->y + 2),
                                                  (float) box->width, (float) (box->height - 4)));
}

static void
paint_light (PlxDocumentView *self, GtkSnapshot *snapshot, const PlxMarkBox *box, int y)
{
  PlxLit lit = self->lit[box->mark];
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) (box->x - 1), (float) (y + box->y + 1),
                                               (float) (box->width + 2), (float) (box->height - 2));

  gtk_snapshot_append_color (snapshot, &self->colors.select_fill, &bounds);
  if (lit == PLX_LIT_MARK)
    {
      GskRoundedRect outline;
      const GdkRGBA *c = &self->colors.select_line;
      gsk_rounded_rect_init_from_rect (&outline, &bounds, 2);
      gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 },
                                  (GdkRGBA[4]) { *c, *c, *c, *c });
    }
}

static void
paint_line (PlxDocumentView *self, GtkSnapshot *snapshot, const PlxMarkBox *box, int y)
{
  const PlxMark *mark = get_mark (self, box->mark);
  PlxStyle style = plx_style_of_mark (mark);
  PlxLineStyle line = plx_style_get_line (style);
  GdkRGBA color = self->colors.color[style];
  gboolean accepted = mark->state == PLX_MARK_ACCEPTED || mark->layer == PLX_MARK_HAND;

  if (line == PLX_LINE_NONE)
    return;
  if (mark->state == PLX_MARK_REJECTED)
    line = PLX_LINE_DOTTED;
  if (!accepted)
    color.alpha *= mark->state == PLX_MARK_REJECTED ? 0.4f : 0.75f;
  plx_style_append_line (snapshot, line, &color, accepted, (float) box->x,
                         (float) (y + box->y + box->height - 3 + 4 * box->lane),
                         (float) box->width);
}

typedef void (*BoxFunc) (PlxDocumentView *self, GtkSnapshot *snapshot, const PlxMarkBox *box,
                         int y);

static void
paint_boxes (PlxDocumentView *self, GtkSnapshot *snapshot, PlxParagraphGeometry *paragraph, int y,
             const GdkRectangle *visible, BoxFunc func)
{
  for (guint i = 0; i < paragraph->boxes->len; i++)
    {
      const PlxMarkBox *box = &g_array_index (paragraph->boxes, PlxMarkBox, i);
      int top = y + box->y;
      if (top + box->height + 12 < visible->y || top > visible->y + visible->height)
        continue;
      if (func == paint_light ? self->lit[box->mark] == PLX_LIT_NO
                              : !plx_document_view_shows (self, get_mark (self, box->mark)))
        continue;
      func (self, snapshot, box, y);
    }
}

static void
paint_passage (PlxDocumentView *self, GtkSnapshot *snapshot, PlxParagraphGeometry *paragraph, int y)
{
  int y0, y1;

  if (self->passage_end <= self->passage_begin
      || !plx_paragraph_get_yrange (paragraph, self->passage_begin, self->passage_end, &y0, &y1))
    return;
  gtk_snapshot_append_color (snapshot, &self->colors.select_fill,
                             &GRAPHENE_RECT_INIT ((float) (self->column_x - 6), (float) (y + y0),
                                                  (float) (self->column_width + 12),
                                                  (float) (y1 - y0)));
}

/* The line runs on through every paragraph of the note; hooks close it. */
static void
paint_bracket (PlxDocumentView *self, GtkSnapshot *snapshot, const PlxMarginNote *note,
               PlxParagraphGeometry *paragraph, int y, gboolean lit)
{
  static const float dotted[] = { 2, 3 };
  int y0, y1;
  GdkRGBA color = lit ? self->colors.select_line : self->colors.color[note->style];
  float x = (float) (self->column_x - BRACKET_GAP - BRACKET_STEP * note->depth);
  float thick = lit ? 2 : 1;

  if (!plx_paragraph_get_yrange (paragraph, note->begin, note->end, &y0, &y1))
    return;
  float top = (float) (y + y0 + 3), height = (float) (y1 - y0 - 6);
  if (note->suggested && !lit)
    for (float at = 0; at < height; at += dotted[0] + dotted[1])
      gtk_snapshot_append_color (snapshot, &color,
                                 &GRAPHENE_RECT_INIT (x, top + at, thick, dotted[0]));
  else
    gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (x, top, thick, height));
  if (note->begin >= paragraph->begin)
    gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (x, top, BRACKET_HOOK, thick));
  if (note->end <= paragraph->end)
    gtk_snapshot_append_color (snapshot, &color,
                               &GRAPHENE_RECT_INIT (x, top + height - thick, BRACKET_HOOK, thick));
}

static PangoLayout *
new_note_layout (PlxDocumentView *self, const char *markup, int width, PangoAlignment alignment)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  PangoFontDescription *font = pango_font_description_copy (
    pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (self))));

  pango_font_description_set_family (font, "sans");
  pango_font_description_set_absolute_size (font, self->font_px * 12.0 / 17.0 * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_markup (layout, markup, -1);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, alignment);
  pango_layout_set_spacing (layout, 2 * PANGO_SCALE);
  return layout;
}

/* Where the next note is closer than @room allows, one paragraph instead of
 * lines: a note that is short stays at its passage. */
static void
lay_out_note (PlxDocumentView *self, PlxMarginNote *note, int width, int room,
              PangoAlignment alignment)
{
  if (note->layout == NULL || note->layout_width != width || note->layout_room != room)
    {
      g_clear_object (&note->layout);
      note->layout = new_note_layout (self, note->markup, width, alignment);
      pango_layout_get_pixel_size (note->layout, NULL, &note->height);
      if (note->height > room)
        {
          g_autofree char *line = g_strdelimit (g_strdup (note->markup), "\n", ' ');
          g_object_unref (note->layout);
          note->layout = new_note_layout (self, line, width, alignment);
        }
      note->layout_width = width;
      note->layout_room = room;
    }
  pango_layout_get_pixel_size (note->layout, NULL, &note->height);
}

static gboolean
is_lit (PlxDocumentView *self, const PlxMarginNote *note)
{
  return self->selected_index >= 0 && plx_margin_note_has (note, (guint32) self->selected_index);
}

/* One note at @anchor or below what stands there; returns its end. @room: to
 * where the next wants to begin. */
static int
paint_note (PlxDocumentView *self, GtkSnapshot *snapshot, PlxMarginNote *note, int anchor,
            int room, int taken_until, gboolean left)
{
  int width = left ? self->left_note : self->right_note;
  float x = (float) (left ? self->column_x - NOTE_GAP - BRACKET_STEP * 2 - width
                          : self->column_x + self->column_width + NOTE_GAP);
  GdkRGBA color = left ? self->colors.dim : self->colors.text;
  gboolean lit = is_lit (self, note);

  lay_out_note (self, note, width, room, left ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  note->y = MAX (anchor + 3, taken_until);
  if (!left)
    {
      GdkRGBA wash = lit ? self->colors.select_fill : self->colors.wash[note->style];
      if (lit || note->style == PLX_STYLE_FINDING)
        gtk_snapshot_append_color (snapshot, &wash,
                                   &GRAPHENE_RECT_INIT (x - 8, (float) (note->y - 5),
                                                        (float) (width + 16),
                                                        (float) (note->height + 10)));
      if (note->style == PLX_STYLE_OMISSION)
        color = self->colors.color[PLX_STYLE_OMISSION];
      gtk_snapshot_append_color (snapshot, &self->colors.color[note->style],
                                 &GRAPHENE_RECT_INIT (x - 18, (float) (note->y + 8), 10, 1));
    }
  else if (lit)
    color = self->colors.text;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, (float) note->y));
  gtk_snapshot_append_layout (snapshot, note->layout, &color);
  gtk_snapshot_restore (snapshot);
  return note->y + note->height + (left ? 6 : 16);
}

/* Where there is no room for words, the sign alone stands at the edge. */
static void
paint_sign (PlxDocumentView *self, GtkSnapshot *snapshot, PlxMarginNote *note, int anchor)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (
    GTK_WIDGET (self), plx_mark_get_sign (get_mark (self, note->first_mark)));

  note->y = anchor + 2;
  note->height = self->font_px;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot,
    &GRAPHENE_POINT_INIT ((float) (self->column_x + self->column_width + 5), (float) note->y));
  gtk_snapshot_append_layout (snapshot, layout, &self->colors.color[note->style]);
  gtk_snapshot_restore (snapshot);
}

/* First note that may reach @character: notes are sorted by begin and a note
 * spans a few paragraphs at most, so a little before is far enough. */
static guint
first_note (GPtrArray *notes, guint32 character)
{
  guint low = 0, high = notes->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (((PlxMarginNote *) g_ptr_array_index (notes, middle))->begin < character)
        low = middle + 1;
      else
        high = middle;
    }
  return low > 8 ? low - 8 : 0;
}

typedef struct {
  int left_until, right_until;
} Margins;

/* Pixels between the line of a note on the left, @top, and the next note's. */
static int
get_room (PlxDocumentView *self, PlxParagraphGeometry *paragraph, guint index, int top)
{
  int y0, y1;

  for (guint i = index + 1; i < self->notes->left->len; i++)
    {
      const PlxMarginNote *next = g_ptr_array_index (self->notes->left, i);
      if (next->begin >= paragraph->end)
        break;
      if (plx_document_view_shows (self, get_mark (self, next->first_mark))
          && plx_paragraph_get_yrange (paragraph, next->begin, next->begin + 1, &y0, &y1))
        return y0 - top;
    }
  if (!plx_paragraph_get_yrange (paragraph, paragraph->begin, paragraph->end, &y0, &y1))
    return G_MAXINT;
  return y1 - top + self->font_px / 2;
}

static void
paint_left_of (PlxDocumentView *self, GtkSnapshot *snapshot, Margins *margins,
               PlxParagraphGeometry *paragraph, int y)
{
  int y0, y1;

  for (guint i = first_note (self->notes->left, paragraph->begin); i < self->notes->left->len; i++)
    {
      PlxMarginNote *note = g_ptr_array_index (self->notes->left, i);
      if (note->begin >= paragraph->end)
        break;
      if (note->end <= paragraph->begin
          || !plx_document_view_shows (self, get_mark (self, note->first_mark)))
        continue;
      paint_bracket (self, snapshot, note, paragraph, y, is_lit (self, note));
      if (note->begin < paragraph->begin || self->left_note == 0)
        continue;
      if (plx_paragraph_get_yrange (paragraph, note->begin, note->begin + 1, &y0, &y1))
        margins->left_until
          = paint_note (self, snapshot, note, y + y0, get_room (self, paragraph, i, y0),
                        margins->left_until, TRUE);
    }
}

static void
paint_right_of (PlxDocumentView *self, GtkSnapshot *snapshot, Margins *margins,
                PlxParagraphGeometry *paragraph, int y)
{
  int y0, y1;

  for (guint i = first_note (self->notes->right, paragraph->begin); i < self->notes->right->len;
       i++)
    {
      PlxMarginNote *note = g_ptr_array_index (self->notes->right, i);
      if (note->begin >= paragraph->end)
        break;
      if (note->begin < paragraph->begin
          || !plx_document_view_shows (self, get_mark (self, note->first_mark))
          || !plx_paragraph_get_yrange (paragraph, note->begin, note->begin + 1, &y0, &y1))
        continue;
      if (self->right_note > 0)
        margins->right_until
          = paint_note (self, snapshot, note, y + y0, G_MAXINT, margins->right_until, FALSE);
      else
        paint_sign (self, snapshot, note, y + y0);
    }
}

/* The places of the selected finding, numbered as in the inspector and joined
 * by one rail. */
static void
paint_rail (PlxDocumentView *self, GtkSnapshot *snapshot, PlxParagraphGeometry *paragraph, int y,
            int *rail_top, int *rail_bottom)
{
  if (self->selected_index < 0)
    return;
  const PlxMark *mark = get_mark (self, (guint32) self->selected_index);
  if (mark->layer != PLX_MARK_FINDING || mark->n_spans < 2)
    return;

  GdkRGBA color = self->colors.color[plx_style_of_mark (mark)];
  float x = (float) (self->column_x + self->column_width + 6);
  for (guint i = 0; i < mark->n_spans; i++)
    {
      int y0, y1;
      guint32 begin = plx_text_offsets_to_char (self->offsets, mark->spans[i].begin);
      if (begin < paragraph->begin || begin >= paragraph->end
          || !plx_paragraph_get_yrange (paragraph, begin, begin + 1, &y0, &y1))
        continue;
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), number);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x + 4, (float) (y + y0)));
      gtk_snapshot_append_layout (snapshot, layout, &color);
      gtk_snapshot_restore (snapshot);
      *rail_top = MIN (*rail_top, y + (y0 + y1) / 2);
      *rail_bottom = MAX (*rail_bottom, y + (y0 + y1) / 2);
    }
  if (*rail_bottom > *rail_top)
    gtk_snapshot_append_color (snapshot, &color,
                               &GRAPHENE_RECT_INIT (x, (float) *rail_top, 2,
                                                    (float) (*rail_bottom - *rail_top)));
}

static void
paint_head (PlxDocumentView *self, GtkSnapshot *snapshot)
{
  int y = -self->head_height, height;

  if (self->byline_layout == NULL)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) self->column_x, (float) y));
  if (self->title_layout != NULL)
    {
      gtk_snapshot_append_layout (snapshot, self->title_layout, &self->colors.text);
      pango_layout_get_pixel_size (self->title_layout, NULL, &height);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) (height + 6)));
    }
  gtk_snapshot_append_layout (snapshot, self->byline_layout, &self->colors.dim);
  gtk_snapshot_restore (snapshot);
}

/* The paragraph from which to draw: some above the view, for notes that hang. */
static void
go_above (GtkTextIter *iter, gboolean notes)
{
  gtk_text_iter_set_line_offset (iter, 0);
  if (notes)
    gtk_text_iter_backward_lines (iter, FEWEST_ABOVE);
  gtk_text_iter_set_line_offset (iter, 0);
}

void
plx_document_paint (PlxDocumentView *self, GtkSnapshot *snapshot)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle visible;
  GtkTextIter line;
  Margins margins = { G_MININT, G_MININT };
  int rail_top = G_MAXINT, rail_bottom = G_MININT;

  if (self->content == NULL)
    return;
  learn_colors (self);
  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &line, visible.y, NULL);
  if (gtk_text_iter_get_line (&line) <= FEWEST_ABOVE)
    paint_head (self, snapshot);
  go_above (&line, self->layers.margins);
  do
    {
      int y, height;
      gtk_text_view_get_line_yrange (view, &line, &y, &height);
      if (y > visible.y + visible.height)
        break;
      PlxParagraphGeometry *paragraph
        = plx_document_geometry_get (self->geometry, view, self->index, &line, y, height);
      if (y + height >= visible.y)
        {
          paint_passage (self, snapshot, paragraph, y);
          paint_boxes (self, snapshot, paragraph, y, &visible, paint_wash);
          paint_boxes (self, snapshot, paragraph, y, &visible, paint_light);
          paint_boxes (self, snapshot, paragraph, y, &visible, paint_line);
        }
      if (self->layers.margins)
        {
          paint_left_of (self, snapshot, &margins, paragraph, y);
          paint_right_of (self, snapshot, &margins, paragraph, y);
        }
      paint_rail (self, snapshot, paragraph, y, &rail_top, &rail_bottom);
    }
  while (gtk_text_iter_forward_line (&line));
}
