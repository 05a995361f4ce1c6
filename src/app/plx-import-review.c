/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-import-review.h"

#include "app/plx-compat.h"
#include "app/plx-date.h"
#include "app/plx-review-text.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Left the articles, right the fields and the text of one. What is typed holds
 * for the article; the button beside it makes it hold for all. */

/* -- an article in the list -- */

#define PLX_TYPE_REVIEW_ITEM (plx_review_item_get_type ())
G_DECLARE_FINAL_TYPE (PlxReviewItem, plx_review_item, PLX, REVIEW_ITEM, GObject)

struct _PlxReviewItem {
  GObject parent_instance;
  const PlxDraftArticle *article;
};

G_DEFINE_FINAL_TYPE (PlxReviewItem, plx_review_item, G_TYPE_OBJECT)

static void
plx_review_item_class_init (PlxReviewItemClass *klass)
{
}

static void
plx_review_item_init (PlxReviewItem *self)
{
}

/* -- the window -- */

typedef enum {
  FIELD_TITLE,
  FIELD_SOURCE,
  FIELD_PUBLISHED,
  FIRST_SELDOM,          // corrected
  FIELD_BYLINE = FIRST_SELDOM,
  FIELD_LANGUAGE,
  FIELD_URL,
  N_FIELDS
} Field;

static const struct {
  const char *label;
  gsize offset;          // in PlxDraftFields
  gboolean is_shared;    // may be the same for all
} fields[N_FIELDS] = {
  [FIELD_TITLE] = { N_("Title"), G_STRUCT_OFFSET (PlxDraftFields, title), FALSE },
  [FIELD_SOURCE] = { N_("Source"), G_STRUCT_OFFSET (PlxDraftFields, source), TRUE },
  [FIELD_PUBLISHED] = { N_("Date of publication"), G_STRUCT_OFFSET (PlxDraftFields, published),
                        TRUE },
  [FIELD_BYLINE] = { N_("Byline"), G_STRUCT_OFFSET (PlxDraftFields, byline), TRUE },
  [FIELD_LANGUAGE] = { N_("Language"), G_STRUCT_OFFSET (PlxDraftFields, language), TRUE },
  [FIELD_URL] = { N_("Address"), G_STRUCT_OFFSET (PlxDraftFields, url), FALSE },
};

typedef struct {
  PlxImportDraft *draft;
  PlxImportRules *rules;
  PlxReviewFunc func;
  gpointer user_data;
  GListStore *items;
  GtkSingleSelection *selection;
  GtkWidget *window, *list, *add, *text, *entries[N_FIELDS];
  const PlxDraftArticle *article;      // shown
  gboolean is_showing;                 // entries are being filled, not typed into
} Review;

static char **
field_of (PlxDraftFields *of, Field field)
{
  return (char **) ((char *) of + fields[field].offset);
}

static void
review_free (gpointer data)
{
  Review *self = data;

  plx_import_draft_free (self->draft);
  plx_import_rules_free (self->rules);
  g_clear_object (&self->items);
  g_free (self);
}

/* -- what stands where -- */

static guint
count_included (const Review *self)
{
  guint n = 0;

  for (guint i = 0; i < self->draft->articles->len; i++)
    {
      const PlxDraftArticle *article = g_ptr_array_index (self->draft->articles, i);

      n += !plx_import_rules_leaves_out (self->rules, article->key);
    }
  return n;
}

/* Of a draft that is cut, all are added that are not shown. */
static void
show_count (Review *self)
{
  guint n = count_included (self);
  g_autofree char *label
    = self->draft->is_cut ? g_strdup (_("Add All"))
                          : g_strdup_printf (ngettext ("Add %u Article", "Add %u Articles", n), n);

  gtk_button_set_label (GTK_BUTTON (self->add), label);
  gtk_widget_set_sensitive (self->add, n > 0 || self->draft->is_cut);
}

/* Rows are bound anew: what they say depends on the rules. */
static void
refresh_rows (Review *self, guint first, guint n)
{
  self->is_showing = TRUE;
  g_list_model_items_changed (G_LIST_MODEL (self->items), first, n, n);
  self->is_showing = FALSE;
}

static void
refresh_selected (Review *self)
{
  guint at = gtk_single_selection_get_selected (self->selection);

  if (at == GTK_INVALID_LIST_POSITION)
    return;
  refresh_rows (self, at, 1);
  gtk_single_selection_set_selected (self->selection, at);
}

static void
mark_date (GtkWidget *entry)
{
  const char *date = gtk_editable_get_text (GTK_EDITABLE (entry));
  gboolean ok = *date == '\0' || plx_project_is_date (date);

  (ok ? gtk_widget_remove_css_class : gtk_widget_add_css_class) (entry, "error");
  gtk_widget_set_tooltip_text (entry, ok ? NULL : _("Write the date as 2026-05-17"));
}

static void
show_article (Review *self, const PlxDraftArticle *article)
{
  g_auto (PlxDraftFields) chosen = { 0 };

  self->article = article;
  plx_import_rules_choose_fields (self->rules, article->key, &article->read, &chosen);
  self->is_showing = TRUE;
  for (guint i = 0; i < N_FIELDS; i++)
    {
      const char *value = *field_of (&chosen, i);

      gtk_editable_set_text (GTK_EDITABLE (self->entries[i]), value != NULL ? value : "");
    }
  mark_date (self->entries[FIELD_PUBLISHED]);
  self->is_showing = FALSE;
  plx_review_text_set_article (PLX_REVIEW_TEXT (self->text), article);
}

static void
selected_cb (GtkSingleSelection *selection, GParamSpec *pspec, Review *self)
{
  PlxReviewItem *item = gtk_single_selection_get_selected_item (selection);

  if (!self->is_showing && item != NULL && item->article != self->article)
    show_article (self, item->article);
}

/* -- fields -- */

static void
set_field (char **field, const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

static void
typed_cb (GtkEditable *entry, Review *self)
{
  for (guint i = 0; i < N_FIELDS && !self->is_showing && self->article != NULL; i++)
    if (GTK_WIDGET (entry) == self->entries[i])
      {
        PlxArticleRule *rule = plx_import_rules_get_own (self->rules, self->article->key);

        set_field (field_of (&rule->fields, i), gtk_editable_get_text (entry));
        if (i == FIELD_PUBLISHED)
          mark_date (self->entries[i]);
        refresh_selected (self);
      }
}

static void
forget_own (PlxImportRules *rules, Field field)
{
  GHashTableIter iter;
  gpointer rule;

  g_hash_table_iter_init (&iter, rules->own);
  while (g_hash_table_iter_next (&iter, NULL, &rule))
    g_clear_pointer (field_of (&((PlxArticleRule *) rule)->fields, field), g_free);
}

static void
for_all_cb (GtkButton *button, Review *self)
{
  Field field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "field"));
  const char *value = gtk_editable_get_text (GTK_EDITABLE (self->entries[field]));

  set_field (field_of (&self->rules->all, field), value);
  forget_own (self->rules, field);
  guint at = gtk_single_selection_get_selected (self->selection);
  refresh_rows (self, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)));
  gtk_single_selection_set_selected (self->selection, at);
}

static GtkWidget *
new_field (Review *self, Field field)
{
  GtkWidget *row = adw_entry_row_new (), *button;
  g_autofree char *name = NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(fields[field].label));
  g_signal_connect (row, "changed", G_CALLBACK (typed_cb), self);
  self->entries[field] = row;
  if (!fields[field].is_shared || self->draft->articles->len < 2)
    return row;
  button = gtk_button_new_with_label (_("For all"));
  name = g_strdup_printf (_("%s: use it for all articles"), _(fields[field].label));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  plx_widget_set_label (button, name);
  g_object_set_data (G_OBJECT (button), "field", GUINT_TO_POINTER (field));
  g_signal_connect (button, "clicked", G_CALLBACK (for_all_cb), self);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  return row;
}

static GtkWidget *
new_fields (Review *self)
{
  GtkWidget *list = gtk_list_box_new (), *more = adw_expander_row_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  plx_widget_set_label (list, _("What the file says"));
  for (guint i = 0; i < FIRST_SELDOM; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_field (self, i));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (more), _("Byline, language, address"));
  for (guint i = FIRST_SELDOM; i < N_FIELDS; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (more), new_field (self, i));
  gtk_list_box_append (GTK_LIST_BOX (list), more);
  return list;
}

/* -- rows of the list -- */

static void
included_cb (GtkCheckButton *check, GParamSpec *pspec, GtkListItem *item)
{
  Review *self = g_object_get_data (G_OBJECT (check), "review");
  PlxReviewItem *row = gtk_list_item_get_item (item);

  if (row == NULL || g_object_get_data (G_OBJECT (check), "binding") != NULL)
    return;
  plx_import_rules_get_own (self->rules, row->article->key)->is_left_out
    = !gtk_check_button_get_active (check);
  show_count (self);
}

static GtkWidget *
new_line (const char *css_class, int n_lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), n_lines > 1);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), n_lines);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "dim-label");
    }
  return label;
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, Review *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *check = gtk_check_button_new ();

  g_object_set_data (G_OBJECT (check), "review", self);
  g_signal_connect (check, "notify::active", G_CALLBACK (included_cb), item);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), new_line (NULL, 2));
  gtk_box_append (GTK_BOX (texts), new_line ("caption", 1));
  gtk_box_append (GTK_BOX (row), check);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_list_item_set_child (item, row);
}

static guint
count_words (const char *text)
{
  guint n = 0;
  gboolean in_word = FALSE;

  for (; *text != '\0'; text++)
    {
      gboolean blank = *text == ' ' || *text == '\n';

      n += !blank && !in_word;
      in_word = !blank;
    }
  return n;
}

static char *
dup_subtitle (const PlxDraftArticle *article, const PlxDraftFields *chosen)
{
  g_autofree char *date = chosen->published != NULL ? plx_date_dup_text (chosen->published)
                                                    : g_strdup (_("no date"));
  guint n = count_words (article->text);
  g_autofree char *words = g_strdup_printf (ngettext ("%u word", "%u words", n), n);

  return g_strdup_printf ("%s · %s · %s",
                          chosen->source != NULL ? chosen->source : _("no source"), date, words);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, Review *self)
{
  const PlxDraftArticle *article = ((PlxReviewItem *) gtk_list_item_get_item (item))->article;
  GtkWidget *row = gtk_list_item_get_child (item), *check = gtk_widget_get_first_child (row);
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_last_child (row));
  g_auto (PlxDraftFields) chosen = { 0 };
  g_autofree char *subtitle = NULL, *opening = NULL, *name = NULL, *label = NULL;

  plx_import_rules_choose_fields (self->rules, article->key, &article->read, &chosen);
  subtitle = dup_subtitle (article, &chosen);
  opening = g_strndup (article->text, strcspn (article->text, "\n"));
  gtk_label_set_text (GTK_LABEL (title), chosen.title != NULL ? chosen.title : opening);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (title)), subtitle);
  gtk_widget_set_tooltip_text (row, article->name);
  g_object_set_data (G_OBJECT (check), "binding", self);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               !plx_import_rules_leaves_out (self->rules, article->key));
  g_object_set_data (G_OBJECT (check), "binding", NULL);
  name = g_strdup_printf (_("Add: %s"), gtk_label_get_text (GTK_LABEL (title)));
  plx_widget_set_label (check, name);
  label = g_strdup_printf ("%s, %s", gtk_label_get_text (GTK_LABEL (title)), subtitle);
  plx_list_item_set_label (item, label);
}

static GtkWidget *
new_list (Review *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->items = g_list_store_new (PLX_TYPE_REVIEW_ITEM);
  for (guint i = 0; i < self->draft->articles->len; i++)
    {
      g_autoptr (PlxReviewItem) item = g_object_new (PLX_TYPE_REVIEW_ITEM, NULL);

      item->article = g_ptr_array_index (self->draft->articles, i);
      g_list_store_append (self->items, item);
    }
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->items)));
  g_signal_connect (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (self->selection), factory);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  plx_widget_set_label (self->list, _("Articles read"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

/* -- columns of a table -- */

static void answer (Review *self, PlxReviewAnswer what);

/* Another mapping makes other articles: the file is read again. */
static void
column_chosen_cb (GtkDropDown *choice, GParamSpec *pspec, Review *self)
{
  PlxDraftColumn *column = g_object_get_data (G_OBJECT (choice), "column");

  if (gtk_drop_down_get_selected (choice) == column->role)
    return;
  column->role = gtk_drop_down_get_selected (choice);
  plx_draft_use_columns (self->draft, self->rules);
  answer (self, PLX_REVIEW_READ_AGAIN);
  gtk_window_destroy (GTK_WINDOW (self->window));
}

static GtkStringList *
new_roles (void)
{
  GtkStringList *roles = gtk_string_list_new (NULL);

  for (guint i = 0; plx_draft_get_role (i) != NULL; i++)
    gtk_string_list_append (roles, plx_draft_get_role (i));
  return roles;
}

static GtkWidget *
new_column (Review *self, PlxDraftColumn *column)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *choice = gtk_drop_down_new (G_LIST_MODEL (new_roles ()), NULL);
  g_autofree char *name = g_strdup_printf (_("What the column “%s” is"), column->heading);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), column->heading);
  if (column->sample != NULL)
    {
      g_autofree char *sample = g_utf8_substring (column->sample, 0,
                                                  MIN (g_utf8_strlen (column->sample, -1), 70));

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), sample);
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), column->role);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  plx_widget_set_label (choice, name);
  g_object_set_data (G_OBJECT (choice), "column", column);
  g_signal_connect (choice, "notify::selected", G_CALLBACK (column_chosen_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), choice);
  return row;
}

static GtkWidget *
new_columns (Review *self)
{
  GtkWidget *list = gtk_list_box_new (), *all = adw_expander_row_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (all), _("Columns of the table"));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (all), self->draft->needs_review);
  for (guint i = 0; i < self->draft->columns->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (all),
                              new_column (self, g_ptr_array_index (self->draft->columns, i)));
  gtk_list_box_append (GTK_LIST_BOX (list), all);
  return list;
}

/* -- what must be looked at first -- */

static GtkWidget *
new_wrapped (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static GtkWidget *
new_remarks (Review *self)
{
  g_autofree char *label = g_strdup_printf (
    ngettext ("%u remark", "%u remarks", self->draft->messages->len), self->draft->messages->len);
  GtkWidget *expander = gtk_expander_new (label), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  for (guint i = 0; i < self->draft->messages->len; i++)
    gtk_box_append (GTK_BOX (box), new_wrapped (g_ptr_array_index (self->draft->messages, i)));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 160);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_expander_set_child (GTK_EXPANDER (expander), scroller);
  gtk_widget_add_css_class (expander, "plx-card");
  return expander;
}

static GtkWidget *
new_left (Review *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), new_list (self));
  if (self->draft->is_cut)
    {
      g_autofree char *text = g_strdup_printf (
        _("The first %u articles are shown. What is set for all holds for the others too."),
        self->draft->articles->len);
      GtkWidget *label = new_wrapped (text);

      gtk_widget_add_css_class (label, "plx-card");
      gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (box), label);
    }
  if (self->draft->messages->len > 0)
    gtk_box_append (GTK_BOX (box), new_remarks (self));
  gtk_widget_set_size_request (box, 260, -1);
  return box;
}

static GtkWidget *
new_right (Review *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->text = plx_review_text_new (self->draft, self->rules);
  gtk_widget_add_css_class (self->text, "card");
  gtk_widget_set_overflow (self->text, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_vexpand (self->text, TRUE);
  gtk_widget_set_size_request (self->text, -1, 240);
  if (self->draft->columns->len > 0)
    gtk_box_append (GTK_BOX (box), new_columns (self));
  gtk_box_append (GTK_BOX (box), new_fields (self));
  gtk_box_append (GTK_BOX (box), self->text);
  gtk_widget_add_css_class (box, "plx-page");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_hexpand (scroller, TRUE);
  return scroller;
}

/* -- the answer -- */

static void
answer (Review *self, PlxReviewAnswer what)
{
  PlxReviewFunc func = g_steal_pointer (&self->func);

  if (func != NULL)
    func (what, g_steal_pointer (&self->rules), self->user_data);
}

static gboolean
has_bad_date (const Review *self)
{
  GHashTableIter iter;
  gpointer rule;
  const char *date = self->rules->all.published;

  g_hash_table_iter_init (&iter, self->rules->own);
  while (date == NULL || *date == '\0' || plx_project_is_date (date))
    if (g_hash_table_iter_next (&iter, NULL, &rule))
      date = ((PlxArticleRule *) rule)->fields.published;
    else
      return FALSE;
  return TRUE;
}

static void
add_cb (GtkButton *button, Review *self)
{
  if (has_bad_date (self))
    {
      plx_tell (GTK_WINDOW (self->window), _("A date cannot be read"),
                _("Write it as 2026-05-17, 2026-05 or 2026, or leave it empty."));
      return;
    }
  answer (self, PLX_REVIEW_ADD);
  gtk_window_destroy (GTK_WINDOW (self->window));
}

static gboolean
closed_cb (GtkWindow *window, Review *self)
{
  answer (self, PLX_REVIEW_CANCEL);
  return FALSE;
}

static GtkWidget *
new_header (Review *self)
{
  GtkWidget *bar = adw_header_bar_new (), *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  guint n_articles = self->draft->articles->len, n_files = self->draft->n_files;
  g_autofree char *from = g_strdup_printf (ngettext ("%u file", "%u files", n_files), n_files);
  g_autofree char *read = g_strdup_printf (ngettext ("%u article", "%u articles", n_articles),
                                           n_articles);
  g_autofree char *subtitle = g_strdup_printf ("%s, %s", read, from);

  self->add = gtk_button_new ();
  gtk_widget_add_css_class (self->add, "suggested-action");
  g_signal_connect (self->add, "clicked", G_CALLBACK (add_cb), self);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (gtk_window_close), self->window);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->add);
  adw_header_bar_set_title_widget (
    ADW_HEADER_BAR (bar), adw_window_title_new (_("Review before adding"), subtitle));
  return bar;
}

void
plx_import_review_present (GtkWindow *parent, PlxImportDraft *draft, PlxImportRules *rules,
                           PlxReviewFunc func, gpointer user_data)
{
  Review *self = g_new0 (Review, 1);
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);

  self->draft = draft;
  self->rules = rules != NULL ? rules : plx_import_rules_new ();
  self->func = func;
  self->user_data = user_data;
  self->window = adw_window_new ();
  gtk_box_append (GTK_BOX (outer), new_header (self));
  gtk_paned_set_start_child (GTK_PANED (paned), new_left (self));
  gtk_paned_set_end_child (GTK_PANED (paned), new_right (self));
  gtk_paned_set_resize_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_position (GTK_PANED (paned), 320);
  gtk_widget_set_vexpand (paned, TRUE);
  gtk_box_append (GTK_BOX (outer), paned);
  selected_cb (self->selection, NULL, self);
  show_count (self);
  gtk_window_set_title (GTK_WINDOW (self->window), _("Review before adding"));
  gtk_window_set_transient_for (GTK_WINDOW (self->window), parent);
  gtk_window_set_modal (GTK_WINDOW (self->window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 980, 720);
  adw_window_set_content (ADW_WINDOW (self->window), outer);
  g_signal_connect (self->window, "close-request", G_CALLBACK (closed_cb), self);
  g_object_set_data_full (G_OBJECT (self->window), "review", self, review_free);
  gtk_window_present (GTK_WINDOW (self->window));
}
