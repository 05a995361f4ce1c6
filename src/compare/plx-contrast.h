/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What sets each sentence of a story apart from the story: its vector less the
 * mean of all. Sentences of one happening are all alike in what they share. */
typedef struct _PlxContrast PlxContrast;

/* @sentences: (array length=n_sentences): meanings of @n numbers each, NULL:
 * not known; not kept */
PlxContrast *plx_contrast_new   (const gint8 *const *sentences,
                                 guint               n_sentences,
                                 guint               n) G_GNUC_WARN_UNUSED_RESULT;
void         plx_contrast_free  (PlxContrast        *self);
/* Cosine of a meaning of length @length with what sets a sentence apart. */
float        plx_contrast_near  (const PlxContrast  *self,
                                 const gint8        *meaning,
                                 float               length,
                                 guint               sentence);
/* Cosine of what sets two sentences apart. */
float        plx_contrast_alike (const PlxContrast  *self,
                                 guint               a,
                                 guint               b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxContrast, plx_contrast_free)

G_END_DECLS
