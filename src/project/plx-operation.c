/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "project/plx-operation.h"

/* Workers write under the mutex and leave at most one idle pending; the idle
 * notifies what changed. So a worker that reports a thousand times a second
 * costs the main loop one wake-up per frame it has time for. */

struct _PlxOperation
{
  GObject parent_instance;
  char *title;
  GCancellable *cancellable;

  GMutex mutex;          // guards what follows
  char *message;
  double fraction_01;
  gboolean is_running;
  guint idle;            // 0: none pending
};

enum {
  PROP_TITLE = 1,
  PROP_MESSAGE,
  PROP_FRACTION,
  PROP_RUNNING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlxOperation, plx_operation, G_TYPE_OBJECT)

static void
plx_operation_finalize (GObject *object)
{
  PlxOperation *self = PLX_OPERATION (object);

  g_free (self->title);
  g_free (self->message);
  g_clear_object (&self->cancellable);
  g_mutex_clear (&self->mutex);
  G_OBJECT_CLASS (plx_operation_parent_class)->finalize (object);
}

static void
plx_operation_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlxOperation *self = PLX_OPERATION (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_MESSAGE:
      g_value_take_string (value, plx_operation_dup_message (self));
      break;
    case PROP_FRACTION:
      g_value_set_double (value, plx_operation_get_fraction_01 (self));
      break;
    case PROP_RUNNING:
      g_value_set_boolean (value, plx_operation_is_running (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plx_operation_class_init (PlxOperationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = plx_operation_finalize;
  object_class->get_property = plx_operation_get_property;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plx_operation_init (PlxOperation *self)
{
  g_mutex_init (&self->mutex);
  self->cancellable = g_cancellable_new ();
  self->is_running = TRUE;
}

static gboolean
notify_cb (gpointer data)
{
  PlxOperation *self = data;

  g_mutex_lock (&self->mutex);
  self->idle = 0;
  g_mutex_unlock (&self->mutex);
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MESSAGE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
  g_object_thaw_notify (G_OBJECT (self));
  return G_SOURCE_REMOVE;
}

/* The caller holds the mutex. */
static void
schedule_notify (PlxOperation *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, notify_cb, g_object_ref (self), g_object_unref);
}

static void
report_cb (double fraction_01, const char *message, gpointer data)
{
  PlxOperation *self = data;

  g_mutex_lock (&self->mutex);
  self->fraction_01 = fraction_01;
  if (message != NULL && g_strcmp0 (message, self->message) != 0)
    {
      g_free (self->message);
      self->message = g_strdup (message);
    }
  schedule_notify (self);
  g_mutex_unlock (&self->mutex);
}

PlxOperation *
plx_operation_new (const char *title)
{
  PlxOperation *self = g_object_new (PLX_TYPE_OPERATION, NULL);

  self->title = g_strdup (title);
  return self;
}

const char *
plx_operation_get_title (PlxOperation *self)
{
  g_return_val_if_fail (PLX_IS_OPERATION (self), NULL);
  return self->title;
}

char *
plx_operation_dup_message (PlxOperation *self)
{
  char *message;

  g_return_val_if_fail (PLX_IS_OPERATION (self), NULL);
  g_mutex_lock (&self->mutex);
  message = g_strdup (self->message);
  g_mutex_unlock (&self->mutex);
  return message;
}

double
plx_operation_get_fraction_01 (PlxOperation *self)
{
  double fraction_01;

  g_return_val_if_fail (PLX_IS_OPERATION (self), 0);
  g_mutex_lock (&self->mutex);
  fraction_01 = self->fraction_01;
  g_mutex_unlock (&self->mutex);
  return fraction_01;
}

gboolean
plx_operation_is_running (PlxOperation *self)
{
  gboolean is_running;

  g_return_val_if_fail (PLX_IS_OPERATION (self), FALSE);
  g_mutex_lock (&self->mutex);
  is_running = self->is_running;
  g_mutex_unlock (&self->mutex);
  return is_running;
}

GCancellable *
plx_operation_get_cancellable (PlxOperation *self)
{
  g_return_val_if_fail (PLX_IS_OPERATION (self), NULL);
  return self->cancellable;
}

/* Valid as long as the caller holds a reference to the operation. */
PlxProgress
plx_operation_get_progress (PlxOperation *self)
{
  return (PlxProgress) { report_cb, self, 0, 1 };
}

void
plx_operation_cancel (PlxOperation *self)
{
  g_return_if_fail (PLX_IS_OPERATION (self));
  g_cancellable_cancel (self->cancellable);
}

void
plx_operation_finish (PlxOperation *self)
{
  g_return_if_fail (PLX_IS_OPERATION (self));
  g_mutex_lock (&self->mutex);
  self->is_running = FALSE;
  self->fraction_01 = 1;
  schedule_notify (self);
  g_mutex_unlock (&self->mutex);
}
