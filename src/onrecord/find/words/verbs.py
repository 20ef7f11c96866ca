"""Which words are verbs, by a table: no part of speech is guessed beyond form and list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.words.event_words import event_words
from onrecord.vocabulary import rows

if TYPE_CHECKING:
    from onrecord.find.sentence import Token

__all__ = ["AUXILIARIES", "BE", "LIGHT", "is_verb"]

LIGHT = frozenset(
    word.split("_")[0] for row in rows("verbs") if row["light"] == "yes" for word in row["words"].split()
)
_LISTED = frozenset(word.split("_")[0] for row in rows("verbs") for word in row["words"].split())
_ACTS = frozenset(row["trigger"].split()[0] for row in rows("acts") if row["class"] == "v")
_VERBS = _LISTED | _ACTS
BE = frozenset({"be", "get"})
AUXILIARIES = event_words("auxiliary")


def is_verb(token: Token, *, copula: bool = True) -> bool:
    """Tell whether a lower-case word may be the verb of a clause; -ed forms of any lemma count."""
    words = token.words
    if not words[0].islower():
        return words in {"'re", "'ve", "'d", "'ll"}
    if token.lemma in _VERBS:
        return copula or token.lemma != "be"
    return words.endswith("ed") and token.lemma != words and "-" not in words
