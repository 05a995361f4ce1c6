/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-lemma.h"

#include <string.h>

/* Inflection undone. A stem is believed when the lexicon knows it;
 * otherwise the first rule that fits gives it. */

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
apply_rules (const PlxTokenLists *lists, const char *form, PlxLemmaRules rules, char *lemma,
             gsize size)
{
  const PlxLemmaRule *first = NULL;

  for (guint i = 0; i < lists->lemma_rules[rules]->len; i++)
    {
      const PlxLemmaRule *rule = &g_array_index (lists->lemma_rules[rules], PlxLemmaRule, i);
      int stem;

      if (!g_str_has_suffix (form, rule->ending))
        continue;
      stem = (int) (strlen (form) - strlen (rule->ending));
      if (stem < 2)
        continue;
      g_snprintf (lemma, size, "%.*s%s", stem, form, rule->instead);
      if (is_known (lists, lemma))
        return;
      if (first == NULL)
        first = rule;
    }
  if (first == NULL)
    {
      g_strlcpy (lemma, form, size);
      return;
    }
  g_snprintf (lemma, size, "%.*s%s", (int) (strlen (form) - strlen (first->ending)), form,
              first->instead);
  if (*first->instead == '\0' && rules != PLX_LEMMA_PLURAL)
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
    apply_rules (lists, form, PLX_LEMMA_PLURAL, lemma, size);
  else if (g_str_equal (tag->xpos, "VBD") || g_str_equal (tag->xpos, "VBN"))
    apply_rules (lists, form, PLX_LEMMA_PAST, lemma, size);
  else if (g_str_equal (tag->xpos, "VBG"))
    apply_rules (lists, form, PLX_LEMMA_ING, lemma, size);
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
