/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-story-groups.h"

#include <string.h>

/* Average linkage with a heap of pairs of groups. A pair on the heap is stale
 * once either group has grown since it was put there; it is then dropped, for
 * growing puts all pairs of the new group on the heap anew.
 *
 * Both groups of a pair find its sums at one place, so that joining two groups
 * moves numbers and allocates nothing. */

typedef struct {
  double all;
  double fresh;          // of the pairs of which a thing is new
} Sums;

typedef struct {
  double average;
  guint32 a, b;          // a < b
  guint32 version_a, version_b;
} Pair;

typedef struct {
  guint32 size;          // things in it, 0: joined to another
  guint32 n_known;       // those that were in a group before
  guint32 version;
  gboolean is_fixed;
} Group;

struct _PlxStoryGroups {
  guint n;
  GHashTable **near;     // (n) group + 1 → place in sums + 1, NULL: none yet
  Group *groups;         // (n) by their first thing
  guint32 *group;        // (n) group of each thing, or one that joined it
  gboolean *is_known;    // (n) was in a group before
  GArray *sums;          // Sums
  GArray *heap;          // Pair, the best first
};

PlxStoryGroups *
plx_story_groups_new (guint n)
{
  PlxStoryGroups *self = g_new0 (PlxStoryGroups, 1);

  self->n = n;
  self->near = g_new0 (GHashTable *, n + 1);
  self->groups = g_new0 (Group, n + 1);
  self->group = g_new0 (guint32, n + 1);
  self->is_known = g_new0 (gboolean, n + 1);
  self->sums = g_array_new (FALSE, FALSE, sizeof (Sums));
  self->heap = g_array_new (FALSE, FALSE, sizeof (Pair));
  for (guint32 i = 0; i < n; i++)
    {
      self->groups[i].size = 1;
      self->group[i] = i;
    }
  return self;
}

void
plx_story_groups_free (PlxStoryGroups *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n; i++)
    g_clear_pointer (&self->near[i], g_hash_table_unref);
  g_free (self->near);
  g_free (self->groups);
  g_free (self->group);
  g_free (self->is_known);
  g_array_unref (self->sums);
  g_array_unref (self->heap);
  g_free (self);
}

/**
 * plx_story_groups_know:
 * @first: the first thing of a group that is known
 * @thing: is in it too; may be @first. Before the first plx_story_groups_add()
 */
void
plx_story_groups_know (PlxStoryGroups *self, guint32 first, guint32 thing)
{
  g_return_if_fail (first < self->n && thing < self->n && self->group[first] == first);
  self->group[thing] = first;
  self->is_known[thing] = TRUE;
  self->groups[first].n_known++;
  if (thing == first)
    return;
  self->groups[first].size++;
  self->groups[thing].size = 0;
}

/* No known group is joined to this one, nor it to another. */
void
plx_story_groups_fix (PlxStoryGroups *self, guint32 first)
{
  g_return_if_fail (first < self->n);
  self->groups[self->group[first]].is_fixed = TRUE;
}

static guint
place_of (const PlxStoryGroups *self, guint32 a, guint32 b)
{
  return self->near[a] != NULL
           ? GPOINTER_TO_UINT (g_hash_table_lookup (self->near[a], GUINT_TO_POINTER (b + 1))) : 0;
}

static void
set_place (PlxStoryGroups *self, guint32 a, guint32 b, guint place)
{
  if (self->near[a] == NULL)
    self->near[a] = g_hash_table_new (NULL, NULL);
  g_hash_table_insert (self->near[a], GUINT_TO_POINTER (b + 1), GUINT_TO_POINTER (place));
}

void
plx_story_groups_add (PlxStoryGroups *self, guint32 a, guint32 b, double likeness_01)
{
  guint32 x, y;
  guint place;
  Sums *sums;

  g_return_if_fail (a < self->n && b < self->n);
  x = self->group[a];
  y = self->group[b];
  if (x == y)
    return;
  place = place_of (self, x, y);
  if (place == 0)
    {
      g_array_set_size (self->sums, self->sums->len + 1);
      place = self->sums->len;
      g_array_index (self->sums, Sums, place - 1) = (Sums) { 0.0, 0.0 };
      set_place (self, x, y, place);
      set_place (self, y, x, place);
    }
  sums = &g_array_index (self->sums, Sums, place - 1);
  sums->all += likeness_01;
  if (!self->is_known[a] || !self->is_known[b])
    sums->fresh += likeness_01;
}

/* Ties go to the pair with the smaller numbers: the result depends on nothing
 * but the pairs. */
static gboolean
is_better (const Pair *x, const Pair *y)
{
  if (x->average > y->average || x->average < y->average)
    return x->average > y->average;
  return x->a != y->a ? x->a < y->a : x->b < y->b;
}

static void
heap_push (GArray *heap, Pair pair)
{
  guint i = heap->len;

  g_array_append_val (heap, pair);
  while (i > 0)
    {
      guint up = (i - 1) / 2;
      Pair *x = &g_array_index (heap, Pair, i), *y = &g_array_index (heap, Pair, up);
      Pair kept = *x;

      if (!is_better (x, y))
        return;
      *x = *y;
      *y = kept;
      i = up;
    }
}

static Pair
heap_pop (GArray *heap)
{
  Pair best = g_array_index (heap, Pair, 0);
  guint i = 0;

  g_array_index (heap, Pair, 0) = g_array_index (heap, Pair, heap->len - 1);
  g_array_set_size (heap, heap->len - 1);
  for (;;)
    {
      guint child = 2 * i + 1;
      Pair kept;

      if (child >= heap->len)
        return best;
      if (child + 1 < heap->len && is_better (&g_array_index (heap, Pair, child + 1),
                                              &g_array_index (heap, Pair, child)))
        child++;
      if (!is_better (&g_array_index (heap, Pair, child), &g_array_index (heap, Pair, i)))
        return best;
      kept = g_array_index (heap, Pair, i);
      g_array_index (heap, Pair, i) = g_array_index (heap, Pair, child);
      g_array_index (heap, Pair, child) = kept;
      i = child;
    }
}

/* How alike two groups are on average. Two known groups were two before: what is
 * new must be as alike by itself. 0: they are kept apart. */
static double
average (const PlxStoryGroups *self, guint32 a, guint32 b, guint place)
{
  const Group *x = &self->groups[a], *y = &self->groups[b];
  const Sums *sums = &g_array_index (self->sums, Sums, place - 1);
  double n_pairs = (double) x->size * y->size;
  double n_before = (double) x->n_known * y->n_known;

  if (n_before <= 0.0)
    return sums->all / n_pairs;
  if (x->is_fixed || y->is_fixed || n_pairs <= n_before)
    return 0.0;
  return MIN (sums->all / n_pairs, sums->fresh / (n_pairs - n_before));
}

static void
push_all (PlxStoryGroups *self, guint32 group, double least, gboolean larger_only)
{
  GHashTableIter iter;
  gpointer other, place;

  if (self->near[group] == NULL)
    return;
  g_hash_table_iter_init (&iter, self->near[group]);
  while (g_hash_table_iter_next (&iter, &other, &place))
    {
      guint32 x = GPOINTER_TO_UINT (other) - 1, a = MIN (x, group), b = MAX (x, group);
      Pair pair = { average (self, a, b, GPOINTER_TO_UINT (place)), a, b,
                    self->groups[a].version, self->groups[b].version };

      if ((!larger_only || x > group) && pair.average >= least)
        heap_push (self->heap, pair);
    }
}

/* Joins group @b to group @a. */
static void
join (PlxStoryGroups *self, guint32 a, guint32 b)
{
  GHashTableIter iter;
  gpointer other, moved;

  g_hash_table_remove (self->near[a], GUINT_TO_POINTER (b + 1));
  g_hash_table_iter_init (&iter, self->near[b]);
  while (g_hash_table_iter_next (&iter, &other, &moved))
    {
      guint32 c = GPOINTER_TO_UINT (other) - 1;
      guint place;

      if (c == a)
        continue;
      g_hash_table_remove (self->near[c], GUINT_TO_POINTER (b + 1));
      place = place_of (self, a, c);
      if (place > 0)
        {
          const Sums *from = &g_array_index (self->sums, Sums, GPOINTER_TO_UINT (moved) - 1);
          Sums *to = &g_array_index (self->sums, Sums, place - 1);

          to->all += from->all;
          to->fresh += from->fresh;
          continue;
        }
      set_place (self, a, c, GPOINTER_TO_UINT (moved));
      set_place (self, c, a, GPOINTER_TO_UINT (moved));
    }
  g_clear_pointer (&self->near[b], g_hash_table_unref);
  self->groups[a].size += self->groups[b].size;
  self->groups[a].n_known += self->groups[b].n_known;
  self->groups[a].is_fixed |= self->groups[b].is_fixed;
  self->groups[a].version++;
  self->groups[b].size = 0;
  self->group[b] = a;
}

/* Numbers of the groups by their first thing: (n) 0 … n_groups - 1. */
static guint *
number_groups (PlxStoryGroups *self, guint *n_groups)
{
  guint *out = g_new0 (guint, self->n + 1);
  g_autofree guint *number = g_new0 (guint, self->n + 1);

  *n_groups = 0;
  for (guint32 i = 0; i < self->n; i++)
    {
      guint32 root = i;

      while (self->group[root] != root)
        root = self->group[root];
      self->group[i] = root;
      if (number[root] == 0)
        number[root] = ++(*n_groups);
      out[i] = number[root] - 1;
    }
  return out;
}

/* May be called once. */
guint *
plx_story_groups_join (PlxStoryGroups *self, double least_01, guint *n_groups)
{
  for (guint32 i = 0; i < self->n; i++)
    push_all (self, i, least_01, TRUE);
  while (self->heap->len > 0)
    {
      Pair best = heap_pop (self->heap);

      if (self->groups[best.a].size == 0 || self->groups[best.b].size == 0
          || self->groups[best.a].version != best.version_a
          || self->groups[best.b].version != best.version_b)
        continue;
      join (self, best.a, best.b);
      push_all (self, best.a, least_01, FALSE);
    }
  return number_groups (self, n_groups);
}
