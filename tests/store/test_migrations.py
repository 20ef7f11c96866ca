import sqlite3

import pytest

from onrecord.errors import StoreError
from onrecord.store import Store
from onrecord.store.migrations import APPLICATION_ID, MIGRATIONS, statements


def test_a_new_file_says_what_it_is_and_which_migrations_it_had(store):
    assert store._file.outside("PRAGMA application_id") == [(APPLICATION_ID,)]
    assert store._file.outside("PRAGMA journal_mode") == [("wal",)]
    rows = store._file.rows("SELECT number, name FROM migration")
    assert [tuple(row) for row in rows] == list(enumerate(MIGRATIONS, 1))


def test_opening_again_migrates_nothing(path):
    with Store(path, create=True) as store:
        before = list(store._file._db.iterdump())
    with Store(path, create=True) as store:
        assert list(store._file._db.iterdump()) == before


def test_a_file_of_a_newer_onrecord_is_refused(path):
    with Store(path, create=True) as store:
        store._file._db.execute("INSERT INTO migration VALUES (99, '0099_later', '2030-01-01')")
    with pytest.raises(StoreError, match=r"format 99.*update onrecord"):
        Store(path)


def test_a_file_whose_making_was_interrupted_is_made_anew(path):
    db = sqlite3.connect(path)
    db.execute("PRAGMA journal_mode = WAL")
    db.close()
    with Store(path, create=True) as store:
        assert store.documents() == ()


def test_every_table_of_ours_is_strict(store):
    rows = store._file.rows(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict"
    )
    assert {row["name"] for row in rows} == {"sqlite_schema"}


def test_a_script_is_cut_between_statements_and_not_inside_triggers():
    script = "CREATE TABLE a (x);\n-- a remark;\nCREATE TRIGGER t AFTER INSERT ON a BEGIN\n  DELETE FROM a;\nEND;\n"
    assert [part.strip().splitlines()[-1] for part in statements(script)] == ["CREATE TABLE a (x);", "END;"]
