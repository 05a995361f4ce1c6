/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/plx-comparison.h"

G_BEGIN_DECLS

/* Texts that share passages. */
typedef struct {
  guint32 a, b;          // texts, a < b
  GArray *spans_a;       // PlxSpan
  GArray *spans_b;       // PlxSpan: the same passages
  double share_a_01, share_b_01;
  double same_01;        // words that both have there, of the smaller text
  gboolean is_whole;     // b is the same text again; it shares with no other
} PlxSharing;

void         plx_sharing_clear   (PlxSharing         *self);
GArray      *plx_sharings_find   (const char * const *texts,
                                  guint               n_texts,
                                  const gboolean     *is_old) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray   *plx_copies_collect  (const GArray       *sharings,
                                  guint               n_texts) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray   *plx_copies_find     (const char * const *texts,
                                  guint               n_texts,
                                  const gboolean     *is_old) G_GNUC_WARN_UNUSED_RESULT;

/* plx-origins.c */
GPtrArray   *plx_reuse_find      (const PlxComparisonArticle *articles,
                                  guint                       n_articles,
                                  GPtrArray                 **copies,
                                  GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
guint        plx_origins_count   (const PlxComparison        *comparison,
                                  guint                       claim);

G_END_DECLS
