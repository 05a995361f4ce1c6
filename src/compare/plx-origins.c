/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/plx-data.h"
#include "compare/plx-groups.h"
#include "compare/plx-reuse.h"
#include "compare/plx-tuning.h"

#include <string.h>

/* Which of two texts with the same passages comes from the other: by the agency
 * that a wire line names, by date, by containment, the first that tells; and how
 * many origins a claim has. */

enum {
  HEAD_BYTES = 400,        // a dateline with its agency stands in these
  TAIL_BYTES = 160,        // a credit in these
};

/* agencies */

typedef struct {
  GPtrArray *names;        // char *
  GArray *agency;          // guint: of each name
} Agencies;

static gboolean
read_line (char **fields, guint n_fields, gpointer data, GError **error)
{
  Agencies *self = data;
  guint agency = self->agency->len > 0
                   ? g_array_index (self->agency, guint, self->agency->len - 1) + 1 : 0;

  for (guint i = 0; i < n_fields; i++)
    if (*fields[i] != '\0')
      {
        g_ptr_array_add (self->names, g_strdup (fields[i]));
        g_array_append_val (self->agency, agency);
      }
  return TRUE;
}

static void
agencies_free (Agencies *self)
{
  g_ptr_array_unref (self->names);
  g_array_unref (self->agency);
  g_free (self);
}

/* Kept until the program ends. */
static const Agencies *
agencies_get (GError **error)
{
  static GMutex mutex;
  static Agencies *agencies;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (agencies == NULL)
    {
      Agencies *new = g_new0 (Agencies, 1);

      new->names = g_ptr_array_new_with_free_func (g_free);
      new->agency = g_array_new (FALSE, FALSE, sizeof (guint));
      if (plx_data_read_table ("language/en/compare/agencies.tsv", read_line, new, error))
        agencies = new;
      else
        agencies_free (new);
    }
  return agencies;
}

static const char *
skip_back (const char *begin, const char *p, const char *what)
{
  while (p > begin && strchr (what, p[-1]) != NULL)
    p--;
  return p;
}

/* "(Reuters)", "(AP) —"; at the end also "— AP", "Source: Xinhua" and a line of
 * its own. */
static gboolean
is_credit (const char *begin, const char *name, const char *stop, gboolean at_end)
{
  const char *before = skip_back (begin, name, " ");
  const char *after = stop + strspn (stop, " ./");

  if (before > begin && before[-1] == '(' && strchr (")/", *stop) != NULL && *stop != '\0')
    return TRUE;
  if (!at_end || (*after != '\0' && *after != '\n' && *after != ')'))
    return FALSE;
  return before == begin || before[-1] == '\n' || before[-1] == ':' || before[-1] == '-'
         || (before - begin >= 3 && memcmp (before - 3, "\342\200\224", 3) == 0)
         || (before - begin >= 3 && memcmp (before - 3, "\342\200\223", 3) == 0);
}

static gboolean
has_credit (const char *text, gsize from, gsize n, const char *name, gboolean at_end)
{
  const char *begin = text + from;
  gsize length = strlen (name);

  for (const char *at = g_strstr_len (begin, (gssize) n, name); at != NULL;
       at = g_strstr_len (at + 1, (gssize) (n - (gsize) (at + 1 - begin)), name))
    if (is_credit (begin, at, at + length, at_end))
      return TRUE;
  return FALSE;
}

/* The agency that the text's wire line names, -1: none. */
static gint
find_agency (const Agencies *agencies, const PlxAnalysis *analysis)
{
  gsize n = analysis->n_bytes, head = MIN (n, HEAD_BYTES), tail = MIN (n, TAIL_BYTES);

  for (guint i = 0; i < agencies->names->len; i++)
    {
      const char *name = g_ptr_array_index (agencies->names, i);

      if (has_credit (analysis->text, 0, head, name, FALSE)
          || has_credit (analysis->text, n - tail, tail, name, TRUE))
        return (gint) g_array_index (agencies->agency, guint, i);
    }
  return -1;
}

/* The agency that publishes under this name, -1: it is none. */
static gint
find_publisher (const Agencies *agencies, const char *source)
{
  for (guint i = 0; source != NULL && i < agencies->names->len; i++)
    if (g_ascii_strcasecmp (source, g_ptr_array_index (agencies->names, i)) == 0)
      return (gint) g_array_index (agencies->agency, guint, i);
  return -1;
}

/* edges */

typedef struct {
  gint wire;               // agency that the text names
  gint publisher;          // agency that it is
  const char *published;
} Origin;

/* Less than 0: @a is the origin for this reason, 0: the reason does not tell. */
static int
judge_agency (const Origin *a, const Origin *b)
{
  if (b->wire >= 0 && b->wire == a->publisher && b->publisher != a->publisher)
    return -1;
  if (a->wire >= 0 && a->wire == b->publisher && a->publisher != b->publisher)
    return 1;
  return 0;
}

static int
judge_wire (const Origin *a, const Origin *b)
{
  return (b->wire >= 0) - (a->wire >= 0);
}

/* By what both dates give: a day against an hour of it tells nothing. */
static int
judge_date (const Origin *a, const Origin *b)
{
  gsize n;

  if (a->published == NULL || b->published == NULL)
    return 0;
  n = MIN (strlen (a->published), strlen (b->published));
  return n >= strlen ("2024-01-01") ? strncmp (a->published, b->published, n) : 0;
}

static int
judge_containment (const PlxReuse *edge)
{
  if (edge->share_a_01 >= PLX_CONTAINED_MIN_01 && edge->share_b_01 < PLX_CONTAINS_MAX_01)
    return -1;
  if (edge->share_b_01 >= PLX_CONTAINED_MIN_01 && edge->share_a_01 < PLX_CONTAINS_MAX_01)
    return 1;
  return 0;
}

static void
judge (PlxReuse *edge, const Origin *a, const Origin *b)
{
  const struct { int order; guint reason; } said[] = {
    { judge_agency (a, b), PLX_ORIGIN_AGENCY }, { judge_date (a, b), PLX_ORIGIN_EARLIER },
    { judge_wire (a, b), PLX_ORIGIN_AGENCY }, { judge_containment (edge), PLX_ORIGIN_CONTAINS },
  };
  int order = 0;

  for (guint i = 0; i < G_N_ELEMENTS (said) && order == 0; i++)
    order = said[i].order;
  edge->origin = order == 0 ? -1 : order < 0 ? edge->article_a : edge->article_b;
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    if (order != 0 && said[i].order != 0 && (said[i].order < 0) == (order < 0))
      edge->reasons |= said[i].reason;
}

static void
reuse_free (gpointer data)
{
  PlxReuse *self = data;

  g_free (self->spans_a);
  g_free (self->spans_b);
  g_free (self);
}

static PlxReuse *
reuse_new (const PlxSharing *sharing, const Origin *origins)
{
  PlxReuse *self = g_new0 (PlxReuse, 1);
  gsize n_bytes = sharing->spans_a->len * sizeof (PlxSpan);

  self->article_a = (gint) sharing->a;
  self->article_b = (gint) sharing->b;
  self->n_spans = sharing->spans_a->len;
  self->spans_a = g_memdup2 (sharing->spans_a->data, n_bytes);
  self->spans_b = g_memdup2 (sharing->spans_b->data, n_bytes);
  self->share_a_01 = sharing->share_a_01;
  self->share_b_01 = sharing->share_b_01;
  judge (self, &origins[sharing->a], &origins[sharing->b]);
  return self;
}

/* The member that most others come from stands first in its group. */
static void
order_group (GArray *group, const guint *n_copies, const Origin *origins)
{
  guint best = 0;

  for (guint i = 1; i < group->len; i++)
    {
      guint x = (guint) g_array_index (group, gint, i);
      guint y = (guint) g_array_index (group, gint, best);

      if (n_copies[x] > n_copies[y]
          || (n_copies[x] == n_copies[y] && judge_date (&origins[x], &origins[y]) < 0))
        best = i;
    }
  for (guint i = best; i > 0; i--)
    {
      gint kept = g_array_index (group, gint, i);

      g_array_index (group, gint, i) = g_array_index (group, gint, i - 1);
      g_array_index (group, gint, i - 1) = kept;
    }
}

/**
 * plx_reuse_find:
 * @copies: (out): GArray of gint per group of copies, the origin first
 *
 * Errors:  those of reading the list of agencies
 * Returns: (transfer full): of PlxReuse by articles
 */
GPtrArray *
plx_reuse_find (const PlxComparisonArticle *articles, guint n_articles, GPtrArray **copies,
                GError **error)
{
  const Agencies *agencies = agencies_get (error);
  g_autofree const char **texts = g_new0 (const char *, n_articles + 1);
  g_autofree Origin *origins = g_new0 (Origin, n_articles + 1);
  g_autofree guint *n_copies = g_new0 (guint, n_articles + 1);
  g_autoptr (GArray) sharings = NULL;
  GPtrArray *out;

  if (agencies == NULL)
    return NULL;
  for (guint i = 0; i < n_articles; i++)
    {
      texts[i] = articles[i].analysis->text;
      origins[i] = (Origin) { find_agency (agencies, articles[i].analysis),
                              find_publisher (agencies, articles[i].source),
                              articles[i].published };
    }
  sharings = plx_sharings_find (texts, n_articles, NULL);
  *copies = plx_copies_collect (sharings, n_articles);
  out = g_ptr_array_new_with_free_func (reuse_free);
  for (guint i = 0; i < sharings->len; i++)
    {
      PlxReuse *edge = reuse_new (&g_array_index (sharings, PlxSharing, i), origins);

      if (edge->origin >= 0)
        n_copies[edge->origin]++;
      g_ptr_array_add (out, edge);
    }
  for (guint g = 0; g < (*copies)->len; g++)
    order_group (g_ptr_array_index (*copies, g), n_copies, origins);
  return out;
}

/* origins of claims */

static gboolean
tells (const PlxComparison *comparison, guint claim, guint article)
{
  PlxCellStatus status = plx_comparison_get_cell (comparison, claim, article)->status;

  return status == PLX_CELL_REPORTED || status == PLX_CELL_DIFFERS;
}

static gboolean
stands_in (const PlxEvidence *evidence, gint article, PlxSpan passage)
{
  for (guint i = 0; evidence->article == article && i < evidence->n_spans; i++)
    if (evidence->spans[i].begin < passage.end && passage.begin < evidence->spans[i].end)
      return TRUE;
  return FALSE;
}

/* Whether both have the claim from one shared passage. */
static gboolean
share_evidence (const PlxComparison *comparison, guint claim, const PlxReuse *edge)
{
  guint a = (guint) edge->article_a, b = (guint) edge->article_b;

  if (!tells (comparison, claim, a) || !tells (comparison, claim, b))
    return FALSE;
  for (guint i = 0; i < edge->n_spans; i++)
    if (stands_in (&plx_comparison_get_cell (comparison, claim, a)->evidence, edge->article_a,
                   edge->spans_a[i])
        && stands_in (&plx_comparison_get_cell (comparison, claim, b)->evidence, edge->article_b,
                      edge->spans_b[i]))
      return TRUE;
  return FALSE;
}

/* Articles that tell @claim; those that copy one text and those that have it from
 * one passage count once. */
guint
plx_origins_count (const PlxComparison *comparison, guint claim)
{
  g_autofree guint *parent = g_new (guint, comparison->n_articles + 1);
  g_autofree gboolean *is_counted = g_new0 (gboolean, comparison->n_articles + 1);
  guint n = 0;

  for (guint i = 0; i < comparison->n_articles; i++)
    parent[i] = i;
  for (guint g = 0; g < comparison->copies->len; g++)
    {
      const GArray *group = g_ptr_array_index (comparison->copies, g);

      for (guint i = 1; i < group->len; i++)
        parent[plx_group_root (parent, (guint) g_array_index (group, gint, i))] =
          plx_group_root (parent, (guint) g_array_index (group, gint, 0));
    }
  for (guint i = 0; i < comparison->reuse->len; i++)
    {
      const PlxReuse *edge = g_ptr_array_index (comparison->reuse, i);

      if (share_evidence (comparison, claim, edge))
        parent[plx_group_root (parent, (guint) edge->article_b)] =
          plx_group_root (parent, (guint) edge->article_a);
    }
  for (guint i = 0; i < comparison->n_articles; i++)
    {
      guint root = plx_group_root (parent, i);

      if (!tells (comparison, claim, i) || is_counted[root])
        continue;
      is_counted[root] = TRUE;
      n++;
    }
  return n;
}
