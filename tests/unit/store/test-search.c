/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include "store/plx-search-table.h"

typedef struct {
  const char *query;
  GString *found;       // "id:text of first span "
} Search;

static void
take_hit (const PlxSearchRow *row, gpointer data)
{
  Search *search = data;

  g_string_append_printf (search->found, "%" G_GINT64_FORMAT, row->article);
  for (guint i = 0; i < row->spans->len; i++)
    {
      PlxSpan span = g_array_index (row->spans, PlxSpan, i);

      g_string_append_printf (search->found, ":%.*s", (int) (span.end - span.begin),
                              row->text + span.begin);
    }
  g_string_append_c (search->found, ' ');
}

static gboolean
search_cb (PlxDb *db, gpointer data, GError **error)
{
  Search *search = data;

  return plx_search_each (db, search->query, 0, take_hit, search, error);
}

static void
assert_found (Fixture *fixture, const char *query, const char *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);
  Search search = { query, found };
  g_autoptr (GError) error = NULL;

  plx_store_read (fixture->store, search_cb, &search, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_scripts (Fixture *fixture, gconstpointer data)
{
  add_article (fixture->store, NULL, "대한민국 정부는 12일 밝혔다.", NULL, NULL);
  add_article (fixture->store, NULL, "国家主席习近平与外宾会谈。", NULL, NULL);
  add_article (fixture->store, NULL, "Élysée officials met the Workers' Party.", NULL, NULL);
  assert_found (fixture, "민국", "1:민국 ");
  assert_found (fixture, "대한민국", "1:대한민국 ");
  assert_found (fixture, "국", "1:국 ");
  assert_found (fixture, "대", "1:대한 ");
  assert_found (fixture, "국한", "");
  assert_found (fixture, "习近平", "2:习近平 ");
  assert_found (fixture, "会谈", "2:会谈 ");
  assert_found (fixture, "elysee", "3:Élysée ");
  assert_found (fixture, "ÉLYSÉE official*", "3:Élysée:officials ");
  assert_found (fixture, "workers", "3:Workers ");
}

static void
test_operators (Fixture *fixture, gconstpointer data)
{
  add_article (fixture->store, "T", "wheat and steel", "SNA", "2031-05-14");
  add_article (fixture->store, "T", "wheat and coal", "Harbour Times", "2031-05-15");
  add_article (fixture->store, "T", "coal and iron", "SNA", "2032-01-02");
  assert_found (fixture, "wheat NOT coal", "1:wheat ");
  assert_found (fixture, "steel OR iron source:sna date:2032", "3:iron ");
  assert_found (fixture, "\"and coal\"", "2:and coal ");
  assert_found (fixture, "source:\"harbour times\"", "2 ");
  assert_found (fixture, "date:2031-05-15..2032-01 wheat", "2:wheat ");
  assert_found (fixture, "wheat AND iron", "");
}

/* Nothing that a person types is syntax to FTS5. */
static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  static const char * const queries[] = {
    "\"", "a\"b", "NEAR(", "a OR", "OR", "NOT a", "a NOT", "(", "*", "a^2", "{title}: x", "\"\"\"",
    "source:", "date:..", "col:umn", "'; DROP TABLE texts", "\xff\xfe", "한\"", "",
  };

  add_article (fixture->store, "T", "\2marks\3 in \2\2 a \3text here", NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GString) found = g_string_new (NULL);
      Search search = { queries[i], found };
      g_autoptr (GError) error = NULL;

      if (!plx_store_read (fixture->store, search_cb, &search, &error))
        g_assert_error (error, PLX_STORE_ERROR, PLX_STORE_ERROR_INVALID);
    }
  assert_found (fixture, "text", "1:text ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                          \
  g_test_add ("/store/search/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("scripts", test_scripts);
  ADD ("operators", test_operators);
  ADD ("hostile", test_hostile);
  return g_test_run ();
}
