/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>

#include "compare-fixture.h"

static char *
write_once (Fixture *fixture, const char *const *claims)
{
  g_autoptr (PlxComparison) comparison = fixture_compare (fixture, claims);
  GString *out = g_string_new (NULL);

  plx_comparison_write_json (comparison, fixture->articles, out);
  return g_string_free (out, FALSE);
}

static JsonObject *
cell_of (JsonParser *parser, guint claim, const char *article)
{
  JsonObject *root = json_node_get_object (json_parser_get_root (parser));
  JsonObject *row = json_array_get_object_element (json_object_get_array_member (root, "claims"),
                                                   claim);

  return json_object_get_object_member (json_object_get_object_member (row, "cells"), article);
}

/* Offsets are code points: the accents before the evidence take two bytes. */
static void
test_shape (void)
{
  Fixture fixture = { 0 };
  const char *claims[] = { "The wall fell.", NULL };
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;
  JsonObject *cell;
  JsonArray *span;

  fixture_add (&fixture, "É \"Éclair\"", "Éé éé. The wall fell.");
  fixture_add (&fixture, "B", "Snow covered the hills.");
  json = write_once (&fixture, claims);
  g_assert_null (strchr (json, '\n'));
  json_parser_load_from_data (parser, json, -1, &error);
  g_assert_no_error (error);
  cell = cell_of (parser, 0, "a1");
  g_assert_cmpstr (json_object_get_string_member (cell, "status"), ==, "reported");
  span = json_array_get_array_element (json_object_get_array_member (cell, "spans"), 0);
  g_assert_cmpint (json_array_get_int_element (span, 0), ==, 7);
  g_assert_cmpint (json_array_get_int_element (span, 1), ==, 20);
  cell = cell_of (parser, 0, "a2");
  g_assert_cmpstr (json_object_get_string_member (cell, "status"), ==, "not_found");
  cell = json_object_get_object_member (cell, "searched");
  g_assert_true (json_object_has_member (cell, "terms"));
  fixture_clear (&fixture);
}

static void
test_same_bytes (void)
{
  Fixture fixture = { 0 };
  g_autofree char *first = NULL, *second = NULL;

  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *text =
        g_strdup_printf ("The minister opened %u schools in Lowmark. The river rose by %u metres "
                         "on Tuesday.", i + 2, i % 3 + 1);

      fixture_add (&fixture, NULL, text);
    }
  first = write_once (&fixture, NULL);
  second = write_once (&fixture, NULL);
  g_assert_cmpstr (first, ==, second);
  fixture_clear (&fixture);
}

static void
test_nicks (void)
{
  for (guint i = 0; i < PLX_N_CELL_STATUSES; i++)
    {
      const char *nick = plx_cell_status_to_nick ((PlxCellStatus) i);

      g_assert_cmpint (plx_cell_status_from_nick (nick), ==, i);
    }
  g_assert_cmpint (plx_cell_status_from_nick ("no such thing"), ==, PLX_CELL_NOT_EXAMINED);
  g_assert_cmpint (plx_cell_status_from_nick (NULL), ==, PLX_CELL_NOT_EXAMINED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/comparison-json/shape", test_shape);
  g_test_add_func ("/compare/comparison-json/same-bytes", test_same_bytes);
  g_test_add_func ("/compare/comparison-json/nicks", test_nicks);
  return g_test_run ();
}
