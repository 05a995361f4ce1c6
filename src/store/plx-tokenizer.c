/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/plx-tokenizer.h"

#include <sqlite3.h>
#include <string.h>

/* Words of alphabetic scripts are folded: lower case, without accents. A run
 * of Han, Kana or Hangul becomes its overlapping pairs and then its last
 * character alone:
 *
 *   대한민국  →  대한 한민 민국 국        习  →  习
 *
 * So a query of two or more characters is a phrase of pairs and is found
 * anywhere inside a run, and one character is found as the beginning of a
 * token ("국*"): every character begins exactly one token. A query does not
 * emit the last character alone, or 대한 would only match at the end. */

typedef int (*TokenFunc) (void *, int, const char *, int, int, int);

typedef struct {
  const char *text;
  int n_bytes;
  gboolean is_query;
  TokenFunc emit;
  void *context;
  GString *folded;
} Run;

gboolean
plx_tokenizer_is_paired (gunichar ch)
{
  if (ch < 0x1100)
    return FALSE;
  switch (g_unichar_get_script (ch))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_HANGUL:
    case G_UNICODE_SCRIPT_BOPOMOFO:
      return g_unichar_isalnum (ch) || g_unichar_ismark (ch);
    default:
      return ch == 0x30fc;  // the long vowel mark belongs to both Kana
    }
}

gboolean
plx_tokenizer_is_word (gunichar ch)
{
  if (ch < 0x80)
    return g_ascii_isalnum ((char) ch);
  return (g_unichar_isalnum (ch) || g_unichar_ismark (ch)) && !plx_tokenizer_is_paired (ch);
}

/* A character that is cut off at the end of the text is no character. */
static gunichar
char_at (const Run *run, int at, int *next)
{
  gunichar ch = g_utf8_get_char_validated (run->text + at, run->n_bytes - at);

  if (ch == (gunichar) -1 || ch == (gunichar) -2)
    {
      *next = at + 1;
      return 0;
    }
  *next = at + g_unichar_to_utf8 (ch, NULL);
  return ch;
}

static void
fold_char (GString *folded, gunichar ch)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n;

  if (ch < 0x80)
    {
      g_string_append_c (folded, g_ascii_tolower ((char) ch));
      return;
    }
  n = g_unichar_fully_decompose (ch, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n; i++)
    if (g_unichar_type (parts[i]) != G_UNICODE_NON_SPACING_MARK)
      g_string_append_unichar (folded, g_unichar_tolower (parts[i]));
}

static int
emit_word (Run *run, int begin, int *end)
{
  int at = begin, next;
  gunichar ch;

  g_string_truncate (run->folded, 0);
  while (at < run->n_bytes && (ch = char_at (run, at, &next)) != 0 && plx_tokenizer_is_word (ch))
    {
      fold_char (run->folded, ch);
      at = next;
    }
  *end = at;
  if (run->folded->len == 0)
    return SQLITE_OK;
  return run->emit (run->context, 0, run->folded->str, (int) run->folded->len, begin, at);
}

static int
emit_pairs (Run *run, int begin, int *end)
{
  int at = begin, middle, next, code = SQLITE_OK;
  gboolean is_first = TRUE;

  char_at (run, at, &middle);
  for (;;)
    {
      gunichar ch = middle < run->n_bytes ? char_at (run, middle, &next) : 0;

      if (ch == 0 || !plx_tokenizer_is_paired (ch))
        break;
      code = run->emit (run->context, 0, run->text + at, next - at, at, next);
      if (code != SQLITE_OK)
        return code;
      at = middle;
      middle = next;
      is_first = FALSE;
    }
  if (is_first || !run->is_query)
    code = run->emit (run->context, 0, run->text + at, middle - at, at, middle);
  *end = middle;
  return code;
}

static int
tokenize (Fts5Tokenizer *tokenizer, void *context, int flags, const char *text, int n_bytes,
          TokenFunc emit)
{
  g_autoptr (GString) folded = g_string_sized_new (64);
  Run run = { text, n_bytes, (flags & FTS5_TOKENIZE_QUERY) != 0, emit, context, folded };
  int at = 0, code = SQLITE_OK;

  while (at < n_bytes && code == SQLITE_OK)
    {
      int next;
      gunichar ch = char_at (&run, at, &next);

      if (ch != 0 && plx_tokenizer_is_paired (ch))
        code = emit_pairs (&run, at, &next);
      else if (ch != 0 && plx_tokenizer_is_word (ch))
        code = emit_word (&run, at, &next);
      at = next;
    }
  return code;
}

/* It has no state, but FTS5 wants a pointer that is not NULL. */
static int
tokenizer_create (void *context, const char **arguments, int n_arguments, Fts5Tokenizer **tokenizer)
{
  static int nothing;

  *tokenizer = (Fts5Tokenizer *) &nothing;
  return SQLITE_OK;
}

static void
tokenizer_delete (Fts5Tokenizer *tokenizer)
{
}

gboolean
plx_tokenizer_register (PlxDb *db, GError **error)
{
  fts5_tokenizer functions = { tokenizer_create, tokenizer_delete, tokenize };
  sqlite3 *handle = plx_db_get_handle (db);
  sqlite3_stmt *stmt = NULL;
  fts5_api *api = NULL;

  if (sqlite3_prepare_v2 (handle, "SELECT fts5 (?1)", -1, &stmt, NULL) != SQLITE_OK)
    {
      plx_db_set_error (db, error);
      return FALSE;
    }
  sqlite3_bind_pointer (stmt, 1, &api, "fts5_api_ptr", NULL);
  sqlite3_step (stmt);
  sqlite3_finalize (stmt);
  if (api == NULL || api->xCreateTokenizer (api, "parallax", NULL, &functions, NULL) != SQLITE_OK)
    {
      g_set_error_literal (error, PLX_STORE_ERROR, PLX_STORE_ERROR_IO,
                           "This SQLite was built without full-text search (FTS5)");
      return FALSE;
    }
  return TRUE;
}
