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
  GPtrArray *phrases[PLX_N_PHRASES];
};

static guint
class_from_nick (const char *nick)
{
  static const char *const nicks[] = { "apart",  "before",   "joiner",  "trailer",
                                       "choice", "relative", "pronoun", "possessive",
                                       "hedge",  "asked",    "appeal",
                                       "reader", "credit",   "text",
                                       "body",   "newsy",    "mute",       NULL };

  for (guint i = 0; nicks[i] != NULL; i++)
    if (strcmp (nicks[i], nick) == 0)
      return 1u << i;
  return 0;
}

static gint
phrase_from_nick (const char *nick)
{
  static const char *const nicks[] = { "begins", "contains", "ends", "line", "shout", "tail" };

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (strcmp (nicks[i], nick) == 0)
      return (gint) i;
  return -1;
}

static gboolean
read_line (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxClaimWords *self = user_data;
  guint class;
  gint where;

  if (n_fields < 2)
    return TRUE;
  if ((where = phrase_from_nick (fields[0])) >= 0)
    g_ptr_array_add (self->phrases[where], g_strdup (fields[1]));
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
  for (guint i = 0; i < PLX_N_PHRASES; i++)
    self->phrases[i] = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static void
claim_words_free (PlxClaimWords *self)
{
  g_hash_table_unref (self->words);
  for (guint i = 0; i < PLX_N_PHRASES; i++)
    g_ptr_array_unref (self->phrases[i]);
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

/* Whether what follows a word in capitals is none that goes on with it: "CLOSE to
 * 400 people" begins a report. */
static gboolean
stands_apart (const char *rest)
{
  const char *next = rest + strspn (rest, " ");

  return !g_ascii_isalnum (*rest) && !g_unichar_islower (g_utf8_get_char_validated (next, -1));
}

static gboolean
has_phrase (const GPtrArray *phrases, PlxClaimPhrase where, const char *text)
{
  for (guint i = 0; i < phrases->len; i++)
    {
      const char *phrase = g_ptr_array_index (phrases, i);

      switch (where)
        {
        case PLX_PHRASE_BEGINS:
          if (g_str_has_prefix (text, phrase))
            return TRUE;
          break;
        case PLX_PHRASE_SHOUT:
          if (g_str_has_prefix (text, phrase) && stands_apart (text + strlen (phrase)))
            return TRUE;
          break;
        case PLX_PHRASE_ENDS:
          if (g_str_has_suffix (text, phrase))
            return TRUE;
          break;
        case PLX_PHRASE_CONTAINS:
        case PLX_PHRASE_LINE:
        case PLX_PHRASE_TAIL:
        case PLX_N_PHRASES:
          if (strstr (text, phrase) != NULL)
            return TRUE;
          break;
        }
    }
  return FALSE;
}

/* Whether @text has a phrase of the list where that says it should stand. */
gboolean
plx_claim_words_has (const PlxClaimWords *self, PlxClaimPhrase where, const char *text,
                     gsize n_bytes)
{
  gssize n = (gssize) MIN (n_bytes, LONGEST_LINE);
  g_autofree char *folded = where == PLX_PHRASE_SHOUT ? g_strndup (text, (gsize) n)
                                                      : g_ascii_strdown (text, n);

  return has_phrase (self->phrases[where], where, folded + strspn (folded, " \t\n\"'*-(["));
}

/* A sentence of a page and not of its report. */
gboolean
plx_claim_words_is_boilerplate (const PlxClaimWords *self, const char *sentence, gsize n_bytes)
{
  return plx_claim_words_has (self, PLX_PHRASE_BEGINS, sentence, n_bytes)
         || plx_claim_words_has (self, PLX_PHRASE_CONTAINS, sentence, n_bytes)
         || plx_claim_words_has (self, PLX_PHRASE_ENDS, sentence, n_bytes);
}
