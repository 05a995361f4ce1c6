/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-cell-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct {
  const char *sign, *word, *title;
} statuses[PLX_N_CELL_STATUSES] = {
  [PLX_CELL_NOT_EXAMINED] = { "·", N_("not examined"), N_("Not examined") },
  [PLX_CELL_REPORTED] = { "●", N_("reported"), N_("Reported") },
  [PLX_CELL_DIFFERS] = { "◐", N_("reported differently"), N_("Reported differently") },
  [PLX_CELL_CONTRADICTED] = { "✕", N_("contradicted"), N_("Contradicted") },
  [PLX_CELL_NOT_FOUND] = { "○", N_("not found"), N_("Searched, not found") },
  [PLX_CELL_LEFT_OUT] = { "○", N_("left out"), N_("Left out") },
};

/* By the bits of PlxDiffers. */
static const char *const differences[] = {
  N_("number"), N_("time"), N_("place"), N_("actor"), N_("attribution"), N_("denial"),
  N_("certainty"),
};

const char *
plx_cell_words_get_sign (PlxCellStatus status)
{
  return statuses[status].sign;
}

const char *
plx_cell_words_get_status (PlxCellStatus status)
{
  return _(statuses[status].word);
}

const char *
plx_cell_words_get_title (PlxCellStatus status)
{
  return _(statuses[status].title);
}

char *
plx_cell_words_dup_differs (guint differs_in)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (differences); i++)
    if (differs_in & 1u << i)
      g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", _(differences[i]));
  return g_string_free (out, FALSE);
}

char *
plx_cell_words_dup_reasons (guint reasons)
{
  /* by the bits of PlxOriginReason */
  static const char *const words[] = { N_("published before"), N_("named as its agency"),
                                       N_("all of its text and more") };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (reasons & 1u << i)
      g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", _(words[i]));
  return g_string_free (out, FALSE);
}

const char *
plx_cell_words_get_column (const PlxColumn *column)
{
  if (column->name == NULL || *column->name == '\0'
      || g_strcmp0 (column->name, column->article_id) == 0)
    return _("Unnamed outlet");
  return column->name;
}

char *
plx_cell_words_dup_column (const PlxComparison *comparison, guint column)
{
  const PlxColumn *c = g_ptr_array_index (comparison->columns, column);
  const char *name = plx_cell_words_get_column (c);

  if (c->article >= 0)
    return g_strdup (name);
  if (c->via_article < 0 || (guint) c->via_article >= comparison->n_articles)
    return g_strdup_printf (_("%s (heard only through others)"), name);
  return g_strdup_printf (_("%s (heard through %s)"), name,
                          plx_cell_words_get_column (
                            g_ptr_array_index (comparison->columns, c->via_article)));
}

const char *
plx_cell_words_get_voice (const PlxComparison *comparison, const char *voice)
{
  for (guint i = 0; i < comparison->n_articles; i++)
    {
      const PlxColumn *column = g_ptr_array_index (comparison->columns, i);

      if (g_strcmp0 (column->article_id, column->name) == 0
          && g_strcmp0 (column->name, voice) == 0)
        return _("Unnamed outlet");
    }
  return voice;
}

/* "via 12" and "left out, says 12" name a column at their end. */
static char *
dup_named (const PlxComparison *comparison, const char *brief)
{
  static const char *const leads[] = { "via ", "left out, says " };

  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    if (g_str_has_prefix (brief, leads[i]))
      return g_strconcat (leads[i],
                          plx_cell_words_get_voice (comparison, brief + strlen (leads[i])), NULL);
  return g_strdup (brief);
}

/* "other number"; NULL: the engine does not say what differs */
static char *
dup_other (guint differs_in)
{
  g_autofree char *what = plx_cell_words_dup_differs (differs_in);

  if (*what == '\0')
    return NULL;
  if (differs_in == PLX_DIFFERS_POLARITY)
    return g_strdup (_("denied"));
  return g_strdup_printf (_("other %s"), what);
}

char *
plx_cell_words_dup_brief (const PlxComparison *comparison, guint claim, guint column,
                          PlxCellStatus status)
{
  const PlxCell *cell = plx_comparison_get_cell (comparison, claim, column);
  const PlxColumn *c = g_ptr_array_index (comparison->columns, column);
  const char *brief = cell->brief != NULL && *cell->brief != '\0' ? cell->brief : NULL;
  g_autofree char *other = dup_other (cell->differs_in);

  if (!plx_cell_status_is_told (status))
    {
      if (status == PLX_CELL_LEFT_OUT && cell->status == status && brief != NULL)
        return dup_named (comparison, brief);
      return g_strdup (status == PLX_CELL_NOT_EXAMINED ? "" : plx_cell_words_get_status (status));
    }
  /* the head of a column that is only heard says through whom already */
  if (c->article < 0 && (status == PLX_CELL_REPORTED
                         || (brief != NULL && g_str_has_prefix (brief, "via "))))
    brief = NULL;
  else if (cell->status == status && brief != NULL)
    return dup_named (comparison, brief);
  else if (status == PLX_CELL_REPORTED && cell->via != NULL && cell->via[0] != NULL)
    return g_strdup_printf (_("via %s"), plx_cell_words_get_voice (comparison, cell->via[0]));
  if (status == PLX_CELL_REPORTED)
    return g_strdup ("");
  return g_strdup (other != NULL ? other : plx_cell_words_get_status (status));
}
