/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-formats.h"
#include "import/plx-import-input.h"
#include "import/plx-package.h"
#include "import/plx-record.h"
#include "import/plx-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Tables: a row is an article. What each column is was chosen by the analyst
 * or is proposed from the first rows; the choice is told. */

enum {
  N_SAMPLE = 200,            // rows by which columns are known
  N_SHOWN = 20,
  MAX_TOLD = 20,
  MAX_TABLE_BYTES = 256 << 20,
};

/* -- columns -- */

static void
free_row (gpointer row)
{
  g_ptr_array_unref (row);
}

static GPtrArray *
read_sample (PlxTable *table)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (free_row);
  guint number;

  plx_table_rewind (table);
  while (rows->len < N_SAMPLE)
    {
      GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

      if (!plx_table_next (table, cells, &number))
        {
          g_ptr_array_unref (cells);
          break;
        }
      g_ptr_array_add (rows, cells);
    }
  plx_table_rewind (table);
  return rows;
}

static gboolean
is_usable (const PlxColumnMapping *mapping)
{
  for (guint c = 0; c < mapping->roles->len; c++)
    {
      PlxColumnRole role = plx_column_mapping_get_role (mapping, c);

      if (role == PLX_COLUMN_TEXT || role == PLX_COLUMN_TITLE || role == PLX_COLUMN_LEAD)
        return TRUE;
    }
  return FALSE;
}

static PlxColumnMapping *
choose_columns (PlxImportInput *input, GPtrArray *sample, guint *n_before)
{
  const PlxImportOptions *options = plx_import_input_get_options (input);
  g_autoptr (PlxColumnMapping) proposed = plx_columns_propose (sample, n_before);
  PlxColumnMapping *wanted = NULL;

  if (options != NULL && options->columns != NULL)
    wanted = plx_columns_apply (options->columns, proposed);
  return wanted != NULL ? wanted : g_steal_pointer (&proposed);
}

/* "Body → Text, Headline → Title" */
static void
tell_columns (const PlxColumnMapping *mapping, PlxImportResult *result)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint c = 0; c < mapping->names->len; c++)
    {
      PlxColumnRole role = plx_column_mapping_get_role (mapping, c);
      const char *name = g_ptr_array_index (mapping->names, c);
      g_autofree char *number = g_strdup_printf ("%u", c + 1);

      if (role != PLX_COLUMN_NONE)
        g_string_append_printf (list, "%s%s → %s", list->len > 0 ? ", " : "",
                                *name != '\0' ? name : number, plx_column_role_get_label (role));
    }
  plx_import_result_say (result, mapping->is_sure ? "note" : "warning", NULL,
                         mapping->is_sure ? _("columns were read so: %s")
                                          : _("columns were guessed from what stands in them: %s; "
                                              "check them"), list->str);
  result->needs_review |= !mapping->is_sure;
}

/* All dates of the file decide together, not only those of the sample. */
static void
choose_dates (PlxTable *table, PlxColumnMapping *mapping, PlxImportResult *result)
{
  PlxDateEvidence evidence = { 0 };
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  guint number;

  while (plx_table_next (table, cells, &number))
    for (guint c = 0; c < cells->len; c++)
      if (plx_column_mapping_get_role (mapping, c) == PLX_COLUMN_PUBLISHED)
        plx_date_evidence_add (&evidence, g_ptr_array_index (cells, c));
  plx_table_rewind (table);
  if (mapping->dates == PLX_DATE_ORDER_OPEN || evidence.n_day * evidence.n_month > 0)
    mapping->dates = plx_date_evidence_choose (&evidence);
  if (evidence.n_either == 0)
    return;
  if (mapping->dates != PLX_DATE_ORDER_OPEN)
    plx_import_result_say (result, "note", NULL,
                           mapping->dates == PLX_DATE_ORDER_DAY
                             ? _("dates like 3/4/2031 were read as day/month, as others in the "
                                 "file can only be read so")
                             : _("dates like 3/4/2031 were read as month/day, as others in the "
                                 "file can only be read so"));
  else
    plx_import_result_say (result, "warning", NULL,
                           _("dates like 3/4/2031 can be read in two ways and were left open; "
                             "choose day/month or month/day for the column"));
}

/* -- rows -- */

static void
tell_ragged (PlxImportResult *result, guint *n_ragged, guint number, guint n_cells, guint n_columns)
{
  if ((*n_ragged)++ < MAX_TOLD)
    plx_import_result_say (result, "warning", g_strdup_printf (_("line %u"), number),
                           _("%u cells where the headings are %u; those beyond were left out: a "
                             "separator in a text must stand in quotes"), n_cells, n_columns);
}

/* Up to the last column that has a heading. */
static guint
count_headings (const PlxColumnMapping *mapping)
{
  guint n = mapping->names->len;

  while (n > 0 && *(char *) g_ptr_array_index (mapping->names, n - 1) == '\0')
    n--;
  return n;
}

static gboolean
is_row_empty (GPtrArray *cells)
{
  for (guint c = 0; c < cells->len; c++)
    {
      const char *cell = g_ptr_array_index (cells, c);

      if (cell[strspn (cell, " \t\n")] != '\0')
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_rows (PlxTable *table, const PlxColumnMapping *mapping, guint n_before, PlxRecords *records,
           GError **error)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  guint number, n_ragged = 0, n_headings = count_headings (mapping);

  for (guint i = 0; plx_table_next (table, cells, &number); i++)
    {
      g_auto (PlxRecord) record = { 0 };

      if (i < n_before || is_row_empty (cells))
        continue;
      if (g_cancellable_set_error_if_cancelled (plx_import_input_get_cancellable (records->input),
                                                error))
        return FALSE;
      while (mapping->has_headings && cells->len > n_headings
             && *(char *) g_ptr_array_index (cells, cells->len - 1) == '\0')
        g_ptr_array_set_size (cells, (gint) cells->len - 1);
      if (mapping->has_headings && cells->len > n_headings)
        tell_ragged (records->result, &n_ragged, number, cells->len, n_headings);
      plx_record_init (&record);
      record.where = g_strdup_printf (_("line %u"), number);
      for (guint c = 0; c < cells->len; c++)
        plx_record_set (&record, plx_column_mapping_get_role (mapping, c),
                        g_ptr_array_index (cells, c));
      if (!plx_records_add (records, &record, error))
        return FALSE;
    }
  return TRUE;
}

/* A sheet without a column of texts or titles is about something else. */
static gboolean
read_sheet (PlxTable *table, PlxRecords *records, GError **error)
{
  g_autoptr (GPtrArray) sample = read_sample (table);
  guint n_before;
  g_autoptr (PlxColumnMapping) mapping = choose_columns (records->input, sample, &n_before);

  if (!is_usable (mapping))
    return TRUE;
  tell_columns (mapping, records->result);
  choose_dates (table, mapping, records->result);
  records->dates = mapping->dates;
  return read_rows (table, mapping, n_before, records, error);
}

static void
tell_open_quotes (const PlxTable *table, PlxImportResult *result)
{
  if (table->text != NULL && table->csv.n_open > 0)
    plx_import_result_say (result, "warning",
                           g_strdup_printf (_("line %u"), table->csv.open_line),
                           _("a quote opens here that never closes; it was taken for a sign "
                             "like others: check the rows around it"));
}

static gboolean
read_table (PlxImportInput *input, PlxImportResult *result, GError **error)
{
  g_auto (PlxTable) table = { 0 };
  PlxRecords records = { .input = input, .result = result, .title_stands = TRUE };

  if (!plx_table_open (&table, input, error))
    return FALSE;
  do
    if (!read_sheet (&table, &records, error))
      return FALSE;
  while (plx_table_next_sheet (&table));
  tell_open_quotes (&table, result);
  plx_records_tell (&records);
  if (records.n_added > 0)
    return TRUE;
  g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_EMPTY,
               _("no column of this table looks like the text or the title of articles; name it "
                 "“text” or “title” in the first row"));
  return FALSE;
}

/* -- to show before -- */

static PlxTablePeek *
peek (PlxImportInput *input, GError **error)
{
  PlxTablePeek *found = NULL;
  g_auto (PlxTable) table = { 0 };
  guint n_before;

  if (!plx_table_open (&table, input, error))
    return NULL;
  do
    {
      g_autoptr (GPtrArray) sample = read_sample (&table);
      g_autoptr (PlxColumnMapping) mapping = plx_columns_propose (sample, &n_before);

      if (!is_usable (mapping) && found == NULL && sample->len == 0)
        continue;
      found = g_new0 (PlxTablePeek, 1);
      found->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
      for (guint i = n_before; i < sample->len && found->rows->len < N_SHOWN; i++)
        {
          GPtrArray *cells = g_ptr_array_index (sample, i);
          char **row = g_new0 (char *, cells->len + 1);

          for (guint c = 0; c < cells->len; c++)
            row[c] = g_strdup (g_ptr_array_index (cells, c));
          g_ptr_array_add (found->rows, row);
        }
      found->mapping = g_steal_pointer (&mapping);
      return found;
    }
  while (plx_table_next_sheet (&table));
  g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_EMPTY, _("the table is empty"));
  return NULL;
}

PlxTablePeek *
plx_import_table_peek (const char *path, GCancellable *cancellable, GError **error)
{
  PlxImportRun run = { .cancellable = cancellable };
  g_autoptr (PlxImportInput) input = plx_import_input_new_file (&run, path, error);
  const PlxImportFormat *format = NULL;

  if (input == NULL || !plx_formats_find (input, &format, error))
    return NULL;
  if (format != &plx_format_table && format != &plx_format_xlsx)
    {
      g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_UNSUPPORTED, _("this is no table"));
      return NULL;
    }
  return plx_import_input_load (input, error) ? peek (input, error) : NULL;
}

void
plx_table_peek_free (PlxTablePeek *peeked)
{
  if (peeked == NULL)
    return;
  plx_column_mapping_free (peeked->mapping);
  g_ptr_array_unref (peeked->rows);
  g_free (peeked);
}

/* -- the formats -- */

/* Rows under known headings, of any name; of a table's name, whatever stands there. */
static gboolean
is_table (PlxImportInput *input)
{
  const char *text = plx_import_input_get_text (input, NULL);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  PlxCsvReader reader;
  guint n_known = 0;

  if (plx_import_input_has_ending (input, ".csv .tsv .tab"))
    return *text != '<' && *text != '{';
  if (plx_import_input_has_ending (input, ".md .html .htm .json .jsonl .xml")
      || memchr (text, '\n', strlen (text)) == NULL || *text == '<' || *text == '{')
    return FALSE;
  plx_csv_reader_init (&reader, text);
  if (!plx_csv_reader_next (&reader, cells) || cells->len < 3)
    return FALSE;
  for (guint c = 0; c < cells->len; c++)
    n_known += plx_column_role_find (g_ptr_array_index (cells, c)) != PLX_COLUMN_NONE;
  return n_known >= 2 && n_known * 2 >= cells->len;
}

static gboolean
is_xlsx (PlxImportInput *input)
{
  return plx_package_guess (input) == PLX_PACKAGE_XLSX;
}

const PlxImportFormat plx_format_table = {
  .media_type = "text/csv",
  .label = N_("a table"),
  .limit = MAX_TABLE_BYTES,
  .is_one = is_table,
  .read = read_table,
};

const PlxImportFormat plx_format_xlsx = {
  .media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  .label = N_("a workbook"),
  .limit = MAX_TABLE_BYTES,
  .is_binary = TRUE,
  .is_one = is_xlsx,
  .read = read_table,
};
