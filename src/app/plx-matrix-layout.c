/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-matrix-layout.h"

struct _PlxMatrixLayout {
  GtkLayoutManager parent_instance;

  PlxMatrixColumns *columns;
};

G_DEFINE_FINAL_TYPE (PlxMatrixLayout, plx_matrix_layout, GTK_TYPE_LAYOUT_MANAGER)

enum {
  NUMBER_WIDTH = 32,
  ORIGINS_WIDTH = 60,
  CONFIDENCE_WIDTH = 96,
  CLAIM_LEAST_WIDTH = 160,    // where there is no room for more
  CLAIM_NARROW_WIDTH = 196,   // stays, while the cells scroll
  CLAIM_WIDTH = 280,
  CLAIM_NATURAL_WIDTH = 360,
  ORIGINS_FROM = 720,         // rows narrower than this leave origins out
  ROW_MIN_HEIGHT = 34,
  N_PARTS = PLX_MATRIX_STRIP_OF_CELLS + 1,
};

/* How much of @room the claim gets: what the cells leave, where all are in
 * sight; else as many whole cells are as leave it enough to be read. */
static int
find_claim_width (int room, int n, double scale)
{
  int least = (int) (PLX_CELL_LEAST_WIDTH * scale), most = (int) (PLX_CELL_MOST_WIDTH * scale);
  int wanted = (int) (CLAIM_WIDTH * scale), narrow = (int) (CLAIM_NARROW_WIDTH * scale), n_whole;

  if (room - n * least >= wanted)
    return room - n * CLAMP ((room - (int) (CLAIM_NATURAL_WIDTH * scale)) / n, least, most);
  n_whole = MIN (n, (room - CLAMP (room / 3, narrow, wanted)) / least);
  return n_whole > 0 ? room - n_whole * least
                     : CLAMP (room - least, (int) (CLAIM_LEAST_WIDTH * scale), narrow);
}

static void
find_widths (PlxMatrixLayout *self, GtkWidget *widget, int width, int widths[N_PARTS])
{
  double scale = plx_matrix_get_text_scale (widget);
  int n = MAX ((int) plx_matrix_columns_count (self->columns), 1);
  int least = (int) (PLX_CELL_LEAST_WIDTH * scale), confidence = (int) (CONFIDENCE_WIDTH * scale);
  int room;

  widths[PLX_MATRIX_NUMBER] = (int) (NUMBER_WIDTH * scale);
  widths[PLX_MATRIX_ORIGINS] = width >= ORIGINS_FROM * scale ? (int) (ORIGINS_WIDTH * scale) : 0;
  room = width - widths[PLX_MATRIX_NUMBER] - widths[PLX_MATRIX_ORIGINS];
  if (room - confidence - n * least < CLAIM_NATURAL_WIDTH * scale)
    confidence = 0;
  widths[PLX_MATRIX_CONFIDENCE] = confidence;
  room -= confidence;
  widths[PLX_MATRIX_CLAIM] = find_claim_width (room, n, scale);
  widths[PLX_MATRIX_STRIP_OF_CELLS] = MAX (least, room - widths[PLX_MATRIX_CLAIM]);
}

static void
plx_matrix_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation,
                           int for_size, int *minimum, int *natural, int *minimum_baseline,
                           int *natural_baseline)
{
  PlxMatrixLayout *self = PLX_MATRIX_LAYOUT (manager);
  double scale = plx_matrix_get_text_scale (widget);
  int widths[N_PARTS], i = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) ((NUMBER_WIDTH + CLAIM_LEAST_WIDTH + PLX_CELL_LEAST_WIDTH) * scale);
      *natural = (int) ((NUMBER_WIDTH + ORIGINS_WIDTH + CONFIDENCE_WIDTH + CLAIM_NATURAL_WIDTH
                         + PLX_CELL_LEAST_WIDTH * (int) plx_matrix_columns_count (self->columns))
                        * scale);
      return;
    }
  *minimum = *natural = ROW_MIN_HEIGHT;
  find_widths (self, widget, for_size, widths);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && i < N_PARTS;
       child = gtk_widget_get_next_sibling (child), i++)
    {
      int low = 0, high = 0, least = 0;

      if (widths[i] <= 0)
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (widths[i], least), &low, &high,
                          NULL, NULL);
      *minimum = MAX (*minimum, low);
      *natural = MAX (*natural, MAX (low, high));
    }
}

static void
plx_matrix_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                            int baseline)
{
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int widths[N_PARTS], x = 0, i = 0;

  find_widths (PLX_MATRIX_LAYOUT (manager), widget, width, widths);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && i < N_PARTS;
       child = gtk_widget_get_next_sibling (child), i++)
    {
      int least = 0;

      gtk_widget_set_child_visible (child, widths[i] > 0);
      if (widths[i] <= 0)
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_size_allocate (child,
                                &(GtkAllocation) { is_rtl ? width - x - widths[i] : x, 0,
                                                   MAX (widths[i], least), height }, -1);
      x += widths[i];
    }
}

static void
plx_matrix_layout_finalize (GObject *object)
{
  g_clear_object (&PLX_MATRIX_LAYOUT (object)->columns);
  G_OBJECT_CLASS (plx_matrix_layout_parent_class)->finalize (object);
}

static void
plx_matrix_layout_class_init (PlxMatrixLayoutClass *klass)
{
  GtkLayoutManagerClass *manager = GTK_LAYOUT_MANAGER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = plx_matrix_layout_finalize;
  manager->measure = plx_matrix_layout_measure;
  manager->allocate = plx_matrix_layout_allocate;
}

static void
plx_matrix_layout_init (PlxMatrixLayout *self)
{
}

GtkLayoutManager *
plx_matrix_layout_new (PlxMatrixColumns *columns)
{
  PlxMatrixLayout *self = g_object_new (PLX_TYPE_MATRIX_LAYOUT, NULL);

  self->columns = g_object_ref (columns);
  return GTK_LAYOUT_MANAGER (self);
}
