/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-framing.h"

#include "compare/plx-compare-private.h"

/* Who speaks in each article and how, who comes first and who fills it. */

static const char *const class_nicks[PLX_N_SAYING_CLASSES] = {
  "neutral", "doubting", "admitting", "vouching", "strong",
};

const char *
plx_saying_class_to_nick (PlxSayingClass saying)
{
  g_return_val_if_fail (saying < PLX_N_SAYING_CLASSES, class_nicks[0]);
  return class_nicks[saying];
}

static void
speaker_free (gpointer data)
{
  PlxSpeaker *speaker = data;

  g_free (speaker->speaker);
  g_ptr_array_unref (speaker->verbs);
  g_free (speaker);
}

static void
prominence_free (gpointer data)
{
  PlxProminence *prominence = data;

  g_free (prominence->entity);
  g_free (prominence);
}

void
plx_framing_free (PlxFraming *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->speakers);
  g_ptr_array_unref (self->prominence);
  g_array_unref (self->articles);
  g_free (self);
}

void
plx_framing_find (PlxCompareJob *job)
{
  PlxFraming *self = job->out->framing = g_new0 (PlxFraming, 1);

  self->speakers = g_ptr_array_new_with_free_func (speaker_free);
  self->prominence = g_ptr_array_new_with_free_func (prominence_free);
  self->articles = g_array_new (FALSE, TRUE, sizeof (PlxFramedArticle));
  g_array_set_size (self->articles, job->n_articles);
}
