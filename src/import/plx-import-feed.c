/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-formats.h"
#include "import/plx-items.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* RSS 0.9 to 2.0 with its modules, RDF, CDF and Atom 0.3 and 1.0. Feeds mix each
 * other's elements, so all are read alike: by local name, the format's own
 * before those of modules. */

/* -- elements of an item -- */

static gboolean
is_core (const xmlNs *ns)
{
  static const char * const addresses[] = {
    "http://purl.org/rss/1.0/", "http://backend.userland.com/rss", "http://purl.org/atom/ns#",
    "http://blogs.law.harvard.edu/tech/rss", "http://channel.netscape.com/rdf/simple/0.9/",
    "http://my.netscape.com/rdf/simple/0.9/", "http://purl.org/net/rss1.1#",
    "http://www.w3.org/2005/Atom",
  };
  const char *href = (const char *) ns->href;

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    if (href != NULL && g_str_has_prefix (href, addresses[i]) && strstr (href, "/modules/") == NULL)
      return TRUE;
  return FALSE;
}

/* Of the format itself, not of a module that has one of the same name. */
static gboolean
is_own (const xmlNode *node, const xmlNode *item)
{
  if (strchr ((const char *) node->name, ':') != NULL)
    return FALSE;
  return node->ns == NULL || is_core (node->ns)
         || (item->ns != NULL && xmlStrEqual (node->ns->href, item->ns->href));
}

/* The first child called @name: @module NULL, the format's own; else of a namespace
 * whose address has @module in it. */
static xmlNode *
find_own (const xmlNode *item, const char *name)
{
  for (xmlNode *node = item->children; node != NULL; node = node->next)
    if (plx_xml_is (node, name) && is_own (node, item))
      return node;
  return NULL;
}

static xmlNode *
find_module (const xmlNode *item, const char *module, const char *name)
{
  for (xmlNode *node = item->children; node != NULL; node = node->next)
    if (plx_xml_is (node, name) && !is_own (node, item)
        && (module == NULL || plx_xml_in (node, module)))
      return node;
  return NULL;
}

/* -- text constructs -- */

/* Text in Base64 or out of line, a picture: not for us. */
static gboolean
is_readable (const char *type, const char *mode)
{
  if (mode != NULL && g_str_equal (mode, "base64"))
    return FALSE;
  return type == NULL || strchr (type, '/') == NULL || g_str_has_prefix (type, "text/")
         || strstr (type, "html") != NULL || strstr (type, "xml") != NULL;
}

/* Mark-up may be escaped, in CDATA, or stand there as it is; "text" means what it says. */
static char *
read_text (const xmlNode *node)
{
  g_autofree char *type = plx_xml_attribute (node, "type");
  g_autofree char *mode = plx_xml_attribute (node, "mode");
  g_autofree char *raw = NULL;

  if (node == NULL || !is_readable (type, mode))
    return NULL;
  if (plx_xml_has_elements (node))
    return plx_xml_paragraphs (node);
  raw = plx_xml_raw (node);
  if (raw == NULL)
    return NULL;
  return g_strcmp0 (type, "text") == 0 ? plx_text_join_paragraphs (raw) : plx_markup_paragraphs (raw);
}

static char *
read_line (const xmlNode *node)
{
  g_autofree char *text = read_text (node);
  char *line = text != NULL ? plx_markup_line (text) : NULL;

  return line;
}

/* The whole text where the feed carries it, else what it says of it. */
static void
read_texts (const xmlNode *item, PlxImportedArticle *article)
{
  const xmlNode *const texts[] = {
    find_module (item, "content", "encoded"), find_own (item, "content"),
    find_module (item, "xhtml", "body"),      find_own (item, "body"),
    find_own (item, "fullitem"),              find_module (item, NULL, "fullitem"),
    find_own (item, "description"),
    find_own (item, "abstract"),              find_own (item, "summary"),
    find_module (item, "Atom", "content"),    find_module (item, "dc", "description"),
    find_module (item, "excerpt", "encoded"), find_module (item, NULL, "summary"),
    find_module (item, "mrss", "description"), find_module (item, "media", "description"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = read_text (texts[i]);

      if (text == NULL || *text == '\0')
        continue;
      if (article->text == NULL)
        article->text = g_steal_pointer (&text);
      else if (!g_str_has_prefix (article->text, text))
        plx_item_keep (article, g_steal_pointer (&text));
    }
}

static void
read_captions (const xmlNode *item, PlxImportedArticle *article)
{
  for (const xmlNode *node = item->children; node != NULL; node = node->next)
    if (plx_xml_is (node, "content") || plx_xml_is (node, "group") || plx_xml_is (node, "thumbnail"))
      for (const xmlNode *inner = node->children; inner != NULL; inner = inner->next)
        if (plx_xml_is (inner, "description") || plx_xml_is (inner, "text"))
          plx_item_keep (article, read_line (inner));
}

/* -- who and when -- */

/* "jane@example.org (Jane Doe)", "Jane Doe <jane@example.org>": the name. */
static char *
strip_address (char *line)
{
  char *open = line != NULL ? strchr (line, '(') : NULL, *close;

  if (line == NULL || strchr (line, '@') == NULL)
    return line;
  if (open != NULL && (close = strrchr (open, ')')) != NULL && open > strchr (line, '@'))
    {
      char *name = g_strndup (open + 1, (gsize) (close - open - 1));

      g_free (line);
      return name;
    }
  if (strchr (line, '<') != NULL && strchr (line, '<') > line)
    *strchr (line, '<') = '\0';
  return line;
}

static void
read_authors (const xmlNode *item, PlxImportedArticle *article)
{
  for (const xmlNode *node = item->children; node != NULL; node = node->next)
    if (plx_xml_is (node, "creator") || plx_xml_is (node, "author"))
      {
        const xmlNode *name = plx_xml_child (node, "name");

        if (name != NULL || !plx_xml_has_elements (node))
          plx_item_add_byline (article, strip_address (read_line (name != NULL ? name : node)));
      }
}

/* When it came out; only where that is not said, when it was changed. */
static void
read_dates (PlxItems *items, const xmlNode *item, PlxImportedArticle *article)
{
  static const char * const names[] = { "pubDate", "published", "issued", "date", "created",
                                        "updated", "modified" };

  for (guint i = 0; i < G_N_ELEMENTS (names) && article->published == NULL; i++)
    plx_item_set_date (items, article, plx_xml_line (plx_xml_child (item, names[i])));
  plx_item_set_date (items, article, plx_xml_attribute (item, "lastmod"));
}

/* -- where -- */

static gboolean
is_absolute (const char *address)
{
  return g_uri_is_valid (address, G_URI_FLAGS_PARSE_RELAXED, NULL);
}

/* GLib wants a path behind a host before it joins another to it. */
static char *
join (const char *base, const char *address)
{
  g_autoptr (GUri) parsed = g_uri_parse (base, G_URI_FLAGS_PARSE_RELAXED, NULL);
  g_autofree char *rooted = NULL;

  if (parsed == NULL || g_uri_get_host (parsed) == NULL || *g_uri_get_host (parsed) == '\0'
      || g_str_has_prefix (address, "//"))
    return NULL;
  if (*g_uri_get_path (parsed) != '/')
    rooted = g_uri_join (G_URI_FLAGS_NONE, g_uri_get_scheme (parsed), NULL, g_uri_get_host (parsed),
                         g_uri_get_port (parsed), "/", NULL, NULL);
  return g_uri_resolve_relative (rooted != NULL ? rooted : base, address, G_URI_FLAGS_PARSE_RELAXED, NULL);
}

/* Made whole by xml:base, or by the address of the site. */
static char *
resolve (const xmlNode *node, char *address, const char *site)
{
  g_autofree char *given = address;
  xmlChar *base;
  char *whole = NULL;

  if (given == NULL || is_absolute (given))
    return g_steal_pointer (&given);
  base = xmlNodeGetBase (node->doc, node);
  if (base != NULL)
    whole = join ((const char *) base, given);
  if (whole == NULL && site != NULL)
    whole = join (site, given);
  xmlFree (base);
  return whole;
}

/* RSS writes the address into the link, Atom into its attribute, for one use each. */
static char *
read_link (const xmlNode *parent, const char *site)
{
  for (const xmlNode *link = parent->children; link != NULL; link = link->next)
    if (plx_xml_is (link, "link"))
      {
        g_autofree char *rel = plx_xml_attribute (link, "rel");
        char *address = plx_xml_attribute (link, "href");

        if (address == NULL)
          address = plx_xml_line (link);
        if (address != NULL && (rel == NULL || g_str_equal (rel, "alternate")))
          return resolve (link, address, site);
        g_free (address);
      }
  return NULL;
}

static char *
read_guid (const xmlNode *item)
{
  const xmlNode *guid = plx_xml_child (item, "guid");
  g_autofree char *is_link = plx_xml_attribute (guid, "isPermaLink");
  char *address = plx_xml_line (guid);

  if (address != NULL && g_strcmp0 (is_link, "false") != 0 && is_absolute (address))
    return address;
  g_free (address);
  return NULL;
}

static void
read_address (const xmlNode *item, const char *site, PlxImportedArticle *article)
{
  plx_item_set (&article->url, read_link (item, site));
  plx_item_set (&article->url, read_guid (item));
  plx_item_set (&article->url, resolve (item, plx_xml_attribute (item, "href"), site));
  plx_item_set (&article->url, plx_xml_attribute (item, "about"));
}

/* -- items -- */

typedef struct {
  PlxItems items;
  char *title;
  char *site;         // its address
  char *language;
  PlxImportedArticle *authors;   // of the feed: its byline stands where an entry has none
  guint n_other;      // pages of menus, attachments
} Feed;

/* An export of WordPress holds attachments and menus as items. */
static gboolean
is_other (const xmlNode *item)
{
  g_autofree char *type = plx_xml_line (plx_xml_child (item, "post_type"));

  return type != NULL && !g_str_equal (type, "post") && !g_str_equal (type, "page");
}

static void
read_item (Feed *feed, const xmlNode *item)
{
  PlxImportedArticle *article;

  if (is_other (item))
    {
      feed->n_other++;
      return;
    }
  article = plx_imported_article_new ();
  plx_item_set (&article->title, read_line (find_own (item, "title")));
  plx_item_set (&article->title, read_line (find_module (item, "dc", "title")));
  plx_item_set (&article->title, read_line (find_module (item, "media", "title")));
  read_texts (item, article);
  read_captions (item, article);
  read_authors (item, article);
  for (guint i = 0; *article->byline == NULL && feed->authors->byline[i] != NULL; i++)
    plx_item_add_byline (article, g_strdup (feed->authors->byline[i]));
  read_dates (&feed->items, item, article);
  read_address (item, feed->site, article);
  plx_item_set (&article->site, read_line (find_own (item, "source")));
  plx_item_set (&article->site, plx_xml_line (plx_xml_path (item, "source/title")));
  plx_item_set (&article->site, g_strdup (feed->title));
  plx_item_set_language (article, plx_xml_line (find_module (item, NULL, "language")));
  plx_item_set_language (article, plx_xml_attribute (item, "lang"));
  plx_item_set_language (article, g_strdup (feed->language));
  plx_items_add (&feed->items, article);
}

static void
read_head (Feed *feed, const xmlNode *root)
{
  const xmlNode *channel = plx_xml_child (root, "channel");

  if (channel == NULL)
    channel = root;
  feed->title = read_line (plx_xml_child (channel, "title"));
  feed->site = read_link (channel, NULL);
  feed->language = plx_xml_line (plx_xml_child (channel, "language"));
  if (feed->language == NULL)
    feed->language = plx_xml_attribute (root, "lang");
  if (plx_xml_is (root, "feed"))
    read_authors (root, feed->authors);
}

static void
read_items (Feed *feed, const xmlNode *root)
{
  const xmlNode *node = root;

  while (node != NULL)
    if (plx_xml_is (node, "item") || plx_xml_is (node, "entry"))
      {
        read_item (feed, node);
        node = plx_xml_skip (node, root);
      }
    else
      node = plx_xml_next (node, root);
}

static gboolean
is_feed (PlxImportInput *input)
{
  return plx_import_input_has_root (input, "rss feed RDF rdf channel Channel CHANNEL");
}

static gboolean
read_feed (PlxImportInput *input, PlxImportResult *result, GError **error)
{
  Feed feed = { .items = { .result = result, .keep_bare = TRUE }, .authors = plx_imported_article_new () };
  xmlDoc *doc = plx_items_parse (input, result, error);
  gboolean ok = doc != NULL;

  if (ok)
    {
      read_head (&feed, xmlDocGetRootElement (doc));
      read_items (&feed, xmlDocGetRootElement (doc));
      xmlFreeDoc (doc);
      if (feed.n_other > 0)
        plx_import_result_say (result, "note", NULL,
                               ngettext ("%u entry of a menu or attachment was left out",
                                         "%u entries of menus and attachments were left out",
                                         feed.n_other), feed.n_other);
      ok = plx_items_end (&feed.items, error);
    }
  g_free (feed.title);
  g_free (feed.site);
  g_free (feed.language);
  plx_imported_article_free (feed.authors);
  return ok;
}

const PlxImportFormat plx_format_feed = {
  .media_type = "application/rss+xml",
  .label = N_("a feed (RSS, Atom)"),
  .limit = PLX_IMPORT_MAX_TEXT_BYTES,
  .is_one = is_feed,
  .read = read_feed,
};
