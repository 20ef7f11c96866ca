"""The rules that compare a claim with gold, field by field; `FIELDS` is the table of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.score.roles import judge_doers, judge_others, judge_places
from onrecord.score.times import same_interval
from onrecord.score.verdicts import JsonLine, Judge, Verdict, claim_type, judge_by
from onrecord.score.words import filler, same_filler

__all__ = ["FIELDS", "Field"]


@dataclass(frozen=True, slots=True)
class Field:
    """A field and its rule: what it reads from a claim, when two values are the same, and that in words."""

    name: str
    rule: str
    judge: Judge


def _named(name: str) -> Judge:
    def read(line: JsonLine) -> object:
        return "" if line.get(name) == "none_stated" else line.get(name)

    return judge_by(read)


def _judge_type(gold: JsonLine, mine: JsonLine) -> Verdict:
    return Verdict.EMPTY if claim_type(gold) == gold["kind"] else judge_by(claim_type)(gold, mine)


def _judge_when(gold: JsonLine, mine: JsonLine) -> Verdict:
    if gold.get("kind") == "event":
        return judge_by(lambda line: line.get("happened"), same_interval)(gold, mine)
    return judge_by(lambda line: line.get("happened") or line.get("as_of"), same_interval)(gold, mine)


def _casualties(line: JsonLine) -> list[tuple[str, ...]]:
    return sorted(
        tuple(str(row[end]) for end in ("outcome", "low", "high")) for row in line.get("casualties") or ()
    )


def _same_bounds(gold: JsonLine, mine: JsonLine) -> bool:
    return bool(gold["low"] == mine["low"] and gold["high"] == mine["high"])


def _same_sources(gold: Sequence[JsonLine], mine: Sequence[JsonLine]) -> bool:
    return len(gold) == len(mine) and all(_same_source(g, m) for g, m in zip(gold, mine, strict=True))


def _same_source(gold: JsonLine, mine: JsonLine) -> bool:
    if not gold["who"] or not mine["who"]:
        return not gold["who"] and not mine["who"]
    return same_filler(filler(gold["who"]), filler(mine["who"]))


def _acts(line: JsonLine) -> list[str]:
    return sorted(str(source["act"]) for source in line.get("sources") or ())


FIELDS: tuple[Field, ...] = (
    Field(
        "type",
        "the act or type is the same name; not compared where gold has no finer type than the kind",
        _judge_type,
    ),
    Field("method", "the same name; none stated is empty", _named("method")),
    Field("target", "the same name; none stated is empty", _named("target")),
    Field("scale", "the same name", _named("scale")),
    Field(
        "doers", "agents and subjects are the same names; all parties where they have no order", judge_doers
    ),
    Field("others", "targets, objects and all other coded roles but places are the same names", judge_others),
    Field("places", "places and areas are the same names", judge_places),
    Field("when", "happened (or, for what is no event, as of) is the same interval", _judge_when),
    Field("said", "said is the same interval", judge_by(lambda line: line.get("said"), same_interval)),
    Field("casualties", "the same rows of outcome, low and high", judge_by(_casualties)),
    Field("quantity", "the same low and high", judge_by(lambda line: line.get("quantity"), _same_bounds)),
    Field(
        "sources",
        "the same chain of names, unknown where gold says unknown",
        judge_by(lambda line: line.get("sources"), _same_sources),
    ),
    Field("source acts", "the same acts of speech", judge_by(_acts)),
    Field("polarity", "the same", _named("polarity")),
    Field("modality", "the same", _named("modality")),
)
