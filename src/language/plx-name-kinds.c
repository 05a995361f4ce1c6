/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-names-private.h"

#include <string.h>

/* What unknown names are. Every place where a name stands votes ("President
 * X", "in X", "X's leader"); the article's votes together decide for all of
 * its places, so that a name keeps its kind. */

/* Below this only the verb behind it speaks for a name. */
#define SURE_NAME 0.65f

/* What the encoder's word counts for beside those of a place. */
#define NETWORK_VOTE 6.0f
/* Rules that say so much hold a name that the encoder takes for none, and make
 * of its kind a finer one. */
#define HOLDING_VOTE 4.0f
#define FINER_VOTE 1.5f
/* The encoder's word against lists and heads. */
#define SURE_NO_NAME 0.95f

typedef struct {
  float votes[PLX_N_ENTITY_KINDS];
  float seen[PLX_N_ENTITY_KINDS]; // what the encoder took it for, summed
  float none;                     // how often and how surely for no name
  guint n;
} Ballot;

static gboolean
has_ending (const char *word, const GPtrArray *endings)
{
  for (guint i = 0; i < endings->len; i++)
    if (g_str_has_suffix (word, g_ptr_array_index (endings, i)))
      return TRUE;
  return FALSE;
}

static const char *
state_of_adjective (const PlxNameReading *r, const char *lower, const char *ending)
{
  gsize stem = strlen (lower) - strlen (ending);

  for (guint i = 0; i < r->lists->state_endings->len; i++)
    {
      const char *instead = g_ptr_array_index (r->lists->state_endings, i);
      g_autofree char *state = g_strdup_printf ("%.*s%s", (int) stem, lower, instead);
      const char *key;

      if (strlen (state) >= 4 && strcmp (state, lower) != 0
          && g_hash_table_lookup_extended (r->alone, state, (gpointer *) &key, NULL))
        return key;
    }
  return NULL;
}

/* "officials", "the leaders". */
static gboolean
is_of_persons (const PlxNameReading *r, guint noun)
{
  guint end;
  const PlxNameRow *row = plx_name_reading_match (r, &r->lists->descriptions, noun, r->n, &end);

  return row != NULL && row->kind == PLX_ENTITY_PERSON && row->many;
}

/* "Saranian state media" where no state is named: Sarania, if what follows is
 * what states have. */
static void
guess_state (PlxNameReading *r, guint i, const char *single)
{
  const GPtrArray *guesses = r->lists->state_guesses;
  guint noun = i + 1, end;

  if (!plx_name_reading_same_sentence (r, i, noun) || r->tokens[noun].capital
      || (plx_name_reading_match (r, &r->lists->bodies, noun, r->n, &end) == NULL
          && plx_name_reading_match (r, &r->lists->media_groups, noun, r->n, &end) == NULL
          && plx_name_reading_match (r, &r->lists->titles, noun, r->n, &end) == NULL
          && !is_of_persons (r, noun)))
    return;
  for (guint k = 0; k + 1 < guesses->len; k += 2)
    if (g_str_has_suffix (single, g_ptr_array_index (guesses, k)))
      {
        g_autofree char *name
          = g_strdup_printf ("%.*s%s", (int) (strlen (single)
                                              - strlen (g_ptr_array_index (guesses, k))),
                             single, (const char *) g_ptr_array_index (guesses, k + 1));

        *name = g_ascii_toupper (*name);
        g_hash_table_insert (r->adjectives, (gpointer) r->tokens[i].lower,
                             g_string_chunk_insert_const (r->chunk, name));
        return;
      }
}

/* The state of an unknown adjective: "Saranian" stands beside "Sarania". */
static void
find_adjective (PlxNameReading *r, guint i)
{
  const char *lower = r->tokens[i].lower;
  gsize length = strlen (lower) - has_ending (lower, r->lists->plurals);
  g_autofree char *single = g_strndup (lower, length);
  const PlxNameTable *gazetteer = &r->lists->gazetteer;

  if (length < 5 || plx_name_table_find (gazetteer, lower) != NULL
      || g_hash_table_contains (r->adjectives, lower)
      || g_hash_table_contains (r->lists->given, lower)
      || plx_name_reading_is_genitive (r, (gint64) i + 1))
    return;
  for (guint k = 0; k < r->lists->endings->len; k++)
    {
      const char *ending = g_ptr_array_index (r->lists->endings, k);
      const char *state = g_str_has_suffix (single, ending)
                          ? state_of_adjective (r, single, ending) : NULL;

      if (state != NULL && !g_hash_table_contains (r->adjectives, state))
        {
          const PlxNameRow *row = plx_name_table_find (gazetteer, state);
          g_autofree char *name = g_strdup (state);

          if (row != NULL && row->kind != PLX_ENTITY_STATE && row->kind != PLX_ENTITY_PLACE)
            continue;
          *name = g_ascii_toupper (*name);
          g_hash_table_insert (r->adjectives, (gpointer) lower,
                               (gpointer) (row != NULL ? row->name
                                           : g_string_chunk_insert_const (r->chunk, name)));
          return;
        }
    }
  guess_state (r, i, single);
}

void
plx_names_find_adjectives (PlxNameReading *r)
{
  for (guint i = 0; i < r->n; i++)
    if (r->tokens[i].capital
        && (plx_name_reading_has_upos (r, i, "ADJ") || plx_name_reading_has_upos (r, i, "NOUN")
            || plx_name_reading_has_upos (r, (gint64) i + 1, "NOUN")
            || (i + 1 < r->n && r->tokens[i + 1].capital)))
      find_adjective (r, i);
}

static void
vote (Ballot *ballot, PlxEntityKind kind, float weight)
{
  ballot->votes[kind] += weight;
}

/* The states that have an adjective of their own in this article, folded. */
static GHashTable *
states_with_adjective (const PlxNameReading *r)
{
  GHashTable *states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer state;

  g_hash_table_iter_init (&iter, r->adjectives);
  while (g_hash_table_iter_next (&iter, NULL, &state))
    g_hash_table_add (states, g_utf8_strdown (state, -1));
  return states;
}

static gboolean
is_given (const PlxNameReading *r, guint i)
{
  return plx_name_table_find (&r->lists->heads, r->tokens[i].lower) == NULL
         && g_hash_table_contains (r->lists->given, r->tokens[i].lower);
}

static gboolean
is_family (const PlxNameReading *r, guint i)
{
  return g_hash_table_contains (r->lists->family, r->tokens[i].lower);
}

/* "Daily Nation", "Harbour Times": a word that papers have in their names. */
static gboolean
has_media_word (const PlxNameReading *r, const PlxPiece *piece)
{
  for (guint i = piece->first; i < piece->end; i++)
    {
      const PlxNameRow *head = plx_name_table_find (&r->lists->heads, r->tokens[i].lower);

      if (head != NULL && head->kind == PLX_ENTITY_MEDIA
          && !plx_name_reading_is_class (r, i, PLX_WORD_SURNAME_HEAD))
        return TRUE;
    }
  return FALSE;
}

/* "Port Saran", "Veskgrad". */
static gboolean
looks_like_place (const PlxNameReading *r, const PlxPiece *piece)
{
  const char *last = r->tokens[piece->end - 1].lower;

  return (piece->end > piece->first + 1
          && plx_name_reading_is_class (r, piece->first, PLX_WORD_PLACE_FIRST))
         || (piece->end == piece->first + 1 && strlen (last) > 6
             && has_ending (last, r->lists->place_endings));
}

/* What the name itself looks like. */
static void
vote_by_form (const PlxNameReading *r, const PlxPiece *piece, Ballot *ballot)
{
  guint n = piece->end - piece->first;

  if (strpbrk (piece->key, "0123456789") != NULL)
    vote (ballot, PLX_ENTITY_PRODUCT, 3);
  else if (n == 1 && r->tokens[piece->first].all_capitals && strlen (piece->key) <= 6
      && !r->tokens[piece->first].headline)
    vote (ballot, PLX_ENTITY_ORGANISATION, 2);
  else if (is_given (r, piece->first))
    vote (ballot, PLX_ENTITY_PERSON, n > 1 ? 3 : 0.8f);
  else if (n <= 3 && is_family (r, piece->first))
    vote (ballot, PLX_ENTITY_PERSON, n > 1 ? 2 : 0.8f);
  else if (n >= 2 && n <= 4)
    vote (ballot, PLX_ENTITY_PERSON, is_family (r, piece->end - 1) ? 1.5f : 0.6f);
  if (n > 1 && has_media_word (r, piece))
    vote (ballot, PLX_ENTITY_MEDIA, 4);
  if (n == 2 && plx_name_reading_is_class (r, piece->first, PLX_WORD_MEDIA_FIRST))
    {
      vote (ballot, PLX_ENTITY_MEDIA, 1);
      vote (ballot, PLX_ENTITY_PERSON, -1.5f);
    }
  if (looks_like_place (r, piece))
    vote (ballot, PLX_ENTITY_PLACE, n > 1 ? 4 : 1);
  if (n == 1 && strchr (piece->key, '.') != NULL)
    vote (ballot, PLX_ENTITY_ORGANISATION, 0.5f);
}

/* "the Tarn", "the newspaper Kayhan", "in Veskgrad", "leader of Norland". */
static void
vote_by_before (const PlxNameReading *r, const PlxPiece *piece, Ballot *ballot)
{
  gint64 i = (gint64) piece->first - 1;
  gboolean article = plx_name_reading_does (r, i, PLX_FUNCTION_THE);
  guint end;

  if (!plx_name_reading_same_sentence (r, i, piece->first))
    return;
  if (article)
    {
      i--;
      if (!plx_name_reading_is_class (r, piece->end, PLX_WORD_STATE_GROUP))
        vote (ballot, PLX_ENTITY_PERSON, -2); // but "the Trump administration"
    }
  if (i < 0)
    return;
  if (plx_name_reading_is_class (r, i, PLX_WORD_PLACE_BEFORE))
    vote (ballot, PLX_ENTITY_PLACE, plx_name_reading_does (r, i, PLX_FUNCTION_IN) ? 3 : 2);
  if (plx_name_reading_is_class (r, i, PLX_WORD_PLACE_NOUN)
      || (plx_name_reading_does (r, i, PLX_FUNCTION_OF)
          && plx_name_reading_is_class (r, i - 1, PLX_WORD_PLACE_NOUN)))
    vote (ballot, PLX_ENTITY_PLACE, 4);
  if (plx_name_reading_is_class (r, i, PLX_WORD_ORG_NOUN))
    vote (ballot, PLX_ENTITY_ORGANISATION, 3);
  if (plx_name_reading_is_class (r, i, PLX_WORD_PRODUCT_NOUN))
    vote (ballot, PLX_ENTITY_PRODUCT, 3);
  if (plx_name_reading_does (r, i, PLX_FUNCTION_OF)
      && !plx_name_reading_does (r, piece->end, PLX_FUNCTION_OF)
      && strchr (piece->key, '.') == NULL
      && (plx_name_reading_is_class (r, i - 1, PLX_WORD_STATE_NOUN)
          || plx_name_reading_match (r, &r->lists->titles, (guint) MAX (i - 1, 0), r->n, &end)
             != NULL))
    vote (ballot, PLX_ENTITY_STATE, 4);
  for (gint64 k = i; k >= 0 && k > i - 3 && !article; k--)
    {
      const PlxNameRow *noun = plx_name_reading_match (r, &r->lists->descriptions, (guint) k,
                                                       piece->first, &end);

      if (noun != NULL && end == piece->first && noun->kind == PLX_ENTITY_MEDIA)
        vote (ballot, PLX_ENTITY_MEDIA, 4);
    }
}

/* Whether a noun phrase about a paper or agency begins at @first. */
static gboolean
is_media_apposition (const PlxNameReading *r, guint first, guint limit)
{
  limit = MIN (limit, first + 9);
  for (guint i = first; i < limit && plx_name_reading_same_sentence (r, first, i); i++)
    {
      guint end;
      const PlxNameRow *noun = plx_name_reading_match (r, &r->lists->descriptions, i, r->n, &end);

      if (noun != NULL && noun->kind == PLX_ENTITY_MEDIA
          && (end >= r->n || strchr (",.);", r->tokens[end].form[0]) != NULL
              || plx_name_reading_does (r, end, PLX_FUNCTION_OF)))
        return TRUE;
      if (plx_name_reading_is_genitive (r, i))
        continue;
      if (plx_name_reading_has_upos (r, i, "VERB") || plx_name_reading_has_upos (r, i, "AUX")
          || plx_name_reading_is (r, i, ",") || plx_name_reading_has_upos (r, i, "PRON"))
        return FALSE;
    }
  return FALSE;
}

static gboolean
is_media_before_comma (const PlxNameReading *r, guint comma)
{
  guint end;

  for (guint i = comma; i-- > 0 && i + 4 > comma;)
    {
      const PlxNameRow *noun = plx_name_reading_match (r, &r->lists->descriptions, i, comma, &end);

      if (noun != NULL && end == comma && noun->kind == PLX_ENTITY_MEDIA && !noun->many)
        return TRUE;
    }
  return FALSE;
}

static void
vote_by_after (const PlxNameReading *r, const PlxPiece *piece, Ballot *ballot)
{
  guint i = piece->end, end;

  if (!plx_name_reading_same_sentence (r, piece->first, i))
    return;
  if (plx_name_reading_is_genitive (r, i))
    {
      if (plx_name_reading_is_class (r, (gint64) i + 1, PLX_WORD_STATE_NOUN))
        vote (ballot, PLX_ENTITY_STATE, 2.5f);
      if (i + 1 < r->n && plx_name_reading_match (r, &r->lists->titles, i + 1, r->n, &end) != NULL)
        vote (ballot, PLX_ENTITY_STATE, 2);
      vote (ballot, PLX_ENTITY_PERSON, 0.4f);
      if (plx_name_reading_is_class (r, (gint64) i + 1, PLX_WORD_ACCOUNT_NOUN))
        vote (ballot, PLX_ENTITY_MEDIA, 2);
      return;
    }
  if (plx_name_reading_has_upos (r, i, "VERB") || plx_name_reading_has_upos (r, i, "AUX"))
    vote (ballot, PLX_ENTITY_PERSON, 0.6f);
  if (plx_name_reading_is_class (r, i, PLX_WORD_PERSON_VERB))
    vote (ballot, PLX_ENTITY_PERSON, 1.5f);
  if (plx_name_reading_does (r, i, PLX_FUNCTION_REPORT)
      || (plx_name_reading_has_upos (r, i, "AUX")
          && plx_name_reading_does (r, (gint64) i + 1, PLX_FUNCTION_REPORT)))
    vote (ballot, PLX_ENTITY_MEDIA, 2.5f);
  if (!r->tokens[i].capital && plx_name_reading_is_class (r, i, PLX_WORD_PLACE_NOUN))
    vote (ballot, PLX_ENTITY_PLACE, 2);
  if (r->piece[i] >= 0 && PLX_PIECE (r, r->piece[i])->type == PLX_PIECE_TITLE)
    vote (ballot, PLX_ENTITY_STATE, 2);
  if (plx_name_reading_is (r, i, ",") && is_media_apposition (r, i + 1, r->n))
    vote (ballot, PLX_ENTITY_MEDIA, 4);
}

/* "VESKGRAD, May 14 (SNA) -- The …": where an article was written. */
static gboolean
is_dateline (const PlxNameReading *r, const PlxPiece *piece)
{
  gint64 before = (gint64) piece->first - 1;

  if (before >= 0 && plx_name_reading_same_sentence (r, before, piece->first))
    return FALSE;
  for (guint i = piece->end; i < r->n && i < piece->end + 10
                             && plx_name_reading_same_sentence (r, piece->first, i); i++)
    {
      gunichar c = r->tokens[i].first;

      if (plx_name_reading_has_upos (r, i, "VERB") || plx_name_reading_has_upos (r, i, "AUX"))
        return FALSE;
      if (c == 0x2013 || c == 0x2014 || (c == '-' && !r->tokens[i].glued))
        return i == piece->end || strchr (",(", r->tokens[piece->end].form[0]) != NULL;
    }
  return FALSE;
}

/* "(SNA)" before the dash of a dateline: whose report it is. */
static gboolean
is_dateline_mark (const PlxNameReading *r, const PlxPiece *piece)
{
  guint i = piece->end;

  return piece->first > 0 && i + 1 < r->n && r->tokens[piece->first - 1].form[0] == '('
         && r->tokens[i].form[0] == ')'
         && (r->tokens[i + 1].first == 0x2013 || r->tokens[i + 1].first == 0x2014
             || r->tokens[i + 1].first == '-');
}

static void
vote_by_place (const PlxNameReading *r, guint index, Ballot *ballot)
{
  const PlxPiece *piece = PLX_PIECE (r, index);
  PlxRolePhrase role;

  vote_by_form (r, piece, ballot);
  vote_by_before (r, piece, ballot);
  vote_by_after (r, piece, ballot);
  if (is_dateline (r, piece))
    vote (ballot, PLX_ENTITY_PLACE, 8);
  if (is_dateline_mark (r, piece))
    vote (ballot, PLX_ENTITY_MEDIA, 8);
  if (plx_role_before (r, index, &role))
    vote (ballot, PLX_ENTITY_PERSON, role.title < role.title_end ? 5 : 6);
  if (plx_role_after (r, index, &role))
    vote (ballot, PLX_ENTITY_PERSON, 4);
  if (piece->first >= 2 && plx_name_reading_is (r, (gint64) piece->first - 1, ",")
      && is_media_before_comma (r, piece->first - 1))
    vote (ballot, PLX_ENTITY_MEDIA, 4);
  ballot->n++;
}

/* The words of persons' names, so that "Vesk" is one after "Doran Vesk". */
static void
note_person (const PlxNameReading *r, const PlxPiece *piece, GHashTable *persons)
{
  for (guint i = piece->first; i < piece->end && piece->end - piece->first > 1; i++)
    if (r->tokens[i].form[1] != '\0')
      g_hash_table_add (persons, (gpointer) r->tokens[i].lower);
}

/* The kind that files of names would call it: a paper is an organisation. */
static PlxEntityKind
broad_kind (PlxEntityKind kind)
{
  switch (kind)
    {
    case PLX_ENTITY_MEDIA:
    case PLX_ENTITY_PARTY:
    case PLX_ENTITY_GOVERNMENT:
      return PLX_ENTITY_ORGANISATION;
    case PLX_ENTITY_STATE:
    case PLX_ENTITY_FACILITY:
      return PLX_ENTITY_PLACE;
    case PLX_ENTITY_COMMEMORATION:
      return PLX_ENTITY_EVENT;
    default:
      return kind;
    }
}

/* What the encoder says for a kind. Its word for a broad kind is one for the
 * finer kinds that rules see, and half of one the other way round. */
static float
seen_vote (const Ballot *ballot, PlxEntityKind kind)
{
  float vote = ballot->seen[kind];

  for (guint k = 0; k < PLX_N_ENTITY_KINDS; k++)
    if (k != kind && broad_kind (k) == broad_kind (kind))
      {
        if (kind == broad_kind (kind))
          vote += 0.8f * ballot->seen[k];
        else if (ballot->votes[kind] >= FINER_VOTE)
          vote += ballot->seen[k];
      }
  return NETWORK_VOTE * vote;
}

static PlxEntityKind
winner (const Ballot *ballot)
{
  PlxEntityKind best = PLX_ENTITY_OTHER;
  float most = 0.3f;

  for (guint k = 0; k < PLX_N_ENTITY_KINDS; k++)
    if (ballot->votes[k] + seen_vote (ballot, k) > most)
      {
        most = ballot->votes[k] + seen_vote (ballot, k);
        best = k;
      }
  return best;
}

/* Whether the encoder was sure of a kind at each of a name's places. */
static gboolean
is_surely_seen (const Ballot *ballot, PlxEntityKind kind)
{
  float seen = 0;

  for (guint k = 0; k < PLX_N_ENTITY_KINDS; k++)
    if (broad_kind (k) == broad_kind (kind))
      seen += ballot->seen[k];
  return seen >= 0.9f * (float) ballot->n;
}

static float
sum_seen (const Ballot *ballot)
{
  float sum = 0;

  for (guint k = 0; k < PLX_N_ENTITY_KINDS; k++)
    sum += ballot->seen[k];
  return sum;
}

static gboolean
is_open (const PlxPiece *piece)
{
  return piece->type == PLX_PIECE_NAME && !piece->known;
}

static GHashTable *
collect_votes (const PlxNameReading *r)
{
  GHashTable *ballots = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GHashTable) with_adjective = states_with_adjective (r);

  for (guint i = 0; i < r->pieces->len; i++)
    {
      const PlxPiece *piece = PLX_PIECE (r, i);
      Ballot *ballot = g_hash_table_lookup (ballots, piece->key);

      if (!is_open (piece))
        continue;
      if (ballot == NULL)
        {
          ballot = g_new0 (Ballot, 1);
          g_hash_table_insert (ballots, (gpointer) piece->key, ballot);
          if (g_hash_table_contains (with_adjective, piece->key))
            vote (ballot, PLX_ENTITY_STATE, 5);
        }
      if (ballot->n < 50)
        vote_by_place (r, i, ballot);
      if (piece->seen_p > 0)
        ballot->seen[piece->seen] += piece->seen_p;
      else
        ballot->none -= piece->seen_p;
    }
  return ballots;
}

/* "Divers searched": a noun in the plural that is nowhere a name. */
static gboolean
is_plural_noun (const PlxNameReading *r, guint i)
{
  const char *xpos = PLX_TOKEN (r->analysis, i)->xpos;
  gboolean plural = g_strcmp0 (xpos, "NNS") == 0 || g_strcmp0 (xpos, "NNPS") == 0;

  for (guint k = 0; k < r->lists->noun_plurals->len && !plural; k++)
    plural = g_str_has_suffix (r->tokens[i].lower, g_ptr_array_index (r->lists->noun_plurals, k));
  return plural && !g_hash_table_contains (r->lists->given, r->tokens[i].lower)
         && !g_hash_table_contains (r->lists->family, r->tokens[i].lower)
         && !g_hash_table_contains (r->capitals, r->tokens[i].lower)
         && !plx_name_reading_is_genitive (r, (gint64) i + 1);
}

/* "Search Operation" of a headline: words that are nowhere else a name. */
static gboolean
is_headline_noise (const PlxNameReading *r, const PlxPiece *piece)
{
  if (!r->tokens[piece->first].headline || piece->type != PLX_PIECE_NAME || piece->name != NULL
      || piece->seen_p > 0
      || (piece->kind == PLX_ENTITY_PERSON
          && g_hash_table_contains (r->lists->given, r->tokens[piece->first].lower)))
    return FALSE;
  for (guint i = piece->first; i < piece->end; i++)
    if (r->tokens[i].all_capitals || g_hash_table_contains (r->capitals, r->tokens[i].lower))
      return FALSE;
  return g_hash_table_size (r->capitals) > 0;
}

/* A listed word, or words with a head, that the encoder is sure are no name
 * here: "Mobile phones", "Great Service". */
static gboolean
is_sure_noise (const PlxNameReading *r, const PlxPiece *piece)
{
  gboolean by_head = strcmp (piece->why, "head word") == 0;

  return piece->known && piece->type == PLX_PIECE_NAME && piece->seen_p < -SURE_NO_NAME
         && piece->kind != PLX_ENTITY_STATE
         && (by_head || (piece->end == piece->first + 1 && strcmp (piece->why, "gazetteer") == 0));
}

/* A word that only its place made a capital is no name when nothing else says so. */
static gboolean
is_doubtful (const PlxNameReading *r, const PlxPiece *piece)
{
  return !piece->known && piece->end == piece->first + 1 && piece->seen_p <= 0
         && (piece->kind == PLX_ENTITY_OTHER
             || (piece->confidence_01 < SURE_NAME && is_plural_noun (r, piece->first)))
         && !r->tokens[piece->first].all_capitals
         && (r->tokens[piece->first].initial || r->tokens[piece->first].headline);
}

static void
drop_noise (PlxNameReading *r)
{
  for (guint i = 0; i < r->pieces->len; i++)
    if (is_doubtful (r, PLX_PIECE (r, i)) || is_headline_noise (r, PLX_PIECE (r, i))
        || is_sure_noise (r, PLX_PIECE (r, i)))
      PLX_PIECE (r, i)->type = PLX_PIECE_NOUN;
}

/* The last words of fuller names: "the Courier" after "the Kestrel Courier" is a
 * name, whatever the encoder takes it for. */
static GHashTable *
collect_last_words (const PlxNameReading *r)
{
  GHashTable *words = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < r->pieces->len; i++)
    {
      const PlxPiece *piece = PLX_PIECE (r, i);

      if (piece->type == PLX_PIECE_NAME && piece->end > piece->first + 1)
        g_hash_table_add (words, (gpointer) r->tokens[piece->end - 1].lower);
    }
  return words;
}

static gboolean
ends_a_name (const PlxNameReading *r, const PlxPiece *piece, GHashTable *last_words)
{
  return piece->end == piece->first + 1
         && g_hash_table_contains (last_words, r->tokens[piece->first].lower);
}

/* All places of a name together: what it is, and whether it is one. */
static void
settle_piece (PlxPiece *piece, const Ballot *ballot, gboolean is_held)
{
  float seen = sum_seen (ballot), by_rules, by_network;

  piece->kind = winner (ballot);
  by_rules = ballot->votes[piece->kind];
  by_network = seen_vote (ballot, piece->kind);
  if (by_network == 0)
    piece->why = "context";
  else
    piece->why = by_rules > FINER_VOTE ? "context and network" : "network";
  piece->confidence_01 = CLAMP (0.4f + 0.1f * (by_rules + by_network), 0.2f, 0.9f);
  if (piece->kind == PLX_ENTITY_NATIONALITY)
    piece->type = PLX_PIECE_NATIONALITY;
  if (!is_held && ballot->none > seen && by_rules < HOLDING_VOTE * (float) ballot->n)
    piece->type = PLX_PIECE_NOUN;
}

/* Settles the kind of every name that no list or head word settled. */
void
plx_names_decide_kinds (PlxNameReading *r)
{
  g_autoptr (GHashTable) ballots = collect_votes (r);
  g_autoptr (GHashTable) persons = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) last_words = collect_last_words (r);

  for (guint i = 0; i < r->pieces->len; i++)
    {
      PlxPiece *piece = PLX_PIECE (r, i);

      if (is_open (piece))
        settle_piece (piece, g_hash_table_lookup (ballots, piece->key),
                      ends_a_name (r, piece, last_words));
      if (piece->type == PLX_PIECE_NAME && piece->kind == PLX_ENTITY_PERSON)
        note_person (r, piece, persons);
    }
  for (guint i = 0; i < r->pieces->len; i++)
    {
      PlxPiece *piece = PLX_PIECE (r, i);
      const Ballot *ballot = is_open (piece) ? g_hash_table_lookup (ballots, piece->key) : NULL;

      if (ballot == NULL || piece->end != piece->first + 1 || piece->kind == PLX_ENTITY_PERSON
          || !g_hash_table_contains (persons, piece->key))
        continue;
      if (ballot->votes[piece->kind] < 6 && !is_surely_seen (ballot, piece->kind))
        {
          piece->kind = PLX_ENTITY_PERSON;
          piece->why = "part of a person's name";
          piece->confidence_01 = 0.85f;
        }
    }
  drop_noise (r);
}
