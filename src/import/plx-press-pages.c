/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/plx-data.h"
#include "import/plx-formats.h"
#include "import/plx-items.h"
#include "import/plx-press.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/xpath.h>
#include <string.h>

/* Where the mark-up of an export says what is what, XPath in
 * data/import/press-pages.tsv finds it; a new database is a few lines there. */

enum { MAX_OPERATIONS = 400 * 1000 * 1000 };    // of all XPath in one file: against made-up pages

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlXPathContext, xmlXPathFreeContext)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlXPathObject, xmlXPathFreeObject)

typedef struct {
  char *name;
  GPtrArray *fields;     // char *: name of a field, its value, in turns
} Database;

/* -- the table -- */

static gboolean
add_row (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  GPtrArray *databases = user_data;
  Database *last = databases->len > 0 ? g_ptr_array_index (databases, databases->len - 1) : NULL;

  if (n_fields < 3)
    return TRUE;
  if (last == NULL || !g_str_equal (last->name, fields[0]))
    {
      last = g_new0 (Database, 1);
      last->name = g_strdup (fields[0]);
      last->fields = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (databases, last);
    }
  g_ptr_array_add (last->fields, g_strdup (fields[1]));
  g_ptr_array_add (last->fields, g_strdup (fields[2]));
  return TRUE;
}

static GPtrArray *
get_databases (void)
{
  static GPtrArray *databases;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      databases = g_ptr_array_new ();
      plx_data_read_table ("import/press-pages.tsv", add_row, databases, NULL);
      g_once_init_leave (&once, 1);
    }
  return databases;
}

/* The value of @field after the one at @at, which moves there; start with -1. */
static const char *
next_value (const Database *database, const char *field, int *at)
{
  for (guint i = *at < 0 ? 0 : (guint) *at + 2; i < database->fields->len; i += 2)
    if (g_str_equal (g_ptr_array_index (database->fields, i), field))
      {
        *at = (int) i;
        return g_ptr_array_index (database->fields, i + 1);
      }
  return NULL;
}

static gboolean
has_signs (const Database *database, const char *text, gsize n_bytes)
{
  int at = -1;

  for (const char *sign; (sign = next_value (database, "sign", &at)) != NULL;)
    if (g_strstr_len (text, (gssize) n_bytes, sign) == NULL)
      return FALSE;
  return TRUE;
}

/* -- finding -- */

typedef struct {
  const Database *database;
  xmlXPathContext *context;
} Page;

static xmlXPathObject *
evaluate (const Page *page, const char *path, xmlNode *from)
{
  page->context->node = from;
  return xmlXPathEvalExpression ((const xmlChar *) path, page->context);
}

static guint
count (const xmlXPathObject *found)
{
  return found != NULL && found->type == XPATH_NODESET && found->nodesetval != NULL
           ? (guint) found->nodesetval->nodeNr : 0;
}

/* What a node of any kind holds, blanks collapsed. */
static char *
dup_line (xmlNode *node)
{
  xmlChar *raw = xmlNodeGetContent (node);
  g_auto (GStrv) words = g_strsplit_set (raw != NULL ? (const char *) raw : "", " \t\r\n", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  xmlFree (raw);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

/* What the first path of @field that finds something finds, in one line. */
static char *
find_line (const Page *page, const char *field, xmlNode *item)
{
  int at = -1;

  for (const char *path; (path = next_value (page->database, field, &at)) != NULL;)
    {
      g_autoptr (xmlXPathObject) found = evaluate (page, path, item);

      if (found != NULL && found->type == XPATH_STRING)
        return g_strdup ((const char *) found->stringval);
      if (count (found) > 0)
        return dup_line (found->nodesetval->nodeTab[0]);
    }
  return NULL;
}

/* The mark-up of all that a path finds, read as a page is; elements that stand
 * side by side are paragraphs of their own. */
static char *
dup_paragraphs (const Page *page, const xmlXPathObject *found)
{
  xmlBuffer *markup = xmlBufferCreate ();
  g_autofree char *text = NULL;

  xmlBufferCat (markup, (const xmlChar *) "<div>");
  for (guint i = 0; i < count (found); i++)
    {
      xmlNode *node = found->nodesetval->nodeTab[i];
      gboolean is_part = node->type == XML_ELEMENT_NODE && node->ns == NULL;

      if (!is_part && node->type == XML_ELEMENT_NODE)
        xmlBufferCat (markup, (const xmlChar *) "<p>");
      htmlNodeDump (markup, page->context->doc, node);
    }
  text = plx_html_to_paragraphs ((const char *) xmlBufferContent (markup));
  xmlBufferFree (markup);
  return g_steal_pointer (&text);
}

static char *
find_paragraphs (const Page *page, const char *field, xmlNode *item)
{
  int at = -1;

  for (const char *path; (path = next_value (page->database, field, &at)) != NULL;)
    {
      g_autoptr (xmlXPathObject) found = evaluate (page, path, item);

      if (count (found) > 0)
        return dup_paragraphs (page, found);
    }
  return NULL;
}

/* -- one article -- */

static void
set_from (const Page *page, const char *field, PlxPressRole role, xmlNode *item,
          PlxImportedArticle *article)
{
  g_autofree char *value = find_line (page, field, item);

  if (value != NULL)
    plx_press_set (article, role, value);
}

/* Lines that a label explains, or their place after the date. */
static void
read_head (const Page *page, xmlNode *item, PlxImportedArticle *article)
{
  g_autofree char *head = find_paragraphs (page, "head", item);
  g_auto (GStrv) lines = g_strsplit (head != NULL ? head : "", "\n", -1);
  int at = -1;
  gboolean after_date = g_strcmp0 (next_value (page->database, "order", &at), "date source") == 0;
  gboolean wants_source = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *value;
      PlxPressRole role = plx_press_get_role (lines[i], &value);
      g_autofree char *date = after_date && role == PLX_PRESS_NONE
                                ? plx_press_find_date (lines[i]) : NULL;

      if (role != PLX_PRESS_NONE)
        plx_press_set (article, role, value);
      else if (wants_source && strchr (lines[i], ':') == NULL)
        {
          plx_press_set (article, PLX_PRESS_SOURCE, lines[i]);
          wants_source = FALSE;
        }
      else if (date != NULL && article->published == NULL)
        {
          plx_press_set (article, PLX_PRESS_DATE, lines[i]);
          wants_source = TRUE;
        }
      else if (*lines[i] != '\0')
        g_ptr_array_add (article->removed, g_strdup (lines[i]));
    }
}

/* What follows the text on its last lines: the number of the document, whose rights it is. */
static char *
cut_tail (char *text, PlxImportedArticle *article)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (plx_press_get_role (lines[i], NULL) == PLX_PRESS_TAIL || g_str_has_prefix (lines[i], "©"))
      g_ptr_array_add (article->removed, g_strdup (lines[i]));
    else
      g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", lines[i]);
  g_free (text);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Lines that a machine wrapped; those set in begin a paragraph. */
static char *
join_wrapped (const xmlXPathObject *found)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < count (found); i++)
    {
      xmlChar *raw = xmlNodeGetContent (found->nodesetval->nodeTab[i]);

      g_string_append_printf (all, "%s\n", raw != NULL ? (const char *) raw : "");
      xmlFree (raw);
    }
  return plx_text_unwrap (all->str);
}

static char *
find_text (const Page *page, xmlNode *item, PlxImportedArticle *article)
{
  char *text = find_paragraphs (page, "body", item);
  int at = -1;
  const char *path;
  g_autoptr (xmlXPathObject) found = NULL;

  if (text != NULL)
    return cut_tail (text, article);
  path = next_value (page->database, "wrapped", &at);
  found = path != NULL ? evaluate (page, path, item) : NULL;
  return count (found) > 0 ? join_wrapped (found) : NULL;
}

static void
read_item (const Page *page, xmlNode *item, PlxImportResult *result)
{
  PlxImportedArticle *article = plx_imported_article_new ();
  int at = -1;
  const char *name = next_value (page->database, "name", &at);

  set_from (page, "title", PLX_PRESS_TITLE, item, article);
  set_from (page, "byline", PLX_PRESS_BYLINE, item, article);
  set_from (page, "date", PLX_PRESS_DATE, item, article);
  set_from (page, "source", PLX_PRESS_SOURCE, item, article);
  set_from (page, "language", PLX_PRESS_LANGUAGE, item, article);
  read_head (page, item, article);
  if (name != NULL)
    plx_press_set (article, PLX_PRESS_SOURCE, name);
  article->text = find_text (page, item, article);
  plx_press_add (result, article);
}

/* -- the whole -- */

static xmlDoc *
parse (const Database *database, const char *text, gsize n_bytes)
{
  int at = -1;
  gboolean is_cut;

  if (next_value (database, "xml", &at) != NULL)
    return plx_xml_parse (text, n_bytes, &is_cut);
  return htmlReadMemory (text, (int) n_bytes, NULL, "UTF-8",
                         HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                           | HTML_PARSE_NONET | HTML_PARSE_COMPACT);
}

static void
ignore_error (void *data, xmlError *error)
{
}

static gboolean
read_as (const Database *database, const char *text, gsize n_bytes, PlxImportResult *result)
{
  g_autoptr (xmlDoc) doc = parse (database, text, n_bytes);
  g_autoptr (xmlXPathContext) context = doc != NULL ? xmlXPathNewContext (doc) : NULL;
  Page page = { database, context };
  int at = -1;
  const char *path = next_value (database, "item", &at);
  g_autoptr (xmlXPathObject) items = NULL;
  guint n = result->articles->len;

  if (context == NULL || path == NULL)
    return FALSE;
  context->error = ignore_error;
  context->opLimit = MAX_OPERATIONS;
  items = evaluate (&page, path, xmlDocGetRootElement (doc));
  for (guint i = 0; i < count (items); i++)
    read_item (&page, items->nodesetval->nodeTab[i], result);
  if (result->articles->len == n)
    return FALSE;
  plx_press_say (result, database->name);
  return TRUE;
}

gboolean
plx_press_read_page (const char *text, gsize n_bytes, PlxImportResult *result)
{
  GPtrArray *databases = get_databases ();

  for (guint i = 0; i < databases->len; i++)
    {
      const Database *database = g_ptr_array_index (databases, i);

      if (has_signs (database, text, n_bytes) && read_as (database, text, n_bytes, result))
        return TRUE;
    }
  return FALSE;
}

/* -- the format: XML; pages come by way of plx-import-html.c -- */

static gboolean
is_press_xml (PlxImportInput *input)
{
  return plx_import_input_has_root (input, "PPSResponse ppsArticleResponse ppsarticleResultSet");
}

static gboolean
read_press_xml (PlxImportInput *input, PlxImportResult *result, GError **error)
{
  gsize n;
  const char *text = plx_import_input_get_text (input, &n);

  if (plx_press_read_page (text, n, result))
    return TRUE;
  g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_EMPTY,
               _("no article was found in this export; export it again with the full text"));
  return FALSE;
}

const PlxImportFormat plx_format_press = {
  .media_type = "application/xml",
  .label = N_("an export of a press database"),
  .limit = PLX_IMPORT_MAX_TEXT_BYTES,
  .is_one = is_press_xml,
  .read = read_press_xml,
};
