/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-summary.h"

#include "compare/plx-cell-words.h"
#include "compare/plx-summary-private.h"
#include "compare/plx-tuning.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Sorts every claim into a section by what its sources do with it, then takes
 * from the sections in turn until the page is full, so that a long list of one
 * kind leaves room for the others. */

typedef struct {
  const PlxComparison *comparison;
  const PlxComparisonArticle *articles;
  const PlxCellStatus *verdicts;
  PlxSummary *out;
  guint *source_of;                        // (n_articles) index into the sources
  PlxCellStatus *told;                     // (n_sources) of the claim at hand
  GArray *claims[PLX_N_SUMMARY_KINDS];     // guint, most salient first
} Summing;

static PlxCellStatus
get_status (const Summing *self, guint claim, guint column)
{
  gsize at = (gsize) claim * self->comparison->columns->len + column;

  if (self->verdicts != NULL && self->verdicts[at] != PLX_CELL_NOT_EXAMINED)
    return self->verdicts[at];
  return plx_comparison_get_cell (self->comparison, claim, column)->status;
}

static gboolean
is_decided (const Summing *self, guint claim, guint column)
{
  gsize at = (gsize) claim * self->comparison->columns->len + column;

  return self->verdicts != NULL && self->verdicts[at] != PLX_CELL_NOT_EXAMINED;
}

static const char *
get_name (const Summing *self, guint column)
{
  return plx_cell_words_get_column (g_ptr_array_index (self->comparison->columns, column));
}

/* sections */

/* What says most of a source that has several articles. */
static guint
rank_status (PlxCellStatus status)
{
  static const guint ranks[PLX_N_CELL_STATUSES] = {
    [PLX_CELL_NOT_FOUND] = 1, [PLX_CELL_LEFT_OUT] = 2,     [PLX_CELL_REPORTED] = 3,
    [PLX_CELL_DIFFERS] = 4,   [PLX_CELL_CONTRADICTED] = 5,
  };

  return ranks[status];
}

typedef struct {
  guint n[PLX_N_CELL_STATUSES];   // sources
  gboolean left_out;              // of any column
} Tally;

static Tally
tally_claim (const Summing *self, guint claim)
{
  Tally tally = { 0 };
  guint n_sources = self->out->sources->len;

  memset (self->told, 0, n_sources * sizeof (PlxCellStatus));
  for (guint j = 0; j < self->comparison->columns->len; j++)
    {
      PlxCellStatus status = get_status (self, claim, j);

      tally.left_out = tally.left_out || status == PLX_CELL_LEFT_OUT;
      if (j < self->comparison->n_articles
          && rank_status (status) > rank_status (self->told[self->source_of[j]]))
        self->told[self->source_of[j]] = status;
      else if (j >= self->comparison->n_articles
               && (status == PLX_CELL_CONTRADICTED || status == PLX_CELL_DIFFERS))
        tally.n[status]++;
    }
  for (guint s = 0; s < n_sources; s++)
    tally.n[self->told[s]]++;
  return tally;
}

/* FALSE: nobody reports it */
static gboolean
find_kind (const Summing *self, const Tally *tally, PlxSummaryKind *kind)
{
  guint n = tally->n[PLX_CELL_REPORTED];

  if (tally->n[PLX_CELL_CONTRADICTED] > 0)
    *kind = PLX_SUMMARY_CONTRADICTED;
  else if (tally->n[PLX_CELL_DIFFERS] > 0)
    *kind = PLX_SUMMARY_DIFFERS;
  else if (n > 1)
    *kind = 2 * n > self->out->sources->len ? PLX_SUMMARY_AGREED : PLX_SUMMARY_SHARED;
  else
    *kind = PLX_SUMMARY_ONLY;
  return n + tally->n[PLX_CELL_CONTRADICTED] + tally->n[PLX_CELL_DIFFERS] > 0;
}

static void
count_cells (const Summing *self, guint claim)
{
  for (guint j = 0; j < self->comparison->columns->len; j++)
    {
      PlxCellStatus status = get_status (self, claim, j);
      gboolean own = j < self->comparison->n_articles;

      self->out->n_decided += is_decided (self, claim, j);
      self->out->n_left_out += status == PLX_CELL_LEFT_OUT;
      self->out->n_not_found += status == PLX_CELL_NOT_FOUND && own;
      self->out->n_not_examined += status == PLX_CELL_NOT_EXAMINED && own;
    }
}

static int
compare_salience (gconstpointer a, gconstpointer b, gpointer data)
{
  const PlxComparison *comparison = data;
  const PlxClaim *x = g_ptr_array_index (comparison->claims, *(const guint *) a),
                 *y = g_ptr_array_index (comparison->claims, *(const guint *) b);

  if (x->salience_01 != y->salience_01)
    return x->salience_01 > y->salience_01 ? -1 : 1;
  if (x->origins != y->origins)
    return x->origins > y->origins ? -1 : 1;
  if (x->order != y->order)
    return x->order < y->order ? -1 : 1;
  return *(const guint *) a < *(const guint *) b ? -1 : *(const guint *) a > *(const guint *) b;
}

static void
sort_claims (Summing *self)
{
  for (guint i = 0; i < self->comparison->claims->len; i++)
    {
      Tally tally = tally_claim (self, i);
      PlxSummaryKind kind;

      count_cells (self, i);
      if (find_kind (self, &tally, &kind))
        g_array_append_val (self->claims[kind], i);
      if (tally.left_out)
        g_array_append_val (self->claims[PLX_SUMMARY_LEFT_OUT], i);
    }
  for (guint k = 0; k < PLX_N_SUMMARY_KINDS; k++)
    g_array_sort_with_data (self->claims[k], compare_salience, (gpointer) self->comparison);
}

/* what one cell says */

/* Its number, where the claim's moves over time; NULL. */
static char *
dup_moment (const Summing *self, guint claim, guint column)
{
  const PlxClaim *c = g_ptr_array_index (self->comparison->claims, claim);

  for (guint i = 0; c->over_time != NULL && i < c->over_time->len; i++)
    {
      const PlxMoment *moment = &g_array_index (c->over_time, PlxMoment, i);

      if (moment->article >= 0 && (guint) moment->article == column)
        return g_strdup (moment->value);
    }
  return NULL;
}

/* What a cell gives instead; NULL: plainly the claim. Through whom it is said
 * counts only where nothing else is told of it. */
static char *
dup_words (const Summing *self, guint claim, guint column, PlxCellStatus status, gboolean only)
{
  const PlxCell *cell = plx_comparison_get_cell (self->comparison, claim, column);
  const PlxEvidence *e = &cell->evidence;
  g_autofree char *moment = NULL, *brief = NULL;

  if (status == PLX_CELL_REPORTED)
    {
      moment = dup_moment (self, claim, column);
      if (moment != NULL || cell->status != status
          || (!only && cell->via != NULL && cell->via[0] != NULL))
        return g_steal_pointer (&moment);
    }
  else if (e->n_differing > 0 && e->article >= 0)
    return plx_summary_dup_spans (self->articles[e->article].analysis, e->differing,
                                  e->n_differing, PLX_SUMMARY_WORDS_CHARS);
  brief = plx_cell_words_dup_brief (self->comparison, claim, column, status);
  if (*brief == '\0' || g_str_equal (brief, plx_cell_words_get_status (status)))
    return NULL;
  return g_steal_pointer (&brief);
}

/* Who says, or who decided, that it is left out. */
static char *
dup_teller (const Summing *self, guint claim, guint column)
{
  const PlxCell *cell = plx_comparison_get_cell (self->comparison, claim, column);

  if (is_decided (self, claim, column))
    return g_strdup (_("decided by the analyst"));
  if (cell->evidence.n_spans > 0 && cell->evidence.article >= 0)
    return g_strdup_printf (_("says %s"), get_name (self, (guint) cell->evidence.article));
  return NULL;
}

static void
voice_free (gpointer data)
{
  PlxSummaryVoice *voice = data;

  g_free (voice->sources);
  g_free (voice->words);
  g_free (voice->quote);
  g_free (voice);
}

static void
item_free (gpointer data)
{
  PlxSummaryItem *item = data;

  g_free (item->statement);
  g_ptr_array_unref (item->voices);
  g_free (item);
}

static gboolean
names_source (const char *sources, const char *name)
{
  g_auto (GStrv) names = g_strsplit (sources, ", ", -1);

  return g_strv_contains ((const char *const *) names, name);
}

/* Into the voice that says the same, or a new one. */
static void
add_voice (const Summing *self, PlxSummaryItem *item, guint column, PlxCellStatus status,
           char *words)
{
  guint claim = (guint) item->claim;
  const PlxEvidence *e = &plx_comparison_get_cell (self->comparison, claim, column)->evidence;
  gboolean decided = is_decided (self, claim, column);
  const char *name = get_name (self, column);
  PlxSummaryVoice *voice;

  for (guint i = 0; i < item->voices->len; i++)
    {
      voice = g_ptr_array_index (item->voices, i);
      if (voice->status == status && g_strcmp0 (voice->words, words) == 0)
        {
          if (!names_source (voice->sources, name))
            {
              g_autofree char *before = voice->sources;

              voice->sources = g_strconcat (before, ", ", name, NULL);
            }
          voice->is_decided = voice->is_decided && decided;
          g_free (words);
          return;
        }
    }
  voice = g_new0 (PlxSummaryVoice, 1);
  *voice = (PlxSummaryVoice) { status, decided, g_strdup (name), words, NULL, (gint) column };
  if (e->n_spans > 0 && e->article >= 0 && status != PLX_CELL_LEFT_OUT)
    voice->quote = plx_summary_dup_quote (self->articles[e->article].analysis, e);
  g_ptr_array_add (item->voices, voice);
}

static gboolean
has_status (PlxSummaryKind kind, PlxCellStatus status, gboolean own)
{
  if (kind == PLX_SUMMARY_LEFT_OUT)
    return status == PLX_CELL_LEFT_OUT;
  if (status == PLX_CELL_REPORTED)
    return own;
  return status == PLX_CELL_DIFFERS || status == PLX_CELL_CONTRADICTED;
}

/* Those who report it first, then who tells it otherwise, then who contradicts. */
static void
add_voices (const Summing *self, PlxSummaryItem *item, PlxSummaryKind kind)
{
  static const PlxCellStatus order[] = { PLX_CELL_REPORTED, PLX_CELL_DIFFERS,
                                         PLX_CELL_CONTRADICTED, PLX_CELL_LEFT_OUT };
  guint claim = (guint) item->claim;
  gboolean plain = kind == PLX_SUMMARY_AGREED || kind == PLX_SUMMARY_SHARED;

  for (guint k = 0; k < G_N_ELEMENTS (order); k++)
    for (guint j = 0; j < self->comparison->columns->len; j++)
      {
        PlxCellStatus status = get_status (self, claim, j);
        char *words = NULL;

        if (status != order[k] || !has_status (kind, status, j < self->comparison->n_articles))
          continue;
        if (kind == PLX_SUMMARY_LEFT_OUT)
          words = dup_teller (self, claim, j);
        else if (!plain)
          words = dup_words (self, claim, j, status, kind == PLX_SUMMARY_ONLY);
        add_voice (self, item, j, status, words);
      }
}

static PlxSummaryItem *
make_item (const Summing *self, guint claim, PlxSummaryKind kind)
{
  const PlxClaim *c = g_ptr_array_index (self->comparison->claims, claim);
  PlxSummaryItem *item = g_new0 (PlxSummaryItem, 1);

  tally_claim (self, claim);
  item->claim = (gint) claim;
  item->statement = g_utf8_make_valid (c->statement, -1);
  item->origins = c->origins;
  for (guint s = 0; s < self->out->sources->len; s++)
    item->n_sources += rank_status (self->told[s]) >= rank_status (PLX_CELL_REPORTED);
  item->voices = g_ptr_array_new_with_free_func (voice_free);
  add_voices (self, item, kind);
  return item;
}

/* the page */

static guint
count_lines (const char *text)
{
  glong n = text != NULL ? g_utf8_strlen (text, -1) : 0;

  return (guint) (n + PLX_SUMMARY_LINE_CHARS - 1) / PLX_SUMMARY_LINE_CHARS;
}

/* About how many lines it takes. */
static guint
measure_item (const PlxSummary *self, const PlxSummaryItem *item, PlxSummaryKind kind)
{
  g_autofree char *head = plx_summary_item_dup_line (self, item, kind);
  guint n = MAX (count_lines (head), 1);

  for (guint i = 0; i < item->voices->len && plx_summary_lists_voices (kind); i++)
    {
      g_autofree char *line
        = plx_summary_voice_dup_line (g_ptr_array_index (item->voices, i), kind);

      n += count_lines (line);
    }
  return n;
}

/* Further claims of a kind whose next one would not fit stay out, so that what
 * stands there is always the most salient. */
static void
fill_page (Summing *self, guint n_lines)
{
  guint next[PLX_N_SUMMARY_KINDS] = { 0 }, used = 0;
  gboolean full[PLX_N_SUMMARY_KINDS] = { FALSE }, moved = TRUE;

  while (moved)
    {
      moved = FALSE;
      for (guint k = 0; k < PLX_N_SUMMARY_KINDS; k++)
        {
          PlxSummaryItem *item;
          guint lines;

          if (full[k] || next[k] == self->claims[k]->len)
            continue;
          item = make_item (self, g_array_index (self->claims[k], guint, next[k]), k);
          lines = measure_item (self->out, item, k) + (next[k] == 0 ? PLX_SUMMARY_HEAD_LINES : 0);
          full[k] = used + lines > n_lines && used > 0;
          if (full[k])
            {
              item_free (item);
              continue;
            }
          used += lines;
          next[k]++;
          moved = TRUE;
          g_ptr_array_add (self->out->sections[k].items, item);
        }
    }
  for (guint k = 0; k < PLX_N_SUMMARY_KINDS; k++)
    self->out->sections[k].n_more = self->claims[k]->len - next[k];
}

static void
begin_sections (PlxSummary *out)
{
  static const char *const titles[PLX_N_SUMMARY_KINDS] = {
    [PLX_SUMMARY_CONTRADICTED] = N_("What contradicts"),
    [PLX_SUMMARY_DIFFERS] = N_("What is told otherwise"),
    [PLX_SUMMARY_AGREED] = N_("What all or most sources report"),
    [PLX_SUMMARY_SHARED] = N_("What several sources report"),
    [PLX_SUMMARY_ONLY] = N_("What only one source has"),
    [PLX_SUMMARY_LEFT_OUT] = N_("What is said to be left out"),
  };

  for (guint k = 0; k < PLX_N_SUMMARY_KINDS; k++)
    {
      out->sections[k].kind = k;
      out->sections[k].title = _(titles[k]);
      out->sections[k].items = g_ptr_array_new_with_free_func (item_free);
    }
}

PlxSummary *
plx_summary_new (const PlxComparison *comparison, const PlxComparisonArticle *articles,
                 const PlxCellStatus *verdicts, const char *title, guint n_lines)
{
  Summing self = { comparison, articles, verdicts, g_new0 (PlxSummary, 1) };

  self.out->title = g_strdup (title);
  self.out->n_articles = comparison->n_articles;
  self.out->n_claims = comparison->claims->len;
  self.source_of = plx_summary_list_sources (self.out, comparison, articles);
  self.told = g_new0 (PlxCellStatus, self.out->sources->len + 1);
  begin_sections (self.out);
  for (guint k = 0; k < PLX_N_SUMMARY_KINDS; k++)
    self.claims[k] = g_array_new (FALSE, FALSE, sizeof (guint));
  sort_claims (&self);
  fill_page (&self, n_lines > 0 ? n_lines : PLX_SUMMARY_LINES);
  for (guint k = 0; k < PLX_N_SUMMARY_KINDS; k++)
    g_array_unref (self.claims[k]);
  g_free (self.told);
  g_free (self.source_of);
  return self.out;
}

void
plx_summary_free (PlxSummary *self)
{
  if (self == NULL)
    return;
  for (guint k = 0; k < PLX_N_SUMMARY_KINDS; k++)
    g_ptr_array_unref (self->sections[k].items);
  g_ptr_array_unref (self->sources);
  g_free (self->heard);
  g_free (self->title);
  g_free (self);
}
