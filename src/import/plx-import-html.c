/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-formats.h"
#include "import/plx-html-date.h"
#include "import/plx-press.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <string.h>

/* One page, one article. libxml2 parses without network, entities or errors on
 * the terminal; its own limits are off (they drop the rest of a page without a
 * word), ours stand in plx-importer.c. */

enum {
  PARSE_OPTIONS = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET
                  | HTML_PARSE_COMPACT | XML_PARSE_HUGE,
  MIN_ARTICLE_CHARS = 60,
};

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

static xmlDoc *
parse (const char *text, gsize n_bytes)
{
  return htmlReadMemory (text, (int) n_bytes, NULL, "UTF-8", PARSE_OPTIONS);
}

/* libxml2 looks through everything that is open for each end tag that closes
 * nothing; a hostile page makes that quadratic. Gives how much of the page may
 * be read, all of it for every page that people write. Elements that close by
 * themselves do not count as open. */
static gsize
find_readable (const char *text, gsize n_bytes)
{
  static const char implied[] = " p li td tr th dt dd option thead tbody tfoot br img hr meta link "
                                "input area base col embed source wbr ";
  const guint64 budget = 1000 * 1000 * 1000;
  g_autoptr (GHashTable) open = g_hash_table_new (g_direct_hash, g_direct_equal);
  guint64 work = 0, n_open = 0;

  for (const char *p = memchr (text, '<', n_bytes); p != NULL;
       p = memchr (p + 1, '<', n_bytes - (gsize) (p + 1 - text)))
    {
      gboolean is_end = p[1] == '/', is_implied;
      char name[16] = " ";
      gpointer key;
      guint n;

      for (n = 1; n < 14 && g_ascii_isalnum (p[n + is_end]); n++)
        name[n] = g_ascii_tolower (p[n + is_end]);
      name[n] = ' ';
      if (n == 1)
        continue;
      name[n + 1] = '\0';
      is_implied = strstr (implied, name) != NULL;
      key = GUINT_TO_POINTER (g_str_hash (name));
      n = GPOINTER_TO_UINT (g_hash_table_lookup (open, key));
      if (is_end && n == 0)
        work += n_open;
      else
        {
          g_hash_table_insert (open, key, GUINT_TO_POINTER (is_end ? n - 1 : n + 1));
          if (!is_implied)
            n_open += is_end ? -1 : 1;
        }
      if (work > budget)
        return (gsize) (p - text);
    }
  return n_bytes;
}

static char *
join (GPtrArray *paragraphs)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < paragraphs->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "\n" : "",
                            (char *) g_ptr_array_index (paragraphs, i));
  return g_string_free (out, FALSE);
}

/* Every block of a piece of markup, one per line: for texts inside of JSON. */
char *
plx_html_to_paragraphs (const char *markup)
{
  g_autoptr (xmlDoc) doc = NULL;
  g_autoptr (PlxHtmlTree) tree = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();

  if (*markup == '\0')
    return g_strdup ("");
  doc = parse (markup, strlen (markup));
  if (doc == NULL)
    return g_strdup (markup);
  tree = plx_html_tree_new (doc);
  for (guint i = 0; i < tree->blocks->len; i++)
    g_ptr_array_add (lines, plx_html_block (tree, i)->text);
  return join (lines);
}

/* A page that was cut off ends before it closes what it opened. */
static gboolean
is_truncated (const char *text, gsize n_bytes)
{
  static const char * const ends[] = { "</html", "</body" };
  const char *tail = text + (n_bytes > 65536 ? n_bytes - 65536 : 0);
  gboolean opened = FALSE;
  const char *last;

  for (const char *p = text; p < text + MIN (n_bytes, 65536); p++)
    if (*p == '<'
        && (g_ascii_strncasecmp (p, "<html", 5) == 0 || g_ascii_strncasecmp (p, "<body", 5) == 0))
      opened = TRUE;
  last = strrchr (tail, '<');
  if (last != NULL && strchr (last, '>') == NULL)
    return TRUE;
  for (const char *p = tail; *p != '\0'; p++)
    for (guint i = 0; *p == '<' && i < G_N_ELEMENTS (ends); i++)
      if (g_ascii_strncasecmp (p, ends[i], strlen (ends[i])) == 0)
        return FALSE;
  return opened;
}

static void
move_metadata (PlxHtmlMetadata *metadata, PlxImportedArticle *article)
{
  article->title = g_steal_pointer (&metadata->title);
  article->published = g_steal_pointer (&metadata->published);
  article->site = g_steal_pointer (&metadata->site);
  article->language = g_steal_pointer (&metadata->language);
  article->url = g_steal_pointer (&metadata->url);
  g_strfreev (article->byline);
  g_ptr_array_add (metadata->authors, NULL);
  article->byline = g_strdupv ((char **) metadata->authors->pdata);
}

/* What a reader sees between headline and text fills what the data lack. */
static void
use_front (const PlxHtmlArticle *found, PlxHtmlMetadata *metadata)
{
  gboolean has_authors = metadata->authors->len > 0;

  for (guint i = 0; !has_authors && i < found->front->len; i++)
    {
      const char *line = g_ptr_array_index (found->front, i);

      if (metadata->authors->len == 0 && plx_byline_has_prefix (line))
        plx_byline_add (metadata->authors, line);
    }
}

/* A date that the page does not state outright is told with where it is from. */
static void
tell_date (PlxHtmlDateOrigin origin, const char *date, PlxImportResult *result)
{
  if (origin == PLX_HTML_DATE_ADDRESS)
    plx_import_result_say (result, "note", NULL,
                           _("the page states no date; it was read from its address: %s"), date);
  else if (origin == PLX_HTML_DATE_UPDATE)
    plx_import_result_say (result, "note", NULL,
                           _("the page says only when it was last changed: %s"), date);
  else if (origin == PLX_HTML_DATE_IMAGE)
    plx_import_result_say (result, "note", NULL,
                           _("the page states no date; it was read from the address of its "
                             "picture: %s"), date);
  else if (origin == PLX_HTML_DATE_COPYRIGHT)
    plx_import_result_say (result, "note", NULL,
                           _("the page states no date; its copyright line says %s"), date);
}

static void
use_date (const PlxHtmlTree *tree, const PlxHtmlArticle *found, PlxHtmlMetadata *metadata,
          PlxImportResult *result)
{
  PlxHtmlDateOrigin origin;

  if (plx_html_date_find (tree, found, metadata, &origin))
    tell_date (origin, metadata->published, result);
  else if (plx_html_date_settle (metadata))
    plx_import_result_say (result, "note", NULL,
                           _("the page gives its time in UTC; it was put to the day in its "
                             "address: %s"), metadata->published);
}

static void
tell_doubts (const PlxHtmlArticle *found, PlxImportResult *result)
{
  if (found->is_whole_page)
    plx_import_result_say (result, "warning", NULL,
                           _("no article was recognised; every line of the page that is no link "
                             "was taken: check it"));
  else if (found->n_chars < MIN_ARTICLE_CHARS)
    plx_import_result_say (result, "warning", NULL,
                           _("the page holds very little text; perhaps it is no article, or it "
                             "loads its text later: save it from the browser after it has loaded"));
}

gboolean
plx_import_html (const char *text, gsize n_bytes, PlxImportResult *result, GError **error)
{
  gsize n_readable = find_readable (text, n_bytes);
  g_autoptr (xmlDoc) doc = parse (text, n_readable);
  g_autoptr (PlxHtmlTree) tree = NULL;
  g_autoptr (PlxHtmlMetadata) metadata = NULL;
  g_autoptr (PlxHtmlArticle) found = NULL;
  g_autoptr (PlxImportedArticle) article = plx_imported_article_new ();

  if (n_readable < n_bytes)
    plx_import_result_say (result, "warning", g_strdup_printf (_("byte %zu"), n_readable),
                           _("the markup is broken too badly to read on; the rest of the page was "
                             "left out"));
  else if (is_truncated (text, n_bytes))
    plx_import_result_say (
      result, "warning", NULL,
      _("the page is cut off; what is there was taken: save it again if you can"));
  if (doc != NULL && xmlDocGetRootElement (doc) != NULL)
    {
      metadata = plx_html_metadata_read (doc);
      tree = plx_html_tree_new (doc);
      found = plx_html_article_find (tree, &(PlxHtmlKnown) { metadata->title, metadata->heading,
                                                             metadata->description,
                                                             metadata->authors });
    }
  if (found == NULL || found->paragraphs->len == 0)
    {
      g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_EMPTY,
                   _("no article was found in this page; open it in a browser, select the text "
                     "and paste it"));
      return FALSE;
    }
  use_front (found, metadata);
  use_date (tree, found, metadata, result);
  move_metadata (metadata, article);
  article->text = join (found->paragraphs);
  g_ptr_array_unref (article->kept);
  g_ptr_array_unref (article->removed);
  article->kept = g_ptr_array_ref (found->kept);
  article->removed = g_ptr_array_ref (found->removed);
  tell_doubts (found, result);
  plx_dateline_read (article);
  g_ptr_array_add (result->articles, g_steal_pointer (&article));
  return TRUE;
}

/* -- the format -- */

static gboolean
starts_with_tag (const char *text, const char *name)
{
  gsize n = strlen (name);

  return g_ascii_strncasecmp (text, name, n) == 0 && !g_ascii_isalnum (text[n]);
}

/* The first real tag of a page, past declarations and comments. */
static const char *
skip_prologue (const char *text)
{
  for (;;)
    {
      const char *end = NULL;

      while (g_ascii_isspace (*text))
        text++;
      if (g_str_has_prefix (text, "<?"))
        end = strstr (text, "?>");
      else if (g_str_has_prefix (text, "<!--"))
        end = strstr (text, "-->");
      if (end == NULL)
        return text;
      text = strchr (end, '>') + 1;
    }
}

static gboolean
looks_like_html (const char *text)
{
  static const char * const names[] = {
    "<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<article", "<main",
    "<div", "<p", "<h1", "<table", "<script", "<link", "<section", "<center", "<font",
  };

  text = skip_prologue (text);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (starts_with_tag (text, names[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_html (PlxImportInput *input)
{
  return looks_like_html (plx_import_input_get_text (input, NULL))
         || (!plx_import_input_is_xml (input)
             && plx_import_input_has_ending (input, ".html .htm .xhtml .shtml"));
}

static gboolean
read_html (PlxImportInput *input, PlxImportResult *result, GError **error)
{
  gsize n;
  const char *text = plx_import_input_get_text (input, &n);

  if (plx_press_read_html (text, n, result))
    return TRUE;
  return plx_import_html (text, n, result, error);
}

const PlxImportFormat plx_format_html = {
  .media_type = "text/html",
  .label = N_("a web page"),
  .limit = PLX_IMPORT_MAX_HTML_BYTES,
  .is_one = is_html,
  .read = read_html,
};
