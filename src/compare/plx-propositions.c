/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-propositions.h"

#include "compare/plx-text.h"
#include "compare/plx-tree.h"
#include "compare/plx-tuning.h"

#include <string.h>

/* Every token is marked with what it heads: nothing, or a proposition of some
 * kind. A proposition may only hang on one that is said in earnest: what stands
 * in an "if" or behind "to" is part of what it hangs on. */

typedef enum {
  HEADS_NOTHING,
  HEADS_SENTENCE,
  HEADS_CONJUNCT,    // "… and left"
  HEADS_PARALLEL,    // "…; the army stayed"
  HEADS_RELATIVE,    // ", which lasted an hour,"
  HEADS_APART,       // "while the army stayed"
  HEADS_ASIDE,       // ", reaching the coast"; ", to be finished in May"
  HEADS_DETAIL,      // the second figure of "rose 3 feet in 20 minutes", "12 cars and 3 buses"
} Kind;

static gboolean
has_choice (const PlxTree *tree, guint i)
{
  for (guint j = 0; j < tree->n; j++)
    if (tree->head[j] == (gint) i && plx_tree_is_rel (tree, j, "cc")
        && (plx_tree_classes_of (tree, j) & PLX_CLAIM_CHOICE))
      return TRUE;
  return FALSE;
}

static gboolean
is_quoted_apart (const PlxTree *tree, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (plx_tree_is_quote (tree, i))
      return TRUE;
  return FALSE;
}

/* "will be finished and sold": the second takes the auxiliaries of the first,
 * which say nothing else. */
static gboolean
shares_auxiliary (const PlxTree *tree, guint first, guint i)
{
  return plx_tree_auxiliary_of (tree, first) >= 0 && plx_tree_auxiliary_of (tree, i) < 0
         && g_strcmp0 (plx_tree_token_at (tree, first)->xpos,
                       plx_tree_token_at (tree, i)->xpos) == 0
         && !plx_tree_is_negated (tree, first);
}

/* What stands before the content that a conjunct is part of: the token of the
 * content, and where it begins; -1: it is part of none. */
static gint
framed_content (const PlxTree *tree, gint at, guint *from, guint *n_words)
{
  while (at >= 0 && !plx_tree_is_rel (tree, (guint) at, "ccomp")
         && tree->kind[at] == HEADS_NOTHING)
    at = tree->head[at];
  if (at < 0 || !plx_tree_is_rel (tree, (guint) at, "ccomp") || tree->owner[at] == at)
    return -1;
  *from = plx_tree_first_under (tree, (guint) at);
  *n_words = 0;
  for (guint j = 0; j < *from; j++)
    *n_words += tree->owner[j] == tree->owner[at];
  return at;
}

/* Whether so much is said before the content that it cannot be taken over. */
static gboolean
has_long_frame (const PlxTree *tree, gint at)
{
  guint from, n_words;

  return framed_content (tree, at, &from, &n_words) >= 0 && n_words > PLX_FRAME_MAX_WORDS;
}

static gboolean
is_conjunct (const PlxTree *tree, guint i)
{
  guint first = (guint) tree->head[i];
  gint subject = plx_tree_subject_of (tree, i);

  if (!plx_tree_is_predicate (tree, i) || has_choice (tree, i) || subject < 0
      || has_long_frame (tree, tree->head[i])
      || plx_tree_count_content (tree, i) < PLX_PART_MIN_WORDS)
    return FALSE;
  if (plx_tree_own_subject (tree, i) >= 0)
    return plx_tree_is_finite (tree, i);
  if (is_quoted_apart (tree, (guint) subject, first))
    return FALSE;
  return plx_tree_is_finite (tree, i) || shares_auxiliary (tree, first, i)
         || (plx_tree_is_tag (tree, i, "VBN")
             && plx_tree_is_tag (tree, first, "VBD"));   // a slip of the tags
}

static gboolean
is_relative (const PlxTree *tree, guint i)
{
  gint subject = plx_tree_own_subject (tree, i);
  guint from = plx_tree_first_under (tree, i);

  return subject >= 0 && (guint) subject == from && from > 0
         && (plx_tree_classes_of (tree, from) & PLX_CLAIM_RELATIVE) && plx_tree_is_finite (tree, i)
         && plx_tree_is_punct (tree, from - 1)
         && plx_tree_count_content (tree, i) >= PLX_PART_MIN_WORDS;
}

static gboolean
is_apart (const PlxTree *tree, guint i)
{
  gint mark = plx_tree_child_of (tree, i, "mark");

  return mark >= 0 && (plx_tree_classes_of (tree, (guint) mark) & PLX_CLAIM_APART)
         && plx_tree_own_subject (tree, i) >= 0 && plx_tree_is_finite (tree, i)
         && !plx_tree_is_negated (tree, (guint) tree->head[i])
         && plx_tree_count_content (tree, i) >= PLX_PART_MIN_WORDS;
}

/* What an aside says more of; of several asides in a row all of the same. */
static gint
governor_of (const PlxTree *tree, guint i)
{
  gint owner = tree->owner[tree->head[i]];

  for (guint n = 0; owner >= 0 && tree->kind[owner] == HEADS_ASIDE && n < tree->n; n++)
    owner = tree->owner[tree->head[owner]];
  return owner;
}

/* What hangs on a sentence, behind it, without a finite verb of its own. */
static gboolean
is_aside (const PlxTree *tree, guint i)
{
  gint mark = plx_tree_child_of (tree, i, "mark"), owner = governor_of (tree, i);
  guint from = plx_tree_first_under (tree, i);
  gboolean apart = from == 0 || plx_tree_is_edge (tree, from - 1)
                   || plx_tree_is_rel (tree, i, "conj");
  gboolean infinitive = mark >= 0 && plx_tree_is_tag (tree, (guint) mark, "TO")
                        && plx_tree_is_tag (tree, i, "VB VBN");

  if (plx_tree_own_subject (tree, i) >= 0 || owner < 0 || tree->head[i] > (gint) i
      || tree->kind[owner] == HEADS_RELATIVE
      || plx_tree_subject_of (tree, (guint) owner) < 0
      || !plx_tree_is_finite (tree, (guint) owner) || plx_tree_is_negated (tree, (guint) owner)
      || plx_tree_count_content (tree, i) < PLX_ASIDE_MIN_WORDS)
    return FALSE;
  if (infinitive || mark < 0)
    return apart && (infinitive || (plx_tree_is_tag (tree, i, "VBG")
                                    && plx_tree_auxiliary_of (tree, i) < 0));
  return plx_tree_is_tag (tree, i, "VBG")
         && (plx_tree_classes_of (tree, (guint) mark) & PLX_CLAIM_BEFORE) != 0;
}

/* Whether a comma, colon or dash stands before a clause, a quotation mark or not. */
static gboolean
is_broken_off (const PlxTree *tree, guint from)
{
  while (from > 0 && plx_tree_is_quote (tree, from - 1))
    from--;
  return from == 0 || plx_tree_is_punct (tree, from - 1);
}

static gboolean
is_parallel (const PlxTree *tree, guint i)
{
  return plx_tree_own_subject (tree, i) >= 0 && plx_tree_is_finite (tree, i)
         && is_broken_off (tree, plx_tree_first_under (tree, i))
         && (!tree->cue[i] || plx_tree_child_of (tree, i, "ccomp") >= 0);
}

static gboolean
is_date_word (const PlxTree *tree, guint i)
{
  PlxSpan span = plx_tree_token_at (tree, i)->span;
  g_autofree char *word = plx_text_fold (tree->analysis->text + span.begin,
                                         plx_span_length (span));
  guint64 year = span.end - span.begin == 4 ? g_ascii_strtoull (word, NULL, 10) : 0;

  return (plx_lexicon_classes (tree->lexicon, word) & (PLX_WORD_MONTH | PLX_WORD_WEEKDAY)) != 0
         || (year > 1800 && year < 2100);
}

/* Whether a phrase has a number that is none of a date. */
static gboolean
has_figure (const PlxTree *tree, guint root)
{
  gboolean figure = FALSE;

  for (guint i = 0; i < tree->n; i++)
    if ((plx_tree_is_tag (tree, i, "CD") || is_date_word (tree, i))
        && plx_tree_is_under (tree, i, root))
      {
        if (is_date_word (tree, i))
          return FALSE;
        figure = TRUE;
      }
  return figure;
}

/* The predicate that a figure is told of: of a conjunct that of the first. */
static gint
predicate_of (const PlxTree *tree, guint i)
{
  gint head = tree->head[i];

  if (plx_tree_is_rel (tree, i, "conj") && head >= 0)
    head = plx_tree_is_rel (tree, (guint) head, "obj")
               || plx_tree_is_rel (tree, (guint) head, "nsubj")
             ? tree->head[head] : -1;
  return head;
}

static gboolean
is_listed (const PlxTree *tree, guint i)
{
  return plx_tree_is_rel (tree, i, "conj") && plx_tree_child_of (tree, i, "nummod") >= 0
         && !has_choice (tree, i);
}

/* A figure after the first of its predicate is a claim of its own: reports agree
 * on the one and differ on the other. */
static gboolean
is_detail (const PlxTree *tree, guint i)
{
  gint predicate = predicate_of (tree, i);

  if (predicate < 0 || !tree->hosts[predicate] || has_long_frame (tree, predicate)
      || plx_tree_subject_of (tree, (guint) predicate) < 0
      || plx_tree_is_negated (tree, (guint) predicate)
      || !(plx_tree_is_finite (tree, (guint) predicate)
           || plx_tree_is_tag (tree, (guint) predicate, "VBN")))
    return FALSE;
  if (plx_tree_is_rel (tree, i, "conj"))
    return is_listed (tree, i)
           && (plx_tree_is_rel (tree, (guint) tree->head[i], "obj") || i < (guint) predicate);
  if (!plx_tree_is_rel (tree, i, "obl") || i < (guint) predicate || !has_figure (tree, i))
    return FALSE;
  for (guint j = (guint) predicate + 1; j < i; j++)
    if (tree->head[j] == predicate && !plx_tree_is_punct (tree, j)
        && (plx_tree_is_rel (tree, j, "obl") || plx_tree_is_rel (tree, j, "obj"))
        && has_figure (tree, j))
      return TRUE;
  return FALSE;
}

/* What token @i heads; that of its own head must be known. */
static Kind
kind_of (const PlxTree *tree, guint i)
{
  gint head = tree->head[i];

  if (head < 0)
    return HEADS_SENTENCE;
  if (is_detail (tree, i))
    return HEADS_DETAIL;
  if (plx_tree_is_rel (tree, i, "acl"))
    return is_relative (tree, i) ? HEADS_RELATIVE
           : tree->owner[head] >= 0 && tree->hosts[tree->owner[head]] && is_aside (tree, i)
             ? HEADS_ASIDE : HEADS_NOTHING;
  if (!tree->hosts[head])
    return HEADS_NOTHING;
  if (plx_tree_is_rel (tree, i, "conj") && tree->kind[head] == HEADS_ASIDE)
    return is_aside (tree, i) ? HEADS_ASIDE : HEADS_NOTHING;
  if (plx_tree_is_rel (tree, i, "conj"))
    return is_conjunct (tree, i) ? HEADS_CONJUNCT : HEADS_NOTHING;
  if (plx_tree_is_rel (tree, i, "parataxis"))
    return is_parallel (tree, i) ? HEADS_PARALLEL : HEADS_NOTHING;
  if (plx_tree_is_rel (tree, i, "advcl"))
    return is_apart (tree, i) ? HEADS_APART
           : is_aside (tree, i) ? HEADS_ASIDE : HEADS_NOTHING;
  return HEADS_NOTHING;
}

/* From the roots down; tokens that form a ring stay unmarked. */
static void
mark_heads (PlxTree *tree)
{
  g_autofree guint8 *done = g_new0 (guint8, tree->n + 1);
  gboolean more = TRUE;

  while (more)
    {
      more = FALSE;
      for (guint i = 0; i < tree->n; i++)
        if (!done[i] && (tree->head[i] < 0 || done[tree->head[i]] == 1))
          {
            tree->kind[i] = (guint8) kind_of (tree, i);
            tree->hosts[i] = (tree->kind[i] != HEADS_NOTHING && tree->kind[i] != HEADS_DETAIL)
                             || (plx_tree_is_rel (tree, i, "ccomp") && tree->hosts[tree->head[i]]);
            tree->owner[i] = tree->kind[i] != HEADS_NOTHING ? (gint) i
                                                            : tree->owner[tree->head[i]];
            done[i] = 1;
            more = TRUE;
          }
    }
}

static void
add_word (guint8 *taken, guint i)
{
  taken[i] = 1;
}

/* A phrase without what is a proposition of its own. */
static void
add_phrase (const PlxTree *tree, guint root, guint8 *taken)
{
  for (guint i = 0; i < tree->n; i++)
    if (tree->owner[i] == tree->owner[root] && plx_tree_is_under (tree, i, root))
      add_word (taken, i);
}

static void
add_children (const PlxTree *tree, guint i, const char *rel, guint8 *taken)
{
  for (guint j = 0; j < tree->n; j++)
    if (tree->head[j] == (gint) i && plx_tree_is_rel (tree, j, rel))
      add_phrase (tree, j, taken);
}

/* Whether a sentence begins with a subordinator that its own predicate has: it is
 * half a sentence, or was read so. "The question is whether …" is a whole one. */
static gboolean
is_dependent (const PlxTree *tree, guint head)
{
  gint mark = plx_tree_child_of (tree, head, "mark");

  if (mark < 0 || mark > (gint) head || plx_tree_is_tag (tree, (guint) mark, "TO")
      || (tree->kind[head] != HEADS_SENTENCE && tree->kind[head] != HEADS_PARALLEL))
    return FALSE;
  for (guint i = 0; i < (guint) mark; i++)
    if (tree->owner[i] == (gint) head && !plx_tree_is_punct (tree, i)
        && !plx_tree_is_rel (tree, i, "cc"))
      return FALSE;
  return TRUE;
}

/* "Though nobody came": what such a half says stands without its "though", unless
 * what it hangs on was read as part of it. */
static gboolean
is_loose_mark (const PlxTree *tree, guint i, guint head)
{
  if (!(plx_tree_classes_of (tree, i) & PLX_CLAIM_APART) || !is_dependent (tree, head))
    return FALSE;
  for (guint j = head; j < tree->n; j++)
    if (tree->owner[j] == (gint) head && plx_tree_is_tag (tree, j, ","))
      return FALSE;
  return TRUE;
}

/* Words that only join a proposition to the rest: "and", "as well as". */
static gboolean
is_joint (const PlxTree *tree, guint i, guint head)
{
  if (plx_tree_is_rel (tree, i, "fixed") && tree->head[i] >= 0)
    i = (guint) tree->head[i];
  if (tree->head[i] != (gint) head)
    return FALSE;
  if (plx_tree_is_rel (tree, i, "cc") && i < head)
    return TRUE;
  if (tree->kind[head] != HEADS_ASIDE && plx_tree_is_rel (tree, i, "mark")
      && (tree->kind[head] == HEADS_APART || is_loose_mark (tree, i, head)))
    return TRUE;
  return tree->kind[head] == HEADS_RELATIVE && (gint) i == plx_tree_own_subject (tree, head);
}

/* "Lian said" before "… and is ready": the words before what a conjunct of the
 * content hangs on. */
static void
add_frame (const PlxTree *tree, guint i, gint at, guint8 *taken)
{
  guint from, n_words;

  at = framed_content (tree, at, &from, &n_words);
  for (guint j = 0; at >= 0 && j < from; j++)
    if (tree->owner[j] == tree->owner[at] && !is_joint (tree, j, (guint) tree->owner[at]))
      add_word (taken, j);
  if (at >= 0 && plx_tree_child_of (tree, i, "mark") < 0)
    add_children (tree, (guint) at, "mark", taken);   // "asked whether"
}

/* What stands before a noun or with it and is no part of what it names. */
static gboolean
is_outside (const PlxTree *tree, guint i)
{
  static const char *const rels[] = { "case", "cc", "mark", "cop", "nsubj", "punct" };

  for (guint r = 0; r < G_N_ELEMENTS (rels); r++)
    if (plx_tree_is_rel (tree, i, rels[r]))
      return TRUE;
  return FALSE;
}

static void
add_antecedent (const PlxTree *tree, guint i, guint8 *taken)
{
  guint noun = (guint) tree->head[i], from = plx_tree_first_under (tree, i);

  for (guint j = 0; j < from; j++)
    if (tree->owner[j] == tree->owner[noun] && plx_tree_is_under (tree, j, noun)
        && !(tree->head[j] == (gint) noun && is_outside (tree, j)))
      add_word (taken, j);
}

static void
add_conjunct (const PlxTree *tree, guint i, guint8 *taken)
{
  guint first = (guint) tree->head[i];
  gint subject = plx_tree_subject_of (tree, i);

  if (plx_tree_own_subject (tree, i) < 0 && subject >= 0)
    {
      gint relative = tree->head[subject];

      if (tree->kind[relative] == HEADS_RELATIVE)
        add_antecedent (tree, (guint) relative, taken);
      else
        add_phrase (tree, (guint) subject, taken);
      if (!plx_tree_is_finite (tree, i) && shares_auxiliary (tree, first, i))
        add_children (tree, first, "aux", taken);
      for (guint j = 0; j < first; j++)
        if (tree->head[j] == (gint) first && (plx_tree_classes_of (tree, j) & PLX_CLAIM_HEDGE))
          add_word (taken, j);
    }
  if (!tree->cue[i])
    add_frame (tree, i, tree->head[i], taken);
}

/* The least of the sentence that an aside needs to be one: all of a short one. */
static void
add_core (const PlxTree *tree, guint i, guint8 *taken)
{
  static const char *const rels[] = { "aux", "cop", "obj", "iobj", "xcomp", "compound", "ccomp" };
  guint verb = (guint) governor_of (tree, i), n = 0;
  gint subject = plx_tree_subject_of (tree, verb);

  for (guint j = 0; j < tree->n; j++)
    n += tree->owner[j] == (gint) verb;
  for (guint j = 0; j < tree->n && n <= PLX_CORE_MAX_WORDS; j++)
    if (tree->owner[j] == (gint) verb && !plx_tree_is_edge (tree, j)
        && !is_joint (tree, j, verb)
        && !(tree->head[j] == (gint) verb && plx_tree_is_rel (tree, j, "cc")))
      add_word (taken, j);
  add_word (taken, verb);
  if (subject >= 0)
    add_phrase (tree, (guint) subject, taken);
  for (guint r = 0; r < G_N_ELEMENTS (rels); r++)
    add_children (tree, verb, rels[r], taken);
}

/* "The river rose" for "in 20 minutes", "the fire destroyed" for "and 3 buses". */
static void
add_told (const PlxTree *tree, guint i, guint8 *taken)
{
  static const char *const rels[] = { "aux", "cop", "compound", "iobj" };
  guint predicate = (guint) predicate_of (tree, i);
  gint subject = plx_tree_subject_of (tree, predicate);
  gboolean listed = plx_tree_is_rel (tree, i, "conj");

  add_word (taken, predicate);
  if (!listed || tree->head[i] != subject)
    add_phrase (tree, (guint) subject, taken);
  for (guint r = 0; r < G_N_ELEMENTS (rels); r++)
    add_children (tree, predicate, rels[r], taken);
  if (!listed)
    add_children (tree, predicate, "obj", taken);
  add_frame (tree, i, (gint) predicate, taken);
}

/* The words of a proposition that it has from elsewhere. */
static void
take_over (const PlxTree *tree, guint i, guint8 *taken)
{
  switch ((Kind) tree->kind[i])
    {
    case HEADS_CONJUNCT:
      add_conjunct (tree, i, taken);
      break;
    case HEADS_RELATIVE:
      add_antecedent (tree, i, taken);
      break;
    case HEADS_ASIDE:
      add_core (tree, i, taken);
      break;
    case HEADS_DETAIL:
      add_told (tree, i, taken);
      break;
    case HEADS_PARALLEL:
    case HEADS_APART:
    case HEADS_SENTENCE:
    case HEADS_NOTHING:
      break;
    }
}

/* "If the river rises" alone says nothing. */
static gboolean
is_half (const PlxTree *tree, guint head)
{
  gint mark = plx_tree_child_of (tree, head, "mark");

  return is_dependent (tree, head)
         && !(plx_tree_classes_of (tree, (guint) mark) & PLX_CLAIM_APART);
}

static void
collect_own (const PlxTree *tree, guint head, GArray *own)
{
  for (guint i = 0; i < tree->n; i++)
    if (tree->owner[i] == (gint) head && !is_joint (tree, i, head)
        && !(own->len == 0 && (plx_tree_is_edge (tree, i) || plx_tree_is_rel (tree, i, "cc"))))
      {
        guint token = tree->first + i;

        g_array_append_val (own, token);
      }
  while (own->len > 0
         && plx_tree_is_edge (tree, g_array_index (own, guint, own->len - 1) - tree->first))
    g_array_set_size (own, own->len - 1);
}

static void
proposition_free (gpointer data)
{
  PlxProposition *self = data;

  g_array_unref (self->own);
  g_array_unref (self->words);
  g_free (self);
}

static void
add_proposition (const PlxTree *tree, guint head, GPtrArray *out)
{
  g_autofree guint8 *taken = g_new0 (guint8, tree->n + 1);
  PlxProposition *new = g_new0 (PlxProposition, 1);

  new->head = tree->first + head;
  new->is_half = is_half (tree, head);
  new->is_aside = tree->kind[head] == HEADS_ASIDE;
  new->is_detail = tree->kind[head] == HEADS_DETAIL;
  new->is_complete = new->is_aside || new->is_detail || (plx_tree_subject_of (tree, head) >= 0
                                       && (plx_tree_is_finite (tree, head)
                                           || tree->kind[head] == HEADS_CONJUNCT));
  new->own = g_array_new (FALSE, FALSE, sizeof (guint));
  new->words = g_array_new (FALSE, FALSE, sizeof (guint));
  collect_own (tree, head, new->own);
  if (new->own->len == 0)
    {
      proposition_free (new);
      return;
    }
  new->span.begin = PLX_TOKEN (tree->analysis, g_array_index (new->own, guint, 0))->span.begin;
  new->span.end = PLX_TOKEN (tree->analysis,
                             g_array_index (new->own, guint, new->own->len - 1))->span.end;
  take_over (tree, head, taken);
  for (guint i = 0; i < new->own->len; i++)
    add_word (taken, g_array_index (new->own, guint, i) - tree->first);
  for (guint i = 0; i < tree->n; i++)
    if (taken[i])
      {
        guint token = tree->first + i;

        g_array_append_val (new->words, token);
      }
  g_ptr_array_add (out, new);
}

static void
mark_cues (PlxTree *tree, const GArray *statements)
{
  const PlxAnalysis *analysis = tree->analysis;

  for (guint s = 0; statements != NULL && s < statements->len; s++)
    {
      const PlxStatement *statement = PLX_STATEMENT (analysis, g_array_index (statements, gint, s));

      for (guint l = 0; l < statement->levels.n; l++)
        {
          PlxSlice cue = PLX_LEVEL (analysis, statement->levels.first + l)->cue;

          for (guint c = 0; c < cue.n; c++)
            for (guint i = 0; i < tree->n; i++)
              tree->cue[i] |= plx_span_overlaps (*PLX_SPAN (analysis, cue.first + c),
                                                 plx_tree_token_at (tree, i)->span);
        }
    }
}

/* FALSE: there is no tree. */
static gboolean
read_tree (PlxTree *tree)
{
  gboolean known = FALSE;

  for (guint i = 0; i < tree->n; i++)
    {
      gint32 head = plx_tree_token_at (tree, i)->head;

      known |= plx_tree_token_at (tree, i)->deprel != NULL;
      tree->head[i] = head >= (gint32) tree->first && head < (gint32) (tree->first + tree->n)
                        ? head - (gint32) tree->first : -1;
      tree->owner[i] = -1;
    }
  return known;
}

static guint
first_token (const PlxAnalysis *analysis, guint32 byte)
{
  guint low = 0, high = analysis->tokens->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (PLX_TOKEN (analysis, middle)->span.begin < byte)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * plx_propositions_read:
 * @sentence: without its dateline
 * @statements: (nullable): gint: those of the sentence
 *
 * Cost:    quadratic in the words of the sentence; one of more than
 *          PLX_PROPOSITION_MAX_WORDS has none
 * Returns: (transfer full): PlxProposition in order of their predicates; empty: no tree
 */
GPtrArray *
plx_propositions_read (const PlxAnalysis *analysis, PlxSpan sentence, const GArray *statements,
                       const PlxLexicon *lexicon, const PlxClaimWords *words)
{
  GPtrArray *out = g_ptr_array_new_with_free_func (proposition_free);
  guint first = first_token (analysis, sentence.begin);
  PlxTree tree = { .analysis = analysis, .lexicon = lexicon, .words = words, .first = first,
                .n = first_token (analysis, sentence.end) - first };
  g_autofree gint *head = NULL, *owner = NULL;
  g_autofree guint8 *kind = NULL, *hosts = NULL, *cue = NULL;

  if (tree.n == 0 || tree.n > PLX_PROPOSITION_MAX_WORDS)
    return out;
  tree.head = head = g_new0 (gint, tree.n);
  tree.owner = owner = g_new0 (gint, tree.n);
  tree.kind = kind = g_new0 (guint8, tree.n);
  tree.hosts = hosts = g_new0 (guint8, tree.n);
  tree.cue = cue = g_new0 (guint8, tree.n);
  if (!read_tree (&tree))
    return out;
  mark_cues (&tree, statements);
  mark_heads (&tree);
  for (guint i = 0; i < tree.n; i++)
    if (tree.kind[i] != HEADS_NOTHING)
      add_proposition (&tree, i, out);
  return out;
}
