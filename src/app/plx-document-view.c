/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-document-view-private.h"

#include "app/plx-compat.h"
#include "app/plx-mark-item.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

/* A measure of about 67 characters of the article font, and the room beside
 * it; in units of the font's size, so that all grows with the system font.
 * Notes with words are worth a narrower text: never below 55 characters. */
#define MEASURE_EM            32.7
#define MEASURE_LEAST_EM      27.0
#define LEFT_NOTE_EM          9.0
#define LEFT_NOTE_LEAST_EM    8.0
#define RIGHT_NOTE_EM         7.6
#define RIGHT_NOTE_LEAST_EM   6.6
#define NOTE_BORDER           12
#define LINE_HEIGHT    1.5
#define MARGIN         24
#define TITLE_GAP      6
#define HEAD_GAP       18     // between the byline and the text
#define BRACKET_ROOM   40     // brackets and a gap
#define SIGN_ROOM      28

enum {
  MARK_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxDocumentView, plx_document_view, GTK_TYPE_TEXT_VIEW)

/* -- the page -- */

static int
get_font_px (PlxDocumentView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) > 0
              ? pango_cairo_context_get_resolution (context) / 72.0 : 96.0 / 72.0;
  return MAX (8, (int) round (size));
}

static int
get_natural_line_height (PlxDocumentView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = PANGO_PIXELS (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);
  return height;
}

static void
set_spacing (PlxDocumentView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int gap = MAX (0, (int) round (self->font_px * LINE_HEIGHT) - get_natural_line_height (self));

  /* lanes of underlines need a few pixels whatever the font says */
  gtk_text_view_set_pixels_inside_wrap (view, MAX (gap, 4));
  gtk_text_view_set_pixels_below_lines (view, self->font_px * 3 / 4);
}

/* Notes where there is room for their words: both, else the right ones, which
 * say what to look at, else signs only. Text and notes give way alike. */
static void
choose_columns (PlxDocumentView *self, int width)
{
  const double em = self->font_px;
  double free = width - (self->layers.margins ? BRACKET_ROOM + SIGN_ROOM : 2 * MARGIN);
  gboolean has_left = FALSE, has_right = FALSE;

  if (self->layers.margins)
    {
      const double right = RIGHT_NOTE_LEAST_EM * em + NOTE_BORDER;
      has_right = free >= MEASURE_LEAST_EM * em + right;
      has_left = free >= MEASURE_LEAST_EM * em + right + LEFT_NOTE_LEAST_EM * em + NOTE_BORDER;
    }
  free -= (has_left + has_right) * NOTE_BORDER;
  const double least = MEASURE_LEAST_EM + has_left * LEFT_NOTE_LEAST_EM
                       + has_right * RIGHT_NOTE_LEAST_EM;
  const double most = MEASURE_EM + has_left * LEFT_NOTE_EM + has_right * RIGHT_NOTE_EM;
  const double share = CLAMP ((free / em - least) / (most - least), 0, 1);
  const double measure = MEASURE_LEAST_EM + share * (MEASURE_EM - MEASURE_LEAST_EM);

  self->left_note = (int) (has_left * em * (LEFT_NOTE_LEAST_EM
                                            + share * (LEFT_NOTE_EM - LEFT_NOTE_LEAST_EM)));
  self->right_note = (int) (has_right * em * (RIGHT_NOTE_LEAST_EM
                                              + share * (RIGHT_NOTE_EM - RIGHT_NOTE_LEAST_EM)));
  free -= self->left_note + self->right_note;
  self->column_width = MAX (80, (int) MIN (free, measure * em));
  self->column_x = (self->layers.margins ? BRACKET_ROOM : MARGIN) + self->left_note
                   + has_left * NOTE_BORDER + MAX (0, ((int) free - self->column_width) / 2);
}

static PangoLayout *
lay_out (PlxDocumentView *self, const char *text, double scale, gboolean heading)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoFontDescription *font = pango_font_description_copy (
    pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (self))));

  if (heading)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  else
    pango_font_description_set_family (font, "sans");
  pango_font_description_set_absolute_size (font, self->font_px * scale * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, self->column_width * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

/* An untitled article has only its byline: its first words are no heading. */
static int
lay_out_head (PlxDocumentView *self)
{
  int title_height = 0, byline_height;

  g_clear_object (&self->title_layout);
  g_clear_object (&self->byline_layout);
  if (self->byline == NULL)
    return MARGIN;
  if (self->title != NULL)
    {
      self->title_layout = lay_out (self, self->title, 1.45, TRUE);
      pango_layout_get_pixel_size (self->title_layout, NULL, &title_height);
      title_height += TITLE_GAP;
    }
  self->byline_layout = lay_out (self, self->byline, 0.8, FALSE);
  pango_layout_get_pixel_size (self->byline_layout, NULL, &byline_height);
  self->head_height = title_height + byline_height + HEAD_GAP;
  return self->head_height + MARGIN;
}

static void
lay_out_page (PlxDocumentView *self, int width)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  self->width = width;
  self->font_px = get_font_px (self);
  choose_columns (self, width);
  set_spacing (self);
  gtk_text_view_set_left_margin (view, self->column_x);
  gtk_text_view_set_right_margin (view, MAX (0, width - self->column_x - self->column_width));
  self->top = lay_out_head (self);
  gtk_text_view_set_top_margin (view, self->top);
  plx_document_geometry_clear (self->geometry);
  if (self->notes != NULL)
    plx_margin_notes_forget (self->notes);
}

/* -- where one reads, kept over a new width or new marks -- */

static guint32
get_top_character (PlxDocumentView *self)
{
  GdkRectangle visible;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  if (visible.y <= 0)
    return 0;
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, self->column_x, visible.y);
  return (guint32) gtk_text_iter_get_offset (&iter);
}

static void
scroll_to_character (PlxDocumentView *self, guint32 character, double within, gboolean align,
                     double yalign)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextMark *mark = gtk_text_buffer_get_mark (buffer, "plx-scroll");
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) character);
  if (mark == NULL)
    mark = gtk_text_buffer_create_mark (buffer, "plx-scroll", &iter, TRUE);
  else
    gtk_text_buffer_move_mark (buffer, mark, &iter);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), mark, within, align, 0, yalign);
}

static gboolean
restore_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  scroll_to_character (PLX_DOCUMENT_VIEW (widget), GPOINTER_TO_UINT (user_data), 0, TRUE, 0);
  return G_SOURCE_REMOVE;
}

static void
plx_document_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlxDocumentView *self = PLX_DOCUMENT_VIEW (widget);

  if (width != self->width)
    {
      guint32 top = self->width > 0 ? get_top_character (self) : 0;
      lay_out_page (self, width);
      if (top > 0)
        gtk_widget_add_tick_callback (widget, restore_cb, GUINT_TO_POINTER (top), NULL);
    }
  GTK_WIDGET_CLASS (plx_document_view_parent_class)
    ->size_allocate (widget, width, height, baseline);
}

static void
plx_document_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  PlxDocumentView *self = PLX_DOCUMENT_VIEW (widget);

  GTK_WIDGET_CLASS (plx_document_view_parent_class)->css_changed (widget, change);
  self->width = 0;     // lay the page out again
  gtk_widget_queue_resize (widget);
}

static void
plx_document_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    plx_document_paint (PLX_DOCUMENT_VIEW (view), snapshot);
}

/* -- pointing -- */

static int
find_note (PlxDocumentView *self, GPtrArray *notes, int y)
{
  for (guint i = 0; i < notes->len; i++)
    {
      PlxMarginNote *note = g_ptr_array_index (notes, i);
      if (note->height > 0 && y >= note->y - 4 && y < note->y + note->height + 4)
        return (int) note->first_mark;
    }
  return -1;
}

/* The shortest mark at a place, -1: none. */
static int
find_mark (PlxDocumentView *self, guint32 character)
{
  int found = -1;
  guint32 shortest = G_MAXUINT32;

  for (guint i = plx_mark_index_first (self->index, character);
       i < self->index->n_pieces && self->index->pieces[i].begin <= character; i++)
    {
      const PlxMarkPiece *piece = &self->index->pieces[i];
      if (piece->end <= character || piece->end - piece->begin >= shortest
          || !plx_document_view_shows (self, g_ptr_array_index (self->content->marks, piece->mark)))
        continue;
      found = (int) piece->mark;
      shortest = piece->end - piece->begin;
    }
  return found;
}

static int
find_mark_at (PlxDocumentView *self, double x, double y)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int buffer_x, buffer_y;
  GtkTextIter iter;

  if (self->content == NULL)
    return -1;
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x,
                                         &buffer_y);
  if (buffer_x < self->column_x - 4)
    return find_note (self, self->notes->left, buffer_y);
  if (buffer_x > self->column_x + self->column_width + 4)
    return find_note (self, self->notes->right, buffer_y);
  if (!gtk_text_view_get_iter_at_position (view, &iter, NULL, buffer_x, buffer_y))
    return -1;
  return find_mark (self, (guint32) gtk_text_iter_get_offset (&iter));
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, PlxDocumentView *self)
{
  int mark;

  if (n_press != 1
      || gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))))
    return;
  mark = find_mark_at (self, x, y);
  if (mark >= 0)
    g_signal_emit (self, signals[MARK_ACTIVATED], 0, (guint) mark);
}

static gboolean
query_tooltip_cb (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  PlxDocumentView *self = PLX_DOCUMENT_VIEW (widget);
  int mark = keyboard ? -1 : find_mark_at (self, x, y);

  if (mark < 0)
    return FALSE;
  g_autofree char *text
    = plx_mark_dup_description (self->content, g_ptr_array_index (self->content->marks, mark));
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* -- object -- */

static void
set_string (char **field, const char *value)
{
  char *copy = g_strdup (value);

  g_free (*field);
  *field = copy;
}

static void
drop_content (PlxDocumentView *self)
{
  g_clear_pointer (&self->notes, plx_margin_notes_free);
  g_clear_pointer (&self->index, plx_mark_index_free);
  g_clear_pointer (&self->offsets, plx_text_offsets_free);
  g_clear_pointer (&self->content, plx_article_content_unref);
  g_clear_pointer (&self->lit, g_free);
  self->selected_index = -1;
}

static void
plx_document_view_dispose (GObject *object)
{
  PlxDocumentView *self = PLX_DOCUMENT_VIEW (object);

  drop_content (self);
  g_clear_object (&self->title_layout);
  g_clear_object (&self->byline_layout);
  G_OBJECT_CLASS (plx_document_view_parent_class)->dispose (object);
}

static void
plx_document_view_finalize (GObject *object)
{
  PlxDocumentView *self = PLX_DOCUMENT_VIEW (object);

  plx_document_geometry_free (self->geometry);
  g_free (self->title);
  g_free (self->byline);
  g_free (self->selected_mark);
  G_OBJECT_CLASS (plx_document_view_parent_class)->finalize (object);
}

static void
plx_document_view_class_init (PlxDocumentViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plx_document_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = plx_document_view_finalize;
  widget_class->size_allocate = plx_document_view_size_allocate;
  widget_class->css_changed = plx_document_view_css_changed;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = plx_document_view_snapshot_layer;

  signals[MARK_ACTIVATED] = g_signal_new ("mark-activated", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                          G_TYPE_UINT);
}

static void
plx_document_view_init (PlxDocumentView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkGesture *click = gtk_gesture_click_new ();

  self->geometry = plx_document_geometry_new ();
  self->selected_index = -1;
  self->layers = (PlxDocumentLayers) { G_MAXUINT, FALSE, TRUE };
  self->serif = TRUE;
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_bottom_margin (view, 3 * MARGIN);
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (view), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "article-text");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);

  /* after the view's own gesture, which moves the cursor and starts a drag */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  plx_widget_set_label (GTK_WIDGET (self), _("Article text"));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
plx_document_view_new (void)
{
  return g_object_new (PLX_TYPE_DOCUMENT_VIEW, NULL);
}

/* -- what is lit -- */

static void
light (PlxDocumentView *self)
{
  self->selected_index = -1;
  if (self->content == NULL)
    return;
  for (guint i = 0; i < self->content->marks->len; i++)
    {
      const PlxMark *mark = g_ptr_array_index (self->content->marks, i);
      gboolean named = mark->layer == PLX_MARK_NAME || mark->layer == PLX_MARK_HAND;
      self->lit[i] = PLX_LIT_NO;
      if (self->selected_entity != 0 && named && mark->entity == self->selected_entity)
        self->lit[i] = PLX_LIT_ENTITY;
      if (self->selected_mark != NULL && g_str_equal (mark->key, self->selected_mark))
        {
          self->lit[i] = PLX_LIT_MARK;
          self->selected_index = (int) i;
        }
    }
}

void
plx_document_view_set_content (PlxDocumentView *self, PlxArticleContent *content, const char *title,
                               const char *byline)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gboolean same = content != NULL && self->content != NULL
                  && g_str_equal (content->text, self->content->text);
  PlxTextOffsets *offsets = NULL;

  g_return_if_fail (PLX_IS_DOCUMENT_VIEW (self));

  PlxArticleContent *kept = content != NULL ? plx_article_content_ref (content) : NULL;
  if (same && content->text == self->content->text)
    offsets = g_steal_pointer (&self->offsets);
  drop_content (self);
  plx_document_geometry_clear (self->geometry);
  set_string (&self->title, title);
  set_string (&self->byline, byline);
  if (kept == NULL)
    {
      gtk_text_buffer_set_text (buffer, "", 0);
      return;
    }
  self->content = kept;
  self->offsets = offsets;
  if (same && offsets == NULL)
    self->offsets = plx_text_offsets_new (kept->text, kept->analysis->n_bytes);
  else if (offsets == NULL)
    {
      self->offsets = plx_text_offsets_fill (buffer, kept->text, kept->analysis->n_bytes);
      self->passage_begin = self->passage_end = 0;
    }
  self->index = plx_mark_index_new (kept, self->offsets);
  self->notes = plx_margin_notes_new (kept, self->offsets);
  self->lit = g_new0 (guint8, kept->marks->len + 1);
  light (self);
  self->width = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (!same)
    {
      GtkTextIter start;
      gtk_text_buffer_get_start_iter (buffer, &start);
      gtk_text_buffer_place_cursor (buffer, &start);
      /* not by the first character: the title stands above it */
      GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));
      if (adjustment != NULL)
        gtk_adjustment_set_value (adjustment, 0);
    }
}

void
plx_document_view_set_layers (PlxDocumentView *self, const PlxDocumentLayers *layers)
{
  g_return_if_fail (PLX_IS_DOCUMENT_VIEW (self));

  gboolean margins = self->layers.margins != layers->margins;
  self->layers = *layers;
  if (margins)
    {
      self->width = 0;
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
plx_document_view_set_serif (PlxDocumentView *self, gboolean serif)
{
  g_return_if_fail (PLX_IS_DOCUMENT_VIEW (self));

  self->serif = serif;
  if (serif)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "sans");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "sans");
}

void
plx_document_view_set_selected (PlxDocumentView *self, const char *mark, gint64 entity)
{
  g_return_if_fail (PLX_IS_DOCUMENT_VIEW (self));

  set_string (&self->selected_mark, mark);
  self->selected_entity = entity;
  self->passage_begin = self->passage_end = 0;
  light (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
plx_document_view_set_passage (PlxDocumentView *self, PlxSpan span)
{
  g_return_if_fail (PLX_IS_DOCUMENT_VIEW (self));

  if (self->offsets == NULL)
    return;
  self->passage_begin = plx_text_offsets_to_char (self->offsets, span.begin);
  self->passage_end = plx_text_offsets_to_char (self->offsets, span.end);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
plx_document_view_scroll_to (PlxDocumentView *self, guint32 byte)
{
  g_return_if_fail (PLX_IS_DOCUMENT_VIEW (self));

  if (self->offsets != NULL)
    scroll_to_character (self, plx_text_offsets_to_char (self->offsets, byte), 0.05, FALSE, 0);
}

gboolean
plx_document_view_get_words (PlxDocumentView *self, PlxSpan *span)
{
  GtkTextIter begin, end;

  g_return_val_if_fail (PLX_IS_DOCUMENT_VIEW (self), FALSE);

  if (self->offsets == NULL
      || !gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)),
                                                &begin, &end))
    return FALSE;
  span->begin = plx_text_offsets_get_byte (self->offsets, &begin);
  span->end = plx_text_offsets_get_byte (self->offsets, &end);
  return span->end > span->begin;
}

guint32
plx_document_view_get_cursor (PlxDocumentView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter iter;

  g_return_val_if_fail (PLX_IS_DOCUMENT_VIEW (self), 0);

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  return self->offsets != NULL ? plx_text_offsets_get_byte (self->offsets, &iter) : 0;
}

void
plx_document_view_place_cursor (PlxDocumentView *self, guint32 byte)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter iter;

  g_return_if_fail (PLX_IS_DOCUMENT_VIEW (self));

  if (self->offsets == NULL)
    return;
  plx_text_offsets_get_iter (self->offsets, buffer, byte, &iter);
  gtk_text_buffer_place_cursor (buffer, &iter);
}

guint32
plx_document_view_step_word (PlxDocumentView *self, guint32 byte, gboolean forward)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter iter;

  g_return_val_if_fail (PLX_IS_DOCUMENT_VIEW (self), byte);

  if (self->offsets == NULL)
    return byte;
  plx_text_offsets_get_iter (self->offsets, buffer, byte, &iter);
  if (forward)
    gtk_text_iter_forward_word_end (&iter);
  else if (gtk_text_iter_backward_word_start (&iter) && gtk_text_iter_backward_word_start (&iter))
    gtk_text_iter_forward_word_end (&iter);
  return plx_text_offsets_get_byte (self->offsets, &iter);
}

gboolean
plx_document_view_shows (PlxDocumentView *self, const PlxMark *mark)
{
  if (mark->state == PLX_MARK_REJECTED && !self->layers.rejected)
    return FALSE;
  return (self->layers.layers & (1u << mark->layer)) != 0;
}
