/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "compare/plx-fact-units.h"

#include <string.h>

/* Units of several words and signs: "degrees Celsius", "40°C", "miles per hour". */

/* "degrees Celsius": the scale at term @i says what the degrees are of. */
guint
plx_fact_read_scale (const PlxFactReader *self, PlxFact *fact, guint i)
{
  const PlxUnitWord *scale = plx_fact_unit (self, i);

  if (strcmp (fact->dimension, "degree") != 0)
    return i;
  if (plx_fact_is (self, i, "c"))
    fact->dimension = "celsius";
  else if (plx_fact_is (self, i, "f"))
    fact->dimension = "fahrenheit";
  else if (scale != NULL)
    fact->dimension = scale->dimension;
  else
    return i;
  return i + 1;
}

/* "40°C": the first term behind it, or @i. */
guint
plx_fact_read_degree (const PlxFactReader *self, PlxFact *fact, guint i)
{
  const char *p = self->text->text + fact->span.end;

  if (fact->dimension != NULL || !(g_str_has_prefix (p, "°") || g_str_has_prefix (p, "º")))
    return i;
  fact->dimension = "degree";
  i = plx_fact_read_scale (self, fact, i);
  fact->n_terms = i - fact->first_term;
  fact->span.end = PLX_TEXT_TERM (self->text, i - 1)->span.end;
  return i;
}

/* "miles per hour", "km/h": a speed. */
guint
plx_fact_read_rate (const PlxFactReader *self, PlxFact *fact, guint i)
{
  const char *between = self->text->text + PLX_TEXT_TERM (self->text, i - 1)->span.end;
  gboolean word = plx_fact_is (self, i, "per") || plx_fact_is (self, i, "an")
                  || plx_fact_is (self, i, "a");
  const PlxUnitWord *unit = plx_fact_unit (self, i + word);
  double seconds = unit != NULL && strcmp (unit->dimension, "time") == 0 ? unit->factor : 0.0;

  if (!word && *between == '/' && plx_fact_is (self, i, "h"))
    seconds = 3600.0;
  if (strcmp (fact->dimension, "length") != 0 || seconds <= 0.0 || seconds > 3600.0
      || (!word && *between != '/'))
    return i;
  fact->dimension = "speed";
  fact->factor /= seconds;
  return i + word + 1;
}
