/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/plx-import-format.h"

#include <gmime/gmime.h>

G_BEGIN_DECLS

/* Mails, one by one or in a mailbox, and saved pages that look like mails.
 * Private to the room. */

/* -- plx-mail-headers.c -- */

/* How many of the first lines are fields of a mail's head; 0: it is none. */
guint   plx_mail_count_headers  (const guchar *head, gsize n) G_GNUC_WARN_UNUSED_RESULT;

/* Decoded to UTF-8, on one line; NULL: there is none. */
char   *plx_mail_get_header     (GMimeObject *object, const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* From, Date, Subject and the fields of lists into @article. */
void    plx_mail_read_headers   (GMimeMessage *message, PlxImportedArticle *article);

/* -- plx-mail-body.c -- */

typedef struct {
  GString *text;            // paragraphs, one per line
  GPtrArray *removed;       // char *: signatures, what an answer quotes
  GPtrArray *attached;      // GMimeObject *, borrowed: files and messages
  gboolean is_encrypted;
  guint depth;
} PlxMailBody;

void    plx_mail_body_read      (PlxMailBody *body, GMimeObject *object);
void    plx_mail_body_clear     (PlxMailBody *body);

/* The bytes of a part without its transfer encoding. */
GBytes *plx_mail_get_content    (GMimeObject *object) G_GNUC_WARN_UNUSED_RESULT;

/* The text of a part as clean UTF-8: what its bytes are, then what it says. */
char   *plx_mail_decode_text    (GMimeObject *object) G_GNUC_WARN_UNUSED_RESULT;

/* -- plx-mail-text.c -- */

/* Text of a mail to paragraphs: flowed or wrapped lines joined. */
char   *plx_mail_text_read      (const char *text, gboolean is_flowed, gboolean deletes_space,
                                 GPtrArray *removed) G_GNUC_WARN_UNUSED_RESULT;

/* -- plx-import-mail.c -- */

GMimeMessage *plx_mail_parse    (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;    // NULL: no mail

/* Reads one mail and hands it on: as member @number, or as the file itself
 * (NULL), then what is attached to it. */
gboolean plx_mail_read          (PlxImportInput  *input,
                                 const char      *number,
                                 GBytes          *bytes,
                                 PlxImportResult *result,
                                 GError         **error);

/* GMime has none. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeObject, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeMessage, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeParser, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GMimeStream, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (InternetAddressList, g_object_unref)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlxMailBody, plx_mail_body_clear)

G_END_DECLS
