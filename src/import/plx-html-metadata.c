/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/plx-data.h"
#include "import/plx-html-metadata.h"
#include "import/plx-import-private.h"

#include <string.h>

typedef struct {
  xmlDoc *doc;
  GHashTable *metas;       // lower-case name → GPtrArray of char *
  GPtrArray *headings;     // char *: h1 in order
  GPtrArray *rel_authors;  // char *: rel=author, itemprop=author
  GPtrArray *bylines;      // char *: what a class calls a byline
  GPtrArray *times;        // char *: datetime of <time>, itemprop=datePublished
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
  g_autofree char *text = plx_html_node_text (node);

  if (*text != '\0' && strlen (text) <= max_bytes)
    g_ptr_array_add (into, g_steal_pointer (&text));
}

/* Also reads <span itemprop="author"><meta itemprop="name"></span>. */
static void
add_attributes (Page *page, xmlNode *node)
{
  enum { MAX_SEEN = 8 };
  g_autofree char *itemprop = plx_html_attribute (node, "itemprop");
  g_autofree char *rel = plx_html_attribute (node, "rel");
  g_autofree char *class = plx_html_attribute (node, "class");

  if (itemprop != NULL && strcmp (itemprop, "datePublished") == 0)
    {
      g_autofree char *when = plx_html_attribute (node, "datetime");

      if (when != NULL)
        g_ptr_array_insert (page->times, 0, g_steal_pointer (&when));
      else
        take_text (page->times, node, 60);
    }
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

  if (strcmp (name, "meta") == 0)
    add_meta (page, node);
  else if (strcmp (name, "title") == 0 && page->title == NULL)
    page->title = plx_html_node_text (node);
  else if (strcmp (name, "h1") == 0)
    take_text (page->headings, node, 600);
  else if (strcmp (name, "html") == 0)
    page->language = plx_html_attribute (node, "lang");
  else if (strcmp (name, "link") == 0 && page->canonical == NULL)
    {
      g_autofree char *rel = plx_html_attribute (node, "rel");

      if (g_strcmp0 (rel, "canonical") == 0)
        page->canonical = plx_html_attribute (node, "href");
    }
  else if (strcmp (name, "time") == 0)
    {
      g_autofree char *when = plx_html_attribute (node, "datetime");

      if (when != NULL && *when != '\0')
        g_ptr_array_add (page->times, g_steal_pointer (&when));
    }
  if (node->properties != NULL && strcmp (name, "meta") != 0)
    add_attributes (page, node);
}

static void
page_read (Page *page, xmlDoc *doc)
{
  xmlNode *root = xmlDocGetRootElement (doc);

  page->doc = doc;
  page->metas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_ptr_array_unref);
  page->headings = g_ptr_array_new_with_free_func (g_free);
  page->rel_authors = g_ptr_array_new_with_free_func (g_free);
  page->bylines = g_ptr_array_new_with_free_func (g_free);
  page->times = g_ptr_array_new_with_free_func (g_free);
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
  g_ptr_array_unref (page->times);
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

static gboolean
equal_fold (const char *a, const char *b)
{
  g_autofree char *x = g_utf8_casefold (a, -1);
  g_autofree char *y = g_utf8_casefold (b, -1);

  return strcmp (x, y) == 0;
}

/* "Headline | The Site" → "Headline": only a tail that is the site's name goes,
 * never a part of a headline that merely has a dash. */
static char *
without_site (const char *title, const char *site)
{
  static const char * const dividers[] = { " | ", " - ", " – ", " — ", " :: ", " · ", " » ", " / " };

  for (guint i = 0; site != NULL && i < G_N_ELEMENTS (dividers); i++)
    {
      const char *at = g_strrstr (title, dividers[i]);

      if (at != NULL && at > title && equal_fold (at + strlen (dividers[i]), site))
        return g_strndup (title, (gsize) (at - title));
    }
  return g_strdup (title);
}

/* The heading that <title> or og:title begins with, else the only one there is. */
static const char *
find_heading (const Page *page)
{
  const char *meta = find_meta (page, "title");
  const char *only = NULL;
  guint n = 0;

  for (guint i = 0; i < page->headings->len; i++)
    {
      const char *heading = g_ptr_array_index (page->headings, i);

      if (g_utf8_strlen (heading, -1) < 6)
        continue;
      if ((page->title != NULL && g_str_has_prefix (page->title, heading))
          || (meta != NULL && g_str_has_prefix (meta, heading)))
        return heading;
      only = heading;
      n++;
    }
  return n == 1 ? only : NULL;
}

/* "Headline | Sport" when the page's own heading is "Headline"; also a headline
 * that was cut short for search engines. */
static gboolean
is_same_headline (const char *found, const char *heading)
{
  gsize n = strlen (found), m = strlen (heading);

  if (g_str_has_prefix (found, heading))
    return n == m || (n > m + 2 && found[m] == ' ' && strchr ("|-:\342", found[m + 1]) != NULL);
  if (g_str_has_suffix (found, "..."))
    n -= 3;
  else if (g_str_has_suffix (found, "…"))
    n -= strlen ("…");
  return n > 20 && n < m && strncmp (found, heading, n) == 0;
}

static gboolean
agree (const char *a, const char *b)
{
  return a != NULL && b != NULL && (equal_fold (a, b) || is_same_headline (b, a));
}

/* Three tell the headline: the data, the sharing card, and the heading a reader
 * sees. What the heading and one of the others agree on is right; else the data
 * before the card; a page without data is an old one, whose heading is right. */
static void
choose_title (const Page *page, PlxHtmlMetadata *metadata)
{
  const char *site = metadata->site;
  const char *heading = find_heading (page);
  g_autofree char *said = g_steal_pointer (&metadata->title), *data = dup_line (said);
  g_autofree char *card
    = find_meta (page, "title") != NULL ? dup_line (find_meta (page, "title")) : NULL;
  g_autofree char *title = page->title != NULL ? without_site (page->title, site) : NULL;
  g_autofree char *bare = card != NULL ? without_site (card, site) : NULL;
  const char *found;

  if (heading != NULL && ((site != NULL && equal_fold (heading, site))
                          || (page->title != NULL && g_str_has_suffix (page->title, heading)
                              && strlen (page->title) > strlen (heading) + 3)))
    {
      g_free (title);
      title = page->title != NULL ? without_site (page->title, heading) : NULL;
      heading = NULL;
    }
  if (heading != NULL && bare != NULL && strlen (bare) > 12 && g_str_has_suffix (heading, bare))
    found = bare;       // a kicker stands in the heading
  else if (agree (heading, bare) || agree (heading, data) || (data == NULL && heading != NULL))
    found = heading;
  else if (data != NULL)
    found = data;
  else
    found = bare != NULL ? bare : title;
  if (found != NULL && *found != '\0')
    metadata->title = without_site (found, site);
}

static void
choose_date (const Page *page, PlxHtmlMetadata *metadata)
{
  GPtrArray *names = g_hash_table_lookup (get_names (), "published");

  for (guint i = 0; metadata->published == NULL && names != NULL && i < names->len; i++)
    {
      GPtrArray *values = g_hash_table_lookup (page->metas, g_ptr_array_index (names, i));

      if (values != NULL)
        metadata->published = plx_published_parse (g_ptr_array_index (values, 0));
    }
  for (guint i = 0; metadata->published == NULL && i < page->times->len; i++)
    metadata->published = plx_published_parse (g_ptr_array_index (page->times, i));
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
    g_string_append_printf (seen, "%s\n", (char *) g_ptr_array_index (page.headings, i));
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
  g_free (metadata->description);
  g_free (metadata->body);
  g_free (metadata->published);
  g_free (metadata->site);
  g_free (metadata->language);
  g_free (metadata->url);
  g_ptr_array_unref (metadata->authors);
  g_free (metadata);
}
