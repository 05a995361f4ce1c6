/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-names-private.h"

#include <string.h>

/* The pieces that rules cut, held against the names that the encoder saw. What
 * a list or a head word settled stays, unless it is a part of a longer name.
 * Bounds of open pieces are the encoder's where it is sure. Names that rules
 * missed become pieces. A piece that the encoder takes for none is marked so;
 * plx-name-kinds.c asks the whole article before it drops one. */

/* From here on a name's bounds are believed against those of open pieces, of
 * settled ones, and where no rule sees a name at all. */
#define BOUNDS_P 0.5f
#define OVER_LIST_P 0.6f
#define NEW_NAME_P 0.55f
#define NEW_LOWER_P 0.8f
/* A list's kind is open to doubt from here on. */
#define OTHER_KIND_P 0.85f

typedef struct {
  guint first, end;      // tokens
  PlxEntityKind kind;
  float p;
} SeenName;

static PlxEntityKind
kind_of_label (const char *label)
{
  static const struct { const char *label; PlxEntityKind kind; } kinds[] = {
    { "PER", PLX_ENTITY_PERSON },  { "ORG", PLX_ENTITY_ORGANISATION },
    { "LOC", PLX_ENTITY_PLACE },   { "STATE", PLX_ENTITY_STATE },
    { "PARTY", PLX_ENTITY_PARTY }, { "NORP", PLX_ENTITY_NATIONALITY },
    { "EVT", PLX_ENTITY_EVENT },   { "PROD", PLX_ENTITY_PRODUCT },
    { "FAC", PLX_ENTITY_FACILITY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].label, label) == 0)
      return kinds[i].kind;
  return PLX_ENTITY_OTHER;
}

/* Behind the name whose label begins at @first. */
static guint
label_end (const PlxNameReading *r, guint first)
{
  guint end = first + 1;

  while (end < r->n && plx_name_reading_same_sentence (r, first, end)
         && plx_syntax_get_name (r->syntax, end)[0] == 'I')
    end++;
  return end;
}

static gboolean
is_title (const PlxNameReading *r, guint i)
{
  return r->piece[i] >= 0 && PLX_PIECE (r, r->piece[i])->type == PLX_PIECE_TITLE;
}

/* Articles and titles before persons are no part of a name; ", Inc." is one. */
static void
set_bounds (const PlxNameReading *r, SeenName *seen)
{
  if (seen->end > seen->first + 1 && plx_name_reading_does (r, seen->first, PLX_FUNCTION_THE))
    seen->first++;
  if (seen->kind == PLX_ENTITY_PERSON)
    while (seen->end > seen->first + 1 && is_title (r, seen->first))
      seen->first++;
  else if (plx_name_reading_is (r, seen->end, ",")
           && plx_name_reading_is_class (r, seen->end + 1, PLX_WORD_COMPANY_END)
           && r->tokens[seen->end + 1].capital)
    seen->end += 2;
}

static gboolean
has_letter (const PlxNameReading *r, const SeenName *seen, gboolean capital)
{
  for (guint i = seen->first; i < seen->end; i++)
    if (capital ? r->tokens[i].capital || r->tokens[i].all_capitals
                : g_unichar_isalpha (r->tokens[i].first))
      return TRUE;
  return FALSE;
}

/* The names the encoder saw, in order. */
static GArray *
collect_seen (const PlxNameReading *r)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (SeenName));

  for (guint i = 0; i < r->n;)
    {
      const char *label = plx_syntax_get_name (r->syntax, i);
      SeenName seen = { .first = i };

      if (label[0] == 'O')
        {
          i++;
          continue;
        }
      seen.end = label_end (r, i);
      seen.kind = kind_of_label (label + 2);
      for (guint k = i; k < seen.end; k++)
        seen.p += r->syntax->names_p[k] / (float) (seen.end - i);
      set_bounds (r, &seen);
      i = seen.end;
      if (has_letter (r, &seen, FALSE))
        g_array_append_val (all, seen);
    }
  return all;
}

/* How sure the encoder is that no token of the piece is in a name; 0 when
 * one is. */
static float
sure_of_none (const PlxNameReading *r, const PlxPiece *piece)
{
  float p = 0;

  for (guint i = piece->first; i < piece->end; i++)
    {
      if (plx_syntax_get_name (r->syntax, i)[0] != 'O')
        return 0;
      p += r->syntax->names_p[i];
    }
  return p / (float) (piece->end - piece->first);
}

static gboolean
is_settled_name (const PlxPiece *piece)
{
  return piece->known && (piece->type == PLX_PIECE_NAME || piece->type == PLX_PIECE_NATIONALITY);
}

/* Whether the pieces [first, end) give way to a name that the encoder saw. */
static gboolean
gives_way (const PlxNameReading *r, const SeenName *seen, guint first, guint end)
{
  guint n_states = 0;

  if (first == end)
    return seen->p >= (has_letter (r, seen, TRUE) ? NEW_NAME_P : NEW_LOWER_P);
  for (guint i = first; i < end; i++)
    {
      const PlxPiece *piece = PLX_PIECE (r, i);
      gboolean inside = piece->first >= seen->first && piece->end <= seen->end;

      if (piece->first == seen->first && piece->end == seen->end)
        return FALSE;
      if (piece->type == PLX_PIECE_TITLE && seen->kind == PLX_ENTITY_PERSON)
        return FALSE;
      if (piece->known && (!inside || seen->p < OVER_LIST_P))
        return FALSE;
      n_states += is_settled_name (piece) && piece->kind == PLX_ENTITY_STATE;
    }
  return seen->p >= BOUNDS_P && n_states < 2;
}

static void
take_seen (PlxNameReading *r, GArray *pieces, const SeenName *seen)
{
  PlxPiece piece = { .first = seen->first, .end = seen->end, .type = PLX_PIECE_NAME,
                     .why = "network", .confidence_01 = seen->p, .seen = seen->kind,
                     .seen_p = seen->p, .entity = -1 };

  piece.key = plx_name_reading_key (r, piece.first, piece.end);
  g_array_append_val (pieces, piece);
}

/* A list's word that is somebody's or something's name here: "Georgia said
 * she". Its kind goes back to the vote. */
static void
doubt_list (const PlxNameReading *r, PlxPiece *piece)
{
  if (!piece->known || piece->type != PLX_PIECE_NAME || piece->end != piece->first + 1
      || strcmp (piece->why, "gazetteer") != 0 || piece->seen != PLX_ENTITY_PERSON
      || piece->kind == PLX_ENTITY_PERSON || piece->seen_p < OTHER_KIND_P
      || !(g_hash_table_contains (r->lists->given, r->tokens[piece->first].lower)
           || g_hash_table_contains (r->lists->family, r->tokens[piece->first].lower)))
    return;
  piece->known = FALSE;
  piece->name = piece->state = NULL;
}

static void
mark_piece (const PlxNameReading *r, PlxPiece *piece, const SeenName *seen)
{
  if (seen == NULL)
    piece->seen_p = -sure_of_none (r, piece);
  else if (piece->first <= seen->first && seen->end <= piece->end
           && 2 * (seen->end - seen->first) > piece->end - piece->first)
    {
      piece->seen = seen->kind;
      piece->seen_p = seen->p;
      if (piece->first == seen->first && piece->end == seen->end)
        doubt_list (r, piece);
    }
}

static void
replace_pieces (PlxNameReading *r, GArray *pieces)
{
  g_array_unref (r->pieces);
  r->pieces = pieces;
  for (guint i = 0; i < r->n; i++)
    r->piece[i] = -1;
  for (guint k = 0; k < pieces->len; k++)
    for (guint i = PLX_PIECE (r, k)->first; i < PLX_PIECE (r, k)->end; i++)
      r->piece[i] = (gint32) k;
}

/* Holds the pieces against what the encoder saw; nothing without it. */
void
plx_names_ask_network (PlxNameReading *r)
{
  g_autoptr (GArray) all = NULL;
  GArray *pieces;
  guint at = 0;

  if (r->syntax == NULL || r->syntax->names == NULL)
    return;
  all = collect_seen (r);
  pieces = g_array_new (FALSE, TRUE, sizeof (PlxPiece));
  for (guint s = 0; s <= all->len; s++)
    {
      const SeenName *seen = s < all->len ? &g_array_index (all, SeenName, s) : NULL;
      guint end;

      for (; at < r->pieces->len && (seen == NULL || PLX_PIECE (r, at)->end <= seen->first); at++)
        {
          if (PLX_PIECE (r, at)->seen_p == 0)
            mark_piece (r, PLX_PIECE (r, at), NULL);
          g_array_append_val (pieces, *PLX_PIECE (r, at));
        }
      if (seen == NULL)
        break;
      for (end = at; end < r->pieces->len && PLX_PIECE (r, end)->first < seen->end; end++)
        mark_piece (r, PLX_PIECE (r, end), seen);
      if (gives_way (r, seen, at, end))
        {
          take_seen (r, pieces, seen);
          at = end;
        }
    }
  replace_pieces (r, pieces);
}
