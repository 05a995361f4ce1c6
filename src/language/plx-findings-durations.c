/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-findings-private.h"

#include <stdio.h>
#include <string.h>

/* How long something took against the days on which it began and ended.
 * Days count inclusively: Monday to Thursday is four days. A duration belongs
 * to a range of days when both are said of the same kind of event ("five-day
 * visit", "the visit, which began on …") or stand in one sentence with a word
 * like "lasting". Who arrived one day and left another was on a visit. A range
 * that one duration fits is explained: no other one is held against it. */

#define FIRST_REACH 5      // tokens from "began" to its day
#define LAST_REACH 12      // from the first day to the word that ends the range
#define NOUN_REACH 3       // from "five-day" to "visit"
#define VERB_REACH 10      // from "visit" to "lasted five days"

typedef struct {
  gint32 sentence;
  const char *kind;        // of event, NULL: not known
  PlxRange words;          // from "began" to the last day
  int n_days;
  gboolean is_stay;        // from "arrived" to "left"
} DayRange;

typedef struct {
  gint32 sentence;
  const char *kind;
  PlxSpan span;            // "lasting five days", "five-day visit"
  const char *value;
  int n_days;
  gboolean is_last;        // follows "lasting"
} Length;

/* The weekday 1–7 of a value, or its Julian day with @is_date set; 0: neither */
static int
day_of (const PlxTime *time, gboolean *is_date)
{
  GDate date;

  *is_date = FALSE;
  if (time->type != PLX_TIME_DATE && time->type != PLX_TIME_TIME)
    return 0;
  if (g_str_has_prefix (time->value, "XXXX-WXX-") && g_ascii_isdigit (time->value[9]))
    return time->value[9] - '0';
  if (!plx_time_parse_date (time->value, &date))
    return 0;
  *is_date = TRUE;
  return (int) g_date_get_julian (&date);
}

static int
count_days (const PlxTime *first, const PlxTime *last)
{
  gboolean is_date_a, is_date_b;
  int a = day_of (first, &is_date_a), b = day_of (last, &is_date_b);

  if (a == 0 || b == 0 || is_date_a != is_date_b)
    return 0;
  if (!is_date_a)
    return (b - a + 7) % 7 + 1;
  // two weekdays may have been found in different weeks
  if (b < a && a - b < 7)
    b += 7;
  return b >= a && b - a < 400 ? b - a + 1 : 0;
}

/* The time within @reach tokens from @i on; its last token goes to @end. */
static gint32
time_ahead (const Checks *self, guint i, guint reach, guint limit, guint *end)
{
  const PlxReading *r = self->reading;

  for (guint k = i; k < MIN (limit, i + reach); k++)
    if (r->time[k] >= 0)
      {
        gint32 time = r->time[k];

        while (k < limit && r->time[k] == time)
          k++;
        *end = k;
        return time;
      }
    else if (plx_reading_is_any (r, k, "; said"))
      return -1;
  return -1;
}

/* The kind of the event whose trigger is nearest before @byte in the sentence;
 * talks and meetings are one kind. */
static const char *
kind_near (const Checks *self, PlxSpan sentence, guint32 begin, guint32 end)
{
  const char *kind = NULL;

  for (guint v = plx_checks_event_at (self, begin); v < self->analysis->events->len; v++)
    {
      const PlxEvent *event = PLX_EVENT (self->analysis, v);

      if (event->trigger.begin >= end)
        break;
      if (plx_span_contains (sentence, event->trigger))
        kind = g_str_equal (event->kind, "talks") ? "meeting" : event->kind;
    }
  return kind;
}

static gboolean
read_range (const Checks *self, guint i, PlxRange sentence, DayRange *range)
{
  guint n_words, end, last_end;
  const char *what = plx_checks_phrase (self, i, sentence.end, &n_words);
  gint32 first, last;

  if (what == NULL || !(g_str_equal (what, "begin") || g_str_equal (what, "arrive")))
    return FALSE;
  range->is_stay = what[0] == 'a';
  first = time_ahead (self, i + n_words, FIRST_REACH, sentence.end, &end);
  if (first < 0)
    return FALSE;
  for (guint k = end; k < MIN (sentence.end, end + LAST_REACH); k++)
    {
      what = plx_checks_phrase (self, k, sentence.end, &n_words);
      if (what == NULL || !(g_str_equal (what, "leave")
                            || (g_str_equal (what, "end") && !range->is_stay))
          || (plx_reading_is (self->reading, k, "and")
              && !plx_reading_is (self->reading, i, "between")))
        continue;
      last = time_ahead (self, k + n_words, FIRST_REACH, sentence.end, &last_end);
      if (last < 0 || last == first)
        continue;
      range->n_days = count_days (PLX_TIME (self->analysis, first),
                                  PLX_TIME (self->analysis, last));
      range->words = (PlxRange) { i, last_end };
      return range->n_days > 0;
    }
  return FALSE;
}

static void
find_ranges (const Checks *self, GArray *ranges)
{
  const PlxReading *r = self->reading;

  for (guint s = 0; s < r->n_sentences; s++)
    for (guint i = r->sentences[s].begin; i < r->sentences[s].end; i++)
      {
        DayRange range = { .sentence = (gint32) s };
        PlxSpan sentence = *PLX_SENTENCE (self->analysis, s);

        if (!read_range (self, i, r->sentences[s], &range))
          continue;
        range.kind = range.is_stay ? "visit"
                     : kind_near (self, sentence, sentence.begin,
                                  PLX_TOKEN (self->analysis, i)->span.begin);
        g_array_append_val (ranges, range);
        i = range.words.end - 1;
      }
}

/* The token in the few after a duration that triggers an event. */
static guint32
noun_after (const Checks *self, guint token, guint end, const char **kind)
{
  for (guint i = token; i < MIN (end, token + NOUN_REACH); i++)
    {
      PlxSpan span = PLX_TOKEN (self->analysis, i)->span;
      const char *found = kind_near (self, span, span.begin, span.end);

      if (found != NULL)
        {
          *kind = found;
          return span.end;
        }
      if (self->reading->class[i] == PLX_CLASS_VERB)
        break;
    }
  return 0;
}

/* Does a bound begin the expression? */
static gboolean
is_rough (const Checks *self, guint first)
{
  const char *lower = first < self->reading->n ? self->reading->lower[first] : "";

  return plx_time_lists_sense (self->lists, lower, TIME_CLASS_ROUGH) != NULL
         || plx_time_lists_sense (self->lists, lower, TIME_CLASS_BOUND) != NULL;
}

static void
read_length (const Checks *self, const PlxTime *time, GArray *lengths)
{
  Length length = { .span = time->span, .value = time->value };
  const PlxReading *r = self->reading;
  guint first = plx_reading_token_at (r, time->span.begin), after = first;
  PlxRange range;
  PlxSpan sentence;
  guint32 end;

  if (time->type != PLX_TIME_DURATION || sscanf (time->value, "P%dD", &length.n_days) != 1
      || !g_str_has_suffix (time->value, "D"))
    return;
  length.sentence = plx_checks_sentence (self, time->span);
  // "more than four days" is not held against five
  if (length.sentence < 0 || is_rough (self, first))
    return;
  range = r->sentences[length.sentence];
  sentence = *PLX_SENTENCE (self->analysis, length.sentence);
  while (after < range.end && PLX_TOKEN (self->analysis, after)->span.begin < time->span.end)
    after++;
  for (guint back = 1; back <= 3 && first >= range.begin + back; back++)
    {
      guint n_words, from;
      const char *what = plx_checks_phrase (self, first - back, range.end, &n_words);

      if (what == NULL || !g_str_equal (what, "last"))
        continue;
      length.is_last = TRUE;
      length.span.begin = PLX_TOKEN (self->analysis, first - back)->span.begin;
      from = MAX (range.begin, first - MIN (first, VERB_REACH));
      length.kind = kind_near (self, sentence, PLX_TOKEN (self->analysis, from)->span.begin,
                               length.span.begin);
    }
  end = length.is_last ? 0 : noun_after (self, after, range.end, &length.kind);
  length.span.end = MAX (length.span.end, end);
  g_array_append_val (lengths, length);
}

static gboolean
belongs (const Length *length, const DayRange *range)
{
  if (length->sentence == range->sentence)
    return length->is_last || g_strcmp0 (length->kind, range->kind) == 0;
  return !range->is_stay && length->kind != NULL && g_strcmp0 (length->kind, range->kind) == 0;
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  return plx_span_compare (a, b);
}

static void
check_range (Checks *self, const DayRange *range, const GArray *lengths)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  PlxSpan where = plx_reading_span (self->reading, range->words);
  g_autofree char *days = g_strdup_printf ("P%dD", range->n_days);
  g_autofree char *message = NULL;
  const char *values[] = { NULL, days };
  int said = 0;

  g_array_append_val (spans, where);
  for (guint i = 0; i < lengths->len; i++)
    {
      const Length *length = &g_array_index (lengths, Length, i);

      if (!belongs (length, range))
        continue;
      if (length->n_days == range->n_days)
        return;
      g_array_append_val (spans, length->span);
      values[0] = length->value;
      said = length->n_days;
    }
  if (said == 0)
    return;
  g_array_sort (spans, compare_spans);
  message = g_strdup_printf ("These days are %d, counted inclusively; the text says %d",
                             range->n_days, said);
  plx_checks_add (self, PLX_FINDING_DURATION, (const PlxSpan *) spans->data, spans->len, values,
                  2, message);
}

void
plx_checks_durations (Checks *self)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (DayRange));
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (Length));

  find_ranges (self, ranges);
  if (ranges->len == 0)
    return;
  for (guint t = 0; t < self->analysis->times->len; t++)
    read_length (self, PLX_TIME (self->analysis, t), lengths);
  for (guint i = 0; i < ranges->len; i++)
    check_range (self, &g_array_index (ranges, DayRange, i), lengths);
}
