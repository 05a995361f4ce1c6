/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/plx-import-format.h"
#include "import/plx-xml.h"

G_BEGIN_DECLS

/* The items of an agency's file or of a feed on their way to being articles:
 * what all those formats share. Private to the room. */

typedef struct {
  PlxImportResult *result;
  guint n;             // items met
  guint n_empty;       // nothing in them
  guint n_summary;     // their description stands for the text
  guint n_headline;    // their headline does
  gboolean keep_bare;  // an entry of a feed is one even if it is an address only
  guint n_bare;
  guint n_told;        // notes on single items
} PlxItems;

/* All of a value is (transfer full) and may be NULL; what is set already stays. */
void     plx_item_set          (char **field, char *value);
void     plx_item_set_language (PlxImportedArticle *article, char *value);
void     plx_item_add_byline   (PlxImportedArticle *article, char *value);   // as written, "By" taken off
void     plx_item_add_text     (PlxImportedArticle *article, char *text);    // below what is there
void     plx_item_keep         (PlxImportedArticle *article, char *passage); // unless it is kept or the title
void     plx_item_set_date     (PlxItems *items, PlxImportedArticle *article, char *value);

/* Said of the item at work: killed, withheld, embargoed, notes to editors. */
void     plx_items_say_status  (PlxItems *items, char *status);
void     plx_items_say_embargo (PlxItems *items, char *until);
void     plx_items_say_note    (PlxItems *items, char *note);

/* Takes @article in, or leaves it out where it holds nothing. */
void     plx_items_add         (PlxItems *items, PlxImportedArticle *article);

/* Tells what was done; FALSE: there was no article, @error says so. */
gboolean plx_items_end         (PlxItems *items, GError **error);

/* -- text -- */

gboolean plx_markup_is_likely    (const char *text);
char    *plx_markup_paragraphs   (const char *text) G_GNUC_WARN_UNUSED_RESULT;   // HTML or plain; NULL: empty
char    *plx_markup_line         (const char *text) G_GNUC_WARN_UNUSED_RESULT;

char    *plx_text_unwrap         (const char *text) G_GNUC_WARN_UNUSED_RESULT;   // plx-unwrap.c

/* -- parsed; what cannot be read is told in @result -- */

xmlDoc  *plx_items_parse (PlxImportInput *input, PlxImportResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* An element of NITF, wherever it stands, adds what @article lacks. */
void     plx_nitf_read   (const xmlNode *nitf, PlxItems *items, PlxImportedArticle *article);

G_END_DECLS
