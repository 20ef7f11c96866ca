"""What single words tell about names, from vocabulary/: one letter a sort of word."""

from __future__ import annotations

import re
from functools import cache

from onrecord.vocabulary import rows

__all__ = ["COUNTRIES", "DEMONYMS", "NOT_NAMES", "TAGS", "tag_capital", "tag_plain"]

# The letters that the shapes of find/mentions/nameshapes.py are written in.
TAGS = {
    "actor": "A",
    "place": "P",
    "country": "K",
    "person": "H",
    "demonym": "D",
    "nation": "N",
    "unknown": "X",
    "given": "G",
    "title": "T",
    "particle": "l",
    "orgword": "O",
    "forceword": "f",
    "forcemod": "m",
    "fighter": "g",
    "member": "j",
    "people": "b",
    "body": "z",
    "role": "r",
    "quality": "q",
    "ethnic": "E",
    "faith": "F",
    "placeword": "p",
    "direction": "d",
    "part": "h",
    "quantity": "n",
    "thing": "k",
    "det": "t",
    "pronoun": "u",
    "actor_before": "y",
    "place_before": "i",
    "of": "o",
    "linker": "c",
    "possessive": "s",
    "quote": "w",
    "act": "v",
    "comma": ",",
    "other": ".",
}


def _table(form: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for row in rows("name_words"):
        if row["form"] == form:
            for word in row["words"].split():
                table.setdefault(word, TAGS[row["tag"]])
    return table


# "late 2013 fighters" is a year and fighters; "2000 people" are two thousand.
_YEAR = re.compile("(?:19|20)(?!00)[0-9]{2}")
_CAPITAL, _WORD, _NOUN = _table("Word"), _table("word"), _table("noun")
NOT_NAMES = frozenset(word for row in rows("not_names") for word in row["words"].split())
DEMONYMS = frozenset(word for row in rows("demonyms") for word in row["adjectives"].split(";") if word) | {
    "U.S.",
    "US",
    "U.K.",
    "UK",
    "American",
    "British",
}
_NATIONS = frozenset(word for row in rows("demonyms") for word in row["people"].split(";") if word)
COUNTRIES = frozenset(
    word
    for row in rows("demonyms")
    for word in (row["country"], *row["also"].split(";"))
    if word and word not in DEMONYMS
)
_ACT_NOUNS = frozenset(row["trigger"].split()[0] for row in rows("acts") if row["class"] == "n")


def tag_capital(word: str) -> str:
    """Give the letter of a capitalised word that is a title, a demonym and the like, or ""."""
    if word in DEMONYMS:
        return TAGS["demonym"]
    if word in _NATIONS:
        return TAGS["nation"]
    return _CAPITAL.get(word, "")


@cache
def tag_plain(word: str, lemma: str) -> str:
    """Give the letter of a word whatever its capitals; "." where it tells nothing."""
    lower = word.lower()
    if lower in _WORD:
        return _WORD[lower]
    noun = lower.removesuffix("s") if lower.endswith(("ings", "ers", "ors")) else lemma
    if noun in _NOUN and _is_noun(lower, lemma):
        return _NOUN[noun]
    if lower[0].isdigit() and not lower.endswith("-old") and len(lower) > 0:
        counts = lower.replace(",", "").replace(".", "").isdigit() and not _YEAR.fullmatch(lower)
        return TAGS["quantity"] if counts else TAGS["other"]
    if lower in _ACT_NOUNS or lemma in _ACT_NOUNS:
        return TAGS["act"]
    return {",": ",", "'s": "s", "’s": "s", "’": "s", "'": "s"}.get(lower, TAGS["other"])


def _is_noun(lower: str, lemma: str) -> bool:
    """Leave verbs alone: "forced", "grouping", "shelled" are no people or things."""
    return not lower.endswith(("ed", "ing")) or lower == lemma
