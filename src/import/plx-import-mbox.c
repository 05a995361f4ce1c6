/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-formats.h"
#include "import/plx-mail.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Mailboxes, mail after mail, each a part of its own. A mail begins at a line
 * "From …" behind an empty one, but so do sentences: the line must end in a
 * date, or be followed by a field of a head. */

enum { CHUNK_BYTES = 64 << 10, MAX_MAIL_BYTES = 64 << 20, LOOK_BYTES = 1024, MAX_TOLD = 20 };

typedef struct {
  PlxImportInput *input;
  PlxImportResult *result;
  GInputStream *stream;
  GByteArray *window;        // bytes not yet taken
  gsize at;
  gboolean at_end;
  GByteArray *mail;
  gboolean is_too_long;
  guint n_mails, n_long;
} Box;

/* -- where mails begin -- */

/* "… Mon Jun 01 04:28:28 2009", perhaps with a zone behind or amid. */
static gboolean
ends_in_date (const char *line, gsize n)
{
  static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
  g_autofree char *text = g_strndup (line, n);
  g_auto (GStrv) words = g_strsplit_set (g_strchomp (text), " \t", -1);
  gboolean has_month = FALSE, has_clock = FALSE, has_year = FALSE;

  for (guint i = 1; words[i] != NULL; i++)
    {
      const char *word = words[i], *month = strlen (word) == 3 ? strstr (months, word) : NULL;

      has_month |= month != NULL && (month - months) % 3 == 0;
      has_clock |= strlen (word) >= 5 && g_ascii_isdigit (word[0])
                   && strspn (word, "0123456789:") == strlen (word) && strchr (word, ':') != NULL;
      has_year |= strlen (word) == 4 && strspn (word, "0123456789") == 4;
    }
  return has_month && has_clock && has_year;
}

/* "Subject: …" */
static gboolean
is_field (const char *line, gsize n)
{
  gsize i = 0;

  while (i < n && (g_ascii_isalnum (line[i]) || line[i] == '-' || line[i] == '_'))
    i++;
  return i > 1 && i < n && line[i] == ':';
}

/* @line is one and what follows it is there as well. */
static gboolean
begins_mail (const char *line, gsize n)
{
  const char *stop;

  if (n < 7 || memcmp (line, "From ", 5) != 0)
    return FALSE;
  stop = memchr (line, '\n', n);
  if (stop == NULL)
    return FALSE;
  return ends_in_date (line, (gsize) (stop - line))
         || is_field (stop + 1, n - (gsize) (stop + 1 - line));
}

/* -- one after the other -- */

static gboolean
fill (Box *box, gsize n_wanted, GError **error)
{
  guchar chunk[CHUNK_BYTES];

  if (box->at > CHUNK_BYTES)
    {
      g_byte_array_remove_range (box->window, 0, (guint) box->at);
      box->at = 0;
    }
  while (!box->at_end && box->window->len - box->at < n_wanted)
    {
      gssize got = g_input_stream_read (box->stream, chunk, CHUNK_BYTES,
                                        plx_import_input_get_cancellable (box->input), error);

      if (got < 0)
        return FALSE;
      box->at_end = got == 0;
      g_byte_array_append (box->window, chunk, (guint) got);
    }
  return TRUE;
}

static gboolean
end_mail (Box *box, GError **error)
{
  g_autofree char *number = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PlxImportResult) result = NULL;
  g_autoptr (GError) problem = NULL;

  if (box->mail->len == 0)
    return TRUE;
  number = g_strdup_printf ("%u", ++box->n_mails);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&box->mail));
  box->mail = g_byte_array_new ();
  if (box->is_too_long)
    {
      box->is_too_long = FALSE;
      box->n_long++;
      return TRUE;
    }
  result = plx_import_result_new ("message/rfc822");
  if (plx_mail_read (box->input, number, bytes, result, &problem))
    return TRUE;
  if (g_error_matches (problem, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_EMPTY))
    return box->n_mails > MAX_TOLD
           || plx_import_input_hand_on (box->input, number, bytes, NULL, problem, error);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* ">From the start" was "From the start" before it went into the box. */
static void
add_line (Box *box, const char *line, gsize n)
{
  gsize n_marks = 0;

  if (box->mail->len + n > MAX_MAIL_BYTES)
    {
      box->is_too_long = TRUE;
      return;
    }
  while (n_marks < n && line[n_marks] == '>')
    n_marks++;
  if (n_marks > 0 && n - n_marks >= 5 && memcmp (line + n_marks, "From ", 5) == 0)
    {
      line++;
      n--;
    }
  g_byte_array_append (box->mail, (const guint8 *) line, (guint) n);
}

static gboolean
is_blank (const char *line, gsize n)
{
  return n == 0 || (n == 1 && (line[0] == '\n' || line[0] == '\r')) || (n == 2 && line[0] == '\r');
}

/* A line longer than the window is taken piece by piece. */
static gsize
measure_line (const Box *box)
{
  const char *line = (const char *) box->window->data + box->at;
  gsize n = box->window->len - box->at;
  const char *stop = memchr (line, '\n', n);

  return stop != NULL ? (gsize) (stop + 1 - line) : n;
}

static gboolean
read_mails (Box *box, GError **error)
{
  gboolean after_blank = TRUE;

  for (;;)
    {
      const char *line;
      gsize n;

      if (!fill (box, CHUNK_BYTES, error))
        return FALSE;
      if (box->at >= box->window->len)
        return end_mail (box, error);
      line = (const char *) box->window->data + box->at;
      n = measure_line (box);
      if (after_blank && begins_mail (line, MIN (box->window->len - box->at, n + LOOK_BYTES)))
        {
          if (!end_mail (box, error))
            return FALSE;
          line = (const char *) box->window->data + box->at;
        }
      add_line (box, line, n);
      after_blank = is_blank (line, n);
      box->at += n;
    }
}

static gboolean
read_mbox (PlxImportInput *input, PlxImportResult *result, GError **error)
{
  Box box = { .input = input, .result = result };
  gboolean ok;

  box.stream = plx_import_input_open (input, error);
  if (box.stream == NULL)
    return FALSE;
  box.window = g_byte_array_new ();
  box.mail = g_byte_array_new ();
  ok = read_mails (&box, error);
  if (ok && box.n_long > 0)
    plx_import_result_say (result, "warning", NULL,
                           g_dngettext (GETTEXT_PACKAGE,
                                        "%u mail is too large and was left out; save it alone",
                                        "%u mails are too large and were left out; save each alone",
                                        box.n_long), box.n_long);
  g_byte_array_unref (box.window);
  g_byte_array_unref (box.mail);
  g_object_unref (box.stream);
  return ok;
}

/* -- the format -- */

static gboolean
is_mbox (PlxImportInput *input)
{
  gsize n, i = 0;
  const guchar *head = plx_import_input_get_head (input, &n);

  while (i < n && g_ascii_isspace (head[i]))
    i++;
  return !plx_import_input_has_ending (input, ".eml") && n > i
         && begins_mail ((const char *) head + i, n - i);
}

const PlxImportFormat plx_format_mbox = {
  .media_type = "application/mbox",
  .label = N_("a mailbox"),
  .limit = 0,
  .is_binary = TRUE,
  .is_one = is_mbox,
  .read = read_mbox,
};
