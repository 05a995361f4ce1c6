/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project/plx-project.h"

G_BEGIN_DECLS

/* A comparison by article: which claims each tells and where, and what two
 * articles are to each other in a claim. Looked up at every scroll, so it is
 * indexed once. */
typedef struct _PlxStoryEvidence PlxStoryEvidence;

PlxStoryEvidence  *plx_story_evidence_new           (PlxStoryComparison     *comparison) G_GNUC_WARN_UNUSED_RESULT;
void               plx_story_evidence_free          (PlxStoryEvidence       *self);
int                plx_story_evidence_find_column   (const PlxStoryEvidence *self,
                                                     guint                   article);   // -1: none
/* claims that the article's own text tells; borrowed; guint, rising */
const GArray      *plx_story_evidence_list_claims   (const PlxStoryEvidence *self,
                                                     guint                   article);
/* NULL: the article's text has none */
const PlxEvidence *plx_story_evidence_find          (const PlxStoryEvidence *self,
                                                     guint                   claim,
                                                     guint                   article);
PlxCellStatus      plx_story_evidence_get_status    (const PlxStoryEvidence *self,
                                                     guint                   claim,
                                                     guint                   article);
/* What two reports are to each other: as aligned, else the worse of both. */
PlxCellStatus      plx_story_evidence_find_relation (const PlxStoryEvidence *self,
                                                     guint                   claim,
                                                     guint                   left,
                                                     guint                   right);

/* The first passage: a second may stand anywhere else in the article. */
static inline PlxSpan
plx_evidence_cover (const PlxEvidence *evidence)
{
  return evidence->spans[0];
}

G_END_DECLS
