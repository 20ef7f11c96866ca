import dataclasses

import pytest

from onrecord.errors import EvidenceError, StoreError
from onrecord.records import Reading, Span, Unread


def test_a_reading_comes_back_as_it_went_in(store, sample):
    intake = sample.intake()
    store.add_intake(intake)
    reading = sample.reading(intake.texts[0])
    assert store.add_reading(reading)
    assert store.chosen_reading(reading.text_id) == reading


def test_a_second_identical_reading_changes_nothing(store, sample, dump):
    reading = sample.fill(store)
    before = dump(store)
    assert not store.add_reading(reading)
    assert dump(store) == before


def test_the_same_engine_may_not_find_something_else(store, sample):
    reading = sample.fill(store)
    with pytest.raises(StoreError, match="needs a new version"):
        store.add_reading(dataclasses.replace(reading, unread=()))


@pytest.mark.parametrize(
    ("start", "end", "words"), [(0, 7, "raiders"), (5, 5, ""), (-1, 3, "Rai"), (0, 9999, "Raiders")]
)
def test_words_that_do_not_stand_there_are_refused(store, sample, start, end, words):
    intake = sample.intake()
    store.add_intake(intake)
    text_id = intake.texts[0].id
    with pytest.raises(EvidenceError, match=text_id):
        store.add_reading(
            Reading(text_id, "rules/1", (), (), (), (Unread(Span(text_id, start, end, words), "why"),))
        )
    assert store.readings() == ()


def test_a_reading_of_an_unknown_text_is_refused(store):
    with pytest.raises(StoreError, match="txt_none"):
        store.add_reading(Reading("txt_none", "rules/1", (), ()))


def test_a_claim_given_twice_is_refused(store, sample):
    intake = sample.intake()
    store.add_intake(intake)
    reading = sample.reading(intake.texts[0])
    double = dataclasses.replace(reading, claims=(reading.claims[0], *reading.claims))
    with pytest.raises(StoreError, match="twice"):
        store.add_reading(double)


def test_nan_is_refused_because_it_would_read_as_unbounded(store, sample):
    intake = sample.intake()
    store.add_intake(intake)
    reading = sample.reading(intake.texts[0])
    odd = dataclasses.replace(reading.claims[0], confidence=float("nan"))
    with pytest.raises(StoreError, match="NaN"):
        store.add_reading(dataclasses.replace(reading, claims=(odd, reading.claims[1])))


@pytest.mark.parametrize("suffix", ["", ":rules", ":trained", ":rules+trained"])
def test_a_claim_says_which_of_the_engines_that_read_together_found_it(store, sample, suffix):
    intake = sample.intake()
    store.add_intake(intake)
    reading = sample.reading(intake.texts[0], "llm/1+any:8b")
    claims = tuple(dataclasses.replace(claim, by=f"{reading.by}{suffix}") for claim in reading.claims)
    joined = dataclasses.replace(reading, claims=claims)
    assert store.add_reading(joined)
    assert not store.add_reading(joined)
    assert store.chosen_reading(reading.text_id) == joined


@pytest.mark.parametrize("by", ["other/1", "both/1:anybody", "both/1:rules:trained", "both/1rules"])
def test_a_claim_of_another_engine_than_its_readings_is_refused(store, sample, by):
    intake = sample.intake()
    store.add_intake(intake)
    reading = sample.reading(intake.texts[0], "both/1")
    claims = (dataclasses.replace(reading.claims[0], by=by), *reading.claims[1:])
    with pytest.raises(StoreError, match="another text or engine"):
        store.add_reading(dataclasses.replace(reading, claims=claims))


def test_a_better_engine_adds_rows_and_its_reading_counts(store, sample):
    first = sample.fill(store)
    text = store.text(first.text_id)
    second = sample.reading(text, "trained/1", act="ambush")
    assert store.add_reading(second)
    assert [(row.by, row.chosen, row.claims) for row in store.readings()] == [
        ("rules/1", False, 2),
        ("trained/1", True, 2),
    ]
    assert store.chosen_reading(text.id) == second
    assert store.reading(text.id, "rules/1") == first
    assert [row.claim.type for row in store.claims()] == ["ambush", "led_by"]


def test_ranked_engines_count_before_newer_ones(store, sample):
    first = sample.fill(store)
    store.add_reading(sample.reading(store.text(first.text_id), "trained/1"))
    store.rank_engines(["rules/1"])
    assert store.chosen_reading(first.text_id) == first


def test_only_unread_documents_wait_for_an_engine(store, sample):
    sample.fill(store)
    store.add_intake(sample.intake("Another story.", "other.txt"))
    assert [text.content for text in store.documents_without_reading("rules/1")] == ["Another story."]
    assert len(list(store.documents_without_reading("trained/1"))) == 2
