/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-inspector-private.h"

#include "app/plx-edits.h"

#include <glib/gi18n-lib.h>

/* "May be the same": entities whose names are alike, each with the reason, a
 * button that merges and one that keeps them apart. Both can be undone. */

#define MOST_ALIKE 5

typedef struct {
  gint64 entity, other;
} Pair;

static const char *
get_reason (PlxLikeness likeness)
{
  switch (likeness)
    {
    case PLX_LIKE_INITIALS:
      return _("One name is the initials of the other");
    case PLX_LIKE_ORDER:
      return _("The same words in another order");
    case PLX_LIKE_SPELLING:
      return _("Spelled almost the same");
    case PLX_LIKE_PART:
      return _("One name is part of the other");
    default:
      return NULL;
    }
}

static void
merge_cb (GtkWidget *button, Pair *pair)
{
  plx_edits_merge_alike (button, pair->entity, pair->other);
}

static void
keep_apart_cb (GtkWidget *button, Pair *pair)
{
  plx_edits_keep_apart (button, pair->entity, pair->other);
}

static void
append_button (GtkWidget *row, const char *icon, const char *label, GCallback pressed, Pair pair)
{
  plx_inspector_row_button (row, icon, label, pressed, g_memdup2 (&pair, sizeof pair),
                            (GClosureNotify) (GCallback) g_free);
}

static void
append_row (GtkWidget *list, PlxEntityItem *item, PlxEntityItem *other, PlxLikeness likeness)
{
  const char *name = plx_entity_item_get_name (other);
  Pair pair = { plx_entity_item_get_id (item), plx_entity_item_get_id (other) };
  GtkWidget *row = plx_inspector_row (list, name, get_reason (likeness), 0);
  g_autofree char *merge = g_strdup_printf (_("Merge %s into this"), name);
  g_autofree char *keep = g_strdup_printf (_("%s is somebody or something else"), name);

  plx_inspector_row_goes_to_entity (row, pair.other);
  append_button (row, "object-select-symbolic", merge, G_CALLBACK (merge_cb), pair);
  append_button (row, "window-close-symbolic", keep, G_CALLBACK (keep_apart_cb), pair);
}

void
plx_inspector_append_alike (GtkWidget *box, PlxProject *project, PlxEntityItem *item)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) alike
    = plx_project_find_alike (project, plx_entity_item_get_id (item), &error);
  GtkWidget *list;

  if (alike == NULL)
    {
      plx_inspector_text (box, error->message, TRUE);
      return;
    }
  if (alike->len == 0)
    return;
  plx_inspector_heading (box, _("May be the same"));
  list = plx_inspector_list (box, _("May be the same"));
  for (guint i = 0; i < alike->len && i < MOST_ALIKE; i++)
    {
      const PlxAlike *one = &g_array_index (alike, PlxAlike, i);
      PlxEntityItem *other = plx_project_get_entity (project, one->entity);

      if (other != NULL)
        append_row (list, item, other, one->likeness);
    }
}
