/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "graph/plx-scene.h"

/* Colours and shapes of kinds. The lines are the same as in Read; the fill is
 * the line's colour thinned into the background, so that labels and edges stay
 * the strongest things on the page. */

#define CHANNEL(hex, shift) (((hex) >> (shift) & 0xff) / 255.0)
#define RGB(hex) { CHANNEL (hex, 16), CHANNEL (hex, 8), CHANNEL (hex, 0) }

static const PlxPalette light = {
  .background = RGB (0xffffff),
  .text = RGB (0x2e3436),
  .muted = RGB (0xb6b8bb),
  .edge = RGB (0x77767b),
  .left_out = RGB (0xa51d2d),
  .selection = RGB (0x1c71d8),
  .line = { RGB (0x1a5fb4), RGB (0x813d9c), RGB (0x1b6b45), RGB (0x0f6b70),
            RGB (0x9c4200), RGB (0x7a3b00), RGB (0x5e5c64) },
  .fill = { RGB (0xdfe9f6), RGB (0xf1e4f5), RGB (0xdff0e6), RGB (0xdcefef),
            RGB (0xfdebd8), RGB (0xfaeadb), RGB (0xededee) },
};

static const PlxPalette dark = {
  .background = RGB (0x1e1e1e),
  .text = RGB (0xf2f1ee),
  .muted = RGB (0x55555a),
  .edge = RGB (0x9a9996),
  .left_out = RGB (0xff9a9f),
  .selection = RGB (0x8ab8f2),
  .line = { RGB (0x99c1f1), RGB (0xdca6e8), RGB (0x8fdcae), RGB (0x7fd6d8),
            RGB (0xffbe6f), RGB (0xf0b98a), RGB (0xc0bfbc) },
  .fill = { RGB (0x2a3645), RGB (0x3d3042), RGB (0x283d31), RGB (0x263a3b),
            RGB (0x443424), RGB (0x41342a), RGB (0x38383a) },
};

const PlxPalette *
plx_palette_get (gboolean is_dark)
{
  return is_dark ? &dark : &light;
}

PlxShape
plx_shape_of_kind (PlxEntityKind kind)
{
  switch (kind)
    {
    case PLX_ENTITY_PERSON:
      return PLX_SHAPE_CIRCLE;
    case PLX_ENTITY_ORGANISATION:
    case PLX_ENTITY_PARTY:
    case PLX_ENTITY_GOVERNMENT:
      return PLX_SHAPE_SQUARE;
    case PLX_ENTITY_STATE:
    case PLX_ENTITY_NATIONALITY:
      return PLX_SHAPE_HEXAGON;
    case PLX_ENTITY_PLACE:
    case PLX_ENTITY_FACILITY:
      return PLX_SHAPE_DIAMOND;
    case PLX_ENTITY_MEDIA:
      return PLX_SHAPE_SHEET;
    case PLX_ENTITY_EVENT:
    case PLX_ENTITY_COMMEMORATION:
      return PLX_SHAPE_STAR;
    case PLX_ENTITY_OTHER:
    case PLX_ENTITY_PRODUCT:
    case PLX_N_ENTITY_KINDS:
      break;
    }
  return PLX_SHAPE_TRIANGLE;
}
