/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "cli/plx-cli.h"
#include "language/plx-conllu.h"

/* Sentences and tokens of a CoNLL-U file in, the same with tags, trees and
 * names out. The file is read in rounds of a bounded number of batches, so
 * that neither its size nor --threads counts for anything but time. */

enum { BATCH_LINES = 1500, ROUND_BATCHES = 64 };

typedef struct {
  const PlxLanguage *language;
  PlxCliLines *lines;
  const char *path;
  GPtrArray *batches;   // PlxConllu of this round
  gboolean at_end;
} Job;

static GString *
make_batch (PlxCli *cli, guint i, gpointer data)
{
  Job *job = data;
  const PlxConllu *batch = g_ptr_array_index (job->batches, i);
  g_autoptr (PlxAnalysis) analysis = plx_conllu_to_analysis (batch);
  g_autofree PlxTokenName *names = g_new (PlxTokenName, analysis->tokens->len);
  GString *out;

  if (!plx_language_parse (job->language, analysis, names, cli->cancellable, NULL))
    return NULL;
  out = g_string_sized_new (analysis->n_bytes * 16 + 256);
  plx_conllu_write (batch, analysis, names, out);
  return out;
}

/* A damaged line ends the reading; what stands before it is still parsed. */
static gboolean
read_line (PlxCli *cli, Job *job, PlxConllu *batch)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;
  const char *line = NULL;
  gsize n_bytes = 0;

  if (plx_cli_lines_next (job->lines, &line, &n_bytes, &error))
    {
      if (line != NULL && plx_conllu_read_line (batch, line, n_bytes, &error))
        return TRUE;
      job->at_end = line == NULL;
      if (job->at_end && plx_conllu_read_end (batch, &error))
        return FALSE;
      g_prefix_error (&error, _("line %llu: "),
                      (unsigned long long) plx_cli_lines_get_number (job->lines));
    }
  what = g_strdup_printf (_("%s; nothing is parsed from here on, mend the file and try again"),
                          error->message);
  plx_cli_input_error (cli, job->path, what);
  job->at_end = TRUE;
  plx_conllu_drop_open (batch);
  return FALSE;
}

static PlxConllu *
read_batch (PlxCli *cli, Job *job)
{
  PlxConllu *batch = plx_conllu_new ();

  while (!job->at_end
         && (plx_conllu_get_n_lines (batch) < BATCH_LINES || !plx_conllu_is_between (batch)))
    read_line (cli, job, batch);
  return batch;
}

static void
parse_rounds (PlxCli *cli, Job *job)
{
  PlxProgress whole = cli->progress;
  double begin = 0;

  while (!job->at_end && !g_cancellable_is_cancelled (cli->cancellable))
    {
      double end;

      g_ptr_array_set_size (job->batches, 0);
      while (!job->at_end && job->batches->len < ROUND_BATCHES)
        g_ptr_array_add (job->batches, read_batch (cli, job));
      end = plx_cli_lines_get_fraction (job->lines);
      cli->progress = plx_progress_part (&whole, begin, end);
      plx_cli_print_all (cli, job->batches->len, make_batch, job);
      begin = end;
    }
}

static void
warn_without_model (const PlxLanguage *language)
{
  const char *problem = plx_language_get_model_problem (language);

  if (problem != NULL)
    fprintf (stderr, _("warning: %s; tags and names are those of the rules, and there are no trees. "
                       "Installing Parallax again brings the model back\n"), problem);
}

static int
parse_file (PlxCli *cli, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxLanguage) language = plx_language_new (&error);
  g_autoptr (GPtrArray) batches
    = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_conllu_free);
  Job job = { .language = language, .path = path, .batches = batches };

  if (language == NULL || (job.lines = plx_cli_lines_open (path, &error)) == NULL)
    return plx_cli_fail (cli, error);
  warn_without_model (language);
  parse_rounds (cli, &job);
  plx_cli_lines_close (job.lines);
  return plx_cli_done (cli);
}

int
plx_cmd_parse (PlxCli *cli, int argc, char **argv)
{
  if (!plx_cli_parse (cli, NULL, &argc, &argv))
    return PLX_EXIT_USAGE;
  if (argc != 2)
    return plx_cli_usage (cli, _("give one CoNLL-U file, or - for standard input"));
  return parse_file (cli, argv[1]);
}
