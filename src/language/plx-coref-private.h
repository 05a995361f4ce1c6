/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/plx-names-private.h"
#include "language/plx-syntax.h"

G_BEGIN_DECLS

/* Coreference of every noun phrase, over dependency trees: which phrases there
 * are (plx-coref-phrases.c), what is known of one (plx-coref-mentions.c) and
 * of two (plx-coref-pairs.c), how well two fit (plx-coref-ranker.c), and the
 * clusters that follow (plx-coref-clusters.c).
 *
 * Features are numbers of rows in a table of weights. The trainer reads them
 * from tests/measure/coref-features, which runs this very code, so that the
 * two cannot disagree. PLX_COREF_LAYOUT changes whenever a number would mean
 * something else; weights of another layout are not used. */

#define PLX_COREF_LAYOUT 1

typedef enum {
  PLX_COREF_NAME,
  PLX_COREF_NOUN,
  PLX_COREF_PRONOUN,     // personal, possessive, reflexive
  PLX_COREF_POINTER,     // "this", "those", "all", "the poor": a head that is no noun
  PLX_COREF_LIST,        // "Kim and Xi"
  PLX_COREF_N_TYPES,
} PlxCorefType;

/* What a word is in its clause; plx-coref-phrases.c maps UD's relations. */
typedef enum {
  PLX_COREF_ROLE_NONE,
  PLX_COREF_ROLE_ROOT,
  PLX_COREF_ROLE_SUBJECT,
  PLX_COREF_ROLE_PASSIVE,
  PLX_COREF_ROLE_OBJECT,
  PLX_COREF_ROLE_INDIRECT,
  PLX_COREF_ROLE_OBLIQUE,
  PLX_COREF_ROLE_NMOD,
  PLX_COREF_ROLE_OWNER,
  PLX_COREF_ROLE_APPOSITION,
  PLX_COREF_ROLE_CONJUNCT,
  PLX_COREF_ROLE_COMPOUND,
  PLX_COREF_ROLE_ASIDE,      // parataxis, list, vocative, dislocated
  PLX_COREF_ROLE_CLAUSE,     // the head of a clause
  PLX_COREF_ROLE_MODIFIER,   // amod, det, nummod, advmod
  PLX_COREF_ROLE_SMALL,      // case, mark, aux, cop, cc, punct
  PLX_COREF_N_ROLES,
} PlxCorefRole;

typedef struct {
  gint32 head;           // token, -1
  gint32 kid, next;      // first dependent, next dependent of the same head; -1
  guint32 lo, hi;        // tokens of the whole subtree, [lo, hi)
  const char *lemma;     // folded; equal pointers, equal lemmas
  gint32 name;           // mention of the analysis that covers it, best first; -1
  guint32 paragraph;
  gint32 quote;          // quotation it stands in, -1
  guint8 role;           // PlxCorefRole
  guint8 outside;        // a dependent of that relation is no part of the phrase
} PlxCorefToken;

#define PLX_COREF_MAX_FEATURES 32
#define PLX_COREF_MAX_PAIR_FEATURES 40

typedef struct {
  guint first, end, head;  // tokens, without a leading article
  guint8 type;
  guint8 number;           // 0 not known, 1 one, 2 many
  guint8 gender;           // 0 not known, 1 m, 2 f, 3 thing, 4 a person
  guint8 kind;             // PlxEntityKind + 1, 0: not known
  guint8 determiner;       // PlxCorefDeterminer
  gint32 entity;           // that names, roles and rules gave it, -1
  gboolean named;          // by a name of that entity
  const char *key;         // folded text; equal pointers, equal texts
  const char *lower;       // folded head
  gint32 outer;            // mention that it lies in, -1
  guint32 n_before;        // mentions of the same head lemma before
  gint32 same_lemma;       // the last of them, -1
  gint32 same_entity;      // the last mention before of the same entity, -1
  guint n_features;
  guint16 features[PLX_COREF_MAX_FEATURES];
} PlxCorefMention;

typedef enum {
  PLX_COREF_BARE,
  PLX_COREF_ARTICLE,       // "a", "an", "the": see definite
  PLX_COREF_DEFINITE,
  PLX_COREF_POINTING,      // "this", "these"
  PLX_COREF_OWNED,         // "his", "Kim's"
  PLX_COREF_COUNTED,       // "two"
  PLX_COREF_OTHER_DETERMINER,
  PLX_COREF_N_DETERMINERS,
} PlxCorefDeterminer;

typedef struct {
  const PlxNameReading *r;
  PlxAnalysis *analysis;
  guint n;
  PlxCorefToken *tokens;   // (n)
  GArray *mentions;        // PlxCorefMention, by first, the longer first
  GArray *quotes;          // gint32: token of the speaker, -1
  GHashTable *lemma_count; // lemma → mentions whose head has it
  GHashTable *key_count;   // key → mentions of that text
  GStringChunk *chunk;
} PlxCoref;

#define PLX_COREF_MENTION(c, i) (&g_array_index ((c)->mentions, PlxCorefMention, (i)))

void     plx_coref_init             (PlxCoref              *self,
                                     const PlxNameReading  *r);
void     plx_coref_clear            (PlxCoref              *self);

/* plx-coref-phrases.c */
void     plx_coref_read_trees       (PlxCoref              *self);
void     plx_coref_find_phrases     (PlxCoref              *self);

/* Where the features of a template begin: behind those of the templates before. */
static inline guint
plx_coref_offset_of (const guint *sizes, guint template)
{
  guint offset = 0;

  for (guint i = 0; i < template; i++)
    offset += sizes[i];
  return offset;
}

/* plx-coref-mentions.c */
void     plx_coref_describe_mentions (PlxCoref             *self);
guint    plx_coref_n_mention_features (void);

/* plx-coref-pairs.c */

/* Most candidates that are looked at for one mention: the nearest, and farther
 * ones that share a word or an entity with it. */
#define PLX_COREF_NEAR 40
#define PLX_COREF_SAME 16
#define PLX_COREF_MAX_PAIRS (PLX_COREF_NEAR + PLX_COREF_SAME)

typedef struct {
  guint antecedent;
  guint n_features;
  guint16 features[PLX_COREF_MAX_PAIR_FEATURES];
} PlxCorefPair;

guint    plx_coref_find_pairs       (const PlxCoref        *self,
                                     guint                  anaphor,
                                     PlxCorefPair          *pairs);
guint    plx_coref_n_pair_features  (void);

/* plx-coref-ranker.c */
#define PLX_COREF_HIDDEN 32
#define PLX_COREF_SECOND 16
#define PLX_COREF_PRODUCTS 32

/* Weights by name, as plx_encoder_get_floats() gives them; NULL: not there. */
typedef const float *(*PlxCorefFloatsFunc) (gconstpointer data,
                                            const char   *name,
                                            gsize         n_floats);

typedef struct {
  const float *anaphor, *antecedent, *none;  // (n mention features, HIDDEN)
  const float *pair;                         // (n pair features, HIDDEN)
  const float *bias, *none_bias;             // (HIDDEN)
  const float *second, *none_second;         // (HIDDEN, SECOND)
  const float *second_bias, *none_second_bias; // (SECOND)
  const float *last, *none_last;             // (SECOND + 1), the bias last
  guint n_vector;                            // 0: no vectors of words
  const float *anaphor_vector, *antecedent_vector, *none_vector; // (n_vector, HIDDEN)
  const float *products;                     // (PRODUCTS, HIDDEN)
} PlxCorefWeights;

gboolean plx_coref_weights_load     (PlxCorefWeights       *self,
                                     guint                  n_vector,
                                     PlxCorefFloatsFunc     get,
                                     gconstpointer          data);
void     plx_coref_rank             (const PlxCoref        *self,
                                     const PlxCorefWeights *weights,
                                     const float           *vectors,
                                     guint                  anaphor,
                                     const PlxCorefPair    *pairs,
                                     guint                  n_pairs,
                                     float                 *hidden,
                                     float                 *scores);

static inline guint
plx_coref_hash (const char *word, guint n)
{
  guint32 value = 2166136261u;

  for (const char *p = word; *p != '\0'; p++)
    value = (value ^ (guint8) *p) * 16777619u;
  return (value >> 7) % n;
}

G_END_DECLS
