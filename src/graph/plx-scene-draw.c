/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "graph/plx-scene.h"

#include <math.h>
#include <pango/pangocairo.h>

/* Drawing a scene. Order: grey edges, edges, left-out edges, nodes, labels of
 * edges, labels of nodes. Each edge is a stroke of its own: thousands of
 * crossing segments in one antialiased path cost cairo seconds. */

#define LABEL_ZOOM   0.45    // edge labels are drawn from here on
#define COARSE_ZOOM  0.3     // no arrow heads, hairlines
enum { MAX_EDGE_LABELS = 250, CELL = 12 };

static void
set_colour (cairo_t *cr, const PlxColour *colour)
{
  cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
}

static void
trace_polygon (cairo_t *cr, double x, double y, double radius, guint n, double turn, double inner)
{
  cairo_new_sub_path (cr);
  for (guint i = 0; i < n; i++)
    {
      double r = i % 2 == 1 ? radius * inner : radius;
      double angle = turn + 2 * G_PI * i / n;

      cairo_line_to (cr, x + r * cos (angle), y + r * sin (angle));
    }
  cairo_close_path (cr);
}

static void
trace_square (cairo_t *cr, double x, double y, double half)
{
  double r = half * 0.22;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + half - r, y - half + r, r, -G_PI / 2, 0);
  cairo_arc (cr, x + half - r, y + half - r, r, 0, G_PI / 2);
  cairo_arc (cr, x - half + r, y + half - r, r, G_PI / 2, G_PI);
  cairo_arc (cr, x - half + r, y - half + r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
trace_sheet (cairo_t *cr, double x, double y, double radius)
{
  double w = radius * 0.95, h = radius * 0.8, cut = radius * 0.5;

  cairo_move_to (cr, x - w, y - h);
  cairo_line_to (cr, x + w - cut, y - h);
  cairo_line_to (cr, x + w, y - h + cut);
  cairo_line_to (cr, x + w, y + h);
  cairo_line_to (cr, x - w, y + h);
  cairo_close_path (cr);
}

static void
trace_shape (cairo_t *cr, PlxShape shape, double x, double y, double radius)
{
  switch (shape)
    {
    case PLX_SHAPE_CIRCLE:
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      break;
    case PLX_SHAPE_SQUARE:
      trace_square (cr, x, y, radius * 0.88);
      break;
    case PLX_SHAPE_HEXAGON:
      trace_polygon (cr, x, y, radius, 6, 0, 1);
      break;
    case PLX_SHAPE_DIAMOND:
      trace_polygon (cr, x, y, radius, 4, 0, 1);
      break;
    case PLX_SHAPE_SHEET:
      trace_sheet (cr, x, y, radius);
      break;
    case PLX_SHAPE_STAR:
      trace_polygon (cr, x, y, radius * 1.08, 10, -G_PI / 2, 0.45);
      break;
    case PLX_SHAPE_TRIANGLE:
    case PLX_N_SHAPES:
      trace_polygon (cr, x, y, radius, 3, -G_PI / 2, 1);
      break;
    }
}

/* The inner frame of organisations and the lines of a sheet. */
static void
draw_detail (cairo_t *cr, PlxShape shape, double x, double y, double radius)
{
  if (shape == PLX_SHAPE_SQUARE && radius > 6)
    {
      trace_square (cr, x, y, radius * 0.88 - MAX (radius * 0.2, 3));
      cairo_set_line_width (cr, 1);
      cairo_stroke (cr);
    }
  else if (shape == PLX_SHAPE_SHEET && radius > 9)
    {
      for (int i = 0; i < 3; i++)
        {
          double w = radius * (i == 2 ? 0.25 : 0.55);

          cairo_move_to (cr, x - radius * 0.55, y - radius * 0.15 + i * radius * 0.32);
          cairo_line_to (cr, x - radius * 0.55 + 2 * w, y - radius * 0.15 + i * radius * 0.32);
        }
      cairo_set_line_width (cr, 1.2);
      cairo_stroke (cr);
    }
}

void
plx_scene_draw_shape (cairo_t *cr, PlxShape shape, double x, double y, double radius,
                      const PlxPalette *palette)
{
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  trace_shape (cr, shape, x, y, radius);
  set_colour (cr, &palette->fill[shape]);
  cairo_fill_preserve (cr);
  set_colour (cr, &palette->line[shape]);
  cairo_set_line_width (cr, radius > 5 ? 1.7 : 1);
  cairo_stroke (cr);
  draw_detail (cr, shape, x, y, radius);
}

void
plx_scene_draw_node (const PlxScene *self, cairo_t *cr, const PlxSceneView *view,
                     const PlxPalette *palette, guint node, gboolean selected)
{
  const PlxSceneNode *n = &self->nodes[node];
  double x = (n->x - view->x) * view->zoom, y = (n->y - view->y) * view->zoom;
  double radius = plx_scene_node_radius (self, node, view->zoom) * view->zoom;

  if (x < -radius || y < -radius || x > view->width + radius || y > view->height + radius)
    return;
  if (selected)
    {
      trace_shape (cr, n->shape, x, y, radius + 5);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      set_colour (cr, &palette->background);
      cairo_fill_preserve (cr);
      set_colour (cr, &palette->selection);
      cairo_set_line_width (cr, 2.4);
      cairo_stroke (cr);
    }
  plx_scene_draw_shape (cr, n->shape, x, y, radius, palette);
}

static const PlxColour *
edge_colour (const PlxSceneEdge *edge, const PlxPalette *palette, gboolean selected)
{
  if (selected)
    return &palette->selection;
  switch (edge->tone)
    {
    case PLX_TONE_LEFT_OUT:
      return &palette->left_out;
    case PLX_TONE_BOTH:
      return &palette->muted;
    case PLX_TONE_ONLY_A:
    case PLX_TONE_ONLY_B:
      return &palette->text;
    case PLX_TONE_PLAIN:
      break;
    }
  return &palette->edge;
}

static void
trace_curve (cairo_t *cr, const PlxCurve *c, double until_x, double until_y)
{
  double x1 = c->x[0] + (c->x[1] - c->x[0]) * 2 / 3, y1 = c->y[0] + (c->y[1] - c->y[0]) * 2 / 3;
  double x2 = until_x + (c->x[1] - until_x) * 2 / 3, y2 = until_y + (c->y[1] - until_y) * 2 / 3;

  cairo_move_to (cr, c->x[0], c->y[0]);
  cairo_curve_to (cr, x1, y1, x2, y2, until_x, until_y);
}

static void
draw_head (cairo_t *cr, const PlxCurve *c, double size, double ux, double uy)
{
  double x = c->x[2], y = c->y[2];

  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x - ux * size - uy * size * 0.45, y - uy * size + ux * size * 0.45);
  cairo_line_to (cr, x - ux * size + uy * size * 0.45, y - uy * size - ux * size * 0.45);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
set_dash (cairo_t *cr, const PlxSceneEdge *edge, double width)
{
  const double said[] = { 4 + width, 3 + width }, left_out[] = { 7, 3, 1.5, 3 };

  if (edge->tone == PLX_TONE_LEFT_OUT)
    cairo_set_dash (cr, left_out, 4, 0);
  else if (edge->dashed)
    cairo_set_dash (cr, said, 2, 0);
  else
    cairo_set_dash (cr, NULL, 0, 0);
}

/* Far out: a hairline from rim to rim. */
static void
draw_hairline (cairo_t *cr, const PlxCurve *c, const PlxColour *colour, gboolean faint)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, faint ? 0.45 : 0.8);
  cairo_set_line_width (cr, 0.8);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_move_to (cr, c->x[0], c->y[0]);
  cairo_line_to (cr, c->x[2], c->y[2]);
  cairo_stroke (cr);
}

void
plx_scene_draw_edge (const PlxScene *self, cairo_t *cr, const PlxSceneView *view,
                     const PlxPalette *palette, guint edge, gboolean selected)
{
  const PlxSceneEdge *e = &self->edges[edge];
  PlxCurve c = plx_scene_edge_curve (self, view, edge);
  const PlxColour *colour = edge_colour (e, palette, selected);
  double width = e->width * CLAMP (view->zoom, 0.5, 1.3), head = 6 + 1.4 * width;
  double dx = c.x[2] - c.x[1], dy = c.y[2] - c.y[1], length = MAX (hypot (dx, dy), 1e-6);

  if (!c.visible)
    return;
  if (view->zoom < COARSE_ZOOM && !selected)
    {
      draw_hairline (cr, &c, colour, e->tone == PLX_TONE_PLAIN);
      return;
    }
  head = MIN (head, length);
  if (selected)
    {
      trace_curve (cr, &c, c.x[2], c.y[2]);
      cairo_set_dash (cr, NULL, 0, 0);
      cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, 0.25);
      cairo_set_line_width (cr, width + 9);
      cairo_stroke (cr);
      width += 1;
    }
  trace_curve (cr, &c, c.x[2] - dx / length * head * 0.8, c.y[2] - dy / length * head * 0.8);
  set_dash (cr, e, width);
  set_colour (cr, colour);
  cairo_set_line_width (cr, e->tone == PLX_TONE_ONLY_B ? width + 2.6 : width);
  if (e->tone == PLX_TONE_ONLY_B)
    {
      cairo_stroke_preserve (cr);
      set_colour (cr, &palette->background);
      cairo_set_line_width (cr, MAX (width, 1.4));
      cairo_stroke (cr);
      set_colour (cr, colour);
    }
  else
    cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  draw_head (cr, &c, head + (e->tone == PLX_TONE_ONLY_B ? 2 : 0), dx / length, dy / length);
}

/* -- labels of edges: wherever no node, label or other edge's label lies -- */

typedef struct {
  guint8 *cells;
  int columns, rows;
} Occupancy;

static gboolean
claim (Occupancy *taken, double x, double y, double width, double height, gboolean ask)
{
  int left = (int) floor (x / CELL), right = (int) floor ((x + width) / CELL);
  int top = (int) floor (y / (CELL / 2.0)), bottom = (int) floor ((y + height) / (CELL / 2.0));

  left = MAX (left, 0);
  top = MAX (top, 0);
  right = MIN (right, taken->columns - 1);
  bottom = MIN (bottom, taken->rows - 1);
  for (int r = top; ask && r <= bottom; r++)
    for (int c = left; c <= right; c++)
      if (taken->cells[r * taken->columns + c])
        return FALSE;
  for (int r = top; r <= bottom; r++)
    for (int c = left; c <= right; c++)
      taken->cells[r * taken->columns + c] = 1;
  return TRUE;
}

static void
claim_nodes (const PlxScene *self, const PlxSceneView *view, const PlxSceneStyle *style,
             cairo_t *cr, Occupancy *taken)
{
  for (guint i = 0; i < self->n_nodes; i++)
    {
      const PlxSceneNode *node = &self->nodes[i];
      double x = (node->x - view->x) * view->zoom, y = (node->y - view->y) * view->zoom;
      double radius = plx_scene_node_radius (self, i, view->zoom) * view->zoom;
      int width, height;

      if (x < -100 || y < -100 || x > view->width + 100 || y > view->height + 100)
        continue;
      claim (taken, x - radius, y - radius, 2 * radius, 2 * radius, FALSE);
      plx_scene_measure_label (cr, node->label, style->font, &width, &height);
      claim (taken, x - width / 2.0, y + radius + 2, width, height - 2, FALSE);
    }
}

/* The line pauses for its label. */
static void
clear_behind (cairo_t *cr, double x, double y, double width, double height,
              const PlxColour *background)
{
  cairo_rectangle (cr, x - width / 2 - 2, y - height / 2 + 2, width + 4, height - 4);
  cairo_set_source_rgb (cr, background->red, background->green, background->blue);
  cairo_fill (cr);
}

static void
draw_edge_label (const PlxScene *self, cairo_t *cr, const PlxSceneView *view,
                 const PlxSceneStyle *style, const char *font, guint edge, Occupancy *taken)
{
  static const double places[] = { 0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.2, 0.8 };
  const PlxSceneEdge *e = &self->edges[edge];
  PlxCurve c = plx_scene_edge_curve (self, view, edge);
  g_autofree char *text = NULL;
  int width, height;

  if (!c.visible)
    return;
  text = e->tone == PLX_TONE_LEFT_OUT ? g_strconcat ("○ ", e->label, NULL) : g_strdup (e->label);
  plx_scene_measure_label (cr, text, font, &width, &height);
  if (hypot (c.x[2] - c.x[0], c.y[2] - c.y[0]) < width * 0.8)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      PlxPoint p = plx_curve_at (&c, places[i]);

      if (!claim (taken, p.x - width / 2.0, p.y - height / 2.0 + 2, width, height - 4, TRUE))
        continue;
      clear_behind (cr, p.x, p.y, width, height, &style->palette->background);
      plx_scene_draw_label (cr, text, font, p.x, p.y - height / 2.0,
                            e->tone == PLX_TONE_LEFT_OUT ? &style->palette->left_out
                                                         : &style->palette->text,
                            &style->palette->background);
      return;
    }
}

static char *
edge_font_dup (const char *font)
{
  PangoFontDescription *description = pango_font_description_from_string (font);
  char *name;

  pango_font_description_set_style (description, PANGO_STYLE_ITALIC);
  pango_font_description_set_weight (description, PANGO_WEIGHT_NORMAL);
  pango_font_description_set_size (description,
                                   pango_font_description_get_size (description) * 9 / 10);
  name = pango_font_description_to_string (description);
  pango_font_description_free (description);
  return name;
}

void
plx_scene_draw_edge_label (const PlxScene *self, cairo_t *cr, const PlxSceneView *view,
                           const PlxSceneStyle *style, guint edge)
{
  g_autofree char *font = edge_font_dup (style->font);
  PlxCurve c = plx_scene_edge_curve (self, view, edge);
  PlxPoint p = plx_curve_at (&c, 0.5);
  int width, height;

  if (!c.visible)
    return;
  plx_scene_measure_label (cr, self->edges[edge].label, font, &width, &height);
  clear_behind (cr, p.x, p.y, width, height, &style->palette->background);
  plx_scene_draw_label (cr, self->edges[edge].label, font, p.x, p.y - height / 2.0,
                        &style->palette->selection, &style->palette->background);
}

static gboolean
is_hidden (const PlxSceneEdge *edge, int node)
{
  return node >= 0 && (edge->from == (guint) node || edge->to == (guint) node);
}

static void
draw_edge_labels (const PlxScene *self, cairo_t *cr, const PlxSceneView *view,
                  const PlxSceneStyle *style)
{
  g_autofree char *font = edge_font_dup (style->font);
  Occupancy taken = { .columns = (int) view->width / CELL + 1,
                      .rows = (int) view->height / (CELL / 2) + 1 };
  guint n = 0;

  for (guint i = 0; i < self->n_edges; i++)
    n += plx_scene_edge_curve (self, view, i).visible ? 1 : 0;
  if (n > MAX_EDGE_LABELS || view->zoom < LABEL_ZOOM)
    return;
  taken.cells = g_new0 (guint8, (gsize) taken.columns * taken.rows);
  claim_nodes (self, view, style, cr, &taken);
  for (guint i = 0; i < self->n_edges; i++)
    if (!is_hidden (&self->edges[i], style->hidden) && (int) i != style->unlabelled)
      draw_edge_label (self, cr, view, style, font, i, &taken);
  g_free (taken.cells);
}

static void
draw_node_labels (const PlxScene *self, cairo_t *cr, const PlxSceneView *view,
                  const PlxSceneStyle *style)
{
  for (guint i = 0; i < self->n_nodes; i++)
    {
      const PlxSceneNode *node = &self->nodes[i];
      double radius = plx_scene_node_radius (self, i, view->zoom) * view->zoom;

      plx_scene_draw_label (cr, node->label, style->font, (node->x - view->x) * view->zoom,
                            (node->y - view->y) * view->zoom + radius + 2,
                            &style->palette->text, &style->palette->background);
    }
}

/* Grey ones first, reported omissions last: what matters lies on top. */
static guint
layer_of (const PlxSceneEdge *edge)
{
  return edge->tone == PLX_TONE_BOTH ? 0 : edge->tone == PLX_TONE_LEFT_OUT ? 2 : 1;
}

void
plx_scene_draw (const PlxScene *self, cairo_t *cr, const PlxSceneView *view,
                const PlxSceneStyle *style)
{
  set_colour (cr, &style->palette->background);
  cairo_paint (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  for (guint layer = 0; layer < 3; layer++)
    for (guint i = 0; i < self->n_edges; i++)
      if (layer_of (&self->edges[i]) == layer && !is_hidden (&self->edges[i], style->hidden))
        plx_scene_draw_edge (self, cr, view, style->palette, i, FALSE);
  for (guint i = 0; i < self->n_nodes; i++)
    if ((int) i != style->hidden)
      plx_scene_draw_node (self, cr, view, style->palette, i, FALSE);
  draw_edge_labels (self, cr, view, style);
  if (style->node_labels)
    draw_node_labels (self, cr, view, style);
}
