/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-table.h"

#include <stdio.h>

/* "03/04/2031": which comes first, day or month, is decided by the dates of the
 * same column that leave no choice, all or nothing. */

void
plx_date_evidence_add (PlxDateEvidence *evidence, const char *value)
{
  int first, second, year;
  char a, b;

  if (sscanf (value, "%2d%c%2d%c%4d", &first, &a, &second, &b, &year) != 5 || a != b
      || (a != '/' && a != '-') || first < 1 || second < 1 || first > 31 || second > 31)
    return;
  if (first > 12 && second <= 12)
    evidence->n_day++;
  else if (second > 12 && first <= 12)
    evidence->n_month++;
  else if (first != second)
    evidence->n_either++;
}

PlxDateOrder
plx_date_evidence_choose (const PlxDateEvidence *evidence)
{
  if (evidence->n_day > 0 && evidence->n_month == 0)
    return PLX_DATE_ORDER_DAY;
  if (evidence->n_month > 0 && evidence->n_day == 0)
    return PLX_DATE_ORDER_MONTH;
  return PLX_DATE_ORDER_OPEN;
}
