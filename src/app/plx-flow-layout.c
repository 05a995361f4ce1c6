/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-flow-layout.h"

struct _PlxFlowLayout {
  GtkLayoutManager parent_instance;

  int gap, row_gap;
  guint n_given_way;   // ranks up to this are left out in the pass under way
};

G_DEFINE_FINAL_TYPE (PlxFlowLayout, plx_flow_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
place (GtkWidget *widget, GtkWidget *child, int width, GtkAllocation area)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  area.width = MAX (area.width, minimum);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    area.x = width - area.x - area.width;
  gtk_widget_size_allocate (child, &area, -1);
}

static const char *const rank_key = "plx-flow-layout-rank";

static guint
get_rank (GtkWidget *child)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (child), rank_key));
}

static gboolean
gives_way (PlxFlowLayout *self, GtkWidget *child)
{
  return get_rank (child) > 0 && get_rank (child) <= self->n_given_way;
}

static GtkWidget *
next_laid_out (PlxFlowLayout *self, GtkWidget *child)
{
  while (child != NULL && (!gtk_widget_should_layout (child) || gives_way (self, child)))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static int
width_in (GtkWidget *child, int width, int *height)
{
  GtkRequisition size;

  gtk_widget_get_preferred_size (child, NULL, &size);
  *height = size.height;
  return MIN (size.width, MAX (width, 1));
}

/* The row that begins with @first: its height, and the child after it. */
static int
measure_row (PlxFlowLayout *self, GtkWidget *first, int width, GtkWidget **end)
{
  int x = 0, row = 0, height;
  GtkWidget *child = first;

  while (child != NULL)
    {
      int child_width = width_in (child, width, &height);

      if (x > 0 && x + child_width > width)
        break;
      x += child_width + self->gap;
      row = MAX (row, height);
      child = next_laid_out (self, gtk_widget_get_next_sibling (child));
    }
  *end = child;
  return row;
}

/* As few give way as leaves a single row; all that can, if none will do. */
static void
choose_given_way (PlxFlowLayout *self, GtkWidget *widget, int width)
{
  GtkWidget *end;
  guint most = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    most = MAX (most, get_rank (child));
  for (self->n_given_way = 0; self->n_given_way < most; self->n_given_way++)
    {
      measure_row (self, next_laid_out (self, gtk_widget_get_first_child (widget)), width, &end);
      if (end == NULL)
        return;
    }
}

/* Returns the height that rows of @width take. */
static int
flow (PlxFlowLayout *self, GtkWidget *widget, int width, gboolean allocate)
{
  GtkWidget *child, *end;
  int y = 0;

  choose_given_way (self, widget, width);
  child = next_laid_out (self, gtk_widget_get_first_child (widget));
  while (child != NULL)
    {
      int row = measure_row (self, child, width, &end), x = 0, height;

      for (; allocate && child != end;
           child = next_laid_out (self, gtk_widget_get_next_sibling (child)))
        {
          int child_width = width_in (child, width, &height);

          place (widget, child, width,
                 (GtkAllocation) { x, y + (row - height) / 2, child_width, height });
          x += child_width + self->gap;
        }
      child = end;
      y += row + (end != NULL ? self->row_gap : 0);
    }
  return y;
}

static GtkSizeRequestMode
plx_flow_layout_get_request_mode (GtkLayoutManager *layout, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
plx_flow_layout_measure (GtkLayoutManager *layout, GtkWidget *widget, GtkOrientation orientation,
                         int for_size, int *minimum, int *natural, int *minimum_baseline,
                         int *natural_baseline)
{
  PlxFlowLayout *self = PLX_FLOW_LAYOUT (layout);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = flow (self, widget, for_size < 0 ? G_MAXINT / 2 : for_size, FALSE);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? self->gap : 0);
    }
}

static void
plx_flow_layout_allocate (GtkLayoutManager *layout, GtkWidget *widget, int width, int height,
                          int baseline)
{
  PlxFlowLayout *self = PLX_FLOW_LAYOUT (layout);

  flow (self, widget, width, TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (get_rank (child) > 0)
      gtk_widget_set_child_visible (child, !gives_way (self, child));
}

static void
plx_flow_layout_class_init (PlxFlowLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = plx_flow_layout_get_request_mode;
  layout_class->measure = plx_flow_layout_measure;
  layout_class->allocate = plx_flow_layout_allocate;
}

static void
plx_flow_layout_init (PlxFlowLayout *self)
{
}

GtkLayoutManager *
plx_flow_layout_new (int gap_px, int row_gap_px)
{
  PlxFlowLayout *self = g_object_new (PLX_TYPE_FLOW_LAYOUT, NULL);

  self->gap = gap_px;
  self->row_gap = row_gap_px;
  return GTK_LAYOUT_MANAGER (self);
}

void
plx_flow_layout_set_rank (GtkWidget *child, guint rank)
{
  g_return_if_fail (GTK_IS_WIDGET (child));

  g_object_set_data (G_OBJECT (child), rank_key, GUINT_TO_POINTER (rank));
  gtk_widget_queue_resize (child);
}
