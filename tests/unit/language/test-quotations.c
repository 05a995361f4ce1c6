/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "read-article.h"

/* Speech in quotation marks: marks of all kinds, quotations of several
 * sentences and paragraphs, and speakers that only the layout names. */

static void
test_marks (void)
{
  static const ReadCase cases[] = {
    { "\"The bridge is safe,\" Anna Berg said.", "Anna Berg | said | \"The bridge is safe,\"\n" },
    { "‘The bridge is safe,’ Anna Berg said.", "Anna Berg | said | ‘The bridge is safe,’\n" },
    { "'The bridge is safe,' Anna Berg said.", "Anna Berg | said | 'The bridge is safe,'\n" },
    { "‘The workers’ bridge isn’t “safe” yet,’ Anna Berg said.",
      "Anna Berg | said | ‘The workers’ bridge isn’t “safe” yet,’\n" },
    { "“It is ‘safe,’ they say,” Anna Berg said.",
      "Anna Berg | said | “It is ‘safe,’ they say,”\n" },
    { "«The bridge is safe», Anna Berg said.", "Anna Berg | said | «The bridge is safe»\n" },
    { "”The bridge is safe,” Anna Berg said.", "Anna Berg | said | ”The bridge is safe,”\n" },
    { "“The bridge is safe,“ Anna Berg said.", "Anna Berg | said | “The bridge is safe,“\n" },
  };

  read_check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_sentences (void)
{
  static const ReadCase cases[] = {
    { "“The bridge is safe,” Anna Berg said. “We looked at it. It stands.”",
      "Anna Berg | said | “The bridge is safe,” … “We looked at it. It stands.”\n" },
    { "“The bridge is safe,” said Anna Berg (D-Ohio), head of the council. “We looked at it.”",
      "Anna Berg | said | “The bridge is safe,” … “We looked at it.”\n" },
    { "Anna Berg said the bridge was safe. “We looked at it.”",
      "Anna Berg | said | the bridge was safe … “We looked at it.”\n" },
    { "“The bridge is safe. We looked at it,” Anna Berg said.",
      "Anna Berg | said | “The bridge is safe. We looked at it,”\n" },
  };

  read_check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_paragraphs (void)
{
  static const ReadCase cases[] = {
    { "Anna Berg said:\n“The bridge is safe.\n“We looked at it. It stands.”\nNobody asked Anna Berg.",
      "Anna Berg | said | “The bridge is safe.\n“We looked at it. It stands.”\n"
      "- |  | Nobody asked Anna Berg\n" },
    { "Anna Berg wrote:\nThe bridge is safe. We looked at it.\nNobody asked Anna Berg.",
      "Anna Berg | wrote | The bridge is safe. We looked at it\n"
      "- |  | Nobody asked Anna Berg\n" },
    { "“The bridge is safe,” Anna Berg said.\n“We looked at it.”",
      "Anna Berg | said | “The bridge is safe,” … “We looked at it.”\n" },
    { "“The bridge is safe,” Anna Berg said.\n“Who says so?” Carl Holm asked.",
      "Anna Berg | said | “The bridge is safe,”\nCarl Holm | asked | “Who says so?”\n" },
  };

  read_check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_layout (void)
{
  static const ReadCase cases[] = {
    { "“The bridge is safe. It stands.” — Anna Berg, mayor",
      "Anna Berg | — | “The bridge is safe. It stands.”\n" },
    { "BERG: The bridge is safe. Carl Holm said so.\nHOLM: I did not say that.",
      "BERG | : | The bridge is safe. Carl Holm said so\nCarl Holm | : | I did not say that\n" },
  };

  read_check_cases (cases, G_N_ELEMENTS (cases));
}

/* Beside a quotation, verbs that no list knows say that somebody spoke. */
static void
test_any_verb (void)
{
  static const ReadCase cases[] = {
    { "“Is the bridge safe?” Anna Berg demanded.",
      "Anna Berg | demanded | “Is the bridge safe?”\n" },
    { "Anna Berg made the following promise: “The bridge will stand.”",
      "Anna Berg | made | “The bridge will stand.”\n" },
    { "On “Face the Nation,” Anna Berg said the bridge was safe.",
      "Anna Berg | said | the bridge was safe\n" },
  };

  read_check_cases (cases, G_N_ELEMENTS (cases));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/quotations/marks", test_marks);
  g_test_add_func ("/language/quotations/sentences", test_sentences);
  g_test_add_func ("/language/quotations/paragraphs", test_paragraphs);
  g_test_add_func ("/language/quotations/layout", test_layout);
  g_test_add_func ("/language/quotations/any-verb", test_any_verb);
  return g_test_run ();
}
