/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-inspector-private.h"

#include "app/plx-compat.h"
#include "app/plx-edits.h"
#include "app/plx-mark-item.h"
#include "app/plx-mark-style.h"
#include "app/plx-window.h"

#include <glib/gi18n-lib.h>

#define MOST_ROWS 12

static void
kind_chosen_cb (GtkDropDown *drop_down)
{
  gint64 *id = g_object_get_data (G_OBJECT (drop_down), "entity");

  plx_edits_set_entity_kind (GTK_WIDGET (drop_down), *id,
                             (PlxEntityKind) gtk_drop_down_get_selected (drop_down));
}

static void
append_kind (GtkWidget *box, PlxEntityItem *item)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget *drop_down;
  gint64 id = plx_entity_item_get_id (item);

  for (guint kind = 0; kind < PLX_N_ENTITY_KINDS; kind++)
    gtk_string_list_append (words, plx_entity_kind_get_word (kind));
  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&words)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), plx_entity_item_get_kind (item));
  plx_widget_set_label (drop_down, _("Kind"));
  g_object_set_data_full (G_OBJECT (drop_down), "entity", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (kind_chosen_cb), NULL);
  gtk_box_append (GTK_BOX (box), drop_down);
}

static void
append_strings (GtkWidget *box, const char *heading, const char * const *strings)
{
  GtkWidget *list;

  if (strings == NULL || strings[0] == NULL)
    return;
  plx_inspector_heading (box, heading);
  list = plx_inspector_list (box, heading);
  for (guint i = 0; strings[i] != NULL && i < MOST_ROWS; i++)
    plx_inspector_row (list, strings[i], NULL, 0);
}

typedef gboolean (*MarkFunc) (const PlxArticleContent *content, const PlxMark *mark, gint64 entity);

static gboolean
is_named (const PlxArticleContent *content, const PlxMark *mark, gint64 entity)
{
  return (mark->layer == PLX_MARK_NAME || mark->layer == PLX_MARK_HAND) && mark->entity == entity
         && mark->state != PLX_MARK_REJECTED;
}

/* Whether the entity stands anywhere in the chain. */
static gboolean
is_said (const PlxArticleContent *content, const PlxMark *mark, gint64 entity)
{
  const PlxAnalysis *analysis = content->analysis;

  if ((mark->layer != PLX_MARK_STATEMENT && mark->layer != PLX_MARK_OMISSION) || mark->item < 0
      || (guint) mark->item >= analysis->statements->len || mark->state == PLX_MARK_REJECTED)
    return FALSE;
  const PlxStatement *statement = PLX_STATEMENT (analysis, mark->item);
  if (mark->layer == PLX_MARK_OMISSION && mark->entity == entity)
    return TRUE;
  for (guint i = 0; i < statement->levels.n; i++)
    {
      gint32 local = PLX_LEVEL (analysis, statement->levels.first + i)->entity;
      if (local >= 0 && content->entities != NULL && content->entities[local] == entity)
        return TRUE;
    }
  return FALSE;
}

static char *
dup_small (const PlxArticleContent *content, const PlxMark *mark)
{
  g_autofree char *chain = plx_mark_dup_chain (content, mark);

  if (chain != NULL)
    return g_strdup_printf ("%s · %s", chain, plx_mark_state_get_word (mark->state));
  return g_strdup (plx_mark_state_get_word (mark->state));
}

static void
append_marks (GtkWidget *box, const char *heading, const PlxArticleContent *content, gint64 entity,
              MarkFunc is_shown)
{
  GtkWidget *list = NULL;
  guint n = 0;

  for (guint i = 0; i < content->marks->len; i++)
    {
      const PlxMark *mark = g_ptr_array_index (content->marks, i);
      if (!is_shown (content, mark, entity))
        continue;
      if (++n > MOST_ROWS)
        continue;
      if (list == NULL)
        {
          plx_inspector_heading (box, heading);
          list = plx_inspector_list (box, heading);
        }
      g_autofree char *words = plx_mark_dup_text (content, mark, 140);
      g_autofree char *small = dup_small (content, mark);
      GtkWidget *row = plx_inspector_row (list, words, small, 0);
      plx_inspector_row_goes_to_mark (row, content->article, mark->key, mark->entity);
    }
  if (n > MOST_ROWS)
    {
      g_autofree char *more
        = g_strdup_printf (_("and %u more in the list of marks"), n - MOST_ROWS);
      plx_inspector_text (box, more, TRUE);
    }
}

static PlxMarkState
get_common_state (const PlxArticleContent *content, gint64 entity)
{
  for (guint i = 0; content != NULL && i < content->marks->len; i++)
    {
      const PlxMark *mark = g_ptr_array_index (content->marks, i);
      if (mark->layer == PLX_MARK_NAME && mark->entity == entity
          && mark->state == PLX_MARK_SUGGESTED)
        return PLX_MARK_SUGGESTED;
    }
  return PLX_MARK_ACCEPTED;
}

void
plx_inspector_show_entity (GtkWidget *box, PlxCurrentArticle *current, gint64 entity)
{
  PlxProject *project = plx_current_article_get_project (current);
  PlxEntityItem *item = plx_project_get_entity (project, entity);
  PlxArticleContent *content = plx_current_article_get_content (current);
  g_autofree char *mentions = NULL;
  g_autofree char *subtitle = NULL;

  if (item == NULL)
    return;
  guint n = plx_entity_item_get_n_mentions (item),
        n_articles = plx_entity_item_get_n_articles (item);
  mentions = g_strdup_printf (ngettext ("%u mark", "%u marks", n), n);
  subtitle = g_strdup_printf (
    ngettext ("%s, %s in %u article", "%s, %s in %u articles", n_articles),
    plx_entity_kind_get_word (plx_entity_item_get_kind (item)), mentions, n_articles);
  plx_inspector_title (box, plx_entity_item_get_name (item), subtitle, NULL);
  plx_inspector_decide (box, get_common_state (content, entity));
  plx_inspector_show_entity_details (box, current, entity);
}

void
plx_inspector_show_entity_details (GtkWidget *box, PlxCurrentArticle *current, gint64 entity)
{
  PlxEntityItem *item = plx_project_get_entity (plx_current_article_get_project (current), entity);
  PlxArticleContent *content = plx_current_article_get_content (current);

  if (item == NULL)
    return;
  append_kind (box, item);
  plx_inspector_append_alike (box, plx_current_article_get_project (current), item);
  append_strings (box, _("Names"), plx_entity_item_get_names (item));
  append_strings (box, _("Roles"), plx_entity_item_get_roles (item));
  if (content != NULL)
    {
      append_marks (box, _("Statements"), content, entity, is_said);
      append_marks (box, _("Marks here"), content, entity, is_named);
    }
  GtkWidget *buttons = plx_inspector_buttons (box);
  plx_inspector_button (buttons, _("Rename…"), plx_edits_rename_entity, entity);
  plx_inspector_button (buttons, _("Add a role…"), plx_edits_add_role, entity);
  plx_inspector_button (buttons, _("Merge…"), plx_edits_merge_entity, entity);
  plx_inspector_button (buttons, _("Split…"), plx_edits_split_entity, entity);
}
