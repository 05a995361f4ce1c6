/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-cell-words.h"
#include "compare/plx-summary-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Who takes part: each source once, with its days and whose text it prints. */

enum { SHOWN_VOICES = 8 };

static void
source_free (gpointer data)
{
  PlxSummarySource *source = data;

  g_free (source->name);
  g_free (source->dates);
  g_free (source->copies);
  g_free (source);
}

/* "14 May 2031"; as it stands when it is no date; NULL: none */
static char *
dup_day (const char *published)
{
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *iso = NULL;

  if (published == NULL || *published == '\0')
    return NULL;
  iso = strlen (published) == 10 ? g_strconcat (published, "T00:00:00", NULL)
                                 : g_strdup (published);
  time = g_date_time_new_from_iso8601 (iso, utc);
  return time != NULL ? g_date_time_format (time, "%-d %B %Y")
                      : g_utf8_make_valid (published, -1);
}

/* From the first day of its articles to the last. */
static char *
dup_days (const PlxComparisonArticle *articles, const guint *source_of, guint n, guint source)
{
  const char *first = NULL, *last = NULL;
  g_autofree char *begin = NULL, *end = NULL;

  for (guint i = 0; i < n; i++)
    {
      const char *published = articles[i].published;

      if (source_of[i] != source || published == NULL || *published == '\0')
        continue;
      first = first == NULL || strcmp (published, first) < 0 ? published : first;
      last = last == NULL || strcmp (published, last) > 0 ? published : last;
    }
  begin = dup_day (first);
  end = dup_day (last);
  if (begin == NULL)
    return g_strdup (_("no date"));
  if (g_strcmp0 (begin, end) == 0)
    return g_steal_pointer (&begin);
  return g_strdup_printf ("%s – %s", begin, end);
}

/* An article without a source is a source of its own. */
static guint
find_source (PlxSummary *self, GHashTable *known, const PlxColumn *column)
{
  const char *name = plx_cell_words_get_column (column);
  gboolean is_named = name == column->name;
  gpointer place;
  PlxSummarySource *source;

  if (is_named && g_hash_table_lookup_extended (known, name, NULL, &place))
    return GPOINTER_TO_UINT (place);
  source = g_new0 (PlxSummarySource, 1);
  source->name = g_utf8_make_valid (name, -1);
  g_ptr_array_add (self->sources, source);
  if (is_named)
    g_hash_table_insert (known, (gpointer) name, GUINT_TO_POINTER (self->sources->len - 1));
  return self->sources->len - 1;
}

/* Why the text of @copy is taken to come from @origin; "": nothing tells, or
 * they share theirs only by a third. */
static char *
dup_reasons (const PlxComparison *comparison, gint copy, gint origin)
{
  for (guint i = 0; comparison->reuse != NULL && i < comparison->reuse->len; i++)
    {
      const PlxReuse *edge = g_ptr_array_index (comparison->reuse, i);

      if (edge->article_a == MIN (copy, origin) && edge->article_b == MAX (copy, origin)
          && edge->origin == origin)
        return plx_cell_words_dup_reasons (edge->reasons);
    }
  return g_strdup ("");
}

/* "the text of SNA, published before" */
static char *
dup_copies (const PlxSummary *self, const PlxComparison *comparison, guint source, gint copy,
            gint origin)
{
  const PlxSummarySource *from = g_ptr_array_index (self->sources, source);
  g_autofree char *reasons = dup_reasons (comparison, copy, origin);
  g_autofree char *text = g_strdup_printf (_("the text of %s"), from->name);

  return *reasons != '\0' ? g_strconcat (text, ", ", reasons, NULL) : g_steal_pointer (&text);
}

static void
list_copies (PlxSummary *self, const PlxComparison *comparison, const guint *source_of)
{
  self->n_origins = comparison->n_articles;
  for (guint g = 0; comparison->copies != NULL && g < comparison->copies->len; g++)
    {
      const GArray *group = g_ptr_array_index (comparison->copies, g);

      for (guint i = 1; i < group->len; i++)
        {
          guint origin = source_of[g_array_index (group, gint, 0)],
                copy = source_of[g_array_index (group, gint, i)];
          PlxSummarySource *source = g_ptr_array_index (self->sources, copy);

          self->n_origins--;
          if (copy != origin && source->copies == NULL)
            source->copies = dup_copies (self, comparison, origin, g_array_index (group, gint, i),
                                         g_array_index (group, gint, 0));
        }
    }
}

static char *
dup_heard (const PlxComparison *comparison)
{
  GString *out = g_string_new (NULL);
  guint n = 0;

  for (guint j = comparison->n_articles; j < comparison->columns->len; j++)
    {
      const PlxColumn *column = g_ptr_array_index (comparison->columns, j);

      if (++n > SHOWN_VOICES)
        continue;
      g_string_append (out, out->len > 0 ? ", " : "");
      if (column->via_article >= 0 && (guint) column->via_article < comparison->n_articles)
        g_string_append_printf (
          out, _("%s through %s"), plx_cell_words_get_column (column),
          plx_cell_words_get_column (
            g_ptr_array_index (comparison->columns, column->via_article)));
      else
        g_string_append (out, plx_cell_words_get_column (column));
    }
  if (n > SHOWN_VOICES)
    g_string_append_printf (out, _(" and %u more"), n - SHOWN_VOICES);
  return g_string_free (out, n == 0);
}

guint *
plx_summary_list_sources (PlxSummary *self, const PlxComparison *comparison,
                          const PlxComparisonArticle *articles)
{
  guint *source_of = g_new0 (guint, comparison->n_articles + 1);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  self->sources = g_ptr_array_new_with_free_func (source_free);
  for (guint i = 0; i < comparison->n_articles; i++)
    {
      source_of[i] = find_source (self, known, g_ptr_array_index (comparison->columns, i));
      ((PlxSummarySource *) g_ptr_array_index (self->sources, source_of[i]))->n_articles++;
    }
  for (guint s = 0; s < self->sources->len; s++)
    ((PlxSummarySource *) g_ptr_array_index (self->sources, s))->dates
      = dup_days (articles, source_of, comparison->n_articles, s);
  list_copies (self, comparison, source_of);
  self->heard = dup_heard (comparison);
  return source_of;
}
