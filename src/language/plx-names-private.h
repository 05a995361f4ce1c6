/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/plx-name-lists.h"
#include "language/plx-syntax.h"

G_BEGIN_DECLS

/* What the files of names, roles and entities share; nobody else includes
 * this. plx-name-reading.c folds the tokens, plx-names.c cuts runs of capitals
 * into pieces, plx-name-network.c holds them against what the encoder saw,
 * plx-name-kinds.c decides what unknown pieces are,
 * plx-entities.c joins pieces into entities, plx-roles.c finds offices. */

typedef struct {
  const char *form;      // plain apostrophes
  const char *lower;
  gunichar first;
  guint capital : 1;
  guint all_capitals : 1;
  guint initial : 1;     // its capital says little: a sentence or quotation opens
  guint headline : 1;    // its capital says little: the whole line has them
  guint glued : 1;       // no space before it
} PlxNameToken;

typedef enum {
  PLX_PIECE_NAME,
  PLX_PIECE_NATIONALITY, // "Chinese": names its state
  PLX_PIECE_TITLE,       // "President"
  PLX_PIECE_NOUN,        // a capital, but a description: "the Party"
} PlxPieceType;

typedef struct {
  guint first, end;      // tokens
  PlxPieceType type;
  PlxEntityKind kind;
  gboolean known;        // kind is settled: list, head word
  const char *key;       // folded
  const char *name;      // canonical, when a list has it
  const char *state;     // it belongs to, when a list has it
  const char *why;
  float confidence_01;
  gboolean silent;       // only part of an office: "Chinese" in "Chinese President"
  gint32 entity;
  PlxEntityKind seen;    // what the encoder takes it for
  float seen_p;          // how sure; below 0: how sure that it is no name; 0: nobody looked
} PlxPiece;

typedef struct {
  guint first, end;      // tokens, without a leading article
  gint32 of;             // piece it belongs to, -1: none
  guint title, title_end; // the words of the office alone
  char gender;
} PlxRolePhrase;

typedef struct {
  const PlxNameLists *lists;
  const PlxSyntax *syntax; // NULL: nobody looked
  PlxAnalysis *analysis;
  guint n;
  PlxNameToken *tokens;  // (n)
  gint32 *piece;         // (n) piece that covers the token, -1
  GArray *pieces;        // PlxPiece, sorted
  GHashTable *capitals;  // folded words seen with a capital that means a name
  GHashTable *alone;     // those of them without another capital before
  GHashTable *adjectives; // folded "saranian" → the state's name as in the text
  GStringChunk *chunk;
} PlxNameReading;

#define PLX_PIECE(r, i) (&g_array_index ((r)->pieces, PlxPiece, (i)))

/* plx-name-reading.c */
void        plx_name_reading_init   (PlxNameReading *r, const PlxNameLists *lists,
                                     PlxAnalysis *analysis);
void        plx_name_reading_clear  (PlxNameReading *r);
gboolean    plx_name_reading_is     (const PlxNameReading *r, gint64 i, const char *word);
gboolean    plx_name_reading_does   (const PlxNameReading *r, gint64 i, guint uses);
gboolean    plx_name_reading_has_upos (const PlxNameReading *r, gint64 i, const char *upos);
gboolean    plx_name_reading_is_class (const PlxNameReading *r, gint64 i, guint classes);
gboolean    plx_name_reading_is_genitive (const PlxNameReading *r, gint64 i);
gboolean    plx_name_reading_same_sentence (const PlxNameReading *r, gint64 a, gint64 b);
gboolean    plx_name_reading_phrase (const PlxNameReading *r, guint first, guint end, char *buffer,
                                     gsize size);
const PlxNameRow *plx_name_reading_match (const PlxNameReading *r, const PlxNameTable *table,
                                          guint first, guint limit, guint *end);
const char *plx_name_reading_key    (PlxNameReading *r, guint first, guint end);
PlxSpan     plx_name_reading_span   (const PlxNameReading *r, guint first, guint end);

/* plx-names.c */
void        plx_names_find_pieces   (PlxNameReading *r);
void        plx_names_add_piece     (PlxNameReading *r, PlxPiece piece);

/* plx-name-network.c */
void        plx_names_ask_network   (PlxNameReading *r);

/* plx-name-kinds.c */
void        plx_names_find_adjectives (PlxNameReading *r);
void        plx_names_decide_kinds  (PlxNameReading *r);

/* plx-roles.c */
gboolean    plx_role_after          (const PlxNameReading *r, guint piece, PlxRolePhrase *role);
gboolean    plx_role_before         (const PlxNameReading *r, guint piece, PlxRolePhrase *role);
gboolean    plx_role_at             (const PlxNameReading *r, guint first, guint limit,
                                     PlxRolePhrase *role);
void        plx_roles_add           (PlxNameReading *r);

/* plx-entities.c */
void        plx_entities_make       (PlxNameReading *r, const PlxArticleText *article);
gint32      plx_entities_add        (PlxAnalysis *analysis, PlxEntityKind kind, const char *name);
void        plx_entities_mention    (PlxAnalysis *analysis, gint32 entity, PlxSpan span,
                                     PlxEntityKind kind, PlxMentionForm form,
                                     float confidence_01, const char *why);

G_END_DECLS
