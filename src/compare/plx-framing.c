/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-framing.h"

#include "compare/plx-compare-private.h"

#include <string.h>

/* Who speaks in each article and how, who comes first and who fills it. */

static const char *const class_nicks[PLX_N_SAYING_CLASSES] = {
  "neutral", "doubting", "admitting", "vouching", "strong",
};

const char *
plx_saying_class_to_nick (PlxSayingClass saying)
{
  g_return_val_if_fail (saying < PLX_N_SAYING_CLASSES, class_nicks[0]);
  return class_nicks[saying];
}

static void
verb_free (gpointer data)
{
  PlxSayingVerb *verb = data;

  g_free (verb->verb);
  g_free (verb->cues);
  g_free (verb);
}

static void
speaker_free (gpointer data)
{
  PlxSpeaker *speaker = data;

  g_free (speaker->speaker);
  g_ptr_array_unref (speaker->verbs);
  g_free (speaker);
}

static void
prominence_free (gpointer data)
{
  PlxProminence *prominence = data;

  g_free (prominence->entity);
  g_free (prominence);
}

void
plx_framing_free (PlxFraming *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->speakers);
  g_ptr_array_unref (self->prominence);
  g_array_unref (self->articles);
  g_free (self);
}

/* The work on one article: speakers by member of the cast, or by their words
 * where they are nobody of it ("two diplomats"). */
typedef struct {
  PlxCompareJob *job;
  guint article;
  const PlxAnalysis *analysis;
  const PlxText *text;
  GHashTable *by_name;     // name → PlxSpeaker
  GHashTable *covered;     // PlxSpeaker → end of the words counted last
  PlxFramedArticle *totals;
} Reading;

static PlxSpeaker *
get_speaker (Reading *self, const char *name, PlxEntityKind kind, PlxSpan first)
{
  PlxSpeaker *speaker = g_hash_table_lookup (self->by_name, name);

  if (speaker != NULL)
    return speaker;
  speaker = g_new0 (PlxSpeaker, 1);
  speaker->article = (gint) self->article;
  speaker->speaker = g_strdup (name);
  speaker->kind = kind;
  speaker->order = g_hash_table_size (self->by_name);
  speaker->first = first;
  speaker->verbs = g_ptr_array_new_with_free_func (verb_free);
  g_hash_table_insert (self->by_name, speaker->speaker, speaker);
  g_ptr_array_add (self->job->out->framing->speakers, speaker);
  return speaker;
}

static gboolean
is_pronoun (const PlxAnalysis *analysis, PlxSpan span)
{
  for (guint i = plx_token_at (analysis, span.begin); i < analysis->tokens->len; i++)
    {
      const PlxToken *token = PLX_TOKEN (analysis, i);

      if (token->span.begin >= span.end)
        return TRUE;
      if (token->upos != NULL && strcmp (token->upos, "PRON") != 0
          && strcmp (token->upos, "DET") != 0)
        return FALSE;
    }
  return TRUE;
}

/* Who a level is, by the cast or by the words; NULL: nobody that can be told. */
static PlxSpeaker *
find_speaker (Reading *self, const PlxLevel *level, PlxSpan first)
{
  gint member = plx_cast_find (self->job->cast, self->analysis, self->article, level->entity);
  g_autofree char *words = NULL, *name = NULL;

  if (member >= 0)
    return get_speaker (self, plx_cast_get (self->job->cast, member)->name,
                        plx_cast_get (self->job->cast, member)->kind, first);
  if (level->source.n == 0 || is_pronoun (self->analysis,
                                          plx_analysis_hull (self->analysis, level->source)))
    return NULL;
  words = plx_analysis_dup_spans (self->analysis, level->source);
  name = g_utf8_strdown (words, -1);
  return *name != '\0' ? get_speaker (self, name, PLX_ENTITY_OTHER, first) : NULL;
}

/* The lemma of the cue, or the cue itself where it is several words. */
static char *
dup_verb (const Reading *self, PlxSlice cue, const char *lemma)
{
  PlxSpan hull = plx_analysis_hull (self->analysis, cue);
  g_autofree char *words = NULL;
  guint token;

  if (lemma != NULL)
    return g_strdup (lemma);
  if (cue.n == 0)
    return NULL;
  words = plx_analysis_dup_spans (self->analysis, cue);
  token = plx_token_at (self->analysis, hull.begin);
  if (strchr (words, ' ') == NULL && token < self->analysis->tokens->len
      && PLX_TOKEN (self->analysis, token)->span.begin == hull.begin
      && PLX_TOKEN (self->analysis, token)->lemma != NULL)
    return g_strdup (PLX_TOKEN (self->analysis, token)->lemma);
  return g_utf8_strdown (words, -1);
}

static void
count_verb (PlxSpeaker *speaker, char *lemma, PlxSayingClass saying, PlxSpan cue)
{
  PlxSayingVerb *verb = NULL;

  for (guint i = 0; i < speaker->verbs->len && verb == NULL; i++)
    if (strcmp (((PlxSayingVerb *) g_ptr_array_index (speaker->verbs, i))->verb, lemma) == 0)
      verb = g_ptr_array_index (speaker->verbs, i);
  if (verb == NULL)
    {
      verb = g_new0 (PlxSayingVerb, 1);
      verb->verb = g_strdup (lemma);
      verb->saying = saying;
      g_ptr_array_add (speaker->verbs, verb);
    }
  verb->cues = g_renew (PlxSpan, verb->cues, verb->n_cues + 1);
  verb->cues[verb->n_cues++] = cue;
  g_free (lemma);
}

/* One level of a statement that the text gives: a speaker with his verb. */
static PlxSpeaker *
read_level (Reading *self, const PlxStatement *statement, const PlxLevel *level,
            const char *lemma, gboolean counts)
{
  PlxSpan hull = plx_analysis_hull (self->analysis, statement->content);
  PlxSpeaker *speaker = find_speaker (self, level, hull);
  char *verb = dup_verb (self, level->cue, lemma);
  PlxSayingClass saying = PLX_SAYING_NEUTRAL;

  if (verb != NULL)
    saying = plx_framing_lists_saying (self->job->framing_lists, verb);
  if (counts)
    {
      self->totals->n_statements++;
      self->totals->n_by_class[saying]++;
    }
  if (speaker == NULL)
    {
      g_free (verb);
      return NULL;
    }
  speaker->n_statements++;
  speaker->n_by_class[saying]++;
  if (verb != NULL && level->cue.n > 0)
    count_verb (speaker, verb, saying, plx_analysis_hull (self->analysis, level->cue));
  else
    g_free (verb);
  return speaker;
}

static gboolean
is_double_quote (gunichar c)
{
  return c == '"' || c == 0x201c || c == 0x201d || c == 0x201e || c == 0xab || c == 0xbb
         || c == 0x300c || c == 0x300d;
}

/* Quotation marks between two words of a text. */
static guint
count_quotes (const char *text, guint32 begin, guint32 end)
{
  guint n = 0;

  for (const char *p = text + begin; p < text + end; p = g_utf8_next_char (p))
    n += is_double_quote (g_utf8_get_char (p));
  return n;
}

static guint
first_term (const PlxText *text, guint32 byte)
{
  guint low = 0, high = text->terms->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (PLX_TEXT_TERM (text, middle)->span.begin < byte)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Words of one span, each counted once for one speaker however statements
 * overlap: they come in the order of the text. */
static guint
count_span (const Reading *self, PlxSpeaker *speaker, PlxStatementMode mode, PlxSpan span,
            guint32 *covered)
{
  const char *text = self->analysis->text;
  gboolean quoted = mode == PLX_MODE_DIRECT;
  guint32 at = span.begin;
  guint n_direct = 0;

  for (guint i = first_term (self->text, span.begin); i < self->text->terms->len; i++)
    {
      const PlxTerm *term = PLX_TEXT_TERM (self->text, i);

      if (term->span.begin >= span.end)
        break;
      if (mode == PLX_MODE_MIXED && count_quotes (text, at, term->span.begin) % 2 == 1)
        quoted = !quoted;
      at = term->span.end;
      if (term->span.begin < *covered)
        continue;
      *covered = term->span.end;
      if (quoted)
        n_direct++;
      else
        speaker->n_indirect_words++;
    }
  speaker->n_direct_words += n_direct;
  return n_direct;
}

static void
count_words (Reading *self, PlxSpeaker *speaker, const PlxStatement *statement)
{
  guint32 covered = GPOINTER_TO_UINT (g_hash_table_lookup (self->covered, speaker));
  guint n_direct = 0;

  for (guint i = 0; i < statement->content.n; i++)
    n_direct += count_span (self, speaker, statement->mode,
                            *PLX_SPAN (self->analysis, statement->content.first + i), &covered);
  g_hash_table_insert (self->covered, speaker, GUINT_TO_POINTER (covered));
  if (n_direct > 0)
    speaker->n_quoted++;
  self->totals->n_direct_words += n_direct;
}

/* The last level speaks; levels before it that the text gives again relay. */
static void
read_statement (Reading *self, const PlxStatement *statement)
{
  if (statement->levels.n == 0 || statement->mode == PLX_MODE_OMISSION)
    return;
  for (guint i = 0; i < statement->levels.n; i++)
    {
      const PlxLevel *level = PLX_LEVEL (self->analysis, statement->levels.first + i);
      gboolean speaks = i + 1 == statement->levels.n;
      PlxSpeaker *speaker;

      if (!speaks && (level->carried || level->cue.n == 0))
        continue;
      speaker = read_level (self, statement, level, speaks ? statement->verb : NULL, speaks);
      if (speaks && speaker != NULL)
        count_words (self, speaker, statement);
    }
}

static int
compare_verbs (gconstpointer a, gconstpointer b)
{
  const PlxSayingVerb *x = *(PlxSayingVerb * const *) a, *y = *(PlxSayingVerb * const *) b;

  if (x->n_cues != y->n_cues)
    return x->n_cues > y->n_cues ? -1 : 1;
  return strcmp (x->verb, y->verb);
}

static void
read_article (PlxCompareJob *job, guint article)
{
  PlxFraming *framing = job->out->framing;
  Reading self = { job, article, job->articles[article].analysis, job->index->texts[article],
                   g_hash_table_new (g_str_hash, g_str_equal), g_hash_table_new (NULL, NULL),
                   &g_array_index (framing->articles, PlxFramedArticle, article) };
  guint first = framing->speakers->len;

  self.totals->n_words = self.text->terms->len;
  self.totals->n_sentences = self.text->sentences->len;
  for (guint i = 0; i < self.analysis->statements->len; i++)
    read_statement (&self, PLX_STATEMENT (self.analysis, i));
  for (guint i = first; i < framing->speakers->len; i++)
    g_ptr_array_sort (((PlxSpeaker *) g_ptr_array_index (framing->speakers, i))->verbs,
                      compare_verbs);
  g_hash_table_unref (self.by_name);
  g_hash_table_unref (self.covered);
}

void
plx_framing_find (PlxCompareJob *job)
{
  PlxFraming *self = job->out->framing = g_new0 (PlxFraming, 1);

  self->speakers = g_ptr_array_new_with_free_func (speaker_free);
  self->prominence = g_ptr_array_new_with_free_func (prominence_free);
  self->articles = g_array_new (FALSE, TRUE, sizeof (PlxFramedArticle));
  g_array_set_size (self->articles, job->n_articles);
  for (guint a = 0; a < job->n_articles; a++)
    {
      read_article (job, a);
      plx_prominence_find (job, a);
    }
}
