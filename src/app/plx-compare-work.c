/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-compare-view-private.h"

#include "app/plx-cell-style.h"
#include "app/plx-edits.h"
#include "app/plx-search-record-card.h"
#include "app/plx-summary-window.h"
#include "app/plx-window.h"

#include <glib/gi18n-lib.h>

/* What an analyst does to the selected claim or cell: the actions
 * "win.compare::…", from menus, keys and the palette. */

static void
say (PlxCompareView *self, const char *text)
{
  PlxWindow *window = plx_window_find (GTK_WIDGET (self));

  if (window != NULL)
    plx_window_toast (window, text);
}

static int
get_claim (PlxCompareView *self)
{
  return plx_selection_get_kind (self->selection) == PLX_SELECTED_CLAIM
             && plx_selection_get_claim (self->selection)
                  < (int) self->comparison->comparison->claims->len
           ? plx_selection_get_claim (self->selection)
           : -1;
}

static int
get_column (PlxCompareView *self)
{
  return get_claim (self) >= 0 ? plx_selection_get_column (self->selection) : -1;
}

static const char *
get_key (PlxCompareView *self)
{
  return ((PlxClaim *) g_ptr_array_index (self->comparison->comparison->claims,
                                          (guint) get_claim (self)))->key;
}

static const char *
get_column_key (PlxCompareView *self)
{
  return plx_story_comparison_get_column_key (self->comparison, (guint) get_column (self));
}

/* -- cells -- */

static gboolean
find_next (PlxCompareView *self, guint *claim, guint *column)
{
  const GArray *rows = plx_claim_matrix_get_rows (self->matrix);

  return plx_story_comparison_next_unconfirmed (self->comparison,
                                                (const guint *) (gpointer) rows->data, rows->len,
                                                PLX_CELLS_SUGGESTED, claim, column);
}

/* What is shown goes first; sources that are folded away come when nothing else
 * is left. */
static void
examine_next (PlxCompareView *self)
{
  guint claim = get_claim (self) >= 0 ? (guint) get_claim (self) : G_MAXUINT;
  guint column = get_column (self) >= 0 ? (guint) get_column (self) : 0;
  guint first_claim, first_column;

  if (!find_next (self, &claim, &column))
    {
      say (self, _("Everything that is suggested here has been examined."));
      return;
    }
  first_claim = claim;
  first_column = column;
  while (!plx_claim_matrix_shows_column (self->matrix, column))
    if (!find_next (self, &claim, &column) || (claim == first_claim && column == first_column))
      break;
  plx_selection_select_claim (self->selection, self->comparison, claim, (int) column);
  plx_claim_matrix_focus (self->matrix);
}

static PlxCellLook
look (PlxCompareView *self)
{
  return plx_cell_look (self->comparison, (guint) get_claim (self), (guint) get_column (self));
}

static void
confirm (PlxCompareView *self)
{
  PlxCellPlace place = { get_key (self), get_column_key (self) };

  if (look (self).is_decided)
    say (self, _("This cell is decided already. Take the decision back to decide anew."));
  else if (look (self).status == PLX_CELL_NOT_EXAMINED)
    say (self, _("Nothing is suggested for this cell, so there is nothing to confirm."));
  else
    plx_edits_confirm_cells (GTK_WIDGET (self), self->comparison->story, &place, 1);
}

static void
confirm_row (PlxCompareView *self)
{
  guint n = self->comparison->comparison->columns->len, n_open = 0;
  g_autofree PlxCellPlace *places = g_new0 (PlxCellPlace, n + 1);

  for (guint i = 0; i < n; i++)
    {
      PlxCellLook cell = plx_cell_look (self->comparison, (guint) get_claim (self), i);

      n_open += !cell.is_decided && cell.status != PLX_CELL_NOT_EXAMINED;
      places[i] = (PlxCellPlace) { get_key (self),
                                   plx_story_comparison_get_column_key (self->comparison, i) };
    }
  if (n_open == 0)
    say (self, _("Everything in this row is decided already."));
  else
    plx_edits_confirm_cells (GTK_WIDGET (self), self->comparison->story, places, n);
}

/* Nobody leaves a cell for left out who has not seen what was searched. */
static void
leave_out (PlxCompareView *self)
{
  if (!plx_compare_view_is_empty_cell (self, get_claim (self), get_column (self)))
    say (self, _("This source does report it. Only what was searched and not found can be left "
                 "out."));
  else if (self->record != NULL)
    plx_search_record_card_leave_out (PLX_SEARCH_RECORD_CARD (self->record));
  else
    plx_compare_view_focus_record (self);
}

static void
open_record (PlxCompareView *self)
{
  if (plx_compare_view_is_empty_cell (self, get_claim (self), get_column (self)))
    plx_compare_view_focus_record (self);
  else
    say (self, _("This source does report it, so there is no search record."));
}

/* The verdict, with confidence and note. */
static void
decide (PlxCompareView *self)
{
  if (!plx_cell_bar_decide (self->cell_bar))
    plx_compare_view_focus_record (self);
}

static void
take_back (PlxCompareView *self)
{
  if (!look (self).is_decided)
    say (self, _("Nobody decided about this cell yet."));
  else
    plx_edits_set_cell (GTK_WIDGET (self), self->comparison->story, get_key (self),
                        get_column_key (self), PLX_CELL_NOT_EXAMINED, -1, NULL);
}

/* Whose words may speak for the column: those of its source, and for one that is
 * heard through others, anybody's. */
static gboolean
may_speak (PlxCompareView *self, guint article)
{
  const GPtrArray *columns = self->comparison->comparison->columns;
  const PlxColumn *column = g_ptr_array_index (columns, (guint) get_column (self));
  const PlxColumn *own = g_ptr_array_index (columns, article);

  return column->article < 0 || column->article == (int) article
         || g_strcmp0 (own->name, column->name) == 0;
}

static char *
dup_refusal (PlxCompareView *self, gboolean has_words)
{
  const char *name = plx_cell_words_get_column (
    g_ptr_array_index (self->comparison->comparison->columns, (guint) get_column (self)));

  return has_words
           ? g_strdup_printf (_("Those words are another source’s. Select words of %s."), name)
           : g_strdup_printf (_("Select the words of %s in its article below first."), name);
}

/* The words selected in a pane, for the selected cell. */
static void
use_evidence (PlxCompareView *self)
{
  g_autofree char *refusal = NULL;
  gboolean has_words = FALSE;
  PlxSpan span;

  for (guint article = 0; article < self->comparison->n_articles; article++)
    {
      if (!plx_side_by_side_find_words (self->side_by_side, article, &span))
        continue;
      has_words = TRUE;
      if (!may_speak (self, article))
        continue;
      if (plx_edits_move_evidence (GTK_WIDGET (self), self->comparison->story, get_key (self),
                                   get_column_key (self), self->comparison->articles[article],
                                   span))
        plx_claim_matrix_focus (self->matrix);
      return;
    }
  refusal = dup_refusal (self, has_words);
  say (self, refusal);
}

static void
reset_evidence (PlxCompareView *self)
{
  const PlxVerdict *verdict = plx_story_comparison_get_verdict (
    self->comparison, (guint) get_claim (self), (guint) get_column (self));

  if (verdict == NULL || !verdict->is_moved)
    say (self, _("The evidence of this cell is as it was found."));
  else
    plx_edits_reset_evidence (GTK_WIDGET (self), self->comparison->story, get_key (self),
                              get_column_key (self));
}

/* -- claims -- */

/* Selected at once, or when it is in the matrix, which is compared again. */
static void
made_cb (const char *key, gpointer user_data)
{
  PlxCompareView *self = PLX_COMPARE_VIEW (user_data);
  int claim = self->comparison != NULL ? plx_compare_view_find_claim (self, key) : -1;

  g_free (self->wanted);
  self->wanted = g_strdup (key);
  if (claim < 0)
    return;
  plx_compare_view_select_wanted (self, claim);
  plx_claim_matrix_focus (self->matrix);
}

static void
add_claim (PlxCompareView *self)
{
  plx_edits_add_claim (GTK_WIDGET (self), self->comparison->story, made_cb, G_OBJECT (self));
}

static void
split_claim (PlxCompareView *self)
{
  plx_edits_split_claim (GTK_WIDGET (self), self->comparison, (guint) get_claim (self),
                         (guint) get_column (self), made_cb, G_OBJECT (self));
}

static void
move_evidence (PlxCompareView *self)
{
  plx_edits_ask_evidence (GTK_WIDGET (self), self->comparison, (guint) get_claim (self),
                          (guint) get_column (self), made_cb, G_OBJECT (self));
}

static void
reword_claim (PlxCompareView *self)
{
  plx_edits_reword_claim (GTK_WIDGET (self), self->comparison, (guint) get_claim (self));
}

static void
merge_claims (PlxCompareView *self)
{
  plx_edits_merge_claims (GTK_WIDGET (self), self->comparison, (guint) get_claim (self));
}

static void
unmerge_claim (PlxCompareView *self)
{
  const PlxClaimWork *work
    = self->comparison->work != NULL ? self->comparison->work[get_claim (self)] : NULL;

  if (work == NULL || work->merged == NULL || work->merged[0] == NULL)
    say (self, _("This claim is not merged with another."));
  else
    plx_edits_unmerge_claim (GTK_WIDGET (self), self->comparison->story, get_key (self));
}

static void
drop_claim (PlxCompareView *self)
{
  plx_edits_drop_claim (GTK_WIDGET (self), self->comparison->story, get_key (self));
}

static void
list_dropped (PlxCompareView *self)
{
  plx_edits_dropped_claims (GTK_WIDGET (self), self->comparison, get_claim (self), made_cb,
                            G_OBJECT (self));
}

/* -- the whole -- */

static void
filter_claims (PlxCompareView *self)
{
  plx_compare_bar_focus_filter (self->bar);
}

static void
show_summary (PlxCompareView *self)
{
  plx_summary_window_open (plx_window_find (GTK_WIDGET (self)), self->comparison);
}

typedef enum { OF_STORY, OF_CLAIM, OF_CELL } Subject;

static const struct {
  const char *name;
  Subject subject;
  void (*func) (PlxCompareView *self);
} works[] = {
  { "examine-next", OF_STORY, examine_next },
  { "filter-claims", OF_STORY, filter_claims },
  { "summary", OF_STORY, show_summary },
  { "add-claim", OF_STORY, add_claim },
  { "dropped-claims", OF_STORY, list_dropped },
  { "confirm-row", OF_CLAIM, confirm_row },
  { "reword-claim", OF_CLAIM, reword_claim },
  { "merge-claims", OF_CLAIM, merge_claims },
  { "unmerge-claim", OF_CLAIM, unmerge_claim },
  { "drop-claim", OF_CLAIM, drop_claim },
  { "confirm", OF_CELL, confirm },
  { "left-out", OF_CELL, leave_out },
  { "search-record", OF_CELL, open_record },
  { "decide", OF_CELL, decide },
  { "not-examined", OF_CELL, take_back },
  { "use-evidence", OF_CELL, use_evidence },
  { "reset-evidence", OF_CELL, reset_evidence },
  { "move-evidence", OF_CELL, move_evidence },
  { "split-claim", OF_CELL, split_claim },
};

void
plx_compare_view_act (PlxCompareView *self, const char *name)
{
  if (self->comparison == NULL && self->loading != 0)
    {
      g_free (self->pending);
      self->pending = g_strdup (name);
      return;
    }
  if (self->comparison == NULL || self->selection == NULL
      || self->comparison->comparison->claims->len == 0)
    {
      say (self, _("There is nothing to compare yet."));
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    {
      if (!g_str_equal (works[i].name, name))
        continue;
      if (works[i].subject == OF_CLAIM && get_claim (self) < 0)
        say (self, _("Select a claim first."));
      else if (works[i].subject == OF_CELL && get_column (self) < 0)
        say (self, _("Select a cell first."));
      else
        works[i].func (self);
    }
}
