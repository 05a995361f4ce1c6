/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/plx-cli.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/**
 * plx_cli_parse:
 * @entries: (nullable): options of the command
 *
 * Returns: FALSE when the options are wrong; what is wrong was said
 */
gboolean
plx_cli_parse (PlxCli *cli, const GOptionEntry *entries, int *argc, char ***argv)
{
  const GOptionEntry common[] = {
    { "threads", 0, 0, G_OPTION_ARG_INT, &cli->n_threads,
      N_("Threads to work with (default: all cores)"), N_("N") },
    G_OPTION_ENTRY_NULL
  };
  g_autofree char *usage = g_strconcat (cli->command->name, " ", _(cli->command->arguments), NULL);
  g_autofree char *example = g_strdup_printf ("%s\n  %s", _("Example:"), cli->command->example);
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_autoptr (GError) error = NULL;

  (*argv)[0] = (char *) "parallax-cli";
  g_option_context_set_summary (context, _(cli->command->summary));
  g_option_context_set_description (context, example);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      plx_cli_usage (cli, error->message);
      return FALSE;
    }
  if (cli->n_threads < 0 || cli->n_threads > 256)
    {
      plx_cli_usage (cli, _("--threads takes a number from 1 to 256"));
      return FALSE;
    }
  if (*argc > 1 && strcmp ((*argv)[1], "--") == 0)
    {
      memmove (*argv + 1, *argv + 2, sizeof (char *) * (gsize) (*argc - 1));
      (*argc)--;
    }
  return TRUE;
}

int
plx_cli_usage (PlxCli *cli, const char *what)
{
  fprintf (stderr, _("error: %s: %s; see parallax-cli %s --help\n"),
           cli->command->name, what, cli->command->name);
  return PLX_EXIT_USAGE;
}

/* One input could not be taken; the others go on. */
void
plx_cli_input_error (PlxCli *cli, const char *path, const char *what)
{
  fprintf (stderr, _("error: %s: %s\n"), path, what);
  cli->some_failed = TRUE;
}

int
plx_cli_fail (PlxCli *cli, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fprintf (stderr, _("error: interrupted; what was finished is kept\n"));
  else
    fprintf (stderr, _("error: %s\n"), error->message);
  return PLX_EXIT_COULD_NOT_RUN;
}

/* The exit code of a command that ran to its end. */
int
plx_cli_done (PlxCli *cli)
{
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      fprintf (stderr, _("error: standard output: %s\n"), g_strerror (errno));
      return PLX_EXIT_COULD_NOT_RUN;
    }
  if (g_cancellable_is_cancelled (cli->cancellable))
    {
      fprintf (stderr, _("error: interrupted; what was finished is kept\n"));
      return PLX_EXIT_COULD_NOT_RUN;
    }
  return cli->some_failed ? PLX_EXIT_SOME_FAILED : PLX_EXIT_DONE;
}

/* NULL: said why. */
PlxProject *
plx_cli_open (PlxCli *cli, const char *path)
{
  g_autoptr (GError) error = NULL;
  PlxProject *project = plx_project_open (path, &error);

  if (project == NULL)
    plx_cli_fail (cli, error);
  return project;
}

void
plx_cli_write (const char *bytes, gsize n_bytes)
{
  fwrite (bytes, 1, n_bytes, stdout);
}

/* -- ordered work -- */

typedef struct {
  PlxCli *cli;
  PlxCliMakeFunc make;
  gpointer data;
  GMutex mutex;
  GCond ready;
  GString **made;     // (n_items)
  gboolean *is_done;  // (n_items)
} Work;

static void
make_worker (gpointer item, gpointer data)
{
  Work *work = data;
  guint i = GPOINTER_TO_UINT (item) - 1;
  GString *text = g_cancellable_is_cancelled (work->cli->cancellable)
                  ? NULL : work->make (work->cli, i, work->data);

  g_mutex_lock (&work->mutex);
  work->made[i] = text;
  work->is_done[i] = TRUE;
  g_cond_signal (&work->ready);
  g_mutex_unlock (&work->mutex);
}

static GString *
wait_for (Work *work, guint i)
{
  GString *text;

  g_mutex_lock (&work->mutex);
  while (!work->is_done[i])
    g_cond_wait (&work->ready, &work->mutex);
  text = g_steal_pointer (&work->made[i]);
  g_mutex_unlock (&work->mutex);
  return text;
}

/* Never more than this many finished items wait for a slow one before them:
 * memory stays bounded on collections of any size. */
enum { WINDOW = 64 };

void
plx_cli_print_all (PlxCli *cli, guint n_items, PlxCliMakeFunc make, gpointer data)
{
  guint n_threads = cli->n_threads > 0 ? (guint) cli->n_threads : g_get_num_processors ();
  Work work = { cli, make, data };
  GThreadPool *pool = g_thread_pool_new (make_worker, &work, (int) n_threads, TRUE, NULL);
  guint pushed = 0;

  work.made = g_new0 (GString *, n_items);
  work.is_done = g_new0 (gboolean, n_items);
  for (guint i = 0; i < n_items; i++)
    {
      GString *text;

      for (; pushed < MIN (n_items, i + WINDOW); pushed++)
        g_thread_pool_push (pool, GUINT_TO_POINTER (pushed + 1), NULL);
      text = wait_for (&work, i);
      if (text != NULL)
        {
          plx_cli_write (text->str, text->len);
          g_string_free (text, TRUE);
        }
      plx_progress_report (&cli->progress, (i + 1.0) / n_items, NULL);
    }
  g_thread_pool_free (pool, FALSE, TRUE);
  g_free (work.made);
  g_free (work.is_done);
}
