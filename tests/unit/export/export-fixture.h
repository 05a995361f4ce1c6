/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/plx-report.h"

G_BEGIN_DECLS

/* A report made by hand, so that the writers are tested without the engines:
 * four articles (English, Korean, Chinese, Arabic) with every kind of mark, a
 * comparison and a graph. */
typedef struct {
  PlxReport report;
  GPtrArray *analyses;   // PlxAnalysis
  GArray *articles;      // PlxReportArticle
  PlxComparison *comparison;
  PlxGraph *graph;
  PlxReportVerdict verdict;
  PlxReportStory story;
} ExportFixture;

ExportFixture *export_fixture_new  (void);
/* One article of @n_paragraphs with marks in each, for sizes and speed. */
ExportFixture *export_fixture_new_long (guint n_paragraphs);
void           export_fixture_free (ExportFixture *self);

/* Adds a mark for the @nth place of @words in the article; returns it. */
PlxMark       *export_fixture_mark (ExportFixture *self,
                                    guint          article,
                                    PlxMarkLayer   layer,
                                    const char    *label,
                                    const char    *words,
                                    const char    *title);
void           export_fixture_add_span (ExportFixture *self,
                                        guint          article,
                                        PlxMark       *mark,
                                        const char    *words);
guint          export_fixture_add_article (ExportFixture *self,
                                           const char    *source,
                                           const char    *title,
                                           const char    *language,
                                           const char    *text);
void           export_fixture_seal (ExportFixture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ExportFixture, export_fixture_free)

G_END_DECLS
