/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/plx-cli.h"

/* A file or standard input, line by line: what is read was never whole in
 * memory, whatever its size. */

#define MAX_LINE (16 << 20)
#define BLOCK (64 << 10)

struct _PlxCliLines {
  FILE *file;
  char *path;
  GString *buffer;
  gsize at;            // where the next line begins in buffer
  guint64 number;
  guint64 n_read;
  guint64 n_bytes;     // of the whole file; 0: not known
  gboolean at_end;
};

/* "-" is standard input. */
PlxCliLines *
plx_cli_lines_open (const char *path, GError **error)
{
  PlxCliLines *self;
  struct stat info;
  FILE *file = g_str_equal (path, "-") ? stdin : fopen (path, "rb");
  int number = file == NULL || fstat (fileno (file), &info) != 0 ? errno
               : S_ISDIR (info.st_mode) ? EISDIR : 0;

  if (number != 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (number),
                   _("%s: %s; give a file that can be read"), path, g_strerror (number));
      if (file != NULL && file != stdin)
        fclose (file);
      return NULL;
    }
  self = g_new0 (PlxCliLines, 1);
  self->file = file;
  self->path = g_strdup (path);
  self->buffer = g_string_sized_new (2 * BLOCK);
  self->n_bytes = S_ISREG (info.st_mode) ? (guint64) info.st_size : 0;
  return self;
}

void
plx_cli_lines_close (PlxCliLines *self)
{
  if (self->file != stdin)
    fclose (self->file);
  g_string_free (self->buffer, TRUE);
  g_free (self->path);
  g_free (self);
}

/* Drops what was read and adds a block. */
static gboolean
read_block (PlxCliLines *self, GError **error)
{
  gsize before, n;

  g_string_erase (self->buffer, 0, (gssize) self->at);
  self->at = 0;
  before = self->buffer->len;
  if (before > MAX_LINE)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _("line %llu is over 16 MB long; is this the right file?"),
                   (unsigned long long) self->number + 1);
      return FALSE;
    }
  g_string_set_size (self->buffer, before + BLOCK);
  n = fread (self->buffer->str + before, 1, BLOCK, self->file);
  g_string_set_size (self->buffer, before + n);
  self->n_read += n;
  if (ferror (self->file))
    {
      g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                           g_strerror (errno));
      return FALSE;
    }
  self->at_end = n < BLOCK;
  return TRUE;
}

/**
 * plx_cli_lines_next:
 * @line: (out): the line without its newline, until the next call; NULL at the end
 */
gboolean
plx_cli_lines_next (PlxCliLines *self, const char **line, gsize *n_bytes, GError **error)
{
  const GString *buffer = self->buffer;
  gsize searched = self->at;
  char *newline;

  while ((newline = memchr (buffer->str + searched, '\n', buffer->len - searched)) == NULL
         && !self->at_end)
    {
      searched = buffer->len - self->at;
      if (!read_block (self, error))
        return FALSE;
    }
  *line = NULL;
  if (newline == NULL && self->at == buffer->len)
    return TRUE;
  *line = buffer->str + self->at;
  *n_bytes = newline != NULL ? (gsize) (newline - *line) : buffer->len - self->at;
  self->at += *n_bytes + (newline != NULL);
  self->number++;
  return TRUE;
}

/* Of the line that was last read, from 1. */
guint64
plx_cli_lines_get_number (const PlxCliLines *self)
{
  return self->number;
}

/* How much is read; 1 where nobody knows how much there is. */
double
plx_cli_lines_get_fraction (const PlxCliLines *self)
{
  return self->n_bytes > 0 ? MIN (1, (double) self->n_read / (double) self->n_bytes) : 1;
}
