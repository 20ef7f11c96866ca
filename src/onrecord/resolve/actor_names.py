"""The actors' names of one document: what the registry knows of each, and which are one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations
from typing import NamedTuple

from rapidfuzz import fuzz

from onrecord.match import Scored, cluster
from onrecord.records import Mention
from onrecord.resolve.aliases import Alias, initials
from onrecord.resolve.registry import Answer, Registry
from onrecord.resolve.spelling import fold, is_capital
from onrecord.resolve.states import countries_named
from onrecord.resolve.tables import weights
from onrecord.vocabulary import rows

__all__ = [
    "Group",
    "Name",
    "document_names",
    "group_names",
    "has_name",
    "look_up",
    "named_together",
    "plain_noun",
]

MOST_NAMES = 400
ONE = 0.6
DEFINED, SAME, SHORT, INITIALS, TYPO = 0.95, 0.9, 0.7, 0.75, 0.65
_TYPO = 92.0
_LONG = 6
_WORDS = 10
_TOGETHER = re.compile(r"\s?[-–/&,]\s?|\s(?:and|or)\s")


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


@cache
def _beside() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("actor_words"))


def look_up(words: str, registry: Registry) -> tuple[Answer, ...]:
    """Give who bears these words, or a name that stands in them, or a name spelled almost so."""
    exact = registry.answers(words) or registry.sounding(words)
    inside = exact or _within(words, registry)
    return inside or (registry.near(words, 3) if has_name(words) else ())


def _within(words: str, registry: Registry) -> tuple[Answer, ...]:
    """Give the longest known name inside the words where at most one word beside it has a capital."""
    parts = words.split()[:_WORDS]
    for size in range(len(parts) - 1, 0, -1):
        for start in range(len(parts) - size, -1, -1):
            answers = registry.answers(" ".join(parts[start : start + size]).strip(",;:()"))
            beside = [*parts[:start], *parts[start + size :]]
            if answers and _is_organisation(answers[0]) and _may_stand_beside(beside, answers, registry):
                return tuple(_as_part(answer) for answer in answers)
    return ()


def _is_organisation(answer: Answer) -> bool:
    return answer.how != "country" and answer.actor.kind not in {"community", "supporters"}


def _may_stand_beside(beside: list[str], answers: tuple[Answer, ...], registry: Registry) -> bool:
    ids = {answer.actor.id for answer in answers}
    strange = [word for word in beside if is_capital(word) and fold(word) not in _beside()]
    own = [word for word in strange if _is_own(word, answers, registry)]
    sure = len(ids) == 1 and answers[0].how != "shared"
    return len(strange) - len(own) <= (1 if sure and len(fold(answers[0].words).split()) > 1 else 0)


def _is_own(word: str, answers: tuple[Answer, ...], registry: Registry) -> bool:
    """Say whether a word beside a name is another name of the actor, its country, or speaks for it."""
    if {answer.actor.id for answer in answers} & {answer.actor.id for answer in registry.answers(word)}:
        return True
    codes = set(countries_named(word, demonyms=True))
    return any(
        codes & set(answer.actor.country.split(";"))
        or fold(word) in map(fold, registry.context(answer.actor.id))
        for answer in answers
    )


def has_name(words: str) -> bool:
    """Say whether words hold a name: a capitalised word that is no people's, no country's and no rank."""
    capitals = [word for word in words.split() if is_capital(word)]
    return any(not countries_named(word, demonyms=True) and fold(word) not in _beside() for word in capitals)


def plain_noun(key: str) -> str:
    """Give the one word that folded words consist of beside ranks and the like; else the words themselves."""
    words = key.split()
    rest = [word for word in words if word not in _beside()]
    return rest[0] if len(rest) == 1 else words[-1] if not rest and words else key


def named_together(words: str, registry: Registry) -> tuple[Answer, ...]:
    """Give the actors of words that join several: "Taliban-Islamic State", "Taliban and al-Qaeda"."""
    parts = [part for part in _TOGETHER.split(words) if part]
    answers = [registry.answers(part) for part in parts]
    return tuple(found[0] for found in answers) if len(parts) > 1 and all(answers) else ()


def _as_part(answer: Answer) -> Answer:
    if answer.how == "shared":
        return answer
    return answer._replace(how="part", score=weights("actor_features")["part"])


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
