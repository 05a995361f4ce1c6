/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/plx-data.h"
#include "language/plx-boundaries-private.h"
#include "language/plx-lists.h"

/* Whether a sentence ends at a gap: the sum of the weights of boundaries.tsv.
 * That file says which attributes of a gap are looked at together, and what
 * each combination seen in treebanks is worth: logistic regression, made by
 * data/language/training/boundaries.py. */

enum { MAX_PATTERNS = 64, MAX_TOGETHER = 4 };

typedef struct {
  guint n;
  guint8 attributes[MAX_TOGETHER];
} Pattern;

typedef struct {
  guint64 key;           // 0: free
  gint32 weight;
} Slot;

struct _PlxBoundaries {
  Pattern patterns[MAX_PATTERNS];
  guint n_patterns;
  gint32 bias;
  Slot *slots;           // open addressing, (n_slots), a power of two
  guint n_slots, n_used;
};

static guint64
mix (guint64 key, guint64 hash)
{
  key = (key ^ hash) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return key ^ key >> 29;
}

static Slot *
find_slot (const PlxBoundaries *self, guint64 key)
{
  guint i = (guint) key & (self->n_slots - 1);

  while (self->slots[i].key != 0 && self->slots[i].key != key)
    i = (i + 1) & (self->n_slots - 1);
  return &self->slots[i];
}

static void
grow (PlxBoundaries *self)
{
  Slot *old = self->slots;
  guint n_old = self->n_slots;

  self->n_slots = n_old > 0 ? n_old * 2 : 1024;
  self->slots = g_new0 (Slot, self->n_slots);
  for (guint i = 0; i < n_old; i++)
    if (old[i].key != 0)
      *find_slot (self, old[i].key) = old[i];
  g_free (old);
}

/* "pattern	left-end right-shape" */
static gboolean
add_pattern (PlxBoundaries *self, const char *names, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (names, " ", -1);
  Pattern *pattern = &self->patterns[self->n_patterns];

  if (self->n_patterns == MAX_PATTERNS || g_strv_length (parts) > MAX_TOGETHER)
    return plx_lists_refuse (error, "too many patterns, or attributes in one");
  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint k = 0;

      while (k < PLX_N_GAP_ATTRIBUTES && !g_str_equal (plx_gap_attribute_name (k), parts[i]))
        k++;
      if (k == PLX_N_GAP_ATTRIBUTES)
        return plx_lists_refuse (error, "no such attribute");
      pattern->attributes[pattern->n++] = (guint8) k;
    }
  self->n_patterns++;
  return TRUE;
}

/* "3	. Capital	57": what these values of pattern 3 are worth. */
static gboolean
read_row (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxBoundaries *self = user_data;
  g_auto (GStrv) values = NULL;
  guint64 number, key;
  Slot *slot;

  if (n_fields == 2 && g_str_equal (fields[0], "bias"))
    {
      self->bias = (gint32) g_ascii_strtoll (fields[1], NULL, 10);
      return TRUE;
    }
  if (n_fields == 2 && g_str_equal (fields[0], "pattern"))
    return add_pattern (self, fields[1], error);
  number = g_ascii_strtoull (fields[0], NULL, 10);
  if (n_fields != 3 || number >= self->n_patterns)
    return plx_lists_refuse (error, "a pattern's number, values and a weight are needed");
  values = g_strsplit (fields[1], " ", -1);
  if (g_strv_length (values) != self->patterns[number].n)
    return plx_lists_refuse (error, "a value for each attribute of the pattern is needed");
  key = number + 1;
  for (guint i = 0; values[i] != NULL; i++)
    key = mix (key, plx_gap_hash (values[i]));
  if (self->n_used * 2 >= self->n_slots)
    grow (self);
  slot = find_slot (self, key);
  self->n_used += slot->key == 0;
  slot->key = key;
  slot->weight = (gint32) g_ascii_strtoll (fields[2], NULL, 10);
  return TRUE;
}

PlxBoundaries *
plx_boundaries_new (GError **error)
{
  PlxBoundaries *self = g_new0 (PlxBoundaries, 1);

  grow (self);
  if (plx_data_read_table ("language/en/boundaries.tsv", read_row, self, error))
    return self;
  plx_boundaries_free (self);
  return NULL;
}

void
plx_boundaries_free (PlxBoundaries *self)
{
  if (self == NULL)
    return;
  g_free (self->slots);
  g_free (self);
}

gboolean
plx_boundaries_decide (const PlxBoundaries *self, const PlxGap *gap)
{
  const char *rule = gap->values[PLX_GAP_RULE]->name;
  gint32 sum = self->bias;

  if (g_str_equal (rule, "never") || g_str_equal (rule, "always"))
    return rule[0] == 'a';
  for (guint i = 0; i < self->n_patterns; i++)
    {
      const Pattern *pattern = &self->patterns[i];
      guint64 key = i + 1;

      for (guint k = 0; k < pattern->n; k++)
        key = mix (key, gap->values[pattern->attributes[k]]->hash);
      sum += find_slot (self, key)->weight;
    }
  return sum > 0;
}
