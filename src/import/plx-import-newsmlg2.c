/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-formats.h"
#include "import/plx-items.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* NewsML-G2: news items, alone or in a message. Packages list items that lie
 * elsewhere; what describes concepts, plans and catalogues is no news. */

enum { MAX_NOTE_CHARS = 400 };

/* How a party or a source is called: its name, its literal, the end of its code. */
static char *
read_name (const xmlNode *node, gboolean with_code)
{
  char *name = plx_xml_line (plx_xml_child (node, "name"));
  g_autofree char *code = NULL;

  if (name == NULL)
    name = plx_xml_attribute (node, "literal");
  if (name != NULL || !with_code)
    return name;
  code = plx_xml_attribute (node, "qcode");
  return code != NULL && strchr (code, ':') != NULL ? g_strdup (strchr (code, ':') + 1) : NULL;
}

static void
read_bylines (const xmlNode *meta, PlxImportedArticle *article)
{
  for (const xmlNode *by = plx_xml_child (meta, "by"); by != NULL; by = plx_xml_sibling (by, "by"))
    plx_item_add_byline (article, plx_xml_line (by));
  if (*article->byline != NULL)
    return;
  for (const xmlNode *creator = plx_xml_child (meta, "creator"); creator != NULL;
       creator = plx_xml_sibling (creator, "creator"))
    {
      g_autofree char *type = plx_xml_attribute (creator, "type");

      if (type != NULL && g_str_has_suffix (type, ":person"))
        plx_item_add_byline (article, plx_xml_line (plx_xml_child (creator, "name")));
    }
}

static void
read_content_meta (PlxItems *items, const xmlNode *item, PlxImportedArticle *article)
{
  const xmlNode *meta = plx_xml_child (item, "contentMeta");

  for (const xmlNode *line = plx_xml_child (meta, "headline"); line != NULL;
       line = plx_xml_sibling (line, "headline"))
    plx_item_set (&article->title, plx_xml_line (line));
  read_bylines (meta, article);
  plx_item_set (&article->dateline, plx_xml_line (plx_xml_child (meta, "dateline")));
  for (const xmlNode *text = plx_xml_child (meta, "description"); text != NULL;
       text = plx_xml_sibling (text, "description"))
    plx_item_keep (article, plx_xml_paragraphs (text));
  for (const xmlNode *source = plx_xml_child (meta, "infoSource"); source != NULL;
       source = plx_xml_sibling (source, "infoSource"))
    plx_item_set (&article->wire, read_name (source, FALSE));
  plx_item_set_language (article, plx_xml_attribute (plx_xml_child (meta, "language"), "tag"));
  plx_item_set_date (items, article, plx_xml_line (plx_xml_child (meta, "contentModified")));
  plx_item_set_date (items, article, plx_xml_line (plx_xml_child (meta, "contentCreated")));
}

static void
read_notes (PlxItems *items, const xmlNode *meta)
{
  plx_items_say_status (items, plx_xml_attribute (plx_xml_child (meta, "pubStatus"), "qcode"));
  plx_items_say_embargo (items, plx_xml_line (plx_xml_child (meta, "embargoed")));
  for (const xmlNode *note = plx_xml_child (meta, "edNote"); note != NULL;
       note = plx_xml_sibling (note, "edNote"))
    {
      g_autofree char *line = plx_xml_has_elements (note) ? NULL : plx_xml_line (note);

      if (line != NULL && g_utf8_strlen (line, -1) <= MAX_NOTE_CHARS)
        plx_items_say_note (items, g_steal_pointer (&line));
    }
}

static void
read_origin (const xmlNode *item, PlxImportedArticle *article)
{
  const xmlNode *provider = plx_xml_path (item, "itemMeta/provider");

  plx_item_set (&article->site, read_name (provider, FALSE));
  plx_item_set (&article->site, read_name (plx_xml_path (item, "rightsInfo/copyrightHolder"), FALSE));
  plx_item_set (&article->site, read_name (provider, TRUE));
  plx_item_set (&article->wire, read_name (provider, TRUE));
}

/* A content set holds one content in several renditions: the first that is text. */
static void
read_contents (PlxItems *items, const xmlNode *set, PlxImportedArticle *article)
{
  const xmlNode *part = set != NULL ? set->children : NULL;

  for (; part != NULL && article->text == NULL; part = part->next)
    if (plx_xml_is (part, "inlineXML"))
      {
        const xmlNode *nitf = plx_xml_child (part, "nitf");

        plx_item_set_language (article, plx_xml_attribute (part, "lang"));
        if (nitf != NULL)
          plx_nitf_read (nitf, items, article);
        else
          plx_item_add_text (article, plx_xml_paragraphs (part));
      }
    else if (plx_xml_is (part, "inlineData"))
      {
        g_autofree char *type = plx_xml_attribute (part, "contenttype");
        g_autofree char *raw = plx_xml_raw (part);

        if (raw != NULL && (type == NULL || g_str_has_prefix (type, "text/")))
          plx_item_add_text (article, plx_markup_paragraphs (raw));
      }
}

static void
read_item (PlxItems *items, const xmlNode *item)
{
  PlxImportedArticle *article = plx_imported_article_new ();
  const xmlNode *meta = plx_xml_child (item, "itemMeta");

  plx_item_set_date (items, article, plx_xml_line (plx_xml_child (meta, "versionCreated")));
  plx_item_set_date (items, article, plx_xml_line (plx_xml_child (meta, "firstCreated")));
  read_content_meta (items, item, article);
  read_notes (items, meta);
  read_origin (item, article);
  read_contents (items, plx_xml_child (item, "contentSet"), article);
  plx_item_set_language (article, plx_xml_attribute (item, "lang"));
  plx_items_add (items, article);
}

/* A rendition cut out of its item, as documentation and some services hand on. */
static void
read_piece (PlxItems *items, const xmlNode *piece)
{
  PlxImportedArticle *article = plx_imported_article_new ();

  if (plx_xml_is (piece, "contentSet"))
    read_contents (items, piece, article);
  else
    plx_nitf_read (plx_xml_find (piece, "nitf"), items, article);
  plx_items_add (items, article);
}

static const struct { const char *name; const char *what; } no_news[] = {
  { "packageItem", N_("a package: it lists items that are files of their own") },
  { "knowledgeItem", N_("a list of codes and concepts") },
  { "conceptItem", N_("the description of a person, a place or another concept") },
  { "planningItem", N_("a plan of coverage") },
  { "catalogItem", N_("a catalogue of codes") },
};

/* Each kind once. */
static void
tell_no_news (PlxItems *items, const xmlNode *node, const char **what)
{
  for (guint i = 0; i < G_N_ELEMENTS (no_news); i++)
    if (plx_xml_is (node, no_news[i].name) && *what != _(no_news[i].what))
      {
        *what = _(no_news[i].what);
        plx_import_result_say (items->result, "note", NULL, _("left out: %s, no news"), *what);
      }
}

static gboolean
is_newsml (PlxImportInput *input)
{
  return plx_import_input_has_root (input, "newsItem newsMessage packageItem knowledgeItem "
                                           "conceptItem planningItem catalogItem contentSet inlineXML");
}

static void
read_all (PlxItems *items, const xmlNode *root, const char **what)
{
  const xmlNode *node = root;

  if (plx_xml_is (root, "contentSet") || plx_xml_is (root, "inlineXML"))
    {
      read_piece (items, root);
      return;
    }
  while (node != NULL)
    if (plx_xml_is (node, "newsItem"))
      {
        read_item (items, node);
        node = plx_xml_skip (node, root);
      }
    else
      {
        tell_no_news (items, node, what);
        node = plx_xml_next (node, root);
      }
}

static gboolean
read_newsml (PlxImportInput *input, PlxImportResult *result, GError **error)
{
  PlxItems items = { .result = result };
  const char *what = NULL;
  xmlDoc *doc = plx_items_parse (input, result, error);

  if (doc == NULL)
    return FALSE;
  read_all (&items, xmlDocGetRootElement (doc), &what);
  xmlFreeDoc (doc);
  if (result->articles->len == 0 && what != NULL)
    {
      g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_EMPTY,
                   _("this is %s; import the news items themselves"), what);
      return FALSE;
    }
  return plx_items_end (&items, error);
}

const PlxImportFormat plx_format_newsmlg2 = {
  .media_type = "application/vnd.iptc.g2.newsitem+xml",
  .label = N_("an agency report (NewsML-G2)"),
  .limit = PLX_IMPORT_MAX_TEXT_BYTES,
  .is_one = is_newsml,
  .read = read_newsml,
};
