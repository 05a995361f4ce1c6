/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-phrases.h"

#include "base/plx-data.h"

struct _PlxPhrases {
  GHashTable *by_first;  // char * → GPtrArray of PlxPhrase
};

static void
free_phrase (gpointer data)
{
  PlxPhrase *phrase = data;

  g_strfreev (phrase->words);
  g_free (phrase->value);
  g_free (phrase);
}

PlxPhrases *
plx_phrases_new (void)
{
  PlxPhrases *self = g_new0 (PlxPhrases, 1);

  self->by_first = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
plx_phrases_free (PlxPhrases *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_first);
  g_free (self);
}

PlxPhrase *
plx_phrases_add (PlxPhrases *self, const char *string, const char *value)
{
  PlxPhrase *phrase = g_new0 (PlxPhrase, 1);
  GPtrArray *same;

  phrase->words = g_strsplit (string, " ", -1);
  phrase->n_words = g_strv_length (phrase->words);
  phrase->value = g_strdup (value);
  same = g_hash_table_lookup (self->by_first, phrase->words[0]);
  if (same == NULL)
    {
      same = g_ptr_array_new_with_free_func (free_phrase);
      g_hash_table_insert (self->by_first, g_strdup (phrase->words[0]), same);
    }
  g_ptr_array_add (same, phrase);
  return phrase;
}

static gboolean
add_row (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  if (fields[0] != NULL && fields[0][0] != '\0')
    plx_phrases_add (user_data, fields[0], n_fields > 1 ? fields[1] : "");
  return TRUE;
}

/* A table of phrases, with a value in the second field or none. */
gboolean
plx_phrases_load (PlxPhrases *self, const char *file, GError **error)
{
  return plx_data_read_table (file, add_row, self, error);
}

/**
 * plx_phrases_match:
 * @lower: folded words; borrowed
 * @end: one past the last word that the phrase may take
 *
 * Returns: (nullable): the longest phrase that begins at word @i
 */
const PlxPhrase *
plx_phrases_match (const PlxPhrases *self, const char * const *lower, guint i, guint end)
{
  const GPtrArray *same = i < end ? g_hash_table_lookup (self->by_first, lower[i]) : NULL;
  const PlxPhrase *best = NULL;

  for (guint p = 0; same != NULL && p < same->len; p++)
    {
      const PlxPhrase *phrase = g_ptr_array_index (same, p);
      guint k = 1;

      if (i + phrase->n_words > end || (best != NULL && phrase->n_words <= best->n_words))
        continue;
      while (k < phrase->n_words && g_str_equal (phrase->words[k], lower[i + k]))
        k++;
      if (k == phrase->n_words)
        best = phrase;
    }
  return best;
}
