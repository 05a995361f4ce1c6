/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-coreference-private.h"

#include <string.h>

/* Who "he", "the newspaper" and "the two leaders" are. One pass from the first
 * token to the last; what was spoken of lately and as a subject comes first. */

static const char *
xpos (const PlxResolver *s, guint token)
{
  const char *tag = token < s->r.n ? PLX_TOKEN (s->analysis, token)->xpos : NULL;

  return tag != NULL ? tag : "";
}

guint
plx_resolver_sentence (const PlxResolver *s, guint token)
{
  return PLX_TOKEN (s->analysis, token)->sentence;
}

/* "X's spokeswoman, Mira Oduya, said": a name between two commas, then a verb. */
static gboolean
is_apposed_subject (const PlxResolver *s, guint first, guint end)
{
  return plx_name_reading_is (&s->r, (gint64) first - 1, ",")
         && plx_name_reading_is (&s->r, end, ",")
         && plx_name_reading_same_sentence (&s->r, (gint64) first - 1, (gint64) end + 1)
         && (plx_name_reading_has_upos (&s->r, (gint64) end + 1, "VERB")
             || plx_name_reading_has_upos (&s->r, (gint64) end + 1, "AUX"))
         && strcmp (xpos (s, end + 1), "VBG") != 0;
}

/* "quoted X as saying": who speaks, though an object. */
static gboolean
is_quoted (const PlxResolver *s, guint end)
{
  return plx_name_reading_does (&s->r, end, PLX_FUNCTION_AS)
         && plx_name_reading_same_sentence (&s->r, end, (gint64) end + 1)
         && strcmp (xpos (s, end + 1), "VBG") == 0;
}

/* Whether the phrase [first, end) is the subject of a finite verb: one follows,
 * perhaps after an apposition, or a verb of saying stands before it. */
static gboolean
is_subject (const PlxResolver *s, guint first, guint end)
{
  guint i = end;
  gint64 before = (gint64) first - 1;

  if (plx_name_reading_has_upos (&s->r, before, "DET"))
    before--;
  if (!plx_name_reading_same_sentence (&s->r, first, before))
    return !plx_name_reading_is_genitive (&s->r, end);
  if (plx_name_reading_is_class (&s->r, before, PLX_WORD_ROLE_PREPOSITION)
      || plx_name_reading_does (&s->r, before, PLX_FUNCTION_BY))
    return FALSE;
  while (plx_name_reading_has_upos (&s->r, i, "ADV"))
    i++;
  if (i < s->r.n && plx_name_reading_same_sentence (&s->r, first, i)
      && (plx_name_reading_has_upos (&s->r, i, "VERB")
          || plx_name_reading_has_upos (&s->r, i, "AUX")))
    return strcmp (xpos (s, i), "VBG") != 0;
  if (is_quoted (s, end) || is_apposed_subject (s, first, end))
    return TRUE;
  return plx_name_reading_is_class (&s->r, before, PLX_WORD_PERSON_VERB) && i < s->r.n
         && strchr (",.", s->r.tokens[i].form[0]) != NULL;
}

/* Entity @entity is spoken of at [first, end). */
void
plx_resolver_note (PlxResolver *s, gint32 entity, guint first, guint end, gboolean by_name)
{
  PlxSeen *seen;

  while (s->seen->len < s->analysis->entities->len)
    {
      PlxSeen fresh = { .token = -1, .named = -1, .described = -1, .gender = '-' };

      g_array_append_val (s->seen, fresh);
    }
  seen = PLX_SEEN (s, entity);
  if (seen->token >= 0 && seen->sentence == plx_resolver_sentence (s, first))
    seen->subject |= is_subject (s, first, end);
  else
    seen->subject = is_subject (s, first, end);
  seen->token = first;
  if (by_name)
    seen->named = first;
  seen->sentence = plx_resolver_sentence (s, first);
  seen->n++;
  for (guint i = s->recent->len; i-- > 0 && i + PLX_RECENT > s->recent->len;)
    if (g_array_index (s->recent, gint32, i) == entity)
      {
        g_array_remove_index (s->recent, i);
        break;
      }
  if (s->recent->len > 4 * PLX_RECENT)
    g_array_remove_range (s->recent, 0, 2 * PLX_RECENT);
  g_array_append_val (s->recent, entity);
}

/* The entity spoken of @k ago (0: last), -1 when there is none so far back. */
gint32
plx_resolver_recent (const PlxResolver *s, guint k)
{
  return k < MIN (s->recent->len, PLX_RECENT)
         ? g_array_index (s->recent, gint32, s->recent->len - 1 - k) : -1;
}

gboolean
plx_resolver_is_group (const PlxResolver *s, gint32 entity)
{
  return PLX_ENTITY (s->analysis, entity)->members.n > 0;
}

gint32
plx_resolver_entity_at (const PlxResolver *s, gint64 token)
{
  if (token < 0 || token >= s->r.n || s->mention[token] < 0)
    return -1;
  return PLX_MENTION (s->analysis, s->mention[token])->entity;
}

/* Whether a form of its name has the folded word. */
gboolean
plx_resolver_name_has (const PlxResolver *s, gint32 entity, const char *word)
{
  const PlxEntity *e = PLX_ENTITY (s->analysis, entity);
  gsize n = strlen (word);

  for (guint i = 0; i <= e->names.n; i++)
    {
      const char *name = i < e->names.n ? PLX_STRING (s->analysis, e->names.first + i) : e->name;
      g_autofree char *lower = g_utf8_strdown (name, -1);

      for (const char *p = strstr (lower, word); p != NULL; p = strstr (p + 1, word))
        if ((p == lower || p[-1] == ' ') && (p[n] == '\0' || p[n] == ' '))
          return TRUE;
    }
  return FALSE;
}

/* The group of these two, made when it is new. */
gint32
plx_resolver_group (PlxResolver *s, PlxEntityKind kind, gint32 a, gint32 b, const char *name)
{
  gint32 members[] = { MIN (a, b), MAX (a, b) };
  gint32 *last = kind == PLX_ENTITY_PERSON ? &s->last_person_group : &s->last_state_group;
  gint64 key = ((gint64) members[0] << 32) | members[1];
  gint32 group = GPOINTER_TO_INT (g_hash_table_lookup (s->groups, &key)) - 1;
  PlxSlice slice;

  if (group >= 0)
    return *last = group;
  slice = plx_analysis_add_numbers (s->analysis, members, 2);
  group = plx_entities_add (s->analysis, kind, name);
  PLX_ENTITY (s->analysis, group)->members = slice;
  g_hash_table_insert (s->groups, g_memdup2 (&key, sizeof key), GINT_TO_POINTER (group + 1));
  *last = group;
  return group;
}

void
plx_resolver_mention (PlxResolver *s, gint32 entity, guint first, guint end, PlxMentionForm form,
                      float confidence_01, const char *why)
{
  plx_entities_mention (s->analysis, entity, plx_name_reading_span (&s->r, first, end),
                        PLX_ENTITY (s->analysis, entity)->kind, form, confidence_01, why);
  for (guint i = first; i < end; i++)
    if (s->mention[i] < 0)
      s->mention[i] = (gint32) s->analysis->mentions->len - 1;
  plx_resolver_note (s, entity, first, end, FALSE);
}

/* Puts the mentions of names and roles over the tokens. */
static void
cover_tokens (PlxResolver *s)
{
  guint token = 0;

  for (guint m = 0; m < s->analysis->mentions->len; m++)
    {
      PlxSpan span = PLX_MENTION (s->analysis, m)->span;
      guint i;

      while (token < s->r.n && PLX_TOKEN (s->analysis, token)->span.end <= span.begin)
        token++;
      for (i = token; i < s->r.n && PLX_TOKEN (s->analysis, i)->span.begin < span.end; i++)
        if (s->mention[i] < 0)
          s->mention[i] = (gint32) m;
      if (PLX_MENTION (s->analysis, m)->form == PLX_FORM_NAME && token < s->r.n)
        s->next[token] = MAX (s->next[token], i - token);
    }
}

static gint32
name_beginning_at (const PlxResolver *s, guint *cursor, guint token)
{
  guint32 begin = PLX_TOKEN (s->analysis, token)->span.begin;
  gint32 found = -1;

  while (*cursor < s->analysis->mentions->len
         && PLX_MENTION (s->analysis, *cursor)->span.begin < begin)
    (*cursor)++;
  for (guint m = *cursor; m < s->analysis->mentions->len
                          && PLX_MENTION (s->analysis, m)->span.begin == begin; m++)
    if (PLX_MENTION (s->analysis, m)->form == PLX_FORM_NAME)
      {
        found = (gint32) m;
        break;
      }
  return found;
}

static char
gender_of_roles (const PlxResolver *s, const PlxEntity *entity)
{
  for (guint i = 0; i < entity->roles.n; i++)
    {
      g_autofree char *title
        = g_utf8_strdown (PLX_ROLE (s->analysis, entity->roles.first + i)->title, -1);
      const PlxNameRow *row = plx_name_table_find (&s->r.lists->titles, title);

      if (row != NULL && row->gender != '-')
        return row->gender;
    }
  return '-';
}

static void
init_genders (PlxResolver *s)
{
  for (guint e = 0; e < s->analysis->entities->len; e++)
    {
      PlxSeen seen = { .token = -1, .named = -1, .described = -1, .gender = '-' };
      const PlxEntity *entity = PLX_ENTITY (s->analysis, e);

      if (entity->kind == PLX_ENTITY_PERSON)
        {
          g_autofree char *lower = g_utf8_strdown (entity->name, -1);
          g_autofree char *last = g_strdup (lower);
          char *space = strchr (lower, ' ');

          seen.gender = gender_of_roles (s, entity);
          seen.sure = seen.gender != '-';
          if (space != NULL)
            *space = '\0';
          if (seen.gender == '-' && space != NULL
              && (!g_hash_table_contains (s->r.lists->family, lower)
                  || g_hash_table_contains (s->r.lists->family, strrchr (last, ' ') + 1)))
            {
              seen.gender
                = (char) GPOINTER_TO_UINT (g_hash_table_lookup (s->r.lists->given, lower));
              seen.guessed = TRUE;
            }
          if (seen.gender != 'm' && seen.gender != 'f')
            seen.gender = '-';
        }
      g_array_append_val (s->seen, seen);
    }
}

/* Where nobody is "she", a given name that may be a woman's tells nothing. */
static void
look_for_genders (PlxResolver *s)
{
  for (guint i = 0; i < s->r.n; i++)
    {
      const PlxNameRow *row = g_hash_table_lookup (s->r.lists->pronouns, s->r.tokens[i].lower);

      s->has_he |= row != NULL && row->gender == 'm';
      s->has_she |= row != NULL && row->gender == 'f';
    }
}

static void
resolve_all (PlxResolver *s, guint n_names)
{
  guint cursor = 0;

  for (guint i = 0; i < s->r.n; i++)
    {
      gint32 name = name_beginning_at (s, &cursor, i);

      if (name >= 0 && (guint) name < n_names)
        {
          plx_resolver_note (s, PLX_MENTION (s->analysis, name)->entity, i, i + MAX (1, s->next[i]),
                             TRUE);
          continue;
        }
      if (s->mention[i] >= 0)
        continue;
      if (plx_pronoun_at (s, i) == i)
        plx_describe_at (s, i);
    }
}

/* Descriptions and pronouns; and puts all mentions in order. */
void
plx_resolve_mentions (const PlxNameLists *lists, const PlxArticleText *article,
                      const PlxSyntax *syntax, PlxAnalysis *analysis)
{
  PlxResolver s = { .analysis = analysis, .last_person_group = -1, .last_state_group = -1 };

  g_array_sort (analysis->mentions, plx_mention_compare);
  plx_name_reading_init (&s.r, lists, analysis);
  s.mention = g_new (gint32, s.r.n + 1);
  s.next = g_new0 (guint, s.r.n + 1);
  s.seen = g_array_new (FALSE, TRUE, sizeof (PlxSeen));
  s.recent = g_array_new (FALSE, TRUE, sizeof (gint32));
  s.groups = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i <= s.r.n; i++)
    s.mention[i] = -1;
  cover_tokens (&s);
  init_genders (&s);
  look_for_genders (&s);
  resolve_all (&s, analysis->mentions->len);
  g_array_sort (analysis->mentions, plx_mention_compare);
  g_free (s.mention);
  g_free (s.next);
  g_array_unref (s.seen);
  g_array_unref (s.recent);
  g_hash_table_unref (s.groups);
  plx_name_reading_clear (&s.r);
}
