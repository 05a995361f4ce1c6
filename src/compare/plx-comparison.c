/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-compare-private.h"
#include "compare/plx-reuse.h"

#include "compare/plx-course.h"
#include "compare/plx-framing.h"
#include "compare/plx-tuning.h"

#include <string.h>

/* The comparison from beginning to end, and its memory. */

G_DEFINE_QUARK (plx-compare-error-quark, plx_compare_error)

static const char *const status_nicks[PLX_N_CELL_STATUSES] = {
  "not_examined", "reported", "differs", "contradicted", "not_found", "left_out",
};

const char *
plx_cell_status_to_nick (PlxCellStatus status)
{
  g_return_val_if_fail (status < PLX_N_CELL_STATUSES, status_nicks[0]);
  return status_nicks[status];
}

/* An unknown nick is not examined. */
PlxCellStatus
plx_cell_status_from_nick (const char *nick)
{
  for (guint i = 0; nick != NULL && i < PLX_N_CELL_STATUSES; i++)
    if (strcmp (status_nicks[i], nick) == 0)
      return (PlxCellStatus) i;
  return PLX_CELL_NOT_EXAMINED;
}

static void
column_free (gpointer data)
{
  PlxColumn *column = data;

  g_free (column->name);
  g_free (column->article_id);
  g_free (column);
}

static void
claim_free (gpointer data)
{
  PlxClaim *claim = data;

  g_free (claim->id);
  g_free (claim->key);
  g_free (claim->statement);
  g_strfreev (claim->actors);
  for (guint i = 0; claim->over_time != NULL && i < claim->over_time->len; i++)
    g_free (g_array_index (claim->over_time, PlxMoment, i).value);
  g_clear_pointer (&claim->over_time, g_array_unref);
  g_free (claim);
}

static void
naming_free (gpointer data)
{
  PlxNaming *naming = data;

  for (guint i = 0; i < naming->forms->len; i++)
    {
      g_free (g_array_index (naming->forms, PlxNamingForm, i).text);
      g_array_unref (g_array_index (naming->forms, PlxNamingForm, i).spans);
    }
  g_array_unref (naming->forms);
  g_strfreev (naming->verbs);
  g_free (naming->entity);
  g_free (naming);
}

static void
word_free (gpointer data)
{
  PlxOverusedWord *word = data;

  g_free (word->word);
  g_free (word->spans);
  g_free (word);
}

static void
finding_free (gpointer data)
{
  PlxComparisonFinding *finding = data;

  for (guint i = 0; i < 2; i++)
    {
      g_free (finding->places[i].spans);
      g_free (finding->places[i].differing);
    }
  g_free (finding->message);
  g_free (finding);
}

static PlxComparison *
comparison_new (const PlxComparisonArticle *articles, guint n_articles)
{
  PlxComparison *self = g_new0 (PlxComparison, 1);

  self->n_articles = n_articles;
  self->article_ids = g_new0 (char *, n_articles + 1);
  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->claims = g_ptr_array_new_with_free_func (claim_free);
  self->naming = g_ptr_array_new_with_free_func (naming_free);
  self->words = g_ptr_array_new_with_free_func (word_free);
  self->findings = g_ptr_array_new_with_free_func (finding_free);
  self->alignments = g_array_new (FALSE, FALSE, sizeof (PlxAlignment));
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_note_free);
  g_atomic_ref_count_init (&self->refs);
  for (guint i = 0; i < n_articles; i++)
    {
      PlxColumn *column = g_new0 (PlxColumn, 1);
      const char *id = articles[i].id != NULL ? articles[i].id : "";
      const char *source = articles[i].source;

      self->article_ids[i] = g_strdup (id);
      column->name = g_strdup (source != NULL && *source != '\0' ? source : id);
      column->article_id = g_strdup (id);
      column->article = (gint) i;
      column->via_article = -1;
      g_ptr_array_add (self->columns, column);
    }
  return self;
}

PlxComparison *
plx_comparison_ref (PlxComparison *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
plx_comparison_unref (PlxComparison *self)
{
  gsize n_cells;

  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;
  n_cells = (gsize) self->claims->len * self->columns->len;
  for (gsize i = 0; self->cells != NULL && i < n_cells; i++)
    plx_cell_clear (&self->cells[i]);
  g_free (self->cells);
  g_strfreev (self->article_ids);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->claims);
  g_clear_pointer (&self->copies, g_ptr_array_unref);
  g_clear_pointer (&self->reuse, g_ptr_array_unref);
  g_ptr_array_unref (self->naming);
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->findings);
  g_array_unref (self->alignments);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->framing, plx_framing_free);
  g_clear_pointer (&self->course, plx_course_free);
  g_free (self);
}

static void
job_clear (PlxCompareJob *job)
{
  for (guint i = 0; job->statements_of != NULL && i < job->n_articles; i++)
    g_hash_table_unref (job->statements_of[i]);
  for (guint i = 0; job->figures != NULL && i < job->n_articles; i++)
    g_clear_pointer (&job->figures[i], g_array_unref);
  g_free (job->figures);
  g_free (job->statements_of);
  g_clear_pointer (&job->omissions, g_array_unref);
  g_clear_pointer (&job->seeds, g_array_unref);
  g_clear_pointer (&job->claim_seeds, g_array_unref);
  g_clear_pointer (&job->cast, plx_cast_free);
  if (job->voices != NULL)
    plx_voices_free (job->voices, job->n_articles);
  g_clear_pointer (&job->meanings, plx_meanings_free);
  g_clear_pointer (&job->propositions, g_ptr_array_unref);
  g_clear_pointer (&job->index, plx_story_index_free);
  g_clear_pointer (&job->vocabulary, plx_vocabulary_free);
  g_clear_pointer (&job->out, plx_comparison_unref);
}

/* sentence → its statements; the sentences are those of the comparison, which
 * may be fewer than the analysis has. */
static void
sort_statements (PlxCompareJob *job, guint article)
{
  const PlxAnalysis *analysis = job->articles[article].analysis;

  job->statements_of[article] = g_hash_table_new_full (NULL, NULL, NULL,
                                                       (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < analysis->statements->len; i++)
    {
      PlxSpan hull = plx_analysis_hull (analysis, PLX_STATEMENT (analysis, i)->content);
      guint from = plx_text_sentence_at (job->index->texts[article], hull.begin);
      guint to = plx_text_sentence_at (job->index->texts[article],
                                       hull.end > hull.begin ? hull.end - 1 : hull.begin);

      from = MIN (from, to);   // a quotation mark stands before the first word
      for (guint s = from; s <= to && s < job->index->texts[article]->sentences->len; s++)
        {
          GArray *list = g_hash_table_lookup (job->statements_of[article], GUINT_TO_POINTER (s));
          gint statement = (gint) i;

          if (list == NULL)
            {
              list = g_array_new (FALSE, FALSE, sizeof (gint));
              g_hash_table_insert (job->statements_of[article], GUINT_TO_POINTER (s), list);
            }
          g_array_append_val (list, statement);
        }
    }
}

static gboolean
job_open (PlxCompareJob *job, GPtrArray *given, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;
  const PlxLexicon *lexicon = plx_lexicon_get (error);

  if (lexicon == NULL || (job->framing_lists = plx_framing_lists_get (error)) == NULL
      || (job->quantities = plx_quantities_get (lexicon, error)) == NULL
      || (job->claim_words = plx_claim_words_get (error)) == NULL)
    return FALSE;
  job->vocabulary = plx_vocabulary_new (lexicon);
  job->index = plx_story_index_new (job->articles, job->n_articles, job->vocabulary);
  for (guint i = 0; i < job->seeds->len; i++)
    {
      PlxSeed *seed = &g_array_index (job->seeds, PlxSeed, i);
      PlxText *text = plx_text_read_claim (job->vocabulary, seed->given->statement != NULL
                                                              ? seed->given->statement : "");

      g_ptr_array_add (given, text);
      seed->text = text;
      seed->end_term = text->terms->len;
    }
  plx_story_index_close (job->index);
  job->meanings = plx_meanings_new (job->articles, job->index, job->options, given, cancellable,
                                    &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  job->figures = g_new0 (GArray *, job->n_articles + 1);
  for (guint i = 0; i < given->len; i++)
    g_array_unref (plx_figures_read (job->quantities, job->vocabulary,
                                     g_ptr_array_index (given, i), NULL));
  for (guint i = 0; i < job->n_articles; i++)
    job->figures[i] = plx_figures_read (job->quantities, job->vocabulary, job->index->texts[i],
                                        job->articles[i].analysis);
  job->statements_of = g_new0 (GHashTable *, job->n_articles + 1);
  for (guint i = 0; i < job->n_articles; i++)
    sort_statements (job, i);
  return TRUE;
}

static void
make_keys_unique (GPtrArray *claims)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < claims->len; i++)
    {
      PlxClaim *claim = g_ptr_array_index (claims, i);

      for (guint n = 2; g_hash_table_contains (seen, claim->key); n++)
        {
          g_autofree char *old = claim->key;

          claim->key = g_strdup_printf ("%.16s-%u", old, n);
        }
      g_hash_table_add (seen, claim->key);
    }
}

static gboolean
fill_matrix (PlxCompareJob *job, const PlxProgress *progress, GCancellable *cancellable,
             GError **error)
{
  guint n_columns = job->out->columns->len;
  GArray *cells = g_array_new (FALSE, TRUE, sizeof (PlxCell));

  for (guint i = 0; i < job->seeds->len; i++)
    {
      const PlxSeed *seed = &g_array_index (job->seeds, PlxSeed, i);
      gsize first = cells->len;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        break;
      if (seed->merged)
        continue;
      g_array_set_size (cells, (guint) first + n_columns);
      plx_row_fill (job, i, &g_array_index (cells, PlxCell, first));
      g_array_append_val (job->claim_seeds, i);
      g_ptr_array_add (job->out->claims, plx_claim_new (job, seed, job->out->claims->len + 1));
      if (i % 64 == 0)
        plx_progress_report (progress, (double) i / job->seeds->len, NULL);
    }
  job->out->cells = (PlxCell *) (gpointer) g_array_free (cells, FALSE);
  make_keys_unique (job->out->claims);
  return !g_cancellable_is_cancelled (cancellable);
}

/* Spaces and marks alone are nothing to compare. */
static gboolean
has_text (const PlxComparisonArticle *articles, guint n_articles)
{
  for (guint i = 0; i < n_articles; i++)
    {
      const char *text = articles[i].analysis->text, *end = text + articles[i].analysis->n_bytes;

      for (; text < end; text = g_utf8_next_char (text))
        if (g_unichar_isalnum (g_utf8_get_char (text)))
          return TRUE;
    }
  return FALSE;
}

static gboolean
run_job (PlxCompareJob *job, const PlxProgress *progress, GCancellable *cancellable,
         GError **error)
{
  job->out->reuse = plx_reuse_find (job->articles, job->n_articles, &job->out->copies, error);
  if (job->out->reuse == NULL)
    return FALSE;
  plx_voices_find (job);
  plx_omissions_find (job);
  if (job->options->has_own)
    plx_claims_find (job);
  if (!fill_matrix (job, progress, cancellable, error))
    return FALSE;
  plx_voices_fill (job);
  plx_voices_keep (job);
  plx_updates_order (job);
  plx_claims_rate (job);
  plx_differences_find (job);
  plx_days_compare (job);
  plx_alignments_find (job);
  job->cast = plx_cast_new (job->articles, job->n_articles);
  plx_naming_find (job);
  plx_event_naming_find (job);
  plx_overused_find (job);
  plx_framing_find (job);
  plx_people_compare (job);
  plx_course_find (job);
  plx_notes_find (job);
  plx_progress_report (progress, 1.0, NULL);
  return TRUE;
}

/**
 * plx_compare:
 * @articles: (array length=n_articles): of one story; borrowed for the call
 * @options: (nullable): rows that are given; NULL: the engine finds them all in
 *   the articles
 *
 * Cost:    near-linear in the sentences of the story; 50 articles of 40
 *          sentences in about a second
 * Thread:  any
 * Errors:  PLX_COMPARE_ERROR_EMPTY, G_IO_ERROR_CANCELLED, those of reading the
 *          word lists
 * Returns: (transfer full): the comparison
 */
PlxComparison *
plx_compare (const PlxComparisonArticle *articles, guint n_articles,
             const PlxComparisonOptions *options, const PlxProgress *progress,
             GCancellable *cancellable, GError **error)
{
  static const PlxComparisonOptions own = { .has_own = TRUE };
  PlxCompareJob job = { .articles = articles, .n_articles = n_articles,
                        .options = options != NULL ? options : &own };
  g_autoptr (GPtrArray) given = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_text_free);
  PlxComparison *out = NULL;

  if (!has_text (articles, n_articles))
    {
      g_set_error_literal (error, PLX_COMPARE_ERROR, PLX_COMPARE_ERROR_EMPTY,
                           "no article with text to compare");
      return NULL;
    }
  job.out = comparison_new (articles, n_articles);
  job.omissions = g_array_new (FALSE, TRUE, sizeof (PlxSeed));
  job.seeds = g_array_new (FALSE, TRUE, sizeof (PlxSeed));
  job.propositions = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  job.claim_seeds = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < job.options->n_claims; i++)
    {
      PlxSeed seed = { .article = -1, .statement = -1, .given = &job.options->claims[i] };

      g_array_append_val (job.seeds, seed);
    }
  if (job_open (&job, given, cancellable, error)
      && run_job (&job, progress, cancellable, error))
    out = g_steal_pointer (&job.out);
  job_clear (&job);
  return out;
}
