/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-claim-entry.h"

#include "app/plx-compat.h"

#include <glib/gi18n-lib.h>

struct _PlxClaimEntry {
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkTextView *view;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlxClaimEntry, plx_claim_entry, GTK_TYPE_WIDGET)

static void
changed_cb (PlxClaimEntry *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                PlxClaimEntry *self)
{
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_default (GTK_WIDGET (self));
  return GDK_EVENT_STOP;
}

static gboolean
plx_claim_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PLX_CLAIM_ENTRY (widget)->view));
}

static void
plx_claim_entry_dispose (GObject *object)
{
  g_clear_pointer (&PLX_CLAIM_ENTRY (object)->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (plx_claim_entry_parent_class)->dispose (object);
}

static void
plx_claim_entry_class_init (PlxClaimEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plx_claim_entry_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = plx_claim_entry_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plx_claim_entry_init (PlxClaimEntry *self)
{
  enum { WIDTH = 340, HEIGHT = 88 };
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *view = gtk_text_view_new ();

  self->view = GTK_TEXT_VIEW (view);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_left_margin (self->view, 8);
  gtk_text_view_set_right_margin (self->view, 8);
  gtk_text_view_set_top_margin (self->view, 6);
  gtk_text_view_set_bottom_margin (self->view, 6);
  plx_widget_set_label (view, _("Claim"));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (view, keys);
  g_signal_connect_swapped (gtk_text_view_get_buffer (self->view), "changed",
                            G_CALLBACK (changed_cb), self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_widget_set_size_request (self->scroller, WIDTH, HEIGHT);
  gtk_widget_add_css_class (self->scroller, "plx-claim-entry");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), view);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
plx_claim_entry_new (const char *text)
{
  PlxClaimEntry *self = g_object_new (PLX_TYPE_CLAIM_ENTRY, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter begin, end;

  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_get_bounds (buffer, &begin, &end);
  gtk_text_buffer_select_range (buffer, &end, &begin);
  return GTK_WIDGET (self);
}

char *
plx_claim_entry_dup_text (PlxClaimEntry *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter begin, end;
  char *text;

  gtk_text_buffer_get_bounds (buffer, &begin, &end);
  text = gtk_text_buffer_get_text (buffer, &begin, &end, FALSE);
  return g_strstrip (g_strdelimit (text, "\r\n\t", ' '));
}
