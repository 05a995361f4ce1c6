/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How far a long job has come. Engines call plx_progress_report() now and
 * then; what hears it (an operation, a terminal, nothing) is the caller's.
 * Engines pass on a NULL progress untouched. */
typedef void (*PlxProgressFunc) (double fraction_01, const char *message, gpointer user_data);

typedef struct {
  PlxProgressFunc func;
  gpointer user_data;
  double begin_01;   // the part of the whole that this job covers
  double end_01;
} PlxProgress;

PlxProgress plx_progress_part   (const PlxProgress *whole, double begin_01, double end_01);
void        plx_progress_report (const PlxProgress *progress, double fraction_01, const char *message);

G_END_DECLS
