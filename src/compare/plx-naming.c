/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-compare-private.h"

#include <string.h>

/* How each article names the same person, state or event: the forms of its
 * mentions, and the verbs of saying it is given. */

/* Entities of all articles under their canonical names, numbered by first
 * appearance; names that one article spells shorter are joined to the longer. */
typedef struct {
  GHashTable *ids;      // name → id + 1
  GPtrArray *names;     // borrowed from the analyses
} Names;

static guint
name_id (Names *names, const char *name)
{
  guint id = GPOINTER_TO_UINT (g_hash_table_lookup (names->ids, name));

  if (id > 0)
    return id - 1;
  for (guint i = 0; i < names->names->len; i++)
    if (plx_names_are_same (g_ptr_array_index (names->names, i), name))
      {
        g_hash_table_insert (names->ids, (gpointer) name, GUINT_TO_POINTER (i + 1));
        return i;
      }
  g_ptr_array_add (names->names, (gpointer) name);
  g_hash_table_insert (names->ids, (gpointer) name, GUINT_TO_POINTER (names->names->len));
  return names->names->len - 1;
}

static void
count_form (PlxNaming *naming, char *text, const PlxMention *mention)
{
  PlxNamingForm fresh = { text, 1, mention->form };

  for (guint i = 0; i < naming->forms->len; i++)
    {
      PlxNamingForm *form = &g_array_index (naming->forms, PlxNamingForm, i);

      if (strcmp (form->text, text) == 0)
        {
          form->n++;
          g_array_append_val (form->spans, mention->span);
          g_free (text);
          return;
        }
    }
  fresh.spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  g_array_append_val (fresh.spans, mention->span);
  g_array_append_val (naming->forms, fresh);
}

static int
compare_forms (gconstpointer a, gconstpointer b)
{
  const PlxNamingForm *x = a, *y = b;

  if (x->n != y->n)
    return x->n > y->n ? -1 : 1;
  return strcmp (x->text, y->text);
}

static PlxNaming *
naming_new (const char *entity, guint article)
{
  PlxNaming *naming = g_new0 (PlxNaming, 1);

  naming->entity = g_strdup (entity);
  naming->article = (gint) article;
  naming->forms = g_array_new (FALSE, FALSE, sizeof (PlxNamingForm));
  return naming;
}

static char **
dup_verbs (const PlxAnalysis *analysis, Names *names, guint id)
{
  GPtrArray *verbs = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < analysis->statements->len; i++)
    {
      const PlxStatement *statement = PLX_STATEMENT (analysis, i);
      const PlxLevel *level;

      if (statement->verb == NULL || statement->levels.n == 0)
        continue;
      level = PLX_LEVEL (analysis, statement->levels.first + statement->levels.n - 1);
      if (level->entity < 0 || (guint) level->entity >= analysis->entities->len
          || PLX_ENTITY (analysis, level->entity)->name == NULL
          || name_id (names, PLX_ENTITY (analysis, level->entity)->name) != id)
        continue;
      if (g_hash_table_add (seen, (gpointer) statement->verb))
        g_ptr_array_add (verbs, g_strdup (statement->verb));
    }
  g_ptr_array_add (verbs, NULL);
  return (char **) g_ptr_array_free (verbs, FALSE);
}

static void
read_article (PlxCompareJob *job, guint article, Names *names, GPtrArray *found)
{
  const PlxAnalysis *analysis = job->articles[article].analysis;
  g_autoptr (GHashTable) by_id = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < analysis->mentions->len; i++)
    {
      const PlxMention *mention = PLX_MENTION (analysis, i);
      PlxNaming *naming;
      guint id;

      if (mention->entity < 0 || (guint) mention->entity >= analysis->entities->len
          || mention->form == PLX_FORM_PRONOUN
          || PLX_ENTITY (analysis, mention->entity)->name == NULL)
        continue;
      id = name_id (names, PLX_ENTITY (analysis, mention->entity)->name);
      naming = g_hash_table_lookup (by_id, GUINT_TO_POINTER (id + 1));
      if (naming == NULL)
        {
          naming = naming_new (g_ptr_array_index (names->names, id), article);
          g_hash_table_insert (by_id, GUINT_TO_POINTER (id + 1), naming);
          g_ptr_array_add (found, naming);
          naming->verbs = dup_verbs (analysis, names, id);
        }
      count_form (naming, plx_analysis_dup_span (analysis, mention->span), mention);
    }
}

typedef struct {
  guint id;
  PlxNaming *naming;
} Numbered;

static int
compare_numbered (gconstpointer a, gconstpointer b)
{
  const Numbered *x = a, *y = b;

  if (x->id != y->id)
    return x->id < y->id ? -1 : 1;
  return x->naming->article < y->naming->article ? -1 : x->naming->article > y->naming->article;
}

/* Sorted by entity in order of first appearance, then by article. */
void
plx_naming_find (PlxCompareJob *job)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (GArray) numbered = g_array_new (FALSE, FALSE, sizeof (Numbered));
  Names names = { g_hash_table_new (g_str_hash, g_str_equal), g_ptr_array_new () };

  for (guint a = 0; a < job->n_articles; a++)
    read_article (job, a, &names, found);
  for (guint i = 0; i < found->len; i++)
    {
      PlxNaming *naming = g_ptr_array_index (found, i);
      Numbered n = { name_id (&names, naming->entity), naming };

      g_array_sort (naming->forms, compare_forms);
      g_array_append_val (numbered, n);
    }
  g_array_sort (numbered, compare_numbered);
  for (guint i = 0; i < numbered->len; i++)
    g_ptr_array_add (job->out->naming, g_array_index (numbered, Numbered, i).naming);
  g_hash_table_unref (names.ids);
  g_ptr_array_unref (names.names);
}
