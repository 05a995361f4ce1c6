/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-items.h"

#include "import/plx-html-metadata.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum { MAX_BYLINES = 40, MAX_COMPARED = 100, MAX_TOLD = 100 };

#define CODE_SIGNS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"

/* -- fields -- */

/* Fields are one line each. */
void
plx_item_set (char **field, char *value)
{
  if (value != NULL && *g_strstrip (g_strdelimit (value, "\n\r\t", ' ')) != '\0' && *field == NULL)
    *field = g_steal_pointer (&value);
  g_free (value);
}

/* Three letters where two are the custom, as some agencies write them. */
static const char *
shorten_language (const char *code)
{
  static const char codes[][2][4] = {
    { "eng", "en" }, { "ger", "de" }, { "deu", "de" }, { "fre", "fr" }, { "fra", "fr" },
    { "spa", "es" }, { "ita", "it" }, { "por", "pt" }, { "rus", "ru" }, { "jpn", "ja" },
    { "kor", "ko" }, { "chi", "zh" }, { "zho", "zh" }, { "ara", "ar" }, { "dut", "nl" },
    { "nld", "nl" }, { "swe", "sv" }, { "fin", "fi" }, { "pol", "pl" }, { "tur", "tr" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_ascii_strcasecmp (code, codes[i][0]) == 0)
      return codes[i][1];
  return NULL;
}

/* "EN", "en_US" → "en", "en-US"; "x-default" and words say nothing. */
void
plx_item_set_language (PlxImportedArticle *article, char *value)
{
  g_autofree char *given = value;
  char *code;
  gsize n = 0;

  if (given == NULL || article->language != NULL)
    return;
  code = g_strstrip (given);
  while (g_ascii_isalpha (code[n]))
    n++;
  if (n < 2 || n > 3 || strspn (code, CODE_SIGNS) != strlen (code) || strlen (code) > 12 || (code[n] != '\0' && code[n] != '-' && code[n] != '_'))
    return;
  for (gsize i = 0; i < n; i++)
    code[i] = g_ascii_tolower (code[i]);
  g_strdelimit (code, "_", '-');
  article->language = g_strdup (shorten_language (code) != NULL ? shorten_language (code) : code);
}

void
plx_item_add_byline (PlxImportedArticle *article, char *value)
{
  g_autofree char *given = value;
  const char *name = given != NULL ? plx_byline_skip_prefix (g_strstrip (g_strdelimit (given, "\n\r\t", ' '))) : "";
  guint n = g_strv_length (article->byline);

  if (*name == '\0' || n >= MAX_BYLINES || g_strv_contains ((const char * const *) article->byline, name))
    return;
  article->byline = g_renew (char *, article->byline, n + 2);
  article->byline[n] = g_strdup (name);
  article->byline[n + 1] = NULL;
}

void
plx_item_add_text (PlxImportedArticle *article, char *text)
{
  g_autofree char *given = text, *before = NULL;

  if (given == NULL || *g_strstrip (given) == '\0')
    return;
  before = g_steal_pointer (&article->text);
  article->text = before != NULL ? g_strjoin ("\n", before, given, NULL) : g_steal_pointer (&given);
}

static gboolean
is_kept (const PlxImportedArticle *article, const char *passage)
{
  for (guint i = 0; i < MIN (article->kept->len, MAX_COMPARED); i++)
    if (g_str_equal (g_ptr_array_index (article->kept, i), passage))
      return TRUE;
  return g_strcmp0 (passage, article->title) == 0;
}

void
plx_item_keep (PlxImportedArticle *article, char *passage)
{
  if (passage == NULL || *g_strstrip (passage) == '\0' || is_kept (article, passage))
    g_free (passage);
  else
    g_ptr_array_add (article->kept, passage);
}

/* Of one item; a file of thousands tells the first hundred. */
static void G_GNUC_PRINTF (3, 4)
say (PlxItems *items, const char *level, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  if (items->n_told++ >= MAX_TOLD)
    return;
  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  plx_import_result_say (items->result, level, g_strdup_printf (_("item %u"), items->n + 1), "%s", what);
}

void
plx_item_set_date (PlxItems *items, PlxImportedArticle *article, char *value)
{
  g_autofree char *given = value;

  if (given == NULL || article->published != NULL || *g_strstrip (given) == '\0')
    return;
  article->published = plx_published_parse (given);
  if (article->published == NULL)
    say (items, "warning", _("the date “%s” is not clear and was left open"), given);
}

/* -- what is said of an item -- */

/* "stat:canceled", "Withheld": the last word counts. */
void
plx_items_say_status (PlxItems *items, char *status)
{
  static const char * const withdrawn[] = { "canceled", "cancelled", "kill", "killed", "withdrawn",
                                            "retracted", "deleted", NULL };
  g_autofree char *given = status != NULL ? g_ascii_strdown (status, -1) : NULL;
  const char *word = given != NULL && strrchr (given, ':') != NULL ? strrchr (given, ':') + 1 : given;

  g_free (status);
  if (word == NULL)
    return;
  if (g_strv_contains (withdrawn, word))
    say (items, "warning", _("the agency has withdrawn this item (%s): it should not be relied on"),
         word);
  else if (g_str_equal (word, "withheld") || g_str_equal (word, "embargoed"))
    say (items, "warning", _("the agency holds this item back (%s): it was not yet to be published"),
         word);
}

void
plx_items_say_embargo (PlxItems *items, char *until)
{
  g_autofree char *given = until;

  if (given != NULL)
    say (items, "note", _("embargoed until %s"), given);
}

void
plx_items_say_note (PlxItems *items, char *note)
{
  g_autofree char *given = note;

  if (given != NULL && *given != '\0')
    say (items, "note", _("the agency's note to editors: %s"), given);
}

/* -- articles -- */

static char *
join_kept (PlxImportedArticle *article)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < article->kept->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "\n" : "",
                            (char *) g_ptr_array_index (article->kept, i));
  g_ptr_array_set_size (article->kept, 0);
  return g_string_free (out, FALSE);
}

/* An item without a text of its own is still news: its description is all that
 * was sent, or its headline. */
static gboolean
fill_text (PlxItems *items, PlxImportedArticle *article)
{
  if (article->text != NULL && *article->text != '\0')
    return TRUE;
  g_clear_pointer (&article->text, g_free);
  if (article->kept->len > 0)
    {
      article->text = join_kept (article);
      items->n_summary++;
    }
  else if (article->title != NULL)
    {
      article->text = g_strdup (article->title);
      items->n_headline++;
    }
  else if (items->keep_bare)
    {
      const char *said = article->url != NULL ? article->url
                         : *article->byline != NULL ? *article->byline : article->published;

      article->text = g_strdup (said);
      items->n_bare += said != NULL;
    }
  return article->text != NULL;
}

void
plx_items_add (PlxItems *items, PlxImportedArticle *article)
{
  if (fill_text (items, article))
    {
      plx_dateline_read (article);
      g_ptr_array_add (items->result->articles, article);
    }
  else
    {
      items->n_empty++;
      plx_imported_article_free (article);
    }
  items->n++;
}

gboolean
plx_items_end (PlxItems *items, GError **error)
{
  if (items->n_told > MAX_TOLD)
    plx_import_result_say (items->result, "note", NULL,
                           _("%u more notes on items were left out"), items->n_told - MAX_TOLD);
  if (items->n_summary > 0)
    plx_import_result_say (items->result, "note", NULL,
                           ngettext ("%u item has no text of its own; its description was taken",
                                     "%u items have no text of their own; their descriptions were taken",
                                     items->n_summary), items->n_summary);
  if (items->n_headline > 0)
    plx_import_result_say (items->result, "note", NULL,
                           ngettext ("%u item is a headline only", "%u items are headlines only",
                                     items->n_headline), items->n_headline);
  if (items->n_bare > 0)
    plx_import_result_say (items->result, "warning", NULL,
                           ngettext ("%u item says no more than where or when it is; that stands as its text",
                                     "%u items say no more than where or when they are; that stands as their text",
                                     items->n_bare), items->n_bare);
  if (items->result->articles->len > 0 && items->n_empty > 0)
    plx_import_result_say (items->result, "note", NULL,
                           ngettext ("%u item holds no text and was left out",
                                     "%u items hold no text and were left out", items->n_empty),
                           items->n_empty);
  if (items->result->articles->len > 0)
    return TRUE;
  g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_EMPTY,
               items->n > 0 ? _("its items hold no text; nothing to read")
                            : _("no items in it; nothing to read"));
  return FALSE;
}

/* -- text -- */

/* A tag or a reference somewhere; "a < b" and "AT&T" are none. */
gboolean
plx_markup_is_likely (const char *text)
{
  for (const char *p = strpbrk (text, "<&"); p != NULL; p = strpbrk (p + 1, "<&"))
    {
      gsize n = 1;

      if (*p == '<' && (g_ascii_isalpha (p[1]) || p[1] == '/' || p[1] == '!'))
        return strchr (p, '>') != NULL;
      n += p[1] == '#';
      while (n < 12 && g_ascii_isalnum (p[n]))
        n++;
      if (*p == '&' && n > 2 && p[n] == ';')
        return TRUE;
    }
  return FALSE;
}

/* Is a tag at @p that puts something else into the page: players, frames? */
static gboolean
is_embedding (const char *p)
{
  static const char * const names[] = { "embed", "object", "param", "applet", "iframe", "frameset",
                                        "frame", "noframes" };

  p += p[1] == '/' ? 2 : 1;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strncasecmp (p, names[i], strlen (names[i])) == 0
        && !g_ascii_isalnum (p[strlen (names[i])]))
      return TRUE;
  return FALSE;
}

/* Feeds leave such tags open; the text behind them is the item's all the same. */
static char *
read_markup (const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  while (*text != '\0')
    {
      gsize n = strcspn (text, "<");

      g_string_append_len (plain, text, (gssize) n);
      text += n;
      if (*text == '<' && is_embedding (text))
        {
          text += strcspn (text, ">");
          text += *text == '>';
        }
      else if (*text == '<')
        g_string_append_c (plain, *text++);
    }
  return plx_html_to_paragraphs (plain->str);
}

char *
plx_markup_paragraphs (const char *text)
{
  char *found = plx_markup_is_likely (text) ? read_markup (text) : plx_text_join_paragraphs (text);

  if (*g_strstrip (found) == '\0')
    g_clear_pointer (&found, g_free);
  return found;
}

char *
plx_markup_line (const char *text)
{
  g_autofree char *plain = plx_markup_is_likely (text) ? read_markup (text) : g_strdup (text);
  g_auto (GStrv) words = g_strsplit_set (plain, " \t\n\r", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", words[i]);
  return g_string_free (out, out->len == 0);
}

/* -- parsed -- */

/* Errors: PLX_IMPORT_ERROR_DAMAGED */
xmlDoc *
plx_items_parse (PlxImportInput *input, PlxImportResult *result, GError **error)
{
  gsize n;
  const char *text = plx_import_input_get_text (input, &n);
  gboolean is_cut = FALSE;
  xmlDoc *doc = plx_xml_parse (text, n, &is_cut);

  if (doc == NULL)
    g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_DAMAGED,
                 _("the XML cannot be read; fetch the file again"));
  else if (is_cut)
    plx_import_result_say (result, "warning", NULL,
                           _("the XML is broken or cut off; what could be read was taken: fetch the "
                             "file again if you can"));
  return doc;
}
