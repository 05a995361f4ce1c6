/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-pdf.h"

#include <string.h>

/* Running heads, feet and page numbers: lines in the margins that come again on other
 * pages, numbers in them apart. A page printed from a browser also names its address;
 * then what stands in its outermost margins is the browser's. */

enum {
  MARGIN_PERCENT = 13,       // of the page's height, above and below
  EDGE_PERCENT = 6,
  MIN_SHARE = 4,             // on one page of four at least: heads change with the chapter
  MAX_KEY_CHARS = 200,
};

typedef enum { NOWHERE, ABOVE, BELOW } Place;

static Place
find_place (const PlxPdfPage *page, const PlxPdfLine *line, int percent)
{
  if (100 * (gint64) line->box.bottom < percent * (gint64) page->height)
    return ABOVE;
  if (100 * (gint64) line->box.top > (100 - percent) * (gint64) page->height)
    return BELOW;
  return NOWHERE;
}

static gboolean
is_roman (const char *text)
{
  gsize n = strspn (text, "ivxlcIVXLC");

  return n > 0 && n <= 7 && text[n] == '\0';
}

/* "Tarn Daily, page 3" → "1:tarn daily, page #" */
static char *
make_key (const char *text, Place place)
{
  g_autoptr (GString) key = g_string_new (place == ABOVE ? "1:" : "2:");
  g_autofree char *folded = g_utf8_casefold (text, -1);
  gboolean in_number = FALSE;

  if (is_roman (text))
    return g_strdup_printf ("%s#", key->str);
  for (const char *p = folded; *p != '\0' && key->len < MAX_KEY_CHARS; p = g_utf8_next_char (p))
    {
      gboolean is_digit = g_unichar_isdigit (g_utf8_get_char (p));

      if (is_digit && !in_number)
        g_string_append_c (key, '#');
      if (!is_digit && *p != ' ')
        g_string_append_len (key, p, g_utf8_next_char (p) - p);
      in_number = is_digit;
    }
  return g_string_free (g_steal_pointer (&key), FALSE);
}

/* On how many pages each key stands. */
static GHashTable *
count_keys (const PlxPdfDocument *document)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < document->pages->len; i++)
    {
      const PlxPdfPage *page = g_ptr_array_index (document->pages, i);
      g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint k = 0; k < page->lines->len; k++)
        {
          const PlxPdfLine *line = g_ptr_array_index (page->lines, k);
          Place place = find_place (page, line, MARGIN_PERCENT);
          g_autofree char *key = place != NOWHERE ? make_key (line->text, place) : NULL;
          guint n;

          if (key == NULL || !g_hash_table_add (seen, g_strdup (key)))
            continue;
          n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));
          g_hash_table_insert (counts, g_steal_pointer (&key), GUINT_TO_POINTER (n + 1));
        }
    }
  return counts;
}

static gboolean
is_address (const char *text)
{
  return g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "https://")
         || g_str_has_prefix (text, "file://");
}

static gboolean
is_printed_page (const PlxPdfPage *page)
{
  for (guint i = 0; i < page->lines->len; i++)
    {
      const PlxPdfLine *line = g_ptr_array_index (page->lines, i);

      if (is_address (line->text) && find_place (page, line, EDGE_PERCENT) != NOWHERE)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_running (const PlxPdfDocument *document, const PlxPdfPage *page, const PlxPdfLine *line,
            GHashTable *counts, gboolean is_printed)
{
  Place place = find_place (page, line, MARGIN_PERCENT);
  g_autofree char *key = NULL;
  guint n;

  if (place == NOWHERE)
    return FALSE;
  if (is_printed && find_place (page, line, EDGE_PERCENT) != NOWHERE)
    return TRUE;
  key = make_key (line->text, place);
  n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));
  return n >= 2 && n * MIN_SHARE >= document->pages->len;
}

void
plx_pdf_margins_take (PlxPdfDocument *document, GPtrArray *removed)
{
  g_autoptr (GHashTable) counts = count_keys (document);
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < document->pages->len; i++)
    {
      PlxPdfPage *page = g_ptr_array_index (document->pages, i);
      GPtrArray *kept = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_pdf_read_line_free);
      gboolean is_printed = is_printed_page (page);

      for (guint k = 0; k < page->lines->len; k++)
        {
          PlxPdfLine *line = g_ptr_array_index (page->lines, k);

          if (!is_running (document, page, line, counts, is_printed))
            {
              g_ptr_array_add (kept, g_steal_pointer (&g_ptr_array_index (page->lines, k)));
              continue;
            }
          if (!g_hash_table_contains (told, line->text))
            {
              g_ptr_array_add (removed, g_strdup (line->text));
              g_hash_table_add (told, g_ptr_array_index (removed, removed->len - 1));
            }
        }
      g_ptr_array_unref (page->lines);
      page->lines = kept;
    }
}
