/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/plx-framing.h"

G_BEGIN_DECLS

/* saying-verbs.tsv, event-nouns.tsv and titles-apart.tsv of data/language/en/compare/. Loaded
 * once, immutable, any thread. */
typedef struct _PlxFramingLists PlxFramingLists;

/* A noun that is of whichever kind the story is about: "incident". */
#define PLX_EVENT_ANY (1u << 31)

const PlxFramingLists *plx_framing_lists_get    (GError               **error);
PlxSayingClass         plx_framing_lists_saying (const PlxFramingLists *self,
                                                 const char            *verb);
/* The kinds of event that a noun names, one bit each; 0: none. */
guint                  plx_framing_lists_event  (const PlxFramingLists *self,
                                                 const char            *noun);
guint                  plx_framing_lists_n_kinds (const PlxFramingLists *self);
/* The group of a word of a title, NULL: none; "lesser" words lower one. */
const char            *plx_framing_lists_title  (const PlxFramingLists *self,
                                                 const char            *word);

G_END_DECLS
