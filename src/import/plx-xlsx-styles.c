/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-xlsx-styles.h"

#include <math.h>
#include <string.h>

/* Dates are days since 1900 (or 1904), counted with a 29 February 1900 that never
 * was; a cell is one when its format has day, month or year in it. */

enum { MAX_STYLES = 70000, DAY_SECONDS = 86400, MAX_DAYS = 2958466 };

struct _PlxXlsxStyles {
  GHashTable *date_formats;    // set of the numbers of own formats that are dates
  GByteArray *is_date;         // per style
};

/* "[$-409]d\-mmm yyyy;@" is, "0.00 \"days\"" and "[h]:mm" are not: text in quotes, in
 * brackets and after a backslash is shown as it stands. */
static gboolean
is_date_code (const char *code)
{
  for (const char *p = code; *p != '\0' && *p != ';'; p++)
    {
      const char *end = NULL;

      if (*p == '"')
        end = strchr (p + 1, '"');
      else if (*p == '[')
        end = strchr (p, ']');
      else if (*p == '\\' && p[1] != '\0')
        end = p + 1;
      else if (strchr ("dDyYeE", *p) != NULL && p[1] != '+' && p[1] != '-')
        return g_ascii_strcasecmp (code, "General") != 0;
      if (end != NULL)
        p = end;
    }
  return FALSE;
}

/* Built-in formats: 14 to 17 and 22 are dates, so are those of East Asia. */
static gboolean
is_date_number (const PlxXlsxStyles *styles, guint number)
{
  return (number >= 14 && number <= 17) || number == 22 || (number >= 27 && number <= 31)
         || number == 36 || (number >= 50 && number <= 54) || number == 57 || number == 58
         || g_hash_table_contains (styles->date_formats, GUINT_TO_POINTER (number));
}

static guint
read_number (xmlTextReader *reader, const char *attribute)
{
  g_autofree char *value = plx_part_attribute (reader, attribute);

  return value != NULL ? (guint) MIN (g_ascii_strtoull (value, NULL, 10), G_MAXUINT) : 0;
}

static void
read_format (PlxXlsxStyles *styles, xmlTextReader *reader)
{
  g_autofree char *code = plx_part_attribute (reader, "formatCode");

  if (code != NULL && is_date_code (code))
    g_hash_table_add (styles->date_formats, GUINT_TO_POINTER (read_number (reader, "numFmtId")));
}

PlxXlsxStyles *
plx_xlsx_styles_new (GBytes *part)
{
  PlxXlsxStyles *styles = g_new0 (PlxXlsxStyles, 1);
  g_autoptr (xmlTextReader) reader = plx_part_reader_new (part);
  gboolean in_cells = FALSE;

  styles->date_formats = g_hash_table_new (NULL, NULL);
  styles->is_date = g_byte_array_new ();
  while (reader != NULL && xmlTextReaderRead (reader) == 1)
    if (plx_part_is (reader, "numFmt"))
      read_format (styles, reader);
    else if (plx_part_is (reader, "cellXfs"))
      in_cells = TRUE;
    else if (plx_part_is (reader, "cellStyles") || plx_part_is (reader, "dxfs"))
      in_cells = FALSE;
    else if (in_cells && plx_part_is (reader, "xf") && styles->is_date->len < MAX_STYLES)
      {
        guint8 is_date = is_date_number (styles, read_number (reader, "numFmtId"));

        g_byte_array_append (styles->is_date, &is_date, 1);
      }
  return styles;
}

void
plx_xlsx_styles_free (PlxXlsxStyles *styles)
{
  g_hash_table_unref (styles->date_formats);
  g_byte_array_unref (styles->is_date);
  g_free (styles);
}

char *
plx_xlsx_styles_format_date (PlxXlsxStyles *styles, guint style, const char *number,
                             gboolean from_1904)
{
  char *end;
  double days = g_ascii_strtod (number, &end);
  g_autoptr (GDateTime) base = NULL;
  g_autoptr (GDateTime) day = NULL;
  g_autoptr (GDateTime) when = NULL;
  int seconds;

  if (style >= styles->is_date->len || !styles->is_date->data[style] || end == number
      || *end != '\0' || !(days >= 1 && days < MAX_DAYS))
    return NULL;
  seconds = (int) lround ((days - floor (days)) * DAY_SECONDS);
  base = from_1904 ? g_date_time_new_utc (1904, 1, 1, 0, 0, 0)
                   : g_date_time_new_utc (1899, 12, days < 60 ? 31 : 30, 0, 0, 0);
  day = g_date_time_add_days (base, (int) floor (days));
  when = day != NULL ? g_date_time_add_seconds (day, seconds) : NULL;
  if (when == NULL)
    return NULL;
  return g_date_time_format (when, seconds == 0 ? "%Y-%m-%d" : "%Y-%m-%dT%H:%M:%S");
}
