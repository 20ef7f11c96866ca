from __future__ import annotations

from training.model.columns import classes_of, index_of, tag_column
from training.model.heads import MARKS, PAIRS
from training.model.layers.events import ROLE_NAMES
from training.schema import Event, Example, Layer, Role, Stretch

from training.model.layers import targets_of

TEXT = "they denied the raid and may strike"
DENIED, RAID, STRIKE = Stretch(5, 11), Stretch(16, 20), Stretch(29, 35)
EVENTS = (
    Event(DENIED, "Contact.Deny", group=0),
    Event(RAID, "Conflict.Attack", polarity="negative", group=1),
    Event(STRIKE, "Conflict.Attack", modality="possible", group=1),
)


def told(own_set, *layers, roles=()):
    return targets_of(
        Example(own_set, "a", TEXT, annotated=frozenset(layers), events=EVENTS, roles=roles),
    )


def marks(targets, head):
    return [classes for name, _, classes in targets.marked if name == head]


def test_sets_that_mark_every_event_say_where_events_stand():
    column = tag_column("events", "event")
    assert told("timebank", Layer.EVENTS).spans == [(column, (5, 11)), (column, (16, 20)), (column, (29, 35))]
    assert told("geneva", Layer.EVENTS).spans == []


def test_polarity_and_modality_are_marked_where_they_are_annotated():
    targets = told("timebank", Layer.POLARITY, Layer.MODALITY)
    assert marks(targets, "polarity") == [(0,), (1,), (0,)]
    assert marks(targets, "modality") == [(0,), (0,), (1,)]
    assert told("timebank", Layer.EVENTS).marked == []


def test_typed_sets_mark_acts():
    statement, attack = (index_of(MARKS, "act", name) for name in ("statement", "attack"))
    assert marks(told("rams", Layer.EVENT_TYPES), "act") == [(statement,), (attack,), (attack,)]
    assert marks(told("timebank", Layer.EVENT_TYPES), "act") == []


def test_events_of_one_chain_are_one():
    pairs = told("ecbplus", Layer.EVENT_COREF).pairings
    assert [(pair.left, pair.right, pair.kind) for pair in pairs] == [
        ((5, 11), (16, 20), 0),
        ((5, 11), (29, 35), 0),
        ((16, 20), (29, 35), 1),
    ]


def test_every_event_is_asked_for_its_roles_also_where_nobody_fills_one():
    roles = (Role(1, Stretch(0, 4), "Attacker"), Role(1, Stretch(21, 24), "Weather"))
    found = told("rams", Layer.ROLES, roles=roles).roles
    assert [(one.trigger, one.fillers) for one in found] == [
        ((5, 11), ()),
        ((16, 20), (((0, 4), 0), ((21, 24), 4))),
        ((29, 35), ()),
    ]


def test_the_classes_of_the_role_head_are_in_the_order_of_the_roles():
    begins_and_goes_on = [f"{tag}-{role}" for role in ROLE_NAMES for tag in "BI"]
    assert list(classes_of(PAIRS, "role")) == ["outside", *begins_and_goes_on]
