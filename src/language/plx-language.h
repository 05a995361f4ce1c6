/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/plx-progress.h"
#include "language/plx-analysis.h"

G_BEGIN_DECLS

/* The engine: word lists and rules of all languages, loaded once, immutable
 * and shared by every thread. plx_language_analyse() reads one article. */
typedef struct _PlxLanguage PlxLanguage;

#define PLX_LANGUAGE_ERROR (plx_language_error_quark ())
GQuark plx_language_error_quark (void);

typedef enum {
  PLX_LANGUAGE_ERROR_DATA,      // a word list is missing or damaged: reinstall
  PLX_LANGUAGE_ERROR_TOO_LARGE, // over 4 GiB
  PLX_LANGUAGE_ERROR_MODEL,     // what was asked needs weights, and there are none
} PlxLanguageError;

typedef enum {
  PLX_LAYER_TOKENS     = 1 << 0,
  PLX_LAYER_NAMES      = 1 << 1,   // mentions, entities, roles
  PLX_LAYER_TIMES      = 1 << 2,   // times and quantities
  PLX_LAYER_STATEMENTS = 1 << 3,
  PLX_LAYER_EVENTS     = 1 << 4,   // events and relations
  PLX_LAYER_FINDINGS   = 1 << 5,
  PLX_LAYER_ALL        = (1 << 6) - 1,
} PlxLayers;

/* All borrowed; NULL where not known. */
typedef struct {
  const char *id;
  const char *text;       // UTF-8
  gssize n_bytes;         // or -1
  const char *title;
  const char *published;  // ISO 8601 date; without it weekdays stay open
  const char *source;     // who publishes: the carrier
  const char *language;   // BCP 47; found from the text when NULL
} PlxArticleText;

PlxLanguage *plx_language_new      (GError               **error) G_GNUC_WARN_UNUSED_RESULT;
void         plx_language_free     (PlxLanguage           *self);
PlxAnalysis *plx_language_analyse  (const PlxLanguage     *self,
                                    const PlxArticleText  *article,
                                    PlxLayers              layers,
                                    GCancellable          *cancellable,
                                    GError               **error) G_GNUC_WARN_UNUSED_RESULT;
char        *plx_language_identify (const char            *text,
                                    gssize                 n_bytes) G_GNUC_WARN_UNUSED_RESULT;
const char  *plx_language_get_version (const PlxLanguage *self);
gboolean     plx_layers_parse      (const char            *list,
                                    PlxLayers             *layers);

/* A token's place in a name: 'B' begins one, 'I' goes on, 'O' is outside.
 * Kinds: PER ORG LOC FAC NORP EVT PROD MISC; NULL outside. */
typedef struct {
  char mark;
  const char *kind;
} PlxTokenName;

/* words or sentences that are given */
gboolean     plx_language_parse    (const PlxLanguage     *self,
                                    PlxAnalysis           *analysis,
                                    PlxTokenName          *names,
                                    GCancellable          *cancellable,
                                    GError               **error);
guint        plx_language_get_n_meaning (const PlxLanguage *self);
const char  *plx_language_get_model (const PlxLanguage     *self);   // hash; NULL: none
const char  *plx_language_get_model_problem (const PlxLanguage *self);
gboolean     plx_language_embed    (const PlxLanguage     *self,
                                    const char * const    *texts,
                                    guint                  n,
                                    float                 *vectors,
                                    GCancellable          *cancellable,
                                    GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlxLanguage, plx_language_free)

G_END_DECLS
