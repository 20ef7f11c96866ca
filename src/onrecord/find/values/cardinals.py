"""A whole or decimal number in digits or words, read from a run of tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from onrecord.vocabulary import rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.find.sentence import Token

__all__ = ["Cardinal", "cardinal_at", "whole"]

_GROUPED = re.compile(r"\d{1,3}(?:[,٬]\d{2,3})*[,٬]\d{3}|\d{1,3}(?:\.\d{3}){2,}")
_PLAIN = re.compile(r"\d{1,15}(?:[.٫]\d{1,6})?")
_JOINERS = {"en": "and", "ar": "و", "fa": "و", "ur": "", "ps": "او"}
_LONGEST = 12
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Cardinal:
    """A number's value and the token index behind its last word."""

    value: float
    end: int


@cache
def _words(language: str) -> dict[str, tuple[int, str]]:
    return {
        row["word"]: (int(row["value"]), row["kind"])
        for row in rows("number_words")
        if row["language"] in {"en", language}
    }


def whole(value: float) -> float:
    """Give a whole number as int, so that 80.0 is written 80."""
    return int(value) if value == int(value) else value


def cardinal_at(tokens: Sequence[Token], at: int, language: str = "en") -> Cardinal | None:
    """Give the number that begins at token `at`, or None: "1,300", "2.5 million", "two dozen"."""
    words = _words(language)
    if tokens[at].words[0].isdigit():
        value = _digits(tokens[at].words)
        return None if value is None else _scaled(tokens, value, at + 1, words)
    lower = tokens[at].words.lower()
    if lower == "half" and at + 2 < len(tokens) and tokens[at + 1].words in {"a", "an"}:
        _, kind = words.get(tokens[at + 2].words, (0, ""))
        return _scaled(tokens, 0.5, at + 2, words) if kind == "scale" else None
    if lower in {"a", "an"} and at + 1 < len(tokens):
        _, kind = words.get(tokens[at + 1].words, (0, ""))
        return _spelled(tokens, at + 1, words, language, first=1) if kind == "scale" else None
    return _spelled(tokens, at, words, language)


def _digits(written: str) -> float | None:
    """Read digits of any script; None where the separators fit no usual grouping."""
    if _GROUPED.fullmatch(written):
        return int(re.sub(r"\D", "", written))
    if _PLAIN.fullmatch(written):
        return whole(float(written.replace("٫", ".")))
    return None


def _scaled(tokens: Sequence[Token], value: float, at: int, words: dict[str, tuple[int, str]]) -> Cardinal:
    while at < len(tokens):
        amount, kind = words.get(tokens[at].words.lower(), (0, ""))
        if kind != "scale" or value * amount > 10**15:
            break
        value, at = value * amount, at + 1
    return Cardinal(whole(value), at)


def _parts(word: str, words: dict[str, tuple[int, str]]) -> list[tuple[int, str]]:
    """Read one token: "eighty", or "eighty-three" as two parts; empty if it is no number word."""
    pieces = word.lower().split("-", 3)
    known = [words[piece] for piece in pieces if piece in words]
    return known if len(known) == len(pieces) else []


def _spelled(
    tokens: Sequence[Token], at: int, words: dict[str, tuple[int, str]], language: str, first: int = 0
) -> Cardinal | None:
    total, current, begin, end = 0, first, at, at
    last = "unit" if first else ""
    limit = min(len(tokens), at + _LONGEST)
    while at < limit:
        if at == end and last and tokens[at].words.lower() == _JOINERS.get(language, "and"):
            if last != "scale" and language == "en":
                break
            at += 1
            continue
        parts = _parts(tokens[at].words, words)
        if not parts or not _fits(last, parts[0][1], joined=at > end, language=language):
            break
        for value, kind in parts:
            total, current = _grow(total, current, value, kind)
            last = kind
        at += 1
        end = at
    return Cardinal(total + current, end) if last and end > begin else None


def _fits(last: str, kind: str, *, joined: bool, language: str) -> bool:
    """Tell whether a part may follow another: "twenty five", "two hundred", not "two three"."""
    if not last or kind == "scale":
        return not joined
    if language != "en":
        return True
    return last == "scale" or (last == "ten" and kind == "unit")


def _grow(total: int, current: int, value: int, kind: str) -> tuple[int, int]:
    if kind != "scale":
        return total, current + value
    if value <= _HUNDRED:
        return total, max(current, 1) * value
    return total + max(current, 1) * value, 0
