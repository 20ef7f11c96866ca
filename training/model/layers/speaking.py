"""Who says what (PolNeAR), and who acts on whom in a coded sentence (CAMEO, PLOVER)."""

from __future__ import annotations

from collections.abc import Iterator

from training.model.columns import classes_of, tag_column, tag_columns
from training.model.heads import PAIRS
from training.model.targets import PairTarget, SpanTarget, Targets, chars
from training.schema import WHOLE_TEXT, Attribution, Example, Layer, Stretch

__all__ = ["NEAR", "add_attributions", "add_parties"]

NEAR = 900
"""Characters between the beginnings of a cue and of what may belong to it, at run time as well."""


def add_attributions(example: Example, targets: Targets) -> None:
    """Add the stretches of sources, cues and contents, and for each cue what belongs to it and what not."""
    if Layer.ATTRIBUTION not in example.annotated:
        return
    targets.columns[tag_columns("attribution")] = True
    for name in ("source", "cue", "content"):
        column = tag_column("attribution", name)
        stretches = (at for one in example.attributions for at in _part(one, name))
        targets.spans += [SpanTarget(column, chars(at)) for at in stretches]
    targets.pairings += _owned(example)


def _part(one: Attribution, name: str) -> tuple[Stretch, ...]:
    return {"source": one.source, "cue": one.cue, "content": one.content}[name]


def _owned(example: Example) -> Iterator[PairTarget]:
    """Give pairs of cue and stretch: kinds 0 (not its own) and 1 for sources, 2 and 3 for contents."""
    cued = [(one, one.cue[0]) for one in example.attributions if one.cue]
    for kind, name in enumerate(classes_of(PAIRS, "says")):
        for one, cue in cued:
            for other in example.attributions:
                for at in _part(other, name):
                    if abs(at.start - cue.start) < NEAR:
                        yield PairTarget("says", chars(cue), chars(at), 2 * kind + int(other is one))


def add_parties(example: Example, targets: Targets) -> None:
    """Add the stretches of the source and the target of a sentence's label."""
    if Layer.PARTIES not in example.annotated:
        return
    targets.columns[tag_columns("parties")] = True
    targets.spans += [
        SpanTarget(tag_column("parties", role.role), chars(role.at))
        for role in example.roles
        if role.event == WHOLE_TEXT and role.role in {"source", "target"}
    ]
