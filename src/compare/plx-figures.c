/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-figures.h"

#include "compare/plx-facts.h"
#include "compare/plx-figures-private.h"
#include "compare/plx-tuning.h"

#include <math.h>
#include <string.h>

/* A number is of the quantity whose word stands nearest, and words behind a
 * comma, an "and" or another number stand further away. A number that nobody
 * can place, that is of a part only or of another happening is left alone. */

enum { REACH = 10, ACROSS_BREAK = 6, ACROSS_NUMBER = 8, MAX_COST = 14, SUPPOSED_REACH = 6,
       MAX_SENTENCE = 300,   // more is a table: no number of it is placed
       MAX_FIGURES = 100 };  // of a text: the news is not behind them

typedef struct {
  const PlxQuantities *quantities;
  const PlxVocabulary *vocabulary;
  const PlxText *text;
  GArray *out;
} Reader;

static const PlxMeasure *
look_up (const Reader *self, guint term, guint *roles)
{
  guint32 id = PLX_TEXT_TERM (self->text, term)->id;

  return plx_quantities_word (self->quantities,
                              plx_vocabulary_get (self->vocabulary, id)->lemma, roles);
}

static gboolean
has_role (const Reader *self, guint term, guint role)
{
  guint roles;

  look_up (self, term, &roles);
  return (roles & role) != 0;
}

static gboolean
is_word (const Reader *self, guint term, const char *word)
{
  guint32 id = PLX_TEXT_TERM (self->text, term)->id;

  return strcmp (plx_vocabulary_get (self->vocabulary, id)->lemma, word) == 0;
}

static gboolean
begins_fact (const PlxText *text, guint term)
{
  guint low = 0, high = text->facts->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (PLX_TEXT_FACT (text, middle)->first_term < term)
        low = middle + 1;
      else
        high = middle;
    }
  return low < text->facts->len && PLX_TEXT_FACT (text, low)->first_term == term
         && (PLX_TEXT_FACT (text, low)->kind == PLX_FACT_QUANTITY
             || PLX_TEXT_FACT (text, low)->kind == PLX_FACT_NUMBER);
}

/* What stepping over term @i costs. */
static guint
step_cost (const Reader *self, guint i)
{
  guint cost = 1;

  if ((PLX_TEXT_TERM (self->text, i)->flags & PLX_TERM_BREAK)
      || is_word (self, i, "and") || is_word (self, i, "but") || is_word (self, i, "while")
      || is_word (self, i, "when"))
    cost += ACROSS_BREAK;
  if (begins_fact (self->text, i))
    cost += ACROSS_NUMBER;
  return cost;
}

static gboolean
fits (const Reader *self, const PlxFact *fact, const PlxMeasure *quantity)
{
  switch (quantity->kind)
    {
    case PLX_NUMBERS_PEOPLE:
      return fact->dimension == NULL;
    case PLX_NUMBERS_TIME:
      return g_strcmp0 (fact->dimension, "time") == 0;
    case PLX_NUMBERS_LENGTH:
      return g_strcmp0 (fact->dimension, "length") == 0;
    case PLX_NUMBERS_MONEY:
      {
        guint roles = 0;

        if (fact->dimension != NULL)
          plx_quantities_word (self->quantities, fact->dimension, &roles);
        else if (fact->n_nouns > 0)
          plx_quantities_word (self->quantities,
                               plx_vocabulary_get (self->vocabulary, fact->nouns[0])->lemma,
                               &roles);
        return (roles & PLX_ROLE_MONEY) != 0;
      }
    }
  return FALSE;
}

/* The quantity that the number is of, NULL: none is near. */
static const PlxMeasure *
find_quantity (const Reader *self, const PlxFact *fact)
{
  const PlxSentence *sentence = PLX_TEXT_SENTENCE (self->text, fact->sentence);
  guint end = sentence->first_term + sentence->n_terms, cost = 0, best_cost = MAX_COST + 1, roles;
  const PlxMeasure *best = NULL;

  for (guint n = 0, i = fact->first_term + 1; n < REACH && i < end; n++, i++)
    {
      const PlxMeasure *quantity = look_up (self, i, &roles);

      cost += step_cost (self, i);
      if (quantity != NULL && cost < best_cost && fits (self, fact, quantity))
        {
          best = quantity;
          best_cost = cost;
        }
    }
  cost = (PLX_TEXT_TERM (self->text, fact->first_term)->flags & PLX_TERM_BREAK) ? ACROSS_BREAK : 0;
  for (guint n = 0, i = fact->first_term; n < REACH && i > sentence->first_term; n++, i--)
    {
      const PlxMeasure *quantity = look_up (self, i - 1, &roles);

      cost++;
      if (quantity != NULL && cost < best_cost && fits (self, fact, quantity))
        {
          best = quantity;
          best_cost = cost;
        }
      cost += step_cost (self, i - 1) - 1;
    }
  return best;
}

/* The terms of the clause that the number stands in. */
static void
set_clause (const Reader *self, guint32 byte, PlxFigure *figure)
{
  const PlxSentence *sentence = PLX_TEXT_SENTENCE (self->text, figure->sentence);

  figure->first_term = sentence->first_term;
  figure->end_term = sentence->first_term + sentence->n_terms;
  for (guint c = 0; c < sentence->n_clauses; c++)
    {
      const PlxClause *clause = PLX_TEXT_CLAUSE (self->text, sentence->first_clause + c);

      if (byte >= clause->span.begin && byte < clause->span.end)
        {
          figure->first_term = clause->first_term;
          figure->end_term = clause->first_term + clause->n_terms;
        }
    }
}

/* The number's words and, right behind them, what is counted. */
static void
set_span (const Reader *self, const PlxFact *fact, PlxFigure *figure)
{
  const PlxSentence *sentence = PLX_TEXT_SENTENCE (self->text, fact->sentence);
  guint end = sentence->first_term + sentence->n_terms;
  guint i = fact->first_term + fact->n_values;

  figure->span = fact->span;
  if (figure->quantity->kind != PLX_NUMBERS_PEOPLE)
    return;
  figure->bare = TRUE;
  if (i < end && !(PLX_TEXT_TERM (self->text, i)->flags & PLX_TERM_BREAK))
    {
      guint roles;
      const PlxMeasure *quantity = look_up (self, i, &roles);

      if (quantity != NULL || (roles & PLX_ROLE_PEOPLE))
        {
          figure->bare = FALSE;
          i++;
        }
    }
  figure->span.end = PLX_TEXT_TERM (self->text, i - 1)->span.end;
}

/* "three rescue ships": the word before term @i only says of what kind. */
static gboolean
describes (const Reader *self, guint i, guint end)
{
  const PlxTerm *term;
  guint roles;

  if (i >= end)
    return FALSE;
  term = PLX_TEXT_TERM (self->text, i);
  return !(term->flags & (PLX_TERM_BREAK | PLX_TERM_STOP | PLX_TERM_NAME))
         && look_up (self, i, &roles) == NULL && (roles & PLX_ROLE_PEOPLE) == 0;
}

/* Whether the people counted are only some of those: "two police officers". */
static gboolean
is_narrow (const Reader *self, const PlxFact *fact)
{
  const PlxSentence *sentence = PLX_TEXT_SENTENCE (self->text, fact->sentence);
  guint end = sentence->first_term + sentence->n_terms;

  for (guint i = fact->first_term + fact->n_values; i < end; i++)
    {
      const PlxTerm *term = PLX_TEXT_TERM (self->text, i);
      guint roles;

      if (term->flags & PLX_TERM_BREAK)
        return FALSE;
      if (look_up (self, i, &roles) != NULL)
        return i == fact->first_term + fact->n_values && describes (self, i + 1, end);
      if (roles & PLX_ROLE_PEOPLE)
        return i + 2 < end && is_word (self, i + 1, "of");
      if (plx_vocabulary_get (self->vocabulary, term->id)->classes
          & (PLX_WORD_WEEKDAY | PLX_WORD_MONTH))
        return FALSE;
      return !(term->flags & PLX_TERM_STOP) || is_word (self, i, "of");
    }
  return FALSE;
}

static gboolean
sentence_has_role (const Reader *self, const PlxSentence *sentence, guint role)
{
  for (guint i = sentence->first_term; i < sentence->first_term + sentence->n_terms; i++)
    if (has_role (self, i, role))
      return TRUE;
  return FALSE;
}

static gboolean
stands_near (const Reader *self, const PlxFact *fact, guint role)
{
  const PlxSentence *sentence = PLX_TEXT_SENTENCE (self->text, fact->sentence);

  for (guint n = 1; n <= 3 && fact->first_term >= sentence->first_term + n; n++)
    if (has_role (self, fact->first_term - n, role))
      return TRUE;
  return FALSE;
}

static gboolean
names_other_time (const PlxText *text, guint sentence)
{
  for (guint i = plx_facts_first (text, sentence);
       i < text->facts->len && PLX_TEXT_FACT (text, i)->sentence == sentence; i++)
    if (PLX_TEXT_FACT (text, i)->kind == PLX_FACT_YEAR)
      return TRUE;
  return FALSE;
}

/* "the missile could fly more than 4,000 miles" */
static gboolean
is_supposed (const Reader *self, const PlxFact *fact)
{
  const PlxSentence *sentence = PLX_TEXT_SENTENCE (self->text, fact->sentence);

  for (guint n = 1; n <= SUPPOSED_REACH && fact->first_term >= sentence->first_term + n; n++)
    {
      if (PLX_TEXT_TERM (self->text, fact->first_term - n + 1)->flags & PLX_TERM_BREAK)
        return FALSE;
      if (has_role (self, fact->first_term - n, PLX_ROLE_MODAL))
        return TRUE;
    }
  return FALSE;
}

static void
read_fact (const Reader *self, PlxFact *fact)
{
  const PlxSentence *sentence = PLX_TEXT_SENTENCE (self->text, fact->sentence);
  PlxFigure figure = { .value = fact->value, .low = fact->low, .high = fact->high,
                       .vague = fact->vague, .sentence = fact->sentence };
  guint next = fact->first_term + fact->n_values;

  if ((fact->kind != PLX_FACT_QUANTITY && fact->kind != PLX_FACT_NUMBER) || fact->denied)
    return;
  figure.quantity = find_quantity (self, fact);
  fact->of = figure.quantity != NULL ? figure.quantity->name : NULL;
  fact->supposed = is_supposed (self, fact);
  if (figure.quantity == NULL
      || sentence_has_role (self, sentence, PLX_ROLE_PAST)
      || (next < sentence->first_term + sentence->n_terms
          && has_role (self, next, PLX_ROLE_MORE)))
    return;
  if (figure.quantity->kind == PLX_NUMBERS_PEOPLE)
    {
      if (stands_near (self, fact, PLX_ROLE_MORE) && !fact->bounded)
        return;
      figure.narrow = is_narrow (self, fact);
      if (names_other_time (self->text, fact->sentence))
        return;
    }
  if (g_str_equal (figure.quantity->name, "finish") && !stands_near (self, fact, PLX_ROLE_WITHIN))
    return;
  figure.update = sentence_has_role (self, sentence, PLX_ROLE_UPDATE);
  set_span (self, fact, &figure);
  set_clause (self, figure.span.begin, &figure);
  g_array_append_val (self->out, figure);
}

static int
compare_figures (gconstpointer a, gconstpointer b)
{
  const PlxFigure *x = a, *y = b;

  return x->span.begin < y->span.begin ? -1 : x->span.begin > y->span.begin;
}

/* Figures in the order of the text: PlxFigure. The facts of the text learn what
 * they are of, and are compared accordingly from then on. */
GArray *
plx_figures_read (const PlxQuantities *quantities, const PlxVocabulary *vocabulary,
                  const PlxText *text)
{
  Reader self = { quantities, vocabulary, text,
                  g_array_new (FALSE, FALSE, sizeof (PlxFigure)) };

  for (guint i = 0; i < text->facts->len; i++)
    if (PLX_TEXT_SENTENCE (text, PLX_TEXT_FACT (text, i)->sentence)->n_terms <= MAX_SENTENCE)
      read_fact (&self, PLX_TEXT_FACT (text, i));
  for (guint s = 0; s < text->sentences->len; s++)
    {
      guint first = self.out->len;

      if (PLX_TEXT_SENTENCE (text, s)->n_terms <= MAX_SENTENCE)
        plx_figures_read_signs (quantities, text, s, self.out);
      for (guint i = first; i < self.out->len; i++)
        set_clause (&self, g_array_index (self.out, PlxFigure, i).span.begin,
                    &g_array_index (self.out, PlxFigure, i));
    }
  g_array_sort (self.out, compare_figures);
  g_array_set_size (self.out, MIN (self.out->len, MAX_FIGURES));
  return self.out;
}

/* Whether a number lies where the other one, if it is no "at least", may be. */
static gboolean
lies_in (double value, const PlxFigure *other)
{
  return value >= other->low && value <= other->high && other->high < G_MAXDOUBLE
         && other->low > -G_MAXDOUBLE;
}

gboolean
plx_figures_agree (const PlxFigure *a, const PlxFigure *b)
{
  return lies_in (a->value, b) || lies_in (b->value, a)
         || fabs (a->value - b->value) <= 1e-9 * fabs (a->value);
}
