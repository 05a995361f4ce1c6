/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

#include "export-fixture.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

/* What other programs read in the file: Poppler its annotations and the words
 * under them, qpdf its structure, MuPDF its pages. */

typedef struct {
  ExportFixture *fixture;
  char *folder, *path;
  PopplerDocument *document;
} Read;

/* The mark that an annotation's name belongs to: "a2-k7" or "a2-k7-3". */
static const PlxMark *
find_mark (ExportFixture *fixture, const char *name, guint *article)
{
  g_auto (GStrv) parts = g_strsplit (name, "-", -1);

  g_assert_cmpuint (g_strv_length (parts), >=, 2);
  for (guint i = 0; i < fixture->report.n_articles; i++)
    {
      const PlxReportArticle *a = &fixture->report.articles[i];

      if (a->id != (gint64) g_ascii_strtoull (parts[0] + 1, NULL, 10))
        continue;
      for (guint k = 0; k < a->marks->len; k++)
        {
          const PlxMark *mark = g_ptr_array_index (a->marks, k);

          *article = i;
          if (strcmp (mark->key, parts[1]) == 0)
            return mark;
        }
    }
  g_assert_not_reached ();
}

static int
compare_chars (gconstpointer a, gconstpointer b)
{
  return *(const gunichar *) a < *(const gunichar *) b
             ? -1
             : *(const gunichar *) a > *(const gunichar *) b;
}

/* Words as a reader compares them: no blanks, no hyphens, ligatures undone.
 * Right-to-left text comes back in the order it is seen, so there only the
 * letters are compared. */
static char *
normalise (const char *text)
{
  g_autofree char *folded = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_autofree gunichar *chars = g_utf8_to_ucs4_fast (folded, -1, NULL);
  glong n = 0;
  gboolean right_to_left = FALSE;

  for (glong i = 0; chars[i] != 0; i++)
    {
      gunichar c = chars[i];

      right_to_left |= c >= 0x0590 && c < 0x0800;
      if (g_unichar_isspace (c) || c == 0xad || c == '-' || c == 0x2010
          || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e
          || c == 0x200f)
        continue;
      chars[n++] = c;
    }
  if (right_to_left)
    qsort (chars, (gsize) n, sizeof (gunichar), compare_chars);
  return g_ucs4_to_utf8 (chars, n, NULL, NULL, NULL);
}

typedef struct {
  gunichar *chars;
  PopplerRectangle *boxes;
  guint n;
} PageText;

static gboolean
is_direction (gunichar c)
{
  return c >= 0x202a && c <= 0x202e;
}

/* Poppler's text holds direction signs that have no rectangle. */
static void
read_text (PopplerPage *page, PageText *text)
{
  g_autofree char *utf8 = poppler_page_get_text (page);
  g_autofree gunichar *all = g_utf8_to_ucs4_fast (utf8, -1, NULL);
  guint n = 0, n_boxes = 0;

  for (guint i = 0; all[i] != 0; i++)
    if (!is_direction (all[i]))
      all[n++] = all[i];
  text->boxes = NULL;
  poppler_page_get_text_layout (page, &text->boxes, &n_boxes);
  g_assert_cmpuint (n, ==, n_boxes);
  text->n = n;
  text->chars = g_memdup2 (all, (n + 1) * sizeof (gunichar));
}

static void
clear_text (PageText *text)
{
  g_free (text->chars);
  g_free (text->boxes);
}

static void
append_inside (GString *out, const PageText *text, double x1, double y1, double x2, double y2)
{
  for (guint i = 0; i < text->n; i++)
    {
      const PopplerRectangle *box = &text->boxes[i];
      double x = (box->x1 + box->x2) / 2, y = (box->y1 + box->y2) / 2;

      if (x >= x1 && x <= x2 && y >= y1 && y <= y2)
        g_string_append_unichar (out, text->chars[i]);
    }
}

static void
append_quads (GString *out, PopplerAnnot *annotation, const PageText *text, double height)
{
  g_autoptr (GArray) quads
      = poppler_annot_text_markup_get_quadrilaterals (POPPLER_ANNOT_TEXT_MARKUP (annotation));

  for (guint i = 0; i < quads->len; i++)
    {
      const PopplerQuadrilateral *q = &g_array_index (quads, PopplerQuadrilateral, i);

      /* upper left first, lower right last */
      g_assert_cmpfloat (q->p1.y, >, q->p3.y);
      g_assert_cmpfloat (q->p1.x, <, q->p2.x);
      append_inside (out, text, q->p1.x, height - q->p1.y, q->p4.x, height - q->p4.y);
    }
}

static char *
dup_quote (const ExportFixture *fixture, guint article, const PlxMark *mark)
{
  const PlxAnalysis *a = fixture->report.articles[article].analysis;
  g_autoptr (GString) quote = g_string_new (NULL);

  for (guint i = 0; i < mark->n_spans; i++)
    g_string_append_len (quote, a->text + mark->spans[i].begin, plx_span_length (mark->spans[i]));
  return g_string_free (g_steal_pointer (&quote), FALSE);
}

static void
check_fields (const PlxMark *mark, PopplerAnnot *annotation)
{
  g_autofree char *contents = poppler_annot_get_contents (annotation);
  g_autofree char *author = poppler_annot_markup_get_label (POPPLER_ANNOT_MARKUP (annotation));
  g_autofree char *modified = poppler_annot_get_modified (annotation);
  g_autoptr (GDate) created = poppler_annot_markup_get_date (POPPLER_ANNOT_MARKUP (annotation));

  g_assert_cmpstr (author, ==, mark->author != NULL ? mark->author : "Parallax 0.1.0");
  g_assert_cmpstr (modified, ==, mark->decided != NULL ? "D:20310516083000Z" : "D:20310517120000Z");
  g_assert_nonnull (created);
  g_assert_nonnull (strstr (contents, mark->why));
  if (mark->title != NULL)
    g_assert_nonnull (strstr (contents, mark->title));
  if (mark->note != NULL)
    g_assert_nonnull (strstr (contents, mark->note));
  if (mark->chain != NULL)
    g_assert_nonnull (strstr (contents, mark->chain));
  g_assert_true (poppler_annot_get_flags (annotation) & POPPLER_ANNOT_FLAG_PRINT);
  g_assert_true (poppler_annot_markup_has_popup (POPPLER_ANNOT_MARKUP (annotation)));
}

/* Text under each mark, all its pieces together, by its name. */
static GHashTable *
read_marks (ExportFixture *fixture, PopplerDocument *document, guint *n_annotations)
{
  GHashTable *found = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  *n_annotations = 0;
  for (int p = 0; p < poppler_document_get_n_pages (document); p++)
    {
      g_autoptr (PopplerPage) page = poppler_document_get_page (document, p);
      GList *mappings = poppler_page_get_annot_mapping (page);
      PageText text;
      double height;

      read_text (page, &text);
      poppler_page_get_size (page, NULL, &height);
      for (GList *l = mappings; l != NULL; l = l->next)
        {
          PopplerAnnot *annotation = ((PopplerAnnotMapping *) l->data)->annot;
          g_autofree char *name = NULL;
          g_autoptr (GString) words = NULL;
          const PlxMark *mark;
          guint article = 0;

          if (!POPPLER_IS_ANNOT_MARKUP (annotation))
            continue;
          name = poppler_annot_get_name (annotation);
          mark = find_mark (fixture, name, &article);
          words = g_string_new (g_hash_table_lookup (found, mark));
          check_fields (mark, annotation);
          if (POPPLER_IS_ANNOT_TEXT_MARKUP (annotation))
            append_quads (words, annotation, &text, height);
          g_hash_table_insert (found, (gpointer) mark, g_strdup (words->str));
          (*n_annotations)++;
        }
      poppler_page_free_annot_mapping (mappings);
      clear_text (&text);
    }
  return found;
}

static void
open_export (Read *read, ExportFixture *fixture)
{
  g_autofree char *uri = NULL;
  g_autoptr (GError) error = NULL;

  read->fixture = fixture;
  read->folder = g_dir_make_tmp ("plx-readback-XXXXXX", NULL);
  read->path = g_build_filename (read->folder, "report.pdf", NULL);
  g_assert_true (plx_report_write_pdf (&fixture->report, read->path, NULL, NULL, &error));
  g_assert_no_error (error);
  uri = g_filename_to_uri (read->path, NULL, NULL);
  read->document = poppler_document_new_from_file (uri, NULL, &error);
  g_assert_no_error (error);
}

static void
close_export (Read *read)
{
  g_object_unref (read->document);
  g_unlink (read->path);
  g_rmdir (read->folder);
  g_free (read->path);
  g_free (read->folder);
  export_fixture_free (read->fixture);
}

static void
assert_marks (Read *read)
{
  guint n_annotations, n_marks = 0;
  g_autoptr (GHashTable) found = read_marks (read->fixture, read->document, &n_annotations);

  for (guint i = 0; i < read->fixture->report.n_articles; i++)
    for (guint k = 0; k < read->fixture->report.articles[i].marks->len; k++)
      {
        const PlxMark *mark = g_ptr_array_index (read->fixture->report.articles[i].marks, k);
        const char *words = g_hash_table_lookup (found, mark);
        g_autofree char *quote = dup_quote (read->fixture, i, mark);
        g_autofree char *wanted = normalise (quote), *got = NULL;

        if (mark->state == PLX_MARK_REJECTED)
          {
            g_assert_null (words);
            continue;
          }
        n_marks++;
        g_assert_nonnull (words);
        got = normalise (words);
        g_assert_cmpstr (got, ==, wanted);
      }
  g_assert_cmpuint (g_hash_table_size (found), ==, n_marks);
  g_test_message ("%u marks in %u annotations, words under all of them as quoted", n_marks,
                  n_annotations);
}

static void
test_marks (void)
{
  Read read = { 0 };

  open_export (&read, export_fixture_new ());
  assert_marks (&read);
  close_export (&read);
}

/* Marks cut by the ends of many pages. */
static void
test_long (void)
{
  Read read = { 0 };
  ExportFixture *fixture = export_fixture_new_long (40);
  PlxMark *whole
      = export_fixture_mark (fixture, 0, PLX_MARK_STATEMENT, "indirect", "President", "all of it");

  whole->spans[0].end = fixture->report.articles[0].analysis->n_bytes - 1;
  export_fixture_seal (fixture);
  open_export (&read, fixture);
  assert_marks (&read);
  g_assert_cmpint (poppler_document_get_n_pages (read.document), >, 15);
  close_export (&read);
}

typedef struct {
  double x, y;
  gunichar c;
} Placed;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Placed *p = a, *q = b;

  if (ABS (p->y - q->y) > 6)
    return p->y < q->y ? -1 : 1;
  return p->x < q->x ? -1 : p->x > q->x;
}

/* Poppler guesses an order from the page's shape and may put a note between
 * two lines; here they are read as an eye reads them. */
static void
append_lines (GString *out, const PageText *text, double x1, double y1, double x2, double y2)
{
  g_autoptr (GArray) inside = g_array_new (FALSE, FALSE, sizeof (Placed));

  for (guint i = 0; i < text->n; i++)
    {
      const PopplerRectangle *box = &text->boxes[i];
      Placed placed = { (box->x1 + box->x2) / 2, (box->y1 + box->y2) / 2, text->chars[i] };

      if (placed.x >= x1 && placed.x <= x2 && placed.y >= y1 && placed.y <= y2 && placed.c > ' ')
        g_array_append_val (inside, placed);
    }
  g_array_sort (inside, compare_places);
  for (guint i = 0; i < inside->len; i++)
    g_string_append_unichar (out, g_array_index (inside, Placed, i).c);
}

/* More notes than a margin has room for. */
static void
test_dense (void)
{
  Read read = { 0 };
  ExportFixture *fixture = export_fixture_new_long (0);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (text, "Line%u. ", i);
  export_fixture_add_article (fixture, "Dense", "Dense", "en", text->str);
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *words = g_strdup_printf ("Line%u.", i);
      g_autofree char *chain = g_strdup_printf ("Source %u ▸ Speaker %u", i / 7, i);
      PlxMark *mark = export_fixture_mark (fixture, 1, PLX_MARK_STATEMENT, "direct", words, "said");

      mark->chain = g_strdup (chain);
      if (i % 2 == 0)
        export_fixture_mark (fixture, 1, PLX_MARK_FINDING, "number", words, "This number differs");
    }
  export_fixture_seal (fixture);
  open_export (&read, fixture);
  assert_marks (&read);
  close_export (&read);
}

/* The words in the column of @article's pages. */
static char *
read_column (Read *read, guint article)
{
  g_autoptr (GString) column = g_string_new (NULL);

  for (int p = 0; p < poppler_document_get_n_pages (read->document); p++)
    {
      g_autoptr (PopplerPage) page = poppler_document_get_page (read->document, p);
      g_autoptr (GString) head = g_string_new (NULL);
      PageText text;

      read_text (page, &text);
      append_inside (head, &text, 300, 25, 595, 45);
      if (strstr (head->str, read->fixture->report.articles[article].source) != NULL)
        append_lines (column, &text, 160, 60, 455, 765);
      clear_text (&text);
    }
  return normalise (column->str);
}

/* The article's words come back whole and in order, hyphens joined. */
static void
test_words (void)
{
  Read read = { 0 };

  open_export (&read, export_fixture_new ());
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *column = read_column (&read, i);
      g_autofree char *wanted = normalise (read.fixture->report.articles[i].analysis->text);

      g_assert_true (g_str_has_suffix (column, wanted));
    }
  close_export (&read);
}

static void
assert_runs (const char *program, const char * const *arguments, const char *path)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autofree char *found = g_find_program_in_path (program), *out = NULL, *err = NULL;
  int status = 0;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (found);
  g_ptr_array_add (argv, found);
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) arguments[i]);
  g_ptr_array_add (argv, (gpointer) path);
  g_ptr_array_add (argv, NULL);
  g_assert_true (
      g_spawn_sync (NULL, (char **) argv->pdata, NULL, 0, NULL, NULL, &out, &err, &status, &error));
  g_assert_true (g_spawn_check_wait_status (status, &error));
  g_assert_null (strstr (err, "error:"));
}

static guint
count_elements (PopplerStructureElementIter *iter, PopplerStructureElementKind kind)
{
  guint n = 0;

  do
    {
      PopplerStructureElement *element = poppler_structure_element_iter_get_element (iter);
      PopplerStructureElementIter *child = poppler_structure_element_iter_get_child (iter);

      n += poppler_structure_element_get_kind (element) == kind;
      g_object_unref (element);
      if (child == NULL)
        continue;
      n += count_elements (child, kind);
      poppler_structure_element_iter_free (child);
    }
  while (poppler_structure_element_iter_next (iter));
  return n;
}

static void
assert_elements (Read *read, PopplerStructureElementKind kind, guint expected)
{
  PopplerStructureElementIter *iter = poppler_structure_element_iter_new (read->document);

  g_assert_nonnull (iter);
  g_assert_cmpuint (count_elements (iter, kind), ==, expected);
  poppler_structure_element_iter_free (iter);
}

/* An element per article, one per mark, and no furniture. */
static void
test_structure (void)
{
  Read read = { 0 };

  open_export (&read, export_fixture_new ());
  assert_elements (&read, POPPLER_STRUCTURE_ELEMENT_ARTICLE, 4);
  assert_elements (&read, POPPLER_STRUCTURE_ELEMENT_ANNOT, 45);
  assert_elements (&read, POPPLER_STRUCTURE_ELEMENT_FIGURE, 1);
  assert_elements (&read, POPPLER_STRUCTURE_ELEMENT_PRIVATE, 0);
  close_export (&read);
}

static void
test_other_readers (void)
{
  Read read = { 0 };
  g_autofree char *title = NULL;
  PopplerIndexIter *outline;

  open_export (&read, export_fixture_new ());
  assert_runs ("qpdf", (const char *[]) { "--check", NULL }, read.path);
  assert_runs ("mutool", (const char *[]) { "draw", "-F", "trace", "-o", "/dev/null", NULL },
               read.path);
  title = poppler_document_get_title (read.document);
  g_assert_cmpstr (title, ==, "Vesk–Lian summit");
  g_assert_cmpuint (poppler_document_get_n_attachments (read.document), ==, 1);
  outline = poppler_index_iter_new (read.document);
  g_assert_nonnull (outline);
  poppler_index_iter_free (outline);
  close_export (&read);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/readback/marks", test_marks);
  g_test_add_func ("/export/readback/long", test_long);
  g_test_add_func ("/export/readback/dense", test_dense);
  g_test_add_func ("/export/readback/words", test_words);
  g_test_add_func ("/export/readback/structure", test_structure);
  g_test_add_func ("/export/readback/other-readers", test_other_readers);
  return g_test_run ();
}
