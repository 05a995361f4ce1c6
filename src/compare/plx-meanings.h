/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/plx-similarity.h"

G_BEGIN_DECLS

/* What claims that a person gives mean, and the sentences, clauses and words
 * of a story: finds sentences that say a claim in other words. Only such claims
 * need it; clauses of articles find each other by their words.
 *
 * Not for two threads at once, as the index that it reads. */
typedef struct _PlxMeanings PlxMeanings;

/* NULL without an error: nobody can say what the claims mean. */
PlxMeanings *plx_meanings_new  (const PlxComparisonArticle *articles,
                                PlxStoryIndex              *index,
                                const PlxComparisonOptions *options,
                                const GPtrArray            *claims,    // PlxText
                                GCancellable               *cancellable,
                                GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
void         plx_meanings_free (PlxMeanings                *self);
/* Adds the sentence of each article that comes nearest to the claim in meaning
 * to what its words found. @needed_01: the score that reports it. */
void         plx_meanings_meet (PlxMeanings                *self,
                                PlxStoryIndex              *index,
                                guint                       claim,
                                const PlxQuery             *query,
                                double                      needed_01,
                                GArray                     *matches);  // PlxMatch

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxMeanings, plx_meanings_free)

G_END_DECLS
