/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli/plx-cli.h"
#include "import/plx-importer.h"
#include "language/plx-analysis-json.h"

/* Prints one line per file: its articles and what could not be done. A file
 * that cannot be read has a line too, with the reason among its diagnostics. */

static void
append_key (GString *out, const char *key)
{
  char last = out->str[out->len - 1];

  if (last != '{' && last != '[')
    g_string_append_c (out, ',');
  g_string_append_printf (out, "\"%s\":", key);
}

static void
append_string (GString *out, const char *key, const char *value)
{
  append_key (out, key);
  if (value != NULL)
    plx_json_write_string (out, value);
  else
    g_string_append (out, "null");
}

static void
append_list (GString *out, const char *key, char **strings, guint n)
{
  append_key (out, key);
  g_string_append_c (out, '[');
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      plx_json_write_string (out, strings[i]);
    }
  g_string_append_c (out, ']');
}

static void
append_passages (GString *out, const char *key, GPtrArray *passages)
{
  append_list (out, key, passages != NULL ? (char **) passages->pdata : NULL,
               passages != NULL ? passages->len : 0);
}

static void
append_article (GString *out, const PlxImportedArticle *article)
{
  g_autofree char *found = article->language == NULL ? plx_language_identify (article->text, -1) : NULL;

  g_string_append_c (out, '{');
  append_string (out, "title", article->title);
  append_list (out, "byline", article->byline, article->byline != NULL ? g_strv_length (article->byline) : 0);
  append_string (out, "dateline", article->dateline);
  append_string (out, "published", article->published);
  append_string (out, "site", article->site);
  append_string (out, "language", found != NULL ? found : article->language);
  append_string (out, "url", article->url);
  append_string (out, "wire", article->wire);
  append_string (out, "text", article->text);
  append_passages (out, "kept", article->kept);
  append_passages (out, "removed", article->removed);
  g_string_append_c (out, '}');
}

static void
append_diagnostic (GString *out, const char *level, const char *what, const char *where)
{
  g_string_append_c (out, '{');
  append_string (out, "level", level);
  append_string (out, "what", what);
  append_string (out, "where", where);
  g_string_append_c (out, '}');
}

static void
append_result (GString *out, const PlxImportResult *result)
{
  append_key (out, "articles");
  g_string_append_c (out, '[');
  for (guint i = 0; i < result->articles->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_article (out, g_ptr_array_index (result->articles, i));
    }
  g_string_append_c (out, ']');
  append_key (out, "diagnostics");
  g_string_append_c (out, '[');
  for (guint i = 0; i < result->diagnostics->len; i++)
    {
      const PlxImportDiagnostic *d = g_ptr_array_index (result->diagnostics, i);

      if (i > 0)
        g_string_append_c (out, ',');
      append_diagnostic (out, d->level, d->what, d->where);
    }
  g_string_append_c (out, ']');
}

static GString *
make_line (PlxCli *cli, guint i, gpointer data)
{
  const char *path = ((char **) data)[i];
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxImportResult) result = plx_import_file (path, NULL, cli->cancellable, &error);
  GString *line = g_string_new ("{");

  append_string (line, "path", path);
  if (result != NULL)
    append_result (line, result);
  else
    {
      plx_cli_input_error (cli, path, error->message);
      g_string_append (line, ",\"articles\":[],\"diagnostics\":[");
      append_diagnostic (line, "error", error->message, NULL);
      g_string_append_c (line, ']');
    }
  g_string_append (line, "}\n");
  return line;
}

int
plx_cmd_extract (PlxCli *cli, int argc, char **argv)
{
  if (!plx_cli_parse (cli, NULL, &argc, &argv))
    return PLX_EXIT_USAGE;
  if (argc < 2)
    return plx_cli_usage (cli, _("give at least one file"));
  plx_cli_print_all (cli, (guint) argc - 1, make_line, argv + 1);
  return plx_cli_done (cli);
}
