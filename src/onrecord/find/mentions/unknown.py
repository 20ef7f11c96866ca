"""What a capitalised name is that nobody knows: by the words beside it, else by its own form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.records import MentionKind

if TYPE_CHECKING:
    from onrecord.find.mentions.units import Unit
    from onrecord.find.sentence import Sentence

__all__ = ["kind_of_unknown"]

_NEAR = 20_000  # so that a long text costs no more than its length
_PERSON_WORDS = range(2, 5)


def kind_of_unknown(sentence: Sentence, units: tuple[Unit, ...], begin: int, end: int) -> MentionKind | None:
    """Give the kind of the unknown name in these units; None where it is more likely no name at all."""
    words = [sentence.tokens[unit.first].words for unit in units[begin:end]]
    before = units[begin - 1].tag if begin else ""
    after = units[end].tag if end < len(units) else ""
    if all(word.isupper() and len(word) > 1 for word in words):
        return MentionKind.ACTOR if len(words) == 1 else None
    if before == "i" or (after == "," and end + 1 < len(units) and units[end + 1].tag in "PK"):
        return MentionKind.PLACE
    if before in {"r", "T", "g"}:
        return MentionKind.PERSON
    if len(words) in _PERSON_WORDS and all(word[:1].isupper() and word[1:].islower() for word in words):
        return MentionKind.PERSON
    if len(words) == 1 and _ordinary(sentence, words[0]):
        return None
    return MentionKind.ACTOR if len(words) > 1 or before != "" else None


def _ordinary(sentence: Sentence, word: str) -> bool:
    """Tell whether the text near by writes the word without a capital, too."""
    content, lower = sentence.text.content, f" {word.lower()}"
    return content.find(lower, max(0, sentence.start - _NEAR), sentence.end + _NEAR) >= 0
