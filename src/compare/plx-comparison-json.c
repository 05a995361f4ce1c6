/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-comparison-json-private.h"
#include "language/plx-analysis-json.h"

#include <string.h>

/* command-line.md's comparison object. Beyond it: "key", "salience",
 * "disagreement", "actors" of a claim, "differing" and "brief" of a cell,
 * "voices": the columns heard only through others, their cells by name;
 * "framing" and "course"; "diagnostics": what could not be compared. */

void
plx_write_comma (PlxComparisonWriter *self)
{
  char last = self->out->len > 0 ? self->out->str[self->out->len - 1] : '{';

  if (strchr ("{[:,", last) == NULL)
    g_string_append_c (self->out, ',');
}

void
plx_write_key (PlxComparisonWriter *self, const char *key)
{
  plx_write_comma (self);
  plx_json_write_string (self->out, key);
  g_string_append_c (self->out, ':');
}

void
plx_write_number (PlxComparisonWriter *self, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (self->out, g_ascii_formatd (buffer, sizeof buffer, "%.4g", value));
}

void
plx_write_uint (PlxComparisonWriter *self, const char *key, guint value)
{
  plx_write_key (self, key);
  g_string_append_printf (self->out, "%u", value);
}

void
plx_write_bool (PlxComparisonWriter *self, const char *key, gboolean value)
{
  plx_write_key (self, key);
  g_string_append (self->out, value ? "true" : "false");
}

void
plx_write_string (PlxComparisonWriter *self, const char *key, const char *value)
{
  plx_write_key (self, key);
  plx_json_write_string (self->out, value);
}

void
plx_write_strings (PlxComparisonWriter *self, const char *key, char * const *strings)
{
  plx_write_key (self, key);
  g_string_append_c (self->out, '[');
  for (; strings != NULL && *strings != NULL; strings++)
    {
      plx_write_comma (self);
      plx_json_write_string (self->out, *strings);
    }
  g_string_append_c (self->out, ']');
}

void
plx_write_spans (PlxComparisonWriter *self, const char *key, gint article, const PlxSpan *spans,
                 guint n_spans)
{
  plx_write_key (self, key);
  g_string_append_c (self->out, '[');
  for (guint i = 0; i < n_spans && article >= 0; i++)
    {
      plx_write_comma (self);
      g_string_append_printf (self->out, "[%u,%u]",
                              plx_offsets_to_char (self->offsets[article], spans[i].begin),
                              plx_offsets_to_char (self->offsets[article], spans[i].end));
    }
  g_string_append_c (self->out, ']');
}

static void
write_differs (PlxComparisonWriter *self, guint differs)
{
  static const char *const nicks[] = { "number", "time", "place", "actor", "attribution",
                                       "polarity", "hedge" };

  plx_write_key (self, "differs_in");
  g_string_append_c (self->out, '[');
  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (differs & 1u << i)
      {
        plx_write_comma (self);
        plx_json_write_string (self->out, nicks[i]);
      }
  g_string_append_c (self->out, ']');
}

static void
write_record (PlxComparisonWriter *self, const PlxSearchRecord *record)
{
  plx_write_key (self, "searched");
  g_string_append_printf (self->out, "{\"articles\":%u", record->n_articles);
  plx_write_strings (self, "terms", record->terms);
  plx_write_strings (self, "names", record->names);
  plx_write_key (self, "needed");
  plx_write_number (self, record->needed_01);
  if (record->nearest.n_spans > 0)
    {
      plx_write_key (self, "nearest");
      g_string_append_c (self->out, '{');
      plx_write_spans (self, "spans", record->nearest.article, record->nearest.spans,
                   record->nearest.n_spans);
      plx_write_key (self, "score");
      plx_write_number (self, record->nearest_01);
      g_string_append_c (self->out, '}');
    }
  g_string_append_c (self->out, '}');
}

static void
write_cell (PlxComparisonWriter *self, const PlxCell *cell)
{
  const PlxEvidence *evidence = &cell->evidence;

  g_string_append_c (self->out, '{');
  plx_write_string (self, "status", plx_cell_status_to_nick (cell->status));
  if (evidence->n_spans > 0)
    {
      plx_write_spans (self, "spans", evidence->article, evidence->spans, evidence->n_spans);
      if (cell->differs_in != 0)
        write_differs (self, cell->differs_in);
      if (evidence->n_differing > 0)
        plx_write_spans (self, "differing", evidence->article, evidence->differing,
                     evidence->n_differing);
      if (cell->via != NULL)
        plx_write_strings (self, "via", cell->via);
      plx_write_key (self, "score");
      plx_write_number (self, cell->score_01);
    }
  if (cell->brief != NULL)
    plx_write_string (self, "brief", cell->brief);
  if (cell->record != NULL)
    write_record (self, cell->record);
  g_string_append_c (self->out, '}');
}

static void
write_voice_cell (PlxComparisonWriter *self, const PlxColumn *column, const PlxCell *cell)
{
  plx_write_key (self, column->name);
  write_cell (self, cell);
  if (cell->evidence.n_spans > 0)
    {
      g_string_truncate (self->out, self->out->len - 1);
      plx_write_string (self, "article", self->comparison->article_ids[cell->evidence.article]);
      g_string_append_c (self->out, '}');
    }
}

static void
write_over_time (PlxComparisonWriter *self, const PlxClaim *claim)
{
  if (claim->over_time == NULL)
    return;
  plx_write_key (self, "over_time");
  g_string_append_c (self->out, '[');
  for (guint i = 0; i < claim->over_time->len; i++)
    {
      const PlxMoment *moment = &g_array_index (claim->over_time, PlxMoment, i);
      const char *published = self->articles[moment->article].published;

      plx_write_comma (self);
      g_string_append_c (self->out, '{');
      plx_write_string (self, "article", self->comparison->article_ids[moment->article]);
      if (published != NULL)
        plx_write_string (self, "published", published);
      plx_write_string (self, "value", moment->value);
      plx_write_spans (self, "spans", moment->article, &moment->span, 1);
      g_string_append_c (self->out, '}');
    }
  g_string_append_c (self->out, ']');
}

static void
write_claim (PlxComparisonWriter *self, guint index)
{
  const PlxComparison *comparison = self->comparison;
  const PlxClaim *claim = g_ptr_array_index (comparison->claims, index);

  plx_write_comma (self);
  g_string_append_c (self->out, '{');
  plx_write_string (self, "id", claim->id);
  plx_write_string (self, "key", claim->key);
  plx_write_string (self, "statement", claim->statement);
  plx_write_key (self, "origins");
  g_string_append_printf (self->out, "%u", claim->origins);
  plx_write_key (self, "salience");
  plx_write_number (self, claim->salience_01);
  plx_write_key (self, "disagreement");
  plx_write_number (self, claim->disagreement_01);
  plx_write_strings (self, "actors", claim->actors);
  write_over_time (self, claim);
  plx_write_key (self, "cells");
  g_string_append_c (self->out, '{');
  for (guint c = 0; c < comparison->n_articles; c++)
    {
      plx_write_key (self, comparison->article_ids[c]);
      write_cell (self, plx_comparison_get_cell (comparison, index, c));
    }
  g_string_append_c (self->out, '}');
  if (comparison->columns->len > comparison->n_articles)
    {
      plx_write_key (self, "voices");
      g_string_append_c (self->out, '{');
      for (guint c = comparison->n_articles; c < comparison->columns->len; c++)
        write_voice_cell (self, g_ptr_array_index (comparison->columns, c),
                          plx_comparison_get_cell (comparison, index, c));
      g_string_append_c (self->out, '}');
    }
  g_string_append_c (self->out, '}');
}

static void
write_articles (PlxComparisonWriter *self)
{
  const PlxComparison *comparison = self->comparison;

  plx_write_strings (self, "articles", comparison->article_ids);
  plx_write_key (self, "copies");
  g_string_append_c (self->out, '[');
  for (guint g = 0; g < comparison->copies->len; g++)
    {
      const GArray *group = g_ptr_array_index (comparison->copies, g);

      plx_write_comma (self);
      g_string_append_c (self->out, '[');
      for (guint i = 0; i < group->len; i++)
        {
          plx_write_comma (self);
          plx_json_write_string (self->out,
                                 comparison->article_ids[g_array_index (group, gint, i)]);
        }
      g_string_append_c (self->out, ']');
    }
  g_string_append_c (self->out, ']');
}

static void
write_voices (PlxComparisonWriter *self)
{
  const PlxComparison *comparison = self->comparison;

  plx_write_key (self, "voices");
  g_string_append_c (self->out, '[');
  for (guint c = comparison->n_articles; c < comparison->columns->len; c++)
    {
      const PlxColumn *column = g_ptr_array_index (comparison->columns, c);

      plx_write_comma (self);
      g_string_append_c (self->out, '{');
      plx_write_string (self, "name", column->name);
      plx_write_string (self, "via", comparison->article_ids[column->via_article]);
      g_string_append_c (self->out, '}');
    }
  g_string_append_c (self->out, ']');
}

static void
write_one_naming (PlxComparisonWriter *self, const PlxNaming *naming)
{
  plx_write_key (self, self->comparison->article_ids[naming->article]);
  g_string_append_c (self->out, '[');
  for (guint i = 0; i < naming->forms->len; i++)
    {
      const PlxNamingForm *form = &g_array_index (naming->forms, PlxNamingForm, i);

      plx_write_comma (self);
      g_string_append_c (self->out, '{');
      plx_write_string (self, "text", form->text);
      plx_write_uint (self, "n", form->n);
      plx_write_string (self, "form", plx_mention_form_to_nick (form->form));
      plx_write_spans (self, "spans", naming->article,
                       (const PlxSpan *) (gpointer) form->spans->data, form->spans->len);
      g_string_append_c (self->out, '}');
    }
  g_string_append_c (self->out, ']');
}

static gboolean
is_same_entity (const PlxNaming *a, const PlxNaming *b)
{
  return a->kind == b->kind && strcmp (a->entity, b->entity) == 0;
}

/* One object per entity: the namings of one entity stand next to each other. */
static void
write_naming (PlxComparisonWriter *self)
{
  const GPtrArray *all = self->comparison->naming;

  plx_write_key (self, "naming");
  g_string_append_c (self->out, '[');
  for (guint i = 0; i < all->len;)
    {
      const PlxNaming *first = g_ptr_array_index (all, i);
      guint end = i;

      plx_write_comma (self);
      g_string_append_c (self->out, '{');
      plx_write_string (self, "entity", first->entity);
      plx_write_string (self, "kind", plx_entity_kind_to_nick (first->kind));
      plx_write_key (self, "by");
      g_string_append_c (self->out, '{');
      for (; end < all->len
             && is_same_entity (g_ptr_array_index (all, end), first);
           end++)
        write_one_naming (self, g_ptr_array_index (all, end));
      g_string_append (self->out, "},\"verbs\":{");
      for (; i < end; i++)
        {
          const PlxNaming *naming = g_ptr_array_index (all, i);

          if (naming->verbs != NULL && naming->verbs[0] != NULL)
            plx_write_strings (self, self->comparison->article_ids[naming->article], naming->verbs);
        }
      g_string_append (self->out, "}}");
    }
  g_string_append_c (self->out, ']');
}

static void
write_words (PlxComparisonWriter *self)
{
  plx_write_key (self, "words");
  g_string_append_c (self->out, '[');
  for (guint i = 0; i < self->comparison->words->len; i++)
    {
      const PlxOverusedWord *word = g_ptr_array_index (self->comparison->words, i);

      plx_write_comma (self);
      g_string_append_c (self->out, '{');
      plx_write_string (self, "article", self->comparison->article_ids[word->article]);
      plx_write_string (self, "word", word->word);
      plx_write_key (self, "z");
      plx_write_number (self, word->z);
      plx_write_spans (self, "spans", word->article, word->spans, word->n_spans);
      g_string_append_c (self->out, '}');
    }
  g_string_append_c (self->out, ']');
}

static const char *
claim_id (const PlxComparisonWriter *self, guint claim)
{
  return ((PlxClaim *) g_ptr_array_index (self->comparison->claims, claim))->id;
}

static void
write_findings (PlxComparisonWriter *self)
{
  plx_write_key (self, "findings");
  g_string_append_c (self->out, '[');
  for (guint i = 0; i < self->comparison->findings->len; i++)
    {
      const PlxComparisonFinding *finding = g_ptr_array_index (self->comparison->findings, i);
      plx_write_comma (self);
      g_string_append_c (self->out, '{');
      plx_write_string (self, "kind", plx_finding_kind_to_nick (finding->kind));
      if (finding->claim >= 0)
        plx_write_string (self, "claim", claim_id (self, (guint) finding->claim));
      plx_write_string (self, "message", finding->message);
      plx_write_key (self, "places");
      g_string_append_c (self->out, '[');
      for (guint j = 0; j < 2; j++)
        {
          const PlxEvidence *place = &finding->places[j];

          plx_write_comma (self);
          g_string_append_c (self->out, '{');
          plx_write_string (self, "article", self->comparison->article_ids[place->article]);
          plx_write_spans (self, "spans", place->article, place->spans, place->n_spans);
          plx_write_spans (self, "differing", place->article, place->differing, place->n_differing);
          g_string_append_c (self->out, '}');
        }
      g_string_append (self->out, "]}");
    }
  g_string_append_c (self->out, ']');
}

static void
write_notes (PlxComparisonWriter *self)
{
  plx_write_key (self, "diagnostics");
  g_string_append_c (self->out, '[');
  for (guint i = 0; self->comparison->notes != NULL && i < self->comparison->notes->len;
       i++)
    {
      const PlxComparisonNote *note = g_ptr_array_index (self->comparison->notes, i);

      plx_write_comma (self);
      g_string_append_c (self->out, '{');
      plx_write_string (self, "level", "note");
      plx_write_string (self, "kind", plx_note_kind_to_nick (note->kind));
      plx_write_string (self, "what", note->what);
      if (note->language != NULL)
        plx_write_string (self, "language", note->language);
      plx_write_key (self, "articles");
      g_string_append_c (self->out, '[');
      for (guint j = 0; j < note->articles->len; j++)
        {
          plx_write_comma (self);
          plx_json_write_string (self->out, self->comparison->article_ids[
                                              g_array_index (note->articles, gint, j)]);
        }
      g_string_append (self->out, "]}");
    }
  g_string_append_c (self->out, ']');
}

/**
 * plx_comparison_write_json:
 * @articles: those that plx_compare() was given
 * @out: the object is appended, without a line end
 */
void
plx_comparison_write_json (const PlxComparison *self, const PlxComparisonArticle *articles,
                           GString *out)
{
  PlxComparisonWriter writer = { out, self, g_new0 (PlxOffsets *, self->n_articles + 1),
                    articles };

  for (guint i = 0; i < self->n_articles; i++)
    writer.offsets[i] = plx_offsets_new (articles[i].analysis->text,
                                         articles[i].analysis->n_bytes);
  g_string_append_c (out, '{');
  write_articles (&writer);
  write_voices (&writer);
  plx_write_key (&writer, "claims");
  g_string_append_c (out, '[');
  for (guint i = 0; i < self->claims->len; i++)
    write_claim (&writer, i);
  g_string_append_c (out, ']');
  write_naming (&writer);
  write_words (&writer);
  write_findings (&writer);
  plx_framing_write_json (&writer);
  plx_course_write_json (&writer);
  plx_reuse_write_json (&writer);
  write_notes (&writer);
  g_string_append_c (out, '}');
  for (guint i = 0; i < self->n_articles; i++)
    plx_offsets_free (writer.offsets[i]);
  g_free (writer.offsets);
}
