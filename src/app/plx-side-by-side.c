/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-side-by-side.h"

#include "app/plx-cell-style.h"
#include "app/plx-compat.h"
#include "app/plx-pane-layout.h"
#include "app/plx-pane-sync.h"
#include "app/plx-ribbons.h"
#include "app/plx-story-evidence.h"

#include <glib/gi18n-lib.h>

enum { MIN_PANES = 2, MAX_PANES = 4 };

struct _PlxSideBySide {
  GtkWidget parent_instance;

  PlxStoryComparison *comparison;
  PlxStoryEvidence *evidence;     // of comparison
  GPtrArray *published;      // char * or NULL
  GListModel *names;         // of the articles
  GArray *numbers;           // guint per claim
  int claim, column;         // selected, -1: none
  gboolean is_by_hand;       // a person chose what the panes show

  GtkWidget *scroller, *box;
  GPtrArray *panes;          // PlxComparePane; borrowed: children
  GPtrArray *ribbons;        // PlxRibbons between them
  PlxPaneSync *sync;
};

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxSideBySide, plx_side_by_side, GTK_TYPE_WIDGET)

static PlxComparePane *
get_pane (PlxSideBySide *self, guint index)
{
  return g_ptr_array_index (self->panes, index);
}

static const PlxEvidence *
find_evidence (PlxSideBySide *self, guint claim, guint article)
{
  return plx_story_evidence_find (self->evidence, claim, article);
}

static PlxCellStatus
get_status (PlxSideBySide *self, guint claim, guint article)
{
  return plx_story_evidence_get_status (self->evidence, claim, article);
}

/* -- ribbons -- */

static guint
get_number (PlxSideBySide *self, guint claim)
{
  return self->numbers != NULL && claim < self->numbers->len
           ? g_array_index (self->numbers, guint, claim)
           : 0;
}

static gboolean
make_ribbon (PlxSideBySide *self, guint claim, guint left, guint right, PlxRibbon *ribbon)
{
  const PlxEvidence *a = find_evidence (self, claim, left), *b = find_evidence (self, claim, right);

  *ribbon = (PlxRibbon) { .claim = claim, .number = get_number (self, claim) };
  ribbon->is_selected = self->claim == (int) claim;
  ribbon->is_quiet = self->claim >= 0 && !ribbon->is_selected;
  ribbon->has_left = a != NULL;
  ribbon->has_right = b != NULL;
  if (a != NULL)
    ribbon->left = plx_evidence_cover (a);
  if (b != NULL)
    ribbon->right = plx_evidence_cover (b);
  if (a != NULL && b != NULL)
    ribbon->relation = plx_story_evidence_find_relation (self->evidence, claim, left, right);
  else if (ribbon->is_selected && (a != NULL || b != NULL))
    ribbon->relation = get_status (self, claim, a != NULL ? right : left);
  else
    return FALSE;
  return ribbon->number > 0 || ribbon->is_selected;
}

static void
show_ribbons (PlxSideBySide *self)
{
  for (guint i = 0; i < self->ribbons->len; i++)
    {
      guint left = plx_compare_pane_get_article (get_pane (self, i));
      guint right = plx_compare_pane_get_article (get_pane (self, i + 1));
      GArray *ribbons = g_array_new (FALSE, FALSE, sizeof (PlxRibbon));

      const GArray *claims = plx_story_evidence_list_claims (self->evidence, left);
      PlxRibbon ribbon;

      for (guint k = 0; k < claims->len; k++)
        if (make_ribbon (self, g_array_index (claims, guint, k), left, right, &ribbon))
          g_array_append_val (ribbons, ribbon);
      /* of the selected one also where only the other article tells it */
      if (self->claim >= 0 && find_evidence (self, (guint) self->claim, left) == NULL
          && make_ribbon (self, (guint) self->claim, left, right, &ribbon))
        g_array_append_val (ribbons, ribbon);
      plx_ribbons_set_ribbons (g_ptr_array_index (self->ribbons, i), ribbons);
    }
}

/* -- passages -- */

static void
add_passages (PlxComparePane *pane, PlxPassage kind, const PlxSpan *spans, guint n_spans)
{
  for (guint i = 0; i < n_spans; i++)
    plx_compare_pane_add_passage (pane, kind, spans[i]);
}

static gboolean
is_shared (PlxSideBySide *self, guint claim, guint article)
{
  for (guint i = 0; i < self->panes->len; i++)
    {
      guint other = plx_compare_pane_get_article (get_pane (self, i));

      if (other != article && find_evidence (self, claim, other) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
add_claim (PlxSideBySide *self, PlxComparePane *pane, guint claim, guint article)
{
  const PlxEvidence *evidence = find_evidence (self, claim, article);
  PlxCellStatus status;

  if (evidence == NULL || get_number (self, claim) == 0 || !is_shared (self, claim, article))
    return;
  status = get_status (self, claim, article);
  add_passages (pane, status == PLX_CELL_CONTRADICTED ? PLX_PASSAGE_CONTRADICTED
                      : status == PLX_CELL_DIFFERS    ? PLX_PASSAGE_DIFFERS
                                                      : PLX_PASSAGE_ALIGNED,
                evidence->spans, evidence->n_spans);
  add_passages (pane, PLX_PASSAGE_DIFFERING, evidence->differing, evidence->n_differing);
}

/* What the selection says of this article: its evidence, what came nearest to
 * it, or what a source that is only heard here is said to have said. */
static const PlxEvidence *
find_selected (PlxSideBySide *self, guint article, PlxPassage *kind)
{
  const PlxEvidence *evidence = find_evidence (self, (guint) self->claim, article);
  const PlxCell *cell = NULL;

  *kind = PLX_PASSAGE_SELECTED;
  if (self->column >= 0)
    cell = plx_comparison_get_cell (self->comparison->comparison, (guint) self->claim,
                                    (guint) self->column);
  if (cell != NULL && cell->evidence.n_spans > 0 && cell->evidence.article == (int) article)
    return &cell->evidence;
  if (evidence != NULL)
    return evidence;
  *kind = PLX_PASSAGE_NEAREST;
  if (cell != NULL && cell->record != NULL && cell->record->nearest.n_spans > 0
      && cell->record->nearest.article == (int) article)
    return &cell->record->nearest;
  return NULL;
}

static void
show_passages (PlxSideBySide *self)
{
  for (guint i = 0; i < self->panes->len; i++)
    {
      PlxComparePane *pane = get_pane (self, i);
      guint article = plx_compare_pane_get_article (pane);
      const GArray *claims = plx_story_evidence_list_claims (self->evidence, article);
      const PlxEvidence *selected;
      PlxPassage kind;

      plx_compare_pane_clear_passages (pane);
      for (guint k = 0; k < claims->len; k++)
        add_claim (self, pane, g_array_index (claims, guint, k), article);
      selected = self->claim >= 0 ? find_selected (self, article, &kind) : NULL;
      if (selected == NULL)
        continue;
      add_passages (pane, kind, selected->spans, selected->n_spans);
      add_passages (pane, PLX_PASSAGE_DIFFERING, selected->differing, selected->n_differing);
    }
}

static void
scroll_to_selected (PlxSideBySide *self)
{
  plx_pane_sync_hold (self->sync);
  for (guint i = 0; i < self->panes->len; i++)
    {
      PlxPassage kind;
      const PlxEvidence *selected =
        find_selected (self, plx_compare_pane_get_article (get_pane (self, i)), &kind);

      if (selected != NULL)
        plx_compare_pane_scroll_to (get_pane (self, i), plx_evidence_cover (selected));
    }
}

/* Anchors by which two panes scroll together: claims that both report. */
static void
collect_anchors (guint left, guint right, GArray *anchors, gpointer user_data)
{
  PlxSideBySide *self = user_data;
  PlxComparePane *panes[] = { get_pane (self, left), get_pane (self, right) };

  const GArray *claims
    = plx_story_evidence_list_claims (self->evidence, plx_compare_pane_get_article (panes[0]));

  for (guint k = 0; k < claims->len; k++)
    {
      guint claim = g_array_index (claims, guint, k);
      PlxPaneAnchor anchor = { 0 };
      double *y[] = { &anchor.from, &anchor.to };
      gboolean has_both = TRUE;

      for (guint i = 0; i < 2 && has_both; i++)
        {
          const PlxEvidence *evidence =
            find_evidence (self, claim, plx_compare_pane_get_article (panes[i]));
          double top, bottom;

          has_both = evidence != NULL;
          if (!has_both)
            break;
          plx_compare_pane_get_range (panes[i], plx_evidence_cover (evidence), &top, &bottom);
          *y[i] = (top + bottom) / 2;
        }
      if (has_both)
        g_array_append_val (anchors, anchor);
    }
}

/* -- panes -- */

static void
show_all (PlxSideBySide *self)
{
  show_passages (self);
  show_ribbons (self);
}

static void
set_article (PlxSideBySide *self, guint pane, guint article)
{
  plx_compare_pane_set_article (get_pane (self, pane), article);
  plx_compare_pane_set_published (get_pane (self, pane),
                                  self->published != NULL && article < self->published->len
                                    ? g_ptr_array_index (self->published, article) : NULL);
}

static void
article_chosen_cb (PlxComparePane *pane, guint article, PlxSideBySide *self)
{
  guint index = 0;

  self->is_by_hand = TRUE;
  if (g_ptr_array_find (self->panes, pane, &index))
    set_article (self, index, article);
  show_all (self);
}

/* The shortest passage under the click: the most exact claim. */
static void
byte_clicked_cb (PlxComparePane *pane, guint byte, PlxSideBySide *self)
{
  guint article = plx_compare_pane_get_article (pane), least = G_MAXUINT;
  const GArray *claims = plx_story_evidence_list_claims (self->evidence, article);
  int found = -1;

  for (guint k = 0; k < claims->len; k++)
    {
      guint claim = g_array_index (claims, guint, k);
      const PlxEvidence *evidence = find_evidence (self, claim, article);

      for (guint i = 0; evidence != NULL && i < evidence->n_spans; i++)
        if (evidence->spans[i].begin <= byte && byte < evidence->spans[i].end
            && plx_span_length (evidence->spans[i]) < least)
          {
            found = (int) claim;
            least = plx_span_length (evidence->spans[i]);
          }
    }
  if (found >= 0)
    g_signal_emit (self, signals[CHOSEN], 0, (guint) found, plx_story_evidence_find_column (self->evidence, article));
}

static void
claim_clicked_cb (PlxRibbons *ribbons, guint claim, PlxSideBySide *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, claim, -1);
}

static void build_panes (PlxSideBySide *self, guint n_panes);

static void
more_cb (PlxSideBySide *self)
{
  build_panes (self, self->panes->len + 1);
}

static void
fewer_cb (PlxSideBySide *self)
{
  build_panes (self, self->panes->len - 1);
}

static void
add_button (PlxSideBySide *self, GtkWidget *box, const char *icon, const char *label,
            GCallback callback, gboolean is_sensitive)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_sensitive (button, is_sensitive);
  plx_widget_set_label (button, label);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
}

/* The first that no pane shows yet. */
static guint
find_free_article (PlxSideBySide *self, guint n_panes)
{
  for (guint article = 0; article < self->comparison->n_articles; article++)
    {
      gboolean is_shown = FALSE;

      for (guint i = 0; i < n_panes && !is_shown; i++)
        is_shown = plx_compare_pane_get_article (get_pane (self, i)) == article;
      if (!is_shown)
        return article;
    }
  return 0;
}

static void
add_pane (PlxSideBySide *self)
{
  PlxComparePane *pane = PLX_COMPARE_PANE (plx_compare_pane_new ());

  g_signal_connect (pane, "article-chosen", G_CALLBACK (article_chosen_cb), self);
  g_signal_connect (pane, "byte-clicked", G_CALLBACK (byte_clicked_cb), self);
  if (self->panes->len > 0)
    {
      GtkWidget *ribbons = plx_ribbons_new (get_pane (self, self->panes->len - 1), pane);

      g_signal_connect (ribbons, "claim-clicked", G_CALLBACK (claim_clicked_cb), self);
      g_ptr_array_add (self->ribbons, ribbons);
      gtk_box_append (GTK_BOX (self->box), ribbons);
    }
  g_ptr_array_add (self->panes, pane);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (pane));
  plx_pane_sync_add (self->sync, GTK_WIDGET (pane), plx_compare_pane_get_adjustment (pane));
  plx_compare_pane_set_comparison (pane, self->comparison, self->names);
}

static void
build_panes (PlxSideBySide *self, guint n_panes)
{
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (guint));
  GtkWidget *child, *extras;

  n_panes = CLAMP (n_panes, 1, MIN (MAX_PANES, self->comparison->n_articles));
  for (guint i = 0; i < self->panes->len; i++)
    {
      guint article = plx_compare_pane_get_article (get_pane (self, i));

      g_array_append_val (shown, article);
    }
  g_ptr_array_set_size (self->panes, 0);
  g_ptr_array_set_size (self->ribbons, 0);
  plx_pane_sync_clear (self->sync);
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  for (guint i = 0; i < n_panes; i++)
    {
      add_pane (self);
      set_article (self, i, i < shown->len ? g_array_index (shown, guint, i)
                                           : find_free_article (self, i));
    }
  extras = plx_compare_pane_get_extras (get_pane (self, n_panes - 1));
  if (self->comparison->n_articles > MIN_PANES)
    {
      add_button (self, extras, "list-remove-symbolic", _("One article less"),
                  G_CALLBACK (fewer_cb), n_panes > MIN_PANES);
      add_button (self, extras, "list-add-symbolic", _("One more article"), G_CALLBACK (more_cb),
                  n_panes < MIN (MAX_PANES, self->comparison->n_articles));
    }
  show_all (self);
}

/* -- which articles stand beside each other -- */

typedef struct {
  guint left, right;
  guint rank;               // 0: none found
} Pair;

/* How much there is to see in two articles beside each other. */
enum {
  RANK_REPORTED = 1,
  RANK_LEFT_OUT,
  RANK_DIFFERS,
  RANK_CONTRADICTED,
};

static guint
rank_relation (PlxCellStatus relation)
{
  switch (relation)
    {
    case PLX_CELL_CONTRADICTED: return RANK_CONTRADICTED;
    case PLX_CELL_DIFFERS: return RANK_DIFFERS;
    case PLX_CELL_LEFT_OUT: return RANK_LEFT_OUT;
    case PLX_CELL_REPORTED:
    case PLX_CELL_NOT_FOUND:
    case PLX_CELL_NOT_EXAMINED:
    case PLX_N_CELL_STATUSES: break;
    }
  return RANK_REPORTED;
}

/* What the panes show already stays, where nothing disagrees more. */
static void
consider (PlxSideBySide *self, Pair *best, int a, int b, guint rank)
{
  guint left = (guint) MIN (a, b), right = (guint) MAX (a, b);
  guint shown[] = { plx_compare_pane_get_article (get_pane (self, 0)),
                    plx_compare_pane_get_article (get_pane (self, 1)) };
  gboolean is_shown = MIN (shown[0], shown[1]) == left && MAX (shown[0], shown[1]) == right;

  if (rank > best->rank || (rank == best->rank && is_shown))
    *best = (Pair) { left, right, rank };
}

/* Where @claim is told in the most different ways; one of both articles is
 * @fixed, -1: any. */
static Pair
find_pair (PlxSideBySide *self, guint claim, int fixed)
{
  GArray *alignments = self->comparison->comparison->alignments;
  Pair best = { 0 };
  int teller = -1;

  for (guint i = 0; alignments != NULL && i < alignments->len; i++)
    {
      const PlxAlignment *it = &g_array_index (alignments, PlxAlignment, i);

      if (it->claim == (int) claim
          && (fixed < 0 || it->article_a == fixed || it->article_b == fixed))
        consider (self, &best, it->article_a, it->article_b, rank_relation (it->relation));
    }
  for (int article = 0; article < (int) self->comparison->n_articles && teller < 0; article++)
    if (article != fixed && find_evidence (self, claim, (guint) article) != NULL)
      teller = article;
  for (int article = 0; article < (int) self->comparison->n_articles && teller >= 0; article++)
    {
      PlxCellStatus status = get_status (self, claim, (guint) article);

      if (article == teller || (fixed >= 0 && article != fixed)
          || find_evidence (self, claim, (guint) article) != NULL)
        continue;
      consider (self, &best, teller, article,
                status == PLX_CELL_LEFT_OUT ? RANK_LEFT_OUT : RANK_REPORTED);
    }
  return best;
}

static int
find_article_of_column (PlxSideBySide *self, int column)
{
  const PlxColumn *it;

  if (column < 0)
    return -1;
  it = g_ptr_array_index (self->comparison->comparison->columns, (guint) column);
  return it->article >= 0 ? it->article : it->via_article;
}

static gboolean
is_in_a_pane (PlxSideBySide *self, guint article)
{
  for (guint i = 0; i < self->panes->len; i++)
    if (plx_compare_pane_get_article (get_pane (self, i)) == article)
      return TRUE;
  return FALSE;
}

/* A person's choice stays, unless it hides the article of the selected cell. */
static void
show_pair (PlxSideBySide *self, guint claim, int column)
{
  int fixed = find_article_of_column (self, column);
  Pair pair;

  if (self->panes->len < 2
      || (self->is_by_hand && (fixed < 0 || is_in_a_pane (self, (guint) fixed))))
    return;
  pair = find_pair (self, claim, fixed);
  if (pair.rank > 0)
    {
      set_article (self, 0, pair.left);
      set_article (self, 1, pair.right);
    }
  else if (fixed >= 0 && !is_in_a_pane (self, (guint) fixed))
    set_article (self, 0, (guint) fixed);
}

/* Before anything is selected: what disagrees most, which stands first. */
static void
show_first_pair (PlxSideBySide *self)
{
  for (guint claim = 0; self->claim < 0 && claim < self->numbers->len; claim++)
    if (get_number (self, claim) == 1)
      show_pair (self, claim, -1);
}

/* -- public -- */

GtkWidget *
plx_side_by_side_new (void)
{
  return g_object_new (PLX_TYPE_SIDE_BY_SIDE, NULL);
}

static GListModel *
new_names (PlxStoryComparison *comparison)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint article = 0; article < comparison->n_articles; article++)
    {
      const char *name = _("Unnamed outlet");

      for (guint i = 0; i < comparison->comparison->columns->len; i++)
        {
          const PlxColumn *column = g_ptr_array_index (comparison->comparison->columns, i);

          if (column->article == (int) article)
            name = plx_cell_words_get_column (column);
        }
      gtk_string_list_append (names, name);
    }
  return G_LIST_MODEL (names);
}

static GArray *
remember_articles (PlxSideBySide *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; self->comparison != NULL && i < self->panes->len; i++)
    g_array_append_val (
      ids, self->comparison->articles[plx_compare_pane_get_article (get_pane (self, i))]);
  return ids;
}

/* The same articles again, when a comparison is renewed after an edit. */
static void
restore_articles (PlxSideBySide *self, const GArray *ids)
{
  for (guint i = 0; i < MIN (ids->len, self->panes->len); i++)
    for (guint article = 0; article < self->comparison->n_articles; article++)
      if (self->comparison->articles[article] == g_array_index (ids, gint64, i))
        set_article (self, i, article);
}

void
plx_side_by_side_set_comparison (PlxSideBySide *self, PlxStoryComparison *comparison,
                                 GPtrArray *published)
{
  g_autoptr (GArray) before = remember_articles (self);
  gboolean same_story = self->comparison != NULL && comparison != NULL
                        && self->comparison->story == comparison->story;
  guint n_panes = same_story ? self->panes->len : MIN_PANES;
  GtkWidget *child;

  g_ptr_array_set_size (self->panes, 0);
  g_ptr_array_set_size (self->ribbons, 0);
  plx_pane_sync_clear (self->sync);
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  g_clear_pointer (&self->evidence, plx_story_evidence_free);
  g_clear_pointer (&self->comparison, plx_story_comparison_unref);
  g_clear_pointer (&self->published, g_ptr_array_unref);
  g_clear_pointer (&self->numbers, g_array_unref);
  g_clear_object (&self->names);
  self->claim = self->column = -1;
  self->is_by_hand &= same_story;
  if (comparison == NULL || comparison->n_articles == 0)
    return;
  self->comparison = plx_story_comparison_ref (comparison);
  self->evidence = plx_story_evidence_new (comparison);
  self->published = published != NULL ? g_ptr_array_ref (published) : NULL;
  self->names = new_names (comparison);
  build_panes (self, n_panes);
  if (same_story)
    {
      restore_articles (self, before);
      show_all (self);
    }
}

void
plx_side_by_side_set_numbers (PlxSideBySide *self, GArray *numbers)
{
  g_clear_pointer (&self->numbers, g_array_unref);
  self->numbers = g_array_ref (numbers);
  if (self->comparison == NULL)
    return;
  show_first_pair (self);
  show_all (self);
}

void
plx_side_by_side_set_selected (PlxSideBySide *self, int claim, int column)
{
  if (self->comparison == NULL || (self->claim == claim && self->column == column))
    return;
  self->claim = claim;
  self->column = column;
  if (claim >= 0)
    show_pair (self, (guint) claim, column);
  show_all (self);
  if (claim >= 0)
    scroll_to_selected (self);
}

gboolean
plx_side_by_side_find_words (PlxSideBySide *self, guint article, PlxSpan *span)
{
  for (guint i = 0; i < self->panes->len; i++)
    if (plx_compare_pane_get_article (get_pane (self, i)) == article
        && plx_compare_pane_get_words (get_pane (self, i), span))
      return TRUE;
  return FALSE;
}

/* -- class -- */

static void
plx_side_by_side_dispose (GObject *object)
{
  PlxSideBySide *self = PLX_SIDE_BY_SIDE (object);

  g_clear_pointer (&self->sync, plx_pane_sync_free);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->evidence, plx_story_evidence_free);
  g_clear_pointer (&self->comparison, plx_story_comparison_unref);
  g_clear_pointer (&self->published, g_ptr_array_unref);
  g_clear_pointer (&self->numbers, g_array_unref);
  g_clear_object (&self->names);
  G_OBJECT_CLASS (plx_side_by_side_parent_class)->dispose (object);
}

static void
plx_side_by_side_finalize (GObject *object)
{
  g_ptr_array_unref (PLX_SIDE_BY_SIDE (object)->panes);
  g_ptr_array_unref (PLX_SIDE_BY_SIDE (object)->ribbons);
  G_OBJECT_CLASS (plx_side_by_side_parent_class)->finalize (object);
}

static void
plx_side_by_side_class_init (PlxSideBySideClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_side_by_side_dispose;
  G_OBJECT_CLASS (klass)->finalize = plx_side_by_side_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_INT);
}

static void
plx_side_by_side_init (PlxSideBySide *self)
{
  self->claim = self->column = -1;
  self->panes = g_ptr_array_new ();
  self->ribbons = g_ptr_array_new ();
  self->sync = plx_pane_sync_new (GTK_WIDGET (self), collect_anchors, self);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->box, plx_pane_layout_new ());
  self->scroller = gtk_scrolled_window_new ();    // four panes may not fit
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->box);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "plx-side-by-side");
  plx_widget_set_label (GTK_WIDGET (self), _("Side by side"));
}
