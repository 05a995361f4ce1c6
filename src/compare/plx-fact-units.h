/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/plx-facts.h"
#include "compare/plx-numbers.h"

G_BEGIN_DECLS

/* Each reads on at term @i and returns the first term that it did not take. */
guint plx_fact_read_scale  (const PlxFactReader *self,
                            PlxFact             *fact,
                            guint                i);
guint plx_fact_read_rate   (const PlxFactReader *self,
                            PlxFact             *fact,
                            guint                i);
guint plx_fact_read_degree (const PlxFactReader *self,
                            PlxFact             *fact,
                            guint                i);

G_END_DECLS
