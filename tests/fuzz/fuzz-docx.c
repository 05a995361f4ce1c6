/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../unit/import/document-fixture.h"
#include "fuzz-bytes.h"
#include "import/plx-xlsx-read.h"

/* Packages of parts (DOCX, ODT, EPUB, XLSX): a part is changed and packed anew, or the
 * package itself is. */

static const struct { const char *name; const Part *parts; } seeds[] = {
  { "a.docx", docx_parts }, { "a.odt", odt_parts }, { "a.epub", epub_parts },
  { "a.xlsx", xlsx_parts },
};

static const char * const dictionary[] = {
  "<w:p>", "</w:p>", "<w:p/>", "<w:tbl>", "<w:tr>", "<w:tc>", "</w:tr>", "<w:t>x</w:t>", "<w:del>",
  "</w:del>", "<w:txbxContent>", "</w:txbxContent>", "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>",
  "<w:fldChar w:fldCharType='begin'/>", "<w:br w:type='page'/>", "<w:pPr><w:rPr><w:del/></w:rPr>",
  "<text:p>", "</text:p>", "<text:note>", "<text:note-body>", "<table:table-row>", "<text:span>",
  "<draw:text-box>", "<text:tracked-changes>", "<itemref idref='a'/>", "href='../../../x'",
  "<c r='XFD1048576'>", "<c r='AAAAAAAA1'>", "<v>1e308</v>", "<v>-1</v>", "s='3'", "<row r='0'>",
  "<si><t>", "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>]>", "&a;", "&#0;", "<![CDATA[", "]]>", "<?x",
  "<!--", "\xff\xfe", "\xe2\x80", "'", ">", "</", NULL
};

static GBytes *
pack (const Part *parts, guint changed, GBytes *content)
{
  Part copy[16] = { 0 };
  g_autofree char *text = g_strndup (g_bytes_get_data (content, NULL), g_bytes_get_size (content));

  for (guint i = 0; parts[i].name != NULL; i++)
    copy[i] = parts[i];
  copy[changed].content = text;
  return make_package (copy, NULL, 0);
}

static GBytes *
make (const Part *parts, GRand *random)
{
  guint n = 0, changed;
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GBytes) mutated = NULL;
  g_autoptr (GBytes) package = NULL;

  while (parts[n].name != NULL)
    n++;
  changed = (guint) g_rand_int_range (random, 0, (gint32) n);
  content = g_bytes_new_static (parts[changed].content, strlen (parts[changed].content));
  mutated = g_rand_int_range (random, 0, 5) > 0
            ? plx_fuzz_bytes_mutate (content, dictionary, random) : g_bytes_ref (content);
  package = pack (parts, changed, mutated);
  if (g_rand_int_range (random, 0, 3) > 0)
    return g_steal_pointer (&package);
  return plx_fuzz_bytes_mutate (package, NULL, random);
}

static char *
run (GRand *random, gboolean show)
{
  guint seed = (guint) g_rand_int_range (random, 0, G_N_ELEMENTS (seeds));
  g_autoptr (GBytes) bytes = make (seeds[seed].parts, random);
  g_autoptr (GPtrArray) sheets = NULL;

  if (show)
    g_file_set_contents ("fuzz-docx.out", g_bytes_get_data (bytes, NULL),
                         (gssize) g_bytes_get_size (bytes), NULL);
  sheets = plx_xlsx_read (bytes, NULL);
  return plx_fuzz_bytes_import (bytes, seeds[seed].name);
}

int
main (int argc, char **argv)
{
  return plx_fuzz_bytes_run (argc, argv, "damaged documents are read or refused", run);
}
