from __future__ import annotations

import pytest

from onrecord.show.lines import plain
from onrecord.show.value_lines import value_lines
from onrecord.show.values import STEPS, values_of
from onrecord.store import Store


@pytest.fixture
def found(record, ids):
    """The values of a claim of the sample record by their words, the first where two share them."""

    def of(claim):
        with Store(record) as store:
            values = values_of(store, store.claim(ids[claim]))
        return {value.words: value for value in reversed(values)}

    return of


def test_a_name_has_its_reading_score_reason_and_rivals(found):
    hill = found("bombing")["Hill League"]
    assert (hill.what, hill.reading, hill.target_id) == ("actor", "Hill League", "act:hill-league")
    assert hill.why
    assert [other.id for other in hill.weighed] != []
    assert hill.weighed[0].why == "shares a word"
    assert hill.decided_by == ""


def test_a_place_has_its_kind_what_it_lies_within_and_ucdps_step(found):
    details = dict(found("bombing")["Oldmarket"].details)
    assert details["kind"] == "settlement"
    assert details["within"] == "Oldmarket District, North, Exampleland"
    assert details["precision"] == f"1 of UCDP's seven steps: {STEPS[1]}"
    assert dict(found("control")["Westvale"].details)["precision"].startswith("3 of")


def test_a_time_has_its_interval_precision_and_what_it_was_counted_from(found):
    stated, counted = found("bombing")["3 May 2019"], found("attack")["3 May"]
    assert (stated.reading, stated.why) == ("2019-05-03", "written in full")
    assert dict(stated.details)["counted from"] == "nothing: it is stated in full"
    assert dict(counted.details)["counted from"] == "the day of publication"


def test_a_count_has_its_hedge_with_the_meaning_outcome_status_and_scope(found, ids):
    count = found("attack")["more than eighty people"]
    assert (count.what, count.id, count.reading) == ("count", ids["attack"], "killed 81 or more")
    assert count.why == "“more than”: n+1 to no upper end, n being the number as written (strict)"
    assert dict(count.details) == {
        "hedge": "more than", "outcome": "killed", "status": "unknown", "scope": "total",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("claim", "words", "why"),
    [
        ("alliance", "The League", "two actors are called so"),
        (
            "hostile",
            "=HYPERLINK(1) and <script>alert(1)</script>",
            "people without a name, and the text does not tell who",
        ),
    ],
)
def test_what_stays_open_says_why(found, claim, words, why):
    value = found(claim)[words]
    assert value.reading == "open"
    assert why in value.why


def test_a_value_is_written_with_its_id_its_details_and_its_rivals(found):
    hill = found("bombing")["Hill League"]
    first, *rivals = value_lines(plain(hill))
    assert first.startswith(f"    actor “Hill League” [{hill.id}] is Hill League [act:hill-league] 0.")
    assert all(line.startswith("      or ") for line in rivals)
    assert len(rivals) == len(hill.weighed)


def test_words_that_are_no_value_by_themselves_have_no_line():
    assert list(value_lines({"kind": "number", "document": "doc_1"})) == []
