/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-compare-panel.h"

#include "app/plx-cell-style.h"
#include "app/plx-compat.h"
#include "app/plx-flow-layout.h"

#include <glib/gi18n-lib.h>

struct _PlxComparePanel {
  GtkWidget parent_instance;

  PlxStoryComparison *comparison;
  PlxPanelPage page;
  int claim;                 // -1: none
  GtkWidget *scroller;
  GtkWidget *content;        // of the page, made anew
  GtkDropDown *entities;
  GtkWidget *entity_row;
  gboolean syncing;
};

enum {
  ENTITY_CHOSEN,
  PASSAGE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxComparePanel, plx_compare_panel, GTK_TYPE_WIDGET)

const char *
plx_compare_panel_get_title (PlxPanelPage page)
{
  switch (page)
    {
    case PLX_PANEL_NAMING: return _("Naming");
    case PLX_PANEL_WORDS: return _("Words");
    case PLX_PANEL_ORIGINS:
    case PLX_N_PANEL_PAGES: break;
    }
  return _("Origins");
}

/* -- pieces -- */

static const char *
get_source (PlxComparePanel *self, int article)
{
  GPtrArray *columns = self->comparison->comparison->columns;

  for (guint i = 0; i < columns->len; i++)
    if (((PlxColumn *) g_ptr_array_index (columns, i))->article == article)
      return plx_column_get_title (g_ptr_array_index (columns, i));
  return _("Unnamed outlet");
}

static GtkWidget *
new_text (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* One source in the list of a page, with what follows below its name. */
static GtkWidget *
add_card (GtkWidget *list, const char *title)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "plx-card");
  gtk_box_append (GTK_BOX (box), new_text (title, "heading"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return box;
}

static GtkWidget *
add_list (PlxComparePanel *self, const char *label)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  plx_widget_set_label (list, label);
  gtk_box_append (GTK_BOX (self->content), list);
  return list;
}

static GtkWidget *
add_pills (GtkWidget *card)
{
  GtkWidget *pills = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (pills, plx_flow_layout_new (6, 6));
  gtk_box_append (GTK_BOX (card), pills);
  return pills;
}

static GtkWidget *
add_pill (GtkWidget *pills, const char *text, guint n)
{
  g_autofree char *words = n > 1 ? g_strdup_printf ("%s ×%u", text, n) : g_strdup (text);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "plx-form");
  gtk_widget_set_tooltip_text (label, words);
  gtk_box_append (GTK_BOX (pills), label);
  return label;
}

/* -- naming -- */

static const char *
get_entity (PlxComparePanel *self)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (self->entities);

  return item != NULL ? gtk_string_object_get_string (item) : NULL;
}

static void
add_naming (GtkWidget *list, const char *source, const PlxNaming *naming)
{
  GtkWidget *card = add_card (list, source), *pills = add_pills (card);
  g_autofree char *verbs = naming->verbs != NULL ? g_strjoinv (", ", naming->verbs) : NULL;

  for (guint i = 0; i < naming->forms->len; i++)
    {
      const PlxNamingForm *form = &g_array_index (naming->forms, PlxNamingForm, i);

      add_pill (pills, form->text, form->n);
    }
  if (verbs != NULL && *verbs != '\0')
    {
      g_autofree char *escaped = g_markup_escape_text (verbs, -1);
      g_autofree char *markup = g_strdup_printf (_("Verbs: <i>%s</i>"), escaped);
      GtkWidget *label = new_text (NULL, "dim-label");

      gtk_label_set_markup (GTK_LABEL (label), markup);
      gtk_box_append (GTK_BOX (card), label);
    }
}

static void
show_naming (PlxComparePanel *self)
{
  GPtrArray *naming = self->comparison->comparison->naming;
  const char *entity = get_entity (self);
  GtkWidget *list;

  if (entity == NULL)
    {
      gtk_box_append (GTK_BOX (self->content),
                      new_text (_("Nobody is named in more than one way yet."), "dim-label"));
      return;
    }
  list = add_list (self, _("How each names"));
  for (guint i = 0; i < naming->len; i++)
    {
      const PlxNaming *it = g_ptr_array_index (naming, i);

      if (g_strcmp0 (it->entity, entity) == 0)
        add_naming (list, get_source (self, it->article), it);
    }
}

static void
fill_entities (PlxComparePanel *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *naming = self->comparison != NULL ? self->comparison->comparison->naming : NULL;

  for (guint i = 0; naming != NULL && i < naming->len; i++)
    {
      const PlxNaming *it = g_ptr_array_index (naming, i);

      if (it->entity != NULL && g_hash_table_add (seen, it->entity))
        gtk_string_list_append (names, it->entity);
    }
  self->syncing = TRUE;
  gtk_drop_down_set_model (self->entities, G_LIST_MODEL (names));
  self->syncing = FALSE;
}

/* -- words -- */

typedef struct {
  PlxComparePanel *panel;
  const PlxOverusedWord *word;   // of the comparison, which the panel holds
} WordLink;

static void
word_clicked_cb (GtkWidget *button, WordLink *link)
{
  if (link->word->n_spans > 0)
    g_signal_emit (link->panel, signals[PASSAGE_CHOSEN], 0, (guint) link->word->article,
                   link->word->spans[0].begin, link->word->spans[0].end);
}

static void
add_word (PlxComparePanel *self, GtkWidget *pills, const PlxOverusedWord *word)
{
  WordLink *link = g_new0 (WordLink, 1);
  g_autofree char *text = g_strdup_printf ("%s ×%u", word->word, word->n_spans);
  g_autofree char *label = g_strdup_printf (_("%s, z %.1f: show where"), text, word->z);
  GtkWidget *button = gtk_button_new_with_label (text);

  link->panel = self;
  link->word = word;
  gtk_widget_add_css_class (button, "plx-form");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  plx_widget_set_label (button, label);
  g_signal_connect_data (button, "clicked", G_CALLBACK (word_clicked_cb), link,
                         (GClosureNotify) (GCallback)g_free, 0);
  gtk_box_append (GTK_BOX (pills), button);
}

static void
show_words (PlxComparePanel *self)
{
  GPtrArray *words = self->comparison->comparison->words;
  GtkWidget *list = NULL;

  for (guint article = 0; article < self->comparison->n_articles; article++)
    {
      GtkWidget *pills = NULL;

      for (guint i = 0; i < words->len; i++)
        {
          const PlxOverusedWord *word = g_ptr_array_index (words, i);

          if (word->article != (int) article)
            continue;
          if (list == NULL)
            list = add_list (self, _("Words used more than elsewhere"));
          if (pills == NULL)
            pills = add_pills (add_card (list, get_source (self, (int) article)));
          add_word (self, pills, word);
        }
    }
  if (list == NULL)
    gtk_box_append (GTK_BOX (self->content),
                    new_text (_("No word stands out against the other articles."), "dim-label"));
}

/* -- origins -- */

static void
add_copies (PlxComparePanel *self)
{
  GPtrArray *copies = self->comparison->comparison->copies;
  GtkWidget *list = NULL;

  for (guint i = 0; copies != NULL && i < copies->len; i++)
    {
      GArray *group = g_ptr_array_index (copies, i);
      GtkWidget *card;

      if (group->len < 2)
        continue;
      if (list == NULL)
        list = add_list (self, _("Shared texts"));
      card = add_card (list, get_source (self, g_array_index (group, int, 0)));
      for (guint j = 1; j < group->len; j++)
        {
          g_autofree char *text
            = g_strdup_printf (_("%s shares its text: counted once"),
                               get_source (self, g_array_index (group, int, j)));

          gtk_box_append (GTK_BOX (card), new_text (text, "dim-label"));
        }
    }
}

static void
add_voices (PlxComparePanel *self, const PlxClaim *claim)
{
  const PlxComparison *comparison = self->comparison->comparison;
  GtkWidget *list = add_list (self, _("Who says so"));

  for (guint column = 0; column < comparison->columns->len; column++)
    {
      PlxCellLook look = plx_cell_look (self->comparison, (guint) self->claim, column);
      const PlxColumn *it = g_ptr_array_index (comparison->columns, column);
      g_autofree char *via = NULL, *text = NULL;

      if (look.cell->evidence.n_spans == 0)
        continue;
      via = look.cell->via != NULL && look.cell->via[0] != NULL ? g_strjoinv (" ▸ ", look.cell->via)
                                                                : NULL;
      text = via != NULL
               ? g_strdup_printf (_("%s, via %s"), plx_cell_status_get_word (look.status), via)
               : g_strdup (plx_cell_status_get_word (look.status));
      gtk_box_append (GTK_BOX (add_card (list, plx_column_get_title (it))),
                      new_text (text, "dim-label"));
    }
}

static void
show_origins (PlxComparePanel *self)
{
  if (self->claim >= 0)
    {
      const PlxClaim *claim
        = g_ptr_array_index (self->comparison->comparison->claims, (guint) self->claim);
      g_autofree char *count
        = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u independent origin",
                                        "%u independent origins", claim->origins),
                           claim->origins);

      gtk_box_append (GTK_BOX (self->content), new_text (claim->statement, "heading"));
      gtk_box_append (GTK_BOX (self->content), new_text (count, NULL));
      add_voices (self, claim);
    }
  else
    gtk_box_append (GTK_BOX (self->content),
                    new_text (_("Select a claim to see where it comes from."), "dim-label"));
  add_copies (self);
}

/* -- all -- */

static void
show_page (PlxComparePanel *self)
{
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->content, "plx-compare-page");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->content);
  gtk_widget_set_visible (self->entity_row,
                          self->page == PLX_PANEL_NAMING && get_entity (self) != NULL);
  if (self->comparison == NULL)
    return;
  if (self->page == PLX_PANEL_NAMING)
    show_naming (self);
  else if (self->page == PLX_PANEL_WORDS)
    show_words (self);
  else
    show_origins (self);
}

static void
entity_selected_cb (PlxComparePanel *self)
{
  if (self->syncing)
    return;
  show_page (self);
  if (get_entity (self) != NULL)
    g_signal_emit (self, signals[ENTITY_CHOSEN], 0, get_entity (self));
}

void
plx_compare_panel_set_comparison (PlxComparePanel *self, PlxStoryComparison *comparison)
{
  g_autofree char *entity = g_strdup (get_entity (self));

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), NULL);
  g_clear_pointer (&self->comparison, plx_story_comparison_unref);
  self->comparison = comparison != NULL ? plx_story_comparison_ref (comparison) : NULL;
  self->claim = -1;
  fill_entities (self);
  plx_compare_panel_set_entity (self, entity);
  show_page (self);
}

void
plx_compare_panel_set_page (PlxComparePanel *self, PlxPanelPage page)
{
  if (self->page == page)
    return;
  self->page = page;
  show_page (self);
}

void
plx_compare_panel_set_entity (PlxComparePanel *self, const char *name)
{
  GListModel *names = gtk_drop_down_get_model (self->entities);
  guint n = names != NULL ? g_list_model_get_n_items (names) : 0;

  for (guint i = 0; name != NULL && i < n; i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (names), i), name) == 0
        && gtk_drop_down_get_selected (self->entities) != i)
      {
        self->syncing = TRUE;
        gtk_drop_down_set_selected (self->entities, i);
        self->syncing = FALSE;
        show_page (self);
      }
}

void
plx_compare_panel_set_claim (PlxComparePanel *self, int claim)
{
  if (self->claim == claim)
    return;
  self->claim = claim;
  if (self->page == PLX_PANEL_ORIGINS)
    show_page (self);
}

static void
plx_compare_panel_dispose (GObject *object)
{
  PlxComparePanel *self = PLX_COMPARE_PANEL (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_pointer (&self->comparison, plx_story_comparison_unref);
  G_OBJECT_CLASS (plx_compare_panel_parent_class)->dispose (object);
}

static void
plx_compare_panel_class_init (PlxComparePanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_compare_panel_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[ENTITY_CHOSEN]
    = g_signal_new ("entity-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PASSAGE_CHOSEN]
    = g_signal_new ("passage-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);
}

static void
plx_compare_panel_init (PlxComparePanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0),
            *label = gtk_label_new (_("How each names"));

  self->claim = -1;
  self->entity_row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->entities = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  plx_widget_set_label (GTK_WIDGET (self->entities), _("Whose names"));
  g_signal_connect_object (self->entities, "notify::selected", G_CALLBACK (entity_selected_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->entity_row), label);
  gtk_box_append (GTK_BOX (self->entity_row), GTK_WIDGET (self->entities));
  gtk_widget_add_css_class (self->entity_row, "plx-compare-entity");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_box_append (GTK_BOX (box), self->entity_row);
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

GtkWidget *
plx_compare_panel_new (void)
{
  return g_object_new (PLX_TYPE_COMPARE_PANEL, NULL);
}
