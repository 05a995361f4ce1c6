/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-compare-pane.h"

#include "app/plx-compat.h"
#include "app/plx-date.h"
#include "app/plx-mark-style.h"
#include "app/plx-pane-layout.h"
#include "app/plx-text-offsets.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _PlxComparePane {
  GtkWidget parent_instance;

  PlxStoryComparison *comparison;
  guint article;
  GtkDropDown *sources;
  GtkLabel *published;
  GtkWidget *extras, *scroller;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  PlxTextOffsets *offsets;
  GtkTextTag *tags[PLX_N_PASSAGES];
  PlxSpan target;            // to scroll to
  guint scroll_tick, scroll_frames, calm_frames;
  guint clicked, click_source;   // the byte, until no second press can follow
  gboolean syncing;
};

enum {
  ARTICLE_CHOSEN,
  BYTE_CLICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxComparePane, plx_compare_pane, GTK_TYPE_WIDGET)

/* -- washes -- */

static void
color_tags (PlxComparePane *self)
{
  gboolean dark = plx_style_is_dark ();
  GdkRGBA aligned, nearest, differs, wrong, selected, outline;

  gdk_rgba_parse (&aligned, dark ? "#38373a" : "#eeedec");
  gdk_rgba_parse (&nearest, dark ? "#333236" : "#f4f3f2");
  plx_style_get_wash (PLX_STYLE_FINDING, dark, &differs);
  plx_style_get_wash (PLX_STYLE_OMISSION, dark, &wrong);
  plx_style_get_selection (dark, &selected, &outline);
  g_object_set (self->tags[PLX_PASSAGE_ALIGNED], "background-rgba", &aligned, NULL);
  g_object_set (self->tags[PLX_PASSAGE_NEAREST], "background-rgba", &nearest, NULL);
  g_object_set (self->tags[PLX_PASSAGE_DIFFERS], "background-rgba", &differs, NULL);
  g_object_set (self->tags[PLX_PASSAGE_CONTRADICTED], "background-rgba", &wrong, NULL);
  g_object_set (self->tags[PLX_PASSAGE_SELECTED], "background-rgba", &selected, NULL);
}

/* Made in the order of PlxPassage: a later tag covers an earlier one. */
static void
make_tags (PlxComparePane *self)
{
  for (guint i = 0; i < PLX_N_PASSAGES; i++)
    self->tags[i] = gtk_text_buffer_create_tag (self->buffer, NULL, NULL);
  g_object_set (self->tags[PLX_PASSAGE_NEAREST], "style", PANGO_STYLE_ITALIC, NULL);
  g_object_set (self->tags[PLX_PASSAGE_DIFFERING], "weight", PANGO_WEIGHT_BOLD,
                "underline", PANGO_UNDERLINE_SINGLE, NULL);
  color_tags (self);
}

void
plx_compare_pane_clear_passages (PlxComparePane *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  for (guint i = 0; i < PLX_N_PASSAGES; i++)
    gtk_text_buffer_remove_tag (self->buffer, self->tags[i], &start, &end);
}

void
plx_compare_pane_add_passage (PlxComparePane *self, PlxPassage kind, PlxSpan span)
{
  GtkTextIter start, end;

  if (self->offsets == NULL)
    return;
  plx_text_offsets_get_iter (self->offsets, self->buffer, span.begin, &start);
  plx_text_offsets_get_iter (self->offsets, self->buffer, span.end, &end);
  gtk_text_buffer_apply_tag (self->buffer, self->tags[kind], &start, &end);
}

gboolean
plx_compare_pane_get_words (PlxComparePane *self, PlxSpan *span)
{
  GtkTextIter start, end;

  if (self->offsets == NULL
      || !gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end))
    return FALSE;
  span->begin = plx_text_offsets_get_byte (self->offsets, &start);
  span->end = plx_text_offsets_get_byte (self->offsets, &end);
  return span->end > span->begin;
}

/* -- geometry -- */

/* Far down a long text lies lower with every line that GTK has measured above
 * it; so again at each frame until it stays where it is. */
static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  enum { CALM_FRAMES = 3, MOST_FRAMES = 120 };
  PlxComparePane *self = PLX_COMPARE_PANE (widget);
  GtkAdjustment *adjustment = plx_compare_pane_get_adjustment (self);
  double page = gtk_adjustment_get_page_size (adjustment), top, bottom, value;

  plx_compare_pane_get_range (self, self->target, &top, &bottom);
  value = CLAMP (top - page / 3, 0, MAX (0, gtk_adjustment_get_upper (adjustment) - page));
  self->calm_frames
    = ABS (value - gtk_adjustment_get_value (adjustment)) < 1 ? self->calm_frames + 1 : 0;
  gtk_adjustment_set_value (adjustment, value);
  if (self->calm_frames < CALM_FRAMES && self->scroll_frames++ < MOST_FRAMES)
    return G_SOURCE_CONTINUE;
  self->scroll_tick = 0;
  return G_SOURCE_REMOVE;
}

static void
stop_scrolling (PlxComparePane *self)
{
  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_tick);
  self->scroll_tick = 0;
}

/* Not gtk_text_view_scroll_to_mark(): that moves the adjustment while GTK lays
 * out, and the scroll bar is drawn before it has its place. */
void
plx_compare_pane_scroll_to (PlxComparePane *self, PlxSpan span)
{
  GtkTextIter iter;

  if (self->offsets == NULL)
    return;
  plx_text_offsets_get_iter (self->offsets, self->buffer, span.begin, &iter);
  gtk_text_buffer_place_cursor (self->buffer, &iter);
  self->target = span;
  self->calm_frames = self->scroll_frames = 0;
  if (self->scroll_tick == 0)
    self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

GtkAdjustment *
plx_compare_pane_get_adjustment (PlxComparePane *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

void
plx_compare_pane_get_range (PlxComparePane *self, PlxSpan span, double *top, double *bottom)
{
  GtkTextIter start, end;
  GdkRectangle first = { 0 }, last = { 0 };

  *top = *bottom = 0;
  if (self->offsets == NULL)
    return;
  plx_text_offsets_get_iter (self->offsets, self->buffer, span.begin, &start);
  plx_text_offsets_get_iter (self->offsets, self->buffer, MAX (span.end, span.begin + 1) - 1, &end);
  gtk_text_view_get_iter_location (self->view, &start, &first);
  gtk_text_view_get_iter_location (self->view, &end, &last);
  *top = first.y;
  *bottom = MAX (last.y + last.height, first.y + first.height);
}

double
plx_compare_pane_get_origin (PlxComparePane *self, GtkWidget *widget)
{
  int x, y;
  graphene_point_t point;

  gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_WIDGET, 0, 0, &x, &y);
  if (!gtk_widget_compute_point (GTK_WIDGET (self->view), widget,
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return 0;
  return point.y;
}

/* -- article -- */

static void
show_article (PlxComparePane *self)
{
  const PlxArticleContent *content = self->comparison->contents[self->article];
  GListModel *names = gtk_drop_down_get_model (self->sources);
  const char *name = gtk_string_list_get_string (GTK_STRING_LIST (names), self->article);
  g_autofree char *label = g_strdup_printf (_("Article text: %s"), name);

  stop_scrolling (self);
  g_clear_pointer (&self->offsets, plx_text_offsets_free);
  self->offsets = plx_text_offsets_fill (self->buffer, content->text, strlen (content->text));
  plx_widget_set_label (GTK_WIDGET (self->view), label);
  self->syncing = TRUE;
  gtk_drop_down_set_selected (self->sources, self->article);
  self->syncing = FALSE;
}

void
plx_compare_pane_set_comparison (PlxComparePane *self, PlxStoryComparison *comparison,
                                 GListModel *names)
{
  g_clear_pointer (&self->comparison, plx_story_comparison_unref);
  self->comparison = plx_story_comparison_ref (comparison);
  self->syncing = TRUE;
  gtk_drop_down_set_model (self->sources, names);
  self->syncing = FALSE;
  self->article = 0;
}

void
plx_compare_pane_set_published (PlxComparePane *self, const char *published)
{
  g_autofree char *text = plx_date_dup_text (published);

  gtk_label_set_text (self->published, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->published), text);
}

void
plx_compare_pane_set_article (PlxComparePane *self, guint article)
{
  g_return_if_fail (self->comparison != NULL && article < self->comparison->n_articles);

  self->article = article;
  show_article (self);
}

guint
plx_compare_pane_get_article (PlxComparePane *self)
{
  return self->article;
}

GtkWidget *
plx_compare_pane_get_extras (PlxComparePane *self)
{
  return self->extras;
}

static void
source_selected_cb (PlxComparePane *self)
{
  guint article = gtk_drop_down_get_selected (self->sources);

  if (!self->syncing && article != GTK_INVALID_LIST_POSITION && article != self->article)
    g_signal_emit (self, signals[ARTICLE_CHOSEN], 0, article);
}

static gboolean
clicked_cb (gpointer user_data)
{
  PlxComparePane *self = user_data;

  self->click_source = 0;
  g_signal_emit (self, signals[BYTE_CLICKED], 0, self->clicked);
  return G_SOURCE_REMOVE;
}

/* A second press selects words: what is under the pointer must not move away
 * before it, so that a click acts once no second press can follow. */
static void
pressed_cb (PlxComparePane *self)
{
  g_clear_handle_id (&self->click_source, g_source_remove);
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, PlxComparePane *self)
{
  GtkTextIter iter;
  int bx, by, wait_ms;

  if (n_press != 1 || self->offsets == NULL || gtk_text_buffer_get_has_selection (self->buffer))
    return;
  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &bx,
                                         &by);
  if (!gtk_text_view_get_iter_at_location (self->view, &iter, bx, by))
    return;
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-double-click-time", &wait_ms,
                NULL);
  self->clicked = (guint) plx_text_offsets_get_byte (self->offsets, &iter);
  g_clear_handle_id (&self->click_source, g_source_remove);
  self->click_source = g_timeout_add ((guint) wait_ms, clicked_cb, self);
}

/* -- class -- */

static void
plx_compare_pane_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
plx_compare_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_size_allocate (gtk_widget_get_first_child (widget),
                            &(GtkAllocation) { 0, 0, width, height }, baseline);
}

static void
plx_compare_pane_dispose (GObject *object)
{
  PlxComparePane *self = PLX_COMPARE_PANE (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  stop_scrolling (self);
  g_clear_handle_id (&self->click_source, g_source_remove);
  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_pointer (&self->offsets, plx_text_offsets_free);
  g_clear_pointer (&self->comparison, plx_story_comparison_unref);
  G_OBJECT_CLASS (plx_compare_pane_parent_class)->dispose (object);
}

static void
plx_compare_pane_class_init (PlxComparePaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_compare_pane_dispose;
  GTK_WIDGET_CLASS (klass)->measure = plx_compare_pane_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = plx_compare_pane_size_allocate;
  signals[ARTICLE_CHOSEN]
    = g_signal_new ("article-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[BYTE_CLICKED]
    = g_signal_new ("byte-clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
setup_name_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer ellipsize)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (ellipsize != NULL)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_name_cb (GtkListItemFactory *factory, GtkListItem *item, gpointer ellipsize)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *name = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (label), name);
  if (ellipsize != NULL)
    gtk_widget_set_tooltip_text (label, name);
}

/* A long name must not keep the pane from being narrow; in the list of all
 * names it stands in full. */
static void
set_name_factories (GtkDropDown *sources)
{
  g_autoptr (GtkListItemFactory) shown = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) listed = gtk_signal_list_item_factory_new ();

  g_signal_connect (shown, "setup", G_CALLBACK (setup_name_cb), GINT_TO_POINTER (TRUE));
  g_signal_connect (shown, "bind", G_CALLBACK (bind_name_cb), GINT_TO_POINTER (TRUE));
  g_signal_connect (listed, "setup", G_CALLBACK (setup_name_cb), NULL);
  g_signal_connect (listed, "bind", G_CALLBACK (bind_name_cb), NULL);
  gtk_drop_down_set_factory (sources, shown);
  gtk_drop_down_set_list_factory (sources, listed);
}

static GtkWidget *
build_header (PlxComparePane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, plx_pane_header_layout_new ());
  self->sources = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  set_name_factories (self->sources);
  gtk_widget_add_css_class (GTK_WIDGET (self->sources), "plx-flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->sources), "plx-pane-source");
  plx_widget_set_label (GTK_WIDGET (self->sources), _("Article of this pane"));
  g_signal_connect_object (self->sources, "notify::selected", G_CALLBACK (source_selected_cb), self,
                           G_CONNECT_SWAPPED);
  self->published = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->published), "dim-label");
  self->extras = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sources));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->published));
  gtk_box_append (GTK_BOX (box), self->extras);
  gtk_widget_add_css_class (box, "plx-pane-header");
  return box;
}

static void
build_text (PlxComparePane *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  self->buffer = gtk_text_buffer_new (NULL);
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  self->view = GTK_TEXT_VIEW (gtk_text_view_new_with_buffer (self->buffer));
  g_object_unref (self->buffer);
  gtk_text_view_set_editable (self->view, FALSE);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_pixels_below_lines (self->view, 7);
  gtk_text_view_set_pixels_inside_wrap (self->view, 3);
  gtk_text_view_set_left_margin (self->view, 16);
  gtk_text_view_set_right_margin (self->view, 12);
  gtk_text_view_set_top_margin (self->view, 4);
  gtk_text_view_set_bottom_margin (self->view, 160);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "article-text");
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "plx-compare-text");
  g_menu_append (menu, _("Use as evidence for the cell"), "win.compare::use-evidence");
  gtk_text_view_set_extra_menu (self->view, G_MENU_MODEL (menu));
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
  make_tags (self);
}

static void
plx_compare_pane_init (PlxComparePane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  build_text (self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_box_append (GTK_BOX (box), build_header (self));
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (color_tags), self, G_CONNECT_SWAPPED);
}

GtkWidget *
plx_compare_pane_new (void)
{
  return g_object_new (PLX_TYPE_COMPARE_PANE, NULL);
}
