/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/plx-data.h"
#include "import/plx-archive.h"
#include "import/plx-formats.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Archives, and single files that were compressed: each member is read as if
 * it were a file. What can be no article (data/import/no-articles.tsv) is
 * counted and left out. */

enum { MAX_ENDINGS_TOLD = 8 };

typedef struct {
  PlxImportInput *input;
  PlxImportResult *result;
  guint n_members;
  guint n_skipped;
  GHashTable *endings;      // of what was skipped
} Reading;

/* -- what is left out -- */

typedef struct {
  GHashTable *endings;
  GHashTable *names;        // of files and folders
} Skips;

static gboolean
add_skip (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  Skips *skips = user_data;

  for (guint i = 1; i < n_fields; i++)
    g_hash_table_add (strcmp (fields[0], "ending") == 0 ? skips->endings : skips->names,
                      g_ascii_strdown (fields[i], -1));
  return TRUE;
}

static const Skips *
get_skips (void)
{
  static Skips skips;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      skips.endings = g_hash_table_new (g_str_hash, g_str_equal);
      skips.names = g_hash_table_new (g_str_hash, g_str_equal);
      plx_data_read_table ("import/no-articles.tsv", add_skip, &skips, NULL);
      g_once_init_leave (&once, 1);
    }
  return &skips;
}

/* Files that an operating system leaves in archives: nobody put them there. */
static gboolean
is_litter (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);
  g_auto (GStrv) pieces = g_strsplit (lower, "/", -1);

  for (guint i = 0; pieces[i] != NULL; i++)
    if (g_hash_table_contains (get_skips ()->names, pieces[i]) || g_str_has_prefix (pieces[i], "._"))
      return TRUE;
  return FALSE;
}

static gboolean
skip (Reading *reading, const char *name)
{
  const char *base = strrchr (name, '/'), *dot = strrchr (base != NULL ? base : name, '.');
  g_autofree char *ending = g_ascii_strdown (dot != NULL ? dot + 1 : "", -1);

  if (is_litter (name))
    return TRUE;
  if (!g_hash_table_contains (get_skips ()->endings, ending))
    return FALSE;
  reading->n_skipped++;
  g_hash_table_add (reading->endings, g_steal_pointer (&ending));
  return TRUE;
}

static void
tell_skipped (Reading *reading)
{
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (reading->endings),
                                        (GCompareFunc) strcmp);
  g_autoptr (GString) list = g_string_new (NULL);
  guint n = 0;

  if (reading->n_skipped == 0)
    return;
  for (GList *l = keys; l != NULL && n < MAX_ENDINGS_TOLD; l = l->next, n++)
    g_string_append_printf (list, n > 0 ? ", %s" : "%s", (const char *) l->data);
  plx_import_result_say (reading->result, "note", NULL,
                         g_dngettext (GETTEXT_PACKAGE,
                                      "%u file in it is no article and was left out (%s)",
                                      "%u files in it are no articles and were left out (%s)",
                                      reading->n_skipped), reading->n_skipped, list->str);
}

/* -- members -- */

static void
tell_cut (PlxImportInput *input, PlxImportResult *result, const char *name)
{
  plx_import_result_say (result, "warning", g_strdup (name),
                         _("the file is damaged or cut off; what could be unpacked was read"));
}

static void
tell_locked (PlxImportResult *result, const char *name)
{
  plx_import_result_say (result, "warning", g_strdup (name),
                         _("locked with a password; unpack it yourself and import what is "
                           "inside"));
}

/* FALSE: stop. A member that cannot be unpacked is told and passed over. */
static gboolean
read_member (Reading *reading, PlxArchive *archive, GError **error)
{
  const char *name = plx_archive_get_name (archive);
  guint64 budget = plx_import_input_get_budget (reading->input);
  gboolean is_cut = FALSE;
  g_autoptr (GError) problem = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (plx_archive_is_locked (archive))
    {
      tell_locked (reading->result, name);
      return TRUE;
    }
  bytes = plx_archive_read_all (archive, MIN (budget, PLX_IMPORT_MAX_BYTES), &is_cut, &problem);
  if (bytes == NULL && g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (bytes == NULL)
    return plx_import_input_hand_on (reading->input, name, NULL, NULL, problem, error);
  if (is_cut)
    tell_cut (reading->input, reading->result, name);
  return plx_import_input_add_part (reading->input, name, bytes, error);
}

static gboolean
read_members (Reading *reading, PlxArchive *archive, GError **error)
{
  g_autoptr (GError) problem = NULL;
  PlxArchiveStep step;

  while ((step = plx_archive_next (archive, &problem)) == PLX_ARCHIVE_MEMBER)
    {
      reading->n_members++;
      if (!skip (reading, plx_archive_get_name (archive)) && !read_member (reading, archive, error))
        return FALSE;
    }
  if (step == PLX_ARCHIVE_END)
    return TRUE;
  if (reading->n_members == 0)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  plx_import_result_say (reading->result, "warning", NULL, "%s", problem->message);
  return TRUE;
}

static gboolean
read_archive (PlxImportInput *input, PlxImportResult *result, GError **error)
{
  g_autoptr (PlxArchive) archive = plx_archive_open (input, error);
  g_autoptr (GHashTable) endings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading reading = { input, result, 0, 0, endings };

  if (archive == NULL || !read_members (&reading, archive, error))
    return FALSE;
  tell_skipped (&reading);
  if (reading.n_members > 0)
    return TRUE;
  g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_EMPTY,
               _("the archive holds no file; nothing to read"));
  return FALSE;
}

/* -- the format -- */

static gboolean
is_archive (PlxImportInput *input)
{
  static const struct { const char *bytes; gsize n, at; } magics[] = {
    { "PK\003\004", 4, 0 }, { "PK\005\006", 4, 0 }, { "PK\007\010", 4, 0 }, { "\037\213", 2, 0 },
    { "BZh", 3, 0 }, { "\375" "7zXZ", 5, 0 }, { "7z\274\257\047\034", 6, 0 },
    { "(\265/\375", 4, 0 }, { "ustar", 5, 257 },
  };
  gsize n;
  const guchar *head = plx_import_input_get_head (input, &n);

  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    if (n >= magics[i].at + magics[i].n
        && memcmp (head + magics[i].at, magics[i].bytes, magics[i].n) == 0)
      return TRUE;
  return plx_import_input_has_ending (input, ".tar") && n >= 512 && memchr (head, '\0', 100) != NULL;
}

const PlxImportFormat plx_format_archive = {
  .media_type = "application/x-archive",
  .label = N_("an archive"),
  .limit = 0,
  .is_binary = TRUE,
  .is_one = is_archive,
  .read = read_archive,
};
