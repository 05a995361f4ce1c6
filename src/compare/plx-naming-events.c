/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-compare-private.h"

#include "compare/plx-tuning.h"

#include <string.h>

/* How each article names what happened: "the attack", "this massacre", "the
 * tragic incident". A noun counts where it means one happening: behind "the",
 * "this" or an owner, or in the first sentences, where "an attack" is still
 * news. Nouns of one kind (event-nouns.tsv) make one row; "incident" and the
 * like belong to the kind that the story is about. */

typedef struct {
  guint article;
  guint token;
  guint32 first;       // of its modifiers, a byte
  guint kinds;
  gint kind;
} Use;

typedef struct {
  guint n_uses;
  guint n_articles;
  gint last_article;
} Kind;

static gboolean
is_one_of (const char *upos, const char *a, const char *b)
{
  return strcmp (upos, a) == 0 || strcmp (upos, b) == 0;
}

static gboolean
lemma_is (const PlxToken *token, const char *const *lemmas)
{
  return token->lemma != NULL && g_strv_contains (lemmas, token->lemma);
}

/* Whether the noun means one happening; @first: where its modifiers begin. */
static gboolean
is_definite (const PlxAnalysis *analysis, guint noun, guint32 *first)
{
  static const char *const definite[] = { "the", "this", "that", "these", "those", "'s", "’s",
                                          "its", "their", "his", "her", NULL };
  static const char *const indefinite[] = { "a", "an", NULL };
  const PlxToken *token = PLX_TOKEN (analysis, noun);
  gboolean adjoins = TRUE;

  *first = token->span.begin;
  for (guint back = 1; back <= PLX_EVENT_MAX_MODIFIERS && back <= noun; back++)
    {
      const PlxToken *before = PLX_TOKEN (analysis, noun - back);

      if (before->sentence != token->sentence)
        return FALSE;
      if (lemma_is (before, definite))
        return TRUE;
      if (lemma_is (before, indefinite))
        return token->sentence < PLX_EVENT_LEAD_SENTENCES;
      adjoins = adjoins && is_one_of (before->upos, "ADJ", "NOUN");
      if (adjoins)
        *first = before->span.begin;
      else if (!is_one_of (before->upos, "PROPN", "NUM")
               && !is_one_of (before->upos, "ADV", "PUNCT")
               && !is_one_of (before->upos, "ADJ", "NOUN"))
        return FALSE;
    }
  return FALSE;
}

static void
find_uses (const PlxCompareJob *job, guint article, GArray *uses)
{
  const PlxAnalysis *analysis = job->articles[article].analysis;

  for (guint i = 0; i < analysis->tokens->len; i++)
    {
      const PlxToken *token = PLX_TOKEN (analysis, i);
      const PlxToken *next = i + 1 < analysis->tokens->len ? token + 1 : NULL;
      Use use = { article, i, 0, 0, -1 };

      if (token->lemma == NULL || token->upos == NULL || strcmp (token->upos, "NOUN") != 0
          || (use.kinds = plx_framing_lists_event (job->framing_lists, token->lemma)) == 0)
        continue;
      if (next != NULL && next->sentence == token->sentence
          && is_one_of (next->upos, "NOUN", "PROPN"))
        continue;   // an attack helicopter
      if (is_definite (analysis, i, &use.first))
        g_array_append_val (uses, use);
    }
}

static void
count_use (Kind *kind, const Use *use)
{
  if (kind->n_uses == 0 || kind->last_article != (gint) use->article)
    kind->n_articles++;
  kind->last_article = (gint) use->article;
  kind->n_uses++;
}

static gboolean
is_stronger (const Kind *a, const Kind *b)
{
  if (a->n_articles != b->n_articles)
    return a->n_articles > b->n_articles;
  return a->n_uses > b->n_uses;
}

/* The strongest of the kinds in @mask, -1: none was used. */
static gint
strongest (const Kind *kinds, guint n_kinds, guint mask)
{
  gint best = -1;

  for (guint k = 0; k < n_kinds; k++)
    if ((mask & 1u << k) && kinds[k].n_uses > 0
        && (best < 0 || is_stronger (&kinds[k], &kinds[best])))
      best = (gint) k;
  return best;
}

/* Nouns of one kind first; then those of several or of any join the strongest. */
static void
settle_kinds (const PlxCompareJob *job, GArray *uses, Kind *kinds)
{
  guint n_kinds = plx_framing_lists_n_kinds (job->framing_lists);

  for (guint i = 0; i < uses->len; i++)
    {
      Use *use = &g_array_index (uses, Use, i);

      if (!(use->kinds & PLX_EVENT_ANY) && (use->kinds & (use->kinds - 1)) == 0)
        {
          use->kind = (gint) g_bit_nth_lsf (use->kinds, -1);
          count_use (&kinds[use->kind], use);
        }
    }
  for (guint i = 0; i < uses->len; i++)
    {
      Use *use = &g_array_index (uses, Use, i);

      if (use->kind < 0)
        use->kind = strongest (kinds, n_kinds, use->kinds & PLX_EVENT_ANY ? G_MAXUINT
                                                                          : use->kinds);
    }
}

static char *
dup_form (const PlxAnalysis *analysis, const Use *use, PlxSpan *span)
{
  g_autofree char *text = NULL;

  *span = (PlxSpan) { use->first, PLX_TOKEN (analysis, use->token)->span.end };
  text = plx_analysis_dup_span (analysis, *span);
  return g_utf8_strdown (text, -1);
}

/* The noun that most uses of the kind have; of several the first. */
static const char *
row_name (const PlxCompareJob *job, const GArray *uses, gint kind)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  const char *best = NULL;
  guint most = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < uses->len; i++)
      {
        const Use *use = &g_array_index (uses, Use, i);
        const char *lemma = PLX_TOKEN (job->articles[use->article].analysis, use->token)->lemma;
        guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, lemma));

        if (use->kind != kind || (use->kinds & PLX_EVENT_ANY))
          continue;
        if (pass == 0)
          g_hash_table_insert (counts, (gpointer) lemma, GUINT_TO_POINTER (n + 1));
        else if (n > most)
          {
            most = n;
            best = lemma;
          }
      }
  return best;
}

static void
add_row (PlxCompareJob *job, const GArray *uses, gint kind)
{
  const char *name = row_name (job, uses, kind);
  PlxNaming *naming = NULL;

  for (guint i = 0; i < uses->len; i++)
    {
      const Use *use = &g_array_index (uses, Use, i);
      PlxSpan span;
      char *form;

      if (use->kind != kind)
        continue;
      if (naming == NULL || naming->article != (gint) use->article)
        {
          naming = plx_naming_new (name, PLX_ENTITY_EVENT, use->article);
          g_ptr_array_add (job->out->naming, naming);
        }
      form = dup_form (job->articles[use->article].analysis, use, &span);
      plx_naming_count (naming, form, PLX_FORM_DESCRIPTION, span);
    }
}

/* Rows for the kinds that most articles name, behind those of the entities. */
void
plx_event_naming_find (PlxCompareJob *job)
{
  guint n_kinds = plx_framing_lists_n_kinds (job->framing_lists);
  g_autofree Kind *kinds = g_new0 (Kind, n_kinds + 1);
  g_autoptr (GArray) uses = g_array_new (FALSE, FALSE, sizeof (Use));
  guint first = job->out->naming->len, open = n_kinds < 31 ? (1u << n_kinds) - 1 : G_MAXUINT >> 1;

  for (guint a = 0; a < job->n_articles; a++)
    find_uses (job, a, uses);
  settle_kinds (job, uses, kinds);
  for (guint n = 0; n < PLX_EVENT_MAX_ROWS; n++)
    {
      gint kind = strongest (kinds, n_kinds, open);

      if (kind < 0 || kinds[kind].n_articles < MIN (2, job->n_articles)
          || kinds[kind].n_uses < PLX_EVENT_MIN_USES)
        break;
      add_row (job, uses, kind);
      open &= ~(1u << kind);
    }
  for (guint i = first; i < job->out->naming->len; i++)
    plx_naming_close (g_ptr_array_index (job->out->naming, i));
}
