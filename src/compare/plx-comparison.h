/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/plx-progress.h"
#include "language/plx-analysis.h"
#include "language/plx-language.h"

G_BEGIN_DECLS

/* The claim × source matrix of one story, with naming, words and findings.
 *
 *   columns:  first one per article, then one per source heard only through
 *             others (Rodong Sinmun in an outlet's retelling of it)
 *   cells:    (n_claims, n_columns) row-major
 *
 * Deterministic: depends on the input alone, not on threads or addresses.
 * Immutable once returned. */

#define PLX_COMPARE_ERROR (plx_compare_error_quark ())
GQuark plx_compare_error_quark (void);

typedef enum {
  PLX_COMPARE_ERROR_EMPTY,    // no article with text
} PlxCompareError;

typedef enum {
  PLX_CELL_NOT_EXAMINED,
  PLX_CELL_REPORTED,
  PLX_CELL_DIFFERS,        // another number, time, place, actor, attribution; both can be true
  PLX_CELL_CONTRADICTED,   // cannot both be true
  PLX_CELL_NOT_FOUND,      // searched; see the search record
  PLX_CELL_LEFT_OUT,       // an article says so, or a person decided it
  PLX_N_CELL_STATUSES,
} PlxCellStatus;

typedef enum {
  PLX_DIFFERS_NUMBER      = 1 << 0,
  PLX_DIFFERS_TIME        = 1 << 1,
  PLX_DIFFERS_PLACE       = 1 << 2,
  PLX_DIFFERS_ACTOR       = 1 << 3,
  PLX_DIFFERS_ATTRIBUTION = 1 << 4,
  PLX_DIFFERS_POLARITY    = 1 << 5,
  PLX_DIFFERS_HEDGE       = 1 << 6,   // one says it for sure, the other does not
} PlxDiffers;

/* One article of the story; all borrowed for the call. */
typedef struct {
  const char *id;
  const char *source;
  const char *title;
  const char *published;
  const PlxAnalysis *analysis;
} PlxComparisonArticle;

typedef struct {
  char *id;
  char *statement;
} PlxClaimText;

/* What a comparison may be told besides its articles; all borrowed for the call. */
typedef struct {
  const PlxLanguage *language;  // gives the claims below their meaning; NULL: words alone
  const PlxClaimText *claims;   // (n_claims) rows that a person gives, first in the result
  guint n_claims;
  gboolean has_own;             // the engine adds rows of its own to those given
} PlxComparisonOptions;

typedef struct {
  char *name;          // source name, else the article's id
  char *article_id;    // NULL: heard only through others
  gint article;        // index into the input, -1: heard only through others
  gint via_article;    // the carrier it is heard through, -1 for articles
} PlxColumn;

typedef struct {
  gint article;        // whose text the spans lie in
  PlxSpan *spans;      // (n_spans), the best first; a second may stand before or after it
  guint n_spans;
  PlxSpan *differing;  // (n_differing) the words that differ or exclude
  guint n_differing;
  gint statement;      // index into its analysis, -1
} PlxEvidence;

typedef struct {
  guint n_articles;
  char **terms;        // NULL-terminated: words tried
  char **names;        // NULL-terminated: names and aliases tried
  PlxEvidence nearest; // the sentence that came nearest; n_spans 0: none
  double nearest_01;
  double needed_01;    // the threshold it missed
} PlxSearchRecord;

typedef struct {
  PlxCellStatus status;
  guint differs_in;    // PlxDiffers
  PlxEvidence evidence;
  char **via;          // NULL-terminated chain, outermost first; NULL
  double score_01;
  char *brief;         // "60,000 tonnes", "via SNA": what the matrix prints beside the sign; NULL
  PlxSearchRecord *record; // of NOT_FOUND and LEFT_OUT, else NULL
} PlxCell;

/* What number an article gives of a claim's quantity. */
typedef struct {
  gint article;
  char *value;         // "19 people"
  PlxSpan span;        // its words
} PlxMoment;

typedef struct {
  char *id;            // "c1"
  char *key;           // stable while the text of its first evidence stands: verdicts hang on it
  char *statement;     // readable text
  guint origins;       // independent origins: copies count once
  double salience_01;
  double disagreement_01;
  guint order;         // by first appearance
  char **actors;       // NULL-terminated: names taking part
  GArray *over_time;   // PlxMoment by date: its number as reported, NULL: one number or none
} PlxClaim;

typedef struct {
  char *text;
  guint n;
  PlxMentionForm form; // a name, a role, a description
  GArray *spans;       // PlxSpan: its uses
} PlxNamingForm;

typedef struct {
  char *entity;        // canonical name
  gint article;
  GArray *forms;       // PlxNamingForm, most frequent first
  char **verbs;        // NULL-terminated: verbs of saying with this speaker
  PlxEntityKind kind;  // EVENT also of what has no name: entity is then the most used word
} PlxNaming;

typedef struct {
  gint article;
  char *word;
  double z;            // log-odds z score
  PlxSpan *spans;
  guint n_spans;
} PlxOverusedWord;

typedef struct {
  PlxFindingKind kind;
  char *message;
  PlxEvidence places[2];
  gint claim;
} PlxComparisonFinding;

typedef struct _PlxFraming PlxFraming;   // plx-framing.h
typedef struct _PlxCourse PlxCourse;     // plx-course.h

/* Why one article's text is taken to come from another's. */
typedef enum {
  PLX_ORIGIN_EARLIER  = 1 << 0,   // the other was published before
  PLX_ORIGIN_AGENCY   = 1 << 1,   // it names the other as its agency, or the other has the wire line
  PLX_ORIGIN_CONTAINS = 1 << 2,   // it holds the other's text and more
} PlxOriginReason;

/* What two articles have word for word but for edits: an edge of the graph of
 * origins, from the copy to @origin. */
typedef struct {
  gint article_a, article_b;      // a < b
  PlxSpan *spans_a, *spans_b;     // (n_spans) the passages, pair by pair
  guint n_spans;
  double share_a_01, share_b_01;  // of the words of each article
  gint origin;                    // one of the two, -1: nothing tells
  guint reasons;                  // PlxOriginReason
} PlxReuse;

/* Two aligned passages, for the ribbons of the side-by-side panes. */
typedef struct {
  gint claim;
  gint article_a, article_b;
  PlxSpan a, b;
  PlxCellStatus relation;  // REPORTED, DIFFERS or CONTRADICTED
} PlxAlignment;

/* What could not be compared as it should be, and why. */
typedef enum {
  PLX_NOTE_ONE_ARTICLE,   // nothing to hold it against
  PLX_NOTE_NO_TEXT,
  PLX_NOTE_LANGUAGE,      // no word lists: names, numbers, dates and equal words only
  PLX_NOTE_NO_DATE,       // no order over time
  PLX_NOTE_IDENTICAL,     // the same text to the letter
  PLX_N_NOTES,
} PlxNoteKind;

typedef struct {
  PlxNoteKind kind;
  GArray *articles;       // gint: those it is about
  char *language;         // of LANGUAGE: BCP 47, "und" if not known; else NULL
  char *what;             // in plain words
} PlxComparisonNote;

typedef struct {
  guint n_articles;
  char **article_ids;     // (n_articles), NULL-terminated
  GPtrArray *columns;     // PlxColumn
  GPtrArray *claims;      // PlxClaim
  PlxCell *cells;         // (claims->len, columns->len)
  GPtrArray *copies;      // GArray of gint: articles that share their text, the origin first
  GPtrArray *naming;      // PlxNaming
  GPtrArray *words;       // PlxOverusedWord
  GPtrArray *findings;    // PlxComparisonFinding
  GArray *alignments;     // PlxAlignment
  gatomicrefcount refs;
  PlxFraming *framing;    // who speaks and how, who comes first
  PlxCourse *course;      // what was said first, changed, dropped
  GPtrArray *reuse;       // PlxReuse by articles: passages that stand in two of them
  GPtrArray *notes;       // PlxComparisonNote: what could not be compared ("diagnostics"); or NULL
} PlxComparison;

static inline PlxCell *
plx_comparison_get_cell (const PlxComparison *self, guint claim, guint column)
{
  return &self->cells[(gsize) claim * self->columns->len + column];
}

/* Whether an article says anything of the claim: the same, otherwise or against it. */
static inline gboolean
plx_cell_status_is_told (PlxCellStatus status)
{
  return status == PLX_CELL_REPORTED || status == PLX_CELL_DIFFERS
         || status == PLX_CELL_CONTRADICTED;
}

/* @options: NULL: the rows are the engine's own */
PlxComparison *plx_compare            (const PlxComparisonArticle *articles,
                                       guint                       n_articles,
                                       const PlxComparisonOptions *options,
                                       const PlxProgress          *progress,
                                       GCancellable               *cancellable,
                                       GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
PlxComparison *plx_comparison_ref     (PlxComparison *self);
void           plx_comparison_unref   (PlxComparison *self);
const char    *plx_cell_status_to_nick (PlxCellStatus status);
PlxCellStatus  plx_cell_status_from_nick (const char *nick);
const char    *plx_note_kind_to_nick  (PlxNoteKind kind);

/* The comparison object of the command line, one line of JSON. */
void           plx_comparison_write_json (const PlxComparison        *self,
                                          const PlxComparisonArticle *articles,
                                          GString                    *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxComparison, plx_comparison_unref)

G_END_DECLS
