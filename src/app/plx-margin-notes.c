/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-margin-notes.h"

#include "app/plx-mark-item.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DEEPEST_BRACKET 3

static void
note_free (gpointer data)
{
  PlxMarginNote *note = data;

  g_free (note->members);
  g_free (note->markup);
  g_clear_object (&note->layout);
  g_free (note);
}

/* "carrier ▸ (Rodong Sinmun) ▸ <b>Kim Jong Un</b>": the one who speaks stands out */
static char *
dup_chain_markup (const char *chain)
{
  const char *last = g_strrstr (chain, "▸ ");

  if (last == NULL)
    return g_markup_printf_escaped ("<b>%s</b>", chain);
  last += strlen ("▸ ");
  g_autofree char *outer = g_strndup (chain, last - chain);
  return g_markup_printf_escaped ("%s<b>%s</b>", outer, last);
}

static const char *
get_verb (const PlxArticleContent *content, const PlxMark *mark)
{
  const PlxAnalysis *analysis = content->analysis;

  if (mark->item < 0 || (guint) mark->item >= analysis->statements->len)
    return mark->title;
  const PlxStatement *statement = PLX_STATEMENT (analysis, mark->item);
  if (statement->mode == PLX_MODE_EVENT)
    return _("event");
  if (statement->mode == PLX_MODE_OMISSION)
    return _("left out");
  return statement->force != NULL ? statement->force : statement->verb;
}

static char *
dup_left_markup (const PlxArticleContent *content, const PlxMarginNote *note, const char *chain)
{
  g_autofree char *who = dup_chain_markup (chain);
  g_autoptr (GPtrArray) verbs = g_ptr_array_new ();

  for (guint i = 0; i < note->n_marks; i++)
    {
      const char *verb = get_verb (content, g_ptr_array_index (content->marks, note->members[i]));
      if (verb != NULL && *verb != '\0'
          && !g_ptr_array_find_with_equal_func (verbs, verb, g_str_equal, NULL))
        g_ptr_array_add (verbs, (gpointer) verb);
    }
  g_ptr_array_add (verbs, NULL);
  g_autofree char *joined = g_strjoinv (", ", (char **) verbs->pdata);
  if (*joined == '\0')
    return g_steal_pointer (&who);
  g_autofree char *said = g_markup_printf_escaped ("<i>%s</i>", joined);
  return g_strconcat (who, "\n", said, NULL);
}

static char *
dup_right_markup (const PlxArticleContent *content, const PlxMark *mark)
{
  g_autofree char *heading = plx_mark_dup_heading (content, mark);
  g_autofree char *chain = NULL;
  const char *message = plx_mark_get_message (content, mark);

  if (message == NULL)
    message = chain = plx_mark_dup_chain (content, mark);
  if (message == NULL)
    return g_markup_printf_escaped ("<b>%s %s</b>", plx_mark_get_sign (mark), heading);
  return g_markup_printf_escaped ("<b>%s %s</b>\n%s", plx_mark_get_sign (mark), heading, message);
}

/* An omission is a statement and a finding too; one note is enough. */
static gboolean
has_finding (const PlxArticleContent *content, const PlxMark *omission)
{
  for (guint i = 0; i < content->marks->len; i++)
    {
      const PlxMark *mark = g_ptr_array_index (content->marks, i);
      if (mark->layer != PLX_MARK_FINDING || g_strcmp0 (mark->label, "omission") != 0
          || mark->state == PLX_MARK_REJECTED)
        continue;
      for (guint k = 0; k < mark->n_spans; k++)
        if (plx_span_overlaps (mark->spans[k], omission->spans[0]))
          return TRUE;
    }
  return FALSE;
}

static PlxMarginNote *
add_note (GPtrArray *notes, const PlxMark *mark, guint index, const PlxTextOffsets *offsets)
{
  PlxMarginNote *note = g_new0 (PlxMarginNote, 1);

  note->begin = plx_text_offsets_to_char (offsets, mark->spans[0].begin);
  note->end = plx_text_offsets_to_char (offsets, mark->spans[mark->n_spans - 1].end);
  note->first_mark = index;
  note->members = g_new (guint32, 1);
  note->members[0] = index;
  note->n_marks = 1;
  note->style = plx_style_of_mark (mark);
  note->suggested = mark->state == PLX_MARK_SUGGESTED;
  g_ptr_array_add (notes, note);
  return note;
}

static gboolean
is_same_paragraph (const PlxArticleContent *content, const PlxMark *a, const PlxMark *b)
{
  guint32 from = a->spans[0].begin, to = b->spans[0].begin;

  return to >= from && memchr (content->text + from, '\n', to - from) == NULL;
}

static void
join_note (PlxMarginNote *note, const PlxMark *mark, guint index, const PlxTextOffsets *offsets)
{
  guint32 end = plx_text_offsets_to_char (offsets, mark->spans[mark->n_spans - 1].end);

  note->members = g_renew (guint32, note->members, note->n_marks + 1);
  note->members[note->n_marks++] = index;
  note->end = MAX (note->end, end);
  note->suggested = note->suggested && mark->state == PLX_MARK_SUGGESTED;
}

/* Brackets that share lines stand side by side. */
static void
choose_depths (GPtrArray *notes)
{
  guint32 taken_until[DEEPEST_BRACKET] = { 0 };

  for (guint i = 0; i < notes->len; i++)
    {
      PlxMarginNote *note = g_ptr_array_index (notes, i);
      guint depth = 0;
      while (depth + 1 < DEEPEST_BRACKET && taken_until[depth] > note->begin)
        depth++;
      note->depth = (guint8) depth;
      taken_until[depth] = MAX (taken_until[depth], note->end);
    }
}

static void
add_left_notes (PlxMarginNotes *self, const PlxArticleContent *content,
                const PlxTextOffsets *offsets)
{
  const PlxMark *before = NULL;
  PlxMarginNote *note = NULL;
  g_autofree char *note_chain = NULL;

  for (guint i = 0; i < content->marks->len; i++)
    {
      const PlxMark *mark = g_ptr_array_index (content->marks, i);
      if ((mark->layer != PLX_MARK_STATEMENT && mark->layer != PLX_MARK_OMISSION)
          || mark->state == PLX_MARK_REJECTED || mark->n_spans == 0)
        continue;
      g_autofree char *chain = plx_mark_dup_chain (content, mark);
      if (chain == NULL)
        chain = g_strdup ("");
      if (note != NULL && g_strcmp0 (chain, note_chain) == 0 && mark->layer == before->layer
          && is_same_paragraph (content, before, mark))
        join_note (note, mark, i, offsets);
      else
        {
          if (note != NULL)
            note->markup = dup_left_markup (content, note, note_chain);
          note = add_note (self->left, mark, i, offsets);
          g_free (note_chain);
          note_chain = g_steal_pointer (&chain);
        }
      before = mark;
    }
  if (note != NULL)
    note->markup = dup_left_markup (content, note, note_chain);
  choose_depths (self->left);
}

PlxMarginNotes *
plx_margin_notes_new (const PlxArticleContent *content, const PlxTextOffsets *offsets)
{
  PlxMarginNotes *self = g_new0 (PlxMarginNotes, 1);

  self->left = g_ptr_array_new_with_free_func (note_free);
  self->right = g_ptr_array_new_with_free_func (note_free);
  add_left_notes (self, content, offsets);
  for (guint i = 0; i < content->marks->len; i++)
    {
      const PlxMark *mark = g_ptr_array_index (content->marks, i);
      if (mark->n_spans == 0 || mark->state == PLX_MARK_REJECTED
          || (mark->layer != PLX_MARK_FINDING && mark->layer != PLX_MARK_OMISSION))
        continue;
      if (mark->layer == PLX_MARK_OMISSION && has_finding (content, mark))
        continue;
      PlxMarginNote *note = add_note (self->right, mark, i, offsets);
      note->markup = dup_right_markup (content, mark);
    }
  return self;
}

void
plx_margin_notes_free (PlxMarginNotes *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->left);
  g_ptr_array_unref (self->right);
  g_free (self);
}

void
plx_margin_notes_forget (PlxMarginNotes *self)
{
  GPtrArray *sides[] = { self->left, self->right };

  for (guint s = 0; s < G_N_ELEMENTS (sides); s++)
    for (guint i = 0; i < sides[s]->len; i++)
      {
        PlxMarginNote *note = g_ptr_array_index (sides[s], i);
        g_clear_object (&note->layout);
        note->height = 0;
      }
}

gboolean
plx_margin_note_has (const PlxMarginNote *note, guint32 mark)
{
  for (guint i = 0; i < note->n_marks; i++)
    if (note->members[i] == mark)
      return TRUE;
  return FALSE;
}
