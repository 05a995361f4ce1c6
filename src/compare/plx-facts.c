/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-facts.h"

#include "compare/plx-fact-units.h"
#include "compare/plx-numbers.h"
#include "compare/plx-tuning.h"

#include <math.h>
#include <string.h>

/* A number is read as an interval: "580" may mean anything that rounds to it,
 * "about two" a little more, "over 170,000" all that is larger. Two numbers of
 * the same thing agree when the middle of one lies inside the other, differ
 * when the intervals overlap all the same, and exclude each other when not. */

/* Words a number may reach ahead for its unit or for what it counts, and how
 * far apart two sums may be and still be about the same thing. */
enum { REACH = 4, MAX_RATIO = 30 };

/* A larger number says something even if nobody knows of what, and the same one
 * twice is no accident. */
enum { FEW = 31, MANY = 99 };

static gboolean
is_joined_by_hyphen (const PlxFactReader *self, guint i)
{
  guint32 from = PLX_TEXT_TERM (self->text, i)->span.end;

  return i + 1 < self->end && PLX_TEXT_TERM (self->text, i + 1)->span.begin == from + 1
         && self->text->text[from] == '-';
}

/* The bound that the one to three words before term @first give: '~' '>' '<'. */
static char
read_bound (const PlxFactReader *self, guint first)
{
  for (guint n = 4; n > 0; n--)
    {
      GString *phrase = g_string_new (NULL);
      char sign;

      if (first < self->first + n)
        {
          g_string_free (phrase, TRUE);
          continue;
        }
      for (guint i = first - n; i < first; i++)
        {
          g_autofree char *word = plx_fact_word (self, i);

          g_string_append_printf (phrase, "%s%s", phrase->len > 0 ? " " : "", word);
        }
      sign = plx_lexicon_bound (self->vocabulary->lexicon, phrase->str);
      g_string_free (phrase, TRUE);
      if (sign != 0)
        return sign;
    }
  return 0;
}

/* "ten years old" and "six years ago" are no durations: each is a dimension of
 * its own, so that neither is ever held against "four years". */
static gboolean
is_other_time (const PlxFactReader *self, PlxFact *fact, guint i)
{
  static const char *const dimensions[] = { "old", "ago", "earlier", "later", "before", "after" };
  g_autofree char *word = plx_fact_word (self, i);
  g_autofree char *ahead = fact->first_term > self->first
                             ? plx_fact_word (self, fact->first_term - 1) : NULL;

  if (strcmp (fact->dimension, "time") != 0 || g_strcmp0 (ahead, "for") == 0)
    return FALSE;   // "flew for 40 minutes before it fell"
  for (guint k = 0; k < G_N_ELEMENTS (dimensions); k++)
    if (strcmp (word, dimensions[k]) == 0)
      {
        fact->dimension = dimensions[k];
        return TRUE;
      }
  return FALSE;
}

/* Takes the unit or the words for what is counted that follow the number. */
static void
read_counted (const PlxFactReader *self, PlxFact *fact, guint i, gboolean vague)
{
  if (i < self->end && !vague)
    {
      g_autofree char *word = plx_fact_word (self, i);

      if (g_str_equal (word, "of"))   // "one of the two" counts nothing
        return;
    }
  for (guint n = 0; n < REACH && i < self->end; n++, i++)
    {
      const PlxTerm *term = PLX_TEXT_TERM (self->text, i);
      const PlxUnitWord *unit = plx_fact_unit (self, i);

      if ((term->flags & PLX_TERM_BREAK)
          || (plx_vocabulary_get (self->vocabulary, term->id)->classes
              & (PLX_WORD_WEEKDAY | PLX_WORD_MONTH)))
        return;
      if (fact->dimension != NULL && is_other_time (self, fact, i))
        return;
      if (unit != NULL && fact->dimension == NULL && (n < 2 || fact->n_nouns == 0))
        {
          fact->dimension = unit->dimension;
          fact->factor = unit->factor;
          fact->n_nouns = 0;
          i = plx_fact_read_scale (self, fact, i + 1);
          i = plx_fact_read_rate (self, fact, i) - 1;
          fact->span.end = PLX_TEXT_TERM (self->text, i)->span.end;
          fact->n_terms = i + 1 - fact->first_term;
          continue;
        }
      if ((term->flags & PLX_TERM_NUMBER) || ((term->flags & PLX_TERM_STOP) && n > 0))
        {
          if (fact->n_nouns > 0 || fact->dimension != NULL)
            return;
          continue;
        }
      if ((term->flags & PLX_TERM_STOP) || fact->n_nouns >= PLX_FACT_N_NOUNS)
        continue;
      fact->nouns[fact->n_nouns++] = term->id;
      if (fact->dimension == NULL && fact->n_nouns == 1)
        {
          fact->span.end = term->span.end;
          fact->n_terms = i + 1 - fact->first_term;
        }
    }
}

/* How far from the number the truth may be, by its rounding. */
static double
slack_of (double high, double step, char bound)
{
  double most = bound == '~' ? PLX_ROUND_SHARE : PLX_ABOUT_SHARE;
  double slack = MIN (step / 2, most * high);

  return bound == '~' ? MAX (slack, PLX_ABOUT_SHARE * high) : slack;
}

static void
set_interval (PlxFact *fact, const PlxNumber *number, char bound)
{
  double slack = number->low < number->high ? 0.0 : slack_of (number->high, number->step, bound);
  double low = number->low - slack, high = number->high + slack;

  fact->value = (number->low + number->high) / 2 * fact->factor;
  fact->vague = number->vague;
  fact->bounded = bound == '>' || bound == '<';
  if (bound == '+' || bound == '>')
    {
      low = number->low;
      high = bound == '>' ? G_MAXDOUBLE : number->high * (1 + PLX_LITTLE_SHARE);
    }
  else if (bound == '-' || bound == '<')
    {
      low = bound == '<' ? -G_MAXDOUBLE : number->low * (1 - PLX_LITTLE_SHARE);
      high = number->high;
    }
  fact->low = low > -G_MAXDOUBLE ? low * fact->factor : low;
  fact->high = high < G_MAXDOUBLE ? high * fact->factor : high;
  if (g_strcmp0 (fact->dimension, "fahrenheit") == 0)
    {
      fact->dimension = "celsius";
      fact->value = (fact->value - 32) / 1.8;
      fact->low = (fact->low - 32) / 1.8;
      fact->high = (fact->high - 32) / 1.8;
    }
}

static void
add_simple (const PlxFactReader *self, PlxFactKind kind, double value, double slack, guint first,
            guint n)
{
  PlxFact fact = { .kind = kind, .value = value, .low = value - slack, .high = value + slack,
                   .factor = 1.0, .first_term = first, .n_terms = n,
                   .sentence = self->sentence };

  fact.span.begin = PLX_TEXT_TERM (self->text, first)->span.begin;
  fact.span.end = PLX_TEXT_TERM (self->text, first + n - 1)->span.end;
  g_array_append_val (self->text->facts, fact);
}

static guint
month_at (const PlxFactReader *self, guint i)
{
  g_autofree char *word = NULL;
  PlxTerm *term;

  if (i >= self->end)
    return 0;
  term = PLX_TEXT_TERM (self->text, i);
  word = plx_fact_word (self, i);
  if ((term->flags & PLX_TERM_NAME) == 0 && g_ascii_islower (self->text->text[term->span.begin]))
    return 0;
  if ((plx_lexicon_classes (self->vocabulary->lexicon, word) & PLX_WORD_MONTH) == 0)
    return 0;
  return plx_lexicon_class_value (self->vocabulary->lexicon, word);
}

/* "13 May", "May 13": the day; adds it and says how many terms were used. */
static gboolean
read_day (const PlxFactReader *self, guint i, guint first)
{
  g_autofree char *word = plx_fact_word (self, i);
  double value, step;
  char *ordinal = strpbrk (word, "snrt");
  gboolean near_month;

  if (ordinal != NULL && ordinal > word && strlen (ordinal) == 2)
    *ordinal = '\0';
  if (!plx_number_parse (word, &value, &step) || value < 1 || value > 31
      || strchr (word, '.') != NULL)
    return FALSE;
  near_month = (i > first && month_at (self, i - 1) > 0) || month_at (self, i + 1) > 0;
  if (!near_month)
    return FALSE;
  add_simple (self, PLX_FACT_DAY, value, 0.0, i, 1);
  return TRUE;
}

static gboolean
read_year (const PlxFactReader *self, guint i)
{
  PlxSpan span = PLX_TEXT_TERM (self->text, i)->span;
  const char *p = self->text->text + span.begin;
  guint value;

  if (plx_span_length (span) < 4 || !(g_ascii_isdigit (p[0]) && g_ascii_isdigit (p[1])
                                      && g_ascii_isdigit (p[2]) && g_ascii_isdigit (p[3])))
    return FALSE;
  if (plx_span_length (span) > 4 && p[4] != '\'' && (guchar) p[4] != 0xe2)
    return FALSE;
  value = (guint) g_ascii_strtoull (p, NULL, 10);
  if (value < 1900 || value > 2099 || is_joined_by_hyphen (self, i))
    return FALSE;
  add_simple (self, PLX_FACT_YEAR, value, 0.0, i, 1);
  return TRUE;
}

/* The first term after a time of day at term @i, or @i. */
static guint
read_clock (const PlxFactReader *self, guint i)
{
  double minutes;
  gboolean elsewhere;
  guint next = plx_clock_read (self, i, &minutes, &elsewhere);

  if (next == i)
    return i;
  add_simple (self, PLX_FACT_CLOCK, minutes, 5.0, i, next - i);
  PLX_TEXT_FACT (self->text, self->text->facts->len - 1)->elsewhere = elsewhere;
  PLX_TEXT_FACT (self->text, self->text->facts->len - 1)->dimension = "clock";
  return next;
}

/* "7.6 magnitude" reaches ahead; "magnitude 7.6", "$40" reach back. */
static void
read_unit_before (const PlxFactReader *self, PlxFact *fact)
{
  guint i = fact->first_term;

  for (guint n = 0; n < 2 && i > self->first && fact->dimension == NULL; n++, i--)
    {
      const PlxTerm *term = PLX_TEXT_TERM (self->text, i - 1);
      const PlxUnitWord *unit = plx_fact_unit (self, i - 1);
      gboolean sign = (term->flags & PLX_TERM_NUMBER) != 0;

      if (unit != NULL && (sign || strcmp (unit->dimension, "magnitude") == 0))
        {
          fact->dimension = unit->dimension;
          fact->factor = unit->factor;
          fact->n_nouns = 0;
          fact->span.begin = term->span.begin;
          if (!sign)
            {
              guint last = fact->first_term + fact->n_values - 1;   // "magnitude 6.4 shook"

              fact->span.end = PLX_TEXT_TERM (self->text, last)->span.end;
              fact->n_terms = fact->n_values;
            }
        }
      else if (!(term->flags & PLX_TERM_STOP))
        return;
    }
}

/* "12th": the words after it say of what. */
static gboolean
read_ordinal (const PlxFactReader *self, guint i)
{
  PlxFact fact = { .kind = PLX_FACT_ORDINAL, .factor = 1.0, .first_term = i, .n_terms = 1,
                   .sentence = self->sentence };
  g_autofree char *word = plx_fact_word (self, i);
  gsize n = strlen (word);

  if (n < 3 || !g_ascii_isdigit (word[n - 3])
      || (strcmp (word + n - 2, "th") != 0 && strcmp (word + n - 2, "st") != 0
          && strcmp (word + n - 2, "nd") != 0 && strcmp (word + n - 2, "rd") != 0))
    return FALSE;
  fact.value = fact.low = fact.high = g_ascii_strtod (word, NULL);
  fact.span = PLX_TEXT_TERM (self->text, i)->span;
  read_counted (self, &fact, i + 1, FALSE);
  fact.dimension = NULL;
  g_array_append_val (self->text->facts, fact);
  return TRUE;
}

/* "the two leaders", "both of its three sons": who is meant, not how many. */
static gboolean
refers_back (const PlxFactReader *self, guint i, const char *word)
{
  static const char *const definite[] = { "the", "these", "those", "both", "his", "her", "its",
                                          "their", "our" };
  const PlxNumberWord *number = plx_lexicon_number (self->vocabulary->lexicon, word);
  g_autofree char *before = i > self->first ? plx_fact_word (self, i - 1) : NULL;

  if (before == NULL || number == NULL || number->kind != PLX_NUMBER_PLAIN || number->high > 12
      || plx_fact_unit (self, i + 1) != NULL)
    return FALSE;
  for (guint k = 0; k < G_N_ELEMENTS (definite); k++)
    if (strcmp (before, definite[k]) == 0)
      return TRUE;
  return FALSE;
}

/* "one of them", "no one else": not a number. */
static gboolean
is_pronoun (const PlxFactReader *self, guint i)
{
  g_autofree char *word = plx_fact_word (self, i);

  if (refers_back (self, i, word))
    return TRUE;
  return strcmp (word, "one") == 0
         && (i + 1 >= self->end
             || (PLX_TEXT_TERM (self->text, i + 1)->flags & (PLX_TERM_STOP | PLX_TERM_BREAK)));
}

/* "population 167,000"; "Flight 302" counts no flights. */
static void
read_counted_before (const PlxFactReader *self, PlxFact *fact)
{
  const PlxTerm *term;

  if (fact->first_term <= self->first
      || (PLX_TEXT_TERM (self->text, fact->first_term)->flags & PLX_TERM_BREAK))
    return;
  term = PLX_TEXT_TERM (self->text, fact->first_term - 1);
  if (!plx_term_is_content (term))
    return;
  fact->nouns[fact->n_nouns++] = term->id;
  fact->label = (term->flags & PLX_TERM_NAME) != 0;
}

/* "140 people, not 118": the bounds "not less than" begin otherwise. */
static gboolean
is_denied (const PlxFactReader *self, guint i)
{
  g_autofree char *before = i > self->first ? plx_fact_word (self, i - 1) : NULL;

  return before != NULL && strcmp (before, "not") == 0;
}

/* "forty or more", "homes or more", "300 or so": the bound behind the number or
 * behind what it counts. */
static char
read_bound_behind (const PlxFactReader *self, guint i)
{
  static const struct { const char *word; char bound; } words[] = {
    { "more", '>' }, { "so", '~' }, { "less", '<' }, { "fewer", '<' }, { "over", '>' },
    { "above", '>' }, { "under", '<' }, { "thereabouts", '~' },
  };

  if (!plx_fact_is (self, i, "or"))
    return 0;
  for (guint k = 0; k < G_N_ELEMENTS (words); k++)
    if (plx_fact_is (self, i + 1, words[k].word))
      return words[k].bound;
  return 0;
}

/* "an hour and a half", "three hours and 20 minutes": the smaller part joins
 * the fact before it. */
static gboolean
join_time (const PlxFactReader *self, const PlxFact *fact)
{
  PlxFact *last = self->text->facts->len > 0
                    ? PLX_TEXT_FACT (self->text, self->text->facts->len - 1) : NULL;
  guint end = last != NULL ? last->first_term + last->n_terms : 0;

  if (last == NULL || last->sentence != fact->sentence || last->kind != PLX_FACT_QUANTITY
      || g_strcmp0 (fact->dimension, "time") != 0 || g_strcmp0 (last->dimension, "time") != 0
      || last->factor <= fact->factor || fact->value >= last->factor || fact->bounded
      || last->bounded || fmod (last->value, last->factor) > 0.0
      || !(end == fact->first_term
           || (end + 1 == fact->first_term && plx_fact_is (self, end, "and"))))
    return FALSE;
  last->value += fact->value;
  last->low = last->high = last->value;
  last->factor = fact->factor;
  last->span.end = fact->span.end;
  last->n_terms = fact->first_term + fact->n_terms - last->first_term;
  last->n_values = last->n_terms;
  return TRUE;
}

/* "an hour and a half" */
static void
read_half_behind (const PlxFactReader *self, PlxFact *fact, PlxNumber *number)
{
  guint i = fact->first_term + fact->n_terms;

  if (fact->dimension == NULL || number->low < 1 || fmod (number->low, 1.0) > 0.0
      || !plx_fact_is (self, i, "and") || !plx_fact_is (self, i + 1, "a")
      || (!plx_fact_is (self, i + 2, "half") && !plx_fact_is (self, i + 2, "quarter")))
    return;
  number->low += plx_fact_is (self, i + 2, "half") ? 0.5 : 0.25;
  number->high = number->low;
  number->step = 0.25;
  fact->n_terms += 3;
  fact->span.end = PLX_TEXT_TERM (self->text, i + 2)->span.end;
}

static void
set_unit (const PlxFactReader *self, PlxFact *fact, const PlxNumber *number)
{
  const PlxUnitWord *unit = number->unit;

  if (number->share)
    unit = plx_lexicon_unit (self->vocabulary->lexicon, "%");
  if (unit == NULL)
    return;
  fact->dimension = unit->dimension;
  fact->factor = number->share ? 1.0 : unit->factor;
}

/* A number of a few cannot be held against "half a dozen" if nobody knows of
 * what; "of" behind it says that what follows is the whole. */
static void
read_what (const PlxFactReader *self, PlxFact *fact, PlxNumber *number, guint next)
{
  char behind = number->bound != 0 ? number->bound : read_bound_behind (self, next);
  char bound = read_bound (self, fact->first_term);

  if (behind != 0 && number->bound == 0)
    next += 2;
  set_unit (self, fact, number);
  next = plx_fact_read_degree (self, fact, next);
  read_counted (self, fact, next, number->vague || number->share);
  read_unit_before (self, fact);
  read_half_behind (self, fact, number);
  if (fact->dimension == NULL && fact->n_nouns == 0)
    read_counted_before (self, fact);
  if (behind == 0)
    behind = read_bound_behind (self, fact->first_term + fact->n_terms);
  set_interval (fact, number, behind != 0 ? behind : bound);
}

/* 1333220 is the number of a page or a case: nobody writes a sum like that. */
static gboolean
is_label (const PlxFactReader *self, guint i, const PlxNumber *number)
{
  PlxSpan span = PLX_TEXT_TERM (self->text, i)->span;

  return number->low >= 1e5 && number->step < 1e3 && plx_span_length (span) >= 6
         && memchr (self->text->text + span.begin, ',', plx_span_length (span)) == NULL;
}

/* "a 6-3 ruling", "won 21–17": two numbers that are no range, and count nothing. */
static gboolean
is_score (const PlxFactReader *self, guint i)
{
  PlxSpan span = PLX_TEXT_TERM (self->text, i)->span;
  const char *text = self->text->text, *behind = text + span.end, *before = text + span.begin;

  if (!g_ascii_isdigit (*before))
    return FALSE;
  if (g_str_has_prefix (behind, "-") || g_str_has_prefix (behind, "–"))
    return g_ascii_isdigit (*g_utf8_next_char (behind));
  if (before == text)
    return FALSE;
  before = g_utf8_prev_char (before);
  return (*before == '-' || g_str_has_prefix (before, "–")) && before > text
         && g_ascii_isdigit (before[-1]);
}

/* Reads a quantity at term @i; the first term after it, or @i: there is none. */
static guint
read_quantity (const PlxFactReader *self, guint i)
{
  PlxFact fact = { .kind = PLX_FACT_QUANTITY, .factor = 1.0, .first_term = i,
                   .sentence = self->sentence };
  PlxNumber number;
  guint next = plx_number_read (self, i, &number);

  if (next == i || is_pronoun (self, i) || is_label (self, i, &number))
    return i;
  fact.n_terms = next - i;
  fact.n_values = next - i;
  fact.denied = is_denied (self, i);
  fact.span.begin = PLX_TEXT_TERM (self->text, i)->span.begin;
  fact.span.end = PLX_TEXT_TERM (self->text, next - 1)->span.end;
  read_what (self, &fact, &number, next);
  if (next == i + 1 && fact.dimension == NULL && is_score (self, i))
    {
      fact.kind = PLX_FACT_NUMBER;
      fact.n_nouns = 0;
    }
  if (fact.dimension == NULL && fact.n_nouns == 0 && number.high <= FEW)
    fact.kind = PLX_FACT_NUMBER;
  if (!join_time (self, &fact))
    g_array_append_val (self->text->facts, fact);
  return MAX (next, i + 1);
}

static gboolean
read_named_time (const PlxFactReader *self, guint i)
{
  g_autofree char *word = NULL;
  guint month = month_at (self, i);

  if (month > 0)
    {
      add_simple (self, PLX_FACT_MONTH, month, 0.0, i, 1);
      return TRUE;
    }
  word = plx_fact_word (self, i);
  if ((plx_lexicon_classes (self->vocabulary->lexicon, word) & PLX_WORD_WEEKDAY) == 0)
    return FALSE;
  add_simple (self, PLX_FACT_WEEKDAY, plx_lexicon_class_value (self->vocabulary->lexicon, word),
              0.0, i, 1);
  return TRUE;
}

void
plx_facts_read (PlxText *text, const PlxVocabulary *vocabulary)
{
  for (guint s = 0; s < text->sentences->len; s++)
    {
      const PlxSentence *sentence = PLX_TEXT_SENTENCE (text, s);
      PlxFactReader self = { text, vocabulary, s, sentence->first_term,
                             sentence->first_term + sentence->n_terms };
      guint i = sentence->first_term;

      while (i < self.end)
        {
          guint next = i;

          if (PLX_TEXT_TERM (text, i)->flags & PLX_TERM_PAIR)
            next = i + 1;
          else if (!read_named_time (&self, i) && !read_year (&self, i)
                   && (next = read_clock (&self, i)) == i
                   && !read_day (&self, i, sentence->first_term) && !read_ordinal (&self, i))
            next = read_quantity (&self, i);
          i = MAX (next, i + 1);
        }
    }
}

/* The first fact of @sentence or of a later one; facts->len: there is none. */
guint
plx_facts_first (const PlxText *text, guint sentence)
{
  guint low = 0, high = text->facts->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (PLX_TEXT_FACT (text, middle)->sentence < sentence)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

gboolean
plx_facts_any (const PlxText *text, guint sentence, PlxSpan span)
{
  for (guint i = plx_facts_first (text, sentence); i < text->facts->len; i++)
    {
      if (PLX_TEXT_FACT (text, i)->sentence > sentence)
        return FALSE;
      if (PLX_TEXT_FACT (text, i)->kind != PLX_FACT_NUMBER
          && plx_span_overlaps (PLX_TEXT_FACT (text, i)->span, span))
        return TRUE;
    }
  return FALSE;
}
