/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-docx-styles.h"

#include <string.h>

/* Styles build on one another; what is asked of one is asked of those below it,
 * as far as a chain of a sane document goes. */

enum { MAX_CHAIN = 12, NO_LEVEL = -1, N_LEVELS = 9 };

typedef struct {
  char *name;           // as the writer shows it, "heading 1"; the id may be in any language
  char *based_on;       // id
  int level;            // outline level from 0, NO_LEVEL
  int bold;             // -1: not said
} Style;

static void
style_free (gpointer data)
{
  Style *style = data;

  g_free (style->name);
  g_free (style->based_on);
  g_free (style);
}

gboolean
plx_docx_is_on (xmlTextReader *reader)
{
  g_autofree char *value = plx_part_attribute (reader, "val");

  return value == NULL || (strcmp (value, "0") != 0 && g_ascii_strcasecmp (value, "false") != 0
                           && strcmp (value, "off") != 0 && strcmp (value, "none") != 0);
}

int
plx_docx_read_level (xmlTextReader *reader)
{
  g_autofree char *value = plx_part_attribute (reader, "val");
  gint64 level = value != NULL ? g_ascii_strtoll (value, NULL, 10) : NO_LEVEL;

  return level >= 0 && level < N_LEVELS ? (int) level : NO_LEVEL;
}

static void
read_property (xmlTextReader *reader, Style *style)
{
  if (plx_part_is (reader, "name") && style->name == NULL)
    style->name = plx_part_attribute (reader, "val");
  else if (plx_part_is (reader, "basedOn") && style->based_on == NULL)
    style->based_on = plx_part_attribute (reader, "val");
  else if (plx_part_is (reader, "outlineLvl"))
    style->level = plx_docx_read_level (reader);
  else if (plx_part_is (reader, "b"))
    style->bold = plx_docx_is_on (reader);
}

GHashTable *
plx_docx_styles_read (GBytes *part)
{
  GHashTable *styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, style_free);
  g_autoptr (xmlTextReader) reader = plx_part_reader_new (part);
  Style *style = NULL;

  while (reader != NULL && xmlTextReaderRead (reader) == 1)
    if (plx_part_is (reader, "style"))
      {
        char *id = plx_part_attribute (reader, "styleId");

        style = g_new0 (Style, 1);
        style->level = NO_LEVEL;
        style->bold = -1;
        g_hash_table_replace (styles, id != NULL ? id : g_strdup (""), style);
      }
    else if (style != NULL)
      read_property (reader, style);
  return styles;
}

static gboolean
is_heading_name (const char *name, int *level)
{
  if (g_ascii_strncasecmp (name, "heading ", 8) != 0 || !g_ascii_isdigit (name[8]))
    return FALSE;
  *level = name[8] - '1';
  return TRUE;
}

/* Marks @paragraph as the style called @id says; TRUE: its text is bold. */
gboolean
plx_docx_styles_apply (GHashTable *styles, const char *id, PlxParagraph *paragraph)
{
  int bold = -1, level = NO_LEVEL;

  for (guint i = 0; id != NULL && i < MAX_CHAIN; i++)
    {
      const Style *style = g_hash_table_lookup (styles, id);
      const char *name = style != NULL && style->name != NULL ? style->name : id;

      paragraph->is_title |= g_ascii_strcasecmp (name, "title") == 0;
      if (level == NO_LEVEL && !is_heading_name (name, &level) && style != NULL)
        level = style->level;
      if (style == NULL)
        break;
      if (bold < 0)
        bold = style->bold;
      id = style->based_on;
    }
  if (level != NO_LEVEL)
    {
      paragraph->is_heading = TRUE;
      paragraph->level = (guint) level + 1;
    }
  return bold > 0;
}
