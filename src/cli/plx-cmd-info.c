/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "cli/plx-cli.h"
#include "language/plx-analysis-json.h"

/* Describes a project in one object, or each of its stories in one. */

/* the stories */

static int
compare_articles (gconstpointer a, gconstpointer b)
{
  PlxArticle *x = *(PlxArticle *const *) a, *y = *(PlxArticle *const *) b;
  int order = g_strcmp0 (plx_article_get_published (x), plx_article_get_published (y));
  gint64 x_id = plx_article_get_id (x), y_id = plx_article_get_id (y);

  return order != 0 ? order : x_id < y_id ? -1 : x_id > y_id;
}

/* Id of a story → its articles by date. */
static GHashTable *
sort_articles (PlxProject *project)
{
  GListModel *articles = plx_project_get_articles (project);
  GHashTable *stories = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                               (GDestroyNotify) g_ptr_array_unref);
  guint n = g_list_model_get_n_items (articles);
  GHashTableIter iter;
  gpointer list;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxArticle) article = g_list_model_get_item (articles, i);
      gint64 id = plx_article_get_story_id (article);
      GPtrArray *known = g_hash_table_lookup (stories, &id);

      if (known == NULL)
        {
          known = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (stories, g_memdup2 (&id, sizeof id), known);
        }
      g_ptr_array_add (known, g_steal_pointer (&article));
    }
  g_hash_table_iter_init (&iter, stories);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    g_ptr_array_sort (list, compare_articles);
  return stories;
}

static void
write_sources (GString *line, const GPtrArray *articles)
{
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);

  g_string_append (line, "],\"sources\":[");
  for (guint i = 0; i < articles->len; i++)
    {
      const char *name = plx_article_get_source_name (g_ptr_array_index (articles, i));

      if (name == NULL || !g_hash_table_add (named, (gpointer) name))
        continue;
      g_string_append (line, g_hash_table_size (named) > 1 ? "," : "");
      plx_json_write_string (line, name);
    }
}

static void
write_day (GString *line, const char *key, const char *published)
{
  g_string_append_printf (line, ",\"%s\":", key);
  if (published != NULL)
    plx_json_write_string (line, published);
  else
    g_string_append (line, "null");
}

static void
write_story (GString *line, PlxStory *story, const GPtrArray *articles)
{
  const char *first = NULL, *last = NULL;

  g_string_append_printf (line, "{\"story\":%" G_GINT64_FORMAT ",\"title\":",
                          plx_story_get_id (story));
  plx_json_write_string (line, plx_story_get_title (story));
  g_string_append (line, ",\"articles\":[");
  for (guint i = 0; i < articles->len; i++)
    {
      PlxArticle *article = g_ptr_array_index (articles, i);
      const char *published = plx_article_get_published (article);

      g_string_append_printf (line, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                              plx_article_get_id (article));
      first = first == NULL ? published : first;
      last = published != NULL ? published : last;
    }
  write_sources (line, articles);
  g_string_append_c (line, ']');
  write_day (line, "first", first);
  write_day (line, "last", last);
  g_string_append (line, "}\n");
}

static void
print_stories (PlxProject *project)
{
  GListModel *stories = plx_project_get_stories (project);
  g_autoptr (GHashTable) articles = sort_articles (project);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  guint n = g_list_model_get_n_items (stories);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlxStory) story = g_list_model_get_item (stories, i);
      g_autoptr (GString) line = g_string_new (NULL);
      gint64 id = plx_story_get_id (story);
      const GPtrArray *own = g_hash_table_lookup (articles, &id);

      write_story (line, story, own != NULL ? own : none);
      plx_cli_write (line->str, line->len);
    }
}

/* the project */

static gboolean
print_project (PlxProject *project, GError **error)
{
  g_autoptr (GString) line = g_string_new ("{\"title\":");
  PlxProjectInfo info;

  if (!plx_project_get_info (project, &info, error))
    return FALSE;
  plx_json_write_string (line, plx_project_get_title (project));
  g_string_append_printf (line, ",\"articles\":%u,\"analysed\":%u,\"sources\":%u,\"stories\":%u,"
                          "\"entities\":%u,\"marks\":%u,\"format\":%d}\n",
                          info.n_articles, info.n_analysed, info.n_sources, info.n_stories,
                          info.n_entities, info.n_marks, info.format);
  plx_cli_write (line->str, line->len);
  return TRUE;
}

int
plx_cmd_info (PlxCli *cli, int argc, char **argv)
{
  gboolean stories = FALSE;
  const GOptionEntry entries[] = {
    { "stories", 0, 0, G_OPTION_ARG_NONE, &stories, N_("One line per story instead: its id, title, articles, sources and days"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxProject) project = NULL;

  if (!plx_cli_parse (cli, entries, &argc, &argv))
    return PLX_EXIT_USAGE;
  if (argc != 2)
    return plx_cli_usage (cli, _("give one project"));
  project = plx_cli_open (cli, argv[1]);
  if (project == NULL)
    return PLX_EXIT_COULD_NOT_RUN;
  if (stories)
    print_stories (project);
  else
    print_project (project, &error);
  plx_project_close (project);
  return error != NULL ? plx_cli_fail (cli, error) : plx_cli_done (cli);
}
