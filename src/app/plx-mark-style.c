/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-mark-style.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct {
  const char *word;
  PlxLineStyle line;
  const char *light, *dark;
  const char *wash_light, *wash_dark;
} Style;

/* Text pairs measured at 4.7:1 or better on both backgrounds. */
static const Style styles[PLX_N_STYLES] = {
  [PLX_STYLE_PERSON] = { N_("person"), PLX_LINE_SOLID, "#1a5fb4", "#99c1f1", NULL, NULL },
  [PLX_STYLE_ORGANISATION]
  = { N_("organisation"), PLX_LINE_DOUBLE, "#813d9c", "#dca6e8", NULL, NULL },
  [PLX_STYLE_STATE] = { N_("state"), PLX_LINE_DASHED, "#1b6b45", "#8fdcae", NULL, NULL },
  [PLX_STYLE_PLACE] = { N_("place"), PLX_LINE_DOTTED, "#0f6b70", "#7fd6d8", NULL, NULL },
  [PLX_STYLE_MEDIA] = { N_("media source"), PLX_LINE_WAVY, "#9c4200", "#ffbe6f", NULL, NULL },
  [PLX_STYLE_TIME] = { N_("time"), PLX_LINE_RULER, "#63452c", "#d9bfa2", NULL, NULL },
  [PLX_STYLE_EVENT] = { N_("event"), PLX_LINE_DASH_DOT, "#7a3b00", "#f0b98a", NULL, NULL },
  [PLX_STYLE_STATEMENT] = { N_("statement"), PLX_LINE_NONE, "#77767b", "#9a9996", NULL, NULL },
  [PLX_STYLE_OMISSION]
  = { N_("omission"), PLX_LINE_NONE, "#a51d2d", "#ff9a9f", "#fbe4e6", "#4d2a2e" },
  [PLX_STYLE_FINDING]
  = { N_("finding"), PLX_LINE_NONE, "#8a5a00", "#f8dd7c", "#fdf1cf", "#4a3f1c" },
  [PLX_STYLE_OTHER] = { N_("other"), PLX_LINE_SOLID, "#5e5c64", "#c0bfbc", NULL, NULL },
};

PlxStyle
plx_style_of_entity (PlxEntityKind kind)
{
  switch (kind)
    {
    case PLX_ENTITY_PERSON: return PLX_STYLE_PERSON;
    case PLX_ENTITY_ORGANISATION:
    case PLX_ENTITY_PARTY:
    case PLX_ENTITY_GOVERNMENT: return PLX_STYLE_ORGANISATION;
    case PLX_ENTITY_STATE:
    case PLX_ENTITY_NATIONALITY: return PLX_STYLE_STATE;
    case PLX_ENTITY_PLACE:
    case PLX_ENTITY_FACILITY: return PLX_STYLE_PLACE;
    case PLX_ENTITY_MEDIA: return PLX_STYLE_MEDIA;
    case PLX_ENTITY_EVENT:
    case PLX_ENTITY_COMMEMORATION: return PLX_STYLE_EVENT;
    case PLX_ENTITY_OTHER:
    case PLX_ENTITY_PRODUCT:
    case PLX_N_ENTITY_KINDS: break;
    }
  return PLX_STYLE_OTHER;
}

PlxStyle
plx_style_of_mark (const PlxMark *mark)
{
  switch (mark->layer)
    {
    case PLX_MARK_NAME:
    case PLX_MARK_HAND: return plx_style_of_entity (plx_entity_kind_from_nick (mark->label));
    case PLX_MARK_STATEMENT: return PLX_STYLE_STATEMENT;
    case PLX_MARK_OMISSION: return PLX_STYLE_OMISSION;
    case PLX_MARK_TIME: return PLX_STYLE_TIME;
    case PLX_MARK_EVENT: return PLX_STYLE_EVENT;
    case PLX_MARK_FINDING:
      return g_strcmp0 (mark->label, "omission") == 0 ? PLX_STYLE_OMISSION : PLX_STYLE_FINDING;
    case PLX_MARK_QUANTITY:
    case PLX_N_MARK_LAYERS: break;
    }
  return PLX_STYLE_OTHER;
}

const char *
plx_style_get_word (PlxStyle style)
{
  return _(styles[style].word);
}

PlxLineStyle
plx_style_get_line (PlxStyle style)
{
  return styles[style].line;
}

void
plx_style_get_color (PlxStyle style, gboolean dark, GdkRGBA *color)
{
  gdk_rgba_parse (color, dark ? styles[style].dark : styles[style].light);
}

gboolean
plx_style_get_wash (PlxStyle style, gboolean dark, GdkRGBA *color)
{
  const char *wash = dark ? styles[style].wash_dark : styles[style].wash_light;

  return wash != NULL && gdk_rgba_parse (color, wash);
}

void
plx_style_get_selection (gboolean dark, GdkRGBA *fill, GdkRGBA *outline)
{
  gdk_rgba_parse (fill, dark ? "#28415f" : "#d5e5fa");
  gdk_rgba_parse (outline, dark ? "#8ab8f2" : "#1c71d8");
}

gboolean
plx_style_is_dark (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ());
}

const char *
plx_entity_kind_get_word (PlxEntityKind kind)
{
  switch (kind)
    {
    case PLX_ENTITY_PERSON: return _("person");
    case PLX_ENTITY_ORGANISATION: return _("organisation");
    case PLX_ENTITY_STATE: return _("state");
    case PLX_ENTITY_PLACE: return _("place");
    case PLX_ENTITY_FACILITY: return _("facility");
    case PLX_ENTITY_MEDIA: return _("media source");
    case PLX_ENTITY_PARTY: return _("party");
    case PLX_ENTITY_GOVERNMENT: return _("government");
    case PLX_ENTITY_EVENT: return _("event");
    case PLX_ENTITY_COMMEMORATION: return _("commemoration");
    case PLX_ENTITY_PRODUCT: return _("product");
    case PLX_ENTITY_NATIONALITY: return _("nationality");
    case PLX_ENTITY_OTHER:
    case PLX_N_ENTITY_KINDS: break;
    }
  return _("other");
}

const char *
plx_mark_layer_get_word (PlxMarkLayer layer)
{
  switch (layer)
    {
    case PLX_MARK_NAME: return _("name");
    case PLX_MARK_STATEMENT: return _("statement");
    case PLX_MARK_OMISSION: return _("omission");
    case PLX_MARK_TIME: return _("time");
    case PLX_MARK_QUANTITY: return _("quantity");
    case PLX_MARK_EVENT: return _("event");
    case PLX_MARK_FINDING: return _("finding");
    case PLX_MARK_HAND: return _("marked by hand");
    case PLX_N_MARK_LAYERS: break;
    }
  return "";
}

const char *
plx_mark_state_get_word (PlxMarkState state)
{
  switch (state)
    {
    case PLX_MARK_SUGGESTED: return _("suggested");
    case PLX_MARK_ACCEPTED: return _("accepted");
    case PLX_MARK_REJECTED: return _("rejected");
    }
  return "";
}

const char *
plx_mark_get_word (const PlxMark *mark)
{
  if (mark->layer == PLX_MARK_NAME || mark->layer == PLX_MARK_HAND)
    return plx_entity_kind_get_word (plx_entity_kind_from_nick (mark->label));
  return plx_mark_layer_get_word (mark->layer);
}

const char *
plx_mark_get_sign (const PlxMark *mark)
{
  if (mark->layer == PLX_MARK_OMISSION)
    return "○";
  if (mark->layer != PLX_MARK_FINDING)
    return "";
  if (g_strcmp0 (mark->label, "omission") == 0)
    return "○";
  return g_strcmp0 (mark->label, "repeated") == 0 ? "↻" : "⚠";
}

static void
append_box (GtkSnapshot *snapshot, const GdkRGBA *color, float x, float y, float width,
            float height)
{
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, y, width, height));
}

/* Dashes are few per line, so plain boxes are cheaper than a cairo node. The
 * pattern is anchored to x so that it stands still while text reflows. */
static void
append_pattern (GtkSnapshot *snapshot, const GdkRGBA *color, float height, const float *pattern,
                guint n_pattern, float x, float y, float width)
{
  float at = 0;

  for (guint i = 0; at < width; i = (i + 1) % n_pattern)
    {
      float length = MIN (pattern[i], width - at);
      if (i % 2 == 0)
        append_box (snapshot, color, x + at, y, length, height);
      at += pattern[i];
    }
}

static void
append_wave (GtkSnapshot *snapshot, const GdkRGBA *color, gboolean thick, float x, float y,
             float width)
{
  const double period = 6.0, amplitude = 1.3;
  cairo_t *cr
    = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x - 1, y - 1, width + 2, 5));

  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, thick ? 1.6 : 1.0);
  cairo_move_to (cr, x, y + 1.5);
  for (double at = 0; at < width; at += period / 2)
    {
      double end = MIN (at + period / 2, width);
      double sign = fmod (at, period) < period / 4 ? 1 : -1;
      cairo_curve_to (cr, x + at + (end - at) / 3, y + 1.5 + 2 * sign * amplitude,
                      x + at + (end - at) * 2 / 3, y + 1.5 + 2 * sign * amplitude, x + end,
                      y + 1.5);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

void
plx_style_append_line (GtkSnapshot *snapshot, PlxLineStyle line, const GdkRGBA *color,
                       gboolean thick, float x, float y, float width)
{
  static const float dashed[] = { 6, 3 }, dotted[] = { 2, 2 }, dash_dot[] = { 7, 2, 2, 2 };
  float height = thick ? 2 : 1;

  switch (line)
    {
    case PLX_LINE_NONE:
      break;
    case PLX_LINE_SOLID:
      append_box (snapshot, color, x, y, width, height);
      break;
    case PLX_LINE_DOUBLE:
      append_box (snapshot, color, x, y, width, 1);
      append_box (snapshot, color, x, y + (thick ? 2 : 3), width, thick ? 1.5f : 1);
      break;
    case PLX_LINE_DASHED:
      append_pattern (snapshot, color, height, dashed, G_N_ELEMENTS (dashed), x, y, width);
      break;
    case PLX_LINE_DOTTED:
      append_pattern (snapshot, color, height, dotted, G_N_ELEMENTS (dotted), x, y, width);
      break;
    case PLX_LINE_WAVY:
      append_wave (snapshot, color, thick, x, y, width);
      break;
    case PLX_LINE_RULER:
      append_box (snapshot, color, x, y + 1, width, height);
      append_box (snapshot, color, x, y - 2, 1, 5);
      append_box (snapshot, color, x + width - 1, y - 2, 1, 5);
      break;
    case PLX_LINE_DASH_DOT:
      append_pattern (snapshot, color, height, dash_dot, G_N_ELEMENTS (dash_dot), x, y, width);
      break;
    }
}
