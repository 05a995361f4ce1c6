/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-docx-styles.h"
#include "import/plx-formats.h"
#include "import/plx-press.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Word's documents. Text is what stands in w:t, wherever that is: in links, content
 * controls, fields, text boxes, insertions; not in deletions, the codes of fields,
 * or the second rendering that is kept for old readers. Elements are known by their
 * local names, as prefixes and even namespaces differ (transitional, strict). */

enum { MAX_FIELDS = 64 };

typedef struct {
  PlxPackage *package;
  PlxDocument *document;
  PlxDocumentBuilder *builder;
  GHashTable *styles;
  GHashTable *margins;         // names of the parts with heads and feet of pages
  const char *part;
  char field_codes[MAX_FIELDS]; // of open fields: are we in the code, not the result?
  guint n_fields;
  gboolean style_bold, run_bold, run_hidden;
  gboolean in_text;
  gboolean ends_section;
} Reading;

/* -- properties -- */

static gboolean
at_end (xmlTextReader *reader, int depth)
{
  return xmlTextReaderNodeType (reader) == XML_READER_TYPE_END_ELEMENT
         && xmlTextReaderDepth (reader) <= depth;
}

static gboolean
is_new_page (xmlTextReader *reader)
{
  g_autofree char *type = plx_part_attribute (reader, "val");

  return g_strcmp0 (type, "continuous") != 0 && g_strcmp0 (type, "nextColumn") != 0;
}

static void
note_margin (Reading *reading, xmlTextReader *reader)
{
  g_autofree char *id = plx_part_attribute (reader, "id");
  char *name = id != NULL
    ? plx_package_find_relation (reading->package, reading->part, id, NULL) : NULL;

  if (name != NULL)
    g_hash_table_add (reading->margins, name);
}

static void
read_section (Reading *reading, xmlTextReader *reader)
{
  int depth = xmlTextReaderDepth (reader);
  gboolean is_page = TRUE;

  if (xmlTextReaderIsEmptyElement (reader))
    return;
  while (xmlTextReaderRead (reader) == 1 && !at_end (reader, depth))
    if (plx_part_is (reader, "type"))
      is_page = is_new_page (reader);
    else if (plx_part_is (reader, "headerReference") || plx_part_is (reader, "footerReference"))
      note_margin (reading, reader);
  reading->ends_section |= is_page;
}

static void
read_mark (Reading *reading, xmlTextReader *reader)
{
  int depth = xmlTextReaderDepth (reader);

  if (!xmlTextReaderIsEmptyElement (reader))
    while (xmlTextReaderRead (reader) == 1 && !at_end (reader, depth))
      if (plx_part_is (reader, "del") || plx_part_is (reader, "moveFrom"))
        plx_document_builder_join_next (reading->builder);
}

/* A big first letter is a paragraph of its own in the file. */
static gboolean
is_drop_cap (xmlTextReader *reader)
{
  g_autofree char *kind = plx_part_attribute (reader, "dropCap");

  return g_strcmp0 (kind, "drop") == 0 || g_strcmp0 (kind, "margin") == 0;
}

static void
read_paragraph_properties (Reading *reading, xmlTextReader *reader)
{
  int depth = xmlTextReaderDepth (reader);
  PlxParagraph *paragraph = plx_document_builder_get_paragraph (reading->builder);

  if (paragraph == NULL || xmlTextReaderIsEmptyElement (reader))
    return;
  while (xmlTextReaderRead (reader) == 1 && !at_end (reader, depth))
    if (plx_part_is (reader, "pStyle"))
      {
        g_autofree char *id = plx_part_attribute (reader, "val");

        reading->style_bold = plx_docx_styles_apply (reading->styles, id, paragraph);
      }
    else if (plx_part_is (reader, "outlineLvl"))
      {
        int level = plx_docx_read_level (reader);

        paragraph->is_heading = level >= 0;
        paragraph->level = level >= 0 ? (guint) level + 1 : 0;
      }
    else if (plx_part_is (reader, "framePr") && is_drop_cap (reader))
      plx_document_builder_join_next (reading->builder);
    else if (plx_part_is (reader, "pageBreakBefore") && plx_docx_is_on (reader))
      paragraph->page_break_before = TRUE;
    else if (plx_part_is (reader, "rPr"))
      read_mark (reading, reader);
    else if (plx_part_is (reader, "sectPr"))
      read_section (reading, reader);
    else if (plx_part_is (reader, "pPrChange"))
      plx_part_skip (reader);
}

static void
read_run_properties (Reading *reading, xmlTextReader *reader)
{
  int depth = xmlTextReaderDepth (reader);

  if (xmlTextReaderIsEmptyElement (reader))
    return;
  while (xmlTextReaderRead (reader) == 1 && !at_end (reader, depth))
    if (plx_part_is (reader, "b"))
      reading->run_bold = plx_docx_is_on (reader);
    else if (plx_part_is (reader, "vanish"))
      reading->run_hidden = plx_docx_is_on (reader);
    else if (plx_part_is (reader, "rPrChange"))
      plx_part_skip (reader);
}

/* A content control still showing what it asks for ("Click here to enter text")? */
static gboolean
is_placeholder (xmlTextReader *reader)
{
  int depth = xmlTextReaderDepth (reader);
  gboolean found = FALSE;

  if (!xmlTextReaderIsEmptyElement (reader))
    while (xmlTextReaderRead (reader) == 1 && !at_end (reader, depth))
      found |= plx_part_is (reader, "showingPlcHdr") && plx_docx_is_on (reader);
  return found;
}

/* -- text -- */

static gboolean
is_hidden (const Reading *reading)
{
  return reading->run_hidden || memchr (reading->field_codes, 1, reading->n_fields) != NULL;
}

static void
add_text (Reading *reading, const char *text)
{
  if (text != NULL && !is_hidden (reading))
    plx_document_builder_add_text (reading->builder, text, -1, reading->run_bold);
}

static void
read_break (Reading *reading, xmlTextReader *reader)
{
  g_autofree char *type = plx_part_attribute (reader, "type");
  PlxParagraph *paragraph = plx_document_builder_get_paragraph (reading->builder);

  if (g_strcmp0 (type, "page") == 0)
    plx_document_builder_break_page (reading->builder);
  else if (paragraph != NULL && (paragraph->is_heading || paragraph->is_title))
    add_text (reading, " ");
  else
    add_text (reading, "\n");
}

/* A character of a named font, by number; those of Symbol and its like are private. */
static void
read_symbol (Reading *reading, xmlTextReader *reader)
{
  g_autofree char *number = plx_part_attribute (reader, "char");
  gunichar c = number != NULL ? (gunichar) g_ascii_strtoull (number, NULL, 16) : 0;
  char utf8[8] = "";

  if (!g_unichar_validate (c) || c < 0x20 || g_unichar_type (c) == G_UNICODE_PRIVATE_USE)
    return;
  utf8[g_unichar_to_utf8 (c, utf8)] = '\0';
  add_text (reading, utf8);
}

static void
read_field (Reading *reading, xmlTextReader *reader)
{
  g_autofree char *type = plx_part_attribute (reader, "fldCharType");

  if (g_strcmp0 (type, "begin") == 0 && reading->n_fields < MAX_FIELDS)
    reading->field_codes[reading->n_fields++] = 1;
  else if (g_strcmp0 (type, "separate") == 0 && reading->n_fields > 0)
    reading->field_codes[reading->n_fields - 1] = 0;
  else if (g_strcmp0 (type, "end") == 0 && reading->n_fields > 0)
    reading->n_fields--;
}

/* A page or a text put in whole, which Word would show at this place. */
static void
read_chunk (Reading *reading, xmlTextReader *reader)
{
  g_autofree char *id = plx_part_attribute (reader, "id");
  g_autofree char *name
    = id != NULL ? plx_package_find_relation (reading->package, reading->part, id, NULL) : NULL;
  GBytes *bytes = name != NULL ? plx_package_get (reading->package, NULL, name) : NULL;
  gsize n = 0;
  const guchar *data = bytes != NULL ? g_bytes_get_data (bytes, &n) : NULL;
  g_autoptr (PlxDecoded) decoded = NULL;
  g_autofree char *text = NULL;

  if (data == NULL || n == 0 || g_str_has_suffix (name, ".xml"))
    {
      reading->document->n_foreign++;
      return;
    }
  decoded = plx_charset_decode (data, n, TRUE);
  text = g_str_has_suffix (name, ".txt") ? plx_text_join_paragraphs (decoded->text)
                                         : plx_html_to_paragraphs (decoded->text);
  plx_document_builder_open_paragraph (reading->builder);
  plx_document_builder_add_text (reading->builder, text, -1, FALSE);
  plx_document_builder_close_paragraph (reading->builder);
}

/* -- elements -- */

static void
open_paragraph (Reading *reading)
{
  plx_document_builder_open_paragraph (reading->builder);
  reading->style_bold = reading->run_bold = reading->run_hidden = FALSE;
}

static void
close_paragraph (Reading *reading)
{
  plx_document_builder_close_paragraph (reading->builder);
  memset (reading->field_codes, 0, sizeof reading->field_codes);
  if (reading->ends_section)
    plx_document_builder_break_page (reading->builder);
  reading->ends_section = FALSE;
}

static gboolean
is_separator (xmlTextReader *reader)
{
  g_autofree char *type = plx_part_attribute (reader, "type");

  return type != NULL && strcmp (type, "normal") != 0;
}

static const struct { const char *name; PlxFrameKind kind; } frames[] = {
  { "tr", PLX_FRAME_ROW },
  { "tc", PLX_FRAME_CELL },
  { "txbxContent", PLX_FRAME_BOX },
  { "footnote", PLX_FRAME_NOTE },
  { "endnote", PLX_FRAME_NOTE },
};

static const char * const skipped[] = {
  "delText", "instrText", "delInstrText", "Fallback", "tblPr", "tblGrid", "tcPr", "trPr", "rt",
  NULL
};

/* What has no text of its own but stands for a character or a mark. */
static gboolean
read_mark_element (Reading *reading, xmlTextReader *reader, const char *name)
{
  if (strcmp (name, "tab") == 0 || strcmp (name, "ptab") == 0)
    add_text (reading, " ");
  else if (strcmp (name, "br") == 0)
    read_break (reading, reader);
  else if (strcmp (name, "cr") == 0)
    add_text (reading, "\n");
  else if (strcmp (name, "noBreakHyphen") == 0)
    add_text (reading, "-");
  else if (strcmp (name, "sym") == 0)
    read_symbol (reading, reader);
  else if (strcmp (name, "fldChar") == 0)
    read_field (reading, reader);
  else if (strcmp (name, "altChunk") == 0)
    read_chunk (reading, reader);
  else if (strcmp (name, "commentReference") == 0)
    reading->document->n_comments++;
  else if (strcmp (name, "OLEObject") == 0)
    reading->document->n_foreign++;
  else
    return FALSE;
  return TRUE;
}

static void
open_frame (Reading *reading, xmlTextReader *reader, PlxFrameKind kind)
{
  if (xmlTextReaderIsEmptyElement (reader))
    return;
  if (kind == PLX_FRAME_NOTE && is_separator (reader))
    plx_part_skip (reader);
  else
    plx_document_builder_open_frame (reading->builder, kind);
}

static void
read_start (Reading *reading, xmlTextReader *reader, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (frames); i++)
    if (strcmp (name, frames[i].name) == 0)
      {
        open_frame (reading, reader, frames[i].kind);
        return;
      }
  if (g_strv_contains (skipped, name))
    plx_part_skip (reader);
  else if (strcmp (name, "p") == 0)
    {
      open_paragraph (reading);
      if (xmlTextReaderIsEmptyElement (reader))
        close_paragraph (reading);
    }
  else if (strcmp (name, "r") == 0)
    {
      reading->run_bold = reading->style_bold;
      reading->run_hidden = FALSE;
    }
  else if (strcmp (name, "t") == 0)
    reading->in_text = !xmlTextReaderIsEmptyElement (reader);
  else if (strcmp (name, "pPr") == 0)
    read_paragraph_properties (reading, reader);
  else if (strcmp (name, "rPr") == 0)
    read_run_properties (reading, reader);
  else if (strcmp (name, "sectPr") == 0)
    read_section (reading, reader);
  else if (strcmp (name, "del") == 0 || strcmp (name, "moveFrom") == 0)
    {
      reading->document->n_deleted += !xmlTextReaderIsEmptyElement (reader);
      plx_part_skip (reader);
    }
  else
    read_mark_element (reading, reader, name);
}

static void
read_end (Reading *reading, const char *name)
{
  if (strcmp (name, "p") == 0)
    close_paragraph (reading);
  else if (strcmp (name, "t") == 0)
    reading->in_text = FALSE;
  else
    for (guint i = 0; i < G_N_ELEMENTS (frames); i++)
      if (strcmp (name, frames[i].name) == 0)
        plx_document_builder_close_frame (reading->builder);
}

/* A placeholder's content is the control's, not the author's. */
static void
read_control (xmlTextReader *reader)
{
  if (!is_placeholder (reader))
    return;
  while (xmlTextReaderRead (reader) == 1)
    if (plx_part_is (reader, "sdtContent"))
      {
        plx_part_skip (reader);
        return;
      }
}

static void
read_part (Reading *reading, const char *part)
{
  GBytes *bytes = part != NULL ? plx_package_get (reading->package, NULL, part) : NULL;
  g_autoptr (xmlTextReader) reader = plx_part_reader_new (bytes);
  int state = -1;

  reading->part = part;
  while (reader != NULL && (state = xmlTextReaderRead (reader)) == 1)
    {
      const char *name = (const char *) xmlTextReaderConstLocalName (reader);

      switch (xmlTextReaderNodeType (reader))
        {
        case XML_READER_TYPE_ELEMENT:
          if (strcmp (name, "sdtPr") == 0)
            read_control (reader);
          else
            read_start (reading, reader, name);
          break;
        case XML_READER_TYPE_END_ELEMENT:
          read_end (reading, name);
          break;
        case XML_READER_TYPE_TEXT:
        case XML_READER_TYPE_CDATA:
        case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        case XML_READER_TYPE_WHITESPACE:
          if (reading->in_text)
            add_text (reading, (const char *) xmlTextReaderConstValue (reader));
          break;
        default:
          break;
        }
    }
  reading->document->is_damaged |= bytes != NULL && state != 0;
}

/* -- the whole -- */

static void
read_related (Reading *reading, const char *main_part, const char *type, const char *fallback)
{
  g_autofree char *part
    = plx_package_find_relation (reading->package, main_part, NULL, type);

  if (part == NULL)
    part = g_strdup (plx_package_find (reading->package, main_part, fallback));
  read_part (reading, part);
}

static void
read_margins (Reading *reading)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (reading->margins),
                                         (GCompareFunc) strcmp);

  for (const GList *name = names; name != NULL; name = name->next)
    {
      plx_document_builder_open_frame (reading->builder, PLX_FRAME_REMOVED);
      read_part (reading, name->data);
      plx_document_builder_close_frame (reading->builder);
    }
}

static void
read_properties (Reading *reading)
{
  g_autofree char *part
    = plx_package_find_relation (reading->package, "", NULL, "/core-properties");
  GBytes *bytes = plx_package_get (reading->package, NULL,
                                   part != NULL ? part : "docProps/core.xml");

  reading->document->title = plx_part_find_text (bytes, "title");
  reading->document->author = plx_part_find_text (bytes, "creator");
  reading->document->created = plx_part_find_text (bytes, "created");
  reading->document->language = plx_part_find_text (bytes, "language");
}

static void
read_all (Reading *reading, const char *main_part)
{
  g_autofree char *styles
    = plx_package_find_relation (reading->package, main_part, NULL, "/styles");

  reading->styles = plx_docx_styles_read (
    styles != NULL ? plx_package_get (reading->package, NULL, styles)
                   : plx_package_get (reading->package, main_part, "styles.xml"));
  reading->margins = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  read_part (reading, main_part);
  read_related (reading, main_part, "/footnotes", "footnotes.xml");
  read_related (reading, main_part, "/endnotes", "endnotes.xml");
  read_margins (reading);
  read_properties (reading);
  g_hash_table_unref (reading->margins);
  g_hash_table_unref (reading->styles);
}

PlxDocument *
plx_docx_read (GBytes *bytes, GError **error)
{
  g_autoptr (PlxPackage) package
    = plx_package_open (bytes, ".xml .rels .html .htm .xhtml .txt", error);
  g_autoptr (PlxDocument) document = NULL;
  g_autofree char *main_part = NULL;
  Reading reading = { .package = package };

  if (package == NULL)
    return NULL;
  main_part = plx_package_find_relation (package, "", NULL, "/officeDocument");
  if (main_part == NULL)
    main_part = g_strdup (plx_package_find (package, NULL, "word/document.xml"));
  if (main_part == NULL)
    {
      g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_DAMAGED,
                   _("the part with the text is missing in this document; get it again from where "
                     "it came"));
      return NULL;
    }
  document = plx_document_new ();
  document->is_damaged = plx_package_is_damaged (package);
  reading.document = document;
  reading.builder = plx_document_builder_new (document);
  read_all (&reading, main_part);
  plx_document_builder_free (reading.builder);
  return g_steal_pointer (&document);
}

GPtrArray *
plx_docx_read_paragraphs (GBytes *bytes, GError **error)
{
  g_autoptr (PlxDocument) document = plx_docx_read (bytes, error);

  return document != NULL ? g_ptr_array_ref (document->paragraphs) : NULL;
}

/* -- the format -- */

static gboolean
is_docx (PlxImportInput *input)
{
  return plx_package_guess (input) == PLX_PACKAGE_DOCX;
}

static gboolean
read_docx (PlxImportInput *input, PlxImportResult *result, GError **error)
{
  g_autoptr (PlxDocument) document = plx_docx_read (plx_import_input_get_bytes (input), error);

  return document != NULL
         && (plx_press_read_document (document->paragraphs, result)
             || plx_document_to_article (document, result, error));
}

const PlxImportFormat plx_format_docx = {
  .media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  .label = N_("a Word document"),
  .limit = 256 << 20,
  .is_binary = TRUE,
  .is_one = is_docx,
  .read = read_docx,
};
