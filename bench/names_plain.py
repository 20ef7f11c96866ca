"""Who else names persons, organisations and places in Urdu: the rules, and a list of names seen before."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from onrecord.answers import Name, Stretch
from onrecord.find.models.rules import RulesEngine
from onrecord.records import MentionKind, Passage, Text
from onrecord.resolve import Resolver

__all__ = ["Named", "by_list", "by_rules"]

MENTIONS = {
    MentionKind.PERSON: "person",
    MentionKind.ACTOR: "organisation",
    MentionKind.PLACE: "place",
}
LONGEST = 8
"""Words of the longest name in the list."""
Named = Callable[[str], Iterable[Name]]
_WORD = re.compile(r"\w+")


def by_rules() -> Named:
    """Give the names that the rules find in a text taken for Urdu."""
    engine = RulesEngine(Resolver().names)

    def named(words: str) -> Iterator[Name]:
        text = Text("t", "d", "bench", words, (Passage(0, len(words), "body", "ur", "rtl"),), language="ur")
        for mention in engine.read(text).mentions:
            if mention.kind in MENTIONS:
                yield Name(Stretch(mention.span.start, mention.span.end), MENTIONS[mention.kind])

    return named


def by_list(train: Sequence[tuple[str, Sequence[Name]]]) -> Named:
    """Give the longest runs of words that were a name at least every other time they stood in training."""
    kinds: defaultdict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for text, names in train:
        for name in names:
            kinds[tuple(_WORD.findall(text[name.at.start : name.at.end]))][name.type] += 1
    stood = Counter(run for text, _ in train for run in _runs(_WORD.findall(text)) if run in kinds)
    sure = {
        run: found.most_common(1)[0][0] for run, found in kinds.items() if 2 * found.total() >= stood[run]
    }

    def named(text: str) -> Iterator[Name]:
        words, at = list(_WORD.finditer(text)), 0
        while at < len(words):
            ends = range(min(len(words), at + LONGEST), at, -1)
            runs = {end: tuple(word.group() for word in words[at:end]) for end in ends}
            end = next((end for end in ends if runs[end] in sure), 0)
            if end:
                yield Name(Stretch(words[at].start(), words[end - 1].end()), sure[runs[end]])
            at = end or at + 1

    return named


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for first in range(len(words)):
        for last in range(first, min(len(words), first + LONGEST)):
            yield tuple(words[first : last + 1])
