/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-lemma.h"

#include <string.h>

/* Inflection undone, and what a form says beside its tags. A stem is believed
 * when the lexicon knows it; otherwise the first rule that fits gives it. */

void
plx_word_form_read (const PlxAnalysis *analysis, guint token, PlxWordForm *word)
{
  PlxSpan span = PLX_TOKEN (analysis, token)->span;
  const char *p = analysis->text + span.begin;
  const char *end = analysis->text + span.end;
  guint n = 0, k = 0;

  word->capital = g_unichar_isupper (g_utf8_get_char (p));
  word->initial = FALSE;
  for (; p < end && n < PLX_WORD_FORM_SIZE - 8 && k < PLX_WORD_FORM_SIZE - 8;
       p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x2019 || c == 0x2018)
        c = '\'';
      else if (c == 0x201c || c == 0x201d)
        c = '"';
      n += (guint) g_unichar_to_utf8 (c, word->form + n);
      k += (guint) g_unichar_to_utf8 (g_unichar_tolower (c), word->folded + k);
    }
  word->form[n] = word->folded[k] = '\0';
  word->cut = p < end;
}

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

  // letters only: two equal bytes may end one character of another script
  if (n >= 4 && g_ascii_isalpha (stem[n - 1]) && stem[n - 1] == stem[n - 2]
      && strchr ("lsz", stem[n - 1]) == NULL)
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

/* "3y": cut three letters, add "y". FALSE: the form is too short for it. */
static gboolean
apply_edit (const char *form, const char *edit, char *lemma, gsize size)
{
  char *add;
  guint64 cut = g_ascii_strtoull (edit, &add, 10);
  glong length = g_utf8_strlen (form, -1);
  gsize n_add = strcspn (add, " ");
  const char *stem_end;

  if (cut > (guint64) length)
    return FALSE;
  stem_end = g_utf8_offset_to_pointer (form, length - (glong) cut);
  g_snprintf (lemma, size, "%.*s%.*s", (int) (stem_end - form), form, (int) n_add, add);
  return TRUE;
}

/* The dictionary form: as the lexicon edits it, else by ending. */
static void
find_lemma (const PlxTokenLists *lists, const char *form, const char *xpos, const char *edit,
            char *lemma, gsize size)
{
  if (edit != NULL && apply_edit (form, edit, lemma, size))
    return;
  if (g_str_equal (xpos, "NNS") || g_str_equal (xpos, "VBZ"))
    apply_rules (lists, form, PLX_LEMMA_PLURAL, lemma, size);
  else if (g_str_equal (xpos, "VBD") || g_str_equal (xpos, "VBN"))
    apply_rules (lists, form, PLX_LEMMA_PAST, lemma, size);
  else if (g_str_equal (xpos, "VBG"))
    apply_rules (lists, form, PLX_LEMMA_ING, lemma, size);
  else
    g_strlcpy (lemma, form, size);
}

static const char *
find_features (const PlxTokenLists *lists, const PlxToken *token, const char *folded)
{
  char key[PLX_WORD_FORM_SIZE + 32];
  const char *features;

  g_snprintf (key, sizeof key, "%s|%s|%s", token->upos, token->xpos, folded);
  features = g_hash_table_lookup (lists->features, key);
  if (features == NULL)
    {
      g_snprintf (key, sizeof key, "%s|%s|*", token->upos, token->xpos);
      features = g_hash_table_lookup (lists->features, key);
    }
  return features != NULL && *features != '\0' ? features : NULL;
}

void
plx_lemma_set (const PlxTokenLists *lists, PlxAnalysis *analysis, guint i,
               const PlxWordForm *word, const char *edit)
{
  PlxToken *token = PLX_TOKEN (analysis, i);
  gboolean is_name = g_str_equal (token->upos, "PROPN");
  char lemma[2 * PLX_WORD_FORM_SIZE];

  token->feats = plx_analysis_intern (analysis, find_features (lists, token, word->folded));
  if (word->cut)
    {
      token->lemma = plx_analysis_intern_span (analysis, token->span);
      return;
    }
  find_lemma (lists, is_name ? word->form : word->folded, token->xpos, edit, lemma, sizeof lemma);
  token->lemma = plx_analysis_intern (analysis, lemma);
}

/* What the lexicon says of the lemma of a form with these tags. */
static const char *
find_edit (const PlxTokenLists *lists, const char *form, const PlxToken *token)
{
  PlxReadingOfForm readings[8];
  guint n = plx_lexicon_readings (lists, form, readings, G_N_ELEMENTS (readings));

  for (guint k = 0; k < n; k++)
    if (g_str_equal (lists->tags[readings[k].tag].upos, token->upos)
        && g_str_equal (lists->tags[readings[k].tag].xpos, token->xpos))
      return readings[k].edit;
  return NULL;
}

/* As plx_lemma_set(), for tags that did not come from the lexicon. */
void
plx_lemma_find (const PlxTokenLists *lists, PlxAnalysis *analysis, guint i)
{
  const PlxToken *token = PLX_TOKEN (analysis, i);
  const char *edit = NULL;
  PlxWordForm word;

  plx_word_form_read (analysis, i, &word);
  if (!word.cut)
    {
      edit = find_edit (lists, word.form, token);
      if (edit == NULL && word.capital)
        edit = find_edit (lists, word.folded, token);
    }
  plx_lemma_set (lists, analysis, i, &word, edit);
}
