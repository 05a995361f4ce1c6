/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-outlets.h"

#include "base/plx-data.h"

#include <string.h>

enum { MAX_SIGNATURE_BYTES = 60 };

typedef struct {
  GHashTable *domains;
  GHashTable *names;        // casefolded
  GHashTable *signatures;   // casefolded
} Outlets;

static const PlxOutlet nobody = { NULL, NULL, NULL };   // a key of several outlets

static void
add_key (GHashTable *table, const char *key, const PlxOutlet *outlet)
{
  char *folded = g_utf8_casefold (key, -1);
  const PlxOutlet *known = g_hash_table_lookup (table, folded);

  g_hash_table_replace (table, folded,
                        (gpointer) (known != NULL && known != outlet ? &nobody : outlet));
}

static void
add_keys (GHashTable *table, const char *list, const char *separator, const PlxOutlet *outlet)
{
  g_auto (GStrv) keys = g_strsplit (list, separator, -1);

  for (guint i = 0; keys[i] != NULL; i++)
    if (*keys[i] != '\0' && strcmp (keys[i], "-") != 0)
      add_key (table, keys[i], outlet);
}

static gboolean
add_outlet (char **fields, guint n_fields, gpointer user_data, GError **error)
{
  Outlets *outlets = user_data;
  PlxOutlet *outlet;

  (void) error;
  if (n_fields < 6)
    return TRUE;
  outlet = g_new (PlxOutlet, 1);
  outlet->name = g_strdup (fields[0]);
  outlet->kind = g_intern_string (fields[1]);
  outlet->country = g_intern_string (fields[2]);
  add_keys (outlets->domains, fields[3], " ", outlet);
  add_key (outlets->names, outlet->name, outlet);
  add_keys (outlets->names, fields[4], "|", outlet);
  add_keys (outlets->signatures, fields[5], "|", outlet);
  return TRUE;
}

static const Outlets *
get_outlets (void)
{
  static Outlets outlets;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      outlets.domains = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      outlets.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      outlets.signatures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      plx_data_read_table ("import/outlets.tsv", add_outlet, &outlets, NULL);
      g_once_init_leave (&once, 1);
    }
  return &outlets;
}

static const PlxOutlet *
look_up (GHashTable *table, const char *key)
{
  g_autofree char *folded = g_utf8_casefold (key, -1);
  const PlxOutlet *found = g_hash_table_lookup (table, folded);

  return found != &nobody ? found : NULL;
}

/* -- by address -- */

/* "example.org" of "https://www.example.org:8080/…"; NULL: no address of a site. */
static char *
read_host (const char *url)
{
  const char *start = strstr (url, "://"), *user;
  char *host;
  gsize n;

  if (start == NULL || (g_ascii_strncasecmp (url, "http", 4) != 0))
    return NULL;
  start += 3;
  n = strcspn (start, "/?#");
  user = memchr (start, '@', n);
  if (user != NULL)
    {
      n -= (gsize) (user + 1 - start);
      start = user + 1;
    }
  n = MIN (n, strcspn (start, ":"));
  host = g_ascii_strdown (start, (gssize) n);
  if (strchr (host, '.') == NULL)
    g_clear_pointer (&host, g_free);
  return host;
}

/* What an archive kept stands behind its own address. */
static const char *
skip_archive (const char *url)
{
  static const char * const archives[] = { "://web.archive.org/", "://archive.org/", "://archive.ph/",
                                           "://archive.is/", "://archive.today/",
                                           "://webcache.googleusercontent.com/" };

  for (guint i = 0; i < G_N_ELEMENTS (archives); i++)
    if (strstr (url, archives[i]) != NULL)
      {
        const char *inner = strstr (url + 8, "http");

        return inner != NULL ? inner : "";
      }
  return url;
}

static const PlxOutlet *
find_host (const char *host)
{
  for (const char *p = host; p != NULL && strchr (p, '.') != NULL; p = strchr (p, '.') + 1)
    {
      const PlxOutlet *found = look_up (get_outlets ()->domains, p);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A site may call itself by its address: "example.org", "www.example.org". */
static const PlxOutlet *
find_site (const char *site)
{
  const PlxOutlet *found = look_up (get_outlets ()->names, site);

  if (found == NULL && strchr (site, '.') != NULL && strchr (site, ' ') == NULL)
    {
      g_autofree char *host = g_ascii_strdown (site, -1);

      found = find_host (host);
    }
  return found;
}

/* A name alone tells an outlet; with an address that is not its own it may be a
 * namesake's. */
const PlxOutlet *
plx_outlet_find (const char *url, const char *site)
{
  g_autofree char *host = url != NULL ? read_host (skip_archive (url)) : NULL;
  const PlxOutlet *by_host = host != NULL ? find_host (host) : NULL;
  const PlxOutlet *by_site = site != NULL ? find_site (site) : NULL;

  if (host == NULL)
    return by_site;
  if (by_host != NULL && site != NULL && g_str_equal (by_host->kind, "aggregator"))
    return by_site;
  return by_host;
}

const PlxOutlet *
plx_outlet_find_agency (const char *signature)
{
  return look_up (get_outlets ()->signatures, signature);
}

/* -- what an article says between the lines -- */

/* The signs that stand around a signature: "(Reuters)", "-- Reuters", "[연합뉴스]". */
static char *
strip_signs (const char *text, gsize n)
{
  g_autofree char *line = g_strndup (text, n);
  const char *start = line, *end = line + strlen (line);

  while (*start != '\0' && !g_unichar_isalnum (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start)
    {
      const char *before = g_utf8_find_prev_char (start, end);

      if (before == NULL || g_unichar_isalnum (g_utf8_get_char (before)))
        break;
      end = before;
    }
  return g_strndup (start, (gsize) (end - start));
}

/* A last line that is nothing but an agency's signature. */
static char *
find_at_end (const char *text)
{
  const char *last = strrchr (text, '\n');
  g_autofree char *line = NULL;

  if (last == NULL || strlen (last) > MAX_SIGNATURE_BYTES)
    return NULL;
  line = strip_signs (last + 1, strlen (last + 1));
  return plx_outlet_find_agency (line) != NULL ? g_steal_pointer (&line) : NULL;
}

static char *
find_in_byline (char **byline)
{
  for (guint i = 0; byline != NULL && byline[i] != NULL; i++)
    if (plx_outlet_find_agency (byline[i]) != NULL)
      return g_strdup (byline[i]);
  return NULL;
}

static void
set (char **field, const char *value)
{
  g_free (*field);
  *field = g_strdup (value);
}

/* Done again where a container adds the address of what a member held. */
void
plx_outlet_fill (PlxImportedArticle *article)
{
  const PlxOutlet *outlet = plx_outlet_find (article->url, article->site);

  if (article->wire == NULL)
    article->wire = find_in_byline (article->byline);
  if (article->wire == NULL)
    article->wire = find_at_end (article->text);
  set (&article->outlet, outlet != NULL ? outlet->name : NULL);
  set (&article->outlet_kind, outlet != NULL ? outlet->kind : NULL);
  set (&article->outlet_country, outlet != NULL ? outlet->country : NULL);
}
