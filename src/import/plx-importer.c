/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Chooses the format: what the bytes are first, the name's ending second. */

G_DEFINE_QUARK (plx-import-error-quark, plx_import_error)

typedef enum {
  FORMAT_TEXT,
  FORMAT_HTML,
  FORMAT_JSON,
} Format;

typedef struct {
  const char *media_type;
  gsize limit;
} FormatFacts;

static const FormatFacts facts[] = {
  [FORMAT_TEXT] = { "text/plain", PLX_IMPORT_MAX_TEXT_BYTES },
  [FORMAT_HTML] = { "text/html", PLX_IMPORT_MAX_HTML_BYTES },
  [FORMAT_JSON] = { "application/jsonl", PLX_IMPORT_MAX_JSON_BYTES },
};

/* -- results -- */

static void
diagnostic_free (gpointer data)
{
  PlxImportDiagnostic *diagnostic = data;

  g_free (diagnostic->what);
  g_free (diagnostic->where);
  g_free (diagnostic);
}

PlxImportedArticle *
plx_imported_article_new (void)
{
  PlxImportedArticle *article = g_new0 (PlxImportedArticle, 1);

  article->byline = g_new0 (char *, 1);
  article->kept = g_ptr_array_new_with_free_func (g_free);
  article->removed = g_ptr_array_new_with_free_func (g_free);
  return article;
}

void
plx_imported_article_free (PlxImportedArticle *article)
{
  if (article == NULL)
    return;
  g_free (article->title);
  g_strfreev (article->byline);
  g_free (article->dateline);
  g_free (article->published);
  g_free (article->site);
  g_free (article->language);
  g_free (article->url);
  g_free (article->wire);
  g_free (article->text);
  g_ptr_array_unref (article->kept);
  g_ptr_array_unref (article->removed);
  g_free (article);
}

PlxImportResult *
plx_import_result_new (const char *media_type)
{
  PlxImportResult *result = g_new0 (PlxImportResult, 1);

  result->articles =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_imported_article_free);
  result->diagnostics = g_ptr_array_new_with_free_func (diagnostic_free);
  result->media_type = g_strdup (media_type);
  return result;
}

void
plx_import_result_free (PlxImportResult *result)
{
  if (result == NULL)
    return;
  g_ptr_array_unref (result->articles);
  g_ptr_array_unref (result->diagnostics);
  g_free (result->media_type);
  g_free (result);
}

/* @level is a static string: "note", "warning", "error". */
void
plx_import_result_say (PlxImportResult *result, const char *level, char *where,
                       const char *format, ...)
{
  PlxImportDiagnostic *diagnostic = g_new0 (PlxImportDiagnostic, 1);
  va_list arguments;

  va_start (arguments, format);
  diagnostic->level = level;
  diagnostic->what = g_strdup_vprintf (format, arguments);
  diagnostic->where = where;
  va_end (arguments);
  g_ptr_array_add (result->diagnostics, diagnostic);
}

/* -- what the bytes are -- */

typedef struct {
  const char *bytes;
  guint n;
  guint at;
  const char *what;
} Magic;

static const Magic magics[] = {
  { "%PDF-", 5, 0, N_("a PDF document") },
  { "PK\003\004", 4, 0, N_("a zip archive or an office document") },
  { "PK\005\006", 4, 0, N_("an empty zip archive") },
  { "{\\rtf", 5, 0, N_("an RTF document") },
  { "\320\317\021\340\241\261\032\341", 8, 0, N_("an old Microsoft Office document") },
  { "\037\213", 2, 0, N_("a gzip archive") },
  { "BZh", 3, 0, N_("a bzip2 archive") },
  { "\375" "7zXZ", 5, 0, N_("an xz archive") },
  { "7z\274\257\047\034", 6, 0, N_("a 7z archive") },
  { "Rar!", 4, 0, N_("a RAR archive") },
  { "(\265/\375", 4, 0, N_("a zstd archive") },
  { "ustar", 5, 257, N_("a tar archive") },
  { "\211PNG", 4, 0, N_("a PNG picture") },
  { "\377\330\377", 3, 0, N_("a JPEG picture") },
  { "GIF8", 4, 0, N_("a GIF picture") },
  { "II*\0", 4, 0, N_("a TIFF picture") },
  { "MM\0*", 4, 0, N_("a TIFF picture") },
  { "RIFF", 4, 0, N_("a sound, video or picture file") },
  { "OggS", 4, 0, N_("a sound or video file") },
  { "ID3", 3, 0, N_("a sound file") },
  { "ftyp", 4, 4, N_("a video file") },
  { "\032E\337\243", 4, 0, N_("a video file") },
  { "SQLite format 3", 16, 0, N_("a database, perhaps a Parallax project: open it as a project") },
  { "\177ELF", 4, 0, N_("a program") },
  { "MZ\220", 3, 0, N_("a program") },
  { "WARC/", 5, 0, N_("a web archive (WARC)") },
};

/* What kind of file it is that nothing here reads; NULL: perhaps text. */
static const char *
name_binary (const guchar *data, gsize n)
{
  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    if (n >= magics[i].at + magics[i].n
        && memcmp (data + magics[i].at, magics[i].bytes, magics[i].n) == 0)
      return _(magics[i].what);
  return NULL;
}

/* A stray NUL in a page is repaired; a file full of control bytes is no text. */
static gboolean
is_binary (const guchar *data, gsize n)
{
  gsize n_looked = MIN (n, 1 << 16), n_control = 0;

  if (plx_charset_find_wide (data, n) != NULL)
    return FALSE;
  for (gsize i = 0; i < n_looked; i++)
    if ((data[i] < 0x20 && strchr ("\t\n\r\f\032\033", data[i]) == NULL) || data[i] == 0)
      n_control++;
  return n_control > 3 && n_control * 50 > n_looked;
}

static gboolean
starts_with_tag (const char *text, const char *name)
{
  gsize n = strlen (name);

  return g_ascii_strncasecmp (text, name, n) == 0 && !g_ascii_isalnum (text[n]);
}

/* The first real tag of a page, past declarations and comments. */
static const char *
skip_prologue (const char *text)
{
  for (;;)
    {
      const char *end = NULL;

      while (g_ascii_isspace (*text))
        text++;
      if (g_str_has_prefix (text, "<?"))
        end = strstr (text, "?>");
      else if (g_str_has_prefix (text, "<!--"))
        end = strstr (text, "-->");
      if (end == NULL)
        return text;
      text = strchr (end, '>') + 1;
    }
}

static gboolean
looks_like_html (const char *text)
{
  static const char * const names[] = {
    "<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<article", "<main",
    "<div", "<p", "<h1", "<table", "<script", "<link", "<section", "<center", "<font",
  };

  text = skip_prologue (text);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (starts_with_tag (text, names[i]))
      return TRUE;
  return FALSE;
}

/* "rss" of "<?xml …?><rss version=…"; a document type may stand before it. */
static char *
name_xml_root (const char *text)
{
  const char *p = strstr (text, "?>");

  for (; p != NULL && *p != '\0'; p++)
    if (*p == '<' && g_ascii_isalpha (p[1]))
      return g_strndup (p + 1, strspn (p + 1, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                              "0123456789-_:."));
  return g_strdup ("?");
}

static gboolean
has_ending (const char *name, const char *endings)
{
  g_auto (GStrv) list = g_strsplit (endings, " ", -1);
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  for (guint i = 0; lower != NULL && list[i] != NULL; i++)
    if (g_str_has_suffix (lower, list[i]))
      return TRUE;
  return FALSE;
}

static gboolean
looks_like_json (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  if (*text == '[')
    for (text++; g_ascii_isspace (*text);)
      text++;
  if (*text != '{')
    return FALSE;
  for (text++; g_ascii_isspace (*text);)
    text++;
  return *text == '"' || *text == '}';
}

static Format
choose_format (const char *text, const char *name)
{
  if (has_ending (name, ".jsonl .ndjson .json"))
    return FORMAT_JSON;
  if (looks_like_html (text) || has_ending (name, ".html .htm .xhtml"))
    return FORMAT_HTML;
  if (!has_ending (name, ".txt .md") && looks_like_json (text))
    return FORMAT_JSON;
  return FORMAT_TEXT;
}

/* -- the way in -- */

static gboolean
check_size (Format format, gsize n_bytes, GError **error)
{
  g_autofree char *size = NULL, *limit = NULL;

  if (n_bytes <= facts[format].limit)
    return TRUE;
  size = g_format_size (n_bytes);
  limit = g_format_size (facts[format].limit);
  g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_TOO_LARGE,
               format == FORMAT_HTML
                 ? _("the page has %s, the limit is %s; save it without pictures, or as plain text")
                 : _("the file has %s, the limit is %s; split it into smaller files"),
               size, limit);
  return FALSE;
}

static gboolean
check_readable (const guchar *data, gsize n, GError **error)
{
  const char *kind;

  if (n == 0)
    {
      g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_EMPTY,
                   _("the file is empty; nothing to read"));
      return FALSE;
    }
  kind = name_binary (data, n);
  if (kind == NULL && is_binary (data, n))
    kind = _("a binary file");
  if (kind == NULL)
    return TRUE;
  g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_UNSUPPORTED,
               _("this is %s; this version reads plain text, HTML and JSON Lines: "
                 "save its text as one of these"), kind);
  return FALSE;
}

static gboolean
refuse_xml (const char *text, GError **error)
{
  g_autofree char *root = NULL;

  if (!g_str_has_prefix (text + strspn (text, " \t\n"), "<?xml") || looks_like_html (text))
    return FALSE;
  root = name_xml_root (text);
  g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_UNSUPPORTED,
               _("this is an XML file (“%s”); this version reads plain text, HTML and "
                 "JSON Lines: save its articles as one of these"), root);
  return TRUE;
}

static gboolean
read_as (Format format, const PlxDecoded *decoded, PlxImportResult *result,
         GCancellable *cancellable, GError **error)
{
  switch (format)
    {
    case FORMAT_HTML:
      return plx_import_html (decoded->text, decoded->n_bytes, result, error);
    case FORMAT_JSON:
      return plx_import_jsonl (decoded->text, decoded->n_bytes, result, cancellable, error);
    case FORMAT_TEXT:
    default:
      return plx_import_text (decoded->text, decoded->n_bytes, result, error);
    }
}

PlxImportResult *
plx_import_bytes (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error)
{
  gsize n;
  const guchar *data = g_bytes_get_data (bytes, &n);
  g_autoptr (PlxDecoded) decoded = NULL;
  g_autoptr (PlxImportResult) result = NULL;
  Format format;

  if (g_cancellable_set_error_if_cancelled (cancellable, error)
      || !check_readable (data, n, error))
    return NULL;
  if (n > PLX_IMPORT_MAX_JSON_BYTES && !check_size (FORMAT_JSON, n, error))
    return NULL;
  decoded = plx_charset_decode (data, n, TRUE);
  format = choose_format (decoded->text, name);
  if (!check_size (format, n, error))
    return NULL;
  if (format != FORMAT_JSON && refuse_xml (decoded->text, error))
    return NULL;
  result = plx_import_result_new (facts[format].media_type);
  plx_decoded_report (decoded, result);
  if (!read_as (format, decoded, result, cancellable, error))
    return NULL;
  return g_steal_pointer (&result);
}

PlxImportResult *
plx_import_file (const char *path, GBytes **bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) content = NULL;
  g_autofree char *name = g_path_get_basename (path);
  PlxImportResult *result;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_UNSUPPORTED,
                   _("this is no regular file; choose files or a folder of files"));
      return NULL;
    }
  if (!check_size (FORMAT_JSON, (gsize) g_file_info_get_size (info), error))
    return NULL;
  content = g_file_load_bytes (file, cancellable, NULL, error);
  if (content == NULL)
    return NULL;
  result = plx_import_bytes (content, name, cancellable, error);
  if (result != NULL && bytes != NULL)
    *bytes = g_steal_pointer (&content);
  return result;
}

/* -- folders -- */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static GPtrArray *
list_folder (const char *path, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) folder = g_dir_open (path, 0, error);
  const char *name;

  if (folder == NULL)
    return NULL;
  while ((name = g_dir_read_name (folder)) != NULL)
    if (name[0] != '.')
      g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_names);
  return g_steal_pointer (&names);
}

/* A link to a folder is not followed: it may lead back up. */
static gboolean
walk (const char *path, GPtrArray *files, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) names = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add (files, g_strdup (path));
      return TRUE;
    }
  names = list_folder (path, error);
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      if (g_file_test (name, G_FILE_TEST_IS_SYMLINK) && g_file_test (name, G_FILE_TEST_IS_DIR))
        continue;
      if (!walk (name, files, cancellable, error))
        return FALSE;
    }
  return names != NULL;
}

/**
 * plx_import_list_files:
 *
 * A path that is a file is listed even when it does not exist or cannot be
 * read: reading it says why. Hidden files of a folder are left out.
 *
 * Errors:  G_FILE_ERROR_… of a folder that cannot be read, G_IO_ERROR_CANCELLED
 */
GPtrArray *
plx_import_list_files (const char * const *paths, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; paths[i] != NULL; i++)
    if (!g_file_test (paths[i], G_FILE_TEST_IS_DIR))
      g_ptr_array_add (files, g_strdup (paths[i]));
    else if (!walk (paths[i], files, cancellable, error))
      return NULL;
  return g_steal_pointer (&files);
}
