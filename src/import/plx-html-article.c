/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/plx-data.h"
#include "import/plx-html-article.h"
#include "import/plx-html-metadata.h"
#include "import/plx-import-private.h"

#include <string.h>

/* The idea is Readability's (Arc90, Mozilla): every paragraph of prose speaks
 * for the elements around it, the nearest loudest; the element with most votes
 * that is not mostly links holds the article. Then a second look: neighbours
 * that read like it join, boilerplate inside it goes. */

enum {
  MIN_PROSE_CHARS = 25,
  MAX_VOTE_LEVELS = 5,
};

typedef struct {
  const PlxHtmlTree *tree;
  const PlxHtmlKnown *known;
  guint ignored;          // flags whose elements do not count
  double *votes;          // (n_elements)
  guint *chars;           // (n_elements) in blocks that count
  guint *links;           // (n_elements) of them inside links
  guint *prose;           // (n_elements) of them in prose
} Search;

/* -- counting -- */

static gboolean
counts (const Search *search, const PlxHtmlBlock *block)
{
  return (plx_html_element (search->tree, block->owner)->under & search->ignored) == 0;
}

static gboolean
is_prose (const PlxHtmlBlock *block)
{
  return block->n_chars >= MIN_PROSE_CHARS && block->n_link * 5 < block->n_chars * 2
         && (block->flags & PLX_HTML_HEADING) == 0;
}

static double
link_density (const Search *search, guint32 index)
{
  return search->chars[index] > 0 ? (double) search->links[index] / search->chars[index] : 1.0;
}

static void
vote (Search *search, const PlxHtmlBlock *block)
{
  double points = 1.0 + block->n_commas + MIN (block->n_chars / 100.0, 3.0);
  guint32 at = block->owner;

  if (block->flags & PLX_HTML_ITEM)
    points *= 0.4;
  if (block->flags & (PLX_HTML_PARAGRAPH | PLX_HTML_ITEM))
    at = plx_html_element (search->tree, at)->parent;
  for (guint level = 0; level < MAX_VOTE_LEVELS && at != PLX_HTML_NONE; level++)
    {
      search->votes[at] += points / (level < 2 ? level + 1.0 : level * 3.0);
      at = plx_html_element (search->tree, at)->parent;
    }
}

static double
name_bonus (const PlxHtmlElement *element)
{
  double bonus = 0.0;

  if (element->flags & PLX_HTML_BODY)
    bonus += 40.0;
  if (element->flags & PLX_HTML_LIKELY)
    bonus += 15.0;
  if (element->flags & PLX_HTML_ARTICLE)
    bonus += 15.0;
  if (element->flags & PLX_HTML_UNLIKELY)
    bonus -= 25.0;
  if (element->flags & (PLX_HTML_LIST | PLX_HTML_ITEM))
    bonus -= 10.0;
  return bonus;
}

static void
count (Search *search)
{
  const PlxHtmlTree *tree = search->tree;

  for (guint i = 0; i < tree->blocks->len; i++)
    {
      const PlxHtmlBlock *block = plx_html_block (tree, i);

      if (!counts (search, block))
        continue;
      search->chars[block->owner] += block->n_chars;
      search->links[block->owner] += block->n_link;
      if (!is_prose (block))
        continue;
      search->prose[block->owner] += block->n_chars;
      vote (search, block);
    }
  for (guint32 i = tree->elements->len; i-- > 1;)
    {
      guint32 parent = plx_html_element (tree, i)->parent;

      search->chars[parent] += search->chars[i];
      search->links[parent] += search->links[i];
      search->prose[parent] += search->prose[i];
    }
  for (guint32 i = 0; i < tree->elements->len; i++)
    if (search->votes[i] > 0)
      search->votes[i] = (search->votes[i] + name_bonus (plx_html_element (tree, i)))
                         * (1.0 - link_density (search, i));
}

/* -- choosing -- */

static guint32
find_top (const Search *search)
{
  guint32 top = PLX_HTML_NONE;

  for (guint32 i = 0; i < search->tree->elements->len; i++)
    if (search->votes[i] > 0 && (top == PLX_HTML_NONE || search->votes[i] > search->votes[top]))
      top = i;
  return top;
}

/* An <article> with a body of its own: what is beside it is another article. */
static gboolean
is_whole_article (const Search *search, guint32 index)
{
  const PlxHtmlElement *element = plx_html_element (search->tree, index);

  return search->prose[index] > 400 && strcmp ((const char *) element->node->name, "article") == 0;
}

/* A body in several pieces (parted by advertisements, or each section in a box
 * of its own): the element around them is the article, as long as prose makes
 * up most of it. */
static guint32
widen (const Search *search, guint32 top)
{
  const PlxHtmlTree *tree = search->tree;
  guint32 best = top;
  guint32 at;

  if (is_whole_article (search, top))
    return top;
  at = plx_html_element (tree, top)->parent;

  for (; at != PLX_HTML_NONE; at = plx_html_element (tree, at)->parent)
    {
      gboolean gains = search->prose[at] * 10 > search->prose[best] * 12;
      gboolean is_article
        = (plx_html_element (tree, at)->flags & (PLX_HTML_ARTICLE | PLX_HTML_BODY)) != 0;

      if (!gains)
        {
          if (is_whole_article (search, at))
            break;
          continue;
        }
      if (search->prose[at] * 10 < search->chars[at] * (is_article ? 5u : 7u)
          || link_density (search, at) > 0.25)
        break;
      best = at;
    }
  return best;
}

static guint32
choose (const Search *search)
{
  guint32 top = find_top (search);

  return top == PLX_HTML_NONE ? top : widen (search, top);
}

/* -- inside the article -- */

typedef struct {
  char *start;        // casefolded
  guint max_chars;
} Phrase;

static gboolean
add_phrase (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  for (guint i = 1; i < n_fields; i++)
    {
      Phrase phrase = { g_utf8_casefold (fields[i], -1), (guint) atoi (fields[0]) };

      g_array_append_val ((GArray *) user_data, phrase);
    }
  return TRUE;
}

static GArray *
get_phrases (void)
{
  static GArray *phrases;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      phrases = g_array_new (FALSE, FALSE, sizeof (Phrase));
      plx_data_read_table ("import/html-phrases.tsv", add_phrase, phrases, NULL);
      g_once_init_leave (&once, 1);
    }
  return phrases;
}

/* A line that pages put between paragraphs. A whole sentence that merely begins
 * so is kept unless it is a link: "Follow us" is no text, "Follow us, he said." is. */
static gboolean
is_page_phrase (const PlxHtmlBlock *block)
{
  GArray *phrases = get_phrases ();
  g_autofree char *folded = NULL;

  if (block->n_chars > 260)
    return FALSE;
  folded = g_utf8_casefold (block->text, -1);
  for (guint i = 0; i < phrases->len; i++)
    {
      const Phrase *phrase = &g_array_index (phrases, Phrase, i);
      const char *rest = folded + strlen (phrase->start);

      if (block->n_chars > phrase->max_chars || !g_str_has_prefix (folded, phrase->start))
        continue;
      if (g_unichar_isalpha (g_utf8_get_char (rest))
          && !g_unichar_iswide (g_utf8_get_char (phrase->start)))
        continue;
      if (*rest == '\0' || block->n_link * 3 > block->n_chars || *rest == ':'
          || rest[-1] == ':' || block->n_chars < 60)
        return TRUE;
    }
  return FALSE;
}

/* A box of the body that is mostly links, or whose name says that it is none of
 * the article, and that holds little of the prose. */
static gboolean
is_foreign (const Search *search, guint32 index, guint32 top)
{
  const PlxHtmlElement *element = plx_html_element (search->tree, index);
  double density = link_density (search, index);

  if ((element->flags & PLX_HTML_BLOCK) == 0 || search->prose[index] * 3 > search->prose[top])
    return FALSE;
  if (element->flags & search->ignored)
    return TRUE;
  if (element->flags & (PLX_HTML_PARAGRAPH | PLX_HTML_HEADING | PLX_HTML_ITEM))
    return FALSE;
  return density > (element->flags & PLX_HTML_LIST ? 0.4 : 0.5);
}

typedef struct {
  Search *search;
  guint32 top;
  GHashTable *seen;       // paragraph already taken → the element around it
  PlxHtmlArticle *article;
  guint8 *foreign;        // (n_elements) 1: inside a box that goes
} Writer;

static void
mark_foreign (Writer *writer)
{
  const PlxHtmlTree *tree = writer->search->tree;
  guint32 end = plx_html_element (tree, writer->top)->end;

  for (guint32 i = writer->top + 1; i < end; i++)
    writer->foreign[i] = writer->foreign[plx_html_element (tree, i)->parent]
                         || is_foreign (writer->search, i, writer->top);
}

static gboolean
same_text (const char *a, const char *b)
{
  g_autofree char *x = NULL, *y = NULL;

  if (a == NULL || b == NULL)
    return FALSE;
  x = g_utf8_casefold (a, -1);
  y = g_utf8_casefold (b, -1);
  return strcmp (x, y) == 0;
}

/* The headline as the page words it here or there, with or without a kicker. */
static gboolean
is_title (const PlxHtmlKnown *known, const PlxHtmlBlock *block)
{
  const char * const titles[] = { known->title, known->heading };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      if (same_text (block->text, titles[i]))
        return TRUE;
      if (titles[i] != NULL && (block->flags & PLX_HTML_HEADING) && strlen (titles[i]) > 16
          && strlen (block->text) < strlen (titles[i]) * 2
          && (g_str_has_suffix (block->text, titles[i])
              || g_str_has_prefix (block->text, titles[i])))
        return TRUE;
    }
  return FALSE;
}

/* The same paragraph in another box: pages carry a text twice, for wide and for
 * narrow screens. */
static gboolean
is_repeated (Writer *writer, const PlxHtmlBlock *block)
{
  gpointer box;

  return g_hash_table_lookup_extended (writer->seen, block->text, NULL, &box)
         && GPOINTER_TO_UINT (box) != plx_html_element (writer->search->tree, block->owner)->parent;
}

static void
remember (Writer *writer, const PlxHtmlBlock *block)
{
  guint32 box = plx_html_element (writer->search->tree, block->owner)->parent;

  g_hash_table_insert (writer->seen, block->text, GUINT_TO_POINTER (box));
}

/* Date, byline and the like, before the text gets going. */
static gboolean
is_front_matter (const Writer *writer, const PlxHtmlBlock *block)
{
  GPtrArray *authors = writer->search->known->authors;
  g_autofree char *date = NULL;

  if (block->n_chars > 100)
    return FALSE;
  for (guint i = 0; i < authors->len; i++)
    if (strstr (block->text, g_ptr_array_index (authors, i)) != NULL)
      return TRUE;
  if (plx_byline_has_prefix (block->text) && block->n_chars < 60)
    return TRUE;
  date = plx_published_parse (block->text);
  return date != NULL;
}

static gboolean
is_wanted (Writer *writer, const PlxHtmlBlock *block)
{
  const PlxHtmlElement *owner = plx_html_element (writer->search->tree, block->owner);

  if (!counts (writer->search, block) || writer->foreign[block->owner])
    return FALSE;
  if ((owner->under & PLX_HTML_BYLINE) && block->n_chars < 200)
    return FALSE;
  if (block->n_chars < 400 && is_title (writer->search->known, block))
    return FALSE;
  if (block->n_link * 10 > block->n_chars * 8 && block->n_chars > 0
      && (owner->flags & PLX_HTML_HEADING) == 0)
    return FALSE;
  if (is_page_phrase (block))
    return FALSE;
  return block->n_chars < 40 || !is_repeated (writer, block);
}

static void
take (Writer *writer, const PlxHtmlBlock *block)
{
  g_ptr_array_add (writer->article->paragraphs, g_strdup (block->text));
  remember (writer, block);
  writer->article->n_chars += is_prose (block) ? block->n_chars : 0;
}

static void
put_aside (Writer *writer, const PlxHtmlBlock *block, gboolean is_inside)
{
  guint under = plx_html_element (writer->search->tree, block->owner)->under;

  if (is_inside && (under & PLX_HTML_CAPTION) && !(under & PLX_HTML_DROPPED))
    g_ptr_array_add (writer->article->kept, g_strdup (block->text));
  else
    g_ptr_array_add (writer->article->removed, g_strdup (block->text));
}

/* -- the lead above the body -- */

/* A lead counts as one when the page calls it so, or when it is what the page
 * says of itself. */
static gboolean
is_lead (Writer *writer, const PlxHtmlBlock *block)
{
  const PlxHtmlElement *owner = plx_html_element (writer->search->tree, block->owner);
  const char *description = writer->search->known->description;

  if (block->n_chars < 40 || block->n_chars > 1200 || block->n_link * 2 > block->n_chars
      || (owner->under & (PLX_HTML_DROPPED | PLX_HTML_HIDDEN | PLX_HTML_ASIDE | PLX_HTML_CAPTION))
      || is_title (writer->search->known, block)
      || g_hash_table_contains (writer->seen, block->text))
    return FALSE;
  if (owner->under & PLX_HTML_LEAD)
    return TRUE;
  return description != NULL && strlen (description) > 40 && same_text (block->text, description);
}

/* -- all of it -- */

static gboolean
is_heading (Writer *writer, guint block)
{
  const PlxHtmlTree *tree = writer->search->tree;

  return (plx_html_element (tree, plx_html_block (tree, block)->owner)->under & PLX_HTML_HEADING)
         != 0;
}

/* Headings after the last paragraph announce what the page offers next. */
static guint
find_last_paragraph (Writer *writer, const gboolean *wanted, guint first, guint last)
{
  while (last > first && (!wanted[last - 1] || is_heading (writer, last - 1)))
    last--;
  return last;
}

static gboolean
is_before_h1 (Writer *writer, guint first, guint last)
{
  const PlxHtmlTree *tree = writer->search->tree;

  for (guint i = first; i < last; i++)
    if (is_title (writer->search->known, plx_html_block (tree, i)))
      return TRUE;
  return FALSE;
}

/* Where the text begins and ends, and the headline stands over it. */
static void
note_places (Writer *writer, const gboolean *wanted, guint last)
{
  enum { MAX_BLOCKS = 80, LONG_CHARS = 100 };
  const PlxHtmlTree *tree = writer->search->tree;
  PlxHtmlArticle *article = writer->article;
  guint first = plx_html_element (tree, writer->top)->first_block, from;

  while (first < last && !(wanted[first] && plx_html_block (tree, first)->n_chars > LONG_CHARS))
    first++;
  article->first_block = first;
  article->last_block = last > 0 ? last - 1 : 0;
  from = first > MAX_BLOCKS ? first - MAX_BLOCKS : 0;
  for (guint i = first; i > from && article->heading_block == PLX_HTML_NONE; i--)
    if (is_title (writer->search->known, plx_html_block (tree, i - 1)))
      article->heading_block = i - 1;
}

/* The short lines between the headline and the first paragraph. */
static void
find_front (Writer *writer, const gboolean *wanted)
{
  enum { MAX_LINES = 40 };
  const PlxHtmlTree *tree = writer->search->tree;
  const PlxHtmlElement *top = plx_html_element (tree, writer->top);
  guint first = top->first_block, from;

  while (first < top->last_block && !(wanted[first] && plx_html_block (tree, first)->n_chars > 100))
    first++;
  for (from = first; from > 0 && first - from < MAX_LINES; from--)
    if (is_title (writer->search->known, plx_html_block (tree, from - 1)))
      break;
  if (from == 0 || first - from >= MAX_LINES)
    from = top->first_block;
  for (guint i = from; i < first; i++)
    {
      const PlxHtmlBlock *block = plx_html_block (tree, i);

      if (block->n_chars <= 100
          && !(plx_html_element (tree, block->owner)->under & PLX_HTML_HEADING))
        g_ptr_array_add (writer->article->front, g_strdup (block->text));
    }
}

static void
write_article (Writer *writer)
{
  const PlxHtmlTree *tree = writer->search->tree;
  const PlxHtmlElement *top = plx_html_element (tree, writer->top);
  g_autofree gboolean *wanted = g_new0 (gboolean, tree->blocks->len + 1);
  guint n_lead = 0, last;
  gboolean begun = FALSE;

  for (guint i = top->first_block; i < top->last_block; i++)
    {
      const PlxHtmlBlock *block = plx_html_block (tree, i);

      wanted[i] = is_wanted (writer, block) && (begun || !is_front_matter (writer, block));
      begun = begun || (wanted[i] && block->n_chars > 100);
      if (wanted[i])
        remember (writer, block);
    }
  find_front (writer, wanted);
  last = find_last_paragraph (writer, wanted, top->first_block, top->last_block);
  note_places (writer, wanted, last);
  for (guint i = 0; i < tree->blocks->len; i++)
    {
      const PlxHtmlBlock *block = plx_html_block (tree, i);
      gboolean is_inside = i >= top->first_block && i < top->last_block;

      if (is_inside ? wanted[i] && i < last
                    : i < top->first_block && n_lead < 3 && is_lead (writer, block)
                        && !is_before_h1 (writer, i, top->first_block))
        {
          n_lead += !is_inside;
          take (writer, block);
        }
      else
        put_aside (writer, block, is_inside);
    }
}

static PlxHtmlArticle *
article_new (void)
{
  PlxHtmlArticle *article = g_new0 (PlxHtmlArticle, 1);

  article->paragraphs = g_ptr_array_new_with_free_func (g_free);
  article->kept = g_ptr_array_new_with_free_func (g_free);
  article->removed = g_ptr_array_new_with_free_func (g_free);
  article->front = g_ptr_array_new_with_free_func (g_free);
  article->heading_block = article->first_block = article->last_block = PLX_HTML_NONE;
  return article;
}

static PlxHtmlArticle *
attempt (const PlxHtmlTree *tree, const PlxHtmlKnown *known, guint ignored)
{
  const gsize n = tree->elements->len;
  Search search = { tree, known, ignored, g_new0 (double, n), g_new0 (guint, n), g_new0 (guint, n),
                    g_new0 (guint, n) };
  Writer writer = { &search, PLX_HTML_NONE, g_hash_table_new (g_str_hash, g_str_equal),
                    article_new (), g_new0 (guint8, n) };

  count (&search);
  writer.top = choose (&search);
  if (writer.top != PLX_HTML_NONE)
    {
      mark_foreign (&writer);
      write_article (&writer);
    }
  g_hash_table_unref (writer.seen);
  g_free (writer.foreign);
  g_free (search.votes);
  g_free (search.chars);
  g_free (search.links);
  g_free (search.prose);
  return writer.article;
}

/* A page without one sentence of prose: a note, a verse, a notice. What is no
 * link is its text, unless links are all it is about. */
static PlxHtmlArticle *
take_whole_page (const PlxHtmlTree *tree, const PlxHtmlKnown *known)
{
  PlxHtmlArticle *article = article_new ();
  guint n_chars = 0, n_link = 0;

  for (guint i = 0; i < tree->blocks->len; i++)
    {
      const PlxHtmlBlock *block = plx_html_block (tree, i);
      const PlxHtmlElement *owner = plx_html_element (tree, block->owner);
      gboolean is_text = !(owner->under & (PLX_HTML_DROPPED | PLX_HTML_HIDDEN | PLX_HTML_ASIDE))
                         && block->n_link * 2 < block->n_chars
                         && !is_title (known, block);

      if (is_text)
        n_chars += block->n_chars;
      n_link += block->n_link;
      g_ptr_array_add (is_text ? article->paragraphs : article->removed, g_strdup (block->text));
    }
  if (n_link > n_chars)
    g_ptr_array_extend_and_steal (article->removed, g_steal_pointer (&article->paragraphs));
  if (article->paragraphs == NULL)
    article->paragraphs = g_ptr_array_new_with_free_func (g_free);
  article->is_whole_page = TRUE;
  return article;
}

/**
 * plx_html_article_find:
 *
 * Tries strictly first; a page that yields next to nothing is tried again with
 * less suspicion, and the attempt with most prose counts.
 *
 * Cost:    O(n) in elements and text, but for the hash of paragraphs
 * Returns: (transfer full): never NULL; without paragraphs when there are none
 */
PlxHtmlArticle *
plx_html_article_find (const PlxHtmlTree *tree, const PlxHtmlKnown *known)
{
  enum { ENOUGH_CHARS = 300 };
  static const guint ignored[] = {
    PLX_HTML_DROPPED | PLX_HTML_HIDDEN | PLX_HTML_UNLIKELY | PLX_HTML_ASIDE | PLX_HTML_CAPTION,
    PLX_HTML_DROPPED | PLX_HTML_HIDDEN | PLX_HTML_ASIDE | PLX_HTML_CAPTION,
    PLX_HTML_DROPPED | PLX_HTML_CAPTION,
  };
  g_autoptr (PlxHtmlArticle) best = NULL;

  if (tree->elements->len == 0)
    return article_new ();
  for (guint i = 0; i < G_N_ELEMENTS (ignored); i++)
    {
      g_autoptr (PlxHtmlArticle) article = attempt (tree, known, ignored[i]);

      if (best == NULL || article->n_chars > best->n_chars * 2)
        {
          g_clear_pointer (&best, plx_html_article_free);
          best = g_steal_pointer (&article);
        }
      if (best->n_chars >= ENOUGH_CHARS)
        break;
    }
  if (best->paragraphs->len == 0)
    return take_whole_page (tree, known);
  return g_steal_pointer (&best);
}

void
plx_html_article_free (PlxHtmlArticle *article)
{
  if (article == NULL)
    return;
  g_ptr_array_unref (article->paragraphs);
  g_ptr_array_unref (article->kept);
  g_ptr_array_unref (article->removed);
  g_ptr_array_unref (article->front);
  g_free (article);
}
