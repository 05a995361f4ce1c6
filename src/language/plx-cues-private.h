/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/plx-statements-private.h"

G_BEGIN_DECLS

/* What the files plx-cue*.c share. */

#define PLX_DASHES "- -- \xe2\x80\x93 \xe2\x80\x94 \xe2\x80\x95"

static inline gboolean
is_at (const Statements *self, gint64 i, const char *words)
{
  return plx_reading_is_any (self->reading, i, words);
}

static inline gboolean
is_in (const Statements *self, gint64 i, PlxWordSet set)
{
  return plx_reading_in (self->reading, i, set);
}

static inline gboolean
is_class (const Statements *self, guint i, PlxTokenClass class)
{
  return i < self->reading->n && self->reading->class[i] == class;
}

static inline gboolean
is_quote_mark (const Statements *self, gint64 i)
{
  return is_at (self, i, "\" \xe2\x80\x9c \xe2\x80\x9d '' `` \xc2\xab \xc2\xbb");
}

static inline gboolean
opens_quote (const Statements *self, guint i, guint end)
{
  return i + 1 < end && is_quote_mark (self, i) && self->reading->quote[i + 1] >= 0;
}

static inline gboolean
begins_phrase (const Statements *self, guint i)
{
  return plx_reading_is_nominal (self->reading, i) || is_class (self, i, PLX_CLASS_DET)
         || is_class (self, i, PLX_CLASS_ADJ)
         || is_in (self, i, PLX_WORDS_POSSESSIVE);
}

/* Is the word a form of a cue verb, or of one that only outlets do ("carried")? */
static inline gboolean
is_verb_of_saying (const Statements *self, guint i)
{
  return i < self->reading->n
         && (g_hash_table_contains (self->lists->forms, self->reading->lower[i])
             || g_hash_table_contains (self->lists->telling, self->reading->lower[i]));
}

/* plx-cue-complements.c */
guint    plx_cues_skip_adjuncts   (const Statements *self, guint k, guint end);
gboolean plx_cues_read_complement (const Statements *self, Cue *cue, guint k, guint end);
/* plx-cue-phrases.c */
void     plx_cues_surround        (const Statements *self, Cue *cue, guint begin, guint end);
gboolean plx_cues_read_according  (Statements *self, guint i, guint begin, guint end, Cue *cue);
gboolean plx_cues_read_quoted     (Statements *self, Cue *cue, guint i, guint begin, guint end);
gboolean plx_cues_read_quoting    (Statements *self, Cue *cue, guint i, guint begin, guint end);
gboolean plx_cues_read_noun       (const Statements *self, guint i, guint begin, guint end,
                                   Cue *cue);
gboolean plx_cues_read_left       (const Statements *self, Cue *cue, guint begin, guint end);
gboolean plx_cues_read_citing     (Statements *self, Cue *cue, guint i, guint end);
/* plx-cue-layout.c */
gboolean plx_cues_read_headline   (const Statements *self, guint begin, guint end, Cue *cue);
gboolean plx_cues_read_next_paragraph (const Statements *self, Cue *cue, guint end);
gboolean plx_cues_read_colon      (const Statements *self, Cue *cue, guint end);
gboolean plx_cues_follows_quote   (const Statements *self, guint i, guint begin);
gboolean plx_cues_follows_title   (const Statements *self, guint i, guint begin);
gboolean plx_cues_precedes_quote  (const Statements *self, guint i, guint end);
gboolean plx_cues_is_label        (const Statements *self, guint token);
gboolean plx_cues_read_turn       (const Statements *self, guint sentence, Cue *cue);
gboolean plx_cues_read_signature  (const Statements *self, guint i, guint end, Cue *cue);
/* plx-cues.c */
guint    plx_cues_skip_parenthesis (const Statements *self, guint k, guint end);
gboolean plx_cues_earlier_subject (const Statements *self, guint i, guint begin,
                                   PlxRange *subject);

G_END_DECLS
