/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-story-groups.h"

/* Average linkage with a heap of pairs of groups. A pair on the heap is stale
 * once either group has grown since it was put there; it is then dropped, for
 * growing puts all pairs of the new group on the heap anew. */

typedef struct {
  double average;
  guint32 a, b;          // a < b
  guint32 version_a, version_b;
} Pair;

struct _PlxStoryGroups {
  guint n;
  GHashTable **near;     // (n) group → sum of likeness, double
  guint32 *size;         // (n) members, 0: joined to another
  guint32 *version;      // (n)
  guint32 *group;        // (n) group of each thing
  GArray *heap;          // Pair, the best first
};

PlxStoryGroups *
plx_story_groups_new (guint n)
{
  PlxStoryGroups *self = g_new0 (PlxStoryGroups, 1);

  self->n = n;
  self->near = g_new0 (GHashTable *, n + 1);
  self->size = g_new0 (guint32, n + 1);
  self->version = g_new0 (guint32, n + 1);
  self->group = g_new0 (guint32, n + 1);
  self->heap = g_array_new (FALSE, FALSE, sizeof (Pair));
  for (guint32 i = 0; i < n; i++)
    {
      self->near[i] = g_hash_table_new_full (NULL, NULL, NULL, g_free);
      self->size[i] = 1;
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
  g_free (self->size);
  g_free (self->version);
  g_free (self->group);
  g_array_unref (self->heap);
  g_free (self);
}

static void
add_sum (GHashTable *near, guint32 group, double sum)
{
  double *old = g_hash_table_lookup (near, GUINT_TO_POINTER (group + 1));

  if (old == NULL)
    {
      old = g_new0 (double, 1);
      g_hash_table_insert (near, GUINT_TO_POINTER (group + 1), old);
    }
  *old += sum;
}

void
plx_story_groups_add (PlxStoryGroups *self, guint32 a, guint32 b, double likeness_01)
{
  g_return_if_fail (a < self->n && b < self->n && a != b);
  add_sum (self->near[a], b, likeness_01);
  add_sum (self->near[b], a, likeness_01);
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

static void
push_pair (PlxStoryGroups *self, guint32 x, guint32 y, double sum, double least)
{
  guint32 a = MIN (x, y), b = MAX (x, y);
  Pair pair = { sum / ((double) self->size[a] * self->size[b]), a, b,
                self->version[a], self->version[b] };

  if (pair.average >= least)
    heap_push (self->heap, pair);
}

static void
push_all (PlxStoryGroups *self, guint32 group, double least, gboolean larger_only)
{
  GHashTableIter iter;
  gpointer other, sum;

  g_hash_table_iter_init (&iter, self->near[group]);
  while (g_hash_table_iter_next (&iter, &other, &sum))
    {
      guint32 b = GPOINTER_TO_UINT (other) - 1;

      if (!larger_only || b > group)
        push_pair (self, group, b, *(double *) sum, least);
    }
}

/* Joins group @b to group @a. */
static void
join (PlxStoryGroups *self, guint32 a, guint32 b)
{
  GHashTableIter iter;
  gpointer other, sum;

  g_hash_table_remove (self->near[a], GUINT_TO_POINTER (b + 1));
  g_hash_table_iter_init (&iter, self->near[b]);
  while (g_hash_table_iter_next (&iter, &other, &sum))
    {
      guint32 c = GPOINTER_TO_UINT (other) - 1;

      if (c == a)
        continue;
      g_hash_table_remove (self->near[c], GUINT_TO_POINTER (b + 1));
      add_sum (self->near[a], c, *(double *) sum);
      add_sum (self->near[c], a, *(double *) sum);
    }
  g_clear_pointer (&self->near[b], g_hash_table_unref);
  self->size[a] += self->size[b];
  self->size[b] = 0;
  self->version[a]++;
  self->group[b] = a;
}

/* Numbers of the groups by their first thing: (n) 0 … n_groups - 1. */
static guint *
number_groups (PlxStoryGroups *self, guint *n_groups)
{
  guint *out = g_new0 (guint, self->n + 1);

  *n_groups = 0;
  for (guint32 i = 0; i < self->n; i++)
    {
      guint32 root = i;

      while (self->group[root] != root)
        root = self->group[root];
      self->group[i] = root;
      out[i] = root == i ? (*n_groups)++ : out[root];
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

      if (self->size[best.a] == 0 || self->size[best.b] == 0
          || self->version[best.a] != best.version_a || self->version[best.b] != best.version_b)
        continue;
      join (self, best.a, best.b);
      push_all (self, best.a, least_01, FALSE);
    }
  return number_groups (self, n_groups);
}
