/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/plx-words.h"

G_BEGIN_DECLS

/* Numbers in digits and words: "40,000", "twenty-five", "2.5 million",
 * "two hundred and forty", "a dozen", "half a million"; shares: "two-thirds of",
 * "half the", "3/4 of", "nine out of ten". */
typedef struct _PlxNumbers PlxNumbers;

PlxNumbers *plx_numbers_new  (GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void        plx_numbers_free (PlxNumbers       *numbers);
guint       plx_numbers_read (const PlxNumbers *numbers,
                              const PlxWords   *words,
                              guint             first,
                              double           *value);
guint       plx_numbers_read_share (const PlxNumbers *numbers,
                                    const PlxWords   *words,
                                    guint             first,
                                    double           *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxNumbers, plx_numbers_free)

G_END_DECLS
