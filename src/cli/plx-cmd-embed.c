/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/plx-cli.h"

/* One line of text in, one unit vector out. Lines are read in rounds, so that
 * a file of any size fits; every line gets its vector, an empty one too. */

enum { BATCH_LINES = 16, ROUND_BATCHES = 64 };

typedef struct {
  const PlxLanguage *language;
  PlxCliLines *lines;
  const char *path;
  GPtrArray *texts;     // of this round
  gboolean at_end;
} Job;

static void
append_vector (GString *out, const float *vector, guint n)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < n; i++)
    {
      g_string_append_c (out, i == 0 ? '[' : ',');
      g_string_append (out, g_ascii_formatd (number, sizeof number, "%.7g", (double) vector[i]));
    }
  g_string_append (out, "]\n");
}

static GString *
make_vectors (PlxCli *cli, guint batch, gpointer data)
{
  Job *job = data;
  guint first = batch * BATCH_LINES;
  guint n = MIN (BATCH_LINES, job->texts->len - first);
  guint n_meaning = plx_language_get_n_meaning (job->language);
  g_autofree float *vectors = g_new (float, (gsize) n * n_meaning);
  GString *out;

  if (!plx_language_embed (job->language, (const char * const *) job->texts->pdata + first, n,
                           vectors, cli->cancellable, NULL))
    return NULL;
  out = g_string_sized_new ((gsize) n * n_meaning * 12);
  for (guint i = 0; i < n; i++)
    append_vector (out, vectors + (gsize) i * n_meaning, n_meaning);
  return out;
}

/* A line with strange bytes gets a vector, so that lines can be counted, and
 * an error. */
static char *
dup_text (PlxCli *cli, Job *job, const char *line, gsize n_bytes)
{
  g_autofree char *what = NULL;

  if (g_utf8_validate_len (line, n_bytes, NULL))
    return g_strndup (line, n_bytes);
  what = g_strdup_printf (_("line %llu is not UTF-8; strange bytes were replaced, convert the file "
                            "and try again"),
                          (unsigned long long) plx_cli_lines_get_number (job->lines));
  plx_cli_input_error (cli, job->path, what);
  return g_utf8_make_valid (line, (gssize) n_bytes);
}

static gboolean
read_round (PlxCli *cli, Job *job, GError **error)
{
  g_ptr_array_set_size (job->texts, 0);
  while (job->texts->len < BATCH_LINES * ROUND_BATCHES)
    {
      const char *line;
      gsize n_bytes;

      if (!plx_cli_lines_next (job->lines, &line, &n_bytes, error))
        return FALSE;
      job->at_end = line == NULL;
      if (job->at_end)
        return TRUE;
      g_ptr_array_add (job->texts, dup_text (cli, job, line, n_bytes));
    }
  return TRUE;
}

static gboolean
embed_rounds (PlxCli *cli, Job *job, GError **error)
{
  PlxProgress whole = cli->progress;
  double begin = 0;

  while (!job->at_end && !g_cancellable_is_cancelled (cli->cancellable))
    {
      double end;

      if (!read_round (cli, job, error))
        return FALSE;
      end = plx_cli_lines_get_fraction (job->lines);
      cli->progress = plx_progress_part (&whole, begin, end);
      plx_cli_print_all (cli, (job->texts->len + BATCH_LINES - 1) / BATCH_LINES, make_vectors, job);
      begin = end;
    }
  return TRUE;
}

static int
embed_file (PlxCli *cli, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxLanguage) language = plx_language_new (&error);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  Job job = { .language = language, .path = path, .texts = texts };
  gboolean done;

  /* asking for nothing tells whether there is a model */
  if (language == NULL || !plx_language_embed (language, NULL, 0, NULL, NULL, &error)
      || (job.lines = plx_cli_lines_open (path, &error)) == NULL)
    return plx_cli_fail (cli, error);
  done = embed_rounds (cli, &job, &error);
  plx_cli_lines_close (job.lines);
  if (!done)
    plx_cli_input_error (cli, path, error->message);
  return plx_cli_done (cli);
}

int
plx_cmd_embed (PlxCli *cli, int argc, char **argv)
{
  if (!plx_cli_parse (cli, NULL, &argc, &argv))
    return PLX_EXIT_USAGE;
  if (argc != 2)
    return plx_cli_usage (cli, _("give one file of lines, or - for standard input"));
  return embed_file (cli, argv[1]);
}
