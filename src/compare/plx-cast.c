/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-cast.h"

#include "compare/plx-compare-private.h"
#include "language/plx-likeness.h"

#include <string.h>

/* Candidates come from buckets: members are compared only with those that share
 * a whole name, a first word, a last word or initials. */

/* A bucket compares no more: a thousand people called Kim are told apart by
 * their full names alone. */
enum { MAX_BUCKET = 48 };

typedef struct {
  const char *name;
  guint n_articles;
} Called;

typedef struct {
  PlxEntityKind kind;
  GArray *called;        // Called: its full names, by first appearance
  char **words;          // of the first of them, folded
  gboolean is_named;
} Draft;

typedef struct {
  GPtrArray *drafts;     // Draft
  GHashTable *by_name;   // folded name → GArray of guint
  GHashTable *by_word;   // "<first" "last>" word → GArray of guint
} Casting;

static void
draft_free (gpointer data)
{
  Draft *draft = data;

  g_array_unref (draft->called);
  g_strfreev (draft->words);
  g_free (draft);
}

/* The words of a name in lower case, "the" left out: "J. Christopher Stevens"
 * gives j christopher stevens. */
static char **
split_name (const char *name)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);
  g_autoptr (GString) plain = g_string_new (NULL);
  GPtrArray *words = g_ptr_array_new ();
  g_auto (GStrv) parts = NULL;

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        g_string_append_unichar (plain, c);
      else if (c != '.' && c != '\'' && c != 0x2019)
        g_string_append_c (plain, ' ');
    }
  parts = g_strsplit (plain->str, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0' && (words->len > 0 || strcmp (parts[i], "the") != 0))
      g_ptr_array_add (words, g_strdup (parts[i]));
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (words, FALSE);
}

static gboolean
is_generation (const char *word)
{
  return strcmp (word, "jr") == 0 || strcmp (word, "sr") == 0 || strcmp (word, "ii") == 0
         || strcmp (word, "iii") == 0;
}

/* Drops "Jr." where more than it remains. */
static void
drop_generation (char **words)
{
  guint n = g_strv_length (words);

  if (n > 2 && is_generation (words[n - 1]))
    g_clear_pointer (&words[n - 1], g_free);
}

/* "chris" and "christopher", "j" and "john". */
static gboolean
given_agree (const char *a, const char *b)
{
  gsize n = strlen (a), m = strlen (b);

  if (n == 1 || m == 1)
    return *a == *b;
  return MIN (n, m) >= 2 ? strncmp (a, b, MIN (n, m)) == 0 : strcmp (a, b) == 0;
}

/* Two people of one surname: a given name agrees, and no initial behind it
 * excludes the other's ("George W. Bush", "George H. W. Bush"). */
static gboolean
people_agree (char **a, char **b)
{
  guint n = g_strv_length (a), m = g_strv_length (b);

  if (n < 2 || m < 2 || strcmp (a[n - 1], b[m - 1]) != 0)
    return FALSE;
  if (given_agree (a[0], b[0]))
    return n < 3 || m < 3 || (strlen (a[1]) > 1 && strlen (b[1]) > 1) || *a[1] == *b[1];
  for (guint i = 0; i + 1 < n; i++)
    for (guint j = 0; j + 1 < m; j++)
      if ((i > 0 || j > 0) && strlen (a[i]) > 2 && strlen (b[j]) > 2
          && given_agree (a[i], b[j]))
        return TRUE;
  return FALSE;
}

static gboolean
is_person (PlxEntityKind kind)
{
  return kind == PLX_ENTITY_PERSON;
}

static gboolean
may_join (const Draft *draft, PlxEntityKind kind, const char *name, char **words)
{
  PlxNamed one = { kind, name, NULL };
  PlxNamed other = { draft->kind, g_array_index (draft->called, Called, 0).name, NULL };
  PlxLikeness likeness;

  if (is_person (kind) != is_person (draft->kind))
    return FALSE;
  if (is_person (kind) && people_agree (draft->words, words))
    return TRUE;
  if (kind == PLX_ENTITY_MEDIA && draft->kind == PLX_ENTITY_MEDIA
      && plx_names_are_same (other.name, name))
    return TRUE;
  likeness = plx_likeness_judge (&one, &other);
  if (is_person (kind))
    return (likeness == PLX_LIKE_SPELLING || likeness == PLX_LIKE_ORDER)
           && g_strv_length (words) > 1;
  return likeness == PLX_LIKE_SPELLING || likeness == PLX_LIKE_INITIALS;
}

static void
bucket_add (GHashTable *buckets, char *key, guint draft)
{
  GArray *bucket = g_hash_table_lookup (buckets, key);

  if (bucket == NULL)
    {
      bucket = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (buckets, key, bucket);
    }
  else
    g_free (key);
  if (bucket->len == 0 || g_array_index (bucket, guint, bucket->len - 1) != draft)
    g_array_append_val (bucket, draft);
}

static gint
bucket_search (const Casting *casting, const char *key, PlxEntityKind kind, const char *name,
               char **words)
{
  const GArray *bucket = g_hash_table_lookup (casting->by_word, key);

  for (guint i = 0; bucket != NULL && i < MIN (bucket->len, MAX_BUCKET); i++)
    {
      guint draft = g_array_index (bucket, guint, i);

      if (may_join (g_ptr_array_index (casting->drafts, draft), kind, name, words))
        return (gint) draft;
    }
  return -1;
}

/* The same name in full; a person and a place of one name are two. */
static gint
search_name (const Casting *casting, PlxEntityKind kind, char **words)
{
  g_autofree char *key = g_strjoinv (" ", words);
  const GArray *bucket = g_hash_table_lookup (casting->by_name, key);

  for (guint i = 0; bucket != NULL && i < MIN (bucket->len, MAX_BUCKET); i++)
    {
      const Draft *draft = g_ptr_array_index (casting->drafts, g_array_index (bucket, guint, i));

      if (is_person (kind) == is_person (draft->kind) || kind == PLX_ENTITY_OTHER
          || draft->kind == PLX_ENTITY_OTHER)
        return (gint) g_array_index (bucket, guint, i);
    }
  return -1;
}

/* The capitals that words begin with, or a lone word: what an acronym shares
 * with its name in full. */
static char *
dup_initials (const char *name, char **words)
{
  GString *out = g_string_new ("=");
  gboolean starts = TRUE;

  if (words[0] != NULL && words[1] == NULL)
    g_string_append (out, words[0]);
  else
    for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
      {
        gunichar c = g_utf8_get_char (p);

        if (starts && g_unichar_isupper (c))
          g_string_append_unichar (out, g_unichar_tolower (c));
        starts = !g_unichar_isalnum (c) && c != '\'' && c != 0x2019;
      }
  return g_string_free (out, FALSE);
}

static gboolean
is_proper (const char *name)
{
  return !g_unichar_islower (g_utf8_get_char (name));
}

static gint
search (const Casting *casting, PlxEntityKind kind, const char *name, char **words)
{
  guint n = g_strv_length (words);
  gint found = search_name (casting, kind, words);

  if (found < 0 && is_proper (name))
    {
      g_autofree char *first = g_strconcat ("<", words[0], NULL);
      g_autofree char *last = g_strconcat (">", words[n - 1], NULL);
      g_autofree char *initials = dup_initials (name, words);
      const char *const keys[] = { last, first, initials };

      for (guint i = 0; i < G_N_ELEMENTS (keys) && found < 0; i++)
        found = bucket_search (casting, keys[i], kind, name, words);
    }
  return found;
}

static void
add_keys (Casting *casting, guint draft, const char *name, char **words)
{
  bucket_add (casting->by_name, g_strjoinv (" ", words), draft);
  if (!is_proper (name))
    return;
  bucket_add (casting->by_word, g_strconcat ("<", words[0], NULL), draft);
  bucket_add (casting->by_word, g_strconcat (">", words[g_strv_length (words) - 1], NULL), draft);
  bucket_add (casting->by_word, dup_initials (name, words), draft);
}

static void
count_name (Draft *draft, const char *name)
{
  for (guint i = 0; i < draft->called->len; i++)
    {
      Called *called = &g_array_index (draft->called, Called, i);

      if (strcmp (called->name, name) == 0)
        {
          called->n_articles++;
          return;
        }
    }
  g_array_append_val (draft->called, ((Called) { name, 1 }));
}

/* Other forms that an article uses tie the names of bodies and places, never
 * those of people: two brothers share theirs. */
static gint
search_forms (Casting *casting, const PlxAnalysis *analysis, const PlxEntity *entity)
{
  gint found = -1;

  for (guint i = 0; i < entity->names.n && found < 0 && !is_person (entity->kind); i++)
    {
      g_auto (GStrv) words = split_name (PLX_STRING (analysis, entity->names.first + i));

      if (words[0] != NULL)
        found = search_name (casting, entity->kind, words);
    }
  return found;
}

static gint
cast_entity (Casting *casting, const PlxAnalysis *analysis, const PlxEntity *entity)
{
  g_auto (GStrv) words = entity->name != NULL ? split_name (entity->name) : NULL;
  Draft *draft;
  gint found;

  if (words == NULL || words[0] == NULL)
    return -1;
  drop_generation (words);
  found = search (casting, entity->kind, entity->name, words);
  if (found < 0)
    found = search_forms (casting, analysis, entity);
  if (found < 0)
    {
      draft = g_new0 (Draft, 1);
      draft->kind = entity->kind;
      draft->called = g_array_new (FALSE, FALSE, sizeof (Called));
      draft->words = g_strdupv (words);
      g_ptr_array_add (casting->drafts, draft);
      found = (gint) casting->drafts->len - 1;
    }
  draft = g_ptr_array_index (casting->drafts, (guint) found);
  count_name (draft, entity->name);
  add_keys (casting, (guint) found, entity->name, words);
  for (guint i = 0; i < entity->names.n && !is_person (entity->kind); i++)
    {
      const char *form = PLX_STRING (analysis, entity->names.first + i);
      g_auto (GStrv) others = split_name (form);

      if (others[0] != NULL && is_proper (form))
        bucket_add (casting->by_name, g_strjoinv (" ", others), (guint) found);
    }
  return found;
}

/* Somebody called by one word is whoever alone ends in it, else himself. */
static guint
settle (const Casting *casting, guint draft)
{
  const Draft *self = g_ptr_array_index (casting->drafts, draft);
  g_autofree char *key = NULL;
  const GArray *bucket;
  guint whole = draft;

  if (!is_person (self->kind) || g_strv_length (self->words) != 1)
    return draft;
  key = g_strconcat (">", self->words[0], NULL);
  bucket = g_hash_table_lookup (casting->by_word, key);
  for (guint i = 0; bucket != NULL && i < bucket->len; i++)
    {
      guint other = g_array_index (bucket, guint, i);
      const Draft *candidate = g_ptr_array_index (casting->drafts, other);

      if (!is_person (candidate->kind) || g_strv_length (candidate->words) < 2 || other == whole)
        continue;
      if (whole != draft)
        return draft;
      whole = other;
    }
  return whole;
}

/* What most articles call it; of several the longest, then the first. */
static const char *
best_name (const Draft *draft)
{
  const Called *best = &g_array_index (draft->called, Called, 0);

  for (guint i = 1; i < draft->called->len; i++)
    {
      const Called *called = &g_array_index (draft->called, Called, i);

      if (called->n_articles > best->n_articles
          || (called->n_articles == best->n_articles
              && strlen (called->name) > strlen (best->name)))
        best = called;
    }
  return best->name;
}

static void
mark_named (const Casting *casting, const PlxAnalysis *analysis, const gint *member_of)
{
  for (guint i = 0; i < analysis->mentions->len; i++)
    {
      const PlxMention *mention = PLX_MENTION (analysis, i);
      gint draft = mention->entity >= 0 && (guint) mention->entity < analysis->entities->len
                     ? member_of[mention->entity] : -1;

      if (draft >= 0 && mention->form == PLX_FORM_NAME)
        ((Draft *) g_ptr_array_index (casting->drafts, (guint) draft))->is_named = TRUE;
    }
}

/* Numbers the members in the order of the drafts that remain. */
static void
close_cast (PlxCast *self, const Casting *casting, const PlxComparisonArticle *articles)
{
  g_autofree guint *whole = g_new (guint, casting->drafts->len + 1);
  g_autofree gint *number = g_new (gint, casting->drafts->len + 1);

  for (guint i = 0; i < casting->drafts->len; i++)
    {
      const Draft *draft = g_ptr_array_index (casting->drafts, i);

      whole[i] = settle (casting, i);
      number[i] = -1;
      if (whole[i] == i)
        {
          PlxCastMember member = { best_name (draft), draft->kind, draft->is_named };

          number[i] = (gint) self->members->len;
          g_array_append_val (self->members, member);
        }
    }
  for (guint a = 0; a < self->n_articles; a++)
    for (guint e = 0; e < articles[a].analysis->entities->len; e++)
      if (self->member_of[a][e] >= 0)
        self->member_of[a][e] = number[whole[self->member_of[a][e]]];
}

PlxCast *
plx_cast_new (const PlxComparisonArticle *articles, guint n_articles)
{
  PlxCast *self = g_new0 (PlxCast, 1);
  Casting casting = {
    g_ptr_array_new_with_free_func (draft_free),
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref),
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref),
  };

  self->members = g_array_new (FALSE, FALSE, sizeof (PlxCastMember));
  self->member_of = g_new0 (gint *, n_articles + 1);
  self->n_articles = n_articles;
  for (guint a = 0; a < n_articles; a++)
    {
      const PlxAnalysis *analysis = articles[a].analysis;

      self->member_of[a] = g_new (gint, analysis->entities->len + 1);
      for (guint e = 0; e < analysis->entities->len; e++)
        self->member_of[a][e] = cast_entity (&casting, analysis, PLX_ENTITY (analysis, e));
      mark_named (&casting, analysis, self->member_of[a]);
    }
  close_cast (self, &casting, articles);
  g_hash_table_unref (casting.by_name);
  g_hash_table_unref (casting.by_word);
  g_ptr_array_unref (casting.drafts);
  return self;
}

void
plx_cast_free (PlxCast *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->members);
  for (guint a = 0; a < self->n_articles; a++)
    g_free (self->member_of[a]);
  g_free (self->member_of);
  g_free (self);
}
