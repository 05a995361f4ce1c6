/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-xlsx-private.h"

#include "export/plx-pdf-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* A spreadsheet of one comparison, by libxlsxwriter. It is written into a
 * folder of its own and only then, whole, where it belongs. */

/* What a spreadsheet takes into one cell; the rest is cut with a word. */
enum { MAX_CHARS = 32767 };

/* sheets and cells */

void
plx_xlsx_begin_sheet (PlxXlsx *self, const char *name, const PlxXlsxColumn *columns,
                      guint n_columns, guint n_frozen)
{
  self->sheet = workbook_add_worksheet (self->workbook, name);
  self->row = 0;
  self->column = 0;
  self->n_columns = n_columns;
  for (guint i = 0; i < n_columns; i++)
    worksheet_set_column (self->sheet, (lxw_col_t) i, (lxw_col_t) i, columns[i].width, NULL);
  worksheet_freeze_panes (self->sheet, 1, (lxw_col_t) n_frozen);
  worksheet_set_landscape (self->sheet);
  worksheet_set_paper (self->sheet, 9);   // A4
  worksheet_fit_to_pages (self->sheet, 1, 0);
  worksheet_repeat_rows (self->sheet, 0, 0);
  worksheet_set_footer (self->sheet, "&L&F&C&A&R&P / &N");
  for (guint i = 0; i < n_columns; i++)
    plx_xlsx_add_text (self, columns[i].title, self->head);
  plx_xlsx_next_row (self);
}

void
plx_xlsx_end_sheet (PlxXlsx *self)
{
  if (self->row > 1)
    worksheet_autofilter (self->sheet, 0, 0, self->row - 1, (lxw_col_t) (self->n_columns - 1));
}

static gboolean
is_escape (const char *p)
{
  return p[0] == '_' && p[1] == 'x' && g_ascii_isxdigit (p[2]) && g_ascii_isxdigit (p[3])
         && g_ascii_isxdigit (p[4]) && g_ascii_isxdigit (p[5]) && p[6] == '_';
}

/* "_x0041_" in a workbook means "A": its first character is escaped itself. At
 * most @most characters, as spreadsheets count them (UTF-16); FALSE: cut. */
static gboolean
escape (GString *out, const char *text, guint most)
{
  guint used = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean escapes = is_escape (p);
      guint needs = escapes ? 7 : (guchar) *p >= 0xf0 ? 2 : 1;

      if (used + needs > most)
        return FALSE;
      used += needs;
      if (escapes)
        g_string_append (out, "_x005F_");
      else
        g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }
  return TRUE;
}

/* A text cell always: what begins like a formula is none. */
void
plx_xlsx_add_text (PlxXlsx *self, const char *text, lxw_format *format)
{
  gsize n_bytes = text != NULL ? strlen (text) : 0;
  /* what is cut anyway need not be cleaned */
  g_autofree char *head = n_bytes > 4 * MAX_CHARS + 8 ? g_strndup (text, 4 * MAX_CHARS + 8) : NULL;
  g_autofree char *clean = plx_matrix_dup_clean (head != NULL ? head : text);
  const char *note = _(" … (cut: longer than a cell)");
  g_autoptr (GString) cell = g_string_sized_new (strlen (clean) + 1);

  if (!escape (cell, clean, MAX_CHARS))
    {
      g_string_truncate (cell, 0);
      escape (cell, clean, MAX_CHARS - (guint) g_utf8_strlen (note, -1));
      g_string_append (cell, note);
    }
  if (cell->len > 0 || format != NULL)
    worksheet_write_string (self->sheet, self->row, self->column, cell->str,
                            format != NULL ? format : self->text);
  self->column++;
}

void
plx_xlsx_add_number (PlxXlsx *self, double number)
{
  worksheet_write_number (self->sheet, self->row, self->column++, number, self->text);
}

gboolean
plx_xlsx_next_row (PlxXlsx *self)
{
  self->column = 0;
  self->row++;
  if (self->row % 64 == 0 && g_cancellable_set_error_if_cancelled (self->cancellable, self->error))
    return FALSE;
  if (self->row < LXW_ROW_MAX)
    return TRUE;
  g_set_error (self->error, PLX_EXPORT_ERROR, PLX_EXPORT_ERROR_UNSUPPORTED,
               _("A sheet holds %d rows, and there are more: export as JSON or CSV"), LXW_ROW_MAX);
  return FALSE;
}

/* the workbook */

static lxw_format *
add_format (PlxXlsx *self, gboolean bold, lxw_color_t ink, lxw_color_t paper)
{
  lxw_format *format = workbook_add_format (self->workbook);

  format_set_text_wrap (format);
  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  if (bold)
    format_set_bold (format);
  if (ink != LXW_COLOR_UNSET)
    format_set_font_color (format, ink);
  if (paper != LXW_COLOR_UNSET)
    format_set_bg_color (format, paper);
  return format;
}

/* Colours beside the words, never instead of them. */
static void
add_formats (PlxXlsx *self)
{
  self->text = add_format (self, FALSE, LXW_COLOR_UNSET, LXW_COLOR_UNSET);
  self->bold = add_format (self, TRUE, LXW_COLOR_UNSET, LXW_COLOR_UNSET);
  self->head = add_format (self, TRUE, LXW_COLOR_UNSET, 0xe6e6e9);
  format_set_bottom (self->head, LXW_BORDER_THIN);
  self->status[PLX_CELL_NOT_EXAMINED] = add_format (self, FALSE, 0x77767b, LXW_COLOR_UNSET);
  self->status[PLX_CELL_REPORTED] = self->text;
  self->status[PLX_CELL_DIFFERS] = add_format (self, TRUE, 0x7a4f00, 0xfff3d6);
  self->status[PLX_CELL_CONTRADICTED] = add_format (self, TRUE, 0xa51d2d, 0xfde3e3);
  self->status[PLX_CELL_NOT_FOUND] = add_format (self, FALSE, 0x5e5c64, 0xf4f4f5);
  self->status[PLX_CELL_LEFT_OUT] = add_format (self, TRUE, 0xa51d2d, 0xf4f4f5);
}

static void
set_properties (PlxXlsx *self)
{
  const PlxReport *report = self->matrix->report;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = report->date != NULL
                               ? g_date_time_new_from_iso8601 (report->date, utc) : NULL;
  g_autofree char *title = plx_matrix_dup_clean (report->title);
  g_autofree char *author = plx_matrix_dup_clean (report->author);
  lxw_doc_properties properties = {
    .title = title,
    .author = author,
    .comments = (char *) report->program,
    /* not 0: that is the time of writing */
    .created = time != NULL ? (time_t) MAX (g_date_time_to_unix (time), 1) : 1,
  };

  workbook_set_properties (self->workbook, &properties);
}

static gboolean
write_sheets (PlxXlsx *self)
{
  static gboolean (*const writers[]) (PlxXlsx *self) = {
    plx_xlsx_write_matrix, plx_xlsx_write_evidence, plx_xlsx_write_searches,
    plx_xlsx_write_naming, plx_xlsx_write_words,    plx_xlsx_write_tables,
    plx_xlsx_write_sources, plx_xlsx_write_summary, plx_xlsx_write_about,
    plx_xlsx_write_aside,
  };

  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      if (!writers[i](self))
        return FALSE;
      plx_progress_report (self->progress, (i + 1) / (double) (G_N_ELEMENTS (writers) + 1), NULL);
    }
  return TRUE;
}

static gboolean
fill_file (PlxXlsx *self, const char *path, const char *folder)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = (char *) folder };
  lxw_error problem;

  self->workbook = workbook_new_opt (path, &options);
  if (self->workbook == NULL)
    {
      g_set_error_literal (self->error, PLX_EXPORT_ERROR, PLX_EXPORT_ERROR_WRITE,
                           _("There is no memory for the spreadsheet"));
      return FALSE;
    }
  add_formats (self);
  set_properties (self);
  if (!write_sheets (self))
    {
      lxw_workbook_free (self->workbook);
      return FALSE;
    }
  problem = workbook_close (self->workbook);
  if (problem == LXW_NO_ERROR)
    return TRUE;
  g_set_error (self->error, PLX_EXPORT_ERROR, PLX_EXPORT_ERROR_WRITE,
               _("The spreadsheet could not be written: %s. Make room in %s, then export again"),
               lxw_strerror (problem), g_get_tmp_dir ());
  return FALSE;
}

gboolean
plx_report_write_xlsx (const PlxReport *report, const char *path, const PlxProgress *progress,
                       GCancellable *cancellable, GError **error)
{
  g_autoptr (PlxMatrix) matrix = NULL;
  g_autofree char *folder = NULL, *file = NULL, *bytes = NULL;
  gsize n_bytes = 0;
  PlxXlsx self = { .progress = progress, .cancellable = cancellable, .error = error };
  gboolean done;

  if (plx_report_is_empty (report, error) || (matrix = plx_matrix_new (report, error)) == NULL
      || (folder = g_dir_make_tmp ("parallax-XXXXXX", error)) == NULL)
    return FALSE;
  self.matrix = matrix;
  file = g_build_filename (folder, "matrix.xlsx", NULL);
  done = fill_file (&self, file, folder) && g_file_get_contents (file, &bytes, &n_bytes, error);
  g_unlink (file);
  g_rmdir (folder);
  return done && plx_report_write_file (path, bytes, n_bytes, error);
}
