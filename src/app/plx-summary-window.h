/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/plx-window.h"

G_BEGIN_DECLS

/* *Disagreement summary*: what a comparison comes to, on one page that can be
 * copied and exported; each entry opens its cell in @parent. */
void plx_summary_window_open (PlxWindow          *parent,
                              PlxStoryComparison *comparison);

G_END_DECLS
