/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-pdf-qpdf.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* cairo's pages become the finished file: annotations with popups, links that
 * print, structure put right, metadata, attachment. */

typedef struct {
  qpdf_data q;
  const PlxPdfBook *book;
  qpdf_oh *pages;        // (n_pages)
  guint n_pages;
  qpdf_oh multiply;      // resources of every appearance
  PlxPdfAnnotation scratch;
  PlxPdfStructure structure;
} Finisher;

/* Indexes of placed marks, page by page, each page's in their own order. */
static guint *
sort_by_page (const PlxPdfBook *book, guint *first)
{
  guint n = book->placed->len, n_pages = book->body->len;
  guint *order = g_new (guint, n + 1);
  g_autofree guint *next = NULL;

  for (guint i = 0; i < n; i++)
    first[((const PlxPlacedMark *) g_ptr_array_index (book->placed, i))->page + 1]++;
  for (guint i = 0; i < n_pages; i++)
    first[i + 1] += first[i];
  next = g_memdup2 (first, (n_pages + 1) * sizeof (guint));
  for (guint i = 0; i < n; i++)
    order[next[((const PlxPlacedMark *) g_ptr_array_index (book->placed, i))->page]++] = i;
  return order;
}

static void
append (qpdf_data q, qpdf_oh array, qpdf_oh item)
{
  qpdf_oh_append_item (q, array, item);
  qpdf_oh_release (q, item);
}

static qpdf_oh
new_indirect (qpdf_data q, const char *text)
{
  qpdf_oh direct = qpdf_oh_parse (q, text), indirect = qpdf_make_indirect_object (q, direct);

  qpdf_oh_release (q, direct);
  return indirect;
}

static void
add_appearance (Finisher *f, qpdf_oh annotation)
{
  g_autoptr (GString) dictionary = g_string_new ("<</Type /XObject /Subtype /Form /BBox [");
  const PlxPdfBox *rect = &f->scratch.rect;
  qpdf_oh states = qpdf_oh_new_dictionary (f->q), form, own;

  plx_pdf_write_number (dictionary, rect->x1);
  plx_pdf_write_number (dictionary, rect->y1);
  plx_pdf_write_number (dictionary, rect->x2);
  plx_pdf_write_number (dictionary, rect->y2);
  g_string_append (dictionary, "]>>");
  form = plx_pdf_new_stream (f->q, f->scratch.appearance->str, f->scratch.appearance->len,
                             dictionary->str);
  own = qpdf_oh_get_dict (f->q, form);
  qpdf_oh_replace_key (f->q, own, "/Resources", f->multiply);
  qpdf_oh_release (f->q, own);
  plx_pdf_take_key (f->q, states, "/N", form);
  plx_pdf_take_key (f->q, annotation, "/AP", states);
}

static qpdf_oh
add_popup (Finisher *f, qpdf_oh annotation)
{
  g_autoptr (GString) text
      = g_string_new ("<</Type /Annot /Subtype /Popup /F 28 /Open false /Rect [");
  double top = f->scratch.rect.y2, right = PLX_PDF_WIDTH - 8;
  qpdf_oh popup;

  plx_pdf_write_number (text, right - 170);
  plx_pdf_write_number (text, MAX (top - 90, 0));
  plx_pdf_write_number (text, right);
  plx_pdf_write_number (text, MAX (top, 90));
  g_string_append (text, "]>>");
  popup = new_indirect (f->q, text->str);
  qpdf_oh_replace_key (f->q, popup, "/Parent", annotation);
  qpdf_oh_replace_key (f->q, annotation, "/Popup", popup);
  return popup;
}

static void
add_mark (Finisher *f, qpdf_oh page, qpdf_oh annotations, const PlxPlacedMark *placed)
{
  qpdf_oh annotation;

  plx_pdf_annotation_write (&f->scratch, f->book->report, placed);
  annotation = new_indirect (f->q, f->scratch.dictionary->str);
  add_appearance (f, annotation);
  qpdf_oh_replace_key (f->q, annotation, "/P", page);
  plx_pdf_structure_add (&f->structure, placed->article, page, annotation);
  qpdf_oh_append_item (f->q, annotations, annotation);
  append (f->q, annotations, add_popup (f, annotation));
  qpdf_oh_release (f->q, annotation);
}

static void
add_link (Finisher *f, qpdf_oh annotations, const PlxPdfLink *link)
{
  g_autoptr (GString) text
      = g_string_new ("<</Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [");
  g_autoptr (GString) view = g_string_new ("[/XYZ 0 ");
  qpdf_oh annotation, target;

  if (link->page >= f->n_pages)
    return;
  plx_pdf_write_number (text, link->box.x1);
  plx_pdf_write_number (text, PLX_PDF_HEIGHT - link->box.y2);
  plx_pdf_write_number (text, link->box.x2);
  plx_pdf_write_number (text, PLX_PDF_HEIGHT - link->box.y1);
  g_string_append (text, "]>>");
  plx_pdf_write_number (view, PLX_PDF_HEIGHT - MAX (link->y - 24, 0));
  g_string_append (view, "null]");
  annotation = new_indirect (f->q, text->str);
  target = qpdf_oh_parse (f->q, view->str);
  qpdf_oh_insert_item (f->q, target, 0, f->pages[link->page]);
  plx_pdf_take_key (f->q, annotation, "/Dest", target);
  append (f->q, annotations, annotation);
}

/* @body: of the page among those of the articles, G_MAXUINT: another */
static void
finish_page (Finisher *f, guint page, const PlxPdfPage *drawn, guint body, const guint *order,
             const guint *first)
{
  qpdf_oh annotations = qpdf_oh_new_array (f->q);

  for (guint i = 0; i < drawn->links->len; i++)
    add_link (f, annotations, &g_array_index (drawn->links, PlxPdfLink, i));
  if (body < f->book->body->len)
    for (guint i = first[body]; i < first[body + 1]; i++)
      add_mark (f, f->pages[page], annotations, g_ptr_array_index (f->book->placed, order[i]));
  plx_pdf_take_key (f->q, f->pages[page], "/Tabs", qpdf_oh_new_name (f->q, "/S"));
  if (qpdf_oh_get_array_n_items (f->q, annotations) > 0)
    qpdf_oh_replace_key (f->q, f->pages[page], "/Annots", annotations);
  qpdf_oh_release (f->q, annotations);
}

/* qpdf keeps its errors until they are asked for. */
static gboolean
take_error (qpdf_data q, PlxExportError code, GError **error)
{
  if (!qpdf_has_error (q))
    return FALSE;
  g_set_error (error, PLX_EXPORT_ERROR, code, _("The PDF could not be finished: %s"),
               qpdf_get_error_full_text (q, qpdf_get_error (q)));
  return TRUE;
}

static gboolean
finish_pages (Finisher *f, const PlxProgress *progress, GCancellable *cancellable, GError **error)
{
  g_autofree guint *first = g_new0 (guint, f->book->body->len + 2);
  g_autofree guint *order = sort_by_page (f->book, first);
  g_autoptr (GArray) sections = plx_pdf_book_list_sections (f->book);
  guint page = 0;

  for (guint i = 0; i < sections->len; i++)
    {
      const PlxPdfSection *section = &g_array_index (sections, PlxPdfSection, i);

      for (guint k = section->begin; k < section->end && page < f->n_pages; k++, page++)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          plx_progress_report (progress, page / (double) f->n_pages, _("Adding annotations"));
          finish_page (f, page, g_ptr_array_index (section->pages, k),
                       section->article >= 0 ? k : G_MAXUINT, order, first);
        }
    }
  return TRUE;
}

static GBytes *
write_out (qpdf_data q, GError **error)
{
  qpdf_init_write_memory (q);
  qpdf_set_minimum_pdf_version (q, "1.7");
  qpdf_set_object_stream_mode (q, qpdf_o_generate);
  qpdf_set_deterministic_ID (q, QPDF_TRUE);
  qpdf_set_suppress_original_object_IDs (q, QPDF_TRUE);
  qpdf_write (q);
  if (take_error (q, PLX_EXPORT_ERROR_VERIFY, error))
    return NULL;
  return g_bytes_new (qpdf_get_buffer (q), qpdf_get_buffer_length (q));
}

static qpdf_data
open_pdf (const char *bytes, gsize n_bytes)
{
  qpdf_data q = qpdf_init ();

  qpdf_silence_errors (q);
  qpdf_set_suppress_warnings (q, QPDF_TRUE);
  qpdf_read_memory (q, "export", bytes, n_bytes, NULL);
  return q;
}

/**
 * plx_pdf_finish:
 * @plain: what cairo wrote; as many pages as @book
 *
 * Cost:    linear in pages and marks
 * Errors:  PLX_EXPORT_ERROR_VERIFY, G_IO_ERROR_CANCELLED
 * Returns: (transfer full): the whole file
 */
GBytes *
plx_pdf_finish (const PlxPdfBook *book, GByteArray *plain, const PlxProgress *progress,
                GCancellable *cancellable, GError **error)
{
  Finisher f = { .q = open_pdf ((const char *) plain->data, plain->len), .book = book };
  GBytes *pdf = NULL;
  gboolean done;

  if (!take_error (f.q, PLX_EXPORT_ERROR_VERIFY, error))
    {
      plx_pdf_structure_repair (f.q);
      f.n_pages = (guint) qpdf_get_num_pages (f.q);
      f.pages = g_new (qpdf_oh, f.n_pages);
      for (guint i = 0; i < f.n_pages; i++)
        f.pages[i] = qpdf_get_page_n (f.q, i);
      f.multiply = new_indirect (f.q, "<</ExtGState <</G <</Type /ExtGState /BM /Multiply>>>>>>");
      plx_pdf_annotation_init (&f.scratch);
      plx_pdf_structure_open (&f.structure, f.q);
      done = finish_pages (&f, progress, cancellable, error);
      plx_pdf_structure_close (&f.structure);
      if (done)
        {
          plx_pdf_describe (f.q, book->report);
          if (!take_error (f.q, PLX_EXPORT_ERROR_VERIFY, error))
            pdf = write_out (f.q, error);
        }
      plx_pdf_annotation_clear (&f.scratch);
      g_free (f.pages);
    }
  qpdf_cleanup (&f.q);
  return pdf;
}

static guint
count_marks (qpdf_data q, qpdf_oh page)
{
  qpdf_oh annotations = qpdf_oh_get_key (q, page, "/Annots");
  int n = qpdf_oh_is_array (q, annotations) ? qpdf_oh_get_array_n_items (q, annotations) : 0;
  guint n_marks = 0;

  for (int i = 0; i < n; i++)
    {
      qpdf_oh annotation = qpdf_oh_get_array_item (q, annotations, i);

      n_marks += qpdf_oh_has_key (q, annotation, "/NM") && qpdf_oh_has_key (q, annotation, "/AP");
      qpdf_oh_release (q, annotation);
    }
  qpdf_oh_release (q, annotations);
  return n_marks;
}

/* Reads the file back: as many pages and marks as went in. */
gboolean
plx_pdf_verify (const PlxPdfBook *book, GBytes *pdf, GError **error)
{
  gsize n_bytes;
  const char *bytes = g_bytes_get_data (pdf, &n_bytes);
  qpdf_data q = open_pdf (bytes, n_bytes);
  int n_pages = 0;
  guint n_marks = 0;
  gboolean failed = take_error (q, PLX_EXPORT_ERROR_VERIFY, error);

  if (!failed)
    {
      n_pages = qpdf_get_num_pages (q);
      for (int i = 0; i < n_pages; i++)
        {
          qpdf_oh page = qpdf_get_page_n (q, (size_t) i);

          n_marks += count_marks (q, page);
          qpdf_oh_release (q, page);
        }
      failed = take_error (q, PLX_EXPORT_ERROR_VERIFY, error);
    }
  qpdf_cleanup (&q);
  if (failed)
    return FALSE;
  if ((guint) n_pages == plx_pdf_book_n_pages (book) && n_marks == book->placed->len)
    return TRUE;
  g_set_error (error, PLX_EXPORT_ERROR, PLX_EXPORT_ERROR_VERIFY,
               _("The PDF does not read back: %u of %u pages, %u of %u marks; nothing was written"),
               (guint) n_pages, plx_pdf_book_n_pages (book), n_marks, book->placed->len);
  return FALSE;
}
