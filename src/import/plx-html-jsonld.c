/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-html-metadata.h"
#include "import/plx-import-private.h"
#include "import/plx-json.h"

#include <string.h>

/* schema.org in script elements. A page may hold several: the article, its
 * neighbours, the site. The one counts whose headline the page shows. */

enum { MAX_OBJECTS = 2000, MAX_WALK_DEPTH = 32 };

typedef struct {
  GPtrArray *objects;      // JsonObject, borrowed from roots
  GHashTable *by_id;       // "@id" → JsonObject
  GPtrArray *roots;        // JsonNode
} Graph;

static void
collect (Graph *graph, JsonNode *node, guint depth)
{
  if (node == NULL || depth > MAX_WALK_DEPTH || graph->objects->len >= MAX_OBJECTS)
    return;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        collect (graph, json_array_get_element (array, i), depth + 1);
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      static const char * const nested[] = { "@graph", "mainEntity", "mainEntityOfPage" };
      JsonObject *object = json_node_get_object (node);
      JsonNode *id = json_object_get_member (object, "@id");

      g_ptr_array_add (graph->objects, object);
      if (id != NULL && JSON_NODE_HOLDS_VALUE (id) && json_node_get_string (id) != NULL
          && json_object_get_size (object) > 1)
        g_hash_table_insert (graph->by_id, (gpointer) json_node_get_string (id), object);
      for (guint i = 0; i < G_N_ELEMENTS (nested); i++)
        if (json_object_has_member (object, nested[i]))
          collect (graph, json_object_get_member (object, nested[i]), depth + 1);
    }
}

static void
read_scripts (Graph *graph, xmlDoc *doc)
{
  xmlNode *root = xmlDocGetRootElement (doc);

  for (xmlNode *node = root; node != NULL; node = plx_html_next_node (node, root))
    {
      g_autofree char *type = NULL;
      xmlChar *content;
      JsonNode *parsed;

      if (node->type != XML_ELEMENT_NODE || strcmp ((const char *) node->name, "script") != 0)
        continue;
      type = plx_html_attribute (node, "type");
      if (type == NULL || strstr (type, "ld+json") == NULL)
        continue;
      content = xmlNodeGetContent (node);
      parsed = content != NULL ? plx_json_parse_broken ((const char *) content) : NULL;
      xmlFree (content);
      if (parsed == NULL)
        continue;
      g_ptr_array_add (graph->roots, parsed);
      collect (graph, parsed, 0);
    }
}

/* -- members -- */

/* Text of pages: entities decoded once more, markup taken out, one line. */
static char *
to_line (const char *text)
{
  g_autofree char *paragraphs = NULL;
  char *line = g_utf8_make_valid (text, -1);

  if (strchr (line, '&') != NULL || strchr (line, '<') != NULL)
    {
      paragraphs = plx_html_to_paragraphs (line);
      g_free (line);
      line = g_strdup (paragraphs);
    }
  g_strdelimit (line, "\n\t\r", ' ');
  return g_strstrip (line);
}

static char *
dup_member (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node)
      && json_array_get_length (json_node_get_array (node)) > 0)
    node = json_array_get_element (json_node_get_array (node), 0);
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    node = json_object_get_member (json_node_get_object (node), "@value");
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return g_strdup (json_node_get_string (node));
}

static gboolean
type_ends (JsonNode *node, const char *ending)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
         && json_node_get_value_type (node) == G_TYPE_STRING
         && g_str_has_suffix (json_node_get_string (node), ending);
}

static gboolean
has_type (JsonObject *object, const char *ending)
{
  JsonNode *type = json_object_get_member (object, "@type");

  if (type == NULL || !JSON_NODE_HOLDS_ARRAY (type))
    return type_ends (type, ending);
  for (guint i = 0; i < json_array_get_length (json_node_get_array (type)); i++)
    if (type_ends (json_array_get_element (json_node_get_array (type), i), ending))
      return TRUE;
  return FALSE;
}

static gboolean
is_article (JsonObject *object)
{
  return has_type (object, "Article") || has_type (object, "BlogPosting")
         || has_type (object, "Report") || has_type (object, "Review");
}

/* -- choosing -- */

static int
rate (JsonObject *object, const char *seen_title)
{
  g_autofree char *headline = dup_member (object, "headline");
  g_autofree char *line = headline != NULL ? to_line (headline) : NULL;
  int points = is_article (object) ? 10 : has_type (object, "WebPage") ? 2 : 0;

  if (points == 0)
    return 0;
  if (line != NULL && seen_title != NULL && strlen (line) > 8 && strstr (seen_title, line) != NULL)
    points += 6;
  points += json_object_has_member (object, "datePublished");
  points += json_object_has_member (object, "articleBody");
  return points;
}

static JsonObject *
choose (const Graph *graph, const char *seen_title)
{
  JsonObject *best = NULL;
  int best_points = 0;

  for (guint i = 0; i < graph->objects->len; i++)
    {
      JsonObject *object = g_ptr_array_index (graph->objects, i);
      int points = rate (object, seen_title);

      if (points > best_points)
        {
          best = object;
          best_points = points;
        }
    }
  return best;
}

/* -- filling -- */

static void
set_line (char **field, char *value)
{
  g_autofree char *owned = value;

  if (*field == NULL && owned != NULL)
    {
      *field = to_line (owned);
      if (**field == '\0')
        g_clear_pointer (field, g_free);
    }
}

static JsonObject *
resolve (const Graph *graph, JsonObject *object)
{
  g_autofree char *id = dup_member (object, "@id");
  JsonObject *found = id != NULL ? g_hash_table_lookup (graph->by_id, id) : NULL;

  return found != NULL ? found : object;
}

static void
add_authors (const Graph *graph, JsonNode *node, GPtrArray *authors, guint depth)
{
  if (node == NULL || depth > 3)
    return;
  if (JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      add_authors (graph, json_array_get_element (json_node_get_array (node), i), authors,
                   depth + 1);
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = resolve (graph, json_node_get_object (node));

      add_authors (graph, json_object_get_member (object, "name"), authors, depth + 1);
    }
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    {
      g_autofree char *line = to_line (json_node_get_string (node));

      plx_byline_add (authors, line);
    }
}

static void
read_publisher (const Graph *graph, JsonObject *article, PlxHtmlMetadata *metadata)
{
  JsonNode *node = json_object_get_member (article, "publisher");

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node)
      && json_array_get_length (json_node_get_array (node)) > 0)
    node = json_array_get_element (json_node_get_array (node), 0);
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    set_line (&metadata->site, dup_member (resolve (graph, json_node_get_object (node)), "name"));
}

/* Pages about one thing that is no article: a recipe, a film. */
static char *
find_date (const Graph *graph, const char *member)
{
  static const char * const others[] = { "Comment", "Person", "Organization", "ImageObject",
                                         "Product", "Event", "Review", "Rating" };

  for (guint i = 0; i < graph->objects->len; i++)
    {
      JsonObject *object = g_ptr_array_index (graph->objects, i);
      g_autofree char *said = dup_member (object, member);
      gboolean is_other = FALSE;
      char *date;

      for (guint j = 0; said != NULL && j < G_N_ELEMENTS (others); j++)
        is_other = is_other || has_type (object, others[j]);
      date = said != NULL && !is_other ? plx_published_parse (said) : NULL;
      if (date != NULL)
        return date;
    }
  return NULL;
}

/* What cannot be parsed may still name its day: "datePublished": "2031-05-14". */
static char *
scan_date (xmlDoc *doc, const char *member)
{
  xmlNode *root = xmlDocGetRootElement (doc);
  char *date = NULL;

  for (xmlNode *node = root; node != NULL && date == NULL; node = plx_html_next_node (node, root))
    {
      g_autofree char *type = NULL, *value = NULL;
      const char *at, *text;

      if (node->type != XML_ELEMENT_NODE || strcmp ((const char *) node->name, "script") != 0
          || node->children == NULL || node->children->content == NULL)
        continue;
      type = plx_html_attribute (node, "type");
      text = (const char *) node->children->content;
      if (type == NULL || strstr (type, "ld+json") == NULL || (at = strstr (text, member)) == NULL)
        continue;
      at += strlen (member);
      at += strspn (at, "\" \t\n:");
      value = g_strndup (at, MIN (strcspn (at, "\""), 40));
      date = plx_published_parse (value);
    }
  return date;
}

static void
read_article (const Graph *graph, JsonObject *article, PlxHtmlMetadata *metadata)
{
  g_autofree char *published = dup_member (article, "datePublished");
  g_autofree char *language = dup_member (article, "inLanguage");

  metadata->is_article = is_article (article);
  metadata->is_news = has_type (article, "NewsArticle") || has_type (article, "LiveBlogPosting");
  set_line (&metadata->title, dup_member (article, "headline"));
  set_line (&metadata->alternative, dup_member (article, "alternativeHeadline"));
  set_line (&metadata->description, dup_member (article, "description"));
  if (metadata->body == NULL)
    metadata->body = dup_member (article, "articleBody");
  if (metadata->published == NULL && published != NULL)
    metadata->published = plx_published_parse (published);
  if (metadata->language == NULL && language != NULL && strlen (language) <= 12)
    metadata->language = g_steal_pointer (&language);
  if (metadata->authors->len == 0)
    add_authors (graph, json_object_get_member (article, "author"), metadata->authors, 0);
  if (metadata->modified == NULL)
    {
      g_autofree char *modified = dup_member (article, "dateModified");

      metadata->modified = plx_published_parse (modified);
    }
  read_publisher (graph, article, metadata);
}

static void
read_any_date (const Graph *graph, xmlDoc *doc, PlxHtmlMetadata *metadata)
{
  static const char * const members[] = { "datePublished", "uploadDate", "dateCreated" };

  for (guint i = 0; metadata->other_date == NULL && i < G_N_ELEMENTS (members); i++)
    metadata->other_date = find_date (graph, members[i]);
  if (metadata->other_date == NULL)
    metadata->other_date = scan_date (doc, "\"datePublished\"");
}

/**
 * plx_html_jsonld_read:
 * @seen_title: title and headings as the page shows them
 */
void
plx_html_jsonld_read (xmlDoc *doc, const char *seen_title, PlxHtmlMetadata *metadata)
{
  Graph graph = {
    g_ptr_array_new (), g_hash_table_new (g_str_hash, g_str_equal),
    g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref),
  };
  JsonObject *article;

  read_scripts (&graph, doc);
  article = choose (&graph, seen_title);
  if (article != NULL)
    read_article (&graph, article, metadata);
  read_any_date (&graph, doc, metadata);
  g_ptr_array_unref (graph.objects);
  g_hash_table_unref (graph.by_id);
  g_ptr_array_unref (graph.roots);
}
