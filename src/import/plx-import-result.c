/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-import-private.h"

/* What a file gave: its articles, and what must be said of them. */

static void
diagnostic_free (gpointer data)
{
  PlxImportDiagnostic *diagnostic = data;

  if (diagnostic == NULL)
    return;
  g_free (diagnostic->what);
  g_free (diagnostic->where);
  g_free (diagnostic);
}

PlxImportedArticle *
plx_imported_article_new (void)
{
  PlxImportedArticle *article = g_new0 (PlxImportedArticle, 1);

  article->byline = g_new0 (char *, 1);
  article->kept = g_ptr_array_new_with_free_func (g_free);
  article->removed = g_ptr_array_new_with_free_func (g_free);
  article->removed_at = g_array_new (FALSE, FALSE, sizeof (guint));
  return article;
}

void
plx_imported_article_free (PlxImportedArticle *article)
{
  if (article == NULL)
    return;
  g_free (article->title);
  g_strfreev (article->byline);
  g_free (article->dateline);
  g_free (article->published);
  g_free (article->site);
  g_free (article->language);
  g_free (article->url);
  g_free (article->wire);
  g_free (article->text);
  g_free (article->outlet);
  g_free (article->outlet_kind);
  g_free (article->outlet_country);
  g_ptr_array_unref (article->kept);
  g_ptr_array_unref (article->removed);
  g_clear_pointer (&article->pages, g_array_unref);
  g_array_unref (article->removed_at);
  g_free (article);
}

PlxImportResult *
plx_import_result_new (const char *media_type)
{
  PlxImportResult *result = g_new0 (PlxImportResult, 1);

  result->articles =
    g_ptr_array_new_with_free_func ((GDestroyNotify) plx_imported_article_free);
  result->diagnostics = g_ptr_array_new_with_free_func (diagnostic_free);
  result->media_type = g_strdup (media_type);
  return result;
}

void
plx_import_result_free (PlxImportResult *result)
{
  if (result == NULL)
    return;
  g_ptr_array_unref (result->articles);
  g_ptr_array_unref (result->diagnostics);
  g_free (result->media_type);
  g_free (result);
}

/* @level is a static string: "note", "warning", "error". */
void
plx_import_result_say (PlxImportResult *result, const char *level, char *where,
                       const char *format, ...)
{
  PlxImportDiagnostic *diagnostic = g_new0 (PlxImportDiagnostic, 1);
  va_list arguments;

  va_start (arguments, format);
  diagnostic->level = level;
  diagnostic->what = g_strdup_vprintf (format, arguments);
  diagnostic->where = where;
  va_end (arguments);
  g_ptr_array_add (result->diagnostics, diagnostic);
}

/* @from is left without them; it still must be freed. */
static void
move_all (GPtrArray *from, GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, g_steal_pointer (&g_ptr_array_index (from, i)));
  g_ptr_array_set_size (from, 0);
}

void
plx_import_result_take_articles (PlxImportResult *result, PlxImportResult *from)
{
  move_all (from->articles, result->articles);
}

void
plx_import_result_take_diagnostics (PlxImportResult *result, PlxImportResult *from)
{
  move_all (from->diagnostics, result->diagnostics);
}
