/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "project/plx-project-private.h"

/* What a person does to the rows of a comparison. */

static gboolean
refuse (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                       _("Claims cannot be edited yet"));
  return FALSE;
}

gboolean
plx_project_confirm_cells (PlxProject *self, gint64 story, const PlxCellPlace *cells,
                           guint n_cells, GError **error)
{
  return refuse (error);
}

gboolean
plx_project_move_evidence (PlxProject *self, gint64 story, const char *claim_key,
                           const char *column, gint64 article, const PlxSpan *spans,
                           guint n_spans, GError **error)
{
  return refuse (error);
}

gboolean
plx_project_reset_evidence (PlxProject *self, gint64 story, const char *claim_key,
                            const char *column, GError **error)
{
  return refuse (error);
}

gboolean
plx_project_add_claim (PlxProject *self, gint64 story, const char *statement, char **key,
                       GError **error)
{
  return refuse (error);
}

gboolean
plx_project_reword_claim (PlxProject *self, gint64 story, const char *claim_key,
                          const char *statement, GError **error)
{
  return refuse (error);
}

gboolean
plx_project_drop_claim (PlxProject *self, gint64 story, const char *claim_key, const char *reason,
                        GError **error)
{
  return refuse (error);
}

gboolean
plx_project_restore_claim (PlxProject *self, gint64 story, const char *claim_key, GError **error)
{
  return refuse (error);
}

gboolean
plx_project_merge_claims (PlxProject *self, gint64 story, const char *into_key,
                          const char * const *from_keys, GError **error)
{
  return refuse (error);
}

gboolean
plx_project_unmerge_claim (PlxProject *self, gint64 story, const char *claim_key, GError **error)
{
  return refuse (error);
}

gboolean
plx_project_split_claim (PlxProject *self, gint64 story, const char *claim_key,
                         const char *column, const char *statement, char **key, GError **error)
{
  return refuse (error);
}

gboolean
plx_project_attach_orphan (PlxProject *self, gint64 story, const char *orphan_key,
                           const char *claim_key, GError **error)
{
  return refuse (error);
}

gboolean
plx_project_discard_orphan (PlxProject *self, gint64 story, const char *orphan_key, GError **error)
{
  return refuse (error);
}
