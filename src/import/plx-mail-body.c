/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-mail.h"

#include <string.h>

/* What of a mail is its text: all text that a reader is shown, one part after
 * the other; of two versions of the same, the page, unless the plain text says
 * something else. */

enum { MAX_DEPTH = 20 };

void
plx_mail_body_clear (PlxMailBody *body)
{
  if (body->text != NULL)
    g_string_free (g_steal_pointer (&body->text), TRUE);
  g_clear_pointer (&body->removed, g_ptr_array_unref);
  g_clear_pointer (&body->attached, g_ptr_array_unref);
}

/* -- content -- */

GBytes *
plx_mail_get_content (GMimeObject *object)
{
  GMimeDataWrapper *content = GMIME_IS_PART (object)
                                ? g_mime_part_get_content (GMIME_PART (object)) : NULL;
  g_autoptr (GMimeStream) memory = NULL;
  GByteArray *array;

  if (GMIME_IS_MESSAGE_PART (object))
    {
      GMimeMessage *message = g_mime_message_part_get_message (GMIME_MESSAGE_PART (object));
      char *raw = message != NULL ? g_mime_object_to_string (GMIME_OBJECT (message), NULL) : NULL;

      return g_bytes_new_take (raw, raw != NULL ? strlen (raw) : 0);
    }
  memory = g_mime_stream_mem_new ();
  if (content != NULL)
    g_mime_data_wrapper_write_to_stream (content, memory);
  array = g_mime_stream_mem_get_byte_array (GMIME_STREAM_MEM (memory));
  g_mime_stream_mem_set_owner (GMIME_STREAM_MEM (memory), FALSE);
  return g_byte_array_free_to_bytes (array);
}

/* Charsets whose bytes are all ASCII: they look like valid UTF-8. */
static gboolean
is_seven_bit (const char *charset)
{
  return g_ascii_strncasecmp (charset, "iso-2022", 8) == 0 || g_ascii_strncasecmp (charset, "hz", 2) == 0
         || g_ascii_strcasecmp (charset, "utf-7") == 0;
}

char *
plx_mail_decode_text (GMimeObject *object)
{
  g_autoptr (GBytes) bytes = plx_mail_get_content (object);
  const char *charset = g_mime_object_get_content_type_parameter (object, "charset");
  gsize n, n_text = 0;
  guint n_control = 0;
  const char *data = g_bytes_get_data (bytes, &n);
  char *text = NULL;

  if (data == NULL || n == 0)
    return g_strdup ("");
  if (charset != NULL && (is_seven_bit (charset) || !g_utf8_validate_len (data, n, NULL))
      && g_ascii_strncasecmp (charset, "utf-8", 5) != 0
      && g_ascii_strcasecmp (charset, "us-ascii") != 0)
    text = g_convert (data, (gssize) n, "UTF-8", g_mime_charset_iconv_name (charset), NULL, &n_text,
                      NULL);
  if (text != NULL)
    return plx_text_clean (text, &n_text, &n_control);
  {
    g_autoptr (PlxDecoded) decoded = plx_charset_decode ((const guchar *) data, n, TRUE);

    return g_steal_pointer (&decoded->text);
  }
}

/* -- versions of a text -- */

static gboolean
is_type (GMimeObject *object, const char *type, const char *subtype)
{
  GMimeContentType *content_type = g_mime_object_get_content_type (object);

  return content_type != NULL && g_mime_content_type_is_type (content_type, type, subtype);
}

static guint
count_words (const char *text)
{
  guint n = 0;
  gboolean in_word = FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);
      gboolean is_letter = g_unichar_isalnum (c);

      n += is_letter && (!in_word || g_unichar_iswide (c));
      in_word = is_letter;
    }
  return n;
}

/* The page reader finds one article; a newsletter that tells many stories is
 * taken whole. */
static char *
read_page (const char *markup, GPtrArray *removed)
{
  g_autoptr (PlxImportResult) found = plx_import_result_new ("text/html");
  g_autofree char *whole = plx_html_to_paragraphs (markup);
  PlxImportedArticle *article;

  if (!plx_import_html (markup, strlen (markup), found, NULL) || found->articles->len == 0)
    return g_steal_pointer (&whole);
  article = g_ptr_array_index (found->articles, 0);
  if (count_words (article->text) * 10 < count_words (whole) * 6)
    return g_steal_pointer (&whole);
  for (guint i = 0; i < article->removed->len; i++)
    g_ptr_array_add (removed, g_strdup (g_ptr_array_index (article->removed, i)));
  return g_steal_pointer (&article->text);
}

static char *
read_plain (GMimeObject *object, GPtrArray *removed)
{
  g_autofree char *text = plx_mail_decode_text (object);
  const char *format = g_mime_object_get_content_type_parameter (object, "format");
  const char *delsp = g_mime_object_get_content_type_parameter (object, "delsp");

  return plx_mail_text_read (text, format != NULL && g_ascii_strcasecmp (format, "flowed") == 0,
                             delsp != NULL && g_ascii_strcasecmp (delsp, "yes") == 0, removed);
}

static char *
read_text (GMimeObject *object, GPtrArray *removed)
{
  if (is_type (object, "text", "html") || is_type (object, "application", "xhtml+xml"))
    {
      g_autofree char *markup = plx_mail_decode_text (object);

      return read_page (markup, removed);
    }
  return read_plain (object, removed);
}

static GHashTable *
list_words (const char *text)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  while (*text != '\0')
    {
      const char *start = text;

      while (*text != '\0' && g_unichar_isalnum (g_utf8_get_char (text)))
        text = g_utf8_next_char (text);
      if (text > start)
        g_hash_table_add (words, g_utf8_casefold (start, text - start));
      else
        text = g_utf8_next_char (text);
    }
  return words;
}

/* Does the page say what the plain text says? */
static gboolean
holds_words (const char *page, const char *plain)
{
  g_autoptr (GHashTable) in_page = list_words (page), in_plain = list_words (plain);
  GHashTableIter iter;
  gpointer word;
  guint n_held = 0, n = g_hash_table_size (in_plain);

  g_hash_table_iter_init (&iter, in_plain);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    n_held += g_hash_table_contains (in_page, word);
  return n_held * 10 >= n * 7;
}

/* -- parts -- */

static void
append_text (PlxMailBody *body, char *text)
{
  if (*text != '\0')
    g_string_append_printf (body->text, body->text->len > 0 ? "\n%s" : "%s", text);
  g_free (text);
}

static void
start_empty (PlxMailBody *empty, const PlxMailBody *body)
{
  *empty = (PlxMailBody) { g_string_new (NULL), g_ptr_array_new_with_free_func (g_free),
                           g_ptr_array_new (), FALSE, body->depth };
}

static void
take (PlxMailBody *body, PlxMailBody *from)
{
  append_text (body, g_strdup (from->text->str));
  g_ptr_array_extend_and_steal (body->removed, g_steal_pointer (&from->removed));
  body->is_encrypted |= from->is_encrypted;
}

/* The last version that is no plain text is the one meant to be seen. It stands
 * for both unless the plain text is as long and says something else. */
static void
read_versions (PlxMailBody *body, GMimeMultipart *multipart)
{
  g_auto (PlxMailBody) plain = { 0 }, page = { 0 };
  int n = g_mime_multipart_get_count (multipart);

  start_empty (&plain, body);
  start_empty (&page, body);
  for (int i = 0; i < n; i++)
    {
      GMimeObject *part = g_mime_multipart_get_part (multipart, i);
      PlxMailBody *version = is_type (part, "text", "plain") ? &plain : &page;
      g_auto (PlxMailBody) read = { 0 };

      start_empty (&read, body);
      plx_mail_body_read (&read, part);
      g_ptr_array_extend (body->attached, read.attached, NULL, NULL);
      if (read.text->len > 0)
        {
          g_string_truncate (version->text, 0);
          take (version, &read);
        }
    }
  if (page.text->len > 0
      && (count_words (plain.text->str) * 2 < count_words (page.text->str)
          || holds_words (page.text->str, plain.text->str)))
    take (body, &page);
  else
    take (body, plain.text->len > 0 ? &plain : &page);
}

/* A page with its pictures: the page. */
static void
read_related (PlxMailBody *body, GMimeMultipart *multipart)
{
  int n = g_mime_multipart_get_count (multipart);
  gboolean is_read = FALSE;

  for (int i = 0; i < n; i++)
    {
      GMimeObject *part = g_mime_multipart_get_part (multipart, i);

      if (!is_read && (GMIME_IS_MULTIPART (part) || is_type (part, "text", "html")
                       || is_type (part, "text", "plain")))
        {
          plx_mail_body_read (body, part);
          is_read = body->text->len > 0;
        }
    }
}

static void
read_multipart (PlxMailBody *body, GMimeMultipart *multipart)
{
  int n = g_mime_multipart_get_count (multipart);

  if (GMIME_IS_MULTIPART_ENCRYPTED (multipart))
    body->is_encrypted = TRUE;
  else if (is_type (GMIME_OBJECT (multipart), "multipart", "alternative") && n > 1)
    read_versions (body, multipart);
  else if (is_type (GMIME_OBJECT (multipart), "multipart", "related"))
    read_related (body, multipart);
  else
    for (int i = 0; i < n; i++)
      plx_mail_body_read (body, g_mime_multipart_get_part (multipart, i));
}

static gboolean
is_attachment (GMimeObject *object)
{
  const char *disposition = g_mime_object_get_disposition (object);

  return disposition != NULL && g_ascii_strcasecmp (disposition, "attachment") == 0;
}

/* For calendars and address books, signatures and such. */
static gboolean
is_for_machines (GMimeObject *object)
{
  return is_type (object, "text", "calendar") || is_type (object, "text", "css")
         || is_type (object, "text", "vcard") || is_type (object, "text", "x-vcard")
         || is_type (object, "text", "javascript") || is_type (object, "text", "rfc822-headers")
         || is_type (object, "application", "pgp-signature")
         || is_type (object, "application", "pkcs7-signature")
         || is_type (object, "image", "*") || is_type (object, "audio", "*")
         || is_type (object, "video", "*");
}

/* The second of several pieces, or a message within: the text is inside. */
static gboolean
read_partial (PlxMailBody *body, GMimeObject *object)
{
  g_autoptr (GBytes) bytes = plx_mail_get_content (object);
  g_autoptr (GMimeMessage) inner = NULL;
  gsize n;
  const guchar *data = g_bytes_get_data (bytes, &n);

  if (data == NULL || plx_mail_count_headers (data, n) < 2)
    return FALSE;
  inner = plx_mail_parse (bytes);
  if (inner == NULL || g_mime_message_get_mime_part (inner) == NULL)
    return FALSE;
  plx_mail_body_read (body, g_mime_message_get_mime_part (inner));
  g_ptr_array_set_size (body->attached, 0);        // they belong to what ends here
  return TRUE;
}

void
plx_mail_body_read (PlxMailBody *body, GMimeObject *object)
{
  if (body->depth >= MAX_DEPTH)
    return;
  body->depth++;
  if (GMIME_IS_MULTIPART (object))
    read_multipart (body, GMIME_MULTIPART (object));
  else if (GMIME_IS_MESSAGE_PARTIAL (object) && read_partial (body, object))
    ;
  else if (GMIME_IS_MESSAGE_PART (object) || is_attachment (object))
    g_ptr_array_add (body->attached, object);
  else if (GMIME_IS_MESSAGE_PARTIAL (object) || is_type (object, "message", "*")
           || (is_type (object, "text", "*") && !is_for_machines (object)))
    append_text (body, read_text (object, body->removed));
  else if (!is_for_machines (object))
    g_ptr_array_add (body->attached, object);
  body->depth--;
}
