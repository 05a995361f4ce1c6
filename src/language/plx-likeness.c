/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-likeness.h"

#include <string.h>

#define MOST_WORDS 12
#define MOST_LETTERS 48

/* A name as folded words; what is longer than this is no name. */
typedef struct {
  gunichar letters[MOST_WORDS][MOST_LETTERS];
  guint n_letters[MOST_WORDS];
  gboolean has_capital[MOST_WORDS];
  gboolean is_upper;      // "WPK"
  guint n_words;
} Name;

typedef enum { A_PERSON, A_BODY, A_PLACE, ANOTHER } Class;

static Class
class_of (PlxEntityKind kind)
{
  switch (kind)
    {
    case PLX_ENTITY_PERSON:
      return A_PERSON;
    case PLX_ENTITY_ORGANISATION:
    case PLX_ENTITY_GOVERNMENT:
    case PLX_ENTITY_PARTY:
    case PLX_ENTITY_MEDIA:
      return A_BODY;
    case PLX_ENTITY_STATE:
    case PLX_ENTITY_PLACE:
    case PLX_ENTITY_FACILITY:
      return A_PLACE;
    default:
      return ANOTHER;
    }
}

static gboolean
is_caseless (gunichar ch)
{
  return g_unichar_isalpha (ch) && !g_unichar_isupper (ch) && !g_unichar_islower (ch);
}

static void
close_word (Name *name)
{
  if (name->n_words < MOST_WORDS && name->n_letters[name->n_words] > 0)
    name->n_words++;
}

/* FALSE: no proper name, or too long for one. */
static gboolean
read_name (const char *text, Name *name)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
  gboolean is_proper = FALSE;

  memset (name, 0, sizeof *name);
  name->is_upper = TRUE;
  for (const char *p = plain != NULL ? plain : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar ch = g_utf8_get_char (p);
      guint at = name->n_words;

      if (!g_unichar_isalnum (ch))
        {
          if (!g_unichar_ismark (ch) && ch != '.' && ch != '\'' && ch != 0x2019)
            close_word (name);
          continue;
        }
      if (at == MOST_WORDS || name->n_letters[at] == MOST_LETTERS)
        return FALSE;
      if (g_unichar_isupper (ch) || is_caseless (ch))
        is_proper = TRUE;
      if (name->n_letters[at] == 0)
        name->has_capital[at] = g_unichar_isupper (ch);
      name->is_upper = name->is_upper && g_unichar_isupper (ch);
      name->letters[at][name->n_letters[at]++] = g_unichar_tolower (ch);
    }
  close_word (name);
  return is_proper && name->n_words > 0;
}

static gboolean
word_equals (const Name *one, guint i, const Name *other, guint k)
{
  return one->n_letters[i] == other->n_letters[k]
         && memcmp (one->letters[i], other->letters[k], one->n_letters[i] * sizeof (gunichar)) == 0;
}

/* Letters to change, at most 3: more is not asked for. */
static guint
distance (const Name *one, guint i, const Name *other, guint k)
{
  guint n = one->n_letters[i], m = other->n_letters[k];
  guint rows[2][MOST_LETTERS + 1];

  if (MAX (n, m) - MIN (n, m) > 2)
    return 3;
  for (guint b = 0; b <= m; b++)
    rows[0][b] = b;
  for (guint a = 1; a <= n; a++)
    {
      const guint *above = rows[(a - 1) % 2];
      guint *row = rows[a % 2];

      row[0] = a;
      for (guint b = 1; b <= m; b++)
        {
          guint change = one->letters[i][a - 1] != other->letters[k][b - 1];

          row[b] = MIN (above[b - 1] + change, MIN (above[b], row[b - 1]) + 1);
        }
    }
  return MIN (rows[n % 2][m], 3);
}

/* Short words must be the same: Un and Il are two men. */
static gboolean
is_spelled_alike (const Name *one, guint i, const Name *other, guint k)
{
  guint n = MIN (one->n_letters[i], other->n_letters[k]);

  return n >= 5 && one->letters[i][0] == other->letters[k][0]
         && distance (one, i, other, k) <= (n >= 8 ? 2 : 1);
}

static gboolean
joins_to_same (const Name *one, const Name *other)
{
  gunichar texts[2][MOST_WORDS * MOST_LETTERS];
  guint lengths[2] = { 0, 0 };
  const Name *names[2] = { one, other };

  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < names[side]->n_words; i++)
      {
        memcpy (texts[side] + lengths[side], names[side]->letters[i],
                names[side]->n_letters[i] * sizeof (gunichar));
        lengths[side] += names[side]->n_letters[i];
      }
  return lengths[0] == lengths[1]
         && memcmp (texts[0], texts[1], lengths[0] * sizeof (gunichar)) == 0;
}

/* Same words but for one that is spelled alike. */
static gboolean
is_other_spelling (const Name *one, const Name *other)
{
  guint n_alike = 0;

  if (joins_to_same (one, other))
    return TRUE;
  if (one->n_words != other->n_words)
    return FALSE;
  for (guint i = 0; i < one->n_words; i++)
    if (!word_equals (one, i, other, i))
      {
        if (!is_spelled_alike (one, i, other, i))
          return FALSE;
        n_alike++;
      }
  return n_alike == 1;
}

/* How many words of @one stand in @other, each used once. */
static guint
count_shared (const Name *one, const Name *other)
{
  guint used = 0, n = 0;

  for (guint i = 0; i < one->n_words; i++)
    for (guint k = 0; k < other->n_words; k++)
      if ((used & (1u << k)) == 0 && word_equals (one, i, other, k))
        {
          used |= 1u << k;
          n++;
          break;
        }
  return n;
}

static gboolean
has_initials (const Name *one, const Name *other, gboolean with_small_words)
{
  guint at = 0;

  for (guint k = 0; k < other->n_words; k++)
    {
      if (!with_small_words && !other->has_capital[k])
        continue;
      if (at == one->n_letters[0] || one->letters[0][at] != other->letters[k][0])
        return FALSE;
      at++;
    }
  return at == one->n_letters[0];
}

static gboolean
is_abbreviation (const Name *one, const Name *other)
{
  return one->n_words == 1 && one->is_upper && one->n_letters[0] >= 2 && other->n_words >= 2
         && (has_initials (one, other, FALSE) || has_initials (one, other, TRUE));
}

/* A person's one word is a part as first or last name; of a body or a place
 * the first words are ("Hubei", "Hubei Province"). */
static gboolean
is_part (const Name *one, const Name *other, Class class)
{
  guint n = one->n_words, m = other->n_words;

  if (n >= m || count_shared (one, other) != n)
    return FALSE;
  if (n == 1 && class == A_PERSON)
    return word_equals (one, 0, other, 0) || word_equals (one, 0, other, m - 1);
  return n >= 2 ? class == A_PERSON || word_equals (one, 0, other, 0)
                : class == A_PLACE && m == 2 && word_equals (one, 0, other, 0);
}

static PlxLikeness
compare_names (const Name *one, const Name *other, Class class)
{
  if (class == A_BODY && (is_abbreviation (one, other) || is_abbreviation (other, one)))
    return PLX_LIKE_INITIALS;
  if (is_other_spelling (one, other))
    return PLX_LIKE_SPELLING;
  if (class == A_PERSON && one->n_words >= 2 && one->n_words == other->n_words
      && count_shared (one, other) == one->n_words)
    return PLX_LIKE_ORDER;
  if (is_part (one, other, class) || is_part (other, one, class))
    return PLX_LIKE_PART;
  return PLX_LIKE_NOTHING;
}

static const char *
nth_name (const PlxNamed *named, guint i)
{
  return i == 0 ? named->name : named->names != NULL ? named->names[i - 1] : NULL;
}

/**
 * plx_likeness_judge:
 *
 * Compares all names of @one with all of @other.
 *
 * Returns: the surest likeness, PLX_LIKE_NOTHING when they cannot be one
 */
PlxLikeness
plx_likeness_judge (const PlxNamed *one, const PlxNamed *other)
{
  Class class = class_of (one->kind);
  PlxLikeness best = PLX_LIKE_NOTHING;

  if (class != class_of (other->kind) || (class == ANOTHER && one->kind != other->kind))
    return PLX_LIKE_NOTHING;
  for (guint i = 0; nth_name (one, i) != NULL; i++)
    {
      Name mine;

      if (!read_name (nth_name (one, i), &mine))
        continue;
      for (guint k = 0; nth_name (other, k) != NULL; k++)
        {
          Name theirs;
          PlxLikeness found;

          if (!read_name (nth_name (other, k), &theirs))
            continue;
          found = compare_names (&mine, &theirs, class);
          if (found != PLX_LIKE_NOTHING && (best == PLX_LIKE_NOTHING || found < best))
            best = found;
        }
    }
  return best;
}
