/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-hyphens.h"

#include <hyphen.h>
#include <string.h>

#define FOLDER "/usr/share/hyphen"
#define SOFT_HYPHEN "\xc2\xad"

enum { SHORTEST = 6, LONGEST = 60, BEFORE = 2, AFTER = 3 };

struct _PlxHyphens {
  GHashTable *dictionaries;   // language → HyphenDict, NULL: none
};

static void
free_dictionary (gpointer data)
{
  if (data != NULL)
    hnj_hyphen_free (data);
}

PlxHyphens *
plx_hyphens_new (void)
{
  PlxHyphens *self = g_new0 (PlxHyphens, 1);

  self->dictionaries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_dictionary);
  return self;
}

void
plx_hyphens_free (PlxHyphens *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->dictionaries);
  g_free (self);
}

/* Of several (hyph_de_AT, hyph_de_DE) the first by name, so that the same
 * machine always breaks the same way. */
static char *
find_dictionary (const char *language)
{
  g_autoptr (GDir) dir = g_dir_open (FOLDER, 0, NULL);
  g_autofree char *exact = g_strdup_printf ("hyph_%s.dic", language);
  g_autofree char *prefix = g_strdup_printf ("hyph_%s_", language);
  g_autofree char *best = NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (strcmp (name, exact) == 0
        || (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, ".dic")))
      if (best == NULL || strcmp (name, best) < 0)
        {
          g_free (best);
          best = g_strdup (name);
        }
  return best != NULL ? g_build_filename (FOLDER, best, NULL) : NULL;
}

static HyphenDict *
get_dictionary (PlxHyphens *self, const char *language)
{
  g_autofree char *base = g_strndup (language, strcspn (language, "-_"));
  gpointer dictionary = NULL;

  if (!g_hash_table_lookup_extended (self->dictionaries, base, NULL, &dictionary))
    {
      g_autofree char *path = find_dictionary (base);

      dictionary = path != NULL ? hnj_hyphen_load (path) : NULL;
      g_hash_table_insert (self->dictionaries, g_steal_pointer (&base), dictionary);
    }
  return dictionary;
}

gboolean
plx_hyphens_knows (PlxHyphens *self, const char *language)
{
  return language != NULL && *language != '\0' && get_dictionary (self, language) != NULL;
}

/* Whether the dictionary can take the word: names, which begin with a capital,
 * stay whole, and old dictionaries speak bytes of another encoding. */
static gboolean
is_breakable (const HyphenDict *dictionary, const char *word, gsize n_bytes)
{
  glong n_chars = g_utf8_strlen (word, (gssize) n_bytes);

  if (n_chars < SHORTEST || n_chars > LONGEST || g_unichar_isupper (g_utf8_get_char (word)))
    return FALSE;
  return dictionary->utf8 || n_chars == (glong) n_bytes;
}

static void
append_word (HyphenDict *dictionary, const char *text, const char *word, gsize n_bytes,
             GString *out, PlxHyphenated *result)
{
  g_autofree char *lower = g_utf8_strdown (word, (gssize) n_bytes);
  char breaks[LONGEST * 6 + 16] = { 0 };
  char **replacements = NULL;
  int *positions = NULL, *cuts = NULL;
  glong n_chars = g_utf8_strlen (word, (gssize) n_bytes), i = 0;

  /* "Straße" and the like may change length when folded: leave them whole */
  if (strlen (lower) != n_bytes
      || hnj_hyphen_hyphenate3 (dictionary, lower, (int) n_bytes, breaks, NULL, &replacements,
                                &positions, &cuts, BEFORE, AFTER, BEFORE, AFTER) != 0)
    breaks[0] = '\0';
  for (const char *p = word; p < word + n_bytes; p = g_utf8_next_char (p), i++)
    {
      if (i >= BEFORE && i <= n_chars - AFTER && breaks[0] != '\0' && (breaks[i - 1] & 1) != 0
          && (replacements == NULL || replacements[i - 1] == NULL))
        {
          guint32 at = (guint32) (p - text);

          g_array_append_val (result->at, at);
          g_string_append (out, SOFT_HYPHEN);
        }
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }
  for (glong k = 0; replacements != NULL && k < n_chars; k++)
    free (replacements[k]);
  free (replacements);
  free (positions);
  free (cuts);
}

/**
 * plx_hyphens_apply:
 * @language: (nullable): BCP 47
 * @result: (out caller-allocates): to be cleared with plx_hyphenated_clear()
 *
 * Cost:    linear
 */
void
plx_hyphens_apply (PlxHyphens *self, const char *language, const char *text, gsize n_bytes,
                   PlxHyphenated *result)
{
  HyphenDict *dictionary
      = plx_hyphens_knows (self, language) ? get_dictionary (self, language) : NULL;
  GString *out = g_string_sized_new (n_bytes + n_bytes / 4 + 1);
  const char *end = text + n_bytes, *p = text;

  result->at = g_array_new (FALSE, FALSE, sizeof (guint32));
  while (p < end)
    {
      const char *word = p;

      while (p < end && g_unichar_isalpha (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (p == word)
        {
          p = g_utf8_next_char (p);
          g_string_append_len (out, word, p - word);
        }
      else if (dictionary != NULL && is_breakable (dictionary, word, (gsize) (p - word)))
        append_word (dictionary, text, word, (gsize) (p - word), out, result);
      else
        g_string_append_len (out, word, p - word);
    }
  result->text = g_string_free (out, FALSE);
}

/* Byte of the hyphenated text where the original's @byte lies; a soft hyphen
 * before it stays outside a range that begins there. */
guint32
plx_hyphenated_map (const PlxHyphenated *self, guint32 byte)
{
  guint low = 0, high = self->at->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->at, guint32, middle) <= byte)
        low = middle + 1;
      else
        high = middle;
    }
  return byte + low * (guint32) strlen (SOFT_HYPHEN);
}

/* The way back: byte of the original text. */
guint32
plx_hyphenated_unmap (const PlxHyphenated *self, guint32 byte)
{
  guint low = 0, high = self->at->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->at, guint32, middle) + 2 * middle < byte)
        low = middle + 1;
      else
        high = middle;
    }
  return byte - low * (guint32) strlen (SOFT_HYPHEN);
}

void
plx_hyphenated_clear (PlxHyphenated *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->at, g_array_unref);
}
