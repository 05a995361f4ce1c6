/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-story-links.h"

#include "compare/plx-groups.h"

/* The strongest link first: where two would bring known stories together, the
 * weaker one falls. */
static int
compare_links (gconstpointer a, gconstpointer b)
{
  const PlxStoryLink *x = a, *y = b;

  if (x->likeness_01 > y->likeness_01 || x->likeness_01 < y->likeness_01)
    return x->likeness_01 > y->likeness_01 ? -1 : 1;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  return x->b < y->b ? -1 : x->b > y->b;
}

static void
follow (const GArray *links, guint *parent, gboolean *is_known, const guint *story)
{
  for (guint i = 0; i < links->len; i++)
    {
      const PlxStoryLink *link = &g_array_index (links, PlxStoryLink, i);
      guint a = plx_group_root (parent, story[link->a]);
      guint b = plx_group_root (parent, story[link->b]);

      if (a == b || (is_known[a] && is_known[b]))
        continue;
      parent[MAX (a, b)] = MIN (a, b);
      is_known[MIN (a, b)] |= is_known[MAX (a, b)];
    }
}

/**
 * plx_story_links_join:
 * @links: of PlxStoryLink; is sorted
 * @known: (array length=n_articles): the story each was in before, -1: new
 * @story: (transfer full): of each article
 * @n_stories: (inout): how many there are
 *
 * Returns: (transfer full): the stories with those of each link joined, numbered
 *   by their first article
 */
guint *
plx_story_links_join (GArray *links, const gint *known, guint *story, guint n_articles,
                      guint *n_stories)
{
  g_autofree guint *parent = g_new0 (guint, *n_stories + 1);
  g_autofree guint *number = g_new0 (guint, *n_stories + 1);
  g_autofree gboolean *is_known = g_new0 (gboolean, *n_stories + 1);
  guint n = 0;

  for (guint s = 0; s < *n_stories; s++)
    parent[s] = s;
  for (guint i = 0; i < n_articles; i++)
    is_known[story[i]] |= known[i] >= 0;
  g_array_sort (links, compare_links);
  follow (links, parent, is_known, story);
  for (guint i = 0; i < n_articles; i++)
    {
      guint root = plx_group_root (parent, story[i]);

      if (number[root] == 0)
        number[root] = ++n;
      story[i] = number[root] - 1;
    }
  *n_stories = n;
  return story;
}
