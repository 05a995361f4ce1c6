/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-name-lists.h"

#include <string.h>

#include "language/plx-lists.h"

/* Loads gazetteers, titles, heads of names, descriptions and small words.
 * Phrases are keys in lower case with plain apostrophes; a second hash says
 * how long a phrase beginning with a word can be, so that most words of a text
 * cost one look-up. */

static const struct {
  const char *name;
  guint class;
} word_classes[] = {
  { "owner", PLX_WORD_OWNER },
  { "particle", PLX_WORD_PARTICLE },
  { "prefix", PLX_WORD_PREFIX },
  { "initial", PLX_WORD_INITIAL },
  { "never", PLX_WORD_NEVER },
  { "place-before", PLX_WORD_PLACE_BEFORE },
  { "state-noun", PLX_WORD_STATE_NOUN },
  { "person-verb", PLX_WORD_PERSON_VERB },
  { "place-before-noun", PLX_WORD_PLACE_NOUN },
  { "org-before", PLX_WORD_ORG_NOUN },
  { "product-before", PLX_WORD_PRODUCT_NOUN },
  { "role-preposition", PLX_WORD_ROLE_PREPOSITION },
  { "role-modifier", PLX_WORD_ROLE_MODIFIER },
  { "soft-title", PLX_WORD_SOFT_TITLE },
  { "surname-head", PLX_WORD_SURNAME_HEAD },
  { "state-group", PLX_WORD_STATE_GROUP },
  { "pleonastic", PLX_WORD_PLEONASTIC },
  { "carrier", PLX_WORD_CARRIER },
  { "owning", PLX_WORD_OWNING },
  { "place-first", PLX_WORD_PLACE_FIRST },
  { "portfolio", PLX_WORD_PORTFOLIO },
  { "account-noun", PLX_WORD_ACCOUNT_NOUN },
  { "broadcast-word", PLX_WORD_BROADCAST },
  { "agency-word", PLX_WORD_AGENCY },
  { "paper-word", PLX_WORD_PAPER },
  { "news-word", PLX_WORD_NEWS },
  { "media-first", PLX_WORD_MEDIA_FIRST },
  { "company-end", PLX_WORD_COMPANY_END },
};

/* In the order of PlxFunctionWord. */
static const char * const function_words[] = {
  "of", "for", "on", "the", "and", "in", "by", "who", "as", "two", "both", "their", "this-one",
  "these", "report", "said", "also", "media-kind", "media-many", "about", "objective", "filler",
  "according", "article",
};

/* Up to the first space, apostrophe or hyphen. */
static gsize
first_word (const char *phrase)
{
  gsize n = strcspn (phrase, " '-");

  return n > 0 ? n : strlen (phrase);
}

static char *
fold (PlxNameLists *lists, const char *phrase)
{
  g_autofree char *lower = g_utf8_strdown (phrase, -1);
  g_autoptr (GString) plain = g_string_new (lower);

  g_string_replace (plain, "’", "'", 0);
  return g_string_chunk_insert (lists->chunk, plain->str);
}

static PlxNameRow *
add_row (PlxNameLists *lists, PlxNameTable *table, const char *phrase, PlxEntityKind kind)
{
  char *key = fold (lists, phrase);
  g_autofree char *first = g_strndup (key, first_word (key));
  guint longest = GPOINTER_TO_UINT (g_hash_table_lookup (table->firsts, first));
  PlxNameRow *row = g_hash_table_lookup (table->rows, key);

  if (row != NULL)
    return NULL;
  row = g_new0 (PlxNameRow, 1);
  row->kind = kind;
  row->gender = '-';
  g_hash_table_insert (table->rows, key, row);
  if (strlen (key) > longest)
    g_hash_table_insert (table->firsts, g_string_chunk_insert_const (lists->chunk, first),
                         GUINT_TO_POINTER ((guint) strlen (key)));
  return row;
}

static gboolean
read_kind (const char *nick, PlxEntityKind *kind)
{
  *kind = plx_entity_kind_from_nick (nick);
  return *kind != PLX_ENTITY_OTHER || g_str_equal (nick, "other");
}

static gboolean
is_gender (const char *field)
{
  return *field != '\0' && field[1] == '\0' && strchr ("mfn-", *field) != NULL;
}

static gboolean
read_gazetteer (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxNameLists *lists = user_data;
  PlxEntityKind kind;
  PlxNameRow *row;

  if (n_fields < 2 || *fields[0] == '\0')
    return plx_lists_refuse (error, "a name and a kind are needed");
  if (!read_kind (fields[1], &kind))
    return plx_lists_refuse (error, "no such kind of entity");
  row = add_row (lists, &lists->gazetteer, fields[0], kind);
  if (row == NULL)
    return TRUE;
  row->name = g_string_chunk_insert_const (lists->chunk, n_fields > 2 && *fields[2] != '\0'
                                                           ? fields[2] : fields[0]);
  if (n_fields > 3 && *fields[3] != '\0')
    row->state = g_string_chunk_insert_const (lists->chunk, fields[3]);
  return TRUE;
}

static gboolean
read_title (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  static const char * const classes[] = { "", "address", "office", "job", "relative" };
  PlxNameLists *lists = user_data;
  PlxNameRow *row;
  int class;

  if (n_fields < 2 || *fields[0] == '\0')
    return plx_lists_refuse (error, "a title and a class are needed");
  class = plx_lists_find (classes, G_N_ELEMENTS (classes), fields[1]);
  if (class <= 0)
    return plx_lists_refuse (error, "no such class of titles");
  if (n_fields > 2 && *fields[2] != '\0' && !is_gender (fields[2]))
    return plx_lists_refuse (error, "a gender is m, f or -");
  row = add_row (lists, &lists->titles, fields[0], PLX_ENTITY_PERSON);
  if (row == NULL)
    return TRUE;
  row->class = (guint8) class;
  if (n_fields > 2 && *fields[2] != '\0')
    row->gender = fields[2][0];
  return TRUE;
}

static gboolean
read_head (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxNameLists *lists = user_data;
  PlxEntityKind kind;
  PlxNameRow *row;

  if (n_fields < 2 || *fields[0] == '\0')
    return plx_lists_refuse (error, "a word and a kind are needed");
  if (!read_kind (fields[1], &kind))
    return plx_lists_refuse (error, "no such kind of entity");
  row = add_row (lists, &lists->heads, fields[0], kind);
  if (row != NULL)
    row->of = n_fields > 2 && g_str_equal (fields[2], "of");
  return TRUE;
}

static gboolean
read_description (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxNameLists *lists = user_data;
  PlxEntityKind kind;
  PlxNameRow *row;

  if (n_fields < 4 || !is_gender (fields[3])
      || !(g_str_equal (fields[2], "one") || g_str_equal (fields[2], "many")))
    return plx_lists_refuse (error, "a noun, a kind, one or many, and a gender are needed");
  if (!read_kind (fields[1], &kind))
    return plx_lists_refuse (error, "no such kind of entity");
  if (n_fields > 4 && !g_str_equal (fields[4], "document")
      && !g_str_equal (fields[4], "any-office"))
    return plx_lists_refuse (error, "the fifth field is document or any-office");
  row = add_row (lists, &lists->descriptions, fields[0], kind);
  if (row == NULL)
    return TRUE;
  row->many = g_str_equal (fields[2], "many");
  row->gender = fields[3][0];
  row->document = n_fields > 4 && g_str_equal (fields[4], "document");
  row->any_office = n_fields > 4 && g_str_equal (fields[4], "any-office");
  return TRUE;
}

static gboolean
read_pronoun (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  static const char * const places[] = { "subject", "object", "owner", "self" };
  PlxNameLists *lists = user_data;
  PlxNameRow *row;

  if (n_fields < 4 || !is_gender (fields[1])
      || !(g_str_equal (fields[2], "one") || g_str_equal (fields[2], "many"))
      || plx_lists_find (places, G_N_ELEMENTS (places), fields[3]) < 0)
    return plx_lists_refuse (error, "a word, a gender, one or many, and a place are needed");
  row = g_new0 (PlxNameRow, 1);
  row->gender = fields[1][0];
  row->many = g_str_equal (fields[2], "many");
  row->place = g_string_chunk_insert_const (lists->chunk, fields[3]);
  g_hash_table_insert (lists->pronouns, g_string_chunk_insert_const (lists->chunk, fields[0]), row);
  return TRUE;
}

static gboolean
read_name_part (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxNameLists *lists = user_data;
  gboolean family;

  if (n_fields < 2 || *fields[0] == '\0')
    return plx_lists_refuse (error, "a name and given or family are needed");
  family = g_str_equal (fields[1], "family");
  if (!family && !g_str_equal (fields[1], "given"))
    return plx_lists_refuse (error, "a part of a name is given or family");
  if (family)
    g_hash_table_add (lists->family, fold (lists, fields[0]));
  else
    g_hash_table_insert (lists->given, fold (lists, fields[0]),
                         GUINT_TO_POINTER (n_fields > 2 && *fields[2] != '\0'
                                           ? (guint) fields[2][0] : (guint) '-'));
  return TRUE;
}

static void
add_bits (PlxNameLists *lists, GHashTable *table, const char *word, guint bits)
{
  char *key = fold (lists, word);
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (table, key));

  g_hash_table_insert (table, key, GUINT_TO_POINTER (known | bits));
}

static gboolean
read_guess (PlxNameLists *lists, char **fields, guint n_fields, GError **error)
{
  if (n_fields < 3)
    return plx_lists_refuse (error, "the ending of an adjective and that of its state are needed");
  for (guint i = 1; i < 3; i++)
    g_ptr_array_add (lists->state_guesses, g_string_chunk_insert_const (lists->chunk, fields[i]));
  return TRUE;
}

static gboolean
read_word (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxNameLists *lists = user_data;
  PlxEntityKind kind = PLX_ENTITY_GOVERNMENT;
  const struct {
    const char *name;
    GPtrArray *strings;
  } lines[] = {
    { "adjective-ending", lists->endings },
    { "adjective-plural", lists->plurals },
    { "noun-plural", lists->noun_plurals },
    { "state-ending", lists->state_endings },
    { "place-ending", lists->place_endings },
  };

  if (n_fields < 2)
    return plx_lists_refuse (error, "a class and a word are needed");
  if (n_fields > 2 && g_str_equal (fields[0], "body") && !read_kind (fields[2], &kind))
    return plx_lists_refuse (error, "no such kind of entity");
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (g_str_equal (fields[0], lines[i].name))
      {
        const char *ending = g_str_equal (fields[1], "-") ? "" : fields[1];

        g_ptr_array_add (lines[i].strings, g_string_chunk_insert_const (lists->chunk, ending));
        return TRUE;
      }
  if (g_str_equal (fields[0], "state-guess"))
    return read_guess (lists, fields, n_fields, error);
  if (g_str_equal (fields[0], "media-group"))
    {
      add_row (lists, &lists->media_groups, fields[1], PLX_ENTITY_MEDIA);
      return TRUE;
    }
  if (g_str_equal (fields[0], "body"))
    {
      add_row (lists, &lists->bodies, fields[1], kind);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (word_classes); i++)
    if (g_str_equal (fields[0], word_classes[i].name))
      {
        add_bits (lists, lists->words, fields[1], word_classes[i].class);
        return TRUE;
      }
  return plx_lists_refuse (error, "no such class of words");
}

static gboolean
read_function_word (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxNameLists *lists = user_data;

  if (n_fields < 2 || *fields[1] == '\0')
    return plx_lists_refuse (error, "a use and a word are needed");
  for (guint i = 0; i < G_N_ELEMENTS (function_words); i++)
    if (g_str_equal (fields[0], function_words[i]))
      {
        add_bits (lists, lists->functions, fields[1], 1u << i);
        return TRUE;
      }
  return plx_lists_refuse (error, "no such use of a word");
}

const PlxNameRow *
plx_name_table_find (const PlxNameTable *table, const char *phrase)
{
  return g_hash_table_lookup (table->rows, phrase);
}

/* Bytes of the longest phrase that begins with the word; 0: none does. */
guint
plx_name_table_limit (const PlxNameTable *table, const char *lower)
{
  gsize n = first_word (lower);
  char first[64];

  if (lower[n] == '\0')
    return GPOINTER_TO_UINT (g_hash_table_lookup (table->firsts, lower));
  if (n >= sizeof first)
    return 0;
  memcpy (first, lower, n);
  first[n] = '\0';
  return GPOINTER_TO_UINT (g_hash_table_lookup (table->firsts, first));
}

static void
init_table (PlxNameTable *table)
{
  table->rows = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  table->firsts = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
clear_table (PlxNameTable *table)
{
  g_hash_table_unref (table->rows);
  g_hash_table_unref (table->firsts);
}

PlxNameLists *
plx_name_lists_new (GError **error)
{
  static const PlxListFile files[] = {
    { "language/en/gazetteer.tsv", read_gazetteer },
    { "language/en/gazetteer-states.tsv", read_gazetteer },
    { "language/en/gazetteer-leaders.tsv", read_gazetteer },
    { "language/en/gazetteer-media.tsv", read_gazetteer },
    { "language/en/gazetteer-parties.tsv", read_gazetteer },
    { "language/en/gazetteer-cities.tsv", read_gazetteer },
    { "language/en/gazetteer-news.tsv", read_gazetteer },
    { "language/en/titles.tsv", read_title },
    { "language/en/name-heads.tsv", read_head },
    { "language/en/descriptions.tsv", read_description },
    { "language/en/pronouns.tsv", read_pronoun },
    { "language/en/name-parts.tsv", read_name_part },
    { "language/en/name-words.tsv", read_word },
    { "language/en/function-words.tsv", read_function_word },
  };
  PlxNameLists *lists = g_new0 (PlxNameLists, 1);

  lists->chunk = g_string_chunk_new (64 * 1024);
  init_table (&lists->gazetteer);
  init_table (&lists->titles);
  init_table (&lists->heads);
  init_table (&lists->descriptions);
  init_table (&lists->media_groups);
  init_table (&lists->bodies);
  lists->pronouns = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  lists->given = g_hash_table_new (g_str_hash, g_str_equal);
  lists->family = g_hash_table_new (g_str_hash, g_str_equal);
  lists->words = g_hash_table_new (g_str_hash, g_str_equal);
  lists->functions = g_hash_table_new (g_str_hash, g_str_equal);
  lists->endings = g_ptr_array_new ();
  lists->plurals = g_ptr_array_new ();
  lists->noun_plurals = g_ptr_array_new ();
  lists->state_endings = g_ptr_array_new ();
  lists->state_guesses = g_ptr_array_new ();
  lists->place_endings = g_ptr_array_new ();
  if (!plx_lists_load (files, G_N_ELEMENTS (files), lists, error))
    {
      plx_name_lists_free (lists);
      return NULL;
    }
  return lists;
}

void
plx_name_lists_free (PlxNameLists *lists)
{
  clear_table (&lists->gazetteer);
  clear_table (&lists->titles);
  clear_table (&lists->heads);
  clear_table (&lists->descriptions);
  clear_table (&lists->media_groups);
  clear_table (&lists->bodies);
  g_hash_table_unref (lists->pronouns);
  g_hash_table_unref (lists->given);
  g_hash_table_unref (lists->family);
  g_hash_table_unref (lists->words);
  g_hash_table_unref (lists->functions);
  g_ptr_array_unref (lists->endings);
  g_ptr_array_unref (lists->plurals);
  g_ptr_array_unref (lists->noun_plurals);
  g_ptr_array_unref (lists->state_endings);
  g_ptr_array_unref (lists->state_guesses);
  g_ptr_array_unref (lists->place_endings);
  g_string_chunk_free (lists->chunk);
  g_free (lists);
}
