/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "compare/plx-course.h"
#include "export/plx-report.h"

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

/* Writes a matrix made up of odd texts, for test_tables.py and for measuring:
 * matrix-sample FORMAT FILE [CLAIMS SOURCES [CHARACTERS of each claim]] */

static const char *const odd[] = {
  "=HYPERLINK(\"http://example.org\",\"x\")",
  "+1 000 people came",
  "-3 degrees were measured",
  "@SUM(A1:A9) was told",
  "<script>alert(1)</script> & \"more\"",
  "中文：四万吨小麦 🙂 한국어 日本語",
  "قال الرئيس 40,000 طن (SNA)",
  "control \001\013\033 characters\r\nin two lines",
  "invalid \377\376 bytes",
  "\360\237\221\251\342\200\215\360\237\221\251\342\200\215\360\237\221\247 family \357\277\277 no character",
  "' an apostrophe, \"quotes\", a comma",
  "=1+1",
  "_x0041_x0042_ stands in _the text_",
};

static char *long_text;   // NULL: none, for measuring
static guint every = 50;  // text is it

static const char *
get_text (guint i)
{
  return i % every == 12 % every && long_text != NULL ? long_text : odd[i % G_N_ELEMENTS (odd)];
}

static PlxAnalysis *
make_analysis (guint i)
{
  g_autofree char *valid = g_utf8_make_valid (get_text (i), -1);
  g_autofree char *text = g_strdup_printf (
    "The report begins here. %s It gave 40,000 tonnes and went on for a while.", valid);

  return plx_analysis_new ("a", text, -1);
}

static void
fill_articles (PlxReportArticle *articles, guint n)
{
  for (guint i = 0; i < n; i++)
    articles[i] = (PlxReportArticle) {
      .id = i + 1,
      .title = g_utf8_make_valid (get_text (i), -1),
      .source = i % 7 == 3 ? "The Same Name" : g_strdup_printf ("%s %u", odd[i % 6], i + 1),
      .published = i % 5 == 4 ? NULL : "2031-05-14",
      .language = "en",
      .sha256 = "00ff",
      .url = "https://example.org/?a=1&b=2",
      .analysis = make_analysis (i),
      .marks = g_ptr_array_new (),
    };
}

static PlxEvidence
make_evidence (const PlxReportArticle *articles, guint article, gboolean differs)
{
  const PlxAnalysis *analysis = articles[article].analysis;
  const char *at = strstr (analysis->text, "It gave");
  guint32 begin = (guint32) (at - analysis->text);
  PlxEvidence e = { .article = (gint) article, .n_spans = 1, .spans = g_new0 (PlxSpan, 1) };

  e.spans[0] = (PlxSpan) { begin, analysis->n_bytes };
  if (differs)
    {
      e.differing = g_new0 (PlxSpan, 1);
      e.differing[0] = (PlxSpan) { begin + 8, begin + 21 };
      e.n_differing = 1;
    }
  return e;
}

static void
fill_cell (PlxComparison *c, const PlxReportArticle *articles, guint claim, guint column)
{
  PlxCell *cell = plx_comparison_get_cell (c, claim, column);
  guint kind = (claim * 7 + column * 3) % 16;

  if (kind > 4 || column >= c->n_articles)
    {
      cell->status = column < c->n_articles ? PLX_CELL_NOT_FOUND : PLX_CELL_NOT_EXAMINED;
      if (column >= c->n_articles)
        return;
      cell->record = g_new0 (PlxSearchRecord, 1);
      *cell->record = (PlxSearchRecord) {
        1, g_strdupv ((char *[]) { "=wheat", "tonnes", NULL }),
        g_strdupv ((char *[]) { "Sarania", "타른", NULL }),
        make_evidence (articles, column, FALSE), 0.31, 0.44
      };
      return;
    }
  cell->status = kind == 4 ? PLX_CELL_CONTRADICTED
                 : kind == 3 ? PLX_CELL_DIFFERS : PLX_CELL_REPORTED;
  cell->evidence = make_evidence (articles, column, kind >= 3);
  cell->differs_in = kind >= 3 ? PLX_DIFFERS_NUMBER : 0;
  cell->brief = kind >= 3 ? g_utf8_make_valid (get_text (claim + column), -1) : NULL;
  if (kind == 2)
    cell->via = g_strdupv ((char *[]) { "=Agency", "Vesk", NULL });
}

/* One claim that one source said first, changed and dropped. */
static void
add_course (PlxComparison *c)
{
  PlxClaimCourse *course = g_new0 (PlxClaimCourse, 1);

  *course = (PlxClaimCourse) { .source = (char *) "The Same Name", .dropped = TRUE, .last = 1,
                               .turns = g_ptr_array_new (), .n_said = 2 };
  for (PlxTurnKind k = PLX_TURN_FIRST; k <= PLX_TURN_DROPPED; k++)
    {
      PlxTurn *turn = g_new0 (PlxTurn, 1);

      *turn = (PlxTurn) { .kind = k, .article = 0, .before = -1,
                          .from = k == PLX_TURN_CHANGED ? (char *) "=12 people" : NULL,
                          .to = k == PLX_TURN_CHANGED ? (char *) "19 people" : NULL };
      g_ptr_array_add (course->turns, turn);
    }
  g_ptr_array_add (c->course->claims, course);
  c->course->n_claims = 1;
  c->course->first_article = g_new0 (gint, 1);
}

/* The second article has its words from the first. */
static void
add_reuse (PlxComparison *c, const PlxReportArticle *articles)
{
  GArray *group = g_array_new (FALSE, FALSE, sizeof (gint));
  PlxReuse *edge = g_new0 (PlxReuse, 1);
  gint members[] = { 0, 1 };

  g_array_append_vals (group, members, 2);
  g_ptr_array_add (c->copies, group);
  *edge = (PlxReuse) { .article_a = 0, .article_b = 1, .n_spans = 1, .share_a_01 = 0.5,
                       .share_b_01 = 0.25, .origin = 0,
                       .reasons = PLX_ORIGIN_EARLIER | PLX_ORIGIN_AGENCY };
  edge->spans_a = make_evidence (articles, 0, FALSE).spans;
  edge->spans_b = make_evidence (articles, 1, FALSE).spans;
  g_ptr_array_set_size (c->reuse, 0);
  g_ptr_array_add (c->reuse, edge);
}

static void
add_framing (PlxComparison *c)
{
  PlxNaming *naming = g_new0 (PlxNaming, 1);
  PlxNamingForm form = { .text = (char *) "=the Marshal", .n = 3,
                         .spans = g_array_new (FALSE, FALSE, sizeof (PlxSpan)) };
  PlxOverusedWord *word = g_new0 (PlxOverusedWord, 1);

  *naming = (PlxNaming) { .entity = (char *) "@Vesk",
                          .forms = g_array_new (FALSE, TRUE, sizeof (PlxNamingForm)),
                          .verbs = g_strdupv ((char *[]) { "say", "claim", NULL }) };
  g_array_append_val (naming->forms, form);
  g_ptr_array_add (c->naming, naming);
  *word = (PlxOverusedWord) { 0, (char *) "-heroic", 4.25, NULL, 0 };
  g_ptr_array_add (c->words, word);
}

/* Of the same articles, for everything beside the matrix. */
static PlxComparison *
compare (const PlxReportArticle *articles, guint n)
{
  g_autofree PlxComparisonArticle *list = g_new0 (PlxComparisonArticle, n + 1);
  PlxComparison *c;

  for (guint i = 0; i < n; i++)
    list[i] = (PlxComparisonArticle) { g_strdup_printf ("%u", i + 1), articles[i].source, NULL,
                                       articles[i].published, articles[i].analysis };
  c = plx_compare (list, n, NULL, NULL, NULL, NULL);
  g_ptr_array_set_size (c->copies, 0);
  g_ptr_array_set_size (c->findings, 0);
  g_ptr_array_set_size (c->course->claims, 0);
  c->course->n_claims = 0;
  return c;
}

static PlxComparison *
make_comparison (const PlxReportArticle *articles, guint n_claims, guint n_articles)
{
  PlxComparison *c = compare (articles, n_articles);

  c->columns = g_ptr_array_new ();
  c->claims = g_ptr_array_new ();
  for (guint j = 0; j <= n_articles; j++)
    {
      PlxColumn *column = g_new0 (PlxColumn, 1);

      *column = j < n_articles
                ? (PlxColumn) { g_utf8_make_valid (articles[j].source, -1),
                                g_strdup_printf ("%u", j + 1), (gint) j, -1 }
                : (PlxColumn) { (char *) "Rodong Sinmun", NULL, -1, 0 };
      g_ptr_array_add (c->columns, column);
    }
  for (guint i = 0; i < n_claims; i++)
    {
      PlxClaim *claim = g_new0 (PlxClaim, 1);

      *claim = (PlxClaim) { .id = g_strdup_printf ("c%u", i + 1),
                            .key = g_strdup_printf ("k%u", i + 1),
                            .statement = g_utf8_make_valid (get_text (i), -1),
                            .origins = 1 + i % 5,
                            .salience_01 = i % 97 / 97.0,
                            .disagreement_01 = i % 10 / 10.0,
                            .order = i };
      g_ptr_array_add (c->claims, claim);
    }
  c->cells = g_new0 (PlxCell, (gsize) n_claims * c->columns->len);
  for (guint i = 0; i < n_claims; i++)
    for (guint j = 0; j < c->columns->len; j++)
      fill_cell (c, articles, i, j);
  add_framing (c);
  add_course (c);
  add_reuse (c, articles);
  return c;
}

/* What a person did to the first rows, and what stands in the matrix no more. */
static PlxReportWork *
make_work (guint n_claims)
{
  static const char *const keys[] = { "k90", "k91", NULL };
  static const char *const merged[] = { "=a first part", "<b>a second part</b>", NULL };
  PlxReportWork *work = g_new0 (PlxReportWork, n_claims + 4);

  work[0].is_added = TRUE;
  work[1].original = "=as the program worded it";
  work[2].merged_keys = keys;
  work[2].merged = merged;
  work[3].is_added = TRUE;
  work[3].split_from = "-the row it came from";
  return work;
}

static const PlxReportAside aside[] = {
  { PLX_REPORT_DROPPED, "k95", "=a dropped claim", "<not> a claim", NULL, NULL, 0, "Änne",
    "2031-05-15T10:00:00Z" },
  { PLX_REPORT_CLAIM_GONE, "k96", "@a claim gone", NULL, NULL, "its words", 3 },
  { PLX_REPORT_COLUMN_GONE, "k97", "a claim whose source is gone", NULL, "=Old Paper", NULL, 1 },
};

/* What is made up lives until the end; what a writer forgets to free is a fault. */
static void
watch_leaks (gboolean watch G_GNUC_UNUSED)
{
#ifdef __SANITIZE_ADDRESS__
  if (watch)
    __lsan_enable ();
  else
    __lsan_disable ();
#endif
}

static gboolean
write_sample (const char *format, const PlxReport *report, const char *path, GError **error)
{
  if (g_str_equal (format, "xlsx"))
    return plx_report_write_xlsx (report, path, NULL, NULL, error);
  if (g_str_equal (format, "html"))
    return plx_report_write_html (report, path, NULL, NULL, error);
  if (g_str_equal (format, "csv"))
    return plx_report_write_matrix_csv (report, path, NULL, error);
  if (g_str_equal (format, "json"))
    return plx_report_write_matrix_json (report, path, NULL, error);
  if (g_str_equal (format, "pdf"))
    return plx_report_write_pdf (report, path, NULL, NULL, error);
  return plx_report_write_summary (
    report, g_str_equal (format, "md") ? PLX_SUMMARY_MARKDOWN : PLX_SUMMARY_PLAIN, path, error);
}

int
main (int argc, char **argv)
{
  guint n_claims = argc > 4 ? (guint) atoi (argv[3]) : 60;
  guint n_articles = argc > 4 ? (guint) atoi (argv[4]) : 12;
  g_autofree PlxReportArticle *articles = g_new0 (PlxReportArticle, n_articles + 1);
  PlxReportVerdict verdict = { 0, 1, PLX_CELL_LEFT_OUT, 0.7, "=not in print either", "Änne",
                               "2031-05-16T08:00:00Z" };
  PlxReportStory story = { "Vesk–Lian <summit>", 0, n_articles, NULL, &verdict, 1, NULL,
                           aside, G_N_ELEMENTS (aside) };
  PlxReport report = { "Vesk–Lian <summit>", "=Änne", "2031-05-16T08:30:00Z", "Parallax test",
                       articles, n_articles, &story, 1 };
  g_autoptr (GError) error = NULL;
  gint64 begun;

  if (argc < 3 || n_articles < 2 || n_claims == 0)
    return 2;
  if (argc < 5 || argc > 5)
    long_text = g_strnfill (argc > 5 ? (gsize) atoi (argv[5]) : 40000, 'x');
  every = argc > 5 ? 1 : 50;
  watch_leaks (FALSE);
  fill_articles (articles, n_articles);
  story.comparison = make_comparison (articles, n_claims, n_articles);
  story.work = make_work (n_claims);
  watch_leaks (TRUE);
  begun = g_get_monotonic_time ();
  if (!write_sample (argv[1], &report, argv[2], &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  g_printerr ("%.2f s\n", (double) (g_get_monotonic_time () - begun) / G_USEC_PER_SEC);
  return 0;
}
