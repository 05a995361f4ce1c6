/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-selection.h"

struct _PlxSelection {
  GObject parent_instance;

  PlxSelectedKind kind;
  gint64 story;
  gint64 article;
  gint64 entity;
  char *mark;
  PlxSpan span;
  char *source;
  PlxStoryComparison *comparison;
  int claim;
  int column;
  PlxGraph *graph;
  int edge;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxSelection, plx_selection, G_TYPE_OBJECT)

static void
drop_subject (PlxSelection *self)
{
  self->kind = PLX_SELECTED_NOTHING;
  self->entity = 0;
  self->claim = -1;
  self->column = -1;
  self->edge = -1;
  self->span = (PlxSpan) { 0, 0 };
  g_clear_pointer (&self->mark, g_free);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->comparison, plx_story_comparison_unref);
  g_clear_pointer (&self->graph, plx_graph_unref);
}

static void
emit (PlxSelection *self, guint what)
{
  if (what != 0)
    g_signal_emit (self, signals[CHANGED], 0, what);
}

static guint
move_to_article (PlxSelection *self, gint64 article)
{
  if (self->article == article)
    return 0;
  self->article = article;
  return PLX_SELECTION_ARTICLE;
}

static void
plx_selection_finalize (GObject *object)
{
  drop_subject (PLX_SELECTION (object));
  G_OBJECT_CLASS (plx_selection_parent_class)->finalize (object);
}

static void
plx_selection_class_init (PlxSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_selection_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
plx_selection_init (PlxSelection *self)
{
  drop_subject (self);
}

PlxSelection *
plx_selection_new (void)
{
  return g_object_new (PLX_TYPE_SELECTION, NULL);
}

PlxSelectedKind
plx_selection_get_kind (PlxSelection *self)
{
  g_return_val_if_fail (PLX_IS_SELECTION (self), PLX_SELECTED_NOTHING);
  return self->kind;
}

gint64
plx_selection_get_story (PlxSelection *self)
{
  g_return_val_if_fail (PLX_IS_SELECTION (self), 0);
  return self->story;
}

gint64
plx_selection_get_article (PlxSelection *self)
{
  g_return_val_if_fail (PLX_IS_SELECTION (self), 0);
  return self->article;
}

gint64
plx_selection_get_entity (PlxSelection *self)
{
  g_return_val_if_fail (PLX_IS_SELECTION (self), 0);
  return self->entity;
}

const char *
plx_selection_get_mark (PlxSelection *self)
{
  g_return_val_if_fail (PLX_IS_SELECTION (self), NULL);
  return self->mark;
}

PlxSpan
plx_selection_get_span (PlxSelection *self)
{
  g_return_val_if_fail (PLX_IS_SELECTION (self), ((PlxSpan) { 0, 0 }));
  return self->span;
}

const char *
plx_selection_get_source (PlxSelection *self)
{
  g_return_val_if_fail (PLX_IS_SELECTION (self), NULL);
  return self->source;
}

PlxStoryComparison *
plx_selection_get_comparison (PlxSelection *self)
{
  g_return_val_if_fail (PLX_IS_SELECTION (self), NULL);
  return self->comparison;
}

int
plx_selection_get_claim (PlxSelection *self)
{
  g_return_val_if_fail (PLX_IS_SELECTION (self), -1);
  return self->claim;
}

int
plx_selection_get_column (PlxSelection *self)
{
  g_return_val_if_fail (PLX_IS_SELECTION (self), -1);
  return self->column;
}

const char *
plx_selection_get_claim_key (PlxSelection *self)
{
  g_return_val_if_fail (PLX_IS_SELECTION (self), NULL);
  if (self->comparison == NULL || self->claim < 0)
    return NULL;
  PlxClaim *claim = g_ptr_array_index (self->comparison->comparison->claims, self->claim);
  return claim->key;
}

PlxGraph *
plx_selection_get_graph (PlxSelection *self)
{
  g_return_val_if_fail (PLX_IS_SELECTION (self), NULL);
  return self->graph;
}

int
plx_selection_get_edge (PlxSelection *self)
{
  g_return_val_if_fail (PLX_IS_SELECTION (self), -1);
  return self->edge;
}

void
plx_selection_clear (PlxSelection *self)
{
  g_return_if_fail (PLX_IS_SELECTION (self));

  if (self->kind == PLX_SELECTED_NOTHING)
    return;
  drop_subject (self);
  emit (self, PLX_SELECTION_SUBJECT);
}

void
plx_selection_reset (PlxSelection *self)
{
  g_return_if_fail (PLX_IS_SELECTION (self));

  drop_subject (self);
  self->story = 0;
  self->article = 0;
  emit (self, PLX_SELECTION_STORY | PLX_SELECTION_ARTICLE | PLX_SELECTION_SUBJECT);
}

void
plx_selection_select_story (PlxSelection *self, gint64 story)
{
  g_return_if_fail (PLX_IS_SELECTION (self));

  if (self->story == story)
    return;
  self->story = story;
  emit (self, PLX_SELECTION_STORY);
}

/* An entity stays selected while one reads on in another article; a mark or a
 * passage belongs to its article. */
void
plx_selection_select_article (PlxSelection *self, gint64 article)
{
  g_return_if_fail (PLX_IS_SELECTION (self));

  guint what = move_to_article (self, article);
  if (what != 0 && self->kind == PLX_SELECTED_MARK)
    {
      gint64 entity = self->entity;
      drop_subject (self);
      self->entity = entity;
      self->kind = entity != 0 ? PLX_SELECTED_ENTITY : PLX_SELECTED_NOTHING;
      what |= PLX_SELECTION_SUBJECT;
    }
  else if (what != 0 && self->kind == PLX_SELECTED_PASSAGE)
    {
      drop_subject (self);
      what |= PLX_SELECTION_SUBJECT;
    }
  emit (self, what);
}

void
plx_selection_select_entity (PlxSelection *self, gint64 entity)
{
  g_return_if_fail (PLX_IS_SELECTION (self));

  if (self->kind == PLX_SELECTED_ENTITY && self->entity == entity)
    return;
  drop_subject (self);
  self->kind = entity != 0 ? PLX_SELECTED_ENTITY : PLX_SELECTED_NOTHING;
  self->entity = entity;
  emit (self, PLX_SELECTION_SUBJECT);
}

void
plx_selection_select_mark (PlxSelection *self, gint64 article, const char *key, gint64 entity)
{
  g_return_if_fail (PLX_IS_SELECTION (self));
  g_return_if_fail (key != NULL);

  if (self->kind == PLX_SELECTED_MARK && self->article == article
      && g_strcmp0 (self->mark, key) == 0 && self->entity == entity)
    return;
  g_autofree char *copy = g_strdup (key);
  drop_subject (self);
  self->kind = PLX_SELECTED_MARK;
  self->mark = g_steal_pointer (&copy);
  self->entity = entity;
  emit (self, move_to_article (self, article) | PLX_SELECTION_SUBJECT);
}

void
plx_selection_select_passage (PlxSelection *self, gint64 article, PlxSpan span)
{
  g_return_if_fail (PLX_IS_SELECTION (self));

  if (self->kind == PLX_SELECTED_PASSAGE && self->article == article
      && self->span.begin == span.begin && self->span.end == span.end)
    return;
  drop_subject (self);
  self->kind = PLX_SELECTED_PASSAGE;
  self->span = span;
  emit (self, move_to_article (self, article) | PLX_SELECTION_SUBJECT);
}

void
plx_selection_select_source (PlxSelection *self, const char *name)
{
  g_return_if_fail (PLX_IS_SELECTION (self));
  g_return_if_fail (name != NULL);

  if (self->kind == PLX_SELECTED_SOURCE && g_strcmp0 (self->source, name) == 0)
    return;
  g_autofree char *copy = g_strdup (name);
  drop_subject (self);
  self->kind = PLX_SELECTED_SOURCE;
  self->source = g_steal_pointer (&copy);
  emit (self, PLX_SELECTION_SUBJECT);
}

void
plx_selection_select_claim (PlxSelection *self, PlxStoryComparison *comparison, guint claim,
                            int column)
{
  g_return_if_fail (PLX_IS_SELECTION (self));
  g_return_if_fail (comparison != NULL && claim < comparison->comparison->claims->len);

  if (self->kind == PLX_SELECTED_CLAIM && self->comparison == comparison
      && self->claim == (int) claim && self->column == column)
    return;
  PlxStoryComparison *kept = plx_story_comparison_ref (comparison);
  drop_subject (self);
  self->kind = PLX_SELECTED_CLAIM;
  self->comparison = kept;
  self->claim = (int) claim;
  self->column = column;
  guint what = PLX_SELECTION_SUBJECT;
  if (self->story != comparison->story)
    {
      self->story = comparison->story;
      what |= PLX_SELECTION_STORY;
    }
  emit (self, what);
}

void
plx_selection_select_relation (PlxSelection *self, PlxGraph *graph, guint edge)
{
  g_return_if_fail (PLX_IS_SELECTION (self));
  g_return_if_fail (graph != NULL && edge < graph->edges->len);

  if (self->kind == PLX_SELECTED_RELATION && self->graph == graph && self->edge == (int) edge)
    return;
  PlxGraph *kept = plx_graph_ref (graph);
  drop_subject (self);
  self->kind = PLX_SELECTED_RELATION;
  self->graph = kept;
  self->edge = (int) edge;
  emit (self, PLX_SELECTION_SUBJECT);
}
