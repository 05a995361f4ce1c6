/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* XML from strangers, for agency formats and feeds: repaired, parsed without
 * network, document type or entities, and read by local names whose case does
 * not matter. Nothing recurses. Private to the room. */

/* NULL: nothing like XML in it; xmlFreeDoc(). @is_cut: it could not be read to its end. */
xmlDoc  *plx_xml_parse      (const char *text, gsize n_bytes, gboolean *is_cut) G_GNUC_WARN_UNUSED_RESULT;

/* -- elements -- */

gboolean plx_xml_is         (const xmlNode *node, const char *name);
gboolean plx_xml_is_any     (const xmlNode *node, const char * const *names);   // NULL-terminated
gboolean plx_xml_in         (const xmlNode *node, const char *part);   // its namespace's address holds it
xmlNode *plx_xml_next       (const xmlNode *node, const xmlNode *top);  // in document order, any kind
xmlNode *plx_xml_skip       (const xmlNode *node, const xmlNode *top);  // past what is inside
xmlNode *plx_xml_child      (const xmlNode *node, const char *name);
xmlNode *plx_xml_sibling    (const xmlNode *node, const char *name);    // the next one called so
xmlNode *plx_xml_find       (const xmlNode *top, const char *name);     // the first below
xmlNode *plx_xml_path       (const xmlNode *node, const char *path);    // "itemMeta/pubStatus"
xmlNode *plx_xml_above      (const xmlNode *node, const char *name);

/* -- text: owned, never empty, NULL instead -- */

char    *plx_xml_attribute  (const xmlNode *node, const char *name) G_GNUC_WARN_UNUSED_RESULT;
char    *plx_xml_raw        (const xmlNode *node) G_GNUC_WARN_UNUSED_RESULT;    // as it stands
char    *plx_xml_line       (const xmlNode *node) G_GNUC_WARN_UNUSED_RESULT;    // blanks collapsed
char    *plx_xml_paragraphs (const xmlNode *node) G_GNUC_WARN_UNUSED_RESULT;    // one per line
gboolean plx_xml_has_elements (const xmlNode *node);

G_END_DECLS
