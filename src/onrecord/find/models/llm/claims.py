"""A claim as a model gave it -> a record, or nothing where evidence or what its kind needs is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.find.models.llm.kinds import NONE_STATED, violent
from onrecord.find.models.llm.refusal import Refusal
from onrecord.find.sifting import distinct, sifted
from onrecord.records import Claim, Kind, Modality, Polarity, claim_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.find.models.llm.kinds import KindRow
    from onrecord.find.models.llm.quotes import Place
    from onrecord.find.models.llm.sift import Given, Sift

__all__ = ["CONFIDENCE", "claims_in", "joined"]

CONFIDENCE = 0.4
"""The same low prior for every claim: a model's own numbers say nothing that was measured."""

_DEFAULTS = {"polarity": Polarity.POSITIVE, "modality": Modality.ACTUAL}


def claims_in(given: list[object], sift: Sift, by: str) -> Iterator[Claim]:
    """Give the claims that stand up, in the order in which they were given."""
    for item in sift.objects(given, "claims"):
        claim = _claim(item, sift, by)
        if claim:
            yield claim


def _claim(given: Given, sift: Sift, by: str) -> Claim | None:
    kind = sift.kind(given)
    stance = _stance(given, sift)
    if not kind or not stance:
        return None
    place = sift.place(given.get("evidence"))
    if not place:
        sift.refuse(Refusal.NO_EVIDENCE)
        return None
    return _filled(given, sift, kind, place, by=by, stance=stance)


def _stance(given: Given, sift: Sift) -> tuple[Polarity, Modality] | None:
    """Give polarity and modality; one that is no term leaves open what is claimed, so that nothing is."""
    found = [
        default if given.get(name) is None else sift.term(given[name], name)
        for name, default in _DEFAULTS.items()
    ]
    return (Polarity(found[0]), Modality(found[1])) if all(found) else None


def _filled(
    given: Given,
    sift: Sift,
    kind: tuple[KindRow, str],
    place: Place,
    *,
    by: str,
    stance: tuple[Polarity, Modality],
) -> Claim | None:
    row, type_ = kind
    roles, casualties = sift.roles(given, row, place), sift.casualties(given, place)
    number = sift.number(given.get("number"), place) if "number" in row.needs else None
    held = {role.name for role in roles} | {
        n for n, has in (("number", number), ("casualties", casualties)) if has
    }
    sources = sift.sources(given, place)
    if sources is None or not row.needs <= held:
        sift.refuse(Refusal.SOURCE_LOST if sources is None else Refusal.INCOMPLETE)
        return None
    evidence, unit = sift.ground.span(place), sift.maybe(given.get("unit"), place) if number else None
    facets = _facets(given, sift, row.kind, type_)
    return Claim(
        id=claim_id(row.kind, evidence, roles),
        text_id=evidence.text_id,
        kind=row.kind,
        type=type_,
        evidence=evidence,
        by=by,
        roles=roles,
        times=sift.times(given, place),
        casualties=casualties,
        quantity=number,
        unit=unit.words if unit else "",
        sources=sources,
        polarity=stance[0],
        modality=stance[1],
        method=facets[0],
        target=facets[1],
        scale=facets[2],
        confidence=CONFIDENCE,
    )


def _facets(given: Given, sift: Sift, kind: Kind, type_: str) -> tuple[str, str, str]:
    """Give method, target and scale as far as an event has them; whom it hit is left to its roles."""
    if kind is not Kind.EVENT:
        return "", "", ""
    if type_ not in violent():
        return "", "", "incident"
    stated = sift.term(given["method"], "method") if given.get("method") else ""
    return stated or NONE_STATED, NONE_STATED, "incident"


def joined(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Give the claims of all stretches in the order of the text; of twins that overlap the fuller stays."""
    kept: list[Claim] = []
    group: list[Claim] = []
    end = -1
    for claim in sorted(distinct(claims), key=lambda c: (c.evidence.start, c.evidence.end, c.id)):
        if claim.evidence.start >= end:
            kept += sifted(tuple(group))
            group = []
        group.append(claim)
        end = max(end, claim.evidence.end)
    return (*kept, *sifted(tuple(group)))
