/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-framing.h"
#include "export/plx-matrix-tables.h"
#include "export/plx-pdf-private.h"

#include <glib/gi18n-lib.h>

/* In short, a row per article: who speaks there and with which verbs. All of it
 * stands in the spreadsheet. After it what the analyst took out. */

enum { MAX_SOURCES = 20, MAX_SPEAKERS = 4, MAX_VERBS = 6, MAX_ASIDE = 20, SOURCE = 132, PAD = 10 };

typedef struct {
  GPtrArray *speakers;        // PlxSpeaker of one article, most quoted first
  GHashTable *verbs;          // lemma → PlxSayingVerb of this table
  GPtrArray *listed;          // the same, most frequent first
} Voices;

static guint
count_words (const PlxSpeaker *speaker)
{
  return speaker->n_direct_words + speaker->n_indirect_words;
}

static int
compare_speakers (gconstpointer a, gconstpointer b)
{
  const PlxSpeaker *x = *(const PlxSpeaker *const *) a, *y = *(const PlxSpeaker *const *) b;

  if (x->n_direct_words != y->n_direct_words)
    return x->n_direct_words > y->n_direct_words ? -1 : 1;
  if (count_words (x) != count_words (y))
    return count_words (x) > count_words (y) ? -1 : 1;
  return x->order < y->order ? -1 : x->order > y->order;
}

static int
compare_verbs (gconstpointer a, gconstpointer b)
{
  const PlxSayingVerb *x = *(const PlxSayingVerb *const *) a,
                      *y = *(const PlxSayingVerb *const *) b;

  if (x->n_cues != y->n_cues)
    return x->n_cues > y->n_cues ? -1 : 1;
  return g_strcmp0 (x->verb, y->verb);
}

static void
add_verb (Voices *self, const PlxSayingVerb *verb)
{
  PlxSayingVerb *sum = g_hash_table_lookup (self->verbs, verb->verb);

  if (sum == NULL)
    {
      sum = g_new0 (PlxSayingVerb, 1);
      sum->verb = verb->verb;
      sum->saying = verb->saying;
      g_hash_table_insert (self->verbs, sum->verb, sum);
      g_ptr_array_add (self->listed, sum);
    }
  sum->n_cues += verb->n_cues;
}

static void
voices_init (Voices *self, const PlxFraming *framing, gint article)
{
  self->speakers = g_ptr_array_new ();
  self->verbs = g_hash_table_new (g_str_hash, g_str_equal);
  self->listed = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < framing->speakers->len; i++)
    {
      PlxSpeaker *speaker = g_ptr_array_index (framing->speakers, i);

      if (speaker->article != article)
        continue;
      g_ptr_array_add (self->speakers, speaker);
      for (guint k = 0; k < speaker->verbs->len; k++)
        add_verb (self, g_ptr_array_index (speaker->verbs, k));
    }
  g_ptr_array_sort (self->speakers, compare_speakers);
  g_ptr_array_sort (self->listed, compare_verbs);
}

static void
voices_clear (Voices *self)
{
  g_ptr_array_unref (self->speakers);
  g_hash_table_unref (self->verbs);
  g_ptr_array_unref (self->listed);
}

/* "Vesk 41 words quoted, 12 others; the ministry 8 others" */
static char *
dup_speakers (const Voices *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->speakers->len && i < MAX_SPEAKERS; i++)
    {
      const PlxSpeaker *speaker = g_ptr_array_index (self->speakers, i);

      g_string_append_printf (out, "%s%s ", i > 0 ? "; " : "", speaker->speaker);
      if (speaker->n_direct_words > 0)
        g_string_append_printf (out, ngettext ("%u word quoted", "%u words quoted",
                                               speaker->n_direct_words),
                                speaker->n_direct_words);
      else
        g_string_append_printf (out, ngettext ("%u word retold", "%u words retold",
                                               speaker->n_indirect_words),
                                speaker->n_indirect_words);
    }
  if (self->speakers->len > MAX_SPEAKERS)
    g_string_append_printf (out, _("; %u more"), self->speakers->len - MAX_SPEAKERS);
  return g_string_free (out, FALSE);
}

static double
place (PlxPdfFlow *flow, const char *text, PlxPdfRichFlags flags, double x, double width)
{
  g_autoptr (PlxPdfRich) rich = plx_pdf_rich_new ();
  g_autoptr (PangoLayout) layout = NULL;

  plx_pdf_rich_add (rich, text, flags);
  layout = plx_pdf_rich_layout (rich, flow->book, PLX_TYPE_TABLE, width - PAD);
  plx_pdf_rich_place (rich, layout, PLX_TYPE_TABLE, plx_pdf_flow_page (flow), PLX_PDF_EDGE + x,
                      flow->y + 3, PLX_ROLE_TD, plx_pdf_book_new_block (flow->book));
  return plx_pdf_type_height (PLX_TYPE_TABLE, layout);
}

static void
set_row (PlxPdfFlow *flow, const char *const texts[3], PlxPdfRichFlags flags)
{
  double width = (PLX_PDF_WIDTH - 2 * PLX_PDF_EDGE - SOURCE) / 2;
  double heights[3];

  plx_pdf_flow_need (flow, 4 * plx_pdf_type_pitch (PLX_TYPE_TABLE));
  plx_pdf_page_add_rule (plx_pdf_flow_page (flow), PLX_PDF_EDGE, flow->y,
                         PLX_PDF_WIDTH - PLX_PDF_EDGE, flow->y, 0.4, PLX_PDF_HAIR, FALSE);
  heights[0] = place (flow, texts[0], PLX_RICH_BOLD, 0, SOURCE);
  heights[1] = place (flow, texts[1], flags, SOURCE, width);
  heights[2] = place (flow, texts[2], flags, SOURCE + width, width);
  flow->y += MAX (heights[0], MAX (heights[1], heights[2])) + 6.5;
}

static void
set_article (const PlxPdfPart *part, PlxPdfFlow *flow, guint article)
{
  const PlxPdfBook *book = flow->book;
  g_autofree char *speakers = NULL, *verbs = NULL;
  Voices voices;

  voices_init (&voices, part->story->comparison->framing, (gint) article);
  speakers = dup_speakers (&voices);
  verbs = plx_matrix_dup_verbs (voices.listed, MAX_VERBS);
  set_row (flow,
           (const char *const[]){ plx_pdf_book_get_source (book, part->story->first + article),
                                  *speakers != '\0' ? speakers : _("nobody"), verbs },
           PLX_RICH_PLAIN);
  voices_clear (&voices);
}

static void
begin (const PlxPdfPart *part, PlxPdfFlow *flow, const char *title)
{
  plx_pdf_flow_need (flow, 90);
  flow->y += 12;
  plx_pdf_headings_add (part->headings, title,
                        plx_pdf_book_part_page (flow->book, part) + flow->pages->len - 1, flow->y,
                        plx_pdf_part_level (part, flow->book));
  plx_pdf_flow_text (flow, PLX_TYPE_TITLE, PLX_ROLE_H1, title, 6);
}

static void
set_line (PlxPdfFlow *flow, const char *text, const char *soft)
{
  g_autoptr (PlxPdfRich) rich = plx_pdf_rich_new ();

  plx_pdf_rich_add (rich, text, PLX_RICH_PLAIN);
  plx_pdf_rich_add (rich, soft, PLX_RICH_GREY);
  plx_pdf_rich_flow (rich, flow, PLX_TYPE_TEXT, PLX_ROLE_P, 3);
}

void
plx_pdf_voices_lay_out (const PlxPdfPart *part, PlxPdfFlow *flow)
{
  const PlxFraming *framing = part->story->comparison->framing;
  guint n = part->story->n;

  if (framing == NULL || framing->speakers->len == 0)
    return;
  begin (part, flow, _("Who is quoted, and how"));
  set_row (flow, (const char *const[]){ _("Source"), _("Who speaks"), _("Verbs of saying") },
           PLX_RICH_BOLD);
  for (guint i = 0; i < MIN (n, MAX_SOURCES); i++)
    set_article (part, flow, i);
  if (n > MAX_SOURCES)
    {
      g_autofree char *more = g_strdup_printf (_("The spreadsheet has %u more."), n - MAX_SOURCES);

      set_line (flow, more, "");
    }
  flow->y += 14;
}

/* What the analyst took out, with the reason, and what lost its claim. */
void
plx_pdf_aside_lay_out (const PlxPdfPart *part, PlxPdfFlow *flow)
{
  const PlxReportStory *story = part->story;

  if (story->n_aside == 0)
    return;
  begin (part, flow, _("Set aside"));
  for (guint i = 0; i < MIN (story->n_aside, MAX_ASIDE); i++)
    {
      g_autofree char *what = plx_report_aside_dup_words (&story->aside[i]);
      g_autofree char *soft = g_strconcat (" — ", what, NULL);

      set_line (flow, story->aside[i].statement, soft);
    }
  if (story->n_aside > MAX_ASIDE)
    {
      g_autofree char *more
        = g_strdup_printf (_("The spreadsheet has %u more."), story->n_aside - MAX_ASIDE);

      set_line (flow, more, "");
    }
}
