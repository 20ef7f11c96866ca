"""Event claims from triggers: what was done, to and by whom, where, whether it is so and in which world."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from onrecord.answers import Stretch
from onrecord.find.models.trained.acts import act_of
from onrecord.find.models.trained.calibrate import calibrated
from onrecord.find.models.trained.graph import Signals
from onrecord.find.models.trained.pairs import role_logits
from onrecord.find.models.trained.passages import Ground
from onrecord.find.models.trained.reader import TrainedReader
from onrecord.find.models.trained.spans import Found, marked, softmax, spans_of, whole_words
from onrecord.find.sentence import span_of
from onrecord.records import Claim, Kind, Modality, Polarity, Role, Text, claim_id
from onrecord.vocabulary import rows

__all__ = ["Trigger", "event_claims", "roles_of", "triggers_in"]

ROLES = ("agent", "target", "place", "instrument")
LEAST = 0.5
"""How likely every piece of a role must be on the mean."""


class Trigger(NamedTuple):
    """A word that tells an act of ours: where, which, how likely."""

    start: int
    end: int
    act: str
    score: float


def triggers_in(reader: TrainedReader, signals: Signals) -> list[Trigger]:
    """Give the triggers of a stretch whose class the table of acts has."""
    found = []
    for span in spans_of(reader.weights, signals, "events", reader.thresholds("events")):
        shares = marked(reader.weights, signals, "act", span.start, span.end)
        kind = max(shares, key=lambda name: shares[name], default="")
        row = next((r for r in rows("trained_acts") if r["class"] == kind), None)
        if row and shares[kind] >= float(row["least"]):
            found.append(Trigger(span.start, span.end, row["act"], span.score * shares[kind]))
    return found


def roles_of(
    reader: TrainedReader, signals: Signals, start: int, end: int, within: tuple[int, int]
) -> list[Found]:
    """Give what fills the roles of the act told at [start, end), inside the sentence `within`."""
    logits = role_logits(reader.weights, signals, (start, end))
    if not len(logits):
        return []
    shares = softmax(logits)
    found = []
    for k, role in enumerate(ROLES):
        inside = shares[:, 2 * k + 1] + shares[:, 2 * k + 2]
        inside = np.where((signals.starts >= within[0]) & (signals.ends <= within[1]), inside, 0)
        at = np.flatnonzero(inside >= reader.thresholds("role").get(role, LEAST))
        for run in np.split(at, np.flatnonzero(np.diff(at) > 1) + 1) if len(at) else ():
            bounds = whole_words(signals.text, int(signals.starts[run[0]]), int(signals.ends[run[-1]]))
            found.append(Found(*bounds, role, float(inside[run].mean())))
    return found


def event_claims(reader: TrainedReader, text: Text, ground: Ground, by: str) -> tuple[Claim, ...]:
    """Give an event claim for each trigger in an English sentence that has somebody or something hit or doing."""
    found = {}
    for signals in reader.signals(ground.words):
        for trigger in triggers_in(reader, signals):
            claim = _claim(reader, text, ground, by, signals, trigger)
            if claim:
                found[claim.id] = claim
    return tuple(found.values())


def _claim(
    reader: TrainedReader, text: Text, ground: Ground, by: str, signals: Signals, trigger: Trigger
) -> Claim | None:
    sentence = ground.english(trigger.start, trigger.end)
    if sentence is None:
        return None
    filled = roles_of(reader, signals, trigger.start, trigger.end, (sentence.start, sentence.end))
    if not any(role.kind in {"agent", "target"} for role in filled):
        return None
    roles = tuple(Role(role.kind, span_of(text, role.start, role.end)) for role in filled)
    evidence = span_of(text, *_evidence(trigger, filled))
    act = act_of(reader, signals, Stretch(trigger.start, trigger.end))
    return Claim(
        id=claim_id(Kind.EVENT, evidence, roles),
        text_id=text.id,
        kind=Kind.EVENT,
        type=trigger.act,
        evidence=evidence,
        by=by,
        roles=roles,
        polarity=Polarity(act.polarity),
        modality=Modality(act.modality),
        scale="incident",
        confidence=calibrated(reader, "event", trigger.score),
    )


def _evidence(trigger: Trigger, roles: list[Found], longest: int = 240) -> tuple[int, int]:
    """Give the smallest stretch over the trigger and its roles; the trigger alone where that is too long."""
    start = min(trigger.start, *(role.start for role in roles))
    end = max(trigger.end, *(role.end for role in roles))
    return (start, end) if end - start <= longest else (trigger.start, trigger.end)
