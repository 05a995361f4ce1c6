/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-tree-private.h"

/* Tarjan's form of Chu-Liu/Edmonds on a full matrix: walk from node to best
 * head until the root's tree is reached; where the walk bites its tail, the
 * cycle becomes one node, in the row and column of one of its members. Each
 * contraction of k nodes costs O(k n) and takes k - 1 nodes away, so all of
 * them cost O(n²). Afterwards cycles are opened, the last first.
 *
 * One child of the root only: a charge on its arcs greater than what any other
 * change of tree can bring makes the best tree use as few as there can be,
 * which is one, and among the trees with one the charge is the same for all
 * ("A Root of the Problem", Stanojević and Cohen 2021). */

typedef struct {
  guint16 head;
  guint16 dependent;
} Arc;   // between nodes of the beginning: 0 root, h + 1 word h

typedef struct {
  guint n;              // rows: words and root
  double *scores;       // (n, n): dependent, head
  Arc *arcs;            // (n, n): which arc of the beginning stands there
  guint8 *state;        // (n) of a row
  guint16 *ids;         // (n): which node lives in a row
  guint16 *next;        // (n): row of the best head
  double *best;         // (n): what it scores
  guint16 *path;        // (n)
  guint16 *parents;     // (2n): the node a node was contracted into, 0: none
  Arc *chosen;          // (2n)
  guint n_nodes;
} Tree;

enum { UNSEEN, ON_PATH, DONE, GONE };

#define AT(tree, dependent, head) ((gsize) (dependent) * (tree)->n + (head))

static double
sane (float score)
{
  if (!(score > -1e9f))
    return -1e9;
  return score < 1e9f ? (double) score : 1e9;
}

static void
fill (Tree        *tree,
      const float *scores,
      gsize        stride)
{
  double least = 0, most = 0, charge;

  for (guint d = 1; d < tree->n; d++)
    for (guint h = 0; h < tree->n; h++)
      {
        double score = sane (scores[(d - 1) * stride + h]);

        tree->scores[AT (tree, d, h)] = score;
        tree->arcs[AT (tree, d, h)] = (Arc) { (guint16) h, (guint16) d };
        least = MIN (least, score);
        most = MAX (most, score);
      }
  charge = (most - least + 1) * tree->n;
  for (guint d = 1; d < tree->n; d++)
    tree->scores[AT (tree, d, 0)] -= charge;
  for (guint i = 0; i < tree->n; i++)
    tree->ids[i] = (guint16) i;
  tree->n_nodes = tree->n;
  tree->state[0] = DONE;
}

static guint
find_best_head (Tree *tree,
                guint row)
{
  guint best = 0;
  double most = tree->scores[AT (tree, row, 0)];

  for (guint h = 1; h < tree->n; h++)
    if (h != row && tree->state[h] != GONE && tree->scores[AT (tree, row, h)] > most)
      {
        most = tree->scores[AT (tree, row, h)];
        best = h;
      }
  tree->next[row] = (guint16) best;
  tree->best[row] = most;
  tree->chosen[tree->ids[row]] = tree->arcs[AT (tree, row, best)];
  return best;
}

/* Arcs between @other and the cycle: the best of its members' goes to @into. */
static void
merge_arcs (Tree          *tree,
            guint          other,
            const guint16 *cycle,
            guint          n_cycle,
            guint          into)
{
  double in = -G_MAXDOUBLE, out = -G_MAXDOUBLE;
  Arc in_arc = { 0, 0 }, out_arc = { 0, 0 };

  for (guint i = 0; i < n_cycle; i++)
    {
      gsize to = AT (tree, cycle[i], other), from = AT (tree, other, cycle[i]);
      double gain = tree->scores[to] - tree->best[cycle[i]];

      if (gain > in)
        {
          in = gain;
          in_arc = tree->arcs[to];
        }
      if (other != 0 && tree->scores[from] > out)
        {
          out = tree->scores[from];
          out_arc = tree->arcs[from];
        }
    }
  tree->scores[AT (tree, into, other)] = in;
  tree->arcs[AT (tree, into, other)] = in_arc;
  tree->scores[AT (tree, other, into)] = out;
  tree->arcs[AT (tree, other, into)] = out_arc;
}

/* Makes @cycle one node, in its first row. */
static void
contract (Tree          *tree,
          const guint16 *cycle,
          guint          n_cycle)
{
  guint into = cycle[0];
  guint16 id = (guint16) tree->n_nodes++;

  for (guint i = 0; i < n_cycle; i++)
    {
      tree->parents[tree->ids[cycle[i]]] = id;
      tree->state[cycle[i]] = GONE;
    }
  for (guint other = 0; other < tree->n; other++)
    if (tree->state[other] != GONE)
      merge_arcs (tree, other, cycle, n_cycle, into);
  tree->ids[into] = id;
  tree->state[into] = UNSEEN;
}

/* Walks from @row until the tree of the root is met. */
static void
grow (Tree *tree,
      guint row)
{
  guint n_path = 0;

  for (;;)
    {
      guint head;

      tree->state[row] = ON_PATH;
      tree->path[n_path++] = (guint16) row;
      head = find_best_head (tree, row);
      if (tree->state[head] == DONE)
        break;
      if (tree->state[head] == ON_PATH)
        {
          guint begin = n_path - 1;

          while (tree->path[begin] != head)
            begin--;
          contract (tree, tree->path + begin, n_path - begin);
          n_path = begin;
        }
      row = head;
    }
  for (guint i = 0; i < n_path; i++)
    tree->state[tree->path[i]] = DONE;
}

/* Opens cycles, the last made first: the member that the arc into the cycle
 * hits takes that arc, the others keep theirs. */
static void
expand (Tree *tree)
{
  for (guint id = tree->n_nodes - 1; id >= tree->n; id--)
    {
      guint member = tree->chosen[id].dependent;

      while (tree->parents[member] != id)
        member = tree->parents[member];
      tree->chosen[member] = tree->chosen[id];
    }
}

void
plx_tree_decode (const float *scores,
                 gsize        stride,
                 guint        n_words,
                 gint32      *heads)
{
  gsize n = (gsize) n_words + 1;
  g_autofree double *matrix = g_new (double, n * n);
  g_autofree Arc *arcs = g_new0 (Arc, n * n);
  g_autofree guint8 *state = g_new0 (guint8, n);
  g_autofree double *best = g_new (double, n);
  g_autofree guint16 *small = g_new0 (guint16, 5 * n);
  g_autofree Arc *chosen = g_new0 (Arc, 2 * n);
  Tree tree = {
    .n = (guint) n, .scores = matrix, .arcs = arcs, .state = state, .best = best,
    .ids = small, .next = small + n, .path = small + 2 * n, .parents = small + 3 * n,
    .chosen = chosen,
  };

  g_return_if_fail (2 * n <= G_MAXUINT16);
  fill (&tree, scores, stride);
  for (guint row = 1; row < n; row++)
    if (tree.state[row] == UNSEEN)
      grow (&tree, row);
  expand (&tree);
  for (guint d = 1; d < n; d++)
    heads[d - 1] = (gint32) chosen[d].head - 1;
}
