/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-table.h"
#include "import/plx-xlsx-read.h"

#include <string.h>

/* One way to the rows of a file with separators and of a workbook. */

static gboolean
is_workbook (PlxImportInput *input)
{
  gsize n;
  const guchar *head = plx_import_input_get_head (input, &n);

  return n > 4 && memcmp (head, "PK\003\004", 4) == 0;
}

/* Sheets that are hidden were not meant to be seen. */
static void
drop_hidden (GPtrArray *sheets)
{
  for (guint i = sheets->len; i > 0; i--)
    {
      const PlxXlsxSheet *sheet = g_ptr_array_index (sheets, i - 1);

      if (sheet->is_hidden && sheets->len > 1)
        g_ptr_array_remove_index (sheets, i - 1);
    }
}

gboolean
plx_table_open (PlxTable *table, PlxImportInput *input, GError **error)
{
  memset (table, 0, sizeof *table);
  if (is_workbook (input))
    {
      table->sheets = plx_xlsx_read (plx_import_input_get_bytes (input), error);
      if (table->sheets == NULL)
        return FALSE;
      drop_hidden (table->sheets);
    }
  else
    table->text = plx_import_input_get_text (input, NULL);
  plx_table_rewind (table);
  return TRUE;
}

void
plx_table_close (PlxTable *table)
{
  g_clear_pointer (&table->sheets, g_ptr_array_unref);
}

void
plx_table_rewind (PlxTable *table)
{
  table->row = 0;
  if (table->text != NULL)
    plx_csv_reader_init (&table->csv, table->text);
}

gboolean
plx_table_next_sheet (PlxTable *table)
{
  if (table->text != NULL || table->sheet + 1 >= table->sheets->len)
    return FALSE;
  table->sheet++;
  table->row = 0;
  return TRUE;
}

static gboolean
next_sheet_row (PlxTable *table, GPtrArray *cells, guint *number)
{
  const PlxXlsxSheet *sheet = table->sheet < table->sheets->len
                                ? g_ptr_array_index (table->sheets, table->sheet) : NULL;
  const PlxXlsxRow *row;

  g_ptr_array_set_size (cells, 0);
  if (sheet == NULL || table->row >= sheet->rows->len)
    return FALSE;
  row = g_ptr_array_index (sheet->rows, table->row++);
  *number = row->number;
  for (guint i = 0; i < row->cells->len; i++)
    g_ptr_array_add (cells, g_strdup (plx_xlsx_get_cell (row, i)));
  return TRUE;
}

gboolean
plx_table_next (PlxTable *table, GPtrArray *cells, guint *number)
{
  if (table->text == NULL)
    return next_sheet_row (table, cells, number);
  if (!plx_csv_reader_next (&table->csv, cells))
    return FALSE;
  *number = table->csv.row_line;
  return TRUE;
}
