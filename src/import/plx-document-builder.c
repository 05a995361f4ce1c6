/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-document.h"

#include <string.h>

/* Paragraphs as a reader meets them, nested by frames: a cell in a row, a text
 * box in a paragraph, a note in a sentence. A frame collects what is finished in
 * it; closing it hands that on to where a reader of the page would look next. */

enum {
  MAX_FRAMES = 512,          // deeper ones are counted, and their text stays where it is
  MAX_ROW_CHARS = 200,       // a longer cell is prose laid out by a table
};

typedef struct {
  PlxParagraph *paragraph;   // its text comes last
  GString *text;
  GPtrArray *after;          // PlxParagraph: boxes anchored in it
  guint n_bold, n_plain;     // letters
} Open;

typedef struct {
  PlxFrameKind kind;
  GPtrArray *done;           // PlxParagraph; the outermost frame has the document's
  GPtrArray *cells;          // of a row: GPtrArray of PlxParagraph
  Open *open;                // NULL: no paragraph is open
  Open *joined;              // closed, but its mark is deleted
} Frame;

struct _PlxDocumentBuilder {
  PlxDocument *document;
  GArray *frames;            // Frame, innermost last
  GPtrArray *notes;          // PlxParagraph
  guint n_too_deep;
  gboolean join_next;
  gboolean break_page;
};

void
plx_paragraph_free (PlxParagraph *paragraph)
{
  if (paragraph == NULL)
    return;
  g_free (paragraph->text);
  g_free (paragraph);
}

static GPtrArray *
new_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) plx_paragraph_free);
}

static Frame *
get_frame (const PlxDocumentBuilder *builder)
{
  return &g_array_index (builder->frames, Frame, builder->frames->len - 1);
}

PlxDocumentBuilder *
plx_document_builder_new (PlxDocument *document)
{
  PlxDocumentBuilder *builder = g_new0 (PlxDocumentBuilder, 1);
  Frame frame = { .kind = PLX_FRAME_BOX, .done = document->paragraphs };

  builder->document = document;
  builder->frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  builder->notes = new_list ();
  g_array_append_val (builder->frames, frame);
  return builder;
}

static void
move_all (GPtrArray *from, GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, g_steal_pointer (&g_ptr_array_index (from, i)));
  g_ptr_array_set_size (from, 0);
}

void
plx_document_builder_free (PlxDocumentBuilder *builder)
{
  if (builder == NULL)
    return;
  builder->n_too_deep = 0;
  while (builder->frames->len > 1)
    plx_document_builder_close_frame (builder);
  builder->join_next = FALSE;
  plx_document_builder_close_paragraph (builder);
  move_all (builder->notes, builder->document->paragraphs);
  g_ptr_array_unref (builder->notes);
  g_array_unref (builder->frames);
  g_free (builder);
}

/* -- paragraphs -- */

void
plx_document_builder_open_paragraph (PlxDocumentBuilder *builder)
{
  Frame *frame = get_frame (builder);

  if (frame->open != NULL)
    plx_document_builder_close_paragraph (builder);
  frame->open = g_steal_pointer (&frame->joined);
  if (frame->open != NULL)
    return;
  frame->open = g_new0 (Open, 1);
  frame->open->paragraph = g_new0 (PlxParagraph, 1);
  frame->open->text = g_string_new (NULL);
  frame->open->after = new_list ();
}

gboolean
plx_document_builder_is_open (const PlxDocumentBuilder *builder)
{
  return get_frame (builder)->open != NULL;
}

PlxParagraph *
plx_document_builder_get_paragraph (PlxDocumentBuilder *builder)
{
  Frame *frame = get_frame (builder);

  return frame->open != NULL ? frame->open->paragraph : NULL;
}

/* A line without the blanks at its ends and with single ones within; NULL: nothing is left. */
static char *
tidy (const char *text, gsize n)
{
  GString *out = g_string_sized_new (n);
  const char *end = text + n;
  gboolean blank = FALSE;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x00ad || c == 0x200b || c == 0xfeff)
        continue;
      if (g_unichar_isspace (c) || c < 0x20)
        {
          blank = out->len > 0;
          continue;
        }
      if (blank)
        g_string_append_c (out, ' ');
      blank = FALSE;
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }
  return g_string_free (out, out->len == 0);
}

static void
add_finished (PlxDocumentBuilder *builder, Frame *frame, const PlxParagraph *like, char *text)
{
  PlxParagraph *paragraph = g_memdup2 (like, sizeof *like);

  paragraph->text = text;
  paragraph->page_break_before |= builder->break_page && frame->kind != PLX_FRAME_NOTE;
  if (paragraph->page_break_before)
    builder->break_page = FALSE;
  g_ptr_array_add (frame->done, paragraph);
}

static void
finish (PlxDocumentBuilder *builder, Frame *frame, Open *open)
{
  g_autofree char *normal = g_utf8_normalize (open->text->str, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  const char *text = normal != NULL ? normal : "";

  open->paragraph->is_bold = open->n_bold > 0 && open->n_plain == 0;
  for (const char *line = text, *end; *line != '\0'; line = *end != '\0' ? end + 1 : end)
    {
      char *tidied;

      end = strchrnul (line, '\n');
      tidied = tidy (line, (gsize) (end - line));
      if (tidied == NULL)
        continue;
      add_finished (builder, frame, open->paragraph, tidied);
      open->paragraph->page_break_before = FALSE;
    }
  move_all (open->after, frame->done);
  plx_paragraph_free (open->paragraph);
  g_ptr_array_unref (open->after);
  g_string_free (open->text, TRUE);
  g_free (open);
}

void
plx_document_builder_close_paragraph (PlxDocumentBuilder *builder)
{
  Frame *frame = get_frame (builder);

  if (frame->open != NULL && builder->join_next)
    {
      frame->joined = g_steal_pointer (&frame->open);
      builder->join_next = FALSE;
      return;
    }
  builder->join_next = FALSE;
  if (frame->joined != NULL && frame->open == NULL)
    finish (builder, frame, g_steal_pointer (&frame->joined));
  if (frame->open != NULL)
    finish (builder, frame, g_steal_pointer (&frame->open));
}

void
plx_document_builder_join_next (PlxDocumentBuilder *builder)
{
  builder->join_next = plx_document_builder_is_open (builder);
}

static void
count_letters (Open *open, const char *text, gsize n, gboolean is_bold)
{
  for (const char *p = text; p < text + n; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      *(is_bold ? &open->n_bold : &open->n_plain) += 1;
}

void
plx_document_builder_add_text (PlxDocumentBuilder *builder, const char *text, gssize n_bytes,
                               gboolean is_bold)
{
  gsize n = n_bytes < 0 ? strlen (text) : (gsize) n_bytes;
  Open *open = get_frame (builder)->open;

  if (n == 0)
    return;
  if (open == NULL)
    {
      plx_document_builder_open_paragraph (builder);
      open = get_frame (builder)->open;
    }
  count_letters (open, text, n, is_bold);
  g_string_append_len (open->text, text, (gssize) n);
}

/* Words before the break stay on the page that ends. */
void
plx_document_builder_break_page (PlxDocumentBuilder *builder)
{
  Open *open = get_frame (builder)->open;

  if (open != NULL && strspn (open->text->str, " \t\n") < open->text->len)
    {
      PlxParagraph like = *open->paragraph;

      plx_document_builder_open_paragraph (builder);
      *plx_document_builder_get_paragraph (builder) = like;
      plx_document_builder_get_paragraph (builder)->page_break_before = FALSE;
    }
  builder->break_page = TRUE;
}

/* -- frames -- */

void
plx_document_builder_open_frame (PlxDocumentBuilder *builder, PlxFrameKind kind)
{
  Frame frame = { .kind = kind, .done = new_list () };

  if (builder->frames->len >= MAX_FRAMES)
    {
      builder->n_too_deep++;
      g_ptr_array_unref (frame.done);
      return;
    }
  builder->join_next = FALSE;
  if (kind == PLX_FRAME_ROW)
    frame.cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_array_append_val (builder->frames, frame);
}

static gboolean
is_prose (const GPtrArray *cells)
{
  guint n_filled = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      const GPtrArray *cell = g_ptr_array_index (cells, i);

      if (cell->len > 1
          || (cell->len == 1
              && g_utf8_strlen (((PlxParagraph *) cell->pdata[0])->text, -1) > MAX_ROW_CHARS))
        return TRUE;
      n_filled += cell->len;
    }
  return n_filled < 2;
}

/* One line of short cells; long ones are columns of prose, one after the other. */
static void
join_cells (GPtrArray *cells, GPtrArray *to)
{
  g_autoptr (GString) text = g_string_new (NULL);
  PlxParagraph *row = NULL;

  for (guint i = 0; i < cells->len; i++)
    {
      GPtrArray *cell = g_ptr_array_index (cells, i);
      const PlxParagraph *paragraph = cell->len > 0 ? g_ptr_array_index (cell, 0) : NULL;

      if (paragraph == NULL)
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? " | " : "", paragraph->text);
      if (row == NULL)
        row = g_memdup2 (paragraph, sizeof *paragraph);
      row->is_bold = row->is_bold && paragraph->is_bold;
    }
  if (row == NULL)
    return;
  row->is_row = TRUE;
  row->is_heading = row->is_title = FALSE;
  row->level = 0;
  row->text = g_strdup (text->str);
  g_ptr_array_add (to, row);
}

static void
close_row (Frame *row, GPtrArray *to)
{
  if (row->done->len > 0)      // text outside of any cell: a malformed table
    g_ptr_array_add (row->cells, g_ptr_array_ref (row->done));
  if (!is_prose (row->cells))
    join_cells (row->cells, to);
  else
    for (guint i = 0; i < row->cells->len; i++)
      move_all (g_ptr_array_index (row->cells, i), to);
  g_ptr_array_unref (row->cells);
}

static void
hand_on (PlxDocumentBuilder *builder, Frame *frame)
{
  Frame *outer = get_frame (builder);
  GPtrArray *to = outer->open != NULL ? outer->open->after : outer->done;

  switch (frame->kind)
    {
    case PLX_FRAME_ROW:
      close_row (frame, to);
      break;
    case PLX_FRAME_CELL:
      if (outer->cells != NULL)
        g_ptr_array_add (outer->cells, g_ptr_array_ref (frame->done));
      else
        move_all (frame->done, to);
      break;
    case PLX_FRAME_BOX:
      move_all (frame->done, to);
      break;
    case PLX_FRAME_NOTE:
      for (guint i = 0; i < frame->done->len; i++)
        ((PlxParagraph *) frame->done->pdata[i])->is_note = TRUE;
      move_all (frame->done, builder->notes);
      break;
    case PLX_FRAME_REMOVED:
      for (guint i = 0; i < frame->done->len; i++)
        g_ptr_array_add (builder->document->removed,
                         g_strdup (((PlxParagraph *) frame->done->pdata[i])->text));
      break;
    default:
      g_assert_not_reached ();
    }
}

void
plx_document_builder_close_frame (PlxDocumentBuilder *builder)
{
  Frame frame;

  if (builder->n_too_deep > 0)
    {
      builder->n_too_deep--;
      return;
    }
  if (builder->frames->len < 2)
    return;
  builder->join_next = FALSE;
  plx_document_builder_close_paragraph (builder);
  frame = *get_frame (builder);
  g_array_set_size (builder->frames, builder->frames->len - 1);
  hand_on (builder, &frame);
  g_ptr_array_unref (frame.done);
}
