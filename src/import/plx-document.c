/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-document.h"
#include "import/plx-document-fields.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* From a document's paragraphs to one article. */

enum {
  MAX_TITLE_CHARS = 250,
  MAX_BOLD_TITLE_CHARS = 160,
  N_HEAD = 3,              // a title stands among the first paragraphs or nowhere
};

PlxDocument *
plx_document_new (void)
{
  PlxDocument *document = g_new0 (PlxDocument, 1);

  document->paragraphs = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_paragraph_free);
  document->removed = g_ptr_array_new_with_free_func (g_free);
  return document;
}

void
plx_document_free (PlxDocument *document)
{
  if (document == NULL)
    return;
  g_ptr_array_unref (document->paragraphs);
  g_ptr_array_unref (document->removed);
  g_free (document->title);
  g_free (document->author);
  g_free (document->language);
  g_free (document->created);
  g_free (document);
}

/* -- the title -- */

static const PlxParagraph *
get_paragraph (const PlxDocument *document, guint i)
{
  return g_ptr_array_index (document->paragraphs, i);
}

static gboolean
is_short (const PlxParagraph *paragraph, glong limit)
{
  return !paragraph->is_row && !paragraph->is_note && g_utf8_strlen (paragraph->text, -1) <= limit;
}

static gboolean
is_same_text (const char *a, const char *b)
{
  g_autofree char *fold_a = g_utf8_casefold (a, -1), *fold_b = g_utf8_casefold (b, -1);

  return strcmp (fold_a, fold_b) == 0;
}

/* The paragraph that is the title, or G_MAXUINT: one whose style says so, the
 * first heading, one that the properties repeat, a first short line in bold. */
static guint
find_title (const PlxDocument *document)
{
  guint n = MIN (document->paragraphs->len, N_HEAD);

  for (guint i = 0; i < MIN (document->paragraphs->len, 2 * N_HEAD); i++)
    if (get_paragraph (document, i)->is_title
        && is_short (get_paragraph (document, i), MAX_TITLE_CHARS))
      return i;
  for (guint i = 0; i < n; i++)
    if (document->title != NULL
        && is_same_text (document->title, get_paragraph (document, i)->text))
      return i;
  for (guint i = 0; i < n; i++)
    if (get_paragraph (document, i)->is_heading
        && is_short (get_paragraph (document, i), MAX_TITLE_CHARS))
      return i;
  if (document->paragraphs->len > 1 && get_paragraph (document, 0)->is_bold
      && !get_paragraph (document, 1)->is_bold
      && is_short (get_paragraph (document, 0), MAX_BOLD_TITLE_CHARS))
    return 0;
  return G_MAXUINT;
}

static guint
take_title (PlxDocument *document, PlxImportedArticle *article, PlxImportResult *result)
{
  guint at = find_title (document);

  if (at != G_MAXUINT && document->paragraphs->len > 1)
    {
      article->title = g_strdup (get_paragraph (document, at)->text);
      if (!get_paragraph (document, at)->is_title && !get_paragraph (document, at)->is_heading)
        plx_import_result_say (result, "note", NULL,
                               _("the first line was taken as the title: it is short and set apart "
                                 "from the text, or the file's properties repeat it"));
      return at;
    }
  if (plx_fields_is_title (document->title))
    {
      article->title = g_strdup (document->title);
      plx_import_result_say (result, "note", NULL,
                             _("the title is that of the file's properties; the text has none"));
    }
  return G_MAXUINT;
}

/* -- the article -- */

static char *
join_text (const PlxDocument *document, guint title)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < document->paragraphs->len; i++)
    if (i != title)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "",
                              get_paragraph (document, i)->text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
say_left_out (const PlxDocument *document, PlxImportResult *result)
{
  if (document->n_deleted > 0)
    plx_import_result_say (result, "note", NULL,
                           _("tracked changes: %u deleted passages were left out, inserted ones "
                             "were kept"), document->n_deleted);
  if (document->n_comments > 0)
    plx_import_result_say (result, "note", NULL, _("%u comments were left out"),
                           document->n_comments);
  if (document->n_foreign > 0)
    plx_import_result_say (result, "note", NULL,
                           _("%u embedded documents were not read; save them as files of their "
                             "own"), document->n_foreign);
  if (document->is_damaged)
    plx_import_result_say (result, "warning", NULL,
                           _("the document is damaged; what could be read of it was kept, its end "
                             "may be missing"));
}

static void
fill_fields (PlxDocument *document, guint title, PlxImportedArticle *article,
             PlxImportResult *result)
{
  g_autoptr (GPtrArray) head = g_ptr_array_new ();

  for (guint i = 0; i < document->paragraphs->len && head->len < PLX_FIELDS_N_HEAD; i++)
    if (i != title)
      g_ptr_array_add (head, get_paragraph (document, i)->text);
  plx_fields_read_head (article, head);
  plx_fields_use_properties (article, document->author, document->created, result);
  article->language = g_strdup (document->language);
}

gboolean
plx_document_to_article (PlxDocument *document, PlxImportResult *result, GError **error)
{
  g_autoptr (PlxImportedArticle) article = plx_imported_article_new ();
  guint title;

  if (document->paragraphs->len == 0)
    {
      g_set_error (error, PLX_IMPORT_ERROR,
                   document->is_damaged ? PLX_IMPORT_ERROR_DAMAGED : PLX_IMPORT_ERROR_EMPTY, "%s",
                   document->is_damaged
                     ? _("the document is damaged and nothing in it could be read; get it again "
                         "from where it came")
                     : _("the document holds no text; if it shows pictures of text, run text "
                         "recognition (OCR) on it first"));
      return FALSE;
    }
  title = take_title (document, article, result);
  article->text = join_text (document, title);
  for (guint i = 0; i < document->removed->len; i++)
    g_ptr_array_add (article->removed, g_strdup (g_ptr_array_index (document->removed, i)));
  fill_fields (document, title, article, result);
  say_left_out (document, result);
  plx_dateline_read (article);
  g_ptr_array_add (result->articles, g_steal_pointer (&article));
  return TRUE;
}
