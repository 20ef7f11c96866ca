# ruff: noqa: E402 - what is imported further down needs torch
from __future__ import annotations

import numpy as np
import pytest
from training.pretrained.blocks import EXACT, BlockFile, Sizes, Stored

pytest.importorskip("torch", reason="left out: torch is not installed (training/requirements.txt)")
transformers = pytest.importorskip("transformers", reason="left out: transformers is not installed")

from training.pretrained.multilingual import DENSE, NORMS, config_of, state_of, tokenizer_of

SIZES = Sizes(hidden=4, layers=1, heads=2, inner=8, vocabulary=6, positions=5, types=2)


@pytest.fixture
def file():
    """Give a file whose tensors hold their own number throughout; it lacks the last word's row."""
    shapes = {"emb.word": 5 * 4, "emb.pos": 5 * 4, "emb.type": 2 * 4, "emb.ln.w": 4, "emb.ln.b": 4}
    for short in (*DENSE, *NORMS):
        inner = {"fi": 8, "fo": 4}.get(short, 4)
        width = {"fi": 4 * 8, "fo": 8 * 4}.get(short, 16 if short in DENSE else 4)
        shapes |= {f"l0.{short}.w": width, f"l0.{short}.b": inner}
    tensors, content = {}, b""
    for number, (name, size) in enumerate(shapes.items()):
        tensors[name] = Stored(EXACT, size, len(content), 4 * size)
        content += np.full(size, number, "<f4").tobytes()
    return BlockFile(content, SIZES, 1, [], tensors)


def test_every_weight_of_the_encoder_has_its_tensor(file):
    model = transformers.BertModel(config_of(file), add_pooling_layer=False)
    state = state_of(file)
    wanted = {name: tuple(tensor.shape) for name, tensor in model.state_dict().items() if "_ids" not in name}
    assert {name: array.shape for name, array in state.items()} == wanted


def test_words_that_the_file_lacks_are_zero(file):
    words = state_of(file)["embeddings.word_embeddings.weight"]
    assert words.shape == (6, 4)
    assert (words[5] == 0).all()


def test_the_tokenizer_takes_the_likeliest_pieces_of_each_word():
    pieces = [(piece, 0.0) for piece in ("<s>", "<pad>", "</s>", "<unk>")]
    pieces += [("▁", -3.0), ("▁raid", -2.0), ("s", -2.5), ("▁r", -4.0), ("aids", -4.5)]
    found = tokenizer_of(pieces).encode("raid  raids")
    assert found.tokens == ["<s>", "▁raid", "▁raid", "s", "</s>"]
    assert found.offsets[1:4] == [(0, 4), (6, 10), (10, 11)]
