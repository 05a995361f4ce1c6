/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-statements-private.h"

#include <string.h>

#include "language/plx-lists.h"

/* Loads cues.tsv, nominal-cues.tsv, source-nouns.tsv, omissions.tsv,
 * hedges.tsv and voice.tsv. */

static const char *const frame_names[] = {
  "that", "zero", "quote", "np", "to", "toobj", "wh", "addr", "of", "as2", "talk", "attitude",
  "via", "figure",
};

static const char *const group_names[] = {
  "", "outlet", "report", "speaker", "body", "data",
};

static void
free_verb (gpointer data)
{
  CueVerb *verb = data;

  g_free (verb->lemma);
  g_strfreev (verb->rest);
  g_free (verb->force);
  g_free (verb);
}

static void
free_nominal (gpointer data)
{
  NominalCue *noun = data;

  g_free (noun->force);
  g_strfreev (noun->links);
  g_free (noun);
}

static void
free_source_noun (gpointer data)
{
  g_strfreev (((SourceNoun *) data)->also);
  g_free (data);
}

static void
add_form (PlxStatementLists *lists, const char *string, CueVerb *verb, VerbForm form)
{
  CueForm entry = { verb, form };
  GArray *entries = g_hash_table_lookup (lists->forms, string);

  if (entries == NULL)
    {
      entries = g_array_new (FALSE, FALSE, sizeof (CueForm));
      g_hash_table_insert (lists->forms, g_strdup (string), entries);
    }
  for (guint i = 0; i < entries->len; i++)
    if (g_array_index (entries, CueForm, i).verb == verb)
      return;
  g_array_append_val (entries, entry);
}

static gboolean
add_verb (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxStatementLists *lists = user_data;
  g_auto (GStrv) forms = NULL, frames = NULL, words = NULL;
  CueVerb *verb;

  if (n_fields < 4)
    return plx_lists_refuse (error, "a verb, its forms, a force and frames are needed");
  forms = g_strsplit (fields[1], ",", -1);
  frames = g_strsplit (fields[3], " ", -1);
  words = g_strsplit (fields[0], " ", -1);
  if (g_strv_length (forms) != 4)
    return plx_lists_refuse (error, "four forms are needed");
  verb = g_new0 (CueVerb, 1);
  g_ptr_array_add (lists->verbs, verb);
  verb->lemma = g_strdup (words[0]);
  verb->rest = g_strdupv (words + 1);
  verb->n_rest = g_strv_length (verb->rest);
  verb->force = g_strdup (fields[2]);
  for (guint i = 0; frames[i] != NULL; i++)
    {
      int frame = plx_lists_find (frame_names, G_N_ELEMENTS (frame_names), frames[i]);

      if (frame < 0)
        return plx_lists_refuse (error, "no such frame");
      verb->frames |= (CueFrames) (1 << frame);
    }
  add_form (lists, verb->lemma, verb, FORM_BASE);
  for (guint i = 0; i < 4; i++)
    add_form (lists, forms[i], verb, (VerbForm) (FORM_S + i));
  return TRUE;
}

static gboolean
add_nominal (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxStatementLists *lists = user_data;
  NominalCue *noun;

  if (n_fields < 2)
    return plx_lists_refuse (error, "a noun and a force are needed");
  noun = g_new0 (NominalCue, 1);
  noun->force = g_strdup (fields[1]);
  noun->links = n_fields > 2 ? g_strsplit (fields[2], " ", -1) : NULL;
  g_hash_table_replace (lists->nominal, g_strdup (fields[0]), noun);
  return TRUE;
}

static gboolean
add_source_noun (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxStatementLists *lists = user_data;
  SourceNoun *noun;
  int group;

  if (n_fields < 3)
    return plx_lists_refuse (error, "a noun, a kind and a group are needed");
  group = plx_lists_find (group_names, G_N_ELEMENTS (group_names), fields[2]);
  if (group <= 0)
    return plx_lists_refuse (error, "no such group");
  noun = g_new0 (SourceNoun, 1);
  noun->kind = plx_entity_kind_from_nick (fields[1]);
  noun->group = (SourceGroup) group;
  noun->also = n_fields > 3 ? g_strsplit (fields[3], ",", -1) : NULL;
  g_hash_table_replace (lists->source_nouns, g_strdup (fields[0]), noun);
  return TRUE;
}

/* Where the rows of each kind of voice.tsv go: single words or phrases. */
static gboolean
add_voice (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxStatementLists *lists = user_data;
  const struct { const char *kind; GHashTable *words; PlxPhrases *phrases; } places[] = {
    { "narrate", lists->narrating, NULL }, { "tell", lists->telling, NULL },
    { "light", lists->light, NULL },       { "own", NULL, lists->voices },
    { "link", NULL, lists->voices },       { "aside", NULL, lists->asides },
    { "scene", NULL, lists->scenes },      { "end", NULL, lists->ends },
    { "comma-end", NULL, lists->ends },    { "late", NULL, lists->ends },
    { "sequel", NULL, lists->sequels },    { "prelude", NULL, lists->preludes },
    { "viewer", NULL, lists->viewers },
  };

  for (guint i = 0; n_fields > 1 && i < G_N_ELEMENTS (places); i++)
    {
      if (!g_str_equal (places[i].kind, fields[1]))
        continue;
      if (places[i].words != NULL)
        g_hash_table_add (places[i].words, g_strdup (fields[0]));
      else
        plx_phrases_add (places[i].phrases, fields[0], fields[1]);
      return TRUE;
    }
  return plx_lists_refuse (error, "a phrase and a known kind are needed");
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxStatementLists, plx_statement_lists_free)

PlxStatementLists *
plx_statement_lists_new (GError **error)
{
  static const PlxListFile files[] = {
    { "language/en/cues.tsv", add_verb },
    { "language/en/nominal-cues.tsv", add_nominal },
    { "language/en/source-nouns.tsv", add_source_noun },
    { "language/en/voice.tsv", add_voice },
  };
  g_autoptr (PlxStatementLists) lists = g_new0 (PlxStatementLists, 1);

  lists->verbs = g_ptr_array_new_with_free_func (free_verb);
  lists->forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) g_array_unref);
  lists->spoken = (CueVerb) { .force = (char *) "said", .frames = FRAME_QUOTE };
  lists->held = (CueVerb) { .force = (char *) "said", .frames = FRAME_THAT | FRAME_ATTITUDE };
  lists->nominal = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_nominal);
  lists->light = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lists->source_nouns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                               free_source_noun);
  lists->narrating = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lists->omissions = plx_phrases_new ();
  lists->ends = plx_phrases_new ();
  lists->hedges = plx_phrases_new ();
  lists->voices = plx_phrases_new ();
  lists->scenes = plx_phrases_new ();
  lists->asides = plx_phrases_new ();
  lists->sequels = plx_phrases_new ();
  lists->preludes = plx_phrases_new ();
  lists->viewers = plx_phrases_new ();
  lists->telling = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lists->grammar = plx_grammar_new (error);
  if (lists->grammar == NULL
      || !plx_lists_load (files, G_N_ELEMENTS (files), lists, error)
      || !plx_phrases_load (lists->omissions, "language/en/omissions.tsv", error)
      || !plx_phrases_load (lists->hedges, "language/en/hedges.tsv", error))
    return NULL;
  return g_steal_pointer (&lists);
}

void
plx_statement_lists_free (PlxStatementLists *lists)
{
  if (lists == NULL)
    return;
  g_clear_pointer (&lists->grammar, plx_grammar_free);
  g_clear_pointer (&lists->verbs, g_ptr_array_unref);
  g_clear_pointer (&lists->forms, g_hash_table_unref);
  g_clear_pointer (&lists->nominal, g_hash_table_unref);
  g_clear_pointer (&lists->light, g_hash_table_unref);
  g_clear_pointer (&lists->source_nouns, g_hash_table_unref);
  g_clear_pointer (&lists->narrating, g_hash_table_unref);
  g_clear_pointer (&lists->omissions, plx_phrases_free);
  g_clear_pointer (&lists->ends, plx_phrases_free);
  g_clear_pointer (&lists->hedges, plx_phrases_free);
  g_clear_pointer (&lists->voices, plx_phrases_free);
  g_clear_pointer (&lists->scenes, plx_phrases_free);
  g_clear_pointer (&lists->asides, plx_phrases_free);
  g_clear_pointer (&lists->sequels, plx_phrases_free);
  g_clear_pointer (&lists->preludes, plx_phrases_free);
  g_clear_pointer (&lists->viewers, plx_phrases_free);
  g_clear_pointer (&lists->telling, g_hash_table_unref);
  g_free (lists);
}
