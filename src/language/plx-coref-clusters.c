/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-coref-private.h"

#include <math.h>
#include <string.h>

/* Which phrases speak of one thing. From the first phrase to the last each
 * joins the cluster of the earlier phrase that fits best, or begins its own.
 *
 *   1. Names of one entity are one cluster; two named entities never meet.
 *   2. "he" and "she" never meet, and are no bodies or places.
 *
 * Pronouns get their entities at once, for the steps that ask who spoke. All
 * other phrases are filed when the article has been read: until then a phrase
 * that covers half a sentence would hide the names in it. */

/* "he" and "she" mean somebody, and rather one with a name: what the scores of
 * such clusters gain, and what that of none loses. */
#define NAMED_PERSON 2.0f
#define OPEN_PERSON 2.0f
/* What a pronoun's cluster gains where the rules say the same. */
#define RULES_AGREE 1.0f

/* A phrase as it is needed later. */
typedef struct {
  PlxSpan span;
  PlxSpan head;
  guint8 type;
  guint8 kind;
  guint8 gender;
  gint32 cluster;        // phrase that began it
  float sure_01;         // that it belongs there
} Phrase;

struct _PlxCorefClusters {
  GArray *phrases;       // Phrase
  guint *size;           // (n phrases) of the cluster that begins there
  gint32 *entity;        // (n phrases) of the cluster that begins there, -1;
                         // a topic's number is that in phrases
};

typedef struct {
  PlxCoref *coref;
  PlxCorefWeights weights;
  const float *vectors;
  float *hidden;         // (n mentions, PLX_COREF_HIDDEN)
  gint32 *root;          // (n mentions)
  float *sure_01;        // (n mentions)
  gint32 *named;         // (n mentions) entity of the cluster that begins there, -1
  guint8 *gender;        // (n mentions) 1 m, 2 f: of its pronouns
  gint32 *of_entity;     // (n entities) cluster of the entity's names, -1
} Linker;

void
plx_coref_init (PlxCoref *self, const PlxNameReading *r)
{
  memset (self, 0, sizeof *self);
  self->r = r;
  self->analysis = r->analysis;
  self->n = r->n;
  self->tokens = g_new0 (PlxCorefToken, r->n + 1);
  self->mentions = g_array_new (FALSE, TRUE, sizeof (PlxCorefMention));
  self->quotes = g_array_new (FALSE, TRUE, sizeof (gint32));
  self->lemma_count = g_hash_table_new (NULL, NULL);
  self->key_count = g_hash_table_new (NULL, NULL);
  self->chunk = g_string_chunk_new (16 * 1024);
  for (guint i = 0; i < self->n; i++)
    {
      g_autofree char *lower = g_utf8_strdown (PLX_TOKEN (r->analysis, i)->lemma, -1);

      self->tokens[i].lemma = g_string_chunk_insert_const (self->chunk, lower);
      self->tokens[i].kid = -1;
      self->tokens[i].quote = -1;
    }
}

void
plx_coref_clear (PlxCoref *self)
{
  g_free (self->tokens);
  g_array_unref (self->mentions);
  g_array_unref (self->quotes);
  g_hash_table_unref (self->lemma_count);
  g_hash_table_unref (self->key_count);
  g_string_chunk_free (self->chunk);
}

static const float *
floats_of_encoder (gconstpointer data, const char *name, gsize n_floats)
{
  return plx_encoder_get_floats (data, name, n_floats);
}

static gboolean
is_third_person (const PlxCorefMention *m)
{
  return m->type == PLX_COREF_PRONOUN && (m->gender == 1 || m->gender == 2);
}

/* Whether "he" or "she", or "it", may be of this kind. */
static gboolean
may_be (PlxEntityKind kind, guint8 gender)
{
  if (kind == PLX_ENTITY_OTHER || kind == PLX_ENTITY_NATIONALITY)
    return TRUE;
  return (kind == PLX_ENTITY_PERSON) == (gender != 3);
}

static gboolean
may_join (const Linker *self, const PlxCorefMention *a, gint32 root)
{
  if (a->named && self->named[root] >= 0 && self->named[root] != a->entity)
    return FALSE;
  if (a->type == PLX_COREF_PRONOUN && a->gender != 0 && self->named[root] >= 0
      && !may_be (PLX_ENTITY (self->coref->analysis, self->named[root])->kind, a->gender))
    return FALSE;
  return !is_third_person (a) || self->gender[root] == 0 || self->gender[root] == a->gender;
}

/* "In his version of events, Vesk said": rules see that the subject to come is
 * meant, when its name follows in the sentence. */
static gboolean
is_named_later (const Linker *self, guint anaphor)
{
  const PlxCorefMention *a = PLX_COREF_MENTION (self->coref, anaphor);
  guint sentence = PLX_TOKEN (self->coref->analysis, a->head)->sentence;

  if (!is_third_person (a) || a->entity < 0)
    return FALSE;
  for (guint i = anaphor + 1; i < self->coref->mentions->len && i < anaphor + 16; i++)
    {
      const PlxCorefMention *m = PLX_COREF_MENTION (self->coref, i);

      if (PLX_TOKEN (self->coref->analysis, m->head)->sentence != sentence)
        return FALSE;
      if (m->named && m->entity == a->entity)
        return self->coref->tokens[m->head].role == PLX_COREF_ROLE_SUBJECT;
    }
  return FALSE;
}

/* A person with a name is rather meant by "he" than one without. */
static float
favour (const Linker *self, const PlxCorefMention *a, gint32 root)
{
  gint32 named = self->named[root];
  float value = is_third_person (a) && named >= 0 ? NAMED_PERSON : 0;

  return a->type == PLX_COREF_PRONOUN && named >= 0 && named == a->entity
         ? value + RULES_AGREE : value;
}

/* How likely the best cluster is, beside the others and none; each counts with
 * its best pair.
 * @scores: of the pairs, very low where they cannot be, and of none */
static float
sureness (const Linker *self, const PlxCorefPair *pairs, const float *scores, guint n, float none)
{
  gint32 roots[PLX_COREF_MAX_PAIRS];
  float best[PLX_COREF_MAX_PAIRS + 1], most = none, sum = 0;
  guint n_roots = 0, r;

  for (guint i = 0; i < n; i++)
    {
      gint32 root = self->root[pairs[i].antecedent];

      for (r = 0; r < n_roots && roots[r] != root; r++)
        ;
      best[r] = r == n_roots ? scores[i] : MAX (best[r], scores[i]);
      roots[r] = root;
      n_roots = MAX (n_roots, r + 1);
      most = MAX (most, scores[i]);
    }
  best[n_roots] = none;
  for (r = 0; r <= n_roots; r++)
    sum += expf (best[r] - most);
  return 1 / sum;
}

static gint32
best_cluster (Linker *self, guint anaphor)
{
  const PlxCorefMention *a = PLX_COREF_MENTION (self->coref, anaphor);
  PlxCorefPair pairs[PLX_COREF_MAX_PAIRS] = { 0 };
  float scores[PLX_COREF_MAX_PAIRS + 1], most, none;
  gboolean later = is_named_later (self, anaphor);
  gboolean settled = (a->named || later) && self->of_entity[a->entity] >= 0;
  guint n = settled || later ? 0 : plx_coref_find_pairs (self->coref, anaphor, pairs);
  gint32 best = settled ? self->of_entity[a->entity] : (gint32) anaphor;
  float before = 1;      // how sure the phrase is that it is read by

  plx_coref_rank (self->coref, &self->weights, self->vectors, anaphor, pairs, n, self->hidden,
                  scores);
  most = none = scores[n] - (is_third_person (a) ? OPEN_PERSON : 0);
  for (guint i = 0; i < n; i++)
    {
      gint32 root = self->root[pairs[i].antecedent];

      scores[i] += favour (self, a, root);
      if (!may_join (self, a, root))
        scores[i] = -G_MAXFLOAT;
      else if (scores[i] > most)
        {
          most = scores[i];
          best = root;
          before = self->sure_01[pairs[i].antecedent];
        }
    }
  self->sure_01[anaphor] = a->type == PLX_COREF_PRONOUN && n > 0
                             ? MIN (before, sureness (self, pairs, scores, n, none)) : 1;
  return best;
}

static void
link_mentions (Linker *self)
{
  for (guint i = 0; i < self->coref->mentions->len; i++)
    {
      const PlxCorefMention *m = PLX_COREF_MENTION (self->coref, i);
      gint32 root = best_cluster (self, i);

      self->root[i] = root;
      if (m->named || is_named_later (self, i))
        {
          self->named[root] = m->entity;
          self->of_entity[m->entity] = root;
        }
      if (is_third_person (m))
        self->gender[root] = m->gender;
    }
}

static gint32 *
new_unknown (guint n)
{
  gint32 *values = g_new (gint32, n + 1);

  memset (values, 0xff, sizeof *values * (n + 1));
  return values;
}

static PlxSpan
span_of (const PlxCoref *coref, guint first, guint end)
{
  return (PlxSpan) { PLX_TOKEN (coref->analysis, first)->span.begin,
                     PLX_TOKEN (coref->analysis, end - 1)->span.end };
}

/* The entity of a cluster without a name is the one that rules gave one of its
 * phrases: a group, an office. */
static PlxCorefClusters *
keep_clusters (const Linker *self)
{
  PlxCorefClusters *kept = g_new0 (PlxCorefClusters, 1);
  guint n = self->coref->mentions->len;

  kept->phrases = g_array_sized_new (FALSE, FALSE, sizeof (Phrase), n);
  kept->size = g_new0 (guint, n + 1);
  kept->entity = new_unknown (n);
  for (guint i = 0; i < n; i++)
    {
      const PlxCorefMention *m = PLX_COREF_MENTION (self->coref, i);
      Phrase phrase = { span_of (self->coref, m->first, m->end),
                        PLX_TOKEN (self->coref->analysis, m->head)->span,
                        m->type, m->kind, m->gender, self->root[i], self->sure_01[i] };

      g_array_append_val (kept->phrases, phrase);
      kept->size[phrase.cluster]++;
      if (self->named[phrase.cluster] >= 0)
        kept->entity[phrase.cluster] = self->named[phrase.cluster];
      else if (kept->entity[phrase.cluster] < 0 && m->entity >= 0
               && self->of_entity[m->entity] < 0)
        kept->entity[phrase.cluster] = m->entity;
    }
  return kept;
}

#define PHRASE(c, i) (&g_array_index ((c)->phrases, Phrase, (i)))

static gboolean
is_pronoun (const Phrase *phrase)
{
  return phrase->type == PLX_COREF_PRONOUN;
}

/* What rules make of a pronoun that the network joins to nothing. */
#define DOUBTED_01 0.5f

/* Pronouns that the network joined to something are no longer what rules made
 * of them; what rules alone say is doubtful. */
static void
file_pronouns (const PlxCorefClusters *self, PlxAnalysis *analysis)
{
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (PlxMention));
  guint m = 0, n = 0, n_mentions = analysis->mentions->len;

  for (guint i = 0; i < self->phrases->len; i++)
    {
      const Phrase *phrase = PHRASE (self, i);
      gint32 entity = self->entity[phrase->cluster];
      PlxMention mention = { phrase->span, entity, PLX_ENTITY_OTHER, PLX_FORM_PRONOUN,
                             phrase->sure_01, "ranked pronoun" };

      if (!is_pronoun (phrase))
        continue;
      for (; m < n_mentions && PLX_MENTION (analysis, m)->span.begin < phrase->span.begin; m++)
        *PLX_MENTION (analysis, n++) = *PLX_MENTION (analysis, m);
      if (self->size[phrase->cluster] < 2)
        {
          if (m < n_mentions && PLX_MENTION (analysis, m)->span.begin == phrase->span.begin
              && PLX_MENTION (analysis, m)->form == PLX_FORM_PRONOUN)
            PLX_MENTION (analysis, m)->confidence_01 = DOUBTED_01;
          continue;
        }
      while (m < n_mentions && PLX_MENTION (analysis, m)->span.begin == phrase->span.begin
             && PLX_MENTION (analysis, m)->form == PLX_FORM_PRONOUN)
        m++;
      if (entity < 0)
        continue;
      mention.kind = PLX_ENTITY (analysis, entity)->kind;
      g_array_append_val (added, mention);
    }
  for (; m < n_mentions; m++)
    *PLX_MENTION (analysis, n++) = *PLX_MENTION (analysis, m);
  g_array_set_size (analysis->mentions, n);
  g_array_append_vals (analysis->mentions, added->data, added->len);
}

static gboolean
has_trees (const PlxAnalysis *analysis)
{
  return analysis->tokens->len > 0 && PLX_TOKEN (analysis, 0)->deprel != NULL;
}

/**
 * plx_coref_clusters_new:
 *
 * Finds which phrases speak of one thing and files the pronouns among them;
 * plx_coref_clusters_file() files the rest once the article has been read.
 *
 * Returns: (nullable): NULL without trees or weights; the rules' work stands
 */
PlxCorefClusters *
plx_coref_clusters_new (const PlxNameLists *lists, const PlxSyntax *syntax, PlxAnalysis *analysis)
{
  PlxNameReading r;
  PlxCoref coref;
  PlxCorefClusters *kept;
  Linker linker = { .coref = &coref };
  guint n;

  if (syntax == NULL || syntax->encoder == NULL || !has_trees (analysis)
      || !plx_coref_weights_load (&linker.weights, syntax->vectors != NULL ? syntax->n_vector : 0,
                                  floats_of_encoder, syntax->encoder))
    return NULL;
  plx_name_reading_init (&r, lists, analysis);
  plx_coref_init (&coref, &r);
  plx_coref_read_trees (&coref);
  plx_coref_find_phrases (&coref);
  plx_coref_describe_mentions (&coref);
  n = coref.mentions->len;
  linker.vectors = syntax->vectors;
  linker.hidden = g_new (float, (gsize) n * PLX_COREF_HIDDEN + 1);
  linker.root = new_unknown (n);
  linker.sure_01 = g_new0 (float, n + 1);
  linker.named = new_unknown (n);
  linker.gender = g_new0 (guint8, n + 1);
  linker.of_entity = new_unknown (analysis->entities->len);
  link_mentions (&linker);
  kept = keep_clusters (&linker);
  file_pronouns (kept, analysis);
  g_array_sort (analysis->mentions, plx_mention_compare);
  g_free (linker.hidden);
  g_free (linker.root);
  g_free (linker.sure_01);
  g_free (linker.named);
  g_free (linker.gender);
  g_free (linker.of_entity);
  plx_coref_clear (&coref);
  plx_name_reading_clear (&r);
  return kept;
}

void
plx_coref_clusters_free (PlxCorefClusters *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->phrases);
  g_free (self->size);
  g_free (self->entity);
  g_free (self);
}

/* The mention that stands at the phrase, or at its head. */
static gint32
mention_at (const PlxAnalysis *analysis, guint n_mentions, guint *cursor, const Phrase *phrase)
{
  gint32 found = -1;

  while (*cursor < n_mentions
         && PLX_MENTION (analysis, *cursor)->span.begin < phrase->span.begin)
    (*cursor)++;
  for (guint m = *cursor; m < n_mentions
                          && PLX_MENTION (analysis, m)->span.begin <= phrase->head.begin; m++)
    {
      const PlxMention *mention = PLX_MENTION (analysis, m);

      if (!plx_span_contains (phrase->span, mention->span)
          || !plx_span_contains (mention->span, phrase->head))
        continue;
      if (mention->span.begin == phrase->span.begin && mention->span.end == phrase->span.end)
        return (gint32) m;
      if (found < 0 || mention->form < PLX_MENTION (analysis, found)->form)
        found = (gint32) m;
    }
  return found;
}

/* What nobody names is called by its first phrase. */
static const char *
name_of_cluster (const PlxCorefClusters *self, PlxAnalysis *analysis, gint32 cluster)
{
  const Phrase *best = PHRASE (self, cluster);

  return plx_analysis_intern_span (analysis, is_pronoun (best) ? best->head : best->span);
}

static PlxEntityKind
kind_of_phrase (const Phrase *phrase)
{
  if (phrase->kind > 0)
    return (PlxEntityKind) (phrase->kind - 1);
  return phrase->gender == 1 || phrase->gender == 2 || phrase->gender == 4 ? PLX_ENTITY_PERSON
                                                                            : PLX_ENTITY_OTHER;
}

static gint32
entity_of_cluster (PlxCorefClusters *self, PlxAnalysis *analysis, const Phrase *phrase)
{
  gint32 *entity = &self->entity[phrase->cluster];

  if (*entity < 0)
    {
      PlxEntity topic = { .kind = kind_of_phrase (phrase), .owner = -1,
                          .name = name_of_cluster (self, analysis, phrase->cluster) };

      *entity = (gint32) (analysis->entities->len + analysis->topics->len);
      g_array_append_val (analysis->topics, topic);
    }
  return *entity;
}

/* A phrase that another step has an entity for, a source without a name, gives
 * it to its cluster. */
static void
take_entities (PlxCorefClusters *self, const PlxAnalysis *analysis)
{
  guint cursor = 0;

  for (guint i = 0; i < self->phrases->len; i++)
    {
      const Phrase *phrase = PHRASE (self, i);
      gint32 mention;

      if (self->size[phrase->cluster] < 2 || self->entity[phrase->cluster] >= 0
          || phrase->type == PLX_COREF_LIST)
        continue;
      mention = mention_at (analysis, analysis->mentions->len, &cursor, phrase);
      if (mention >= 0 && PLX_MENTION (analysis, mention)->form != PLX_FORM_NAME)
        self->entity[phrase->cluster] = PLX_MENTION (analysis, mention)->entity;
    }
}

/* "President" in "President Kim": the whole phrase says the office. An office
 * behind the name stays by itself. */
static PlxMention *
office_in (const PlxAnalysis *analysis, guint n_mentions, guint cursor, const PlxMention *phrase)
{
  for (guint m = cursor; m < n_mentions
                         && PLX_MENTION (analysis, m)->span.begin < phrase->span.end; m++)
    if (PLX_MENTION (analysis, m)->form == PLX_FORM_ROLE
        && PLX_MENTION (analysis, m)->entity == phrase->entity
        && PLX_MENTION (analysis, m)->span.begin == phrase->span.begin
        && plx_span_contains (phrase->span, PLX_MENTION (analysis, m)->span))
      return PLX_MENTION (analysis, m);
  return NULL;
}

static PlxEntityKind
kind_of_entity (const PlxAnalysis *analysis, gint32 entity)
{
  guint n = analysis->entities->len;

  return (guint) entity < n ? PLX_ENTITY (analysis, entity)->kind
                            : PLX_TOPIC (analysis, (guint) entity - n)->kind;
}

/* A description that rules found grows to its whole phrase; what a name says
 * already is not said twice. */
static void
file_phrase (PlxCorefClusters *self, PlxAnalysis *analysis, guint *cursor, const Phrase *phrase)
{
  guint n_mentions = analysis->mentions->len;
  gint32 entity = entity_of_cluster (self, analysis, phrase);
  gint32 at = phrase->type != PLX_COREF_LIST
              ? mention_at (analysis, n_mentions, cursor, phrase) : -1;
  gboolean is_topic = (guint) entity >= analysis->entities->len;
  PlxMention mention = { phrase->span, entity, kind_of_entity (analysis, entity),
                         is_pronoun (phrase) ? PLX_FORM_PRONOUN : PLX_FORM_DESCRIPTION,
                         is_pronoun (phrase) ? phrase->sure_01 : 0.7f, "ranked" };
  PlxMention *old = at >= 0 ? PLX_MENTION (analysis, at) : NULL;

  if (old != NULL && old->form == PLX_FORM_DESCRIPTION && !is_topic)
    {
      old->entity = entity;
      old->kind = mention.kind;
      old->span = phrase->span;
      return;
    }
  if (old != NULL && plx_span_compare (&old->span, &phrase->span) == 0)
    return;
  if (old != NULL && (old = office_in (analysis, n_mentions, *cursor, &mention)) != NULL)
    old->span = phrase->span;
  else
    g_array_append_val (analysis->phrases, mention);
}

/**
 * plx_coref_clusters_file:
 *
 * Fills the analysis' phrases with what is spoken of more than once; what has
 * no entity becomes a topic.
 */
void
plx_coref_clusters_file (PlxCorefClusters *self, PlxAnalysis *analysis)
{
  guint cursor = 0;

  if (self == NULL)
    return;
  take_entities (self, analysis);
  for (guint i = 0; i < self->phrases->len; i++)
    if (self->size[PHRASE (self, i)->cluster] > 1)
      file_phrase (self, analysis, &cursor, PHRASE (self, i));
  g_array_sort (analysis->mentions, plx_mention_compare);
  g_array_sort (analysis->phrases, plx_mention_compare);
}
