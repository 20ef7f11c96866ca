"""The incidents of MUC-4 from what the engine of rules read: one for each event that it asks for, joined.

MUC-4 wants acts of violence against people and things that are no army: clashes are not asked for, nor
is what did not happen or what somebody only plans.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.answers import Incident, Question
from onrecord.find.answering.days import OPEN, days_of_all
from onrecord.find.answering.incidents_merge import joined
from onrecord.find.answering.incidents_parts import Parts
from onrecord.find.answering.incidents_terms import country_of, places_of, type_of
from onrecord.records import Claim, Kind, Modality, Polarity, Reading, Which

__all__ = ["incidents_of"]

_ARMIES = frozenset({"combatants"})
_DATELINE = 60


def incidents_of(question: Question, reading: Reading) -> tuple[Incident, ...]:
    """Give the incidents that a reading tells, in the terms of MUC-4 and in the order of the text."""
    scene = _Scene(
        question.day,
        Parts(question, reading),
        country_of(question.text[:_DATELINE]) or country_of(question.text),
    )
    told = (scene.incident(claim) for claim in reading.claims if _is_asked(claim))
    return joined(incident for incident in told if incident.parts)


def _is_asked(claim: Claim) -> bool:
    actual = claim.polarity is Polarity.POSITIVE and claim.modality is Modality.ACTUAL
    told = claim.kind is Kind.EVENT and actual and claim.target not in _ARMIES
    return told and bool(type_of(claim.type, claim.method))


@dataclass(frozen=True, slots=True)
class _Scene:
    """The day of a text, the parts in it, and the country where it plays as far as its words tell."""

    day: str
    parts: Parts
    country: str

    def incident(self, claim: Claim) -> Incident:
        """Make an incident of a claim; where no day is told, it lies before the day of the text."""
        times = (role.span.words for role in claim.times if role.which is Which.HAPPENED)
        earliest, latest = days_of_all(times, self.day)
        if (earliest, latest) == OPEN:
            latest = self.day
        return Incident(
            type=type_of(claim.type, claim.method),
            parts=tuple(self.parts.of(claim)),
            earliest=earliest,
            latest=latest,
            places=self._places(claim),
            score=claim.confidence,
        )

    def _places(self, claim: Claim) -> tuple[str, ...]:
        named = [self.parts.words(role.span) for role in claim.roles if role.name == "place"]
        return max(
            (places_of(name, self.country) for name in named), key=len, default=places_of("", self.country)
        )
