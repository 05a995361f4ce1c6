/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/plx-import-table.h"
#include "language/plx-language.h"
#include "project/plx-project.h"
#include "store/plx-store.h"

G_BEGIN_DECLS

/* What the files of the project share; one subject each:
 *
 *   plx-project.c             make, open, close, signals, errors
 *   plx-project-lists.c       the lists, refreshed on main after commits
 *   plx-project-content.c     one article with decisions and names laid over it
 *   plx-project-edits.c       marks
 *   plx-project-entities.c    entities        plx-project-alike.c    who may be one
 *   plx-project-articles.c    dates, sources, stories by hand
 *   plx-project-claims.c      rows of a comparison
 *   plx-story-edit.c          cells of a comparison
 *   plx-project-import.c      files and text in
 *   plx-import-rules.c        what a person corrects of them
 *   plx-import-draft.c        what an import would add
 *   plx-project-columns.c     which column of a table is what
 *   plx-project-folders.c     folders to look through again
 *   plx-project-analysis.c    engine over articles
 *   plx-project-links.c       entities across articles
 *   plx-project-stories.c     articles into stories
 *   plx-project-comparison.c  compare, graph
 *   plx-project-export.c      report out
 *   plx-project-search.c      search
 *   plx-project-check.c       check, info
 *   plx-project-work.c        operations for the window */

struct _PlxProject
{
  GObject parent_instance;
  PlxStore *store;            // NULL once closed
  char *path;
  char *title;
  char *author;
  gboolean is_unsaved;
  gboolean is_read_only;

  /* main thread only */
  GListStore *articles, *sources, *stories, *entities, *operations;
  GHashTable *article_rows, *story_rows, *entity_rows;  // gint64 → row
  char *undo_label, *redo_label;
  struct _PlxNameIndex *names;  // of the list of entities; NULL: nobody asked since it changed

  GMutex mutex;               // guards what follows
  guint stale;                // PlxProjectChange: lists that lag behind the file
  guint unsaid;               // PlxProjectChange: not yet in a "changed"
  guint idle;                 // 0: none pending
  PlxLanguage *language;      // loaded when first needed
  GQueue analyses;            // CachedAnalysis, used last first
  GQueue comparisons;         // KeptComparison, used last first
  guint n_mark_changes;       // commits that contents of articles depend on
  GThreadPool *workers;       // made when first needed
};

/* plx-project.c */
PlxStore *plx_project_get_store (PlxProject *self,
                                 GError **error); // NULL with an error once closed
gboolean  plx_project_may_write    (PlxProject *self, GError **error);
gboolean plx_project_map_error (GError **error); // store's codes → project's; FALSE
void      plx_project_note_change  (PlxProject *self, guint what);      // any thread, after commit
const PlxLanguage *plx_project_get_language (PlxProject *self, GError **error);
gboolean plx_project_read (PlxProject *self, PlxStoreFunc func, gpointer data, GError **error);
gboolean plx_project_write (PlxProject *self, guint what, PlxStoreFunc func, gpointer data,
                            GError **error);
gboolean plx_project_edit (PlxProject *self, guint what, const char *label, const char *merge_key,
                           PlxStoreFunc func, gpointer data, GError **error);
void      plx_project_set_bulk     (PlxProject *self, gboolean is_bulk);
gboolean  plx_project_not_found    (GError **error, const char *what, gint64 id);  // FALSE

/* plx-project-lists.c */
void      plx_project_init_lists   (PlxProject *self);
void      plx_project_clear_lists  (PlxProject *self);
void      plx_project_refresh      (PlxProject *self);                  // main
char     *plx_project_dup_title    (const char *title, const char *opening);

/* plx-project-content.c */
PlxAnalysis *plx_project_load_analysis (PlxProject *self, PlxDb *db, gint64 article, gint64 *run,
                                        GError **error); // NULL without error: none yet
void      plx_project_clear_analyses (PlxProject *self);
PlxArticleContent *plx_project_read_content (PlxProject *self, PlxDb *db, gint64 article,
                                             GError **error);
PlxMark  *plx_article_content_find_mark (const PlxArticleContent *self, const char *key);
gint64    plx_hand_mark_id         (const char *key);                   // 0: not by hand

/* plx-project-edits.c */
char     *plx_project_shorten      (const char *text);                  // for the name of a step

/* plx-project-import.c */
void      plx_imported_article_get_fields (const PlxImportedArticle *article,
                                           PlxDraftFields *fields);
void      plx_import_report_fail   (PlxImportReport *report, const char *path,
                                    const char *why);

/* plx-project-columns.c */
/* NULL: it is no table, or nothing is known of its headings */
PlxColumnMapping *plx_project_find_columns (PlxProject *self, const PlxImportRules *rules,
                                            const char *path);
gboolean  plx_project_may_be_table (const char *path);
gboolean  plx_project_keep_columns (PlxProject *self, const PlxImportRules *rules, GError **error);

/* plx-project-folders.c */
gboolean  plx_project_keep_folders (PlxProject *self, const char * const *paths, GError **error);

/* plx-project-analysis.c */
typedef struct {
  PlxAnalysis *analysis;
  GBytes *packed;
  guint n_marks;
  const char *engine;   // that read it: version and model, of the run's record
} PlxAnalysed;

PlxAnalysed *plx_project_analyse_one (PlxProject *self, gint64 article, const char *published,
                                      GCancellable *cancellable, GError **error);
void      plx_analysed_free        (PlxAnalysed *analysed);
gboolean plx_project_keep_analysis (PlxDb *db, gint64 article, gint64 run,
                                    const PlxAnalysed *analysed, GError **error);
gboolean  plx_project_add_run      (PlxDb *db, const PlxAnalysed *analysed, gint64 *run,
                                    GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxAnalysed, plx_analysed_free)

/* plx-project-links.c */
typedef struct _PlxLinker PlxLinker;

PlxLinker *plx_linker_new          (PlxDb *db, GError **error);
void      plx_linker_free          (PlxLinker *self);
gboolean  plx_linker_add           (PlxLinker *self, PlxDb *db, gint64 article, gint64 run,
                                    const PlxAnalysis *analysis, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxLinker, plx_linker_free)

/* plx-project-stories.c */
gboolean  plx_project_group_stories (PlxProject *self, const PlxProgress *progress,
                                     GCancellable *cancellable, GError **error);

/* Articles of a scope, in order, whole. */
typedef struct {
  GArray *ids;              // gint64
  GPtrArray *rows;          // PlxArticle, owned
  GPtrArray *contents;      // PlxArticleContent
} PlxProjectScope;

PlxProjectScope *plx_project_load_scope (PlxProject *self, PlxScope scope, gint64 id,
                                         const PlxProgress *progress, GCancellable *cancellable,
                                         GError **error);
void      plx_project_scope_free   (PlxProjectScope *scope);
/* the articles at @indexes, in that order; shares their contents */
PlxProjectScope *plx_project_scope_pick (const PlxProjectScope *scope, const guint *indexes,
                                         guint n);
/* any articles, with the verdicts of @story; 0: none */
PlxStoryComparison *plx_project_compare_scope (PlxProject *self, const PlxProjectScope *scope,
                                               gint64 story, const PlxProgress *progress,
                                               GCancellable *cancellable, GError **error);
/* what a person edits: the matrix as it was last seen */
PlxStoryComparison *plx_project_get_comparison (PlxProject *self, gint64 story, GError **error);
void      plx_project_clear_comparisons (PlxProject *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxProjectScope, plx_project_scope_free)

G_END_DECLS
