/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Small words of a language by what they do in a sentence, from grammar.tsv.
 * A word may do several things. */
typedef enum {
  PLX_WORDS_BE,
  PLX_WORDS_AUXILIARY,       // in a group before its verb
  PLX_WORDS_NEGATION,
  PLX_WORDS_POSSESSIVE,
  PLX_WORDS_THEIRS,          // possessives that stand for somebody told of
  PLX_WORDS_RELATIVE,
  PLX_WORDS_QUESTION,        // open an indirect question
  PLX_WORDS_LINK,            // go on with a noun phrase
  PLX_WORDS_PART,            // "one of them"
  PLX_WORDS_QUANTIFIER,      // stand for a noun
  PLX_WORDS_SPEAKER,         // who may have said something, though unnamed
  PLX_WORDS_EMPTY,           // point at nobody
  PLX_WORDS_SUBJECT,         // pronouns that are a subject
  PLX_WORDS_BESIDE,          // before a clause that stands beside another
  PLX_WORDS_SHARED,          // before a verb that shares its subject
  PLX_WORDS_PARTICIPLE,      // before "noting that", "by affirming that"
  PLX_WORDS_SAID,            // the plainest verbs of saying
  PLX_WORDS_BEFORE_CLAUSE,   // open what stands between a verb and its clause
  PLX_WORDS_BEFORE_TIME,
  PLX_WORDS_ARTICLE,
  PLX_WORDS_DEFINITE,
  PLX_WORDS_CLAUSE_OPENER,   // may open a clause without a noun phrase
  PLX_WORDS_CLAUSE_LINK,     // what stands before belongs to another clause
  PLX_WORDS_NOT_INSERTED,    // open no insertion between commas
  PLX_WORDS_AFTER_VERB,      // between a verb and its object
  PLX_WORDS_PLACE,           // before a place
  PLX_WORDS_DOUBT,           // what follows was not said
  PLX_WORDS_MODAL,           // what is told of is not, or not yet
  PLX_WORDS_ADVERBIAL,       // open a clause that says when or why
  N_PLX_WORDS,
} PlxWordSet;

G_STATIC_ASSERT (N_PLX_WORDS <= 32);

typedef struct _PlxGrammar PlxGrammar;

PlxGrammar *plx_grammar_new  (GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void        plx_grammar_free (PlxGrammar       *grammar);
guint32     plx_grammar_sets (const PlxGrammar *grammar,
                              const char       *lower);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxGrammar, plx_grammar_free)

G_END_DECLS
