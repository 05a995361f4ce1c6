/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare/plx-comparison.h"

G_BEGIN_DECLS

/* How a cell reads, the same in window, summary, tables and paper: a sign with
 * a word, never a colour alone. @status is what holds: a person's verdict, or
 * else what the engine found. */

const char *plx_cell_words_get_sign   (PlxCellStatus status);   // "◐"
const char *plx_cell_words_get_status (PlxCellStatus status);   // "not found"
const char *plx_cell_words_get_title  (PlxCellStatus status);   // "Searched, not found"

/* "number, time"; "": nothing differs */
char       *plx_cell_words_dup_differs (guint differs_in) G_GNUC_WARN_UNUSED_RESULT;
/* Of PlxOriginReason: "published before, named as its agency"; "": nothing tells */
char       *plx_cell_words_dup_reasons (guint reasons) G_GNUC_WARN_UNUSED_RESULT;
/* Beside the sign: "60,000 tonnes", "via SNA", "left out"; "" if the sign says it all. */
char       *plx_cell_words_dup_brief   (const PlxComparison *comparison,
                                        guint                claim,
                                        guint                column,
                                        PlxCellStatus        status) G_GNUC_WARN_UNUSED_RESULT;
/* Its source's name, never a bare number. */
const char *plx_cell_words_get_column  (const PlxColumn     *column);
/* "Rodong Sinmun (heard through KCNA)"; of an article its source's name */
char       *plx_cell_words_dup_column  (const PlxComparison *comparison,
                                        guint                column) G_GNUC_WARN_UNUSED_RESULT;
/* A name of a chain or of a brief; an article without a source is called by its
 * id there, which nobody should read. */
const char *plx_cell_words_get_voice   (const PlxComparison *comparison,
                                        const char          *voice);

G_END_DECLS
