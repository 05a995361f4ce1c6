/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-biblio.h"
#include "import/plx-formats.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* BibTeX and BibLaTeX. Braces nest; an entry whose braces do not close ends
 * where the next one begins. */

enum { MAX_DEPTH = 200 };

typedef struct {
  const char *p;
  guint line;
  GHashTable *macros;      // @string: name → text
  PlxRecords *records;
} Reading;

static void
skip_blank (Reading *reading)
{
  for (; g_ascii_isspace (*reading->p); reading->p++)
    reading->line += *reading->p == '\n';
}

/* "@article{" at the start of a line. */
static gboolean
begins_entry (const char *p)
{
  gsize n = 1;

  if (*p != '@')
    return FALSE;
  while (g_ascii_isalpha (p[n]))
    n++;
  while (p[n] == ' ')
    n++;
  return n > 2 && (p[n] == '{' || p[n] == '(');
}

/* -- values -- */

/* Up to the brace, or quote, that closes; stands behind it afterwards. */
static char *
read_enclosed (Reading *reading, char close)
{
  const char *start = ++reading->p;
  guint depth = 0;

  for (; *reading->p != '\0'; reading->p++)
    {
      char c = *reading->p;

      if (c == '\n')
        {
          reading->line++;
          if (begins_entry (reading->p + 1))
            break;
        }
      else if (c == '\\' && reading->p[1] != '\0' && reading->p[1] != '\n')
        reading->p++;
      else if (c == close && depth == 0)
        return g_strndup (start, (gsize) (reading->p++ - start));
      else if (c == '{' && depth < MAX_DEPTH)
        depth++;
      else if (c == '}' && depth > 0)
        depth--;
    }
  return g_strndup (start, (gsize) (reading->p - start));
}

static char *
read_bare (Reading *reading)
{
  const char *start = reading->p;
  g_autofree char *word = NULL;
  const char *macro;

  while (*reading->p != '\0' && strchr (",#}{\"=() \t\n", *reading->p) == NULL)
    reading->p++;
  word = g_ascii_strdown (start, reading->p - start);
  macro = g_hash_table_lookup (reading->macros, word);
  return macro != NULL ? g_strdup (macro) : g_strndup (start, (gsize) (reading->p - start));
}

/* {…} # "…" # name */
static char *
read_value (Reading *reading)
{
  GString *value = g_string_new (NULL);

  for (;;)
    {
      g_autofree char *piece = NULL;

      skip_blank (reading);
      piece = *reading->p == '{'   ? read_enclosed (reading, '}')
              : *reading->p == '"' ? read_enclosed (reading, '"')
                                   : read_bare (reading);
      g_string_append (value, piece);
      skip_blank (reading);
      if (*reading->p != '#')
        return g_string_free (value, FALSE);
      reading->p++;
    }
}

/* -- entries -- */

/* A name of a field, lower case; NULL: none stands here. */
static char *
read_name (Reading *reading)
{
  const char *start;

  skip_blank (reading);
  start = reading->p;
  while (*reading->p != '\0' && strchr ("=,{}()\"#@ \t\n", *reading->p) == NULL)
    reading->p++;
  return reading->p > start ? g_ascii_strdown (start, reading->p - start) : NULL;
}

static void
add_authors (PlxBiblioEntry *entry, const char *name, const char *text)
{
  g_auto (GStrv) authors = g_strsplit (text, " and ", -1);

  for (guint i = 0; authors[i] != NULL; i++)
    plx_biblio_entry_add (entry, name, authors[i]);
}

static void
add_field (PlxBiblioEntry *entry, const char *name, const char *value)
{
  g_autofree char *text = plx_tex_to_text (value);

  if (strcmp (name, "abstract") != 0)
    g_strdelimit (text, "\n", ' ');
  if (strcmp (name, "author") == 0 || strcmp (name, "editor") == 0)
    add_authors (entry, name, text);
  else
    plx_biblio_entry_add (entry, name, text);
}

/* "year = 2031, month = may" is one date. */
static void
join_date (PlxBiblioEntry *entry, const char *year, const char *month, const char *day)
{
  g_autofree char *date = NULL;

  if (year == NULL || month == NULL)
    return;
  date = g_strdup_printf ("%s %s %s", day != NULL ? day : "1", month, year);
  {
    g_autofree char *parsed = plx_published_parse (date);

    if (parsed != NULL)
      {
        parsed[day != NULL ? 10 : 7] = '\0';
        plx_biblio_entry_add (entry, "date", parsed);
      }
  }
}

/* Up to the next field, or the end; FALSE: the end. */
static gboolean
next_field (Reading *reading)
{
  skip_blank (reading);
  if (*reading->p == ',')
    {
      reading->p++;
      skip_blank (reading);
    }
  return *reading->p != '\0' && *reading->p != '}' && *reading->p != ')'
         && !begins_entry (reading->p);
}

static void
read_fields (Reading *reading, PlxBiblioEntry *entry)
{
  g_autofree char *year = NULL, *month = NULL, *day = NULL;

  while (next_field (reading))
    {
      g_autofree char *name = read_name (reading), *value = NULL;

      skip_blank (reading);
      if (name == NULL || *reading->p != '=')
        {
          if (name == NULL)
            reading->p++;
          continue;
        }
      reading->p++;
      value = read_value (reading);
      add_field (entry, name, value);
      if (strcmp (name, "year") == 0 || strcmp (name, "month") == 0 || strcmp (name, "day") == 0)
        {
          char **part = *name == 'y' ? &year : *name == 'm' ? &month : &day;

          g_free (*part);
          *part = plx_tex_to_text (value);
        }
    }
  join_date (entry, year, month, day);
  if (*reading->p == '}' || *reading->p == ')')
    reading->p++;
}

static void
read_macro (Reading *reading)
{
  g_autofree char *name = read_name (reading);

  skip_blank (reading);
  if (name == NULL || *reading->p != '=')
    return;
  reading->p++;
  g_hash_table_insert (reading->macros, g_steal_pointer (&name), read_value (reading));
}

/* @reading stands at "@article{". */
static gboolean
read_entry (Reading *reading, GError **error)
{
  guint line = reading->line;
  g_autofree char *type = NULL, *key = NULL;
  g_autoptr (PlxBiblioEntry) entry = plx_biblio_entry_new ("bibtex");

  reading->p++;
  type = read_name (reading);
  skip_blank (reading);
  reading->p++;
  if (g_strcmp0 (type, "string") == 0)
    {
      read_macro (reading);
      return TRUE;
    }
  if (g_strcmp0 (type, "comment") == 0 || g_strcmp0 (type, "preamble") == 0)
    return TRUE;
  key = read_name (reading);
  read_fields (reading, entry);
  if (plx_biblio_entry_is_empty (entry))
    return TRUE;
  if (key != NULL)
    plx_biblio_entry_add (entry, "key", key);
  return plx_biblio_entry_take (entry, reading->records, g_strdup_printf (_("line %u"), line), error);
}

static gboolean
read_bibtex (PlxImportInput *input, PlxImportResult *result, GError **error)
{
  g_autoptr (GHashTable) macros = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  PlxRecords records = { .input = input, .result = result, .title_stands = TRUE };
  Reading reading = { plx_import_input_get_text (input, NULL), 1, macros, &records };

  while (*reading.p != '\0')
    {
      if (begins_entry (reading.p))
        {
          if (!read_entry (&reading, error)
              || g_cancellable_set_error_if_cancelled (plx_import_input_get_cancellable (input), error))
            return FALSE;
          continue;
        }
      reading.line += *reading.p == '\n';
      reading.p++;
    }
  return plx_biblio_end (&records, error);
}

/* An entry with a field in it, near the start; or the ending says so. */
static gboolean
is_bibtex (PlxImportInput *input)
{
  const char *text = plx_import_input_get_text (input, NULL);
  g_autofree char *head = g_strndup (text, strnlen (text, 4096));
  const char *at = head;

  if (plx_import_input_has_ending (input, ".bib .bibtex"))
    return strchr (text, '@') != NULL;
  while ((at = strchr (at, '@')) != NULL)
    {
      if ((at == head || at[-1] == '\n') && begins_entry (at) && strchr (at, '=') != NULL
          && strchr (at, ',') != NULL)
        return TRUE;
      at++;
    }
  return FALSE;
}

const PlxImportFormat plx_format_bibtex = {
  .media_type = "application/x-bibtex",
  .label = N_("a bibliography"),
  .limit = PLX_IMPORT_MAX_TEXT_BYTES,
  .is_one = is_bibtex,
  .read = read_bibtex,
};
