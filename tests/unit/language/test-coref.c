/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysed.h"

#include "language/plx-analysis-json.h"
#include "language/plx-coref-private.h"

/* Coreference over trees. Trees are written by hand, a word a line:
 * "form upos xpos head relation", heads from 1, 0 for the root. */

typedef struct {
  PlxAnalysis *analysis;
  PlxNameReading reading;
  PlxCoref coref;
} Case;

static void
open_case (Case *c, const char *tree)
{
  g_auto (GStrv) lines = g_strsplit (tree, "\n", -1);
  g_autoptr (GString) text = g_string_new (NULL);
  PlxSpan whole = { 0, 0 };

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", 5);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", words[0]);
    }
  c->analysis = plx_analysis_new ("a", text->str, -1);
  whole.end = (guint32) text->len;
  g_array_append_val (c->analysis->paragraphs, whole);
  g_array_append_val (c->analysis->sentences, whole);
  for (guint i = 0, at = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", 5);
      PlxToken token = { .span = { at, at + (guint32) strlen (words[0]) } };
      g_autofree char *lower = g_utf8_strdown (words[0], -1);

      token.lemma = plx_analysis_intern (c->analysis, lower);
      token.upos = plx_analysis_intern (c->analysis, words[1]);
      token.xpos = plx_analysis_intern (c->analysis, words[2]);
      token.head = (gint32) g_ascii_strtoll (words[3], NULL, 10) - 1;
      token.deprel = plx_analysis_intern (c->analysis, words[4]);
      g_array_append_val (c->analysis->tokens, token);
      at = token.span.end + 1;
    }
  plx_name_reading_init (&c->reading, name_lists, c->analysis);
  plx_coref_init (&c->coref, &c->reading);
  plx_coref_read_trees (&c->coref);
  plx_coref_find_phrases (&c->coref);
  plx_coref_describe_mentions (&c->coref);
}

static void
close_case (Case *c)
{
  plx_coref_clear (&c->coref);
  plx_name_reading_clear (&c->reading);
  plx_analysis_unref (c->analysis);
}

static char *
phrases (const Case *c)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < c->coref.mentions->len; i++)
    {
      const PlxCorefMention *m = PLX_COREF_MENTION (&c->coref, i);
      PlxSpan span = { PLX_TOKEN (c->analysis, m->first)->span.begin,
                       PLX_TOKEN (c->analysis, m->end - 1)->span.end };
      g_autofree char *words = plx_analysis_dup_span (c->analysis, span);

      g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", words);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
assert_phrases (const char *tree, const char *expected)
{
  Case c;
  g_autofree char *found = NULL;

  open_case (&c, tree);
  found = phrases (&c);
  g_assert_cmpstr (found, ==, expected);
  close_case (&c);
}

static void
test_phrases (void)
{
  assert_phrases ("The DET DT 2 det\nman NOUN NN 5 nsubj\nwho PRON WP 4 nsubj\n"
                  "left VERB VBD 2 acl:relcl\nsold VERB VBD 0 root\nhis PRON PRP$ 7 nmod:poss\n"
                  "house NOUN NN 5 obj\n. PUNCT . 5 punct",
                  "man who left|his house|his");
  assert_phrases ("In ADP IN 3 case\nthe DET DT 3 det\nplan NOUN NN 4 obl\nsat VERB VBD 0 root\n"
                  "a DET DT 6 det\ncat NOUN NN 4 nsubj\nand CCONJ CC 9 cc\na DET DT 9 det\n"
                  "dog NOUN NN 6 conj",
                  "plan|cat and a dog|cat|dog");
}

/* As the head of a clause a noun leaves subject and copula outside. */
static void
test_predicate (void)
{
  assert_phrases ("She PRON PRP 4 nsubj\nis AUX VBZ 4 cop\na DET DT 4 det\n"
                  "teacher NOUN NN 0 root\n, PUNCT , 4 punct",
                  "She|teacher");
}

static void
test_possessive (void)
{
  assert_phrases ("Norland PROPN NNP 3 nmod:poss\n's PART POS 1 case\narmy NOUN NN 4 nsubj\n"
                  "left VERB VBD 0 root",
                  "Norland 's army|Norland");
}

/* Heads that form no tree, or point at themselves, do no harm. */
static void
test_bent_trees (void)
{
  Case c;

  open_case (&c, "a NOUN NN 2 nmod\nb NOUN NN 1 nmod\nc NOUN NN 3 obj\nd NOUN NN 99 odd\n"
                 "e NOUN NN 0 nsubj:");
  g_assert_cmpuint (c.coref.mentions->len, >, 0);
  close_case (&c);
}

static void
test_speaker (void)
{
  Case c;

  open_case (&c, "\" PUNCT `` 3 punct\nI PRON PRP 3 nsubj\nagree VERB VBP 7 ccomp\n"
                 ", PUNCT , 3 punct\n\" PUNCT '' 3 punct\nshe PRON PRP 7 nsubj\nsaid VERB VBD 0 root");
  g_assert_cmpint (c.coref.tokens[1].quote, ==, 0);
  g_assert_cmpint (c.coref.tokens[5].quote, ==, -1);
  g_assert_cmpint (g_array_index (c.coref.quotes, gint32, 0), ==, 5);
  close_case (&c);
}

/* Features stay inside the tables that the weights have. */
static void
test_features (void)
{
  Case c;

  open_case (&c, "Kim PROPN NNP 2 nsubj\nsold VERB VBD 0 root\nhis PRON PRP$ 4 nmod:poss\n"
                 "house NOUN NN 2 obj\nand CCONJ CC 6 cc\nleft VERB VBD 2 conj\n"
                 "the DET DT 8 det\nhouse NOUN NN 6 obj");
  for (guint i = 0; i < c.coref.mentions->len; i++)
    {
      const PlxCorefMention *m = PLX_COREF_MENTION (&c.coref, i);
      PlxCorefPair pairs[PLX_COREF_MAX_PAIRS];
      guint n = plx_coref_find_pairs (&c.coref, i, pairs);

      g_assert_cmpuint (m->n_features, <, PLX_COREF_MAX_FEATURES);
      for (guint f = 0; f < m->n_features; f++)
        g_assert_cmpuint (m->features[f], <, plx_coref_n_mention_features ());
      g_assert_cmpuint (n, ==, i);
      for (guint p = 0; p < n; p++)
        {
          g_assert_cmpuint (pairs[p].antecedent, <, i);
          g_assert_cmpuint (pairs[p].n_features, <, PLX_COREF_MAX_PAIR_FEATURES);
          for (guint f = 0; f < pairs[p].n_features; f++)
            g_assert_cmpuint (pairs[p].features[f], <, plx_coref_n_pair_features ());
        }
    }
  close_case (&c);
}

/* Tensors of one value each, but for what a test sets. */
static const float *
some_floats (gconstpointer data, const char *name, gsize n_floats)
{
  GHashTable *tensors = (GHashTable *) data;
  float *found = g_hash_table_lookup (tensors, name);

  if (found == NULL)
    {
      found = g_new0 (float, n_floats);
      if (g_str_equal (name, "coref.layout"))
        found[0] = PLX_COREF_LAYOUT;
      for (gsize i = 0; i < n_floats && g_str_has_suffix (name, ".w"); i++)
        found[i] = 0.1f;
      for (gsize i = 0; i + 1 < n_floats && g_str_has_suffix (name, "3"); i++)
        found[i] = 1;
      g_hash_table_insert (tensors, g_strdup (name), found);
    }
  return found;
}

static void
test_rank (void)
{
  g_autoptr (GHashTable) tensors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  PlxCorefWeights weights;
  PlxCorefPair pairs[PLX_COREF_MAX_PAIRS];
  float *row, hidden[8 * PLX_COREF_HIDDEN], scores[PLX_COREF_MAX_PAIRS + 1];
  Case c;

  open_case (&c, "Kim PROPN NNP 2 nsubj\nsold VERB VBD 0 root\nhouses NOUN NNS 2 obj\n"
                 "and CCONJ CC 5 cc\nhe PRON PRP 2 conj");
  g_assert_true (plx_coref_weights_load (&weights, 0, some_floats, tensors));
  g_assert_cmpuint (weights.n_vector, ==, 0);
  /* a feature that only "Kim" has: a name */
  row = (float *) weights.antecedent
        + PLX_COREF_MENTION (&c.coref, 0)->features[0] * PLX_COREF_HIDDEN;
  for (guint k = 0; k < PLX_COREF_HIDDEN; k++)
    row[k] = 1;
  for (guint i = 0; i < c.coref.mentions->len; i++)
    {
      guint n = plx_coref_find_pairs (&c.coref, i, pairs);

      plx_coref_rank (&c.coref, &weights, NULL, i, pairs, n, hidden, scores);
    }
  g_assert_cmpuint (pairs[1].antecedent, ==, 0);
  g_assert_cmpfloat (scores[1], >, scores[0]);
  g_assert_cmpfloat (scores[1], >, scores[2]);
  close_case (&c);
}

static void
test_other_layout (void)
{
  g_autoptr (GHashTable) tensors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  float *layout = g_new0 (float, 1);
  PlxCorefWeights weights;

  *layout = PLX_COREF_LAYOUT + 1;
  g_hash_table_insert (tensors, g_strdup ("coref.layout"), layout);
  g_assert_false (plx_coref_weights_load (&weights, 0, some_floats, tensors));
}

static void
test_without_trees (void)
{
  g_autoptr (PlxAnalysis) a = named ("Kim left. He smiled.");
  PlxSyntax syntax = { 0 };
  guint n = a->mentions->len;

  g_assert_null (plx_coref_clusters_new (name_lists, &syntax, a));
  plx_coref_clusters_file (NULL, a);
  g_assert_cmpuint (a->mentions->len, ==, n);
}

/* JSON joins topics and phrases to entities and mentions, and parts them. */
static void
test_json (void)
{
  g_autoptr (PlxAnalysis) a = named ("Doran Vesk left the house. He sold the house.");
  g_autoptr (PlxAnalysis) back = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) json = g_string_new (NULL);
  PlxEntity topic = { .name = "house", .owner = -1 };
  PlxMention phrase = { .entity = (gint32) a->entities->len, .form = PLX_FORM_DESCRIPTION,
                        .confidence_01 = 0.5f, .why = "ranked" };

  g_array_append_val (a->topics, topic);
  for (guint i = 0; i < 2; i++)
    {
      phrase.span = span_of (a, "house", i);
      g_array_append_val (a->phrases, phrase);
    }
  plx_analysis_write_json (a, json);
  back = plx_analysis_from_json (json->str, (gssize) json->len, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (back->entities->len, ==, a->entities->len);
  g_assert_cmpuint (back->mentions->len, ==, a->mentions->len);
  g_assert_cmpuint (back->topics->len, ==, 1);
  g_assert_cmpuint (back->phrases->len, ==, 2);
  g_assert_cmpstr (PLX_TOPIC (back, 0)->name, ==, "house");
  g_assert_cmpint (PLX_PHRASE (back, 1)->entity, ==, (gint32) back->entities->len);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  load_lists ();
  g_test_add_func ("/language/coref/phrases", test_phrases);
  g_test_add_func ("/language/coref/predicate", test_predicate);
  g_test_add_func ("/language/coref/possessive", test_possessive);
  g_test_add_func ("/language/coref/bent-trees", test_bent_trees);
  g_test_add_func ("/language/coref/speaker", test_speaker);
  g_test_add_func ("/language/coref/features", test_features);
  g_test_add_func ("/language/coref/rank", test_rank);
  g_test_add_func ("/language/coref/other-layout", test_other_layout);
  g_test_add_func ("/language/coref/without-trees", test_without_trees);
  g_test_add_func ("/language/coref/json", test_json);
  status = g_test_run ();
  free_lists ();
  return status;
}
