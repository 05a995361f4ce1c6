/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-formats.h"
#include "import/plx-import-input.h"
#include "import/plx-outlets.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A file, or a member of one, on its way through a format. What is costly (the
 * whole content, its text) is fetched once, when a format asks for it. */

enum {
  MAX_DEPTH = 6,           // an archive in an archive in a mail … is a trap, not a collection
  HEAD_BYTES = 64 << 10,
  MAX_ROOT_BYTES = 4096,
};

struct _PlxImportInput {
  PlxImportRun *run;
  char *name;              // of the file or member, without folders; NULL
  char *path;              // as parts are told: "news.zip/2024/a.html"
  GFile *file;             // NULL: it lies in @bytes
  GBytes *bytes;           // NULL until loaded
  GBytes *head;
  goffset size;
  guint depth;             // 0: the file itself
  guint n_handed;          // articles handed on so far
  PlxDecoded *decoded;
  char *root;
};

/* -- made and freed -- */

PlxImportInput *
plx_import_input_new_bytes (PlxImportRun *run, GBytes *bytes, const char *name)
{
  PlxImportInput *input = g_new0 (PlxImportInput, 1);

  input->run = run;
  input->name = name != NULL ? g_path_get_basename (name) : NULL;
  input->path = g_strdup (name);
  input->bytes = g_bytes_ref (bytes);
  input->size = (goffset) g_bytes_get_size (bytes);
  input->head = g_bytes_new_from_bytes (bytes, 0, MIN ((gsize) input->size, HEAD_BYTES));
  return input;
}

static GBytes *
read_head (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autofree guchar *head = g_malloc (HEAD_BYTES);
  gsize n = 0;

  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), head, HEAD_BYTES, &n, cancellable, error))
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&head), n);
}

/* Errors: G_IO_ERROR_…; PLX_IMPORT_ERROR_UNSUPPORTED: no regular file */
PlxImportInput *
plx_import_input_new_file (PlxImportRun *run, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (PlxImportInput) input = g_new0 (PlxImportInput, 1);
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                       G_FILE_QUERY_INFO_NONE, run->cancellable, error);

  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_UNSUPPORTED,
                   _("this is no regular file; choose files or a folder of files"));
      return NULL;
    }
  input->run = run;
  input->name = g_file_get_basename (file);
  input->path = g_strdup (path);
  input->file = g_object_ref (file);
  input->size = g_file_info_get_size (info);
  input->head = read_head (file, run->cancellable, error);
  return input->head != NULL ? g_steal_pointer (&input) : NULL;
}

void
plx_import_input_free (PlxImportInput *input)
{
  if (input == NULL)
    return;
  g_free (input->name);
  g_free (input->path);
  g_clear_object (&input->file);
  g_clear_pointer (&input->bytes, g_bytes_unref);
  g_clear_pointer (&input->head, g_bytes_unref);
  plx_decoded_free (input->decoded);
  g_free (input->root);
  g_free (input);
}

/* -- what a format asks -- */

const char *
plx_import_input_get_name (PlxImportInput *input)
{
  return input->name;
}

gboolean
plx_import_input_has_ending (PlxImportInput *input, const char *endings)
{
  g_auto (GStrv) list = g_strsplit (endings, " ", -1);
  g_autofree char *lower = input->name != NULL ? g_ascii_strdown (input->name, -1) : NULL;

  for (guint i = 0; lower != NULL && list[i] != NULL; i++)
    if (g_str_has_suffix (lower, list[i]))
      return TRUE;
  return FALSE;
}

goffset
plx_import_input_get_size (PlxImportInput *input)
{
  return input->size;
}

const guchar *
plx_import_input_get_head (PlxImportInput *input, gsize *n)
{
  return g_bytes_get_data (input->head, n);
}

GBytes *
plx_import_input_get_bytes (PlxImportInput *input)
{
  return input->bytes;
}

GInputStream *
plx_import_input_open (PlxImportInput *input, GError **error)
{
  if (input->bytes != NULL)
    return g_memory_input_stream_new_from_bytes (input->bytes);
  return (GInputStream *) g_file_read (input->file, input->run->cancellable, error);
}

static gboolean
check_size (const char *label, gsize limit, goffset size, GError **error)
{
  g_autofree char *has = NULL, *most = NULL;

  if (limit == 0 || size <= (goffset) limit)
    return TRUE;
  has = g_format_size ((guint64) size);
  most = g_format_size (limit);
  g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_TOO_LARGE,
               _("this is %s of %s, the limit is %s; split it into smaller files, or save it "
                 "without pictures"), label, has, most);
  return FALSE;
}

/* Errors: PLX_IMPORT_ERROR_TOO_LARGE for any format; G_IO_ERROR_… */
gboolean
plx_import_input_load (PlxImportInput *input, GError **error)
{
  if (!check_size (_("a file"), PLX_IMPORT_MAX_BYTES, input->size, error))
    return FALSE;
  if (input->bytes == NULL)
    input->bytes = g_file_load_bytes (input->file, input->run->cancellable, NULL, error);
  return input->bytes != NULL;
}

PlxDecoded *
plx_import_input_get_decoded (PlxImportInput *input)
{
  gsize n;
  const guchar *data;

  if (input->decoded == NULL)
    {
      g_return_val_if_fail (input->bytes != NULL, NULL);
      data = g_bytes_get_data (input->bytes, &n);
      input->decoded = plx_charset_decode (data, n, TRUE);
    }
  return input->decoded;
}

const char *
plx_import_input_get_text (PlxImportInput *input, gsize *n_bytes)
{
  PlxDecoded *decoded = plx_import_input_get_decoded (input);

  if (n_bytes != NULL)
    *n_bytes = decoded->n_bytes;
  return decoded->text;
}

/* Where a document type ends: its internal subset may hold ">". */
static const char *
skip_doctype (const char *text)
{
  const char *end = text + strcspn (text, "[>");

  if (*end == '[')
    end = strstr (end, "]");
  return end != NULL ? strchr (end, '>') : NULL;
}

static const char *
skip_prologue (const char *text)
{
  for (;;)
    {
      const char *end = NULL;

      text += strspn (text, " \t\n");
      if (g_str_has_prefix (text, "<?"))
        end = strstr (text, "?>");
      else if (g_str_has_prefix (text, "<!--"))
        end = strstr (text, "-->");
      else if (g_str_has_prefix (text, "<!"))
        end = skip_doctype (text);
      if (end == NULL || (end = strchr (end, '>')) == NULL)
        return text;
      text = end + 1;
    }
}

const char *
plx_import_input_get_root (PlxImportInput *input)
{
  const char *tag;

  if (input->root != NULL)
    return *input->root != '\0' ? input->root : NULL;
  tag = skip_prologue (plx_import_input_get_text (input, NULL));
  if (tag[0] == '<' && g_ascii_isalpha (tag[1]))
    input->root = g_strndup (tag, MIN (strcspn (tag, ">") + 1, MAX_ROOT_BYTES));
  else
    input->root = g_strdup ("");
  return plx_import_input_get_root (input);
}

gboolean
plx_import_input_is_xml (PlxImportInput *input)
{
  const char *text = plx_import_input_get_text (input, NULL);

  return g_str_has_prefix (text + strspn (text, " \t\n"), "<?xml");
}

gboolean
plx_import_input_has_root (PlxImportInput *input, const char *names)
{
  const char *tag = plx_import_input_get_root (input), *local;
  g_auto (GStrv) list = g_strsplit (names, " ", -1);
  g_autofree char *name = NULL;

  if (tag == NULL)
    return FALSE;
  name = g_strndup (tag + 1, strcspn (tag + 1, " \t\n/>"));
  local = strchr (name, ':') != NULL ? strchr (name, ':') + 1 : name;
  return g_strv_contains ((const char * const *) list, name)
         || g_strv_contains ((const char * const *) list, local);
}

GCancellable *
plx_import_input_get_cancellable (PlxImportInput *input)
{
  return input->run->cancellable;
}

const PlxImportOptions *
plx_import_input_get_options (PlxImportInput *input)
{
  return input->run->options;
}

/* -- reading -- */

/* Formats that stream are known by the head; the others need the content. */
static const PlxImportFormat *
find_format (PlxImportInput *input, GError **error)
{
  const PlxImportFormat *format;

  if (input->size == 0)
    {
      g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_EMPTY,
                   _("the file is empty; nothing to read"));
      return NULL;
    }
  if (!plx_formats_find (input, &format, error))
    return NULL;
  if (format == NULL)
    plx_formats_refuse (input, error);
  return format != NULL && check_size (_(format->label), format->limit, input->size, error)
           ? format : NULL;
}

PlxImportResult *
plx_import_input_read (PlxImportInput *input, GError **error)
{
  const PlxImportFormat *format;
  g_autoptr (PlxImportResult) result = NULL;

  if (g_cancellable_set_error_if_cancelled (input->run->cancellable, error)
      || (format = find_format (input, error)) == NULL
      || (format->limit > 0 && !plx_import_input_load (input, error)))
    return NULL;
  result = plx_import_result_new (format->media_type);
  if (!format->is_binary)
    plx_decoded_report (plx_import_input_get_decoded (input), result);
  if (!format->read (input, result, error))
    return NULL;
  for (guint i = 0; i < result->articles->len; i++)
    plx_outlet_fill (g_ptr_array_index (result->articles, i));
  return g_steal_pointer (&result);
}

/* -- members -- */

guint64
plx_import_input_get_budget (PlxImportInput *input)
{
  return input->run->n_bytes_left;
}

static gboolean
spend (PlxImportInput *input, gsize n_bytes, GError **error)
{
  PlxImportRun *run = input->run;

  if (g_cancellable_set_error_if_cancelled (run->cancellable, error))
    return FALSE;
  if (n_bytes > run->n_bytes_left || run->n_parts_left == 0)
    {
      g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_TOO_LARGE,
                   _("the archive unpacks to more than Parallax takes from one file; unpack it "
                     "yourself and import the folder"));
      return FALSE;
    }
  run->n_bytes_left -= n_bytes;
  run->n_parts_left--;
  return TRUE;
}

static char *
name_member (PlxImportInput *input, const char *member)
{
  return g_strdup_printf ("%s/%s", input->path != NULL ? input->path : "", member);
}

static PlxImportInput *
open_member (PlxImportInput *input, const char *member, GBytes *bytes)
{
  g_autofree char *path = name_member (input, member);
  PlxImportInput *inner = plx_import_input_new_bytes (input->run, bytes, path);

  inner->depth = input->depth + 1;
  return inner;
}

static PlxImportResult *
read_member (PlxImportInput *member, GError **error)
{
  if (member->depth <= MAX_DEPTH)
    return plx_import_input_read (member, error);
  g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_UNSUPPORTED,
               _("archives lie in one another too deeply; unpack it and import what is inside"));
  return NULL;
}

gboolean
plx_import_input_add_part (PlxImportInput *input, const char *member, GBytes *bytes, GError **error)
{
  g_autoptr (PlxImportInput) inner = NULL;
  g_autoptr (PlxImportResult) result = NULL;
  g_autoptr (GError) problem = NULL;
  PlxImportPart part = { 0 };

  if (!spend (input, g_bytes_get_size (bytes), error))
    return FALSE;
  inner = open_member (input, member, bytes);
  result = read_member (inner, &problem);
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  part = (PlxImportPart) { inner->path, bytes, result, problem, inner->n_handed };
  return input->run->func (&part, input->run->data, error);
}

gboolean
plx_import_input_hand_on (PlxImportInput *input, const char *member, GBytes *bytes,
                          PlxImportResult *result, const GError *problem, GError **error)
{
  g_autofree char *path = member != NULL ? name_member (input, member)
                                         : g_strdup (input->path != NULL ? input->path : "");
  PlxImportPart part = { path, bytes, result, problem, member == NULL ? input->n_handed : 0 };
  guint n_articles = result != NULL ? result->articles->len : 0;

  if (g_cancellable_set_error_if_cancelled (input->run->cancellable, error))
    return FALSE;
  if (!input->run->func (&part, input->run->data, error))
    return FALSE;
  if (member == NULL && result != NULL)
    {
      input->n_handed += n_articles;
      g_ptr_array_set_size (result->articles, 0);
      g_ptr_array_set_size (result->diagnostics, 0);
    }
  return TRUE;
}

guint
plx_import_input_get_n_handed (PlxImportInput *input)
{
  return input->n_handed;
}

gboolean
plx_import_input_read_inner (PlxImportInput *input, const char *name, GBytes *bytes,
                             PlxImportResult *result, GError **error)
{
  g_autoptr (PlxImportInput) inner = NULL;
  g_autoptr (PlxImportResult) found = NULL;

  if (!spend (input, g_bytes_get_size (bytes), error))
    return FALSE;
  inner = open_member (input, name, bytes);
  found = read_member (inner, error);
  if (found == NULL)
    return FALSE;
  plx_import_result_take_articles (result, found);
  result->needs_review |= found->needs_review;
  plx_import_result_take_diagnostics (result, found);
  return TRUE;
}
