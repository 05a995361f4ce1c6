/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-package.h"

#include <string.h>

/* What a zip is, by the names of its members: those of the directory at its
 * end, or, where that is missing, of the members in its first bytes. A collection
 * of a gigabyte is known as quickly as a letter. */

enum {
  TAIL_BYTES = 1 << 16,
  MAX_DIRECTORY_BYTES = 4 << 20,
  LOCAL_BYTES = 30,          // fixed part of a member's own head
  ENTRY_BYTES = 46,          // fixed part of its line in the directory
  END_BYTES = 22,
};

typedef struct {
  gboolean has_types;        // [Content_Types].xml
  gboolean has_word, has_excel, has_slides;
  gboolean has_container;    // META-INF/container.xml
  gboolean has_content;      // content.xml
  gboolean has_manifest;     // META-INF/manifest.xml
  gboolean has_sections;     // Contents/section0.xml
} Names;

static guint
get16 (const guchar *p)
{
  return p[0] | (guint) p[1] << 8;
}

static guint32
get32 (const guchar *p)
{
  return p[0] | (guint32) p[1] << 8 | (guint32) p[2] << 16 | (guint32) p[3] << 24;
}

static gboolean
is_name (const guchar *name, gsize n, const char *wanted, gboolean whole)
{
  gsize n_wanted = strlen (wanted);

  return (whole ? n == n_wanted : n >= n_wanted)
         && g_ascii_strncasecmp ((const char *) name, wanted, n_wanted) == 0;
}

static void
note_name (Names *names, const guchar *name, gsize n)
{
  names->has_types |= is_name (name, n, "[Content_Types].xml", TRUE);
  names->has_word |= is_name (name, n, "word/", FALSE);
  names->has_excel |= is_name (name, n, "xl/", FALSE);
  names->has_slides |= is_name (name, n, "ppt/", FALSE);
  names->has_container |= is_name (name, n, "META-INF/container.xml", TRUE);
  names->has_content |= is_name (name, n, "content.xml", TRUE);
  names->has_manifest |= is_name (name, n, "META-INF/manifest.xml", TRUE);
  names->has_sections |= is_name (name, n, "Contents/section0.xml", TRUE);
}

static void
note_directory (Names *names, const guchar *data, gsize n)
{
  for (gsize at = 0; at + ENTRY_BYTES <= n && memcmp (data + at, "PK\001\002", 4) == 0;)
    {
      gsize n_name = get16 (data + at + 28);
      gsize n_rest = get16 (data + at + 30) + (gsize) get16 (data + at + 32);

      if (at + ENTRY_BYTES + n_name > n)
        return;
      note_name (names, data + at + ENTRY_BYTES, n_name);
      at += ENTRY_BYTES + n_name + n_rest;
    }
}

static void
note_heads (Names *names, const guchar *data, gsize n)
{
  for (gsize at = 0; at + LOCAL_BYTES < n; at++)
    if (data[at] == 'P' && memcmp (data + at, "PK\003\004", 4) == 0)
      note_name (names, data + at + LOCAL_BYTES,
                 MIN ((gsize) get16 (data + at + 26), n - at - LOCAL_BYTES));
}

static GBytes *
read_at (GInputStream *stream, goffset at, gsize n)
{
  g_autofree guchar *data = g_malloc (n);
  gsize n_read = 0;

  if (n == 0 || !G_IS_SEEKABLE (stream)
      || !g_seekable_seek (G_SEEKABLE (stream), at, G_SEEK_SET, NULL, NULL)
      || !g_input_stream_read_all (stream, data, n, &n_read, NULL, NULL))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&data), n_read);
}

static gboolean
read_directory (PlxImportInput *input, Names *names)
{
  goffset size = plx_import_input_get_size (input), from = MAX (0, size - TAIL_BYTES);
  g_autoptr (GInputStream) stream = plx_import_input_open (input, NULL);
  g_autoptr (GBytes) tail = stream != NULL ? read_at (stream, from, TAIL_BYTES) : NULL;
  g_autoptr (GBytes) directory = NULL;
  gsize n = 0;
  const guchar *data = tail != NULL ? g_bytes_get_data (tail, &n) : NULL;

  for (gsize at = n >= END_BYTES ? n - END_BYTES + 1 : 0; at-- > 0;)
    if (memcmp (data + at, "PK\005\006", 4) == 0)
      {
        guint32 n_directory = get32 (data + at + 12), begin = get32 (data + at + 16);

        directory = read_at (stream, begin, MIN (n_directory, MAX_DIRECTORY_BYTES));
        break;
      }
  if (directory == NULL)
    return FALSE;
  data = g_bytes_get_data (directory, &n);
  note_directory (names, data, n);
  return n >= ENTRY_BYTES && memcmp (data, "PK\001\002", 4) == 0;
}

/* "application/epub+zip", stored as the first member by rule. */
static PlxPackageKind
read_mimetype (const guchar *head, gsize n)
{
  static const struct { const char *type; PlxPackageKind kind; } types[] = {
    { "application/epub+zip", PLX_PACKAGE_EPUB },
    { "application/vnd.oasis.opendocument.text", PLX_PACKAGE_ODT },
    { "application/vnd.sun.xml.writer", PLX_PACKAGE_ODT },
    { "application/vnd.oasis.opendocument.spreadsheet", PLX_PACKAGE_ODS },
    { "application/vnd.oasis.opendocument.presentation", PLX_PACKAGE_ODP },
    { "application/hwp+zip", PLX_PACKAGE_HWPX },
  };
  const gsize at = LOCAL_BYTES + strlen ("mimetype");

  if (n < at || memcmp (head + LOCAL_BYTES, "mimetype", 8) != 0 || get16 (head + 26) != 8)
    return PLX_PACKAGE_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      gsize begin = at + get16 (head + 28), n_type = strlen (types[i].type);

      if (begin + n_type <= n && memcmp (head + begin, types[i].type, n_type) == 0)
        return types[i].kind;
    }
  return PLX_PACKAGE_NONE;
}

PlxPackageKind
plx_package_guess (PlxImportInput *input)
{
  gsize n;
  const guchar *head = plx_import_input_get_head (input, &n);
  Names names = { FALSE };
  PlxPackageKind kind;

  if (n < LOCAL_BYTES || memcmp (head, "PK\003\004", 4) != 0)
    return PLX_PACKAGE_NONE;
  kind = read_mimetype (head, n);
  if (kind != PLX_PACKAGE_NONE)
    return kind;
  if (!read_directory (input, &names))
    note_heads (&names, head, n);
  if (names.has_sections)
    return PLX_PACKAGE_HWPX;
  if (names.has_container && !names.has_content)
    return PLX_PACKAGE_EPUB;
  if (names.has_content && names.has_manifest)
    return PLX_PACKAGE_ODT;
  if (names.has_excel)
    return PLX_PACKAGE_XLSX;
  if (names.has_slides)
    return PLX_PACKAGE_PPTX;
  return names.has_word || names.has_types ? PLX_PACKAGE_DOCX : PLX_PACKAGE_NONE;
}
