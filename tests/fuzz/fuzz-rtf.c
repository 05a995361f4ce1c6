/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "fuzz-bytes.h"

static const char seed[] =
  "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fnil\\fcharset0 Times;}{\\f1\\fcharset204 "
  "Arial;}"
  "{\\f2\\fcharset128 Gothic;}}{\\stylesheet{\\s1 heading 1;}{\\s2 Title;}}{\\info{\\title Dam}"
  "{\\author Jane Doe}{\\creatim\\yr2031\\mo5\\dy14}}{\\header Tarn Daily\\par}\\pard\\s2 Dam talks"
  "\\par\\pard\\plain The {\\b two} sides \\f1\\'cf\\'f0\\f0  and "
  "\\uc1\\u8220?x\\u8221?\\uc2\\u-10179??"
  "\\u-8704??.{\\footnote A note.}\\par\\trowd\\intbl A\\cell B\\cell\\row\\pard "
  "{\\field{\\*\\fldinst "
  "HYPERLINK x}{\\fldrslt link}}\\line {\\f2\\'93\\'fa\\'96\\'7b}{\\*\\unknown "
  "{x}}{\\upr{a}{\\*\\ud{\\u233?}}}"
  "{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}{\\shptxt In a box.\\par}}}\\page{\\deleted gone}"
  "{\\pict 00ff}{\\v hidden}\\bin4 abcd end.\\par}";

static const char * const dictionary[] = {
  "{", "}", "\\", "\\par", "\\cell", "\\row", "\\intbl", "\\pard", "\\u", "\\uc0", "\\uc99999 ",
  "\\u-1?", "\\u55357 ", "\\'", "\\'ff", "\\'8", "\\bin999999999 ", "\\bin-5 ", "{\\footnote ",
  "{\\header ", "{\\shptxt ", "{\\*\\ud", "{\\upr", "{\\fonttbl", "\\f99", "\\fcharset136 "
  "", "\\cpg65001 ",
  "\\ansicpg932 ", "\\sect", "\\page", "{\\stylesheet", ";", "\\s-1", "{\\info{\\creatim\\yr99999",
  "\\b",
  "\\plain", "\\deleted", "{\\*", "\\999999999999999999", NULL
};

static char *
run (GRand *random, gboolean show)
{
  g_autoptr (GBytes) data = g_bytes_new_static (seed, strlen (seed));
  g_autoptr (GBytes) bytes = plx_fuzz_bytes_mutate (data, dictionary, random);

  if (show)
    g_file_set_contents ("fuzz-rtf.out", g_bytes_get_data (bytes, NULL),
                         (gssize) g_bytes_get_size (bytes), NULL);
  return plx_fuzz_bytes_import (bytes, "a.rtf");
}

int
main (int argc, char **argv)
{
  return plx_fuzz_bytes_run (argc, argv, "damaged RTF is read or refused", run);
}
