/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-pdf.h"

#include <string.h>

/* From words with places to lines in reading order. Words that poppler sees on one line
 * make a line unless a wide gap parts them; lines under one another make blocks; blocks
 * are ordered after Breuel (2003, "High performance document layout analysis"): one
 * stands before another if it is above it and they share columns, or if it is on the side
 * where reading begins and nothing between them spans both. */

enum {
  MAX_BLOCKS = 400,          // ordering is cubic in the worst case; pages of more are lists
  MAX_GAP_EMS = 3,           // within a line, wherever it is
  MIN_STARTS = 3,            // lines that begin where a gap ends make it one between columns
  MIN_COLUMN_LINES = 3,
};

typedef struct {
  PlxPdfBox box;
  GPtrArray *lines;          // PlxPdfLine, top to bottom, not owned
} Block;

/* -- direction -- */

static gboolean
is_rtl_letter (gunichar c)
{
  return (c >= 0x0590 && c <= 0x08ff) || (c >= 0xfb1d && c <= 0xfdff)
         || (c >= 0xfe70 && c <= 0xfefc)
         || (c >= 0x10800 && c <= 0x10fff) || (c >= 0x1e800 && c <= 0x1efff);
}

/* Letters that run right to left, less those that do not. */
static int
weigh_direction (const char *text)
{
  int weight = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalpha (c))
        weight += is_rtl_letter (c) ? 1 : -1;
    }
  return weight;
}

static void
reverse (PlxPdfWord *words, guint n)
{
  for (guint i = 0; i < n / 2; i++)
    {
      PlxPdfWord swapped = words[i];

      words[i] = words[n - 1 - i];
      words[n - 1 - i] = swapped;
    }
}

/* Words stand left to right; runs in the line's own direction are what is read first. */
static gboolean
order_words (PlxPdfWord *words, guint n)
{
  int weight = 0;
  gboolean is_rtl;

  for (guint i = 0; i < n; i++)
    weight += weigh_direction (words[i].text);
  is_rtl = weight > 0;
  if (is_rtl)
    reverse (words, n);
  for (guint i = 0; i < n;)
    {
      guint end = i;

      while (end < n && (is_rtl ? weigh_direction (words[end].text) < 0
                                : weigh_direction (words[end].text) > 0))
        end++;
      reverse (&words[i], end - i);
      i = end > i ? end : i + 1;
    }
  return is_rtl;
}

/* -- lines -- */

static PlxPdfBox
join_boxes (PlxPdfBox a, PlxPdfBox b)
{
  return (PlxPdfBox) { MIN (a.left, b.left), MIN (a.top, b.top), MAX (a.right, b.right),
                       MAX (a.bottom, b.bottom) };
}

static int
compare_left (gconstpointer a, gconstpointer b)
{
  const PlxPdfWord *x = a, *y = b;

  return (x->box.left > y->box.left) - (x->box.left < y->box.left);
}

/* The size of most of its letters. */
static int
find_size (const PlxPdfWord *words, guint n)
{
  int size = words[0].size;
  gsize most = 0;

  for (guint i = 0; i < n; i++)
    if (strlen (words[i].text) > most)
      {
        most = strlen (words[i].text);
        size = words[i].size;
      }
  return size;
}

static gboolean
is_wide_script (const char *text, gboolean at_end)
{
  const char *p = at_end ? g_utf8_find_prev_char (text, text + strlen (text)) : text;

  return p != NULL && g_unichar_iswide (g_utf8_get_char (p));
}

/* Pieces of one word, from right to left. */
static gboolean
is_touching (const PlxPdfWord *before, const PlxPdfWord *after)
{
  return 8 * (before->box.left - after->box.right) < before->size
         && weigh_direction (before->text) > 0 && weigh_direction (after->text) > 0;
}

static void
add_line (PlxPdfPage *page, PlxPdfWord *words, guint n)
{
  PlxPdfLine *line = g_new0 (PlxPdfLine, 1);
  g_autoptr (GString) text = g_string_new (NULL);

  line->box = words[0].box;
  line->size = find_size (words, n);
  line->is_bold = TRUE;
  line->is_rtl = order_words (words, n);
  line->first_width = words[0].box.right - words[0].box.left;
  for (guint i = 0; i < n; i++)
    {
      line->box = join_boxes (line->box, words[i].box);
      line->is_bold &= words[i].is_bold;
      if (i > 0 && !(line->is_rtl && is_touching (&words[i - 1], &words[i])))
        g_string_append_c (text, ' ');
      g_string_append (text, words[i].text);
    }
  line->text = g_strdup (text->str);
  g_ptr_array_add (page->lines, line);
}

static int
compare_int (gconstpointer a, gconstpointer b)
{
  int x = *(const int *) a, y = *(const int *) b;

  return (x > y) - (x < y);
}

/* How many of the page's lines begin at @left. */
static guint
count_starts (const GArray *starts, int left, int tolerance)
{
  guint low = 0, high = starts->len, n = 0;

  while (low < high)
    {
      guint at = (low + high) / 2;

      if (g_array_index (starts, int, at) < left - tolerance)
        low = at + 1;
      else
        high = at;
    }
  while (low + n < starts->len && n < MIN_STARTS
         && g_array_index (starts, int, low + n) <= left + tolerance)
    n++;
  return n;
}

static gboolean
is_parting_gap (const PlxPdfWord *before, const PlxPdfWord *after, const GArray *starts)
{
  int gap = after->box.left - before->box.right, em = MAX (before->size, after->size);

  return gap > MAX_GAP_EMS * em
         || (10 * gap > 7 * em && count_starts (starts, after->box.left, em / 4) >= MIN_STARTS);
}

/* Words of one of poppler's lines; a gap as of a table or between columns parts them. */
static void
add_lines (PlxPdfPage *page, PlxPdfWord *words, guint n, const GArray *starts)
{
  guint first = 0;

  qsort (words, n, sizeof *words, compare_left);
  for (guint i = 1; i <= n; i++)
    if (i == n || is_parting_gap (&words[i - 1], &words[i], starts))
      {
        add_line (page, &words[first], i - first);
        first = i;
      }
}

/* Of poppler's lines the half-open range of words that begins at @first. */
static guint
find_line_end (const PlxPdfPage *page, guint first)
{
  guint line = g_array_index (page->words, PlxPdfWord, first).line, end = first + 1;

  while (end < page->words->len && g_array_index (page->words, PlxPdfWord, end).line == line)
    end++;
  return end;
}

static GArray *
list_starts (const PlxPdfPage *page)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < page->words->len; i = find_line_end (page, i))
    g_array_append_val (starts, g_array_index (page->words, PlxPdfWord, i).box.left);
  g_array_sort (starts, compare_int);
  return starts;
}

static void
make_lines (PlxPdfPage *page)
{
  g_autoptr (GArray) starts = list_starts (page);

  for (guint i = 0, end; i < page->words->len; i = end)
    {
      end = find_line_end (page, i);
      add_lines (page, &g_array_index (page->words, PlxPdfWord, i), end - i, starts);
    }
}

static gboolean
is_sideways (const PlxPdfLine *line)
{
  int width = line->box.right - line->box.left, height = line->box.bottom - line->box.top;

  return height > 3 * width && height > 3 * line->size && g_utf8_strlen (line->text, -1) > 3
         && !is_wide_script (line->text, FALSE);
}

/* -- blocks -- */

static int
overlap (int a_begin, int a_end, int b_begin, int b_end)
{
  return MIN (a_end, b_end) - MAX (a_begin, b_begin);
}

static gboolean
share_columns (const PlxPdfBox *a, const PlxPdfBox *b)
{
  return overlap (a->left, a->right, b->left, b->right) > 0;
}

static int
compare_place (gconstpointer a, gconstpointer b)
{
  const PlxPdfLine *x = *(PlxPdfLine * const *) a, *y = *(PlxPdfLine * const *) b;

  if (x->box.top != y->box.top)
    return x->box.top < y->box.top ? -1 : 1;
  return (x->box.left > y->box.left) - (x->box.left < y->box.left);
}

static gboolean
is_similar (int a, int b)
{
  return 5 * ABS (a - b) <= MAX (a, b);
}

/* Is @line the next of a block that ends with @last? */
static gboolean
goes_on (const Block *block, const PlxPdfLine *line)
{
  const PlxPdfLine *last = g_ptr_array_index (block->lines, block->lines->len - 1);
  int gap = line->box.top - last->box.bottom, em = MAX (line->size, last->size);
  int narrow = MIN (line->box.right - line->box.left, block->box.right - block->box.left);
  int shared = overlap (block->box.left, block->box.right, line->box.left, line->box.right);

  return is_similar (line->size, last->size) && gap < em * 8 / 10 && gap > -em
         && line->box.top > last->box.top + em / 3 && 10 * shared >= 6 * narrow
         && line->box.left > block->box.left - 4 * em
         && line->box.right < block->box.right + 12 * em;
}

/* Another line beside this one, under the same block: columns begin below it. */
static gboolean
has_neighbour (const GPtrArray *lines, guint at, const PlxPdfBox *above)
{
  const PlxPdfLine *line = g_ptr_array_index (lines, at);

  for (guint step = 1; step < 40; step++)
    for (int side = -1; side <= 1; side += 2)
      {
        guint i = at + (guint) (side * (int) step);
        const PlxPdfLine *other = i < lines->len ? g_ptr_array_index (lines, i) : NULL;

        if (other != NULL && !share_columns (&other->box, &line->box)
            && share_columns (&other->box, above)
            && 2 * overlap (other->box.top, other->box.bottom, line->box.top, line->box.bottom)
                 > line->size)
          return TRUE;
      }
  return FALSE;
}

static void
block_free (gpointer data)
{
  Block *block = data;

  g_ptr_array_unref (block->lines);
  g_free (block);
}

static Block *
find_block (GPtrArray *blocks, guint first_open, const GPtrArray *lines, guint at)
{
  const PlxPdfLine *line = g_ptr_array_index (lines, at);

  for (guint i = blocks->len; i-- > first_open;)
    {
      Block *block = g_ptr_array_index (blocks, i);

      if (goes_on (block, line) && !has_neighbour (lines, at, &block->box))
        return block;
    }
  return NULL;
}

static GPtrArray *
make_blocks (const GPtrArray *lines)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func (block_free);

  for (guint i = 0; i < lines->len; i++)
    {
      PlxPdfLine *line = g_ptr_array_index (lines, i);
      Block *block = find_block (blocks, blocks->len > 60 ? blocks->len - 60 : 0, lines, i);

      if (block == NULL)
        {
          block = g_new0 (Block, 1);
          block->box = line->box;
          block->lines = g_ptr_array_new ();
          g_ptr_array_add (blocks, block);
        }
      block->box = join_boxes (block->box, line->box);
      g_ptr_array_add (block->lines, line);
    }
  return blocks;
}

/* -- the order of blocks -- */

static const PlxPdfBox *
get_box (const GPtrArray *blocks, guint i)
{
  return &((const Block *) g_ptr_array_index (blocks, i))->box;
}

static int
middle (const PlxPdfBox *box)
{
  return box->top / 2 + box->bottom / 2;
}

static gboolean
is_parted (const GPtrArray *blocks, const PlxPdfBox *a, const PlxPdfBox *b)
{
  int top = MIN (middle (a), middle (b)), bottom = MAX (middle (a), middle (b));

  for (guint i = 0; i < blocks->len; i++)
    {
      const PlxPdfBox *box = get_box (blocks, i);

      if (box != a && box != b && middle (box) > top && middle (box) < bottom
          && share_columns (box, a) && share_columns (box, b))
        return TRUE;
    }
  return FALSE;
}

/* Does a block stand in a column beside @other: is it, or lies it within, a block of
 * several lines that @other has no part in? */
static gboolean
is_in_column (const GPtrArray *blocks, const PlxPdfBox *box, const PlxPdfBox *other)
{
  const int slack = 60;

  for (guint i = 0; i < blocks->len; i++)
    {
      const Block *block = g_ptr_array_index (blocks, i);

      if (block->lines->len >= MIN_COLUMN_LINES && !share_columns (&block->box, other)
          && block->box.left - slack <= box->left && box->right <= block->box.right + slack)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_beside (const PlxPdfBox *a, const PlxPdfBox *b)
{
  return overlap (a->top, a->bottom, b->top, b->bottom) > 0;
}

static gboolean
is_before (const GPtrArray *blocks, const PlxPdfBox *a, const PlxPdfBox *b, gboolean is_rtl)
{
  if (share_columns (a, b))
    return middle (a) < middle (b);
  if (!is_beside (a, b) && !(is_in_column (blocks, a, b) && is_in_column (blocks, b, a)))
    return middle (a) < middle (b);
  if (is_rtl ? a->left < b->right : a->right > b->left)
    return FALSE;
  return !is_parted (blocks, a, b);
}

/* Of those left the one that the fewest must precede, the upper and then the outer first. */
static GArray *
order_blocks (const GPtrArray *blocks, gboolean is_rtl)
{
  guint n = blocks->len;
  GArray *order = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  g_autofree guint8 *before = g_new0 (guint8, (gsize) n * n);
  g_autofree guint *n_before = g_new0 (guint, n);
  g_autofree gboolean *is_done = g_new0 (gboolean, n);

  for (guint a = 0; a < n; a++)
    for (guint b = 0; b < n; b++)
      if (a != b && is_before (blocks, get_box (blocks, a), get_box (blocks, b), is_rtl))
        {
          before[(gsize) a * n + b] = 1;
          n_before[b]++;
        }
  for (guint round = 0; round < n; round++)
    {
      guint best = n;

      for (guint i = 0; i < n; i++)
        if (!is_done[i] && (best == n || n_before[i] < n_before[best]))
          best = i;
      is_done[best] = TRUE;
      g_array_append_val (order, best);
      for (guint i = 0; i < n; i++)
        n_before[i] -= before[(gsize) best * n + i];
    }
  return order;
}

static gboolean
is_rtl_page (const GPtrArray *lines)
{
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    n += ((const PlxPdfLine *) g_ptr_array_index (lines, i))->is_rtl;
  return 2 * n > lines->len;
}

static void
put_in_order (GPtrArray *lines, GPtrArray *blocks, GArray *order)
{
  guint n = 0;

  for (guint i = 0; i < order->len; i++)
    {
      Block *block = g_ptr_array_index (blocks, g_array_index (order, guint, i));

      for (guint k = 0; k < block->lines->len; k++)
        {
          PlxPdfLine *line = g_ptr_array_index (block->lines, k);

          line->block = i;
          g_ptr_array_index (lines, n++) = line;
        }
    }
}

static void
order_lines (GPtrArray *lines)
{
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GArray) order = NULL;

  g_ptr_array_sort (lines, compare_place);
  blocks = make_blocks (lines);
  if (blocks->len > MAX_BLOCKS)
    {
      for (guint i = 0; i < lines->len; i++)
        ((PlxPdfLine *) g_ptr_array_index (lines, i))->block = i;
      return;
    }
  order = order_blocks (blocks, is_rtl_page (lines));
  put_in_order (lines, blocks, order);
}

/* What is printed along the edge follows the page. */
static void
set_aside (GPtrArray *lines, GPtrArray *aside)
{
  for (guint i = 0; i < lines->len;)
    if (is_sideways (g_ptr_array_index (lines, i)))
      g_ptr_array_add (aside, g_ptr_array_steal_index (lines, i));
    else
      i++;
}

void
plx_pdf_layout (PlxPdfPage *page)
{
  g_autoptr (GPtrArray) aside = g_ptr_array_new ();

  if (page->lines != NULL)
    return;
  page->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_pdf_read_line_free);
  make_lines (page);
  g_clear_pointer (&page->words, g_array_unref);
  set_aside (page->lines, aside);
  order_lines (page->lines);
  for (guint i = 0; i < aside->len; i++)
    {
      ((PlxPdfLine *) g_ptr_array_index (aside, i))->block = G_MAXUINT - i;
      g_ptr_array_add (page->lines, g_ptr_array_index (aside, i));
    }
}
