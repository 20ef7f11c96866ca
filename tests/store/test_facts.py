import dataclasses

import pytest

from onrecord.errors import StoreError
from onrecord.records import Anchor, Failure, Passage, Precision, When


def test_a_text_comes_back_as_it_went_in(store, sample):
    when = When("2016-05-01", "2016-05-31", Precision.MONTH, Anchor.STATED, "May 2016")
    intake = sample.intake(
        author="B. Writer", site="Demo Wire", url="https://example.org/a", published=when, language="en"
    )
    assert store.add_intake(intake)
    assert store.text(intake.texts[0].id) == intake.texts[0]
    assert store.content(intake.raw.sha256) == intake.raw.content


def test_reading_the_same_source_twice_changes_nothing(store, sample, dump):
    failing = dataclasses.replace(
        sample.intake(), failures=(Failure("fail_1", "read", "story.txt", "odd", "look"),)
    )
    assert store.add_intake(failing)
    before = dump(store)
    later = dataclasses.replace(
        failing, fetch=dataclasses.replace(failing.fetch, at="2030-01-01T00:00:00+00:00")
    )
    assert not store.add_intake(later)
    assert dump(store) == before


def test_the_same_bytes_from_elsewhere_add_only_where_they_came_from(store, sample):
    store.add_intake(sample.intake())
    assert store.add_intake(sample.intake(location="copy.txt"))
    assert len(store.documents()) == 1
    assert [row["location"] for row in store._file.rows("SELECT location FROM fetch ORDER BY n")] == [
        "story.txt",
        "copy.txt",
    ]


def test_a_failure_is_kept_once(store):
    failure = Failure("fail_1", "find", "story.txt", "the engine stopped", "report it", "doc_1")
    assert store.add_failure(failure)
    assert not store.add_failure(failure)
    assert store.failures() == (failure,)


def test_the_newest_text_of_a_document_stands_for_it(store, sample):
    first = sample.intake()
    store.add_intake(first)
    newer = dataclasses.replace(
        first.texts[0], id="txt_newer", reader="plain/2", content="Better.", passages=()
    )
    assert store.add_intake(dataclasses.replace(first, texts=(newer,)))
    assert list(store.texts()) == [newer]
    assert store.text(first.texts[0].id) == first.texts[0]


def test_a_reader_that_changed_without_a_new_version_is_found_out(store, sample):
    intake = sample.intake()
    store.add_intake(intake)
    changed = dataclasses.replace(intake.texts[0], content="Other.", passages=())
    with pytest.raises(StoreError, match="needs a new version"):
        store.add_intake(dataclasses.replace(intake, texts=(changed,)))


def _stray_text(intake):
    return dataclasses.replace(intake, texts=(dataclasses.replace(intake.texts[0], document_id="doc_x"),))


def _false_hash(intake):
    return dataclasses.replace(intake, raw=dataclasses.replace(intake.raw, content=b"other"))


def _stray_fetch(intake):
    return dataclasses.replace(intake, fetch=dataclasses.replace(intake.fetch, sha256="0" * 64))


def _long_passage(intake):
    passage = Passage(0, 10_000, "body", "en", "ltr")
    return dataclasses.replace(intake, texts=(dataclasses.replace(intake.texts[0], passages=(passage,)),))


def _half_pair(intake):
    return dataclasses.replace(intake, texts=(dataclasses.replace(intake.texts[0], title="\ud800"),))


@pytest.mark.parametrize("spoil", [_stray_text, _false_hash, _stray_fetch, _long_passage, _half_pair])
def test_an_intake_that_does_not_hold_together_is_refused_whole(store, sample, dump, spoil):
    before = dump(store)
    with pytest.raises(StoreError):
        store.add_intake(spoil(sample.intake()))
    assert dump(store) == before


def test_a_text_nobody_read_is_a_clear_error(store):
    with pytest.raises(StoreError, match="txt_none"):
        store.text("txt_none")
