from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.answers import Name, Stretch
from onrecord.find.models.trained.graph import Graph
from onrecord.find.models.trained.reader import TrainedReader
from onrecord.find.models.trained.relations import (
    NEAR,
    SYMMETRIC,
    names_in,
    near,
    relations_between,
    without_overlaps,
)
from onrecord.find.models.trained.spans import Found

TEXT = "The Harbour Front and its ally, the River Column, fought the army of Norland near Estmouth. General Ado leads it."
NAMED = ("Harbour Front", "River Column", "the army of Norland", "Norland", "Estmouth", "General Ado")
NAMES = tuple(
    Name(Stretch(TEXT.index(words), TEXT.index(words) + len(words)), "Organisation") for words in NAMED
)
SPANS = st.lists(
    st.builds(
        lambda start, length, kind, score: Found(start, start + length, kind, score),
        st.integers(0, 30),
        st.integers(1, 8),
        st.sampled_from("ab"),
        st.sampled_from([0.5, 0.6, 0.7]),
    ),
    max_size=12,
)


def with_thresholds(reader, head, least):
    classes = [*reader.weights.tags.classes.get(head, ()), *reader.weights.pairs.classes.get(head, ())]
    table = {"thresholds": {"balanced": {head: dict.fromkeys(classes, least)}}}
    return TrainedReader(replace(reader.weights, settings=table), reader.graph)


@settings(deadline=None)
@given(SPANS)
def test_of_spans_that_overlap_the_longest_is_kept(spans):
    kept = without_overlaps(spans)
    assert kept == sorted(kept)
    assert all(one.end <= other.start for one, other in pairwise(kept))
    for span in spans:
        over = [k for k in kept if k.start < span.end and span.start < k.end]
        assert max((k.end - k.start, k.score) for k in over) >= (span.end - span.start, 0)


def test_of_two_equal_spans_the_surer_is_kept():
    assert without_overlaps([Found(0, 3, "a", 0.6), Found(0, 3, "b", 0.7)]) == [Found(0, 3, "b", 0.7)]


@pytest.mark.parametrize("head", ["re3d", "names"])
@pytest.mark.parametrize("least", [0.2, 0.5, 0.8])
def test_names_are_whole_words_that_do_not_overlap(reader, head, least):
    found = names_in(with_thresholds(reader, head, least), TEXT, head)
    assert all(one.at.end <= other.at.start for one, other in pairwise(found))
    for name in found:
        words = TEXT[name.at.start : name.at.end]
        assert words == words.strip() != ""
        assert name.type in reader.weights.tags.classes[head]
        assert least <= name.score <= 1


def key(related):
    return related.type, related.subject, related.object


def test_relations_stand_between_given_names_and_once(reader):
    found = relations_between(with_thresholds(reader, "relation", 0.0), TEXT, NAMES)
    given_names = {name.at for name in NAMES}
    assert found
    assert {at for related in found for at in (related.subject, related.object)} <= given_names
    assert all(related.subject != related.object for related in found)
    assert len({key(related) for related in found}) == len(found)
    assert all(r.subject < r.object for r in found if r.type in SYMMETRIC)
    assert "none" not in {related.type for related in found}


def test_a_higher_threshold_never_gives_more_relations(reader):
    found = [
        {key(r) for r in relations_between(with_thresholds(reader, "relation", p / 20), TEXT, NAMES)}
        for p in range(21)
    ]
    assert all(more >= fewer for more, fewer in pairwise(found))
    assert not found[-1]


def test_the_order_of_names_and_names_given_twice_change_nothing(reader):
    asked = with_thresholds(reader, "relation", 0.0)
    once = relations_between(asked, TEXT, NAMES)
    assert relations_between(asked, TEXT, NAMES[::-1] + NAMES) == once


@pytest.mark.parametrize(
    "at", [Stretch(3, 4), Stretch(500, 504), Stretch(7, 7)], ids=["blank", "beyond", "nothing"]
)
def test_names_that_were_not_read_have_no_relations(reader, at):
    found = relations_between(with_thresholds(reader, "relation", 0.0), TEXT, (*NAMES, Name(at, "Person")))
    assert found == relations_between(with_thresholds(reader, "relation", 0.0), TEXT, NAMES)


def test_no_relation_crosses_the_end_of_a_stretch(reader):
    graph = Graph(reader.weights, 1, stretch=TEXT.index("General"))
    graph._session, graph._tokenizer = reader.graph._loaded()
    asked = with_thresholds(TrainedReader(reader.weights, graph), "relation", 0.0)
    found = relations_between(asked, TEXT, NAMES)
    assert NAMES[-1].at not in {at for related in found for at in (related.subject, related.object)}


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        (" and ", True),
        ("\n", True),
        ("\n \n", False),
        (". It said ", True),
        ("x" * NEAR, True),
        ("x" * (NEAR + 1), False),
    ],
    ids=["a word", "a line", "a paragraph", "a sentence", "just near", "just too far"],
)
def test_names_are_near_within_a_paragraph(between, expected):
    text = f"Ado{between}Bado"
    one, other = Stretch(0, 3), Stretch(len(text) - 4, len(text))
    assert near(text, one, other) == near(text, other, one) == expected


def test_a_name_within_a_name_is_not_near_it():
    assert not near(TEXT, NAMES[2].at, NAMES[3].at)
