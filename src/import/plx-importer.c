/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-import-input.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The ways in. One run reads one file, whatever it holds. */

G_DEFINE_QUARK (plx-import-error-quark, plx_import_error)

/* What may come out of one file, members of members too: many times its size,
 * as text packs well, but no endless zeros. */
enum { MAX_PARTS = 2 * 1000 * 1000, MAX_PACKING = 30 };
static const guint64 free_bytes = 256 << 20;

static PlxImportRun
start_run (PlxImportPartFunc func, gpointer data, GCancellable *cancellable)
{
  return (PlxImportRun) { func, data, cancellable, free_bytes, MAX_PARTS, NULL };
}

/* Reads @input; what it says of itself comes after its members. */
static gboolean
read_all (PlxImportInput *input, const char *path, PlxImportRun *run, GError **error)
{
  g_autoptr (PlxImportResult) result = NULL;
  PlxImportPart part = { .path = path };

  run->n_bytes_left += MAX_PACKING * (guint64) plx_import_input_get_size (input);
  result = plx_import_input_read (input, error);
  if (result == NULL)
    return FALSE;
  part.result = result;
  part.first_article = plx_import_input_get_n_handed (input);
  if (result->articles->len > 0)
    part.bytes = plx_import_input_get_bytes (input);
  return run->func (&part, run->data, error);
}

gboolean
plx_import_each_with (const char *path, const PlxImportOptions *options, PlxImportPartFunc func,
                      gpointer data, GCancellable *cancellable, GError **error)
{
  PlxImportRun run = start_run (func, data, cancellable);
  g_autoptr (PlxImportInput) input = NULL;

  run.options = options;
  input = plx_import_input_new_file (&run, path, error);
  return input != NULL && read_all (input, path, &run, error);
}

gboolean
plx_import_each (const char *path, PlxImportPartFunc func, gpointer data, GCancellable *cancellable,
                 GError **error)
{
  return plx_import_each_with (path, NULL, func, data, cancellable, error);
}

/* -- all together -- */

typedef struct {
  PlxImportResult *result;
  gsize n_path;            // of the file itself: what is told of a member leaves it out
  char *refused;           // why the first unreadable member was
} Gathering;

static void
gather_diagnostics (Gathering *gathering, const PlxImportPart *part, const char *member)
{
  for (guint i = 0; i < part->result->diagnostics->len; i++)
    {
      const PlxImportDiagnostic *d = g_ptr_array_index (part->result->diagnostics, i);
      char *where = member == NULL      ? g_strdup (d->where)
                    : d->where == NULL ? g_strdup (member)
                                       : g_strdup_printf ("%s: %s", member, d->where);

      plx_import_result_say (gathering->result, d->level, where, "%s", d->what);
    }
}

static gboolean
gather_cb (const PlxImportPart *part, gpointer data, GError **error)
{
  Gathering *gathering = data;
  const char *member = strlen (part->path) > gathering->n_path
                         ? part->path + gathering->n_path + 1 : NULL;

  (void) error;
  if (part->result == NULL)
    {
      plx_import_result_say (gathering->result, "warning", g_strdup (member), "%s",
                             part->problem->message);
      if (gathering->refused == NULL)
        gathering->refused = g_strdup_printf ("%s: %s", member, part->problem->message);
      return TRUE;
    }
  plx_import_result_take_articles (gathering->result, part->result);
  gathering->result->needs_review |= part->result->needs_review;
  gather_diagnostics (gathering, part, member);
  if (member != NULL)
    return TRUE;
  g_free (gathering->result->media_type);
  gathering->result->media_type = g_strdup (part->result->media_type);
  return TRUE;
}

static gboolean
check_found (const Gathering *gathering, GError **error)
{
  if (gathering->result->articles->len > 0)
    return TRUE;
  if (gathering->refused != NULL)
    g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_UNSUPPORTED,
                 _("nothing in it could be read; %s"), gathering->refused);
  else
    g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_EMPTY,
                 _("no article in it; nothing to read"));
  return FALSE;
}

/* What streams was never loaded; who asks for the bytes gets them nevertheless. */
static gboolean
give_bytes (PlxImportInput *input, GBytes **bytes, GError **error)
{
  if (bytes == NULL)
    return TRUE;
  if (!plx_import_input_load (input, error))
    return FALSE;
  *bytes = g_bytes_ref (plx_import_input_get_bytes (input));
  return TRUE;
}

static PlxImportResult *
gather (PlxImportInput *input, const char *path, PlxImportRun *run, GBytes **bytes, GError **error)
{
  Gathering *gathering = run->data;
  gboolean ok = read_all (input, path, run, error) && check_found (gathering, error)
                && give_bytes (input, bytes, error);

  g_clear_pointer (&gathering->refused, g_free);
  if (!ok)
    g_clear_pointer (&gathering->result, plx_import_result_free);
  return gathering->result;
}

PlxImportResult *
plx_import_bytes (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error)
{
  Gathering gathering = { .result = plx_import_result_new (NULL),
                          .n_path = name != NULL ? strlen (name) : 0 };
  PlxImportRun run = start_run (gather_cb, &gathering, cancellable);
  g_autoptr (PlxImportInput) input = plx_import_input_new_bytes (&run, bytes, name);

  return gather (input, name != NULL ? name : "", &run, NULL, error);
}

PlxImportResult *
plx_import_file (const char *path, GBytes **bytes, GCancellable *cancellable, GError **error)
{
  Gathering gathering = { .result = NULL, .n_path = strlen (path) };
  PlxImportRun run = start_run (gather_cb, &gathering, cancellable);
  g_autoptr (PlxImportInput) input = plx_import_input_new_file (&run, path, error);

  if (input == NULL)
    return NULL;
  gathering.result = plx_import_result_new (NULL);
  return gather (input, path, &run, bytes, error);
}
