/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-language.h"

#include <libexttextcat/textcat.h>
#include <string.h>

/* Which language a text is in: the script decides where it can (Hangul, Kana,
 * Han, Arabic …), libexttextcat among languages that share one. */

enum { SAMPLE_CHARS = 4000, MIN_LETTERS = 12 };

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
  const char *by_script;
  char *by_profile;

  count_scripts (text, n, &counts);
  if (counts.letters == 0)
    return g_strdup ("und");
  by_script = language_of_script (&counts);
  if (by_script != NULL)
    return g_strdup (by_script);
  if (counts.letters < MIN_LETTERS)
    return g_strdup (has_share (&counts, G_UNICODE_SCRIPT_LATIN, 0.5) ? "en" : "und");
  by_profile = ask_textcat (text, n);
  // short English is often nearer to the profile of Scots, which few papers write
  if (g_strcmp0 (by_profile, "sco") == 0)
    {
      g_free (by_profile);
      return g_strdup ("en");
    }
  return by_profile != NULL ? by_profile : g_strdup ("und");
}
