"""Victims that stand before the harm word: as its subject ("80 people were killed"), or at it ("12 dead")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.values.casualty_words import words_for
from onrecord.find.words.verbs import is_verb

if TYPE_CHECKING:
    from onrecord.find.values.victims import VictimPhrases, Victims

__all__ = ["behind_helpers", "victims_before"]

_FAR_BACK = 40


def behind_helpers(phrases: VictimPhrases, at: int, floor: int) -> int:
    """Give the index where the helping words before a verb begin: "have reportedly been" killed."""
    tokens = phrases.tokens
    while at > floor and (tokens[at - 1].lemma in words_for("helper") or tokens[at - 1].words.endswith("ly")):
        at -= 1
    return at


def victims_before(
    phrases: VictimPhrases, at: int, floor: int, *, adjacent: bool = False
) -> tuple[Victims, ...]:
    """Give the victims whose phrase is the subject of the word at `at`, or stands right before it.

    `adjacent` asks for a number right before the word: "and 200 wounded" needs no "were".
    """
    tokens = phrases.tokens
    end = behind_helpers(phrases, at, floor)
    if end > floor and tokens[end - 1].words == ",":
        end -= 1
    begin = max(floor, end - _FAR_BACK)
    for index in range(end - 1, begin - 1, -1):
        if index in phrases.numbered:
            continue
        if tokens[index].lemma in words_for("bound") and not tokens[index].words[0].isupper():
            begin = index + 1
            break
    groups = _groups(phrases, begin, end)
    touching = [group for group in groups if group[-1].end >= end]
    if adjacent:
        return touching[-1] if touching and phrases.number_at(touching[-1][0].begin) is not None else ()
    if not touching:
        return groups[0] if groups else ()
    if tokens[end].words == "," and len(groups) > 1 and touching[-1] is groups[-1]:
        before = groups[-2]
        if _is_apposed(phrases, before[-1].end, touching[-1][0].begin):
            return before  # "NAME, son of OTHER, was killed", "a man, identified as NAME, was killed"
    counted = next((g for g in groups if phrases.number_at(g[0].begin) is not None), touching[-1])
    acts_between = any(
        is_verb(token, copula=False) for token in tokens[counted[-1].end : touching[-1][0].begin]
    )
    return touching[-1] if acts_between else counted


def _is_apposed(phrases: VictimPhrases, comma: int, to: int) -> bool:
    """Tell whether what stands from a comma to another phrase describes who stands before it."""
    tokens = phrases.tokens
    if comma >= to or tokens[comma].words != "," or phrases.number_at(comma + 1) is not None:
        return False
    return tokens[comma + 1].words[0].islower() and tokens[comma + 1].lemma not in {
        "and",
        "or",
        "who",
        "which",
    }


def _groups(phrases: VictimPhrases, begin: int, end: int) -> list[tuple[Victims, ...]]:
    """Give the lists of victims between two tokens that no preposition governs."""
    groups = []
    index = begin
    while index < end:
        governed = index > begin and phrases.tokens[index - 1].lemma in words_for("preposition")
        if _is_asked(phrases, index):
            return []
        counted = phrases.number_at(index)
        touching = counted is not None and counted[1] == end  # "at 14 dead"
        governed = governed and not touching and phrases.tokens[index - 2].lemma != "total"
        first = None if governed else phrases.at(index)
        if first is None:
            index += 1
            continue
        group = tuple(row for row in phrases.listed(index, before_verb=True) if row.end <= end) or (first,)
        index = max(index + 1, group[-1].end)
        if first.end <= end:
            groups.append(group)
    return groups


def _is_asked(phrases: VictimPhrases, index: int) -> bool:
    """Tell whether "how many" opens at a token: the count is asked for and not told."""
    words = [token.words.lower() for token in phrases.tokens[index : index + 2]]
    return words == ["how", "many"]
