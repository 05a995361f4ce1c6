/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Joins things into groups by average likeness, from the most alike pair on.
 * Pairs that were never added count as 0, so the work depends on the pairs
 * given and not on the square of the things.
 *
 * Groups may be known before: things put into one stay together, and two known
 * groups join only if neither is fixed and things that are new, taken alone, are
 * as alike to the other group as the threshold asks. */
typedef struct _PlxStoryGroups PlxStoryGroups;

PlxStoryGroups *plx_story_groups_new  (guint           n) G_GNUC_WARN_UNUSED_RESULT;
void            plx_story_groups_free (PlxStoryGroups *self);
void            plx_story_groups_know (PlxStoryGroups *self,
                                       guint32         first,
                                       guint32         thing);
void            plx_story_groups_fix  (PlxStoryGroups *self,
                                       guint32         first);
void            plx_story_groups_add  (PlxStoryGroups *self,
                                       guint32         a,
                                       guint32         b,
                                       double          likeness_01);
guint          *plx_story_groups_join (PlxStoryGroups *self,
                                       double          least_01,
                                       guint          *n_groups) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxStoryGroups, plx_story_groups_free)

G_END_DECLS
