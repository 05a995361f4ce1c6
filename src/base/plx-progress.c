/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/plx-progress.h"

/* The slice [begin_01, end_01) of @whole, for a step of a longer job. */
PlxProgress
plx_progress_part (const PlxProgress *whole, double begin_01, double end_01)
{
  PlxProgress part = { 0 };

  if (whole != NULL)
    {
      double width = whole->end_01 - whole->begin_01;

      part = *whole;
      part.begin_01 = whole->begin_01 + width * begin_01;
      part.end_01 = whole->begin_01 + width * end_01;
    }
  return part;
}

/* Thread: any; the callback must allow for it. @message may be NULL. */
void
plx_progress_report (const PlxProgress *progress, double fraction_01, const char *message)
{
  if (progress == NULL || progress->func == NULL)
    return;
  fraction_01 = CLAMP (fraction_01, 0.0, 1.0);
  progress->func (progress->begin_01 + (progress->end_01 - progress->begin_01) * fraction_01,
                  message, progress->user_data);
}
