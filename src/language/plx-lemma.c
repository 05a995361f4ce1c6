/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-lemma.h"

#include <string.h>

/* English inflection undone. A stem is believed when the lexicon knows it;
 * otherwise the first rule that fits gives it. */

typedef struct {
  const char *ending;
  const char *instead;
} Rule;

static const Rule plural_rules[] = {
  { "ies", "y" }, { "sses", "ss" }, { "shes", "sh" }, { "ches", "ch" }, { "xes", "x" },
  { "zes", "ze" }, { "s", "" },
};
static const Rule past_rules[] = {
  { "ied", "y" }, { "eed", "ee" }, { "ed", "" }, { "ed", "e" }, { "d", "" },
};
static const Rule ing_rules[] = {
  { "ying", "y" }, { "ing", "" }, { "ing", "e" },
};

static gboolean
is_known (const PlxTokenLists *lists, const char *stem)
{
  return g_hash_table_contains (lists->lexicon, stem);
}

/* "stopp" → "stop" */
static void
undouble (char *stem)
{
  gsize n = strlen (stem);

  if (n >= 4 && stem[n - 1] == stem[n - 2] && strchr ("lsz", stem[n - 1]) == NULL)
    stem[n - 1] = '\0';
}

static void
apply_rules (const PlxTokenLists *lists, const char *form, const Rule *rules, guint n_rules,
             char *lemma, gsize size)
{
  const Rule *first = NULL;

  for (guint i = 0; i < n_rules; i++)
    {
      int stem;

      if (!g_str_has_suffix (form, rules[i].ending))
        continue;
      stem = (int) (strlen (form) - strlen (rules[i].ending));
      if (stem < 2)
        continue;
      g_snprintf (lemma, size, "%.*s%s", stem, form, rules[i].instead);
      if (is_known (lists, lemma))
        return;
      if (first == NULL)
        first = &rules[i];
    }
  if (first == NULL)
    {
      g_strlcpy (lemma, form, size);
      return;
    }
  g_snprintf (lemma, size, "%.*s%s", (int) (strlen (form) - strlen (first->ending)), form,
              first->instead);
  if (*first->instead == '\0' && first->ending[0] != 's')
    undouble (lemma);
}

void
plx_lemma_of (const PlxTokenLists *lists, const char *form, const PlxTag *tag, const char *edit,
              char *lemma, gsize size)
{
  if (edit != NULL)
    {
      char *add;
      guint64 cut = g_ascii_strtoull (edit, &add, 10);
      glong length = g_utf8_strlen (form, -1);
      gsize n_add = strcspn (add, " ");

      if (cut <= (guint64) length)
        {
          const char *stem_end = g_utf8_offset_to_pointer (form, length - (glong) cut);

          g_snprintf (lemma, size, "%.*s%.*s", (int) (stem_end - form), form, (int) n_add, add);
          return;
        }
    }
  if (g_str_equal (tag->xpos, "NNS") || g_str_equal (tag->xpos, "VBZ"))
    apply_rules (lists, form, plural_rules, G_N_ELEMENTS (plural_rules), lemma, size);
  else if (g_str_equal (tag->xpos, "VBD") || g_str_equal (tag->xpos, "VBN"))
    apply_rules (lists, form, past_rules, G_N_ELEMENTS (past_rules), lemma, size);
  else if (g_str_equal (tag->xpos, "VBG"))
    apply_rules (lists, form, ing_rules, G_N_ELEMENTS (ing_rules), lemma, size);
  else
    g_strlcpy (lemma, form, size);
}

const char *
plx_lemma_features (const char *upos, const char *xpos)
{
  static const struct { const char *xpos, *features; } table[] = {
    { "NN", "Number=Sing" }, { "NNP", "Number=Sing" }, { "NNS", "Number=Plur" },
    { "NNPS", "Number=Plur" }, { "JJ", "Degree=Pos" }, { "JJR", "Degree=Cmp" },
    { "JJS", "Degree=Sup" }, { "VB", "VerbForm=Inf" }, { "VBD", "Tense=Past|VerbForm=Fin" },
    { "VBN", "Tense=Past|VerbForm=Part" }, { "VBG", "VerbForm=Ger" },
    { "VBP", "Tense=Pres|VerbForm=Fin" },
    { "VBZ", "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin" }, { "MD", "VerbForm=Fin" },
    { "PRP$", "Poss=Yes|PronType=Prs" }, { "PRP", "PronType=Prs" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table) && *upos != '\0'; i++)
    if (g_str_equal (table[i].xpos, xpos))
      return table[i].features;
  return NULL;
}
