/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "language/plx-grammar.h"
#include "language/plx-language-private.h"
#include "language/plx-numbers.h"
#include "language/plx-phrases.h"
#include "language/plx-words.h"

G_BEGIN_DECLS

/* What the files of the time grammar share; nobody else includes this.
 * plx-time-lists.c loads, plx-times.c matches patterns and fills a reading,
 * plx-time-values.c turns a reading into a value. */

typedef enum {
  TIME_CLASS_LITERAL,
  TIME_CLASS_WEEKDAY,
  TIME_CLASS_MONTH,
  TIME_CLASS_PART,
  TIME_CLASS_UNIT,
  TIME_CLASS_SHIFT,
  TIME_CLASS_RELDAY,
  TIME_CLASS_TONIGHT,
  TIME_CLASS_SEASON,
  TIME_CLASS_QUANT,
  TIME_CLASS_EACH,
  TIME_CLASS_VAGUE,
  TIME_CLASS_MOD,
  TIME_CLASS_MODOF,
  TIME_CLASS_ZONE,
  TIME_CLASS_AMPM,
  TIME_CLASS_DECADE,
  TIME_CLASS_ORDINAL,
  TIME_CLASS_FUTURE,
  TIME_CLASS_HOLIDAY,
  // recognised by their form, not listed
  TIME_CLASS_NUMBER,
  TIME_CLASS_DAY,
  TIME_CLASS_YEAR,
  TIME_CLASS_ISO,
  TIME_CLASS_SLASHED,
  TIME_CLASS_CLOCK,
  N_TIME_CLASSES,
} TimeClass;

typedef enum {
  TIME_KIND_DATE,
  TIME_KIND_SHIFT,
  TIME_KIND_DAY,
  TIME_KIND_SAME,
  TIME_KIND_FOLLOW,
  TIME_KIND_AGO,
  TIME_KIND_LATER,
  TIME_KIND_DURATION,
  TIME_KIND_SET,
  TIME_KIND_VAGUE,
  TIME_KIND_DECADE,
  N_TIME_KINDS,
} TimeKind;

/* Beside which words an expression of doubt is a time after all. */
typedef enum {
  TIME_BESIDE_BEFORE_MONTH = 1 << 0,
  TIME_BESIDE_BEFORE_YEAR = 1 << 1,
  TIME_BESIDE_BEFORE_PAPER = 1 << 2,
  TIME_BESIDE_AFTER_PAPER = 1 << 3,
} TimeBeside;

typedef struct {
  TimeClass class;
  char *value;
  gboolean is_name;    // also a name or a verb
} TimeSense;

typedef struct {
  TimeClass class;
  char **literals;     // of class LITERAL
  gboolean optional, context;
} TimeItem;

typedef struct {
  TimeKind kind;
  GArray *items;       // TimeItem
  guint64 first;       // a bit for each class that may begin it
} TimePattern;

/* One row of calendar.tsv: a commemoration and its day. */
typedef struct {
  char *country;       // ISO 3166 alpha-2, or "*"
  char *name;          // folded
  int month, day;
  char **names;        // of the country, folded
} TimeHoliday;

/* One row of units.tsv: what a number counts, or how sure it is. */
typedef struct {
  char *unit;
  double factor;
  gboolean before;     // stands before the number: "$"
} TimeUnit;

struct _PlxTimeLists {
  PlxGrammar *grammar;  // for the checks
  GHashTable *senses;   // folded word → GArray of TimeSense
  GHashTable *starters; // literals that may begin a pattern
  GHashTable *beside;   // folded word → TimeBeside
  GPtrArray *patterns;  // TimePattern
  PlxNumbers *numbers;
  GHashTable *units;    // folded word → TimeUnit
  GHashTable *bounds;   // folded phrase before a number → PlxBound + 1
  GHashTable *bounds_after;
  GHashTable *not_units; // words that never end a counted noun phrase
  GArray *holidays;     // TimeHoliday
  PlxPhrases *checks;   // value: begin, end, last, eve, after
};

/* What a match says; -1, NULL or 0 where it does not say. */
typedef struct {
  int year, month, day, weekday, ordinal, decade, shift, relday, hour, minute, ampm;
  const char *part, *unit, *season, *mod, *quant, *each, *vague, *zone, *holiday;
  gboolean month_is_name;
  gboolean has_shift, has_relday, has_number;
  double number;
  guint first, end;     // words
} TimeReading;

/* What was said before: the day of publication, the last day spoken of. */
typedef struct {
  gboolean is_dated;
  GDate published;
  gboolean last_is_dated;
  GDate last;
  int last_weekday;     // -1: none yet
  gboolean is_future;   // the clause speaks of what is to come
} TimeContext;

const GArray *plx_time_lists_senses (const PlxTimeLists *lists, const char *lower);
const TimeSense *plx_time_lists_sense (const PlxTimeLists *lists, const char *lower,
                                       TimeClass class);

gboolean plx_time_value (TimeKind kind, const TimeReading *reading, const PlxWords *words,
                         TimeContext *context, PlxTimeType *type, char value[64]);
void     plx_time_edtf  (const char *value, char edtf[64]);
gboolean plx_time_parse_date (const char *iso, GDate *date);

G_END_DECLS
