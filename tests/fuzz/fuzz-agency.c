/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>

#include "check-import.h"
#include "fuzz-rounds.h"
#include "odd-files.h"

/* Imports odd agency files, feeds and wire text. */

static char *
run_round (const PlxLanguage *language, GPtrArray *seeds, GRand *random, gboolean show)
{
  static const char * const names[] = { "a.xml", "a.nitf", "a.rss", "a.json", "a.tst", "a", NULL };
  g_autoptr (GString) file = plx_odd_file (random, seeds);
  g_autoptr (GBytes) bytes = g_bytes_new (file->str, file->len);
  const char *name = names[g_rand_int_range (random, 0, G_N_ELEMENTS (names))];
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxImportResult) result = NULL;

  (void) language;
  if (show)
    fwrite (file->str, 1, file->len, stdout);
  result = plx_import_bytes (bytes, name, NULL, &error);
  if (result != NULL)
    return plx_check_import (result);
  return g_utf8_validate (error->message, -1, NULL) ? NULL : g_strdup ("a message is no UTF-8");
}

int
main (int argc, char **argv)
{
  return plx_fuzz_run (argc, argv, "odd agency files", run_round);
}
