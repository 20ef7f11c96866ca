"""The reference page from file to claims: what must be right on it, whatever else changes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.store import Filter, Store

PAGE = Path(__file__).parents[2] / "shared" / "example" / "page.txt"

pytestmark = [
    pytest.mark.data,
    pytest.mark.skipif(not PAGE.is_file(), reason="left out: the example page is not beside the checkout"),
]

KHORASAN = "act:islamic-state-khorasan"


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    path = tmp_path_factory.mktemp("example") / "x.db"
    subprocess.run([sys.executable, "-m", "onrecord", "read", str(PAGE), "--into", str(path)], check=True)
    return path


@pytest.fixture(scope="module")
def claims(record):
    listed = [sys.executable, "-m", "onrecord", "list", "claims", "--db", str(record), "--format", "jsonl"]
    done = subprocess.run(listed, check=True, capture_output=True, encoding="utf-8")
    return [json.loads(line) for line in done.stdout.splitlines()]


def with_words(claims, words, kind=None):
    return [c for c in claims if words in c["evidence"]["text"] and kind in (None, c["kind"])]


def actors(claim):
    return {f["actor"]["id"] for fillers in claim["roles"].values() for f in fillers if f.get("actor")}


def shapes(value):
    if isinstance(value, dict):
        if {"text", "start", "end"} <= value.keys():
            yield value
        for inner in value.values():
            yield from shapes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from shapes(inner)


def test_every_text_stands_in_its_document_at_its_offsets(record, claims):
    with Store(record) as store:
        contents = {text.id: text.content for text in store.texts()}
    for claim in claims:
        content = contents[claim["evidence"]["text_id"]]
        for shape in shapes(claim):
            assert content[shape["start"] : shape["end"]] == shape["text"]


@pytest.mark.parametrize(
    "name",
    [
        "IS-K",
        "Is-k",
        "ISKP",
        "ISK",
        "ISIS Khorasan",
        "IS Khorasan",
        "Islamic State Khorasan",
        "Khorasan province",
    ],
)
def test_every_spelling_of_the_group_is_one_actor(record, name):
    with Store(record) as store:
        text = next(text for text in store.texts() if text.language == "en" and name in text.content)
        reading = store.chosen_reading(text.id)
        links = {link.mention_id: link.target_id for link in store.links(text.id)}
        found = {
            links.get(m.id)
            for m in reading.mentions
            if m.kind == "actor" and m.span.words.rstrip("’s").endswith(name)
        }
    assert KHORASAN in found
    assert found <= {KHORASAN, None}


def test_the_group_is_a_branch_of_its_parent_and_the_two_talibans_are_two(record, claims):
    with Store(record) as store:
        known = {actor.id: actor for actor in store.actors(Filter())}
    assert known[KHORASAN].parent_id == "act:islamic-state"
    linked = set().union(*(actors(claim) for claim in claims))
    assert {"act:taliban", "act:ttp"} <= linked


def test_nothing_from_the_teasers_is_about_the_group(record, claims):
    with Store(record) as store:
        article = next(row.id for row in store.documents(Filter()) if row.part == 0)
    about = [claim for claim in claims if KHORASAN in actors(claim)]
    assert len(about) > 10
    assert {claim["evidence"]["document"] for claim in about} == {article}


def test_what_will_disrupt_is_predicted_by_the_pentagon(claims):
    predicted = [c for c in with_words(claims, "will significantly disrupt") if c["modality"] == "predicted"]
    assert predicted
    assert any(
        "Pentagon" in source["who"]["text"] for c in predicted for source in c["sources"] if source["who"]
    )


def test_a_dismissed_report_is_no_dismissed_officer(claims):
    assert not [c for c in with_words(claims, "dismissed", "event") if c["act"] == "change_of_leader"]


def test_more_than_eighty_has_a_low_and_no_high(claims):
    (claim,) = with_words(claims, "more than eighty", "event")
    (row,) = claim["casualties"]
    assert (row["outcome"], row["low"], row["high"]) == ("killed", 81, None)
    assert {where["text"] for where in claim["where"]} == {"Kabul"}


def test_the_strike_and_the_statement_are_two_times_of_one_claim(claims):
    (claim,) = [c for c in with_words(claims, "Abu Sayed", "event") if c["casualties"]]
    assert (claim["happened"]["earliest"], claim["happened"]["latest"]) == ("2017-06-01", "2017-06-30")
    assert (claim["said"]["earliest"], claim["said"]["latest"]) == ("2017-07-01", "2017-07-31")
    assert claim["happened"]["anchor"] == claim["said"]["anchor"] == "text"


def test_air_strikes_without_a_day_are_a_series(claims):
    (claim,) = [c for c in with_words(claims, "U.S. air strikes", "event") if c["method"] == "air_strike"]
    assert claim["scale"] == "series"


def test_last_month_stays_open_where_nothing_says_when_the_page_was_written(claims):
    meetings = [c for c in with_words(claims, "meeting", "event") if c["act"] == "meeting"]
    assert meetings
    assert all(c["happened"]["earliest"] is None and c["happened"]["anchor"] == "none" for c in meetings)


def test_a_toll_over_months_and_two_countries_is_no_incident(claims):
    (toll,) = [c for c in claims if c["kind"] == "toll"]
    assert {(row["outcome"], row["low"]) for row in toll["casualties"]} == {
        ("killed", 800),
        ("injured", 1300),
    }
    assert (toll["happened"]["earliest"], toll["happened"]["latest"]) == ("2018-01-01", "2018-08-31")
