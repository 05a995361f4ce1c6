/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/plx-data.h"
#include "import/plx-import-private.h"

#include <string.h>

/* "PORT SARAN, May 14 (SNA) -- …" at the head of the text: where it was written
 * and which agency it comes from. The text keeps it; only the fields are read.
 * Patterns stand in data/import/datelines.tsv. */

enum { MAX_HEAD_BYTES = 400 };

typedef struct {
  GRegex *regex;
  char *agency;     // said by the pattern itself, NULL: its group "wire"
} Pattern;

static gboolean
add_pattern (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  GPtrArray *patterns = user_data;
  Pattern *pattern;

  if (n_fields < 3)
    return TRUE;
  pattern = g_new0 (Pattern, 1);
  pattern->regex = g_regex_new (fields[2], G_REGEX_OPTIMIZE | G_REGEX_DUPNAMES, 0, NULL);
  pattern->agency
    = *fields[1] != '\0' && strcmp (fields[1], "-") != 0 ? g_strdup (fields[1]) : NULL;
  if (pattern->regex == NULL)
    {
      g_free (pattern->agency);
      g_free (pattern);
    }
  else
    g_ptr_array_add (patterns, pattern);
  return TRUE;
}

static GPtrArray *
get_patterns (void)
{
  static GPtrArray *patterns;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      patterns = g_ptr_array_new ();
      plx_data_read_table ("import/datelines.tsv", add_pattern, patterns, NULL);
      g_once_init_leave (&once, 1);
    }
  return patterns;
}

static char *
fetch (GMatchInfo *match, const char *group)
{
  char *found = g_match_info_fetch_named (match, group);

  if (found != NULL && *g_strstrip (found) == '\0')
    g_clear_pointer (&found, g_free);
  return found;
}

/* Fills dateline and wire where the file has not said them. */
void
plx_dateline_read (PlxImportedArticle *article)
{
  const char *end = strchrnul (article->text, '\n');
  gsize n = MIN ((gsize) (end - article->text), MAX_HEAD_BYTES);
  g_autofree char *head = NULL;
  GPtrArray *patterns = get_patterns ();

  while (n > 0 && ((guchar) article->text[n] & 0xc0) == 0x80)
    n--;
  head = g_strndup (article->text, n);
  for (guint i = 0; i < patterns->len; i++)
    {
      const Pattern *pattern = g_ptr_array_index (patterns, i);
      g_autoptr (GMatchInfo) match = NULL;

      if (!g_regex_match (pattern->regex, head, 0, &match))
        continue;
      if (article->dateline == NULL)
        article->dateline = fetch (match, "place");
      if (article->wire == NULL)
        article->wire
          = pattern->agency != NULL ? g_strdup (pattern->agency) : fetch (match, "wire");
      return;
    }
}
