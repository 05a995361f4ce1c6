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
 * plx-time-forms.c reads days, years and dates in digits and words,
 * plx-time-values.c and plx-time-lengths.c turn a reading into a value,
 * plx-time-calendar.c reckons. data/language/README.md tells the grammar. */

typedef enum {
  TIME_CLASS_LITERAL,
  TIME_CLASS_WEEKDAY,
  TIME_CLASS_MONTH,
  TIME_CLASS_PART,
  TIME_CLASS_UNIT,
  TIME_CLASS_PLURAL,
  TIME_CLASS_TIGHT,
  TIME_CLASS_SHIFT,
  TIME_CLASS_NEAR,
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
  TIME_CLASS_FUTURE,
  TIME_CLASS_PLAN,
  TIME_CLASS_ROUGH,
  TIME_CLASS_BOUND,
  TIME_CLASS_DUTY,
  TIME_CLASS_FRACTION,
  TIME_CLASS_LISTED_ORDINAL,
  TIME_CLASS_LISTED_DECADE,
  TIME_CLASS_LISTED_CLOSE,
  TIME_CLASS_LISTED_LINK,
  // recognised by their form, or by form and list
  TIME_CLASS_ORDINAL,
  TIME_CLASS_DECADE,
  TIME_CLASS_CLOSE,
  TIME_CLASS_HOLIDAY,
  TIME_CLASS_NUMBER,
  TIME_CLASS_DAY,
  TIME_CLASS_DAYTH,
  TIME_CLASS_YEAR,
  TIME_CLASS_SHORT_YEAR,
  TIME_CLASS_NUMERIC,
  TIME_CLASS_COMPACT,
  TIME_CLASS_SLASHED,
  TIME_CLASS_DOTTED,
  TIME_CLASS_DASHED,
  TIME_CLASS_CLOCK,
  TIME_CLASS_HOURS,
  N_TIME_CLASSES,
} TimeClass;

typedef enum {
  TIME_KIND_DATE,
  TIME_KIND_SHIFT,
  TIME_KIND_NEAR,
  TIME_KIND_DAY,
  TIME_KIND_DAYTH,
  TIME_KIND_NTH,
  TIME_KIND_HOLIDAY,
  N_TIME_MOMENTS,        // those before it name a day: <moment>
  TIME_KIND_SAME = N_TIME_MOMENTS,
  TIME_KIND_FOLLOW,
  TIME_KIND_AGO,
  TIME_KIND_LATER,
  TIME_KIND_AHEAD,
  TIME_KIND_FROM,
  TIME_KIND_DURATION,
  TIME_KIND_SET,
  TIME_KIND_VAGUE,
  TIME_KIND_DECADE,
  TIME_KIND_CENTURY,
  N_TIME_EXPRESSIONS,    // the rest are parts of patterns
  TIME_KIND_LENGTH = N_TIME_EXPRESSIONS,
  TIME_KIND_SPAN,
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
  gboolean is_name;    // also a name or another word
  gboolean is_word;    // without a capital, another word
} TimeSense;

typedef enum {
  TIME_ITEM_LITERALS,
  TIME_ITEM_CLASS,
  TIME_ITEM_KIND,      // a pattern of that kind
  TIME_ITEM_MOMENT,    // a pattern that names a day
} TimeItemType;

typedef struct {
  TimeItemType type;
  TimeClass class;
  TimeKind kind;
  char **literals;
  gboolean optional;
  gboolean context;    // "~": stands there, is not part of the expression
  gboolean barred;     // "!": must not stand there
  gboolean tight;      // "+": no space before
} TimeItem;

/* One amount of a length: "two hours" */
typedef struct {
  double n;
  const char *unit;
  gboolean is_open;    // "several"
} TimeAmount;

#define MAX_TIME_AMOUNTS 5

/* What a match says; -1, NULL or 0 where it does not say. */
typedef struct {
  int year, month, day, weekday, ordinal, decade, shift, relday, hour, minute, ampm, near;
  int sign;            // -1: "before"
  const char *part, *unit, *season, *mod, *quant, *each, *vague, *zone, *holiday;
  gboolean month_is_name, weekday_is_name;
  gboolean has_shift, has_relday, has_number, is_planned;
  gboolean is_small;   // a month's or weekday's name without a capital
  gboolean is_loose;   // the last item matched need not be there
  double number, plus;
  TimeAmount amounts[MAX_TIME_AMOUNTS];
  guint n_amounts;
  char anchor[16];     // value of the <moment>, "" when none
  guint first, end;    // words
} TimeReading;

typedef struct {
  TimeKind kind;
  guint number;        // of patterns that match alike the first in the file counts
  GArray *items;       // TimeItem
  TimeReading given;   // what the pattern says by itself
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
  GHashTable *beside;   // folded word → TimeBeside
  GPtrArray *patterns;  // TimePattern
  GHashTable *by_word;  // folded word → GPtrArray of patterns that it may begin
  GPtrArray *by_class[N_TIME_CLASSES];
  GStringChunk *chunk;  // strings that patterns give
  PlxNumbers *numbers;
  PlxPhrases *festivals; // holidays.tsv
  GHashTable *units;    // folded word → TimeUnit
  GHashTable *signs;    // phrase before a number → TimeUnit
  GHashTable *labels;   // words before a number that counts nothing
  GHashTable *ranges;   // "between"
  GHashTable *range_bars; // "from": rather a change
  GHashTable *range_links; // "to", "-"
  GHashTable *bounds;   // folded phrase before a number → PlxBound + 1
  GHashTable *bounds_after;
  GHashTable *not_units; // words that never end a counted noun phrase
  GArray *holidays;     // TimeHoliday
  PlxPhrases *checks;   // value: begin, end, last, eve, after
};

/* What was said before: the day of publication, the last day spoken of. */
typedef struct {
  gboolean is_dated;
  GDate published;
  gboolean last_is_dated;
  GDate last;
  int last_weekday;     // -1: none yet
  gboolean is_future;   // the clause speaks of what is to come
  gboolean is_planned;  // or asks for it
} TimeContext;

/* A value is a TIMEX3 value or an EDTF date with its closing NUL. */
#define TIME_VALUE_SIZE 64

const GArray *plx_time_lists_senses (const PlxTimeLists *lists, const char *lower);
const TimeSense *plx_time_lists_sense (const PlxTimeLists *lists, const char *lower,
                                       TimeClass class);

/* plx-time-forms.c: how many words were read, 0: none, -1: no match where
 * nothing need be read */
int plx_time_form_read (const PlxTimeLists *lists, const PlxWords *words, guint i,
                        TimeClass class, TimeReading *reading);

/* plx-time-calendar.c */
void     plx_time_move_days   (GDate *date, int days);
void     plx_time_move_months (GDate *date, int months);
gboolean plx_time_set_day     (GDate *date, int year, int month, int day);
void     plx_time_write_day   (const GDate *date, const char *part, char *value);
void     plx_time_write_week  (const GDate *date, const char *rest, char *value);
gboolean plx_time_find_nth    (int year, int month, int weekday, int nth, GDate *date);
gboolean plx_time_find_holiday (const char *rule, int year, GDate *date);
int      plx_time_weight      (const TimeContext *context, const GDate *date, int slack);
gboolean plx_time_find_weekday_of_month (const TimeContext *context, int weekday, int day,
                                         GDate *date);
gboolean plx_time_parse_date  (const char *iso, GDate *date);
void     plx_time_edtf        (const char *value, char edtf[TIME_VALUE_SIZE]);

/* plx-time-lengths.c */
gboolean plx_time_add_amount  (TimeReading *reading, const TimeReading *length);
gboolean plx_time_write_duration (const TimeReading *reading, char *value);
gboolean plx_time_write_ago   (const TimeReading *reading, TimeContext *context, char *value);
gboolean plx_time_write_later (const TimeReading *reading, TimeContext *context, char *value);
gboolean plx_time_write_ahead (const TimeReading *reading, TimeContext *context, char *value);
gboolean plx_time_write_from  (const TimeReading *reading, TimeContext *context, char *value);
gboolean plx_time_write_moved (GDate date, const char *unit, int n, TimeContext *context,
                               char *value);
gboolean plx_time_write_open_unit (const char *unit, char *value);
void     plx_time_remember    (TimeContext *context, const GDate *date);

/* plx-time-values.c */
gboolean plx_time_value (TimeKind kind, const TimeReading *reading, TimeContext *context,
                         PlxTimeType *type, char value[TIME_VALUE_SIZE]);

G_END_DECLS
