"""One value by its id: what it is, the claims it rests on, and who says so."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from onrecord.errors import InputError
from onrecord.records import MentionKind
from onrecord.show.lines import event_line, place_line, plain, presence_line, relation_line
from onrecord.show.names import event_title, presence_title, relation_title
from onrecord.show.shapes import claim_line
from onrecord.show.values import mention_value
from onrecord.store import Filter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from onrecord.records import Span
    from onrecord.store import ClaimRow, Store

__all__ = ["Detail", "NotHereError", "decisions_on", "find_detail", "kind_of", "what_was_seen"]

MOST_CLAIMS = 500


class NotHereError(InputError):
    """Nothing in this record has that id."""


@dataclass(frozen=True, slots=True)
class Detail:
    """A value in its JSON form, with its claims as the store gives them.

    `span` are the words of a claim or a mention.
    """

    what: str
    id: str
    title: str
    value: dict[str, Any]
    rows: tuple[ClaimRow, ...]
    span: Span | None = None


def find_detail(store: Store, id_: str) -> Detail:
    """Give the value with this id, whatever kind it is; persons have none of their own."""
    for look in LOOKS:
        found = look(store, id_)
        if found is not None:
            return found
    raise NotHereError(f"{id_}: nothing in this record has this id; onrecord list shows the ids there are")


def kind_of(detail: Detail) -> str:
    """Give the singular that a judgement names its target by."""
    if detail.what == "mentions":
        return "moment" if detail.value["kind"] == MentionKind.TIME else "link"
    return {"places": "place", "presence": "presence"}.get(detail.what, detail.what.removesuffix("s"))


def decisions_on(store: Store, id_: str) -> tuple[dict[str, Any], ...]:
    """Give what people decided on a value and nobody has undone, oldest first."""
    return tuple(plain(judgement) for judgement in store.standing() if judgement.target_id == id_)


def what_was_seen(detail: Detail) -> tuple[Span | None, str]:
    """Give the words and the value, as JSON, that a person who judges has before them."""
    return detail.span, json.dumps(detail.value, ensure_ascii=False, sort_keys=True)


def _claims(store: Store, ids: Sequence[str]) -> tuple[ClaimRow, ...]:
    return store.these_claims(ids[:MOST_CLAIMS])


def _claim(store: Store, id_: str) -> Detail | None:
    row = store.claim(id_)
    if row is None:
        return None
    return Detail("claims", id_, row.claim.evidence.words, claim_line(row), (row,), row.claim.evidence)


def _event(store: Store, id_: str) -> Detail | None:
    event = store.event(id_)
    if event is None:
        return None
    return Detail("events", event.id, event_title(event), event_line(event), _claims(store, event.claim_ids))


def _document(store: Store, id_: str) -> Detail | None:
    document = store.document(id_)
    if document is None:
        return None
    rows = tuple(store.claims(Filter(document=id_, limit=MOST_CLAIMS)))
    value = plain(document)
    return Detail("documents", id_, document.name, value, rows)


def _actor(store: Store, id_: str) -> Detail | None:
    actor = store.actor(id_)
    if actor is None:
        return None
    if actor.kind == "person":
        raise NotHereError(
            f"{id_}: persons are not given pages; read what is said of them in the claims themselves"
        )
    rows = tuple(store.claims(Filter(actor=id_, limit=MOST_CLAIMS)))
    return Detail("actors", id_, actor.name, plain(actor), rows)


def _place(store: Store, id_: str) -> Detail | None:
    place = store.place(id_)
    if place is None:
        return None
    rows = tuple(store.claims(Filter(place=id_, limit=MOST_CLAIMS)))
    return Detail("places", id_, place.name, place_line(place), rows)


def _relation(store: Store, id_: str) -> Detail | None:
    found = store.relation(id_)
    if found is None:
        return None
    title, claims = relation_title(found), _claims(store, found.claim_ids)
    return Detail("relations", id_, title, relation_line(found), claims)


def _presence(store: Store, id_: str) -> Detail | None:
    found = store.one_presence(id_)
    if found is None:
        return None
    title, claims = presence_title(found), _claims(store, found.claim_ids)
    return Detail("presence", id_, title, presence_line(found), claims)


def _mention(store: Store, id_: str) -> Detail | None:
    found = store.mention(id_)
    if found is None:
        return None
    mention = found.mention
    value = mention_value(store, mention, found.link, found.moment)
    line = {"kind": str(mention.kind), "document": found.document_id, **(plain(value) if value else {})}
    rows = store.claims(Filter(document=found.document_id))
    holding = (row for row in rows if any(one.id == id_ for one in row.mentions.values()))
    return Detail("mentions", id_, mention.span.words, line, tuple(holding), mention.span)


LOOKS: tuple[Callable[[Store, str], Detail | None], ...] = (
    _claim, _event, _document, _actor, _place, _relation, _presence, _mention,
)  # fmt: skip
