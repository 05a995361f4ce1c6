/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-framing-lists.h"

#include "base/plx-data.h"

#include <string.h>

/* Kinds of event are numbered as the list first names them; the last bit is
 * that of "any". */
enum { MAX_KINDS = 31 };

struct _PlxFramingLists {
  GHashTable *saying;   // verb → PlxSayingClass
  GHashTable *events;   // noun → kinds
  GPtrArray *kinds;     // names
  GHashTable *titles;   // word → group
};

static gboolean
refuse (GError **error, const char *what)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, what);
  return FALSE;
}

static gboolean
read_saying (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxFramingLists *self = user_data;

  for (guint i = 0; n_fields == 2 && i < PLX_N_SAYING_CLASSES; i++)
    if (strcmp (plx_saying_class_to_nick ((PlxSayingClass) i), fields[1]) == 0)
      {
        g_hash_table_insert (self->saying, g_strdup (fields[0]), GUINT_TO_POINTER (i));
        return TRUE;
      }
  return refuse (error, "expected a verb and neutral, doubting, admitting, vouching or strong");
}

static gboolean
read_event (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxFramingLists *self = user_data;
  guint kind = 0, known;

  if (n_fields != 2)
    return refuse (error, "expected a noun and the kind of event it names");
  while (kind < self->kinds->len
         && strcmp (g_ptr_array_index (self->kinds, kind), fields[1]) != 0)
    kind++;
  if (strcmp (fields[1], "any") == 0)
    kind = MAX_KINDS;
  else if (kind == MAX_KINDS)
    return refuse (error, "too many kinds of event");
  else if (kind == self->kinds->len)
    g_ptr_array_add (self->kinds, g_strdup (fields[1]));
  known = GPOINTER_TO_UINT (g_hash_table_lookup (self->events, fields[0]));
  g_hash_table_insert (self->events, g_strdup (fields[0]), GUINT_TO_POINTER (known | 1u << kind));
  return TRUE;
}

static gboolean
read_title (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxFramingLists *self = user_data;

  if (n_fields != 2)
    return refuse (error, "expected a word of a title and its group");
  g_hash_table_insert (self->titles, g_strdup (fields[0]), g_strdup (fields[1]));
  return TRUE;
}

static void
lists_free (PlxFramingLists *self)
{
  g_hash_table_unref (self->saying);
  g_hash_table_unref (self->events);
  g_ptr_array_unref (self->kinds);
  g_hash_table_unref (self->titles);
  g_free (self);
}

/* Loads again after a failure: the next caller hears of it too. */
const PlxFramingLists *
plx_framing_lists_get (GError **error)
{
  static GMutex mutex;
  static PlxFramingLists *loaded;
  PlxFramingLists *self;

  g_mutex_lock (&mutex);
  if (loaded == NULL)
    {
      self = g_new0 (PlxFramingLists, 1);
      self->saying = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      self->events = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      self->kinds = g_ptr_array_new_with_free_func (g_free);
      self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      if (plx_data_read_table ("language/en/compare/saying-verbs.tsv", read_saying, self, error)
          && plx_data_read_table ("language/en/compare/event-nouns.tsv", read_event, self, error)
          && plx_data_read_table ("language/en/compare/titles-apart.tsv", read_title, self, error))
        loaded = self;
      else
        lists_free (self);
    }
  g_mutex_unlock (&mutex);
  return loaded;
}

PlxSayingClass
plx_framing_lists_saying (const PlxFramingLists *self, const char *verb)
{
  return (PlxSayingClass) GPOINTER_TO_UINT (g_hash_table_lookup (self->saying, verb));
}

guint
plx_framing_lists_event (const PlxFramingLists *self, const char *noun)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->events, noun));
}

guint
plx_framing_lists_n_kinds (const PlxFramingLists *self)
{
  return self->kinds->len;
}

const char *
plx_framing_lists_title (const PlxFramingLists *self, const char *word)
{
  return g_hash_table_lookup (self->titles, word);
}
