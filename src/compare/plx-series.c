/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-series.h"

/* Standing phrases of a source's reports. */

static void
phrase_free (gpointer data)
{
  PlxStandingPhrase *phrase = data;

  g_free (phrase->phrase);
  g_free (phrase->reports);
  g_free (phrase->missing);
  g_free (phrase);
}

void
plx_series_free (PlxSeries *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->phrases);
  g_free (self);
}

PlxSeries *
plx_series_read (const PlxComparisonArticle *reports, guint n_reports, GCancellable *cancellable,
                 GError **error)
{
  PlxSeries *self = g_new0 (PlxSeries, 1);

  self->phrases = g_ptr_array_new_with_free_func (phrase_free);
  return self;
}
