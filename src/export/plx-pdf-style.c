/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-pdf-style.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef enum {
  LINE_NONE,
  LINE_PLAIN,
  LINE_DOUBLE,
  LINE_WAVY,
  LINE_RULER,
  LINE_CORNERS,
  LINE_CIRCLE,
  LINE_TRIANGLE,
} Line;

typedef struct {
  const char *word;
  guint32 colour, wash;   // 0xrrggbb
  Line line;
  double dashes[4];
  guint n_dashes;
  const char *subtype;    // of the annotation, for readers that draw their own
} Style;

/* Colours are those of the window in its light dress; text in them reads at
 * 4.7:1 or better on white. */
static const Style styles[PLX_PDF_N_STYLES] = {
  [PLX_PDF_PERSON] = { N_("person"), 0x1a5fb4, 0xdfeaf8, LINE_PLAIN, { 0 }, 0, "Underline" },
  [PLX_PDF_ORGANISATION]
  = { N_("organisation"), 0x813d9c, 0xf1e4f6, LINE_DOUBLE, { 0 }, 0, "Underline" },
  [PLX_PDF_STATE] = { N_("state"), 0x1b6b45, 0xdff1e7, LINE_PLAIN, { 4.5, 2 }, 2, "Underline" },
  [PLX_PDF_PLACE] = { N_("place"), 0x0f6b70, 0xddf0f0, LINE_PLAIN, { 1.2, 1.4 }, 2, "Underline" },
  [PLX_PDF_MEDIA] = { N_("media source"), 0x9c4200, 0xfbe9da, LINE_WAVY, { 0 }, 0, "Squiggly" },
  [PLX_PDF_TIME] = { N_("time"), 0x63452c, 0xf3ebe2, LINE_RULER, { 0 }, 0, "Underline" },
  [PLX_PDF_QUANTITY]
  = { N_("quantity"), 0x5e5c64, 0xeeeef0, LINE_PLAIN, { 1, 3.5 }, 2, "Underline" },
  [PLX_PDF_EVENT]
  = { N_("event"), 0x7a3b00, 0xf9e8d4, LINE_PLAIN, { 5, 1.6, 1.2, 1.6 }, 4, "Underline" },
  [PLX_PDF_OTHER] = { N_("other"), 0x5e5c64, 0xeeeef0, LINE_PLAIN, { 9, 3 }, 2, "Underline" },
  [PLX_PDF_STATEMENT]
  = { N_("statement"), 0x77767b, 0xffffff, LINE_CORNERS, { 0 }, 0, "Highlight" },
  [PLX_PDF_OMISSION] = { N_("left out"), 0xa51d2d, 0xfbe4e6, LINE_CIRCLE, { 0 }, 0, "Highlight" },
  [PLX_PDF_FINDING] = { N_("finding"), 0x8a5a00, 0xfdf1cf, LINE_TRIANGLE, { 0 }, 0, "Highlight" },
};

static PlxPdfStyle
style_of_kind (PlxEntityKind kind)
{
  switch (kind)
    {
    case PLX_ENTITY_PERSON: return PLX_PDF_PERSON;
    case PLX_ENTITY_ORGANISATION:
    case PLX_ENTITY_PARTY:
    case PLX_ENTITY_GOVERNMENT: return PLX_PDF_ORGANISATION;
    case PLX_ENTITY_STATE:
    case PLX_ENTITY_NATIONALITY: return PLX_PDF_STATE;
    case PLX_ENTITY_PLACE:
    case PLX_ENTITY_FACILITY: return PLX_PDF_PLACE;
    case PLX_ENTITY_MEDIA: return PLX_PDF_MEDIA;
    case PLX_ENTITY_EVENT:
    case PLX_ENTITY_COMMEMORATION: return PLX_PDF_EVENT;
    case PLX_ENTITY_OTHER:
    case PLX_ENTITY_PRODUCT:
    case PLX_N_ENTITY_KINDS: break;
    }
  return PLX_PDF_OTHER;
}

static gboolean
is_omission (const PlxMark *mark)
{
  return mark->layer == PLX_MARK_OMISSION
         || (mark->layer == PLX_MARK_FINDING && g_strcmp0 (mark->label, "omission") == 0);
}

PlxPdfStyle
plx_pdf_style_of_mark (const PlxMark *mark)
{
  if (is_omission (mark))
    return PLX_PDF_OMISSION;
  switch (mark->layer)
    {
    case PLX_MARK_NAME:
    case PLX_MARK_HAND: return style_of_kind (plx_entity_kind_from_nick (mark->label));
    case PLX_MARK_STATEMENT: return PLX_PDF_STATEMENT;
    case PLX_MARK_TIME: return PLX_PDF_TIME;
    case PLX_MARK_QUANTITY: return PLX_PDF_QUANTITY;
    case PLX_MARK_EVENT: return PLX_PDF_EVENT;
    case PLX_MARK_FINDING: return PLX_PDF_FINDING;
    case PLX_MARK_OMISSION:
    case PLX_N_MARK_LAYERS: break;
    }
  return PLX_PDF_OTHER;
}

static PlxPdfColour
to_colour (guint32 rgb)
{
  return (PlxPdfColour) { (rgb >> 16) / 255.0, ((rgb >> 8) & 0xff) / 255.0, (rgb & 0xff) / 255.0 };
}

PlxPdfColour
plx_pdf_style_get_colour (PlxPdfStyle style)
{
  return to_colour (styles[style].colour);
}

PlxPdfColour
plx_pdf_style_get_wash (PlxPdfStyle style)
{
  return to_colour (styles[style].wash);
}

const char *
plx_pdf_style_get_word (PlxPdfStyle style)
{
  return _(styles[style].word);
}

const char *
plx_pdf_style_get_subtype (PlxPdfStyle style)
{
  return styles[style].subtype;
}

const char *
plx_pdf_mark_get_word (const PlxMark *mark)
{
  if (is_omission (mark))
    return _("left out");
  if (mark->layer != PLX_MARK_NAME && mark->layer != PLX_MARK_HAND)
    return plx_pdf_style_get_word (plx_pdf_style_of_mark (mark));
  switch (plx_entity_kind_from_nick (mark->label))
    {
    case PLX_ENTITY_PARTY: return _("party");
    case PLX_ENTITY_GOVERNMENT: return _("government");
    case PLX_ENTITY_NATIONALITY: return _("nationality");
    case PLX_ENTITY_FACILITY: return _("facility");
    case PLX_ENTITY_COMMEMORATION: return _("commemoration");
    case PLX_ENTITY_PRODUCT: return _("product");
    default: return plx_pdf_style_get_word (plx_pdf_style_of_mark (mark));
    }
}

/* What stands before the note in the margin; "" for what needs no note. */
const char *
plx_pdf_mark_get_sign (const PlxMark *mark)
{
  if (is_omission (mark))
    return "○";
  if (mark->layer != PLX_MARK_FINDING)
    return "";
  return g_strcmp0 (mark->label, "repeated") == 0 ? "↻" : "⚠";
}

static void
draw_segment (const PlxPdfPen *pen, double x1, double y1, double x2, double y2)
{
  pen->move (pen->data, x1, y1);
  pen->line (pen->data, x2, y2);
}

static void
draw_wave (const PlxPdfPen *pen, double x1, double x2, double y)
{
  const double period = 3.6, amplitude = 0.75, step = period / 8;

  pen->move (pen->data, x1, y);
  for (double x = x1 + step; x < x2; x += step)
    pen->line (pen->data, x, y + amplitude * sin ((x - x1) / period * 2 * G_PI));
}

static void
draw_ruler (const PlxPdfPen *pen, PlxPdfBox box, double y, gboolean first, gboolean last)
{
  draw_segment (pen, box.x1, y, box.x2, y);
  if (first)
    draw_segment (pen, box.x1 + 0.3, y - 2.4, box.x1 + 0.3, y);
  if (last)
    draw_segment (pen, box.x2 - 0.3, y - 2.4, box.x2 - 0.3, y);
}

/* ⌜ where a statement begins, ⌟ where it ends: nothing under its words. */
static void
draw_corners (const PlxPdfPen *pen, PlxPdfBox box, gboolean first, gboolean last)
{
  if (first)
    {
      draw_segment (pen, box.x1 - 0.6, box.y1 + 3.4, box.x1 - 0.6, box.y1 + 0.6);
      pen->line (pen->data, box.x1 + 2.6, box.y1 + 0.6);
    }
  if (last)
    {
      draw_segment (pen, box.x2 + 0.6, box.y2 - 3.4, box.x2 + 0.6, box.y2 - 0.6);
      pen->line (pen->data, box.x2 - 2.6, box.y2 - 0.6);
    }
}

static void
draw_polygon (const PlxPdfPen *pen, double x, double y, double radius, guint n)
{
  for (guint i = 0; i <= n; i++)
    {
      double angle = -G_PI / 2 + 2 * G_PI * i / n;

      (i == 0 ? pen->move : pen->line) (pen->data, x + radius * cos (angle),
                                        y + radius * sin (angle));
    }
}

void
plx_pdf_style_draw (PlxPdfStyle style, const PlxPdfPen *pen, PlxPdfBox box, gboolean accepted,
                    gboolean first, gboolean last)
{
  const Style *s = &styles[style];
  double width = accepted ? 1.0 : 0.5, y = box.y2 - 1.2;

  pen->set_line (pen->data, width, s->dashes, s->n_dashes);
  switch (s->line)
    {
    case LINE_NONE: return;
    case LINE_PLAIN: draw_segment (pen, box.x1, y, box.x2, y); break;
    case LINE_DOUBLE:
      pen->set_line (pen->data, accepted ? 0.7 : 0.4, NULL, 0);
      draw_segment (pen, box.x1, y - 0.7, box.x2, y - 0.7);
      draw_segment (pen, box.x1, y + 0.9, box.x2, y + 0.9);
      break;
    case LINE_WAVY: draw_wave (pen, box.x1, box.x2, y); break;
    case LINE_RULER: draw_ruler (pen, box, y, first, last); break;
    case LINE_CORNERS: draw_corners (pen, box, first, last); break;
    case LINE_CIRCLE:
    case LINE_TRIANGLE:
      pen->set_line (pen->data, 0.5, NULL, 0);
      if (!first)
        return;
      draw_polygon (pen, box.x1, box.y1 + 1.4, 1.5, s->line == LINE_CIRCLE ? 16 : 3);
      break;
    }
  pen->stroke (pen->data);
}
