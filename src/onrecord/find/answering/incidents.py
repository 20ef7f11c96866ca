"""The incidents of MUC-4 from what the engine of rules read: one for each event that it asks for, joined.

MUC-4 wants acts of violence against people and things that are no army: clashes are not asked for, nor
is what did not happen or what somebody only plans.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.answers import Entity, Incident, Question
from onrecord.find.answering.days import OPEN, days_of_all
from onrecord.find.answering.incidents_merge import joined
from onrecord.find.answering.incidents_terms import (
    ORGANISATION,
    PERSON,
    country_of,
    effect_of,
    places_of,
    type_of,
)
from onrecord.records import (
    Claim,
    Kind,
    Mention,
    MentionKind,
    Modality,
    Polarity,
    Reading,
    Span,
    SpeechAct,
    Which,
)

__all__ = ["incidents_of"]

_PRONOUNS = frozenset(
    {"it", "they", "them", "he", "she", "him", "her", "we", "us", "i", "who", "which", "that"}
)
_PEOPLE = frozenset({MentionKind.PERSON, MentionKind.GROUP})
_DATELINE = 60
Part = tuple[str, Entity]


def incidents_of(question: Question, reading: Reading) -> tuple[Incident, ...]:
    """Give the incidents that a reading tells, in the terms of MUC-4 and in the order of the text."""
    scene = _Scene(question, reading, country_of(question.text[:_DATELINE]) or country_of(question.text))
    told = (scene.incident(claim) for claim in reading.claims if _is_asked(claim))
    return joined(incident for incident in told if incident and incident.parts)


def _is_asked(claim: Claim) -> bool:
    actual = claim.polarity is Polarity.POSITIVE and claim.modality is Modality.ACTUAL
    return claim.kind is Kind.EVENT and actual and bool(type_of(claim.type, claim.method))


@dataclass(frozen=True, slots=True)
class _Scene:
    """A text with its reading, and the country where it plays as far as its words tell."""

    question: Question
    reading: Reading
    country: str

    def incident(self, claim: Claim) -> Incident | None:
        """Make an incident of a claim; where no day is told, it lies before the day of the text."""
        times = (role.span.words for role in claim.times if role.which is Which.HAPPENED)
        day = self.question.day
        earliest, latest = days_of_all(times, day)
        if (earliest, latest) == OPEN:
            latest = day
        return Incident(
            type=type_of(claim.type, claim.method),
            parts=tuple(self._parts(claim)),
            earliest=earliest,
            latest=latest,
            places=self._places(claim),
            score=claim.confidence,
        )

    def _parts(self, claim: Claim) -> Iterator[Part]:
        for role in claim.roles:
            if role.name == "agent":
                yield from self._perpetrators(role.span, _confidence(claim))
            elif role.name == "instrument":
                yield from self._plain("instrument", role.span)
            elif role.name in ("target", "victim"):
                yield from self._hit(role.span, people=role.name == "victim")
        for row in claim.casualties:
            if row.inflicted_by:
                yield from self._perpetrators(row.inflicted_by, _confidence(claim))
            if row.victims and row.number.high != 0 and (words := self._words(row.victims)):
                numbers = row.number.low, row.number.high
                named = self._kinds(row.victims) & {MentionKind.PERSON}
                yield "victim", Entity((words,), numbers, effect_of(row.outcome), name=bool(named))

    def _perpetrators(self, span: Span, confidence: str) -> Iterator[Part]:
        """Give an organisation by its name, people without a name, and both of "FMLN rebels"."""
        if not (words := self._words(span)):
            return
        if MentionKind.ACTOR in self._kinds(span):
            yield ORGANISATION, Entity((words,), confidence=confidence, name=True)
            return
        yield PERSON, Entity((words,), name=MentionKind.PERSON in self._kinds(span))
        for mention in self._before(span):
            yield ORGANISATION, Entity((self._words(mention.span),), confidence=confidence, name=True)

    def _hit(self, span: Span, *, people: bool) -> Iterator[Part]:
        """Give a victim where people were hit, else a thing."""
        if not (words := self._words(span)):
            return
        kinds = self._kinds(span)
        if people or kinds & _PEOPLE:
            named = MentionKind.PERSON in kinds
            yield "victim", Entity((words,), (1, 1) if named else (None, None), name=named)
        else:
            yield "target", Entity((words,))

    def _plain(self, part: str, span: Span) -> Iterator[Part]:
        if words := self._words(span):
            yield part, Entity((words,))

    def _words(self, span: Span) -> str:
        words = self.question.text[span.start : span.end].split()
        while words and words[0].lower() in ("the", "a", "an"):
            words = words[1:]
        return "" if len(words) == 1 and words[0].lower() in _PRONOUNS else " ".join(words)

    def _kinds(self, span: Span) -> set[MentionKind]:
        return {m.kind for m in self.reading.mentions if m.span.start < span.end and span.start < m.span.end}

    def _before(self, span: Span) -> Iterator[Mention]:
        """Give the actor whose name stands right before the words."""
        for mention in self.reading.mentions:
            between = self.question.text[mention.span.end : span.start]
            if mention.kind is MentionKind.ACTOR and mention.span.end <= span.start and not between.strip():
                yield mention

    def _places(self, claim: Claim) -> tuple[str, ...]:
        named = [self._words(role.span) for role in claim.roles if role.name == "place"]
        return max(
            (places_of(name, self.country) for name in named), key=len, default=places_of("", self.country)
        )


def _confidence(claim: Claim) -> str:
    told = any(source.act is SpeechAct.CLAIM for source in claim.sources)
    return "SUSPECTED OR ACCUSED" if told else "REPORTED AS FACT"
