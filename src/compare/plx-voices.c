/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-compare-private.h"

#include "compare/plx-tuning.h"

#include <string.h>

/* Sources whose own text nobody has: an article retells them. Their column
 * says what is said of them, reported or left out; everything else is not
 * examined, since nothing of theirs could be searched. */

/* Letters and digits in lower case, "the" left out. */
static char *
fold_name (const char *name)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);
  const char *p = g_str_has_prefix (lower, "the ") ? lower + 4 : lower;
  GString *out = g_string_new (NULL);

  for (; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (out, FALSE);
}

/* The first letters of the capitalised words, "SNA". */
static char *
initials (const char *name)
{
  GString *out = g_string_new (NULL);
  gboolean starts = TRUE;

  for (; *name != '\0'; name = g_utf8_next_char (name))
    {
      gunichar c = g_utf8_get_char (name);

      if (starts && g_unichar_isupper (c))
        g_string_append_unichar (out, g_unichar_tolower (c));
      starts = !g_unichar_isalnum (c) && c != '\'' && c != 0x2019;
    }
  return g_string_free (out, FALSE);
}

/* A name as it is held against others: folding costs more than comparing. */
typedef struct {
  char *fold, *initials;
  gsize n_fold, n_initials;   // bytes
} Name;

struct _PlxVoices {
  GArray *columns;       // Name of each
  gint **column_of;      // (n_articles, n_entities) NULL: nobody asked
  GPtrArray *topics;     // PlxQuery of each omission
  gboolean is_closed;    // all columns are there
};

enum { UNKNOWN = -2 };

static Name
name_read (const char *name)
{
  Name self = { fold_name (name), initials (name), 0, 0 };

  self.n_fold = strlen (self.fold);
  self.n_initials = strlen (self.initials);
  return self;
}

static void
name_clear (gpointer data)
{
  Name *self = data;

  g_free (self->fold);
  g_free (self->initials);
}

static gboolean
ends_with (const Name *name, const Name *end)
{
  return end->n_fold > 7 && name->n_fold >= end->n_fold
         && memcmp (name->fold + name->n_fold - end->n_fold, end->fold, end->n_fold) == 0;
}

static gboolean
abbreviates (const Name *abbreviation, const Name *name)
{
  return name->n_initials > 1 && name->n_initials == abbreviation->n_fold
         && memcmp (name->initials, abbreviation->fold, name->n_initials) == 0;
}

static gboolean
is_same (const Name *a, const Name *b)
{
  if (a->n_fold == 0 || b->n_fold == 0)
    return FALSE;
  return (a->n_fold == b->n_fold && memcmp (a->fold, b->fold, a->n_fold) == 0)
         || ends_with (a, b) || ends_with (b, a) || abbreviates (a, b) || abbreviates (b, a);
}

/* "Saranian News Agency" and "SNA", "The Harbour Times" and "Harbour Times",
 * "Workers' Daily" and "Norland Workers' Daily". */
gboolean
plx_names_are_same (const char *a, const char *b)
{
  Name x, y;
  gboolean same;

  if (a == NULL || b == NULL)
    return FALSE;
  x = name_read (a);
  y = name_read (b);
  same = is_same (&x, &y);
  name_clear (&x);
  name_clear (&y);
  return same;
}

static void
add_name (GArray *names, const char *name)
{
  Name read;

  if (name == NULL)
    return;
  read = name_read (name);
  g_array_append_val (names, read);
}

static GArray *
read_names (const PlxAnalysis *analysis, const PlxEntity *entity)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (Name));

  g_array_set_clear_func (names, name_clear);
  add_name (names, entity->name);
  for (guint i = 0; i < entity->names.n; i++)
    add_name (names, PLX_STRING (analysis, entity->names.first + i));
  return names;
}

static gboolean
is_any (const GArray *names, const Name *name)
{
  for (guint i = 0; i < names->len; i++)
    if (is_same (&g_array_index (names, Name, i), name))
      return TRUE;
  return FALSE;
}

static gboolean
is_reporter (const PlxEntity *entity)
{
  switch (entity->kind)
    {
    case PLX_ENTITY_MEDIA:
      return TRUE;
    case PLX_ENTITY_OTHER:
    case PLX_ENTITY_PERSON:
    case PLX_ENTITY_ORGANISATION:
    case PLX_ENTITY_STATE:
    case PLX_ENTITY_PLACE:
    case PLX_ENTITY_FACILITY:
    case PLX_ENTITY_PARTY:
    case PLX_ENTITY_GOVERNMENT:
    case PLX_ENTITY_EVENT:
    case PLX_ENTITY_COMMEMORATION:
    case PLX_ENTITY_PRODUCT:
    case PLX_ENTITY_NATIONALITY:
    case PLX_N_ENTITY_KINDS:
      break;
    }
  return FALSE;
}

static gint
find_column (const PlxCompareJob *job, const PlxAnalysis *analysis, const PlxEntity *entity)
{
  const GArray *columns = job->voices->columns;
  g_autoptr (GArray) names = read_names (analysis, entity);

  for (guint c = 0; c < columns->len; c++)
    if (is_any (names, &g_array_index (columns, Name, c)))
      return (gint) c;
  return -1;
}

/* The column of an entity, -1: it has none. */
static gint
column_of (const PlxCompareJob *job, guint article, gint32 entity)
{
  const PlxAnalysis *analysis = job->articles[article].analysis;
  gint **known = &job->voices->column_of[article];

  if (entity < 0 || (guint) entity >= analysis->entities->len)
    return -1;
  if (*known == NULL)
    {
      *known = g_new (gint, analysis->entities->len);
      for (guint i = 0; i < analysis->entities->len; i++)
        (*known)[i] = UNKNOWN;
    }
  if ((*known)[entity] == UNKNOWN)
    (*known)[entity] = find_column (job, analysis, PLX_ENTITY (analysis, entity));
  if ((*known)[entity] >= 0 || job->voices->is_closed)
    return (*known)[entity];
  (*known)[entity] = UNKNOWN;
  return -1;
}

/* "Al-Watan", "al-Watan", "조선중앙통신". */
static gboolean
is_like_name (const char *word, gsize n_bytes)
{
  if (!g_unichar_islower (g_utf8_get_char (word)))
    return TRUE;
  for (const char *p = word; p < word + n_bytes; p = g_utf8_next_char (p))
    if (g_unichar_isupper (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* Whether somebody in particular is meant: "report", "judicial report", "editorial
 * Wednesday" are texts of somebody, "health agency" is no outlet. */
static gboolean
is_somebody (const PlxClaimWords *words, const char *name)
{
  gboolean named = FALSE, body = FALSE, newsy = FALSE;
  guint n = 0;

  for (const char *p = name + strspn (name, " "); *p != '\0'; p += strspn (p, " "), n++)
    {
      gsize n_bytes = strcspn (p, " ");
      gboolean begins_upper = g_unichar_isupper (g_utf8_get_char (p));
      guint classes = plx_claim_words_classes (words, p, n_bytes);

      if ((classes & PLX_CLAIM_TEXT) && (!begins_upper || strlen (name) == n_bytes))
        return FALSE;
      named |= is_like_name (p, n_bytes);
      body |= (classes & PLX_CLAIM_BODY) && !begins_upper;
      newsy |= (classes & PLX_CLAIM_NEWSY) != 0;
      p += n_bytes;
    }
  return (named || n > 1) && (!body || newsy);
}

/* A name or a short description, "state television", and no piece of a sentence:
 * that is what a wrong reading of the text gives. */
static gboolean
is_fit (const PlxClaimWords *words, const PlxEntity *entity)
{
  guint n_words = 1;

  if (entity->name == NULL || !g_unichar_isalnum (g_utf8_get_char (entity->name)))
    return FALSE;
  for (const char *p = entity->name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (strchr (",;:\"", *p) != NULL || c == 0x201c || c == 0x201d)
        return FALSE;
      n_words += g_unichar_isspace (c);
    }
  return n_words <= PLX_VOICE_MAX_WORDS && is_somebody (words, entity->name);
}

static void
add_voice (PlxCompareJob *job, guint article, gint32 index)
{
  const PlxAnalysis *analysis = job->articles[article].analysis;
  const PlxEntity *entity;
  PlxColumn *column;

  if (index < 0 || (guint) index >= analysis->entities->len)
    return;
  entity = PLX_ENTITY (analysis, index);
  if (!is_fit (job->claim_words, entity) || column_of (job, article, index) >= 0)
    return;
  column = g_new0 (PlxColumn, 1);
  column->name = g_strdup (entity->name);
  column->article = -1;
  column->via_article = (gint) article;
  g_ptr_array_add (job->out->columns, column);
  add_name (job->voices->columns, column->name);
}

/* The source that tells a statement to the article: the outermost level, if it
 * is one that reports (a paper, an agency), else -1: a speaker is no column. */
static gint32
outermost_reporter (const PlxAnalysis *analysis, const PlxStatement *statement)
{
  const PlxLevel *level;

  if (statement->levels.n == 0)
    return -1;
  level = PLX_LEVEL (analysis, statement->levels.first);
  if (level->entity < 0 || (guint) level->entity >= analysis->entities->len
      || !is_reporter (PLX_ENTITY (analysis, level->entity)))
    return -1;
  return level->entity;
}

static PlxVoices *
voices_new (const PlxCompareJob *job)
{
  PlxVoices *self = g_new0 (PlxVoices, 1);

  self->columns = g_array_new (FALSE, FALSE, sizeof (Name));
  g_array_set_clear_func (self->columns, name_clear);
  for (guint c = 0; c < job->out->columns->len; c++)
    add_name (self->columns, ((PlxColumn *) g_ptr_array_index (job->out->columns, c))->name);
  self->column_of = g_new0 (gint *, job->n_articles + 1);
  self->topics = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_query_free);
  return self;
}

void
plx_voices_free (PlxVoices *self, guint n_articles)
{
  for (guint a = 0; a < n_articles; a++)
    g_free (self->column_of[a]);
  g_free (self->column_of);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->topics);
  g_free (self);
}

/* Adds the columns after those of the articles, in order of appearance. */
void
plx_voices_find (PlxCompareJob *job)
{
  job->voices = voices_new (job);
  for (guint a = 0; a < job->n_articles; a++)
    {
      const PlxAnalysis *analysis = job->articles[a].analysis;

      for (guint i = 0; i < analysis->statements->len; i++)
        {
          const PlxStatement *statement = PLX_STATEMENT (analysis, i);

          add_voice (job, a, outermost_reporter (analysis, statement));
          add_voice (job, a, statement->omits_by);
          add_voice (job, a, statement->omits_reported_by);
        }
    }
  job->voices->is_closed = TRUE;
}

/* Sets the cell of a voice from what a carrier says in its own cell. */
static void
set_voice (PlxCompareJob *job, guint claim, gint column, PlxCellStatus status,
           const PlxCell *carrier, guint article)
{
  PlxCell *cell;

  if (column < (gint) job->n_articles)
    return;
  cell = plx_comparison_get_cell (job->out, claim, (guint) column);
  if (cell->status != PLX_CELL_NOT_EXAMINED)
    return;
  plx_cell_copy (carrier, cell);
  cell->status = status;
  g_free (cell->brief);
  cell->brief = g_strdup_printf ("%s%s", status == PLX_CELL_LEFT_OUT ? "left out, says " : "via ",
                                 ((PlxColumn *) g_ptr_array_index (job->out->columns,
                                                                   article))->name);
}

static void
fill_from_carrier (PlxCompareJob *job, guint claim, guint article)
{
  const PlxAnalysis *analysis = job->articles[article].analysis;
  PlxCell *cell = plx_comparison_get_cell (job->out, claim, article);
  const PlxStatement *statement;

  if (cell->evidence.statement < 0
      || (cell->status != PLX_CELL_REPORTED && cell->status != PLX_CELL_DIFFERS
          && cell->status != PLX_CELL_CONTRADICTED))
    return;
  statement = PLX_STATEMENT (analysis, cell->evidence.statement);
  if (statement->mode != PLX_MODE_OMISSION)
    set_voice (job, claim, column_of (job, article, outermost_reporter (analysis, statement)),
               cell->status, cell, article);
}

/* Writes "left out, says …" beside what the search of an article found. */
static void
note_omission (PlxCompareJob *job, guint claim, gint column, guint teller)
{
  PlxCell *cell = plx_comparison_get_cell (job->out, claim, (guint) column);

  if (cell->status != PLX_CELL_NOT_FOUND)
    return;
  g_free (cell->brief);
  cell->brief = g_strdup_printf ("left out, says %s",
                                 ((PlxColumn *) g_ptr_array_index (job->out->columns,
                                                                   teller))->name);
}

static PlxCell
omission_cell (const PlxSeed *omission)
{
  PlxCell cell = { .status = PLX_CELL_LEFT_OUT, .score_01 = 1.0 };

  cell.evidence.article = omission->article;
  cell.evidence.spans = g_memdup2 (&omission->span, sizeof omission->span);
  cell.evidence.n_spans = 1;
  cell.evidence.statement = omission->statement;
  return cell;
}

/* One claim and one omission about its matter: who left it out, who reported it. */
static void
apply_omission (PlxCompareJob *job, guint claim, const PlxSeed *omission)
{
  guint teller = (guint) omission->article;
  const PlxAnalysis *analysis = job->articles[teller].analysis;
  const PlxStatement *statement = PLX_STATEMENT (analysis, omission->statement);
  gint by = column_of (job, teller, statement->omits_by);
  gint reported_by = column_of (job, teller, statement->omits_reported_by);
  PlxCell told = omission_cell (omission);

  if (by >= (gint) job->n_articles)
    set_voice (job, claim, by, PLX_CELL_LEFT_OUT, &told, teller);
  else if (by >= 0)
    note_omission (job, claim, by, teller);
  set_voice (job, claim, reported_by, PLX_CELL_REPORTED, &told, teller);
  plx_cell_clear (&told);
}

/* How much of an omission's matter a claim names. */
static double
topic_share (const PlxCompareJob *job, const PlxQuery *topic, const PlxQuery *claim)
{
  double sum = 0.0;

  for (guint i = 0; i < topic->terms->len; i++)
    {
      const PlxQueryTerm *term = &g_array_index (topic->terms, PlxQueryTerm, i);
      double best = 0.0;

      for (guint j = 0; j < claim->terms->len; j++)
        best = MAX (best, plx_vocabulary_likeness (job->vocabulary, term->id,
                            g_array_index (claim->terms, PlxQueryTerm, j).id));
      sum += term->weight * best;
    }
  return topic->weight > 0 ? sum / topic->weight : 0.0;
}

static gboolean
is_same_seed (const PlxSeed *a, const PlxSeed *b)
{
  return a->is_omission && a->article == b->article && a->statement == b->statement;
}

/* Whether a claim is told by the source that is said to have reported what the
 * other left out. */
static gboolean
is_from_reporter (const PlxCompareJob *job, const PlxSeed *seed, const PlxSeed *omission)
{
  const PlxAnalysis *analysis = job->articles[omission->article].analysis;
  const PlxStatement *left_out = PLX_STATEMENT (analysis, omission->statement);

  return seed->article == omission->article && seed->statement >= 0
         && seed->sentence != omission->sentence && left_out->omits_reported_by >= 0
         && outermost_reporter (analysis, PLX_STATEMENT (analysis, seed->statement))
              == left_out->omits_reported_by;
}

/* What an omission says of one claim: of the matter itself, or of what its
 * reporter told, both columns; of any other claim that names the matter only the
 * note beside a search that found nothing. */
static void
hear_omission (PlxCompareJob *job, guint claim, const PlxSeed *seed, guint index,
               const PlxQuery *asked)
{
  const PlxSeed *omission = &g_array_index (job->omissions, PlxSeed, index);
  const PlxAnalysis *analysis = job->articles[omission->article].analysis;
  gint by = column_of (job, (guint) omission->article,
                       PLX_STATEMENT (analysis, omission->statement)->omits_by);

  if (is_same_seed (seed, omission))
    apply_omission (job, claim, omission);
  else if (topic_share (job, g_ptr_array_index (job->voices->topics, index), asked)
           < PLX_OMITTED_TOPIC_MIN_01)
    return;
  else if (is_from_reporter (job, seed, omission))
    apply_omission (job, claim, omission);
  else if (by >= 0 && by < (gint) job->n_articles)
    note_omission (job, claim, by, (guint) omission->article);
}

static void
hear_omissions (PlxCompareJob *job, guint claim)
{
  const PlxSeed *seed = &g_array_index (job->seeds, PlxSeed,
                                        g_array_index (job->claim_seeds, guint, claim));
  g_autoptr (PlxQuery) asked = NULL;

  if (job->omissions->len == 0)
    return;
  asked = plx_query_new (job->index, seed->text, seed->first_term, seed->end_term);
  for (guint i = 0; i < job->omissions->len; i++)
    hear_omission (job, claim, seed, i, asked);
}

/* Fills the voices' cells of every claim. */
void
plx_voices_fill (PlxCompareJob *job)
{
  for (guint i = 0; i < job->omissions->len; i++)
    {
      const PlxSeed *omission = &g_array_index (job->omissions, PlxSeed, i);

      g_ptr_array_add (job->voices->topics,
                       plx_query_new (job->index, omission->text, omission->first_term,
                                      omission->end_term));
    }
  for (guint c = 0; c < job->claim_seeds->len; c++)
    {
      for (guint a = 0; a < job->n_articles; a++)
        fill_from_carrier (job, c, a);
      hear_omissions (job, c);
    }
}
