/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-matrix-tables.h"

#include "compare/plx-course.h"
#include "compare/plx-framing.h"
#include "export/plx-pdf-cells.h"

#include <glib/gi18n-lib.h>

/* A shared passage, a finding's words: as much as tells which. */
enum { QUOTE_CHARS = 600 };

typedef struct {
  const PlxMatrix *matrix;
  PlxMatrixTable *table;
  const guint *place_of;      // (claims) number in the matrix, from 0
} Filling;

static void
add (Filling *self, char *text)
{
  g_ptr_array_add (self->table->cells, text != NULL ? text : g_strdup (""));
}

static void
add_text (Filling *self, const char *text)
{
  add (self, plx_matrix_dup_clean (text));
}

static void
add_count (Filling *self, guint n)
{
  add (self, g_strdup_printf ("%u", n));
}

static void
add_share (Filling *self, double share_01)
{
  add (self, g_strdup_printf ("%d", (int) (share_01 * 100 + 0.5)));
}

static void
add_head (Filling *self, gint article)
{
  gboolean known = article >= 0 && (guint) article < self->matrix->comparison->n_articles;

  add_text (self, known ? self->matrix->heads[article] : "");
}

static void
add_claim (Filling *self, guint claim)
{
  const PlxClaim *c = g_ptr_array_index (self->matrix->comparison->claims, claim);

  add_count (self, self->place_of[claim] + 1);
  add_text (self, c->statement);
}

/* cut at @QUOTE_CHARS */
static void
add_spans (Filling *self, gint article, PlxSpan *spans, guint n_spans)
{
  PlxEvidence evidence = { .article = article, .spans = spans, .n_spans = n_spans };
  char *quote = plx_matrix_dup_quote (self->matrix, &evidence);

  if (g_utf8_strlen (quote, -1) > QUOTE_CHARS)
    {
      char *end = g_utf8_offset_to_pointer (quote, QUOTE_CHARS);
      char *cut;

      *end = '\0';
      cut = g_strconcat (quote, " …", NULL);
      g_free (quote);
      quote = cut;
    }
  add (self, quote);
}

/* voices */

static const char *
get_class (PlxSayingClass saying)
{
  static const char *const words[PLX_N_SAYING_CLASSES] = {
    [PLX_SAYING_NEUTRAL] = N_("neutral"), [PLX_SAYING_DOUBTING] = N_("doubting"),
    [PLX_SAYING_ADMITTING] = N_("admitting"), [PLX_SAYING_VOUCHING] = N_("vouching"),
    [PLX_SAYING_STRONG] = N_("heated"),
  };

  return _(words[saying]);
}

char *
plx_matrix_dup_verbs (const GPtrArray *verbs, guint n_most)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; verbs != NULL && i < verbs->len && i < n_most; i++)
    {
      const PlxSayingVerb *verb = g_ptr_array_index (verbs, i);

      g_string_append_printf (out, "%s%s %u", i > 0 ? ", " : "", verb->verb, verb->n_cues);
      if (verb->saying != PLX_SAYING_NEUTRAL)
        g_string_append_printf (out, " (%s)", get_class (verb->saying));
    }
  return g_string_free (out, FALSE);
}

static void
fill_voices (Filling *self)
{
  static const PlxMatrixColumn columns[] = {
    { N_("Source"), 24 }, { N_("Who speaks"), 30 }, { N_("Order"), 8, TRUE },
    { N_("Statements"), 11, TRUE }, { N_("Quoted"), 9, TRUE }, { N_("Quoted words"), 13, TRUE },
    { N_("Other words"), 12, TRUE }, { N_("Verbs of saying"), 60 },
  };
  const PlxFraming *framing = self->matrix->comparison->framing;

  self->table->lead = _("Who speaks in each source, in which order, for how many words, and with "
                        "which verbs the source lets them speak.");
  self->table->columns = columns;
  self->table->n_columns = G_N_ELEMENTS (columns);
  for (guint i = 0; framing != NULL && i < framing->speakers->len; i++)
    {
      const PlxSpeaker *speaker = g_ptr_array_index (framing->speakers, i);

      add_head (self, speaker->article);
      add_text (self, speaker->speaker);
      add_count (self, speaker->order + 1);
      add_count (self, speaker->n_statements);
      add_count (self, speaker->n_quoted);
      add_count (self, speaker->n_direct_words);
      add_count (self, speaker->n_indirect_words);
      add (self, plx_matrix_dup_verbs (speaker->verbs, G_MAXUINT));
    }
}

static void
fill_prominence (Filling *self)
{
  static const PlxMatrixColumn columns[] = {
    { N_("Source"), 24 }, { N_("Who or what"), 30 }, { N_("Order"), 8, TRUE },
    { N_("Mentions"), 10, TRUE }, { N_("Sentences"), 10, TRUE },
    /* xgettext:no-c-format */
    { N_("% of the sentences"), 17, TRUE },
    { N_("In the title"), 12 },
    { N_("In the first paragraph"), 20 },
  };
  const PlxFraming *framing = self->matrix->comparison->framing;

  self->table->lead = _("Who and what comes first in each source, and how much of it they fill; "
                        "pronouns count.");
  self->table->columns = columns;
  self->table->n_columns = G_N_ELEMENTS (columns);
  for (guint i = 0; framing != NULL && i < framing->prominence->len; i++)
    {
      const PlxProminence *row = g_ptr_array_index (framing->prominence, i);

      add_head (self, row->article);
      add_text (self, row->entity);
      add_count (self, row->order + 1);
      add_count (self, row->n_mentions);
      add_count (self, row->n_sentences);
      add_share (self, row->share_01);
      add_text (self, row->in_headline ? _("yes") : "");
      add_text (self, row->in_lead ? _("yes") : "");
    }
}

/* over time */

static const char *
get_turn (PlxTurnKind kind)
{
  static const char *const words[PLX_N_TURN_KINDS] = {
    [PLX_TURN_FIRST] = N_("first said"), [PLX_TURN_CHANGED] = N_("changed"),
    [PLX_TURN_DROPPED] = N_("not in the later report"), [PLX_TURN_RESUMED] = N_("said again"),
  };

  return _(words[kind]);
}

static const char *
get_day (const Filling *self, gint article)
{
  return article >= 0 && (guint) article < self->matrix->story->n
           ? self->matrix->articles[article].published : NULL;
}

/* Who had each claim before all others. */
static void
add_firsts (Filling *self, const PlxCourse *course)
{
  for (guint i = 0; i < self->matrix->comparison->claims->len; i++)
    {
      guint claim = self->matrix->order[i];
      gint first = claim < course->n_claims ? course->first_article[claim] : -1;

      if (first < 0)
        continue;
      add_claim (self, claim);
      add_head (self, first);
      add_text (self, _("before all others"));
      add_text (self, get_day (self, first));
      add_text (self, "");
      add_text (self, "");
    }
}

static void
add_turn (Filling *self, const PlxClaimCourse *course, const PlxTurn *turn)
{
  add_claim (self, course->claim);
  add_head (self, turn->article);
  add_text (self, get_turn (turn->kind));
  add_text (self, get_day (self, turn->article));
  add_text (self, turn->from);
  add_text (self, turn->to);
}

static void
fill_over_time (Filling *self)
{
  static const PlxMatrixColumn columns[] = {
    { N_("#"), 5, TRUE }, { N_("Claim"), 60 }, { N_("Source"), 30 }, { N_("What"), 24 },
    { N_("Published"), 22 }, { N_("Before"), 30 }, { N_("After"), 30 },
  };
  const PlxCourse *course = self->matrix->comparison->course;

  self->table->lead = _("What one source with several dated reports said first, changed, left out "
                        "later and said again; and who had a claim before all others. A report "
                        "that does not have a claim any more may have had no reason to repeat it.");
  self->table->columns = columns;
  self->table->n_columns = G_N_ELEMENTS (columns);
  for (guint i = 0; course != NULL && i < course->claims->len; i++)
    {
      const PlxClaimCourse *c = g_ptr_array_index (course->claims, i);

      for (guint k = 0; k < c->turns->len; k++)
        add_turn (self, c, g_ptr_array_index (c->turns, k));
    }
  if (course != NULL)
    add_firsts (self, course);
}

/* shared passages */

static void
fill_shared (Filling *self)
{
  static const PlxMatrixColumn columns[] = {
    { N_("Source"), 28 }, { N_("And"), 28 }, { N_("Passages"), 9, TRUE },
    /* xgettext:no-c-format */
    { N_("% of the first"), 13, TRUE },
    /* xgettext:no-c-format */
    { N_("% of the second"), 14, TRUE },
    { N_("Comes from"), 28 }, { N_("Why"), 34 }, { N_("Words"), 90 },
  };
  const GPtrArray *reuse = self->matrix->comparison->reuse;

  self->table->lead = _("Passages that stand in two articles, word for word but for edits. "
                        "Articles that have a claim from one passage count as one origin.");
  self->table->columns = columns;
  self->table->n_columns = G_N_ELEMENTS (columns);
  for (guint i = 0; reuse != NULL && i < reuse->len; i++)
    {
      const PlxReuse *edge = g_ptr_array_index (reuse, i);

      add_head (self, edge->article_a);
      add_head (self, edge->article_b);
      add_count (self, edge->n_spans);
      add_share (self, edge->share_a_01);
      add_share (self, edge->share_b_01);
      if (edge->origin >= 0)
        add_head (self, edge->origin);
      else
        add_text (self, _("nothing tells"));
      add (self, plx_cell_words_dup_reasons (edge->reasons));
      add_spans (self, edge->article_a, edge->spans_a, edge->n_spans);
    }
}

/* findings between sources */

static void
fill_findings (Filling *self)
{
  static const PlxMatrixColumn columns[] = {
    { N_("What"), 60 }, { N_("Source"), 28 }, { N_("Its words"), 60 }, { N_("And"), 28 },
    { N_("Its words"), 60 },
  };
  const GPtrArray *findings = self->matrix->comparison->findings;

  self->table->lead = _("What two sources give differently and a careful reader would check.");
  self->table->columns = columns;
  self->table->n_columns = G_N_ELEMENTS (columns);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const PlxComparisonFinding *finding = g_ptr_array_index (findings, i);

      add_text (self, finding->message);
      for (guint k = 0; k < 2; k++)
        {
          const PlxEvidence *place = &finding->places[k];

          add_head (self, place->article);
          add_spans (self, place->article, place->spans, place->n_spans);
        }
    }
}

/* set aside */

static char *
dup_aside (const PlxReportAside *aside)
{
  switch (aside->kind)
    {
    case PLX_REPORT_CLAIM_GONE:
      return g_strdup (_("the claim is not found any more"));
    case PLX_REPORT_COLUMN_GONE:
      return g_strdup_printf (_("the story does not have %s any more"), aside->column);
    case PLX_REPORT_DROPPED:
    default:
      return g_strdup (_("dropped"));
    }
}

static void
fill_aside (Filling *self)
{
  static const PlxMatrixColumn columns[] = {
    { N_("Claim"), 60 }, { N_("What"), 34 }, { N_("Reason"), 50 }, { N_("By"), 20 },
    { N_("On"), 22 }, { N_("Verdicts"), 9, TRUE }, { N_("Words it hung on"), 60 },
  };
  const PlxReportStory *story = self->matrix->story;

  self->table->lead = _("Claims that a person took out of the matrix, and work on claims or "
                        "sources that are not there any more.");
  self->table->columns = columns;
  self->table->n_columns = G_N_ELEMENTS (columns);
  for (guint i = 0; i < story->n_aside; i++)
    {
      const PlxReportAside *aside = &story->aside[i];
      g_autofree char *what = dup_aside (aside);

      add_text (self, aside->statement);
      add_text (self, what);
      add_text (self, aside->reason);
      add_text (self, aside->author);
      add_text (self, aside->decided);
      add (self, aside->kind == PLX_REPORT_DROPPED ? NULL
                                                   : g_strdup_printf ("%u", aside->n_verdicts));
      add_text (self, aside->quote);
    }
}

/* all of them */

static const struct {
  const char *id, *title;
  void (*fill) (Filling *self);
} kinds[PLX_N_MATRIX_TABLES] = {
  [PLX_MATRIX_VOICES] = { "voices", N_("Voices"), fill_voices },
  [PLX_MATRIX_PROMINENCE] = { "prominence", N_("Prominence"), fill_prominence },
  [PLX_MATRIX_OVER_TIME] = { "over-time", N_("Over time"), fill_over_time },
  [PLX_MATRIX_SHARED] = { "shared", N_("Shared passages"), fill_shared },
  [PLX_MATRIX_FINDINGS] = { "check", N_("To check"), fill_findings },
  [PLX_MATRIX_ASIDE] = { "aside", N_("Set aside"), fill_aside },
};

PlxMatrixTable *
plx_matrix_table_new (const PlxMatrix *matrix, PlxMatrixTableKind kind)
{
  PlxMatrixTable *table = g_new0 (PlxMatrixTable, 1);
  guint n = matrix->comparison->claims->len;
  g_autofree guint *place_of = g_new (guint, n + 1);
  Filling filling = { matrix, table, place_of };

  for (guint i = 0; i < n; i++)
    place_of[matrix->order[i]] = i;
  table->id = kinds[kind].id;
  table->title = _(kinds[kind].title);
  table->cells = g_ptr_array_new_with_free_func (g_free);
  kinds[kind].fill (&filling);
  return table;
}

void
plx_matrix_table_free (PlxMatrixTable *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->cells);
  g_free (self);
}

guint
plx_matrix_table_get_n_rows (const PlxMatrixTable *self)
{
  return self->cells->len / self->n_columns;
}

const char *
plx_matrix_table_get (const PlxMatrixTable *self, guint row, guint column)
{
  return g_ptr_array_index (self->cells, row * self->n_columns + column);
}
