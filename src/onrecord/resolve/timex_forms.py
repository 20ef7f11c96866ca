"""Where time expressions of every kind stand in English text: vocabulary/time_expressions as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import count

from onrecord.resolve.timex_words import NTH_WORDS
from onrecord.vocabulary import rows

__all__ = ["NONE", "Form", "expressions"]

NONE = "NONE"
"""The type of words that only look like a time."""

_UNITS = "second|minute|hour|day|night|week|weekend|month|quarter|year|decade|century|centurie"


def _english(table: str) -> list[dict[str, str]]:
    return [row for row in rows(table) if row["language"] == "en"]


def _number_words(values: range) -> str:
    return "|".join(row["word"] for row in _english("number_words") if int(row["value"]) in values)


_MONTHS = [row["word"] for row in _english("months") if row["calendar"] == "gregorian"]
_LONG = [month for month in _MONTHS if not any(one != month and one.startswith(month) for one in _MONTHS)]
"""Names in full: no other name begins with them."""

_DIGITS, _TEENS, _TENS = (
    _number_words(values) for values in (range(1, 10), range(11, 20), range(10, 100, 10))
)
_NUMBER = (
    rf"(?:{_DIGITS}) hundred|\d{{1,3}}(?:\.\d|[- ][13]/[24])?|(?:{_TENS})(?:[- ](?:{_DIGITS}))?"
    rf"|{_DIGITS}|{_TEENS}"
)
_LISTS = {
    "unit": rf"(?P<unit>{_UNITS})", "period": "(?P<unit>week|month|quarter|year|decade|century)",
    "number": _NUMBER,
    "count": rf"(?P<count>{_NUMBER}|an?|a couple of|a hundred|half a|(?:{_DIGITS})[- ]and[- ]a[- ]half)",
    "fuzzy": "a few|few|several|many|some|a number of|the next several|(?:dozens|hundreds|thousands) of",
    "hedge": "about|around|nearly|almost|at least|at most|more than|less than|over|under|up to|roughly"
             "|only|just|approximately|no more than|as long as|some",
    "part": "(?:early|late|mid|(?:the )?(?:beginning|start|end|middle) of)(?: in)?",
    "weekday": "|".join(row["word"] for row in _english("weekdays")),
    "month": "|".join(sorted(_MONTHS, key=len, reverse=True)),
    "longmonth": "|".join(_LONG),
    "dom": r"3[01]|[12]\d|0?[1-9]", "year": r"(?:1[6-9]|20)\d\d",
    "longday": "|".join(row["word"] for row in _english("weekdays") if row["word"].endswith("day")),
    "holiday": "|".join(row["name"].replace(".", r"\.").replace("'", "['’]") for row in rows("holidays")),
    "adverb": r"(?=\W*\Z|[^\w\s]|\s(?:in|at|on|for|from|to|by|with|and|or|since|as|over|until|between)\b)",
    "hourword": rf"(?:{_DIGITS}|ten|eleven|twelve)",
    "nth": "|".join(sorted(NTH_WORDS, key=len, reverse=True)).replace("-", "[- ]"),
    "tensword": f"(?:{_TENS}|{_TEENS})", "digitword": f"(?:{_DIGITS})",
}  # fmt: skip
_CAPITALS = {"may", "march", "august"}
_SURE = re.compile(
    r"(?:^|\W)(?:in|since|until|by|of|from|this|last|next|early|late|between|for|to|and) $", re.IGNORECASE
)
_WITHIN = re.compile(r"[\w,][\s]\Z")
_AMOUNT = re.compile(r"(?:[$€£#.,-]|\d)\s?$")
_PLAIN = str.maketrans("İıſ\u212a", "IisK")
"""Letters that a pattern without regard to case takes for Latin ones, though no table spells a word so."""


@dataclass(frozen=True, slots=True)
class Form:
    """Words that fit a row of the table: the match, its type and the rule for its value."""

    match: re.Match[str]
    type: str
    value: str


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    made = []
    for row in rows("time_expressions"):
        form = row["form"]
        for name, words in _LISTS.items():
            form = form.replace(f"{{{name}}}", words if words.startswith("(?") else f"(?:{words})")
        form = _once(form).replace("[- ]", r"[-\s]").replace("[ -]", r"[-\s]").replace(" ", r"\s{1,4}")
        made.append(
            (
                re.compile(rf"(?<![\w$€£#])(?:{form})(?![\w%]|[.,]\d)", re.IGNORECASE),
                row["type"],
                row["value"],
            )
        )
    return tuple(made)


def _once(form: str) -> str:
    """Name a group once: a second {unit} in a form is named unit1."""
    for name in ("unit", "count"):
        numbers = count(0)
        form = re.sub(
            rf"\(\?P<{name}>",
            lambda _, n=numbers, k=name: f"(?P<{k}{next(n) or ''}>",  # type: ignore[misc]
            form,
        )
    return form


def expressions(text: str) -> list[Form]:
    """Give the time expressions of a text from left to right, apart from each other; the longest first.

    Words that only look like a time are given too, with the type NONE.
    """
    found = sorted(_all(text.translate(_PLAIN)), key=lambda form: form.match.start() - form.match.end())
    taken = bytearray(len(text))
    chosen = []
    for form in found:
        start, end = form.match.span()
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            chosen.append(form)
    return sorted(chosen, key=lambda form: form.match.start())


def _all(text: str) -> Iterator[Form]:
    for pattern, kind, value in _patterns():
        for match in pattern.finditer(text):
            if _is_name(text, match):
                yield Form(match, NONE, "")
            elif _stands(text, match):
                yield Form(match, kind, value)


def _stands(text: str, match: re.Match[str]) -> bool:
    """Tell whether ambiguous words are a time here: "May", "March" and "August" alone; a number alone."""
    words = match[0].lower()
    before = text[max(0, match.start() - 12) : match.start()]
    if words in _CAPITALS:
        return match[0][0].isupper() and _SURE.search(before) is not None
    if words.isdigit():
        return _AMOUNT.search(before) is None
    named = match.groupdict().get("month") or match.groupdict().get("weekday")
    return named is None or named[0].isupper() or named.lower() in {"today", "yesterday", "tomorrow"}


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Tell words that are a name: "This Week" with capitals throughout, "Daily" within a sentence.

    A month, a weekday and a holiday have capitals by themselves.
    """
    groups = match.groupdict()
    if any(groups.get(name) for name in ("month", "weekday", "holiday")) or match[0].isupper():
        return False
    first, *rest = re.findall(r"[^\W\d_]+", match[0]) or [""]
    if not first.istitle() or not all(word.istitle() for word in rest):
        return False
    return bool(rest) or _WITHIN.search(text[max(0, match.start() - 3) : match.start()]) is not None
