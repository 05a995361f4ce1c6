/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-formats.h"
#include "import/plx-import-input.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Chooses the format: what the bytes are first, the name's ending second. */

/* Known by their first bytes, then by their mark-up, then by what their text
 * looks like; the first that says yes reads, so that the narrow stand before
 * the wide. Text takes whatever is left. */
static const PlxImportFormat * const formats[] = {
  &plx_format_docx,
  &plx_format_epub,
  &plx_format_fodt,
  &plx_format_odt,
  &plx_format_pdf,
  &plx_format_xlsx,
  &plx_format_refused,
  &plx_format_rtf,
  &plx_format_wire,
  &plx_format_nitf,
  &plx_format_newsml1,
  &plx_format_newsmlg2,
  &plx_format_feed,
  &plx_format_opml,
  &plx_format_wacz,
  &plx_format_warc,
  &plx_format_archive,
  &plx_format_mhtml,
  &plx_format_mbox,
  &plx_format_mail,
  &plx_format_press,
  &plx_format_endnote,
  &plx_format_html,
  &plx_format_newsxml,
  &plx_format_json_lines,
  &plx_format_jsonfeed,
  &plx_format_ninjs,
  &plx_format_jsonl,
  &plx_format_bibtex,
  &plx_format_tagged,
  &plx_format_table,
  &plx_format_text,
};

typedef struct {
  const char *bytes;
  guint n;
  guint at;
  const char *what;
} Magic;

static const Magic magics[] = {
  { "%PDF-", 5, 0, N_("a PDF document") },
  { "PK\003\004", 4, 0, N_("a zip archive or an office document") },
  { "PK\005\006", 4, 0, N_("an empty zip archive") },
  { "{\\rtf", 5, 0, N_("an RTF document") },
  { "\320\317\021\340\241\261\032\341", 8, 0, N_("an old Microsoft Office document") },
  { "\037\213", 2, 0, N_("a gzip archive") },
  { "BZh", 3, 0, N_("a bzip2 archive") },
  { "\375" "7zXZ", 5, 0, N_("an xz archive") },
  { "7z\274\257\047\034", 6, 0, N_("a 7z archive") },
  { "Rar!", 4, 0, N_("a RAR archive") },
  { "(\265/\375", 4, 0, N_("a zstd archive") },
  { "ustar", 5, 257, N_("a tar archive") },
  { "\211PNG", 4, 0, N_("a PNG picture") },
  { "\377\330\377", 3, 0, N_("a JPEG picture") },
  { "GIF8", 4, 0, N_("a GIF picture") },
  { "II*\0", 4, 0, N_("a TIFF picture") },
  { "MM\0*", 4, 0, N_("a TIFF picture") },
  { "RIFF", 4, 0, N_("a sound, video or picture file") },
  { "OggS", 4, 0, N_("a sound or video file") },
  { "ID3", 3, 0, N_("a sound file") },
  { "ftyp", 4, 4, N_("a video file") },
  { "\032E\337\243", 4, 0, N_("a video file") },
  { "SQLite format 3", 16, 0, N_("a database, perhaps a Parallax project: open it as a project") },
  { "\177ELF", 4, 0, N_("a program") },
  { "MZ\220", 3, 0, N_("a program") },
  { "!BDN", 4, 0, N_("an Outlook mailbox (PST): export it as mbox or its mails as .eml") },
};

/* What kind of file it is that no format here reads; NULL: perhaps text. */
static const char *
name_binary (const guchar *data, gsize n)
{
  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    if (n >= magics[i].at + magics[i].n
        && memcmp (data + magics[i].at, magics[i].bytes, magics[i].n) == 0)
      return _(magics[i].what);
  return NULL;
}

/* A stray NUL in a page is repaired; a file full of control bytes is no text. */
static gboolean
is_binary (const guchar *data, gsize n)
{
  gsize n_looked = MIN (n, 1 << 16), n_control = 0;

  if (plx_charset_find_wide (data, n) != NULL)
    return FALSE;
  for (gsize i = 0; i < n_looked; i++)
    if ((data[i] < 0x20 && strchr ("\t\n\r\f\016\017\032\033", data[i]) == NULL) || data[i] == 0)
      n_control++;
  return n_control > 3 && n_control * 50 > n_looked;
}

/* Is it text at all: no format that reads text need look at a picture. */
static gboolean
is_text (PlxImportInput *input)
{
  gsize n;
  const guchar *head = plx_import_input_get_head (input, &n);

  return name_binary (head, n) == NULL && !is_binary (head, n);
}

static const PlxImportFormat *
find (PlxImportInput *input, gboolean is_binary)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i]->is_binary == is_binary && formats[i]->is_one (input))
      return formats[i];
  return NULL;
}

/* Errors: PLX_IMPORT_ERROR_TOO_LARGE; G_IO_ERROR_… */
gboolean
plx_formats_find (PlxImportInput *input, const PlxImportFormat **format, GError **error)
{
  *format = find (input, TRUE);
  if (*format != NULL || !is_text (input))
    return TRUE;
  if (!plx_import_input_load (input, error))
    return FALSE;
  *format = find (input, FALSE);
  return TRUE;
}

enum { MAX_NAME_BYTES = 60 };

/* "rss" of "<rss version=…>". */
static char *
name_root (const char *tag)
{
  g_autofree char *name = g_strndup (tag + 1, MIN (strcspn (tag + 1, " \t\n/>"), MAX_NAME_BYTES));

  return g_utf8_make_valid (name, -1);
}

void
plx_formats_refuse (PlxImportInput *input, GError **error)
{
  gsize n;
  const guchar *head = plx_import_input_get_head (input, &n);
  const char *kind = name_binary (head, n), *tag = NULL;
  g_autofree char *root = NULL;

  if (kind == NULL && !is_binary (head, n))
    tag = plx_import_input_get_root (input);
  root = name_root (tag != NULL ? tag : "<?");
  if (tag != NULL)
    g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_UNSUPPORTED,
                 _("this is an XML file (“%s”) of a kind that Parallax does not know; save its "
                   "articles as web pages or plain text"), root);
  else
    g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_UNSUPPORTED,
                 _("this is %s, which Parallax does not read; save its text as a web page, a "
                   "document or plain text"), kind != NULL ? kind : _("a binary file"));
}
