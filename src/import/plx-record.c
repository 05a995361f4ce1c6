/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-record.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

enum {
  BIG_BYTES = 16 << 20,      // files above hand on articles before their end,
  BATCH = 2000,              // so many at a time
  MAX_TOLD = 20,
  FIRST_SERIAL = 20000,      // a day number from 1954
  LAST_SERIAL = 80000,       // to 2119
};

void
plx_record_init (PlxRecord *record)
{
  memset (record, 0, sizeof *record);
  record->authors = g_ptr_array_new_with_free_func (g_free);
}

void
plx_record_clear (PlxRecord *record)
{
  for (guint i = 0; i < PLX_N_COLUMN_ROLES; i++)
    g_clear_pointer (&record->values[i], g_free);
  g_clear_pointer (&record->authors, g_ptr_array_unref);
  g_clear_pointer (&record->where, g_free);
}

static char *
clean (const char *value)
{
  gsize n;
  guint n_control = 0;
  char *text = g_utf8_make_valid (value, -1);

  n = strlen (text);
  return g_strstrip (plx_text_clean (text, &n, &n_control));
}

static void
add_authors (PlxRecord *record, const char *value)
{
  g_auto (GStrv) names = g_strsplit_set (value, ";|\n", -1);

  for (guint i = 0; names[i] != NULL; i++)
    if (*g_strstrip (names[i]) != '\0')
      g_ptr_array_add (record->authors, g_strdup (names[i]));
}

void
plx_record_set (PlxRecord *record, PlxColumnRole role, const char *value)
{
  g_autofree char *text = clean (value);

  if (*text == '\0' || role == PLX_COLUMN_NONE)
    return;
  if (role == PLX_COLUMN_BYLINE)
    add_authors (record, text);
  else if (record->values[role] == NULL)
    record->values[role] = g_steal_pointer (&text);
}

/* -- dates -- */

/* Spreadsheets count days from 1899-12-30. */
static char *
parse_serial (const char *value)
{
  char *end;
  double serial = g_ascii_strtod (value, &end);
  g_autoptr (GDateTime) epoch = NULL, day = NULL;

  if (*end != '\0' || serial < FIRST_SERIAL || serial > LAST_SERIAL)
    return NULL;
  epoch = g_date_time_new_utc (1899, 12, 30, 0, 0, 0);
  day = g_date_time_add_days (epoch, (int) serial);
  return g_date_time_format (day, "%Y-%m-%d");
}

static char *
parse_ordered (const char *value, PlxDateOrder order)
{
  int first, second, year, n = 0;
  char a, b;
  g_autofree char *iso = NULL;

  if (sscanf (value, "%2d%c%2d%c%4d%n", &first, &a, &second, &b, &year, &n) != 5 || a != b
      || strchr ("/-.", a) == NULL)
    return NULL;
  if (a == '.')              // the day comes first wherever dots are written
    order = PLX_DATE_ORDER_DAY;
  if (year < 100)
    year += year < 70 ? 2000 : 1900;
  if (order == PLX_DATE_ORDER_OPEN || (order == PLX_DATE_ORDER_DAY && second > 12) || (order == PLX_DATE_ORDER_MONTH && first > 12))
    return NULL;
  iso = g_strdup_printf ("%04d-%02d-%02d%s", year, order == PLX_DATE_ORDER_DAY ? second : first,
                         order == PLX_DATE_ORDER_DAY ? first : second, value + n);
  return plx_published_parse (iso);
}

/* "2014//", "0000-00-00", "1948/07//" as bibliographies write them. */
static char *
parse_slashed (const char *value)
{
  int year, month = 0, day = 0, n_read = sscanf (value, "%4d/%2d/%2d", &year, &month, &day);

  if (n_read < 1 || strchr (value, '/') == NULL || year < 1600 || year > 2200)
    return NULL;
  if (n_read < 2 || month < 1 || month > 12)
    return g_strdup_printf ("%04d", year);
  if (n_read < 3 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return g_strdup_printf ("%04d-%02d", year, month);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

char *
plx_record_parse_date (const char *value, PlxDateOrder order, gboolean *is_serial)
{
  char *date = parse_ordered (value, order);

  *is_serial = FALSE;
  if (date == NULL)
    date = plx_published_parse (value);
  if (date == NULL)
    date = parse_slashed (value);
  if (date == NULL)
    {
      date = parse_serial (value);
      *is_serial = date != NULL;
    }
  return date;
}

static void
read_date (PlxRecords *records, const PlxRecord *record, PlxImportedArticle *article)
{
  const char *value = record->values[PLX_COLUMN_PUBLISHED];
  gboolean is_serial;

  if (value == NULL)
    return;
  article->published = plx_record_parse_date (value, records->dates, &is_serial);
  records->n_serials += is_serial;
  if (article->published == NULL && value[strspn (value, "0-/. :")] != '\0'
      && records->n_open_dates++ < MAX_TOLD)
    plx_import_result_say (records->result, "warning", g_strdup (record->where),
                           _("the date “%s” is not clear and was left open; "
                             "write it as year-month-day"), value);
}

/* -- articles -- */

static gboolean
is_markup (const char *text)
{
  return strstr (text, "</p>") != NULL || strstr (text, "<br") != NULL
         || strstr (text, "</div>") != NULL || strstr (text, "<p>") != NULL;
}

static char *
to_paragraphs (const char *text)
{
  return is_markup (text) ? plx_html_to_paragraphs (text) : plx_text_join_paragraphs (text);
}

static char *
to_line (const char *text)
{
  return text != NULL ? g_strdelimit (g_strdup (text), "\n\t", ' ') : NULL;
}

/* "en", "pt-BR"; the name of a language is none. */
static gboolean
is_language (const char *value)
{
  gsize n = strcspn (value, "-_");

  return n >= 2 && n <= 3 && strlen (value) <= 8 && g_ascii_isalpha (value[0])
         && g_ascii_isalpha (value[1]);
}

/* Who is known only by names, or a number: that is what the entry says. */
static char *
list_rest (const PlxRecord *record)
{
  static const PlxColumnRole roles[] = { PLX_COLUMN_URL, PLX_COLUMN_SOURCE, PLX_COLUMN_ID };

  if (record->authors->len > 0)
    return to_line (g_ptr_array_index (record->authors, 0));
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (record->values[roles[i]] != NULL)
      return to_line (record->values[roles[i]]);
  return NULL;
}

static char *
read_body (PlxRecords *records, PlxRecord *record, PlxImportedArticle *article)
{
  const char *text = record->values[PLX_COLUMN_TEXT], *lead = record->values[PLX_COLUMN_LEAD];

  if (text != NULL && lead != NULL && strstr (text, lead) == NULL)
    g_ptr_array_add (article->kept, to_paragraphs (lead));
  if (text != NULL || lead != NULL)
    {
      char *body = to_paragraphs (text != NULL ? text : lead);

      if (*body != '\0')
        return body;
      g_free (body);
    }
  if (!records->title_stands)
    return NULL;
  records->n_titles++;
  return record->values[PLX_COLUMN_TITLE] != NULL ? to_line (record->values[PLX_COLUMN_TITLE])
                                                  : list_rest (record);
}

static void
take_authors (const PlxRecord *record, PlxImportedArticle *article)
{
  g_strfreev (article->byline);
  article->byline = g_new0 (char *, record->authors->len + 1);
  for (guint i = 0; i < record->authors->len; i++)
    article->byline[i] = g_strdup (g_ptr_array_index (record->authors, i));
}

gboolean
plx_records_add (PlxRecords *records, PlxRecord *record, GError **error)
{
  g_autoptr (PlxImportedArticle) article = plx_imported_article_new ();
  const char *language = record->values[PLX_COLUMN_LANGUAGE];

  article->text = read_body (records, record, article);
  if (article->text == NULL)
    {
      if (records->n_empty++ < MAX_TOLD)
        plx_import_result_say (records->result, "warning", g_strdup (record->where),
                               _("no text here; left out"));
      return TRUE;
    }
  article->title = to_line (record->values[PLX_COLUMN_TITLE]);
  article->site = to_line (record->values[PLX_COLUMN_SOURCE]);
  article->url = to_line (record->values[PLX_COLUMN_URL]);
  article->wire = to_line (record->values[PLX_COLUMN_WIRE]);
  article->dateline = to_line (record->values[PLX_COLUMN_DATELINE]);
  if (language != NULL && is_language (language))
    article->language = g_strdup (language);
  take_authors (record, article);
  read_date (records, record, article);
  plx_dateline_read (article);
  g_ptr_array_add (records->result->articles, g_steal_pointer (&article));
  records->n_added++;
  if (records->result->articles->len < BATCH
      || plx_import_input_get_size (records->input) < BIG_BYTES)
    return TRUE;
  return plx_import_input_hand_on (records->input, NULL, NULL, records->result, NULL, error);
}

void
plx_records_tell (PlxRecords *records)
{
  if (records->n_titles > 0)
    plx_import_result_say (records->result, "note", NULL,
                           g_dngettext (GETTEXT_PACKAGE,
                                        "%u entry has no text; its title was taken for it",
                                        "%u entries have no text; their titles were taken for it",
                                        records->n_titles), records->n_titles);
  if (records->n_empty > MAX_TOLD)
    plx_import_result_say (records->result, "warning", NULL, _("%u entries in all have no text"),
                           records->n_empty);
  if (records->n_open_dates > MAX_TOLD)
    plx_import_result_say (records->result, "warning", NULL,
                           _("%u dates in all are not clear and were left open"),
                           records->n_open_dates);
  if (records->n_serials > 0)
    plx_import_result_say (records->result, "note", NULL,
                           g_dngettext (GETTEXT_PACKAGE,
                                        "%u date is a day number of a spreadsheet and was read so",
                                        "%u dates are day numbers of a spreadsheet and were read so",
                                        records->n_serials), records->n_serials);
}
