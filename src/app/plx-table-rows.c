/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-table-rows.h"

#include "app/plx-mark-item.h"
#include "app/plx-mark-style.h"

#include <glib/gi18n-lib.h>

struct _PlxTableRow {
  GObject parent_instance;

  gint64 article, entity;
  char *key;
  char *texts[PLX_TABLE_COLUMNS];
};

G_DEFINE_FINAL_TYPE (PlxTableRow, plx_table_row, G_TYPE_OBJECT)

static void
plx_table_row_finalize (GObject *object)
{
  PlxTableRow *self = PLX_TABLE_ROW (object);

  g_free (self->key);
  for (guint i = 0; i < PLX_TABLE_COLUMNS; i++)
    g_free (self->texts[i]);
  G_OBJECT_CLASS (plx_table_row_parent_class)->finalize (object);
}

static void
plx_table_row_class_init (PlxTableRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_table_row_finalize;
}

static void
plx_table_row_init (PlxTableRow *self)
{
}

gint64
plx_table_row_get_article (PlxTableRow *self)
{
  return self->article;
}

gint64
plx_table_row_get_entity (PlxTableRow *self)
{
  return self->entity;
}

const char *
plx_table_row_get_key (PlxTableRow *self)
{
  return self->key;
}

const char *
plx_table_row_get_text (PlxTableRow *self, guint column)
{
  return column < PLX_TABLE_COLUMNS && self->texts[column] != NULL ? self->texts[column] : "";
}

char *
plx_table_row_dup_label (PlxTableRow *self)
{
  g_autoptr (GString) label = g_string_new (NULL);

  for (guint i = 0; i < PLX_TABLE_COLUMNS; i++)
    if (self->texts[i] != NULL && *self->texts[i] != '\0')
      g_string_append_printf (label, "%s%s", label->len > 0 ? ", " : "", self->texts[i]);
  return g_string_free (g_steal_pointer (&label), FALSE);
}

static const char *
get_speaker (const PlxArticleContent *content, const PlxMark *mark, const char *source)
{
  if (mark->item >= 0 && (guint) mark->item < content->analysis->statements->len)
    {
      const PlxStatement *statement = PLX_STATEMENT (content->analysis, mark->item);
      if (statement->levels.n > 0)
        {
          gint32 entity
            = PLX_LEVEL (content->analysis, statement->levels.first + statement->levels.n - 1)
                ->entity;
          return entity >= 0 ? PLX_ENTITY (content->analysis, entity)->name : _("unnamed");
        }
    }
  return source;
}

static char *
dup_sentence (const PlxArticleContent *content, const PlxMark *mark)
{
  gint32 sentence = plx_analysis_sentence_at (content->analysis, mark->spans[0].begin);

  return sentence >= 0
           ? plx_analysis_dup_span (content->analysis, *PLX_SENTENCE (content->analysis, sentence))
           : plx_mark_dup_text (content, mark, 200);
}

/* FALSE: the table has no row for such a mark. */
static gboolean
fill_row (PlxTableRow *row, PlxTableKind kind, const PlxArticleContent *content,
          const PlxMark *mark, const char *source)
{
  char **texts = row->texts;

  switch (kind)
    {
    case PLX_TABLE_STATEMENTS:
      if (mark->layer != PLX_MARK_STATEMENT && mark->layer != PLX_MARK_OMISSION)
        return FALSE;
      texts[0] = g_strdup (get_speaker (content, mark, source));
      texts[1] = plx_mark_dup_chain (content, mark);
      texts[2] = g_strdup (mark->layer == PLX_MARK_OMISSION ? _("left out") : mark->title);
      texts[3] = plx_mark_dup_text (content, mark, 300);
      texts[4] = g_strdup (source);
      return TRUE;
    case PLX_TABLE_FINDINGS:
      if (mark->layer != PLX_MARK_FINDING)
        return FALSE;
      {
        g_autofree char *heading = plx_mark_dup_heading (content, mark);
        texts[0] = g_strdup_printf ("%s %s", plx_mark_get_sign (mark), heading);
      }
      texts[1] = g_strdup (plx_mark_get_message (content, mark));
      texts[2] = plx_mark_dup_text (content, mark, 200);
      texts[3] = g_strdup (source);
      texts[4] = g_strdup (plx_mark_state_get_word (mark->state));
      return TRUE;
    case PLX_TABLE_TIMELINE:
      if (mark->layer != PLX_MARK_TIME)
        return FALSE;
      {
        const PlxTime *time = mark->item >= 0 ? PLX_TIME (content->analysis, mark->item) : NULL;
        if (time == NULL || time->type == PLX_TIME_DURATION || time->type == PLX_TIME_SET)
          return FALSE;
        texts[0] = g_strdup (time->edtf != NULL ? time->edtf : _("open"));
        texts[1] = plx_mark_dup_text (content, mark, 60);
      }
      texts[2] = dup_sentence (content, mark);
      texts[3] = g_strdup (source);
      return TRUE;
    }
  return FALSE;
}

static void
load_article (GPtrArray *rows, PlxTableKind kind, const PlxArticleContent *content,
              const char *source)
{
  for (guint i = 0; i < content->marks->len; i++)
    {
      const PlxMark *mark = g_ptr_array_index (content->marks, i);
      if (mark->n_spans == 0 || (mark->state == PLX_MARK_REJECTED && kind != PLX_TABLE_FINDINGS))
        continue;
      g_autoptr (PlxTableRow) row = g_object_new (PLX_TYPE_TABLE_ROW, NULL);
      row->article = content->article;
      row->entity = mark->entity;
      row->key = g_strdup (mark->key);
      if (fill_row (row, kind, content, mark, source))
        g_ptr_array_add (rows, g_steal_pointer (&row));
    }
}

GPtrArray *
plx_table_rows_load (PlxProject *project, PlxTableKind kind, GArray *articles, GPtrArray *sources,
                     GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < articles->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      g_autoptr (PlxArticleContent) content
        = plx_project_load_content (project, g_array_index (articles, gint64, i), error);
      if (content == NULL)
        return NULL;
      load_article (rows, kind, content, g_ptr_array_index (sources, i));
    }
  return g_steal_pointer (&rows);
}
