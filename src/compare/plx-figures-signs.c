/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-figures-private.h"

#include <string.h>

/* Scripts whose words nobody splits here: a number with a counter is of the
 * quantity whose sign stands nearest in the same piece of the sentence, with no
 * other number between. */

#define SECONDS_PER_YEAR 31557600.0
#define SECONDS_PER_HOUR 3600.0

enum { MAX_MARKS = 64 };

typedef struct {
  const PlxSign *sign;
  double value;          // of a number
  guint32 begin, end;
} Mark;

typedef struct {
  const PlxText *text;
  const char *p, *end;
  Mark marks[MAX_MARKS];
  guint n_marks;
  gboolean update;
} Piece;

static gint
digit_of (gunichar c)
{
  static const gunichar digits[] = { 0x3007, 0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94, 0x516d, 0x4e03,
                                     0x516b, 0x4e5d };

  if (g_unichar_isdigit (c))
    return g_unichar_digit_value (c);
  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    if (digits[i] == c)
      return (gint) i;
  return c == 0x4e24 || c == 0x5169 ? 2 : -1;
}

static double
times_of (gunichar c)
{
  static const struct { gunichar c; double times; } signs[] = {
    { 0x5341, 10 }, { 0x767e, 100 }, { 0x5343, 1000 }, { 0x4e07, 1e4 }, { 0x842c, 1e4 },
    { 0x4ebf, 1e8 }, { 0x5104, 1e8 }, { 0x5146, 1e12 }, { 0xb9cc, 1e4 }, { 0xc5b5, 1e8 },
    { 0xc870, 1e12 }, { 0xcc9c, 1000 }, { 0xbc31, 100 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (signs[i].c == c)
      return signs[i].times;
  return 0.0;
}

/* "14亿", "1,180", "三十一", "1만 2천": FALSE when no number begins at @*p. */
static gboolean
read_number (const char **p, const char *end, double *value)
{
  double total = 0.0, section = 0.0, current = 0.0, decimals = 0.0;
  gboolean any = FALSE;
  const char *q = *p;

  while (q < end)
    {
      gunichar c = g_utf8_get_char (q);
      gint digit = digit_of (c);
      double times = times_of (c);

      if (digit >= 0 && decimals > 0.0)
        {
          current += digit * decimals;
          decimals /= 10.0;
        }
      else if (digit >= 0)
        current = current * 10.0 + digit;
      else if (c == '.' && any && decimals <= 0.0)
        decimals = 0.1;
      else if (times >= 1e4 && any)
        {
          total += (section + current) * times;
          section = current = decimals = 0.0;
        }
      else if (times > 0.0 && (any || times < 11.0))
        {
          section += (current > 0.0 ? current : 1.0) * times;
          current = decimals = 0.0;
        }
      else if (!(c == ',' && any && q + 1 < end && g_ascii_isdigit (q[1])))
        break;
      any = TRUE;
      q = g_utf8_next_char (q);
    }
  *value = total + section + current;
  if (any)
    *p = q;
  return any && *value > 0.0 && *value < 1e15;
}

static void
add_mark (Piece *piece, const PlxSign *sign, double value, const char *from, const char *to)
{
  if (piece->n_marks < MAX_MARKS)
    piece->marks[piece->n_marks++] = (Mark) { sign, value, (guint32) (from - piece->text->text),
                                              (guint32) (to - piece->text->text) };
}

static gboolean
fits (const PlxMeasure *quantity, guint roles)
{
  switch (quantity->kind)
    {
    case PLX_NUMBERS_PEOPLE:
      return (roles & PLX_ROLE_PEOPLE) != 0;
    case PLX_NUMBERS_MONEY:
      return (roles & PLX_ROLE_MONEY) != 0;
    case PLX_NUMBERS_TIME:
      return (roles & (PLX_ROLE_YEAR | PLX_ROLE_HOUR)) != 0;
    case PLX_NUMBERS_LENGTH:
    case PLX_NUMBERS_UNIT:
      break;
    }
  return FALSE;
}

/* Numbers with their counters and signs of quantities, in order. */
static void
read_marks (const PlxQuantities *quantities, Piece *piece)
{
  const char *p = piece->p;

  while (p < piece->end)
    {
      const char *from = p;
      const PlxSign *sign;
      double value;

      if (read_number (&p, piece->end, &value))
        {
          if (p < piece->end && *p == ' ')
            p++;
          sign = p < piece->end
                   ? plx_quantities_sign (quantities, p, (gsize) (piece->end - p), TRUE) : NULL;
          if (sign != NULL && !((sign->roles & PLX_ROLE_YEAR) && value > 200.0))
            {
              add_mark (piece, sign, value, from, p + sign->n_bytes);
              p += sign->n_bytes;
            }
          p = MAX (p, g_utf8_next_char (from));
          continue;
        }
      p = from;
      sign = plx_quantities_sign (quantities, p, (gsize) (piece->end - p), FALSE);
      if (sign != NULL && sign->quantity != NULL)
        add_mark (piece, sign, 0.0, p, p + sign->n_bytes);
      piece->update |= sign != NULL && (sign->roles & PLX_ROLE_UPDATE);
      p = sign != NULL ? p + sign->n_bytes : g_utf8_next_char (p);
    }
}

static double
factor_of (guint roles)
{
  return (roles & PLX_ROLE_YEAR)   ? SECONDS_PER_YEAR
         : (roles & PLX_ROLE_HOUR) ? SECONDS_PER_HOUR
                                   : 1.0;
}

static void
add_figures (const Piece *piece, guint sentence, GArray *out)
{
  for (guint i = 0; i < piece->n_marks; i++)
    {
      const Mark *number = &piece->marks[i], *before = i > 0 ? number - 1 : NULL;
      const Mark *after = i + 1 < piece->n_marks ? number + 1 : NULL, *of;
      PlxFigure figure = { .sentence = sentence, .signs = TRUE };

      if (number->sign->quantity != NULL)
        continue;
      if (before != NULL && (before->sign->quantity == NULL
                             || !fits (before->sign->quantity, number->sign->roles)))
        before = NULL;
      if (after != NULL && (after->sign->quantity == NULL
                            || !fits (after->sign->quantity, number->sign->roles)))
        after = NULL;
      of = before == NULL || (after != NULL
                              && after->begin - number->end < number->begin - before->end)
             ? after : before;
      if (of == NULL)
        continue;
      figure.quantity = of->sign->quantity;
      figure.value = figure.low = figure.high = number->value * factor_of (number->sign->roles);
      figure.span = (PlxSpan) { number->begin, number->end };
      g_array_append_val (out, figure);
    }
}

static gboolean
ends_piece (gunichar c)
{
  return c == 0xff0c || c == 0x3001 || c == 0x3002 || c == 0xff1b || c == ';' || c == '\n';
}

void
plx_figures_read_signs (const PlxQuantities *quantities, const PlxText *text, guint sentence,
                        GArray *out)
{
  PlxSpan span = PLX_TEXT_SENTENCE (text, sentence)->span;
  const char *p = text->text + span.begin, *end = text->text + span.end, *start = p;
  gboolean signs = FALSE, update = FALSE;
  guint first = out->len;

  for (guint i = 0; i < PLX_TEXT_SENTENCE (text, sentence)->n_terms && !signs; i++)
    signs = (PLX_TEXT_TERM (text, PLX_TEXT_SENTENCE (text, sentence)->first_term + i)->flags
             & PLX_TERM_PAIR) != 0;
  while (signs && p < end)
    {
      const char *next = g_utf8_next_char (p);

      if (ends_piece (g_utf8_get_char (p)) || next >= end)
        {
          Piece piece = { .text = text, .p = start, .end = next };

          read_marks (quantities, &piece);
          add_figures (&piece, sentence, out);
          update |= piece.update;
          start = next;
        }
      p = next;
    }
  for (guint i = first; i < out->len; i++)
    g_array_index (out, PlxFigure, i).update = update;
}
