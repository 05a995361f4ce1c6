/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-review-text.h"

#include "app/plx-compat.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* -- a line: a paragraph of the text, or one that was stripped -- */

#define PLX_TYPE_REVIEW_LINE (plx_review_line_get_type ())
G_DECLARE_FINAL_TYPE (PlxReviewLine, plx_review_line, PLX, REVIEW_LINE, GObject)

struct _PlxReviewLine {
  GObject parent_instance;
  char *text;
  gboolean was_stripped;   // by what read the file
  gboolean is_out;         // as things stand
};

G_DEFINE_FINAL_TYPE (PlxReviewLine, plx_review_line, G_TYPE_OBJECT)

static void
plx_review_line_finalize (GObject *object)
{
  g_free (PLX_REVIEW_LINE (object)->text);
  G_OBJECT_CLASS (plx_review_line_parent_class)->finalize (object);
}

static void
plx_review_line_class_init (PlxReviewLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_review_line_finalize;
}

static void
plx_review_line_init (PlxReviewLine *self)
{
}

/* -- the widget -- */

struct _PlxReviewText {
  GtkWidget parent_instance;
  const PlxImportDraft *draft;
  PlxImportRules *rules;
  const PlxDraftArticle *article;
  GListStore *lines;
  GtkWidget *scroller, *list;
};

G_DEFINE_FINAL_TYPE (PlxReviewText, plx_review_text, GTK_TYPE_WIDGET)

static guint changed_signal;

static gboolean
holds (const GPtrArray *texts, const char *text)
{
  return g_ptr_array_find_with_equal_func ((GPtrArray *) texts, text, g_str_equal, NULL);
}

static gboolean
has_paragraph (const char *text, const char *paragraph)
{
  gsize n = strlen (paragraph);

  for (const char *at = strstr (text, paragraph); at != NULL; at = strstr (at + 1, paragraph))
    if ((at == text || at[-1] == '\n') && (at[n] == '\n' || at[n] == '\0'))
      return TRUE;
  return FALSE;
}

/* In how many of the articles shown the same paragraph stands. */
static guint
count_articles (PlxReviewText *self, const PlxReviewLine *line)
{
  guint n = 0;

  for (guint i = 0; i < self->draft->articles->len; i++)
    {
      const PlxDraftArticle *article = g_ptr_array_index (self->draft->articles, i);

      n += line->was_stripped ? holds (article->removed, line->text)
                              : has_paragraph (article->text, line->text);
    }
  return n;
}

static void
append_line (PlxReviewText *self, const char *text, gboolean was_stripped)
{
  g_autoptr (PlxReviewLine) line = NULL;

  if (*text == '\0')
    return;
  line = g_object_new (PLX_TYPE_REVIEW_LINE, NULL);
  line->text = g_strdup (text);
  line->was_stripped = was_stripped;
  line->is_out = was_stripped ? !holds (self->rules->restored, text)
                              : holds (self->rules->dropped, text);
  g_list_store_append (self->lines, line);
}

static void
append_stripped (PlxReviewText *self, guint *next, guint n_before)
{
  const PlxDraftArticle *article = self->article;

  for (; *next < article->removed->len; (*next)++)
    {
      guint at = *next < article->removed_at->len
                   ? g_array_index (article->removed_at, guint, *next) : G_MAXUINT;

      if (at > n_before)
        return;
      append_line (self, g_ptr_array_index (article->removed, *next), TRUE);
    }
}

static void
fill (PlxReviewText *self)
{
  g_auto (GStrv) paragraphs = g_strsplit (self->article->text, "\n", -1);
  guint next = 0;

  g_list_store_remove_all (self->lines);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      append_stripped (self, &next, i);
      append_line (self, paragraphs[i], FALSE);
    }
  append_stripped (self, &next, G_MAXUINT);
}

/* -- rows -- */

static void
style_row (GtkWidget *row, const PlxReviewLine *line, guint n_articles)
{
  GtkWidget *label = gtk_widget_get_first_child (row), *button = gtk_widget_get_last_child (row);
  g_autofree char *struck = g_markup_printf_escaped ("<s>%s</s>", line->text);
  const char *word = line->is_out ? _("Put back") : _("Leave out");
  g_autofree char *where = g_strdup_printf (
    ngettext ("in this article only", "in %u articles", n_articles), n_articles);
  g_autofree char *name = g_strdup_printf ("%s: %.60s", word, line->text);

  if (line->is_out)
    gtk_label_set_markup (GTK_LABEL (label), struck);
  else
    gtk_label_set_text (GTK_LABEL (label), line->text);
  (line->is_out ? gtk_widget_add_css_class : gtk_widget_remove_css_class) (label, "dim-label");
  gtk_button_set_icon_name (GTK_BUTTON (button), line->is_out ? "edit-undo-symbolic"
                                                              : "list-remove-symbolic");
  g_autofree char *tooltip = g_strdup_printf ("%s (%s)", word, where);
  gtk_widget_set_tooltip_text (button, tooltip);
  g_utf8_make_valid (name, -1);
  plx_widget_set_label (button, name);
}

static void
toggled_cb (GtkButton *button, GtkListItem *item)
{
  PlxReviewLine *line = gtk_list_item_get_item (item);
  PlxReviewText *self = PLX_REVIEW_TEXT (
    gtk_widget_get_ancestor (GTK_WIDGET (button), PLX_TYPE_REVIEW_TEXT));

  line->is_out = !line->is_out;
  if (line->was_stripped)
    (line->is_out ? plx_import_rules_strip : plx_import_rules_restore) (self->rules, line->text);
  else
    (line->is_out ? plx_import_rules_drop : plx_import_rules_keep) (self->rules, line->text);
  style_row (gtk_list_item_get_child (item), line, count_articles (self, line));
  g_signal_emit (self, changed_signal, 0);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (NULL), *button = gtk_button_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  g_signal_connect (button, "clicked", G_CALLBACK (toggled_cb), item);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), button);
  gtk_list_item_set_child (item, row);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, PlxReviewText *self)
{
  PlxReviewLine *line = gtk_list_item_get_item (item);

  style_row (gtk_list_item_get_child (item), line, count_articles (self, line));
  plx_list_item_set_label (item, line->text);
}

static void
plx_review_text_dispose (GObject *object)
{
  PlxReviewText *self = PLX_REVIEW_TEXT (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->lines);
  G_OBJECT_CLASS (plx_review_text_parent_class)->dispose (object);
}

static void
plx_review_text_class_init (PlxReviewTextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_review_text_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  changed_signal = g_signal_new ("changed", PLX_TYPE_REVIEW_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
plx_review_text_init (PlxReviewText *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *model;

  self->lines = g_list_store_new (PLX_TYPE_REVIEW_LINE);
  model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->lines)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (model), factory);
  plx_widget_set_label (self->list, _("Text as read"));
  gtk_widget_add_css_class (self->list, "plx-review-text");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
plx_review_text_new (const PlxImportDraft *draft, PlxImportRules *rules)
{
  PlxReviewText *self = g_object_new (PLX_TYPE_REVIEW_TEXT, NULL);

  self->draft = draft;
  self->rules = rules;
  return GTK_WIDGET (self);
}

void
plx_review_text_set_article (PlxReviewText *self, const PlxDraftArticle *article)
{
  g_return_if_fail (PLX_IS_REVIEW_TEXT (self));
  self->article = article;
  fill (self);
}
