/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "base/plx-span.h"

G_BEGIN_DECLS

/* What the engine understood of one article: arrays of small value structs
 * that point at each other by index (-1: none). The language room fills it,
 * everything above reads it. Immutable once returned, so any thread may read.
 *
 *   paragraphs ⊃ sentences ⊃ tokens
 *   mentions → entities → roles, names
 *   statements → levels → entities;  content, cue, hedges: slices of spans
 *   events → participants → entities;  relations, findings → statements
 *
 * Invariants
 *  1. Every span lies on code point boundaries inside the text.
 *  2. sentences, tokens, mentions, phrases, times, quantities are sorted by
 *     begin.
 *  3. Every slice lies inside its pool: spans, strings, roles, levels,
 *     participants.
 *  4. Strings are interned in the analysis and live as long as it does. */

typedef enum {
  PLX_ENTITY_OTHER,
  PLX_ENTITY_PERSON,
  PLX_ENTITY_ORGANISATION,
  PLX_ENTITY_STATE,
  PLX_ENTITY_PLACE,
  PLX_ENTITY_FACILITY,
  PLX_ENTITY_MEDIA,
  PLX_ENTITY_PARTY,
  PLX_ENTITY_GOVERNMENT,
  PLX_ENTITY_EVENT,
  PLX_ENTITY_COMMEMORATION,
  PLX_ENTITY_PRODUCT,
  PLX_ENTITY_NATIONALITY,
  PLX_N_ENTITY_KINDS,
} PlxEntityKind;

typedef enum {
  PLX_FORM_NAME,
  PLX_FORM_ROLE,
  PLX_FORM_DESCRIPTION,
  PLX_FORM_PRONOUN,
  PLX_N_FORMS,
} PlxMentionForm;

typedef enum {
  PLX_MODE_DIRECT,
  PLX_MODE_INDIRECT,
  PLX_MODE_MIXED,
  PLX_MODE_EVENT,      // the source reports that something happened
  PLX_MODE_OMISSION,   // the text says that a source left something out
  PLX_N_MODES,
} PlxStatementMode;

typedef enum {
  PLX_TIME_DATE,
  PLX_TIME_TIME,
  PLX_TIME_DURATION,
  PLX_TIME_SET,
  PLX_N_TIME_TYPES,
} PlxTimeType;

typedef enum {
  PLX_BOUND_EXACT,     // "="
  PLX_BOUND_AT_LEAST,  // ">="
  PLX_BOUND_AT_MOST,   // "<="
  PLX_BOUND_ABOUT,     // "~"
  PLX_N_BOUNDS,
} PlxBound;

typedef enum {
  PLX_FINDING_DURATION,
  PLX_FINDING_DATE,
  PLX_FINDING_NUMBER,
  PLX_FINDING_NAME,
  PLX_FINDING_TITLE,
  PLX_FINDING_REPEATED,
  PLX_FINDING_OMISSION,
  PLX_N_FINDING_KINDS,
} PlxFindingKind;

typedef struct {
  PlxSpan span;
  const char *lemma;
  const char *upos;    // one of UD's 17 tags; "X" when nothing is known
  const char *xpos;    // Penn tag, or NULL
  const char *feats;   // "Number=Sing", or NULL
  gint32 head;         // index into tokens, -1: root or not known
  const char *deprel;  // NULL: no tree
  guint32 sentence;
} PlxToken;

typedef struct {
  const char *title;   // "General Secretary"
  gint32 of;           // entity it belongs to
  PlxSlice spans;
} PlxRole;

typedef struct {
  PlxEntityKind kind;
  const char *name;    // canonical
  PlxSlice names;      // strings: all forms used by name in the text
  PlxSlice roles;
  PlxSlice members;    // numbers: entities of a group ("the two leaders")
  gint32 owner;        // entity that runs it: the party of a party paper
} PlxEntity;

typedef struct {
  PlxSpan span;        // without a leading article
  gint32 entity;
  PlxEntityKind kind;
  PlxMentionForm form;
  float confidence_01;
  const char *why;     // the rule that made it: "gazetteer", "surname of …"
} PlxMention;

typedef struct {
  PlxSlice source;     // spans; empty when carried
  PlxSlice cue;
  gint32 entity;
  gboolean carried;    // reigns from an earlier sentence
} PlxLevel;

typedef struct {
  PlxSlice content;    // spans
  PlxSlice cue;        // spans of the innermost cue; may be empty
  PlxSlice hedges;
  PlxSlice levels;     // outermost reporter first, speaker last; empty: the article's own voice
  PlxStatementMode mode;
  const char *force;   // "said", "emphasized", "pledged" …; see cues.tsv
  const char *verb;    // lemma of the cue, or NULL
  gboolean denied;     // polarity
  gint32 addressee;    // entity
  gint32 omits_by;     // entity that left it out (mode OMISSION)
  gint32 omits_reported_by;
  gint32 repeats;      // earlier statement with the same content
  guint32 sentence;
  float confidence_01;
  const char *why;
} PlxStatement;

typedef struct {
  PlxSpan span;
  PlxTimeType type;
  const char *value;   // TIMEX3 value: "XXXX-WXX-5", "P5D"
  const char *edtf;    // NULL while open
} PlxTime;

typedef struct {
  PlxSpan span;
  double value;
  const char *unit;    // singular, "" for a bare number
  PlxBound bound;
} PlxQuantity;

typedef struct {
  gint32 entity;
  const char *role;    // "agent", "patient", "host", "guest" …
} PlxParticipant;

typedef struct {
  const char *kind;    // command-line.md lists them
  PlxSpan trigger;
  PlxSpan span;        // the clause
  PlxSlice participants;
  gint32 place;        // entity
  const char *time;    // value, or NULL
  gint32 statement;    // that tells of it
} PlxEvent;

typedef struct {
  gint32 from, to;     // entities
  const char *kind;    // "met", "leader of", "organ of", "visited" …
  const char *time;
  gint32 statement;    // -1: the article's own voice (observed, not said)
  PlxSlice spans;
} PlxRelation;

typedef struct {
  PlxFindingKind kind;
  PlxSlice spans;      // each place that takes part
  PlxSlice values;     // strings: "P4D", "P5D"
  const char *message; // plain words
  gint32 statements[2];// of kind REPEATED, else -1
} PlxFinding;

typedef struct {
  const char *level;   // "note", "warning", "error"
  const char *what;
  PlxSpan where;
} PlxDiagnostic;

typedef struct {
  char *id;
  char *language;      // BCP 47, "und" when not known
  char *text;          // owned copy, UTF-8
  guint32 n_bytes;

  GArray *paragraphs;  // PlxSpan
  GArray *sentences;   // PlxSpan
  GArray *tokens;      // PlxToken
  GArray *entities;    // PlxEntity
  GArray *mentions;    // PlxMention
  GArray *statements;  // PlxStatement
  GArray *times;       // PlxTime
  GArray *quantities;  // PlxQuantity
  GArray *events;      // PlxEvent
  GArray *relations;   // PlxRelation
  GArray *findings;    // PlxFinding
  GArray *diagnostics; // PlxDiagnostic

  /* What is spoken of again, apart from what has a name: lists, graphs and
   * marks read the arrays above and stay short. JSON joins them; there and in
   * phrases a topic's number is its place here plus the number of entities. */
  GArray *topics;      // PlxEntity without a name: "the plan"
  GArray *phrases;     // PlxMention: of topics; whole phrases of entities

  /* What sentences mean, for who compares them: directions in whole numbers,
   * see plx-meaning.h, comparable where @model is the same string. Empty: no
   * model read this text, or an older Parallax did. */
  GArray *meanings;    // gint8 (n_sentences, n_meaning), row-major
  GArray *title_meaning; // gint8 (n_meaning): of the headline, which is not in the text; or empty
  guint n_meaning;     // 384
  const char *model;   // hash of the weights; NULL: none

  /* pools that slices point into */
  GArray *spans;        // PlxSpan
  GArray *strings;      // const char *
  GArray *numbers;      // gint32
  GArray *roles;        // PlxRole
  GArray *levels;       // PlxLevel
  GArray *participants; // PlxParticipant

  GStringChunk *chunk;  // owns every interned string
  gatomicrefcount refs;
} PlxAnalysis;

#define PLX_TOKEN(a, i)     (&g_array_index ((a)->tokens, PlxToken, (i)))
#define PLX_SENTENCE(a, i)  (&g_array_index ((a)->sentences, PlxSpan, (i)))
#define PLX_ENTITY(a, i)    (&g_array_index ((a)->entities, PlxEntity, (i)))
#define PLX_MENTION(a, i)   (&g_array_index ((a)->mentions, PlxMention, (i)))
#define PLX_TOPIC(a, i)     (&g_array_index ((a)->topics, PlxEntity, (i)))
#define PLX_PHRASE(a, i)    (&g_array_index ((a)->phrases, PlxMention, (i)))
#define PLX_STATEMENT(a, i) (&g_array_index ((a)->statements, PlxStatement, (i)))
#define PLX_LEVEL(a, i)     (&g_array_index ((a)->levels, PlxLevel, (i)))
#define PLX_ROLE(a, i)      (&g_array_index ((a)->roles, PlxRole, (i)))
#define PLX_TIME(a, i)      (&g_array_index ((a)->times, PlxTime, (i)))
#define PLX_QUANTITY(a, i)  (&g_array_index ((a)->quantities, PlxQuantity, (i)))
#define PLX_EVENT(a, i)     (&g_array_index ((a)->events, PlxEvent, (i)))
#define PLX_PARTICIPANT(a, i) (&g_array_index ((a)->participants, PlxParticipant, (i)))
#define PLX_RELATION(a, i)  (&g_array_index ((a)->relations, PlxRelation, (i)))
#define PLX_MEANING(a, i)   (&g_array_index ((a)->meanings, gint8, \
                                             (gsize) (i) * (a)->n_meaning))
#define PLX_FINDING(a, i)   (&g_array_index ((a)->findings, PlxFinding, (i)))
#define PLX_SPAN(a, i)      (&g_array_index ((a)->spans, PlxSpan, (i)))
#define PLX_STRING(a, i)    (g_array_index ((a)->strings, const char *, (i)))
#define PLX_NUMBER(a, i)    (g_array_index ((a)->numbers, gint32, (i)))

PlxAnalysis *plx_analysis_new    (const char  *id,
                                  const char  *text,
                                  gssize       n_bytes) G_GNUC_WARN_UNUSED_RESULT;
PlxAnalysis *plx_analysis_ref    (PlxAnalysis *self);
void         plx_analysis_unref  (PlxAnalysis *self);

/* fill (only while it is being made) */
const char  *plx_analysis_intern      (PlxAnalysis    *self,
                                       const char     *string);
const char  *plx_analysis_intern_span (PlxAnalysis    *self,
                                       PlxSpan         span);
PlxSlice     plx_analysis_add_spans   (PlxAnalysis    *self,
                                       const PlxSpan  *spans,
                                       guint           n_spans);
PlxSlice     plx_analysis_add_strings (PlxAnalysis        *self,
                                       const char * const *strings,
                                       guint               n_strings);
PlxSlice     plx_analysis_add_numbers (PlxAnalysis    *self,
                                       const gint32   *numbers,
                                       guint           n_numbers);
void         plx_analysis_diagnose    (PlxAnalysis    *self,
                                       const char     *level,
                                       PlxSpan         where,
                                       const char     *what);

/* read */
char        *plx_analysis_dup_span    (const PlxAnalysis *self,
                                       PlxSpan            span) G_GNUC_WARN_UNUSED_RESULT;
char        *plx_analysis_dup_spans   (const PlxAnalysis *self,
                                       PlxSlice           spans) G_GNUC_WARN_UNUSED_RESULT;
PlxSpan      plx_analysis_hull        (const PlxAnalysis *self,
                                       PlxSlice           spans);
/* The order of mentions: by begin, the longer first, then by form. */
int          plx_mention_compare      (gconstpointer      a,
                                       gconstpointer      b);
gint32       plx_analysis_sentence_at (const PlxAnalysis *self,
                                       guint32            byte);
/* NULL: not known */
const gint8 *plx_analysis_get_meaning (const PlxAnalysis *self,
                                       guint              sentence);
const gint8 *plx_analysis_get_title_meaning (const PlxAnalysis *self);   // NULL: not known
char        *plx_analysis_dup_chain   (const PlxAnalysis *self,
                                       guint              statement) G_GNUC_WARN_UNUSED_RESULT;

/* nicks: "person", "name", "indirect", "DATE", ">=", "duration" */
const char  *plx_entity_kind_to_nick    (PlxEntityKind kind);
PlxEntityKind plx_entity_kind_from_nick (const char *nick);
const char  *plx_mention_form_to_nick   (PlxMentionForm form);
PlxMentionForm plx_mention_form_from_nick (const char *nick);
const char  *plx_statement_mode_to_nick (PlxStatementMode mode);
PlxStatementMode plx_statement_mode_from_nick (const char *nick);
const char  *plx_time_type_to_nick      (PlxTimeType type);
PlxTimeType  plx_time_type_from_nick    (const char *nick);
const char  *plx_bound_to_nick          (PlxBound bound);
PlxBound     plx_bound_from_nick        (const char *nick);
const char  *plx_finding_kind_to_nick   (PlxFindingKind kind);
PlxFindingKind plx_finding_kind_from_nick (const char *nick);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxAnalysis, plx_analysis_unref)

G_END_DECLS
