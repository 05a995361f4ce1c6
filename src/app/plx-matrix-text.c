/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-matrix-text.h"

#include "app/plx-compat.h"

struct _PlxMatrixText {
  GtkWidget parent_instance;

  char *text;
  PangoLayout *layout;    // NULL: not made yet
  float xalign;
  int most_lines;
};

G_DEFINE_FINAL_TYPE (PlxMatrixText, plx_matrix_text, GTK_TYPE_WIDGET)

static PangoLayout *
get_layout (PlxMatrixText *self, int width)
{
  if (self->layout == NULL)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
      pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (self->layout, -self->most_lines);
      pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
      pango_layout_set_attributes (self->layout, attributes);
    }
  pango_layout_set_width (self->layout, width >= 0 ? width * PANGO_SCALE : -1);
  return self->layout;
}

static GtkSizeRequestMode
plx_matrix_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* As narrow as its place in the row makes it. */
static void
plx_matrix_text_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      pango_layout_get_pixel_size (get_layout (PLX_MATRIX_TEXT (widget), for_size), NULL, natural);
      *minimum = *natural;
    }
}

static void
plx_matrix_text_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlxMatrixText *self = PLX_MATRIX_TEXT (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float xalign = is_rtl ? 1 - self->xalign : self->xalign;
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  PangoLayout *layout = get_layout (self, width);
  PangoRectangle box;
  GdkRGBA color;

  pango_layout_get_pixel_extents (layout, NULL, &box);
  plx_widget_get_color (widget, &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot, &GRAPHENE_POINT_INIT ((float) (int) (xalign * (float) (width - box.width))
                                      - (float) box.x,
                                    (float) (MAX (0, height - box.height) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static gboolean
plx_matrix_text_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                               GtkTooltip *tooltip)
{
  PlxMatrixText *self = PLX_MATRIX_TEXT (widget);

  if (!pango_layout_is_ellipsized (get_layout (self, gtk_widget_get_width (widget))))
    return FALSE;
  gtk_tooltip_set_text (tooltip, self->text);
  return TRUE;
}

static void
plx_matrix_text_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (plx_matrix_text_parent_class)->css_changed (widget, change);
  g_clear_object (&PLX_MATRIX_TEXT (widget)->layout);
}

static void
plx_matrix_text_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  GTK_WIDGET_CLASS (plx_matrix_text_parent_class)->direction_changed (widget, before);
  g_clear_object (&PLX_MATRIX_TEXT (widget)->layout);
}

static void
plx_matrix_text_finalize (GObject *object)
{
  g_clear_object (&PLX_MATRIX_TEXT (object)->layout);
  g_free (PLX_MATRIX_TEXT (object)->text);
  G_OBJECT_CLASS (plx_matrix_text_parent_class)->finalize (object);
}

static void
plx_matrix_text_class_init (PlxMatrixTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = plx_matrix_text_finalize;
  widget_class->get_request_mode = plx_matrix_text_get_request_mode;
  widget_class->measure = plx_matrix_text_measure;
  widget_class->snapshot = plx_matrix_text_snapshot;
  widget_class->query_tooltip = plx_matrix_text_query_tooltip;
  widget_class->css_changed = plx_matrix_text_css_changed;
  widget_class->direction_changed = plx_matrix_text_direction_changed;
  gtk_widget_class_set_css_name (widget_class, "matrixtext");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
plx_matrix_text_init (PlxMatrixText *self)
{
  self->text = g_strdup ("");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
plx_matrix_text_new (float xalign, int most_lines)
{
  PlxMatrixText *self = g_object_new (PLX_TYPE_MATRIX_TEXT, NULL);

  self->xalign = xalign;
  self->most_lines = most_lines;
  return GTK_WIDGET (self);
}

void
plx_matrix_text_set (PlxMatrixText *self, const char *text)
{
  if (g_str_equal (self->text, text))
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  if (self->layout != NULL)
    pango_layout_set_text (self->layout, text, -1);
  if (self->most_lines > 1)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}
