/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-mark.h"

static const char * const layer_nicks[PLX_N_MARK_LAYERS] = {
  "name", "statement", "omission", "time", "quantity", "event", "finding", "hand",
};
static const char * const state_nicks[] = { "suggested", "accepted", "rejected" };

const char *
plx_mark_layer_to_nick (PlxMarkLayer layer)
{
  g_return_val_if_fail ((guint) layer < PLX_N_MARK_LAYERS, NULL);
  return layer_nicks[layer];
}

const char *
plx_mark_state_to_nick (PlxMarkState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (state_nicks), NULL);
  return state_nicks[state];
}

PlxMarkState
plx_mark_state_from_nick (const char *nick)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_nicks); i++)
    if (g_strcmp0 (state_nicks[i], nick) == 0)
      return (PlxMarkState) i;
  return PLX_MARK_SUGGESTED;
}

PlxMark *
plx_mark_copy (const PlxMark *mark)
{
  PlxMark *copy = g_memdup2 (mark, sizeof *mark);

  copy->key = g_strdup (mark->key);
  copy->label = g_strdup (mark->label);
  copy->spans = g_memdup2 (mark->spans, mark->n_spans * sizeof (PlxSpan));
  copy->title = g_strdup (mark->title);
  copy->chain = g_strdup (mark->chain);
  copy->why = g_strdup (mark->why);
  copy->note = g_strdup (mark->note);
  copy->author = g_strdup (mark->author);
  copy->decided = g_strdup (mark->decided);
  return copy;
}

void
plx_mark_free (PlxMark *mark)
{
  if (mark == NULL)
    return;
  g_free (mark->key);
  g_free (mark->label);
  g_free (mark->spans);
  g_free (mark->title);
  g_free (mark->chain);
  g_free (mark->why);
  g_free (mark->note);
  g_free (mark->author);
  g_free (mark->decided);
  g_free (mark);
}

/* By first span, the outer one first, then by key so that the order is total. */
int
plx_mark_compare (gconstpointer a, gconstpointer b)
{
  const PlxMark *x = *(const PlxMark * const *) a;
  const PlxMark *y = *(const PlxMark * const *) b;
  int order = plx_span_compare (&x->spans[0], &y->spans[0]);

  if (order != 0)
    return order;
  if (x->layer != y->layer)
    return x->layer < y->layer ? -1 : 1;
  return g_strcmp0 (x->key, y->key);
}

static PlxMark *
add_mark (GPtrArray *marks, PlxMarkLayer layer, char letter, guint item,
          const PlxSpan *spans, guint n_spans)
{
  PlxMark *mark = g_new0 (PlxMark, 1);

  mark->key = g_strdup_printf ("%c%u", letter, item);
  mark->layer = layer;
  mark->spans = g_memdup2 (spans, n_spans * sizeof (PlxSpan));
  mark->n_spans = n_spans;
  mark->item = (gint32) item;
  mark->local_entity = -1;
  mark->confidence_01 = 1;
  qsort (mark->spans, n_spans, sizeof (PlxSpan), plx_span_compare);
  g_ptr_array_add (marks, mark);
  return mark;
}

static void
add_names (const PlxAnalysis *a, GPtrArray *marks)
{
  for (guint i = 0; i < a->mentions->len; i++)
    {
      const PlxMention *mention = PLX_MENTION (a, i);
      PlxMark *mark = add_mark (marks, PLX_MARK_NAME, 'm', i, &mention->span, 1);

      mark->label = g_strdup (plx_entity_kind_to_nick (mention->kind));
      mark->local_entity = mention->entity;
      mark->title = g_strdup (PLX_ENTITY (a, mention->entity)->name);
      mark->why = g_strdup (mention->why);
      mark->confidence_01 = mention->confidence_01;
    }
}

static void
add_statements (const PlxAnalysis *a, GPtrArray *marks)
{
  for (guint i = 0; i < a->statements->len; i++)
    {
      const PlxStatement *s = PLX_STATEMENT (a, i);
      gboolean omission = s->mode == PLX_MODE_OMISSION;
      PlxMark *mark;

      if (s->content.n == 0)
        continue;
      mark = add_mark (marks, omission ? PLX_MARK_OMISSION : PLX_MARK_STATEMENT, 's', i,
                       PLX_SPAN (a, s->content.first), s->content.n);
      mark->label = g_strdup (plx_statement_mode_to_nick (s->mode));
      mark->title = g_strdup (s->force != NULL ? s->force : "");
      mark->chain = plx_analysis_dup_chain (a, i);
      if (omission)
        mark->local_entity = s->omits_by;
      else if (s->levels.n > 0)
        mark->local_entity = PLX_LEVEL (a, s->levels.first + s->levels.n - 1)->entity;
      mark->why = g_strdup (s->why);
      mark->confidence_01 = s->confidence_01;
    }
}

static void
add_times_and_quantities (const PlxAnalysis *a, GPtrArray *marks)
{
  for (guint i = 0; i < a->times->len; i++)
    {
      const PlxTime *time = PLX_TIME (a, i);
      PlxMark *mark = add_mark (marks, PLX_MARK_TIME, 't', i, &time->span, 1);

      mark->label = g_strdup (plx_time_type_to_nick (time->type));
      mark->title = g_strdup (time->edtf != NULL ? time->edtf : time->value);
    }
  for (guint i = 0; i < a->quantities->len; i++)
    {
      const PlxQuantity *quantity = PLX_QUANTITY (a, i);
      PlxMark *mark = add_mark (marks, PLX_MARK_QUANTITY, 'q', i, &quantity->span, 1);

      mark->label = g_strdup ("quantity");
      mark->title = plx_analysis_dup_span (a, quantity->span);
    }
}

static void
add_events_and_findings (const PlxAnalysis *a, GPtrArray *marks)
{
  for (guint i = 0; i < a->events->len; i++)
    {
      const PlxEvent *event = PLX_EVENT (a, i);
      PlxMark *mark = add_mark (marks, PLX_MARK_EVENT, 'v', i, &event->trigger, 1);

      mark->label = g_strdup (event->kind);
      mark->title = g_strdup (event->kind);
    }
  for (guint i = 0; i < a->findings->len; i++)
    {
      const PlxFinding *finding = PLX_FINDING (a, i);
      PlxMark *mark;

      if (finding->spans.n == 0)
        continue;
      mark = add_mark (marks, PLX_MARK_FINDING, 'f', i,
                       PLX_SPAN (a, finding->spans.first), finding->spans.n);
      mark->label = g_strdup (plx_finding_kind_to_nick (finding->kind));
      mark->title = g_strdup (finding->message);
    }
}

/**
 * plx_marks_from_analysis:
 *
 * Everything of @analysis that has a place in the text, as suggestions. Keys
 * are a letter and the index, so they hold as long as the analysis does; a
 * new run of the engine brings new ones.
 *
 * Returns: (transfer full) (element-type PlxMark): sorted by plx_mark_compare()
 */
GPtrArray *
plx_marks_from_analysis (const PlxAnalysis *analysis)
{
  GPtrArray *marks = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_mark_free);

  add_names (analysis, marks);
  add_statements (analysis, marks);
  add_times_and_quantities (analysis, marks);
  add_events_and_findings (analysis, marks);
  g_ptr_array_sort (marks, plx_mark_compare);
  return marks;
}
