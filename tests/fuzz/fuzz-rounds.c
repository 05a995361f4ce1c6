/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "fuzz-rounds.h"

/* A round depends on the seed and its number only, so what failed can be done
 * again alone: --seed S --first N --rounds 1 --show. */

enum { ROUND_LIMIT_S = 20 };

static int seed_number = 1, first_round = 0, n_rounds = 2000, n_seconds = 0;
static gboolean show = FALSE;
static char **seed_files;

static const GOptionEntry entries[] = {
  { "seed", 's', 0, G_OPTION_ARG_INT, &seed_number, "Other texts for another number", "N" },
  { "first", 'f', 0, G_OPTION_ARG_INT, &first_round, "Begin with this round", "N" },
  { "rounds", 'r', 0, G_OPTION_ARG_INT, &n_rounds, "How many rounds", "N" },
  { "cpu-seconds", 't', 0, G_OPTION_ARG_INT, &n_seconds, "Go on so long, instead", "N" },
  { "show", 0, 0, G_OPTION_ARG_NONE, &show, "Print the texts", NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &seed_files, NULL, "TEXT-OR-JSONL…" },
  G_OPTION_ENTRY_NULL
};

static char now_in[80];   // said by the handler, which may not print by itself

static void
say_round (int signal_number)
{
  static const char slow[] = "(too slow) ";

  if (signal_number == SIGALRM)
    (void) !write (STDERR_FILENO, slow, sizeof slow - 1);
  (void) !write (STDERR_FILENO, now_in, strlen (now_in));
  signal (SIGABRT, SIG_DFL);
  abort ();
}

static void
add_jsonl (GPtrArray *seeds, char *contents)
{
  g_auto (GStrv) lines = g_strsplit (contents, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (JsonNode) node = json_from_string (lines[i], NULL);
      JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node)
                           ? json_node_get_object (node) : NULL;

      if (object != NULL && json_object_has_member (object, "text"))
        g_ptr_array_add (seeds, g_strdup (json_object_get_string_member (object, "text")));
    }
}

static GPtrArray *
load_seeds (char **files)
{
  GPtrArray *seeds = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    {
      g_autofree char *contents = NULL;
      g_autoptr (GError) error = NULL;

      if (!g_file_get_contents (files[i], &contents, NULL, &error))
        g_error ("%s", error->message);
      if (g_str_has_suffix (files[i], ".jsonl"))
        add_jsonl (seeds, contents);
      else
        g_ptr_array_add (seeds, g_steal_pointer (&contents));
    }
  if (seeds->len == 0)
    g_ptr_array_add (seeds, g_strdup ("Kim said on Friday that no one had seen him."));
  return seeds;
}

static gboolean
run_round (PlxFuzzFunc func, const PlxLanguage *language, GPtrArray *seeds, guint number)
{
  const guint32 seed[] = { (guint32) seed_number, number };
  g_autoptr (GRand) random = g_rand_new_with_seed_array (seed, G_N_ELEMENTS (seed));
  g_autofree char *wrong = NULL;

  g_snprintf (now_in, sizeof now_in, "stopped in --seed %d --first %u --rounds 1\n", seed_number,
              number);
  alarm (ROUND_LIMIT_S);
  wrong = func (language, seeds, random, show);
  alarm (0);
  if (wrong != NULL)
    printf ("# --seed %d --first %u --rounds 1: %s\n", seed_number, number, wrong);
  return wrong == NULL;
}

static double
cpu_seconds (void)
{
  return (double) clock () / CLOCKS_PER_SEC;
}

int
plx_fuzz_run (int argc, char **argv, const char *what, PlxFuzzFunc func)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxLanguage) language = NULL;
  g_autoptr (GPtrArray) seeds = NULL;
  guint number = 0, n_wrong = 0;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error)
      || (language = plx_language_new (&error)) == NULL)
    {
      fprintf (stderr, "error: %s\n", error->message);
      return 2;
    }
  setvbuf (stdout, NULL, _IOLBF, 0);   // what failed is seen when it does
  seeds = load_seeds (seed_files);
  signal (SIGALRM, say_round);
  signal (SIGABRT, say_round);
  while (n_seconds > 0 ? cpu_seconds () < n_seconds : number < (guint) n_rounds)
    n_wrong += !run_round (func, language, seeds, (guint) first_round + number++);
  printf ("# %u rounds from %u seeds in %.0f CPU seconds\n1..1\n%s 1 - %s\n", number,
          seeds->len, cpu_seconds (), n_wrong == 0 ? "ok" : "not ok", what);
  g_strfreev (seed_files);
  return n_wrong == 0 ? 0 : 1;
}
