/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-formats.h"
#include "import/plx-items.h"
#include "import/plx-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* JSON Feed 1 and 1.1. */

static char *
read_string (JsonObject *object, const char *name)
{
  return plx_json_node_dup (json_object_get_member (object, name));
}

static char *
read_line (JsonObject *object, const char *name)
{
  g_autofree char *value = read_string (object, name);

  return value != NULL ? plx_markup_line (value) : NULL;
}

static void
read_authors (JsonObject *object, PlxImportedArticle *article)
{
  JsonNode *node = json_object_get_member (object, "authors");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    plx_item_add_byline (article, plx_json_node_dup (json_array_get_element (array, i)));
  if (*article->byline == NULL)
    plx_item_add_byline (article, read_string (object, "author"));
}

static void
read_text (JsonObject *object, PlxImportedArticle *article)
{
  g_autofree char *html = read_string (object, "content_html");
  g_autofree char *plain = read_string (object, "content_text");

  if (html != NULL)
    plx_item_add_text (article, plx_html_to_paragraphs (html));
  if (article->text == NULL && plain != NULL)
    plx_item_add_text (article, plx_text_join_paragraphs (plain));
  plx_item_keep (article, read_line (object, "summary"));
}

static void
read_item (PlxItems *items, JsonObject *feed, JsonObject *object)
{
  PlxImportedArticle *article = plx_imported_article_new ();

  plx_item_set (&article->title, read_line (object, "title"));
  read_authors (object, article);
  if (*article->byline == NULL)
    read_authors (feed, article);
  plx_item_set_date (items, article, read_string (object, "date_published"));
  plx_item_set_date (items, article, read_string (object, "date_modified"));
  plx_item_set_language (article, read_string (object, "language"));
  plx_item_set_language (article, read_string (feed, "language"));
  plx_item_set (&article->url, read_string (object, "url"));
  plx_item_set (&article->url, read_string (object, "external_url"));
  plx_item_set (&article->site, read_line (feed, "title"));
  read_text (object, article);
  plx_items_add (items, article);
}

static gboolean
is_feed (PlxImportInput *input)
{
  const char *text = plx_import_input_get_text (input, NULL);
  g_autofree char *head = NULL;

  text += strspn (text, " \t\n");
  if (*text != '{')
    return FALSE;
  head = g_strndup (text, 4096);
  return strstr (head, "jsonfeed.org/version") != NULL
         || strstr (head, "jsonfeed.org\\/version") != NULL;
}

static gboolean
read_feed (PlxImportInput *input, PlxImportResult *result, GError **error)
{
  PlxItems items = { .result = result };
  g_autoptr (GError) broken = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonNode *list = NULL;
  gsize n;
  const char *text = plx_import_input_get_text (input, &n);

  node = plx_json_parse (text, n, &broken);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_DAMAGED,
                   _("the JSON cannot be read (%s); fetch the file again"),
                   broken != NULL ? broken->message : _("it holds another value"));
      return FALSE;
    }
  list = json_object_get_member (json_node_get_object (node), "items");
  if (list != NULL && JSON_NODE_HOLDS_ARRAY (list))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (list)); i++)
      {
        JsonNode *item = json_array_get_element (json_node_get_array (list), i);

        if (JSON_NODE_HOLDS_OBJECT (item))
          read_item (&items, json_node_get_object (node), json_node_get_object (item));
      }
  return plx_items_end (&items, error);
}

const PlxImportFormat plx_format_jsonfeed = {
  .media_type = "application/feed+json",
  .label = N_("a JSON Feed"),
  .limit = PLX_IMPORT_MAX_TEXT_BYTES,
  .is_one = is_feed,
  .read = read_feed,
};
