/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-collection-panel.h"

#include "app/plx-collection-menu.h"
#include "app/plx-compat.h"
#include "app/plx-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One list with its heading. All four are made alike: a filter over the
 * project's list (so that the panel can hold still while there is no project),
 * a selection that follows the window's, and rows of two or three texts. */
typedef enum {
  SECTION_STORIES,
  SECTION_SOURCES,
  SECTION_HEARD,
  SECTION_ARTICLES,
  N_SECTIONS
} SectionKind;

typedef struct {
  PlxCollectionPanel *panel;
  SectionKind kind;
  GtkFilterListModel *filtered;
  GtkCustomFilter *filter;
  GtkSingleSelection *model;
  GtkWidget *head, *count, *list, *scroller;
} Section;

struct _PlxCollectionPanel {
  GtkWidget parent_instance;

  PlxProject *project;
  PlxSelection *selection;
  GtkWidget *entry;
  GtkWidget *sources;    // both lists of sources, so that they are heard as one group
  char *needle;          // folded
  Section sections[N_SECTIONS];
  gboolean syncing;
};

G_DEFINE_FINAL_TYPE (PlxCollectionPanel, plx_collection_panel, GTK_TYPE_WIDGET)

static const struct {
  const char *label;
  int max_height;        // of a list that does not get the rest of the room
} section_infos[N_SECTIONS] = {
  [SECTION_STORIES] = { N_("Stories"), 150 },
  [SECTION_SOURCES] = { N_("Sources"), 150 },
  [SECTION_HEARD] = { N_("Heard only through others"), 96 },
  [SECTION_ARTICLES] = { N_("Articles"), 0 },
};

/* -- rows: title, subtitle, count -- */

static char *
dup_subtitle (SectionKind kind, gpointer item)
{
  if (kind != SECTION_ARTICLES)
    return NULL;
  g_autofree char *date = plx_date_dup_text (plx_article_get_published (item));
  return g_strdup_printf ("%s · %s", plx_article_get_source_name (item), date);
}

static const char *
get_title (SectionKind kind, gpointer item)
{
  switch (kind)
    {
    case SECTION_STORIES: return plx_story_get_title (item);
    case SECTION_SOURCES:
    case SECTION_HEARD: return plx_source_get_name (item);
    case SECTION_ARTICLES: return plx_article_get_title (item);
    case N_SECTIONS: break;
    }
  return "";
}

static guint
get_count (SectionKind kind, gpointer item)
{
  if (kind == SECTION_STORIES)
    return plx_story_get_n_articles (item);
  return kind == SECTION_ARTICLES ? 0 : plx_source_get_n_articles (item);
}

static GtkWidget *
new_inscription (const char *css_class)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (text), 4);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (text), 1);
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (text, TRUE);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (text, css_class);
      gtk_widget_add_css_class (text, "dim-label");
    }
  return text;
}

static void
setup_row_cb (GtkListItemFactory *factory, GtkListItem *item, Section *section)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (texts), new_inscription (NULL));
  if (section->kind == SECTION_ARTICLES)
    gtk_box_append (GTK_BOX (texts), new_inscription ("caption"));
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), texts);
  if (section->kind != SECTION_ARTICLES)
    {
      GtkWidget *count = gtk_label_new (NULL);
      gtk_widget_add_css_class (count, "caption");
      gtk_widget_add_css_class (count, "dim-label");
      gtk_box_append (GTK_BOX (row), count);
    }
  gtk_list_item_set_child (item, row);
}

static void
bind_row_cb (GtkListItemFactory *factory, GtkListItem *item, Section *section)
{
  gpointer object = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *texts = gtk_widget_get_first_child (row);
  const char *title = get_title (section->kind, object);
  g_autofree char *subtitle = dup_subtitle (section->kind, object);
  g_autofree char *label = NULL;

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_widget_get_first_child (texts)), title);
  if (subtitle != NULL)
    {
      gtk_inscription_set_text (GTK_INSCRIPTION (gtk_widget_get_last_child (texts)), subtitle);
      label = g_strdup_printf ("%s, %s", title, subtitle);
    }
  else
    {
      guint n = get_count (section->kind, object);
      g_autofree char *count = g_strdup_printf ("%u", n);
      gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (row)), count);
      label = section->kind == SECTION_HEARD
                ? g_strdup_printf (ngettext ("%s, %u statement", "%s, %u statements", n), title, n)
                : g_strdup_printf (ngettext ("%s, %u article", "%s, %u articles", n), title, n);
    }
  plx_list_item_set_label (item, label);
  if (section->kind == SECTION_STORIES || section->kind == SECTION_ARTICLES)
    plx_collection_menu_attach (item, GTK_WIDGET (section->panel));
}

/* -- filters -- */

static gboolean
contains (const char *text, const char *needle)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  return folded != NULL && strstr (folded, needle) != NULL;
}

static gboolean
passes (gpointer item, gpointer user_data)
{
  Section *section = user_data;
  const char *needle = section->panel->needle;

  if (section->kind == SECTION_SOURCES)
    return !plx_source_is_heard (item);
  if (section->kind == SECTION_HEARD)
    return plx_source_is_heard (item);
  if (section->kind == SECTION_STORIES || needle == NULL)
    return TRUE;
  g_autofree char *date = plx_date_dup_text (plx_article_get_published (item));
  return contains (plx_article_get_title (item), needle)
         || contains (plx_article_get_source_name (item), needle)
         || contains (plx_article_get_published (item), needle) || contains (date, needle);
}

static void
show_counts (Section *section)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (section->filtered));
  g_autofree char *text = g_strdup_printf ("%u", n);

  gtk_label_set_text (GTK_LABEL (section->count), text);
  if (section->kind == SECTION_SOURCES || section->kind == SECTION_HEARD)
    gtk_widget_set_visible (section->scroller, n > 0);
  if (section->kind == SECTION_HEARD)
    gtk_widget_set_visible (section->head, n > 0);
}

static void
filter_typed_cb (PlxCollectionPanel *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  g_clear_pointer (&self->needle, g_free);
  if (*text != '\0')
    self->needle = g_utf8_casefold (text, -1);
  gtk_filter_changed (GTK_FILTER (self->sections[SECTION_ARTICLES].filter),
                      GTK_FILTER_CHANGE_DIFFERENT);
}

/* -- the same thing selected here and elsewhere -- */

static gboolean
is_selected (Section *section, gpointer item)
{
  PlxSelection *selection = section->panel->selection;

  switch (section->kind)
    {
    case SECTION_STORIES: return plx_story_get_id (item) == plx_selection_get_story (selection);
    case SECTION_SOURCES:
    case SECTION_HEARD:
      return g_strcmp0 (plx_source_get_name (item), plx_selection_get_source (selection)) == 0;
    case SECTION_ARTICLES:
      return plx_article_get_id (item) == plx_selection_get_article (selection);
    case N_SECTIONS: break;
    }
  return FALSE;
}

static void
show_selected (Section *section)
{
  GListModel *model = G_LIST_MODEL (section->model);
  guint n = g_list_model_get_n_items (model),
        at = gtk_single_selection_get_selected (section->model);

  if (at < n)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, at);
      if (is_selected (section, item))
        return;
    }
  for (at = 0; at < n; at++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, at);
      if (is_selected (section, item))
        break;
    }
  section->panel->syncing = TRUE;
  gtk_single_selection_set_selected (section->model, at < n ? at : GTK_INVALID_LIST_POSITION);
  section->panel->syncing = FALSE;
  if (at < n)
    plx_list_scroll_to (section->list, at);
}

static void
selection_changed_cb (PlxCollectionPanel *self)
{
  for (guint i = 0; i < N_SECTIONS; i++)
    show_selected (&self->sections[i]);
}

static gint64
find_first_article (PlxCollectionPanel *self, gint64 story)
{
  GListModel *articles = plx_project_get_articles (self->project);

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (PlxArticle) article = g_list_model_get_item (articles, i);
      if (plx_article_get_story_id (article) == story)
        return plx_article_get_id (article);
    }
  return 0;
}

static void
select_story (PlxCollectionPanel *self, gint64 story)
{
  PlxArticle *article
    = plx_project_get_article (self->project, plx_selection_get_article (self->selection));
  gint64 first;

  plx_selection_select_story (self->selection, story);
  if (article != NULL && plx_article_get_story_id (article) == story)
    return;
  first = find_first_article (self, story);
  if (first != 0)
    plx_selection_select_article (self->selection, first);
}

static void
row_selected_cb (GtkSingleSelection *model, GParamSpec *pspec, Section *section)
{
  PlxCollectionPanel *self = section->panel;
  gpointer item = gtk_single_selection_get_selected_item (model);

  if (self->syncing || item == NULL || self->project == NULL || is_selected (section, item))
    return;
  if (section->kind == SECTION_STORIES)
    select_story (self, plx_story_get_id (item));
  else if (section->kind == SECTION_ARTICLES)
    {
      g_autoptr (PlxArticle) article = g_object_ref (item);
      plx_selection_select_article (self->selection, plx_article_get_id (article));
      plx_selection_select_story (self->selection, plx_article_get_story_id (article));
    }
  else
    plx_selection_select_source (self->selection, plx_source_get_name (item));
}

static void
row_activated_cb (GtkListView *list, guint position, Section *section)
{
  if (section->kind == SECTION_ARTICLES)
    gtk_widget_activate_action (GTK_WIDGET (list), "win.view", "s", "read");
}

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Section *section)
{
  show_counts (section);
  show_selected (section);
}

/* -- widgets -- */

static GtkWidget *
new_head (Section *section)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* the list has the same name; heard twice it would only be noise */
  GtkWidget *label = plx_label_new_unheard (_(section_infos[section->kind].label));

  section->count = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (section->count, "caption");
  gtk_widget_add_css_class (section->count, "dim-label");
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), section->count);
  gtk_widget_add_css_class (head, "plx-panel-head");
  return head;
}

/* A section is part of the panel: its callbacks end when the panel does. */
static void
connect (Section *section, gpointer object, const char *signal, GCallback callback)
{
  GClosure *closure = g_cclosure_new (callback, section, NULL);

  g_object_watch_closure (G_OBJECT (section->panel), closure);
  g_signal_connect_closure (object, signal, closure, FALSE);
}

static void
build_section (PlxCollectionPanel *self, SectionKind kind)
{
  Section *section = &self->sections[kind];
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  int max_height = section_infos[kind].max_height;

  section->panel = self;
  section->kind = kind;
  section->filter = gtk_custom_filter_new (passes, section, NULL);
  section->filtered = gtk_filter_list_model_new (NULL, GTK_FILTER (section->filter));
  section->model = gtk_single_selection_new (G_LIST_MODEL (section->filtered));
  gtk_single_selection_set_autoselect (section->model, FALSE);
  gtk_single_selection_set_can_unselect (section->model, TRUE);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), section);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), section);
  section->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (section->model)), factory);
  gtk_widget_add_css_class (section->list, "navigation-sidebar");
  gtk_widget_add_css_class (section->list, "plx-dense");
  plx_widget_set_label (section->list, _(section_infos[kind].label));

  section->head = new_head (section);
  section->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (section->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (section->scroller), section->list);
  if (max_height > 0)
    {
      gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (section->scroller),
                                                  max_height);
      gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (section->scroller),
                                                        TRUE);
    }
  else
    gtk_widget_set_vexpand (section->scroller, TRUE);
  GtkWidget *parent
    = kind == SECTION_SOURCES || kind == SECTION_HEARD ? self->sources : GTK_WIDGET (self);
  gtk_widget_insert_before (section->head, parent, NULL);
  gtk_widget_insert_before (section->scroller, parent, NULL);

  connect (section, section->model, "notify::selected-item", G_CALLBACK (row_selected_cb));
  connect (section, section->filtered, "items-changed", G_CALLBACK (items_changed_cb));
  g_signal_connect (section->list, "activate", G_CALLBACK (row_activated_cb), section);
}

static void
plx_collection_panel_dispose (GObject *object)
{
  PlxCollectionPanel *self = PLX_COLLECTION_PANEL (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  for (guint i = 0; i < N_SECTIONS; i++)
    g_clear_object (&self->sections[i].model);
  g_clear_object (&self->project);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->needle, g_free);
  G_OBJECT_CLASS (plx_collection_panel_parent_class)->dispose (object);
}

static void
plx_collection_panel_class_init (PlxCollectionPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_collection_panel_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
plx_collection_panel_init (PlxCollectionPanel *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _("Filter articles"), NULL);
  plx_widget_set_label (self->entry, _("Filter articles"));
  gtk_widget_add_css_class (self->entry, "plx-filter");
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (filter_typed_cb), self);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  self->sources = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                                "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  plx_widget_set_label (self->sources, _("Sources"));
  build_section (self, SECTION_STORIES);
  gtk_widget_insert_before (self->sources, GTK_WIDGET (self), NULL);
  for (SectionKind kind = SECTION_SOURCES; kind < N_SECTIONS; kind++)
    build_section (self, kind);
}

GtkWidget *
plx_collection_panel_new (PlxSelection *selection)
{
  PlxCollectionPanel *self = g_object_new (PLX_TYPE_COLLECTION_PANEL, NULL);

  self->selection = g_object_ref (selection);
  g_signal_connect_object (selection, "changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
plx_collection_panel_set_project (PlxCollectionPanel *self, PlxProject *project)
{
  g_return_if_fail (PLX_IS_COLLECTION_PANEL (self));

  GListModel *models[N_SECTIONS] = { NULL };
  if (project != NULL)
    {
      models[SECTION_STORIES] = plx_project_get_stories (project);
      models[SECTION_SOURCES] = models[SECTION_HEARD] = plx_project_get_sources (project);
      models[SECTION_ARTICLES] = plx_project_get_articles (project);
    }
  g_set_object (&self->project, project);
  self->syncing = TRUE;
  for (guint i = 0; i < N_SECTIONS; i++)
    gtk_filter_list_model_set_model (self->sections[i].filtered, models[i]);
  self->syncing = FALSE;
  for (guint i = 0; i < N_SECTIONS; i++)
    items_changed_cb (NULL, 0, 0, 0, &self->sections[i]);
}

void
plx_collection_panel_focus_filter (PlxCollectionPanel *self)
{
  g_return_if_fail (PLX_IS_COLLECTION_PANEL (self));

  gtk_widget_grab_focus (self->entry);
}
