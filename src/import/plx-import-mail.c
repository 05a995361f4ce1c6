/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-archive.h"
#include "import/plx-formats.h"
#include "import/plx-mail.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One mail: its text is an article, what is attached to it are parts of their
 * own. A page saved as one file (MHTML) is a mail too, whose page counts. */

static void
start_gmime (void)
{
  static gsize once;
  static const char * const fallbacks[] = { "utf-8", "windows-1252", NULL };

  if (g_once_init_enter (&once))
    {
      g_mime_init ();
      g_mime_parser_options_set_fallback_charsets (g_mime_parser_options_get_default (),
                                                   (const char **) fallbacks);
      g_once_init_leave (&once, 1);
    }
}

/* -- parsing -- */

static GMimeMessage *
parse (const char *data, gsize n)
{
  g_autoptr (GMimeStream) stream = g_mime_stream_mem_new_with_buffer (data, n);
  g_autoptr (GMimeParser) parser = g_mime_parser_new_with_stream (stream);

  g_mime_parser_set_format (parser, GMIME_FORMAT_MESSAGE);
  return g_mime_parser_construct_message (parser, NULL);
}

/* The boundary that stands in the text, where the head declares another. */
static char *
find_used_boundary (const char *body, gsize n)
{
  const char *line = body, *end = body + n;

  while (line != NULL && line < end)
    {
      const char *stop = memchr (line, '\n', (gsize) (end - line));
      gsize n_line = (gsize) ((stop != NULL ? stop : end) - line);

      if (n_line > 2 && n_line < 200 && line[0] == '-' && line[1] == '-' && stop != NULL
          && (g_ascii_strncasecmp (stop + 1, "Content-", MIN (8, (gsize) (end - stop - 1))) == 0))
        return g_strchomp (g_strndup (line + 2, n_line - 2));
      line = stop != NULL ? stop + 1 : NULL;
    }
  return NULL;
}

/* A multipart without parts: read again by the boundary that is used. */
static GMimeObject *
reread (GMimeObject *root, const char *data, gsize n)
{
  const char *body = memmem (data, n, "\n\n", 2);
  g_autofree char *boundary = NULL;
  g_autoptr (GByteArray) mended = NULL;
  g_autofree char *head = NULL;
  g_autoptr (GMimeStream) stream = NULL;
  g_autoptr (GMimeParser) parser = NULL;

  if (body == NULL)
    body = memmem (data, n, "\r\n\r\n", 4);
  boundary = body != NULL ? find_used_boundary (body, n - (gsize) (body - data)) : NULL;
  if (boundary == NULL)
    return NULL;
  head = g_strdup_printf ("Content-Type: multipart/related; boundary=\"%s\"\n", boundary);
  mended = g_byte_array_new ();
  g_byte_array_append (mended, (const guint8 *) head, (guint) strlen (head));
  g_byte_array_append (mended, (const guint8 *) body, (guint) (n - (gsize) (body - data)));
  stream = g_mime_stream_mem_new_with_buffer ((const char *) mended->data, mended->len);
  parser = g_mime_parser_new_with_stream (stream);
  return g_mime_parser_construct_part (parser, NULL);
}

GMimeMessage *
plx_mail_parse (GBytes *bytes)
{
  gsize n;
  const char *data = g_bytes_get_data (bytes, &n), *start = data;
  GMimeMessage *message;
  GMimeObject *root;

  start_gmime ();
  if (n >= 3 && memcmp (start, "\357\273\277", 3) == 0)
    start += 3;
  while (start < data + n && g_ascii_isspace (*start))
    start++;
  if (n - (gsize) (start - data) > 5 && memcmp (start, "From ", 5) == 0)
    {
      const char *stop = memchr (start, '\n', n - (gsize) (start - data));

      start = stop != NULL ? stop + 1 : start;
    }
  message = parse (start, n - (gsize) (start - data));
  root = message != NULL ? g_mime_message_get_mime_part (message) : NULL;
  if (root != NULL && GMIME_IS_MULTIPART (root)
      && g_mime_multipart_get_count (GMIME_MULTIPART (root)) == 0)
    {
      g_autoptr (GMimeObject) again = reread (root, start, n - (gsize) (start - data));

      if (again != NULL)
        g_mime_message_set_mime_part (message, again);
    }
  return message;
}

/* -- a mail -- */

/* Of a file as the sender called it; of a message, its subject. */
static char *
name_attachment (GMimeObject *object, guint number)
{
  const char *name = GMIME_IS_PART (object) ? g_mime_part_get_filename (GMIME_PART (object)) : NULL;
  g_autofree char *clean = name != NULL ? plx_entry_names_clean (name) : NULL;

  if (clean != NULL && *clean != '\0')
    return g_steal_pointer (&clean);
  return g_strdup_printf (GMIME_IS_MESSAGE_PART (object) ? _("message %u.eml") : _("attachment %u"),
                          number);
}

static gboolean
is_picture (GMimeObject *object)
{
  const char *type = g_mime_content_type_get_media_type (g_mime_object_get_content_type (object));

  return g_ascii_strcasecmp (type, "image") == 0 || g_ascii_strcasecmp (type, "audio") == 0
         || g_ascii_strcasecmp (type, "video") == 0;
}

static gboolean
add_attachments (PlxImportInput *input, const char *number, GPtrArray *attached, GError **error)
{
  for (guint i = 0; i < attached->len; i++)
    {
      GMimeObject *object = g_ptr_array_index (attached, i);
      g_autofree char *name = name_attachment (object, i + 1);
      g_autofree char *member = number != NULL ? g_strdup_printf ("%s/%s", number, name)
                                               : g_strdup (name);
      g_autoptr (GBytes) bytes = plx_mail_get_content (object);

      if (g_bytes_get_size (bytes) > 0 && !is_picture (object)
          && !plx_import_input_add_part (input, member, bytes, error))
        return FALSE;
    }
  return TRUE;
}

/* A root that says it is something else, but is text: that is the mail. */
static void
read_odd_root (PlxMailBody *body, GMimeObject *root)
{
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize n;
  const guchar *data;

  if (body->text->len > 0 || body->attached->len != 1
      || g_ptr_array_index (body->attached, 0) != root || !GMIME_IS_PART (root))
    return;
  bytes = plx_mail_get_content (root);
  data = g_bytes_get_data (bytes, &n);
  for (gsize i = 0; i < MIN (n, 512); i++)
    if (data[i] < 0x20 && strchr ("\t\n\r\f\033", data[i]) == NULL)
      return;
  text = plx_mail_decode_text (root);
  g_string_free (body->text, TRUE);
  {
    char *read = plx_mail_text_read (text, FALSE, FALSE, body->removed);

    body->text = g_string_new (read);
    g_free (read);
  }
  g_ptr_array_set_size (body->attached, 0);
}

/* Without text, its subject is all it says; with files attached, they are. */
static PlxImportedArticle *
make_article (GMimeMessage *message, PlxMailBody *body, PlxImportResult *result)
{
  g_autoptr (PlxImportedArticle) article = plx_imported_article_new ();

  plx_mail_read_headers (message, article);
  if (body->is_encrypted)
    plx_import_result_say (result, "warning", NULL,
                           _("the mail is encrypted; save it decrypted to read it"));
  if (body->text->len > 0)
    article->text = g_strdup (body->text->str);
  else if (article->title != NULL && body->attached->len == 0)
    {
      article->text = g_strdup (article->title);
      plx_import_result_say (result, "note", NULL,
                             _("the mail has no text; its subject was taken for it"));
    }
  else
    return NULL;
  g_ptr_array_unref (article->removed);
  article->removed = g_steal_pointer (&body->removed);
  plx_dateline_read (article);
  return g_steal_pointer (&article);
}

gboolean
plx_mail_read (PlxImportInput *input, const char *number, GBytes *bytes, PlxImportResult *result,
               GError **error)
{
  g_autoptr (GMimeMessage) message = plx_mail_parse (bytes);
  g_auto (PlxMailBody) body = { g_string_new (NULL), g_ptr_array_new_with_free_func (g_free),
                                g_ptr_array_new (), FALSE, 0 };
  PlxImportedArticle *article;

  if (message != NULL && g_mime_message_get_mime_part (message) != NULL)
    {
      plx_mail_body_read (&body, g_mime_message_get_mime_part (message));
      read_odd_root (&body, g_mime_message_get_mime_part (message));
    }
  article = message != NULL ? make_article (message, &body, result) : NULL;
  if (article != NULL)
    g_ptr_array_add (result->articles, article);
  else if (body.attached->len == 0)
    {
      g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_EMPTY,
                   _("the mail has neither text nor subject; nothing to read"));
      return FALSE;
    }
  if ((number != NULL || body.attached->len > 0)
      && (article != NULL || result->diagnostics->len > 0)
      && !plx_import_input_hand_on (input, number, bytes, result, NULL, error))
    return FALSE;
  return add_attachments (input, number, body.attached, error);
}

static gboolean
read_eml (PlxImportInput *input, PlxImportResult *result, GError **error)
{
  return plx_mail_read (input, NULL, plx_import_input_get_bytes (input), result, error);
}

/* -- a page saved as a mail -- */

static gboolean
is_page (GMimeObject *object)
{
  GMimeContentType *type = g_mime_object_get_content_type (object);

  return GMIME_IS_PART (object) && type != NULL
         && (g_mime_content_type_is_type (type, "text", "html")
             || g_mime_content_type_is_type (type, "application", "xhtml+xml"));
}

/* The page whose address the head gives, or the first. */
static GMimeObject *
find_page (GMimeObject *object, const char *address, guint depth)
{
  GMimeObject *first = NULL;

  if (is_page (object))
    return object;
  if (!GMIME_IS_MULTIPART (object) || depth > 8)
    return NULL;
  for (int i = 0; i < g_mime_multipart_get_count (GMIME_MULTIPART (object)); i++)
    {
      GMimeObject *page = find_page (g_mime_multipart_get_part (GMIME_MULTIPART (object), i), address,
                                     depth + 1);
      g_autofree char *location = page != NULL ? plx_mail_get_header (page, "Content-Location") : NULL;

      if (page != NULL && address != NULL && g_strcmp0 (location, address) == 0)
        return page;
      if (first == NULL)
        first = page;
    }
  return first;
}

static char *
find_address (GMimeMessage *message, GMimeObject *page)
{
  g_autofree char *address = plx_mail_get_header (GMIME_OBJECT (message), "Snapshot-Content-Location");

  if (address == NULL)
    address = plx_mail_get_header (page, "Content-Location");
  return address != NULL && g_str_has_prefix (address, "http") ? g_steal_pointer (&address) : NULL;
}

static gboolean
read_mhtml (PlxImportInput *input, PlxImportResult *result, GError **error)
{
  g_autoptr (GMimeMessage) message = plx_mail_parse (plx_import_input_get_bytes (input));
  g_autofree char *snapshot = NULL, *address = NULL, *markup = NULL;
  GMimeObject *page = NULL;

  if (message != NULL && g_mime_message_get_mime_part (message) != NULL)
    {
      snapshot = plx_mail_get_header (GMIME_OBJECT (message), "Snapshot-Content-Location");
      page = find_page (g_mime_message_get_mime_part (message), snapshot, 0);
    }
  if (page == NULL)
    {
      g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_DAMAGED,
                   _("the saved page has no page in it; save it again, as HTML"));
      return FALSE;
    }
  address = find_address (message, page);
  markup = plx_mail_decode_text (page);
  if (!plx_import_html (markup, strlen (markup), result, error))
    return FALSE;
  for (guint i = 0; i < result->articles->len; i++)
    {
      PlxImportedArticle *article = g_ptr_array_index (result->articles, i);

      if (article->url == NULL)
        article->url = g_strdup (address);
      if (article->title == NULL)
        article->title = plx_mail_get_header (GMIME_OBJECT (message), "Subject");
    }
  return TRUE;
}

/* -- the formats -- */

static char *
dup_head (PlxImportInput *input)
{
  gsize n;
  const guchar *head = plx_import_input_get_head (input, &n);
  char *text = g_malloc (MIN (n, 8192) + 1);

  for (gsize i = 0; i < MIN (n, 8192); i++)
    text[i] = head[i] != 0 ? (char) g_ascii_tolower (head[i]) : ' ';
  text[MIN (n, 8192)] = '\0';
  return text;
}

static guint
count_headers (PlxImportInput *input)
{
  gsize n;
  const guchar *head = plx_import_input_get_head (input, &n);

  return plx_mail_count_headers (head, n);
}

/* Browsers name themselves as the sender, or say where the page was. */
static gboolean
is_mhtml (PlxImportInput *input)
{
  guint n_headers = count_headers (input);
  g_autofree char *head = NULL;

  if (n_headers < 1)
    return FALSE;
  if (plx_import_input_has_ending (input, ".mht .mhtml"))
    return TRUE;
  head = dup_head (input);
  return n_headers >= 2 && strstr (head, "multipart/related") != NULL
         && (strstr (head, "\nsnapshot-content-location:") != NULL
             || strstr (head, "from: <saved by") != NULL
             || (strstr (head, "from:") == NULL && strstr (head, "received:") == NULL));
}

/* Two fields that mails have; three where the name says plain text. */
static gboolean
is_eml (PlxImportInput *input)
{
  guint n_headers = count_headers (input);

  if (plx_import_input_has_ending (input, ".eml .nws"))
    return n_headers >= 1;
  return n_headers >= (plx_import_input_has_ending (input, ".txt .text .md") ? 3 : 2);
}

const PlxImportFormat plx_format_mhtml = {
  .media_type = "multipart/related",
  .label = N_("a saved page"),
  .limit = PLX_IMPORT_MAX_TEXT_BYTES,
  .is_binary = TRUE,
  .is_one = is_mhtml,
  .read = read_mhtml,
};

const PlxImportFormat plx_format_mail = {
  .media_type = "message/rfc822",
  .label = N_("a mail"),
  .limit = PLX_IMPORT_MAX_TEXT_BYTES,
  .is_binary = TRUE,
  .is_one = is_eml,
  .read = read_eml,
};
