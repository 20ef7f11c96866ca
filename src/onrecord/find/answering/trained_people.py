"""People without a name whom a text says to be harmed: fillers of MUC-4 with their number and effect.

Source: MUC-4 template documentation part 1, sections 7.19 and 7.22 to 7.24 (1992): a victim is described
where the text has no name for it, a number is given for each description.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from onrecord.answers import Entity
from onrecord.find.answering.incidents_terms import effect_of
from onrecord.find.answering.trained_effects import told_at
from onrecord.find.sentence import Sentence
from onrecord.find.values.casualties import find_casualties
from onrecord.records import Casualty
from onrecord.vocabulary import rows

__all__ = ["Described", "described"]

ARMED = frozenset({"combatant", "attacker"})
"""Who is hit and no victim of an incident in the sense of MUC-4, unless it guards somebody."""
HARMED = frozenset({"killed", "injured", "abducted"})
_ONE, _SEVERAL = (1.0, 1.0), (2.0, None)


class Described(NamedTuple):
    """A victim without a name and where in the text it stands."""

    start: int
    entity: Entity


def described(sentences: Iterable[Sentence]) -> Iterator[Described]:
    """Give the unarmed people and the guards without a name who are said to be harmed, once each."""
    known: set[tuple[str, str]] = set()
    for sentence in sentences:
        counted = [found for row in find_casualties(sentence, ()) if (found := _of(row))]
        kin = [one for one in _kin(sentence) if not any(_holds(other, one) for other in counted)]
        for found in (*counted, *kin):
            key = found.entity.mentions[0].lower(), found.entity.effect
            if key not in known:
                known.add(key)
                yield found


def _of(row: Casualty) -> Described | None:
    if not row.victims or row.outcome not in HARMED or row.number.high == 0 or _is_left_out(row):
        return None
    words = " ".join(row.victims.words.split())
    numbers = row.number.low, row.number.high
    return Described(row.victims.start, Entity((words,), numbers, effect_of(row.outcome)))


def _is_left_out(row: Casualty) -> bool:
    """Tell whether the words name fighters, nobody, or people too vaguely to be counted apart."""
    head = row.victims.words.lower().split()[-1] if row.victims else ""
    if row.status in ARMED:
        return head not in _nouns("guard") and head.removesuffix("s") not in _nouns("guard")
    return head in _nouns("nobody") or (row.number.high is None and head in _nouns("anyone"))


def _kin(sentence: Sentence) -> Iterator[Described]:
    """Give the relatives, drivers and guards of somebody in a sentence that says what became of them."""
    for match in _relative().finditer(sentence.text.content[sentence.start : sentence.end]):
        start, noun = sentence.start + match.start("noun"), match["noun"]
        if effect := told_at(sentence, start):
            numbers = _SEVERAL if noun.lower().endswith(("s", "ren", "men")) else _ONE
            yield Described(start, Entity((noun,), numbers, effect))


def _holds(other: Described, one: Described) -> bool:
    return other.start <= one.start < other.start + len(other.entity.mentions[0]) + 1


@cache
def _nouns(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("muc_people") if row["kind"] == kind)


@cache
def _relative() -> re.Pattern[str]:
    nouns = "|".join(sorted(_nouns("kin") | _nouns("guard"), key=len, reverse=True))
    return re.compile(
        rf"\b(?:his|her|their|its|a|an|the|and|'s|s')\s{{1,20}}(?:\S{{1,20}}\s{{1,20}})?(?P<noun>(?:{nouns})(?:s|ren)?)\b",
        re.IGNORECASE,
    )
