"""A text as the trained reader sees it: furniture blanked out, so that offsets stay; where it may speak."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from onrecord.find.sentence import Sentence
from onrecord.find.words.tokens import split_sentences
from onrecord.records import Text

__all__ = ["Ground", "ground_of"]

_ENGLISH = frozenset({"en", "eng", "und", ""})
_INK = re.compile(r"\S")


@dataclass(frozen=True, slots=True)
class Ground:
    """The words to read and the sentences that they stand in."""

    words: str
    sentences: tuple[Sentence, ...]
    starts: tuple[int, ...]

    def sentence(self, start: int, end: int) -> Sentence | None:
        """Give the sentence that holds these characters, None where they cross its end or stand in none."""
        at = bisect_right(self.starts, start) - 1
        if at < 0:
            return None
        found = self.sentences[at]
        return found if found.start <= start and end <= found.end else None

    def english(self, start: int, end: int) -> Sentence | None:
        """Give the sentence that holds these characters where it is English: claims are read there alone."""
        found = self.sentence(start, end)
        return found if found and found.language in _ENGLISH else None


def ground_of(text: Text) -> Ground:
    """Blank out boilerplate and what is in no passage, line ends apart, and cut the rest into sentences."""
    words, at = [], 0
    for start, end in sorted((p.start, p.end) for p in text.passages if p.role != "boilerplate"):
        words += [_INK.sub(" ", text.content[at:start]), text.content[max(at, start) : end]]
        at = max(at, end)
    words.append(_INK.sub(" ", text.content[at:]))
    sentences = tuple(sorted(split_sentences(text), key=lambda sentence: sentence.start))
    return Ground("".join(words), sentences, tuple(sentence.start for sentence in sentences))
