/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/plx-coreference-private.h"

G_BEGIN_DECLS

/* What the two files of descriptions share; nobody else includes this. */

/* Sentences back that a description may reach. */
#define PLX_DESCRIPTION_REACH 12

typedef enum {
  PLX_DETERMINER_NONE,
  PLX_DETERMINER_THE,
  PLX_DETERMINER_THIS,      // this, that, these, those
  PLX_DETERMINER_BOTH,
  PLX_DETERMINER_POSSESSIVE, // their, its, his
  PLX_DETERMINER_GENITIVE,  // the party's
  PLX_DETERMINER_A,
} PlxDeterminer;

typedef struct {
  const PlxNameRow *row;
  guint first, head, end; // head: first word of the noun
  PlxDeterminer determiner;
  gboolean two;
  gint32 owner;          // of PLX_DETERMINER_GENITIVE
  guint owner_first;
  gint32 state;          // "Polish" in "the Polish leader", -1
  guint state_first;
} PlxDescription;

/* Whether the entity can be what the description stands for. */
typedef gboolean (*PlxDescriptionFits) (const PlxResolver *s, gint32 entity,
                                        const PlxDescription *phrase);

/* plx-descriptions.c */
PlxDeterminer plx_description_determiner_at (const PlxResolver *s, gint64 i);
gint32   plx_description_find_recent (const PlxResolver *s, const PlxDescription *phrase,
                                      guint reach, PlxDescriptionFits wanted);
gint32   plx_description_find_named (const PlxResolver *s, const PlxDescription *phrase);
gint32   plx_description_name_after (const PlxResolver *s, guint token, PlxEntityKind kind);

/* plx-media-descriptions.c */
gboolean plx_description_is_agency  (const PlxResolver *s, gint32 entity,
                                     const PlxDescription *phrase);
gint32   plx_description_resolve_media (PlxResolver *s, PlxDescription *phrase);

G_END_DECLS
