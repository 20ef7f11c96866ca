from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.answers import Act, Stretch
from onrecord.find.models.trained.acts import act_of, acts_at, groups_of, near_pairs
from onrecord.find.models.trained.graph import Graph
from onrecord.find.models.trained.reader import TrainedReader

TEXT = "The Front attacked Estmouth. It denied that it attacked the port, and may attack again."
ATTACKS = tuple(Stretch(at, at + 6) for at in (10, 48, 74))


def with_thresholds(reader, **heads):
    return TrainedReader(replace(reader.weights, settings={"thresholds": {"balanced": heads}}), reader.graph)


@pytest.mark.parametrize(
    ("shares", "least", "expected"),
    [
        ([0.5, 0.4, 0.1], {}, "actual"),
        ([0.4, 0.5, 0.1], {}, "possible"),
        ([0.7, 0.2, 0.1], {"planned": 0.09, "possible": 0.3}, "planned"),
        ([0.7, 0.2, 0.1], {"planned": 0.05, "possible": 0.2}, "planned"),
        ([0.7, 0.2, 0.1], {"planned": 0.2, "possible": 0.3}, "actual"),
        ([0.9, 0.05, 0.05], {"possible": 0}, "possible"),
    ],
    ids=["common", "rare and likely", "above its threshold", "farthest above", "below", "threshold 0"],
)
def test_a_rare_class_is_chosen_where_it_is_farthest_above_its_threshold(
    weights, signals, shares, least, expected
):
    marks = np.zeros((15, 5), dtype=np.float32)
    marks[2, 2:] = np.log(shares)
    by_hand = with_thresholds(TrainedReader(weights, Graph(weights)), modality=least)
    assert act_of(by_hand, signals(TEXT, marks=marks), ATTACKS[0]).modality == expected


def test_every_trigger_gets_an_act_in_its_turn(reader):
    asked = (ATTACKS[2], ATTACKS[0], ATTACKS[0])
    found = acts_at(reader, TEXT, asked)
    assert tuple(act.at for act in found) == asked
    assert found[1] == found[2]
    assert {act.polarity for act in found} <= set(reader.weights.marks.classes["polarity"])
    assert {act.modality for act in found} <= set(reader.weights.marks.classes["modality"])


@pytest.mark.parametrize(
    "at", [Stretch(3, 4), Stretch(900, 906), Stretch(5, 5)], ids=["blank", "beyond", "nothing"]
)
def test_a_trigger_that_was_not_read_is_what_most_are(reader, at):
    assert acts_at(reader, TEXT, (at,)) == (Act(at),)


@pytest.mark.parametrize("least", [0.0, 0.3, 0.5, 0.7, 1.1])
def test_every_trigger_stands_in_one_group(reader, least):
    groups = groups_of(with_thresholds(reader, same_event={"same": least}), TEXT, ATTACKS)
    assert sorted(at for group in groups for at in group) == sorted(ATTACKS)
    assert least < 1 or groups == tuple((at,) for at in ATTACKS)
    assert all(list(group) == sorted(group) for group in groups)


def test_a_higher_threshold_never_makes_fewer_groups(reader):
    sizes = [
        len(groups_of(with_thresholds(reader, same_event={"same": p / 20}), TEXT, ATTACKS)) for p in range(21)
    ]
    assert sizes == sorted(sizes)


def test_triggers_that_were_not_read_stay_alone(reader):
    groups = groups_of(
        with_thresholds(reader, same_event={"same": 0.01}), TEXT, (*ATTACKS, Stretch(900, 906))
    )
    assert (Stretch(900, 906),) in groups


def test_no_triggers_make_no_groups(reader):
    assert groups_of(reader, TEXT, ()) == ()
    assert acts_at(reader, "", ()) == ()


@settings(deadline=None)
@given(st.lists(st.integers(0, 50), max_size=12).map(sorted), st.integers(1, 20))
def test_pairs_are_those_nearer_than_the_farthest(starts, farthest):
    every = [(a, b) for a in range(len(starts)) for b in range(a + 1, len(starts))]
    assert list(near_pairs(starts, farthest)) == [
        (a, b) for a, b in every if starts[b] - starts[a] < farthest
    ]
