"""Is this a toll: casualties over a period and not of one event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.acts.facets import VIOLENT, scale_of
from onrecord.find.words.event_words import event_words

if TYPE_CHECKING:
    from onrecord.find.acts.drafts import Draft
    from onrecord.find.words.frame import Frame
    from onrecord.records import Casualty

__all__ = ["is_toll"]

_PERIODS = tuple(tuple(words.split("_")) for words in event_words("period") | event_words("period_pair"))
_MONTHS = event_words("month")
_YEAR = range(1900, 2100)
_SPREAD = 6


def is_toll(frame: Frame, draft: Draft, casualties: tuple[Casualty, ...]) -> bool:
    """Tell whether casualties are counted over a period: no single act is named, and a period is."""
    several = (c for c in casualties if c.number.high is None or c.number.high > 1)  # one man is no toll
    counted = any(c.outcome in {"killed", "injured", "displaced", "abducted", "missing"} for c in several)
    if not counted or draft.row["act"] not in VIOLENT | {"displacement"}:
        return False
    nouns = [t for t in draft.triggers if t.nominal]
    if nouns and scale_of(frame, draft) != "series":
        return False
    if not nouns and draft.row["frame"] not in {"harm", "people", "moved", "died"}:
        return False
    return _names_period(frame)


def _names_period(frame: Frame) -> bool:
    words = [token.words.lower() for token in frame.tokens]
    for at, word in enumerate(words):
        if any(tuple(words[at : at + len(period)]) == period for period in _PERIODS):
            return True
        if word in {"from", "between"} and _from_to(words[at + 1 : at + 2 + _SPREAD]):
            return True
        if word in {"in", "during"} and at + 1 < len(words) and _is_year(words[at + 1]):
            return True
    return False


def _from_to(words: list[str]) -> bool:
    """Tell "from January 2018 to August" from "from Kabul to Herat"."""
    ends = [i for i, word in enumerate(words) if word in {"to", "and", "until", "till", "through"}]
    dated = [i for i, word in enumerate(words) if word in _MONTHS or _is_year(word)]
    return bool(ends and dated) and dated[0] < ends[0] and any(i > ends[0] for i in dated)


def _is_year(word: str) -> bool:
    return word.isascii() and word.isdigit() and int(word[:9]) in _YEAR
