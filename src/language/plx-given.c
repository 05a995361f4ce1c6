/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "language/plx-meaning.h"
#include "language/plx-syntax.h"

/* Words or sentences that are given: what each head of the encoder says of
 * them by itself. `parse` and `embed` ask this, and `compare` for meanings. */

/* Embedded together; bounds memory, and how soon cancelling is heard. */
#define SLICE_TEXTS 128

/* Characters of a headline that are read: a text in its place costs no more. */
#define MAX_TITLE       400
#define MAX_TITLE_BYTES (4 * MAX_TITLE)

/* The model and the gazetteers tell more kinds apart than files of names do. */
static const char *
plain_kind (const char *fine)
{
  static const struct { const char *fine, *plain; } kinds[] = {
    { "PER", "PER" }, { "ORG", "ORG" }, { "PARTY", "ORG" }, { "LOC", "LOC" }, { "STATE", "LOC" },
    { "FAC", "FAC" }, { "NORP", "NORP" }, { "EVT", "EVT" }, { "PROD", "PROD" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].fine, fine))
      return kinds[i].plain;
  return "MISC";
}

static const char *
kind_of_entity (PlxEntityKind kind)
{
  static const char * const kinds[PLX_N_ENTITY_KINDS] = {
    [PLX_ENTITY_OTHER] = "MISC",        [PLX_ENTITY_PERSON] = "PER",
    [PLX_ENTITY_ORGANISATION] = "ORG",  [PLX_ENTITY_STATE] = "LOC",
    [PLX_ENTITY_PLACE] = "LOC",         [PLX_ENTITY_FACILITY] = "FAC",
    [PLX_ENTITY_MEDIA] = "ORG",         [PLX_ENTITY_PARTY] = "ORG",
    [PLX_ENTITY_GOVERNMENT] = "ORG",    [PLX_ENTITY_EVENT] = "EVT",
    [PLX_ENTITY_COMMEMORATION] = "EVT", [PLX_ENTITY_PRODUCT] = "PROD",
    [PLX_ENTITY_NATIONALITY] = "NORP",
  };

  return kinds[kind];
}

static void
take_names_of_model (const PlxSyntax *syntax, guint n, PlxTokenName *names)
{
  for (guint i = 0; i < n; i++)
    {
      const char *label = plx_syntax_get_name (syntax, i);

      if (label[0] != 'O')
        names[i] = (PlxTokenName) { label[0], plain_kind (label + 2) };
    }
}

/* Mentions come longest first, so that what lies inside another name is left. */
static void
take_names_of_rules (const PlxLanguage *self, PlxAnalysis *analysis, PlxTokenName *names)
{
  PlxArticleText article = { .text = analysis->text, .n_bytes = analysis->n_bytes };
  guint at = 0, n = analysis->tokens->len;

  plx_find_names (self->names, &article, NULL, analysis);
  plx_resolve_mentions (self->names, &article, NULL, analysis);
  for (guint m = 0; m < analysis->mentions->len; m++)
    {
      const PlxMention *mention = PLX_MENTION (analysis, m);
      char mark = 'B';

      if (mention->form != PLX_FORM_NAME)
        continue;
      while (at < n && PLX_TOKEN (analysis, at)->span.begin < mention->span.begin)
        at++;
      for (; at < n && PLX_TOKEN (analysis, at)->span.end <= mention->span.end; at++, mark = 'I')
        names[at] = (PlxTokenName) { mark, kind_of_entity (mention->kind) };
    }
}

/**
 * plx_language_parse:
 * @analysis: has text, paragraphs, sentences and tokens, and nothing else yet
 * @names: (out caller-allocates): one for each token
 *
 * Reads tokens that somebody else cut: tags, features, lemmas, and, with the
 * model, heads and relations. Without it the rules give tags and names.
 *
 * Errors: G_IO_ERROR_CANCELLED
 */
gboolean
plx_language_parse (const PlxLanguage *self, PlxAnalysis *analysis, PlxTokenName *names,
                    GCancellable *cancellable, GError **error)
{
  g_auto (PlxSyntax) syntax = { 0 };
  guint n = analysis->tokens->len;

  for (guint i = 0; i < n; i++)
    names[i] = (PlxTokenName) { 'O', NULL };
  if (!plx_read_syntax (&syntax, plx_model_get_encoder (self->model),
                        plx_model_get_cache (self->model), self->tokens, analysis, cancellable,
                        error))
    return FALSE;
  if (syntax.names != NULL)
    take_names_of_model (&syntax, n, names);
  else
    take_names_of_rules (self, analysis, names);
  return TRUE;
}

/* How many numbers a meaning has; 0: there is no model. */
guint
plx_language_get_n_meaning (const PlxLanguage *self)
{
  const PlxEncoder *encoder = plx_model_get_encoder (self->model);

  return encoder != NULL ? plx_encoder_get_n_meaning (encoder) : 0;
}

/* Which model gives the meanings: those of two models must not be compared. */
const char *
plx_language_get_model (const PlxLanguage *self)
{
  const PlxEncoder *encoder = plx_model_get_encoder (self->model);

  return encoder != NULL ? plx_encoder_get_hash (encoder) : NULL;
}

/* Why the rules work alone, in plain words; NULL: they do not, or are meant to. */
const char *
plx_language_get_model_problem (const PlxLanguage *self)
{
  return plx_model_get_problem (self->model);
}

/* One sentence for each text, whatever stops it has, and a newline behind. */
static PlxAnalysis *
cut_texts (const PlxLanguage *self, const char * const *texts, guint n)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GArray) sentences = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  PlxAnalysis *analysis;

  for (guint i = 0; i < n; i++)
    {
      PlxSpan sentence = { (guint32) all->len, (guint32) (all->len + strlen (texts[i])) };

      g_array_append_val (sentences, sentence);
      g_string_append (all, texts[i]);
      g_string_append_c (all, '\n');
    }
  analysis = plx_analysis_new (NULL, all->str, (gssize) all->len);
  g_array_append_vals (analysis->sentences, sentences->data, n);
  plx_find_tokens (self->tokens, analysis);
  return analysis;
}

/* The words of each text, as the encoder wants them. A text without any is
 * its newline, a word nobody knows: nothing has a meaning too. */
static void
gather_words (const PlxAnalysis *analysis, PlxSpan *words, PlxEncoderSentence *sentences)
{
  guint at = 0;

  for (guint i = 0; i < analysis->sentences->len; i++)
    {
      guint32 end = PLX_SENTENCE (analysis, i)->end;
      guint n = 0;

      for (; at < analysis->tokens->len && PLX_TOKEN (analysis, at)->sentence == i; at++)
        words[n++] = PLX_TOKEN (analysis, at)->span;
      if (n == 0)
        words[n++] = (PlxSpan) { end, end + 1 };
      sentences[i] = (PlxEncoderSentence) { analysis->text, words, n };
      words += n;
    }
}

static gboolean
embed_slice (const PlxLanguage *self, const PlxEncoder *encoder, const char * const *texts,
             guint n, float *vectors, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlxAnalysis) analysis = cut_texts (self, texts, n);
  g_autofree PlxSpan *words = g_new (PlxSpan, analysis->tokens->len + n);
  g_autofree PlxEncoderSentence *sentences = g_new (PlxEncoderSentence, n);
  PlxEncoderReading reading = { .meanings = vectors };

  gather_words (analysis, words, sentences);
  return plx_encoder_read (encoder, sentences, n, PLX_READ_MEANING, PLX_PRECISION_INT8, &reading,
                           cancellable, error);
}

/**
 * plx_language_embed:
 * @texts: (array length=n): UTF-8; each is read as one sentence, an empty one too
 * @vectors: n × plx_language_get_n_meaning()
 *
 * What texts mean: unit vectors that lie close together where meanings do.
 * The same text gives the same bits whatever stands beside it.
 *
 * Errors: PLX_LANGUAGE_ERROR_MODEL, G_IO_ERROR_CANCELLED
 */
gboolean
plx_language_embed (const PlxLanguage *self, const char * const *texts, guint n, float *vectors,
                    GCancellable *cancellable, GError **error)
{
  const PlxEncoder *encoder = plx_model_get_encoder (self->model);
  guint n_meaning = encoder != NULL ? plx_encoder_get_n_meaning (encoder) : 0;

  if (n_meaning == 0)
    {
      const char *problem = plx_model_get_problem (self->model);

      g_set_error (error, PLX_LANGUAGE_ERROR, PLX_LANGUAGE_ERROR_MODEL,
                   "meanings need the language model: %s; installing Parallax again brings it back",
                   encoder != NULL ? "this one was made without them"
                   : problem != NULL ? problem : "PLX_MODEL=none turned it off");
      return FALSE;
    }
  for (guint i = 0; i < n; i += SLICE_TEXTS)
    if (!embed_slice (self, encoder, texts + i, MIN (SLICE_TEXTS, n - i),
                      vectors + (gsize) i * n_meaning, cancellable, error))
      return FALSE;
  return TRUE;
}

/**
 * plx_read_title:
 * @title: (nullable): the headline, which stands outside of the text
 *
 * Keeps what it means beside what the sentences do; without a model, or words,
 * nothing.
 *
 * Errors: G_IO_ERROR_CANCELLED
 */
gboolean
plx_read_title (const PlxLanguage *self, const char *title, PlxAnalysis *analysis,
                GCancellable *cancellable, GError **error)
{
  guint n = analysis->n_meaning;
  g_autofree char *text = NULL;
  g_autofree float *vector = NULL;
  const char *texts[1];

  if (n == 0 || title == NULL || !g_utf8_validate (title, -1, NULL))
    return TRUE;
  text = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, MAX_TITLE_BYTES), MAX_TITLE));
  if (*g_strstrip (text) == '\0')
    return TRUE;
  vector = g_new (float, n);
  texts[0] = text;
  if (!plx_language_embed (self, texts, 1, vector, cancellable, error))
    return FALSE;
  g_array_set_size (analysis->title_meaning, n);
  plx_meaning_from_floats (vector, n, (gint8 *) (gpointer) analysis->title_meaning->data);
  return TRUE;
}
