/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-comparison-json-private.h"
#include "compare/plx-course.h"
#include "language/plx-analysis-json.h"

/* "course":[{"claim","first":ID,"sources":[{"source","first","last","reports",
 * "dropped","turns":[…]}]}]; claims of which no order in time is known are left out. */

static const char *
article_id (const PlxComparisonWriter *self, gint article)
{
  return self->comparison->article_ids[article];
}

static void
write_turn (PlxComparisonWriter *self, const PlxTurn *turn)
{
  plx_write_comma (self);
  g_string_append_c (self->out, '{');
  plx_write_string (self, "kind", plx_turn_kind_to_nick (turn->kind));
  plx_write_string (self, "article", article_id (self, turn->article));
  if (turn->before >= 0)
    plx_write_string (self, "before", article_id (self, turn->before));
  if (turn->from != NULL)
    {
      plx_write_string (self, "from", turn->from);
      plx_write_spans (self, "from_spans", turn->before, &turn->from_span, 1);
      plx_write_string (self, "to", turn->to);
      plx_write_spans (self, "to_spans", turn->article, &turn->to_span, 1);
    }
  if (turn->kind == PLX_TURN_DROPPED)
    {
      plx_write_key (self, "searched");
      g_string_append_c (self->out, '[');
      for (guint i = 0; i < turn->n_searched; i++)
        {
          plx_write_comma (self);
          plx_json_write_string (self->out, article_id (self, turn->searched[i]));
        }
      g_string_append_c (self->out, ']');
    }
  g_string_append_c (self->out, '}');
}

static void
write_source (PlxComparisonWriter *self, const PlxClaimCourse *course)
{
  plx_write_comma (self);
  g_string_append_c (self->out, '{');
  plx_write_string (self, "source", course->source);
  plx_write_string (self, "first", article_id (self, course->first));
  plx_write_string (self, "last", article_id (self, course->last));
  plx_write_uint (self, "reports", course->n_said);
  plx_write_bool (self, "dropped", course->dropped);
  plx_write_key (self, "turns");
  g_string_append_c (self->out, '[');
  for (guint i = 0; i < course->turns->len; i++)
    write_turn (self, g_ptr_array_index (course->turns, i));
  g_string_append (self->out, "]}");
}

void
plx_course_write_json (PlxComparisonWriter *self)
{
  const PlxCourse *course = self->comparison->course;
  guint at = 0;

  if (course == NULL)
    return;   // of a comparison that people edited
  plx_write_key (self, "course");
  g_string_append_c (self->out, '[');
  for (guint c = 0; c < course->n_claims; c++)
    {
      const PlxClaim *claim = g_ptr_array_index (self->comparison->claims, c);
      const PlxClaimCourse *first = at < course->claims->len
                                      ? g_ptr_array_index (course->claims, at) : NULL;

      if (course->first_article[c] < 0 && (first == NULL || first->claim != c))
        continue;
      plx_write_comma (self);
      g_string_append_c (self->out, '{');
      plx_write_string (self, "claim", claim->id);
      if (course->first_article[c] >= 0)
        plx_write_string (self, "first", article_id (self, course->first_article[c]));
      plx_write_key (self, "sources");
      g_string_append_c (self->out, '[');
      for (; at < course->claims->len
             && ((PlxClaimCourse *) g_ptr_array_index (course->claims, at))->claim == c; at++)
        write_source (self, g_ptr_array_index (course->claims, at));
      g_string_append (self->out, "]}");
    }
  g_string_append_c (self->out, ']');
}
