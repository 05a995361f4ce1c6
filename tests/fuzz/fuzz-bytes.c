/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-bytes.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* What failed can be done again alone: --seed S --first N --rounds 1. */

enum { ROUND_LIMIT_S = 30, MAX_BYTES = 1 << 20 };

static int seed_number = 1, first_round = 0, n_rounds = 500, n_seconds = 0;
static gboolean show = FALSE;

static const GOptionEntry entries[] = {
  { "seed", 's', 0, G_OPTION_ARG_INT, &seed_number, "Other files for another number", "N" },
  { "first", 'f', 0, G_OPTION_ARG_INT, &first_round, "Begin with this round", "N" },
  { "rounds", 'r', 0, G_OPTION_ARG_INT, &n_rounds, "How many rounds", "N" },
  { "cpu-seconds", 't', 0, G_OPTION_ARG_INT, &n_seconds, "Go on so long, instead", "N" },
  { "show", 0, 0, G_OPTION_ARG_NONE, &show, "Print the files", NULL },
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

/* -- changes -- */

static guint
pick (GRand *random, guint n)
{
  return n > 0 ? (guint) g_rand_int_range (random, 0, (gint32) n) : 0;
}

static void
change_once (GByteArray *data, const char * const *dictionary, GRand *random)
{
  guint at = pick (random, data->len), n = pick (random, MIN (data->len - at, 200)) + 1;

  n = MIN (n, data->len - at);
  switch (pick (random, 6))
    {
    case 0:
      for (guint i = 0; i < 1 + pick (random, 4); i++)
        data->data[pick (random, data->len)] ^= (guint8) (1 << pick (random, 8));
      break;
    case 1:
      if (n < data->len)
        g_byte_array_remove_range (data, at, n);
      break;
    case 2:
      if (data->len < MAX_BYTES)
        for (guint i = 0; i < 1 + pick (random, 3); i++)
          {
            g_autofree guint8 *piece = g_memdup2 (data->data + at, n);

            g_byte_array_append (data, piece, n);
          }
      break;
    case 3:
      data->data[at] = (guint8) g_rand_int_range (random, 0, 256);
      break;
    default:
      if (dictionary != NULL)
        {
          const char *word = dictionary[pick (random, g_strv_length ((char **) dictionary))];
          g_autofree guint8 *rest = g_memdup2 (data->data + at, data->len - at);
          guint n_rest = data->len - at;

          g_byte_array_set_size (data, at);
          g_byte_array_append (data, (const guint8 *) word, (guint) strlen (word));
          g_byte_array_append (data, rest, n_rest);
        }
      break;
    }
}

GBytes *
plx_fuzz_bytes_mutate (GBytes *data, const char * const *dictionary, GRand *random)
{
  gsize n;
  const guint8 *from = g_bytes_get_data (data, &n);
  GByteArray *to = g_byte_array_new ();

  g_byte_array_append (to, from, (guint) n);
  for (guint i = 1 + pick (random, 8); i > 0 && to->len > 0; i--)
    change_once (to, dictionary, random);
  return g_byte_array_free_to_bytes (to);
}

/* -- what must hold -- */

static char *
check_pages (const PlxImportedArticle *article)
{
  gsize n = strlen (article->text), before = 0;

  for (guint i = 0; article->pages != NULL && i < article->pages->len; i++)
    {
      const PlxImportedPage *page = &g_array_index (article->pages, PlxImportedPage, i);

      if (page->begin < before || page->end < page->begin || page->end > n)
        return g_strdup_printf ("page %u is [%zu, %zu) of %zu", i, page->begin, page->end, n);
      if (((guchar) article->text[page->begin] & 0xc0) == 0x80
          || ((guchar) article->text[page->end] & 0xc0) == 0x80)
        return g_strdup_printf ("page %u parts a character", i);
      before = page->end;
    }
  return NULL;
}

char *
plx_fuzz_bytes_check (const PlxImportedArticle *article)
{
  const char *text = article->text;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return g_strdup ("the text is not UTF-8");
  if (*text == '\n' || strstr (text, "\n\n") != NULL || g_str_has_suffix (text, "\n"))
    return g_strdup ("the text has empty lines");
  if (article->title != NULL
      && (!g_utf8_validate (article->title, -1, NULL) || strchr (article->title, '\n') != NULL))
    return g_strdup ("the title is not one line of UTF-8");
  return check_pages (article);
}

char *
plx_fuzz_bytes_import (GBytes *bytes, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxImportResult) result = plx_import_bytes (bytes, name, NULL, &error);
  char *wrong = NULL;

  if (result == NULL)
    return error == NULL ? g_strdup ("refused without a word")
           : !g_utf8_validate (error->message, -1, NULL) ? g_strdup ("the message is not UTF-8")
                                                         : NULL;
  if (result->articles->len == 0)
    return g_strdup ("no article and no error");
  for (guint i = 0; i < result->articles->len && wrong == NULL; i++)
    wrong = plx_fuzz_bytes_check (g_ptr_array_index (result->articles, i));
  return wrong;
}

/* -- rounds -- */

static gboolean
run_round (PlxFuzzBytesFunc func, guint number)
{
  const guint32 seed[] = { (guint32) seed_number, number };
  g_autoptr (GRand) random = g_rand_new_with_seed_array (seed, G_N_ELEMENTS (seed));
  g_autofree char *wrong = NULL;

  g_snprintf (now_in, sizeof now_in, "stopped in --seed %d --first %u --rounds 1\n", seed_number,
              number);
  alarm (ROUND_LIMIT_S);
  wrong = func (random, show);
  alarm (0);
  if (wrong != NULL)
    printf ("# --seed %d --first %u --rounds 1: %s\n", seed_number, number, wrong);
  return wrong == NULL;
}

/* That of helpers, too. */
static double
cpu_seconds (void)
{
  double sum = 0;

  for (int i = 0; i < 2; i++)
    {
      struct rusage usage;

      getrusage (i == 0 ? RUSAGE_SELF : RUSAGE_CHILDREN, &usage);
      sum += (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
             + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
    }
  return sum;
}

int
plx_fuzz_bytes_run (int argc, char **argv, const char *what, PlxFuzzBytesFunc func)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  guint number = 0, n_wrong = 0;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      fprintf (stderr, "error: %s\n", error->message);
      return 2;
    }
  setvbuf (stdout, NULL, _IOLBF, 0);   // what failed is seen when it does
  signal (SIGALRM, say_round);
  signal (SIGABRT, say_round);
  while (n_seconds > 0 ? cpu_seconds () < n_seconds : number < (guint) n_rounds)
    n_wrong += !run_round (func, (guint) first_round + number++);
  printf ("# %u rounds in %.0f CPU seconds\n1..1\n%s 1 - %s\n", number, cpu_seconds (),
          n_wrong == 0 ? "ok" : "not ok", what);
  return n_wrong == 0 ? 0 : 1;
}
