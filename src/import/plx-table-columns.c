/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/plx-data.h"
#include "import/plx-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Which column is what: by its heading, in the languages of
 * data/import/table-columns.tsv, else by what stands in it. */

enum {
  N_HEADING_ROWS = 15,       // exports may say what they are above the headings
  MIN_TEXT_CHARS = 80,       // a column of texts is on average longer
  MIN_TITLE_CHARS = 12,
};

static const struct { const char *id, *label; } roles[PLX_N_COLUMN_ROLES] = {
  { "none", N_("Not used") }, { "text", N_("Text") }, { "title", N_("Title") },
  { "published", N_("Date") }, { "source", N_("Source") }, { "byline", N_("Author") },
  { "url", N_("Address") }, { "language", N_("Language") }, { "id", N_("Number") },
  { "lead", N_("Summary") }, { "wire", N_("Agency") }, { "dateline", N_("Dateline") },
};

const char *
plx_column_role_get_id (PlxColumnRole role)
{
  return roles[role].id;
}

const char *
plx_column_role_get_label (PlxColumnRole role)
{
  return _(roles[role].label);
}

static PlxColumnRole
find_role (const char *id)
{
  for (guint i = 0; i < PLX_N_COLUMN_ROLES; i++)
    if (strcmp (roles[i].id, id) == 0)
      return (PlxColumnRole) i;
  return PLX_COLUMN_NONE;
}

/* -- mappings -- */

PlxColumnMapping *
plx_column_mapping_new (void)
{
  PlxColumnMapping *mapping = g_new0 (PlxColumnMapping, 1);

  mapping->names = g_ptr_array_new_with_free_func (g_free);
  mapping->roles = g_array_new (FALSE, TRUE, sizeof (PlxColumnRole));
  return mapping;
}

void
plx_column_mapping_free (PlxColumnMapping *mapping)
{
  if (mapping == NULL)
    return;
  g_ptr_array_unref (mapping->names);
  g_array_unref (mapping->roles);
  g_free (mapping);
}

static void
add_column (PlxColumnMapping *mapping, const char *name, PlxColumnRole role)
{
  g_ptr_array_add (mapping->names, g_strstrip (g_strdup (name)));
  g_array_append_val (mapping->roles, role);
}

PlxColumnMapping *
plx_column_mapping_copy (const PlxColumnMapping *mapping)
{
  PlxColumnMapping *copy = plx_column_mapping_new ();

  for (guint i = 0; i < mapping->names->len; i++)
    add_column (copy, g_ptr_array_index (mapping->names, i),
                g_array_index (mapping->roles, PlxColumnRole, i));
  copy->dates = mapping->dates;
  copy->has_headings = mapping->has_headings;
  copy->is_sure = mapping->is_sure;
  return copy;
}

PlxColumnRole
plx_column_mapping_get_role (const PlxColumnMapping *mapping, guint column)
{
  return column < mapping->roles->len ? g_array_index (mapping->roles, PlxColumnRole, column)
                                      : PLX_COLUMN_NONE;
}

static const char * const orders[] = { "open", "day", "month" };

char *
plx_column_mapping_to_string (const PlxColumnMapping *mapping)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < mapping->names->len; i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (g_ptr_array_index (mapping->names, i)),
                                            "\t\n", ' ');

      g_string_append_printf (string, "%s\t%s\n",
                              plx_column_role_get_id (plx_column_mapping_get_role (mapping, i)),
                              name);
    }
  g_string_append_printf (string, "dates\t%s\n", orders[mapping->dates]);
  return g_string_free (string, FALSE);
}

PlxColumnMapping *
plx_column_mapping_from_string (const char *string)
{
  g_autoptr (PlxColumnMapping) mapping = plx_column_mapping_new ();
  g_auto (GStrv) lines = g_strsplit (string, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *name = strchr (lines[i], '\t');

      if (*lines[i] == '\0')
        continue;
      if (name == NULL)
        return NULL;
      *name++ = '\0';
      if (strcmp (lines[i], "dates") != 0)
        add_column (mapping, name, find_role (lines[i]));
      else
        for (guint o = 0; o < G_N_ELEMENTS (orders); o++)
          if (strcmp (name, orders[o]) == 0)
            mapping->dates = (PlxDateOrder) o;
    }
  mapping->has_headings = mapping->is_sure = TRUE;
  return mapping->names->len > 0 ? g_steal_pointer (&mapping) : NULL;
}

/* -- headings -- */

/* "Publication_Date:" → "publicationdate": letters and digits only. */
static char *
fold (const char *heading)
{
  g_autofree char *valid = g_utf8_make_valid (heading, -1);
  g_autofree char *folded = g_utf8_casefold (valid, -1);
  g_autofree char *normal = g_utf8_normalize (folded, -1, G_NORMALIZE_NFKC);
  GString *out = g_string_new (NULL);

  for (const char *p = normal != NULL ? normal : folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)) || g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));
  return g_string_free (out, FALSE);
}

typedef struct {
  GHashTable *roles;         // folded heading → PlxColumnRole
  GHashTable *ranks;         // folded heading → how well it says so, 1 best
} Headings;

static gboolean
add_headings (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  Headings *headings = user_data;
  PlxColumnRole role = find_role (fields[0]);

  for (guint i = 1; i < n_fields && role != PLX_COLUMN_NONE; i++)
    {
      char *name = fold (fields[i]);

      if (g_hash_table_contains (headings->roles, name))
        {
          g_free (name);
          continue;
        }
      g_hash_table_insert (headings->ranks, name, GUINT_TO_POINTER (i));
      g_hash_table_insert (headings->roles, name, GINT_TO_POINTER (role));
    }
  return TRUE;
}

static const Headings *
get_headings (void)
{
  static Headings headings;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      headings.roles = g_hash_table_new (g_str_hash, g_str_equal);
      headings.ranks = g_hash_table_new (g_str_hash, g_str_equal);
      plx_data_read_table ("import/table-columns.tsv", add_headings, &headings, NULL);
      plx_data_read_table ("import/json-fields.tsv", add_headings, &headings, NULL);
      g_once_init_leave (&once, 1);
    }
  return &headings;
}

PlxColumnRole
plx_column_role_find (const char *heading)
{
  g_autofree char *name = fold (heading);

  return (PlxColumnRole) GPOINTER_TO_INT (g_hash_table_lookup (get_headings ()->roles, name));
}

static guint
rank_heading (const char *heading)
{
  g_autofree char *name = fold (heading);

  return GPOINTER_TO_UINT (g_hash_table_lookup (get_headings ()->ranks, name));
}

/* -- content -- */

static const char *
get_cell (GPtrArray *row, guint column)
{
  return column < row->len ? g_ptr_array_index (row, column) : "";
}

typedef struct {
  guint n_filled, n_dates, n_addresses;
  gulong n_chars;
} Content;

static Content
measure (GPtrArray *rows, guint from, guint column)
{
  Content content = { 0 };

  for (guint i = from; i < rows->len; i++)
    {
      const char *cell = get_cell (g_ptr_array_index (rows, i), column);
      g_autofree char *date = NULL;
      gsize n = strlen (cell);

      if (n == 0)
        continue;
      content.n_filled++;
      content.n_chars += (gulong) g_utf8_strlen (cell, (gssize) n);
      content.n_addresses += g_str_has_prefix (cell, "http://") || g_str_has_prefix (cell, "https://");
      date = n >= 6 && n < 40 ? plx_published_parse (cell) : NULL;
      content.n_dates += date != NULL && strlen (date) >= 10;
    }
  return content;
}

static gulong
average (const Content *content)
{
  return content->n_filled > 0 ? content->n_chars / content->n_filled : 0;
}

static gboolean
has_role (const PlxColumnMapping *mapping, PlxColumnRole role)
{
  for (guint i = 0; i < mapping->roles->len; i++)
    if (plx_column_mapping_get_role (mapping, i) == role)
      return TRUE;
  return FALSE;
}

static void
set_role (PlxColumnMapping *mapping, guint column, PlxColumnRole role)
{
  g_array_index (mapping->roles, PlxColumnRole, column) = role;
}

/* What no heading told: the longest column is the text, the next the title. */
static void
guess_columns (PlxColumnMapping *mapping, GPtrArray *rows, guint from)
{
  guint n = mapping->names->len, longest = n, second = n;
  g_autofree Content *contents = g_new0 (Content, n + 1);

  for (guint c = 0; c < n; c++)
    {
      contents[c] = measure (rows, from, c);
      if (plx_column_mapping_get_role (mapping, c) != PLX_COLUMN_NONE || contents[c].n_filled == 0)
        continue;
      if (contents[c].n_addresses * 10 >= contents[c].n_filled * 8 && !has_role (mapping, PLX_COLUMN_URL))
        set_role (mapping, c, PLX_COLUMN_URL);
      else if (contents[c].n_dates * 10 >= contents[c].n_filled * 8
               && !has_role (mapping, PLX_COLUMN_PUBLISHED))
        set_role (mapping, c, PLX_COLUMN_PUBLISHED);
      else if (longest == n || average (&contents[c]) > average (&contents[longest]))
        {
          second = longest;
          longest = c;
        }
      else if (second == n || average (&contents[c]) > average (&contents[second]))
        second = c;
    }
  if (longest < n && !has_role (mapping, PLX_COLUMN_TEXT) && !has_role (mapping, PLX_COLUMN_LEAD)
      && average (&contents[longest]) >= MIN_TEXT_CHARS)
    {
      set_role (mapping, longest, PLX_COLUMN_TEXT);
      longest = second;
    }
  if (longest < n && !has_role (mapping, PLX_COLUMN_TITLE) && has_role (mapping, PLX_COLUMN_TEXT)
      && average (&contents[longest]) >= MIN_TITLE_CHARS)
    set_role (mapping, longest, PLX_COLUMN_TITLE);
}

/* Of two columns for one role, that whose heading says it best and which is
 * filled; authors may stand in several. */
static void
settle_doubles (PlxColumnMapping *mapping, GPtrArray *rows, guint from)
{
  for (guint a = 0; a < mapping->names->len; a++)
    for (guint b = a + 1; b < mapping->names->len; b++)
      {
        PlxColumnRole role = plx_column_mapping_get_role (mapping, a);
        guint rank_a, rank_b;

        if (role == PLX_COLUMN_NONE || role == PLX_COLUMN_BYLINE
            || role != plx_column_mapping_get_role (mapping, b))
          continue;
        rank_a = rank_heading (g_ptr_array_index (mapping->names, a));
        rank_b = rank_heading (g_ptr_array_index (mapping->names, b));
        if (measure (rows, from, a).n_filled == 0 || (rank_b < rank_a && measure (rows, from, b).n_filled > 0))
          set_role (mapping, a, PLX_COLUMN_NONE);
        else
          set_role (mapping, b, PLX_COLUMN_NONE);
      }
}

/* The row with the most known headings; @rows->len: none has any. */
static guint
find_headings (GPtrArray *rows)
{
  guint best = rows->len, best_n = 0;

  for (guint i = 0; i < MIN (rows->len, N_HEADING_ROWS); i++)
    {
      GPtrArray *row = g_ptr_array_index (rows, i);
      guint n = 0;

      for (guint c = 0; c < row->len; c++)
        n += plx_column_role_find (g_ptr_array_index (row, c)) != PLX_COLUMN_NONE;
      if (n > best_n)
        {
          best = i;
          best_n = n;
        }
    }
  return best_n >= 2 || (best_n == 1 && best == 0) ? best : rows->len;
}

/* Short words over longer content: headings that nobody knows. */
static gboolean
is_heading_row (GPtrArray *rows)
{
  GPtrArray *row = g_ptr_array_index (rows, 0);
  gulong n_first = 0, n_others = 0;

  if (rows->len < 2)
    return FALSE;
  for (guint c = 0; c < row->len; c++)
    {
      const char *cell = g_ptr_array_index (row, c);
      g_autofree char *date = plx_published_parse (cell);

      if (*cell == '\0' || date != NULL || strlen (cell) > 60 || strstr (cell, "://") != NULL)
        return FALSE;
      n_first += strlen (cell);
    }
  for (guint c = 0; c < row->len; c++)
    {
      Content content = measure (rows, 1, c);

      n_others += average (&content);
    }
  return n_others > 2 * n_first;
}

static guint
count_columns (GPtrArray *rows)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n = MAX (n, ((GPtrArray *) g_ptr_array_index (rows, i))->len);
  return MIN (n, 1000);
}

static void
find_date_order (PlxColumnMapping *mapping, GPtrArray *rows, guint from)
{
  PlxDateEvidence evidence = { 0 };

  for (guint c = 0; c < mapping->names->len; c++)
    for (guint i = from; i < rows->len && plx_column_mapping_get_role (mapping, c) == PLX_COLUMN_PUBLISHED; i++)
      plx_date_evidence_add (&evidence, get_cell (g_ptr_array_index (rows, i), c));
  mapping->dates = plx_date_evidence_choose (&evidence);
}

PlxColumnMapping *
plx_columns_propose (GPtrArray *rows, guint *n_before)
{
  PlxColumnMapping *mapping = plx_column_mapping_new ();
  guint heading = find_headings (rows), n = count_columns (rows);

  mapping->has_headings = heading < rows->len || (rows->len > 0 && is_heading_row (rows));
  if (heading == rows->len)
    heading = 0;
  *n_before = mapping->has_headings ? heading + 1 : 0;
  for (guint c = 0; c < n; c++)
    {
      const char *name = mapping->has_headings ? get_cell (g_ptr_array_index (rows, heading), c) : "";

      add_column (mapping, name, plx_column_role_find (name));
    }
  settle_doubles (mapping, rows, *n_before);
  mapping->is_sure = has_role (mapping, PLX_COLUMN_TITLE)
                     && (has_role (mapping, PLX_COLUMN_TEXT) || has_role (mapping, PLX_COLUMN_LEAD));
  guess_columns (mapping, rows, *n_before);
  find_date_order (mapping, rows, *n_before);
  return mapping;
}

PlxColumnMapping *
plx_columns_apply (const PlxColumnMapping *wanted, const PlxColumnMapping *proposed)
{
  g_autoptr (PlxColumnMapping) mapping = plx_column_mapping_copy (proposed);
  gboolean is_used = FALSE;

  for (guint c = 0; c < mapping->names->len; c++)
    {
      PlxColumnRole role = PLX_COLUMN_NONE;

      for (guint w = 0; w < wanted->names->len; w++)
        if (strcmp (g_ptr_array_index (wanted->names, w), g_ptr_array_index (mapping->names, c)) == 0
            && (*(char *) g_ptr_array_index (wanted->names, w) != '\0' || w == c))
          role = plx_column_mapping_get_role (wanted, w);
      set_role (mapping, c, role);
      is_used |= role == PLX_COLUMN_TEXT || role == PLX_COLUMN_TITLE || role == PLX_COLUMN_LEAD;
    }
  if (!is_used)
    return NULL;
  mapping->dates = wanted->dates != PLX_DATE_ORDER_OPEN ? wanted->dates : proposed->dates;
  mapping->is_sure = TRUE;
  return g_steal_pointer (&mapping);
}
