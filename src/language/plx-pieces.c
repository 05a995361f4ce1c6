/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-pieces-private.h"

#include <string.h>

/* A word is cleaned character by character into parts (white space, signs and
 * ideographs end one), and each part is cut greedily: the longest piece that
 * begins here, then on. The hashes of all beginnings of a part are reckoned
 * in one go, so a try costs one look-up; no piece is longer than the longest
 * known one, so a word of any length is cut in linear time. */

#define MAX_PART_CHARS 100      // BERT: longer parts are unknown
#define MAX_CHAR_BYTES 4
#define HASH_BEGIN 2166136261u
#define HASH_PRIME 16777619u
#define CONTINUED "##"

struct _PlxPieces {
  const char *list;
  guint32 *begins;    // (n_pieces + 1), byte of @list
  guint32 *table;     // open addressing; number of a piece + 1, 0: free
  guint32 mask;
  guint32 unknown;
  guint longest;      // bytes of the longest piece without "##"
};

typedef struct {
  char bytes[MAX_PART_CHARS * MAX_CHAR_BYTES];
  guint16 ends[MAX_PART_CHARS];   // where each character ends
  guint n_chars;
  gboolean too_long;
} Part;

typedef struct {
  guint32 *pieces;
  guint n;
  guint max;
} Output;

static guint32
hash_bytes (guint32     hash,
            const char *bytes,
            gsize       n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    hash = (hash ^ (guint8) bytes[i]) * HASH_PRIME;
  return hash;
}

/* Spreads FNV's weak low bits over the table. */
static guint32
slot_of (const PlxPieces *self,
         guint32          hash)
{
  return (hash ^ hash >> 15) & self->mask;
}

static gsize
piece_length (const PlxPieces *self,
              guint32          piece)
{
  return self->begins[piece + 1] - self->begins[piece] - 1;
}

static gboolean
is_piece (const PlxPieces *self,
          guint32          piece,
          gboolean         continued,
          const char      *bytes,
          gsize            n_bytes)
{
  const char *known = self->list + self->begins[piece];
  gsize skip = continued ? strlen (CONTINUED) : 0;

  return piece_length (self, piece) == n_bytes + skip &&
         (!continued || memcmp (known, CONTINUED, skip) == 0) &&
         memcmp (known + skip, bytes, n_bytes) == 0;
}

/* The number of a piece, -1: there is none. */
static gint64
look_up (const PlxPieces *self,
         guint32          hash,
         gboolean         continued,
         const char      *bytes,
         gsize            n_bytes)
{
  for (guint32 i = slot_of (self, hash); self->table[i] != 0; i = (i + 1) & self->mask)
    if (is_piece (self, self->table[i] - 1, continued, bytes, n_bytes))
      return self->table[i] - 1;
  return -1;
}

static void
insert (PlxPieces *self,
        guint32    piece)
{
  const char *bytes = self->list + self->begins[piece];
  gsize n_bytes = piece_length (self, piece);
  guint32 i = slot_of (self, hash_bytes (HASH_BEGIN, bytes, n_bytes));

  while (self->table[i] != 0)
    i = (i + 1) & self->mask;
  self->table[i] = piece + 1;
  if (g_str_has_prefix (bytes, CONTINUED))
    n_bytes -= strlen (CONTINUED);
  self->longest = MAX (self->longest, (guint) n_bytes);
}

PlxPieces *
plx_pieces_new (const char *list,
                gsize       n_bytes,
                guint       n_pieces,
                guint32     unknown)
{
  g_autoptr (PlxPieces) self = g_new0 (PlxPieces, 1);
  guint32 size = 1024;
  gsize at = 0;

  if (n_bytes > G_MAXUINT32)
    return NULL;
  self->list = list;
  self->unknown = unknown;
  self->begins = g_new (guint32, (gsize) n_pieces + 1);
  while (size < 2 * n_pieces)
    size *= 2;
  self->mask = size - 1;
  self->table = g_new0 (guint32, size);
  for (guint32 i = 0; i < n_pieces; i++)
    {
      const char *end = at < n_bytes ? memchr (list + at, 0, n_bytes - at) : NULL;

      if (end == NULL)
        return NULL;
      self->begins[i] = (guint32) at;
      at = (gsize) (end - list) + 1;
      self->begins[i + 1] = (guint32) at;
      insert (self, i);
    }
  return at == n_bytes ? g_steal_pointer (&self) : NULL;
}

void
plx_pieces_free (PlxPieces *self)
{
  if (self == NULL)
    return;
  g_free (self->begins);
  g_free (self->table);
  g_free (self);
}

static void
put (Output *output,
     guint32 piece)
{
  if (output->n < output->max)
    output->pieces[output->n++] = piece;
}

/* The longest piece that begins at character @from; @to: where it ends. */
static gint64
longest_piece (const PlxPieces *self,
               const Part      *part,
               guint            from,
               guint           *to)
{
  gboolean continued = from > 0;
  guint begin = continued ? part->ends[from - 1] : 0;
  guint32 hash = continued ? hash_bytes (HASH_BEGIN, CONTINUED, strlen (CONTINUED)) : HASH_BEGIN;
  guint32 hashes[MAX_PART_CHARS];
  guint end = from;

  for (guint at = begin; end < part->n_chars && part->ends[end] - begin <= self->longest; end++)
    {
      hash = hash_bytes (hash, part->bytes + at, part->ends[end] - at);
      hashes[end] = hash;
      at = part->ends[end];
    }
  for (; end > from; end--)
    {
      gint64 piece = look_up (self, hashes[end - 1], continued, part->bytes + begin,
                              part->ends[end - 1] - begin);

      if (piece >= 0)
        {
          *to = end;
          return piece;
        }
    }
  return -1;
}

static void
end_part (const PlxPieces *self,
          Part            *part,
          Output          *output)
{
  guint32 pieces[MAX_PART_CHARS];
  guint n = 0;
  gboolean known = !part->too_long;

  for (guint from = 0; known && from < part->n_chars;)
    {
      gint64 piece = longest_piece (self, part, from, &from);

      known = piece >= 0;
      pieces[n] = (guint32) piece;
      n += known;
    }
  if (!known)
    put (output, self->unknown);
  for (guint i = 0; known && i < n; i++)
    put (output, pieces[i]);
  part->n_chars = 0;
  part->too_long = FALSE;
}

static void
add_char (Part    *part,
          gunichar c)
{
  guint at = part->n_chars > 0 ? part->ends[part->n_chars - 1] : 0;

  if (part->n_chars == MAX_PART_CHARS)
    {
      part->too_long = TRUE;
      return;
    }
  at += (guint) g_unichar_to_utf8 (c, part->bytes + at);
  part->ends[part->n_chars++] = (guint16) at;
}

static gboolean
is_ideograph (gunichar c)
{
  return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) ||
         (c >= 0x20000 && c <= 0x2a6df) || (c >= 0x2a700 && c <= 0x2ceaf) ||
         (c >= 0xf900 && c <= 0xfaff) || (c >= 0x2f800 && c <= 0x2fa1f);
}

static gboolean
is_dropped (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT ||
         type == G_UNICODE_PRIVATE_USE || c == 0xfffd;
}

static gboolean
is_sign (gunichar c)
{
  if (c < 128)
    return g_ascii_ispunct ((char) c);
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CONNECT_PUNCTUATION:
    case G_UNICODE_DASH_PUNCTUATION:
    case G_UNICODE_OPEN_PUNCTUATION:
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
    case G_UNICODE_OTHER_PUNCTUATION:
      return TRUE;
    default:
      return FALSE;
    }
}

/* One character after cleaning: lower case, no accents. */
static void
add_folded (const PlxPieces *self,
            Part            *part,
            Output          *output,
            gunichar         c)
{
  gboolean alone = is_sign (c) || is_ideograph (c);

  if (alone)
    end_part (self, part, output);
  add_char (part, c);
  if (alone)
    end_part (self, part, output);
}

static void
read_char (const PlxPieces *self,
           Part            *part,
           Output          *output,
           gunichar         c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n;

  if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || (c >= 128 && g_unichar_isspace (c)))
    end_part (self, part, output);
  else if (c < 128)
    {
      if (c >= ' ' && c != 127)
        add_folded (self, part, output, (guchar) g_ascii_tolower ((char) c));
    }
  else if (!is_dropped (c))
    {
      n = g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
      for (gsize i = 0; i < n; i++)
        if (g_unichar_type (parts[i]) != G_UNICODE_NON_SPACING_MARK)
          add_folded (self, part, output, g_unichar_tolower (parts[i]));
    }
}

/* The character at @word and how many bytes it takes; bytes that are no UTF-8
 * come one by one as U+FFFD. */
static gunichar
next_char (const char *word,
           gsize       n_bytes,
           gsize      *length)
{
  gunichar c = (guchar) word[0] < 128 ? (guchar) word[0]
                                      : g_utf8_get_char_validated (word, (gssize) n_bytes);

  *length = 1;
  if (c == (gunichar) -1 || c == (gunichar) -2)
    return 0xfffd;
  *length = (gsize) g_unichar_to_utf8 (c, NULL);
  return c;
}

guint
plx_pieces_split (const PlxPieces *self,
                  const char      *word,
                  gsize            n_bytes,
                  guint            max_pieces,
                  guint32         *pieces)
{
  Output output = { pieces, 0, max_pieces };
  Part part = { .n_chars = 0 };
  gsize length;

  for (gsize at = 0; at < n_bytes && output.n < max_pieces; at += length)
    read_char (self, &part, &output, next_char (word + at, n_bytes - at, &length));
  end_part (self, &part, &output);
  if (output.n == 0)
    put (&output, self->unknown);
  return output.n;
}

guint8
plx_word_shape (const char *word,
                gsize       n_bytes,
                gboolean   *first)
{
  gsize n_letters = 0, n_upper = 0, n_lower = 0, length;
  gboolean digit = FALSE, upper_first = FALSE, was_first = *first;

  for (gsize at = 0; at < n_bytes; at += length)
    {
      gunichar c = next_char (word + at, n_bytes - at, &length);

      digit |= g_unichar_isdigit (c);
      if (!g_unichar_isalpha (c))
        continue;
      upper_first |= n_letters == 0 && g_unichar_isupper (c);
      n_letters++;
      n_upper += g_unichar_isupper (c);
      n_lower += g_unichar_islower (c);
    }
  if (n_letters == 0 && !digit)
    return 5;
  *first = FALSE;
  if (digit)
    return 4;
  if (n_upper + n_lower == 0)
    return 8;
  if (n_upper == 0)
    return 0;
  if (n_letters == 1)
    return 7;
  if (n_lower == 0)
    return 2;
  if (n_upper == 1 && upper_first)
    return was_first ? 6 : 1;
  return 3;
}
