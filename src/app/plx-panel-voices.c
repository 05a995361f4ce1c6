/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-panel-page.h"

#include "compare/plx-framing.h"

#include <glib/gi18n-lib.h>

/* Voices: per article who speaks, for how many words, with which verbs; and who
 * comes first and fills it. */

enum { MOST_PROMINENT = 5 };

static const char *
get_class_word (PlxSayingClass saying)
{
  switch (saying)
    {
    case PLX_SAYING_DOUBTING: return _("keeps a distance");
    case PLX_SAYING_ADMITTING: return _("the speaker yields");
    case PLX_SAYING_VOUCHING: return _("told as true");
    case PLX_SAYING_STRONG: return _("heated");
    case PLX_SAYING_NEUTRAL:
    case PLX_N_SAYING_CLASSES: break;
    }
  return NULL;
}

static void
add_verbs (const PlxPanelContext *self, GtkWidget *box, const PlxSpeaker *speaker)
{
  GtkWidget *pills = speaker->verbs != NULL && speaker->verbs->len > 0 ? plx_panel_add_pills (box)
                                                                       : NULL;

  for (guint i = 0; pills != NULL && i < speaker->verbs->len; i++)
    {
      const PlxSayingVerb *verb = g_ptr_array_index (speaker->verbs, i);
      const char *class_word = get_class_word (verb->saying);
      g_autofree char *text = verb->n_cues > 1 ? g_strdup_printf ("%s ×%u", verb->verb, verb->n_cues)
                                               : g_strdup (verb->verb);
      g_autofree char *label
        = class_word != NULL ? g_strdup_printf (_("%s, %s: show where"), text, class_word)
                             : g_strdup_printf (_("%s: show where"), text);

      if (verb->n_cues > 0)
        plx_panel_page_add_passage (self, pills, text, label, (guint) speaker->article,
                                    verb->cues[0]);
    }
}

static void
add_speaker (const PlxPanelContext *self, GtkWidget *card, const PlxSpeaker *speaker)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *label = g_strdup_printf (_("%s: show what is said first"), speaker->speaker);
  g_autofree char *words
    = speaker->n_direct_words > 0
        ? g_strdup_printf (_("%u words, %u of them quoted"),
                           speaker->n_direct_words + speaker->n_indirect_words,
                           speaker->n_direct_words)
        : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u word", "%u words",
                                        speaker->n_indirect_words),
                           speaker->n_indirect_words);

  plx_panel_page_add_passage (self, row, speaker->speaker, label, (guint) speaker->article,
                              speaker->first);
  gtk_box_append (GTK_BOX (card), row);
  gtk_box_append (GTK_BOX (card), plx_panel_new_text (words, "dim-label"));
  add_verbs (self, card, speaker);
}

/* "First named: Lian Hao, Doran Vesk …", each with its place. */
static void
add_prominence (const PlxPanelContext *self, GtkWidget *card, int article)
{
  GPtrArray *prominence = self->comparison->comparison->framing->prominence;
  GtkWidget *pills = NULL;
  guint n = 0;

  for (guint i = 0; i < prominence->len && n < MOST_PROMINENT; i++)
    {
      const PlxProminence *it = g_ptr_array_index (prominence, i);
      g_autofree char *text = NULL, *label = NULL;

      if (it->article != article)
        continue;
      if (pills == NULL)
        {
          gtk_box_append (GTK_BOX (card), plx_panel_new_text (_("Named first"), "caption-heading"));
          pills = plx_panel_add_pills (card);
        }
      n++;
      text = g_strdup_printf (_("%s %.0f %%"), it->entity, it->share_01 * 100);
      label = g_strdup_printf (_("%s: in %.0f %% of the sentences%s; show where first"),
                               it->entity, it->share_01 * 100,
                               it->in_headline ? _(", in the headline")
                               : it->in_lead   ? _(", in the first paragraph")
                                               : "");
      plx_panel_page_add_passage (self, pills, text, label, (guint) article, it->first);
    }
}

void
plx_panel_show_voices (const PlxPanelContext *self)
{
  const PlxFraming *framing = self->comparison->comparison->framing;
  GtkWidget *list = NULL;

  for (guint article = 0; framing != NULL && article < self->comparison->n_articles; article++)
    {
      GtkWidget *card = NULL;

      for (guint i = 0; i < framing->speakers->len; i++)
        {
          const PlxSpeaker *speaker = g_ptr_array_index (framing->speakers, i);

          if (speaker->article != (int) article)
            continue;
          if (list == NULL)
            list = plx_panel_page_add_list (self, _("Who speaks in each"));
          if (card == NULL)
            card = plx_panel_add_card (list, plx_panel_page_get_source (self, (int) article));
          add_speaker (self, card, speaker);
        }
      if (card != NULL)
        add_prominence (self, card, (int) article);
    }
  if (list == NULL)
    plx_panel_page_say (self, _("Nobody speaks in these articles."));
}
