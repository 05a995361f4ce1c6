/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project/plx-project.h"

G_BEGIN_DECLS

/* Entities by what their names share, so that who may be alike is found without
 * comparing everybody with everybody. What it gives is more than what is alike:
 * plx_likeness_judge() decides. */
typedef struct _PlxNameIndex PlxNameIndex;

PlxNameIndex *plx_name_index_new  (GListModel         *entities) G_GNUC_WARN_UNUSED_RESULT;
void          plx_name_index_free (PlxNameIndex       *self);
/* PlxEntityItem, in the order of the list, each once; @item itself too */
GPtrArray    *plx_name_index_find (const PlxNameIndex *self,
                                   PlxEntityItem      *item) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxNameIndex, plx_name_index_free)

G_END_DECLS
