/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-pieces-private.h"

#include <string.h>

static const char *const PIECES[] = {
  "[UNK]", "talk", "##s", "##ing", "un", "##aff", "##able", "caf", "##e", "cafe", "a", "##a",
  "-", ".", "\"", "中", "国", "5", "##5", "ß", "이", "\xf0\x9f\x98\x80", "é", "i", "o", "##o",
  "\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab", "$", "\xe2\x82\xac", "##\xe2\x82\xac", "“",
};

static GByteArray *
make_list (void)
{
  GByteArray *list = g_byte_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (PIECES); i++)
    g_byte_array_append (list, (const guint8 *) PIECES[i], (guint) strlen (PIECES[i]) + 1);
  return list;
}

static char *
split (const PlxPieces *pieces, const char *word, gsize n_bytes, guint most)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint32 numbers[64];
  guint n = plx_pieces_split (pieces, word, n_bytes, most, numbers);

  g_assert_cmpuint (n, >=, 1);
  g_assert_cmpuint (n, <=, most);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", PIECES[numbers[i]]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_words (void)
{
  static const struct { const char *word, *pieces; } CASES[] = {
    { "talks", "talk ##s" },
    { "TALKING", "talk ##ing" },
    { "unaffable", "un ##aff ##able" },
    { "Café", "cafe" },                         // one character
    { "cafe\xcc\x81", "cafe" },                 // letter and accent
    { "talkz", "[UNK]" },                       // the rest is no piece: all is unknown
    { "talk-talk", "talk - talk" },
    { "U.A.", "[UNK] . a ." },
    { "a\xc2\xa0" "a", "a a" },                 // no-break space
    { "ta\xc2\xadlk", "talk" },                 // soft hyphen
    { "ta\xe2\x80\x8blk", "talk" },             // zero-width space
    { "ta\x01lk\x7f", "talk" },                 // control characters
    { "ta\xee\x80\x80lk", "talk" },             // private use
    { "中国talk", "中 国 talk" },
    { "이", "[UNK]" },                           // cut into jamo, which the list lacks
    { "\xf0\x9f\x98\x80", "\xf0\x9f\x98\x80" },
    { "\xf0\x9f\x98\x81", "[UNK]" },
    { "\xef\xbf\xbd", "[UNK]" },                // dropped, nothing is left
    { "", "[UNK]" },
    { "  ", "[UNK]" },
    { "555", "5 ##5 ##5" },
    { "$5", "$ 5" },                            // ASCII symbols stand alone
    { "5€", "5 ##€" },                          // others do not
    { "“talk", "“ talk" },
    { "\xc4\xb0", "i" },                        // capital I with dot
    { "\xc3(talk", "[UNK] talk" },              // no UTF-8 is dropped, "(" unknown
  };
  g_autoptr (GByteArray) list = make_list ();
  g_autoptr (PlxPieces) pieces = plx_pieces_new ((const char *) list->data, list->len,
                                                 G_N_ELEMENTS (PIECES), 0);

  g_assert_nonnull (pieces);
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *found = split (pieces, CASES[i].word, strlen (CASES[i].word), 12);

      g_assert_cmpstr (found, ==, CASES[i].pieces);
    }
}

static void
test_long_words (void)
{
  g_autoptr (GByteArray) list = make_list ();
  g_autoptr (PlxPieces) pieces = plx_pieces_new ((const char *) list->data, list->len,
                                                 G_N_ELEMENTS (PIECES), 0);
  g_autofree char *hundred = g_strnfill (100, 'a');
  g_autofree char *more = g_strnfill (101, 'a');
  g_autofree char *huge = g_strnfill (10000, 'a');
  g_autofree char *signs = g_strnfill (10000, '-');
  g_autofree char *found = NULL;

  found = split (pieces, hundred, 100, 3);
  g_assert_cmpstr (found, ==, "a ##a ##a");
  g_free (found);
  found = split (pieces, more, 101, 12);
  g_assert_cmpstr (found, ==, "[UNK]");
  g_free (found);
  found = split (pieces, huge, 10000, 12);
  g_assert_cmpstr (found, ==, "[UNK]");
  g_free (found);
  found = split (pieces, signs, 10000, 4);
  g_assert_cmpstr (found, ==, "- - - -");
}

static void
test_any_bytes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (GByteArray) list = make_list ();
  g_autoptr (PlxPieces) pieces = plx_pieces_new ((const char *) list->data, list->len,
                                                 G_N_ELEMENTS (PIECES), 0);

  for (guint round = 0; round < 3000; round++)
    {
      gsize n = (gsize) g_rand_int_range (rand, 0, 40);
      g_autofree char *bytes = g_malloc (MAX (n, 1));
      g_autofree char *found = NULL;
      gboolean first = TRUE;

      for (gsize i = 0; i < n; i++)
        bytes[i] = (char) g_rand_int_range (rand, 0, 256);
      found = split (pieces, bytes, n, 12);
      g_assert_cmpuint (plx_word_shape (bytes, n, &first), <, PLX_N_SHAPES);
    }
}

static void
test_bad_lists (void)
{
  static const char LIST[] = "a\0b\0c";   // and its own NUL

  g_assert_null (plx_pieces_new (LIST, sizeof LIST, 2, 0));
  g_assert_null (plx_pieces_new (LIST, sizeof LIST, 4, 0));
  g_assert_null (plx_pieces_new (LIST, sizeof LIST - 1, 3, 0));
  plx_pieces_free (plx_pieces_new (LIST, sizeof LIST, 3, 0));
}

static void
test_shapes (void)
{
  static const struct { const char *word; guint8 shape; } CASES[] = {
    { "\"", 5 }, { "The", 6 }, { "President", 1 }, { "spoke", 0 }, { "to", 0 }, { "NATO", 2 },
    { "in", 0 }, { "2025", 4 }, { "U.S.", 2 }, { "I", 7 }, { "McDonald", 3 }, { "iPhone", 3 },
    { "B2B", 4 }, { "中国", 8 }, { ",", 5 }, { "", 5 }, { "Jean-Luc", 3 }, { "O'Neil", 3 },
    { "Élan", 1 }, { "\xf0\x9f\x98\x80", 5 }, { "x", 0 }, { "$5", 4 }, { "'s", 0 },
  };
  gboolean first = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    g_assert_cmpuint (plx_word_shape (CASES[i].word, strlen (CASES[i].word), &first), ==,
                      CASES[i].shape);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/pieces/words", test_words);
  g_test_add_func ("/language/pieces/long-words", test_long_words);
  g_test_add_func ("/language/pieces/any-bytes", test_any_bytes);
  g_test_add_func ("/language/pieces/bad-lists", test_bad_lists);
  g_test_add_func ("/language/pieces/shapes", test_shapes);
  return g_test_run ();
}
