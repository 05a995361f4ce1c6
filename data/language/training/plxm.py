# SPDX-FileCopyrightText: 2026 The Parallax authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads and writes weights files (*.plxm); src/language/README.md describes the format."""
import hashlib
import json
import struct

import numpy as np

FORMAT = 1
TYPES = {0: np.dtype("<f4"), 1: np.dtype("i1"), 2: np.dtype("u1"), 3: np.dtype("<f2")}
NUMBERS = {kind: number for number, kind in TYPES.items()}
HEAD, ROW = 48, 96


def _padded(data, to=64):
    return data + b"\0" * (-len(data) % to)


def write(path, about, tensors):
    """@about: what the JSON says; @tensors: {name: array of f4, i1, u1, f2}. Gives the hash."""
    text = json.dumps(about, ensure_ascii=False, separators=(",", ":")).encode()
    front = 8 + len(text)
    front = HEAD + front + (-(HEAD + front) % 64)
    table, data, at = b"", b"", front + len(_padded(b"\0" * ROW * len(tensors)))
    for name, array in tensors.items():
        array = np.ascontiguousarray(array)
        dims = list(array.shape) + [0] * (4 - array.ndim)
        table += struct.pack("<56sII4IQQ", name.encode(), NUMBERS[array.dtype], array.ndim, *dims, at + len(data), array.nbytes)
        data += _padded(array.tobytes())
    body = struct.pack("<II", len(text), len(tensors)) + text
    body += b"\0" * (front - HEAD - len(body)) + _padded(table) + data
    digest = hashlib.sha256(body).digest()
    with open(path, "wb") as file:
        file.write(struct.pack("<4sIQ32s", b"PLXM", FORMAT, HEAD + len(body), digest) + body)
    return digest.hex()


def read(path):
    """Gives (about, tensors) of a whole file."""
    with open(path, "rb") as file:
        data = file.read()
    magic, version, size, digest = struct.unpack_from("<4sIQ32s", data)
    if magic != b"PLXM" or version != FORMAT or size != len(data) or hashlib.sha256(data[HEAD:]).digest() != digest:
        raise ValueError(f"{path} is not a whole weights file of format {FORMAT}")
    n_text, n = struct.unpack_from("<II", data, HEAD)
    about = json.loads(data[HEAD + 8:HEAD + 8 + n_text])
    at = HEAD + 8 + n_text
    at += -at % 64
    tensors = {}
    for i in range(n):
        name, kind, n_dims, *rest = struct.unpack_from("<56sII4IQQ", data, at + i * ROW)
        dims, offset, n_bytes = rest[:4][:n_dims], rest[4], rest[5]
        tensors[name.rstrip(b"\0").decode()] = np.frombuffer(data, TYPES[kind], n_bytes // TYPES[kind].itemsize, offset).reshape(dims).copy()
    return about, tensors
