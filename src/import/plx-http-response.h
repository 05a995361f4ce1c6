/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* An answer of a web server as an archive keeps it. Private to the room. */

typedef struct {
  guint status;             // 200; 0: no HTTP
  char *content_type;       // lower case, without parameters; NULL: not said
  char *charset;            // of its parameters; NULL
  GBytes *body;             // chunks joined, unpacked; NULL: cannot be unpacked
} PlxHttpResponse;

/* @most: bytes that the body may unpack to. */
gboolean plx_http_response_read  (GBytes          *block,
                                  gsize            most,
                                  PlxHttpResponse *response);   // FALSE: no HTTP
void     plx_http_response_clear (PlxHttpResponse *response);

/* "Text/HTML; charset=utf-8" → "text/html"; *@charset (nullable) is owned. */
char    *plx_http_read_type      (const char      *value,
                                  char           **charset) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlxHttpResponse, plx_http_response_clear)

G_END_DECLS
