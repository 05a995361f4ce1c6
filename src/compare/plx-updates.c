/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-compare-private.h"

#include "compare/plx-tuning.h"

#include <string.h>

/* "At least 12 died", "19 people died" and "the toll rose to 31" share hardly a
 * word, and are one claim that moves over time. Where the words of a claim were
 * not found, an article's number of the same quantity answers it; numbers of two
 * days both can be true, two numbers of what never moves cannot. */

/* Whether a figure of its span is the seed's own: "Ames, accused of killing 12, was
 * charged" counts nobody. */
static gboolean
is_said_by (const PlxCompareJob *job, const PlxSeed *seed, const PlxFigure *figure)
{
  const GArray *own = seed->proposition != NULL ? seed->proposition->own : NULL;

  for (guint i = 0; own != NULL && i < own->len; i++)
    if (plx_span_overlaps (PLX_TOKEN (job->articles[seed->article].analysis,
                                      g_array_index (own, guint, i))->span, figure->span))
      return TRUE;
  return own == NULL;
}

/* The first figure of a seed that can be held against others. */
static gboolean
seed_figure (const PlxCompareJob *job, const PlxSeed *seed, PlxFigure *out)
{
  g_autoptr (GArray) own = NULL;
  const GArray *figures;

  if (seed->article < 0)
    own = plx_figures_read (job->quantities, job->vocabulary, seed->text, NULL);
  figures = seed->article < 0 ? own : job->figures[seed->article];
  for (guint i = 0; i < figures->len; i++)
    {
      const PlxFigure *figure = &g_array_index (figures, PlxFigure, i);

      if (figure->narrow || (figure->some && seed->given == NULL)
          || figure->sentence != seed->sentence
          || (seed->article >= 0 && (!plx_span_contains (seed->span, figure->span)
                                     || !is_said_by (job, seed, figure))))
        continue;
      *out = *figure;
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_matter (const PlxCompareJob *job, const PlxWord *word, const PlxMeasure *quantity)
{
  guint roles;

  plx_quantities_word (job->quantities, word->lemma, &roles);
  return word->rarity_01 >= PLX_MATTER_RARITY_01
         && plx_quantities_of (job->quantities, word->lemma, quantity->kind, quantity->dimension)
              != quantity
         && roles == 0
         && plx_lexicon_unit (job->vocabulary->lexicon, word->lemma) == NULL
         && plx_lexicon_number (job->vocabulary->lexicon, word->lemma) == NULL;
}

/* What two numbers of a quantity may be of. */
typedef struct {
  const PlxCompareJob *job;
  const PlxMeasure *quantity;
  GHashTable *words;
  guint n_shared;
} Matter;

/* Calls @func for the words of a sentence, and of as many before it as @n_before,
 * that can say what a quantity is of: a cost is the cost of something. */
static void
each_matter (const Matter *matter, const PlxText *text, guint sentence, guint n_before,
             GFunc func)
{
  const PlxSentence *first = PLX_TEXT_SENTENCE (text, sentence - MIN (sentence, n_before));
  const PlxSentence *last = PLX_TEXT_SENTENCE (text, sentence);

  for (guint i = first->first_term; i < last->first_term + last->n_terms; i++)
    {
      const PlxTerm *term = PLX_TEXT_TERM (text, i);

      if (plx_term_is_content (term) && !(term->flags & (PLX_TERM_SAYING | PLX_TERM_PAIR))
          && is_matter (matter->job, plx_vocabulary_get (matter->job->vocabulary, term->id),
                        matter->quantity))
        func (GUINT_TO_POINTER (term->id + 1), (gpointer) matter);
    }
}

/* The word and all that mean about the same. */
static void
add_matter (gpointer id, gpointer user_data)
{
  Matter *matter = user_data;
  const GArray *near = plx_vocabulary_get (matter->job->vocabulary,
                                           GPOINTER_TO_UINT (id) - 1)->near;

  g_hash_table_add (matter->words, id);
  for (guint j = 0; near != NULL && j < near->len; j++)
    if (g_array_index (near, PlxNearTerm, j).sim_01 >= (float) PLX_SIM_SYNONYM)
      g_hash_table_add (matter->words,
                        GUINT_TO_POINTER (g_array_index (near, PlxNearTerm, j).id + 1));
}

static void
meet_matter (gpointer id, gpointer user_data)
{
  Matter *matter = user_data;

  matter->n_shared += g_hash_table_remove (matter->words, id);
}

/* How many words that are not of the quantity itself two sentences share, each
 * with @n_before before it. */
static guint
count_matter (const PlxCompareJob *job, const PlxSeed *seed, guint article,
              const PlxFigure *figure, guint n_before)
{
  g_autoptr (GHashTable) words = g_hash_table_new (NULL, NULL);
  Matter matter = { job, figure->quantity, words, 0 };

  each_matter (&matter, seed->text, seed->sentence, n_before, add_matter);
  each_matter (&matter, job->index->texts[article], figure->sentence, n_before, meet_matter);
  return matter.n_shared;
}

static gboolean
share_matter (const PlxCompareJob *job, const PlxSeed *seed, guint article,
              const PlxFigure *figure)
{
  return count_matter (job, seed, article, figure, 1) > 0;
}

/* Whether an article has but one number of the quantity: then a person who asks
 * for it means this one. */
static gboolean
is_only (const PlxCompareJob *job, guint article, const PlxFigure *figure)
{
  const GArray *figures = job->figures[article];

  for (guint i = 0; i < figures->len; i++)
    {
      const PlxFigure *other = &g_array_index (figures, PlxFigure, i);

      if (other->quantity == figure->quantity && other->other == figure->other
          && other->supposed == figure->supposed && !plx_figures_agree (other, figure))
        return FALSE;
    }
  return TRUE;
}

static gboolean
are_near (const PlxFigure *a, const PlxFigure *b)
{
  return MAX (a->value, b->value) <= PLX_ONE_THING_RATIO * MIN (a->value, b->value);
}

/* Whether all numbers of the quantity that an article gives lie so near to one that
 * they are of one thing, of which its sources differ. */
static gboolean
is_of_one_thing (const PlxCompareJob *job, guint article, const PlxFigure *figure)
{
  const GArray *figures = job->figures[article];

  for (guint i = 0; i < figures->len; i++)
    {
      const PlxFigure *other = &g_array_index (figures, PlxFigure, i);

      if (other->quantity == figure->quantity && other->supposed == figure->supposed
          && (other->other != figure->other || !are_near (other, figure)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
article_has (const PlxStoryIndex *index, guint article, guint32 id)
{
  const GArray *list = index->postings[id];
  guint low = 0, high = list != NULL ? list->len : 0;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (list, guint, middle) < index->first_sentence[article])
        low = middle + 1;
      else
        high = middle;
    }
  return list != NULL && low < list->len
         && g_array_index (list, guint, low) < index->first_sentence[article + 1];
}

/* Counts the names of the claim, and those that are nowhere in the article. */
static guint
count_names (const PlxCompareJob *job, const PlxSeed *seed, guint article, guint *n_lacking)
{
  guint n = 0;

  *n_lacking = 0;
  for (guint i = seed->first_term; i < seed->end_term; i++)
    {
      const PlxTerm *term = PLX_TEXT_TERM (seed->text, i);
      const PlxWord *word = plx_vocabulary_get (job->vocabulary, term->id);
      gboolean found;

      if (!(term->flags & PLX_TERM_NAME) || !plx_term_is_content (term) || !word->is_name)
        continue;
      found = article_has (job->index, article, term->id);
      for (guint k = 0; word->near != NULL && k < word->near->len && !found; k++)
        found = article_has (job->index, article, g_array_index (word->near, PlxNearTerm, k).id);
      n++;
      *n_lacking += !found;
    }
  return n;
}

/* Whether the claim has a name that is nowhere in the article: then the only
 * number of the article is of something else. */
static gboolean
lacks_name (const PlxCompareJob *job, const PlxSeed *seed, guint article)
{
  guint n_lacking;

  count_names (job, seed, article, &n_lacking);
  return n_lacking > 0;
}

/* Whether the article has none of the names that the claim has. */
static gboolean
lacks_all_names (const PlxCompareJob *job, const PlxSeed *seed, guint article)
{
  guint n_lacking, n = count_names (job, seed, article, &n_lacking);

  return n > 0 && n_lacking == n;
}

static gboolean
answers (const PlxCompareJob *job, const PlxSeed *seed, const PlxFigure *asked, guint article,
         const PlxFigure *figure)
{
  if (figure->quantity != asked->quantity || figure->narrow
      || figure->supposed != asked->supposed
      || (asked->dimension != NULL && figure->dimension != NULL
          && strcmp (asked->dimension, figure->dimension) != 0))
    return FALSE;
  if (asked->quantity->moves == PLX_MOVES_OVER)
    return TRUE;
  if (asked->quantity->moves == PLX_MOVES_ASKED && seed->given == NULL)
    return seed->article >= 0
           && ((is_only (job, (guint) seed->article, asked) && is_only (job, article, figure)
                && count_matter (job, seed, article, figure, 0) >= PLX_OWN_MIN_MATTER)
               || (asked->quantity->kind == PLX_NUMBERS_TIME && are_near (asked, figure)
                   && is_of_one_thing (job, (guint) seed->article, asked)
                   && is_of_one_thing (job, article, figure)));
  return ((asked->quantity->kind == PLX_NUMBERS_PEOPLE
           || (seed->given != NULL && asked->quantity->moves != PLX_MOVES_CHANGES))
          && is_only (job, article, figure) && !lacks_name (job, seed, article))
         || share_matter (job, seed, article, figure);
}

/* Whether the article has a larger number of the quantity: "three lay behind the
 * house" of eight. */
static gboolean
is_part (const PlxCompareJob *job, guint article, const PlxFigure *figure)
{
  const GArray *figures = job->figures[article];

  for (guint i = 0; i < figures->len && !figure->update; i++)
    {
      const PlxFigure *other = &g_array_index (figures, PlxFigure, i);

      if (other->quantity == figure->quantity && !other->narrow && !other->vague && !other->some
          && other->other == figure->other && other->supposed == figure->supposed
          && other->low > figure->high)
        return TRUE;
    }
  return FALSE;
}

/* Whether two figures of people, of our own claim and another article, may be
 * held against each other: neither counts a part of what its article tells. */
static gboolean
are_wholes (const PlxCompareJob *job, const PlxSeed *seed, const PlxFigure *asked,
            guint article, const PlxFigure *figure)
{
  return seed->given != NULL || seed->article < 0 || asked->quantity->kind != PLX_NUMBERS_PEOPLE
         || (!is_part (job, (guint) seed->article, asked) && !is_part (job, article, figure));
}

/* Of one day, or of days that nobody knows. */
static gboolean
is_same_day (const PlxCompareJob *job, gint a, guint b)
{
  const char *x = a >= 0 ? job->articles[a].published : NULL;
  const char *y = job->articles[b].published;

  return x == NULL || y == NULL || strncmp (x, y, strlen ("2031-05-14")) == 0;
}

/* Whether a claim of our own and a figure of another article are of one thing for
 * sure: each article gives one number of it only, and some of what the claim
 * names is there. Two crashes are two numbers of people aboard. */
static gboolean
is_of_one_story (const PlxCompareJob *job, const PlxSeed *seed, const PlxFigure *asked,
                 guint article, const PlxFigure *figure)
{
  return seed->given != NULL || seed->article < 0
         || (is_only (job, (guint) seed->article, asked) && is_only (job, article, figure)
             && !lacks_all_names (job, seed, article));
}

/* PLX_CELL_NOT_FOUND: the figure says nothing of the claim. */
static PlxCellStatus
status_of (const PlxCompareJob *job, const PlxSeed *seed, const PlxFigure *asked, guint article,
           const PlxFigure *figure)
{
  if (figure->vague || asked->vague || figure->some || asked->some
      || (asked->low <= figure->high && figure->low <= asked->high))
    return PLX_CELL_DIFFERS;
  if (seed->given == NULL && !share_matter (job, seed, article, figure)
      && asked->quantity->moves != PLX_MOVES_ASKED)
    return PLX_CELL_DIFFERS;
  if (asked->quantity->moves == PLX_MOVES_ASKED)
    return PLX_CELL_CONTRADICTED;
  if (!is_of_one_story (job, seed, asked, article, figure))
    return asked->quantity->moves == PLX_MOVES_OVER ? PLX_CELL_DIFFERS : PLX_CELL_NOT_FOUND;
  if (asked->quantity->moves == PLX_MOVES_NOT)
    return PLX_CELL_CONTRADICTED;
  return figure->update || asked->update || !is_same_day (job, seed->article, article)
           ? PLX_CELL_DIFFERS : PLX_CELL_CONTRADICTED;
}

/* "17 died, 12 of them in the office": a number that the claim has too. */
static gboolean
is_asked_too (const PlxCompareJob *job, const PlxSeed *seed, const PlxFigure *figure)
{
  for (guint i = plx_facts_first (seed->text, seed->sentence); i < seed->text->facts->len; i++)
    {
      const PlxFact *fact = PLX_TEXT_FACT (seed->text, i);

      if (fact->sentence > seed->sentence || fact->first_term >= seed->end_term)
        return FALSE;
      if (fact->kind == PLX_FACT_QUANTITY && fact->first_term >= seed->first_term
          && (fact->of == NULL || fact->of == figure->quantity->name)
          && g_strcmp0 (fact->dimension, figure->dimension) == 0 && fact->value >= figure->low
          && fact->value <= figure->high)
        return TRUE;
    }
  return FALSE;
}

/* What the article's figures say: one that agrees, and the first that does not
 * after the last that moved. */
static void
choose_figures (const PlxCompareJob *job, const PlxSeed *seed, const PlxFigure *asked,
                guint article, const PlxFigure **agreeing, const PlxFigure **other)
{
  const GArray *figures = job->figures[article];

  *agreeing = *other = NULL;
  for (guint i = 0; i < figures->len; i++)
    {
      const PlxFigure *figure = &g_array_index (figures, PlxFigure, i);

      if (!answers (job, seed, asked, article, figure))
        continue;
      if (plx_figures_agree (asked, figure))
        *agreeing = *agreeing != NULL && !(*agreeing)->vague ? *agreeing : figure;
      else if (!figure->some && figure->other == asked->other
               && !is_asked_too (job, seed, figure)
               && are_wholes (job, seed, asked, article, figure)
               && (*other == NULL || (figure->update && !(*other)->update)))
        *other = figure;
    }
  if (*agreeing != NULL && (*agreeing)->vague && *other != NULL && !(*other)->vague)
    *agreeing = NULL;   // "several" says less than the number beside it
}

/* A seed that says little but its number is spoken for by the row. */
static void
merge_at (PlxCompareJob *job, guint from, guint article, const PlxFigure *figure)
{
  guint first = MAX (from + 1, plx_seed_first (job, (gint) article, figure->sentence));

  for (guint i = first; i < job->seeds->len; i++)
    {
      PlxSeed *other = &g_array_index (job->seeds, PlxSeed, i);
      PlxFigure own;

      if (other->article != (gint) article || other->sentence != figure->sentence)
        return;
      if (!other->is_omission && seed_figure (job, other, &own)
          && own.span.begin == figure->span.begin)
        other->merged = TRUE;
    }
}

static void
answer_cell (PlxCompareJob *job, guint index, const PlxFigure *asked, guint article,
             PlxCell *cell)
{
  const PlxSeed *seed = &g_array_index (job->seeds, PlxSeed, index);
  const PlxFigure *agreeing, *other;
  gboolean settled = cell->status == PLX_CELL_CONTRADICTED;
  gboolean told = cell->status == PLX_CELL_REPORTED || cell->status == PLX_CELL_DIFFERS;

  choose_figures (job, seed, asked, article, &agreeing, &other);
  if (other != NULL && (agreeing == NULL || other->update)
      && (!told || other->update || cell->status == PLX_CELL_DIFFERS))
    {
      PlxCellStatus status = status_of (job, seed, asked, article, other);

      if (status == PLX_CELL_NOT_FOUND)
        return;
      if (settled && status == PLX_CELL_DIFFERS && !other->update && !other->vague
          && is_same_day (job, seed->article, article))
        return;   // the words around the numbers have decided
      plx_cell_set_figure (job, article, other, status, cell);
    }
  else if (agreeing != NULL && !told)
    plx_cell_set_figure (job, article, agreeing, PLX_CELL_REPORTED, cell);
  else
    return;
  for (guint i = 0; seed->given == NULL && i < job->figures[article]->len; i++)
    {
      const PlxFigure *figure = &g_array_index (job->figures[article], PlxFigure, i);

      if (answers (job, seed, asked, article, figure))
        merge_at (job, index, article, figure);
    }
}

/* Lets figures of the claim's quantity answer for the articles.
 * @cells: (array length=columns): of the articles, decided by the words */
void
plx_updates_meet (PlxCompareJob *job, guint index, PlxCell *cells)
{
  const PlxSeed *seed = &g_array_index (job->seeds, PlxSeed, index);
  PlxFigure asked;

  if (!seed_figure (job, seed, &asked))
    return;
  for (guint a = 0; a < job->n_articles; a++)
    if ((gint) a != seed->article && cells[a].status != PLX_CELL_NOT_EXAMINED
        && cells[a].status != PLX_CELL_LEFT_OUT)
      answer_cell (job, index, &asked, a, &cells[a]);
}

/* The figure of the quantity that a cell shows, NULL: none. */
static const PlxFigure *
shown_figure (const PlxCompareJob *job, const PlxCell *cell, const PlxMeasure *quantity)
{
  const PlxEvidence *evidence = &cell->evidence;
  PlxSpan span;

  if (evidence->n_spans == 0 || cell->status == PLX_CELL_NOT_FOUND)
    return NULL;
  span = evidence->n_differing > 0 ? evidence->differing[0] : evidence->spans[0];
  for (guint i = 0; i < job->figures[evidence->article]->len; i++)
    {
      const PlxFigure *figure = &g_array_index (job->figures[evidence->article], PlxFigure, i);

      if (figure->quantity == quantity && plx_span_overlaps (span, figure->span))
        return figure;
    }
  return NULL;
}

static gint
compare_moments (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const PlxCompareJob *job = user_data;
  const PlxMoment *x = a, *y = b;
  const char *p = job->articles[x->article].published, *q = job->articles[y->article].published;

  if (p != NULL && q != NULL && strcmp (p, q) != 0)
    return strcmp (p, q);
  if ((p == NULL) != (q == NULL))
    return p == NULL ? 1 : -1;
  return x->article - y->article;
}

/* Fills claim->over_time where articles give more than one number. */
static void
order_claim (PlxCompareJob *job, guint index)
{
  PlxClaim *claim = g_ptr_array_index (job->out->claims, index);
  const PlxSeed *seed = &g_array_index (job->seeds, PlxSeed,
                                        g_array_index (job->claim_seeds, guint, index));
  g_autoptr (GArray) moments = g_array_new (FALSE, FALSE, sizeof (PlxMoment));
  PlxFigure asked;
  gboolean moved = FALSE;
  double first = 0.0;

  if (seed->is_omission || !seed_figure (job, seed, &asked))
    return;
  for (guint a = 0; a < job->n_articles; a++)
    {
      const PlxCell *cell = plx_comparison_get_cell (job->out, index, a);
      const PlxFigure *figure = shown_figure (job, cell, asked.quantity);
      PlxMoment moment = { .article = (gint) a };

      if (figure == NULL)
        continue;
      first = moments->len == 0 ? figure->value : first;
      moved |= figure->value < first || figure->value > first;
      moment.value = plx_figure_dup_text (job, a, figure);
      moment.span = figure->span;
      g_array_append_val (moments, moment);
    }
  g_array_sort_with_data (moments, compare_moments, job);
  if (moved)
    claim->over_time = g_steal_pointer (&moments);
  else
    for (guint i = 0; i < moments->len; i++)
      g_free (g_array_index (moments, PlxMoment, i).value);
}

void
plx_updates_order (PlxCompareJob *job)
{
  for (guint c = 0; c < job->out->claims->len; c++)
    order_claim (job, c);
}
