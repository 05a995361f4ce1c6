/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "language/plx-boundaries-private.h"

/* Prints how the program describes each gap of the texts on standard input, so
 * that boundaries.py learns from what the program will see.
 *
 * In:  texts, a form feed after each; U+0001 where a sentence ends.
 * Out: first a line with the names of the attributes, then a line for each
 *      gap: the text's number, the line's, where the gap begins, 1 or 0, values. */

typedef struct {
  guint text, paragraph;
  GHashTable *ends;      // of the text at hand: where its sentences end
} Printing;

static gboolean
print_gap (const PlxGap *gap, gpointer user_data)
{
  Printing *printing = user_data;
  gboolean ends = g_hash_table_contains (printing->ends, GUINT_TO_POINTER (gap->end));

  printf ("%u\t%u\t%u\t%d", printing->text, printing->paragraph, gap->end, ends);
  for (guint i = 0; i < PLX_N_GAP_ATTRIBUTES; i++)
    printf ("\t%s", gap->values[i]->name);
  printf ("\n");
  return ends;
}

static void
print_text (const PlxTokenLists *lists, const char *marked, Printing *printing)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PlxAnalysis) analysis = NULL;
  g_auto (GStrv) lines = NULL;
  guint32 begin = 0;

  g_hash_table_remove_all (printing->ends);
  for (const char *p = marked; *p != '\0'; p++)
    if (*p == '\001')
      g_hash_table_add (printing->ends, GUINT_TO_POINTER (text->len));
    else
      g_string_append_c (text, *p);
  analysis = plx_analysis_new ("a", text->str, (gssize) text->len);
  lines = g_strsplit (text->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      PlxSpan line = { begin, begin + (guint32) strlen (lines[i]) };

      if (line.begin < line.end)
        g_array_append_val (analysis->paragraphs, line);
      begin = line.end + 1;
    }
  for (guint i = 0; i < analysis->paragraphs->len; i++)
    {
      printing->paragraph = i;
      plx_gaps_foreach (lists, analysis, i, plx_gaps_style (analysis), print_gap, printing);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  PlxTokenLists *lists = plx_token_lists_new (&error);
  g_autoptr (GString) input = g_string_new (NULL);
  g_auto (GStrv) texts = NULL;
  Printing printing = { 0, 0, g_hash_table_new (g_direct_hash, g_direct_equal) };
  char block[65536];
  gsize n;

  if (lists == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  while ((n = fread (block, 1, sizeof block, stdin)) > 0)
    g_string_append_len (input, block, (gssize) n);
  texts = g_strsplit (input->str, "\f", -1);
  printf ("text\tparagraph\tend\tends");
  for (guint i = 0; i < PLX_N_GAP_ATTRIBUTES; i++)
    printf ("\t%s", plx_gap_attribute_name (i));
  printf ("\n");
  for (; texts[printing.text] != NULL && *texts[printing.text] != '\0'; printing.text++)
    print_text (lists, texts[printing.text], &printing);
  g_hash_table_unref (printing.ends);
  plx_token_lists_free (lists);
  return 0;
}
