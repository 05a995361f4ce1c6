/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/plx-statement.h"

G_BEGIN_DECLS

/* Entities of the project. A link ties one entity of one analysis to one of
 * the project; merging and splitting move links. */

typedef struct {
  gint64 id;
  const char *kind, *name;
  guint n_mentions, n_articles;
} PlxEntityRow;              // borrowed for the callback

typedef void (*PlxEntityRowFunc) (const PlxEntityRow *row, gpointer data);
typedef void (*PlxEntityFunc) (gint64 entity, gpointer data);
typedef void (*PlxEntityTextFunc) (gint64 entity, const char *text, gboolean is_by_hand,
                                   gpointer data);

/* One entity of one analysis; strings borrowed for the call. */
typedef struct {
  gint64 article, run;
  gint local;
  guint n_mentions;
  const char * const *names;  // NULL-terminated
  const char * const *roles;  // NULL-terminated
} PlxEntityLink;

/* @is_named: a person chose the name */
typedef void (*PlxEntityLinkFunc) (gint local, gint64 entity, const char *kind, const char *name,
                                   gboolean is_named, gpointer data);

gboolean plx_entity_rows_add (PlxDb *db, const char *kind, const char *name, gint64 *id,
                              GError **error);
gboolean plx_entity_rows_set_name (PlxDb *db, gint64 id, const char *name,
                                   GError **error); // the old one becomes an alias
/* A person stands by the name, so it is laid over what articles call the entity;
 * renaming and merging say so by themselves. */
gboolean plx_entity_rows_set_named  (PlxDb *db, gint64 id, GError **error);
gboolean plx_entity_rows_set_kind   (PlxDb *db, gint64 id, const char *kind, GError **error);
gboolean plx_entity_rows_set_role (PlxDb *db, gint64 id, const char *role,
                                   GError **error); // NULL: removes those added by hand
gboolean plx_entity_rows_merge      (PlxDb *db, gint64 into, gint64 from, GError **error);
/* Says that two are not one; both of one pair are the same. */
gboolean plx_entity_rows_keep_apart (PlxDb *db, gint64 entity, gint64 other, const char *author,
                                     const char *decided, GError **error);
gboolean plx_entity_rows_each_apart (PlxDb *db, gint64 entity, PlxEntityFunc func, gpointer data,
                                     GError **error);
gboolean plx_entity_rows_dup_name (PlxDb *db, gint64 id, char **name,
                                   GError **error); // NULL: no such entity

/* Those with a mention, most mentioned first. */
gboolean plx_entity_rows_each (PlxDb *db, PlxEntityRowFunc func, gpointer data, GError **error);
/* Those of every run, for linking new ones to them; no counts. */
gboolean plx_entity_rows_each_known (PlxDb *db, PlxEntityRowFunc func, gpointer data,
                                     GError **error);
gboolean plx_entity_names_each   (PlxDb *db, PlxEntityTextFunc func, gpointer data, GError **error);
gboolean plx_entity_roles_each   (PlxDb *db, PlxEntityTextFunc func, gpointer data, GError **error);

gboolean plx_entity_links_add (PlxDb *db, const PlxEntityLink *link, gint64 entity,
                               GError **error);
gboolean plx_entity_links_each   (PlxDb *db, gint64 article, gint64 run,
                                  PlxEntityLinkFunc func, gpointer data, GError **error);
gboolean plx_entity_links_move (PlxDb *db, gint64 article, gint64 run, gint local, gint64 entity,
                                GError **error);
/* Entities tied to any article of @story (0: of none): for names that are
 * only understood inside a story. */
gboolean plx_entity_links_each_of_story (PlxDb *db, gint64 story,
                                         PlxEntityRowFunc func, gpointer data, GError **error);

G_END_DECLS
