/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-html-private.h"

#include "export/plx-pdf-private.h"

#include <glib/gi18n-lib.h>

/* One page that holds everything: no script, no font, no picture from
 * elsewhere. Evidence opens under its cell. */

void
plx_html_add_text (GString *out, const char *text)
{
  g_autofree char *clean = plx_matrix_dup_clean (text);

  for (const char *p = clean; *p != '\0'; p++)
    switch (*p)
      {
      case '&': g_string_append (out, "&amp;"); break;
      case '<': g_string_append (out, "&lt;"); break;
      case '>': g_string_append (out, "&gt;"); break;
      case '"': g_string_append (out, "&quot;"); break;
      default: g_string_append_c (out, *p); break;
      }
}

/* The policy keeps a page opened years later from reaching for anything. */
static void
add_head (GString *out, const PlxMatrix *matrix)
{
  g_string_append (
    out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" "
         "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<meta name=\"generator\" "
         "content=\"");
  plx_html_add_text (out, matrix->report->program);
  g_string_append (out, "\">\n<title>");
  plx_html_add_text (out, matrix->story->title);
  g_string_append_printf (out, "</title>\n<style>\n%s</style>\n</head>\n<body>\n", plx_html_style);
}

static void
add_nav (GString *out, const PlxMatrix *matrix)
{
  static const char *const places[][2] = {
    { "summary", N_("Summary") }, { "matrix", N_("Matrix") },   { "naming", N_("Naming") },
    { "words", N_("Words") },     { "voices", N_("Voices") },
    { "prominence", N_("Prominence") },   { "over-time", N_("Over time") },
    { "shared", N_("Shared passages") },  { "check", N_("To check") },
    { "sources", N_("Sources") }, { "about", N_("About") },     { "aside", N_("Set aside") },
  };

  g_string_append_printf (out, "<a class=\"skip\" href=\"#matrix\">%s</a>\n<header>\n",
                          _("To the matrix"));
  g_string_append (out, "<h1 dir=\"auto\">");
  plx_html_add_text (out, matrix->story->title);
  g_string_append (out, "</h1>\n<p class=\"soft\">");
  if (matrix->report->author != NULL && *matrix->report->author != '\0')
    {
      plx_html_add_text (out, matrix->report->author);
      g_string_append (out, " · ");
    }
  plx_html_add_text (out, matrix->report->date);
  g_string_append_printf (out, "</p>\n</header>\n<nav aria-label=\"%s\"><ul>", _("Contents"));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_string_append_printf (out, "<li><a href=\"#%s\">%s</a></li>", places[i][0],
                            _(places[i][1]));
  g_string_append (out, "</ul></nav>\n<main>\n");
}

static void
add_about (GString *out, const PlxMatrix *matrix)
{
  g_string_append_printf (out, "<section id=\"about\" class=\"page\">\n<h2>%s</h2>\n<p>",
                          _("About"));
  plx_html_add_text (
    out, _("Every cell has a sign and a word. ✓: a person decided it; everything else is suggested "
           "by the program. “Not found” means that the article was searched and nothing came near "
           "enough: the cell opens on what was searched for. Only an article's own statement or a "
           "person makes it “left out”. Articles that share their text, or that have a claim "
           "from one shared passage, count as one origin."));
  g_string_append (out, "</p>\n<p class=\"soft\">");
  plx_html_add_text (out, matrix->report->program);
  g_string_append (out, ", ");
  plx_html_add_text (out, matrix->report->date);
  g_string_append (out, "</p>\n</section>\n");
}

gboolean
plx_report_write_html (const PlxReport *report, const char *path, const PlxProgress *progress,
                       GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (PlxMatrix) matrix = NULL;

  if (plx_report_is_empty (report, error) || (matrix = plx_matrix_new (report, error)) == NULL)
    return FALSE;
  add_head (out, matrix);
  add_nav (out, matrix);
  plx_html_add_summary (out, matrix);
  plx_progress_report (progress, 0.1, NULL);
  if (!plx_html_add_matrix (out, matrix, cancellable, error))
    return FALSE;
  plx_progress_report (progress, 0.9, NULL);
  plx_html_add_naming (out, matrix);
  plx_html_add_words (out, matrix);
  plx_html_add_tables (out, matrix);
  plx_html_add_sources (out, matrix);
  add_about (out, matrix);
  plx_html_add_aside (out, matrix);
  g_string_append (out, "</main>\n</body>\n</html>\n");
  return plx_report_write_file (path, out->str, out->len, error);
}
