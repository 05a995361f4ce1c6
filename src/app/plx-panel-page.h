/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "project/plx-project.h"

G_BEGIN_DECLS

/* What the pages of the panel beside the panes are made of, and the pages: each
 * fills an empty box with what it has to say of a comparison. */
typedef struct {
  GtkWidget *panel;               // PlxComparePanel
  GtkWidget *content;             // a vertical box
  PlxStoryComparison *comparison;
  GPtrArray *published;           // char * or NULL, per article; NULL: not known
  const char *entity;             // chosen above the page; NULL: none
  int claim;                      // selected, -1: none
} PlxPanelContext;

/* pieces */
const char *plx_panel_page_get_source  (const PlxPanelContext *self,
                                        int                    article);
GtkWidget  *plx_panel_page_add_list    (const PlxPanelContext *self,
                                        const char            *label);
GtkWidget  *plx_panel_page_add_passage (const PlxPanelContext *self,
                                        GtkWidget             *box,
                                        const char            *text,
                                        const char            *label,
                                        guint                  article,
                                        PlxSpan                span);
void        plx_panel_page_say         (const PlxPanelContext *self,
                                        const char            *text);
GtkWidget  *plx_panel_new_text         (const char            *text,
                                        const char            *css_class);
GtkWidget  *plx_panel_add_card         (GtkWidget             *list,
                                        const char            *title);
GtkWidget  *plx_panel_add_pills        (GtkWidget             *card);
GtkWidget  *plx_panel_add_pill         (GtkWidget             *pills,
                                        const char            *text,
                                        guint                  n);

/* pages */
void        plx_panel_show_naming      (const PlxPanelContext *self);
void        plx_panel_show_words       (const PlxPanelContext *self);
void        plx_panel_show_voices      (const PlxPanelContext *self);
void        plx_panel_show_course      (const PlxPanelContext *self);
void        plx_panel_show_origins     (const PlxPanelContext *self);
void        plx_panel_show_coverage    (const PlxPanelContext *self);

G_END_DECLS
