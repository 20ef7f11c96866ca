from __future__ import annotations

import struct

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from training.pretrained.blocks import read_blocks, unpacked

NIBBLES = st.lists(st.integers(0, 15), min_size=32, max_size=32)


def block(scale, numbers):
    halves = bytes(low | high << 4 for low, high in zip(numbers[:16], numbers[16:], strict=True))
    return struct.pack("<e", scale) + halves


def table(name, kind, count, offset, length):
    return struct.pack("<H", len(name)) + name.encode() + struct.pack("<BIQQ", kind, count, offset, length)


def file(tensors):
    """Give a file of the form with two pieces and the tensors (name, kind, count, bytes)."""
    words = "▁aé".encode()
    head = struct.pack("<4sI7ifi", b"MADE", 1, 8, 2, 4, 16, 100, 32, 2, 0.5, 0)
    head += struct.pack("<i4iQ", 2, 0, 2, 1, 3, len(words))
    head += struct.pack("<3I2f", 0, 4, len(words), -1.5, -2.5) + words
    head += struct.pack("<iI", 0, 3) + b"xyz" + struct.pack("<i", len(tensors))
    start = len(head) + sum(len(table(name, 0, 0, 0, 0)) for name, *_ in tensors)
    rows, values = b"", b""
    for name, kind, count, stored in tensors:
        rows += table(name, kind, count, start + len(values), len(stored))
        values += stored
    return head + rows + values


def test_a_block_is_a_scale_and_two_numbers_a_byte():
    numbers = [8] * 32
    numbers[0], numbers[1], numbers[16] = 15, 0, 9
    found = unpacked(block(0.5, numbers))
    assert found[[0, 1, 16]].tolist() == [3.5, -4.0, 0.5]
    assert np.flatnonzero(found).tolist() == [0, 1, 16]
    assert found.dtype == np.float32


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from([0.25, 1.0, 2.0]), NIBBLES), min_size=1, max_size=4))
def test_every_number_of_every_block_comes_out_in_its_place(blocks):
    found = unpacked(b"".join(block(scale, numbers) for scale, numbers in blocks))
    assert found.tolist() == [scale * (number - 8) for scale, numbers in blocks for number in numbers]


def test_a_file_gives_sizes_pieces_and_tensors():
    exact = np.array([[1.5, -2.0, 0.25]], dtype="<f4").tobytes()
    found = read_blocks(file([("emb.ln.w", 0, 3, exact), ("l0.q.w", 1, 32, block(1.0, list(range(16)) * 2))]))
    assert found.sizes == (8, 2, 4, 16, 100, 32, 2)
    assert (found.padding, found.pieces) == (1, [("▁a", -1.5), ("é", -2.5)])
    assert found.tensor("emb.ln.w", 3).tolist() == [1.5, -2.0, 0.25]
    assert found.tensor("l0.q.w", 2, 16).tolist() == [[n - 8 for n in range(16)]] * 2


def test_a_tensor_that_the_file_lacks_is_an_error():
    with pytest.raises(KeyError):
        read_blocks(file([])).tensor("emb.pos", 1)
