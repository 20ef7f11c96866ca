from __future__ import annotations

from pathlib import Path

import pytest
from training.examples import load

DATA = Path(__file__).parents[3] / "shared" / "data"

pytestmark = [
    pytest.mark.data,
    pytest.mark.skipif(not DATA.is_dir(), reason="left out: the development data is not beside the checkout"),
]


@pytest.fixture(scope="module")
def loaded():
    return load(DATA)


def spans(one):
    yield from (thing.at for thing in (*one.names, *one.events, *one.roles))
    yield from one.covered
    yield from (end for tie in one.relations for end in (tie.subject, tie.object))
    yield from (at for said in one.attributions for at in (*said.source, *said.cue, *said.content))
    yield from (at for told in one.muc for _, filler in told.parts for at in (*filler.given, *filler.further))


def test_every_stretch_has_words_in_its_text(loaded):
    wrong = [
        (one.example.set, one.example.id)
        for one in loaded
        for at in spans(one.example)
        if not one.example.words(at).strip()
    ]
    assert wrong == []


def test_the_mentions_of_an_incident_stand_where_the_file_says(loaded):
    fillers = [(one.example, f) for one in loaded for told in one.example.muc for _, f in told.parts]
    assert len(fillers) > 3000
    assert all(one.words(at) in f.words for one, f in fillers for at in (*f.given, *f.further))


def test_no_text_of_a_set_is_both_trained_on_and_measured(loaded):
    parts = {}
    for one in loaded:
        parts.setdefault((one.example.set, one.example.text), set()).add(one.part)
    assert [key for key, found in parts.items() if len(found) > 1 and any(c.isalnum() for c in key[1])] == []
