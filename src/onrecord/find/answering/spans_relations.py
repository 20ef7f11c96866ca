"""Relations in re3d's scheme from the claims of a reading, by vocabulary/re3d_relations.csv."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from onrecord.answers import Name, Related, Stretch
from onrecord.find.answering.spans_names import names_of
from onrecord.records import Modality, Polarity
from onrecord.vocabulary import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.answers import Question
    from onrecord.records import Claim, Reading
    from onrecord.vocabulary import Row

__all__ = ["relations_of"]

_VIOLENT = frozenset(row["act"] for row in rows("act_types") if row["violent"] == "yes")


def relations_of(question: Question, reading: Reading) -> tuple[Related, ...]:
    """Give what the claims say of the question's names, or else of those that the reading finds.

    A role is the name with which it shares most; roles that share nothing with a name are left out.
    """
    names = question.names or names_of(question, reading)
    found = dict.fromkeys(tie for claim in reading.claims if _holds(claim) for tie in _ties(claim, names))
    return (*found, *(tie for tie in _bracketed(question.text, names) if tie not in found))


def _holds(claim: Claim) -> bool:
    return claim.polarity is Polarity.POSITIVE and claim.modality is Modality.ACTUAL


def _ties(claim: Claim, names: tuple[Name, ...]) -> Iterator[Related]:
    for row in rows("re3d_relations"):
        if row["kind"] == claim.kind and _fits(row["type"], claim.type):
            ends = (_fillers(claim, row, end, names) for end in ("source", "target"))
            for one, other in product(*ends):
                if one != other:
                    first, last = sorted((one, other)) if row["symmetric"] == "yes" else (one, other)
                    yield Related(row["relation"], first, last, claim.confidence)


def _fits(asked: str, told: str) -> bool:
    return asked == "*" or told in asked.split("|") or (asked == "violent" and told in _VIOLENT)


def _fillers(claim: Claim, row: Row, end: str, names: tuple[Name, ...]) -> list[Stretch]:
    spans = [role.span for role in claim.roles if role.name in row[end].split("|")]
    named = (_nearest(Stretch(span.start, span.end), names) for span in spans)
    return list(dict.fromkeys(at for at in named if at))


def _nearest(at: Stretch, names: tuple[Name, ...]) -> Stretch | None:
    """Give the name that shares most with these words, of equal ones the shortest."""
    shares = [(min(at.end, n.at.end) - max(at.start, n.at.start), n.at.start - n.at.end, n.at) for n in names]
    best = max((share for share in shares if share[0] > 0), default=None)
    return best[2] if best else None


def _bracketed(text: str, names: tuple[Name, ...]) -> Iterator[Related]:
    """Give names of one type of which one stands in brackets behind the other: another name for it."""
    opened = {name.at.start: name for name in names if text[name.at.end : name.at.end + 1] == ")"}
    for name in names:
        other = opened.get(name.at.end + len(" ("))
        if other and other.type == name.type and text[name.at.end : other.at.start] == " (":
            yield Related("IsSynonymOf", name.at, other.at)
