/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-inspector-private.h"

#include "app/plx-compat.h"
#include "app/plx-date.h"
#include "app/plx-edits.h"
#include "app/plx-verdict-form.h"
#include "app/plx-window.h"

#include <glib/gi18n-lib.h>

/* Pages about more than one article: a claim or a cell of it, a relation, a
 * source; and the article itself when nothing is selected. */

#define MOST_ROWS 30

static const char *
get_status_word (PlxCellStatus status)
{
  switch (status)
    {
    case PLX_CELL_NOT_EXAMINED: return _("· not examined");
    case PLX_CELL_REPORTED: return _("● reported");
    case PLX_CELL_DIFFERS: return _("◐ reported differently");
    case PLX_CELL_CONTRADICTED: return _("✕ contradicted");
    case PLX_CELL_NOT_FOUND: return _("○ searched, not found");
    case PLX_CELL_LEFT_OUT: return _("○ left out");
    case PLX_N_CELL_STATUSES: break;
    }
  return "";
}

/* -- claim -- */

static void
append_evidence (GtkWidget *list, PlxStoryComparison *comparison, const PlxEvidence *evidence,
                 const char *small)
{
  if (evidence->n_spans == 0 || evidence->article < 0
      || (guint) evidence->article >= comparison->n_articles)
    return;
  for (guint i = 0; i < evidence->n_spans; i++)
    {
      g_autofree char *words
        = plx_analysis_dup_span (comparison->contents[evidence->article]->analysis,
                                 evidence->spans[i]);
      GtkWidget *row = plx_inspector_row (list, words, small, 0);
      plx_inspector_row_goes_to_passage (row, comparison->articles[evidence->article],
                                         evidence->spans[i]);
    }
}

static void
append_record (GtkWidget *box, PlxStoryComparison *comparison, const PlxSearchRecord *record)
{
  g_autofree char *terms = record->terms != NULL ? g_strjoinv (", ", record->terms) : g_strdup ("");
  g_autofree char *names = record->names != NULL ? g_strjoinv (", ", record->names) : g_strdup ("");
  GtkWidget *list;

  plx_inspector_heading (box, _("What was searched"));
  list = plx_inspector_list (box, _("What was searched"));
  if (*terms != '\0')
    plx_inspector_row (list, terms, _("words"), 0);
  if (*names != '\0')
    plx_inspector_row (list, names, _("names"), 0);
  g_autofree char *near = g_strdup_printf (_("nearest sentence: %.2f of %.2f needed"),
                                           record->nearest_01, record->needed_01);
  append_evidence (list, comparison, &record->nearest, near);
}

static void
show_cell (GtkWidget *box, PlxStoryComparison *comparison, guint claim_index, guint column_index)
{
  const PlxClaim *claim = g_ptr_array_index (comparison->comparison->claims, claim_index);
  const PlxColumn *column = g_ptr_array_index (comparison->comparison->columns, column_index);
  const PlxCell *cell = plx_comparison_get_cell (comparison->comparison, claim_index, column_index);
  guint n_columns = comparison->comparison->columns->len;
  const PlxVerdict *verdict = comparison->verdicts != NULL
                                ? &comparison->verdicts[claim_index * n_columns + column_index]
                                : NULL;
  PlxCellStatus status = verdict != NULL && verdict->verdict != PLX_CELL_NOT_EXAMINED
                           ? verdict->verdict
                           : cell->status;

  plx_inspector_title (box, column->name, get_status_word (status), NULL);
  plx_inspector_text (box, claim->statement, FALSE);
  if (cell->via != NULL && cell->via[0] != NULL)
    {
      g_autofree char *via = g_strjoinv (" ▸ ", cell->via);
      plx_inspector_text (box, via, TRUE);
    }
  if (cell->evidence.n_spans > 0)
    {
      plx_inspector_heading (box, _("Evidence"));
      append_evidence (plx_inspector_list (box, _("Evidence")), comparison, &cell->evidence,
                       cell->brief);
    }
  if (cell->record != NULL)
    append_record (box, comparison, cell->record);
  plx_inspector_heading (box, _("Your verdict"));
  gtk_box_append (GTK_BOX (box),
                  plx_verdict_form_new (comparison, claim_index, column_index, TRUE));
}

void
plx_inspector_show_claim (GtkWidget *box, PlxCurrentArticle *current)
{
  PlxSelection *selection = plx_current_article_get_selection (current);
  PlxStoryComparison *comparison = plx_selection_get_comparison (selection);
  int index = plx_selection_get_claim (selection), column = plx_selection_get_column (selection);
  GtkWidget *list;

  if (comparison == NULL || index < 0)
    return;
  if (column >= 0 && (guint) column < comparison->comparison->columns->len)
    {
      show_cell (box, comparison, (guint) index, (guint) column);
      return;
    }
  const PlxClaim *claim = g_ptr_array_index (comparison->comparison->claims, index);
  g_autofree char *origins = g_strdup_printf (
    ngettext ("claim, %u independent origin", "claim, %u independent origins", claim->origins),
    claim->origins);
  plx_inspector_title (box, claim->statement, origins, NULL);
  list = plx_inspector_list (box, _("Evidence"));
  for (guint i = 0; i < comparison->comparison->columns->len; i++)
    {
      const PlxColumn *source = g_ptr_array_index (comparison->comparison->columns, i);
      const PlxCell *cell = plx_comparison_get_cell (comparison->comparison, (guint) index, i);
      GtkWidget *row = plx_inspector_row (list, source->name, get_status_word (cell->status), 0);
      if (cell->evidence.n_spans > 0 && cell->evidence.article >= 0)
        plx_inspector_row_goes_to_passage (row, comparison->articles[cell->evidence.article],
                                           cell->evidence.spans[0]);
    }
}

/* -- relation -- */

void
plx_inspector_show_relation (GtkWidget *box, PlxCurrentArticle *current)
{
  PlxSelection *selection = plx_current_article_get_selection (current);
  PlxGraph *graph = plx_selection_get_graph (selection);
  int index = plx_selection_get_edge (selection);
  GtkWidget *list;

  if (graph == NULL || index < 0)
    return;
  const PlxGraphEdge *edge = g_ptr_array_index (graph->edges, index);
  const PlxGraphNode *from = g_ptr_array_index (graph->nodes, edge->from);
  const PlxGraphNode *to = g_ptr_array_index (graph->nodes, edge->to);
  g_autofree char *title = g_strdup_printf ("%s · %s · %s", from->label, edge->kind, to->label);
  plx_inspector_title (
    box, title, edge->observed ? _("stated by an article itself") : _("said to, not observed"),
    NULL);
  list = plx_inspector_list (box, _("Who"));
  plx_inspector_row_goes_to_entity (plx_inspector_row (list, from->label, NULL, 0), from->entity);
  plx_inspector_row_goes_to_entity (plx_inspector_row (list, to->label, NULL, 0), to->entity);

  /* evidence is grouped: one heading for each source, in order of appearance */
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_rows = 0;
  for (guint i = 0; i < edge->evidence->len; i++)
    {
      const PlxGraphEvidence *first = g_ptr_array_index (edge->evidence, i);
      const char *source = first->source != NULL ? first->source : "";
      if (!g_hash_table_add (done, (gpointer) source))
        continue;
      plx_inspector_heading (box, *source != '\0' ? source : _("Unnamed outlet"));
      list = plx_inspector_list (box, *source != '\0' ? source : _("Unnamed outlet"));
      for (guint k = i; k < edge->evidence->len && n_rows < MOST_ROWS; k++)
        {
          const PlxGraphEvidence *evidence = g_ptr_array_index (edge->evidence, k);
          if (g_strcmp0 (evidence->source, first->source) != 0)
            continue;
          GtkWidget *row = plx_inspector_row (list, evidence->quote,
                                              evidence->said ? _("said to") : _("stated"), 0);
          plx_inspector_row_goes_to_passage (row, evidence->article, evidence->span);
          n_rows++;
        }
    }
}

/* -- source -- */

void
plx_inspector_show_source (GtkWidget *box, PlxCurrentArticle *current)
{
  PlxProject *project = plx_current_article_get_project (current);
  const char *name = plx_selection_get_source (plx_current_article_get_selection (current));
  GListModel *sources = plx_project_get_sources (project),
             *articles = plx_project_get_articles (project);
  GtkWidget *list = NULL;
  const char *kind = NULL;
  gboolean heard = FALSE;
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (PlxSource) source = g_list_model_get_item (sources, i);
      if (g_strcmp0 (plx_source_get_name (source), name) != 0)
        continue;
      kind = plx_source_get_kind (source);
      heard = plx_source_is_heard (source);
      n = plx_source_get_n_articles (source);
      break;
    }
  g_autofree char *count = heard
                             ? g_strdup_printf (ngettext ("heard through others, %u statement",
                                                          "heard through others, %u statements", n),
                                                n)
                             : g_strdup_printf (ngettext ("%u article", "%u articles", n), n);
  plx_inspector_title (box, name, kind != NULL ? kind : count, NULL);
  if (kind != NULL)
    plx_inspector_text (box, count, TRUE);
  n = 0;
  for (guint i = 0; i < g_list_model_get_n_items (articles) && n < MOST_ROWS; i++)
    {
      g_autoptr (PlxArticle) article = g_list_model_get_item (articles, i);
      if (g_strcmp0 (plx_article_get_source_name (article), name) != 0)
        continue;
      if (list == NULL)
        {
          plx_inspector_heading (box, _("Articles"));
          list = plx_inspector_list (box, _("Articles of this source"));
        }
      g_autofree char *date = plx_date_dup_text (plx_article_get_published (article));
      GtkWidget *row = plx_inspector_row (list, plx_article_get_title (article), date, 0);
      plx_inspector_row_goes_to_passage (row, plx_article_get_id (article), (PlxSpan) { 0, 0 });
      n++;
    }
}

/* -- article -- */

static void
source_done_cb (GtkWidget *entry, PlxCurrentArticle *current)
{
  PlxArticle *article = plx_current_article_get_article (current);
  g_autoptr (GError) error = NULL;

  if (article != NULL)
    plx_project_set_article_source (plx_current_article_get_project (current),
                                    plx_article_get_id (article),
                                    gtk_editable_get_text (GTK_EDITABLE (entry)), &error);
  plx_edits_report (entry, error);
}

static void
date_done_cb (GtkWidget *entry, PlxCurrentArticle *current)
{
  PlxArticle *article = plx_current_article_get_article (current);
  g_autoptr (GError) error = NULL;

  if (article != NULL)
    plx_project_set_article_date (plx_current_article_get_project (current),
                                  plx_article_get_id (article),
                                  gtk_editable_get_text (GTK_EDITABLE (entry)), &error);
  plx_edits_report (entry, error);
}

static void
append_entry (GtkWidget *box, const char *label, const char *value, GCallback done,
              PlxCurrentArticle *current)
{
  GtkWidget *entry = gtk_entry_new ();

  plx_inspector_heading (box, label);
  gtk_editable_set_text (GTK_EDITABLE (entry), value != NULL ? value : "");
  plx_widget_set_label (entry, label);
  g_signal_connect_object (entry, "activate", done, current, 0);
  gtk_box_append (GTK_BOX (box), entry);
}

void
plx_inspector_show_article (GtkWidget *box, PlxCurrentArticle *current)
{
  PlxArticle *article = plx_current_article_get_article (current);
  GtkWidget *list;

  if (article == NULL)
    {
      plx_inspector_text (
        box, _("Select a name, a statement or a finding to see what is known about it."), TRUE);
      return;
    }
  plx_inspector_title (
    box, plx_article_is_untitled (article) ? _("Untitled") : plx_article_get_title (article),
    _("article"), NULL);
  append_entry (box, _("Published by"), plx_article_get_source_name (article),
                G_CALLBACK (source_done_cb), current);
  append_entry (box, _("Published on"), plx_article_get_published (article),
                G_CALLBACK (date_done_cb), current);
  plx_inspector_heading (box, _("File"));
  list = plx_inspector_list (box, _("File"));
  if (plx_article_get_byline (article) != NULL)
    plx_inspector_row (list, plx_article_get_byline (article), _("byline"), 0);
  if (plx_article_get_url (article) != NULL)
    plx_inspector_row (list, plx_article_get_url (article), _("address"), 0);
  plx_inspector_row (
    list, plx_article_get_language (article) != NULL ? plx_article_get_language (article) : "und",
    _("language"), 0);
  if (plx_article_get_sha256 (article) != NULL)
    plx_inspector_row_copies (list, plx_article_get_sha256 (article),
                              _("SHA-256 of the original"));
}
