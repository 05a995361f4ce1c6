/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-biblio.h"
#include "import/plx-formats.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Bibliographies with a tag at the start of each line: RIS, MEDLINE and Ovid,
 * Web of Science, RefWorks, EndNote's and refer's "%". What stands between the
 * end of an entry and the start of the next belongs to none. */

enum { N_LOOKED = 60 };

typedef struct {
  const char *dialect;
  PlxRecords *records;
  PlxBiblioEntry *entry;
  char tag[6];              // of the field that is being read
  GString *value;
  gboolean is_outside;      // behind an end
  gboolean after_blank;
  guint first_line;
} Reading;

/* -- lines -- */

static gboolean
is_tag_char (char c)
{
  return g_ascii_isupper (c) || g_ascii_isdigit (c);
}

/* "AU  - Marx, Karl", "PMID- 123": @line is behind the tag afterwards. */
static gboolean
read_dashed (const char **line, char tag[6])
{
  gsize n = 0, i;

  while (n < 4 && is_tag_char ((*line)[n]))
    n++;
  for (i = n; i < 5 && (*line)[i] == ' '; i++)
    ;
  if (n < 2 || (*line)[i] != '-' || i > 5 || ((*line)[i + 1] != ' ' && (*line)[i + 1] != '\0')
      || !g_ascii_isupper ((*line)[0]))
    return FALSE;
  g_strlcpy (tag, *line, n + 1);
  *line += i + 1;
  return TRUE;
}

/* "AU Marx, K." */
static gboolean
read_spaced (const char **line, char tag[6])
{
  if (!g_ascii_isupper ((*line)[0]) || !is_tag_char ((*line)[1])
      || ((*line)[2] != ' ' && (*line)[2] != '\0'))
    return FALSE;
  g_strlcpy (tag, *line, 3);
  *line += 2;
  return TRUE;
}

static gboolean
read_percent (const char **line, char tag[6])
{
  if ((*line)[0] != '%' || (*line)[1] <= ' ' || ((*line)[2] != ' ' && (*line)[2] != '\0'))
    return FALSE;
  g_strlcpy (tag, *line, 3);
  *line += 2;
  return TRUE;
}

static gboolean
read_tag (const char *dialect, const char **line, char tag[6])
{
  if (strcmp (dialect, "refer") == 0)
    return read_percent (line, tag);
  if (strcmp (dialect, "wos") == 0 || strcmp (dialect, "refworks") == 0)
    return read_spaced (line, tag);
  return read_dashed (line, tag);
}

/* -- entries -- */

static void
end_field (Reading *reading)
{
  if (reading->tag[0] != '\0')
    plx_biblio_entry_add (reading->entry, reading->tag, reading->value->str);
  reading->tag[0] = '\0';
  g_string_truncate (reading->value, 0);
}

static gboolean
end_entry (Reading *reading, GError **error)
{
  end_field (reading);
  if (plx_biblio_entry_is_empty (reading->entry))
    return TRUE;
  return plx_biblio_entry_take (reading->entry, reading->records,
                                g_strdup_printf (_("line %u"), reading->first_line), error);
}

/* A start, or, where the dialect has no end, a tag behind an empty line. */
static gboolean
begins_entry (const Reading *reading, const char *tag)
{
  if (plx_biblio_is_start (reading->dialect, tag))
    return TRUE;
  return reading->after_blank && strcmp (reading->dialect, "ris") != 0
         && strcmp (reading->dialect, "wos") != 0 && strcmp (reading->dialect, "refworks") != 0;
}

static gboolean
read_line (Reading *reading, const char *line, guint number, GError **error)
{
  char tag[6];
  const char *value = line;

  if (*line == '\0' || (*line == '<' && g_ascii_isdigit (line[1])))   // "<1. >" of Ovid
    {
      reading->after_blank = TRUE;
      return TRUE;
    }
  if (read_tag (reading->dialect, &value, tag))
    {
      gboolean begins = begins_entry (reading, tag);

      if (begins && !end_entry (reading, error))
        return FALSE;
      if (begins || (plx_biblio_entry_is_empty (reading->entry) && reading->tag[0] == '\0'))
        reading->first_line = number;
      reading->is_outside &= !begins;
      end_field (reading);
      if (plx_biblio_is_end (reading->dialect, tag))
        {
          reading->is_outside = TRUE;
          return end_entry (reading, error);
        }
      if (!reading->is_outside)
        {
          g_strlcpy (reading->tag, tag, sizeof reading->tag);
          g_string_assign (reading->value, value);
        }
    }
  else if (reading->tag[0] != '\0' && !reading->is_outside)
    /* Of Web of Science, each line of a list is a value; elsewhere text goes on. */
    {
      if (*line == ' ' && strcmp (reading->dialect, "wos") == 0
          && (strcmp (reading->tag, "AU") == 0 || strcmp (reading->tag, "AF") == 0))
        {
          plx_biblio_entry_add (reading->entry, reading->tag, reading->value->str);
          g_string_assign (reading->value, line);
        }
      else
        {
          g_string_append_c (reading->value, *line == ' ' ? ' ' : '\n');
          g_string_append (reading->value, line + strspn (line, " \t"));
        }
    }
  reading->after_blank = FALSE;
  return TRUE;
}

/* -- which dialect -- */

/* By the first line that has a tag of a start, or by many known tags. */
static const char *
find_dialect (const char *text)
{
  static const char * const dialects[] = { "ris", "medline", "wos", "refworks", "refer" };
  guint n_known[G_N_ELEMENTS (dialects)] = { 0 }, n_lines = 0, n_other = 0;
  const char *line = text;

  if (g_ascii_strncasecmp (text, "RefWorks Export", 15) == 0)
    return "refworks";
  for (; *line != '\0' && n_lines < N_LOOKED; n_lines++)
    {
      const char *end = strchrnul (line, '\n');
      g_autofree char *copy = g_strndup (line, MIN ((gsize) (end - line), 20));
      gboolean is_tagged = FALSE;

      for (guint d = 0; d < G_N_ELEMENTS (dialects); d++)
        {
          const char *value = copy;
          char tag[6];

          if (!read_tag (dialects[d], &value, tag))
            continue;
          is_tagged = TRUE;
          if (plx_biblio_is_start (dialects[d], tag) && n_known[d] == 0 && n_other < 4
              && (d != 2 || strlen (copy) < 12))
            return dialects[d];
          n_known[d] += plx_biblio_is_known (dialects[d], tag);
        }
      n_other += !is_tagged && *copy != '\0' && *copy != ' ';
      line = *end != '\0' ? end + 1 : end;
    }
  if (n_known[1] >= 4 && n_known[1] > n_other)
    return "medline";
  return n_known[4] >= 3 && n_known[4] > n_other ? "refer" : NULL;
}

static gboolean
is_tagged (PlxImportInput *input)
{
  const char *text = plx_import_input_get_text (input, NULL);

  return (*text != '<' || g_ascii_isdigit (text[1])) && *text != '{' && find_dialect (text) != NULL;
}

static gboolean
read_tagged (PlxImportInput *input, PlxImportResult *result, GError **error)
{
  const char *line = plx_import_input_get_text (input, NULL);
  PlxRecords records = { .input = input, .result = result, .title_stands = TRUE };
  Reading reading = { .dialect = find_dialect (line), .records = &records, .first_line = 1 };
  gboolean ok = TRUE;

  reading.entry = plx_biblio_entry_new (reading.dialect);
  reading.value = g_string_new (NULL);
  reading.is_outside = strcmp (reading.dialect, "medline") != 0
                       && strcmp (reading.dialect, "refer") != 0;
  for (guint number = 1; *line != '\0' && ok; number++)
    {
      const char *end = strchrnul (line, '\n');
      g_autofree char *copy = g_strchomp (g_strndup (line, (gsize) (end - line)));

      ok = read_line (&reading, copy, number, error)
           && !g_cancellable_set_error_if_cancelled (plx_import_input_get_cancellable (input), error);
      line = *end != '\0' ? end + 1 : end;
    }
  ok = ok && end_entry (&reading, error);
  plx_biblio_entry_free (reading.entry);
  g_string_free (reading.value, TRUE);
  return ok && plx_biblio_end (&records, error);
}

const PlxImportFormat plx_format_tagged = {
  .media_type = "application/x-research-info-systems",
  .label = N_("a bibliography"),
  .limit = PLX_IMPORT_MAX_TEXT_BYTES,
  .is_one = is_tagged,
  .read = read_tagged,
};
