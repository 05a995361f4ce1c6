/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-document.h"
#include "import/plx-formats.h"
#include "import/plx-package.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* OpenDocument texts, zipped or flat, and their ancestor of OpenOffice.org 1. What
 * tracked changes deleted is kept in a list of its own at the start, so the text is
 * simply the rest. */

enum { MAX_SPANS = 256, MAX_CHAIN = 12 };

typedef struct {
  char *parent;
  gboolean is_bold;
  gboolean breaks_page;
} Style;

typedef struct {
  PlxDocument *document;
  PlxDocumentBuilder *builder;
  GHashTable *styles;          // name → Style
  gboolean spans[MAX_SPANS];   // bold, of the open spans
  guint n_spans;
  guint n_texts;               // open paragraphs and headings, with those they stand in
  gboolean is_bold;            // of the paragraph's style
} Reading;

static void
style_free (gpointer data)
{
  Style *style = data;

  g_free (style->parent);
  g_free (style);
}

/* -- styles -- */

static void
read_style (Reading *reading, xmlTextReader *reader)
{
  char *name = plx_part_attribute (reader, "name");
  Style *style = g_new0 (Style, 1);
  int depth = xmlTextReaderDepth (reader);

  style->parent = plx_part_attribute (reader, "parent-style-name");
  g_hash_table_replace (reading->styles, name != NULL ? name : g_strdup (""), style);
  if (xmlTextReaderIsEmptyElement (reader))
    return;
  while (xmlTextReaderRead (reader) == 1 && xmlTextReaderDepth (reader) > depth)
    if (xmlTextReaderNodeType (reader) == XML_READER_TYPE_ELEMENT)
      {
        g_autofree char *weight = plx_part_attribute (reader, "font-weight");
        g_autofree char *before = plx_part_attribute (reader, "break-before");

        style->is_bold |= weight != NULL && (strcmp (weight, "bold") == 0
                                             || g_ascii_strtoll (weight, NULL, 10) >= 600);
        style->breaks_page |= g_strcmp0 (before, "page") == 0;
      }
}

static gboolean
is_title_style (const Reading *reading, const char *name)
{
  for (guint i = 0; name != NULL && i < MAX_CHAIN; i++)
    {
      const Style *style = g_hash_table_lookup (reading->styles, name);

      if (strcmp (name, "Title") == 0)
        return TRUE;
      name = style != NULL ? style->parent : NULL;
    }
  return FALSE;
}

static gboolean
is_bold_style (const Reading *reading, const char *name)
{
  for (guint i = 0; name != NULL && i < MAX_CHAIN; i++)
    {
      const Style *style = g_hash_table_lookup (reading->styles, name);

      if (style == NULL || style->is_bold)
        return style != NULL;
      name = style->parent;
    }
  return FALSE;
}

/* -- text -- */

static void
add_text (Reading *reading, const char *text)
{
  gboolean is_bold = reading->n_spans > 0
                     ? reading->spans[MIN (reading->n_spans, MAX_SPANS) - 1] : reading->is_bold;

  if (text != NULL && reading->n_texts > 0)
    plx_document_builder_add_text (reading->builder, text, -1, is_bold);
}

static void
open_paragraph (Reading *reading, xmlTextReader *reader, gboolean is_heading)
{
  g_autofree char *style = plx_part_attribute (reader, "style-name");
  g_autofree char *level = plx_part_attribute (reader, "outline-level");
  const Style *known = style != NULL ? g_hash_table_lookup (reading->styles, style) : NULL;
  PlxParagraph *paragraph;

  plx_document_builder_open_paragraph (reading->builder);
  paragraph = plx_document_builder_get_paragraph (reading->builder);
  paragraph->is_heading = is_heading;
  paragraph->level = is_heading && level != NULL
                       ? (guint) CLAMP (g_ascii_strtoll (level, NULL, 10), 1, 9)
                       : (guint) is_heading;
  paragraph->is_title = is_title_style (reading, style);
  paragraph->page_break_before = known != NULL && known->breaks_page;
  reading->is_bold = is_bold_style (reading, style);
  reading->n_texts++;
}

static void
close_paragraph (Reading *reading)
{
  plx_document_builder_close_paragraph (reading->builder);
  reading->n_texts -= reading->n_texts > 0;
}

static void
open_span (Reading *reading, xmlTextReader *reader)
{
  g_autofree char *style = plx_part_attribute (reader, "style-name");

  if (reading->n_spans < MAX_SPANS)
    reading->spans[reading->n_spans] = reading->is_bold || is_bold_style (reading, style);
  reading->n_spans++;
}

/* A line's end within a heading is for the eye. */
static void
break_line (Reading *reading)
{
  const PlxParagraph *paragraph = plx_document_builder_get_paragraph (reading->builder);

  add_text (reading, paragraph != NULL && (paragraph->is_heading || paragraph->is_title)
                       ? " " : "\n");
}

/* -- elements -- */

static const struct { const char *name; PlxFrameKind kind; } frames[] = {
  { "table-row", PLX_FRAME_ROW },
  { "table-cell", PLX_FRAME_CELL },
  { "text-box", PLX_FRAME_BOX },
  { "note-body", PLX_FRAME_NOTE },
  { "footnote-body", PLX_FRAME_NOTE },
  { "endnote-body", PLX_FRAME_NOTE },
  { "header", PLX_FRAME_REMOVED },
  { "footer", PLX_FRAME_REMOVED },
  { "header-left", PLX_FRAME_REMOVED },
  { "footer-left", PLX_FRAME_REMOVED },
};

static const char * const skipped[] = {
  "note-citation", "footnote-citation", "endnote-citation", "ruby-text", "covered-table-cell",
  "forms", "scripts", "font-face-decls", "binary-data", "settings",
  "number-style", "date-style", "sequence-decls", "variable-decls", "user-field-decls",
  "event-listeners", "math", "shapes", NULL
};

/* What a picture is called, for those who cannot see it: no text of the page. */
static gboolean
is_label (xmlTextReader *reader, const char *name)
{
  const char *prefix = (const char *) xmlTextReaderConstPrefix (reader);

  return g_strcmp0 (prefix, "svg") == 0
         && (strcmp (name, "title") == 0 || strcmp (name, "desc") == 0);
}

static void
read_changes (Reading *reading, xmlTextReader *reader)
{
  int depth = xmlTextReaderDepth (reader);

  if (!xmlTextReaderIsEmptyElement (reader))
    while (xmlTextReaderRead (reader) == 1 && xmlTextReaderDepth (reader) > depth)
      reading->document->n_deleted += plx_part_is (reader, "deletion");
}

static void
read_start (Reading *reading, xmlTextReader *reader, const char *name)
{
  gboolean is_empty = xmlTextReaderIsEmptyElement (reader);

  for (guint i = 0; i < G_N_ELEMENTS (frames); i++)
    if (strcmp (name, frames[i].name) == 0)
      {
        if (!is_empty)
          plx_document_builder_open_frame (reading->builder, frames[i].kind);
        return;
      }
  if (strcmp (name, "p") == 0 || strcmp (name, "h") == 0)
    {
      open_paragraph (reading, reader, *name == 'h');
      if (is_empty)
        close_paragraph (reading);
    }
  else if (strcmp (name, "span") == 0 && !is_empty)
    open_span (reading, reader);
  else if (strcmp (name, "style") == 0)
    read_style (reading, reader);
  else if (strcmp (name, "s") == 0 || strcmp (name, "tab") == 0
           || strcmp (name, "tab-stop") == 0)
    add_text (reading, " ");
  else if (strcmp (name, "line-break") == 0)
    break_line (reading);
  else if (strcmp (name, "tracked-changes") == 0)
    read_changes (reading, reader);
  else if (strcmp (name, "annotation") == 0)
    {
      reading->document->n_comments++;
      plx_part_skip (reader);
    }
  else if (g_strv_contains (skipped, name) || is_label (reader, name))
    plx_part_skip (reader);
}

static void
read_end (Reading *reading, const char *name)
{
  if (strcmp (name, "p") == 0 || strcmp (name, "h") == 0)
    close_paragraph (reading);
  else if (strcmp (name, "span") == 0)
    reading->n_spans -= reading->n_spans > 0;
  else
    for (guint i = 0; i < G_N_ELEMENTS (frames); i++)
      if (strcmp (name, frames[i].name) == 0)
        plx_document_builder_close_frame (reading->builder);
}

static void
read_node (Reading *reading, xmlTextReader *reader)
{
  const char *name = (const char *) xmlTextReaderConstLocalName (reader);

  switch (xmlTextReaderNodeType (reader))
    {
    case XML_READER_TYPE_ELEMENT:
      read_start (reading, reader, name);
      break;
    case XML_READER_TYPE_END_ELEMENT:
      read_end (reading, name);
      break;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
    case XML_READER_TYPE_WHITESPACE:
      {
        g_autofree char *text = g_strdup ((const char *) xmlTextReaderConstValue (reader));

        add_text (reading, g_strdelimit (text, "\n\t\r", ' '));
        break;
      }
    default:
      break;
    }
}

static void
read_part (Reading *reading, GBytes *part)
{
  g_autoptr (xmlTextReader) reader = plx_part_reader_new (part);
  int state = -1;

  while (reader != NULL && (state = xmlTextReaderRead (reader)) == 1)
    read_node (reading, reader);
  reading->document->is_damaged |= part != NULL && state != 0;
  reading->n_texts = reading->n_spans = 0;
}

static void
read_properties (PlxDocument *document, GBytes *meta)
{
  document->title = plx_part_find_text (meta, "title");
  document->author = plx_part_find_text (meta, "creator");
  if (document->author == NULL)
    document->author = plx_part_find_text (meta, "initial-creator");
  document->created = plx_part_find_text (meta, "creation-date");
  document->language = plx_part_find_text (meta, "language");
}

/* -- the whole -- */

static void
start (Reading *reading, PlxDocument *document)
{
  reading->document = document;
  reading->builder = plx_document_builder_new (document);
  reading->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, style_free);
}

static void
finish (Reading *reading)
{
  plx_document_builder_free (reading->builder);
  g_hash_table_unref (reading->styles);
}

static gboolean
check_open (PlxPackage *package, GError **error)
{
  GBytes *manifest = plx_package_get (package, NULL, "META-INF/manifest.xml");
  gsize n = 0;
  const char *data = manifest != NULL ? g_bytes_get_data (manifest, &n) : NULL;

  if (data != NULL && g_strstr_len (data, (gssize) n, "encryption-data") != NULL)
    g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_UNSUPPORTED,
                 _("the document is locked with a password; open it where it was written, save it "
                   "without one, and import that"));
  else if (plx_package_get (package, NULL, "content.xml") == NULL)
    g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_DAMAGED,
                 _("the part with the text is missing in this document; get it again from where "
                   "it came"));
  else
    return TRUE;
  return FALSE;
}

PlxDocument *
plx_odt_read (GBytes *bytes, GError **error)
{
  g_autoptr (PlxPackage) package = plx_package_open (bytes, ".xml", error);
  g_autoptr (PlxDocument) document = NULL;
  Reading reading = { NULL };

  if (package == NULL || !check_open (package, error))
    return NULL;
  document = plx_document_new ();
  document->is_damaged = plx_package_is_damaged (package);
  start (&reading, document);
  read_part (&reading, plx_package_get (package, NULL, "styles.xml"));
  read_part (&reading, plx_package_get (package, NULL, "content.xml"));
  finish (&reading);
  read_properties (document, plx_package_get (package, NULL, "meta.xml"));
  return g_steal_pointer (&document);
}

PlxDocument *
plx_odt_read_flat (const char *xml, gsize n_bytes)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, n_bytes);
  PlxDocument *document = plx_document_new ();
  Reading reading = { NULL };

  start (&reading, document);
  read_part (&reading, bytes);
  finish (&reading);
  read_properties (document, bytes);
  return document;
}

/* -- the formats -- */

static gboolean
is_odt (PlxImportInput *input)
{
  return plx_package_guess (input) == PLX_PACKAGE_ODT;
}

static gboolean
read_odt (PlxImportInput *input, PlxImportResult *result, GError **error)
{
  g_autoptr (PlxDocument) document = plx_odt_read (plx_import_input_get_bytes (input), error);

  return document != NULL && plx_document_to_article (document, result, error);
}

const PlxImportFormat plx_format_odt = {
  .media_type = "application/vnd.oasis.opendocument.text",
  .label = N_("an OpenDocument text"),
  .limit = 256 << 20,
  .is_binary = TRUE,
  .is_one = is_odt,
  .read = read_odt,
};

static gboolean
is_fodt (PlxImportInput *input)
{
  const char *root = plx_import_input_get_root (input);

  return root != NULL && g_str_has_prefix (root, "<office:document")
         && strstr (plx_import_input_get_text (input, NULL), "<office:text") != NULL;
}

static gboolean
read_fodt (PlxImportInput *input, PlxImportResult *result, GError **error)
{
  gsize n;
  const char *text = plx_import_input_get_text (input, &n);
  g_autoptr (PlxDocument) document = plx_odt_read_flat (text, n);

  return plx_document_to_article (document, result, error);
}

const PlxImportFormat plx_format_fodt = {
  .media_type = "application/vnd.oasis.opendocument.text-flat-xml",
  .label = N_("a flat OpenDocument text"),
  .limit = PLX_IMPORT_MAX_TEXT_BYTES,
  .is_one = is_fodt,
  .read = read_fodt,
};
