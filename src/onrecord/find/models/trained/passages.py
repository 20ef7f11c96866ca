"""A text as the trained reader sees it: furniture blanked out, so that offsets stay; where it may speak."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.find.models.trained.graph import Signals
from onrecord.find.sentence import Sentence
from onrecord.find.words.tokens import each_sentence
from onrecord.records import Text

__all__ = ["Ground", "ground_of", "grounds_of", "is_english", "words_of"]

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
        return found if found and is_english(found) else None


def ground_of(text: Text) -> Ground:
    """Give the ground of a whole text."""
    return _ground(words_of(text), tuple(each_sentence(text)))


def grounds_of(text: Text, stretches: Iterable[Signals]) -> Iterator[tuple[Signals, Ground]]:
    """Give each stretch, in the order of the text, with the sentences that it has pieces of and no others.

    So the tokens of a long text are never held all at once.
    """
    coming, held = each_sentence(text), list[Sentence]()
    for signals in stretches:
        first, last = int(signals.starts[0]), int(signals.ends[-1])
        held = [sentence for sentence in held if sentence.end > first]
        if not held or held[-1].start < last:
            held += _until(last, coming)
        yield signals, _ground(signals.text, tuple(held))


def words_of(text: Text) -> str:
    """Blank out boilerplate and what is in no passage, line ends apart."""
    words, at = [], 0
    for start, end in sorted((p.start, p.end) for p in text.passages if p.role != "boilerplate"):
        words += [_INK.sub(" ", text.content[at:start]), text.content[max(at, start) : end]]
        at = max(at, end)
    words.append(_INK.sub(" ", text.content[at:]))
    return "".join(words)


def is_english(sentence: Sentence) -> bool:
    """Tell whether claims may be read in a sentence: in English, or where nobody knows the language."""
    return sentence.language in _ENGLISH


def _until(last: int, coming: Iterator[Sentence]) -> Iterator[Sentence]:
    """Give sentences up to the first that begins at or behind a place, that one too: it is gone otherwise."""
    for sentence in coming:
        yield sentence
        if sentence.start >= last:
            return


def _ground(words: str, sentences: tuple[Sentence, ...]) -> Ground:
    return Ground(words, sentences, tuple(sentence.start for sentence in sentences))
