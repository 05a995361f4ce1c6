/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-cell-bar.h"

#include "app/plx-cell-style.h"
#include "app/plx-compat.h"
#include "app/plx-verdict-form.h"

#include <glib/gi18n-lib.h>

struct _PlxCellBar {
  GtkWidget parent_instance;

  PlxStoryComparison *comparison;
  GPtrArray *published;      // char * or NULL, per article; NULL: not known
  int claim, column;
  GtkWidget *box, *row;
  PlxCellSign *sign;
  GtkLabel *title, *detail, *moments;
  GtkMenuButton *decide;
};

enum {
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxCellBar, plx_cell_bar, GTK_TYPE_WIDGET)

static char *
describe (const PlxCellLook *look)
{
  GString *detail = g_string_new (NULL);
  g_autofree char *brief = plx_cell_look_dup_brief (look);

  if (look->cell->via != NULL && look->cell->via[0] != NULL)
    {
      g_autofree char *via = g_strjoinv (" ▸ ", look->cell->via);

      g_string_append_printf (detail, _("via %s"), via);
    }
  else if (*brief != '\0' && g_strcmp0 (brief, plx_cell_words_get_status (look->status)) != 0)
    g_string_append (detail, brief);
  if (look->is_decided)
    {
      g_string_append_printf (detail, "%s%s", detail->len > 0 ? " · " : "", _("decided"));
      if (look->verdict->author != NULL && *look->verdict->author != '\0')
        g_string_append_printf (detail, _(" by %s"), look->verdict->author);
      if (look->verdict->confidence_01 >= 0)
        g_string_append_printf (detail, _(", confidence %.0f %%"),
                                look->verdict->confidence_01 * 100);
      if (look->verdict->note != NULL)
        g_string_append_printf (detail, " · %s", look->verdict->note);
    }
  else if (look->cell->evidence.n_spans > 0)
    g_string_append_printf (detail, _("%smatch %.2f"), detail->len > 0 ? " · " : "",
                            look->cell->score_01);
  return g_string_free (detail, FALSE);
}

static void
closed_cb (PlxCellBar *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static void
decided_cb (PlxCellBar *self)
{
  gtk_menu_button_popdown (self->decide);
}

/* The form is made when the button is pressed: it shows what holds then. */
static void
make_popover_cb (GtkMenuButton *button, gpointer user_data)
{
  PlxCellBar *self = user_data;
  GtkWidget *popover = gtk_popover_new (), *form;

  if (self->comparison == NULL || self->claim < 0 || self->column < 0)
    return;
  form = plx_verdict_form_new (self->comparison, (guint) self->claim, (guint) self->column, TRUE);
  gtk_widget_set_size_request (form, 300, -1);
  g_signal_connect_object (form, "decided", G_CALLBACK (decided_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), form);
  gtk_widget_add_css_class (popover, "plx-verdict");
  gtk_menu_button_set_popover (button, popover);
}

/* -- a number that moves -- */

/* "2 Oct", or the date as it stands where it is none. */
static char *
dup_day (const char *published)
{
  g_autofree char *day = published != NULL ? g_strndup (published, strlen ("2026-10-02")) : NULL;
  g_autofree char *iso = day != NULL ? g_strconcat (day, "T00:00:00Z", NULL) : NULL;
  g_autoptr (GDateTime) when = iso != NULL ? g_date_time_new_from_iso8601 (iso, NULL) : NULL;

  return when != NULL ? g_date_time_format (when, _("%-e %b")) : g_steal_pointer (&day);
}

/* What all values end in: "12 people", "19 people" are both of people. */
static const char *
find_unit (const GArray *moments)
{
  const char *first = g_array_index (moments, PlxMoment, 0).value, *unit = strchr (first, ' ');

  for (guint i = 1; unit != NULL && i < moments->len; i++)
    if (!g_str_has_suffix (g_array_index (moments, PlxMoment, i).value, unit))
      unit = NULL;
  return unit != NULL ? unit : "";
}

static char *
dup_day_of (PlxCellBar *self, const PlxMoment *moment)
{
  if (self->published == NULL || moment->article < 0
      || moment->article >= (int) self->published->len)
    return NULL;
  return dup_day (g_ptr_array_index (self->published, moment->article));
}

/* Several numbers of one day are a disagreement, not a course. */
static gboolean
has_course (PlxCellBar *self, const GArray *moments)
{
  g_autofree char *first = NULL, *last = NULL;

  if (moments == NULL || moments->len < 2)
    return FALSE;
  first = dup_day_of (self, &g_array_index (moments, PlxMoment, 0));
  last = dup_day_of (self, &g_array_index (moments, PlxMoment, moments->len - 1));
  return g_strcmp0 (first, last) != 0;
}

/* "12 (2 Oct) → 19 (3 Oct)"; NULL: the claim's number does not move. */
static char *
dup_moments (PlxCellBar *self, const PlxClaim *claim)
{
  GString *out;
  gsize unit_length;

  if (!has_course (self, claim->over_time))
    return NULL;
  out = g_string_new (NULL);
  unit_length = strlen (find_unit (claim->over_time));
  for (guint i = 0; i < claim->over_time->len; i++)
    {
      const PlxMoment *moment = &g_array_index (claim->over_time, PlxMoment, i);
      g_autofree char *day = dup_day_of (self, moment);

      if (i > 0)
        g_string_append (out, " → ");
      g_string_append_len (out, moment->value,
                           (gssize) (strlen (moment->value) - unit_length));
      if (day != NULL)
        g_string_append_printf (out, " (%s)", day);
    }
  return g_string_free (out, FALSE);
}

static void
show_moments (PlxCellBar *self, const char *moments)
{
  gtk_widget_set_visible (GTK_WIDGET (self->moments), moments != NULL);
  gtk_label_set_text (self->moments, moments != NULL ? moments : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->moments), moments);
}

/* -- the cell -- */

static void
show_cell (PlxCellBar *self)
{
  PlxCellLook look = plx_cell_look (self->comparison, (guint) self->claim, (guint) self->column);
  const PlxColumn *column
    = g_ptr_array_index (self->comparison->comparison->columns, (guint) self->column);
  g_autofree char *title = g_strdup_printf ("%s: %s", plx_cell_words_get_column (column),
                                            plx_cell_words_get_title (look.status));
  g_autofree char *detail = describe (&look);

  plx_cell_sign_set_status (self->sign, look.status);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->detail, detail);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->detail), detail);
}

void
plx_cell_bar_set_published (PlxCellBar *self, GPtrArray *published)
{
  g_clear_pointer (&self->published, g_ptr_array_unref);
  self->published = g_ptr_array_ref (published);
}

void
plx_cell_bar_show (PlxCellBar *self, PlxStoryComparison *comparison, int claim, int column)
{
  gboolean has_claim = comparison != NULL && claim >= 0, has_cell = has_claim && column >= 0;
  g_autofree char *moments = NULL;

  if (has_claim)
    moments = dup_moments (self, g_ptr_array_index (comparison->comparison->claims, claim));
  g_clear_pointer (&self->comparison, plx_story_comparison_unref);
  self->claim = claim;
  self->column = column;
  gtk_widget_set_visible (GTK_WIDGET (self), has_cell || moments != NULL);
  gtk_widget_set_visible (self->row, has_cell);
  show_moments (self, moments);
  if (!has_cell)
    return;
  self->comparison = plx_story_comparison_ref (comparison);
  show_cell (self);
}

gboolean
plx_cell_bar_decide (PlxCellBar *self)
{
  if (!gtk_widget_get_visible (self->row) || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;
  gtk_menu_button_popup (self->decide);
  return TRUE;
}

static void
plx_cell_bar_dispose (GObject *object)
{
  PlxCellBar *self = PLX_CELL_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->comparison, plx_story_comparison_unref);
  g_clear_pointer (&self->published, g_ptr_array_unref);
  G_OBJECT_CLASS (plx_cell_bar_parent_class)->dispose (object);
}

static void
plx_cell_bar_class_init (PlxCellBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_cell_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_cell_bar_init (PlxCellBar *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  self->sign = PLX_CELL_SIGN (plx_cell_sign_new ());
  self->title = GTK_LABEL (gtk_label_new (NULL));
  self->detail = GTK_LABEL (gtk_label_new (NULL));
  self->moments = GTK_LABEL (gtk_label_new (NULL));
  self->decide = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_label_set_ellipsize (self->detail, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->detail, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->detail), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "dim-label");
  gtk_label_set_ellipsize (self->moments, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->moments, 0);
  gtk_menu_button_set_label (self->decide, _("Decide…"));
  gtk_menu_button_set_direction (self->decide, GTK_ARROW_UP);
  gtk_menu_button_set_create_popup_func (self->decide, make_popover_cb, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->decide), "flat");
  plx_widget_set_label (GTK_WIDGET (self->decide), _("Decide about this cell"));
  gtk_box_append (GTK_BOX (self->row), GTK_WIDGET (self->sign));
  gtk_box_append (GTK_BOX (self->row), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (self->row), GTK_WIDGET (self->detail));
  gtk_box_append (GTK_BOX (self->row), GTK_WIDGET (self->decide));
  gtk_box_append (GTK_BOX (self->box), self->row);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->moments));
  gtk_widget_add_css_class (self->box, "plx-cell-bar");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
plx_cell_bar_new (void)
{
  return g_object_new (PLX_TYPE_CELL_BAR, NULL);
}
