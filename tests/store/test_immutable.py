import pytest

from onrecord.errors import StoreError
from onrecord.records import Failure

FACTS = (
    "raw", "raw_content", "fetch", "document", "text", "passage", "failure", "reading", "mention", "claim", "claim_role",
    "claim_time", "claim_casualty", "claim_source", "claim_quality", "tie", "unread", "judgement_payload",
)  # fmt: skip
APPEND_ONLY = ("minted", "redirects", "judgement", "judgement_forgotten")


class Minting:
    rows = (("evt_1", 1, "clm_1"),)
    redirects = (("evt_2", "evt_1"),)


@pytest.fixture
def filled(store, sample):
    sample.fill(store)
    store.add_failure(Failure("fail_1", "read", "x", "y"))
    store.add_minted(Minting)
    store.append(sample.judgement("clm_1"))
    with store._file.writing() as db:
        db.execute("INSERT INTO judgement_forgotten VALUES (1, 'doc_1')")
    return store


@pytest.mark.parametrize("table", FACTS + APPEND_ONLY)
@pytest.mark.parametrize("command", ["UPDATE {table} SET {column} = {column}", "DELETE FROM {table}"])
def test_facts_are_neither_edited_nor_deleted(filled, table, command):
    column = filled._file.rows(f"SELECT name FROM pragma_table_info('{table}') WHERE cid = 1")[0]["name"]  # noqa: S608
    assert filled._file.rows(f"SELECT 1 FROM {table}")  # noqa: S608
    with pytest.raises(StoreError, match=r"never|append-only"), filled._file.writing() as db:
        db.execute(command.format(table=table, column=column))


def test_replacing_a_row_does_not_slip_past(filled):
    with pytest.raises(StoreError, match="never deleted"), filled._file.writing() as db:
        db.execute("INSERT OR REPLACE INTO unread SELECT reading, position, 0, 1, 'changed' FROM unread")


def test_every_table_of_facts_is_listed_here(filled):
    rows = filled._file.rows(
        "SELECT DISTINCT tbl_name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%\\_kept' ESCAPE '\\'"
    )
    assert {row["tbl_name"] for row in rows} == {*FACTS, *APPEND_ONLY}
