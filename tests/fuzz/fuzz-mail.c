/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "check-import.h"
#include "fuzz-bytes.h"
#include "fuzz-rounds.h"

/* Damaged mails, mailboxes and pages saved as mails (seeds/mail-*). */

static const char * const words[] = {
  "From now on it is so.\n", "\nFrom a@b Mon Jun 01 10:00:00 2031\n", "--x\n", "--x--\n", "\n\n",
  "Content-Type: multipart/mixed; boundary=\"x\"\n", "Content-Type: message/rfc822\n\n",
  "Content-Type: text/html; charset=iso-2022-jp\n", "Content-Transfer-Encoding: base64\n",
  "Content-Transfer-Encoding: quoted-printable\n", "=?utf-8?B?w6k?=", "=?gbk?Q?=C4=E3=BA?=", "Subject: ",
  "Subject: \304\343\272\303\n", "format=flowed; delsp=yes", "> > >From ", "-- \n",
  "Date: Fri, 31 Feb 99999", "boundary=\"\"", "charset=utf-7",
  "Content-Disposition: attachment; filename=\"../../a.zip\"\n", NULL,
};

static char *
run_round (const PlxLanguage *language, GPtrArray *seeds, GRand *random, gboolean show)
{
  static const char * const names[] = { "a.eml", "a.mbox", "a.mht", "a.txt", NULL };
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
  return plx_fuzz_run (argc, argv, "odd mails", run_round);
}
