# ruff: noqa: E402 - what is imported further down needs torch
from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="left out: torch is not installed (training/requirements.txt)")
transformers = pytest.importorskip("transformers", reason="left out: transformers is not installed")

from training.model.network import Reader
from training.smoothing import LARGEST, Scaled, smoothed

IDS = torch.tensor([[0, 7, 8, 9, 10, 2], [0, 11, 12, 13, 14, 2]])
CHANNEL = 5


@pytest.fixture
def reader():
    """A reader in whose second layer one inner channel is far larger than all others."""
    torch.manual_seed(3)
    config = transformers.BertConfig(
        vocab_size=50, hidden_size=16, num_hidden_layers=2, num_attention_heads=2, intermediate_size=24,
        max_position_embeddings=32, pad_token_id=1,
    )  # fmt: skip
    found = Reader(transformers.BertModel(config, add_pooling_layer=False)).eval()
    with torch.no_grad():
        found.encoder.encoder.layer[1].intermediate.dense.bias[CHANNEL] = 10 * LARGEST
    return found


def taken(reader, layer):
    """Give the largest size of each channel that the last weights of a layer take in."""
    seen = []
    dense = reader.encoder.encoder.layer[layer].output.dense
    weights = dense.weights if isinstance(dense, Scaled) else dense
    hook = weights.register_forward_pre_hook(lambda _, given: seen.append(given[0]))
    with torch.no_grad():
        reader.encoder(input_ids=IDS)
    hook.remove()
    return seen[0].flatten(0, 1).abs().amax(0)


def test_an_outlier_is_made_small_and_all_else_stays(reader):
    before, after = taken(reader, 1), taken(smoothed(reader), 1)
    others = [k for k in range(24) if k != CHANNEL]
    assert before[CHANNEL] > 9 * LARGEST
    assert after[CHANNEL] == pytest.approx(LARGEST, rel=0.05)
    assert after[others].tolist() == before[others].tolist()


def test_what_is_computed_stays_and_so_does_the_reader(reader):
    kept = reader.encoder.encoder.layer[1].output.dense.weight.clone()
    with torch.no_grad():
        for found, wanted in zip(
            smoothed(reader)(IDS, torch.ones_like(IDS)), reader(IDS, torch.ones_like(IDS)), strict=True
        ):
            torch.testing.assert_close(found, wanted, atol=1e-5, rtol=1e-5)
    assert torch.equal(reader.encoder.encoder.layer[1].output.dense.weight, kept)


def test_a_layer_without_outliers_is_not_touched(reader):
    layers = smoothed(reader).encoder.encoder.layer
    assert [isinstance(layer.output.dense, Scaled) for layer in layers] == [False, True]


def test_the_same_reader_gives_the_same_weights(reader):
    one, other = smoothed(reader).state_dict(), smoothed(reader).state_dict()
    assert all(torch.equal(one[name], other[name]) for name in one)
