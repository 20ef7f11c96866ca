"""Which patterns are worth a try: those whose other words and kinds of mention stand in the sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.find.patterns.match import Match, match_at
from onrecord.find.patterns.rows import Entry, PatternRow, entries_by_word
from onrecord.find.words.word_classes import words_of
from onrecord.records import Kind, MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.find.words.frame import Frame

__all__ = ["Candidates", "candidates_of"]

_VERBAL = frozenset({Kind.STATEMENT, Kind.CONDUCT, Kind.ASSESSMENT})  # patterns about what somebody does
_PRONOUNS = ("pronoun", "possessive_pronoun")


@dataclass(frozen=True, slots=True)
class Candidates:
    """The patterns to try, by the word on which they are anchored."""

    by_word: dict[str, tuple[Entry, ...]]

    @property
    def count(self) -> bool:
        """Say whether some pattern asks for a number."""
        return any(MentionKind.NUMBER in want for es in self.by_word.values() for e in es for want in e.wants)

    def matches(self, frame: Frame) -> Iterator[tuple[PatternRow, Match]]:
        """Give the first match of each row at each token."""
        for at, token in enumerate(frame.tokens):
            lower = token.words.lower()
            tries = self.by_word.get(token.lemma, ())
            if lower != token.lemma:
                tries = tuple(dict.fromkeys((*tries, *self.by_word.get(lower, ()))))
            matched: PatternRow | None = None
            named = bool(tries) and _is_named(frame, at)
            for entry in tries:
                if named and entry.row.kind in _VERBAL:
                    continue
                if entry.row is not matched and (match := match_at(frame, entry.pattern, at)):
                    matched = entry.row
                    yield entry.row, match


def candidates_of(frame: Frame) -> Candidates:
    """Give the patterns that may match a sentence, numbers taken as given."""
    words = frozenset(word for token in frame.tokens for word in (token.lemma, token.words.lower()))
    kinds = _kinds(frame, words)
    index = entries_by_word()
    found = ((word, tuple(e for e in index[word] if e.fits(words, kinds))) for word in words if word in index)
    return Candidates({word: entries for word, entries in found if entries})


def _is_named(frame: Frame, at: int) -> bool:
    """Say whether a word is a part of a name: the Courts of the Islamic Courts Union court nobody."""
    return at > 0 and frame.tokens[at].words[0].isupper() and bool(frame.covering(at))


def _kinds(frame: Frame, words: frozenset[str]) -> frozenset[str]:
    """Give every kind that some mention or pronoun may fill; a country is an actor or a place as needed."""
    found: set[str] = {placed.mention.kind for at in frame.starting.values() for placed in at}
    if MentionKind.PLACE in found:
        found.add("state")
    if MentionKind.ACTOR in found:
        found.add(MentionKind.PLACE)
    pronouns = (name for name in _PRONOUNS if not words.isdisjoint(words_of(name)))
    return frozenset((*found, *pronouns, MentionKind.NUMBER))
