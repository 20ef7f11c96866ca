"""What triggers tell: which act, done by and to whom, where and with what; those of one event together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations
from typing import NamedTuple

import numpy as np

from onrecord.find.models.trained.graph import Signals
from onrecord.find.models.trained.linkage import linked
from onrecord.find.models.trained.pairs import pair_logits, role_logits, sigmoid
from onrecord.find.models.trained.passages import Ground
from onrecord.find.models.trained.reader import TrainedReader
from onrecord.find.models.trained.spans import Found, marked, softmax, spans_of, whole_words
from onrecord.find.sentence import Sentence
from onrecord.find.words.lemmas import lemma_of
from onrecord.vocabulary import Row, rows

__all__ = ["Happening", "Trigger", "happenings_in", "roles_of", "triggers_in"]

ROLES = ("agent", "target", "place", "instrument")
LEAST = 0.5
"""How likely a piece of a role, or that two triggers tell one event, must be where no threshold is given."""
TRUST = {"balanced": 0.7, "recall": 0.55, "precision": 0.85}
"""How far a word must be trusted (acts.csv) to name an act that the network is not sure of, by the use."""


class Trigger(NamedTuple):
    """A word that tells an act of ours: where, which row of trained_acts, how likely."""

    start: int
    end: int
    row: Row
    score: float


class Happening(NamedTuple):
    """What triggers of a sentence tell together, in the order of the text, and who fills a role of which."""

    sentence: Sentence
    triggers: tuple[Trigger, ...]
    roles: tuple[tuple[Trigger, Found], ...]


@cache
def _acts() -> dict[str, Row]:
    return {row["class"]: row for row in rows("trained_acts")}


def triggers_in(reader: TrainedReader, signals: Signals) -> list[Trigger]:
    """Give the triggers of a stretch whose class the table of acts has.

    The class must be likely enough, or the word name the act by itself: few texts taught the network acts.
    """
    found = []
    for span in spans_of(reader.weights, signals, "events", reader.thresholds("events")):
        shares = marked(reader.weights, signals, "act", span.start, span.end)
        kind = max(shares, key=lambda name: shares[name], default="")
        row = _acts().get(kind)
        if row and shares[kind] >= float(row[reader.use]):
            found.append(Trigger(span.start, span.end, row, span.score * shares[kind]))
        elif told := _named(signals.text[span.start : span.end], TRUST[reader.use]):
            row, trust = told
            found.append(Trigger(span.start, span.end, row, span.score * trust))
    return found


def _named(words: str, least: float) -> tuple[Row, float] | None:
    """Give the row of the act that a word names by itself, and how far the word is to be trusted."""
    row, trust = _words().get(lemma_of(words.lower()), (None, 0.0))
    return (row, trust) if row is not None and trust >= least else None


@cache
def _words() -> dict[str, tuple[Row, float]]:
    """Give for each single word of acts.csv the row of trained_acts with its act and frame."""
    known = {(row["act"], row["frame"]): row for row in reversed(rows("trained_acts"))}
    told = sorted(rows("acts"), key=lambda row: float(row["trust"]))
    single = (row for row in told if " " not in row["trigger"] and (row["act"], row["frame"]) in known)
    return {row["trigger"]: (known[row["act"], row["frame"]], float(row["trust"])) for row in single}


def happenings_in(reader: TrainedReader, signals: Signals, ground: Ground) -> Iterator[Happening]:
    """Give what happens in the English sentences of a stretch."""
    standing: defaultdict[tuple[int, str], list[Trigger]] = defaultdict(list)
    sentences: dict[int, Sentence] = {}
    for trigger in triggers_in(reader, signals):
        sentence = ground.english(trigger.start, trigger.end)
        if sentence:
            sentences[sentence.start] = sentence
            standing[sentence.start, trigger.row["act"]].append(trigger)
    for (start, _), triggers in standing.items():
        sentence = sentences[start]
        for group in _grouped(reader, signals, triggers):
            near = _cut(signals, sentence.start, sentence.end)
            found = ((t, role) for t in group for role in roles_of(reader, near, (t.start, t.end)))
            roles = _apart((t, r) for t, r in found if sentence.start <= r.start and r.end <= sentence.end)
            yield Happening(sentence, group, roles)


def _grouped(reader: TrainedReader, signals: Signals, triggers: list[Trigger]) -> list[tuple[Trigger, ...]]:
    """Join triggers of one act and sentence that the network takes for one event."""
    at = [(trigger.start, trigger.end) for trigger in triggers]
    pairs = list(combinations(range(len(at)), 2))
    logits = pair_logits(reader.weights, signals, "same_event", [(at[k], at[m]) for k, m in pairs])
    scores = dict(zip(pairs, sigmoid(logits[:, 0]).tolist(), strict=True))
    groups = linked(len(at), scores, reader.thresholds("same_event").get("same", LEAST))
    return [tuple(triggers[k] for k in group) for group in groups]


def roles_of(reader: TrainedReader, signals: Signals, trigger: tuple[int, int]) -> list[Found]:
    """Give what fills the roles of the act told at `trigger`; never the trigger itself."""
    logits = role_logits(reader.weights, signals, trigger)
    if not len(logits):
        return []
    shares, classes = softmax(logits), reader.weights.pairs.classes["role"]
    least, found = reader.thresholds("role"), []
    for role in ROLES:
        inside = shares[:, classes.index(f"B-{role}")] + shares[:, classes.index(f"I-{role}")]
        at = np.flatnonzero(inside >= least.get(role, LEAST))
        for run in np.split(at, np.flatnonzero(np.diff(at) > 1) + 1) if len(at) else ():
            bounds = whole_words(signals.text, int(signals.starts[run[0]]), int(signals.ends[run[-1]]))
            found.append(Found(*bounds, role, float(inside[run].mean())))
    return [role for role in found if role.start < role.end and not _meet(role, trigger)]


def _cut(signals: Signals, start: int, end: int) -> Signals:
    """Give the signals of the pieces in a sentence alone: roles are asked for nowhere else."""
    first, last = signals.pieces(start, end) or (0, 0)
    here = slice(first, last)
    return replace(
        signals,
        starts=signals.starts[here],
        ends=signals.ends[here],
        tags=signals.tags[here],
        marks=signals.marks[here],
        halves=signals.halves[here],
    )


def _apart(roles: Iterable[tuple[Trigger, Found]]) -> tuple[tuple[Trigger, Found], ...]:
    """Give words one role each, the likeliest."""
    kept: list[tuple[Trigger, Found]] = []
    for trigger, role in sorted(roles, key=lambda pair: (-pair[1].score, pair[1], pair[0].start)):
        if not any(_meet(role, (one.start, one.end)) for _, one in kept):
            kept.append((trigger, role))
    return tuple(sorted(kept, key=lambda pair: pair[1]))


def _meet(role: Found, at: tuple[int, int]) -> bool:
    return role.start < at[1] and at[0] < role.end
