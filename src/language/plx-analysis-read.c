/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-analysis-json.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "base/plx-utf8.h"

/* The reading half of plx-analysis-json.c. It trusts nothing: a project file
 * may come from anywhere, so every offset and index is held to its bounds and
 * anything missing reads as empty. */

#define MAX_MEANING 4096   // as in a weights file

typedef struct {
  PlxAnalysis *analysis;
  PlxOffsets *offsets;
} Reader;

static JsonArray *
get_array (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static guint
get_length (JsonArray *array)
{
  return array != NULL ? json_array_get_length (array) : 0;
}

static JsonObject *
get_object_at (JsonArray *array, guint i)
{
  JsonNode *node = json_array_get_element (array, i);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static const char *
get_string (Reader *r, JsonObject *object, const char *key)
{
  return plx_analysis_intern (r->analysis,
                              json_object_get_string_member_with_default (object, key, NULL));
}

static PlxSpan
read_span (Reader *r, JsonNode *node)
{
  PlxSpan span = { 0, 0 };
  JsonArray *pair;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return span;
  pair = json_node_get_array (node);
  if (json_array_get_length (pair) < 2)
    return span;
  span.begin = plx_offsets_to_byte (r->offsets, (guint32) CLAMP (json_array_get_int_element (pair, 0), 0, G_MAXUINT32));
  span.end = plx_offsets_to_byte (r->offsets, (guint32) CLAMP (json_array_get_int_element (pair, 1), 0, G_MAXUINT32));
  span.end = MAX (span.end, span.begin);
  return span;
}

static PlxSlice
read_spans (Reader *r, JsonObject *object, const char *key)
{
  JsonArray *array = get_array (object, key);
  PlxSlice slice = { r->analysis->spans->len, get_length (array) };

  for (guint i = 0; i < slice.n; i++)
    {
      PlxSpan span = read_span (r, json_array_get_element (array, i));

      g_array_append_val (r->analysis->spans, span);
    }
  return slice;
}

static PlxSlice
read_strings (Reader *r, JsonObject *object, const char *key)
{
  JsonArray *array = get_array (object, key);
  PlxSlice slice = { r->analysis->strings->len, 0 };

  for (guint i = 0; i < get_length (array); i++)
    {
      const char *string = plx_analysis_intern (r->analysis, json_array_get_string_element (array, i));

      if (string == NULL)
        continue;
      g_array_append_val (r->analysis->strings, string);
      slice.n++;
    }
  return slice;
}

static gint32
parse_id (const char *id, guint limit)
{
  guint64 index;

  if (id == NULL || id[0] == '\0' || !g_ascii_string_to_unsigned (id + 1, 10, 0, G_MAXINT32, &index, NULL))
    return -1;
  return index < limit ? (gint32) index : -1;
}

static gint32
read_id (JsonObject *object, const char *key, guint limit)
{
  return parse_id (json_object_get_string_member_with_default (object, key, NULL), limit);
}

static guint
n_of (JsonObject *root, const char *key)
{
  return get_length (get_array (root, key));
}

static void
read_span_array (Reader *r, JsonObject *root, const char *key, GArray *into)
{
  JsonArray *array = get_array (root, key);

  for (guint i = 0; i < get_length (array); i++)
    {
      PlxSpan span = read_span (r, json_array_get_element (array, i));

      g_array_append_val (into, span);
    }
}

static void
read_token (Reader *r, JsonObject *root, JsonObject *o)
{
  gint64 head = json_object_get_int_member_with_default (o, "head", -1);
  PlxToken token = {
    .span = read_span (r, json_object_get_member (o, "span")),
    .lemma = get_string (r, o, "lemma"),
    .upos = get_string (r, o, "upos"),
    .xpos = get_string (r, o, "xpos"),
    .feats = get_string (r, o, "feats"),
    .deprel = get_string (r, o, "deprel"),
  };

  token.head = head >= 0 && head < n_of (root, "tokens") ? (gint32) head : -1;
  token.sentence = (guint32) MAX (plx_analysis_sentence_at (r->analysis, token.span.begin), 0);
  g_array_append_val (r->analysis->tokens, token);
}

static PlxSlice
read_roles (Reader *r, JsonObject *root, JsonObject *o)
{
  JsonArray *array = get_array (o, "roles");
  PlxSlice slice = { r->analysis->roles->len, 0 };

  for (guint i = 0; i < get_length (array); i++)
    {
      JsonObject *role_object = get_object_at (array, i);
      PlxRole role;

      if (role_object == NULL)
        continue;
      role.title = get_string (r, role_object, "title");
      role.of = read_id (role_object, "of", n_of (root, "entities"));
      role.spans = read_spans (r, role_object, "spans");
      g_array_append_val (r->analysis->roles, role);
      slice.n++;
    }
  return slice;
}

static void
read_entity (Reader *r, JsonObject *root, JsonObject *o)
{
  JsonArray *members = get_array (o, "members");
  const char *name = get_string (r, o, "name");
  PlxEntity entity = {
    .kind = plx_entity_kind_from_nick (json_object_get_string_member_with_default (o, "kind", NULL)),
    .name = name != NULL ? name : "",
    .names = read_strings (r, o, "names"),
    .roles = read_roles (r, root, o),
    .members = { r->analysis->numbers->len, 0 },
    .owner = read_id (o, "owner", n_of (root, "entities")),
  };

  for (guint i = 0; i < get_length (members); i++)
    {
      gint32 member = parse_id (json_array_get_string_element (members, i), n_of (root, "entities"));

      if (member < 0)
        continue;
      g_array_append_val (r->analysis->numbers, member);
      entity.members.n++;
    }
  if (json_object_get_boolean_member_with_default (o, "nameless", FALSE))
    g_array_append_val (r->analysis->topics, entity);
  else
    g_array_append_val (r->analysis->entities, entity);
}

static void
read_mention (Reader *r, JsonObject *root, JsonObject *o)
{
  PlxMention mention = {
    .span = read_span (r, json_object_get_member (o, "span")),
    .entity = read_id (o, "entity", n_of (root, "entities")),
    .kind = plx_entity_kind_from_nick (json_object_get_string_member_with_default (o, "kind", NULL)),
    .form = plx_mention_form_from_nick (json_object_get_string_member_with_default (o, "form", NULL)),
    .confidence_01 = (float) json_object_get_double_member_with_default (o, "confidence", 1.0),
    .why = get_string (r, o, "why"),
  };

  if (mention.entity >= (gint32) r->analysis->entities->len
      || json_object_get_boolean_member_with_default (o, "again", FALSE))
    g_array_append_val (r->analysis->phrases, mention);
  else if (mention.entity >= 0)
    g_array_append_val (r->analysis->mentions, mention);
}

static PlxSlice
read_levels (Reader *r, JsonObject *root, JsonObject *o)
{
  JsonArray *array = get_array (o, "levels");
  PlxSlice slice = { r->analysis->levels->len, 0 };

  for (guint i = 0; i < get_length (array); i++)
    {
      JsonObject *level_object = get_object_at (array, i);
      PlxLevel level;

      if (level_object == NULL)
        continue;
      level.source = read_spans (r, level_object, "source");
      level.cue = read_spans (r, level_object, "cue");
      level.entity = read_id (level_object, "entity", n_of (root, "entities"));
      level.carried = json_object_get_boolean_member_with_default (level_object, "carried", FALSE);
      g_array_append_val (r->analysis->levels, level);
      slice.n++;
    }
  return slice;
}

static void
read_statement (Reader *r, JsonObject *root, JsonObject *o)
{
  guint n_entities = n_of (root, "entities");
  JsonNode *omits = json_object_get_member (o, "omits");
  const char *polarity = json_object_get_string_member_with_default (o, "polarity", "affirmed");
  PlxStatement statement = {
    .content = read_spans (r, o, "content"),
    .cue = read_spans (r, o, "cue"),
    .hedges = read_spans (r, o, "hedges"),
    .levels = read_levels (r, root, o),
    .mode = plx_statement_mode_from_nick (json_object_get_string_member_with_default (o, "mode", NULL)),
    .force = get_string (r, o, "force"),
    .verb = get_string (r, o, "verb"),
    .denied = g_str_equal (polarity, "denied"),
    .addressee = read_id (o, "addressee", n_entities),
    .omits_by = -1,
    .omits_reported_by = -1,
    .repeats = read_id (o, "repeats", n_of (root, "statements")),
    .confidence_01 = (float) json_object_get_double_member_with_default (o, "confidence", 1.0),
    .why = get_string (r, o, "why"),
  };

  if (omits != NULL && JSON_NODE_HOLDS_OBJECT (omits))
    {
      statement.omits_by = read_id (json_node_get_object (omits), "by", n_entities);
      statement.omits_reported_by = read_id (json_node_get_object (omits), "reported_by", n_entities);
    }
  statement.sentence = (guint32) CLAMP (json_object_get_int_member_with_default (o, "sentence", 0), 0,
                                        MAX ((gint64) r->analysis->sentences->len - 1, 0));
  g_array_append_val (r->analysis->statements, statement);
}

static void
read_time (Reader *r, JsonObject *root, JsonObject *o)
{
  PlxTime time = {
    .span = read_span (r, json_object_get_member (o, "span")),
    .type = plx_time_type_from_nick (json_object_get_string_member_with_default (o, "type", NULL)),
    .value = get_string (r, o, "value"),
    .edtf = get_string (r, o, "edtf"),
  };

  g_array_append_val (r->analysis->times, time);
}

static void
read_quantity (Reader *r, JsonObject *root, JsonObject *o)
{
  PlxQuantity quantity = {
    .span = read_span (r, json_object_get_member (o, "span")),
    .value = json_object_get_double_member_with_default (o, "value", 0.0),
    .unit = get_string (r, o, "unit"),
    .bound = plx_bound_from_nick (json_object_get_string_member_with_default (o, "bound", NULL)),
  };

  g_array_append_val (r->analysis->quantities, quantity);
}

static PlxSlice
read_participants (Reader *r, JsonObject *root, JsonObject *o)
{
  JsonArray *array = get_array (o, "participants");
  PlxSlice slice = { r->analysis->participants->len, 0 };

  for (guint i = 0; i < get_length (array); i++)
    {
      JsonObject *who = get_object_at (array, i);
      PlxParticipant participant;

      if (who == NULL)
        continue;
      participant.entity = read_id (who, "entity", n_of (root, "entities"));
      participant.role = get_string (r, who, "role");
      g_array_append_val (r->analysis->participants, participant);
      slice.n++;
    }
  return slice;
}

static void
read_event (Reader *r, JsonObject *root, JsonObject *o)
{
  PlxEvent event = {
    .kind = get_string (r, o, "kind"),
    .trigger = read_span (r, json_object_get_member (o, "trigger")),
    .span = read_span (r, json_object_get_member (o, "span")),
    .participants = read_participants (r, root, o),
    .place = read_id (o, "place", n_of (root, "entities")),
    .time = get_string (r, o, "time"),
    .statement = read_id (o, "statement", n_of (root, "statements")),
  };

  g_array_append_val (r->analysis->events, event);
}

static void
read_relation (Reader *r, JsonObject *root, JsonObject *o)
{
  PlxRelation relation = {
    .from = read_id (o, "from", n_of (root, "entities")),
    .to = read_id (o, "to", n_of (root, "entities")),
    .kind = get_string (r, o, "kind"),
    .time = get_string (r, o, "time"),
    .statement = read_id (o, "statement", n_of (root, "statements")),
    .spans = read_spans (r, o, "spans"),
  };

  if (relation.from >= 0 && relation.to >= 0)
    g_array_append_val (r->analysis->relations, relation);
}

static void
read_finding (Reader *r, JsonObject *root, JsonObject *o)
{
  JsonArray *pair = get_array (o, "statements");
  PlxFinding finding = {
    .kind = plx_finding_kind_from_nick (json_object_get_string_member_with_default (o, "kind", NULL)),
    .spans = read_spans (r, o, "spans"),
    .values = read_strings (r, o, "values"),
    .message = get_string (r, o, "message"),
    .statements = { -1, -1 },
  };

  for (guint i = 0; i < MIN (get_length (pair), 2); i++)
    finding.statements[i] = parse_id (json_array_get_string_element (pair, i), n_of (root, "statements"));
  g_array_append_val (r->analysis->findings, finding);
}

static void
read_diagnostic (Reader *r, JsonObject *root, JsonObject *o)
{
  PlxDiagnostic diagnostic = {
    .level = get_string (r, o, "level"),
    .what = get_string (r, o, "what"),
    .where = read_span (r, json_object_get_member (o, "where")),
  };

  g_array_append_val (r->analysis->diagnostics, diagnostic);
}

static void
read_objects (Reader *r, JsonObject *root, const char *key,
              void (*read_one) (Reader *r, JsonObject *root, JsonObject *o))
{
  JsonArray *array = get_array (root, key);

  for (guint i = 0; i < get_length (array); i++)
    {
      JsonObject *object = get_object_at (array, i);

      if (object != NULL)
        read_one (r, root, object);
    }
}

/* Rows that are not of @n_rows are as good as none. */
static void
read_rows (JsonObject *o, const char *key, gsize n_rows, gsize size, GArray *out)
{
  const char *packed = json_object_get_string_member_with_default (o, key, NULL);
  g_autofree guchar *data = NULL;
  gsize n = 0;

  if (packed == NULL)
    return;
  data = g_base64_decode (packed, &n);
  if (n > 0 && n == n_rows * size)
    g_array_append_vals (out, data, (guint) n);
}

static void
read_meanings (Reader *r, JsonObject *root)
{
  JsonNode *node = json_object_get_member (root, "meanings");
  JsonObject *o = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *model = o != NULL ? get_string (r, o, "model") : NULL;
  gint64 size = o != NULL ? json_object_get_int_member_with_default (o, "size", 0) : 0;
  PlxAnalysis *analysis = r->analysis;

  if (model == NULL || size <= 0 || size > MAX_MEANING)
    return;
  read_rows (o, "rows", analysis->sentences->len, (gsize) size, analysis->meanings);
  read_rows (o, "title", 1, (gsize) size, analysis->title_meaning);
  if (analysis->meanings->len == 0 && analysis->title_meaning->len == 0)
    return;
  analysis->n_meaning = (guint) size;
  analysis->model = model;
}

static void
read_layers (Reader *r, JsonObject *root)
{
  read_span_array (r, root, "sentences", r->analysis->sentences);
  read_span_array (r, root, "paragraphs", r->analysis->paragraphs);
  read_objects (r, root, "tokens", read_token);
  read_objects (r, root, "entities", read_entity);
  read_objects (r, root, "mentions", read_mention);
  read_objects (r, root, "statements", read_statement);
  read_objects (r, root, "times", read_time);
  read_objects (r, root, "quantities", read_quantity);
  read_objects (r, root, "events", read_event);
  read_objects (r, root, "relations", read_relation);
  read_objects (r, root, "findings", read_finding);
  read_objects (r, root, "diagnostics", read_diagnostic);
  read_meanings (r, root);
}

/**
 * plx_analysis_from_json:
 * @json: what plx_analysis_write_json() wrote, possibly damaged since
 *
 * Errors:  JSON_PARSER_ERROR_…, or G_IO_ERROR_INVALID_DATA when it is no
 *          analysis object
 * Returns: (transfer full): the analysis, or NULL
 */
PlxAnalysis *
plx_analysis_from_json (const char *json, gssize n_bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (PlxOffsets) offsets = NULL;
  JsonNode *node;
  JsonObject *root;
  const char *text;
  Reader r;

  if (!json_parser_load_from_data (parser, json, n_bytes, error))
    return NULL;
  node = json_parser_get_root (parser);
  root = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  text = root != NULL ? json_object_get_string_member_with_default (root, "text", NULL) : NULL;
  if (text == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "not an analysis object");
      return NULL;
    }
  r.analysis = plx_analysis_new (json_object_get_string_member_with_default (root, "id", NULL), text, -1);
  g_free (r.analysis->language);
  r.analysis->language = g_strdup (json_object_get_string_member_with_default (root, "language", "und"));
  offsets = plx_offsets_new (r.analysis->text, r.analysis->n_bytes);
  r.offsets = offsets;
  read_layers (&r, root);
  return r.analysis;
}
