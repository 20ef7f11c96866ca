import csv
import json
from pathlib import Path

import pytest

from onrecord.records import Claim, Judgement, Kind, Span
from onrecord.store import carry

CASES = Path(__file__).parents[1] / "cases" / "carry.csv"


def cases():
    lines = [line for line in CASES.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [pytest.param(row, id=row["case"]) for row in csv.DictReader(lines)]


def claim(words):
    name, kind, start, end = words.split()
    return Claim(name, "txt_1", Kind(kind), "x", Span("txt_1", int(start), int(end), ""), "rules/2")


def judged(seen, text_id="txt_1"):
    span = Span(text_id, 100, 120, "")
    return Judgement(1, "claim", "old", "reject", "", "A. Reviewer", "why", "2026-01-01", span, seen)


@pytest.mark.parametrize("row", cases())
def test_a_judgement_carries_over_or_is_orphaned(row):
    claims = tuple(claim(words) for words in row["claims"].split(";") if words.strip())
    seen = json.dumps({"kind": row["seen"]}) if row["seen"] else ""
    assert carry(judged(seen), claims) == (row["carried"] or None)


@pytest.mark.parametrize("seen", ["event", "[]", '{"kind": 3}', '{"kind": "relation"}'])
def test_what_was_seen_must_name_the_kind(seen):
    assert carry(judged(seen), (claim("new event 100 120"),)) is None


def test_another_text_is_another_place():
    assert carry(judged('{"kind": "event"}', "txt_2"), (claim("new event 100 120"),)) is None
