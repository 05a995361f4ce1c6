/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "export-fixture.h"

/* CSV and JSON-LD: every mark, its offsets in code points, its words. */

typedef gboolean (*WriteFunc) (const PlxReport *report, const char *path, GError **error);

static char *
write_and_read (const PlxReport *report, WriteFunc write)
{
  g_autofree char *folder = g_dir_make_tmp ("plx-marks-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "marks", NULL);
  char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (write (report, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_unlink (path);
  g_rmdir (folder);
  return text;
}

/* RFC 4180, as strictly as the writer should be. */
static GPtrArray *
parse_csv (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);
  const char *p = text;

  while (*p != '\0')
    {
      GString *field = g_string_new (NULL);

      if (*p == '"')
        for (p++; *p != '"' || p[1] == '"'; p++)
          {
            g_assert_cmpint (*p, !=, '\0');
            p += *p == '"';
            g_string_append_c (field, *p);
          }
      else
        for (; strchr (",\r", *p) == NULL; p++)
          g_string_append_c (field, *p);
      p += *p == '"';
      g_ptr_array_add (row, g_string_free (field, FALSE));
      if (*p == '\r')
        {
          g_assert_cmpint (p[1], ==, '\n');
          g_ptr_array_add (rows, row);
          row = g_ptr_array_new_with_free_func (g_free);
          p++;
        }
      p++;
    }
  g_assert_cmpuint (row->len, ==, 0);
  g_ptr_array_unref (row);
  return rows;
}

static const char *
get_field (GPtrArray *rows, guint row, const char *name)
{
  GPtrArray *head = g_ptr_array_index (rows, 0), *fields = g_ptr_array_index (rows, row);

  g_assert_cmpuint (fields->len, ==, head->len);
  for (guint i = 0; i < head->len; i++)
    if (strcmp (g_ptr_array_index (head, i), name) == 0)
      return g_ptr_array_index (fields, i);
  g_assert_not_reached ();
}

static void
test_csv (void)
{
  g_autoptr (ExportFixture) fixture = export_fixture_new ();
  g_autofree char *text = write_and_read (&fixture->report, plx_report_write_csv);
  g_autoptr (GPtrArray) rows = parse_csv (text);
  guint row = 1;

  for (guint i = 0; i < fixture->report.n_articles; i++)
    for (guint k = 0; k < fixture->report.articles[i].marks->len; k++, row++)
      {
        const PlxMark *mark = g_ptr_array_index (fixture->report.articles[i].marks, k);
        const char *whole = fixture->report.articles[i].analysis->text;
        glong begin = atol (get_field (rows, row, "begin")),
              end = atol (get_field (rows, row, "end"));
        g_autofree char *slice = g_utf8_substring (whole, begin, end);

        g_assert_cmpstr (get_field (rows, row, "key"), ==, mark->key);
        g_assert_cmpstr (get_field (rows, row, "state"), ==, plx_mark_state_to_nick (mark->state));
        g_assert_cmpstr (get_field (rows, row, "note"), ==, mark->note != NULL ? mark->note : "");
        if (mark->n_spans == 1)
          g_assert_cmpstr (get_field (rows, row, "quote"), ==, slice);
      }
  g_assert_cmpuint (rows->len, ==, row);
}

static void
check_target (JsonObject *target, const char *text, const PlxMark *mark, guint k)
{
  JsonArray *selectors = json_object_get_array_member (target, "selector");
  JsonObject *position = json_array_get_object_element (selectors, 0);
  JsonObject *quote = json_array_get_object_element (selectors, 1);
  g_autofree char *exact
      = g_strndup (text + mark->spans[k].begin, plx_span_length (mark->spans[k]));
  g_autofree char *slice = NULL;

  g_assert_cmpstr (json_object_get_string_member (position, "type"), ==, "TextPositionSelector");
  g_assert_cmpstr (json_object_get_string_member (quote, "type"), ==, "TextQuoteSelector");
  slice = g_utf8_substring (text, json_object_get_int_member (position, "start"),
                            json_object_get_int_member (position, "end"));
  g_assert_cmpstr (slice, ==, exact);
  g_assert_cmpstr (json_object_get_string_member (quote, "exact"), ==, exact);
}

static void
test_json_ld (void)
{
  g_autoptr (ExportFixture) fixture = export_fixture_new ();
  g_autofree char *text = write_and_read (&fixture->report, plx_report_write_json_ld);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *root;
  JsonArray *items;
  guint n = 0;

  g_assert_true (json_parser_load_from_data (parser, text, -1, &error));
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (root, "type"), ==, "AnnotationCollection");
  items = json_object_get_array_member (json_object_get_object_member (root, "first"), "items");
  for (guint i = 0; i < fixture->report.n_articles; i++)
    for (guint k = 0; k < fixture->report.articles[i].marks->len; k++)
      {
        const PlxMark *mark = g_ptr_array_index (fixture->report.articles[i].marks, k);
        JsonArray *targets;

        if (mark->state == PLX_MARK_REJECTED)
          continue;
        targets
            = json_object_get_array_member (json_array_get_object_element (items, n++), "target");
        g_assert_cmpuint (json_array_get_length (targets), ==, mark->n_spans);
        for (guint s = 0; s < mark->n_spans; s++)
          check_target (json_array_get_object_element (targets, s),
                        fixture->report.articles[i].analysis->text, mark, s);
      }
  g_assert_cmpuint (json_array_get_length (items), ==, n);
  g_assert_cmpint (json_object_get_int_member (root, "total"), ==, n);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/csv", test_csv);
  g_test_add_func ("/export/json-ld", test_json_ld);
  return g_test_run ();
}
