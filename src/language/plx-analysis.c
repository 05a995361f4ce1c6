/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-analysis.h"

#include <string.h>

static const char * const entity_kinds[PLX_N_ENTITY_KINDS] = {
  "other", "person", "organisation", "state", "place", "facility", "media",
  "party", "government", "event", "commemoration", "product", "nationality",
};
static const char * const forms[PLX_N_FORMS] = { "name", "role", "description", "pronoun" };
static const char * const modes[PLX_N_MODES] = { "direct", "indirect", "mixed", "event", "omission" };
static const char * const time_types[PLX_N_TIME_TYPES] = { "DATE", "TIME", "DURATION", "SET" };
static const char * const bounds[PLX_N_BOUNDS] = { "=", ">=", "<=", "~" };
static const char * const finding_kinds[PLX_N_FINDING_KINDS] = {
  "duration", "date", "number", "name", "title", "repeated", "omission",
};

/* Unknown nicks, from a newer file perhaps, become the first of the kind. */
static guint
find_nick (const char * const *nicks, guint n, const char *nick)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (nicks[i], nick) == 0)
      return i;
  return 0;
}

#define DEFINE_NICKS(Type, name, table)                                  \
  const char *name##_to_nick (Type value)                                \
  {                                                                      \
    g_return_val_if_fail ((guint) value < G_N_ELEMENTS (table), NULL);   \
    return table[value];                                                 \
  }                                                                      \
  Type name##_from_nick (const char *nick)                               \
  {                                                                      \
    return (Type) find_nick (table, G_N_ELEMENTS (table), nick);         \
  }

DEFINE_NICKS (PlxEntityKind, plx_entity_kind, entity_kinds)
DEFINE_NICKS (PlxMentionForm, plx_mention_form, forms)
DEFINE_NICKS (PlxStatementMode, plx_statement_mode, modes)
DEFINE_NICKS (PlxTimeType, plx_time_type, time_types)
DEFINE_NICKS (PlxBound, plx_bound, bounds)
DEFINE_NICKS (PlxFindingKind, plx_finding_kind, finding_kinds)

/**
 * plx_analysis_new:
 * @id: (nullable): what the caller calls the article
 * @text: valid UTF-8; copied
 *
 * Returns: (transfer full): an analysis with empty layers
 */
PlxAnalysis *
plx_analysis_new (const char *id, const char *text, gssize n_bytes)
{
  PlxAnalysis *self = g_new0 (PlxAnalysis, 1);
  gsize n = n_bytes < 0 ? strlen (text) : (gsize) n_bytes;

  self->id = g_strdup (id);
  self->language = g_strdup ("und");
  self->text = g_strndup (text, n);
  self->n_bytes = (guint32) n;
  self->paragraphs = g_array_new (FALSE, TRUE, sizeof (PlxSpan));
  self->sentences = g_array_new (FALSE, TRUE, sizeof (PlxSpan));
  self->tokens = g_array_new (FALSE, TRUE, sizeof (PlxToken));
  self->entities = g_array_new (FALSE, TRUE, sizeof (PlxEntity));
  self->mentions = g_array_new (FALSE, TRUE, sizeof (PlxMention));
  self->statements = g_array_new (FALSE, TRUE, sizeof (PlxStatement));
  self->times = g_array_new (FALSE, TRUE, sizeof (PlxTime));
  self->quantities = g_array_new (FALSE, TRUE, sizeof (PlxQuantity));
  self->events = g_array_new (FALSE, TRUE, sizeof (PlxEvent));
  self->relations = g_array_new (FALSE, TRUE, sizeof (PlxRelation));
  self->findings = g_array_new (FALSE, TRUE, sizeof (PlxFinding));
  self->diagnostics = g_array_new (FALSE, TRUE, sizeof (PlxDiagnostic));
  self->topics = g_array_new (FALSE, TRUE, sizeof (PlxEntity));
  self->phrases = g_array_new (FALSE, TRUE, sizeof (PlxMention));
  self->meanings = g_array_new (FALSE, TRUE, sizeof (gint8));
  self->title_meaning = g_array_new (FALSE, TRUE, sizeof (gint8));
  self->spans = g_array_new (FALSE, TRUE, sizeof (PlxSpan));
  self->strings = g_array_new (FALSE, TRUE, sizeof (const char *));
  self->numbers = g_array_new (FALSE, TRUE, sizeof (gint32));
  self->roles = g_array_new (FALSE, TRUE, sizeof (PlxRole));
  self->levels = g_array_new (FALSE, TRUE, sizeof (PlxLevel));
  self->participants = g_array_new (FALSE, TRUE, sizeof (PlxParticipant));
  self->chunk = g_string_chunk_new (4096);
  g_atomic_ref_count_init (&self->refs);
  return self;
}

PlxAnalysis *
plx_analysis_ref (PlxAnalysis *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
plx_analysis_unref (PlxAnalysis *self)
{
  GArray **arrays[] = {
    &self->paragraphs, &self->sentences, &self->tokens, &self->entities, &self->mentions,
    &self->statements, &self->times, &self->quantities, &self->events, &self->relations,
    &self->findings, &self->diagnostics, &self->spans, &self->strings, &self->numbers,
    &self->roles, &self->levels, &self->participants, &self->topics, &self->phrases,
    &self->meanings, &self->title_meaning,
  };

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_unref (*arrays[i]);
  g_string_chunk_free (self->chunk);
  g_free (self->id);
  g_free (self->language);
  g_free (self->text);
  g_free (self);
}

/* One copy per distinct string, so that equal strings are the same pointer. */
const char *
plx_analysis_intern (PlxAnalysis *self, const char *string)
{
  return string != NULL ? g_string_chunk_insert_const (self->chunk, string) : NULL;
}

const char *
plx_analysis_intern_span (PlxAnalysis *self, PlxSpan span)
{
  g_autofree char *slice = plx_analysis_dup_span (self, span);

  return plx_analysis_intern (self, slice);
}

PlxSlice
plx_analysis_add_spans (PlxAnalysis *self, const PlxSpan *spans, guint n_spans)
{
  PlxSlice slice = { self->spans->len, n_spans };

  if (n_spans > 0)
    g_array_append_vals (self->spans, spans, n_spans);
  return slice;
}

/* Interns each string. */
PlxSlice
plx_analysis_add_strings (PlxAnalysis *self, const char * const *strings, guint n_strings)
{
  PlxSlice slice = { self->strings->len, n_strings };

  for (guint i = 0; i < n_strings; i++)
    {
      const char *interned = plx_analysis_intern (self, strings[i]);

      g_array_append_val (self->strings, interned);
    }
  return slice;
}

PlxSlice
plx_analysis_add_numbers (PlxAnalysis *self, const gint32 *numbers, guint n_numbers)
{
  PlxSlice slice = { self->numbers->len, n_numbers };

  if (n_numbers > 0)
    g_array_append_vals (self->numbers, numbers, n_numbers);
  return slice;
}

/* @level is static: "note", "warning" or "error". */
void
plx_analysis_diagnose (PlxAnalysis *self, const char *level, PlxSpan where, const char *what)
{
  PlxDiagnostic diagnostic = { level, plx_analysis_intern (self, what), where };

  g_array_append_val (self->diagnostics, diagnostic);
}

char *
plx_analysis_dup_span (const PlxAnalysis *self, PlxSpan span)
{
  g_return_val_if_fail (span.begin <= span.end && span.end <= self->n_bytes, g_strdup (""));
  return g_strndup (self->text + span.begin, plx_span_length (span));
}

/* The pieces joined by " … ". */
char *
plx_analysis_dup_spans (const PlxAnalysis *self, PlxSlice spans)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < spans.n; i++)
    {
      const PlxSpan *span = PLX_SPAN (self, spans.first + i);

      if (i > 0)
        g_string_append (joined, " … ");
      g_string_append_len (joined, self->text + span->begin, plx_span_length (*span));
    }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/* The smallest range that holds all of @spans; empty at 0 when there is none. */
PlxSpan
plx_analysis_hull (const PlxAnalysis *self, PlxSlice spans)
{
  PlxSpan hull = { 0, 0 };

  for (guint i = 0; i < spans.n; i++)
    {
      const PlxSpan *span = PLX_SPAN (self, spans.first + i);

      hull.begin = i == 0 ? span->begin : MIN (hull.begin, span->begin);
      hull.end = MAX (hull.end, span->end);
    }
  return hull;
}

int
plx_mention_compare (gconstpointer a, gconstpointer b)
{
  const PlxMention *x = a, *y = b;
  int order = plx_span_compare (&x->span, &y->span);

  return order != 0 ? order : (int) x->form - (int) y->form;
}

/* Index of the sentence that holds @byte or the last that begins before it;
 * -1 before the first. */
gint32
plx_analysis_sentence_at (const PlxAnalysis *self, guint32 byte)
{
  guint low = 0, high = self->sentences->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (PLX_SENTENCE (self, middle)->begin <= byte)
        low = middle + 1;
      else
        high = middle;
    }
  return (gint32) low - 1;
}

static const gint8 *
get_row (const PlxAnalysis *self, const GArray *rows, guint index)
{
  gsize first = (gsize) index * self->n_meaning;
  const gint8 *row;

  if (self->n_meaning == 0 || first + self->n_meaning > rows->len)
    return NULL;
  row = &g_array_index (rows, gint8, first);
  for (guint i = 0; i < self->n_meaning; i++)
    if (row[i] != 0)
      return row;
  return NULL;
}

/* Of a sentence that no model read, or without a word, nothing is known. */
const gint8 *
plx_analysis_get_meaning (const PlxAnalysis *self, guint sentence)
{
  return get_row (self, self->meanings, sentence);
}

const gint8 *
plx_analysis_get_title_meaning (const PlxAnalysis *self)
{
  return get_row (self, self->title_meaning, 0);
}

static char *
dup_level_name (const PlxAnalysis *self, const PlxLevel *level)
{
  g_autofree char *name = NULL;

  if (level->entity >= 0)
    name = g_strdup (PLX_ENTITY (self, level->entity)->name);
  else
    name = plx_analysis_dup_spans (self, level->source);
  /* in brackets: carried over from an earlier sentence */
  return level->carried ? g_strdup_printf ("(%s)", name) : g_steal_pointer (&name);
}

/* "Rodong Sinmun ▸ Kim Jong Un", outermost first; "" for the article's own voice. */
char *
plx_analysis_dup_chain (const PlxAnalysis *self, guint statement)
{
  PlxSlice levels = PLX_STATEMENT (self, statement)->levels;
  g_autoptr (GString) chain = g_string_new (NULL);

  for (guint i = 0; i < levels.n; i++)
    {
      g_autofree char *name = dup_level_name (self, PLX_LEVEL (self, levels.first + i));

      g_string_append_printf (chain, "%s%s", i > 0 ? " ▸ " : "", name);
    }
  return g_string_free (g_steal_pointer (&chain), FALSE);
}
