import os
import sqlite3
import threading

import pytest

from onrecord.errors import StoreError
from onrecord.store import Store


def test_a_missing_file_is_not_made_unless_asked(path):
    with pytest.raises(StoreError, match="no record here"):
        Store(path)
    assert not path.exists()


def test_a_folder_is_no_record(tmp_path):
    with pytest.raises(StoreError, match="is a folder"):
        Store(tmp_path, create=True)


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(StoreError, match="nowhere"):
        Store(tmp_path / "nowhere" / "record.db", create=True)


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize("content", [b"not a database at all", b"SQLite format 3\0" + b"x" * 5000])
def test_a_file_of_another_kind_is_refused_and_left_alone(path, content, create):
    path.write_bytes(content)
    with pytest.raises(StoreError, match=path.name):
        Store(path, create=create)
    assert path.read_bytes() == content


@pytest.mark.parametrize("create", [True, False])
def test_another_programs_database_is_refused_and_left_alone(path, create):
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE theirs (x)")
    db.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="belongs to another program"):
        Store(path, create=create)
    assert path.read_bytes() == before


def test_an_empty_file_is_filled_only_when_asked(path):
    path.touch()
    with pytest.raises(StoreError, match="is empty"):
        Store(path)
    with Store(path, create=True) as store:
        assert store.counts().documents == 0


def test_names_with_odd_characters_work(tmp_path):
    odd = tmp_path / "a?b#c%20d é.db"
    with Store(odd, create=True):
        pass
    with Store(odd) as store:
        assert store.documents() == ()
    assert odd.exists()


def test_a_file_that_another_writer_holds_is_a_clear_error(store, sample, path):
    store._file._db.execute("PRAGMA busy_timeout = 20")
    with (
        Store(path) as other,
        other._file.writing(),
        pytest.raises(StoreError, match="another program is writing"),
    ):
        store.add_intake(sample.intake())


def test_a_full_disk_is_a_clear_error_and_nothing_is_lost(store, sample):
    store.add_intake(sample.intake())
    pages = store._file.outside("PRAGMA page_count")[0][0]
    store._file.outside(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(StoreError, match="disk is full"):
        store.add_intake(sample.intake("word " * 20_000, "long.txt"))
    store._file.outside("PRAGMA max_page_count = 1000000")
    assert [row.location for row in store.documents()] == ["story.txt"]
    assert store.add_intake(sample.intake("word " * 20_000, "long.txt"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_file_is_a_clear_error(sample, path):
    with Store(path, create=True):
        pass
    path.chmod(0o444)
    with pytest.raises(StoreError, match="read-only"), Store(path) as store:
        store.add_intake(sample.intake())


def test_closing_twice_does_nothing_and_using_it_then_is_an_error(path):
    store = Store(path, create=True)
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.documents()


def test_others_can_read_while_one_writes(store, sample, path):
    seen, failed = [], []
    done = threading.Event()

    def look():
        try:
            with Store(path) as reader:
                while not done.is_set():
                    seen.append(len(reader.claims()))
        except StoreError as error:
            failed.append(error)

    reader = threading.Thread(target=look)
    reader.start()
    for i in range(20):
        intake = sample.intake(f"{i}: {sample.story}", f"{i}.txt")
        store.add_intake(intake)
        store.add_reading(sample.reading(intake.texts[0]))
    done.set()
    reader.join()
    assert failed == []
    assert seen == sorted(seen)
    assert len(store.claims()) == 40


def test_one_store_serves_many_threads(store, sample):
    sample.fill(store)
    found = []
    threads = [threading.Thread(target=lambda: found.append(len(store.claims()))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [2] * 8
