/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-panel-page.h"

#include "app/plx-cell-style.h"
#include "app/plx-compat.h"

#include <glib/gi18n-lib.h>

/* -- naming -- */

static void
add_naming (GtkWidget *list, const char *source, const PlxNaming *naming)
{
  GtkWidget *card = plx_panel_add_card (list, source), *pills = plx_panel_add_pills (card);
  g_autofree char *verbs = naming->verbs != NULL ? g_strjoinv (", ", naming->verbs) : NULL;

  for (guint i = 0; i < naming->forms->len; i++)
    {
      const PlxNamingForm *form = &g_array_index (naming->forms, PlxNamingForm, i);

      plx_panel_add_pill (pills, form->text, form->n);
    }
  if (verbs != NULL && *verbs != '\0')
    {
      g_autofree char *escaped = g_markup_escape_text (verbs, -1);
      g_autofree char *markup = g_strdup_printf (_("Verbs: <i>%s</i>"), escaped);
      GtkWidget *label = plx_panel_new_text (NULL, "dim-label");

      gtk_label_set_markup (GTK_LABEL (label), markup);
      gtk_box_append (GTK_BOX (card), label);
    }
}

void
plx_panel_show_naming (const PlxPanelContext *self)
{
  GPtrArray *naming = self->comparison->comparison->naming;
  const char *entity = self->entity;
  GtkWidget *list;

  if (entity == NULL)
    {
      plx_panel_page_say (self, _("Nobody is named in more than one way yet."));
      return;
    }
  list = plx_panel_page_add_list (self, _("How each names"));
  for (guint i = 0; i < naming->len; i++)
    {
      const PlxNaming *it = g_ptr_array_index (naming, i);

      if (g_strcmp0 (it->entity, entity) == 0)
        add_naming (list, plx_panel_page_get_source (self, it->article), it);
    }
}

/* -- words -- */

static void
add_word (const PlxPanelContext *self, GtkWidget *pills, const PlxOverusedWord *word)
{
  g_autofree char *text = g_strdup_printf ("%s ×%u", word->word, word->n_spans);
  g_autofree char *label = g_strdup_printf (_("%s, z %.1f: show where"), text, word->z);

  if (word->n_spans > 0)
    plx_panel_page_add_passage (self, pills, text, label, (guint) word->article, word->spans[0]);
}

void
plx_panel_show_words (const PlxPanelContext *self)
{
  GPtrArray *words = self->comparison->comparison->words;
  GtkWidget *list = NULL;

  for (guint article = 0; article < self->comparison->n_articles; article++)
    {
      GtkWidget *pills = NULL;

      for (guint i = 0; i < words->len; i++)
        {
          const PlxOverusedWord *word = g_ptr_array_index (words, i);

          if (word->article != (int) article)
            continue;
          if (list == NULL)
            list = plx_panel_page_add_list (self, _("Words used more than elsewhere"));
          if (pills == NULL)
            pills = plx_panel_add_pills (plx_panel_add_card (list, plx_panel_page_get_source (self, (int) article)));
          add_word (self, pills, word);
        }
    }
  if (list == NULL)
    gtk_box_append (GTK_BOX (self->content),
                    plx_panel_new_text (_("No word stands out against the other articles."), "dim-label"));
}

/* -- origins -- */

static void
add_copies (const PlxPanelContext *self)
{
  GPtrArray *copies = self->comparison->comparison->copies;
  GtkWidget *list = NULL;

  for (guint i = 0; copies != NULL && i < copies->len; i++)
    {
      GArray *group = g_ptr_array_index (copies, i);
      GtkWidget *card;

      if (group->len < 2)
        continue;
      if (list == NULL)
        list = plx_panel_page_add_list (self, _("Shared texts"));
      card = plx_panel_add_card (list, plx_panel_page_get_source (self, g_array_index (group, int, 0)));
      for (guint j = 1; j < group->len; j++)
        {
          g_autofree char *text
            = g_strdup_printf (_("%s shares its text: counted once"),
                               plx_panel_page_get_source (self, g_array_index (group, int, j)));

          gtk_box_append (GTK_BOX (card), plx_panel_new_text (text, "dim-label"));
        }
    }
}

static void
add_voices (const PlxPanelContext *self, const PlxClaim *claim)
{
  const PlxComparison *comparison = self->comparison->comparison;
  GtkWidget *list = plx_panel_page_add_list (self, _("Who says so"));

  for (guint column = 0; column < comparison->columns->len; column++)
    {
      PlxCellLook look = plx_cell_look (self->comparison, (guint) self->claim, column);
      const PlxColumn *it = g_ptr_array_index (comparison->columns, column);
      g_autofree char *via = NULL, *text = NULL;

      if (look.cell->evidence.n_spans == 0)
        continue;
      via = look.cell->via != NULL && look.cell->via[0] != NULL ? g_strjoinv (" ▸ ", look.cell->via)
                                                                : NULL;
      text = via != NULL
               ? g_strdup_printf (_("%s, via %s"), plx_cell_words_get_status (look.status), via)
               : g_strdup (plx_cell_words_get_status (look.status));
      gtk_box_append (GTK_BOX (plx_panel_add_card (list, plx_cell_words_get_column (it))),
                      plx_panel_new_text (text, "dim-label"));
    }
}

void
plx_panel_show_origins (const PlxPanelContext *self)
{
  if (self->claim >= 0)
    {
      const PlxClaim *claim
        = g_ptr_array_index (self->comparison->comparison->claims, (guint) self->claim);
      g_autofree char *count
        = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u independent origin",
                                        "%u independent origins", claim->origins),
                           claim->origins);

      gtk_box_append (GTK_BOX (self->content), plx_panel_new_text (claim->statement, "heading"));
      gtk_box_append (GTK_BOX (self->content), plx_panel_new_text (count, NULL));
      add_voices (self, claim);
    }
  else
    gtk_box_append (GTK_BOX (self->content),
                    plx_panel_new_text (_("Select a claim to see where it comes from."), "dim-label"));
  add_copies (self);
}
