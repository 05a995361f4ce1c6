/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "14 May 2031", "May 2031" or "2031" as the person's language writes it, of a
 * date as files have it (ISO 8601, possibly open); NULL: "no date". What is no
 * such date comes back as it is. */
char *plx_date_dup_text (const char *published) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
