/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-language.h"
#include "language/plx-syntax.h"

#include <string.h>

/* The driver: which steps an article goes through, in order. A text in a
 * language without rules gets its paragraphs and a diagnostic that says so. */

G_DEFINE_QUARK (plx-language-error-quark, plx_language_error)

static const struct {
  const char *name;
  PlxLayers layer;
} layer_names[] = {
  { "tokens", PLX_LAYER_TOKENS },
  { "sentences", PLX_LAYER_TOKENS },
  { "names", PLX_LAYER_NAMES },
  { "entities", PLX_LAYER_NAMES },
  { "mentions", PLX_LAYER_NAMES },
  { "times", PLX_LAYER_TIMES },
  { "quantities", PLX_LAYER_TIMES },
  { "statements", PLX_LAYER_STATEMENTS },
  { "events", PLX_LAYER_EVENTS },
  { "relations", PLX_LAYER_EVENTS },
  { "findings", PLX_LAYER_FINDINGS },
  { "all", PLX_LAYER_ALL },
};

/* A layer needs those before it: statements are made of tokens and names. */
static PlxLayers
close_layers (PlxLayers layers)
{
  if (layers & PLX_LAYER_FINDINGS)
    layers |= PLX_LAYER_EVENTS;
  if (layers & PLX_LAYER_EVENTS)
    layers |= PLX_LAYER_STATEMENTS;
  if (layers & PLX_LAYER_STATEMENTS)
    layers |= PLX_LAYER_NAMES | PLX_LAYER_TIMES;
  return layers | PLX_LAYER_TOKENS;
}

/**
 * plx_layers_parse:
 * @list: "names,statements"
 *
 * Returns: FALSE when @list names an unknown layer; @layers is untouched then
 */
gboolean
plx_layers_parse (const char *list, PlxLayers *layers)
{
  g_auto (GStrv) words = g_strsplit (list, ",", -1);
  PlxLayers found = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint k = 0;

      while (k < G_N_ELEMENTS (layer_names)
             && !g_str_equal (layer_names[k].name, g_strstrip (words[i])))
        k++;
      if (k == G_N_ELEMENTS (layer_names))
        return FALSE;
      found |= layer_names[k].layer;
    }
  *layers = close_layers (found);
  return TRUE;
}

static gpointer
make_version (gpointer data)
{
  const PlxEncoder *encoder = plx_model_get_encoder (data);

  return g_strconcat ("rules-4 (" PLX_VERSION "), ", encoder != NULL ? "model " : "no model",
                      encoder != NULL ? plx_encoder_get_hash (encoder) : NULL, NULL);
}

/* Part of a run's record: changes whenever the same text may read otherwise. */
const char *
plx_language_get_version (const PlxLanguage *self)
{
  return g_once ((GOnce *) &self->version, make_version, self->model);
}

/**
 * plx_language_new:
 *
 * Loads the word lists and rules of every language below data/language/. The
 * model is loaded beside them and waited for when first needed; without one
 * the rules work alone, and each analysis says so.
 *
 * Errors:  PLX_LANGUAGE_ERROR_DATA naming the file
 * Returns: (transfer full): an engine that any number of threads may share
 */
PlxLanguage *
plx_language_new (GError **error)
{
  g_autoptr (PlxLanguage) self = g_new0 (PlxLanguage, 1);
  g_autoptr (GError) local = NULL;

  self->version = (GOnce) G_ONCE_INIT;
  self->model = plx_model_new ();
  if ((self->tokens = plx_token_lists_new (&local)) != NULL
      && (self->names = plx_name_lists_new (&local)) != NULL
      && (self->times = plx_time_lists_new (&local)) != NULL
      && (self->statements = plx_statement_lists_new (&local)) != NULL
      && (self->events = plx_event_lists_new (&local)) != NULL)
    return g_steal_pointer (&self);
  g_set_error (error, PLX_LANGUAGE_ERROR, PLX_LANGUAGE_ERROR_DATA,
               "the word lists of the language engine could not be loaded: %s", local->message);
  return NULL;
}

void
plx_language_free (PlxLanguage *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->model, plx_model_free);
  g_free (self->version.retval);
  g_clear_pointer (&self->tokens, plx_token_lists_free);
  g_clear_pointer (&self->names, plx_name_lists_free);
  g_clear_pointer (&self->times, plx_time_lists_free);
  g_clear_pointer (&self->statements, plx_statement_lists_free);
  g_clear_pointer (&self->events, plx_event_lists_free);
  g_free (self);
}

/* One paragraph per line that holds anything but white space, trimmed. */
static void
find_paragraphs (PlxAnalysis *analysis)
{
  const char *text = analysis->text;
  guint32 begin = 0;

  while (begin < analysis->n_bytes)
    {
      const char *line_end = memchr (text + begin, '\n', analysis->n_bytes - begin);
      guint32 end = line_end != NULL ? (guint32) (line_end - text) : analysis->n_bytes;
      PlxSpan paragraph = { begin, end };

      while (paragraph.begin < end && g_ascii_isspace (text[paragraph.begin]))
        paragraph.begin++;
      while (paragraph.end > paragraph.begin && g_ascii_isspace (text[paragraph.end - 1]))
        paragraph.end--;
      if (paragraph.end > paragraph.begin)
        g_array_append_val (analysis->paragraphs, paragraph);
      begin = end + 1;
    }
}

static gboolean
is_english (const char *language)
{
  return g_str_equal (language, "en") || g_str_has_prefix (language, "en-");
}

/* Every analysis says that it could have been better, and how it would be. */
static void
say_without_model (const PlxLanguage *self, PlxAnalysis *analysis)
{
  const char *problem = plx_model_get_problem (self->model);
  g_autofree char *what = NULL;

  if (problem == NULL)
    return;
  what = g_strdup_printf ("%s; this text was read by rules alone, which find less. Installing "
                          "Parallax again brings the model back", problem);
  plx_analysis_diagnose (analysis, "warning", (PlxSpan) { 0, 0 }, what);
}

static gboolean
run_steps (const PlxLanguage *self, const PlxArticleText *article, PlxLayers layers,
           PlxAnalysis *analysis, GCancellable *cancellable, GError **error)
{
  g_auto (PlxSyntax) syntax = { 0 };
  g_autoptr (PlxCorefClusters) clusters = NULL;

  plx_find_sentences (self->tokens, analysis);
  plx_find_tokens (self->tokens, analysis);
  say_without_model (self, analysis);
  if (!plx_read_syntax (&syntax, plx_model_get_encoder (self->model),
                        plx_model_get_cache (self->model), self->tokens, analysis, cancellable,
                        error)
      || !plx_read_title (self, article->title, analysis, cancellable, error))
    return FALSE;
  if (layers & PLX_LAYER_NAMES)
    {
      plx_find_names (self->names, article, &syntax, analysis);
      plx_resolve_mentions (self->names, article, &syntax, analysis);
      clusters = plx_coref_clusters_new (self->names, &syntax, analysis);
    }
  if (layers & PLX_LAYER_TIMES)
    {
      plx_find_times (self->times, article, analysis);
      plx_find_quantities (self->times, analysis);
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (layers & PLX_LAYER_STATEMENTS)
    plx_find_statements (self->statements, article, analysis);
  if (layers & PLX_LAYER_EVENTS)
    {
      plx_find_events (self->events, analysis);
      plx_find_relations (self->events, analysis);
    }
  if (layers & PLX_LAYER_FINDINGS)
    plx_find_findings (self->times, article, analysis);
  plx_coref_clusters_file (clusters, analysis);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/**
 * plx_language_analyse:
 * @article: borrowed for the call
 *
 * Reads one article. Same text and settings, same result, bit for bit.
 *
 * Thread:  any; polls @cancellable between layers
 * Errors:  PLX_LANGUAGE_ERROR_TOO_LARGE, G_IO_ERROR_INVALID_DATA (not UTF-8),
 *          G_IO_ERROR_CANCELLED
 * Returns: (transfer full): the analysis, or NULL
 */
PlxAnalysis *
plx_language_analyse (const PlxLanguage *self, const PlxArticleText *article, PlxLayers layers,
                      GCancellable *cancellable, GError **error)
{
  gsize n_bytes = article->n_bytes < 0 ? strlen (article->text) : (gsize) article->n_bytes;
  g_autoptr (PlxAnalysis) analysis = NULL;

  if (n_bytes >= G_MAXUINT32)
    {
      g_set_error_literal (error, PLX_LANGUAGE_ERROR, PLX_LANGUAGE_ERROR_TOO_LARGE,
                           "the text is over 4 GiB");
      return NULL;
    }
  if (!g_utf8_validate_len (article->text, n_bytes, NULL))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           "the text is not UTF-8, or has a zero byte in it");
      return NULL;
    }
  analysis = plx_analysis_new (article->id, article->text, (gssize) n_bytes);
  g_free (analysis->language);
  analysis->language = article->language != NULL
                       ? g_strdup (article->language)
                       : plx_language_identify (analysis->text, (gssize) n_bytes);
  find_paragraphs (analysis);
  if (!is_english (analysis->language))
    plx_analysis_diagnose (analysis, "note", (PlxSpan) { 0, 0 },
                           "this version reads English; the text is kept, shown, searched and "
                           "compared, but no statements were looked for");
  else if (!run_steps (self, article, close_layers (layers), analysis, cancellable, error))
    return NULL;
  // dates in digits are of no language
  if (g_str_equal (analysis->language, "und") && layers & PLX_LAYER_TIMES)
    plx_find_times (self->times, article, analysis);
  plx_find_oddities (analysis, is_english (analysis->language));
  return g_steal_pointer (&analysis);
}
