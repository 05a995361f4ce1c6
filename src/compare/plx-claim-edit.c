/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-claim-edit.h"

#include "compare/plx-tuning.h"

#include <string.h>

/* A cut leaves no shorter clause at the end, and so many bytes behind the predicate. */
enum { CLAUSE_WORDS = 4, LEAST_BEHIND = 12 };

/* Appends text, one space for any white space. */
void
plx_edit_append (GString *out, const char *text, gsize n)
{
  const char *end = text + n;

  for (; text < end; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (out, c);
      else if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
}

void
plx_edit_strip_end (GString *out)
{
  static const char *const ends[] = { " ", ",", ";", ":", "-", "–", "—", "(" };
  gboolean more = TRUE;

  while (more)
    {
      more = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
        if (g_str_has_suffix (out->str, ends[i]))
          {
            g_string_truncate (out, out->len - strlen (ends[i]));
            more = TRUE;
          }
    }
}

/* A quotation that the clause cuts open or does not close is made whole. */
void
plx_edit_close_quotes (GString *text)
{
  const char *first = strchr (text->str, '"');
  guint n_plain = 0;
  gint n_open = 0;

  for (const char *p = text->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      n_plain += *p == '"';
      n_open += g_utf8_get_char (p) == 0x201c;
      n_open -= g_utf8_get_char (p) == 0x201d;
    }
  if (n_plain % 2 == 1 && n_open != 0)
    return;   // one opens what the other closes
  if (n_plain % 2 == 1 && (first == text->str || first[-1] == ' '))
    g_string_append_c (text, '"');
  else if (n_plain % 2 == 1)
    g_string_prepend_c (text, '"');
  if (n_open > 0)
    g_string_append (text, "”");
  else if (n_open < 0)
    g_string_prepend (text, "“");
}

/* "and", "that" and commas in front of a clause that no tree has cut. */
void
plx_edit_trim_joiners (const PlxClaimWords *words, GString *text)
{
  gsize n = strcspn (text->str, " ,");

  while (n < text->len && (plx_claim_words_classes (words, text->str, n) & PLX_CLAIM_JOINER))
    {
      g_string_erase (text, 0, (gssize) (n + strspn (text->str + n, " ,;:")));
      n = strcspn (text->str, " ,");
    }
}

/* Commas, "with", "and" at the end are no part of it. */
void
plx_edit_trim_edges (const PlxClaimWords *words, GString *text)
{
  g_string_erase (text, 0, (gssize) strspn (text->str, " ,;:.-)"));
  plx_edit_strip_end (text);
  for (char *last = strrchr (text->str, ' '); last != NULL; last = strrchr (text->str, ' '))
    {
      if (!(plx_claim_words_classes (words, last + 1, strlen (last + 1)) & PLX_CLAIM_TRAILER))
        break;
      g_string_truncate (text, (gsize) (last - text->str));
      plx_edit_strip_end (text);
    }
  for (const char *quote = strstr (text->str, ",\""); quote != NULL; quote = strstr (quote, ",\""))
    {
      gsize at = (gsize) (quote - text->str);

      if (text->str[at + 2] != '\0')
        break;
      g_string_erase (text, (gssize) at, 1);
      quote = text->str + at;
    }
  if (g_str_has_suffix (text->str, ",”"))
    g_string_erase (text, (gssize) (text->len - strlen (",”")), 1);
}

/* Where a text of too many letters is cut: behind a clause of some length, else
 * between words. */
static gsize
find_cut (const char *text, gsize least, gsize most)
{
  gsize cut = 0, space = 0, before = 0;
  guint n_words = 0;

  for (gsize i = 0; i < most; i++)
    {
      if (text[i] != ' ')
        continue;
      space = i;
      n_words++;
      if (i == 0 || strchr (",;", text[i - 1]) == NULL)
        continue;
      before = n_words < CLAUSE_WORDS ? before : i - 1;
      cut = before > least ? before : cut;
      n_words = 0;
    }
  return cut > 0 ? cut : space > least ? space : most;
}

gboolean
plx_edit_is_too_long (const GString *text)
{
  return g_utf8_strlen (text->str, (gssize) text->len) > PLX_CLAIM_MAX_CHARS;
}

/* A long claim ends with a clause of its own. @no_sentence: bytes without its predicate. */
void
plx_edit_shorten (const PlxClaimWords *words, GString *text, gsize no_sentence)
{
  gsize most, least;

  if (!plx_edit_is_too_long (text))
    return;
  most = (gsize) (g_utf8_offset_to_pointer (text->str, PLX_CLAIM_MAX_CHARS) - text->str);
  least = (gsize) (g_utf8_offset_to_pointer (text->str, PLX_CLAIM_CUT_CHARS) - text->str);
  least = MAX (least, no_sentence + LEAST_BEHIND);
  g_string_truncate (text, find_cut (text->str, least, most));
  plx_edit_trim_edges (words, text);
  g_string_append (text, " …");
}

void
plx_edit_capitalise (GString *text)
{
  gsize skip = strspn (text->str, "\"'(");
  const char *first;
  char upper[8];
  gint n;

  while (g_str_has_prefix (text->str + skip, "“") || g_str_has_prefix (text->str + skip, "‘"))
    skip += strlen ("“");
  first = text->str + skip;
  if (*first == '\0')
    return;
  n = g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (first)), upper);
  g_string_erase (text, (gssize) skip, (gssize) (g_utf8_next_char (first) - first));
  g_string_insert_len (text, (gssize) skip, upper, n);
}
