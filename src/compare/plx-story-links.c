/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-story-links.h"

static guint
root_of (guint *parent, guint story)
{
  while (parent[story] != story)
    {
      parent[story] = parent[parent[story]];
      story = parent[story];
    }
  return story;
}

/**
 * plx_story_links_join:
 * @story: (transfer full): of each article
 * @n_stories: (inout): how many there are
 *
 * Returns: (transfer full): the stories with those of each link joined, numbered
 *   by their first article
 */
guint *
plx_story_links_join (const GArray *links, guint *story, guint n_articles, guint *n_stories)
{
  g_autofree guint *parent = g_new0 (guint, *n_stories + 1);
  g_autofree guint *number = g_new0 (guint, *n_stories + 1);
  guint n = 0;

  for (guint s = 0; s < *n_stories; s++)
    parent[s] = s;
  for (guint i = 0; i < links->len; i++)
    {
      const PlxStoryLink *link = &g_array_index (links, PlxStoryLink, i);
      guint a = root_of (parent, story[link->a]), b = root_of (parent, story[link->b]);

      parent[MAX (a, b)] = MIN (a, b);
    }
  for (guint i = 0; i < n_articles; i++)
    {
      guint root = root_of (parent, story[i]);

      if (number[root] == 0)
        number[root] = ++n;
      story[i] = number[root] - 1;
    }
  *n_stories = n;
  return story;
}
