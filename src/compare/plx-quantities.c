/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-quantities.h"

#include "base/plx-data.h"

#include <gio/gio.h>
#include <string.h>

struct _PlxQuantities {
  const PlxLexicon *lexicon;
  GStringChunk *chunk;
  GHashTable *by_name;     // name → PlxMeasure
  GHashTable *words;       // lemma → GPtrArray of PlxMeasure
  GHashTable *roles;       // lemma → PlxNumberRoles
  GArray *signs;           // PlxSign
  GHashTable *first;       // first character → GArray of guint: signs
};

static const char *
intern (PlxQuantities *self, const char *word)
{
  return g_string_chunk_insert_const (self->chunk, word);
}

static const char *
intern_lemma (PlxQuantities *self, const char *word)
{
  const char *lemma = plx_lexicon_lemma (self->lexicon, word);

  return intern (self, lemma != NULL ? lemma : word);
}

static PlxMeasure *
get_quantity (PlxQuantities *self, const char *name)
{
  PlxMeasure *quantity = g_hash_table_lookup (self->by_name, name);

  if (quantity == NULL)
    {
      quantity = g_new0 (PlxMeasure, 1);
      quantity->name = quantity->label = intern (self, name);
      g_hash_table_insert (self->by_name, (gpointer) quantity->name, quantity);
    }
  return quantity;
}

static void
add_sign (PlxQuantities *self, const char *text, guint roles, const PlxMeasure *quantity)
{
  PlxSign sign = { intern (self, text), strlen (text), roles, quantity };
  gpointer key = GUINT_TO_POINTER (g_utf8_get_char (text));
  GArray *list = g_hash_table_lookup (self->first, key);
  guint index = self->signs->len;

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->first, key, list);
    }
  g_array_append_val (self->signs, sign);
  g_array_append_val (list, index);
}

static gboolean
read_roles (PlxQuantities *self, char **fields, guint n_fields, GError **error)
{
  static const struct { const char *nick; guint role; gboolean sign; } roles[] = {
    { "people", PLX_ROLE_PEOPLE, FALSE }, { "money", PLX_ROLE_MONEY, FALSE },
    { "within", PLX_ROLE_WITHIN, FALSE }, { "update", PLX_ROLE_UPDATE, FALSE },
    { "past", PLX_ROLE_PAST, FALSE }, { "more", PLX_ROLE_MORE, FALSE },
    { "modal", PLX_ROLE_MODAL, FALSE }, { "other", PLX_ROLE_OTHER, FALSE },
    { "one", PLX_ROLE_ONE, FALSE },
    { "none", PLX_ROLE_NONE, FALSE }, { "unreal", PLX_ROLE_UNREAL, FALSE },
    { "merely", PLX_ROLE_MERELY, FALSE }, { "hedge", PLX_ROLE_HEDGE, FALSE },
    { "since", PLX_ROLE_SINCE, FALSE },
    { "sign-people", PLX_ROLE_PEOPLE, TRUE }, { "sign-money", PLX_ROLE_MONEY, TRUE },
    { "sign-update", PLX_ROLE_UPDATE, TRUE }, { "year", PLX_ROLE_YEAR, TRUE },
    { "hour", PLX_ROLE_HOUR, TRUE },
  };

  gboolean known = FALSE;

  for (guint k = 0; k < G_N_ELEMENTS (roles); k++)
    known |= strcmp (roles[k].nick, fields[1]) == 0;
  if (!known)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "no role is called “%s”",
                   fields[1]);
      return FALSE;
    }
  for (guint k = 0; k < G_N_ELEMENTS (roles); k++)
    for (guint i = 2; i < n_fields && strcmp (roles[k].nick, fields[1]) == 0; i++)
      if (roles[k].sign)
        add_sign (self, fields[i], roles[k].role, NULL);
      else
        {
          const char *lemma = intern_lemma (self, fields[i]);
          guint old = GPOINTER_TO_UINT (g_hash_table_lookup (self->roles, lemma));

          g_hash_table_insert (self->roles, (gpointer) lemma,
                               GUINT_TO_POINTER (old | roles[k].role));
        }
  return TRUE;
}

static PlxNumbersKind
kind_from_nick (const char *nick)
{
  static const char *const nicks[] = { "people", "money", "time", "length" };

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (strcmp (nicks[i], nick) == 0)
      return (PlxNumbersKind) i;
  return PLX_NUMBERS_UNIT;
}

/* A word may speak of several quantities: one flies for hours, and for miles. */
static void
add_word (PlxQuantities *self, const char *word, PlxMeasure *quantity)
{
  const char *lemma = intern_lemma (self, word);
  GPtrArray *list = g_hash_table_lookup (self->words, lemma);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (self->words, (gpointer) lemma, list);
    }
  g_ptr_array_add (list, quantity);
}

static gboolean
read_line (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxQuantities *self = user_data;
  PlxMeasure *quantity;

  if (n_fields < 3)
    return TRUE;
  if (strcmp (fields[0], "*") == 0)
    return read_roles (self, fields, n_fields, error);
  quantity = get_quantity (self, fields[0]);
  if (strcmp (fields[1], "kind") == 0)
    {
      quantity->kind = kind_from_nick (fields[2]);
      if (quantity->kind >= PLX_NUMBERS_TIME)
        quantity->dimension = intern (self, fields[2]);
    }
  else if (strcmp (fields[1], "moves") == 0)
    quantity->moves = strcmp (fields[2], "over") == 0      ? PLX_MOVES_OVER
                      : strcmp (fields[2], "changes") == 0 ? PLX_MOVES_CHANGES
                      : strcmp (fields[2], "asked") == 0   ? PLX_MOVES_ASKED
                                                           : PLX_MOVES_NOT;
  else if (strcmp (fields[1], "label") == 0)
    quantity->label = intern (self, fields[2]);
  else
    for (guint i = 2; i < n_fields; i++)
      if (strcmp (fields[1], "sign") == 0)
        add_sign (self, fields[i], 0, quantity);
      else
        add_word (self, fields[i], quantity);
  return TRUE;
}

static void
list_free (gpointer list)
{
  g_ptr_array_unref (list);
}

static void
array_free (gpointer array)
{
  g_array_free (array, TRUE);
}

static PlxQuantities *
quantities_new (const PlxLexicon *lexicon)
{
  PlxQuantities *self = g_new0 (PlxQuantities, 1);

  self->lexicon = lexicon;
  self->chunk = g_string_chunk_new (1 << 12);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, list_free);
  self->roles = g_hash_table_new (g_str_hash, g_str_equal);
  self->signs = g_array_new (FALSE, FALSE, sizeof (PlxSign));
  self->first = g_hash_table_new_full (NULL, NULL, NULL, array_free);
  return self;
}

static void
quantities_free (PlxQuantities *self)
{
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->words);
  g_hash_table_unref (self->roles);
  g_hash_table_unref (self->first);
  g_array_unref (self->signs);
  g_string_chunk_free (self->chunk);
  g_free (self);
}

/**
 * plx_quantities_get:
 *
 * Errors:  those of plx_data_read_table(): the list is missing
 * Returns: (transfer none): the list, kept until the program ends
 */
const PlxQuantities *
plx_quantities_get (const PlxLexicon *lexicon, GError **error)
{
  static GMutex mutex;
  static PlxQuantities *quantities;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (quantities == NULL)
    {
      PlxQuantities *new = quantities_new (lexicon);

      if (plx_data_read_table ("language/quantities.tsv", read_line, new, error))
        quantities = new;
      else
        quantities_free (new);
    }
  return quantities;
}

const PlxMeasure *
plx_quantities_word (const PlxQuantities *self, const char *lemma, guint *roles)
{
  const GPtrArray *list = g_hash_table_lookup (self->words, lemma);

  *roles = GPOINTER_TO_UINT (g_hash_table_lookup (self->roles, lemma));
  return list != NULL ? g_ptr_array_index (list, 0) : NULL;
}

const PlxMeasure *
plx_quantities_of (const PlxQuantities *self, const char *lemma, PlxNumbersKind kind,
                   const char *dimension)
{
  const GPtrArray *list = g_hash_table_lookup (self->words, lemma);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const PlxMeasure *quantity = g_ptr_array_index (list, i);

      if (quantity->kind == kind
          && (kind != PLX_NUMBERS_UNIT || g_strcmp0 (quantity->dimension, dimension) == 0))
        return quantity;
    }
  return NULL;
}

/* A @counter stands right behind its number, what the number is of does not. */
const PlxSign *
plx_quantities_sign (const PlxQuantities *self, const char *text, gsize n_bytes, gboolean counter)
{
  const GArray *list = g_hash_table_lookup (self->first,
                                            GUINT_TO_POINTER (g_utf8_get_char (text)));
  const PlxSign *best = NULL;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const PlxSign *sign = &g_array_index (self->signs, PlxSign, g_array_index (list, guint, i));
      gboolean is_counter = sign->quantity == NULL && sign->roles != PLX_ROLE_UPDATE;

      if (is_counter == counter && sign->n_bytes <= n_bytes
          && memcmp (sign->text, text, sign->n_bytes) == 0
          && (best == NULL || sign->n_bytes > best->n_bytes))
        best = sign;
    }
  return best;
}
