"""What a capitalised name is that nobody knows: by the words beside it, else by its own form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.find.mentions.acting import acts_here, alias_here, defined_here, surname_here
from onrecord.find.words.event_words import event_words
from onrecord.find.words.plain_words import is_plain
from onrecord.find.words.word_classes import is_a
from onrecord.find.words.wordtags import TAGS, tag_plain
from onrecord.records import MentionKind

if TYPE_CHECKING:
    from onrecord.find.mentions.units import Unit
    from onrecord.find.sentence import Sentence

__all__ = ["kind_of_unknown"]

_NEAR = 20_000  # so that a long text costs no more than its length
_PERSON_WORDS = range(2, 6)
_OFFICE = 8
_BY_OFFICE = re.compile(",t[^,]{0,4}r(?:o[^,]{1,4})?,")
_INITIALS = re.compile(r"(?:[A-Z]\.){1,3}")


def kind_of_unknown(sentence: Sentence, units: tuple[Unit, ...], begin: int, end: int) -> MentionKind | None:
    """Give the kind of the unknown name in these units; None where it is more likely no name at all."""
    words = [sentence.tokens[unit.first].words for unit in units[begin:end]]
    before = units[begin - 1].tag if begin else ""
    after = units[end].tag if end < len(units) else ""
    if all(word.isupper() and len(word) > 1 for word in words):
        return _acronym(sentence, units, begin, end) if len(words) == 1 else None
    if len(words) > 1 and (kind := _by_neighbours(sentence, units, begin, end)):
        return None if all(map(is_plain, words)) and kind is MentionKind.PERSON else kind
    if before == "i" or (after == "," and end + 1 < len(units) and units[end + 1].tag in "PK"):
        return None if all(map(is_plain, words)) else MentionKind.PLACE
    if len(words) == 1:
        return _single(sentence, units, begin, end)
    if before in {"r", "T", "g"} and not all(map(is_plain, words)):
        return MentionKind.PERSON
    return _several(words, acts=acts_here(sentence, units, begin, end))


def _by_neighbours(sentence: Sentence, units: tuple[Unit, ...], begin: int, end: int) -> MentionKind | None:
    """Tell "Idris Vale, who" from "the Red Kestrels": a person has no article, and only people are "who"."""
    following = [sentence.tokens[unit.first].words.lower() for unit in units[end : end + 2]]
    if following[:1] == [","] and following[1:] in (["who"], ["whose"]):
        return MentionKind.PERSON
    behind = begin > 0 and sentence.tokens[units[begin - 1].first].words.lower() == "the"
    placed = begin > 1 and units[begin - 2].tag == "i"
    return MentionKind.ACTOR if behind and not placed else None


def _several(words: list[str], *, acts: bool) -> MentionKind | None:
    """Take two to five words for a person; with an ordinary word at the end they are one only if they act."""
    if words[0] in event_words("band_opening"):
        return MentionKind.ACTOR
    if all(map(is_plain, words)):
        return MentionKind.ACTOR if acts else None
    if len(words) not in _PERSON_WORDS or not all(map(_personal, words)):
        return MentionKind.ACTOR
    if is_plain(words[-1]):
        return MentionKind.ACTOR if acts else None
    return MentionKind.PERSON


def _personal(word: str) -> bool:
    """Tell whether a word may be part of a person's name: "Zadran", "McArthur", "al-Adnani", "bin"."""
    if tag_plain(word, word) == TAGS["particle"] or word.startswith(("al-", "el-", "Al-", "El-")):
        return True
    return word[:1].isupper() and (
        any(letter.islower() for letter in word[1:]) or bool(_INITIALS.fullmatch(word))
    )


def _acronym(sentence: Sentence, units: tuple[Unit, ...], begin: int, end: int) -> MentionKind | None:
    """Take an acronym for an actor that the text spells out, or that acts; else it may be anything."""
    named = defined_here(sentence, sentence.tokens[units[begin].first].words)
    return MentionKind.ACTOR if named or acts_here(sentence, units, begin, end) else None


def _single(sentence: Sentence, units: tuple[Unit, ...], begin: int, end: int) -> MentionKind | None:
    """Ask for evidence before a single word is a name: a surname told in full near by, a title, an act."""
    word = sentence.tokens[units[begin].first].words
    before = units[begin - 1].tag if begin else ""
    if _ordinary(sentence, word) or (is_plain(word) and before != "T"):
        return None
    if before in {"r", "T", "g"} or surname_here(sentence, word) or alias_here(sentence, word):
        return MentionKind.PERSON
    if _has_office(units, end):
        return MentionKind.PERSON
    if _is_ground(sentence, units[begin].first):
        return MentionKind.PLACE
    return MentionKind.ACTOR if acts_here(sentence, units, begin, end) else None


def _has_office(units: tuple[Unit, ...], end: int) -> bool:
    """Tell "Dahan, the army chief," by the office between commas."""
    tags = "".join(unit.tag for unit in units[end : end + _OFFICE])
    return bool(_BY_OFFICE.match(tags))


def _is_ground(sentence: Sentence, at: int) -> bool:
    """Tell "captured Paletwa", "all of Paletwa": what is taken and held is ground."""
    before = sentence.tokens[max(at - 2, 0) : at]
    taken = bool(before) and is_a(before[-1], "ground_verb")
    return taken or (len(before) == 2 and before[1].lemma == "of" and is_a(before[0], "ground_share"))  # noqa: PLR2004


def _ordinary(sentence: Sentence, word: str) -> bool:
    """Tell whether the text near by writes the word without a capital, too."""
    content, lower = sentence.text.content, f" {word.lower()}"
    return content.find(lower, max(0, sentence.start - _NEAR), sentence.end + _NEAR) >= 0
