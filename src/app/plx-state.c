/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-state.h"

#define MOST_RECENT 8

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "parallax", "state.ini", NULL);
}

static GKeyFile *
load (void)
{
  GKeyFile *file = g_key_file_new ();
  g_autofree char *path = dup_path ();

  /* not there or damaged: start anew, it is only about comfort */
  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
  return file;
}

static void
save (GKeyFile *file)
{
  g_autofree char *path = dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  g_mkdir_with_parents (folder, 0700);
  g_key_file_save_to_file (file, path, NULL);
}

int
plx_state_get_int (const char *key, int fallback)
{
  g_autoptr (GKeyFile) file = load ();

  return g_key_file_has_key (file, "window", key, NULL)
           ? g_key_file_get_integer (file, "window", key, NULL)
           : fallback;
}

void
plx_state_set_int (const char *key, int value)
{
  g_autoptr (GKeyFile) file = load ();

  if (g_key_file_has_key (file, "window", key, NULL)
      && g_key_file_get_integer (file, "window", key, NULL) == value)
    return;
  g_key_file_set_integer (file, "window", key, value);
  save (file);
}

char **
plx_state_dup_recent (void)
{
  g_autoptr (GKeyFile) file = load ();
  char **paths = g_key_file_get_string_list (file, "recent", "paths", NULL, NULL);

  return paths != NULL ? paths : g_new0 (char *, 1);
}

static void
change_recent (const char *path, gboolean add)
{
  g_autoptr (GKeyFile) file = load ();
  g_auto (GStrv) before = plx_state_dup_recent ();
  g_autoptr (GPtrArray) after = g_ptr_array_new ();

  if (add)
    g_ptr_array_add (after, (gpointer) path);
  for (guint i = 0; before[i] != NULL && after->len < MOST_RECENT; i++)
    if (g_strcmp0 (before[i], path) != 0)
      g_ptr_array_add (after, before[i]);
  g_key_file_set_string_list (file, "recent", "paths", (const char *const *)after->pdata,
                              after->len);
  save (file);
}

void
plx_state_add_recent (const char *path)
{
  change_recent (path, TRUE);
}

void
plx_state_forget_recent (const char *path)
{
  change_recent (path, FALSE);
}
