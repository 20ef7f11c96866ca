from __future__ import annotations

import hashlib
import io
import json
import zipfile

import numpy as np
import pytest

from onrecord.errors import InputError
from onrecord.find.models.trained.weights import Heads, load_weights, read_weights, weights_in

HEADS = {"tags": [["names", ["person", "place"]]], "marks": [], "labels": [], "pairs": [["says", ["source"]]]}


def packed(**changed):
    """Pack a small reader; a part given as None is left out."""
    arrays = io.BytesIO()
    np.savez(arrays, **{"says.bias": np.array([0.25])})
    version = hashlib.sha256(b"graph" + arrays.getvalue()).hexdigest()[:8]
    card = json.dumps(HEADS | {"version": version, "window": 320, "overlap": 48})
    parts = {
        "reader.onnx": b"graph",
        "tokenizer.json": b"{}",
        "pairs.npz": arrays.getvalue(),
        "card.json": card,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, content in (
            parts | {name.replace("_", "."): part for name, part in changed.items()}
        ).items():
            if content is not None:
                file.writestr(name, content)
    return out.getvalue()


def test_what_was_packed_is_unpacked():
    weights = read_weights(packed())
    assert (weights.graph, weights.tokenizer, weights.window, weights.overlap) == (b"graph", "{}", 320, 48)
    assert weights.arrays["says.bias"].dtype == np.float32
    assert weights.pairs.classes == {"says": ("source",)}
    assert weights.settings == {}


def test_tables_of_words_are_unpacked_as_they_are_and_told_by_the_version():
    tables, arrays = io.BytesIO(), io.BytesIO()
    np.savez(tables, satp=np.array([[1, -2]], dtype=np.int8))
    np.savez(arrays, **{"says.bias": np.array([0.25])})
    version = hashlib.sha256(b"graph" + arrays.getvalue() + tables.getvalue()).hexdigest()[:8]
    card = json.dumps(HEADS | {"version": version, "window": 320, "overlap": 48})
    found = read_weights(packed(card_json=card, pairs_npz=arrays.getvalue(), ngrams_npz=tables.getvalue()))
    assert found.ngrams["satp"].dtype == np.int8
    assert found.ngrams["satp"].tolist() == [[1, -2]]
    assert read_weights(packed()).ngrams == {}


BROKEN = {
    "empty": b"",
    "not a zip": b"PK" + bytes(200),
    "cut off": packed()[:-30],
    "a byte changed": packed().replace(b"graph", b"grapg"),
    "no card": packed(card_json=None),
    "no graph": packed(reader_onnx=None),
    "another graph": packed(reader_onnx=b"another"),
    "other pairs": packed(pairs_npz=b"no arrays"),
    "tables that its card does not know": packed(ngrams_npz=b"no arrays"),
    "a card that is no table": packed(card_json="[1, 2]"),
    "a card that is no JSON": packed(card_json="{"),
    "a card without heads": packed(card_json='{"version": "1"}'),
    "a tokenizer that is no text": packed(tokenizer_json=b"\xff\xfe\xff"),
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_a_broken_file_of_weights_is_refused_with_advice(content):
    with pytest.raises(InputError, match=r"reader\.zip .* cannot be read .*; install the package again"):
        read_weights(content)


def test_weights_that_are_not_there_are_asked_for(tmp_path):
    with pytest.raises(InputError, match=r"carries no reader\.zip; install the package"):
        weights_in(tmp_path / "reader.zip")


def test_a_head_stands_behind_the_outputs_of_those_before_it():
    heads = Heads.of([["a", ["x", "y"]], ["b", ["z"]]], 3)
    assert (heads.at("a"), heads.at("b")) == (slice(0, 6), slice(6, 9))
    assert heads.classes["a"] == ("x", "y")


def test_the_weights_of_the_package_are_read_once_and_hold_every_head_that_answers_ask_for():
    weights = load_weights()
    assert load_weights() is weights
    assert {"names", "re3d", "muc", "attribution", "events"} <= weights.tags.classes.keys()
    assert {"polarity", "modality", "incident", "effect", "blame", "act"} <= weights.marks.classes.keys()
    assert {"muc", "satp", "insightcrime", "ipe", "cameo", "plover"} <= weights.labels.classes.keys()
    assert {"relation", "says", "same_event", "role"} <= weights.pairs.classes.keys()
    assert 0 <= weights.overlap < weights.window - 2
