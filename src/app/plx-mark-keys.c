/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-mark-keys.h"

static const struct {
  guint key;
  const char *action;
} keys[] = {
  { GDK_KEY_n, "win.next-mark" },
  { GDK_KEY_p, "win.previous-mark" },
  { GDK_KEY_Return, "win.accept" },
  { GDK_KEY_KP_Enter, "win.accept" },
  { GDK_KEY_Delete, "win.reject" },
  { GDK_KEY_m, "win.mark-words" },
  { GDK_KEY_a, "win.mark-everywhere" },
};

static gboolean
pressed_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
            gpointer user_data)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == key)
      return gtk_widget_activate_action (widget, keys[i].action, NULL);
  if (key >= GDK_KEY_1 && key <= GDK_KEY_9)
    return gtk_widget_activate_action (widget, "win.relabel", "i", (int) (key - GDK_KEY_1));
  return FALSE;
}

void
plx_mark_keys_attach (GtkWidget *widget)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  /* before the text view's own input method, which eats letters */
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (pressed_cb), NULL);
  gtk_widget_add_controller (widget, controller);
}
