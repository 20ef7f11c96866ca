"""What a model gave -> values: quotes that stand in the text, terms of the vocabulary, nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.find.models.llm.kinds import kinds, terms
from onrecord.find.models.llm.refusal import Refusal
from onrecord.records import Casualty, Role, Source, Span, SpeechAct, TimeRole, Which

if TYPE_CHECKING:
    from onrecord.find.models.llm.ground import Ground
    from onrecord.find.models.llm.kinds import KindRow
    from onrecord.find.models.llm.quotes import Place, Stretch
    from onrecord.records import Number

__all__ = ["MOST", "Given", "Sift"]

MOST = {"claims": 100, "roles": 12, "times": 6, "casualties": 8, "sources": 4}
"""How many of each are looked at; the rest is refused and counted."""

Given = dict[str, object]


@dataclass(frozen=True, slots=True)
class Sift:
    """Takes values out of what was given for one stretch; what it refuses is counted by reason."""

    ground: Ground
    stretch: Stretch
    refused: Counter[str]

    def objects(self, given: object, name: str) -> Iterator[Given]:
        """Give the JSON objects of a list; null and nothing are an empty one."""
        if given is None:
            return
        if not isinstance(given, list):
            self.refuse(Refusal.WRONG_TYPE)
            return
        for _ in given[MOST[name] :]:
            self.refuse(Refusal.TOO_MANY)
        for item in given[: MOST[name]]:
            if isinstance(item, dict):
                yield item
            else:
                self.refuse(Refusal.WRONG_TYPE)

    def refuse(self, reason: Refusal) -> None:
        """Count a value that is not taken."""
        self.refused[reason] += 1

    def place(self, given: object, near: Place | None = None) -> Place | None:
        """Give where a quote stands, None where it is refused."""
        found = self.stretch.locate(given, near)
        if isinstance(found, Refusal):
            self.refuse(found)
            return None
        return found

    def maybe(self, given: object, near: Place) -> Span | None:
        """Give the span of a quote that may be left empty."""
        if given is None or given == "":
            return None
        found = self.place(given, near)
        return self.ground.span(found) if found else None

    def term(self, given: object, field: str) -> str:
        """Give a term of a closed set, "" where it is none."""
        if isinstance(given, str) and given in terms()[field]:
            return given
        self.refuse(Refusal.UNKNOWN_TERM if isinstance(given, str) else Refusal.WRONG_TYPE)
        return ""

    def kind(self, given: Given) -> tuple[KindRow, str] | None:
        """Give the kind and its type; a type of another kind is none."""
        row = kinds().get(self.term(given.get("kind"), "kind"))
        type_ = self.term(given.get("type"), "type") if row else ""
        if row and type_ and type_ not in row.types:
            self.refuse(Refusal.UNKNOWN_TERM)
        return (row, type_) if row and type_ in row.types else None

    def roles(self, given: Given, row: KindRow, near: Place) -> tuple[Role, ...]:
        """Give the roles that this kind has, each filled by words of the text."""
        found = []
        for item in self.objects(given.get("roles"), "roles"):
            name = self.term(item.get("name"), "name")
            if name and name not in row.roles:
                self.refuse(Refusal.UNKNOWN_TERM)
            elif name and (place := self.place(item.get("quote"), near)):
                found.append(Role(name, self.ground.span(place)))
        return tuple(dict.fromkeys(found))

    def times(self, given: Given, near: Place) -> tuple[TimeRole, ...]:
        """Give the times, each as the words by which it can be dated."""
        found = []
        for item in self.objects(given.get("times"), "times"):
            which = self.term(item.get("which"), "which")
            if which and (place := self.place(item.get("quote"), near)):
                found += [TimeRole(Which(which), m.span) for m in self.ground.times_at(place)]
        return tuple(dict.fromkeys(found))

    def casualties(self, given: Given, near: Place) -> tuple[Casualty, ...]:
        """Give the casualties whose count can be read from its words."""
        found = []
        for item in self.objects(given.get("casualties"), "casualties"):
            outcome = self.term(item.get("outcome"), "outcome")
            number = self.number(item.get("number"), near) if outcome else None
            if number:
                found.append(Casualty(outcome, number, victims=self.maybe(item.get("victims"), near)))
        return tuple(dict.fromkeys(found))

    def number(self, given: object, near: Place) -> Number | None:
        """Give the count that stands at a quote."""
        place = self.place(given, near)
        number = self.ground.number_at(place) if place else None
        if place and not number:
            self.refuse(Refusal.NO_NUMBER)
        return number

    def sources(self, given: Given, near: Place) -> tuple[Source, ...] | None:
        """Give who says so; None where a source was named and none of its words stand in the text.

        Without its source a claim would be the report's own, which is more than anybody said.
        """
        found = []
        for item in self.objects(given.get("sources"), "sources"):
            act = self.term(item.get("act"), "act")
            who, cue = self.maybe(item.get("who"), near), self.maybe(item.get("cue"), near)
            if not act or not (who or cue):
                return None
            found.append(Source(who, SpeechAct(act), cue))
        return tuple(dict.fromkeys(found))
