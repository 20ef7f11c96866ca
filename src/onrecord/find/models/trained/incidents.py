"""Incidents in the form of MUC-4: which types a text tells, who and what fills their parts.

An incident is a type that the text's label gives; the fillers are stretches of the part heads, one for
each group of words that name the same; where several types are told, a filler goes to those that its own
mark gives. Collapsing incidents of one type costs the gold itself 13 points (Gantt et al., 2023), which
splitting without knowing better would not win back.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.answers import Entity, Incident
from onrecord.find.models.trained.features import alike, shared_keys
from onrecord.find.models.trained.graph import Signals
from onrecord.find.models.trained.pairs import sigmoid
from onrecord.find.models.trained.reader import TrainedReader
from onrecord.find.models.trained.spans import Found, marked, spans_of

__all__ = ["PARTS", "Filler", "assembled", "fillers_of", "incidents_in"]

PARTS = {
    "PerpInd": "perpetrator_individual",
    "PerpOrg": "perpetrator_organisation",
    "Weapon": "instrument",
    "Target": "target",
    "Victim": "victim",
}
LOWEST = 0.15
"""Stretches below this are not looked at; the thresholds of parts lie above."""
LIKELY = 0.5
SAME = 2
"""From this likeness on two stretches name the same: one holds the other's words, or spells it."""


@dataclass(slots=True)
class Filler:
    """Words that fill a part, with everywhere they stand; `score` is that of the surest place."""

    part: str
    words: str
    places: list[Found] = field(default_factory=list)
    types: dict[str, float] = field(default_factory=dict)
    effects: dict[str, float] = field(default_factory=dict)
    blames: dict[str, float] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)

    @property
    def score(self) -> float:
        """Give how sure it is: one minus the product of doubts, damped for repeats of the same words."""
        best = sorted((place.score for place in self.places), reverse=True)
        doubt = 1.0
        for rank, score in enumerate(best[:4]):
            doubt *= 1 - score / (1 + rank)
        return 1 - doubt


def fillers_of(reader: TrainedReader, text: str) -> list[Filler]:
    """Give every filler that the part heads see, surest words first, without regard to thresholds."""
    found: dict[tuple[str, str], Filler] = {}
    lowest = dict.fromkeys(reader.weights.tags.classes["muc"], LOWEST)
    for signals in reader.signals(text):
        for span in spans_of(reader.weights, signals, "muc", lowest):
            words = _plain(text[span.start : span.end])
            if span.kind in PARTS and words:
                filler = found.setdefault((span.kind, words), Filler(span.kind, words))
                _add(reader, signals, filler, span)
    return _grouped(sorted(found.values(), key=lambda f: (-f.score, f.words)))


def _plain(words: str) -> str:
    return re.sub(
        r"^(?:the|a|an|some|several|about)\s+", "", " ".join(words.lower().split()).strip(" .,;:\"'()[]")
    )


def _add(reader: TrainedReader, signals: Signals, filler: Filler, span: Found) -> None:
    filler.places.append(span)
    for head, kept in (("incident", filler.types), ("effect", filler.effects), ("blame", filler.blames)):
        for kind, share in _shares(reader, signals, head, span).items():
            kept[kind] = max(kept.get(kind, 0.0), share)


def _shares(reader: TrainedReader, signals: Signals, head: str, span: Found) -> dict[str, float]:
    if head != "incident":
        return marked(reader.weights, signals, head, span.start, span.end)
    pieces = signals.pieces(span.start, span.end)
    if not pieces:
        return {}
    shares = sigmoid(signals.marks[pieces[0], reader.weights.marks.at(head)])
    return dict(zip(reader.weights.marks.classes[head], shares.tolist(), strict=True))


def _grouped(fillers: Iterable[Filler]) -> list[Filler]:
    """Join fillers of a part whose words hold or spell each other; the surest words stand for all."""
    kept: list[Filler] = []
    known: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for filler in fillers:
        keys = [(filler.part, key) for key in shared_keys(filler.words)]
        near = sorted({k for key in keys for k in known[key]})
        same = next((kept[k] for k in near if alike(kept[k].words, filler.words) >= SAME), None)
        if same is None:
            for key in keys:
                known[key].append(len(kept))
            kept.append(filler)
        else:
            same.others.append(filler.words)
            same.places += filler.places
    return kept


def incidents_in(reader: TrainedReader, text: str) -> tuple[Incident, ...]:
    """Give the incidents of a text; none where no type is likely enough."""
    return assembled(
        reader.labels(text, "muc"),
        fillers_of(reader, text),
        reader.thresholds("incident"),
        reader.thresholds("part"),
    )


def assembled(
    types: dict[str, float], fillers: list[Filler], least: dict[str, float], parts: dict[str, float]
) -> tuple[Incident, ...]:
    """Put fillers into incidents of the likely types; `least` and `parts` are thresholds of both."""
    likely = {kind: p for kind, p in types.items() if p >= least.get(kind, least.get("any", 0.5))}
    if not likely:
        return ()
    told: defaultdict[str, list[tuple[str, Entity]]] = defaultdict(list)
    for filler in fillers:
        if filler.score >= parts.get(filler.part, 0.5):
            for kind in _homes(filler, likely):
                told[kind].append((PARTS[filler.part], entity_of(filler)))
    return tuple(Incident(kind, tuple(told[kind]), score=p) for kind, p in likely.items())


def _homes(filler: Filler, likely: dict[str, float]) -> list[str]:
    """Give the types that a filler belongs to: all above a half among those told, else the likeliest."""
    if len(likely) == 1:
        return list(likely)
    mine = {kind: filler.types.get(kind, 0.0) for kind in likely}
    return [kind for kind, p in mine.items() if p >= LIKELY] or [max(mine, key=lambda kind: mine[kind])]


def entity_of(filler: Filler) -> Entity:
    """Give the filler as an answer: its surest words, with effect and blame where the part has them."""
    effect = _best(filler.effects) if filler.part in {"Victim", "Target"} else ""
    confidence = _best(filler.blames) if filler.part == "PerpOrg" else ""
    return Entity((filler.words,), effect=effect, confidence=confidence, name=True, score=filler.score)


def _best(shares: dict[str, float]) -> str:
    return max(shares, key=lambda kind: shares[kind], default="")
