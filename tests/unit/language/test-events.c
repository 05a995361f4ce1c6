/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "read-article.h"

static const PlxEvent *
find_event (const PlxAnalysis *analysis, const char *kind)
{
  for (guint i = 0; i < analysis->events->len; i++)
    if (g_str_equal (PLX_EVENT (analysis, i)->kind, kind))
      return PLX_EVENT (analysis, i);
  return NULL;
}

static char *
dup_participants (const PlxAnalysis *analysis, const PlxEvent *event)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < event->participants.n; i++)
    {
      const PlxParticipant *who = PLX_PARTICIPANT (analysis, event->participants.first + i);

      g_string_append_printf (out, "%s%s=%s", i > 0 ? ", " : "", who->role,
                              read_name (analysis, who->entity));
    }
  return g_string_free (out, FALSE);
}

static gboolean
has_relation (const PlxAnalysis *analysis, const char *from, const char *kind, const char *to)
{
  for (guint i = 0; i < analysis->relations->len; i++)
    {
      const PlxRelation *relation = PLX_RELATION (analysis, i);

      if (g_str_equal (relation->kind, kind)
          && g_str_equal (read_name (analysis, relation->from), from)
          && g_str_equal (read_name (analysis, relation->to), to))
        return TRUE;
    }
  return FALSE;
}

static void
test_meeting (void)
{
  g_autoptr (PlxAnalysis) analysis
    = read_article ("Anna Berg met with Carl Holm in Paris on Thursday afternoon.", NULL);
  const PlxEvent *event = find_event (analysis, "meeting");
  g_autofree char *participants = NULL;

  g_assert_nonnull (event);
  participants = dup_participants (analysis, event);
  g_assert_cmpstr (participants, ==, "agent=Anna Berg, agent=Carl Holm");
  g_assert_cmpstr (event->time, ==, "XXXX-WXX-4TAF");
  g_assert_cmpstr (read_name (analysis, event->place), ==, "Paris");
  g_assert_cmpint (event->statement, ==, 0);
  g_assert_true (has_relation (analysis, "Anna Berg", "met", "Carl Holm"));
}

static void
test_visit (void)
{
  g_autoptr (PlxAnalysis) analysis
    = read_article ("Anna Berg’s visit to France, which began on Monday and ended on Friday, "
                    "was her first.", NULL);
  const PlxEvent *event = find_event (analysis, "visit");
  g_autofree char *participants = NULL;

  g_assert_nonnull (event);
  participants = dup_participants (analysis, event);
  g_assert_cmpstr (participants, ==, "agent=Anna Berg");
  g_assert_cmpstr (event->time, ==, "XXXX-WXX-1/XXXX-WXX-5");
  g_assert_true (has_relation (analysis, "Anna Berg", "visited", "France"));
}

static void
test_banquet (void)
{
  g_autoptr (PlxAnalysis) analysis
    = read_article ("Anna Berg attended a banquet hosted by Carl Holm.", NULL);
  const PlxEvent *event = find_event (analysis, "banquet");
  g_autofree char *participants = NULL;

  g_assert_nonnull (event);
  participants = dup_participants (analysis, event);
  g_assert_nonnull (strstr (participants, "host=Carl Holm"));
  g_assert_nonnull (strstr (participants, "guest=Anna Berg"));
  g_assert_true (has_relation (analysis, "Carl Holm", "hosted", "Anna Berg"));
}

static void
test_attitudes (void)
{
  g_autoptr (PlxAnalysis) analysis
    = read_article ("Anna Berg thanked France for its help. Carl Holm praised Germany. "
                    "Reuters reported that Anna Berg had criticized Germany.", NULL);

  g_assert_true (has_relation (analysis, "Anna Berg", "thanked", "France"));
  g_assert_true (has_relation (analysis, "Carl Holm", "praised", "Germany"));
  g_assert_true (has_relation (analysis, "Anna Berg", "criticised", "Germany"));
  g_assert_true (has_relation (analysis, "Reuters", "reported", "Anna Berg"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/events/meeting", test_meeting);
  g_test_add_func ("/language/events/visit", test_visit);
  g_test_add_func ("/language/events/banquet", test_banquet);
  g_test_add_func ("/language/events/attitudes", test_attitudes);
  return g_test_run ();
}
