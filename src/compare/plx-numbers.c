/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-numbers.h"

#include <math.h>
#include <string.h>

/* Numbers in digits and in words, with fractions, ranges and shares. Words are
 * put together left to right as they are spoken: a sum that is complete at each
 * thousand, and the part under way. */

char *
plx_fact_word (const PlxFactReader *self, guint i)
{
  PlxSpan span;

  if (i >= self->end)
    return g_strdup ("");
  span = PLX_TEXT_TERM (self->text, i)->span;
  return plx_text_fold (self->text->text + span.begin, plx_span_length (span));
}

gboolean
plx_fact_is (const PlxFactReader *self, guint i, const char *word)
{
  g_autofree char *here = plx_fact_word (self, i);

  return strcmp (here, word) == 0;
}

gboolean
plx_fact_is_break (const PlxFactReader *self, guint i)
{
  return i >= self->end || (PLX_TEXT_TERM (self->text, i)->flags & PLX_TERM_BREAK);
}

const PlxUnitWord *
plx_fact_unit (const PlxFactReader *self, guint i)
{
  const char *lemma;
  const PlxUnitWord *unit;
  gsize n;

  if (i >= self->end)
    return NULL;
  lemma = plx_vocabulary_get (self->vocabulary, PLX_TEXT_TERM (self->text, i)->id)->lemma;
  unit = plx_lexicon_unit (self->vocabulary->lexicon, lemma);
  n = strlen (lemma);
  if (unit == NULL && n > 3 && lemma[n - 1] == 's')
    {
      g_autofree char *singular = g_strndup (lemma, n - 1);

      unit = plx_lexicon_unit (self->vocabulary->lexicon, singular);
    }
  return unit;
}

static const PlxNumberWord *
number_at (const PlxFactReader *self, guint i)
{
  g_autofree char *word = plx_fact_word (self, i);

  return plx_lexicon_number (self->vocabulary->lexicon, word);
}

static gboolean
is_kind (const PlxFactReader *self, guint i, PlxNumberClass kind)
{
  const PlxNumberWord *number = number_at (self, i);

  return number != NULL && number->kind == kind;
}

static gboolean
is_article (const PlxFactReader *self, guint i)
{
  return plx_fact_is (self, i, "a") || plx_fact_is (self, i, "an");
}

/* Digits with separators; FALSE for 9:40, 4th, A320 and the like. */
gboolean
plx_number_parse (const char *word, double *value, double *step)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  gboolean decimal = FALSE, good = TRUE;
  int n_zeros = 0, n_decimals = 0;

  for (const char *p = word; *p != '\0' && good; p++)
    if (g_ascii_isdigit (*p))
      {
        n_zeros = *p == '0' ? n_zeros + 1 : 0;
        n_decimals += decimal;
        g_string_append_c (plain, *p);
      }
    else if (*p == '.' && !decimal)
      {
        decimal = TRUE;
        g_string_append_c (plain, *p);
      }
    else
      good = *p == ',' && !decimal;
  *value = g_ascii_strtod (plain->str, NULL);
  *step = decimal ? pow (10.0, -n_decimals) : pow (10.0, n_zeros);
  if (*value == 0.0)
    *step = 1.0;
  return good && plain->len > 0 && plain->len < 18;
}

static gboolean
follows_money (const PlxFactReader *self, guint i)
{
  return i > self->first
         && g_unichar_type (g_utf8_get_char (self->text->text
                                             + PLX_TEXT_TERM (self->text, i - 1)->span.begin))
              == G_UNICODE_CURRENCY_SYMBOL;
}

/* "3bn", "$40m", "500km", "2½": what is written onto the digits. */
static gboolean
parse_glued (const PlxFactReader *self, guint i, const char *word, PlxNumber *out)
{
  gsize n = strspn (word, "0123456789.,");
  g_autofree char *digits = g_strndup (word, n);
  const char *rest = word + n;
  const PlxNumberWord *times;
  double factor = 1.0;

  if (*rest == '\0' || !plx_number_parse (digits, &out->low, &out->step))
    return FALSE;
  times = plx_lexicon_number (self->vocabulary->lexicon, rest);
  if (strcmp (rest, "½") == 0)
    {
      out->low += 0.5;
      out->step = 0.5;
    }
  else if (times != NULL && times->kind == PLX_NUMBER_TIMES)
    factor = times->low;
  else if (follows_money (self, i) && strcmp (rest, "m") == 0)
    factor = 1e6;
  else if (follows_money (self, i) && strcmp (rest, "b") == 0)
    factor = 1e9;
  else if ((out->unit = plx_lexicon_unit (self->vocabulary->lexicon, rest)) == NULL)
    return FALSE;
  out->low *= factor;
  out->step *= factor;
  out->high = out->low;
  return TRUE;
}

/* "a third", "two thirds", "three-quarters", "half": the fraction at term @i,
 * 0: none; the terms it takes in @n. */
static double
fraction_at (const PlxFactReader *self, guint i, guint *n)
{
  const PlxNumberWord *number = number_at (self, i), *part;
  g_autofree char *word = plx_fact_word (self, i + 1);
  gsize length = strlen (word);
  double count;

  *n = 1;
  if (number != NULL && number->kind == PLX_NUMBER_FRACTION && plx_fact_is (self, i, "half"))
    return number->low;
  if (i + 1 >= self->end || plx_fact_is_break (self, i + 1))
    return 0.0;
  *n = 2;
  if (is_article (self, i))
    count = 1.0;
  else if (number != NULL && number->kind == PLX_NUMBER_PLAIN && number->low < 10)
    count = number->low;
  else
    return 0.0;
  if (count > 1.0 && length > 1 && word[length - 1] == 's')
    word[length - 1] = '\0';
  else if (count > 1.0)
    return 0.0;
  part = plx_lexicon_number (self->vocabulary->lexicon, word);
  if (part != NULL && part->kind == PLX_NUMBER_FRACTION)
    return count * part->low;
  if (part != NULL && part->kind == PLX_NUMBER_ORDINAL && part->low > 2
      && (count > 1.0 || plx_fact_is (self, i + 2, "of")))
    return count / part->low;
  return 0.0;
}

/* "the second half", "this quarter" name no share. */
static gboolean
is_period (const PlxFactReader *self, guint i)
{
  static const char *const words[] = { "the", "this", "last", "next", "other", "latter", "each",
                                       "first", "second", "better" };

  if (i == self->first || plx_fact_is_break (self, i))
    return FALSE;
  for (guint k = 0; k < G_N_ELEMENTS (words); k++)
    if (plx_fact_is (self, i - 1, words[k]))
      return TRUE;
  return FALSE;
}

/* "half a million", "two thirds of an hour", "half of the seats". */
static guint
read_fraction (const PlxFactReader *self, guint i, PlxNumber *out)
{
  guint n, next;
  double value = fraction_at (self, i, &n);

  if (value <= 0.0 || is_period (self, i))
    return i;
  next = i + n;
  out->low = out->high = value;
  out->step = value / 4;
  if (plx_fact_is (self, next, "of") && is_article (self, next + 1))
    next++;
  if (is_article (self, next)
      && (is_kind (self, next + 1, PLX_NUMBER_TIMES) || plx_fact_unit (self, next + 1) != NULL))
    {
      next++;
      if (!is_kind (self, next, PLX_NUMBER_TIMES))
        return next;
      out->low = out->high = value * number_at (self, next)->low;
      out->step = out->low / 4;
      return next + 1;
    }
  if (!plx_fact_is_break (self, next) && plx_fact_unit (self, next) != NULL)
    return next;
  out->share = (plx_fact_is_break (self, next) && n > 1 && !is_article (self, i))
               || plx_fact_is (self, next, "of") || plx_fact_is (self, next, "the")
               || plx_fact_is (self, next, "its") || plx_fact_is (self, next, "their");
  return out->share ? next : i;
}

/* What follows "and" if it belongs to the number: the terms, 0: nothing. */
static guint
joined_fraction (const PlxFactReader *self, guint i, double *value)
{
  guint n;

  if (!plx_fact_is (self, i, "and") || plx_fact_is_break (self, i)
      || plx_fact_is_break (self, i + 1) || plx_fact_is (self, i + 1, "half"))
    return 0;
  *value = fraction_at (self, i + 1, &n);
  return *value > 0.0 && !plx_fact_is (self, i + 1 + n, "of") ? n + 1 : 0;
}

/* A number word under way: @total is complete, @current is not. */
typedef struct {
  double total, current, last_times;
  gboolean exact;      // no decimals yet
} Sum;

static gboolean
add_plain (Sum *sum, double value)
{
  double rest = fmod (sum->current, 100);

  if (sum->current <= 0.0 || (rest <= 0.0 && value < 100))
    sum->current += value;
  else if (rest >= 20 && fmod (rest, 10) <= 0.0 && value < 10 && value > 0)
    sum->current += value;
  else
    return FALSE;
  return TRUE;
}

static void
add_times (Sum *sum, double times)
{
  double value = sum->current > 0.0 ? sum->current : 1.0;

  sum->last_times = times;
  if (times < 1000)
    sum->current = value * times;
  else if (sum->current <= 0.0 && sum->total > 0.0)
    sum->total *= times;
  else
    {
      sum->total += value * times;
      sum->current = 0.0;
    }
}

/* "seven point six" */
static guint
read_decimals (const PlxFactReader *self, guint i, Sum *sum, double *step)
{
  double place = 0.1;
  guint next = i + 1;

  for (; next < self->end && !plx_fact_is_break (self, next); next++, place /= 10)
    {
      const PlxNumberWord *number = number_at (self, next);

      if (number == NULL || number->kind != PLX_NUMBER_PLAIN || number->low > 9)
        break;
      sum->current += number->low * place;
    }
  if (next == i + 1)
    return i;
  sum->exact = FALSE;
  *step = place * 10;
  return next;
}

/* The words after the first of a number. */
static guint
read_more_words (const PlxFactReader *self, guint i, Sum *sum, double *step)
{
  while (i < self->end && !plx_fact_is_break (self, i))
    {
      const PlxNumberWord *number = number_at (self, i);
      double value;
      guint n;

      if (number != NULL && number->kind == PLX_NUMBER_TIMES)
        {
          add_times (sum, number->low);
          *step *= number->low;
          i++;
        }
      else if (number != NULL && number->kind == PLX_NUMBER_PLAIN && sum->exact
               && (sum->current > 0.0 || sum->last_times > 0.0) && add_plain (sum, number->low))
        {
          *step = 1.0;
          i++;
        }
      else if (plx_fact_is (self, i, "and") && sum->last_times >= 100
               && is_kind (self, i + 1, PLX_NUMBER_PLAIN) && number_at (self, i + 1)->low < 100)
        i++;
      else if (plx_fact_is (self, i, "point") && sum->exact && sum->last_times <= 0.0
               && (n = read_decimals (self, i, sum, step)) > i)
        i = n;
      else if (sum->exact && (n = joined_fraction (self, i, &value)) > 0)
        {
          double unit = sum->current > 0.0 ? 1.0 : MAX (sum->last_times, 1.0);

          sum->current += value * unit;
          *step = value * unit;
          sum->exact = FALSE;
          i += n;
        }
      else
        break;
    }
  return i;
}

/* "tens of thousands", "hundreds of thousands" */
static guint
read_vague (const PlxFactReader *self, guint i, const PlxNumberWord *number, PlxNumber *out)
{
  enum { FIRST_PLURAL = 200 };   // "hundreds" begin here

  out->low = number->low;
  out->high = number->high;
  out->step = 1.0;
  out->vague = TRUE;
  i++;
  while (plx_fact_is (self, i, "of") && is_kind (self, i + 1, PLX_NUMBER_VAGUE)
         && number_at (self, i + 1)->low >= FIRST_PLURAL)
    {
      out->low *= number_at (self, i + 1)->low / 2;
      out->high *= number_at (self, i + 1)->low / 2;
      i += 2;
    }
  return i;
}

/* "a single fatality", not "not a single one" nor "the single largest". */
static gboolean
is_single (const PlxFactReader *self, guint i)
{
  g_autofree char *next = plx_fact_word (self, i + 1);

  return (plx_fact_is (self, i, "single") || plx_fact_is (self, i, "lone"))
         && i > self->first && plx_fact_is (self, i - 1, "a")
         && !(i > self->first + 1 && plx_fact_is (self, i - 2, "not"))
         && *next != '\0' && !g_str_has_suffix (next, "est") && strcmp (next, "most") != 0;
}

/* "an hour and a half", "an hour and 40 minutes" */
static gboolean
is_one_unit (const PlxFactReader *self, guint i)
{
  const PlxUnitWord *unit;
  double value;

  if (!is_article (self, i) || (unit = plx_fact_unit (self, i + 1)) == NULL
      || strcmp (unit->dimension, "time") != 0)
    return FALSE;
  if (joined_fraction (self, i + 2, &value) > 0)
    return TRUE;
  return plx_fact_is (self, i + 2, "and") && i + 3 < self->end
         && ((PLX_TEXT_TERM (self->text, i + 3)->flags & PLX_TERM_NUMBER)
             || is_kind (self, i + 3, PLX_NUMBER_PLAIN));
}

static guint
read_words (const PlxFactReader *self, guint i, PlxNumber *out)
{
  const PlxNumberWord *number = number_at (self, i);
  Sum sum = { .exact = TRUE };
  guint next = i;

  out->step = 1.0;
  if (is_single (self, i) || is_one_unit (self, i))
    {
      out->low = out->high = 1.0;
      return i + 1;
    }
  if (is_article (self, i) && !plx_fact_is_break (self, i + 1))
    {
      number = number_at (self, ++next);
      if (number != NULL && number->kind == PLX_NUMBER_VAGUE)
        return read_vague (self, next, number, out);
      if (number == NULL || number->kind != PLX_NUMBER_TIMES)
        return i;
    }
  if (number == NULL)
    return i;
  if (number->kind == PLX_NUMBER_VAGUE && !plx_fact_is (self, next, "few"))
    return read_vague (self, next, number, out);
  if (number->kind == PLX_NUMBER_PLAIN)
    sum.current = number->low;
  else if (number->kind != PLX_NUMBER_TIMES || (next == i && number->low > 12))
    return i;
  if (number->kind == PLX_NUMBER_PLAIN)
    next++;
  if (number->low <= 0.0)
    {
      out->low = out->high = 0.0;
      return next;
    }
  next = read_more_words (self, next, &sum, &out->step);
  out->low = out->high = sum.total + sum.current;
  return next;
}

static guint
read_digits (const PlxFactReader *self, guint i, PlxNumber *out)
{
  g_autofree char *word = plx_fact_word (self, i);
  Sum sum = { .exact = FALSE };
  guint next = i + 1;

  if (!g_ascii_isdigit (*word))
    return i;
  if (parse_glued (self, i, word, out))
    return next;
  if (!plx_number_parse (word, &out->low, &out->step))
    return i;
  sum.current = out->low;
  sum.exact = fmod (out->low, 1.0) <= 0.0 && out->low < 100;
  while (next < self->end && !plx_fact_is_break (self, next))
    {
      const PlxNumberWord *number = number_at (self, next);
      double value;
      guint n = sum.exact ? joined_fraction (self, next, &value) : 0;

      if (number != NULL && number->kind == PLX_NUMBER_TIMES && sum.current > 0.0)
        {
          sum.current *= number->low;
          out->step *= number->low;
          next++;
        }
      else if (n > 0)
        {
          sum.current += value;
          out->step = value;
          sum.exact = FALSE;
          next += n;
        }
      else
        break;
    }
  out->low = out->high = sum.current;
  return next;
}

static guint
read_one (const PlxFactReader *self, guint i, PlxNumber *out)
{
  guint next;

  *out = (PlxNumber) { 0 };
  next = read_fraction (self, i, out);
  if (next == i)
    {
      *out = (PlxNumber) { 0 };
      next = read_digits (self, i, out);
    }
  return next > i ? next : read_words (self, i, out);
}

/* "three in four", "nine out of ten" */
static guint
read_odds (const PlxFactReader *self, guint next, PlxNumber *out)
{
  guint from = plx_fact_is (self, next, "in")  ? next + 1
               : plx_fact_is (self, next, "out") && plx_fact_is (self, next + 1, "of") ? next + 2
                                                                                      : 0;
  PlxNumber whole;
  guint end;

  if (from == 0 || from >= self->end || plx_fact_is_break (self, from) || out->vague
      || out->unit != NULL || out->low < 1 || out->low > 99 || fmod (out->low, 1.0) > 0.0
      || is_article (self, from))
    return next;
  end = read_one (self, from, &whole);
  if (end == from || whole.low <= out->low || whole.low > 1000 || whole.unit != NULL
      || (whole.low > 20 && fmod (whole.low, 10) > 0.0) || plx_fact_unit (self, end) != NULL)
    return next;
  out->low = out->high = out->low / whole.low;
  out->step = out->low / 10;
  out->share = TRUE;
  return end;
}

/* How term @i is joined to the number before it: 0: it is not. */
static guint
range_word (const PlxFactReader *self, guint first, guint i)
{
  guint32 at = PLX_TEXT_TERM (self->text, i - 1)->span.end;
  const char *p = self->text->text + at;

  if (i >= self->end)
    return 0;
  if (PLX_TEXT_TERM (self->text, i)->span.begin <= at + 3
      && (g_str_has_prefix (p, "–") || *p == '-')
      && g_ascii_isdigit (self->text->text[PLX_TEXT_TERM (self->text, i)->span.begin]))
    return i;
  if (plx_fact_is_break (self, i) || i + 1 >= self->end || plx_fact_is_break (self, i + 1))
    return 0;
  if (plx_fact_is (self, i, "and"))
    return first > self->first && plx_fact_is (self, first - 1, "between") ? i + 1 : 0;
  if (plx_fact_is (self, i, "or")
      || (plx_fact_is (self, i, "to")
          && !(first > self->first && plx_fact_is (self, first - 1, "from"))))
    return i + 1;
  return 0;
}

/* "10 to 20 million", "two or three", "between 10 and 20": what follows must
 * be counted, or it is a score. */
static guint
read_range (const PlxFactReader *self, guint first, guint next, PlxNumber *out)
{
  guint from = next < self->end ? range_word (self, first, next) : 0, end;
  PlxNumber upper;

  if (from == 0 || out->vague || out->share || out->unit != NULL)
    return next;
  end = read_one (self, from, &upper);
  if (end == from || upper.vague || upper.share || end >= self->end
      || (upper.unit == NULL && plx_fact_is_break (self, end)))
    return next;
  if (upper.step >= 1000 && out->low < 1000)
    {
      out->low *= upper.step;
      out->step = upper.step;
    }
  if (out->low >= upper.low || upper.low > 10 * out->low)
    return next;
  out->high = upper.high;
  out->unit = upper.unit;
  return end;
}

guint
plx_number_read (const PlxFactReader *self, guint i, PlxNumber *out)
{
  guint next = read_one (self, i, out);

  if (next == i)
    return i;
  next = read_range (self, i, next, out);
  next = read_odds (self, next, out);
  if (self->text->text[PLX_TEXT_TERM (self->text, next - 1)->span.end] == '+')
    out->bound = '>';
  return next;
}
