/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-similarity.h"

#include "compare/plx-tuning.h"

/* What a search looks for: the words of content of a claim or clause, each with
 * its weight, and its facts. */

static gboolean
has_term (const PlxQuery *self, guint32 id)
{
  for (guint i = 0; i < self->terms->len; i++)
    if (g_array_index (self->terms, PlxQueryTerm, i).id == id)
      return TRUE;
  return FALSE;
}

static void
add_query_term (PlxQuery *self, const PlxStoryIndex *index, guint32 id, guint32 term, guint flags)
{
  const PlxWord *word = plx_vocabulary_get (index->vocabulary, id);
  PlxQueryTerm new = { id, (float) word->weight_01, term, (flags & PLX_TERM_NAME) != 0 };

  if (self->terms->len >= PLX_QUERY_MAX_TERMS || has_term (self, id))
    return;
  if (word->classes & (PLX_WORD_MONTH | PLX_WORD_WEEKDAY))
    return;   // compared as facts
  g_array_append_val (self->terms, new);
}

/* A name of three words is one thing and not three: all but the heaviest word
 * of a run of capitals count for a quarter. */
static void
weigh_names (PlxQuery *self)
{
  for (guint i = 0; i < self->terms->len;)
    {
      guint end = i, heaviest = i;

      for (; end < self->terms->len; end++)
        {
          const PlxQueryTerm *term = &g_array_index (self->terms, PlxQueryTerm, end);

          if (!term->is_name || (end > i && (term - 1)->term + 1 != term->term))
            break;
          if (term->weight > g_array_index (self->terms, PlxQueryTerm, heaviest).weight)
            heaviest = end;
        }
      for (guint j = i; j < end; j++)
        if (j != heaviest)
          g_array_index (self->terms, PlxQueryTerm, j).weight *= PLX_NAME_PART;
      i = MAX (end, i + 1);
    }
}

/* Numbers and times of day; of years those in which the story was not written,
 * for nobody writes "this year" as a number. */
gboolean
plx_fact_is_figure (const PlxStoryIndex *index, const PlxFact *fact)
{
  switch (fact->kind)
    {
    case PLX_FACT_QUANTITY:
    case PLX_FACT_ORDINAL:
    case PLX_FACT_CLOCK:
      return TRUE;
    case PLX_FACT_YEAR:
      for (guint i = 0; i < index->years->len; i++)
        if (g_array_index (index->years, guint, i) == (guint) fact->value)
          return FALSE;
      return index->years->len > 0;
    case PLX_FACT_MONTH:
    case PLX_FACT_DAY:
    case PLX_FACT_WEEKDAY:
    case PLX_FACT_NUMBER:
      break;
    }
  return FALSE;
}

/* A number of several digits tells more than "two" does. */
double
plx_fact_weigh (const PlxStoryIndex *index, const PlxFact *fact)
{
  switch (fact->kind)
    {
    case PLX_FACT_QUANTITY:
    case PLX_FACT_ORDINAL:
      return fact->value / fact->factor > 12 ? PLX_WEIGHT_NUMBER : PLX_WEIGHT_SMALL_NUMBER;
    case PLX_FACT_CLOCK:
      return PLX_WEIGHT_NUMBER;
    case PLX_FACT_YEAR:
      return plx_fact_is_figure (index, fact) ? PLX_WEIGHT_NUMBER : PLX_WEIGHT_DATE;
    case PLX_FACT_MONTH:
    case PLX_FACT_DAY:
    case PLX_FACT_WEEKDAY:
    case PLX_FACT_NUMBER:
      break;
    }
  return PLX_WEIGHT_DATE;
}

/* "580 miles (930 km)" says one thing twice. */
static gboolean
is_repeated (const PlxQuery *self, const PlxStoryIndex *index, const PlxFact *fact)
{
  for (guint i = 0; i < self->facts->len; i++)
    if (plx_facts_compare (index->vocabulary, g_ptr_array_index (self->facts, i), fact)
        == PLX_FACTS_AGREE)
      return TRUE;
  return FALSE;
}

static void
sum_weights (PlxQuery *self, const PlxStoryIndex *index)
{
  weigh_names (self);
  for (guint i = 0; i < self->terms->len; i++)
    {
      const PlxQueryTerm *term = &g_array_index (self->terms, PlxQueryTerm, i);

      self->weight += term->weight;
    }
  for (guint i = 0; i < self->facts->len; i++)
    self->fact_weight += plx_fact_weigh (index, g_ptr_array_index (self->facts, i));
}

static gboolean
is_part_of_fact (const PlxQuery *self, guint term)
{
  for (guint i = 0; i < self->facts->len; i++)
    {
      const PlxFact *fact = g_ptr_array_index (self->facts, i);

      guint n = fact->dimension != NULL ? fact->n_terms : fact->n_values;

      if (term >= fact->first_term && term < fact->first_term + n)
        return TRUE;
    }
  return FALSE;
}

/* The meant names of pronouns inside the clause belong to the query too. */
static void
add_meant_terms (PlxQuery *self, const PlxStoryIndex *index, guint sentence, PlxSpan span)
{
  const GArray *list = self->text->meant;

  for (guint i = plx_text_first_meant (self->text, sentence); i < list->len; i++)
    {
      const PlxMeantTerm *meant = &g_array_index (list, PlxMeantTerm, i);

      if (meant->sentence > sentence)
        return;
      if (!meant->by_name && plx_span_contains (span, meant->span))
        add_query_term (self, index, meant->id, G_MAXUINT32, PLX_TERM_NAME);
    }
}

/* Terms [@first_term, @end_term) of @text, inside one sentence. */
PlxQuery *
plx_query_new (const PlxStoryIndex *index, const PlxText *text, guint first_term, guint end_term)
{
  PlxQuery *self = g_new0 (PlxQuery, 1);
  PlxSpan span = { 0 };
  guint sentence;

  self->text = text;
  self->first_term = first_term;
  self->end_term = end_term;
  self->terms = g_array_new (FALSE, FALSE, sizeof (PlxQueryTerm));
  self->facts = g_ptr_array_new ();
  if (end_term <= first_term)
    return self;
  span.begin = PLX_TEXT_TERM (text, first_term)->span.begin;
  span.end = PLX_TEXT_TERM (text, end_term - 1)->span.end;
  sentence = plx_text_sentence_at (text, span.begin);
  for (guint i = plx_facts_first (text, sentence); i < text->facts->len; i++)
    {
      PlxFact *fact = PLX_TEXT_FACT (text, i);

      if (fact->sentence > sentence || fact->first_term >= end_term)
        break;
      if (fact->kind != PLX_FACT_NUMBER && fact->first_term >= first_term
          && !is_repeated (self, index, fact))
        g_ptr_array_add (self->facts, fact);
    }
  for (guint i = first_term; i < end_term; i++)
    {
      const PlxTerm *term = PLX_TEXT_TERM (text, i);

      if (plx_term_is_content (term) && !is_part_of_fact (self, i))
        add_query_term (self, index, term->id, i, term->flags);
    }
  add_meant_terms (self, index, sentence, span);
  sum_weights (self, index);
  return self;
}

void
plx_query_free (PlxQuery *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->terms);
  g_ptr_array_unref (self->facts);
  g_free (self);
}

