/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What an analyst corrects before articles are added: of one article, or of
 * all of them. Nothing of it changes a file; the original is kept as it came. */

/* NULL: as the file says; "": nothing, though the file says something. */
typedef struct {
  char *title;
  char *source;
  char *byline;
  char *published;   // ISO 8601
  char *language;    // BCP 47
  char *url;
} PlxDraftFields;

typedef struct {
  PlxDraftFields fields;
  gboolean is_left_out;
} PlxArticleRule;

typedef struct {
  PlxDraftFields all;     // goes over what files say, under what stands in @own
  GHashTable *own;          // char *: key of an article → PlxArticleRule
  GPtrArray *dropped;       // char *: paragraphs that are no news, wherever they stand
  GPtrArray *restored;      // char *: stripped passages that belong to the text after all
  char *columns;            // which column of a table is what, "text\tBody\ntitle\tHeadline\n"
} PlxImportRules;

PlxImportRules *plx_import_rules_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void            plx_import_rules_free      (PlxImportRules *rules);
PlxArticleRule *plx_import_rules_get_own   (PlxImportRules *rules, const char *key);  // made when new
gboolean        plx_import_rules_leaves_out (const PlxImportRules *rules, const char *key);
const PlxArticleRule *plx_import_rules_find (const PlxImportRules *rules, const char *key); // NULL

/* Each gives whether that changed anything. */
gboolean        plx_import_rules_drop      (PlxImportRules *rules, const char *paragraph);
gboolean        plx_import_rules_keep      (PlxImportRules *rules, const char *paragraph);
gboolean        plx_import_rules_restore   (PlxImportRules *rules, const char *passage);

gboolean        plx_import_rules_strip     (PlxImportRules *rules, const char *passage);

/* What holds for an article when @read is what its file says; to be cleared.
 * @rules: NULL: none. */
void            plx_import_rules_choose_fields (const PlxImportRules   *rules,
                                                const char             *key,
                                                const PlxDraftFields *read,
                                                PlxDraftFields       *chosen);
void            plx_draft_fields_clear   (PlxDraftFields *fields);

/* @removed_at: as in an imported article: paragraphs before each of @removed. */
char           *plx_import_rules_apply_text (const PlxImportRules *rules,
                                             const char           *text,
                                             const GPtrArray      *removed,
                                             const GArray         *removed_at) G_GNUC_WARN_UNUSED_RESULT;

/* {"all":{"source":…},"articles":{"a.html#0":{"title":…,"left_out":true}},
 *  "drop":[…],"restore":[…],"columns":{"Body":"text","Headline":"title"}}. NULL with PLX_PROJECT_ERROR_INVALID. */
PlxImportRules *plx_import_rules_parse     (const char *json, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlxDraftFields, plx_draft_fields_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxImportRules, plx_import_rules_free)

G_END_DECLS
