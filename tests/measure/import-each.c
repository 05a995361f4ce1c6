/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "import/plx-importer.h"

/* Imports one file part by part and keeps nothing, as a project does: how many
 * articles, how fast, and how much memory at most. */

typedef struct {
  guint64 n_articles, n_parts, n_problems, n_text;
} Counts;

static gboolean
count_cb (const PlxImportPart *part, gpointer data, GError **error)
{
  Counts *counts = data;

  (void) error;
  counts->n_parts++;
  counts->n_problems += part->problem != NULL;
  for (guint i = 0; part->result != NULL && i < part->result->articles->len; i++)
    {
      const PlxImportedArticle *article = g_ptr_array_index (part->result->articles, i);

      counts->n_articles++;
      counts->n_text += strlen (article->text);
    }
  return TRUE;
}

int
main (int argc, char **argv)
{
  Counts counts = { 0 };
  g_autoptr (GError) error = NULL;
  struct rusage usage;

  if (argc != 2)
    {
      fprintf (stderr, "usage: import-each FILE\n");
      return 2;
    }
  if (!plx_import_each (argv[1], count_cb, &counts, NULL, &error))
    {
      fprintf (stderr, "error: %s\n", error->message);
      return 1;
    }
  getrusage (RUSAGE_SELF, &usage);
  printf ("{\"articles\":%" G_GUINT64_FORMAT ",\"parts\":%" G_GUINT64_FORMAT
          ",\"problems\":%" G_GUINT64_FORMAT ",\"text_bytes\":%" G_GUINT64_FORMAT
          ",\"cpu_s\":%.2f,\"peak_mb\":%.1f}\n",
          counts.n_articles, counts.n_parts, counts.n_problems, counts.n_text,
          (double) clock () / CLOCKS_PER_SEC, (double) usage.ru_maxrss / 1024);
  return 0;
}
