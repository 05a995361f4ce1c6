/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/plx-importer.h"

/* Shared by the tests of this room. */

static inline PlxImportResult *
import_n (const char *content, gsize n, const char *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, n);
  g_autoptr (GError) error = NULL;
  PlxImportResult *result = plx_import_bytes (bytes, name, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);
  return result;
}

static inline PlxImportResult *
import (const char *content, const char *name)
{
  return import_n (content, strlen (content), name);
}

/* The message with which @content is refused. */
static inline char *
refuse_n (const char *content, gsize n, const char *name, PlxImportError code)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, n);
  g_autoptr (GError) error = NULL;
  PlxImportResult *result = plx_import_bytes (bytes, name, NULL, &error);

  g_assert_error (error, PLX_IMPORT_ERROR, (int) code);
  g_assert_null (result);
  return g_strdup (error->message);
}

static inline const PlxImportedArticle *
only_article (const PlxImportResult *result)
{
  g_assert_cmpuint (result->articles->len, ==, 1);
  return g_ptr_array_index (result->articles, 0);
}

static inline gboolean
is_told (const PlxImportResult *result, const char *level, const char *part)
{
  for (guint i = 0; i < result->diagnostics->len; i++)
    {
      const PlxImportDiagnostic *diagnostic = g_ptr_array_index (result->diagnostics, i);

      if (g_strcmp0 (diagnostic->level, level) == 0 && strstr (diagnostic->what, part) != NULL)
        return TRUE;
    }
  return FALSE;
}
