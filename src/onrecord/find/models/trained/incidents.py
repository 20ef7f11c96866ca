"""Incidents in the form of MUC-4: which types a text tells, who and what fills their parts.

An incident is a type that the text's label gives; each thing that fills a part is named by its likeliest
words, and where several types are told, it goes to those that its own mark gives. Incidents of one type are
split by what they hit (`incident_split.py`): collapsing them costs the gold itself 14 points.

Source: the best threshold for F1 of calibrated scores is one for all (Z. Lipton, C. Elkan, B. Naryanaswamy,
Optimal thresholding of classifiers to maximize F1 measure, 2014), so the parts share one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.answers import Entity, Incident
from onrecord.find.models.trained.incident_fillers import PARTS, Filler, apart, fillers_of
from onrecord.find.models.trained.incident_split import SPLIT, Splitter
from onrecord.find.models.trained.incident_sure import PLAIN, judged, tell_traits
from onrecord.find.models.trained.reader import TrainedReader

__all__ = ["ANY", "FURTHER", "RULE", "SPLIT_RULE", "assembled", "distinct", "incidents_in", "told_in"]

LIKELY = 0.5
ANY, FURTHER = "any", "further"
"""Names of thresholds: of the likeliest type (and of fillers of all parts), and of each further type."""
DEFAULT = 0.5
RULE = "muc"
SPLIT_RULE = "muc-split"
"""The names of the rules of fillers and of what is of one incident among the weights of traits."""
Labels = Mapping[str, float]


def incidents_in(reader: TrainedReader, text: str) -> tuple[Incident, ...]:
    """Give the incidents of a text; none where no type is likely enough."""
    rules = reader.weights.settings.get("weighing", {})
    labels, fillers = told_in(reader, text)
    found = distinct(judged(fillers, rules.get(RULE, PLAIN)))
    splitter = Splitter(text, rules.get(SPLIT_RULE, {}), reader.thresholds("split").get(ANY, DEFAULT))
    return assembled(labels, found, reader.thresholds("incident"), reader.thresholds("part"), splitter)


def told_in(reader: TrainedReader, text: str) -> tuple[dict[str, float], list[Filler]]:
    """Give the labels of a text and its fillers with their traits, before any is judged."""
    labels, fillers = reader.labels(text, "muc"), fillers_of(reader, text)
    tell_traits(text, labels, fillers)
    return labels, fillers


def distinct(fillers: Sequence[Filler]) -> list[Filler]:
    """Keep of fillers that name the same, or share a place, the first."""
    kept: list[Filler] = []
    for filler in fillers:
        if all(one.part != filler.part or apart(one, filler) for one in kept):
            kept.append(filler)
    return kept


def assembled(
    labels: Labels,
    fillers: Iterable[Filler],
    least: Mapping[str, float],
    parts: Mapping[str, float],
    splitter: Splitter | None = None,
) -> tuple[Incident, ...]:
    """Put fillers into incidents of the likely types; `least` and `parts` are thresholds of both.

    Without a splitter there is one incident of a type.
    """
    likely = _likely(labels, least)
    told: defaultdict[str, list[Filler]] = defaultdict(list)
    for filler in fillers if likely else ():
        if filler.score >= parts.get(filler.part, parts.get(ANY, DEFAULT)):
            for kind in _homes(filler, likely):
                told[kind].append(filler)
    return tuple(
        Incident(kind, tuple((PARTS[one.part], entity_of(one)) for one in group), score=p)
        for kind, p in likely.items()
        for group in _split(told[kind], splitter)
    )


def _split(fillers: list[Filler], splitter: Splitter | None) -> Iterator[list[Filler]]:
    """Give the fillers of each incident: those that are split in one, all others in every one."""
    shared = [filler for filler in fillers if filler.part not in SPLIT]
    split = [filler for filler in fillers if filler.part in SPLIT]
    for group in splitter.groups(split) if splitter else [split]:
        yield shared + group


def _likely(labels: Labels, least: Mapping[str, float]) -> dict[str, float]:
    best = max(labels, key=lambda kind: labels[kind], default="")
    first = least.get(ANY, DEFAULT)
    further = max(first, least.get(FURTHER, first))
    return {kind: p for kind, p in labels.items() if p >= (first if kind == best else further)}


def _homes(filler: Filler, likely: Labels) -> list[str]:
    """Give the types that a filler belongs to: all above a half among those told, else the likeliest."""
    if len(likely) == 1:
        return list(likely)
    mine = {kind: filler.types.get(kind, 0.0) for kind in likely}
    return [kind for kind, p in mine.items() if p >= LIKELY] or [max(mine, key=lambda kind: mine[kind])]


def entity_of(filler: Filler) -> Entity:
    """Give the filler as an answer: its words, with effect and blame where the part has them."""
    effect = _best(filler.effects) if filler.part in {"Victim", "Target"} else ""
    confidence = _best(filler.blames) if filler.part == "PerpOrg" else ""
    return Entity((filler.words,), effect=effect, confidence=confidence, name=True, score=filler.score)


def _best(shares: dict[str, float]) -> str:
    return max(shares, key=lambda kind: shares[kind], default="")
