from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.find.models.trained.incident_places import BEFORE, BEHIND, LONGEST, LOWEST, places_in
from onrecord.find.models.trained.incident_words import NAMES
from onrecord.find.models.trained.weights import Heads

HEADS = Heads.of([["names", [*NAMES]], ["muc", ["Target", "Victim", "Place"]]], 3)
OUT = (0.9, 0.1, 0.0)
B, I = (0.1, 0.8, 0.1), (0.1, 0.1, 0.8)  # noqa: E741 - begins, goes on


def outputs(rows, kind=2):
    """Give the outputs of one piece a word for a class of the head "muc", others outside."""
    found = np.zeros((len(rows), 15), dtype=np.float32)
    found[:, ::3] = 30
    found[:, 3 * kind : 3 * kind + 3] = np.log(np.array(rows) + 1e-9).reshape(len(rows), 3)
    return found


@pytest.fixture
def cut(weights, signals):
    def places(text, rows, parts=("Target", "Victim")):
        read = signals(text, tags=outputs(rows))
        return list(places_in(replace(weights, tags=HEADS), read, parts))

    return places


def words(text, places):
    return [text[place.start : place.end] for place in places]


def test_every_edge_within_is_tried_as_a_beginning_and_as_an_end(cut):
    text = "saw two unidentified assailants flee"
    found = cut(text, [OUT, B, B, B, OUT])
    assert set(words(text, found)) == {
        "two", "two unidentified", "two unidentified assailants", "unidentified", "unidentified assailants", "assailants",
    }  # fmt: skip


def test_a_place_may_end_before_a_small_word_but_none_begins_or_ends_with_one(cut):
    text = "the offices of the party of"
    found = cut(text, [B, I, I, I, I, I])
    assert set(words(text, found)) == {"offices", "offices of the party"}


def test_a_place_may_end_where_the_next_word_is_far_less_likely(cut):
    text = "car bomb blast"
    assert set(words(text, cut(text, [B, I, (0.7, 0.1, 0.2)]))) == {"car bomb", "car bomb blast"}


def test_a_place_tells_how_likely_its_words_and_edges_are(cut):
    text = "near car bomb blast"
    (one,) = [
        p
        for p in cut(text, [(0.7, 0.1, 0.2), B, (0.3, 0.2, 0.5), (0.75, 0.0, 0.25)])
        if (p.start, p.words) == (5, 2)
    ]
    assert text[one.start : one.end] == "car bomb"
    assert one.part == "Target"
    assert (one.inside, one.least) == pytest.approx((0.8, 0.7), abs=1e-5)
    assert one.begins == pytest.approx(0.8 / 0.9, abs=1e-5)
    assert (one.before, one.behind, one.broken) == pytest.approx((0.3, 0.25, 0.2), abs=1e-5)
    assert (one.other, one.person, one.organisation) == pytest.approx((0, 0, 0), abs=1e-5)


def test_only_the_parts_asked_for_have_places_and_nothing_has_places_without_words(cut):
    assert cut("bomb", [B], parts=("Victim",)) == []
    assert cut("", []) == []


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["the", "of", "two", "men", "port", "-", "s"]), min_size=1, max_size=20),
    st.data(),
)
def test_places_lie_in_likely_words_and_have_no_small_word_at_their_ends(weights, signals, said, data):
    rows = [data.draw(st.sampled_from([OUT, B, I])) for _ in said]
    text = " ".join(said)
    found = list(places_in(replace(weights, tags=HEADS), signals(text, tags=outputs(rows)), ("Target",)))
    assert len({(p.start, p.end) for p in found}) == len(found)
    for place in found:
        inner = text[place.start : place.end].split()
        assert 1 <= len(inner) == place.words <= LONGEST
        assert place.least >= LOWEST
        assert inner[0] not in BEFORE
        assert inner[-1] not in BEHIND
        assert inner[0][0].isalnum()
        assert inner[-1][0].isalnum()
