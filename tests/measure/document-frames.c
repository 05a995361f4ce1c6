/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-document-view.h"
#include "plx-resources.h"

#include <adwaita.h>
#include <stdlib.h>
#include <time.h>

/* A 1 MB article with 5,000 marks against a plain GtkTextView with the same
 * text, font and column: load to first frame, and CPU per frame of scrolling.
 *
 *   document-frames          runs both, alternating, and prints the ratios
 *   document-frames marks    one run: "load_ms scroll_cpu_ms"
 *   document-frames plain
 *
 * Each run is a process of its own, so that no cache of one helps the other. */

#define N_BYTES   (1024 * 1024)
#define N_MARKS   5000
#define N_FRAMES  240
#define STEP_PX   60
#define N_RUNS    5

static const char * const words[] = {
  "the", "minister", "announced", "policy", "reform", "that", "government", "sources", "said", "market",
  "protest", "crisis", "in", "of", "and", "to", "framing", "victims", "economy", "energy", "report",
  "critics", "however", "according",
};

static char *
make_text (void)
{
  GString *text = g_string_new (NULL);
  guint n_words = 0, wanted = 90;

  g_random_set_seed (7);
  while (text->len < N_BYTES)
    {
      g_string_append (text, words[g_random_int_range (0, G_N_ELEMENTS (words))]);
      if (++n_words >= wanted)
        {
          g_string_append (text, ".\n");
          n_words = 0;
          wanted = (guint) g_random_int_range (60, 140);
        }
      else
        g_string_append_c (text, ' ');
    }
  return g_string_free (text, FALSE);
}

static PlxMark *
make_mark (guint i, guint32 begin, guint32 end)
{
  static const char * const kinds[] = { "person", "organisation", "state", "place", "media", "event" };
  PlxMark *mark = g_new0 (PlxMark, 1);

  mark->key = g_strdup_printf ("m%u", i);
  mark->layer = i % 10 == 0 ? PLX_MARK_STATEMENT : i % 97 == 0 ? PLX_MARK_FINDING : PLX_MARK_NAME;
  mark->state = i % 3 == 0 ? PLX_MARK_ACCEPTED : PLX_MARK_SUGGESTED;
  mark->label = g_strdup (kinds[i % G_N_ELEMENTS (kinds)]);
  mark->spans = g_new (PlxSpan, 1);
  mark->spans[0] = (PlxSpan) { begin, end };
  mark->n_spans = 1;
  mark->item = mark->local_entity = -1;
  mark->title = g_strdup ("said");
  mark->chain = g_strdup ("Agency ▸ Minister");
  return mark;
}

static PlxArticleContent *
make_content (const char *text)
{
  PlxArticleContent *content = g_new0 (PlxArticleContent, 1);
  guint32 n_bytes;

  g_atomic_ref_count_init (&content->refs);
  content->analysis = plx_analysis_new ("x", text, -1);
  content->text = content->analysis->text;
  content->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_mark_free);
  n_bytes = content->analysis->n_bytes;
  for (guint i = 0; i < N_MARKS; i++)
    {
      guint32 begin = (guint32) ((guint64) i * n_bytes / N_MARKS);
      guint32 length = i % 10 == 0 ? 120 : 8 + i % 40;
      g_ptr_array_add (content->marks, make_mark (i, begin, MIN (begin + length, n_bytes)));
    }
  g_ptr_array_sort (content->marks, plx_mark_compare);
  return content;
}

/* -- one run -- */

static gint64 n_painted;
static double frames_cpu_us, frame_began_us;

static double
get_cpu_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e6 + (double) now.tv_nsec / 1e3;
}

static void
before_cb (void)
{
  frame_began_us = get_cpu_us ();
}

static void
after_cb (void)
{
  frames_cpu_us += get_cpu_us () - frame_began_us;
  n_painted++;
}

static void
spin_ms (int ms)
{
  gint64 until = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

static void
spin_until_settled (GtkAdjustment *adjustment)
{
  double upper = -1;

  while (gtk_adjustment_get_upper (adjustment) != upper)
    {
      upper = gtk_adjustment_get_upper (adjustment);
      spin_ms (600);
    }
}

typedef struct {
  GtkAdjustment *adjustment;
  int left;
} Scroll;

static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Scroll *scroll = user_data;

  gtk_adjustment_set_value (scroll->adjustment, gtk_adjustment_get_value (scroll->adjustment) + STEP_PX);
  return --scroll->left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static GtkWidget *
new_plain_view (const char *text)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 287);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 287);
  gtk_text_view_set_pixels_inside_wrap (GTK_TEXT_VIEW (view), 4);
  gtk_text_view_set_pixels_below_lines (GTK_TEXT_VIEW (view), 12);
  gtk_widget_add_css_class (view, "article-text");
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_buffer_set_text (buffer, text, -1);
  return view;
}

static GtkWidget *
new_marked_view (PlxArticleContent *content)
{
  GtkWidget *view = plx_document_view_new ();

  plx_document_view_set_content (PLX_DOCUMENT_VIEW (view), content, NULL, NULL);
  return view;
}

static int
run_once (gboolean marks)
{
  g_autofree char *text = make_text ();
  g_autoptr (PlxArticleContent) content = marks ? make_content (text) : NULL;
  GtkWidget *window, *scroller;
  GdkFrameClock *clock;

  adw_init ();
  g_resources_register (plx_get_resource ());
  g_autoptr (GtkCssProvider) css = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (css, "/org/parallax/Parallax/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  window = gtk_window_new ();
  scroller = gtk_scrolled_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 900);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_present (GTK_WINDOW (window));
  spin_ms (800);
  clock = gdk_surface_get_frame_clock (gtk_native_get_surface (GTK_NATIVE (window)));
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_cb), NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_cb), NULL);

  n_painted = 0;
  double cpu = get_cpu_us ();
  GtkWidget *view = marks ? new_marked_view (content) : new_plain_view (text);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  while (n_painted == 0)
    g_main_context_iteration (NULL, TRUE);
  double load_ms = (get_cpu_us () - cpu) / 1000;

  Scroll scroll = { gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), N_FRAMES };
  spin_until_settled (scroll.adjustment);
  n_painted = 0;
  frames_cpu_us = 0;
  gtk_widget_add_tick_callback (window, scroll_cb, &scroll, NULL);
  while (scroll.left > 0)
    g_main_context_iteration (NULL, TRUE);
  spin_ms (50);
  g_print ("%.2f %.3f\n", load_ms, frames_cpu_us / 1000 / (double) n_painted);
  return 0;
}

/* -- all runs -- */

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static gboolean
spawn (const char *self, const char *mode, double *load_ms, double *frame_ms)
{
  const char *argv[] = { self, mode, NULL };
  g_autofree char *out = NULL;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, NULL, NULL))
    return FALSE;
  return sscanf (out, "%lf %lf", load_ms, frame_ms) == 2;
}

int
main (int argc, char **argv)
{
  static const char * const modes[] = { "plain", "marks" };
  double load[2][N_RUNS], frame[2][N_RUNS];

  if (argc > 1)
    return run_once (g_str_equal (argv[1], "marks"));
  for (int i = 0; i < N_RUNS; i++)
    for (int m = 0; m < 2; m++)
      if (!spawn (argv[0], modes[m], &load[m][i], &frame[m][i]))
        {
          g_printerr ("document-frames: a run failed\n");
          return 1;
        }
  for (int m = 0; m < 2; m++)
    {
      qsort (load[m], N_RUNS, sizeof (double), compare_doubles);
      qsort (frame[m], N_RUNS, sizeof (double), compare_doubles);
      g_print ("%s: load to first frame %.1f ms, scroll %.2f ms a frame (CPU, median of %d)\n", modes[m],
               load[m][N_RUNS / 2], frame[m][N_RUNS / 2], N_RUNS);
    }
  g_print ("ratio: load %.2f (bar 3), scroll %.2f (bar 2)\n", load[1][N_RUNS / 2] / load[0][N_RUNS / 2],
           frame[1][N_RUNS / 2] / frame[0][N_RUNS / 2]);
  return 0;
}
