"""Casualties of a sentence: who was killed, injured, abducted, displaced or is missing, how many, by whom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.find.values.casualties_asof import with_as_of
from onrecord.find.values.casualty_nouns import is_of, of_losing, of_noun, of_toll
from onrecord.find.values.casualty_words import words_for
from onrecord.find.values.counts_of import counted_of, is_number_of
from onrecord.find.values.harm_words import HarmWord, find_harm_words
from onrecord.find.values.no_casualties import no_casualties
from onrecord.find.values.numbers import find_numbers
from onrecord.find.values.perpetrators import agent_ahead, agent_behind, goes_on
from onrecord.find.values.victim_parts import group_behind, himself, parts_behind
from onrecord.find.values.victim_subjects import victims_before
from onrecord.find.values.victims import VictimPhrases, Victims
from onrecord.records import Casualty, Mention, Number, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.find.sentence import Sentence, Token

__all__ = ["find_casualties"]

_PASSIVE = frozenset({"be", "get", "become"})
_SHARING = frozenset({"and", "or", "/"})


def find_casualties(
    sentence: Sentence, mentions: tuple[Mention, ...], numbers: tuple[Number, ...] | None = None
) -> tuple[Casualty, ...]:
    """Give one row for each outcome and group of victims that the sentence counts.

    `numbers` are the sentence's counts where the caller has them. Whether it happened, is feared or
    is denied is left to modality. "30 killed or injured" gives no row, since it says neither how
    many died nor how many were hurt.
    """
    harms = tuple(find_harm_words(sentence.tokens))
    lemmas = {token.lemma for token in sentence.tokens}
    if not harms and "casualty" not in lemmas:
        return ()
    here = tuple(m for m in mentions if sentence.start <= m.span.start and m.span.end <= sentence.end)
    phrases = VictimPhrases(sentence, here, find_numbers(sentence) if numbers is None else numbers)
    found: dict[tuple[str, int], Casualty] = {}
    taken = 0
    by: Span | None = None
    for which in range(len(harms)):
        if _is_shared(sentence.tokens, harms, which):
            continue
        rows = _casualties(phrases, harms[which], _floor(phrases, harms, which, taken))
        if by is not None and goes_on(phrases, harms[which]):
            rows = [_done_by(row, by, sentence.tokens[harms[which].end - 1].end) for row in rows]
        by = next((row.inflicted_by for row in rows), None)
        for casualty in rows:
            taken = max(taken, casualty.number.span.end, casualty.victims.end if casualty.victims else 0)
            found.setdefault((casualty.outcome, casualty.number.span.start), casualty)
    for casualty in no_casualties(phrases):
        found.setdefault((casualty.outcome, casualty.number.span.start), casualty)
    ordered = sorted(found.values(), key=lambda row: (row.number.span.start, row.outcome))
    return with_as_of(sentence, tuple(ordered))


def _done_by(row: Casualty, by: Span, behind: int) -> Casualty:
    """Give the row the doer of the verb before, where its victims stand behind its own verb as objects."""
    own = row.inflicted_by is not None or row.number.span.start < behind or by.start >= behind
    return row if own else replace(row, inflicted_by=by)


def _floor(phrases: VictimPhrases, harms: tuple[HarmWord, ...], which: int, taken: int) -> int:
    """Give the first token that is still free: behind the harm word before, and behind the victims it has."""
    floor = harms[which - 1].end if which else 0
    while floor < harms[which].begin and phrases.tokens[floor].start < taken:
        floor += 1
    return floor


def _is_shared(tokens: Sequence[Token], harms: tuple[HarmWord, ...], which: int) -> bool:
    """Tell whether two outcomes share one count ("killed or injured 30"): neither has its own then."""
    harm = harms[which]
    for other in (harms[which - 1] if which else None, harms[which + 1] if which + 1 < len(harms) else None):
        if other is None or other.outcome == harm.outcome:
            continue
        first, last = sorted((harm, other), key=lambda word: word.begin)
        between = [token.lemma for token in tokens[first.end : last.begin]]
        if between and set(between) <= {"and", "or", "/", "be", "even"} and _SHARING.intersection(between):
            return True
    return False


def _casualties(phrases: VictimPhrases, harm: HarmWord, floor: int) -> list[Casualty]:
    by: Span | None = None
    counted = is_number_of(phrases, harm)
    if counted:
        victims = counted_of(phrases, harm)
        by = agent_behind(phrases, harm)
    elif group := group_behind(phrases, harm):
        victims = group
    elif harm.form == "toll":
        victims = of_toll(phrases, harm)
    elif harm.form == "losing":
        victims = of_losing(phrases, harm)
    elif harm.form in {"noun", "lives", "body"}:
        victims = of_noun(phrases, harm)
    elif harm.form == "verb":
        victims, by = _of_verb(phrases, harm, floor)
    else:
        victims = victims_before(phrases, harm.begin, floor)
        victims += parts_behind(phrases, harm.end) if victims and harm.lemma != "among" else ()
    if harm.outcome == "captured":  # towns and guns are captured too
        named = any(row.people for row in victims)
        victims = tuple(
            row
            for row in victims
            if row.people
            or (row.words is None and (named or row.end <= harm.begin or is_of(phrases.tokens, harm.end)))
        )
    if harm.outcome == "displaced":  # fighters who flee are in retreat and not displaced
        victims = tuple(row for row in victims if row.status not in {"combatant", "attacker"})
    return [
        Casualty(harm.outcome, row.number, row.status, row.words, by, _scope(harm, row)) for row in victims
    ]


def _scope(harm: HarmWord, row: Victims) -> str:
    if harm.lemma == "among":
        return "part"
    return "cumulative" if harm.form == "toll" and row.scope == "total" else row.scope


def _of_verb(phrases: VictimPhrases, harm: HarmWord, floor: int) -> tuple[tuple[Victims, ...], Span | None]:
    """Read a harming verb's victims: its object, or its subject where it is passive or elliptical."""
    tokens = phrases.tokens
    by = agent_behind(phrases, harm)
    own = himself(phrases, harm)
    if own is not None:
        return (own, *phrases.listed(harm.end + 1)), by or agent_ahead(phrases, harm, floor)
    passive = _is_passive(tokens, harm.begin)
    if not passive:
        nominal = tokens[harm.begin].words.lower().endswith("ing") and is_of(tokens, harm.end)
        objects = phrases.listed(harm.end + nominal)
        if objects:
            whole = all(row.scope == "total" for row in objects)
            objects += parts_behind(phrases, objects[-1].end) if whole else ()
            return objects, by or agent_ahead(phrases, harm, floor)
    if tokens[harm.begin].words.lower() in {harm.lemma, harm.lemma + "s"} and harm.lemma != "hurt":
        return (), None
    subjects = victims_before(phrases, harm.begin, floor, adjacent=not passive)
    return subjects + (parts_behind(phrases, harm.end) if subjects else ()), by


def _is_passive(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a form of be, get or become governs the participle at `at`."""
    if tokens[at].words.lower().endswith("ing"):
        return False
    for token in reversed(tokens[max(0, at - 4) : at]):
        if token.lemma in _PASSIVE:
            return True
        if token.lemma not in words_for("helper") and not token.words.endswith("ly"):
            return False
    return False
