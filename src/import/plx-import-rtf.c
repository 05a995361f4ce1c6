/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-formats.h"
#include "import/plx-press.h"
#include "import/plx-rtf.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rich Text Format: groups in braces, control words, and bytes of text in the code
 * page of the font. A group restores on its end what it changed, so its state is
 * copied on a stack; what follows "\u" stands in for readers that know no Unicode
 * and is skipped. */

enum { MAX_GROUPS = 8192, MAX_WORD = 32, NO_LEVEL = -1 };

typedef enum {
  TO_BODY,
  TO_NOTHING,
  TO_FONTS,
  TO_STYLES,
  TO_TITLE,
  TO_AUTHOR,
  TO_CREATED,
} Target;

typedef struct {
  Target target, target_before_twice;
  int font;
  int n_skip;                  // \uc
  int style;
  int level;                   // outline level from 0, NO_LEVEL
  gboolean is_bold, is_hidden, is_deleted, in_table, page_before;
  gboolean has_frame;          // closed when the group ends
  gboolean row_before, cell_before;  // of the table around the frame
} Group;

typedef struct {
  PlxDocument *document;
  PlxDocumentBuilder *builder;
  const char *at, *end;
  Group group;
  GArray *groups;              // Group, those around
  guint n_too_deep;
  GHashTable *fonts;           // number → code page
  GHashTable *styles;          // number → name
  PlxRtfPages *pages;
  int file_page, default_font;
  GString *bytes;              // not yet decoded
  GString *style_name, *title, *author, *text;
  int skip_left;               // characters that stand in for the last \u
  gunichar high;               // first half of a pair
  int created[3];
  gboolean in_row, in_cell;
  gboolean is_starred;         // after "\*"
} Reading;

/* -- text -- */

static void
close_table (Reading *reading)
{
  if (reading->in_cell)
    plx_document_builder_close_frame (reading->builder);
  if (reading->in_row)
    plx_document_builder_close_frame (reading->builder);
  reading->in_cell = reading->in_row = FALSE;
}

static void
open_cell (Reading *reading)
{
  if (!reading->in_row)
    {
      plx_document_builder_close_paragraph (reading->builder);
      plx_document_builder_open_frame (reading->builder, PLX_FRAME_ROW);
    }
  if (!reading->in_cell)
    plx_document_builder_open_frame (reading->builder, PLX_FRAME_CELL);
  reading->in_row = reading->in_cell = TRUE;
}

static void
mark_paragraph (Reading *reading, PlxParagraph *paragraph)
{
  const char *style
    = g_hash_table_lookup (reading->styles, GINT_TO_POINTER (reading->group.style));
  int level = reading->group.level;

  if (style != NULL && g_ascii_strncasecmp (style, "heading ", 8) == 0
      && g_ascii_isdigit (style[8]))
    level = style[8] - '1';
  paragraph->is_title = style != NULL && g_ascii_strcasecmp (style, "title") == 0;
  paragraph->is_heading = level >= 0 && level < 9;
  paragraph->level = paragraph->is_heading ? (guint) level + 1 : 0;
  paragraph->page_break_before = reading->group.page_before;
}

static void
add_body (Reading *reading, const char *text)
{
  if (reading->group.in_table)
    open_cell (reading);
  else if (reading->in_row && text[strspn (text, " ")] != '\0')
    close_table (reading);
  if (!plx_document_builder_is_open (reading->builder))
    {
      plx_document_builder_open_paragraph (reading->builder);
      mark_paragraph (reading, plx_document_builder_get_paragraph (reading->builder));
    }
  plx_document_builder_add_text (reading->builder, text, -1, reading->group.is_bold);
}

static void
end_style (Reading *reading)
{
  g_hash_table_replace (reading->styles, GINT_TO_POINTER (reading->group.style),
                        g_strstrip (g_strdup (reading->style_name->str)));
  g_string_truncate (reading->style_name, 0);
}

static void
add_text (Reading *reading, const char *text)
{
  const char *semicolon;

  switch (reading->group.target)
    {
    case TO_BODY:
      if (reading->group.is_deleted)
        reading->document->n_deleted++;
      else if (!reading->group.is_hidden)
        add_body (reading, text);
      break;
    case TO_STYLES:
      semicolon = strchr (text, ';');
      g_string_append_len (reading->style_name, text,
                           semicolon != NULL ? semicolon - text : (gssize) strlen (text));
      if (semicolon != NULL)
        end_style (reading);
      break;
    case TO_TITLE:
      g_string_append (reading->title, text);
      break;
    case TO_AUTHOR:
      g_string_append (reading->author, text);
      break;
    case TO_NOTHING:
    case TO_FONTS:
    case TO_CREATED:
    default:
      break;
    }
}

static void
flush (Reading *reading)
{
  int page = GPOINTER_TO_INT (g_hash_table_lookup (reading->fonts,
                                                   GINT_TO_POINTER (reading->group.font)));

  if (reading->bytes->len == 0)
    return;
  g_string_truncate (reading->text, 0);
  plx_rtf_pages_append (reading->pages, page, reading->file_page, reading->bytes->str,
                        reading->bytes->len, reading->text);
  g_string_truncate (reading->bytes, 0);
  add_text (reading, reading->text->str);
}

static void
add_byte (Reading *reading, char byte)
{
  if (reading->skip_left > 0)
    reading->skip_left--;
  else if (reading->group.target != TO_NOTHING && byte != '\0')
    g_string_append_c (reading->bytes, byte);
}

static void
add_character (Reading *reading, gunichar c)
{
  char utf8[8] = "";

  if (reading->skip_left > 0)
    {
      reading->skip_left--;
      return;
    }
  flush (reading);
  utf8[g_unichar_to_utf8 (c, utf8)] = '\0';
  add_text (reading, utf8);
}

/* Code units, as signed numbers of 16 bits; pairs are two words. */
static void
add_unicode (Reading *reading, int number)
{
  gunichar c = (gunichar) (number < 0 ? number + 65536 : number);

  if (c >= 0xd800 && c < 0xdc00)
    reading->high = c;
  else
    {
      if (c >= 0xdc00 && c < 0xe000)
        c = reading->high != 0 ? 0x10000 + ((reading->high - 0xd800) << 10) + (c - 0xdc00) : 0xfffd;
      reading->high = 0;
      if (c >= 0xf000 && c < 0xf100)        // Symbol and its like
        c = c == 0xf0b7 ? 0x2022 : ' ';
      reading->skip_left = 0;
      if (c >= 0x20 && g_unichar_validate (c))
        add_character (reading, c);
    }
  reading->skip_left = reading->group.n_skip;
}

/* -- groups -- */

static void
open_group (Reading *reading)
{
  flush (reading);
  reading->skip_left = 0;
  if (reading->groups->len >= MAX_GROUPS)
    {
      reading->n_too_deep++;
      return;
    }
  g_array_append_val (reading->groups, reading->group);
  reading->group.has_frame = FALSE;
}

static void
close_frame (Reading *reading)
{
  close_table (reading);
  plx_document_builder_close_frame (reading->builder);
  reading->in_row = reading->group.row_before;
  reading->in_cell = reading->group.cell_before;
}

static void
close_group (Reading *reading)
{
  flush (reading);
  reading->skip_left = 0;
  if (reading->n_too_deep > 0)
    {
      reading->n_too_deep--;
      return;
    }
  if (reading->group.has_frame)
    close_frame (reading);
  if (reading->groups->len == 0)
    return;
  reading->group = g_array_index (reading->groups, Group, reading->groups->len - 1);
  g_array_set_size (reading->groups, reading->groups->len - 1);
}

static void
start_frame (Reading *reading, PlxFrameKind kind)
{
  if (reading->group.target != TO_BODY || reading->group.has_frame)
    return;
  reading->group.has_frame = TRUE;
  reading->group.row_before = reading->in_row;
  reading->group.cell_before = reading->in_cell;
  reading->in_row = reading->in_cell = reading->group.in_table = FALSE;
  plx_document_builder_open_frame (reading->builder, kind);
}

/* -- control words -- */

static void
end_paragraph (Reading *reading)
{
  plx_document_builder_close_paragraph (reading->builder);
}

static void
end_cell (Reading *reading, gboolean whole_row)
{
  if (!whole_row)
    open_cell (reading);         // an empty one counts, too
  if (reading->in_cell)
    plx_document_builder_close_frame (reading->builder);
  reading->in_cell = FALSE;
  if (whole_row)
    close_table (reading);
}

static void
break_line (Reading *reading)
{
  const PlxParagraph *paragraph = plx_document_builder_get_paragraph (reading->builder);

  if (paragraph != NULL)
    add_text (reading, paragraph->is_heading || paragraph->is_title ? " " : "\n");
}

/* Words that end or break something in the body. */
static void
apply_break (Reading *reading, PlxRtfKind kind)
{
  if (reading->group.target != TO_BODY)
    return;
  switch (kind)
    {
    case PLX_RTF_BREAK_LINE:
      break_line (reading);
      break;
    case PLX_RTF_END_SECTION:
      end_paragraph (reading);
      close_table (reading);
      plx_document_builder_break_page (reading->builder);
      break;
    case PLX_RTF_BREAK_PAGE:
      plx_document_builder_break_page (reading->builder);
      break;
    case PLX_RTF_END_CELL:
      end_cell (reading, FALSE);
      break;
    case PLX_RTF_END_ROW:
      end_cell (reading, TRUE);
      break;
    default:
      end_paragraph (reading);
      break;
    }
}

static void
reset_paragraph (Group *group)
{
  group->style = 0;
  group->level = NO_LEVEL;
  group->in_table = group->page_before = FALSE;
}

/* Words that change how the text that follows is set. */
static gboolean
apply_format (Reading *reading, PlxRtfKind kind, int value, gboolean has_value)
{
  Group *group = &reading->group;
  gboolean on = !has_value || value != 0;

  switch (kind)
    {
    case PLX_RTF_RESET_PARAGRAPH: reset_paragraph (group); break;
    case PLX_RTF_RESET_TEXT:
      group->is_bold = group->is_hidden = group->is_deleted = FALSE;
      group->font = reading->default_font;
      break;
    case PLX_RTF_IN_TABLE: group->in_table = on; break;
    case PLX_RTF_OUTLINE: group->level = value; break;
    case PLX_RTF_STYLE: group->style = value; break;
    case PLX_RTF_PAGE_BEFORE: group->page_before = on; break;
    case PLX_RTF_BOLD: group->is_bold = on; break;
    case PLX_RTF_HIDDEN: group->is_hidden = on; break;
    case PLX_RTF_DELETED: group->is_deleted = on; break;
    case PLX_RTF_UNICODE_SKIP: group->n_skip = CLAMP (value, 0, 255); break;
    default: return FALSE;
    }
  return TRUE;
}

static gboolean
apply_font (Reading *reading, const PlxRtfWord *word, int value)
{
  gpointer font = GINT_TO_POINTER (reading->group.font);

  switch (word->kind)
    {
    case PLX_RTF_FONT:
      reading->group.font = value;
      break;
    case PLX_RTF_DEFAULT_FONT:
      reading->default_font = reading->group.font = value;
      break;
    case PLX_RTF_FONT_CHARSET:
      if (reading->group.target == TO_FONTS && plx_rtf_charset_page (value) != 0)
        g_hash_table_insert (reading->fonts, font, GINT_TO_POINTER (plx_rtf_charset_page (value)));
      break;
    case PLX_RTF_FONT_PAGE:
      if (reading->group.target == TO_FONTS && value > 0)
        g_hash_table_insert (reading->fonts, font, GINT_TO_POINTER (value));
      break;
    case PLX_RTF_FILE_PAGE:
      if (word->value != 0 || value > 0)
        reading->file_page = word->value != 0 ? word->value : value;
      break;
    default:
      return FALSE;
    }
  return TRUE;
}

/* Words that say what their group is. */
static void
apply_group (Reading *reading, PlxRtfKind kind)
{
  Group *group = &reading->group;
  gboolean in_info = group->target == TO_CREATED;

  switch (kind)
    {
    case PLX_RTF_SKIP: group->target = TO_NOTHING; break;
    case PLX_RTF_COMMENT:
      reading->document->n_comments += group->target == TO_BODY;
      group->target = TO_NOTHING;
      break;
    case PLX_RTF_FONTS: group->target = TO_FONTS; break;
    case PLX_RTF_STYLES: group->target = TO_STYLES; break;
    case PLX_RTF_INFO: group->target = TO_CREATED; break;
    case PLX_RTF_TITLE: group->target = in_info ? TO_TITLE : group->target; break;
    case PLX_RTF_AUTHOR: group->target = in_info ? TO_AUTHOR : group->target; break;
    case PLX_RTF_NOTE: start_frame (reading, PLX_FRAME_NOTE); break;
    case PLX_RTF_MARGIN: start_frame (reading, PLX_FRAME_REMOVED); break;
    case PLX_RTF_BOX: start_frame (reading, PLX_FRAME_BOX); break;
    case PLX_RTF_TWICE:
      group->target_before_twice = group->target;
      group->target = TO_NOTHING;
      break;
    case PLX_RTF_TWICE_UNICODE: group->target = group->target_before_twice; break;
    default: break;
    }
}

static void
apply_created (Reading *reading, PlxRtfKind kind, int value)
{
  if (kind == PLX_RTF_CREATED)
    memset (reading->created, 0, sizeof reading->created);
  else if (reading->created[kind - PLX_RTF_YEAR] == 0)
    reading->created[kind - PLX_RTF_YEAR] = value;
}

static void
apply (Reading *reading, const PlxRtfWord *word, int value, gboolean has_value)
{
  PlxRtfKind kind = word->kind;

  if (kind == PLX_RTF_UNICODE)
    {
      if (reading->group.target != TO_NOTHING)
        add_unicode (reading, value);
    }
  else if (kind == PLX_RTF_CHARACTER)
    add_character (reading, (gunichar) word->value);
  else if (kind == PLX_RTF_BINARY)
    reading->at += CLAMP ((gssize) value, 0, reading->end - reading->at);
  else if (kind >= PLX_RTF_BREAK_LINE && kind <= PLX_RTF_END_ROW)
    apply_break (reading, kind);
  else if (kind >= PLX_RTF_CREATED && kind <= PLX_RTF_DAY)
    {
      if (reading->group.target == TO_CREATED)
        apply_created (reading, kind, value);
    }
  else if (!apply_format (reading, kind, value, has_value) && !apply_font (reading, word, value))
    apply_group (reading, kind);
}

/* -- the stream -- */

static void
read_word (Reading *reading)
{
  char name[MAX_WORD + 1];
  gsize n = 0;
  gboolean has_value, minus;
  gint64 value = 0;
  const PlxRtfWord *word;

  for (; reading->at < reading->end && g_ascii_isalpha (*reading->at); reading->at++)
    if (n < MAX_WORD)
      name[n++] = *reading->at;
  name[n] = '\0';
  minus = reading->at < reading->end && *reading->at == '-';
  reading->at += minus;
  has_value = reading->at < reading->end && g_ascii_isdigit (*reading->at);
  for (; reading->at < reading->end && g_ascii_isdigit (*reading->at); reading->at++)
    value = MIN (value * 10 + (*reading->at - '0'), G_MAXINT);
  if (reading->at < reading->end && *reading->at == ' ')
    reading->at++;
  word = plx_rtf_word_find (name);
  if (word == NULL && reading->is_starred)
    reading->group.target = TO_NOTHING;
  reading->is_starred = FALSE;
  if (word == NULL)
    return;
  if (reading->skip_left > 0 && word->kind != PLX_RTF_BINARY && word->kind != PLX_RTF_CHARACTER
      && word->kind != PLX_RTF_UNICODE)
    reading->skip_left = 0;
  flush (reading);
  apply (reading, word, (int) (minus ? -value : value), has_value);
}

static int
hex (const char *p, const char *end)
{
  int high = p < end ? g_ascii_xdigit_value (p[0]) : -1;
  int low = p + 1 < end ? g_ascii_xdigit_value (p[1]) : -1;

  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

static void
read_control (Reading *reading)
{
  char c = reading->at < reading->end ? *reading->at : '\0';
  int byte;

  if (g_ascii_isalpha (c))
    {
      read_word (reading);
      return;
    }
  reading->at += reading->at < reading->end;
  switch (c)
    {
    case '\'':
      byte = hex (reading->at, reading->end);
      if (byte < 0)
        break;
      reading->at += 2;
      add_byte (reading, (char) byte);
      break;
    case '*':
      reading->is_starred = TRUE;
      return;
    case '~': add_character (reading, ' '); break;
    case '_': add_character (reading, '-'); break;
    case '\n':
    case '\r':
      flush (reading);
      apply_break (reading, PLX_RTF_END_PARAGRAPH);
      break;
    case '\\': case '{': case '}':
      add_byte (reading, c);
      break;
    default:
      break;
    }
  reading->is_starred = FALSE;
}

static void
read_stream (Reading *reading)
{
  while (reading->at < reading->end)
    {
      char c = *reading->at++;

      if (c == '{')
        open_group (reading);
      else if (c == '}')
        {
          close_group (reading);
          if (reading->groups->len == 0)
            return;
        }
      else if (c == '\\')
        read_control (reading);
      else if (c == '\t')
        add_byte (reading, ' ');
      else if ((guchar) c >= 0x20)
        add_byte (reading, c);
    }
  reading->document->is_damaged = TRUE;
}

/* -- the whole -- */

static void
finish (Reading *reading)
{
  flush (reading);
  while (reading->groups->len > 0)
    {
      reading->n_too_deep = 0;
      close_group (reading);
    }
  close_table (reading);
  plx_document_builder_free (reading->builder);
  if (*g_strstrip (reading->title->str) != '\0')
    reading->document->title = g_strdup (reading->title->str);
  if (*g_strstrip (reading->author->str) != '\0')
    reading->document->author = g_strdup (reading->author->str);
  if (g_date_valid_dmy ((GDateDay) CLAMP (reading->created[2], 0, 99),
                        (GDateMonth) CLAMP (reading->created[1], 0, 99),
                        (GDateYear) CLAMP (reading->created[0], 0, 9999)))
    reading->document->created = g_strdup_printf ("%04d-%02d-%02d", reading->created[0],
                                                  reading->created[1], reading->created[2]);
  g_array_unref (reading->groups);
  g_hash_table_unref (reading->fonts);
  g_hash_table_unref (reading->styles);
  g_hash_table_unref (reading->pages);
  g_string_free (reading->bytes, TRUE);
  g_string_free (reading->style_name, TRUE);
  g_string_free (reading->title, TRUE);
  g_string_free (reading->author, TRUE);
  g_string_free (reading->text, TRUE);
}

PlxDocument *
plx_rtf_read (GBytes *bytes)
{
  gsize n;
  const char *data = g_bytes_get_data (bytes, &n);
  const char *start = memchr (data, '{', n);
  PlxDocument *document = plx_document_new ();
  Reading reading = {
    .document = document, .builder = plx_document_builder_new (document),
    .at = start != NULL ? start : data + n, .end = data + n,
    .group = { .n_skip = 1, .level = NO_LEVEL },
    .groups = g_array_new (FALSE, FALSE, sizeof (Group)),
    .fonts = g_hash_table_new (NULL, NULL),
    .styles = g_hash_table_new_full (NULL, NULL, NULL, g_free),
    .pages = plx_rtf_pages_new (), .file_page = 1252,
    .bytes = g_string_new (NULL), .style_name = g_string_new (NULL),
    .title = g_string_new (NULL), .author = g_string_new (NULL), .text = g_string_new (NULL),
  };

  read_stream (&reading);
  finish (&reading);
  return document;
}

GPtrArray *
plx_rtf_read_paragraphs (GBytes *bytes)
{
  g_autoptr (PlxDocument) document = plx_rtf_read (bytes);

  return g_ptr_array_ref (document->paragraphs);
}

/* -- the format -- */

static gboolean
is_rtf (PlxImportInput *input)
{
  gsize n;
  const char *head = (const char *) plx_import_input_get_head (input, &n);
  gsize at = 0;

  if (n >= 3 && memcmp (head, "\357\273\277", 3) == 0)
    at = 3;
  while (at < n && g_ascii_isspace (head[at]))
    at++;
  return at + 5 <= n && memcmp (head + at, "{\\rtf", 5) == 0;
}

static gboolean
read_rtf (PlxImportInput *input, PlxImportResult *result, GError **error)
{
  g_autoptr (PlxDocument) document = plx_rtf_read (plx_import_input_get_bytes (input));

  return plx_press_read_document (document->paragraphs, result)
         || plx_document_to_article (document, result, error);
}

const PlxImportFormat plx_format_rtf = {
  .media_type = "application/rtf",
  .label = N_("an RTF document"),
  .limit = 256 << 20,
  .is_binary = TRUE,
  .is_one = is_rtf,
  .read = read_rtf,
};
