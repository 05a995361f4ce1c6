/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "check-import.h"

static char *
check_line (const char *what, const char *line)
{
  if (line == NULL)
    return NULL;
  if (!g_utf8_validate (line, -1, NULL))
    return g_strdup_printf ("%s is no UTF-8", what);
  if (*line == '\0' || strchr (line, '\n') != NULL)
    return g_strdup_printf ("%s is empty or not one line", what);
  return NULL;
}

static char *
check_text (const char *text)
{
  gsize n = text != NULL ? strlen (text) : 0;

  if (n == 0)
    return g_strdup ("an article without text");
  if (!g_utf8_validate (text, -1, NULL))
    return g_strdup ("text is no UTF-8");
  if (text[0] == '\n' || text[n - 1] == '\n' || strstr (text, "\n\n") != NULL)
    return g_strdup ("text has an empty line");
  return NULL;
}

static char *
check_passages (const char *what, const GPtrArray *passages)
{
  for (guint i = 0; i < passages->len; i++)
    if (!g_utf8_validate (g_ptr_array_index (passages, i), -1, NULL))
      return g_strdup_printf ("a passage of %s is no UTF-8", what);
  return NULL;
}

static gboolean
is_date (const char *published)
{
  return published == NULL || (strlen (published) >= 4 && strspn (published, "0123456789") >= 4);
}

static char *
check_article (const PlxImportedArticle *article)
{
  const char *lines[][2] = {
    { "title", article->title }, { "dateline", article->dateline }, { "site", article->site },
    { "language", article->language }, { "url", article->url }, { "wire", article->wire },
    { "published", article->published },
  };
  char *wrong = check_text (article->text);

  for (guint i = 0; i < G_N_ELEMENTS (lines) && wrong == NULL; i++)
    wrong = check_line (lines[i][0], lines[i][1]);
  for (guint i = 0; article->byline[i] != NULL && wrong == NULL; i++)
    wrong = check_line ("byline", article->byline[i]);
  if (wrong == NULL)
    wrong = check_passages ("kept", article->kept);
  if (wrong == NULL)
    wrong = check_passages ("removed", article->removed);
  if (wrong == NULL && !is_date (article->published))
    wrong = g_strdup_printf ("published is no date: %s", article->published);
  return wrong;
}

char *
plx_check_import (const PlxImportResult *result)
{
  char *wrong = result->articles->len == 0 ? g_strdup ("read, and no article") : NULL;

  for (guint i = 0; i < result->articles->len && wrong == NULL; i++)
    wrong = check_article (g_ptr_array_index (result->articles, i));
  for (guint i = 0; i < result->diagnostics->len && wrong == NULL; i++)
    {
      const PlxImportDiagnostic *said = g_ptr_array_index (result->diagnostics, i);

      if (said->what == NULL || !g_utf8_validate (said->what, -1, NULL))
        wrong = g_strdup ("a message is no UTF-8");
    }
  return wrong;
}
