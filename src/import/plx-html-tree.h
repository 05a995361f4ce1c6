/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* A web page as two arrays: its elements in document order, and the blocks of
 * text a reader sees (paragraphs, headings, items). Everything later works on
 * indexes; the libxml2 tree is only read, and nothing recurses, so that a page
 * nested ten thousand deep is a page like any other. Private to the room. */

typedef enum {
  PLX_HTML_BLOCK     = 1 << 0,   // starts a line of its own
  PLX_HTML_LINK      = 1 << 1,
  PLX_HTML_DROPPED   = 1 << 2,   // script, navigation, hidden: never text
  PLX_HTML_HIDDEN    = 1 << 3,   // says so itself; its children too
  PLX_HTML_UNLIKELY  = 1 << 4,   // class or id speaks of boilerplate
  PLX_HTML_BODY      = 1 << 5,   // class or id says article body
  PLX_HTML_LEAD      = 1 << 6,
  PLX_HTML_BYLINE    = 1 << 7,
  PLX_HTML_CAPTION   = 1 << 8,
  PLX_HTML_HEADING   = 1 << 9,
  PLX_HTML_PARAGRAPH = 1 << 10,  // p, pre, blockquote, td
  PLX_HTML_ITEM      = 1 << 11,  // li, dd, dt
  PLX_HTML_LIST      = 1 << 12,  // ul, ol, dl, table, nav-like
  PLX_HTML_ARTICLE   = 1 << 13,  // article, main, or typed as one
  PLX_HTML_ASIDE     = 1 << 14,  // nav, aside, footer, form
  PLX_HTML_LIKELY    = 1 << 15,
  PLX_HTML_HEADLINE  = 1 << 16,
  PLX_HTML_KICKER    = 1 << 17,  // what stands over a headline
  PLX_HTML_DATE      = 1 << 18,
} PlxHtmlFlags;

enum { PLX_HTML_NONE = G_MAXUINT32 };

typedef struct {
  xmlNode *node;
  guint32 parent;      // PLX_HTML_NONE for the root
  guint32 end;         // half-open: the subtree is [own index, end)
  guint flags;         // PlxHtmlFlags; DROPPED, HIDDEN, UNLIKELY, ASIDE are passed down in @under
  guint under;         // flags of all ancestors and of itself
  guint first_block;   // blocks of the subtree: [first_block, last_block)
  guint last_block;
} PlxHtmlElement;

typedef struct {
  char *text;          // one line, blanks collapsed
  guint32 owner;       // the innermost block element
  guint n_chars;       // wide characters count twice
  guint n_link;        // those inside links
  guint n_commas;
  guint flags;         // of the owner
} PlxHtmlBlock;

typedef struct {
  GArray *elements;    // PlxHtmlElement
  GArray *blocks;      // PlxHtmlBlock
} PlxHtmlTree;

PlxHtmlTree *plx_html_tree_new  (xmlDoc *doc) G_GNUC_WARN_UNUSED_RESULT;
void         plx_html_tree_free (PlxHtmlTree *tree);

guint        plx_html_hint_flags (const char *name, const char *value);
char        *plx_html_attribute  (const xmlNode *node, const char *name) G_GNUC_WARN_UNUSED_RESULT;
char        *plx_html_node_text  (const xmlNode *node) G_GNUC_WARN_UNUSED_RESULT;
char        *plx_html_short_text (const xmlNode *node, gsize max_bytes, guint without) G_GNUC_WARN_UNUSED_RESULT;
xmlNode     *plx_html_next_node  (const xmlNode *node, const xmlNode *top);

static inline PlxHtmlElement *
plx_html_element (const PlxHtmlTree *tree, guint32 index)
{
  return &g_array_index (tree->elements, PlxHtmlElement, index);
}

static inline PlxHtmlBlock *
plx_html_block (const PlxHtmlTree *tree, guint32 index)
{
  return &g_array_index (tree->blocks, PlxHtmlBlock, index);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxHtmlTree, plx_html_tree_free)

G_END_DECLS
