/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-reading-private.h"

/* The trees of the sentences, if the tokens came with them: relations as
 * numbers, the words that hang on each word, and how far what hangs on it
 * reaches. All in linear time. */

static PlxDeprel
relation_of (const char *deprel)
{
  static const struct { const char *name; PlxDeprel relation; } table[] = {
    { "nsubj", PLX_DEPREL_SUBJECT },      { "nsubj:pass", PLX_DEPREL_PASSIVE_SUBJECT },
    { "csubj", PLX_DEPREL_CLAUSE_SUBJECT }, { "obj", PLX_DEPREL_OBJECT },
    { "iobj", PLX_DEPREL_INDIRECT },      { "ccomp", PLX_DEPREL_CLAUSE },
    { "xcomp", PLX_DEPREL_OPEN_CLAUSE },  { "advcl", PLX_DEPREL_ADVERBIAL },
    { "acl:relcl", PLX_DEPREL_RELATIVE }, { "advcl:relcl", PLX_DEPREL_RELATIVE },
    { "acl", PLX_DEPREL_ADNOMINAL },      { "obl", PLX_DEPREL_OBLIQUE },
    { "obl:agent", PLX_DEPREL_AGENT },    { "obl:tmod", PLX_DEPREL_WHEN },
    { "obl:npmod", PLX_DEPREL_WHEN },     { "obl:unmarked", PLX_DEPREL_WHEN },
    { "nmod", PLX_DEPREL_NOMINAL },       { "nmod:poss", PLX_DEPREL_OWNER },
    { "conj", PLX_DEPREL_CONJUNCT },      { "parataxis", PLX_DEPREL_PARATAXIS },
    { "appos", PLX_DEPREL_APPOSITION },   { "aux", PLX_DEPREL_AUXILIARY },
    { "cop", PLX_DEPREL_COPULA },         { "mark", PLX_DEPREL_MARK },
    { "case", PLX_DEPREL_CASE },          { "cc", PLX_DEPREL_CC },
    { "punct", PLX_DEPREL_PUNCT },        { "advmod", PLX_DEPREL_ADVERB },
    { "discourse", PLX_DEPREL_DISCOURSE }, { "root", PLX_DEPREL_ROOT },
  };
  gsize plain;

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_str_equal (deprel, table[i].name))
      return table[i].relation;
  plain = strcspn (deprel, ":");
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (strlen (table[i].name) == plain && strncmp (deprel, table[i].name, plain) == 0)
      return table[i].relation;
  return PLX_DEPREL_OTHER;
}

static void
read_sentence (PlxReading *self, PlxRange range, guint *order)
{
  guint n = 0;

  for (guint i = range.end; i-- > range.begin;)
    {
      const PlxToken *token = PLX_TOKEN (self->analysis, i);

      self->reach[i] = (PlxRange) { i, i + 1 };
      if (token->deprel == NULL)
        continue;
      self->relation[i] = (guint8) relation_of (token->deprel);
      if (token->head < 0 || token->head < (gint64) range.begin || token->head >= (gint64) range.end
          || token->head == (gint64) i)
        {
          self->relation[i] = PLX_DEPREL_ROOT;
          order[n++] = i;
          continue;
        }
      self->head[i] = token->head;
      self->next[i] = self->kid[token->head];
      self->kid[token->head] = (gint32) i;
    }
  for (guint k = 0; k < n; k++)
    for (gint32 kid = self->kid[order[k]]; kid >= 0; kid = self->next[kid])
      order[n++] = (guint) kid;
  while (n-- > 0)
    {
      gint32 head = self->head[order[n]];
      PlxRange reach = self->reach[order[n]];

      if (head < 0)
        continue;
      self->reach[head].begin = MIN (self->reach[head].begin, reach.begin);
      self->reach[head].end = MAX (self->reach[head].end, reach.end);
    }
}

void
plx_reading_find_trees (PlxReading *self)
{
  g_autofree guint *order = g_new (guint, self->n + 1);

  self->relation = g_new0 (guint8, self->n + 1);
  self->head = g_new (gint32, self->n + 1);
  self->kid = g_new (gint32, self->n + 1);
  self->next = g_new (gint32, self->n + 1);
  self->reach = g_new0 (PlxRange, self->n + 1);
  for (guint i = 0; i <= self->n; i++)
    self->head[i] = self->kid[i] = self->next[i] = -1;
  for (guint s = 0; s < self->n_sentences; s++)
    read_sentence (self, self->sentences[s], order);
}

/* The first word that hangs on @i by @relation, -1: none. */
gint64
plx_reading_kid (const PlxReading *self, gint64 i, PlxDeprel relation)
{
  if (i >= 0 && i < self->n)
    for (gint32 kid = self->kid[i]; kid >= 0; kid = self->next[kid])
      if (self->relation[kid] == relation)
        return kid;
  return -1;
}

/* The subject that hangs on @i itself, -1: none. */
gint64
plx_reading_kid_subject (const PlxReading *self, gint64 i)
{
  gint64 kid = plx_reading_kid (self, i, PLX_DEPREL_SUBJECT);

  return kid >= 0 ? kid : plx_reading_kid (self, i, PLX_DEPREL_PASSIVE_SUBJECT);
}

/* Does @i hang on @above, directly or not? */
gboolean
plx_reading_is_under (const PlxReading *self, gint64 i, gint64 above)
{
  while (i >= 0 && i != above)
    i = self->head[i];
  return i >= 0;
}

/* The word between @i and @above that hangs on @above itself; -1 when @i does
 * not hang on @above. */
gint64
plx_reading_branch (const PlxReading *self, gint64 i, gint64 above)
{
  while (i >= 0 && self->head[i] != above)
    i = self->head[i];
  return i;
}
