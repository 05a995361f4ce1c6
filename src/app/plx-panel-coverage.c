/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-panel-page.h"

#include "app/plx-cell-style.h"
#include "app/plx-compat.h"
#include "app/plx-date.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Coverage: which source ran the story, when and how long. Each source has a
 * line on one axis of days, with a dot per article as large as it is long; what
 * the dots show stands in words beside them. */

typedef struct {
  gint64 begin, end;      // days of the whole story
  guint most_words;
} Axis;

typedef struct {
  gint64 day;             // 0: no date
  guint words, article;
  gboolean is_partial;    // a month or a year only
} Dot;

typedef struct {
  Axis axis;
  GArray *dots;           // Dot
} Line;

static gint64
find_day (const PlxPanelContext *self, guint article, gboolean *is_partial)
{
  const char *published = self->published != NULL && article < self->published->len
                            ? g_ptr_array_index (self->published, article)
                            : NULL;
  int year = 0, month = 1, day = 1, n_read;
  GDate date;

  n_read = published != NULL ? sscanf (published, "%4d-%2d-%2d", &year, &month, &day) : 0;
  *is_partial = n_read < 3;
  if (n_read < 1 || year < 1
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return 0;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

static guint
count_words (const char *text)
{
  guint n = 0;
  gboolean in_word = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean is_space = g_ascii_isspace (*p);

      n += !is_space && !in_word;
      in_word = !is_space;
    }
  return n;
}

static Axis
find_axis (const PlxPanelContext *self, GArray *all)
{
  Axis axis = { 0, 0, 1 };

  for (guint i = 0; i < self->comparison->n_articles; i++)
    {
      Dot dot = { .words = count_words (self->comparison->contents[i]->text), .article = i };

      dot.day = find_day (self, i, &dot.is_partial);
      g_array_append_val (all, dot);
      axis.most_words = MAX (axis.most_words, dot.words);
      if (dot.day == 0)
        continue;
      axis.begin = axis.begin == 0 ? dot.day : MIN (axis.begin, dot.day);
      axis.end = MAX (axis.end, dot.day);
    }
  return axis;
}

/* -- a line -- */

static void
line_free (gpointer data)
{
  Line *line = data;

  g_array_unref (line->dots);
  g_free (line);
}

static void
draw_line_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  const Line *line = user_data;
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (area)) == GTK_TEXT_DIR_RTL;
  double most = height / 2.0 - 1, room = width - 2 * most - 2;
  double days = (double) MAX (line->axis.end - line->axis.begin, 1);
  GdkRGBA color;

  plx_widget_get_color (GTK_WIDGET (area), &color);
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, 0.25);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, most, height / 2 + 0.5);
  cairo_line_to (cr, width - most, height / 2 + 0.5);
  cairo_stroke (cr);
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, 0.75);
  for (guint i = 0; i < line->dots->len; i++)
    {
      const Dot *dot = &g_array_index (line->dots, Dot, i);
      double share = (double) (dot->day - line->axis.begin) / days, radius;

      if (dot->day == 0)
        continue;
      radius = MAX (2.5, most * sqrt ((double) dot->words / line->axis.most_words));
      share = is_rtl ? 1 - share : share;
      cairo_new_path (cr);
      cairo_arc (cr, most + 1 + room * share, height / 2.0, radius, 0, 2 * G_PI);
      if (dot->is_partial)
        cairo_stroke (cr);
      else
        cairo_fill (cr);
    }
}

static GtkWidget *
new_line (Line *line)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), 20);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_line_cb, line, line_free);
  plx_widget_set_label (area, _("Its articles by date, as large as they are long"));
  return area;
}

/* The days at both ends of the line. */
static void
add_axis (GtkWidget *card, const Axis *axis)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  const gint64 days[] = { axis->begin, axis->end };

  for (guint i = 0; axis->begin > 0 && i < (axis->end > axis->begin ? 2 : 1); i++)
    {
      GDate date;
      g_autofree char *iso = NULL, *text = NULL;
      GtkWidget *label;

      g_date_clear (&date, 1);
      g_date_set_julian (&date, (guint32) days[i]);
      iso = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                             g_date_get_day (&date));
      text = plx_date_dup_text (iso);
      label = gtk_label_new (text);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_set_hexpand (label, TRUE);
      gtk_widget_set_halign (label, i == 0 ? GTK_ALIGN_START : GTK_ALIGN_END);
      gtk_box_append (GTK_BOX (row), label);
    }
  gtk_box_append (GTK_BOX (card), row);
}

/* -- the list -- */

static void
add_source (const PlxPanelContext *self, GtkWidget *list, const char *name, const Axis *axis,
            const GArray *all, const GArray *articles)
{
  GtkWidget *card = plx_panel_add_card (list, name), *pills;
  Line *line = g_new0 (Line, 1);

  line->axis = *axis;
  line->dots = g_array_new (FALSE, FALSE, sizeof (Dot));
  for (guint i = 0; i < articles->len; i++)
    g_array_append_val (line->dots,
                        g_array_index (all, Dot, g_array_index (articles, guint, i)));
  gtk_box_append (GTK_BOX (card), new_line (line));
  add_axis (card, axis);
  pills = plx_panel_add_pills (card);
  for (guint i = 0; i < line->dots->len; i++)
    {
      const Dot *dot = &g_array_index (line->dots, Dot, i);
      const char *published = self->published != NULL && dot->article < self->published->len
                                ? g_ptr_array_index (self->published, dot->article)
                                : NULL;
      g_autofree char *date = plx_date_dup_text (published);
      g_autofree char *words = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u word", "%u words", dot->words), dot->words);
      g_autofree char *text = g_strdup_printf ("%s · %s", date, words);
      g_autofree char *label = g_strdup_printf (_("%s, %s, %s: show the article"), name, date, words);

      plx_panel_page_add_passage (self, pills, text, label, dot->article, (PlxSpan) { 0, 1 });
    }
}

void
plx_panel_show_coverage (const PlxPanelContext *self)
{
  GPtrArray *columns = self->comparison->comparison->columns;
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Dot));
  Axis axis = find_axis (self, all);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GtkWidget *list = plx_panel_page_add_list (self, _("Coverage by source"));

  for (guint i = 0; i < columns->len; i++)
    {
      const PlxColumn *column = g_ptr_array_index (columns, i);
      g_autoptr (GArray) articles = g_array_new (FALSE, FALSE, sizeof (guint));

      if (column->article < 0 || !g_hash_table_add (seen, column->name))
        continue;
      for (guint j = i; j < columns->len; j++)
        {
          const PlxColumn *other = g_ptr_array_index (columns, j);

          if (other->article >= 0 && g_str_equal (other->name, column->name))
            g_array_append_val (articles, other->article);
        }
      add_source (self, list, plx_cell_words_get_column (column), &axis, all, articles);
    }
}
