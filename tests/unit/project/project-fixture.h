/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>
#include <string.h>

#include "project/plx-project.h"

/* A project of its own, filled from a small collection about one event. */
typedef struct {
  char *folder, *path, *collection;
  PlxProject *project;
} Fixture;

static const char collection[] =
    "{\"id\":\"a\",\"source\":\"Harbour Times\",\"title\":\"Vesk meets "
    "Hao\",\"published\":\"2031-05-14\","
    "\"text\":\"Doran Vesk met Lian Hao in Veskgrad on Tuesday. Vesk said that Norland would "
    "send 40,000 "
    "tonnes of wheat. The Saranian News Agency reported that Lian Hao praised the visit.\"}\n"
    "{\"id\":\"b\",\"source\":\"Continental Press\",\"title\":\"Hao in "
    "Veskgrad\",\"published\":\"2031-05-15\","
    "\"text\":\"Lian Hao arrived in Veskgrad on Tuesday and met Doran Vesk. Doran Vesk said that "
    "Norland "
    "would send 30,000 tonnes of wheat.\"}\n";

static inline void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("parallax-XXXXXX", &error);
  fixture->path = g_build_filename (fixture->folder, "test.parallax", NULL);
  fixture->collection = g_build_filename (fixture->folder, "collection.jsonl", NULL);
  g_file_set_contents (fixture->collection, collection, -1, &error);
  g_assert_no_error (error);
  fixture->project = plx_project_create (fixture->path, &error);
  g_assert_no_error (error);
}

static inline void
fixture_close (Fixture *fixture)
{
  if (fixture->project != NULL)
    plx_project_close (fixture->project);
  if (fixture->project != NULL)
    g_assert_finalize_object (g_steal_pointer (&fixture->project));
}

static inline void
fixture_reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture_close (fixture);
  fixture->project = plx_project_open (fixture->path, &error);
  g_assert_no_error (error);
}

static inline void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  fixture_close (fixture);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->collection);
}

static inline PlxImportReport *
import_file (PlxProject *project, const char *path)
{
  const char * const paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  PlxImportReport *report = plx_project_import (project, paths, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return report;
}

static inline void
fill (Fixture *fixture)
{
  g_autoptr (PlxImportReport) report = import_file (fixture->project, fixture->collection);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (report->n_new, ==, 2);
  plx_project_analyse (fixture->project, 2, NULL, NULL, &error);
  g_assert_no_error (error);
}

static inline PlxEntityItem *
find_entity (PlxProject *project, const char *name)
{
  GListModel *entities = plx_project_get_entities (project);

  for (guint i = 0; i < g_list_model_get_n_items (entities); i++)
    {
      g_autoptr (PlxEntityItem) item = g_list_model_get_item (entities, i);

      if (strcmp (plx_entity_item_get_name (item), name) == 0)
        return item;
    }
  return NULL;
}

/* Everything a reader sees, as text. */
static inline char *
describe (PlxProject *project)
{
  GString *out = g_string_new (NULL);
  GListModel *articles = plx_project_get_articles (project);
  GListModel *entities = plx_project_get_entities (project);
  GListModel *stories = plx_project_get_stories (project);

  for (guint i = 0; i < g_list_model_get_n_items (entities); i++)
    {
      g_autoptr (PlxEntityItem) item = g_list_model_get_item (entities, i);

      g_string_append_printf (out, "entity %" G_GINT64_FORMAT " %s %d n=%u/%u roles=%u\n",
                              plx_entity_item_get_id (item), plx_entity_item_get_name (item),
                              (int) plx_entity_item_get_kind (item),
                              plx_entity_item_get_n_mentions (item),
                              plx_entity_item_get_n_articles (item),
                              g_strv_length ((char **) plx_entity_item_get_roles (item)));
    }
  for (guint i = 0; i < g_list_model_get_n_items (stories); i++)
    {
      g_autoptr (PlxStory) story = g_list_model_get_item (stories, i);

      g_string_append_printf (out, "story %" G_GINT64_FORMAT " %s %u\n", plx_story_get_id (story),
                              plx_story_get_title (story), plx_story_get_n_articles (story));
    }
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (PlxArticle) article = g_list_model_get_item (articles, i);
      g_autoptr (PlxArticleContent) content =
    plx_project_load_content (project, plx_article_get_id (article), NULL);

      g_string_append_printf (
          out, "article %" G_GINT64_FORMAT " %s %s %s story %" G_GINT64_FORMAT "\n",
          plx_article_get_id (article), plx_article_get_title (article),
          plx_article_get_source_name (article), plx_article_get_published (article),
          plx_article_get_story_id (article));
      for (guint m = 0; m < content->marks->len; m++)
        {
          const PlxMark *mark = g_ptr_array_index (content->marks, m);

          g_string_append_printf (out, "  %s %s %s [%u,%u) %s e=%" G_GINT64_FORMAT " %s\n",
                                  mark->key, mark->label, plx_mark_state_to_nick (mark->state),
                                  mark->spans[0].begin, mark->spans[0].end, mark->title,
                                  mark->entity, mark->note);
        }
    }
  return g_string_free (out, FALSE);
}
