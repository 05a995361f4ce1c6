/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "import-fixture.h"

static const char page[]
  = "<html><head><title>Talks</title></head><body><article><h1>Talks</h1><p>The harbour master said "
    "on Friday that the talks would go on until the evening.</p><p>No ship had left the port of Saran "
    "by then, he said.</p></article></body></html>";

typedef struct {
  struct archive *out;
  guint8 *buffer;
  gsize n_used;
} Packer;

static void
start (Packer *packer, int format, int filter)
{
  packer->buffer = g_malloc (1 << 20);
  packer->n_used = 0;
  packer->out = archive_write_new ();
  archive_write_set_format (packer->out, format);
  archive_write_add_filter (packer->out, filter);
  archive_write_set_bytes_per_block (packer->out, 0);
  archive_write_open_memory (packer->out, packer->buffer, 1 << 20, &packer->n_used);
}

static void
add (Packer *packer, const char *name, const void *content, gsize n)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, (la_int64_t) n);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_write_header (packer->out, entry);
  archive_write_data (packer->out, content, n);
  archive_entry_free (entry);
}

static PlxImportResult *
finish (Packer *packer, const char *name)
{
  PlxImportResult *result;

  archive_write_close (packer->out);
  archive_write_free (packer->out);
  result = import_n ((const char *) packer->buffer, packer->n_used, name);
  g_free (packer->buffer);
  return result;
}

static const char *
find_where (const PlxImportResult *result, const char *part)
{
  for (guint i = 0; i < result->diagnostics->len; i++)
    {
      const PlxImportDiagnostic *d = g_ptr_array_index (result->diagnostics, i);

      if (strstr (d->what, part) != NULL)
        return d->where;
    }
  return NULL;
}

static void
test_members (void)
{
  static const int formats[] = { ARCHIVE_FORMAT_ZIP, ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FORMAT_7ZIP };
  static const int filters[] = { ARCHIVE_FILTER_NONE, ARCHIVE_FILTER_GZIP, ARCHIVE_FILTER_XZ,
                                 ARCHIVE_FILTER_BZIP2, ARCHIVE_FILTER_ZSTD };

  for (guint f = 0; f < G_N_ELEMENTS (formats); f++)
    for (guint i = 0; i < (formats[f] == ARCHIVE_FORMAT_TAR_USTAR ? G_N_ELEMENTS (filters) : 1); i++)
      {
        Packer packer;
        g_autoptr (PlxImportResult) result = NULL;

        start (&packer, formats[f], filters[i]);
        add (&packer, "2031/a.html", page, sizeof page - 1);
        add (&packer, "b.txt", "A text, quite short.", 20);
        add (&packer, "picture.png", "\211PNG\r\n\032\n", 8);
        add (&packer, "style.css", "p { }", 5);
        add (&packer, "__MACOSX/._b.txt", "\0\5\026\7", 4);
        result = finish (&packer, "news.bin");
        g_assert_cmpuint (result->articles->len, ==, 2);
        g_assert_true (is_told (result, "note", "2 files in it are no articles"));
        g_assert_false (is_told (result, "warning", "binary"));
      }
}

/* A single packed file is not an archive; its last ending goes. */
static void
test_single (void)
{
  Packer packer;
  g_autoptr (PlxImportResult) result = NULL;

  start (&packer, ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP);
  add (&packer, "x", page, sizeof page - 1);
  result = finish (&packer, "talks.html.gz");
  g_assert_cmpstr (only_article (result)->title, ==, "Talks");
}

static void
test_names (void)
{
  static const struct { const char *raw, *name; } cases[] = {
    { "\225\266\217\315\222\206.dat", "文章中.dat" },                       // CP932
    { "\341\342\240\342\354\357.dat", "статья.dat" },                       // CP866
    { "../../up.dat", "up.dat" },
    { "C:\\news\\a.dat", "news/a.dat" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Packer packer;
      g_autoptr (PlxImportResult) result = NULL;

      start (&packer, ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE);
      add (&packer, cases[i].raw, "\1\2\3\4\5\6\7\0\1\2", 10);
      add (&packer, "b.txt", "A text, quite short.", 20);
      result = finish (&packer, "news.zip");
      g_assert_cmpstr (find_where (result, "binary file"), ==, cases[i].name);
    }
}

/* Packs far better than text: a trap. What stands beside it is read. */
static void
test_bomb (void)
{
  gsize n = 40 << 20;
  g_autofree char *zeros = g_malloc0 (n);
  Packer packer;
  g_autoptr (PlxImportResult) result = NULL;

  start (&packer, ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE);
  add (&packer, "zeros.txt", zeros, n);
  add (&packer, "b.txt", "A text, quite short.", 20);
  result = finish (&packer, "news.zip");
  g_assert_cmpuint (result->articles->len, ==, 1);
  g_assert_true (is_told (result, "warning", "traps"));
}

static void
test_broken (void)
{
  g_autofree char *cut = refuse_n ("PK\003\004\024\0\0\0", 8, "a.zip", PLX_IMPORT_ERROR_DAMAGED);
  g_autofree char *none = refuse_n ("PK\005\006\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22, "a.zip",
                                    PLX_IMPORT_ERROR_EMPTY);

  g_assert_nonnull (strstr (cut, "damaged"));
  g_assert_nonnull (strstr (none, "no file"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/archive/members", test_members);
  g_test_add_func ("/import/archive/single", test_single);
  g_test_add_func ("/import/archive/names", test_names);
  g_test_add_func ("/import/archive/bomb", test_bomb);
  g_test_add_func ("/import/archive/broken", test_broken);
  return g_test_run ();
}
