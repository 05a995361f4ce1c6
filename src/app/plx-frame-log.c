/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-frame-log.h"

#include <stdio.h>
#include <time.h>

typedef struct {
  FILE *file;
  gint64 start, update, layout;
  double cpu;
} FrameLog;

static double
get_cpu_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e6 + (double) now.tv_nsec / 1e3;
}

static void
before_cb (GdkFrameClock *clock, FrameLog *log)
{
  log->start = log->update = log->layout = g_get_monotonic_time ();
  log->cpu = get_cpu_us ();
}

static void
update_cb (GdkFrameClock *clock, FrameLog *log)
{
  log->update = log->layout = g_get_monotonic_time ();
}

static void
layout_cb (GdkFrameClock *clock, FrameLog *log)
{
  log->layout = g_get_monotonic_time ();
}

static void
after_cb (GdkFrameClock *clock, FrameLog *log)
{
  gint64 now = g_get_monotonic_time ();

  fprintf (
    log->file,
    "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %.0f\n",
    now, log->layout - log->update, now - log->layout, now - log->start, get_cpu_us () - log->cpu);
  fflush (log->file);
}

void
plx_frame_log_attach (GtkWidget *window)
{
  const char *path = g_getenv ("PLX_FRAMELOG");
  FILE *file = path != NULL && *path != '\0' ? fopen (path, "a") : NULL;

  if (file == NULL)
    return;
  FrameLog *log = g_new0 (FrameLog, 1);
  GdkFrameClock *clock = gdk_surface_get_frame_clock (gtk_native_get_surface (GTK_NATIVE (window)));
  log->file = file;
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_cb), log);
  g_signal_connect (clock, "update", G_CALLBACK (update_cb), log);
  /* connected later than GTK's own handler, so it runs when sizes are done */
  g_signal_connect (clock, "layout", G_CALLBACK (layout_cb), log);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_cb), log);
}
