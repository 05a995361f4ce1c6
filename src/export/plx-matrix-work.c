/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-matrix.h"

#include <glib/gi18n-lib.h>

/* What people did to rows and cells, and which article copies which: said in
 * the same words in all tables. */

const PlxReportWork *
plx_report_story_get_work (const PlxReportStory *story, guint claim)
{
  const PlxReportWork *work = story->work != NULL ? &story->work[claim] : NULL;

  if (work == NULL
      || (!work->is_added && work->split_from == NULL && work->original == NULL
          && work->merged == NULL))
    return NULL;
  return work;
}

/* Takes @text. */
static void
add_part (GString *out, char *text)
{
  g_string_append (out, out->len > 0 ? "; " : "");
  g_string_append (out, text);
  g_free (text);
}

static void
add_merged (GString *out, const char *const *merged)
{
  guint n = g_strv_length ((char **) merged);
  g_autofree char *rows = g_strjoinv ("” · “", (char **) merged);

  if (n == 0)
    return;
  add_part (out, g_strdup_printf (ngettext ("merged from %u claim", "merged from %u claims", n + 1),
                                  n + 1));
  g_string_append_printf (out, _(", also “%s”"), rows);
}

char *
plx_report_story_dup_work (const PlxReportStory *story, guint claim)
{
  const PlxReportWork *work = plx_report_story_get_work (story, claim);
  g_autoptr (GString) out = g_string_new (NULL);

  if (work == NULL)
    return g_strdup ("");
  if (work->split_from != NULL)
    add_part (out, g_strdup_printf (_("split by the analyst from “%s”"), work->split_from));
  else if (work->is_added)
    add_part (out, g_strdup (_("added by the analyst")));
  if (work->original != NULL)
    add_part (out,
              g_strdup_printf (_("reworded by the analyst; before: “%s”"), work->original));
  if (work->merged != NULL)
    add_merged (out, work->merged);
  return plx_matrix_dup_clean (out->str);
}

static void
add_who (GString *out, const char *author, const char *decided)
{
  if (author != NULL && *author != '\0')
    g_string_append_printf (out, _(" by %s"), author);
  if (decided != NULL && *decided != '\0')
    g_string_append_printf (out, _(" on %s"), decided);
}

char *
plx_report_aside_dup_words (const PlxReportAside *aside)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (aside->kind == PLX_REPORT_COLUMN_GONE)
    g_string_append_printf (out, _("the story does not have %s any more"), aside->column);
  else
    g_string_append (out, aside->kind == PLX_REPORT_DROPPED
                            ? _("dropped") : _("the claim is not found any more"));
  add_who (out, aside->author, aside->decided);
  if (aside->reason != NULL && *aside->reason != '\0')
    g_string_append_printf (out, ": %s", aside->reason);
  if (aside->quote != NULL && *aside->quote != '\0')
    g_string_append_printf (out, _("; it hung on “%s”"), aside->quote);
  if (aside->n_verdicts > 0)
    g_string_append_printf (out, ngettext ("; %u verdict", "; %u verdicts", aside->n_verdicts),
                            aside->n_verdicts);
  return plx_matrix_dup_clean (out->str);
}

char *
plx_matrix_dup_decision (const PlxReportVerdict *verdict)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *confidence = plx_matrix_dup_confidence (verdict);

  if (verdict == NULL)
    return g_strdup ("");
  g_string_append (out, _("decided"));
  add_who (out, verdict->author, verdict->decided);
  if (*confidence != '\0')
    g_string_append_printf (out, _(", confidence %s"), confidence);
  if (verdict->note != NULL && *verdict->note != '\0')
    g_string_append_printf (out, ": %s", verdict->note);
  return plx_matrix_dup_clean (out->str);
}

/* Why @copy is taken to come from @origin. */
static guint
find_reasons (const PlxComparison *comparison, gint copy, gint origin)
{
  for (guint i = 0; comparison->reuse != NULL && i < comparison->reuse->len; i++)
    {
      const PlxReuse *edge = g_ptr_array_index (comparison->reuse, i);

      if (edge->article_a == MIN (copy, origin) && edge->article_b == MAX (copy, origin)
          && edge->origin == origin)
        return edge->reasons;
    }
  return 0;
}

static gint
find_origin (const PlxComparison *comparison, gint article)
{
  for (guint g = 0; comparison->copies != NULL && g < comparison->copies->len; g++)
    {
      const GArray *group = g_ptr_array_index (comparison->copies, g);

      for (guint i = 1; i < group->len; i++)
        if (g_array_index (group, gint, i) == article)
          return g_array_index (group, gint, 0);
    }
  return -1;
}

char *
plx_matrix_dup_copies (const PlxMatrix *self, gint article)
{
  gint origin = find_origin (self->comparison, article);
  g_autofree char *reasons = NULL;

  if (origin < 0 || (guint) origin >= self->comparison->n_articles)
    return g_strdup ("");
  reasons = plx_cell_words_dup_reasons (find_reasons (self->comparison, article, origin));
  return g_strconcat (self->heads[origin], *reasons != '\0' ? ": " : "", reasons, NULL);
}
