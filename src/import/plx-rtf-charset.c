/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-rtf.h"

#include <errno.h>
#include <string.h>

/* Bytes in an RTF file are in the code page of the font they are set in; what the
 * file's head says (\ansicpg) holds only where the font says nothing. */

enum { SYMBOL = 42, ANSI = 1252, UNKNOWN = 0 };

/* Charsets of fonts, as Windows numbers them. */
static const struct { int charset, page; } charsets[] = {
  { 0, ANSI }, { 2, SYMBOL }, { 77, 10000 }, { 78, 932 }, { 79, 949 }, { 80, 936 }, { 81, 950 },
  { 128, 932 }, { 129, 949 }, { 130, 1361 }, { 134, 936 }, { 136, 950 }, { 161, 1253 },
  { 162, 1254 }, { 163, 1258 }, { 177, 1255 }, { 178, 1256 }, { 186, 1257 }, { 204, 1251 },
  { 222, 874 }, { 238, 1250 }, { 254, 437 }, { 255, 850 },
};

int
plx_rtf_charset_page (int charset)
{
  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    if (charsets[i].charset == charset)
      return charsets[i].page;
  return UNKNOWN;
}

static GIConv
open_page (int page)
{
  g_autofree char *name = page == 10000 ? g_strdup ("MACINTOSH")
                          : page == 1361 ? g_strdup ("JOHAB")
                          : page == 65001 ? g_strdup ("UTF-8")
                                          : g_strdup_printf ("CP%d", page);

  return g_iconv_open ("UTF-8", name);
}

/* Two high bytes side by side are rare in the West and the rule elsewhere. */
static gboolean
has_high_pair (const char *bytes, gsize n)
{
  for (gsize i = 1; i < n; i++)
    if ((guchar) bytes[i - 1] >= 0xc0 && (guchar) bytes[i] >= 0x80)
      return TRUE;
  return FALSE;
}

/* Writers put "ANSI" at fonts without a thought while the head says what the text is in. */
static int
choose_page (int font_page, int file_page, const char *bytes, gsize n)
{
  if (font_page == UNKNOWN)
    return file_page;
  if (font_page == ANSI && file_page != ANSI && has_high_pair (bytes, n))
    return file_page;
  return font_page;
}

static void
append_symbols (const char *bytes, gsize n, GString *to)
{
  for (gsize i = 0; i < n; i++)
    if ((guchar) bytes[i] == 0xb7)
      g_string_append (to, "•");
    else if ((guchar) bytes[i] < 0x80)
      g_string_append_c (to, bytes[i]);
}

static void
convert (GIConv converter, const char *bytes, gsize n, GString *to)
{
  char *in = (char *) bytes;
  gsize n_in = n;

  while (n_in > 0)
    {
      char block[512], *out = block;
      gsize n_out = sizeof block;
      gsize done = g_iconv (converter, &in, &n_in, &out, &n_out);
      int problem = errno;

      g_string_append_len (to, block, out - block);
      if (done != (gsize) -1 || problem == E2BIG)
        continue;
      g_string_append (to, "\357\277\275");
      g_iconv (converter, NULL, NULL, NULL, NULL);
      in++;
      n_in--;
    }
  g_iconv (converter, NULL, NULL, NULL, NULL);
}

static gboolean
is_ascii (const char *bytes, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if ((guchar) bytes[i] >= 0x80)
      return FALSE;
  return TRUE;
}

static void
close_page (gpointer converter)
{
  if (converter != (GIConv) -1)
    g_iconv_close (converter);
}

PlxRtfPages *
plx_rtf_pages_new (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, close_page);
}

void
plx_rtf_pages_append (PlxRtfPages *pages, int font_page, int file_page, const char *bytes, gsize n,
                      GString *to)
{
  int page = choose_page (font_page, file_page, bytes, n);
  gpointer converter;

  if (page == SYMBOL)
    append_symbols (bytes, n, to);
  else if (is_ascii (bytes, n))
    g_string_append_len (to, bytes, (gssize) n);
  else
    {
      if (!g_hash_table_lookup_extended (pages, GINT_TO_POINTER (page), NULL, &converter))
        {
          converter = open_page (page);
          if (converter == (GIConv) -1)
            converter = open_page (ANSI);
          g_hash_table_insert (pages, GINT_TO_POINTER (page), converter);
        }
      convert (converter, bytes, n, to);
    }
}
