/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-import-private.h"
#include "import/plx-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum { MAX_DEPTH = 64 };

/* Brackets outside of strings, nested no deeper than the parser can bear. */
static gboolean
is_shallow (const char *text, gsize n)
{
  guint depth = 0;
  gboolean in_string = FALSE;

  for (gsize i = 0; i < n; i++)
    if (in_string)
      {
        if (text[i] == '\\')
          i++;
        else if (text[i] == '"')
          in_string = FALSE;
      }
    else if (text[i] == '"')
      in_string = TRUE;
    else if (text[i] == '{' || text[i] == '[')
      {
        if (++depth > MAX_DEPTH)
          return FALSE;
      }
    else if ((text[i] == '}' || text[i] == ']') && depth > 0)
      depth--;
  return TRUE;
}

/* The message of a failure is one line without json-glib's position prefix. */
JsonNode *
plx_json_parse (const char *text, gsize n, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) broken = NULL;
  JsonNode *root;

  if (!is_shallow (text, n))
    {
      g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_DAMAGED,
                   _("nested too deeply to be an article"));
      return NULL;
    }
  if (!json_parser_load_from_data (parser, text, (gssize) n, &broken))
    {
      g_autofree char *message = g_utf8_make_valid (broken->message, -1);

      g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_DAMAGED, "%s",
                   g_strdelimit (message, "\n", ' '));
      return NULL;
    }
  root = json_parser_steal_root (parser);
  if (root == NULL)
    g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_DAMAGED, _("it holds nothing"));
  return root;
}

/* The last byte that is no blank. */
static char
last_solid (const GString *out)
{
  for (gsize i = out->len; i > 0; i--)
    if (!g_ascii_isspace (out->str[i - 1]))
      return out->str[i - 1];
  return '\0';
}

static void
drop_comma (GString *out)
{
  gsize i = out->len;

  while (i > 0 && g_ascii_isspace (out->str[i - 1]))
    i--;
  if (i > 0 && out->str[i - 1] == ',')
    g_string_truncate (out, i - 1);
}

static const char *
copy_string (GString *out, const char *p)
{
  g_string_append_c (out, *p++);
  for (; *p != '\0'; p++)
    {
      if ((guchar) *p < 0x20)
        g_string_append_c (out, ' ');
      else
        g_string_append_c (out, *p);
      if (*p == '\\' && p[1] != '\0')
        {
          p++;
          g_string_append_c (out, (guchar) *p < 0x20 ? 'n' : *p);
        }
      else if (*p == '"')
        return p + 1;
    }
  return p;
}

/* Raw line ends inside strings, trailing and missing commas, stray semicolons
 * and comments around the whole. */
static char *
repair (const char *text)
{
  GString *out = g_string_new (NULL);
  const char *p = text + strcspn (text, "{[");

  while (*p != '\0')
    if (*p == '"')
      {
        char before = last_solid (out);

        if (before == '"' || before == '}' || before == ']')
          g_string_append_c (out, ',');
        p = copy_string (out, p);
      }
    else
      {
        if (*p == '}' || *p == ']')
          drop_comma (out);
        else if ((*p == '{' || *p == '[') && (last_solid (out) == '}' || last_solid (out) == ']'))
          g_string_append_c (out, ',');
        if (*p != ';')
          g_string_append_c (out, *p);
        p++;
      }
  while (out->len > 0 && out->str[out->len - 1] != '}' && out->str[out->len - 1] != ']')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

/* NULL: past repair. */
JsonNode *
plx_json_parse_broken (const char *text)
{
  JsonNode *node = plx_json_parse (text, strlen (text), NULL);
  g_autofree char *repaired = NULL;

  if (node != NULL)
    return node;
  repaired = repair (text);
  return plx_json_parse (repaired, strlen (repaired), NULL);
}

static char *
clean_string (const char *text)
{
  guint n_control = 0;
  char *valid = g_utf8_make_valid (text, -1);
  gsize n = strlen (valid);

  return plx_text_clean (valid, &n, &n_control);
}

char *
plx_json_node_dup (JsonNode *node)
{
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    node = json_object_get_member (json_node_get_object (node), "name");
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return clean_string (json_node_get_string (node));
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return NULL;
}
