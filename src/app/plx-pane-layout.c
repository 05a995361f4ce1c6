/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-pane-layout.h"

/* -- panes -- */

enum {
  LEAST_PANE = 170,
  WANTED_PANE = 360,
  LEAST_GAP = 44,         // a number's chip
  MOST_GAP = 96,
};

static int
count_children (GtkWidget *widget)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

static GtkSizeRequestMode
get_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* Whatever they hold, so that nothing moves when another article comes. */
static void
measure_panes (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
               int *natural, int *minimum_baseline, int *natural_baseline)
{
  int n = count_children (widget), n_panes = (n + 1) / 2, n_gaps = n / 2;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = n_panes * LEAST_PANE + n_gaps * LEAST_GAP;
      *natural = n_panes * WANTED_PANE + n_gaps * MOST_GAP;
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int low, high;

      gtk_widget_measure (child, orientation, -1, &low, &high, NULL, NULL);
      *minimum = MAX (*minimum, low);
      *natural = MAX (*natural, high);
    }
}

static void
place (GtkWidget *widget, GtkWidget *child, int width, GtkAllocation area)
{
  int least;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  area.width = MAX (area.width, least);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    area.x = width - area.x - area.width;
  gtk_widget_size_allocate (child, &area, -1);
}

static void
allocate_panes (GtkWidget *widget, int width, int height, int baseline)
{
  int n = count_children (widget), n_panes = (n + 1) / 2, n_gaps = n / 2, x = 0, i = 0;
  int gap = CLAMP (width / MAX (8 * n_gaps, 1), LEAST_GAP, MOST_GAP);
  int pane = n_panes > 0 ? (width - n_gaps * gap) / n_panes : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child), i++)
    {
      int wide = i % 2 == 1 ? gap : i == n - 1 ? width - x : pane;

      place (widget, child, width, (GtkAllocation) { x, 0, wide, height });
      x += wide;
    }
}

GtkLayoutManager *
plx_pane_layout_new (void)
{
  return gtk_custom_layout_new (get_mode, measure_panes, allocate_panes);
}

/* -- their headers -- */

enum { N_PARTS = 3, SPACE = 6 };

static void
measure_header (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                int *natural, int *minimum_baseline, int *natural_baseline)
{
  gboolean is_wide = orientation == GTK_ORIENTATION_HORIZONTAL;
  int i = 0;

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && i < N_PARTS;
       child = gtk_widget_get_next_sibling (child), i++)
    {
      int low, high;

      gtk_widget_measure (child, orientation, -1, &low, &high, NULL, NULL);
      low = is_wide && i == 1 ? 0 : low;
      *minimum = is_wide ? *minimum + low : MAX (*minimum, low);
      *natural = is_wide ? *natural + high + SPACE : MAX (*natural, high);
    }
}

static void
allocate_header (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *name = gtk_widget_get_first_child (widget), *date, *buttons;
  int least, name_width, date_width, buttons_width;

  date = gtk_widget_get_next_sibling (name);
  buttons = gtk_widget_get_next_sibling (date);
  gtk_widget_measure (name, GTK_ORIENTATION_HORIZONTAL, -1, &least, &name_width, NULL, NULL);
  gtk_widget_measure (date, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &date_width, NULL, NULL);
  gtk_widget_measure (buttons, GTK_ORIENTATION_HORIZONTAL, -1, &buttons_width, NULL, NULL, NULL);
  name_width = CLAMP (width - buttons_width, least, name_width);
  gtk_widget_set_child_visible (date,
                                name_width + SPACE + date_width + buttons_width <= width);
  place (widget, name, width, (GtkAllocation) { 0, 0, name_width, height });
  place (widget, date, width,
         (GtkAllocation) { width - buttons_width - date_width, 0, date_width, height });
  place (widget, buttons, width,
         (GtkAllocation) { width - buttons_width, 0, buttons_width, height });
}

GtkLayoutManager *
plx_pane_header_layout_new (void)
{
  return gtk_custom_layout_new (get_mode, measure_header, allocate_header);
}
