/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-pdf-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The back of the book: who and what is named, who says what, what to check. */

enum { MAX_REFERENCES = 40, QUOTE_CHARS = 150, ROOM_FOR_SECTION = 160 };

typedef struct {
  guint article;
  const PlxMark *mark;
} Use;

typedef struct {
  char *key;             // what uses share; sorted by it
  const char *name, *word;
  GArray *uses;          // Use, in the order of the text
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->key);
  g_array_unref (entry->uses);
  g_free (entry);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const Entry * const *) a)->key, (*(const Entry * const *) b)->key);
}

/* Takes @key. */
static void
add_use (GHashTable *table, GPtrArray *entries, char *key, const char *name, const char *word,
         Use use)
{
  Entry *entry = g_hash_table_lookup (table, key);

  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->key = key;
      entry->name = name;
      entry->word = word;
      entry->uses = g_array_new (FALSE, FALSE, sizeof (Use));
      g_hash_table_insert (table, key, entry);
      g_ptr_array_add (entries, entry);
    }
  else
    g_free (key);
  g_array_append_val (entry->uses, use);
}

/* The innermost voice: what follows the last arrow, without the brackets of a
 * carried link. */
static char *
dup_speaker (const PlxMark *mark)
{
  const char *arrow = mark->chain != NULL ? g_strrstr (mark->chain, " ▸ ") : NULL;
  const char *speaker = arrow != NULL ? arrow + strlen (" ▸ ") : mark->chain;
  gsize n = speaker != NULL ? strlen (speaker) : 0;

  if (n > 2 && speaker[0] == '(' && speaker[n - 1] == ')')
    return g_strndup (speaker + 1, n - 2);
  return g_strdup (speaker != NULL ? speaker : "");
}

/* Sorted by name without regard to case, in code point order, which is the
 * same on every machine; the key also holds what tells namesakes apart. */
static char *
dup_entity_key (const PlxMark *mark)
{
  g_autofree char *fold = g_utf8_casefold (mark->title, -1);

  return g_strdup_printf ("%s\n%s\n%s\n%" G_GINT64_FORMAT, fold, mark->title,
                          mark->label != NULL ? mark->label : "", mark->entity);
}

static gboolean
is_named (const PlxMark *mark)
{
  return (mark->layer == PLX_MARK_NAME || mark->layer == PLX_MARK_HAND)
         && mark->title != NULL && *mark->title != '\0';
}

typedef gboolean (*WantFunc) (const PlxMark *mark);

static gboolean
is_statement (const PlxMark *mark)
{
  return mark->layer == PLX_MARK_STATEMENT;
}

/* Entities by name, or statements by speaker. */
static GPtrArray *
collect (const PlxPdfBook *book, WantFunc want, gboolean by_speaker)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);
  g_autoptr (GHashTable) table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint a = 0; a < book->report->n_articles; a++)
    for (guint i = 0; i < book->report->articles[a].marks->len; i++)
      {
        const PlxMark *mark = g_ptr_array_index (book->report->articles[a].marks, i);

        if (mark->state == PLX_MARK_REJECTED || mark->n_spans == 0 || !want (mark))
          continue;
        add_use (table, entries, by_speaker ? dup_speaker (mark) : dup_entity_key (mark),
                 mark->title, plx_pdf_mark_get_word (mark), (Use){ a, mark });
      }
  g_ptr_array_sort (entries, compare_entries);
  return entries;
}

/* A section's heading, told to contents and outline. */
static void
begin_section (PlxPdfFlow *flow, PlxPdfBook *book, guint n_columns, const char *title)
{
  guint page;

  if (flow->book == NULL)
    plx_pdf_flow_begin (flow, book, book->back, n_columns);
  else
    plx_pdf_flow_section (flow, n_columns, ROOM_FOR_SECTION);
  page = plx_pdf_book_back_page (book) + flow->pages->len - 1;
  plx_pdf_headings_add (book->back_headings, title, page, flow->y, 0);
  plx_pdf_flow_text (flow, PLX_TYPE_TITLE, PLX_ROLE_H1, title, 8);
  flow->top = flow->lowest = flow->y;
}

/* "7: 1, 4, 12" — the page once, then its lines, each a link. */
static void
add_references (PlxPdfRich *rich, const PlxPdfBook *book, const GArray *uses)
{
  guint last_page = G_MAXUINT, last_line = 0, n = 0;

  for (guint i = 0; i < uses->len; i++)
    {
      const Use *use = &g_array_index (uses, Use, i);
      const PlxPdfPlace *place = plx_pdf_book_find (book, use->article, use->mark->spans[0].begin);
      g_autofree char *line = NULL;
      guint page;

      if (place == NULL || (place->page == last_page && place->number == last_line))
        continue;
      page = plx_pdf_book_body_page (book, place->page);
      if (n++ == MAX_REFERENCES)
        {
          g_autofree char *more = g_strdup_printf (_(" … %u in all"), uses->len);

          plx_pdf_rich_add (rich, more, PLX_RICH_GREY);
          return;
        }
      if (place->page != last_page)
        {
          g_autofree char *text = g_strdup_printf (_("p.\302\240%u:\302\240"), page + 1);

          plx_pdf_rich_add (rich, last_page == G_MAXUINT ? "  " : "; ", PLX_RICH_GREY);
          plx_pdf_rich_add (rich, text, PLX_RICH_GREY);
        }
      else
        plx_pdf_rich_add (rich, ", ", PLX_RICH_GREY);
      line = g_strdup_printf ("%u", place->number);
      plx_pdf_rich_add_link (rich, line, page, place->y1);
      last_page = place->page;
      last_line = place->number;
    }
}

static void
set_entities (PlxPdfFlow *flow, const GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (entries, i);
      g_autoptr (PlxPdfRich) rich = plx_pdf_rich_new ();

      plx_pdf_rich_add (rich, entry->name, PLX_RICH_BOLD);
      plx_pdf_rich_add (rich, "  ", PLX_RICH_PLAIN);
      plx_pdf_rich_add (rich, entry->word, PLX_RICH_GREY | PLX_RICH_ITALIC);
      add_references (rich, flow->book, entry->uses);
      /* two lines, as most have, stay together */
      plx_pdf_flow_need (flow, 2 * plx_pdf_type_pitch (PLX_TYPE_TABLE));
      plx_pdf_rich_flow (rich, flow, PLX_TYPE_TABLE, PLX_ROLE_P, 3.5);
    }
}

static void
set_statement (PlxPdfFlow *flow, const Use *use)
{
  PlxPdfBook *book = flow->book;
  const PlxAnalysis *analysis = book->report->articles[use->article].analysis;
  g_autofree char *quote
      = plx_pdf_dup_quote (analysis, use->mark->spans, use->mark->n_spans, QUOTE_CHARS);
  g_autoptr (PlxPdfRich) rich = plx_pdf_rich_new ();

  if (use->mark->title != NULL && *use->mark->title != '\0')
    {
      plx_pdf_rich_add (rich, use->mark->title, PLX_RICH_ITALIC | PLX_RICH_GREY);
      plx_pdf_rich_add (rich, " ", PLX_RICH_PLAIN);
    }
  plx_pdf_rich_add (rich, "“", PLX_RICH_PLAIN);
  plx_pdf_rich_add (rich, quote, PLX_RICH_PLAIN);
  plx_pdf_rich_add (rich, "”  ", PLX_RICH_PLAIN);
  plx_pdf_rich_add (rich, plx_pdf_book_get_source (book, use->article), PLX_RICH_GREY);
  plx_pdf_rich_add (rich, ", ", PLX_RICH_GREY);
  plx_pdf_rich_add_place (rich, book, use->article, use->mark->spans[0].begin);
  plx_pdf_rich_flow (rich, flow, PLX_TYPE_TABLE, PLX_ROLE_P, 3);
}

static void
set_statements (PlxPdfFlow *flow, const GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (entries, i);
      const char *speaker
          = *entry->key != '\0' ? entry->key : _("The articles themselves, no source named");
      g_autoptr (PlxPdfRich) rich = plx_pdf_rich_new ();

      /* a speaker's name never stands alone at the foot */
      plx_pdf_flow_need (flow, 3 * plx_pdf_type_pitch (PLX_TYPE_TEXT));
      plx_pdf_rich_add (rich, speaker, PLX_RICH_BOLD);
      plx_pdf_rich_flow (rich, flow, PLX_TYPE_TEXT, PLX_ROLE_H2, 2);
      for (guint k = 0; k < entry->uses->len; k++)
        set_statement (flow, &g_array_index (entry->uses, Use, k));
      flow->y += 5;
    }
}

typedef void (*SetFunc) (PlxPdfFlow *flow, const GPtrArray *entries);

/* Set twice, for only then the height is known. */
static void
set_balanced (PlxPdfFlow *flow, const GPtrArray *entries, SetFunc set)
{
  PlxPdfFlow scratch;

  plx_pdf_flow_measure (&scratch, flow);
  set (&scratch, entries);
  plx_pdf_flow_balance (flow, scratch.y);
  g_ptr_array_unref (scratch.pages);
  set (flow, entries);
}

static void
set_finding (PlxPdfFlow *flow, guint article, const PlxMark *mark)
{
  PlxPdfBook *book = flow->book;
  const PlxAnalysis *analysis = book->report->articles[article].analysis;
  g_autoptr (PlxPdfRich) rich = plx_pdf_rich_new ();
  gboolean omission = plx_pdf_style_of_mark (mark) == PLX_PDF_OMISSION;

  plx_pdf_rich_add (rich, plx_pdf_mark_get_sign (mark), omission ? PLX_RICH_RED : PLX_RICH_GOLD);
  plx_pdf_rich_add (rich, " ", PLX_RICH_PLAIN);
  if (mark->layer == PLX_MARK_FINDING)
    plx_pdf_rich_add (rich, mark->title != NULL ? mark->title : "", PLX_RICH_BOLD);
  else
    {
      g_autofree char *quote
          = plx_pdf_dup_quote (analysis, mark->spans, mark->n_spans, QUOTE_CHARS);

      plx_pdf_rich_add (rich, _("Left out: "), PLX_RICH_BOLD);
      plx_pdf_rich_add (rich, quote, PLX_RICH_PLAIN);
    }
  plx_pdf_rich_add (rich, "  ", PLX_RICH_PLAIN);
  plx_pdf_rich_add (rich, plx_pdf_book_get_source (book, article), PLX_RICH_GREY);
  for (guint i = 0; i < MIN (mark->n_spans, MAX_REFERENCES); i++)
    {
      plx_pdf_rich_add (rich, i == 0 ? ", " : "; ", PLX_RICH_GREY);
      plx_pdf_rich_add_place (rich, book, article, mark->spans[i].begin);
    }
  plx_pdf_rich_flow (rich, flow, PLX_TYPE_TABLE, PLX_ROLE_P, 4);
}

static void
set_comparison_finding (PlxPdfFlow *flow, const PlxReportStory *story,
                        const PlxComparisonFinding *finding)
{
  g_autoptr (PlxPdfRich) rich = plx_pdf_rich_new ();

  plx_pdf_rich_add (rich, "⚠ ", PLX_RICH_GOLD);
  plx_pdf_rich_add (rich, finding->message, PLX_RICH_BOLD);
  for (guint i = 0; i < 2; i++)
    {
      const PlxEvidence *place = &finding->places[i];
      guint article;

      if (place->n_spans == 0 || place->article < 0
          || (guint) place->article >= story->n)
        continue;
      article = story->first + (guint) place->article;
      plx_pdf_rich_add (rich, i == 0 ? "  " : "; ", PLX_RICH_GREY);
      plx_pdf_rich_add (rich, plx_pdf_book_get_source (flow->book, article), PLX_RICH_GREY);
      plx_pdf_rich_add (rich, ", ", PLX_RICH_GREY);
      plx_pdf_rich_add_place (rich, flow->book, article, place->spans[0].begin);
    }
  plx_pdf_rich_flow (rich, flow, PLX_TYPE_TABLE, PLX_ROLE_P, 4);
}

static gboolean
is_check (const PlxMark *mark)
{
  return mark->layer == PLX_MARK_FINDING || mark->layer == PLX_MARK_OMISSION;
}

static guint
count_findings (const PlxReportStory *story)
{
  return story->comparison != NULL ? story->comparison->findings->len : 0;
}

static gboolean
has_findings (const PlxReport *report)
{
  for (guint i = 0; i < report->n_stories; i++)
    if (count_findings (&report->stories[i]) > 0)
      return TRUE;
  return FALSE;
}

static void
set_findings (PlxPdfFlow *flow, const GPtrArray *entries)
{
  const PlxReport *report = flow->book->report;

  for (guint i = 0; i < report->n_stories; i++)
    for (guint k = 0; k < count_findings (&report->stories[i]); k++)
      set_comparison_finding (flow, &report->stories[i],
                              g_ptr_array_index (report->stories[i].comparison->findings, k));
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (entries, i);

      for (guint k = 0; k < entry->uses->len; k++)
        {
          const Use *use = &g_array_index (entry->uses, Use, k);

          set_finding (flow, use->article, use->mark);
        }
    }
}

void
plx_pdf_index_lay_out (PlxPdfBook *book)
{
  g_autoptr (GPtrArray) entities = collect (book, is_named, FALSE);
  g_autoptr (GPtrArray) speakers = collect (book, is_statement, TRUE);
  g_autoptr (GPtrArray) checks = collect (book, is_check, TRUE);
  PlxPdfFlow flow = { 0 };

  if (book->scene != NULL)
    {
      begin_section (&flow, book, 1, _("Who is tied to whom"));
      plx_pdf_graph_lay_out (book, &flow);
    }
  if (entities->len > 0)
    {
      begin_section (&flow, book, 2, _("Names"));
      set_balanced (&flow, entities, set_entities);
    }
  if (speakers->len > 0)
    {
      begin_section (&flow, book, 2, _("Who says what"));
      set_balanced (&flow, speakers, set_statements);
    }
  if (checks->len > 0 || has_findings (book->report))
    {
      begin_section (&flow, book, 1, _("Left out, or worth a check"));
      set_findings (&flow, checks);
    }
}
