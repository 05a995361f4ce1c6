/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "odd-files.h"

enum { MAX_BYTES = 200 * 1000, MAX_REPEATS = 3000 };

static const char * const pieces[] = {
  "<", ">", "</", "/>", "&", "&#0;", "&#x110000;", "&lt;", "&nbsp;", "&amp;", "<![CDATA[", "]]>", "<!--",
  "-->", "<?", "?>", "<!DOCTYPE x [", "<!ENTITY a \"b\">", "<p>", "</p>", "<br/>", "<item>", "<entry>",
  "<block>", "<newsItem>", "<NewsComponent>", "<pre>", "<td>", " xmlns=\"\"", "=\"", "\"", "'", "{", "}",
  "[", "]", ":", ",", "\\u0000", "\\ud800", "\\", "null", "1e999", "-1", "\001", "\002", "\003", "\004",
  "\026", "\177", "^", "=\n", "<\n", "ZCZC\n", "\nNNNN\n", "\n", "\r", "\t", "   ", "\377", "\303", "\200",
  "\357\273\277", "\342\200\217", "\357\277\275", "(Reuters)", "20310514T060708", "14 May 31 06:07",
};

static gsize
pick (GRand *random, gsize n)
{
  return n == 0 ? 0 : (gsize) g_rand_int_range (random, 0, (gint32) MIN (n, G_MAXINT32 - 1));
}

/* Somewhere in @file, and how many bytes from there. */
static gsize
pick_range (GRand *random, const GString *file, gsize *n)
{
  gsize at = pick (random, file->len), most = 1 + pick (random, 400);

  *n = pick (random, MIN (file->len - at, most) + 1);
  return at;
}

static void
put_piece (GRand *random, GString *file)
{
  const char *piece = pieces[pick (random, G_N_ELEMENTS (pieces))];
  gsize n = pick (random, 40) == 0 ? pick (random, MAX_REPEATS) : 1;
  g_autoptr (GString) many = g_string_new (NULL);

  for (gsize i = 0; i < n; i++)
    g_string_append (many, piece);
  g_string_insert_len (file, (gssize) pick (random, file->len + 1), many->str, (gssize) many->len);
}

static void
change (GRand *random, GString *file, GPtrArray *seeds)
{
  gsize n, at = pick_range (random, file, &n);

  switch (pick (random, 7))
    {
    case 0:
      if (file->len > 0)
        file->str[pick (random, file->len)] = (char) g_rand_int_range (random, 0, 256);
      break;
    case 1:
      g_string_erase (file, (gssize) at, (gssize) n);
      break;
    case 2:
      {
        g_autofree char *piece = g_strndup (file->str + at, n);

        g_string_insert (file, (gssize) pick (random, file->len + 1), piece);
        break;
      }
    case 3:
      {
        const char *other = g_ptr_array_index (seeds, pick (random, seeds->len));
        gsize start = pick (random, strlen (other));

        g_string_insert_len (file, (gssize) at, other + start,
                             (gssize) MIN (n, strlen (other + start)));
        break;
      }
    case 4:
      if (pick (random, 4) == 0)
        g_string_truncate (file, at);
      break;
    default:
      put_piece (random, file);
    }
}

GString *
plx_odd_file (GRand *random, GPtrArray *seeds)
{
  GString *file = g_string_new (g_ptr_array_index (seeds, pick (random, seeds->len)));
  gsize n = pick (random, 12);

  for (gsize i = 0; i < n && file->len < MAX_BYTES; i++)
    change (random, file, seeds);
  return file;
}
