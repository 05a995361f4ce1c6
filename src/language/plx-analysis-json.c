/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-analysis-json.h"

#include <math.h>

#include "base/plx-utf8.h"

/* Writing: by hand into a GString. A JsonBuilder makes a GObject per value,
 * which took longer than the whole analysis of a long article; the shape is
 * fixed and strings go through one escaper. Reading is json-glib's, in
 * plx-analysis-read.c. */

typedef struct {
  const PlxAnalysis *analysis;
  PlxOffsets *offsets;
  GString *out;
  guint next_mention, next_phrase; // written in the order of the text
} Writer;

/* What JSON wants said otherwise inside a string. */
static gboolean
is_special (guchar c)
{
  return c < 0x20 || c == '"' || c == '\\' || c == 0x7f;
}

void
plx_json_write_string (GString *out, const char *string)
{
  const char *p = string;

  g_string_append_c (out, '"');
  for (;;)
    {
      const char *plain = p;
      guchar c;

      while (!is_special ((guchar) *p))
        p++;
      g_string_append_len (out, plain, p - plain);
      c = (guchar) *p++;
      if (c == '\0')
        break;
      if (c == '"' || c == '\\')
        g_string_append_printf (out, "\\%c", c);
      else if (c == '\n')
        g_string_append (out, "\\n");
      else if (c == '\t')
        g_string_append (out, "\\t");
      else
        g_string_append_printf (out, "\\u%04x", c);
    }
  g_string_append_c (out, '"');
}

/* printf took a fifth of the whole analysis; most numbers are plain offsets. */
static void
append_integer (GString *out, gint64 value)
{
  char digits[24];
  gsize n = sizeof digits;
  guint64 rest = value < 0 ? -(guint64) value : (guint64) value;

  do
    {
      digits[--n] = (char) ('0' + rest % 10);
      rest /= 10;
    }
  while (rest > 0);
  if (value < 0)
    digits[--n] = '-';
  g_string_append_len (out, digits + n, (gssize) (sizeof digits - n));
}

static void
append_id (GString *out, char letter, gint32 index)
{
  g_string_append_c (out, '"');
  g_string_append_c (out, letter);
  append_integer (out, index);
  g_string_append_c (out, '"');
}

static void
write_key (Writer *w, const char *key)
{
  char last = w->out->len > 0 ? w->out->str[w->out->len - 1] : '{';

  if (last != '{' && last != '[')
    g_string_append_c (w->out, ',');
  g_string_append_c (w->out, '"');
  g_string_append (w->out, key);
  g_string_append (w->out, "\":");
}

static void
write_string (Writer *w, const char *key, const char *value)
{
  write_key (w, key);
  if (value != NULL)
    plx_json_write_string (w->out, value);
  else
    g_string_append (w->out, "null");
}

static void
write_number (Writer *w, const char *key, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  write_key (w, key);
  if (fabs (value) < 1e12 && value == trunc (value) && !(value == 0 && signbit (value)))
    append_integer (w->out, (gint64) value);
  else
    g_string_append (w->out, g_ascii_formatd (buffer, sizeof buffer, "%.12g", value));
}

/* Three places: a float's noise is not information. */
static void
write_share (Writer *w, const char *key, float value_01)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  write_key (w, key);
  if (value_01 == 1)
    g_string_append_c (w->out, '1');
  else
    g_string_append (w->out, g_ascii_formatd (buffer, sizeof buffer, "%.3g", (double) value_01));
}

static void
write_flag (Writer *w, const char *key, gboolean value)
{
  write_key (w, key);
  g_string_append (w->out, value ? "true" : "false");
}

/* Ids are a letter and an index: e0, m3, s12. */
static void
write_id (Writer *w, const char *key, char letter, gint32 index)
{
  write_key (w, key);
  if (index < 0)
    g_string_append (w->out, "null");
  else
    append_id (w->out, letter, index);
}

static void
append_span (Writer *w, PlxSpan span)
{
  g_string_append_c (w->out, '[');
  append_integer (w->out, plx_offsets_to_char (w->offsets, span.begin));
  g_string_append_c (w->out, ',');
  append_integer (w->out, plx_offsets_to_char (w->offsets, span.end));
  g_string_append_c (w->out, ']');
}

static void
write_span (Writer *w, const char *key, PlxSpan span)
{
  write_key (w, key);
  append_span (w, span);
}

static void
append_comma (Writer *w, guint index)
{
  if (index > 0)
    g_string_append_c (w->out, ',');
}

static void
write_spans (Writer *w, const char *key, PlxSlice spans)
{
  write_key (w, key);
  g_string_append_c (w->out, '[');
  for (guint i = 0; i < spans.n; i++)
    {
      append_comma (w, i);
      append_span (w, *PLX_SPAN (w->analysis, spans.first + i));
    }
  g_string_append_c (w->out, ']');
}

static void
write_strings (Writer *w, const char *key, PlxSlice strings)
{
  write_key (w, key);
  g_string_append_c (w->out, '[');
  for (guint i = 0; i < strings.n; i++)
    {
      append_comma (w, i);
      plx_json_write_string (w->out, PLX_STRING (w->analysis, strings.first + i));
    }
  g_string_append_c (w->out, ']');
}

static void
write_token (Writer *w, guint i)
{
  const PlxToken *token = PLX_TOKEN (w->analysis, i);

  write_span (w, "span", token->span);
  write_string (w, "lemma", token->lemma);
  write_string (w, "upos", token->upos);
  write_string (w, "xpos", token->xpos);
  write_string (w, "feats", token->feats);
  write_number (w, "head", token->head);
  write_string (w, "deprel", token->deprel);
}

static void
write_role (Writer *w, const PlxRole *role)
{
  write_string (w, "title", role->title);
  write_id (w, "of", 'e', role->of);
  write_spans (w, "spans", role->spans);
}

static void
write_entity (Writer *w, guint i)
{
  guint n = w->analysis->entities->len;
  const PlxEntity *entity = i < n ? PLX_ENTITY (w->analysis, i) : PLX_TOPIC (w->analysis, i - n);

  write_id (w, "id", 'e', (gint32) i);
  write_string (w, "kind", plx_entity_kind_to_nick (entity->kind));
  write_string (w, "name", entity->name);
  write_strings (w, "names", entity->names);
  write_key (w, "roles");
  g_string_append_c (w->out, '[');
  for (guint r = 0; r < entity->roles.n; r++)
    {
      append_comma (w, r);
      g_string_append_c (w->out, '{');
      write_role (w, PLX_ROLE (w->analysis, entity->roles.first + r));
      g_string_append_c (w->out, '}');
    }
  g_string_append_c (w->out, ']');
  if (entity->members.n > 0)
    {
      write_key (w, "members");
      g_string_append_c (w->out, '[');
      for (guint m = 0; m < entity->members.n; m++)
        {
          append_comma (w, m);
          append_id (w->out, 'e', PLX_NUMBER (w->analysis, entity->members.first + m));
        }
      g_string_append_c (w->out, ']');
    }
  if (entity->owner >= 0)
    write_id (w, "owner", 'e', entity->owner);
  if (i >= n)
    {
      write_key (w, "nameless");
      g_string_append (w->out, "true");
    }
}

/* Mentions and phrases as one list. */
static void
write_mention (Writer *w, guint i)
{
  const PlxAnalysis *a = w->analysis;
  guint m = w->next_mention, p = w->next_phrase;
  gboolean is_phrase = m == a->mentions->len
                       || (p < a->phrases->len
                           && PLX_PHRASE (a, p)->span.begin < PLX_MENTION (a, m)->span.begin);
  const PlxMention *mention = is_phrase ? PLX_PHRASE (a, w->next_phrase++)
                                        : PLX_MENTION (a, w->next_mention++);

  write_id (w, "entity", 'e', mention->entity);
  write_span (w, "span", mention->span);
  write_string (w, "kind", plx_entity_kind_to_nick (mention->kind));
  write_string (w, "form", plx_mention_form_to_nick (mention->form));
  write_share (w, "confidence", mention->confidence_01);
  write_string (w, "why", mention->why);
  if (is_phrase)
    {
      write_key (w, "again");
      g_string_append (w->out, "true");
    }
}

static void
write_level (Writer *w, const PlxLevel *level)
{
  write_spans (w, "source", level->source);
  write_spans (w, "cue", level->cue);
  write_id (w, "entity", 'e', level->entity);
  write_flag (w, "carried", level->carried);
}

static void
write_omits (Writer *w, const PlxStatement *statement)
{
  if (statement->mode != PLX_MODE_OMISSION)
    return;
  write_key (w, "omits");
  g_string_append_c (w->out, '{');
  write_id (w, "by", 'e', statement->omits_by);
  write_id (w, "reported_by", 'e', statement->omits_reported_by);
  g_string_append_c (w->out, '}');
}

static void
write_statement (Writer *w, guint i)
{
  const PlxStatement *statement = PLX_STATEMENT (w->analysis, i);

  write_id (w, "id", 's', (gint32) i);
  write_spans (w, "content", statement->content);
  write_spans (w, "cue", statement->cue);
  write_string (w, "mode", plx_statement_mode_to_nick (statement->mode));
  write_string (w, "force", statement->force);
  write_string (w, "verb", statement->verb);
  write_string (w, "polarity", statement->denied ? "denied" : "affirmed");
  write_spans (w, "hedges", statement->hedges);
  write_id (w, "addressee", 'e', statement->addressee);
  write_key (w, "levels");
  g_string_append_c (w->out, '[');
  for (guint l = 0; l < statement->levels.n; l++)
    {
      append_comma (w, l);
      g_string_append_c (w->out, '{');
      write_level (w, PLX_LEVEL (w->analysis, statement->levels.first + l));
      g_string_append_c (w->out, '}');
    }
  g_string_append_c (w->out, ']');
  write_omits (w, statement);
  write_id (w, "repeats", 's', statement->repeats);
  write_number (w, "sentence", statement->sentence);
  write_share (w, "confidence", statement->confidence_01);
  write_string (w, "why", statement->why);
}

static void
write_time (Writer *w, guint i)
{
  const PlxTime *time = PLX_TIME (w->analysis, i);

  write_span (w, "span", time->span);
  write_string (w, "type", plx_time_type_to_nick (time->type));
  write_string (w, "value", time->value);
  write_string (w, "edtf", time->edtf);
}

static void
write_quantity (Writer *w, guint i)
{
  const PlxQuantity *quantity = PLX_QUANTITY (w->analysis, i);

  write_span (w, "span", quantity->span);
  write_number (w, "value", quantity->value);
  write_string (w, "unit", quantity->unit);
  write_string (w, "bound", plx_bound_to_nick (quantity->bound));
}

static void
write_event (Writer *w, guint i)
{
  const PlxEvent *event = PLX_EVENT (w->analysis, i);

  write_id (w, "id", 'v', (gint32) i);
  write_string (w, "kind", event->kind);
  write_span (w, "trigger", event->trigger);
  write_key (w, "participants");
  g_string_append_c (w->out, '[');
  for (guint p = 0; p < event->participants.n; p++)
    {
      const PlxParticipant *who = PLX_PARTICIPANT (w->analysis, event->participants.first + p);

      append_comma (w, p);
      g_string_append_c (w->out, '{');
      write_id (w, "entity", 'e', who->entity);
      write_string (w, "role", who->role);
      g_string_append_c (w->out, '}');
    }
  g_string_append_c (w->out, ']');
  write_id (w, "place", 'e', event->place);
  write_string (w, "time", event->time);
  write_span (w, "span", event->span);
  write_id (w, "statement", 's', event->statement);
}

static void
write_relation (Writer *w, guint i)
{
  const PlxRelation *relation = PLX_RELATION (w->analysis, i);

  write_id (w, "from", 'e', relation->from);
  write_id (w, "to", 'e', relation->to);
  write_string (w, "kind", relation->kind);
  write_string (w, "time", relation->time);
  write_id (w, "statement", 's', relation->statement);
  write_spans (w, "spans", relation->spans);
}

static void
write_finding (Writer *w, guint i)
{
  const PlxFinding *finding = PLX_FINDING (w->analysis, i);

  write_string (w, "kind", plx_finding_kind_to_nick (finding->kind));
  write_spans (w, "spans", finding->spans);
  write_strings (w, "values", finding->values);
  write_string (w, "message", finding->message);
  if (finding->kind == PLX_FINDING_REPEATED)
    {
      write_key (w, "statements");
      g_string_append_printf (w->out, "[\"s%d\",\"s%d\"]",
                              finding->statements[0], finding->statements[1]);
    }
}

static void
write_diagnostic (Writer *w, guint i)
{
  const PlxDiagnostic *d = &g_array_index (w->analysis->diagnostics, PlxDiagnostic, i);

  write_string (w, "level", d->level);
  write_string (w, "what", d->what);
  write_span (w, "where", d->where);
}

static void
write_objects (Writer *w, const char *key, guint n, void (*write_one) (Writer *w, guint i))
{
  write_key (w, key);
  g_string_append_c (w->out, '[');
  for (guint i = 0; i < n; i++)
    {
      append_comma (w, i);
      g_string_append_c (w->out, '{');
      write_one (w, i);
      g_string_append_c (w->out, '}');
    }
  g_string_append_c (w->out, ']');
}

static void
write_span_array (Writer *w, const char *key, GArray *spans)
{
  write_key (w, key);
  g_string_append_c (w->out, '[');
  for (guint i = 0; i < spans->len; i++)
    {
      append_comma (w, i);
      append_span (w, g_array_index (spans, PlxSpan, i));
    }
  g_string_append_c (w->out, ']');
}

static void
write_meanings (Writer *w)
{
  const PlxAnalysis *a = w->analysis;
  g_autofree char *rows = NULL, *title = NULL;

  if (a->meanings->len == 0 && a->title_meaning->len == 0)
    return;
  rows = g_base64_encode ((const guchar *) a->meanings->data, a->meanings->len);
  write_key (w, "meanings");
  g_string_append (w->out, "{\"model\":");
  plx_json_write_string (w->out, a->model);
  g_string_append_printf (w->out, ",\"size\":%u,\"rows\":\"%s\"", a->n_meaning, rows);
  if (a->title_meaning->len > 0)
    {
      title = g_base64_encode ((const guchar *) a->title_meaning->data, a->title_meaning->len);
      g_string_append_printf (w->out, ",\"title\":\"%s\"", title);
    }
  g_string_append_c (w->out, '}');
}

/**
 * plx_analysis_write_json:
 * @out: the object is appended, without a line end
 *
 * Units:   offsets are code points of the text, half-open
 */
void
plx_analysis_write_json (const PlxAnalysis *analysis, GString *out)
{
  g_autoptr (PlxOffsets) offsets = plx_offsets_new (analysis->text, analysis->n_bytes);
  Writer w = { analysis, offsets, out, 0, 0 };

  g_string_append_c (out, '{');
  write_string (&w, "id", analysis->id);
  write_string (&w, "language", analysis->language);
  write_string (&w, "text", analysis->text);
  write_span_array (&w, "sentences", analysis->sentences);
  write_span_array (&w, "paragraphs", analysis->paragraphs);
  write_objects (&w, "tokens", analysis->tokens->len, write_token);
  write_objects (&w, "entities", analysis->entities->len + analysis->topics->len, write_entity);
  write_objects (&w, "mentions", analysis->mentions->len + analysis->phrases->len, write_mention);
  write_objects (&w, "statements", analysis->statements->len, write_statement);
  write_objects (&w, "times", analysis->times->len, write_time);
  write_objects (&w, "quantities", analysis->quantities->len, write_quantity);
  write_objects (&w, "events", analysis->events->len, write_event);
  write_objects (&w, "relations", analysis->relations->len, write_relation);
  write_objects (&w, "findings", analysis->findings->len, write_finding);
  write_objects (&w, "diagnostics", analysis->diagnostics->len, write_diagnostic);
  write_meanings (&w);
  g_string_append_c (out, '}');
}
