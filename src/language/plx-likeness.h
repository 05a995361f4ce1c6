/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/plx-analysis.h"

G_BEGIN_DECLS

/* Whether two entities of a collection may be one, and by what. It suggests
 * and never ties: "Kim" and "Kim Jong Un" may be two. */

typedef enum {
  PLX_LIKE_NOTHING,
  PLX_LIKE_INITIALS,  // "WPK", "Workers' Party of Korea"
  PLX_LIKE_ORDER,     // "Jinping Xi", "Xi Jinping"
  PLX_LIKE_SPELLING,  // "Zelensky", "Zelenskyy"; "Son-gwon", "Son Gwon"
  PLX_LIKE_PART,      // "Xi", "Xi Jinping"
} PlxLikeness;

/* Borrowed for the call; @names may be NULL. */
typedef struct {
  PlxEntityKind kind;
  const char *name;
  const char * const *names;
} PlxNamed;

PlxLikeness plx_likeness_judge (const PlxNamed *one,
                                const PlxNamed *other);

G_END_DECLS
