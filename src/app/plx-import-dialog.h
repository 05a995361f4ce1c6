/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "project/plx-project.h"

G_BEGIN_DECLS

/* *Import report*: counts, then what failed and what can be done about it.
 * Reads @report during the call only. */
void plx_import_dialog_present (GtkWindow             *parent,
                                const PlxImportReport *report);

G_END_DECLS
