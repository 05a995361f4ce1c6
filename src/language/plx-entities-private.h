/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/plx-names-private.h"

G_BEGIN_DECLS

/* An entity while its names are still being joined. */
typedef struct {
  PlxEntityKind kind;
  const char *listed;    // canonical name of a list, or NULL
  const char *state;
  const char *id;        // what equal names share
  const char *fullest;   // longest form in the text, or NULL: adjectives only
  GPtrArray *forms;      // const char *
  guint first, end;      // tokens of the fullest
  guint last;            // token it was last named at
  char gender;
  gboolean relative;     // introduced as "his wife": others are meant by the surname
  gint32 into;           // draft it was joined to, -1: none
  gint32 entity;
} PlxDraft;

/* plx-entity-names.c */
char    *plx_entity_person_id    (const char *name);
char    *plx_entity_signature    (const PlxNameReading *r, const char *name);
char    *plx_entity_tidy_name    (const PlxNameReading *r, const char *name,
                                  gboolean from_capitals);
gboolean plx_entity_is_part      (const PlxNameReading *r, const PlxDraft *part,
                                  const PlxDraft *whole);
gboolean plx_entity_has_initials (const PlxNameReading *r, const char *name,
                                  const char *acronym);

G_END_DECLS
