/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "check.h"

gboolean
plx_must (char **broken, gboolean holds, const char *format, ...)
{
  va_list args;

  if (holds || *broken != NULL)
    return holds;
  va_start (args, format);
  *broken = g_strdup_vprintf (format, args);
  va_end (args);
  return FALSE;
}

/* @byte: at most n_bytes */
gboolean
plx_is_boundary (const PlxAnalysis *a, guint32 byte)
{
  return byte == a->n_bytes || ((guchar) a->text[byte] & 0xc0) != 0x80;
}
