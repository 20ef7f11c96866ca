"""One phrase for victims: how many, who, and whether it has a verb of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.find.values.casualty_words import outcome_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.find.sentence import Token
    from onrecord.records import Number, Span

__all__ = ["Victims", "has_own_verb"]

_OWN_VERBS = frozenset({"be", "become", "get", "remain", "go", "have"})


@dataclass(frozen=True, slots=True)
class Victims:
    """How many and who, with the token indices of the phrase; `scope` is total or part.

    `people`: whether a noun or a name of the phrase says that they are.
    """

    number: Number
    begin: int
    end: int
    status: str
    words: Span | None
    scope: str = "total"
    people: bool = False


def has_own_verb(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "1300 people" goes on as "became injured": then it is no object of the verb before."""
    for token in tokens[at : at + 2]:
        form = outcome_words().get(token.lemma, ("", ""))[1]
        if token.lemma in _OWN_VERBS or form in {
            "verb",
            "patient",
            "state",
        }:
            return True
        if not token.words.endswith("ly") and token.words.lower() != "more":
            return False
    return False
