import pytest

from onrecord.errors import InputError
from onrecord.store import Filter


def test_what_stays_open_is_listed_with_its_words_reason_and_place(store, sample):
    reading = sample.fill(store)
    found = {opening.what: opening for opening in store.openings()}
    assert set(found) == {"actor", "unread"}
    unread = found["unread"]
    assert (unread.text, unread.why, unread.title) == ("The Front", "garbled", "A story")
    assert sample.story[unread.start : unread.end] == "The Front"
    assert unread.document_id == store.text(reading.text_id).document_id


def test_openings_are_as_many_as_the_counts_say(store, sample):
    sample.fill(store)
    sample.fill(store, f"{sample.story} And so on.", "second.txt", event_id="evt_2")
    counts = store.counts()
    open_now = counts.open_actors + counts.open_places + counts.open_times + counts.unread_stretches
    assert len(store.openings()) == open_now > 0


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(type="unread"), 1), (Filter(type="time"), 0), (Filter(text="the FRONT"), 1),
        (Filter(text="river"), 0), (Filter(document="doc_none"), 0), (Filter(limit=1), 1),
        (Filter(offset=1), 1), (Filter(offset=2), 0),
    ],
)  # fmt: skip
def test_openings_can_be_narrowed_and_turned_over(store, sample, wanted, found):
    sample.fill(store)
    assert len(store.openings(wanted)) == found


def test_a_filter_that_openings_do_not_know_is_refused(store):
    with pytest.raises(InputError, match="open cannot be narrowed by actor"):
        store.openings(Filter(actor="River Front"))


def test_a_text_without_a_title_is_called_by_its_first_words(store, sample):
    sample.fill(store, title="")
    assert {opening.title for opening in store.openings()} == {
        "“Raiders of the River Front attacked Ostrava Bridge on 3 May 2016,…”"
    }
    assert store.documents()[0].name == store.openings()[0].title
    assert store.documents()[0].title == ""
