/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-coref-private.h"

#include <stdio.h>
#include <string.h>

/* Writes what data/language/training/coreference.py learns from: the phrases
 * of each document, their features and those of each pair, as the engine sees
 * them.
 *
 *     coref-features WEIGHTS.plxm [--trees] < DOCUMENTS.conllu
 *
 * (or --sizes: how many features there are). Standard input is CoNLL-U with
 * "# newdoc id". The engine reads its text; with
 * --trees words, tags and trees are taken from the file. Numbers have 32 bits,
 * features 16, in this machine's order.
 *
 *   document  length of name, name, n words of the file, spans, n mentions,
 *             mentions, n pairs, pairs, length of vectors (0: none), one for
 *             each mention
 *   mention   begin, end, PlxCorefMention's type, number, gender, kind, entity,
 *             named, n pairs, PLX_COREF_MAX_FEATURES features (0xffff: none)
 *   pair      antecedent, PLX_COREF_MAX_PAIR_FEATURES features
 */

typedef struct {
  char *name;
  GString *text;
  GArray *tokens;        // PlxToken; strings of @chunk
  GArray *sentences;     // PlxSpan
  guint sentence_begin;  // first token of the sentence that is read
  GStringChunk *chunk;
} Document;

typedef struct {
  PlxNameLists *names;
  PlxTokenLists *tokens;
  PlxEncoder *encoder;
  gboolean trees;
} Engine;

static void
put (guint32 value)
{
  fwrite (&value, sizeof value, 1, stdout);
}

static void
put_features (const guint16 *features, guint n, guint n_most)
{
  const guint16 none = G_MAXUINT16;

  fwrite (features, sizeof *features, n, stdout);
  for (guint i = n; i < n_most; i++)
    fwrite (&none, sizeof none, 1, stdout);
}

/* Writes the mention and keeps its pairs for later. */
static void
put_mention (const PlxCoref *coref, guint index, GArray *kept)
{
  const PlxCorefMention *m = PLX_COREF_MENTION (coref, index);
  PlxCorefPair pairs[PLX_COREF_MAX_PAIRS];
  guint n_pairs = plx_coref_find_pairs (coref, index, pairs);
  guint values[] = { PLX_TOKEN (coref->analysis, m->first)->span.begin,
                     PLX_TOKEN (coref->analysis, m->end - 1)->span.end, m->type, m->number,
                     m->gender, m->kind, (guint) m->entity, m->named != 0, n_pairs };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    put (values[i]);
  put_features (m->features, m->n_features, PLX_COREF_MAX_FEATURES);
  g_array_append_vals (kept, pairs, n_pairs);
}

static void
put_vectors (const PlxCoref *coref, const PlxSyntax *syntax)
{
  guint n_vector = syntax->vectors != NULL ? syntax->n_vector : 0;

  put (n_vector);
  for (guint i = 0; i < coref->mentions->len && n_vector > 0; i++)
    fwrite (syntax->vectors + (gsize) PLX_COREF_MENTION (coref, i)->head * n_vector,
            sizeof (float), n_vector, stdout);
}

static void
put_phrases (const PlxNameLists *lists, const PlxSyntax *syntax, PlxAnalysis *analysis)
{
  PlxNameReading reading;
  PlxCoref coref;
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (PlxCorefPair));

  plx_name_reading_init (&reading, lists, analysis);
  plx_coref_init (&coref, &reading);
  plx_coref_read_trees (&coref);
  plx_coref_find_phrases (&coref);
  plx_coref_describe_mentions (&coref);
  put (coref.mentions->len);
  for (guint i = 0; i < coref.mentions->len; i++)
    put_mention (&coref, i, pairs);
  put (pairs->len);
  for (guint i = 0; i < pairs->len; i++)
    {
      const PlxCorefPair *pair = &g_array_index (pairs, PlxCorefPair, i);

      put (pair->antecedent);
      put_features (pair->features, pair->n_features, PLX_COREF_MAX_PAIR_FEATURES);
    }
  put_vectors (&coref, syntax);
  plx_coref_clear (&coref);
  plx_name_reading_clear (&reading);
}

static void
add_paragraphs (PlxAnalysis *analysis)
{
  guint32 begin = 0;

  for (guint32 i = 0; i <= analysis->n_bytes; i++)
    if (i == analysis->n_bytes || analysis->text[i] == '\n')
      {
        PlxSpan paragraph = { begin, i };

        if (i > begin)
          g_array_append_val (analysis->paragraphs, paragraph);
        begin = i + 1;
      }
}

/* What the file says, or what the engine reads; the encoder's vectors anyway. */
static void
fill (const Document *doc, const Engine *engine, PlxSyntax *syntax, PlxAnalysis *analysis)
{
  g_autoptr (GError) error = NULL;

  if (engine->trees)
    {
      g_array_append_vals (analysis->sentences, doc->sentences->data, doc->sentences->len);
      g_array_append_vals (analysis->tokens, doc->tokens->data, doc->tokens->len);
    }
  else
    {
      plx_find_sentences (engine->tokens, analysis);
      plx_find_tokens (engine->tokens, analysis);
    }
  if (!plx_read_syntax (syntax, engine->encoder, NULL, engine->tokens, analysis, NULL, &error))
    g_error ("%s", error->message);
  for (guint i = 0; engine->trees && i < doc->tokens->len; i++)
    *PLX_TOKEN (analysis, i) = g_array_index (doc->tokens, PlxToken, i);
}

static void
finish_document (Document *doc, const Engine *engine)
{
  PlxArticleText article = { .id = doc->name, .text = doc->text->str, .n_bytes = -1 };
  g_auto (PlxSyntax) syntax = { 0 };
  g_autoptr (PlxAnalysis) analysis = NULL;

  if (doc->name == NULL)
    return;
  analysis = plx_analysis_new (doc->name, doc->text->str, (gssize) doc->text->len);
  add_paragraphs (analysis);
  fill (doc, engine, &syntax, analysis);
  plx_find_names (engine->names, &article, &syntax, analysis);
  plx_resolve_mentions (engine->names, &article, &syntax, analysis);
  put ((guint) strlen (doc->name));
  fwrite (doc->name, 1, strlen (doc->name), stdout);
  put (doc->tokens->len);
  for (guint i = 0; i < doc->tokens->len; i++)
    {
      put (g_array_index (doc->tokens, PlxToken, i).span.begin);
      put (g_array_index (doc->tokens, PlxToken, i).span.end);
    }
  put_phrases (engine->names, &syntax, analysis);
}

static void
start_document (Document *doc, const char *name)
{
  g_free (doc->name);
  doc->name = g_strdup (name);
  g_string_truncate (doc->text, 0);
  g_array_set_size (doc->tokens, 0);
  g_array_set_size (doc->sentences, 0);
  doc->sentence_begin = 0;
}

static void
end_sentence (Document *doc)
{
  PlxSpan span;

  if (doc->sentence_begin == doc->tokens->len)
    return;
  span.begin = g_array_index (doc->tokens, PlxToken, doc->sentence_begin).span.begin;
  span.end = g_array_index (doc->tokens, PlxToken, doc->tokens->len - 1).span.end;
  g_array_append_val (doc->sentences, span);
  doc->sentence_begin = doc->tokens->len;
}

static const char *
keep (Document *doc, const char *field)
{
  return strcmp (field, "_") != 0 ? g_string_chunk_insert_const (doc->chunk, field) : NULL;
}

static void
add_word (Document *doc, char **fields, gboolean space)
{
  PlxToken token = { .sentence = doc->sentences->len };
  gint64 head = g_ascii_strtoll (fields[6], NULL, 10);

  token.span.begin = (guint32) doc->text->len;
  g_string_append (doc->text, fields[1]);
  token.span.end = (guint32) doc->text->len;
  if (space)
    g_string_append_c (doc->text, ' ');
  token.lemma = g_string_chunk_insert_const (doc->chunk, fields[2]);
  token.upos = g_string_chunk_insert_const (doc->chunk, fields[3]);
  token.xpos = keep (doc, fields[4]);
  token.head = head > 0 ? (gint32) (doc->sentence_begin + head - 1) : -1;
  token.deprel = keep (doc, fields[7]);
  g_array_append_val (doc->tokens, token);
}

static void
read_line (Document *doc, const char *line, guint *glued_until, const Engine *engine)
{
  g_auto (GStrv) fields = NULL;

  if (g_str_has_prefix (line, "# newdoc id = "))
    {
      finish_document (doc, engine);
      start_document (doc, line + strlen ("# newdoc id = "));
    }
  else if (g_str_has_prefix (line, "# newpar") && strstr (line, "_block") == NULL
           && doc->text->len > 0)
    doc->text->str[doc->text->len - 1] = '\n';
  else if (line[0] == '\0')
    {
      end_sentence (doc);
      *glued_until = 0;
    }
  if (line[0] == '#' || line[0] == '\0' || doc->name == NULL)
    return;
  fields = g_strsplit (line, "\t", 10);
  if (g_strv_length (fields) < 10 || strchr (fields[0], '.') != NULL)
    return;
  if (strchr (fields[0], '-') != NULL)
    *glued_until = (guint) g_ascii_strtoull (strchr (fields[0], '-') + 1, NULL, 10);
  else
    add_word (doc, fields, g_ascii_strtoull (fields[0], NULL, 10) >= *glued_until
                           && strstr (fields[9], "SpaceAfter=No") == NULL);
}

static gboolean
load (Engine *engine, int argc, char **argv, GError **error)
{
  if (argc < 2)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                           "usage: coref-features WEIGHTS.plxm [--trees] < DOCUMENTS.conllu");
      return FALSE;
    }
  engine->trees = argc > 2 && strcmp (argv[2], "--trees") == 0;
  return (engine->names = plx_name_lists_new (error)) != NULL
         && (engine->tokens = plx_token_lists_new (error)) != NULL
         && (engine->encoder = plx_encoder_new (argv[1], error)) != NULL;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  Engine engine = { 0 };
  Document doc = { NULL, g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (PlxToken)),
                   g_array_new (FALSE, FALSE, sizeof (PlxSpan)), 0,
                   g_string_chunk_new (64 * 1024) };
  g_autofree char *line = NULL;
  size_t size = 0;
  guint glued_until = 0;

  if (argc == 2 && strcmp (argv[1], "--sizes") == 0)
    {
      printf ("%u %u\n", plx_coref_n_mention_features (), plx_coref_n_pair_features ());
      return 0;
    }
  if (!load (&engine, argc, argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  for (gssize n; (n = getline (&line, &size, stdin)) >= 0;)
    {
      g_strchomp (line);
      read_line (&doc, line, &glued_until, &engine);
    }
  finish_document (&doc, &engine);
  g_free (doc.name);
  g_string_free (doc.text, TRUE);
  g_array_unref (doc.tokens);
  g_array_unref (doc.sentences);
  g_string_chunk_free (doc.chunk);
  plx_name_lists_free (engine.names);
  plx_token_lists_free (engine.tokens);
  plx_encoder_free (engine.encoder);
  return 0;
}
