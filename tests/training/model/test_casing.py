from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from training.model.casing import capitals, varied
from training.schema import Example


@pytest.mark.parametrize(
    ("small", "written"),
    [
        ("the fmln bombed managua.", "The FMLN bombed Managua."),
        ("near the bridge. yesterday", "Near the bridge. Yesterday"),
        ("soldiers\n  fled", "Soldiers\n  Fled"),
        ("of xy", "Of xy"),
        ("", ""),
    ],
)
def test_names_and_the_beginnings_of_sentences_get_capitals(small, written):
    assert capitals(small) == written


@settings(deadline=None)
@given(st.sampled_from(["muc4", "rams"]), st.text(), st.integers())
def test_however_a_text_is_written_its_offsets_stay(own_set, text, seed):
    other = varied(Example(own_set, "a", text), random.Random(seed))
    assert len(other) == len(text)
    assert other == text or own_set == "muc4" or other == text.lower()


def test_some_texts_are_read_in_small_letters_and_most_as_they_are():
    draw = random.Random(1)
    found = [varied(Example("rams", "a", "The Raid"), draw) for _ in range(1000)]
    assert set(found) == {"The Raid", "the raid"}
    assert 80 < found.count("the raid") < 160


def test_a_text_that_small_letters_make_longer_stays_as_it_is():
    draw = random.Random(1)
    assert {varied(Example("rams", "a", "İzmir"), draw) for _ in range(100)} == {"İzmir"}
