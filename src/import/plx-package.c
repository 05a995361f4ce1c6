/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-package.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* libarchive reads the zip; it repairs a missing directory by itself. A zip can
 * say anything about the sizes of its members, so what comes out is counted. */

enum {
  MAX_MEMBERS = 20000,
  MAX_MEMBER_BYTES = 48 << 20,     // a book's longest part is some 5 MB
  MAX_ALL_BYTES = 96 << 20,
};

struct _PlxPackage {
  GHashTable *parts;       // char * → GBytes
  gsize n_bytes;
  gboolean is_damaged;
  gboolean is_locked;
};

void
plx_package_free (PlxPackage *package)
{
  if (package == NULL)
    return;
  g_hash_table_unref (package->parts);
  g_free (package);
}

static gboolean
is_wanted (const char *name, char **endings)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; endings[i] != NULL; i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;
  return FALSE;
}

/* @member or the whole package is too large. */
static gboolean
refuse_large (GError **error)
{
  g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_TOO_LARGE,
               _("the parts of this document unpack to more than %u MB of text; a document that "
                 "large is damaged or a trap, save it anew as plain text"),
               (guint) (MAX_ALL_BYTES >> 20));
  return FALSE;
}

/* Keeps what can be read of a damaged member: XML is read from its start. */
static gboolean
load_member (PlxPackage *package, struct archive *archive, const char *name, GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  guint8 block[16384];
  la_ssize_t n;

  while ((n = archive_read_data (archive, block, sizeof block)) > 0)
    {
      package->n_bytes += (gsize) n;
      if (data->len + (gsize) n > MAX_MEMBER_BYTES || package->n_bytes > MAX_ALL_BYTES)
        return refuse_large (error);
      g_byte_array_append (data, block, (guint) n);
    }
  if (n < 0)
    package->is_damaged = TRUE;
  if (data->len > 0 || n == 0)
    g_hash_table_insert (package->parts, g_strdup (name),
                         g_byte_array_free_to_bytes (g_steal_pointer (&data)));
  return TRUE;
}

static gboolean
load_all (PlxPackage *package, struct archive *archive, char **endings, GError **error)
{
  struct archive_entry *entry;
  guint n = 0;
  int state;

  while ((state = archive_read_next_header (archive, &entry)) == ARCHIVE_OK
         || state == ARCHIVE_WARN)
    {
      const char *name = archive_entry_pathname (entry);
      g_autofree char *valid = name != NULL ? g_utf8_make_valid (name, -1) : NULL;

      if (++n > MAX_MEMBERS)
        return refuse_large (error);
      if (archive_entry_is_data_encrypted (entry))
        package->is_locked = TRUE;
      else if (valid != NULL && is_wanted (valid, endings)
               && !load_member (package, archive, valid, error))
        return FALSE;
    }
  package->is_damaged |= state != ARCHIVE_EOF;
  return TRUE;
}

static gboolean
check_readable (const PlxPackage *package, GError **error)
{
  if (package->is_locked)
    g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_UNSUPPORTED,
                 _("the document is locked with a password; open it where it was written, save it "
                   "without one, and import that"));
  else if (g_hash_table_size (package->parts) == 0)
    g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_DAMAGED,
                 _("the document is damaged and nothing in it could be read; get it again from "
                   "where it came"));
  else
    return TRUE;
  return FALSE;
}

PlxPackage *
plx_package_open (GBytes *bytes, const char *endings, GError **error)
{
  g_autoptr (PlxPackage) package = g_new0 (PlxPackage, 1);
  g_auto (GStrv) list = g_strsplit (endings, " ", -1);
  struct archive *archive = archive_read_new ();
  gsize n;
  const void *data = g_bytes_get_data (bytes, &n);
  gboolean ok = TRUE;

  package->parts =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  archive_read_support_format_zip (archive);
  if (archive_read_open_memory (archive, data, n) == ARCHIVE_OK)
    ok = load_all (package, archive, list, error);
  archive_read_free (archive);
  if (!ok || !check_readable (package, error))
    return NULL;
  return g_steal_pointer (&package);
}

gboolean
plx_package_is_damaged (PlxPackage *package)
{
  return package->is_damaged;
}

/* -- parts by name -- */

/* "OEBPS/text/a.html" + "../b%20c.html#x" → "OEBPS/b c.html" */
static char *
resolve (const char *base, const char *path)
{
  g_autofree char *bare = g_strndup (path, strcspn (path, "#?"));
  g_autofree char *plain = g_uri_unescape_string (bare, NULL);
  const char *slash = base != NULL ? strrchr (base, '/') : NULL;
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  g_autofree char *full = NULL;
  g_auto (GStrv) parts = NULL;

  if (plain == NULL)
    plain = g_strdup (bare);
  full = *plain == '/' || slash == NULL ? g_strdup (plain)
         : g_strdup_printf ("%.*s/%s", (int) (slash - base), base, plain);
  parts = g_strsplit (full, "/", 64);
  for (guint i = 0; parts[i] != NULL; i++)
    if (strcmp (parts[i], "..") == 0)
      g_ptr_array_set_size (steps, steps->len > 0 ? steps->len - 1 : 0);
    else if (*parts[i] != '\0' && strcmp (parts[i], ".") != 0)
      g_ptr_array_add (steps, parts[i]);
  g_ptr_array_add (steps, NULL);
  return g_strjoinv ("/", (char **) steps->pdata);
}

const char *
plx_package_find (PlxPackage *package, const char *base, const char *path)
{
  g_autofree char *name = resolve (base, path);
  gpointer key = NULL;
  GHashTableIter iter;

  if (g_hash_table_lookup_extended (package->parts, name, &key, NULL))
    return key;
  g_hash_table_iter_init (&iter, package->parts);     // some writers mix their cases
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_ascii_strcasecmp (key, name) == 0)
      return key;
  return NULL;
}

const char *
plx_package_find_ending (PlxPackage *package, const char *ending)
{
  gpointer key, first = NULL;
  GHashTableIter iter;

  g_hash_table_iter_init (&iter, package->parts);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_str_has_suffix (key, ending) && (first == NULL || strcmp (key, first) < 0))
      first = key;
  return first;
}

GBytes *
plx_package_get (PlxPackage *package, const char *base, const char *path)
{
  const char *name = plx_package_find (package, base, path);

  return name != NULL ? g_hash_table_lookup (package->parts, name) : NULL;
}

static gboolean
is_relation (xmlTextReader *reader, const char *id, const char *type)
{
  g_autofree char *has_id = plx_part_attribute (reader, "Id");
  g_autofree char *has_type = plx_part_attribute (reader, "Type");

  if (id != NULL)
    return g_strcmp0 (id, has_id) == 0;
  return has_type != NULL && g_str_has_suffix (has_type, type);
}

char *
plx_package_find_relation (PlxPackage *package, const char *part, const char *id, const char *type)
{
  const char *slash = strrchr (part, '/');
  g_autofree char *name = slash == NULL
    ? g_strdup_printf ("_rels/%s.rels", part)
    : g_strdup_printf ("%.*s/_rels/%s.rels", (int) (slash - part), part, slash + 1);
  g_autoptr (xmlTextReader) reader
    = plx_part_reader_new (plx_package_get (package, NULL, name));

  while (reader != NULL && xmlTextReaderRead (reader) == 1)
    if (plx_part_is (reader, "Relationship") && is_relation (reader, id, type))
      {
        g_autofree char *target = plx_part_attribute (reader, "Target");
        const char *found = target != NULL ? plx_package_find (package, part, target) : NULL;

        if (found != NULL)
          return g_strdup (found);
      }
  return NULL;
}

/* -- XML -- */

static void
ignore_cb (void *data, const char *message, xmlParserSeverities severity,
           xmlTextReaderLocatorPtr locator)
{
  (void) data, (void) message, (void) severity, (void) locator;
}

xmlTextReader *
plx_part_reader_new (GBytes *part)
{
  gsize n = 0;
  const char *data = part != NULL ? g_bytes_get_data (part, &n) : NULL;
  xmlTextReader *reader;

  if (data == NULL || n == 0 || n > G_MAXINT)
    return NULL;
  reader = xmlReaderForMemory (data, (int) n, NULL, NULL,
                               XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING
                                 | XML_PARSE_NOCDATA | XML_PARSE_COMPACT);
  if (reader != NULL)
    xmlTextReaderSetErrorHandler (reader, ignore_cb, NULL);
  return reader;
}

gboolean
plx_part_is (xmlTextReader *reader, const char *local_name)
{
  const xmlChar *name;

  if (xmlTextReaderNodeType (reader) != XML_READER_TYPE_ELEMENT)
    return FALSE;
  name = xmlTextReaderConstLocalName (reader);
  return name != NULL && strcmp ((const char *) name, local_name) == 0;
}

/* Prefixes are the writer's own choice: by the local name. */
char *
plx_part_attribute (xmlTextReader *reader, const char *local_name)
{
  char *value = NULL;

  if (xmlTextReaderMoveToFirstAttribute (reader) != 1)
    return NULL;
  do
    {
      const char *name = (const char *) xmlTextReaderConstLocalName (reader);

      if (name != NULL && strcmp (name, local_name) == 0)
        value = g_strdup ((const char *) xmlTextReaderConstValue (reader));
    }
  while (value == NULL && xmlTextReaderMoveToNextAttribute (reader) == 1);
  xmlTextReaderMoveToElement (reader);
  return value;
}

gboolean
plx_part_skip (xmlTextReader *reader)
{
  int depth = xmlTextReaderDepth (reader);

  if (xmlTextReaderIsEmptyElement (reader))
    return TRUE;
  while (xmlTextReaderRead (reader) == 1)
    if (xmlTextReaderNodeType (reader) == XML_READER_TYPE_END_ELEMENT
        && xmlTextReaderDepth (reader) <= depth)
      return TRUE;
  return FALSE;
}

char *
plx_part_read_text (xmlTextReader *reader)
{
  int depth = xmlTextReaderDepth (reader);
  g_autoptr (GString) text = g_string_new (NULL);

  if (xmlTextReaderIsEmptyElement (reader))
    return NULL;
  while (xmlTextReaderRead (reader) == 1 && xmlTextReaderDepth (reader) > depth)
    if (xmlTextReaderHasValue (reader)
        && xmlTextReaderNodeType (reader) != XML_READER_TYPE_COMMENT
        && xmlTextReaderNodeType (reader) != XML_READER_TYPE_PROCESSING_INSTRUCTION)
      g_string_append (text, (const char *) xmlTextReaderConstValue (reader));
  g_strdelimit (text->str, "\n\t\r", ' ');
  g_strstrip (text->str);
  return *text->str != '\0' ? g_strdup (text->str) : NULL;
}

char *
plx_part_find_text (GBytes *part, const char *local_name)
{
  g_autoptr (xmlTextReader) reader = plx_part_reader_new (part);

  while (reader != NULL && xmlTextReaderRead (reader) == 1)
    if (plx_part_is (reader, local_name))
      {
        char *text = plx_part_read_text (reader);

        if (text != NULL)
          return text;
      }
  return NULL;
}
