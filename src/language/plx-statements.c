/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-statements-private.h"

#include <string.h>

/* Who said what, through whom: turns the cues of each sentence into
 * statements, then lets sources reign over following sentences and finds
 * claims that are made twice. Statements stand in the order of the text. */

#define MAX_LEVELS 6
#define REPEAT_REACH 60        // statements looked back for the same claim
#define REPEAT_MIN_WORDS 4
#define REPEAT_MIN_SHARE 0.6    // of the shorter claim's words
#define REPEAT_MIN_LARGER 0.4  // of the longer one's, unless it holds nearly all of
#define REPEAT_CONTAINED 0.85   // the shorter

PlxStatement
plx_statement_blank (guint sentence)
{
  return (PlxStatement) {
    .addressee = -1, .omits_by = -1, .omits_reported_by = -1, .repeats = -1,
    .sentence = sentence, .force = "said", .why = "",
  };
}

PlxSlice
plx_statements_add_range (Statements *self, PlxRange range)
{
  PlxSpan span = plx_reading_span (self->reading, range);

  if (plx_range_is_empty (range))
    return (PlxSlice) { self->analysis->spans->len, 0 };
  return plx_analysis_add_spans (self->analysis, &span, 1);
}

PlxSlice
plx_statements_find_hedges (Statements *self, PlxRange range)
{
  PlxSlice slice = { self->analysis->spans->len, 0 };

  for (guint i = range.begin; i < range.end; i++)
    {
      const PlxPhrase *phrase = plx_phrases_match (self->lists->hedges, self->reading->lower, i,
                                                   range.end);
      PlxSpan span;

      if (phrase == NULL)
        continue;
      if (phrase->n_words == 1 && self->reading->class[i] == PLX_CLASS_NAME)
        continue;
      span = plx_reading_span (self->reading, (PlxRange) { i, i + phrase->n_words });
      g_array_append_val (self->analysis->spans, span);
      slice.n++;
      i += phrase->n_words - 1;
    }
  return slice;
}

/* ---- one cue ---------------------------------------------------------- */

/* Finds the speaker of a cue, once. */
void
plx_statements_resolve_cue (Statements *self, guint c)
{
  Cue *cue = CUE (self, c);
  guint steps = 0;
  gint32 from = (gint32) c;

  if (cue->entity != -2)
    return;
  while (CUE (self, from)->partner >= 0 && plx_range_is_empty (CUE (self, from)->subject)
         && steps++ < 16)
    from = CUE (self, from)->partner;
  if (from != (gint32) c)
    {
      plx_statements_resolve_cue (self, (guint) from);
      cue->entity = CUE (self, from)->entity;
      cue->source = CUE (self, from)->source;
      cue->group = CUE (self, from)->group;
      return;
    }
  cue->entity = plx_statements_resolve (self, cue->subject, &cue->source, &cue->group);
  if (cue->entity >= 0
      && (cue->group == GROUP_OUTLET
          || PLX_ENTITY (self->analysis, cue->entity)->kind == PLX_ENTITY_MEDIA))
    {
      self->last_outlet = cue->entity;
      g_hash_table_add (self->outlets, GINT_TO_POINTER (cue->entity + 1));
    }
}

/* The chain of cue @c, outermost first. One who is named again on the way in
 * ("Kim said …, he added") is one level. */
PlxSlice
plx_statements_add_levels (Statements *self, gint32 c)
{
  gint32 chain[MAX_LEVELS];
  guint n = 0;
  PlxSlice slice;

  for (gint32 k = c; k >= 0 && n < MAX_LEVELS; k = CUE (self, k)->parent)
    {
      plx_statements_resolve_cue (self, (guint) k);
      if (n == 0 || CUE (self, k)->entity != CUE (self, chain[n - 1])->entity
          || CUE (self, k)->entity < 0)
        chain[n++] = k;
    }
  // resolving may add entities, levels must lie together: add them after
  slice.first = self->analysis->levels->len;
  slice.n = n;
  while (n-- > 0)
    {
      const Cue *cue = CUE (self, chain[n]);
      PlxLevel level = { .entity = cue->entity };

      level.source = plx_statements_add_range (self, cue->source);
      level.cue = plx_statements_add_range (self, cue->words);
      g_array_append_val (self->analysis->levels, level);
    }
  return slice;
}

static PlxRange
with_quote_marks (const Statements *self, PlxRange range)
{
  const PlxReading *r = self->reading;

  if (plx_range_is_empty (range))
    return range;
  while (range.begin < range.end
         && plx_reading_is_any (r, range.begin, ", : that"))
    range.begin++;
  if (range.end < r->n && r->quote[range.end - 1] >= 0
      && plx_reading_is_any (r, range.end, "\" \xe2\x80\x9d ''"))
    range.end++;
  return range;
}

PlxSlice
plx_statements_add_content (Statements *self, PlxRange left, PlxRange right)
{
  PlxSpan spans[2];
  guint n = 0;

  if (!plx_range_is_empty (left))
    spans[n++] = plx_reading_span (self->reading, left);
  if (!plx_range_is_empty (right))
    spans[n++] = plx_reading_span (self->reading, right);
  return plx_analysis_add_spans (self->analysis, spans, n);
}

static PlxStatementMode
find_mode (const Statements *self, const Cue *cue)
{
  guint quoted = 0, all = 0;

  plx_statements_count_quoted (self, cue->left, &quoted, &all);
  plx_statements_count_quoted (self, cue->right, &quoted, &all);
  if (all > 0 && (double) quoted / all >= QUOTED_SHARE)
    return PLX_MODE_DIRECT;
  if (quoted > 1)
    return PLX_MODE_MIXED;
  // an outlet that reports says that something happened
  if ((cue->group == GROUP_OUTLET || cue->group == GROUP_REPORT) && cue->is_clause
      && (cue->verb == NULL || g_str_equal (cue->verb->force, "said")))
    return PLX_MODE_EVENT;
  return PLX_MODE_INDIRECT;
}

/* "asked whether", "“Why?” he asked": no demand */
static gboolean
is_question (const Statements *self, const Cue *cue)
{
  const PlxReading *r = self->reading;

  if (!plx_range_is_empty (cue->left))
    return TRUE;
  return r->quote[MIN (cue->right.begin + 1, r->n - 1)] >= 0
         || plx_reading_in (r, cue->right.begin, PLX_WORDS_QUESTION);
}

/* "expressed his gratitude": the noun says more than the verb. */
static const char *
find_force (const Statements *self, const Cue *cue)
{
  const char *force = cue->verb != NULL ? cue->verb->force : "said";
  const PlxReading *r = self->reading;

  if (cue->force != NULL)
    return cue->force;
  if (cue->verb != NULL && cue->is_clause && (cue->verb->frames & FRAME_WH)
      && (cue->verb->frames & FRAME_TOOBJ) && is_question (self, cue))
    return "said";
  // "told him to leave"
  if (cue->verb != NULL && (cue->verb->frames & FRAME_ADDR) && (cue->verb->frames & FRAME_TO)
      && plx_reading_is (r, cue->right.begin, "to"))
    return "urged";
  if (cue->verb == NULL || cue->is_clause || !(cue->verb->frames & FRAME_NP)
      || !g_str_equal (force, "said"))
    return force;
  for (guint i = cue->right.begin; i < MIN (cue->right.end, cue->right.begin + 8); i++)
    {
      const NominalCue *noun = g_hash_table_lookup (self->lists->nominal, r->lower[i]);

      if (noun != NULL && r->class[i] == PLX_CLASS_NOUN)
        return noun->force;
      if (r->class[i] == PLX_CLASS_ADP || r->class[i] == PLX_CLASS_VERB)
        break;
    }
  return force;
}

static const char *
find_why (const Statements *self, const Cue *cue)
{
  if (cue->verb == &self->lists->spoken)
    return "verb beside a quotation";
  if (cue->verb == &self->lists->held)
    return "verb with a clause under it in the tree";
  if (cue->kind == CUE_VERB || cue->kind == CUE_PARTICIPLE)
    return "verb of saying";
  if (cue->kind == CUE_NOUN)
    return "noun of saying";
  return self->reading->class[cue->words.begin] == PLX_CLASS_PUNCT ? "name before or after a mark"
                                                                   : "words that name a source";
}

static const char *
find_verb (const Statements *self, const Cue *cue)
{
  if (cue->verb == NULL)
    return NULL;
  if (cue->verb->lemma != NULL)
    return plx_analysis_intern (self->analysis, cue->verb->lemma);
  return PLX_TOKEN (self->analysis, cue->words.begin)->lemma;
}

static void
add_statement (Statements *self, guint sentence, guint c)
{
  Cue *cue = CUE (self, c);
  PlxStatement statement = plx_statement_blank (sentence);
  PlxRange left = with_quote_marks (self, cue->left), right = with_quote_marks (self, cue->right);
  SourceGroup group;
  PlxRange words;

  if (plx_range_is_empty (left) && plx_range_is_empty (right))
    return;
  statement.levels = plx_statements_add_levels (self, (gint32) c);
  cue = CUE (self, c);
  statement.content = plx_statements_add_content (self, left, right);
  statement.cue = plx_statements_add_range (self, cue->words);
  statement.hedges = plx_statements_find_hedges (self, right.end > right.begin ? right : left);
  statement.mode = find_mode (self, cue);
  statement.force = find_force (self, cue);
  statement.verb = find_verb (self, cue);
  statement.force = plx_analysis_intern (self->analysis, statement.force);
  statement.denied = g_str_equal (statement.force, "denied") != cue->negated;
  if (!plx_range_is_empty (cue->addressee))
    statement.addressee = plx_statements_resolve (self, cue->addressee, &words, &group);
  statement.confidence_01 = cue->verb != NULL && (cue->verb->frames & FRAME_ATTITUDE) ? 0.6f
                            : cue->is_clause ? 0.9f : 0.8f;
  statement.why = find_why (self, cue);
  g_array_append_val (self->analysis->statements, statement);
}

/* ---- sentences without a cue ------------------------------------------ */

/* What the article tells in its own voice, if it names anybody or anything. */
static void
add_event (Statements *self, guint sentence)
{
  const PlxReading *r = self->reading;
  PlxRange range = r->sentences[sentence], content;
  PlxStatement statement = plx_statement_blank (sentence);
  gboolean has_verb = FALSE, has_name = FALSE;

  content.begin = plx_statements_skip_dateline (self, sentence);
  content.end = plx_statements_trim (self, range.begin, range.end);
  if (content.end == range.end || content.end < content.begin + 4)
    return; // a headline, a caption, a fragment: no full stop, or hardly a word
  for (guint i = content.begin; i < content.end; i++)
    {
      has_verb |= r->class[i] == PLX_CLASS_VERB || r->class[i] == PLX_CLASS_AUX;
      has_name |= r->mention[i] >= 0 || r->time[i] >= 0;
    }
  if (!has_verb || !has_name)
    return;
  statement.content = plx_statements_add_range (self, content);
  statement.cue.first = self->analysis->spans->len;
  statement.hedges = plx_statements_find_hedges (self, content);
  statement.levels.first = self->analysis->levels->len;
  statement.mode = PLX_MODE_EVENT;
  statement.confidence_01 = 0.5f;
  statement.why = "told in the article's own voice";
  g_array_append_val (self->analysis->statements, statement);
}

static void
read_sentence (Statements *self, guint sentence)
{
  PlxRange range = self->reading->sentences[sentence];
  guint first = self->analysis->statements->len;

  if (range.begin < self->taken)
    {
      self->n_extended++;
      return;
    }
  plx_statements_find_cues (self, sentence);
  plx_statements_find_contents (self, sentence);
  plx_statements_drop_echoes (self);
  plx_statements_find_omissions (self, sentence);
  for (guint c = 0; c < self->cues->len; c++)
    if (!plx_statements_is_shell (self, c))
      {
        add_statement (self, sentence, c);
        if (CUE (self, c)->right.end > range.end)
          self->taken = MAX (self->taken, CUE (self, c)->right.end);
      }
  if (self->analysis->statements->len > first)
    self->n_extended = 0;
  else if (!plx_statements_go_on (self, sentence))
    add_event (self, sentence);
}

/* ---- claims made twice ------------------------------------------------- */

enum { A_WORD, A_NAME, A_NUMBER };

static GHashTable *
content_words (const Statements *self, const PlxStatement *statement)
{
  GHashTable *words = g_hash_table_new (g_str_hash, g_str_equal);
  PlxSpan hull = plx_analysis_hull (self->analysis, statement->content);
  const PlxReading *r = self->reading;

  for (guint i = plx_reading_token_at (r, hull.begin);
       i < r->n && PLX_TOKEN (self->analysis, i)->span.begin < hull.end; i++)
    if (r->class[i] == PLX_CLASS_NUMBER)
      g_hash_table_insert (words, (gpointer) r->lower[i], GINT_TO_POINTER (A_NUMBER));
    else if (r->class[i] == PLX_CLASS_NOUN || r->class[i] == PLX_CLASS_NAME
        || r->class[i] == PLX_CLASS_VERB || r->class[i] == PLX_CLASS_ADJ)
      {
        const char *lemma = PLX_TOKEN (self->analysis, i)->lemma;

        // names alone make no claim: their value marks them
        if (r->class[i] == PLX_CLASS_NAME)
          g_hash_table_insert (words, (gpointer) r->lower[i], GINT_TO_POINTER (A_NAME));
        else
          g_hash_table_insert (words, (gpointer) (lemma != NULL ? lemma : r->lower[i]), NULL);
      }
  return words;
}

static gboolean
has_other_number (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer word, kind;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &word, &kind))
    if (GPOINTER_TO_INT (kind) == A_NUMBER && !g_hash_table_contains (b, word))
      return TRUE;
  return FALSE;
}

static gboolean
is_same_claim (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer word, kind;
  guint shared = 0, plain = 0, smaller = MIN (g_hash_table_size (a), g_hash_table_size (b));
  guint larger = MAX (g_hash_table_size (a), g_hash_table_size (b));

  if (smaller < REPEAT_MIN_WORDS)
    return FALSE;
  g_hash_table_iter_init (&iter, a);
  // "32 per cent", "22 per cent": the words are the same, the claims are two
  if (has_other_number (a, b) && has_other_number (b, a))
    return FALSE;
  while (g_hash_table_iter_next (&iter, &word, &kind))
    {
      gboolean is_shared = g_hash_table_contains (b, word);

      shared += is_shared;
      plain += is_shared && GPOINTER_TO_INT (kind) == A_WORD;
    }
  // a short claim is easily part of a long speech about something else
  return plain >= REPEAT_MIN_WORDS && (double) shared / smaller >= REPEAT_MIN_SHARE
         && ((double) shared / larger >= REPEAT_MIN_LARGER
             || (double) shared / smaller >= REPEAT_CONTAINED);
}

static gint32
speaker_of (const Statements *self, const PlxStatement *statement)
{
  PlxSlice levels = statement->levels;

  return levels.n == 0 ? -1 : PLX_LEVEL (self->analysis, levels.first + levels.n - 1)->entity;
}

static void
find_repeats (Statements *self)
{
  PlxAnalysis *a = self->analysis;
  g_autoptr (GPtrArray) words
    = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);

  for (guint i = 0; i < a->statements->len; i++)
    {
      PlxStatement *statement = PLX_STATEMENT (a, i);

      g_ptr_array_add (words, content_words (self, statement));
      if (speaker_of (self, statement) < 0 || statement->mode == PLX_MODE_OMISSION)
        continue;
      for (guint j = i; j-- > (i > REPEAT_REACH ? i - REPEAT_REACH : 0);)
        {
          const PlxStatement *old = PLX_STATEMENT (a, j);

          if (speaker_of (self, old) == speaker_of (self, statement)
              && old->sentence != statement->sentence && old->mode != PLX_MODE_OMISSION
              && old->mode != PLX_MODE_EVENT && statement->mode != PLX_MODE_EVENT
              && is_same_claim (g_ptr_array_index (words, j), g_ptr_array_index (words, i)))
            {
              statement->repeats = old->repeats >= 0 ? old->repeats : (gint32) j;
              break;
            }
        }
    }
}

void
plx_find_statements (const PlxStatementLists *lists, const PlxArticleText *article,
                     PlxAnalysis *analysis)
{
  g_autoptr (PlxReading) reading = plx_reading_new (analysis, lists->grammar);
  Statements self = { .lists = lists, .analysis = analysis, .reading = reading,
                      .last_outlet = -1 };

  self.outlets = g_hash_table_new (NULL, NULL);
  self.by_noun = g_hash_table_new (g_str_hash, g_str_equal);
  self.cues = g_array_new (FALSE, FALSE, sizeof (Cue));
  self.extra = g_array_new (FALSE, FALSE, sizeof (PlxMention));
  self.reports = g_array_new (FALSE, FALSE, sizeof (gint32));
  for (guint s = 0; s < reading->n_sentences; s++)
    read_sentence (&self, s);
  plx_statements_carry (&self);
  plx_statements_join_omissions (&self);
  find_repeats (&self);
  plx_statements_keep_extra (&self);
  g_hash_table_unref (self.outlets);
  g_hash_table_unref (self.by_noun);
  g_array_unref (self.cues);
  g_array_unref (self.extra);
  g_array_unref (self.reports);
}
