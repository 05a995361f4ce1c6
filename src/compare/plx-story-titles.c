/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-story-titles.h"

#include "compare/plx-headlines.h"
#include "compare/plx-text.h"

#include <string.h>

/* "Vesk–Lian meeting" where most articles of a story tell of one meeting (visit,
 * call …) of the same two, by the analyses; else a headline: it was written to
 * name the story, and a list of its words was not. */

enum { LEAD = 500, MAX_TITLE = 60 };

typedef struct {
  char *title_of[2];   // names of the two
  const char *kind;
  guint n_articles;
  guint last_article;
  guint order;
} Pair;

static void
pair_free (gpointer data)
{
  Pair *pair = data;

  g_free (pair->title_of[0]);
  g_free (pair->title_of[1]);
  g_free (pair);
}

/* Kinds of events that two have with each other, and what a title calls them:
 * one article's talks are the other one's meeting. NULL: another kind. */
static const char *
mutual_kind (const char *kind)
{
  static const char *const kinds[][2] = { { "meeting", "meeting" }, { "talks", "meeting" },
                                          { "visit", "visit" }, { "call", "call" },
                                          { "agreement", "agreement" } };

  for (guint i = 0; kind != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kind, kinds[i][0]) == 0)
      return kinds[i][1];
  return NULL;
}

static gboolean
is_actor (const PlxEntity *entity)
{
  return entity->name != NULL && (entity->kind == PLX_ENTITY_PERSON
                                  || entity->kind == PLX_ENTITY_STATE
                                  || entity->kind == PLX_ENTITY_ORGANISATION);
}

static void
count_pair (GHashTable *pairs, const char *a, const char *b, const char *kind, guint article)
{
  gboolean turned = strcmp (a, b) > 0;
  g_autofree char *key = g_strdup_printf ("%s\n%s\n%s", turned ? b : a, turned ? a : b, kind);
  Pair *pair = g_hash_table_lookup (pairs, key);

  if (pair == NULL)
    {
      pair = g_new0 (Pair, 1);
      pair->title_of[0] = g_strdup (a);
      pair->title_of[1] = g_strdup (b);
      pair->kind = kind;
      pair->order = g_hash_table_size (pairs);
      pair->last_article = G_MAXUINT;
      g_hash_table_insert (pairs, g_steal_pointer (&key), pair);
    }
  if (pair->last_article != article)
    {
      pair->n_articles++;
      pair->last_article = article;
    }
}

static void
count_article (GHashTable *pairs, const PlxAnalysis *analysis, guint article)
{
  for (guint i = 0; i < analysis->events->len; i++)
    {
      const PlxEvent *event = PLX_EVENT (analysis, i);
      const PlxEntity *found[2] = { NULL, NULL };
      guint n = 0;

      if (event->span.begin >= LEAD || mutual_kind (event->kind) == NULL)
        continue;
      for (guint j = 0; j < event->participants.n; j++)
        {
          const PlxParticipant *participant = PLX_PARTICIPANT (analysis,
                                                               event->participants.first + j);
          const PlxEntity *entity = participant->entity >= 0
                                      ? PLX_ENTITY (analysis, participant->entity) : NULL;

          if (entity == NULL || !is_actor (entity) || (n > 0 && entity == found[0]))
            continue;
          if (n < 2)
            found[n] = entity;
          n++;
        }
      if (n >= 2 && found[0]->kind == found[1]->kind)
        count_pair (pairs, found[0]->name, found[1]->name, mutual_kind (event->kind),
                    article);
    }
}

/* In the most articles; of equals the one that came first. */
static const Pair *
most_shared (GHashTable *pairs, guint least)
{
  GHashTableIter iter;
  gpointer value;
  const Pair *best = NULL;

  g_hash_table_iter_init (&iter, pairs);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Pair *pair = value;

      if (pair->n_articles >= least
          && (best == NULL || pair->n_articles > best->n_articles
              || (pair->n_articles == best->n_articles && pair->order < best->order)))
        best = pair;
    }
  return best;
}

static gboolean
is_single_word (const char *text, gsize n_bytes)
{
  gboolean lower = FALSE;

  for (const char *p = text; p < text + n_bytes; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isalpha (g_utf8_get_char (p)))
        return FALSE;
      lower |= g_unichar_islower (g_utf8_get_char (p));
    }
  return lower;
}

/* The one word by which articles call the person, which may be the first or the
 * last of the name; the whole name if none does. */
static char *
dup_short_name (const PlxComparisonArticle *articles, const GArray *members, const char *name)
{
  for (guint m = 0; m < members->len; m++)
    {
      const PlxAnalysis *analysis = articles[g_array_index (members, guint, m)].analysis;

      for (guint i = 0; i < analysis->mentions->len; i++)
        {
          const PlxMention *mention = PLX_MENTION (analysis, i);
          const PlxEntity *entity = mention->entity >= 0 ? PLX_ENTITY (analysis, mention->entity)
                                                         : NULL;

          if (entity == NULL || mention->form != PLX_FORM_NAME || entity->name == NULL
              || entity->kind != PLX_ENTITY_PERSON || strcmp (entity->name, name) != 0)
            continue;
          if (is_single_word (analysis->text + mention->span.begin,
                              plx_span_length (mention->span)))
            {
              g_autofree char *word = plx_analysis_dup_span (analysis, mention->span);

              if (strstr (name, word) != NULL)
                return g_steal_pointer (&word);
            }
        }
    }
  return g_strdup (name);
}

/* "to", "during" and the like promise what is not there. */
static void
drop_last_stops (const PlxLexicon *lexicon, char *line)
{
  for (char *space = strrchr (line, ' '); space != NULL; space = strrchr (line, ' '))
    {
      g_autofree char *word = plx_text_fold (space + 1, strlen (space + 1));

      if (!(plx_lexicon_classes (lexicon, word) & PLX_WORD_STOP))
        return;
      *space = '\0';
    }
}

static char *
cut (const PlxLexicon *lexicon, const char *text)
{
  g_autofree char *line = g_strndup (text, strcspn (text, "\n"));
  char *stop;

  g_strstrip (line);
  if (g_utf8_strlen (line, -1) <= MAX_TITLE)
    return g_steal_pointer (&line);
  stop = g_utf8_offset_to_pointer (line, MAX_TITLE);
  while (stop > line && stop[-1] != ' ' && (guchar) stop[-1] < 0x80)
    stop--;
  *(stop > line ? stop : g_utf8_offset_to_pointer (line, MAX_TITLE)) = '\0';
  g_strchomp (line);
  if (lexicon != NULL)
    drop_last_stops (lexicon, line);
  return g_strconcat (line, "…", NULL);
}

static char *
best_headline (const PlxLexicon *lexicon, const PlxComparisonArticle *articles,
               const GArray *members)
{
  const PlxComparisonArticle *first = &articles[g_array_index (members, guint, 0)];
  g_autofree char *best = lexicon != NULL ? plx_headline_choose (lexicon, articles, members)
                                          : NULL;

  if (best != NULL)
    return cut (lexicon, best);
  if (first->analysis->n_bytes > 0)
    return cut (lexicon, first->analysis->text);
  return g_strdup (first->id != NULL ? first->id : "");
}

static char *
make_title (const PlxLexicon *lexicon, const PlxComparisonArticle *articles, const GArray *members)
{
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                        pair_free);
  const Pair *best;
  g_autofree char *a = NULL, *b = NULL;

  for (guint m = 0; m < members->len && members->len > 1; m++)
    count_article (pairs, articles[g_array_index (members, guint, m)].analysis, m);
  best = most_shared (pairs, MAX (2, (members->len + 1) / 2));
  if (best == NULL)
    return best_headline (lexicon, articles, members);
  a = dup_short_name (articles, members, best->title_of[0]);
  b = dup_short_name (articles, members, best->title_of[1]);
  return g_strdup_printf ("%s–%s %s", a, b, best->kind);
}

char **
plx_story_titles (const PlxComparisonArticle *articles, guint n_articles, const guint *story,
                  guint n_stories)
{
  const PlxLexicon *lexicon = plx_lexicon_get (NULL);
  char **titles = g_new0 (char *, n_stories + 1);
  g_autofree GArray **members = g_new0 (GArray *, n_stories + 1);

  for (guint s = 0; s < n_stories; s++)
    members[s] = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint a = 0; a < n_articles; a++)
    g_array_append_val (members[story[a]], a);
  for (guint s = 0; s < n_stories; s++)
    {
      titles[s] = members[s]->len > 0 ? make_title (lexicon, articles, members[s]) : g_strdup ("");
      g_array_unref (members[s]);
    }
  return titles;
}
