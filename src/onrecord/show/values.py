"""Every value that a claim's words were resolved to: words, reading, what else was weighed, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.records import MentionKind, Target
from onrecord.resolve.edtf import edtf_of
from onrecord.resolve.precision import precision
from onrecord.show.counts import Value, Weighed, counts_of
from onrecord.show.names import country_name
from onrecord.show.when import is_open, when_words

if TYPE_CHECKING:
    from onrecord.records import Link, Mention, Moment, Place
    from onrecord.store import ClaimRow, Store

__all__ = ["STEPS", "mention_value", "values_of"]

STEPS = {
    1: "the place itself",
    2: "near this place",
    3: "known to the district",
    4: "known to the province",
    5: "known to a region or a part of the country",
    6: "known to the country",
    7: "at sea, in the air, or a region of several countries",
}
"""UCDP's steps of where a thing happened."""

ANCHORS = {
    "stated": "nothing: it is stated in full",
    "publication": "the day of publication",
    "dateline": "the dateline",
    "text": "a date before it in the text",
    "none": "nothing",
}
"""What a date was counted from, in words."""

BY_PERSON = "judgement "
UNNAMED = {
    MentionKind.GROUP: "people without a name, and the text does not tell whom: the words stand alone",
    MentionKind.PERSON: "persons are not looked up: the words stand for themselves",
    MentionKind.TIME: "not dated",
}
"""Why the words of a mention were led nowhere, by its kind; other kinds are no values."""


def values_of(store: Store, row: ClaimRow) -> tuple[Value, ...]:
    """Give the values of one claim: names, places and times in the order of the words, then its counts."""
    found = [_mention(store, row, at) for at in sorted(row.mentions)]
    return (*filter(None, found), *counts_of(row))


def mention_value(store: Store, mention: Mention, link: Link | None, moment: Moment | None) -> Value | None:
    """Give what one mention was read as; None for numbers and things, which are no values by themselves."""
    if moment is not None:
        return _time(mention, moment)
    if link is not None:
        return _linked(store, mention, link)
    why = UNNAMED.get(mention.kind)
    return _value(mention, str(mention.kind), "open", why=why) if why else None


def _mention(store: Store, row: ClaimRow, at: tuple[int, int]) -> Value | None:
    mention, link, moment = row.mentions[at], row.links.get(at), row.moments.get(at)
    if link is None and moment is None and _names_inside(row, at):
        return None
    return mention_value(store, mention, link, moment)


def _names_inside(row: ClaimRow, at: tuple[int, int]) -> bool:
    """Say whether words without a link hold a name that has one: the name speaks for them."""
    return any(at[0] <= start and end <= at[1] for start, end in row.links)


def _value(  # noqa: PLR0913 - the parts of a value
    mention: Mention,
    what: str,
    reading: str,
    *,
    why: str,
    target_id: str = "",
    score: float | None = None,
    by: str = "",
    details: tuple[tuple[str, str], ...] = (),
    weighed: tuple[Weighed, ...] = (),
) -> Value:
    span = mention.span
    decided = by if by.startswith(BY_PERSON) else ""
    return Value(
        what, mention.id, span.words, span.start, span.end, reading, target_id, score, why, details,
        weighed, decided,
    )  # fmt: skip


def _linked(store: Store, mention: Mention, link: Link) -> Value:
    place = store.place(link.target_id) if link.target is Target.PLACE and link.target_id else None
    return _value(
        mention,
        str(link.target),
        link.name if link.target_id else "open",
        why=link.why,
        target_id=link.target_id,
        score=link.score,
        by=link.by,
        details=_where(place, mention, store) if place else (),
        weighed=tuple(Weighed(o.name, o.target_id, o.score, o.why) for o in link.alternatives),
    )


def _where(place: Place, mention: Mention, store: Store) -> tuple[tuple[str, str], ...]:
    before = store.text(mention.span.text_id).content[: mention.span.start]
    step = precision(place, mention.span.words, before)
    country, first, second = place.admin
    parts = (second, first, country or country_name(place.country))
    within = ", ".join(dict.fromkeys(part for part in parts if part and part != place.name))
    return (
        ("kind", place.kind),
        *((("within", within),) if within else ()),
        ("precision", f"{step} of UCDP's seven steps: {STEPS[step]}"),
    )


def _time(mention: Mention, moment: Moment) -> Value:
    when = moment.when
    details = (
        ("precision", str(when.precision)),
        ("counted from", ANCHORS[str(when.anchor)]),
        *(() if is_open(when) else (("EDTF", edtf_of(when)),)),
    )
    return _value(mention, "time", when_words(when), why=moment.why, by=moment.by, details=details)
