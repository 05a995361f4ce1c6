/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-grammar.h"

#include "base/plx-data.h"
#include "language/plx-lists.h"

#define FILE_NAME "language/en/grammar.tsv"

struct _PlxGrammar {
  GHashTable *words;     // folded word → bits of PlxWordSet
};

static const char *const set_names[N_PLX_WORDS] = {
  "be", "auxiliary", "negation", "possessive", "theirs", "relative", "question", "link", "part",
  "quantifier", "speaker", "empty", "subject", "beside", "shared", "participle", "said",
  "before-clause", "before-time", "article", "definite", "clause-opener", "clause-link",
  "not-inserted", "after-verb", "place", "doubt", "modal",
  "adverbial",
};

/* A row is a set and its words. */
static gboolean
add_set (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxGrammar *grammar = user_data;
  g_auto (GStrv) words = n_fields > 1 ? g_strsplit (fields[1], " ", -1) : NULL;
  guint set = 0;

  while (set < N_PLX_WORDS && !g_str_equal (set_names[set], fields[0]))
    set++;
  if (set == N_PLX_WORDS || words == NULL)
    return plx_lists_refuse (error, "a known set and its words are needed");
  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_replace (grammar->words, g_strdup (words[i]),
                          GUINT_TO_POINTER (plx_grammar_sets (grammar, words[i])
                                            | 1u << set));
  return TRUE;
}

PlxGrammar *
plx_grammar_new (GError **error)
{
  g_autoptr (PlxGrammar) grammar = g_new0 (PlxGrammar, 1);

  grammar->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!plx_data_read_table (FILE_NAME, add_set, grammar, error))
    return NULL;
  return g_steal_pointer (&grammar);
}

void
plx_grammar_free (PlxGrammar *grammar)
{
  if (grammar == NULL)
    return;
  g_hash_table_unref (grammar->words);
  g_free (grammar);
}

guint32
plx_grammar_sets (const PlxGrammar *grammar, const char *lower)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (grammar->words, lower));
}
