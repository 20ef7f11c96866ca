"""A claim together with what its words were resolved to: what merging compares."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records import Anchor, Claim, MentionKind, Modality, Place, Polarity, Precision, When

__all__ = ["DISPUTING", "OPEN", "Fact", "Party", "Where"]

OPEN = When(None, None, Precision.OPEN, Anchor.NONE)

DISPUTING = frozenset({"deny", "doubt", "dismiss"})
"""Speech acts by which a source stands against the content."""


@dataclass(frozen=True, slots=True)
class Party:
    """Who fills a role: a linked actor, or a person or group by its words alone (`actor_id` empty)."""

    role: str
    actor_id: str
    name: str
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class Where:
    """A linked place with UCDP's where precision (1 exact to 7 water or air)."""

    place: Place
    precision: int


@dataclass(frozen=True, slots=True)
class Fact:
    """One claim, resolved.

    `origin` is shared by copies of one report; `titled` claims stand in a title; `refers_to` is the
    claim before it in the text that "the attack", or figures without time and place, go back to.
    """

    claim: Claim
    document_id: str
    origin: str
    published: str
    parties: tuple[Party, ...]
    where: tuple[Where, ...]
    when: When
    titled: bool = False
    refers_to: str = ""

    @property
    def counts(self) -> bool:
        """Say whether the claim asserts that it is so, in the actual world, by a source that stands to it."""
        return self.claim.modality is Modality.ACTUAL and not self.against

    @property
    def against(self) -> bool:
        """Say whether the words, or a source, speak against the content."""
        return self.claim.polarity is Polarity.NEGATIVE or any(s.act in DISPUTING for s in self.claim.sources)
