/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-comparison-json-private.h"

static void
write_reasons (PlxComparisonWriter *self, guint reasons)
{
  static const struct { guint reason; const char *nick; } nicks[] = {
    { PLX_ORIGIN_EARLIER, "earlier" }, { PLX_ORIGIN_AGENCY, "agency" },
    { PLX_ORIGIN_CONTAINS, "contains" },
  };
  const char *said[G_N_ELEMENTS (nicks) + 1] = { NULL };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (reasons & nicks[i].reason)
      said[n++] = nicks[i].nick;
  plx_write_strings (self, "reasons", (char **) said);
}

static void
write_side (PlxComparisonWriter *self, const char *key, gint article, const PlxSpan *spans,
            guint n_spans, double share_01)
{
  plx_write_key (self, key);
  g_string_append_c (self->out, '{');
  plx_write_string (self, "article", self->comparison->article_ids[article]);
  plx_write_spans (self, "spans", article, spans, n_spans);
  plx_write_key (self, "share");
  plx_write_number (self, share_01);
  g_string_append_c (self->out, '}');
}

/* "reuse":[{"a":{"article","spans","share"},"b":{…},"origin"?,"reasons"}] */
void
plx_reuse_write_json (PlxComparisonWriter *self)
{
  plx_write_key (self, "reuse");
  g_string_append_c (self->out, '[');
  for (guint i = 0; i < self->comparison->reuse->len; i++)
    {
      const PlxReuse *reuse = g_ptr_array_index (self->comparison->reuse, i);

      plx_write_comma (self);
      g_string_append_c (self->out, '{');
      write_side (self, "a", reuse->article_a, reuse->spans_a, reuse->n_spans,
                  reuse->share_a_01);
      write_side (self, "b", reuse->article_b, reuse->spans_b, reuse->n_spans,
                  reuse->share_b_01);
      if (reuse->origin >= 0)
        plx_write_string (self, "origin", self->comparison->article_ids[reuse->origin]);
      write_reasons (self, reuse->reasons);
      g_string_append_c (self->out, '}');
    }
  g_string_append_c (self->out, ']');
}
