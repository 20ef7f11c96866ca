from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from training.model.heads import LABELS, labels_width, tag_slice
from training.packing import OVERLAP, WINDOW, packed

from onrecord.errors import InputError
from onrecord.find.models.trained.weights import read_weights

ARRAYS = {"says.out": np.array([[1.0, 2.0]], dtype=np.float32)}
TOKENIZER = json.dumps({"model": {"vocab": ["é"]}}, indent=4)
SETTINGS = {"thresholds": {"balanced": {"part": {"Victim": 0.4}}}}


def test_what_is_packed_is_what_the_reader_unpacks():
    found = read_weights(packed(b"graph", ARRAYS, TOKENIZER, SETTINGS))
    assert (found.graph, found.settings, found.window, found.overlap) == (b"graph", SETTINGS, WINDOW, OVERLAP)
    assert json.loads(found.tokenizer) == json.loads(TOKENIZER)
    assert found.arrays["says.out"].tolist() == [[1.0, 2.0]]
    assert found.tags.at("muc") == tag_slice("muc")


def test_tables_of_words_are_packed_as_they_are_and_make_another_version():
    tables = {"satp": np.array([[1, -2]], dtype=np.int8)}
    found = read_weights(packed(b"graph", ARRAYS, TOKENIZER, SETTINGS, tables))
    assert found.ngrams["satp"].tolist() == [[1, -2]]
    assert found.version != read_weights(packed(b"graph", ARRAYS, TOKENIZER, SETTINGS)).version


@pytest.mark.parametrize(("more", "known"), [(0, False), (20, True)])
def test_labels_with_further_ones_behind_them_are_told_of(more, known):
    arrays = ARRAYS | {"labels.bias": np.zeros(labels_width(LABELS) + more)}
    found = read_weights(packed(b"graph", arrays, TOKENIZER, {}))
    assert ("ipe_sents" in found.labels.classes) == known
    assert found.labels.at("plover").stop == labels_width(LABELS)


@settings(deadline=None)
@given(st.binary(max_size=50))
def test_the_same_parts_give_the_same_bytes(graph):
    assert packed(graph, ARRAYS, TOKENIZER, SETTINGS) == packed(graph, ARRAYS, TOKENIZER, SETTINGS)


def test_the_version_tells_weights_apart_and_no_settings():
    one, other = (read_weights(packed(b"graph", ARRAYS, TOKENIZER, s)).version for s in (SETTINGS, {}))
    assert one == other
    assert read_weights(packed(b"graph 2", ARRAYS, TOKENIZER, SETTINGS)).version != one


def test_a_file_that_was_cut_off_is_not_read():
    with pytest.raises(InputError):
        read_weights(packed(b"graph", ARRAYS, TOKENIZER, SETTINGS)[:-30])
