/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "language/plx-mark.h"

G_BEGIN_DECLS

/* How a kind of thing looks in all views: a colour for light and for dark, a
 * line that differs in form and not only in hue, and its word. */

typedef enum {
  PLX_LINE_NONE,
  PLX_LINE_SOLID,
  PLX_LINE_DOUBLE,
  PLX_LINE_DASHED,
  PLX_LINE_DOTTED,
  PLX_LINE_WAVY,
  PLX_LINE_RULER,      // hairline with end ticks
  PLX_LINE_DASH_DOT,
} PlxLineStyle;

/* One row of the legend; several entity kinds share one. */
typedef enum {
  PLX_STYLE_PERSON,
  PLX_STYLE_ORGANISATION,
  PLX_STYLE_STATE,
  PLX_STYLE_PLACE,
  PLX_STYLE_MEDIA,
  PLX_STYLE_TIME,
  PLX_STYLE_EVENT,
  PLX_STYLE_STATEMENT,
  PLX_STYLE_OMISSION,
  PLX_STYLE_FINDING,
  PLX_STYLE_OTHER,
  PLX_N_STYLES,
} PlxStyle;

PlxStyle     plx_style_of_entity   (PlxEntityKind   kind);
PlxStyle     plx_style_of_mark     (const PlxMark  *mark);
const char  *plx_style_get_word    (PlxStyle        style);   // translated: "person"
PlxLineStyle plx_style_get_line    (PlxStyle        style);
void         plx_style_get_color   (PlxStyle        style,
                                    gboolean        dark,
                                    GdkRGBA        *color);
/* wash behind text; FALSE: the style has none */
gboolean     plx_style_get_wash    (PlxStyle        style,
                                    gboolean        dark,
                                    GdkRGBA        *color);
void         plx_style_get_selection (gboolean      dark,
                                      GdkRGBA      *fill,
                                      GdkRGBA      *outline);
gboolean     plx_style_is_dark     (void);                    // AdwStyleManager's answer

const char  *plx_entity_kind_get_word (PlxEntityKind kind);   // translated: "media source"
const char  *plx_mark_layer_get_word  (PlxMarkLayer  layer);  // translated: "name"
const char  *plx_mark_state_get_word  (PlxMarkState  state);  // translated: "suggested"
/* What kind of thing a mark is, in a word: "person", "statement", "time" … */
const char  *plx_mark_get_word     (const PlxMark  *mark);
/* ⚠ ○ ↻ of a finding, else "" */
const char  *plx_mark_get_sign     (const PlxMark  *mark);

/* Draws the underline of @style from x to x + width at baseline y (top edge). */
void         plx_style_append_line (GtkSnapshot    *snapshot,
                                    PlxLineStyle    line,
                                    const GdkRGBA  *color,
                                    gboolean        thick,    // accepted
                                    float           x,
                                    float           y,
                                    float           width);

G_END_DECLS
