/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/plx-data.h"
#include "import/plx-formats.h"
#include "import/plx-items.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* XML of agencies and archives that follow no standard: wherever an element
 * holds a headline and a text, it is an article. Names of elements stand in
 * data/import/news-xml-fields.tsv. */

enum { MIN_TEXT_BYTES = 40, MAX_NAME = 40 };

/* -- names -- */

static gboolean
add_fields (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  (void) n_fields;
  (void) error;
  g_hash_table_insert (user_data, g_strdup (fields[0]), g_strdupv (fields + 1));
  return TRUE;
}

static char **
get_names (const char *part)
{
  static GHashTable *table;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      table = g_hash_table_new (g_str_hash, g_str_equal);
      plx_data_read_table ("import/news-xml-fields.tsv", add_fields, table, NULL);
      g_once_init_leave (&once, 1);
    }
  return g_hash_table_lookup (table, part);
}

/* "Publication-Date", "publicationDate" → "publicationdate". */
static void
fold_name (const xmlNode *node, char name[MAX_NAME])
{
  const char *p = (const char *) node->name;
  gsize n = 0;

  for (; *p != '\0' && n + 1 < MAX_NAME; p++)
    if (strchr ("-_.", *p) == NULL)
      name[n++] = g_ascii_tolower (*p);
  name[n] = '\0';
}

/* Which of the names of @part an element has; G_MAXUINT: none. */
static guint
find_rank (const xmlNode *node, char **names)
{
  char name[MAX_NAME];

  if (node->type != XML_ELEMENT_NODE || names == NULL)
    return G_MAXUINT;
  fold_name (node, name);
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], name) == 0)
      return i;
  return G_MAXUINT;
}

static gboolean
is_filled (const xmlNode *node)
{
  g_autofree char *line = plx_xml_line (node);

  return line != NULL;
}

/* The child that @part is best kept in, among those that hold something. */
static const xmlNode *
find_child (const xmlNode *parent, const char *part)
{
  char **names = get_names (part);
  const xmlNode *best = NULL;
  guint best_rank = G_MAXUINT;

  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      guint rank = find_rank (node, names);

      if (rank < best_rank && is_filled (node))
        {
          best = node;
          best_rank = rank;
        }
    }
  return best;
}

/* Among the children, or one level below: "<head><headline>…". */
static const xmlNode *
find_part (const xmlNode *record, const char *part)
{
  const xmlNode *found = find_child (record, part);

  for (const xmlNode *node = record->children; node != NULL && found == NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && find_rank (node, get_names ("body")) == G_MAXUINT)
      found = find_child (node, part);
  return found;
}

/* -- articles -- */

static char *
read_text (const xmlNode *node)
{
  g_autofree char *raw = NULL;

  if (node == NULL)
    return NULL;
  if (plx_xml_has_elements (node))
    return plx_xml_paragraphs (node);
  raw = plx_xml_raw (node);
  return raw != NULL ? plx_markup_paragraphs (raw) : NULL;
}

/* Of a party with an address and a history, its name. */
static char *
read_line (const xmlNode *record, const char *part)
{
  const xmlNode *node = find_part (record, part);
  const xmlNode *name = node != NULL ? plx_xml_child (node, "name") : NULL;
  g_autofree char *text = read_text (name != NULL ? name : node);

  return text != NULL ? plx_markup_line (text) : NULL;
}

/* "/ritzau/" */
static char *
strip_slashes (char *name)
{
  gsize n = name != NULL ? strlen (name) : 0;

  if (n > 2 && name[0] == '/' && name[n - 1] == '/')
    {
      name[n - 1] = '\0';
      memmove (name, name + 1, n - 1);
    }
  return name;
}

/* Each name of a date is tried until one is a date. */
static char *
find_date (const xmlNode *record)
{
  char **names = get_names ("published");

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    for (const xmlNode *node = record->children; node != NULL; node = node->next)
      if (find_rank (node, names) == i)
        {
          g_autofree char *line = plx_xml_line (node);
          char *date = line != NULL ? plx_published_parse (line) : NULL;

          if (date != NULL)
            return date;
        }
  return NULL;
}

static PlxImportedArticle *
read_record (const xmlNode *record)
{
  PlxImportedArticle *article = plx_imported_article_new ();

  plx_item_set (&article->title, read_line (record, "title"));
  plx_item_keep (article, read_text (find_part (record, "lead")));
  plx_item_add_byline (article, read_line (record, "byline"));
  article->published = find_date (record);
  plx_item_set (&article->wire, strip_slashes (read_line (record, "wire")));
  plx_item_set (&article->site, read_line (record, "site"));
  plx_item_set (&article->site, g_strdup (article->wire));
  plx_item_set (&article->url, read_line (record, "url"));
  plx_item_set (&article->dateline, read_line (record, "dateline"));
  plx_item_set_language (article, plx_xml_attribute (record, "lang"));
  plx_item_set_language (article, read_line (record, "language"));
  plx_item_add_text (article, read_text (find_child (record, "body")));
  return article;
}

/* A text of some length with a headline, or with a date at least. */
static gboolean
is_record (const xmlNode *node)
{
  const xmlNode *body = node->type == XML_ELEMENT_NODE ? find_child (node, "body") : NULL;
  g_autofree char *line = body != NULL ? plx_xml_line (body) : NULL;
  g_autofree char *date = NULL;

  if (line == NULL)
    return FALSE;
  if (find_part (node, "title") != NULL)
    return TRUE;
  date = find_date (node);
  return date != NULL && strlen (line) >= MIN_TEXT_BYTES;
}

static void
read_records (PlxItems *items, const xmlNode *root)
{
  const xmlNode *node = root;

  while (node != NULL)
    if (is_record (node))
      {
        plx_items_add (items, read_record (node));
        node = plx_xml_skip (node, root);
      }
    else
      node = plx_xml_next (node, root);
}

static gboolean
is_xml (PlxImportInput *input)
{
  return plx_import_input_get_root (input) != NULL
         && (plx_import_input_is_xml (input) || plx_import_input_has_ending (input, ".xml"));
}

static gboolean
read_xml (PlxImportInput *input, PlxImportResult *result, GError **error)
{
  PlxItems items = { .result = result };
  xmlDoc *doc = plx_items_parse (input, result, error);

  if (doc == NULL)
    return FALSE;
  read_records (&items, xmlDocGetRootElement (doc));
  xmlFreeDoc (doc);
  if (items.n > 0)
    return plx_items_end (&items, error);
  plx_formats_refuse (input, error);
  return FALSE;
}

const PlxImportFormat plx_format_newsxml = {
  .media_type = "application/xml",
  .label = N_("XML"),
  .limit = PLX_IMPORT_MAX_TEXT_BYTES,
  .is_one = is_xml,
  .read = read_xml,
};
