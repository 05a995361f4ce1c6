/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project/plx-project.h"

G_BEGIN_DECLS

/* Which claims of a comparison the matrix shows, and in which order. What a
 * filter asks holds together: a claim must meet all of it. */

typedef enum {
  PLX_CLAIMS_BY_DISAGREEMENT,
  PLX_CLAIMS_BY_SALIENCE,
  PLX_CLAIMS_BY_ORIGINS,
  PLX_CLAIMS_BY_APPEARANCE,
  PLX_N_CLAIM_ORDERS,
} PlxClaimOrder;

/* Some cell of the claim is so. */
typedef enum {
  PLX_RELATION_DIFFERS,
  PLX_RELATION_CONTRADICTED,
  PLX_RELATION_NOT_FOUND,
  PLX_RELATION_LEFT_OUT,
  PLX_RELATION_NOT_EXAMINED,
  PLX_RELATION_UNCONFIRMED,     // suggested, and nobody decided
  PLX_RELATION_DECIDED,
  PLX_N_RELATIONS,
} PlxClaimRelation;

typedef enum {
  PLX_SPREAD_ANY,
  PLX_SPREAD_ONLY,              // the source has it and no other
  PLX_SPREAD_ALL_BUT,           // every other source has it
  PLX_N_SPREADS,
} PlxClaimSpread;

typedef struct {
  char *text;                   // words of the claim, in any order; NULL: any
  char *actor;                  // one of the claim's actors; NULL: any
  guint relations;              // 1 << PlxClaimRelation, one of them holds; 0: any
  PlxClaimSpread spread;
  char *source;                 // of the spread: column name
  gboolean hide_agreed;         // what all report
} PlxClaimFilter;

PlxClaimFilter *plx_claim_filter_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void            plx_claim_filter_free      (PlxClaimFilter       *self);
gboolean        plx_claim_filter_is_empty  (const PlxClaimFilter *self);
const char     *plx_claim_relation_get_word (PlxClaimRelation     relation);
/* Claims that pass, in order; guint. */
GArray         *plx_claim_filter_list      (const PlxClaimFilter *self,
                                            PlxStoryComparison   *comparison,
                                            PlxClaimOrder         order) G_GNUC_WARN_UNUSED_RESULT;
/* Names that take part in claims, the most frequent first; char *. */
GPtrArray      *plx_claim_filter_list_actors (PlxStoryComparison *comparison)
                                              G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxClaimFilter, plx_claim_filter_free)

G_END_DECLS
