/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* JSON from strangers: json-glib recurses, so that nesting is bounded first;
 * what pages carry is often broken in the same few ways. Private to the room. */

JsonNode *plx_json_parse        (const char *text, gsize n_bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
JsonNode *plx_json_parse_broken (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* A string, a number, or the name of an object; NULL: nothing of the sort. */
char     *plx_json_node_dup     (JsonNode *node) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
