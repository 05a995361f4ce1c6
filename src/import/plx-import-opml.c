/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-formats.h"
#include "import/plx-items.h"

#include <glib/gi18n-lib.h>

/* OPML, a list of feeds: nothing to read in it, as nothing is fetched here; the
 * addresses are told, so that somebody can. */

enum { MAX_TOLD = 20 };

static char *
list_addresses (const xmlNode *root, guint *n)
{
  GString *list = g_string_new (NULL);

  for (const xmlNode *node = root; node != NULL; node = plx_xml_next (node, root))
    {
      g_autofree char *address = plx_xml_is (node, "outline") ? plx_xml_attribute (node, "xmlUrl") : NULL;

      if (address == NULL)
        continue;
      if ((*n)++ < MAX_TOLD)
        g_string_append_printf (list, "%s%s", list->len > 0 ? " " : "", address);
    }
  if (*n > MAX_TOLD)
    g_string_append (list, " …");
  return g_string_free (list, FALSE);
}

static gboolean
is_opml (PlxImportInput *input)
{
  return plx_import_input_has_root (input, "opml OPML");
}

static gboolean
read_opml (PlxImportInput *input, PlxImportResult *result, GError **error)
{
  xmlDoc *doc = plx_items_parse (input, result, error);
  g_autofree char *list = NULL;
  guint n = 0;

  if (doc == NULL)
    return FALSE;
  list = list_addresses (xmlDocGetRootElement (doc), &n);
  xmlFreeDoc (doc);
  g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_EMPTY,
               ngettext ("this is a list of %u feed (OPML), not articles; save the feed itself and "
                         "import it: %s",
                         "this is a list of %u feeds (OPML), not articles; save the feeds themselves "
                         "and import them: %s", n), n, list);
  return FALSE;
}

const PlxImportFormat plx_format_opml = {
  .media_type = "text/x-opml",
  .label = N_("a list of feeds (OPML)"),
  .limit = PLX_IMPORT_MAX_TEXT_BYTES,
  .is_one = is_opml,
  .read = read_opml,
};
