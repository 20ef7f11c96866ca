"""Relation claims from the relation head, where both ends are of the types that the table asks for."""

from __future__ import annotations

from onrecord.answers import Name, Related
from onrecord.find.models.trained.calibrate import calibrated
from onrecord.find.models.trained.passages import Ground
from onrecord.find.models.trained.reader import TrainedReader
from onrecord.find.models.trained.relations import names_in, relations_between
from onrecord.find.sentence import span_of
from onrecord.records import Claim, Kind, Role, Text, claim_id
from onrecord.vocabulary import rows

__all__ = ["relation_claims"]

LONGEST = 40
"""Words of evidence at most, as for the rules."""


def relation_claims(reader: TrainedReader, text: Text, ground: Ground, by: str) -> tuple[Claim, ...]:
    """Give the relations that a text states between organisations, or between a person and one they lead."""
    names = names_in(reader, ground.words)
    types = {name.at: name for name in names}
    found = (
        _claim(reader, text, ground, by, related, types)
        for related in relations_between(reader, ground.words, names)
    )
    return tuple({claim.id: claim for claim in found if claim}.values())


def _claim(
    reader: TrainedReader, text: Text, ground: Ground, by: str, related: Related, types: dict[object, Name]
) -> Claim | None:
    ends = types[related.subject], types[related.object]
    row = next((r for r in rows("trained_relations") if _fits(r, related, ends)), None)
    start = min(related.subject.start, related.object.start)
    end = max(related.subject.end, related.object.end)
    if row is None or not ground.english(start, end) or len(text.content[start:end].split()) > LONGEST:
        return None
    one, other = (ends[1], ends[0]) if row["turned"] == "yes" else ends
    roles = (
        Role("subject", span_of(text, one.at.start, one.at.end)),
        Role("object", span_of(text, other.at.start, other.at.end)),
    )
    evidence = span_of(text, start, end)
    sure = calibrated(reader, "relation", related.score)
    return Claim(
        claim_id(Kind.RELATION, evidence, roles),
        text.id,
        Kind.RELATION,
        row["type"],
        evidence,
        by,
        roles,
        confidence=sure,
    )


def _fits(row: dict[str, str], related: Related, ends: tuple[Name, Name]) -> bool:
    wanted = (row["relation"], row["subject"], row["object"])
    return (related.type, ends[0].type, ends[1].type) == wanted and related.score >= float(row["least"])
