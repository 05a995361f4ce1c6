/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-formats.h"
#include "import/plx-items.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* Wire text as teleprinters took it: IPTC 7901 (SOH header, STX text, ETX time,
 * EOT) and ANPA 1312 (the same frame, "^" before each line of the head), and
 * the older ZCZC … NNNN with or without a letter before each field. */

enum { SOH = 1, STX = 2, ETX = 3, EOT = 4, US = 31, SYN = 22, MAX_HEAD_LINES = 24 };

typedef struct {
  GString *text;         // lines, before those that were wrapped are joined
  char *heading;         // stands for a title where none is marked
  gboolean in_text;
  gboolean is_marked;    // its head has "^" before each line
} Message;

/* -- frames -- */

/* A header ends within some lines, and its text is opened. */
static gboolean
has_frame (const guchar *head, gsize n)
{
  const guchar *soh = memchr (head, SOH, MIN (n, 16));
  const guchar *stx = soh != NULL ? memchr (head, STX, MIN (n, 1024)) : NULL;

  return stx != NULL && stx > soh && memchr (head, '\0', MIN (n, 1024)) == NULL;
}

static gboolean
has_zczc (const guchar *head, gsize n)
{
  gsize i = 0;

  while (i < n && i < 16 && g_ascii_isspace (head[i]))
    i++;
  return n >= i + 5 && g_ascii_strncasecmp ((const char *) head + i, "zczc", 4) == 0
         && g_ascii_isspace (head[i + 4]);
}

/* "eca00075 3 i 510    dpa 1003": service and number, priority, category, words. */
static gboolean
has_bare_header (const guchar *head, gsize n)
{
  static GRegex *regex;
  static gsize once;
  g_autofree char *line = NULL;

  if (g_once_init_enter (&once))
    {
      regex = g_regex_new ("^\\s*[a-z]{2,4}[0-9]{3,5} [1-9] [a-z]{1,3} [0-9]{1,4} +[a-z]*",
                           G_REGEX_OPTIMIZE | G_REGEX_RAW, 0, NULL);
      g_once_init_leave (&once, 1);
    }
  line = g_strndup ((const char *) head, MIN (n, 120));
  return g_regex_match (regex, line, 0, NULL);
}

static gboolean
is_wire (PlxImportInput *input)
{
  gsize n;
  const guchar *head = plx_import_input_get_head (input, &n);

  return has_frame (head, n) || has_zczc (head, n) || has_bare_header (head, n);
}

/* -- when -- */

static int
widen_year (int year)
{
  return year < 50 ? 2000 + year : 1900 + year;
}

/* "071341 GMT Okt 15", "AP-WF-11-13-13 1509GMT": never "now". */
static void
read_time (const char *line, PlxItems *items, PlxImportedArticle *article)
{
  int day, month, year, hour, minute;
  char name[16] = "";
  const char *p;

  if (sscanf (line, " %2d%2d%2d GMT %15[^ 0-9.].%*[ ]%2d", &day, &hour, &minute, name, &year) == 5
      || sscanf (line, " %2d%2d%2d GMT %15[^ 0-9.] %2d", &day, &hour, &minute, name, &year) == 5)
    month = plx_published_month (name);
  else if ((p = strstr (line, "AP-")) == NULL || (p = strpbrk (p + 3, "0123456789")) == NULL
           || sscanf (p, "%2d-%2d-%2d %2d%2d", &month, &day, &year, &hour, &minute) != 5)
    return;
  if (month > 0)
    plx_item_set_date (items, article,
                       g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:00Z", widen_year (year), month, day,
                                        hour, minute));
}

/* -- the head of the text -- */

/* "1ST LEAD", "REFILE", "URGENT": what kind of take, not what it is about. */
static gboolean
is_take (const char *line)
{
  guint n_words = 1, n_letters = 0;

  for (const char *p = line; *p != '\0'; p++)
    {
      n_words += *p == ' ';
      n_letters += g_ascii_isalpha (*p);
      if (g_ascii_islower (*p) || (guchar) *p >= 0x80)
        return FALSE;
    }
  return n_letters == 0 || n_words <= 2;
}

static gboolean
has_word (const char *line, const char *word)
{
  return g_ascii_strncasecmp (line, word, strlen (word)) == 0;
}

/* "/politics/Britain/EU/", "(Achtung)": subjects and calls, no headline. */
static gboolean
is_slug (const char *line)
{
  return *line == '(' || *line == '/' || (strchr (line, ' ') == NULL && strchr (line, '/') != NULL);
}

/* A line of the head, without the signs that marked its begin and end. */
static void
read_head_line (char *line, PlxItems *items, PlxImportedArticle *article)
{
  if (has_word (line, "by "))
    plx_item_add_byline (article, g_strdup (line));
  else if (has_word (line, "eds:"))
    plx_items_say_note (items, g_strdup (g_strstrip (line + 4)));
  else if (has_word (line, "ap photo") || has_word (line, "with ap photo")
           || has_word (line, "associated press") || is_slug (line))
    return;
  else if (article->title == NULL && !is_take (line))
    article->title = g_strdup (line);
  else if (article->title != NULL && !is_take (line))
    plx_item_keep (article, g_strdup (line));
}

static void
strip_marks (char *line)
{
  gsize n = strlen (g_strstrip (line));

  while (n > 0 && strchr ("<=+ ", line[n - 1]) != NULL)
    line[--n] = '\0';
  if (*line == '^')
    memmove (line, line + 1, n);
  g_strstrip (line);
}

/* -- lines -- */

/* What a machine set: "^" and "<" around headings in the text, tabs before paragraphs. */
static void
add_line (Message *message, char *line)
{
  if (*line == '^')
    strip_marks (line);
  else if (*line == '\t' || g_str_has_prefix (line, "   "))
    g_string_append_c (message->text, '\n');
  g_strchomp (line);
  if (g_str_has_suffix (line, "<"))
    line[strlen (line) - 1] = '\0';
  g_string_append_printf (message->text, "%s\n", line);
}

/* "BC-LT--Argentina-Cancer Beauty,466<": the keyword of ANPA, no headline. */
static gboolean
is_keyword (const char *line)
{
  return has_word (line, "BC-") || has_word (line, "AM-") || has_word (line, "PM-");
}

static gboolean
ends_head (const char *line)
{
  gsize n = strlen (line);

  while (n > 0 && g_ascii_isspace (line[n - 1]))
    n--;
  return n > 0 && line[n - 1] == '=';
}

/* Where the head ends: the last of the lines that "^" opens, or that "=" closes. */
static guint
count_head (char **lines, Message *message)
{
  guint n = 0;

  for (guint i = 0; lines[i] != NULL && i < MAX_HEAD_LINES; i++)
    if (*lines[i] == '^')
      {
        message->is_marked = TRUE;
        n = i + 1;
      }
    else if (i > 0 && (message->is_marked || (strlen (lines[i]) > 3 && g_ascii_isspace (*lines[i]))))
      break;
    else if (ends_head (lines[i]))
      n = i + 1;
  if (n == 0)                                  // a keyword and a headline without signs
    while (lines[n] != NULL && n < 3 && *lines[n] != '\0' && !g_ascii_isspace (*lines[n]))
      n++;
  return n;
}

static gboolean
is_private (const char *line)
{
  return has_word (line, "The following information is not intended for publication")
         || has_word (line, "Die folgenden Informationen sind nicht zur Ver");
}

/* From STX to ETX. */
static void
read_text (char *text, PlxItems *items, PlxImportedArticle *article)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  Message message = { g_string_new (NULL), NULL, FALSE, FALSE };
  GString *dropped = NULL;
  guint n_head = count_head (lines, &message);

  for (guint i = 0; lines[i] != NULL; i++)
    if (i < n_head)
      {
        gboolean is_first = i == 0 && (message.is_marked || is_keyword (lines[i]));

        strip_marks (lines[i]);
        if (!is_first && *lines[i] != '\0')
          read_head_line (lines[i], items, article);
      }
    else if (dropped != NULL)
      g_string_append_printf (dropped, "%s\n", lines[i]);
    else if (is_private (lines[i]))
      dropped = g_string_new (lines[i]);
    else
      add_line (&message, lines[i]);
  plx_item_add_text (article, plx_text_unwrap (message.text->str));
  if (dropped != NULL)
    g_ptr_array_add (article->removed, g_string_free (dropped, FALSE));
  g_string_free (message.text, TRUE);
}

/* -- ZCZC: a line for each field, or none -- */

static const struct { char name[4]; char part; } long_fields[] = {
  { "TI#", 't' }, { "BY#", 'b' }, { "PD#", 'd' }, { "SO#", 'w' }, { "AB#", 'k' },
};

static void
set_field (char part, const char *value, PlxItems *items, PlxImportedArticle *article)
{
  if (part == 't')
    plx_item_set (&article->title, g_strdup (value));
  else if (part == 'b')
    plx_item_add_byline (article, g_strdup (value));
  else if (part == 'd')
    plx_item_set_date (items, article, g_strdup (value));
  else if (part == 'w')
    plx_item_set (&article->wire, g_strdup (value));
  else if (part == 'k')
    plx_item_keep (article, g_strdup (value));
}

static gboolean
read_field (char *line, Message *message, PlxItems *items, PlxImportedArticle *article)
{
  static const char signs[] = "%#&*@+$";

  if (g_ascii_isupper (line[0]) && g_ascii_isupper (line[1]) && line[2] == '#')
    for (guint i = 0; i < G_N_ELEMENTS (long_fields); i++)
      if (has_word (line, long_fields[i].name))
        set_field (long_fields[i].part, line + 3, items, article);
  if (*line == '^' || (*line == '$' && strlen (line) > 3))
    set_field ('t', line + 1, items, article);
  else if (*line == '=')
    set_field ('k', line + 1, items, article);
  else if (*line == ':' && line[1] == '(')
    plx_item_set (&article->dateline, g_strndup (line + 2, strcspn (line + 2, ")")));
  else if (*line == ':')
    plx_item_set (&message->heading, g_ascii_isalpha (line[1]) ? g_strdup (line + 1) : NULL);
  else
    return (*line != '\0' && strchr (signs, *line) != NULL)
           || (g_ascii_isupper (line[0]) && g_ascii_isupper (line[1]) && line[2] == '#');
  return TRUE;
}

/* The first line that reads like words, not like codes of a line and a service. */
static gboolean
is_heading (const char *line)
{
  gboolean has_lower = FALSE;

  for (const char *p = line; *p != '\0'; p++)
    has_lower |= g_ascii_islower (*p);
  return has_lower && !g_ascii_isspace (*line);
}

static void
read_zczc (char *text, PlxItems *items, PlxImportedArticle *article)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  Message message = { g_string_new (NULL), NULL, FALSE, FALSE };
  gboolean has_fields = FALSE;

  for (guint i = 1; *lines != NULL && lines[i] != NULL; i++)
    {
      g_autofree char *line = g_strstrip (g_strdup (lines[i]));

      if (!message.in_text && read_field (line, &message, items, article))
        {
          has_fields = TRUE;
          message.in_text = has_word (line, "TX#");
        }
      else if (!message.in_text && !has_fields && message.heading == NULL && is_heading (lines[i]))
        message.heading = g_strdup (line);
      else if (message.in_text || (*line != '\0' && (has_fields || message.heading != NULL)))
        {
          message.in_text = TRUE;
          add_line (&message, lines[i]);
        }
    }
  plx_item_set (&article->title, g_steal_pointer (&message.heading));
  plx_item_add_text (article, plx_text_unwrap (message.text->str));
  g_string_free (message.text, TRUE);
}

/* -- messages -- */

/* Seven bits had no dash and one kind of quotation mark. */
static char *
spell_out (const char *text)
{
  g_auto (GStrv) dashes = g_strsplit (text, " _ ", -1);
  g_autofree char *with_dashes = g_strjoinv (" \xe2\x80\x94 ", dashes);
  g_auto (GStrv) opened = g_strsplit (with_dashes, "``", -1);
  g_autofree char *with_open = g_strjoinv ("\xe2\x80\x9c", opened);
  g_auto (GStrv) closed = g_strsplit (with_open, "''", -1);

  return g_strjoinv ("\xe2\x80\x9d", closed);
}

/* A few odd bytes in plain letters tell no statistics anything: they are what
 * desks type them on. */
static char *
decode_few (const char *bytes, gsize n)
{
  gsize n_high = 0;

  for (gsize i = 0; i < n; i++)
    n_high += (guchar) bytes[i] >= 0x80;
  if (n_high == 0 || n_high * 50 > n || g_utf8_validate_len (bytes, n, NULL))
    return NULL;
  return g_convert_with_fallback (bytes, (gssize) n, "UTF-8", "WINDOWS-1252", "\xef\xbf\xbd", NULL, NULL,
                                  NULL);
}

static char *
decode (const char *bytes, gsize n, PlxItems *items)
{
  g_autofree char *few = decode_few (bytes, n);
  g_autoptr (PlxDecoded) decoded = NULL;

  if (few != NULL)
    n = strlen (few);
  decoded = plx_charset_decode ((const guchar *) (few != NULL ? few : bytes), n, FALSE);
  decoded->n_control = 0;      // the frame's own signs
  if (items->n == 0)
    plx_decoded_report (decoded, items->result);
  return g_steal_pointer (&decoded->text);
}

static void
read_framed (const char *bytes, gsize n, PlxItems *items, PlxImportedArticle *article)
{
  const char *stx = memchr (bytes, STX, n);
  const char *start = stx != NULL ? stx + 1 : bytes;
  const char *etx = memchr (start, ETX, n - (gsize) (start - bytes));
  gsize n_text = etx != NULL ? (gsize) (etx - start) : n - (gsize) (start - bytes);
  g_autofree char *text = decode (start, n_text, items);

  if (strstr (text, "\n^") != NULL || strstr (text, "(AP) _") != NULL)
    {
      char *spelt = spell_out (text);

      g_free (text);
      text = spelt;
    }
  read_text (text, items, article);
  if (etx != NULL)
    {
      g_autofree char *time = decode (etx + 1, n - (gsize) (etx + 1 - bytes), items);

      read_time (time, items, article);
    }
}

/* A header that lost its signs: the take's own lines follow after a blank one, the
 * time stands last. */
static void
read_bare (const char *bytes, gsize n, PlxItems *items, PlxImportedArticle *article)
{
  g_autofree char *text = decode (bytes, n, items);
  char *head = strstr (text, "\n\n"), *last = NULL;

  for (char *line = strchr (text, '\n'); line != NULL; line = strchr (line + 1, '\n'))
    if (strstr (line + 1, " GMT ") != NULL && g_ascii_isdigit (line[1]))
      last = line;
  if (last != NULL)
    {
      read_time (last + 1, items, article);
      *last = '\0';
    }
  read_text (head != NULL ? head + 2 : text, items, article);
}

static void
read_message (const char *bytes, gsize n, PlxItems *items)
{
  PlxImportedArticle *article = plx_imported_article_new ();

  if (has_zczc ((const guchar *) bytes, n))
    {
      g_autofree char *text = decode (bytes, n, items);
      char *end = g_strrstr (text, "NNNN");

      if (end != NULL)
        *end = '\0';
      read_zczc (text + strspn (text, " \n\t"), items, article);
    }
  else if (memchr (bytes, STX, n) != NULL)
    read_framed (bytes, n, items, article);
  else
    read_bare (bytes, n, items, article);
  plx_items_add (items, article);
}

typedef struct {
  const char *bytes;
  const char *end;
  const char *eot;     // the next of each from @bytes on; @end: no more
  const char *nnnn;
} Messages;

/* Where the message at hand ends: past EOT or NNNN. Each is sought once. */
static gsize
find_end (Messages *self)
{
  gsize n = (gsize) (self->end - self->bytes);
  const char *first;

  if (self->eot == NULL || self->eot < self->bytes)
    self->eot = memchr (self->bytes, EOT, n);
  if (self->eot == NULL)
    self->eot = self->end;
  if (self->nnnn == NULL || self->nnnn < self->bytes)
    self->nnnn = g_strstr_len (self->bytes, (gssize) n, "\nNNNN");
  if (self->nnnn == NULL)
    self->nnnn = self->end;
  first = self->nnnn < self->eot ? self->nnnn + 5 : self->eot + (self->eot < self->end);
  return (gsize) (MIN (first, self->end) - self->bytes);
}

static gboolean
is_blank (const char *bytes, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (g_ascii_isgraph (bytes[i]) || (guchar) bytes[i] >= 0x80)
      return FALSE;
  return TRUE;
}

static gboolean
read_wire (PlxImportInput *input, PlxImportResult *result, GError **error)
{
  PlxItems items = { .result = result };
  gsize n;
  const char *bytes = g_bytes_get_data (plx_import_input_get_bytes (input), &n);
  Messages messages = { .bytes = bytes, .end = bytes + n };

  for (gsize n_message; messages.bytes < messages.end; messages.bytes += n_message)
    {
      n_message = find_end (&messages);
      if (!is_blank (messages.bytes, n_message))
        read_message (messages.bytes, n_message, &items);
    }
  return plx_items_end (&items, error);
}

const PlxImportFormat plx_format_wire = {
  .media_type = "text/x-iptc7901",
  .label = N_("wire text (IPTC 7901, ANPA)"),
  .limit = PLX_IMPORT_MAX_TEXT_BYTES,
  .is_binary = TRUE,
  .is_one = is_wire,
  .read = read_wire,
};
