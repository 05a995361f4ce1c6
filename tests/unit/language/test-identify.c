/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "language/plx-language.h"

static void
assert_language (const char *text, const char *expected)
{
  g_autofree char *found = plx_language_identify (text, -1);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_scripts (void)
{
  assert_language ("사란항 앞바다에서 여객선이 침몰했다", "ko");
  assert_language ("塔恩河铁路大桥推迟至2037年完工", "zh");
  assert_language ("首相は水曜日に会談した", "ja");
}

static void
test_latin (void)
{
  assert_language ("The ministry said on Monday that the bridge would be finished within four years.", "en");
  assert_language ("Das Ministerium sagte am Montag, die Brücke werde binnen vier Jahren fertig.", "de");
  assert_language ("Le ministère a déclaré lundi que le pont serait achevé dans les quatre ans.", "fr");
}

/* Small words that both have do not decide. */
static void
test_neighbours (void)
{
  assert_language ("Statsministeren sagde mandag, at forhandlingerne fortsætter, og at landet venter nye "
                   "beslutninger efter mødet, som blev holdt i går.", "da");
  assert_language ("Statsministeren sa mandag at forhandlingene fortsetter, og at landet venter nye "
                   "beslutninger etter møtet, som ble holdt i går.", "nb");
  assert_language ("Statsministern sade på måndagen att förhandlingarna fortsätter och att landet väntar "
                   "nya beslut efter mötet som hölls i går.", "sv");
  assert_language ("Прэзідэнт заявіў у панядзелак, што перамовы з партнёрамі працягваюцца.", "be");
  assert_language ("Президент заявив у понеділок, що переговори з партнерами тривають.", "uk");
}

static void
test_short (void)
{
  assert_language ("He said that it was late.", "en");
  assert_language ("KIM SAID THAT XI SAID THAT KIM SAID", "en");
  assert_language ("Er sagte, dass es nicht so ist.", "de");
  assert_language ("Il a dit que ce n’est pas vrai.", "fr");
}

static void
test_nothing_to_go_by (void)
{
  assert_language ("", "und");
  assert_language ("12 345 …", "und");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/identify/scripts", test_scripts);
  g_test_add_func ("/language/identify/latin", test_latin);
  g_test_add_func ("/language/identify/neighbours", test_neighbours);
  g_test_add_func ("/language/identify/short", test_short);
  g_test_add_func ("/language/identify/nothing", test_nothing_to_go_by);
  return g_test_run ();
}
