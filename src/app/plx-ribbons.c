/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-ribbons.h"

#include "app/plx-cell-style.h"
#include "app/plx-compat.h"
#include "app/plx-mark-style.h"

#include <glib/gi18n-lib.h>

/* Draws from the text views' own geometry at every frame; where a text view
 * has not measured its lines yet they lie wrong, and are drawn again when its
 * adjustment says that it knows better. */

enum {
  CHIP_HEIGHT = 22,
  CHIP_SIGN = 11,
  STUB = 34,               // how far a ribbon reaches that finds nothing
  MANY = 8,                // from here on plain reports carry no number
};

typedef struct {
  double left_top, left_bottom, right_top, right_bottom;
} Shape;

typedef struct {
  guint ribbon;
  graphene_rect_t area;
} Chip;

struct _PlxRibbons {
  GtkWidget parent_instance;

  PlxComparePane *left, *right;   // borrowed: siblings
  GArray *ribbons;                // PlxRibbon
  GArray *shapes;                 // Shape, of the last frame
  GArray *chips;                  // Chip, of the last frame
};

enum {
  CLAIM_CLICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxRibbons, plx_ribbons, GTK_TYPE_WIDGET)

static gboolean
is_rtl (PlxRibbons *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* -- geometry -- */

static void
find_shapes (PlxRibbons *self)
{
  double left = plx_compare_pane_get_origin (self->left, GTK_WIDGET (self));
  double right = plx_compare_pane_get_origin (self->right, GTK_WIDGET (self));

  g_array_set_size (self->shapes, 0);
  for (guint i = 0; i < self->ribbons->len; i++)
    {
      const PlxRibbon *ribbon = &g_array_index (self->ribbons, PlxRibbon, i);
      Shape shape = { 0 };

      if (ribbon->has_left)
        plx_compare_pane_get_range (self->left, ribbon->left, &shape.left_top, &shape.left_bottom);
      if (ribbon->has_right)
        plx_compare_pane_get_range (self->right, ribbon->right, &shape.right_top,
                                    &shape.right_bottom);
      shape.left_top += left;
      shape.left_bottom += left;
      shape.right_top += right;
      shape.right_bottom += right;
      g_array_append_val (self->shapes, shape);
    }
}

static gboolean
is_seen (const PlxRibbon *ribbon, const Shape *shape, double height)
{
  gboolean left = ribbon->has_left && shape->left_bottom > 0 && shape->left_top < height;
  gboolean right = ribbon->has_right && shape->right_bottom > 0 && shape->right_top < height;

  return left || right;
}

/* -- drawing -- */

static void
get_own_colors (const PlxRibbon *ribbon, gboolean dark, GdkRGBA *fill, GdkRGBA *line)
{
  if (ribbon->is_selected)
    {
      plx_style_get_selection (dark, fill, line);
      fill->alpha = 0.85f;
      return;
    }
  if (ribbon->relation == PLX_CELL_CONTRADICTED || ribbon->relation == PLX_CELL_DIFFERS)
    {
      plx_style_get_color (
        ribbon->relation == PLX_CELL_DIFFERS ? PLX_STYLE_FINDING : PLX_STYLE_OMISSION, dark, line);
      *fill = *line;
      fill->alpha = dark ? 0.16f : 0.09f;
      line->alpha = 0.8f;
      return;
    }
  gdk_rgba_parse (line, dark ? "#9a9996" : "#77767b");
  *fill = *line;
  fill->alpha = dark ? 0.14f : 0.10f;
  line->alpha = 0.55f;
}

/* Where one is selected the others step back. */
static void
get_colors (const PlxRibbon *ribbon, gboolean dark, GdkRGBA *fill, GdkRGBA *line)
{
  get_own_colors (ribbon, dark, fill, line);
  if (!ribbon->is_quiet)
    return;
  fill->alpha *= 0.45f;
  line->alpha *= 0.4f;
}

static void
draw_ribbon (cairo_t *cr, const PlxRibbon *ribbon, const Shape *shape, double width, gboolean dark)
{
  GdkRGBA fill, line;
  double middle = width / 2;

  get_colors (ribbon, dark, &fill, &line);
  cairo_new_path (cr);
  cairo_move_to (cr, 3, shape->left_top);
  cairo_curve_to (cr, middle, shape->left_top, middle, shape->right_top, width - 3,
                  shape->right_top);
  cairo_line_to (cr, width - 3, shape->right_bottom);
  cairo_curve_to (cr, middle, shape->right_bottom, middle, shape->left_bottom, 3,
                  shape->left_bottom);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, &fill);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &line);
  cairo_set_line_width (cr, ribbon->is_selected ? 2 : 1);
  cairo_stroke (cr);
  cairo_set_line_width (cr, 3);
  cairo_move_to (cr, 1.5, shape->left_top);
  cairo_line_to (cr, 1.5, shape->left_bottom);
  cairo_move_to (cr, width - 1.5, shape->right_top);
  cairo_line_to (cr, width - 1.5, shape->right_bottom);
  cairo_stroke (cr);
}

/* Stops short, dashed. */
static void
draw_stub (cairo_t *cr, const PlxRibbon *ribbon, const Shape *shape, double width, gboolean dark)
{
  static const double dashes[] = { 4, 3 };
  GdkRGBA fill, line;
  double edge = ribbon->has_left ? 1.5 : width - 1.5, end = ribbon->has_left ? STUB : width - STUB;
  double top = ribbon->has_left ? shape->left_top : shape->right_top;
  double bottom = ribbon->has_left ? shape->left_bottom : shape->right_bottom;

  get_colors (ribbon, dark, &fill, &line);
  gdk_cairo_set_source_rgba (cr, &line);
  cairo_set_line_width (cr, 3);
  cairo_move_to (cr, edge, top);
  cairo_line_to (cr, edge, bottom);
  cairo_stroke (cr);
  cairo_set_line_width (cr, 1.5);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, edge, top + 1);
  cairo_line_to (cr, end, top + 1);
  cairo_line_to (cr, end, bottom - 1);
  cairo_line_to (cr, edge, bottom - 1);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static double
find_chip_y (const PlxRibbon *ribbon, const Shape *shape, double height)
{
  double left = (shape->left_top + shape->left_bottom) / 2;
  double right = (shape->right_top + shape->right_bottom) / 2;
  double y = ribbon->has_left && ribbon->has_right ? (left + right) / 2
             : ribbon->has_left                    ? left
                                                   : right;

  return CLAMP (y, CHIP_HEIGHT / 2.0 + 2, height - CHIP_HEIGHT / 2.0 - 2);
}

/* Moves a chip along until it lies free; FALSE: there is no room nearby. */
static gboolean
place_chip (const GArray *chips, graphene_rect_t *area, double height)
{
  float wanted = area->origin.y;

  for (guint step = 0; step < 12; step++)
    {
      float shift = (float) ((step + 1) / 2) * 13.0f * (step % 2 == 0 ? 1.0f : -1.0f);
      gboolean is_free = TRUE;

      area->origin.y = wanted + shift;
      if (area->origin.y < 1 || area->origin.y + CHIP_HEIGHT > height - 1)
        continue;
      for (guint i = 0; i < chips->len && is_free; i++)
        is_free = !graphene_rect_intersection (&g_array_index (chips, Chip, i).area, area, NULL);
      if (is_free)
        return TRUE;
    }
  return FALSE;
}

static void
draw_chip (cairo_t *cr, const PlxRibbon *ribbon, const graphene_rect_t *area, PangoLayout *layout,
           gboolean dark)
{
  double x = area->origin.x + 0.5, y = area->origin.y + 0.5, radius = CHIP_HEIGHT / 2.0 - 0.5;
  double width = area->size.width - 1;
  int text_width, text_height;
  GdkRGBA fill, line, paper, ink;

  get_colors (ribbon, dark, &fill, &line);
  line.alpha = ribbon->is_quiet ? 0.5f : 1;
  gdk_rgba_parse (&paper, dark ? "#1e1e1e" : "#ffffff");
  plx_cell_status_get_color (ribbon->relation, dark, &ink);
  cairo_new_path (cr);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI / 2, 3 * G_PI / 2);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI / 2, G_PI / 2);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, &paper);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &line);
  cairo_set_line_width (cr, ribbon->is_selected ? 2 : 1);
  cairo_stroke (cr);
  cairo_save (cr);
  cairo_translate (cr, x + 8, y + (CHIP_HEIGHT - 1 - CHIP_SIGN) / 2.0);
  plx_cell_sign_draw (cr, ribbon->relation, CHIP_SIGN, &ink);
  cairo_restore (cr);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  gdk_cairo_set_source_rgba (cr, &ink);
  cairo_move_to (cr, x + 8 + CHIP_SIGN + 4, y + (CHIP_HEIGHT - 1 - text_height) / 2.0);
  pango_cairo_show_layout (cr, layout);
}

static PangoLayout *
new_chip_layout (PlxRibbons *self, const PlxRibbon *ribbon)
{
  g_autofree char *markup = g_strdup_printf ("<b><small>%u</small></b>", ribbon->number);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);

  pango_layout_set_markup (layout, markup, -1);
  return layout;
}

static guint
count_seen (PlxRibbons *self, double height)
{
  guint n = 0;

  for (guint i = 0; i < self->ribbons->len; i++)
    n += is_seen (&g_array_index (self->ribbons, PlxRibbon, i),
                  &g_array_index (self->shapes, Shape, i), height);
  return n;
}

static void
draw_chips (PlxRibbons *self, cairo_t *cr, gboolean selected, double width,
            double height, gboolean dark)
{
  gboolean are_many = count_seen (self, height) >= MANY;

  for (guint i = 0; i < self->ribbons->len; i++)
    {
      const PlxRibbon *ribbon = &g_array_index (self->ribbons, PlxRibbon, i);
      const Shape *shape = &g_array_index (self->shapes, Shape, i);
      g_autoptr (PangoLayout) layout = NULL;
      int text_width;
      Chip chip = { .ribbon = i };
      double x = width / 2;

      if (ribbon->is_selected != selected || ribbon->number == 0 || !is_seen (ribbon, shape, height)
          || (are_many && !selected && ribbon->relation == PLX_CELL_REPORTED))
        continue;
      layout = new_chip_layout (self, ribbon);
      pango_layout_get_pixel_size (layout, &text_width, NULL);
      if (!ribbon->has_left)
        x = width - STUB - 12;
      else if (!ribbon->has_right)
        x = STUB + 12;
      if (is_rtl (self))
        x = width - x;
      graphene_rect_init (&chip.area, (float) (x - (text_width + CHIP_SIGN + 20) / 2.0),
                          (float) (find_chip_y (ribbon, shape, height) - CHIP_HEIGHT / 2.0),
                          (float) (text_width + CHIP_SIGN + 20), CHIP_HEIGHT);
      if (!place_chip (self->chips, &chip.area, height))
        continue;
      draw_chip (cr, ribbon, &chip.area, layout, dark);
      g_array_append_val (self->chips, chip);
    }
}

static void
plx_ribbons_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlxRibbons *self = PLX_RIBBONS (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  gboolean dark = plx_style_is_dark ();
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  cairo_t *cr;

  find_shapes (self);
  g_array_set_size (self->chips, 0);
  gtk_snapshot_push_clip (snapshot, &area);
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  cairo_save (cr);
  if (is_rtl (self))      // the first pane stands on the right
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  for (int selected = 0; selected < 2; selected++)
    for (guint i = 0; i < self->ribbons->len; i++)
      {
        const PlxRibbon *ribbon = &g_array_index (self->ribbons, PlxRibbon, i);
        const Shape *shape = &g_array_index (self->shapes, Shape, i);

        if (ribbon->is_selected != selected || !is_seen (ribbon, shape, height))
          continue;
        if (ribbon->has_left && ribbon->has_right)
          draw_ribbon (cr, ribbon, shape, width, dark);
        else
          draw_stub (cr, ribbon, shape, width, dark);
      }
  cairo_restore (cr);
  draw_chips (self, cr, TRUE, width, height, dark);
  draw_chips (self, cr, FALSE, width, height, dark);
  cairo_destroy (cr);
  gtk_snapshot_pop (snapshot);
}

/* -- pointing -- */

/* How far a point at @x along a ribbon has come down, 0 to 1. */
static double
ease (double x)
{
  x = CLAMP (x, 0, 1);
  return x * x * (3 - 2 * x);
}

static int
find_ribbon_at (PlxRibbons *self, double x, double y)
{
  double width = MAX (1, gtk_widget_get_width (GTK_WIDGET (self)));
  double t = ease ((is_rtl (self) ? width - x : x) / width);

  for (guint i = 0; i < self->chips->len; i++)
    {
      const Chip *chip = &g_array_index (self->chips, Chip, i);

      if (graphene_rect_contains_point (&chip->area, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
        return (int) chip->ribbon;
    }
  for (guint i = 0; i < MIN (self->shapes->len, self->ribbons->len); i++)
    {
      const PlxRibbon *ribbon = &g_array_index (self->ribbons, PlxRibbon, i);
      const Shape *shape = &g_array_index (self->shapes, Shape, i);

      if (ribbon->has_left && ribbon->has_right
          && y >= shape->left_top + (shape->right_top - shape->left_top) * t
          && y <= shape->left_bottom + (shape->right_bottom - shape->left_bottom) * t)
        return (int) i;
    }
  return -1;
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, PlxRibbons *self)
{
  int at = find_ribbon_at (self, x, y);

  if (at >= 0)
    g_signal_emit (self, signals[CLAIM_CLICKED], 0,
                   g_array_index (self->ribbons, PlxRibbon, at).claim);
}

/* -- class -- */

static void
plx_ribbons_finalize (GObject *object)
{
  PlxRibbons *self = PLX_RIBBONS (object);

  g_array_unref (self->ribbons);
  g_array_unref (self->shapes);
  g_array_unref (self->chips);
  G_OBJECT_CLASS (plx_ribbons_parent_class)->finalize (object);
}

static void
plx_ribbons_class_init (PlxRibbonsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_ribbons_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = plx_ribbons_snapshot;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
  signals[CLAIM_CLICKED]
    = g_signal_new ("claim-clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
plx_ribbons_init (PlxRibbons *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->ribbons = g_array_new (FALSE, FALSE, sizeof (PlxRibbon));
  self->shapes = g_array_new (FALSE, FALSE, sizeof (Shape));
  self->chips = g_array_new (FALSE, FALSE, sizeof (Chip));
  plx_widget_set_label (GTK_WIDGET (self), _("Aligned passages"));
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
follow (PlxRibbons *self, PlxComparePane *pane)
{
  GtkAdjustment *adjustment = plx_compare_pane_get_adjustment (pane);

  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
plx_ribbons_new (PlxComparePane *left, PlxComparePane *right)
{
  PlxRibbons *self = g_object_new (PLX_TYPE_RIBBONS, NULL);

  self->left = left;
  self->right = right;
  follow (self, left);
  follow (self, right);
  return GTK_WIDGET (self);
}

void
plx_ribbons_set_ribbons (PlxRibbons *self, GArray *ribbons)
{
  g_array_unref (self->ribbons);
  self->ribbons = ribbons;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
