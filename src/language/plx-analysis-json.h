/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "language/plx-analysis.h"

G_BEGIN_DECLS

/* The analysis object of the command line: one line of JSON, offsets in code
 * points. The same text, compressed, is how a project keeps an analysis. */
void         plx_analysis_write_json (const PlxAnalysis *analysis,
                                      GString           *out);
PlxAnalysis *plx_analysis_from_json  (const char        *json,
                                      gssize             n_bytes,
                                      GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/* Writes "…" with JSON's escapes; shared by every writer of JSON lines. */
void         plx_json_write_string   (GString           *out,
                                      const char        *string);

G_END_DECLS
