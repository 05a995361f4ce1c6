/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/plx-cli.h"
#include "language/plx-analysis-json.h"

/* Adds articles to a project and prints a line per file. */

static void
append_ids (GString *out, const char *key, const GArray *ids)
{
  g_string_append_printf (out, ",\"%s\":[", key);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    g_string_append_printf (out, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", g_array_index (ids, gint64, i));
  g_string_append_c (out, ']');
}

/* "warning: the page is cut off" has its level before the colon. */
static void
append_message (GString *out, const char *message)
{
  const char *colon = strchr (message, ':');
  const char *what = colon != NULL ? colon + 1 : message;
  g_autofree char *level = colon != NULL ? g_strndup (message, (gsize) (colon - message)) : g_strdup ("note");

  g_string_append (out, "{\"level\":");
  plx_json_write_string (out, level);
  g_string_append (out, ",\"what\":");
  while (g_ascii_isspace (*what))
    what++;
  plx_json_write_string (out, what);
  g_string_append_c (out, '}');
}

static void
print_file (PlxCli *cli, const PlxImportedFile *file)
{
  g_autoptr (GString) line = g_string_new ("{\"path\":");

  plx_json_write_string (line, file->path);
  append_ids (line, "articles", file->articles);
  append_ids (line, "known", file->known);
  g_string_append (line, ",\"diagnostics\":[");
  for (guint i = 0; file->messages != NULL && i < file->messages->len; i++)
    {
      if (i > 0)
        g_string_append_c (line, ',');
      append_message (line, g_ptr_array_index (file->messages, i));
    }
  if (file->failure != NULL)
    {
      g_autofree char *message = g_strconcat ("error: ", file->failure, NULL);

      if (line->str[line->len - 1] != '[')
        g_string_append_c (line, ',');
      append_message (line, message);
      plx_cli_input_error (cli, file->path, file->failure);
    }
  g_string_append (line, "]}\n");
  plx_cli_write (line->str, line->len);
}

/* No paths: the folders that were added before. */
static int
import_paths (PlxCli *cli, PlxProject *project, char **paths, const PlxImportRules *rules)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxImportReport) report =
    paths != NULL ? plx_project_import (project, (const char * const *) paths, rules,
                                        &cli->progress, cli->cancellable, &error)
                  : plx_project_look_again (project, &cli->progress, cli->cancellable, &error);

  if (report == NULL)
    return plx_cli_fail (cli, error);
  for (guint i = 0; i < report->files->len; i++)
    print_file (cli, g_ptr_array_index (report->files, i));
  return plx_cli_done (cli);
}

static PlxImportRules *
load_rules (const char *path, GError **error)
{
  g_autofree char *json = NULL;

  if (path == NULL)
    return plx_import_rules_new ();
  return g_file_get_contents (path, &json, NULL, error) ? plx_import_rules_parse (json, error) : NULL;
}

static void
set (char **field, const char *value)
{
  if (value == NULL)
    return;
  g_free (*field);
  *field = g_strdup (value);
}

int
plx_cmd_import (PlxCli *cli, int argc, char **argv)
{
  g_autofree char *source = NULL, *published = NULL, *rules_path = NULL;
  gboolean refresh = FALSE;
  const GOptionEntry entries[] = {
    { "source", 0, 0, G_OPTION_ARG_STRING, &source, N_("Who publishes these articles"), N_("NAME") },
    { "published", 0, 0, G_OPTION_ARG_STRING, &published,
      N_("Their date of publication: YYYY-MM-DD"), N_("DATE") },
    { "rules", 0, 0, G_OPTION_ARG_FILENAME, &rules_path,
      N_("What to correct of them, as JSON: all, articles, drop, restore"), N_("FILE") },
    { "refresh", 0, 0, G_OPTION_ARG_NONE, &refresh,
      N_("Add what is new in the folders that were added before"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (PlxProject) project = NULL;
  g_autoptr (PlxImportRules) rules = NULL;
  g_autoptr (GError) error = NULL;
  int code;

  if (!plx_cli_parse (cli, entries, &argc, &argv))
    return PLX_EXIT_USAGE;
  if (refresh ? argc != 2 : argc < 3)
    return plx_cli_usage (cli, refresh ? _("give a project and nothing else to look through again")
                                       : _("give a project and at least one file or folder"));
  rules = load_rules (rules_path, &error);
  if (rules == NULL)
    return plx_cli_fail (cli, error);
  set (&rules->all.source, source);
  set (&rules->all.published, published);
  project = plx_cli_open (cli, argv[1]);
  if (project == NULL)
    return PLX_EXIT_COULD_NOT_RUN;
  code = import_paths (cli, project, refresh ? NULL : argv + 2, rules);
  plx_project_close (project);
  return code;
}
