/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <unistd.h>

#include "cli/plx-cli.h"
#include "import/plx-importer.h"

/* Where the commands that need no project get their articles from. */

enum { MAX_DEPTH = 200 };

static void
article_free (gpointer data)
{
  PlxCliArticle *article = data;

  g_free (article->id);
  g_free (article->text);
  g_free (article->title);
  g_free (article->published);
  g_free (article->source);
  g_free (article->language);
  g_clear_pointer (&article->analysis, plx_analysis_unref);
  g_free (article);
}

/* The whole of standard input for "-", else of the file. */
static char *
read_all (const char *path, gsize *n_bytes, GError **error)
{
  char *contents = NULL;

  if (g_str_equal (path, "-"))
    {
      g_autoptr (GIOChannel) channel = g_io_channel_unix_new (STDIN_FILENO);

      g_io_channel_set_encoding (channel, NULL, NULL);
      if (g_io_channel_read_to_end (channel, &contents, n_bytes, error) != G_IO_STATUS_NORMAL)
        return NULL;
      return contents;
    }
  return g_file_get_contents (path, &contents, n_bytes, error) ? contents : NULL;
}

/* What the parser of JSON must not see: nesting so deep that its recursion
 * leaves the stack, and zero characters, which end a string in C. A zero
 * becomes U+FFFD, so offsets stay those of the input. Returns the fault. */
static const char *
prepare_line (char *line)
{
  guint depth = 0;
  gboolean in_string = FALSE;

  for (char *at = line; *at != '\0'; at++)
    if (in_string && *at == '\\' && at[1] != '\0')
      {
        if (strncmp (at + 1, "u0000", 5) == 0)
          memcpy (at + 2, "fffd", 4);
        at++;
      }
    else if (*at == '"')
      in_string = !in_string;
    else if (!in_string && (*at == '[' || *at == '{') && ++depth > MAX_DEPTH)
      return _("it is nested too deeply");
    else if (!in_string && (*at == ']' || *at == '}') && depth > 0)
      depth--;
  return NULL;
}

/* One object of a line. */
static JsonObject *
parse_line (const char *path, guint number, char *line, GError **error)
{
  g_autoptr (GError) local = NULL;
  const char *fault = prepare_line (line);
  g_autoptr (JsonNode) node = fault == NULL ? json_from_string (line, &local) : NULL;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_dup_object (node);
  if (fault == NULL)
    fault = local != NULL ? local->message : _("another value");
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _("%s, line %u: not a JSON object (%s)"), path, number, fault);
  return NULL;
}

/**
 * plx_cli_load_lines:
 * @path: a JSON Lines file, or "-"
 *
 * Errors:  G_FILE_ERROR_…, G_IO_ERROR_INVALID_DATA naming the line
 * Returns: (transfer full) (element-type JsonObject): one object per line
 */
GPtrArray *
plx_cli_load_lines (const char *path, GError **error)
{
  gsize n_bytes = 0;
  g_autofree char *contents = read_all (path, &n_bytes, error);
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  g_auto (GStrv) lines = NULL;

  if (contents == NULL)
    return NULL;
  if (strlen (contents) != n_bytes)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _("%s: it has zero bytes in it; give JSON Lines in UTF-8"), path);
      return NULL;
    }
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      JsonObject *object;

      if (*g_strchug (lines[i]) == '\0')
        continue;
      object = parse_line (path, i + 1, lines[i], error);
      if (object == NULL)
        return NULL;
      g_ptr_array_add (objects, object);
    }
  return g_steal_pointer (&objects);
}

/**
 * plx_cli_take_member:
 * @value: (out): NULL: there is none
 *
 * Whole numbers are taken as their digits: ids and years are often written so.
 * Returns: FALSE: it is neither a text nor a whole number
 */
gboolean
plx_cli_take_member (JsonObject *object, const char *key, char **value)
{
  JsonNode *node = json_object_get_member (object, key);

  *value = NULL;
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    *value = json_node_dup_string (node);
  else if (json_node_get_value_type (node) == G_TYPE_INT64)
    *value = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return *value != NULL;
}

/* What is wrong with @object as an article, else NULL. */
static char *
read_article (JsonObject *object, guint number, GHashTable *ids, PlxCliArticle *article)
{
  const struct { const char *key; char **value; } members[] = {
    { "id", &article->id }, { "text", &article->text }, { "title", &article->title },
    { "published", &article->published }, { "source", &article->source },
    { "language", &article->language },
  };
  JsonNode *text = json_object_get_member (object, "text");

  if (text == NULL || JSON_NODE_HOLDS_NULL (text))
    return g_strdup (_("it has no text; give it a \"text\""));
  if (json_node_get_value_type (text) != G_TYPE_STRING)
    return g_strdup (_("its \"text\" is not a text; write it in quotation marks"));
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (!plx_cli_take_member (object, members[i].key, members[i].value))
      return g_strdup_printf (_("its \"%s\" is not a text; write it in quotation marks"),
                              members[i].key);
  if (article->id == NULL)
    article->id = g_strdup_printf ("a%u", number);
  if (g_hash_table_contains (ids, article->id))
    return g_strdup_printf (_("another article has the id \"%s\"; give each its own"),
                            article->id);
  return NULL;
}

/**
 * plx_cli_load_articles:
 * @path: JSON Lines of {"id","text","title"?,"published"?,"source"?,"language"?}
 *
 * A line that is no article is reported and left out; the others go on.
 */
GPtrArray *
plx_cli_load_articles (PlxCli *cli, const char *path, GError **error)
{
  g_autoptr (GPtrArray) objects = plx_cli_load_lines (path, error);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *articles;

  if (objects == NULL)
    return NULL;
  articles = g_ptr_array_new_with_free_func (article_free);
  for (guint i = 0; i < objects->len; i++)
    {
      PlxCliArticle *article = g_new0 (PlxCliArticle, 1);
      g_autofree char *fault = read_article (g_ptr_array_index (objects, i), i + 1, ids, article);

      if (fault != NULL)
        {
          g_autofree char *where = g_strdup_printf (_("%s, article %u"), path, i + 1);

          plx_cli_input_error (cli, where, fault);
          article_free (article);
          continue;
        }
      g_hash_table_add (ids, article->id);
      g_ptr_array_add (articles, article);
    }
  return articles;
}

static void
add_imported (GPtrArray *articles, const char *path, const PlxImportResult *result)
{
  for (guint i = 0; i < result->articles->len; i++)
    {
      const PlxImportedArticle *imported = g_ptr_array_index (result->articles, i);
      PlxCliArticle *article = g_new0 (PlxCliArticle, 1);

      article->id = result->articles->len == 1 ? g_strdup (path) : g_strdup_printf ("%s#%u", path, i + 1);
      article->text = g_strdup (imported->text);
      article->title = g_strdup (imported->title);
      article->published = g_strdup (imported->published);
      article->source = g_strdup (imported->site);
      article->language = g_strdup (imported->language);
      g_ptr_array_add (articles, article);
    }
}

static PlxImportResult *
import_path (PlxCli *cli, const char *path, GError **error)
{
  gsize n_bytes = 0;
  char *contents;
  g_autoptr (GBytes) bytes = NULL;

  if (!g_str_equal (path, "-"))
    return plx_import_file (path, NULL, cli->cancellable, error);
  contents = read_all (path, &n_bytes, error);
  if (contents == NULL)
    return NULL;
  bytes = g_bytes_new_take (contents, n_bytes);
  return plx_import_bytes (bytes, NULL, cli->cancellable, error);
}

/* The articles of @paths; a file that cannot be read is reported. */
GPtrArray *
plx_cli_load_files (PlxCli *cli, char **paths, guint n_paths)
{
  GPtrArray *articles = g_ptr_array_new_with_free_func (article_free);

  for (guint i = 0; i < n_paths; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PlxImportResult) result = import_path (cli, paths[i], &error);

      if (result == NULL)
        plx_cli_input_error (cli, paths[i], error->message);
      else
        add_imported (articles, paths[i], result);
    }
  return articles;
}

PlxAnalysis *
plx_cli_analyse_one (PlxCli *cli, const PlxLanguage *language, const PlxCliArticle *article,
                     PlxLayers layers, GError **error)
{
  PlxArticleText text = {
    .id = article->id, .text = article->text, .n_bytes = -1, .title = article->title,
    .published = article->published, .source = article->source, .language = article->language,
  };

  return plx_language_analyse (language, &text, layers, cli->cancellable, error);
}

typedef struct {
  GPtrArray *articles;
  const PlxLanguage *language;
  PlxLayers layers;
} AnalyseAll;

static GString *
analyse_into (PlxCli *cli, guint i, gpointer data)
{
  AnalyseAll *all = data;
  PlxCliArticle *article = g_ptr_array_index (all->articles, i);
  g_autoptr (GError) error = NULL;

  article->analysis = plx_cli_analyse_one (cli, all->language, article, all->layers, &error);
  if (article->analysis == NULL)
    plx_cli_input_error (cli, article->id, error->message);
  return NULL;
}

/* Fills every article's analysis; those that fail are reported and removed. */
gboolean
plx_cli_analyse_all (PlxCli *cli, const PlxLanguage *language, GPtrArray *articles,
                     PlxLayers layers, GError **error)
{
  AnalyseAll all = { articles, language, layers };

  plx_cli_print_all (cli, articles->len, analyse_into, &all);
  for (guint i = articles->len; i > 0; i--)
    {
      PlxCliArticle *article = g_ptr_array_index (articles, i - 1);

      if (article->analysis == NULL)
        g_ptr_array_remove_index (articles, i - 1);
    }
  return !g_cancellable_set_error_if_cancelled (cli->cancellable, error);
}

/* Borrowed views of @articles, for the compare engine. */
PlxComparisonArticle *
plx_cli_to_comparison (GPtrArray *articles)
{
  PlxComparisonArticle *views = g_new0 (PlxComparisonArticle, articles->len + 1);

  for (guint i = 0; i < articles->len; i++)
    {
      const PlxCliArticle *article = g_ptr_array_index (articles, i);

      views[i] = (PlxComparisonArticle) {
        .id = article->id, .source = article->source, .title = article->title,
        .published = article->published, .analysis = article->analysis,
      };
    }
  return views;
}
