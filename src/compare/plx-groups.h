/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Groups that grow together. Each member has the number of another of its group
 * in @parent, the root of a group its own: to join two, make the root of the one
 * the parent of the other's. Paths grow shorter as they are walked. */
static inline guint
plx_group_root (guint *parent, guint i)
{
  while (parent[i] != i)
    i = parent[i] = parent[parent[i]];
  return i;
}

G_END_DECLS
