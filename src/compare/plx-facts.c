/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-facts.h"

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

typedef struct {
  PlxText *text;
  const PlxVocabulary *vocabulary;
  guint sentence;
  guint end;           // terms of the sentence end here
} Reader;

static char *
folded (const Reader *self, guint i)
{
  PlxSpan span = PLX_TEXT_TERM (self->text, i)->span;

  return plx_text_fold (self->text->text + span.begin, plx_span_length (span));
}

static gboolean
is_joined_by_hyphen (const Reader *self, guint i)
{
  guint32 from = PLX_TEXT_TERM (self->text, i)->span.end;

  return i + 1 < self->end && PLX_TEXT_TERM (self->text, i + 1)->span.begin == from + 1
         && self->text->text[from] == '-';
}

/* Digits with separators; FALSE for 9:40, 4th, A320 and the like. */
static gboolean
parse_digits (const char *word, double *value, double *step)
{
  GString *plain = g_string_new (NULL);
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
  good = good && plain->len > 0 && plain->len < 18;
  g_string_free (plain, TRUE);
  return good;
}

/* Reads "forty-two", "1.5 billion", "dozens"; moves @i past it. */
static gboolean
read_value (const Reader *self, guint *i, double *low, double *high, double *step)
{
  g_autofree char *word = folded (self, *i);
  const PlxNumberWord *number = plx_lexicon_number (self->vocabulary->lexicon, word);
  double value;

  if (parse_digits (word, &value, step))
    *low = *high = value;
  else if (number != NULL && (number->kind == PLX_NUMBER_PLAIN || number->kind == PLX_NUMBER_VAGUE))
    {
      *low = number->low;
      *high = number->high;
      *step = 1.0;
    }
  else
    return FALSE;
  (*i)++;
  while (*i < self->end)
    {
      g_autofree char *next = folded (self, *i);
      const PlxNumberWord *more = plx_lexicon_number (self->vocabulary->lexicon, next);

      if (more == NULL || (PLX_TEXT_TERM (self->text, *i)->flags & PLX_TERM_BREAK))
        break;
      if (more->kind == PLX_NUMBER_TIMES)
        {
          *low *= more->low;
          *high *= more->low;
          *step *= more->low;
        }
      else if (more->kind == PLX_NUMBER_PLAIN && *low >= 20 && *low < 100 && more->low < 10
               && *low == *high && fmod (*low, 10) == 0)
        *low = *high = *low + more->low;
      else
        break;
      (*i)++;
    }
  return TRUE;
}

/* Units in the plural that the lexicon has no stem for are looked up without
 * their s. */
static const PlxUnitWord *
find_unit (const Reader *self, const char *lemma)
{
  const PlxUnitWord *unit = plx_lexicon_unit (self->vocabulary->lexicon, lemma);
  gsize n = strlen (lemma);

  if (unit == NULL && n > 3 && lemma[n - 1] == 's')
    {
      g_autofree char *singular = g_strndup (lemma, n - 1);

      unit = plx_lexicon_unit (self->vocabulary->lexicon, singular);
    }
  return unit;
}

/* The bound that the one to three words before term @first give: '~' '>' '<'. */
static char
read_bound (const Reader *self, guint first, guint sentence_first)
{
  for (guint n = 4; n > 0; n--)
    {
      GString *phrase = g_string_new (NULL);
      char sign;

      if (first < sentence_first + n)
        {
          g_string_free (phrase, TRUE);
          continue;
        }
      for (guint i = first - n; i < first; i++)
        {
          g_autofree char *word = folded (self, i);

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
is_other_time (const Reader *self, PlxFact *fact, guint i)
{
  static const char *const dimensions[] = { "old", "ago", "earlier", "later", "before", "after" };
  g_autofree char *word = folded (self, i);

  if (strcmp (fact->dimension, "time") != 0)
    return FALSE;
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
read_counted (const Reader *self, PlxFact *fact, guint i, gboolean vague)
{
  if (i < self->end && !vague)
    {
      g_autofree char *word = folded (self, i);

      if (g_str_equal (word, "of"))   // "one of the two" counts nothing
        return;
    }
  for (guint n = 0; n < REACH && i < self->end; n++, i++)
    {
      const PlxTerm *term = PLX_TEXT_TERM (self->text, i);
      const char *lemma = plx_vocabulary_get (self->vocabulary, term->id)->lemma;
      const PlxUnitWord *unit = find_unit (self, lemma);

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
          fact->span.end = term->span.end;
          fact->n_terms = i + 1 - fact->first_term;
          if (fact->n_nouns > 0)
            fact->n_nouns = 0;
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

static void
set_interval (PlxFact *fact, double low, double high, double step, char bound)
{
  double slack = low == high ? MIN (step / 2, PLX_ABOUT_SHARE * high) : 0.0;

  if (bound == '~')
    slack = MAX (slack, PLX_ABOUT_SHARE * high);
  fact->value = (low + high) / 2 * fact->factor;
  fact->vague = low != high;
  fact->bounded = bound == '>' || bound == '<';
  fact->low = (low - slack) * fact->factor;
  fact->high = (high + slack) * fact->factor;
  if (bound == '>')
    {
      fact->low = low * fact->factor;
      fact->high = G_MAXDOUBLE;
    }
  else if (bound == '<')
    {
      fact->low = -G_MAXDOUBLE;
      fact->high = high * fact->factor;
    }
}

static void
add_simple (const Reader *self, PlxFactKind kind, double value, double slack, guint first, guint n)
{
  PlxFact fact = { .kind = kind, .value = value, .low = value - slack, .high = value + slack,
                   .factor = 1.0, .first_term = first, .n_terms = n,
                   .sentence = self->sentence };

  fact.span.begin = PLX_TEXT_TERM (self->text, first)->span.begin;
  fact.span.end = PLX_TEXT_TERM (self->text, first + n - 1)->span.end;
  g_array_append_val (self->text->facts, fact);
}

static guint
month_at (const Reader *self, guint i)
{
  g_autofree char *word = NULL;
  PlxTerm *term;

  if (i >= self->end)
    return 0;
  term = PLX_TEXT_TERM (self->text, i);
  word = folded (self, i);
  if ((term->flags & PLX_TERM_NAME) == 0 && g_ascii_islower (self->text->text[term->span.begin]))
    return 0;
  if ((plx_lexicon_classes (self->vocabulary->lexicon, word) & PLX_WORD_MONTH) == 0)
    return 0;
  return plx_lexicon_class_value (self->vocabulary->lexicon, word);
}

/* "13 May", "May 13": the day; adds it and says how many terms were used. */
static gboolean
read_day (const Reader *self, guint i, guint first)
{
  g_autofree char *word = folded (self, i);
  double value, step;
  char *ordinal = strpbrk (word, "snrt");
  gboolean near_month;

  if (ordinal != NULL && ordinal > word && strlen (ordinal) == 2)
    *ordinal = '\0';
  if (!parse_digits (word, &value, &step) || value < 1 || value > 31 || strchr (word, '.') != NULL)
    return FALSE;
  near_month = (i > first && month_at (self, i - 1) > 0) || month_at (self, i + 1) > 0;
  if (!near_month)
    return FALSE;
  add_simple (self, PLX_FACT_DAY, value, 0.0, i, 1);
  return TRUE;
}

static gboolean
read_year (const Reader *self, guint i)
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

/* "9:40 a.m.", "4 p.m." */
static gboolean
read_clock (const Reader *self, guint i)
{
  g_autofree char *word = folded (self, i);
  g_autofree char *next = i + 1 < self->end ? folded (self, i + 1) : g_strdup ("");
  char *colon = strchr (word, ':');
  gboolean am = g_str_has_prefix (next, "a.m") || g_str_equal (next, "am");
  gboolean pm = g_str_has_prefix (next, "p.m") || g_str_equal (next, "pm");
  guint hour = (guint) g_ascii_strtoull (word, NULL, 10);
  guint minute = colon != NULL ? (guint) g_ascii_strtoull (colon + 1, NULL, 10) : 0;

  if (i + 2 < self->end && !am && !pm && (g_str_equal (next, "a") || g_str_equal (next, "p")))
    {
      g_autofree char *m = folded (self, i + 2);

      am = g_str_equal (next, "a") && g_str_equal (m, "m");
      pm = g_str_equal (next, "p") && g_str_equal (m, "m");
    }
  if (!g_ascii_isdigit (*word) || hour > 24 || minute > 59 || (colon == NULL && !am && !pm))
    return FALSE;
  if (pm && hour < 12)
    hour += 12;
  else if (am && hour == 12)
    hour = 0;
  add_simple (self, PLX_FACT_CLOCK, hour * 60.0 + minute, 5.0, i, 1);
  return TRUE;
}

/* "7.6 magnitude" reaches ahead; "magnitude 7.6", "$40" reach back. */
static void
read_unit_before (const Reader *self, PlxFact *fact, guint sentence_first)
{
  guint i = fact->first_term;

  for (guint n = 0; n < 2 && i > sentence_first && fact->dimension == NULL; n++, i--)
    {
      const PlxTerm *term = PLX_TEXT_TERM (self->text, i - 1);
      const char *lemma = plx_vocabulary_get (self->vocabulary, term->id)->lemma;
      const PlxUnitWord *unit = find_unit (self, lemma);
      gboolean sign = (term->flags & PLX_TERM_NUMBER) != 0;

      if (unit != NULL && (sign || strcmp (unit->dimension, "magnitude") == 0))
        {
          fact->dimension = unit->dimension;
          fact->factor = unit->factor;
          fact->n_nouns = 0;
          fact->span.begin = sign ? term->span.begin : fact->span.begin;
        }
      else if (!(term->flags & PLX_TERM_STOP))
        return;
    }
}

/* "12th": the words after it say of what. */
static gboolean
read_ordinal (const Reader *self, guint i)
{
  PlxFact fact = { .kind = PLX_FACT_ORDINAL, .factor = 1.0, .first_term = i, .n_terms = 1,
                   .sentence = self->sentence };
  g_autofree char *word = folded (self, i);
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
refers_back (const Reader *self, guint i, guint sentence_first, const char *word)
{
  static const char *const definite[] = { "the", "these", "those", "both", "his", "her", "its",
                                          "their", "our" };
  const PlxNumberWord *number = plx_lexicon_number (self->vocabulary->lexicon, word);
  g_autofree char *before = i > sentence_first ? folded (self, i - 1) : NULL;

  if (before == NULL || number == NULL || number->kind != PLX_NUMBER_PLAIN || number->high > 12
      || (i + 1 < self->end
          && find_unit (self, plx_vocabulary_get (self->vocabulary,
                                PLX_TEXT_TERM (self->text, i + 1)->id)->lemma) != NULL))
    return FALSE;
  for (guint k = 0; k < G_N_ELEMENTS (definite); k++)
    if (strcmp (before, definite[k]) == 0)
      return TRUE;
  return FALSE;
}

/* "one of them", "no one else": not a number. */
static gboolean
is_pronoun (const Reader *self, guint i, guint sentence_first)
{
  g_autofree char *word = folded (self, i);

  if (refers_back (self, i, sentence_first, word))
    return TRUE;
  return strcmp (word, "one") == 0
         && (i + 1 >= self->end
             || (PLX_TEXT_TERM (self->text, i + 1)->flags & (PLX_TERM_STOP | PLX_TERM_BREAK)));
}

/* "population 167,000" */
static void
read_counted_before (const Reader *self, PlxFact *fact, guint sentence_first)
{
  const PlxTerm *term;

  if (fact->first_term <= sentence_first
      || (PLX_TEXT_TERM (self->text, fact->first_term)->flags & PLX_TERM_BREAK))
    return;
  term = PLX_TEXT_TERM (self->text, fact->first_term - 1);
  if (plx_term_is_content (term))
    fact->nouns[fact->n_nouns++] = term->id;
}

/* "140 people, not 118": the bounds "not less than" begin otherwise. */
static gboolean
is_denied (const Reader *self, guint i, guint sentence_first)
{
  g_autofree char *before = i > sentence_first ? folded (self, i - 1) : NULL;

  return before != NULL && strcmp (before, "not") == 0;
}

/* Reads a quantity at term @i; the first term after it, or @i: there is none. */
static guint
read_quantity (const Reader *self, guint i, guint sentence_first)
{
  PlxFact fact = { .kind = PLX_FACT_QUANTITY, .factor = 1.0, .first_term = i,
                   .sentence = self->sentence };
  double low, high, step;
  guint next = i;

  if (!read_value (self, &next, &low, &high, &step) || is_pronoun (self, i, sentence_first))
    return i;
  fact.n_terms = next - i;
  fact.n_values = next - i;
  fact.denied = is_denied (self, i, sentence_first);
  fact.span.begin = PLX_TEXT_TERM (self->text, i)->span.begin;
  fact.span.end = PLX_TEXT_TERM (self->text, next - 1)->span.end;
  read_counted (self, &fact, next, low != high);
  read_unit_before (self, &fact, sentence_first);
  if (fact.dimension == NULL && fact.n_nouns == 0)
    read_counted_before (self, &fact, sentence_first);
  if (fact.dimension == NULL && fact.n_nouns == 0 && high <= FEW)
    fact.kind = PLX_FACT_NUMBER;
  set_interval (&fact, low, high, step, read_bound (self, i, sentence_first));
  g_array_append_val (self->text->facts, fact);
  return next;
}

static gboolean
read_named_time (const Reader *self, guint i)
{
  g_autofree char *word = NULL;
  guint month = month_at (self, i);

  if (month > 0)
    {
      add_simple (self, PLX_FACT_MONTH, month, 0.0, i, 1);
      return TRUE;
    }
  word = folded (self, i);
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
      Reader self = { text, vocabulary, s, sentence->first_term + sentence->n_terms };
      guint i = sentence->first_term;

      while (i < self.end)
        {
          guint next = i;

          if (PLX_TEXT_TERM (text, i)->flags & PLX_TERM_PAIR)
            next = i + 1;
          else if (!read_named_time (&self, i) && !read_year (&self, i) && !read_clock (&self, i)
                   && !read_day (&self, i, sentence->first_term) && !read_ordinal (&self, i))
            next = read_quantity (&self, i, sentence->first_term);
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

static gboolean
count_the_same (const PlxVocabulary *vocabulary, const PlxFact *a, const PlxFact *b)
{
  for (guint i = 0; i < a->n_nouns; i++)
    for (guint j = 0; j < b->n_nouns; j++)
      if (plx_vocabulary_likeness (vocabulary, a->nouns[i], b->nouns[j]) >= PLX_SIM_SYNONYM)
        return TRUE;
  return FALSE;
}

static PlxFactRelation
compare_quantities (const PlxVocabulary *vocabulary, const PlxFact *a, const PlxFact *b)
{
  double slack = 0.0;

  if (a->dimension != b->dimension || a->denied || b->denied
      || (a->of != NULL && b->of != NULL && a->of != b->of))
    return PLX_FACTS_UNRELATED;
  if (a->dimension == NULL && !count_the_same (vocabulary, a, b))
    return a->value > MANY && !a->vague && !b->vague && fabs (a->value - b->value) < 0.5
             ? PLX_FACTS_AGREE : PLX_FACTS_UNRELATED;
  if (a->factor != b->factor)
    slack = PLX_ABOUT_SHARE * MAX (fabs (a->value), fabs (b->value));
  if ((b->value >= a->low - slack && b->value <= a->high + slack && !a->bounded)
      || (a->value >= b->low - slack && a->value <= b->high + slack && !b->bounded)
      || fabs (a->value - b->value) <= 1e-9 * fabs (a->value))
    return PLX_FACTS_AGREE;
  if (a->value > MAX_RATIO * b->value || b->value > MAX_RATIO * a->value)
    return PLX_FACTS_UNRELATED;
  if (a->low < b->high && b->low < a->high)
    return PLX_FACTS_DIFFER;
  if (a->supposed != b->supposed)
    return PLX_FACTS_UNRELATED;
  return a->vague || b->vague ? PLX_FACTS_DIFFER : PLX_FACTS_EXCLUDE;
}

/* Symmetric. Facts of different kinds, units or things counted are unrelated. */
PlxFactRelation
plx_facts_compare (const PlxVocabulary *vocabulary, const PlxFact *a, const PlxFact *b)
{
  if (a->kind != b->kind || a->kind == PLX_FACT_NUMBER)
    return PLX_FACTS_UNRELATED;
  if (a->kind == PLX_FACT_ORDINAL && !count_the_same (vocabulary, a, b))
    return a->n_nouns * b->n_nouns == 0 && fabs (a->value - b->value) < 0.5
             ? PLX_FACTS_AGREE : PLX_FACTS_UNRELATED;
  if (a->kind == PLX_FACT_QUANTITY)
    return compare_quantities (vocabulary, a, b);
  return a->low <= b->high && b->low <= a->high ? PLX_FACTS_AGREE : PLX_FACTS_EXCLUDE;
}
