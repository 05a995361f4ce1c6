/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-lexicon.h"

#include "base/plx-data.h"
#include "compare/plx-tuning.h"

#include <string.h>

/* Every list is keyed by lemma: words of the lists go through the same
 * plx_lexicon_lemma() as words of the texts, so that a wrong stem is wrong on
 * both sides and does no harm. That is why frequencies, irregular forms and
 * classes are read before the lists of meanings. */

#define FOLDER "language/en/compare/"

struct _PlxLexicon {
  GStringChunk *chunk;
  GHashTable *zipf;       // word → tenths
  GHashTable *irregular;  // form → lemma
  GHashTable *classes;    // word → PlxWordClass bits
  GHashTable *values;     // word → number of month, weekday or season
  GHashTable *families;   // lemma → id, from 1
  GHashTable *near;       // lemma → GArray of Near
  GHashTable *opposites;  // lemma → GPtrArray of lemmas
  GHashTable *numbers;    // word → PlxNumberWord
  GHashTable *units;      // lemma → PlxUnitWord
  GHashTable *bounds;     // phrase → sign
  guint n_families;
};

typedef struct {
  const char *lemma;
  float sim_01;
} Near;

static const char *
intern (PlxLexicon *self, const char *word)
{
  return g_string_chunk_insert_const (self->chunk, word);
}

static const char *
intern_lemma (PlxLexicon *self, const char *word)
{
  const char *lemma = plx_lexicon_lemma (self, word);

  return intern (self, lemma != NULL ? lemma : word);
}

/* The more frequent of the stems that a suffix may hide, NULL: none known. */
static const char *
best_stem (const PlxLexicon *self, const char *const *stems, guint n_stems)
{
  const char *best = NULL;
  guint best_zipf = 0;

  for (guint i = 0; i < n_stems; i++)
    {
      gpointer key, value;

      if (strlen (stems[i]) > 2
          && g_hash_table_lookup_extended (self->zipf, stems[i], &key, &value)
          && GPOINTER_TO_UINT (value) > best_zipf)
        {
          best = key;
          best_zipf = GPOINTER_TO_UINT (value);
        }
    }
  return best;
}

static gboolean
is_doubled (const char *stem, gsize n)
{
  return n > 3 && stem[n - 1] == stem[n - 2] && strchr ("bdgklmnprt", stem[n - 1]) != NULL;
}

/* "stopped" → stop, "praised" → praise, "lasting" → last */
static const char *
strip_verb (const PlxLexicon *self, const char *word, gsize n_suffix)
{
  gsize n = strlen (word) - n_suffix;
  g_autofree char *plain = g_strndup (word, n);
  g_autofree char *with_e = g_strconcat (plain, "e", NULL);
  g_autofree char *single = g_strndup (word, is_doubled (plain, n) ? n - 1 : n);
  g_autofree char *with_y = n > 1 && plain[n - 1] == 'i' ? g_strdup (plain) : NULL;
  const char *stems[] = { with_e, plain, single, plain };

  if (with_y != NULL)
    {
      with_y[n - 1] = 'y';
      stems[3] = with_y;
    }
  return best_stem (self, stems, G_N_ELEMENTS (stems));
}

static const char *
strip_plural (const PlxLexicon *self, const char *word, gsize n)
{
  g_autofree char *plain = g_strndup (word, n - 1);
  g_autofree char *without_es = g_strndup (word, g_str_has_suffix (word, "es") ? n - 2 : n - 1);
  g_autofree char *with_y = g_strdup (plain);
  const char *stems[] = { plain, without_es, with_y };

  if (g_str_has_suffix (word, "ies") && n > 4)
    {
      with_y[n - 3] = 'y';
      with_y[n - 2] = '\0';
    }
  return best_stem (self, stems, G_N_ELEMENTS (stems));
}

/**
 * plx_lexicon_lemma:
 * @word: lower case
 *
 * Returns: (transfer none) (nullable): the base form, NULL when @word is one
 */
const char *
plx_lexicon_lemma (const PlxLexicon *self, const char *word)
{
  const char *irregular = g_hash_table_lookup (self->irregular, word);
  const char *stem = NULL;
  gsize n = strlen (word);

  if (irregular != NULL)
    return irregular;
  if (n < 4 || (plx_lexicon_classes (self, word) & (PLX_WORD_KEEP | PLX_WORD_STOP)))
    return NULL;
  if (g_str_has_suffix (word, "ing") && n > 5)
    stem = strip_verb (self, word, 3);
  else if (g_str_has_suffix (word, "ed"))
    stem = strip_verb (self, word, 2);
  else if (word[n - 1] == 's' && strchr ("sui", word[n - 2]) == NULL)
    stem = strip_plural (self, word, n);
  return stem;
}

guint
plx_lexicon_classes (const PlxLexicon *self, const char *word)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->classes, word));
}

guint
plx_lexicon_class_value (const PlxLexicon *self, const char *word)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->values, word));
}

double
plx_lexicon_zipf (const PlxLexicon *self, const char *word)
{
  guint tenths = GPOINTER_TO_UINT (g_hash_table_lookup (self->zipf, word));

  return tenths > 0 ? tenths / 10.0 : PLX_ZIPF_UNKNOWN;
}

guint
plx_lexicon_family (const PlxLexicon *self, const char *lemma)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->families, lemma));
}

void
plx_lexicon_near (const PlxLexicon *self, const char *lemma, PlxNearFunc func, gpointer user_data)
{
  GArray *near = g_hash_table_lookup (self->near, lemma);

  for (guint i = 0; near != NULL && i < near->len; i++)
    {
      Near *n = &g_array_index (near, Near, i);

      func (n->lemma, n->sim_01, user_data);
    }
}

gboolean
plx_lexicon_are_opposite (const PlxLexicon *self, const char *a, const char *b)
{
  GPtrArray *opposites = g_hash_table_lookup (self->opposites, a);

  for (guint i = 0; opposites != NULL && i < opposites->len; i++)
    if (strcmp (g_ptr_array_index (opposites, i), b) == 0)
      return TRUE;
  return FALSE;
}

const PlxNumberWord *
plx_lexicon_number (const PlxLexicon *self, const char *word)
{
  return g_hash_table_lookup (self->numbers, word);
}

const PlxUnitWord *
plx_lexicon_unit (const PlxLexicon *self, const char *lemma)
{
  return g_hash_table_lookup (self->units, lemma);
}

char
plx_lexicon_bound (const PlxLexicon *self, const char *phrase)
{
  return (char) GPOINTER_TO_INT (g_hash_table_lookup (self->bounds, phrase));
}

static void
add_near (PlxLexicon *self, const char *a, const char *b, double sim_01)
{
  GArray *near = g_hash_table_lookup (self->near, a);
  Near new = { b, (float) sim_01 };

  if (strcmp (a, b) == 0)
    return;
  if (near == NULL)
    {
      near = g_array_new (FALSE, FALSE, sizeof (Near));
      g_hash_table_insert (self->near, (gpointer) a, near);
    }
  for (guint i = 0; i < near->len; i++)
    if (g_array_index (near, Near, i).lemma == b)
      return;
  g_array_append_val (near, new);
}

static gboolean
read_frequency (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxLexicon *self = user_data;

  if (n_fields >= 2)
    g_hash_table_insert (self->zipf, (gpointer) intern (self, fields[0]),
                         GUINT_TO_POINTER ((guint) g_ascii_strtoull (fields[1], NULL, 10)));
  return TRUE;
}

static gboolean
read_irregular (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxLexicon *self = user_data;

  if (n_fields >= 2)
    g_hash_table_insert (self->irregular, (gpointer) intern (self, fields[0]),
                         (gpointer) intern (self, fields[1]));
  return TRUE;
}

static guint
class_from_nick (const char *nick)
{
  static const struct { const char *nick; PlxWordClass class; } classes[] = {
    { "stop", PLX_WORD_STOP }, { "negation", PLX_WORD_NEGATION }, { "denial", PLX_WORD_DENIAL },
    { "saying", PLX_WORD_SAYING }, { "month", PLX_WORD_MONTH }, { "weekday", PLX_WORD_WEEKDAY },
    { "season", PLX_WORD_SEASON }, { "keep", PLX_WORD_KEEP },
  };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (strcmp (classes[i].nick, nick) == 0)
      return classes[i].class;
  return 0;
}

static gboolean
read_class (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxLexicon *self = user_data;
  const char *word;

  if (n_fields < 2)
    return TRUE;
  word = intern (self, fields[0]);
  g_hash_table_insert (self->classes, (gpointer) word,
                       GUINT_TO_POINTER (plx_lexicon_classes (self, word)
                                         | class_from_nick (fields[1])));
  if (n_fields > 2)
    g_hash_table_insert (self->values, (gpointer) word,
                         GUINT_TO_POINTER ((guint) g_ascii_strtoull (fields[2], NULL, 10)));
  return TRUE;
}

static gboolean
read_family (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxLexicon *self = user_data;

  self->n_families++;
  for (guint i = 0; i < n_fields; i++)
    g_hash_table_insert (self->families, (gpointer) intern_lemma (self, fields[i]),
                         GUINT_TO_POINTER (self->n_families));
  return TRUE;
}

static gboolean
read_synonyms (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxLexicon *self = user_data;

  for (guint i = 0; i < n_fields; i++)
    for (guint j = 0; j < n_fields; j++)
      if (i != j)
        add_near (self, intern_lemma (self, fields[i]), intern_lemma (self, fields[j]),
                  PLX_SIM_SYNONYM);
  return TRUE;
}

static gboolean
read_kinds (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxLexicon *self = user_data;
  const char *word = intern_lemma (self, fields[0]);

  for (guint i = 1; i < n_fields; i++)
    {
      const char *kind = intern_lemma (self, fields[i]);

      add_near (self, word, kind, PLX_SIM_KIND);
      add_near (self, kind, word, PLX_SIM_KIND);
    }
  return TRUE;
}

static void
add_opposite (PlxLexicon *self, const char *a, const char *b)
{
  GPtrArray *opposites = g_hash_table_lookup (self->opposites, a);

  if (opposites == NULL)
    {
      opposites = g_ptr_array_new ();
      g_hash_table_insert (self->opposites, (gpointer) a, opposites);
    }
  g_ptr_array_add (opposites, (gpointer) b);
}

static gboolean
read_opposites (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxLexicon *self = user_data;
  const char *a = intern_lemma (self, fields[0]);
  const char *b = n_fields > 1 ? intern_lemma (self, fields[1]) : a;

  if (strcmp (a, b) != 0)
    {
      add_opposite (self, a, b);
      add_opposite (self, b, a);
    }
  return TRUE;
}

/* States, what belongs to them, and the capital that news put for the
 * government: single words only, since terms are single words. */
static gboolean
read_state (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxLexicon *self = user_data;
  g_autofree char *state = g_utf8_strdown (fields[0], -1);
  g_auto (GStrv) words = g_strsplit (state, " ", -1);
  const char *name = intern (self, words[g_strv_length (words) - 1]);

  for (guint i = 1; i < n_fields && i < 3; i++)
    {
      g_auto (GStrv) forms = g_strsplit (fields[i], ";", -1);

      for (guint j = 0; forms[j] != NULL; j++)
        {
          g_autofree char *form = g_utf8_strdown (forms[j], -1);
          const char *last = strrchr (form, ' ');
          const char *word = intern (self, last != NULL ? last + 1 : form);

          if (*word == '\0' || (i == 2 && last != NULL))
            continue;
          add_near (self, name, word, i == 1 ? PLX_SIM_NAME : PLX_SIM_SYNONYM);
          add_near (self, word, name, i == 1 ? PLX_SIM_NAME : PLX_SIM_SYNONYM);
        }
    }
  return TRUE;
}

static gboolean
read_number (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxLexicon *self = user_data;
  PlxNumberWord *number;
  static const char *const kinds[] = { "number", "times", "vague", "fraction", "ordinal" };

  if (n_fields < 3)
    return TRUE;
  number = g_new0 (PlxNumberWord, 1);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i], fields[1]) == 0)
      number->kind = (PlxNumberClass) i;
  number->low = number->high = g_ascii_strtod (fields[2], NULL);
  if (n_fields > 3)
    number->high = g_ascii_strtod (fields[3], NULL);
  g_hash_table_insert (self->numbers, (gpointer) intern (self, fields[0]), number);
  return TRUE;
}

static gboolean
read_unit (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxLexicon *self = user_data;
  PlxUnitWord *unit;

  if (n_fields < 3)
    return TRUE;
  unit = g_new0 (PlxUnitWord, 1);
  unit->dimension = intern (self, fields[1]);
  unit->factor = g_ascii_strtod (fields[2], NULL);
  g_hash_table_insert (self->units, (gpointer) intern (self, fields[0]), unit);
  return TRUE;
}

static gboolean
read_bound (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  PlxLexicon *self = user_data;

  if (n_fields > 1)
    g_hash_table_insert (self->bounds, (gpointer) intern (self, fields[0]),
                         GINT_TO_POINTER (fields[1][0]));
  return TRUE;
}

static void
free_array (gpointer array)
{
  g_array_free (array, TRUE);
}

static void
lexicon_free (PlxLexicon *self)
{
  GHashTable *tables[] = { self->zipf, self->irregular, self->classes, self->values,
                           self->families, self->near, self->opposites, self->numbers,
                           self->units, self->bounds };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_hash_table_unref (tables[i]);
  g_string_chunk_free (self->chunk);
  g_free (self);
}

static PlxLexicon *
lexicon_new (void)
{
  PlxLexicon *self = g_new0 (PlxLexicon, 1);

  self->chunk = g_string_chunk_new (1 << 16);
  self->zipf = g_hash_table_new (g_str_hash, g_str_equal);
  self->irregular = g_hash_table_new (g_str_hash, g_str_equal);
  self->classes = g_hash_table_new (g_str_hash, g_str_equal);
  self->values = g_hash_table_new (g_str_hash, g_str_equal);
  self->families = g_hash_table_new (g_str_hash, g_str_equal);
  self->near = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_array);
  self->opposites = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                           (GDestroyNotify) g_ptr_array_unref);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->units = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->bounds = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

static PlxLexicon *
lexicon_load (GError **error)
{
  static const struct { const char *path; PlxTableFunc read; } lists[] = {
    { FOLDER "frequencies.tsv", read_frequency },
    { FOLDER "irregular.tsv", read_irregular },
    { FOLDER "word-classes.tsv", read_class },
    { FOLDER "families.tsv", read_family },
    { FOLDER "news-synonyms.tsv", read_synonyms },
    { FOLDER "synonyms.tsv", read_synonyms },
    { FOLDER "states.tsv", read_state },
    { FOLDER "kinds.tsv", read_kinds },
    { FOLDER "antonyms.tsv", read_opposites },
    { FOLDER "opposites.tsv", read_opposites },
    { FOLDER "number-words.tsv", read_number },
    { FOLDER "units.tsv", read_unit },
    { FOLDER "bounds.tsv", read_bound },
  };
  PlxLexicon *self = lexicon_new ();

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (!plx_data_read_table (lists[i].path, lists[i].read, self, error))
      {
        lexicon_free (self);
        return NULL;
      }
  return self;
}

/**
 * plx_lexicon_get:
 *
 * Cost:    40 ms the first time, nothing afterwards
 * Errors:  those of plx_data_read_table(): a list is missing; tried again on
 *          the next call
 * Returns: (transfer none): the lists, kept until the program ends
 */
const PlxLexicon *
plx_lexicon_get (GError **error)
{
  static GMutex mutex;
  static PlxLexicon *lexicon;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (lexicon == NULL)
    lexicon = lexicon_load (error);
  return lexicon;
}
