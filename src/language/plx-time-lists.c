/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-times-private.h"

#include <string.h>

#include "language/plx-lists.h"

/* Loads times.tsv, time-patterns.tsv, holidays.tsv, units.tsv, calendar.tsv.
 * A row with a class or kind that is not known is an error. */

static const char *const class_names[N_TIME_CLASSES] = {
  "", "weekday", "month", "part", "unit", "plural", "tight", "shift", "near", "relday",
  "tonight", "season", "quant", "each", "vague", "mod", "modof", "zone", "ampm", "future",
  "plan", "rough", "bound", "duty", "fraction", "listed-ordinal", "listed-decade",
  "listed-close", "listed-link", "ordinal", "decade", "close", "holiday", "number", "day",
  "dayth", "year", "yy", "numeric", "compact", "slashed", "dotted", "dashed", "clock", "hours",
};

static const char *const kind_names[N_TIME_KINDS] = {
  "date", "shift", "near", "day", "dayth", "nth", "holiday", "same", "follow", "ago", "later",
  "ahead", "from", "duration", "set", "vague", "decade", "century", "length", "span",
};

static const char *const beside_names[] = {
  "before-month", "before-year", "before-paper", "after-paper",
};

static const TimeReading no_reading = {
  .year = -1, .month = -1, .day = -1, .weekday = -1, .ordinal = 0, .decade = -1,
  .hour = -1, .minute = -1, .ampm = -1, .sign = 1,
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
  if (class >= TIME_CLASS_ORDINAL)
    return plx_lists_refuse (error, "a class that is known by its form");
  sense.class = (TimeClass) class;
  sense.value = g_strdup (fields[2]);
  sense.is_name = n_fields > 3 && g_str_equal (fields[3], "name");
  sense.is_word = sense.is_name || (n_fields > 3 && g_str_equal (fields[3], "word"));
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

/* What stands in <>: a class, a kind of patterns, "moment". */
static gboolean
parse_name (const char *name, TimeItem *item)
{
  int class = plx_lists_find (class_names, N_TIME_CLASSES, name);
  int kind = plx_lists_find (kind_names, N_TIME_KINDS, name);

  if (g_str_equal (name, "moment"))
    item->type = TIME_ITEM_MOMENT;
  else if (class > 0)
    {
      item->type = TIME_ITEM_CLASS;
      item->class = (TimeClass) class;
    }
  else if (kind >= N_TIME_EXPRESSIONS)
    {
      item->type = TIME_ITEM_KIND;
      item->kind = (TimeKind) kind;
    }
  else
    return FALSE;
  return TRUE;
}

static gboolean
parse_item (const char *string, TimeItem *item)
{
  g_autofree char *body = NULL;
  gsize n;

  memset (item, 0, sizeof *item);
  for (; *string != '\0' && strchr ("~!+", *string) != NULL && string[1] != '\0'; string++)
    {
      item->context |= *string != '+';
      item->barred |= *string == '!';
      item->tight |= *string == '+';
    }
  n = strlen (string);
  if (n > 1 && string[n - 1] == '?')
    item->optional = TRUE, n--;
  body = g_strndup (string, n);
  if (body[0] == '<' && n > 2)
    {
      body[n - 1] = '\0';
      return parse_name (body + 1, item);
    }
  item->literals = g_strsplit (body, "|", -1);
  return TRUE;
}

/* What a pattern may say by itself, and the flag that goes with it. */
#define AT(member) G_STRUCT_OFFSET (TimeReading, member)

static const struct { const char *name; gsize offset, flag; } numbers_given[] = {
  { "sign", AT (sign), 0 },
  { "shift", AT (shift), AT (has_shift) },
  { "relday", AT (relday), AT (has_relday) },
  { "planned", AT (is_planned), 0 },
  { "ordinal", AT (ordinal), 0 },
  { "year", AT (year), 0 },
  { "month", AT (month), 0 },
  { "day", AT (day), 0 },
};

static const struct { const char *name; gsize offset; } strings_given[] = {
  { "unit", AT (unit) },
  { "part", AT (part) },
  { "quant", AT (quant) },
  { "vague", AT (vague) },
  { "season", AT (season) },
};

#undef AT

static gboolean
set_given (PlxTimeLists *lists, const char *name, const char *value, TimeReading *given)
{
  if (g_str_equal (name, "number"))
    {
      given->number = g_ascii_strtod (value, NULL);
      given->has_number = TRUE;
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (numbers_given); i++)
    if (g_str_equal (name, numbers_given[i].name))
      {
        G_STRUCT_MEMBER (int, given, numbers_given[i].offset) = atoi (value);
        if (numbers_given[i].flag > 0)
          G_STRUCT_MEMBER (gboolean, given, numbers_given[i].flag) = TRUE;
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (strings_given); i++)
    if (g_str_equal (name, strings_given[i].name))
      {
        G_STRUCT_MEMBER (const char *, given, strings_given[i].offset)
          = g_string_chunk_insert_const (lists->chunk, value);
        return TRUE;
      }
  return FALSE;
}

/* "number=1 unit=D": what the pattern says without a word for it. */
static gboolean
parse_given (PlxTimeLists *lists, const char *string, TimeReading *given)
{
  g_auto (GStrv) settings = g_strsplit (string, " ", -1);

  for (guint i = 0; settings[i] != NULL; i++)
    {
      char *value = strchr (settings[i], '=');

      if (value == NULL)
        return FALSE;
      *value++ = '\0';
      if (!set_given (lists, settings[i], value, given))
        return FALSE;
    }
  return TRUE;
}

/* A pattern is noted once, however many of its beginnings are alike: they come
 * one after another. */
static void
add_once (GPtrArray *patterns, TimePattern *pattern)
{
  if (patterns->len == 0 || g_ptr_array_index (patterns, patterns->len - 1) != pattern)
    g_ptr_array_add (patterns, pattern);
}

static void
add_to_word (PlxTimeLists *lists, const char *word, TimePattern *pattern)
{
  GPtrArray *patterns = g_hash_table_lookup (lists->by_word, word);

  if (patterns == NULL)
    {
      patterns = g_ptr_array_new ();
      g_hash_table_insert (lists->by_word, g_strdup (word), patterns);
    }
  add_once (patterns, pattern);
}

static void index_pattern (PlxTimeLists *lists, const TimePattern *pattern, TimePattern *under,
                           guint depth);

static void
index_kinds (PlxTimeLists *lists, TimeKind first, TimeKind end, TimePattern *under, guint depth)
{
  for (guint p = 0; p < lists->patterns->len; p++)
    {
      const TimePattern *pattern = g_ptr_array_index (lists->patterns, p);

      if (pattern->kind >= first && pattern->kind < end)
        index_pattern (lists, pattern, under, depth + 1);
    }
}

/* Notes with which words and classes @under may begin, as @pattern does, so
 * that only these patterns are tried at a word. */
static void
index_pattern (PlxTimeLists *lists, const TimePattern *pattern, TimePattern *under, guint depth)
{
  for (guint i = 0; i < pattern->items->len; i++)
    {
      const TimeItem *item = &g_array_index (pattern->items, TimeItem, i);

      if (item->type == TIME_ITEM_LITERALS)
        for (guint j = 0; item->literals[j] != NULL; j++)
          add_to_word (lists, item->literals[j], under);
      else if (item->type == TIME_ITEM_CLASS)
        add_once (lists->by_class[item->class], under);
      else if (depth < 3 && item->type == TIME_ITEM_MOMENT)
        index_kinds (lists, 0, N_TIME_MOMENTS, under, depth);
      else if (depth < 3)
        index_kinds (lists, item->kind, item->kind + 1, under, depth);
      if (!item->optional && !item->barred)
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
  pattern->number = lists->patterns->len;
  pattern->given = no_reading;
  pattern->items = g_array_new (FALSE, FALSE, sizeof (TimeItem));
  g_array_set_clear_func (pattern->items, clear_item);
  g_ptr_array_add (lists->patterns, pattern);
  if (n_fields > 2 && !parse_given (lists, fields[2], &pattern->given))
    return plx_lists_refuse (error, "no such name=value");
  items = g_strsplit (fields[1], " ", -1);
  for (guint i = 0; items[i] != NULL; i++)
    {
      TimeItem item;

      if (!parse_item (items[i], &item))
        return plx_lists_refuse (error, "no such class of words or kind of pattern");
      g_array_append_val (pattern->items, item);
    }
  return TRUE;
}

/* The name in the words of plx-words.h. */
static gboolean
add_festival (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxTimeLists *lists = user_data;
  g_autoptr (PlxWords) words = NULL;
  g_autoptr (GString) name = g_string_new (NULL);
  GDate date;

  if (n_fields < 2)
    return plx_lists_refuse (error, "a name and a day are needed");
  if (!plx_time_find_holiday (fields[1], 2024, &date))
    return plx_lists_refuse (error, "no such day");
  words = plx_words_new (fields[0], (guint32) strlen (fields[0]));
  for (guint i = 0; i < words->array->len; i++)
    g_string_append_printf (name, "%s%s", i > 0 ? " " : "", PLX_WORD (words, i)->lower);
  plx_phrases_add (lists->festivals, name->str, fields[1]);
  if (words->array->len > 0
      && !g_hash_table_contains (lists->by_word, PLX_WORD (words, 0)->lower))
    g_hash_table_insert (lists->by_word, g_strdup (PLX_WORD (words, 0)->lower), g_ptr_array_new ());
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
  const struct { const char *kind; GHashTable *words; } sets[] = {
    { "not", lists->not_units }, { "label", lists->labels }, { "range", lists->ranges },
    { "range-bar", lists->range_bars }, { "range-link", lists->range_links },
  };

  if (n_fields < 3)
    return plx_lists_refuse (error, "a phrase, a kind and a value are needed");
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    if (g_str_equal (fields[1], sets[i].kind))
      {
        g_hash_table_add (sets[i].words, g_strdup (fields[0]));
        return TRUE;
      }
  if (g_str_equal (fields[1], "bound") || g_str_equal (fields[1], "bound-after"))
    g_hash_table_replace (fields[1][5] == '\0' ? lists->bounds : lists->bounds_after,
                          g_strdup (fields[0]),
                          GINT_TO_POINTER (plx_bound_from_nick (fields[2]) + 1));
  else if (g_str_equal (fields[1], "unit") || g_str_equal (fields[1], "sign"))
    {
      TimeUnit *unit = g_new0 (TimeUnit, 1);

      unit->unit = g_strdup (fields[2]);
      unit->before = fields[1][0] == 's';
      g_hash_table_replace (unit->before ? lists->signs : lists->units, g_strdup (fields[0]), unit);
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
    { "language/en/holidays.tsv", add_festival },
    { "language/en/units.tsv", add_unit },
    { "language/en/calendar.tsv", add_holiday },
  };
  g_autoptr (PlxTimeLists) lists = g_new0 (PlxTimeLists, 1);

  lists->senses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) g_array_unref);
  lists->by_word = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < N_TIME_CLASSES; i++)
    lists->by_class[i] = g_ptr_array_new ();
  lists->chunk = g_string_chunk_new (1024);
  lists->festivals = plx_phrases_new ();
  lists->beside = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lists->patterns = g_ptr_array_new_with_free_func (free_pattern);
  lists->units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_unit);
  lists->signs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_unit);
  lists->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lists->ranges = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lists->range_bars = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lists->range_links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
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
  for (guint i = 0; i < lists->patterns->len; i++)
    {
      TimePattern *pattern = g_ptr_array_index (lists->patterns, i);

      index_pattern (lists, pattern, pattern, 0);
    }
  return g_steal_pointer (&lists);
}

void
plx_time_lists_free (PlxTimeLists *lists)
{
  if (lists == NULL)
    return;
  g_clear_pointer (&lists->grammar, plx_grammar_free);
  g_clear_pointer (&lists->senses, g_hash_table_unref);
  g_clear_pointer (&lists->by_word, g_hash_table_unref);
  for (guint i = 0; i < N_TIME_CLASSES; i++)
    g_clear_pointer (&lists->by_class[i], g_ptr_array_unref);
  g_clear_pointer (&lists->festivals, plx_phrases_free);
  g_clear_pointer (&lists->beside, g_hash_table_unref);
  g_clear_pointer (&lists->patterns, g_ptr_array_unref);
  g_clear_pointer (&lists->units, g_hash_table_unref);
  g_clear_pointer (&lists->signs, g_hash_table_unref);
  g_clear_pointer (&lists->labels, g_hash_table_unref);
  g_clear_pointer (&lists->ranges, g_hash_table_unref);
  g_clear_pointer (&lists->range_bars, g_hash_table_unref);
  g_clear_pointer (&lists->range_links, g_hash_table_unref);
  g_clear_pointer (&lists->bounds, g_hash_table_unref);
  g_clear_pointer (&lists->bounds_after, g_hash_table_unref);
  g_clear_pointer (&lists->not_units, g_hash_table_unref);
  g_clear_pointer (&lists->holidays, g_array_unref);
  g_clear_pointer (&lists->checks, plx_phrases_free);
  g_clear_pointer (&lists->numbers, plx_numbers_free);
  g_clear_pointer (&lists->chunk, g_string_chunk_free);
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
