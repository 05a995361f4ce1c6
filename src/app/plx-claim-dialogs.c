/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-edits.h"

#include "app/plx-claim-chooser.h"
#include "app/plx-claim-entry.h"
#include "app/plx-compat.h"
#include "app/plx-window.h"
#include "base/plx-utf8.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The edits of claims that ask first. */

typedef struct {
  GtkWidget *window;               // PlxWindow; lives as long as the dialog
  GtkWidget *dialog;
  PlxStoryComparison *comparison;  // NULL: of a story only
  gint64 story;
  guint claim, column;
  GtkWidget *entry, *chooser;
  PlxClaimFunc done;
  GObject *object;                 // weak
} Ask;

/* NULL: nothing can be changed, which is said. */
static Ask *
ask_new (GtkWidget *widget, PlxStoryComparison *comparison, gint64 story)
{
  Ask *ask;

  if (plx_edits_find_project (widget) == NULL)
    return NULL;
  ask = g_new0 (Ask, 1);
  ask->window = GTK_WIDGET (plx_window_find (widget));
  ask->comparison = comparison != NULL ? plx_story_comparison_ref (comparison) : NULL;
  ask->story = story;
  return ask;
}

static void
ask_free (Ask *ask)
{
  g_clear_weak_pointer (&ask->object);
  g_clear_pointer (&ask->comparison, plx_story_comparison_unref);
  g_free (ask);
}

static PlxProject *
get_project (Ask *ask)
{
  return plx_window_get_project (PLX_WINDOW (ask->window));
}

static const PlxClaim *
get_claim (Ask *ask)
{
  return g_ptr_array_index (ask->comparison->comparison->claims, ask->claim);
}

static const PlxEvidence *
get_evidence (Ask *ask)
{
  return &plx_comparison_get_cell (ask->comparison->comparison, ask->claim, ask->column)->evidence;
}

/* Frees @ask. */
static void
finish (Ask *ask, const char *key, GError *error)
{
  plx_edits_report (ask->window, error);
  if (error == NULL && key != NULL && ask->done != NULL && ask->object != NULL)
    ask->done (key, ask->object);
  g_clear_error (&error);
  ask_free (ask);
}

static void
expect (Ask *ask, PlxClaimFunc done, GObject *object)
{
  ask->done = done;
  g_set_weak_pointer (&ask->object, object);
}

/* -- add, reword, split -- */

static void
typed_cb (Ask *ask)
{
  g_autofree char *text = plx_claim_entry_dup_text (PLX_CLAIM_ENTRY (ask->entry));

  plx_ask_set_ready (ask->dialog, *text != '\0');
}

/* Asks for the words of a claim. */
static void
ask_words (Ask *ask, const char *heading, const char *body, const char *ok, const char *other,
           const char *words, PlxAnswerFunc func)
{
  ask->entry = plx_claim_entry_new (words);
  ask->dialog = plx_ask (GTK_WINDOW (ask->window), heading, body, ok, other, FALSE, ask->entry,
                         func, ask);
  g_signal_connect_swapped (ask->entry, "changed", G_CALLBACK (typed_cb), ask);
  typed_cb (ask);
}

static void ask_again (Ask *ask, const char *heading, const char *ok, PlxAnswerFunc func,
                       GError *error);

static void
added_cb (const char *response, gpointer user_data)
{
  Ask *ask = user_data;
  g_autofree char *key = NULL, *text = plx_claim_entry_dup_text (PLX_CLAIM_ENTRY (ask->entry));
  GError *error = NULL;

  if (g_str_equal (response, "ok")
      && !plx_project_add_claim (get_project (ask), ask->story, text, &key, &error))
    ask_again (ask, _("Add a claim"), _("_Add"), added_cb, error);
  else
    finish (ask, key, NULL);
}

void
plx_edits_add_claim (GtkWidget *widget, gint64 story, PlxClaimFunc done, GObject *object)
{
  Ask *ask = ask_new (widget, NULL, story);

  if (ask == NULL)
    return;
  expect (ask, done, object);
  ask_words (ask, _("Add a claim"),
             _("One sentence. Every article of the story is searched for it."), _("_Add"), NULL, "",
             added_cb);
}

static void
reworded_cb (const char *response, gpointer user_data)
{
  Ask *ask = user_data;
  g_autofree char *text = plx_claim_entry_dup_text (PLX_CLAIM_ENTRY (ask->entry));
  GError *error = NULL;

  if (!g_str_equal (response, "cancel")
      && !plx_project_reword_claim (get_project (ask), ask->story, get_claim (ask)->key,
                                    g_str_equal (response, "other") ? NULL : text, &error))
    ask_again (ask, _("Reword the claim"), _("_Reword"), reworded_cb, error);
  else
    finish (ask, NULL, NULL);
}

void
plx_edits_reword_claim (GtkWidget *widget, PlxStoryComparison *comparison, guint claim)
{
  Ask *ask = ask_new (widget, comparison, comparison->story);
  const PlxClaimWork *work = comparison->work != NULL ? comparison->work[claim] : NULL;

  if (ask == NULL)
    return;
  ask->claim = claim;
  ask_words (ask, _("Reword the claim"), _("Its cells keep what was found and decided."),
             _("_Reword"), work != NULL && work->original != NULL ? _("As it _Was") : NULL,
             get_claim (ask)->statement, reworded_cb);
}

static void
split_cb (const char *response, gpointer user_data)
{
  Ask *ask = user_data;
  g_autofree char *key = NULL, *text = plx_claim_entry_dup_text (PLX_CLAIM_ENTRY (ask->entry));
  GError *error = NULL;

  if (g_str_equal (response, "ok")
      && !plx_project_split_claim (
        get_project (ask), ask->story, get_claim (ask)->key,
        plx_story_comparison_get_column_key (ask->comparison, ask->column), text, &key, &error))
    ask_again (ask, _("Split off a claim"), _("_Split"), split_cb, error);
  else
    finish (ask, key, NULL);
}

static char *
dup_words (Ask *ask)
{
  const PlxEvidence *evidence = get_evidence (ask);
  char *words
    = plx_utf8_slice (ask->comparison->contents[evidence->article]->text, evidence->spans[0]);

  g_strdelimit (words, "\n", ' ');
  return words;
}

/* NULL: the cell has nothing that could be split or moved, which is said. */
static Ask *
ask_new_of_cell (GtkWidget *widget, PlxStoryComparison *comparison, guint claim, guint column)
{
  Ask *ask = ask_new (widget, comparison, comparison->story);

  if (ask == NULL)
    return NULL;
  ask->claim = claim;
  ask->column = column;
  if (get_evidence (ask)->n_spans > 0 && get_evidence (ask)->article >= 0)
    return ask;
  plx_window_toast (PLX_WINDOW (ask->window),
                    _("This cell has no evidence. Select a cell that is reported."));
  ask_free (ask);
  return NULL;
}

void
plx_edits_split_claim (GtkWidget *widget, PlxStoryComparison *comparison, guint claim,
                       guint column, PlxClaimFunc done, GObject *object)
{
  Ask *ask = ask_new_of_cell (widget, comparison, claim, column);
  g_autofree char *words = NULL;

  if (ask == NULL)
    return;
  expect (ask, done, object);
  words = dup_words (ask);
  ask_words (ask, _("Split off a claim"), _("The words of this cell become a claim of their own."),
             _("_Split"), NULL, words, split_cb);
}

/* What could not be stored must not be typed twice. */
static void
ask_again (Ask *ask, const char *heading, const char *ok, PlxAnswerFunc func, GError *error)
{
  g_autoptr (GError) kept = error;
  g_autofree char *text = plx_claim_entry_dup_text (PLX_CLAIM_ENTRY (ask->entry));

  ask_words (ask, heading, kept->message, ok, NULL, text, func);
}

/* -- merge, move evidence -- */

static void
chosen_cb (Ask *ask)
{
  g_autoptr (GPtrArray) keys = plx_claim_chooser_list (PLX_CLAIM_CHOOSER (ask->chooser));

  plx_ask_set_ready (ask->dialog, keys->len > 1);
}

static void
ask_claims (Ask *ask, const char *heading, const char *body, const char *ok, gboolean several,
            const char *name, PlxAnswerFunc func)
{
  ask->chooser = plx_claim_chooser_new (ask->comparison, ask->claim, several, name);
  ask->dialog = plx_ask (GTK_WINDOW (ask->window), heading, body, ok, NULL, FALSE, ask->chooser,
                         func, ask);
  g_signal_connect_swapped (ask->chooser, "changed", G_CALLBACK (chosen_cb), ask);
  chosen_cb (ask);
}

static void
merged_cb (const char *response, gpointer user_data)
{
  Ask *ask = user_data;
  g_autoptr (GPtrArray) keys = plx_claim_chooser_list (PLX_CLAIM_CHOOSER (ask->chooser));
  GError *error = NULL;

  if (g_str_equal (response, "ok"))
    plx_project_merge_claims (get_project (ask), ask->story, get_claim (ask)->key,
                              (const char *const *) keys->pdata, &error);
  finish (ask, NULL, error);
}

void
plx_edits_merge_claims (GtkWidget *widget, PlxStoryComparison *comparison, guint claim)
{
  Ask *ask = ask_new (widget, comparison, comparison->story);
  g_autofree char *body = NULL;

  if (ask == NULL)
    return;
  ask->claim = claim;
  body = g_strdup_printf (_("What you choose becomes part of “%s”."), get_claim (ask)->statement);
  ask_claims (ask, _("Merge claims"), body, _("_Merge"), TRUE, _("Claims to merge"), merged_cb);
}

static void
shorten (char *words)
{
  enum { MOST_CHARS = 120 };

  if (g_utf8_strlen (words, -1) > MOST_CHARS)
    strcpy (g_utf8_offset_to_pointer (words, MOST_CHARS - 2), "…");
}

static void
given_cb (const char *response, gpointer user_data)
{
  Ask *ask = user_data;
  g_autoptr (GPtrArray) keys = plx_claim_chooser_list (PLX_CLAIM_CHOOSER (ask->chooser));
  const char *key = NULL;
  guint to;

  if (g_str_equal (response, "ok")
      && plx_story_comparison_find_claim (ask->comparison, g_ptr_array_index (keys, 0), &to)
      && plx_edits_give_evidence (ask->window, ask->comparison, ask->claim, ask->column, to))
    key = g_ptr_array_index (keys, 0);
  finish (ask, key, NULL);
}

void
plx_edits_ask_evidence (GtkWidget *widget, PlxStoryComparison *comparison, guint claim,
                        guint column, PlxClaimFunc done, GObject *object)
{
  Ask *ask = ask_new_of_cell (widget, comparison, claim, column);
  g_autofree char *words = NULL, *body = NULL;

  if (ask == NULL)
    return;
  expect (ask, done, object);
  words = dup_words (ask);
  shorten (words);
  body = g_strdup_printf (_("“%s” becomes evidence of the claim you choose instead of this one."),
                          words);
  ask_claims (ask, _("Move evidence"), body, _("_Move"), FALSE, _("Claims to move it to"),
              given_cb);
}
