/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-pdf-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Left of the text: who says it, a bracket around each stretch with one chain.
 * Right of it: what is left out and what to check, a rail that joins the
 * places of a finding. Notes stand as near to their lines as they can without
 * touching; where a page has too many they shrink to a line, and at last give
 * way to a pointer to the index. */

enum { NOTE_GAP = 4, NOTE_PAD = 5, N_LANES = 3, FAR = 90 };

/* Puts a note’s first words level with its line. */
#define LEVEL 1.0

typedef struct {
  guint page;
  double y1, y2;         // what it is about, on this page
  GArray *ys;            // double: middle of each place's first line
  double last_y;
  char *markup;
  PlxPdfStyle style;
  gboolean dotted;       // suggested
  guint lane;
  PangoLayout *layout;
  double y, height;      // of the note itself
} Note;

/* Marks of one paragraph with the same chain. */
typedef struct {
  GArray *marks;         // guint
  guint number;
  guint32 begin;
  gboolean dotted;
} Group;

typedef struct {
  PlxPdfBook *book;
  guint article;
  const PlxReportArticle *a;
  GPtrArray *left, *right;   // Note
} Margins;

static void
note_free (gpointer data)
{
  Note *note = data;

  g_clear_pointer (&note->ys, g_array_unref);
  g_clear_object (&note->layout);
  g_free (note->markup);
  g_free (note);
}

static Note *
add_note (GPtrArray *notes, guint page, PlxPdfStyle style, gboolean dotted)
{
  Note *note = g_new0 (Note, 1);

  note->page = page;
  note->style = style;
  note->dotted = dotted;
  note->y1 = G_MAXDOUBLE;
  note->ys = g_array_new (FALSE, FALSE, sizeof (double));
  g_ptr_array_add (notes, note);
  return note;
}

/* Whether the box is the next line of the place before it: it begins where
 * lines begin, left or, in Arabic, right. */
static gboolean
goes_on (const Note *note, const PlxPdfBox *quad, double middle)
{
  double step = middle - note->last_y, right = PLX_PDF_TEXT_LEFT + PLX_PDF_TEXT_WIDTH;

  if (step < 1)
    return TRUE;
  return step < 1.2 * plx_pdf_type_pitch (PLX_TYPE_BODY)
         && (quad->x1 < PLX_PDF_TEXT_LEFT + 1 || quad->x2 > right - 1);
}

static void
cover (Note *note, const PlxPlacedMark *piece)
{
  for (guint i = 0; i < piece->quads->len; i++)
    {
      const PlxPdfBox *quad = &g_array_index (piece->quads, PlxPdfBox, i);
      double middle = (quad->y1 + quad->y2) / 2;

      note->y1 = MIN (note->y1, quad->y1);
      note->y2 = MAX (note->y2, quad->y2);
      if (note->ys->len == 0 || !goes_on (note, quad, middle))
        g_array_append_val (note->ys, middle);
      note->last_y = middle;
    }
}

static const PlxMark *
get_mark (const Margins *m, guint i)
{
  return g_ptr_array_index (m->a->marks, i);
}

/* "Rodong Sinmun ▸ <b>Kim Jong Un</b>": the speaker stands out. */
static char *
dup_chain_markup (const char *chain)
{
  const char *arrow = chain != NULL ? g_strrstr (chain, " ▸ ") : NULL;
  const char *speaker = arrow != NULL ? arrow + strlen (" ▸ ") : chain;
  g_autofree char *before = NULL;

  if (chain == NULL || *chain == '\0')
    return g_markup_printf_escaped ("<b>%s</b>", _("the article itself"));
  before = arrow != NULL ? g_strndup (chain, (gsize) (speaker - chain)) : g_strdup ("");
  return g_markup_printf_escaped ("%s<b>%s</b>", before, speaker);
}

/* Each verb once, in order. */
static char *
dup_verbs (const Margins *m, const Group *group)
{
  g_autoptr (GPtrArray) verbs = g_ptr_array_new ();

  for (guint i = 0; i < group->marks->len; i++)
    {
      const char *title = get_mark (m, g_array_index (group->marks, guint, i))->title;

      if (title != NULL && *title != '\0'
          && !g_ptr_array_find_with_equal_func (verbs, title, g_str_equal, NULL))
        g_ptr_array_add (verbs, (gpointer) title);
    }
  g_ptr_array_add (verbs, NULL);
  return g_strjoinv (", ", (char **) verbs->pdata);
}

static void
append_own_note (GString *markup, const PlxMark *mark)
{
  g_autofree char *escaped = NULL;

  if (mark->note == NULL || *mark->note == '\0')
    return;
  escaped = g_markup_escape_text (mark->note, -1);
  g_string_append_printf (markup, "\n<i>✎ %s</i>", escaped);
}

static char *
dup_group_markup (const Margins *m, const Group *group)
{
  const PlxMark *first = get_mark (m, g_array_index (group->marks, guint, 0));
  g_autofree char *chain = dup_chain_markup (first->chain);
  g_autofree char *verbs = dup_verbs (m, group);
  g_autofree char *escaped = g_markup_escape_text (verbs, -1);
  g_autoptr (GString) markup = g_string_new (NULL);

  g_string_append_printf (markup, "<b>%u</b>  %s", group->number, chain);
  if (*escaped != '\0')
    g_string_append_printf (markup, " <i>%s</i>", escaped);
  for (guint i = 0; i < group->marks->len; i++)
    append_own_note (markup, get_mark (m, g_array_index (group->marks, guint, i)));
  return g_string_free (g_steal_pointer (&markup), FALSE);
}

/* A note on each page that the group touches. */
static void
add_group (Margins *m, const Group *group)
{
  g_autofree char *markup = dup_group_markup (m, group);
  Note *note = NULL;

  for (guint i = 0; i < group->marks->len; i++)
    {
      gint p = m->book->piece_of[m->article][g_array_index (group->marks, guint, i)];

      while (p >= 0)
        {
          const PlxPlacedMark *piece = g_ptr_array_index (m->book->placed, p);

          if (note == NULL || note->page != piece->page)
            {
              note = add_note (m->left, piece->page, PLX_PDF_STATEMENT, group->dotted);
              note->markup = g_strdup (markup);
            }
          cover (note, piece);
          p = piece->next;
        }
    }
}

static gboolean
joins (const Margins *m, const Group *group, const PlxMark *mark)
{
  const PlxMark *first;
  guint32 from = group->begin, to = mark->spans[0].begin;

  if (group->marks->len == 0)
    return FALSE;
  first = get_mark (m, g_array_index (group->marks, guint, 0));
  return g_strcmp0 (first->chain, mark->chain) == 0
         && memchr (m->a->analysis->text + from, '\n', to - from) == NULL;
}

static void
collect_statements (Margins *m)
{
  Group group = { .marks = g_array_new (FALSE, FALSE, sizeof (guint)) };

  for (guint i = 0; i < m->a->marks->len; i++)
    {
      const PlxMark *mark = get_mark (m, i);

      if (mark->state == PLX_MARK_REJECTED || mark->layer != PLX_MARK_STATEMENT
          || mark->n_spans == 0)
        continue;
      if (!joins (m, &group, mark))
        {
          if (group.marks->len > 0)
            add_group (m, &group);
          g_array_set_size (group.marks, 0);
          group.number++;
          group.dotted = FALSE;
        }
      group.begin = mark->spans[0].begin;
      group.dotted |= mark->state != PLX_MARK_ACCEPTED;
      g_array_append_val (group.marks, i);
    }
  if (group.marks->len > 0)
    add_group (m, &group);
  g_array_unref (group.marks);
}

/* "lines 41, 47, 48": where a finding with several places looks. */
static char *
dup_lines (const Margins *m, const PlxMark *mark)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  guint last = 0;

  for (guint i = 0; i < mark->n_spans; i++)
    {
      const PlxPdfPlace *place = plx_pdf_book_find (m->book, m->article, mark->spans[i].begin);

      if (place == NULL || place->number == last)
        continue;
      g_string_append_printf (lines, "%s%u", lines->len > 0 ? ", " : "", place->number);
      last = place->number;
    }
  if (strchr (lines->str, ',') == NULL)
    return g_strdup ("");
  return g_strdup_printf (_("lines %s"), lines->str);
}

static const char *
get_finding_word (const PlxMark *mark)
{
  if (g_strcmp0 (mark->label, "repeated") == 0)
    return _("said twice");
  if (g_strcmp0 (mark->label, "omission") == 0)
    return _("left out");
  return _("check");
}

static char *
dup_check_markup (const Margins *m, const PlxMark *mark)
{
  static const char * const colours[2] = { "#a51d2d", "#8a5a00" };
  gboolean omission = plx_pdf_style_of_mark (mark) == PLX_PDF_OMISSION;
  const PlxAnalysis *analysis = m->a->analysis;
  g_autoptr (GString) markup = g_string_new (NULL);
  g_autofree char *lines = dup_lines (m, mark);
  g_autofree char *title = g_markup_escape_text (mark->title != NULL ? mark->title : "", -1);

  g_string_append_printf (markup, "<span foreground=\"%s\"><b>%s %s</b></span>",
                          colours[omission ? 0 : 1], plx_pdf_mark_get_sign (mark),
                          get_finding_word (mark));
  if (mark->layer == PLX_MARK_FINDING)
    g_string_append_printf (markup, " %s", title);
  else if (mark->local_entity >= 0 && (guint) mark->local_entity < analysis->entities->len)
    {
      const char *teller = mark->chain != NULL && *mark->chain != '\0' ? mark->chain
                                                                       : _("the article itself");
      g_autofree char *who = g_markup_printf_escaped (
          _(" by <b>%s</b>, says %s"), PLX_ENTITY (analysis, mark->local_entity)->name, teller);

      g_string_append (markup, who);
    }
  if (*lines != '\0')
    g_string_append_printf (markup, " <i>(%s)</i>", lines);
  append_own_note (markup, mark);
  return g_string_free (g_steal_pointer (&markup), FALSE);
}

/* The engine's finding "omission" repeats what the omission mark says. */
static gboolean
is_doubled (const Margins *m, const PlxMark *finding)
{
  if (finding->layer != PLX_MARK_FINDING || g_strcmp0 (finding->label, "omission") != 0)
    return FALSE;
  for (guint i = 0; i < m->a->marks->len; i++)
    {
      const PlxMark *mark = get_mark (m, i);

      if (mark->layer == PLX_MARK_OMISSION && mark->state != PLX_MARK_REJECTED && mark->n_spans > 0
          && plx_span_overlaps (mark->spans[0], finding->spans[0]))
        return TRUE;
    }
  return FALSE;
}

static void
add_check (Margins *m, guint i)
{
  const PlxMark *mark = get_mark (m, i);
  PlxPdfStyle style = plx_pdf_style_of_mark (mark);
  g_autofree char *markup = dup_check_markup (m, mark);

  for (gint p = m->book->piece_of[m->article][i]; p >= 0;)
    {
      const PlxPlacedMark *piece = g_ptr_array_index (m->book->placed, p);
      Note *note = add_note (m->right, piece->page, style, mark->state != PLX_MARK_ACCEPTED);

      note->markup = g_strdup (markup);
      cover (note, piece);
      p = piece->next;
    }
}

static void
collect_checks (Margins *m)
{
  for (guint i = 0; i < m->a->marks->len; i++)
    {
      const PlxMark *mark = get_mark (m, i);

      if (mark->state == PLX_MARK_REJECTED || mark->n_spans == 0)
        continue;
      if (mark->layer == PLX_MARK_OMISSION
          || (mark->layer == PLX_MARK_FINDING && !is_doubled (m, mark)))
        add_check (m, i);
    }
}

static int
compare_notes (gconstpointer a, gconstpointer b)
{
  const Note *x = *(const Note * const *) a, *y = *(const Note * const *) b;

  if (x->page != y->page)
    return x->page < y->page ? -1 : 1;
  return x->y1 < y->y1 ? -1 : x->y1 > y->y1;
}

static void
measure (Margins *m, Note *note, gboolean compact)
{
  g_clear_object (&note->layout);
  note->layout = plx_pdf_type_markup (m->book, PLX_TYPE_SMALL, note->markup,
                                      PLX_PDF_NOTE_WIDTH - NOTE_PAD - 2);
  pango_layout_set_height (note->layout, compact ? -1 : -7);
  pango_layout_set_ellipsize (note->layout, PANGO_ELLIPSIZE_END);
  note->height = plx_pdf_type_height (PLX_TYPE_SMALL, note->layout) + 3;
}

static double
sum_heights (Margins *m, Note **notes, guint n, gboolean compact)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    {
      measure (m, notes[i], compact);
      sum += notes[i]->height + (compact ? 1 : NOTE_GAP);
    }
  return sum;
}

/* Downwards from their lines, then up again from the foot of the page. */
static void
spread (Note **notes, guint n, double top, double gap)
{
  double y = top, limit = PLX_PDF_BOTTOM;

  for (guint i = 0; i < n; i++)
    {
      notes[i]->y = MAX (notes[i]->y1 + LEVEL, y);
      y = notes[i]->y + notes[i]->height + gap;
    }
  for (guint i = n; i-- > 0;)
    {
      notes[i]->y = MIN (notes[i]->y, limit - notes[i]->height);
      limit = notes[i]->y - gap;
    }
}

/* Returns how many of the notes of one page are shown. */
static guint
settle (Margins *m, Note **notes, guint n, double top)
{
  double room = PLX_PDF_BOTTOM - top, line = plx_pdf_type_pitch (PLX_TYPE_SMALL) + 4;
  guint shown = n;

  if (sum_heights (m, notes, n, FALSE) <= room)
    {
      spread (notes, n, top, NOTE_GAP);
      return n;
    }
  sum_heights (m, notes, n, TRUE);
  if (n * line > room)
    {
      shown = (guint) (room / line) - 1;
      g_free (notes[shown]->markup);
      notes[shown]->markup = g_strdup_printf (_("+ %u more, in the index"), n - shown);
      measure (m, notes[shown], TRUE);
      shown++;
    }
  spread (notes, shown, top, 1);
  return shown;
}

/* Brackets that overlap go into lanes beside each other. */
static void
assign_lanes (Note **notes, guint n)
{
  double busy_until[N_LANES] = { 0 };

  for (guint i = 0; i < n; i++)
    {
      guint lane = 0;

      while (lane + 1 < N_LANES && busy_until[lane] > notes[i]->y1)
        lane++;
      notes[i]->lane = lane;
      busy_until[lane] = MAX (busy_until[lane], notes[i]->y2);
    }
}

static void
draw_note (Margins *m, const Note *note, double x, double bar_x, PlxPdfColour colour)
{
  PlxPdfPage *page = g_ptr_array_index (m->book->body, note->page);
  PlxPdfBox box = { x, note->y, x + PLX_PDF_NOTE_WIDTH, note->y + note->height };
  PlxPdfColour wash = note->style == PLX_PDF_STATEMENT ? (PlxPdfColour) { 0.965, 0.965, 0.97 }
                                                       : plx_pdf_style_get_wash (note->style);

  plx_pdf_page_add_box (page, PLX_ITEM_FILL, box, wash);
  plx_pdf_page_add_rule (page, bar_x, box.y1, bar_x, box.y2, 1, colour, FALSE);
  plx_pdf_page_add_layout (page, note->layout, PLX_TYPE_SMALL, x + NOTE_PAD, note->y + 1.2,
                           PLX_ROLE_NOTE, plx_pdf_book_new_block (m->book));
}

static void
draw_left (Margins *m, const Note *note)
{
  PlxPdfPage *page = g_ptr_array_index (m->book->body, note->page);
  PlxPdfColour ink = plx_pdf_style_get_colour (PLX_PDF_STATEMENT);
  double edge = PLX_PDF_EDGE + PLX_PDF_NOTE_WIDTH;
  double x = PLX_PDF_TEXT_LEFT - 19 - 3.5 * note->lane, joint = note->y1 + 5, at = note->y + 5.6;

  plx_pdf_page_add_rule (page, x, note->y1, x, note->y2, 0.8, ink, note->dotted);
  plx_pdf_page_add_rule (page, x, note->y1, x + 2.6, note->y1, 0.8, ink, FALSE);
  plx_pdf_page_add_rule (page, x, note->y2, x + 2.6, note->y2, 0.8, ink, FALSE);
  /* where notes had to move far, lines would only tangle: the number tells */
  if (ABS (joint - at) < FAR)
    plx_pdf_page_add_rule (page, x, MIN (joint, note->y2), edge, at, 0.4, ink, FALSE);
  draw_note (m, note, PLX_PDF_EDGE, edge - 0.5, ink);
}

static void
draw_right (Margins *m, const Note *note)
{
  PlxPdfPage *page = g_ptr_array_index (m->book->body, note->page);
  PlxPdfColour ink = plx_pdf_style_get_colour (note->style);
  double text_right = PLX_PDF_TEXT_LEFT + PLX_PDF_TEXT_WIDTH;
  double left = PLX_PDF_WIDTH - PLX_PDF_EDGE - PLX_PDF_NOTE_WIDTH;
  double x = text_right + 4.5 + 3 * note->lane, at = note->y + 5.6, low = at, high = at;

  for (guint i = 0; i < note->ys->len; i++)
    {
      double y = g_array_index (note->ys, double, i);
      PlxPdfBox dot = { x - 1.1, y - 1.1, x + 1.1, y + 1.1 };

      low = MIN (low, y);
      high = MAX (high, y);
      plx_pdf_page_add_rule (page, text_right + 1, y, x, y, 0.5, ink, FALSE);
      plx_pdf_page_add_box (page, PLX_ITEM_DISC, dot, ink);
    }
  plx_pdf_page_add_rule (page, x, low, x, high, 0.7, ink, note->dotted);
  plx_pdf_page_add_rule (page, x, at, left, at, 0.5, ink, FALSE);
  draw_note (m, note, left, left + 0.5, ink);
}

/* Notes may begin where the article's first line on the page does. */
static double
find_top (const Margins *m, guint page)
{
  const PlxPdfBook *book = m->book;

  if (page == book->first_page[m->article] && book->first_place[m->article] < book->places->len)
    return g_array_index (book->places, PlxPdfPlace, book->first_place[m->article]).y1;
  return PLX_PDF_TOP;
}

static void
draw_side (Margins *m, GPtrArray *notes, void (*draw) (Margins *m, const Note *note))
{
  g_ptr_array_sort (notes, compare_notes);
  for (guint i = 0, end; i < notes->len; i = end)
    {
      Note **page_notes = (Note **) &notes->pdata[i];
      guint page = page_notes[0]->page, shown;

      for (end = i; end < notes->len && ((Note *) notes->pdata[end])->page == page;)
        end++;
      assign_lanes (page_notes, end - i);
      shown = settle (m, page_notes, end - i, find_top (m, page));
      for (guint k = 0; k < shown; k++)
        draw (m, page_notes[k]);
    }
}

void
plx_pdf_margins_lay_out (PlxPdfBook *book, guint article)
{
  Margins m = { .book = book, .article = article, .a = &book->report->articles[article] };

  m.left = g_ptr_array_new_with_free_func (note_free);
  m.right = g_ptr_array_new_with_free_func (note_free);
  collect_statements (&m);
  collect_checks (&m);
  draw_side (&m, m.left, draw_left);
  draw_side (&m, m.right, draw_right);
  g_ptr_array_unref (m.left);
  g_ptr_array_unref (m.right);
}
