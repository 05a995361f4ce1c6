/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What parallax-read-pdf and the one who calls it agree on. The answer is lines of fields
 * apart by tabs; lengths are tenths of a point from the page's top left corner:
 *
 *   parallax-pdf 1
 *   info  NAME  TEXT                    title, author, created, xmp
 *   pages  N
 *   page  NUMBER  WIDTH  HEIGHT         its words follow
 *   word  LEFT  TOP  RIGHT  BOTTOM  SIZE  BOLD  LINE  TEXT
 *   broken  NUMBER                      a page that cannot be read
 *   end
 */

#define PLX_PDF_ANSWER "parallax-pdf 1"

enum {
  PLX_PDF_EXIT_OK = 0,
  PLX_PDF_EXIT_USAGE = 2,
  PLX_PDF_EXIT_FAILED = 3,
  PLX_PDF_EXIT_LOCKED = 4,
  PLX_PDF_EXIT_DAMAGED = 5,
};
