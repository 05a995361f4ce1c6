/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-date.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

char *
plx_date_dup_text (const char *published)
{
  int year = 0, month = 1, day = 1;
  int n_read = published != NULL ? sscanf (published, "%4d-%2d-%2d", &year, &month, &day) : 0;
  g_autoptr (GDateTime) time
    = n_read > 1 ? g_date_time_new_utc (year, month, day, 0, 0, 0) : NULL;
  g_autofree char *text = NULL;

  if (published == NULL)
    return g_strdup (_("no date"));
  if (time != NULL)
    text = g_date_time_format (time, n_read > 2 ? _("%-e %B %Y") : _("%B %Y"));
  return text != NULL ? g_steal_pointer (&text) : g_strdup (published);
}
