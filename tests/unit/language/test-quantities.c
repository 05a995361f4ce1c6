/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "read-article.h"

/* "bound value unit" of each quantity, joined by ", " */
static char *
quantities_of (const char *text)
{
  g_autoptr (PlxAnalysis) analysis = read_article (text, NULL);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < analysis->quantities->len; i++)
    {
      const PlxQuantity *quantity = PLX_QUANTITY (analysis, i);

      g_string_append_printf (out, "%s%s %g %s", i > 0 ? ", " : "",
                              plx_bound_to_nick (quantity->bound), quantity->value,
                              quantity->unit);
    }
  return g_string_free (out, FALSE);
}

static void
test_units_and_bounds (void)
{
  static const struct { const char *text, *quantities; } cases[] = {
    { "Some 40,000 tonnes of wheat arrived.", "~ 40000 tonne" },
    { "At least 48 people died.", ">= 48 people" },
    { "It cost $3.5 million.", "= 3.5e+06 dollar" },
    { "More than two hundred and forty houses fell.", ">= 240 house" },
    { "Output rose by 12 percent.", "= 12 percent" },
    { "It fell by nearly 3.5%.", "~ 3.5 percent" },
    { "up to 5,000 soldiers", "<= 5000 soldier" },
    { "The two leaders met.", "= 2 leader" },
    { "a dozen ships", "= 12 ship" },
    { "twenty-five boats", "= 25 boat" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *quantities = quantities_of (cases[i].text);

      g_assert_cmpstr (quantities, ==, cases[i].quantities);
    }
}

/* Times, names and pronouns hold numbers that count nothing. */
static void
test_no_quantities (void)
{
  static const char *const texts[] = {
    "They met on May 14, 2031, for three hours.",
    "The A320 and the COVID-19 ward.",
    "No one of them knew.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *quantities = quantities_of (texts[i]);

      g_assert_cmpstr (quantities, ==, "");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/quantities/units-and-bounds", test_units_and_bounds);
  g_test_add_func ("/language/quantities/none", test_no_quantities);
  return g_test_run ();
}
