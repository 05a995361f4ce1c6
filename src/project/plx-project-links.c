/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "project/plx-project-private.h"
#include "store/plx-analyses-table.h"
#include "store/plx-articles-table.h"
#include "store/plx-entities-table.h"
#include "store/plx-sources-table.h"

/* Entities across articles. One entity of an analysis becomes the entity of
 * the project that bears its canonical name, else one that bears another of
 * its full names, else a new one.
 *
 *   1. A name only ties when it can stand alone: of a person a full name, of
 *      anything else a proper name ("SNA", not "the newspaper").
 *   2. A person known by one word ("Kim") is tied inside its story only, and
 *      only when exactly one person there has it as first or last name.
 *   3. An alias never ties two entities that the engine kept apart in one
 *      article.
 *
 * Kinds that engines confuse count as one: a ministry is an organisation here
 * and a government there. */

struct _PlxLinker
{
  GHashTable *by_name;   // "class:folded name" → entity (gint64, boxed)
};

typedef struct {
  PlxLinker *self;
  PlxDb *db;
  const PlxAnalysis *analysis;
  gint64 article, run, story;
  GHashTable *used;      // gint64: entities this article is tied to already
  guint *n_mentions;     // (entities)
} Linking;

static char
class_of (PlxEntityKind kind)
{
  switch (kind)
    {
    case PLX_ENTITY_PERSON:
      return 'p';
    case PLX_ENTITY_ORGANISATION:
    case PLX_ENTITY_GOVERNMENT:
    case PLX_ENTITY_PARTY:
    case PLX_ENTITY_MEDIA:
      return 'o';
    case PLX_ENTITY_STATE:
    case PLX_ENTITY_PLACE:
      return 'l';
    default:
      return (char) ('A' + (int) kind);
    }
}

static gboolean
is_caseless (gunichar ch)
{
  return g_unichar_isalpha (ch) && !g_unichar_isupper (ch) && !g_unichar_islower (ch)
         && !g_unichar_istitle (ch);
}

static gboolean
is_one_word (const char *name)
{
  return strpbrk (name, " \t") == NULL && strstr (name, "\u00a0") == NULL
         && !is_caseless (g_utf8_get_char (name));
}

/* Rule 1. */
static gboolean
stands_alone (char class, const char *name)
{
  if (class == 'p')
    return !is_one_word (name) && g_utf8_strlen (name, -1) >= 2;
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);

      if (g_unichar_isupper (ch) || is_caseless (ch))
        return TRUE;
    }
  return FALSE;
}

static char *
make_key (char class, const char *name)
{
  g_autofree char *folded = plx_source_dup_folded (name);

  return g_strdup_printf ("%c:%s", class, folded);
}

static gint64
look_up (PlxLinker *self, char class, const char *name)
{
  g_autofree char *key = make_key (class, name);
  const gint64 *entity = g_hash_table_lookup (self->by_name, key);

  return entity != NULL ? *entity : 0;
}

/* The first to bear a name keeps it. */
static void
register_name (PlxLinker *self, char class, const char *name, gint64 entity)
{
  g_autofree char *key = make_key (class, name);

  if (stands_alone (class, name) && !g_hash_table_contains (self->by_name, key))
    g_hash_table_insert (self->by_name, g_steal_pointer (&key), g_memdup2 (&entity, sizeof entity));
}

/* what is known */

typedef struct {
  PlxLinker *self;
  GHashTable *classes;   // gint64 → class
} Known;

static void
take_known (const PlxEntityRow *row, gpointer data)
{
  Known *known = data;
  char class = class_of (plx_entity_kind_from_nick (row->kind));

  register_name (known->self, class, row->name, row->id);
  g_hash_table_insert (known->classes, g_memdup2 (&row->id, sizeof row->id),
                       GINT_TO_POINTER (class));
}

static void
take_name (gint64 entity, const char *name, gboolean is_by_hand, gpointer data)
{
  Known *known = data;
  int class = GPOINTER_TO_INT (g_hash_table_lookup (known->classes, &entity));

  if (class != 0)
    register_name (known->self, (char) class, name, entity);
}

PlxLinker *
plx_linker_new (PlxDb *db, GError **error)
{
  g_autoptr (PlxLinker) self = g_new0 (PlxLinker, 1);
  g_autoptr (GHashTable) classes =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Known known = { self, classes };

  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!plx_entity_rows_each_known (db, take_known, &known, error)
      || !plx_entity_names_each (db, take_name, &known, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
plx_linker_free (PlxLinker *self)
{
  g_hash_table_unref (self->by_name);
  g_free (self);
}

/* one article */

static gboolean
is_used (const Linking *linking, gint64 entity)
{
  return g_hash_table_contains (linking->used, &entity);
}

typedef struct {
  const char *word;
  gint64 found;
  guint n_found;
} OneName;

static gboolean
has_as_first_or_last (const char *name, const char *word)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  guint n = g_strv_length (words);

  return n > 1 && (strcmp (words[0], word) == 0 || strcmp (words[n - 1], word) == 0);
}

static void
match_person (const PlxEntityRow *row, gpointer data)
{
  OneName *one = data;

  if (strcmp (row->kind, plx_entity_kind_to_nick (PLX_ENTITY_PERSON)) != 0
      || !has_as_first_or_last (row->name, one->word))
    return;
  one->found = row->id;
  one->n_found++;
}

/* Rule 2. */
static gboolean
find_in_story (Linking *linking, const char *word, gint64 *entity, GError **error)
{
  OneName one = { word, 0, 0 };

  if (linking->story == 0)
    return TRUE;
  if (!plx_entity_links_each_of_story (linking->db, linking->story, match_person, &one, error))
    return FALSE;
  if (one.n_found == 1 && !is_used (linking, one.found))
    *entity = one.found;
  return TRUE;
}

static gboolean
find_entity (Linking *linking, const PlxEntity *local, gint64 *entity, GError **error)
{
  char class = class_of (local->kind);

  *entity = 0;
  if (local->members.n > 0)
    return TRUE;
  if (stands_alone (class, local->name))
    *entity = look_up (linking->self, class, local->name);
  for (guint i = 0; *entity == 0 && i < local->names.n; i++)
    {
      const char *name = PLX_STRING (linking->analysis, local->names.first + i);
      gint64 found = stands_alone (class, name) ? look_up (linking->self, class, name) : 0;

      if (found != 0 && !is_used (linking, found))
        *entity = found;
    }
  if (*entity == 0 && class == 'p' && is_one_word (local->name))
    return find_in_story (linking, local->name, entity, error);
  return TRUE;
}

static void
learn_names (Linking *linking, const PlxEntity *local, gint64 entity)
{
  char class = class_of (local->kind);

  if (local->members.n > 0)
    return;
  register_name (linking->self, class, local->name, entity);
  for (guint i = 0; i < local->names.n; i++)
    register_name (linking->self, class, PLX_STRING (linking->analysis, local->names.first + i),
                   entity);
}

/* "General Secretary of the Workers’ Party of Korea" */
static char *
dup_role (const PlxAnalysis *analysis, const PlxRole *role)
{
  if (role->of < 0)
    return g_strdup (role->title);
  return g_strdup_printf ("%s of %s", role->title, PLX_ENTITY (analysis, role->of)->name);
}

static gboolean
add_link (Linking *linking, guint local, gint64 entity, GError **error)
{
  const PlxAnalysis *analysis = linking->analysis;
  const PlxEntity *from = PLX_ENTITY (analysis, local);
  g_autofree const char **names = g_new0 (const char *, from->names.n + 1);
  g_auto (GStrv) roles = g_new0 (char *, from->roles.n + 1);
  PlxEntityLink link = { linking->article, linking->run, (gint) local, linking->n_mentions[local],
                         names, (const char * const *) roles };

  for (guint i = 0; i < from->names.n; i++)
    names[i] = PLX_STRING (analysis, from->names.first + i);
  for (guint i = 0; i < from->roles.n; i++)
    roles[i] = dup_role (analysis, PLX_ROLE (analysis, from->roles.first + i));
  return plx_entity_links_add (linking->db, &link, entity, error);
}

static gboolean
link_entity (Linking *linking, guint local, GError **error)
{
  const PlxEntity *from = PLX_ENTITY (linking->analysis, local);
  gint64 entity;

  if (!find_entity (linking, from, &entity, error)
      || (entity == 0
          && !plx_entity_rows_add (linking->db, plx_entity_kind_to_nick (from->kind), from->name,
                                   &entity, error)))
    return FALSE;
  learn_names (linking, from, entity);
  g_hash_table_add (linking->used, g_memdup2 (&entity, sizeof entity));
  return add_link (linking, local, entity, error);
}

static void
take_story (const PlxArticleRow *row, gpointer data)
{
  *(gint64 *) data = row->story;
}

/* Persons known by one word come last, when the full names of their own
 * article are tied. */
static gboolean
link_pass (Linking *linking, gboolean is_last, GError **error)
{
  for (guint i = 0; i < linking->analysis->entities->len; i++)
    {
      const PlxEntity *entity = PLX_ENTITY (linking->analysis, i);
      gboolean waits = entity->kind == PLX_ENTITY_PERSON && is_one_word (entity->name);

      if (waits == is_last && !link_entity (linking, i, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
plx_linker_add (PlxLinker *self, PlxDb *db, gint64 article, gint64 run, const PlxAnalysis *analysis,
                GError **error)
{
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree guint *n_mentions = g_new0 (guint, analysis->entities->len + 1);
  Linking linking = { self, db, analysis, article, run, 0, used, n_mentions };

  for (guint i = 0; i < analysis->mentions->len; i++)
    n_mentions[PLX_MENTION (analysis, i)->entity]++;
  return plx_articles_get (db, article, take_story, &linking.story, error)
         && link_pass (&linking, FALSE, error)
         && link_pass (&linking, TRUE, error)
         && plx_analyses_set_linked (db, article, run, error);
}
