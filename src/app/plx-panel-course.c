/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-panel-page.h"

#include "app/plx-date.h"
#include "compare/plx-course.h"

#include <glib/gi18n-lib.h>

/* Over time: what a source said first, changed and dropped; of the selected
 * claim, or of all that moved. */

enum { MOST_CLAIMS = 60 };

static char *
dup_date (const PlxPanelContext *self, int article)
{
  const char *published = self->published != NULL && article >= 0
                              && article < (int) self->published->len
                            ? g_ptr_array_index (self->published, (guint) article)
                            : NULL;

  return plx_date_dup_text (published);
}

static char *
dup_turn (const PlxPanelContext *self, const PlxTurn *turn)
{
  g_autofree char *date = dup_date (self, turn->article);

  switch (turn->kind)
    {
    case PLX_TURN_FIRST: return g_strdup_printf (_("%s: first said"), date);
    case PLX_TURN_CHANGED:
      return g_strdup_printf (_("%s: %s → %s"), date, turn->from, turn->to);
    case PLX_TURN_DROPPED: return g_strdup_printf (_("%s: not said any more"), date);
    case PLX_TURN_RESUMED:
    case PLX_N_TURN_KINDS: break;
    }
  return g_strdup_printf (_("%s: said again"), date);
}

/* Where the turn can be read: the evidence of the claim in that article. */
static gboolean
find_passage (const PlxPanelContext *self, guint claim, const PlxTurn *turn, guint *article,
              PlxSpan *span)
{
  GPtrArray *columns = self->comparison->comparison->columns;
  int at = turn->kind == PLX_TURN_DROPPED ? turn->before : turn->article;

  if (at < 0)
    return FALSE;
  *article = (guint) at;
  *span = turn->to_span;
  if (turn->kind == PLX_TURN_CHANGED && span->end > span->begin)
    return TRUE;
  for (guint i = 0; i < columns->len; i++)
    {
      const PlxEvidence *evidence
        = &plx_comparison_get_cell (self->comparison->comparison, claim, i)->evidence;

      if (((PlxColumn *) g_ptr_array_index (columns, i))->article == at && evidence->n_spans > 0
          && evidence->article == at)
        {
          *span = evidence->spans[0];
          return TRUE;
        }
    }
  return FALSE;
}

static void
add_turn (const PlxPanelContext *self, GtkWidget *box, guint claim, const PlxTurn *turn)
{
  g_autofree char *text = dup_turn (self, turn);
  g_autofree char *label = g_strdup_printf (_("%s; show where"), text);
  guint article;
  PlxSpan span;

  if (find_passage (self, claim, turn, &article, &span))
    gtk_widget_set_halign (plx_panel_page_add_passage (self, box, text, label, article, span),
                           GTK_ALIGN_START);
  else
    gtk_box_append (GTK_BOX (box), plx_panel_new_text (text, NULL));
}

static void
add_course (const PlxPanelContext *self, GtkWidget *list, const PlxClaimCourse *course)
{
  const PlxClaim *claim
    = g_ptr_array_index (self->comparison->comparison->claims, course->claim);
  GtkWidget *card = plx_panel_add_card (list, claim->statement);
  GtkWidget *turns = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_box_append (GTK_BOX (card), plx_panel_new_text (course->source, "dim-label"));
  for (guint i = 0; i < course->turns->len; i++)
    add_turn (self, turns, course->claim, g_ptr_array_index (course->turns, i));
  gtk_box_append (GTK_BOX (card), turns);
}

/* Who said the selected claim before all others. */
static void
add_first (const PlxPanelContext *self, const PlxCourse *course)
{
  int first;
  g_autofree char *date = NULL, *text = NULL;

  if (self->claim < 0 || self->claim >= (int) course->n_claims)
    return;
  gtk_box_append (GTK_BOX (self->content),
                  plx_panel_new_text (((PlxClaim *) g_ptr_array_index (
                                         self->comparison->comparison->claims,
                                         (guint) self->claim))->statement, "heading"));
  first = course->first_article[self->claim];
  if (first < 0)
    {
      plx_panel_page_say (self, _("Nobody said it before the others, as far as the dates tell."));
      return;
    }
  date = dup_date (self, first);
  text = g_strdup_printf (_("First said by %s, %s"), plx_panel_page_get_source (self, first), date);
  gtk_box_append (GTK_BOX (self->content), plx_panel_new_text (text, NULL));
}

void
plx_panel_show_course (const PlxPanelContext *self)
{
  const PlxCourse *course = self->comparison->comparison->course;
  GtkWidget *list = NULL;
  guint n = 0;

  if (course != NULL)
    add_first (self, course);
  for (guint i = 0; course != NULL && i < course->claims->len && n < MOST_CLAIMS; i++)
    {
      const PlxClaimCourse *it = g_ptr_array_index (course->claims, i);

      if (self->claim >= 0 ? (int) it->claim != self->claim : it->turns->len < 2)
        continue;
      if (list == NULL)
        list = plx_panel_page_add_list (self, _("What each source changed over time"));
      add_course (self, list, it);
      n++;
    }
  if (list == NULL)
    plx_panel_page_say (self, _("No source has several dated articles here that say it "
                                "differently."));
}
