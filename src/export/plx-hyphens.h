/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where words may be broken, by libhyphen's dictionaries where one is
 * installed for the language; without one text stays as it is. */
typedef struct _PlxHyphens PlxHyphens;

/* A text with soft hyphens put in, and the way back. */
typedef struct {
  char *text;
  GArray *at;      // guint32: byte in the original text before which each stands
} PlxHyphenated;

PlxHyphens *plx_hyphens_new   (void) G_GNUC_WARN_UNUSED_RESULT;
void        plx_hyphens_free  (PlxHyphens          *self);
gboolean    plx_hyphens_knows (PlxHyphens          *self,
                               const char          *language);
void        plx_hyphens_apply (PlxHyphens          *self,
                               const char          *language,
                               const char          *text,
                               gsize                n_bytes,
                               PlxHyphenated       *result);
guint32     plx_hyphenated_map (const PlxHyphenated *self,
                                guint32              byte);
guint32     plx_hyphenated_unmap (const PlxHyphenated *self,
                                  guint32              byte);
void        plx_hyphenated_clear (PlxHyphenated     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxHyphens, plx_hyphens_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlxHyphenated, plx_hyphenated_clear)

G_END_DECLS
