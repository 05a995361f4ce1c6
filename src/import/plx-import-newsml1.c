/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-formats.h"
#include "import/plx-items.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* NewsML 1: news items made of components in components. A component with a
 * headline of its own is an article (one item may hold the same report in two
 * languages); what stands below it without one is part of it. */

typedef struct {
  PlxItems *items;
  GHashTable *owners;    // component: its article, while an item is read
  GPtrArray *articles;   // of the item, in order
} Reading;

/* Whose article a part belongs to: the nearest component with a headline. */
static const xmlNode *
find_owner (const xmlNode *node, const xmlNode *item)
{
  const xmlNode *outermost = item;

  for (; node != NULL && node != item; node = node->parent)
    if (plx_xml_is (node, "NewsComponent"))
      {
        const xmlNode *headline = plx_xml_path (node, "NewsLines/HeadLine");
        g_autofree char *line = plx_xml_line (headline);

        if (line != NULL)
          return node;
        outermost = node;
      }
  return outermost;
}

/* "Title", "Body", "Caption" of the part that a content stands in, up to its owner. */
static char *
find_role (const xmlNode *content, const xmlNode *owner)
{
  for (const xmlNode *node = content; node != NULL && node != owner; node = node->parent)
    {
      char *role = plx_xml_attribute (plx_xml_child (node, "Role"), "FormalName");

      if (role != NULL)
        return role;
    }
  return NULL;
}

/* -- what is said of an article: the nearest component counts -- */

static void
read_lines (const xmlNode *component, PlxImportedArticle *article)
{
  const xmlNode *lines = plx_xml_child (component, "NewsLines");

  plx_item_set (&article->title, plx_xml_line (plx_xml_child (lines, "HeadLine")));
  plx_item_set (&article->dateline, plx_xml_line (plx_xml_child (lines, "DateLine")));
  if (*article->byline == NULL)
    for (const xmlNode *by = plx_xml_child (lines, "ByLine"); by != NULL;
         by = plx_xml_sibling (by, "ByLine"))
      plx_item_add_byline (article, plx_xml_line (by));
  for (const xmlNode *sub = plx_xml_child (lines, "SubHeadLine"); sub != NULL;
       sub = plx_xml_sibling (sub, "SubHeadLine"))
    plx_item_keep (article, plx_xml_line (sub));
}

static char *
read_party (const xmlNode *component, const char *path)
{
  const xmlNode *party = plx_xml_path (component, path);
  char *name = NULL;

  for (; party != NULL && name == NULL; party = plx_xml_sibling (party, "Party"))
    name = plx_xml_attribute (party, "FormalName");
  return name;
}

static void
read_origin (const xmlNode *component, PlxImportedArticle *article)
{
  plx_item_set (&article->wire, read_party (component, "AdministrativeMetadata/Provider/Party"));
  plx_item_set (&article->wire, plx_xml_line (plx_xml_path (component, "NewsLines/CreditLine")));
  plx_item_set (&article->site, read_party (component, "AdministrativeMetadata/Source/Party"));
  plx_item_set_language (article, plx_xml_attribute (
                                    plx_xml_path (component, "DescriptiveMetadata/Language"),
                                    "FormalName"));
  plx_item_set_language (article, plx_xml_attribute (component, "lang"));
}

static void
read_management (PlxItems *items, const xmlNode *item, PlxImportedArticle *article)
{
  const xmlNode *management = plx_xml_child (item, "NewsManagement");
  const xmlNode *envelope = plx_xml_child (item->parent, "NewsEnvelope");

  plx_item_set_date (items, article, plx_xml_line (plx_xml_child (management, "ThisRevisionCreated")));
  plx_item_set_date (items, article, plx_xml_line (plx_xml_child (management, "FirstCreated")));
  plx_item_set_date (items, article, plx_xml_line (plx_xml_child (envelope, "DateAndTime")));
  plx_items_say_status (items, plx_xml_attribute (plx_xml_child (management, "Status"), "FormalName"));
  plx_item_set (&article->wire,
                plx_xml_line (plx_xml_path (item, "Identification/NewsIdentifier/ProviderId")));
  plx_item_set (&article->site, g_strdup (article->wire));
  plx_item_set_language (article, plx_xml_attribute (item, "lang"));
}

static PlxImportedArticle *
get_article (Reading *reading, const xmlNode *owner, const xmlNode *item)
{
  PlxImportedArticle *article = g_hash_table_lookup (reading->owners, owner);

  if (article != NULL)
    return article;
  article = plx_imported_article_new ();
  for (const xmlNode *node = owner; node != NULL && node != item->parent; node = node->parent)
    {
      read_lines (node, article);
      read_origin (node, article);
    }
  g_hash_table_insert (reading->owners, (gpointer) owner, article);
  g_ptr_array_add (reading->articles, article);
  return article;
}

/* -- contents -- */

static gboolean
is_one_of (const char *role, const char *names)
{
  g_auto (GStrv) list = g_strsplit (names, " ", -1);
  g_autofree char *folded = g_ascii_strdown (role != NULL ? role : "body", -1);

  return g_strv_contains ((const char * const *) list, folded);
}

static char *
read_text (const xmlNode *data)
{
  g_autofree char *raw = NULL;

  if (plx_xml_has_elements (data))
    return plx_xml_paragraphs (data);
  raw = plx_xml_raw (data);
  return raw != NULL ? plx_markup_paragraphs (raw) : NULL;
}

static void
read_content (Reading *reading, const xmlNode *data, const xmlNode *item)
{
  const xmlNode *content = data->parent, *owner = find_owner (data, item);
  g_autofree char *mime = plx_xml_attribute (plx_xml_child (content, "MimeType"), "FormalName");
  g_autofree char *role = find_role (content, owner);
  const xmlNode *nitf = plx_xml_child (data, "nitf");
  PlxImportedArticle *article;

  if ((mime != NULL && (!g_str_has_prefix (mime, "text/") || g_str_equal (mime, "text/css")))
      || is_one_of (role, "stylesheet logo image photo thumbnail preview clip sound tweettext"))
    return;
  article = get_article (reading, owner, item);
  if (nitf != NULL)
    {
      plx_nitf_read (nitf, reading->items, article);
      return;
    }
  if (is_one_of (role, "title headline"))
    plx_item_set (&article->title, plx_xml_line (data));
  else if (is_one_of (role, "subheadline abstract summary caption contact teaser"))
    plx_item_keep (article, read_text (data));
  else
    plx_item_add_text (article, read_text (data));
}

/* Components that are no more than a headline beside a text are left out. */
static void
read_item (PlxItems *items, const xmlNode *item)
{
  Reading reading = { items, g_hash_table_new (NULL, NULL), g_ptr_array_new () };
  gboolean has_text = FALSE;

  for (const xmlNode *node = plx_xml_next (item, item); node != NULL; node = plx_xml_next (node, item))
    if (plx_xml_is (node, "DataContent"))
      read_content (&reading, node, item);
  for (guint i = 0; i < reading.articles->len; i++)
    has_text |= ((PlxImportedArticle *) g_ptr_array_index (reading.articles, i))->text != NULL;
  if (reading.articles->len == 0)
    get_article (&reading, find_owner (plx_xml_find (item, "ContentItem"), item), item);
  for (guint i = 0; i < reading.articles->len; i++)
    {
      PlxImportedArticle *article = g_ptr_array_index (reading.articles, i);

      if (!has_text || article->text != NULL)
        {
          read_management (items, item, article);
          plx_items_add (items, article);
        }
      else
        plx_imported_article_free (article);
    }
  g_hash_table_unref (reading.owners);
  g_ptr_array_unref (reading.articles);
}

static gboolean
is_newsml (PlxImportInput *input)
{
  return plx_import_input_has_root (input, "NewsML newsml");
}

static gboolean
read_newsml (PlxImportInput *input, PlxImportResult *result, GError **error)
{
  PlxItems items = { .result = result };
  xmlDoc *doc = plx_items_parse (input, result, error);
  const xmlNode *root;

  if (doc == NULL)
    return FALSE;
  root = xmlDocGetRootElement (doc);
  for (const xmlNode *item = plx_xml_child (root, "NewsItem"); item != NULL;
       item = plx_xml_sibling (item, "NewsItem"))
    read_item (&items, item);
  xmlFreeDoc (doc);
  return plx_items_end (&items, error);
}

const PlxImportFormat plx_format_newsml1 = {
  .media_type = "application/vnd.iptc.newsml+xml",
  .label = N_("an agency report (NewsML)"),
  .limit = PLX_IMPORT_MAX_TEXT_BYTES,
  .is_one = is_newsml,
  .read = read_newsml,
};
