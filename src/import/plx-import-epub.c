/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-document-fields.h"
#include "import/plx-formats.h"
#include "import/plx-html-metadata.h"
#include "import/plx-package.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Electronic books: pages in the order of the spine. A book is one article, as a
 * report or a study is; a periodical (it calls itself one, or was made by a
 * program that packs news) has one article a chapter. */

enum { MAX_CHAPTERS = 5000, MIN_ARTICLE_CHARS = 100 };

typedef struct {
  char *id, *href, *media_type;
  gboolean is_contents;        // the table of contents
} Item;

typedef struct {
  PlxPackage *package;
  const char *opf;             // the member that lists the rest
  GPtrArray *items;            // Item
  GPtrArray *spine;            // char *, ids
  char *title, *language, *published, *publisher;
  GPtrArray *authors;          // char *
  gboolean is_periodical;
} Book;

static void
item_free (gpointer data)
{
  Item *item = data;

  g_free (item->id);
  g_free (item->href);
  g_free (item->media_type);
  g_free (item);
}

static void
book_free (Book *book)
{
  plx_package_free (book->package);
  g_ptr_array_unref (book->items);
  g_ptr_array_unref (book->spine);
  g_ptr_array_unref (book->authors);
  g_free (book->title);
  g_free (book->language);
  g_free (book->published);
  g_free (book->publisher);
}

/* -- what the book says of itself -- */

static gboolean
is_periodical_word (const char *text)
{
  static const char * const words[] = { "periodical", "magazine", "newspaper", "journal", NULL };
  g_autofree char *lower = text != NULL ? g_ascii_strdown (text, -1) : NULL;

  for (guint i = 0; lower != NULL && words[i] != NULL; i++)
    if (strstr (lower, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Calibre's newspapers say so in a property of their own. */
static gboolean
is_periodical_meta (xmlTextReader *reader)
{
  g_autofree char *name = plx_part_attribute (reader, "name");
  g_autofree char *content = plx_part_attribute (reader, "content");

  return g_strcmp0 (name, "calibre:publication_type") == 0 && is_periodical_word (content);
}

static void
take_once (char **field, char *value)
{
  if (*field == NULL)
    *field = value;
  else
    g_free (value);
}

static gboolean
read_metadata (Book *book, xmlTextReader *reader)
{
  if (plx_part_is (reader, "title"))
    take_once (&book->title, plx_part_read_text (reader));
  else if (plx_part_is (reader, "language"))
    take_once (&book->language, plx_part_read_text (reader));
  else if (plx_part_is (reader, "publisher"))
    take_once (&book->publisher, plx_part_read_text (reader));
  else if (plx_part_is (reader, "date"))
    {
      g_autofree char *date = plx_part_read_text (reader);

      take_once (&book->published, plx_published_parse (date));
    }
  else if (plx_part_is (reader, "creator"))
    {
      char *name = plx_part_read_text (reader);

      if (name != NULL)
        g_ptr_array_add (book->authors, name);
    }
  else if (plx_part_is (reader, "type"))
    {
      g_autofree char *type = plx_part_read_text (reader);

      book->is_periodical |= is_periodical_word (type);
    }
  else
    return FALSE;
  return TRUE;
}

static void
read_item (Book *book, xmlTextReader *reader)
{
  Item *item = g_new0 (Item, 1);
  g_autofree char *properties = plx_part_attribute (reader, "properties");

  item->id = plx_part_attribute (reader, "id");
  item->href = plx_part_attribute (reader, "href");
  item->media_type = plx_part_attribute (reader, "media-type");
  item->is_contents = properties != NULL && strstr (properties, "nav") != NULL;
  g_ptr_array_add (book->items, item);
}

static void
read_reference (Book *book, xmlTextReader *reader)
{
  char *id = plx_part_attribute (reader, "idref");

  if (id != NULL && book->spine->len < MAX_CHAPTERS)
    g_ptr_array_add (book->spine, id);
  else
    g_free (id);
}

static void
read_opf (Book *book)
{
  GBytes *bytes = plx_package_get (book->package, NULL, book->opf);
  g_autoptr (xmlTextReader) reader = plx_part_reader_new (bytes);

  while (reader != NULL && xmlTextReaderRead (reader) == 1)
    if (plx_part_is (reader, "item"))
      read_item (book, reader);
    else if (plx_part_is (reader, "itemref"))
      read_reference (book, reader);
    else if (plx_part_is (reader, "meta"))
      book->is_periodical |= is_periodical_meta (reader);
    else
      read_metadata (book, reader);
}

static const char *
find_opf (PlxPackage *package)
{
  GBytes *container = plx_package_get (package, NULL, "META-INF/container.xml");
  g_autoptr (xmlTextReader) reader = plx_part_reader_new (container);

  while (reader != NULL && xmlTextReaderRead (reader) == 1)
    if (plx_part_is (reader, "rootfile"))
      {
        g_autofree char *path = plx_part_attribute (reader, "full-path");
        const char *found = path != NULL ? plx_package_find (package, NULL, path) : NULL;

        if (found != NULL)
          return found;
      }
  return plx_package_find_ending (package, ".opf");
}

/* -- chapters -- */

static gboolean
is_page (const Item *item)
{
  return item->href != NULL && !item->is_contents
         && (item->media_type == NULL || strstr (item->media_type, "html") != NULL
             || strstr (item->media_type, "dtbook") != NULL);
}

/* The spine's order; a spine that names nothing that is there is replaced by the
 * list of all pages. */
static GPtrArray *
list_pages (const Book *book, PlxImportResult *result)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new ();

  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < book->items->len; i++)
    {
      Item *item = g_ptr_array_index (book->items, i);

      if (item->id != NULL)
        g_hash_table_insert (by_id, item->id, item);
    }
  for (guint i = 0; i < book->spine->len; i++)
    {
      const Item *item = g_hash_table_lookup (by_id, g_ptr_array_index (book->spine, i));

      if (item != NULL && is_page (item))
        g_ptr_array_add (pages, (gpointer) item);
    }
  if (pages->len > 0)
    return g_steal_pointer (&pages);
  for (guint i = 0; i < MIN (book->items->len, MAX_CHAPTERS); i++)
    if (is_page (g_ptr_array_index (book->items, i)))
      g_ptr_array_add (pages, g_ptr_array_index (book->items, i));
  if (pages->len > 0)
    plx_import_result_say (result, "warning", NULL,
                           _("the book's list of chapters names none that is in it; all its pages "
                             "were read in the order of its list of files"));
  return g_steal_pointer (&pages);
}

static char *
read_page (GBytes *bytes)
{
  gsize n;
  const guchar *data = g_bytes_get_data (bytes, &n);
  g_autoptr (PlxDecoded) decoded = NULL;

  if (n == 0)
    return g_strdup ("");
  decoded = plx_charset_decode (data, n, TRUE);
  return plx_html_to_paragraphs (decoded->text);
}

static char *
find_heading (GBytes *page)
{
  static const char * const names[] = { "h1", "h2", "h3", "title" };
  char *heading = NULL;

  for (guint i = 0; heading == NULL && i < G_N_ELEMENTS (names); i++)
    heading = plx_part_find_text (page, names[i]);
  return heading;
}

static PlxImportedArticle *
new_article (const Book *book)
{
  PlxImportedArticle *article = plx_imported_article_new ();

  article->language = g_strdup (book->language);
  article->published = g_strdup (book->published);
  return article;
}

/* Takes the first line out of @text when it is the heading. */
static void
set_text (PlxImportedArticle *article, char *text)
{
  gsize n = article->title != NULL ? strlen (article->title) : 0;

  if (n > 0 && g_str_has_prefix (text, article->title) && text[n] == '\n')
    memmove (text, text + n + 1, strlen (text + n + 1) + 1);
  g_free (article->text);
  article->text = text;
}

static void
add_chapter (const Book *book, GBytes *page, PlxImportResult *result)
{
  g_autofree char *text = read_page (page);
  g_autoptr (PlxImportedArticle) article = NULL;
  g_autoptr (GPtrArray) head = g_ptr_array_new ();
  g_auto (GStrv) lines = NULL;

  if (g_utf8_strlen (text, -1) < MIN_ARTICLE_CHARS)
    return;
  article = new_article (book);
  article->title = find_heading (page);
  article->site = g_strdup (book->title);
  set_text (article, g_steal_pointer (&text));
  lines = g_strsplit (article->text, "\n", PLX_FIELDS_N_HEAD + 1);
  for (guint i = 0; lines[i] != NULL && i < PLX_FIELDS_N_HEAD; i++)
    g_ptr_array_add (head, lines[i]);
  plx_fields_read_head (article, head);
  plx_dateline_read (article);
  g_ptr_array_add (result->articles, g_steal_pointer (&article));
}

static void
finish_book (const Book *book, char *text, PlxImportResult *result)
{
  PlxImportedArticle *article = new_article (book);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < book->authors->len; i++)
    g_strv_builder_add (names, g_ptr_array_index (book->authors, i));
  g_strfreev (article->byline);
  article->byline = g_strv_builder_end (names);
  article->title = g_strdup (book->title);
  article->site = g_strdup (book->publisher);
  set_text (article, text);
  g_ptr_array_add (result->articles, article);
}

static gboolean
read_pages (Book *book, PlxImportResult *result, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) pages = list_pages (book, result);
  g_autoptr (GString) all = g_string_new (NULL);
  guint n_missing = 0;

  for (guint i = 0; i < pages->len; i++)
    {
      const Item *item = g_ptr_array_index (pages, i);
      GBytes *page = plx_package_get (book->package, book->opf, item->href);
      g_autofree char *text = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      n_missing += page == NULL;
      if (page != NULL && book->is_periodical)
        add_chapter (book, page, result);
      else if (page != NULL && *(text = read_page (page)) != '\0')
        g_string_append_printf (all, "%s%s", all->len > 0 ? "\n" : "", text);
      if (all->len > PLX_IMPORT_MAX_TEXT_BYTES)
        break;
    }
  if (n_missing > 0)
    plx_import_result_say (result, "warning", NULL,
                           _("%u chapters that the book lists are missing in it"), n_missing);
  if (all->len > 0)
    finish_book (book, g_string_free (g_steal_pointer (&all), FALSE), result);
  return TRUE;
}

static gboolean
check_found (const PlxImportResult *result, GError **error)
{
  if (result->articles->len > 0)
    return TRUE;
  g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_EMPTY,
               _("no chapter of this book holds text; if its pages are pictures or locked by its "
                 "seller, get another edition"));
  return FALSE;
}

/* -- the format -- */

static gboolean
is_epub (PlxImportInput *input)
{
  return plx_package_guess (input) == PLX_PACKAGE_EPUB;
}

static gboolean
read_epub (PlxImportInput *input, PlxImportResult *result, GError **error)
{
  Book book = { .package = plx_package_open (plx_import_input_get_bytes (input),
                                             ".opf .xml .html .htm .xhtml .xht", error),
                .items = g_ptr_array_new_with_free_func (item_free),
                .spine = g_ptr_array_new_with_free_func (g_free),
                .authors = g_ptr_array_new_with_free_func (g_free) };
  gboolean ok = book.package != NULL;

  if (ok)
    {
      book.opf = find_opf (book.package);
      if (book.opf != NULL)
        read_opf (&book);
      if (plx_package_is_damaged (book.package))
        plx_import_result_say (result, "warning", NULL,
                               _("the book is damaged; what could be read of it was kept"));
      ok = read_pages (&book, result, plx_import_input_get_cancellable (input), error)
           && check_found (result, error);
    }
  if (ok)
    plx_import_result_say (result, "note", NULL,
                           book.is_periodical
                             ? _("a periodical: each chapter was taken as an article")
                             : _("a book: all its chapters were taken as one article"));
  book_free (&book);
  return ok;
}

const PlxImportFormat plx_format_epub = {
  .media_type = "application/epub+zip",
  .label = N_("an electronic book (EPUB)"),
  .limit = 512 << 20,
  .is_binary = TRUE,
  .is_one = is_epub,
  .read = read_epub,
};
