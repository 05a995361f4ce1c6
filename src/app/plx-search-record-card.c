/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-search-record-card.h"

#include "app/plx-cell-style.h"
#include "app/plx-compat.h"
#include "app/plx-mark-style.h"
#include "app/plx-verdict-form.h"
#include "base/plx-utf8.h"

#include <glib/gi18n-lib.h>

enum { MAX_QUOTE_CHARS = 220, TEXT_CHARS = 34, CARD_WIDTH = 420 };

struct _PlxSearchRecordCard {
  GtkWidget parent_instance;

  PlxStoryComparison *comparison;
  guint claim, column;
  GtkWidget *box, *grid;
  PlxVerdictForm *form;
  GtkWidget *left_out;
  int n_rows;
};

enum {
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxSearchRecordCard, plx_search_record_card, GTK_TYPE_WIDGET)

static void
done (PlxSearchRecordCard *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

/* -- pieces -- */

static GtkWidget *
new_text (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TEXT_CHARS);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_row (PlxSearchRecordCard *self, const char *name, GtkWidget *value)
{
  GtkWidget *label = new_text (name, "dim-label");

  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_hexpand (value, TRUE);
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, self->n_rows, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), value, 1, self->n_rows, 1, 1);
  self->n_rows++;
}

static void
add_heading (PlxSearchRecordCard *self)
{
  const PlxComparison *comparison = self->comparison->comparison;
  const PlxClaim *claim = g_ptr_array_index (comparison->claims, self->claim);
  const PlxColumn *column = g_ptr_array_index (comparison->columns, self->column);
  PlxCellLook look = plx_cell_look (self->comparison, self->claim, self->column);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *sign = plx_cell_sign_new ();
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");
  GtkWidget *title = new_text (plx_cell_words_get_title (look.status), "title-4");
  g_autofree char *subtitle
    = g_strdup_printf ("%s × %s", claim->statement, plx_cell_words_get_column (column));

  plx_cell_sign_set_status (PLX_CELL_SIGN (sign), look.status);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_add_css_class (close, "circular");
  plx_widget_set_label (close, _("Close the search record"));
  g_signal_connect_object (close, "clicked", G_CALLBACK (done), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), sign);
  gtk_box_append (GTK_BOX (row), title);
  gtk_box_append (GTK_BOX (row), close);
  gtk_box_append (GTK_BOX (self->box), row);
  gtk_box_append (GTK_BOX (self->box), new_text (subtitle, "dim-label"));
}

/* "1 article, all 9 sentences" */
static char *
describe_extent (PlxSearchRecordCard *self, const PlxSearchRecord *record)
{
  const PlxColumn *column = g_ptr_array_index (self->comparison->comparison->columns, self->column);
  int article = column->article >= 0 ? column->article : column->via_article;
  guint n_sentences = 0;
  g_autofree char *articles =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u article", "%u articles", record->n_articles),
                     record->n_articles);

  if (article >= 0 && article < (int) self->comparison->n_articles
      && self->comparison->contents[article]->analysis != NULL
      && self->comparison->contents[article]->analysis->sentences != NULL)
    n_sentences = self->comparison->contents[article]->analysis->sentences->len;
  if (n_sentences == 0)
    return g_steal_pointer (&articles);
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%s, its %u sentence", "%s, all %u sentences", n_sentences),
    articles, n_sentences);
}

static char *
dup_quote (PlxSearchRecordCard *self, const PlxEvidence *evidence)
{
  const char *text;
  g_autofree char *slice = NULL;
  char *quote;

  if (evidence->n_spans == 0 || evidence->article < 0)
    return NULL;
  text = self->comparison->contents[evidence->article]->text;
  slice = plx_utf8_slice (text, (PlxSpan) { evidence->spans[0].begin,
                                            evidence->spans[evidence->n_spans - 1].end });
  g_strdelimit (slice, "\n", ' ');
  if (g_utf8_strlen (slice, -1) > MAX_QUOTE_CHARS)
    {
      g_autofree char *head = g_utf8_substring (slice, 0, MAX_QUOTE_CHARS);

      quote = g_strdup_printf ("“%s …”", head);
    }
  else
    quote = g_strdup_printf ("“%s”", slice);
  return quote;
}

/* A bar from 0 to 1: how near the nearest came, and the tick it missed. */
static void
draw_nearness_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  const PlxSearchRecord *record = user_data;
  GdkRGBA color;
  double y = height / 2.0;

  plx_widget_get_color (GTK_WIDGET (area), &color);
  if (gtk_widget_get_direction (GTK_WIDGET (area)) == GTK_TEXT_DIR_RTL)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, 6);
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, 0.15);
  cairo_move_to (cr, 3, y);
  cairo_line_to (cr, width - 3, y);
  cairo_stroke (cr);
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, 0.6);
  cairo_move_to (cr, 3, y);
  cairo_line_to (cr, 3 + (width - 6) * CLAMP (record->nearest_01, 0, 1), y);
  cairo_stroke (cr);
  cairo_set_line_width (cr, 2);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_move_to (cr, 3 + (width - 6) * CLAMP (record->needed_01, 0, 1), y - 7);
  cairo_line_to (cr, 3 + (width - 6) * CLAMP (record->needed_01, 0, 1), y + 7);
  cairo_stroke (cr);
}

static GtkWidget *
new_nearness (const PlxSearchRecord *record)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *bar = gtk_drawing_area_new ();
  g_autofree char *words
    = record->nearest_01 < record->needed_01
        ? g_strdup_printf (_("%.2f, needed %.2f"), record->nearest_01, record->needed_01)
        : g_strdup_printf (_("%.2f: much alike, but it says something else"), record->nearest_01);
  GtkWidget *label = new_text (words, "caption");

  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (bar), 18);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (bar), draw_nearness_cb, (gpointer) record,
                                  NULL);
  plx_widget_set_label (bar, words);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
add_list (PlxSearchRecordCard *self, const char *name, char **words)
{
  g_autofree char *joined = words != NULL ? g_strjoinv (", ", words) : NULL;

  if (joined != NULL && *joined != '\0')
    add_row (self, name, new_text (joined, NULL));
}

/* An article says itself that a source left this out: the sentence. */
static void
add_witness (PlxSearchRecordCard *self, const PlxEvidence *evidence)
{
  GPtrArray *columns = self->comparison->comparison->columns;
  g_autofree char *quote = dup_quote (self, evidence);

  for (guint i = 0; i < columns->len; i++)
    if (((PlxColumn *) g_ptr_array_index (columns, i))->article == evidence->article)
      add_row (self, _("Said by"),
               new_text (plx_cell_words_get_column (g_ptr_array_index (columns, i)), NULL));
  add_row (self, _("Evidence"), new_text (quote, "plx-quote"));
}

static void
add_record (PlxSearchRecordCard *self)
{
  const PlxCell *cell
    = plx_comparison_get_cell (self->comparison->comparison, self->claim, self->column);
  const PlxSearchRecord *record = cell->record;
  g_autofree char *extent = NULL, *quote = NULL;

  if (cell->evidence.n_spans > 0)
    add_witness (self, &cell->evidence);
  if (record == NULL)
    {
      if (cell->evidence.n_spans == 0)
        add_row (self, _("Searched"), new_text (_("nothing yet"), NULL));
      return;
    }
  extent = describe_extent (self, record);
  add_row (self, _("Searched"), new_text (extent, NULL));
  add_list (self, _("Words"), record->terms);
  add_list (self, _("Names"), record->names);
  quote = dup_quote (self, &record->nearest);
  if (quote != NULL)
    add_row (self, _("Nearest"), new_text (quote, "plx-quote"));
  add_row (self, quote != NULL ? "" : _("Nearest"), new_nearness (record));
}

/* -- decision -- */

static void
left_out_cb (PlxSearchRecordCard *self)
{
  plx_verdict_form_apply (self->form, PLX_CELL_LEFT_OUT);
}

static void
not_examined_cb (PlxSearchRecordCard *self)
{
  plx_verdict_form_apply (self->form, PLX_CELL_NOT_EXAMINED);
}

static GtkWidget *
new_decision (PlxSearchRecordCard *self, PlxCellStatus status, const char *word, GCallback callback)
{
  GtkWidget *button = gtk_button_new (), *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sign = gtk_label_new (status == PLX_CELL_LEFT_OUT ? "○" : "·");

  gtk_box_append (GTK_BOX (row), sign);
  gtk_box_append (GTK_BOX (row), gtk_label_new (word));
  gtk_widget_set_halign (row, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_set_hexpand (button, TRUE);
  plx_widget_set_label (button, word);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_decision (PlxSearchRecordCard *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8),
            *label = gtk_label_new (_("Decide"));
  GtkWidget *left_out =
    new_decision (self, PLX_CELL_LEFT_OUT, _("Left out"), G_CALLBACK (left_out_cb));

  self->form
    = PLX_VERDICT_FORM (plx_verdict_form_new (self->comparison, self->claim, self->column, FALSE));
  g_signal_connect_object (self->form, "decided", G_CALLBACK (done), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_add_css_class (left_out, "suggested-action");
  self->left_out = left_out;
  if (!plx_verdict_form_allows (self->comparison, self->claim, self->column, PLX_CELL_LEFT_OUT))
    {
      gtk_widget_set_sensitive (left_out, FALSE);
      gtk_widget_set_tooltip_text (
        left_out, _("Nothing was searched here, so nothing can be said to be left out"));
    }
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), left_out);
  gtk_box_append (GTK_BOX (row), new_decision (self, PLX_CELL_NOT_EXAMINED, _("Not examined"),
                                               G_CALLBACK (not_examined_cb)));
  gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (self->box), row);
}

GtkWidget *
plx_search_record_card_new (PlxStoryComparison *comparison, guint claim, guint column)
{
  PlxSearchRecordCard *self = g_object_new (PLX_TYPE_SEARCH_RECORD_CARD, NULL);

  self->comparison = plx_story_comparison_ref (comparison);
  self->claim = claim;
  self->column = column;
  add_heading (self);
  gtk_box_append (GTK_BOX (self->box), self->grid);
  add_record (self);
  add_decision (self);
  return GTK_WIDGET (self);
}

/* One width, and so one height: GTK 4.8 measures what is in a popover at another
 * width than it gives it, and cuts off the last line. */
static void
plx_search_record_card_measure (GtkWidget *widget, GtkOrientation orientation,
                                int for_size, int *minimum, int *natural,
                                int *minimum_baseline, int *natural_baseline)
{
  PlxSearchRecordCard *self = PLX_SEARCH_RECORD_CARD (widget);

  *minimum = *natural = CARD_WIDTH;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    gtk_widget_measure (self->box, orientation, CARD_WIDTH, minimum, natural, NULL, NULL);
}

static void
plx_search_record_card_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_size_allocate (PLX_SEARCH_RECORD_CARD (widget)->box,
                            &(GtkAllocation){ 0, 0, width, height }, baseline);
}

/* To what a person is asked. */
static gboolean
plx_search_record_card_grab_focus (GtkWidget *widget)
{
  PlxSearchRecordCard *self = PLX_SEARCH_RECORD_CARD (widget);

  return gtk_widget_grab_focus (self->left_out)
         || gtk_widget_child_focus (self->box, GTK_DIR_TAB_FORWARD);
}

void
plx_search_record_card_leave_out (PlxSearchRecordCard *self)
{
  if (gtk_widget_get_sensitive (self->left_out))
    left_out_cb (self);
}

static void
plx_search_record_card_dispose (GObject *object)
{
  PlxSearchRecordCard *self = PLX_SEARCH_RECORD_CARD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->comparison, plx_story_comparison_unref);
  G_OBJECT_CLASS (plx_search_record_card_parent_class)->dispose (object);
}

static void
plx_search_record_card_class_init (PlxSearchRecordCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_search_record_card_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = plx_search_record_card_grab_focus;
  GTK_WIDGET_CLASS (klass)->measure = plx_search_record_card_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = plx_search_record_card_size_allocate;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_search_record_card_init (PlxSearchRecordCard *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  gtk_widget_add_css_class (self->box, "plx-search-record");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 14);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 8);
  plx_widget_set_label (GTK_WIDGET (self), _("Search record"));
}
