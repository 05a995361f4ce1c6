/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-figures.h"

#include "compare/plx-facts.h"
#include "compare/plx-compare-private.h"
#include "compare/plx-figures-private.h"
#include "compare/plx-ties.h"
#include "compare/plx-tuning.h"

#include <math.h>
#include <string.h>

/* A number is of the quantity whose word stands nearest, and words behind a
 * comma, an "and" or another number stand further away. A number that nobody
 * can place, that is of a part only or of another happening is left alone. */

enum { REACH = 10, ACROSS_BREAK = 6, ACROSS_NUMBER = 8, MAX_COST = 14,
       SUPPOSED_REACH = 6, MAX_TIE = 4, BESIDE = 3, ARTICLE_REACH = 5, MAX_AGE = 110, MAX_CLIMB = 4,
       MAX_SENTENCE = 300,   // more is a table: no number of it is placed
       MAX_FIGURES = 100 };  // of a text: the news is not behind them

typedef struct {
  const PlxQuantities *quantities;
  const PlxVocabulary *vocabulary;
  const PlxText *text;
  const PlxAnalysis *analysis;   // NULL: none
  GArray *out;
} Reader;

static const PlxMeasure *
look_up (const Reader *self, guint term, guint *roles)
{
  guint32 id = PLX_TEXT_TERM (self->text, term)->id;

  return plx_quantities_word (self->quantities,
                              plx_vocabulary_get (self->vocabulary, id)->lemma, roles);
}

/* What numbers of people the word is of. */
static const PlxMeasure *
look_up_people (const Reader *self, guint term)
{
  guint32 id = PLX_TEXT_TERM (self->text, term)->id;

  return plx_quantities_of (self->quantities, plx_vocabulary_get (self->vocabulary, id)->lemma,
                            PLX_NUMBERS_PEOPLE, NULL);
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
is_money (const Reader *self, const PlxFact *fact)
{
  guint roles = 0;

  if (fact->dimension != NULL)
    plx_quantities_word (self->quantities, fact->dimension, &roles);
  else if (fact->n_nouns > 0)
    plx_quantities_word (self->quantities,
                         plx_vocabulary_get (self->vocabulary, fact->nouns[0])->lemma, &roles);
  return (roles & PLX_ROLE_MONEY) != 0;
}

/* "7.6 on the Richter scale" has no unit. */
static gboolean
is_on_scale (const PlxFact *fact)
{
  return fact->dimension == NULL && fact->value > 1 && fact->value < 10
         && fmod (fact->value, 1.0) > 0.0;
}

/* The quantity that term @term speaks of and the number may be of. */
static const PlxMeasure *
fitting (const Reader *self, const PlxFact *fact, guint term)
{
  const char *lemma = plx_vocabulary_get (self->vocabulary,
                                          PLX_TEXT_TERM (self->text, term)->id)->lemma;
  const PlxMeasure *measure = NULL;

  if (fact->dimension == NULL)
    measure = plx_quantities_of (self->quantities, lemma, PLX_NUMBERS_PEOPLE, NULL);
  else if (strcmp (fact->dimension, "time") == 0)
    return plx_quantities_of (self->quantities, lemma, PLX_NUMBERS_TIME, NULL);
  else if (strcmp (fact->dimension, "length") == 0)
    return plx_quantities_of (self->quantities, lemma, PLX_NUMBERS_LENGTH, NULL);
  if (measure == NULL)
    measure = plx_quantities_of (self->quantities, lemma, PLX_NUMBERS_UNIT,
                                 is_on_scale (fact) ? "magnitude" : fact->dimension);
  if (measure == NULL && is_money (self, fact))
    measure = plx_quantities_of (self->quantities, lemma, PLX_NUMBERS_MONEY, NULL);
  return measure != NULL && measure->kind == PLX_NUMBERS_PEOPLE && is_money (self, fact)
           ? NULL : measure;
}

/* The word that is nearest so far, by the tree or by the words between. */
typedef struct {
  const PlxMeasure *quantity;
  guint cost;
  gboolean by_tree;
} Nearest;

/* "a death sentence" counts no dead; "the death toll" does. */
static gboolean
modifies_other (const Reader *self, guint term, const PlxMeasure *quantity)
{
  const PlxSpan span = PLX_TEXT_TERM (self->text, term)->span;
  const PlxToken *token, *head;
  guint i;

  if (self->analysis == NULL
      || (i = plx_token_at (self->analysis, span.begin)) >= self->analysis->tokens->len)
    return FALSE;
  token = PLX_TOKEN (self->analysis, i);
  if (token->head < 0 || token->deprel == NULL || strcmp (token->deprel, "compound") != 0)
    return FALSE;
  head = PLX_TOKEN (self->analysis, token->head);
  return head->lemma != NULL
         && plx_quantities_of (self->quantities, head->lemma, quantity->kind,
                               quantity->dimension) == NULL;
}

static void
try_word (const Reader *self, const PlxFact *fact, guint term, guint cost, Nearest *best)
{
  const PlxMeasure *quantity = fitting (self, fact, term);
  const PlxTerm *number = PLX_TEXT_TERM (self->text, fact->first_term + fact->n_values - 1);
  guint distance;

  if (quantity == NULL || modifies_other (self, term, quantity))
    return;
  distance = plx_tie_distance (self->analysis, number->span.begin,
                               PLX_TEXT_TERM (self->text, term)->span.begin);
  if (distance != G_MAXUINT)
    {
      if (distance > MAX_TIE || (best->by_tree && best->cost <= distance))
        return;
      *best = (Nearest) { quantity, distance, TRUE };
    }
  else if (!best->by_tree && cost < best->cost)
    *best = (Nearest) { quantity, cost, FALSE };
}

/* "12 dead and 58 wounded": the word right behind a number of people is what they
 * are, whatever the tree says; NULL: none. */
static const PlxMeasure *
quantity_behind (const Reader *self, const PlxFact *fact)
{
  const PlxSentence *sentence = PLX_TEXT_SENTENCE (self->text, fact->sentence);
  guint next = fact->first_term + fact->n_values;
  const PlxMeasure *quantity;

  if (fact->dimension != NULL || next >= sentence->first_term + sentence->n_terms
      || (PLX_TEXT_TERM (self->text, next)->flags & PLX_TERM_BREAK))
    return NULL;
  quantity = fitting (self, fact, next);
  return quantity != NULL && quantity->kind == PLX_NUMBERS_PEOPLE
         && !modifies_other (self, next, quantity) ? quantity : NULL;
}

/* The quantity that the number is of, NULL: none is near. */
static const PlxMeasure *
find_quantity (const Reader *self, const PlxFact *fact)
{
  const PlxSentence *sentence = PLX_TEXT_SENTENCE (self->text, fact->sentence);
  guint end = sentence->first_term + sentence->n_terms, cost = 0;
  Nearest best = { NULL, MAX_COST + 1, FALSE };
  const PlxMeasure *beside = quantity_behind (self, fact);

  if (beside != NULL)
    return beside;
  for (guint n = 0, i = fact->first_term + 1; n < REACH && i < end; n++, i++)
    {
      cost += step_cost (self, i);
      try_word (self, fact, i, cost, &best);
    }
  cost = (PLX_TEXT_TERM (self->text, fact->first_term)->flags & PLX_TERM_BREAK) ? ACROSS_BREAK : 0;
  for (guint n = 0, i = fact->first_term; n < REACH && i > sentence->first_term; n++, i--)
    {
      cost++;
      try_word (self, fact, i - 1, cost, &best);
      cost += step_cost (self, i - 1) - 1;
    }
  return best.quantity;
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
      look_up (self, i, &roles);
      if (look_up_people (self, i) != NULL || (roles & PLX_ROLE_PEOPLE))
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

  if (i >= end)
    return FALSE;
  term = PLX_TEXT_TERM (self->text, i);
  return !(term->flags & (PLX_TERM_BREAK | PLX_TERM_STOP | PLX_TERM_NAME))
         && look_up_people (self, i) == NULL && !has_role (self, i, PLX_ROLE_PEOPLE);
}

/* "two others died" besides somebody; "injured 40 others" are all who were. */
static gboolean
is_besides (const Reader *self, const PlxFact *fact)
{
  const PlxSentence *sentence = PLX_TEXT_SENTENCE (self->text, fact->sentence);
  guint next = fact->first_term + fact->n_values;

  return next < sentence->first_term + sentence->n_terms && is_word (self, next, "other")
         && (fact->first_term == sentence->first_term
             || look_up_people (self, fact->first_term - 1) == NULL);
}

/* Whether the people counted are only some of those: "two police officers". */
static gboolean
is_narrow (const Reader *self, const PlxFact *fact)
{
  const PlxSentence *sentence = PLX_TEXT_SENTENCE (self->text, fact->sentence);
  guint end = sentence->first_term + sentence->n_terms;

  if (is_besides (self, fact))
    return TRUE;
  for (guint i = fact->first_term + fact->n_values; i < end; i++)
    {
      const PlxTerm *term = PLX_TEXT_TERM (self->text, i);

      if (term->flags & PLX_TERM_BREAK)
        return FALSE;
      if (look_up_people (self, i) != NULL)
        return i == fact->first_term + fact->n_values && describes (self, i + 1, end);
      if (has_role (self, i, PLX_ROLE_PEOPLE))
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
clause_has_role (const Reader *self, const PlxFigure *figure, guint role)
{
  for (guint i = figure->first_term; i < figure->end_term; i++)
    if (has_role (self, i, role))
      return TRUE;
  return FALSE;
}

/* "a second quake of 7.5", and not "40 seconds". */
static gboolean
is_of_other (const Reader *self, const PlxFact *fact, const PlxFigure *figure)
{
  for (guint i = figure->first_term; i < figure->end_term; i++)
    if ((i < fact->first_term || i >= fact->first_term + fact->n_terms)
        && has_role (self, i, PLX_ROLE_OTHER))
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

/* "28 of his 68 punches": the total of another number. */
static gboolean
is_total_of (const Reader *self, const PlxFact *fact)
{
  guint first = PLX_TEXT_SENTENCE (self->text, fact->sentence)->first_term, i = fact->first_term;

  if (i > first + 1 && !is_word (self, i - 1, "of")
      && (PLX_TEXT_TERM (self->text, i - 1)->flags & PLX_TERM_STOP))
    i--;
  return i > first + 1 && is_word (self, i - 1, "of")
         && ((PLX_TEXT_TERM (self->text, i - 2)->flags & PLX_TERM_NUMBER)
             || begins_fact (self->text, i - 2));
}

/* "James Holmes, 24, was charged": an age. */
static gboolean
is_age (const Reader *self, const PlxFact *fact)
{
  const PlxSentence *sentence = PLX_TEXT_SENTENCE (self->text, fact->sentence);
  guint i = fact->first_term, end = sentence->first_term + sentence->n_terms;

  return fact->dimension == NULL && fact->n_values == 1 && i > sentence->first_term
         && fact->value >= 1 && fact->value <= MAX_AGE
         && (PLX_TEXT_TERM (self->text, i)->flags & PLX_TERM_BREAK)
         && (PLX_TEXT_TERM (self->text, i)->flags & PLX_TERM_NUMBER)
         && (PLX_TEXT_TERM (self->text, i - 1)->flags & PLX_TERM_NAME)
         && (i + 1 >= end || (PLX_TEXT_TERM (self->text, i + 1)->flags & PLX_TERM_BREAK));
}

/* Whether the verb that the number hangs on is denied: "four have not yet arrived". */
static gboolean
is_negated (const Reader *self, const PlxFact *fact)
{
  const PlxSentence *sentence = PLX_TEXT_SENTENCE (self->text, fact->sentence);
  guint last = fact->first_term + fact->n_values - 1;
  gint verb = -1;

  if (self->analysis == NULL || self->analysis->tokens->len == 0)
    return FALSE;
  verb = (gint) plx_token_at (self->analysis, PLX_TEXT_TERM (self->text, last)->span.begin);
  for (guint n = 0; verb >= 0 && (guint) verb < self->analysis->tokens->len; n++)
    {
      const PlxToken *token = PLX_TOKEN (self->analysis, verb);

      if (n > MAX_CLIMB || token->upos == NULL || strcmp (token->upos, "VERB") == 0)
        break;
      verb = token->head;
    }
  for (guint i = sentence->first_term; verb >= 0 && i < sentence->first_term + sentence->n_terms;
       i++)
    {
      guint t;

      if (!(PLX_TEXT_TERM (self->text, i)->flags & PLX_TERM_NEGATION))
        continue;
      t = plx_token_at (self->analysis, PLX_TEXT_TERM (self->text, i)->span.begin);
      if (t < self->analysis->tokens->len && PLX_TOKEN (self->analysis, t)->head == verb)
        return TRUE;
    }
  return FALSE;
}

static void
read_fact (const Reader *self, PlxFact *fact)
{
  const PlxSentence *sentence = PLX_TEXT_SENTENCE (self->text, fact->sentence);
  PlxFigure figure = { .value = fact->value, .low = fact->low, .high = fact->high,
                       .vague = fact->vague, .sentence = fact->sentence,
                       .dimension = fact->dimension };
  guint next = fact->first_term + fact->n_values;

  if ((fact->kind != PLX_FACT_QUANTITY && fact->kind != PLX_FACT_NUMBER) || fact->denied)
    return;
  fact->negated = is_negated (self, fact);
  if (is_age (self, fact))
    {
      fact->many = TRUE;
      return;
    }
  figure.quantity = find_quantity (self, fact);
  fact->of = figure.quantity != NULL ? figure.quantity->name : NULL;
  fact->many = (figure.quantity != NULL && figure.quantity->moves == PLX_MOVES_ASKED)
               || g_strcmp0 (fact->dimension, "old") == 0 || is_total_of (self, fact);
  fact->supposed = figure.supposed = is_supposed (self, fact);
  set_clause (self, fact->span.begin, &figure);
  fact->other = figure.other = is_of_other (self, fact, &figure);
  fact->narrow = figure.quantity != NULL && figure.quantity->kind == PLX_NUMBERS_PEOPLE
                 && is_narrow (self, fact);
  if (figure.quantity == NULL
      || sentence_has_role (self, sentence, PLX_ROLE_PAST)
      || (next < sentence->first_term + sentence->n_terms
          && has_role (self, next, PLX_ROLE_MORE)))
    {
      fact->other |= figure.quantity == NULL && next < sentence->first_term + sentence->n_terms
                     && has_role (self, next, PLX_ROLE_MORE);
      return;
    }
  if (figure.quantity->kind == PLX_NUMBERS_PEOPLE)
    {
      if (stands_near (self, fact, PLX_ROLE_MORE) && !fact->bounded)
        return;
      figure.narrow = fact->narrow;
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

/* The people's quantity that term @i tells of within a few words to its right:
 * "a girl was killed", "no deaths", or right before it: "killed a girl". */
static const PlxMeasure *
quantity_beside (const Reader *self, guint i, guint first, guint end)
{
  const PlxMeasure *quantity = NULL;

  for (guint k = i + 1; k < MIN (end, i + 1 + BESIDE) && quantity == NULL; k++)
    if (PLX_TEXT_TERM (self->text, k)->flags & PLX_TERM_BREAK)
      break;
    else
      quantity = look_up_people (self, k);
  for (guint k = i; quantity == NULL && k > first && i - k < BESIDE; k--)
    if (PLX_TEXT_TERM (self->text, k)->flags & PLX_TERM_BREAK)
      break;
    else
      quantity = look_up_people (self, k - 1);
  return quantity;
}

/* The article that the noun at term @i has: "a 10-year-old girl"; @i: none. */
static guint
article_of (const Reader *self, guint i, guint first)
{
  for (guint k = i; k > first && i - k < ARTICLE_REACH; k--)
    {
      if (PLX_TEXT_TERM (self->text, k)->flags & PLX_TERM_BREAK)
        return i;
      if (is_word (self, k - 1, "a") || is_word (self, k - 1, "an"))
        return k - 1;
      if ((PLX_TEXT_TERM (self->text, k - 1)->flags & PLX_TERM_STOP))
        return i;
    }
  return i;
}

/* "no deaths", "nobody was hurt": what the word that denies all denies. */
static const PlxMeasure *
none_of (const Reader *self, guint i, guint end)
{
  guint reach = is_word (self, i, "no") ? 1 : 2;

  if (i + 1 < end && is_word (self, i + 1, "one"))
    reach = 3;
  for (guint k = i + 1; k < end && k <= i + reach; k++)
    {
      const PlxMeasure *quantity = look_up_people (self, k);

      if (PLX_TEXT_TERM (self->text, k)->flags & PLX_TERM_BREAK)
        return NULL;
      if (quantity != NULL)
        return quantity;
    }
  return NULL;
}

/* "A girl was killed" counts one, "nobody was hurt" none. */
static void
read_without_number (const Reader *self, guint s)
{
  const PlxSentence *sentence = PLX_TEXT_SENTENCE (self->text, s);
  guint end = sentence->first_term + sentence->n_terms, from;

  if (sentence->n_terms > MAX_SENTENCE || sentence_has_role (self, sentence, PLX_ROLE_PAST))
    return;
  for (guint i = sentence->first_term; i < end; i++)
    {
      gboolean none = has_role (self, i, PLX_ROLE_NONE);
      PlxFigure figure = { .sentence = s, .some = !none, .bare = FALSE };

      from = none ? i : has_role (self, i, PLX_ROLE_ONE)
                          ? article_of (self, i, sentence->first_term) : i;
      if ((!none && from == i)
          || (figure.quantity = none ? none_of (self, i, end)
                                     : quantity_beside (self, i, from, end)) == NULL)
        continue;
      figure.value = figure.low = none ? 0 : 1;
      figure.high = none ? 0 : G_MAXDOUBLE;
      figure.span.begin = PLX_TEXT_TERM (self->text, from)->span.begin;
      figure.span.end = PLX_TEXT_TERM (self->text, none ? MIN (i + 1, end - 1) : i)->span.end;
      set_clause (self, figure.span.begin, &figure);
      if (clause_has_role (self, &figure, PLX_ROLE_MODAL))
        continue;
      g_array_append_val (self->out, figure);
    }
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
                  const PlxText *text, const PlxAnalysis *analysis)
{
  Reader self = { quantities, vocabulary, text, analysis,
                  g_array_new (FALSE, FALSE, sizeof (PlxFigure)) };

  for (guint i = 0; i < text->facts->len; i++)
    if (PLX_TEXT_SENTENCE (text, PLX_TEXT_FACT (text, i)->sentence)->n_terms <= MAX_SENTENCE)
      read_fact (&self, PLX_TEXT_FACT (text, i));
  for (guint s = 0; s < text->sentences->len; s++)
    {
      guint first;

      read_without_number (&self, s);
      first = self.out->len;
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
  if (a->some || b->some)
    return fabs (a->value - b->value) < 0.5 && a->low > 0 && b->low > 0;
  return lies_in (a->value, b) || lies_in (b->value, a)
         || fabs (a->value - b->value) <= 1e-9 * fabs (a->value);
}
