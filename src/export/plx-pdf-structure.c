/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/plx-pdf-qpdf.h"

#include <string.h>

/* What cairo 1.16 cannot say about structure, put right afterwards.
 *
 *  1. It knows no artifacts. Running heads, line numbers and rules are drawn
 *     in "Private" elements: here their marked content becomes /Artifact, and
 *     the elements leave the tree and the parent tree.
 *  2. Its CID fonts lack /CIDToGIDMap, which strict readers want.
 *  3. Annotations are not its business: each gets an element of its own. */

#define PRIVATE "/Private << /MCID "

static gboolean
is_private (qpdf_data q, qpdf_oh element)
{
  qpdf_oh name = qpdf_oh_get_key_if_dict (q, element, "/S");
  gboolean found = qpdf_oh_is_name_and_equals (q, name, "/Private");

  qpdf_oh_release (q, name);
  return found;
}

static void
prune (qpdf_data q, qpdf_oh element)
{
  qpdf_oh kids = qpdf_oh_get_key_if_dict (q, element, "/K");

  if (qpdf_oh_is_array (q, kids))
    {
      qpdf_oh kept = qpdf_oh_new_array (q);
      int n = qpdf_oh_get_array_n_items (q, kids);

      for (int i = 0; i < n; i++)
        {
          qpdf_oh kid = qpdf_oh_get_array_item (q, kids, i);

          if (!is_private (q, kid))
            {
              prune (q, kid);
              qpdf_oh_append_item (q, kept, kid);
            }
          qpdf_oh_release (q, kid);
        }
      qpdf_oh_replace_key (q, element, "/K", kept);
      qpdf_oh_release (q, kept);
    }
  else if (qpdf_oh_is_dictionary (q, kids))
    prune (q, kids);
  qpdf_oh_release (q, kids);
}

static void
prune_parents (qpdf_data q, qpdf_oh root)
{
  qpdf_oh tree = qpdf_oh_get_key_if_dict (q, root, "/ParentTree");
  qpdf_oh numbers = qpdf_oh_get_key_if_dict (q, tree, "/Nums");
  qpdf_oh null = qpdf_oh_new_null (q);
  int n = qpdf_oh_is_array (q, numbers) ? qpdf_oh_get_array_n_items (q, numbers) : 0;

  for (int i = 1; i < n; i += 2)
    {
      qpdf_oh parents = qpdf_oh_get_array_item (q, numbers, i);
      int n_parents = qpdf_oh_is_array (q, parents) ? qpdf_oh_get_array_n_items (q, parents) : 0;

      for (int k = 0; k < n_parents; k++)
        {
          qpdf_oh parent = qpdf_oh_get_array_item (q, parents, k);

          if (is_private (q, parent))
            qpdf_oh_set_array_item (q, parents, k, null);
          qpdf_oh_release (q, parent);
        }
      qpdf_oh_release (q, parents);
    }
  qpdf_oh_release (q, null);
  qpdf_oh_release (q, numbers);
  qpdf_oh_release (q, tree);
}

/* "/Private << /MCID 7 >> BDC" → "/Artifact << /Type /Pagination >> BDC" */
static GString *
rename_artifacts (const char *content, gsize n)
{
  GString *out = g_string_sized_new (n + 256);
  const char *p = content, *end = content + n;

  while (p < end)
    {
      const char *hit = memmem (p, (gsize) (end - p), PRIVATE, strlen (PRIVATE)), *after;

      if (hit == NULL)
        break;
      after = hit + strlen (PRIVATE);
      while (after < end && g_ascii_isdigit (*after))
        after++;
      g_string_append_len (out, p, hit - p);
      if (end - after >= 7 && memcmp (after, " >> BDC", 7) == 0)
        {
          g_string_append (out, "/Artifact << /Type /Pagination >> BDC");
          after += 7;
        }
      else
        g_string_append_len (out, hit, after - hit);
      p = after;
    }
  g_string_append_len (out, p, end - p);
  return out;
}

static void
repair_page (qpdf_data q, qpdf_oh page)
{
  qpdf_oh contents = qpdf_oh_get_key (q, page, "/Contents");
  unsigned char *bytes = NULL;
  size_t n = 0;
  QPDF_BOOL filtered = QPDF_FALSE;

  if (qpdf_oh_is_stream (q, contents)
      && (qpdf_oh_get_stream_data (q, contents, qpdf_dl_generalized, &filtered, &bytes, &n)
          & QPDF_ERRORS) == 0)
    {
      g_autoptr (GString) renamed = rename_artifacts ((const char *) bytes, n);
      qpdf_oh null = qpdf_oh_new_null (q);

      qpdf_oh_replace_stream_data (q, contents, (const unsigned char *) renamed->str, renamed->len,
                                   null, null);
      qpdf_oh_release (q, null);
    }
  free (bytes);
  qpdf_oh_release (q, contents);
}

static void
repair_fonts (qpdf_data q)
{
  qpdf_oh trailer = qpdf_get_trailer (q), size = qpdf_oh_get_key (q, trailer, "/Size");
  qpdf_oh identity = qpdf_oh_new_name (q, "/Identity");
  int n = qpdf_oh_get_int_value_as_int (q, size);

  for (int i = 1; i < n; i++)
    {
      qpdf_oh object = qpdf_get_object_by_id (q, i, 0);

      if (qpdf_oh_is_dictionary_of_type (q, object, "/Font", "/CIDFontType2")
          && !qpdf_oh_has_key (q, object, "/CIDToGIDMap"))
        qpdf_oh_replace_key (q, object, "/CIDToGIDMap", identity);
      qpdf_oh_release (q, object);
    }
  qpdf_oh_release (q, identity);
  qpdf_oh_release (q, size);
  qpdf_oh_release (q, trailer);
}

/* Before anything is added. */
void
plx_pdf_structure_repair (qpdf_data q)
{
  qpdf_oh catalogue = qpdf_get_root (q), root = qpdf_oh_get_key (q, catalogue, "/StructTreeRoot");
  int n = qpdf_get_num_pages (q);

  repair_fonts (q);
  for (int i = 0; i < n; i++)
    {
      qpdf_oh page = qpdf_get_page_n (q, (size_t) i);

      repair_page (q, page);
      qpdf_oh_release (q, page);
    }
  if (qpdf_oh_is_dictionary (q, root))
    {
      prune_parents (q, root);
      prune (q, root);
    }
  qpdf_oh_release (q, root);
  qpdf_oh_release (q, catalogue);
}

/* The kids of @element as an array, which one kid alone need not be. */
static qpdf_oh
take_kids (qpdf_data q, qpdf_oh element)
{
  qpdf_oh kids = qpdf_oh_get_key (q, element, "/K"), array;

  if (qpdf_oh_is_array (q, kids))
    return kids;
  array = qpdf_oh_is_null (q, kids) ? qpdf_oh_new_array (q) : qpdf_oh_wrap_in_array (q, kids);
  qpdf_oh_replace_key (q, element, "/K", array);
  qpdf_oh_release (q, kids);
  return array;
}

/* The "Art" elements in order; they lie right under the document. */
static void
find_articles (PlxPdfStructure *self)
{
  qpdf_data q = self->q;
  qpdf_oh top = qpdf_oh_get_key (q, self->root, "/K");
  qpdf_oh document = qpdf_oh_is_array (q, top) ? qpdf_oh_get_array_item (q, top, 0)
                                               : qpdf_oh_new_object (q, top);
  qpdf_oh kids = qpdf_oh_get_key_if_dict (q, document, "/K");
  int n = qpdf_oh_is_array (q, kids) ? qpdf_oh_get_array_n_items (q, kids) : 0;

  for (int i = 0; i < n; i++)
    {
      qpdf_oh kid = qpdf_oh_get_array_item (q, kids, i);
      qpdf_oh name = qpdf_oh_get_key_if_dict (q, kid, "/S");

      if (qpdf_oh_is_name_and_equals (q, name, "/Art"))
        {
          qpdf_oh own = take_kids (q, kid);

          g_array_append_val (self->elements, kid);
          g_array_append_val (self->articles, own);
        }
      else
        qpdf_oh_release (q, kid);
      qpdf_oh_release (q, name);
    }
  qpdf_oh_release (q, kids);
  qpdf_oh_release (q, document);
  qpdf_oh_release (q, top);
}

static long long
find_next_key (PlxPdfStructure *self)
{
  int n = qpdf_oh_get_array_n_items (self->q, self->numbers);
  long long next = 0;

  for (int i = 0; i + 1 < n; i += 2)
    {
      qpdf_oh key = qpdf_oh_get_array_item (self->q, self->numbers, i);

      next = MAX (next, qpdf_oh_get_int_value (self->q, key) + 1);
      qpdf_oh_release (self->q, key);
    }
  return next;
}

void
plx_pdf_structure_open (PlxPdfStructure *self, qpdf_data q)
{
  qpdf_oh catalogue = qpdf_get_root (q), tree;

  *self = (PlxPdfStructure) { .q = q, .root = qpdf_oh_get_key (q, catalogue, "/StructTreeRoot") };
  self->articles = g_array_new (FALSE, FALSE, sizeof (qpdf_oh));
  self->elements = g_array_new (FALSE, FALSE, sizeof (qpdf_oh));
  tree = qpdf_oh_get_key_if_dict (q, self->root, "/ParentTree");
  self->numbers = qpdf_oh_get_key_if_dict (q, tree, "/Nums");
  self->present = qpdf_oh_is_array (q, self->numbers);
  if (self->present)
    {
      find_articles (self);
      self->next_key = find_next_key (self);
    }
  qpdf_oh_release (q, tree);
  qpdf_oh_release (q, catalogue);
}

/* An element for the annotation, at the end of its article. */
void
plx_pdf_structure_add (PlxPdfStructure *self, guint article, qpdf_oh page, qpdf_oh annotation)
{
  qpdf_data q = self->q;
  qpdf_oh direct, element, reference, key;

  if (!self->present || article >= self->articles->len)
    return;
  direct = qpdf_oh_parse (q, "<</Type /StructElem /S /Annot>>");
  element = qpdf_make_indirect_object (q, direct);
  reference = qpdf_oh_parse (q, "<</Type /OBJR>>");
  key = qpdf_oh_new_integer (q, self->next_key++);
  qpdf_oh_replace_key (q, reference, "/Obj", annotation);
  qpdf_oh_replace_key (q, element, "/P", g_array_index (self->elements, qpdf_oh, article));
  qpdf_oh_replace_key (q, element, "/Pg", page);
  plx_pdf_take_key (q, element, "/K", reference);
  qpdf_oh_append_item (q, g_array_index (self->articles, qpdf_oh, article), element);
  qpdf_oh_append_item (q, self->numbers, key);
  qpdf_oh_append_item (q, self->numbers, element);
  plx_pdf_take_key (q, annotation, "/StructParent", key);
  qpdf_oh_release (q, element);
  qpdf_oh_release (q, direct);
}

void
plx_pdf_structure_close (PlxPdfStructure *self)
{
  if (self->present)
    plx_pdf_take_key (self->q, self->root, "/ParentTreeNextKey",
                      qpdf_oh_new_integer (self->q, self->next_key));
  for (guint i = 0; i < self->articles->len; i++)
    {
      qpdf_oh_release (self->q, g_array_index (self->articles, qpdf_oh, i));
      qpdf_oh_release (self->q, g_array_index (self->elements, qpdf_oh, i));
    }
  g_array_unref (self->articles);
  g_array_unref (self->elements);
  qpdf_oh_release (self->q, self->numbers);
  qpdf_oh_release (self->q, self->root);
}
