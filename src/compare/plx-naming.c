/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-compare-private.h"

#include "compare/plx-tuning.h"

#include <string.h>

/* How each article names the same person, state or event: the forms of its
 * mentions, and the verbs of saying it is given. */

/* Takes @text. */
void
plx_naming_count (PlxNaming *naming, char *text, PlxMentionForm how, PlxSpan span)
{
  PlxNamingForm fresh = { text, 1, how };

  for (guint i = 0; i < naming->forms->len; i++)
    {
      PlxNamingForm *form = &g_array_index (naming->forms, PlxNamingForm, i);

      if (strcmp (form->text, text) == 0)
        {
          form->n++;
          g_array_append_val (form->spans, span);
          g_free (text);
          return;
        }
    }
  fresh.spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan));
  g_array_append_val (fresh.spans, span);
  g_array_append_val (naming->forms, fresh);
}

PlxNaming *
plx_naming_new (const char *entity, PlxEntityKind kind, guint article)
{
  PlxNaming *naming = g_new0 (PlxNaming, 1);

  naming->entity = g_strdup (entity);
  naming->kind = kind;
  naming->article = (gint) article;
  naming->forms = g_array_new (FALSE, FALSE, sizeof (PlxNamingForm));
  return naming;
}

static char **
dup_verbs (const PlxAnalysis *analysis, const PlxCast *cast, guint article, gint member)
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
      if (plx_cast_find (cast, analysis, article, level->entity) == member
          && g_hash_table_add (seen, (gpointer) statement->verb))
        g_ptr_array_add (verbs, g_strdup (statement->verb));
    }
  g_ptr_array_add (verbs, NULL);
  return (char **) g_ptr_array_free (verbs, FALSE);
}

/* Who has a name, and bodies known by what they are: "Saranian foreign
 * ministry", but not "officials" nor "the statement". */
static gboolean
is_shown (const PlxCastMember *member)
{
  switch (member->kind)
    {
    case PLX_ENTITY_ORGANISATION:
    case PLX_ENTITY_MEDIA:
    case PLX_ENTITY_PARTY:
    case PLX_ENTITY_GOVERNMENT:
      return member->is_named || !g_unichar_islower (g_utf8_get_char (member->name));
    case PLX_ENTITY_OTHER:
    case PLX_ENTITY_PERSON:
    case PLX_ENTITY_STATE:
    case PLX_ENTITY_PLACE:
    case PLX_ENTITY_FACILITY:
    case PLX_ENTITY_EVENT:
    case PLX_ENTITY_COMMEMORATION:
    case PLX_ENTITY_PRODUCT:
    case PLX_ENTITY_NATIONALITY:
    case PLX_N_ENTITY_KINDS:
      break;
    }
  return member->is_named;
}

/* "U.S." and "u.s." are two ways of writing, "VESKGRAD" of a dateline is not:
 * what only shouts is written as the name is. */
static char *
dup_form (const PlxAnalysis *analysis, const PlxMention *mention, const char *name)
{
  char *text = plx_analysis_dup_span (analysis, mention->span);
  g_autofree char *upper = g_utf8_strup (name, -1);

  if (strlen (text) > 3 && strcmp (text, upper) == 0 && strcmp (text, name) != 0)
    {
      g_free (text);
      return g_strdup (name);
    }
  for (char *p = text; *p != '\0'; p++)
    if (*p == '\n')
      *p = ' ';
  return text;
}

static void
read_article (PlxCompareJob *job, guint article, PlxNaming **of)
{
  const PlxAnalysis *analysis = job->articles[article].analysis;

  for (guint i = 0; i < analysis->mentions->len; i++)
    {
      const PlxMention *mention = PLX_MENTION (analysis, i);
      gint index = plx_cast_find (job->cast, analysis, article, mention->entity);
      const PlxCastMember *member;

      if (mention->form == PLX_FORM_PRONOUN || index < 0
          || plx_span_length (mention->span) > PLX_FORM_MAX_BYTES)
        continue;
      member = plx_cast_get (job->cast, index);
      if (!is_shown (member))
        continue;
      if (of[index] == NULL)
        {
          of[index] = plx_naming_new (member->name, member->kind, article);
          of[index]->verbs = dup_verbs (analysis, job->cast, article, index);
        }
      plx_naming_count (of[index], dup_form (analysis, mention, member->name), mention->form,
                        mention->span);
    }
}

static int
compare_forms (gconstpointer a, gconstpointer b)
{
  const PlxNamingForm *x = a, *y = b;

  if (x->n != y->n)
    return x->n > y->n ? -1 : 1;
  return strcmp (x->text, y->text);
}

void
plx_naming_close (PlxNaming *naming)
{
  g_array_sort (naming->forms, compare_forms);
}

/* By entity in order of first appearance, then by article; events last. */
void
plx_naming_find (PlxCompareJob *job)
{
  guint n_members = job->cast->members->len;
  g_autofree PlxNaming **namings = g_new0 (PlxNaming *, (gsize) n_members * job->n_articles + 1);

  for (guint a = 0; a < job->n_articles; a++)
    read_article (job, a, namings + (gsize) a * n_members);
  for (guint m = 0; m < n_members; m++)
    for (guint a = 0; a < job->n_articles; a++)
      {
        PlxNaming *naming = namings[(gsize) a * n_members + m];

        if (naming == NULL)
          continue;
        plx_naming_close (naming);
        g_ptr_array_add (job->out->naming, naming);
      }
}
