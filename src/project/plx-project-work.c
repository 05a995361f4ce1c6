/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "project/plx-project-private.h"

/* Long work for the window: a pool of the project's own (GIO's is shared and
 * small), an operation per job, the result on main. */

typedef struct {
  GTask *task;
  PlxOperation *operation;
  PlxWorkFunc func;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
} WorkJob;

static void
work_job_free (WorkJob *job)
{
  if (job->free_data != NULL && job->data != NULL)
    job->free_data (job->data);
  g_object_unref (job->operation);
  g_object_unref (job->task);
  g_free (job);
}

/* On main, where the last reference to the project may go: closing it waits
 * for its workers, so a worker must not be the one. */
static gboolean
end_job_cb (gpointer data)
{
  WorkJob *job = data;
  PlxProject *self = g_task_get_source_object (job->task);
  guint at;

  if (g_list_store_find (self->operations, job->operation, &at))
    g_list_store_remove (self->operations, at);
  work_job_free (job);
  return G_SOURCE_REMOVE;
}

static void
work_worker (gpointer item, gpointer data)
{
  WorkJob *job = item;
  PlxProject *self = g_task_get_source_object (job->task);
  PlxProgress progress = plx_operation_get_progress (job->operation);
  GError *error = NULL;
  gpointer result = NULL;

  if (!g_task_return_error_if_cancelled (job->task))
    {
      result = job->func (self, &progress, g_task_get_cancellable (job->task), job->data, &error);
      if (error != NULL)
        g_task_return_error (job->task, error);
      else
        g_task_return_pointer (job->task, result, job->free_result);
    }
  plx_operation_finish (job->operation);
  g_idle_add_full (G_PRIORITY_HIGH, end_job_cb, job, NULL);
}

static GThreadPool *
get_workers (PlxProject *self)
{
  g_mutex_lock (&self->mutex);
  if (self->workers == NULL)
    self->workers = g_thread_pool_new (work_worker, self,
                                       MAX (2, (gint) g_get_num_processors () - 1), FALSE, NULL);
  g_mutex_unlock (&self->mutex);
  return self->workers;
}

void
plx_project_work_async (PlxProject *self, const char *title, PlxWorkFunc func, gpointer data,
                        GDestroyNotify free_data, GDestroyNotify free_result,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  WorkJob *job = g_new0 (WorkJob, 1);

  g_return_if_fail (PLX_IS_PROJECT (self));
  job->operation = plx_operation_new (title);
  job->task = g_task_new (self, plx_operation_get_cancellable (job->operation), callback,
                          user_data);
  job->func = func;
  job->data = data;
  job->free_data = free_data;
  job->free_result = free_result;
  g_task_set_source_tag (job->task, plx_project_work_async);
  g_task_set_check_cancellable (job->task, FALSE);
  g_list_store_append (self->operations, job->operation);
  g_thread_pool_push (get_workers (self), job, NULL);
}

gpointer
plx_project_work_finish (PlxProject *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

GListModel *
plx_project_get_operations (PlxProject *self)
{
  return G_LIST_MODEL (self->operations);
}
