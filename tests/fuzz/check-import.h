/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/plx-importer.h"

G_BEGIN_DECLS

/* What must hold of anything that was read (src/import/README.md); NULL: it does. */
char *plx_check_import (const PlxImportResult *result) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
