/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "import/plx-importer.h"

G_BEGIN_DECLS

/* The scheme of fuzz-rounds.h for files: a round depends on the seed and its number
 * only. @func returns what is broken, or NULL. */
typedef char *(*PlxFuzzBytesFunc) (GRand *random, gboolean show);

int     plx_fuzz_bytes_run    (int               argc,
                               char            **argv,
                               const char       *what,
                               PlxFuzzBytesFunc  func);

/* @data with a few changes: bytes flipped, pieces cut, doubled and swapped, and words of
 * @dictionary (NULL-terminated, may be NULL) put in. */
GBytes *plx_fuzz_bytes_mutate (GBytes             *data,
                               const char * const *dictionary,
                               GRand              *random) G_GNUC_WARN_UNUSED_RESULT;

/* Imports it as a file called @name; what is wrong with the articles or the refusal. */
char   *plx_fuzz_bytes_import (GBytes     *bytes,
                               const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* What is wrong with an article; NULL: nothing. */
char   *plx_fuzz_bytes_check  (const PlxImportedArticle *article) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
