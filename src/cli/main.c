/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/plx-data.h"
#include "cli/plx-cli.h"

/* parallax-cli: the second client of project and engines. One command per
 * file; this one holds the table, signals and the exit code. */

static const PlxCommand commands[] = {
  { "extract", N_("PATH…"), N_("Show the articles that files hold, without a project"),
    "parallax-cli extract page.html", plx_cmd_extract },
  { "analyse", N_("PATH… | PROJECT | --articles FILE.jsonl"),
    N_("Analyse files, a collection, or what is new in a project"),
    "parallax-cli analyse article.txt", plx_cmd_analyse },
  { "parse", N_("FILE.conllu"), N_("Tag and parse sentences whose words are given, as CoNLL-U"),
    "parallax-cli parse gold.conllu > ours.conllu", plx_cmd_parse },
  { "embed", N_("FILE"), N_("Give each line of a text its vector of meaning"),
    "parallax-cli embed lines.txt > vectors.jsonl", plx_cmd_embed },
  { "compare", "--articles FILE.jsonl [--claims CLAIMS.jsonl]",
    N_("Compare the articles of one story"),
    "parallax-cli compare --articles story.jsonl", plx_cmd_compare },
  { "stories", "--articles FILE.jsonl", N_("Group articles by happening, and find copies"),
    "parallax-cli stories --articles collection.jsonl", plx_cmd_stories },
  { "versions", N_("OLDER NEWER | --articles FILE.jsonl"),
    N_("Tell two versions of an article apart"),
    "parallax-cli versions monday.html tuesday.html", plx_cmd_versions },
  { "series", "--articles FILE.jsonl",
    N_("Find phrases that appear in or vanish from a source's reports"),
    "parallax-cli series --articles reports.jsonl", plx_cmd_series },
  { "new", N_("PROJECT"), N_("Make an empty project"),
    "parallax-cli new summit.parallax", plx_cmd_new },
  { "import", N_("PROJECT PATH… [--source NAME] [--published DATE]"),
    N_("Add articles to a project"),
    "parallax-cli import summit.parallax pages/", plx_cmd_import },
  { "check", N_("PROJECT"), N_("Verify a project"),
    "parallax-cli check summit.parallax", plx_cmd_check },
  { "info", N_("PROJECT [--stories]"), N_("Describe a project, or list its stories with their ids"),
    "parallax-cli info summit.parallax --stories", plx_cmd_info },
  { "search", N_("PROJECT QUERY"), N_("Search the articles of a project"),
    "parallax-cli search summit.parallax 'wheat source:SNA'", plx_cmd_search },
  { "decide", N_("PROJECT --story ID --claim KEY --source NAME --verdict VERDICT"),
    N_("Set a verdict on what a source does with a claim"),
    "parallax-cli decide summit.parallax --story 1 --claim k3f2 --source SNA --verdict left_out "
    "--note 'not in print either'", plx_cmd_decide },
  { "graph", N_("PROJECT --format FORMAT [-o FILE]"), N_("Write the entity graph"),
    "parallax-cli graph summit.parallax --format graphml -o summit.graphml", plx_cmd_graph },
  { "export", N_("PROJECT --format FORMAT -o FILE"), N_("Write a marked-up PDF and other exports"),
    "parallax-cli export summit.parallax --format xlsx --comparison 1 -o summit.xlsx", plx_cmd_export },
};

static void
print_help (FILE *out)
{
  fprintf (out, "%s\n  parallax-cli %s\n\n%s\n", _("Usage:"), _("COMMAND [OPTION…] …"), _("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (out, "  %-9s %s\n", commands[i].name, _(commands[i].summary));
  fprintf (out, "\n%s\n", _("parallax-cli COMMAND --help tells more, with an example."));
}

static const PlxCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];
  return NULL;
}

/* Signals go to a thread of their own, which may do what a handler may not. */
static gpointer
signal_worker (gpointer data)
{
  GCancellable *cancellable = data;
  sigset_t set;
  int number;

  sigemptyset (&set);
  sigaddset (&set, SIGINT);
  sigaddset (&set, SIGTERM);
  sigwait (&set, &number);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
watch_signals (GCancellable *cancellable)
{
  sigset_t set;

  sigemptyset (&set);
  sigaddset (&set, SIGINT);
  sigaddset (&set, SIGTERM);
  pthread_sigmask (SIG_BLOCK, &set, NULL);
  signal (SIGPIPE, SIG_DFL);   /* "| head" ends us quietly */
  g_thread_unref (g_thread_new ("signals", signal_worker, cancellable));
}

static void
draw_progress (double fraction_01, const char *message, gpointer user_data)
{
  fprintf (stderr, "\r\033[K%3.0f %%  %s", fraction_01 * 100, message != NULL ? message : "");
  if (fraction_01 >= 1)
    fputc ('\n', stderr);
}

int
main (int argc, char **argv)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  PlxCli cli = { .cancellable = cancellable };

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, plx_data_get_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (argc < 2 || strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    {
      print_help (argc < 2 ? stderr : stdout);
      return argc < 2 ? PLX_EXIT_USAGE : PLX_EXIT_DONE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      printf ("parallax-cli %s\n", PLX_VERSION);
      return PLX_EXIT_DONE;
    }
  cli.command = find_command (argv[1]);
  if (cli.command == NULL)
    {
      fprintf (stderr, _("error: there is no command “%s”; parallax-cli --help lists them\n"), argv[1]);
      return PLX_EXIT_USAGE;
    }
  watch_signals (cancellable);
  if (isatty (STDERR_FILENO))
    cli.progress = (PlxProgress) { draw_progress, NULL, 0, 1 };
  return cli.command->run (&cli, argc - 1, argv + 1);
}
