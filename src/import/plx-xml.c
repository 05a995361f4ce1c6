/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-xml.h"

#include "import/plx-items.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <string.h>

enum { MAX_DOCTYPE_BYTES = 64 << 10 };

/* -- repair: what breaks feeds in the usual ways is mended before parsing, so
 *    that one stray "&" does not cost the rest of the file -- */

typedef struct {
  const char *end;
  GString *out;
  gboolean has_started;   // past the first tag: no document type may follow
  gboolean is_open;       // a comment that never ends was met: no other does
} Repair;

/* A document type is dropped whole: its entities and addresses are never looked at.
 * NULL: it does not end. */
static const char *
skip_doctype (const char *p, const char *end)
{
  int depth = 0;
  char quote = '\0';

  for (end = MIN (end, p + MAX_DOCTYPE_BYTES); p < end; p++)
    if (quote != '\0')
      quote = *p == quote ? '\0' : quote;
    else if (depth > 0 && (*p == '"' || *p == '\''))
      quote = *p;
    else if (*p == '<')
      depth++;
    else if (*p == '>' && --depth == 0)
      return p + 1;
  return NULL;
}

/* Numbers 128 to 159 mean windows-1252 wherever they are met: "&#146;". */
static gunichar
mend_number (gunichar c)
{
  static const gunichar windows_1252[32] = {
    0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152,
    0x8d, 0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122,
    0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
  };

  if (c >= 128 && c < 160)
    return windows_1252[c - 128];
  return g_unichar_validate (c) && (c >= 0x20 || c == '\t' || c == '\n') && c < 0xfffe ? c : 0xfffd;
}

/* "&#8217;", "&#x2019;", "&#X2019;" to the character itself, unless it is mark-up. */
static const char *
mend_reference (const char *p, GString *out)
{
  gboolean is_hex = p[2] == 'x' || p[2] == 'X';
  const char *digits = p + (is_hex ? 3 : 2);
  char *end;
  guint64 value = g_ascii_strtoull (digits, &end, is_hex ? 16 : 10);
  gunichar c;

  if (!g_ascii_isxdigit (*digits) || (!is_hex && !g_ascii_isdigit (*digits)))
    {
      g_string_append (out, "&amp;");
      return p + 1;
    }
  c = mend_number ((gunichar) MIN (value, 0x110000));
  if (c == '<' || c == '&' || c == '>')
    g_string_append_printf (out, "&#%u;", c);
  else
    g_string_append_unichar (out, c);
  return *end == ';' ? end + 1 : end;
}

/* Names that XML knows stay, those of HTML become characters, a bare "&" is one. */
static const char *
mend_entity (const char *p, GString *out)
{
  static const char * const known[] = { "amp", "lt", "gt", "quot", "apos", NULL };
  gsize n = 0;
  g_autofree char *name = NULL;
  const htmlEntityDesc *entity;

  if (p[1] == '#')
    return mend_reference (p, out);
  while (n < 32 && g_ascii_isalnum (p[1 + n]))
    n++;
  name = g_strndup (p + 1, n);
  if (p[1 + n] == ';' && g_strv_contains (known, name))
    {
      g_string_append_len (out, p, (gssize) n + 2);
      return p + n + 2;
    }
  entity = p[1 + n] == ';' ? htmlEntityLookup ((const xmlChar *) name) : NULL;
  if (entity != NULL)
    g_string_append_unichar (out, entity->value);
  else
    g_string_append (out, "&amp;");
  return entity != NULL ? p + n + 2 : p + 1;
}

static const char *
copy_cdata (Repair *self, const char *p)
{
  const char *close = g_strstr_len (p, self->end - p, "]]>");
  const char *next = close != NULL ? close + 3 : self->end;

  g_string_append_len (self->out, p, next - p);
  if (close == NULL)
    g_string_append (self->out, "]]>");
  return next;
}

/* Comments and instructions say nothing to us; NULL: it is none. */
static const char *
skip_remark (Repair *self, const char *p)
{
  const char *mark = g_str_has_prefix (p, "<!--") ? "-->" : p[1] == '?' ? "?>" : NULL, *close;

  if (mark == NULL || self->is_open)
    return NULL;
  close = g_strstr_len (p, self->end - p, mark);
  self->is_open = close == NULL;
  return close != NULL ? close + strlen (mark) : NULL;
}

/* "<" that opens nothing is text: "profits < losses". */
static const char *
mend_tag (Repair *self, const char *p)
{
  const char *next = NULL;

  if (g_str_has_prefix (p, "<![CDATA["))
    return copy_cdata (self, p);
  if (!self->has_started && g_ascii_strncasecmp (p, "<!doctype", 9) == 0)
    {
      self->has_started = TRUE;
      next = skip_doctype (p, self->end);
    }
  else
    next = skip_remark (self, p);
  if (next != NULL)
    return next;
  if (g_ascii_isalpha (p[1]) || p[1] == '/' || p[1] == '_' || (guchar) p[1] >= 0x80)
    {
      g_string_append_c (self->out, '<');
      self->has_started = TRUE;
    }
  else
    g_string_append (self->out, "&lt;");
  return p + 1;
}

static GString *
repair (const char *text, gsize n_bytes)
{
  Repair self = { text + n_bytes, g_string_sized_new (n_bytes + n_bytes / 16), FALSE, FALSE };

  for (const char *p = text; p < self.end;)
    {
      gsize plain = strcspn (p, "<&");

      plain = MIN (plain, (gsize) (self.end - p));
      g_string_append_len (self.out, p, (gssize) plain);
      p += plain;
      if (p < self.end && *p == '&')
        p = mend_entity (p, self.out);
      else if (p < self.end && *p == '<')
        p = mend_tag (&self, p);
      else if (p < self.end)
        p++;
    }
  return self.out;
}

/* libxml2's own limits stand (256 levels, 10 MB in a text): what lies beyond is
 * told by @is_cut, not read. */
xmlDoc *
plx_xml_parse (const char *text, gsize n_bytes, gboolean *is_cut)
{
  g_autoptr (GString) mended = repair (text, n_bytes);
  gsize blank = strspn (mended->str, " \t\n");
  xmlParserCtxt *context = xmlNewParserCtxt ();
  xmlDoc *doc;

  if (context == NULL)
    return NULL;
  doc = xmlCtxtReadMemory (context, mended->str + blank, (int) (mended->len - blank), NULL, "UTF-8",
                           XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING
                             | XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_IGNORE_ENC);
  *is_cut = !context->wellFormed && context->errNo != XML_ERR_UNDECLARED_ENTITY
            && (context->disableSAX != 0 || context->errNo == XML_ERR_TAG_NOT_FINISHED
                || context->errNo == XML_ERR_DOCUMENT_END);
  xmlFreeParserCtxt (context);
  if (doc != NULL && xmlDocGetRootElement (doc) == NULL)
    g_clear_pointer (&doc, xmlFreeDoc);
  return doc;
}

/* -- elements -- */

static const char *
local_name (const xmlNode *node)
{
  const char *name = (const char *) node->name;
  const char *colon = strrchr (name, ':');   // a prefix that is never declared

  return colon != NULL ? colon + 1 : name;
}

gboolean
plx_xml_is (const xmlNode *node, const char *name)
{
  return node != NULL && node->type == XML_ELEMENT_NODE
         && g_ascii_strcasecmp (local_name (node), name) == 0;
}

gboolean
plx_xml_is_any (const xmlNode *node, const char * const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (plx_xml_is (node, names[i]))
      return TRUE;
  return FALSE;
}

/* Its namespace, or the prefix that stands for one in a feed that declares none. */
gboolean
plx_xml_in (const xmlNode *node, const char *part)
{
  if (node->ns != NULL && node->ns->href != NULL)
    return strstr ((const char *) node->ns->href, part) != NULL;
  return strchr ((const char *) node->name, ':') != NULL
         && g_str_has_prefix ((const char *) node->name, part);
}

xmlNode *
plx_xml_skip (const xmlNode *node, const xmlNode *top)
{
  while (node != NULL && node != top && node->next == NULL)
    node = node->parent;
  return node != NULL && node != top ? node->next : NULL;
}

xmlNode *
plx_xml_next (const xmlNode *node, const xmlNode *top)
{
  if (node->type == XML_ELEMENT_NODE && node->children != NULL)
    return node->children;
  return plx_xml_skip (node, top);
}

xmlNode *
plx_xml_child (const xmlNode *node, const char *name)
{
  for (xmlNode *child = node != NULL ? node->children : NULL; child != NULL; child = child->next)
    if (plx_xml_is (child, name))
      return child;
  return NULL;
}

xmlNode *
plx_xml_sibling (const xmlNode *node, const char *name)
{
  for (xmlNode *next = node->next; next != NULL; next = next->next)
    if (plx_xml_is (next, name))
      return next;
  return NULL;
}

xmlNode *
plx_xml_find (const xmlNode *top, const char *name)
{
  for (xmlNode *node = top != NULL ? plx_xml_next (top, top) : NULL; node != NULL;
       node = plx_xml_next (node, top))
    if (plx_xml_is (node, name))
      return node;
  return NULL;
}

xmlNode *
plx_xml_path (const xmlNode *node, const char *path)
{
  g_auto (GStrv) names = g_strsplit (path, "/", -1);
  xmlNode *found = (xmlNode *) node;

  for (guint i = 0; names[i] != NULL && found != NULL; i++)
    found = plx_xml_child (found, names[i]);
  return found;
}

xmlNode *
plx_xml_above (const xmlNode *node, const char *name)
{
  xmlNode *above = node->parent;

  while (above != NULL && !plx_xml_is (above, name))
    above = above->parent;
  return above;
}

/* -- text -- */

static char *
take_text (GString *text)
{
  if (text->len > 0)
    return g_string_free (text, FALSE);
  g_string_free (text, TRUE);
  return NULL;
}

static char *
take_line (GString *text)
{
  GString *line = g_string_sized_new (text->len);

  for (const char *p = text->str, *next; *p != '\0'; p = next)
    {
      gunichar c = g_utf8_get_char (p);

      next = g_utf8_next_char (p);
      if (c == 0x3000 || c == 0xa0 || !g_unichar_isspace (c))
        g_string_append_len (line, p, next - p);
      else if (line->len > 0 && line->str[line->len - 1] != ' ')
        g_string_append_c (line, ' ');
    }
  g_string_free (text, TRUE);
  line->len = strlen (g_strchomp (line->str));
  return take_text (line);
}

char *
plx_xml_attribute (const xmlNode *node, const char *name)
{
  for (const xmlAttr *attribute = node != NULL ? node->properties : NULL; attribute != NULL;
       attribute = attribute->next)
    if (g_ascii_strcasecmp ((const char *) attribute->name, name) == 0)
      {
        xmlChar *value = xmlNodeListGetString (node->doc, attribute->children, 1);
        GString *line = g_string_new ((const char *) value);

        xmlFree (value);
        return take_line (line);
      }
  return NULL;
}

static const char * const inline_names[] = {
  "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "blink", "cite", "code", "data", "del", "dfn",
  "em", "font", "i", "ins", "kbd", "mark", "money", "num", "org", "person", "location", "city",
  "state", "country", "event", "function", "object.title", "q", "region", "s", "samp", "small",
  "span", "strike", "strong", "sub", "sup", "lang", "time", "chron", "tt", "u", "var", "virtloc",
  "wbr", "alt-code", "pronounce", "sublocation", "frac", "frac-num", "frac-den", "series", "bdt",
  "copyrite", "copyrite.year", "copyrite.holder", "classifier", "postaddr", "keyword", NULL
};

static const char * const silent_names[] = {
  "script", "style", "applet", "embed", "object", "iframe", "frame", "frameset", "noframes", "link",
  "meta", "head", "template", "svg", "math", "form", "input", "select", "textarea", "media", "audio",
  "video", "img", NULL
};

char *
plx_xml_raw (const xmlNode *top)
{
  GString *out = g_string_new (NULL);

  for (const xmlNode *node = top != NULL ? top->children : NULL; node != NULL;
       node = plx_xml_next (node, top))
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
      g_string_append (out, (const char *) node->content);
  return take_text (out);
}

char *
plx_xml_line (const xmlNode *top)
{
  GString *out = g_string_new (NULL);

  for (const xmlNode *node = top != NULL ? top->children : NULL; node != NULL;
       node = plx_xml_next (node, top))
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
      g_string_append (out, (const char *) node->content);
    else if (node->type == XML_ELEMENT_NODE && !plx_xml_is_any (node, inline_names))
      g_string_append_c (out, ' ');
  return take_line (out);
}

gboolean
plx_xml_has_elements (const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      return TRUE;
  return FALSE;
}

/* -- paragraphs -- */

typedef struct {
  GString *out;
  GString *now;         // the paragraph at work; "\n" only where a break was set
  guint in_pre;
} Paragraphs;

/* Breaks that wrap lines by hand are joined, those that part them stay. */
static void
end_paragraph (Paragraphs *self)
{
  g_autofree char *joined = NULL;

  g_strstrip (self->now->str);
  self->now->len = strlen (self->now->str);
  if (self->now->len == 0)
    return;
  joined = strchr (self->now->str, '\n') != NULL ? plx_text_unwrap (self->now->str)
                                                  : g_strdup (self->now->str);
  if (self->out->len > 0)
    g_string_append_c (self->out, '\n');
  g_string_append (self->out, joined);
  g_string_truncate (self->now, 0);
}

static void
add_text (Paragraphs *self, const char *text)
{
  if (self->in_pre > 0)
    {
      g_string_append (self->now, text);
      return;
    }
  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean is_blank = strchr (" \t\n\r", *p) != NULL;
      char last = self->now->len > 0 ? self->now->str[self->now->len - 1] : ' ';

      if (!is_blank)
        g_string_append_c (self->now, *p);
      else if (last != ' ' && last != '\n')
        g_string_append_c (self->now, ' ');
    }
}

/* Before and after an element: its line begins, its line ends. */
static void
cross (Paragraphs *self, const xmlNode *node, gboolean is_end)
{
  if (plx_xml_is (node, "br"))
    {
      if (!is_end)
        g_string_append_c (self->now, '\n');
    }
  else if (plx_xml_is (node, "td") || plx_xml_is (node, "th"))
    add_text (self, " ");
  else if (!plx_xml_is_any (node, inline_names))
    end_paragraph (self);
  if (plx_xml_is (node, "pre"))
    self->in_pre += is_end ? -1u : 1u;
}

static const xmlNode *
leave (Paragraphs *self, const xmlNode *node, const xmlNode *top)
{
  for (; node != top; node = node->parent)
    {
      if (node->type == XML_ELEMENT_NODE)
        cross (self, node, TRUE);
      if (node->next != NULL)
        return node->next;
    }
  return NULL;
}

char *
plx_xml_paragraphs (const xmlNode *top)
{
  Paragraphs self = { g_string_new (NULL), g_string_new (NULL), 0 };
  const xmlNode *node = top != NULL ? top->children : NULL;

  while (node != NULL)
    {
      gboolean is_element = node->type == XML_ELEMENT_NODE;

      if (is_element && plx_xml_is_any (node, silent_names))
        {
          const xmlNode *next = node->next;

          node = next != NULL ? next : leave (&self, node->parent, top);
          continue;
        }
      if (is_element)
        cross (&self, node, FALSE);
      else if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        add_text (&self, (const char *) node->content);
      node = is_element && node->children != NULL ? node->children : leave (&self, node, top);
    }
  end_paragraph (&self);
  g_string_free (self.now, TRUE);
  return take_text (self.out);
}
