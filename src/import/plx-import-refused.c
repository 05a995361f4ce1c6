/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-formats.h"
#include "import/plx-package.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Documents that are known but not read: old Word and Hangul files, slides,
 * sheets of OpenDocument, locked Office files. Their kind is named and a way out told. */

enum { SECTOR_BYTES = 512, DIRECTORY_BYTES = 8192 };

typedef struct {
  const char *stream;      // in the file's directory, there in UTF-16
  const char *what;        // NULL: it is locked
  const char *advice;
} OldKind;

static const OldKind old_kinds[] = {
  { "EncryptedPackage", NULL, NULL },
  { "WordDocument", N_("an old Word document (.doc)"),
    N_("open it in LibreOffice Writer or Word, save it as .docx or .odt, and import that") },
  { "BodyText", N_("a Hangul document (.hwp)"),
    N_("open it in Hangul Office, save it as .docx, and import that") },
  { "HwpSummaryInformation", N_("a Hangul document (.hwp)"),
    N_("open it in Hangul Office, save it as .docx, and import that") },
  { "Workbook", N_("an old Excel workbook (.xls)"),
    N_("open it in LibreOffice Calc or Excel, save it as .xlsx or .csv, and import that") },
  { "PowerPoint Document", N_("an old PowerPoint file (.ppt)"),
    N_("save its text as .docx or plain text, and import that") },
  { "__nameid_version1.0", N_("an Outlook message (.msg)"),
    N_("save it from Outlook as .eml or plain text, and import that") },
};

static const struct { PlxPackageKind kind; const char *what, *advice; } new_kinds[] = {
  { PLX_PACKAGE_PPTX, N_("a presentation (.pptx)"),
    N_("save its text as .docx or plain text, and import that") },
  { PLX_PACKAGE_ODP, N_("a presentation (.odp)"),
    N_("save its text as .odt or plain text, and import that") },
  { PLX_PACKAGE_ODS, N_("a spreadsheet (.ods)"),
    N_("save it as .xlsx or .csv, and import that") },
  { PLX_PACKAGE_HWPX, N_("a Hangul document (.hwpx)"),
    N_("open it in Hangul Office, save it as .docx, and import that") },
};

static gboolean
is_compound (const guchar *head, gsize n)
{
  return n >= SECTOR_BYTES && memcmp (head, "\320\317\021\340\241\261\032\341", 8) == 0;
}

static gboolean
is_old_hangul (const guchar *head, gsize n)
{
  return n >= 17 && memcmp (head, "HWP Document File", 17) == 0;
}

/* Names of streams lie in UTF-16 at the start of lines of 128 bytes. */
static gboolean
has_stream (const guchar *directory, gsize n, const char *name)
{
  gsize n_name = strlen (name);

  for (gsize at = 0; at + 128 <= n; at += 128)
    {
      gsize i = 0;

      while (i < n_name && directory[at + 2 * i] == (guchar) name[i]
             && directory[at + 2 * i + 1] == 0)
        i++;
      if (i == n_name)
        return TRUE;
    }
  return FALSE;
}

static gsize
read_directory (PlxImportInput *input, guchar *directory)
{
  gsize n, n_read = 0;
  const guchar *head = plx_import_input_get_head (input, &n);
  guint64 sector = head[48] | (guint) head[49] << 8 | (guint) head[50] << 16
                   | (guint64) head[51] << 24;
  guint shift = head[30] <= 12 ? head[30] : 9;
  g_autoptr (GInputStream) stream = plx_import_input_open (input, NULL);

  if (stream == NULL || !G_IS_SEEKABLE (stream)
      || !g_seekable_seek (G_SEEKABLE (stream), (goffset) ((sector + 1) << shift), G_SEEK_SET,
                           NULL, NULL))
    return 0;
  g_input_stream_read_all (stream, directory, DIRECTORY_BYTES, &n_read, NULL, NULL);
  return n_read;
}

static const OldKind *
find_old_kind (PlxImportInput *input)
{
  guchar directory[DIRECTORY_BYTES];
  gsize n = read_directory (input, directory);

  for (guint i = 0; i < G_N_ELEMENTS (old_kinds); i++)
    if (has_stream (directory, n, old_kinds[i].stream))
      return &old_kinds[i];
  return NULL;
}

static void
refuse (const char *what, const char *advice, GError **error)
{
  g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_UNSUPPORTED,
               _("this is %s, which Parallax does not read; %s"), _(what), _(advice));
}

static void
refuse_compound (PlxImportInput *input, GError **error)
{
  const OldKind *kind = find_old_kind (input);

  if (kind != NULL && kind->what == NULL)
    g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_UNSUPPORTED,
                 _("the document is locked with a password; open it where it was written, save it "
                   "without one, and import that"));
  else if (kind != NULL)
    refuse (kind->what, kind->advice, error);
  else
    refuse (N_("an old Microsoft Office document"),
            N_("open it in LibreOffice, save it as .docx or .odt, and import that"), error);
}

/* -- the format -- */

static gboolean
is_refused (PlxImportInput *input)
{
  gsize n;
  const guchar *head = plx_import_input_get_head (input, &n);
  PlxPackageKind kind;

  if (is_compound (head, n) || is_old_hangul (head, n))
    return TRUE;
  kind = plx_package_guess (input);
  for (guint i = 0; i < G_N_ELEMENTS (new_kinds); i++)
    if (new_kinds[i].kind == kind)
      return TRUE;
  return FALSE;
}

static gboolean
read_refused (PlxImportInput *input, PlxImportResult *result, GError **error)
{
  gsize n;
  const guchar *head = plx_import_input_get_head (input, &n);
  PlxPackageKind kind;

  (void) result;
  if (is_compound (head, n))
    refuse_compound (input, error);
  else if (is_old_hangul (head, n))
    refuse (N_("a Hangul document (.hwp)"),
            N_("open it in Hangul Office, save it as .docx, and import that"), error);
  kind = plx_package_guess (input);
  for (guint i = 0; i < G_N_ELEMENTS (new_kinds); i++)
    if (new_kinds[i].kind == kind)
      refuse (new_kinds[i].what, new_kinds[i].advice, error);
  return FALSE;
}

const PlxImportFormat plx_format_refused = {
  .media_type = "application/octet-stream",
  .label = N_("an office document of another kind"),
  .limit = 0,
  .is_binary = TRUE,
  .is_one = is_refused,
  .read = read_refused,
};
