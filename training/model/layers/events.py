"""Events: words that tell them, what is marked on them, which are one, and who fills their roles."""

from __future__ import annotations

from collections.abc import Iterator

from training.model.columns import index_of, tag_column, tag_columns
from training.model.heads import MARKS
from training.model.layers.chains import chained
from training.model.targets import Marked, RoleTarget, SpanTarget, Targets, chars
from training.model.terms import act_of, role_of
from training.schema import Event, Example, Layer

__all__ = ["ROLE_NAMES", "add_events", "add_roles"]

ALL_EVENTS = frozenset({"timebank", "wikievents"})
"""Sets that mark every event of a text, whatever its type."""
TYPED = frozenset({"rams", "wikievents", "geneva"})
"""Sets whose types of events `terms.ACTS` brings to ours."""
ROLE_NAMES = ("agent", "target", "place", "instrument", "other")
"""The roles in the order of the role head's classes."""


def add_events(example: Example, targets: Targets) -> None:
    """Add the words that tell events, their polarity, modality and act, and pairs of events."""
    if Layer.EVENTS in example.annotated and example.set in ALL_EVENTS:
        targets.columns[tag_columns("events")] = True
        column = tag_column("events", "event")
        targets.spans += [SpanTarget(column, chars(event.at)) for event in example.events]
    targets.marked += [mark for event in example.events for mark in _marks(example, event)]
    if Layer.EVENT_COREF in example.annotated:
        links = [(chars(event.at), event.group) for event in example.events]
        targets.pairings += chained("same_event", links)


def _marks(example: Example, event: Event) -> Iterator[Marked]:
    at = chars(event.at)
    if Layer.POLARITY in example.annotated:
        yield "polarity", at, (index_of(MARKS, "polarity", event.polarity),)
    if Layer.MODALITY in example.annotated:
        yield "modality", at, (index_of(MARKS, "modality", event.modality),)
    if example.set in TYPED:
        yield "act", at, (index_of(MARKS, "act", act_of(event.type)),)


def add_roles(example: Example, targets: Targets) -> None:
    """Add each event with the stretches that fill its roles, none where nobody fills one."""
    if Layer.ROLES not in example.annotated:
        return
    for number, event in enumerate(example.events):
        mine = [role for role in example.roles if role.event == number]
        fillers = tuple((chars(role.at), ROLE_NAMES.index(role_of(role.role))) for role in mine)
        targets.roles.append(RoleTarget(chars(event.at), fillers))
