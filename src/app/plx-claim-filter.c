/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-claim-filter.h"

#include "app/plx-cell-style.h"

#include <glib/gi18n-lib.h>
#include <string.h>

PlxClaimFilter *
plx_claim_filter_new (void)
{
  return g_new0 (PlxClaimFilter, 1);
}

void
plx_claim_filter_free (PlxClaimFilter *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->actor);
  g_free (self->source);
  g_free (self);
}

gboolean
plx_claim_filter_is_empty (const PlxClaimFilter *self)
{
  return (self->text == NULL || *self->text == '\0') && self->actor == NULL && self->relations == 0
         && self->spread == PLX_SPREAD_ANY && !self->hide_agreed;
}

const char *
plx_claim_relation_get_word (PlxClaimRelation relation)
{
  switch (relation)
    {
    case PLX_RELATION_DIFFERS: return _("Reported differently");
    case PLX_RELATION_CONTRADICTED: return _("Contradicted");
    case PLX_RELATION_NOT_FOUND: return _("Searched, not found");
    case PLX_RELATION_LEFT_OUT: return _("Left out");
    case PLX_RELATION_NOT_EXAMINED: return _("Not examined");
    case PLX_RELATION_UNCONFIRMED: return _("Not confirmed yet");
    case PLX_RELATION_DECIDED:
    case PLX_N_RELATIONS: break;
    }
  return _("Decided");
}

/* -- one claim -- */

/* What the cells of a claim have in common with a filter; of articles' columns. */
typedef struct {
  guint relations;      // 1 << PlxClaimRelation
  gboolean all_report;
  gboolean source_tells;
  guint n_others, n_others_tell;
} Row;

static void
add_cell (Row *row, const PlxClaimFilter *filter, const PlxCellLook *look)
{
  static const int relation_of[PLX_N_CELL_STATUSES] = {
    [PLX_CELL_NOT_EXAMINED] = PLX_RELATION_NOT_EXAMINED, [PLX_CELL_REPORTED] = -1,
    [PLX_CELL_DIFFERS] = PLX_RELATION_DIFFERS,
    [PLX_CELL_CONTRADICTED] = PLX_RELATION_CONTRADICTED,
    [PLX_CELL_NOT_FOUND] = PLX_RELATION_NOT_FOUND, [PLX_CELL_LEFT_OUT] = PLX_RELATION_LEFT_OUT,
  };
  gboolean is_suggested = (PLX_CELLS_SUGGESTED >> look->cell->status & 1) != 0;

  if (relation_of[look->status] >= 0)
    row->relations |= 1u << relation_of[look->status];
  if (look->is_decided)
    row->relations |= 1u << PLX_RELATION_DECIDED;
  else if (is_suggested)
    row->relations |= 1u << PLX_RELATION_UNCONFIRMED;
  row->all_report &= look->status == PLX_CELL_REPORTED;
  if (g_strcmp0 (filter->source, look->column->name) == 0)
    row->source_tells |= plx_cell_status_is_told (look->status);
  else
    {
      row->n_others++;
      row->n_others_tell += plx_cell_status_is_told (look->status);
    }
}

static Row
read_row (const PlxClaimFilter *filter, PlxStoryComparison *comparison, guint claim)
{
  GPtrArray *columns = comparison->comparison->columns;
  Row row = { .all_report = TRUE };

  for (guint column = 0; column < columns->len; column++)
    if (((PlxColumn *) g_ptr_array_index (columns, column))->article >= 0)
      {
        PlxCellLook look = plx_cell_look (comparison, claim, column);

        add_cell (&row, filter, &look);
      }
  return row;
}

/* Every word stands in the statement, however written. */
static gboolean
has_words (const PlxClaim *claim, char **words)
{
  g_autofree char *folded = NULL;

  if (words == NULL || words[0] == NULL)
    return TRUE;
  folded = g_utf8_casefold (claim->statement, -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
has_actor (const PlxClaim *claim, const char *actor)
{
  return actor == NULL
         || (claim->actors != NULL && g_strv_contains ((const char *const *) claim->actors, actor));
}

static gboolean
matches (const PlxClaimFilter *self, char **words, PlxStoryComparison *comparison, guint claim)
{
  const PlxClaim *it = g_ptr_array_index (comparison->comparison->claims, claim);
  Row row;

  if (!has_words (it, words) || !has_actor (it, self->actor))
    return FALSE;
  if (self->relations == 0 && self->spread == PLX_SPREAD_ANY && !self->hide_agreed)
    return TRUE;
  row = read_row (self, comparison, claim);
  if (self->relations != 0 && (row.relations & self->relations) == 0)
    return FALSE;
  if (self->hide_agreed && row.all_report)
    return FALSE;
  if (self->spread == PLX_SPREAD_ONLY)
    return row.source_tells && row.n_others_tell == 0;
  if (self->spread == PLX_SPREAD_ALL_BUT)
    return !row.source_tells && row.n_others > 0 && row.n_others_tell == row.n_others;
  return TRUE;
}

/* -- order -- */

typedef struct {
  guint claim;
  double by, then;      // the greater, the further up
  guint order;
} Place;

/* What one source tells and another leaves out is a disagreement, even where
 * nothing that is said contradicts anything. */
static double
find_disagreement (PlxStoryComparison *comparison, guint claim)
{
  const double left_out = 0.6;
  double found
    = ((PlxClaim *) g_ptr_array_index (comparison->comparison->claims, claim))->disagreement_01;

  for (guint column = 0;
       column < comparison->comparison->columns->len && found < left_out; column++)
    if (plx_cell_look (comparison, claim, column).status == PLX_CELL_LEFT_OUT)
      found = left_out;
  return found;
}

static Place
find_place (PlxStoryComparison *comparison, guint claim, PlxClaimOrder order)
{
  const PlxClaim *it = g_ptr_array_index (comparison->comparison->claims, claim);
  Place place = { .claim = claim, .then = it->salience_01, .order = it->order };

  if (order == PLX_CLAIMS_BY_DISAGREEMENT)
    place.by = find_disagreement (comparison, claim);
  else if (order == PLX_CLAIMS_BY_ORIGINS)
    place.by = it->origins;
  else if (order == PLX_CLAIMS_BY_APPEARANCE)
    place.then = 0;
  return place;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *x = a, *y = b;

  if (x->by > y->by || x->by < y->by)
    return x->by > y->by ? -1 : 1;
  if (x->then > y->then || x->then < y->then)
    return x->then > y->then ? -1 : 1;
  if (x->order != y->order)
    return x->order < y->order ? -1 : 1;
  return x->claim < y->claim ? -1 : x->claim > y->claim;
}

GArray *
plx_claim_filter_list (const PlxClaimFilter *self, PlxStoryComparison *comparison,
                       PlxClaimOrder order)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autofree char *folded = self->text != NULL ? g_utf8_casefold (self->text, -1) : NULL;
  g_auto (GStrv) words = folded != NULL ? g_strsplit_set (folded, " \t\n", -1) : NULL;
  GArray *claims = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint claim = 0; claim < comparison->comparison->claims->len; claim++)
    if (matches (self, words, comparison, claim))
      {
        Place place = find_place (comparison, claim, order);

        g_array_append_val (places, place);
      }
  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    g_array_append_val (claims, g_array_index (places, Place, i).claim);
  return claims;
}

/* -- actors -- */

typedef struct {
  char *name;
  guint n;
} Actor;

static int
compare_actors (gconstpointer a, gconstpointer b)
{
  const Actor *x = *(const Actor *const *) a, *y = *(const Actor *const *) b;

  return x->n != y->n ? (int) y->n - (int) x->n : g_utf8_collate (x->name, y->name);
}

GPtrArray *
plx_claim_filter_list_actors (PlxStoryComparison *comparison)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < comparison->comparison->claims->len; i++)
    {
      const PlxClaim *claim = g_ptr_array_index (comparison->comparison->claims, i);

      for (char **name = claim->actors; name != NULL && *name != NULL; name++)
        {
          Actor *actor = g_hash_table_lookup (counts, *name);

          if (actor == NULL)
            {
              actor = g_new0 (Actor, 1);
              actor->name = *name;
              g_ptr_array_add (found, actor);
              g_hash_table_insert (counts, *name, actor);
            }
          actor->n++;
        }
    }
  g_ptr_array_sort (found, compare_actors);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (names, g_strdup (((Actor *) g_ptr_array_index (found, i))->name));
  return names;
}
