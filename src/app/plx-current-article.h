/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/plx-selection.h"

G_BEGIN_DECLS

/* The article that the window reads: loads it when the selection moves to
 * another one or its decisions change, and gives its marks as a list. Read,
 * the list of marks and the inspector share it.
 *
 * Signals: "changed" (gboolean other): other: another article, else the same
 *          with other marks */
#define PLX_TYPE_CURRENT_ARTICLE (plx_current_article_get_type ())
G_DECLARE_FINAL_TYPE (PlxCurrentArticle, plx_current_article, PLX, CURRENT_ARTICLE, GObject)

PlxCurrentArticle *plx_current_article_new          (PlxSelection      *selection)
                                                     G_GNUC_WARN_UNUSED_RESULT;
void               plx_current_article_set_project  (PlxCurrentArticle *self,
                                                     PlxProject        *project);
PlxProject        *plx_current_article_get_project  (PlxCurrentArticle *self);
PlxSelection      *plx_current_article_get_selection (PlxCurrentArticle *self);
PlxArticle        *plx_current_article_get_article  (PlxCurrentArticle *self);  // borrowed or NULL
PlxArticleContent *plx_current_article_get_content  (PlxCurrentArticle *self);  // borrowed or NULL
/* why there is no content */
const char        *plx_current_article_get_error    (PlxCurrentArticle *self);
/* PlxMarkItem, in order of text */
GListModel        *plx_current_article_get_marks    (PlxCurrentArticle *self);
/* of the content; NULL: no such mark */
const PlxMark     *plx_current_article_find_mark    (PlxCurrentArticle *self,
                                                     const char        *key);
/* Selects @mark, with its entity. */
void               plx_current_article_select       (PlxCurrentArticle *self,
                                                     const PlxMark     *mark);

G_END_DECLS
