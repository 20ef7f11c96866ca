"""A network of one small layer that knows twelve words, and texts made of them."""

from __future__ import annotations

import numpy as np
import pytest
from tokenizers import Tokenizer, models, pre_tokenizers
from training.refitting.texts import LabelSet

WORDS = ["police", "held", "killed", "two", "men", "in", "the", "market", "council", "met", "on", "monday"]
TEXTS = tuple(
    f"{'police held' if k % 3 else 'council met'} {WORDS[k % 7 + 3]} {WORDS[k % 5 + 6]} on monday"
    for k in range(60)
)
SIZE = 32


@pytest.fixture(scope="session")
def tokenizer():
    pieces = {piece: k for k, piece in enumerate(["<s>", "<pad>", "</s>", "<unk>", *WORDS])}
    found = Tokenizer(models.WordLevel(pieces, unk_token="<unk>"))  # noqa: S106 - a piece, not a password
    found.pre_tokenizer = pre_tokenizers.Whitespace()
    return found.to_str()


@pytest.fixture
def network():
    torch = pytest.importorskip(
        "torch", reason="left out: torch is not installed (training/requirements.txt)"
    )
    transformers = pytest.importorskip("transformers", reason="left out: transformers is not installed")
    for name in ("onnx", "sklearn"):
        pytest.importorskip(name, reason=f"left out: {name} is not installed (training/requirements.txt)")
    from training.model.network import Reader  # noqa: PLC0415 - needs torch

    torch.manual_seed(1)
    config = transformers.BertConfig(
        vocab_size=50, hidden_size=SIZE, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32,
        max_position_embeddings=64, pad_token_id=1,
    )  # fmt: skip
    return Reader(transformers.BertModel(config, add_pooling_layer=False)).eval()


@pytest.fixture(scope="session")
def sentences():
    """Sentences of which two in three tell of an arrest, in five parts."""
    gold = np.array([[0, int("held" in text), 0, 0, int("held" in text)] for text in TEXTS])
    ids = tuple(str(k) for k in range(len(TEXTS)))
    return LabelSet("ipe_sents", ids, TEXTS, gold, np.arange(len(TEXTS)) % 5)
