"""The actors' names of one document: what the registry knows of each, and which are one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from rapidfuzz import fuzz

from onrecord.match import Scored, cluster
from onrecord.records import Mention
from onrecord.resolve.actor_lookup import look_up
from onrecord.resolve.aliases import Alias, initials
from onrecord.resolve.registry import Answer, Registry
from onrecord.resolve.spelling import fold

__all__ = ["Group", "Name", "document_names", "group_names"]

MOST_NAMES = 400
ONE = 0.6
DEFINED, SAME, SHORT, INITIALS, TYPO = 0.95, 0.9, 0.7, 0.75, 0.65
_TYPO = 92.0
_LONG = 6


class Name(NamedTuple):
    """A name as one document writes it: its key, its first spelling, and who bears it."""

    key: str
    words: str
    answers: tuple[Answer, ...]

    @property
    def sure(self) -> str:
        """The id of the one actor that this name means wherever it stands, or nothing."""
        ids = {answer.actor.id for answer in self.answers}
        return next(iter(ids)) if len(ids) == 1 and self.answers[0].how in {"name", "force", "part"} else ""


class Group(NamedTuple):
    """Names that are one in this document; `target` is the one actor that a name among them means."""

    names: tuple[Name, ...]
    target: str
    aliases: tuple[Alias, ...]

    def nearest(self, name: Name) -> Name:
        """Give the name among them that is surely the target's and most like this one."""
        sure = [one for one in self.names if one.sure == self.target]
        return max(sure, key=lambda one: (_likeness(name, one), -len(one.key)))


def document_names(
    mentions: Iterable[Mention], aliases: Iterable[Alias], registry: Registry
) -> dict[str, Name]:
    """Give the names of a document by key, with who bears each; at most four hundred are compared."""
    found: dict[str, Name] = {}
    for words in (*(mention.head for mention in mentions), *(alias.alias for alias in aliases)):
        key = fold(words)
        if key and (key not in found or not found[key].answers):
            found[key] = Name(key, words, look_up(words, registry))
    return found


def group_names(names: dict[str, Name], aliases: tuple[Alias, ...]) -> dict[str, Group]:
    """Give each key's group of names that are one in this document."""
    compared = sorted(names)[:MOST_NAMES]
    links = [*_defined(aliases), *_alike([names[key] for key in compared])]
    sure = {key: names[key].sure for key in names if names[key].sure}
    walls = [(a, b) for a, b in combinations(sorted(sure), 2) if sure[a] != sure[b]]
    found: dict[str, Group] = {}
    for keys in cluster(names, links, walls, ONE):
        members = tuple(names[key] for key in sorted(keys))
        target = next((name.sure for name in members if name.sure), "")
        said = tuple(alias for alias in aliases if {fold(alias.name), fold(alias.alias)} <= keys)
        group = Group(members, target, said)
        found.update(dict.fromkeys(keys, group))
    return found


def _defined(aliases: tuple[Alias, ...]) -> Iterator[Scored]:
    for alias in aliases:
        yield (fold(alias.name), fold(alias.alias), DEFINED)


def _alike(names: list[Name]) -> Iterator[Scored]:
    for one, other in combinations(names, 2):
        score = _likeness(one, other)
        if score:
            yield (one.key, other.key, score)


def _likeness(one: Name, other: Name) -> float:
    if one.sure and one.sure == other.sure:
        return SAME
    short, long = sorted((one, other), key=lambda name: len(name.key))
    if len({answer.actor.id for answer in short.answers}) > 1:
        return 0.0
    words, all_words = short.key.split(), long.key.split()
    if 1 < len(words) < len(all_words) and words == all_words[-len(words) :] and not short.sure:
        return SHORT
    if len(words) == 1 and len(short.key) > 1 and len(all_words) > 1 and initials(long.key) == short.key:
        return INITIALS
    unknown = not short.answers and not long.answers and len(short.key) >= _LONG
    return TYPO if unknown and fuzz.ratio(short.key, long.key) >= _TYPO else 0.0
