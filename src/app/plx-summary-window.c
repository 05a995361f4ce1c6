/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-summary-window.h"

#include "app/plx-cell-style.h"
#include "app/plx-compat.h"
#include "compare/plx-summary.h"

#include <glib/gi18n-lib.h>

typedef struct {
  PlxWindow *parent;               // lives longer: the window is transient for it
  PlxStoryComparison *comparison;
  PlxSummary *summary;
  GtkWidget *window, *page;
} Page;

static void
page_free (gpointer data)
{
  Page *self = data;

  plx_summary_free (self->summary);
  plx_story_comparison_unref (self->comparison);
  g_free (self);
}

/* -- what it sums up -- */

static PlxSummary *
sum_up (PlxProject *project, PlxStoryComparison *comparison)
{
  gsize n_cells = (gsize) comparison->comparison->claims->len * comparison->comparison->columns->len;
  g_autofree PlxComparisonArticle *articles = g_new0 (PlxComparisonArticle, comparison->n_articles);
  g_autofree PlxCellStatus *verdicts = g_new0 (PlxCellStatus, n_cells + 1);
  PlxStory *story = plx_project_get_story (project, comparison->story);

  for (guint i = 0; i < comparison->n_articles; i++)
    {
      PlxArticle *article = plx_project_get_article (project, comparison->articles[i]);

      articles[i].id = comparison->comparison->article_ids[i];
      articles[i].analysis = comparison->contents[i]->analysis;
      if (article == NULL)
        continue;
      articles[i].source = plx_article_get_source_name (article);
      articles[i].title = plx_article_get_title (article);
      articles[i].published = plx_article_get_published (article);
    }
  for (gsize i = 0; comparison->verdicts != NULL && i < n_cells; i++)
    verdicts[i] = comparison->verdicts[i].verdict;
  return plx_summary_new (comparison->comparison, articles, verdicts,
                          story != NULL ? plx_story_get_title (story) : NULL, 0);
}

/* -- the page -- */

static GtkWidget *
add_text (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

typedef struct {
  Page *page;
  guint claim;
  int column;
} Link;

static void
opened_cb (GtkWidget *button, Link *link)
{
  plx_window_show_view (link->page->parent, "compare");
  plx_selection_select_claim (plx_window_get_selection (link->page->parent),
                              link->page->comparison, link->claim, link->column);
  gtk_window_present (GTK_WINDOW (link->page->parent));
}

static void
add_voice (GtkWidget *box, const PlxSummaryVoice *voice)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *sign = plx_cell_sign_new ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *text
    = voice->words != NULL
        ? g_strdup_printf ("%s: %s, %s", voice->sources, plx_cell_words_get_status (voice->status),
                           voice->words)
        : g_strdup_printf ("%s: %s", voice->sources, plx_cell_words_get_status (voice->status));

  plx_cell_sign_set_status (PLX_CELL_SIGN (sign), voice->status);
  gtk_widget_set_valign (sign, GTK_ALIGN_START);
  gtk_widget_set_margin_top (sign, 4);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (row), sign);
  add_text (words, text, NULL);
  if (voice->quote != NULL)
    add_text (words, voice->quote, "plx-quote");
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (box), row);
}

static void
add_item (Page *self, GtkWidget *list, const PlxSummaryItem *item)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *open;
  g_autofree char *support = plx_summary_dup_support (self->summary, item);
  g_autofree char *name = g_strdup_printf (_("Open: %s"), item->statement);
  Link *link = g_new0 (Link, 1);

  gtk_widget_set_hexpand (add_text (head, item->statement, "heading"), TRUE);
  open = gtk_button_new_from_icon_name ("go-next-symbolic");
  gtk_widget_add_css_class (open, "flat");
  gtk_widget_set_valign (open, GTK_ALIGN_START);
  plx_widget_set_label (open, name);
  *link = (Link) { self, (guint) item->claim, -1 };
  if (item->voices->len > 0)
    link->column = ((PlxSummaryVoice *) g_ptr_array_index (item->voices, 0))->column;
  g_signal_connect_data (open, "clicked", G_CALLBACK (opened_cb), link,
                         (GClosureNotify) (GCallback) g_free, 0);
  gtk_box_append (GTK_BOX (head), open);
  gtk_box_append (GTK_BOX (box), head);
  add_text (box, support, "dim-label");
  for (guint i = 0; i < item->voices->len; i++)
    add_voice (box, g_ptr_array_index (item->voices, i));
  gtk_widget_add_css_class (box, "plx-card");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
add_section (Page *self, const PlxSummarySection *section)
{
  GtkWidget *list;

  if (section->items == NULL || section->items->len == 0)
    return;
  add_text (self->page, section->title, "title-4");
  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  plx_widget_set_label (list, section->title);
  for (guint i = 0; i < section->items->len; i++)
    add_item (self, list, g_ptr_array_index (section->items, i));
  gtk_box_append (GTK_BOX (self->page), list);
  if (section->n_more > 0)
    {
      g_autofree char *more = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", section->n_more),
        section->n_more);

      add_text (self->page, more, "dim-label");
    }
}

static void
add_sources (Page *self)
{
  for (guint i = 0; i < self->summary->sources->len; i++)
    {
      const PlxSummarySource *source = g_ptr_array_index (self->summary->sources, i);
      g_autofree char *text
        = source->copies != NULL
            ? g_strdup_printf ("%s · %s · %s", source->name, source->dates, source->copies)
            : g_strdup_printf ("%s · %s", source->name, source->dates);

      add_text (self->page, text, "dim-label");
    }
  if (self->summary->heard != NULL)
    add_text (self->page, self->summary->heard, "dim-label");
}

static GtkWidget *
new_page (Page *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();
  g_autofree char *silence = plx_summary_dup_silence (self->summary);

  self->page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (self->page, "plx-page");
  if (self->summary->title != NULL)
    add_text (self->page, self->summary->title, "title-2");
  add_sources (self);
  for (guint i = 0; i < PLX_N_SUMMARY_KINDS; i++)
    add_section (self, &self->summary->sections[i]);
  if (silence != NULL)
    add_text (self->page, silence, "dim-label");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 720);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->page);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

/* -- copy, export -- */

static void
copy_cb (Page *self)
{
  g_autofree char *text = plx_summary_dup_text (self->summary, PLX_SUMMARY_PLAIN);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (self->window), text);
  plx_window_toast (self->parent, _("Copied the summary"));
}

typedef struct {
  GtkWidget *window;      // weak
  PlxWindow *parent;      // owned
  char *plain, *markdown;
} Saving;

static void
saving_free (Saving *saving)
{
  g_clear_weak_pointer (&saving->window);
  g_object_unref (saving->parent);
  g_free (saving->plain);
  g_free (saving->markdown);
  g_free (saving);
}

static void
saved_cb (GListModel *files, gpointer user_data)
{
  Saving *saving = user_data;
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  const char *text = path != NULL && g_str_has_suffix (path, ".txt") ? saving->plain
                                                                      : saving->markdown;
  g_autoptr (GError) error = NULL;

  if (path != NULL && !g_file_set_contents (path, text, -1, &error))
    plx_tell (GTK_WINDOW (saving->parent), _("The export did not work"), error->message);
  else if (path != NULL)
    {
      g_autofree char *shown = g_filename_display_basename (path);
      g_autofree char *words = g_strdup_printf (_("Exported %s"), shown);

      plx_window_toast (saving->parent, words);
    }
  saving_free (saving);
}

static void
export_cb (Page *self)
{
  Saving *saving = g_new0 (Saving, 1);
  g_autofree char *title
    = g_strdup (self->summary->title != NULL ? self->summary->title : _("Summary"));
  g_autofree char *name = NULL;

  g_strdelimit (title, "/\\\n", '-');
  name = g_strdup_printf ("%s.md", title);
  g_set_weak_pointer (&saving->window, self->window);
  saving->parent = g_object_ref (self->parent);
  saving->plain = plx_summary_dup_text (self->summary, PLX_SUMMARY_PLAIN);
  saving->markdown = plx_summary_dup_text (self->summary, PLX_SUMMARY_MARKDOWN);
  plx_choose_files (GTK_WINDOW (self->window), PLX_CHOOSE_SAVE, _("Export the summary"), name,
                    NULL, NULL, saved_cb, saving);
}

/* -- window -- */

static void
add_button (Page *self, GtkWidget *bar, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_swapped (button, "clicked", callback, self);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), button);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        Page *self)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  gtk_window_close (GTK_WINDOW (self->window));
  return GDK_EVENT_STOP;
}

void
plx_summary_window_open (PlxWindow *parent, PlxStoryComparison *comparison)
{
  PlxProject *project = parent != NULL ? plx_window_get_project (parent) : NULL;
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *bar = adw_header_bar_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  Page *self;

  if (project == NULL)
    return;
  self = g_new0 (Page, 1);
  self->parent = parent;
  self->comparison = plx_story_comparison_ref (comparison);
  self->summary = sum_up (project, comparison);
  self->window = adw_window_new ();
  add_button (self, bar, _("Export…"), G_CALLBACK (export_cb));
  add_button (self, bar, _("Copy"), G_CALLBACK (copy_cb));
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), new_page (self));
  adw_window_set_content (ADW_WINDOW (self->window), box);
  gtk_window_set_title (GTK_WINDOW (self->window), _("Disagreement summary"));
  gtk_window_set_transient_for (GTK_WINDOW (self->window), GTK_WINDOW (parent));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self->window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 760, 720);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->window, keys);
  g_object_set_data_full (G_OBJECT (self->window), "plx-page", self, page_free);
  gtk_window_present (GTK_WINDOW (self->window));
}
