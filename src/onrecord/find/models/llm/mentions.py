"""The mentions of a reading: what stands in the sentences of its claims, and each role's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.records import MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.find.models.llm.ground import Ground
    from onrecord.records import Claim, Mention, Span

__all__ = ["mentions_of"]

_KINDS = {
    "place": MentionKind.PLACE,
    "origin": MentionKind.PLACE,
    "instrument": MentionKind.THING,
    "thing": MentionKind.THING,
    "content": MentionKind.THING,
    "cause": MentionKind.THING,
}
"""What a role's words are where no table knows them; other roles are filled by people."""

_PRONOUNS = frozenset({"it", "they", "them", "he", "she", "him", "we", "us"})


def mentions_of(claims: tuple[Claim, ...], ground: Ground) -> tuple[Mention, ...]:
    """Give each mention once, in the order of the text."""
    found: dict[str, Mention] = {}
    kinds: dict[Span, MentionKind] = {}
    wanted = [pair for claim in claims for pair in _wanted(claim)]
    for span in [*(claim.evidence for claim in claims), *(span for span, _ in wanted)]:
        for mention in ground.names_over((span.start, span.end)):
            if mention.head.lower() not in _PRONOUNS:
                found[mention.id] = mention
                kinds[mention.span] = mention.kind
    for span, kind in wanted:
        own = _own(ground, span, kind, kinds.get(span))
        if own:
            found[own.id] = own
    return tuple(sorted(found.values(), key=lambda m: (m.span.start, m.span.end, m.kind)))


def _own(ground: Ground, span: Span, kind: MentionKind | None, known: MentionKind | None) -> Mention | None:
    """Give a mention of these very words where there is none; a country that is a party is an actor too."""
    place = span.start, span.end
    if known is None:
        return ground.named_at(place, kind)
    if known is MentionKind.PLACE and kind is None:
        return ground.named_at(place, MentionKind.ACTOR)
    return None


def _wanted(claim: Claim) -> Iterator[tuple[Span, MentionKind | None]]:
    """Give the words that name somebody, somewhere or some time in a claim."""
    yield from ((role.span, _KINDS.get(role.name)) for role in claim.roles)
    yield from ((time.span, MentionKind.TIME) for time in claim.times)
    yield from ((source.who, None) for source in claim.sources if source.who)
    yield from ((row.victims, MentionKind.GROUP) for row in claim.casualties if row.victims)
