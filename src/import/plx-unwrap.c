/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-items.h"

#include <string.h>

/* Lines that a machine wrapped at its width are one paragraph: a line is joined
 * to the next where the next word had no room. Short lines, as in lists and
 * verses, stay. */

enum { MIN_WIDTH = 50, MAX_WIDTH = 100, SLACK = 5 };

/* The widest line, in characters. */
static glong
find_width (char **lines)
{
  glong width = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    width = MAX (width, g_utf8_strlen (lines[i], -1));
  return width;
}

static gboolean
is_wrapped (const char *line, const char *next, glong width)
{
  const char *end = next;

  if (width < MIN_WIDTH || width > MAX_WIDTH || *line == '\0' || *next == '\0'
      || g_unichar_isspace (g_utf8_get_char (next)))
    return FALSE;
  while (*end != '\0' && !g_unichar_isspace (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  return g_utf8_strlen (line, -1) + 1 + g_utf8_strlen (next, end - next) >= width - SLACK;
}

/* Blank lines and indents begin paragraphs; @text as it came, blanks and all. */
char *
plx_text_unwrap (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *out = g_string_new (NULL);
  glong width;
  gboolean goes_on = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    g_strchomp (lines[i]);
  width = find_width (lines);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *next = lines[i + 1];
      const char *start = lines[i] + strspn (lines[i], " \t");

      if (*start != '\0')
        {
          if (out->len > 0)
            g_string_append_c (out, goes_on ? ' ' : '\n');
          g_string_append (out, start);
        }
      goes_on = next != NULL && is_wrapped (lines[i], next, width);
    }
  return g_string_free (out, FALSE);
}
