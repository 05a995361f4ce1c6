/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-inspector-private.h"

#include "app/plx-compat.h"
#include "app/plx-edits.h"
#include "app/plx-mark-item.h"
#include "app/plx-mark-style.h"

#include <glib/gi18n-lib.h>

static void
note_done_cb (GtkEditable *entry)
{
  plx_edits_set_note (GTK_WIDGET (entry), gtk_editable_get_text (entry));
}

static void
append_note (GtkWidget *box, const PlxMark *mark)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), mark->note != NULL ? mark->note : "");
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Add a note…"));
  plx_widget_set_label (entry, _("Note"));
  g_signal_connect (entry, "activate", G_CALLBACK (note_done_cb), NULL);
  gtk_box_append (GTK_BOX (box), entry);
}

static void
append_why (GtkWidget *box, const PlxMark *mark)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (mark->why != NULL && *mark->why != '\0')
    g_string_append_printf (text, _("Found by: %s"), mark->why);
  if (mark->layer != PLX_MARK_HAND && mark->confidence_01 > 0 && mark->confidence_01 < 1)
    g_string_append_printf (text, _("%sConfidence: %.0f %%"), text->len > 0 ? "\n" : "",
                            (double) mark->confidence_01 * 100);
  if (mark->author != NULL)
    g_string_append_printf (text, _("%sDecided by %s, %s"), text->len > 0 ? "\n" : "", mark->author,
                            mark->decided != NULL ? mark->decided : "");
  if (text->len > 0)
    plx_inspector_text (box, text->str, TRUE);
}

static void
append_fact (GtkWidget *list, const char *name, const char *value)
{
  if (value != NULL && *value != '\0')
    plx_inspector_row (list, value, name, 0);
}

static void
append_spans_fact (GtkWidget *list, const char *name, const PlxAnalysis *analysis, PlxSlice spans)
{
  g_autofree char *text = spans.n > 0 ? plx_analysis_dup_spans (analysis, spans) : NULL;

  append_fact (list, name, text);
}

static const char *
get_entity_name (const PlxAnalysis *analysis, gint32 entity)
{
  return entity >= 0 ? PLX_ENTITY (analysis, entity)->name : NULL;
}

static const char *
get_mode_word (PlxStatementMode mode)
{
  switch (mode)
    {
    case PLX_MODE_DIRECT: return _("direct speech");
    case PLX_MODE_INDIRECT: return _("indirect speech");
    case PLX_MODE_MIXED: return _("partly quoted");
    case PLX_MODE_EVENT: return _("reported event");
    case PLX_MODE_OMISSION: return _("left out");
    case PLX_N_MODES: break;
    }
  return "";
}

static void
show_statement (GtkWidget *box, const PlxArticleContent *content, const PlxMark *mark)
{
  g_autofree char *words = plx_mark_dup_text (content, mark, 600);
  g_autofree char *chain = plx_mark_dup_chain (content, mark);
  const PlxAnalysis *analysis = content->analysis;
  const char *title = mark->layer == PLX_MARK_OMISSION ? _("Left out") : mark->title;

  plx_inspector_title (box, title != NULL && *title != '\0' ? title : _("Statement"), chain,
                       mark);
  plx_inspector_decide (box, mark->state);
  g_autofree char *quote = g_strdup_printf ("“%s”", words);
  gtk_widget_add_css_class (plx_inspector_text (box, quote, FALSE), "plx-quote");
  if (mark->item < 0 || (guint) mark->item >= analysis->statements->len)
    return;
  const PlxStatement *statement = PLX_STATEMENT (analysis, mark->item);
  GtkWidget *list = plx_inspector_list (box, _("Statement"));
  append_fact (list, _("how"), get_mode_word (statement->mode));
  append_spans_fact (list, _("cue"), analysis, statement->cue);
  append_fact (list, _("force"), statement->force);
  append_spans_fact (list, _("hedges"), analysis, statement->hedges);
  append_fact (list, _("addressed to"), get_entity_name (analysis, statement->addressee));
  append_fact (list, _("left out by"), get_entity_name (analysis, statement->omits_by));
  append_fact (list, _("reported by"), get_entity_name (analysis, statement->omits_reported_by));
  if (statement->denied)
    append_fact (list, _("polarity"), _("denied"));
  for (guint i = 0; i < statement->levels.n; i++)
    {
      gint32 local = PLX_LEVEL (analysis, statement->levels.first + i)->entity;
      if (local < 0)
        continue;
      GtkWidget *row
        = plx_inspector_row (list, PLX_ENTITY (analysis, local)->name,
                             i + 1 == statement->levels.n ? _("speaker") : _("through"), 0);
      if (content->entities != NULL && content->entities[local] != 0)
        plx_inspector_row_goes_to_entity (row, content->entities[local]);
    }
}

static void
show_finding (GtkWidget *box, const PlxArticleContent *content, const PlxMark *mark)
{
  g_autofree char *heading = plx_mark_dup_heading (content, mark);
  g_autofree char *title = g_strdup_printf ("%s %s", plx_mark_get_sign (mark), heading);
  const char *message = plx_mark_get_message (content, mark);
  GtkWidget *list;

  plx_inspector_title (box, title, _("finding"), mark);
  plx_inspector_decide (box, mark->state);
  if (message != NULL)
    plx_inspector_text (box, message, FALSE);
  plx_inspector_heading (box, _("Places"));
  list = plx_inspector_list (box, _("Places"));
  for (guint i = 0; i < mark->n_spans; i++)
    {
      g_autofree char *words = plx_analysis_dup_span (content->analysis, mark->spans[i]);
      gint32 sentence = plx_analysis_sentence_at (content->analysis, mark->spans[i].begin);
      g_autofree char *around
        = sentence >= 0
            ? plx_analysis_dup_span (content->analysis, *PLX_SENTENCE (content->analysis, sentence))
            : NULL;
      GtkWidget *row = plx_inspector_row (list, words, around, i + 1);
      plx_inspector_row_goes_to_passage (row, content->article, mark->spans[i]);
    }
}

static void
show_name (GtkWidget *box, PlxCurrentArticle *current, const PlxMark *mark)
{
  PlxEntityItem *item
    = plx_project_get_entity (plx_current_article_get_project (current), mark->entity);
  g_autofree char *words = plx_mark_dup_text (plx_current_article_get_content (current), mark, 200);
  const char *name = item != NULL ? plx_entity_item_get_name (item) : mark->title;
  g_autofree char *subtitle
    = g_strcmp0 (name, words) == 0 || name == NULL
        ? g_strdup (plx_mark_get_word (mark))
        : g_strdup_printf (_("%s: “%s” here"), plx_mark_get_word (mark), words);

  plx_inspector_title (box, name != NULL ? name : words, subtitle, mark);
  plx_inspector_decide (box, mark->state);
}

static void
show_other (GtkWidget *box, const PlxArticleContent *content, const PlxMark *mark)
{
  g_autofree char *words = plx_mark_dup_text (content, mark, 200);

  plx_inspector_title (box, words, plx_mark_get_word (mark), mark);
  plx_inspector_decide (box, mark->state);
  GtkWidget *list = plx_inspector_list (box, plx_mark_get_word (mark));
  if (mark->layer == PLX_MARK_TIME && mark->item >= 0)
    {
      const PlxTime *time = PLX_TIME (content->analysis, mark->item);
      append_fact (list, _("value"), time->value);
      append_fact (list, _("date"),
                   time->edtf != NULL ? time->edtf
                                      : _("open until the date of publication is set"));
    }
  else
    append_fact (list, _("kind"), mark->label);
}

void
plx_inspector_show_mark (GtkWidget *box, PlxCurrentArticle *current, const PlxMark *mark)
{
  PlxArticleContent *content = plx_current_article_get_content (current);

  switch (mark->layer)
    {
    case PLX_MARK_STATEMENT:
    case PLX_MARK_OMISSION:
      show_statement (box, content, mark);
      break;
    case PLX_MARK_FINDING:
      show_finding (box, content, mark);
      break;
    case PLX_MARK_NAME:
    case PLX_MARK_HAND:
      show_name (box, current, mark);
      break;
    default:
      show_other (box, content, mark);
    }
  append_note (box, mark);
  append_why (box, mark);
  if (mark->entity != 0 && (mark->layer == PLX_MARK_NAME || mark->layer == PLX_MARK_HAND))
    plx_inspector_show_entity_details (box, current, mark->entity);
}
