/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-compare-private.h"
#include "compare/plx-stamp.h"

#include <string.h>

/* What could not be compared, and why: whoever reads a matrix must know what an
 * empty cell of it may mean. */

static const char *const kind_nicks[PLX_N_NOTES] = {
  "one_article", "no_text", "language", "no_date", "identical",
};

const char *
plx_note_kind_to_nick (PlxNoteKind kind)
{
  g_return_val_if_fail (kind < PLX_N_NOTES, kind_nicks[0]);
  return kind_nicks[kind];
}

void
plx_note_free (PlxComparisonNote *self)
{
  g_array_unref (self->articles);
  g_free (self->language);
  g_free (self->what);
  g_free (self);
}

/* Takes both; without articles there is nothing to note. */
static void
add_note (PlxCompareJob *job, PlxNoteKind kind, GArray *articles, char *what)
{
  PlxComparisonNote *note;

  if (articles->len == 0)
    {
      g_array_unref (articles);
      g_free (what);
      return;
    }
  note = g_new0 (PlxComparisonNote, 1);
  note->kind = kind;
  note->articles = articles;
  note->what = what;
  g_ptr_array_add (job->out->notes, note);
}

static GArray *
articles_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (gint));
}

static gboolean
has_text (const PlxCompareJob *job, guint article)
{
  const PlxAnalysis *analysis = job->articles[article].analysis;

  for (guint i = 0; i < analysis->n_bytes; i++)
    if (!g_ascii_isspace (analysis->text[i]))
      return TRUE;
  return FALSE;
}

static void
note_texts (PlxCompareJob *job)
{
  GArray *with = articles_new (), *without = articles_new ();

  for (gint a = 0; a < (gint) job->n_articles; a++)
    g_array_append_val (has_text (job, (guint) a) ? with : without, a);
  if (with->len > 1)
    g_array_set_size (with, 0);
  add_note (job, PLX_NOTE_ONE_ARTICLE, with,
            g_strdup ("there is only one text, so nothing could be held against another"));
  add_note (job, PLX_NOTE_NO_TEXT, without,
            g_strdup ("these articles have no text, so nothing could be found in them"));
}

static gboolean
is_language (const char *tag, const char *language)
{
  gsize n = strlen (language);

  return strncmp (tag, language, n) == 0 && (tag[n] == '\0' || tag[n] == '-');
}

static void
add_language (PlxCompareJob *job, const char *language, GArray *articles)
{
  gboolean is_known = !g_str_equal (language, "und");
  g_autofree char *named = g_strdup_printf ("language “%s”", language);

  add_note (job, PLX_NOTE_LANGUAGE, articles,
            g_strdup_printf ("%s: there are no word lists for it, so these articles are compared "
                             "by names, numbers, dates and equal words only; what they tell in "
                             "other words is not found",
                             is_known ? named : "the language is not known"));
  if (articles->len > 0)
    ((PlxComparisonNote *) g_ptr_array_index (job->out->notes, job->out->notes->len - 1))->language
      = g_strdup (language);
}

/* One note for each language without lists, by first appearance. */
static void
note_languages (PlxCompareJob *job)
{
  g_autofree gboolean *done = g_new0 (gboolean, job->n_articles + 1);

  for (guint a = 0; a < job->n_articles; a++)
    {
      const char *language = job->articles[a].analysis->language;
      GArray *articles;

      if (done[a] || is_language (language, "en") || !has_text (job, a))
        continue;
      articles = articles_new ();
      for (gint b = (gint) a; b < (gint) job->n_articles; b++)
        if (g_str_equal (job->articles[b].analysis->language, language)
            && has_text (job, (guint) b))
          {
            done[b] = TRUE;
            g_array_append_val (articles, b);
          }
      add_language (job, language, articles);
    }
}

/* One article alone has no order anyway. */
static void
note_dates (PlxCompareJob *job)
{
  GArray *articles = articles_new ();
  gboolean none;

  for (gint a = 0; a < (gint) job->n_articles; a++)
    if (plx_stamp_read (job->articles[a].published).day == 0)
      g_array_append_val (articles, a);
  none = articles->len == job->n_articles;
  if (job->n_articles == 1)
    g_array_set_size (articles, 0);
  add_note (job, PLX_NOTE_NO_DATE, articles,
            g_strdup (none ? "no article has a date, so nothing could be put in order of time"
                           : "these articles have no date, so they have no place in the order of "
                             "time"));
}

/* Groups of articles with the same text to the letter. */
static void
note_identical (PlxCompareJob *job)
{
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  for (gint a = 0; a < (gint) job->n_articles; a++)
    {
      GArray *group;

      if (!has_text (job, (guint) a))
        continue;
      group = g_hash_table_lookup (groups, job->articles[a].analysis->text);
      if (group == NULL)
        {
          group = articles_new ();
          g_hash_table_insert (groups, job->articles[a].analysis->text, group);
          g_ptr_array_add (order, group);
        }
      g_array_append_val (group, a);
    }
  for (guint g = 0; g < order->len; g++)
    {
      GArray *group = g_ptr_array_index (order, g);

      if (group->len == 1)
        g_array_set_size (group, 0);
      add_note (job, PLX_NOTE_IDENTICAL, group,
                g_strdup ("these articles have the same text to the letter"));
    }
}

/* Fills out->notes. */
void
plx_notes_find (PlxCompareJob *job)
{
  note_texts (job);
  note_languages (job);
  note_dates (job);
  note_identical (job);
}
