/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/plx-figures.h"

G_BEGIN_DECLS

/* plx-figures-signs.c: figures of Korean, Chinese and Japanese sentences */
void plx_figures_read_signs (const PlxQuantities *quantities,
                             const PlxText       *text,
                             guint                sentence,
                             GArray              *out);

G_END_DECLS
