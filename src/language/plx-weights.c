/* SPDX-FileCopyrightText: 2026 The Parallax authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "language/plx-weights-private.h"

#include <json-glib/json-glib.h>
#include <nettle/sha2.h>
#include <string.h>

/* A file is met in three steps, each of which may trust the one before: the
 * header (is this ours, and whole), the table (every tensor inside the file),
 * the JSON (sizes within limits). Numbers are read where they lie; only half
 * floats are copied, as floats. */

#define MAGIC "PLXM"
#define FORMAT 1
#define HASHED_FROM 48
#define ALIGNMENT 64
#define NAME_SIZE 56
#define N_DIMS 4

typedef struct {
  char magic[4];
  guint32 format;
  guint64 n_bytes;
  guint8 hash[SHA256_DIGEST_SIZE];   // of all that follows
  guint32 n_json;
  guint32 n_tensors;
} Header;

typedef struct {
  char name[NAME_SIZE];
  guint32 type;
  guint32 n_dims;
  guint32 dims[N_DIMS];
  guint64 offset;
  guint64 n_bytes;
} Tensor;

G_STATIC_ASSERT (sizeof (Header) == 56);
G_STATIC_ASSERT (sizeof (Tensor) == 96);

struct _PlxWeights {
  char *path;
  GMappedFile *file;
  const char *bytes;
  gsize n_bytes;
  PlxWeightsConfig config;
  GHashTable *tensors;   // name → Tensor in the file
  GHashTable *widened;   // Tensor of half floats → its floats
  GThread *hasher;       // NULL once joined
  char hash[2 * SHA256_DIGEST_SIZE + 1];
};

G_DEFINE_QUARK (plx-encoder-error-quark, plx_encoder_error)

static gboolean
damaged (const PlxWeights *self,
         const char       *what,
         GError          **error)
{
  g_set_error (error, PLX_ENCODER_ERROR, PLX_ENCODER_ERROR_DAMAGED,
               "the language model “%s” is damaged (%s); install it anew", self->path, what);
  return FALSE;
}

static gpointer
hash_worker (gpointer data)
{
  PlxWeights *self = data;
  const Header *header = (const Header *) self->bytes;
  struct sha256_ctx context;
  guint8 digest[SHA256_DIGEST_SIZE];

  sha256_init (&context);
  sha256_update (&context, self->n_bytes - HASHED_FROM,
                 (const guint8 *) self->bytes + HASHED_FROM);
  sha256_digest (&context, sizeof digest, digest);
  return GINT_TO_POINTER (memcmp (digest, header->hash, sizeof digest) == 0);
}

static gboolean
map_file (PlxWeights *self,
          GError    **error)
{
  g_autoptr (GError) local = NULL;

  self->file = g_mapped_file_new (self->path, FALSE, &local);
  if (self->file != NULL)
    {
      self->bytes = g_mapped_file_get_contents (self->file);
      self->n_bytes = g_mapped_file_get_length (self->file);
      return TRUE;
    }
  g_set_error (error, PLX_ENCODER_ERROR, PLX_ENCODER_ERROR_MISSING,
               "the language model “%s” cannot be read (%s); install it, or go on with "
               "the rules alone", self->path, local->message);
  return FALSE;
}

static gboolean
check_header (PlxWeights *self,
              GError    **error)
{
  const Header *header = (const Header *) self->bytes;

  if (self->n_bytes < sizeof (Header) || memcmp (header->magic, MAGIC, 4) != 0)
    return damaged (self, "these are no weights of Parallax", error);
  if (GUINT32_FROM_LE (header->format) != FORMAT || G_BYTE_ORDER != G_LITTLE_ENDIAN)
    {
      g_set_error (error, PLX_ENCODER_ERROR, PLX_ENCODER_ERROR_VERSION,
                   "the language model “%s” has format %u, and this version of Parallax reads "
                   "format %u; install the model that came with it",
                   self->path, GUINT32_FROM_LE (header->format), FORMAT);
      return FALSE;
    }
  if (header->n_bytes != self->n_bytes)
    return damaged (self, "it is cut off or has grown", error);
  for (guint i = 0; i < sizeof header->hash; i++)
    g_snprintf (self->hash + 2 * i, 3, "%02x", header->hash[i]);
  return TRUE;
}

static gsize
type_size (guint32 type)
{
  switch (type)
    {
    case PLX_TENSOR_F32: return 4;
    case PLX_TENSOR_F16: return 2;
    case PLX_TENSOR_I8:
    case PLX_TENSOR_BYTES: return 1;
    default: return 0;
    }
}

/* Named, of a known type, wholly inside the file and as long as it says. */
static gboolean
tensor_is_sound (const PlxWeights *self,
                 const Tensor     *tensor)
{
  guint64 n = type_size (tensor->type);

  if (memchr (tensor->name, 0, NAME_SIZE) == NULL || tensor->name[0] == 0 ||
      !g_utf8_validate (tensor->name, -1, NULL) || n == 0 ||
      tensor->n_dims < 1 || tensor->n_dims > N_DIMS)
    return FALSE;
  for (guint i = 0; i < tensor->n_dims; i++)
    {
      if (tensor->dims[i] == 0 || tensor->dims[i] > self->n_bytes ||
          n > self->n_bytes / tensor->dims[i])
        return FALSE;
      n *= tensor->dims[i];
    }
  return n == tensor->n_bytes && tensor->offset % ALIGNMENT == 0 &&
         tensor->offset <= self->n_bytes && n <= self->n_bytes - tensor->offset;
}

static gsize
padded (gsize n)
{
  return (n + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

static gboolean
read_table (PlxWeights *self,
            GError    **error)
{
  const Header *header = (const Header *) self->bytes;
  gsize n_json = header->n_json;
  gsize n_tensors = header->n_tensors;
  gsize begin = padded (sizeof (Header) + n_json);

  if (begin > self->n_bytes || n_tensors > (self->n_bytes - begin) / sizeof (Tensor))
    return damaged (self, "its table does not fit into it", error);
  for (gsize i = 0; i < n_tensors; i++)
    {
      const Tensor *tensor = (const Tensor *) (self->bytes + begin) + i;

      if (!tensor_is_sound (self, tensor) ||
          !g_hash_table_insert (self->tensors, (gpointer) tensor->name, (gpointer) tensor))
        return damaged (self, "its table makes no sense", error);
    }
  return TRUE;
}

/* Exact for all but infinities, which weights do not have. */
static float
float_from_half (guint16 half)
{
  union { guint32 bits; float number; } value = { .bits = (half & 0x7fffu) << 13 };

  value.number *= 0x1p112f;
  value.bits |= (half & 0x8000u) << 16;
  return value.number;
}

static void
widen_halves (PlxWeights *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->tensors);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Tensor *tensor = value;
      const guint16 *halves = (const guint16 *) (self->bytes + tensor->offset);
      gsize n = tensor->n_bytes / 2;
      float *floats;

      if (tensor->type != PLX_TENSOR_F16)
        continue;
      floats = g_new (float, n);
      for (gsize i = 0; i < n; i++)
        floats[i] = float_from_half (GUINT16_FROM_LE (halves[i]));
      g_hash_table_insert (self->widened, value, floats);
    }
}

/* A whole number of the JSON within limits; FALSE when it is not. */
static gboolean
read_number (JsonObject *object,
             const char *name,
             gint64      least,
             gint64      most,
             guint      *number)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_INT64 ||
      json_node_get_int (node) < least || json_node_get_int (node) > most)
    return FALSE;
  *number = (guint) json_node_get_int (node);
  return TRUE;
}

static gboolean
read_labels (JsonObject  *labels,
             const char  *name,
             guint        most,
             char      ***strings,
             guint       *n_strings)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  JsonNode *node = labels != NULL ? json_object_get_member (labels, name) : NULL;
  gboolean is_array = node != NULL && JSON_NODE_HOLDS_ARRAY (node);
  JsonArray *array = is_array ? json_node_get_array (node) : NULL;
  guint n = array != NULL ? json_array_get_length (array) : 0;

  if (n == 0 || n > most)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (element) || json_node_get_value_type (element) != G_TYPE_STRING)
        return FALSE;
      g_ptr_array_add (list, json_node_dup_string (element));
    }
  g_ptr_array_add (list, NULL);
  *strings = (char **) g_ptr_array_free (g_steal_pointer (&list), FALSE);
  *n_strings = n;
  return TRUE;
}

static gboolean
read_label_sets (PlxWeights *self,
                 JsonObject *root)
{
  static const struct { const char *name; guint most; } SETS[PLX_N_LABEL_SETS] = {
    [PLX_HEAD_UPOS] = { "upos", 256 },
    [PLX_HEAD_XPOS] = { "xpos", 4096 },
    [PLX_HEAD_DEPREL] = { "deprel", 4096 },
    [PLX_HEAD_NAME] = { "name", 256 },
  };
  JsonNode *node = json_object_get_member (root, "labels");
  JsonObject *labels = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node)
                                                                     : NULL;

  for (guint i = 0; i < PLX_N_LABEL_SETS; i++)
    if (!read_labels (labels, SETS[i].name, SETS[i].most, &self->config.labels[i],
                      &self->config.n_labels[i]))
      return FALSE;
  return TRUE;
}

static gboolean
read_sizes (PlxWeightsConfig *config,
            JsonObject       *root)
{
  guint pad;

  if (!read_number (root, "hidden", 16, 4096, &config->hidden) ||
      !read_number (root, "layers", 1, 64, &config->layers) ||
      !read_number (root, "heads", 1, 64, &config->heads) ||
      !read_number (root, "ffn", 16, 16384, &config->ffn) ||
      !read_number (root, "positions", 8, 8192, &config->positions) ||
      !read_number (root, "n_pieces", 1, 1 << 22, &config->n_pieces) ||
      !read_number (root, "cls", 0, config->n_pieces - 1, &config->cls) ||
      !read_number (root, "sep", 0, config->n_pieces - 1, &config->sep) ||
      !read_number (root, "pad", 0, config->n_pieces - 1, &pad) ||
      !read_number (root, "unk", 0, config->n_pieces - 1, &config->unk) ||
      !read_number (root, "max_word_pieces", 1, 64, &config->max_word_pieces))
    return FALSE;
  if ((json_object_has_member (root, "meaning") &&
       !read_number (root, "meaning", 0, 4096, &config->n_meaning)) ||
      (json_object_has_member (root, "vector") &&
       !read_number (root, "vector", 0, 4096, &config->n_vector)))
    return FALSE;
  config->eps = (float) json_object_get_double_member_with_default (root, "eps", 1e-12);
  /* The loops of plx-kernels go by sixteen. */
  return config->eps >= 0 && config->eps < 1 && config->hidden % 16 == 0 &&
         config->ffn % 16 == 0 && config->hidden % (16 * config->heads) == 0;
}

/* The parser calls itself for each bracket; ours needs six, and a thousand do
 * not hurt the stack. Closing ones are not counted off, since they may stand in
 * what the parser skips. */
static gboolean
json_is_shallow (const char *json,
                 gsize       n)
{
  guint n_brackets = 0;

  for (gsize i = 0; i < n; i++)
    n_brackets += json[i] == '[' || json[i] == '{';
  return n_brackets <= 1000;
}

static gboolean
read_config (PlxWeights *self,
             GError    **error)
{
  const Header *header = (const Header *) self->bytes;
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonNode *node;
  JsonObject *root;

  if (!json_is_shallow (self->bytes + sizeof (Header), header->n_json) ||
      !json_parser_load_from_data (parser, self->bytes + sizeof (Header), header->n_json, NULL) ||
      (node = json_parser_get_root (parser)) == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return damaged (self, "its description cannot be read", error);
  root = json_node_get_object (node);
  if (g_strcmp0 (json_object_get_string_member_with_default (root, "pieces", NULL),
                 "wordpiece-uncased") != 0)
    {
      g_set_error (error, PLX_ENCODER_ERROR, PLX_ENCODER_ERROR_VERSION,
                   "the language model “%s” cuts words in a way that this version of Parallax "
                   "does not know; install the model that came with it", self->path);
      return FALSE;
    }
  if (!read_label_sets (self, root) || !read_sizes (&self->config, root))
    return damaged (self, "its description makes no sense", error);
  return TRUE;
}

PlxWeights *
plx_weights_new (const char *path,
                 GError    **error)
{
  g_autoptr (PlxWeights) self = g_new0 (PlxWeights, 1);

  self->path = g_strdup (path);
  self->tensors = g_hash_table_new (g_str_hash, g_str_equal);
  self->widened = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  if (!map_file (self, error) || !check_header (self, error))
    return NULL;
  self->hasher = g_thread_new ("weights hash", hash_worker, self);
  if (!read_table (self, error) || !read_config (self, error))
    return NULL;
  widen_halves (self);
  return g_steal_pointer (&self);
}

void
plx_weights_free (PlxWeights *self)
{
  if (self == NULL)
    return;
  if (self->hasher != NULL)
    g_thread_join (self->hasher);
  for (guint i = 0; i < PLX_N_LABEL_SETS; i++)
    g_strfreev (self->config.labels[i]);
  g_hash_table_unref (self->tensors);
  g_hash_table_unref (self->widened);
  g_clear_pointer (&self->file, g_mapped_file_unref);
  g_free (self->path);
  g_free (self);
}

gboolean
plx_weights_check (PlxWeights *self,
                   GError    **error)
{
  GThread *hasher = g_steal_pointer (&self->hasher);

  return GPOINTER_TO_INT (g_thread_join (hasher)) ||
         damaged (self, "its contents were changed", error);
}

const PlxWeightsConfig *
plx_weights_get_config (const PlxWeights *self)
{
  return &self->config;
}

const char *
plx_weights_get_hash (const PlxWeights *self)
{
  return self->hash;
}

const char *
plx_weights_get_path (const PlxWeights *self)
{
  return self->path;
}

gboolean
plx_weights_has (const PlxWeights *self,
                 const char       *name)
{
  return g_hash_table_contains (self->tensors, name);
}

static PlxTensorType
type_read_as (const Tensor *tensor)
{
  return tensor->type == PLX_TENSOR_F16 ? PLX_TENSOR_F32 : tensor->type;
}

static gconstpointer
numbers_of (const PlxWeights *self,
            const Tensor     *tensor)
{
  gconstpointer floats = g_hash_table_lookup (self->widened, tensor);

  return floats != NULL ? floats : self->bytes + tensor->offset;
}

static gconstpointer
find (const PlxWeights *self,
      const char       *name,
      PlxTensorType     type,
      gsize             n_rows,
      gsize             n_columns,
      GError          **error)
{
  const Tensor *tensor = g_hash_table_lookup (self->tensors, name);
  guint n_dims = n_columns > 0 ? 2 : 1;
  g_autofree char *what = NULL;

  if (tensor != NULL && type_read_as (tensor) == type && tensor->n_dims == n_dims &&
      tensor->dims[0] == n_rows && (n_dims == 1 || tensor->dims[1] == n_columns))
    return numbers_of (self, tensor);
  what = g_strdup_printf (tensor != NULL ? "“%s” has another size" : "“%s” is missing", name);
  damaged (self, what, error);
  return NULL;
}

const float *
plx_weights_floats (const PlxWeights *self,
                    const char       *name,
                    gsize             n_rows,
                    gsize             n_columns,
                    GError          **error)
{
  return find (self, name, PLX_TENSOR_F32, n_rows, n_columns, error);
}

const gint8 *
plx_weights_integers (const PlxWeights *self,
                      const char       *name,
                      gsize             n_rows,
                      gsize             n_columns,
                      GError          **error)
{
  return find (self, name, PLX_TENSOR_I8, n_rows, n_columns, error);
}

const char *
plx_weights_bytes (const PlxWeights *self,
                   const char       *name,
                   gsize            *n_bytes,
                   GError          **error)
{
  const Tensor *tensor = g_hash_table_lookup (self->tensors, name);

  *n_bytes = tensor != NULL ? tensor->n_bytes : 0;
  return find (self, name, PLX_TENSOR_BYTES, *n_bytes, 0, error);
}

guint
plx_weights_get_size (const PlxWeights *self,
                      const char       *name,
                      guint             dim)
{
  const Tensor *tensor = g_hash_table_lookup (self->tensors, name);

  return tensor != NULL && dim < tensor->n_dims ? tensor->dims[dim] : 0;
}

const float *
plx_weights_find (const PlxWeights *self,
                  const char       *name,
                  gsize             n_floats)
{
  const Tensor *tensor = g_hash_table_lookup (self->tensors, name);

  if (tensor == NULL || type_read_as (tensor) != PLX_TENSOR_F32 ||
      tensor->n_bytes / type_size (tensor->type) != n_floats)
    return NULL;
  return numbers_of (self, tensor);
}
