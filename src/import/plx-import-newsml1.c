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
  gboolean has_headline;
  char *role;            // "Body", "Caption"; NULL: not said
} Component;

typedef struct {
  PlxImportedArticle *article;
  GString *text;
} Owned;

typedef struct {
  PlxItems *items;
  const xmlNode *item;
  GHashTable *components;   // xmlNode: Component, so that each is looked at once
  GHashTable *owners;       // xmlNode: Owned, of @owned
  GPtrArray *owned;         // in order
} Reading;

static void
component_free (gpointer data)
{
  g_free (((Component *) data)->role);
  g_free (data);
}

static const Component *
get_component (Reading *reading, const xmlNode *node)
{
  Component *component = g_hash_table_lookup (reading->components, node);
  g_autofree char *line = NULL;

  if (component != NULL)
    return component;
  component = g_new0 (Component, 1);
  line = plx_xml_line (plx_xml_path (node, "NewsLines/HeadLine"));
  component->has_headline = line != NULL;
  component->role = plx_xml_attribute (plx_xml_child (node, "Role"), "FormalName");
  g_hash_table_insert (reading->components, (gpointer) node, component);
  return component;
}

/* Whose article a content belongs to: the nearest component with a headline.
 * @role: what the innermost part below it that says so is. */
static const xmlNode *
find_owner (Reading *reading, const xmlNode *content, const char **role)
{
  const xmlNode *outermost = reading->item;

  *role = NULL;
  for (const xmlNode *node = content; node != NULL && node != reading->item; node = node->parent)
    if (plx_xml_is (node, "NewsComponent"))
      {
        const Component *component = get_component (reading, node);

        if (*role == NULL)
          *role = component->role;
        if (component->has_headline)
          return node;
        outermost = node;
      }
  return outermost;
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

static Owned *
get_owned (Reading *reading, const xmlNode *owner)
{
  Owned *owned = g_hash_table_lookup (reading->owners, owner);

  if (owned != NULL)
    return owned;
  owned = g_new (Owned, 1);
  owned->article = plx_imported_article_new ();
  owned->text = g_string_new (NULL);
  for (const xmlNode *node = owner; node != NULL && node != reading->item->parent; node = node->parent)
    {
      read_lines (node, owned->article);
      read_origin (node, owned->article);
    }
  g_hash_table_insert (reading->owners, (gpointer) owner, owned);
  g_ptr_array_add (reading->owned, owned);
  return owned;
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
add_text (Owned *owned, char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (owned->text, "%s%s", owned->text->len > 0 ? "\n" : "", text);
  g_free (text);
}

static void
read_data (Reading *reading, Owned *owned, const xmlNode *data, const char *role)
{
  const xmlNode *nitf = plx_xml_child (data, "nitf");

  if (nitf != NULL)
    {
      plx_nitf_read (nitf, reading->items, owned->article);
      add_text (owned, g_steal_pointer (&owned->article->text));
    }
  else if (is_one_of (role, "title headline"))
    plx_item_set (&owned->article->title, plx_xml_line (data));
  else if (is_one_of (role, "subheadline abstract summary caption contact teaser"))
    plx_item_keep (owned->article, read_text (data));
  else
    add_text (owned, read_text (data));
}

static void
read_content (Reading *reading, const xmlNode *content)
{
  const xmlNode *data = plx_xml_child (content, "DataContent"), *owner;
  g_autofree char *mime = plx_xml_attribute (plx_xml_child (content, "MimeType"), "FormalName");
  const char *role;

  owner = find_owner (reading, content, &role);
  if (data == NULL
      || (mime != NULL && (!g_str_has_prefix (mime, "text/") || g_str_equal (mime, "text/css")))
      || is_one_of (role, "stylesheet logo image photo thumbnail preview clip sound tweettext"))
    return;
  read_data (reading, get_owned (reading, owner), data, role);
}

/* Components that are no more than a headline beside a text are left out. */
static void
add_articles (Reading *reading)
{
  gboolean has_text = FALSE;

  for (guint i = 0; i < reading->owned->len; i++)
    has_text |= ((Owned *) g_ptr_array_index (reading->owned, i))->text->len > 0;
  for (guint i = 0; i < reading->owned->len; i++)
    {
      Owned *owned = g_ptr_array_index (reading->owned, i);
      gboolean is_wanted = !has_text || owned->text->len > 0;

      plx_item_add_text (owned->article, g_string_free (owned->text, FALSE));
      if (is_wanted)
        {
          read_management (reading->items, reading->item, owned->article);
          plx_items_add (reading->items, owned->article);
        }
      else
        plx_imported_article_free (owned->article);
    }
}

static void
read_item (PlxItems *items, const xmlNode *item)
{
  Reading reading = { items, item, g_hash_table_new_full (NULL, NULL, NULL, component_free),
                      g_hash_table_new (NULL, NULL), g_ptr_array_new_with_free_func (g_free) };
  const char *role;

  for (const xmlNode *node = plx_xml_next (item, item); node != NULL; node = plx_xml_next (node, item))
    if (plx_xml_is (node, "ContentItem"))
      read_content (&reading, node);
  if (reading.owned->len == 0)
    get_owned (&reading, find_owner (&reading, plx_xml_find (item, "ContentItem"), &role));
  add_articles (&reading);
  g_hash_table_unref (reading.components);
  g_hash_table_unref (reading.owners);
  g_ptr_array_unref (reading.owned);
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
