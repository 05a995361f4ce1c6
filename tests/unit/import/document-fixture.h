/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <gio/gio.h>
#include <string.h>

/* Packages of parts, made up in memory; shared by tests and fuzzers of documents. */

typedef struct {
  const char *name;
  const char *content;
} Part;

static inline void
add_part (struct archive *archive, const char *name, const void *content, gsize n)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, (la_int64_t) n);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (archive, content, n), ==, (la_ssize_t) n);
  archive_entry_free (entry);
}

/* @parts end with a name that is NULL; @extra: @n_zeros zero bytes under that name, or NULL. */
static inline GBytes *
make_package (const Part *parts, const char *extra, gsize n_zeros)
{
  struct archive *archive = archive_write_new ();
  gsize n_total = n_zeros + (1 << 16), n_used = 0;
  g_autofree char *zeros = g_malloc0 (n_zeros + 1);
  g_autofree char *buffer = NULL;

  for (const Part *part = parts; part->name != NULL; part++)
    n_total += strlen (part->content) + 1024;
  buffer = g_malloc (n_total);
  g_assert_cmpint (archive_write_set_format_zip (archive), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_open_memory (archive, buffer, n_total, &n_used), ==, ARCHIVE_OK);
  for (const Part *part = parts; part->name != NULL; part++)
    add_part (archive, part->name, part->content, strlen (part->content));
  if (extra != NULL)
    add_part (archive, extra, zeros, n_zeros);
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  return g_bytes_new (buffer, n_used);
}

/* -- documents with a bit of everything -- */

#define WORD_NS "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define RELATION_NS "http://schemas.openxmlformats.org/package/2006/relationships"
#define OFFICE_NS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

#define DOCX_HEAD "<?xml version='1.0' encoding='UTF-8'?><w:document xmlns:w='" WORD_NS \
                  "' xmlns:r='" OFFICE_NS "' " \
                  "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><w:body>"
#define DOCX_TAIL "<w:sectPr><w:headerReference r:id='h1'/></w:sectPr></w:body></w:document>"

static const char docx_body[] =
  DOCX_HEAD
  "<w:p><w:pPr><w:pStyle w:val='Titel'/></w:pPr><w:r><w:t>Dam talks resume</w:t></w:r></w:p>"
  "<w:p><w:r><w:t>By Jane Doe</w:t></w:r></w:p>"
  "<w:p><w:r><w:t>14 May 2031</w:t></w:r></w:p>"
  "<w:p><w:r><w:t xml:space='preserve'>The two sides </w:t></w:r>"
  "<w:hyperlink r:id='x'><w:r><w:t>met in Saran</w:t></w:r></w:hyperlink>"
  "<w:del><w:r><w:delText> for the last time</w:delText></w:r></w:del>"
  "<w:ins><w:r><w:t xml:space='preserve"
  "'> again</w:t></w:r></w:ins><w:r><w:footnoteReference w:id='2'/><w:t>.</w:t></w:r></w:p>"
  "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One half</w:t></w:r></w:p>"
  "<w:p><w:r><w:t xml:space='preserve'> and the other.</w:t></w:r></w:p>"
  "<w:sdt><w:sdtPr><w:alias w:val='a'/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Held by a "
  "control.</w:t>"
  "</w:r></w:p></w:sdtContent></w:sdt>"
  "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Click here.</w:t>"
  "</w:r></w:p></w:sdtContent></w:sdt>"
  "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE \\* X</w:instrText>"
  "</w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>Result of a field.</w:t></w:r>"
  "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
  "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Ship</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Tons</w:t>"
  "</w:r></w:p></w:tc></w:tr></w:tbl>"
  "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r>"
  "</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>In a box.</w:t>"
  "</w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent><w:t>Around the box.</w:t></w:r>"
  "</w:p><w:p><w:r><w:br w:type='page'/></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>Next page</w:t></w:r>"
  "</w:p>"
  DOCX_TAIL;

static const char docx_styles[] =
  "<w:styles xmlns:w='" WORD_NS "'><w:style w:styleId='Titel'><w:name w:val='Title'/></w:style>"
  "<w:style w:styleId='b1'><w:name w:val='heading 1'/><w:basedOn w:val='b1'/></w:style></w:styles>";

static const Part docx_parts[] = {
  { "[Content_Types].xml", "<Types/>" },
  { "_rels/.rels",
    "<Relationships xmlns='" RELATION_NS "'><Relationship Id='a' Type='" OFFICE_NS
    "/officeDocument' Target='word/document.xml'/></Relationships>" },
  { "word/_rels/document.xml.rels",
    "<Relationships xmlns='" RELATION_NS "'><Relationship Id='h1' Type='" OFFICE_NS
    "/header' Target='header1.xml'/></Relationships>" },
  { "word/document.xml", docx_body },
  { "word/styles.xml", docx_styles },
  { "word/header1.xml", "<w:hdr xmlns:w='" WORD_NS "'><w:p><w:r><w:t>Tarn Daily</w:t></w:r></w:p>"
                        "</w:hdr>" },
  { "word/footnotes.xml",
    "<w:footnotes xmlns:w='" WORD_NS "'><w:footnote w:type='separator' w:id='0'><w:p><w:r><w:t>--"
    "</w:t></w:r></w:p></w:footnote><w:footnote w:id='2'><w:p><w:r><w:t>A note below.</w:t></w:r>"
    "</w:p></w:footnote></w:footnotes>" },
  { "docProps/core.xml",
    "<p><dc:creator xmlns:dc='d'>admin</dc:creator><created>2031-05-20T08:00:00Z"
                         "</created></p>" },
  { NULL, NULL },
};

static const Part odt_parts[] = {
  { "mimetype", "application/vnd.oasis.opendocument.text" },
  { "META-INF/manifest.xml", "<manifest/>" },
  { "styles.xml", "<s xmlns:style='s' xmlns:text='t'><style:header><text:p>Tarn Daily</text:p>"
                  "</style:header></s>" },
  { "content.xml",
    "<office:document-content xmlns:office='o' xmlns:text='t' xmlns:table='tt' xmlns:style='s' "
    "xmlns:fo='f' xmlns:draw='d' xmlns:svg='v'><style:style style:name='P1' "
    "style:parent-style-name='Title'/><style:style style:name='P2'><style:paragraph-properties "
    "fo:break-before='page'/></style:style><office:text><text:tracked-changes><text:changed-region>"
    "<text:deletion><text:p>Gone.</text:p></text:deletion></text:changed-region>"
    "</text:tracked-changes><text:p text:style-name='P1'>Dam talks<text:line-break/>resume</text:p>"
    "<text:p>The two<text:s text:c='3'/>sides <text:span>met"
    "</text:span><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A "
    "note below.</text:p></text:note-body></text:note>.</text:p><table:table><table:table-row>"
    "<table:table-cell><text:p>Ship</text:p></table:table-cell><table:table-cell><text:p>Tons"
    "</text:p></table:table-cell></table:table-row></table:table><text:p text:style-name='P2'>"
    "<draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box><svg:title>picture"
    "</svg:title></draw:frame>Around it.<office:annotation><text:p>Hm.</text:p></office:annotation>"
    "</text:p></office:text></office:document-content>" },
  { "meta.xml", "<m xmlns:dc='d'><dc:language>en-GB</dc:language></m>" },
  { NULL, NULL },
};

static const Part epub_parts[] = {
  { "mimetype", "application/epub+zip" },
  { "META-INF/container.xml",
    "<container><rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>" },
  { "OEBPS/book.opf",
    "<package xmlns:dc='d'><metadata><dc:title>Tarn Tales</dc:title><dc:creator>Jane "
    "Doe</dc:creator>"
    "<dc:language>en</dc:language></metadata><manifest><item id='n' href='nav.xhtml' "
    "media-type='application/xhtml+xml' properties='nav'/><item id='b' href='text/b%20two.xhtml' "
    "media-type='application/xhtml+xml'/><item id='a' href='text/a.xhtml' media-type='text/html'/>"
    "</manifest><spine><itemref idref='a'/><itemref idref='b'/></spine></package>" },
  { "OEBPS/nav.xhtml", "<html><body><p>Contents</p></body></html>" },
  { "OEBPS/text/a.xhtml", "<html><body><h1>One</h1><p>The first chapter.</p></body></html>" },
  { "OEBPS/text/b two.xhtml", "<html><body><h1>Two</h1><p>The second&nbsp;one.</p></body></html>" },
  { NULL, NULL },
};

static const Part xlsx_parts[] = {
  { "[Content_Types].xml", "<Types/>" },
  { "_rels/.rels",
    "<Relationships><Relationship Id='a' Type='" OFFICE_NS
    "/officeDocument' Target='xl/workbook.xml'/></Relationships>" },
  { "xl/workbook.xml",
    "<workbook xmlns:r='r'><sheets><sheet name='News' r:id='r1'/><sheet name='Old' state='hidden' "
    "r:id='r2'/></sheets></workbook>" },
  { "xl/_rels/workbook.xml.rels",
    "<Relationships><Relationship Id='r1' Type='x/worksheet' Target='worksheets/sheet1.xml'/>"
    "<Relationship Id='r2' Type='x/worksheet' "
    "Target='/xl/worksheets/sheet2.xml'/></Relationships>" },
  { "xl/styles.xml",
    "<styleSheet><numFmts><numFmt numFmtId='170' formatCode='[$-409]d\\-mmm\\-yy;@'/><numFmt "
    "numFmtId='171' formatCode='0.0 \"days\"'/></numFmts><cellXfs><xf numFmtId='0'/><xf "
    "numFmtId='170'/><xf numFmtId='171'/><xf numFmtId='22'/></cellXfs></styleSheet>" },
  { "xl/sharedStrings.xml",
    "<sst><si><t>Title</t></si><si><r><t>Dam </t></r><r><t>talks</t></r><rPh><t>x</t></rPh></si>"
    "<si/></sst>" },
  { "xl/worksheets/sheet1.xml",
    "<worksheet><dimension ref='A1'/><sheetData><row><c t='s'><v>0</v></c><c t='inlineStr'><is><t>"
    "Date</t></is></c></row><row r='3'><c r='A3' t='s'><v>1</v></c><c r='B3' s='1'><v>47982</v></c>"
    "<c r='D3' s='2'><v>2.5</v></c><c s='3'><v>47982.25</v></c><c t='b'><v>1</v></c><c t='e'><v>"
    "#N/A</v></c><c t='s'><v>99</v></c></row><row r='9'/></sheetData></worksheet>" },
  { "xl/worksheets/sheet2.xml", "<worksheet><sheetData/></worksheet>" },
  { NULL, NULL },
};
