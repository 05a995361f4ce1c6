/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-versions.h"

#include "base/plx-utf8.h"
#include "language/plx-analysis-json.h"

/* How the command line prints what two versions share and what changed. */

void
plx_versions_write_json (const PlxVersions *self, const PlxAnalysis *before,
                         const PlxAnalysis *after, GString *out)
{
  g_string_append (out, "{\"before\":");
  plx_json_write_string (out, before->id);
  g_string_append (out, ",\"after\":");
  plx_json_write_string (out, after->id);
  g_string_append (out, ",\"passages\":[]}");
}
