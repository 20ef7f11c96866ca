from __future__ import annotations

import numpy as np
from training.model.columns import index_of, tag_column, tag_columns
from training.model.heads import MARKS, label_slice
from training.schema import Example, Filler, Layer, Stretch, Template

from training.model.layers import targets_of

TEXT = "the fmln bombed a bridge in la paz. the fmln, or fmlnists, fled."
ORG, AGAIN, WITHIN, BRIDGE = Stretch(4, 8), Stretch(40, 44), Stretch(49, 53), Stretch(18, 24)
FMLN = Filler(("fmln",), (ORG,), (AGAIN, WITHIN), confidence="reported as fact")
BOMBED = Template(
    "bombing",
    (("PerpOrg", FMLN), ("Target", Filler(("bridge",), (BRIDGE,), effect="some damage"))),
    location="bolivia: la paz (department)",
)


def told(*templates):
    return targets_of(Example("muc4", "a", TEXT, annotated=frozenset({Layer.MUC}), muc=templates))


def spans(targets, part):
    return sorted(at for column, at in targets.spans if column == tag_column("muc", part))


def test_fillers_stand_wherever_their_words_are_whole_words():
    targets = told(BOMBED)
    assert spans(targets, "PerpOrg") == [(4, 8), (40, 44)]
    assert spans(targets, "Target") == [(18, 24)]
    assert spans(targets, "Place") == [(28, 34)]
    assert np.flatnonzero(targets.columns).tolist() == tag_columns("muc")


def test_effects_and_blame_are_marked_on_their_fillers():
    marked = [(head, at, classes) for head, at, classes in told(BOMBED).marked if head != "incident"]
    assert marked == [
        ("blame", (4, 8), (index_of(MARKS, "blame", "reported as fact"),)),
        ("blame", (40, 44), (index_of(MARKS, "blame", "reported as fact"),)),
        ("effect", (18, 24), (index_of(MARKS, "effect", "some damage"),)),
    ]


def test_a_filler_of_two_incidents_has_both_types():
    attack = Template("attack / arson", (("PerpOrg", FMLN),))
    types = {at: classes for head, at, classes in told(BOMBED, attack).marked if head == "incident"}
    assert types == {
        (4, 8): (1, 1, 0, 1, 0, 0),
        (40, 44): (1, 1, 0, 1, 0, 0),
        (18, 24): (0, 1, 0, 0, 0, 0),
    }


def test_the_text_has_the_types_of_all_its_incidents_as_labels_and_none_where_there_is_none():
    assert told(BOMBED).labels[label_slice("muc")].tolist() == [0, 1, 0, 0, 0, 0]
    assert told().labels[label_slice("muc")].tolist() == [0] * 6


def test_fillers_of_the_same_words_are_one_chain_and_others_are_not():
    other = Template("attack", (("PerpOrg", FMLN), ("PerpOrg", Filler(("paz",), (Stretch(31, 34),)))))
    kinds = {(pair.left, pair.right): pair.kind for pair in told(BOMBED, other).pairings}
    assert kinds[(4, 8), (40, 44)] == 1
    assert kinds[(4, 8), (31, 34)] == kinds[(31, 34), (40, 44)] == 0


def test_a_set_that_does_not_annotate_incidents_says_nothing_of_them():
    targets = targets_of(Example("muc4", "a", TEXT, muc=(BOMBED,)))
    assert (targets.columns.any(), targets.spans, targets.labels) == (False, [], None)
