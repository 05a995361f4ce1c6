/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/plx-comparison.h"
#include "compare/plx-vocabulary.h"

G_BEGIN_DECLS

/* The articles of a collection as bags of weighed words: rare words weigh more
 * than common ones, names more than other words, title and beginning more than
 * the rest. A bag has length one, so that two of them multiply to their
 * likeness. */

typedef struct {
  guint32 id;              // of a word in a bag, of an article in a posting
  float weight;
} PlxWeighed;

typedef struct {
  const PlxComparisonArticle *articles;
  guint n_articles;
  PlxVocabulary *vocabulary;
  GArray **bags;           // (n_articles) of PlxWeighed, by id
  GArray **titles;         // (n_articles) of guint32: words of the title, by id, each once
  gint *days;              // (n_articles) day number, G_MININT: no date
  gint8 **meanings;        // (n_articles) what its beginning means, NULL: not known
  gboolean *in_signs;      // (n_articles) most of it is in a script without spaces
  guint *first_posting;    // (n_words + 1) into postings
  PlxWeighed *postings;    // word by word, articles in order
} PlxStoryBags;

PlxStoryBags *plx_story_bags_new       (const PlxComparisonArticle *articles,
                                        guint                       n_articles,
                                        GCancellable               *cancellable,
                                        GError                    **error)
                                        G_GNUC_WARN_UNUSED_RESULT;
void          plx_story_bags_free      (PlxStoryBags               *self);
/* Cosine of what two articles mean; FALSE: it is not known of both. */
gboolean      plx_story_bags_get_cosine (const PlxStoryBags        *self,
                                        guint                       a,
                                        guint                       b,
                                        double                     *cosine);
/* Whether few articles have the word: it may stand for one story. */
gboolean      plx_story_bags_is_telling (const PlxStoryBags        *self,
                                        guint32                     word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxStoryBags, plx_story_bags_free)

G_END_DECLS
