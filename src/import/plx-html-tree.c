/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/plx-data.h"
#include "import/plx-html-tree.h"

#include <string.h>

/* -- what elements are, by name -- */

typedef struct {
  const char *name;
  guint flags;
} TagFacts;

/* Sorted, for bsearch. */
static const TagFacts tags[] = {
  { "a", PLX_HTML_LINK },
  { "address", PLX_HTML_BLOCK },
  { "article", PLX_HTML_BLOCK | PLX_HTML_ARTICLE },
  { "aside", PLX_HTML_BLOCK | PLX_HTML_ASIDE },
  { "audio", PLX_HTML_DROPPED },
  { "blockquote", PLX_HTML_BLOCK | PLX_HTML_PARAGRAPH },
  { "body", PLX_HTML_BLOCK },
  { "button", PLX_HTML_DROPPED },
  { "canvas", PLX_HTML_DROPPED },
  { "caption", PLX_HTML_BLOCK | PLX_HTML_CAPTION },
  { "center", PLX_HTML_BLOCK },
  { "datalist", PLX_HTML_DROPPED },
  { "dd", PLX_HTML_BLOCK | PLX_HTML_ITEM },
  { "details", PLX_HTML_BLOCK },
  { "dialog", PLX_HTML_BLOCK | PLX_HTML_DROPPED },
  { "dir", PLX_HTML_BLOCK | PLX_HTML_LIST },
  { "div", PLX_HTML_BLOCK },
  { "dl", PLX_HTML_BLOCK | PLX_HTML_LIST },
  { "dt", PLX_HTML_BLOCK | PLX_HTML_ITEM },
  { "embed", PLX_HTML_DROPPED },
  { "fieldset", PLX_HTML_BLOCK },
  { "figcaption", PLX_HTML_BLOCK | PLX_HTML_CAPTION },
  { "figure", PLX_HTML_BLOCK | PLX_HTML_CAPTION },
  { "footer", PLX_HTML_BLOCK | PLX_HTML_ASIDE },
  { "form", PLX_HTML_BLOCK },
  { "frame", PLX_HTML_DROPPED },
  { "h1", PLX_HTML_BLOCK | PLX_HTML_HEADING },
  { "h2", PLX_HTML_BLOCK | PLX_HTML_HEADING },
  { "h3", PLX_HTML_BLOCK | PLX_HTML_HEADING },
  { "h4", PLX_HTML_BLOCK | PLX_HTML_HEADING },
  { "h5", PLX_HTML_BLOCK | PLX_HTML_HEADING },
  { "h6", PLX_HTML_BLOCK | PLX_HTML_HEADING },
  { "head", PLX_HTML_BLOCK | PLX_HTML_DROPPED },
  { "header", PLX_HTML_BLOCK },
  { "hr", PLX_HTML_BLOCK },
  { "html", PLX_HTML_BLOCK },
  { "iframe", PLX_HTML_DROPPED },
  { "input", PLX_HTML_DROPPED },
  { "legend", PLX_HTML_BLOCK },
  { "li", PLX_HTML_BLOCK | PLX_HTML_ITEM },
  { "main", PLX_HTML_BLOCK | PLX_HTML_ARTICLE },
  { "map", PLX_HTML_DROPPED },
  { "math", PLX_HTML_DROPPED },
  { "menu", PLX_HTML_BLOCK | PLX_HTML_LIST },
  { "nav", PLX_HTML_BLOCK | PLX_HTML_DROPPED },
  { "noscript", PLX_HTML_BLOCK | PLX_HTML_DROPPED },
  { "object", PLX_HTML_DROPPED },
  { "ol", PLX_HTML_BLOCK | PLX_HTML_LIST },
  { "option", PLX_HTML_DROPPED },
  { "p", PLX_HTML_BLOCK | PLX_HTML_PARAGRAPH },
  { "pre", PLX_HTML_BLOCK | PLX_HTML_PARAGRAPH },
  { "script", PLX_HTML_DROPPED },
  { "section", PLX_HTML_BLOCK },
  { "select", PLX_HTML_DROPPED },
  { "style", PLX_HTML_DROPPED },
  { "summary", PLX_HTML_BLOCK },
  { "svg", PLX_HTML_DROPPED },
  { "table", PLX_HTML_BLOCK | PLX_HTML_LIST },
  { "tbody", PLX_HTML_BLOCK },
  { "td", PLX_HTML_BLOCK | PLX_HTML_PARAGRAPH },
  { "textarea", PLX_HTML_DROPPED },
  { "tfoot", PLX_HTML_BLOCK },
  { "th", PLX_HTML_BLOCK },
  { "thead", PLX_HTML_BLOCK },
  { "title", PLX_HTML_DROPPED },
  { "tr", PLX_HTML_BLOCK },
  { "ul", PLX_HTML_BLOCK | PLX_HTML_LIST },
  { "video", PLX_HTML_DROPPED },
};

static int
compare_tag (const void *key, const void *entry)
{
  return strcmp (key, ((const TagFacts *) entry)->name);
}

static guint
find_tag_flags (const char *name)
{
  const TagFacts *found = bsearch (name, tags, G_N_ELEMENTS (tags), sizeof *tags, compare_tag);

  return found != NULL ? found->flags : 0;
}

/* -- what classes and ids say -- */

typedef struct {
  guint flag;
  char *pattern;
} Hint;

typedef struct {
  GArray *hints;
  GHashTable *seen;    // attribute value → flags; pages repeat their classes
  GMutex lock;
} Hints;

static const struct { const char *name; guint flag; } hint_kinds[] = {
  { "drop", PLX_HTML_DROPPED }, { "unlikely", PLX_HTML_UNLIKELY }, { "likely", PLX_HTML_LIKELY },
  { "body", PLX_HTML_BODY }, { "lead", PLX_HTML_LEAD }, { "byline", PLX_HTML_BYLINE },
  { "caption", PLX_HTML_CAPTION }, { "headline", PLX_HTML_HEADLINE },
  { "kicker", PLX_HTML_KICKER }, { "date", PLX_HTML_DATE },
};

static gboolean
add_hint (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  for (guint kind = 0; kind < G_N_ELEMENTS (hint_kinds); kind++)
    if (strcmp (fields[0], hint_kinds[kind].name) == 0)
      for (guint i = 1; i < n_fields; i++)
        {
          Hint hint = { hint_kinds[kind].flag, g_strdup (fields[i]) };

          g_array_append_val ((GArray *) user_data, hint);
        }
  return TRUE;
}

static Hints *
get_hints (void)
{
  static Hints *hints;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      hints = g_new0 (Hints, 1);
      g_mutex_init (&hints->lock);
      hints->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      hints->hints = g_array_new (FALSE, FALSE, sizeof (Hint));
      plx_data_read_table ("import/html-hints.tsv", add_hint, hints->hints, NULL);
      g_once_init_leave (&once, 1);
    }
  return hints;
}

/* "ArticleBody main_col" → "-article-body-main-col-", so that patterns can
 * name whole words ("-ad-") and parts of them ("related"). */
static char *
normalise (const char *value)
{
  GString *out = g_string_new ("-");

  for (const char *p = value; *p != '\0'; p++)
    {
      if (g_ascii_isupper (*p) && p > value && g_ascii_islower (p[-1]))
        g_string_append_c (out, '-');
      if (g_ascii_isalnum (*p))
        g_string_append_c (out, g_ascii_tolower (*p));
      else if (out->str[out->len - 1] != '-')
        g_string_append_c (out, '-');
    }
  if (out->str[out->len - 1] != '-')
    g_string_append_c (out, '-');
  return g_string_free (out, FALSE);
}

static guint
match_hints (const Hints *hints, const char *value)
{
  g_autofree char *normal = normalise (value);
  guint flags = 0;

  for (guint i = 0; i < hints->hints->len; i++)
    {
      const Hint *hint = &g_array_index (hints->hints, Hint, i);

      if ((flags & hint->flag) == 0 && strstr (normal, hint->pattern) != NULL)
        flags |= hint->flag;
    }
  return flags;
}

/**
 * plx_html_hint_flags:
 * @name: the attribute, "class", "id", "itemprop"
 *
 * Thread:  any
 * Returns: what data/import/html-hints.tsv makes of @value
 */
guint
plx_html_hint_flags (const char *name, const char *value)
{
  enum { MAX_SEEN = 20000, MAX_BYTES = 400 };
  Hints *hints = get_hints ();
  gpointer found;
  guint flags;

  if (*value == '\0' || strlen (value) > MAX_BYTES)
    return 0;
  g_mutex_lock (&hints->lock);
  if (g_hash_table_lookup_extended (hints->seen, value, NULL, &found))
    flags = GPOINTER_TO_UINT (found);
  else
    {
      flags = match_hints (hints, value);
      if (g_hash_table_size (hints->seen) >= MAX_SEEN)
        g_hash_table_remove_all (hints->seen);
      g_hash_table_insert (hints->seen, g_strdup (value), GUINT_TO_POINTER (flags));
    }
  g_mutex_unlock (&hints->lock);
  return flags;
}

/* -- reading the libxml2 tree -- */

char *
plx_html_attribute (const xmlNode *node, const char *name)
{
  g_autofree char *copy = NULL;
  xmlChar *value = xmlGetProp (node, (const xmlChar *) name);

  if (value == NULL)
    return NULL;
  copy = g_strdup ((const char *) value);
  xmlFree (value);
  return g_strdup (g_strstrip (copy));
}

/* The next node in document order inside @top, or NULL. */
xmlNode *
plx_html_next_node (const xmlNode *node, const xmlNode *top)
{
  if (node->type == XML_ELEMENT_NODE && node->children != NULL)
    return node->children;
  while (node != top && node->next == NULL)
    {
      node = node->parent;
      if (node == NULL)
        return NULL;
    }
  return node != top ? node->next : NULL;
}

static gboolean
is_text (const xmlNode *node)
{
  return (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
         && node->content != NULL;
}

/* Blanks that a page lays out with; soft hyphens and zero-width marks vanish. */
static const char *
read_blank (const char *p, gboolean *is_blank)
{
  *is_blank = TRUE;
  if (g_ascii_isspace (*p))
    return p + 1;
  if ((guchar) p[0] == 0xc2 && (guchar) p[1] == 0xa0)
    return p + 2;
  *is_blank = FALSE;
  if ((guchar) p[0] == 0xc2 && (guchar) p[1] == 0xad)
    return p + 2;
  if ((guchar) p[0] == 0xe2 && (guchar) p[1] == 0x80 && (guchar) p[2] == 0x8b)
    return p + 3;
  if ((guchar) p[0] == 0xe2 && (guchar) p[1] == 0x80 && (guchar) p[2] == 0x89)
    {
      *is_blank = TRUE;
      return p + 3;
    }
  return NULL;
}

/* Appends with blanks collapsed; gives how many characters it wrote. */
static guint
append_collapsed (GString *out, const char *text, guint *n_commas)
{
  guint n = 0;

  while (*text != '\0')
    {
      gboolean is_blank;
      const char *after = read_blank (text, &is_blank);
      gunichar c;

      if (after != NULL)
        {
          if (is_blank && out->len > 0 && out->str[out->len - 1] != ' ')
            g_string_append_c (out, ' ');
          text = after;
          continue;
        }
      c = g_utf8_get_char (text);
      after = g_utf8_next_char (text);
      g_string_append_len (out, text, after - text);
      n += c >= 0x2e80 ? 2 : 1;
      *n_commas += c == ',' || c == 0xff0c || c == 0x3001 || c == 0x60c || c == 0x964;
      text = after;
    }
  return n;
}

/* All text below @node on one line, scripts left out. */
char *
plx_html_node_text (const xmlNode *node)
{
  GString *out = g_string_new (NULL);
  guint n_commas = 0;

  for (const xmlNode *at = node; at != NULL; at = plx_html_next_node (at, node))
    {
      if (is_text (at) && (at->parent == NULL || at->parent->name == NULL
                           || (strcmp ((const char *) at->parent->name, "script") != 0
                               && strcmp ((const char *) at->parent->name, "style") != 0)))
        append_collapsed (out, (const char *) at->content, &n_commas);
      else if (at->type == XML_ELEMENT_NODE
               && ((find_tag_flags ((const char *) at->name) & PLX_HTML_BLOCK)
                   || strcmp ((const char *) at->name, "br") == 0))
        append_collapsed (out, " ", &n_commas);
    }
  return g_strstrip (g_string_free (out, FALSE));
}

static gboolean
is_hidden (const xmlNode *node);

/* What the class of @node says, and whether it is hidden. */
static guint
find_hint (const xmlNode *node)
{
  g_autofree char *class = node->properties != NULL ? plx_html_attribute (node, "class") : NULL;

  return (class != NULL ? plx_html_hint_flags ("class", class) : 0)
         | (is_hidden (node) ? PLX_HTML_HIDDEN : 0);
}

/**
 * plx_html_short_text:
 * @without: PlxHtmlFlags of elements that are passed over
 *
 * Cost:    bounded, however much there is below @node
 * Returns: (transfer full) (nullable): the text on one line; NULL: none, or more
 *   than @max_bytes, or no short text at all
 */
char *
plx_html_short_text (const xmlNode *node, gsize max_bytes, guint without)
{
  enum { MAX_NODES = 400 };
  g_autoptr (GString) out = g_string_new (NULL);
  const xmlNode *at = node;
  guint n_nodes = 0, n_commas = 0;

  while (at != NULL && n_nodes++ < MAX_NODES && out->len <= max_bytes)
    {
      gboolean skip = at->type == XML_ELEMENT_NODE && at != node
                      && ((find_tag_flags ((const char *) at->name) & PLX_HTML_DROPPED)
                          || (without != 0 && (find_hint (at) & without)));

      if (is_text (at))
        append_collapsed (out, (const char *) at->content, &n_commas);
      else if (at->type == XML_ELEMENT_NODE
               && ((find_tag_flags ((const char *) at->name) & PLX_HTML_BLOCK)
                   || strcmp ((const char *) at->name, "br") == 0))
        append_collapsed (out, " ", &n_commas);
      if (skip)
        while (at != node && at->next == NULL)
          at = at->parent;
      at = skip ? (at != node ? at->next : NULL) : plx_html_next_node (at, node);
    }
  g_string_assign (out, g_strstrip (out->str));
  return at == NULL && out->len > 0 && out->len <= max_bytes
         ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

/* -- building -- */

/* What an element says of everything inside it. */
enum
{
  INHERITED = PLX_HTML_DROPPED | PLX_HTML_HIDDEN | PLX_HTML_UNLIKELY | PLX_HTML_ASIDE
              | PLX_HTML_LINK | PLX_HTML_CAPTION | PLX_HTML_BODY | PLX_HTML_BYLINE | PLX_HTML_LEAD
              | PLX_HTML_HEADING,
};

typedef struct {
  PlxHtmlTree *tree;
  GString *line;        // the block under way
  guint32 owner;
  guint n_chars, n_link, n_commas;
} Builder;

static void
flush_block (Builder *builder)
{
  PlxHtmlBlock block = { 0 };

  if (builder->line->len > 0 && builder->line->str[builder->line->len - 1] == ' ')
    g_string_truncate (builder->line, builder->line->len - 1);
  if (builder->line->len > 0)
    {
      block.text = g_strdup (builder->line->str);
      block.owner = builder->owner;
      block.n_chars = builder->n_chars;
      block.n_link = builder->n_link;
      block.n_commas = builder->n_commas;
      block.flags = plx_html_element (builder->tree, builder->owner)->flags;
      g_array_append_val (builder->tree->blocks, block);
    }
  g_string_truncate (builder->line, 0);
  builder->n_chars = builder->n_link = builder->n_commas = 0;
}

static gboolean
is_hidden (const xmlNode *node)
{
  g_autofree char *style = NULL, *aria = NULL;

  if (node->properties == NULL)
    return FALSE;
  if (xmlHasProp (node, (const xmlChar *) "hidden") != NULL)
    return TRUE;
  aria = plx_html_attribute (node, "aria-hidden");
  if (aria != NULL && strcmp (aria, "true") == 0)
    return TRUE;
  style = plx_html_attribute (node, "style");
  if (style == NULL)
    return FALSE;
  for (char *p = style, *to = style;; p++)
    if (*p != ' ' && (*to++ = g_ascii_tolower (*p)) == '\0')
      break;
  return strstr (style, "display:none") != NULL || strstr (style, "visibility:hidden") != NULL;
}

static guint
find_role_flags (const xmlNode *node)
{
  static const struct { const char *role; guint flag; } roles[] = {
    { "navigation", PLX_HTML_DROPPED }, { "dialog", PLX_HTML_DROPPED },
    { "alertdialog", PLX_HTML_DROPPED }, { "menu", PLX_HTML_DROPPED },
    { "menubar", PLX_HTML_DROPPED }, { "search", PLX_HTML_DROPPED },
    { "complementary", PLX_HTML_ASIDE }, { "contentinfo", PLX_HTML_ASIDE },
    { "banner", PLX_HTML_UNLIKELY }, { "main", PLX_HTML_ARTICLE },
    { "article", PLX_HTML_ARTICLE }, { "heading", PLX_HTML_HEADING },
  };
  g_autofree char *role = plx_html_attribute (node, "role");

  for (guint i = 0; role != NULL && i < G_N_ELEMENTS (roles); i++)
    if (strcmp (role, roles[i].role) == 0)
      return roles[i].flag;
  return 0;
}

static guint
find_own_flags (const xmlNode *node)
{
  static const char * const attributes[]
    = { "class", "id", "itemprop", "data-testid", "data-component" };
  const char *name = (const char *) node->name;
  guint flags = find_tag_flags (name), hints = 0;
  g_autofree char *type = NULL;

  if (node->properties == NULL)
    return flags;
  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      g_autofree char *value = plx_html_attribute (node, attributes[i]);

      if (value != NULL)
        hints |= plx_html_hint_flags (attributes[i], value);
    }
  if (strcmp (name, "body") == 0 || strcmp (name, "html") == 0)
    return flags;
  if (hints & (PLX_HTML_LIKELY | PLX_HTML_BODY))
    hints &= ~(guint) PLX_HTML_UNLIKELY;
  if (flags & PLX_HTML_ARTICLE)
    hints &= ~(guint) (PLX_HTML_UNLIKELY | PLX_HTML_DROPPED);
  flags |= hints | find_role_flags (node);
  type = plx_html_attribute (node, "itemtype");
  if (type != NULL && g_str_has_suffix (type, "Article"))
    flags |= PLX_HTML_ARTICLE;
  return is_hidden (node) ? flags | PLX_HTML_HIDDEN : flags;
}

static guint32
open_element (Builder *builder, xmlNode *node, guint32 parent)
{
  PlxHtmlElement element = { .node = node, .parent = parent };
  guint32 index = builder->tree->elements->len;

  element.flags = find_own_flags (node);
  if (parent == PLX_HTML_NONE)
    element.flags |= PLX_HTML_BLOCK;
  element.under = element.flags;
  if (parent != PLX_HTML_NONE)
    element.under |= plx_html_element (builder->tree, parent)->under & INHERITED;
  if (element.flags & PLX_HTML_BLOCK)
    {
      flush_block (builder);
      builder->owner = index;
    }
  element.first_block = builder->tree->blocks->len;
  g_array_append_val (builder->tree->elements, element);
  return index;
}

/* Text after a child block belongs to the block around it again. */
static void
close_element (Builder *builder, guint32 index)
{
  PlxHtmlElement *element = plx_html_element (builder->tree, index);

  if (element->flags & PLX_HTML_BLOCK)
    {
      guint32 owner = element->parent;

      flush_block (builder);
      while (owner != PLX_HTML_NONE
             && !(plx_html_element (builder->tree, owner)->flags & PLX_HTML_BLOCK))
        owner = plx_html_element (builder->tree, owner)->parent;
      builder->owner = owner != PLX_HTML_NONE ? owner : 0;
    }
  element->end = builder->tree->elements->len;
  element->last_block = builder->tree->blocks->len;
}

static void
add_text (Builder *builder, const xmlNode *node, guint32 parent)
{
  guint under = plx_html_element (builder->tree, parent)->under;
  guint n;

  if (under & PLX_HTML_DROPPED && !(plx_html_element (builder->tree, builder->owner)->under
                                    & PLX_HTML_DROPPED))
    return;     // a button amid a sentence
  n = append_collapsed (builder->line, (const char *) node->content, &builder->n_commas);
  builder->n_chars += n;
  if (under & PLX_HTML_LINK)
    builder->n_link += n;
}

static gboolean
holds_no_text (const char *name)
{
  return strcmp (name, "script") == 0 || strcmp (name, "style") == 0
         || strcmp (name, "noscript") == 0 || strcmp (name, "svg") == 0
         || strcmp (name, "iframe") == 0 || strcmp (name, "textarea") == 0
         || strcmp (name, "select") == 0 || strcmp (name, "head") == 0;
}

static void
visit (Builder *builder, xmlNode *node, guint32 *parent, gboolean *go_down)
{
  *go_down = FALSE;
  if (is_text (node))
    add_text (builder, node, *parent);
  else if (node->type == XML_ELEMENT_NODE)
    {
      const char *name = (const char *) node->name;

      if (strcmp (name, "br") == 0)
        flush_block (builder);
      else if (!holds_no_text (name))
        {
          *parent = open_element (builder, node, *parent);
          *go_down = TRUE;
        }
    }
}

static gboolean
is_prose (const PlxHtmlBlock *block)
{
  return block->n_chars >= 40 && block->n_link * 3 < block->n_chars;
}

static guint
pass_down (PlxHtmlTree *tree, guint32 index)
{
  const PlxHtmlElement *element = plx_html_element (tree, index);

  if (element->parent == PLX_HTML_NONE)
    return element->flags;
  return element->flags | (plx_html_element (tree, element->parent)->under & INHERITED);
}

/* A class name is a hint, not a verdict: an element that holds a good part of
 * all prose is no boilerplate, whatever it is called, even if it is hidden
 * (behind a dialog that was open when the page was saved). */
static void
pardon (PlxHtmlTree *tree)
{
  g_autofree guint *prose = g_new0 (guint, tree->blocks->len + 1);   // running sum

  for (guint i = 0; i < tree->blocks->len; i++)
    prose[i + 1]
      = prose[i] + (is_prose (plx_html_block (tree, i)) ? plx_html_block (tree, i)->n_chars : 0);
  for (guint32 i = 0; i < tree->elements->len; i++)
    {
      const guint soft = PLX_HTML_UNLIKELY | PLX_HTML_CAPTION | PLX_HTML_BYLINE | PLX_HTML_LEAD;
      const guint hard = PLX_HTML_DROPPED | PLX_HTML_HIDDEN;
      PlxHtmlElement *element = plx_html_element (tree, i);
      guint64 inside = prose[element->last_block] - prose[element->first_block];
      guint64 all = prose[tree->blocks->len];
      guint pardoned = inside * 5 > all * 2 ? soft | hard : inside * 5 > all ? soft : 0;

      element->flags &= ~(pardoned & ~find_tag_flags ((const char *) element->node->name));
      element->under = pass_down (tree, i);
    }
}

/**
 * plx_html_tree_new:
 * @doc: stays the caller's and must outlive the result
 *
 * Cost:    O(n) in nodes and text
 */
PlxHtmlTree *
plx_html_tree_new (xmlDoc *doc)
{
  PlxHtmlTree *tree = g_new0 (PlxHtmlTree, 1);
  Builder builder = { .tree = tree, .line = g_string_new (NULL) };
  xmlNode *node = xmlDocGetRootElement (doc);
  guint32 parent = PLX_HTML_NONE;

  tree->elements = g_array_new (FALSE, FALSE, sizeof (PlxHtmlElement));
  tree->blocks = g_array_new (FALSE, FALSE, sizeof (PlxHtmlBlock));
  while (node != NULL)
    {
      gboolean go_down;

      visit (&builder, node, &parent, &go_down);
      if (go_down && node->children != NULL)
        {
          node = node->children;
          continue;
        }
      if (go_down)
        {
          close_element (&builder, parent);
          parent = plx_html_element (tree, parent)->parent;
        }
      while (node != NULL && node->next == NULL && parent != PLX_HTML_NONE)
        {
          node = plx_html_element (tree, parent)->node;
          close_element (&builder, parent);
          parent = plx_html_element (tree, parent)->parent;
        }
      node = parent != PLX_HTML_NONE ? node->next : NULL;
    }
  g_string_free (builder.line, TRUE);
  pardon (tree);
  return tree;
}

void
plx_html_tree_free (PlxHtmlTree *tree)
{
  if (tree == NULL)
    return;
  for (guint i = 0; i < tree->blocks->len; i++)
    g_free (plx_html_block (tree, i)->text);
  g_array_unref (tree->blocks);
  g_array_unref (tree->elements);
  g_free (tree);
}
