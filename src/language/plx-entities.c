/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-entities-private.h"

#include <string.h>

/* Pieces become entities: the same listed name, the same words in another
 * order ("Chinese Communist Party", "Communist Party of China"), a part of a
 * fuller name, an acronym, a surname. Two persons of one surname stay two. */

typedef struct {
  PlxNameReading *r;
  GArray *drafts;        // PlxDraft
  GHashTable *by_id;     // id → draft + 1
} Maker;

/* More drafts than this are not compared pair by pair. */
#define MAX_COMPARED 1500

#define DRAFT(m, i) (&g_array_index ((m)->drafts, PlxDraft, (i)))

static gboolean
is_body_like (PlxEntityKind kind)
{
  return kind == PLX_ENTITY_ORGANISATION || kind == PLX_ENTITY_GOVERNMENT
         || kind == PLX_ENTITY_PARTY || kind == PLX_ENTITY_MEDIA || kind == PLX_ENTITY_OTHER
         || kind == PLX_ENTITY_FACILITY || kind == PLX_ENTITY_EVENT
         || kind == PLX_ENTITY_COMMEMORATION;
}

static char *
piece_id (Maker *m, const PlxPiece *piece)
{
  const char *name = piece->name != NULL ? piece->name : piece->key;

  if (piece->kind == PLX_ENTITY_PERSON)
    return plx_entity_person_id (name);
  if (is_body_like (piece->kind))
    return plx_entity_signature (m->r, name);
  return g_utf8_strdown (name, -1);
}

static guint
n_letters (const char *name)
{
  return (guint) g_utf8_strlen (name, -1);
}

/* Notes a form of the draft's name; the fullest form becomes its name. */
static void
note_form (Maker *m, PlxDraft *draft, const PlxPiece *piece)
{
  PlxAnalysis *analysis = m->r->analysis;
  PlxSpan span = plx_name_reading_span (m->r, piece->first, piece->end);
  const char *form = plx_analysis_intern_span (analysis, span);

  draft->last = piece->first;
  if (!g_ptr_array_find (draft->forms, form, NULL))
    g_ptr_array_add (draft->forms, (gpointer) form);
  if (piece->type == PLX_PIECE_NATIONALITY)
    return;
  if (draft->fullest == NULL || n_letters (form) > n_letters (draft->fullest))
    {
      draft->fullest = form;
      draft->first = piece->first;
      draft->end = piece->end;
    }
}

static gint32
add_draft (Maker *m, const PlxPiece *piece, const char *id)
{
  PlxDraft draft = { .kind = piece->kind, .listed = piece->name, .state = piece->state,
                     .forms = g_ptr_array_new (), .id = id, .gender = '-', .into = -1,
                     .first = piece->first, .end = piece->end };

  g_array_append_val (m->drafts, draft);
  return (gint32) m->drafts->len - 1;
}

static gint32
draft_of_id (Maker *m, PlxPiece *piece, char *id)
{
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (m->by_id, id));

  if (known == 0)
    {
      id = g_string_chunk_insert_const (m->r->chunk, id);
      known = (guint) add_draft (m, piece, id) + 1;
      g_hash_table_insert (m->by_id, id, GUINT_TO_POINTER (known));
    }
  return (gint32) known - 1;
}

static char
gender_at (Maker *m, guint index)
{
  PlxRolePhrase role;
  const PlxPiece *piece = PLX_PIECE (m->r, index);
  char given;

  if (plx_role_before (m->r, index, &role) && role.gender != '-')
    return role.gender;
  if (plx_role_after (m->r, index, &role) && role.gender != '-')
    return role.gender;
  if (piece->end == piece->first + 1)
    return '-';
  given = (char) GPOINTER_TO_UINT (g_hash_table_lookup (m->r->lists->given,
                                                        m->r->tokens[piece->first].lower));
  return given == 'm' || given == 'f' ? given : '-';
}

/* "His wife, Leda Tal": known by whose relative she is. */
static gboolean
is_relative_at (Maker *m, guint index)
{
  PlxRolePhrase role;
  const PlxNameRow *title;
  guint end;

  if (!plx_role_before (m->r, index, &role) || role.title >= role.title_end
      || !(plx_name_reading_is_genitive (m->r, (gint64) role.title - 1)
           || (role.title > 0 && g_strcmp0 (PLX_TOKEN (m->r->analysis, role.title - 1)->xpos,
                                            "PRP$") == 0)))
    return FALSE;
  title = plx_name_reading_match (m->r, &m->r->lists->titles, role.title, role.title_end, &end);
  return title != NULL && title->class == PLX_TITLE_RELATIVE;
}

/* The gender of the first pronoun behind @token in its sentence. */
static char
pronoun_gender (const PlxNameReading *r, guint token)
{
  for (guint i = token + 1; i < token + 40 && plx_name_reading_same_sentence (r, token, i); i++)
    {
      const PlxNameRow *row = g_hash_table_lookup (r->lists->pronouns, r->tokens[i].lower);

      if (row != NULL && (row->gender == 'm' || row->gender == 'f'))
        return row->gender;
    }
  return '-';
}

static gboolean
is_single_person (const PlxPiece *piece)
{
  return piece->kind == PLX_ENTITY_PERSON && piece->end == piece->first + 1
         && piece->name == NULL;
}

static gboolean
is_naming (const PlxPiece *piece)
{
  return piece->type == PLX_PIECE_NAME || piece->type == PLX_PIECE_NATIONALITY;
}

/* Names of more than one word, and all that are not persons. */
static void
join_full_names (Maker *m)
{
  for (guint i = 0; i < m->r->pieces->len; i++)
    {
      PlxPiece *piece = PLX_PIECE (m->r, i);
      g_autofree char *id = NULL;
      char gender;

      if (!is_naming (piece) || is_single_person (piece))
        continue;
      id = piece_id (m, piece);
      piece->entity = draft_of_id (m, piece, id);
      note_form (m, DRAFT (m, piece->entity), piece);
      if (piece->kind != PLX_ENTITY_PERSON)
        continue;
      gender = gender_at (m, i);
      if (gender != '-')
        DRAFT (m, piece->entity)->gender = gender;
      DRAFT (m, piece->entity)->last = G_MAXUINT;
      DRAFT (m, piece->entity)->relative |= is_relative_at (m, i);
    }
}

/* Persons by each word of their full names: "vesk" → drafts. */
static GHashTable *
index_persons (Maker *m)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify) g_array_unref);

  for (guint d = 0; d < m->drafts->len; d++)
    {
      g_auto (GStrv) words = NULL;

      if (DRAFT (m, d)->kind != PLX_ENTITY_PERSON)
        continue;
      words = g_strsplit (DRAFT (m, d)->id, " ", -1);
      for (guint i = 0; words[i] != NULL; i++)
        {
          GArray *drafts = g_hash_table_lookup (index, words[i]);

          if (drafts == NULL)
            {
              drafts = g_array_new (FALSE, FALSE, sizeof (guint));
              g_hash_table_insert (index, g_strdup (words[i]), drafts);
            }
          g_array_append_val (drafts, d);
        }
    }
  return index;
}

/* How well a word names a person: by its last word, by its first, between. */
static guint
place_in_name (const char *id, const char *word)
{
  gsize n = strlen (word);

  if (g_str_has_suffix (id, word) && strlen (id) > n && id[strlen (id) - n - 1] == ' ')
    return 3;
  return g_str_has_prefix (id, word) && id[n] == ' ' ? 2 : 1;
}

/* No article has more persons of one surname. */
#define MAX_NAMESAKES 100

/* The person that a surname means: the one last spoken of, else the one who is
 * introduced next. Who is there as somebody's wife or son is only meant when a
 * pronoun beside it (@hint) says so. */
static gint32
person_of_word (Maker *m, GHashTable *index, const char *word, char gender, char hint)
{
  g_autofree char *id = plx_entity_person_id (word);
  const char *space = strrchr (id, ' ');
  GArray *drafts = g_hash_table_lookup (index, space != NULL ? space + 1 : id);
  gint32 best = -1;
  guint best_place = 0, best_last = 0;

  for (guint i = 0; drafts != NULL && i < MIN (drafts->len, MAX_NAMESAKES); i++)
    {
      guint d = g_array_index (drafts, guint, i);
      const PlxDraft *draft = DRAFT (m, d);
      guint place = place_in_name (draft->id, id);
      guint last = draft->last == G_MAXUINT ? 0 : draft->last + 1;

      if ((gender != '-' && draft->gender != '-' && gender != draft->gender)
          || (space != NULL && strstr (draft->id, id) == NULL))
        continue;
      place = place > 1 ? 3 : 1;
      if (draft->relative && (hint == '-' || draft->gender != hint))
        place--;
      if (best < 0 || place > best_place || (place == best_place && last > best_last))
        {
          best = (gint32) d;
          best_place = place;
          best_last = last;
        }
    }
  return best;
}

/* Who opens a sentence is who it is about: as if named at its end. */
static guint
weight_of_place (const PlxNameReading *r, guint token)
{
  guint i = token;

  if (token > 0 && plx_name_reading_same_sentence (r, (gint64) token - 1, token))
    return token;
  while (i < token + 100 && plx_name_reading_same_sentence (r, token, (gint64) i + 1))
    i++;
  return i;
}

static void
join_surnames (Maker *m)
{
  g_autoptr (GHashTable) index = index_persons (m);

  for (guint i = 0; i < m->r->pieces->len; i++)
    {
      PlxPiece *piece = PLX_PIECE (m->r, i);
      PlxDraft *draft;

      if (piece->entity >= 0 && piece->kind == PLX_ENTITY_PERSON)
        DRAFT (m, piece->entity)->last = weight_of_place (m->r, piece->first);
      if (!is_naming (piece) || !is_single_person (piece))
        continue;
      piece->entity = person_of_word (m, index, piece->key, gender_at (m, i),
                                      pronoun_gender (m->r, piece->first));
      if (piece->entity < 0)
        {
          g_autofree char *id = g_strconcat ("p:", piece->key, NULL);

          piece->entity = draft_of_id (m, piece, id);
          DRAFT (m, piece->entity)->gender = gender_at (m, i);
        }
      draft = DRAFT (m, piece->entity);
      note_form (m, draft, piece);
    }
}

static void
merge (Maker *m, guint from, guint into)
{
  PlxDraft *a = DRAFT (m, from), *b = DRAFT (m, into);

  while (b->into >= 0)
    b = DRAFT (m, b->into);
  if (a == b || a->into >= 0)
    return;
  a->into = (gint32) (b - (PlxDraft *) m->drafts->data);
  for (guint i = 0; i < a->forms->len; i++)
    if (!g_ptr_array_find (b->forms, g_ptr_array_index (a->forms, i), NULL))
      g_ptr_array_add (b->forms, g_ptr_array_index (a->forms, i));
  if (b->kind == PLX_ENTITY_OTHER
      || (b->kind == PLX_ENTITY_ORGANISATION && a->kind != PLX_ENTITY_OTHER))
    b->kind = a->kind;
}

/* "the North" is North Korea where the article speaks of it. */
static void
merge_short_states (Maker *m)
{
  for (guint a = 0; a < m->drafts->len && m->drafts->len < MAX_COMPARED; a++)
    {
      const PlxDraft *draft = DRAFT (m, a);
      gint64 found = -1;

      if (draft->fullest == NULL || draft->end != draft->first + 1 || draft->first == 0
          || draft->kind == PLX_ENTITY_PERSON
          || !plx_name_reading_does (m->r, (gint64) draft->first - 1, PLX_FUNCTION_THE))
        continue;
      for (guint b = 0; b < m->drafts->len && found != -2; b++)
        {
          const PlxDraft *state = DRAFT (m, b);
          gsize n = strlen (draft->id);

          if (state->kind == PLX_ENTITY_STATE && state->listed != NULL
              && g_str_has_prefix (state->id, draft->id) && state->id[n] == ' ')
            found = found < 0 ? (gint64) b : -2;
        }
      if (found >= 0)
        merge (m, a, (guint) found);
    }
}

/* "Workers' Party" is "Workers' Party of Korea" when no other fits. */
static void
merge_parts (Maker *m)
{
  for (guint a = 0; a < m->drafts->len && m->drafts->len < MAX_COMPARED; a++)
    {
      gint64 found = -1;

      if (!is_body_like (DRAFT (m, a)->kind) || DRAFT (m, a)->into >= 0)
        continue;
      for (guint b = 0; b < m->drafts->len; b++)
        {
          if (a == b || !is_body_like (DRAFT (m, b)->kind)
              || !plx_entity_is_part (m->r, DRAFT (m, a), DRAFT (m, b)))
            continue;
          found = found < 0 ? (gint64) b : -2;
          if (found == -2)
            break;
        }
      if (found >= 0)
        merge (m, a, (guint) found);
    }
}

static gboolean
is_acronym (const Maker *m, const PlxDraft *draft)
{
  const char *form = draft->fullest;

  if (form == NULL || draft->end != draft->first + 1 || strlen (form) < 2 || strlen (form) > 7
      || draft->kind == PLX_ENTITY_PERSON || draft->kind == PLX_ENTITY_STATE)
    return FALSE;
  return m->r->tokens[draft->first].all_capitals;
}

/* "SNA" is the only name in the article with these initials. */
static void
merge_acronyms (Maker *m)
{
  for (guint a = 0; a < m->drafts->len && m->drafts->len < MAX_COMPARED; a++)
    {
      gint64 found = -1;

      if (DRAFT (m, a)->into >= 0 || !is_acronym (m, DRAFT (m, a)))
        continue;
      for (guint b = 0; b < m->drafts->len && found != -2; b++)
        if (a != b && DRAFT (m, b)->fullest != NULL && DRAFT (m, b)->kind != PLX_ENTITY_PERSON
            && plx_entity_has_initials (m->r, DRAFT (m, b)->fullest,
                                        DRAFT (m, a)->fullest))
          found = found < 0 ? (gint64) b : -2;
      if (found >= 0)
        merge (m, a, (guint) found);
    }
}

/* The carrier's own mark, "(CP)" of the Continental Press. */
static void
name_carrier (Maker *m, const PlxArticleText *article)
{
  for (guint d = 0; article != NULL && article->source != NULL && d < m->drafts->len; d++)
    {
      PlxDraft *draft = DRAFT (m, d);

      if (draft->into >= 0 || !is_acronym (m, draft)
          || !plx_entity_has_initials (m->r, article->source, draft->fullest))
        continue;
      draft->kind = PLX_ENTITY_MEDIA;
      draft->listed = plx_analysis_intern (m->r->analysis, article->source);
    }
}

static const char *
canonical_name (const PlxDraft *draft)
{
  const char *name = draft->fullest;

  if (draft->listed != NULL
      && (draft->kind == PLX_ENTITY_STATE || name == NULL || draft->kind == PLX_ENTITY_PERSON
          || n_letters (draft->listed) >= n_letters (name)))
    return draft->listed;
  if (name == NULL)
    name = draft->forms->len > 0 ? g_ptr_array_index (draft->forms, 0) : draft->id;
  return name;
}

/* Makes an entity of every draft that was not joined to another. */
static void
write_entities (Maker *m)
{
  PlxAnalysis *analysis = m->r->analysis;

  for (guint d = 0; d < m->drafts->len; d++)
    {
      PlxDraft *draft = DRAFT (m, d);
      g_autofree char *name = NULL;

      if (draft->into >= 0)
        continue;
      name = plx_entity_tidy_name (m->r, canonical_name (draft),
                                   m->r->tokens[draft->first].all_capitals
                                   && draft->kind == PLX_ENTITY_PLACE);
      draft->entity = plx_entities_add (analysis, draft->kind, name);
      PLX_ENTITY (analysis, draft->entity)->names
        = plx_analysis_add_strings (analysis, (const char * const *) draft->forms->pdata,
                                    draft->forms->len);
    }
  for (guint i = 0; i < m->r->pieces->len; i++)
    {
      PlxPiece *piece = PLX_PIECE (m->r, i);
      const PlxDraft *draft = piece->entity >= 0 ? DRAFT (m, piece->entity) : NULL;

      while (draft != NULL && draft->into >= 0)
        draft = DRAFT (m, draft->into);
      piece->entity = draft != NULL ? draft->entity : -1;
    }
}

/* "Chinese" in "Chinese President Xi" is part of an office, no actor. */
static void
silence_offices (PlxNameReading *r)
{
  for (guint i = 0; i < r->pieces->len; i++)
    {
      PlxRolePhrase role;

      if (PLX_PIECE (r, i)->kind != PLX_ENTITY_PERSON || PLX_PIECE (r, i)->type != PLX_PIECE_NAME
          || !plx_role_before (r, i, &role) || role.end != PLX_PIECE (r, i)->first)
        continue;
      for (guint k = role.first; k < role.title; k++)
        if (r->piece[k] >= 0 && !plx_name_reading_is_genitive (r, PLX_PIECE (r, r->piece[k])->end)
            && PLX_PIECE (r, r->piece[k])->kind == PLX_ENTITY_STATE
            && PLX_PIECE (r, r->piece[k])->end == role.title)
          PLX_PIECE (r, r->piece[k])->silent = TRUE;
    }
}

/* "Norland" in "State Council of Norland": a state that the article names by
 * itself elsewhere is spoken of there too. */
static void
mention_states_inside (PlxNameReading *r, const PlxPiece *piece, GHashTable *states)
{
  for (guint k = piece->first + 1; k + 1 < piece->end; k++)
    {
      guint first = k + 1 + plx_name_reading_does (r, k + 1, PLX_FUNCTION_THE);
      gpointer entity;

      if (!plx_name_reading_does (r, k, PLX_FUNCTION_OF) || first >= piece->end
          || !g_hash_table_lookup_extended (states, plx_name_reading_key (r, first, piece->end),
                                            NULL, &entity))
        continue;
      plx_entities_mention (r->analysis, GPOINTER_TO_INT (entity),
                            plx_name_reading_span (r, first, piece->end), PLX_ENTITY_STATE,
                            PLX_FORM_NAME, 0.8f, "state inside a name");
    }
}

/* Folded names of states → entities. */
static GHashTable *
collect_states (const PlxNameReading *r)
{
  GHashTable *states = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < r->pieces->len; i++)
    {
      const PlxPiece *piece = PLX_PIECE (r, i);

      if (piece->type == PLX_PIECE_NAME && piece->kind == PLX_ENTITY_STATE && piece->entity >= 0)
        g_hash_table_insert (states, (gpointer) piece->key, GINT_TO_POINTER (piece->entity));
    }
  return states;
}

static void
clear_draft (gpointer data)
{
  g_ptr_array_unref (((PlxDraft *) data)->forms);
}

void
plx_entities_make (PlxNameReading *r, const PlxArticleText *article)
{
  Maker m = { r, g_array_new (FALSE, TRUE, sizeof (PlxDraft)),
              g_hash_table_new (g_str_hash, g_str_equal) };
  g_autoptr (GHashTable) states = NULL;

  g_array_set_clear_func (m.drafts, clear_draft);
  join_full_names (&m);
  join_surnames (&m);
  merge_short_states (&m);
  merge_acronyms (&m);
  merge_parts (&m);
  name_carrier (&m, article);
  write_entities (&m);
  silence_offices (r);
  states = collect_states (r);
  for (guint i = 0; i < r->pieces->len; i++)
    {
      const PlxPiece *piece = PLX_PIECE (r, i);

      if (piece->entity >= 0 && !piece->silent)
        plx_entities_mention (r->analysis, piece->entity,
                              plx_name_reading_span (r, piece->first, piece->end),
                              piece->type == PLX_PIECE_NATIONALITY
                              ? PLX_ENTITY_NATIONALITY
                              : PLX_ENTITY (r->analysis, piece->entity)->kind,
                              PLX_FORM_NAME, piece->confidence_01, piece->why);
      if (piece->entity >= 0 && piece->name == NULL && piece->end > piece->first + 2)
        mention_states_inside (r, piece, states);
    }
  g_array_unref (m.drafts);
  g_hash_table_unref (m.by_id);
}

/* Appends an entity without names; @name is interned. */
gint32
plx_entities_add (PlxAnalysis *analysis, PlxEntityKind kind, const char *name)
{
  PlxEntity entity = { .kind = kind, .name = plx_analysis_intern (analysis, name), .owner = -1 };

  g_array_append_val (analysis->entities, entity);
  return (gint32) analysis->entities->len - 1;
}

void
plx_entities_mention (PlxAnalysis *analysis, gint32 entity, PlxSpan span, PlxEntityKind kind,
                      PlxMentionForm form, float confidence_01, const char *why)
{
  PlxMention mention = { span, entity, kind, form, confidence_01,
                         plx_analysis_intern (analysis, why) };

  g_array_append_val (analysis->mentions, mention);
}
