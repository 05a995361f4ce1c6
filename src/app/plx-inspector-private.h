/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/plx-current-article.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Pages of the inspector and the few pieces they are made of. A page is built
 * anew whenever what it shows changes; it has no state of its own. */

/* pages, one file each; @box is empty */
void plx_inspector_show_article  (GtkWidget *box, PlxCurrentArticle *current);
void plx_inspector_show_entity   (GtkWidget *box, PlxCurrentArticle *current, gint64 entity);
void plx_inspector_show_entity_details (GtkWidget *box, PlxCurrentArticle *current, gint64 entity);
void plx_inspector_show_mark     (GtkWidget *box, PlxCurrentArticle *current, const PlxMark *mark);
void plx_inspector_show_claim    (GtkWidget *box, PlxCurrentArticle *current);
void plx_inspector_show_relation (GtkWidget *box, PlxCurrentArticle *current);
void plx_inspector_show_source   (GtkWidget *box, PlxCurrentArticle *current);

/* part of a page: entities that may be the same; nothing when there are none */
void plx_inspector_append_alike  (GtkWidget *box, PlxProject *project, PlxEntityItem *item);

/* pieces; each is appended to @box and returned */
GtkWidget *plx_inspector_title   (GtkWidget *box, const char *title, const char *subtitle,
                                  const PlxMark *mark);
GtkWidget *plx_inspector_heading (GtkWidget *box, const char *text);
GtkWidget *plx_inspector_text    (GtkWidget *box, const char *text, gboolean dim);
GtkWidget *plx_inspector_list    (GtkWidget *box, const char *label);
/* @small: below; @number: before it, 0: none */
GtkWidget *plx_inspector_row     (GtkWidget *list, const char *text, const char *small,
                                  guint number);
/* One line of @text, which a button copies whole. */
void       plx_inspector_row_copies (GtkWidget *list, const char *text, const char *small);
void       plx_inspector_row_goes_to_mark    (GtkWidget *row, gint64 article, const char *key,
                                              gint64 entity);
void       plx_inspector_row_goes_to_passage (GtkWidget *row, gint64 article, PlxSpan span);
void       plx_inspector_row_goes_to_entity  (GtkWidget *row, gint64 entity);
/* A small button behind the row's text. */
void       plx_inspector_row_button (GtkWidget *row, const char *icon, const char *label,
                                     GCallback pressed, gpointer data, GClosureNotify free_data);
void       plx_inspector_decide  (GtkWidget *box, PlxMarkState state);   // Accept, Reject
GtkWidget *plx_inspector_buttons (GtkWidget *box);
/* A button that calls @func (button, id). */
void       plx_inspector_button  (GtkWidget *buttons, const char *label,
                                  void (*func) (GtkWidget *widget, gint64 id), gint64 id);

G_END_DECLS
