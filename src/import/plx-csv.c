/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-csv.h"

#include <string.h>

/* A field in quotes may hold separators, line ends and doubled quotes. A quote
 * that closes nowhere near would swallow the rest of the file: then it is no
 * quote but a sign like others. */

enum { MAX_FIELD_BYTES = 4 << 20, N_LOOKED = 20 };

static gboolean
ends_field (char c, char separator)
{
  return c == separator || c == '\n' || c == '\0';
}

/* Past the closing quote; NULL: there is none. "He said "no" twice" closes at
 * the last quote, before a separator. */
static const char *
find_closing_quote (const char *p, char separator)
{
  const char *start = p;

  for (; *p != '\0' && p - start < MAX_FIELD_BYTES; p++)
    if (*p == '"')
      {
        const char *next = p + 1;

        if (*next == '"')
          {
            p++;
            continue;
          }
        while (*next == ' ' && separator != ' ')
          next++;
        if (ends_field (*next, separator))
          return p;
      }
  return NULL;
}

static char *
unquote (const char *p, const char *end)
{
  GString *field = g_string_sized_new ((gsize) (end - p));

  for (; p < end; p++)
    {
      g_string_append_c (field, *p);
      if (*p == '"' && p + 1 < end && p[1] == '"')
        p++;
    }
  return g_string_free (field, FALSE);
}

static guint
count_lines (const char *from, const char *to)
{
  guint n = 0;

  for (const char *p = from; (p = memchr (p, '\n', (gsize) (to - p))) != NULL; p++)
    n++;
  return n;
}

/* Reads a field and stands at what ends it. */
static char *
read_field (PlxCsvReader *reader)
{
  const char *p = reader->at, *quoted = p + strspn (p, " "), *end;

  if (*quoted == '"')
    {
      end = find_closing_quote (quoted + 1, reader->separator);
      if (end != NULL)
        {
          reader->line += count_lines (quoted, end);
          reader->at = end + 1 + strspn (end + 1, " ");
          return unquote (quoted + 1, end);
        }
      if (reader->n_open++ == 0)
        reader->open_line = reader->line;
    }
  for (end = p; !ends_field (*end, reader->separator); end++)
    ;
  reader->at = end;
  return g_strndup (p, (gsize) (end - p));
}

gboolean
plx_csv_reader_next (PlxCsvReader *reader, GPtrArray *cells)
{
  g_ptr_array_set_size (cells, 0);
  while (*reader->at == '\n')
    {
      reader->at++;
      reader->line++;
    }
  if (*reader->at == '\0')
    return FALSE;
  reader->row_line = reader->line;
  for (;;)
    {
      g_ptr_array_add (cells, read_field (reader));
      if (*reader->at != reader->separator)
        break;
      reader->at++;
    }
  if (*reader->at == '\n')
    {
      reader->at++;
      reader->line++;
    }
  return TRUE;
}

/* How many of the first rows have as many cells as most, and how many cells. */
static guint
value_separator (const char *text, char separator)
{
  PlxCsvReader reader = { text, separator, 1, 1, 0, 0 };
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  guint counts[N_LOOKED], n = 0, best = 0;

  while (n < N_LOOKED && plx_csv_reader_next (&reader, cells))
    counts[n++] = cells->len;
  for (guint i = 0; i < n; i++)
    {
      guint n_same = 0;

      for (guint j = 0; j < n; j++)
        n_same += counts[j] == counts[i];
      if (counts[i] > 1)
        best = MAX (best, n_same * 100 / n * 10 + MIN (counts[i], 9));
    }
  return best;
}

void
plx_csv_reader_init (PlxCsvReader *reader, const char *text)
{
  static const char separators[] = ",;\t|";
  guint best = 0;

  *reader = (PlxCsvReader) { text, ',', 1, 1, 0, 0 };
  if (g_ascii_strncasecmp (text, "sep=", 4) == 0 && text[4] != '\0' && text[5] == '\n')
    {
      *reader = (PlxCsvReader) { text + 6, text[4], 2, 2, 0, 0 };
      return;
    }
  for (const char *s = separators; *s != '\0'; s++)
    {
      guint value = value_separator (text, *s);

      if (value > best)
        {
          best = value;
          reader->separator = *s;
        }
    }
}
