/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-matrix.h"
#include "export/plx-pdf-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/* The marked-up PDF from end to end: lay out, draw, finish, verify, and only
 * then write. Cancelled or failed, it leaves what was there before. */

enum { MAX_ROUNDS = 4, MAX_LEVELS = 2 };

static void
free_placed (gpointer data)
{
  PlxPlacedMark *placed = data;

  g_array_unref (placed->quads);
  g_free (placed);
}

static void
book_init (PlxPdfBook *book, const PlxReport *report)
{
  GDestroyNotify free_page = (GDestroyNotify) plx_pdf_page_free;

  book->report = report;
  plx_pdf_type_init (book);
  book->hyphens = plx_hyphens_new ();
  book->front = g_ptr_array_new_with_free_func (free_page);
  book->body = g_ptr_array_new_with_free_func (free_page);
  book->back = g_ptr_array_new_with_free_func (free_page);
  book->n_front = 1;
  book->places = g_array_new (FALSE, FALSE, sizeof (PlxPdfPlace));
  book->first_place = g_new0 (guint, report->n_articles + 1);
  book->first_page = g_new0 (guint, report->n_articles);
  book->placed = g_ptr_array_new_with_free_func (free_placed);
  book->piece_of = g_new0 (gint *, report->n_articles);
  book->parts = g_array_new (FALSE, FALSE, sizeof (PlxPdfPart));
  book->back_headings = plx_pdf_headings_new ();
  for (guint i = 0; i < report->n_articles; i++)
    {
      guint n = report->articles[i].marks->len;

      book->piece_of[i] = g_new (gint, n + 1);
      for (guint k = 0; k <= n; k++)
        book->piece_of[i][k] = -1;
    }
}

static void
book_clear (PlxPdfBook *book)
{
  for (guint i = 0; i < book->report->n_articles; i++)
    g_free (book->piece_of[i]);
  g_free (book->piece_of);
  g_free (book->first_place);
  g_free (book->first_page);
  g_array_unref (book->places);
  plx_pdf_parts_clear (book);
  g_array_unref (book->back_headings);
  g_ptr_array_unref (book->front);
  g_ptr_array_unref (book->body);
  g_ptr_array_unref (book->back);
  g_ptr_array_unref (book->placed);
  plx_pdf_graph_clear (book);
  plx_hyphens_free (book->hyphens);
  plx_pdf_type_clear (book);
}

/* Front, parts and back print page numbers that depend on how long front and
 * parts are: laid out again until those lengths hold. */
static gboolean
lay_out_frame (PlxPdfBook *book, GCancellable *cancellable, GError **error)
{
  gboolean holds = FALSE;

  plx_pdf_parts_begin (book);
  for (guint round = 0; round < MAX_ROUNDS && !holds; round++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      holds = plx_pdf_parts_lay_out (book);
      g_ptr_array_set_size (book->back, 0);
      g_array_set_size (book->back_headings, 0);
      plx_pdf_index_lay_out (book);
      g_ptr_array_set_size (book->front, 0);
      plx_pdf_front_lay_out (book);
      holds = holds && book->n_front == book->front->len;
      book->n_front = book->front->len;
    }
  return TRUE;
}

static gboolean
lay_out (PlxPdfBook *book, const PlxProgress *progress, GCancellable *cancellable, GError **error)
{
  guint n = book->report->n_articles;

  for (guint i = 0; i < n; i++)
    {
      plx_progress_report (progress, i / (double) n, _("Setting pages"));
      if (!plx_pdf_article_lay_out (book, i, cancellable, error))
        return FALSE;
    }
  if (!plx_pdf_graph_build (book, cancellable, error))
    return FALSE;
  if (!lay_out_frame (book, cancellable, error))
    return FALSE;
  plx_pdf_furnish (book);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static cairo_status_t
collect_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* A heading hangs under the last one of a lower level. */
static void
add_outlines (cairo_surface_t *surface, const PlxPdfBook *book)
{
  g_autoptr (GArray) headings = plx_pdf_book_list_headings (book);
  int parents[MAX_LEVELS + 1] = { CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < headings->len; i++)
    {
      const PlxPdfHeading *heading = &g_array_index (headings, PlxPdfHeading, i);
      guint level = MIN (heading->level, MAX_LEVELS - 1);
      g_autofree char *target = g_strdup_printf ("page=%u pos=[0 %d]", heading->page + 1,
                                                 (int) MAX (heading->y - 24, 0));

      g_autofree char *title = plx_matrix_dup_clean (heading->title);

      parents[level + 1]
        = cairo_pdf_surface_add_outline (surface, parents[level], title, target, 0);
    }
}

/* Its own clock would make every file another. */
static void
set_metadata (cairo_surface_t *surface, const PlxReport *report)
{
  g_autofree char *title = plx_matrix_dup_clean (report->title),
                  *author = plx_matrix_dup_clean (report->author);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  if (report->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, report->program);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, report->date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, report->date);
}

typedef struct {
  cairo_t *cr;
  const PlxProgress *progress;
  GCancellable *cancellable;
  guint n_drawn, n_pages;
} Drawing;

static gboolean
draw_section (Drawing *d, const PlxPdfSection *section, GError **error)
{
  const char *tag = section->article >= 0 ? "Art" : "Sect";

  cairo_tag_begin (d->cr, tag, NULL);
  for (guint i = section->begin; i < section->end; i++)
    {
      if (g_cancellable_set_error_if_cancelled (d->cancellable, error))
        return FALSE;
      plx_progress_report (d->progress, d->n_drawn++ / (double) d->n_pages, _("Drawing pages"));
      plx_pdf_page_draw (g_ptr_array_index (section->pages, i), d->cr);
      /* shaped lines are most of the memory; qpdf needs it next */
      g_array_set_size (((PlxPdfPage *) g_ptr_array_index (section->pages, i))->items, 0);
      cairo_show_page (d->cr);
    }
  cairo_tag_end (d->cr, tag);
  return TRUE;
}

static gboolean
draw_book (Drawing *d, const PlxPdfBook *book, GError **error)
{
  g_autoptr (GArray) sections = plx_pdf_book_list_sections (book);

  cairo_tag_begin (d->cr, "Document", NULL);
  for (guint i = 0; i < sections->len; i++)
    if (!draw_section (d, &g_array_index (sections, PlxPdfSection, i), error))
      return FALSE;
  cairo_tag_end (d->cr, "Document");
  return TRUE;
}

static GByteArray *
draw (const PlxPdfBook *book, const PlxProgress *progress, GCancellable *cancellable,
      GError **error)
{
  g_autoptr (GByteArray) plain = g_byte_array_new ();
  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (collect_bytes, plain, PLX_PDF_WIDTH, PLX_PDF_HEIGHT);
  Drawing d = { cairo_create (surface), progress, cancellable, 0, plx_pdf_book_n_pages (book) };
  gboolean done;
  cairo_status_t status;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_5);
  set_metadata (surface, book->report);
  done = draw_book (&d, book, error);
  if (done)
    add_outlines (surface, book);
  status = cairo_status (d.cr);
  cairo_destroy (d.cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!done)
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, PLX_EXPORT_ERROR, PLX_EXPORT_ERROR_VERIFY,
                   _("The pages could not be drawn: %s"), cairo_status_to_string (status));
      return NULL;
    }
  return g_steal_pointer (&plain);
}

static GBytes *
make (PlxPdfBook *book, const PlxProgress *progress, GCancellable *cancellable, GError **error)
{
  PlxProgress layout = plx_progress_part (progress, 0, 0.4),
              pages = plx_progress_part (progress, 0.4, 0.7);
  PlxProgress finish = plx_progress_part (progress, 0.7, 0.95);
  g_autoptr (GByteArray) plain = NULL;
  g_autoptr (GBytes) pdf = NULL;

  if (!lay_out (book, &layout, cancellable, error))
    return NULL;
  plain = draw (book, &pages, cancellable, error);
  if (plain == NULL)
    return NULL;
  pdf = plx_pdf_finish (book, plain, &finish, cancellable, error);
  if (pdf == NULL || !plx_pdf_verify (book, pdf, error)
      || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&pdf);
}

/**
 * plx_report_write_pdf:
 * @path: replaced only when the new file is whole and reads back
 *
 * Every mark of the report that is not rejected becomes an annotation. The
 * same report gives the same bytes, as long as fonts and libraries are the
 * same.
 *
 * Cost:    linear in pages and marks
 * Thread:  any; its own font map; polls @cancellable at every page
 * Errors:  PLX_EXPORT_ERROR_EMPTY, _WRITE, _VERIFY, G_IO_ERROR_CANCELLED
 */
gboolean
plx_report_write_pdf (const PlxReport *report, const char *path, const PlxProgress *progress,
                      GCancellable *cancellable, GError **error)
{
  PlxPdfBook book = { 0 };
  g_autoptr (GBytes) pdf = NULL;
  gsize n_bytes;
  const char *bytes;

  if (plx_report_is_empty (report, error))
    return FALSE;
  book_init (&book, report);
  pdf = make (&book, progress, cancellable, error);
  book_clear (&book);
  if (pdf == NULL)
    return FALSE;
  bytes = g_bytes_get_data (pdf, &n_bytes);
  if (!plx_report_write_file (path, bytes, n_bytes, error))
    return FALSE;
  plx_progress_report (progress, 1, NULL);
  return TRUE;
}
