"""Who stands on a side, for what leaves the record: actors by name, persons withheld."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.records import MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.records import Event, Mention
    from onrecord.store import Store

__all__ = ["WITHHELD", "Persons"]

WITHHELD = "withheld person"

PRONOUNS = frozenset({"he", "her", "him", "it", "its", "she", "them", "they", "this", "who", "which"})
"""Words that name nobody outside their sentence."""


class Persons:
    """Who is a person, asked of a store and remembered."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kinds: dict[str, str] = {}
        self._texts: dict[str, tuple[str, ...]] = {}  # of the event that is written
        self._mentions: dict[str, tuple[Mention, ...]] = {}

    def kind(self, actor_id: str) -> str:
        """Give an actor's kind; empty without one."""
        if actor_id and actor_id not in self._kinds:
            actor = self._store.actor(actor_id)
            self._kinds[actor_id] = actor.kind if actor else ""
        return self._kinds.get(actor_id, "")

    def public_name(self, event: Event, side: tuple[str, str, str]) -> str:
        """Give a side's name; WITHHELD for a person or where nobody knows who that is; "" for a thing."""
        _, actor_id, name = side
        if actor_id:
            return WITHHELD if self.kind(actor_id) in ("person", "") else name
        if name.casefold() in PRONOUNS:
            return ""
        kinds = self._kinds_of(event, name)
        if not kinds or MentionKind.PERSON in kinds:
            return WITHHELD
        return name if kinds & {MentionKind.ACTOR, MentionKind.GROUP} else ""

    def _kinds_of(self, event: Event, name: str) -> frozenset[MentionKind]:
        """Give what the words name in the texts of the event's claims: a person anywhere in them counts."""
        mentions = [mention for text_id in self._texts_of(event) for mention in self._read(text_id)]
        exact = {mention.kind for mention in mentions if name in (mention.span.words, mention.head)}
        return frozenset({*(exact or _inside(mentions, name)), *_persons(mentions, name)})

    def _texts_of(self, event: Event) -> tuple[str, ...]:
        if event.id not in self._texts:
            rows = self._store.these_claims(event.claim_ids)
            self._texts = {event.id: tuple(dict.fromkeys(row.claim.text_id for row in rows))}
        return self._texts[event.id]

    def _read(self, text_id: str) -> tuple[Mention, ...]:
        if text_id not in self._mentions:
            reading = self._store.chosen_reading(text_id)
            self._mentions[text_id] = reading.mentions if reading else ()
        return self._mentions[text_id]


def _inside(mentions: Iterable[Mention], name: str) -> set[MentionKind]:
    return {mention.kind for mention in mentions if mention.span.words in name}


def _persons(mentions: Iterable[Mention], name: str) -> set[MentionKind]:
    persons = (m for m in mentions if m.kind is MentionKind.PERSON and m.head)
    return {m.kind for m in persons if m.head in name or name in m.head}
