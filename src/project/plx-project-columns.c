/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "project/plx-project-private.h"
#include "store/plx-settings-table.h"

/* Which column of a table is what, remembered by its headings: who gets the same
 * export every week says it once. */

typedef struct {
  const char *name;
  const char *value;
  char *found;
} Setting;

static gboolean
get_cb (PlxDb *db, gpointer data, GError **error)
{
  Setting *setting = data;

  return plx_settings_dup (db, setting->name, &setting->found, error);
}

static gboolean
set_cb (PlxDb *db, gpointer data, GError **error)
{
  const Setting *setting = data;

  return plx_settings_set (db, setting->name, setting->value, error);
}

/* "columns:" and a hash of the headings, in their order. */
static char *
dup_name (const PlxColumnMapping *mapping)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);

  for (guint i = 0; i < mapping->names->len; i++)
    {
      const char *heading = g_ptr_array_index (mapping->names, i);

      g_checksum_update (checksum, (const guchar *) heading, (gssize) strlen (heading) + 1);
    }
  return g_strconcat ("columns:", g_checksum_get_string (checksum), NULL);
}

/* To look into every file whether it is a table would read each twice. */
gboolean
plx_project_may_be_table (const char *path)
{
  static const char * const endings[] = { ".csv", ".tsv", ".tab", ".xlsx" };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;
  return FALSE;
}

static PlxColumnMapping *
recall (PlxProject *self, const char *path)
{
  g_autoptr (PlxTablePeek) peek = plx_import_table_peek (path, NULL, NULL);
  g_autofree char *name = peek != NULL ? dup_name (peek->mapping) : NULL;
  Setting setting = { name, NULL, NULL };
  PlxColumnMapping *mapping = NULL;

  if (peek != NULL && plx_project_read (self, get_cb, &setting, NULL) && setting.found != NULL)
    mapping = plx_column_mapping_from_string (setting.found);
  g_free (setting.found);
  return mapping;
}

PlxColumnMapping *
plx_project_find_columns (PlxProject *self, const PlxImportRules *rules, const char *path)
{
  if (rules != NULL && rules->columns != NULL)
    return plx_column_mapping_from_string (rules->columns);
  return plx_project_may_be_table (path) ? recall (self, path) : NULL;
}

gboolean
plx_project_keep_columns (PlxProject *self, const PlxImportRules *rules, GError **error)
{
  g_autoptr (PlxColumnMapping) mapping
    = rules != NULL && rules->columns != NULL ? plx_column_mapping_from_string (rules->columns)
                                              : NULL;
  g_autofree char *name = mapping != NULL ? dup_name (mapping) : NULL;
  Setting setting = { name, rules != NULL ? rules->columns : NULL, NULL };

  return mapping == NULL || plx_project_write (self, 0, set_cb, &setting, error);
}
