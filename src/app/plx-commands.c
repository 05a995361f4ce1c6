/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/plx-commands.h"

#include <glib/gi18n-lib.h>

static const PlxCommand commands[] = {
  { N_("Read"), "win.view::read", { "<Control>1" } },
  { N_("Graph"), "win.view::graph", { "<Control>2" } },
  { N_("Compare"), "win.view::compare", { "<Control>3" } },
  { N_("Timeline"), "win.view::timeline", { "<Control>4" } },
  { N_("Statements"), "win.view::statements", { "<Control>5" } },
  { N_("Findings"), "win.view::findings", { "<Control>6" } },
  { N_("Open a collection…"), "win.open", { "<Control>o" } },
  { N_("Open the example"), "win.open-example", { NULL } },
  { N_("New project…"), "win.new-project", { "<Control><Shift>n" } },
  { N_("New window"), "app.new-window", { "<Control>n" } },
  { N_("Save a copy…"), "win.save-copy", { "<Control><Shift>s", "<Control>s" } },
  { N_("Add files…"), "win.add-files", { NULL } },
  { N_("Review and add files…"), "win.review-files", { NULL } },
  { N_("Add a folder…"), "win.add-folder", { NULL } },
  { N_("Look for new articles"), "win.look-again", { "F5" } },
  { N_("Paste text…"), "win.paste-text", { NULL } },
  { N_("Search"), "win.search", { "<Control>f" } },
  { N_("Filter articles"), "win.filter", { "<Control>l" } },
  { N_("Undo"), "win.undo", { "<Control>z" } },
  { N_("Redo"), "win.redo", { "<Control><Shift>z" } },
  { N_("Next mark"), "win.next-mark", { "n" } },
  { N_("Previous mark"), "win.previous-mark", { "p" } },
  { N_("Accept"), "win.accept", { "Return" } },
  { N_("Reject"), "win.reject", { "Delete" } },
  { N_("Mark the selected words"), "win.mark-words", { "m" } },
  { N_("Mark every occurrence…"), "win.mark-everywhere", { "a" } },
  { N_("Extend the mark by a word"), "win.extend-mark", { "<Shift>Right" } },
  { N_("Shorten the mark by a word"), "win.shorten-mark", { "<Shift>Left" } },
  { N_("Call it a person"), "win.relabel(0)", { "1" } },
  { N_("Call it an organisation"), "win.relabel(1)", { "2" } },
  { N_("Call it a state"), "win.relabel(2)", { "3" } },
  { N_("Call it a place"), "win.relabel(3)", { "4" } },
  { N_("Call it a media source"), "win.relabel(4)", { "5" } },
  { N_("Call it a party"), "win.relabel(5)", { "6" } },
  { N_("Call it a government"), "win.relabel(6)", { "7" } },
  { N_("Call it an event"), "win.relabel(7)", { "8" } },
  { N_("Call it something else"), "win.relabel(8)", { "9" } },
  { N_("Examine the next cell"), "win.compare::examine-next", { "x" } },
  { N_("Confirm the cell"), "win.compare::confirm", { "c" } },
  { N_("Confirm the whole row"), "win.compare::confirm-row", { NULL } },
  { N_("Decide about this cell…"), "win.compare::decide", { NULL } },
  { N_("Open the search record"), "win.compare::search-record", { NULL } },
  { N_("Left out: decide for the cell"), "win.compare::left-out", { NULL } },
  { N_("Take the decision back"), "win.compare::not-examined", { NULL } },
  { N_("Use the selected words as evidence"), "win.compare::use-evidence", { NULL } },
  { N_("Move evidence to another claim…"), "win.compare::move-evidence", { NULL } },
  { N_("Evidence as it was found"), "win.compare::reset-evidence", { NULL } },
  { N_("Add a claim…"), "win.compare::add-claim", { NULL } },
  { N_("Reword the claim…"), "win.compare::reword-claim", { NULL } },
  { N_("Merge claims…"), "win.compare::merge-claims", { NULL } },
  { N_("Take merged claims apart"), "win.compare::unmerge-claim", { NULL } },
  { N_("Split off a claim…"), "win.compare::split-claim", { NULL } },
  { N_("Drop the claim"), "win.compare::drop-claim", { NULL } },
  { N_("Dropped claims…"), "win.compare::dropped-claims", { NULL } },
  { N_("Filter claims"), "win.compare::filter-claims", { "<Control><Shift>l" } },
  { N_("Disagreement summary"), "win.compare::summary", { "<Control><Shift>d" } },
  { N_("Matrix as a workbook (XLSX)…"), "win.export::comparison:xlsx", { NULL } },
  { N_("Matrix as a table (CSV)…"), "win.export::comparison:csv", { NULL } },
  { N_("Matrix as a web page (HTML)…"), "win.export::comparison:html", { NULL } },
  { N_("Comparison as JSON…"), "win.export::comparison:json", { NULL } },
  { N_("Analyse again"), "win.analyse", { NULL } },
  { N_("Article as marked-up PDF…"), "win.export::article:pdf", { "<Control>e" } },
  { N_("Story as marked-up PDF…"), "win.export::story:pdf", { NULL } },
  { N_("Project as marked-up PDF…"), "win.export::project:pdf", { NULL } },
  { N_("Marks as a table (CSV)…"), "win.export::project:csv", { NULL } },
  { N_("Marks as Web Annotation (JSON-LD)…"), "win.export::project:json-ld", { NULL } },
  { N_("Show or hide the collection"), "win.show-collection", { "F9" } },
  { N_("Show or hide the inspector"), "win.show-inspector", { "<Shift>F9" } },
  { N_("Command palette"), "win.command-palette", { "<Control>k" } },
  { N_("Close the window"), "window.close", { "<Control>w" } },
  { N_("Quit"), "app.quit", { "<Control>q" } },
  { N_("About Parallax"), "app.about", { NULL } },
};

const PlxCommand *
plx_commands_get (guint *n_commands)
{
  *n_commands = G_N_ELEMENTS (commands);
  return commands;
}

/* Plain keys would fire while one types in an entry; plx-mark-keys.c gives
 * them to the text and the list of marks only. */
static gboolean
is_plain_key (const char *accel)
{
  return !g_str_has_prefix (accel, "<Control>") && !g_str_equal (accel, "F5")
         && !g_str_equal (accel, "F9")
         && !g_str_equal (accel, "<Shift>F9");
}

void
plx_commands_bind (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (commands[i].accels[0] != NULL && !is_plain_key (commands[i].accels[0]))
      gtk_application_set_accels_for_action (application, commands[i].action,
                                             (const char * const *) commands[i].accels);
}
