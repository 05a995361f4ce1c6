/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-edits.h"

#include "app/plx-compat.h"
#include "app/plx-mark-item.h"
#include "app/plx-window.h"
#include "base/plx-utf8.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Marks every place of the article where the same words stand, after showing
 * them: what is marked already is left out, and each place can be unticked. */

#define MOST_PLACES 500
#define CONTEXT     36      // bytes on either side in the preview

typedef struct {
  PlxWindow *window;
  gint64 article, entity;
  char *label;
  char *heading;        // and the name of the step
  GArray *spans;        // PlxSpan
  GtkWidget *list;
} Occurrences;

static void
occurrences_free (Occurrences *self)
{
  g_array_unref (self->spans);
  g_free (self->label);
  g_free (self->heading);
  g_free (self);
}

static gboolean
is_word_at (const char *text, const char *at, gsize n)
{
  const char *before = at > text ? g_utf8_find_prev_char (text, at) : NULL;
  gunichar first = g_utf8_get_char (at);
  gunichar last = g_utf8_get_char (g_utf8_find_prev_char (text, at + n));
  gunichar after = g_utf8_get_char (at + n);

  /* scripts without spaces have no word ends to look for */
  if (!g_unichar_isalpha (first) || g_unichar_iswide (first) || g_unichar_iswide (last))
    return TRUE;
  return (before == NULL || !g_unichar_isalnum (g_utf8_get_char (before)))
         && !g_unichar_isalnum (after);
}

static gboolean
is_marked (const PlxArticleContent *content, PlxSpan span)
{
  for (guint i = 0; i < content->marks->len; i++)
    {
      const PlxMark *mark = g_ptr_array_index (content->marks, i);
      if ((mark->layer != PLX_MARK_NAME && mark->layer != PLX_MARK_HAND)
          || mark->state == PLX_MARK_REJECTED)
        continue;
      for (guint k = 0; k < mark->n_spans; k++)
        if (plx_span_overlaps (mark->spans[k], span))
          return TRUE;
    }
  return FALSE;
}

static void
find_places (Occurrences *self, const PlxArticleContent *content, const char *words)
{
  gsize n = strlen (words);

  for (const char *at = strstr (content->text, words); at != NULL && self->spans->len < MOST_PLACES;
       at = strstr (at + n, words))
    {
      PlxSpan span = { (guint32) (at - content->text), (guint32) (at - content->text + n) };
      if (is_word_at (content->text, at, n) && !is_marked (content, span))
        g_array_append_val (self->spans, span);
    }
}

static char *
dup_preview (const char *text, guint32 n_bytes, PlxSpan span)
{
  PlxSpan around
    = { span.begin > CONTEXT ? span.begin - CONTEXT : 0, MIN (span.end + CONTEXT, n_bytes) };

  while (((guchar) text[around.begin] & 0xc0) == 0x80)
    around.begin++;
  while (around.end < n_bytes && ((guchar) text[around.end] & 0xc0) == 0x80)
    around.end--;
  g_autofree char *slice = plx_utf8_slice (text, around);
  g_strdelimit (slice, "\n\t", ' ');
  return g_strdup_printf ("…%s…", slice);
}

/* The ticked ones, as one step. */
static void
mark_ticked (Occurrences *self, GError **error)
{
  PlxProject *project = plx_window_get_project (self->window);
  gboolean done = TRUE;
  guint i = 0;

  if (!plx_project_begin_group (project, self->heading, error))
    return;
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL && done;
       row = gtk_widget_get_next_sibling (row), i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (row)))
      done = plx_project_add_mark (project, self->article,
                                   g_array_index (self->spans, PlxSpan, i), self->label,
                                   self->entity, NULL, error);
  plx_project_end_group (project, done ? error : NULL);
}

static void
answered_cb (const char *response, gpointer user_data)
{
  Occurrences *self = user_data;
  g_autoptr (GError) error = NULL;

  if (g_str_equal (response, "ok") && plx_window_get_project (self->window) != NULL)
    mark_ticked (self, &error);
  plx_edits_report (GTK_WIDGET (self->window), error);
  occurrences_free (self);
}

static GtkWidget *
new_preview (Occurrences *self, const PlxArticleContent *content)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  for (guint i = 0; i < self->spans->len; i++)
    {
      g_autofree char *preview = dup_preview (content->text, content->analysis->n_bytes,
                                              g_array_index (self->spans, PlxSpan, i));
      GtkWidget *row = gtk_check_button_new_with_label (preview);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (row), TRUE);
      gtk_box_append (GTK_BOX (self->list), row);
    }
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  return scroller;
}

void
plx_edits_mark_everywhere (GtkWidget *widget, PlxSpan span)
{
  PlxWindow *window = plx_window_find (widget);
  PlxArticleContent *content
    = window != NULL ? plx_current_article_get_content (plx_window_get_current (window)) : NULL;

  if (content == NULL || span.end <= span.begin)
    return;
  PlxSelection *selection = plx_window_get_selection (window);
  const PlxMark *mark = plx_current_article_find_mark (plx_window_get_current (window),
                                                       plx_selection_get_mark (selection));
  Occurrences *self = g_new0 (Occurrences, 1);
  g_autofree char *words = plx_utf8_slice (content->text, span);
  self->window = window;
  self->article = plx_selection_get_article (selection);
  self->entity = mark != NULL ? mark->entity : 0;
  self->label = g_strdup (mark != NULL ? mark->label : plx_entity_kind_to_nick (PLX_ENTITY_OTHER));
  self->spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  find_places (self, content, words);
  if (self->spans->len == 0)
    {
      g_autofree char *text
        = g_strdup_printf (_("Every “%s” in this article is marked already."), words);
      plx_window_toast (window, text);
      occurrences_free (self);
      return;
    }
  self->heading = g_strdup_printf (_("Mark every “%s”"), words);
  plx_ask (GTK_WINDOW (window), self->heading, _("These places are not marked yet."), _("_Mark"),
           NULL, FALSE, new_preview (self, content), answered_cb, self);
}
