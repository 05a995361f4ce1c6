/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/plx-data.h"
#include "import/plx-biblio.h"
#include "import/plx-table.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* Tags differ by dialect, data/import/biblio-tags.tsv says what they mean. Of
 * several tags for one thing the best counts, not the first in the file: a date
 * "2014-03-02" over a year beside it. */

typedef struct {
  GHashTable *starts, *ends;
  GHashTable *ranks[PLX_N_COLUMN_ROLES];   // tag → place in the list, from 1
} Dialect;

static Dialect *
get_dialect_in (GHashTable *dialects, const char *name)
{
  Dialect *dialect = g_hash_table_lookup (dialects, name);

  if (dialect != NULL)
    return dialect;
  dialect = g_new0 (Dialect, 1);
  dialect->starts = g_hash_table_new (g_str_hash, g_str_equal);
  dialect->ends = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint r = 0; r < PLX_N_COLUMN_ROLES; r++)
    dialect->ranks[r] = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (dialects, g_strdup (name), dialect);
  return dialect;
}

static gboolean
add_tags (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  Dialect *dialect = get_dialect_in (user_data, fields[0]);

  for (guint i = 2; i < n_fields; i++)
    {
      char *tag = g_strdup (fields[i]);

      if (strcmp (fields[1], "start") == 0)
        g_hash_table_add (dialect->starts, tag);
      else if (strcmp (fields[1], "end") == 0)
        g_hash_table_add (dialect->ends, tag);
      else
        for (guint r = 0; r < PLX_N_COLUMN_ROLES; r++)
          if (strcmp (plx_column_role_get_id ((PlxColumnRole) r), fields[1]) == 0)
            g_hash_table_insert (dialect->ranks[r], tag, GUINT_TO_POINTER (i - 1));
    }
  return TRUE;
}

static const Dialect *
get_dialect (const char *name)
{
  static GHashTable *dialects;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      dialects = g_hash_table_new (g_str_hash, g_str_equal);
      plx_data_read_table ("import/biblio-tags.tsv", add_tags, dialects, NULL);
      g_once_init_leave (&once, 1);
    }
  return g_hash_table_lookup (dialects, name);
}

gboolean
plx_biblio_is_start (const char *dialect, const char *tag)
{
  return g_hash_table_contains (get_dialect (dialect)->starts, tag);
}

gboolean
plx_biblio_is_end (const char *dialect, const char *tag)
{
  return g_hash_table_contains (get_dialect (dialect)->ends, tag);
}

gboolean
plx_biblio_is_known (const char *dialect, const char *tag)
{
  for (guint r = 0; r < PLX_N_COLUMN_ROLES; r++)
    if (g_hash_table_contains (get_dialect (dialect)->ranks[r], tag))
      return TRUE;
  return FALSE;
}

/* -- entries -- */

typedef struct {
  char *tag, *value;
} Field;

struct _PlxBiblioEntry {
  const Dialect *dialect;
  GArray *fields;
  guint n_all;              // those without a meaning counted
};

static void
field_clear (gpointer data)
{
  Field *field = data;

  g_free (field->tag);
  g_free (field->value);
}

PlxBiblioEntry *
plx_biblio_entry_new (const char *dialect)
{
  PlxBiblioEntry *entry = g_new0 (PlxBiblioEntry, 1);

  entry->dialect = get_dialect (dialect);
  entry->fields = g_array_new (FALSE, FALSE, sizeof (Field));
  g_array_set_clear_func (entry->fields, field_clear);
  return entry;
}

void
plx_biblio_entry_free (PlxBiblioEntry *entry)
{
  if (entry == NULL)
    return;
  g_array_unref (entry->fields);
  g_free (entry);
}

void
plx_biblio_entry_add (PlxBiblioEntry *entry, const char *tag, const char *value)
{
  Field field = { g_strdup (tag), g_strstrip (g_strdup (value)) };

  entry->n_all++;
  g_array_append_val (entry->fields, field);
}

gboolean
plx_biblio_entry_is_empty (const PlxBiblioEntry *entry)
{
  return entry->n_all == 0;
}

static guint
rank_field (const PlxBiblioEntry *entry, PlxColumnRole role, guint i)
{
  const Field *field = &g_array_index (entry->fields, Field, i);

  return *field->value != '\0'
           ? GPOINTER_TO_UINT (g_hash_table_lookup (entry->dialect->ranks[role], field->tag)) : 0;
}

/* The tag of the lowest rank that the entry has. */
static guint
find_best (const PlxBiblioEntry *entry, PlxColumnRole role)
{
  guint best = 0;

  for (guint i = 0; i < entry->fields->len; i++)
    {
      guint rank = rank_field (entry, role, i);

      if (rank > 0 && (best == 0 || rank < best))
        best = rank;
    }
  return best;
}

/* "Article 10 2019", "2019 Winter", "Apr 2019": no day, but a year at least. */
static char *
parse_loosely (const char *value)
{
  g_auto (GStrv) words = g_strsplit_set (value, " ,;./-()", -1);
  int year = 0, month = 0;

  for (guint i = 0; words[i] != NULL; i++)
    if (strlen (words[i]) == 4 && strspn (words[i], "0123456789") == 4
        && (words[i][0] == '1' || words[i][0] == '2'))
      year = atoi (words[i]);
    else if (month == 0 && *words[i] != '\0')
      month = plx_published_month (words[i]);
  if (year < 1600)
    return NULL;
  return month > 0 ? g_strdup_printf ("%04d-%02d", year, month) : g_strdup_printf ("%04d", year);
}

/* The date that says most; zeros say nothing. */
static void
take_date (const PlxBiblioEntry *entry, PlxRecord *record)
{
  g_autofree char *best = NULL;
  guint best_rank = 0;

  for (guint i = 0; i < entry->fields->len; i++)
    {
      guint rank = rank_field (entry, PLX_COLUMN_PUBLISHED, i);
      const char *value = g_array_index (entry->fields, Field, i).value;
      gboolean is_serial;
      g_autofree char *date = rank > 0 ? plx_record_parse_date (value, PLX_DATE_ORDER_OPEN, &is_serial)
                                       : NULL;

      if (rank > 0 && (date == NULL || is_serial))
        {
          g_free (date);
          date = parse_loosely (value);
        }
      if (date == NULL)
        continue;
      if (best == NULL || strlen (date) > strlen (best)
          || (strlen (date) == strlen (best) && rank < best_rank))
        {
          g_free (best);
          best = g_steal_pointer (&date);
          best_rank = rank;
        }
    }
  if (best != NULL)
    plx_record_set (record, PLX_COLUMN_PUBLISHED, best);
}

/* "Marx, Karl" → "Karl Marx" */
static char *
turn_name (const char *name)
{
  const char *comma = strchr (name, ',');
  g_autofree char *last = NULL, *first = NULL;

  if (comma == NULL || strchr (comma + 1, ',') != NULL || comma[1] == '\0')
    return g_strdup (name);
  last = g_strstrip (g_strndup (name, (gsize) (comma - name)));
  first = g_strstrip (g_strdup (comma + 1));
  return *first != '\0' ? g_strdup_printf ("%s %s", first, last) : g_steal_pointer (&last);
}

static void
take_role (const PlxBiblioEntry *entry, PlxColumnRole role, PlxRecord *record)
{
  guint best = find_best (entry, role);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; best > 0 && i < entry->fields->len; i++)
    {
      const char *value = g_array_index (entry->fields, Field, i).value;

      if (rank_field (entry, role, i) != best)
        continue;
      if (role == PLX_COLUMN_BYLINE)
        {
          g_autofree char *name = turn_name (value);

          plx_record_set (record, role, name);
        }
      else if (joined->len == 0 || role == PLX_COLUMN_TEXT)
        g_string_append_printf (joined, joined->len > 0 ? "\n%s" : "%s", value);
    }
  plx_record_set (record, role, joined->str);
}

/* A DOI is an address once its server is put before it. */
static void
complete_address (PlxRecord *record)
{
  char *url = record->values[PLX_COLUMN_URL];

  if (url == NULL || strstr (url, "://") != NULL)
    return;
  record->values[PLX_COLUMN_URL] = g_str_has_prefix (url, "10.") && strchr (url, '/') != NULL
                                     ? g_strconcat ("https://doi.org/", url, NULL) : NULL;
  g_free (url);
}

gboolean
plx_biblio_entry_take (PlxBiblioEntry *entry, PlxRecords *records, char *where, GError **error)
{
  g_auto (PlxRecord) record = { 0 };

  plx_record_init (&record);
  record.where = where;
  for (guint r = PLX_COLUMN_NONE + 1; r < PLX_N_COLUMN_ROLES; r++)
    if (r == PLX_COLUMN_PUBLISHED)
      take_date (entry, &record);
    else
      take_role (entry, (PlxColumnRole) r, &record);
  complete_address (&record);
  g_array_set_size (entry->fields, 0);
  entry->n_all = 0;
  return plx_records_add (records, &record, error);
}

gboolean
plx_biblio_end (PlxRecords *records, GError **error)
{
  plx_records_tell (records);
  if (records->n_added > 0)
    return TRUE;
  g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_EMPTY,
               _("no entry of the bibliography could be read"));
  return FALSE;
}
