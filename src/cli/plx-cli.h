/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "base/plx-progress.h"
#include "compare/plx-comparison.h"
#include "language/plx-language.h"
#include "project/plx-project.h"

G_BEGIN_DECLS

/* What all commands share. Exit codes: 0 done, 1 done but some inputs failed,
 * 2 wrong usage, 3 could not run. Only main.c calls exit(). */
enum {
  PLX_EXIT_DONE = 0,
  PLX_EXIT_SOME_FAILED = 1,
  PLX_EXIT_USAGE = 2,
  PLX_EXIT_COULD_NOT_RUN = 3,
};

typedef struct {
  const struct _PlxCommand *command;
  GCancellable *cancellable;   // SIGINT and SIGTERM cancel it
  PlxProgress progress;        // draws on standard error when that is a terminal
  int n_threads;               // --threads; 0: all cores
  gboolean some_failed;
} PlxCli;

typedef struct _PlxCommand {
  const char *name;
  const char *arguments;       // "PATH…"
  const char *summary;
  const char *example;
  int (*run) (PlxCli *cli, int argc, char **argv);
} PlxCommand;

int plx_cmd_analyse (PlxCli *cli, int argc, char **argv);
int plx_cmd_check   (PlxCli *cli, int argc, char **argv);
int plx_cmd_compare (PlxCli *cli, int argc, char **argv);
int plx_cmd_decide  (PlxCli *cli, int argc, char **argv);
int plx_cmd_embed   (PlxCli *cli, int argc, char **argv);
int plx_cmd_export  (PlxCli *cli, int argc, char **argv);
int plx_cmd_extract (PlxCli *cli, int argc, char **argv);
int plx_cmd_graph   (PlxCli *cli, int argc, char **argv);
int plx_cmd_import  (PlxCli *cli, int argc, char **argv);
int plx_cmd_info    (PlxCli *cli, int argc, char **argv);
int plx_cmd_new     (PlxCli *cli, int argc, char **argv);
int plx_cmd_parse   (PlxCli *cli, int argc, char **argv);
int plx_cmd_search  (PlxCli *cli, int argc, char **argv);
int plx_cmd_series  (PlxCli *cli, int argc, char **argv);
int plx_cmd_stories (PlxCli *cli, int argc, char **argv);
int plx_cmd_versions (PlxCli *cli, int argc, char **argv);

/* options: parses @entries and --threads, leaves the operands; FALSE: said why */
gboolean    plx_cli_parse       (PlxCli             *cli,
                                 const GOptionEntry *entries,
                                 int                *argc,
                                 char             ***argv);
int         plx_cli_usage       (PlxCli             *cli,
                                 const char         *what);
void        plx_cli_input_error (PlxCli             *cli,
                                 const char         *path,
                                 const char         *what);
int         plx_cli_fail        (PlxCli             *cli,
                                 const GError       *error);
int         plx_cli_done        (PlxCli             *cli);
PlxProject *plx_cli_open        (PlxCli             *cli,
                                 const char         *path) G_GNUC_WARN_UNUSED_RESULT;
void        plx_cli_write       (const char         *bytes,
                                 gsize               n_bytes);

/* the work of a pool, printed in the order of the input: item i's text comes
 * from func (i); NULL stands for an input that failed and was reported */
typedef GString *(*PlxCliMakeFunc) (PlxCli *cli, guint i, gpointer data);

void        plx_cli_print_all   (PlxCli             *cli,
                                 guint               n_items,
                                 PlxCliMakeFunc      make,
                                 gpointer            data);

/* a file, or standard input, line by line */
typedef struct _PlxCliLines PlxCliLines;

PlxCliLines *plx_cli_lines_open         (const char         *path,
                                         GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void         plx_cli_lines_close        (PlxCliLines        *self);
gboolean     plx_cli_lines_next         (PlxCliLines        *self,
                                         const char        **line,
                                         gsize              *n_bytes,
                                         GError            **error);
guint64      plx_cli_lines_get_number   (const PlxCliLines  *self);
double       plx_cli_lines_get_fraction (const PlxCliLines  *self);

/* articles: of files, or of JSON Lines {"id","text","title"?,…} */
typedef struct {
  char *id, *text, *title, *published, *source, *language;
  PlxAnalysis *analysis;
} PlxCliArticle;

GPtrArray  *plx_cli_load_articles (PlxCli             *cli,
                                   const char         *path,
                                   GError            **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *plx_cli_load_lines    (const char         *path,
                                   GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    plx_cli_take_member   (JsonObject         *object,
                                   const char         *key,
                                   char              **value) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *plx_cli_load_files    (PlxCli             *cli,
                                   char              **paths,
                                   guint               n_paths) G_GNUC_WARN_UNUSED_RESULT;
gboolean    plx_cli_analyse_all   (PlxCli             *cli,
                                   const PlxLanguage  *language,
                                   GPtrArray          *articles,
                                   PlxLayers           layers,
                                   GError            **error);
PlxAnalysis *plx_cli_analyse_one  (PlxCli             *cli,
                                   const PlxLanguage  *language,
                                   const PlxCliArticle *article,
                                   PlxLayers           layers,
                                   GError            **error) G_GNUC_WARN_UNUSED_RESULT;
PlxComparisonArticle *plx_cli_to_comparison (GPtrArray *articles) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
