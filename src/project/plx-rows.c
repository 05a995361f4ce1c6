/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "project/plx-rows-private.h"

/* The rows of the four lists. Each is made once from what the store says and
 * never changes; when the store says otherwise, the list gets a new one. */

struct _PlxArticle
{
  GObject parent_instance;
  PlxArticleFields f;
};

struct _PlxSource
{
  GObject parent_instance;
  PlxSourceFields f;
};

struct _PlxStory
{
  GObject parent_instance;
  PlxStoryFields f;
};

struct _PlxEntityItem
{
  GObject parent_instance;
  PlxEntityFields f;
};

G_DEFINE_FINAL_TYPE (PlxArticle, plx_article, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (PlxSource, plx_source, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (PlxStory, plx_story, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (PlxEntityItem, plx_entity_item, G_TYPE_OBJECT)

/* articles */

static void
plx_article_finalize (GObject *object)
{
  PlxArticle *self = PLX_ARTICLE (object);

  g_free (self->f.title);
  g_free (self->f.source_name);
  g_free (self->f.byline);
  g_free (self->f.published);
  g_free (self->f.language);
  g_free (self->f.url);
  g_free (self->f.sha256);
  G_OBJECT_CLASS (plx_article_parent_class)->finalize (object);
}

static void
plx_article_class_init (PlxArticleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_article_finalize;
}

static void
plx_article_init (PlxArticle *self)
{
}

PlxArticle *
plx_article_new_take (PlxArticleFields fields)
{
  PlxArticle *self = g_object_new (PLX_TYPE_ARTICLE, NULL);

  self->f = fields;
  return self;
}

gboolean
plx_article_equal (gconstpointer a, gconstpointer b)
{
  const PlxArticleFields *x = &((const PlxArticle *) a)->f;
  const PlxArticleFields *y = &((const PlxArticle *) b)->f;

  return x->id == y->id && x->source == y->source && x->story == y->story
         && x->is_analysed == y->is_analysed && x->is_untitled == y->is_untitled
         && x->n_bytes == y->n_bytes
         && g_strcmp0 (x->title, y->title) == 0
         && g_strcmp0 (x->source_name, y->source_name) == 0
         && g_strcmp0 (x->byline, y->byline) == 0
         && g_strcmp0 (x->published, y->published) == 0
         && g_strcmp0 (x->language, y->language) == 0
         && g_strcmp0 (x->url, y->url) == 0;
}

gint64
plx_article_get_id (PlxArticle *self)
{
  return self->f.id;
}

const char *
plx_article_get_title (PlxArticle *self)
{
  return self->f.title;
}

gint64
plx_article_get_source_id (PlxArticle *self)
{
  return self->f.source;
}

const char *
plx_article_get_source_name (PlxArticle *self)
{
  return self->f.source_name;
}

const char *
plx_article_get_byline (PlxArticle *self)
{
  return self->f.byline;
}

const char *
plx_article_get_published (PlxArticle *self)
{
  return self->f.published;
}

const char *
plx_article_get_language (PlxArticle *self)
{
  return self->f.language;
}

const char *
plx_article_get_url (PlxArticle *self)
{
  return self->f.url;
}

const char *
plx_article_get_sha256 (PlxArticle *self)
{
  return self->f.sha256;
}

gint64
plx_article_get_story_id (PlxArticle *self)
{
  return self->f.story;
}

gboolean
plx_article_is_analysed (PlxArticle *self)
{
  return self->f.is_analysed;
}

guint
plx_article_get_n_bytes (PlxArticle *self)
{
  return self->f.n_bytes;
}

gboolean
plx_article_is_untitled (PlxArticle *self)
{
  return self->f.is_untitled;
}

/* sources */

static void
plx_source_finalize (GObject *object)
{
  PlxSource *self = PLX_SOURCE (object);

  g_free (self->f.name);
  g_free (self->f.kind);
  G_OBJECT_CLASS (plx_source_parent_class)->finalize (object);
}

static void
plx_source_class_init (PlxSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_source_finalize;
}

static void
plx_source_init (PlxSource *self)
{
}

PlxSource *
plx_source_new_take (PlxSourceFields fields)
{
  PlxSource *self = g_object_new (PLX_TYPE_SOURCE, NULL);

  self->f = fields;
  return self;
}

gboolean
plx_source_equal (gconstpointer a, gconstpointer b)
{
  const PlxSourceFields *x = &((const PlxSource *) a)->f;
  const PlxSourceFields *y = &((const PlxSource *) b)->f;

  return x->id == y->id && x->n_articles == y->n_articles && x->is_heard == y->is_heard
         && g_strcmp0 (x->name, y->name) == 0 && g_strcmp0 (x->kind, y->kind) == 0;
}

gint64
plx_source_get_id (PlxSource *self)
{
  return self->f.id;
}

const char *
plx_source_get_name (PlxSource *self)
{
  return self->f.name;
}

const char *
plx_source_get_kind (PlxSource *self)
{
  return self->f.kind;
}

guint
plx_source_get_n_articles (PlxSource *self)
{
  return self->f.n_articles;
}

gboolean
plx_source_is_heard (PlxSource *self)
{
  return self->f.is_heard;
}

/* stories */

static void
plx_story_finalize (GObject *object)
{
  g_free (PLX_STORY (object)->f.title);
  G_OBJECT_CLASS (plx_story_parent_class)->finalize (object);
}

static void
plx_story_class_init (PlxStoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_story_finalize;
}

static void
plx_story_init (PlxStory *self)
{
}

PlxStory *
plx_story_new_take (PlxStoryFields fields)
{
  PlxStory *self = g_object_new (PLX_TYPE_STORY, NULL);

  self->f = fields;
  return self;
}

gboolean
plx_story_equal (gconstpointer a, gconstpointer b)
{
  const PlxStoryFields *x = &((const PlxStory *) a)->f;
  const PlxStoryFields *y = &((const PlxStory *) b)->f;

  return x->id == y->id && x->n_articles == y->n_articles && g_strcmp0 (x->title, y->title) == 0;
}

gint64
plx_story_get_id (PlxStory *self)
{
  return self->f.id;
}

const char *
plx_story_get_title (PlxStory *self)
{
  return self->f.title;
}

guint
plx_story_get_n_articles (PlxStory *self)
{
  return self->f.n_articles;
}

/* entities */

static void
plx_entity_item_finalize (GObject *object)
{
  PlxEntityItem *self = PLX_ENTITY_ITEM (object);

  g_free (self->f.name);
  g_strfreev (self->f.names);
  g_strfreev (self->f.roles);
  G_OBJECT_CLASS (plx_entity_item_parent_class)->finalize (object);
}

static void
plx_entity_item_class_init (PlxEntityItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_entity_item_finalize;
}

static void
plx_entity_item_init (PlxEntityItem *self)
{
}

PlxEntityItem *
plx_entity_item_new_take (PlxEntityFields fields)
{
  PlxEntityItem *self = g_object_new (PLX_TYPE_ENTITY_ITEM, NULL);

  self->f = fields;
  return self;
}

gboolean
plx_entity_item_equal (gconstpointer a, gconstpointer b)
{
  const PlxEntityFields *x = &((const PlxEntityItem *) a)->f;
  const PlxEntityFields *y = &((const PlxEntityItem *) b)->f;

  return x->id == y->id && x->kind == y->kind
         && x->n_mentions == y->n_mentions && x->n_articles == y->n_articles
         && g_strcmp0 (x->name, y->name) == 0
         && g_strv_equal ((const char * const *) x->names, (const char * const *) y->names)
         && g_strv_equal ((const char * const *) x->roles, (const char * const *) y->roles);
}

gint64
plx_entity_item_get_id (PlxEntityItem *self)
{
  return self->f.id;
}

const char *
plx_entity_item_get_name (PlxEntityItem *self)
{
  return self->f.name;
}

PlxEntityKind
plx_entity_item_get_kind (PlxEntityItem *self)
{
  return self->f.kind;
}

const char * const *
plx_entity_item_get_names (PlxEntityItem *self)
{
  return (const char * const *) self->f.names;
}

const char * const *
plx_entity_item_get_roles (PlxEntityItem *self)
{
  return (const char * const *) self->f.roles;
}

guint
plx_entity_item_get_n_mentions (PlxEntityItem *self)
{
  return self->f.n_mentions;
}

guint
plx_entity_item_get_n_articles (PlxEntityItem *self)
{
  return self->f.n_articles;
}
