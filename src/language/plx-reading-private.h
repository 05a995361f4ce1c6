/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/plx-reading.h"

#include <string.h>

G_BEGIN_DECLS

/* What plx-reading.c, plx-reading-quotes.c and plx-reading-phrases.c share. */

/* @words: words between single spaces */
static inline gboolean
plx_reading_lists (const char *words, const char *word)
{
  gsize n = strlen (word);
  const char *p = words;

  if (n == 0)
    return FALSE;
  while ((p = strstr (p, word)) != NULL)
    {
      if ((p == words || p[-1] == ' ') && (p[n] == ' ' || p[n] == '\0'))
        return TRUE;
      p += n;
    }
  return FALSE;
}

/* plx-reading-quotes.c */
void plx_reading_find_quotes (PlxReading *reading);
/* plx-reading-tree.c */
void plx_reading_find_trees  (PlxReading *reading);

G_END_DECLS
