/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/plx-names-private.h"

G_BEGIN_DECLS

/* What was spoken of so far, kept while the article is read from its beginning
 * to its end. plx-coreference.c keeps it, plx-descriptions.c and
 * plx-pronouns.c ask it and add to it. */

typedef struct {
  gint64 token;          // last place, -1: not yet spoken of
  gint64 named;          // last place by name
  gint64 described;      // last word of a noun that stood for it, -1
  guint sentence;
  gboolean subject;
  guint n;
  char gender;
  gboolean guessed;      // gender only from a given name
  gboolean sure;         // gender from an office: "spokeswoman"
} PlxSeen;

typedef struct {
  PlxNameReading r;
  PlxAnalysis *analysis;
  gint32 *mention;       // (n) outermost mention that covers the token, -1
  guint *next;           // (n + 1) tokens of the mention that begins here, 0: none
  GArray *seen;          // PlxSeen, one per entity
  GArray *recent;        // gint32, entities in the order last spoken of
  GHashTable *groups;    // the two members, packed → group + 1
  gint32 last_person_group, last_state_group;
  gboolean has_he, has_she; // such pronouns occur in the article
} PlxResolver;

#define PLX_SEEN(s, e) (&g_array_index ((s)->seen, PlxSeen, (e)))

/* How far back anything is looked for, in entities spoken of. */
#define PLX_RECENT 24

void     plx_resolver_note       (PlxResolver *s, gint32 entity, guint first, guint end,
                                  gboolean by_name);
gint32   plx_resolver_recent     (const PlxResolver *s, guint k);
guint    plx_resolver_sentence   (const PlxResolver *s, guint token);
gboolean plx_resolver_is_group   (const PlxResolver *s, gint32 entity);
gint32   plx_resolver_group      (PlxResolver *s, PlxEntityKind kind, gint32 a, gint32 b,
                                  const char *name);
gboolean plx_resolver_name_has   (const PlxResolver *s, gint32 entity, const char *word);
void     plx_resolver_mention    (PlxResolver *s, gint32 entity, guint first, guint end,
                                  PlxMentionForm form, float confidence_01, const char *why);
gint32   plx_resolver_entity_at  (const PlxResolver *s, gint64 token);

guint    plx_describe_at         (PlxResolver *s, guint token);
guint    plx_pronoun_at          (PlxResolver *s, guint token);

G_END_DECLS
