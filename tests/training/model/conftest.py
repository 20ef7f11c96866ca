from __future__ import annotations

import pytest
from tokenizers import Tokenizer, models, pre_tokenizers

SPECIAL = {"<s>": 0, "<pad>": 1, "</s>": 2, "<unk>": 3}


@pytest.fixture(scope="session")
def tokenizer():
    found = Tokenizer(models.WordLevel(SPECIAL, unk_token="<unk>"))  # noqa: S106 - a piece
    found.pre_tokenizer = pre_tokenizers.Whitespace()
    return found


@pytest.fixture
def reader():
    """A network of one small layer, the same each time."""
    torch = pytest.importorskip(
        "torch", reason="left out: torch is not installed (training/requirements.txt)"
    )
    transformers = pytest.importorskip("transformers", reason="left out: transformers is not installed")
    from training.model.network import Reader  # noqa: PLC0415 - it needs torch

    torch.manual_seed(1)
    config = transformers.BertConfig(
        vocab_size=50, hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16,
        max_position_embeddings=64, pad_token_id=1, attention_probs_dropout_prob=0.0, hidden_dropout_prob=0.0,
    )  # fmt: skip
    return Reader(transformers.BertModel(config, add_pooling_layer=False))
