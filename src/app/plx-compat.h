/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What GTK 4.8 can only do in ways that later versions deprecate. */

/* of GFile; NULL: cancelled */
typedef void (*PlxFilesFunc)  (GListModel *files, gpointer user_data);
typedef void (*PlxAnswerFunc) (const char *response, gpointer user_data);

typedef enum {
  PLX_CHOOSE_FILES,
  PLX_CHOOSE_FOLDER,
  PLX_CHOOSE_SAVE,
} PlxChooseMode;

/* @pattern: "*.parallax" with its name @filter_name, or NULL; @name: of what is saved */
void  plx_choose_files         (GtkWindow     *parent,
                                PlxChooseMode  mode,
                                const char    *title,
                                const char    *name,
                                const char    *filter_name,
                                const char    *pattern,
                                PlxFilesFunc   func,
                                gpointer       user_data);

/* Asks in a dialog; @func hears "ok", "other" or "cancel". @other: NULL: two answers.
 * @extra: (nullable): a widget between text and buttons. Returns the dialog. */
GtkWidget *plx_ask             (GtkWindow     *parent,
                                const char    *heading,
                                const char    *body,
                                const char    *ok,
                                const char    *other,
                                gboolean       destructive,
                                GtkWidget     *extra,
                                PlxAnswerFunc  func,
                                gpointer       user_data);
/* Of the dialog that plx_ask() gave: whether there is enough to say "ok" to. */
void  plx_ask_set_ready        (GtkWidget     *dialog,
                                gboolean       ready);
void  plx_tell                 (GtkWindow     *parent,
                                const char    *heading,
                                const char    *body);

/* The same with more than words in it; @func hears when it is closed. */
void  plx_tell_with            (GtkWindow     *parent,
                                const char    *heading,
                                const char    *body,
                                GtkWidget     *extra,
                                PlxAnswerFunc  func,
                                gpointer       user_data);
/* A heading for the eye: what it heads has the same accessible name. */
GtkWidget *plx_label_new_unheard (const char  *text);
void  plx_widget_get_color     (GtkWidget     *widget,
                                GdkRGBA       *color);
void  plx_widget_set_label     (GtkWidget     *widget,
                                const char    *label);   // what assistive technology hears
void  plx_widget_set_description (GtkWidget   *widget,
                                const char    *description);
/* The label of the row that holds @child; call when binding. */
void  plx_list_item_set_label  (GtkListItem   *item,
                                const char    *label);
void  plx_list_scroll_to       (GtkWidget     *list_or_column_view,
                                guint          position);

G_END_DECLS
