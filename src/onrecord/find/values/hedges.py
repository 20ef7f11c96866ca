"""The table of hedges: how the words around a number bound it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from onrecord.find.values.cardinals import whole
from onrecord.vocabulary import rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.find.sentence import Token

__all__ = ["Hedge", "bound", "hedge_alone", "hedge_before", "hedge_behind"]


@dataclass(frozen=True, slots=True)
class Hedge:
    """A row of vocabulary/hedges that matched `size` tokens; `low` and `high` are its rules."""

    name: str
    size: int
    low: str
    high: str


_Table = dict[str, list[tuple[tuple[str, ...], Hedge]]]


@cache
def _table(where: str) -> _Table:
    """Give the phrases by the word that touches the number, longest phrase first."""
    table: _Table = {}
    for row in rows("hedges"):
        if row["where"] == where:
            words = tuple(row["words"].split())
            hedge = Hedge(row["name"], len(words), row["low"], row["high"])
            table.setdefault(words[-1 if where == "before" else 0], []).append((words, hedge))
    for phrases in table.values():
        phrases.sort(key=lambda phrase: -len(phrase[0]))
    return table


def _match(tokens: Sequence[Token], first: int, words: tuple[str, ...]) -> bool:
    if first < 0 or first + len(words) > len(tokens):
        return False
    return all(tokens[first + i].words.lower() == word for i, word in enumerate(words))


def hedge_before(tokens: Sequence[Token], at: int) -> Hedge | None:
    """Give the longest hedge that ends right before token `at`."""
    if at == 0:
        return None
    phrases = _table("before").get(tokens[at - 1].words.lower(), ())
    return next((hedge for words, hedge in phrases if _match(tokens, at - len(words), words)), None)


def hedge_behind(tokens: Sequence[Token], at: int) -> Hedge | None:
    """Give the hedge that begins at token `at`, right behind a number: "or more", "+"."""
    return _first(tokens, at, "after")


def hedge_alone(tokens: Sequence[Token], at: int) -> Hedge | None:
    """Give the hedge at token `at` that is itself a count: "dozens of", "several", "no"."""
    return _first(tokens, at, "alone")


def _first(tokens: Sequence[Token], at: int, where: str) -> Hedge | None:
    if at >= len(tokens):
        return None
    phrases = _table(where).get(tokens[at].words.lower(), ())
    return next((hedge for words, hedge in phrases if _match(tokens, at, words)), None)


def bound(rule: str, value: float) -> float | None:
    """Apply a rule of the table: "n", "n+1", "n-1", "n/2", a figure of its own, or empty for no bound."""
    if not rule:
        return None
    if not rule.startswith("n"):
        return whole(float(rule))
    if rule == "n/2":
        return whole(value / 2)
    step = int(rule[1:] or 0)
    return value + step if isinstance(value, int) else value
