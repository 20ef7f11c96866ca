"""Mentions from the heads for names: names as such, and phrases for armed actors, weapons and people."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping

from onrecord.answers import Name
from onrecord.find.models.trained.graph import Signals
from onrecord.find.models.trained.passages import Ground
from onrecord.find.models.trained.reader import TrainedReader
from onrecord.find.models.trained.relations import names_of
from onrecord.find.sentence import span_of
from onrecord.find.words.plain_words import is_plain
from onrecord.records import Claim, Mention, MentionKind, Span, Text, mention_id

__all__ = ["KINDS", "PHRASES", "fillers", "in_order", "kind_of_words", "mention_of", "mentions_in", "within"]

KINDS = {"person": MentionKind.PERSON, "organisation": MentionKind.ACTOR, "place": MentionKind.PLACE}
"""Names: what a class of the head `names` is; times and numbers come from the tables."""

PHRASES = {
    "Organisation": MentionKind.GROUP,
    "Person": MentionKind.GROUP,
    "Weapon": MentionKind.THING,
    "MilitaryPlatform": MentionKind.THING,
    "Vehicle": MentionKind.THING,
}
"""Phrases: what a class of the head `re3d` is where no name has its words; a group may prove a person."""

_ROLES = {"place": MentionKind.PLACE, "instrument": MentionKind.THING}
_ARTICLE = re.compile(r"(?i)(?:the|an?)\s+(?=\S)")


def mentions_in(reader: TrainedReader, signals: Signals, text: Text, ground: Ground) -> tuple[Mention, ...]:
    """Give the mentions of a stretch, in its order; a phrase may hold a name, never cross or equal one."""
    names = tuple(_read(names_of(reader, signals, "names"), text, ground, KINDS))
    starts, ends = [m.span.start for m in names], [m.span.end for m in names]
    found = list(names)
    for phrase in _read(names_of(reader, signals), text, ground, PHRASES):
        near = names[bisect_right(ends, phrase.span.start) : bisect_left(starts, phrase.span.end)]
        if not any(m.span == phrase.span or _cross(m.span, phrase.span) for m in near):
            found.append(_named(phrase, near))
    return in_order(found)


def fillers(claims: Iterable[Claim], known: tuple[Mention, ...]) -> Iterator[Mention]:
    """Give a mention for the words of roles, speakers and victims that are none yet, so that they resolve.

    A country that is a party is an actor beside the place.
    """
    kinds: dict[Span, set[MentionKind]] = {}
    for mention in known:
        kinds.setdefault(mention.span, set()).add(mention.kind)
    for span, kind in (pair for claim in claims for pair in _wanted(claim)):
        there = kinds.setdefault(span, set())
        inner = (m for m in within(known, span.start, span.end) if m.kind in KINDS.values())
        own = kind or (MentionKind.ACTOR if there else kind_of_words(span.words, inner))
        if not there or (there == {MentionKind.PLACE} and kind is None):
            there.add(own)
            yield mention_of(span, own)


def _wanted(claim: Claim) -> Iterator[tuple[Span, MentionKind | None]]:
    """Give the words that name somebody, something or somewhere, and what they are where that is sure."""
    yield from ((role.span, _ROLES.get(role.name)) for role in claim.roles)
    yield from ((source.who, None) for source in claim.sources if source.who)
    yield from ((row.victims, MentionKind.GROUP) for row in claim.casualties if row.victims)


def in_order(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Give each mention once, in the order of the text."""
    once = {mention.id: mention for mention in mentions}
    return tuple(sorted(once.values(), key=lambda m: (m.span.start, m.span.end, m.kind)))


def within(mentions: tuple[Mention, ...], start: int, end: int) -> tuple[Mention, ...]:
    """Give those of mentions, in the order of the text, that stand inside these characters."""
    first = bisect_left(mentions, start, key=lambda m: m.span.start)
    last = bisect_left(mentions, end, key=lambda m: m.span.start)
    return tuple(m for m in mentions[first:last] if m.span.end <= end)


def kind_of_words(words: str, inner: Iterable[Mention] = ()) -> MentionKind:
    """Give what words for people are: a person where they hold one's name or end in a name that nobody knows.

    Persons are what exports withhold, so that a name taken for one is the smaller mistake.
    """
    kinds = {mention.kind for mention in inner}
    if kinds:
        return MentionKind.PERSON if MentionKind.PERSON in kinds else MentionKind.GROUP
    last = words.rsplit(maxsplit=1)[-1]
    return MentionKind.PERSON if last[:1].isupper() and not is_plain(last) else MentionKind.GROUP


def mention_of(span: Span, kind: MentionKind) -> Mention:
    """Give a mention of these words, its head without the article."""
    return Mention(mention_id(kind, span), kind, span, _ARTICLE.sub("", span.words, count=1))


def _read(
    found: Iterable[Name], text: Text, ground: Ground, kinds: Mapping[str, MentionKind]
) -> Iterator[Mention]:
    for name in found:
        if name.type in kinds and ground.sentence(name.at.start, name.at.end):
            yield mention_of(span_of(text, name.at.start, name.at.end), kinds[name.type])


def _named(phrase: Mention, inner: Iterable[Mention]) -> Mention:
    if phrase.kind is MentionKind.GROUP:
        return mention_of(phrase.span, kind_of_words(phrase.span.words, inner))
    return phrase


def _cross(one: Span, other: Span) -> bool:
    first, second = sorted((one, other), key=lambda span: (span.start, -span.end))
    return first.start < second.start < first.end < second.end
