/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-archive.h"
#include "import/plx-formats.h"
#include "import/plx-http-response.h"
#include "import/plx-warc-records.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Web archives: the successful answers that may be articles, each a part of its
 * own named by its address. When a page was crawled is not when it was
 * published: the date of the record is never taken. */

enum { MAX_TOLD = 20 };       // pages without an article, told one by one

typedef struct {
  PlxImportInput *input;
  PlxImportResult *result;
  guint n_records, n_pages, n_others, n_empty, n_unreadable, n_mended, n_cut;
} Reading;

/* -- what may be an article -- */

static const struct { const char *type, *name; } types[] = {
  { "text/html", "page.html" }, { "application/xhtml+xml", "page.xhtml" },
  { "text/plain", "page.txt" }, { "application/pdf", "page.pdf" },
  { "application/rss+xml", "feed.rss" }, { "application/atom+xml", "feed.atom" },
  { "application/rdf+xml", "feed.rdf" }, { "application/xml", "feed.xml" },
  { "text/xml", "feed.xml" }, { "application/feed+json", "feed.json" },
  { "application/ld+json", "page.json" }, { "application/rtf", "page.rtf" },
  { "application/msword", "page.doc" }, { "application/epub+zip", "book.epub" },
  { "application/vnd.oasis.opendocument.text", "page.odt" },
  { "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "page.docx" },
};

/* A name whose ending says what the type says; NULL: no article. */
static const char *
name_type (const char *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (types[i].type, type) == 0)
      return types[i].name;
  return NULL;
}

/* For machines: robots.txt, site maps. */
static gboolean
is_for_machines (const char *url)
{
  g_autofree char *path = g_strndup (url, strcspn (url, "?#"));

  return g_str_has_suffix (path, "/robots.txt") || g_str_has_suffix (path, "/ads.txt")
         || strstr (path, "sitemap") != NULL;
}

/* Servers that say nothing, or "application/octet-stream", of a page. */
static const char *
sniff (GBytes *body)
{
  gsize n;
  const char *data = g_bytes_get_data (body, &n);
  g_autofree char *head = g_ascii_strdown (data != NULL ? data : "", (gssize) MIN (n, 512));

  return strstr (head, "<html") != NULL || strstr (head, "<!doctype html") != NULL
           ? "page.html" : NULL;
}

/* -- one record -- */

static void
use_address (PlxImportResult *found, const char *url)
{
  if (!g_str_has_prefix (url, "http"))
    return;
  for (guint i = 0; i < found->articles->len; i++)
    {
      PlxImportedArticle *article = g_ptr_array_index (found->articles, i);

      if (article->url == NULL)
        article->url = g_strdup (url);
    }
}

/* What the server says of the charset counts where the page is not UTF-8 and
 * says nothing itself: put before the page as pages say it. */
static GBytes *
declare_charset (GBytes *body, const char *charset, const char *name)
{
  gsize n;
  const char *data = g_bytes_get_data (body, &n);
  g_autofree char *head = g_ascii_strdown (data != NULL ? data : "", (gssize) MIN (n, 4096));
  g_autofree char *meta = NULL;
  g_autoptr (GByteArray) out = NULL;

  if (charset == NULL || g_ascii_strncasecmp (charset, "utf", 3) == 0 || strstr (name, "htm") == NULL
      || strstr (head, "charset") != NULL || g_utf8_validate_len (data, n, NULL))
    return g_bytes_ref (body);
  meta = g_strdup_printf ("<meta charset=\"%s\">", charset);
  out = g_byte_array_sized_new ((guint) (n + strlen (meta)));
  g_byte_array_append (out, (const guint8 *) meta, (guint) strlen (meta));
  g_byte_array_append (out, (const guint8 *) data, (guint) n);
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

static gboolean
read_page (Reading *reading, const char *url, const char *name, const char *charset, GBytes *body,
           GError **error)
{
  g_autoptr (PlxImportResult) found = plx_import_result_new ("text/html");
  g_autoptr (GError) problem = NULL;
  g_autoptr (GBytes) declared = declare_charset (body, charset, name);
  guint64 budget = plx_import_input_get_budget (reading->input);

  reading->n_pages++;
  if (plx_import_input_read_inner (reading->input, name, declared, found, &problem))
    {
      use_address (found, url);
      return plx_import_input_hand_on (reading->input, url, body, found, NULL, error);
    }
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || budget < g_bytes_get_size (declared))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (++reading->n_empty > MAX_TOLD)
    return TRUE;
  return plx_import_input_hand_on (reading->input, url, body, NULL, problem, error);
}

static gboolean
read_answer (Reading *reading, const PlxWarcRecord *record, GError **error)
{
  g_auto (PlxHttpResponse) response = { 0 };
  const char *name;

  if (!plx_http_response_read (record->block, PLX_IMPORT_MAX_HTML_BYTES, &response)
      || response.status < 200 || response.status > 299)
    {
      reading->n_others++;
      return TRUE;
    }
  if (response.body == NULL)
    {
      reading->n_unreadable++;
      return TRUE;
    }
  name = name_type (response.content_type);
  if (name == NULL && (response.content_type == NULL
                       || strcmp (response.content_type, "application/octet-stream") == 0))
    name = sniff (response.body);
  if (name == NULL || is_for_machines (record->url) || g_bytes_get_size (response.body) == 0)
    {
      reading->n_others++;
      return TRUE;
    }
  return read_page (reading, record->url, name, response.charset, response.body, error);
}

/* A file kept as it is, without a server's head. */
static gboolean
read_resource (Reading *reading, const PlxWarcRecord *record, GError **error)
{
  g_autofree char *charset = NULL;
  g_autofree char *type = record->content_type != NULL
                            ? plx_http_read_type (record->content_type, &charset) : NULL;
  const char *name = name_type (type);

  if (name == NULL || is_for_machines (record->url) || g_bytes_get_size (record->block) == 0)
    {
      reading->n_others++;
      return TRUE;
    }
  return read_page (reading, record->url, name, charset, record->block, error);
}

static gboolean
read_record (Reading *reading, const PlxWarcRecord *record, GError **error)
{
  reading->n_records++;
  reading->n_mended += record->is_mended;
  reading->n_cut += record->is_cut;
  if (record->block == NULL || record->url == NULL || record->type == NULL)
    return TRUE;
  if (strcmp (record->type, "response") == 0)
    return read_answer (reading, record, error);
  if (strcmp (record->type, "arc") == 0)
    {
      gsize n;
      const char *data = g_bytes_get_data (record->block, &n);

      return n > 4 && memcmp (data, "HTTP", 4) == 0 ? read_answer (reading, record, error)
                                                    : read_resource (reading, record, error);
    }
  if (strcmp (record->type, "resource") == 0 || strcmp (record->type, "conversion") == 0)
    return read_resource (reading, record, error);
  return TRUE;
}

/* -- all of them -- */

static void
tell (Reading *reading, PlxWarcReader *reader)
{
  guint n_damaged = plx_warc_reader_get_n_damaged (reader);

  if (reading->n_others > 0)
    plx_import_result_say (reading->result, "note", NULL,
                           g_dngettext (GETTEXT_PACKAGE,
                                        "%u answer in it is no page (a picture, a redirection, an "
                                        "error) and was left out",
                                        "%u answers in it are no pages (pictures, redirections, "
                                        "errors) and were left out", reading->n_others),
                           reading->n_others);
  if (reading->n_empty > MAX_TOLD)
    plx_import_result_say (reading->result, "warning", NULL,
                           _("%u pages in all hold no article and were left out"),
                           reading->n_empty);
  if (reading->n_unreadable > 0)
    plx_import_result_say (reading->result, "warning", NULL,
                           g_dngettext (GETTEXT_PACKAGE,
                                        "%u page is packed in a way that cannot be read",
                                        "%u pages are packed in a way that cannot be read",
                                        reading->n_unreadable), reading->n_unreadable);
  if (reading->n_mended > 0)
    plx_import_result_say (reading->result, "note", NULL,
                           g_dngettext (GETTEXT_PACKAGE,
                                        "%u record says a wrong length; it was read up to the next",
                                        "%u records say a wrong length; each was read up to the next",
                                        reading->n_mended), reading->n_mended);
  if (n_damaged + reading->n_cut > 0)
    plx_import_result_say (reading->result, "warning", NULL,
                           g_dngettext (GETTEXT_PACKAGE,
                                        "%u place of the web archive is damaged; what stands there "
                                        "was left out",
                                        "%u places of the web archive are damaged; what stands "
                                        "there was left out", n_damaged + reading->n_cut),
                           n_damaged + reading->n_cut);
}

static gboolean
read_records (Reading *reading, PlxReadFunc read, gpointer data, GError **error)
{
  g_autoptr (PlxWarcReader) reader = plx_warc_reader_new (read, data);
  g_auto (PlxWarcRecord) record = { 0 };
  g_autoptr (GError) problem = NULL;

  while (plx_warc_reader_next (reader, &record, &problem))
    if (!read_record (reading, &record, error))
      return FALSE;
  if (problem != NULL && (reading->n_records == 0
                          || g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED)))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (problem != NULL)
    plx_import_result_say (reading->result, "warning", NULL, "%s", problem->message);
  tell (reading, reader);
  return TRUE;
}

/* -- WARC and ARC -- */

static gssize
read_file_cb (gpointer data, void *buffer, gsize n, GError **error)
{
  return g_input_stream_read (data, buffer, n, NULL, error);
}

static gboolean
read_warc (PlxImportInput *input, PlxImportResult *result, GError **error)
{
  g_autoptr (GInputStream) stream = plx_import_input_open (input, error);
  Reading reading = { .input = input, .result = result };

  return stream != NULL && read_records (&reading, read_file_cb, stream, error);
}

static gboolean
is_warc (PlxImportInput *input)
{
  gsize n;
  const guchar *head = plx_import_input_get_head (input, &n);

  return plx_warc_is_one (head, n);
}

const PlxImportFormat plx_format_warc = {
  .media_type = "application/warc",
  .label = N_("a web archive"),
  .limit = 0,
  .is_binary = TRUE,
  .is_one = is_warc,
  .read = read_warc,
};

/* -- WACZ: a zip archive with web archives in its folder "archive" -- */

static gssize
read_member_cb (gpointer data, void *buffer, gsize n, GError **error)
{
  return plx_archive_read (data, buffer, n, error);
}

static gboolean
read_wacz (PlxImportInput *input, PlxImportResult *result, GError **error)
{
  g_autoptr (PlxArchive) archive = plx_archive_open (input, error);
  g_autoptr (GError) problem = NULL;
  Reading reading = { .input = input, .result = result };
  PlxArchiveStep step = PLX_ARCHIVE_END;

  while (archive != NULL
         && (step = plx_archive_next (archive, &problem)) == PLX_ARCHIVE_MEMBER)
    {
      const char *name = plx_archive_get_name (archive);

      if (g_str_has_prefix (name, "archive/")
          && (strstr (name, ".warc") != NULL || strstr (name, ".arc") != NULL)
          && !read_records (&reading, read_member_cb, archive, error))
        return FALSE;
    }
  if (archive == NULL)
    return FALSE;
  if (step == PLX_ARCHIVE_DAMAGED && reading.n_records == 0)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (step == PLX_ARCHIVE_DAMAGED)
    plx_import_result_say (result, "warning", NULL, "%s", problem->message);
  return TRUE;
}

static gboolean
is_wacz (PlxImportInput *input)
{
  gsize n;
  const guchar *head = plx_import_input_get_head (input, &n);

  return n > 4 && memcmp (head, "PK\003\004", 4) == 0
         && plx_import_input_has_ending (input, ".wacz");
}

const PlxImportFormat plx_format_wacz = {
  .media_type = "application/wacz",
  .label = N_("a web archive"),
  .limit = 0,
  .is_binary = TRUE,
  .is_one = is_wacz,
  .read = read_wacz,
};
