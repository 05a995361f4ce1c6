/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "import/plx-import-format.h"
#include "import/plx-import-table.h"

G_BEGIN_DECLS

/* An object of JSON as an article, whatever its fields are called. Private to
 * the room. */

enum { PLX_JSON_MAX_TOLD = 20 };     // broken lines and dates told one by one

typedef struct {
  PlxImportResult *result;
  const PlxColumnMapping *mapping;   // chosen by the analyst; NULL: by names
  GHashTable *roles;                 // name of a field → PlxColumnRole, as looked up
  guint n_broken, n_open_dates, n_titles;
  guint n_guessed;                   // objects whose text was known by its length only
} PlxJsonReading;

void      plx_json_reading_init  (PlxJsonReading         *reading,
                                  PlxImportResult        *result,
                                  const PlxColumnMapping *mapping);
void      plx_json_reading_clear (PlxJsonReading         *reading);

/* Adds the article of @object; FALSE: it has no text, which was told. */
gboolean  plx_json_article_read  (PlxJsonReading         *reading,
                                  JsonObject             *object,
                                  const char             *where);

/* The list of articles, or the one inside, that @object is an envelope of; NULL: it is none. */
JsonNode *plx_json_find_inner    (JsonObject             *object);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlxJsonReading, plx_json_reading_clear)

G_END_DECLS
