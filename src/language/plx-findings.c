/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-findings-private.h"

#include <string.h>

/* What a careful reader notices. Each check says nothing unless the text gives
 * both sides of a contradiction: a finding that is wrong costs more trust than
 * one that is missing.
 *
 *   plx-findings-durations.c  five days against Monday to Thursday
 *   plx-findings-dates.c      the eve of a day, a weekday against its date
 *   here                      claims made twice, what was left out, counts */

#define MAX_COUNT 20     // things that a reader still counts
#define COUNT_REACH 2    // sentences from "three documents" to "the four documents"

void
plx_checks_add (Checks *self, PlxFindingKind kind, const PlxSpan *spans, guint n_spans,
                const char *const *values, guint n_values, const char *message)
{
  PlxFinding finding = { .kind = kind, .statements = { -1, -1 } };

  finding.spans = plx_analysis_add_spans (self->analysis, spans, n_spans);
  finding.values = plx_analysis_add_strings (self->analysis, values, n_values);
  finding.message = plx_analysis_intern (self->analysis, message);
  g_array_append_val (self->analysis->findings, finding);
}

/* What the check word at a token is, NULL when none. */
const char *
plx_checks_phrase (const Checks *self, guint token, guint end, guint *n_words)
{
  const PlxPhrase *phrase = plx_phrases_match (self->lists->checks, self->reading->lower, token,
                                               end);

  if (phrase == NULL)
    return NULL;
  *n_words = phrase->n_words;
  return phrase->value;
}

gint32
plx_checks_sentence (const Checks *self, PlxSpan span)
{
  return plx_analysis_sentence_at (self->analysis, span.begin);
}

/* The first event whose trigger begins at or after @byte. */
guint
plx_checks_event_at (const Checks *self, guint32 byte)
{
  guint low = 0, high = self->analysis->events->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (PLX_EVENT (self->analysis, middle)->trigger.begin < byte)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
find_repeated (Checks *self)
{
  PlxAnalysis *a = self->analysis;

  for (guint i = 0; i < a->statements->len; i++)
    {
      const PlxStatement *statement = PLX_STATEMENT (a, i);
      PlxSpan spans[2];

      if (statement->repeats < 0)
        continue;
      spans[0] = plx_analysis_hull (a, PLX_STATEMENT (a, statement->repeats)->content);
      spans[1] = plx_analysis_hull (a, statement->content);
      plx_checks_add (self, PLX_FINDING_REPEATED, spans, 2, NULL, 0, "One claim made twice");
      PLX_FINDING (a, a->findings->len - 1)->statements[0] = statement->repeats;
      PLX_FINDING (a, a->findings->len - 1)->statements[1] = (gint32) i;
    }
}

static const char *
name_of (const Checks *self, gint32 entity)
{
  return entity >= 0 ? PLX_ENTITY (self->analysis, entity)->name : NULL;
}

static void
find_omitted (Checks *self)
{
  PlxAnalysis *a = self->analysis;

  for (guint i = 0; i < a->statements->len; i++)
    {
      const PlxStatement *statement = PLX_STATEMENT (a, i);
      const char *by = name_of (self, statement->omits_by);
      const char *elsewhere = name_of (self, statement->omits_reported_by);
      g_autofree char *message = NULL;
      PlxSpan span, content;

      if (statement->mode != PLX_MODE_OMISSION)
        continue;
      content = plx_analysis_hull (a, statement->content);
      span = plx_analysis_hull (a, statement->cue);
      span.begin = MIN (span.begin, content.begin);
      span.end = MAX (span.end, content.end);
      if (elsewhere != NULL)
        message = g_strdup_printf ("%s is said to have left out what %s reported",
                                   by != NULL ? by : "A source", elsewhere);
      else
        message = g_strdup_printf ("%s is said to have left this out",
                                   by != NULL ? by : "A source");
      plx_checks_add (self, PLX_FINDING_OMISSION, &span, 1, NULL, 0, message);
      PLX_FINDING (a, a->findings->len - 1)->statements[0] = (gint32) i;
    }
}

/* "the four documents" after "three documents": only the definite article says
 * that the same things are meant, and only nearby. */
static gboolean
is_definite (const Checks *self, const PlxQuantity *quantity)
{
  guint token = plx_reading_token_at (self->reading, quantity->span.begin);

  return token > 0 && plx_reading_in (self->reading, (gint64) token - 1, PLX_WORDS_DEFINITE);
}

/* A small whole number of things, not a measure ("3.7 percent"). */
static gboolean
is_count (const Checks *self, const PlxQuantity *quantity)
{
  return quantity->unit[0] != '\0' && quantity->bound == PLX_BOUND_EXACT
         && quantity->value <= MAX_COUNT && quantity->value - (int) quantity->value < 1e-9
         && !g_hash_table_contains (self->lists->units, quantity->unit);
}

static gboolean
is_near (const Checks *self, gint32 first, gint32 last)
{
  return first >= 0 && last >= first && last - first <= COUNT_REACH
         && self->reading->paragraph[first] == self->reading->paragraph[last];
}

static void
find_counts (Checks *self)
{
  PlxAnalysis *a = self->analysis;
  g_autoptr (GHashTable) last = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < a->quantities->len; i++)
    {
      const PlxQuantity *now = PLX_QUANTITY (a, i), *before;
      gint32 sentence = plx_checks_sentence (self, now->span);
      gpointer found;

      if (!is_count (self, now))
        continue;
      found = g_hash_table_lookup (last, now->unit);
      before = found != NULL ? PLX_QUANTITY (a, GPOINTER_TO_UINT (found) - 1) : NULL;
      if (before != NULL && is_definite (self, now) && before->value > now->value - 1.5
          && before->value < now->value + 1.5 && before->value != now->value
          && is_near (self, plx_checks_sentence (self, before->span), sentence))
        {
          PlxSpan spans[] = { before->span, now->span };
          g_autofree char *message = g_strdup_printf ("First %g, then %g of the same thing (%s)",
                                                      before->value, now->value, now->unit);
          g_autofree char *first = g_strdup_printf ("%g", before->value);
          g_autofree char *second = g_strdup_printf ("%g", now->value);
          const char *values[] = { first, second };

          plx_checks_add (self, PLX_FINDING_NUMBER, spans, 2, values, 2, message);
        }
      g_hash_table_replace (last, (gpointer) now->unit, GUINT_TO_POINTER (i + 1));
    }
}

void
plx_find_findings (const PlxTimeLists *lists, const PlxArticleText *article, PlxAnalysis *analysis)
{
  g_autoptr (PlxReading) reading = plx_reading_new (analysis, lists->grammar);
  Checks self = { .lists = lists, .analysis = analysis, .reading = reading };

  self.is_dated = article != NULL && article->published != NULL
                  && plx_time_parse_date (article->published, &self.published);
  plx_checks_durations (&self);
  plx_checks_dates (&self);
  find_counts (&self);
  find_omitted (&self);
  find_repeated (&self);
}
