/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/plx-progress.h"

G_BEGIN_DECLS

/* A long job as a person sees it. Setters may be called from any thread and
 * leave at most one idle pending, which notifies on the main thread.
 * Properties: "title", "message", "fraction" (0…1), "running". */
#define PLX_TYPE_OPERATION (plx_operation_get_type ())
G_DECLARE_FINAL_TYPE (PlxOperation, plx_operation, PLX, OPERATION, GObject)

PlxOperation *plx_operation_new             (const char   *title) G_GNUC_WARN_UNUSED_RESULT;
const char   *plx_operation_get_title       (PlxOperation *self);
char         *plx_operation_dup_message     (PlxOperation *self);
double        plx_operation_get_fraction_01 (PlxOperation *self);
gboolean      plx_operation_is_running      (PlxOperation *self);
GCancellable *plx_operation_get_cancellable (PlxOperation *self);
PlxProgress   plx_operation_get_progress    (PlxOperation *self);  // reports into it
void          plx_operation_cancel          (PlxOperation *self);
void          plx_operation_finish          (PlxOperation *self);

G_END_DECLS
