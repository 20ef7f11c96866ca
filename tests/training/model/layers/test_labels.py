from __future__ import annotations

import pytest
from training.model.heads import label_slice
from training.model.targets import NONE
from training.schema import Example

from training.model.layers import targets_of


def row(own_set, *layers, **labels):
    return targets_of(Example(own_set, "a", "words", annotated=frozenset(layers), labels=labels)).labels


def test_a_scheme_has_ones_for_what_applies_and_all_other_schemes_are_unknown():
    found = row("satp", "labels:satp", satp=("bombing",))
    assert found[label_slice("satp")].tolist() == [0, 1, 0, 0]
    assert (found == NONE).sum() == len(found) - 4


def test_a_text_to_which_no_label_applies_has_zeros():
    assert row("satp", "labels:satp", satp=())[label_slice("satp")].tolist() == [0, 0, 0, 0]


@pytest.mark.parametrize("scheme", ["ipe_docs", "ipe_sents"])
def test_documents_and_sentences_of_one_collection_share_a_head(scheme):
    found = row(scheme, f"labels:{scheme}", **{scheme: ("kill", "any_action")})
    assert found[label_slice("ipe")].tolist() == [1, 0, 0, 0, 1]


def test_a_scheme_without_a_head_and_a_layer_that_is_none_say_nothing():
    assert row("plover", "labels:plover_penta", "names", plover_penta=("x",)) is None
