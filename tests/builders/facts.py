"""Facts made by hand for the tests of merging."""

from __future__ import annotations

from dataclasses import replace

from onrecord.merge.fact import OPEN, Fact, Party, Where
from onrecord.records import (
    Anchor,
    Casualty,
    Claim,
    Kind,
    MentionKind,
    Number,
    Place,
    Precision,
    Source,
    Span,
    SpeechAct,
    When,
    claim_id,
)

KABUL = Place(
    "geo:1138958", "Kabul", "settlement", "Afghanistan", ("Afghanistan", "Kabul", ""), 34.5, 69.2, 4_400_000
)
HERAT = Place(
    "geo:1140026", "Herat", "settlement", "Afghanistan", ("Afghanistan", "Herat", ""), 34.3, 62.2, 270_000
)
AFGHANISTAN = Place("iso:AF", "Afghanistan", "country", "Afghanistan", ("Afghanistan", "", ""))


def day(value: str) -> When:
    return When(value, value, Precision.DAY, Anchor.STATED, value)


def killed(low: float, high: float | None, scope: str = "total") -> Casualty:
    span = Span("t", 0, 2, str(int(low)))
    return Casualty("killed", Number(low, high, "exact" if low == high else "more_than", span), scope=scope)


def fact(
    name: str,
    *,
    kind: Kind = Kind.EVENT,
    type: str = "attack",  # noqa: A002 - the field's name
    place: Place | None = KABUL,
    when: When = OPEN,
    toll: tuple[Casualty, ...] = (),
    parties: tuple[Party, ...] = (),
    act: SpeechAct | None = None,
    origin: str = "",
    scale: str = "incident",
    published: str = "",
    **changes: object,
) -> Fact:
    """One claim in a text of its own; `name` is the text, so that facts of one name share a text."""
    offset = int(changes.pop("offset", 0))  # type: ignore[call-overload]
    evidence = Span(name, offset, offset + 5, "words")
    claim = Claim(
        claim_id(kind, evidence, ()), name, kind, type, evidence, "rules/test", casualties=toll, scale=scale
    )
    if act:
        claim = replace(claim, sources=(Source(None, act, None),))
    claim = replace(claim, **changes)  # type: ignore[arg-type]
    where = (Where(place, 1 if place.kind == "settlement" else 6),) if place else ()
    return Fact(claim, f"doc_{name}", origin or name, published, parties, where, when)


def party(role: str, actor_id: str, kind: MentionKind = MentionKind.ACTOR) -> Party:
    return Party(role, actor_id, actor_id.rpartition(":")[2], kind)
