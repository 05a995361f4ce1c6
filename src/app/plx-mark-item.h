/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project/plx-project.h"

G_BEGIN_DECLS

/* One mark as a row of a list. It keeps the content it comes from alive. */
#define PLX_TYPE_MARK_ITEM (plx_mark_item_get_type ())
G_DECLARE_FINAL_TYPE (PlxMarkItem, plx_mark_item, PLX, MARK_ITEM, GObject)

PlxMarkItem       *plx_mark_item_new          (PlxArticleContent *content,
                                               guint              index) G_GNUC_WARN_UNUSED_RESULT;
const PlxMark     *plx_mark_item_get_mark     (PlxMarkItem *self);
PlxArticleContent *plx_mark_item_get_content  (PlxMarkItem *self);
guint              plx_mark_item_get_index    (PlxMarkItem *self);
/* "Kim Jong Un, person, accepted"; with the chain of a statement */
char              *plx_mark_dup_description   (const PlxArticleContent *content,
                                               const PlxMark           *mark)
                                               G_GNUC_WARN_UNUSED_RESULT;
/* the marked words, ellipsised in the middle */
char              *plx_mark_dup_text          (const PlxArticleContent *content,
                                               const PlxMark           *mark,
                                               guint                    max_chars)
                                               G_GNUC_WARN_UNUSED_RESULT;
/* what a list shows: "⚠ 4 days or 5? · five-day visit", of others the marked words */
char              *plx_mark_dup_summary       (const PlxArticleContent *content,
                                               const PlxMark           *mark,
                                               guint                    max_chars)
                                               G_GNUC_WARN_UNUSED_RESULT;
/* "carrier ▸ (Rodong Sinmun) ▸ Kim Jong Un"; brackets: carried over */
char              *plx_mark_dup_chain         (const PlxArticleContent *content,
                                               const PlxMark           *mark)
                                               G_GNUC_WARN_UNUSED_RESULT;
/* what a finding or an omission asks: "4 days or 5?", "Left out"; else the title */
char              *plx_mark_dup_heading       (const PlxArticleContent *content,
                                               const PlxMark           *mark)
                                               G_GNUC_WARN_UNUSED_RESULT;
/* the plain words of a finding, or NULL */
const char        *plx_mark_get_message       (const PlxArticleContent *content,
                                               const PlxMark           *mark);

G_END_DECLS
