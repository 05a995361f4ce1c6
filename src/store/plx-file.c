/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/plx-store-private.h"

/* Looks at a file before SQLite does, so that a file that is not ours is never
 * written to: SQLite would replay a leftover journal, or take an empty file
 * for a new database.
 *
 * One instance at a time: a lock of the open file description on one byte
 * that SQLite never locks (it uses 0x40000000 … 0x40000200 of the same page,
 * which never holds data). The lock dies with the process. Within a process
 * the table of open files comes first: closing a second descriptor of a file
 * would drop SQLite's own locks on it. */

#define HEADER_SIZE 100
#define LOCK_BYTE 0x40000300

static GMutex open_mutex;
static GHashTable *open_files;  // identity → itself; guarded by open_mutex

static guint32
big_endian_at (const guint8 *header, gsize at)
{
  guint32 value;

  memcpy (&value, header + at, sizeof value);
  return GUINT32_FROM_BE (value);
}

static gboolean
check_header (int fd, const char *path, GError **error)
{
  guint8 header[HEADER_SIZE];
  gssize n = pread (fd, header, sizeof header, 0);

  if (n != HEADER_SIZE || memcmp (header, "SQLite format 3", 16) != 0
      || big_endian_at (header, 68) != PLX_APPLICATION_ID)
    {
      g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_A_PROJECT,
                   _("%s is not a Parallax project"), path);
      return FALSE;
    }
  if (big_endian_at (header, 60) > PLX_FORMAT)
    {
      g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_TOO_NEW,
                   _("%s was made by a newer Parallax (format %u; this one reads up to %d): "
                     "update the program, the file is untouched"),
                   path, big_endian_at (header, 60), PLX_FORMAT);
      return FALSE;
    }
  return TRUE;
}

/* The superuser may write anything, but a file without any write permission
 * was protected on purpose. The folder must take the log beside the file. */
static gboolean
is_protected (const char *path, mode_t mode)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return (mode & 0222) == 0 || g_access (path, W_OK) != 0 || g_access (folder, W_OK) != 0;
}

static gboolean
register_open (PlxFile *file, const struct stat *info)
{
  gboolean is_new;

  file->identity = g_strdup_printf ("%lu:%lu", (gulong) info->st_dev, (gulong) info->st_ino);
  g_mutex_lock (&open_mutex);
  if (open_files == NULL)
    open_files = g_hash_table_new (g_str_hash, g_str_equal);
  is_new = !g_hash_table_contains (open_files, file->identity);
  if (is_new)
    g_hash_table_add (open_files, file->identity);
  g_mutex_unlock (&open_mutex);
  if (!is_new)
    g_clear_pointer (&file->identity, g_free);
  return is_new;
}

static gboolean
lock_byte (PlxFile *file)
{
  struct flock lock = {
    .l_type = file->is_read_only ? F_RDLCK : F_WRLCK,
    .l_whence = SEEK_SET,
    .l_start = LOCK_BYTE,
    .l_len = 1,
  };

  /* A file system that knows no such locks has none to respect. */
  return fcntl (file->lock, F_OFD_SETLK, &lock) == 0 || (errno != EAGAIN && errno != EACCES);
}

static gboolean
set_locked (const char *path, GError **error)
{
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_LOCKED,
               _("%s is open in another window or program: close it there first"), path);
  return FALSE;
}

static gboolean
set_system_error (const char *path, int code, GError **error)
{
  g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_IO, "%s: %s", path, g_strerror (code));
  return FALSE;
}

static gboolean
open_and_lock (PlxFile *file, const char *path, GError **error)
{
  file->lock = g_open (path, (file->is_read_only ? O_RDONLY : O_RDWR) | O_CLOEXEC, 0);
  if (file->lock < 0)
    return set_system_error (path, errno, error);
  if (!check_header (file->lock, path, error))
    return FALSE;
  return lock_byte (file) || set_locked (path, error);
}

static gboolean
has_bytes (const char *path, const char *suffix)
{
  g_autofree char *beside = g_strconcat (path, suffix, NULL);
  GStatBuf info;

  return g_stat (beside, &info) == 0 && info.st_size > 0;
}

gboolean
plx_file_open (PlxFile *file, const char *path, GError **error)
{
  GStatBuf info;

  *file = (PlxFile) { .lock = -1 };
  if (g_stat (path, &info) != 0)
    return set_system_error (path, errno, error);
  if (!S_ISREG (info.st_mode))
    {
      g_set_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_NOT_A_PROJECT,
                   _("%s is not a Parallax project"), path);
      return FALSE;
    }
  if (!register_open (file, &info))
    return set_locked (path, error);
  file->is_read_only = is_protected (path, info.st_mode);
  file->has_wal = has_bytes (path, "-wal");
  if (open_and_lock (file, path, error))
    return TRUE;
  plx_file_close (file);
  return FALSE;
}

/* Only after SQLite has closed its own descriptors. */
void
plx_file_close (PlxFile *file)
{
  if (file->lock >= 0)
    close (file->lock);
  file->lock = -1;
  if (file->identity != NULL)
    {
      g_mutex_lock (&open_mutex);
      g_hash_table_remove (open_files, file->identity);
      g_mutex_unlock (&open_mutex);
    }
  g_clear_pointer (&file->identity, g_free);
}
