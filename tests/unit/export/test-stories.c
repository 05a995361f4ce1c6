/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

#include "export-fixture.h"
#include "export/plx-pdf-cells.h"

/* A report of several stories: what stands where, and what is not said. */

static PopplerDocument *
export_and_open (const PlxReport *report)
{
  g_autofree char *folder = g_dir_make_tmp ("plx-stories-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "report.pdf", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GBytes) held = NULL;
  gsize n_bytes;
  PopplerDocument *document;
  g_autoptr (GError) error = NULL;

  g_assert_true (plx_report_write_pdf (report, path, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, &n_bytes, NULL));
  held = g_bytes_new (bytes, n_bytes);
  document = poppler_document_new_from_bytes (held, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_rmdir (folder);
  return document;
}

static char *
dup_page_text (PopplerDocument *document, int number)
{
  PopplerPage *page = poppler_document_get_page (document, number);
  char *text = poppler_page_get_text (page);

  g_object_unref (page);
  return text;
}

/* A line per heading: its depth as dashes, its title; and that title must
 * stand on the page the heading leads to. */
static void
list_outline (PopplerDocument *document, PopplerIndexIter *iter, guint depth, GString *out)
{
  do
    {
      PopplerAction *action = poppler_index_iter_get_action (iter);
      PopplerIndexIter *child = poppler_index_iter_get_child (iter);
      g_autofree char *text = dup_page_text (document, action->goto_dest.dest->page_num - 1);
      g_autofree char *word = g_strndup (action->any.title, strcspn (action->any.title, " ,"));

      /* other scripts come back in another order or form */
      g_assert_true (!g_str_is_ascii (word) || strstr (text, word) != NULL);
      for (guint i = 0; i < depth; i++)
        g_string_append_c (out, '-');
      g_string_append_printf (out, "%s\n", action->any.title);
      if (child != NULL)
        {
          list_outline (document, child, depth + 1, out);
          poppler_index_iter_free (child);
        }
      poppler_action_free (action);
    }
  while (poppler_index_iter_next (iter));
}

static char *
dup_outline (PopplerDocument *document)
{
  GString *out = g_string_new (NULL);
  PopplerIndexIter *iter = poppler_index_iter_new (document);

  list_outline (document, iter, 0, out);
  poppler_index_iter_free (iter);
  return g_string_free (out, FALSE);
}

static char *
dup_text (PopplerDocument *document)
{
  GString *out = g_string_new (NULL);

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autofree char *text = dup_page_text (document, i);

      g_string_append (out, text);
    }
  return g_string_free (out, FALSE);
}

/* Stories with their articles, then one that is alone, then one of no story. */
static void
test_nested (void)
{
  g_autoptr (ExportFixture) fixture = export_fixture_new ();
  PlxReportStory stories[2] = { fixture->story, { "Alone", 4, 1, NULL, NULL, 0 } };
  PopplerDocument *document;
  g_autofree char *outline = NULL, *wanted = NULL;
  GString *expected = g_string_new ("Vesk–Lian summit\n-Summary\n-What each source reports\n"
                                    "-Evidence, claim by claim\n");

  for (guint i = 0; i < 3; i++)
    g_string_append_printf (expected, "-%s\n", fixture->report.articles[i].title);
  wanted = g_string_free (expected, FALSE);
  export_fixture_add_article (fixture, "The Harbour Times", "Alone", "en", "Nothing new.");
  export_fixture_add_article (fixture, NULL, "Loose", "en", "Nothing at all.");
  export_fixture_seal (fixture);
  fixture->report.stories = stories;
  fixture->report.n_stories = 2;
  document = export_and_open (&fixture->report);
  outline = dup_outline (document);
  g_assert_true (g_str_has_prefix (outline, wanted));
  g_assert_nonnull (strstr (outline, "\nAlone\nLoose\nWho is tied to whom\n"));
  g_object_unref (document);
}

/* One story is the whole report: it needs no heading of its own. */
static void
test_flat (void)
{
  g_autoptr (ExportFixture) fixture = export_fixture_new ();
  PopplerDocument *document = export_and_open (&fixture->report);
  g_autofree char *outline = dup_outline (document);

  g_assert_true (g_str_has_prefix (outline, "Summary\nWhat each source reports\nEvidence, claim by claim\n"));
  g_assert_null (strstr (outline, "\n-"));
  g_object_unref (document);
}

typedef struct {
  PlxComparison comparison;
  PlxColumn own, voice;
  PlxClaim claims[2];
  PlxCell cells[4];
  PlxSpan span;
} Alone;

/* An article without a source, called "1", that carries Rodong Sinmun. */
static PlxReportStory
fill_alone (Alone *alone)
{
  PlxComparison *c = &alone->comparison;

  *alone = (Alone) {
    .own = { .name = (char *) "1", .article_id = (char *) "1", .article = 0, .via_article = -1 },
    .voice = { .name = (char *) "Rodong Sinmun", .article = -1, .via_article = 0 },
    .claims = { { .statement = (char *) "What it carries", .origins = 1 },
                { .statement = (char *) "What it says itself", .origins = 1, .order = 1 } },
    .span = { 0, 7 },
  };
  c->n_articles = 1;
  c->columns = g_ptr_array_new ();
  c->claims = g_ptr_array_new ();
  c->findings = g_ptr_array_new ();
  g_ptr_array_add (c->columns, &alone->own);
  g_ptr_array_add (c->columns, &alone->voice);
  g_ptr_array_add (c->claims, &alone->claims[0]);
  g_ptr_array_add (c->claims, &alone->claims[1]);
  c->cells = alone->cells;
  for (guint i = 0; i < 3; i++)
    alone->cells[i] = (PlxCell) { .status = PLX_CELL_REPORTED,
                                  .brief = (char *) (i == 1 ? "via 1" : NULL),
                                  .evidence = { .spans = &alone->span, .n_spans = 1 } };
  return (PlxReportStory) { "Alone", 0, 1, c, NULL, 0 };
}

static void
clear_alone (Alone *alone)
{
  g_ptr_array_unref (alone->comparison.columns);
  g_ptr_array_unref (alone->comparison.claims);
  g_ptr_array_unref (alone->comparison.findings);
}

/* What an article says itself is not said again. */
static void
test_alone (void)
{
  g_autoptr (ExportFixture) fixture = export_fixture_new_long (1);
  Alone alone;
  PlxReportStory story = fill_alone (&alone);
  PopplerDocument *document;
  g_autofree char *text = NULL;

  fixture->report.stories = &story;
  fixture->report.n_stories = 1;
  document = export_and_open (&fixture->report);
  text = dup_text (document);
  g_assert_nonnull (strstr (text, "Heard only through this article"));
  g_assert_nonnull (strstr (text, "What it carries"));
  g_assert_null (strstr (text, "What it says itself"));
  g_assert_null (strstr (text, "Evidence"));
  g_object_unref (document);
  clear_alone (&alone);
}

static void
test_unnamed (void)
{
  Alone alone;
  PlxReportStory story = fill_alone (&alone);
  g_autofree char *brief = plx_pdf_dup_brief (&story, &alone.cells[1]);

  g_assert_cmpstr (brief, ==, "via Unnamed outlet");
  g_assert_cmpstr (plx_pdf_get_voice (&story, "Rodong Sinmun"), ==, "Rodong Sinmun");
  clear_alone (&alone);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/stories/nested", test_nested);
  g_test_add_func ("/export/stories/flat", test_flat);
  g_test_add_func ("/export/stories/alone", test_alone);
  g_test_add_func ("/export/stories/unnamed", test_unnamed);
  return g_test_run ();
}
