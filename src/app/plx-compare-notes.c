/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-compare-notes.h"

#include "app/plx-compat.h"
#include "compare/plx-cell-words.h"

#include <glib/gi18n-lib.h>

struct _PlxCompareNotes {
  GtkWidget parent_instance;

  GPtrArray *lines;          // char *: all there is to say
  gboolean has_orphans;      // the first is about them
  GHashTable *dismissed;     // char *: what nobody wants to see again
  char *said;                // what is said now, as in @dismissed
  GtkWidget *box, *look;
  GtkLabel *first;
  GtkMenuButton *more;
};

G_DEFINE_FINAL_TYPE (PlxCompareNotes, plx_compare_notes, GTK_TYPE_WIDGET)

/* -- words -- */

/* "Continental Press, The Harbour Times …": each source once, and not all. */
static char *
dup_sources (PlxStoryComparison *comparison, const GArray *articles)
{
  enum { MOST = 3 };
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GPtrArray *columns = comparison->comparison->columns;
  g_autofree char *joined = NULL;
  gboolean has_more = FALSE;

  for (guint i = 0; i < articles->len; i++)
    for (guint k = 0; k < columns->len; k++)
      {
        const PlxColumn *column = g_ptr_array_index (columns, k);
        const char *name = plx_cell_words_get_column (column);

        if (column->article != g_array_index (articles, gint, i)
            || g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
          continue;
        if (names->len < MOST)
          g_ptr_array_add (names, (char *) name);
        else
          has_more = TRUE;
      }
  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (", ", (char **) names->pdata);
  return has_more ? g_strconcat (joined, " …", NULL) : g_steal_pointer (&joined);
}

static char *
describe_language (const char *language, guint n, const char *sources)
{
  if (language == NULL || g_str_equal (language, "und"))
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "The language of %u article is not known (%s): it is compared by names, "
                   "numbers, dates and equal words only",
                   "The language of %u articles is not known (%s): they are compared by names, "
                   "numbers, dates and equal words only", n),
      n, sources);
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE,
                 "No word lists for “%s” (%u article, %s): compared by names, numbers, dates and "
                 "equal words only",
                 "No word lists for “%s” (%u articles, %s): compared by names, numbers, dates and "
                 "equal words only", n),
    language, n, sources);
}

static char *
describe_dates (guint n, guint n_all, const char *sources)
{
  if (n == n_all)
    return g_strdup (_("No article has a date, so nothing could be put in order of time"));
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u article has no date and no place in the order of time (%s)",
                 "%u articles have no date and no place in the order of time (%s)", n),
    n, sources);
}

static char *
describe (PlxStoryComparison *comparison, const PlxComparisonNote *note)
{
  g_autofree char *sources = dup_sources (comparison, note->articles);
  guint n = note->articles->len;

  switch (note->kind)
    {
    case PLX_NOTE_ONE_ARTICLE:
      return g_strdup (_("There is only one text, so nothing could be held against another"));
    case PLX_NOTE_NO_TEXT:
      return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u article has no text, so nothing was found in it (%s)",
                     "%u articles have no text, so nothing was found in them (%s)", n),
        n, sources);
    case PLX_NOTE_LANGUAGE:
      return describe_language (note->language, n, sources);
    case PLX_NOTE_NO_DATE:
      return describe_dates (n, comparison->n_articles, sources);
    case PLX_NOTE_IDENTICAL:
      return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u article has the same text as another, to the letter (%s)",
                     "%u articles have the same text, to the letter (%s)", n),
        n, sources);
    case PLX_N_NOTES:
      break;
    }
  return g_strdup (note->what);
}

static GPtrArray *
list_lines (PlxStoryComparison *comparison)
{
  const GPtrArray *notes = comparison->comparison->notes;
  guint n_orphans = comparison->orphans != NULL ? comparison->orphans->len : 0;
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  if (n_orphans > 0)
    g_ptr_array_add (lines, g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Work on %u claim waits: the articles do not give it any more",
                   "Work on %u claims waits: the articles do not give them any more", n_orphans),
      n_orphans));
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    g_ptr_array_add (lines, describe (comparison, g_ptr_array_index (notes, i)));
  return lines;
}

/* -- showing -- */

static GtkWidget *
new_look_button (void)
{
  GtkWidget *button = gtk_button_new_with_label (_("Look at it…"));

  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), "win.compare::dropped-claims");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  plx_widget_set_label (button, _("Look at work without its claim"));
  return button;
}

/* One width, and so one height: GTK 4.8 measures what is in a popover at
 * another width than it gives it. */
static GtkWidget *
new_line (const char *text)
{
  enum { WIDTH = 46 };
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), WIDTH);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static void
make_popover_cb (GtkMenuButton *button, gpointer user_data)
{
  PlxCompareNotes *self = user_data;
  GtkWidget *popover = gtk_popover_new (), *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "plx-note-list");
  plx_widget_set_label (list, _("What to know about this comparison"));
  for (guint i = 0; i < self->lines->len; i++)
    {
      GtkWidget *row = gtk_list_box_row_new ();
      const char *text = g_ptr_array_index (self->lines, i);

      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), new_line (text));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_widget_add_css_class (row, "plx-row");
      plx_widget_set_label (row, text);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), list);
  gtk_menu_button_set_popover (button, popover);
}

static void
show_more (PlxCompareNotes *self)
{
  guint n = self->lines->len - 1;
  g_autofree char *text
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n), n);

  gtk_menu_button_set_popover (self->more, NULL);
  gtk_menu_button_set_create_popup_func (self->more, make_popover_cb, self, NULL);
  gtk_menu_button_set_label (self->more, text);
  plx_widget_set_label (GTK_WIDGET (self->more), text);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n > 0);
}

void
plx_compare_notes_show (PlxCompareNotes *self, PlxStoryComparison *comparison)
{
  g_autoptr (GString) said = g_string_new (NULL);

  g_ptr_array_unref (self->lines);
  self->lines = list_lines (comparison);
  self->has_orphans = comparison->orphans != NULL && comparison->orphans->len > 0;
  g_string_printf (said, "%" G_GINT64_FORMAT, comparison->story);
  for (guint i = 0; i < self->lines->len; i++)
    g_string_append_printf (said, "\n%s", (char *) g_ptr_array_index (self->lines, i));
  g_free (self->said);
  self->said = g_strdup (said->str);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          self->lines->len > 0
                            && !g_hash_table_contains (self->dismissed, self->said));
  if (self->lines->len == 0)
    return;
  gtk_label_set_text (self->first, g_ptr_array_index (self->lines, 0));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->first), g_ptr_array_index (self->lines, 0));
  gtk_widget_set_visible (self->look, self->has_orphans);
  show_more (self);
}

static void
dismiss_cb (PlxCompareNotes *self)
{
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                          GTK_DIR_TAB_FORWARD);
  g_hash_table_add (self->dismissed, g_strdup (self->said));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* -- class -- */

static void
plx_compare_notes_dispose (GObject *object)
{
  g_clear_pointer (&PLX_COMPARE_NOTES (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (plx_compare_notes_parent_class)->dispose (object);
}

static void
plx_compare_notes_finalize (GObject *object)
{
  PlxCompareNotes *self = PLX_COMPARE_NOTES (object);

  g_ptr_array_unref (self->lines);
  g_hash_table_unref (self->dismissed);
  g_free (self->said);
  G_OBJECT_CLASS (plx_compare_notes_parent_class)->finalize (object);
}

static void
plx_compare_notes_class_init (PlxCompareNotesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_compare_notes_dispose;
  G_OBJECT_CLASS (klass)->finalize = plx_compare_notes_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plx_compare_notes_init (PlxCompareNotes *self)
{
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-information-symbolic");

  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->dismissed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->first = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->first, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->first, 0);
  self->more = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->more), "flat");
  self->look = new_look_button ();
  gtk_widget_add_css_class (self->look, "flat");
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_set_halign (close, GTK_ALIGN_END);
  gtk_widget_set_hexpand (close, TRUE);
  gtk_widget_set_tooltip_text (close, _("Dismiss"));
  plx_widget_set_label (close, _("Dismiss these notes"));
  g_signal_connect_swapped (close, "clicked", G_CALLBACK (dismiss_cb), self);
  gtk_box_append (GTK_BOX (self->box), icon);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->first));
  gtk_box_append (GTK_BOX (self->box), self->look);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->more));
  gtk_box_append (GTK_BOX (self->box), close);
  gtk_widget_add_css_class (self->box, "plx-compare-notes");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  plx_widget_set_label (GTK_WIDGET (self), _("What to know about this comparison"));
}

GtkWidget *
plx_compare_notes_new (void)
{
  return g_object_new (PLX_TYPE_COMPARE_NOTES, NULL);
}
