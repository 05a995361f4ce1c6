/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <uchardet.h>

/* Bytes to clean UTF-8. In this order: byte order mark, UTF-16 without one,
 * valid UTF-8, what the file declares if it decodes cleanly, uchardet's guess,
 * and at last windows-1252 with replacement characters. */

enum { PRESCAN_BYTES = 4096, GUESS_BYTES = 1 << 20 };

/* Names as pages write them, and the superset that browsers read them as. */
static const struct { const char *label, *charset; } supersets[] = {
  { "iso-8859-1", "WINDOWS-1252" }, { "iso8859-1", "WINDOWS-1252" }, { "latin1", "WINDOWS-1252" },
  { "latin-1", "WINDOWS-1252" }, { "us-ascii", "WINDOWS-1252" }, { "ascii", "WINDOWS-1252" },
  { "iso-8859-9", "WINDOWS-1254" }, { "iso-8859-11", "CP874" }, { "tis-620", "CP874" },
  { "windows-874", "CP874" }, { "gb2312", "GB18030" }, { "gb_2312-80", "GB18030" },
  { "gbk", "GB18030" }, { "x-gbk", "GB18030" }, { "euc-cn", "GB18030" }, { "euc-kr", "CP949" },
  { "ks_c_5601-1987", "CP949" }, { "uhc", "CP949" }, { "windows-949", "CP949" },
  { "shift_jis", "CP932" }, { "shift-jis", "CP932" }, { "sjis", "CP932" }, { "x-sjis", "CP932" },
  { "windows-31j", "CP932" }, { "big5", "BIG5-HKSCS" }, { "x-big5", "BIG5-HKSCS" },
  { "big5-hkscs", "BIG5-HKSCS" }, { "x-euc-jp", "EUC-JP" }, { "iso-8859-8-i", "ISO-8859-8" },
  { "x-mac-roman", "MACINTOSH" }, { "mac-cyrillic", "MAC-CYRILLIC" },
};

static const char *
find_superset (const char *label)
{
  for (guint i = 0; i < G_N_ELEMENTS (supersets); i++)
    if (g_ascii_strcasecmp (supersets[i].label, label) == 0)
      return supersets[i].charset;
  return label;
}

/* Every fourth byte of UTF-32 is NUL, and the one beside it at most 0x10: no
 * other text is so. With or without a mark. */
static const char *
find_utf32 (const guchar *data, gsize n)
{
  gsize n_looked = MIN (n, PRESCAN_BYTES) & ~(gsize) 3;
  gboolean is_little = n_looked >= 8, is_big = n_looked >= 8;

  for (gsize i = 0; i < n_looked && (is_little || is_big); i += 4)
    {
      is_little = is_little && data[i + 3] == 0 && data[i + 2] <= 0x10;
      is_big = is_big && data[i] == 0 && data[i + 1] <= 0x10;
    }
  return is_little == is_big ? NULL : is_little ? "UTF-32LE" : "UTF-32BE";
}

/* UTF-16 without a mark: every other byte of Latin text is NUL. */
const char *
plx_charset_find_wide (const guchar *data, gsize n)
{
  gsize n_looked = MIN (n, PRESCAN_BYTES) & ~(gsize) 1, zeros[2] = { 0, 0 };
  const char *utf32 = find_utf32 (data, n);

  if (utf32 != NULL)
    return utf32;
  if (n >= 2 && ((data[0] == 0xff && data[1] == 0xfe) || (data[0] == 0xfe && data[1] == 0xff)))
    return data[0] == 0xff ? "UTF-16LE" : "UTF-16BE";
  for (gsize i = 0; i < n_looked; i++)
    zeros[i & 1] += data[i] == 0;
  if (n_looked < 8 || zeros[0] + zeros[1] == 0)
    return NULL;
  if (zeros[1] * 4 > n_looked && zeros[0] * 20 < n_looked)
    return "UTF-16LE";
  if (zeros[0] * 4 > n_looked && zeros[1] * 20 < n_looked)
    return "UTF-16BE";
  return NULL;
}

/* The label after a key: p stands at " = 'utf-8'". NULL: no label. */
static char *
read_label (const char *p)
{
  gsize n;

  p += strspn (p, " \t\n\r");
  if (*p++ != '=')
    return NULL;
  p += strspn (p, " \t\n\r\"'");
  n = strspn (p, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_:.");
  return n >= 3 && n < 40 ? g_strndup (p, n) : NULL;
}

/* charset="…" of a meta element, encoding="…" of an XML declaration. */
static char *
find_declared (const guchar *data, gsize n)
{
  static const char * const keys[] = { "charset", "encoding" };
  g_autofree char *head = g_strndup ((const char *) data, MIN (n, PRESCAN_BYTES * 4));

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    for (const char *p = head; *p != '\0'; p++)
      {
        gsize n_key = strlen (keys[i]);
        char *label = NULL;

        if (g_ascii_strncasecmp (p, keys[i], n_key) == 0)
          label = read_label (p + n_key);
        if (label != NULL)
          return label;
      }
  return NULL;
}

static char *
guess_charset (const guchar *data, gsize n)
{
  uchardet_t detector = uchardet_new ();
  char *charset = NULL;

  if (uchardet_handle_data (detector, (const char *) data, MIN (n, GUESS_BYTES)) == 0)
    {
      uchardet_data_end (detector);
      charset = g_strdup (uchardet_get_charset (detector));
    }
  uchardet_delete (detector);
  if (charset != NULL && *charset == '\0')
    g_clear_pointer (&charset, g_free);
  /* DOS code pages of Western Europe: by now far likelier a wrong guess */
  if (g_strcmp0 (charset, "IBM850") == 0 || g_strcmp0 (charset, "IBM852") == 0
      || g_strcmp0 (charset, "IBM858") == 0)
    g_clear_pointer (&charset, g_free);
  return charset;
}

static gboolean
convert (PlxDecoded *decoded, const guchar *data, gsize n, const char *label)
{
  const char *charset = find_superset (label);
  gsize n_out = 0;
  char *out = g_convert ((const char *) data, (gssize) n, "UTF-8", charset, NULL, &n_out, NULL);

  if (out == NULL)
    return FALSE;
  decoded->text = out;
  decoded->n_bytes = n_out;
  decoded->charset = g_strdup (charset);
  return TRUE;
}

/* Skips over what does not decode. The rest of a wrong multibyte sequence may
 * read as other characters; that is as good as it gets. */
static void
convert_lossy (PlxDecoded *decoded, const guchar *data, gsize n, const char *label)
{
  g_autoptr (GString) out = g_string_sized_new (n + n / 2);
  g_autoptr (GCharsetConverter) converter =
    g_charset_converter_new ("UTF-8", find_superset (label), NULL);
  char buffer[4096];

  while (converter != NULL && n > 0)
    {
      gsize n_read = 0, n_written = 0;
      g_autoptr (GError) error = NULL;
      GConverterResult got =
        g_converter_convert (G_CONVERTER (converter), data, n, buffer, sizeof buffer,
                             G_CONVERTER_INPUT_AT_END, &n_read, &n_written, &error);

      if (got == G_CONVERTER_ERROR)
        {
          g_string_append (out, "\357\277\275");
          decoded->n_replaced++;
          n_read = 1;
          n_written = 0;
          g_converter_reset (G_CONVERTER (converter));
        }
      g_string_append_len (out, buffer, (gssize) n_written);
      data += n_read;
      n -= n_read;
      if (got == G_CONVERTER_FINISHED)
        break;
    }
  decoded->n_bytes = out->len;
  decoded->text = g_string_free (g_steal_pointer (&out), FALSE);
  decoded->charset = g_strdup (find_superset (label));
}

/* Broken UTF-8 is far likelier than another charset when nearly all of its
 * high bytes form whole sequences. */
static gboolean
take_broken_utf8 (PlxDecoded *decoded, const guchar *data, gsize n)
{
  const char *text = (const char *) data, *end = text + n, *stop;
  gsize n_bad = 0, n_good = 0;

  for (const char *p = text; p < end; p = stop + 1)
    {
      if (!g_utf8_validate (p, end - p, &stop) && *stop != '\0')
        n_bad++;
      for (const char *q = p; q < stop; q++)
        n_good += (guchar) *q >= 0xc0;
      if (stop >= end)
        break;
    }
  if (n_good < 4 * n_bad)
    return FALSE;
  decoded->text = g_utf8_make_valid (text, (gssize) n);
  decoded->n_bytes = strlen (decoded->text);
  decoded->charset = g_strdup ("UTF-8");
  decoded->n_replaced = (guint) n_bad;
  return TRUE;
}

static void
decode_legacy (PlxDecoded *decoded, const guchar *data, gsize n, gboolean is_markup)
{
  g_autofree char *declared = is_markup ? find_declared (data, n) : NULL;
  g_autofree char *guess = NULL;

  if (declared != NULL && g_ascii_strncasecmp (declared, "utf", 3) != 0
      && convert (decoded, data, n, declared))
    return;
  if (take_broken_utf8 (decoded, data, n))
    return;
  guess = guess_charset (data, n);
  decoded->is_guess = TRUE;
  decoded->lied = declared != NULL;
  if (guess != NULL && convert (decoded, data, n, guess))
    return;
  if (declared != NULL && g_ascii_strncasecmp (declared, "utf", 3) != 0)
    convert_lossy (decoded, data, n, declared);
  if (decoded->text == NULL || decoded->n_replaced * 20 > n)
    {
      g_clear_pointer (&decoded->text, g_free);
      g_clear_pointer (&decoded->charset, g_free);
      decoded->n_replaced = 0;
      convert_lossy (decoded, data, n, guess != NULL ? guess : "WINDOWS-1252");
    }
}

/* Only NULs are bad: valid UTF-8 apart from them. */
static gboolean
is_utf8 (const guchar *data, gsize n)
{
  const char *p = (const char *) data, *end = p + n, *stop;

  while (!g_utf8_validate (p, end - p, &stop))
    {
      if (*stop != '\0')
        return FALSE;
      p = stop + 1;
    }
  return TRUE;
}

/* Charsets that shift by escapes and are ASCII otherwise. */
static const char *
find_shifted (const guchar *data, gsize n)
{
  static const struct { const char *escape, *charset; } escapes[] = {
    { "\033$)C", "ISO-2022-KR" }, { "\033$B", "ISO-2022-JP-2" }, { "\033$@", "ISO-2022-JP-2" },
    { "\033$)A", "ISO-2022-CN" },
  };

  if (memchr (data, '\033', n) == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (escapes); i++)
    if (memmem (data, n, escapes[i].escape, strlen (escapes[i].escape)) != NULL)
      return escapes[i].charset;
  return NULL;
}

PlxDecoded *
plx_charset_decode (const guchar *data, gsize n, gboolean is_markup)
{
  PlxDecoded *decoded = g_new0 (PlxDecoded, 1);
  const char *wide = plx_charset_find_wide (data, n), *shifted;

  if (wide != NULL)
    {
      gsize n_whole = n & ~(gsize) (g_str_has_prefix (wide, "UTF-32") ? 3 : 1);

      if (!convert (decoded, data, n_whole, wide))
        convert_lossy (decoded, data, n_whole, wide);
    }
  else if ((shifted = find_shifted (data, n)) != NULL && convert (decoded, data, n, shifted))
    ;
  else if (is_utf8 (data, n))
    {
      decoded->text = g_malloc (n + 1);
      memcpy (decoded->text, data, n);
      decoded->text[n] = '\0';
      decoded->n_bytes = n;
      decoded->charset = g_strdup ("UTF-8");
    }
  else
    decode_legacy (decoded, data, n, is_markup);
  if (decoded->text == NULL)
    decoded->text = g_strdup ("");
  decoded->text = plx_text_clean (decoded->text, &decoded->n_bytes, &decoded->n_control);
  return decoded;
}

void
plx_decoded_free (PlxDecoded *decoded)
{
  if (decoded == NULL)
    return;
  g_free (decoded->text);
  g_free (decoded->charset);
  g_free (decoded);
}

void
plx_decoded_report (const PlxDecoded *decoded, PlxImportResult *result)
{
  if (decoded->is_guess && decoded->lied)
    plx_import_result_say (result, "warning", NULL,
                           _("the text does not decode in the charset that the file declares; "
                             "it was read as %s: check that it looks right"), decoded->charset);
  else if (decoded->is_guess)
    plx_import_result_say (result, "note", NULL,
                           _("the file does not say its charset; it was read as %s"),
                           decoded->charset);
  else if (g_strcmp0 (decoded->charset, "UTF-8") != 0)
    plx_import_result_say (result, "note", NULL, _("decoded from %s"), decoded->charset);
  if (decoded->n_replaced > 0)
    plx_import_result_say (result, "warning", NULL,
                           g_dngettext (GETTEXT_PACKAGE,
                                        "%u place is no valid text and shows as “\357\277\275”",
                                        "%u places are no valid text and show as “\357\277\275”",
                                        decoded->n_replaced), decoded->n_replaced);
  if (decoded->n_control > 0)
    plx_import_result_say (result, "warning", NULL,
                           g_dngettext (GETTEXT_PACKAGE, "%u control character was taken out",
                                        "%u control characters were taken out",
                                        decoded->n_control), decoded->n_control);
}

/* -- cleaning -- */

/* Whether NFC could change anything: only combining marks, conjoining jamo
 * and compatibility ideographs do, and all of them start with byte 0xCC or more. */
static gboolean
may_need_nfc (const char *text, gsize n)
{
  for (gsize i = 0; i + 2 < n; i++)
    {
      guchar a = (guchar) text[i], b = (guchar) text[i + 1];

      if (a < 0xcc)
        continue;
      if (a == 0xcc || a == 0xcd || (a >= 0xd6 && a <= 0xdf))
        return TRUE;
      if (a == 0xe0 || (a == 0xe1 && b <= 0xb7) || (a == 0xe1 && b >= 0xb8))
        return TRUE;
      if ((a == 0xe2 && (b == 0x84 || b == 0xab)) || (a == 0xe3 && b == 0x82)
          || (a == 0xef && (b == 0xa4 || b == 0xa9 || b == 0xab || b == 0xac)))
        return TRUE;
      if (a >= 0xf0)
        return TRUE;
    }
  return FALSE;
}

/* Line ends become "\n", form feeds too; other control characters go. */
static gsize
strip_controls (char *text, gsize n, guint *n_control)
{
  gsize to = 0;

  for (gsize i = 0; i < n; i++)
    {
      guchar c = (guchar) text[i];

      if (c == '\r')
        {
          if (i + 1 >= n || text[i + 1] != '\n')
            text[to++] = '\n';
        }
      else if (c == '\f' || c == '\v')
        text[to++] = '\n';
      else if ((c < 0x20 && c != '\t' && c != '\n') || c == 0x7f)
        (*n_control)++;
      else if (c == 0xc2 && i + 1 < n && (guchar) text[i + 1] >= 0x80
               && (guchar) text[i + 1] < 0xa0)
        {
          i++;
          if ((guchar) text[i] == 0x85)
            text[to++] = '\n';
          else
            (*n_control)++;
        }
      else if (c == 0xef && i + 2 < n && memcmp (text + i, "\357\273\277", 3) == 0)
        i += 2;
      else if (c == 0xe2 && i + 2 < n && (memcmp (text + i, "\342\200\250", 3) == 0
                                          || memcmp (text + i, "\342\200\251", 3) == 0))
        {
          i += 2;
          text[to++] = '\n';
        }
      else
        text[to++] = (char) c;
    }
  text[to] = '\0';
  return to;
}

/**
 * plx_text_clean:
 * @text: (transfer full): valid UTF-8 but for NULs, of *@n_bytes and a closing NUL
 *
 * Returns: (transfer full): the same text in NFC with "\n" line ends and
 *   without byte order marks and control characters
 */
char *
plx_text_clean (char *text, gsize *n_bytes, guint *n_control)
{
  char *normal;

  *n_bytes = strip_controls (text, *n_bytes, n_control);
  if (!may_need_nfc (text, *n_bytes))
    return text;
  normal = g_utf8_normalize (text, (gssize) *n_bytes, G_NORMALIZE_DEFAULT_COMPOSE);
  if (normal == NULL)
    return text;
  g_free (text);
  *n_bytes = strlen (normal);
  return normal;
}
