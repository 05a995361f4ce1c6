/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-statements-private.h"

/* Sources that go on speaking. "The newspaper detailed that they met. The two
 * leaders exchanged greetings. Kim thanked China …": the newspaper tells all of
 * that, though it is named once. An outlet that reports begins a reign over
 * the sentences that follow:
 *
 *   1. Inside its paragraph, it covers each that names no outlet of its own.
 *   2. Into following paragraphs it lasts only when strong: the outlet tells a
 *      story ("detailed", "recounted") or was cited before, so that the article
 *      as a whole retells it; and only where the paragraph hangs on to what was
 *      told: somebody of the story speaks, or a link opens it ("In turn",
 *      "The two leaders").
 *   3. It ends at another outlet, where the article speaks for itself
 *      ("Notably", "was expected to", what was left out), and where somebody
 *      speaks who has no part in what was told. */

typedef struct {
  gint32 entity;         // -1: nobody reigns
  gboolean is_strong;
  guint32 paragraph;
  GHashTable *people;    // entities named since it began
} Reign;

typedef struct {
  Statements *self;
  GArray *first;         // sentence → its first statement
  GHashTable *cited;     // outlets seen so far
  Reign reign;
  guint next_mention;
} Carrier;

static gboolean
is_outlet (const Statements *self, gint32 entity)
{
  return entity >= 0
         && (PLX_ENTITY (self->analysis, entity)->kind == PLX_ENTITY_MEDIA
             || g_hash_table_contains (self->outlets, GINT_TO_POINTER (entity + 1)));
}

/* The statements of one sentence lie together. */
static guint
first_of (const Carrier *c, guint sentence)
{
  return g_array_index (c->first, guint, sentence);
}

static void
note_first (Carrier *c)
{
  PlxAnalysis *a = c->self->analysis;
  guint statement = 0;

  for (guint s = 0; s <= c->self->reading->n_sentences; s++)
    {
      while (statement < a->statements->len && PLX_STATEMENT (a, statement)->sentence < s)
        statement++;
      g_array_append_val (c->first, statement);
    }
}

static void
end_reign (Carrier *c)
{
  c->reign.entity = -1;
  g_hash_table_remove_all (c->reign.people);
}

static void
meet_people (Carrier *c, guint sentence)
{
  PlxAnalysis *a = c->self->analysis;
  guint32 end = PLX_SENTENCE (a, sentence)->end;

  for (; c->next_mention < a->mentions->len; c->next_mention++)
    {
      const PlxMention *mention = PLX_MENTION (a, c->next_mention);

      if (mention->span.begin >= end)
        return;
      if (mention->entity >= 0)
        g_hash_table_add (c->reign.people, GINT_TO_POINTER (mention->entity + 1));
    }
}

/* Does the article speak here for itself, or go on with what was told? */
static gboolean
has_voice (const Carrier *c, guint sentence, char kind)
{
  const PlxReading *r = c->self->reading;
  PlxRange range = r->sentences[sentence];

  for (guint i = range.begin; i < range.end; i++)
    {
      const PlxPhrase *phrase;

      if (r->quote[i] >= 0)
        continue;
      phrase = plx_phrases_match (c->self->lists->voices, r->lower, i, range.end);
      // a link opens the sentence, the own voice of the article stands anywhere
      if (phrase != NULL && phrase->value[0] == kind && (kind == 'o' || i == range.begin))
        return TRUE;
      if (kind != 'o')
        return FALSE;
    }
  return FALSE;
}

/* The outlet that a statement of the sentence names first, -1 when none. */
static gint32
find_outlet (const Carrier *c, guint sentence, gboolean *is_strong)
{
  PlxAnalysis *a = c->self->analysis;

  *is_strong = FALSE;
  for (guint i = first_of (c, sentence); i < first_of (c, sentence + 1); i++)
    {
      const PlxStatement *statement = PLX_STATEMENT (a, i);
      const PlxLevel *outer;
      g_autofree char *cue = NULL;

      // whoever quotes a paper's words goes on in his own
      if (statement->levels.n == 0 || statement->mode == PLX_MODE_OMISSION
          || (statement->levels.n == 1 && statement->mode == PLX_MODE_DIRECT))
        continue;
      outer = PLX_LEVEL (a, statement->levels.first);
      if (outer->carried || !is_outlet (c->self, outer->entity))
        continue;
      if (statement->levels.n == 1 && statement->verb != NULL)
        *is_strong = g_hash_table_contains (c->self->lists->narrating, statement->verb);
      cue = plx_analysis_dup_spans (a, outer->cue);
      if (g_hash_table_contains (c->cited, GINT_TO_POINTER (outer->entity + 1))
          && g_ascii_strncasecmp (cue, "according", 9) != 0)
        *is_strong = TRUE;
      return outer->entity;
    }
  return -1;
}

static gboolean
has_omission (const Carrier *c, guint sentence)
{
  for (guint i = first_of (c, sentence); i < first_of (c, sentence + 1); i++)
    if (PLX_STATEMENT (c->self->analysis, i)->mode == PLX_MODE_OMISSION)
      return TRUE;
  return FALSE;
}

/* Does the sentence begin with one of the people told of, without a name ("The
 * marshal", "They"), or with words that hang on to what was told? */
static gboolean
goes_on (const Carrier *c, guint sentence)
{
  const PlxReading *r = c->self->reading;
  guint i = r->sentences[sentence].begin;
  const PlxMention *mention;

  if (has_voice (c, sentence, 'l'))
    return TRUE;
  i += plx_reading_is (r, i, "the");
  if (i >= r->sentences[sentence].end || r->mention[i] < 0)
    return FALSE;
  mention = PLX_MENTION (c->self->analysis, r->mention[i]);
  return mention->form != PLX_FORM_NAME && mention->entity >= 0
         && PLX_ENTITY (c->self->analysis, mention->entity)->kind == PLX_ENTITY_PERSON
         && g_hash_table_contains (c->reign.people, GINT_TO_POINTER (mention->entity + 1));
}

typedef enum { VOICE_NONE, VOICE_INSIDER, VOICE_OUTSIDER } SpeakerPlace;

/* Who speaks in the sentence: somebody of the story, somebody else, nobody? */
static SpeakerPlace
place_speaker (const Carrier *c, guint sentence)
{
  PlxAnalysis *a = c->self->analysis;
  SpeakerPlace place = VOICE_NONE;

  for (guint i = first_of (c, sentence); i < first_of (c, sentence + 1); i++)
    {
      const PlxStatement *statement = PLX_STATEMENT (a, i);
      const PlxLevel *outer;
      const PlxEntity *entity;

      if (statement->levels.n == 0)
        continue;
      outer = PLX_LEVEL (a, statement->levels.first);
      if (outer->entity < 0 || outer->carried)
        {
          place = MAX (place, VOICE_INSIDER);
          continue;
        }
      entity = PLX_ENTITY (a, outer->entity);
      if (entity->members.n > 0
          || g_hash_table_contains (c->reign.people, GINT_TO_POINTER (outer->entity + 1)))
        place = MAX (place, VOICE_INSIDER);
      else
        return goes_on (c, sentence) ? VOICE_INSIDER : VOICE_OUTSIDER;
    }
  return place;
}

/* Puts the reigning source before the levels of each statement. */
static void
carry_sentence (Carrier *c, guint sentence)
{
  PlxAnalysis *a = c->self->analysis;
  PlxLevel carried = { .entity = c->reign.entity, .carried = TRUE };

  for (guint i = first_of (c, sentence); i < first_of (c, sentence + 1); i++)
    {
      PlxStatement *statement = PLX_STATEMENT (a, i);
      PlxSlice old = statement->levels;

      if (statement->mode == PLX_MODE_OMISSION
          || (old.n > 0 && PLX_LEVEL (a, old.first)->entity == c->reign.entity))
        continue;
      statement->levels.first = a->levels->len;
      statement->levels.n = old.n + 1;
      g_array_append_val (a->levels, carried);
      for (guint k = 0; k < old.n; k++)
        {
          PlxLevel level = *PLX_LEVEL (a, old.first + k);

          g_array_append_val (a->levels, level);
        }
      if (old.n == 0)
        statement->why = "told by a source that reigns from an earlier sentence";
    }
}

static gboolean
reaches (Carrier *c, guint sentence, SpeakerPlace place)
{
  guint32 paragraph = c->self->reading->paragraph[sentence];

  if (place == VOICE_OUTSIDER)
    return FALSE;
  if (paragraph == c->reign.paragraph)
    return TRUE;
  if (!c->reign.is_strong)
    return FALSE;
  c->reign.paragraph = paragraph;
  return place == VOICE_INSIDER || goes_on (c, sentence);
}

static void
read_sentence (Carrier *c, guint sentence)
{
  gboolean is_strong;
  gint32 outlet = find_outlet (c, sentence, &is_strong);

  if (outlet >= 0)
    {
      gboolean goes_on = outlet == c->reign.entity;

      if (!goes_on)
        g_hash_table_remove_all (c->reign.people);
      c->reign.is_strong = is_strong || (goes_on && c->reign.is_strong);
      c->reign.entity = outlet;
      c->reign.paragraph = c->self->reading->paragraph[sentence];
      g_hash_table_add (c->cited, GINT_TO_POINTER (outlet + 1));
    }
  else if (c->reign.entity >= 0)
    {
      if (has_omission (c, sentence) || has_voice (c, sentence, 'o')
          || !reaches (c, sentence, place_speaker (c, sentence)))
        end_reign (c);
      else
        carry_sentence (c, sentence);
    }
  meet_people (c, sentence);
}

/* Adds carried levels to the statements, which must be in text order. */
void
plx_statements_carry (Statements *self)
{
  Carrier c = { .self = self };

  c.first = g_array_new (FALSE, FALSE, sizeof (guint));
  c.cited = g_hash_table_new (NULL, NULL);
  c.reign.people = g_hash_table_new (NULL, NULL);
  c.reign.entity = -1;
  note_first (&c);
  for (guint s = 0; s < self->reading->n_sentences; s++)
    {
      gint32 outlet;
      gboolean is_strong;

      read_sentence (&c, s);
      outlet = find_outlet (&c, s, &is_strong);
      g_array_append_val (self->reports, outlet);
    }
  g_array_unref (c.first);
  g_hash_table_unref (c.cited);
  g_hash_table_unref (c.reign.people);
}
