/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-times-private.h"

#include <string.h>

#include "language/plx-lists.h"

/* Loads times.tsv, time-patterns.tsv, units.tsv, calendar.tsv. A row with a
 * class or kind that is not known is an error: a word list that is silently
 * half read would give silently other results. */

static const char *const class_names[N_TIME_CLASSES] = {
  "", "weekday", "month", "part", "unit", "shift", "relday", "tonight", "season", "quant",
  "each", "vague", "mod", "modof", "zone", "ampm", "decade", "ordinal", "future", "holiday",
  "number", "day", "year", "iso", "slashed", "clock",
};

static const char *const kind_names[N_TIME_KINDS] = {
  "date", "shift", "day", "same", "follow", "ago", "later", "duration", "set", "vague", "decade",
};

static const char *const beside_names[] = {
  "before-month", "before-year", "before-paper", "after-paper",
};

static void
clear_sense (gpointer data)
{
  g_free (((TimeSense *) data)->value);
}

static gboolean
add_sense (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxTimeLists *lists = user_data;
  TimeSense sense = { 0 };
  GArray *senses;
  int class, beside;

  if (n_fields < 2)
    return plx_lists_refuse (error, "a word and a class are needed");
  beside = plx_lists_find (beside_names, G_N_ELEMENTS (beside_names), fields[1]);
  if (beside >= 0)
    {
      gpointer old = g_hash_table_lookup (lists->beside, fields[0]);

      g_hash_table_replace (lists->beside, g_strdup (fields[0]),
                            GINT_TO_POINTER (GPOINTER_TO_INT (old) | 1 << beside));
      return TRUE;
    }
  if (n_fields < 3)
    return plx_lists_refuse (error, "a word, a class and a value are needed");
  class = plx_lists_find (class_names, N_TIME_CLASSES, fields[1]);
  if (class <= 0)
    return plx_lists_refuse (error, "no such class of words");
  sense.class = (TimeClass) class;
  sense.value = g_strdup (fields[2]);
  sense.is_name = n_fields > 3 && g_str_equal (fields[3], "name");
  senses = g_hash_table_lookup (lists->senses, fields[0]);
  if (senses == NULL)
    {
      senses = g_array_new (FALSE, FALSE, sizeof (TimeSense));
      g_array_set_clear_func (senses, clear_sense);
      g_hash_table_insert (lists->senses, g_strdup (fields[0]), senses);
    }
  g_array_append_val (senses, sense);
  return TRUE;
}

static void
clear_item (gpointer data)
{
  g_strfreev (((TimeItem *) data)->literals);
}

static void
free_pattern (gpointer data)
{
  TimePattern *pattern = data;

  g_array_unref (pattern->items);
  g_free (pattern);
}

static gboolean
parse_item (const char *string, TimeItem *item)
{
  g_autofree char *body = NULL;
  gsize n = strlen (string);

  memset (item, 0, sizeof *item);
  if (*string == '~')
    item->context = TRUE, string++, n--;
  if (n > 1 && string[n - 1] == '?')
    item->optional = TRUE, n--;
  body = g_strndup (string, n);
  if (body[0] == '<' && n > 2)
    {
      int class;

      body[n - 1] = '\0';
      class = plx_lists_find (class_names, N_TIME_CLASSES, body + 1);
      item->class = (TimeClass) MAX (class, 0);
      return class > 0;
    }
  item->literals = g_strsplit (body, "|", -1);
  return TRUE;
}

/* What may begin a pattern, so that most words of a text, and of the patterns
 * at a word, are passed by with one look. */
static void
note_starters (PlxTimeLists *lists, TimePattern *pattern)
{
  for (guint i = 0; i < pattern->items->len; i++)
    {
      const TimeItem *item = &g_array_index (pattern->items, TimeItem, i);

      pattern->first |= (guint64) 1 << item->class;
      for (guint j = 0; item->literals != NULL && item->literals[j] != NULL; j++)
        g_hash_table_add (lists->starters, g_strdup (item->literals[j]));
      if (!item->optional && !item->context)
        return;
    }
}

static gboolean
add_pattern (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxTimeLists *lists = user_data;
  g_auto (GStrv) items = NULL;
  TimePattern *pattern;
  int kind;

  if (n_fields < 2)
    return plx_lists_refuse (error, "a kind and a pattern are needed");
  kind = plx_lists_find (kind_names, N_TIME_KINDS, fields[0]);
  if (kind < 0)
    return plx_lists_refuse (error, "no such kind of pattern");
  pattern = g_new0 (TimePattern, 1);
  pattern->kind = (TimeKind) kind;
  pattern->items = g_array_new (FALSE, FALSE, sizeof (TimeItem));
  g_array_set_clear_func (pattern->items, clear_item);
  g_ptr_array_add (lists->patterns, pattern);
  items = g_strsplit (fields[1], " ", -1);
  for (guint i = 0; items[i] != NULL; i++)
    {
      TimeItem item;

      if (!parse_item (items[i], &item))
        return plx_lists_refuse (error, "no such class of words");
      g_array_append_val (pattern->items, item);
    }
  note_starters (lists, pattern);
  return TRUE;
}

static void
free_unit (gpointer data)
{
  g_free (((TimeUnit *) data)->unit);
  g_free (data);
}

static gboolean
add_unit (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxTimeLists *lists = user_data;

  if (n_fields < 3)
    return plx_lists_refuse (error, "a phrase, a kind and a value are needed");
  if (g_str_equal (fields[1], "bound") || g_str_equal (fields[1], "bound-after"))
    g_hash_table_replace (fields[1][5] == '\0' ? lists->bounds : lists->bounds_after,
                          g_strdup (fields[0]),
                          GINT_TO_POINTER (plx_bound_from_nick (fields[2]) + 1));
  else if (g_str_equal (fields[1], "not"))
    g_hash_table_add (lists->not_units, g_strdup (fields[0]));
  else if (g_str_equal (fields[1], "unit") || g_str_equal (fields[1], "sign"))
    {
      TimeUnit *unit = g_new0 (TimeUnit, 1);

      unit->unit = g_strdup (fields[2]);
      unit->before = fields[1][0] == 's';
      g_hash_table_replace (lists->units, g_strdup (fields[0]), unit);
    }
  else
    return plx_lists_refuse (error, "no such kind");
  return TRUE;
}

static void
clear_holiday (gpointer data)
{
  g_free (((TimeHoliday *) data)->country);
  g_free (((TimeHoliday *) data)->name);
  g_strfreev (((TimeHoliday *) data)->names);
}

static gboolean
add_holiday (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxTimeLists *lists = user_data;
  TimeHoliday holiday = { 0 };

  if (n_fields < 3 || strlen (fields[2]) != 5)
    return plx_lists_refuse (error, "a country, a name and a day MM-DD are needed");
  holiday.country = g_strdup (fields[0]);
  holiday.name = g_utf8_strdown (fields[1], -1);
  holiday.month = atoi (fields[2]);
  holiday.day = atoi (fields[2] + 3);
  holiday.names = g_strsplit (n_fields > 3 ? fields[3] : "", ",", -1);
  g_array_append_val (lists->holidays, holiday);
  return TRUE;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxTimeLists, plx_time_lists_free)

PlxTimeLists *
plx_time_lists_new (GError **error)
{
  static const PlxListFile files[] = {
    { "language/en/times.tsv", add_sense },
    { "language/en/time-patterns.tsv", add_pattern },
    { "language/en/units.tsv", add_unit },
    { "language/en/calendar.tsv", add_holiday },
  };
  g_autoptr (PlxTimeLists) lists = g_new0 (PlxTimeLists, 1);

  lists->senses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) g_array_unref);
  lists->starters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lists->beside = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lists->patterns = g_ptr_array_new_with_free_func (free_pattern);
  lists->units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_unit);
  lists->bounds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lists->bounds_after = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lists->not_units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lists->holidays = g_array_new (FALSE, FALSE, sizeof (TimeHoliday));
  g_array_set_clear_func (lists->holidays, clear_holiday);
  lists->checks = plx_phrases_new ();
  lists->numbers = plx_numbers_new (error);
  if (lists->numbers == NULL || (lists->grammar = plx_grammar_new (error)) == NULL
      || !plx_lists_load (files, G_N_ELEMENTS (files), lists, error)
      || !plx_phrases_load (lists->checks, "language/en/checks.tsv", error))
    return NULL;
  return g_steal_pointer (&lists);
}

void
plx_time_lists_free (PlxTimeLists *lists)
{
  if (lists == NULL)
    return;
  g_clear_pointer (&lists->grammar, plx_grammar_free);
  g_clear_pointer (&lists->senses, g_hash_table_unref);
  g_clear_pointer (&lists->starters, g_hash_table_unref);
  g_clear_pointer (&lists->beside, g_hash_table_unref);
  g_clear_pointer (&lists->patterns, g_ptr_array_unref);
  g_clear_pointer (&lists->units, g_hash_table_unref);
  g_clear_pointer (&lists->bounds, g_hash_table_unref);
  g_clear_pointer (&lists->bounds_after, g_hash_table_unref);
  g_clear_pointer (&lists->not_units, g_hash_table_unref);
  g_clear_pointer (&lists->holidays, g_array_unref);
  g_clear_pointer (&lists->checks, plx_phrases_free);
  g_clear_pointer (&lists->numbers, plx_numbers_free);
  g_free (lists);
}

const GArray *
plx_time_lists_senses (const PlxTimeLists *lists, const char *lower)
{
  return g_hash_table_lookup (lists->senses, lower);
}

const TimeSense *
plx_time_lists_sense (const PlxTimeLists *lists, const char *lower, TimeClass class)
{
  const GArray *senses = g_hash_table_lookup (lists->senses, lower);

  for (guint i = 0; senses != NULL && i < senses->len; i++)
    if (g_array_index (senses, TimeSense, i).class == class)
      return &g_array_index (senses, TimeSense, i);
  return NULL;
}
