/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-course.h"

#include "compare/plx-compare-private.h"

/* Claims over time, from the finished matrix. */

static const char *const turn_nicks[PLX_N_TURN_KINDS] = {
  "first", "changed", "dropped", "resumed",
};

const char *
plx_turn_kind_to_nick (PlxTurnKind kind)
{
  g_return_val_if_fail (kind < PLX_N_TURN_KINDS, turn_nicks[0]);
  return turn_nicks[kind];
}

static void
claim_course_free (gpointer data)
{
  PlxClaimCourse *course = data;

  g_free (course->source);
  g_ptr_array_unref (course->turns);
  g_free (course);
}

void
plx_course_free (PlxCourse *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->claims);
  g_free (self->first_article);
  g_free (self);
}

void
plx_course_find (PlxCompareJob *job)
{
  PlxCourse *self = job->out->course = g_new0 (PlxCourse, 1);

  self->claims = g_ptr_array_new_with_free_func (claim_course_free);
  self->n_claims = job->out->claims->len;
  self->first_article = g_new (gint, self->n_claims + 1);
  for (guint i = 0; i < self->n_claims; i++)
    self->first_article[i] = -1;
}
