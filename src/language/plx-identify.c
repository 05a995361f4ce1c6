/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-language.h"

#include <libexttextcat/textcat.h>
#include <string.h>

#include "base/plx-data.h"

/* Which language a text is in: the script decides where it can (Hangul, Kana,
 * Han …); among languages that share one, the small words that every sentence
 * has, and libexttextcat's profiles where those do not tell. */

enum { SAMPLE_CHARS = 4000 };

typedef struct {
  guint n[G_UNICODE_SCRIPT_SIGNWRITING + 1];
  guint letters;
} ScriptCounts;

static void
count_scripts (const char *text, gsize n_bytes, ScriptCounts *counts)
{
  const char *end = text + n_bytes;
  guint seen = 0;

  for (const char *p = text; p < end && seen < SAMPLE_CHARS; p = g_utf8_next_char (p), seen++)
    {
      gunichar c = g_utf8_get_char (p);
      GUnicodeScript script;

      if (!g_unichar_isalpha (c))
        continue;
      script = g_unichar_get_script (c);
      counts->letters++;
      if (script >= 0 && (guint) script < G_N_ELEMENTS (counts->n))
        counts->n[script]++;
    }
}

/* More than this share of letters in a script settles it: a Chinese article
 * may quote a Latin name at length, a Latin one rarely quotes Han. */
static gboolean
has_share (const ScriptCounts *counts, GUnicodeScript script, double share)
{
  return counts->n[script] > counts->letters * share;
}

static const char *
language_of_script (const ScriptCounts *counts)
{
  if (has_share (counts, G_UNICODE_SCRIPT_HANGUL, 0.2))
    return "ko";
  if (has_share (counts, G_UNICODE_SCRIPT_HIRAGANA, 0.1)
      || has_share (counts, G_UNICODE_SCRIPT_KATAKANA, 0.2))
    return "ja";
  if (has_share (counts, G_UNICODE_SCRIPT_HAN, 0.3))
    return "zh";
  if (has_share (counts, G_UNICODE_SCRIPT_HEBREW, 0.3))
    return "he";
  if (has_share (counts, G_UNICODE_SCRIPT_GREEK, 0.3))
    return "el";
  if (has_share (counts, G_UNICODE_SCRIPT_THAI, 0.3))
    return "th";
  return NULL;
}

/* "[en--utf8]" to "en". */
static char *
take_first_code (const char *answer)
{
  const char *end;

  if (answer == NULL || answer[0] != '[')
    return NULL;
  end = strpbrk (answer + 1, "-]");
  return end != NULL ? g_strndup (answer + 1, (gsize) (end - answer - 1)) : NULL;
}

static char *
ask_textcat (const char *text, gsize n_bytes)
{
  static GMutex mutex;   /* a handle keeps its answer in itself: one at a time */
  static void *handle;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (handle == NULL)
    handle = special_textcat_Init (TEXTCAT_CONFIG, TEXTCAT_PROFILES);
  if (handle == NULL)
    return NULL;
  return take_first_code (textcat_Classify (handle, text, MIN (n_bytes, SAMPLE_CHARS)));
}

/* -- function words -- */

enum { MAX_LANGUAGES = 32, SHORT_LETTERS = 100 };

typedef struct {
  GHashTable *words;   // word: bit set of the languages that use it
  char *codes[MAX_LANGUAGES];
  guint n;
} FunctionWords;

static gboolean
add_language (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  FunctionWords *lists = user_data;
  g_auto (GStrv) words = NULL;

  if (n_fields < 2 || lists->n == MAX_LANGUAGES)
    return n_fields >= 2;
  words = g_strsplit (fields[1], " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint users = GPOINTER_TO_UINT (g_hash_table_lookup (lists->words, words[i]));

      g_hash_table_insert (lists->words, g_strdup (words[i]), GUINT_TO_POINTER (users | 1u << lists->n));
    }
  lists->codes[lists->n++] = g_strdup (fields[0]);
  return TRUE;
}

/* Without the file no vote is taken and the profiles decide alone. */
static const FunctionWords *
get_function_words (void)
{
  static gsize ready;
  static FunctionWords lists;

  if (g_once_init_enter (&ready))
    {
      lists.words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      plx_data_read_table ("language/function-words.tsv", add_language, &lists, NULL);
      g_once_init_leave (&ready, 1);
    }
  return &lists;
}

/* @between: a bit set of two languages; only words that one of them has and the
 * other has not count. 0: all words. */
static guint
count_votes (const FunctionWords *lists, const char *sample, guint between, guint *votes)
{
  g_autofree char *folded = g_utf8_strdown (sample, -1);
  char *word = folded;
  guint n_words = 0;

  for (char *p = folded; ; )
    {
      gunichar c = g_utf8_get_char (p);
      char *next = c != 0 ? g_utf8_next_char (p) : p;
      guint users;

      if (!g_unichar_isalpha (c) && p > word)
        {
          *p = '\0';
          n_words++;
          users = GPOINTER_TO_UINT (g_hash_table_lookup (lists->words, word));
          if (between != 0 && ((users & between) == between || (users & between) == 0))
            users = 0;
          for (guint i = 0; i < lists->n; i++)
            votes[i] += users >> i & 1;
        }
      if (c == 0)
        return n_words;
      if (!g_unichar_isalpha (c))
        word = next;
      p = next;
    }
}

/* Danish and Norwegian, Czech and Slovak share most of their small words; those
 * that they do not share decide. */
static gboolean
is_clear_between (const FunctionWords *lists, const char *sample, guint first, guint second)
{
  guint votes[MAX_LANGUAGES] = { 0 };

  count_votes (lists, sample, 1u << first | 1u << second, votes);
  return votes[first] >= 3 && votes[first] >= votes[second] * 2;
}

/* An eighth of the words must be function words of one language, and a third
 * more of them than of any other: news in every language listed has twice
 * that, and headlines without them are left to the profiles. */
static const char *
language_of_words (const char *text, gsize n_bytes)
{
  const FunctionWords *lists = get_function_words ();
  const char *end = n_bytes > SAMPLE_CHARS ? g_utf8_find_prev_char (text, text + SAMPLE_CHARS) : text + n_bytes;
  g_autofree char *sample = g_strndup (text, (gsize) (end - text));
  guint votes[MAX_LANGUAGES] = { 0 };
  guint n_words = count_votes (lists, sample, 0, votes);
  guint winner = 0, second = 1;

  for (guint i = 1; i < lists->n; i++)
    if (votes[i] > votes[winner])
      {
        second = winner;
        winner = i;
      }
    else if (votes[i] > votes[second] || second == winner)
      second = i;
  if (votes[winner] == 0 || votes[winner] * 8 < n_words)
    return NULL;
  if (votes[winner] * 3 >= votes[second] * 4
      || is_clear_between (lists, sample, winner, second))
    return lists->codes[winner];
  return is_clear_between (lists, sample, second, winner) ? lists->codes[second] : NULL;
}

/* Languages without news, which the profiles see in others: English names and
 * e-mail headers look Scots, Belarusian and Ukrainian look Rusyn. */
static const char *
correct_profile (const char *code, const char *text, gsize n_bytes)
{
  if (g_strcmp0 (code, "sco") == 0)
    return "en";
  if (g_strcmp0 (code, "rue") == 0)
    return g_strstr_len (text, (gssize) n_bytes, "ў") != NULL ? "be" : "uk";
  return NULL;
}

/**
 * plx_language_identify:
 * @text: valid UTF-8
 *
 * Thread:  any
 * Returns: (transfer full): a BCP 47 primary code, "und" when the text is too
 *          short or unlike anything known
 */
char *
plx_language_identify (const char *text, gssize n_bytes)
{
  gsize n = n_bytes < 0 ? strlen (text) : (gsize) n_bytes;
  ScriptCounts counts = { { 0 }, 0 };
  const char *found;
  char *by_profile;

  count_scripts (text, n, &counts);
  if (counts.letters == 0)
    return g_strdup ("und");
  found = language_of_script (&counts);
  if (found == NULL && has_share (&counts, G_UNICODE_SCRIPT_LATIN, 0.5))
    found = language_of_words (text, n);
  if (found != NULL)
    return g_strdup (found);
  /* a name or a headline: profiles of so few letters are noise */
  if (counts.letters < SHORT_LETTERS && has_share (&counts, G_UNICODE_SCRIPT_LATIN, 0.9))
    return g_strdup ("en");
  by_profile = ask_textcat (text, n);
  found = correct_profile (by_profile, text, n);
  if (found == NULL)
    return by_profile != NULL ? by_profile : g_strdup ("und");
  g_free (by_profile);
  return g_strdup (found);
}
