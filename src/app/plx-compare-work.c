/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-compare-view-private.h"

#include "app/plx-edits.h"
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

static void
examine_next (PlxCompareView *self)
{
  const GArray *rows = plx_claim_matrix_get_rows (self->matrix);
  guint claim = get_claim (self) >= 0 ? (guint) get_claim (self) : G_MAXUINT;
  guint column = get_column (self) >= 0 ? (guint) get_column (self) : 0;

  if (!plx_story_comparison_next_unconfirmed (self->comparison, (const guint *) (gpointer) rows->data,
                                              rows->len, PLX_CELLS_SUGGESTED, &claim, &column))
    {
      say (self, _("Everything that is suggested here has been examined."));
      return;
    }
  plx_selection_select_claim (self->selection, self->comparison, claim, (int) column);
  plx_claim_matrix_focus (self->matrix);
}

static void
confirm (PlxCompareView *self)
{
  PlxCellPlace place = { get_key (self), get_column_key (self) };

  plx_edits_confirm_cells (GTK_WIDGET (self), self->comparison->story, &place, 1);
}

static void
confirm_row (PlxCompareView *self)
{
  guint n = self->comparison->comparison->columns->len;
  g_autofree PlxCellPlace *places = g_new0 (PlxCellPlace, n + 1);

  for (guint i = 0; i < n; i++)
    places[i] = (PlxCellPlace) { get_key (self),
                                 plx_story_comparison_get_column_key (self->comparison, i) };
  plx_edits_confirm_cells (GTK_WIDGET (self), self->comparison->story, places, n);
}

static void
set_verdict (PlxCompareView *self, PlxCellStatus verdict)
{
  plx_edits_set_cell (GTK_WIDGET (self), self->comparison->story, get_key (self),
                      get_column_key (self), verdict, -1, NULL);
}

static void
leave_out (PlxCompareView *self)
{
  set_verdict (self, PLX_CELL_LEFT_OUT);
}

static void
take_back (PlxCompareView *self)
{
  set_verdict (self, PLX_CELL_NOT_EXAMINED);
}

/* The words selected in a pane, for the selected cell. */
static void
use_evidence (PlxCompareView *self)
{
  guint article;
  PlxSpan span;

  if (!plx_side_by_side_get_words (self->side_by_side, &article, &span))
    say (self, _("Select the words in one of the articles below first."));
  else
    plx_edits_move_evidence (GTK_WIDGET (self), self->comparison->story, get_key (self),
                             get_column_key (self), self->comparison->articles[article], span);
}

static void
reset_evidence (PlxCompareView *self)
{
  plx_edits_reset_evidence (GTK_WIDGET (self), self->comparison->story, get_key (self),
                            get_column_key (self));
}

/* -- claims -- */

/* It is in the matrix when that has been compared again. */
static void
made_cb (const char *key, gpointer user_data)
{
  PlxCompareView *self = PLX_COMPARE_VIEW (user_data);

  g_free (self->wanted);
  self->wanted = g_strdup (key);
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
  plx_edits_dropped_claims (GTK_WIDGET (self), self->comparison, get_claim (self));
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
  { "not-examined", OF_CELL, take_back },
  { "use-evidence", OF_CELL, use_evidence },
  { "reset-evidence", OF_CELL, reset_evidence },
  { "split-claim", OF_CELL, split_claim },
};

void
plx_compare_view_act (PlxCompareView *self, const char *name)
{
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
