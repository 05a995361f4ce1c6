/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-mail.h"

#include <string.h>

/* Text of a mail: lines that were wrapped for the post are joined; the sender's
 * signature, and what an answer quotes at its end, go to what was removed. What
 * is quoted in between is needed to follow the answer: it stays, marked ">". */

enum { SIGNATURE_MAX_LINES = 15, WRAP_MIN_WIDTH = 55, WRAP_MAX_WIDTH = 100 };

typedef struct {
  GString *text;         // lines as they were, flowed ones joined
  guint depth;           // how often quoted
} Passage;

static void
passage_clear (gpointer data)
{
  Passage *passage = data;

  g_string_free (passage->text, TRUE);
}

/* "> > text" → 2, and past the marks. */
static guint
read_depth (const char **line)
{
  guint depth = 0;

  while (**line == '>')
    {
      (*line)++;
      depth++;
      if ((*line)[0] == ' ' && (*line)[1] == '>')
        (*line)++;
    }
  if (depth > 0 && **line == ' ')
    (*line)++;
  return depth;
}

static Passage *
get_passage (GArray *passages, guint depth)
{
  Passage *last = passages->len > 0 ? &g_array_index (passages, Passage, passages->len - 1) : NULL;

  if (last == NULL || last->depth != depth)
    {
      Passage passage = { g_string_new (NULL), depth };

      g_array_append_val (passages, passage);
      last = &g_array_index (passages, Passage, passages->len - 1);
    }
  return last;
}

/* RFC 3676: a line that ends in a blank goes on in the next one. */
static void
add_line (GArray *passages, const char *line, gboolean is_flowed, gboolean deletes_space)
{
  guint depth = read_depth (&line);
  Passage *passage = get_passage (passages, depth);
  gsize n = strlen (line);
  gboolean goes_on = is_flowed && n > 0 && line[n - 1] == ' ' && strcmp (line, "-- ") != 0;

  if (is_flowed && depth == 0 && *line == ' ')
    line++;
  g_string_append (passage->text, line);
  if (goes_on && deletes_space)
    g_string_truncate (passage->text, passage->text->len - 1);
  if (!goes_on)
    g_string_append_c (passage->text, '\n');
}

static GArray *
split (char **lines, guint n_lines, gboolean is_flowed, gboolean deletes_space)
{
  GArray *passages = g_array_new (FALSE, FALSE, sizeof (Passage));

  g_array_set_clear_func (passages, passage_clear);
  for (guint i = 0; i < n_lines; i++)
    add_line (passages, lines[i], is_flowed, deletes_space);
  return passages;
}

/* Where the signature begins, behind some text; @n_lines: there is none. */
static guint
find_signature (char **lines, guint n_lines)
{
  gboolean has_text = FALSE;
  guint found = n_lines;

  for (guint i = 0; i < n_lines; i++)
    if (strcmp (lines[i], "-- ") == 0 && has_text)
      found = i;
    else if (lines[i][strspn (lines[i], " \t")] != '\0')
      has_text = TRUE;
  return n_lines - found <= SIGNATURE_MAX_LINES ? found : n_lines;
}

static guint
measure_width (const char *text, gsize n)
{
  guint width = 0;

  for (const char *p = text; p < text + n; p = g_utf8_next_char (p))
    width += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;
  return width;
}

static guint
find_widest (char **lines)
{
  guint widest = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    widest = MAX (widest, measure_width (lines[i], strlen (lines[i])));
  return widest;
}

/* Was the line broken because the next word did not fit? Lists and indented
 * lines begin anew. */
static gboolean
goes_on (const char *line, const char *next, guint widest)
{
  gsize n_word = strcspn (next, " \t");

  if (*line == '\0' || *next == '\0' || strchr (" \t-*+>|=#", *next) != NULL
      || widest < WRAP_MIN_WIDTH || widest > WRAP_MAX_WIDTH)
    return FALSE;
  return measure_width (line, strlen (line)) + 1 + measure_width (next, n_word) > widest;
}

/* Posts wrap every line at about the same width. */
static char *
unwrap (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint widest = find_widest (lines);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strchomp (lines[i]), *next = lines[i + 1];

      g_string_append (joined, line);
      if (next != NULL && goes_on (line, next, widest))
        g_string_append_c (joined, ' ');
      else
        g_string_append_c (joined, '\n');
    }
  return plx_text_join_paragraphs (joined->str);
}

static void
remove_text (GPtrArray *removed, const char *text)
{
  g_autofree char *joined = unwrap (text);

  if (*joined != '\0')
    g_ptr_array_add (removed, g_steal_pointer (&joined));
}

/* Quoted marks go before each paragraph. */
static void
append_passage (GString *out, const Passage *passage, gboolean is_flowed)
{
  g_autofree char *joined = is_flowed ? plx_text_join_paragraphs (passage->text->str)
                                      : unwrap (passage->text->str);
  g_auto (GStrv) paragraphs = g_strsplit (joined, "\n", -1);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      if (*paragraphs[i] == '\0')
        continue;
      for (guint d = 0; d < MIN (passage->depth, 9); d++)
        g_string_append (out, "> ");
      g_string_append_printf (out, "%s\n", paragraphs[i]);
    }
}

/* Blank passages at the end do not count. */
static guint
find_last (const GArray *passages)
{
  guint n = passages->len;

  while (n > 0)
    {
      const char *text = g_array_index (passages, Passage, n - 1).text->str;

      if (text[strspn (text, " \t\n")] != '\0')
        break;
      n--;
    }
  return n;
}

char *
plx_mail_text_read (const char *text, gboolean is_flowed, gboolean deletes_space, GPtrArray *removed)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_lines = g_strv_length (lines), n_own = find_signature (lines, n_lines);
  g_autoptr (GArray) passages = split (lines, n_own, is_flowed, deletes_space);
  guint n_passages = find_last (passages);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < n_passages; i++)
    {
      const Passage *passage = &g_array_index (passages, Passage, i);

      if (i + 1 == n_passages && passage->depth > 0 && out->len > 0)
        remove_text (removed, passage->text->str);
      else
        append_passage (out, passage, is_flowed);
    }
  if (n_own < n_lines)
    {
      g_autofree char *signature = g_strjoinv ("\n", lines + n_own + 1);

      remove_text (removed, signature);
    }
  if (out->len > 0)
    g_string_truncate (out, out->len - 1);
  return g_string_free (g_steal_pointer (&out), FALSE);
}
