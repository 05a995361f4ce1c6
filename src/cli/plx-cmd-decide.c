/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli/plx-cli.h"
#include "compare/plx-cell-words.h"
#include "language/plx-analysis-json.h"

/* Sets a person's verdict on one cell of a story's matrix. The keys of claims
 * come from "export --comparison ID --format json"; columns go by name. */

typedef struct {
  char *story, *claim, *source, *verdict, *confidence, *note;
  gint64 id;
  PlxCellStatus status;
  double confidence_01;
} DecideOptions;

static void
decide_options_clear (DecideOptions *options)
{
  g_free (options->story);
  g_free (options->claim);
  g_free (options->source);
  g_free (options->verdict);
  g_free (options->confidence);
  g_free (options->note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DecideOptions, decide_options_clear)

/* What is wrong with the options; NULL: nothing. */
static const char *
find_complaint (DecideOptions *options)
{
  char *end = NULL;

  if (options->story == NULL || options->claim == NULL || options->source == NULL
      || options->verdict == NULL)
    return _("give one project, --story ID, --claim KEY, --source NAME and --verdict VERDICT");
  if (!g_ascii_string_to_signed (options->story, 10, 1, G_MAXINT64, &options->id, NULL))
    return _("--story takes the id of a story; info PROJECT --stories tells the ids");
  options->status = plx_cell_status_from_nick (options->verdict);
  if (g_strcmp0 (plx_cell_status_to_nick (options->status), options->verdict) != 0)
    return _("--verdict takes one of reported, differs, contradicted, not_found, left_out and "
             "not_examined, which takes a verdict back");
  options->confidence_01 = -1;
  if (options->confidence == NULL)
    return NULL;
  options->confidence_01 = g_ascii_strtod (options->confidence, &end);
  if (end == options->confidence || *end != '\0'
      || !(options->confidence_01 >= 0 && options->confidence_01 <= 1))
    return _("--confidence takes a number from 0 to 1");
  return NULL;
}

/* -1: said why. Its key goes before its name, which several columns may have. */
static gint
find_column (const PlxStoryComparison *story, const char *name)
{
  const GPtrArray *columns = story->comparison->columns;
  g_autoptr (GString) all = g_string_new (NULL), alike = g_string_new (NULL);
  gint found = -1;
  guint n = 0;

  for (guint i = 0; i < columns->len; i++)
    {
      const char *own = plx_cell_words_get_column (g_ptr_array_index (columns, i));
      const char *key = plx_story_comparison_get_column_key (story, i);

      if (g_strcmp0 (key, name) == 0)
        return (gint) i;
      g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", own);
      if (g_strcmp0 (own, name) != 0)
        continue;
      g_string_append_printf (alike, "%s%s", n++ > 0 ? ", " : "", key);
      found = (gint) i;
    }
  if (n == 1)
    return found;
  if (n == 0)
    g_printerr (_("error: no source of story %lld is called “%s”; it has %s\n"),
                (long long) story->story, name, all->str);
  else
    g_printerr (_("error: %u columns of story %lld are called “%s”; give one of %s as --source\n"),
                n, (long long) story->story, name, alike->str);
  return -1;
}

static void
print_result (PlxProject *project, const DecideOptions *options, const PlxStoryComparison *story,
              guint column, const char *was)
{
  g_autoptr (GString) line = g_string_new (NULL);
  const char *undo = plx_project_get_undo_label (project);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (line, "{\"story\":%" G_GINT64_FORMAT ",\"claim\":", options->id);
  plx_json_write_string (line, options->claim);
  g_string_append (line, ",\"source\":");
  plx_json_write_string (
    line, plx_cell_words_get_column (g_ptr_array_index (story->comparison->columns, column)));
  g_string_append_printf (line, ",\"was\":\"%s\",\"verdict\":\"%s\",\"confidence\":%s,\"undo\":",
                          was, options->verdict,
                          options->confidence_01 < 0 ? "null"
                          : g_ascii_formatd (number, sizeof number, "%.3g",
                                             options->confidence_01));
  plx_json_write_string (line, undo != NULL ? undo : "");
  g_string_append (line, "}\n");
  plx_cli_write (line->str, line->len);
}

static int
decide (PlxCli *cli, PlxProject *project, const DecideOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxStoryComparison) story = plx_project_compare_story (
    project, options->id, &cli->progress, cli->cancellable, &error);
  const char *was;
  guint claim;
  gint column;

  if (story == NULL)
    return plx_cli_fail (cli, error);
  if (!plx_story_comparison_find_claim (story, options->claim, &claim))
    {
      g_printerr (_("error: story %lld has no claim with the key “%s”; export --comparison %lld "
                    "--format json tells the keys\n"),
                  (long long) options->id, options->claim, (long long) options->id);
      return PLX_EXIT_COULD_NOT_RUN;
    }
  column = find_column (story, options->source);
  if (column < 0)
    return PLX_EXIT_COULD_NOT_RUN;
  was = plx_cell_status_to_nick (plx_story_comparison_get_status (story, claim, (guint) column));
  if (!plx_project_set_cell (project, options->id, options->claim,
                             plx_story_comparison_get_column_key (story, (guint) column),
                             options->status, options->confidence_01, options->note, &error))
    return plx_cli_fail (cli, error);
  print_result (project, options, story, (guint) column, was);
  return plx_cli_done (cli);
}

int
plx_cmd_decide (PlxCli *cli, int argc, char **argv)
{
  g_auto (DecideOptions) options = { 0 };
  const GOptionEntry entries[] = {
    { "story", 0, 0, G_OPTION_ARG_STRING, &options.story, N_("The story, by its id"), N_("ID") },
    { "claim", 0, 0, G_OPTION_ARG_STRING, &options.claim, N_("The claim, by its key in the JSON export"), N_("KEY") },
    { "source", 0, 0, G_OPTION_ARG_STRING, &options.source, N_("The source, by its name"), N_("NAME") },
    { "verdict", 0, 0, G_OPTION_ARG_STRING, &options.verdict, N_("reported, differs, contradicted, not_found or left_out; not_examined takes a verdict back"), N_("VERDICT") },
    { "confidence", 0, 0, G_OPTION_ARG_STRING, &options.confidence, N_("How sure, from 0 to 1"), N_("NUMBER") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &options.note, N_("A note on the cell"), N_("TEXT") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (PlxProject) project = NULL;
  const char *complaint;
  int code;

  if (!plx_cli_parse (cli, entries, &argc, &argv))
    return PLX_EXIT_USAGE;
  complaint = find_complaint (&options);
  if (argc != 2 || complaint != NULL)
    return plx_cli_usage (cli, complaint != NULL ? complaint : _("give one project"));
  project = plx_cli_open (cli, argv[1]);
  if (project == NULL)
    return PLX_EXIT_COULD_NOT_RUN;
  code = decide (cli, project, &options);
  plx_project_close (project);
  return code;
}
