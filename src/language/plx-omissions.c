/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-cues-private.h"

/* Statements that a source left something out. Who left it out is the subject
 * of the phrase; who reported it elsewhere stands in the same sentence ("which
 * Chinese state media had reported") or is the source of a neighbouring one. */

#define SUBJECT_REACH 60

static gboolean
is_fit (SourceGroup group, const char *who)
{
  switch (group)
    {
    case GROUP_OUTLET:
    case GROUP_REPORT: return TRUE;
    case GROUP_BODY: return who[0] != 'o';
    case GROUP_SPEAKER: return who[0] == 'a';
    default: return FALSE;
    }
}

/* The subject of the nearest verb before @i that has one. */
static gboolean
borrow_subject (const Statements *self, guint i, guint begin, PlxRange *subject)
{
  const PlxReading *r = self->reading;
  guint reach = i - begin > SUBJECT_REACH ? i - SUBJECT_REACH : begin;

  for (guint k = i; k-- > reach;)
    if ((r->class[k] == PLX_CLASS_VERB || r->class[k] == PLX_CLASS_AUX) && r->quote[k] < 0
        && plx_reading_is_finite (r, k, begin) && plx_reading_subject (r, k, begin, subject))
      return TRUE;
  return FALSE;
}

static gboolean
find_subject (const Statements *self, guint i, guint begin, PlxRange *subject)
{
  const PlxReading *r = self->reading;
  guint group = plx_reading_verb_group (r, i, begin);

  if (plx_reading_subject (r, i, begin, subject)
      && !plx_reading_is (r, i, "without") && !g_str_has_suffix (r->lower[i], "ing"))
    return TRUE;
  if (group > begin)
    return borrow_subject (self, group, begin, subject);
  return FALSE;
}

/* Ends before ", which …", ", although …", " but did …"; what "Although it did
 * not mention" opens ends at the first comma. */
static guint
find_content_end (const Statements *self, PlxRange sentence, guint begin)
{
  const PlxReading *r = self->reading;
  const PlxPhrases *ends = self->lists->ends;
  gboolean is_prelude = plx_phrases_match (self->lists->preludes, r->lower, sentence.begin,
                                           sentence.end) != NULL;

  for (guint i = begin + 1; i + 1 < sentence.end; i++)
    {
      const PlxPhrase *end;

      if (r->quote[i] >= 0)
        continue;
      if (plx_reading_is (r, i, ",")
          && (is_prelude || plx_phrases_match (ends, r->lower, i + 1, sentence.end) != NULL))
        return i;
      end = plx_phrases_match (ends, r->lower, i, sentence.end);
      // "did not publish its first reports until January": late, not silent
      if (end != NULL && g_str_equal (end->value, "late"))
        return begin;
      if (end != NULL && g_str_equal (end->value, "end"))
        return i;
    }
  return plx_statements_trim (self, begin, sentence.end);
}

/* ", which Tamarian public radio had reported": the subject of that verb */
static gint32
find_relative_reporter (Statements *self, guint begin, guint end)
{
  const PlxReading *r = self->reading;
  PlxRange subject, source;
  SourceGroup group;

  for (guint i = begin; i < MIN (end, begin + 4); i++)
    {
      if (!plx_reading_is_any (r, i, "which that"))
        continue;
      subject = (PlxRange) { i + 1, plx_reading_np_end (r, i + 1, end) };
      if (plx_range_is_empty (subject) || subject.end >= end)
        return -1;
      group = plx_statements_group_of (self, subject, NULL);
      if (group != GROUP_OUTLET && group != GROUP_BODY && group != GROUP_REPORT)
        return -1;
      for (guint k = subject.end; k < MIN (end, subject.end + 4); k++)
        if (is_verb_of_saying (self, k))
          return plx_statements_resolve (self, subject, &source, &group);
      return -1;
    }
  return -1;
}

/* An outlet in the sentence that is not the one which is silent. */
static gint32
find_reporter (const Statements *self, PlxRange sentence, PlxRange content, gint32 by)
{
  const PlxReading *r = self->reading;

  for (guint i = sentence.begin; i < sentence.end; i++)
    {
      gint32 mention = r->mention[i];
      gint32 entity = mention >= 0 ? PLX_MENTION (self->analysis, mention)->entity : -1;

      if (entity < 0 || entity == by || (i >= content.begin && i < content.end))
        continue;
      if (PLX_ENTITY (self->analysis, entity)->kind == PLX_ENTITY_MEDIA
          && entity != (by >= 0 ? PLX_ENTITY (self->analysis, by)->owner : -1))
        return entity;
    }
  return -1;
}

/* The cue in whose content token @i lies, innermost. */
static gint32
find_teller (const Statements *self, guint i)
{
  gint32 best = -1;
  guint size = G_MAXUINT;

  for (guint c = 0; c < self->cues->len; c++)
    {
      const Cue *cue = CUE (self, c);
      const PlxRange parts[] = { cue->left, cue->right };

      for (guint p = 0; p < 2; p++)
        if (i >= parts[p].begin && i < parts[p].end && parts[p].end - parts[p].begin < size)
          {
            size = parts[p].end - parts[p].begin;
            best = (gint32) c;
          }
    }
  return best;
}

/* "It made no mention of …": a pronoun that nothing resolves stands for the
 * source of the statement before. */
static gint32
source_before (const Statements *self, guint sentence)
{
  PlxAnalysis *a = self->analysis;
  const PlxStatement *last = a->statements->len > 0
                             ? PLX_STATEMENT (a, a->statements->len - 1) : NULL;
  gint32 entity;

  if (last == NULL || last->levels.n == 0 || last->sentence + 1 < sentence)
    return -1;
  entity = PLX_LEVEL (a, last->levels.first)->entity;
  return entity >= 0 && PLX_ENTITY (a, entity)->kind != PLX_ENTITY_PERSON ? entity : -1;
}

/* "The agency said it did not include …", "the paper's report was misleading
 * because it excluded …": the nearest outlet or report before the pronoun. */
static gint32
source_inside (Statements *self, guint begin, guint pronoun)
{
  const PlxReading *r = self->reading;

  for (guint i = pronoun; i-- > begin;)
    {
      PlxRange subject, source;
      SourceGroup group;

      if (r->quote[i] >= 0 || (r->class[i] != PLX_CLASS_NOUN && r->class[i] != PLX_CLASS_NAME))
        continue;
      subject.begin = plx_reading_np_begin (r, i, begin);
      subject.end = i + 1;
      group = plx_statements_group_of (self, subject, NULL);
      if (group == GROUP_OUTLET || group == GROUP_REPORT)
        return plx_statements_resolve (self, subject, &source, &group);
      i = MAX (subject.begin, begin);
    }
  return -1;
}

/* "a man who the newspaper did not name, fled": what was left out stands before. */
static gboolean
is_relative (const Statements *self, PlxRange sentence, PlxRange subject, PlxRange words)
{
  const PlxReading *r = self->reading;

  return subject.begin > sentence.begin
         && plx_reading_in (r, (gint64) subject.begin - 1, PLX_WORDS_RELATIVE)
         && (words.end >= sentence.end || plx_reading_is_any (r, words.end, ", ."));
}

/* "The Abendblatt": a name with an article, which no person bears */
static gboolean
is_unknown_paper (const Statements *self, PlxRange subject)
{
  const PlxReading *r = self->reading;
  guint name = subject.begin + 1;

  return plx_reading_is (r, subject.begin, "the") && name < subject.end && r->mention[name] < 0
         && g_unichar_isupper (g_utf8_get_char (self->analysis->text
                                                + PLX_TOKEN (self->analysis, name)->span.begin));
}

static void
finish_omission (Statements *self, PlxStatement *statement, PlxRange words, PlxRange content)
{
  gint32 teller = find_teller (self, words.begin);

  statement->mode = PLX_MODE_OMISSION;
  statement->force = "omitted";
  statement->verb = "omit";
  statement->cue = plx_statements_add_range (self, words);
  statement->content = plx_statements_add_range (self, content);
  statement->hedges = plx_statements_find_hedges (self, content);
  statement->confidence_01 = 0.9f;
  statement->why = "phrase that says what was left out";
  // what tells of it is not also a claim of the one who is silent
  for (guint c = 0; c < self->cues->len; c++)
    {
      Cue *cue = CUE (self, c);

      if (cue->words.begin >= words.begin && cue->words.begin < words.end && (gint32) c != teller)
        cue->left = cue->right = (PlxRange) { 0, 0 };
    }
  statement->levels = plx_statements_add_levels (self, teller);
  g_array_append_val (self->analysis->statements, *statement);
}

/* "The talks were | left out of | the agency's report": the other way round. */
static void
add_passive (Statements *self, guint sentence, guint i, const PlxPhrase *phrase)
{
  const PlxReading *r = self->reading;
  PlxRange range = r->sentences[sentence], content, source;
  PlxRange words = { i, i + phrase->n_words };
  PlxRange by = { words.end, plx_reading_np_end (r, words.end, range.end) };
  PlxStatement statement = plx_statement_blank (sentence);
  guint group = plx_reading_verb_group (r, i, range.begin);
  SourceGroup kind;

  if (plx_range_is_empty (by) || group == i || !plx_reading_subject (r, i, range.begin, &content))
    return;
  kind = plx_statements_group_of (self, by, NULL);
  if (!is_fit (kind, "report"))
    return;
  statement.omits_by = plx_statements_resolve (self, by, &source, &kind);
  statement.omits_reported_by = find_reporter (self, range, content, statement.omits_by);
  finish_omission (self, &statement, words, content);
}

static void
add_omission (Statements *self, guint sentence, guint i, const PlxPhrase *phrase)
{
  PlxRange range = self->reading->sentences[sentence];
  PlxRange words = { i, i + phrase->n_words }, subject, source, content;
  PlxStatement statement = plx_statement_blank (sentence);
  SourceGroup group;

  if (!find_subject (self, i, range.begin, &subject))
    return;
  group = plx_statements_group_of (self, subject, NULL);
  if (plx_reading_is_any (self->reading, subject.begin, "it they"))
    {
      statement.omits_by = source_inside (self, range.begin, subject.begin);
      if (statement.omits_by < 0)
        statement.omits_by = source_before (self, sentence);
    }
  if (!is_fit (group, phrase->value) && statement.omits_by < 0
      && !is_unknown_paper (self, subject)
      && !(phrase->value[0] == 'a' && plx_statements_is_speaker (self, subject)))
    return;
  content.begin = words.end + (plx_reading_is (self->reading, words.end, ":") ? 1 : 0);
  content.end = find_content_end (self, range, content.begin);
  if (plx_range_is_empty (content) || is_relative (self, range, subject, words))
    return;
  if (statement.omits_by < 0)
    statement.omits_by = plx_statements_resolve (self, subject, &source, &group);
  statement.omits_reported_by = find_relative_reporter (self, content.end, range.end);
  if (statement.omits_reported_by < 0)
    statement.omits_reported_by = find_reporter (self, range, content, statement.omits_by);
  finish_omission (self, &statement, words, content);
}

void
plx_statements_find_omissions (Statements *self, guint sentence)
{
  const PlxReading *r = self->reading;
  PlxRange range = r->sentences[sentence];

  for (guint i = range.begin; i < range.end; i++)
    {
      const PlxPhrase *phrase;

      if (r->quote[i] >= 0)
        continue;
      phrase = plx_phrases_match (self->lists->omissions, r->lower, i, range.end);
      if (phrase == NULL)
        continue;
      if (phrase->value[0] == 'p')
        add_passive (self, sentence, i, phrase);
      else
        add_omission (self, sentence, i, phrase);
      i += phrase->n_words - 1;
    }
}

/* The reporter of what another left out, from the sentences beside it. */
void
plx_statements_join_omissions (Statements *self)
{
  PlxAnalysis *a = self->analysis;

  for (guint i = 0; i < a->statements->len; i++)
    {
      PlxStatement *statement = PLX_STATEMENT (a, i);
      const int around[] = { 1, -1 };

      if (statement->mode != PLX_MODE_OMISSION)
        continue;
      for (guint k = 0; k < G_N_ELEMENTS (around) && statement->omits_reported_by < 0; k++)
        {
          gint64 s = (gint64) statement->sentence + around[k];
          gint32 entity;

          if (s < 0 || s >= self->reports->len)
            continue;
          entity = g_array_index (self->reports, gint32, s);
          if (entity >= 0 && entity != statement->omits_by)
            statement->omits_reported_by = entity;
        }
    }
}
