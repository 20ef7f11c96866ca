"""Numbers that count nothing: parts of names, ages, clock times, ratios, and "one" as a pronoun."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from onrecord.vocabulary import rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.find.sentence import Token
    from onrecord.find.values.cardinals import Cardinal

__all__ = ["is_label"]

_AFTER_ONE = frozenset({"of", "another", "day", "such", "thing", "side", "hand", "that", "who", "or"})
_YEARS = range(1900, 2100)
_OLDEST = 110
_SMALL = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})


@cache
def _labels(where: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("number_labels") if row["where"] == where)


def is_label(tokens: Sequence[Token], at: int, number: Cardinal) -> bool:
    """Tell whether the number is a name's, an age, a clock time or a pronoun instead of a count."""
    before = tokens[at - 1] if at else None
    behind = tokens[number.end] if number.end < len(tokens) else None
    if before is not None and before.words.lower() in _labels("before"):
        return True
    if _is_edition(tokens, at, number) or _is_ratio(tokens, at, number):
        return True
    if behind is not None and behind.words.lower() in _labels("after"):
        return True
    if _joined(before, tokens[at]) or (behind is not None and _joined(behind, tokens[number.end - 1])):
        return True
    if tokens[at].words.lower() == "one" and number.end == at + 1:
        no = before is not None and before.words.lower() == "no"
        return no or (behind is None) or behind.lemma in _AFTER_ONE or not behind.words[0].isalnum()
    return _is_age(tokens, at, number)


def _is_ratio(tokens: Sequence[Token], at: int, number: Cardinal) -> bool:
    """Tell whether the number is one side of "1 in 5"."""
    behind = [token.words for token in tokens[number.end : number.end + 2]]
    ahead = [token.words.lower() for token in tokens[max(0, at - 2) : at]]
    last = behind[-1:] and (behind[-1][0].isdigit() or behind[-1].lower() in _SMALL)
    first = behind[:1] == ["in"] and bool(last) and number.value == 1
    return first or (ahead in (["1", "in"], ["one", "in"]))


def _is_edition(tokens: Sequence[Token], at: int, number: Cardinal) -> bool:
    """Tell whether a year stands behind a name and counts nothing: "the NDHR 2017."."""
    if number.end > at + 1 or len(tokens[at].words) != len("2017") or number.value not in _YEARS:
        return False
    behind = tokens[number.end].words if number.end < len(tokens) else "."
    return not behind[0].isalpha() and (at == 0 or tokens[at - 1].words[0].isalpha())


def _joined(mark: Token | None, number: Token) -> bool:
    """Tell whether a slash or colon glues the number to another: "9/11", "10:30"."""
    return mark is not None and mark.words in {"/", ":"} and mark.start in {number.end, number.start - 1}


def _is_age(tokens: Sequence[Token], at: int, number: Cardinal) -> bool:
    behind = [token.lemma for token in tokens[number.end : number.end + 2]]
    if behind[:2] in (["year", "old"], ["month", "old"]):
        return True
    apposed = at > 1 and tokens[at - 1].words in {",", "("} and tokens[at - 2].words[0].isupper()
    return apposed and number.value <= _OLDEST and behind[:1] in ([","], [")"])
