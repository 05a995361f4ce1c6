/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-comparison-json-private.h"
#include "compare/plx-framing.h"

/* "framing":{"articles":{ID:{"words","sentences","statements","direct_words",
 * "verbs":{CLASS:n}}},"speakers":[…],"prominence":[…]} */

static void
write_classes (PlxComparisonWriter *self, const char *key, const guint *n_by_class)
{
  plx_write_key (self, key);
  g_string_append_c (self->out, '{');
  for (guint i = 0; i < PLX_N_SAYING_CLASSES; i++)
    if (n_by_class[i] > 0)
      plx_write_uint (self, plx_saying_class_to_nick ((PlxSayingClass) i), n_by_class[i]);
  g_string_append_c (self->out, '}');
}

static void
write_totals (PlxComparisonWriter *self)
{
  const GArray *articles = self->comparison->framing->articles;

  plx_write_key (self, "articles");
  g_string_append_c (self->out, '{');
  for (guint i = 0; i < articles->len; i++)
    {
      const PlxFramedArticle *article = &g_array_index (articles, PlxFramedArticle, i);

      plx_write_key (self, self->comparison->article_ids[i]);
      g_string_append_c (self->out, '{');
      plx_write_uint (self, "words", article->n_words);
      plx_write_uint (self, "sentences", article->n_sentences);
      plx_write_uint (self, "statements", article->n_statements);
      plx_write_uint (self, "direct_words", article->n_direct_words);
      write_classes (self, "verbs", article->n_by_class);
      g_string_append_c (self->out, '}');
    }
  g_string_append_c (self->out, '}');
}

static void
write_verbs (PlxComparisonWriter *self, const PlxSpeaker *speaker)
{
  plx_write_key (self, "verbs");
  g_string_append_c (self->out, '[');
  for (guint i = 0; i < speaker->verbs->len; i++)
    {
      const PlxSayingVerb *verb = g_ptr_array_index (speaker->verbs, i);

      plx_write_comma (self);
      g_string_append_c (self->out, '{');
      plx_write_string (self, "verb", verb->verb);
      plx_write_string (self, "class", plx_saying_class_to_nick (verb->saying));
      plx_write_uint (self, "n", verb->n_cues);
      plx_write_spans (self, "spans", speaker->article, verb->cues, verb->n_cues);
      g_string_append_c (self->out, '}');
    }
  g_string_append_c (self->out, ']');
}

static void
write_speaker (PlxComparisonWriter *self, const PlxSpeaker *speaker)
{
  plx_write_comma (self);
  g_string_append_c (self->out, '{');
  plx_write_string (self, "article", self->comparison->article_ids[speaker->article]);
  plx_write_string (self, "speaker", speaker->speaker);
  plx_write_string (self, "kind", plx_entity_kind_to_nick (speaker->kind));
  plx_write_uint (self, "order", speaker->order);
  plx_write_spans (self, "first", speaker->article, &speaker->first, 1);
  plx_write_uint (self, "statements", speaker->n_statements);
  plx_write_uint (self, "quoted", speaker->n_quoted);
  plx_write_uint (self, "direct_words", speaker->n_direct_words);
  plx_write_uint (self, "indirect_words", speaker->n_indirect_words);
  write_classes (self, "classes", speaker->n_by_class);
  write_verbs (self, speaker);
  g_string_append_c (self->out, '}');
}

static void
write_prominence (PlxComparisonWriter *self, const PlxProminence *prominence)
{
  plx_write_comma (self);
  g_string_append_c (self->out, '{');
  plx_write_string (self, "article", self->comparison->article_ids[prominence->article]);
  plx_write_string (self, "entity", prominence->entity);
  plx_write_string (self, "kind", plx_entity_kind_to_nick (prominence->kind));
  plx_write_uint (self, "order", prominence->order);
  plx_write_spans (self, "first", prominence->article, &prominence->first, 1);
  plx_write_uint (self, "mentions", prominence->n_mentions);
  plx_write_key (self, "share");
  plx_write_number (self, prominence->share_01);
  plx_write_bool (self, "headline", prominence->in_headline);
  plx_write_bool (self, "lead", prominence->in_lead);
  g_string_append_c (self->out, '}');
}

void
plx_framing_write_json (PlxComparisonWriter *self)
{
  const PlxFraming *framing = self->comparison->framing;

  if (framing == NULL)
    return;   // of a comparison that people edited
  plx_write_key (self, "framing");
  g_string_append_c (self->out, '{');
  write_totals (self);
  plx_write_key (self, "speakers");
  g_string_append_c (self->out, '[');
  for (guint i = 0; i < framing->speakers->len; i++)
    write_speaker (self, g_ptr_array_index (framing->speakers, i));
  g_string_append_c (self->out, ']');
  plx_write_key (self, "prominence");
  g_string_append_c (self->out, '[');
  for (guint i = 0; i < framing->prominence->len; i++)
    write_prominence (self, g_ptr_array_index (framing->prominence, i));
  g_string_append (self->out, "]}");
}
