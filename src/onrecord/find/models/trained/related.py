"""Relation claims from the relation head, where both ends are of the types that the table asks for."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.answers import Name, Related, Stretch
from onrecord.find.acts.drafts import PRONOUNS
from onrecord.find.models.trained.calibrate import calibrated
from onrecord.find.models.trained.graph import Signals
from onrecord.find.models.trained.passages import Ground
from onrecord.find.models.trained.reader import TrainedReader
from onrecord.find.models.trained.relations import names_of, related_of
from onrecord.find.sentence import span_of
from onrecord.find.stance.modality import find_modality
from onrecord.records import Claim, Kind, Role, Text, claim_id
from onrecord.vocabulary import Row, rows

__all__ = ["relation_claims"]

LONGEST = 40
"""Words of evidence at most, as for the rules."""
BY = "trained/1"
Ends = tuple[Name, Name]


def relation_claims(reader: TrainedReader, signals: Signals, text: Text, ground: Ground) -> Iterator[Claim]:
    """Give the relations that English sentences state: between organisations, or one and who leads it."""
    names = tuple(n for n in names_of(reader, signals) if _words(text, n.at).lower() not in PRONOUNS)
    types = {name.at: name for name in names}
    for related in related_of(reader, signals, sorted(types)):
        ends = types[related.subject], types[related.object]
        row = next((row for row in rows("trained_relations") if _fits(row, related, ends, reader.use)), None)
        if row:
            sure = calibrated(reader, "relation", related.score)
            yield from _claims(
                text, ground, ends[::-1] if row["turned"] == "yes" else ends, row["type"], sure
            )


def _claims(text: Text, ground: Ground, ends: Ends, type_: str, sure: float) -> Iterator[Claim]:
    """Give the claim of a relation; none where a sentence or LONGEST words end between the two."""
    start, end = min(name.at.start for name in ends), max(name.at.end for name in ends)
    sentence = ground.english(start, end)
    if sentence is None or len(text.content[start:end].split()) > LONGEST:
        return
    evidence = span_of(text, start, end)
    subject, other = (span_of(text, name.at.start, name.at.end) for name in ends)
    roles = (Role("subject", subject), Role("object", other))
    polarity, modality = find_modality(sentence, start, end)
    yield Claim(
        id=claim_id(Kind.RELATION, evidence, roles),
        text_id=text.id,
        kind=Kind.RELATION,
        type=type_,
        evidence=evidence,
        by=BY,
        roles=roles,
        polarity=polarity,
        modality=modality,
        confidence=sure,
    )


def _fits(row: Row, related: Related, ends: Ends, use: str) -> bool:
    wanted = (row["relation"], row["subject"], row["object"])
    return (related.type, ends[0].type, ends[1].type) == wanted and related.score >= float(row[use])


def _words(text: Text, at: Stretch) -> str:
    return text.content[at.start : at.end]
