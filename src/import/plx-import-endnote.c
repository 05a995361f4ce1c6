/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-formats.h"
#include "import/plx-record.h"
#include "import/plx-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Bibliographies as EndNote writes them in XML: text lies in "style" elements. */

static void
set_line (PlxRecord *record, PlxColumnRole role, const xmlNode *top, const char *name)
{
  g_autofree char *line = plx_xml_line (plx_xml_find (top, name));

  if (line != NULL)
    plx_record_set (record, role, line);
}

/* "Marx, Karl" → "Karl Marx" */
static void
add_author (PlxRecord *record, const xmlNode *author)
{
  g_autofree char *name = plx_xml_line (author);
  char *comma = name != NULL ? strchr (name, ',') : NULL;

  if (comma != NULL && strchr (comma + 1, ',') == NULL)
    {
      g_autofree char *turned = NULL;

      *comma = '\0';
      turned = g_strdup_printf ("%s %s", g_strstrip (comma + 1), g_strstrip (name));
      plx_record_set (record, PLX_COLUMN_BYLINE, turned);
    }
  else if (name != NULL)
    plx_record_set (record, PLX_COLUMN_BYLINE, name);
}

static void
add_authors (PlxRecord *record, const xmlNode *top)
{
  const xmlNode *authors = plx_xml_find (top, "authors");

  for (const xmlNode *author = authors != NULL ? plx_xml_child (authors, "author") : NULL;
       author != NULL; author = plx_xml_sibling (author, "author"))
    add_author (record, author);
}

/* The day stands apart from the year: "3 March" of 2031. */
static void
set_date (PlxRecord *record, const xmlNode *top)
{
  const xmlNode *dates = plx_xml_find (top, "dates");
  g_autofree char *year = dates != NULL ? plx_xml_line (plx_xml_find (dates, "year")) : NULL;
  g_autofree char *day = dates != NULL ? plx_xml_line (plx_xml_find (dates, "date")) : NULL;
  g_autofree char *both = year != NULL && day != NULL ? g_strdup_printf ("%s %s", day, year) : NULL;
  g_autofree char *parsed = both != NULL ? plx_published_parse (both) : NULL;

  if (parsed == NULL && day != NULL)
    parsed = plx_published_parse (day);
  if (parsed != NULL || year != NULL)
    plx_record_set (record, PLX_COLUMN_PUBLISHED, parsed != NULL ? parsed : year);
}

static gboolean
read_record (const xmlNode *top, guint number, PlxRecords *records, GError **error)
{
  g_auto (PlxRecord) record = { 0 };
  g_autofree char *abstract = plx_xml_paragraphs (plx_xml_find (top, "abstract"));

  plx_record_init (&record);
  record.where = g_strdup_printf (_("article %u"), number);
  set_line (&record, PLX_COLUMN_TITLE, top, "title");
  if (abstract != NULL)
    plx_record_set (&record, PLX_COLUMN_TEXT, abstract);
  set_line (&record, PLX_COLUMN_SOURCE, top, "full-title");
  set_line (&record, PLX_COLUMN_SOURCE, top, "secondary-title");
  set_line (&record, PLX_COLUMN_SOURCE, top, "publisher");
  set_line (&record, PLX_COLUMN_URL, top, "url");
  set_line (&record, PLX_COLUMN_LANGUAGE, top, "language");
  set_line (&record, PLX_COLUMN_ID, top, "accession-num");
  add_authors (&record, top);
  set_date (&record, top);
  return plx_records_add (records, &record, error);
}

static gboolean
read_endnote (PlxImportInput *input, PlxImportResult *result, GError **error)
{
  gsize n;
  const char *text = plx_import_input_get_text (input, &n);
  gboolean is_cut = FALSE, ok = TRUE;
  xmlDoc *doc = plx_xml_parse (text, n, &is_cut);
  xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  PlxRecords records = { .input = input, .result = result, .title_stands = TRUE };
  guint number = 0;

  for (xmlNode *node = root; node != NULL && ok;)
    if (plx_xml_is (node, "record"))
      {
        ok = read_record (node, ++number, &records, error);
        node = plx_xml_skip (node, root);
      }
    else
      node = plx_xml_next (node, root);
  if (doc != NULL)
    xmlFreeDoc (doc);
  plx_records_tell (&records);
  if (is_cut)
    plx_import_result_say (result, "warning", NULL,
                           _("the file is damaged or cut off; the entries before were read"));
  if (!ok || records.n_added > 0)
    return ok;
  g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_EMPTY,
               _("no entry of the bibliography could be read"));
  return FALSE;
}

static gboolean
is_endnote (PlxImportInput *input)
{
  const char *text;
  g_autofree char *head = NULL;

  if (!plx_import_input_has_root (input, "xml records"))
    return FALSE;
  text = plx_import_input_get_text (input, NULL);
  head = g_strndup (text, strnlen (text, 16384));
  return strstr (head, "<record>") != NULL
         && (strstr (head, "<ref-type") != NULL || strstr (head, "<contributors") != NULL
             || strstr (head, "EndNote") != NULL);
}

const PlxImportFormat plx_format_endnote = {
  .media_type = "application/x-endnote+xml",
  .label = N_("a bibliography"),
  .limit = PLX_IMPORT_MAX_TEXT_BYTES,
  .is_one = is_endnote,
  .read = read_endnote,
};
