/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "read-article.h"

/* Golden articles: what is said in each, by whom, as a person has read and
 * agreed; NAME.expected as the rules alone read NAME.txt (PLX_MODEL=none),
 * NAME.model.expected as they read it with the model. PLX_UPDATE=1 writes the
 * files anew. */

static gboolean
has_model (void)
{
  return plx_language_get_n_meaning (read_engine ()) > 0;
}

static char *
read_golden (const char *text)
{
  GString *got = g_string_new (NULL);
  g_autoptr (PlxAnalysis) analysis = read_article (text, NULL);

  for (guint i = 0; i < analysis->statements->len; i++)
    read_append_statement (got, analysis, i);
  for (guint i = 0; i < analysis->findings->len; i++)
    {
      const PlxFinding *finding = PLX_FINDING (analysis, i);

      g_string_append_printf (got, "finding | %s | ", plx_finding_kind_to_nick (finding->kind));
      read_append_spans (got, analysis, finding->spans);
      g_string_append_c (got, '\n');
    }
  return g_string_free (got, FALSE);
}

static void
test_golden (gconstpointer name)
{
  const char *ending = has_model () ? ".model.expected" : ".expected";
  g_autofree char *in = g_strconcat (g_getenv ("PLX_GOLDEN"), "/", name, ".txt", NULL);
  g_autofree char *out = g_strconcat (g_getenv ("PLX_GOLDEN"), "/", name, ending, NULL);
  g_autofree char *text = NULL, *expected = NULL, *got = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (in, &text, NULL, &error);
  g_assert_no_error (error);
  got = read_golden (text);
  if (g_getenv ("PLX_UPDATE") != NULL)
    {
      g_file_set_contents (out, got, -1, &error);
      g_assert_no_error (error);
    }
  g_file_get_contents (out, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (got, ==, expected);
}

static void
test_no_model (void)
{
  g_test_skip ("there are no weights in data/language/model");
}

static void
add_golden (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (g_getenv ("PLX_GOLDEN"), 0, &error);
  const char *file;

  g_assert_no_error (error);
  while ((file = g_dir_read_name (folder)) != NULL)
    if (g_str_has_suffix (file, ".txt"))
      {
        char *name = g_strndup (file, strlen (file) - strlen (".txt"));
        g_autofree char *path = g_strconcat ("/golden/", name, NULL);

        g_test_add_data_func_full (path, name, test_golden, g_free);
      }
}

int
main (int argc, char **argv)
{
  gboolean wants_model = g_strcmp0 (g_getenv ("PLX_MODEL"), "none") != 0;

  g_test_init (&argc, &argv, NULL);
  if (wants_model && !has_model ())
    g_test_add_func ("/golden/no-model", test_no_model);
  else
    add_golden ();
  return g_test_run ();
}
