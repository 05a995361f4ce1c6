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
    { "four plain-clothes officers", "= 4 officer" },
    { "nine officer-involved shootings", "= 9 shooting" },
    { "an 18,000-person agency", "= 18000 person" },
    { "twenty-five boats", "= 25 boat" },
    { "half a million people", "= 500000 people" },
    { "about half the force", "~ 0.5 share" },
    { "two-thirds of the seats", "= 0.666667 share" },
    { "nine out of ten voters", "= 0.9 share" },
    { "3/4 of the votes", "= 0.75 share" },
    { "between 3 and 5 soldiers", ">= 3 soldier, <= 5 soldier" },
    { "They lost 3-5 ships.", ">= 3 ship, <= 5 ship" },
    { "It costs $5-6 billion.", ">= 5e+09 dollar, <= 6e+09 dollar" },
    { "It costs US$200 million or 5,000 RMB.", "= 2e+08 dollar, = 5000 yuan" },
    { "It sank to -5 degrees.", "= -5 degree" },
    { "It was 20°C, with winds of 60 km/h.", "= 20 degree Celsius, = 60 kilometre per hour" },
    { "12 people or more", ">= 12 people" },
    { "1,000-plus troops", ">= 1000 troops" },
    { "30-odd members", "~ 30 member" },
    { "a 6,000-ton destroyer", "= 6000 ton" },
    { "It burns 100 MW on 40 sq km.", "= 100 megawatt, = 40 square kilometre" },
    { "no fewer than 200 villagers", ">= 200 villager" },
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
    "Under Article 9 he took Flight 370, read page 12 and saw No. 5.",
    "The film opened. -0-",
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
