import pytest

from onrecord.errors import StoreError
from onrecord.records import Actor, Link, Target


def test_links_and_moments_come_back_as_they_went_in(store, sample):
    reading = sample.fill(store)
    assert (store.links(reading.text_id), store.moments(reading.text_id)) == sample.links(reading)


def test_new_links_replace_those_of_their_text_alone(store, sample):
    first = sample.fill(store)
    second = sample.fill(store, f"Again: {sample.story}", "again.txt")
    only = Link(first.mentions[0].id, Target.ACTOR, "act:2", "Lake Front", 0.5, "changed", "resolve/2")
    store.save_links(first.text_id, "rules/1", (only,), ())
    assert (store.links(first.text_id), store.moments(first.text_id)) == ((only,), ())
    assert store.links(second.text_id) == sample.links(second)[0]


def test_a_link_of_a_mention_that_is_not_there_is_refused(store, sample):
    reading = sample.fill(store)
    stray = Link("men_none", Target.ACTOR, "act:1", "x", 1.0, "x", "resolve/1")
    with pytest.raises(StoreError, match="men_none"):
        store.save_links(reading.text_id, "rules/1", (stray,), ())
    assert store.links(reading.text_id) == sample.links(reading)[0]


def test_a_newer_entry_replaces_the_older(store, sample):
    sample.fill(store)
    store.save_entries((Actor("act:1", "Front of the River", "rebel group"),), ())
    assert store.actors() == (Actor("act:1", "Front of the River", "rebel group"),)


def test_derived_rows_can_be_deleted_and_made_again(store, sample, dump):
    reading = sample.fill(store)
    before = dump(store)
    store.clear_derived()
    assert (store.events(), store.actors(), store.places(), store.links(reading.text_id)) == ((), (), (), ())
    assert len(store.claims()) == 2
    sample.fill(store)
    assert dump(store) == before


def test_what_claims_add_up_to_is_replaced_as_a_whole(store, sample):
    reading = sample.fill(store)
    event = sample.event([reading.claims[1].id], "evt_9")
    store.replace_merged((event,), (), ())
    assert (store.events(), store.relations(), store.presence()) == ((event,), (), ())


def test_a_failing_replacement_leaves_what_was_there(store, sample):
    sample.fill(store)
    before = store.events()
    twice = sample.event(["clm_1"], "evt_9")
    with pytest.raises(StoreError):
        store.replace_merged((twice, twice), (), ())
    assert store.events() == before


def test_the_record_says_by_what_a_text_was_resolved(store, sample):
    intake = sample.intake()
    store.add_intake(intake)
    text_id = intake.texts[0].id
    assert store.linked_by(text_id) == ""
    store.save_links(text_id, "resolve/1 of rules/1", (), ())
    assert store.linked_by(text_id) == "resolve/1 of rules/1"
    store.clear_derived()
    assert store.linked_by(text_id) == ""
