/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-biblio.h"

#include <string.h>

/* TeX as bibliographies hold it: accents, letters by name, dashes and quotes;
 * other commands go, what stands in their braces stays. */

static const struct { char command; gunichar mark; } accents[] = {
  { '"', 0x308 }, { '\'', 0x301 }, { '`', 0x300 }, { '^', 0x302 }, { '~', 0x303 }, { '=', 0x304 },
  { '.', 0x307 }, { 'u', 0x306 }, { 'v', 0x30c }, { 'H', 0x30b }, { 'c', 0x327 }, { 'k', 0x328 },
  { 'r', 0x30a }, { 'd', 0x323 }, { 'b', 0x331 },
};

static const struct { const char *name, *text; } letters[] = {
  { "ss", "ß" }, { "ae", "æ" }, { "AE", "Æ" }, { "oe", "œ" }, { "OE", "Œ" }, { "o", "ø" },
  { "O", "Ø" }, { "aa", "å" }, { "AA", "Å" }, { "l", "ł" }, { "L", "Ł" }, { "i", "i" }, { "j", "j" },
  { "dh", "ð" }, { "th", "þ" }, { "TH", "Þ" }, { "dj", "đ" }, { "DJ", "Đ" },
  { "textendash", "–" }, { "textemdash", "—" }, { "textquoteright", "’" }, { "textquoteleft", "‘" },
  { "textquotedblleft", "“" }, { "textquotedblright", "”" }, { "textbackslash", "\\" },
  { "ldots", "…" }, { "dots", "…" }, { "textellipsis", "…" }, { "euro", "€" }, { "texteuro", "€" },
  { "pounds", "£" }, { "textsection", "§" }, { "S", "§" }, { "copyright", "©" }, { "textdegree", "°" },
  { "textasciitilde", "~" }, { "textasciicircum", "^" }, { "LaTeX", "LaTeX" }, { "TeX", "TeX" },
  { "backslash", "\\" }, { "newline", " " }, { "par", "\n" },
};

static gunichar
find_mark (char command)
{
  for (guint i = 0; i < G_N_ELEMENTS (accents); i++)
    if (accents[i].command == command)
      return accents[i].mark;
  return 0;
}

/* The letter that an accent stands over: "{o}", "o", "\i". */
static const char *
put_accent (GString *out, const char *p, gunichar mark)
{
  guint n_open = 0;
  gunichar letter;

  while (*p == ' ' || *p == '{')
    n_open += *p++ == '{';
  if (*p == '\\' && (p[1] == 'i' || p[1] == 'j') && !g_ascii_isalpha (p[2]))
    p++;
  if (*p == '\0' || *p == '}')
    return p;
  letter = g_utf8_get_char (p);
  g_string_append_unichar (out, letter);
  g_string_append_unichar (out, mark);
  p = g_utf8_next_char (p);
  while (n_open > 0 && *p == '}')
    {
      p++;
      n_open--;
    }
  return p;
}

/* @p is behind the backslash. */
static const char *
put_command (GString *out, const char *p)
{
  gsize n = 0;

  while (g_ascii_isalpha (p[n]))
    n++;
  if (n == 0)
    {
      gunichar mark = find_mark (*p);

      if (mark != 0)
        return put_accent (out, p + 1, mark);
      if (*p == '\\')
        g_string_append_c (out, ' ');
      else if (*p != '\0' && strchr ("&%$#_{} -", *p) != NULL)
        g_string_append_c (out, *p);
      return *p != '\0' ? g_utf8_next_char (p) : p;
    }
  if (n == 1 && find_mark (*p) != 0 && (p[1] == '{' || p[1] == ' '))
    return put_accent (out, p + 1, find_mark (*p));
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (strlen (letters[i].name) == n && strncmp (letters[i].name, p, n) == 0)
      g_string_append (out, letters[i].text);
  p += n;
  return *p == ' ' ? p + 1 : p;
}

static const char *
put_sign (GString *out, const char *p)
{
  static const struct { const char *tex, *text; } signs[] = {
    { "---", "—" }, { "--", "–" }, { "``", "“" }, { "''", "”" }, { "~", " " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (p, signs[i].tex))
      {
        g_string_append (out, signs[i].text);
        return p + strlen (signs[i].tex);
      }
  g_string_append_c (out, *p);
  return p + 1;
}

char *
plx_tex_to_text (const char *tex)
{
  g_autoptr (GString) out = g_string_new (NULL);
  char *normal;

  for (const char *p = tex; *p != '\0';)
    if (*p == '\\')
      p = put_command (out, p + 1);
    else if (*p == '{' || *p == '}')
      p++;
    else if (strchr ("-`'~", *p) != NULL)
      p = put_sign (out, p);
    else
      g_string_append_c (out, *p++);
  normal = g_utf8_normalize (out->str, -1, G_NORMALIZE_NFC);
  return normal != NULL ? normal : g_strdup (out->str);
}
