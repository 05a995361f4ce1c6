/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/plx-import-format.h"

G_BEGIN_DECLS

/* Every format, each in the file of its name. Private to the room. */

extern const PlxImportFormat plx_format_docx;    // plx-import-docx.c
extern const PlxImportFormat plx_format_epub;    // plx-import-epub.c
extern const PlxImportFormat plx_format_fodt;    // plx-import-odt.c
extern const PlxImportFormat plx_format_archive; // plx-import-archive.c: zip, tar, 7z, gz, bz2, xz, zst
extern const PlxImportFormat plx_format_warc;    // plx-import-warc.c: WARC and ARC
extern const PlxImportFormat plx_format_wacz;
extern const PlxImportFormat plx_format_mhtml;   // plx-import-mail.c
extern const PlxImportFormat plx_format_mail;
extern const PlxImportFormat plx_format_mbox;    // plx-import-mbox.c
extern const PlxImportFormat plx_format_html;    // plx-import-html.c
extern const PlxImportFormat plx_format_bibtex;  // plx-import-bibtex.c
extern const PlxImportFormat plx_format_endnote; // plx-import-endnote.c
extern const PlxImportFormat plx_format_tagged;  // plx-import-tagged.c: RIS, MEDLINE, refer and such
extern const PlxImportFormat plx_format_table;   // plx-import-table.c: CSV, TSV
extern const PlxImportFormat plx_format_xlsx;
extern const PlxImportFormat plx_format_json_lines; // plx-import-jsonl.c: big files of lines
extern const PlxImportFormat plx_format_jsonl;   // plx-import-jsonl.c
extern const PlxImportFormat plx_format_feed;    // plx-import-feed.c: RSS and Atom
extern const PlxImportFormat plx_format_newsxml; // plx-import-newsxml.c: any XML with articles
extern const PlxImportFormat plx_format_opml;    // plx-import-opml.c
extern const PlxImportFormat plx_format_jsonfeed; // plx-import-jsonfeed.c
extern const PlxImportFormat plx_format_ninjs;   // plx-import-ninjs.c
extern const PlxImportFormat plx_format_newsml1; // plx-import-newsml1.c
extern const PlxImportFormat plx_format_newsmlg2; // plx-import-newsmlg2.c
extern const PlxImportFormat plx_format_nitf;    // plx-import-nitf.c
extern const PlxImportFormat plx_format_press;   // plx-press-pages.c: XML of press databases
extern const PlxImportFormat plx_format_odt;     // plx-import-odt.c
extern const PlxImportFormat plx_format_pdf;     // plx-import-pdf.c
extern const PlxImportFormat plx_format_refused; // plx-import-refused.c: known, not read
extern const PlxImportFormat plx_format_rtf;     // plx-import-rtf.c
extern const PlxImportFormat plx_format_wire;    // plx-import-wire.c: IPTC 7901, ANPA
extern const PlxImportFormat plx_format_text;    // plx-import-text.c: anything that is text

/* Why nothing here reads @input: "this is a PNG picture; …". */
void plx_formats_refuse (PlxImportInput *input, GError **error);

G_END_DECLS
