/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export-fixture.h"

#include <string.h>

static const char english[] =
  "President Ilya Vesk of Norland told Prime Minister Mara Lian on Tuesday that his country was willing "
  "to freeze tests of medium-range missiles, the Saranian News Agency reported.\n"
  "The agency said Vesk thanked Sarania for 40,000 tonnes of wheat delivered after last year's floods, and "
  "quoted him as saying that \"the freeze depends on a halt to the exercises in the Gulf\". Lian praised the "
  "advancement of relations between the two neighbours and described the friendship as indispensable.\n"
  "Notably, the agency omitted any mention of discussions about the Tarn Peninsula, which Norland state "
  "television had reported. According to the broadcaster, Lian warned Vesk that further deliveries of wheat "
  "would depend on restraint.\n"
  "The talks in Veskgrad lasted three hours. The two leaders signed an agreement on a railway bridge across "
  "the Tarn river that is to be finished within four years; the Saranian side spoke of five years. Vesk will "
  "visit Sarania in the autumn.\n"
  "Vesk's visit, which began on Monday and ended on the afternoon of Thursday, was the longest on record, "
  "lasting five days. The agency described the five-day visit as historic.\n";
static const char korean[] =
  "베스크 대통령은 화요일 리안 총리와의 회담에서 중거리 미사일 시험을 동결할 의사가 있다고 밝혔다고 사라니아 통신이 보도했다.\n"
  "통신은 베스크 대통령이 지난해 홍수 이후 밀 3만 톤을 보내 준 데 대해 감사를 표했다고 전했다. 두 정상은 철도 다리 건설 협정에 서명하였다.\n";
static const char chinese[] =
  "萨拉尼亚通讯社周二报道，诺兰总统维斯克在会谈中对总理利安表示，愿意冻结中程导弹试验。报道没有提及塔恩半岛问题。\n"
  "通讯社称，维斯克感谢萨拉尼亚在去年洪灾之后提供的四万吨小麦。两位领导人签署了关于跨越塔恩河的铁路桥的协议，该桥将在四年之内建成。\n";
static const char arabic[] =
  "قال الرئيس فيسك يوم الثلاثاء إن بلاده مستعدة لتجميد تجارب الصواريخ المتوسطة المدى، بحسب ما ذكرته وكالة أنباء سارانيا بعد المحادثات.\n"
  "وأضافت الوكالة أن الرئيس شكر سارانيا على أربعين ألف طن من القمح (SNA 2031) بعد فيضانات العام الماضي.\n";

/* Sentences, so that the graph has something to quote. */
static void
split_sentences (PlxAnalysis *a)
{
  PlxSpan span = { 0, 0 };

  for (guint32 i = 0; i < a->n_bytes; i++)
    if (a->text[i] == '\n')
      {
        span.end = i;
        g_array_append_val (a->sentences, span);
        span.begin = i + 1;
      }
}

guint
export_fixture_add_article (ExportFixture *self, const char *source, const char *title,
                            const char *language, const char *text)
{
  PlxAnalysis *a = plx_analysis_new ("t", text, -1);
  PlxReportArticle article = { .id = self->articles->len + 1, .source = source, .title = title,
                               .language = language, .sha256 = "00ff", .analysis = a };

  g_free (a->language);
  a->language = g_strdup (language);
  split_sentences (a);
  article.marks = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_mark_free);
  g_ptr_array_add (self->analyses, a);
  g_array_append_val (self->articles, article);
  return self->articles->len - 1;
}

static PlxSpan
find (const PlxAnalysis *a, const char *words)
{
  const char *at = strstr (a->text, words);

  g_assert_nonnull (at);
  return (PlxSpan) { (guint32) (at - a->text), (guint32) (at - a->text) + (guint32) strlen (words) };
}

PlxMark *
export_fixture_mark (ExportFixture *self, guint article, PlxMarkLayer layer, const char *label,
                     const char *words, const char *title)
{
  PlxReportArticle *a = &g_array_index (self->articles, PlxReportArticle, article);
  PlxMark *mark = g_new0 (PlxMark, 1);

  mark->key = g_strdup_printf ("k%u", a->marks->len);
  mark->layer = layer;
  mark->label = g_strdup (label);
  mark->title = g_strdup (title);
  mark->item = mark->local_entity = -1;
  mark->confidence_01 = 0.8f;
  mark->why = g_strdup ("by hand");
  mark->state = a->marks->len % 2 == 0 ? PLX_MARK_ACCEPTED : PLX_MARK_SUGGESTED;
  if (mark->state == PLX_MARK_ACCEPTED)
    {
      mark->author = g_strdup ("Änne 분석");
      mark->decided = g_strdup ("2031-05-16T08:30:00Z");
    }
  g_ptr_array_add (a->marks, mark);
  if (words != NULL)
    export_fixture_add_span (self, article, mark, words);
  return mark;
}

void
export_fixture_add_span (ExportFixture *self, guint article, PlxMark *mark, const char *words)
{
  mark->spans = g_renew (PlxSpan, mark->spans, mark->n_spans + 1);
  mark->spans[mark->n_spans++] = find (g_ptr_array_index (self->analyses, article), words);
  qsort (mark->spans, mark->n_spans, sizeof (PlxSpan), plx_span_compare);
}

void
export_fixture_seal (ExportFixture *self)
{
  for (guint i = 0; i < self->articles->len; i++)
    g_ptr_array_sort (g_array_index (self->articles, PlxReportArticle, i).marks, plx_mark_compare);
  self->report.articles = (const PlxReportArticle *) (gpointer) self->articles->data;
  self->report.n_articles = self->articles->len;
}

/* Every place of @words. */
static void
mark_all (ExportFixture *self, guint article, const char *label, const char *words,
          const char *title)
{
  const PlxAnalysis *a = g_ptr_array_index (self->analyses, article);

  for (const char *at = strstr (a->text, words); at != NULL; at = strstr (at + 1, words))
    {
      PlxMark *mark = export_fixture_mark (self, article, PLX_MARK_NAME, label, words, title);
      guint32 begin = (guint32) (at - a->text);

      mark->spans[0] = (PlxSpan) { begin, begin + (guint32) strlen (words) };
    }
}

static void
say (ExportFixture *self, guint article, const char *words, const char *verb, const char *chain)
{
  PlxMark *mark = export_fixture_mark (self, article, PLX_MARK_STATEMENT, "indirect", words, verb);

  mark->chain = g_strdup (chain);
}

static void
fill_english (ExportFixture *self)
{
  PlxMark *mark;

  export_fixture_add_article (self, "The Harbour Times",
                              "Vesk offers Lian a freeze of missile tests", "en", english);
  mark_all (self, 0, "person", "Vesk ", "Ilya Vesk");
  mark_all (self, 0, "person", "Mara Lian", "Mara Lian");
  mark_all (self, 0, "state", "Sarania ", "Sarania");
  mark_all (self, 0, "state", "Norland", "Norland");
  mark_all (self, 0, "media", "the Saranian News Agency", "Saranian News Agency");
  mark_all (self, 0, "media", "The agency", "Saranian News Agency");
  mark_all (self, 0, "media", "Norland state television", "Norland state television");
  mark_all (self, 0, "place", "Veskgrad", "Veskgrad");
  mark_all (self, 0, "place", "Tarn Peninsula", "Tarn Peninsula");
  mark_all (self, 0, "organisation", "The two leaders", "The two leaders");
  mark_all (self, 0, "commemoration", "exercises in the Gulf", "Gulf exercises");
  say (self, 0, "his country was willing to freeze tests of medium-range missiles", "told",
       "Saranian News Agency ▸ Ilya Vesk");
  say (self, 0, "thanked Sarania for 40,000 tonnes of wheat delivered after last year's floods",
       "thanked", "Saranian News Agency ▸ Ilya Vesk");
  say (self, 0, "\"the freeze depends on a halt to the exercises in the Gulf\"", "saying",
       "Saranian News Agency ▸ Ilya Vesk");
  say (self, 0, "the advancement of relations between the two neighbours", "praised",
       "(Saranian News Agency) ▸ Mara Lian");
  say (self, 0, "further deliveries of wheat would depend on restraint", "warned",
       "Norland state television ▸ Mara Lian");
  say (self, 0, "The talks in Veskgrad lasted three hours.", "", "");
  mark = export_fixture_mark (self, 0, PLX_MARK_OMISSION, "omission",
                              "discussions about the Tarn Peninsula", "omitted");
  mark->note = g_strdup ("Compare with the broadcaster's own text");
  export_fixture_mark (self, 0, PLX_MARK_TIME, "DATE", "Tuesday", "XXXX-WXX-2");
  export_fixture_mark (self, 0, PLX_MARK_TIME, "DATE", "the afternoon of Thursday",
                       "XXXX-WXX-4TAF");
  export_fixture_mark (self, 0, PLX_MARK_QUANTITY, "quantity", "40,000 tonnes", "40,000 tonnes");
  export_fixture_mark (self, 0, PLX_MARK_EVENT, "visit", "visit Sarania", "visit");
  mark = export_fixture_mark (
      self, 0, PLX_MARK_FINDING, "duration",
      "began on Monday and ended on the afternoon of Thursday",
      "Monday to Thursday is four days, counted inclusively; the text says five, twice");
  export_fixture_add_span (self, 0, mark, "lasting five days");
  export_fixture_add_span (self, 0, mark, "five-day visit");
  mark = export_fixture_mark (self, 0, PLX_MARK_HAND, "product", "railway bridge", "Tarn bridge");
  mark->note = g_strdup ("Marked by hand");
  mark = export_fixture_mark (self, 0, PLX_MARK_NAME, "person", "historic", "Not a name");
  mark->state = PLX_MARK_REJECTED;
}

static void
fill_others (ExportFixture *self)
{
  export_fixture_add_article (self, "남해일보", "베스크, 미사일 시험 동결 의사 밝혀", "ko", korean);
  mark_all (self, 1, "person", "베스크 대통령", "베스크");
  mark_all (self, 1, "media", "사라니아 통신", "사라니아 통신");
  say (self, 1, "중거리 미사일 시험을 동결할 의사가 있다", "밝혔다", "사라니아 통신 ▸ 베스크");
  export_fixture_mark (self, 1, PLX_MARK_QUANTITY, "quantity", "3만 톤", "3만 톤");
  export_fixture_add_article (self, "东港日报", "维斯克愿冻结导弹试验", "zh", chinese);
  mark_all (self, 2, "person", "维斯克", "维斯克");
  mark_all (self, 2, "media", "萨拉尼亚通讯社", "萨拉尼亚通讯社");
  mark_all (self, 2, "place", "塔恩半岛", "塔恩半岛");
  say (self, 2, "愿意冻结中程导弹试验", "表示", "萨拉尼亚通讯社 ▸ 维斯克");
  say (self, 2, "该桥将在四年之内建成", "", "");
  export_fixture_add_article (self, "صحيفة المرفأ", NULL, "ar", arabic);
  mark_all (self, 3, "person", "الرئيس فيسك", "فيسك");
  mark_all (self, 3, "media", "وكالة أنباء سارانيا", "وكالة أنباء سارانيا");
  say (self, 3, "بلاده مستعدة لتجميد تجارب الصواريخ المتوسطة المدى", "قال",
       "وكالة أنباء سارانيا ▸ فيسك");
  export_fixture_mark (self, 3, PLX_MARK_QUANTITY, "quantity", "أربعين ألف طن من القمح (SNA 2031)",
                       "40000");
}

static void
free_column (gpointer data)
{
  PlxColumn *column = data;

  g_free (column->name);
  g_free (column->article_id);
  g_free (column);
}

static void
free_claim (gpointer data)
{
  PlxClaim *claim = data;

  g_free (claim->id);
  g_free (claim->statement);
  g_free (claim);
}

static PlxEvidence
evidence (ExportFixture *self, gint article, const char *words, const char *differing)
{
  PlxEvidence e = { .article = article, .n_spans = 1, .spans = g_new0 (PlxSpan, 1) };

  e.spans[0] = find (g_ptr_array_index (self->analyses, article), words);
  if (differing != NULL)
    {
      const PlxAnalysis *a = g_ptr_array_index (self->analyses, article);
      const char *at = strstr (a->text + e.spans[0].begin, differing);

      e.differing = g_new0 (PlxSpan, 1);
      e.differing[0].begin = (guint32) (at - a->text);
      e.differing[0].end = e.differing[0].begin + (guint32) strlen (differing);
      e.n_differing = 1;
    }
  return e;
}

static PlxCell *
set_cell (ExportFixture *self, guint claim, guint column, PlxCellStatus status, const char *words,
          const char *differing, const char *brief)
{
  PlxCell *cell = plx_comparison_get_cell (self->comparison, claim, column);

  cell->status = status;
  cell->brief = g_strdup (brief);
  if (words != NULL)
    cell->evidence = evidence (self, (gint) MIN (column, 3), words, differing);
  return cell;
}

static void
fill_comparison (ExportFixture *self)
{
  static const char *const claims[] = { "Vesk was willing to freeze tests of medium-range missiles",
                                        "Sarania delivered 40,000 tonnes of wheat after the floods",
                                        "Discussions touched on the Tarn Peninsula" };
  PlxComparison *c = g_new0 (PlxComparison, 1);
  PlxCell *cell;

  self->comparison = c;
  g_atomic_ref_count_init (&c->refs);
  c->n_articles = 4;
  c->columns = g_ptr_array_new_with_free_func (free_column);
  c->claims = g_ptr_array_new_with_free_func (free_claim);
  c->findings = g_ptr_array_new ();
  for (guint i = 0; i < 5; i++)
    {
      PlxColumn *column = g_new0 (PlxColumn, 1);

      column->name = g_strdup (i < 4 ? g_array_index (self->articles, PlxReportArticle, i).source
                                     : "Norland state television");
      column->article = i < 4 ? (gint) i : -1;
      column->via_article = i < 4 ? -1 : 0;
      g_ptr_array_add (c->columns, column);
    }
  for (guint i = 0; i < G_N_ELEMENTS (claims); i++)
    {
      PlxClaim *claim = g_new0 (PlxClaim, 1);

      claim->id = g_strdup_printf ("c%u", i + 1);
      claim->statement = g_strdup (claims[i]);
      claim->origins = i + 1;
      claim->order = i;
      claim->disagreement_01 = i == 1 ? 0.9 : 0.1;
      g_ptr_array_add (c->claims, claim);
    }
  c->cells = g_new0 (PlxCell, c->claims->len * c->columns->len);
  cell = set_cell (self, 0, 0, PLX_CELL_REPORTED,
                   "willing to freeze tests of medium-range missiles", NULL, "via SNA");
  cell->via = g_strdupv ((char *[]) { "Saranian News Agency", "Ilya Vesk", NULL });
  set_cell (self, 0, 1, PLX_CELL_REPORTED, "중거리 미사일 시험을 동결할 의사가 있다", NULL, NULL);
  set_cell (self, 0, 2, PLX_CELL_REPORTED, "愿意冻结中程导弹试验", NULL, NULL);
  set_cell (self, 0, 3, PLX_CELL_REPORTED, "بلاده مستعدة لتجميد تجارب الصواريخ المتوسطة المدى",
            NULL, NULL);
  set_cell (self, 1, 0, PLX_CELL_REPORTED, "40,000 tonnes of wheat delivered", NULL, NULL);
  set_cell (self, 1, 1, PLX_CELL_CONTRADICTED, "지난해 홍수 이후 밀 3만 톤을 보내 준 데", "3만 톤", "3만 톤");
  set_cell (self, 1, 2, PLX_CELL_DIFFERS, "四万吨小麦", "四万吨", "四万吨");
  cell = set_cell (self, 2, 1, PLX_CELL_NOT_FOUND, NULL, NULL, NULL);
  cell->record = g_new0 (PlxSearchRecord, 1);
  cell->record->n_articles = 1;
  cell->record->terms = g_strdupv ((char *[]) { "peninsula", "discussions", NULL });
  cell->record->names = g_strdupv ((char *[]) { "Tarn", "타른", NULL });
  cell->record->nearest = evidence (self, 1, "두 정상은 철도 다리 건설 협정에 서명하였다", NULL);
  cell->record->nearest_01 = 0.34;
  cell->record->needed_01 = 0.62;
  set_cell (self, 2, 2, PLX_CELL_LEFT_OUT, "报道没有提及塔恩半岛问题", NULL, NULL);
  set_cell (self, 2, 4, PLX_CELL_REPORTED, NULL, NULL, NULL)->evidence
    = evidence (self, 0, "discussions about the Tarn Peninsula", NULL);
  self->verdict = (PlxReportVerdict){
    2, 1, PLX_CELL_LEFT_OUT, 0.7, "Not in the print edition either", "Änne"
  };
  self->story = (PlxReportStory) { "Vesk–Lian summit", 0, 4, c, &self->verdict, 1 };
  self->report.stories = &self->story;
  self->report.n_stories = 1;
}

static gint32
add_entity (PlxAnalysis *a, const char *name, PlxEntityKind kind)
{
  PlxEntity entity = { .kind = kind, .name = plx_analysis_intern (a, name), .owner = -1 };
  PlxMention mention
      = { .span = find (a, name), .kind = kind, .entity = (gint32) a->entities->len };

  g_array_append_val (a->entities, entity);
  g_array_append_val (a->mentions, mention);
  g_array_sort (a->mentions, plx_span_compare);
  return mention.entity;
}

static void
fill_graph (ExportFixture *self)
{
  PlxAnalysis *a = g_ptr_array_index (self->analyses, 0);
  PlxGraphArticle article = { .article = 1, .source = "The Harbour Times", .analysis = a };
  gint32 vesk = add_entity (a, "Ilya Vesk", PLX_ENTITY_PERSON),
         lian = add_entity (a, "Mara Lian", PLX_ENTITY_PERSON);
  gint32 norland = add_entity (a, "Norland", PLX_ENTITY_STATE);
  PlxRelation met
      = { .from = vesk, .to = lian, .kind = plx_analysis_intern (a, "met"), .statement = -1 };
  PlxRelation leads = {
    .from = vesk, .to = norland, .kind = plx_analysis_intern (a, "leader of"), .statement = -1
  };
  PlxSpan first = *PLX_SENTENCE (a, 0);

  met.spans = leads.spans = plx_analysis_add_spans (a, &first, 1);
  g_array_append_val (a->relations, met);
  g_array_append_val (a->relations, leads);
  self->graph = plx_graph_build (&article, 1, NULL, NULL);
  self->report.graph = self->graph;
}

static ExportFixture *
fixture_new_empty (void)
{
  ExportFixture *self = g_new0 (ExportFixture, 1);

  self->analyses = g_ptr_array_new_with_free_func ((GDestroyNotify) plx_analysis_unref);
  self->articles = g_array_new (FALSE, TRUE, sizeof (PlxReportArticle));
  self->report.title = "Vesk–Lian summit";
  self->report.author = "Änne Analyst";
  self->report.date = "2031-05-17T12:00:00Z";
  self->report.program = "Parallax 0.1.0";
  return self;
}

ExportFixture *
export_fixture_new (void)
{
  ExportFixture *self = fixture_new_empty ();

  fill_english (self);
  fill_others (self);
  export_fixture_seal (self);
  fill_comparison (self);
  fill_graph (self);
  return self;
}

ExportFixture *
export_fixture_new_long (guint n_paragraphs)
{
  ExportFixture *self = fixture_new_empty ();
  g_autoptr (GString) text = g_string_new (NULL);
  const PlxAnalysis *a;

  for (guint i = 0; i < n_paragraphs; i++)
    g_string_append (text, english);
  export_fixture_add_article (self, "The Harbour Times", "Long", "en", text->str);
  mark_all (self, 0, "person", "Vesk", "Ilya Vesk");
  mark_all (self, 0, "state", "Sarania", "Sarania");
  mark_all (self, 0, "media", "agency", "Saranian News Agency");
  a = g_ptr_array_index (self->analyses, 0);
  for (const char *at = a->text; (at = strstr (at, "his country")) != NULL; at++)
    {
      PlxMark *mark
          = export_fixture_mark (self, 0, PLX_MARK_STATEMENT, "indirect", "his country", "told");
      guint32 begin = (guint32) (at - a->text);

      mark->spans[0] = (PlxSpan) { begin, begin + 64 };
      mark->chain = g_strdup ("Saranian News Agency ▸ Ilya Vesk");
    }
  export_fixture_seal (self);
  return self;
}

static void
clear_evidence (PlxEvidence *e)
{
  g_free (e->spans);
  g_free (e->differing);
}

static void
free_comparison (PlxComparison *c)
{
  for (guint i = 0; i < c->claims->len * c->columns->len; i++)
    {
      PlxCell *cell = &c->cells[i];

      clear_evidence (&cell->evidence);
      g_strfreev (cell->via);
      g_free (cell->brief);
      if (cell->record == NULL)
        continue;
      g_strfreev (cell->record->terms);
      g_strfreev (cell->record->names);
      clear_evidence (&cell->record->nearest);
      g_free (cell->record);
    }
  g_free (c->cells);
  g_ptr_array_unref (c->columns);
  g_ptr_array_unref (c->claims);
  g_ptr_array_unref (c->findings);
  g_free (c);
}

void
export_fixture_free (ExportFixture *self)
{
  for (guint i = 0; i < self->articles->len; i++)
    g_ptr_array_unref (g_array_index (self->articles, PlxReportArticle, i).marks);
  g_array_unref (self->articles);
  g_clear_pointer (&self->graph, plx_graph_unref);
  if (self->comparison != NULL)
    free_comparison (self->comparison);
  g_ptr_array_unref (self->analyses);
  g_free (self);
}
