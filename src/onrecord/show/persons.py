"""Natural persons stay out of what leaves the record: their names are withheld."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.records import MentionKind

if TYPE_CHECKING:
    from onrecord.records import Event
    from onrecord.store import Store

__all__ = ["WITHHELD", "Persons"]

WITHHELD = "withheld person"


class Persons:
    """Who is a person, asked of a store and remembered."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kinds: dict[str, str] = {}
        self._named: dict[str, frozenset[str]] = {}

    def kind(self, actor_id: str) -> str:
        """Give an actor's kind; empty without one."""
        if actor_id and actor_id not in self._kinds:
            actor = self._store.actor(actor_id)
            self._kinds[actor_id] = actor.kind if actor else ""
        return self._kinds.get(actor_id, "")

    def public_name(self, event: Event, side: tuple[str, str, str]) -> str:
        """Give a side's name, or WITHHELD where the words name a person or nobody knows whom they name."""
        _, actor_id, name = side
        if actor_id:
            return WITHHELD if self.kind(actor_id) in ("person", "") else name
        claims = [row.claim for id_ in event.claim_ids if (row := self._store.claim(id_))]
        if not claims or any(self._holds_person(claim.text_id, name) for claim in claims):
            return WITHHELD
        return name

    def _holds_person(self, text_id: str, name: str) -> bool:
        return any(person in name or name in person for person in self._persons(text_id))

    def _persons(self, text_id: str) -> frozenset[str]:
        if text_id not in self._named:
            reading = self._store.chosen_reading(text_id)
            mentions = reading.mentions if reading else ()
            heads = (m.head for m in mentions if m.kind is MentionKind.PERSON)
            self._named[text_id] = frozenset(head for head in heads if head)
        return self._named[text_id]
