/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/plx-data.h"
#include "import/plx-document-fields.h"
#include "import/plx-html-metadata.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Properties of files are mostly what a program put in by itself: its name, the
 * file's name, the account's name. data/import/document-fields.tsv lists those. */

enum { MAX_DATE_BYTES = 60, MAX_BYLINE_BYTES = 200 };

typedef struct {
  GPtrArray *title_regexes;    // of titles that are none
  GPtrArray *author_regexes;   // of authors that are none
} Fields;

static gboolean
add_field (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  Fields *all = user_data;
  GRegex *regex;

  if (n_fields < 2)
    return TRUE;
  regex = g_regex_new (fields[1], G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, error);
  if (regex == NULL)
    return FALSE;
  g_ptr_array_add (strcmp (fields[0], "no-title") == 0 ? all->title_regexes : all->author_regexes,
                   regex);
  return TRUE;
}

static const Fields *
get_fields (void)
{
  static Fields fields;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      fields.title_regexes = g_ptr_array_new ();
      fields.author_regexes = g_ptr_array_new ();
      plx_data_read_table ("import/document-fields.tsv", add_field, &fields, NULL);
      g_once_init_leave (&once, 1);
    }
  return &fields;
}

static gboolean
is_any (const GPtrArray *regexes, const char *text)
{
  for (guint i = 0; i < regexes->len; i++)
    if (g_regex_match (g_ptr_array_index (regexes, i), text, 0, NULL))
      return TRUE;
  return FALSE;
}

static guint
count_letters (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n += g_unichar_isalpha (g_utf8_get_char (p));
  return n;
}

gboolean
plx_fields_is_title (const char *title)
{
  return title != NULL && strlen (title) < 600 && count_letters (title) >= 4
         && !is_any (get_fields ()->title_regexes, title);
}

/* -- the first lines -- */

static gboolean
has_year (const char *line)
{
  for (const char *p = line; *p != '\0';)
    {
      gsize n = strspn (p, "0123456789");

      if (n == 4 && (g_str_has_prefix (p, "19") || g_str_has_prefix (p, "20")))
        return TRUE;
      p += n > 0 ? n : 1;
    }
  return FALSE;
}

/* A line that is a date and nothing but: a sentence with one tells of another day. */
static char *
read_date (const char *line)
{
  gsize n = strlen (line);

  if (n == 0 || n > MAX_DATE_BYTES || line[n - 1] == '.' || !has_year (line))
    return NULL;
  return plx_published_parse (line);
}

void
plx_fields_read_head (PlxImportedArticle *article, const GPtrArray *head)
{
  for (guint i = 0; i < MIN (head->len, PLX_FIELDS_N_HEAD); i++)
    {
      const char *line = g_ptr_array_index (head, i);

      if (article->published == NULL)
        article->published = read_date (line);
      if (article->byline[0] == NULL && strlen (line) <= MAX_BYLINE_BYTES
          && plx_byline_has_prefix (line) && !g_str_has_suffix (line, "."))
        {
          g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

          plx_byline_add (names, line);
          if (names->len == 0)
            continue;
          g_ptr_array_add (names, NULL);
          g_strfreev (article->byline);
          article->byline = g_strdupv ((char **) names->pdata);
        }
    }
}

/* -- properties -- */

static void
use_author (PlxImportedArticle *article, const char *author, PlxImportResult *result)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = g_strsplit (author, ";", 16);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0' && strchr (parts[i], ' ') != NULL
        && !is_any (get_fields ()->author_regexes, parts[i]))
      plx_byline_add (names, parts[i]);
  if (names->len == 0)
    return;
  g_ptr_array_add (names, NULL);
  g_strfreev (article->byline);
  article->byline = g_strdupv ((char **) names->pdata);
  plx_import_result_say (result, "note", NULL,
                         _("the author is that of the file's properties; the text names none"));
}

void
plx_fields_use_properties (PlxImportedArticle *article, const char *author, const char *created,
                           PlxImportResult *result)
{
  if (article->byline[0] == NULL && author != NULL)
    use_author (article, author, result);
  if (article->published != NULL || created == NULL || strlen (created) < 10
      || g_ascii_strtoll (created, NULL, 10) < 1990)
    return;
  article->published = g_strndup (created, 10);
  plx_import_result_say (result, "warning", NULL,
                         _("the text has no date; %s is the day on which the file was made, "
                           "which may be later than its publication: check it"),
                         article->published);
}
