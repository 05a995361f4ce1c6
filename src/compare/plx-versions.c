/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-versions.h"

/* Two versions of one text, told apart. */

static const char *const passage_nicks[PLX_N_PASSAGE_KINDS] = {
  "kept", "moved", "changed", "added", "removed",
};

const char *
plx_passage_kind_to_nick (PlxPassageKind kind)
{
  g_return_val_if_fail (kind < PLX_N_PASSAGE_KINDS, passage_nicks[0]);
  return passage_nicks[kind];
}

static void
passage_free (gpointer data)
{
  PlxPassage *passage = data;

  g_free (passage->words_before);
  g_free (passage->words_after);
  g_free (passage);
}

void
plx_versions_free (PlxVersions *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->passages);
  g_free (self);
}

PlxVersions *
plx_versions_compare (const PlxAnalysis *before, const PlxAnalysis *after)
{
  PlxVersions *self = g_new0 (PlxVersions, 1);

  self->passages = g_ptr_array_new_with_free_func (passage_free);
  return self;
}
