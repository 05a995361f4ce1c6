/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-package.h"
#include "import/plx-xlsx-read.h"
#include "import/plx-xlsx-styles.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Sheets are read as a stream, cell by cell. What a sheet says of its own size is
 * not believed; a cell without an address follows the one before it. Strings that
 * the workbook shares are shared here, too. */

enum {
  MAX_COLUMNS = 16384,
  MAX_ROWS = 1 << 20,
  MAX_CELLS = 6 * 1000 * 1000,   // empty ones before a filled one count, too
  MAX_STRINGS = 4 * 1000 * 1000,
};

typedef struct {
  PlxPackage *package;
  GPtrArray *strings;            // GRefString
  PlxXlsxStyles *styles;
  gboolean from_1904;
  guint n_cells;
  gboolean is_full;
} Workbook;

typedef struct {
  guint column;
  guint style;
  char kind[12];                 // "s": shared, "inlineStr", "str", "b", "e", "d", "n"
  GString *text;
  gboolean in_text;
} Cell;

static void
row_free (gpointer data)
{
  PlxXlsxRow *row = data;

  g_ptr_array_unref (row->cells);
  g_free (row);
}

static void
sheet_free (gpointer data)
{
  PlxXlsxSheet *sheet = data;

  g_free (sheet->name);
  g_ptr_array_unref (sheet->rows);
  g_free (sheet);
}

static void
string_free (gpointer string)
{
  if (string != NULL)
    g_ref_string_release (string);
}

const char *
plx_xlsx_get_cell (const PlxXlsxRow *row, guint column)
{
  const char *text = column < row->cells->len ? g_ptr_array_index (row->cells, column) : NULL;

  return text != NULL ? text : "";
}

static gboolean
has_text (xmlTextReader *reader)
{
  int type = xmlTextReaderNodeType (reader);

  return type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA
         || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE || type == XML_READER_TYPE_WHITESPACE;
}

static gboolean
is_end (xmlTextReader *reader, const char *name)
{
  return xmlTextReaderNodeType (reader) == XML_READER_TYPE_END_ELEMENT
         && strcmp ((const char *) xmlTextReaderConstLocalName (reader), name) == 0;
}

/* -- shared strings: runs of a cell are one text, the reading aid is left out -- */

static void
read_strings (Workbook *workbook, GBytes *part)
{
  g_autoptr (xmlTextReader) reader = plx_part_reader_new (part);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean in_text = FALSE;

  while (reader != NULL && xmlTextReaderRead (reader) == 1
         && workbook->strings->len < MAX_STRINGS)
    if (plx_part_is (reader, "si"))
      {
        g_string_truncate (text, 0);
        if (xmlTextReaderIsEmptyElement (reader))
          g_ptr_array_add (workbook->strings, g_ref_string_new (""));
      }
    else if (plx_part_is (reader, "rPh"))
      plx_part_skip (reader);
    else if (plx_part_is (reader, "t"))
      in_text = !xmlTextReaderIsEmptyElement (reader);
    else if (is_end (reader, "t"))
      in_text = FALSE;
    else if (is_end (reader, "si"))
      g_ptr_array_add (workbook->strings, g_ref_string_new_len (text->str, (gssize) text->len));
    else if (in_text && has_text (reader))
      g_string_append (text, (const char *) xmlTextReaderConstValue (reader));
}

/* -- cells -- */

/* "BC12" → 54; G_MAXUINT: it is no address. */
static guint
read_column (const char *address)
{
  guint column = 0;
  const char *p = address;

  for (; g_ascii_isalpha (*p) && column <= MAX_COLUMNS; p++)
    column = column * 26 + (guint) (g_ascii_toupper (*p) - 'A' + 1);
  return p > address && column <= MAX_COLUMNS ? column - 1 : G_MAXUINT;
}

static GRefString *
make_number (const Workbook *workbook, const Cell *cell)
{
  g_autofree char *date
    = plx_xlsx_styles_format_date (workbook->styles, cell->style, cell->text->str,
                                   workbook->from_1904);

  return g_ref_string_new (date != NULL ? date : cell->text->str);
}

static GRefString *
make_value (const Workbook *workbook, const Cell *cell)
{
  if (strcmp (cell->kind, "s") == 0)
    {
      guint64 index = g_ascii_strtoull (cell->text->str, NULL, 10);

      return index < workbook->strings->len
               ? g_ref_string_acquire (g_ptr_array_index (workbook->strings, index)) : NULL;
    }
  if (cell->text->len == 0 || strcmp (cell->kind, "e") == 0)
    return NULL;
  if (strcmp (cell->kind, "b") == 0)
    return g_ref_string_new_intern (*cell->text->str == '1' ? "TRUE" : "FALSE");
  if (strcmp (cell->kind, "n") == 0)
    return make_number (workbook, cell);
  return g_ref_string_new_len (cell->text->str, (gssize) cell->text->len);
}

static void
start_cell (Cell *cell, xmlTextReader *reader)
{
  g_autofree char *address = plx_part_attribute (reader, "r");
  g_autofree char *kind = plx_part_attribute (reader, "t");
  g_autofree char *style = plx_part_attribute (reader, "s");
  guint column = address != NULL ? read_column (address) : G_MAXUINT;

  if (column != G_MAXUINT)
    cell->column = column;
  g_strlcpy (cell->kind, kind != NULL ? kind : "n", sizeof cell->kind);
  cell->style = style != NULL ? (guint) g_ascii_strtoull (style, NULL, 10) : 0;
  g_string_truncate (cell->text, 0);
  cell->in_text = FALSE;
}

static void
end_cell (Workbook *workbook, Cell *cell, PlxXlsxRow *row)
{
  GRefString *value = cell->column < MAX_COLUMNS ? make_value (workbook, cell) : NULL;
  guint n_new = cell->column + 1 > row->cells->len ? cell->column + 1 - row->cells->len : 0;

  if (value != NULL && workbook->n_cells + n_new > MAX_CELLS)
    workbook->is_full = TRUE;
  if (value != NULL && !workbook->is_full)
    {
      workbook->n_cells += n_new;
      if (n_new > 0)
        g_ptr_array_set_size (row->cells, (int) cell->column + 1);
      string_free (g_ptr_array_index (row->cells, cell->column));
      g_ptr_array_index (row->cells, cell->column) = g_steal_pointer (&value);
    }
  string_free (value);
  cell->column++;
}

/* -- rows -- */

static PlxXlsxRow *
start_row (xmlTextReader *reader, guint number_before)
{
  g_autofree char *address = plx_part_attribute (reader, "r");
  guint64 number = address != NULL ? g_ascii_strtoull (address, NULL, 10) : 0;
  PlxXlsxRow *row = g_new0 (PlxXlsxRow, 1);

  row->number = number > 0 && number <= MAX_ROWS ? (guint) number : number_before + 1;
  row->cells = g_ptr_array_new_with_free_func (string_free);
  return row;
}

static void
read_cell_node (Workbook *workbook, xmlTextReader *reader, Cell *cell, PlxXlsxRow *row)
{
  if (plx_part_is (reader, "c"))
    {
      start_cell (cell, reader);
      if (xmlTextReaderIsEmptyElement (reader))
        cell->column++;
    }
  else if (is_end (reader, "c"))
    end_cell (workbook, cell, row);
  else if (plx_part_is (reader, "v") || plx_part_is (reader, "t"))
    cell->in_text = !xmlTextReaderIsEmptyElement (reader);
  else if (is_end (reader, "v") || is_end (reader, "t"))
    cell->in_text = FALSE;
  else if (plx_part_is (reader, "rPh") || plx_part_is (reader, "f"))
    plx_part_skip (reader);
  else if (cell->in_text && has_text (reader))
    g_string_append (cell->text, (const char *) xmlTextReaderConstValue (reader));
}

static void
end_row (PlxXlsxSheet *sheet, PlxXlsxRow *row)
{
  if (row->cells->len > 0)
    g_ptr_array_add (sheet->rows, row);
  else
    row_free (row);
}

static void
read_rows (Workbook *workbook, GBytes *part, PlxXlsxSheet *sheet)
{
  g_autoptr (xmlTextReader) reader = plx_part_reader_new (part);
  Cell cell = { .text = g_string_new (NULL) };
  PlxXlsxRow *row = NULL;
  guint number = 0;

  while (reader != NULL && !workbook->is_full && xmlTextReaderRead (reader) == 1)
    if (plx_part_is (reader, "row"))
      {
        if (row != NULL)
          end_row (sheet, row);
        row = start_row (reader, number);
        number = row->number;
        cell.column = 0;
      }
    else if (is_end (reader, "row") && row != NULL)
      end_row (sheet, g_steal_pointer (&row));
    else if (row != NULL)
      read_cell_node (workbook, reader, &cell, row);
  if (row != NULL)
    end_row (sheet, row);
  g_string_free (cell.text, TRUE);
}

/* -- the workbook -- */

static void
read_sheet (Workbook *workbook, const char *main_part, xmlTextReader *reader, GPtrArray *sheets)
{
  g_autofree char *id = plx_part_attribute (reader, "id");
  g_autofree char *state = plx_part_attribute (reader, "state");
  g_autofree char *name
    = id != NULL ? plx_package_find_relation (workbook->package, main_part, id, NULL) : NULL;
  PlxXlsxSheet *sheet;

  if (name == NULL)
    return;
  sheet = g_new0 (PlxXlsxSheet, 1);
  sheet->name = plx_part_attribute (reader, "name");
  sheet->is_hidden = state != NULL && strcmp (state, "visible") != 0;
  sheet->rows = g_ptr_array_new_with_free_func (row_free);
  read_rows (workbook, plx_package_get (workbook->package, NULL, name), sheet);
  g_ptr_array_add (sheets, sheet);
}

static GPtrArray *
read_sheets (Workbook *workbook, const char *main_part)
{
  GPtrArray *sheets = g_ptr_array_new_with_free_func (sheet_free);
  g_autoptr (xmlTextReader) reader
    = plx_part_reader_new (plx_package_get (workbook->package, NULL, main_part));

  while (reader != NULL && xmlTextReaderRead (reader) == 1)
    if (plx_part_is (reader, "workbookPr"))
      {
        g_autofree char *from_1904 = plx_part_attribute (reader, "date1904");

        workbook->from_1904 = from_1904 != NULL && strcmp (from_1904, "0") != 0
                              && strcmp (from_1904, "false") != 0;
      }
    else if (plx_part_is (reader, "sheet"))
      read_sheet (workbook, main_part, reader, sheets);
  return sheets;
}

static GBytes *
get_related (PlxPackage *package, const char *main_part, const char *type, const char *fallback)
{
  g_autofree char *name = plx_package_find_relation (package, main_part, NULL, type);

  return name != NULL ? plx_package_get (package, NULL, name)
                      : plx_package_get (package, main_part, fallback);
}

static gboolean
check_sheets (const Workbook *workbook, const GPtrArray *sheets, GError **error)
{
  guint n_rows = 0;

  for (guint i = 0; i < sheets->len; i++)
    n_rows += ((PlxXlsxSheet *) sheets->pdata[i])->rows->len;
  if (workbook->is_full)
    g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_TOO_LARGE,
                 _("the workbook has more than %d cells; save its sheets as CSV, in parts"),
                 MAX_CELLS);
  else if (n_rows == 0)
    g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_EMPTY,
                 _("no sheet of this workbook has a cell with something in it; nothing to read"));
  else
    return TRUE;
  return FALSE;
}

GPtrArray *
plx_xlsx_read (GBytes *bytes, GError **error)
{
  g_autoptr (PlxPackage) package = plx_package_open (bytes, ".xml .rels", error);
  g_autoptr (GPtrArray) sheets = NULL;
  g_autofree char *main_part = NULL;
  Workbook workbook = { .package = package };

  if (package == NULL)
    return NULL;
  main_part = plx_package_find_relation (package, "", NULL, "/officeDocument");
  if (main_part == NULL)
    main_part = g_strdup ("xl/workbook.xml");
  workbook.strings = g_ptr_array_new_with_free_func (string_free);
  workbook.styles = plx_xlsx_styles_new (get_related (package, main_part, "/styles",
                                                      "styles.xml"));
  read_strings (&workbook, get_related (package, main_part, "/sharedStrings",
                                        "sharedStrings.xml"));
  sheets = read_sheets (&workbook, main_part);
  plx_xlsx_styles_free (workbook.styles);
  g_ptr_array_unref (workbook.strings);
  return check_sheets (&workbook, sheets, error) ? g_steal_pointer (&sheets) : NULL;
}
