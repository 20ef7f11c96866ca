from __future__ import annotations

import pytest
from training.model.columns import index_of
from training.model.heads import PAIRS
from training.schema import Example, Layer, Named, NameType, Relation, Stretch

from training.model.layers import targets_of

ADA, ARMY, FAR = Stretch(0, 3), Stretch(13, 17), Stretch(500, 503)


def told(relation, other=ARMY, own_set="re3d"):
    names = tuple(Named(at, NameType.OTHER, "Person") for at in (ADA, other))
    text = "Ada left the army".ljust(600)
    layers = frozenset({Layer.NAMES, Layer.RELATIONS})
    found = targets_of(
        Example(
            own_set, "a", text, annotated=layers, names=names, relations=(Relation(relation, ADA, other),)
        ),
    )
    return {(p.left, p.right): p.kind for p in found.pairings if p.head == "relation"}


@pytest.mark.parametrize(
    ("relation", "there", "back"),
    [
        ("BelongsTo", "BelongsTo", "none"),
        ("AlliesOf", "AlliesOf", "AlliesOf"),
        ("Apart", "Apart", "Apart"),
    ],
)
def test_both_orders_of_two_names_are_asked_about(relation, there, back):
    assert told(relation) == {
        ((0, 3), (13, 17)): index_of(PAIRS, "relation", there),
        ((13, 17), (0, 3)): index_of(PAIRS, "relation", back),
    }


def test_names_far_from_each_other_are_not_asked_about():
    assert told("BelongsTo", FAR) == {}


def test_relations_of_other_sets_are_others_and_not_asked_about():
    names = (Named(ADA, NameType.PERSON, "PER"), Named(ARMY, NameType.ORGANISATION, "ORG"))
    relations = (Relation("P463", ADA, ARMY),)
    found = targets_of(Example("redocred", "a", "Ada left the army", names=names, relations=relations))
    assert found.pairings == []
