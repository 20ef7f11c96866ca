# ruff: noqa: E402 - what is imported further down needs torch
from __future__ import annotations

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="left out: torch is not installed (training/requirements.txt)")
transformers = pytest.importorskip("transformers", reason="left out: transformers is not installed")
pytest.importorskip("sklearn", reason="left out: scikit-learn is not installed")

from training.model.heads import FURTHER, LABELS, label_slice, labels_width
from training.model.network import Reader
from training.refit import put, tables
from training.refitting.fitting import Head
from training.refitting.regressions import Row
from training.refitting.stored import open_refitted, save_refitted, widen

SIZE = 32
WIDTH, MORE = labels_width(LABELS), labels_width(FURTHER)


@pytest.fixture
def reader():
    torch.manual_seed(1)
    config = transformers.BertConfig(
        vocab_size=50, hidden_size=SIZE, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32,
        max_position_embeddings=64, pad_token_id=1,
    )  # fmt: skip
    return Reader(transformers.BertModel(config, add_pooling_layer=False)).eval()


def outputs(reader, states):
    with torch.no_grad():
        return reader.labels(states).numpy()


def head(labels, *, own, table=1.0):
    rows = tuple(Row(own, np.full(SIZE, k + 1.0), float(-k)) for k in range(labels))
    return Head(rows, np.full((4, labels), table), None, None, None)


@pytest.mark.parametrize("own", [True, False], ids=["its own attention", "evenly"])
def test_rows_that_are_put_in_are_what_the_layer_gives(reader, own):
    states, at = torch.randn(3, SIZE), label_slice("satp")
    before = outputs(reader, states)
    further = put(reader, {"satp": head(4, own=own)})
    assert not any(one.any() for one in further.values())
    after = outputs(reader, states)
    expected = before[:, at] if own else np.zeros((3, 4))
    assert after[:, at] == pytest.approx(expected, abs=1e-6)
    sums = states.sum(1).numpy()
    assert after[:, WIDTH:][:, at] == pytest.approx(np.outer(sums, [1, 2, 3, 4]), rel=1e-4, abs=1e-4)
    assert reader.bias[at].tolist() == [0, -1, -2, -3]
    others = [k for k in range(2 * WIDTH) if not at.start <= k % WIDTH < at.stop]
    assert np.array_equal(after[:, others], before[:, others])


def test_sentences_take_the_attention_of_documents_even_where_these_are_pooled_evenly(reader):
    states = torch.randn(3, SIZE)
    before = outputs(reader, states)
    further = put(reader, {"ipe": head(5, own=False), "ipe_sents": head(5, own=True)})
    kept = outputs(reader, states)
    widen(reader, further)
    after = outputs(reader, states)
    wide = WIDTH + MORE
    assert after.shape == (3, 2 * wide)
    assert after[:, :WIDTH] == pytest.approx(kept[:, :WIDTH], abs=1e-6)
    assert after[:, WIDTH : WIDTH + 5] == pytest.approx(before[:, label_slice("ipe")], abs=1e-6)
    assert after[:, wide : wide + WIDTH] == pytest.approx(kept[:, WIDTH:], abs=1e-6)
    assert reader.bias[WIDTH : WIDTH + 5].tolist() == [0, -1, -2, -3, -4]


def test_what_stands_between_parties_has_rows_of_its_own(reader):
    states = torch.randn(3, SIZE)
    rows = tuple(Row(False, np.repeat([1.0, k], SIZE), 0.5) for k in range(15))
    further = put(reader, {"plover": Head(rows, np.zeros((4, 15)), None, None, None)})
    widen(reader, further)
    values = outputs(reader, states)[:, WIDTH + MORE :]
    sums = states.sum(1).numpy()
    assert values[:, label_slice("plover")] == pytest.approx(np.tile(sums[:, None], 15), abs=1e-4)
    assert values[:, WIDTH + 5 :] == pytest.approx(np.outer(sums, np.arange(15)), rel=1e-4, abs=1e-3)
    assert reader.bias[label_slice("plover")].tolist() == [0.5] * 15
    assert not reader.bias[WIDTH:].any()


def test_what_is_saved_is_opened_and_its_model_is_one_that_training_can_go_on_from(reader, tmp_path):
    reader.encoder.save_pretrained(tmp_path)
    found = {"ipe_sents": head(5, own=True), "satp": head(4, own=True, table=0.0)}
    settings = {"thresholds": {"balanced": {"satp": {"bombing": 0.3}}}, "calibration": {}}
    save_refitted(tmp_path / "out.pt", reader, put(reader, found), tables(found), settings)
    again = Reader.from_folder(tmp_path)
    again.load_state_dict(torch.load(tmp_path / "out.pt", weights_only=True)["model"])
    opened = open_refitted(tmp_path / "out.pt", tmp_path)
    assert opened.reader.bias.shape == (WIDTH + MORE,)
    assert torch.equal(opened.reader.bias[:WIDTH], again.bias)
    assert opened.settings == settings
    assert {name: one.dtype for name, one in opened.ngrams.items()} == {
        "ipe_sents": np.int8,
        "ipe_sents.scale": np.float32,
    }


def test_a_model_that_was_not_refitted_is_opened_as_it_is(reader, tmp_path):
    reader.encoder.save_pretrained(tmp_path)
    torch.save({"model": reader.state_dict()}, tmp_path / "model.pt")
    opened = open_refitted(tmp_path / "model.pt", tmp_path)
    assert opened.reader.bias.shape == (WIDTH,)
    assert (opened.ngrams, opened.settings) == ({}, {})
