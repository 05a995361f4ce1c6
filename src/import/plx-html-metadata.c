/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/plx-data.h"
#include "import/plx-html-metadata.h"
#include "import/plx-html-title.h"
#include "import/plx-import-private.h"

#include <string.h>

typedef struct {
  xmlDoc *doc;
  GHashTable *metas;       // lower-case name → GPtrArray of char *
  GPtrArray *headings;     // PlxHtmlHeading, in order
  guint n_tried;           // elements that might have been one
  GPtrArray *rel_authors;  // char *: rel=author, itemprop=author
  GPtrArray *bylines;      // char *: what a class calls a byline
  char *title;             // <title>
  char *canonical;
  char *language;
} Page;

/* -- one walk over the page -- */

static void
add_meta (Page *page, xmlNode *node)
{
  static const char * const keys[] = { "property", "name", "itemprop", "http-equiv" };
  g_autofree char *content = plx_html_attribute (node, "content");

  if (content == NULL)
    content = plx_html_attribute (node, "value");
  if (content == NULL || *content == '\0')
    return;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *name = plx_html_attribute (node, keys[i]);
      g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;
      GPtrArray *values;

      if (lower == NULL)
        continue;
      values = g_hash_table_lookup (page->metas, lower);
      if (values == NULL)
        {
          values = g_ptr_array_new_with_free_func (g_free);
          g_hash_table_insert (page->metas, g_strdup (lower), values);
        }
      g_ptr_array_add (values, g_strdup (content));
    }
}

static void
take_text (GPtrArray *into, xmlNode *node, gsize max_bytes)
{
  char *text = plx_html_short_text (node, max_bytes, 0);

  if (text != NULL)
    g_ptr_array_add (into, text);
}

/* In a box that stands around articles, not in one. */
static gboolean
is_in_frame (const xmlNode *node)
{
  enum { MAX_LEVELS = 12 };

  for (guint i = 0; i < MAX_LEVELS && (node = node->parent) != NULL; i++)
    {
      const char *name = (const char *) node->name;
      g_autofree char *class = NULL;

      if (node->type != XML_ELEMENT_NODE)
        return FALSE;
      if (strcmp (name, "nav") == 0 || strcmp (name, "aside") == 0 || strcmp (name, "footer") == 0
          || strcmp (name, "dialog") == 0)
        return TRUE;
      if (strcmp (name, "article") == 0 || strcmp (name, "main") == 0
          || strcmp (name, "body") == 0)
        return FALSE;
      class = plx_html_attribute (node, "class");
      if (class != NULL && (plx_html_hint_flags ("class", class) & PLX_HTML_DROPPED))
        return TRUE;
    }
  return FALSE;
}

/* A link to the front page around the words, or inside of them. */
static gboolean
links_home (xmlNode *node)
{
  xmlNode *link = node->parent;
  g_autofree char *href = NULL;
  const char *path;

  for (xmlNode *at = node->children; at != NULL; at = at->next)
    if (at->type == XML_ELEMENT_NODE)
      {
        link = at;
        break;
      }
  if (link == NULL || link->type != XML_ELEMENT_NODE
      || strcmp ((const char *) link->name, "a") != 0)
    return FALSE;
  href = plx_html_attribute (link, "href");
  if (href == NULL || *href == '\0' || *href == '#')
    return FALSE;
  path = strstr (href, "://");
  path = path != NULL ? strchr (path + 3, '/') : href;
  return path == NULL || *path == '\0' || strcmp (path, "/") == 0 || strcmp (path, "./") == 0
         || strcmp (path, "/index.html") == 0 || strcmp (path, "/index.php") == 0;
}

static void
add_title (Page *page, xmlNode *node, const PlxHtmlHeading *like, guint without)
{
  enum { MAX_HEADINGS = 300, MAX_BYTES = 600 };
  char *text = plx_html_short_text (node, MAX_BYTES, without);
  PlxHtmlHeading *heading, *last = page->headings->len > 0
                                   ? g_ptr_array_index (page->headings, page->headings->len - 1)
                                   : NULL;

  if (text == NULL || page->headings->len >= MAX_HEADINGS
      || (without != PLX_HTML_HIDDEN && last != NULL && strcmp (last->text, text) == 0))
    {
      g_free (text);
      return;
    }
  heading = g_memdup2 (like, sizeof *like);
  heading->text = text;
  g_ptr_array_add (page->headings, heading);
}

/* As it stands, and without the kicker. @level: 1 to 6, or 0 for an element
 * that only its class calls a headline */
static void
add_heading (Page *page, xmlNode *node, guint level, gboolean is_named)
{
  enum { MAX_TRIES = 2000 };
  PlxHtmlHeading like = { NULL, level, is_named, FALSE };

  if (page->n_tried++ >= MAX_TRIES)
    return;
  like.is_logo = links_home (node) || is_in_frame (node);

  add_title (page, node, &like, PLX_HTML_HIDDEN);
  add_title (page, node, &like, PLX_HTML_HIDDEN | PLX_HTML_KICKER);
}

/* Also reads <span itemprop="author"><meta itemprop="name"></span>. */
static void
add_attributes (Page *page, xmlNode *node, guint level)
{
  enum { MAX_SEEN = 8 };
  g_autofree char *itemprop = plx_html_attribute (node, "itemprop");
  g_autofree char *rel = plx_html_attribute (node, "rel");
  g_autofree char *class = plx_html_attribute (node, "class");
  gboolean is_named
    = g_strcmp0 (itemprop, "headline") == 0
      || (class != NULL && (plx_html_hint_flags ("class", class) & PLX_HTML_HEADLINE));

  if (level > 0 || is_named)
    add_heading (page, node, level, is_named);

  if (((itemprop != NULL && strcmp (itemprop, "author") == 0)
       || (rel != NULL && strcmp (rel, "author") == 0)) && page->rel_authors->len < MAX_SEEN)
    take_text (page->rel_authors, node, 120);
  else if (class != NULL && page->bylines->len < MAX_SEEN
           && (plx_html_hint_flags ("class", class) & PLX_HTML_BYLINE))
    take_text (page->bylines, node, 160);
}

static void
visit (Page *page, xmlNode *node)
{
  const char *name = (const char *) node->name;
  guint level = name[0] == 'h' && name[1] >= '1' && name[1] <= '3' && name[2] == '\0'
                ? (guint) (name[1] - '0') : 0;

  if (strcmp (name, "meta") == 0)
    add_meta (page, node);
  else if (strcmp (name, "title") == 0 && page->title == NULL)
    page->title = plx_html_node_text (node);
  else if (strcmp (name, "html") == 0)
    page->language = plx_html_attribute (node, "lang");
  else if (strcmp (name, "link") == 0 && page->canonical == NULL)
    {
      g_autofree char *rel = plx_html_attribute (node, "rel");

      if (g_strcmp0 (rel, "canonical") == 0)
        page->canonical = plx_html_attribute (node, "href");
    }
  if (strcmp (name, "meta") != 0 && (node->properties != NULL || level > 0))
    add_attributes (page, node, level);
}

static void
page_read (Page *page, xmlDoc *doc)
{
  xmlNode *root = xmlDocGetRootElement (doc);

  page->doc = doc;
  page->metas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_ptr_array_unref);
  page->headings = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_html_heading_free);
  page->rel_authors = g_ptr_array_new_with_free_func (g_free);
  page->bylines = g_ptr_array_new_with_free_func (g_free);
  for (xmlNode *node = root; node != NULL; node = plx_html_next_node (node, root))
    if (node->type == XML_ELEMENT_NODE)
      visit (page, node);
}

static void
page_clear (Page *page)
{
  g_hash_table_unref (page->metas);
  g_ptr_array_unref (page->headings);
  g_ptr_array_unref (page->rel_authors);
  g_ptr_array_unref (page->bylines);
  g_free (page->title);
  g_free (page->canonical);
  g_free (page->language);
}

/* -- names of meta elements -- */

static gboolean
add_names (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 1; i < n_fields; i++)
    g_ptr_array_add (names, g_strdup (fields[i]));
  g_hash_table_insert (user_data, g_strdup (fields[0]), names);
  return TRUE;
}

static GHashTable *
get_names (void)
{
  static GHashTable *names;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      names = g_hash_table_new (g_str_hash, g_str_equal);
      plx_data_read_table ("import/html-meta.tsv", add_names, names, NULL);
      g_once_init_leave (&once, 1);
    }
  return names;
}

/* The values of the first name of @part that the page uses; NULL: none. */
static GPtrArray *
find_metas (const Page *page, const char *part)
{
  GPtrArray *names = g_hash_table_lookup (get_names (), part);

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      GPtrArray *values = g_hash_table_lookup (page->metas, g_ptr_array_index (names, i));

      if (values != NULL)
        return values;
    }
  return NULL;
}

static const char *
find_meta (const Page *page, const char *part)
{
  GPtrArray *values = find_metas (page, part);

  return values != NULL ? g_ptr_array_index (values, 0) : NULL;
}

static char *
dup_line (const char *text)
{
  char *line = text != NULL ? g_strdup (text) : NULL, *to = line;

  for (const char *p = line; p != NULL && *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      *to++ = *p;
    else if (to > line && to[-1] != ' ')
      *to++ = ' ';
  if (line != NULL)
    *to = '\0';
  return line != NULL ? g_strchomp (line) : NULL;
}

/* -- each field -- */

static void
choose_title (const Page *page, PlxHtmlMetadata *metadata)
{
  g_autofree char *said = g_steal_pointer (&metadata->title);
  const PlxHtmlTitles titles = { said, metadata->alternative, find_meta (page, "title"), page->title,
                                 metadata->site, metadata->url, page->headings,
                                 metadata->is_news };

  metadata->title = plx_html_title_choose (&titles, &metadata->heading);
}

/* The first value under a name of @part that is a date. */
static char *
find_date (const Page *page, const char *part)
{
  GPtrArray *names = g_hash_table_lookup (get_names (), part);

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      GPtrArray *values = g_hash_table_lookup (page->metas, g_ptr_array_index (names, i));

      for (guint j = 0; values != NULL && j < values->len; j++)
        {
          char *date = plx_published_parse (g_ptr_array_index (values, j));

          if (date != NULL)
            return date;
        }
    }
  return NULL;
}

static void
choose_date (const Page *page, PlxHtmlMetadata *metadata)
{
  if (metadata->published == NULL)
    metadata->published = find_date (page, "published");
  if (metadata->published == NULL)
    metadata->published = g_steal_pointer (&metadata->other_date);
  if (metadata->modified == NULL)
    metadata->modified = find_date (page, "modified");
  metadata->page_title = g_strdup (page->title);
  metadata->card_title = g_strdup (find_meta (page, "title"));
  metadata->image = g_strdup (find_meta (page, "image"));
}

/* The outlet itself stands where a writer would; anyone else named is better. */
static gboolean
names_only_site (const PlxHtmlMetadata *metadata)
{
  g_autofree char *name = NULL, *site = NULL;

  if (metadata->authors->len != 1 || metadata->site == NULL)
    return FALSE;
  name = g_utf8_casefold (g_ptr_array_index (metadata->authors, 0), -1);
  site = g_utf8_casefold (metadata->site, -1);
  return strstr (site, name) != NULL || strstr (name, site) != NULL;
}

static GPtrArray *
find_seen_authors (const Page *page)
{
  GPtrArray *authors = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *metas = find_metas (page, "author");

  for (guint i = 0; authors->len == 0 && metas != NULL && i < metas->len; i++)
    for (guint j = i; j < metas->len; j++)
      plx_byline_add (authors, g_ptr_array_index (metas, j));
  if (authors->len == 0)
    for (guint i = 0; i < page->rel_authors->len; i++)
      plx_byline_add (authors, g_ptr_array_index (page->rel_authors, i));
  for (guint i = 0; authors->len == 0 && i < page->bylines->len; i++)
    if (plx_byline_has_prefix (g_ptr_array_index (page->bylines, i)))
      plx_byline_add (authors, g_ptr_array_index (page->bylines, i));
  return authors;
}

static void
choose_authors (const Page *page, PlxHtmlMetadata *metadata)
{
  g_autoptr (GPtrArray) seen = NULL;

  if (metadata->authors->len > 0 && !names_only_site (metadata))
    return;
  seen = find_seen_authors (page);
  if (seen->len == 0)
    return;
  g_ptr_array_unref (metadata->authors);
  metadata->authors = g_steal_pointer (&seen);
}

static char *
to_language_tag (const char *text)
{
  char *tag;

  if (text == NULL || strlen (text) < 2 || strlen (text) > 12 || !g_ascii_isalpha (*text))
    return NULL;
  tag = g_strdelimit (g_strdup (text), "_", '-');
  return tag;
}

static void
choose_rest (const Page *page, PlxHtmlMetadata *metadata)
{
  const char *site = find_meta (page, "site");

  if (site != NULL)
    {
      g_free (metadata->site);
      metadata->site = dup_line (site);
    }
  if (page->language != NULL && *page->language != '\0')
    {
      g_free (metadata->language);
      metadata->language = to_language_tag (page->language);
    }
  if (metadata->language == NULL)
    metadata->language = to_language_tag (find_meta (page, "language"));
  metadata->url = dup_line (page->canonical != NULL && strstr (page->canonical, "://") != NULL
                            ? page->canonical : find_meta (page, "url"));
  if (find_meta (page, "description") != NULL)
    {
      g_free (metadata->description);
      metadata->description = dup_line (find_meta (page, "description"));
    }
}

PlxHtmlMetadata *
plx_html_metadata_read (xmlDoc *doc)
{
  PlxHtmlMetadata *metadata = g_new0 (PlxHtmlMetadata, 1);
  g_autoptr (GString) seen = g_string_new (NULL);
  Page page = { 0 };

  metadata->authors = g_ptr_array_new_with_free_func (g_free);
  page_read (&page, doc);
  g_string_append_printf (seen, "%s\n", page.title != NULL ? page.title : "");
  for (guint i = 0; i < page.headings->len; i++)
    g_string_append_printf (seen, "%s\n",
                            ((PlxHtmlHeading *) g_ptr_array_index (page.headings, i))->text);
  plx_html_jsonld_read (doc, seen->str, metadata);
  choose_rest (&page, metadata);
  choose_title (&page, metadata);
  choose_date (&page, metadata);
  choose_authors (&page, metadata);
  page_clear (&page);
  return metadata;
}

void
plx_html_metadata_free (PlxHtmlMetadata *metadata)
{
  if (metadata == NULL)
    return;
  g_free (metadata->title);
  g_free (metadata->heading);
  g_free (metadata->alternative);
  g_free (metadata->description);
  g_free (metadata->body);
  g_free (metadata->published);
  g_free (metadata->modified);
  g_free (metadata->other_date);
  g_free (metadata->image);
  g_free (metadata->page_title);
  g_free (metadata->card_title);
  g_free (metadata->site);
  g_free (metadata->language);
  g_free (metadata->url);
  g_ptr_array_unref (metadata->authors);
  g_free (metadata);
}
