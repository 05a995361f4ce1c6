/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-formats.h"
#include "import/plx-items.h"

#include <glib/gi18n-lib.h>

/* NITF, the news text format of the 1990s that many agencies still send, alone
 * or inside NewsML and ninjs. One document, one article. */

static char *
read_attribute (const xmlNode *top, const char *path, const char *name)
{
  return plx_xml_attribute (plx_xml_path (top, path), name);
}

/* Only the day it went out: releases, expiries and story dates come after or never. */
static void
read_date (const xmlNode *nitf, PlxItems *items, PlxImportedArticle *article)
{
  static const char * const places[][2] = {
    { "head/docdata/date.issue", "norm" }, { "head/docdata/date.release", "norm" },
    { "head/pubdata", "date.publication" }, { "body/body.head/dateline/story.date", "norm" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places) && article->published == NULL; i++)
    plx_item_set_date (items, article, read_attribute (nitf, places[i][0], places[i][1]));
}

static void
read_origin (const xmlNode *nitf, PlxImportedArticle *article)
{
  const xmlNode *head = plx_xml_path (nitf, "body/body.head");

  plx_item_set (&article->site, read_attribute (nitf, "head/pubdata", "name"));
  plx_item_set (&article->site, plx_xml_line (plx_xml_child (head, "distributor")));
  plx_item_set (&article->site, read_attribute (nitf, "head/docdata/doc.copyright", "holder"));
  plx_item_set (&article->wire, read_attribute (nitf, "head/docdata/doc-id", "regsrc"));
  plx_item_set (&article->wire, plx_xml_line (plx_xml_child (head, "distributor")));
  plx_item_set (&article->url, read_attribute (nitf, "head/pubdata", "ex-ref"));
}

static void
read_language (const xmlNode *nitf, PlxImportedArticle *article)
{
  plx_item_set_language (article, plx_xml_attribute (nitf, "baselang"));
  plx_item_set_language (article, plx_xml_attribute (nitf, "lang"));
  plx_item_set_language (article, read_attribute (nitf, "body/body.content/lang", "lang"));
}

static void
read_head (const xmlNode *nitf, PlxImportedArticle *article)
{
  const xmlNode *head = plx_xml_path (nitf, "body/body.head");
  const xmlNode *hedline = plx_xml_child (head, "hedline");

  plx_item_set (&article->title, plx_xml_line (plx_xml_child (hedline, "hl1")));
  plx_item_set (&article->title, plx_xml_line (hedline));
  plx_item_set (&article->title, plx_xml_line (plx_xml_path (nitf, "head/title")));
  if (*article->byline == NULL)
    for (const xmlNode *by = plx_xml_child (head, "byline"); by != NULL;
         by = plx_xml_sibling (by, "byline"))
      plx_item_add_byline (article, plx_xml_line (by));
  plx_item_set (&article->dateline, plx_xml_line (plx_xml_child (head, "dateline")));
  for (const xmlNode *hl2 = plx_xml_child (hedline, "hl2"); hl2 != NULL;
       hl2 = plx_xml_sibling (hl2, "hl2"))
    plx_item_keep (article, plx_xml_line (hl2));
  plx_item_keep (article, plx_xml_paragraphs (plx_xml_child (head, "abstract")));
}

/* Captions and the lines below the text are no part of it. */
static void
read_beside (const xmlNode *body, PlxImportedArticle *article)
{
  for (const xmlNode *node = body; node != NULL; node = plx_xml_next (node, body))
    if (plx_xml_is (node, "media-caption") || plx_xml_is (node, "tagline"))
      plx_item_keep (article, plx_xml_line (node));
}

static void
read_management (const xmlNode *nitf, PlxItems *items)
{
  const xmlNode *docdata = plx_xml_path (nitf, "head/docdata");

  plx_items_say_status (items, plx_xml_attribute (docdata, "management-status"));
  for (const xmlNode *note = plx_xml_child (docdata, "ed-msg"); note != NULL;
       note = plx_xml_sibling (note, "ed-msg"))
    plx_items_say_note (items, plx_xml_attribute (note, "info"));
}

/* Mostly one; some agencies send a body for each page. */
static char *
read_body (const xmlNode *body)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (plx_xml_child (body, "body.content") == NULL && plx_xml_child (body, "body.head") == NULL)
    return plx_xml_paragraphs (body);
  for (const xmlNode *part = plx_xml_child (body, "body.content"); part != NULL;
       part = plx_xml_sibling (part, "body.content"))
    {
      g_autofree char *paragraphs = plx_xml_paragraphs (part);

      if (paragraphs != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", paragraphs);
    }
  return g_strdup (text->str);
}

void
plx_nitf_read (const xmlNode *nitf, PlxItems *items, PlxImportedArticle *article)
{
  const xmlNode *body = plx_xml_child (nitf, "body");

  read_head (nitf, article);
  read_date (nitf, items, article);
  read_origin (nitf, article);
  read_language (nitf, article);
  read_management (nitf, items);
  plx_item_add_text (article, read_body (body));
  read_beside (body, article);
}

static gboolean
is_nitf (PlxImportInput *input)
{
  return plx_import_input_has_root (input, "nitf");
}

static gboolean
read_nitf (PlxImportInput *input, PlxImportResult *result, GError **error)
{
  PlxItems items = { .result = result };
  PlxImportedArticle *article;
  xmlDoc *doc = plx_items_parse (input, result, error);

  if (doc == NULL)
    return FALSE;
  article = plx_imported_article_new ();
  plx_nitf_read (xmlDocGetRootElement (doc), &items, article);
  xmlFreeDoc (doc);
  plx_items_add (&items, article);
  return plx_items_end (&items, error);
}

const PlxImportFormat plx_format_nitf = {
  .media_type = "application/nitf+xml",
  .label = N_("an agency report (NITF)"),
  .limit = PLX_IMPORT_MAX_TEXT_BYTES,
  .is_one = is_nitf,
  .read = read_nitf,
};
