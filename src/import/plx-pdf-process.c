/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/plx-pdf-answer.h"
#include "import/plx-pdf.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <poll.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* Runs the helper: the document goes in as a file in memory, its answer comes back
 * through a pipe, and a clock runs beside. Whatever becomes of the helper, what it has
 * told by then stands. */

enum {
  BASE_SECONDS = 7,
  MAX_SECONDS = 60,
  SECONDS_MORE_TO_WAIT = 2,      // of the clock on the wall, over those of the processor
  TICK_MS = 200,
  MAX_ANSWER_BYTES = 512 << 20,
};

typedef struct {
  PlxPdfDocument *document;
  GString *line;                 // not yet ended
  gsize n_bytes;
  gboolean is_bent;              // it said something that it cannot say
} Answer;

/* Environment (tests), installed, the build that this comes from. */
static char *
find_helper (void)
{
  const char *places[] = { g_getenv ("PLX_LIBEXECDIR"), PLX_LIBEXECDIR, PLX_BUILD_LIBEXECDIR };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path
        = places[i] != NULL ? g_build_filename (places[i], "parallax-read-pdf", NULL) : NULL;

      if (path != NULL && g_file_test (path, G_FILE_TEST_IS_EXECUTABLE))
        return g_steal_pointer (&path);
    }
  return NULL;
}

static int
put_in_memory (GBytes *bytes, GError **error)
{
  gsize n;
  const char *data = g_bytes_get_data (bytes, &n);
  int fd = memfd_create ("parallax-pdf", MFD_CLOEXEC);

  for (gsize at = 0; fd >= 0 && at < n;)
    {
      ssize_t written = write (fd, data + at, n - at);

      if (written > 0)
        at += (gsize) written;
      else if (errno != EINTR)
        {
          close (fd);
          fd = -1;
        }
    }
  if (fd < 0)
    g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (errno),
                 _("the document could not be handed over to be read: %s"), g_strerror (errno));
  else
    lseek (fd, 0, SEEK_SET);
  return fd;
}

static GSubprocess *
start_helper (GBytes *bytes, int seconds, int *answer_fd, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher
    = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autofree char *path = find_helper ();
  g_autofree char *limit = g_strdup_printf ("%d", seconds);
  int ends[2], input;
  GSubprocess *process;

  if (path == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _("the program that reads PDF documents (parallax-read-pdf) is missing; install "
                     "Parallax anew"));
      return NULL;
    }
  input = put_in_memory (bytes, error);
  if (input < 0)
    return NULL;
  if (!g_unix_open_pipe (ends, FD_CLOEXEC, error))
    {
      close (input);
      return NULL;
    }
  g_subprocess_launcher_take_stdin_fd (launcher, input);
  g_subprocess_launcher_take_stdout_fd (launcher, ends[1]);
  process = g_subprocess_launcher_spawn (launcher, error, path, limit, NULL);
  if (process != NULL)
    *answer_fd = ends[0];
  else
    close (ends[0]);
  return process;
}

/* -- the answer -- */

static void
take_bytes (Answer *answer, char *bytes, gsize n)
{
  for (char *p = bytes, *end = bytes + n; p < end;)
    {
      char *newline = memchr (p, '\n', (gsize) (end - p));

      g_string_append_len (answer->line, p, newline != NULL ? newline - p : end - p);
      if (newline == NULL)
        return;
      if (memchr (answer->line->str, '\0', answer->line->len) != NULL
          || !plx_pdf_answer_add (answer->document, answer->line->str))
        answer->is_bent = TRUE;
      g_string_truncate (answer->line, 0);
      p = newline + 1;
    }
}

/* FALSE: it ended, or said too much. */
static gboolean
read_some (Answer *answer, int fd)
{
  char block[65536];
  ssize_t n = read (fd, block, sizeof block);

  if (n < 0)
    return errno == EINTR || errno == EAGAIN;
  if (n == 0)
    return FALSE;
  answer->n_bytes += (gsize) n;
  take_bytes (answer, block, (gsize) n);
  return answer->n_bytes < MAX_ANSWER_BYTES && answer->line->len < (1 << 20) && !answer->is_bent;
}

/* TRUE: in time. */
static gboolean
read_answer (Answer *answer, int fd, int seconds, GCancellable *cancellable)
{
  gint64 end = g_get_monotonic_time () + (gint64) seconds * G_USEC_PER_SEC;

  while (g_get_monotonic_time () < end && !g_cancellable_is_cancelled (cancellable))
    {
      struct pollfd wait = { fd, POLLIN, 0 };

      if (poll (&wait, 1, TICK_MS) > 0 && !read_some (answer, fd))
        return TRUE;
    }
  return FALSE;
}

/* -- what became of it -- */

static gboolean
is_told (const PlxPdfDocument *document)
{
  return document->pages->len > 0;
}

static gboolean
check_process (GSubprocess *process, const PlxPdfDocument *document, gboolean in_time,
               GError **error)
{
  int state = g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process) : -1;

  if (state == PLX_PDF_EXIT_LOCKED)
    g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_UNSUPPORTED,
                 _("this PDF document is locked with a password; open it where you have the "
                   "password, save or print it without one, and import that"));
  else if (is_told (document) || (state == PLX_PDF_EXIT_OK && document->is_whole))
    return TRUE;
  else if (state == PLX_PDF_EXIT_DAMAGED || state == PLX_PDF_EXIT_OK)
    g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_DAMAGED,
                 _("this PDF document is damaged and no page of it could be read; get it again "
                   "from where it came"));
  else if (!in_time || (state < 0 && g_subprocess_get_term_sig (process) == SIGXCPU))
    g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_DAMAGED,
                 _("reading this PDF document took too long and was stopped; print it to a new "
                   "PDF, and import that"));
  else
    g_set_error (error, PLX_IMPORT_ERROR, PLX_IMPORT_ERROR_DAMAGED,
                 _("reading this PDF document failed, as it is damaged or needs too much memory; "
                   "print it to a new PDF, and import that"));
  return FALSE;
}

PlxPdfDocument *
plx_pdf_read (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  int seconds = (int) MIN (BASE_SECONDS + g_bytes_get_size (bytes) / (1 << 20), MAX_SECONDS);
  int fd = -1;
  g_autoptr (GSubprocess) process = start_helper (bytes, seconds, &fd, error);
  g_autoptr (PlxPdfDocument) document = NULL;
  Answer answer = { NULL };
  gboolean in_time;

  if (process == NULL)
    return NULL;
  document = answer.document = plx_pdf_document_new ();
  answer.line = g_string_new (NULL);
  in_time = read_answer (&answer, fd, seconds + SECONDS_MORE_TO_WAIT, cancellable);
  close (fd);
  g_string_free (answer.line, TRUE);
  if (!in_time || answer.is_bent)
    g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);
  if (g_cancellable_set_error_if_cancelled (cancellable, error)
      || !check_process (process, document, in_time, error))
    return NULL;
  if (document->pages->len > 0)
    plx_pdf_layout (g_ptr_array_index (document->pages, document->pages->len - 1));
  return g_steal_pointer (&document);
}
