/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-events-private.h"

#include "language/plx-lists.h"

/* Loads events.tsv and relations.tsv. */

static void
free_trigger (gpointer data)
{
  EventTrigger *trigger = data;

  g_strfreev (trigger->rest);
  g_free (trigger->kind);
  g_free (trigger->subject_role);
  g_free (trigger->object_role);
  g_free (trigger);
}

static char *
dup_role (const char *role)
{
  return g_str_equal (role, "-") ? NULL : g_strdup (role);
}

static gboolean
add_trigger (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxEventLists *lists = user_data;
  g_auto (GStrv) words = NULL;
  EventTrigger *trigger;
  GPtrArray *same;

  if (n_fields < 5)
    return plx_lists_refuse (error, "five fields are needed");
  if (g_str_equal (fields[1], "part"))
    {
      g_hash_table_replace (lists->parts, g_strdup (fields[0]), g_strdup (fields[2]));
      return TRUE;
    }
  if (g_str_equal (fields[1], "at"))
    {
      g_hash_table_replace (lists->scenes, g_strdup (fields[0]), g_strdup (fields[2]));
      return TRUE;
    }
  words = g_strsplit (fields[0], " ", -1);
  trigger = g_new0 (EventTrigger, 1);
  trigger->is_noun = g_str_equal (fields[1], "noun");
  trigger->rest = g_strdupv (words + 1);
  trigger->n_rest = g_strv_length (trigger->rest);
  trigger->kind = g_strdup (fields[2]);
  trigger->subject_role = dup_role (fields[3]);
  trigger->object_role = dup_role (fields[4]);
  same = g_hash_table_lookup (lists->triggers, words[0]);
  if (same == NULL)
    {
      same = g_ptr_array_new_with_free_func (free_trigger);
      g_hash_table_insert (lists->triggers, g_strdup (words[0]), same);
    }
  g_ptr_array_add (same, trigger);
  return TRUE;
}

static gboolean
add_relation (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxEventLists *lists = user_data;
  GHashTable *table;

  if (n_fields < 3)
    return plx_lists_refuse (error, "three fields are needed");
  table = g_str_equal (fields[0], "role") ? lists->roles
          : g_str_equal (fields[0], "verb") ? lists->verbs
          : g_str_equal (fields[0], "noun") ? lists->nouns
          : g_str_equal (fields[0], "force") ? lists->forces
          : g_str_equal (fields[0], "event") ? lists->events : NULL;
  if (table == NULL)
    return plx_lists_refuse (error, "no such kind");
  g_hash_table_replace (table, g_strdup (fields[1]), g_strdup (fields[2]));
  return TRUE;
}

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxEventLists, plx_event_lists_free)

PlxEventLists *
plx_event_lists_new (GError **error)
{
  static const PlxListFile files[] = {
    { "language/en/events.tsv", add_trigger },
    { "language/en/relations.tsv", add_relation },
  };
  g_autoptr (PlxEventLists) lists = g_new0 (PlxEventLists, 1);

  lists->triggers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                           (GDestroyNotify) g_ptr_array_unref);
  lists->parts = new_table ();
  lists->scenes = new_table ();
  lists->roles = new_table ();
  lists->verbs = new_table ();
  lists->nouns = new_table ();
  lists->forces = new_table ();
  lists->events = new_table ();
  lists->grammar = plx_grammar_new (error);
  if (lists->grammar == NULL
      || !plx_lists_load (files, G_N_ELEMENTS (files), lists, error))
    return NULL;
  return g_steal_pointer (&lists);
}

void
plx_event_lists_free (PlxEventLists *lists)
{
  if (lists == NULL)
    return;
  g_clear_pointer (&lists->grammar, plx_grammar_free);
  g_clear_pointer (&lists->triggers, g_hash_table_unref);
  g_clear_pointer (&lists->parts, g_hash_table_unref);
  g_clear_pointer (&lists->scenes, g_hash_table_unref);
  g_clear_pointer (&lists->roles, g_hash_table_unref);
  g_clear_pointer (&lists->verbs, g_hash_table_unref);
  g_clear_pointer (&lists->nouns, g_hash_table_unref);
  g_clear_pointer (&lists->forces, g_hash_table_unref);
  g_clear_pointer (&lists->events, g_hash_table_unref);
  g_free (lists);
}
