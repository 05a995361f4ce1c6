/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-matrix.h"

#include "export/plx-pdf-cells.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* building */

static const PlxReportStory *
find_story (const PlxReport *report, GError **error)
{
  const PlxReportStory *found = NULL;

  for (guint i = 0; i < report->n_stories; i++)
    if (report->stories[i].comparison != NULL)
      {
        if (found != NULL)
          {
            g_set_error_literal (error, PLX_EXPORT_ERROR, PLX_EXPORT_ERROR_UNSUPPORTED,
                                 _("This format holds the comparison of one story; choose one"));
            return NULL;
          }
        found = &report->stories[i];
      }
  if (found == NULL)
    g_set_error_literal (error, PLX_EXPORT_ERROR, PLX_EXPORT_ERROR_EMPTY,
                         _("There is no comparison to export"));
  return found;
}

static PlxComparisonArticle *
list_articles (const PlxReport *report, const PlxReportStory *story)
{
  PlxComparisonArticle *articles = g_new0 (PlxComparisonArticle, story->n + 1);

  for (guint i = 0; i < story->n; i++)
    {
      const PlxReportArticle *from = &report->articles[story->first + i];

      articles[i] = (PlxComparisonArticle) { story->comparison->article_ids != NULL
                                               ? story->comparison->article_ids[i] : NULL,
                                             from->source, from->title, from->published,
                                             from->analysis };
    }
  return articles;
}

/* Its source with its day, where one source has several articles. */
static char *
dup_head (const PlxMatrix *self, guint column)
{
  const PlxColumn *c = g_ptr_array_index (self->comparison->columns, column);
  g_autofree char *name = plx_cell_words_dup_column (self->comparison, column);
  g_autofree char *day = NULL;

  if (c->article < 0 || (guint) c->article >= self->story->n)
    return plx_matrix_dup_clean (name);
  day = plx_pdf_dup_day (self->articles[c->article].published);
  if (day == NULL)
    return plx_matrix_dup_clean (name);
  g_free (g_steal_pointer (&name));
  name = g_strdup_printf ("%s, %s", plx_cell_words_get_column (c), day);
  return plx_matrix_dup_clean (name);
}

static void
name_columns (PlxMatrix *self)
{
  guint n = self->comparison->columns->len;
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);

  self->heads = g_new0 (char *, n + 1);
  for (guint j = 0; j < n; j++)
    {
      g_autofree char *plain = dup_head (self, j);
      char *head = g_strdup (plain);

      for (guint number = 2; g_hash_table_contains (used, head); number++)
        {
          g_free (head);
          head = g_strdup_printf ("%s (%u)", plain, number);
        }
      self->heads[j] = head;
      g_hash_table_add (used, head);
    }
}

static PlxCellStatus *
list_verdicts (const PlxReportStory *story)
{
  const PlxComparison *comparison = story->comparison;
  PlxCellStatus *verdicts
    = g_new0 (PlxCellStatus, (gsize) comparison->claims->len * comparison->columns->len + 1);

  for (guint i = 0; i < story->n_verdicts; i++)
    verdicts[(gsize) story->verdicts[i].claim * comparison->columns->len
             + story->verdicts[i].column] = story->verdicts[i].verdict;
  return verdicts;
}

PlxSummary *
plx_matrix_summarise (const PlxReport *report, const PlxReportStory *story, guint n_lines)
{
  g_autofree PlxComparisonArticle *articles = list_articles (report, story);
  g_autofree PlxCellStatus *verdicts = list_verdicts (story);

  return plx_summary_new (story->comparison, articles, verdicts, story->title, n_lines);
}

PlxMatrix *
plx_matrix_new (const PlxReport *report, GError **error)
{
  const PlxReportStory *story = find_story (report, error);
  PlxMatrix *self;

  if (story == NULL)
    return NULL;
  self = g_new0 (PlxMatrix, 1);
  self->report = report;
  self->story = story;
  self->comparison = story->comparison;
  self->order = plx_pdf_order_claims (self->comparison);
  self->articles = list_articles (report, story);
  self->verdicts
    = g_new0 (const PlxReportVerdict *,
              (gsize) self->comparison->claims->len * self->comparison->columns->len + 1);
  for (guint i = 0; i < story->n_verdicts; i++)
    self->verdicts[(gsize) story->verdicts[i].claim * self->comparison->columns->len
                   + story->verdicts[i].column] = &story->verdicts[i];
  self->summary = plx_matrix_summarise (report, story, 0);
  name_columns (self);
  return self;
}

void
plx_matrix_free (PlxMatrix *self)
{
  if (self == NULL)
    return;
  g_free (self->order);
  g_free (self->verdicts);
  g_free (self->articles);
  g_strfreev (self->heads);
  plx_summary_free (self->summary);
  g_free (self);
}

/* cells */

const PlxReportVerdict *
plx_matrix_get_verdict (const PlxMatrix *self, guint claim, guint column)
{
  return self->verdicts[(gsize) claim * self->comparison->columns->len + column];
}

PlxCellStatus
plx_matrix_get_status (const PlxMatrix *self, guint claim, guint column)
{
  const PlxReportVerdict *verdict = plx_matrix_get_verdict (self, claim, column);

  return verdict != NULL && verdict->verdict != PLX_CELL_NOT_EXAMINED
         ? verdict->verdict
         : plx_comparison_get_cell (self->comparison, claim, column)->status;
}

char *
plx_matrix_dup_cell (const PlxMatrix *self, guint claim, guint column)
{
  PlxCellStatus status = plx_matrix_get_status (self, claim, column);
  const char *word = plx_cell_words_get_status (status);
  g_autofree char *brief = plx_cell_words_dup_brief (self->comparison, claim, column, status);
  g_autofree char *all = g_strconcat (
    plx_cell_words_get_sign (status), " ",
    status == PLX_CELL_LEFT_OUT && g_str_has_prefix (brief, word) ? brief : word,
    *brief != '\0' && !g_str_has_prefix (brief, word) ? ": " : "",
    *brief != '\0' && !g_str_has_prefix (brief, word) ? brief : "",
    plx_matrix_get_verdict (self, claim, column) != NULL ? " ✓" : "", NULL);

  return plx_matrix_dup_clean (all);
}

const PlxReportArticle *
plx_matrix_get_article (const PlxMatrix *self, guint claim, guint column)
{
  const PlxCell *cell = plx_comparison_get_cell (self->comparison, claim, column);
  const PlxColumn *c = g_ptr_array_index (self->comparison->columns, column);
  gint article = cell->evidence.n_spans > 0 ? cell->evidence.article
                 : c->article >= 0          ? c->article
                                            : c->via_article;

  if (article < 0 || (guint) article >= self->story->n)
    return NULL;
  return &self->report->articles[self->story->first + (guint) article];
}

static char *
dup_spans (const PlxMatrix *self, gint article, const PlxSpan *spans, guint n_spans)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const PlxAnalysis *analysis;

  if (article < 0 || (guint) article >= self->story->n)
    return g_strdup ("");
  analysis = self->articles[article].analysis;
  for (guint i = 0; i < n_spans; i++)
    {
      guint32 end = MIN (spans[i].end, analysis->n_bytes);

      if (spans[i].begin >= end)
        continue;
      g_string_append (out, out->len > 0 ? " … " : "");
      g_string_append_len (out, analysis->text + spans[i].begin, end - spans[i].begin);
    }
  return plx_matrix_dup_clean (out->str);
}

char *
plx_matrix_dup_quote (const PlxMatrix *self, const PlxEvidence *evidence)
{
  return dup_spans (self, evidence->article, evidence->spans, evidence->n_spans);
}

char *
plx_matrix_dup_differing (const PlxMatrix *self, const PlxEvidence *evidence)
{
  return dup_spans (self, evidence->article, evidence->differing, evidence->n_differing);
}

char *
plx_matrix_dup_chain (const PlxMatrix *self, guint claim, guint column)
{
  const PlxCell *cell = plx_comparison_get_cell (self->comparison, claim, column);
  const PlxColumn *c = g_ptr_array_index (self->comparison->columns, column);
  gint carrier = c->article >= 0 ? c->article : c->via_article;
  g_autoptr (GString) out = g_string_new (NULL);

  if (cell->evidence.n_spans == 0)
    return g_strdup ("");
  if (carrier >= 0 && (guint) carrier < self->comparison->n_articles)
    g_string_append (out, plx_cell_words_get_column (
                            g_ptr_array_index (self->comparison->columns, carrier)));
  for (char **via = cell->via; via != NULL && *via != NULL; via++)
    g_string_append_printf (out, "%s%s", out->len > 0 ? " ▸ " : "",
                            plx_cell_words_get_voice (self->comparison, *via));
  return plx_matrix_dup_clean (out->str);
}

char *
plx_matrix_dup_terms (char **terms)
{
  g_autofree char *joined = terms != NULL ? g_strjoinv (", ", terms) : g_strdup ("");

  return plx_matrix_dup_clean (joined);
}

char *
plx_matrix_dup_confidence (const PlxReportVerdict *verdict)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (verdict == NULL || verdict->confidence_01 < 0)
    return g_strdup ("");
  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.3g", verdict->confidence_01));
}

gboolean
plx_matrix_was_searched (const PlxMatrix *self, guint claim, guint column)
{
  return plx_comparison_get_cell (self->comparison, claim, column)->record != NULL;
}

static gboolean
is_plain (const char *p)
{
  return ((guchar) *p >= 0x20 && (guchar) *p < 0x7f) || *p == '\n' || *p == '\t';
}

/* One character at @p that is not plain. */
static void
clean_character (GString *out, const char *p)
{
  gunichar c = g_utf8_get_char (p);

  if (c == '\r')
    g_string_append (out, p[1] == '\n' ? "" : "\n");
  else if (c < 0x20 || (c >= 0x7f && c < 0xa0))
    g_string_append_c (out, ' ');
  else if (c >= 0xfdd0 && ((c & 0xfffe) == 0xfffe || c <= 0xfdef))
    g_string_append (out, "\357\277\275");
  else
    g_string_append_len (out, p, g_utf8_next_char (p) - p);
}

/* Control characters become blanks; what is no character at all, U+FFFD. */
char *
plx_matrix_dup_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *out = g_string_sized_new (strlen (valid) + 1);

  for (const char *p = valid; *p != '\0';)
    {
      const char *end = p;

      while (is_plain (end))
        end++;
      g_string_append_len (out, p, end - p);
      p = end;
      if (*p == '\0')
        break;
      clean_character (out, p);
      p = g_utf8_next_char (p);
    }
  return g_string_free (out, FALSE);
}
