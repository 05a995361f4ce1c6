/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "import-fixture.h"

static void
test_fields (void)
{
  static const char lines[]
    = "{\"id\":\"a\",\"text\":\"One.\\n\\nTwo.\",\"title\":\"T\",\"published\":\"2031-05-14\","
      "\"source\":\"Daily\","
      "\"language\":\"en\",\"url\":\"http://x/\",\"byline\":[\"Ana Bo\",\"Cy Do\"]}\n"
      "\n"
      "{\"headline\":\"H\",\"body\":\"Three.\",\"outlet\":\"Post\",\"date\":\"May 15, "
      "2031\",\"author\":{\"name\":\"Eve\"}}\n";
  g_autoptr (PlxImportResult) result = import (lines, "a.jsonl");
  const PlxImportedArticle *one, *two;

  g_assert_cmpuint (result->articles->len, ==, 2);
  one = g_ptr_array_index (result->articles, 0);
  two = g_ptr_array_index (result->articles, 1);
  g_assert_cmpstr (one->text, ==, "One.\nTwo.");
  g_assert_cmpstr (one->title, ==, "T");
  g_assert_cmpstr (one->published, ==, "2031-05-14");
  g_assert_cmpstr (one->site, ==, "Daily");
  g_assert_cmpstr (one->byline[1], ==, "Cy Do");
  g_assert_cmpstr (two->title, ==, "H");
  g_assert_cmpstr (two->site, ==, "Post");
  g_assert_cmpstr (two->published, ==, "2031-05-15");
  g_assert_cmpstr (two->byline[0], ==, "Eve");
}

static void
test_broken_lines (void)
{
  g_autoptr (PlxImportResult) result
    = import ("{\"title\":\"A\",\"body\":\"x\"}\n\n{\"title\":\"B\",\"body\":\"y\"\n[1,2]\n{"
              "\"title\":\"C\"}\n"
              "{\"title\":\"D\",\"body\":\"z\",\"date\":\"03/04/2031\"}\n",
              "a.jsonl");

  g_assert_cmpuint (result->articles->len, ==, 2);
  g_assert_true (is_told (result, "warning", "no JSON object"));
  g_assert_true (is_told (result, "warning", "no text in this object"));
  g_assert_true (is_told (result, "warning", "03/04/2031"));
  for (guint i = 0; i < result->diagnostics->len; i++)
    g_assert_nonnull (((PlxImportDiagnostic *) g_ptr_array_index (result->diagnostics, i))->where);
}

static void
test_document (void)
{
  g_autoptr (PlxImportResult) array
    = import ("[\n {\"text\":\"One.\"},\n {\"text\":\"Two.\"}\n]", "a.json");
  g_autoptr (PlxImportResult) object
    = import ("{\n \"articles\": [{\"content\":\"<p>One.</p><p>Two.</p>\"}]\n}", "a.json");

  g_assert_cmpuint (array->articles->len, ==, 2);
  g_assert_cmpstr (only_article (object)->text, ==, "One.\nTwo.");
}

static void
test_nothing (void)
{
  g_autoptr (GString) deep = g_string_new ("{\"text\":");
  g_autofree char *broken = refuse_n ("{\"a\":", 5, "a.jsonl", PLX_IMPORT_ERROR_DAMAGED);
  g_autofree char *other = refuse_n ("[]", 2, "a.json", PLX_IMPORT_ERROR_EMPTY);
  g_autofree char *nested = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (deep, '[');
  nested = refuse_n (deep->str, deep->len, "a.jsonl", PLX_IMPORT_ERROR_DAMAGED);
  g_assert_nonnull (strstr (broken, "line 1"));
  g_assert_nonnull (strstr (other, "no article"));
  g_assert_nonnull (strstr (nested, "nested too deeply"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/jsonl/fields", test_fields);
  g_test_add_func ("/import/jsonl/broken-lines", test_broken_lines);
  g_test_add_func ("/import/jsonl/document", test_document);
  g_test_add_func ("/import/jsonl/nothing", test_nothing);
  return g_test_run ();
}
