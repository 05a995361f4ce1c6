/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-names-private.h"

#include <string.h>

/* Runs of capitals, cut into pieces: nationalities, titles, names. What a list
 * or a head word ("Ministry", "Hall") settles is settled here; other names wait
 * for what the rest of the article says of them. */

/* No name has more tokens. */
#define MAX_NAME 16

static gboolean
is_prefixed_name (const PlxNameReading *r, guint i)
{
  const char *hyphen = strchr (r->tokens[i].form, '-');
  char prefix[8];

  if (hyphen == NULL || !g_unichar_isupper (g_utf8_get_char (hyphen + 1))
      || (gsize) (hyphen - r->tokens[i].form) >= sizeof prefix)
    return FALSE;
  g_strlcpy (prefix, r->tokens[i].lower, (gsize) (hyphen - r->tokens[i].form) + 1);
  return plx_name_word_is (r->lists, prefix, PLX_WORD_PREFIX);
}

/* "To Lam", "The Hague": a listed name of more than one word. */
static gboolean
begins_long_name (const PlxNameReading *r, guint i)
{
  guint end;

  return plx_name_reading_match (r, &r->lists->gazetteer, i, r->n, &end) != NULL && end > i + 1
         && r->tokens[end - 1].capital;
}

/* Whether a capital at the beginning of a sentence belongs to a name. */
static gboolean
is_name_though_initial (const PlxNameReading *r, guint i)
{
  const PlxToken *token = PLX_TOKEN (r->analysis, i);
  guint end;
  gboolean before_capital = plx_name_reading_same_sentence (r, i, i + 1)
                            && r->tokens[i + 1].capital && !r->tokens[i + 1].headline;

  if (plx_name_word_is (r->lists, r->tokens[i].lower, PLX_WORD_INITIAL)
      && !(before_capital && strcmp (token->upos, "NOUN") == 0))
    return begins_long_name (r, i);
  if (strcmp (token->upos, "PROPN") == 0
      || (r->tokens[i].all_capitals && !r->tokens[i].headline))
    return TRUE;
  if (plx_name_reading_match (r, &r->lists->gazetteer, i, r->n, &end) != NULL)
    return TRUE;
  if (g_hash_table_contains (r->capitals, r->tokens[i].lower) && !r->tokens[i].headline)
    return TRUE;
  if (g_hash_table_contains (r->adjectives, r->tokens[i].lower))
    return TRUE;
  if (r->tokens[i].headline)
    return FALSE;
  if (plx_name_reading_is_genitive (r, i + 1) && i + 2 < r->n && r->tokens[i + 2].capital
      && plx_name_reading_is_class (r, i, PLX_WORD_OWNER))
    return TRUE;
  return before_capital && (strcmp (token->upos, "NOUN") == 0 || strcmp (token->upos, "ADJ") == 0);
}

/* "US" in "US$". */
static gboolean
is_of_currency (const PlxNameReading *r, guint i)
{
  return i + 1 < r->n && r->tokens[i + 1].glued
         && g_unichar_type (r->tokens[i + 1].first) == G_UNICODE_CURRENCY_SYMBOL;
}

static gboolean
is_name_token (const PlxNameReading *r, guint i)
{
  const PlxNameToken *token = &r->tokens[i];
  guint end;

  if (!token->capital)
    return is_prefixed_name (r, i);
  if (is_of_currency (r, i))
    return FALSE;
  if (token->form[1] == '-' && g_ascii_islower (token->form[2]))
    return FALSE; // "H-bomb"
  if (token->form[1] == '-' && g_ascii_isupper (token->form[2])
      && plx_name_reading_is (r, (gint64) i - 1, "("))
    return FALSE; // "(R-Texas)"
  if (plx_name_word_is (r->lists, token->lower, PLX_WORD_NEVER))
    return plx_name_reading_match (r, &r->lists->gazetteer, i, r->n, &end) != NULL;
  if (token->form[1] == '\0' && begins_long_name (r, i))
    return TRUE;
  if (token->form[1] == '\0')
    return i > 0 && r->tokens[i - 1].capital && plx_name_reading_same_sentence (r, i, i - 1)
           && !token->initial;
  if (token->initial || token->headline)
    return is_name_though_initial (r, i);
  return !plx_name_word_is (r->lists, token->lower, PLX_WORD_INITIAL)
         || strstr ("PROPN NOUN ADJ", PLX_TOKEN (r->analysis, i)->upos) != NULL
         || begins_long_name (r, i);
}

/* A title in capitals that begins here; soft ones ("General") may be the
 * beginning of another name. */
static const PlxNameRow *
title_at (const PlxNameReading *r, guint i, guint limit, guint *end)
{
  if (!r->tokens[i].capital)
    return NULL;
  return plx_name_reading_match (r, &r->lists->titles, i, limit, end);
}

/* "Ursula von …" behind "President": two words, the first one a given name. */
static gboolean
begins_given_name (const PlxNameReading *r, guint i, guint limit)
{
  return i + 1 < limit && r->tokens[i].capital && r->tokens[i + 1].first != 0
         && g_unichar_isalpha (r->tokens[i + 1].first)
         && plx_name_reading_same_sentence (r, (gint64) i - 1, (gint64) i + 1)
         && g_hash_table_contains (r->lists->given, r->tokens[i].lower)
         && plx_name_table_find (&r->lists->heads, r->tokens[i].lower) == NULL;
}

static gboolean
is_hard_title (const PlxNameReading *r, guint i, guint limit)
{
  guint end;

  if (title_at (r, i, limit, &end) == NULL)
    return FALSE;
  return !(end == i + 1 && plx_name_reading_is_class (r, i, PLX_WORD_SOFT_TITLE))
         || begins_given_name (r, end, limit);
}

/* Signs and small words that hold a name together: "People's", "de", "&". */
static guint
joined_by (const PlxNameReading *r, guint i, guint limit)
{
  guint next = i + 1;

  if (next >= limit || next >= r->n || !plx_name_reading_same_sentence (r, i, next))
    return 0;
  if (plx_name_reading_is_genitive (r, i) && r->tokens[next].capital
      && plx_name_reading_is_class (r, (gint64) i - 1, PLX_WORD_OWNER))
    return next;
  if (!r->tokens[i].glued && plx_name_reading_is_class (r, i, PLX_WORD_PARTICLE))
    {
      if (plx_name_reading_is_class (r, next, PLX_WORD_PARTICLE) && next + 1 < limit)
        next++;
      return r->tokens[next].capital ? next : 0;
    }
  if (strcmp (r->tokens[i].form, "&") == 0 && r->tokens[next].capital)
    return next;
  if (strcmp (r->tokens[i].form, ",") == 0
      && plx_name_reading_is_class (r, next, PLX_WORD_COMPANY_END) && r->tokens[next].capital)
    return next;
  return 0;
}

/* Behind a run of name tokens that begins at @first. */
static guint
run_end (const PlxNameReading *r, guint first, guint limit)
{
  guint i = first + 1;

  limit = MIN (limit, first + MAX_NAME);
  while (i < limit && plx_name_reading_same_sentence (r, first, i))
    {
      guint joined = 0;

      if (is_name_token (r, i))
        {
          i++;
          continue;
        }
      joined = joined_by (r, i, limit);
      if (joined == 0)
        break;
      i = joined + 1;
    }
  return i;
}

static guint head_phrase_end (const PlxNameReading *r, guint first, guint limit, guint depth,
                              PlxEntityKind *kind);

/* Where "and" goes on: "Ministry of Trade and Industry", "Institute for Science
 * and International Security". */
static guint
extend_list (const PlxNameReading *r, guint end, guint limit, PlxEntityKind kind, guint of)
{
  gboolean lists = kind == PLX_ENTITY_GOVERNMENT
                   || (kind == PLX_ENTITY_ORGANISATION
                       && !plx_name_reading_does (r, of, PLX_FUNCTION_OF));

  while (lists && end + 1 < limit
         && (plx_name_reading_does (r, end, PLX_FUNCTION_AND) || plx_name_reading_is (r, end, "&"))
         && plx_name_reading_same_sentence (r, end, end + 1) && is_name_token (r, end + 1)
         && !is_hard_title (r, end + 1, limit))
    {
      guint unused;

      if (plx_name_reading_match (r, &r->lists->gazetteer, end + 1, limit, &unused) != NULL
          || plx_name_reading_match (r, &r->lists->heads, end + 1, limit, &unused) != NULL)
        break;
      end = run_end (r, end + 1, end + 3);
    }
  return end;
}

/* "of the People", "of Foreign Affairs", "for Peace": behind it, or @end. */
static guint
of_phrase_end (const PlxNameReading *r, guint end, guint depth, PlxEntityKind kind)
{
  guint i = end, limit = MIN (r->n, end + MAX_NAME), stop, nested;
  PlxEntityKind unused;

  if (depth > 2 || i + 1 >= r->n || !plx_name_reading_same_sentence (r, end - 1, i + 1)
      || !(plx_name_reading_does (r, i, PLX_FUNCTION_OF | PLX_FUNCTION_FOR)
           || (plx_name_reading_does (r, i, PLX_FUNCTION_ON) && kind == PLX_ENTITY_ORGANISATION)))
    return end;
  i++;
  if (plx_name_reading_does (r, i, PLX_FUNCTION_THE))
    i++;
  if (i >= limit || !plx_name_reading_same_sentence (r, end - 1, i) || !is_name_token (r, i)
      || is_hard_title (r, i, limit))
    return end;
  if (plx_name_reading_does (r, end, PLX_FUNCTION_FOR) && kind != PLX_ENTITY_ORGANISATION
      && kind != PLX_ENTITY_GOVERNMENT)
    return end;
  if (kind == PLX_ENTITY_EVENT || kind == PLX_ENTITY_COMMEMORATION)
    limit = MIN (limit, i + 6);
  nested = head_phrase_end (r, i, limit, depth + 1, &unused);
  if (nested > 0)
    return nested;
  if (plx_name_reading_match (r, &r->lists->gazetteer, i, limit, &stop) != NULL)
    return extend_list (r, stop, limit, kind, end);
  stop = run_end (r, i, limit);
  for (guint k = i + 1; k < stop; k++)
    if (is_hard_title (r, k, limit))
      stop = k;
  return extend_list (r, stop, limit, kind, end);
}

/* "… of Belarus" behind "Ministry of Foreign Affairs". */
static guint
of_state_end (const PlxNameReading *r, guint end)
{
  guint i = end + 1, stop;
  const PlxNameRow *row;

  if (!plx_name_reading_does (r, end, PLX_FUNCTION_OF)
      || !plx_name_reading_same_sentence (r, end - 1, i))
    return end;
  i += plx_name_reading_does (r, i, PLX_FUNCTION_THE);
  if (i >= r->n || !plx_name_reading_same_sentence (r, end - 1, i))
    return end;
  row = plx_name_reading_match (r, &r->lists->gazetteer, i, r->n, &stop);
  return row != NULL && row->kind == PLX_ENTITY_STATE && r->tokens[i].capital ? stop : end;
}

/* "Robert Gates", "Christopher Hill": a given name before a head that is also
 * a surname. */
static gboolean
is_surname_head (const PlxNameReading *r, guint first, guint k)
{
  return k == first + 1 && plx_name_reading_is_class (r, k, PLX_WORD_SURNAME_HEAD)
         && g_hash_table_contains (r->lists->given, r->tokens[first].lower);
}

/* The longest phrase from @first that a head word ends; 0: none. */
static guint
head_phrase_end (const PlxNameReading *r, guint first, guint limit, guint depth,
                 PlxEntityKind *kind)
{
  guint run = run_end (r, first, limit), best = 0;

  for (guint k = first; k < run; k++)
    {
      guint end, with_of;
      const PlxNameRow *head;

      if (k > first && is_hard_title (r, k, run) )
        break;
      if (!r->tokens[k].capital)
        continue;
      head = plx_name_reading_match (r, &r->lists->heads, k, run, &end);
      if (head == NULL || is_surname_head (r, first, k))
        continue;
      with_of = head->of ? of_phrase_end (r, end, depth, head->kind) : end;
      if (k == first && with_of == end && end == k + 1)
        continue;
      if (k == first && with_of > end && head->kind == PLX_ENTITY_OTHER)
        with_of = end;
      if (with_of > end)
        with_of = of_state_end (r, with_of);
      best = with_of;
      *kind = head->kind;
      if (with_of > end)
        break;
      k = end - 1;
    }
  return best;
}

void
plx_names_add_piece (PlxNameReading *r, PlxPiece piece)
{
  piece.key = plx_name_reading_key (r, piece.first, piece.end);
  piece.entity = -1;
  for (guint i = piece.first; i < piece.end; i++)
    r->piece[i] = (gint32) r->pieces->len;
  g_array_append_val (r->pieces, piece);
}

static guint
add_listed (PlxNameReading *r, guint first, guint end, const PlxNameRow *row)
{
  gboolean article = end > first + 1 && plx_name_reading_does (r, first, PLX_FUNCTION_THE);
  PlxPiece piece = { .first = first + article, .end = end, .known = TRUE, .kind = row->kind,
                     .name = row->name, .state = row->state, .why = "gazetteer",
                     .confidence_01 = 0.95f };

  if (row->kind == PLX_ENTITY_NATIONALITY)
    {
      piece.type = PLX_PIECE_NATIONALITY;
      if (row->state != NULL)
        {
          piece.kind = PLX_ENTITY_STATE;
          piece.name = row->state;
        }
    }
  plx_names_add_piece (r, piece);
  return end;
}

/* A listed name of one word that a longer unknown name begins with: "Jordan
 * Peterson", "Israel Katz". */
static gboolean
begins_person (const PlxNameReading *r, guint first, guint end, guint limit,
               const PlxNameRow *row)
{
  guint unused;

  if (end != first + 1 || end >= limit || !r->tokens[end].capital
      || row->kind == PLX_ENTITY_NATIONALITY || row->kind == PLX_ENTITY_PERSON
      || !g_hash_table_contains (r->lists->given, r->tokens[first].lower))
    return FALSE;
  return title_at (r, end, limit, &unused) == NULL
         && plx_name_reading_match (r, &r->lists->heads, end, limit, &unused) == NULL
         && plx_name_reading_match (r, &r->lists->gazetteer, end, limit, &unused) == NULL;
}

/* Whether an unknown run stops before @k: a title or a known longer name. */
static gboolean
stops_run (const PlxNameReading *r, guint first, guint k, guint limit)
{
  const PlxNameRow *row;
  guint end;

  if (is_hard_title (r, k, limit))
    return TRUE;
  row = plx_name_reading_match (r, &r->lists->gazetteer, k, limit, &end);
  if (row == NULL || plx_name_reading_is_genitive (r, (gint64) k - 1))
    return FALSE;
  return end > k + 1
         || (row->kind == PLX_ENTITY_NATIONALITY && k + 1 < limit
             && !g_hash_table_contains (r->lists->given, r->tokens[first].lower))
         || (row->kind == PLX_ENTITY_STATE && strlen (r->tokens[k].form) > 3
             && !g_hash_table_contains (r->lists->given, r->tokens[first].lower));
}

static guint
add_unknown (PlxNameReading *r, guint first, guint limit)
{
  PlxPiece piece = { .first = first, .end = first + 1, .type = PLX_PIECE_NAME,
                     .why = "capital", .confidence_01 = 0.5f };
  const char *state = g_hash_table_lookup (r->adjectives, r->tokens[first].lower);

  if (state != NULL)
    {
      piece.type = PLX_PIECE_NATIONALITY;
      piece.kind = PLX_ENTITY_STATE;
      piece.known = TRUE;
      piece.name = state;
      piece.why = "adjective of a state";
      plx_names_add_piece (r, piece);
      return first + 1;
    }
  while (piece.end < limit && !stops_run (r, first, piece.end, limit))
    piece.end++;
  while (piece.end > first + 1 && !r->tokens[piece.end - 1].capital
         && !is_prefixed_name (r, piece.end - 1))
    piece.end--;
  plx_names_add_piece (r, piece);
  return piece.end;
}

/* A head word alone ("the Party", "Parliament"): a description, not a name. */
static gboolean
is_lone_noun (const PlxNameReading *r, guint first, guint limit)
{
  guint end;

  if (limit != first + 1 && !(first + 1 < limit && !r->tokens[first + 1].capital)
      && !is_hard_title (r, first + 1, limit))
    return FALSE;
  return plx_name_reading_match (r, &r->lists->heads, first, first + 1, &end) != NULL
         || plx_name_reading_match (r, &r->lists->descriptions, first, first + 1, &end) != NULL;
}

/* Behind "Agriculture" of "Minister of Agriculture X"; @first: no such word. */
static guint
portfolio_end (const PlxNameReading *r, guint first, guint limit)
{
  guint end = first;

  if (!plx_name_reading_does (r, (gint64) first - 1, PLX_FUNCTION_OF) || first < 2
      || r->piece[first - 2] < 0
      || PLX_PIECE (r, r->piece[first - 2])->type != PLX_PIECE_TITLE)
    return first;
  while (end < limit
         && (plx_name_reading_is_class (r, end, PLX_WORD_PORTFOLIO)
             || (end > first && plx_name_reading_does (r, end, PLX_FUNCTION_AND))))
    end++;
  return end < limit && r->tokens[end].capital ? end : first;
}

/* The next piece of the run [first, limit). */
static guint
cut_piece (PlxNameReading *r, guint first, guint limit)
{
  guint title_end = 0, listed_end = 0, head_end;
  PlxEntityKind kind = PLX_ENTITY_OTHER;
  const PlxNameRow *title = title_at (r, first, r->n, &title_end);
  const PlxNameRow *listed = plx_name_reading_match (r, &r->lists->gazetteer, first,
                                                     MIN (r->n, first + MAX_NAME), &listed_end);
  gboolean hard = title != NULL && is_hard_title (r, first, limit);

  if (portfolio_end (r, first, limit) > first)
    {
      guint end = portfolio_end (r, first, limit);

      plx_names_add_piece (r, (PlxPiece) { .first = first, .end = end, .type = PLX_PIECE_NOUN,
                                           .known = TRUE, .why = "portfolio" });
      return end;
    }
  head_end = hard ? 0 : head_phrase_end (r, first, MIN (r->n, first + MAX_NAME), 0, &kind);
  if (listed != NULL && listed_end >= head_end && listed_end > title_end
      && !begins_person (r, first, listed_end, limit, listed))
    return add_listed (r, first, listed_end, listed);
  if (head_end > first + 1 || (head_end > first && head_end > title_end && title == NULL))
    {
      plx_names_add_piece (r, (PlxPiece) { .first = first, .end = head_end, .kind = kind,
                                           .known = TRUE, .type = PLX_PIECE_NAME,
                                           .why = "head word", .confidence_01 = 0.85f });
      return head_end;
    }
  if (title != NULL)
    {
      plx_names_add_piece (r, (PlxPiece) { .first = first, .end = title_end, .known = TRUE,
                                           .type = PLX_PIECE_TITLE, .kind = PLX_ENTITY_PERSON,
                                           .why = "title" });
      return title_end;
    }
  if (is_lone_noun (r, first, limit))
    {
      plx_names_add_piece (r, (PlxPiece) { .first = first, .end = first + 1, .known = TRUE,
                                           .type = PLX_PIECE_NOUN, .why = "noun" });
      return first + 1;
    }
  return add_unknown (r, first, limit);
}

/* "Montsame, Mongolia's official news agency,": a name stands beside it. */
static gboolean
is_apposition (const PlxNameReading *r, guint first, guint end)
{
  gint64 before = (gint64) first - 1;

  before -= plx_name_reading_does (r, before, PLX_FUNCTION_THE);
  return plx_name_reading_is (r, before, ",")
         && plx_name_reading_same_sentence (r, before - 1, first) && r->piece[before - 1] >= 0
         && (end >= r->n || !plx_name_reading_same_sentence (r, first, end)
             || strchr (",.;", r->tokens[end].form[0]) != NULL);
}

/* "(Saranian) state media", "Norland's foreign ministry", "the Saranian army":
 * a body of a state, named by a noun in lower case. */
static guint
add_body (PlxNameReading *r, guint first, guint after)
{
  guint noun = plx_name_reading_is_genitive (r, after) ? after + 1 : after, end;
  const PlxPiece *state = PLX_PIECE (r, r->pieces->len - 1);
  const PlxNameRow *row;
  PlxPiece piece = { .first = first, .type = PLX_PIECE_NAME, .known = TRUE,
                     .why = "body of a state", .confidence_01 = 0.85f };

  if (noun >= r->n || !plx_name_reading_same_sentence (r, first, noun) || r->tokens[noun].capital)
    return after;
  row = plx_name_reading_match (r, &r->lists->media_groups, noun, r->n, &end);
  if (row != NULL && is_apposition (r, first, end))
    return after;
  if (row == NULL)
    row = plx_name_reading_match (r, &r->lists->bodies, noun, r->n, &end);
  if (row == NULL || (end < r->n && strcmp (r->tokens[end].form, "-") == 0)
      || is_name_token (r, MIN (end, r->n - 1)))
    return after;
  piece.end = end;
  piece.kind = row->kind;
  piece.state = state->name != NULL ? state->name : state->key;
  plx_names_add_piece (r, piece);
  return end;
}

/* "The coast guard of Sarania": the state just found becomes part of the body. */
static void
take_body_before (PlxNameReading *r)
{
  PlxPiece *piece = PLX_PIECE (r, r->pieces->len - 1);
  guint of = piece->first, end = 0;
  const PlxNameRow *row = NULL;

  of -= of > 0 && plx_name_reading_does (r, (gint64) of - 1, PLX_FUNCTION_THE);
  if (of < 3 || !plx_name_reading_does (r, --of, PLX_FUNCTION_OF)
      || !plx_name_reading_same_sentence (r, (gint64) of - 2, piece->first))
    return;
  for (guint k = of - 1; k > 0 && k + 4 > of && r->piece[k] < 0 && !r->tokens[k].capital; k--)
    {
      row = plx_name_reading_match (r, &r->lists->bodies, k, of, &end);
      if (row == NULL || end != of
          || !plx_name_reading_does (r, (gint64) k - 1, PLX_FUNCTION_THE))
        continue;
      piece->state = piece->name != NULL ? piece->name : piece->key;
      piece->name = NULL;
      piece->first = k;
      piece->kind = row->kind;
      piece->key = plx_name_reading_key (r, k, piece->end);
      piece->why = "body of a state";
      for (guint i = k; i < piece->end; i++)
        r->piece[i] = (gint32) r->pieces->len - 1;
      return;
    }
}

static gboolean
is_state_piece (const PlxPiece *piece)
{
  return piece->type == PLX_PIECE_NATIONALITY
         || (piece->type == PLX_PIECE_NAME && piece->kind == PLX_ENTITY_STATE && piece->known);
}

/* "State television", "state media" without a state before them. */
static guint
add_media_group (PlxNameReading *r, guint i)
{
  guint end;

  if (!plx_name_reading_does (r, i, PLX_FUNCTION_MEDIA_KIND)
      || plx_name_reading_match (r, &r->lists->media_groups, i, r->n, &end) == NULL
      || end == i + 1 || plx_name_reading_is_class (r, (gint64) i - 1, PLX_WORD_OWNING)
      || plx_name_reading_is_genitive (r, (gint64) i - 1)
      || plx_name_reading_does (r, (gint64) i - 1, PLX_FUNCTION_THE)
      || (end < r->n && is_name_token (r, end)))
    return i;
  plx_names_add_piece (r, (PlxPiece) { .first = i, .end = end, .type = PLX_PIECE_NAME,
                                       .known = TRUE, .kind = PLX_ENTITY_MEDIA,
                                       .why = "group of media", .confidence_01 = 0.8f });
  return end;
}

/* Names of lists that are written without a capital ("al-Qaeda"). */
static guint
add_lower (PlxNameReading *r, guint i)
{
  const PlxNameRow *row;
  guint end;

  if (is_of_currency (r, i)
      || (strchr (r->tokens[i].form, '-') == NULL && !g_unichar_isdigit (r->tokens[i].first)
          && !r->tokens[i].all_capitals))
    return i;
  row = plx_name_reading_match (r, &r->lists->gazetteer, i, r->n, &end);
  return row != NULL ? add_listed (r, i, end, row) : i;
}

void
plx_names_find_pieces (PlxNameReading *r)
{
  guint i = 0;

  while (i < r->n)
    {
      guint limit, at = i;

      if (!is_name_token (r, i))
        {
          at = add_media_group (r, i);
          if (at == i)
            at = add_lower (r, i);
          i = MAX (at, i + 1);
          continue;
        }
      limit = run_end (r, i, r->n);
      while (at < limit)
        {
          guint first = at;

          at = cut_piece (r, at, limit);
          if (is_state_piece (PLX_PIECE (r, r->pieces->len - 1)))
            {
              guint n = r->pieces->len;

              at = add_body (r, first, at);
              if (r->pieces->len == n
                  && PLX_PIECE (r, n - 1)->type == PLX_PIECE_NAME)
                take_body_before (r);
            }
          while (at < limit && !is_name_token (r, at))
            at++;
        }
      i = MAX (at, limit);
    }
}

/* Names of an article and the entities that they name. */
void
plx_find_names (const PlxNameLists *lists, const PlxArticleText *article, const PlxSyntax *syntax,
                PlxAnalysis *analysis)
{
  PlxNameReading r;

  plx_name_reading_init (&r, lists, analysis);
  r.syntax = syntax;
  plx_names_find_adjectives (&r);
  plx_names_find_pieces (&r);
  plx_names_ask_network (&r);
  plx_names_decide_kinds (&r);
  plx_entities_make (&r, article);
  plx_roles_add (&r);
  plx_name_reading_clear (&r);
}
