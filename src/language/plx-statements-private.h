/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/plx-language-private.h"
#include "language/plx-phrases.h"
#include "language/plx-reading.h"

G_BEGIN_DECLS

/* What the files of "who said what" share; nobody else includes this.
 *
 *   plx-statement-lists.c  the word lists
 *   plx-cues.c             verbs and phrases that say who speaks, in one sentence
 *   plx-cue-nouns.c        nouns that do: "Kim's pledge to"
 *   plx-contents.c         what each of them covers, and which lies in which
 *   plx-sources.c          who the speaker is: tokens → entity
 *   plx-omissions.c        what a source is said to have left out
 *   plx-reigns.c           sources that go on speaking in later sentences
 *   plx-quotations.c       quotations that go on
 *   plx-statements.c       puts it together */

#define QUOTED_SHARE 0.9   // of its words in quotation marks: direct speech

typedef enum {
  FRAME_THAT = 1 << 0,
  FRAME_ZERO = 1 << 1,
  FRAME_QUOTE = 1 << 2,
  FRAME_NP = 1 << 3,
  FRAME_TO = 1 << 4,
  FRAME_TOOBJ = 1 << 5,
  FRAME_WH = 1 << 6,
  FRAME_ADDR = 1 << 7,
  FRAME_OF = 1 << 8,
  FRAME_AS2 = 1 << 9,
  FRAME_TALK = 1 << 10,
  FRAME_ATTITUDE = 1 << 11,
  FRAME_VIA = 1 << 12,
  FRAME_FIGURE = 1 << 13,
} CueFrames;

typedef enum { FORM_BASE, FORM_S, FORM_PAST, FORM_PARTICIPLE, FORM_ING } VerbForm;

typedef struct {
  char *lemma;
  char **rest;         // words that follow the verb: "out" of "point out"
  guint n_rest;
  char *force;
  CueFrames frames;
} CueVerb;

typedef enum {
  GROUP_NONE,
  GROUP_OUTLET,        // reports
  GROUP_REPORT,        // a text of somebody
  GROUP_SPEAKER,       // a person
  GROUP_BODY,          // speaks as one
  GROUP_DATA,          // shows
} SourceGroup;

typedef struct {
  PlxEntityKind kind;
  SourceGroup group;
  char **also;         // other nouns for the same outlet, NULL: none
} SourceNoun;

typedef struct {
  CueVerb *verb;
  VerbForm form;
} CueForm;

typedef struct {
  char *force;
  char **links;        // words that open what was said, NULL: none
} NominalCue;

struct _PlxStatementLists {
  PlxGrammar *grammar;
  GPtrArray *verbs;        // CueVerb
  GHashTable *forms;       // folded form → GArray of CueForm
  CueVerb spoken;          // any verb beside a quotation; without a lemma
  CueVerb held;            // any verb of somebody with a clause under it; without a lemma
  GHashTable *nominal;     // noun → NominalCue
  GHashTable *light;       // forms of verbs that only utter a noun: "issued"
  GHashTable *source_nouns; // noun → SourceNoun
  GHashTable *narrating;   // lemmas that open a retelling
  PlxPhrases *omissions;   // value: "any", "report", "outlet" or "passive"
  PlxPhrases *ends;        // end what was left out; value "end": without a comma too
  PlxPhrases *hedges;
  PlxPhrases *voices;      // value: "own" or "link"
  PlxPhrases *scenes;
  PlxPhrases *asides;
  PlxPhrases *sequels;     // open the rest of a clause that an attribution cuts
  PlxPhrases *preludes;    // open a clause that another must follow
  PlxPhrases *viewers;     // between a text and those who only read it
  GHashTable *telling;     // forms of verbs that outlets do: "carried"
};

typedef enum {
  CUE_VERB,          // Kim said
  CUE_ACCORDING,     // according to Kim
  CUE_AS,            // as reported by Kim, as Kim reported
  CUE_PARTICIPLE,    // …, noting that; by affirming that
  CUE_QUOTED,        // was quoted as saying
  CUE_CITING,        // citing officials
  CUE_NOUN,          // Kim's pledge to
} CueKind;

typedef struct {
  CueKind kind;
  const CueVerb *verb; // NULL: according to, a noun
  const char *force;   // of a noun, else NULL
  VerbForm form;
  PlxRange words;      // the cue itself
  PlxRange subject;    // empty: shared with partner
  PlxRange extent;     // all of the attribution: subject, cue, addressee
  PlxRange addressee;
  PlxRange left, right; // content on either side; empty: none
  guint cut;           // where an earlier content ends when this one follows it
  gint32 partner;      // cue of the sentence whose subject it shares, -1
  gint32 parent;       // cue whose content it lies in, -1
  gboolean is_clause;  // content is a clause, not a noun phrase
  gboolean negated;
  gboolean has_that;
  gint32 entity;       // of the speaker; -2: not yet looked up
  PlxRange source;     // the speaker's words
  SourceGroup group;
} Cue;

/* One article on its way through the room. */
typedef struct {
  const PlxStatementLists *lists;
  PlxAnalysis *analysis;
  PlxReading *reading;
  GArray *cues;        // Cue, of the current sentence
  GArray *extra;       // PlxMention, sources that no mention names
  GArray *reports;     // sentence → entity of an outlet that reports there, -1
  gint32 last_outlet;  // that spoke, -1
  GHashTable *outlets; // set of entities + 1 that spoke as outlets
  GHashTable *by_noun; // noun of an outlet → its entity + 1
  guint n_extended;    // sentences that the last statement's quotation took in
  guint taken;         // one past the last token that a statement took in beyond its sentence
} Statements;

#define CUE(s, i) (&g_array_index ((s)->cues, Cue, (i)))

/* plx-cues.c */
void     plx_statements_find_cues     (Statements *self, guint sentence);
gboolean plx_statements_has_finite    (const Statements *self, guint begin, guint end);
guint    plx_statements_skip_dateline (const Statements *self, guint sentence);
/* plx-contents.c */
void     plx_statements_find_contents (Statements *self, guint sentence);
void     plx_statements_drop_echoes   (Statements *self);
gboolean plx_statements_is_shell      (const Statements *self, guint cue);
/* plx-content-trees.c */
guint    plx_statements_tree_end      (const Statements *self, const Cue *cue);
/* plx-sources.c */
gboolean plx_statements_is_speaker    (const Statements *self, PlxRange subject);
gint32   plx_statements_resolve       (Statements *self, PlxRange subject, PlxRange *source,
                                       SourceGroup *group);
SourceGroup plx_statements_group_of   (const Statements *self, PlxRange subject, guint *head);
void     plx_statements_keep_extra    (Statements *self);
/* plx-omissions.c */
void     plx_statements_find_omissions (Statements *self, guint sentence);
void     plx_statements_join_omissions (Statements *self);
/* plx-reigns.c */
void     plx_statements_carry         (Statements *self);
/* plx-quotations.c */
void     plx_statements_count_quoted  (const Statements *self, PlxRange range, guint *quoted,
                                       guint *all);
gboolean plx_statements_go_on         (Statements *self, guint sentence);
/* plx-statements.c */
void     plx_statements_resolve_cue   (Statements *self, guint cue);
PlxSlice plx_statements_add_range     (Statements *self, PlxRange range);
PlxSlice plx_statements_add_content   (Statements *self, PlxRange left, PlxRange right);
PlxSlice plx_statements_find_hedges   (Statements *self, PlxRange range);
PlxSlice plx_statements_add_levels    (Statements *self, gint32 cue);
PlxStatement plx_statement_blank      (guint sentence);
guint    plx_statements_trim          (const Statements *self, guint begin, guint end);

G_END_DECLS
