/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-contrast.h"

#include "language/plx-meaning.h"

#include <math.h>

struct _PlxContrast {
  guint n;
  gint8 *rows;             // (n_sentences, n)
  float *lengths;          // (n_sentences) 0: not known
};

static float
length_of (const gint8 *row, guint n)
{
  return sqrtf ((float) plx_meaning_dot (row, row, n));
}

/* Sums whole numbers and divides by lengths, in one order: the same on every CPU. */
static void
add_unit (const gint8 *row, guint n, double *sum)
{
  double length = length_of (row, n);

  for (guint i = 0; i < n && length > 0; i++)
    sum[i] += row[i] / length;
}

PlxContrast *
plx_contrast_new (const gint8 *const *sentences, guint n_sentences, guint n)
{
  PlxContrast *self = g_new0 (PlxContrast, 1);
  g_autofree double *mean = g_new0 (double, n + 1);
  g_autofree float *rest = g_new0 (float, n + 1);
  guint n_known = 0;

  self->n = n;
  self->rows = g_new0 (gint8, (gsize) n_sentences * n + 1);
  self->lengths = g_new0 (float, n_sentences + 1);
  for (guint s = 0; s < n_sentences; s++)
    if (sentences[s] != NULL)
      {
        add_unit (sentences[s], n, mean);
        n_known++;
      }
  for (guint s = 0; s < n_sentences; s++)
    {
      gint8 *row = self->rows + (gsize) s * n;
      double length = sentences[s] != NULL ? length_of (sentences[s], n) : 0.0;

      if (length <= 0)
        continue;
      for (guint i = 0; i < n; i++)
        rest[i] = (float) (sentences[s][i] / length - mean[i] / n_known);
      plx_meaning_from_floats (rest, n, row);
      self->lengths[s] = length_of (row, n);
    }
  return self;
}

void
plx_contrast_free (PlxContrast *self)
{
  if (self == NULL)
    return;
  g_free (self->rows);
  g_free (self->lengths);
  g_free (self);
}

float
plx_contrast_near (const PlxContrast *self, const gint8 *meaning, float length, guint sentence)
{
  const gint8 *row = self->rows + (gsize) sentence * self->n;

  return length > 0 && self->lengths[sentence] > 0
         ? (float) plx_meaning_dot (meaning, row, self->n) / (length * self->lengths[sentence])
         : 0.0f;
}

float
plx_contrast_alike (const PlxContrast *self, guint a, guint b)
{
  return plx_contrast_near (self, self->rows + (gsize) a * self->n, self->lengths[a], b);
}
