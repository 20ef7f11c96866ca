from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.records import Kind, Modality, Polarity, SpeechAct
from onrecord.vocabulary import rows

GOLD = Path(__file__).parents[2] / "bench" / "gold"
TABLE = [line for line in (GOLD / "pages.csv").read_text("utf-8").splitlines() if not line.startswith("#")]
PAGES = {row["name"]: row for row in csv.DictReader(TABLE)}
OURS = [name for name, row in PAGES.items() if row["file"]]


def claims(name: str) -> list[dict]:
    return [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text("utf-8").splitlines()]


def stretches(shape: object) -> Iterator[dict]:
    if isinstance(shape, list):
        for item in shape:
            yield from stretches(item)
    elif isinstance(shape, dict):
        if "start" in shape:
            yield shape
        for value in shape.values():
            yield from stretches(value)


@pytest.mark.parametrize("name", OURS)
def test_gold_words_stand_at_their_offsets(name):
    raw = (GOLD / PAGES[name]["file"]).read_bytes()
    page = raw.decode("utf-8")
    assert hashlib.sha256(raw).hexdigest() == PAGES[name]["sha256"]
    assert [
        s for line in claims(name) for s in stretches(line) if page[s["start"] : s["end"]] != s["text"]
    ] == []


def test_gold_of_a_page_that_is_not_ours_holds_none_of_its_words():
    assert [s for line in claims("example") for s in stretches(line) if "text" in s] == []


@pytest.mark.parametrize("name", PAGES)
def test_gold_uses_the_names_of_the_record(name):
    acts = {row["act"] for row in rows("act_types")}
    for line in claims(name):
        assert line["kind"] in set(Kind)
        assert line["kind"] != "event" or line["act"] in acts
        assert line["polarity"] in set(Polarity)
        assert line["modality"] in set(Modality)
        assert {source["act"] for source in line["sources"]} <= set(SpeechAct)


@pytest.mark.parametrize("name", PAGES)
def test_no_two_gold_claims_of_a_page_are_the_same(name):
    lines = [{key: value for key, value in line.items() if key != "id"} for line in claims(name)]
    assert [line for n, line in enumerate(lines) if line in lines[:n]] == []
