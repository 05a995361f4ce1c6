/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-pdf-qpdf.h"

#include <string.h>

/* What the file says about itself, and the marks for machines. No claim of
 * PDF/A or PDF/UA: no validator has passed on these files yet. */

#define ATTACHMENT "marks.jsonld"

qpdf_oh
plx_pdf_new_stream (qpdf_data q, const char *bytes, gsize n_bytes, const char *dictionary)
{
  qpdf_oh stream = qpdf_oh_new_stream (q), own = qpdf_oh_get_dict (q, stream);
  qpdf_oh parsed = qpdf_oh_parse (q, dictionary), null = qpdf_oh_new_null (q);

  qpdf_oh_replace_stream_data (q, stream, (const unsigned char *) bytes, n_bytes, null, null);
  qpdf_oh_begin_dict_key_iter (q, parsed);
  while (qpdf_oh_dict_more_keys (q))
    {
      g_autofree char *key = g_strdup (qpdf_oh_dict_next_key (q));

      plx_pdf_take_key (q, own, key, qpdf_oh_get_key (q, parsed, key));
    }
  qpdf_oh_release (q, null);
  qpdf_oh_release (q, parsed);
  qpdf_oh_release (q, own);
  return stream;
}

void
plx_pdf_take_key (qpdf_data q, qpdf_oh dictionary, const char *key, qpdf_oh value)
{
  qpdf_oh_replace_key (q, dictionary, key, value);
  qpdf_oh_release (q, value);
}

static void
add_metadata (qpdf_data q, qpdf_oh catalogue, const PlxReport *report)
{
  g_autofree char *xmp = g_markup_printf_escaped (
      "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
      " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">"
      "<dc:format>application/pdf</dc:format>"
      "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>"
      "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>"
      "<xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate>"
      "<xmp:CreatorTool>%s</xmp:CreatorTool>"
      "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>",
      report->title, report->author != NULL ? report->author : "", report->date, report->date,
      report->program);

  plx_pdf_take_key (q, catalogue, "/Metadata",
                    plx_pdf_new_stream (q, xmp, strlen (xmp), "<</Type /Metadata /Subtype /XML>>"));
}

static qpdf_oh
new_file (qpdf_data q, const PlxReport *report)
{
  g_autofree char *json = plx_report_dup_json_ld (report);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_MD5, json, -1);
  g_autofree char *date = plx_pdf_dup_date (report->date);
  g_autofree char *dictionary
      = g_strdup_printf ("<</Type /EmbeddedFile /Subtype /application#2Fld+json /Params <</Size "
                         "%zu /CheckSum <%s>%s%s%s>>>>",
                         strlen (json), sum, date != NULL ? " /ModDate (" : "",
                         date != NULL ? date : "", date != NULL ? ")" : "");
  qpdf_oh file = plx_pdf_new_stream (q, json, strlen (json), dictionary);
  qpdf_oh files = qpdf_oh_new_dictionary (q);
  qpdf_oh specification = qpdf_oh_parse (
    q, "<</Type /Filespec /F (" ATTACHMENT ") /UF (" ATTACHMENT ") /AFRelationship /Data"
       " /Desc (The marks of this file as W3C Web Annotations)>>");
  qpdf_oh indirect;

  qpdf_oh_replace_key (q, files, "/F", file);
  plx_pdf_take_key (q, files, "/UF", file);
  plx_pdf_take_key (q, specification, "/EF", files);
  indirect = qpdf_make_indirect_object (q, specification);
  qpdf_oh_release (q, specification);
  return indirect;
}

static void
add_attachment (qpdf_data q, qpdf_oh catalogue, const PlxReport *report)
{
  qpdf_oh specification = new_file (q, report);
  qpdf_oh names = qpdf_oh_get_key (q, catalogue, "/Names");
  qpdf_oh tree = qpdf_oh_parse (q, "<</Names [(" ATTACHMENT ")]>>"),
          list = qpdf_oh_get_key (q, tree, "/Names");

  plx_pdf_take_key (q, catalogue, "/AF", qpdf_oh_wrap_in_array (q, specification));
  if (!qpdf_oh_is_dictionary (q, names))
    {
      qpdf_oh_release (q, names);
      names = qpdf_oh_new_dictionary (q);
      qpdf_oh_replace_key (q, catalogue, "/Names", names);
    }
  qpdf_oh_append_item (q, list, specification);
  plx_pdf_take_key (q, names, "/EmbeddedFiles", tree);
  qpdf_oh_release (q, list);
  qpdf_oh_release (q, names);
  qpdf_oh_release (q, specification);
}

/* The first article speaks for the book; each could carry its own. */
static const char *
find_language (const PlxReport *report)
{
  const char *language = report->articles[0].language;

  return language != NULL && strcmp (language, "und") != 0 ? language : "en";
}

void
plx_pdf_describe (qpdf_data q, const PlxReport *report)
{
  qpdf_oh catalogue = qpdf_get_root (q);

  plx_pdf_take_key (q, catalogue, "/Lang", qpdf_oh_new_unicode_string (q, find_language (report)));
  plx_pdf_take_key (q, catalogue, "/ViewerPreferences",
                    qpdf_oh_parse (q, "<</DisplayDocTitle true>>"));
  plx_pdf_take_key (q, catalogue, "/PageMode", qpdf_oh_new_name (q, "/UseOutlines"));
  add_metadata (q, catalogue, report);
  add_attachment (q, catalogue, report);
  qpdf_oh_release (q, catalogue);
}
