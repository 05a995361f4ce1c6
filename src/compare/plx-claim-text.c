/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-claim-edit.h"
#include "compare/plx-claim-names.h"
#include "compare/plx-compare-private.h"

#include "compare/plx-tuning.h"

#include <string.h>

/* A claim as a reader sees it: the words of its proposition as they stand, the
 * subject that an "and" took over put back, names for "he", and the speaker in
 * front of what was said. Nothing else is worded anew. */

typedef struct {
  const PlxAnalysis *analysis;
  const PlxClaimWords *words;
  gboolean verbatim;      // a quotation: its pronouns are its speaker's
  gboolean is_lean;       // what is told of the subject in passing is left out
  gsize least;            // bytes that are no sentence yet: without the predicate
  GArray *named;          // gint32: entities that were written already
  GString *out;
} Writer;

/* The speaker that stands in front, and what of the statement he says. */
typedef struct {
  char *name;             // NULL: the words say it themselves
  gint32 entity;
  PlxSlice content;       // its spans; none: all
} Speaker;

static guint
classes_at (const Writer *writer, PlxSpan word)
{
  return plx_claim_words_classes (writer->words, writer->analysis->text + word.begin,
                                  plx_span_length (word));
}

/* "Before he took office Mr Ames …": he who is named later is often not the one
 * that was spoken of before. */
static gboolean
is_named_later (const Writer *writer, guint mention, guint32 end)
{
  const PlxAnalysis *analysis = writer->analysis;

  if (writer->out->len == 0 || PLX_MENTION (analysis, mention)->form != PLX_FORM_PRONOUN)
    return FALSE;
  for (guint i = 0; i < writer->named->len; i++)
    if (PLX_ENTITY (analysis, g_array_index (writer->named, gint32, i))->kind == PLX_ENTITY_PERSON)
      return FALSE;
  for (guint i = mention + 1; i < analysis->mentions->len; i++)
    if (PLX_MENTION (analysis, i)->span.begin >= end)
      return FALSE;
    else if (PLX_MENTION (analysis, i)->form == PLX_FORM_NAME
             && PLX_MENTION (analysis, i)->kind == PLX_ENTITY_PERSON)
      return TRUE;
  return FALSE;
}

static gboolean
was_named (const Writer *writer, gint32 entity)
{
  for (guint i = 0; i < writer->named->len; i++)
    if (g_array_index (writer->named, gint32, i) == entity)
      return TRUE;
  return FALSE;
}

/* Words that stand together, names put in. */
static void
write_run (Writer *writer, PlxSpan run)
{
  const PlxAnalysis *analysis = writer->analysis;
  guint32 at = run.begin;

  for (guint i = plx_claim_first_mention (analysis, run.begin); i < analysis->mentions->len; i++)
    {
      const PlxMention *mention = PLX_MENTION (analysis, i);
      g_autofree char *instead = NULL;

      if (mention->span.begin >= run.end)
        break;
      if (mention->span.begin < at || mention->span.end > run.end || mention->entity < 0
          || was_named (writer, mention->entity))
        continue;
      plx_edit_append (writer->out, analysis->text + at, mention->span.begin - at);
      at = mention->span.begin;
      if (is_named_later (writer, i, run.end))
        continue;
      instead = writer->verbatim ? NULL
                                 : plx_claim_dup_name (analysis, writer->words, mention);
      if (instead == NULL && mention->form != PLX_FORM_NAME)
        continue;
      g_array_append_val (writer->named, mention->entity);
      if (instead == NULL)
        continue;
      g_string_append (writer->out, instead);
      at = mention->span.end;
    }
  plx_edit_append (writer->out, analysis->text + at, run.end - at);
}

/* Where words between two commas were left out neither has anything to part. */
static void
join_run (Writer *writer, PlxSpan *run, guint after, gboolean comma)
{
  const char *text = writer->analysis->text;
  guint32 gap = PLX_TOKEN (writer->analysis, after)->span.begin;

  if (text[run->begin] == ',' && strchr (",;:", text[gap]) == NULL)
    comma = TRUE;
  while (run->begin < run->end && strchr (",;:.!? ", text[run->begin]) != NULL)
    run->begin++;
  plx_edit_strip_end (writer->out);
  if (writer->out->len > 0 && run->begin < run->end && text[run->begin] != '"'
      && !g_str_has_prefix (text + run->begin, "”"))
    g_string_append (writer->out, comma ? ", " : " ");
}

/* Whether all of an aside and of what it hangs on would be too much. */
static gboolean
is_long (const Writer *writer, const PlxProposition *proposition)
{
  return writer->out->len + plx_span_length (proposition->span) > PLX_CLAIM_MAX_CHARS;
}

/* Of the sentence that an aside hangs on the beginning is enough. */
static void
shorten_core (Writer *writer)
{
  const char *at;

  if (g_utf8_strlen (writer->out->str, (gssize) writer->out->len) <= PLX_CLAIM_CUT_CHARS)
    return;
  at = g_utf8_offset_to_pointer (writer->out->str, PLX_CLAIM_CUT_CHARS);
  while (at > writer->out->str && *at != ' ')
    at--;
  g_string_truncate (writer->out, (gsize) (at - writer->out->str));
  plx_edit_strip_end (writer->out);
  g_string_append (writer->out, " …");
}

static gboolean
is_within (const PlxAnalysis *analysis, PlxSlice content, guint token)
{
  for (guint i = 0; i < content.n; i++)
    if (plx_span_contains (*PLX_SPAN (analysis, content.first + i),
                           PLX_TOKEN (analysis, token)->span))
      return TRUE;
  return content.n == 0;
}

/* "Ames, a member of the council, …": what stands before the predicate in passing. */
static gboolean
is_in_passing (const PlxAnalysis *analysis, const PlxProposition *proposition, guint token)
{
  guint at = token;

  for (guint n = 0; token < proposition->head && n < PLX_PROPOSITION_MAX_WORDS; n++)
    {
      const PlxToken *t = PLX_TOKEN (analysis, at);

      if (at == proposition->head || t->head < 0)
        return FALSE;
      if (t->deprel != NULL
          && (g_str_has_prefix (t->deprel, "appos") || g_str_has_prefix (t->deprel, "acl")))
        return TRUE;
      at = (guint) t->head;
    }
  return FALSE;
}

static gboolean
is_written (const Writer *writer, const PlxProposition *proposition, PlxSlice content,
            guint token)
{
  return is_within (writer->analysis, content, token)
         && !(writer->is_lean && is_in_passing (writer->analysis, proposition, token));
}

/* Words that stand together: of @words from @first on; where they end in @end. */
static PlxSpan
find_run (const Writer *writer, const PlxProposition *proposition, PlxSlice content,
          guint first, guint *end)
{
  const GArray *words = proposition->words;
  PlxSpan run = PLX_TOKEN (writer->analysis, g_array_index (words, guint, first))->span;
  guint last = first;

  while (last + 1 < words->len
         && g_array_index (words, guint, last + 1) == g_array_index (words, guint, last) + 1
         && is_written (writer, proposition, content, g_array_index (words, guint, last + 1)))
    last++;
  run.end = PLX_TOKEN (writer->analysis, g_array_index (words, guint, last))->span.end;
  *end = last + 1;
  return run;
}

/* Those of the tokens that lie in @content, run by run. */
static void
write_tokens (Writer *writer, const PlxProposition *proposition, PlxSlice content)
{
  const GArray *words = proposition->words;
  guint first_own = g_array_index (proposition->own, guint, 0), last = 0, end;

  for (guint i = 0; i < words->len; i = end)
    {
      guint token = g_array_index (words, guint, i);
      PlxSpan run, head = PLX_TOKEN (writer->analysis, proposition->head)->span;

      end = i + 1;
      if (!is_written (writer, proposition, content, token))
        continue;
      run = find_run (writer, proposition, content, i, &end);
      if (proposition->is_aside && token == first_own && is_long (writer, proposition))
        shorten_core (writer);
      if (writer->out->len > 0)
        join_run (writer, &run, last + 1, proposition->is_aside && token == first_own);
      if (plx_span_contains (run, head))
        writer->least = writer->out->len + head.end - run.begin;
      write_run (writer, run);
      last = g_array_index (words, guint, end - 1);
    }
}

/* The words of a source without what is told of it: "two diplomats in Veskgrad". */
static char *
dup_source_words (const PlxAnalysis *analysis, const PlxClaimWords *words, const PlxLevel *level)
{
  const char *name = plx_claim_entity_name (analysis, level->entity);
  PlxSpan span;
  guint token;

  if (plx_claim_is_unsure (analysis, level))
    {
      span = *PLX_SPAN (analysis, level->source.first);
      return plx_claim_words_classes (words, analysis->text + span.begin, plx_span_length (span))
                 & PLX_CLAIM_PRONOUN
               ? plx_analysis_dup_span (analysis, span) : NULL;
    }
  if (name != NULL)
    return g_strdup (name);
  if (level->source.n == 0)
    return level->entity >= 0 && PLX_ENTITY (analysis, level->entity)->name != NULL
             ? g_strdup (PLX_ENTITY (analysis, level->entity)->name) : NULL;
  span = *PLX_SPAN (analysis, level->source.first);
  token = plx_token_at (analysis, span.begin);
  if (token < analysis->tokens->len
      && g_strcmp0 (PLX_TOKEN (analysis, token)->upos, "PRON") == 0)
    return NULL;
  if (token > 0 && token < analysis->tokens->len
      && g_strcmp0 (PLX_TOKEN (analysis, token - 1)->upos, "DET") == 0)
    span.begin = PLX_TOKEN (analysis, token - 1)->span.begin;
  return plx_analysis_dup_span (analysis, span);
}

/* One line: above a name may stand a menu's last word, taken for part of it. */
static char *
dup_source (const PlxAnalysis *analysis, const PlxClaimWords *known, const PlxLevel *level)
{
  char *words = dup_source_words (analysis, known, level);
  const char *last = words != NULL ? strrchr (words, '\n') : NULL;

  if (last != NULL)
    memmove (words, last + 1, strlen (last));
  return words;
}

static gboolean
has_token (const PlxCompareJob *job, const PlxSeed *seed, guint32 byte)
{
  const PlxAnalysis *analysis = job->articles[seed->article].analysis;
  const GArray *words = seed->proposition->words;

  for (guint i = 0; i < words->len; i++)
    if (PLX_TOKEN (analysis, g_array_index (words, guint, i))->span.begin == byte)
      return TRUE;
  return FALSE;
}

/* Whether the words of the claim show its speaker before what he says. */
static gboolean
shows_source (const PlxCompareJob *job, const PlxSeed *seed, const PlxLevel *level,
              PlxSpan content)
{
  const PlxAnalysis *analysis = job->articles[seed->article].analysis;
  PlxSpan source;

  if (level->source.n == 0)
    return FALSE;
  source = plx_analysis_hull (analysis, level->source);
  if (seed->proposition == NULL)
    return plx_span_overlaps (source, seed->span);
  return source.begin < content.begin && has_token (job, seed, source.begin)
         && !(seed->proposition->is_aside
              && seed->proposition->span.begin >= source.end
              && level->cue.n > 0
              && plx_span_overlaps (plx_analysis_hull (analysis, level->cue),
                                    seed->proposition->span));
}

/* "Political upheaval in Lowmark", "their efforts": the noun that the words of a
 * source hang on says nothing. */
static gboolean
is_mute (const PlxAnalysis *analysis, const PlxClaimWords *words, const PlxLevel *level)
{
  PlxSpan source;
  guint last = 0;

  if (level->source.n == 0)
    return FALSE;
  source = *PLX_SPAN (analysis, level->source.first);
  for (guint t = plx_token_at (analysis, source.begin); t < analysis->tokens->len; t++)
    {
      const PlxToken *token = PLX_TOKEN (analysis, t);

      if (token->span.begin >= source.end || g_strcmp0 (token->upos, "ADP") == 0
          || g_strcmp0 (token->upos, "PUNCT") == 0)
        break;
      last = g_strcmp0 (token->upos, "NOUN") == 0
               ? plx_claim_words_classes (words, analysis->text + token->span.begin,
                                          plx_span_length (token->span)) : last;
    }
  return (last & PLX_CLAIM_MUTE) != 0;
}

/* Fills a zeroed speaker; his name stays NULL where none is put in front. */
static void
find_speaker (const PlxCompareJob *job, const PlxSeed *seed, Speaker *out)
{
  const PlxAnalysis *analysis = job->articles[seed->article].analysis;
  const PlxStatement *statement;
  const PlxLevel *level;

  out->entity = -1;
  if (seed->statement < 0 || seed->is_omission)
    return;
  statement = PLX_STATEMENT (analysis, seed->statement);
  if (statement->levels.n == 0 || statement->mode == PLX_MODE_OMISSION || statement->denied
      || g_strcmp0 (statement->force, "denied") == 0)
    return;   // a name in front of what it denies would say it
  level = PLX_LEVEL (analysis, statement->levels.first + statement->levels.n - 1);
  if (shows_source (job, seed, level, plx_analysis_hull (analysis, statement->content))
      || is_mute (analysis, job->claim_words, level) || plx_seed_nobody (job, seed).end > 0)
    return;
  out->name = dup_source (analysis, job->claim_words, level);
  out->entity = plx_claim_is_unsure (analysis, level) ? -1 : level->entity;
  if (out->name != NULL)
    out->content = statement->content;
}

/* Whether of the claim's words enough are said by the speaker to leave the others. */
static gboolean
says_enough (const PlxCompareJob *job, const PlxSeed *seed, PlxSlice content)
{
  static const char *const finite[] = { "VBD", "VBZ", "VBP", "MD", NULL };
  const PlxAnalysis *analysis = job->articles[seed->article].analysis;
  const GArray *words = seed->proposition->words;
  gboolean verb = FALSE;
  guint n = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const PlxToken *token = PLX_TOKEN (analysis, g_array_index (words, guint, i));

      if (!is_within (analysis, content, g_array_index (words, guint, i)))
        continue;
      if (n == 0 && (plx_claim_words_classes (job->claim_words, analysis->text + token->span.begin,
                                              plx_span_length (token->span)) & PLX_CLAIM_ASKED))
        return FALSE;
      n++;
      verb |= token->xpos == NULL || g_strv_contains (finite, token->xpos);
    }
  return n > 2 && verb;
}

/* A clause without the verb of saying that the speaker in front makes needless. */
static void
write_clause (Writer *writer, const PlxSeed *seed, const Speaker *speaker)
{
  PlxSpan run = seed->span;

  for (guint i = seed->first_term; i + 1 < seed->end_term && speaker->name != NULL; i++)
    {
      const PlxTerm *term = PLX_TEXT_TERM (seed->text, i);

      if (!(term->flags & PLX_TERM_SAYING) && !(classes_at (writer, term->span) & PLX_CLAIM_JOINER))
        break;
      run.begin = PLX_TEXT_TERM (seed->text, i + 1)->span.begin;
    }
  write_run (writer, run);
}

static void
write_claim (Writer *writer, const PlxCompareJob *job, const PlxSeed *seed, Speaker *speaker)
{
  guint n_named = writer->named->len;

  if (seed->proposition == NULL)
    {
      write_clause (writer, seed, speaker);
      return;
    }
  if (!says_enough (job, seed, speaker->content))
    {
      speaker->content = (PlxSlice) { 0 };
      if (seed->proposition->is_aside)
        g_clear_pointer (&speaker->name, g_free);   // it hangs on what he does
    }
  write_tokens (writer, seed->proposition, speaker->content);
  if (!plx_edit_is_too_long (writer->out))
    return;
  g_array_set_size (writer->named, n_named);
  g_string_truncate (writer->out, 0);
  writer->is_lean = TRUE;
  write_tokens (writer, seed->proposition, speaker->content);
}

/* What a source left out is a matter and no sentence; who left it out is said.
 * "that he had resigned", "any word on the ferry" stand alone. */
static void
write_omission (Writer *writer, const PlxSeed *seed)
{
  const PlxStatement *statement = PLX_STATEMENT (writer->analysis, seed->statement);
  const char *by = plx_claim_entity_name (writer->analysis, statement->omits_by);

  write_run (writer, plx_analysis_hull (writer->analysis, statement->content));
  if (!g_str_has_prefix (writer->out->str, "that ") && !g_str_has_prefix (writer->out->str, "any "))
    g_string_prepend (writer->out, "any mention of ");
  plx_edit_trim_edges (writer->words, writer->out);
  if (by != NULL)
    g_string_append_printf (writer->out, " (left out by %s)", by);
}

static void
put_speaker (GString *text, const Speaker *speaker)
{
  gsize n = speaker->name != NULL ? strlen (speaker->name) : 0;

  if (n == 0 || (strncmp (text->str, speaker->name, n) == 0
                 && !g_ascii_isalnum (text->str[n])))
    return;
  g_string_prepend (text, ": ");
  g_string_prepend (text, speaker->name);
}

char *
plx_seed_dup_text (const PlxCompareJob *job, const PlxSeed *seed)
{
  Writer writer = { .words = job->claim_words, .out = g_string_new (NULL) };
  g_autoptr (GArray) named = g_array_new (FALSE, FALSE, sizeof (gint32));
  Speaker speaker = { 0 };

  if (seed->given != NULL)
    {
      g_string_free (writer.out, TRUE);
      return g_strdup (seed->given->statement);
    }
  writer.analysis = job->articles[seed->article].analysis;
  writer.named = named;
  writer.verbatim = seed->statement >= 0
                    && PLX_STATEMENT (writer.analysis, seed->statement)->mode == PLX_MODE_DIRECT;
  find_speaker (job, seed, &speaker);
  if (speaker.name != NULL && speaker.entity >= 0)
    g_array_append_val (named, speaker.entity);
  if (seed->is_omission)
    write_omission (&writer, seed);
  else
    write_claim (&writer, job, seed, &speaker);
  if (seed->proposition == NULL)
    plx_edit_trim_joiners (job->claim_words, writer.out);
  plx_edit_trim_edges (job->claim_words, writer.out);
  plx_edit_close_quotes (writer.out);
  put_speaker (writer.out, &speaker);
  plx_edit_shorten (job->claim_words, writer.out, writer.least);
  plx_edit_close_quotes (writer.out);
  plx_edit_capitalise (writer.out);
  g_free (speaker.name);
  return g_string_free (writer.out, FALSE);
}
