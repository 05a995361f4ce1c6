/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-descriptions-private.h"

#include <string.h>

/* "The newspaper", "the agency", "the party's official newspaper, Rodong
 * Sinmun": nouns that stand for papers, agencies and broadcasters. */

/* Whether a name can be of a broadcaster, an agency, a paper as the noun says. */
static gboolean
is_sort_of_media (const PlxResolver *s, gint32 entity, const PlxDescription *phrase)
{
  const guint sorts[] = { PLX_WORD_BROADCAST, PLX_WORD_AGENCY, PLX_WORD_PAPER };
  g_autofree char *lower = g_utf8_strdown (PLX_ENTITY (s->analysis, entity)->name, -1);
  g_auto (GStrv) words = g_strsplit (lower, " ", -1);
  gboolean has = FALSE, other = FALSE;

  for (guint k = 0; k < G_N_ELEMENTS (sorts); k++)
    {
      gboolean wanted = plx_name_reading_is_class (&s->r, (gint64) phrase->end - 1, sorts[k]);

      for (guint i = 0; words[i] != NULL; i++)
        if (plx_name_word_is (s->r.lists, words[i], sorts[k]))
          {
            has |= wanted;
            other |= !wanted;
          }
    }
  return has || !other
         || !plx_name_reading_is_class (&s->r, (gint64) phrase->end - 1,
                                        PLX_WORD_BROADCAST | PLX_WORD_AGENCY | PLX_WORD_PAPER);
}

/* "Saranian state media": many papers in one name. */
static gboolean
is_named_for_many (const PlxResolver *s, gint32 entity)
{
  g_autofree char *lower = g_utf8_strdown (PLX_ENTITY (s->analysis, entity)->name, -1);
  g_auto (GStrv) words = g_strsplit (lower, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (plx_function_word_is (s->r.lists, words[i], PLX_FUNCTION_MEDIA_MANY))
      return TRUE;
  return FALSE;
}

static gboolean
is_media (const PlxResolver *s, gint32 entity, const PlxDescription *phrase)
{
  const PlxNameRow *row = phrase->row;
  gboolean group;

  if (PLX_ENTITY (s->analysis, entity)->kind != PLX_ENTITY_MEDIA)
    return FALSE;
  group = is_named_for_many (s, entity);
  return row->many == group && is_sort_of_media (s, entity, phrase);
}

static gboolean
is_any_media (const PlxResolver *s, gint32 entity, const PlxDescription *phrase)
{
  return PLX_ENTITY (s->analysis, entity)->kind == PLX_ENTITY_MEDIA
         && is_sort_of_media (s, entity, phrase);
}

/* One word ("TASS") or "Kyodo News": what an agency may be called. */
static gboolean
sounds_like_agency (const PlxResolver *s, gint32 entity)
{
  gint64 noun = PLX_SEEN (s, entity)->described;
  g_autofree char *lower = g_utf8_strdown (PLX_ENTITY (s->analysis, entity)->name, -1);
  g_auto (GStrv) words = g_strsplit (lower, " ", -1);

  if (noun >= 0 && !plx_name_reading_is_class (&s->r, noun, PLX_WORD_AGENCY))
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    if (plx_name_word_is (s->r.lists, words[i], PLX_WORD_AGENCY | PLX_WORD_NEWS))
      return TRUE;
  return g_strv_length (words) == 1;
}

gboolean
plx_description_is_agency (const PlxResolver *s, gint32 entity, const PlxDescription *phrase)
{
  return plx_name_reading_is_class (&s->r, (gint64) phrase->end - 1, PLX_WORD_AGENCY)
         && is_any_media (s, entity, phrase) && sounds_like_agency (s, entity);
}

/* The named paper that the phrase stands beside, with or without a comma. */
static gint32
apposed_media (const PlxResolver *s, const PlxDescription *phrase)
{
  gint32 entity = plx_description_name_after (s, phrase->end, PLX_ENTITY_MEDIA);
  guint begin = phrase->determiner == PLX_DETERMINER_GENITIVE ? phrase->owner_first : phrase->first;

  if (entity < 0 && plx_name_reading_is (&s->r, phrase->end, ","))
    entity = plx_description_name_after (s, phrase->end + 1, PLX_ENTITY_MEDIA);
  if (entity >= 0)
    return entity;
  if (begin > 0 && plx_description_determiner_at (s, (gint64) begin - 1) != PLX_DETERMINER_NONE)
    begin--;
  if (begin >= 2 && plx_name_reading_is (&s->r, (gint64) begin - 1, ",")
      && plx_name_reading_same_sentence (&s->r, (gint64) begin - 1, phrase->head))
    entity = plx_resolver_entity_at (s, (gint64) begin - 2);
  return entity >= 0 && PLX_ENTITY (s->analysis, entity)->kind == PLX_ENTITY_MEDIA ? entity : -1;
}

/* "The report by …", "an article in …": a document, not the paper. */
static gboolean
is_document (const PlxResolver *s, const PlxDescription *phrase)
{
  return phrase->row->document
         && plx_name_reading_does (&s->r, phrase->end, PLX_FUNCTION_ABOUT)
         && plx_name_reading_same_sentence (&s->r, phrase->head, phrase->end);
}

static void
take_owner_after (PlxResolver *s, PlxDescription *phrase, gint32 entity)
{
  guint i = phrase->end + 1;
  gint32 owner = -1;

  if (!plx_name_reading_does (&s->r, phrase->end, PLX_FUNCTION_OF))
    return;
  i += plx_name_reading_does (&s->r, i, PLX_FUNCTION_THE);
  while (i < s->r.n && plx_name_reading_same_sentence (&s->r, phrase->head, i)
         && (s->mention[i] >= 0 || plx_name_reading_is_genitive (&s->r, i)))
    {
      if (s->mention[i] >= 0)
        owner = plx_resolver_entity_at (s, i);
      i++;
    }
  if (owner < 0 || owner == entity)
    return;
  PLX_ENTITY (s->analysis, entity)->owner = owner;
  phrase->end = i;
}

gint32
plx_description_resolve_media (PlxResolver *s, PlxDescription *phrase)
{
  gint32 entity = apposed_media (s, phrase);

  if (entity >= 0)
    {
      if (phrase->determiner == PLX_DETERMINER_GENITIVE && phrase->owner != entity)
        {
          PLX_ENTITY (s->analysis, entity)->owner = phrase->owner;
          phrase->first = phrase->owner_first;
        }
      take_owner_after (s, phrase, entity);
      return entity;
    }
  if (plx_name_reading_is_class (&s->r, phrase->first, PLX_WORD_CARRIER)
      || (phrase->determiner != PLX_DETERMINER_THE && phrase->determiner != PLX_DETERMINER_THIS)
      || is_document (s, phrase))
    return -1;
  entity = plx_description_find_named (s, phrase);
  if (entity < 0)
    entity = plx_description_find_recent (s, phrase, PLX_DESCRIPTION_REACH, is_media);
  if (entity < 0)
    entity = plx_description_find_recent (s, phrase, PLX_DESCRIPTION_REACH, is_any_media);
  return entity;
}
