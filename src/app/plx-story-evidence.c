/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-story-evidence.h"

#include "app/plx-cell-style.h"

struct _PlxStoryEvidence {
  PlxStoryComparison *comparison;
  int *columns;             // (n_articles) -1: none
  GPtrArray *claims;        // (n_articles) GArray of guint
  GHashTable *relations;    // gint64 of claim and both articles → PlxCellStatus
};

static gint64
make_key (const PlxStoryEvidence *self, guint claim, guint a, guint b)
{
  gint64 n = self->comparison->n_articles;

  return ((gint64) claim * n + MIN (a, b)) * n + MAX (a, b);
}

static void
index_columns (PlxStoryEvidence *self)
{
  const PlxComparison *comparison = self->comparison->comparison;

  self->columns = g_new (int, self->comparison->n_articles + 1);
  for (guint article = 0; article < self->comparison->n_articles; article++)
    self->columns[article] = -1;
  for (guint i = 0; i < comparison->columns->len; i++)
    {
      const PlxColumn *column = g_ptr_array_index (comparison->columns, i);

      if (column->article >= 0 && column->article < (int) self->comparison->n_articles
          && self->columns[column->article] < 0)
        self->columns[column->article] = (int) i;
    }
}

static void
index_claims (PlxStoryEvidence *self)
{
  self->claims = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint article = 0; article < self->comparison->n_articles; article++)
    {
      GArray *claims = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint claim = 0; claim < self->comparison->comparison->claims->len; claim++)
        if (plx_story_evidence_find (self, claim, article) != NULL)
          g_array_append_val (claims, claim);
      g_ptr_array_add (self->claims, claims);
    }
}

static void
index_relations (PlxStoryEvidence *self)
{
  const GArray *alignments = self->comparison->comparison->alignments;

  self->relations = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; alignments != NULL && i < alignments->len; i++)
    {
      const PlxAlignment *it = &g_array_index (alignments, PlxAlignment, i);
      gint64 key;

      if (it->claim < 0 || it->article_a < 0 || it->article_b < 0)
        continue;
      key = make_key (self, (guint) it->claim, (guint) it->article_a, (guint) it->article_b);
      if (!g_hash_table_contains (self->relations, &key))
        g_hash_table_insert (self->relations, g_memdup2 (&key, sizeof key),
                             GUINT_TO_POINTER (it->relation));
    }
}

PlxStoryEvidence *
plx_story_evidence_new (PlxStoryComparison *comparison)
{
  PlxStoryEvidence *self = g_new0 (PlxStoryEvidence, 1);

  self->comparison = plx_story_comparison_ref (comparison);
  index_columns (self);
  index_claims (self);
  index_relations (self);
  return self;
}

void
plx_story_evidence_free (PlxStoryEvidence *self)
{
  if (self == NULL)
    return;
  g_free (self->columns);
  g_ptr_array_unref (self->claims);
  g_hash_table_unref (self->relations);
  plx_story_comparison_unref (self->comparison);
  g_free (self);
}

int
plx_story_evidence_find_column (const PlxStoryEvidence *self, guint article)
{
  return self->columns[article];
}

const GArray *
plx_story_evidence_list_claims (const PlxStoryEvidence *self, guint article)
{
  return g_ptr_array_index (self->claims, article);
}

const PlxEvidence *
plx_story_evidence_find (const PlxStoryEvidence *self, guint claim, guint article)
{
  int column = self->columns[article];
  const PlxEvidence *evidence;

  if (column < 0)
    return NULL;
  evidence
    = &plx_comparison_get_cell (self->comparison->comparison, claim, (guint) column)->evidence;
  return evidence->n_spans > 0 && evidence->article == (int) article ? evidence : NULL;
}

PlxCellStatus
plx_story_evidence_get_status (const PlxStoryEvidence *self, guint claim, guint article)
{
  int column = self->columns[article];

  return column >= 0 ? plx_cell_look (self->comparison, claim, (guint) column).status
                     : PLX_CELL_NOT_EXAMINED;
}

PlxCellStatus
plx_story_evidence_find_relation (const PlxStoryEvidence *self, guint claim, guint left,
                                  guint right)
{
  gint64 key = make_key (self, claim, left, right);
  PlxCellStatus a, b;
  gpointer relation;

  if (g_hash_table_lookup_extended (self->relations, &key, NULL, &relation))
    return (PlxCellStatus) GPOINTER_TO_UINT (relation);
  a = plx_story_evidence_get_status (self, claim, left);
  b = plx_story_evidence_get_status (self, claim, right);
  if (a == PLX_CELL_CONTRADICTED || b == PLX_CELL_CONTRADICTED)
    return PLX_CELL_CONTRADICTED;
  return a == PLX_CELL_DIFFERS || b == PLX_CELL_DIFFERS ? PLX_CELL_DIFFERS : PLX_CELL_REPORTED;
}
