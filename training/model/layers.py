"""From an example's layers to targets: one function a layer, and the table of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, permutations

import numpy as np

from training.model.heads import LABELS, MARKS, PAIRS, TAGS, label_slice
from training.model.targets import PairTarget, RoleTarget, SpanTarget, Targets
from training.model.terms import NAMES, PARTS, act_of, effect_of, role_of
from training.schema import WHOLE_TEXT, Example, Filler, Layer, NameType, Stretch

__all__ = ["targets_of"]

SYMMETRIC = frozenset({"CoLocated", "FightingAgainst", "AlliesOf", "IsSynonymOf", "CommWith", "Apart"})
MOST_PAIRS = 400
SCHEMES = {"ipe_docs": "ipe", "ipe_sents": "ipe"}
"""Labels that share a head."""


def _column(head: str, name: str) -> int:
    start = 0
    for one in TAGS:
        if one.name == head:
            return start + one.classes.index(name)
        start += len(one.classes)
    raise KeyError(head)


def _columns(head: str) -> list[int]:
    return [_column(head, name) for one in TAGS if one.name == head for name in one.classes]


def _index(heads: tuple[object, ...], head: str, name: str) -> int:
    return next(one.classes.index(name) for one in heads if one.name == head)  # type: ignore[attr-defined]


def _chars(at: Stretch) -> tuple[int, int]:
    return (at.start, at.end)


def targets_of(example: Example) -> Targets:
    """Give what every head should say of the example."""
    width = sum(len(head.classes) for head in TAGS)
    targets = Targets(example.text, np.zeros(width, dtype=np.bool_))
    for add in (_names, _muc, _attribution, _parties, _events, _roles, _relations, _labels):
        add(example, targets)
    return targets


def _names(example: Example, targets: Targets) -> None:
    if example.set == "re3d":
        targets.columns[_columns("re3d")] = True
        targets.spans += [SpanTarget(_column("re3d", n.own_type), _chars(n.at)) for n in example.names]
        return
    if example.set == "ecbplus":  # its phrases are parts of events, not all names
        return
    if Layer.NAMES in example.annotated:
        targets.columns[_columns("names")] = True
        if example.set in {"wikigold", "wnut17"}:  # neither marks times nor numbers
            targets.columns[[_column("names", "time"), _column("names", "number")]] = False
    elif Layer.PLACES in example.annotated:
        targets.columns[_column("names", "place")] = True
    if Layer.TIMES in example.annotated:
        targets.columns[_column("names", "time")] = True
    for name in example.names:
        column = _column("names", _name_class(name.type, example.set))
        if targets.columns[column]:
            targets.spans.append(SpanTarget(column, _chars(name.at)))
    grouped = [n for n in example.names if n.group >= 0]
    targets.pairings += _same("same_name", [(_chars(n.at), n.group) for n in grouped])


def _name_class(kind: NameType, name_set: str) -> str:
    if name_set in {"geovirus", "lgl"}:
        return "place"
    return NAMES.get(kind, "other")


def _same(head: str, chains: list[tuple[tuple[int, int], int]]) -> list[PairTarget]:
    near = sorted(chains)[:60]
    found = [
        PairTarget(head, one[0], other[0], int(one[1] == other[1])) for one, other in combinations(near, 2)
    ]
    return found[:MOST_PAIRS]


def _muc(example: Example, targets: Targets) -> None:
    if Layer.MUC not in example.annotated:
        return
    targets.columns[_columns("muc")] = True
    chains: dict[str, list[tuple[tuple[int, int], int]]] = {}
    kinds: dict[tuple[int, int], set[str]] = {}
    for number, (part, filler, kind) in enumerate(_fillers(example)):
        for at in _occurrences(example, filler):
            targets.spans.append(SpanTarget(_column("muc", part), at))
            chains.setdefault(part, []).append((at, hash(filler.words) if filler.words else number))
            kinds.setdefault(at, set()).update(kind.split(" / "))
            targets.marked += _filler_marks(part, filler, at)
    targets.spans += [SpanTarget(_column("muc", "Place"), at) for at in _places(example)]
    for at, types in kinds.items():
        classes = _incident_classes(types)
        targets.marked.append(("incident", at, classes))
    for chain in chains.values():
        targets.pairings += _same("same_name", chain)
    row = _row(targets)
    row[label_slice("muc")] = _incident_row({k for t in example.muc for k in t.type.split(" / ")})


def _incident_classes(types: set[str]) -> tuple[int, ...]:
    return tuple(_incident_row(types).tolist())


def _incident_row(types: set[str]) -> np.ndarray:  # type: ignore[type-arg]
    classes = next(head.classes for head in MARKS if head.name == "incident")
    return np.array([int(name in types) for name in classes], dtype=np.int64)


def _fillers(example: Example) -> Iterator[tuple[str, Filler, str]]:
    for template in example.muc:
        for part, filler in template.parts:
            if part in PARTS:
                yield part, filler, template.type


def _occurrences(example: Example, filler: Filler) -> list[tuple[int, int]]:
    """Give where the filler's words stand as whole words."""
    found = []
    for at in (*filler.given, *filler.further):
        before, behind = example.text[at.start - 1 : at.start], example.text[at.end : at.end + 1]
        if not (before.isalnum() or behind.isalnum()):
            found.append(_chars(at))
    return sorted(set(found))


def _filler_marks(
    part: str, filler: Filler, at: tuple[int, int]
) -> Iterable[tuple[str, tuple[int, int], tuple[int, ...]]]:
    effect = effect_of(filler.effect)
    if effect:
        yield "effect", at, (_index(MARKS, "effect", effect),)
    blame = filler.confidence.split(" / ")[0]
    if part == "PerpOrg" and blame in next(h.classes for h in MARKS if h.name == "blame"):
        yield "blame", at, (_index(MARKS, "blame", blame),)


def _places(example: Example) -> set[tuple[int, int]]:
    """Give where the finest name of a template's location stands in the text."""
    found: set[tuple[int, int]] = set()
    for template in example.muc:
        names = [part.split("(")[0].strip() for part in template.location.split(":")]
        for name in names[1:] or names[:1]:
            found |= _all(example.text, name) if len(name) > 2 else set()
    return found


def _all(text: str, words: str) -> set[tuple[int, int]]:
    found, start = set(), text.lower().find(words)
    while start >= 0 and len(found) < 20:
        end = start + len(words)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            found.add((start, end))
        start = text.lower().find(words, end)
    return found


def _attribution(example: Example, targets: Targets) -> None:
    if Layer.ATTRIBUTION not in example.annotated:
        return
    targets.columns[_columns("attribution")] = True
    for name in ("source", "cue", "content"):
        stretches = [at for one in example.attributions for at in getattr(one, name)]
        targets.spans += [SpanTarget(_column("attribution", name), _chars(at)) for at in stretches]
    cued = [one for one in example.attributions if one.cue]
    for kind, name in enumerate(("source", "content")):
        for one in cued:
            for other in example.attributions:
                near = [at for at in getattr(other, name) if abs(at.start - one.cue[0].start) < 900]
                targets.pairings += [
                    PairTarget("says", _chars(one.cue[0]), _chars(at), 2 * kind + int(other is one))
                    for at in near
                ]


def _parties(example: Example, targets: Targets) -> None:
    if Layer.PARTIES not in example.annotated:
        return
    targets.columns[_columns("parties")] = True
    targets.spans += [
        SpanTarget(_column("parties", role.role), _chars(role.at))
        for role in example.roles
        if role.event == WHOLE_TEXT and role.role in {"source", "target"}
    ]


def _events(example: Example, targets: Targets) -> None:
    if Layer.EVENTS in example.annotated and example.set in {"timebank", "wikievents"}:
        targets.columns[_columns("events")] = True
        targets.spans += [SpanTarget(_column("events", "event"), _chars(e.at)) for e in example.events]
    for event in example.events:
        at = _chars(event.at)
        if Layer.POLARITY in example.annotated:
            targets.marked.append(("polarity", at, (_index(MARKS, "polarity", event.polarity),)))
        if Layer.MODALITY in example.annotated:
            targets.marked.append(("modality", at, (_index(MARKS, "modality", event.modality),)))
        if example.set in {"rams", "wikievents", "geneva"}:
            targets.marked.append(("act", at, (_index(MARKS, "act", act_of(event.type)),)))
    if Layer.EVENT_COREF in example.annotated:
        targets.pairings += _same("same_event", [(_chars(e.at), e.group) for e in example.events])


def _roles(example: Example, targets: Targets) -> None:
    if Layer.ROLES not in example.annotated:
        return
    names = ("agent", "target", "place", "instrument", "other")
    for number, event in enumerate(example.events):
        mine = [role for role in example.roles if role.event == number]
        fillers = tuple((_chars(role.at), names.index(role_of(role.role))) for role in mine)
        targets.roles.append(RoleTarget(_chars(event.at), fillers))


def _relations(example: Example, targets: Targets) -> None:
    if example.set != "re3d":
        return
    known = {(_chars(r.subject), _chars(r.object)): r.type for r in example.relations}
    for one, other in permutations([_chars(name.at) for name in example.names], 2):
        kind = known.get((one, other), "")
        if not kind and known.get((other, one), "") in SYMMETRIC:
            kind = known[other, one]
        if abs(one[0] - other[0]) < 400:
            targets.pairings.append(
                PairTarget("relation", one, other, _index(PAIRS, "relation", kind or "none"))
            )


def _labels(example: Example, targets: Targets) -> None:
    for layer in example.annotated:
        scheme = layer.removeprefix("labels:")
        head = next((h for h in LABELS if h.name == SCHEMES.get(scheme, scheme)), None)
        if layer != scheme and head:
            chosen = example.labels.get(scheme, ())
            _row(targets)[label_slice(head.name)] = [int(name in chosen) for name in head.classes]


def _row(targets: Targets) -> np.ndarray:  # type: ignore[type-arg]
    if targets.labels is None:
        targets.labels = np.full(label_slice(LABELS[-1].name).stop, -100, dtype=np.int64)
    return targets.labels
