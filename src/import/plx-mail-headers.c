/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/plx-data.h"
#include "import/plx-mail.h"

#include <string.h>

/* Heads of mails, as they come: with raw bytes of some charset where only
 * encoded words may stand, words cut amid a character, dates in any form. */

enum { MAX_HEAD_LINES = 200 };

/* -- is it a mail? -- */

typedef struct {
  GHashTable *fields;       // names of header fields, lower case
  GHashTable *senders;      // local parts of addresses that are no person's
} Names;

static gboolean
add_name (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  Names *names = user_data;

  for (guint i = 1; i < n_fields; i++)
    g_hash_table_add (strcmp (fields[0], "field") == 0 ? names->fields : names->senders,
                      g_ascii_strdown (fields[i], -1));
  return TRUE;
}

static const Names *
get_names (void)
{
  static Names names;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      names.fields = g_hash_table_new (g_str_hash, g_str_equal);
      names.senders = g_hash_table_new (g_str_hash, g_str_equal);
      plx_data_read_table ("import/mail.tsv", add_name, &names, NULL);
      g_once_init_leave (&once, 1);
    }
  return &names;
}

/* The length of a field's name, "Subject" of "Subject: …"; 0: no field. */
static gsize
measure_name (const char *line, gsize n)
{
  gsize i = 0;

  while (i < n && line[i] > ' ' && line[i] < 0x7f && line[i] != ':')
    i++;
  return i > 0 && i < n && i < 70 && line[i] == ':' ? i : 0;
}

static gboolean
is_known (const char *line, gsize n_name)
{
  g_autofree char *name = g_ascii_strdown (line, (gssize) n_name);

  return g_hash_table_contains (get_names ()->fields, name);
}

guint
plx_mail_count_headers (const guchar *head, gsize n)
{
  const char *p = (const char *) head, *end = p + n;
  guint n_known = 0, n_lines = 0;

  if (n >= 3 && memcmp (p, "\357\273\277", 3) == 0)
    p += 3;
  while (p < end && g_ascii_isspace (*p))
    p++;
  for (; p < end && n_lines < MAX_HEAD_LINES; n_lines++)
    {
      const char *stop = memchr (p, '\n', (gsize) (end - p));
      gsize n_line = (gsize) ((stop != NULL ? stop : end) - p), n_name;

      if (n_line == 0 || *p == '\r')
        break;
      n_name = measure_name (p, n_line);
      if (n_name == 0 && *p != ' ' && *p != '\t'
          && !(n_lines == 0 && n_line >= 5 && memcmp (p, "From ", 5) == 0))
        return n_lines > 0 && n_known >= 4 ? n_known : 0;
      n_known += n_name > 0 && is_known (p, n_name);
      p = stop != NULL ? stop + 1 : end;
    }
  return n_known;
}

/* -- values -- */

static gboolean
is_ascii (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text >= 0x80)
      return FALSE;
  return TRUE;
}

static const char *
get_charset (GMimeObject *object)
{
  if (GMIME_IS_MESSAGE (object))
    object = g_mime_message_get_mime_part (GMIME_MESSAGE (object));
  return object != NULL && g_mime_object_get_content_type (object) != NULL
           ? g_mime_object_get_content_type_parameter (object, "charset") : NULL;
}

/* Raw bytes in a head: most likely in the charset that the body is in. */
static char *
decode_raw (GMimeObject *object, const char *raw)
{
  const char *charset = get_charset (object);
  char *text;

  if (is_ascii (raw) || g_utf8_validate (raw, -1, NULL))
    return g_strdup (raw);
  if (charset != NULL && g_ascii_strncasecmp (charset, "us-", 3) != 0
      && g_ascii_strncasecmp (charset, "utf", 3) != 0)
    {
      text = g_convert (raw, -1, "UTF-8", g_mime_charset_iconv_name (charset), NULL, NULL, NULL);
      if (text != NULL)
        return text;
    }
  {
    g_autoptr (PlxDecoded) decoded = plx_charset_decode ((const guchar *) raw, strlen (raw), FALSE);

    return g_steal_pointer (&decoded->text);
  }
}

/* A word with raw bytes in it is no encoded word, but was meant to be one. */
static char *
mend_odd_words (const char *text)
{
  g_autoptr (GRegex) odd = g_regex_new ("=\\?[\\w-]+\\?[Qq]\\?([^?]*[^\\x00-\\x7f][^?]*)\\?=", 0, 0,
                                        NULL);
  char *mended = g_regex_replace (odd, text, -1, 0, "\\1", 0, NULL);

  return mended != NULL && strcmp (mended, text) != 0 ? g_strdelimit (mended, "_", ' ') : mended;
}

static char *
decode_words (const char *text)
{
  g_autofree char *unfolded = g_mime_utils_header_unfold (text);
  g_autofree char *mended = NULL;

  if (strstr (unfolded, "=?") != NULL && !is_ascii (unfolded))
    mended = mend_odd_words (unfolded);
  return g_mime_utils_header_decode_text (NULL, mended != NULL ? mended : unfolded);
}

/* One line, NFC, valid. */
static char *
clean_value (const char *value)
{
  char *clean = g_utf8_make_valid (value, -1);
  gsize n = strlen (clean);
  guint n_control = 0;

  clean = plx_text_clean (clean, &n, &n_control);
  return g_strstrip (g_strdelimit (clean, "\n\t", ' '));
}

char *
plx_mail_get_header (GMimeObject *object, const char *name)
{
  GMimeHeader *header = g_mime_header_list_get_header (g_mime_object_get_header_list (object), name);
  g_autofree char *raw = NULL, *text = NULL, *clean = NULL;

  if (header == NULL || g_mime_header_get_raw_value (header) == NULL)
    return NULL;
  raw = decode_raw (object, g_mime_header_get_raw_value (header));
  text = decode_words (raw);
  clean = clean_value (text != NULL ? text : raw);
  return *clean != '\0' ? g_steal_pointer (&clean) : NULL;
}

/* -- what a mail says of itself -- */

static char *
format_date (GDateTime *when)
{
  gboolean is_utc = g_date_time_get_utc_offset (when) == 0;

  return g_date_time_format (when, is_utc ? "%Y-%m-%dT%H:%M:%SZ" : "%Y-%m-%dT%H:%M:%S%:z");
}

static char *
read_date (GMimeMessage *message)
{
  GDateTime *when = g_mime_message_get_date (message);
  g_autofree char *raw = NULL;

  if (when != NULL && g_date_time_get_year (when) > 1970 && g_date_time_get_year (when) < 2200)
    return format_date (when);
  raw = plx_mail_get_header (GMIME_OBJECT (message), "Date");
  return raw != NULL ? plx_published_parse (raw) : NULL;
}

/* Sent to many by no person: a newsletter, an alert. */
static gboolean
is_newsletter (GMimeMessage *message, const char *address)
{
  GMimeHeaderList *headers = g_mime_object_get_header_list (GMIME_OBJECT (message));
  g_autofree char *local = g_ascii_strdown (address, (gssize) strcspn (address, "@+"));

  if (g_hash_table_contains (get_names ()->senders, local) || strstr (local, "noreply") != NULL
      || strstr (local, "no-reply") != NULL || strstr (local, "newsletter") != NULL)
    return TRUE;
  return g_mime_header_list_contains (headers, "List-Unsubscribe")
         && !g_mime_header_list_contains (headers, "List-Post");
}

static void
read_sender (GMimeMessage *message, PlxImportedArticle *article)
{
  g_autofree char *from = NULL, *name = NULL;
  GMimeHeader *header = g_mime_header_list_get_header
    (g_mime_object_get_header_list (GMIME_OBJECT (message)), "From");
  g_autoptr (InternetAddressList) list = NULL;
  InternetAddress *sender;
  const char *address = "";

  if (header == NULL || g_mime_header_get_raw_value (header) == NULL)
    return;
  from = decode_raw (GMIME_OBJECT (message), g_mime_header_get_raw_value (header));
  list = internet_address_list_parse (NULL, from);
  if (list == NULL || internet_address_list_length (list) == 0)
    return;
  sender = internet_address_list_get_address (list, 0);
  if (INTERNET_ADDRESS_IS_MAILBOX (sender))
    address = internet_address_mailbox_get_addr (INTERNET_ADDRESS_MAILBOX (sender));
  if (internet_address_get_name (sender) != NULL)
    name = clean_value (internet_address_get_name (sender));
  if (name == NULL || *name == '\0' || strchr (name, '@') != NULL)
    return;
  if (is_newsletter (message, address != NULL ? address : ""))
    article->site = g_steal_pointer (&name);
  else
    {
      g_strfreev (article->byline);
      article->byline = g_new0 (char *, 2);
      article->byline[0] = g_steal_pointer (&name);
    }
}

void
plx_mail_read_headers (GMimeMessage *message, PlxImportedArticle *article)
{
  g_free (article->title);
  article->title = plx_mail_get_header (GMIME_OBJECT (message), "Subject");
  article->published = read_date (message);
  read_sender (message, article);
  if (article->language == NULL)
    article->language = plx_mail_get_header (GMIME_OBJECT (message), "Content-Language");
}
