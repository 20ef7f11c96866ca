"""A reading with its links and moments -> facts: each claim with who, where and when."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.merge.fact import OPEN, Fact, Party, Where
from onrecord.merge.reference import refer_back
from onrecord.records import (
    Claim,
    Kind,
    Link,
    Mention,
    Moment,
    Precision,
    Reading,
    Role,
    Span,
    Target,
    Text,
    When,
    Which,
)

__all__ = ["gather_facts", "sole_actor"]

_FORMER = frozenset({"former", "ex", "defected", "dissident", "anti"})


@dataclass(frozen=True, slots=True)
class Resolved:
    """A reading's mentions, sorted by where they start, with their links."""

    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]
    links: dict[str, Link]
    moments: dict[str, Moment]
    wheres: dict[str, Where]

    def within(self, span: Span) -> list[Mention]:
        """Give the mentions inside these words, longest first, so that those of exactly these words lead."""
        first, last = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        inside = [mention for mention in self.mentions[first:last] if mention.span.end <= span.end]
        return sorted(inside, key=lambda m: (m.span.start - m.span.end, m.span.start))


def gather_facts(
    reading: Reading,
    links: tuple[Link, ...],
    moments: tuple[Moment, ...],
    wheres: dict[str, Where],
    *,
    text: Text,
    origin: str,
) -> tuple[Fact, ...]:
    """Give a fact for each claim of a reading of `text`; `wheres` maps a mention to its linked place."""
    mentions = tuple(sorted(reading.mentions, key=lambda mention: mention.span.start))
    resolved = Resolved(
        mentions,
        tuple(mention.span.start for mention in mentions),
        {link.mention_id: link for link in links},
        {moment.mention_id: moment for moment in moments},
        wheres,
    )
    titles = [(p.start, p.end) for p in text.passages if p.role == "heading"]
    facts = [
        Fact(
            claim,
            text.document_id,
            origin,
            text.day,
            _parties(claim, resolved),
            _where(claim, resolved),
            _when(claim, resolved),
            any(start <= claim.evidence.start < end for start, end in titles),
        )
        for claim in reading.claims
    ]
    return refer_back(facts, text.content)


def _parties(claim: Claim, resolved: Resolved) -> tuple[Party, ...]:
    parties = (_party(role, resolved) for role in claim.roles if role.name != "place")
    return tuple(party for party in parties if party)


def _party(role: Role, resolved: Resolved) -> Party | None:
    """Give who fills a role: the one actor that its words name, else the words alone."""
    found = resolved.within(role.span)
    links = [(m, link) for m in found if (link := _actor_link(m, resolved))]
    whole = [link for m, link in links if m.span == role.span]
    link = sole_actor(role.span.words, whole or [link for _, link in links])
    if link:
        kind = next(m.kind for m in found if m.id == link.mention_id)
        return Party(role.name, link.target_id, link.name, kind)
    return Party(role.name, "", role.span.words, found[0].kind) if found else None


def sole_actor(words: str, links: Sequence[Link]) -> Link | None:
    """Give the link by which these words stand for one actor.

    "700 ISIS fighters" stand for the group that they are of. "Former Taliban commanders" do not, and
    words that name two actors are nobody's: None.
    """
    if len({link.target_id for link in links}) != 1 or _FORMER & set(words.casefold().split()):
        return None
    return links[0]


def _actor_link(mention: Mention, resolved: Resolved) -> Link | None:
    link = resolved.links.get(mention.id)
    return link if link and link.target is Target.ACTOR and link.target_id else None


def _where(claim: Claim, resolved: Resolved) -> tuple[Where, ...]:
    spans = [role.span for role in claim.roles if role.name == "place"]
    found = [
        resolved.wheres[m.id] for span in spans for m in resolved.within(span) if m.id in resolved.wheres
    ]
    return tuple(dict.fromkeys(found))


def _when(claim: Claim, resolved: Resolved) -> When:
    order = (Which.HAPPENED,) if claim.kind is Kind.EVENT else (Which.HAPPENED, Which.AS_OF)
    for which in order:
        for role in claim.times:
            if role.which is which:
                for mention in resolved.within(role.span):
                    moment = resolved.moments.get(mention.id)
                    if moment and moment.when.precision is not Precision.OPEN:
                        return moment.when
    return OPEN
