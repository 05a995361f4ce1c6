/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project/plx-project.h"
#include "store/plx-statement.h"

G_BEGIN_DECLS

/* One edit of a story's matrix: the matrix it is made on, who makes it and when.
 * The matrix says whether what the edit names is there, and in which words, so
 * that the work finds its row again when the engine's keys change. */
typedef struct {
  PlxStoryComparison *story;
  const char *author;        // borrowed from the project
  char *now;
} PlxStoryEdit;

gboolean plx_story_edit_init         (PlxStoryEdit  *self,
                                      PlxProject    *project,
                                      gint64         story,
                                      GError       **error);
void     plx_story_edit_clear        (PlxStoryEdit  *self);
/* NOT_FOUND, in words that name it */
gboolean plx_story_edit_find_claim   (PlxStoryEdit  *self,
                                      const char    *key,
                                      guint         *claim,
                                      GError       **error);
gboolean plx_story_edit_find_cell    (PlxStoryEdit  *self,
                                      const char    *key,
                                      const char    *column_key,
                                      guint         *claim,
                                      guint         *column,
                                      GError       **error);
/* Notes the words of a row of the engine; nothing for other keys. */
gboolean plx_story_edit_anchor       (PlxStoryEdit  *self,
                                      PlxDb         *db,
                                      const char    *claim,
                                      GError       **error);
/* @article 0: the cell has none */
gboolean plx_story_edit_set_evidence (PlxStoryEdit  *self,
                                      PlxDb         *db,
                                      const char    *claim,
                                      guint          column,
                                      gint64         article,
                                      const PlxSpan *spans,
                                      guint          n_spans,
                                      GError       **error);
/* Of the row and all rows in it, by whatever name the column was called. */
gboolean plx_story_edit_clear_verdict (PlxStoryEdit *self,
                                       PlxDb        *db,
                                       guint         claim,
                                       guint         column,
                                       GError      **error);
gboolean plx_story_edit_forget_cell  (PlxStoryEdit  *self,
                                      PlxDb         *db,
                                      const char    *claim,
                                      const char    *column_key,
                                      GError       **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlxStoryEdit, plx_story_edit_clear)

G_END_DECLS
