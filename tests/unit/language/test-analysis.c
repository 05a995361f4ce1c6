/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "language/plx-analysis-json.h"
#include "language/plx-mark.h"
#include "language/plx-meaning.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

static const char text[] = "Rodong Sinmun detailed that “Kim” met Xi on Thursday.";

static PlxSpan
find (const char *needle)
{
  guint32 begin = (guint32) (strstr (text, needle) - text);

  return (PlxSpan) { begin, begin + (guint32) strlen (needle) };
}

static gint32
add_entity (PlxAnalysis *a, PlxEntityKind kind, const char *name)
{
  PlxEntity entity = {
    .kind = kind, .name = plx_analysis_intern (a, name),
    .names = plx_analysis_add_strings (a, &name, 1), .owner = -1,
  };
  PlxMention mention = {
    .span = find (name), .entity = (gint32) a->entities->len, .kind = kind,
    .form = PLX_FORM_NAME, .confidence_01 = 0.9f, .why = plx_analysis_intern (a, "test"),
  };

  g_array_append_val (a->entities, entity);
  g_array_append_val (a->mentions, mention);
  return mention.entity;
}

static PlxAnalysis *
make_analysis (void)
{
  PlxAnalysis *a = plx_analysis_new ("t", text, -1);
  PlxSpan whole = { 0, a->n_bytes }, content = find ("“Kim” met Xi on Thursday"), cue = find ("detailed");
  PlxStatement s = {
    .mode = PLX_MODE_INDIRECT, .force = "said", .verb = "detail", .addressee = -1,
    .omits_by = -1, .omits_reported_by = -1, .repeats = -1, .confidence_01 = 0.5f,
  };
  PlxTime time = { find ("Thursday"), PLX_TIME_DATE, "XXXX-WXX-4", NULL };
  PlxLevel level = { .carried = FALSE };
  PlxSpan source = find ("Rodong Sinmun");

  g_array_append_val (a->paragraphs, whole);
  g_array_append_val (a->sentences, whole);
  level.entity = add_entity (a, PLX_ENTITY_MEDIA, "Rodong Sinmun");
  add_entity (a, PLX_ENTITY_PERSON, "Kim");
  level.source = plx_analysis_add_spans (a, &source, 1);
  level.cue = plx_analysis_add_spans (a, &cue, 1);
  s.content = plx_analysis_add_spans (a, &content, 1);
  s.cue = level.cue;
  s.levels = (PlxSlice) { a->levels->len, 1 };
  g_array_append_val (a->levels, level);
  g_array_append_val (a->statements, s);
  g_array_append_val (a->times, time);
  a->n_meaning = 4;
  a->model = "abc";
  g_array_append_vals (a->meanings, ((const gint8[]) { 127, -127, 0, 3 }), 4);
  g_array_append_vals (a->title_meaning, ((const gint8[]) { 0, 0, 127, -5 }), 4);
  return a;
}

static char *
to_json (const PlxAnalysis *a)
{
  GString *json = g_string_new (NULL);

  plx_analysis_write_json (a, json);
  return g_string_free (json, FALSE);
}

static void
test_offsets_are_code_points (void)
{
  g_autoptr (PlxAnalysis) a = make_analysis ();
  g_autofree char *json = to_json (a);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = json_from_string (json, &error);
  JsonObject *time;
  JsonArray *span;
  gint64 begin, end;
  g_autofree char *slice = NULL;

  g_assert_no_error (error);
  time = json_array_get_object_element (json_object_get_array_member (json_node_get_object (root), "times"), 0);
  span = json_object_get_array_member (time, "span");
  begin = json_array_get_int_element (span, 0);
  end = json_array_get_int_element (span, 1);
  slice = g_utf8_substring (text, begin, end);
  g_assert_cmpstr (slice, ==, "Thursday");
}

static void
test_round_trip (void)
{
  g_autoptr (PlxAnalysis) a = make_analysis ();
  g_autofree char *json = to_json (a);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxAnalysis) b = plx_analysis_from_json (json, -1, &error);
  g_autofree char *again = NULL, *chain = NULL;

  g_assert_no_error (error);
  again = to_json (b);
  g_assert_cmpstr (json, ==, again);
  chain = plx_analysis_dup_chain (b, 0);
  g_assert_cmpstr (chain, ==, "Rodong Sinmun");
  g_assert_cmpmem (plx_analysis_get_meaning (b, 0), 4, ((const gint8[]) { 127, -127, 0, 3 }), 4);
  g_assert_null (plx_analysis_get_meaning (b, 1));
  g_assert_cmpmem (plx_analysis_get_title_meaning (b), 4, ((const gint8[]) { 0, 0, 127, -5 }), 4);
}

static void
test_meanings (void)
{
  const float vector[4] = { 0.25f, -0.5f, 0.0f, NAN }, other[4] = { 0.5f, 0.25f, 0, 0 };
  gint8 a[4], b[4], none[4] = { 0 };

  plx_meaning_from_floats (vector, 4, a);
  plx_meaning_from_floats (other, 4, b);
  g_assert_cmpmem (a, 4, ((const gint8[]) { 64, -127, 0, 0 }), 4);
  g_assert_cmpfloat_with_epsilon (plx_meaning_cosine (a, a, 4), 1.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (plx_meaning_cosine (a, b, 4), 0.0, 0.01);
  g_assert_cmpfloat (plx_meaning_cosine (a, none, 4), ==, 0.0);
}

static void
test_damaged (void)
{
  const char *bad[] = {
    "", "[]", "{}", "{\"text\":3}", "{\"text\":\"a\",\"mentions\":[{\"entity\":\"e9\",\"span\":[0,1]}]}",
    "{\"text\":\"a\",\"sentences\":[[0,1]],\"meanings\":{\"model\":\"m\",\"size\":384,\"rows\":\"AAA=\"}}",
    "{\"text\":\"a\",\"sentences\":[[0,1]],\"meanings\":{\"model\":\"m\",\"size\":-1,\"rows\":7}}",
    "{\"text\":\"a\",\"sentences\":[[0,1]],\"meanings\":{\"model\":\"m\",\"size\":384,\"title\":\"AAA=\"}}",
    "{\"text\":\"a\",\"sentences\":[[0,999999999999],[5,1],3,null]}",
    "{\"text\":\"a\",\"entities\":[{\"members\":[\"e7\",4]},7],\"statements\":[{\"levels\":[{\"entity\":\"x\"}]}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PlxAnalysis) a = plx_analysis_from_json (bad[i], -1, &error);

      g_assert_true ((a == NULL) == (error != NULL));
      if (a == NULL)
        continue;
      g_assert_cmpuint (a->mentions->len, ==, 0);
      for (guint s = 0; s < a->sentences->len; s++)
        g_assert_true (PLX_SENTENCE (a, s)->end <= a->n_bytes && PLX_SENTENCE (a, s)->begin <= PLX_SENTENCE (a, s)->end);
    }
}

static void
test_escapes (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (JsonNode) node = NULL;

  plx_json_write_string (out, "a\"b\\c\n\t\x01 é");
  node = json_from_string (out->str, NULL);
  g_assert_nonnull (node);
  g_assert_cmpstr (json_node_get_string (node), ==, "a\"b\\c\n\t\x01 é");
}

static void
test_marks (void)
{
  g_autoptr (PlxAnalysis) a = make_analysis ();
  g_autoptr (GPtrArray) marks = plx_marks_from_analysis (a);
  const PlxMark *first = g_ptr_array_index (marks, 0);
  const PlxMark *second = g_ptr_array_index (marks, 1);
  g_autoptr (PlxMark) copy = plx_mark_copy (second);

  g_assert_cmpuint (marks->len, ==, 4);
  g_assert_cmpstr (first->key, ==, "m0");
  g_assert_cmpstr (first->label, ==, "media");
  g_assert_cmpstr (first->title, ==, "Rodong Sinmun");
  g_assert_cmpstr (copy->key, ==, "s0");
  g_assert_cmpstr (copy->chain, ==, "Rodong Sinmun");
  g_assert_cmpint (copy->local_entity, ==, 0);
  g_assert_cmpint (copy->state, ==, PLX_MARK_SUGGESTED);
}

static void
test_nicks (void)
{
  for (guint k = 0; k < PLX_N_ENTITY_KINDS; k++)
    g_assert_cmpuint (plx_entity_kind_from_nick (plx_entity_kind_to_nick ((PlxEntityKind) k)), ==, k);
  g_assert_cmpint (plx_entity_kind_from_nick ("no such"), ==, PLX_ENTITY_OTHER);
  g_assert_cmpint (plx_mark_state_from_nick ("rejected"), ==, PLX_MARK_REJECTED);
  g_assert_cmpstr (plx_bound_to_nick (PLX_BOUND_AT_LEAST), ==, ">=");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/analysis/meanings", test_meanings);
  g_test_add_func ("/language/analysis/code-points", test_offsets_are_code_points);
  g_test_add_func ("/language/analysis/round-trip", test_round_trip);
  g_test_add_func ("/language/analysis/damaged", test_damaged);
  g_test_add_func ("/language/analysis/escapes", test_escapes);
  g_test_add_func ("/language/analysis/marks", test_marks);
  g_test_add_func ("/language/analysis/nicks", test_nicks);
  return g_test_run ();
}
