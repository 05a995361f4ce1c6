/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/plx-utf8.h"
#include "compare/plx-comparison.h"

G_BEGIN_DECLS

/* What the parts of the comparison object are written with. */
typedef struct {
  GString *out;
  const PlxComparison *comparison;
  PlxOffsets **offsets;    // (n_articles)
  const PlxComparisonArticle *articles;
} PlxComparisonWriter;

void plx_write_comma        (PlxComparisonWriter *self);
void plx_write_key          (PlxComparisonWriter *self,
                             const char          *key);
void plx_write_number       (PlxComparisonWriter *self,
                             double               value);
void plx_write_uint         (PlxComparisonWriter *self,
                             const char          *key,
                             guint                value);
void plx_write_bool         (PlxComparisonWriter *self,
                             const char          *key,
                             gboolean             value);
void plx_write_string       (PlxComparisonWriter *self,
                             const char          *key,
                             const char          *value);
void plx_write_strings      (PlxComparisonWriter *self,
                             const char          *key,
                             char * const        *strings);
void plx_write_spans        (PlxComparisonWriter *self,
                             const char          *key,
                             gint                 article,
                             const PlxSpan       *spans,
                             guint                n_spans);

/* plx-framing-json.c, plx-course-json.c, plx-reuse-json.c: their member of the object */
void plx_framing_write_json (PlxComparisonWriter *self);
void plx_course_write_json  (PlxComparisonWriter *self);
void plx_reuse_write_json   (PlxComparisonWriter *self);

G_END_DECLS
