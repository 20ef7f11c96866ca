"""What may fill the parts of incidents: the same words of a part, with everywhere they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from onrecord.find.models.trained.features import alike
from onrecord.find.models.trained.graph import Signals
from onrecord.find.models.trained.incident_places import Place, places_in
from onrecord.find.models.trained.pairs import sigmoid
from onrecord.find.models.trained.reader import TrainedReader
from onrecord.find.models.trained.spans import marked

__all__ = ["PARTS", "SAME", "Filler", "apart", "fillers_of"]

PARTS = {
    "PerpInd": "perpetrator_individual",
    "PerpOrg": "perpetrator_organisation",
    "Weapon": "instrument",
    "Target": "target",
    "Victim": "victim",
}
"""The parts of an incident by the classes of the head."""
SAME = 2
"""From this likeness on two stretches name the same: one holds the other's words, or spells it."""
_BRACKET = re.compile(r"[\s,\"']*\([\s\"']*")


@dataclass(slots=True)
class Filler:
    """Words that may fill a part, with their places in the text.

    `types`, `effects` and `blames` are the greatest shares of the marks at its places; `traits` is what is
    judged (`incident_sure.py`), `score` how likely the words are right, `others` further words for the same.
    """

    part: str
    words: str
    places: list[Place] = field(default_factory=list)
    types: dict[str, float] = field(default_factory=dict)
    effects: dict[str, float] = field(default_factory=dict)
    blames: dict[str, float] = field(default_factory=dict)
    traits: dict[str, float] = field(default_factory=dict)
    score: float = 0.0
    others: tuple[str, ...] = ()


def fillers_of(reader: TrainedReader, text: str) -> list[Filler]:
    """Give every filler that the part heads see, in the order of parts and of the text, not judged yet."""
    found: dict[tuple[str, str], Filler] = {}
    for signals in reader.signals(text):
        for place in places_in(reader.weights, signals, tuple(PARTS)):
            words = " ".join(text[place.start : place.end].lower().split())
            filler = found.setdefault((place.part, words), Filler(place.part, words))
            filler.places.append(place)
            _mark(reader, signals, filler, place)
    for one, other in _spelled_out(text, found.values()):
        one.others += (other.words,)
        other.others += (one.words,)
    return list(found.values())


def _mark(reader: TrainedReader, signals: Signals, filler: Filler, place: Place) -> None:
    for head, kept in (("incident", filler.types), ("effect", filler.effects), ("blame", filler.blames)):
        for kind, share in _shares(reader, signals, head, place).items():
            kept[kind] = max(kept.get(kind, 0.0), share)


def _shares(reader: TrainedReader, signals: Signals, head: str, place: Place) -> dict[str, float]:
    if head != "incident":
        return marked(reader.weights, signals, head, place.start, place.end)
    pieces = signals.pieces(place.start, place.end)
    if not pieces:
        return {}
    shares = sigmoid(signals.marks[pieces[0], reader.weights.marks.at(head)])
    return dict(zip(reader.weights.marks.classes[head], shares.tolist(), strict=True))


def _spelled_out(text: str, fillers: Iterable[Filler]) -> Iterator[tuple[Filler, Filler]]:
    """Give fillers of a part of which one stands in brackets behind the other: a name and its letters."""
    ends = {(place.part, place.end): one for one in fillers for place in one.places}
    for one in fillers:
        for place in one.places:
            for gap in range(1, 5):
                other = ends.get((place.part, place.start - gap))
                if other and _BRACKET.fullmatch(text[place.start - gap : place.start]):
                    yield other, one


def apart(one: Filler, other: Filler) -> bool:
    """Tell whether two fillers of a part name two things: no words, place or brackets bind them."""
    if other.words in one.others or alike(one.words, other.words) >= SAME:
        return False
    return not any(p.start < q.end and q.start < p.end for p in one.places for q in other.places)
