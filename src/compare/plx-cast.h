/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/plx-comparison.h"

G_BEGIN_DECLS

/* Who is who in a story: the entities of all articles, those that are one
 * joined. Members are numbered by first appearance.
 *
 * Joined are: the same name; a person's fuller and shorter name ("J. Christopher
 * Stevens", "Chris Stevens"; "Romney", if only one of the story is called so);
 * spellings; initials; a name and its end ("Workers' Daily"). */

typedef struct {
  const char *name;      // borrowed from an analysis: what most articles call it in full
  PlxEntityKind kind;
  gboolean is_named;     // a text gives it by name, not by description alone
} PlxCastMember;

typedef struct {
  GArray *members;       // PlxCastMember
  gint **member_of;      // (n_articles)(entities of its analysis), -1: has no name
  guint n_articles;
} PlxCast;

PlxCast *plx_cast_new     (const PlxComparisonArticle *articles,
                           guint                       n_articles) G_GNUC_WARN_UNUSED_RESULT;
void     plx_cast_free    (PlxCast                    *self);

static inline const PlxCastMember *
plx_cast_get (const PlxCast *self, gint member)
{
  return &g_array_index (self->members, PlxCastMember, (guint) member);
}

/* @entity may be anything: -1 for what is no entity. */
static inline gint
plx_cast_find (const PlxCast *self, const PlxAnalysis *analysis, guint article, gint32 entity)
{
  return entity >= 0 && (guint) entity < analysis->entities->len
           ? self->member_of[article][entity] : -1;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxCast, plx_cast_free)

G_END_DECLS
