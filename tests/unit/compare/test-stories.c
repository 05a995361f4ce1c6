/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare-fixture.h"
#include "compare/plx-stories.h"

static void
collection (Fixture *fixture)
{
  fixture_add (fixture, "A", "President Lian Hao met Marshal Doran Vesk in Veskgrad to discuss "
                             "missile tests and wheat deliveries, the agency said.");
  fixture_add (fixture, "B", "The ferry Aurora sank off Port Elm on Monday and rescuers saved 120 "
                             "passengers from the cold water.");
  fixture_add (fixture, "C", "Marshal Doran Vesk received President Lian Hao in Veskgrad. The "
                             "talks were about wheat and about missile tests.");
  fixture_add (fixture, "D", "Rescuers pulled passengers from the water after the ferry Aurora "
                             "sank near Port Elm.");
}

static PlxStories *
group (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  PlxStories *stories = plx_stories_group (fixture->articles, fixture->n, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (stories->titles), ==, stories->n_stories);
  return stories;
}

static void
test_groups (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxStories) stories = NULL;

  collection (&fixture);
  stories = group (&fixture);
  g_assert_cmpuint (stories->n_stories, ==, 2);
  g_assert_cmpuint (stories->story[0], ==, 0);
  g_assert_cmpuint (stories->story[1], ==, 1);
  g_assert_cmpuint (stories->story[2], ==, 0);
  g_assert_cmpuint (stories->story[3], ==, 1);
  g_assert_cmpuint (stories->copies->len, ==, 0);
  fixture_clear (&fixture);
}

static void
add_participant (PlxAnalysis *analysis, PlxEvent *event, const char *name)
{
  PlxParticipant participant = { add_entity (analysis, PLX_ENTITY_PERSON, name), "agent" };

  g_array_append_val (analysis->participants, participant);
  event->participants.n++;
}

static void
add_event (Fixture *fixture, guint article, const char *kind, const char *words)
{
  PlxAnalysis *analysis = (PlxAnalysis *) fixture->articles[article].analysis;
  PlxEvent event = { .kind = kind, .place = -1, .statement = -1 };

  event.trigger = event.span = find_span (analysis, words);
  event.participants.first = analysis->participants->len;
  add_participant (analysis, &event, "Lian Hao");
  add_participant (analysis, &event, "Doran Vesk");
  g_array_append_val (analysis->events, event);
}

static void
test_title (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxStories) stories = NULL;

  collection (&fixture);
  add_event (&fixture, 0, "meeting", "met");
  add_event (&fixture, 2, "meeting", "received");
  add_mention ((PlxAnalysis *) fixture.articles[2].analysis, 1, PLX_FORM_NAME, "Vesk");
  fixture.articles[1].title = "FERRY SINKS OFF ELM";
  fixture.articles[3].title = "Aurora sinks near Port Elm";
  stories = group (&fixture);
  g_assert_cmpstr (stories->titles[0], ==, "Lian Hao–Vesk meeting");
  g_assert_cmpstr (stories->titles[1], ==, "Aurora sinks near Port Elm");
  fixture_clear (&fixture);
}

/* The same words a year later are another happening, unless they are a reprint. */
static void
test_dates (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxStories) stories = NULL;

  collection (&fixture);
  fixture.articles[0].published = "2031-05-14";
  fixture.articles[2].published = "2032-05-14";
  stories = group (&fixture);
  g_assert_cmpuint (stories->story[0], !=, stories->story[2]);
  fixture_clear (&fixture);
}

/* A later report of one matter, and a text in another script that names the same. */
static void
test_links (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxStories) stories = NULL;
  static const char *const published[] = { "2031-05-14", "2031-06-02", "2031-06-03",
                                           "2031-05-15" };

  fixture_add (&fixture, "A", "Work on the tunnel under the Orve began on Monday, the ministry of "
                              "Belland said. Olen Paar said it would be finished soon.");
  fixture_add (&fixture, "B", "The tunnel under the Orve will be late, the ministry of Belland "
                              "said. Dunn Hale said that Olen Paar had left.");
  fixture_add (&fixture, "C", "奥尔沃（Orve）隧道将推迟完工，发言人邓恩·黑尔（Dunn Hale）说，帕尔（Olen Paar）已离职。");
  fixture_add (&fixture, "D", "Farmers of Belland sold more wheat than ever, traders said.");
  fixture.articles[0].title = "Work begins on tunnel under the Orve";
  fixture.articles[1].title = "Orve tunnel delayed";
  for (guint i = 0; i < 4; i++)
    fixture.articles[i].published = published[i];
  stories = group (&fixture);
  g_assert_cmpuint (stories->n_stories, ==, 2);
  g_assert_cmpuint (stories->story[1], ==, 0);
  g_assert_cmpuint (stories->story[2], ==, 0);
  g_assert_cmpuint (stories->story[3], ==, 1);
  fixture_clear (&fixture);
}

static PlxStories *
extend (Fixture *fixture, const PlxStoriesKnown *known)
{
  g_autoptr (GError) error = NULL;
  PlxStories *stories = plx_stories_extend (fixture->articles, fixture->n, known, NULL, NULL,
                                            &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (stories->titles), ==, stories->n_stories);
  return stories;
}

/* Known articles stay even where grouping would put them elsewhere; a new one
 * joins its like, another opens a story. */
static void
test_extend (void)
{
  Fixture fixture = { 0 };
  const gint story[] = { 0, 1, 2, -1, -1 };
  const gboolean pinned[] = { FALSE, FALSE, TRUE, FALSE, FALSE };
  const PlxStoriesKnown known = { 3, story, pinned, NULL };
  g_autoptr (PlxStories) stories = NULL;

  collection (&fixture);
  fixture_add (&fixture, "E", "A comet was seen over the southern islands by astronomers.");
  stories = extend (&fixture, &known);
  g_assert_cmpuint (stories->n_known, ==, 3);
  g_assert_cmpuint (stories->n_stories, ==, 4);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpuint (stories->story[i], ==, i);
      g_assert_cmpint (stories->merged_into[i], ==, -1);
    }
  g_assert_cmpuint (stories->story[3], ==, 1);
  g_assert_cmpuint (stories->story[4], ==, 3);
  fixture_clear (&fixture);
}

/* Two known stories become one when a new article is of both, unless a person
 * pinned an article of one or named it. */
static void
test_merge (void)
{
  for (guint kept_by = 0; kept_by < 3; kept_by++)
    {
      Fixture fixture = { 0 };
      const gint story[] = { 0, 1, -1 };
      const gboolean pinned[] = { FALSE, kept_by == 1, FALSE };
      const gboolean named[] = { kept_by == 2, FALSE };
      const PlxStoriesKnown known = { 2, story, pinned, named };
      g_autoptr (PlxStories) stories = NULL;

      fixture_add (&fixture, "A", "The ferry Aurora sank off Port Elm and rescuers saved 120 "
                                  "passengers.");
      fixture_add (&fixture, "B", "Rescuers saved passengers when the ferry Aurora sank near Port "
                                  "Elm.");
      fixture_add (&fixture, "C", "Rescuers saved 120 passengers of the ferry Aurora, which sank "
                                  "off Port Elm.");
      stories = extend (&fixture, &known);
      g_assert_cmpuint (stories->story[0], ==, 0);
      g_assert_cmpuint (stories->story[1], ==, kept_by == 0 ? 0 : 1);
      g_assert_cmpint (stories->merged_into[1], ==, kept_by == 0 ? 0 : -1);
      g_assert_cmpint (*stories->titles[1] == '\0', ==, kept_by == 0);
      fixture_clear (&fixture);
    }
}

/* The same articles in another order are grouped the same. */
static void
test_order (void)
{
  const guint turned[] = { 3, 2, 1, 0 };
  Fixture fixture = { 0 };
  PlxComparisonArticle articles[4];
  g_autoptr (PlxStories) stories = NULL, others = NULL;
  g_autoptr (GError) error = NULL;

  collection (&fixture);
  stories = group (&fixture);
  for (guint i = 0; i < 4; i++)
    articles[i] = fixture.articles[turned[i]];
  others = plx_stories_group (articles, 4, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 4; i++)
    for (guint j = 0; j < 4; j++)
      g_assert_cmpint (others->story[i] == others->story[j], ==,
                       stories->story[turned[i]] == stories->story[turned[j]]);
  fixture_clear (&fixture);
}

/* Outlets, labels and capitals name no story. */
static void
test_headline (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxStories) stories = NULL;

  collection (&fixture);
  fixture.articles[1].title = "You won't believe what sank!";
  fixture.articles[3].title = "Exclusive: Ferry Aurora sinks near Port Elm | The Daily D";
  stories = group (&fixture);
  g_assert_cmpstr (stories->titles[1], ==, "Ferry Aurora sinks near Port Elm");
  fixture_clear (&fixture);
}

static void
test_alike (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxStories) stories = NULL;

  for (guint i = 0; i < 3; i++)
    fixture_add (&fixture, NULL, "The ferry Aurora sank off Port Elm on Monday.");
  stories = group (&fixture);
  g_assert_cmpuint (stories->n_stories, ==, 1);
  g_assert_cmpuint (stories->copies->len, ==, 1);
  fixture_clear (&fixture);
}

static void
test_bad_input (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlxStories) stories = NULL, none = NULL;

  none = group (&fixture);
  g_assert_cmpuint (none->n_stories, ==, 0);
  fixture_add (&fixture, NULL, "");
  fixture_add (&fixture, NULL, "양국 정상이 평양에서 만났다.");
  fixture_add (&fixture, NULL, "…");
  fixture.articles[1].published = "yesterday";
  stories = group (&fixture);
  g_assert_cmpuint (stories->n_stories, ==, 3);
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/stories/groups", test_groups);
  g_test_add_func ("/compare/stories/title", test_title);
  g_test_add_func ("/compare/stories/dates", test_dates);
  g_test_add_func ("/compare/stories/links", test_links);
  g_test_add_func ("/compare/stories/extend", test_extend);
  g_test_add_func ("/compare/stories/merge", test_merge);
  g_test_add_func ("/compare/stories/order", test_order);
  g_test_add_func ("/compare/stories/headline", test_headline);
  g_test_add_func ("/compare/stories/alike", test_alike);
  g_test_add_func ("/compare/stories/bad-input", test_bad_input);
  return g_test_run ();
}
