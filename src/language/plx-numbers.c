/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-numbers.h"

#include <string.h>

#include "base/plx-data.h"
#include "language/plx-lists.h"

typedef enum {
  NUMBER_NONE,
  NUMBER_UNIT,
  NUMBER_TENS,
  NUMBER_SCALE,
  NUMBER_SHORT,     // "bn"
  NUMBER_FRACTION,
  NUMBER_WHOLE,     // what may follow "half"
} NumberKind;

static const char *const kind_names[] = {
  "", "unit", "tens", "scale", "short", "fraction", "whole",
};

typedef struct {
  NumberKind kind;
  double value;
} NumberWord;

struct _PlxNumbers {
  GHashTable *words;  // char * → NumberWord *
};

static gboolean
add_row (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxNumbers *self = user_data;
  NumberWord *word;
  int kind;

  if (n_fields < 3)
    return plx_lists_refuse (error, "a word, a kind and a value are needed");
  kind = plx_lists_find (kind_names, G_N_ELEMENTS (kind_names), fields[1]);
  if (kind <= NUMBER_NONE)
    return plx_lists_refuse (error, "no such kind of number");
  word = g_new0 (NumberWord, 1);
  word->kind = (NumberKind) kind;
  word->value = g_ascii_strtod (fields[2], NULL);
  g_hash_table_replace (self->words, g_strdup (fields[0]), word);
  return TRUE;
}

PlxNumbers *
plx_numbers_new (GError **error)
{
  g_autoptr (PlxNumbers) self = g_new0 (PlxNumbers, 1);

  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!plx_data_read_table ("language/en/numbers.tsv", add_row, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
plx_numbers_free (PlxNumbers *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->words);
  g_free (self);
}

static const NumberWord *
look_up (const PlxNumbers *self, const PlxWords *words, guint i)
{
  if (i >= words->array->len || PLX_WORD (words, i)->kind != PLX_WORD_LETTERS)
    return NULL;
  return g_hash_table_lookup (self->words, PLX_WORD (words, i)->lower);
}

/* Plain digits only: "14th", "9:40", "1990s" and dates are not counts. */
static gboolean
parse_digits (const char *lower, double *value)
{
  char plain[32];
  guint n = 0;

  for (const char *p = lower; *p != '\0'; p++)
    {
      if (*p == ',')
        continue;
      if ((!g_ascii_isdigit (*p) && *p != '.') || n + 1 >= sizeof plain)
        return FALSE;
      plain[n++] = *p;
    }
  plain[n] = '\0';
  *value = g_ascii_strtod (plain, NULL);
  return n > 0;
}

/* twenty · twenty-five · twenty and five · seven: the words used, 0 when none */
static guint
read_below_hundred (const PlxNumbers *self, const PlxWords *words, guint i, double *value)
{
  const NumberWord *word = look_up (self, words, i), *next;
  const char *between;
  guint skip;

  if (word == NULL || (word->kind != NUMBER_UNIT && word->kind != NUMBER_TENS))
    return 0;
  *value = word->value;
  if (word->kind == NUMBER_UNIT)
    return 1;
  between = plx_words_lower (words, (gint) i + 1);
  skip = g_str_equal (between, "-") || g_str_equal (between, "and");
  next = look_up (self, words, i + 1 + skip);
  if (next == NULL || next->kind != NUMBER_UNIT || next->value >= 10 || next->value < 1)
    return 1;
  *value += next->value;
  return 2 + skip;
}

/* "100 m": a single letter is a scale only without a space, as in "20m" */
static gboolean
is_apart (const PlxWords *words, guint i)
{
  const PlxWord *word = PLX_WORD (words, i);

  return word->lower[1] == '\0' && i > 0
         && PLX_WORD (words, i - 1)->span.end < word->span.begin;
}

/* Scale words after a number: "hundred and forty thousand", "million", "bn" */
static guint
read_scales (const PlxNumbers *self, const PlxWords *words, guint i, double *value)
{
  guint used = 0;

  for (;;)
    {
      const NumberWord *scale = look_up (self, words, i + used);
      double rest = 0.0;
      guint and, n;

      if (scale == NULL || (scale->kind != NUMBER_SCALE && scale->kind != NUMBER_SHORT)
          || used > 8 || is_apart (words, i + used))
        return used;
      *value *= scale->value;
      used++;
      and = g_str_equal (plx_words_lower (words, (gint) (i + used)), "and");
      n = read_below_hundred (self, words, i + used + and, &rest);
      if (n == 0 || scale->value < 100 || (and && scale->value > 1000))
        continue;
      *value += rest;
      used += and + n;
    }
}

/**
 * plx_numbers_read:
 * @first: index of the first word
 * @value: (out): the number
 *
 * Returns: how many words the number takes, 0 when none begins there
 */
guint
plx_numbers_read (const PlxNumbers *self, const PlxWords *words, guint first, double *value)
{
  const PlxWord *word;
  const NumberWord *scale;
  gboolean is_half;
  guint n;

  if (first >= words->array->len)
    return 0;
  word = PLX_WORD (words, first);
  if (word->kind == PLX_WORD_NUMBER)
    {
      if (!parse_digits (word->lower, value))
        return 0;
      return 1 + read_scales (self, words, first + 1, value);
    }
  if (word->kind != PLX_WORD_LETTERS)
    return 0;
  n = read_below_hundred (self, words, first, value);
  if (n > 0)
    return n + read_scales (self, words, first + n, value);
  // "a dozen", "half a million"
  is_half = g_str_equal (word->lower, "half");
  n = is_half ? 1 : 0;
  n += g_str_equal (plx_words_lower (words, (gint) (first + n)), "a");
  scale = look_up (self, words, first + n);
  if (n == 0 || scale == NULL || scale->kind != NUMBER_SCALE)
    return 0;
  *value = is_half ? 0.5 : 1.0;
  return n + read_scales (self, words, first + n, value);
}

/* "nine out of ten", "one in five": the words behind the first number */
static guint
read_out_of (const PlxNumbers *self, const PlxWords *words, guint i, double *value)
{
  gboolean is_out = g_str_equal (plx_words_lower (words, (gint) i), "out")
                    && g_str_equal (plx_words_lower (words, (gint) i + 1), "of");
  gboolean is_in = *value <= 1.0 && g_str_equal (plx_words_lower (words, (gint) i), "in");
  double whole = 0.0;
  guint n = is_out ? 2 : is_in ? 1 : 0;
  guint n_whole = n > 0 ? plx_numbers_read (self, words, i + n, &whole) : 0;

  // "one in 2031" is a year, "one in the city" nothing of the kind
  if (n_whole == 0 || whole < *value || whole < 2 || (is_in && whole > 1000))
    return 0;
  *value /= whole;
  return n + n_whole;
}

/* "3/4" */
static gboolean
parse_fraction (const PlxWord *word, double *value)
{
  const char *slash = strchr (word->lower, '/');
  double part = g_ascii_strtod (word->lower, NULL), whole;

  if (word->kind != PLX_WORD_NUMBER || slash == NULL || strchr (slash + 1, '/') != NULL)
    return FALSE;
  whole = g_ascii_strtod (slash + 1, NULL);
  *value = whole > 0 ? part / whole : 0;
  return part >= 1 && part < whole;
}

/**
 * plx_numbers_read_share:
 * @value: (out): between 0 and 1
 *
 * Returns: the words of a share that begins at word @first, without its "of";
 *   0: none
 */
guint
plx_numbers_read_share (const PlxNumbers *self, const PlxWords *words, guint first, double *value)
{
  const NumberWord *fraction, *whole;
  double n = 1.0;
  guint used, hyphen;

  if (first >= words->array->len)
    return 0;
  used = plx_numbers_read (self, words, first, &n);
  if (used > 0)
    {
      guint more = read_out_of (self, words, first + used, &n);

      *value = n;
      if (more > 0)
        return used + more;
    }
  else if (parse_fraction (PLX_WORD (words, first), value))
    return g_str_equal (plx_words_lower (words, (gint) first + 1), "of") ? 1 : 0;
  else
    used = g_str_equal (PLX_WORD (words, first)->lower, "a");
  hyphen = used > 0 && g_str_equal (plx_words_lower (words, (gint) (first + used)), "-");
  fraction = look_up (self, words, first + used + hyphen);
  if (fraction == NULL || fraction->kind != NUMBER_FRACTION || n < 1 || n > 20)
    return 0;
  used += hyphen + 1;
  whole = look_up (self, words, first + used);
  *value = n * fraction->value;
  if (*value >= 1.0 || whole == NULL || whole->kind != NUMBER_WHOLE
      || (whole->value > 0 && fraction->value < 0.5))
    return 0;
  return used;
}
