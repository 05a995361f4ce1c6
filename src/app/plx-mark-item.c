/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-mark-item.h"

#include "app/plx-mark-style.h"
#include "base/plx-utf8.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

struct _PlxMarkItem {
  GObject parent_instance;

  PlxArticleContent *content;
  guint index;
};

G_DEFINE_FINAL_TYPE (PlxMarkItem, plx_mark_item, G_TYPE_OBJECT)

static void
plx_mark_item_finalize (GObject *object)
{
  plx_article_content_unref (PLX_MARK_ITEM (object)->content);
  G_OBJECT_CLASS (plx_mark_item_parent_class)->finalize (object);
}

static void
plx_mark_item_class_init (PlxMarkItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plx_mark_item_finalize;
}

static void
plx_mark_item_init (PlxMarkItem *self)
{
}

PlxMarkItem *
plx_mark_item_new (PlxArticleContent *content, guint index)
{
  PlxMarkItem *self = g_object_new (PLX_TYPE_MARK_ITEM, NULL);

  self->content = plx_article_content_ref (content);
  self->index = index;
  return self;
}

const PlxMark *
plx_mark_item_get_mark (PlxMarkItem *self)
{
  g_return_val_if_fail (PLX_IS_MARK_ITEM (self), NULL);
  return g_ptr_array_index (self->content->marks, self->index);
}

PlxArticleContent *
plx_mark_item_get_content (PlxMarkItem *self)
{
  g_return_val_if_fail (PLX_IS_MARK_ITEM (self), NULL);
  return self->content;
}

guint
plx_mark_item_get_index (PlxMarkItem *self)
{
  g_return_val_if_fail (PLX_IS_MARK_ITEM (self), 0);
  return self->index;
}

char *
plx_mark_dup_text (const PlxArticleContent *content, const PlxMark *mark, guint max_chars)
{
  if (mark->n_spans == 0)
    return g_strdup ("");

  PlxSpan hull = { mark->spans[0].begin, mark->spans[mark->n_spans - 1].end };
  g_autofree char *text = plx_utf8_slice (content->text, hull);
  g_strdelimit (text, "\n\r\t", ' ');
  if ((guint) g_utf8_strlen (text, -1) <= max_chars)
    return g_steal_pointer (&text);
  *g_utf8_offset_to_pointer (text, max_chars) = '\0';
  return g_strconcat (text, "…", NULL);
}

char *
plx_mark_dup_chain (const PlxArticleContent *content, const PlxMark *mark)
{
  const PlxAnalysis *analysis = content->analysis;

  if (mark->layer != PLX_MARK_STATEMENT && mark->layer != PLX_MARK_OMISSION)
    return NULL;
  if (mark->item < 0 || (guint) mark->item >= analysis->statements->len)
    return g_strdup (mark->chain);

  const PlxStatement *statement = PLX_STATEMENT (analysis, mark->item);
  if (statement->levels.n == 0)
    return g_strdup (_("carrier, no source named"));
  g_autoptr (GString) chain = g_string_new (_("carrier"));
  for (guint i = 0; i < statement->levels.n; i++)
    {
      const PlxLevel *level = PLX_LEVEL (analysis, statement->levels.first + i);
      const char *name
        = level->entity >= 0 ? PLX_ENTITY (analysis, level->entity)->name : _("unnamed");
      g_string_append_printf (chain, level->carried ? " ▸ (%s)" : " ▸ %s", name);
    }
  return g_string_free (g_steal_pointer (&chain), FALSE);
}

static const PlxFinding *
get_finding (const PlxArticleContent *content, const PlxMark *mark)
{
  if (mark->layer != PLX_MARK_FINDING || mark->item < 0
      || (guint) mark->item >= content->analysis->findings->len)
    return NULL;
  return PLX_FINDING (content->analysis, mark->item);
}

/* "4 days or 5?" of P4D against P5D; NULL when the values are not two days. */
static char *
dup_days_question (const PlxAnalysis *analysis, const PlxFinding *finding)
{
  int days[2];

  if (finding->values.n != 2)
    return NULL;
  for (guint i = 0; i < 2; i++)
    {
      char end;
      const char *value = PLX_STRING (analysis, finding->values.first + i);
      if (value == NULL || sscanf (value, "P%dD%c", &days[i], &end) != 1)
        return NULL;
    }
  int less = MIN (days[0], days[1]), more = MAX (days[0], days[1]);
  return g_strdup_printf (ngettext ("%d day or %d?", "%d days or %d?", (gulong) less), less, more);
}

static char *
dup_finding_heading (const PlxAnalysis *analysis, const PlxFinding *finding)
{
  static const char * const questions[PLX_N_FINDING_KINDS] = {
    [PLX_FINDING_DURATION] = N_("How long?"),
    [PLX_FINDING_DATE] = N_("Which date?"),
    [PLX_FINDING_NUMBER] = N_("Which number?"),
    [PLX_FINDING_NAME] = N_("Which name?"),
    [PLX_FINDING_TITLE] = N_("Which title?"),
    [PLX_FINDING_REPEATED] = N_("Said twice"),
    [PLX_FINDING_OMISSION] = N_("Left out"),
  };
  char *days = finding->kind == PLX_FINDING_DURATION ? dup_days_question (analysis, finding) : NULL;

  return days != NULL ? days : g_strdup (_(questions[finding->kind]));
}

char *
plx_mark_dup_heading (const PlxArticleContent *content, const PlxMark *mark)
{
  const PlxFinding *finding = get_finding (content, mark);

  if (finding != NULL)
    return dup_finding_heading (content->analysis, finding);
  if (mark->layer == PLX_MARK_OMISSION)
    return g_strdup (_("Left out"));
  return mark->title != NULL ? g_strdup (mark->title) : g_strdup ("");
}

char *
plx_mark_dup_summary (const PlxArticleContent *content, const PlxMark *mark, guint max_chars)
{
  if ((mark->layer != PLX_MARK_FINDING && mark->layer != PLX_MARK_OMISSION) || mark->n_spans == 0)
    return plx_mark_dup_text (content, mark, max_chars);

  /* its first place: from there to the last would be half the article */
  PlxMark first = *mark;
  first.n_spans = 1;
  g_autofree char *heading = plx_mark_dup_heading (content, mark);
  g_autofree char *words = plx_mark_dup_text (content, &first, max_chars);
  return g_strdup_printf ("%s %s · %s", plx_mark_get_sign (mark), heading, words);
}

const char *
plx_mark_get_message (const PlxArticleContent *content, const PlxMark *mark)
{
  const PlxFinding *finding = get_finding (content, mark);

  return finding != NULL ? finding->message : NULL;
}

char *
plx_mark_dup_description (const PlxArticleContent *content, const PlxMark *mark)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *text = plx_mark_dup_summary (content, mark, 80);
  g_autofree char *chain = plx_mark_dup_chain (content, mark);
  const char *message = plx_mark_get_message (content, mark);

  g_string_append_printf (out, "%s, %s", text, plx_mark_get_word (mark));
  if (message != NULL)
    g_string_append_printf (out, ", %s", message);
  else if (mark->title != NULL && *mark->title != '\0' && g_strcmp0 (mark->title, text) != 0)
    g_string_append_printf (out, ", %s", mark->title);
  if (chain != NULL)
    g_string_append_printf (out, ", %s", chain);
  g_string_append_printf (out, ", %s", plx_mark_state_get_word (mark->state));
  return g_string_free (g_steal_pointer (&out), FALSE);
}
