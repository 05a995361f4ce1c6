/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "project/plx-name-index.h"
#include "project/plx-rows-private.h"

/* The index of names must bring everybody that judging all pairs finds. */

#define N_JUDGED 700
#define N_MANY 40000

static const char * const words[] = {
  "Kim",     "Jong",   "Un",      "Xi",       "Jinping",  "Zelensky", "Zelenskyy", "Volodymyr",
  "Son",     "Gwon",   "Son-gwon", "Songwon", "Müller",   "Muller",   "O’Neill",   "ONeill",
  "Workers", "Party",  "of",      "Korea",    "Ministry", "Defence",  "Defense",   "Foreign",
  "Affairs", "Hubei",  "Province", "WPK",     "MFA",      "the",      "习近平",    "김정은",
  "Harbour", "Harbor", "Times",   "Petrovsky", "Petrovskiy", "United", "Nations",  "UN",
};

static PlxEntityItem *
make_item (gint64 id, GRand *rand, guint n_kinds)
{
  GString *name = g_string_new (NULL);
  guint n = (guint) g_rand_int_range (rand, 1, 5);
  PlxEntityFields fields = { .id = id };

  for (guint i = 0; i < n; i++)
    g_string_append_printf (name, "%s%s", i > 0 ? " " : "",
                            words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  fields.name = g_string_free (name, FALSE);
  fields.kind = (PlxEntityKind) g_rand_int_range (rand, 0, (gint) n_kinds);
  fields.names = g_new0 (char *, 2);
  if (g_rand_boolean (rand))
    fields.names[0] = g_strdup (words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  fields.roles = g_new0 (char *, 1);
  return plx_entity_item_new_take (fields);
}

static PlxLikeness
judge (PlxEntityItem *a, PlxEntityItem *b)
{
  PlxNamed one = { plx_entity_item_get_kind (a), plx_entity_item_get_name (a),
                   plx_entity_item_get_names (a) };
  PlxNamed other = { plx_entity_item_get_kind (b), plx_entity_item_get_name (b),
                     plx_entity_item_get_names (b) };

  return plx_likeness_judge (&one, &other);
}

static void
test_complete (void)
{
  GRand *rand = g_rand_new_with_seed (7);
  g_autoptr (GListStore) list = g_list_store_new (PLX_TYPE_ENTITY_ITEM);
  g_autoptr (PlxNameIndex) index = NULL;
  guint n_alike = 0;

  for (guint i = 0; i < N_JUDGED; i++)
    {
      g_autoptr (PlxEntityItem) item = make_item (i + 1, rand, 3);

      g_list_store_append (list, item);
    }
  index = plx_name_index_new (G_LIST_MODEL (list));
  for (guint i = 0; i < N_JUDGED; i++)
    {
      g_autoptr (PlxEntityItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);
      g_autoptr (GPtrArray) found = plx_name_index_find (index, item);

      for (guint k = 0; k < N_JUDGED; k++)
        {
          g_autoptr (PlxEntityItem) other = g_list_model_get_item (G_LIST_MODEL (list), k);

          if (judge (item, other) == PLX_LIKE_NOTHING)
            continue;
          n_alike++;
          if (!g_ptr_array_find (found, other, NULL))
            g_error ("%s is like %s", plx_entity_item_get_name (item),
                     plx_entity_item_get_name (other));
        }
    }
  g_assert_cmpuint (n_alike, >, N_JUDGED);
  g_rand_free (rand);
}

/* Names of made-up syllables, as many as a big project has. */
static void
test_many (void)
{
  GRand *rand = g_rand_new_with_seed (8);
  g_autoptr (GListStore) list = g_list_store_new (PLX_TYPE_ENTITY_ITEM);
  g_autoptr (PlxNameIndex) index = NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_found = 0;

  for (guint i = 0; i < N_MANY; i++)
    {
      PlxEntityFields fields = { .id = i + 1, .names = g_new0 (char *, 1),
                                 .roles = g_new0 (char *, 1) };

      fields.name = g_strdup_printf ("%c%cra %c%cno%c", 'A' + g_rand_int_range (rand, 0, 26),
                                     'a' + g_rand_int_range (rand, 0, 26),
                                     'A' + g_rand_int_range (rand, 0, 26),
                                     'a' + g_rand_int_range (rand, 0, 26),
                                     'a' + g_rand_int_range (rand, 0, 26));
      g_ptr_array_add (items, plx_entity_item_new_take (fields));
    }
  g_list_store_splice (list, 0, 0, items->pdata, items->len);
  g_test_timer_start ();
  index = plx_name_index_new (G_LIST_MODEL (list));
  g_test_message ("%d names indexed in %.3f s", N_MANY, g_test_timer_elapsed ());
  g_test_timer_start ();
  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (GPtrArray) found = plx_name_index_find (index, g_ptr_array_index (items, i));

      n_found += found->len;
    }
  g_test_message ("%u of %d asked for each, in %.5f s", n_found / 100, N_MANY,
                  g_test_timer_elapsed () / 100);
  g_assert_cmpuint (n_found / 100, <, N_MANY / 50);
  g_rand_free (rand);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/project/names/complete", test_complete);
  g_test_add_func ("/project/names/many", test_many);
  return g_test_run ();
}
