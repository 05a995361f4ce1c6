/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-pdf-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A placed mark as PDF text: the annotation's dictionary and what it looks
 * like. Pure: the same mark gives the same bytes, which the tests compare. */

/* Between lines that lie below each other. */
#define STEP 1.9

void
plx_pdf_annotation_init (PlxPdfAnnotation *self)
{
  self->dictionary = g_string_new (NULL);
  self->appearance = g_string_new (NULL);
}

void
plx_pdf_annotation_clear (PlxPdfAnnotation *self)
{
  g_string_free (self->dictionary, TRUE);
  g_string_free (self->appearance, TRUE);
}

/* Never "1,5": a PDF knows one decimal point. */
void
plx_pdf_write_number (GString *out, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", number);
  g_string_append (out, strcmp (buffer, "-0.00") == 0 ? "0.00" : buffer);
  g_string_append_c (out, ' ');
}

static gboolean
is_plain (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (*p < ' ' || *p > '~')
      return FALSE;
  return TRUE;
}

/* ASCII as it is, everything else as UTF-16 with a byte order mark. */
void
plx_pdf_write_string (GString *out, const char *utf8)
{
  g_autofree gunichar2 *units = NULL;
  glong n = 0;

  if (is_plain (utf8))
    {
      g_string_append_c (out, '(');
      for (const char *p = utf8; *p != '\0'; p++)
        {
          if (strchr ("()\\", *p) != NULL)
            g_string_append_c (out, '\\');
          g_string_append_c (out, *p);
        }
      g_string_append_c (out, ')');
      return;
    }
  units = g_utf8_to_utf16 (utf8, -1, NULL, &n, NULL);
  g_string_append (out, "<FEFF");
  for (glong i = 0; i < n; i++)
    g_string_append_printf (out, "%04X", units[i]);
  g_string_append_c (out, '>');
}

/* "2026-02-03T04:05:06Z" → "D:20260203040506Z"; NULL: not a date. */
char *
plx_pdf_dup_date (const char *iso)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *whole = NULL;
  g_autoptr (GDateTime) date = NULL, moved = NULL;

  if (iso == NULL)
    return NULL;
  whole = strchr (iso, 'T') != NULL ? g_strdup (iso) : g_strconcat (iso, "T00:00:00Z", NULL);
  date = g_date_time_new_from_iso8601 (whole, utc);
  moved = date != NULL ? g_date_time_to_utc (date) : NULL;
  return moved != NULL ? g_date_time_format (moved, "D:%Y%m%d%H%M%SZ") : NULL;
}

/* Stable across exports: the article's id in the project, the mark's key. */
char *
plx_pdf_annotation_dup_name (const PlxReport *report, const PlxPlacedMark *placed)
{
  gint64 article = report->articles[placed->article].id;

  if (placed->piece <= 1)
    return g_strdup_printf ("a%" G_GINT64_FORMAT "-%s", article, placed->mark->key);
  return g_strdup_printf ("a%" G_GINT64_FORMAT "-%s-%u", article, placed->mark->key, placed->piece);
}

static void
add_line (GString *out, const char *label, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (out->len > 0)
    g_string_append_c (out, '\n');
  if (label != NULL)
    g_string_append_printf (out, "%s: ", label);
  g_string_append (out, text);
}

static void
add_state (GString *out, const PlxMark *mark)
{
  g_autofree char *text = NULL;

  if (mark->state == PLX_MARK_ACCEPTED && mark->author != NULL)
    text = g_strdup_printf (_("accepted by %s"), mark->author);
  else if (mark->state == PLX_MARK_ACCEPTED)
    text = g_strdup (_("accepted"));
  else
    text = g_strdup_printf (_("suggested, confidence %.0f %%"), (double) mark->confidence_01 * 100);
  add_line (out, NULL, text);
}

/* What a reader of the file sees on pointing at the mark. */
static char *
dup_contents (const PlxReport *report, const PlxPlacedMark *placed)
{
  const PlxMark *mark = placed->mark;
  g_autoptr (GString) out = g_string_new (NULL);

  add_line (out, plx_pdf_mark_get_word (mark),
            mark->title != NULL && *mark->title != '\0' ? mark->title : mark->label);
  if (mark->layer == PLX_MARK_STATEMENT || mark->layer == PLX_MARK_OMISSION)
    add_line (out, _("who says it"), mark->chain != NULL && *mark->chain != '\0'
                                     ? mark->chain : _("the article itself"));
  add_state (out, mark);
  add_line (out, _("why"), mark->why);
  add_line (out, _("note"), mark->note);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static double
flip (double y)
{
  return PLX_PDF_HEIGHT - y;
}

static void
write_numbers (GString *out, const double *numbers, guint n)
{
  for (guint i = 0; i < n; i++)
    plx_pdf_write_number (out, numbers[i]);
}

static void
pen_set_line (gpointer data, double width, const double *dashes, guint n_dashes)
{
  GString *out = data;

  plx_pdf_write_number (out, width);
  g_string_append (out, "w [");
  write_numbers (out, dashes, n_dashes);
  g_string_append (out, "] 0 d\n");
}

static void
pen_move (gpointer data, double x, double y)
{
  write_numbers (data, (double[]) { x, flip (y) }, 2);
  g_string_append (data, "m\n");
}

static void
pen_line (gpointer data, double x, double y)
{
  write_numbers (data, (double[]) { x, flip (y) }, 2);
  g_string_append (data, "l\n");
}

static void
pen_stroke (gpointer data)
{
  g_string_append (data, "S\n");
}

static void
write_colour (GString *out, PlxPdfColour colour, const char *operator)
{
  write_numbers (out, (double[]) { colour.red, colour.green, colour.blue }, 3);
  g_string_append (out, operator);
  g_string_append_c (out, '\n');
}

/* The wash is shorter than the line, or it would hide the line above; /G is
 * the graphics state that multiplies, so words stay black. */
static void
write_wash (GString *out, PlxPdfStyle style, const GArray *quads)
{
  g_string_append (out, "/G gs\n");
  write_colour (out, plx_pdf_style_get_wash (style), "rg");
  for (guint i = 0; i < quads->len; i++)
    {
      const PlxPdfBox *q = &g_array_index (quads, PlxPdfBox, i);
      const double box[] = { q->x1, flip (q->y2 - 1.6), q->x2 - q->x1, q->y2 - q->y1 - 2 };

      write_numbers (out, box, G_N_ELEMENTS (box));
      g_string_append (out, "re\n");
    }
  g_string_append (out, "f\n");
}

static void
write_appearance (GString *out, const PlxPlacedMark *placed)
{
  const PlxPdfPen pen = { pen_set_line, pen_move, pen_line, pen_stroke, out };
  PlxPdfStyle style = plx_pdf_style_of_mark (placed->mark);
  gboolean accepted = placed->mark->state == PLX_MARK_ACCEPTED;

  if (style == PLX_PDF_OMISSION || style == PLX_PDF_FINDING
      || (accepted && style != PLX_PDF_STATEMENT))
    write_wash (out, style, placed->quads);
  write_colour (out, plx_pdf_style_get_colour (style), "RG");
  for (guint i = 0; i < placed->quads->len; i++)
    {
      PlxPdfBox box = g_array_index (placed->quads, PlxPdfBox, i);

      box.y2 += STEP * placed->depth;
      plx_pdf_style_draw (style, &pen, box, accepted, i == 0 && placed->piece == 1,
                          placed->last && i + 1 == placed->quads->len);
    }
}

/* Room for lines and signs around the words. */
static PlxPdfBox
find_rect (const PlxPlacedMark *placed)
{
  const GArray *quads = placed->quads;
  PlxPdfBox rect = { G_MAXDOUBLE, G_MAXDOUBLE, 0, 0 };

  for (guint i = 0; i < quads->len; i++)
    {
      const PlxPdfBox *q = &g_array_index (quads, PlxPdfBox, i);

      rect.x1 = MIN (rect.x1, q->x1 - 2.2);
      rect.y1 = MIN (rect.y1, flip (q->y2) - 1.5 - STEP * placed->depth);
      rect.x2 = MAX (rect.x2, q->x2 + 2.2);
      rect.y2 = MAX (rect.y2, flip (q->y1) + 1.5);
    }
  return rect;
}

/* Upper left, upper right, lower left, lower right: not the order of the
 * standard, but the one that every reader expects. */
static void
write_quads (GString *out, const GArray *quads)
{
  g_string_append (out, "/QuadPoints [");
  for (guint i = 0; i < quads->len; i++)
    {
      const PlxPdfBox *q = &g_array_index (quads, PlxPdfBox, i);
      const double points[] = { q->x1, flip (q->y1), q->x2, flip (q->y1),
                                q->x1, flip (q->y2), q->x2, flip (q->y2) };

      write_numbers (out, points, G_N_ELEMENTS (points));
    }
  g_string_append (out, "] ");
}

static void
write_key (GString *out, const char *key, const char *value)
{
  g_string_append_printf (out, "/%s ", key);
  plx_pdf_write_string (out, value);
  g_string_append_c (out, ' ');
}

/**
 * plx_pdf_annotation_write:
 * @self: overwritten
 *
 * A highlight, underline or squiggly line for marks with a place; a note for
 * those without.
 */
void
plx_pdf_annotation_write (PlxPdfAnnotation *self, const PlxReport *report,
                          const PlxPlacedMark *placed)
{
  const PlxMark *mark = placed->mark;
  PlxPdfStyle style = plx_pdf_style_of_mark (mark);
  PlxPdfColour colour = plx_pdf_style_get_colour (style);
  GString *out = self->dictionary;
  gboolean note = placed->line == 0;
  g_autofree char *name = plx_pdf_annotation_dup_name (report, placed);
  g_autofree char *contents = dup_contents (report, placed);
  g_autofree char *created = plx_pdf_dup_date (report->date);
  g_autofree char *decided = plx_pdf_dup_date (mark->decided);
  const char *date = decided != NULL ? decided : created;

  g_string_truncate (out, 0);
  g_string_truncate (self->appearance, 0);
  self->rect = find_rect (placed);
  g_string_append_printf (out, "<</Type /Annot /Subtype /%s /F 4 ",
                          note ? "Text" : plx_pdf_style_get_subtype (style));
  if (note)
    g_string_append (out, "/Name /Comment ");
  else
    write_quads (out, placed->quads);
  g_string_append (out, "/Rect [");
  write_numbers (out, (double[]) { self->rect.x1, self->rect.y1, self->rect.x2, self->rect.y2 }, 4);
  g_string_append (out, "] /C [");
  write_numbers (out, (double[]) { colour.red, colour.green, colour.blue }, 3);
  g_string_append (out, "] ");
  write_key (out, "NM", name);
  write_key (out, "T", mark->author != NULL ? mark->author : report->program);
  write_key (out, "Subj", plx_pdf_mark_get_word (mark));
  write_key (out, "Contents", contents);
  if (date != NULL)
    {
      write_key (out, "M", date);
      write_key (out, "CreationDate", date);
    }
  g_string_append (out, ">>");
  write_appearance (self->appearance, placed);
}
