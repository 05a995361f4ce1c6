/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <poppler.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "import/plx-pdf-answer.h"

/* parallax-read-pdf CPU-SECONDS: a PDF document on standard input, its words with their
 * places on standard output, one a line (plx-pdf-answer.h). PDF is read by a big library
 * in a language without nets; so it is read here, by a process that can write no file,
 * start no program, and has little memory and time. The program that called it lives on,
 * whatever happens here. */

enum {
  MEMORY_BYTES = 1 << 30,
  N_FILES = 24,              // character maps of East Asian fonts are files
  MAX_PAGES = 20000,
  MAX_PAGE_CHARS = 400 * 1000,
  MAX_FIELD_BYTES = 4000,
  MAX_XMP_BYTES = 64 << 10,
  MAX_FIELD_WORDS = 2000,    // of a form
  FIELD_SIZE = 10,           // of its type, which only drawing it would tell
  FIELD_LINES = 1 << 24,     // no line of text has this number
};

static void
limit (int resource, rlim_t most)
{
  const struct rlimit both = { most, most };

  if (setrlimit (resource, &both) != 0)
    exit (PLX_PDF_EXIT_FAILED);
}

static void
limit_self (int cpu_seconds)
{
  limit (RLIMIT_CORE, 0);
  limit (RLIMIT_FSIZE, 0);
  limit (RLIMIT_NOFILE, N_FILES);
  limit (RLIMIT_CPU, (rlim_t) cpu_seconds);
#ifndef __SANITIZE_ADDRESS__
  limit (RLIMIT_AS, MEMORY_BYTES);
#endif
}

/* -- input -- */

static GBytes *
map_input (void)
{
  struct stat info;
  void *data;

  if (fstat (STDIN_FILENO, &info) != 0 || !S_ISREG (info.st_mode) || info.st_size <= 0)
    return NULL;
  data = mmap (NULL, (size_t) info.st_size, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
  return data != MAP_FAILED ? g_bytes_new_static (data, (gsize) info.st_size) : NULL;
}

/* -- output -- */

/* A field is one line without tabs, in valid UTF-8. */
static char *
make_field (const char *text, gsize limit_bytes)
{
  g_autofree char *cut = g_strndup (text, limit_bytes);
  char *valid = g_utf8_make_valid (cut, -1);

  for (char *p = valid; *p != '\0'; p++)
    if ((guchar) *p < 0x20 || *p == 0x7f)
      *p = ' ';
  return valid;
}

static void
put_info (const char *name, char *text, gsize limit_bytes)
{
  g_autofree char *owned = text;
  g_autofree char *field = text != NULL ? make_field (text, limit_bytes) : NULL;

  if (field != NULL && *field != '\0')
    printf ("info\t%s\t%s\n", name, field);
}

static void
put_date (PopplerDocument *document)
{
  g_autoptr (GDateTime) created = poppler_document_get_creation_date_time (document);

  if (created != NULL)
    put_info ("created", g_date_time_format_iso8601 (created), MAX_FIELD_BYTES);
}

/* -- words -- */

typedef struct {
  PopplerRectangle *rectangles;
  guint n_rectangles;
  GList *attributes;         // PopplerTextAttributes, in order
  GList *attribute;          // where we are
  guint at;                  // rectangle
  guint line;
} Page;

static gboolean
is_bold (const char *font)
{
  static const char * const words[] = { "bold", "black", "heavy", "demi", NULL };
  g_autofree char *lower = font != NULL ? g_ascii_strdown (font, -1) : NULL;

  for (guint i = 0; lower != NULL && words[i] != NULL; i++)
    if (strstr (lower, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static const PopplerTextAttributes *
find_attribute (Page *page, guint at)
{
  while (page->attribute != NULL && page->attribute->next != NULL
         && ((PopplerTextAttributes *) page->attribute->data)->end_index < (int) at)
    page->attribute = page->attribute->next;
  return page->attribute != NULL ? page->attribute->data : NULL;
}

static int
tenths (double points)
{
  return points > -1e6 && points < 1e6 ? (int) (points * 10) : 0;
}

static void
put_word (Page *page, const char *text, gsize n, guint first, guint end)
{
  const PopplerTextAttributes *attribute = find_attribute (page, first);
  g_autofree char *cut = g_strndup (text, n);
  g_autofree char *field = make_field (cut, MAX_FIELD_BYTES);
  PopplerRectangle box = { 1e9, 1e9, -1e9, -1e9 };

  for (guint i = first; i < end && i < page->n_rectangles; i++)
    {
      const PopplerRectangle *r = &page->rectangles[i];

      box.x1 = MIN (box.x1, MIN (r->x1, r->x2));
      box.y1 = MIN (box.y1, MIN (r->y1, r->y2));
      box.x2 = MAX (box.x2, MAX (r->x1, r->x2));
      box.y2 = MAX (box.y2, MAX (r->y1, r->y2));
    }
  if (box.x1 > box.x2)
    return;
  printf ("word\t%d\t%d\t%d\t%d\t%d\t%d\t%u\t%s\n", tenths (box.x1), tenths (box.y1),
          tenths (box.x2), tenths (box.y2),
          attribute != NULL ? tenths (attribute->font_size) : tenths (box.y2 - box.y1),
          attribute != NULL && is_bold (attribute->font_name), page->line, field);
}

/* The marks that poppler puts around words of the other direction have no rectangle. */
static gboolean
is_direction_mark (gunichar c)
{
  return c >= 0x202a && c <= 0x202e;
}

static gboolean
is_rtl (gunichar c)
{
  return (c >= 0x0590 && c <= 0x08ff) || (c >= 0xfb1d && c <= 0xfdff)
         || (c >= 0xfe70 && c <= 0xfefc);
}

typedef struct {
  GString *text;
  guint first, last;         // rectangles of its first and last letter
  gunichar letter;           // the last; 0: none since the line began
} Word;

/* Does a new word begin with @c, for which poppler saw a blank or not (@is_blank)? From
 * right to left it puts blanks one letter off, so that room alone tells there. From left
 * to right, room without a blank parts two columns that it took for one line. */
static gboolean
is_apart (const Page *page, const Word *word, gunichar c, gboolean is_blank)
{
  const PopplerRectangle *a, *b;
  double height;

  if (word->letter == 0 || word->last >= page->n_rectangles || page->at >= page->n_rectangles)
    return is_blank;
  a = &page->rectangles[word->last];
  b = &page->rectangles[page->at];
  height = ABS (a->y2 - a->y1);
  if (is_rtl (word->letter) || is_rtl (c))
    return MAX (a->x1 - b->x2, b->x1 - a->x2) > height / 6;
  return is_blank || (b->x1 - a->x2 > height / 2 && a->y2 > b->y1 && b->y2 > a->y1);
}

static void
end_word (Page *page, Word *word)
{
  if (word->text->len > 0)
    put_word (page, word->text->str, word->text->len, word->first, word->last + 1);
  g_string_truncate (word->text, 0);
  word->letter = 0;
}

static void
add_letter (Page *page, Word *word, gunichar c, gboolean is_blank)
{
  if (word->text->len > 0 && is_apart (page, word, c, is_blank))
    end_word (page, word);
  if (word->text->len == 0)
    word->first = page->at;
  g_string_append_unichar (word->text, c);
  word->last = page->at;
  word->letter = c;
}

static void
put_words (Page *page, const char *text)
{
  g_autoptr (GString) buffer = g_string_new (NULL);
  Word word = { .text = buffer };
  gboolean is_blank = FALSE;
  guint n_chars = 0;

  for (const char *p = text; *p != '\0' && n_chars < MAX_PAGE_CHARS; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_direction_mark (c))
        continue;
      if (c == '\n')
        end_word (page, &word);
      else if (c != ' ')
        add_letter (page, &word, c, is_blank);
      is_blank = c == ' ';
      page->line += c == '\n';
      page->at++;
      n_chars++;
    }
  end_word (page, &word);
}

/* Poppler gives what lies between two corners in reading order: from the top left, or
 * nothing of a page that runs from right to left, whose corners are the other two. */
static PopplerRectangle
choose_corners (PopplerPage *page, double width, double height)
{
  const PopplerRectangle ways[] = { { 0, 0, width, height }, { width, 0, 0, height } };
  guint most = 0, best = 0;

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      PopplerRectangle area = ways[i];
      g_autofree PopplerRectangle *rectangles = NULL;
      guint n = 0;

      poppler_page_get_text_layout_for_area (page, &area, &rectangles, &n);
      if (n > most)
        {
          most = n;
          best = i;
        }
    }
  return ways[best];
}

static void
put_page_words (PopplerPage *page, double width, double height)
{
  PopplerRectangle area = choose_corners (page, width, height);
  g_autofree char *text = poppler_page_get_text_for_area (page, &area);
  Page reading = { NULL };

  if (text == NULL || *text == '\0'
      || !poppler_page_get_text_layout_for_area (page, &area, &reading.rectangles,
                                                 &reading.n_rectangles))
    return;
  reading.attributes = reading.attribute
    = poppler_page_get_text_attributes_for_area (page, &area);
  put_words (&reading, text);
  poppler_page_free_text_attributes (reading.attributes);
  g_free (reading.rectangles);
}

/* What was filled in: it stands on the page, but not in its text. */
static void
put_field (const char *text, const PopplerRectangle *area, double height, guint line)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n\r\t", MAX_FIELD_WORDS);
  double size = MIN (area->y2 - area->y1, FIELD_SIZE), left = area->x1;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *field = make_field (words[i], MAX_FIELD_BYTES);
      double right = left + size / 2 * (double) g_utf8_strlen (field, -1);

      if (*field == '\0')
        continue;
      printf ("word\t%d\t%d\t%d\t%d\t%d\t0\t%u\t%s\n", tenths (left),
              tenths (height - area->y2), tenths (right), tenths (height - area->y2 + size),
              tenths (size), line, field);
      left = right + size / 4;
    }
}

static void
put_fields (PopplerPage *page, double height)
{
  GList *fields = poppler_page_get_form_field_mapping (page);
  guint line = FIELD_LINES;

  for (const GList *l = fields; l != NULL; l = l->next)
    {
      const PopplerFormFieldMapping *mapping = l->data;
      g_autofree char *text = NULL;

      if (poppler_form_field_get_field_type (mapping->field) == POPPLER_FORM_FIELD_TEXT
          && !poppler_form_field_text_is_password (mapping->field))
        text = poppler_form_field_text_get_text (mapping->field);
      if (text != NULL && g_utf8_validate (text, -1, NULL))
        put_field (text, &mapping->area, height, line++);
    }
  poppler_page_free_form_field_mapping (fields);
}

static void
put_page (PopplerDocument *document, int number)
{
  PopplerPage *page = poppler_document_get_page (document, number);
  double width = 0, height = 0;

  if (page == NULL)
    {
      printf ("broken\t%d\n", number + 1);
      return;
    }
  poppler_page_get_size (page, &width, &height);
  printf ("page\t%d\t%d\t%d\n", number + 1, tenths (width), tenths (height));
  put_page_words (page, width, height);
  put_fields (page, height);
  g_object_unref (page);
}

static int
put_document (PopplerDocument *document)
{
  int n_pages = poppler_document_get_n_pages (document);

  put_info ("title", poppler_document_get_title (document), MAX_FIELD_BYTES);
  put_info ("author", poppler_document_get_author (document), MAX_FIELD_BYTES);
  put_date (document);
  put_info ("xmp", poppler_document_get_metadata (document), MAX_XMP_BYTES);
  printf ("pages\t%d\n", n_pages);
  for (int i = 0; i < MIN (n_pages, MAX_PAGES); i++)
    {
      put_page (document, i);
      fflush (stdout);         // what is read is told, should the next page be the last
    }
  printf ("end\n");
  fflush (stdout);
  return ferror (stdout) ? PLX_PDF_EXIT_FAILED : PLX_PDF_EXIT_OK;
}

static int
read_document (void)
{
  g_autoptr (GBytes) bytes = map_input ();
  g_autoptr (GError) error = NULL;
  PopplerDocument *document;
  int state;

  if (bytes == NULL)
    return PLX_PDF_EXIT_FAILED;
  document = poppler_document_new_from_bytes (bytes, NULL, &error);
  if (document == NULL)
    return g_error_matches (error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED)
             ? PLX_PDF_EXIT_LOCKED : PLX_PDF_EXIT_DAMAGED;
  state = put_document (document);
  g_object_unref (document);
  return state;
}

int
main (int argc, char **argv)
{
  int cpu_seconds = argc == 2 ? atoi (argv[1]) : 0;

  if (cpu_seconds <= 0)
    {
      fprintf (stderr, "usage: parallax-read-pdf CPU-SECONDS < FILE\n"
                       "Used by Parallax to read PDF documents in a process of their own.\n");
      return PLX_PDF_EXIT_USAGE;
    }
  limit_self (cpu_seconds);
  printf ("%s\n", PLX_PDF_ANSWER);
  fflush (stdout);
  return read_document ();
}
