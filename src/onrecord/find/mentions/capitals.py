"""What a single word is worth as a name: its capital, its place in the sentence, the words beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.find.words.capital_forms import WEAPON
from onrecord.find.words.event_words import event_words
from onrecord.find.words.plain_words import is_plain
from onrecord.find.words.wordtags import NOT_NAMES, TAGS, tag_capital, tag_plain

if TYPE_CHECKING:
    from onrecord.find.sentence import Lexicon, Sentence

__all__ = ["letter_of"]

_OFFICIAL = frozenset({TAGS["forcemod"], TAGS["other"], TAGS["forceword"], TAGS["member"]})
_OFFICE_REACH = 4
_WING = re.compile("[A-Z]{2,6}-[A-Z]{1,3}")  # "SPLM-N", "NSCN-IM": a wing of a group known by its letters


def letter_of(sentence: Sentence, at: int, lexicon: Lexicon) -> str:
    """Give the letter of one word that begins no known name."""
    token = sentence.tokens[at]
    plain = tag_plain(token.words, token.lemma)
    if token.words.startswith("al-") and token.words[len("al-") :][:1].isupper():
        return TAGS["unknown"]
    if not token.words[0].isupper():
        return plain
    capital = _capital(sentence, at)
    if capital:
        return capital
    if _is_part_of_name(sentence, at, plain):
        return TAGS["unknown"]
    if plain != TAGS["other"] or token.words in NOT_NAMES:
        return plain
    made = _made_of_names(token.words, lexicon)
    return made or (TAGS["unknown"] if _capital_means_name(sentence, at) else plain)


def _capital(sentence: Sentence, at: int) -> str:
    """Give the letter that the word has with its capital, or ""; a title needs a name behind it."""
    words = sentence.tokens[at].words
    capital = tag_capital(words)
    if capital == TAGS["title"] or (capital == TAGS["orgword"] and at == 0):
        return capital if _before_name(sentence, at) else ""
    return capital or (TAGS["thing"] if WEAPON.fullmatch(words) else "")


def _is_part_of_name(sentence: Sentence, at: int, plain: str) -> bool:
    """Tell whether an ordinary word belongs to a name here: "National Police", "Liberation Attack Force"."""
    if plain in _OFFICIAL and _before_office(sentence, at):
        return True
    return plain == TAGS["act"] and at > 0 and _among_capitals(sentence, at)


def _made_of_names(words: str, lexicon: Lexicon) -> str:
    """Read "Taliban-Islamic", "Afghanistan-Pakistan" and "Nangarhari" by the names that they are made of."""
    if "-" in words and "actor" in lexicon.kinds(words.partition("-")[0]):
        return TAGS["actor"] if _WING.fullmatch(words) else TAGS["other"]
    if _of_places(words, lexicon):
        return TAGS["place"]
    return TAGS["demonym"] if words.endswith("i") and "place" in lexicon.kinds(words[:-1]) else ""


def _before_office(sentence: Sentence, at: int) -> bool:
    """Take "National" for a part of the name in "National Police", "Transportation Safety Board"."""
    words = sentence.tokens[at].words
    if words in NOT_NAMES and (at == 0 or words.lower() in event_words("month")):
        return False
    for token in sentence.tokens[at + 1 : at + _OFFICE_REACH]:
        if tag_capital(token.words) == TAGS["orgword"]:
            return True
        if not token.words[0].isupper():
            return False
    return False


def _among_capitals(sentence: Sentence, at: int) -> bool:
    return all(t.words[0].isupper() for t in sentence.tokens[at - 1 : at + 2])


def _before_name(sentence: Sentence, at: int) -> bool:
    following = sentence.tokens[at + 1 : at + 3]
    if following and following[0].words == ".":
        following = following[1:]
    return bool(following) and following[0].words[0].isupper() and following[0].words not in NOT_NAMES


def _of_places(words: str, lexicon: Lexicon) -> bool:
    """Tell whether a word joins two places: "Afghanistan-Pakistan"."""
    parts = words.split("-")
    return len(parts) == 2 and all(part and "place" in lexicon.kinds(part) for part in parts)  # noqa: PLR2004


def _capital_means_name(sentence: Sentence, at: int) -> bool:
    """Doubt the first word of a sentence: it is a name only if its form cannot be an ordinary word's."""
    words = sentence.tokens[at].words
    if any(letter.isupper() or letter.isdigit() for letter in words[1:]):
        return True
    if at > 0 and sentence.tokens[at - 1].words not in {"“", '"', "‘", ":", "—", "–", "-", "•", "*"}:
        return True
    following = sentence.tokens[at + 1].words if at + 1 < len(sentence.tokens) else ""
    if is_plain(words) and not (following[:1].isupper() and is_plain(following)):
        return False
    if following[:1].isupper() and following not in NOT_NAMES:
        return sentence.tokens[at].lemma == words.lower()
    return not is_plain(words) or sentence.text.content.find(f" {words} ", sentence.end) >= 0
