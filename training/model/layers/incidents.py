"""Incidents of MUC-4: where the fillers of parts stand, what is marked on them, and the types of the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from training.model.columns import classes_of, index_of, tag_column, tag_columns
from training.model.heads import MARKS, label_slice
from training.model.layers.chains import chained
from training.model.layers.labels import label_row
from training.model.layers.occurrences import occurrences, places_of
from training.model.targets import Chars, Marked, SpanTarget, Targets
from training.model.terms import PARTS, effect_of
from training.schema import Example, Filler, Layer, Template

__all__ = ["add_incidents"]


class Placed(NamedTuple):
    """A filler at one of its places, with the part and the types of its incident."""

    part: str
    filler: Filler
    types: frozenset[str]
    at: Chars
    chain: int


def add_incidents(example: Example, targets: Targets) -> None:
    """Add stretches of parts and places, marks of type, effect and blame, pairs of fillers, and labels."""
    if Layer.MUC not in example.annotated:
        return
    targets.columns[tag_columns("muc")] = True
    found = list(_placed(example))
    targets.spans += [SpanTarget(tag_column("muc", one.part), one.at) for one in found]
    targets.spans += [SpanTarget(tag_column("muc", "Place"), at) for at in places_of(example)]
    targets.marked += [mark for one in found for mark in _stated(one)]
    targets.marked += [("incident", at, _row(types)) for at, types in _types_by_place(found).items()]
    for links in _links_by_part(found).values():
        targets.pairings += chained("same_name", links)
    label_row(targets)[label_slice("muc")] = _row({kind for t in example.muc for kind in _types(t)})


def _placed(example: Example) -> Iterator[Placed]:
    """Give every filler at every place; the same words, wherever the key lists them, are one chain."""
    parted = (
        (template, part, filler)
        for template in example.muc
        for part, filler in template.parts
        if part in PARTS
    )
    chains: dict[tuple[str, ...], int] = {}
    for number, (template, part, filler) in enumerate(parted):
        chain = chains.setdefault(filler.words, number) if filler.words else number
        for at in occurrences(example, filler):
            yield Placed(part, filler, _types(template), at, chain)


def _types(template: Template) -> frozenset[str]:
    return frozenset(template.type.split(" / "))


def _stated(one: Placed) -> Iterator[Marked]:
    effect = effect_of(one.filler.effect)
    if effect:
        yield "effect", one.at, (index_of(MARKS, "effect", effect),)
    blame = one.filler.confidence.split(" / ")[0]
    if one.part == "PerpOrg" and blame in classes_of(MARKS, "blame"):
        yield "blame", one.at, (index_of(MARKS, "blame", blame),)


def _types_by_place(found: Iterable[Placed]) -> dict[Chars, set[str]]:
    types: defaultdict[Chars, set[str]] = defaultdict(set)
    for one in found:
        types[one.at] |= one.types
    return types


def _links_by_part(found: Iterable[Placed]) -> dict[str, list[tuple[Chars, int]]]:
    links: defaultdict[str, list[tuple[Chars, int]]] = defaultdict(list)
    for one in found:
        links[one.part].append((one.at, one.chain))
    return links


def _row(types: Iterable[str]) -> tuple[int, ...]:
    told = set(types)
    return tuple(int(name in told) for name in classes_of(MARKS, "incident"))
