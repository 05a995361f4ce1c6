/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* libarchive over a stream. It gives names as the bytes that stand in the
 * archive; their charset is looked for over all names of a zip archive (a
 * first pass that reads no content), and name by name elsewhere. */

enum {
  BUFFER_BYTES = 64 << 10,
  MAX_NAME_BYTES = 64 << 10,       // of all names, to guess a charset by
  BOMB_BYTES = 16 << 20,           // a member below this is never called a bomb,
  BOMB_PACKING = 100,              // nor one that packs worse; text packs 4 to 20 times
};

struct _PlxArchive {
  PlxImportInput *input;
  struct archive *reader;
  struct archive_entry *entry;
  GInputStream *stream;
  guchar *buffer;
  char *charset;               // of names; NULL: each is guessed
  char *name;
  guint64 n_member;            // bytes of this member so far
  gint64 n_packed_before;      // bytes of the archive read before it
};

static la_ssize_t
read_cb (struct archive *reader, void *data, const void **buffer)
{
  PlxArchive *archive = data;

  *buffer = archive->buffer;
  return g_input_stream_read (archive->stream, archive->buffer, BUFFER_BYTES,
                              plx_import_input_get_cancellable (archive->input), NULL);
}

static la_int64_t
seek_cb (struct archive *reader, void *data, la_int64_t offset, int whence)
{
  PlxArchive *archive = data;
  GSeekType type = whence == SEEK_SET ? G_SEEK_SET : whence == SEEK_CUR ? G_SEEK_CUR : G_SEEK_END;

  if (!g_seekable_seek (G_SEEKABLE (archive->stream), offset, type, NULL, NULL))
    return ARCHIVE_FATAL;
  return g_seekable_tell (G_SEEKABLE (archive->stream));
}

static la_int64_t
skip_cb (struct archive *reader, void *data, la_int64_t n)
{
  PlxArchive *archive = data;
  goffset before = g_seekable_tell (G_SEEKABLE (archive->stream));

  if (!g_seekable_seek (G_SEEKABLE (archive->stream), n, G_SEEK_CUR, NULL, NULL))
    return 0;
  return g_seekable_tell (G_SEEKABLE (archive->stream)) - before;
}

static void
allow_formats (struct archive *reader)
{
  archive_read_support_filter_gzip (reader);
  archive_read_support_filter_bzip2 (reader);
  archive_read_support_filter_xz (reader);
  archive_read_support_filter_zstd (reader);
  archive_read_support_format_zip (reader);
  archive_read_support_format_tar (reader);
  archive_read_support_format_7zip (reader);
  archive_read_support_format_raw (reader);
  archive_read_support_format_empty (reader);
}

static gboolean
start (PlxArchive *archive, GError **error)
{
  g_clear_object (&archive->stream);
  g_clear_pointer (&archive->reader, archive_read_free);
  archive->stream = plx_import_input_open (archive->input, error);
  if (archive->stream == NULL)
    return FALSE;
  archive->reader = archive_read_new ();
  allow_formats (archive->reader);
  archive_read_set_callback_data (archive->reader, archive);
  archive_read_set_read_callback (archive->reader, read_cb);
  archive_read_set_seek_callback (archive->reader, seek_cb);
  archive_read_set_skip_callback (archive->reader, skip_cb);
  if (archive_read_open1 (archive->reader) >= ARCHIVE_WARN)
    return TRUE;
  g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_DAMAGED,
               _("the archive cannot be read; it is damaged or cut off: fetch it again"));
  return FALSE;
}

/* -- names -- */

static const char *
get_raw_name (struct archive_entry *entry)
{
  const char *raw = archive_entry_pathname (entry);

  return raw != NULL ? raw : archive_entry_pathname_utf8 (entry);
}

/* Only a zip archive can be passed through without unpacking it. */
static gboolean
guess_names (PlxArchive *archive, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  struct archive_entry *entry;

  while (names->len < MAX_NAME_BYTES
         && archive_read_next_header (archive->reader, &entry) >= ARCHIVE_WARN)
    {
      const char *name = get_raw_name (entry);

      if (name != NULL && !g_utf8_validate (name, -1, NULL))
        g_string_append_printf (names, "%s\n", name);
    }
  if (names->len > 0)
    archive->charset = g_strdup (plx_entry_names_guess (names->str, names->len));
  return start (archive, error);
}

PlxArchive *
plx_archive_open (PlxImportInput *input, GError **error)
{
  g_autoptr (PlxArchive) archive = g_new0 (PlxArchive, 1);
  gsize n;
  const guchar *head = plx_import_input_get_head (input, &n);

  archive->input = input;
  archive->buffer = g_malloc (BUFFER_BYTES);
  if (!start (archive, error))
    return NULL;
  if (n > 2 && head[0] == 'P' && head[1] == 'K' && !guess_names (archive, error))
    return NULL;
  return g_steal_pointer (&archive);
}

void
plx_archive_free (PlxArchive *archive)
{
  if (archive == NULL)
    return;
  g_clear_pointer (&archive->reader, archive_read_free);
  g_clear_object (&archive->stream);
  g_free (archive->buffer);
  g_free (archive->charset);
  g_free (archive->name);
  g_free (archive);
}

/* A compressed file without an archive in it is called as the file is, less
 * the last ending. */
static char *
name_inner (PlxImportInput *input)
{
  const char *name = plx_import_input_get_name (input);
  const char *dot = name != NULL ? strrchr (name, '.') : NULL;

  if (name == NULL)
    return g_strdup ("content");
  return dot != NULL && dot > name ? g_strndup (name, (gsize) (dot - name)) : g_strdup (name);
}

static char *
name_member (PlxArchive *archive)
{
  const char *raw = get_raw_name (archive->entry);
  g_autofree char *decoded = NULL;

  if (archive_format (archive->reader) == ARCHIVE_FORMAT_RAW)
    return name_inner (archive->input);
  if (raw == NULL)
    return g_strdup (_("(no name)"));
  if (g_utf8_validate (raw, -1, NULL))
    return plx_entry_names_clean (raw);
  decoded = plx_entry_names_decode (raw, archive->charset);
  return plx_entry_names_clean (decoded);
}

/* -- members -- */

static PlxArchiveStep
say_damaged (PlxArchive *archive, GError **error)
{
  const char *why = archive_error_string (archive->reader);

  if (archive_read_has_encrypted_entries (archive->reader) > 0)
    g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_UNSUPPORTED,
                 _("the archive is locked with a password; unpack it yourself and import the "
                   "folder"));
  else
    g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_DAMAGED,
                 _("the archive is damaged or cut off (%s); what came before was read: fetch it "
                   "again"), why != NULL ? why : "?");
  return PLX_ARCHIVE_DAMAGED;
}

static gboolean
is_plain_file (struct archive_entry *entry)
{
  return archive_entry_hardlink (entry) == NULL && archive_entry_symlink (entry) == NULL
         && (archive_entry_filetype (entry) == AE_IFREG || archive_entry_filetype (entry) == 0);
}

PlxArchiveStep
plx_archive_next (PlxArchive *archive, GError **error)
{
  int got;

  do
    got = archive_read_next_header (archive->reader, &archive->entry);
  while (got >= ARCHIVE_WARN && got != ARCHIVE_EOF && !is_plain_file (archive->entry));
  if (got == ARCHIVE_EOF)
    return PLX_ARCHIVE_END;
  if (got < ARCHIVE_WARN)
    return say_damaged (archive, error);
  g_free (archive->name);
  archive->name = name_member (archive);
  archive->n_member = 0;
  archive->n_packed_before = archive_filter_bytes (archive->reader, -1);
  return PLX_ARCHIVE_MEMBER;
}

const char *
plx_archive_get_name (PlxArchive *archive)
{
  return archive->name;
}

gboolean
plx_archive_is_locked (PlxArchive *archive)
{
  return archive_entry_is_encrypted (archive->entry) != 0;
}

static gboolean
is_bomb (PlxArchive *archive)
{
  gint64 n_packed = archive_filter_bytes (archive->reader, -1) - archive->n_packed_before;

  return archive->n_member > BOMB_BYTES
         && archive->n_member / BOMB_PACKING > (guint64) MAX (n_packed, 1) + BUFFER_BYTES;
}

gssize
plx_archive_read (PlxArchive *archive, void *buffer, gsize n, GError **error)
{
  la_ssize_t got;

  if (g_cancellable_set_error_if_cancelled (plx_import_input_get_cancellable (archive->input),
                                            error))
    return -1;
  got = archive_read_data (archive->reader, buffer, n);
  if (got < 0)
    {
      say_damaged (archive, error);
      return -1;
    }
  archive->n_member += (guint64) got;
  if (!is_bomb (archive))
    return got;
  g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_TOO_LARGE,
               _("it packs better than any text does, as traps do, and was left out"));
  return -1;
}

GBytes *
plx_archive_read_all (PlxArchive *archive, guint64 most, gboolean *is_cut, GError **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autofree guchar *chunk = g_malloc (BUFFER_BYTES);
  g_autoptr (GError) problem = NULL;
  gssize got;

  while ((got = plx_archive_read (archive, chunk, BUFFER_BYTES, &problem)) > 0)
    {
      g_byte_array_append (all, chunk, (guint) got);
      if (all->len > most)
        {
          g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_TOO_LARGE,
                       _("it unpacks to more than Parallax takes in one piece; unpack it "
                         "yourself and split it"));
          return NULL;
        }
    }
  *is_cut = got < 0;
  if (got < 0 && (all->len == 0 || !g_error_matches (problem, PLX_IMPORT_ERROR,
                                                     PLX_IMPORT_ERROR_DAMAGED)))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}
