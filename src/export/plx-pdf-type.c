/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-pdf-private.h"

typedef struct {
  const char *font;
  double pitch, ascent;   // pt
} Type;

/* Line pitch is ours, not the font's: fallback fonts of other scripts would
 * make their lines taller. */
static const Type types[PLX_N_TYPES] = {
  [PLX_TYPE_BODY] = { "Noto Serif, DejaVu Serif, serif 9.6", 15.4, 11.2 },
  [PLX_TYPE_QUOTE] = { "Noto Serif, DejaVu Serif, serif 8.4", 12.2, 9.2 },
  [PLX_TYPE_TITLE] = { "Noto Serif, DejaVu Serif, serif Bold 15.5", 20.5, 15.5 },
  [PLX_TYPE_BIG_TITLE] = { "Noto Serif, DejaVu Serif, serif Bold 25", 32, 25 },
  [PLX_TYPE_PART] = { "Noto Serif, DejaVu Serif, serif Bold 20", 26, 20 },
  [PLX_TYPE_HEADING] = { "Noto Sans, DejaVu Sans, sans-serif Bold 10.5", 15, 11.5 },
  [PLX_TYPE_TEXT] = { "Noto Sans, DejaVu Sans, sans-serif 8.4", 12.4, 9.4 },
  [PLX_TYPE_TABLE] = { "Noto Sans, DejaVu Sans, sans-serif 7.4", 10.2, 8 },
  [PLX_TYPE_SMALL] = { "Noto Sans, DejaVu Sans, sans-serif 7", 9.6, 7.5 },
};

/* No hinting and no rounding: the page is the same at every size. */
void
plx_pdf_type_init (PlxPdfBook *book)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  book->context = pango_font_map_create_context (map);
  pango_cairo_context_set_font_options (book->context, options);
  pango_cairo_context_set_resolution (book->context, 72);
  pango_context_set_round_glyph_positions (book->context, FALSE);
  cairo_font_options_destroy (options);
  for (guint i = 0; i < PLX_N_TYPES; i++)
    book->fonts[i] = pango_font_description_from_string (types[i].font);
}

void
plx_pdf_type_clear (PlxPdfBook *book)
{
  g_clear_object (&book->context);
  for (guint i = 0; i < PLX_N_TYPES; i++)
    g_clear_pointer (&book->fonts[i], pango_font_description_free);
}

/* Ligatures come back from some readers as one odd letter, or cut the text
 * short; scripts that need theirs have them under other names. */
void
plx_pdf_type_add_features (PangoAttrList *attributes)
{
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0, clig=0"));
}

PangoLayout *
plx_pdf_type_layout (PlxPdfBook *book, PlxPdfType type, const char *text, double width)
{
  PangoLayout *layout = pango_layout_new (book->context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  plx_pdf_type_add_features (attributes);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_font_description (layout, book->fonts[type]);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  /* quotations align by their script, everything around them by the book's */
  pango_layout_set_auto_dir (layout, type <= PLX_TYPE_PART);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

PangoLayout *
plx_pdf_type_markup (PlxPdfBook *book, PlxPdfType type, const char *markup, double width)
{
  PangoLayout *layout = plx_pdf_type_layout (book, type, "", width);
  g_autoptr (PangoAttrList) attributes = NULL;

  pango_layout_set_markup (layout, markup, -1);
  attributes = pango_attr_list_copy (pango_layout_get_attributes (layout));
  plx_pdf_type_add_features (attributes);
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

double
plx_pdf_type_pitch (PlxPdfType type)
{
  return types[type].pitch;
}

double
plx_pdf_type_ascent (PlxPdfType type)
{
  return types[type].ascent;
}

double
plx_pdf_type_height (PlxPdfType type, PangoLayout *layout)
{
  return types[type].pitch * pango_layout_get_line_count (layout);
}
