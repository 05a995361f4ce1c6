/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-claim-words.h"

#include "base/plx-data.h"

#include <gio/gio.h>
#include <string.h>

enum { LONGEST_WORD = 16, LONGEST_LINE = 4096 };

struct _PlxClaimWords {
  GHashTable *words;      // word → its PlxClaimWord flags
  GPtrArray *begins, *contains, *ends;
};

static guint
class_from_nick (const char *nick)
{
  static const char *const nicks[] = { "apart",  "before",   "joiner",  "trailer",
                                       "choice", "relative", "pronoun", "possessive",
                                       "hedge",  "asked",    NULL };

  for (guint i = 0; nicks[i] != NULL; i++)
    if (strcmp (nicks[i], nick) == 0)
      return 1u << i;
  return 0;
}

static gboolean
read_line (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxClaimWords *self = user_data;
  guint class;

  if (n_fields < 2)
    return TRUE;
  if (strcmp (fields[0], "begins") == 0)
    g_ptr_array_add (self->begins, g_strdup (fields[1]));
  else if (strcmp (fields[0], "contains") == 0)
    g_ptr_array_add (self->contains, g_strdup (fields[1]));
  else if (strcmp (fields[0], "ends") == 0)
    g_ptr_array_add (self->ends, g_strdup (fields[1]));
  else if ((class = class_from_nick (fields[0])) != 0)
    {
      class |= GPOINTER_TO_UINT (g_hash_table_lookup (self->words, fields[1]));
      g_hash_table_insert (self->words, g_strdup (fields[1]), GUINT_TO_POINTER (class));
    }
  else
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "unknown kind of claim word: %s",
                   fields[0]);
      return FALSE;
    }
  return TRUE;
}

static PlxClaimWords *
claim_words_new (void)
{
  PlxClaimWords *self = g_new0 (PlxClaimWords, 1);

  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->begins = g_ptr_array_new_with_free_func (g_free);
  self->contains = g_ptr_array_new_with_free_func (g_free);
  self->ends = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static void
claim_words_free (PlxClaimWords *self)
{
  g_hash_table_unref (self->words);
  g_ptr_array_unref (self->begins);
  g_ptr_array_unref (self->contains);
  g_ptr_array_unref (self->ends);
  g_free (self);
}

/**
 * plx_claim_words_get:
 *
 * Errors:  those of plx_data_read_table(): the list is missing
 * Returns: (transfer none): the list, kept until the program ends
 */
const PlxClaimWords *
plx_claim_words_get (GError **error)
{
  static GMutex mutex;
  static PlxClaimWords *words;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (words == NULL)
    {
      PlxClaimWords *new = claim_words_new ();

      if (plx_data_read_table ("language/en/compare/claims.tsv", read_line, new, error))
        words = new;
      else
        claim_words_free (new);
    }
  return words;
}

guint
plx_claim_words_classes (const PlxClaimWords *self, const char *word, gsize n_bytes)
{
  char folded[LONGEST_WORD];

  if (n_bytes >= sizeof folded)
    return 0;
  for (gsize i = 0; i < n_bytes; i++)
    folded[i] = g_ascii_tolower (word[i]);
  folded[n_bytes] = '\0';
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->words, folded));
}

/* A line of a page and not of its report. */
gboolean
plx_claim_words_is_boilerplate (const PlxClaimWords *self, const char *sentence, gsize n_bytes)
{
  g_autofree char *lower = g_ascii_strdown (sentence, (gssize) MIN (n_bytes, LONGEST_LINE));
  const char *start = lower + strspn (lower, " \t\n\"'*-([");

  for (guint i = 0; i < self->begins->len; i++)
    if (g_str_has_prefix (start, g_ptr_array_index (self->begins, i)))
      return TRUE;
  for (guint i = 0; i < self->contains->len; i++)
    if (strstr (start, g_ptr_array_index (self->contains, i)) != NULL)
      return TRUE;
  for (guint i = 0; i < self->ends->len; i++)
    if (g_str_has_suffix (start, g_ptr_array_index (self->ends, i)))
      return TRUE;
  return FALSE;
}
