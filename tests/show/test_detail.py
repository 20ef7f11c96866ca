from __future__ import annotations

import json

import pytest

from onrecord.show.detail import NotHereError, find_detail, kind_of, what_was_seen
from onrecord.store import Store


@pytest.mark.parametrize(
    ("id_", "what", "claims"),
    [
        ("evt:market", "events", 3), ("act:hill-league", "actors", 2), ("pl:westvale", "places", 1),
        ("rel:1", "relations", 1), ("prs:1", "presence", 1),
    ],
)  # fmt: skip
def test_an_id_leads_to_its_value_and_the_claims_it_rests_on(record, id_, what, claims):
    with Store(record) as store:
        found = find_detail(store, id_)
    assert (found.what, found.id, len(found.rows)) == (what, id_, claims)


def test_a_document_shows_its_claims(record, ids):
    with Store(record) as store:
        assert [row.claim.id for row in find_detail(store, ids["wire"]).rows] == [
            ids["bombing"],
            ids["denial"],
        ]


def test_an_unknown_id_is_told_in_one_line(record):
    with Store(record) as store, pytest.raises(NotHereError, match="evt:none: nothing"):
        find_detail(store, "evt:none")


def test_a_person_is_given_no_page(record):
    with Store(record) as store, pytest.raises(NotHereError, match="persons are not given pages"):
        find_detail(store, "cand:karim-example")


def test_a_judge_sees_the_words_and_the_kind_of_a_claim(record, ids):
    with Store(record) as store:
        found = find_detail(store, ids["bombing"])
    span, seen = what_was_seen(found)
    assert kind_of(found) == "claim"
    assert span == found.rows[0].claim.evidence
    assert json.loads(seen)["kind"] == "event"


def test_a_mention_leads_to_its_value_its_words_and_the_claims_that_hold_it(record, ids):
    with Store(record) as store:
        row = store.claim(ids["bombing"])
        for mention in row.mentions.values():
            found = find_detail(store, mention.id)
            assert ids["bombing"] in [one.claim.id for one in found.rows]
            assert found.span == mention.span
            assert kind_of(found) == ("moment" if mention.kind == "time" else "link")
            assert json.loads(what_was_seen(found)[1])["kind"] == mention.kind
