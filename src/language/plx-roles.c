/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-names-private.h"

#include <string.h>

/* Offices of persons: "Chinese President Xi", "Kim, General Secretary of …",
 * "A spokesman for the Alliance, Tomas Reed". A role is a noun phrase whose
 * head is a title, with what is before it and its of-phrases. */

#define MAX_MODIFIERS 9
#define MAX_COMPLEMENTS 4
#define MAX_BEFORE 16

static gboolean
is_article (const PlxNameReading *r, gint64 i)
{
  return plx_name_reading_has_upos (r, i, "DET")
         || (i >= 0 && i < r->n && g_strcmp0 (PLX_TOKEN (r->analysis, i)->xpos, "PRP$") == 0);
}

static gboolean
is_nominal (const PlxNameReading *r, gint64 i)
{
  return plx_name_reading_has_upos (r, i, "NOUN") || plx_name_reading_has_upos (r, i, "PROPN")
         || plx_name_reading_has_upos (r, i, "ADJ");
}

/* What may stand before the head of a role inside its noun phrase. */
static gboolean
is_modifier (const PlxNameReading *r, gint64 i)
{
  return is_nominal (r, i) || plx_name_reading_is_genitive (r, i)
         || plx_name_reading_is_class (r, i, PLX_WORD_ROLE_MODIFIER)
         || plx_name_reading_is (r, i, "-") || plx_name_reading_does (r, i, PLX_FUNCTION_AND)
         || (i >= 0 && i < r->n && r->piece[i] >= 0)
         || (i >= 0 && i < r->n && g_strcmp0 (PLX_TOKEN (r->analysis, i)->xpos, "VBN") == 0);
}

/* "of the Workers' Party of Korea", "for Peace at the Gulf Institute". */
static guint
complements_end (const PlxNameReading *r, guint end, gint32 *of)
{
  for (guint k = 0; k < MAX_COMPLEMENTS; k++)
    {
      guint i = end + 1;
      gboolean noun = FALSE;

      if (!plx_name_reading_is_class (r, end, PLX_WORD_ROLE_PREPOSITION)
          || !plx_name_reading_same_sentence (r, end, i))
        return end;
      if (is_article (r, i))
        i++;
      while (plx_name_reading_same_sentence (r, end, i))
        {
          if (r->piece[i] >= 0 && PLX_PIECE (r, r->piece[i])->type != PLX_PIECE_TITLE)
            {
              const PlxPiece *piece = PLX_PIECE (r, r->piece[i]);

              if (*of < 0 && piece->type != PLX_PIECE_NOUN)
                *of = r->piece[i];
              noun = TRUE;
              i = MAX (piece->end, i + 1);
            }
          else if (is_nominal (r, i) || plx_name_reading_is_genitive (r, i)
                   || (noun && plx_name_reading_does (r, i, PLX_FUNCTION_AND)
                       && is_nominal (r, i + 1) && !r->tokens[i + 1].capital))
            noun |= plx_name_reading_has_upos (r, i++, "NOUN");
          else
            break;
        }
      if (!noun)
        return end;
      end = i;
    }
  return end;
}

/**
 * plx_role_at:
 *
 * Reads a role that begins at @first (an article counts as its beginning and
 * is left out of it).
 *
 * Returns: FALSE when no noun phrase with a title as its head begins there
 */
gboolean
plx_role_at (const PlxNameReading *r, guint first, guint limit, PlxRolePhrase *role)
{
  guint i = first, start;
  gint32 before = -1;

  limit = MIN (limit, r->n);
  while (i < limit && is_article (r, i))
    i++;
  start = i;
  for (; i < MIN (limit, start + MAX_MODIFIERS) && plx_name_reading_same_sentence (r, first, i);
       i++)
    {
      guint end;
      const PlxNameRow *title = plx_name_reading_match (r, &r->lists->titles, i, limit, &end);

      if (title != NULL && title->class != PLX_TITLE_ADDRESS
          && !plx_name_reading_has_upos (r, end, "NOUN") && !plx_name_reading_is (r, end, "-")
          && !plx_name_reading_is_genitive (r, end))
        {
          *role = (PlxRolePhrase) { .first = start, .of = -1, .title = i, .title_end = end,
                                    .gender = title->gender };
          role->end = complements_end (r, end, &role->of);
          if (role->of < 0)
            role->of = before;
          return role->end <= limit;
        }
      if (!is_modifier (r, i))
        return FALSE;
      if (r->piece[i] >= 0 && PLX_PIECE (r, r->piece[i])->type != PLX_PIECE_TITLE
          && PLX_PIECE (r, r->piece[i])->type != PLX_PIECE_NOUN)
        before = r->piece[i];
    }
  return FALSE;
}

/* Whether a role in apposition ends where it should. */
static gboolean
is_closed (const PlxNameReading *r, guint first, guint end)
{
  return !plx_name_reading_same_sentence (r, first, end)
         || strchr (",.;:)", r->tokens[end].form[0]) != NULL || r->tokens[end].first == 0x2013
         || r->tokens[end].first == 0x2014 || plx_name_reading_does (r, end, PLX_FUNCTION_WHO)
         || plx_name_reading_does (r, end, PLX_FUNCTION_AND);
}

/* ", General Secretary of …," right behind a name. */
gboolean
plx_role_after (const PlxNameReading *r, guint index, PlxRolePhrase *role)
{
  const PlxPiece *piece = PLX_PIECE (r, index);

  if (!plx_name_reading_is (r, piece->end, ",")
      || !plx_name_reading_same_sentence (r, piece->first, piece->end + 1))
    return FALSE;
  return plx_role_at (r, piece->end + 1, r->n, role) && is_closed (r, piece->first, role->end);
}

/* The title whose last word is right before @end; its first token. */
static gboolean
title_before (const PlxNameReading *r, guint end, PlxRolePhrase *role)
{
  gboolean found = FALSE;

  for (guint i = end; i-- > 0 && i + 6 > end && plx_name_reading_same_sentence (r, i, end - 1);)
    {
      guint stop;
      const PlxNameRow *title = plx_name_reading_match (r, &r->lists->titles, i, end, &stop);

      if (title == NULL || stop != end)
        continue;
      if (title->class == PLX_TITLE_ADDRESS)
        {
          if (!found)
            *role = (PlxRolePhrase) { i, end, -1, end, end, title->gender };
        }
      else
        *role = (PlxRolePhrase) { i, end, -1, i, end, title->gender };
      found = TRUE;
    }
  return found;
}

/* Takes in what stands before a title: "Norland's", "former", "Chinese". */
static void
extend_left (const PlxNameReading *r, PlxRolePhrase *role)
{
  guint end = role->first;

  while (role->first > 0 && role->first + MAX_MODIFIERS > end
         && plx_name_reading_same_sentence (r, role->first - 1, end))
    {
      guint i = role->first - 1;
      const PlxToken *token = PLX_TOKEN (r->analysis, i);

      if (r->piece[i] >= 0 && PLX_PIECE (r, r->piece[i])->type != PLX_PIECE_TITLE)
        {
          const PlxPiece *piece = PLX_PIECE (r, r->piece[i]);

          if (piece->kind == PLX_ENTITY_PERSON && piece->known
              && !plx_name_reading_is_genitive (r, role->first))
            return;
          if (role->of < 0)
            role->of = r->piece[i];
          role->first = piece->first;
        }
      else if (plx_name_reading_is_genitive (r, i) && i > 0 && r->piece[i - 1] >= 0)
        role->first = i;
      else if (r->piece[i] >= 0 || g_strcmp0 (token->xpos, "NN") == 0
               || strcmp (token->upos, "ADJ") == 0
               || plx_name_reading_is_class (r, i, PLX_WORD_ROLE_MODIFIER))
        role->first = i;
      else
        return;
    }
}

/* "President of Russia Vladimir Putin": the title before an of-phrase that
 * ends where the name begins. */
static gboolean
title_with_of_before (const PlxNameReading *r, guint end, PlxRolePhrase *role)
{
  gint32 of = end > 0 ? r->piece[end - 1] : -1;
  guint i;

  if (of < 0 || PLX_PIECE (r, of)->end != end)
    return FALSE;
  i = PLX_PIECE (r, of)->first;
  if (i > 0 && plx_name_reading_does (r, (gint64) i - 1, PLX_FUNCTION_THE))
    i--;
  if (i < 2 || !plx_name_reading_does (r, (gint64) i - 1, PLX_FUNCTION_OF)
      || !title_before (r, i - 1, role)
      || role->title == role->title_end)
    return FALSE;
  role->of = of;
  role->end = end;
  extend_left (r, role);
  return TRUE;
}

/* "A spokesman for the Gulf Alliance, " before a name. */
static gboolean
apposition_before (const PlxNameReading *r, guint comma, PlxRolePhrase *role)
{
  for (guint s = comma; s-- > 0 && s + MAX_BEFORE > comma
                        && plx_name_reading_same_sentence (r, s, comma);)
    {
      gboolean begins = is_article (r, s) || s == 0
                        || !plx_name_reading_same_sentence (r, s, (gint64) s - 1)
                        || !(is_modifier (r, (gint64) s - 1) || is_article (r, (gint64) s - 1));

      if (!begins || !plx_role_at (r, s, comma, role) || role->end != comma)
        continue;
      return !(s >= 2 && plx_name_reading_is (r, (gint64) s - 1, ",") && r->piece[s - 2] >= 0);
    }
  return FALSE;
}

/* "President Lian Hao of Sarania": the state behind the name. */
static void
take_state_after (const PlxNameReading *r, guint end, PlxRolePhrase *role)
{
  if (role->of < 0 && plx_name_reading_does (r, end, PLX_FUNCTION_OF) && end + 1 < r->n
      && plx_name_reading_same_sentence (r, end, end + 1) && r->piece[end + 1] >= 0)
    role->of = r->piece[end + 1];
}

/* The role right before a name, with or without a comma between. */
gboolean
plx_role_before (const PlxNameReading *r, guint index, PlxRolePhrase *role)
{
  guint first = PLX_PIECE (r, index)->first;

  if (first == 0 || !plx_name_reading_same_sentence (r, first, (gint64) first - 1))
    return FALSE;
  if (plx_name_reading_is (r, (gint64) first - 1, ","))
    return apposition_before (r, first - 1, role);
  if (title_before (r, first, role))
    {
      if (role->title < role->title_end)
        extend_left (r, role);
      take_state_after (r, PLX_PIECE (r, index)->end, role);
      return TRUE;
    }
  return title_with_of_before (r, first, role);
}

typedef struct {
  const char *title;
  gint32 of;
  GArray *spans;
} RoleRow;

static void
free_role_rows (gpointer data)
{
  GArray *rows = data;

  for (guint i = 0; i < rows->len; i++)
    g_array_unref (g_array_index (rows, RoleRow, i).spans);
  g_array_unref (rows);
}

/* Same office of the same body: one role seen again. */
static void
note_role (PlxNameReading *r, GHashTable *all, gint32 entity, const PlxRolePhrase *role)
{
  GArray *rows = g_hash_table_lookup (all, GINT_TO_POINTER (entity));
  PlxSpan span = plx_name_reading_span (r, role->first, role->end);
  RoleRow row = { NULL, role->of >= 0 ? PLX_PIECE (r, role->of)->entity : -1, NULL };

  if (rows == NULL)
    {
      rows = g_array_new (FALSE, FALSE, sizeof (RoleRow));
      g_hash_table_insert (all, GINT_TO_POINTER (entity), rows);
    }
  row.title = plx_analysis_intern_span (r->analysis,
                                        plx_name_reading_span (r, role->title, role->title_end));
  for (guint i = 0; i < rows->len; i++)
    {
      RoleRow *known = &g_array_index (rows, RoleRow, i);

      if (g_ascii_strcasecmp (known->title, row.title) == 0 && known->of == row.of)
        {
          g_array_append_val (known->spans, span);
          return;
        }
    }
  row.spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  g_array_append_val (row.spans, span);
  g_array_append_val (rows, row);
}

/* Adds the mention and drops names that are only part of it: "Chinese" in
 * "Chinese President" names no actor. */
static void
take_role (PlxNameReading *r, GHashTable *all, guint index, const PlxRolePhrase *role)
{
  gint32 entity = PLX_PIECE (r, index)->entity;

  if (role->title >= role->title_end || entity < 0)
    return;
  note_role (r, all, entity, role);
  plx_entities_mention (r->analysis, entity, plx_name_reading_span (r, role->first, role->end),
                        PLX_ENTITY_PERSON, PLX_FORM_ROLE, 0.9f, "office of a name");
}

static void
write_roles (PlxAnalysis *analysis, GHashTable *all)
{
  for (guint e = 0; e < analysis->entities->len; e++)
    {
      GArray *rows = g_hash_table_lookup (all, GINT_TO_POINTER ((gint32) e));

      if (rows == NULL)
        continue;
      PLX_ENTITY (analysis, e)->roles = (PlxSlice) { analysis->roles->len, rows->len };
      for (guint i = 0; i < rows->len; i++)
        {
          RoleRow *row = &g_array_index (rows, RoleRow, i);
          PlxRole role = { row->title, row->of, { 0, 0 } };

          role.spans = plx_analysis_add_spans (analysis, (PlxSpan *) row->spans->data,
                                               row->spans->len);
          g_array_append_val (analysis->roles, role);
        }
    }
}

/* Roles of every named person, once the entities are there. */
void
plx_roles_add (PlxNameReading *r)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (NULL, NULL, NULL, free_role_rows);

  for (guint i = 0; i < r->pieces->len; i++)
    {
      PlxRolePhrase role;

      if (PLX_PIECE (r, i)->kind != PLX_ENTITY_PERSON || PLX_PIECE (r, i)->type != PLX_PIECE_NAME)
        continue;
      if (plx_role_before (r, i, &role))
        take_role (r, all, i, &role);
      if (!plx_role_after (r, i, &role))
        continue;
      take_role (r, all, i, &role);
      while (plx_name_reading_does (r, role.end, PLX_FUNCTION_AND)
             && plx_role_at (r, role.end + 1, r->n, &role) && is_closed (r, role.first, role.end))
        take_role (r, all, i, &role);
    }
  write_roles (r->analysis, all);
}
