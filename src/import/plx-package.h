/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/xmlreader.h>

#include "import/plx-import-format.h"

G_BEGIN_DECLS

/* A document that is a zip of parts (DOCX, ODT, EPUB, XLSX): which kind it is,
 * and its parts by name, with bounds on their number and sizes. Private to the room. */

typedef enum {
  PLX_PACKAGE_NONE,        // no zip, or a zip of something else
  PLX_PACKAGE_DOCX,
  PLX_PACKAGE_XLSX,
  PLX_PACKAGE_PPTX,
  PLX_PACKAGE_ODT,
  PLX_PACKAGE_ODS,
  PLX_PACKAGE_ODP,
  PLX_PACKAGE_EPUB,
  PLX_PACKAGE_HWPX,
} PlxPackageKind;

/* By the names of its members; reads only the ends of the file. */
PlxPackageKind plx_package_guess   (PlxImportInput *input);

typedef struct _PlxPackage PlxPackage;

/* Loads the members with one of @endings (".xml .rels"); pictures stay out.
 * Errors: DAMAGED, TOO_LARGE, UNSUPPORTED (locked with a password) */
PlxPackage *plx_package_open       (GBytes      *bytes,
                                    const char  *endings,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void        plx_package_free       (PlxPackage  *package);

/* @path as written in the document: "/word/x.xml", "../a%20b.xml" below @base
 * ("OEBPS/" or a member of that folder; NULL: the top). NULL: there is none. */
GBytes     *plx_package_get        (PlxPackage  *package, const char *base, const char *path);

/* The member that plx_package_get() would give; NULL: there is none. */
const char *plx_package_find       (PlxPackage  *package, const char *base, const char *path);
const char *plx_package_find_ending (PlxPackage *package, const char *ending);  // first by name
gboolean    plx_package_is_damaged (PlxPackage  *package);   // some members could not be read

/* What the relations of @part ("word/document.xml") call by the id, or by the
 * end of the type's address ("/styles"): a member's name, or NULL. */
char       *plx_package_find_relation (PlxPackage *package,
                                       const char *part,
                                       const char *id,
                                       const char *type) G_GNUC_WARN_UNUSED_RESULT;

/* -- XML parts, read as a stream: no network, no entities, no depth -- */

/* @part may be NULL, and so is what it gives then. */
xmlTextReader *plx_part_reader_new (GBytes *part) G_GNUC_WARN_UNUSED_RESULT;
gboolean    plx_part_is             (xmlTextReader *reader, const char *local_name);
char       *plx_part_attribute      (xmlTextReader *reader,
                                     const char    *local_name) G_GNUC_WARN_UNUSED_RESULT;

/* All text inside of the element that the reader stands on, and past it; NULL: blanks. */
char       *plx_part_read_text     (xmlTextReader *reader) G_GNUC_WARN_UNUSED_RESULT;

/* The text inside of the first element of a name; NULL: none, or blanks. */
char       *plx_part_find_text      (GBytes *part, const char *local_name) G_GNUC_WARN_UNUSED_RESULT;

/* Past the end of the element that the reader stands on. FALSE: the part ends. */
gboolean    plx_part_skip           (xmlTextReader *reader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxPackage, plx_package_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlTextReader, xmlFreeTextReader)

G_END_DECLS
