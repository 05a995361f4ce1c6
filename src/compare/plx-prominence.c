/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-compare-private.h"

#include <string.h>

/* Who comes first in an article and who fills it. */

/* The end of the first paragraph that is a sentence and more than a title: of
 * the text's first two sentences if it has no paragraphs. */
static guint32
lead_end (const PlxText *text, const PlxAnalysis *analysis)
{
  for (guint i = 0; i < analysis->paragraphs->len; i++)
    {
      PlxSpan paragraph = g_array_index (analysis->paragraphs, PlxSpan, i);
      const char *end = analysis->text + paragraph.end;

      while (end > analysis->text + paragraph.begin && !g_ascii_isgraph (end[-1])
             && (guchar) end[-1] < 0x80)
        end--;
      if (end > analysis->text + paragraph.begin && !g_ascii_isalnum (end[-1]))
        return paragraph.end;
    }
  if (text->sentences->len == 0)
    return 0;
  return PLX_TEXT_SENTENCE (text, MIN (1, text->sentences->len - 1))->span.end;
}

/* Whether @words stand in @title as whole words. */
static gboolean
title_has (const char *title, const char *words)
{
  gsize n = strlen (words);

  for (const char *at = strstr (title, words); at != NULL; at = strstr (at + 1, words))
    {
      const char *before = g_utf8_find_prev_char (title, at);

      if ((before == NULL || !g_unichar_isalnum (g_utf8_get_char (before)))
          && !g_unichar_isalnum (g_utf8_get_char (at + n)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_in_headline (const PlxComparisonArticle *article, PlxSpan span)
{
  g_autofree char *words = NULL;

  if (article->title == NULL || plx_span_length (span) < 2)
    return FALSE;
  words = plx_analysis_dup_span (article->analysis, span);
  return title_has (article->title, words);
}

static PlxProminence *
prominence_new (const PlxCompareJob *job, guint article, gint member, PlxSpan first)
{
  PlxProminence *self = g_new0 (PlxProminence, 1);

  self->article = (gint) article;
  self->entity = g_strdup (plx_cast_get (job->cast, member)->name);
  self->kind = plx_cast_get (job->cast, member)->kind;
  self->first = first;
  return self;
}

/* Members of the cast with a name, in the order in which they are first
 * named; mentions are sorted by place. */
void
plx_prominence_find (PlxCompareJob *job, guint article)
{
  const PlxAnalysis *analysis = job->articles[article].analysis;
  const PlxText *text = job->index->texts[article];
  guint n_members = job->cast->members->len, order = 0;
  g_autofree PlxProminence **of = g_new0 (PlxProminence *, n_members + 1);
  g_autofree guint *last_sentence = g_new0 (guint, n_members + 1);
  guint32 lead = lead_end (text, analysis);

  for (guint i = 0; i < analysis->mentions->len; i++)
    {
      const PlxMention *mention = PLX_MENTION (analysis, i);
      gint member = plx_cast_find (job->cast, analysis, article, mention->entity);
      guint sentence = plx_text_sentence_at (text, mention->span.begin) + 1;
      PlxProminence *self;

      if (member < 0 || !plx_cast_get (job->cast, member)->is_named)
        continue;
      if ((self = of[member]) == NULL)
        {
          self = of[member] = prominence_new (job, article, member, mention->span);
          self->order = order++;
          g_ptr_array_add (job->out->framing->prominence, self);
        }
      self->n_mentions++;
      if (last_sentence[member] != sentence)
        self->n_sentences++;
      last_sentence[member] = sentence;
      self->in_lead = self->in_lead || mention->span.begin < lead;
      self->in_headline = self->in_headline
                          || (mention->form == PLX_FORM_NAME
                              && is_in_headline (&job->articles[article], mention->span));
      self->share_01 = (double) self->n_sentences / MAX (1, text->sentences->len);
    }
}
