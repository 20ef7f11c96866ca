"""The parts of an incident from one claim: who did it, with what, and what and whom it hit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.answers import Entity, Question
from onrecord.find.answering.incidents_terms import ORGANISATION, PERSON, effect_of, instruments_in
from onrecord.records import Casualty, Claim, MentionKind, Reading, Span, SpeechAct

__all__ = ["Part", "Parts"]

_PRONOUNS = frozenset(
    {"it", "they", "them", "he", "she", "him", "her", "we", "us", "i", "who", "which", "that"}
)
_PEOPLE = frozenset({MentionKind.PERSON, MentionKind.GROUP})
Part = tuple[str, Entity]


@dataclass(frozen=True, slots=True)
class Parts:
    """Finds parts in a text with its reading; words are given as the text has them, without an article."""

    question: Question
    reading: Reading

    def of(self, claim: Claim) -> Iterator[Part]:
        """Give the parts that a claim fills, as they come."""
        for role in claim.roles:
            if role.name == "agent":
                yield from self._perpetrators(role.span, _confidence(claim))
            elif role.name == "instrument":
                yield from self._plain("instrument", role.span)
            elif role.name in ("target", "victim"):
                yield from self._hit(role.span, people=role.name == "victim")
        if not any(role.name == "instrument" for role in claim.roles):
            yield from self._armed_with(claim)
        for row in claim.casualties:
            yield from self._harmed(row, _confidence(claim))

    def _harmed(self, row: Casualty, confidence: str) -> Iterator[Part]:
        if row.inflicted_by:
            yield from self._perpetrators(row.inflicted_by, confidence)
        if row.victims and row.number.high != 0 and (words := self.words(row.victims)):
            name = self._name(row.victims)
            numbers = row.number.low, row.number.high
            yield "victim", Entity((name or words,), numbers, effect_of(row.outcome), name=bool(name))

    def _perpetrators(self, span: Span, confidence: str) -> Iterator[Part]:
        """Give an organisation by its name, people without a name, and both of "FMLN rebels"."""
        if not (words := self.words(span)):
            return
        actors = [m.span for m in self.reading.mentions if m.kind is MentionKind.ACTOR]
        inner = [actor for actor in actors if span.start <= actor.start and actor.end <= span.end]
        whole = any(self.words(actor) == words for actor in inner)
        if not whole:
            yield PERSON, Entity((words,), name=MentionKind.PERSON in self._kinds(span))
        for actor in inner or [actor for actor in actors if self._is_before(actor, span)]:
            yield ORGANISATION, Entity((self.words(actor),), confidence=confidence, name=True)

    def _is_before(self, actor: Span, span: Span) -> bool:
        return actor.end <= span.start and not self.question.text[actor.end : span.start].strip()

    def _hit(self, span: Span, *, people: bool) -> Iterator[Part]:
        """Give a victim where people were hit, else a thing."""
        if not (words := self.words(span)):
            return
        if people or self._kinds(span) & _PEOPLE:
            name = self._name(span)
            yield "victim", Entity((name or words,), (1, 1) if name else (None, None), name=bool(name))
        else:
            yield "target", Entity((words,))

    def _plain(self, part: str, span: Span) -> Iterator[Part]:
        if words := self.words(span):
            yield part, Entity((words,))

    def words(self, span: Span) -> str:
        """Give the words of a span, "" for a pronoun."""
        words = self.question.text[span.start : span.end].split()
        while words and words[0].lower() in ("the", "a", "an"):
            words = words[1:]
        return "" if len(words) == 1 and words[0].lower() in _PRONOUNS else " ".join(words)

    def _kinds(self, span: Span) -> set[MentionKind]:
        return {m.kind for m in self.reading.mentions if m.span.start < span.end and span.start < m.span.end}

    def _name(self, span: Span) -> str:
        """Give the name of the person that the words tell of, without a title; "" where none is named."""
        told = (m for m in self.reading.mentions if m.kind is MentionKind.PERSON)
        heads = (m.head for m in told if m.span.start < span.end and span.start < m.span.end)
        return " ".join(next(heads, "").split())

    def _armed_with(self, claim: Claim) -> Iterator[Part]:
        """Give the weapons that the words of a claim hold where the reading names no instrument."""
        words = " ".join(claim.evidence.words.split())
        yield from (("instrument", Entity((weapon,))) for weapon in instruments_in(words))


def _confidence(claim: Claim) -> str:
    told = any(source.act is SpeechAct.CLAIM for source in claim.sources)
    return "SUSPECTED OR ACCUSED" if told else "REPORTED AS FACT"
