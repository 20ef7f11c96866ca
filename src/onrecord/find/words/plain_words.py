"""Which words are ordinary ones, whatever their capitals: what tells a heading's words from names."""

from __future__ import annotations

from functools import cache

from onrecord.find.words.event_words import event_words
from onrecord.find.words.lemmas import lemma_of
from onrecord.find.words.wordtags import TAGS, tag_capital, tag_plain
from onrecord.vocabulary import rows

__all__ = ["is_plain"]

_NAMELIKE = frozenset({TAGS["demonym"], TAGS["nation"], TAGS["given"], TAGS["ethnic"], TAGS["faith"]})
_SHORT, _ENDED = 3, 7
_SUFFIXES = (
    "ly",
    "tion",
    "tions",
    "ness",
    "ility",
    "ized",
    "ised",
    "izing",
    "ating",
    "ering",
    "ments",
    "ships",
)


@cache
def _listed() -> frozenset[str]:
    """Give vocabulary/plain_words, words for acts and weapons, closed classes and number words as one set."""
    listed = {word for row in rows("plain_words") for word in row["words"].split()}
    closed = {word for row in rows("word_classes") for word in row["words"].split()}
    acts = {row["trigger"] for row in rows("acts")} | event_words("weapon") | event_words("occurring")
    return frozenset(listed | closed | acts | {row["word"] for row in rows("number_words")})


@cache
def is_plain(word: str) -> bool:
    """Tell whether English writes this word in lower case; a name's word ("Afghan", "Maria") it does not."""
    lower = word.lower()
    if tag_capital(lower.capitalize()) in _NAMELIKE:
        return False
    if lower in _listed() or (len(lower) > _SHORT and lemma_of(lower) in _listed()):
        return True
    if len(lower) > _ENDED and lower.endswith(_SUFFIXES):
        return True
    parts = lower.split("-")
    if len(parts) > 1:
        return all(part and is_plain(part) for part in parts)
    return lower.isascii() and tag_plain(lower, lemma_of(lower)) not in {TAGS["other"], TAGS["act"]}
