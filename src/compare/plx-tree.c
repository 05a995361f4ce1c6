/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-tree.h"

#include "compare/plx-text.h"

#include <string.h>

const PlxToken *
plx_tree_token_at (const PlxTree *tree, guint i)
{
  return PLX_TOKEN (tree->analysis, tree->first + i);
}

gboolean
plx_tree_is_rel (const PlxTree *tree, guint i, const char *rel)
{
  const char *deprel = plx_tree_token_at (tree, i)->deprel;
  gsize n = strlen (rel);

  return deprel != NULL && strncmp (deprel, rel, n) == 0
         && (deprel[n] == '\0' || deprel[n] == ':');
}

gboolean
plx_tree_is_tag (const PlxTree *tree, guint i, const char *tags)
{
  const char *xpos = plx_tree_token_at (tree, i)->xpos;
  gsize n = xpos != NULL ? strlen (xpos) : 0;

  for (const char *p = n > 0 ? strstr (tags, xpos) : NULL; p != NULL; p = strstr (p + 1, xpos))
    if ((p == tags || p[-1] == ' ') && (p[n] == ' ' || p[n] == '\0'))
      return TRUE;
  return FALSE;
}

guint
plx_tree_classes_of (const PlxTree *tree, guint i)
{
  PlxSpan span = plx_tree_token_at (tree, i)->span;

  return plx_claim_words_classes (tree->words, tree->analysis->text + span.begin,
                                  plx_span_length (span));
}

gboolean
plx_tree_is_punct (const PlxTree *tree, guint i)
{
  return g_strcmp0 (plx_tree_token_at (tree, i)->upos, "PUNCT") == 0;
}

gboolean
plx_tree_is_quote (const PlxTree *tree, guint i)
{
  return plx_tree_is_tag (tree, i, "`` ''");
}

gboolean
plx_tree_is_edge (const PlxTree *tree, guint i)
{
  return plx_tree_is_punct (tree, i) && !plx_tree_is_quote (tree, i)
         && !plx_tree_is_tag (tree, i, "-LRB- -RRB-");
}

/* The first child by @rel, -1: none. */
gint
plx_tree_child_of (const PlxTree *tree, guint i, const char *rel)
{
  for (guint j = 0; j < tree->n; j++)
    if (tree->head[j] == (gint) i && plx_tree_is_rel (tree, j, rel))
      return (gint) j;
  return -1;
}

gint
plx_tree_own_subject (const PlxTree *tree, guint i)
{
  static const char *const rels[] = { "nsubj", "csubj", "expl" };
  gint subject = -1;

  for (guint r = 0; r < G_N_ELEMENTS (rels) && subject < 0; r++)
    subject = plx_tree_child_of (tree, i, rels[r]);
  return subject;
}

/* Its subject, or the one that it shares as a conjunct; -1: none. */
gint
plx_tree_subject_of (const PlxTree *tree, guint i)
{
  gint subject = plx_tree_own_subject (tree, i);

  for (guint n = 0; subject < 0 && n < tree->n; n++)
    {
      if (!plx_tree_is_rel (tree, i, "conj") || tree->head[i] < 0)
        break;
      i = (guint) tree->head[i];
      subject = plx_tree_own_subject (tree, i);
    }
  for (guint j = 0; j < i && subject < 0 && plx_tree_is_rel (tree, i, "ccomp"); j++)
    if (tree->head[j] == tree->head[i] && plx_tree_is_rel (tree, j, "ccomp"))   // of one clause
      subject = plx_tree_own_subject (tree, j);
  return subject;
}

gboolean
plx_tree_is_under (const PlxTree *tree, guint i, guint root)
{
  gint at = (gint) i;

  for (guint n = 0; at >= 0 && n <= tree->n; n++)
    {
      if (at == (gint) root)
        return TRUE;
      at = tree->head[at];
    }
  return FALSE;
}

guint
plx_tree_first_under (const PlxTree *tree, guint root)
{
  for (guint i = 0; i < root; i++)
    if (!plx_tree_is_punct (tree, i) && plx_tree_is_under (tree, i, root))
      return i;
  return root;
}

gint
plx_tree_auxiliary_of (const PlxTree *tree, guint i)
{
  gint aux = plx_tree_child_of (tree, i, "aux");

  return aux >= 0 ? aux : plx_tree_child_of (tree, i, "cop");
}

gboolean
plx_tree_is_finite (const PlxTree *tree, guint i)
{
  if (plx_tree_is_tag (tree, i, "VBD VBZ VBP MD"))
    return TRUE;
  for (guint j = 0; j < tree->n; j++)
    if (tree->head[j] == (gint) i
        && (plx_tree_is_rel (tree, j, "aux") || plx_tree_is_rel (tree, j, "cop"))
        && plx_tree_is_tag (tree, j, "VBD VBZ VBP MD"))
      return TRUE;
  return FALSE;
}

gboolean
plx_tree_is_predicate (const PlxTree *tree, guint i)
{
  const char *upos = plx_tree_token_at (tree, i)->upos;

  return g_strcmp0 (upos, "VERB") == 0 || g_strcmp0 (upos, "AUX") == 0
         || plx_tree_child_of (tree, i, "cop") >= 0 || plx_tree_own_subject (tree, i) >= 0;
}

gboolean
plx_tree_is_negation (const PlxTree *tree, guint i)
{
  PlxSpan span = plx_tree_token_at (tree, i)->span;
  g_autofree char *word = plx_text_fold (tree->analysis->text + span.begin,
                                         plx_span_length (span));

  return (plx_lexicon_classes (tree->lexicon, word) & PLX_WORD_NEGATION) != 0
         || g_str_has_prefix (word, "n'") || g_str_has_prefix (word, "n’");
}

gboolean
plx_tree_is_negated (const PlxTree *tree, guint i)
{
  for (guint j = 0; j < tree->n; j++)
    if (tree->head[j] == (gint) i && plx_tree_is_rel (tree, j, "advmod")
        && plx_tree_is_negation (tree, j))
      return TRUE;
  return FALSE;
}

guint
plx_tree_count_content (const PlxTree *tree, guint root)
{
  static const char *const tags[] = { "NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV" };
  guint n = 0;

  for (guint i = 0; i < tree->n; i++)
    for (guint t = 0; t < G_N_ELEMENTS (tags); t++)
      if (g_strcmp0 (plx_tree_token_at (tree, i)->upos, tags[t]) == 0
          && plx_tree_is_under (tree, i, root))
        {
          n++;
          break;
        }
  return n;
}
