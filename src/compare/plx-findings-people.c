/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-compare-private.h"

#include "compare/plx-tuning.h"
#include "compare/plx-word-stream.h"

#include <string.h>

/* What the careful reader sees about people between articles: another age,
 * another title of the same rank, another spelling, and one quotation that two
 * people are said to have spoken. */

/* What one article says of a member of the cast. */
typedef struct {
  guint article;
  PlxSpan span;         // the words that say it
  PlxSpan around;       // with the name
  char *value;
} Telling;

static void
telling_clear (gpointer data)
{
  g_free (((Telling *) data)->value);
}

static void
set_place (PlxEvidence *place, guint article, PlxSpan span, PlxSpan differing)
{
  place->article = (gint) article;
  place->statement = -1;
  place->spans = g_memdup2 (&span, sizeof span);
  place->n_spans = 1;
  place->differing = g_memdup2 (&differing, sizeof differing);
  place->n_differing = 1;
}

/* Takes @message. */
static void
add_finding (PlxCompareJob *job, PlxFindingKind kind, char *message, const Telling *a,
             const Telling *b)
{
  PlxComparisonFinding *finding = g_new0 (PlxComparisonFinding, 1);

  finding->kind = kind;
  finding->claim = -1;
  finding->message = message;
  set_place (&finding->places[0], a->article, a->around, a->span);
  set_place (&finding->places[1], b->article, b->around, b->span);
  g_ptr_array_add (job->out->findings, finding);
}

/* The tellings of each member: GArray of Telling, NULL: none. */
static GArray **
tellings_new (const PlxCompareJob *job)
{
  return g_new0 (GArray *, job->cast->members->len + 1);
}

static void
tellings_free (const PlxCompareJob *job, GArray **tellings)
{
  for (guint m = 0; m < job->cast->members->len; m++)
    g_clear_pointer (&tellings[m], g_array_unref);
  g_free (tellings);
}

static void
tell (GArray **tellings, gint member, Telling telling)
{
  if (tellings[member] == NULL)
    {
      tellings[member] = g_array_new (FALSE, FALSE, sizeof (Telling));
      g_array_set_clear_func (tellings[member], telling_clear);
    }
  g_array_append_val (tellings[member], telling);
}

/* Whether an article says @value too: then it contradicts nobody. */
static gboolean
tells (const GArray *tellings, guint article, const char *value)
{
  for (guint i = 0; i < tellings->len; i++)
    if (g_array_index (tellings, Telling, i).article == article
        && strcmp (g_array_index (tellings, Telling, i).value, value) == 0)
      return TRUE;
  return FALSE;
}

typedef gboolean (*ApartFunc) (const PlxCompareJob *job, const char *a, const char *b);

/* @what: "age". The first telling against each later one that cannot be true with it; every
 * pair of values once. */
static void
compare_tellings (PlxCompareJob *job, GArray **tellings, PlxFindingKind kind, ApartFunc are_apart,
                  const char *what)
{
  for (guint m = 0; m < job->cast->members->len; m++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
      const Telling *first;

      if (tellings[m] == NULL)
        continue;
      first = &g_array_index (tellings[m], Telling, 0);
      g_hash_table_add (seen, first->value);
      for (guint i = 1; i < tellings[m]->len; i++)
        {
          const Telling *other = &g_array_index (tellings[m], Telling, i);

          if (other->article != first->article && are_apart (job, first->value, other->value)
              && !tells (tellings[m], first->article, other->value)
              && !tells (tellings[m], other->article, first->value)
              && g_hash_table_add (seen, other->value))
            add_finding (job, kind,
                         g_strdup_printf ("The %s of %s: “%s” in %s, “%s” in %s", what,
                                          plx_cast_get (job->cast, (gint) m)->name, first->value,
                                          plx_column_name (job, (gint) first->article),
                                          other->value,
                                          plx_column_name (job, (gint) other->article)),
                         first, other);
        }
    }
}

/* "Reed, 47," "Reed (47)" "Reed, aged 47" behind the name, "47-year-old Reed"
 * and "47-year-old farmer Tom Reed" before it. */
static const char behind_pattern[] = "^(?:, (?:aged? )?| \\()(1?[0-9]{1,2})(?=[,.)]|$| years old)";
static const char before_pattern[] =
  "(1?[0-9]{1,2})[- ]years?[- ]old (?:[\\p{L}-]+ ){0,3}$";

static gboolean
find_age (GRegex *regex, const PlxAnalysis *analysis, PlxSpan window, PlxSpan *age)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *text = plx_analysis_dup_span (analysis, window);
  int begin, end;

  if (!g_regex_match (regex, text, 0, &match) || !g_match_info_fetch_pos (match, 1, &begin, &end))
    return FALSE;
  *age = (PlxSpan) { window.begin + (guint32) begin, window.begin + (guint32) end };
  return TRUE;
}

/* Up to 48 bytes beside a span, on code point boundaries. */
static PlxSpan
beside (const PlxAnalysis *analysis, PlxSpan span, gboolean before)
{
  PlxSpan window;

  if (before)
    {
      window = (PlxSpan) { span.begin > 48 ? span.begin - 48 : 0, span.begin };
      while (window.begin < window.end && (analysis->text[window.begin] & 0xc0) == 0x80)
        window.begin++;
      return window;
    }
  window = (PlxSpan) { span.end, MIN (span.end + 48, analysis->n_bytes) };
  while (window.end > window.begin && window.end < analysis->n_bytes
         && (analysis->text[window.end] & 0xc0) == 0x80)
    window.end--;
  return window;
}

static gboolean
are_other_ages (const PlxCompareJob *job, const char *a, const char *b)
{
  return strcmp (a, b) != 0;
}

static void
compare_ages (PlxCompareJob *job)
{
  g_autoptr (GRegex) behind = g_regex_new (behind_pattern, G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GRegex) before = g_regex_new (before_pattern, G_REGEX_OPTIMIZE, 0, NULL);
  GArray **ages = tellings_new (job);

  for (guint a = 0; a < job->n_articles; a++)
    {
      const PlxAnalysis *analysis = job->articles[a].analysis;

      for (guint i = 0; i < analysis->mentions->len; i++)
        {
          const PlxMention *mention = PLX_MENTION (analysis, i);
          gint member = plx_cast_find (job->cast, analysis, a, mention->entity);
          PlxSpan age, name = mention->span;

          if (member < 0 || mention->form != PLX_FORM_NAME || mention->kind != PLX_ENTITY_PERSON)
            continue;
          if (find_age (behind, analysis, beside (analysis, name, FALSE), &age)
              || find_age (before, analysis, beside (analysis, name, TRUE), &age))
            tell (ages, member,
                  (Telling) { a, age, { MIN (name.begin, age.begin), MAX (name.end, age.end) },
                              plx_analysis_dup_span (analysis, age) });
        }
    }
  compare_tellings (job, ages, PLX_FINDING_NUMBER, are_other_ages, "age");
  tellings_free (job, ages);
}

static char *
group_word (const PlxCompareJob *job, char **words, const char *group)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_strcmp0 (plx_framing_lists_title (job->framing_lists, words[i]), group) == 0)
      return words[i];
  return NULL;
}

/* "deputy minister" and "minister", "Captain" and "Major", "foreign minister"
 * and "defence minister": the same but for one word of a group. */
static gboolean
are_titles_apart (const PlxCompareJob *job, const char *a, const char *b)
{
  static const char *const groups[] = { "lesser", "rank", "portfolio" };
  g_auto (GStrv) one = g_strsplit_set (a, " -", -1), other = g_strsplit_set (b, " -", -1);

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      const char *x = group_word (job, one, groups[i]), *y = group_word (job, other, groups[i]);
      guint n = g_strv_length (one) - (x != NULL), m = g_strv_length (other) - (y != NULL);
      guint n_same = 0;

      if (g_strcmp0 (x, y) == 0 || (i > 0 && (x == NULL || y == NULL)))
        continue;
      for (guint k = 0; one[k] != NULL; k++)
        n_same += one[k] != x && g_strv_contains ((const char * const *) other, one[k]);
      return n_same == n && n == m;
    }
  return FALSE;
}

static void
compare_titles (PlxCompareJob *job)
{
  GArray **titles = tellings_new (job);

  for (guint a = 0; a < job->n_articles; a++)
    {
      const PlxAnalysis *analysis = job->articles[a].analysis;

      for (guint e = 0; e < analysis->entities->len; e++)
        {
          const PlxEntity *entity = PLX_ENTITY (analysis, e);
          gint member = job->cast->member_of[a][e];

          for (guint r = 0; r < entity->roles.n && member >= 0
                            && entity->kind == PLX_ENTITY_PERSON; r++)
            {
              const PlxRole *role = PLX_ROLE (analysis, entity->roles.first + r);
              PlxSpan hull = plx_analysis_hull (analysis, role->spans);

              if (role->title != NULL && role->spans.n > 0)
                tell (titles, member,
                      (Telling) { a, hull, hull, g_utf8_strdown (role->title, -1) });
            }
        }
    }
  compare_tellings (job, titles, PLX_FINDING_TITLE, are_titles_apart, "title");
  tellings_free (job, titles);
}

static guint
letters_apart (const char *a, const char *b)
{
  glong n = 0, m = 0;
  g_autofree gunichar *x = g_utf8_to_ucs4_fast (a, -1, &n), *y = g_utf8_to_ucs4_fast (b, -1, &m);
  g_autofree guint *row = g_new (guint, m + 1);

  for (glong j = 0; j <= m; j++)
    row[j] = (guint) j;
  for (glong i = 1; i <= n; i++)
    {
      guint corner = row[0];

      row[0] = (guint) i;
      for (glong j = 1; j <= m; j++)
        {
          guint above = row[j], change = corner + (x[i - 1] != y[j - 1]);

          row[j] = MIN (change, MIN (above, row[j - 1]) + 1);
          corner = above;
        }
    }
  return row[m];
}

/* Letters alone, without marks and case: "Chérif" and "Cherif" are spelled alike. */
static char *
plain_letters (const char *word)
{
  g_autofree char *parts = g_utf8_normalize (word, -1, G_NORMALIZE_NFKD);
  g_autofree char *folded = g_utf8_casefold (parts != NULL ? parts : word, -1);
  GString *out = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)) && !g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (out, FALSE);
}

/* "recognised" and "recognized": two ways of writing one language. */
static gboolean
is_other_orthography (const char *a, const char *b)
{
  g_autofree char *x = g_strdelimit (g_strdup (a), "z", 's');
  g_autofree char *y = g_strdelimit (g_strdup (b), "z", 's');

  return strcmp (x, y) == 0;
}

/* The same words but one, which is long enough and differs by a letter or two;
 * an end more or less ("Korea", "Korean") is another word. */
static gboolean
are_spelled_apart (const PlxCompareJob *job, const char *a, const char *b)
{
  g_auto (GStrv) one = g_strsplit_set (a, " -", -1), other = g_strsplit_set (b, " -", -1);
  guint n_apart = 0;

  if (g_strv_length (one) != g_strv_length (other))
    return FALSE;
  for (guint i = 0; one[i] != NULL; i++)
    {
      g_autofree char *x = plain_letters (one[i]), *y = plain_letters (other[i]);

      if (strcmp (x, y) == 0)
        continue;
      n_apart++;
      if (MIN (strlen (x), strlen (y)) < 5 || g_str_has_prefix (x, y) || g_str_has_prefix (y, x)
          || is_other_orthography (x, y) || strchr (one[i], '\'') != NULL
          || strchr (other[i], '\'') != NULL || strlen (x) > 64 || strlen (y) > 64
          || letters_apart (x, y) > PLX_SPELLING_MAX_LETTERS)
        return FALSE;
    }
  return n_apart == 1;
}

/* "Argentina" and "Argentine" are two words. */
static gboolean
has_adjective (PlxEntityKind kind)
{
  return kind == PLX_ENTITY_STATE || kind == PLX_ENTITY_NATIONALITY;
}

static void
compare_spellings (PlxCompareJob *job)
{
  GArray **spellings = tellings_new (job);

  for (guint a = 0; a < job->n_articles; a++)
    {
      const PlxAnalysis *analysis = job->articles[a].analysis;

      for (guint i = 0; i < analysis->mentions->len; i++)
        {
          const PlxMention *mention = PLX_MENTION (analysis, i);
          gint member = plx_cast_find (job->cast, analysis, a, mention->entity);

          if (member >= 0 && mention->form == PLX_FORM_NAME && !has_adjective (mention->kind)
              && plx_span_length (mention->span) <= PLX_FORM_MAX_BYTES)
            tell (spellings, member, (Telling) { a, mention->span, mention->span,
                                                 plx_analysis_dup_span (analysis, mention->span) });
        }
    }
  compare_tellings (job, spellings, PLX_FINDING_NAME, are_spelled_apart, "spelling");
  tellings_free (job, spellings);
}

/* Where a run of quoted words was first seen. */
typedef struct {
  guint article;
  gint member;
  PlxSpan span;
} Quoted;

typedef struct {
  PlxCompareJob *job;
  PlxWordNumbers *numbers;
  GHashTable *runs;     // hash of words → Quoted
  GHashTable *told;     // pairs of speakers and articles that were told
} Quoting;

static void
meet_quotation (Quoting *self, const Quoted *first, const Quoted *other)
{
  PlxCompareJob *job = self->job;
  guint64 key = (guint64) first->article << 48 | (guint64) other->article << 32
                | (guint64) (first->member & 0xffff) << 16 | (guint64) (other->member & 0xffff);
  Telling a = { first->article, first->span, first->span, NULL };
  Telling b = { other->article, other->span, other->span, NULL };
  g_autofree char *words = NULL;

  if (!g_hash_table_add (self->told, g_memdup2 (&key, sizeof key)))
    return;
  words = plx_analysis_dup_span (job->articles[first->article].analysis, first->span);
  add_finding (job, PLX_FINDING_NAME,
               g_strdup_printf ("Who said “%s”: %s in %s, %s in %s", words,
                                plx_cast_get (job->cast, first->member)->name,
                                plx_column_name (job, (gint) first->article),
                                plx_cast_get (job->cast, other->member)->name,
                                plx_column_name (job, (gint) other->article)),
               &a, &b);
}

/* "Secy. Hagel" and "Chuck Hagel". */
static gboolean
may_be_one (const PlxCompareJob *job, gint a, gint b)
{
  const char *one = plx_cast_get (job->cast, a)->name, *other = plx_cast_get (job->cast, b)->name;
  const char *x = strrchr (one, ' '), *y = strrchr (other, ' ');

  return a == b || strcmp (x != NULL ? x + 1 : one, y != NULL ? y + 1 : other) == 0;
}

static void
read_quotation (Quoting *self, guint article, gint member, PlxSpan span)
{
  const char *text = self->job->articles[article].analysis->text;
  g_autoptr (GArray) words = plx_word_stream_read (self->numbers, text + span.begin,
                                                   plx_span_length (span));

  for (guint i = 0; i + PLX_QUOTE_WORDS <= words->len; i++)
    {
      Quoted quoted = { article, member, { span.begin, span.begin } };
      guint64 hash = 14695981039346656037u;
      Quoted *first;

      for (guint k = 0; k < PLX_QUOTE_WORDS; k++)
        hash = (hash ^ g_array_index (words, PlxStreamWord, i + k).id) * 1099511628211u;
      quoted.span.begin += g_array_index (words, PlxStreamWord, i).span.begin;
      quoted.span.end += g_array_index (words, PlxStreamWord, i + PLX_QUOTE_WORDS - 1).span.end;
      first = g_hash_table_lookup (self->runs, &hash);
      if (first == NULL)
        g_hash_table_insert (self->runs, g_memdup2 (&hash, sizeof hash),
                             g_memdup2 (&quoted, sizeof quoted));
      else if (first->article != article && !may_be_one (self->job, first->member, member))
        meet_quotation (self, first, &quoted);
    }
}

static guint
sentence_of (const PlxCompareJob *job, guint article, PlxSpan span)
{
  return plx_text_sentence_at (job->index->texts[article], span.begin);
}

/* The person whom the sentence of a quotation names as its speaker, -1: nobody,
 * or "he" or somebody of another sentence, which may be read wrongly. */
static gint
named_speaker (const PlxCompareJob *job, guint article, const PlxStatement *statement)
{
  const PlxAnalysis *analysis = job->articles[article].analysis;
  const PlxLevel *level = PLX_LEVEL (analysis, statement->levels.first + statement->levels.n - 1);
  gint member = plx_cast_find (job->cast, analysis, article, level->entity);
  PlxSpan source = plx_analysis_hull (analysis, level->source);

  if (member < 0 || level->carried || level->source.n == 0
      || plx_cast_get (job->cast, member)->kind != PLX_ENTITY_PERSON
      || sentence_of (job, article, source)
           != sentence_of (job, article, plx_analysis_hull (analysis, statement->content)))
    return -1;
  for (guint i = 0; i < analysis->mentions->len; i++)
    {
      const PlxMention *mention = PLX_MENTION (analysis, i);

      if (mention->span.begin >= source.end)
        break;
      if (mention->form == PLX_FORM_NAME && mention->entity == level->entity
          && plx_span_contains (source, mention->span))
        return member;
    }
  return -1;
}

static void
compare_quotations (PlxCompareJob *job)
{
  Quoting self = { job, plx_word_numbers_new (),
                   g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free),
                   g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL) };

  for (guint a = 0; a < job->n_articles; a++)
    {
      const PlxAnalysis *analysis = job->articles[a].analysis;

      for (guint i = 0; i < analysis->statements->len; i++)
        {
          const PlxStatement *statement = PLX_STATEMENT (analysis, i);
          gint member = -1;

          if (statement->levels.n > 0 && statement->mode == PLX_MODE_DIRECT)
            member = named_speaker (job, a, statement);
          for (guint k = 0; k < statement->content.n && member >= 0; k++)
            read_quotation (&self, a, member,
                            *PLX_SPAN (analysis, statement->content.first + k));
        }
    }
  plx_word_numbers_free (self.numbers);
  g_hash_table_unref (self.runs);
  g_hash_table_unref (self.told);
}

void
plx_people_compare (PlxCompareJob *job)
{
  compare_ages (job);
  compare_titles (job);
  compare_spellings (job);
  compare_quotations (job);
}
