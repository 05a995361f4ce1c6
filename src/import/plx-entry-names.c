/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-archive.h"

#include <string.h>
#include <uchardet.h>

/* Names of members in the charset of the machine that packed them: CP866 in
 * Russia, CP932 in Japan, CP949 in Korea, GBK in China, CP437 elsewhere. Each
 * candidate is tried, and the one wins whose characters belong together. */

static const char * const candidates[] = {
  "CP866", "CP932", "CP949", "GB18030", "BIG5", "WINDOWS-1251", "CP437", "WINDOWS-1252",
};

/* Are kana among them, it is Japanese; is all Hangul, Korean: told from Chinese
 * by what is common, as the bytes fit all of them. */
static int
value_char (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  if (c < 0x80)
    return 0;
  if (c == 0xfffd || g_unichar_type (c) == G_UNICODE_PRIVATE_USE || g_unichar_iscntrl (c))
    return -20;
  if (c >= 0xff61 && c <= 0xff9f)          // half-width kana: what other bytes look like in CP932
    return -4;
  if (c >= 0x2500 && c <= 0x25ff)          // frames and blocks: CP437 and CP866 misread
    return -8;
  switch (script)
    {
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
      return 6;
    case G_UNICODE_SCRIPT_HANGUL:
      return 5;
    case G_UNICODE_SCRIPT_HAN:
      return c >= 0x4e00 && c <= 0x9fff ? 4 : -10;
    case G_UNICODE_SCRIPT_CYRILLIC:
      return c >= 0x410 && c <= 0x451 ? 3 : 0;
    case G_UNICODE_SCRIPT_LATIN:
      return c < 0x100 ? 2 : -2;
    case G_UNICODE_SCRIPT_GREEK:
      return -3;
    default:
      return -3;
    }
}

/* Capitals within a word, or two scripts in one, are a misreading. */
static int
value_pair (gunichar before, gunichar c)
{
  if (!g_unichar_isalpha (before) || !g_unichar_isalpha (c))
    return 0;
  if (g_unichar_islower (before) && g_unichar_isupper (c))
    return before < 0x80 && c < 0x80 ? 0 : -6;
  if (g_unichar_get_script (before) != g_unichar_get_script (c) && before >= 0x80 && c >= 0x80
      && !g_unichar_iswide (before) && !g_unichar_iswide (c))
    return -6;
  return 0;
}

/* Per byte, so that charsets of one and of two bytes are measured alike. */
static double
value_reading (const char *names, gsize n, const char *charset)
{
  g_autofree char *text = g_convert (names, (gssize) n, "UTF-8", charset, NULL, NULL, NULL);
  gunichar before = 0;
  gsize n_high = 0;
  int value = 0;

  if (text == NULL)
    return -1000;
  for (gsize i = 0; i < n; i++)
    n_high += (guchar) names[i] >= 0x80;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      value += value_char (c) + value_pair (before, c);
      before = c;
    }
  return value / (double) MAX (n_high, 1);
}

/* uchardet knows which characters of Chinese, Japanese and Korean are common,
 * and needs more of them than a few names hold: they are given several times. */
static char *
ask_uchardet (const char *names, gsize n)
{
  uchardet_t detector = uchardet_new ();
  char *charset;

  for (gsize given = 0; given < 4096; given += n)
    if (uchardet_handle_data (detector, names, n) != 0)
      break;
  uchardet_data_end (detector);
  charset = g_ascii_strup (uchardet_get_charset (detector), -1);
  uchardet_delete (detector);
  return charset;
}

static gboolean
is_same_family (const char *candidate, const char *guess)
{
  static const struct { const char *candidate, *guess; } families[] = {
    { "CP932", "SHIFT_JIS" }, { "CP949", "EUC-KR" }, { "CP949", "UHC" }, { "GB18030", "GB18030" },
    { "BIG5", "BIG5" }, { "CP866", "IBM866" }, { "WINDOWS-1251", "WINDOWS-1251" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    if (strcmp (families[i].candidate, candidate) == 0 && strcmp (families[i].guess, guess) == 0)
      return TRUE;
  return FALSE;
}

const char *
plx_entry_names_guess (const char *names, gsize n)
{
  g_autofree char *guess = ask_uchardet (names, n);
  const char *best = "CP437";
  double best_value = -500;

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      double value = value_reading (names, n, candidates[i])
                     + (is_same_family (candidates[i], guess) ? 1.5 : 0);

      if (value > best_value)
        {
          best_value = value;
          best = candidates[i];
        }
    }
  return best;
}

char *
plx_entry_names_decode (const char *name, const char *charset)
{
  gsize n = strlen (name);
  char *text = g_convert (name, (gssize) n, "UTF-8",
                          charset != NULL ? charset : plx_entry_names_guess (name, n),
                          NULL, NULL, NULL);

  return text != NULL ? text : g_utf8_make_valid (name, (gssize) n);
}

char *
plx_entry_names_clean (const char *name)
{
  g_autofree char *slashed = g_strdelimit (g_strdup (name), "\\", '/');
  g_auto (GStrv) pieces = g_strsplit (slashed, "/", -1);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      const char *piece = pieces[i];

      if (*piece == '\0' || strcmp (piece, ".") == 0 || strcmp (piece, "..") == 0
          || (i == 0 && g_ascii_isalpha (piece[0]) && strcmp (piece + 1, ":") == 0))
        continue;
      if (out->len > 0)
        g_string_append_c (out, '/');
      for (const char *p = piece; *p != '\0'; p = g_utf8_next_char (p))
        g_string_append_unichar (out, g_unichar_iscntrl (g_utf8_get_char (p))
                                        ? '?' : g_utf8_get_char (p));
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
