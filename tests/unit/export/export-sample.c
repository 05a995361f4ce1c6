/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export-fixture.h"

/* Writes the fixture for a look by eye or a measurement:
 * export-sample FILE.pdf [PARAGRAPHS] */
int
main (int argc, char **argv)
{
  g_autoptr (ExportFixture) fixture
      = argc > 2 ? export_fixture_new_long ((guint) atoi (argv[2])) : export_fixture_new ();
  g_autoptr (GError) error = NULL;

  if (argc < 2 || !plx_report_write_pdf (&fixture->report, argv[1], NULL, NULL, &error))
    {
      g_printerr ("%s\n", error != NULL ? error->message : "export-sample FILE.pdf [PARAGRAPHS]");
      return 1;
    }
  return 0;
}
