/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-pdf-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* What all writers share: the error domain, and a file that is whole or not
 * there. */

G_DEFINE_QUARK (plx-export-error-quark, plx_export_error)

gboolean
plx_report_is_empty (const PlxReport *report, GError **error)
{
  if (report->n_articles > 0)
    return FALSE;
  g_set_error_literal (error, PLX_EXPORT_ERROR, PLX_EXPORT_ERROR_EMPTY,
                       _("There is no article to export"));
  return TRUE;
}

static gboolean
set_write_error (const char *path, const char *reason, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (
      error, PLX_EXPORT_ERROR, PLX_EXPORT_ERROR_WRITE,
      _("“%s” could not be written: %s. Choose another place or make room, then export again"),
      shown, reason);
  return FALSE;
}

/* A pipe or a device has nothing to keep whole, and must not be replaced. */
static gboolean
write_through (const char *path, const char *bytes, gsize n_bytes, GError **error)
{
  int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  int failed = fd < 0 ? errno : 0;

  while (failed == 0 && n_bytes > 0)
    {
      gssize n = write (fd, bytes, n_bytes);

      if (n < 0 && errno != EINTR)
        failed = errno;
      else if (n > 0)
        {
          bytes += n;
          n_bytes -= (gsize) n;
        }
    }
  if (fd >= 0 && close (fd) != 0 && failed == 0)
    failed = errno;
  return failed == 0 ? TRUE : set_write_error (path, g_strerror (failed), error);
}

/* Into a temporary file beside @path, onto the disk, then over it. */
gboolean
plx_report_write_file (const char *path, const char *bytes, gsize n_bytes, GError **error)
{
  g_autoptr (GError) local = NULL;
  GStatBuf info;

  if (g_stat (path, &info) == 0 && S_ISDIR (info.st_mode))
    return set_write_error (path, g_strerror (EISDIR), error);
  if (g_stat (path, &info) == 0 && !S_ISREG (info.st_mode))
    return write_through (path, bytes, n_bytes, error);
  if (g_file_set_contents_full (path, bytes, (gssize) n_bytes,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666,
                                &local))
    return TRUE;
  return set_write_error (path, local->message, error);
}
