/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "check-import.h"
#include "fuzz-bytes.h"
#include "fuzz-rounds.h"

/* Damaged tables and bibliographies (seeds/table-*). */

static const char * const words[] = {
  "\"", "\"\"", ",\"", ";", "\t", "|", "\n\n", "sep=;\n", "title,text,date\n", "03/04/2031", "45292", "\n@",
  "@article{a,\n", "@string{x = \"y\"}\n", "= {", "}", "\\\"{", "\\c", " # ", "TY  - JOUR\n", "ER  - \n",
  "AB  - ", "PMID- 1\n", "%0 Journal\n", "%A ", "PT J\n", "AU ", "   ", "<record>", "</record>", "{\"text\":\"",
  "\"date-parts\":[[", "]]", "{\"items\":[", "0000-00-00", "\357\273\277", "\377", NULL,
};

static char *
run_round (const PlxLanguage *language, GPtrArray *seeds, GRand *random, gboolean show)
{
  static const char * const names[] = { "a.csv", "a.ris", "a.bib", "a.json", "a.txt", NULL };
  const char *seed = g_ptr_array_index (seeds, g_rand_int_range (random, 0, (gint) seeds->len));
  const char *name = names[g_rand_int_range (random, 0, G_N_ELEMENTS (names))];
  g_autoptr (GBytes) whole = g_bytes_new_static (seed, strlen (seed));
  g_autoptr (GBytes) bytes = plx_fuzz_bytes_mutate (whole, words, random);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxImportResult) result = NULL;

  (void) language;
  if (show)
    fwrite (g_bytes_get_data (bytes, NULL), 1, g_bytes_get_size (bytes), stdout);
  result = plx_import_bytes (bytes, name, NULL, &error);
  if (result != NULL)
    return plx_check_import (result);
  return g_utf8_validate (error->message, -1, NULL) ? NULL : g_strdup ("a message is no UTF-8");
}

int
main (int argc, char **argv)
{
  return plx_fuzz_run (argc, argv, "odd tables", run_round);
}
