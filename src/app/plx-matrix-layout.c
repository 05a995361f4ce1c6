/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-matrix-layout.h"

struct _PlxMatrixLayout {
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (PlxMatrixLayout, plx_matrix_layout, GTK_TYPE_LAYOUT_MANAGER)

enum {
  NUMBER_WIDTH = 40,
  ORIGINS_WIDTH = 68,
  CONFIDENCE_WIDTH = 96,
  CELL_MIN_WIDTH = 118,
  CELL_CROWDED_WIDTH = 100,   // more than five sources
  CELL_MAX_WIDTH = 172,
  CLAIM_MIN_WIDTH = 170,
  CLAIM_NATURAL_WIDTH = 360,
  CONFIDENCE_FROM = 1000,     // rows narrower than this leave confidence out
  ROW_MIN_HEIGHT = 34,
};

static guint
count_cells (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n > PLX_MATRIX_FIRST_CELL ? n - PLX_MATRIX_FIRST_CELL : 0;
}

static int
find_least_cell (guint n_cells)
{
  return n_cells > 5 ? CELL_CROWDED_WIDTH : CELL_MIN_WIDTH;
}

/* The claim gets what is left; wide rows give their cells some more room. */
static int
find_width (guint child, int width, guint n_cells)
{
  int fixed = NUMBER_WIDTH + ORIGINS_WIDTH + (width >= CONFIDENCE_FROM ? CONFIDENCE_WIDTH : 0);
  int n = (int) MAX (n_cells, 1);
  int cell
    = CLAMP ((width - fixed - CLAIM_NATURAL_WIDTH) / n, find_least_cell (n_cells), CELL_MAX_WIDTH);

  switch (child)
    {
    case PLX_MATRIX_NUMBER: return NUMBER_WIDTH;
    case PLX_MATRIX_CLAIM: return MAX (CLAIM_MIN_WIDTH, width - fixed - cell * (int) n_cells);
    case PLX_MATRIX_ORIGINS: return ORIGINS_WIDTH;
    case PLX_MATRIX_CONFIDENCE: return width >= CONFIDENCE_FROM ? CONFIDENCE_WIDTH : 0;
    default: return cell;
    }
}

static void
plx_matrix_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation,
                           int for_size, int *minimum, int *natural, int *minimum_baseline,
                           int *natural_baseline)
{
  guint n_cells = count_cells (widget), i = 0;
  int fixed = NUMBER_WIDTH + ORIGINS_WIDTH + find_least_cell (n_cells) * (int) n_cells;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = fixed + CLAIM_MIN_WIDTH;
      *natural = fixed + CLAIM_NATURAL_WIDTH + CONFIDENCE_WIDTH;
      return;
    }
  *minimum = *natural = ROW_MIN_HEIGHT;
  if (for_size < 0)
    for_size = fixed + CLAIM_NATURAL_WIDTH;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child), i++)
    {
      int width = find_width (i, for_size, n_cells), low = 0, high = 0, least = 0;

      if (width <= 0)
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (width, least), &low, &high, NULL,
                          NULL);
      *minimum = MAX (*minimum, low);
      *natural = MAX (*natural, MAX (low, high));
    }
}

static void
plx_matrix_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                            int baseline)
{
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint n_cells = count_cells (widget), i = 0;
  int x = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child), i++)
    {
      int own = find_width (i, width, n_cells), least = 0;

      gtk_widget_set_child_visible (child, own > 0);
      if (own <= 0)
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      own = MAX (own, 1);
      gtk_widget_size_allocate (
        child, &(GtkAllocation){ is_rtl ? width - x - own : x, 0, MAX (own, least), height }, -1);
      x += own;
    }
}

static void
plx_matrix_layout_class_init (PlxMatrixLayoutClass *klass)
{
  GtkLayoutManagerClass *manager = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager->measure = plx_matrix_layout_measure;
  manager->allocate = plx_matrix_layout_allocate;
}

static void
plx_matrix_layout_init (PlxMatrixLayout *self)
{
}

GtkLayoutManager *
plx_matrix_layout_new (void)
{
  return g_object_new (PLX_TYPE_MATRIX_LAYOUT, NULL);
}
