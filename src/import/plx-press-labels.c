/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/plx-data.h"
#include "import/plx-html-metadata.h"
#include "import/plx-press.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum {
  MAX_LABEL_BYTES = 40,
  MAX_DATE_WORDS = 12,      // of a line that is looked at for a date
};

/* -- labels -- */

static const struct {
  const char *name;
  PlxPressRole role;
} roles[] = {
  { "title", PLX_PRESS_TITLE },       { "source", PLX_PRESS_SOURCE },
  { "date", PLX_PRESS_DATE },         { "byline", PLX_PRESS_BYLINE },
  { "dateline", PLX_PRESS_DATELINE }, { "language", PLX_PRESS_LANGUAGE },
  { "body", PLX_PRESS_BODY },         { "kept", PLX_PRESS_KEPT },
  { "head", PLX_PRESS_HEAD },         { "tail", PLX_PRESS_TAIL },
  { "end", PLX_PRESS_END },           { "cover", PLX_PRESS_COVER },
};

/* A label that may stand alone has its role negated. */
static gboolean
add_labels (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    for (guint k = 1; k < n_fields && g_str_equal (fields[0], roles[i].name); k++)
      {
        gboolean may_stand_alone = fields[k][0] == '=';
        int role = (int) roles[i].role;

        g_hash_table_insert (user_data, g_utf8_casefold (fields[k] + may_stand_alone, -1),
                             GINT_TO_POINTER (may_stand_alone ? -role : role));
      }
  return TRUE;
}

static GHashTable *
get_labels (void)
{
  static GHashTable *labels;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      plx_data_read_table ("import/press-labels.tsv", add_labels, labels, NULL);
      g_once_init_leave (&once, 1);
    }
  return labels;
}

PlxPressRole
plx_press_get_role (const char *line, const char **value)
{
  gsize n = strcspn (line, ":");
  g_autofree char *label = NULL, *folded = NULL;
  int role;

  if (n > MAX_LABEL_BYTES)
    return PLX_PRESS_NONE;
  label = g_strstrip (g_strndup (line, n));
  folded = g_utf8_casefold (label, -1);
  role = GPOINTER_TO_INT (g_hash_table_lookup (get_labels (), folded));
  if (value != NULL)
    {
      *value = line[n] == ':' ? line + n + 1 : line + n;
      *value += strspn (*value, " ");
    }
  if (line[n] != ':' && role > 0)
    return PLX_PRESS_NONE;
  return (PlxPressRole) ABS (role);
}

/* -- dates -- */

/* One to four words that are a date, whatever stands around them. */
static char *
parse_words (char **words, guint n)
{
  for (guint take = MIN (n, 4); take > 0; take--)
    {
      g_autofree char *last = words[take] != NULL ? g_steal_pointer (&words[take]) : NULL;
      g_autofree char *joined = g_strjoinv (" ", words);
      g_autofree char *date = NULL;
      gsize length = strlen (joined);

      words[take] = g_steal_pointer (&last);
      if (length > 0 && strchr (",;", joined[length - 1]) != NULL)
        joined[length - 1] = '\0';
      date = plx_published_parse (joined);
      if (date != NULL && strlen (date) >= 10)
        return g_strndup (date, 10);
    }
  return NULL;
}

/* "2018.01.07", as databases of East Asia write it: "2018-01-07". */
static char *
dup_with_dashes (const char *line)
{
  char *copy = g_strdup (line);

  if (strspn (copy, "0123456789") == 4 && copy[4] == '.' && strspn (copy + 5, "0123456789") == 2
      && copy[7] == '.')
    copy[4] = copy[7] = '-';
  return copy;
}

char *
plx_press_find_date (const char *given)
{
  g_autofree char *line = dup_with_dashes (given);
  g_auto (GStrv) words = g_strsplit_set (line, " ", MAX_DATE_WORDS);
  guint n = g_strv_length (words);
  g_autofree char *whole = plx_published_parse (line);

  if (whole != NULL && strlen (whole) >= 10)
    return g_steal_pointer (&whole);
  for (guint i = 0; i < MIN (n, 4); i++)
    {
      char *date = parse_words (words + i, n - i);

      if (date != NULL)
        return date;
    }
  return NULL;
}

gboolean
plx_press_is_length (const char *line)
{
  gsize n_digits = strspn (line, "0123456789.,");
  const char *rest = line + n_digits;

  return n_digits > 0 && n_digits < 8 && *rest == ' ' && strchr (rest + 1, ' ') == NULL
         && strlen (rest) < 20 && !g_ascii_isdigit (rest[1]);
}

/* -- into an article -- */

static void
set (char **field, const char *value)
{
  if (*field == NULL && *value != '\0')
    *field = g_strdup (value);
}

/* "Jonathan Glennie, theguardian.com": the second is where, not who. */
static gboolean
is_site (const char *name)
{
  return strchr (name, ' ') == NULL && strchr (name, '.') != NULL && !g_str_has_suffix (name, ".");
}

static void
set_byline (PlxImportedArticle *article, const char *value)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (article->byline[0] != NULL)
    return;
  plx_byline_add (names, value);
  for (guint i = names->len; i > 0; i--)
    if (is_site (g_ptr_array_index (names, i - 1)))
      g_ptr_array_remove_index (names, i - 1);
  if (names->len == 0)
    return;
  g_strfreev (article->byline);
  g_ptr_array_add (names, NULL);
  article->byline = (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

/* "ENGLISH", "German" and "GERMAN; DEUTSCH" are not codes; the text tells better. */
static void
set_language (PlxImportedArticle *article, const char *value)
{
  gsize n = strlen (value);
  g_autofree char *code = g_ascii_strdown (value, -1);

  if ((n == 2 || n == 3) && strspn (code, "abcdefghijklmnopqrstuvwxyz") == n)
    set (&article->language, code);
}

void
plx_press_set (PlxImportedArticle *article, PlxPressRole role, const char *value)
{
  g_autofree char *text = g_strstrip (g_strdup (value));
  g_autofree char *date = role == PLX_PRESS_DATE ? plx_press_find_date (text) : NULL;

  switch (role)
    {
    case PLX_PRESS_TITLE: set (&article->title, text); break;
    case PLX_PRESS_SOURCE: set (&article->site, text); break;
    case PLX_PRESS_DATE: set (&article->published, date != NULL ? date : ""); break;
    case PLX_PRESS_BYLINE: set_byline (article, text); break;
    case PLX_PRESS_DATELINE: set (&article->dateline, text); break;
    case PLX_PRESS_LANGUAGE: set_language (article, text); break;
    case PLX_PRESS_KEPT:
      if (*text != '\0')
        g_ptr_array_add (article->kept, g_steal_pointer (&text));
      break;
    case PLX_PRESS_HEAD:
    case PLX_PRESS_TAIL:
    case PLX_PRESS_COVER:
      if (*text != '\0')
        g_ptr_array_add (article->removed, g_steal_pointer (&text));
      break;
    case PLX_PRESS_NONE:
    case PLX_PRESS_BODY:
    case PLX_PRESS_END:
    default: break;
    }
}

/* An article of which the database has the headline only is one all the same. */
void
plx_press_add (PlxImportResult *result, PlxImportedArticle *article)
{
  if ((article->text == NULL || *article->text == '\0') && article->title != NULL)
    {
      g_free (article->text);
      article->text = g_strdup (article->title);
      plx_import_result_say (result, "note", g_strdup (article->title),
                             _("the export holds the headline of this article, not its text"));
    }
  if (article->text != NULL && *article->text != '\0')
    {
      plx_dateline_read (article);
      g_ptr_array_add (result->articles, article);
    }
  else
    plx_imported_article_free (article);
}

void
plx_press_say (PlxImportResult *result, const char *database)
{
  result->needs_review = TRUE;
  plx_import_result_say (
    result, "note", NULL,
    ngettext ("this is an export of a press database (%s); %u article was found in it: look at "
              "its title, source and date",
              "this is an export of a press database (%s); it was split into %u articles: look at "
              "their titles, sources and dates",
              result->articles->len),
    database, result->articles->len);
}
