from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from onrecord.show.shapes import claim_line, figure, number_words
from onrecord.store import Filter, Store

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "claim.schema.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def lines(record):
    with Store(record) as store:
        return [json.loads(json.dumps(claim_line(row))) for row in store.claims(Filter())]


@pytest.fixture(scope="module")
def contents(record):
    with Store(record) as store:
        return {text.id: text.content for text in store.texts()}


def by_id(lines, id_):
    return next(line for line in lines if line["id"] == id_)


def words_in(shape):
    if isinstance(shape, dict):
        if {"start", "end", "text"} <= shape.keys():
            yield shape
        for value in shape.values():
            yield from words_in(value)
    if isinstance(shape, list):
        for value in shape:
            yield from words_in(value)


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)


def test_every_line_holds_to_the_schema(lines):
    validator = Draft202012Validator(SCHEMA)
    assert len(lines) == 7
    assert [error.message for line in lines for error in validator.iter_errors(line)] == []


def test_the_schema_refuses_an_event_with_a_type_and_a_line_without_evidence(lines):
    validator = Draft202012Validator(SCHEMA)
    event = next(line for line in lines if line["kind"] == "event")
    assert not validator.is_valid({**event, "type": "attack"})
    assert not validator.is_valid({key: value for key, value in event.items() if key != "evidence"})


def test_every_text_stands_at_its_offsets_also_after_an_emoji_and_in_urdu(lines, contents):
    found = [(line["evidence"]["text_id"], words) for line in lines for words in words_in(line)]
    assert len(found) > 25
    assert [w for text, w in found if contents[text][w["start"] : w["end"]] != w["text"]] == []


def test_a_role_wider_than_its_name_carries_the_actor_inside_it(lines, ids):
    agent = by_id(lines, ids["bombing"])["roles"]["agent"][0]
    assert agent["text"] == "a suicide bomber of the Hill League"
    assert agent["actor"]["id"] == "act:hill-league"
    assert agent["actor"]["why"] == "name as registered"


def test_an_open_name_has_no_id_but_a_reason(lines, ids):
    subject = by_id(lines, ids["alliance"])["roles"]["subject"][0]
    assert subject["actor"] == {"id": None, "name": "", "score": 0.0, "why": "two actors are called so"}


def test_three_times_are_kept_apart_and_the_absent_one_is_null(lines, ids):
    line = by_id(lines, ids["bombing"])
    assert line["happened"]["earliest"] == line["said"]["latest"] == "2019-05-03"
    assert line["as_of"] is None
    assert line["happened"]["more"] == []


def test_a_date_counted_from_publication_says_so(lines, ids):
    assert by_id(lines, ids["attack"])["happened"]["anchor"] == "publication"


def test_more_than_eighty_has_a_low_of_81_and_no_high(lines, ids):
    casualty = by_id(lines, ids["attack"])["casualties"][0]
    assert (casualty["low"], casualty["high"]) == (81, None)


def test_a_denial_is_a_speech_act_of_its_source_and_not_a_polarity(lines, ids):
    line = by_id(lines, ids["denial"])
    assert line["polarity"] == "positive"
    assert [(source["who"]["text"], source["act"]) for source in line["sources"]] == [("River Front", "deny")]


def test_an_unknown_source_is_null_and_not_the_author(lines, ids):
    assert by_id(lines, ids["hostile"])["sources"] == [{"who": None, "act": "claim", "cue": None}]


def test_events_have_facets_and_other_kinds_a_type(lines, ids):
    assert by_id(lines, ids["bombing"])["method"] == "suicide_vest"
    assert "type" not in by_id(lines, ids["bombing"])
    assert by_id(lines, ids["alliance"])["type"] == "allied_with"


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (12, 12, "12"), (30, 40, "30 to 40"), (81, None, "81 or more"), (None, 20, "up to 20"),
        (None, None, "not stated"), (1300.0, 1300.0, "1,300"),
    ],
)  # fmt: skip
def test_a_count_is_written_as_it_is_known(low, high, words):
    assert number_words(low, high) == words


def test_a_half_stays_a_half():
    assert (figure(0.5), figure(3.0), figure(None)) == (0.5, 3, None)
