/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/plx-importer.h"

G_BEGIN_DECLS

/* Known outlets and agencies (data/import/outlets.tsv). What is not known there
 * is no less an outlet: nothing is guessed from a likeness. */

typedef struct {
  const char *name;
  const char *kind;      // "agency", "state media", "newspaper", "broadcaster", "magazine",
                         // "website", "aggregator"
  const char *country;   // ISO 3166-1 alpha-2
} PlxOutlet;

/* By the address of an article, else by the name its site gives itself; either
 * may be NULL. An aggregator's address gives way to the name of the source. */
const PlxOutlet *plx_outlet_find        (const char *url, const char *site);

/* By how an agency signs: "Reuters", "YONHAP", "新华社". */
const PlxOutlet *plx_outlet_find_agency (const char *signature);

/* Fills what a format left open: the agency named as byline or at the end of the
 * text, and the outlet. */
void             plx_outlet_fill        (PlxImportedArticle *article);

G_END_DECLS
