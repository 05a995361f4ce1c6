/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The tree with the highest sum of scores in which just one word hangs on the
 * root (Chu, Liu, Edmonds). @scores is (n, stride): row d holds what each head
 * scores for word d, column 0 the root, column h + 1 word h. Writes each word's
 * head to @heads, -1: the root. Any floats are borne. O(n²). */
void plx_tree_decode (const float *scores,
                      gsize        stride,
                      guint        n,
                      gint32      *heads);

G_END_DECLS
