"""Whether the clause around a time looks ahead or back, told by the nearest verb (vocabulary/time_tenses)."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from onrecord.vocabulary import rows

__all__ = ["Tense", "tense_at"]

_REACH = 80
"""Characters on either side in which a verb is looked for."""

_OPENING = 2
"""Words that may stand before a time that opens its clause: "But on Monday"."""

_TO_COME = r"(?P<ahead>(?:will|would|shall|to) be \w{2,30})"
_BREAK = re.compile(r"[.;!?\n]\s")


class Tense(StrEnum):
    """Which way a clause looks."""

    AHEAD = "ahead"
    PAST = "past"
    OPEN = "open"


@cache
def _tenses() -> dict[str, Tense]:
    return {row["words"]: Tense(row["tense"]) for row in rows("time_tenses")}


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(_tenses(), key=len, reverse=True)
    known = "|".join(re.escape(word).replace(r"\ ", r"\s{1,4}") for word in words)
    return re.compile(
        rf"(?:(?<![\w-])(?:{_TO_COME}|{known}|[a-z]{{2,30}}ed)|(?P<short>['’]ll))(?!\w)", re.IGNORECASE
    )


def tense_at(text: str, start: int, end: int) -> Tense:
    """Give the tense of the clause around text[start:end]: by the verb before it; behind it, if it opens it.

    "The attack on Monday will not deter us" tells nothing: the verb is not the time's.
    """
    before = _BREAK.split(text[max(0, start - _REACH) : start])[-1]
    verbs = list(_pattern().finditer(before))
    if verbs:
        return _tense(verbs[-1])
    if len(before.split()) > _OPENING:
        return Tense.OPEN
    after = _BREAK.split(text[end : end + _REACH])[0]
    verb = _pattern().search(after)
    return _tense(verb) if verb else Tense.OPEN


def _tense(verb: re.Match[str]) -> Tense:
    if verb["ahead"] or verb["short"]:
        return Tense.AHEAD
    return _tenses().get(" ".join(verb[0].lower().split()), Tense.PAST)
