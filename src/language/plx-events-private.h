/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/plx-language-private.h"
#include "language/plx-reading.h"

G_BEGIN_DECLS

/* What plx-event-lists.c, plx-events.c and plx-relations.c share. */

typedef struct {
  gboolean is_noun;
  char **rest;          // words that follow: "for" of "pose for"
  guint n_rest;
  char *kind;
  char *subject_role;   // NULL: none
  char *object_role;
} EventTrigger;

struct _PlxEventLists {
  PlxGrammar *grammar;
  GHashTable *triggers; // lemma → GPtrArray of EventTrigger
  GHashTable *parts;    // lemma → what it says of an event told by a noun: host, guest, begin
  GHashTable *scenes;   // kind → kind of the event in whose place it happens
  GHashTable *roles;    // title → relation
  GHashTable *verbs;    // cue lemma → relation
  GHashTable *nouns;
  GHashTable *forces;
  GHashTable *events;   // kind → relation
};

G_END_DECLS
