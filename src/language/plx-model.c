/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-model.h"

#include "base/plx-data.h"

struct _PlxModel {
  char *path;           // NULL: none wanted
  GMutex mutex;
  GThread *loading;     // NULL once joined
  PlxEncoder *encoder;
  PlxSentenceCache *cache;
  char *problem;
};

/* The encoder's own words name the place in the file; these say what it means
 * to who reads the news. */
static char *
describe (const char *path, const GError *error)
{
  const char *what = "the language model cannot be read";

  if (g_error_matches (error, PLX_ENCODER_ERROR, PLX_ENCODER_ERROR_MISSING))
    return g_strdup_printf ("the language model is not installed (%s is missing)", path);
  if (g_error_matches (error, PLX_ENCODER_ERROR, PLX_ENCODER_ERROR_DAMAGED))
    what = "the language model is damaged";
  else if (g_error_matches (error, PLX_ENCODER_ERROR, PLX_ENCODER_ERROR_VERSION))
    what = "the language model was made for another version of Parallax";
  return g_strdup_printf ("%s (%s)", what, error->message);
}

static gpointer
load (gpointer data)
{
  PlxModel *self = data;
  g_autoptr (GError) error = NULL;

  self->encoder = plx_encoder_new (self->path, &error);
  if (self->encoder == NULL)
    self->problem = describe (self->path, error);
  else
    self->cache = plx_sentence_cache_new (plx_encoder_get_n_vector (self->encoder),
                                          plx_encoder_get_n_meaning (self->encoder));
  return NULL;
}

PlxModel *
plx_model_new (void)
{
  PlxModel *self = g_new0 (PlxModel, 1);
  const char *other = g_getenv ("PLX_MODEL");

  g_mutex_init (&self->mutex);
  if (other == NULL || *other == '\0')
    self->path = plx_data_dup_path ("language/model/english.plxm");
  else if (!g_str_equal (other, "none"))
    self->path = g_strdup (other);
  if (self->path != NULL)
    self->loading = g_thread_new ("weights", load, self);
  return self;
}

static void
wait_until_loaded (PlxModel *self)
{
  g_mutex_lock (&self->mutex);
  if (self->loading != NULL)
    g_thread_join (g_steal_pointer (&self->loading));
  g_mutex_unlock (&self->mutex);
}

void
plx_model_free (PlxModel *self)
{
  if (self == NULL)
    return;
  wait_until_loaded (self);
  g_clear_pointer (&self->cache, plx_sentence_cache_free);
  g_clear_pointer (&self->encoder, plx_encoder_free);
  g_mutex_clear (&self->mutex);
  g_free (self->problem);
  g_free (self->path);
  g_free (self);
}

const PlxEncoder *
plx_model_get_encoder (PlxModel *self)
{
  wait_until_loaded (self);
  return self->encoder;
}

const char *
plx_model_get_problem (PlxModel *self)
{
  wait_until_loaded (self);
  return self->problem;
}

/* NULL where there is no encoder. */
PlxSentenceCache *
plx_model_get_cache (PlxModel *self)
{
  wait_until_loaded (self);
  return self->cache;
}
