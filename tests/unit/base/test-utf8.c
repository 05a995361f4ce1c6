/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/plx-utf8.h"

#include <string.h>

/* The slow, plain way that the map must agree with. */
static void
assert_agrees (const char *text)
{
  g_autoptr (PlxOffsets) offsets = plx_offsets_new (text, -1);
  guint32 n = (guint32) g_utf8_strlen (text, -1);

  g_assert_cmpuint (plx_offsets_n_chars (offsets), ==, n);
  for (guint32 i = 0; i <= n; i++)
    {
      guint32 byte = (guint32) (g_utf8_offset_to_pointer (text, i) - text);

      g_assert_cmpuint (plx_offsets_to_byte (offsets, i), ==, byte);
      g_assert_cmpuint (plx_offsets_to_char (offsets, byte), ==, i);
    }
}

static void
test_ascii (void)
{
  assert_agrees ("");
  assert_agrees ("Kim met Xi.");
}

static void
test_mixed (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  assert_agrees ("é");
  assert_agrees ("노동신문");
  for (guint i = 0; i < 200; i++)
    {
      g_string_append (text, i % 3 == 0 ? "a’" : i % 3 == 1 ? "习" : "😀b");
      assert_agrees (text->str);
    }
}

static void
test_bounds (void)
{
  const char *text = "a’b";
  g_autoptr (PlxOffsets) offsets = plx_offsets_new (text, -1);

  g_assert_cmpuint (plx_offsets_to_char (offsets, 1000), ==, 3);
  g_assert_cmpuint (plx_offsets_to_byte (offsets, 1000), ==, 5);
  /* a byte inside the quotation mark belongs to it */
  g_assert_cmpuint (plx_offsets_to_char (offsets, 2), ==, 1);
  g_assert_cmpuint (plx_offsets_to_char (offsets, 3), ==, 1);
}

static void
test_slice (void)
{
  g_autofree char *slice = plx_utf8_slice ("Workers’ Party", (PlxSpan) { 0, 10 });

  g_assert_cmpstr (slice, ==, "Workers’");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/utf8/ascii", test_ascii);
  g_test_add_func ("/base/utf8/mixed", test_mixed);
  g_test_add_func ("/base/utf8/bounds", test_bounds);
  g_test_add_func ("/base/utf8/slice", test_slice);
  return g_test_run ();
}
