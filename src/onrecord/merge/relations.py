"""Claims of relation and presence -> what holds between actors, and who is where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from onrecord.merge.build import join_intervals
from onrecord.merge.fact import Fact, Party
from onrecord.records import Kind, MentionKind, Presence, Relation, hash_id
from onrecord.vocabulary import rows

__all__ = ["build_presences", "build_relations"]

Pair = tuple[Party, str, Party]


def build_relations(facts: Iterable[Fact]) -> tuple[Relation, ...]:
    """Give one relation for each (subject, type, object) that a claim asserts; disputing claims mark it."""
    groups: dict[tuple[str, str, str], list[tuple[Pair, Fact]]] = defaultdict(list)
    for fact in facts:
        if fact.claim.kind is Kind.RELATION:
            for pair in _pairs(fact):
                groups[_key(pair[0]), pair[1], _key(pair[2])].append((pair, fact))
    built = (_relation(members) for members in groups.values())
    return tuple(sorted((r for r in built if r), key=lambda r: r.id))


def _key(party: Party) -> str:
    return party.actor_id or party.name.casefold()


def _pairs(fact: Fact) -> list[Pair]:
    """Give each named subject with each named object; generic people ("fighters") tie nobody to anybody."""
    named = [p for p in fact.parties if p.actor_id or p.kind is MentionKind.PERSON]
    subjects = [p for p in named if p.role == "subject"]
    objects = [p for p in named if p.role == "object"]
    pairs = [(s, fact.claim.type, o) for s in subjects for o in objects if _key(s) != _key(o)]
    if fact.claim.type in _symmetric():
        pairs = [(s, t, o) if _key(s) < _key(o) else (o, t, s) for s, t, o in pairs]
    return pairs


@cache
def _symmetric() -> frozenset[str]:
    return frozenset(row["type"] for row in rows("relation_types") if row["symmetric"] == "yes")


def _relation(members: Sequence[tuple[Pair, Fact]]) -> Relation | None:
    facts = sorted((fact for _, fact in members), key=lambda f: f.claim.id)
    asserted = [fact for fact in facts if fact.counts]
    if not asserted:
        return None
    subject, type_, object_ = min((pair for pair, _ in members), key=lambda p: (p[0].name, p[2].name))
    return Relation(
        id=hash_id("rel", _key(subject), type_, _key(object_)),
        subject_id=subject.actor_id,
        subject=subject.name,
        type=type_,
        object_id=object_.actor_id,
        object=object_.name,
        when=join_intervals([fact.when for fact in asserted]),
        claim_ids=tuple(dict.fromkeys(fact.claim.id for fact in facts)),
        origins=len({fact.origin for fact in asserted}),
        disputed=any(fact.against for fact in facts),
        scope="; ".join(sorted({w.place.name for fact in asserted for w in fact.where})),
    )


def build_presences(facts: Iterable[Fact]) -> tuple[Presence, ...]:
    """Give one presence for each (actor, area, degree, interval); intervals are kept apart, not joined.

    A presence of 2015 and one of 2017 do not say that it lasted in between.
    """
    groups: dict[tuple[str, ...], list[tuple[Party, Fact]]] = defaultdict(list)
    areas: dict[tuple[str, ...], tuple[str, str]] = {}
    for fact in facts:
        if fact.claim.kind is Kind.PRESENCE and fact.counts:
            for party in (p for p in fact.parties if p.actor_id):
                for where in fact.where:
                    when = fact.when
                    key = (
                        party.actor_id,
                        where.place.id,
                        fact.claim.type,
                        _parts(fact),
                        f"{when.earliest}/{when.latest}",
                    )
                    groups[key].append((party, fact))
                    areas[key] = (where.place.id, where.place.name)
    return tuple(_presence(key, areas[key], members) for key, members in sorted(groups.items()))


def _parts(fact: Fact) -> str:
    return dict(fact.claim.qualities).get("parts", "")


def _presence(key: tuple[str, ...], area: tuple[str, str], members: Sequence[tuple[Party, Fact]]) -> Presence:
    facts = [fact for _, fact in members]
    return Presence(
        id=hash_id("prs", *key),
        actor_id=key[0],
        actor=min(party.name for party, _ in members),
        place_id=area[0],
        place=area[1],
        degree=key[2],
        when=facts[0].when,
        claim_ids=tuple(sorted({fact.claim.id for fact in facts})),
        origins=len({fact.origin for fact in facts}),
        parts=key[3],
    )
