/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "base/plx-utf8.h"
#include "cli/plx-cli.h"
#include "language/plx-analysis-json.h"

/* Prints ranked hits, one per line. */

static void
append_member (GString *out, const char *key, const char *value)
{
  g_string_append_printf (out, ",\"%s\":", key);
  if (value != NULL)
    plx_json_write_string (out, value);
  else
    g_string_append (out, "null");
}

/* Spans leave the core as code points of the article's text. */
static gboolean
append_spans (GString *out, PlxProject *project, const PlxSearchHit *hit, GError **error)
{
  g_autoptr (PlxArticleContent) content = plx_project_load_content (project, hit->article, error);
  g_autoptr (PlxOffsets) offsets = NULL;

  if (content == NULL)
    return FALSE;
  offsets = plx_offsets_new (content->text, -1);
  g_string_append (out, ",\"spans\":[");
  for (guint i = 0; i < hit->spans->len; i++)
    {
      PlxSpan span = g_array_index (hit->spans, PlxSpan, i);

      g_string_append_printf (out, "%s[%u,%u]", i > 0 ? "," : "",
                              plx_offsets_to_char (offsets, span.begin),
                              plx_offsets_to_char (offsets, span.end));
    }
  g_string_append_c (out, ']');
  return TRUE;
}

static gboolean
print_hit (PlxProject *project, const PlxSearchHit *hit, GError **error)
{
  g_autoptr (GString) line = g_string_new (NULL);
  char score[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (line, "{\"article\":%" G_GINT64_FORMAT, hit->article);
  append_member (line, "title", hit->title);
  append_member (line, "source", hit->source);
  append_member (line, "published", hit->published);
  g_string_append_printf (line, ",\"score\":%s", g_ascii_formatd (score, sizeof score, "%.6g", hit->score));
  append_member (line, "snippet", hit->snippet);
  if (!append_spans (line, project, hit, error))
    return FALSE;
  g_string_append (line, "}\n");
  plx_cli_write (line->str, line->len);
  return TRUE;
}

static int
search (PlxCli *cli, PlxProject *project, const char *query, guint limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = plx_project_search (project, query, limit, &error);

  for (guint i = 0; hits != NULL && i < hits->len; i++)
    if (!print_hit (project, g_ptr_array_index (hits, i), &error))
      break;
  return error == NULL ? plx_cli_done (cli) : plx_cli_fail (cli, error);
}

int
plx_cmd_search (PlxCli *cli, int argc, char **argv)
{
  int limit = 50, code;
  const GOptionEntry entries[] = {
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_("At most this many hits; 0: all (default 50)"), N_("N") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (PlxProject) project = NULL;

  if (!plx_cli_parse (cli, entries, &argc, &argv))
    return PLX_EXIT_USAGE;
  if (argc != 3 || limit < 0)
    return plx_cli_usage (cli, _("give a project and a query"));
  project = plx_cli_open (cli, argv[1]);
  if (project == NULL)
    return PLX_EXIT_COULD_NOT_RUN;
  code = search (cli, project, argv[2], (guint) limit);
  plx_project_close (project);
  return code;
}
