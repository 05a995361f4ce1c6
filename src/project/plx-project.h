/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "compare/plx-comparison.h"
#include "graph/plx-graph.h"
#include "language/plx-likeness.h"
#include "language/plx-mark.h"
#include "project/plx-import-draft.h"
#include "project/plx-operation.h"

G_BEGIN_DECLS

/* One open project: the only door that app and cli have to the file and the
 * engines. All calls are made on the main thread unless said otherwise; they
 * pass through the store's own thread in order, and short ones wait for it.
 * Long work has a synchronous form that any worker may call, and the async
 * form wraps it in an operation.
 *
 * Signals:    "changed" (guint what): PlxProjectChange, on the main thread,
 *             after commit
 * Properties: "title", "path", "undo-label", "redo-label" (NULL: nothing) */

#define PLX_PROJECT_ERROR (plx_project_error_quark ())
GQuark plx_project_error_quark (void);

/* Named by what the caller does. The store's and the engines' own domains
 * pass through; these come from the project itself. */
typedef enum {
  PLX_PROJECT_ERROR_NOT_FOUND,      // no such article, mark, entity …
  PLX_PROJECT_ERROR_READ_ONLY,
  PLX_PROJECT_ERROR_INVALID,        // an argument makes no sense
  /* opening and saving; mapped from the store so that app and cli, which may
   * not include store, can choose their words */
  PLX_PROJECT_ERROR_NOT_A_PROJECT,
  PLX_PROJECT_ERROR_TOO_NEW,
  PLX_PROJECT_ERROR_CORRUPT,
  PLX_PROJECT_ERROR_LOCKED,
  PLX_PROJECT_ERROR_FULL,           // disk full: nothing was changed
  PLX_PROJECT_ERROR_IO,
  PLX_PROJECT_ERROR_EXISTS,
} PlxProjectError;

typedef enum {
  PLX_CHANGED_ARTICLES = 1 << 0,    // list of articles, sources, stories, metadata
  PLX_CHANGED_MARKS    = 1 << 1,    // decisions on marks
  PLX_CHANGED_ENTITIES = 1 << 2,
  PLX_CHANGED_CELLS    = 1 << 3,    // verdicts
  PLX_CHANGED_ANALYSES = 1 << 4,
} PlxProjectChange;

#define PLX_TYPE_PROJECT (plx_project_get_type ())
G_DECLARE_FINAL_TYPE (PlxProject, plx_project, PLX, PROJECT, GObject)

/* -- rows as lists see them: immutable GObjects, replaced when they change -- */

#define PLX_TYPE_ARTICLE (plx_article_get_type ())
G_DECLARE_FINAL_TYPE (PlxArticle, plx_article, PLX, ARTICLE, GObject)
gint64      plx_article_get_id          (PlxArticle *self);
/* never empty: first words if untitled */
const char *plx_article_get_title       (PlxArticle *self);
gint64      plx_article_get_source_id   (PlxArticle *self);
const char *plx_article_get_source_name (PlxArticle *self);   // "Unnamed outlet" when not known
const char *plx_article_get_byline      (PlxArticle *self);   // or NULL
const char *plx_article_get_published   (PlxArticle *self);   // ISO 8601 or NULL
const char *plx_article_get_language    (PlxArticle *self);
const char *plx_article_get_url         (PlxArticle *self);
const char *plx_article_get_sha256      (PlxArticle *self);   // of the original
gint64      plx_article_get_story_id    (PlxArticle *self);   // 0: none yet
gboolean    plx_article_is_analysed     (PlxArticle *self);
guint       plx_article_get_n_bytes     (PlxArticle *self);
gboolean    plx_article_is_untitled     (PlxArticle *self);   // the title is its first words

#define PLX_TYPE_SOURCE (plx_source_get_type ())
G_DECLARE_FINAL_TYPE (PlxSource, plx_source, PLX, SOURCE, GObject)
gint64      plx_source_get_id         (PlxSource *self);      // 0: heard only through others
const char *plx_source_get_name       (PlxSource *self);
const char *plx_source_get_kind       (PlxSource *self);      // "state media", "agency" … or NULL
/* of one heard through others: statements */
guint       plx_source_get_n_articles (PlxSource *self);
gboolean    plx_source_is_heard       (PlxSource *self);      // heard only through others

#define PLX_TYPE_STORY (plx_story_get_type ())
G_DECLARE_FINAL_TYPE (PlxStory, plx_story, PLX, STORY, GObject)
gint64      plx_story_get_id          (PlxStory *self);
const char *plx_story_get_title       (PlxStory *self);
guint       plx_story_get_n_articles  (PlxStory *self);

#define PLX_TYPE_ENTITY_ITEM (plx_entity_item_get_type ())
G_DECLARE_FINAL_TYPE (PlxEntityItem, plx_entity_item, PLX, ENTITY_ITEM, GObject)
gint64        plx_entity_item_get_id         (PlxEntityItem *self);
const char   *plx_entity_item_get_name       (PlxEntityItem *self);
PlxEntityKind plx_entity_item_get_kind       (PlxEntityItem *self);
const char * const *plx_entity_item_get_names (PlxEntityItem *self);  // aliases
/* "General Secretary of the Workers’ Party of Korea" */
const char * const *plx_entity_item_get_roles (PlxEntityItem *self);
guint         plx_entity_item_get_n_mentions (PlxEntityItem *self);
guint         plx_entity_item_get_n_articles (PlxEntityItem *self);

/* -- one article, whole: a snapshot with decisions laid over the marks -- */

typedef struct {
  gint64 article;
  const char *text;       // the analysis' own
  PlxAnalysis *analysis;  // never NULL: without analysis only text and paragraphs
  gint64 *entities;       // (analysis->entities->len) entity of the project
  GPtrArray *marks;       // PlxMark, sorted; rejected ones included
  gatomicrefcount refs;
} PlxArticleContent;

PlxArticleContent *plx_article_content_ref   (PlxArticleContent *self);
void               plx_article_content_unref (PlxArticleContent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxArticleContent, plx_article_content_unref)

/* -- make, open, close. Main or worker thread -- */

/* @path: NULL: unsaved, in the cache folder */
PlxProject *plx_project_create    (const char  *path,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;
PlxProject *plx_project_open      (const char  *path,
                                   GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    plx_project_save_copy (PlxProject  *self,
                                   const char  *path,
                                   GError     **error);
/* waits for what is queued; idempotent */
void        plx_project_close     (PlxProject  *self);

const char *plx_project_get_path     (PlxProject *self);
const char *plx_project_get_title    (PlxProject *self);
gboolean    plx_project_is_read_only (PlxProject *self);
gboolean    plx_project_is_unsaved   (PlxProject *self);

/* -- lists; main thread; borrowed; live as long as the project -- */

GListModel *plx_project_get_articles (PlxProject *self);  // PlxArticle, newest first
GListModel *plx_project_get_sources  (PlxProject *self);  // PlxSource, publishers then heard
GListModel *plx_project_get_stories  (PlxProject *self);  // PlxStory
GListModel *plx_project_get_entities (PlxProject *self);  // PlxEntityItem, most mentioned first
PlxArticle    *plx_project_get_article (PlxProject *self, gint64 id);  // borrowed or NULL
PlxEntityItem *plx_project_get_entity  (PlxProject *self, gint64 id);
PlxStory      *plx_project_get_story   (PlxProject *self, gint64 id);

/* -- reading; any thread -- */

PlxArticleContent *plx_project_load_content (PlxProject *self,
                                             gint64      article,
                                             GError    **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes     *plx_project_load_original (PlxProject *self,
                                       gint64      article,
                                       GError    **error) G_GNUC_WARN_UNUSED_RESULT;

/* -- entities that may be one; main thread -- */

typedef struct {
  gint64 entity;          // of the other
  PlxLikeness likeness;
} PlxAlike;

/* The surest first, then the most mentioned; without those that somebody
 * keeps apart. PlxAlike, or NULL with @error set. */
GArray     *plx_project_find_alike    (PlxProject *self,
                                       gint64      entity,
                                       GError    **error) G_GNUC_WARN_UNUSED_RESULT;

/* -- edits: each is one named undo step, committed when the call returns -- */

gboolean plx_project_set_mark_state   (PlxProject *self, gint64 article, const char *key,
                                       PlxMarkState state, GError **error);
gboolean plx_project_set_mark_label   (PlxProject *self, gint64 article, const char *key,
                                       const char *label, GError **error);
gboolean plx_project_set_mark_span    (PlxProject *self, gint64 article, const char *key,
                                       PlxSpan span, GError **error);
gboolean plx_project_set_mark_entity  (PlxProject *self, gint64 article, const char *key,
                                       gint64 entity, GError **error);
gboolean plx_project_set_mark_note    (PlxProject *self, gint64 article, const char *key,
                                       const char *note, GError **error);
gboolean plx_project_add_mark         (PlxProject *self, gint64 article, PlxSpan span,
                                       const char *label, gint64 entity, char **key,
                                       GError **error);
gboolean plx_project_remove_mark      (PlxProject *self, gint64 article, const char *key,
                                       GError **error);

gboolean plx_project_rename_entity    (PlxProject *self, gint64 entity, const char *name,
                                       GError **error);
gboolean plx_project_set_entity_kind  (PlxProject *self, gint64 entity, PlxEntityKind kind,
                                       GError **error);
/* adds; NULL removes what was added */
gboolean plx_project_set_entity_role  (PlxProject *self, gint64 entity, const char *role,
                                       GError **error);
gboolean plx_project_merge_entities   (PlxProject *self, gint64 into, const gint64 *from,
                                       guint n_from, GError **error);
/* One step of undo: what plx_project_find_alike() no longer gives. */
gboolean plx_project_keep_apart       (PlxProject *self, gint64 entity, gint64 other,
                                       GError **error);
gboolean plx_project_split_entity     (PlxProject *self, gint64 entity, gint64 article,
                                       const char * const *mark_keys, const char *name,
                                       gint64 *split_off, GError **error);

/* re-analyses it */
/* "2026-05-17", "2026-05", "2026", with or without a time */
gboolean plx_project_is_date (const char *date);
gboolean plx_project_set_article_date   (PlxProject *self, gint64 article, const char *published,
                                         GError **error);
gboolean plx_project_set_article_source (PlxProject *self, gint64 article, const char *source,
                                         GError **error);
/* 0: a story of its own */
gboolean plx_project_move_article       (PlxProject *self, gint64 article, gint64 story,
                                         GError **error);
gboolean plx_project_rename_story       (PlxProject *self, gint64 story, const char *title,
                                         GError **error);

/* -- the analyst's work on a comparison; main or worker thread --
 *
 * Claims are named by claim->key, columns by plx_story_comparison_get_column_key()
 * (column->name does where one column has it). Each call is one named step of
 * undo, logged with who and when, and tells PLX_CHANGED_CELLS; what is seen
 * comes with the next plx_project_compare_story(), which then reads the work
 * anew but does not compare again (adding and splitting search the new text).
 *
 * Errors: NOT_FOUND: no such story, claim, column or article in it; INVALID: a
 * text that is empty, spans outside the article; READ_ONLY … */

/* Confirms or changes a cell. @confidence_01 < 0: not said. @verdict
 * NOT_EXAMINED takes the verdict back. LEFT_OUT comes from here only. */
gboolean plx_project_set_cell (PlxProject *self, gint64 story, const char *claim_key,
                               const char *column, PlxCellStatus verdict, double confidence_01,
                               const char *note, GError **error);

typedef struct {
  const char *claim_key, *column;
} PlxCellPlace;

/* Confirms what each cell shows, as one step; those with nothing to confirm
 * (not examined, confirmed already) stay as they are. */
gboolean plx_project_confirm_cells (PlxProject *self, gint64 story, const PlxCellPlace *cells,
                                    guint n_cells, GError **error);

/* The evidence of a cell lies elsewhere: in @spans of @article, which is the
 * column's own article, another one of the same source, or, where a column is
 * heard through others, any of the story. A cell that had none is reported by
 * it, as a suggestion. @n_spans 0: the cell has no evidence, not examined. */
gboolean plx_project_move_evidence  (PlxProject *self, gint64 story, const char *claim_key,
                                     const char *column, gint64 article, const PlxSpan *spans,
                                     guint n_spans, GError **error);
/* as the engine found it */
gboolean plx_project_reset_evidence (PlxProject *self, gint64 story, const char *claim_key,
                                     const char *column, GError **error);

/* A row that a person words; the engine looks for it at the next comparison. */
gboolean plx_project_add_claim     (PlxProject *self, gint64 story, const char *statement,
                                    char **key, GError **error);
/* @statement NULL: as it was. The engine looks anew for a claim that was added
 * by hand; of its own it keeps what it found. */
gboolean plx_project_reword_claim  (PlxProject *self, gint64 story, const char *claim_key,
                                    const char *statement, GError **error);
/* Takes a row out of the matrix; it is listed in PlxStoryComparison.dropped.
 * @reason: NULL: none given */
gboolean plx_project_drop_claim    (PlxProject *self, gint64 story, const char *claim_key,
                                    const char *reason, GError **error);
gboolean plx_project_restore_claim (PlxProject *self, gint64 story, const char *claim_key,
                                    GError **error);
/* Rows @from_keys (NULL-terminated) become part of row @into_key. A cell takes
 * the strongest status of its parts (contradicted, differs, reported, left out,
 * not found) and the evidence of all that lies in one article. */
gboolean plx_project_merge_claims  (PlxProject *self, gint64 story, const char *into_key,
                                    const char * const *from_keys, GError **error);
/* Takes merged rows apart again: all of @claim_key, or, where @claim_key is the
 * key of a part (PlxClaimWork.merged), that one. */
gboolean plx_project_unmerge_claim (PlxProject *self, gint64 story, const char *claim_key,
                                    GError **error);
/* The evidence of one cell becomes a row of its own, which is searched like an
 * added one; the cell it came from is not examined any more.
 * @statement: NULL: the words of the evidence */
gboolean plx_project_split_claim   (PlxProject *self, gint64 story, const char *claim_key,
                                    const char *column, const char *statement, char **key,
                                    GError **error);

/* Work on a claim that is not there any more (PlxStoryComparison.orphans):
 * gives it to a row, or throws it away. */
gboolean plx_project_attach_orphan  (PlxProject *self, gint64 story, const char *orphan_key,
                                     const char *claim_key, GError **error);
gboolean plx_project_discard_orphan (PlxProject *self, gint64 story, const char *orphan_key,
                                     GError **error);

const char *plx_project_get_undo_label (PlxProject *self);
const char *plx_project_get_redo_label (PlxProject *self);
gboolean    plx_project_undo           (PlxProject *self, GError **error);
gboolean    plx_project_redo           (PlxProject *self, GError **error);
/* Edits between the two are one step named @label; groups nest, and the
 * outermost is the step. Every begin that succeeded needs its end. */
gboolean    plx_project_begin_group    (PlxProject *self, const char *label, GError **error);
gboolean    plx_project_end_group      (PlxProject *self, GError **error);

/* -- long work; synchronous, any thread but main in the app -- */

typedef struct {
  char *path;
  GArray *articles;       // gint64: new ones
  GArray *known;          // gint64: already here
  GPtrArray *messages;    // char *: "warning: …"
  char *failure;          // why nothing was taken and what to do; NULL: read
} PlxImportedFile;

typedef struct {
  GPtrArray *files;       // PlxImportedFile
  guint n_new, n_known, n_failed;
  guint n_left_out;       // articles that the rules left out
} PlxImportReport;

void plx_import_report_free (PlxImportReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxImportReport, plx_import_report_free)

/* @rules: NULL: as the files say. A file that was read to its end before is not
 * read again. Commits per article; a cancelled run leaves whole articles and returns the report so far with
 * G_IO_ERROR_CANCELLED set only when nothing was done. */
PlxImportReport *plx_project_import (PlxProject         *self,
                                     const char * const   *paths,
                                     const PlxImportRules *rules,
                                     const PlxProgress  *progress,
                                     GCancellable       *cancellable,
                                     GError            **error) G_GNUC_WARN_UNUSED_RESULT;
/* The first @max articles that an import would add, and what it would say. Of
 * @rules the columns count, the rest is applied by who shows it; NULL: none. */
PlxImportDraft  *plx_project_draft_import (PlxProject           *self,
                                           const char * const   *paths,
                                           const PlxImportRules *rules,
                                           guint                 max,
                                           const PlxProgress    *progress,
                                           GCancellable         *cancellable,
                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;
/* Folders that were added are remembered; this adds what is new in them. */
PlxImportReport *plx_project_look_again   (PlxProject         *self,
                                           const PlxProgress  *progress,
                                           GCancellable       *cancellable,
                                           GError            **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray       *plx_project_list_folders (PlxProject         *self,
                                           GError            **error) G_GNUC_WARN_UNUSED_RESULT; // char *
gboolean         plx_project_forget_folder (PlxProject        *self,
                                           const char         *path,
                                           GError            **error);
PlxImportReport *plx_project_import_text (PlxProject  *self,
                                          const char  *text,      // pasted
                                          const char  *title,
                                          const char  *source,
                                          const char  *published,
                                          GError     **error) G_GNUC_WARN_UNUSED_RESULT;
/* Analyses what is new (commits per article), then groups stories and links
 * entities across articles. @n_threads 0: all cores. */
gboolean   plx_project_analyse  (PlxProject         *self,
                                 guint               n_threads,
                                 const PlxProgress  *progress,
                                 GCancellable       *cancellable,
                                 GError            **error);

typedef struct {
  PlxCellStatus verdict;       // NOT_EXAMINED: nobody judged the cell
  double confidence_01;        // < 0: not said
  char *note;
  char *author;
  char *decided;               // ISO 8601 UTC
  gboolean is_moved;           // a person chose the cell's evidence
} PlxVerdict;

/* What people made of a row. */
typedef struct {
  gboolean is_added;           // worded by a person
  char *split_from;            // key of the row it was split from; NULL
  char *original;              // the statement before it was reworded; NULL
  char **merged;               // NULL-terminated: keys of the other rows in it; NULL: none
  char **merged_statements;    // the same rows' statements
} PlxClaimWork;

typedef struct {
  char *key, *statement;
  char *reason;                // NULL: none given
  char *author, *decided;
} PlxDroppedClaim;

/* Work that hangs on a claim which the engine does not find any more, or on a
 * column which the story does not have any more. */
typedef struct {
  char *key, *statement;       // as they were
  char *column;                // the column that is gone; NULL: the claim is
  gint64 article;              // whose words it hung on, 0: not known
  char *quote;                 // the words
  guint n_verdicts;
} PlxOrphan;

/* A story's matrix as its analysts left it: the engine's rows with what people
 * did to them laid over. Views, exports and the command line read this one. */
typedef struct {
  gint64 story;
  gint64 *articles;            // (n_articles) ids in the comparison's order
  guint n_articles;
  PlxArticleContent **contents; // (n_articles)
  PlxComparison *comparison;   // the edited matrix
  PlxVerdict *verdicts;        // (claims, columns) row-major
  gatomicrefcount refs;
  PlxClaimWork **work;         // (claims) NULL: nobody touched the row
  char **column_keys;          // (columns), NULL-terminated: what names a column in edits
  GPtrArray *dropped;          // PlxDroppedClaim, the last first
  GPtrArray *orphans;          // PlxOrphan
  struct _PlxStoryMatrix *matrix; // private: owns @comparison, which must not be kept by itself
} PlxStoryComparison;

PlxStoryComparison *plx_story_comparison_ref   (PlxStoryComparison *self);
void                plx_story_comparison_unref (PlxStoryComparison *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxStoryComparison, plx_story_comparison_unref)

const PlxVerdict *plx_story_comparison_get_verdict (const PlxStoryComparison *self, guint claim,
                                                    guint column);
/* What the cell is taken for: the verdict, else what the engine suggests. */
PlxCellStatus plx_story_comparison_get_status     (const PlxStoryComparison *self, guint claim,
                                                   guint column);
const char   *plx_story_comparison_get_column_key (const PlxStoryComparison *self, guint column);
/* FALSE: there is none */
gboolean      plx_story_comparison_find_claim  (const PlxStoryComparison *self, const char *key,
                                                guint *claim);
gboolean      plx_story_comparison_find_column (const PlxStoryComparison *self, const char *key,
                                                guint *column);

/* Sets of statuses: 1 << PlxCellStatus. */
#define PLX_CELLS_SUGGESTED \
  (1u << PLX_CELL_REPORTED | 1u << PLX_CELL_DIFFERS | 1u << PLX_CELL_CONTRADICTED \
   | 1u << PLX_CELL_LEFT_OUT)
#define PLX_CELLS_SEARCHED (PLX_CELLS_SUGGESTED | 1u << PLX_CELL_NOT_FOUND)

typedef struct {
  guint n_confirmed;           // cells of the set that have a verdict
  guint n_all;                 // cells of the set
} PlxCellCounts;

/* Cells whose engine's status is in @statuses. */
PlxCellCounts plx_story_comparison_count (const PlxStoryComparison *self, guint statuses);

/**
 * plx_story_comparison_next_unconfirmed:
 * @rows: (nullable) (array length=n_rows): claims in the order that is shown,
 *   NULL: all in their order
 * @statuses: which cells, PLX_CELLS_SUGGESTED or any other set
 * @claim: (inout): where to begin; the cell itself is not tried first. Of no
 *   row in @rows: from the beginning
 * @column: (inout)
 *
 * The next cell in the order of the matrix that the engine suggests and nobody
 * confirmed; after the last row it goes on at the first.
 *
 * Returns: FALSE when all are confirmed; then nothing is set
 */
gboolean plx_story_comparison_next_unconfirmed (const PlxStoryComparison *self,
                                                const guint              *rows,
                                                guint                     n_rows,
                                                guint                     statuses,
                                                guint                    *claim,
                                                guint                    *column);

PlxStoryComparison *plx_project_compare_story (PlxProject        *self,
                                               gint64             story,
                                               const PlxProgress *progress,
                                               GCancellable      *cancellable,
                                               GError           **error) G_GNUC_WARN_UNUSED_RESULT;
PlxGraph *plx_project_build_graph (PlxProject    *self,
                                   gint64         story,       // 0: the whole project
                                   GCancellable  *cancellable,
                                   GError       **error) G_GNUC_WARN_UNUSED_RESULT;

typedef enum {
  PLX_SCOPE_ARTICLE,
  PLX_SCOPE_STORY,
  PLX_SCOPE_PROJECT,
  PLX_SCOPE_COMPARISON,   // of exports: the matrix of a story, @id
} PlxScope;

/* A format of export and what it can hold. */
typedef struct {
  const char *nick;          // "xlsx"
  const char *suffix;        // "xlsx": of the file's name
  const char *media_type;
  const char *title;         // not translated: plx_export_format_get_title()
  guint scopes;              // 1 << PlxScope
} PlxExportFormat;

/* static; the last has no nick */
const PlxExportFormat *plx_project_list_export_formats (void);
const PlxExportFormat *plx_project_find_export_format  (const char *nick);   // NULL: no such
const char            *plx_export_format_get_title     (const PlxExportFormat *format);

typedef struct {
  const char *format;        // its nick
  PlxScope scope;
  gint64 id;
  const char *path;
  gboolean all_claims;       // pdf: all rows of a matrix, however many pages
} PlxExportRequest;

/* Writes a whole file or, on failure and when cancelled, none. */
gboolean plx_project_export_with (PlxProject             *self,
                                  const PlxExportRequest *request,
                                  const PlxProgress      *progress,
                                  GCancellable           *cancellable,
                                  GError                **error);
/* The same with the usual choices. */
gboolean plx_project_export (PlxProject         *self,
                             const char         *format,
                             PlxScope            scope,
                             gint64              id,
                             const char         *path,
                             const PlxProgress  *progress,
                             GCancellable       *cancellable,
                             GError            **error);

typedef struct {
  gint64 article;
  char *title, *source, *published;
  double score;
  char *snippet;          // plain text
  GArray *spans;          // PlxSpan: hits, bytes into the article's text
} PlxSearchHit;

/* PlxSearchHit */
GPtrArray *plx_project_search (PlxProject *self, const char *query, guint limit, GError **error)
                               G_GNUC_WARN_UNUSED_RESULT;
/* char *: one per fault */
GPtrArray *plx_project_check  (PlxProject *self, GCancellable *cancellable, GError **error)
                               G_GNUC_WARN_UNUSED_RESULT;

typedef struct {
  guint n_articles, n_sources, n_stories, n_entities, n_marks, n_analysed;
  int format;
} PlxProjectInfo;

gboolean plx_project_get_info (PlxProject *self, PlxProjectInfo *info, GError **error);

/* -- the same for the window: the operation tells how far it is -- */

typedef gpointer (*PlxWorkFunc) (PlxProject *self, const PlxProgress *progress,
                                 GCancellable *cancellable, gpointer data, GError **error);

/* Runs @func in the project's worker pool and calls @callback on main;
 * plx_project_work_finish() gives what @func returned. The operation is listed
 * in plx_project_get_operations() while it runs. */
void        plx_project_work_async     (PlxProject          *self,
                                        const char          *title,
                                        PlxWorkFunc          func,
                                        gpointer             data,
                                        GDestroyNotify       free_data,
                                        GDestroyNotify       free_result,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
gpointer    plx_project_work_finish    (PlxProject    *self,
                                        GAsyncResult  *result,
                                        GError       **error);
GListModel *plx_project_get_operations (PlxProject *self);  // PlxOperation

G_END_DECLS
