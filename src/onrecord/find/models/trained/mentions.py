"""Mentions from the heads for names: names as such, and phrases for armed actors, weapons and people."""

from __future__ import annotations

from onrecord.find.models.trained.passages import Ground
from onrecord.find.models.trained.reader import TrainedReader
from onrecord.find.models.trained.relations import names_in
from onrecord.find.sentence import span_of
from onrecord.records import Mention, MentionKind, Text, mention_id

__all__ = ["KINDS", "PHRASES", "mentions_in"]

KINDS = {
    "person": MentionKind.PERSON,
    "organisation": MentionKind.ACTOR,
    "place": MentionKind.PLACE,
    "time": MentionKind.TIME,
    "number": MentionKind.NUMBER,
}
"""Names: what a class of the head `names` is; `other` names no mention of ours."""

PHRASES = {
    "Organisation": MentionKind.GROUP,
    "Person": MentionKind.GROUP,
    "Weapon": MentionKind.THING,
    "MilitaryPlatform": MentionKind.THING,
    "Vehicle": MentionKind.THING,
}
"""Phrases without a name: what a class of the head `re3d` is where no name has its words."""


def mentions_in(reader: TrainedReader, text: Text, ground: Ground) -> tuple[Mention, ...]:
    """Give the mentions of a text, in its order; a phrase that a name's words fill gives way to the name."""
    found: dict[tuple[int, int], Mention] = {}
    for head, kinds in (("names", KINDS), ("re3d", PHRASES)):
        for name in names_in(reader, ground.words, head):
            at = (name.at.start, name.at.end)
            if name.type in kinds and at not in found and ground.sentence(*at):
                span = span_of(text, *at)
                found[at] = Mention(mention_id(kinds[name.type], span), kinds[name.type], span, span.words)
    return tuple(found[at] for at in sorted(found))
