/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/plx-comparison.h"

G_BEGIN_DECLS

/* How each article sets the stage: who speaks in it, for how long and with
 * which verbs; who comes first and who fills it.
 *
 *   speakers:   by article, then in the order in which they first speak
 *   prominence: by article, then in the order in which they are first named
 *   articles:   (n_articles) totals, so that shares can be told
 *
 * Names are those of PlxNaming: one speaker has one name in all articles. */

/* What a verb of saying lets the reader think of what is said; the class of
 * each verb stands in data/language/en/compare/saying-verbs.tsv. */
typedef enum {
  PLX_SAYING_NEUTRAL,    // said, told; every verb that the list does not know
  PLX_SAYING_DOUBTING,   // claimed, alleged, insisted: the writer keeps a distance
  PLX_SAYING_ADMITTING,  // admitted, conceded: the speaker yields
  PLX_SAYING_VOUCHING,   // confirmed, revealed, pointed out: told as true
  PLX_SAYING_STRONG,     // blasted, vowed, gushed: the speaker is heated
  PLX_N_SAYING_CLASSES,
} PlxSayingClass;

typedef struct {
  char *verb;             // lemma: "claim"; "according to" and the like as written
  PlxSayingClass saying;
  PlxSpan *cues;          // (n_cues) its uses, in the article's text
  guint n_cues;
} PlxSayingVerb;

typedef struct {
  gint article;
  char *speaker;          // canonical name
  PlxEntityKind kind;
  guint order;            // 0: the first to speak in this article
  PlxSpan first;          // content of the first statement
  guint n_statements;
  guint n_quoted;         // statements with words in quotation marks
  guint n_direct_words;   // words inside quotation marks
  guint n_indirect_words; // other words of what is said
  guint n_by_class[PLX_N_SAYING_CLASSES];   // statements by the class of their verb
  GPtrArray *verbs;       // PlxSayingVerb, most frequent first
} PlxSpeaker;

typedef struct {
  gint article;
  char *entity;           // canonical name
  PlxEntityKind kind;
  guint order;            // 0: the first to be named in this article
  PlxSpan first;          // where
  guint n_mentions;       // pronouns included
  guint n_sentences;      // sentences that speak of it
  double share_01;        // of the article's sentences
  gboolean in_headline;   // the title names it
  gboolean in_lead;       // the first paragraph names it
} PlxProminence;

typedef struct {
  guint n_words;
  guint n_sentences;
  guint n_statements;     // with a speaker
  guint n_direct_words;
  guint n_by_class[PLX_N_SAYING_CLASSES];
} PlxFramedArticle;

struct _PlxFraming {
  GPtrArray *speakers;    // PlxSpeaker
  GPtrArray *prominence;  // PlxProminence
  GArray *articles;       // PlxFramedArticle
};

/* "neutral", "doubting" … */
const char *plx_saying_class_to_nick (PlxSayingClass saying);
void        plx_framing_free         (PlxFraming    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxFraming, plx_framing_free)

G_END_DECLS
