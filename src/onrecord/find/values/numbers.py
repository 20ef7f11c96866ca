"""Counts in a sentence as (low, high) with their hedge."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.find.sentence import span_of
from onrecord.find.values.cardinals import Cardinal, cardinal_at, whole
from onrecord.find.values.hedges import bound, hedge_alone, hedge_before, hedge_behind
from onrecord.find.values.number_labels import is_label
from onrecord.find.values.number_openers import opens_count
from onrecord.find.values.timewords import time_spans
from onrecord.records import Number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.find.sentence import Sentence, Token
    from onrecord.records import Mention

__all__ = ["find_numbers"]

_CHANGES = frozenset(
    {"rise", "increase", "grow", "climb", "jump", "fall", "drop", "decline", "go", "up", "down"}
)
_AFTER_NO = frozenset({"longer", "doubt", "matter", "more", "way", "sign", "reason", "fewer", "less", "."})
_VAGUE = frozenset({"a couple", "a few", "several"})
_SCALES = frozenset({"dozen", "hundred", "thousand", "million", "lakh", "crore"})
_LOOK_BACK = 4
_ODD = "-odd"


def find_numbers(sentence: Sentence, dated: tuple[Mention, ...] | None = None) -> tuple[Number, ...]:
    """Give the counts of a sentence in order; dates, ages, clock times, ranks and names are no counts.

    `dated` are the sentence's time words where the caller has them already.

    A percentage and a sum of money are given too: the caller sees the mark next to them.
    """
    tokens = sentence.tokens
    counting = [opens_count(token.words) for token in tokens]
    if not any(counting):
        return ()
    times = _time_tokens(sentence, dated)
    found: list[Number] = []
    at = 0
    while at < len(tokens):
        step = (
            None
            if not counting[at] or at in times
            else (_counted(sentence, at, times) or _alone(sentence, at))
        )
        if step is None:
            at += 1
            continue
        number, at = step
        found.append(number)
    return tuple(found)


def _time_tokens(sentence: Sentence, dated: tuple[Mention, ...] | None) -> frozenset[int]:
    spans = [(m.span.start, m.span.end) for m in dated] if dated is not None else time_spans(sentence)
    if not spans:
        return frozenset()
    inside: set[int] = set()
    which = 0
    for index, token in enumerate(sentence.tokens):
        while which < len(spans) and spans[which][1] <= token.start:
            which += 1
        if which < len(spans) and token.start < spans[which][1] and token.end > spans[which][0]:
            inside.add(index)
    return frozenset(inside)


def _counted(sentence: Sentence, at: int, times: frozenset[int]) -> tuple[Number, int] | None:
    """Read a number in figures or number words with the hedges around it."""
    tokens = sentence.tokens
    odd = tokens[at].words.lower().endswith(_ODD)
    first = _odd(tokens, at, sentence.language) if odd else cardinal_at(tokens, at, sentence.language)
    if first is None or is_label(tokens, at, first):
        return None
    second = _second(sentence, at, first, times)
    low: float | None
    high: float | None
    low, high, name, end = first.value, first.value, "about" if odd else "", first.end
    top = first.value
    if second is not None:
        top = second.value
        low, high, name, end = _share_scale(sentence, at, first, second), top, "range", second.end
    begin = at
    while (before := hedge_before(tokens, begin)) is not None and at - begin < _LOOK_BACK:
        begin -= before.size
        if before.name != "about" or not name:
            low, high, name = bound(before.low, low or 0), bound(before.high, top), before.name
    behind = hedge_behind(tokens, end)
    if behind is not None and (tokens[end].words != "plus" or _touches(tokens, end)):
        end += behind.size
        low, high, name = bound(behind.low, low or 0), bound(behind.high, top), behind.name
    if second is not None and begin and tokens[begin - 1].words.lower() == "between":
        begin -= 1
    span = span_of(sentence.text, tokens[begin].start, tokens[end - 1].end)
    return Number(low, high, name, span), end


def _odd(tokens: Sequence[Token], at: int, language: str) -> Cardinal | None:
    """Read "80-odd", one token, as the number before the hyphen."""
    bare = replace(tokens[at], words=tokens[at].words[: -len(_ODD)] or "-")
    found = cardinal_at((bare,), 0, language)
    return replace(found, end=at + 1) if found is not None else None


def _share_scale(sentence: Sentence, at: int, first: Cardinal, second: Cardinal) -> float:
    """Give the low end of a range; in "two to three million" the scale word counts for both."""
    tail = cardinal_at(sentence.tokens, second.end - 1, sentence.language)
    bare = first.end - at == 1 and sentence.tokens[second.end - 1].words.lower() in _SCALES
    scaled = first.value * tail.value if bare and tail is not None else first.value
    return whole(scaled) if scaled <= second.value else first.value


def _touches(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].start <= tokens[at - 1].end + 1


def _second(sentence: Sentence, at: int, first: Cardinal, times: frozenset[int]) -> Cardinal | None:
    """Give the upper end of a range: "80 to 90", "30-40", "two or three", "between 30 and 40"."""
    tokens = sentence.tokens
    link = first.end
    if link + 1 >= len(tokens) or link + 1 in times:
        return None
    words = tokens[link].words.lower()
    back = [token.lemma for token in tokens[max(0, at - _LOOK_BACK) : at]]
    if words == "and":
        allowed = "between" in back[-3:]
    elif words == "to":
        allowed = not _CHANGES.intersection(back)
    else:
        allowed = words in {"-", "–", "—", "or"}
    second = cardinal_at(tokens, link + 1, sentence.language) if allowed else None
    return second if second is not None and second.value > first.value else None


def _alone(sentence: Sentence, at: int) -> tuple[Number, int] | None:
    """Read a word that is a count by itself, and "several hundred", "a few dozen"."""
    tokens = sentence.tokens
    hedge = hedge_alone(tokens, at)
    if hedge is None:
        return None
    end = at + hedge.size
    if (end < len(tokens) and tokens[end].words == "as") or _asks(tokens, at) or _pairs_up(tokens, at):
        return None
    if hedge.name == "none" and not _denies(tokens, at, end):
        return None
    low, high = bound(hedge.low, 0), bound(hedge.high, 0)
    scale = cardinal_at(tokens, end, sentence.language) if end < len(tokens) else None
    if scale is not None and hedge.name in _VAGUE and tokens[end].words.lower() in _SCALES:
        low, end = whole((low or 0) * scale.value), scale.end
    last = end - 2 if tokens[end - 1].words.lower() == "of" and end - at > 1 else end - 1
    return Number(low, high, hedge.name, span_of(sentence.text, tokens[at].start, tokens[last].end)), end


def _asks(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "how many" asks for the count that it does not give."""
    return at > 0 and tokens[at - 1].lemma == "how"


def _pairs_up(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "both" opens "both soldiers and civilians", which counts neither."""
    joined = range(at + 1, min(len(tokens) - 1, at + 1 + _LOOK_BACK))
    paired = any(tokens[i].lemma == "and" and not opens_count(tokens[i + 1].words) for i in joined)
    noun = (
        at + 1 < len(tokens)
        and tokens[at + 1].words.islower()
        and tokens[at + 1].lemma != tokens[at + 1].words
    )
    return tokens[at].lemma == "both" and (paired or not noun)


def _denies(tokens: Sequence[Token], at: int, end: int) -> bool:
    if tokens[at].words.lower() != "no" or end - at > 1:
        return True
    return end < len(tokens) and tokens[end].words.islower() and tokens[end].lemma not in _AFTER_NO
