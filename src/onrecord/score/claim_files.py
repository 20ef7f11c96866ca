"""Two files of claims against each other, text by text, as one report."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import InputError
from onrecord.score.bootstrap import bootstrap_tallies
from onrecord.score.claims import ClaimScore, Found, score_claims
from onrecord.score.fields import FIELDS
from onrecord.score.running import Report
from onrecord.score.task import Tally
from onrecord.score.verdicts import JsonLine

__all__ = ["claims_report", "score_files"]


@dataclass(frozen=True, slots=True)
class _Line:
    text_id: str
    claim: JsonLine


def score_files(gold: Path, mine: Path) -> tuple[ClaimScore, ...]:
    """Compare the claims of two files for each text that either holds; one score a text.

    Lines have the form of `onrecord list claims --format jsonl`, and offsets of both files count in the
    same texts; a text is known by the evidence's `text_id`, or by its `document` where there is none.
    Raises InputError, with file and line, for a line that is no claim.
    """
    sides = ([*_read(gold)], [*_read(mine)])
    texts = dict.fromkeys(line.text_id for side in sides for line in side)
    by_text: dict[str, tuple[list[JsonLine], list[JsonLine]]] = {text: ([], []) for text in texts}
    for at, side in enumerate(sides):
        for line in side:
            by_text[line.text_id][at].append(line.claim)
    return tuple(score_claims(*pair) for pair in by_text.values())


def claims_report(scores: Sequence[ClaimScore]) -> Report:
    """Give what was found, with the interval of F1 over texts; parts are each kind and each field."""
    if not scores:
        raise InputError("nothing to score: neither file holds a claim")
    whole = sum(scores, ClaimScore())
    low, high = bootstrap_tallies([_tally(score) for score in scores], _f1)
    found = whole.found
    return Report("claims", len(scores), found.precision, found.recall, found.f1, low, high, _parts(whole))


def _parts(whole: ClaimScore) -> dict[str, float]:
    parts = {"every_field_right": whole.whole}
    for kind in sorted({kind for kind, _ in whole.kinds}):
        found = whole.of_kind(kind)
        parts |= {
            f"{kind}.precision": found.precision,
            f"{kind}.recall": found.recall,
            f"{kind}.f1": found.f1,
        }
    return parts | {
        f"field.{rule.name}": whole.accuracy(rule.name) for rule in FIELDS if whole.judged(rule.name)
    }


def _tally(score: ClaimScore) -> Tally:
    return Tally({side: getattr(score.found, side) for side in ("gold", "mine", "paired")})


def _f1(tally: Tally) -> float:
    return Found(*(int(tally[side]) for side in ("gold", "mine", "paired"))).f1


def _read(path: Path) -> Iterator[_Line]:
    try:
        lines = path.read_text("utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 text: {error}") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _claim(line, f"{path}:{number}")


def _claim(line: str, where: str) -> _Line:
    try:
        claim = json.loads(line)
        evidence = claim["evidence"]
        _ = str(claim["kind"]), int(evidence["start"]), int(evidence["end"])
        return _Line(str(evidence.get("text_id") or evidence["document"]), claim)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        told = "not a claim as onrecord list claims --format jsonl prints it"
        raise InputError(f"{where}: {told}: {error}") from error
