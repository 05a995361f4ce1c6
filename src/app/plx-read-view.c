/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-read-view.h"

#include "app/plx-compat.h"
#include "app/plx-date.h"
#include "app/plx-document-view.h"
#include "app/plx-edits.h"
#include "app/plx-layers.h"
#include "app/plx-mark-item.h"
#include "app/plx-mark-keys.h"
#include "app/plx-shrink-bin.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _PlxReadView {
  GtkWidget parent_instance;

  PlxCurrentArticle *current;
  PlxMarksPanel *marks;         // borrowed: lives in the window's side panel

  GtkStack *pages;              // text, nothing, error
  PlxDocumentView *document;
  AdwBin *banner;
  GtkEditable *date_entry;
};

G_DEFINE_FINAL_TYPE (PlxReadView, plx_read_view, GTK_TYPE_WIDGET)

/* -- what is shown -- */

static GtkWidget *
new_nothing_page (void)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Add _files…"));

  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Nothing to read yet"));
  adw_status_page_set_description (
    ADW_STATUS_PAGE (page),
    _("Choose an article on the left, or add some: files, a folder, or pasted text."));
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "document-open-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.add-files");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  return page;
}

static GtkWidget *
new_error_page (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("This article cannot be shown"));
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "dialog-error-symbolic");
  return page;
}

/* Pages for what goes wrong are made when something does. */
static void
show_other_page (PlxReadView *self, const char *error)
{
  const char *name = error != NULL ? "error" : "nothing";
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, name);

  if (page == NULL)
    {
      page = error != NULL ? new_error_page () : new_nothing_page ();
      gtk_stack_add_named (self->pages, page, name);
    }
  if (error != NULL)
    adw_status_page_set_description (ADW_STATUS_PAGE (page), error);
  gtk_stack_set_visible_child (self->pages, page);
}

static char *
dup_byline (PlxArticle *article)
{
  const char *byline = plx_article_get_byline (article);
  g_autofree char *date = plx_date_dup_text (plx_article_get_published (article));
  g_autoptr (GString) out = g_string_new (plx_article_get_source_name (article));

  if (byline != NULL)
    g_string_append_printf (out, " · %s", byline);
  g_string_append_printf (out, " · %s", date);
  if (!plx_article_is_analysed (article))
    g_string_append_printf (out, " · %s", _("not analysed yet"));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
set_date_cb (PlxReadView *self)
{
  PlxArticle *article = plx_current_article_get_article (self->current);
  const char *text = gtk_editable_get_text (self->date_entry);
  g_autoptr (GError) error = NULL;

  if (article == NULL || *text == '\0')
    return;
  if (plx_project_set_article_date (plx_current_article_get_project (self->current),
                                    plx_article_get_id (article), text, &error))
    {
      gtk_editable_set_text (self->date_entry, "");
      gtk_widget_grab_focus (GTK_WIDGET (self->document));
    }
  plx_edits_report (GTK_WIDGET (self), error);
}

static GtkWidget *
new_banner (PlxReadView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label
    = gtk_label_new (_("No date of publication: weekdays and years stay open until it is set."));
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Set date"));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("YYYY-MM-DD"));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 11);
  plx_widget_set_label (entry, _("Date of publication"));
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (set_date_cb), self);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (set_date_cb), self);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (bar), label);
  gtk_box_append (GTK_BOX (bar), entry);
  gtk_box_append (GTK_BOX (bar), button);
  gtk_widget_add_css_class (bar, "plx-banner");
  self->date_entry = GTK_EDITABLE (entry);
  return bar;
}

static void
show_banner (PlxReadView *self, PlxArticle *article)
{
  gboolean shown = article != NULL && plx_article_get_published (article) == NULL
                   && plx_article_is_analysed (article);

  if (shown && adw_bin_get_child (self->banner) == NULL)
    adw_bin_set_child (self->banner, new_banner (self));
  gtk_widget_set_visible (GTK_WIDGET (self->banner), shown);
}

static void
show_selected (PlxReadView *self)
{
  PlxSelection *selection = plx_current_article_get_selection (self->current);
  const char *key = plx_selection_get_mark (selection);

  plx_document_view_set_selected (self->document, key, plx_selection_get_entity (selection));
  if (plx_selection_get_kind (selection) == PLX_SELECTED_PASSAGE)
    {
      PlxSpan span = plx_selection_get_span (selection);
      plx_document_view_set_passage (self->document, span);
      plx_document_view_scroll_to (self->document, span.begin);
      return;
    }
  const PlxMark *mark = plx_current_article_find_mark (self->current, key);
  if (mark == NULL || mark->n_spans == 0)
    return;
  plx_document_view_scroll_to (self->document, mark->spans[0].begin);
  /* at its end: from there Shift and arrows extend it */
  PlxSpan words;
  if (!plx_document_view_get_words (self->document, &words))
    plx_document_view_place_cursor (self->document, mark->spans[mark->n_spans - 1].end);
}

static gboolean
show_selected_later_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  show_selected (PLX_READ_VIEW (widget));
  return G_SOURCE_REMOVE;
}

static void
article_changed_cb (PlxReadView *self, gboolean other)
{
  PlxArticle *article = plx_current_article_get_article (self->current);
  PlxArticleContent *content = plx_current_article_get_content (self->current);
  const char *error = plx_current_article_get_error (self->current);

  show_banner (self, article);
  if (content == NULL || article == NULL)
    {
      plx_document_view_set_content (self->document, NULL, NULL, NULL);
      show_other_page (self, error);
      return;
    }
  g_autofree char *byline = dup_byline (article);
  plx_document_view_set_content (
    self->document, content,
    plx_article_is_untitled (article) ? NULL : plx_article_get_title (article), byline);
  g_autofree char *description
    = g_strdup_printf ("%s. %s", plx_article_get_title (article), byline);
  plx_widget_set_description (GTK_WIDGET (self->document), description);
  gtk_stack_set_visible_child_name (self->pages, "text");
  show_selected (self);
  if (other
      && plx_selection_get_kind (plx_current_article_get_selection (self->current))
           != PLX_SELECTED_NOTHING)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), show_selected_later_cb, NULL, NULL);
}

static void
selection_changed_cb (PlxReadView *self, guint what)
{
  if ((what & PLX_SELECTION_SUBJECT) != 0)
    show_selected (self);
}

/* -- what a person does -- */

static void
mark_activated_cb (PlxReadView *self, guint index)
{
  PlxArticleContent *content = plx_current_article_get_content (self->current);

  if (content != NULL && index < content->marks->len)
    plx_current_article_select (self->current, g_ptr_array_index (content->marks, index));
}

static void
serif_toggled_cb (PlxReadView *self, GtkToggleButton *button)
{
  plx_document_view_set_serif (self->document, gtk_toggle_button_get_active (button));
}

static gboolean
write_original (PlxReadView *self, char **uri, GError **error)
{
  PlxArticle *article = plx_current_article_get_article (self->current);
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes
    = plx_project_load_original (plx_current_article_get_project (self->current),
                                 plx_article_get_id (article), error);

  if (bytes == NULL)
    return FALSE;
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);
  g_autofree char *type = g_content_type_guess (NULL, (const guchar *) data, n_bytes, NULL);
  const char *ending = strstr (type, "html") != NULL  ? "html"
                       : strstr (type, "pdf") != NULL ? "pdf"
                                                      : "txt";
  g_autofree char *name = g_strdup_printf ("parallax-XXXXXX.%s", ending);
  file = g_file_new_tmp (name, &stream, error);
  if (file == NULL
      || !g_file_replace_contents (file, data, n_bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                   NULL, error))
    return FALSE;
  *uri = g_file_get_uri (file);
  return TRUE;
}

static void
show_original_cb (PlxReadView *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = NULL;

  if (plx_current_article_get_article (self->current) == NULL)
    return;
  if (write_original (self, &uri, &error))
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), uri, GDK_CURRENT_TIME);
  plx_edits_report (GTK_WIDGET (self), error);
}

/* Shift and arrows: while the cursor stands at the end of the selected mark
 * and no words are selected they move that end; else the text view has them. */
static gboolean
extend_key_cb (PlxReadView *self, guint key, guint code, GdkModifierType state)
{
  PlxSelection *selection = plx_current_article_get_selection (self->current);
  const PlxMark *mark
    = plx_current_article_find_mark (self->current, plx_selection_get_mark (selection));
  PlxSpan words;

  if ((state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK)) != GDK_SHIFT_MASK
      || (key != GDK_KEY_Right && key != GDK_KEY_Left) || mark == NULL || mark->n_spans != 1
      || (mark->layer != PLX_MARK_NAME && mark->layer != PLX_MARK_HAND)
      || plx_document_view_get_words (self->document, &words)
      || plx_document_view_get_cursor (self->document) != mark->spans[0].end)
    return FALSE;
  plx_read_view_extend (self, key == GDK_KEY_Right);
  return TRUE;
}

/* -- widgets -- */

static GtkWidget *
new_button (const char *label, const char *tooltip, GCallback callback, gpointer self)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
new_toolbar (PlxReadView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *serif = gtk_toggle_button_new_with_label (_("Serif"));
  GtkWidget *filler = gtk_label_new (NULL);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (serif), TRUE);
  gtk_widget_add_css_class (serif, "flat");
  gtk_widget_set_tooltip_text (serif, _("Serif letters for the article"));
  g_signal_connect_swapped (serif, "toggled", G_CALLBACK (serif_toggled_cb), self);
  gtk_widget_set_hexpand (filler, TRUE);
  gtk_box_append (GTK_BOX (bar), plx_layers_button_new (self->document));
  gtk_box_append (GTK_BOX (bar), serif);
  gtk_box_append (GTK_BOX (bar), new_button (_("Original"), _("Show the file it came from"),
                                             G_CALLBACK (show_original_cb), self));
  gtk_box_append (GTK_BOX (bar), filler);
  gtk_box_append (GTK_BOX (bar), plx_shrink_bin_new (plx_legend_new ()));
  gtk_widget_add_css_class (bar, "plx-view-bar");
  return bar;
}

static GtkWidget *
new_pages (PlxReadView *self)
{
  GtkWidget *pages = gtk_stack_new ();
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->pages = GTK_STACK (pages);
  self->document = PLX_DOCUMENT_VIEW (plx_document_view_new ());
  self->banner = ADW_BIN (adw_bin_new ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->document));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (text), new_toolbar (self));
  gtk_box_append (GTK_BOX (text), GTK_WIDGET (self->banner));
  gtk_box_append (GTK_BOX (text), scroller);
  gtk_stack_add_named (self->pages, text, "text");
  return pages;
}

static GMenuModel *
new_context_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _("_Mark these words"), "win.mark-words");
  g_menu_append (menu, _("Mark _every occurrence…"), "win.mark-everywhere");
  g_menu_append (menu, _("_Accept"), "win.accept");
  g_menu_append (menu, _("_Reject"), "win.reject");
  return G_MENU_MODEL (menu);
}

static void
plx_read_view_dispose (GObject *object)
{
  PlxReadView *self = PLX_READ_VIEW (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->current);
  G_OBJECT_CLASS (plx_read_view_parent_class)->dispose (object);
}

static void
plx_read_view_class_init (PlxReadViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_read_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
plx_read_view_init (PlxReadView *self)
{
}

GtkWidget *
plx_read_view_new (PlxCurrentArticle *current, PlxMarksPanel *marks)
{
  PlxReadView *self = g_object_new (PLX_TYPE_READ_VIEW, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autoptr (GMenuModel) menu = new_context_menu ();

  self->current = g_object_ref (current);
  self->marks = marks;
  gtk_widget_set_parent (new_pages (self), GTK_WIDGET (self));
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self->document), menu);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (extend_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->document), keys);
  plx_mark_keys_attach (GTK_WIDGET (self->document));
  g_signal_connect_swapped (self->document, "mark-activated", G_CALLBACK (mark_activated_cb), self);
  g_signal_connect_object (current, "changed", G_CALLBACK (article_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (plx_current_article_get_selection (current), "changed",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  article_changed_cb (self, TRUE);
  return GTK_WIDGET (self);
}

gboolean
plx_read_view_get_words (PlxReadView *self, PlxSpan *span)
{
  g_return_val_if_fail (PLX_IS_READ_VIEW (self), FALSE);

  if (plx_document_view_get_words (self->document, span))
    return TRUE;
  PlxSelection *selection = plx_current_article_get_selection (self->current);
  const PlxMark *mark
    = plx_current_article_find_mark (self->current, plx_selection_get_mark (selection));
  if (mark == NULL || mark->n_spans == 0)
    return FALSE;
  *span = mark->spans[0];
  return TRUE;
}

void
plx_read_view_step_mark (PlxReadView *self, gboolean forward)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->document));
  GtkTextIter iter;

  g_return_if_fail (PLX_IS_READ_VIEW (self));

  /* words selected before would keep the cursor from going along */
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_place_cursor (buffer, &iter);
  plx_marks_panel_step (self->marks, forward, plx_document_view_get_cursor (self->document));
}

void
plx_read_view_extend (PlxReadView *self, gboolean forward)
{
  g_return_if_fail (PLX_IS_READ_VIEW (self));

  PlxSelection *selection = plx_current_article_get_selection (self->current);
  const PlxMark *mark
    = plx_current_article_find_mark (self->current, plx_selection_get_mark (selection));
  if (mark == NULL || mark->n_spans != 1)
    return;
  PlxSpan span = mark->spans[0];
  span.end = plx_document_view_step_word (self->document, span.end, forward);
  plx_edits_extend (GTK_WIDGET (self), span);
}

void
plx_read_view_focus_text (PlxReadView *self)
{
  g_return_if_fail (PLX_IS_READ_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->document));
}
