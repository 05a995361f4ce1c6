/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-import-private.h"

static void
test_forms (void)
{
  static const struct { const char *text, *iso; } cases[] = {
    { "2031-05-14", "2031-05-14" },
    { "2031-05-14T06:07:08Z", "2031-05-14T06:07:08Z" },
    { "2031-05-14T06:07:08.123+0200", "2031-05-14T06:07:08+02:00" },
    { "2031-05-14 06:07", "2031-05-14T06:07:00" },
    { "20310514", "2031-05-14" },
    { "2031-05", "2031-05" },
    { "2031", "2031" },
    { "Wed, 14 May 2031 06:07:08 GMT", "2031-05-14T06:07:08Z" },
    { "May 14, 2031", "2031-05-14" },
    { "Published: May 14, 2031 6:07 pm", "2031-05-14T18:07:00" },
    { "14. Mai 2031", "2031-05-14" },
    { "14 mai 2031", "2031-05-14" },
    { "14.05.2031", "2031-05-14" },
    { "25/12/2031", "2031-12-25" },
    { "2031年5月14日", "2031-05-14" },
    { "2031년 5월 14일 09:30", "2031-05-14T09:30:00" },
    { "20310514T060708+0200", "2031-05-14T06:07:08+02:00" },
    { "20310514T060708Z", "2031-05-14T06:07:08Z" },
    { "20310514T0607", "2031-05-14T06:07:00" },
    { "20310514060708", "2031-05-14T06:07:08" },
    { "Wed, 14 May 31 06:07:08 +0200", "2031-05-14T06:07:08+02:00" },
    { "14 May 99 06:07 GMT", "1999-05-14T06:07:00Z" },
    { "Wed, 14 May 2031 06:07:08 EST", "2031-05-14T06:07:08-05:00" },
    { "Wed May 14 06:07:08 2031", "2031-05-14T06:07:08" },
    { "Wed May 14 06:07:08 PDT 2031", "2031-05-14T06:07:08-07:00" },
    { "2031-05-14 06:07:08.5 +0000 UTC", "2031-05-14T06:07:08+00:00" },
    { "1936591628", "2031-05-15T06:07:08Z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *iso = plx_published_parse (cases[i].text);

      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
}

/* Two readings, or none: left open. */
static void
test_none (void)
{
  static const char * const texts[] = {
    "",       "03/04/2031",    "yesterday", "2031-13-01", "31.02.2031",
    "May 14", "14 May 31", "20319914T060708", "+49 30 123456", "14",        "May 2031",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *iso = plx_published_parse (texts[i]);

      g_assert_null (iso);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/published/forms", test_forms);
  g_test_add_func ("/import/published/none", test_none);
  return g_test_run ();
}
