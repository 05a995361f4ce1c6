/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/plx-claim-words.h"
#include "language/plx-analysis.h"

G_BEGIN_DECLS

const char *plx_claim_entity_name   (const PlxAnalysis   *analysis,
                                     gint32               index);
char       *plx_claim_dup_name      (const PlxAnalysis   *analysis,
                                     const PlxClaimWords *words,
                                     const PlxMention    *mention) G_GNUC_WARN_UNUSED_RESULT;
guint       plx_claim_first_mention (const PlxAnalysis   *analysis,
                                     guint32              byte);
gboolean    plx_claim_is_unsure     (const PlxAnalysis   *analysis,
                                     const PlxLevel      *level);

G_END_DECLS
