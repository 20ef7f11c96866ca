from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from onrecord.find.models.trained.incident_words import NAMES, word_by_word
from onrecord.find.models.trained.weights import Heads

TEXT = "the guerrillas fled."
AT = [(0, 3), (4, 7), (7, 14), (15, 19), (19, 20)]
"""Pieces: one word is cut in two."""
HEADS = Heads.of([["names", [*NAMES, "place"]], ["muc", ["PerpInd", "Victim"]]], 3)


def tags(rows):
    """Give outputs of three a class: shares of outside, begins, goes on of (piece, class), else outside."""
    found = np.zeros((len(AT), 15), dtype=np.float32)
    found[:, ::3] = 30
    for (piece, kind), shares in rows.items():
        found[piece, 3 * kind : 3 * kind + 3] = np.log(np.array(shares) + 1e-9)
    return found


def test_each_word_and_sign_has_the_mean_of_its_pieces_and_the_edges_of_its_first(weights, signals):
    outputs = tags({(1, 3): (0.2, 0.7, 0.1), (2, 3): (0.4, 0.0, 0.6), (3, 0): (0.5, 0.5, 0)})
    read = word_by_word(replace(weights, tags=HEADS), signals(TEXT, AT, tags=outputs))
    assert read.at == [(0, 3), (4, 14), (15, 19), (19, 20)]
    assert read.small == ["the", "guerrillas", "fled", "."]
    assert read.inside[:, 0] == pytest.approx([0, 0.7, 0, 0], abs=1e-6)
    assert read.begins[1, 0] == pytest.approx(0.7, abs=1e-6)
    assert read.goes_on[1, 0] == pytest.approx(0.1, abs=1e-6)
    assert read.names[:, 0] == pytest.approx([0, 0, 0.5, 0], abs=1e-6)
    assert read.inside.shape == read.begins.shape == read.goes_on.shape == read.names.shape == (4, 2)


def test_a_word_that_no_piece_covers_is_left_out(weights, signals):
    read = word_by_word(
        replace(weights, tags=HEADS), signals("one two three", [(0, 3), (8, 13)], tags=np.zeros((2, 15)))
    )
    assert read.small == ["one", "three"]


def test_without_pieces_there_are_no_words(weights, signals):
    assert word_by_word(replace(weights, tags=HEADS), signals("", [], tags=np.zeros((0, 15)))) is None
    assert (
        word_by_word(replace(weights, tags=HEADS), signals(" \n ", [(0, 1)], tags=np.zeros((1, 15)))) is None
    )
