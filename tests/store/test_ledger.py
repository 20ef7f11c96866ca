import dataclasses

import pytest

from onrecord.errors import LedgerError, StoreError
from onrecord.records import Span
from onrecord.store import Store

TABLES = {
    "judgement": ("seq", "previous", "payload_hash", "hash"),
    "judgement_payload": ("seq", "salt", "payload"),
    "ledger_head": ("length", "hash"),
}


def tamper(store, *commands):
    """Write past the triggers, as somebody with another tool would."""
    db = store._file._db
    db.execute("PRAGMA foreign_keys = OFF")
    for (name,) in db.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'judgement%'"
    ).fetchall():
        db.execute(f"DROP TRIGGER {name}")
    for command in commands:
        db.execute(command)


def fill(store, sample, number=3):
    return [
        store.append(sample.judgement(f"clm_{i}", span=Span("txt_1", i, i + 2, "ab"), seen="{}"))
        for i in range(number)
    ]


def test_judgements_come_back_numbered_and_in_order(store, sample):
    added = fill(store, sample)
    assert [judgement.seq for judgement in added] == [1, 2, 3]
    assert store.judgements() == tuple(added)
    store.verify()


def test_an_empty_ledger_verifies(store):
    store.verify()
    assert store.head() == (0, "")


@pytest.mark.parametrize(("table", "column"), [(t, c) for t, columns in TABLES.items() for c in columns])
@pytest.mark.parametrize("row", [1, 2, 3])
def test_one_changed_value_anywhere_is_found(store, sample, table, column, row):
    fill(store, sample)
    where = "" if table == "ledger_head" else f"WHERE seq = {row}"
    kind = store._file._db.execute(f"SELECT typeof({column}) FROM {table}").fetchone()[0]  # noqa: S608
    changed = (
        f"{column} + 10" if kind == "integer" else f"replace({column}, substr({column}, 5, 1), 'Q') || ''"
    )
    tamper(
        store,
        f"UPDATE {table} SET {column} = {changed if row > 1 or column != 'previous' else repr('x')} {where}",  # noqa: S608
    )
    with pytest.raises(LedgerError, match="restore a copy"):
        store.verify()


def test_every_flipped_byte_of_a_payload_is_found(store, sample):
    fill(store, sample, 1)
    payload = store._file.rows("SELECT payload FROM judgement_payload")[0]["payload"].encode()
    tamper(store)
    for at in range(0, len(payload), 7):
        flipped = payload[:at] + bytes([payload[at] ^ 0x80]) + payload[at + 1 :]
        store._file._db.execute("UPDATE judgement_payload SET payload = CAST(? AS TEXT)", (flipped,))
        with pytest.raises(LedgerError, match="judgement 1"):
            store.verify()


@pytest.mark.parametrize("row", [1, 2, 3])
def test_a_removed_judgement_is_found(store, sample, row):
    fill(store, sample)
    tamper(store, *(f"DELETE FROM {table} WHERE seq = {row}" for table in ("judgement_payload", "judgement")))  # noqa: S608
    with pytest.raises(LedgerError):
        store.verify()


def test_a_removed_payload_is_found_unless_it_was_forgotten(store, sample):
    fill(store, sample)
    tamper(store, "DELETE FROM judgement_payload WHERE seq = 2")
    with pytest.raises(LedgerError, match="judgement 2"):
        store.verify()


@pytest.mark.parametrize("table", ["judgement", "judgement_payload"])
@pytest.mark.parametrize("command", ["DELETE FROM {}", "UPDATE {} SET seq = 9"])
def test_the_chain_refuses_edits(store, sample, table, command):
    fill(store, sample, 1)
    with pytest.raises(StoreError, match=r"never|append-only"), store._file.writing() as db:
        db.execute(command.format(table))


def test_an_undone_judgement_does_not_stand_and_undoing_that_brings_it_back(store, sample):
    first, second = fill(store, sample, 2)
    undo = store.append(sample.judgement(first.target_id, "undo", str(first.seq)))
    assert store.standing() == (second,)
    store.append(sample.judgement(first.target_id, "undo", str(undo.seq)))
    assert store.standing() == (first, second)
    assert len(store.judgements()) == 4


@pytest.mark.parametrize("value", ["", "0", "7", "one", "-1", "²"])
def test_what_is_not_there_cannot_be_undone(store, sample, value):
    fill(store, sample, 1)
    with pytest.raises(LedgerError, match="to undo"):
        store.append(sample.judgement("clm_0", "undo", value))
    assert len(store.judgements()) == 1


def test_the_ledger_goes_on_after_reopening(store, sample, path):
    fill(store, sample, 2)
    with Store(path) as again:
        third = again.append(sample.judgement("clm_9"))
        again.verify()
    assert third.seq == 3
    assert dataclasses.replace(third, seq=0) == sample.judgement("clm_9")
