/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A text in a row of the matrix. A matrix keeps two hundred rows and gives them
 * other claims at every page: a GtkLabel lays a wrapping text out several times
 * to say how large it is, and its tooltip asks the server where the pointer is.
 * This lays it out once. Its row says it to who hears the matrix. */
#define PLX_TYPE_MATRIX_TEXT (plx_matrix_text_get_type ())
G_DECLARE_FINAL_TYPE (PlxMatrixText, plx_matrix_text, PLX, MATRIX_TEXT, GtkWidget)

/* What does not fit into so many lines ends in an ellipsis, and stands whole in
 * the tooltip. */
GtkWidget *plx_matrix_text_new (float          xalign,
                                int            most_lines);
void       plx_matrix_text_set (PlxMatrixText *self,
                                const char    *text);

G_END_DECLS
