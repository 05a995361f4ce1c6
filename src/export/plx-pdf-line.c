/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-pdf-line.h"

#include <hb.h>
#include <string.h>

/* U+00AD in UTF-8 */
#define SOFT_HYPHEN "\xc2\xad"

typedef struct {
  PangoFont *font;
  cairo_glyph_t *glyphs;          // (n_glyphs), x from the line's beginning
  cairo_text_cluster_t *clusters; // (n_clusters)
  int n_glyphs, n_clusters;
  cairo_text_cluster_flags_t flags;
  char *text;                     // what the clusters stand for
  double red, green, blue;
  gboolean underlined;
  double x, width;
} Run;

struct _PlxPdfLine {
  Run *runs;
  guint n_runs;
};

static double
to_pt (int units)
{
  return units / (double) PANGO_SCALE;
}

static void
read_attributes (Run *run, const GSList *attributes)
{
  for (const GSList *l = attributes; l != NULL; l = l->next)
    {
      const PangoAttribute *attribute = l->data;

      if (attribute->klass->type == PANGO_ATTR_FOREGROUND)
        {
          const PangoColor *colour = &((const PangoAttrColor *) attribute)->color;

          run->red = colour->red / 65535.0;
          run->green = colour->green / 65535.0;
          run->blue = colour->blue / 65535.0;
        }
      else if (attribute->klass->type == PANGO_ATTR_UNDERLINE)
        run->underlined = ((const PangoAttrInt *) attribute)->value != PANGO_UNDERLINE_NONE;
    }
}

/* The glyph to draw, or FALSE for none. Pango empties the space that ends a
 * line; it is put back, or readers of the structure would join the words. */
static gboolean
find_glyph (const PangoGlyphItem *item, int i, const char *text, hb_codepoint_t *glyph)
{
  *glyph = item->glyphs->glyphs[i].glyph;
  if (*glyph == PANGO_GLYPH_EMPTY)
    return text[item->item->offset + item->glyphs->log_clusters[i]] == ' '
           && hb_font_get_nominal_glyph (pango_font_get_hb_font (item->item->analysis.font), ' ',
                                         glyph);
  return (*glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0;
}

/* Glyphs in the order Pango gives them, which is the order they are seen in;
 * returns how far the pen moved. */
static double
copy_glyphs (Run *run, const PangoGlyphItem *item, const char *text, double x)
{
  const PangoGlyphString *string = item->glyphs;

  run->glyphs = g_new (cairo_glyph_t, MAX (string->num_glyphs, 1));
  for (int i = 0; i < string->num_glyphs; i++)
    {
      const PangoGlyphInfo *glyph = &string->glyphs[i];
      hb_codepoint_t index;

      if (find_glyph (item, i, text, &index))
        run->glyphs[run->n_glyphs++] = (cairo_glyph_t) {
          .index = index,
          .x = x + to_pt (glyph->geometry.x_offset),
          .y = to_pt (glyph->geometry.y_offset),
        };
      x += to_pt (glyph->geometry.width);
    }
  return x;
}

/* U+FFFF and its like are valid UTF-8, but cairo refuses a page with them. */
static gboolean
is_no_character (gunichar c)
{
  return (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
}

/* Soft hyphens that show nothing vanish; one that ends a line keeps its
 * meaning, so that readers can join the word again. */
static guint
append_cluster_text (GString *out, const char *text, int n_bytes, gboolean all_hyphens)
{
  gsize before = out->len;

  for (const char *p = text; p < text + n_bytes; p = g_utf8_next_char (p))
    if (is_no_character (g_utf8_get_char (p)))
      g_string_append (out, "\357\277\275");
    else if (all_hyphens || strncmp (p, SOFT_HYPHEN, 2) != 0)
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
  return (guint) (out->len - before);
}

static int
count_shown (const PangoGlyphItem *item, const char *text, int a, int b)
{
  int n = 0, low = MIN (a, b), high = MAX (a, b);

  /* a cluster runs from a to b - 1, or backwards from a to b + 1 */
  if (b < a)
    {
      low = b + 1;
      high = a + 1;
    }
  for (int i = low; i < high; i++)
    {
      hb_codepoint_t glyph;

      n += find_glyph (item, i, text, &glyph);
    }
  return n;
}

static void
copy_clusters (Run *run, PangoGlyphItem *item, const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  PangoGlyphItemIter iter;
  GArray *clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));

  for (gboolean more = pango_glyph_item_iter_init_start (&iter, item, text); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    {
      cairo_text_cluster_t cluster = { 0 };
      const char *begin = text + iter.start_index;
      int n_bytes = iter.end_index - iter.start_index;

      cluster.num_glyphs = count_shown (item, text, iter.start_glyph, iter.end_glyph);
      if (cluster.num_glyphs == 0)
        continue;
      cluster.num_bytes = (int) append_cluster_text (
          out, begin, n_bytes, n_bytes == 2 && strncmp (begin, SOFT_HYPHEN, 2) == 0);
      g_array_append_val (clusters, cluster);
    }
  run->n_clusters = (int) clusters->len;
  run->clusters = (cairo_text_cluster_t *) (gpointer) g_array_free (clusters, FALSE);
  run->text = g_string_free (g_steal_pointer (&out), FALSE);
  run->flags = (item->item->analysis.level & 1) != 0 ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0;
}

PlxPdfLine *
plx_pdf_line_new (PangoLayoutLine *line)
{
  PlxPdfLine *self = g_new0 (PlxPdfLine, 1);
  const char *text = pango_layout_get_text (line->layout);
  double x = 0;

  self->runs = g_new0 (Run, g_slist_length (line->runs) + 1);
  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *item = l->data;
      Run *run = &self->runs[self->n_runs];

      run->x = x;
      x = copy_glyphs (run, item, text, x);
      run->width = x - run->x;
      if (run->n_glyphs == 0)
        {
          g_clear_pointer (&run->glyphs, g_free);
          continue;
        }
      run->font = g_object_ref (item->item->analysis.font);
      read_attributes (run, item->item->analysis.extra_attrs);
      copy_clusters (run, item, text);
      self->n_runs++;
    }
  return self;
}

void
plx_pdf_line_free (PlxPdfLine *self)
{
  for (guint i = 0; i < self->n_runs; i++)
    {
      g_object_unref (self->runs[i].font);
      g_free (self->runs[i].glyphs);
      g_free (self->runs[i].clusters);
      g_free (self->runs[i].text);
    }
  g_free (self->runs);
  g_free (self);
}

static void
draw_run (const Run *run, cairo_t *cr, double x, double baseline)
{
  g_autofree cairo_glyph_t *glyphs
      = g_memdup2 (run->glyphs, (gsize) run->n_glyphs * sizeof (cairo_glyph_t));

  for (int i = 0; i < run->n_glyphs; i++)
    {
      glyphs[i].x += x;
      glyphs[i].y += baseline;
    }
  cairo_set_source_rgb (cr, run->red, run->green, run->blue);
  cairo_set_scaled_font (cr, pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (run->font)));
  cairo_show_text_glyphs (cr, run->text, -1, glyphs, run->n_glyphs, run->clusters,
                          run->n_clusters, run->flags);
  if (!run->underlined)
    return;
  cairo_set_line_width (cr, 0.6);
  cairo_move_to (cr, x + run->x, baseline + 1.8);
  cairo_line_to (cr, x + run->x + run->width, baseline + 1.8);
  cairo_stroke (cr);
}

void
plx_pdf_line_draw (const PlxPdfLine *self, cairo_t *cr, double x_pt, double baseline_pt)
{
  for (guint i = 0; i < self->n_runs; i++)
    draw_run (&self->runs[i], cr, x_pt, baseline_pt);
}
