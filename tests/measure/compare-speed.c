/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "compare/plx-reuse.h"
#include "compare/plx-stories.h"
#include "language/plx-analysis-json.h"

/* Times the comparison alone; compare-speed.py makes the articles and reads
 * what is printed.
 *
 *   compare-speed stories FILE.jsonl N_NEW   groups all, then all but the last
 *                                            N_NEW and extends by these
 *   compare-speed print FILE.jsonl           the story of each article, a line
 *                                            each, and copies
 *   compare-speed reuse FILE.jsonl           pairs of articles that share passages
 *   compare-speed compare FILE.jsonl         analyses, then compares
 *
 * Lines that hold meanings, as analyses do, are analyses. */

typedef struct {
  GPtrArray *ids, *titles, *dates, *sources, *analyses;
  PlxComparisonArticle *articles;
  guint n;
} Collection;

static double
cpu_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static long
peak_mb (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

static char *
dup_member (JsonObject *object, const char *name)
{
  return g_strdup (json_object_get_string_member_with_default (object, name, NULL));
}

static PlxAnalysis *
read_article (const PlxLanguage *language, JsonObject *object, const char *line)
{
  PlxArticleText text = {
    .id = json_object_get_string_member (object, "id"), .n_bytes = -1,
    .text = json_object_get_string_member (object, "text"),
    .title = json_object_get_string_member_with_default (object, "title", NULL),
    .published = json_object_get_string_member_with_default (object, "published", NULL),
    .source = json_object_get_string_member_with_default (object, "source", NULL),
  };
  g_autoptr (GError) error = NULL;
  PlxAnalysis *analysis;

  if (language == NULL && !json_object_has_member (object, "meanings"))
    return plx_analysis_new (text.id, text.text, -1);
  analysis = language == NULL
             ? plx_analysis_from_json (line, -1, &error)
             : plx_language_analyse (language, &text, PLX_LAYER_ALL, NULL, &error);
  if (analysis == NULL)
    g_error ("%s: %s", text.id, error->message);
  return analysis;
}

static void
add_line (Collection *self, const PlxLanguage *language, const char *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (line, &error);
  JsonObject *object;

  if (node == NULL)
    g_error ("%s", error->message);
  object = json_node_get_object (node);
  g_ptr_array_add (self->ids, dup_member (object, "id"));
  g_ptr_array_add (self->titles, dup_member (object, "title"));
  g_ptr_array_add (self->dates, dup_member (object, "published"));
  g_ptr_array_add (self->sources, dup_member (object, "source"));
  g_ptr_array_add (self->analyses, read_article (language, object, line));
}

static void
collection_read (Collection *self, const char *path, const PlxLanguage *language)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GIOChannel) file = g_io_channel_new_file (path, "r", &error);
  GPtrArray **columns[] = { &self->ids, &self->titles, &self->dates, &self->sources };
  char *line;

  if (file == NULL)
    g_error ("%s", error->message);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    *columns[i] = g_ptr_array_new_with_free_func (g_free);
  self->analyses = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_analysis_unref);
  while (g_io_channel_read_line (file, &line, NULL, NULL, NULL) == G_IO_STATUS_NORMAL)
    {
      if (*g_strstrip (line) != '\0')
        add_line (self, language, line);
      g_free (line);
    }
  self->n = self->ids->len;
  self->articles = g_new0 (PlxComparisonArticle, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    self->articles[i] = (PlxComparisonArticle) {
      .id = g_ptr_array_index (self->ids, i), .title = g_ptr_array_index (self->titles, i),
      .published = g_ptr_array_index (self->dates, i),
      .source = g_ptr_array_index (self->sources, i),
      .analysis = g_ptr_array_index (self->analyses, i),
    };
}

static void
collection_clear (Collection *self)
{
  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->titles);
  g_ptr_array_unref (self->dates);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->analyses);
  g_free (self->articles);
}

static PlxStories *
group (const Collection *self, guint n, const PlxStoriesKnown *known)
{
  g_autoptr (GError) error = NULL;
  PlxStories *stories = plx_stories_extend (self->articles, n, known, NULL, NULL, &error);

  if (stories == NULL)
    g_error ("%s", error->message);
  return stories;
}

static void
time_stories (const Collection *self, guint n_new)
{
  guint n_old = self->n - MIN (n_new, self->n);
  g_autoptr (PlxStories) before = group (self, n_old, NULL);
  g_autoptr (PlxStories) all = NULL, after = NULL;
  g_autofree gint *story = g_new (gint, self->n + 1);
  PlxStoriesKnown known = { .n_stories = before->n_stories, .story = story };
  guint n_alike = 0;
  double start;

  for (guint i = 0; i < self->n; i++)
    story[i] = i < n_old ? (gint) before->story[i] : -1;
  start = cpu_seconds ();
  all = group (self, self->n, NULL);
  g_print ("group %u %.3f s %u stories %ld MB\n", self->n, cpu_seconds () - start,
           all->n_stories, peak_mb ());
  start = cpu_seconds ();
  after = group (self, self->n, &known);
  for (guint i = n_old; i < self->n; i++)
    {
      guint a = 0, b = 0;

      while (a < i && all->story[a] != all->story[i])
        a++;
      while (b < i && after->story[b] != after->story[i])
        b++;
      n_alike += a == b;
    }
  g_print ("extend %u %.3f s %u of %u where grouping all puts them\n", self->n - n_old,
           cpu_seconds () - start, n_alike, self->n - n_old);
}

static void
print_stories (const Collection *self)
{
  g_autoptr (PlxStories) stories = group (self, self->n, NULL);

  for (guint i = 0; i < self->n; i++)
    g_print ("%s\t%u\t%s\n", self->articles[i].id, stories->story[i],
             stories->titles[stories->story[i]]);
  for (guint g = 0; g < stories->copies->len; g++)
    {
      const GArray *copies = g_ptr_array_index (stories->copies, g);

      g_print ("copies");
      for (guint i = 0; i < copies->len; i++)
        g_print ("\t%s", self->articles[g_array_index (copies, gint, i)].id);
      g_print ("\n");
    }
}

static void
print_reuse (const Collection *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GPtrArray) reuse = plx_reuse_find (self->articles, self->n, &copies, &error);

  if (reuse == NULL)
    g_error ("%s", error->message);
  for (guint i = 0; i < reuse->len; i++)
    {
      const PlxReuse *edge = g_ptr_array_index (reuse, i);

      g_print ("%s\t%s\t%.3f\t%.3f\n", self->articles[edge->article_a].id,
               self->articles[edge->article_b].id, edge->share_a_01, edge->share_b_01);
    }
}

static void
time_comparison (const Collection *self, const PlxLanguage *language)
{
  PlxComparisonOptions options = { .language = language, .has_own = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxComparison) comparison = NULL;
  double start = cpu_seconds ();
  gint64 clock = g_get_monotonic_time ();

  comparison = plx_compare (self->articles, self->n, &options, NULL, NULL, &error);
  if (comparison == NULL)
    g_error ("%s", error->message);
  g_print ("compare %u %.3f s %.3f s by the clock %u claims %u columns %ld MB\n", self->n,
           cpu_seconds () - start, (double) (g_get_monotonic_time () - clock) / 1e6,
           comparison->claims->len, comparison->columns->len, peak_mb ());
}

int
main (int argc, char **argv)
{
  gboolean analyses = argc > 2 && strcmp (argv[1], "compare") == 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlxLanguage) language = analyses ? plx_language_new (&error) : NULL;
  Collection collection = { 0 };

  if (argc < 3 || (analyses && language == NULL))
    g_error ("%s", error != NULL ? error->message
                                : "compare-speed stories|print|reuse|compare FILE");
  collection_read (&collection, argv[2], language);
  if (analyses)
    time_comparison (&collection, language);
  else if (strcmp (argv[1], "print") == 0)
    print_stories (&collection);
  else if (strcmp (argv[1], "reuse") == 0)
    print_reuse (&collection);
  else
    time_stories (&collection, argc > 3 ? (guint) g_ascii_strtoull (argv[3], NULL, 10) : 10);
  collection_clear (&collection);
  return 0;
}
