/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare-fixture.h"

/* Adds the next sentence with its tree: "word/UPOS/XPOS/head/relation", heads
 * counted from 1, 0 the root. */
static void
add_tree (PlxAnalysis *analysis, const char *tree)
{
  g_auto (GStrv) words = g_strsplit (tree, " ", -1);
  guint first = analysis->tokens->len;
  const char *at = analysis->text;
  PlxSpan sentence;

  if (first > 0)
    at += PLX_TOKEN (analysis, first - 1)->span.end;
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (words[i], "/", 5);
      PlxToken token = { .sentence = analysis->sentences->len };
      int head = atoi (fields[3]);

      at = strstr (at, fields[0]);
      g_assert_nonnull (at);
      token.span.begin = (guint32) (at - analysis->text);
      token.span.end = token.span.begin + (guint32) strlen (fields[0]);
      at += strlen (fields[0]);
      token.upos = plx_analysis_intern (analysis, fields[1]);
      token.xpos = plx_analysis_intern (analysis, fields[2]);
      token.deprel = plx_analysis_intern (analysis, fields[4]);
      token.head = head == 0 ? -1 : (gint32) first + head - 1;
      g_array_append_val (analysis->tokens, token);
    }
  sentence.begin = PLX_TOKEN (analysis, first)->span.begin;
  sentence.end = PLX_TOKEN (analysis, analysis->tokens->len - 1)->span.end;
  g_array_append_val (analysis->sentences, sentence);
}

static void
add_name (PlxAnalysis *analysis, gint32 entity, const char *name)
{
  const char *names[] = { name };

  PLX_ENTITY (analysis, entity)->names = plx_analysis_add_strings (analysis, names, 1);
}

static const char *
statement_of (const PlxComparison *comparison, guint claim)
{
  return ((PlxClaim *) g_ptr_array_index (comparison->claims, claim))->statement;
}

static void
assert_claims (Fixture *fixture, const char *const *expected)
{
  g_autoptr (PlxComparison) comparison = fixture_compare (fixture, NULL);
  guint n = g_strv_length ((char **) expected);

  for (guint c = 0; c < MIN (n, comparison->claims->len); c++)
    g_assert_cmpstr (statement_of (comparison, c), ==, expected[c]);
  g_assert_cmpuint (comparison->claims->len, ==, n);
  fixture_clear (fixture);
}

#define DAM "The dam burst on Sunday and flooded three villages."

/* A predicate after "and" has the subject of the first. */
static void
test_conjuncts (void)
{
  Fixture fixture = { 0 };

  add_tree (fixture_add (&fixture, "A", DAM),
            "The/DET/DT/2/det dam/NOUN/NN/3/nsubj burst/VERB/VBD/0/root on/ADP/IN/5/case "
            "Sunday/PROPN/NNP/3/obl and/CCONJ/CC/7/cc flooded/VERB/VBD/3/conj "
            "three/NUM/CD/9/nummod villages/NOUN/NNS/7/obj ./PUNCT/./3/punct");
  assert_claims (&fixture, (const char *[]) { "The dam burst on Sunday",
                                              "The dam flooded three villages", NULL });
}

/* What somebody perhaps did he perhaps did twice; of two that "or" joins neither
 * is said alone. */
static void
test_hedges (void)
{
  Fixture fixture = { 0 };

  add_tree (fixture_add (&fixture, "A", "Perhaps Orla Venn sold the mill and left Harrow."),
            "Perhaps/ADV/RB/4/advmod Orla/PROPN/NNP/4/nsubj Venn/PROPN/NNP/2/flat "
            "sold/VERB/VBD/0/root the/DET/DT/6/det mill/NOUN/NN/4/obj and/CCONJ/CC/8/cc "
            "left/VERB/VBD/4/conj Harrow/PROPN/NNP/8/obj ./PUNCT/./4/punct");
  assert_claims (&fixture, (const char *[]) { "Perhaps Orla Venn sold the mill",
                                              "Perhaps Orla Venn left Harrow", NULL });
  add_tree (fixture_add (&fixture, "A", "Orla Venn sold the mill or burnt the barn."),
            "Orla/PROPN/NNP/3/nsubj Venn/PROPN/NNP/1/flat sold/VERB/VBD/0/root the/DET/DT/5/det "
            "mill/NOUN/NN/3/obj or/CCONJ/CC/7/cc burnt/VERB/VBD/3/conj the/DET/DT/9/det "
            "barn/NOUN/NN/7/obj ./PUNCT/./3/punct");
  assert_claims (&fixture,
                 (const char *[]) { "Orla Venn sold the mill or burnt the barn", NULL });
}

/* A relative clause speaks of its noun, a figure more of its predicate. */
static void
test_parts (void)
{
  Fixture fixture = { 0 };

  add_tree (fixture_add (&fixture, "A", "The barge, which carried 40 horses, sank near Elm."),
            "The/DET/DT/2/det barge/NOUN/NN/9/nsubj ,/PUNCT/,/5/punct which/PRON/WDT/5/nsubj "
            "carried/VERB/VBD/2/acl:relcl 40/NUM/CD/7/nummod horses/NOUN/NNS/5/obj "
            ",/PUNCT/,/5/punct sank/VERB/VBD/0/root near/ADP/IN/11/case Elm/PROPN/NNP/9/obl "
            "./PUNCT/./9/punct");
  assert_claims (&fixture, (const char *[]) { "The barge sank near Elm",
                                              "The barge carried 40 horses", NULL });
  add_tree (fixture_add (&fixture, "A", "The fire destroyed 12 cars and three buses."),
            "The/DET/DT/2/det fire/NOUN/NN/3/nsubj destroyed/VERB/VBD/0/root 12/NUM/CD/5/nummod "
            "cars/NOUN/NNS/3/obj and/CCONJ/CC/8/cc three/NUM/CD/8/nummod buses/NOUN/NNS/5/conj "
            "./PUNCT/./3/punct");
  assert_claims (&fixture, (const char *[]) { "The fire destroyed 12 cars",
                                              "The fire destroyed three buses", NULL });
}

/* What holds only if something else does is not cut from it. */
static void
test_condition (void)
{
  Fixture fixture = { 0 };

  add_tree (fixture_add (&fixture, "A", "Lowmark will close the port if the strike goes on."),
            "Lowmark/PROPN/NNP/3/nsubj will/AUX/MD/3/aux close/VERB/VB/0/root the/DET/DT/5/det "
            "port/NOUN/NN/3/obj if/SCONJ/IN/9/mark the/DET/DT/8/det strike/NOUN/NN/9/nsubj "
            "goes/VERB/VBZ/3/advcl on/ADP/RP/9/compound:prt ./PUNCT/./3/punct");
  assert_claims (&fixture,
                 (const char *[]) { "Lowmark will close the port if the strike goes on", NULL });
}

/* Names for pronouns, the whole name for a part of it, the speaker once. */
static void
test_speakers (void)
{
  Fixture fixture = { 0 };
  PlxAnalysis *analysis = fixture_add (&fixture, "A", "He said Lowmark needs a school and is ready "
                                       "to pay. His house burnt down on Friday.");
  gint32 ames = add_entity (analysis, PLX_ENTITY_PERSON, "Tom Ames");
  PlxSpan source;

  add_name (analysis, ames, "Tom Ames");
  add_mention (analysis, ames, PLX_FORM_PRONOUN, "He");
  add_mention (analysis, ames, PLX_FORM_PRONOUN, "His");
  add_statement (analysis, "Lowmark needs a school and is ready to pay", PLX_MODE_INDIRECT, -1,
                 ames);
  source = find_span (analysis, "He");
  g_array_index (analysis->levels, PlxLevel, 0).source = plx_analysis_add_spans (analysis, &source,
                                                                                 1);
  add_tree (analysis,
            "He/PRON/PRP/2/nsubj said/VERB/VBD/0/root Lowmark/PROPN/NNP/4/nsubj "
            "needs/VERB/VBZ/2/ccomp a/DET/DT/6/det school/NOUN/NN/4/obj and/CCONJ/CC/9/cc "
            "is/AUX/VBZ/9/cop ready/ADJ/JJ/4/conj to/PART/TO/11/mark pay/VERB/VB/9/xcomp "
            "./PUNCT/./2/punct");
  add_tree (analysis,
            "His/PRON/PRP$/2/nmod:poss house/NOUN/NN/3/nsubj burnt/VERB/VBD/0/root "
            "down/ADP/RP/3/compound:prt on/ADP/IN/6/case Friday/PROPN/NNP/3/obl ./PUNCT/./3/punct");
  assert_claims (&fixture, (const char *[]) { "Tom Ames said Lowmark needs a school",
                                              "Tom Ames said Lowmark is ready to pay",
                                              "Tom Ames’s house burnt down on Friday", NULL });
}

static PlxAnalysis *
add_mayor (Fixture *fixture, double sure_01)
{
  PlxAnalysis *analysis = fixture_add (fixture, "A",
                                       "The mayor praised Tom Ames. He paid 40 crowns.");
  gint32 ames = add_entity (analysis, PLX_ENTITY_PERSON, "Tom Ames");

  add_name (analysis, ames, "Tom Ames");
  add_mention (analysis, ames, PLX_FORM_NAME, "Tom Ames");
  add_mention (analysis, ames, PLX_FORM_PRONOUN, "He");
  PLX_MENTION (analysis, 1)->confidence_01 = (float) sure_01;
  add_tree (analysis, "The/DET/DT/2/det mayor/NOUN/NN/3/nsubj praised/VERB/VBD/0/root "
                      "Tom/PROPN/NNP/3/obj Ames/PROPN/NNP/4/flat ./PUNCT/./3/punct");
  add_tree (analysis, "He/PRON/PRP/2/nsubj paid/VERB/VBD/0/root 40/NUM/CD/4/nummod "
                      "crowns/NOUN/NNS/2/obj ./PUNCT/./2/punct");
  return analysis;
}

/* A name that may be the wrong one is not put in. */
static void
test_unsure (void)
{
  Fixture fixture = { 0 };

  add_mayor (&fixture, 0.95);
  assert_claims (&fixture, (const char *[]) { "The mayor praised Tom Ames",
                                              "Tom Ames paid 40 crowns", NULL });
  add_mayor (&fixture, 0.55);
  assert_claims (&fixture, (const char *[]) { "The mayor praised Tom Ames",
                                              "He paid 40 crowns", NULL });
}

/* A surname that says which brothers or which government is nobody's here. */
static void
test_surnames (void)
{
  Fixture fixture = { 0 };
  PlxAnalysis *analysis = fixture_add (&fixture, "A", "Ames left Elm. The Ames brothers bought "
                                       "Harrow. Stay Ames sold Lowmark.");
  gint32 ames = add_entity (analysis, PLX_ENTITY_PERSON, "Tom Ames");

  add_name (analysis, ames, "Tom Ames");
  add_mention (analysis, ames, PLX_FORM_NAME, "Ames");
  for (guint i = 0; i < 2; i++)
    {
      add_mention (analysis, ames, PLX_FORM_NAME, i == 0 ? "Ames brothers" : "Ames sold");
      PLX_MENTION (analysis, i + 1)->span.end = PLX_MENTION (analysis, i + 1)->span.begin + 4;
    }
  add_tree (analysis, "Ames/PROPN/NNP/2/nsubj left/VERB/VBD/0/root Elm/PROPN/NNP/2/obj "
                      "./PUNCT/./2/punct");
  add_tree (analysis, "The/DET/DT/3/det Ames/PROPN/NNP/3/compound brothers/NOUN/NNS/4/nsubj "
                      "bought/VERB/VBD/0/root Harrow/PROPN/NNP/4/obj ./PUNCT/./4/punct");
  add_tree (analysis, "Stay/VERB/VB/2/compound Ames/PROPN/NNP/3/nsubj sold/VERB/VBD/0/root "
                      "Lowmark/PROPN/NNP/3/obj ./PUNCT/./3/punct");
  assert_claims (&fixture, (const char *[]) { "Tom Ames left Elm",
                                              "The Ames brothers bought Harrow",
                                              "Stay Ames sold Lowmark", NULL });
}

/* What is denied is not said without the denial. */
static void
test_denied (void)
{
  Fixture fixture = { 0 };
  PlxAnalysis *analysis = fixture_add (&fixture, "A", "Orla Venn denied that the mill burnt while "
                                       "the guards slept.");
  gint32 venn = add_entity (analysis, PLX_ENTITY_PERSON, "Orla Venn");
  PlxStatement *statement = add_statement (analysis, "the mill burnt while the guards slept",
                                           PLX_MODE_INDIRECT, -1, venn);
  PlxSpan cue = find_span (analysis, "denied");

  statement->cue = plx_analysis_add_spans (analysis, &cue, 1);
  statement->force = plx_analysis_intern (analysis, "denied");
  add_tree (analysis,
            "Orla/PROPN/NNP/3/nsubj Venn/PROPN/NNP/1/flat denied/VERB/VBD/0/root "
            "that/SCONJ/IN/7/mark the/DET/DT/6/det mill/NOUN/NN/7/nsubj burnt/VERB/VBD/3/ccomp "
            "while/SCONJ/IN/11/mark the/DET/DT/10/det guards/NOUN/NNS/11/nsubj "
            "slept/VERB/VBD/7/advcl ./PUNCT/./3/punct");
  assert_claims (&fixture, (const char *[]) { "Orla Venn denied that the mill burnt", NULL });
}

/* What somebody asks stays asked. */
static void
test_asked (void)
{
  Fixture fixture = { 0 };

  add_tree (fixture_add (&fixture, "A", "Ames asked whether the dam broke and flooded Elm."),
            "Ames/PROPN/NNP/2/nsubj asked/VERB/VBD/0/root whether/SCONJ/IN/6/mark "
            "the/DET/DT/5/det dam/NOUN/NN/6/nsubj broke/VERB/VBD/2/ccomp and/CCONJ/CC/8/cc "
            "flooded/VERB/VBD/6/conj Elm/PROPN/NNP/8/obj ./PUNCT/./2/punct");
  assert_claims (&fixture, (const char *[]) { "Ames asked whether the dam broke",
                                              "Ames asked whether the dam flooded Elm", NULL });
}

/* Half a sentence is no claim, or one without what joins it. */
static void
test_halves (void)
{
  Fixture fixture = { 0 };
  PlxAnalysis *analysis = fixture_add (&fixture, "A", "If the dam of Elm breaks again. Though the "
                                       "dam of Elm broke twice.");

  add_tree (analysis,
            "If/SCONJ/IN/6/mark the/DET/DT/3/det dam/NOUN/NN/6/nsubj of/ADP/IN/5/case "
            "Elm/PROPN/NNP/3/nmod breaks/VERB/VBZ/0/root again/ADV/RB/6/advmod ./PUNCT/./6/punct");
  add_tree (analysis,
            "Though/SCONJ/IN/6/mark the/DET/DT/3/det dam/NOUN/NN/6/nsubj of/ADP/IN/5/case "
            "Elm/PROPN/NNP/3/nmod broke/VERB/VBD/0/root twice/ADV/RB/6/advmod ./PUNCT/./6/punct");
  assert_claims (&fixture, (const char *[]) { "The dam of Elm broke twice", NULL });
  add_tree (fixture_add (&fixture, "A", "The question is whether Elm pays."),
            "The/DET/DT/2/det question/NOUN/NN/6/nsubj is/AUX/VBZ/6/cop whether/SCONJ/IN/6/mark "
            "Elm/PROPN/NNP/6/nsubj pays/VERB/VBZ/0/root ./PUNCT/./6/punct");
  assert_claims (&fixture, (const char *[]) { "The question is whether Elm pays", NULL });
}

/* A surname that two of the article have stays as it stands. */
static void
test_shared_surname (void)
{
  Fixture fixture = { 0 };
  PlxAnalysis *analysis = fixture_add (&fixture, "A", "Ames left Elm.");
  gint32 ames = add_entity (analysis, PLX_ENTITY_PERSON, "Tom Ames");

  add_entity (analysis, PLX_ENTITY_PERSON, "Ida Ames");
  add_name (analysis, ames, "Tom Ames");
  add_mention (analysis, ames, PLX_FORM_NAME, "Ames");
  add_tree (analysis, "Ames/PROPN/NNP/2/nsubj left/VERB/VBD/0/root Elm/PROPN/NNP/2/obj "
                      "./PUNCT/./2/punct");
  assert_claims (&fixture, (const char *[]) { "Ames left Elm", NULL });
}

static PlxStatement *
add_said (PlxAnalysis *analysis, const char *content, PlxStatementMode mode, const char *source,
          const char *cue)
{
  PlxStatement *statement = add_statement (analysis, content, mode,
                                           add_entity (analysis, PLX_ENTITY_OTHER, source), -1);
  PlxSpan span = find_span (analysis, source);
  PlxLevel *level = PLX_LEVEL (analysis, statement->levels.first);

  level->source = plx_analysis_add_spans (analysis, &span, 1);
  span = find_span (analysis, cue);
  level->cue = plx_analysis_add_spans (analysis, &span, 1);
  return statement;
}

/* What nobody says is not said; an event says nothing; "said Ames" is no claim. */
static void
test_no_speaker (void)
{
  Fixture fixture = { 0 };
  PlxAnalysis *analysis = fixture_add (&fixture, "A", "Harrow sank near Elm, no one said.");

  add_said (analysis, "Harrow sank near Elm", PLX_MODE_INDIRECT, "no one", "said");
  add_tree (analysis, "Harrow/PROPN/NNP/2/nsubj sank/VERB/VBD/8/ccomp near/ADP/IN/4/case "
                      "Elm/PROPN/NNP/2/obl ,/PUNCT/,/8/punct no/DET/DT/7/det one/NOUN/NN/8/nsubj "
                      "said/VERB/VBD/0/root ./PUNCT/./8/punct");
  assert_claims (&fixture, (const char *[]) { "Harrow sank near Elm, no one said", NULL });
  analysis = fixture_add (&fixture, "A", "No one came. Harrow sank near Elm in heavy upheaval.");
  add_said (analysis, "Harrow sank near Elm", PLX_MODE_INDIRECT, "No one", "came");
  add_tree (analysis, "No/DET/DT/2/det one/NOUN/NN/3/nsubj came/VERB/VBD/0/root ./PUNCT/./3/punct");
  add_tree (analysis, "Harrow/PROPN/NNP/2/nsubj sank/VERB/VBD/0/root near/ADP/IN/4/case "
                      "Elm/PROPN/NNP/2/obl in/ADP/IN/7/case heavy/ADJ/JJ/7/amod "
                      "upheaval/NOUN/NN/2/obl ./PUNCT/./2/punct");
  assert_claims (&fixture, (const char *[]) { NULL });
  analysis = fixture_add (&fixture, "A", "The heavy upheaval came. Harrow sank near Elm.");
  add_said (analysis, "Harrow sank near Elm", PLX_MODE_INDIRECT, "heavy upheaval", "came");
  add_tree (analysis, "The/DET/DT/3/det heavy/ADJ/JJ/3/amod upheaval/NOUN/NN/4/nsubj "
                      "came/VERB/VBD/0/root ./PUNCT/./4/punct");
  add_tree (analysis, "Harrow/PROPN/NNP/2/nsubj sank/VERB/VBD/0/root near/ADP/IN/4/case "
                      "Elm/PROPN/NNP/2/obl ./PUNCT/./2/punct");
  assert_claims (&fixture, (const char *[]) { "Harrow sank near Elm", NULL });
}

/* In a quotation the pronouns are the speaker's. */
static void
test_quotation (void)
{
  Fixture fixture = { 0 };
  PlxAnalysis *analysis = fixture_add (&fixture, "A",
                                       "\"I saw the flood in Elm.\" Ames left Elm.");
  gint32 ames = add_entity (analysis, PLX_ENTITY_PERSON, "Tom Ames");

  add_name (analysis, ames, "Tom Ames");
  add_mention (analysis, ames, PLX_FORM_PRONOUN, "I");
  add_statement (analysis, "\"I saw the flood in Elm.\"", PLX_MODE_DIRECT, -1, ames);
  add_tree (analysis,
            "\"/PUNCT/``/3/punct I/PRON/PRP/3/nsubj saw/VERB/VBD/0/root the/DET/DT/5/det "
            "flood/NOUN/NN/3/obj in/ADP/IN/7/case Elm/PROPN/NNP/3/obl ./PUNCT/./3/punct "
            "\"/PUNCT/''/3/punct");
  add_tree (analysis, "Ames/PROPN/NNP/2/nsubj left/VERB/VBD/0/root Elm/PROPN/NNP/2/obj "
            "./PUNCT/./2/punct");
  assert_claims (&fixture, (const char *[]) { "Tom Ames: \"I saw the flood in Elm.\"",
                                              "Ames left Elm", NULL });
}

static void
test_boilerplate (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL;

  fixture_add (&fixture, "A", "Read more about the Elm harbour strike of 1990. The harbour of Elm "
               "froze in March. Additional reporting by Ida Moor in Elm. Sign up for our "
               "newsletter on Elm today.");
  comparison = fixture_compare (&fixture, NULL);
  g_assert_cmpuint (comparison->claims->len, ==, 1);
  g_assert_cmpstr (statement_of (comparison, 0), ==, "The harbour of Elm froze in March");
  fixture_clear (&fixture);
}

/* A cut leaves whole words and the predicate. */
static void
test_length (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL;
  g_autoptr (GString) text = g_string_new ("The council of Elm approved");

  for (guint i = 1; i < 40; i++)
    g_string_append_printf (text, " the repair of bridge number %u,", i);
  g_string_append (text, " and nothing else.");
  fixture_add (&fixture, "A", text->str);
  comparison = fixture_compare (&fixture, NULL);
  for (guint c = 0; c < comparison->claims->len; c++)
    g_assert_cmpint (g_utf8_strlen (statement_of (comparison, c), -1), <=, 230);
  g_assert_true (g_str_has_prefix (statement_of (comparison, 0), "The council of Elm approved"));
  fixture_clear (&fixture);
}

#define STRIKE_A "Dockers in Port Elm began a strike on Monday. The union wants 9 percent more " \
                 "pay. The mayor, Ida Moor, called the strike a disaster for the town."
#define STRIKE_B "Dockers in Port Elm began a strike on Monday. Twelve ships waited outside the " \
                 "harbour. Ida Moor visited the silent cranes in the morning."
#define STRIKE_C "The price of fish rose by a third in Lowmark. Dockers in Port Elm began a strike."

/* Every word of content of a claim stands in the article that it is read from. */
static void
test_nothing_invented (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL;

  fixture_add (&fixture, "A", STRIKE_A);
  fixture_add (&fixture, "B", STRIKE_B);
  fixture_add (&fixture, "C", STRIKE_C);
  comparison = fixture_compare (&fixture, NULL);
  g_assert_cmpuint (comparison->claims->len, >, 4);
  for (guint c = 0; c < comparison->claims->len; c++)
    {
      g_auto (GStrv) words = g_regex_split_simple ("[^\\w]+", statement_of (comparison, c), 0, 0);
      gboolean somewhere = FALSE;

      for (guint a = 0; a < fixture.n && !somewhere; a++)
        {
          g_autofree char *text = g_utf8_casefold (fixture.articles[a].analysis->text, -1);

          somewhere = TRUE;
          for (guint w = 0; words[w] != NULL; w++)
            {
              g_autofree char *word = g_utf8_casefold (words[w], -1);

              somewhere = somewhere && strstr (text, word) != NULL;
            }
        }
      g_assert_true (somewhere);
    }
  fixture_clear (&fixture);
}

/* Verdicts hang on keys: an article more leaves those of the claims there were. */
static void
test_keys (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) before = NULL, after = NULL;

  fixture_add (&fixture, "A", STRIKE_A);
  fixture_add (&fixture, "B", STRIKE_B);
  before = fixture_compare (&fixture, NULL);
  fixture_add (&fixture, "C", STRIKE_C);
  after = fixture_compare (&fixture, NULL);
  for (guint c = 0; c < before->claims->len; c++)
    {
      const PlxClaim *claim = g_ptr_array_index (before->claims, c);
      gboolean found = FALSE;

      for (guint d = 0; d < after->claims->len && !found; d++)
        found = g_str_equal (((PlxClaim *) g_ptr_array_index (after->claims, d))->key, claim->key);
      g_assert_true (found);
    }
  fixture_clear (&fixture);
}

/* A person's claims beside the engine's: first, under their own ids, and no row
 * of the engine's says the same. */
static void
test_given (void)
{
  Fixture fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxComparison) comparison = NULL;
  PlxClaimText given[] = {
    { (char *) "mine", (char *) "Dockers in Port Elm went on strike Monday." },
    { (char *) "c4", (char *) "The harbour of Elm burnt." },
  };
  PlxComparisonOptions options = { .claims = given, .n_claims = 2, .has_own = TRUE };
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  fixture_add (&fixture, "A", STRIKE_A);
  fixture_add (&fixture, "B", STRIKE_B);
  comparison = plx_compare (fixture.articles, fixture.n, &options, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (comparison->claims->len, >, 5);
  g_assert_cmpstr (statement_of (comparison, 0), ==, given[0].statement);
  g_assert_cmpstr (((PlxClaim *) g_ptr_array_index (comparison->claims, 0))->key, ==, "mine");
  g_assert_cmpint (plx_comparison_get_cell (comparison, 0, 0)->status, ==, PLX_CELL_REPORTED);
  g_assert_cmpstr (statement_of (comparison, 1), ==, given[1].statement);
  for (guint c = 0; c < comparison->claims->len; c++)
    {
      const PlxClaim *claim = g_ptr_array_index (comparison->claims, c);

      g_assert_true (g_hash_table_add (ids, claim->id));
      g_assert_cmpuint (claim->order, ==, c);
      if (c > 1)
        g_assert_null (strstr (claim->statement, "began a strike"));
    }
  fixture_clear (&fixture);
}

/* Who says it, where and how often: the first thing that both say matters most. */
static void
test_salience (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxComparison) comparison = NULL;
  double first;

  fixture_add (&fixture, "A", STRIKE_A);
  fixture_add (&fixture, "B", STRIKE_B);
  comparison = fixture_compare (&fixture, NULL);
  first = ((PlxClaim *) g_ptr_array_index (comparison->claims, 0))->salience_01;
  for (guint c = 1; c < comparison->claims->len; c++)
    g_assert_cmpfloat (((PlxClaim *) g_ptr_array_index (comparison->claims, c))->salience_01, <,
                       first);
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/claims/conjuncts", test_conjuncts);
  g_test_add_func ("/compare/claims/hedges", test_hedges);
  g_test_add_func ("/compare/claims/parts", test_parts);
  g_test_add_func ("/compare/claims/condition", test_condition);
  g_test_add_func ("/compare/claims/speakers", test_speakers);
  g_test_add_func ("/compare/claims/unsure", test_unsure);
  g_test_add_func ("/compare/claims/surnames", test_surnames);
  g_test_add_func ("/compare/claims/asked", test_asked);
  g_test_add_func ("/compare/claims/denied", test_denied);
  g_test_add_func ("/compare/claims/shared-surname", test_shared_surname);
  g_test_add_func ("/compare/claims/halves", test_halves);
  g_test_add_func ("/compare/claims/no-speaker", test_no_speaker);
  g_test_add_func ("/compare/claims/quotation", test_quotation);
  g_test_add_func ("/compare/claims/boilerplate", test_boilerplate);
  g_test_add_func ("/compare/claims/length", test_length);
  g_test_add_func ("/compare/claims/nothing-invented", test_nothing_invented);
  g_test_add_func ("/compare/claims/keys", test_keys);
  g_test_add_func ("/compare/claims/given", test_given);
  g_test_add_func ("/compare/claims/salience", test_salience);
  return g_test_run ();
}
