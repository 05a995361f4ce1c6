/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "project/plx-project-private.h"
#include "store/plx-articles-table.h"
#include "store/plx-decisions-table.h"
#include "store/plx-entities-table.h"
#include "store/plx-log-table.h"

/* Decisions on marks. Each is one step that undo names: what was done and to
 * what, so the mark is looked up first, which also tells a wrong key. */

#define CHANGED_MARK (PLX_CHANGED_MARKS | PLX_CHANGED_ENTITIES)
#define MAX_LABEL 48   // characters of a mark's title in a step's name

typedef struct {
  PlxMarkPlace place;
  PlxDecides what;
  PlxDecisionRow row;
  char *title;
  char *now;
  char *merge_key;
} MarkEdit;

char *
plx_project_shorten (const char *text)
{
  g_autofree char *line = g_strdup (text);

  g_strdelimit (line, "\n\t", ' ');
  if (g_utf8_strlen (line, -1) <= MAX_LABEL)
    return g_steal_pointer (&line);
  *g_utf8_offset_to_pointer (line, MAX_LABEL) = '\0';
  return g_strconcat (line, "…", NULL);
}

static void
mark_edit_clear (MarkEdit *edit)
{
  g_free (edit->title);
  g_free (edit->now);
  g_free (edit->merge_key);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MarkEdit, mark_edit_clear)

static gboolean
mark_edit_init (MarkEdit *edit, PlxProject *self, gint64 article, const char *key, PlxDecides what,
                GError **error)
{
  g_autoptr (PlxArticleContent) content = NULL;
  PlxMark *mark;

  *edit = (MarkEdit) { 0 };
  if (!plx_project_may_write (self, error))
    return FALSE;
  content = plx_project_load_content (self, article, error);
  if (content == NULL)
    return FALSE;
  mark = plx_article_content_find_mark (content, key);
  if (mark == NULL)
    {
      g_set_error (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_NOT_FOUND,
                   _("Article %lld has no mark “%s”"), (long long) article, key);
      return FALSE;
    }
  edit->place = (PlxMarkPlace) { .article = article, .hand = plx_hand_mark_id (key), .key = key,
                                 .local = mark->local_entity };
  edit->what = what;
  edit->title = plx_project_shorten (mark->title != NULL && *mark->title != '\0' ? mark->title
                                                                                : mark->label);
  edit->now = plx_log_dup_now ();
  edit->merge_key = g_strdup_printf ("mark:%" G_GINT64_FORMAT ":%s:%d", article, key, (int) what);
  edit->row.author = self->author;
  edit->row.decided = edit->now;
  return TRUE;
}

static gboolean
set_mark_cb (PlxDb *db, gpointer data, GError **error)
{
  MarkEdit *edit = data;

  return plx_articles_get_run (db, edit->place.article, &edit->place.run, error)
         && plx_decisions_set (db, &edit->place, edit->what, &edit->row, error);
}

/* @format holds one %s, for the mark's title. */
static gboolean
commit_mark (PlxProject *self, MarkEdit *edit, const char *format, gboolean merges, GError **error)
{
  g_autoptr (GString) label = g_string_new (format);

  g_string_replace (label, "%s", edit->title, 1);
  return plx_project_edit (self, CHANGED_MARK, label->str, merges ? edit->merge_key : NULL,
                           set_mark_cb, edit, error);
}

gboolean
plx_project_set_mark_state (PlxProject *self, gint64 article, const char *key, PlxMarkState state,
                            GError **error)
{
  g_auto (MarkEdit) edit = { 0 };
  const char *format = state == PLX_MARK_ACCEPTED ? _("Accept %s")
                       : state == PLX_MARK_REJECTED ? _("Reject %s")
                       : _("Leave %s Undecided");

  if (!mark_edit_init (&edit, self, article, key, PLX_DECIDES_STATE, error))
    return FALSE;
  edit.row.state = plx_mark_state_to_nick (state);
  return commit_mark (self, &edit, format, FALSE, error);
}

gboolean
plx_project_set_mark_label (PlxProject *self, gint64 article, const char *key, const char *label,
                            GError **error)
{
  g_auto (MarkEdit) edit = { 0 };

  g_return_val_if_fail (label != NULL, FALSE);
  if (!mark_edit_init (&edit, self, article, key, PLX_DECIDES_LABEL, error))
    return FALSE;
  edit.row.label = label;
  return commit_mark (self, &edit, _("Relabel %s"), TRUE, error);
}

/* A span of characters, not of pieces of them. */
static gboolean
check_span (PlxProject *self, gint64 article, PlxSpan span, GError **error)
{
  g_autoptr (PlxArticleContent) content = plx_project_load_content (self, article, error);

  if (content == NULL)
    return FALSE;
  if (span.begin < span.end && span.end <= content->analysis->n_bytes
      && (content->text[span.begin] & 0xc0) != 0x80 && (content->text[span.end] & 0xc0) != 0x80)
    return TRUE;
  g_set_error (error, PLX_PROJECT_ERROR, PLX_PROJECT_ERROR_INVALID,
               _("Bytes %u to %u are no passage of article %lld"), span.begin,
               span.end, (long long) article);
  return FALSE;
}

gboolean
plx_project_set_mark_span (PlxProject *self, gint64 article, const char *key, PlxSpan span,
                           GError **error)
{
  g_auto (MarkEdit) edit = { 0 };

  if (!mark_edit_init (&edit, self, article, key, PLX_DECIDES_SPAN, error)
      || !check_span (self, article, span, error))
    return FALSE;
  edit.row.span = span;
  return commit_mark (self, &edit, _("Change Extent of %s"), TRUE, error);
}

gboolean
plx_project_set_mark_entity (PlxProject *self, gint64 article, const char *key, gint64 entity,
                             GError **error)
{
  g_auto (MarkEdit) edit = { 0 };

  if (!mark_edit_init (&edit, self, article, key, PLX_DECIDES_ENTITY, error))
    return FALSE;
  edit.row.entity = entity;
  return commit_mark (self, &edit, _("Assign %s"), FALSE, error);
}

gboolean
plx_project_set_mark_note (PlxProject *self, gint64 article, const char *key, const char *note,
                           GError **error)
{
  g_auto (MarkEdit) edit = { 0 };

  if (!mark_edit_init (&edit, self, article, key, PLX_DECIDES_NOTE, error))
    return FALSE;
  edit.row.note = note != NULL && *note != '\0' ? note : NULL;
  return commit_mark (self, &edit, _("Note on %s"), TRUE, error);
}

gboolean
plx_project_remove_mark (PlxProject *self, gint64 article, const char *key, GError **error)
{
  g_auto (MarkEdit) edit = { 0 };

  if (!mark_edit_init (&edit, self, article, key, PLX_DECIDES_REMOVED, error))
    return FALSE;
  edit.row.is_removed = TRUE;
  return commit_mark (self, &edit, _("Remove %s"), FALSE, error);
}

/* by hand */

typedef struct {
  gint64 article, id;
  PlxHandMarkRow row;
} AddMark;

static gboolean
add_mark_cb (PlxDb *db, gpointer data, GError **error)
{
  AddMark *add = data;

  return plx_hand_marks_add (db, add->article, &add->row, &add->id, error);
}

gboolean
plx_project_add_mark (PlxProject *self, gint64 article, PlxSpan span, const char *label,
                      gint64 entity, char **key, GError **error)
{
  g_autofree char *now = plx_log_dup_now ();
  g_autofree char *text = NULL, *title = NULL, *step = NULL;
  g_autoptr (PlxArticleContent) content = NULL;
  AddMark add = { .article = article,
                  .row = { .span = span, .label = label, .entity = entity, .author = self->author,
                           .decided = now, .state = plx_mark_state_to_nick (PLX_MARK_ACCEPTED) } };

  g_return_val_if_fail (label != NULL, FALSE);
  if (!plx_project_may_write (self, error) || !check_span (self, article, span, error)
      || (content = plx_project_load_content (self, article, error)) == NULL)
    return FALSE;
  text = plx_analysis_dup_span (content->analysis, span);
  title = plx_project_shorten (text);
  step = g_strdup_printf (_("Mark “%s”"), title);
  if (!plx_project_edit (self, CHANGED_MARK, step, NULL, add_mark_cb, &add, error))
    return FALSE;
  if (key != NULL)
    *key = g_strdup_printf ("h%" G_GINT64_FORMAT, add.id);
  return TRUE;
}
