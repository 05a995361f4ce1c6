/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-series.h"

#include "compare/plx-lexicon.h"
#include "compare/plx-stamp.h"
#include "compare/plx-tuning.h"
#include "compare/plx-word-stream.h"

#include <math.h>
#include <string.h>

/* Standing phrases of a source's reports. Sequences grow word by word: one of
 * n + 1 words is counted only where both its parts of n words are frequent, so
 * that the work of each round is what the round before left over. A sequence
 * that nearly always stands in a longer one is that one. */

#define NONE G_MAXUINT32

typedef struct {
  guint32 left, right;    // grams of one word less that it is made of
  guint n_words;
  guint n_reports;
  guint last_report;      // counted last, while counting
  guint32 longer;         // a gram of one word more that it nearly always stands in, NONE
  gboolean whole;         // begins and ends with a word of content
  gboolean swallowed;     // a whole gram speaks for it
  GArray *places;         // Place: the first of each report
} Gram;

typedef struct {
  guint report;
  guint32 word;           // position
} Place;

typedef struct {
  const PlxComparisonArticle *reports;
  guint n_reports;
  const PlxLexicon *lexicon;
  guint *order;           // (n_reports) reports by date, the undated last
  PlxStamp *stamps;       // (n_reports) by report
  guint n_dated;
  PlxWordNumbers *numbers;
  GArray *words;          // PlxStreamWord of all reports in this order
  guint32 *first_word;    // (n_reports + 1) of the reports in this order
  GArray *grams;          // Gram
  guint32 *at;            // (words) the gram that begins here in this round
  guint min_reports;
} Reading;

static Gram *
gram (const Reading *self, guint32 i)
{
  return &g_array_index (self->grams, Gram, i);
}

static const PlxStreamWord *
word (const Reading *self, guint32 i)
{
  return &g_array_index (self->words, PlxStreamWord, i);
}

static int
compare_reports (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const guint *x = a, *y = b;
  const PlxStamp *stamps = user_data;
  int order = plx_stamp_compare (&stamps[*x], &stamps[*y]);

  return order != 0 ? order : (*x > *y) - (*x < *y);
}

static void
open_reading (Reading *self)
{
  self->order = g_new (guint, self->n_reports + 1);
  self->stamps = g_new (PlxStamp, self->n_reports + 1);
  self->first_word = g_new (guint32, self->n_reports + 1);
  self->numbers = plx_word_numbers_new ();
  self->words = g_array_new (FALSE, FALSE, sizeof (PlxStreamWord));
  self->grams = g_array_new (FALSE, TRUE, sizeof (Gram));
  self->min_reports = MAX (PLX_SERIES_MIN_REPORTS,
                           (guint) (self->n_reports * PLX_SERIES_MIN_SHARE_01));
  for (guint i = 0; i < self->n_reports; i++)
    {
      self->order[i] = i;
      self->stamps[i] = plx_stamp_read (self->reports[i].published);
      self->n_dated += self->stamps[i].day != 0;
    }
  g_qsort_with_data (self->order, (gint) self->n_reports, sizeof (guint), compare_reports,
                     self->stamps);
  for (guint i = 0; i < self->n_reports; i++)
    {
      const PlxAnalysis *analysis = self->reports[self->order[i]].analysis;
      g_autoptr (GArray) stream = plx_word_stream_read (self->numbers, analysis->text,
                                                        analysis->n_bytes);

      self->first_word[i] = self->words->len;
      g_array_append_vals (self->words, stream->data, stream->len);
    }
  self->first_word[self->n_reports] = self->words->len;
  self->at = g_new (guint32, self->words->len + 1);
}

static void
close_reading (Reading *self)
{
  for (guint i = 0; i < self->grams->len; i++)
    g_clear_pointer (&gram (self, i)->places, g_array_unref);
  g_array_unref (self->grams);
  g_array_unref (self->words);
  plx_word_numbers_free (self->numbers);
  g_free (self->order);
  g_free (self->stamps);
  g_free (self->first_word);
  g_free (self->at);
}

static guint32
add_gram (Reading *self, guint32 left, guint32 right, guint n_words)
{
  Gram fresh = { .left = left, .right = right, .n_words = n_words, .last_report = G_MAXUINT,
                 .longer = NONE };

  g_array_append_val (self->grams, fresh);
  return self->grams->len - 1;
}

static void
count (Reading *self, guint32 index, guint report)
{
  if (gram (self, index)->last_report == report)
    return;
  gram (self, index)->last_report = report;
  gram (self, index)->n_reports++;
}

/* Keeps in @at only the grams of enough reports, and notes where they stand.
 * Returns whether any is left. */
static gboolean
keep_frequent (Reading *self)
{
  gboolean any = FALSE;

  for (guint r = 0; r < self->n_reports; r++)
    for (guint32 i = self->first_word[r]; i < self->first_word[r + 1]; i++)
      {
        Gram *found = self->at[i] != NONE ? gram (self, self->at[i]) : NULL;

        if (found == NULL)
          continue;
        if (found->n_reports < self->min_reports)
          {
            self->at[i] = NONE;
            continue;
          }
        any = TRUE;
        if (found->places == NULL)
          found->places = g_array_new (FALSE, FALSE, sizeof (Place));
        if (found->places->len == 0
            || g_array_index (found->places, Place, found->places->len - 1).report != r)
          g_array_append_val (found->places, ((Place) { r, i }));
      }
  return any;
}

/* Numbers differ from report to report: they end a phrase. */
static void
count_words (Reading *self)
{
  g_autofree guint32 *of_word = g_new (guint32, self->numbers->words->len + 1);

  for (guint i = 0; i < self->numbers->words->len; i++)
    of_word[i] = add_gram (self, i, NONE, 1);
  for (guint r = 0; r < self->n_reports; r++)
    for (guint32 i = self->first_word[r]; i < self->first_word[r + 1]; i++)
      {
        self->at[i] = word (self, i)->has_digit ? NONE : of_word[word (self, i)->id];
        if (self->at[i] != NONE)
          count (self, self->at[i], r);
      }
}

static void
grow (Reading *self, guint n_words)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint r = 0; r < self->n_reports; r++)
    for (guint32 i = self->first_word[r]; i < self->first_word[r + 1]; i++)
      {
        guint32 left = self->at[i], right, last = i + n_words - 1;
        guint64 key;
        gpointer found;

        self->at[i] = NONE;
        if (left == NONE || last >= self->first_word[r + 1]
            || (right = self->at[i + 1]) == NONE || word (self, last)->breaks)
          continue;
        key = (guint64) left << 32 | right;
        found = g_hash_table_lookup (known, &key);
        if (found == NULL)
          {
            found = GUINT_TO_POINTER (add_gram (self, left, right, n_words) + 1);
            g_hash_table_insert (known, g_memdup2 (&key, sizeof key), found);
          }
        self->at[i] = GPOINTER_TO_UINT (found) - 1;
        count (self, self->at[i], r);
      }
}

static gboolean
is_content (const Reading *self, guint32 place)
{
  const char *text = g_ptr_array_index (self->numbers->words, word (self, place)->id);
  guint classes = plx_lexicon_classes (self->lexicon, text);

  return !(classes & (PLX_WORD_STOP | PLX_WORD_MONTH | PLX_WORD_WEEKDAY))
         && g_utf8_strlen (text, -1) > 1;
}

/* Words that everybody uses come and go with any subject. */
static gboolean
is_rare (const Reading *self, guint32 place)
{
  const char *text = g_ptr_array_index (self->numbers->words, word (self, place)->id);

  return g_utf8_strlen (text, -1) > 4
         && plx_lexicon_zipf (self->lexicon, text) < PLX_SERIES_RARE_ZIPF;
}

/* A part that nearly always stands in the whole has it for its longer one. */
static void
link_part (Reading *self, guint32 part, guint32 whole)
{
  Gram *shorter = gram (self, part);

  if (gram (self, whole)->n_reports >= PLX_SERIES_SWALLOW_01 * shorter->n_reports
      && (shorter->longer == NONE
          || gram (self, shorter->longer)->n_reports < gram (self, whole)->n_reports))
    shorter->longer = whole;
}

/* The longest first: what is swallowed by one that is no whole phrase falls to
 * the next longer. */
static void
settle_grams (Reading *self)
{
  for (guint32 i = self->grams->len; i-- > 0;)
    {
      Gram *self_gram = gram (self, i);
      guint32 place;

      if (self_gram->places == NULL)
        continue;
      place = g_array_index (self_gram->places, Place, 0).word;
      self_gram->whole = is_content (self, place)
                         && is_content (self, place + self_gram->n_words - 1)
                         && (self_gram->n_words > 1 || is_rare (self, place));
      self_gram->swallowed = self_gram->longer != NONE
                             && (gram (self, self_gram->longer)->whole
                                 || gram (self, self_gram->longer)->swallowed);
      if (self_gram->n_words > 1)
        {
          link_part (self, self_gram->left, i);
          link_part (self, self_gram->right, i);
        }
    }
}

static PlxSpan
span_at (const Reading *self, const Gram *phrase, guint place)
{
  guint32 first = g_array_index (phrase->places, Place, place).word;

  return (PlxSpan) { word (self, first)->span.begin,
                     word (self, first + phrase->n_words - 1)->span.end };
}

/* How likely so many reports in a row lack what came in @n_hits of @n_reports. */
static double
silence_01 (guint n_hits, guint n_reports, guint n_silent)
{
  double rate = n_hits > 1 ? (double) (n_hits - 1) / n_reports : 0.0;

  return pow (1.0 - MIN (rate, 0.999), n_silent);
}

static guint
count_days (const Reading *self, const Gram *phrase)
{
  guint n = 0;
  guint32 last = 0;

  for (guint i = 0; i < phrase->places->len; i++)
    {
      guint report = self->order[g_array_index (phrase->places, Place, i).report];

      if (self->stamps[report].day != last)
        n++;
      last = self->stamps[report].day;
    }
  return n;
}

/* What came for a few days only is a matter of the news, no standing phrase. */
static gboolean
stood_long (const Reading *self, const Gram *phrase, guint n_spanned)
{
  return count_days (self, phrase) >= PLX_SERIES_MIN_DAYS
         && n_spanned >= self->n_dated * PLX_SERIES_STANDING_01;
}

/* The dated reports that surely precede the first or follow the last, and those
 * between that lack it. */
static void
measure_silence (const Reading *self, const Gram *phrase, PlxStandingPhrase *out)
{
  guint n_places = phrase->places->len, at = 0, n_hits = 0, gap = 0, longest_gap = 0;
  const PlxStamp *first, *last;

  while (n_places > 0
         && g_array_index (phrase->places, Place, n_places - 1).report >= self->n_dated)
    n_places--;
  if (n_places == 0)
    return;
  first = &self->stamps[self->order[g_array_index (phrase->places, Place, 0).report]];
  last = &self->stamps[self->order[g_array_index (phrase->places, Place, n_places - 1).report]];
  out->missing = g_new (guint, self->n_dated + 1);
  for (guint i = 0; i < self->n_dated; i++)
    {
      const PlxStamp *stamp = &self->stamps[self->order[i]];

      if (at < n_places && g_array_index (phrase->places, Place, at).report == i)
        {
          at++;
          n_hits++;
          gap = 0;
        }
      else if (plx_stamp_precedes (stamp, first))
        out->n_before++;
      else if (plx_stamp_precedes (last, stamp))
        out->n_after++;
      else
        {
          out->missing[out->n_missing++] = self->order[i];
          longest_gap = MAX (longest_gap, ++gap);
        }
    }
  if (stood_long (self, phrase, n_hits + out->n_missing))
    {
      guint needed = longest_gap * PLX_SERIES_GAPS;

      double before = silence_01 (n_hits, n_hits + out->n_missing, out->n_before);
      double after = silence_01 (n_hits, n_hits + out->n_missing, out->n_after);

      out->appears = before < PLX_SERIES_CHANCE_01 && out->n_before > needed;
      out->vanishes = after < PLX_SERIES_CHANCE_01 && out->n_after > needed;
      out->chance_01 = MIN (before, after);
    }
}

static PlxStandingPhrase *
phrase_new (const Reading *self, const Gram *phrase)
{
  PlxStandingPhrase *out = g_new0 (PlxStandingPhrase, 1);
  guint n = phrase->places->len;

  out->n_words = phrase->n_words;
  out->chance_01 = 1.0;
  out->n_reports = n;
  out->reports = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    out->reports[i] = self->order[g_array_index (phrase->places, Place, i).report];
  out->first = span_at (self, phrase, 0);
  out->last = span_at (self, phrase, n - 1);
  out->phrase = plx_analysis_dup_span (self->reports[out->reports[0]].analysis, out->first);
  for (char *p = out->phrase; *p != '\0'; p++)
    if (*p == '\n')
      *p = ' ';
  measure_silence (self, phrase, out);
  return out;
}

static int
compare_phrases (gconstpointer a, gconstpointer b)
{
  const PlxStandingPhrase *x = *(PlxStandingPhrase * const *) a;
  const PlxStandingPhrase *y = *(PlxStandingPhrase * const *) b;
  gboolean turns = x->appears || x->vanishes;

  if (turns != (y->appears || y->vanishes))
    return turns ? -1 : 1;
  if (turns && (x->chance_01 > y->chance_01 || x->chance_01 < y->chance_01))
    return x->chance_01 < y->chance_01 ? -1 : 1;
  if (x->n_reports != y->n_reports)
    return x->n_reports > y->n_reports ? -1 : 1;
  return strcmp (x->phrase, y->phrase);
}

static void
phrase_free (gpointer data)
{
  PlxStandingPhrase *phrase = data;

  g_free (phrase->phrase);
  g_free (phrase->reports);
  g_free (phrase->missing);
  g_free (phrase);
}

void
plx_series_free (PlxSeries *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->phrases);
  g_free (self);
}

/* A lone word stands only if it comes or goes: else every word would. */
static void
list_phrases (const Reading *self, PlxSeries *out)
{
  for (guint32 i = 0; i < self->grams->len; i++)
    {
      const Gram *found = gram (self, i);
      PlxStandingPhrase *phrase;

      if (found->places == NULL || !found->whole || found->swallowed)
        continue;
      phrase = phrase_new (self, found);
      if (phrase->n_words > 1 || phrase->appears || phrase->vanishes)
        g_ptr_array_add (out->phrases, phrase);
      else
        phrase_free (phrase);
    }
  g_ptr_array_sort (out->phrases, compare_phrases);
}

PlxSeries *
plx_series_read (const PlxComparisonArticle *reports, guint n_reports, GCancellable *cancellable,
                 GError **error)
{
  const PlxLexicon *lexicon = plx_lexicon_get (error);
  Reading reading = { .reports = reports, .n_reports = n_reports, .lexicon = lexicon };
  PlxSeries *self = NULL;
  gboolean more;

  if (lexicon == NULL)
    return NULL;
  open_reading (&reading);
  count_words (&reading);
  more = keep_frequent (&reading);
  for (guint n = 2; more && n <= PLX_SERIES_MAX_WORDS
                    && !g_cancellable_is_cancelled (cancellable); n++)
    {
      grow (&reading, n);
      more = keep_frequent (&reading);
    }
  if (!g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      self = g_new0 (PlxSeries, 1);
      self->n_dated = reading.n_dated;
      self->phrases = g_ptr_array_new_with_free_func (phrase_free);
      settle_grams (&reading);
      list_phrases (&reading, self);
    }
  close_reading (&reading);
  return self;
}
