/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "read-article.h"

static void
test_indirect (void)
{
  static const ReadCase cases[] = {
    { "Anna Berg said that the bridge was safe.", "Anna Berg | said | the bridge was safe\n" },
    { "Anna Berg said the bridge was safe.", "Anna Berg | said | the bridge was safe\n" },
    { "Anna Berg told reporters that the bridge was safe.",
      "Anna Berg | told | the bridge was safe\n" },
    { "Anna Berg pledged to repair the bridge.", "Anna Berg | pledged | to repair the bridge\n" },
    { "Anna Berg praised the repair of the bridge.",
      "Anna Berg | praised | the repair of the bridge\n" },
    { "Anna Berg, the mayor, said on Friday in a statement that the bridge was safe.",
      "Anna Berg | said | the bridge was safe\n" },
    { "Anna Berg urged the council to act.", "Anna Berg | urged | the council to act\n" },
  };

  read_check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_direct (void)
{
  static const ReadCase cases[] = {
    { "“The bridge is safe,” said Anna Berg.", "Anna Berg | said | “The bridge is safe,”\n" },
    { "“The bridge is safe,” Anna Berg said. “We looked at it.”",
      "Anna Berg | said | “The bridge is safe,” … “We looked at it.”\n" },
    { "Anna Berg said: “The bridge is safe.”", "Anna Berg | said | “The bridge is safe.”\n" },
    { "“The bridge is safe,” Anna Berg said, “and it will stay safe.”",
      "Anna Berg | said | “The bridge is safe,” … “and it will stay safe.”\n" },
    { "“The bridge is safe,” Anna Berg told reporters after a visit that was brief.",
      "Anna Berg | told | “The bridge is safe,”\n" },
    { "Anna Berg said:\n“The bridge is safe. We looked at it.”",
      "Anna Berg | said | “The bridge is safe. We looked at it.”\n" },
    { "“The bridge is safe,” Anna Berg was quoted as saying.",
      "Anna Berg | saying | “The bridge is safe,”\n" },
  };

  read_check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_trailing (void)
{
  static const ReadCase cases[] = {
    { "The bridge was closed, Anna Berg said.", "Anna Berg | said | The bridge was closed\n" },
    { "The bridge was closed, according to Anna Berg.",
      "Anna Berg | according to | The bridge was closed\n" },
    { "According to Anna Berg, the bridge was closed.",
      "Anna Berg | According to | the bridge was closed\n" },
    { "The bridge, Anna Berg said, would stay closed.",
      "Anna Berg | said | The bridge … would stay closed\n" },
    { "Anna Berg: The bridge will stay closed\n\nNobody may cross.",
      "Anna Berg | : | The bridge will stay closed\n" },
    { "Even if it rains, Anna Berg said, the bridge will open.",
      "Anna Berg | said | Even if it rains … the bridge will open\n" },
  };

  read_check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_shared_subject (void)
{
  static const ReadCase cases[] = {
    { "Anna Berg praised the builders and promised to pay them, noting that the work was hard.",
      "Anna Berg | praised | the builders\nAnna Berg | promised | to pay them\n"
      "Anna Berg | noting | the work was hard\n" },
    { "Anna Berg replied by affirming that the bridge would stand.",
      "Anna Berg | affirming | the bridge would stand\n" },
  };

  read_check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_nouns (void)
{
  static const ReadCase cases[] = {
    { "Anna Berg’s pledge to repair the bridge was welcomed.",
      "Anna Berg | pledge | to repair the bridge\n" },
    { "The ministry issued a statement that the bridge was closed.",
      "ministry | statement | the bridge was closed\n" },
    { "Documents seen by Reuters show that the bridge was closed.",
      "Documents | show | the bridge was closed\n" },
    { "Anna Berg put the number of dead at nine.", "Anna Berg | put | the number of dead at nine\n" },
  };

  read_check_cases (cases, G_N_ELEMENTS (cases));
}

/* A paper that reported what somebody denies did not report the denial. */
static void
test_denied_report (void)
{
  static const ReadCase cases[] = {
    { "Anna Berg denied that France had offered to close the bridge, as Reuters had reported.",
      "Anna Berg | denied | France had offered to close the bridge\n"
      "Reuters | reported | France had offered to close the bridge\n" },
  };

  read_check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_nested (void)
{
  static const ReadCase cases[] = {
    { "Reuters reported that Anna Berg had pledged to repair the bridge.",
      "Reuters > Anna Berg | pledged | to repair the bridge\n" },
    { "According to Reuters, Anna Berg had said the bridge was safe.",
      "Reuters > Anna Berg | said | the bridge was safe\n" },
    { "Anna Berg was quoted by Reuters as saying that the bridge was safe.",
      "Reuters > Anna Berg | saying | the bridge was safe\n" },
    { "Anna Berg said the bridge was safe, Reuters reported.",
      "Reuters > Anna Berg | said | the bridge was safe\n" },
  };

  read_check_cases (cases, G_N_ELEMENTS (cases));
}

/* Who says more of himself speaks once; what is to come was not said yet. */
static void
test_echoes (void)
{
  static const ReadCase cases[] = {
    { "Anna Berg said she expects the bridge to hold.",
      "Anna Berg | said | she expects the bridge to hold\n" },
    { "Anna Berg said that France would announce the repair of the bridge.",
      "Anna Berg | said | France would announce the repair of the bridge\n" },
    { "Anna Berg said that France had announced the repair of the bridge.",
      "Anna Berg > France | announced | the repair of the bridge\n" },
  };

  read_check_cases (cases, G_N_ELEMENTS (cases));
}

/* A retelling paper reigns until the article speaks for itself. */
static void
test_reign (void)
{
  g_autofree char *statements
    = read_statements ("Reuters detailed that Anna Berg met Carl Holm in Paris. "
                       "The two leaders exchanged gifts.\n"
                       "Berg thanked Holm for his help.\n"
                       "Notably, Berg left Paris early.\n");

  g_assert_nonnull (strstr (statements, "Reuters~ |  | The two leaders exchanged gifts"));
  g_assert_nonnull (strstr (statements, "Reuters~ > Anna Berg | thanked | Holm for his help"));
  g_assert_nonnull (strstr (statements, "- |  | Notably, Berg left Paris early"));
}

static void
test_omissions (void)
{
  static const ReadCase cases[] = {
    { "Reuters omitted any mention of the strike, which the BBC had reported.",
      "- | omitted any mention of | the strike | left out by Reuters, reported by BBC\n" },
    { "Reuters made no mention of the strike.",
      "- | made no mention of | the strike | left out by Reuters, reported by ?\n" },
    { "The strike was not mentioned by Reuters.",
      "- | not mentioned by | The strike | left out by Reuters, reported by ?\n" },
  };

  read_check_cases (cases, G_N_ELEMENTS (cases));
}

/* A person who is asked and says nothing refuses; nothing is left out. */
static void
test_refusals (void)
{
  static const char *const texts[] = {
    "Anna Berg declined to comment on the strike.",
    "Asked about the strike, Anna Berg was silent on the reasons.",
    "Anna Berg refused to answer.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PlxAnalysis) analysis = read_article (texts[i], NULL);

      for (guint s = 0; s < analysis->statements->len; s++)
        g_assert_cmpint (PLX_STATEMENT (analysis, s)->mode, !=, PLX_MODE_OMISSION);
    }
}

static void
test_force_and_polarity (void)
{
  static const struct { const char *text, *force; gboolean denied; } cases[] = {
    { "Anna Berg expressed her gratitude for the help.", "praised", FALSE },
    { "Anna Berg denied that the bridge was unsafe.", "denied", TRUE },
    { "Anna Berg warned that the bridge was unsafe.", "warned", FALSE },
    { "Anna Berg did not say that the bridge was unsafe.", "said", TRUE },
    { "Anna Berg reaffirmed her support for the plan.", "emphasized", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlxAnalysis) analysis = read_article (cases[i].text, NULL);

      g_assert_cmpuint (analysis->statements->len, ==, 1);
      g_assert_cmpstr (PLX_STATEMENT (analysis, 0)->force, ==, cases[i].force);
      g_assert_cmpint (PLX_STATEMENT (analysis, 0)->denied, ==, cases[i].denied);
    }
}

/* Sources that no name names are somebody all the same. */
static void
test_unnamed (void)
{
  g_autoptr (PlxAnalysis) analysis
    = read_article ("Two diplomats in Paris, who asked not to be named, said the plan was dead.",
                    NULL);
  const PlxStatement *statement;
  gint32 entity;

  g_assert_cmpuint (analysis->statements->len, ==, 1);
  statement = PLX_STATEMENT (analysis, 0);
  entity = PLX_LEVEL (analysis, statement->levels.first)->entity;
  g_assert_cmpint (entity, >=, 0);
  g_assert_cmpint (PLX_ENTITY (analysis, entity)->kind, ==, PLX_ENTITY_PERSON);
  for (guint i = 1; i < analysis->mentions->len; i++)
    g_assert_cmpuint (PLX_MENTION (analysis, i - 1)->span.begin, <=,
                      PLX_MENTION (analysis, i)->span.begin);
}

/* Whatever comes in, spans stay inside the text. */
static void
test_odd_input (void)
{
  static const char *const texts[] = {
    "", "“", "said", "said said said.", "“““ said ””” said, said", "according to",
    "as reported by", "He said that", "\"a\" said \"b\" said \"c\"", "omitted any mention of",
    ", said X, said Y, said", "was quoted as saying", "citing", "— he said —",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PlxAnalysis) analysis = read_article (texts[i], NULL);

      for (guint s = 0; s < analysis->spans->len; s++)
        {
          PlxSpan span = *PLX_SPAN (analysis, s);

          g_assert_cmpuint (span.begin, <=, span.end);
          g_assert_cmpuint (span.end, <=, strlen (texts[i]));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/statements/indirect", test_indirect);
  g_test_add_func ("/language/statements/direct", test_direct);
  g_test_add_func ("/language/statements/trailing", test_trailing);
  g_test_add_func ("/language/statements/shared-subject", test_shared_subject);
  g_test_add_func ("/language/statements/nouns", test_nouns);
  g_test_add_func ("/language/statements/denied-report", test_denied_report);
  g_test_add_func ("/language/statements/nested", test_nested);
  g_test_add_func ("/language/statements/echoes", test_echoes);
  g_test_add_func ("/language/statements/reign", test_reign);
  g_test_add_func ("/language/statements/omissions", test_omissions);
  g_test_add_func ("/language/statements/refusals", test_refusals);
  g_test_add_func ("/language/statements/force-and-polarity", test_force_and_polarity);
  g_test_add_func ("/language/statements/unnamed", test_unnamed);
  g_test_add_func ("/language/statements/odd-input", test_odd_input);
  return g_test_run ();
}
